"""How well the checks tell true from false: ``make verify-report``.

Every honest reply is read as it is (each flag is a false one, but for the replies' own mistakes), and
then once more for every way of making one of its claims false (none is to be relied on).  A flag is any
verdict but the three that can be relied on; it is red if it says absent or contradicted.  What is
relied on is an item without a flag.
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from record import ARTICLES, article, honest

from summariser import Article, Evidence, Grounded, SummitSummary, Verbatim
from summariser.checks.index import Index
from summariser.checks.verify import verify_item
from summariser.reading.candidates import Candidate, read

ALARMS = ("absent", "contradicted", "elsewhere")
TRUSTED = ("exact", "normalised", "computed")


@dataclass(frozen=True)
class Mutation:
    """One claim of an honest reply, made false."""

    article: str
    kind: str
    label: str
    field: str
    raw: dict[str, Any]
    path: str
    """Where the lie stands: a check at or below this path must object."""


class Claim(Grounded):
    """Words in quotation marks, given as a model would copy them."""

    words: Verbatim


def alarms(candidate: Candidate, path: str = "") -> list[str]:
    """What the checks object to, at or below a path."""
    if candidate.item is None:
        return candidate.reasons
    return [
        f"{check.kind} {check.field}: {check.verdict}: {check.reason}"
        for check in candidate.checks
        if check.verdict in ALARMS and check.field.startswith(path)
    ]


def examine(mutation: Mutation, index: Index) -> list[str]:
    """What the checks object to in a mutated item."""
    (candidate,) = read(_alone(mutation), SummitSummary, index)
    return alarms(candidate, mutation.path)


def _alone(mutation: Mutation) -> dict[str, Any]:
    """A reply with nothing but the mutated item."""
    fields = SummitSummary.item_fields()
    content: dict[str, Any] = {name: [] if fields[name].many else None for name in fields}
    content[mutation.field] = [mutation.raw] if fields[mutation.field].many else mutation.raw
    return content


def mutations(stem: str) -> Iterator[Mutation]:
    """All ways to make one claim of an honest reply false."""
    reply, of = honest(stem).reply, article(stem)
    for field, raw in items(reply):
        if "text" in raw:
            changed = {**raw, "text": f"{raw['text']} 98 765"}
            yield Mutation(stem, "prose", "invented number", field, changed, "text")
        for path, node in nodes(raw):
            if "amount" in node and node["amount"] is not None:
                yield from _sums(stem, of, field, raw, path, node)
            elif node.get("quantity") is not None:
                for label, wrong in _numbers(node["quantity"]):
                    changed = _changed(raw, path, quantity=wrong)
                    yield Mutation(stem, "quantity", label, field, changed, f"{path}.quantity")
            elif node.get("name") is not None and "verbatim" in node:
                yield from _names(stem, reply, field, raw, path, node)


def items(reply: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The items of a raw reply, each with its field."""
    for field, value in reply.items():
        if isinstance(value, list):
            yield from ((field, raw) for raw in value)
        elif isinstance(value, dict):
            yield field, value


