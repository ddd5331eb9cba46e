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

    >>> deals = {}
    >>> def follow(event: ItemEvent) -> None:
    ...     if event.kind == "removed":
    ...         del deals[event.number]
    ...     else:
    ...         deals[event.number] = event.item
    """

    kind: Change
    """``added``, ``changed``, or ``removed``: it is no part of the summary after all."""
    number: int
    """Which item it is, counted from 1 in the order of their coming."""
    field: str
    """The field of the summary it stands in: ``deals``."""
    item: Item
    """The item with its evidence, checks and verdict; of one that is removed, as it was."""
