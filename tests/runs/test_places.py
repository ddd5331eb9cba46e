"""A place is held by a request: what is read and checked meanwhile takes none, within bounds."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from llm_server import LLMServer
from samples import reply, summariser

from summariser import ProviderError, Store
from summariser.llm import Turns
from summariser.reading import window

Serve = Callable[..., LLMServer]


def articles(number: int) -> Iterator[str]:
    return (f"Talks opened in Norvik on day {each}." for each in range(number))


def wait_for(condition: Callable[[], object]) -> None:
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.005)


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Answers are read once this is set."""
    go, read = threading.Event(), window.read

    def wait(*arguments: Any) -> Any:
        go.wait(30)
        return read(*arguments)

    monkeypatch.setattr(window, "read", wait)
    yield go
    go.set()


def beside(call: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=call)
    thread.start()
    return thread


@pytest.mark.parametrize("concurrency", [1, 3])
def test_what_is_checked_leaves_its_place_to_others(
    server: Serve, checks: threading.Event, concurrency: int
) -> None:
    """As many again are asked about while the first answers are read, and no more: they wait."""
    served = server(content=reply(), latency=0.02)
    with summariser(served) as shared:
        run = beside(lambda: [*shared.summarise_many(articles(12), concurrency=concurrency)])
        wait_for(lambda: len(served.requests) == 2 * concurrency and not served.in_flight)
        time.sleep(0.2)  # in which more would come
        assert len(served.requests) == 2 * concurrency
        checks.set()
        run.join()
    assert len(served.requests) == 12
    assert served.peak <= concurrency


def test_the_windows_of_an_article_take_places_too(server: Serve) -> None:
    """However long articles are, no more requests are under way than were allowed."""
    served = server(content=reply(), latency=0.02)
    long = "\n\n".join(f"On day {day} the talks in Norvik went on for hours." for day in range(90))
    with summariser(served, window=600) as shared:
        assert len([*shared.summarise_many([long, long + " It rained."], concurrency=3)]) == 2
    assert len(served.requests) > 12
    assert served.peak == 3


def test_an_answer_is_laid_aside_before_it_is_read(
    server: Serve, checks: threading.Event, tmp_path: Path
) -> None:
    """It is paid for: whatever ends the process now, nobody asks for it again."""
    served = server(content=reply())
    with summariser(served) as shared, Store(tmp_path / "run.sqlite") as store:
        run = beside(lambda: [*shared.summarise_many(articles(3), store=store)])
        with Store(store.path) as seen:
            count = "SELECT count(*) FROM drafts"
            wait_for(lambda: seen.connection.execute(count).fetchone() == (3,))
            checks.set()
            run.join()
            assert seen.connection.execute(count).fetchone() == (0,)


def test_after_what_none_would_survive_nobody_else_is_asked(server: Serve) -> None:
    """A wrong key ends those that wait for a place, too."""
    served = server(["401"], latency=0.05)
    with summariser(served) as shared, pytest.raises(ProviderError, match="API key"):
        list(shared.summarise_many(articles(50), concurrency=4))
    assert len(served.requests) == 4


# --- turns by themselves -------------------------------------------------------------------------


def test_who_waits_is_told_why_nobody_is_let_in() -> None:
    """Whoever comes later, too; but not those that have begun."""

    async def main() -> list[Any]:
        turns = Turns(1)

        async def go(urgent: bool = False) -> str:
            async with turns.turn(urgent=urgent):
                await asyncio.sleep(0)
            return "done"

        async with turns.turn():
            waiting = [asyncio.create_task(go()), asyncio.create_task(go(urgent=True))]
            await asyncio.sleep(0)
            turns.stop(ValueError("no more"))
        return await asyncio.gather(*waiting, go(), go(urgent=True), return_exceptions=True)

    first, begun, later, begun_later = asyncio.run(main())
    assert [begun, begun_later] == ["done", "done"]
    assert [str(first), str(later)] == ["no more", "no more"]
