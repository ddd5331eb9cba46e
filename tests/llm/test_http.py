"""How requests travel: what a fault is called, which way is taken, and who may look on."""

from __future__ import annotations

import asyncio
import functools
import socket
from collections.abc import Callable
from typing import Any

import pytest
import wrapt
from llm_server import LLMServer

from summariser import ProviderError, Summariser

Serve = Callable[..., LLMServer]
EMPTY = {"summit": None, "overview": "A word.", "outcomes": [], "deals": [], "positions": []}


def closed_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def test_nobody_listening_is_no_timeout() -> None:
    """A refused connection is unreachable, and tried again; the error names the address."""
    port = closed_port()
    with (
        Summariser(model="m", base_url=f"http://127.0.0.1:{port}/v1", timeout=30) as summariser,
        pytest.raises(ProviderError, match=f"cannot be reached.*:{port}") as caught,
    ):
        summariser.summarise("Talks opened in Norvik.")
    assert (caught.value.kind, caught.value.usage.requests) == ("unreachable", 4)


def test_a_connection_that_the_server_has_closed_is_not_used_again(server: Serve) -> None:
    """Between two articles the server hangs up: the second one gets a new connection."""
    served = server(["ok"], content=EMPTY)
    with Summariser(model="m", base_url=served.base_url) as summariser:
        summariser.summarise("Talks opened in Norvik.")
        for connection in list(served._connections):
            connection.shutdown(socket.SHUT_RDWR)
        summary = summariser.summarise("Talks ended in Norvik.")
    assert summary.usage.requests == 1


def test_the_environment_s_proxy_is_gone_through(
    server: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """HTTP_PROXY is honoured: the request for a host nobody knows arrives at the proxy."""
    proxy = server(["ok"], content=EMPTY)
    monkeypatch.setenv("HTTP_PROXY", proxy.base_url.removesuffix("/v1"))
    with Summariser(model="m", base_url="http://llm.invalid/v1") as summariser:
        summariser.summarise("Talks opened in Norvik.")
    (request,) = proxy.requests
    assert request.path == "http://llm.invalid/v1/chat/completions"


def test_connections_are_kept(server: Serve) -> None:
    """A second round of articles opens no new connections."""
    served = server(["ok"], content=EMPTY, latency=0.05)

    async def round_of(summariser: Summariser, articles: int) -> None:
        await asyncio.gather(*(summariser.asummarise(f"Talk {n}.") for n in range(articles)))

    with Summariser(model="m", base_url=served.base_url) as summariser:
        asyncio.run(round_of(summariser, 8))
        first = set(served._connections)
        asyncio.run(round_of(summariser, 8))
        assert len(first | served._connections) <= 8


def with_functools(create: Any, seen: list[Any]) -> Any:
    @functools.wraps(create)
    async def traced(*args: Any, **request: Any) -> Any:
        seen.append(request["messages"])
        return await create(*args, **request)

    return traced


def with_wrapt(create: Any, seen: list[Any]) -> Any:
    @wrapt.decorator
    async def traced(wrapped: Any, _: Any, args: Any, request: Any) -> Any:
        seen.append(request["messages"])
        return await wrapped(*args, **request)

    return traced(create)


@pytest.mark.parametrize("wrap", [with_functools, with_wrapt])
def test_who_wraps_create_sees_every_request(
    server: Serve, monkeypatch: pytest.MonkeyPatch, wrap: Any
) -> None:
    """Tracers put their own function around openai's `create`: it is called, with the messages."""
    from openai.resources.chat.completions import AsyncCompletions

    served = server(["ok"], content=EMPTY)
    seen: list[Any] = []
    monkeypatch.setattr(AsyncCompletions, "create", wrap(AsyncCompletions.create, seen))
    with Summariser(model="m", base_url=served.base_url) as summariser:
        summariser.summarise("Talks opened in Norvik.")
    assert [each.body["messages"] for each in served.requests] == seen


def test_the_request_is_that_of_create(server: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """Address, headers and body are those that openai's own `create` sends."""
    served = server(["ok"], content=EMPTY)
    for is_own in (True, False):
        monkeypatch.setattr(
            "summariser.llm.client._is_openai_s_own", lambda _, is_own=is_own: is_own
        )
        with Summariser(model="m", base_url=served.base_url, seed=7) as summariser:
            summariser.summarise("Talks opened in Norvik.")
    posted, created = served.requests
    assert (posted.path, posted.headers) == (created.path, created.headers)
    assert posted.body == created.body
