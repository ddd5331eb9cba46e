"""What processes that ask the same provider let each other know; who carries it is up to them.

See `store.Notes`, which does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

_LARGEST = 1e15

Note = dict[str, Any]
"""What one process tells: a small object of JSON."""


class Theirs(Protocol):
    """The note of another process."""

    @property
    def note(self) -> Note:
        """What it told last."""

    @property
    def lives(self) -> bool:
        """Whether there is such a process."""


class Notes(Protocol):
    """The notes of all about one subject."""

    def exchange(self, write: Callable[[Sequence[Theirs]], Note]) -> None:
        """Read the others' and write one's own, while nobody else does."""


def number(note: Note, name: str) -> float:
    """A number of a note, 0 if it is none: nobody need have written what stands there."""
    told = note.get(name)
    if not isinstance(told, int | float) or isinstance(told, bool):
        return 0.0
    return float(told) if 0 <= told < _LARGEST else 0.0
