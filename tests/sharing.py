"""Notes of several processes, kept in memory: what a store does, for tests that need no file."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple


class Theirs(NamedTuple):
    note: dict[str, Any]
    lives: bool


class Board:
    """All notes about one subject; ``notes()`` is what a process has of it."""

    def __init__(self) -> None:
        self.notes: dict[int, Any] = {}
        self.dead: set[int] = set()

    def of(self, number: int) -> Notes:
        return Notes(self, number)


class Notes:
    def __init__(self, board: Board, number: int) -> None:
        self.board = board
        self.number = number

    def exchange(self, write: Callable[[list[Theirs]], dict[str, Any]]) -> None:
        others = [
            Theirs(json.loads(note), number not in self.board.dead)
            for number, note in self.board.notes.items()
            if number != self.number
        ]
        self.board.notes[self.number] = json.dumps(write(others))
