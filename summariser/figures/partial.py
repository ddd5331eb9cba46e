"""A figure in the making: what the grammar has read of it so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product

from .numerals import EXACT

YEAR = re.compile("19[0-9]{2}|20[0-9]{2}|2100")


@dataclass(slots=True)
class Sum:
    """A figure in the making.

    Tokens ``first`` to ``last`` are its own; ``next`` is past the hedges that follow, too.
    """

    first: int
    next: int
    values: tuple[Decimal, ...]
    scale: Decimal = Decimal(1)
    uppers: tuple[Decimal, ...] = ()
    codes: frozenset[str] = frozenset()
    family: frozenset[str] = frozenset()  # of a currency that says no country
    percent: bool = False
    spelled: bool = False
    doubtful: bool = False  # its words may tell of a range, or of a change
    was: Sum | None = None  # where the change began that ends in it
    unit: Decimal = Decimal(1)  # the last of its scales: a million of "two thousand million"
    bare: bool = False  # a scale or a hundred with no number before it
    hedges: list[str] = field(default_factory=list)
    last: int = -1

    def __post_init__(self) -> None:
        self.take(0)

    def take(self, count: int) -> None:
        """The next tokens belong to it as well."""
        self.next += count
        self.last = self.next - 1

    def add(self, value: Decimal) -> None:
        """Make every reading larger by this much."""
        self.values = tuple(EXACT.add(each, value) for each in self.values)

    def multiply(self, *powers: Decimal) -> None:
        """Multiply every reading by every power: ambiguous words multiply the readings."""
        products = (EXACT.multiply(each, power) for power, each in product(powers, self.values))
        self.values = tuple(dict.fromkeys(products))
