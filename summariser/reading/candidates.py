"""The items of a reply, read one by one: what is sound stays, what is not says why.

A reply that is broken as a whole never comes this far; see `client`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from itertools import islice
from typing import Any

from pydantic import ValidationError

from ..checks import Index, examine
from ..schema import Check, Cited, Item, Rejected, SummaryData
from .mending import mend

_COMMON = 20
"""What so many items hold does not tell which of them a second try mends."""
_MOST_OFFERED = 50
"""Sums or names to choose from; of a sentence that has more, the first."""


@dataclass(slots=True)
class Candidate:
    """One item as the model wrote it, and what became of it."""

    field: str
    raw: Any
    item: Item | None = None
    """None if it could not be read at all."""
    reasons: list[str] = dataclass_field(default_factory=list)
    """Why it is not sound; empty if it is."""
    doubts: list[str] = dataclass_field(default_factory=list)
    """Why it is asked about once more, and kept whatever comes of it."""

    @property
    def sound(self) -> bool:
        return not self.reasons

    @property
    def settled(self) -> bool:
        """Whether it need not be asked about again."""
        return not self.reasons and not self.doubts

    @property
    def checks(self) -> list[Check]:
        return self.item.checks if self.item else []

    def rejected(self, *more: str) -> Rejected:
        """The record of an item that is not taken over."""
        reason = "; ".join([*self.reasons, *more])
        return Rejected(field=self.field, raw=self.raw, reason=reason, checks=self.checks)


def read(content: dict[str, Any], schema: type[SummaryData], index: Index) -> list[Candidate]:
    """All items of a reply of this schema, in order, each validated and verified on its own."""
    candidates = []
    for name, kind in schema.item_fields().items():
        value = content[name]
        raws = value if kind.many else [] if value is None else [value]
        candidates += [read_item(name, raw, kind.item, index) for raw in raws]
    return candidates


def read_item(name: str, raw: Any, kind: type[Item], index: Index) -> Candidate:
    """One item, validated and verified."""
    try:
        mended, notes = mend(raw, kind, index)
        item = kind.model_validate(mended, context={"article": index.article})
    except ValidationError as error:
        reasons = [
            f"{_path(each['loc'])}: {each['msg'].removeprefix('Value error, ')}"
            for each in error.errors(include_url=False, include_context=False)[:8]
        ]
        return Candidate(name, raw, None, reasons)
    except RecursionError:
        return Candidate(name, None, None, ["nested too deeply"])
    item.notes = notes
    item, doubts = examine(item, index)
    failed = [f"{check.field}: {check.reason}" for check in item.checks if check.failed]
    return Candidate(name, raw, item, failed, doubts)


def _path(location: Iterable[str | int]) -> str:
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)
    return path.removeprefix(".") or "the item"


def offers(candidate: Candidate, index: Index) -> dict[str, list[str]]:
    """The sums and names that its cited sentences do hold, to choose from in a second try."""
    if not isinstance(candidate.item, Cited):
        return {"sums": [], "names": []}
    cited = [evidence.sentence for evidence in candidate.item.evidence]
    figures = islice(index.figures(cited), 10 * _MOST_OFFERED)
    sums = [index.text(place) for figure, place in figures if figure.kind == "money"]
    names = [index.text(place) for place in islice(index.cast.names(cited), 10 * _MOST_OFFERED)]
    return {"sums": _first(sums), "names": _first(names)}


def _first(words: list[str]) -> list[str]:
    return list(dict.fromkeys(words))[:_MOST_OFFERED]


def settle(
    first: list[Candidate], second: list[Candidate], note: str = ""
) -> tuple[list[Candidate], list[Rejected]]:
    """What is taken over, and what is not, once failing items had their second try.

    A second try takes the place of the item it mends, unless it fails too or repeats another item.
    One that was only in doubt stays as it is, unless the second try leaves no doubt.
    `note` says why there was no second try, if there was none.
    """
    asked = [each for each in first if not each.settled]
    sound = {trace(each) for each in first if each.settled} if second else set()
    tries = {id(old): new for old, new in _pair(asked, second)}
    kept: list[Candidate] = []
    rejected: list[Rejected] = []
    for old in first:
        new = tries.get(id(old))
        if old.sound:
            is_better = new is not None and new.settled and trace(new) not in sound
            kept.append(new if new is not None and is_better else old)
        elif new is None:
            rejected.append(old.rejected(note or "asked again: withdrawn"))
        elif not new.sound:
            rejected.append(old.rejected("asked again: " + "; ".join(new.reasons)))
        elif trace(new) in sound:
            rejected.append(old.rejected("asked again: repeats another item"))
        else:
            kept.append(new)
    return kept, rejected


def _pair(failing: list[Candidate], second: list[Candidate]) -> list[tuple[Candidate, Candidate]]:
    """Which second try belongs to which failing item.

    The model was asked to keep the order; where it left items out, the most alike go together.
    """
    pairs: list[tuple[Candidate, Candidate]] = []
    for name in dict.fromkeys(old.field for old in failing):
        olds = [old for old in failing if old.field == name]
        news = [new for new in second if new.field == name]
        alike = zip(olds, news, strict=True) if len(olds) == len(news) else _most_alike(olds, news)
        pairs += alike
    return pairs


def _most_alike(
    olds: list[Candidate], news: list[Candidate]
) -> Iterator[tuple[Candidate, Candidate]]:
    """Each with the one it shares most leaves with; those that share none, in their order.

    Looked up by leaf, not compared one by one: a reply may have many items.
    """
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, old in enumerate(olds):
        for leaf in leaves(old.raw):
            holders[leaf].append(at)
    shared = Counter(
        (holder, at)
        for at, new in enumerate(news)
        for leaf in leaves(new.raw)
        if len(holders.get(leaf, ())) <= _COMMON
        for holder in holders.get(leaf, ())
    )
    free_olds, free_news = dict(enumerate(olds)), dict(enumerate(news))
    for pair in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        if pair[0] in free_olds and pair[1] in free_news:
            yield free_olds.pop(pair[0]), free_news.pop(pair[1])
    yield from zip(free_olds.values(), free_news.values(), strict=False)


def trace(each: Candidate | Rejected) -> tuple[str, frozenset[tuple[str, str]]]:
    """What two items have in common if they are the same as the model wrote them."""
    return each.field, frozenset(leaves(each.raw))


def leaves(raw: Any, path: str = "") -> set[tuple[str, str]]:
    """All that stands in a raw item, each with where it stands; order does not count."""
    if isinstance(raw, dict):
        return {leaf for name, value in raw.items() for leaf in leaves(value, f"{path}.{name}")}
    if isinstance(raw, list):
        return {leaf for value in raw for leaf in leaves(value, path)}
    return {(path, str(raw))}
