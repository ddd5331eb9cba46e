"""OpenAI's Files and Batches APIs on loopback, beside the chat of `LLMServer`.

    with BatchServer(content={"overview": "…"}) as server:
        ...                                   # a batch is submitted
        (batch,) = server.batches             # its id
        server.end(batch)                     # all rows are answered
        server.end(batch, "expired", [answered(row) for row in server.rows(batch)[:2]])

A batch stands still until a test ends it, with whatever lines it likes in the two files.
``faults["create"] = [Fault("reset")]`` answers the next such call with a fault of `LLMServer`
instead; with ``after=True`` the call takes effect all the same.  ``calls`` are their names.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

from llm_server import FAULTS, LLMServer, Reply, Request, completion

Row = dict[str, Any]
Line = Mapping[str, Any] | bytes

PAGE = 2  # batches in a page of the list, however many are asked for
MOST_ROWS = 50_000


@dataclass
class Fault:
    """What goes wrong, and whether the call takes effect all the same."""

    item: str | None  # None: nothing, this time
    after: bool = False


@dataclass
class Account:
    """What the provider has under one key."""

    files: dict[str, bytes] = field(default_factory=dict)
    batches: dict[str, dict[str, Any]] = field(default_factory=dict)  # oldest first


def answered(row: Row, content: Any = ..., **options: Any) -> Row:
    """The line of an output file for a row that was answered."""
    return returned(row, completion(content, **options))


def returned(row: Row, body: Any, status: int = 200) -> Row:
    """The line for a row that came back with any body at all."""
    response = {"status_code": status, "request_id": "req-loopback", "body": body}
    return {"id": "batch_req_1", "custom_id": row["custom_id"], "response": response, "error": None}


def turned_down(row: Row, status: int, code: str | None = None, message: str = "No.") -> Row:
    """The line of an error file for a row that an HTTP error came back for."""
    error = {"message": message, "type": "invalid_request_error", "param": None, "code": code}
    return returned(row, {"error": error}, status)


def not_run(row: Row, code: str = "batch_expired") -> Row:
    """The line of an error file for a row that was never tried."""
    error = {"code": code, "message": "This request could not be executed."}
    return {**returned(row, None), "response": None, "error": error}


class BatchServer(LLMServer):
    """Chats as its parent does; ``chats`` are the requests that did."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.chats: list[Request] = []
        self.faults: dict[str, list[Fault]] = {}
        self.calls: list[str] = []
        self.account = Account()

    @property
    def batches(self) -> list[str]:
        return list(self.account.batches)

    def rows(self, batch: str) -> list[Row]:
        """The requests in a batch, in its file's order."""
        lines = self.account.files[self.account.batches[batch]["input_file_id"]]
        return [json.loads(line) for line in lines.splitlines()]

    def end(
        self,
        batch: str,
        status: str = "completed",
        output: Iterable[Line] | None = None,
        errors: Iterable[Line] | None = (),
    ) -> None:
        """End a batch with these lines; by default every row has the server's own content."""
        if output is None:
            output = [answered(row, self.content) for row in self.rows(batch)]
        told = self.account.batches[batch]
        told["status"] = status
        told["output_file_id"] = self._keep(output)
        told["error_file_id"] = self._keep(errors or ())

    def fail(self, batch: str, code: str, message: str) -> None:
        """End a batch as one whose file was turned down: it has no other files then."""
        told = self.account.batches[batch]
        told["status"] = "failed"
        error = {"code": code, "message": message, "param": None, "line": None}
        told["errors"] = {"object": "list", "data": [error, error]}

    def reply(self, request: Request) -> Reply:
        address = urlsplit(request.path)
        path = address.path.removeprefix("/v1")
        if path == "/chat/completions":
            self.chats.append(request)
            return super().reply(replace(request, number=len(self.chats) - 1))
        for name, (pattern, act) in _ROUTES.items():
            if found := re.fullmatch(pattern, f"{request.method} {path}"):
                self.calls.append(name)
                fault = self.faults[name].pop(0) if self.faults.get(name) else None
                item = fault.item if fault else None
                if fault and item and not fault.after:
                    return FAULTS[item]("{}")
                query = {key: value[0] for key, value in parse_qs(address.query).items()}
                reply = act(self, request, query, *found.groups())
                return FAULTS[item]("{}") if item else reply
        return FAULTS["404"]("")

    def _keep(self, lines: Iterable[Line]) -> str | None:
        raw = [
            line if isinstance(line, bytes) else json.dumps(line, ensure_ascii=False).encode()
            for line in lines
        ]
        return self._add_file(b"\n".join(raw) + b"\n") if raw else None

    def _add_file(self, content: bytes) -> str:
        name = f"file-{len(self.account.files)}"
        self.account.files[name] = content
        return name


