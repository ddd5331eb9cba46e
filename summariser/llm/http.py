"""What an HTTP client may do for us: follow no redirects, read no endless answer, keep no key that
is echoed, say what failed; also of an answer that comes event by event.

openai's aiohttp transport costs less CPU than its default one, and does not slow down with the
number of connections; but it calls a lost connection a timeout.  Here it is called what it is.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from ..errors import SummariserError
from .errors import unreadable
from .secrets import secrets, without, without_bytes

LARGEST = 4_000_000
"""Bytes of an answer, unpacked; a reply to the longest article has some hundred thousand."""
LARGEST_STREAM = 25 * LARGEST
"""Bytes of an answer that comes event by event: around each token stand some hundred more."""

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
            if options.get("stream"):
                if is_event_stream(response):
                    response.aiter_bytes = _events(response)
                    return response
                if not str(request.url.path).endswith("/chat/completions"):
                    return response  # whoever asked for it reads a file, piece by piece
            body = bytearray()
            try:
                async for part in response.aiter_bytes():
                    body += part
                    if len(body) > LARGEST:
                        raise unreadable(f"it is larger than {LARGEST:,} bytes")
            finally:
                await response.aclose()
        hidden = secrets(str(request.url), request.headers)
        # It has arrived; who asked for a stream and got none reads it from here.
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


def is_event_stream(response: Any) -> bool:
    """Whether an answer comes event by event; an error does not, whatever it calls itself."""
    return response.status_code < 400 and "event-stream" in response.headers.get("content-type", "")


def _events(response: Any) -> Callable[..., AsyncIterator[bytes]]:
    """The response's ``aiter_bytes``, of its data alone, without keys, and not for ever.

    openai's decoder takes an event without data, such as one that only names the time to wait
    before connecting again, for JSON that is broken.
    """
    read, hidden = response.aiter_bytes, secrets(str(response.url), response.request.headers)

    async def aiter_bytes(chunk_size: int | None = None) -> AsyncIterator[bytes]:
        size, rest = 0, b""
        try:
            with _losses_named():
                async for part in read(chunk_size):
                    size += len(part)
                    *lines, rest = _lines(rest + part)
                    if size > LARGEST_STREAM or len(rest) > LARGEST:
                        raise unreadable("it does not end")
                    if told := b"".join(line for line in lines if _is_told(line)):
                        yield without_bytes(told, hidden)
        except SummariserError:
            raise
        except Exception as error:
            raise _as_openai_says(error, response.request) from error
        yield b"\n"  # the last event may lack the line that ends it

    return aiter_bytes


def _lines(text: bytes) -> list[bytes]:
    r"""The lines, the last of which is not whole.

    >>> _lines(b"data: 1\r\n\r\ndata")
    [b'data: 1\r\n', b'\r\n', b'data']
    """
    lines = text.splitlines(keepends=True)
    return lines if lines and not lines[-1].endswith(b"\n") else [*lines, b""]


def _is_told(line: bytes) -> bool:
    """Whether it has data, or ends an event."""
    return not line.strip() or (line.startswith(b"data:") and bool(line[5:].strip()))


def _as_openai_says(error: Exception, request: Any) -> Exception:
    """What openai makes of an error while it reads an answer itself."""
    import openai

    if any(kind.__name__ == "TimeoutException" for kind in type(error).__mro__):
        return openai.APITimeoutError(request=request)  # of httpx2, or of httpx
    return openai.APIConnectionError(request=request)
