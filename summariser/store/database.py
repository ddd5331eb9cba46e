"""An SQLite file that several threads and processes use at once.

What SQLite leaves open is settled here: whose file it is, who waits for whom, what a fork may use,
and what to do when something goes wrong.  What is in the tables is not known here: see `store`.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path

from ..errors import StoreError
from ..installation import install_hint
from .seals import digest

_APPLICATION = 0x53554D52  # "SUMR": tells our files from other programs' databases
_WAIT = 0.2  # seconds SQLite waits by itself, so long deaf to Ctrl-C
_VERSIONS = 256  # SQLite keeps one number for us: the version, and above it the mark of the file

DAMAGED = (
    "the file is damaged: take a copy you have of it, or try the command sqlite3 FILE .recover"
)
# Damage also shows as a length that asks for more than there is, and as words of SQLite's own that
# quote what is no text.
_FAULTS = (sqlite3.Error, MemoryError, UnicodeDecodeError)
_GUESSES = 1_000  # rows in a row that a damaged file does not show
_ADVICE = {
    sqlite3.SQLITE_BUSY: "another program keeps it locked: let that one finish, "
    "or wait longer than {patience:g} s with patience=",
    sqlite3.SQLITE_FULL: "the disk is full: make room and run again; "
    "what was kept before is there and can be read",
    sqlite3.SQLITE_IOERR: "the disk cannot be read or written ({error}): check that it is well and "
    "has room, and run again; what was kept before is not lost",
    sqlite3.SQLITE_READONLY: "it cannot be written: make the file and its folder writable, "
    "or copy it to a place of your own",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened: see that the file may be read and written, "
    "and its folder too",
    sqlite3.SQLITE_NOTADB: "this file is no store: give another path (it was left as it is)",
    sqlite3.SQLITE_CORRUPT: DAMAGED,
}


class Database:
    """One file, one connection that threads take turns at.

    A forked process gets a connection of its own.  Every method raises `StoreError`.

    Args:
        path: the file; its folder must be there.
        tables: the statements that make the tables of a new file.
        version: of these tables; a file of another version is not opened.
        patience: seconds to wait while others write.
        create: make a new file if there is none.
    """

    def __init__(
        self, path: str | Path, *, tables: str, version: int, patience: float, create: bool
    ) -> None:
        self.path = Path(path)
        self.tables = tables
        self.version = version
        self.patience = patience
        self._is_closed = False
        self._state: _State | None = None
        if trouble := self._trouble(create):
            raise StoreError(trouble, path=path)
        self.place = self.path.resolve()  # whoever forks may have gone elsewhere
        self._connect()

    @contextmanager
    def using(self) -> Iterator[sqlite3.Connection]:
        """The connection, for this thread alone, as long as the file is there."""
        with self._turn() as connection:
            self._see_that_it_is_there()
            yield connection

    @contextmanager
    def _turn(self) -> Iterator[sqlite3.Connection]:
        if self._is_closed:
            raise StoreError("it was closed: open it again", path=self.path)
        if self._pid != os.getpid():
            _INHERITED.append(self._connection)
            self._connect()
        with self._lock:
            try:
                yield self._connection
            except _FAULTS as error:
                raise self.explained(error) from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: committed at the end, or undone if anything is raised."""
        with self.using() as connection:
            try:
                # A transaction that begins by reading could not wait for its turn to write.
                self._patiently(connection, "BEGIN IMMEDIATE")
                yield connection
                connection.execute("COMMIT")
                self._see_that_it_is_there()
            except BaseException:
                with suppress(sqlite3.Error):
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                raise

    def numbers(self, table: str) -> Iterator[int]:
        """The numbers of a table's rows, also of those that are added meanwhile.

        Where a damaged file does not tell the next one, those that may follow are tried, and
        StoreError is raised at the end.  Between two of them nothing is open, or a slow reader
        would let the log grow and grow.
        """
        following = f"SELECT min(number) FROM {table} WHERE number > ?"  # noqa: S608
        number, damage, guesses = 0, None, 0
        while number is not None and guesses < _GUESSES:
            try:
                with self.using() as connection:
                    (number,) = connection.execute(following, (number,)).fetchone()
                guesses = 0
            except StoreError as error:
                if not error.is_damage:
                    raise
                number, damage, guesses = number + 1, error, guesses + 1
            if number is not None:
                yield number
        if damage:
            raise damage

    def check(self, table: str | None = None) -> None:
        """Raise StoreError if something is amiss, such as a row that no index knows of."""
        with self.using() as connection:
            (said,) = connection.execute(f"PRAGMA integrity_check({table or 1})").fetchone()
        if said != "ok":
            why = f"{DAMAGED}; rows may be missing from {table or 'it'}"
            raise StoreError(why, path=self.path, is_damage=True)

    def empty_log(self) -> None:
        """Have all that was written in the file itself, and nothing in its log."""
        until = time.monotonic() + self.patience
        while True:
            with self.using() as connection:
                (is_busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not is_busy:
                return
            if time.monotonic() > until:
                why = _ADVICE[sqlite3.SQLITE_BUSY].format(patience=self.patience)
                raise StoreError(why, path=self.path)
            time.sleep(0.02)

    def close(self) -> None:
        """Close the file; closing twice does no harm."""
        with suppress(StoreError), self._turn() as connection:
            self._is_closed = True
            connection.close()

    def _see_that_it_is_there(self) -> None:
        """SQLite goes on with a file that was deleted, and all that is written to it is lost."""
        state = _state(self.place)
        if state != self._state and self._is_ours(state):
            self._state = state  # somebody has written to it, or its log was emptied into it
        elif state != self._state:
            raise StoreError(
                "the file was removed or replaced while it was in use: nothing that came since is "
                "kept; run again, with the old file back in its place or with a new one",
                path=self.path,
            )

    def _is_ours(self, state: _State | None) -> bool:
        """Whether it is the very file that was opened, and nothing else was written over it."""
        if state is None or self._state is None or state[:2] != self._state[:2]:
            return False
        # Past SQLite's log, which would go on with the old file.
        with closing(sqlite3.connect(f"{self.place.as_uri()}?immutable=1", uri=True)) as raw:
            try:
                with _one_moment(raw):
                    return _mark(raw) in (self._mark, (0, 0))  # zero: all of it is in the log yet
            except sqlite3.DatabaseError as error:
                # Half of it, while another process empties the log into it.
                return error.sqlite_errorcode == sqlite3.SQLITE_CORRUPT

    # --- opening -----------------------------------------------------------------------------

    def _trouble(self, create: bool) -> str | None:
        folder = self.path.parent
        try:
            if self.path.is_dir():
                return "this is a folder, not a store"
            if not folder.is_dir():
                return f"there is no folder {folder}: create it first, or give another path"
            if not create and not self.path.exists():
                return "there is no such store: check the path"
        except OSError as error:
            return f"it cannot be opened ({error.strerror}): check its folder"
        return None

    def _connect(self) -> None:
        self._pid = os.getpid()
        self._lock = threading.RLock()
        try:
            try:
                self._connection = self._opened("NORMAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_IOERR_SHMSIZE:
                    raise
                # A full disk has no room for the log's index; alone, we need none to read.
                self._connection = self._opened("EXCLUSIVE")
        except _FAULTS as error:
            raise self.explained(error) from error
        self._state = _state(self.place)

    def _opened(self, locking: str) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.place, timeout=_WAIT, isolation_level=None, check_same_thread=False
        )
        try:
            connection.text_factory = _text
            connection.create_function("digest", -1, digest, deterministic=True)
            connection.execute(f"PRAGMA locking_mode = {locking}")
            self._prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        is_new = self._is_new(connection)
        # With a log, readers and a writer do not wait for each other.
        self._patiently(connection, "PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA secure_delete = ON")  # what is deleted is nowhere in the file
        if is_new:
            self._patiently(connection, "BEGIN IMMEDIATE")
            if self._is_new(connection):  # else another process was faster
                for statement in self.tables.split(";"):
                    connection.execute(statement)
                mark = secrets.randbelow(2**23) * _VERSIONS + self.version
                connection.execute(f"PRAGMA application_id = {_APPLICATION}")
                connection.execute(f"PRAGMA user_version = {mark}")
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint")  # the mark shall stand in the file itself
        self._mark = _mark(connection)

    def _is_new(self, connection: sqlite3.Connection) -> bool:
        """Whether the file is empty; StoreError if it holds something that is not ours."""
        with _one_moment(connection):  # another process may be making its tables
            application, marked = _mark(connection)
            found = _statements(connection)
        if not (application or marked or found):
            return True
        if application != _APPLICATION:
            raise StoreError(
                "this is a database of another program: give another path (it was left as it is)",
                path=self.path,
            )
        version = marked % _VERSIONS
        if version != self.version:
            age, advice = (
                ("a newer", f"update it, then {install_hint()}")
                if version > self.version
                else ("an older", "run the same inputs into a new store")
            )
            raise StoreError(
                f"it was made by {age} summariser (store version {version}, this one reads "
                f"version {self.version}): {advice}",
                path=self.path,
            )
        if found != _expected(self.tables):  # damage, or what others would have us run
            why = f"its tables are none of ours: {DAMAGED}"
            raise StoreError(why, path=self.path, is_damage=True)
        return False

    def _patiently(self, connection: sqlite3.Connection, statement: str) -> None:
        # SQLite can wait, but not for a change of the log, and it would not hear Ctrl-C.
        until = time.monotonic() + self.patience
        while True:
            try:
                connection.execute(statement)
                return
            except sqlite3.OperationalError as error:
                is_busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
                if not is_busy or time.monotonic() > until:
                    raise
                time.sleep(0.02)

    def explained(self, error: Exception) -> StoreError:
        """What SQLite complains of, with what to do about it."""
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if not isinstance(error, sqlite3.Error):
            code = sqlite3.SQLITE_CORRUPT
        advice = _ADVICE.get(code, "{error}").format(error=error, patience=self.patience)
        is_damage = code == sqlite3.SQLITE_CORRUPT
        return StoreError(advice, path=self.path, is_damage=is_damage)


_INHERITED: list[sqlite3.Connection] = []
"""Of a parent process: closing them in its child could take away the parent's locks."""


def _text(stored: bytes) -> str:
    return stored.decode(
        "utf-8", "replace"
    )  # damage is told by what is in the row, not by its sort


def _statements(connection: sqlite3.Connection) -> set[str]:
    """What made the tables of a file."""
    query = "SELECT sql FROM sqlite_master WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    return {str(sql) for (sql,) in connection.execute(query)}


@cache
def _expected(tables: str) -> set[str]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(tables)
        return _statements(connection)


@contextmanager
def _one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """What is read within is of one state of the file, whatever others write meanwhile."""
    connection.execute("SAVEPOINT moment")
    yield  # a connection that failed is closed, and that ends the moment, too
    connection.execute("RELEASE moment")


def _mark(connection: sqlite3.Connection) -> tuple[int, int]:
    """What tells a file from all others: whose it is, its version, and a number by chance."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (marked,) = connection.execute("PRAGMA user_version").fetchone()
    return application, marked


_State = tuple[int, int, int, int]


def _state(file: Path) -> _State | None:
    """Which file this is, whatever it is called, and how it stands; None: there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