def nodes(raw: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects within a raw item, each with its path."""
    yield path, raw
    for name, value in raw.items():
        below = f"{path}.{name}" if path else name
        if isinstance(value, dict):
            yield from nodes(value, below)
        elif isinstance(value, list):
            for number, entry in enumerate(value):
                if isinstance(entry, dict):
                    yield from nodes(entry, f"{below}[{number}]")


def _changed(raw: dict[str, Any], path: str, **values: Any) -> dict[str, Any]:
    raw = copy.deepcopy(raw)
    node: Any = raw
    for step in re.findall(r"\w+", path):
        node = node[int(step)] if step.isdigit() else node[step]
    node.update(values)
    return raw


def _numbers(amount: str) -> Iterator[tuple[str, str]]:
    number = Decimal(amount)
    yield "× 10", format(number * 10, "f")
    yield "÷ 1000", format((number / 1000).normalize(), "f")
    yield "+ 5 %", format((number * Decimal("1.05")).normalize(), "f")


def _sums(
    stem: str, of: Article, field: str, raw: dict[str, Any], path: str, node: dict[str, Any]
) -> Iterator[Mutation]:
    hedge = "less_than" if node["qualifier"] in ("more_than", "at_least") else "at_least"
    changed = _changed(raw, path, qualifier=hedge)
    yield Mutation(stem, "qualifier", "other hedge", field, changed, f"{path}.qualifier")
    changed = _changed(raw, path, per="month" if node["per"] != "month" else "total")
    yield Mutation(stem, "per", "other period", field, changed, f"{path}.per")
    for label, wrong in _numbers(node["amount"]):
        upper = node["upper"] and str(max(Decimal(node["upper"]), Decimal(wrong)))
        changed = _changed(raw, path, amount=wrong, upper=upper)
        yield Mutation(stem, "amount", label, field, changed, f"{path}.amount")
    other = "EUR" if node["currency"] != "EUR" else "JPY"
    changed = _changed(raw, path, currency=other)
    yield Mutation(stem, "currency", "other currency", field, changed, f"{path}.currency")
    without = [
        sentence.number
        for sentence in of.sentences
        if not Index(of).find(node["verbatim"], [sentence.number])
    ]
    changed = {**copy.deepcopy(raw), "evidence": without[len(without) // 2 :][:1]}
    # A party that stands elsewhere too may bring the right sentence back: any alarm will do.
    yield Mutation(stem, "sentence", "other sentence", field, changed, "")
    invented = node["verbatim"] + " 777"
    changed = _changed(raw, path, verbatim=invented, amount="777")
    yield Mutation(stem, "verbatim", "invented sum", field, changed, f"{path}.verbatim")


def _names(
    stem: str,
    reply: dict[str, Any],
    field: str,
    raw: dict[str, Any],
    path: str,
    node: dict[str, Any],
) -> Iterator[Mutation]:
    others = {
        each["name"]
        for _, item in items(reply)
        for _, each in nodes(item)
        if each.get("name") and "verbatim" in each
    }
    for other in sorted(others - {node["name"]}):
        if (
            other.casefold() in node["name"].casefold()
            or node["name"].casefold() in other.casefold()
        ):
            continue  # "the company" and "the company's board" may both be meant
        changed = _changed(raw, path, name=other)
        where = f"{path}.name" if path else "name"
        yield Mutation(stem, "name", "another name", field, changed, where)


def quotations(stem: str) -> Iterator[tuple[str, str, Evidence]]:
    """Quotations of an article, each altered in one word: label, altered words, sentence."""
    of = article(stem)
    index = Index(of)
    for candidate in read(honest(stem).reply, SummitSummary, index):
        for quote in getattr(candidate.item, "quotes", []):
            (number,) = [s.number for s in of.sentences if s.start <= quote.start < s.end]
            evidence = Evidence.of(of, number)
            words = quote.text.split(" ")
            middle = len(words) // 2
            if len(words) > 2:
                yield "dropped word", " ".join(words[:middle] + words[middle + 1 :]), evidence
            negation = {
                "ru": "не",
                "kk": "емес",
                "de": "nicht",
                "fr": "pas",
                "ar": "لا",
                "zh": "不",
            }
            no = negation.get(of.language, "not")
            if of.language == "zh":
                half = len(quote.text) // 2
                yield "inserted not", quote.text[:half] + no + quote.text[half:], evidence
            else:
                yield "inserted not", " ".join([*words[:middle], no, *words[middle:]]), evidence
            if re.search(r"\d", quote.text):
                yield "replaced figure", re.sub(r"\d", "7", quote.text + "7"), evidence


def quotation_stands(words: str, evidence: Evidence, index: Index) -> bool:
    """Whether a claim that copies these words would be believed."""
    claim = verify_item(Claim(evidence=[evidence], text="", words=words), index)
    return all(check.verdict not in ALARMS for check in claim.checks)


def is_relied_on(mutation: Mutation, index: Index) -> bool:
    """Whether the item with the lie would be shown without a flag."""
    (candidate,) = read(_alone(mutation), SummitSummary, index)
    return candidate.item is not None and candidate.item.verdict in TRUSTED


def main() -> None:
    """Print the table, by language and kind of claim."""
    columns = true, flagged, red, false, relied_on = [Counter[tuple[str, str]]() for _ in range(5)]
    items = shown = 0
    for stem in ARTICLES:
        of = article(stem)
        index = Index(of)
        for candidate in read(honest(stem).reply, SummitSummary, index):
            items += 1
            shown += candidate.item is None or candidate.item.verdict not in TRUSTED
            for check in candidate.checks:
                key = of.language, check.kind
                true[key] += 1
                flagged[key] += check.verdict not in TRUSTED
                red[key] += check.verdict in ("absent", "contradicted")
        for mutation in mutations(stem):
            false[of.language, mutation.kind] += 1
            relied_on[of.language, mutation.kind] += is_relied_on(mutation, index)
        for _, words, evidence in quotations(stem):
            false[of.language, "quotation"] += 1
            relied_on[of.language, "quotation"] += quotation_stands(words, evidence, index)
    print("language  kind         true claims  flagged  red    false claims  relied on")
    for key in sorted(true.keys() | false.keys()):
        counts = [each[key] for each in columns]
        print(_line(*key, counts))
    print(_line("all", "", [each.total() for each in columns]))
    print(f"{items} true items, {shown} with a flag: {shown / items:.1%}")
    print(f"{false.total()} false claims, {relied_on.total()} relied on: ", end="")
    print(f"{relied_on.total() / false.total():.2%}")


def _line(language: str, kind: str, counts: list[int]) -> str:
    true, flagged, red, false, relied_on = counts
    return f"{language:9} {kind:12} {true:11} {flagged:8} {red:4} {false:15} {relied_on:10}"


if __name__ == "__main__":
    main()
