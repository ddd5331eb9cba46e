"""A run over many articles: bounded, lazy, complete, and gone when it is left."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
import subprocess
import sys
import threading
import weakref
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import suppress
from contextvars import ContextVar
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from llm_server import LLMServer
from samples import reply, summariser

from summariser import (
    Article,
    ArticleError,
    BudgetError,
    NoRecording,
    PromptError,
    ProviderError,
    RecordingError,
    ReplyError,
    StoreError,
    Summariser,
    SummariserError,
    Usage,
)
from summariser.llm.background import Background
from summariser.runs.progress import Progress
from summariser.runs.stream import Stream, _Run, is_fatal

Serve = Callable[..., LLMServer]
Ended = tuple[list[Any], BaseException | None]

PATIENT = 20  # seconds, after which a test that would hang fails instead


@pytest.fixture
def background(caplog: pytest.LogCaptureFixture) -> Iterator[Background]:
    """A loop on which nothing may be left when the test ends, and nothing logged."""
    loop = Background()
    with caplog.at_level(logging.WARNING):
        yield loop
        left = loop.run(_others())
        loop.close()
    assert left == set()
    assert caplog.get_records("call") == []


async def _others() -> set[asyncio.Task[Any]]:
    return asyncio.all_tasks() - {asyncio.current_task()}  # type: ignore[arg-type]  # there is one


def by_run(stream: Stream[Any, Any], items: Iterable[Any]) -> Ended:
    """All results, and what ended the run."""
    results = []
    try:
        for result in stream.run(items):
            results.append(result)  # noqa: PERF402  # a list is lost if an error is raised
    except Exception as error:  # noqa: BLE001
        return results, error
    return results, None


def by_arun(stream: Stream[Any, Any], items: Any) -> Ended:
    """The same from an event loop."""

    async def main() -> Ended:
        results = []
        try:
            async for result in stream.arun(items):
                results.append(result)  # noqa: PERF401
        except Exception as error:  # noqa: BLE001
            return results, error
        return results, None

    return asyncio.run(asyncio.wait_for(main(), PATIENT))


async def _slowly(items: Iterable[Any]) -> AsyncIterator[Any]:
    for item in items:
        await asyncio.sleep(0)
        yield item


def by_arun_of_async(stream: Stream[Any, Any], items: Iterable[Any]) -> Ended:
    """The same with an async source."""
    return by_arun(stream, _slowly(items))


Drive = Callable[[Stream[Any, Any], Iterable[Any]], Ended]
each_way = pytest.mark.parametrize("drive", [by_run, by_arun, by_arun_of_async])


class Gate:
    """Work of which only item 0 is ever let through, once some others are in here as well."""

    def __init__(self, together: int = 4) -> None:
        self.together = together
        self.started: list[Any] = []
        self.finished: list[Any] = []
        self.cancelled: list[Any] = []

    async def __call__(self, item: Any) -> Any:
        self.started.append(item)
        try:
            while item or len(self.started) < self.together:
                await asyncio.sleep(0.001)
        except asyncio.CancelledError:
            await asyncio.sleep(0.005)  # as closing a connection may take a moment
            self.cancelled.append(item)
            raise
        self.finished.append(item)
        return item


def until(condition: Callable[[], object]) -> None:
    """Wait for what another thread does."""
    pause = threading.Event()
    for _ in range(PATIENT * 1000):
        if condition():
            return
        pause.wait(0.001)
    raise AssertionError("waited in vain")


async def double(number: int) -> int:
    await asyncio.sleep(0)
    return 2 * number


# --- what comes out ------------------------------------------------------------------------------


@each_way
@pytest.mark.parametrize("ordered", [False, True])
@pytest.mark.parametrize("concurrency", [1, 3, 100])
def test_every_item_has_its_result(
    background: Background, drive: Drive, ordered: bool, concurrency: int
) -> None:
    """Each item is worked on once, and each result comes out once; in order if asked for."""
    stream = Stream(double, background, concurrency=concurrency, ordered=ordered)
    results, error = drive(stream, range(50))
    assert error is None
    assert sorted(results) == [2 * number for number in range(50)]
    assert not ordered or results == sorted(results)


@each_way
def test_no_items(background: Background, drive: Drive) -> None:
    """A run of nothing ends at once."""
    assert drive(Stream(double, background), []) == ([], None)


def test_as_they_come_or_in_order(background: Background) -> None:
    """The first item finishes last: it is yielded last, or all others wait for it."""

    async def slow_first(number: int) -> int:
        if number == 0:
            while len(finished) < 4:
                await asyncio.sleep(0.001)
        finished.append(number)
        return number

    for drive in (by_run, by_arun):
        for ordered in (False, True):
            finished: list[int] = []
            results, _ = drive(Stream(slow_first, background, ordered=ordered), range(5))
            assert (results[-1] == 0) is not ordered
            assert sorted(results) == list(range(5))
            assert not ordered or results == [0, 1, 2, 3, 4]


@each_way
@pytest.mark.parametrize("ordered", [False, True])
def test_no_more_at_once_than_asked_for(
    background: Background, drive: Drive, ordered: bool
) -> None:
    """Exactly `concurrency` items are worked on at once: never more, and not fewer."""

    async def together(number: int) -> int:
        nonlocal now
        now += 1
        peaks.append(now)
        while max(peaks) < 4:
            await asyncio.sleep(0.001)
        await asyncio.sleep(0.001)
        now -= 1
        return number

    now, peaks = 0, [0]
    results, _ = drive(Stream(together, background, concurrency=4, ordered=ordered), range(40))
    assert len(results) == 40
    assert max(peaks) == 4


# --- what goes in --------------------------------------------------------------------------------


@each_way
@pytest.mark.parametrize(("ordered", "most"), [(False, 4), (True, 6)])
def test_the_source_is_pulled_lazily(
    background: Background, drive: Drive, ordered: bool, most: int
) -> None:
    """Of an endless source no more is pulled than may be under way, and a little."""
    pulled = 0
    ahead = []

    def endless() -> Iterator[Any]:
        nonlocal pulled
        for number in count():
            pulled += 1
            ahead.append(pulled - 1 - len(ahead))
            if number == 60:
                raise StoreError("enough", path="here")
            yield number

    yielded = 0

    class Watched(Stream[Any, Any]):
        def run(self, items: Any) -> Any:
            nonlocal yielded
            for result in super().run(items):
                yielded += 1
                far.append(pulled - yielded + 1)
                yield result

        async def arun(self, items: Any) -> Any:
            nonlocal yielded
            async for result in super().arun(items):
                yielded += 1
                far.append(pulled - yielded + 1)
                yield result

    far: list[int] = []
    results, error = drive(Watched(double, background, concurrency=3, ordered=ordered), endless())
    assert str(error) == "here: enough"
    assert len(results) == 60
    assert max(far) <= most


@each_way
def test_one_slow_item_does_not_pull_all_others(background: Background, drive: Drive) -> None:
    """In order, no more than twice the concurrency waits behind an item that is not done."""
    pulled: list[int] = []

    async def work(number: int) -> int:
        if number == 0:
            while len(pulled) < 6:
                await asyncio.sleep(0.001)
            await asyncio.sleep(0.03)  # in which no more may come
            seen.append(len(pulled))
        return number

    def source() -> Iterator[int]:
        for number in range(30):
            pulled.append(number)
            yield number

    seen: list[int] = []
    results, _ = drive(Stream(work, background, concurrency=3, ordered=True), source())
    assert results == list(range(30))
    assert 6 <= seen[0] <= 6 + (drive is by_arun_of_async)  # which is asked for one more


@pytest.mark.parametrize("make", [iter, _slowly])
def test_a_slow_reader_does_not_pull_all(background: Background, make: Any) -> None:
    """While the reader of an async run is busy, no more is pulled than may wait for it."""
    pulled: list[int] = []

    def source() -> Iterator[int]:
        for number in count():
            pulled.append(number)
            yield number

    async def main() -> int:
        async for _ in Stream(double, background, concurrency=3).arun(make(source())):
            while len(pulled) < 5:
                await asyncio.sleep(0.001)
            await asyncio.sleep(0.03)  # in which no more may come
            return len(pulled)
        raise AssertionError

    # One with the reader, and the concurrency plus one; an async source is asked for one more.
    assert asyncio.run(asyncio.wait_for(main(), PATIENT)) <= 5 + (make is _slowly)


@pytest.mark.parametrize("drive", [by_run, by_arun])
def test_waiting_is_not_asking_again_and_again(
    background: Background, drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While nothing happens, nothing is done: a few rounds for each item, however long it takes."""
    rounds = 0

    class Counted(_Run[Any, Any]):
        def is_open(self) -> bool:
            nonlocal rounds
            rounds += 1
            return super().is_open()

    async def work(number: int) -> int:
        await asyncio.sleep(0.01)
        return number

    monkeypatch.setattr("summariser.runs.stream._Run", Counted)
    drive(Stream(work, background, concurrency=2), range(10))
    assert rounds <= 60


