"""The HTTP client below: what it calls a fault, whom it goes through, how many it keeps waiting."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

import pytest
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
