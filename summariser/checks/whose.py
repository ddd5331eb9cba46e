"""Whose figure it is: noted beside an item, outside its verdict, where there is reason to ask.

That a figure stands in the cited words says nothing of what it is the figure of.  Two things are
seen all the same: two items of a kind claim one figure, or the words around it name the parties of
another item, and none of this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..names import forms, same_name, same_surname, spellings
from ..schema import Item, Named, Part, Quoted, SummaryData
from .finding import Place, quoted
from .index import Index

_KINDS = ("amount", "quantity")
_MANY = 50  # names in one clause
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
    items = dict(_items(summary))
    claims = [claim for path, item in items.items() for claim in _claims(path, item, index)]
    names = {path: _names(item) for path, item in items.items()}
    known = _by_spelling(frozenset().union(*names.values()))
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
        around = _named_around(claim.place, known, index) if mine else []
        if around and not any(_is_among(name, mine) for name in around):
            told = f"{claim.field}: {figure} stands beside {quoted(around[0])}, no side of this"
            _note(items[claim.item], told)


def _items(summary: SummaryData) -> Iterator[tuple[str, Item]]:
    for name, field in summary.item_fields().items():
        value = getattr(summary, name)
        if field.many:
            yield from ((f"{name}[{at}]", item) for at, item in enumerate(value))
        elif value is not None:
            yield name, value


def _claims(path: str, item: Item, index: Index) -> Iterator[_Claim]:
    for check in item.checks:
        if check.kind in _KINDS and check.verdict in _SOUND and check.span:
            yield _Claim(path, check.field, index.place(check.span))


def _names(part: Part) -> frozenset[str]:
    """All the names within an item."""
    found: set[str] = set()
    for field in type(part).visible_fields():
        value = getattr(part, field)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, Named) and each.name:
                found.add(each.name)
            elif isinstance(each, Part):
                found |= _names(each)
    return frozenset(found)


def _by_spelling(names: frozenset[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        for spelling in spellings(name):
            found.setdefault(spelling, []).append(name)
    return found


def _named_around(place: Place, known: dict[str, list[str]], index: Index) -> list[str]:
    """Whom of the known the clause of a figure names."""
    number = index.number_at(place)
    if number is None:
        return []
    start, end = index.region(number)
    before = [found.end() for found in _CLAUSE_ENDS.finditer(index.whole, start, place[0])]
    behind = _CLAUSE_ENDS.search(index.whole, place[1], end)
    clause = (before[-1] if before else start, behind.start() if behind else end)
    words = [
        index.text(each)
        for each in index.cast.names([number])
        if clause[0] <= each[0] and each[1] <= clause[1]
    ]
    return [
        name
        for each in words[:_MANY]
        for name in dict.fromkeys(name for form in forms(each) for name in known.get(form, ()))
        if same_name(name, each) or same_surname(name, each)
    ]


def _is_among(name: str, names: frozenset[str]) -> bool:
    return name in names or any(same_name(each, name) or same_name(name, each) for each in names)


def _note(item: Item, note: str) -> None:
    if note not in item.notes:
        item.notes = [*item.notes, note]
