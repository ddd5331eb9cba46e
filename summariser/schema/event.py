"""What is told of a summary's items before there is a summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .summary import Item

Change = Literal["added", "changed", "removed"]


@dataclass(frozen=True, slots=True)
class ItemEvent:
    """An item of a summary that is not finished yet: it has come, or another is there instead.

    Whoever keeps the items by their numbers, and lets go of those that are removed, has those of
    the summary in the end.  Until then each of them is provisional.

    >>> class Remark(Item):
    ...     text: str
    >>> print(ItemEvent("added", 1, "remarks", Remark(text="Nothing was signed.")))
    added 1, remarks: Nothing was signed. (unchecked)
    """

    kind: Change
    """``added``, ``changed``, or ``removed``: it is no part of the summary after all."""
    number: int
    """Which item it is, counted from 1 in the order of their coming."""
    field: str
    """The field of the summary it stands in: ``deals``."""
    item: Item
    """The item with its evidence, checks and verdict; of one that is removed, as it was."""

    def __str__(self) -> str:
        names = ("text", "name", "verbatim")
        title = next(filter(None, (getattr(self.item, name, None) for name in names)), "")
        return f"{self.kind} {self.number}, {self.field}: {title} ({self.item.verdict})"
