"""How well the checks tell true from false: ``make verify-report [FOLDER=others]``.

On the project's own articles, or on a folder of others: NAME/reply.json, and beside it the article as
NAME/page.html or NAME/article.txt.  Every honest reply is read as it is (each flag is a false one, but for the replies' own mistakes), and
then once more for every way of making one of its claims false (none is to be relied on).  A flag is any
verdict but the three that can be relied on; it is red if it says absent or contradicted.  What is
relied on is an item without a flag; of what is compared only where the words tell, a field with a
verdict of its own that can be relied on.  What was not compared has a column for itself.
"""

from __future__ import annotations

import copy
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from record import ARTICLES, article, honest

from summariser import Article, Evidence, Grounded, SummitSummary, Verbatim, verify
from summariser.checks.index import Index
from summariser.checks.verify import verify_item
from summariser.figures import find_figures, units_of
from summariser.languages import LANGUAGES
from summariser.names import find_countries
from summariser.reading.candidates import Candidate, read
from summariser.text import folded

ONE_BODY = (  # under two names, as their article says
    {"PSHA", "Port Sellick Harbour Authority"},
    {"ADFW", "Amalgamated Dock and Ferry Workers"},
)
UNITS = ("%", "km", "t", "MW")
LONGEST = 280  # characters of words that are copied
MOST_BETWEEN = 6  # words of two who speak together
NEIGHBOURS = 2  # sentences between two who speak
PAGES = ("page", "article")
ALARMS = ("absent", "contradicted", "elsewhere")
TRUSTED = ("exact", "normalised", "computed")
WHERE_TOLD = {  # field → kind of the check that looks at it where the words tell
    "status": "stage",
    "instrument": "choice",
    "date": "date",
    "place": "place",
    "country": "country",
    "role": "role",
    "affiliation": "affiliation",
    "unit": "unit",
    "attribution": "speaker",
}
LADDER = (
    "under_discussion", "proposed", "offered", "planned", "announced", "agreed", "approved",
    "signed", "implemented",
)  # fmt: skip
SWAPPED = ("place", "country", "role", "affiliation", "unit")  # with what another item says
BESIDE = ("conditional", "postponed", "cancelled", "turned_down", "denied")


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


class Told(NamedTuple):
    """An article, and a careful reply to it."""

    article: Article
    reply: dict[str, Any]


def told(stem: str, folder: Path | None = None) -> Told:
    """One of ours, or one in a folder of others'."""
    if folder is None:
        return Told(article(stem), honest(stem).reply)
    path = next(path for page in PAGES for path in (folder / stem).glob(f"{page}.*"))
    return Told(Article.from_file(path), json.loads((folder / stem / "reply.json").read_text()))


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


def mutations(stem: str, of: Told | None = None) -> Iterator[Mutation]:
    """All ways to make one claim of an honest reply false."""
    article, reply = of or told(stem)
    for field, raw in items(reply):
        if "text" in raw:
            changed = {**raw, "text": f"{raw['text']} 98 765"}
            yield Mutation(stem, "prose", "invented number", field, changed, "text")
        for path, node in nodes(raw):
            if "amount" in node and node["amount"] is not None:
                yield from _sums(stem, article, field, raw, path, node)
            elif node.get("quantity") is not None:
                for label, wrong in _numbers(node["quantity"]):
                    changed = _changed(raw, path, quantity=wrong)
                    yield Mutation(stem, "quantity", label, field, changed, f"{path}.quantity")
            elif node.get("name") is not None and "verbatim" in node:
                yield from _names(stem, reply, field, raw, path, node)
            for label, wrong in _other_dates(node.get("date")):
                where = f"{path}.date" if path else "date"
                changed = _changed(raw, path, date=wrong)
                yield Mutation(stem, "date", label, field, changed, where)


