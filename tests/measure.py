"""How a real model does on the project's own articles: ``make measure``.

It is asked about each of them as `Summariser` asks, and judged twice: by the checks, as for any user,
and by *gold*, the replies that careful readers wrote to the same prompt by hand.  An item is *true*
if gold has one with a sentence, and a name, a sum or a thing in common, and nothing in it is
otherwise there: no sum, no quantity, no name, no stage.  What gold does not have may be true all
the same, and gold may err: it is to be looked at, not false.

The answers are recorded: another run asks only for what is missing, and ``--replay`` nobody.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

from record import ARTICLES, MODEL, article, honest
from verify_report import TRUSTED

from summariser import Grounded, ProviderError, Summariser, SummariserError, SummitSummary, recorded
from summariser.checks.index import Index
from summariser.names import same
from summariser.reading.candidates import read
from summariser.reading.matching import Traits, differing, even, same_sum, same_thing
from summariser.schema import Item, Money, Named, Stage, taken_apart

FOLDER = Path(__file__).parent.parent / "measure"
NOBODY = (
    "there is no model to ask: set OPENAI_API_KEY, or OPENAI_BASE_URL for a server that wants no "
    f"key, and MODEL (default: {MODEL})"
)


@dataclass
class Judged:
    """What became of one article, in items."""

    article: str
    gold: int = 0
    found: int = 0
    """Of gold's, how many the model has too, well or badly."""
    true: int = 0
    flagged: int = 0
    """Of the true ones, how many the checks have turned down or do not vouch for."""
    relied_on: int = 0
    to_look_at: list[str] = field(default_factory=list)
    """Of those relied on, what gold has otherwise or has not."""
    false_alarms: list[str] = field(default_factory=list)
    rejected: int = 0
    tokens: int = 0
    cost: Decimal | None = Decimal(0)
    error: str | None = None

    def include(self, other: Judged) -> None:
        """Add another article's numbers."""
        for name in ("gold", "found", "true", "flagged", "relied_on", "rejected", "tokens"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.to_look_at += other.to_look_at
        unknown = self.cost is None or other.cost is None
        self.cost = None if unknown else self.cost + other.cost  # type: ignore[operator]

    def row(self) -> str:
        """Its line of the table."""
        cost = "not known" if self.cost is None else f"${self.cost:.4f}"
        return (
            f"{self.article:21} {self.gold:5} {self.found:6} {self.true:6} {self.flagged:8}"
            f" {self.relied_on:10} {len(self.to_look_at):11} {self.rejected:9} {self.tokens:9,}"
            f" {cost:>10}"
        )


def judge(stem: str, summary: SummitSummary) -> Judged:
    """Hold a summary against gold."""
    index = Index(article(stem))
    gold = [
        Traits.of(each.item) for each in read(honest(stem).reply, SummitSummary, index) if each.item
    ]
    kept = [(item, item.verdict in TRUSTED) for _, item in summary.items()]
    turned_down = [(item, False) for item in _turned_down(summary, index)]
    items = [(Traits.of(item), trusted) for item, trusted in [*kept, *turned_down]]
    usage = summary.usage
    judged = Judged(
        stem,
        gold=len(gold),
        relied_on=sum(trusted for _, trusted in items),
        rejected=len(summary.rejected),
        tokens=(usage.input_tokens or 0) + (usage.output_tokens or 0),
        cost=usage.cost,
    )
    partners = pairs([traits for traits, _ in items], gold)
    judged.found = len(partners)
    for number, (traits, trusted) in enumerate(items):
        partner = partners.get(number)
        otherwise = list(differences(traits, partner)) if partner else ["gold has no such item"]
        told = f"{stem}: {_told(traits.item)}"
        if not otherwise:
            judged.true += 1
            judged.flagged += not trusted
            if not trusted:
                judged.false_alarms.append(f"{told}: {_why(traits.item)}")
        elif trusted:
            judged.to_look_at.append(f"{told}: {'; '.join(otherwise)}")
    return judged


def _turned_down(summary: SummitSummary, index: Index) -> Iterator[Item]:
    fields = SummitSummary.item_fields()
    nothing: dict[str, Any] = {name: [] if kind.many else None for name, kind in fields.items()}
    for each in summary.rejected:
        raw = [each.raw] if fields[each.field].many else each.raw
        (candidate,) = read({**nothing, each.field: raw}, SummitSummary, index)
        if candidate.item:
            yield candidate.item


def pairs(items: list[Traits], gold: list[Traits]) -> dict[int, Traits]:
    """For items, by their numbers, what gold has about the same; the most alike first, each once."""
    alike = sorted(
        (
            (likeness, number, other)
            for number, one in enumerate(items)
            for other in range(len(gold))
            if (likeness := _likeness(one, gold[other])) is not None
        ),
        key=lambda each: each[0],
        reverse=True,
    )
    found: dict[int, Traits] = {}
    taken: set[int] = set()
    for _, number, other in alike:
        if number not in found and other not in taken:
            found[number] = gold[other]
            taken.add(other)
    return found


def _likeness(one: Traits, other: Traits) -> tuple[int, float] | None:
    """How much two items have in common; None: they are not about the same."""
    shared = one.cited & other.cited
    if type(one.item) is not type(other.item) or not shared:
        return None
    common = (
        sum(any(same_sum(a, b) for b in other.sums) for a in one.sums)
        + sum(any(same_thing(a, b) for b in other.things) for a in one.things)
        + sum(any(_same_name(a, b) for b in _names(other)) for a in _names(one))
    )
    tells_nothing = not all(each.sums or each.things or each.names for each in (one, other))
    if not common and not tells_nothing:
        return None
    return common, len(shared) / len(one.cited | other.cited)


def differences(one: Traits, gold: Traits) -> Iterator[str]:
    """What an item says and gold, about the same, does not."""
    for money in one.sums:
        if not any(same_sum(money, each) and not differing(money, each) for each in gold.sums):
            yield f"sum {_sum(money)} ({_listed(map(_sum, gold.sums))})"
    quantities = {each.quantity for each in gold.things}
    for thing in one.things:
        if thing.quantity is not None and thing.quantity not in quantities:
            there = (f"{each.quantity} {each.item}" for each in gold.things)
            yield f"quantity {thing.quantity} {thing.item} ({_listed(there)})"
    for named in _names(one):
        if not any(_same_name(named, each) for each in _names(gold)):
            there = (each.name or each.verbatim or "nobody" for each in _names(gold))
            yield f"name {named.name or named.verbatim} ({_listed(there)})"
    for name in _stages(type(one.item)):
        ours, theirs = getattr(one.item, name), getattr(gold.item, name)
        if ours != theirs:
            yield f"{name} {ours} ({_listed([theirs])})"


def _sum(money: Money) -> str:
    figures = [figure for figure in (money.amount, money.upper) if figure is not None]
    amount = "–".join(f"{figure:,f}" for figure in figures)
    return f"{amount or money.verbatim} {money.currency}, {money.qualifier}, {money.per}"


def _listed(there: Iterable[str]) -> str:
    return f"gold: {', '.join(there) or 'none'}"


def _names(traits: Traits) -> list[Named]:
    return [each for named in traits.names.values() for each in named]


def _same_name(one: Named, other: Named) -> bool:
    if one.name and other.name:
        return same(one.name, other.name)
    return even(one.verbatim or "") == even(other.verbatim or "")


def _stages(kind: type[Item]) -> Iterator[str]:
    for name in kind.visible_fields():
        found = kind.model_fields[name]
        marks = [*found.metadata, *taken_apart(found.annotation)[1]]
        if any(isinstance(mark, Stage) for mark in marks):
            yield name


def _told(item: Item) -> str:
    return item.text if isinstance(item, Grounded) else str(getattr(item, "name", None))


def _why(item: Item) -> str:
    flags = [each for each in item.checks if each.verdict not in TRUSTED]
    told = "; ".join(f"{each.field} {each.verdict}: {each.reason}" for each in flags)
    return told or "nothing in it could be compared"


def measure(model: str, *, folder: Path = FOLDER, replay: bool = False) -> str:
    """Ask, record, judge; the report, which is also kept beside the recording.

    Raises ProviderError if there is no key, or a wrong one.
    """
    stem = model.replace("/", "-").replace(":", "-")
    if not replay:
        with Summariser(model=model) as summariser:
            summariser.background.run(_connect(summariser))
    with (
        recorded(folder / f"{stem}.yaml", mode="none" if replay else "new_episodes"),
        Summariser(model=model) as summariser,
    ):
        results = summariser.summarise_many(map(article, ARTICLES), concurrency=4, ordered=True)
        found = dict(zip(ARTICLES, results, strict=True))
    folder.mkdir(exist_ok=True)
    report = StringIO()
    with redirect_stdout(report):
        _print(model, found)
    (folder / f"{stem}.txt").write_text(report.getvalue(), "utf-8")
    return report.getvalue()


async def _connect(summariser: Summariser) -> None:
    # Where a recording is open no key is asked for, as it may hold the answer.
    summariser.client.connect()


def _print(model: str, found: dict[str, SummitSummary | SummariserError]) -> None:
    summaries = {stem: each for stem, each in found.items() if isinstance(each, SummitSummary)}
    ways = {
        f"{each.model}, {each.mode}, {each.prompt} {each.prompt_hash}, schema {each.schema_hash}, "
        f"summariser {each.version}"
        for each in (summary.provenance for summary in summaries.values())
        if each
    }
    print(f"{model}: {' and '.join(sorted(ways)) or 'no answer'}\n")
    print("                                         gold bears out     relied on")
    print(
        "article                gold  found   true  flagged      items  to look at  rejected"
        "    tokens       cost"
    )
    everything = Judged("all")
    judged = [judge(stem, summary) for stem, summary in summaries.items()]
    for each in judged:
        print(each.row())
        everything.include(each)
    print(everything.row())
    _print_lines("True, and flagged all the same", [each.false_alarms for each in judged])
    _print_lines("Relied on, to look at", [each.to_look_at for each in judged])
    errors = [f"{stem}: {each}" for stem, each in found.items() if stem not in summaries]
    _print_lines("Not read", [errors])


def _print_lines(title: str, lines: Iterable[list[str]]) -> None:
    told = [line for each in lines for line in each]
    print(f"\n{title}: {len(told)}")
    for line in told:
        print("  " + "".join(c if c.isprintable() else "\ufffd" for c in line))


def main() -> None:
    """Measure the model that the environment names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--replay", action="store_true", help="judge what is recorded, ask nobody")
    options = parser.parse_args()
    try:
        print(measure(os.environ.get("MODEL") or MODEL, replay=options.replay), end="")
    except ProviderError as error:
        if error.kind == "authentication" and error.status is None:
            raise SystemExit(NOBODY) from None
        raise SystemExit(str(error)) from None
    except SummariserError as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    main()
