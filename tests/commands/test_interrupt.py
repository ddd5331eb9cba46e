"""Ctrl-C ends a run at once and cleanly, wherever it is waiting."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import EMPTY, corpus, start
from conftest import CANARY
from llm_server import LLMServer
from samples import ARTICLE, summariser

from summariser import Store
from summariser.llm.limiter import FIRST

Serve = Callable[..., LLMServer]

SYNC = "summariser.summarise('Talks opened in Norvik.')"
ASYNC = "asyncio.run(summariser.asummarise('Talks opened in Norvik.'))"
MANY = """
async def many():
    await asyncio.gather(*(summariser.asummarise('Talks opened in Norvik.') for _ in range(30)))
asyncio.run(many())
"""
NAMES = {"summariser", "asyncio_0"}  # of the threads that serve calls
# A task cancelled in the very moment in which it begins to connect: anyio warns of a coroutine of
# its own that was never awaited.  Nothing leaks, and nothing can be done about it here.
ANYIO = re.compile("connect_tcp.*never awaited|Enable tracemalloc to get the object allocation")
SLACK = 5  # for a busy machine: it takes some tens of milliseconds
SCRIPT = """
import asyncio, sys, threading
from summariser import Summariser
summariser = Summariser(model="m", base_url=sys.argv[1], api_key=sys.argv[2])
try:
    {call}
except KeyboardInterrupt:
    print("interrupted", flush=True)
summariser.close()
print([thread.name for thread in threading.enumerate()], flush=True)
"""


@pytest.mark.heavy
@pytest.mark.skipif(os.name != "posix", reason="needs SIGINT")
@pytest.mark.parametrize(
    ("call", "fault"),
    [(SYNC, "hang"), (SYNC, "429_ra1"), (ASYNC, "hang"), (ASYNC, "trickle"), (MANY, "hang")],
    ids=["sync", "sync, waiting", "async", "async, trickling", "many"],
)
def test_ctrl_c(server: Serve, tmp_path: Path, call: str, fault: str) -> None:
    """In a request or a wait: KeyboardInterrupt, no thread, no connection, not a word on stderr."""
    served = server([fault])
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.replace("    {call}", textwrap.indent(call, "    ")))
    process = subprocess.Popen(
        [sys.executable, "-W", "always::ResourceWarning", script, served.base_url, CANARY],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    # All that the limiter lets through at first.
    in_flight = FIRST if call == MANY else 1
    try:
        while len(served.requests) < in_flight:
            time.sleep(0.02)
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        stopped = time.monotonic()
        out, err = process.communicate(timeout=20)
    finally:
        process.kill()
    assert out == "interrupted\n['MainThread']\n"
    assert [line for line in err.splitlines() if not ANYIO.search(line)] == []
    assert process.returncode == 0
    assert time.monotonic() - stopped < 2 * SLACK
    assert fault != "hang" or open_connections(served) == 0


@pytest.mark.heavy
@pytest.mark.skipif(os.name != "posix", reason="needs SIGINT")
@pytest.mark.parametrize("answers", [1, 5])
def test_what_was_answered_is_never_asked_for_again(
    server: Serve, tmp_path: Path, answers: int
) -> None:
    """Interrupted while answers are looked through: they are kept, though nothing is done yet."""
    served, store = server(content=EMPTY), tmp_path / "run.sqlite"
    inputs = corpus(tmp_path, 40)
    options = (inputs, "--store", store, "--base-url", served.base_url, "--concurrency", "8", "-v")
    with start("run", *options) as process:
        assert process.stderr
        for _ in range(answers):
            while "request 1: ok" not in (line := process.stderr.readline()):
                assert line
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert process.returncode == 130, told
    with Store(store) as kept:
        done = kept.counts().done
        drafts = kept.connection.execute("SELECT count(*) FROM drafts").fetchone()[0]
    assert done + drafts >= answers + len(re.findall("request 1: ok", told))


def open_connections(served: LLMServer) -> int:
    """How many of its connections the client has not closed."""
    connections = list(served._connections)
    for connection in connections:
        connection.settimeout(5)
    return sum(connection.recv(1) != b"" for connection in connections)


def test_cancelling_and_closing_leave_nothing(server: Serve) -> None:
    """Closed in the middle of a call from another thread, the call ends, and the thread is gone."""
    served = server(["hang"])
    before = set(threading.enumerate())
    shared = summariser(served)
    ended: list[BaseException] = []

    def call() -> None:
        try:
            shared.summarise(ARTICLE)
        except BaseException as error:  # noqa: BLE001  # also a cancellation
            ended.append(error)

    caller = threading.Thread(target=call)
    caller.start()
    while not served.requests:
        time.sleep(0.01)
    shared.close()
    caller.join(10)
    assert not caller.is_alive()
    assert len(ended) == 1
    assert not {thread.name for thread in set(threading.enumerate()) - before} & NAMES
    assert open_connections(served) == 0
