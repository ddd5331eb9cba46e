"""What processes that use one file tell each other: a note of each, about one subject.

A note is a small object of JSON that only its owner writes, in one transaction with reading those
of all others, so that what two of them take of one thing is never more than there is.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from typing import Any, NamedTuple

from .database import Database
from .leases import Claims

Note = dict[str, Any]


class Theirs(NamedTuple):
    """Another one's note."""

    note: Note
    lives: bool
    """Whether its process does; else this is what it wrote last."""


class Notes:
    """The notes about one subject, of which one is this object's own."""

    def __init__(self, database: Database, claims: Claims, subject: str) -> None:
        self._database = database
        self._claims = claims
        self._subject = subject
        self._is_new = True

    def exchange(self, write: Callable[[list[Theirs]], Note]) -> None:
        """Read all others' notes and write one's own, while nobody else does.

        Raises StoreError.
        """
        own = self._claims.owner()
        with self._database.writing() as connection:
            self._claims.give_sign()
            if self._is_new:
                self._clear(connection)
                self._is_new = False
            rows = connection.execute(_OTHERS, (self._subject, own)).fetchall()
            theirs = [
                Theirs(note, self._claims.lives(owner))
                for owner, told in rows
                if isinstance(owner, int) and (note := _note(told)) is not None
            ]
            written = json.dumps(write(theirs))
            connection.execute(_WRITE, (self._subject, own, written))

    def _clear(self, connection: sqlite3.Connection) -> None:
        """Subjects of which nobody speaks any more: those of runs that ended."""
        spoken: dict[str, list[int]] = {}
        for subject, owner in connection.execute("SELECT subject, owner FROM notes").fetchall():
            spoken.setdefault(subject, []).append(owner)
        for subject, owners in spoken.items():
            if not any(isinstance(each, int) and self._claims.lives(each) for each in owners):
                connection.execute("DELETE FROM notes WHERE subject = ?", (subject,))


_OTHERS = "SELECT owner, json FROM notes WHERE subject = ? AND owner <> ?"
_WRITE = "INSERT OR REPLACE INTO notes VALUES (?, ?, ?)"


def _note(told: object) -> Note | None:
    """None: it is no object; a store may be somebody else's."""
    try:
        note = json.loads(told) if isinstance(told, str) else None
    except (ValueError, RecursionError):
        return None
    return note if isinstance(note, dict) else None
