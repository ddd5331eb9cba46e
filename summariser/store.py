"""A store of results: one SQLite file that survives whatever ends the run writing to it.

Every call that writes is one transaction, committed when it returns.  After ``kill -9`` all of
them are there; after a power cut the last moments may be missing (``synchronous=NORMAL``), but
the file is sound.  Threads may share one object, processes of one machine may share one file;
several machines use a store each, and `Store.take_in` merges them (SQLite's write-ahead log does
not work over a network).

Nothing here knows how a key is made or a model asked: see `pipeline`, and `corpus` for runs.
"""

from __future__ import annotations

import json
import os
import socket
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, Self

from pydantic import BaseModel

from . import errors
from .article import Article
from .errors import StoreError, SummariserError
from .provenance import Usage
from .schemas import Summary

VERSION = 1
"""Of the tables below; a library reads stores up to its own."""

STALE = 15.0
"""Seconds without a sign of life after which the claims of a process are free."""

_BEAT = 2.0  # seconds between signs of life
_APPLICATION = 0x53554D52  # "SUMR": tells our files from other programs' databases
_LONGEST_RAW = 2_000  # characters of an unusable reply that are kept with its error

# A row of inputs keeps its number, also when a later run has another article of the same name:
# reading goes by numbers, and may go on while others write.
_TABLES = """
CREATE TABLE articles (number INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, json TEXT NOT NULL);
CREATE TABLE inputs (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES articles, run INTEGER NOT NULL
);
CREATE INDEX inputs_same ON inputs (name, key, article);
CREATE INDEX inputs_run ON inputs (name, run);
CREATE INDEX inputs_key ON inputs (key);
CREATE VIEW current AS SELECT * FROM inputs AS input WHERE NOT EXISTS
    (SELECT 1 FROM inputs AS newer WHERE newer.name = input.name AND newer.run > input.run);
CREATE TABLE results (
    number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kept REAL NOT NULL,
    summary TEXT, error TEXT, CHECK ((summary IS NULL) <> (error IS NULL))
);
CREATE INDEX failures ON results (key) WHERE summary IS NULL;
CREATE TABLE owners (
    number INTEGER PRIMARY KEY, host TEXT NOT NULL, pid INTEGER NOT NULL, beat REAL NOT NULL
);
CREATE TABLE claims (key TEXT PRIMARY KEY, owner INTEGER NOT NULL REFERENCES owners) WITHOUT ROWID;
CREATE TABLE drafts (
    number INTEGER PRIMARY KEY, key TEXT NOT NULL, part TEXT NOT NULL, json TEXT NOT NULL,
    UNIQUE (key, part)
)
"""

