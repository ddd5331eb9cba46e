"""What each fault in the middle of a stream comes to: the data of `test_streaming`, and of the docs.

``python tests/stream_table.py`` (``make fault-table``) writes the table between the markers of
docs/errors.md, below that of `fault_table`.
"""

from __future__ import annotations

import json
import socket
import struct
from collections.abc import Callable
from typing import Any

from fault_table import CONTENT, PAGE, P, R, Row, between, table
from llm_server import DONE, DROP_PAUSE, EVENTS, Handler, Reply, chunks, completion, event
from samples import deal, reply

PIECES = 30  # characters of an event; a deal has some 500
WHOLE = completion(json.dumps(CONTENT, ensure_ascii=False))
CHUNKS = chunks(WHOLE, PIECES)
MIDDLE = len(CHUNKS) * 2 // 3  # in the only deal
HEAD, TAIL = CHUNKS[:MIDDLE], CHUNKS[MIDDLE:]
SAID = [*map(event, CHUNKS)]


def _events(*told: Any, done: bytes = DONE) -> Reply:
    """These events; what is bytes already stands as it is."""
    body = b"".join(each if isinstance(each, bytes) else event(each) for each in told)
    return Reply(body=body + done, headers=EVENTS)


def _of(whole: Any, pieces: int = PIECES) -> Reply:
    return _events(*chunks(whole, pieces))


def _ends(reason: Any, content: str | None = None, usage: Any = None) -> Reply:
    said = json.dumps(CONTENT) if content is None else content
    whole = completion(said, finish_reason=reason, usage=usage)
    return _of(whole)


def _error(**error: Any) -> bytes:
    return event({"error": {"message": "This is said in a stream.", **error}})


def _without(told: Any, **changes: Any) -> dict[str, Any]:
    return {key: value for key, value in {**told, **changes}.items() if value is not ...}


# --- what takes the connection itself in hand ------------------------------------------------------


def _begun(handler: Handler, *headers: tuple[str, str]) -> None:
    handler.send_response(200)
    for name, value in (*EVENTS.items(), *headers):
        handler.send_header(name, value)
    handler.end_headers()


def _cut(handler: Handler, reply: Reply) -> None:
    """Less than was promised."""
    handler.write(reply, b"".join(SAID[:MIDDLE]))


def _cut_chunked(handler: Handler, reply: Reply) -> None:
    _begun(handler, ("Transfer-Encoding", "chunked"))
    for each in SAID[:MIDDLE]:
        handler.wfile.write(f"{len(each):x}\r\n".encode() + each + b"\r\n")


def _closed(handler: Handler, reply: Reply) -> None:
    """Nothing was promised, so that this is an end like any other."""
    _begun(handler, ("Connection", "close"))
    handler.wfile.write(b"".join(SAID[:MIDDLE]))


def _reset(handler: Handler, reply: Reply) -> None:
    handler.write(reply, b"".join(SAID[:MIDDLE]))
    handler.wfile.flush()
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.rfile.close()  # holds the socket open
    handler.connection.close()


def _stalls(handler: Handler, reply: Reply) -> None:
    handler.write(reply, b"".join(SAID[:MIDDLE]))
    handler.server.closing.wait()


def _stalls_at_once(handler: Handler, reply: Reply) -> None:
    handler.write(reply, b"")
    handler.server.closing.wait()


def _stalls_after_the_end(handler: Handler, reply: Reply) -> None:
    handler.write(reply, b"".join(SAID))
    handler.server.closing.wait()


def _cut_after_the_end(handler: Handler, reply: Reply) -> None:
    handler.write(reply, b"".join(SAID))


def _drips(between: bytes) -> Callable[[Handler, Reply], None]:
    def send(handler: Handler, reply: Reply) -> None:
        _begun(handler, ("Connection", "close"))
        handler.wfile.write(b"".join(SAID[:MIDDLE]))
        while not handler.server.closing.wait(DROP_PAUSE):
            handler.wfile.write(between)

    return send


def _endless(piece: bytes) -> Callable[[Handler, Reply], None]:
    def send(handler: Handler, reply: Reply) -> None:
        _begun(handler, ("Connection", "close"))
        handler.wfile.write(b"".join(SAID[:MIDDLE]))
        while not handler.server.closing.is_set():
            handler.wfile.write(piece)

    return send


def _bytewise(handler: Handler, reply: Reply) -> None:
    """Each byte on its own: characters, line ends and events come in halves."""
    body = b"".join(SAID).replace(b"\n", b"\r\n") + DONE
    _begun(handler, ("Connection", "close"))
    for byte in body:
        handler.wfile.write(bytes([byte]))


