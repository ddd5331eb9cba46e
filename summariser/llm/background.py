"""One event loop in a thread of its own, so that sync and async callers share one client.

A client's connections belong to the loop that opened them.  Were each caller to use the loop it
happens to run in, several threads, several ``asyncio.run()`` and Jupyter's own loop would tear one
client between them (and send requests twice).  Here they all hand their coroutine to one loop.
"""

from __future__ import annotations

import asyncio
import os
import threading
import weakref
from collections.abc import AsyncGenerator, Callable, Coroutine, Generator
from concurrent.futures import CancelledError, Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.thread import ThreadPoolExecutor
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from ..errors import LoopError

T = TypeVar("T")
E = TypeVar("E")

Telling = Callable[[Callable[[E], None]], Coroutine[Any, Any, T]]
"""Makes a coroutine that tells of things on its way, in any thread."""


LISTENS = 0.5
"""Seconds for which a thread waits at a time.

Python does not hear a Ctrl-C that comes in the moment in which the main thread goes to sleep,
before something else wakes it; and nothing may be coming.
"""


def next_in(inbox: SimpleQueue[T]) -> T:
    """What comes next, waited for so that Ctrl-C is heard."""
    while True:
        with suppress(Empty):
            return inbox.get(timeout=LISTENS)


class Background:
    """Runs coroutines in a daemon thread, started when first needed.

    >>> async def answer() -> int:
    ...     return 42
    >>> background = Background()
    >>> background.run(answer())
    42
    >>> background.close()
    """

    def __init__(self, cleanup: Callable[[], Coroutine[Any, Any, None]] | None = None) -> None:
        """`cleanup` is awaited on the loop before it ends; it must not hold on to this object."""
        self._cleanup = cleanup
        # Reentrant: collecting garbage, which happens anywhere, may close a run and so come back.
        self._lock = threading.RLock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._owner = 0
        self._stop: weakref.finalize[Any, Any] | None = None

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """Wait for the result; Ctrl-C cancels the coroutine too.

        Raises LoopError if the loop is closed meanwhile, or the caller is the loop itself.
        """
        try:
            self.may_wait()
        except LoopError:
            coroutine.close()
            raise
        future = self._submit(coroutine)
        try:
            return _result(future)
        finally:
            future.cancel()

    async def arun(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """Await the result from any loop; cancelling the caller cancels the coroutine too.

        Raises LoopError if the loop is closed meanwhile.
        """
        try:
            return await asyncio.wrap_future(self._submit(coroutine))
        except asyncio.CancelledError:
            caller = asyncio.current_task()
            if caller is not None and caller.cancelling():
                raise
            raise LoopError(CLOSED) from None

    def follow(self, make: Telling[E, T]) -> Generator[E | T, None, None]:
        """What a coroutine tells, as it comes, and at last its result; leaving early cancels it.

        Raises what `run` raises.
        """
        self.may_wait()
        inbox = SimpleQueue[E | Future[T]]()
        future = self._submit(make(inbox.put))
        future.add_done_callback(inbox.put)
        try:
            while (told := next_in(inbox)) is not future:
                yield told  # type: ignore[misc]  # there is no other future in it
            yield _result(future)
        finally:
            future.cancel()

    async def afollow(self, make: Telling[E, T]) -> AsyncGenerator[E | T, None]:
        """As `follow`, from any loop."""
        loop, inbox = asyncio.get_running_loop(), asyncio.Queue[E | Future[T]]()

        def put(told: E | Future[T]) -> None:
            with suppress(RuntimeError):  # the loop is closed: nobody is waiting
                loop.call_soon_threadsafe(inbox.put_nowait, told)

        future = self._submit(make(put))
        future.add_done_callback(put)
        try:
            while (told := await inbox.get()) is not future:
                yield told  # type: ignore[misc]  # there is no other future in it
            yield _result(future)
        finally:
            future.cancel()

    def may_wait(self) -> None:
        """Raise LoopError if the caller is the loop's own thread, which would wait for itself."""
        if self.is_current():
            raise LoopError(
                "called from a callback of its own, it would wait for itself for ever: "
                "await asummarise() or astream() there, or call it from another thread"
            )

    def call_soon(self, callback: Callable[..., object], *arguments: Any) -> None:
        """Have the loop call something, in the context of the caller, who does not wait for it."""
        with self._lock:
            self._started().call_soon_threadsafe(callback, *arguments)

    def is_current(self) -> bool:
        """Whether the caller is the loop's own thread, which must never wait for the loop."""
        return threading.current_thread() is self._thread

    def close(self) -> None:
        """Cancel what still runs and end the thread.  A later call starts a new one."""
        with self._lock:
            if self._stop is not None:
                self._stop()
            self._loop = self._stop = None

    def _submit(self, coroutine: Coroutine[Any, Any, T]) -> Future[T]:
        with self._lock:
            return asyncio.run_coroutine_threadsafe(coroutine, self._started())

    def _started(self) -> asyncio.AbstractEventLoop:
        # A forked child inherits the loop object but not the thread that ran it.
        if self._loop is not None and self._owner == os.getpid():
            return self._loop
        loop = asyncio.new_event_loop()
        loop.set_default_executor(_Threads())
        thread = threading.Thread(
            target=_serve, args=(loop, self._cleanup), name="summariser", daemon=True
        )
        thread.start()
        self._loop, self._thread, self._owner = loop, thread, os.getpid()
        self._stop = weakref.finalize(self, _end, loop, thread, os.getpid())
        return loop


CLOSED = "it was closed while a call was under way"


def _result(future: Future[T]) -> T:
    while not future.done():
        with suppress(FutureTimeoutError, CancelledError):
            future.exception(timeout=LISTENS)
    try:
        return future.result()
    except CancelledError:
        raise LoopError(CLOSED) from None


class _Threads(ThreadPoolExecutor):
    """A thread for each call, such as the look-up of a host's name.

    Python's own serve nobody once the main thread has ended, though others may still be at work.
    """

    def submit(self, call: Callable[..., T], /, *args: Any, **options: Any) -> Future[T]:
        future: Future[T] = Future()

        def work() -> None:
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(call(*args, **options))
                except BaseException as error:  # noqa: BLE001  # is raised where it is waited for
                    future.set_exception(error)

        threading.Thread(target=work, daemon=True).start()
        return future


def _serve(
    loop: asyncio.AbstractEventLoop, cleanup: Callable[[], Coroutine[Any, Any, None]] | None
) -> None:
    asyncio.set_event_loop(loop)
    try:
        loop.run_forever()
    finally:
        pending = asyncio.all_tasks(loop)
        for task in pending:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*pending, return_exceptions=True))
        if cleanup is not None:
            loop.run_until_complete(cleanup())
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.run_until_complete(loop.shutdown_default_executor())  # its threads looked up names
        loop.close()


def _end(loop: asyncio.AbstractEventLoop, thread: threading.Thread, owner: int) -> None:
    if owner == os.getpid() and not loop.is_closed():
        loop.call_soon_threadsafe(loop.stop)
        if thread is not threading.current_thread():
            thread.join(timeout=5)