def test_a_generator_stays_with_its_thread(background: Background) -> None:
    """Items are pulled where the caller is: a source may own what no other thread may touch."""
    threads = []

    def source() -> Iterator[int]:
        for number in range(20):
            threads.append(threading.get_ident())
            yield number

    for drive in (by_run, by_arun):
        threads.clear()
        drive(Stream(double, background, concurrency=3), source())
        assert set(threads) == {threading.get_ident()}


@pytest.mark.parametrize("drive", [by_run, by_arun])
def test_a_blocking_source_blocks_nothing_under_way(background: Background, drive: Drive) -> None:
    """While the source makes the caller wait, work that has begun goes on."""
    done = threading.Event()

    async def work(number: int) -> int:
        await asyncio.sleep(0.001)
        done.set()
        return number

    def source() -> Iterator[int]:
        yield 1
        assert done.wait(PATIENT)
        yield 2

    assert drive(Stream(work, background), source()) == ([1, 2], None)


def test_results_do_not_wait_for_a_slow_async_source(background: Background) -> None:
    """What is done is yielded while the next item is still to come."""

    async def main() -> list[int]:
        is_here = asyncio.Event()

        async def source() -> AsyncIterator[int]:
            yield 1
            yield 2
            await is_here.wait()
            yield 3

        results = []
        async for result in Stream(double, background).arun(source()):
            results.append(result)
            if len(results) == 2:
                is_here.set()
        return results

    assert sorted(asyncio.run(asyncio.wait_for(main(), PATIENT))) == [2, 4, 6]