def _json(value: Any) -> Reply:
    return Reply(200, json.dumps(value).encode())


def _upload(server: BatchServer, request: Request, _: dict[str, str]) -> Reply:
    boundary = request.headers["content-type"].split("boundary=")[1].encode()
    parts = {}
    for part in request.raw.split(b"--" + boundary)[1:-1]:
        head, _, content = part.strip(b"\r\n").partition(b"\r\n\r\n")
        parts[re.search(rb'name="(\w+)"', head)[1]] = content  # type: ignore[index]
    if parts[b"purpose"] != b"batch":
        return FAULTS["400"]("")
    return _json({"id": server._add_file(parts[b"file"]), "object": "file", "purpose": "batch"})


def _create(server: BatchServer, request: Request, _: dict[str, str]) -> Reply:
    body = request.body
    if body["completion_window"] != "24h" or body["endpoint"] != "/v1/chat/completions":
        return FAULTS["400"]("")
    name = f"batch_{len(server.account.batches)}"
    server.account.batches[name] = {
        "id": name, "object": "batch", "status": "validating", "endpoint": body["endpoint"],
        "input_file_id": body["input_file_id"], "completion_window": "24h",
        "created_at": int(time.time()), "metadata": body.get("metadata"), "errors": None,
        "output_file_id": None, "error_file_id": None,
        "request_counts": {"total": 0, "completed": 0, "failed": 0},
    }  # fmt: skip
    rows = server.rows(name)
    names = {row["custom_id"] for row in rows}
    is_sound = (
        len(names) == len(rows) <= MOST_ROWS
        and {row["method"] for row in rows} == {"POST"}
        and {row["url"] for row in rows} == {body["endpoint"]}
        and len({row["body"]["model"] for row in rows}) == 1
    )
    if not is_sound:
        server.fail(name, "invalid_json_line", "The file is not sound.")
    return _json(server.account.batches[name])


def _list(server: BatchServer, request: Request, query: dict[str, str]) -> Reply:
    newest = list(reversed(server.account.batches.values()))
    names = [batch["id"] for batch in newest]
    start = names.index(query["after"]) + 1 if "after" in query else 0
    page = newest[start : start + PAGE]
    return _json({"object": "list", "data": page, "has_more": start + PAGE < len(newest)})


def _retrieve(server: BatchServer, request: Request, _: dict[str, str], name: str) -> Reply:
    batch = server.account.batches.get(name)
    return _json(batch) if batch else FAULTS["404"]("")


def _content(server: BatchServer, request: Request, _: dict[str, str], name: str) -> Reply:
    content = server.account.files.get(name)
    octets = {"Content-Type": "application/octet-stream"}
    return FAULTS["404"]("") if content is None else Reply(200, content, octets)


_ROUTES: dict[str, tuple[str, Callable[..., Reply]]] = {
    "upload": ("POST /files", _upload),
    "download": ("GET /files/([^/]+)/content", _content),
    "create": ("POST /batches", _create),
    "list": ("GET /batches", _list),
    "retrieve": ("GET /batches/([^/]+)", _retrieve),
}
