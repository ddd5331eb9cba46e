"""Two items that are one fact become one item, field by field.

What both give stays; where they give different sums, both stay; where only one gives something, it
is taken; where there is room for one only, the item that has read more has its way, and if that is
a figure, they stay two.  Nothing is made up: each name and sum goes with the words it was read in.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Any, TypeVar

from pydantic import ValidationError

from ..checks import Index, verify_item
from ..names import names_more
from ..schema import VERDICTS, Deliverable, Evidence, Item, Mention, Money, Named, Part, Verdict
from .matching import cited, even, is_empty, same_named, same_sum, same_thing, within

P = TypeVar("P", bound=Part)


class _Clash(Exception):  # noqa: N818  (no error: they stay two)
    """There is room for one, and both say something else."""


def join(first: Item, second: Item, index: Index) -> Item | None:
    """The one item they make, verified; where both have something to say, the first has its way.

    None if they make none: if the schema does not allow it, or if the article bears it out worse
    than the two.
    """
    try:
        item = _joined(first, second)
        item.notes = _notes(first, second, item)
        item = type(item).model_validate(item.model_dump())  # the schema may set limits
    except (_Clash, ValidationError):
        return None
    item = verify_item(item, index)
    doubt = max(_doubt(each, "elsewhere") for each in (first, second))
    return None if _doubt(item, "elsewhere") > doubt or _fails(item) else item


def _notes(first: Item, second: Item, item: Item) -> list[str]:
    """Those of both, each naming the place that its field has in the item they make."""

    def moved(found: re.Match[str]) -> str:
        name, at = found[1], int(found[2])
        entries = getattr(second, name)[at : at + 1]
        places = (
            place
            for place, each in enumerate(getattr(item, name))
            for entry in entries
            if _is_same(each, entry)
        )
        return f"{name}[{next(places, at)}]"

    theirs = (re.sub(r"^(\w+)\[(\d+)\]", moved, note) for note in second.notes)
    return [*dict.fromkeys((*first.notes, *theirs))]


def _doubt(item: Item, at_least: Verdict) -> int:
    """How bad its verdict is; what is no worse than `at_least` is all the same."""
    return max(VERDICTS.index(item.verdict), VERDICTS.index(at_least))


def _fails(item: Item) -> bool:
    return any(check.failed for check in item.checks)


def knows_more(item: Item, than: Item) -> bool:
    """Whether it rests on all the other rests on and more, or else is better borne out."""
    ours, theirs = cited(item), cited(than)
    if ours < theirs or theirs < ours:
        return theirs < ours
    return _doubt(item, "computed") < _doubt(than, "computed")


def _joined(one: P, other: P) -> P:
    """What both say, field by field; where both say something, the first has its way."""
    if type(one) is not type(other):
        raise _Clash
    if isinstance(one, Mention) and not isinstance(one, Named) and not _is_same(one, other):
        raise _Clash  # names are compared before
    if isinstance(one, Mention) and not isinstance(one, Named | Item):
        return other if _clarity(other) > _clarity(one) else one
    fields = {
        name: _value(getattr(one, name), getattr(other, name))
        for name in type(one).visible_fields()
    }
    if isinstance(one, Named) and isinstance(other, Named):
        # A name goes with the words it was read in.
        fuller, less = (other, one) if _names_more(other, one) else (one, other)
        words: str | None = fuller.verbatim  # None: of a speaker
        fields |= {"name": fuller.name, "verbatim": words or less.verbatim}
    return one.model_copy(update=fields)


def _value(one: Any, other: Any) -> Any:
    if one == other or is_empty(other):
        return one
    if is_empty(one):
        return other
    if isinstance(one, list):
        return _union(one, other)
    if isinstance(one, Part):
        return _joined(one, other)
    if isinstance(one, str | bool | Enum):
        return one
    raise _Clash


def _union(ours: list[Any], theirs: list[Any]) -> list[Any]:
    """The entries of both; each of theirs finds at most one of ours to be the same as."""
    together, free = [*ours], [*range(len(ours))]
    for entry in theirs:
        equal = (at for at in free if together[at] == entry)
        same = (at for at in free if _is_same(together[at], entry))
        at = next(equal, next(same, None))
        if at is None:
            together.append(entry)
            continue
        free.remove(at)
        if isinstance(entry, Mention):
            together[at] = _joined(together[at], entry)
        elif isinstance(entry, Evidence) and together[at].added:
            together[at] = entry
    return together


def _is_same(one: Any, other: Any) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, Evidence):
        return bool(one.sentence == other.sentence)
    if isinstance(one, Named):
        return same_named(one, other)
    if isinstance(one, Money):
        hedged = one.qualifier == other.qualifier or within(one.verbatim, other.verbatim)
        return hedged and same_sum(one, other)
    if isinstance(one, Deliverable):
        return same_thing(one, other)
    if isinstance(one, Mention):
        return even(one.verbatim) == even(other.verbatim)
    return bool(one == other)


def _clarity(mention: Any) -> tuple[bool, int]:
    """Whether it gives a figure, and in how many words; the one goes with the other."""
    figure = getattr(mention, "amount", getattr(mention, "quantity", None))
    return figure is not None, len(mention.verbatim)


def _names_more(one: Named, than: Named) -> bool:
    """Whether its name is written in full, or not inflected, where the other's is."""
    if one.name is None or than.name is None:
        return one.name is not None
    return names_more(one.name, than.name)
