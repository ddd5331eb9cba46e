"""One function over many articles: bounded, lazy, as they come or in order.

The work is done on the background loop; the articles are pulled, and the results taken, wherever
the caller is.  So a slow source or a slow reader never keeps a request waiting, and sync and async
callers share all but the waiting.  What a result is, and what it may cost, is decided elsewhere.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    Callable,
    Coroutine,
    Generator,
    Hashable,
    Iterable,
    Iterator,
)
from contextlib import suppress
from dataclasses import KW_ONLY, dataclass, field
from functools import partial
from operator import length_hint
from typing import Any, Final, Generic, TypeVar

from ..article import Article
from ..errors import LoopError, SummariserError
from ..llm import LISTENS, Background
from ..schema import Usage
from ..unforeseen import Streak, guarded
from .progress import Progress

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 64
"""Articles that may be checked beside those that are asked about: their answers are in memory."""

_PATIENCE = 0.4  # seconds: what was cancelled gets so long to end
_NOTHING: Final[Any] = object()  # in place of a result that is none


@dataclass(frozen=True)
class Stream(Generic[T, R]):
    """Applies `work` to a stream of items, several at once.

    A result is what `work` returned, or the SummariserError it raised, with its ``article_id``.
    A string becomes an Article first; an item that is a SummariserError is a result already.

    A fatal error (see `is_fatal`) ends the run, as does one of the source: nothing more is pulled,
    what is under way is yielded, unless it too is fatal, then the error is raised.  So do 20
    InternalErrors of one place in a row, which are yielded themselves.  Whoever leaves the loop
    early cancels what is under way.

    Args:
        work: what to do with one item, on the loop of `background`.
        background: where the work is done.
        concurrency: how many items are worked on at once, at most.
        ahead: so many more, where work bounds by itself what it does at once.
        ordered: results come in the order of the items: a finished one waits for its turn.
        key: equal for items that are the same: while one is worked on, the other is not, and
            shares its result.  Called where the items are pulled.
        share: what such another item gets of a result; default: the very same.
        progress: show a bar on stderr.
        usage: what the bar shows as spent: someone else adds to it.

    Raises ValueError if `concurrency` is less than 1.

    >>> async def double(number: int) -> int:
    ...     return 2 * number
    >>> background = Background()
    >>> list(Stream(double, background, ordered=True).run([1, 2, 3]))
    [2, 4, 6]
    >>> background.close()
    """

    work: Callable[[T], Coroutine[Any, Any, R]]
    background: Background
    _: KW_ONLY
    concurrency: int = 32
    ahead: int = 0
    ordered: bool = False
    key: Callable[[T], Hashable] = id
    share: Callable[[R, T], R] = lambda result, _: result
    progress: bool = False
    usage: Usage | None = None

    def __post_init__(self) -> None:
        if self.concurrency < 1:
            raise ValueError(f"concurrency is {self.concurrency}: at least one article at a time")

    def run(
        self, items: Iterable[T | str | SummariserError]
    ) -> Generator[R | SummariserError, None, None]:
        """The results, of items that are pulled in the caller's thread, as results are.

        At most `concurrency` + 1 items, in order twice `concurrency`, are pulled but not yielded.
        While the source makes one wait, no result is yielded: such a source is one for `arun`.
        """
        self.background.may_wait()
        arrived = threading.Event()
        with self._bar(items) as bar:
            run = _Run(self, arrived.set, bar)
            try:
                source = iter(items)
                while run.is_open():
                    if run.has_room():
                        run.pull(source)
                    elif not run.has_result():
                        arrived.wait(LISTENS)
                        arrived.clear()
                    if run.has_result():
                        yield run.take()
            finally:
                if rest := run.leave():
                    self.background.run(rest)

    async def arun(
        self, items: Iterable[T | str | SummariserError] | AsyncIterable[T | str | SummariserError]
    ) -> AsyncGenerator[R | SummariserError, None]:
        """As `run`, for any event loop: items are pulled on it, results yielded meanwhile."""
        loop = asyncio.get_running_loop()
        arrived = asyncio.Event()

        def wake() -> None:
            with suppress(RuntimeError):  # the loop is closed: nobody is waiting
                loop.call_soon_threadsafe(arrived.set)

        async def put(item: T | str | SummariserError) -> None:
            run.start(item)
            arrived.set()
            await asyncio.sleep(0)  # a source that never waits leaves others their turn
            while not run.has_room():
                await arrived.wait()
                arrived.clear()

        async def feed() -> None:
            # One task for all items: a generator may hold on to the task it began in.
            try:
                if isinstance(items, AsyncIterable):
                    async for item in items:
                        await put(item)
                else:
                    for item in items:
                        await put(item)
            except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001  # is passed on
                run.end(error)
            run.end()
            arrived.set()

        with self._bar(items) as bar:
            run = _Run(self, wake, bar)
            feeder = loop.create_task(feed())
            try:
                while run.is_open():
                    if run.has_result():
                        result = run.take()
                        arrived.set()
                        yield result
                    else:
                        await arrived.wait()
                        arrived.clear()
            finally:
                feeder.cancel()
                if rest := run.leave():
                    await self.background.arun(rest)
                await asyncio.wait([feeder], timeout=_PATIENCE)

    def _bar(self, items: object) -> Progress:
        if isinstance(items, str | Article):
            raise TypeError("these are the items of a run: put a single article into a list")
        return Progress(self.progress, length_hint(items) or None, self.usage)


@dataclass(slots=True, eq=False)
class _Job:
    """One piece of work, at its position, and those for equal items that share its result."""

    item: Any
    position: int
    equal: list[_Job] = field(default_factory=list)
    key: Hashable = None
    result: Any = None
    failure: BaseException | None = None


class _Run(Generic[T, R]):
    """One run of a stream: what is pulled, under way and finished, and why it ends.

    It belongs to the caller's thread; what is "on the background loop" only fills the inbox.
    """

    def __init__(self, stream: Stream[T, R], wake: Callable[[], None], bar: Progress) -> None:
        self._stream = stream
        self._wake = wake
        self._bar = bar
        self._at_once = stream.concurrency + stream.ahead
        self._most = 2 * self._at_once if stream.ordered else self._at_once + 1
        self._pulled = 0
        self._jobs: dict[Hashable, _Job] = {}
        self._arrivals = 0
        self._finished: dict[int, R | SummariserError] = {}  # by position
        self._turn = 0  # the position to be yielded next
        self._streak = Streak()
        self._has_ended = False
        self._reason: BaseException | None = None
        self._inbox: deque[_Job] = deque()
        self._tasks: set[asyncio.Task[R]] = set()

    def is_open(self) -> bool:
        """Whether a result is to come; if none is, raises what ended the run before its items."""
        self._collect()
        if self._has_ended and self._turn == self._pulled and self._reason is not None:
            raise self._reason
        return not self._has_ended or self._turn < self._pulled

    def has_room(self) -> bool:
        """Whether another item may be pulled."""
        self._collect()
        is_near = self._pulled - self._turn < self._most
        return not self._has_ended and is_near and len(self._jobs) < self._at_once

    def has_result(self) -> bool:
        """Whether `take` has something to give."""
        self._collect()
        return self._turn in self._finished

    def take(self) -> R | SummariserError:
        """The next result."""
        result = self._finished.pop(self._turn)
        self._turn += 1
        self._bar.add(result)
        return result

    def pull(self, source: Iterator[T | str | SummariserError]) -> None:
        """Start with the next item, if there is one."""
        try:
            self.start(next(source))
        except StopIteration:
            self.end()
        except Exception as error:  # noqa: BLE001  # is raised again once the others are through
            self.end(error)

    def start(self, item: T | str | SummariserError) -> None:
        """Take an item in, unless the run has ended meanwhile."""
        if self._has_ended:
            return
        job = _Job(item, self._pulled)
        self._pulled += 1
        if isinstance(item, SummariserError):
            self._finish(job, item)
            return
        try:
            if isinstance(item, str):
                job.item = guarded(partial(Article.from_text, item))
            job.key = self._stream.key(job.item)
        except Exception as error:  # noqa: BLE001  # becomes a result, or ends the run
            job.failure = error
            self._conclude(job)
            return
        under_way = self._jobs.setdefault(job.key, job)
        if under_way is job:
            self._stream.background.call_soon(self._begin, job)
        else:
            under_way.equal.append(job)

    def end(self, reason: BaseException | None = None) -> None:
        """Pull nothing more; of several reasons the first counts."""
        self._has_ended = True
        if self._reason is None:
            self._reason = reason

    def leave(self) -> Coroutine[Any, Any, None] | None:
        """Cancel what is under way; what is returned waits for its end, but not for ever."""
        self._collect()
        if not self._jobs:
            return None
        self._stream.background.call_soon(self._cancel)
        # Garbage may be collected in any thread: in that one it would wait for itself.
        return None if self._stream.background.is_current() else self._settled()

    def _collect(self) -> None:
        while self._inbox:
            job = self._inbox.popleft()
            del self._jobs[job.key]
            self._conclude(job)
        while self._finished.get(self._turn) is _NOTHING:
            self._turn += 1

    def _conclude(self, job: _Job) -> None:
        result, failure = job.result, job.failure
        if isinstance(failure, SummariserError) and isinstance(job.item, Article):
            failure.article_id = job.item.id
        if failure is not None:
            # As a result an error is data, and must not hold on to the frames it came through.
            result = _NOTHING if is_fatal(failure) else failure.with_traceback(None)
        if result is _NOTHING:
            self.end(failure)
        self._finish(job, result)

    def _finish(self, job: _Job, result: R | SummariserError) -> None:
        if result is not _NOTHING and (too_many := self._streak.add(result)):
            self.end(too_many)
        for each in (job, *job.equal):
            if each is not job and job.failure is None:
                result = self._stream.share(job.result, each.item)
            self._finished[each.position if self._stream.ordered else self._arrivals] = result
            self._arrivals += 1

    # --- on the background loop --------------------------------------------------------------

    def _begin(self, job: _Job) -> None:
        task = asyncio.get_running_loop().create_task(self._do(job.item))
        self._tasks.add(task)
        task.add_done_callback(partial(self._report, job))

    async def _do(self, item: T) -> R:
        return await self._stream.work(item)

    def _report(self, job: _Job, task: asyncio.Task[R]) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            job.failure = LoopError("it was closed while a run was under way")
        else:
            job.failure = task.exception()
            job.result = task.result() if job.failure is None else None
        self._inbox.append(job)
        self._wake()

    def _cancel(self) -> None:
        for task in self._tasks:
            task.cancel()

    async def _settled(self) -> None:
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=_PATIENCE)


def is_fatal(failure: BaseException) -> bool:
    """Whether it ends a run: an error that says so, or one that nobody foresaw."""
    return not isinstance(failure, SummariserError) or failure.is_fatal
