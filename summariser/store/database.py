"""An SQLite file that several threads and processes use at once.

What SQLite leaves open is settled here: whose file it is, who waits for whom, what a fork may use,
and what to do when something goes wrong.  What is in the tables is not known here: see `store`.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from ..errors import StoreError
from ..installation import install_hint

_APPLICATION = 0x53554D52  # "SUMR": tells our files from other programs' databases
_WAIT = 0.2  # seconds SQLite waits by itself, so long deaf to Ctrl-C

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
    sqlite3.SQLITE_CORRUPT: "the file is damaged: take a copy you have of it, "
    "or try the command sqlite3 FILE .recover",
}


class Database:
    """One file, one connection that threads take turns at.

    A forked process gets a connection of its own.  Every method raises `StoreError`.

    Args:
        path: the file; its folder must be there.
        tables: the statements that make the tables of a new file.
        version: of these tables; a file of a later version is not opened.
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
        if trouble := self._trouble(create):
            raise StoreError(trouble, path=path)
        self._file = self.path.absolute()  # whoever forks may have gone elsewhere
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
            except sqlite3.Error as error:
                raise self._explained(error) from error

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

    def pages(self, query: str) -> Iterator[list[tuple[Any, ...]]]:
        """The rows of ``… > ? ORDER BY <first column> LIMIT n``, without the first column.

        Between two pages nothing is open, or a slow reader would let the log grow and grow.
        """
        last = 0
        while True:
            with self.using() as connection:
                page = connection.execute(query, (last,)).fetchall()
            if not page:
                return
            last = page[-1][0]
            yield [row[1:] for row in page]

    def close(self) -> None:
        """Close the file; closing twice does no harm."""
        with suppress(StoreError), self._turn() as connection:
            self._is_closed = True
            connection.close()

    def _see_that_it_is_there(self) -> None:
        """SQLite goes on with a file that was deleted, and all that is written to it is lost."""
        if _identity(self._file) != self._opened_as:
            raise StoreError(
                "the file was removed or replaced while it was in use: nothing that came since is "
                "kept; run again, with the old file back in its place or with a new one",
                path=self.path,
            )

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
        except sqlite3.Error as error:
            raise self._explained(error) from error
        self._opened_as = _identity(self._file)

    def _opened(self, locking: str) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._file, timeout=_WAIT, isolation_level=None, check_same_thread=False
        )
        try:
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
        if is_new:
            self._patiently(connection, "BEGIN IMMEDIATE")
            if self._is_new(connection):  # else another process was faster
                for statement in self.tables.split(";"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {_APPLICATION}")
                connection.execute(f"PRAGMA user_version = {self.version}")
            connection.execute("COMMIT")

    def _is_new(self, connection: sqlite3.Connection) -> bool:
        """Whether the file is empty; StoreError if it holds something that is not ours."""
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
        if version > self.version:
            raise StoreError(
                f"it was made by a newer summariser (store version {version}, this one reads "
                f"up to {self.version}): update it, then {install_hint()}",
                path=self.path,
            )
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

    def _explained(self, error: sqlite3.Error) -> StoreError:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        advice = _ADVICE.get(code, "{error}").format(error=error, patience=self.patience)
        return StoreError(advice, path=self.path)


_INHERITED: list[sqlite3.Connection] = []
"""Of a parent process: closing them in its child could take away the parent's locks."""


def _identity(file: Path) -> tuple[int, int] | None:
    """Which file this is, whatever it is called; None: there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
