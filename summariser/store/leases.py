"""Who is working on what, so that no two processes pay for the same answer.

A claim is a row; that its owner is alive is told by a sign of life the owner gives, and by the
system if both run on the same machine.  No thread is needed for it: whoever works, writes.
"""

from __future__ import annotations

import os
import socket
import sqlite3
import time
from functools import cache
from pathlib import Path

from .database import Database

STALE = 15.0
"""Seconds without a sign of life after which claims are free."""

BEAT = 2.0
"""Seconds between signs of life."""

TABLES = """
CREATE TABLE owners (
    number INTEGER PRIMARY KEY, host TEXT NOT NULL, pid INTEGER NOT NULL, beat REAL NOT NULL
);
CREATE TABLE claims (key TEXT PRIMARY KEY, owner INTEGER NOT NULL REFERENCES owners) WITHOUT ROWID;
"""


class Claims:
    """The claims of one object in one process; a forked process begins without any."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._begin()

    def _begin(self) -> None:
        self._pid = os.getpid()
        self._number: int | None = None
        self._keys: set[str] = set()
        self._last_beat = 0.0  # on the monotonic clock

    def owner(self) -> int:
        """The number of this object among all that ever wrote to the file.

        To be asked for before a transaction: the first time, it is one itself.
        """
        if self._pid != os.getpid():
            self._begin()
        if self._number is None:
            insert = "INSERT INTO owners (host, pid, beat) VALUES (?, ?, ?)"
            with self._database.writing() as connection:
                row = (_host(), os.getpid(), time.time())
                number = connection.execute(insert, row).lastrowid
            self._number = number
            self._last_beat = time.monotonic()
        assert self._number is not None
        return self._number

    def take(self, connection: sqlite3.Connection, key: str) -> bool:
        """Whether it is ours now; False: another one's, or ours already."""
        holder = connection.execute(
            """SELECT owner, host, pid, beat FROM claims
            JOIN owners ON owners.number = owner WHERE key = ?""",
            (key,),
        ).fetchone()
        if holder and (holder[0] == self._number or _lives(*holder[1:])):
            return False
        connection.execute("INSERT OR REPLACE INTO claims VALUES (?, ?)", (key, self._number))
        self._keys.add(key)
        return True

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
        return bool(self._keys) and self._pid == os.getpid()

    @property
    def is_beat_due(self) -> bool:
        """Whether somebody could begin to think that we are dead."""
        return self.are_held and time.monotonic() - self._last_beat > BEAT

    def beat(self, connection: sqlite3.Connection) -> None:
        """Give a sign of life, if it is time for one."""
        if self.is_beat_due:
            self._last_beat = time.monotonic()
            connection.execute(
                "UPDATE owners SET beat = ? WHERE number = ?", (time.time(), self._number)
            )


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
            return True
    return True
