"""A store of results: one SQLite file that survives whatever ends the run writing to it.

Every call that writes is one transaction, committed when it returns.  After ``kill -9`` all of
them are there; after a power cut the last moments may be missing (``synchronous=NORMAL``), but
the file is sound.  Threads may share one object, processes of one machine may share one file;
several machines use a store each, and `Store.take_in` merges them (SQLite's write-ahead log does
not work over a network).

Nothing here knows how a key is made or a model asked: see `pipeline`, and `corpus` for runs.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, Self, TypeVar

from pydantic import ValidationError

from ..article import Article
from ..errors import StoreError, SummariserError
from ..schema import SummaryData
from . import errors as failures
from .database import Database
from .leases import TABLES as CLAIMS
from .leases import Claims

S = TypeVar("S", bound=SummaryData)

VERSION = 1
"""Of the tables below; a library reads stores up to its own."""

# A row of inputs keeps its number, also when a later run has another article of the same name:
# reading goes by numbers, and may go on while others write.
_TABLES = """
CREATE TABLE articles (number INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, json TEXT NOT NULL);
CREATE TABLE inputs (number INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES articles, run INTEGER NOT NULL);
CREATE INDEX inputs_same ON inputs (name, key, article);
CREATE INDEX inputs_run ON inputs (name, run);
CREATE INDEX inputs_key ON inputs (key);
CREATE VIEW current AS
    SELECT number, name, key, (SELECT json FROM articles WHERE number = input.article) AS article
    FROM inputs AS input WHERE NOT EXISTS
    (SELECT 1 FROM inputs AS newer WHERE newer.name = input.name AND newer.run > input.run);
CREATE TABLE results (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kept REAL NOT NULL,
    summary TEXT, error TEXT, CHECK ((summary IS NULL) <> (error IS NULL)));
CREATE INDEX failures ON results (key) WHERE summary IS NULL;
CREATE TABLE drafts (number INTEGER PRIMARY KEY, key TEXT NOT NULL, part TEXT NOT NULL,
    json TEXT NOT NULL, UNIQUE (key, part))
