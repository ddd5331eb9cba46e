"""Work that takes its time is done beside the loop, so that all other articles go on meanwhile.

Python's threads take turns every few milliseconds, so nothing done here holds the loop for longer.
Each piece of work has a thread of its own, which ends with it: there is nothing to close, and no
executor that could not be had any more once the main thread ended.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

T = TypeVar("T")

AT_ONCE = 4
"""So many pieces of work take turns: a long one holds up no other, and the loop waits for so many
turns at most."""

_turns = threading.Semaphore(AT_ONCE)


def _renew() -> None:
    global _turns  # a forked process has none of the threads that hold some
    _turns = threading.Semaphore(AT_ONCE)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew)


async def aside(work: Callable[[], T]) -> T:
    """What this makes, in another thread; whoever is cancelled does not wait for its end.

    >>> asyncio.run(aside(lambda: 6 * 7))
    42
    """
    done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
    name = "summariser-aside"
    threading.Thread(target=_do, args=(work, done, _turns), name=name, daemon=True).start()
    return await done


def _do(work: Callable[[], T], done: asyncio.Future[T], turns: threading.Semaphore) -> None:
    made: T | None = None
    failure: BaseException | None = None
    with turns:
        if done.cancelled():
            return
        try:
            made = work()
        except BaseException as error:  # noqa: BLE001  # it is the caller's
            failure = error
    with suppress(RuntimeError):  # the loop is closed: nobody waits for it
        done.get_loop().call_soon_threadsafe(_hand_over, done, made, failure)


def _hand_over(done: asyncio.Future[Any], made: Any, failure: BaseException | None) -> None:
    if done.cancelled():
        return
    if failure is None:
        done.set_result(made)
    else:
        done.set_exception(failure)
