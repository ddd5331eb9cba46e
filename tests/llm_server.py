"""An OpenAI-compatible server on loopback, with every fault real servers have, on order.

    with LLMServer(["429_ra1", "ok"], content={"overview": "…"}) as server:
        client = openai.OpenAI(base_url=server.base_url, api_key="none", max_retries=0)

The first request gets the first item of the plan, and so on; the last one repeats.  An item is a
name from ``FAULTS``, a completion (a mapping), or a ``Reply``; instead of a list, a function from
``Request`` to such an item will do.  For the tests, and for recording the cassettes; it knows
nothing of the library it serves.
"""

from __future__ import annotations

import contextlib
import email.utils
import json
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

JSON = {"Content-Type": "application/json"}
HTML = {"Content-Type": "text/html; charset=utf-8"}
EVENTS = {"Content-Type": "text/event-stream; charset=utf-8"}
DROP_PAUSE = 0.025  # seconds between the bytes of a trickling reply: no read timeout trips


@dataclass(frozen=True)
class Request:
    """One request as it came: ``body`` is the parsed JSON (None if it is none)."""

    method: str
    path: str
    headers: dict[str, str]  # names in lower case
    raw: bytes
    body: Any
    time: float  # seconds, monotonic
    number: int  # from 0


@dataclass(frozen=True)
class Reply:
    """What to answer; ``send`` is for replies that break HTTP itself."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=lambda: JSON)
    send: Callable[[Handler, Reply], object] | None = None


Item = str | Mapping[str, Any] | Reply
Fault = Callable[[str], Reply]  # from the content a sound reply would have


def completion(
    content: str | Mapping[str, Any] | None,
    *,
    usage: tuple[int, int] | None = (100, 50),
    finish_reason: str = "stop",
    refusal: str | None = None,
    model: str = "loopback",
) -> dict[str, Any]:
    r"""A chat completion; a mapping as content is written as indented JSON, for legible cassettes.

    >>> completion({"overview": "…"})["choices"][0]["message"]["content"]
    '{\n "overview": "…"\n}'
    """
    if isinstance(content, Mapping):
        content = json.dumps(content, ensure_ascii=False, indent=1)
    message = {"role": "assistant", "content": content, "refusal": refusal}
    names = ("prompt_tokens", "completion_tokens", "total_tokens")
    return {
        "id": "chatcmpl-loopback",
        "object": "chat.completion",
        "created": 1760000000,
        "model": model,
        "choices": [
            {"index": 0, "message": message, "logprobs": None, "finish_reason": finish_reason}
        ],
        "usage": usage and dict(zip(names, (*usage, sum(usage)), strict=True)),
    }


def chunks(whole: Mapping[str, Any], pieces: int) -> list[dict[str, Any]]:
    """A completion as it is streamed, so many characters at a time; what it cost comes last."""
    (choice,) = whole["choices"]
    message = choice["message"] or {}
    head = {name: whole.get(name) for name in ("id", "created", "model")}
    head["object"] = "chat.completion.chunk"

    def said(delta: Mapping[str, Any], finish_reason: Any = None) -> dict[str, Any]:
        choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
        return {**head, "choices": [choice], "usage": None}

    told = [said({"role": "assistant", "content": ""})]
    for name in ("content", "refusal", "reasoning_content"):
        told += [said({name: part}) for part in _cut(message.get(name) or "", pieces)]
    for number, call in enumerate(message.get("tool_calls") or []):
        function = {**call["function"], "arguments": ""}
        told.append(said({"tool_calls": [{**call, "index": number, "function": function}]}))
        told += [
            said({"tool_calls": [{"index": number, "function": {"arguments": part}}]})
            for part in _cut(call["function"]["arguments"], pieces)
        ]
    told.append(said({}, choice.get("finish_reason")))
    if whole.get("usage"):
        told.append({**head, "choices": [], "usage": whole["usage"]})
    return told


def _cut(text: str, pieces: int) -> list[str]:
    if not isinstance(text, str):
        raise TypeError("these are no words")
    return [text[at : at + pieces] for at in range(0, len(text), pieces)]


def event(value: Any) -> bytes:
    """One event, as it goes over the wire."""
    return b"data: " + json.dumps(value, ensure_ascii=False).encode() + b"\n\n"


DONE = b"data: [DONE]\n\n"


def streamed(whole: Mapping[str, Any], pieces: int = 40) -> Reply:
    """The events of a completion."""
    return Reply(body=b"".join(map(event, chunks(whole, pieces))) + DONE, headers=EVENTS)


def _json(value: Any, status: int = 200, **headers: str) -> Reply:
    return Reply(status, json.dumps(value, ensure_ascii=False).encode(), {**JSON, **headers})


def _error(status: int, code: str = "", message: str = "", **headers: str) -> Fault:
    error = {
        "message": message or f"This is a {status}.",
        "type": code or "error",
        "param": None,
        "code": code or None,
    }
    return lambda content: _json({"error": error}, status, **headers)


def _rate_limit(retry_after: str) -> Fault:
    return _error(429, "rate_limit_exceeded", **{"Retry-After": retry_after})


def _rate_limit_until(seconds: int) -> Fault:
    date = email.utils.formatdate
    return lambda content: _rate_limit(date(time.time() + seconds, usegmt=True))(content)


def _body(body: bytes, status: int = 200, headers: Mapping[str, str] = JSON) -> Fault:
    return lambda content: Reply(status, body, headers)


def _whole(content: str) -> bytes:
    return _json(completion(content)).body


def _reply(**changes: Any) -> Fault:
    """A completion with some of its top-level keys changed, or (if ``...``) missing."""

    def fault(content: str) -> Reply:
        body = {**completion(content), **changes}
        return _json({key: value for key, value in body.items() if value is not ...})

    return fault


def _says(change: Callable[[str], str | None], **options: Any) -> Fault:
    """A completion with another content, or another end."""
    return lambda content: _json(completion(change(content), **options))


def _field(content: str) -> str:
    """The first field of the content that is a string, else the first."""
    fields: dict[str, Any] = json.loads(content)
    return min(fields, key=lambda name: not isinstance(fields[name], str))


def _with(raw: str) -> Fault:
    """A completion whose content has ``raw``, which need not be JSON, in place of a field."""

    def change(content: str) -> str:
        fields = {**json.loads(content), _field(content): "@@"}
        return json.dumps(fields, ensure_ascii=False).replace('"@@"', raw)

    return _says(change)


def _without_field(content: str) -> str:
    fields = json.loads(content)
    del fields[_field(content)]
    return json.dumps(fields, ensure_ascii=False)


# Wire faults: these take the connection itself in hand.


def _hang_after_headers(handler: Handler, reply: Reply) -> None:
    handler.write(reply, b"")
    handler.server.closing.wait()


def _trickle(handler: Handler, reply: Reply) -> None:
    padded = replace(reply, body=b" " * 600 + reply.body)
    handler.write(padded, b"")
    for byte in padded.body:
        if handler.server.closing.wait(DROP_PAUSE):
            return
        handler.wfile.write(bytes([byte]))


def _reset(handler: Handler, reply: Reply) -> None:
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.rfile.close()  # holds the socket open
    handler.connection.close()


def _wire(send: Callable[[Handler, Reply], object]) -> Fault:
    return lambda content: Reply(200, _whole(content), JSON, send)


PAGE = b"<!doctype html><title>Sign in</title><p>Please sign in to the network."

FAULTS: dict[str, Fault] = {
    "ok": _reply(),
    # the server says no
    "429": _error(429, "rate_limit_exceeded"),
    "429_ra1": _rate_limit("1"),
    "429_ra_ms": _error(429, "rate_limit_exceeded", **{"retry-after-ms": "20"}),
    "429_ra_date": _rate_limit_until(2),  # a date has whole seconds: at least one is left
    "429_ra_far_date": _rate_limit_until(3600),
    "429_ra_3600": _rate_limit("3600"),
    "429_ra_junk": _rate_limit("soon"),
    "429_ra_neg": _rate_limit("-5"),
    "429_quota": _error(429, "insufficient_quota", "You exceeded your current quota."),
    "408": _error(408),
    "409": _error(409),
    "500": _error(500, "server_error"),
    "500_no_retry": _error(500, "server_error", **{"x-should-retry": "false"}),
    "502_html": _body(b"<html><h1>502 Bad Gateway</h1></html>", 502, HTML),
    "503": _error(503, "server_error"),
    "529": _error(529, "overloaded_error"),
    "400": _error(400, "invalid_request_error"),
    "400_context": _error(400, "context_length_exceeded", "maximum context length: 8192 tokens"),
    "400_schema": _error(400, "invalid_json_schema", "Invalid schema for response_format"),
    "400_filter": _error(400, "content_filter", "The prompt was filtered."),
    "401": _error(401, "invalid_api_key"),
    "403": _error(403, "unsupported_country_region_territory"),
    "404": _error(404, "model_not_found"),
    "413": _error(413),
    "422": _error(422),
    # the server says yes, but not as an API
    "200_html": _body(PAGE, 200, HTML),
    "200_empty": _body(b""),
    "200_cut_json": lambda content: Reply(body=_whole(content)[:-20]),
    "200_list": _body(b"[]"),
    "200_null": _body(b"null"),
    "200_error": lambda content: replace(_error(500, "server_error")(content), status=200),
    "204": _body(b"", 204),
    "redirect_loop": _body(b"", 307, {"Location": "/v1/chat/completions"}),
    "bad_gzip": _body(b"\x1f\x8bnot gzip", 200, {**JSON, "Content-Encoding": "gzip"}),
    "bad_utf8": lambda content: Reply(body=_whole(content).replace(b"loopback", b"\xff\xfe")),
    # the connection
    "hang": _wire(lambda handler, reply: handler.server.closing.wait()),
    "hang_after_headers": _wire(_hang_after_headers),
    "trickle": _wire(_trickle),
    "reset": _wire(_reset),
    "close": _wire(lambda handler, reply: None),
    "cut_body": _wire(lambda handler, reply: handler.write(reply, reply.body[:-20])),
    "bad_status_line": _wire(lambda handler, reply: handler.wfile.write(b"HELLO\r\n\r\n")),
    # the API says nothing
    "choices_empty": _reply(choices=[]),
    "choices_null": _reply(choices=None),
    "choices_missing": _reply(choices=...),
    "message_null": _reply(choices=[{"index": 0, "message": None, "finish_reason": "stop"}]),
    "content_null": _says(lambda content: None),
    "refusal": _says(lambda content: None, refusal="I can't help with that."),
    "content_filter": _says(lambda content: None, finish_reason="content_filter"),
    "length": _says(lambda content: content[: len(content) // 2], finish_reason="length"),
    "length_ok": _says(str, finish_reason="length"),
    # the model says what no schema allows, or what no reader wants
    "plain_text": _says(lambda content: "Here is what I think of it."),
    "fenced": _says(lambda content: f"```json\n{content}\n```"),
    "bad_json": _says(lambda content: content.rstrip().removesuffix("}") + ",,}"),
    "missing_field": _says(_without_field),
    "wrong_type": _with('{"unexpected": [true]}'),
    "extra_key": _says(lambda content: json.dumps({**json.loads(content), "unexpected_key": 1})),
    "dup_keys": _says(lambda content: f'{{"{_field(content)}": "first", {content.lstrip()[1:]}'),
    "nan": _with("NaN"),
    "lone_surrogate": _with(r'"half \ud83d a pair"'),
    "nul": _with(r'"nul \u0000 inside"'),
    "ctrl_chars": _with('"bell \x07 escape \x1b[2J"'),
    "deep": _with("[" * 20_000 + "]" * 20_000),
    "huge": _with('"' + "x" * 5_000_000 + '"'),
    "usage_null": _reply(usage=None),
    "usage_missing": _reply(usage=...),
}


class Held:
    """A streamed reply that comes up to these words, and goes on when it is told to.

    Attributes:
        reply: what to answer.
        go_on: set it for the rest.
    """

    def __init__(self, whole: Mapping[str, Any], until: str) -> None:
        told, said, begun = chunks(whole, 20), "", 0
        for begun, chunk in enumerate(told):  # noqa: B007  # it is the number that counts
            said += chunk["choices"][0]["delta"].get("content", "")
            if until in said:
                break
        self._begun = b"".join(map(event, told[:begun]))
        self._rest = b"".join(map(event, told[begun:])) + DONE
        self.go_on = threading.Event()
        self.reply = Reply(body=self._begun + self._rest, headers=EVENTS, send=self._send)

    def _send(self, handler: Handler, reply: Reply) -> None:
        handler.write(reply, self._begun)
        while not handler.server.closing.wait(0.01):
            if self.go_on.is_set():
                handler.wfile.write(self._rest)
                return


class LLMServer(ThreadingHTTPServer):
    """The server: ``requests`` is what came in, ``peak`` how many were in flight at once.

    With ``capacity``, whoever comes when that many are in flight gets a 429; ``latency`` is in
    seconds.  With ``pieces``, whoever asks for a stream gets completions so many characters at a
    time; else they come whole, as from a server that knows no streams.  Leaving the context ends all hangs, and waits for the threads.
    """

    closing: threading.Event  # set on leaving: ends whatever waits
    daemon_threads = False  # joined on leaving: none outlives its test
    request_queue_size = 256

    def __init__(
        self,
        plan: Sequence[Item] | Callable[[Request], Item] = ("ok",),
        *,
        content: str | Mapping[str, Any] = '{"overview": "Nothing was signed."}',
        latency: float = 0.0,
        capacity: int | None = None,
        pieces: int | None = None,
    ) -> None:
        self.closing = threading.Event()
        super().__init__(("127.0.0.1", 0), Handler)
        self.plan, self.latency, self.capacity = plan, latency, capacity
        self.pieces = pieces
        self.content = (
            content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        )
        self.base_url = f"http://127.0.0.1:{self.server_address[1]}/v1"
        self.requests: list[Request] = []
        self.in_flight = self.peak = 0
        self.lock = threading.Lock()
        self._connections: set[socket.socket] = set()
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.closing.set()
        self.shutdown()
        self._thread.join()
        for connection in list(self._connections):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)  # wakes whoever reads from it
        self.server_close()

    def process_request(self, request: Any, client_address: Any) -> None:
        self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._connections.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), OSError):  # a client that hung up is no news
            super().handle_error(request, client_address)

    def reply(self, request: Request) -> Reply:
        plan = self.plan
        item = plan(request) if callable(plan) else plan[min(request.number, len(plan) - 1)]
        if isinstance(item, str):
            item = FAULTS[item](self.content)
        reply = item if isinstance(item, Reply) else _json(item)
        return self._in_pieces(reply) if (request.body or {}).get("stream") else reply

    def _in_pieces(self, reply: Reply) -> Reply:
        if self.pieces is None or reply.status != 200 or reply.send:
            return reply
        try:
            return streamed(json.loads(reply.body), self.pieces)
        except (AttributeError, LookupError, RecursionError, TypeError, ValueError):
            return reply  # it is no completion


class Handler(BaseHTTPRequestHandler):
    server: LLMServer
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        try:
            body = json.loads(raw)
        except ValueError:
            body = None
        headers = {name.lower(): value for name, value in self.headers.items()}
        server = self.server
        with server.lock:
            number, now = len(server.requests), time.monotonic()
            request = Request(self.command, self.path, headers, raw, body, now, number)
            server.requests.append(request)
            server.in_flight += 1
            server.peak = max(server.peak, server.in_flight)
            is_full = server.capacity is not None and server.in_flight > server.capacity
        try:
            reply = FAULTS["429"]("") if is_full else server.reply(request)
            if not is_full:
                server.closing.wait(server.latency)
            if reply.send is not None:
                self.close_connection = True
                reply.send(self, reply)
        finally:  # before a whole reply is written: whoever has read it may ask again
            with server.lock:
                server.in_flight -= 1
        if reply.send is None:
            self.write(reply, reply.body)

    def do_GET(self) -> None:
        self.do_POST()

    def write(self, reply: Reply, body: bytes) -> None:
        """Headers that promise the whole of ``reply``, then ``body``, in one piece."""
        self.send_response(reply.status, "Overloaded" if reply.status == 529 else None)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.status != 204:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any, **options: Any) -> None:
        """Requests are kept in ``LLMServer.requests``: standard error stays clean."""


@dataclass
class ServerApart:
    """A server in a process of its own: its answers do not wait for what the client computes.

    Threads of one process take turns at Python.  Where a busy client and its server share one, the
    client's requests lie in a queue that no real server has.
    """

    base_url: str
    requests: int = -1  # known once the context is left


@contextlib.contextmanager
def server_apart(**options: Any) -> Iterator[ServerApart]:
    """What ``LLMServer`` is, with its options as far as they can be written as JSON."""
    command = [sys.executable, __file__, json.dumps(options)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        server = ServerApart(process.stdout.readline().strip())
        yield server
        process.stdin.close()
        server.requests = int(process.stdout.read())


if __name__ == "__main__":
    with LLMServer(**json.loads(sys.argv[1])) as running:
        print(running.base_url, flush=True)
        sys.stdin.read()  # until it is closed
    print(len(running.requests))