_HINTS = {
    sqlite3.SQLITE_BUSY: "another program has kept it locked for {patience:g} s: "
    "let that one finish, or give more patience=",
    sqlite3.SQLITE_FULL: "the disk is full: make room and run again; "
    "what was kept before is there and can be read",
    sqlite3.SQLITE_IOERR: "the disk cannot be read or written ({error}): check it and run again; "
    "what was kept before is there",
    sqlite3.SQLITE_READONLY: "it cannot be written: make the file and its folder writable, "
    "or copy it to a place of your own",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened: check that the file and its folder may be read "
    "and written",
    sqlite3.SQLITE_NOTADB: "this file is no store: give another path (it was left as it is)",
    sqlite3.SQLITE_CORRUPT: "the file is damaged: restore a copy, or try the command "
    "sqlite3 FILE .recover",
}


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
        self._run: int | None = None
        self._owner: int | None = None
        self._beaten = 0.0  # on the monotonic clock
        self._closed = False
        if self.path.is_dir():
            raise StoreError("this is a folder, not a store", path=path)
        if not self.path.parent.is_dir():
            raise StoreError(
                f"there is no folder {self.path.parent}: create it first, or give another path",
                path=path,
            )
        if not create and not self.path.exists():
            raise StoreError("there is no such store: check the path", path=path)
        self._file = self.path.absolute()  # also for those who get it pickled, elsewhere
        self._connect()

    # --- inputs ------------------------------------------------------------------------------

    def add(self, name: str, article: Article, key: str) -> None:
        """Note an input.  In one run the same name may stand for several articles; all are kept."""
        with self.writing():
            self._add(name, article.model_dump_json(), key)

    def todo(self) -> Iterator[tuple[str, Article]]:
        """Inputs without a result, each key once, in the order they were first noted.

        Keys of earlier runs are among them: with another prompt, the same article has another
        key.  Others may write meanwhile; an input added behind the present one still comes.
        """
        for ((key, article),) in self._pages(
            """SELECT number, key, (SELECT json FROM articles WHERE number = input.article)
            FROM current AS input WHERE number > ?
            AND NOT EXISTS (SELECT 1 FROM results WHERE key = input.key)
            AND NOT EXISTS (SELECT 1 FROM current AS earlier
                            WHERE earlier.key = input.key AND earlier.number < input.number)
            ORDER BY number LIMIT 1"""
        ):
            yield key, Article.model_validate_json(article)

    def rows(self) -> Iterator[Row]:
        """Every input once, in the order they were first noted; one at a time is in memory."""
        for ((name, key, article, summary, error),) in self._pages(
            """SELECT input.number, name, input.key,
                (SELECT json FROM articles WHERE number = input.article), summary, error
            FROM current AS input LEFT JOIN results ON results.key = input.key
            WHERE input.number > ? ORDER BY input.number LIMIT 1"""
        ):
            yield Row(name, key, Article.model_validate_json(article), _stored(summary, error))

    def counts(self) -> Counts:
        """How the inputs stand."""
        with self._using() as connection:
            inputs, answered, failed = connection.execute(
                """SELECT count(*),
                    count((SELECT 1 FROM results WHERE key = input.key)),
                    count((SELECT 1 FROM results WHERE key = input.key AND summary IS NULL))
                FROM current AS input"""
            ).fetchone()
        return Counts(inputs, answered - failed, failed, inputs - answered)

    # --- results -----------------------------------------------------------------------------

    def find(self, key: str) -> Stored | None:
        """What became of this key, or None; an error comes back as what it was."""
        with self._using() as connection:
            found = connection.execute(
                "SELECT summary, error FROM results WHERE key = ?", (key,)
            ).fetchone()
        return _stored(*found) if found else None

    def keep(self, key: str, outcome: Summary | SummariserError) -> None:
        """Keep a result; its claim and its drafts are done with.

        The first result of a key stays, but a summary takes the place of a failure.
        """
        if isinstance(outcome, SummariserError):
            summary, error = None, _error_json(outcome)
        else:
            summary, error = _utf8(outcome.model_dump_json(exclude={"article"})), None
        with self.writing():
            self._keep(key, time.time(), summary, error)
        self._claimed.discard(key)

    def forget_failures(self) -> int:
        """Have all that failed done again; how many results that were."""
        with self.writing() as connection:
            return connection.execute("DELETE FROM results WHERE summary IS NULL").rowcount

    def draft(self, key: str, part: str) -> str | None:
        """A reply that was paid for, of an article that is not finished; None: none is there."""
        with self._using() as connection:
            found = connection.execute(
                "SELECT json FROM drafts WHERE key = ? AND part = ?", (key, part)
            ).fetchone()
        return found[0] if found else None

    def keep_draft(self, key: str, part: str, json: str) -> None:
        """Keep a reply until the article's result is kept; ``part`` names it, e.g. ``1-80``."""
        with self.writing() as connection:
            connection.execute(_KEEP_DRAFT, (key, part, _utf8(json)))

    def take_in(self, other: str | Path) -> int:
        """Add what another store holds, inputs, results and drafts; how many results were new.

        Its inputs belong to this run; for results and failures the rule of `keep` holds.
        """
        with Store(other, patience=self.patience, create=False) as source:
            for page in source._pages(
                """SELECT input.number, name, json, key FROM current AS input
                JOIN articles ON articles.number = input.article
                WHERE input.number > ? ORDER BY input.number LIMIT 20"""
            ):
                with self.writing():
                    for row in page:
                        self._add(*row)
            new = 0
            for page in source._pages(
                """SELECT number, key, kept, summary, error FROM results
                WHERE number > ? ORDER BY number LIMIT 100"""
            ):
                with self.writing():
                    new += sum(self._keep(*row) for row in page)
            for page in source._pages(
                """SELECT number, key, part, json FROM drafts
                WHERE number > ? ORDER BY number LIMIT 100"""
            ):
                with self.writing() as connection:
                    connection.executemany(_KEEP_DRAFT, page)
        return new

    # --- claims ------------------------------------------------------------------------------

    def claim(self, key: str) -> bool:
        """Whether the caller may work on this key.

        False: somebody is at it, in this process or another one, or it has a result meanwhile.
        A claim ends with `keep`, `release` or `close`, with its process, or if that gives no sign
        of life for 15 s: every call gives one, and `beat`.
        """
        with self.writing() as connection:
            if connection.execute("SELECT 1 FROM results WHERE key = ?", (key,)).fetchone():
                return False
            holder = connection.execute(
                """SELECT owners.number, host, pid, beat FROM claims
                JOIN owners ON owners.number = claims.owner WHERE key = ?""",
                (key,),
            ).fetchone()
            if holder and (holder[0] == self._owner or _lives(*holder[1:])):
                return False
            connection.execute(
                "INSERT OR REPLACE INTO claims VALUES (?, ?)", (key, self._register(connection))
            )
        self._claimed.add(key)
        return True

    def release(self, key: str) -> None:
        """Give a claim back: nothing came of it."""
        with self.writing() as connection:
            connection.execute("DELETE FROM claims WHERE key = ? AND owner = ?", (key, self._owner))
        self._claimed.discard(key)

    def beat(self) -> None:
        """Give a sign of life.  Call it every few seconds while requests are under way."""
        if self._claimed and time.monotonic() - self._beaten > _BEAT:
            with self.writing():
                pass

    # --- the connection ----------------------------------------------------------------------

    @property
    def connection(self) -> sqlite3.Connection:
        """For tables that others keep in the same file; use it within `writing`."""
        with self._using() as connection:
            return connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: committed at the end, or undone if anything is raised."""
        with self._using() as connection:
            before = self._owner, self._run, self._beaten
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                self._beat(connection)
                connection.execute("COMMIT")
            except BaseException:
                self._owner, self._run, self._beaten = before
                with suppress(sqlite3.Error):
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Give all claims back and close the file; closing twice does no harm."""
        if self._closed:
            return
        with suppress(StoreError):
            if self._claimed:
                with self.writing() as connection:
                    connection.execute("DELETE FROM claims WHERE owner = ?", (self._owner,))
        with suppress(StoreError), self._using() as connection:
            connection.close()
        self._closed = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Store({str(self.path)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        if self._run is None:
            with self.writing() as connection:
                self._run = self._register(connection)
        return _reopen, (self._file, self.patience, self._run)

    def _connect(self) -> None:
        self._pid = os.getpid()
        self._lock = threading.RLock()
        self._owner = None
        self._claimed: set[str] = set()
        try:
            self._connection = sqlite3.connect(
                self._file, timeout=self.patience, isolation_level=None, check_same_thread=False
            )
            try:
                self._prepare(self._connection)
            except BaseException:
                self._connection.close()
                raise
        except sqlite3.Error as error:
            raise self._explained(error) from error

    def _prepare(self, connection: sqlite3.Connection) -> None:
        is_new = self._check(connection)
        self._use_log(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        if is_new:
            connection.execute("BEGIN IMMEDIATE")
            if self._check(connection):  # else another process was faster
                for statement in _TABLES.split(";"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {_APPLICATION}")
                connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute("COMMIT")

    def _check(self, connection: sqlite3.Connection) -> bool:
        """Whether the file is empty; raises StoreError if it holds something else than a store."""
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not (application or version or tables):
            return True
        if application != _APPLICATION:
            raise StoreError(
                "this is a database of another program: give another path (it was left as it is)",
                path=self.path,
            )
        if version > VERSION:
            raise StoreError(
                f"it was made by a newer summariser (store version {version}, this one reads "
                f"up to {VERSION}): update it with pip install -U summariser",
                path=self.path,
            )
        return False

    def _use_log(self, connection: sqlite3.Connection) -> None:
        # SQLite does not wait for others when it switches, as several at once do at the start.
        until = time.monotonic() + self.patience
        while connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.02)

    @contextmanager
    def _using(self) -> Iterator[sqlite3.Connection]:
        if self._closed:
            raise StoreError("it was closed: open it again with Store(…)", path=self.path)
        if self._pid != os.getpid():
            _INHERITED.append(self._connection)
            self._connect()
        with self._lock:
            try:
                yield self._connection
            except sqlite3.Error as error:
                raise self._explained(error) from error

    def _explained(self, error: sqlite3.Error) -> StoreError:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        hint = _HINTS.get(code, "{error}").format(error=error, patience=self.patience)
        return StoreError(hint, path=self.path)

    def _pages(self, query: str) -> Iterator[list[tuple[Any, ...]]]:
        """Rows by their number, which comes first; between two pages nothing is locked."""
        number = 0
        while True:
            with self._using() as connection:
                page = connection.execute(query, (number,)).fetchall()
            if not page:
                return
            number = page[-1][0]
            yield [row[1:] for row in page]

    # --- within a transaction ----------------------------------------------------------------

    def _add(self, name: str, article: str, key: str) -> None:
        connection, name = self._connection, _utf8(name)
        if self._run is None:
            self._run = self._register(connection)
        hashed = sha256(article.encode()).digest()
        connection.execute(
            "INSERT OR IGNORE INTO articles (hash, json) VALUES (?, ?)", (hashed, article)
        )
        (stored,) = connection.execute(
            "SELECT number FROM articles WHERE hash = ?", (hashed,)
        ).fetchone()
        same = (name, key, stored)
        for query, values in ((_SAME, same), (_EARLIER, (name, self._run))):
            if found := connection.execute(query, values).fetchone():
                connection.execute(
                    "UPDATE inputs SET key = ?, article = ?, run = max(run, ?) WHERE number = ?",
                    (key, stored, self._run, *found),
                )
                return
        connection.execute(
            "INSERT INTO inputs (name, key, article, run) VALUES (?, ?, ?, ?)", (*same, self._run)
        )

    def _keep(self, key: str, kept: float, summary: str | None, error: str | None) -> bool:
        """Whether it is the result now."""
        connection = self._connection
        is_new = connection.execute(_KEEP, (key, kept, summary, error)).rowcount > 0
        connection.execute("DELETE FROM claims WHERE key = ?", (key,))
        connection.execute("DELETE FROM drafts WHERE key = ?", (key,))
        return is_new

    def _register(self, connection: sqlite3.Connection) -> int:
        """The number of this object among all that ever wrote to the file."""
        if self._owner is None:
            row = (_host(), os.getpid(), time.time())
            insert = "INSERT INTO owners (host, pid, beat) VALUES (?, ?, ?)"
            self._owner = connection.execute(insert, row).lastrowid
            assert self._owner is not None
            self._beaten = time.monotonic()
        return self._owner

    def _beat(self, connection: sqlite3.Connection) -> None:
        if self._claimed and time.monotonic() - self._beaten > _BEAT:
            self._beaten = time.monotonic()
            connection.execute(
                "UPDATE owners SET beat = ? WHERE number = ?", (time.time(), self._owner)
            )


_SAME = "SELECT number FROM inputs WHERE name = ? AND key = ? AND article = ?"
_EARLIER = "SELECT number FROM inputs WHERE name = ? AND run < ? ORDER BY run, number LIMIT 1"
_KEEP = """INSERT INTO results (key, kept, summary, error) VALUES (?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET kept = excluded.kept, summary = excluded.summary, error = NULL
WHERE results.summary IS NULL AND excluded.summary IS NOT NULL"""
_KEEP_DRAFT = "INSERT OR REPLACE INTO drafts (key, part, json) VALUES (?, ?, ?)"

_INHERITED: list[sqlite3.Connection] = []
"""Of a parent process: closing them in the child could take the parent's locks away."""


def _reopen(path: Path, patience: float, run: int) -> Store:
    store = Store(path, patience=patience)
    store._run = run  # noqa: SLF001  (its own)
    return store


def _stored(summary: str | None, error: str | None) -> Stored | None:
    if error is not None:
        return Stored(None, _error(error))
    return None if summary is None else Stored(summary, None)


def _error_json(error: SummariserError) -> str:
    facts = {name: value for name, value in vars(error).items() if not name.startswith("_")}
    if "raw" in facts:
        facts["raw"] = facts["raw"][:_LONGEST_RAW]
    told = {"class": type(error).__name__, "message": str(error), "facts": facts}
    return json.dumps(told, default=_plain)  # in ASCII: a file's name may hold anything


def _plain(value: object) -> object:
    return value.model_dump(mode="json") if isinstance(value, BaseModel) else str(value)


def _error(told: str) -> SummariserError:
    """The error as it was; of a class that is not ours, the root of ours."""
    kept = json.loads(told)
    kind = getattr(errors, kept["class"], SummariserError)
    error: SummariserError = kind.__new__(kind)
    error.args = (kept["message"],)
    for name, value in kept["facts"].items():
        if name == "usage" and value is not None:
            value = Usage.model_validate(value)
        setattr(error, name, tuple(value) if isinstance(value, list) else value)
    return error


def _utf8(text: str) -> str:
    # A lone surrogate cannot be stored; in JSON this is the escape that means the same.
    return text.encode("utf-8", "backslashreplace").decode()


@cache
def _host() -> str:
    """Where the number of a process means something: a container has its own."""
    namespace = Path("/proc/self/ns/pid")
    return f"{socket.gethostname()} {namespace.stat().st_ino if namespace.exists() else ''}"


def _lives(host: str, pid: int, beat: float) -> bool:
    if abs(time.time() - beat) > STALE:  # also if the clock was put back
        return False
    if host == _host() and os.name == "posix":  # elsewhere, asking would end the process
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            pass
    return True
