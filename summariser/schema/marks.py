"""Marks on fields: what a check may hold against the text, whatever the topic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args, get_origin


class AsWritten:
    """Marks a string that must stand in the cited sentences to the letter."""


@dataclass(frozen=True, slots=True)
class FreeText:
    """Marks a string in the model's own words; only its numbers can be checked."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Marks a field that is compared as part of something else: a sum's amount, a name."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Marks how far something has come.

    The choices that are compared with the text have the names of ``languages.Stages.told``.
    """

    ahead: tuple[str, ...] = ()
    """The choices by which it is still to come, from the first idea on."""
    said: str = ""
    """The one of them that says no more than that somebody told of it."""
    conditions: tuple[str, ...] = ()
    """Those of them that are told beside another stage, and come before it."""
    reached: tuple[str, ...] = ()
    """Those by which something was reached, from the first step to the last."""
    stopped: tuple[str, ...] = ()
    """Those beside that ladder: it waits, or comes to nothing."""
    called_off: tuple[str, ...] = ()
    """Those of them by which nothing comes of it."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """Marks what is agreed upon; the choices have the names of ``languages.Stages.instruments``."""

    general: tuple[str, ...] = ()
    """The choices that any of the others may be called as well."""


@dataclass(frozen=True, slots=True)
class Stance:
    """Marks where somebody stands; `opposed`: two choices that nobody takes at once."""

    opposed: tuple[str, str]


class StatedDate:
    """Marks a date that the text states: ISO 8601, ``--10-12`` where it gives no year."""


class Place:
    """Marks where something is, happens or is to happen."""


class Role:
    """Marks what somebody is or does in it."""


class RoleInWords:
    """Marks what somebody is, in the text's words: "finance minister"."""


class Affiliation:
    """Marks to whom somebody belongs, or for whom they speak."""


class Unit:
    """Marks what a quantity is measured in."""


class CurrencyCode:
    """Marks a code of ISO 4217."""


class CountryCode:
    """Marks a code of ISO 3166-1, or EU."""


MARKS = (AsWritten, FreeText, Compared)
OPEN = frozenset(("unspecified", "unknown", "unclear"))
"""Choices that say nothing, in any topic."""


def taken_apart(annotation: Any) -> tuple[list[object], list[object]]:
    """The types that a value may consist of, a Literal as a whole, and the marks on them.

    >>> kinds, marks = taken_apart(list[Annotated[str, FreeText()]] | None)
    >>> kinds, [type(mark).__name__ for mark in marks]
    ([<class 'NoneType'>, <class 'str'>], ['FreeText'])
    """
    kinds: list[object] = []
    marks: list[object] = []
    inner = [annotation]
    while inner:
        annotation = inner.pop()
        marks += getattr(annotation, "__metadata__", ())
        within = () if get_origin(annotation) is Literal else get_args(annotation)
        inner += within[:1] if get_origin(annotation) is Annotated else within
        kinds += [] if within else [annotation]
    return kinds, marks
