"""A store of results: one SQLite file that survives whatever ends the run writing to it.

Every call that writes is one transaction, committed when it returns.  After ``kill -9`` all of
them are there; after a power cut the last moments may be missing (``synchronous=NORMAL``), but
the file is sound.  Threads may share one object, processes of one machine may share one file;
several machines use a store each, and `Store.take_in` merges them (SQLite's write-ahead log does
not work over a network).

Nothing here knows how a key is made or a model asked: see `runs`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, Self, TypeVar

from pydantic import ValidationError

from ..article import Article
from ..errors import StoreError, SummariserError
from ..schema import SummaryData
from . import errors as failures
from .database import Database
from .leases import BATCHES, Claims
from .notes import Notes
from .seals import is_sound, seal
from .tables import TABLES, VERSION

S = TypeVar("S", bound=SummaryData)


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
    number: int
    damage: StoreError | None
    """Why what became of it cannot be read: it is to do again."""

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
            path, tables=TABLES, version=VERSION, patience=patience, create=create
        )
        self._claims = Claims(self._database)
        self._run: int | None = None

    # --- inputs ------------------------------------------------------------------------------

    def add(self, name: str, article: Article, key: str) -> None:
        """Note an input.  In one run the same name may stand for several articles; all are kept.

        What an earlier run noted under the article's ``id``, for want of a name, takes this one.
        What was damaged of it is mended.
        """
        run = self._begin_run()
        with self.writing() as connection:
            for row in [*_inputs(connection, "name = ? AND run < ?", article.id, run)]:
                if row.is_sound:
                    _put(connection, row.number, _utf8(name), *row[2:-1])
            _add(connection, name, article.model_dump_json(), key, run)

    def todo(self) -> Iterator[tuple[str, Article]]:
        """Inputs without a result, each key once, in the order they were first noted.

        Keys of earlier runs are among them: with another prompt, the same article has another
        key.  Others may write meanwhile; an input added behind the present one still comes.
        Damage is raised at the end, as by `rows`; of what is done, nobody looks for any.
        """
        for row in self._walk(self._row_to_do):
            yield row.key, row.article

    def rows(self, damaged: Callable[[StoreError], None] | None = None) -> Iterator[Row]:
        """Every input once, in the order they were first noted; one at a time is in memory.

        What is damaged is left out, and `damaged` hears of it; without it, a StoreError is raised
        for all of it once the sound rows are through.
        """
        yield from self._walk(self._row, damaged)

    def _walk(
        self,
        read: Callable[[int], Row | None],
        damaged: Callable[[StoreError], None] | None = None,
    ) -> Iterator[Row]:
        found: list[str] = []

        def tell(error: StoreError) -> None:
            found.append(str(error).removeprefix(f"{self.path}: "))
            if damaged:
                damaged(error)

        try:
            for number in self._database.numbers("inputs"):
                try:
                    row = read(number)
                except StoreError as error:
                    if not error.is_damage:
                        raise
                    tell(error)
                else:
                    if row is not None:
                        yield row
            self._database.check()
        except StoreError as error:
            if not error.is_damage:
                raise
            tell(error)
        if found and not damaged:
            more = f" (and {len(found) - 3} more)" if found[3:] else ""
            raise StoreError("; ".join(found[:3]) + more, path=self.path, is_damage=True)

    def _row_to_do(self, number: int) -> Row | None:
        """The input of this number, if it has no result, and none before it has its key."""
        with self._database.using() as connection:
            found = _current(connection, number)
            if found and found.is_sound:
                earlier = connection.execute(_EARLIER_KEY, (found.key, number)).fetchone()
                if earlier or _find(connection, found.key) is not None:
                    return None
        return self._row(number)

    def article(self, key: str) -> Article | None:
        """The article of an input with this key; None: there is none, or no sound one."""
        with self._database.using() as connection:
            found = _first(connection, "key = ?", key)
            return _article(connection, found.article) if found and found.is_sound else None

    def _row(self, number: int) -> Row | None:
        """The input of this number; None if there is none, or a later run replaced it."""
        with self._database.using() as connection:
            if (found := _current(connection, number)) is None:
                return None
            name, key = found.name, found.key
            if not found.is_sound:
                raise damage(f"input {number} ({name})", self.path)
            if (article := _article(connection, found.article)) is None:
                raise damage(f"the article {name}", self.path)
            stored = _find(connection, key)
            is_lost = stored is None and connection.execute(_HAS_RESULT, (key,)).fetchone()
        lost = damage(f"the result of {name}", self.path) if is_lost else None
        return Row(name, key, article.read_as(name), stored, number, lost)

    def summaries(self, schema: type[S]) -> Iterator[S]:
        """The summaries that are kept, in the order of their inputs, each on its article.

        Raises ValueError for the first that is of another schema, and for what is damaged a
        StoreError, once all others are through.
        """
        lost = None
        for row in self.rows():
            lost = lost or row.damage
            if (summary := row.summary(schema)) is not None:
                yield summary
        if lost:
            raise lost

    def otherwise(self, row: Row, key: str) -> str | None:
        """The newest summary of a row's article under any other key than this one, as JSON."""
        with self._database.using() as connection:
            found = connection.execute(_UNDER_OTHER_KEYS, (row.number, key)).fetchone()
            return found[0] if found else None

    def counts(self) -> Counts:
        """How the inputs stand; a damaged result counts until somebody comes upon it."""
        with self._database.using() as connection:
            inputs, done, failed = connection.execute(
                """SELECT count(*), count(nullif(failed, 1)), count(nullif(failed, 0)) FROM (
                    SELECT (SELECT summary IS NULL FROM results WHERE key = input.key) AS failed
                    FROM current AS input)"""
            ).fetchone()
        return Counts(inputs, done, failed, inputs - done - failed)

    # --- results -----------------------------------------------------------------------------

    def find(self, key: str) -> Stored | None:
        """What became of this key, or None; an error comes back as what it was.

        What is damaged is not there: it is to do again.
        """
        with self._database.using() as connection:
            return _find(connection, key)

    def keep(self, key: str, outcome: SummaryData | SummariserError) -> None:
        """Keep a result; its claim is done with, and its drafts, unless it is to be tried again.

        The first result of a key stays, but a summary takes the place of a failure.
        """
        if isinstance(outcome, SummariserError):
            summary, error = None, failures.to_json(outcome)
        else:
            summary, error = _utf8(outcome.model_dump_json(exclude={"article"})), None
        with self.writing() as connection:
            _keep(connection, key, summary, error)
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
        query = "SELECT json, seal FROM drafts WHERE key = ? AND part = ?"
        with self._database.using() as connection:
            json, sealed = connection.execute(query, (key, part)).fetchone() or (None, None)
        return json if is_sound(sealed, _DRAFT_KINDS, key, part, json) else None

    def keep_draft(self, key: str, part: str, json: str) -> None:
        """Keep a reply until the article's result is kept; ``part`` names it, e.g. ``1-80``."""
        with self.writing() as connection:
            _keep_draft(connection, key, part, _utf8(json))

    def forget(self, names: Iterable[str]) -> int:
        """Erase the articles of these names, and all that came of them; how many articles.

        An article that has other names as well is gone under all of them.  No byte of it is left
        in the file, nor of articles that no input stands for any more.  Raises StoreError, and
        erases nothing, if a name is not there, or somebody is at one of them.
        """
        with self.writing() as connection:
            erased: set[_Input] = set()
            for name in names:
                if not (found := _all_of(connection, _utf8(name))):
                    raise StoreError(f"there is no article {name} in it", path=self.path)
                erased |= found
            busy = {BATCHES: "its batches", **{each.key: each.name for each in erased}}
            for key, what in busy.items():
                if self._claims.holder(connection, key) is not None:
                    raise StoreError(f"somebody is at {what}: let it end", path=self.path)
            _erase(connection, erased)
        self._database.empty_log()
        return len({each.article for each in erased})

    def take_in(self, other: str | Path) -> None:
        """Add what another store holds: inputs, as of this run, drafts, and results as `keep`.

        What is damaged there is left out, and raised at the end.
        """
        run = self._begin_run()
        with Store(other, patience=self.patience, create=False) as source:
            for key, part, json in source._sound("drafts", "key, part, json", _DRAFT_KINDS):
                with self.writing() as connection:
                    _keep_draft(connection, key, part, json)
            for key, summary, error in source._sound(
                "results", "key, summary, error", _RESULT_KINDS
            ):
                if _stored(summary, error) is not None:
                    with self.writing() as connection:
                        _keep(connection, key, summary, error)
            lost = None
            for row in source.rows():
                lost = lost or row.damage
                with self.writing() as connection:
                    _add(connection, row.name, row.article.model_dump_json(), row.key, run)
            with source.writing() as theirs:
                keys = theirs.execute("SELECT key, article FROM keys").fetchall()
            with self.writing() as connection:
                connection.executemany(_ADD_KEY, keys)
        if lost:
            raise lost

    def _sound(self, table: str, columns: str, kinds: str) -> Iterator[tuple[Any, ...]]:
        for number in self._database.numbers(table):
            query = f"SELECT {columns}, seal FROM {table} WHERE number = ?"  # noqa: S608
            with self._database.using() as connection:
                *row, sealed = connection.execute(query, (number,)).fetchone() or (None,)
            if row and is_sound(sealed, kinds, *row):
                yield tuple(row)

    # --- claims ------------------------------------------------------------------------------

    def claim(self, key: str) -> bool:
        """Whether the caller may work on this key.

        False: somebody is at it, in this process or another one, or it has a result meanwhile.
        A claim ends with `keep`, `release` or `close`, or with its process.
        """
        self._claims.owner()
        with self.writing() as connection:
            return not _find(connection, key) and self._claims.take(connection, key)

    def release(self, key: str) -> None:
        """Give a claim back: nothing came of it."""
        self._claims.owner()
        with self.writing() as connection:
            self._claims.give_back(connection, key)

    # --- those at work with it -----------------------------------------------------------------

    @property
    def run(self) -> int:
        """The number of the run that this object belongs to."""
        return self._begin_run()

    def notes(self, subject: str) -> Notes:
        """What processes at work with it tell each other about this."""
        return Notes(self._database, self._claims, subject)

    # --- the file ----------------------------------------------------------------------------

    @property
    def connection(self) -> sqlite3.Connection:
        """For tables that others keep in the same file; to be used within `writing`."""
        with self._database.using() as connection:
            return connection

    def check(self, table: str) -> None:
        """Raise StoreError if rows of this table are there, and cannot all be found."""
        self._database.check(table)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: committed at the end, or undone if anything is raised."""
        with self._database.writing() as connection:
            yield connection

    def close(self) -> None:
        """Give all claims back and close the file; closing twice does no harm."""
        if self._claims.are_held:
            with suppress(StoreError), self.writing() as connection:
                self._claims.give_all_back(connection)
        self._claims.close()
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


def damage(what: str, path: Path) -> StoreError:
    """The error for a row that is not as it was written."""
    why = f"{what} is damaged: run the same inputs again to mend it"
    return StoreError(why, path=path, is_damage=True)


def _reopen(path: Path, patience: float, run: int) -> Store:
    store = Store(path, patience=patience)
    store._run = run  # noqa: SLF001  (its own)
    return store


# --- within a transaction --------------------------------------------------------------------


class _Input(NamedTuple):
    """A row of inputs, as it stands in the file."""

    number: int
    name: str
    key: str
    article: bytes
    run: int
    seal: bytes | None

    @property
    def is_sound(self) -> bool:
        return is_sound(self.seal, "text text blob integer", *self[1:-1])


_RESULT_KINDS = "text text? text?"
_DRAFT_KINDS = "text text text"
_INPUTS = "SELECT number, name, key, article, run, seal FROM"
_HAS_RESULT = "SELECT 1 FROM results WHERE key = ?"
_EARLIER_KEY = "SELECT 1 FROM current WHERE key = ? AND number < ?"
_ADD_ARTICLE = """INSERT INTO articles (hash, json) VALUES (?, ?)
ON CONFLICT (hash) DO UPDATE SET json = excluded.json WHERE json IS NOT excluded.json"""
_ADD_KEY = "INSERT OR IGNORE INTO keys VALUES (?, ?)"
_UNDER_OTHER_KEYS = """SELECT summary FROM keys JOIN sound USING (key) WHERE keys.article =
    (SELECT article FROM inputs WHERE number = ?) AND key <> ? AND summary IS NOT NULL
