"""Who is working on what, so that no two processes pay for the same answer.

A claim is a row, and stands as long as its owner lives.  That is told by the system and by no
clock: an owner keeps a file beside the store locked, and the lock ends with its process, also if
that is killed; one that is merely slow, stopped or in another container keeps it.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import suppress
from pathlib import Path
from threading import Lock
from weakref import WeakSet

from ..errors import StoreError
from .database import DAMAGED, Database

BATCHES = "batches"
"""The claim of whoever looks after batches; all other claims are keys of articles."""


class Claims:
    """The claims of one object in one process; a forked process begins without any."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._begin()
        _ALL.add(self)

    def _begin(self) -> None:
        self._lock = Lock()
        self._number: int | None = None
        self._keys: set[str] = set()
        self._sign: int | None = None  # of life: the open file that is locked

    def owner(self) -> int:
        """The number of this object among all that ever wrote to the file.

        To be asked for before a transaction: the first time, it is one itself.
        """
        with self._lock:  # or two threads would be two owners, one of them without a sign of life
            if self._number is None:
                with self._database.writing() as connection:
                    number = connection.execute("INSERT INTO owners VALUES (NULL)").lastrowid
                self._number = number
        assert self._number is not None
        return self._number

    def take(self, connection: sqlite3.Connection, key: str) -> bool:
        """Whether it is ours now; False: another one's, or ours already."""
        if self.holder(connection, key) is not None:
            return False
        self.give_sign()
        connection.execute("INSERT OR REPLACE INTO claims VALUES (?, ?)", (key, self._number))
        self._keys.add(key)
        return True

    def holder(self, connection: sqlite3.Connection, key: str) -> int | None:
        """The number of the living owner who has it; None: it is free."""
        held = connection.execute("SELECT owner FROM claims WHERE key = ?", (key,)).fetchone()
        if held is None:
            return None
        (owner,) = held
        if not isinstance(owner, int):
            raise StoreError(DAMAGED, path=self._database.path, is_damage=True)
        return owner if self.lives(owner) else None

    def give_back(self, connection: sqlite3.Connection, key: str) -> None:
        """Let others have it, if it is ours."""
        connection.execute("DELETE FROM claims WHERE key = ? AND owner = ?", (key, self._number))
        self._keys.discard(key)

    def give_all_back(self, connection: sqlite3.Connection) -> None:
        """Let others have what is ours."""
        connection.execute("DELETE FROM claims WHERE owner = ?", (self._number,))
        self._keys.clear()

    @property
    def are_held(self) -> bool:
        """Whether there are any."""
        return bool(self._keys)

    def close(self) -> None:
        """Give no sign of life any more."""
        if self._sign is not None and self._number is not None:
            os.close(self._sign)
            self._sign = None
            with suppress(OSError):
                self._file(self._number).unlink(missing_ok=True)

    # --- signs of life -----------------------------------------------------------------------

    def _file(self, owner: int) -> Path:
        place = self._database.place
        return place.with_name(f"{place.name}-owner{owner}")

    def give_sign(self) -> None:
        """Be seen to live, within a transaction."""
        if self._sign is not None or self._number is None:
            return
        try:
            sign = os.open(self._file(self._number), os.O_RDWR | os.O_CREAT, 0o666)
            if not _lock(sign):
                os.close(sign)
                raise BlockingIOError(0, "somebody else has it")
        except OSError as error:
            raise StoreError(
                f"no lock can be had beside it ({error.strerror}): "
                "its folder must be on a disk of this machine, and writable",
                path=self._database.path,
            ) from error
        self._sign = sign

    def lives(self, owner: int) -> bool:
        """Whether it is this one, or its file is locked; a file that nobody locks is removed."""
        if owner == self._number:
            return True
        file = self._file(owner)
        try:
            sign = os.open(file, os.O_RDONLY)
        except FileNotFoundError:
            return False
        except OSError:  # it is there, and not for us
            return True
        try:
            if not _lock(sign):
                return True
            with suppress(OSError):
                file.unlink()
            return False
        finally:
            os.close(sign)

    def forked(self) -> None:
        """Begin anew in a child process, whose parent alone shall be seen to live."""
        if self._sign is not None:
            os.close(self._sign)  # which leaves the parent's lock alone
        self._begin()


_ALL: WeakSet[Claims] = WeakSet()


def _forked() -> None:
    for claims in _ALL:
        claims.forked()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forked)

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(file: int) -> bool:
        """Whether the file is ours alone now, until it is closed."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
