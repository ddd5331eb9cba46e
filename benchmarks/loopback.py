"""A server that costs next to nothing: prepared answers, after a set time, to any number at once.

    python loopback.py REPLIES    # prints its port, and serves until it is ended

Which answer a request wants, it says itself: ``Sheet 0000042.`` somewhere in its body wants the
reply of article 42. In which form, its path says: ``/json/…`` as the content, ``/tools/…`` as a tool
call, ``/passages/…`` as the passages that stand in the part of the article that is asked about. The
file has two lines for each article: the content as a JSON string, and the passages as JSON.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from pathlib import Path
from typing import Any

SHEET = re.compile(rb"Sheet (\d{7})\.")
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
PLACE = "@@"  # where the reply stands


def _around(message: dict[str, Any]) -> tuple[bytes, bytes]:
    """A completion, before and behind its reply."""
    usage = {"prompt_tokens": 3000, "completion_tokens": 2500, "total_tokens": 5500}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
    told = {"id": "chatcmpl-loopback", "object": "chat.completion", "created": 1760000000,
            "model": "loopback", "choices": [choice], "usage": usage}  # fmt: skip
    before, behind = json.dumps(told).split(f'"{PLACE}"')
    return before.encode(), behind.encode()


_CALL = {"name": "SummitSummary", "arguments": PLACE}
AROUND = {
    b"json": _around({"role": "assistant", "content": PLACE, "refusal": None}),
    b"tools": _around(
        {
            "role": "assistant",
            "content": None,
            "refusal": None,
            "tool_calls": [{"id": "1", "type": "function", "function": _CALL}],
        }
    ),
}
AROUND[b"passages"] = AROUND[b"json"]


class Server(asyncio.Protocol):
    """One connection.  GET /200 sets the latency of all to 200 ms, and tells what was answered."""

    latency = 0.0
    answered = 0

    def __init__(self, replies: list[bytes]) -> None:
        self.replies = replies
        self.buffer = bytearray()

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        end = self.buffer.find(b"\r\n\r\n") + 4
        if end < 4:
            return
        length = LENGTH.search(self.buffer, 0, end)
        path = bytes(self.buffer[: self.buffer.index(b" HTTP/")]).partition(b" ")[2][1:]
        if length is None:
            answered, Server.answered = Server.answered, 0
            Server.latency = int(path) / 1000
            self.transport.write(http(str(answered).encode()))
            self.buffer.clear()
        elif len(self.buffer) >= end + int(length[1]):
            answer = self.answer(path.partition(b"/")[0], bytes(self.buffer[end:]))
            self.buffer.clear()
            Server.answered += 1
            asyncio.get_running_loop().call_later(Server.latency, self.transport.write, answer)

    def answer(self, form: bytes, body: bytes) -> bytes:
        sheet = SHEET.search(body)
        assert sheet is not None, body
        content = self.replies[2 * int(sheet[1])]
        if form == b"passages":
            asked = json.loads(body)["messages"][-1]["content"].rpartition("\nQ: ")[2]
            told = passages(json.loads(self.replies[2 * int(sheet[1]) + 1]), asked)
            content = json.dumps(json.dumps(told, ensure_ascii=False)).encode()
        before, behind = AROUND[form]
        return http(before + content + behind)


def passages(told: list[dict[str, Any]], asked: str) -> dict[str, Any]:
    """Those that begin in what is asked about, cut off where it ends, in order of appearance."""
    chunk = asked.removesuffix("\nA: ")
    found = []
    for each in told:
        [kind, words] = next(iter(each.items()))
        at = chunk.find(words)
        if at < 0:
            at = chunk.find(words[:20])
            words = chunk[at : at + len(words)]
        if at >= 0:
            found.append((at, each | {kind: words}))
    return {"extractions": [each for _, each in sorted(found, key=lambda each: each[0])]}


def http(body: bytes) -> bytes:
    head = (
        f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def serve(replies: list[bytes]) -> None:
    """Serve until killed; the port is printed."""

    async def forever() -> None:
        server = await asyncio.get_running_loop().create_server(
            lambda: Server(replies), "127.0.0.1", backlog=1024
        )
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()

    asyncio.run(forever())


if __name__ == "__main__":
    serve(Path(sys.argv[1]).read_bytes().splitlines())
