"""What several windows of one article report, brought together fact by fact.

Items of one window are never merged with each other: whoever reads two facts in one go has seen
that they are two.  Nothing is picked, averaged or added up: different sums of one deal all stay.
A merged item is held against the article again; if it fares worse than the items it was made
from, they stay apart.  Whether two items are one fact is decided in `matching`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from heapq import nlargest
from typing import Any, Protocol

from pydantic import TypeAdapter, ValidationError

from ..checks import Index
from ..schema import Grounded, Item, Named, Rejected, SummaryData
from .candidates import Candidate, trace
from .combining import join, knows_more
from .matching import (
    Likeness,
    Traits,
    differing,
    even,
    holds_words,
    is_empty,
    likeness,
    same_named,
    unlike,
    within,
)

_COMMON = 20
"""What so many facts give does not tell which of them an item far away reports."""
_STEM = 5
"""So many letters of a word stay, as a rule, when it is inflected."""
_MOST = 64
"""So many facts an item is compared with, if there are more about its sentences: the latest."""


class Reading(Protocol):
    """What came of one window."""

    @property
    def kept(self) -> Sequence[Candidate]:
        """The items that are taken over."""

    @property
    def rejected(self) -> Sequence[Rejected]:
        """Those that are not."""


def merge(
    readings: Sequence[Reading], schema: type[SummaryData], index: Index
) -> tuple[list[Candidate], list[Rejected]]:
    """The items of all windows, each fact once, and what is rejected, each item once.

    ``readings`` stand in the order of their windows; if there is only one, all stays as it is.
    Of a field for a single item the first one stays that has a name, and others that are not the
    same go to the rejected ones.  What another window accepted just as it is counts as accepted.
    """
    if len(readings) == 1:
        return [*readings[0].kept], [*readings[0].rejected]
    kept: list[Candidate] = []
    rejected = [*_rejected_by_all(readings)]
    for name, kind in schema.item_fields().items():
        runs = [[each for each in reading.kept if each.field == name] for reading in readings]
        if kind.many:
            facts = _Facts(index)
            for run in runs:
                facts.add(run)
            kept += facts.candidates
        else:
            first, others = _single([each for run in runs for each in run], index)
            kept += first
            rejected += others
    once: dict[Any, Rejected] = {}
    for each in rejected:
        once.setdefault(trace(each), each)
    return kept, [*once.values()]


def _rejected_by_all(readings: Sequence[Reading]) -> Iterator[Rejected]:
    """The rejected items that no other window's reading accepted."""
    keepers: dict[Any, set[int]] = defaultdict(set)
    for number, reading in enumerate(readings):
        for kept in reading.kept:
            keepers[trace(kept)].add(number)
    for number, reading in enumerate(readings):
        yield from (each for each in reading.rejected if not keepers[trace(each)] - {number})


# --- fields --------------------------------------------------------------------------------


def merge_fields(
    contents: Sequence[Mapping[str, Any]], schema: type[SummaryData]
) -> dict[str, Any]:
    r"""The fields that hold no items, from the replies for several windows, in their order.

    Texts follow each other, a blank line between them, and lists are strung together, both
    without what stands there already.  Of all else, and of what the schema does not allow to be
    longer, the first that is given stays.

    >>> from summariser import SummitSummary
    >>> merge_fields([{"overview": "They met."}, {"overview": "They left."}], SummitSummary)
    {'overview': 'They met.\n\nThey left.'}
    """
    names = [name for name in schema.visible_fields() if name not in schema.item_fields()]
    return {name: _field(schema, name, [each.get(name) for each in contents]) for name in names}


def _field(schema: type[SummaryData], name: str, values: list[Any]) -> Any:
    given = [value for value in values if not is_empty(value)] or values[:1]
    first, together = given[0], given[0]
    if all(isinstance(value, str) for value in given) and not holds_words(schema, name):
        together = "\n\n".join(dict.fromkeys(value.strip() for value in given))
    elif all(isinstance(value, list) for value in given):
        together = []
        for entry in (entry for value in given for entry in value):
            together += [] if entry in together else [entry]
    try:
        return first if len(given) == 1 else _adapter(schema, name).validate_python(together)
    except ValidationError:
        return first


