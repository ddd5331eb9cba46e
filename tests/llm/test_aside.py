"""Work beside the loop: what it makes, how it fails, and that all else goes on meanwhile."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from typing import Any

import pytest
from llm_server import Item, Request, completion
from samples import ARTICLE, Serve, deal, reply, summariser
from worst_cases import CASES

from summariser import Article, ProviderError
from summariser.llm import reply as reading_of_a_text
from summariser.llm.aside import AT_ONCE, aside


def busy(seconds: float) -> int:
    """Python code that never waits, such as a check is."""
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        count += 1
    return count


async def ticks(seconds: float) -> int:
    """How often the loop came round, at most 100 times a second."""
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        await asyncio.sleep(0.01)
        count += 1
    return count


def test_the_loop_goes_on() -> None:
    """While one piece of work takes its time, the loop still comes round."""

    async def main() -> int:
        work = asyncio.create_task(aside(lambda: busy(1)))
        count = await ticks(1)
        assert await work > 0
        return count

    assert asyncio.run(main()) >= 20


def test_many_pieces_take_turns() -> None:
    """A long one does not hold up a short one that came later."""

    async def main() -> bool:
        long = asyncio.create_task(aside(lambda: busy(1)))
        await asyncio.sleep(0)
        await aside(lambda: busy(0.01))
        was_first = not long.done()
        await long
        return was_first

    assert asyncio.run(main())


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
    begun: list[int] = []

    async def main() -> float:
        works = [asyncio.create_task(aside(lambda: busy(0.5))) for _ in range(AT_ONCE)]
        works.append(asyncio.create_task(aside(lambda: begun.append(1))))
        await asyncio.sleep(0.05)
        started = time.monotonic()
        for work in works:
            work.cancel()
        await asyncio.gather(*works, return_exceptions=True)
        return time.monotonic() - started

    assert asyncio.run(main()) < 0.4
    time.sleep(1)
    assert begun == []


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


def test_no_thread_is_left() -> None:
    """Each ends with its work; and no process lives on for one that does not."""

    async def main() -> list[bool]:
        work = asyncio.create_task(aside(lambda: busy(0.2)))
        await asyncio.sleep(0.05)
        while_busy = [each.daemon for each in ours()]
        await work
        return while_busy

    def ours() -> list[threading.Thread]:
        return [each for each in threading.enumerate() if each.name == "summariser-aside"]

    assert asyncio.run(main()) == [True]
    time.sleep(0.2)
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


LONG = "a text of halves"


def attacked(server: Serve) -> tuple[Any, str]:
    """A server whose answer about one article takes seconds to check."""
    make, n = CASES[LONG]
    content = reply(*make(n).replies[0])

    def answer(request: Request) -> Item:
        is_it = "Monday" in str(request.body["messages"])
        return completion(content if is_it else reply(deal()))

    return server(answer), f"{ARTICLE.text} It is Monday."


def test_a_reply_that_takes_long_holds_up_no_other_article(server: Serve) -> None:
    """The others of its run come out while it is checked."""
    served, bad = attacked(server)
    others = [Article.from_text(f"{ARTICLE.text} Day {day}.", language="en") for day in range(8)]
    with summariser(served, on_unsupported="flag") as shared:
        shared.summarise(ARTICLE)  # what is loaded at the first use
        results = list(shared.summarise_many([bad, *others]))
    assert "Monday" in results[-1].article.text
    assert len(results) == 9


def test_the_deadline_holds_for_code(server: Serve) -> None:
    """Checks that go on beyond it are not waited for; what was paid for is no error of the model's."""
    served, bad = attacked(server)
    with summariser(served, deadline=1, on_unsupported="flag") as shared:
        shared.summarise(ARTICLE)
        started = time.monotonic()
        with pytest.raises(ProviderError) as caught:
            shared.summarise(bad)
    assert time.monotonic() - started < 2.5
    assert caught.value.kind == "deadline"
    assert caught.value.usage.requests == 1