def test_an_async_source_is_driven_by_one_task(background: Background) -> None:
    """A generator may hold on to its task: with timeouts, task groups, open responses."""

    async def main() -> list[int]:
        async def source() -> AsyncIterator[int]:
            async with asyncio.timeout(PATIENT), asyncio.TaskGroup():
                for number in range(10):
                    yield number

        return [result async for result in Stream(double, background).arun(source())]

    assert len(asyncio.run(main())) == 10


def test_others_on_the_callers_loop_have_their_turn(background: Background) -> None:
    """A source that never waits, with results that are there at once, starves nobody."""

    async def main() -> int:
        turns = 0

        async def other() -> None:
            nonlocal turns
            while True:
                turns += 1
                await asyncio.sleep(0)

        task = asyncio.create_task(other())
        ready = (SummariserError(str(number)) for number in range(100))
        results = [result async for result in Stream(double, background).arun(ready)]
        task.cancel()
        assert len(results) == 100
        return turns

    assert asyncio.run(main()) >= 100


@each_way
def test_strings_become_articles(background: Background, drive: Drive) -> None:
    """A text is an article; one that cannot be is an error among the results."""

    async def language(article: Article) -> str:
        return article.language

    items = ["Talks opened in Norvik today.", " ", "Переговоры открылись сегодня."]
    (english, empty, russian), error = drive(Stream(language, background, ordered=True), items)
    assert (english, russian, error) == ("en", "ru", None)
    assert isinstance(empty, ArticleError)


@each_way
def test_errors_among_the_items_are_results(background: Background, drive: Drive) -> None:
    """What a reader of files could not read passes through, whatever it is."""
    errors = [ArticleError("not UTF-8", path="a.txt"), StoreError("no such row", path="run.sqlite")]
    items = [1, errors[0], 2, errors[1]]
    results, error = drive(Stream(double, background, ordered=True), items)
    assert results == [2, errors[0], 4, errors[1]]
    assert error is None


@pytest.mark.parametrize("items", ["Talks opened.", Article.from_text("Talks opened.")])
@pytest.mark.parametrize("drive", [by_run, by_arun])
def test_one_article_is_no_run(background: Background, drive: Drive, items: Any) -> None:
    """A text is not taken for a list of its letters."""
    results, error = drive(Stream(double, background), items)
    assert results == []
    assert isinstance(error, TypeError)
    assert "into a list" in str(error)


@each_way
@pytest.mark.parametrize("ordered", [False, True])
def test_what_is_under_way_is_not_begun_twice(
    background: Background, drive: Drive, ordered: bool
) -> None:
    """Of equal items in flight together one is worked on, and each has the result."""
    worked: Counter[str] = Counter()

    async def work(text: str) -> list[str]:
        worked[text] += 1
        while worked.total() < 3:
            await asyncio.sleep(0.001)
        return [text]

    items = [(1, "a"), (2, "b"), (3, "a"), (4, "a"), (5, "c")]
    stream = Stream(
        lambda item: work(item[1]), background, ordered=ordered, key=lambda item: item[1]
    )
    results, error = drive(stream, items)
    assert error is None
    assert sorted(results) == [["a"], ["a"], ["a"], ["b"], ["c"]]
    assert not ordered or results == [["a"], ["b"], ["a"], ["a"], ["c"]]
    assert worked == {"a": 1, "b": 1, "c": 1}


def test_the_work_knows_the_callers_context(background: Background) -> None:
    """Context variables, so also the span of a trace, reach the work."""

    async def work(_: int) -> str:
        return where.get()

    where.set("here")
    for drive in (by_run, by_arun, by_arun_of_async):
        assert drive(Stream(work, background), [1, 2]) == (["here", "here"], None)


where: ContextVar[str] = ContextVar("where", default="nowhere")


@pytest.mark.parametrize("concurrency", [0, -1])
def test_a_run_needs_room(background: Background, concurrency: int) -> None:
    """No concurrency is refused when the stream is made."""
    with pytest.raises(ValueError, match="concurrency is"):
        Stream(double, background, concurrency=concurrency)


# --- errors --------------------------------------------------------------------------------------