ORDER BY sound.number DESC LIMIT 1"""
_KEEP = """INSERT INTO results (key, summary, error, seal) VALUES (?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET key = excluded.key, summary = excluded.summary,
    error = excluded.error, seal = excluded.seal"""
_KEEP_DRAFT = """INSERT INTO drafts (key, part, json, seal) VALUES (?, ?, ?, ?) ON CONFLICT
(key, part) DO UPDATE SET key = excluded.key, part = excluded.part, json = excluded.json,
    seal = excluded.seal"""


def _inputs(connection: sqlite3.Connection, which: str, *values: object) -> Iterator[_Input]:
    return (_Input(*row) for row in connection.execute(f"{_INPUTS} inputs WHERE {which}", values))


def _first(connection: sqlite3.Connection, which: str, *values: object) -> _Input | None:
    return next(_inputs(connection, f"{which} LIMIT 1", *values), None)


def _current(connection: sqlite3.Connection, number: int) -> _Input | None:
    found = connection.execute(f"{_INPUTS} current WHERE number = ?", (number,)).fetchone()
    return _Input(*found) if found else None


def _put(connection: sqlite3.Connection, number: int | None, *row: Any) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO inputs VALUES (?, ?, ?, ?, ?, ?)", (number, *row, seal(*row))
    )


def _add(connection: sqlite3.Connection, name: str, article: str, key: str, run: int) -> None:
    name, hashed = _utf8(name), sha256(article.encode()).digest()
    connection.execute(_ADD_ARTICLE, (hashed, article))
    connection.execute(_ADD_KEY, (key, hashed))
    same = _first(connection, "name = ? AND key = ? AND article = ?", name, key, hashed)
    row = same or _first(connection, "name = ? AND run < ? ORDER BY run, number", name, run)
    if row is None:
        _put(connection, None, name, key, hashed, run)
    elif not row.is_sound or row[1:-1] != (name, key, hashed, max(row.run, run)):
        latest = max(row.run, run) if row.is_sound else run
        _put(connection, row.number, name, key, hashed, latest)


def _article(connection: sqlite3.Connection, hashed: bytes) -> Article | None:
    """None: it is not there, or damaged."""
    found = connection.execute("SELECT json FROM articles WHERE hash = ?", (hashed,)).fetchone()
    if not found or not isinstance(found[0], str) or sha256(found[0].encode()).digest() != hashed:
        return None
    try:
        return Article.model_validate_json(found[0])
    except ValidationError:
        return None


def _find(connection: sqlite3.Connection, key: str) -> Stored | None:
    """None: there is no result, or a damaged one."""
    query = "SELECT summary, error, seal FROM results WHERE key = ?"
    summary, error, sealed = connection.execute(query, (key,)).fetchone() or (None, None, None)
    return _stored(summary, error) if is_sound(sealed, _RESULT_KINDS, key, summary, error) else None


def _stored(summary: str | None, error: str | None) -> Stored | None:
    """None: the error is none that we could have written."""
    try:
        return Stored(summary, None if error is None else failures.from_json(error))
    except ValueError:
        return None


def _keep(connection: sqlite3.Connection, key: str, summary: str | None, error: str | None) -> None:
    there = _find(connection, key)
    if there is None or (there.error and summary is not None):
        connection.execute(_KEEP, (key, summary, error, seal(key, summary, error)))
    if error is None or not failures.from_json(error).is_passing:
        connection.execute("DELETE FROM drafts WHERE key = ?", (key,))


def _keep_draft(connection: sqlite3.Connection, key: str, part: str, json: str) -> None:
    there = _find(connection, key)
    if there is None or there.error:
        connection.execute(_KEEP_DRAFT, (key, part, json, seal(key, part, json)))


def _all_of(connection: sqlite3.Connection, name: str) -> set[_Input]:
    """The inputs of this name, and all others with the same article, or the same text of it."""
    found = set(_inputs(connection, "name = ?", name))
    fresh = found
    while fresh:
        fresh = {
            other
            for each in fresh
            for other in _inputs(connection, "article = ? OR key = ?", each.article, each.key)
        } - found
        found |= fresh
    return found


def _erase(connection: sqlite3.Connection, inputs: set[_Input]) -> None:
    """Erase inputs, and whatever none stands for: also of articles that were replaced."""
    numbers = [(each.number,) for each in inputs]
    connection.executemany("DELETE FROM inputs WHERE number = ?", numbers)
    connection.execute("DELETE FROM articles WHERE hash NOT IN (SELECT article FROM inputs)")
    connection.execute("DELETE FROM keys WHERE article NOT IN (SELECT hash FROM articles)")
    for table in ("results", "drafts", "batch_rows"):
        connection.execute(f"DELETE FROM {table} WHERE key NOT IN (SELECT key FROM keys)")  # noqa: S608


def _utf8(text: str) -> str:
    # A lone surrogate cannot be stored; in JSON this is the escape that means the same.
    return text.encode("utf-8", "backslashreplace").decode()
