"""What a suite holds and this library does not, each with its reason: at most 2 % of a suite.

A convention is told by the kind of the case, never by its words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .money import Example, Wanted

LIMIT = 0.02


@dataclass(frozen=True)
class Convention:
    """A kind of case that a suite answers otherwise than we mean to."""

    suite: str
    reason: str
    applies: Callable[[Example, Wanted], bool]


CONVENTIONS: tuple[Convention, ...] = ()


def convention_of(suite: str, example: Example, wanted: Wanted) -> str | None:
    """The reason why a case is not ours, if it is not."""
    return next(
        (
            each.reason
            for each in CONVENTIONS
            if each.suite == suite and each.applies(example, wanted)
        ),
        None,
    )
