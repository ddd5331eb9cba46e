"""One loop for all callers, whatever ends meanwhile: the loop, the main thread, the caller."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from samples import ARTICLE, Serve, reply, summariser

from summariser import LoopError, Store, Summariser, SummariserError
from summariser.llm.background import Background

LATE = """
import sys, threading, time
from llm_server import LLMServer
from samples import ARTICLE, reply
from summariser import Summariser

server = LLMServer(content=reply()).__enter__()
address = server.base_url.replace("127.0.0.1", sys.argv[1])

def late():
    threading.main_thread().join()
    print(Summariser(model="m", base_url=address, api_key="k").summarise(ARTICLE).overview)
    server.__exit__()

threading.Thread(target=late).start()
"""


@pytest.mark.heavy
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_first_call_after_the_main_threads_end(host: str) -> None:
    """A thread that goes on when the main one has ended is served as any other."""
    done = subprocess.run(
        [sys.executable, "-c", LATE, host],
        env={"PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.stdout, done.returncode) == ("Talks.\n", 0), done.stderr


def by_many(shared: Summariser[Any], store: Store) -> list[Any]:
    return [*shared.summarise_many([ARTICLE], store=store)]


def awaited(shared: Summariser[Any], _: Store) -> Any:
    return asyncio.run(shared.asummarise(ARTICLE))


WAYS: list[Callable[[Summariser[Any], Store], Any]] = [
    lambda shared, _: shared.summarise(ARTICLE), awaited, by_many,
]  # fmt: skip


@pytest.mark.parametrize("call", WAYS, ids=["sync", "async", "many"])
def test_closed_with_a_call_in_flight(
    server: Serve, tmp_path: Path, call: Callable[[Summariser[Any], Store], Any]
) -> None:
    """The call fails with an error of ours, at once, and the next one is answered."""
    served = server(["hang", "ok"], content=reply())
    shared = summariser(served)
    with Store(tmp_path / "run.sqlite") as store, ThreadPoolExecutor(1) as thread:
        under_way = thread.submit(call, shared, store)
        while not served.requests:
            time.sleep(0.01)
        shared.close()
        with pytest.raises(LoopError, match="closed while a"):
            under_way.result(timeout=10)  # the server hangs until the test ends
        assert store.counts().failed == 0
        assert call(shared, store)
    shared.close()


def test_closing_while_many_call(server: Serve) -> None:
    """Whoever is in flight gets a summary or an error of ours, and nobody waits for ever."""
    served = server(content=reply(), latency=0.02)
    shared, told = summariser(served), []

    def call(_: int) -> None:
        try:
            told.append(shared.summarise(ARTICLE).overview)
        except SummariserError as error:
            told.append(type(error).__name__)

    with ThreadPoolExecutor(8) as threads:
        calls = threads.map(call, range(40))
        for _ in range(10):
            time.sleep(0.03)
            shared.close()
        assert len(list(calls)) == 40
    assert set(told) <= {"Talks.", "LoopError"}
    assert len(told) == 40
    shared.close()


def test_a_caller_who_is_cancelled_is_not_told_otherwise() -> None:
    """Cancelling the caller is no closing of the loop."""
    background = Background()

    async def main() -> None:
        call = asyncio.create_task(background.arun(asyncio.sleep(60)))
        await asyncio.sleep(0.05)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(background.arun(asyncio.sleep(60)), 0.05)

    asyncio.run(main())
    background.close()


@pytest.mark.parametrize("call", [
    lambda shared: shared.summarise(ARTICLE),
    lambda shared: [*shared.summarise_many([ARTICLE])],
], ids=["one", "many"])  # fmt: skip
def test_a_call_from_its_own_loop(server: Serve, call: Callable[[Summariser[Any]], Any]) -> None:
    """It would wait for itself for ever: that is said at once."""
    shared = summariser(server(content=reply()))

    async def from_within() -> Any:
        return call(shared)

    with ThreadPoolExecutor(1) as thread:
        waiting = thread.submit(shared.background.run, from_within())
        with pytest.raises(LoopError, match="it would wait for itself"):
            waiting.result(timeout=10)
    shared.close()


def test_awaiting_from_its_own_loop(server: Serve) -> None:
    """To await there is fine."""
    shared = summariser(server(content=reply()))

    async def from_within() -> str:
        return (await shared.asummarise(ARTICLE)).overview

    assert shared.background.run(from_within()) == "Talks."
    shared.close()


def test_no_thread_is_left_behind(server: Serve) -> None:
    """Neither the loop's own, nor those that look up names."""
    served = server(content=reply())
    before = set(threading.enumerate())
    address = served.base_url.replace("127.0.0.1", "localhost")
    with Summariser(model="m", base_url=address, api_key="k") as shared:
        shared.summarise(ARTICLE)
    left = [
        each
        for each in set(threading.enumerate()) - before
        if "process_request" not in each.name  # the server's
    ]
    for each in left:  # whoever hands over its result is about to end
        each.join(5)
    assert [each.name for each in left if each.is_alive()] == []


def test_what_is_done_as_the_waiting_ends_is_a_result(monkeypatch: pytest.MonkeyPatch) -> None:
    """One who looks up twice a second may do so in the moment in which the result comes."""
    waited = Future.result

    def at_the_last_moment(future: Future[Any], timeout: float | None = None) -> Any:
        if timeout is None:
            return waited(future)
        waited(future)
        raise TimeoutError

    monkeypatch.setattr(Future, "result", at_the_last_moment)
    monkeypatch.setattr(Future, "exception", at_the_last_moment)

    async def answer() -> int:
        await asyncio.sleep(0.01)
        return 42

    background = Background()
    assert background.run(answer()) == 42
    background.close()


def test_a_timeout_of_its_own_is_raised() -> None:
    """It is no reason to wait on."""

    async def fail() -> None:
        raise TimeoutError("of its own")

    background = Background()
    with pytest.raises(TimeoutError, match="of its own"):
        background.run(fail())
    background.close()
