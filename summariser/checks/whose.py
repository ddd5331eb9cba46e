"""Whose figure it is: noted beside an item, outside its verdict, where there is reason to ask.

That a figure stands in the cited words says nothing of what it is the figure of.  Two things are
seen all the same: two items of a kind claim one figure, or the words around it name the parties of
another item, and none of this one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from ..names import same_name, same_surname
from ..schema import Item, Named, Part, Quoted, SummaryData
from .finding import Place, quoted
from .index import Index

_KINDS = ("amount", "quantity")
_SOUND = ("exact", "normalised", "computed")
_CLAUSE_ENDS = re.compile(r"[.;:,!?…]\s|[。；，、！？،؛]|\n")


class _Claim(NamedTuple):
    """A figure that an item claims."""

    item: str
    """deals[0]"""
    field: str
    """values[0].amount"""
    place: Place


def note_whose_figures(summary: SummaryData, index: Index) -> None:
    """Write a note on each item whose figure may be another's."""
    items = dict(summary.items())
    claims = [claim for path, item in items.items() for claim in _claims(path, item, index)]
    names = {path: _names(item) for path, item in items.items()}
    named = _named_in({index.number_at(claim.place) for claim in claims}, names, index)
    claimed: dict[tuple[str, Place], list[_Claim]] = {}
    for claim in claims:
        claimed.setdefault((claim.item.partition("[")[0], claim.place), []).append(claim)
    for claim in claims:
        alike = claimed[claim.item.partition("[")[0], claim.place]
        mine = names[claim.item]
        others = (each for each in alike if each.item != claim.item)
        other = next((each for each in others if not mine & names[each.item]), None)
        figure = quoted(index.text(claim.place))
        if other:
            _note(items[claim.item], f"{claim.field}: {other.item} claims {figure}, too")
            continue
        if isinstance(items[claim.item], Quoted):
            continue  # who speaks of a sum is seldom a side of it
        around = _named_around(claim.place, named, index) if mine else []
        if around and not any(_is_among(name, mine) for name in around):
            told = f"{claim.field}: {figure} stands beside {quoted(around[0])}, no side of this"
            _note(items[claim.item], told)


def _claims(path: str, item: Item, index: Index) -> Iterator[_Claim]:
    for check in item.checks:
        if check.kind in _KINDS and check.verdict in _SOUND and check.span:
            yield _Claim(path, check.field, index.place(check.span))


def _names(part: Part) -> frozenset[str]:
    """All the names within an item."""
    found: set[str] = set()
    for field in type(part).inner_fields():
        value = getattr(part, field)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, Named) and each.name:
                found.add(each.name)
            elif isinstance(each, Part):
                found |= _names(each)
    return frozenset(found)


def _named_in(
    sentences: set[int | None], names: dict[str, frozenset[str]], index: Index
) -> list[tuple[Place, str]]:
    """Where these sentences name somebody of the summary, in order."""
    numbers = sorted(number for number in sentences if number is not None)
    return sorted(
        (place, name)
        for name in frozenset().union(*names.values())
        for place in index.cast.names_like(name, numbers)
        if same_name(name, words := index.text(place)) or same_surname(name, words)
    )


def _named_around(place: Place, named: list[tuple[Place, str]], index: Index) -> list[str]:
    """Who of them is named in the clause of a figure."""
    number = index.number_at(place)
    if number is None:
        return []
    start, end = index.region(number)
    before = [found.end() for found in _CLAUSE_ENDS.finditer(index.whole, start, place[0])]
    behind = _CLAUSE_ENDS.search(index.whole, place[1], end)
    first = bisect_left(named, ((before[-1] if before else start, 0), ""))
    last = bisect_left(named, ((behind.start() if behind else end, 0), ""))
    return [name for _, name in named[first:last]]


def _is_among(name: str, names: frozenset[str]) -> bool:
    return name in names or any(same_name(each, name) or same_name(name, each) for each in names)


def _note(item: Item, note: str) -> None:
    if note not in item.notes:
        item.notes = [*item.notes, note]
