"""Work beside the loop: what it makes, how it fails, and that all else goes on meanwhile."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from llm_server import completion
from samples import ARTICLE, Serve, deal, reply, summariser

from summariser import Article, ProviderError
from summariser.checks.index import Index
from summariser.llm import reply as reading_of_a_text
from summariser.llm.aside import AT_ONCE, aside
from summariser.reading.candidates import read

PATIENCE = 30  # seconds: whoever waits so long is held up


def busy(until: Callable[[], object]) -> None:
    """Python code that never waits, such as a check is, until this is so."""
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end, "held up"


def ours() -> list[threading.Thread]:
    return [each for each in threading.enumerate() if each.name == "summariser-aside"]


@pytest.fixture(autouse=True)
def _none_left_of_before() -> None:
    """What is done is handed over before its thread ends: of the test before, some may be about to."""
    for thread in ours():
        thread.join(PATIENCE)


def test_the_loop_goes_on() -> None:
    """While one piece of work takes its time, the loop still comes round: that ends it."""

    async def main() -> None:
        rounds = 0
        work = asyncio.create_task(aside(lambda: busy(lambda: rounds >= 20)))
        while not work.done():
            await asyncio.sleep(0.001)
            rounds += 1
        await work

    asyncio.run(main())


def test_many_pieces_take_turns() -> None:
    """A long one does not hold up a short one that came later: that ends it."""

    async def main() -> None:
        was_short_done = threading.Event()
        long = asyncio.create_task(aside(lambda: busy(was_short_done.is_set)))
        await asyncio.sleep(0)
        await aside(lambda: None)
        assert not long.done()
        was_short_done.set()
        await long

    asyncio.run(main())


def test_a_failure_is_the_caller_s() -> None:
    """What is raised is raised where it was waited for, with the place it came from."""

    def fail() -> None:
        raise KeyError("there")

    async def main() -> None:
        await aside(fail)

    with pytest.raises(KeyError, match="there") as caught:
        asyncio.run(main())
    assert caught.traceback[-1].name == "fail"


def test_whoever_is_cancelled_does_not_wait() -> None:
    """The work ends when it likes; what had not begun never does."""
    begun: list[str] = []
    may_end = threading.Event()

    def work(name: str) -> None:
        begun.append(name)
        may_end.wait(PATIENCE)

    async def main() -> None:
        works = [asyncio.create_task(aside(lambda: work("early"))) for _ in range(AT_ONCE)]
        while len(begun) < AT_ONCE:
            await asyncio.sleep(0.001)
        works.append(asyncio.create_task(aside(lambda: work("late"))))
        await asyncio.sleep(0)
        assert len(ours()) == AT_ONCE + 1
        for each in works:
            each.cancel()
        await asyncio.gather(*works, return_exceptions=True)

    asyncio.run(main())
    assert not may_end.is_set()
    may_end.set()
    for thread in ours():
        thread.join(PATIENCE)
    assert begun == ["early"] * AT_ONCE


def test_whoever_is_cancelled_gives_its_turn_back() -> None:
    """Work that nobody waits for any more keeps nobody waiting, and no turn is given back twice."""
    end = threading.Event()
    running: list[int] = []
    at_once: list[int] = []

    def noted() -> None:
        running.append(1)
        at_once.append(len(running))
        time.sleep(0.05)
        running.pop()

    async def main() -> int:
        works = [asyncio.create_task(aside(end.wait)) for _ in range(AT_ONCE)]
        await asyncio.sleep(0.05)
        for work in works:
            work.cancel()
        await asyncio.gather(*works, return_exceptions=True)
        made = await asyncio.wait_for(aside(lambda: 1), 5)
        end.set()
        await asyncio.sleep(0.1)
        await asyncio.gather(*(aside(noted) for _ in range(4 * AT_ONCE)))
        return made

    try:
        assert asyncio.run(main()) == 1
    finally:
        end.set()
    assert max(at_once) <= AT_ONCE


def test_it_works_in_a_forked_process() -> None:
    """Where none of the threads are."""
    assert asyncio.run(aside(lambda: 1)) == 1
    if (child := os.fork()) == 0:
        try:
            made = asyncio.run(asyncio.wait_for(aside(lambda: 2), 10))
        except BaseException:  # noqa: BLE001  # whatever it is, the parent hears of it
            made = 0
        os._exit(made)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 2


WORK_AT_THE_END = """
import asyncio, time
from summariser.llm.aside import aside