# label, error, whether it ends the run
ERRORS: list[tuple[str, Exception, bool]] = [
    *((kind, ProviderError("…", kind=kind), kind in ("authentication", "quota", "not_found"))
      for kind in ProviderError.Kind.__args__),
    *((kind, ReplyError("…", kind=kind), False) for kind in ReplyError.Kind.__args__),
    ("article", ArticleError("…"), False),
    ("not recorded", NoRecording("…", cassette="x"), False),
    ("recording", RecordingError("…", cassette="x"), True),
    ("prompt", PromptError("…", template="x"), True),
    ("store", StoreError("…", path="x"), True),
    ("budget", BudgetError("…"), True),
    ("of ours", SummariserError("…"), False),
    ("a mistake", ZeroDivisionError("…"), True),
    ("an odd one", StopAsyncIteration("…"), True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("error", "ends"), [row[1:] for row in ERRORS], ids=[row[0] for row in ERRORS]
)
def test_errors_are_results_or_end_the_run(
    background: Background, error: Exception, ends: bool
) -> None:
    """What is the fault of one article is its result; what would meet all others ends the run."""

    async def work(number: int) -> int:
        if number == 2:
            raise error
        return number

    assert is_fatal(error) is ends
    for drive in (by_run, by_arun):
        results, reason = drive(Stream(work, background, concurrency=1), range(5))
        if not ends:
            assert (results, reason) == ([0, 1, error, 3, 4], None)
        else:
            assert results == [0, 1]
            # Python itself lets no StopAsyncIteration out of a generator.
            assert error in (reason, getattr(reason, "__cause__", None))


@each_way
def test_an_error_names_its_article_and_keeps_nothing(background: Background, drive: Drive) -> None:
    """It carries the id; not the frames it came through, which would hold on to the article."""
    articles = [Article.from_text(f"Talks {number} opened.") for number in range(3)]

    async def work(article: Article) -> str:
        if article is articles[1]:
            raise ReplyError("…", kind="refused")
        return article.id

    (first, error, third), _ = drive(Stream(work, background, ordered=True), articles)
    assert isinstance(error, ReplyError)
    assert [first, error.article_id, third] == [each.id for each in articles]
    assert error.__traceback__ is None


@each_way
@pytest.mark.parametrize("ordered", [False, True])
def test_a_fatal_error_ends_the_run_in_peace(
    background: Background, drive: Drive, ordered: bool
) -> None:
    """Nothing more is pulled, what is under way is yielded, the first fatal error is raised."""
    pulled = []

    async def work(number: int) -> int:
        while number != 3 and not has_failed.is_set():
            await asyncio.sleep(0.001)
        if number == 3:
            while len(pulled) < 6:
                await asyncio.sleep(0.001)
            has_failed.set()
            raise ProviderError("no key", kind="authentication")
        if number == 1:
            await asyncio.sleep(0.01)
            raise ProviderError("no money", kind="quota")
        await asyncio.sleep(0.02)
        return number

    def source() -> Iterator[int]:
        for number in count():
            pulled.append(number)
            yield number

    has_failed = threading.Event()
    results, error = drive(Stream(work, background, concurrency=6, ordered=ordered), source())
    assert sorted(results) == [0, 2, 4, 5]
    assert not ordered or results == sorted(results)
    assert isinstance(error, ProviderError)
    assert error.kind == "authentication"
    # An item that the source was about to give, and that nobody has begun, remains to do.
    assert len(pulled) <= 7


@each_way
@pytest.mark.parametrize("ordered", [False, True])
def test_a_source_that_fails(background: Background, drive: Drive, ordered: bool) -> None:
    """Its error is raised once all that it did give is yielded."""

    def source() -> Iterator[int]:
        yield from range(10)
        raise OSError("the disk is gone")

    results, error = drive(Stream(double, background, concurrency=4, ordered=ordered), source())
    assert sorted(results) == [2 * number for number in range(10)]
    assert isinstance(error, OSError)


def test_a_source_that_is_cancelled(background: Background) -> None:
    """An async source that ends in a cancellation of its own does not leave anybody waiting."""

    async def source() -> AsyncIterator[int]:
        yield 1
        raise asyncio.CancelledError("by itself")

    async def main() -> None:
        try:
            async for result in Stream(double, background).arun(source()):
                results.append(result)  # noqa: PERF401
        except asyncio.CancelledError as error:
            results.append(str(error))

    results: list[Any] = []
    asyncio.run(asyncio.wait_for(main(), PATIENT))
    assert results == [2, "by itself"]


def test_an_item_that_comes_too_late(background: Background) -> None:
    """What an async source gives once the run has failed is not begun: it remains to do."""
    started: list[int] = []
    is_asked, has_failed, is_late = (threading.Event() for _ in range(3))

    async def work(number: int) -> int:
        started.append(number)
        if number == 1:
            while not is_asked.is_set():
                await asyncio.sleep(0.001)
            has_failed.set()
            raise ZeroDivisionError
        while not is_late.is_set():
            await asyncio.sleep(0.001)
        await asyncio.sleep(0.02)
        return number

    async def source() -> AsyncIterator[int]:
        yield 0
        yield 1
        is_asked.set()
        while not has_failed.is_set():
            await asyncio.sleep(0.001)
        await background.arun(double(0))  # and the caller's loop has been told of it
        for _ in range(5):
            await asyncio.sleep(0)
        is_late.set()
        yield 2

    results, error = by_arun(Stream(work, background, concurrency=5), source())
    assert (results, started) == ([0], [0, 1])
    assert isinstance(error, ZeroDivisionError)


@each_way
def test_what_is_no_source(background: Background, drive: Drive) -> None:
    """Neither an iterable nor an async one: a TypeError, as in any loop."""
    results, error = drive(Stream(double, background), 5)  # type: ignore[arg-type]  # that is it
    assert results == []
    assert isinstance(error, TypeError)


@pytest.mark.parametrize("drive", [by_run, by_arun])
def test_a_key_that_fails(background: Background, drive: Drive) -> None:
    """An item without a key is an item that failed, with the same consequences."""

    def key(number: int) -> int:
        if number == 2:
            raise ReplyError("…", kind="invalid")
        if number == 4:
            raise PromptError("…", template="x")
        return number

    results, error = drive(Stream(double, background, concurrency=1, key=key), range(9))
    assert [each for each in results if isinstance(each, int)] == [0, 2, 6]
    assert [each.kind for each in results if isinstance(each, ReplyError)] == ["invalid"]
    assert isinstance(error, PromptError)


@pytest.mark.parametrize("drive", [by_run, by_arun])
def test_work_that_fails_before_it_waits(background: Background, drive: Drive) -> None:
    """A function that raises instead of returning a coroutine does not stall the run."""

    def work(number: int) -> Any:
        raise ZeroDivisionError

    results, error = drive(Stream(work, background), range(5))
    assert results == []
    assert isinstance(error, ZeroDivisionError)


@pytest.mark.parametrize("drive", [by_run, by_arun])
def test_closed_by_somebody_else(drive: Drive) -> None:
    """If the loop is closed in the middle of a run, the run ends and says why."""
    background, gate = Background(), Gate(together=99)

    def close() -> None:
        until(lambda: len(gate.started) == 3)
        background.close()

    closer = threading.Thread(target=close)
    closer.start()
    results, error = drive(Stream(gate, background, concurrency=3), count())
    closer.join()
    assert results == []
    assert "closed while a run was under way" in str(error)


# --- leaving early -------------------------------------------------------------------------------


class Leaving(Exception):  # noqa: N818
    """Raised in the body of a loop."""


def by_break(stream: Stream[Any, Any], gate: Gate) -> None:
    for _ in stream.run(count()):
        break


def by_close(stream: Stream[Any, Any], gate: Gate) -> None:
    results = stream.run(count())
    next(results)
    results.close()


def by_exception(stream: Stream[Any, Any], gate: Gate) -> None:
    def loop() -> None:
        for _ in stream.run(count()):
            raise Leaving

    with pytest.raises(Leaving):
        loop()


def by_ctrl_c(stream: Stream[Any, Any], gate: Gate) -> None:
    def interrupt() -> None:
        until(lambda: len(gate.started) > 4)
        signal.pthread_kill(main, signal.SIGINT)

    main = threading.get_ident()

    def loop() -> None:
        for _ in stream.run(count()):
            thread.start()  # the next result never comes

    thread = threading.Thread(target=interrupt)
    with pytest.raises(KeyboardInterrupt):
        loop()
    thread.join()


def by_ctrl_c_in_the_source(stream: Stream[Any, Any], gate: Gate) -> None:
    def source() -> Iterator[int]:
        yield from range(3)
        until(lambda: len(gate.started) == 3)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        for _ in stream.run(source()):
            pass


def by_async_break(stream: Stream[Any, Any], gate: Gate) -> None:
    async def main() -> None:
        async for _ in stream.arun(count()):
            break
        while len(gate.started) - len(gate.finished) > len(gate.cancelled):
            await asyncio.sleep(0.001)

    asyncio.run(asyncio.wait_for(main(), PATIENT))


def by_aclose(stream: Stream[Any, Any], gate: Gate) -> None:
    async def main() -> None:
        results = stream.arun(_slowly(count()))
        await anext(results)
        await results.aclose()
        assert len(gate.started) - len(gate.finished) == len(gate.cancelled)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(main())


def by_async_exception(stream: Stream[Any, Any], gate: Gate) -> None:
    async def main() -> None:
        async for _ in stream.arun(_slowly(count())):
            raise Leaving

    with pytest.raises(Leaving):
        asyncio.run(main())


def by_cancellation(stream: Stream[Any, Any], gate: Gate) -> None:
    async def everything() -> None:
        async for _ in stream.arun(_slowly(count())):
            pass

    async def main() -> None:
        task = asyncio.create_task(everything())
        while len(gate.started) < 4:
            await asyncio.sleep(0.001)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert len(gate.started) - len(gate.finished) == len(gate.cancelled)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(main())


def by_cancellation_at_the_source(stream: Stream[Any, Any], gate: Gate) -> None:
    async def source() -> AsyncIterator[int]:
        for number in range(3):
            yield number
        await asyncio.Event().wait()

    async def everything() -> None:
        async for _ in stream.arun(source()):
            pass

    async def main() -> None:
        task = asyncio.create_task(everything())
        while len(gate.started) < 3:
            await asyncio.sleep(0.001)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(main())


def by_aclose_with_nothing_under_way(stream: Stream[Any, Any], gate: Gate) -> None:
    async def source() -> AsyncIterator[int]:
        yield 0
        await asyncio.Event().wait()

    async def main() -> None:
        results = stream.arun(source())
        gate.together = 1
        await anext(results)
        await results.aclose()
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(main())


def by_collecting_garbage(stream: Stream[Any, Any], gate: Gate) -> None:
    results = stream.run(count())
    next(results)
    with stream.background._lock:  # garbage is collected at any moment, in this one as well
        results.close()


def by_forgetting(stream: Stream[Any, Any], gate: Gate) -> None:
    results = stream.run(count())
    next(results)
    cycle: list[Any] = [results]
    cycle.append(cycle)
    del results, cycle
    gc.collect()


WAYS_OUT = [
    by_break, by_close, by_exception, by_ctrl_c, by_ctrl_c_in_the_source, by_async_break, by_aclose,
    by_async_exception, by_cancellation, by_cancellation_at_the_source,
    by_aclose_with_nothing_under_way, by_collecting_garbage, by_forgetting,
]  # fmt: skip


@pytest.mark.heavy
@pytest.mark.parametrize("ordered", [False, True])
@pytest.mark.parametrize("leave", WAYS_OUT)
def test_leaving_early_cancels_all(
    background: Background, leave: Callable[[Any, Gate], None], ordered: bool
) -> None:
    """Whatever the way out, what is under way is cancelled and has ended when one is out."""
    gate = Gate()
    leave(Stream(gate, background, concurrency=4, ordered=ordered), gate)
    assert len(gate.started) >= min(3, gate.together)
    assert sorted(gate.cancelled + gate.finished) == sorted(gate.started)
    assert set(gate.finished) <= {0}


def test_leaving_does_not_wait_for_what_will_not_end(background: Background) -> None:
    """Work that resists is not waited for: one is out while it still goes on, and ends in peace."""
    begun, released, ended = threading.Event(), threading.Event(), threading.Event()

    async def stubborn(number: int) -> int:
        if number:
            begun.set()
        while not begun.is_set():  # else one may be out before the other has begun
            await asyncio.sleep(0.001)
        while number and not released.is_set():
            with suppress(asyncio.CancelledError):
                await asyncio.sleep(0.001)
        if number:
            ended.set()
        return number

    for leave in (by_break, by_async_exception):
        leave(Stream(stubborn, background, concurrency=2), Gate())
        assert not ended.is_set()
        begun.clear()
    released.set()
    until(lambda: not background.run(_others()))
    assert ended.is_set()


def test_a_run_forgotten_on_the_loops_own_thread(background: Background) -> None:
    """Garbage is collected anywhere: the loop does not wait for itself, and lives on."""
    gate = Gate(together=3)
    runs = [Stream(gate, background, concurrency=3).run(count())]
    next(runs[0])

    async def forget() -> None:
        runs.clear()

    background.run(forget())
    until(lambda: len(gate.cancelled) == len(gate.started) - 1)
    assert background.run(double(4)) == 8


def test_one_stream_many_runs(background: Background) -> None:
    """Runs of one stream in several threads at once do not get into each other's way."""
    stream = Stream(double, background, concurrency=3, ordered=True)
    results: dict[int, list[Any]] = {}

    def run(start: int) -> None:
        results[start] = list(stream.run(range(start, start + 100)))

    threads = [threading.Thread(target=run, args=(start,)) for start in range(0, 500, 100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == {
        start: [2 * number for number in range(start, start + 100)] for start in range(0, 500, 100)
    }


def test_sync_within_a_running_loop(background: Background) -> None:
    """As in a notebook: the sync loop works where an event loop is running."""

    async def main() -> list[Any]:
        return list(Stream(double, background, ordered=True).run([1, 2, 3]))

    assert asyncio.run(main()) == [2, 4, 6]


# --- everything at once --------------------------------------------------------------------------

KINDS = ["ok"] * 12 + ["slow"] * 3 + ["error", "error", "passed", "twin", "fatal", "broken"]


@pytest.mark.heavy
@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(KINDS), max_size=40),
    st.integers(1, 6),
    st.booleans(),
    st.sampled_from([by_run, by_arun, by_arun_of_async]),
    st.booleans(),
)
def test_nothing_is_lost_and_nothing_doubled(
    kinds: list[str], concurrency: int, ordered: bool, drive: Drive, source_fails: bool
) -> None:
    """Every item that was pulled is yielded once, or remains because the run ended for a reason."""
    pulled: list[int] = []

    def source() -> Iterator[Any]:
        for number, kind in enumerate(kinds):
            pulled.append(number)
            yield SummariserError(str(number)) if kind == "passed" else number
        if source_fails:
            raise OSError

    async def work(number: int) -> int:
        kind = kinds[number]
        if kind == "slow":
            await asyncio.sleep(0.001)
        if kind == "error":
            raise ReplyError(str(number), kind="invalid")
        if kind == "fatal":
            raise StoreError(str(number), path="")
        if kind == "broken":
            raise ZeroDivisionError(str(number))
        return number

    stream = Stream(
        work,
        shared,
        concurrency=concurrency,
        ordered=ordered,
        key=lambda number: -1 if kinds[number] == "twin" else number,
    )
    results, reason = drive(stream, source())
    # A twin that was under way together with another has that one's number.
    numbers = [int(str(each)) for each in results]
    twins = {number for number, kind in enumerate(kinds) if kind == "twin"}
    ends = {number for number, kind in enumerate(kinds) if kind in ("fatal", "broken")}
    own = [number for number in numbers if number not in twins]
    assert not ordered or own == sorted(own)
    assert len(own) == len(set(own))
    assert not ends & set(numbers)
    if reason is None:
        assert not ends
        assert not source_fails
        assert pulled == list(range(len(kinds)))
    elif isinstance(reason, OSError):
        assert source_fails
    else:
        assert int(str(reason).removeprefix(": ")) in ends & set(pulled)
    due = set(pulled) - ends
    missing = due - twins - set(own)
    if drive is by_arun_of_async and ends:
        missing -= {pulled[-1]}  # the source may have been about to give it when the run ended
    assert not missing
    if not ends:
        assert len(numbers) == len(pulled)


shared = Background()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 30), st.integers(1, 6), st.booleans(), st.sampled_from(["sync", "async"]))
def test_left_anywhere_nothing_goes_on(
    after: int, concurrency: int, ordered: bool, way: str
) -> None:
    """After any number of results: all of them different, and nothing under way afterwards."""
    under_way: set[int] = set()

    async def work(number: int) -> int:
        under_way.add(number)
        try:
            await asyncio.sleep(0.001 * (number % 3))
        finally:
            under_way.discard(number)
        return number

    stream = Stream(work, shared, concurrency=concurrency, ordered=ordered)
    results: list[Any] = []
    if way == "sync":
        run = stream.run(count())
        results.extend(next(run) for _ in range(after))
        run.close()
    else:

        async def main() -> None:
            run = stream.arun(count())
            results.extend([await anext(run) for _ in range(after)])
            await run.aclose()

        asyncio.run(main())
    assert len(set(results)) == len(results) == after
    assert not under_way


