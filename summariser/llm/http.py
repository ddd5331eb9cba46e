"""What an HTTP client may do for us: follow no redirects, read no endless answer, keep no key that
is echoed, say what failed.

openai's aiohttp transport costs less CPU than its default one, and does not slow down with the
number of connections; but it calls a lost connection a timeout.  Here it is called what it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from .errors import unreadable
from .secrets import secrets, without, without_bytes

LARGEST = 4_000_000
"""Bytes of an answer, unpacked; a reply to the longest article has some hundred thousand."""

# What the body's way over the wire needed; it has arrived, unpacked.
_OF_WIRE = frozenset(("content-encoding", "content-length", "transfer-encoding"))
T = TypeVar("T")


def restrained(http: T) -> T:
    """The same client, but it follows no redirects, and reads no more than LARGEST bytes.

    It is a client of httpx2, or of httpx, which openai takes as well.
    """
    client: Any = http
    send = client.send

    async def send_restrained(request: Any, **options: Any) -> Any:
        with _losses_named():
            response = await send(request, **{**options, "stream": True})
            if options.get("stream"):  # whoever asked for it reads a file, piece by piece
                return response
            body = bytearray()
            try:
                async for part in response.aiter_bytes():
                    body += part
                    if len(body) > LARGEST:
                        raise unreadable(f"it is larger than {LARGEST:,} bytes")
            finally:
                await response.aclose()
        hidden = secrets(str(request.url), request.headers)
        return type(response)(
            response.status_code,
            headers=[
                (name, without(told, hidden))
                for name, told in response.headers.multi_items()
                if name not in _OF_WIRE
            ],
            content=without_bytes(bytes(body), hidden),
            request=request,
        )

    client.send = send_restrained
    client.follow_redirects = False
    return http


@contextmanager
def _losses_named() -> Iterator[None]:
    import aiohttp
    import httpx2

    try:
        yield
    except httpx2.TimeoutException as error:
        cause = error.__cause__
        if isinstance(cause, aiohttp.ClientConnectionError) and not isinstance(cause, TimeoutError):
            raise httpx2.ConnectError(str(error)) from cause
        raise
