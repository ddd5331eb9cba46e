"""What was submitted as batches, in the store's own file: so that none is lost, or paid for twice.

A *row* is one request of a batch: one window of one article.  That a batch is about to be
submitted is on the disk before the provider hears of it; its rows are under way until the ledger
knows better.  What is sent and what comes back is no business of this file: see `batches`.
"""

from __future__ import annotations

import secrets
import sqlite3
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import astuple, dataclass, replace
from typing import NamedTuple

from pydantic import ValidationError

from ..errors import StoreError
from ..schema import Usage
from .seals import is_sound, seal
from .store import Store

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
    file: str | None = None
    """What the provider calls the uploaded file; None: there is none."""
    id: str | None = None
    """What the provider calls the batch; None: it is not known to have one."""
    end: str | None = None
    """The provider's last word (``completed``, ``expired``, …), or ``given up``; None: open."""
    message: str | None = None
    """What went wrong with it as a whole."""
    usage: str | None = None
    """What it cost, as JSON, once it has been read."""


class Ledger:
    """The batches of a store.  Every call is one transaction, committed when it returns."""

    def __init__(self, store: Store) -> None:
        self._store = store
        store.check("batch_rows")  # one that is not found would be paid for again

    def open(self, settings: str, rows: Mapping[str, Question]) -> Entry:
        """Note a batch before it is submitted; its rows are under way from now on."""
        with self._store.writing() as connection:
            (number,) = connection.execute("SELECT max(number) FROM batches").fetchone()
            entry = Entry((number or 0) + 1, secrets.token_hex(16), settings, time.time())
            _put(connection, entry)
            for name, question in rows.items():
                _put_row(connection, entry.number, name, question, None)
        return entry

    def note_file(self, entry: Entry, file: str) -> None:
        """Note that its file is uploaded; from now on it may exist as a batch."""
        with self._store.writing() as connection:
            known = self._entry(connection, entry.number)
            _put(connection, replace(known, file=file, submitted=time.time()))

    def note_id(self, entry: Entry, id: str) -> None:  # noqa: A002  # that is its name
        """Note that it exists, and what the provider calls it."""
        with self._store.writing() as connection:
            _put(connection, replace(self._entry(connection, entry.number), id=id))

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
            for name, question, _ in self._rows(connection, "batch = ?", entry.number):
                if name in outcomes:
                    _put_row(connection, entry.number, name, question, outcomes[name])
            known = self._entry(connection, entry.number)
            _put(connection, replace(known, end=end, message=message, usage=spent))

    def entries(self) -> list[Entry]:
        """All batches, oldest first."""
        with self._store.writing() as connection:
            found = connection.execute("SELECT number FROM batches ORDER BY number").fetchall()
            return [self._entry(connection, number) for (number,) in found]

    def unfinished(self) -> list[Entry]:
        """Of batches with answers to inputs that have no result yet, one for all settings."""
        with self._store.writing() as connection:
            found = connection.execute(
                """SELECT DISTINCT batch FROM batch_rows WHERE outcome = ?
                AND key NOT IN (SELECT key FROM sound) AND key IN (SELECT key FROM current)""",
                (ANSWERED,),
            ).fetchall()
        latest = {each.settings: each for each in self.entries() if (each.number,) in found}
        return sorted(latest.values(), key=lambda each: each.number)

    def rows(self, entry: Entry) -> dict[str, Question]:
        """What its rows ask about, by their ``custom_id``."""
        with self._store.writing() as connection:
            found = self._rows(connection, "batch = ?", entry.number)
        return {name: question for name, question, _ in found}

    def outcomes(self, entry: Entry) -> Counter[str | None]:
        """How many of its rows came out how; None: they are under way."""
        with self._store.writing() as connection:
            found = self._rows(connection, "batch = ?", entry.number)
        return Counter(outcome for _, _, outcome in found)

    def is_under_way(self, key: str) -> bool:
        """Whether an open batch asks about some part of this article."""
        return any(None in outcomes for outcomes in self.history(key).values())

    def under_way(self) -> int:
        """How many articles open batches ask about."""
        with self._store.writing() as connection:
            query = "SELECT count(DISTINCT key) FROM batch_rows WHERE outcome IS NULL"
            found: int = connection.execute(query).fetchone()[0]
            return found

    def history(self, key: str) -> dict[str, list[str | None]]:
        """What became of each part of an article in each batch; None: it is under way."""
        parts: dict[str, list[str | None]] = {}
        with self._store.writing() as connection:
            for _, question, outcome in self._rows(connection, "key = ?", key):
                parts.setdefault(question.part, []).append(outcome)
        return parts

    def usage(self) -> Usage:
        """What all batches cost that have been read."""
        total = Usage()
        for entry in self.entries():
            if entry.usage is not None:
                total.include(Usage.model_validate_json(entry.usage))
        return total

    def _entry(self, connection: sqlite3.Connection, number: int) -> Entry:
        query = f"SELECT {_COLUMNS}, seal FROM batches WHERE number = ?"  # noqa: S608
        *row, sealed = connection.execute(query, (number,)).fetchone() or (None,)
        if not row or not is_sound(sealed, _KINDS, *row) or not _is_usage(row[-1]):
            why = f"batch {number} is damaged: take a copy you have of it"
            raise StoreError(why, path=self._store.path, is_damage=True)
        return Entry(*row)

    def _rows(
        self, connection: sqlite3.Connection, which: str, value: object
    ) -> list[tuple[str, Question, str | None]]:
        query = f"SELECT batch, name, key, part, outcome, seal FROM batch_rows WHERE {which}"  # noqa: S608
        found = []
        for batch, name, key, part, outcome, sealed in connection.execute(query, (value,)):
            if not is_sound(sealed, _ROW_KINDS, batch, name, key, part, outcome):
                why = f"a row of batch {batch} is damaged ({name}): take a copy you have of it"
                raise StoreError(why, path=self._store.path, is_damage=True)
            found.append((name, Question(key, part), outcome))
        return found


_COLUMNS = "number, token, settings, submitted, file, id, end, message, usage"
_KINDS = "integer text text real text? text? text? text? text?"
_ROW_KINDS = "integer text text text text?"


def _is_usage(spent: str | None) -> bool:
    try:
        return spent is None or bool(Usage.model_validate_json(spent))
    except ValidationError:
        return False


def _put(connection: sqlite3.Connection, entry: Entry) -> None:
    row = astuple(entry)
    connection.execute(
        "INSERT OR REPLACE INTO batches VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, seal(*row))
    )


def _put_row(
    connection: sqlite3.Connection, batch: int, name: str, asked: Question, outcome: str | None
) -> None:
    row = (batch, name, *asked, outcome)
    connection.execute(
        "INSERT OR REPLACE INTO batch_rows VALUES (?, ?, ?, ?, ?, ?)", (*row, seal(*row))
    )