class Item:
    """Something that can be watched."""

    def __init__(self, number: int) -> None:
        self.number = number


@pytest.mark.heavy
@pytest.mark.parametrize("way", ["sync", "async, ordered"])
def test_memory_stays_flat(background: Background, way: str) -> None:
    """Of 50,000 items out of an endless source, only those under way are ever alive."""
    alive: weakref.WeakSet[Item] = weakref.WeakSet()
    most = 0

    def endless() -> Iterator[Item]:
        for number in count():
            item = Item(number)
            alive.add(item)
            yield item

    async def work(item: Item) -> Item:
        if item.number % 100 == 7:
            raise ReplyError("…", kind="invalid")
        return item

    stream = Stream(work, background, concurrency=16, ordered="ordered" in way)
    errors: list[Any] = []

    def watch(number: int, result: Any) -> bool:
        nonlocal most
        most = max(most, len(alive))
        if isinstance(result, ReplyError):
            errors.append(result)
        return number < 50_000

    if way == "sync":
        for number, result in enumerate(stream.run(endless())):
            if not watch(number, result):
                break
    else:

        async def main() -> None:
            number = 0
            async for result in stream.arun(endless()):
                number += 1
                if not watch(number, result):
                    break

        asyncio.run(main())
    assert len(errors) >= 499
    assert most <= 2 * 16 + 8