def _wire(send: Callable[[Handler, Reply], object]) -> Reply:
    return Reply(body=b"".join(SAID) + DONE, headers=EVENTS, send=send)


_USAGE = CHUNKS[-1]["usage"]
_CYRILLIC = completion(reply(deal(text="Стороны построят порт.", period=None)))
_BROKEN = json.dumps(CONTENT).removesuffix("}") + ",,}"

FAULTS: dict[str, Reply] = {
    # the connection
    "cut": _wire(_cut),
    "cut_chunked": _wire(_cut_chunked),
    "reset": _wire(_reset),
    "closed": _wire(_closed),
    "no_end": _events(*HEAD),
    "no_end_at_all": _events(*HEAD, done=b""),
    "half_an_event": _events(*HEAD, SAID[MIDDLE][:-20], done=b""),
    "stalls": _wire(_stalls),
    "stalls_at_once": _wire(_stalls_at_once),
    "drips_comments": _wire(_drips(b": still here\n\n")),
    "drips_nothing": _wire(_drips(event({**CHUNKS[0]}))),
    # the server says that something is wrong
    "error": _events(*HEAD, _error(type="server_error")),
    "error_503": _events(*HEAD, _error(code=503)),
    "error_named": _events(*HEAD, b"event: error\n" + _error(code="server_is_overloaded")),
    "error_429": _events(*HEAD, _error(code=429)),
    "error_quota": _events(*HEAD, _error(code="insufficient_quota")),
    "error_filter": _events(*HEAD, _error(code="content_filter")),
    "error_words": _events(*HEAD, event({"error": "model is busy"})),
    "error_in_choice": _events(
        *HEAD, {"choices": [{"delta": {}, "error": {"code": 502, "message": "Upstream."}}]}
    ),
    "end_error": _ends("error", json.dumps(CONTENT)[:300]),
    # what is no answer
    "not_json": _events(*HEAD, b"data: {half of\n\n"),
    "not_utf8": _events(*HEAD, SAID[MIDDLE].replace(b"loopback", b"\xff\xfe")),
    "nothing": _events(),
    "nothing_at_all": _events(done=b""),
    "no_choices": _events({"id": "1", "choices": []}, CHUNKS[-1]),
    "odd_chunks": _events([], 7, "hello", None, {"choices": 3}, {"choices": [None]}),
    "page": Reply(body=b"<!doctype html><p>Please sign in.", headers=EVENTS),
    "huge": _of(completion(json.dumps({**CONTENT, "overview": "x" * 4_500_000})), 500_000),
    "endless_line": _wire(_endless(b"x" * 100_000)),
    "endless": _wire(_endless(b": comment" * 10_000 + b"\n\n")),
    # the model does not say what was asked
    "refusal": _of(completion(None, refusal="I can't help with that.", usage=None)),
    "filtered": _ends("content_filter", json.dumps(CONTENT)[:300]),
    "length": _ends("length", json.dumps(CONTENT)[:300]),
    "plain_text": _ends("stop", "Here is what I think of it."),
    "broken": _ends("stop", _BROKEN),
    "twice_a_chunk": _events(*HEAD, HEAD[-1], *TAIL),
    "a_chunk_lost": _events(*HEAD[:-1], *TAIL),
    # what is sound
    "sound": _events(*CHUNKS),
    "one_character": _of(WHOLE, 1),
    "in_one": _of(WHOLE, 100_000),
    "no_done": _events(*CHUNKS, done=b""),
    "no_last_line": Reply(body=b"".join(SAID).removesuffix(b"\n"), headers=EVENTS),
    "crlf": Reply(body=(b"".join(SAID) + DONE).replace(b"\n", b"\r\n"), headers=EVENTS),
    "bytewise": _wire(_bytewise),
    "no_space": Reply(body=b"".join(SAID).replace(b"data: ", b"data:") + DONE, headers=EVENTS),
    "comments": _events(b": busy\n\n", *HEAD, b": busy\n\n:\n\n", *TAIL),
    "controls": _events(b"retry: 3000\n\n", b"id: 7\n" + SAID[0], *CHUNKS[1:MIDDLE],
        b": busy\n\n", b"event: ping\n\n", b"data:\n\n", b"id: 8\n\n", *TAIL),
    "named_events": _events(*(b"event: message\n" + each for each in SAID)),
    "in_lines": _events(*(b"data: " + json.dumps(each, indent=1).encode().replace(b"\n", b"\ndata: ")
        + b"\n\n" for each in CHUNKS)),
    "empty_chunks": _events(*(each for one in CHUNKS for each in (CHUNKS[0], one, {"choices": []}))),
    "nulls": _events(*(_without(each, system_fingerprint=None, choices=[
        {**choice, "delta": {"refusal": None, "tool_calls": None, **choice["delta"]}}
        for choice in each["choices"]]) for each in CHUNKS)),
    "several_choices": _events(*({**each, "choices": [*each["choices"], {"index": 1, "delta": {
        "content": "no"}}]} if each["choices"] else each for each in CHUNKS)),
    "usage_each": _events(*({**each, "usage": _USAGE} for each in CHUNKS)),
    "usage_before": _events(*CHUNKS[:-2], {**CHUNKS[-2], "usage": _USAGE}, {"choices": []}),
    "usage_in_choice": _events(*CHUNKS[:-2], {"choices": [{**CHUNKS[-2]["choices"][0], "usage": _USAGE}]}),
    "usage_none": _events(*CHUNKS[:-1]),
    "usage_odd": _events(*CHUNKS[:-1], {"choices": [], "usage": {"prompt_tokens": "many"}}),
    "no_end_ok": _events(*CHUNKS[:-2]),
    "end_null_ok": _ends(None),
    "end_empty_ok": _events(*({**each, "choices": [{**choice, "finish_reason": ""}
        for choice in each["choices"]]} for each in CHUNKS)),
    "length_ok": _ends("length"),
    "cut_after_the_end": _wire(_cut_after_the_end),
    "stalls_after_the_end": _wire(_stalls_after_the_end),
    "fenced": _ends("stop", f"```json\n{json.dumps(CONTENT)}\n```"),
    "after_words": _ends("stop", f"So {{this}} it is: {json.dumps(CONTENT)}"),
    "cyrillic": _of(_CYRILLIC, 3),
}  # fmt: skip