def stages(stem: str, of: Told | None = None) -> Iterator[Mutation]:
    """Another stage: one up, one down, each beside the ladder; another instrument."""
    _, reply = of or told(stem)
    for field, raw in items(reply):
        status = raw.get("status", "unspecified")
        if status in LADDER:
            at = LADDER.index(status)
            for label, step in (("a stage up", at + 1), ("a stage down", at - 1)):
                if step in range(len(LADDER)):
                    changed = {**raw, "status": LADDER[step]}
                    yield Mutation(stem, "stage", label, field, changed, "status")
        if status != "unspecified":
            for other in BESIDE if status in (*LADDER, *BESIDE) else ():
                if other != status:
                    changed = {**raw, "status": other}
                    yield Mutation(stem, "stage", f"{other} instead", field, changed, "status")
            for other in ("planned", "signed", "implemented"):
                if status in LADDER and abs(LADDER.index(other) - LADDER.index(status)) > 1:
                    changed = {**raw, "status": other}
                    yield Mutation(stem, "stage", f"{other} instead", field, changed, "status")
        for other in ("contract", "memorandum", "framework"):
            if raw.get("instrument", "unspecified") not in ("unspecified", "agreement", other):
                changed = {**raw, "instrument": other}
                yield Mutation(stem, "choice", "another instrument", field, changed, "instrument")


def swaps(stem: str, of: Told | None = None) -> Iterator[Mutation]:
    """Words put under another's name: of a neighbour who speaks, of the other party, of nobody.

    What two say together, "Reed and Holm objected", is as true of the one as of the other.
    """
    article, reply = of or told(stem)
    positions = reply.get("positions", [])
    for raw in positions:
        for other in _neighbours(raw, positions):
            if _speak_together(raw, other, article):
                continue
            attribution = other.get("attribution") or other["evidence"][:1]
            changed = {**raw, "expert": other["expert"], "attribution": attribution}
            label = "the neighbour's"
            yield Mutation(stem, "speaker", label, "positions", changed, "expert.name")
    names = sorted(_named(reply))
    for field, raw in items(reply):
        parties = [(path, node) for path, node in nodes(raw) if "role" in node and "name" in node]
        for path, node in parties:
            if not node.get("verbatim") or path == "expert":
                continue
            for name in names if node["name"] is None else ():
                changed = _changed(raw, path, name=name)
                yield Mutation(stem, "name", "untied words", field, changed, f"{path}.name")
            for _, other in parties if node["name"] else ():
                words = other.get("verbatim")
                if words == node["verbatim"]:
                    continue  # 中美, of both
                if words and other["name"] and not _are_one(node["name"], other["name"]):
                    changed = _changed(raw, path, verbatim=words)
                    yield Mutation(stem, "name", "another's words", field, changed, f"{path}.name")


def otherwise(stem: str, of: Told | None = None) -> Iterator[Mutation]:
    """Another place or country of the article, another speaker's role, another unit."""
    article, reply = of or told(stem)
    known = {kind: set[str]() for kind in SWAPPED}
    for _, raw in items(reply):
        for kind, _, value in _said(raw):
            known[kind].add(value)
    text = f"{article.title or ''}\n{article.text}"
    for country in find_countries(text, article.language):
        known["country"].add(country.code)
        if not country.is_adjective:
            known["place"].add(text[slice(*country.place)])
    known["unit"].update(UNITS)
    for field, raw in items(reply):
        for kind, path, value in _said(raw):
            for other in sorted(known[kind]):
                if not _are_one(value, other) and not (kind == "unit" and _is_unit(value, other)):
                    at, _, name = path.rpartition(".")
                    changed = _changed(raw, at, **{name: other})
                    yield Mutation(stem, kind, f"another {kind}", field, changed, path)