# --- with the real work --------------------------------------------------------------------------


def text(number: int) -> str:
    return f"Talks {number} opened in Norvik."


@pytest.mark.heavy
@pytest.mark.parametrize("drive", [by_run, by_arun])
def test_articles_over_http(server: Serve, drive: Drive) -> None:
    """A hundred articles, some of which fail: a summary or its error each, one request each."""

    def plan(request: Any) -> str:
        return "400" if "Talks 7" in str(request.body["messages"]) else "ok"

    served = server(plan, content=reply(), latency=0.01)
    with summariser(served) as real:
        stream = Stream(real._summarise, real._background, concurrency=16, ordered=True)
        results, error = drive(stream, [Article.from_text(text(number)) for number in range(100)])
    assert error is None
    failed = [number for number, each in enumerate(results) if isinstance(each, ProviderError)]
    assert failed == [7, *range(70, 80)]
    assert all(
        text(number) in result.article.text
        for number, result in enumerate(results)
        if number not in failed
    )
    assert results[7].article_id == Article.from_text(text(7)).id
    assert len(served.requests) == 100
    assert 1 < served.peak <= 16


def test_a_bad_key_is_found_out_once(server: Serve) -> None:
    """A provider that knows no such key is not asked for each of a thousand articles."""
    served = server(["401"])
    with summariser(served) as real:
        stream = Stream(real._summarise, real._background, concurrency=4)
        results, error = by_run(stream, (text(number) for number in range(1000)))
    assert results == []
    assert isinstance(error, ProviderError)
    assert error.kind == "authentication"
    assert len(served.requests) <= 5