"""


class Stored(NamedTuple):
    """What became of an article: a summary or an error, and the other is None."""

    summary_json: str | None
    """The summary without its article, as JSON."""
    error: SummariserError | None


class Row(NamedTuple):
    """An input, and what became of it; None: nothing yet."""

    name: str
    key: str
    article: Article
    stored: Stored | None

    def summary(self, schema: type[S]) -> S | None:
        """Its summary, on its article; None if there is none.

        Raises ValueError if it is of another schema.
        """
        if self.stored is None or self.stored.summary_json is None:
            return None
        try:
            summary = schema.model_validate_json(self.stored.summary_json)
        except ValidationError:
            raise ValueError(
                f"{self.name}: it holds no {schema.__name__}: give the schema it was made with"
            ) from None
        summary.article = self.article.model_copy(update={"name": self.name})
        return summary


class Counts(NamedTuple):
    """How many inputs there are, and how they stand; duplicates count each."""

    inputs: int
    done: int
    failed: int
    todo: int


class Store:
    """Articles, what is to be done with them, and what was: on disk.

    A *key* stands for an article together with everything that decides the answer: prompt,
    schema, model, parameters.  One object is one *run*: its inputs replace those of earlier
    runs that have the same name, and stand in their place.

    Pickled, it opens the same file again and belongs to the same run; a forked process gets a
    connection of its own.

    >>> import tempfile
    >>> article = Article.from_text("Der Gipfel endet.")
    >>> with tempfile.TemporaryDirectory() as folder, Store(f"{folder}/run.sqlite") as store:
    ...     store.add("gipfel.txt", article, "ab12")
    ...     store.claim("ab12"), store.claim("ab12"), store.counts()
    (True, False, Counts(inputs=1, done=0, failed=0, todo=1))

    Args:
        path: the file; its folder must be there.
        patience: seconds to wait while other processes write.
        create: make a new store if there is no such file.

    Raises:
        StoreError: from every method, with what to do: no store, of a newer version, locked
            beyond patience, no room on the disk, …
    """

    def __init__(self, path: str | Path, *, patience: float = 30.0, create: bool = True) -> None:
        self.path = Path(path)
        self.patience = patience
        self._database = Database(
            path, tables=CLAIMS + _TABLES, version=VERSION, patience=patience, create=create
        )
        self._claims = Claims(self._database)
        self._run: int | None = None

    # --- inputs ------------------------------------------------------------------------------

    def add(self, name: str, article: Article, key: str) -> None:
        """Note an input.  In one run the same name may stand for several articles; all are kept.

        What an earlier run noted under the article's ``id``, for want of a name, takes this one.
        """
        run = self._begin_run()
        with self.writing() as connection:
            connection.execute(_RENAME, (_utf8(name), article.id, run))
            _add(connection, name, article.model_dump_json(), key, run)

    def todo(self) -> Iterator[tuple[str, Article]]:
        """Inputs without a result, each key once, in the order they were first noted.

        Keys of earlier runs are among them: with another prompt, the same article has another
        key.  Others may write meanwhile; an input added behind the present one still comes.
        """
        for ((name, key, article),) in self._database.pages(
            """SELECT number, name, key, article FROM current AS input WHERE number > ?
            AND NOT EXISTS (SELECT 1 FROM results WHERE key = input.key)
            AND NOT EXISTS (SELECT 1 FROM current AS earlier
                            WHERE earlier.key = input.key AND earlier.number < input.number)
            ORDER BY number LIMIT 1"""
        ):
            yield key, Article.model_validate_json(article).read_as(name)

    def rows(self) -> Iterator[Row]:
        """Every input once, in the order they were first noted; one at a time is in memory."""
        for ((name, key, article, summary, error),) in self._database.pages(
            """SELECT input.number, name, input.key, article, summary, error
            FROM current AS input LEFT JOIN results ON results.key = input.key
            WHERE input.number > ? ORDER BY input.number LIMIT 1"""
        ):
            read = Article.model_validate_json(article).read_as(name)
            yield Row(name, key, read, _stored(summary, error))

    def summaries(self, schema: type[S]) -> Iterator[S]:
        """The summaries that are kept, in the order of their inputs, each on its article.

        Raises ValueError for the first that is of another schema.
        """
        return (summary for row in self.rows() if (summary := row.summary(schema)) is not None)

    def counts(self) -> Counts:
        """How the inputs stand."""
        with self._database.using() as connection:
            inputs, answered, failed = connection.execute(
                """SELECT count(*),
                    count((SELECT 1 FROM results WHERE key = input.key)),
                    count((SELECT 1 FROM results INDEXED BY failures
                           WHERE key = input.key AND summary IS NULL))
                FROM current AS input"""
            ).fetchone()
        return Counts(inputs, answered - failed, failed, inputs - answered)

    # --- results -----------------------------------------------------------------------------

    def find(self, key: str) -> Stored | None:
        """What became of this key, or None; an error comes back as what it was."""
        with self._database.using() as connection:
            found = connection.execute(
                "SELECT summary, error FROM results WHERE key = ?", (key,)
            ).fetchone()
        return _stored(*found) if found else None

    def keep(self, key: str, outcome: SummaryData | SummariserError) -> None:
        """Keep a result; its claim is done with, and its drafts, unless it is to be tried again.

        The first result of a key stays, but a summary takes the place of a failure.
        """
        if isinstance(outcome, SummariserError):
            summary, error = None, failures.to_json(outcome)
        else:
            summary, error = _utf8(outcome.model_dump_json(exclude={"article"})), None
        with self.writing() as connection:
            _keep(connection, key, time.time(), summary, error)
            self._claims.give_back(connection, key)

    def forget_failures(self, key: str | None = None) -> int:
        """Have what failed done again, of this key or of all; how many results that were."""
        query = "DELETE FROM results WHERE summary IS NULL"
        with self.writing() as connection:
            if key is None:
                return connection.execute(query).rowcount
            return connection.execute(f"{query} AND key = ?", (key,)).rowcount

    def draft(self, key: str, part: str) -> str | None:
        """A reply that was paid for, of an article that is not finished; None: none is there."""
        with self._database.using() as connection:
            found = connection.execute(
                "SELECT json FROM drafts WHERE key = ? AND part = ?", (key, part)
            ).fetchone()
        return found[0] if found else None

    def keep_draft(self, key: str, part: str, json: str) -> None:
        """Keep a reply until the article's result is kept; ``part`` names it, e.g. ``1-80``."""
        with self.writing() as connection:
            _keep_draft(connection, key, part, _utf8(json))

    def take_in(self, other: str | Path) -> None:
        """Add what another store holds: inputs, as of this run, drafts, and results as `keep`."""
        copies: tuple[tuple[str, Callable[..., None]], ...] = (
            (_INPUTS, partial(_add, run=self._begin_run())),
            (_RESULTS, _keep),
            (_DRAFTS, _keep_draft),
        )
        with Store(other, patience=self.patience, create=False) as source:
            for query, put in copies:
                for page in source._database.pages(query):
                    with self.writing() as connection:
                        for row in page:
                            put(connection, *row)

    # --- claims ------------------------------------------------------------------------------

    def claim(self, key: str) -> bool:
        """Whether the caller may work on this key.

        False: somebody is at it, in this process or another one, or it has a result meanwhile.
        A claim ends with `keep`, `release` or `close`, with its process, or if that gives no sign
        of life for 15 s.  Every call that writes is one; between them, call `beat`.
        """
        self._claims.owner()
        with self.writing() as connection:
            found = connection.execute("SELECT 1 FROM results WHERE key = ?", (key,)).fetchone()
            return not found and self._claims.take(connection, key)

    def release(self, key: str) -> None:
        """Give a claim back: nothing came of it."""
        self._claims.owner()
        with self.writing() as connection:
            self._claims.give_back(connection, key)

    def beat(self) -> None:
        """Give a sign of life.  Call it every few seconds while requests are under way."""
        if self._claims.is_beat_due:
            with self.writing():
                pass

    # --- the file ----------------------------------------------------------------------------

    @property
    def connection(self) -> sqlite3.Connection:
        """For tables that others keep in the same file; to be used within `writing`."""
        with self._database.using() as connection:
            return connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: committed at the end, or undone if anything is raised."""
        with self._database.writing() as connection:
            yield connection
            self._claims.beat(connection)

    def close(self) -> None:
        """Give all claims back and close the file; closing twice does no harm."""
        if self._claims.are_held:
            with suppress(StoreError), self.writing() as connection:
                self._claims.give_all_back(connection)
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Store({str(self.path)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _reopen, (self.path.absolute(), self.patience, self._begin_run())

    def _begin_run(self) -> int:
        if self._run is None:
            self._run = self._claims.owner()
        return self._run


def _reopen(path: Path, patience: float, run: int) -> Store:
    store = Store(path, patience=patience)
    store._run = run  # noqa: SLF001  (its own)
    return store


# --- within a transaction --------------------------------------------------------------------

_ADD_ARTICLE = "INSERT OR IGNORE INTO articles (hash, json) VALUES (?, ?)"
_ARTICLE = "SELECT number FROM articles WHERE hash = ?"
_ADD = "INSERT INTO inputs (name, key, article, run) VALUES (?, ?, ?, ?)"
_REPLACE = "UPDATE inputs SET key = ?, article = ?, run = max(run, ?) WHERE number = ?"
_SAME = "SELECT number FROM inputs WHERE name = ? AND key = ? AND article = ?"
_RENAME = "UPDATE inputs SET name = ? WHERE name = ? AND run < ?"
_EARLIER = "SELECT number FROM inputs WHERE name = ? AND run < ? ORDER BY run, number LIMIT 1"
_KEEP = """INSERT INTO results (key, kept, summary, error) VALUES (?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET kept = excluded.kept, summary = excluded.summary, error = NULL
WHERE results.summary IS NULL AND excluded.summary IS NOT NULL"""
_KEEP_DRAFT = """INSERT INTO drafts (key, part, json) SELECT ?1, ?2, ?3
WHERE NOT EXISTS (SELECT 1 FROM results WHERE key = ?1 AND summary IS NOT NULL)
ON CONFLICT (key, part) DO UPDATE SET json = excluded.json"""

_INPUTS = "SELECT number, name, article, key FROM current WHERE number > ? ORDER BY number LIMIT 20"
_RESULTS = """SELECT number, key, kept, summary, error FROM results
WHERE number > ? ORDER BY number LIMIT 100"""
_DRAFTS = "SELECT number, key, part, json FROM drafts WHERE number > ? ORDER BY number LIMIT 100"


def _add(connection: sqlite3.Connection, name: str, article: str, key: str, run: int) -> None:
    name, hashed = _utf8(name), sha256(article.encode()).digest()
    connection.execute(_ADD_ARTICLE, (hashed, article))
    (number,) = connection.execute(_ARTICLE, (hashed,)).fetchone()
    same = connection.execute(_SAME, (name, key, number)).fetchone()
    if row := same or connection.execute(_EARLIER, (name, run)).fetchone():
        connection.execute(_REPLACE, (key, number, run, *row))
    else:
        connection.execute(_ADD, (name, key, number, run))


def _keep(
    connection: sqlite3.Connection, key: str, kept: float, summary: str | None, error: str | None
) -> None:
    connection.execute(_KEEP, (key, kept, summary, error))
    if error is None or not failures.from_json(error).is_passing:
        connection.execute("DELETE FROM drafts WHERE key = ?", (key,))


def _keep_draft(connection: sqlite3.Connection, key: str, part: str, json: str) -> None:
    connection.execute(_KEEP_DRAFT, (key, part, json))


def _stored(summary: str | None, error: str | None) -> Stored | None:
    if error is not None:
        return Stored(None, failures.from_json(error))
    return None if summary is None else Stored(summary, None)


def _utf8(text: str) -> str:
    # A lone surrogate cannot be stored; in JSON this is the escape that means the same.
    return text.encode("utf-8", "backslashreplace").decode()