TABLE = [
    Row("a stream that breaks", f"{P} unreachable", 4, ("cut", "cut_chunked", "reset")),
    Row("a stream that ends in the middle, or says that something is wrong", f"{P} unavailable", 4,
        ("closed", "no_end", "no_end_at_all", "half_an_event", "error", "error_503", "error_named",
         "error_in_choice", "end_error")),
    Row("one that says that there are too many requests", f"{P} rate_limit", 4, ("error_429",)),
    Row("one that says that the quota is used up", f"{P} quota", 1, ("error_quota",)),
    Row("silence for `timeout` seconds, before or between its events", f"{P} timeout", 2,
        ("stalls", "stalls_at_once"), {"timeout": 0.2}),
    Row("one that drips until the deadline", f"{P} deadline", 1,
        ("drips_comments", "drips_nothing"), {"deadline": 0.5}),
    Row("events that are none, no reply in them, a reply over 4 MB, no end", f"{P} unreadable", 2,
        ("error_words", "not_json", "not_utf8", "nothing", "nothing_at_all", "no_choices",
         "odd_chunks", "page", "huge", "endless_line", "endless")),
    Row("one that a filter ends", f"{R} filtered", 1, ("error_filter", "filtered")),
    Row("the model refuses", f"{R} refused", 1, ("refusal",)),
    Row("reply cut off (`length`)", f"{R} truncated", 2, ("length",)),
    Row("no JSON, or not the schema, twice; an event that comes twice, or is lost", f"{R} invalid", 2,
        ("plain_text", "broken", "twice_a_chunk", "a_chunk_lost")),
    Row("no `[DONE]`, no end that is named, no usage; comments, lines of control, CRLF, half "
        "characters; what breaks after the end", None, 1,
        ("sound", "one_character", "in_one", "no_done", "no_last_line", "crlf", "bytewise",
         "no_space", "comments", "controls", "named_events", "in_lines", "empty_chunks", "nulls",
         "several_choices", "usage_each", "usage_before", "usage_in_choice", "usage_none",
         "usage_odd", "no_end_ok", "end_null_ok", "end_empty_ok", "length_ok",
         "cut_after_the_end", "stalls_after_the_end", "fenced", "after_words", "cyrillic"),
        {"timeout": 0.4}),
]  # fmt: skip

MARKERS = ("<!-- stream table: make fault-table -->", "<!-- end of stream table -->")


def on_page(text: str) -> str:
    """The page's text with the table as it should be."""
    return between(MARKERS, table(TABLE), text)


if __name__ == "__main__":
    PAGE.write_text(on_page(PAGE.read_text("utf-8")), "utf-8")