def test_leaving_closes_requests(server: Serve, caplog: pytest.LogCaptureFixture) -> None:
    """One answer is enough for this reader: the other requests end, and nobody complains."""
    served = server(lambda request: "hang" if request.number else "ok", content=reply())
    with summariser(served) as real, caplog.at_level(logging.WARNING):
        stream = Stream(real._summarise, real._background, concurrency=6)
        for _ in stream.run(text(number) for number in count()):
            break
        assert real._background.run(_others()) == set()
    assert caplog.get_records("call") == []


# --- the bar -------------------------------------------------------------------------------------


@each_way
def test_the_bar(background: Background, drive: Drive, capsys: pytest.CaptureFixture[str]) -> None:
    """It counts, and shows what is spent and what failed, on stderr; and leaves no thread."""
    usage = Usage()

    async def work(number: int) -> int:
        usage.add(None, input_tokens=1000, output_tokens=500)
        if number == 3:
            raise ReplyError("…", kind="invalid")
        return number

    before = threading.active_count()
    results, _ = drive(Stream(work, background, progress=True, usage=usage), list(range(8)))
    out, err = capsys.readouterr()
    assert len(results) == 8
    assert out == ""
    last = err.split("\r")[-1]
    assert "8/8" in last or drive is by_arun_of_async
    assert "8" in last
    assert "12.0k tokens, 1 failed" in last
    assert threading.active_count() <= before + 1  # the loop's
    drive(Stream(work, background), range(8))
    assert capsys.readouterr().err == ""


