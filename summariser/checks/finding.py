"""What one comparison found: the checks return these, and `verify` writes them down."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..schema import Kind, Part, Verdict

Place = tuple[int, int]
"""Code-point offsets into the article's text, end-exclusive."""


class Finding(NamedTuple):
    """A verdict on one field, and what it rests on."""

    kind: Kind
    field: str
    verdict: Verdict
    reason: str | None = None
    """For people: what the text says instead, or why it could not be compared."""
    place: Place | None = None
    """The words of the article that the field was compared with."""
    asks: bool = False
    """Whether it is asked about once more, though it did not fail: a figure that could not be
    placed, or a status, a date, a place that the words contradict."""


class Claim(NamedTuple):
    """What a field says, to be held against the text."""

    value: Any
    mark: Any
    """The mark on the field that tells how to compare it."""
    part: Part
    """The part of the item that the field belongs to."""
    path: str


def quoted(words: str) -> str:
    """Some words as they are quoted in a reason."""
    return f"“{shortened(words, 80)}”"


def shortened(words: str, longest: int) -> str:
    """Some words, or as many of them as there is room for."""
    return words if len(words) <= longest else words[: longest - 1] + "…"


def joined(path: str, name: str) -> str:
    """The path of a field within a part."""
    return f"{path}.{name}" if path else name