@lru_cache
def _adapter(schema: type[SummaryData], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(schema.model_fields[name].rebuild_annotation())


def _single(
    candidates: Sequence[Candidate], index: Index
) -> tuple[list[Candidate], list[Rejected]]:
    """The item that a field has room for, and those that are another one."""
    if not candidates:
        return [], []
    first, *others = sorted(candidates, key=lambda each: (not each.sound, _is_unnamed(_item(each))))
    rejected = []
    for each in others:
        if _print(each) == _print(first):
            continue
        merged = _merged(first, each, index) if _are_one(_item(first), _item(each)) else None
        if merged:
            first = merged
        else:
            room = f"{first.field} has room for one, and another window gave it first"
            rejected.append(each.rejected(room))
    return [first], rejected


def _is_unnamed(item: Item) -> bool:
    return isinstance(item, Named) and item.name is None


def _are_one(one: Item, other: Item) -> bool:
    if isinstance(one, Grounded) or not (isinstance(one, Named) and isinstance(other, Named)):
        return likeness(Traits.of(one), Traits.of(other)) is not None
    if _is_unnamed(one) != _is_unnamed(other):  # «the summit» is the one that has a name
        return not (differing(one, other) or unlike(one, other))
    return same_named(one, other) or within(one.name or one.verbatim, other.name or other.verbatim)


# --- facts ---------------------------------------------------------------------------------


@dataclass(slots=True)
class _Fact:
    """An item so far, and those it was made from."""

    candidate: Candidate
    traits: Traits
    prints: set[str]


class _Facts:
    """The facts of one field, looked up by sentence and figure rather than one by one."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._facts: list[_Fact] = []
        self._by_key: dict[Any, set[int]] = defaultdict(set)

    @property
    def candidates(self) -> list[Candidate]:
        return [fact.candidate for fact in self._facts]

    def add(self, run: Sequence[Candidate]) -> None:
        """Take over the items of the next window, the surest matches first."""
        news = [_fact(each) for each in run]
        pairs = sorted(
            (
                (rank, new, old)
                for new in range(len(news))
                for old in self._alike(news[new])
                if (rank := _rank(self._facts[old], news[new]))
            ),
            key=lambda pair: (pair[0], -pair[1], -pair[2]),
            reverse=True,
        )
        merged: set[int] = set()
        taken: set[int] = set()
        for _, new, old in pairs:
            if new not in merged and old not in taken and self._take(old, news[new]):
                merged.add(new)
                taken.add(old)
        for number, fact in enumerate(news):
            if number not in merged:
                self._facts.append(fact)
                self._note(len(self._facts) - 1)

    def _take(self, old: int, new: _Fact) -> bool:
        fact = self._facts[old]
        if not new.prints <= fact.prints:
            merged = _merged(fact.candidate, new.candidate, self._index)
            if merged is None:
                return False
            fact.candidate, fact.traits = merged, Traits.of(_item(merged))
            fact.prints |= new.prints
            self._note(old)
        return True

    def _note(self, number: int) -> None:
        fact = self._facts[number]
        for key in (*fact.prints, *_sentences(fact), *_figures(fact)):
            self._by_key[key].add(number)

    def _alike(self, fact: _Fact) -> set[int]:
        """The facts that may be this one: seen just so, or near it, or with the same figures."""
        near = {("sentence", at + step) for _, at in _sentences(fact) for step in (-1, 0, 1)}
        figures = [key for key in _figures(fact) if len(self._by_key[key]) < _COMMON]
        found = set[int]().union(*(self._by_key[key] for key in (*near, *figures)))
        return {*nlargest(_MOST, found)}.union(*(self._by_key[key] for key in fact.prints))


def _sentences(fact: _Fact) -> list[tuple[str, int]]:
    return [("sentence", number) for number in fact.traits.cited or {0}]


def _figures(fact: _Fact) -> list[tuple[str, Decimal, str]]:
    """Its figures, alone and with the words of its names, of which the first letters stay."""
    names = [name.name or "" for names in fact.traits.names.values() for name in names]
    words = {word for name in names for word in re.findall(r"\w+", even(name))}
    beside = {"", *words, *(word[:_STEM] for word in words)}
    return [("figure", number, word) for number in fact.traits.figures for word in beside]


def _fact(candidate: Candidate) -> _Fact:
    return _Fact(candidate, Traits.of(_item(candidate)), {_print(candidate)})


def _item(candidate: Candidate) -> Item:
    assert candidate.item is not None, "what could not be read is not kept"
    return candidate.item


def _print(candidate: Candidate) -> str:
    """All that it says; of the same, the checks are the same."""
    return _item(candidate).model_dump_json(exclude={"checks", "notes", "verdict"})


def _rank(old: _Fact, new: _Fact) -> Likeness | None:
    if new.prints <= old.prints:
        return float("inf"), True, True, True, True, 1
    return likeness(old.traits, new.traits)


def _merged(one: Candidate, other: Candidate, index: Index) -> Candidate | None:
    """The one item they make, or None if they are to stay apart."""
    first, second = (other, one) if knows_more(_item(other), _item(one)) else (one, other)
    item = join(_item(first), _item(second), index)
    return Candidate(first.field, first.raw, item) if item else None