def work():
    time.sleep(float({seconds}))
    print("ended", flush=True)

async def main():
    asyncio.ensure_future(aside(work))
    await asyncio.sleep(0.05)

asyncio.run(main())
"""


@pytest.mark.parametrize(("seconds", "told"), [(0.2, "ended\n"), (60, "")])
def test_a_process_that_ends_lets_work_end(seconds: float, told: str) -> None:
    """But not for long: what is stopped in the middle of compiled code aborts the process."""
    script = WORK_AT_THE_END.format(seconds=seconds)
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=20, check=True
    )
    assert (ran.stdout, ran.stderr) == (told, "")


def test_no_thread_is_left() -> None:
    """Each ends with its work; and no process lives on for one that does not."""
    may_end = threading.Event()

    async def main() -> list[threading.Thread]:
        work = asyncio.create_task(aside(lambda: may_end.wait(PATIENCE)))
        await asyncio.sleep(0)
        while_busy = ours()
        may_end.set()
        await work
        return while_busy

    (thread,) = asyncio.run(main())
    assert thread.daemon
    thread.join(PATIENCE)
    assert ours() == []


# --- in a summariser ------------------------------------------------------------------------------


@pytest.mark.parametrize("finish", ["stop", "length"])
def test_no_reply_is_read_on_the_loop(
    server: Serve, monkeypatch: pytest.MonkeyPatch, finish: str
) -> None:
    """Whole, or cut off: looking for the JSON in a broken one may take a second."""
    threads: set[str] = set()
    parse = reading_of_a_text.parse

    def noted(text: str, wanted: Any) -> Any:
        threads.add(threading.current_thread().name)
        return parse(text, wanted)

    monkeypatch.setattr(reading_of_a_text, "parse", noted)
    sent = completion(reply(deal()))
    sent["choices"][0]["finish_reason"] = finish
    with summariser(server(lambda _: sent)) as shared:
        assert len(shared.summarise(ARTICLE).deals) == 1
    assert threads == {"summariser-aside"}


BAD = f"{ARTICLE.text} It is Monday."


@pytest.fixture
def may_end(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Until this is set, the reply about the bad article is being checked."""
    event = threading.Event()

    def slowly(content: Any, schema: Any, index: Index) -> Any:
        if index.article.text == BAD:
            event.wait(PATIENCE)
        return read(content, schema, index)

    monkeypatch.setattr("summariser.reading.window.read", slowly)
    yield event
    event.set()


def test_a_reply_that_takes_long_holds_up_no_other_article(
    server: Serve, may_end: threading.Event
) -> None:
    """The others of its run come out while it is checked."""
    others = [Article.from_text(f"{ARTICLE.text} Day {day}.", language="en") for day in range(8)]
    came = []
    with summariser(server(content=reply(deal()))) as shared:
        for each in shared.summarise_many([BAD, *others]):
            assert may_end.is_set() == (len(came) == len(others))
            came.append(each.article.text)
            if len(came) == len(others):
                may_end.set()
    assert sorted(came[:-1]) == [each.text for each in others]
    assert came[-1] == BAD


def test_the_deadline_holds_for_code(server: Serve, may_end: threading.Event) -> None:
    """Checks that go on beyond it are not waited for; what was paid for is no error of the model's."""
    with summariser(server(content=reply(deal())), deadline=1) as shared:
        shared.summarise(ARTICLE)  # what is loaded at the first use
        with pytest.raises(ProviderError) as caught:
            shared.summarise(BAD)
    assert not may_end.is_set()
    assert caught.value.kind == "deadline"
    assert caught.value.usage.requests == 1


FIRST = """
import sys, threading
from summariser import Summariser

def told(event, arguments):
    if event == "import" and arguments[0] in ("babel", "babel.core", "babel.units"):
        print(arguments[0], threading.current_thread().name)

sys.addaudithook(told)
print(Summariser(model="m", base_url=sys.argv[1], api_key="none").summarise("It cost $2 million.").overview)
"""


def test_what_several_threads_need_is_imported_before_there_are_any(server: Serve) -> None:
    """Several that import babel for the first time at once get into each other's way."""
    served = server(content=reply())
    command = [sys.executable, "-c", FIRST, served.base_url]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert [line.split()[-1] for line in told.splitlines()] == ["summariser"] * 3 + ["Talks."]
