"""A server that costs next to nothing: prepared answers, after a set time, to any number at once.

Which answer a request wants, it says itself: ``Sheet 3-0000042.`` somewhere in its body wants
number 3.  `throughput` runs it in a process of its own.
"""

from __future__ import annotations

import asyncio
import json
import re
from typing import Any

SHEET = re.compile(rb"Sheet (\d+)-\d{7}\.")
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


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
        if length is None:
            answered, Server.answered = Server.answered, 0
            Server.latency = int(self.buffer.split(b" ")[1][1:]) / 1000
            self.transport.write(http(str(answered).encode()))
            self.buffer.clear()
        elif len(self.buffer) >= end + int(length[1]):
            sheet = SHEET.search(self.buffer, end)
            assert sheet is not None
            reply = self.replies[int(sheet[1])]
            self.buffer.clear()
            Server.answered += 1
            asyncio.get_running_loop().call_later(Server.latency, self.transport.write, reply)


def http(body: bytes) -> bytes:
    head = (
        f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def serve(data: dict[str, Any]) -> None:
    """Serve until killed; the port is printed."""
    replies = [http(json.dumps(each, ensure_ascii=False).encode()) for each in data["replies"]]

    async def forever() -> None:
        server = await asyncio.get_running_loop().create_server(
            lambda: Server(replies), "127.0.0.1", backlog=1024
        )
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()

    asyncio.run(forever())
