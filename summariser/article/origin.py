"""Where a text stands in the file it was read from, for messages that lead there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple, Self


class Origin(NamedTuple):
    r"""The pieces of a text, and where they stand in a file that is text itself.

    >>> Origin.of("date 2025-11-07\nThey met.", [(0, 16)]).place(5)
    (2, 6)
    """

    pieces: Sequence[tuple[int, int]]
    """Where each begins in the text, and in the file."""
    lines: Sequence[int]
    """Where the lines of the file begin."""

    @classmethod
    def of(cls, file: str, pieces: Sequence[tuple[int, int]]) -> Self:
        """The origin of a text that consists of these pieces of what a file holds."""
        return cls(pieces, [0, *(at for at, each in enumerate(file, 1) if each == "\n")])

    def without(self, cut: int) -> Self:
        """That of the same text without its first characters."""
        return self._replace(pieces=[(begin - cut, there) for begin, there in self.pieces])

    def place(self, offset: int) -> tuple[int, int] | None:
        """Line and column, both from 1, of a character of the text; None if there are no lines."""
        if not self.pieces:
            return None
        begin, there = self.pieces[max(0, bisect_right(self.pieces, offset, key=itemgetter(0)) - 1)]
        at = there + offset - begin
        line = bisect_right(self.lines, at)
        return line, at - self.lines[line - 1] + 1


NO_LINES = Origin((), ())
"""That of a text from a file that is none: a web page, a document."""