def _said(raw: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What an item says that is compared where words tell: kind, path, value."""
    for path, node in nodes(raw):
        for kind in SWAPPED:
            if isinstance(node.get(kind), str) and (kind != "role" or path == "expert"):
                yield kind, f"{path}.{kind}" if path else kind, node[kind]


def _is_unit(one: str, other: str) -> bool:
    """Whether both may be the same, of which a reader of any language knows."""
    if _is_percent(one) and _is_percent(other):
        return True
    return any(units_of(one, code) & units_of(other, code) for code in LANGUAGES)


def _is_percent(unit: str) -> bool:
    figures = [figure for code in LANGUAGES for figure in find_figures(f"1 {unit}", code)]
    return any(figure.kind == "percent" for figure in figures)


def _neighbours(raw: dict[str, Any], positions: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The positions of others near this one, one of each."""
    seen = {raw["expert"].get("name")}
    for other in positions:
        name, pairs = other["expert"].get("name"), product(raw["evidence"], other["evidence"])
        near = any(abs(one - two) <= NEIGHBOURS for one, two in pairs)
        if near and name and None not in seen and not any(_are_one(name, each) for each in seen):
            seen.add(name)
            yield other


def _speak_together(raw: dict[str, Any], other: dict[str, Any], article: Article) -> bool:
    """Whether both cite one sentence, in which "and" joins them, perhaps with what they are."""
    if raw["evidence"] != other["evidence"]:
        return False
    text = article.sentence(raw["evidence"][0]).text
    words = sorted((each["expert"].get("verbatim") or "?" for each in (raw, other)), key=text.find)
    between = text.partition(words[0])[2].partition(words[1])[0].split()
    figures = LANGUAGES[article.language].figures
    joins = f"{figures.own.and_}|{figures.everywhere.and_}".split("|")
    return 0 < len(between) < MOST_BETWEEN and between[0] in joins


def _named(reply: dict[str, Any]) -> set[str]:
    return {
        node["name"]
        for _, item in items(reply)
        for _, node in nodes(item)
        if node.get("name") and "verbatim" in node
    }


def _are_one(one: str, other: str) -> bool:
    """Whether both may be meant: "the company" and "the company's board", "Reed" and "Mr Reed"."""
    one, other = folded(one).casefold(), folded(other).casefold()
    return one in other or other in one or {one, other} in _ONE_BODY


_ONE_BODY = [{name.casefold() for name in names} for names in ONE_BODY]


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


def _other_dates(stated: str | None) -> Iterator[tuple[str, str]]:
    """A date with its day, its month or its year shifted; of a span both ends."""
    for label, pattern, last in (("day", _DAY, 28), ("month", _MONTH, 12), ("year", _YEAR, 2100)):
        for step in (-1, 1) if stated and re.search(pattern, stated) else ():

            def shifted(found: re.Match[str], step: int = step, last: int = last) -> str:
                number = (int(found[0]) - 1 + step) % last + 1
                return f"{number:0{len(found[0])}}"

            yield label, re.sub(pattern, shifted, stated or "")


_YEAR = r"\d{4}"
_MONTH = r"(?:(?<=\d{4}-)|(?<=--))\d\d"
_DAY = r"(?:(?<=\d{4}-\d\d-)|(?<=--\d\d-))\d\d"


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
    same = [each["name"] for _, each in nodes(raw) if each.get("verbatim") == node.get("verbatim")]
    for other in sorted(_named(reply)):
        if any(name and _are_one(other, name) for name in same):
            continue  # 中美, of both
        changed = _changed(raw, path, name=other)
        where = f"{path}.name" if path else "name"
        yield Mutation(stem, "name", "another name", field, changed, where)


def quotations(stem: str, case: Told | None = None) -> Iterator[tuple[str, str, Evidence]]:
    """Quotations of an article, each altered in one word: label, altered words, sentence."""
    of, reply = case or told(stem)
    index = Index(of)
    for candidate in read(reply, SummitSummary, index):
        for quote in getattr(candidate.item, "quotes", []):
            (number,) = [s.number for s in of.sentences if s.start <= quote.start < s.end]
            evidence = Evidence.of(of, number)
            words = quote.text.split(" ")
            middle = len(words) // 2
            if len(quote.text) > LONGEST:
                continue
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
    """Whether the item with the lie would be shown without a flag; what is not compared is not."""
    (candidate,) = read(_alone(mutation), SummitSummary, index)
    if candidate.item is None or candidate.item.verdict not in TRUSTED:
        return False
    compared = {(each.kind, each.field) for each in candidate.checks}
    is_compared = (mutation.kind, mutation.path) in compared
    return is_compared or mutation.kind not in WHERE_TOLD.values()


def main(folder: Path | None) -> None:
    """Print the table, by language and kind of claim."""
    columns = true, unread, flagged, red, false, relied_on = [
        Counter[tuple[str, str]]() for _ in range(6)
    ]
    items, of_kind, relied_of_kind = Counter[str](), Counter[str](), Counter[str]()
    stems = (
        ARTICLES if folder is None else sorted(p.parent.name for p in folder.glob("*/reply.json"))
    )
    for stem in stems:
        case = told(stem, folder)
        of = case.article
        index = Index(of)
        candidates = read(case.reply, SummitSummary, index)
        items["noted"] += _noted(candidates, of)
        for candidate in candidates:
            verdict = candidate.item.verdict if candidate.item else "unchecked"
            items["all"] += 1
            items["flagged"] += verdict not in TRUSTED
            items["red"] += verdict in ("absent", "contradicted")
            for check in candidate.checks:
                key = of.language, check.kind
                true[key] += 1
                flagged[key] += check.verdict not in TRUSTED
                red[key] += check.verdict in ("absent", "contradicted")
            for path in candidate.item.unread if candidate.item else ():
                kind = WHERE_TOLD.get(re.split(r"[.]", path)[-1])
                unread[of.language, kind or "other"] += 1
        for lie in (
            *mutations(stem, case),
            *stages(stem, case),
            *otherwise(stem, case),
            *swaps(stem, case),
        ):
            believed = is_relied_on(lie, index)
            false[of.language, lie.kind] += 1
            relied_on[of.language, lie.kind] += believed
            of_kind[f"{lie.kind}: {lie.label}"] += 1
            relied_of_kind[f"{lie.kind}: {lie.label}"] += believed
        for label, words, evidence in quotations(stem, case):
            believed = quotation_stands(words, evidence, index)
            false[of.language, "quotation"] += 1
            relied_on[of.language, "quotation"] += believed
            of_kind[f"quotation: {label}"] += 1
            relied_of_kind[f"quotation: {label}"] += believed
    print("language  kind         compared  not compared  flagged  red    false claims  relied on")
    for key in sorted(true.keys() | unread.keys() | false.keys()):
        counts = [each[key] for each in columns]
        print(_line(*key, counts))
    for kind in dict.fromkeys(WHERE_TOLD.values()):
        of_it = [sum(each[key] for key in each if key[1] == kind) for each in columns]
        print(_line("all", kind, of_it))
    print(_line("all", "", [each.total() for each in columns]))
    print("\nmade false                     claims  relied on")
    for kind in sorted(of_kind):
        print(f"{kind:28} {of_kind[kind]:8} {relied_of_kind[kind]:10}")
    share = items["flagged"] / items["all"]
    print(f"\n{items['all']} true items, {items['flagged']} with a flag: {share:.1%}", end="")
    print(f"; {items['red']} with a red one")
    print(f"{items['noted']} of them have a note that their figure may be another's")
    print(f"{false.total()} false claims, {relied_on.total()} relied on: ", end="")
    print(f"{relied_on.total() / false.total():.2%}")


def _noted(candidates: list[Candidate], article: Article) -> int:
    """How many of the items carry a note on whose figure it is."""
    values: dict[str, Any] = {
        name: [each.item for each in candidates if each.field == name and each.item]
        for name, field in SummitSummary.item_fields().items()
        if field.many
    }
    before = sum(len(item.notes) for name in values for item in values[name])
    summary = verify(SummitSummary(overview="", **values), article)
    return sum(len(item.notes) for name in values for item in getattr(summary, name)) - before


def _line(language: str, kind: str, counts: list[int]) -> str:
    true, unread, *wrong, false, relied_on = counts
    flagged, red = wrong
    return (
        f"{language:9} {kind:12} {true:8} {unread:13} {flagged:8} {red:4} {false:15} {relied_on:10}"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
