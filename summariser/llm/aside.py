"""Work that takes its time is done beside the loop, so that all other articles go on meanwhile.

Python's threads take turns every few milliseconds, so nothing done here holds the loop for longer.
Each piece of work has a thread of its own, which ends with it: there is nothing to close, and no
executor that could not be had any more once the main thread ended.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

T = TypeVar("T")

AT_ONCE = 4
"""So many pieces of work that somebody waits for take turns: a long one holds up no other, and the
loop waits for so many turns at most."""

_AT_THE_END = 1.0
"""Seconds for which a process that ends waits for them in all."""

_turns = threading.Semaphore(AT_ONCE)
_at_work = set[threading.Thread]()


def _renew() -> None:
    global _turns  # a forked process has none of the threads that hold some
    _turns = threading.Semaphore(AT_ONCE)
    _at_work.clear()


@atexit.register
def _let_them_end() -> None:
    """A thread that Python stops inside pydantic's compiled code takes the whole process along."""
    end = time.monotonic() + _AT_THE_END
    for thread in [*_at_work]:
        thread.join(max(0.0, end - time.monotonic()))


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew)


class _Turn:
    """One piece of work's turn, given back once: at its end, or when nobody waits for it."""

    def __init__(self) -> None:
        self._turns = _turns
        self._lock = threading.Lock()
        self._is_held = False

    def take(self) -> None:
        self._turns.acquire()
        self._is_held = True

    def give_back(self) -> None:
        with self._lock:
            was_held, self._is_held = self._is_held, False
        if was_held:
            self._turns.release()


async def aside(work: Callable[[], T]) -> T:
    """What this makes, in another thread; whoever is cancelled does not wait for its end.

    >>> asyncio.run(aside(lambda: 6 * 7))
    42
    """
    done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
    turn = _Turn()
    name = "summariser-aside"
    thread = threading.Thread(target=_do, args=(work, done, turn), name=name, daemon=True)
    _at_work.add(thread)
    thread.start()
    try:
        return await done
    finally:
        turn.give_back()  # work that goes on alone keeps no other from its turn


def _do(work: Callable[[], T], done: asyncio.Future[T], turn: _Turn) -> None:
    made: T | None = None
    failure: BaseException | None = None
    turn.take()
    try:
        if done.cancelled():
            return
        made = work()
    except BaseException as error:  # noqa: BLE001  # it is the caller's
        failure = error
    finally:
        turn.give_back()
        _at_work.discard(threading.current_thread())
    with suppress(RuntimeError):  # the loop is closed: nobody waits for it
        done.get_loop().call_soon_threadsafe(_hand_over, done, made, failure)


def _hand_over(done: asyncio.Future[Any], made: Any, failure: BaseException | None) -> None:
    if done.cancelled():
        return
    if failure is None:
        done.set_result(made)
    else:
        done.set_exception(failure)
