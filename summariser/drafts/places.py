"""Places in a text, to see whether others meet them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

Place = tuple[int, int]
"""Code-point offsets, end-exclusive."""


def meets(one: Place, other: Place) -> bool:
    """Whether they overlap."""
    return one[0] < other[1] and other[0] < one[1]


class Places:
    """Places of which none overlaps another.

    >>> places = Places([(0, 4), (10, 14)])
    >>> places.meet((3, 6)), places.meet((4, 10)), places.first_in((5, 20))
    (True, False, (10, 14))
    """

    def __init__(self, places: Iterable[Place] = ()) -> None:
        self._places = sorted(places)

    def meet(self, place: Place) -> bool:
        """Whether one of them and this one overlap."""
        at = bisect_left(self._places, (place[1],))
        return at > 0 and self._places[at - 1][1] > place[0]

    def first_in(self, place: Place) -> Place | None:
        """The first that lies within this one."""
        at = bisect_left(self._places, (place[0],))
        found = self._places[at : at + 1]
        return found[0] if found and found[0][1] <= place[1] else None

    def add(self, place: Place) -> None:
        """Take in one that meets none of them."""
        insort(self._places, place)
