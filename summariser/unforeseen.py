"""What nobody foresaw harms the one article it befalls: it becomes an `InternalError`.

For calls that do not wait; those that do catch ``Exception`` themselves, and turn it into the same.
What is raised on purpose is raised on.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import TypeVar

from .errors import InternalError, SummariserError

T = TypeVar("T")
V = TypeVar("V")

MOST_IN_A_ROW = 20
"""So many articles in a row that fail at one place are not to blame: no other would fare better."""


def attempt(make: Callable[[], T], *foreseen: type[Exception]) -> T | InternalError:
    """What this makes, or the error for what nobody foresaw.

    Other errors of ours, and those `foreseen`, are raised.

    >>> attempt(lambda: 1 + 1)
    2
    >>> attempt(lambda: {}["the article"]).kind
    'KeyError'
    """
    try:
        return make()
    except Exception as error:
        if isinstance(error, InternalError):
            return error.with_traceback(None)
        if isinstance(error, (SummariserError, *foreseen)):
            raise
        return InternalError.of(error)


def guarded(make: Callable[[], T], *foreseen: type[Exception]) -> T:
    """As `attempt`, where what nobody foresaw is raised as the error it becomes."""
    made = attempt(make, *foreseen)
    if isinstance(made, InternalError):
        raise made
    return made


def sparing(
    view: Callable[[list[T]], V], items: list[T], tell: Callable[[T, InternalError], None]
) -> V:
    """A view of all these, but for those at which it fails; `tell` hears of each of them.

    Fails as the view does if that is the fault of none of them.

    >>> def view(texts: list[str]) -> str:
    ...     return " ".join(str(1 / int(text)) for text in texts)
    >>> sparing(view, ["1", "0", "2"], lambda text, error: print(text, error.kind))
    0 ZeroDivisionError
    '1.0 0.5'
    """
    shown = attempt(lambda: view(items))
    if not isinstance(shown, InternalError):
        return shown
    sound = []
    for item in items:
        alone = attempt(lambda item=item: view([item]))  # type: ignore[misc]  # mypy 9003
        if isinstance(alone, InternalError):
            tell(item, alone)
        else:
            sound.append(item)
    return view(sound)


class Streak:
    """Counts failures at one place in a row."""

    def __init__(self) -> None:
        self._place: str | None = None
        self._number = 0

    def add(self, outcome: object) -> InternalError | None:
        """Why there should be no next article, if this outcome was one too many.

        An outcome is an error, or has one as its ``error``; all others are good.
        """
        error = getattr(outcome, "error", outcome)
        place = error.place if isinstance(error, InternalError) else None
        self._number = self._number + 1 if place == self._place else 1
        self._place = place
        if not isinstance(error, InternalError) or self._number < MOST_IN_A_ROW:
            return None
        last = copy(error)
        last.args = (f"{self._number} articles in a row failed alike, the last one so: {error}",)
        return last
