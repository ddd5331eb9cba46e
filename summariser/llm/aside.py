"""Work that takes its time is done beside the loop, so that all other articles go on meanwhile.

Python's threads take turns every few milliseconds, so nothing done here holds the loop for longer.
The threads are daemons of our own: those of an executor cannot be had once the main thread ended.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")

THREADS = 4
"""So many pieces of work take turns, so that a long one holds up no other, and the loop waits for
four turns at most."""


class _Job(NamedTuple):
    work: Callable[[], Any]
    loop: asyncio.AbstractEventLoop
    done: asyncio.Future[Any]


class _Threads:
    """They are started when first needed, and anew in a forked process, which has none."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._jobs = SimpleQueue[_Job]()
        self._threads: list[threading.Thread] = []

    def give(self, job: _Job) -> None:
        with self._lock:
            if not all(thread.is_alive() for thread in self._threads) or not self._threads:
                self._jobs = SimpleQueue()
                self._threads = [
                    threading.Thread(
                        target=_serve, args=(self._jobs,), name="summariser-aside", daemon=True
                    )
                    for _ in range(THREADS)
                ]
                for thread in self._threads:
                    thread.start()
            self._jobs.put(job)


_threads = _Threads()


async def aside(work: Callable[[], T]) -> T:
    """What this makes, in another thread; whoever is cancelled does not wait for its end.

    >>> asyncio.run(aside(lambda: 6 * 7))
    42
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()
    _threads.give(_Job(work, loop, done))
    return await done


def _serve(jobs: SimpleQueue[_Job]) -> None:
    while True:
        _do(jobs.get())  # in a call of its own, so that nothing is held on to afterwards


def _do(job: _Job) -> None:
    if job.done.cancelled():
        return
    try:
        made, failure = job.work(), None
    except BaseException as error:  # noqa: BLE001  # it is the caller's
        made, failure = None, error
    with suppress(RuntimeError):  # the loop is closed: nobody waits for it
        job.loop.call_soon_threadsafe(_hand_over, job.done, made, failure)


def _hand_over(done: asyncio.Future[Any], made: Any, failure: BaseException | None) -> None:
    if done.cancelled():
        return
    if failure is None:
        done.set_result(made)
    else:
        done.set_exception(failure)
