"""What was submitted as batches, in the store's own file: so that none is lost, or paid for twice.

A *row* is one request of a batch: one window of one article.  That a batch is about to be
submitted is on the disk before the provider hears of it; its rows are under way until the ledger
knows better.  What is sent and what comes back is no business of this file: see `batches`.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..schema import Usage
from .store import Store

# Made here, not with the store's own: a store knows nothing of batches.
_TABLES = (
    """CREATE TABLE IF NOT EXISTS batches (number INTEGER PRIMARY KEY, token TEXT NOT NULL UNIQUE,
    settings TEXT NOT NULL, submitted REAL NOT NULL, file TEXT, id TEXT, end TEXT,
    message TEXT, usage TEXT)""",
    """CREATE TABLE IF NOT EXISTS batch_rows (batch INTEGER NOT NULL REFERENCES batches,
    name TEXT NOT NULL, key TEXT NOT NULL, part TEXT NOT NULL, outcome TEXT,
    PRIMARY KEY (batch, name)) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS batch_rows_same ON batch_rows (key, part)",
)

ANSWERED = "answered"
"""The outcome of a row whose answer is in the store; any other says why it is to be done again."""

LONGEST_NAME = 64
"""Characters of a ``custom_id``: OpenAI gives no limit, others who speak its API do."""


class Question(NamedTuple):
    """What a row asks about: a part of an article."""

    key: str
    part: str

    def name(self, is_whole: bool) -> str:
        """Its ``custom_id``: the key; with the part, in the room there is, if it is not all.

        >>> Question("ab12", "1-80").name(is_whole=True)
        'ab12'
        >>> Question("ab12", "1-80").name(is_whole=False)
        'ab12_1-80'
        """
        if is_whole:
            return self.key
        return f"{self.key[: LONGEST_NAME - len(self.part) - 1]}_{self.part}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A batch as the ledger knows it."""

    number: int
    token: str
    """What it is called in the batch's metadata."""
    settings: str
    """What its requests were made with, as JSON: to compare, not to obey."""
    submitted: float
    """When, in Unix seconds."""
    file: str | None
    """What the provider calls the uploaded file; None: there is none."""
    id: str | None
    """What the provider calls the batch; None: it is not known to have one."""
    end: str | None
    """The provider's last word (``completed``, ``expired``, …), or ``given up``; None: open."""
    message: str | None
    """What went wrong with it as a whole."""


class Ledger:
    """The batches of a store.  Every call is one transaction, committed when it returns."""

    def __init__(self, store: Store) -> None:
        self._store = store
        with store.writing() as connection:
            for statement in _TABLES:
                connection.execute(statement)

    def open(self, settings: str, rows: Mapping[str, Question]) -> Entry:
        """Note a batch before it is submitted; its rows are under way from now on."""
        entry = (secrets.token_hex(16), settings, time.time())
        with self._store.writing() as connection:
            number = connection.execute(
                "INSERT INTO batches (token, settings, submitted) VALUES (?, ?, ?)", entry
            ).lastrowid
            assert number is not None
            connection.executemany(
                "INSERT INTO batch_rows (batch, name, key, part) VALUES (?, ?, ?, ?)",
                ((number, name, *question) for name, question in rows.items()),
            )
        return Entry(number, *entry, file=None, id=None, end=None, message=None)

    def note_file(self, entry: Entry, file: str) -> None:
        """Note that its file is uploaded; from now on it may exist as a batch."""
        with self._store.writing() as connection:
            connection.execute(
                "UPDATE batches SET file = ?, submitted = ? WHERE number = ?",
                (file, time.time(), entry.number),
            )

    def note_id(self, entry: Entry, id: str) -> None:  # noqa: A002  # that is its name
        """Note that it exists, and what the provider calls it."""
        with self._store.writing() as connection:
            connection.execute("UPDATE batches SET id = ? WHERE number = ?", (id, entry.number))

    def close(
        self,
        entry: Entry,
        end: str,
        outcomes: Mapping[str, str],
        *,
        message: str | None = None,
        usage: Usage | None = None,
    ) -> None:
        """Note how it ended, and what became of each of its rows."""
        spent = usage.model_dump_json() if usage else None
        with self._store.writing() as connection:
            connection.executemany(
                "UPDATE batch_rows SET outcome = ? WHERE batch = ? AND name = ?",
                ((outcome, entry.number, name) for name, outcome in outcomes.items()),
            )
            connection.execute(
                "UPDATE batches SET end = ?, message = ?, usage = ? WHERE number = ?",
                (end, message, spent, entry.number),
            )

    def entries(self) -> list[Entry]:
        """All batches, oldest first."""
        with self._store.writing() as connection:
            found = connection.execute(
                """SELECT number, token, settings, submitted, file, id, end, message
                FROM batches ORDER BY number"""
            ).fetchall()
        return [Entry(*each) for each in found]

    def unfinished(self) -> list[Entry]:
        """Of batches with answers to inputs that have no result yet, one for all settings."""
        with self._store.writing() as connection:
            found = connection.execute(
                """SELECT max(number) FROM batches WHERE EXISTS (
                    SELECT 1 FROM batch_rows WHERE batch = number AND outcome = ?
                    AND key NOT IN (SELECT key FROM results) AND key IN (SELECT key FROM current))
                GROUP BY settings""",
                (ANSWERED,),
            ).fetchall()
        return [entry for entry in self.entries() if (entry.number,) in found]

    def rows(self, entry: Entry) -> dict[str, Question]:
        """What its rows ask about, by their ``custom_id``."""
        with self._store.writing() as connection:
            found = connection.execute(
                "SELECT name, key, part FROM batch_rows WHERE batch = ?", (entry.number,)
            ).fetchall()
        return {name: Question(key, part) for name, key, part in found}

    def outcomes(self, entry: Entry) -> dict[str | None, int]:
        """How many of its rows came out how; None: they are under way."""
        with self._store.writing() as connection:
            return dict(
                connection.execute(
                    "SELECT outcome, count(*) FROM batch_rows WHERE batch = ? GROUP BY outcome",
                    (entry.number,),
                ).fetchall()
            )

    def is_under_way(self, key: str) -> bool:
        """Whether an open batch asks about some part of this article."""
        return any(None in outcomes for outcomes in self.history(key).values())

    def under_way(self) -> int:
        """How many articles open batches ask about."""
        with self._store.writing() as connection:
            query = "SELECT count(DISTINCT key) FROM batch_rows WHERE outcome IS NULL"
            found: int = connection.execute(query).fetchone()[0]
            return found

    def history(self, key: str) -> dict[str, set[str | None]]:
        """What became of each part of an article in all batches; None: it is under way."""
        parts: dict[str, set[str | None]] = {}
        with self._store.writing() as connection:
            for part, outcome in connection.execute(
                "SELECT part, outcome FROM batch_rows WHERE key = ?", (key,)
            ):
                parts.setdefault(part, set()).add(outcome)
        return parts

    def usage(self) -> Usage:
        """What all batches cost that have been read."""
        total = Usage()
        with self._store.writing() as connection:
            found: Iterable[tuple[str]] = connection.execute(
                "SELECT usage FROM batches WHERE usage IS NOT NULL"
            ).fetchall()
        for (spent,) in found:
            total.include(Usage.model_validate_json(spent))
        return total
