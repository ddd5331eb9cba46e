"""What can be compared only where the words tell: how far something has come, when, where.

A check of these says nothing where the text holds nothing that code can compare; the field then
stands in `item.unread`.  None of them rejects an item.  What the text contradicts is asked about
once more.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from ..schema import Part
from .finding import Finding
from .scope import Scope


class Claim(NamedTuple):
    """What a field says, to be held against the text."""

    value: Any
    mark: Any
    """The mark on the field that tells how to compare it."""
    part: Part
    """The part of the item that the field belongs to."""
    path: str


TOLD: dict[type, Callable[[Scope, Claim], Finding | None]] = {}
"""By the mark on a field, the check that looks at it."""