def test_the_bar_shows_dollars_if_known(capsys: pytest.CaptureFixture[str]) -> None:
    """A known cost is shown, an unknown one is not."""
    usage = Usage()
    with Progress(True, 2, usage) as bar:
        usage.add(Decimal("0.0123"), input_tokens=1000, output_tokens=500)
        bar.add("one")
    assert "1.50k tokens, $0.0123, 0 failed" in capsys.readouterr().err


@pytest.mark.parametrize("leave", [by_break, by_exception, by_aclose])
def test_the_bar_is_closed_on_every_way_out(
    background: Background,
    leave: Callable[[Any, Gate], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whoever leaves early finds the cursor on a line of its own, and no bar left over."""
    from tqdm.auto import tqdm

    gate = Gate()
    leave(Stream(gate, background, concurrency=4, progress=True), gate)
    assert capsys.readouterr().err.endswith("\n")
    assert not list(getattr(tqdm, "_instances", ()))


class Broken:
    """A terminal that is closed after a while."""

    def __init__(self, writes: int) -> None:
        self.writes = writes

    def write(self, _: str) -> int:
        self.writes -= 1
        if self.writes < 0:
            raise BrokenPipeError
        return 0

    def flush(self) -> None:
        """There is nothing to do."""


@pytest.mark.parametrize("writes", [None, 0, 2])
def test_a_run_does_not_end_for_want_of_a_bar(
    background: Background, monkeypatch: pytest.MonkeyPatch, writes: int | None
) -> None:
    """Without a stderr, or with one that breaks, all results come out."""
    stderr = None if writes is None else Broken(writes)
    monkeypatch.setattr(sys, "stderr", stderr)
    results, error = by_run(Stream(double, background, progress=True), range(5))
    monkeypatch.undo()
    assert (sorted(results), error) == ([0, 2, 4, 6, 8], None)


def test_a_bar_that_breaks_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that goes away in the middle of it is nobody's loss."""
    stderr = Broken(3)
    monkeypatch.setattr(sys, "stderr", stderr)
    with Progress(True, 9) as bar:
        bar._bar.mininterval = 0  # every update writes
        for number in range(9):
            bar.add(number)
    monkeypatch.undo()
    assert stderr.writes < 0


NOTEBOOK = """
import sys, types
for name in ("ipykernel", "ipykernel.zmqshell", "IPython"):
    sys.modules[name] = types.ModuleType(name)
class ZMQInteractiveShell: pass
sys.modules["IPython"].get_ipython = ZMQInteractiveShell
sys.modules["ipywidgets"] = None
from summariser.runs.progress import Progress
assert "tqdm" not in sys.modules
with Progress(True, 1) as bar:
    bar.add("one")
"""


def test_a_notebook_without_widgets() -> None:
    """It gets the bar of a terminal, and not a single warning; tqdm is loaded when needed."""
    done = subprocess.run(
        [sys.executable, "-W", "always", "-c", NOTEBOOK],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "1/1" in done.stderr
    assert "Warning" not in done.stderr


@pytest.mark.parametrize("item", [Path("x.txt"), None, 7])
def test_what_is_no_article(item: object) -> None:
    """Something else among the articles ends the run, and the error says what to give."""
    with Summariser(model="m", base_url="http://127.0.0.1:9/v1", api_key="none") as shared:
        with pytest.raises(TypeError, match="give articles or texts"):
            list(shared.summarise_many([item]))  # type: ignore[list-item]
        with pytest.raises(TypeError, match=r"Store\('run.sqlite'\)"):
            shared.summarise_many(["They met."], store="run.sqlite")  # type: ignore[arg-type]
