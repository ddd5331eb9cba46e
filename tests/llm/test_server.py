"""The faulty server does on the wire what each fault's name says.  No client of ours is used."""

from __future__ import annotations

import gzip
import http.client
import json
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

import pytest
from llm_server import FAULTS, LLMServer, Reply, Request, completion

CONTENT = {"count": 3, "overview": "Two sides met.", "deals": [{"sum": "17"}]}
Start = Callable[..., LLMServer]


@dataclass
class Response:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def message(self) -> Any:
        return self.json["choices"][0]["message"]

    @property
    def content(self) -> str:
        return str(self.message["content"])


def connect(server: LLMServer, timeout: float = 10) -> http.client.HTTPConnection:
    return http.client.HTTPConnection(*server.server_address[:2], timeout=timeout)  # type: ignore[arg-type]  # typeshed: host may be bytes


def post(server: LLMServer, body: Any = None, **headers: str) -> Response:
    connection = connect(server)
    try:
        raw = json.dumps(body or {"model": "m"}).encode()
        connection.request("POST", "/v1/chat/completions", raw, headers)
        response = connection.getresponse()
        return Response(response.status, response.headers, response.read())
    finally:
        connection.close()


STATUSES = [
    # fault, status, code in the error, headers it must have
    ("429", 429, "rate_limit_exceeded", {}),
    ("429_ra1", 429, "rate_limit_exceeded", {"Retry-After": "1"}),
    ("429_ra_ms", 429, "rate_limit_exceeded", {"retry-after-ms": "20"}),
    ("429_ra_3600", 429, "rate_limit_exceeded", {"Retry-After": "3600"}),
    ("429_ra_junk", 429, "rate_limit_exceeded", {"Retry-After": "soon"}),
    ("429_ra_neg", 429, "rate_limit_exceeded", {"Retry-After": "-5"}),
    ("429_quota", 429, "insufficient_quota", {}),
    ("408", 408, None, {}),
    ("409", 409, None, {}),
    ("500", 500, "server_error", {}),
    ("500_no_retry", 500, "server_error", {"x-should-retry": "false"}),
    ("503", 503, "server_error", {}),
    ("529", 529, "overloaded_error", {}),
    ("400", 400, "invalid_request_error", {}),
    ("400_context", 400, "context_length_exceeded", {}),
    ("400_schema", 400, "invalid_json_schema", {}),
    ("400_filter", 400, "content_filter", {}),
    ("401", 401, "invalid_api_key", {}),
    ("403", 403, "unsupported_country_region_territory", {}),
    ("404", 404, "model_not_found", {}),
    ("413", 413, None, {}),
    ("422", 422, None, {}),
    ("200_error", 200, "server_error", {}),
]


@pytest.mark.parametrize(("fault", "status", "code", "headers"), STATUSES)
def test_says_no(
    server: Start, fault: str, status: int, code: str | None, headers: dict[str, str]
) -> None:
    """An error has its status, a body as OpenAI writes it, and the headers that steer retries."""
    response = post(server([fault]))
    assert (response.status, response.json["error"]["code"]) == (status, code)
    assert response.json["error"]["message"]
    assert {name: response.headers[name] for name in headers} == headers
    if not headers:
        assert not {"retry-after", "retry-after-ms"} & {name.lower() for name in response.headers}


@pytest.mark.parametrize(
    ("fault", "least", "most"), [("429_ra_date", 0, 3), ("429_ra_far_date", 3500, 3601)]
)
def test_retry_after_as_a_date(server: Start, fault: str, least: int, most: int) -> None:
    """The date lies ahead, by as much as the name of the fault suggests."""
    date = parsedate_to_datetime(post(server([fault])).headers["Retry-After"])
    assert least < date.timestamp() - time.time() < most


NO_API = [
    ("200_html", 200, lambda body: b"<html" in body.lower() or b"<!doctype" in body.lower()),
    ("502_html", 502, lambda body: b"<html" in body.lower()),
    ("200_empty", 200, lambda body: body == b""),
    ("204", 204, lambda body: body == b""),
    ("200_list", 200, lambda body: json.loads(body) == []),
    ("200_null", 200, lambda body: json.loads(body) is None),
]


@pytest.mark.parametrize(("fault", "status", "is_right"), NO_API)
def test_says_yes_but_is_no_api(
    server: Start, fault: str, status: int, is_right: Callable[[bytes], bool]
) -> None:
    """The status is as named, and the body is not what an API would send."""
    response = post(server([fault]))
    assert response.status == status
    assert is_right(response.body)


UNREADABLE = [
    ("200_cut_json", json.JSONDecodeError, json.loads),
    ("bad_utf8", UnicodeDecodeError, bytes.decode),
    ("bad_gzip", OSError, gzip.decompress),
]


@pytest.mark.parametrize(("fault", "error", "read"), UNREADABLE)
def test_body_cannot_be_read(
    server: Start, fault: str, error: type[Exception], read: Callable[[bytes], Any]
) -> None:
    """The body arrives whole, and is broken in the way the name says."""
    response = post(server([fault]))
    assert response.status == 200
    assert response.headers["Content-Encoding"] == ("gzip" if fault == "bad_gzip" else None)
    with pytest.raises(error):
        read(response.body)


def test_redirects_to_itself(server: Start) -> None:
    """A redirect loop sends a client back to the address it asked."""
    running = server(["redirect_loop"])
    response = post(running)
    assert response.status == 307
    assert response.headers["Location"] == running.requests[0].path


BROKEN_CONNECTIONS = [
    ("reset", ConnectionResetError),
    ("close", http.client.RemoteDisconnected),
    ("cut_body", http.client.IncompleteRead),
    ("bad_status_line", http.client.BadStatusLine),
]


@pytest.mark.parametrize(("fault", "error"), BROKEN_CONNECTIONS)
def test_connection_breaks(server: Start, fault: str, error: type[Exception]) -> None:
    """The connection ends in the way the name says, and the next one works."""
    running = server([fault, "ok"])
    with pytest.raises(error) as caught:
        post(running)
    assert type(caught.value) is error
    assert post(running).status == 200


def raw_post(server: LLMServer, timeout: float) -> socket.socket:
    client = socket.create_connection(("127.0.0.1", server.server_address[1]), timeout)
    client.sendall(b"POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}")
    return client


@pytest.mark.parametrize(("fault", "has_headers"), [("hang", False), ("hang_after_headers", True)])
def test_hangs(server: Start, fault: str, has_headers: bool) -> None:
    """Nothing comes before the headers, or nothing after them, until the server closes."""
    running = server([fault])
    client = raw_post(running, timeout=10)
    received = b""
    while has_headers and not received.endswith(b"\r\n\r\n"):
        received += client.recv(65536)
    client.settimeout(0.1)
    with pytest.raises(TimeoutError):
        client.recv(1)
    running.__exit__()
    client.settimeout(10)
    assert client.recv(1) == b""
    client.close()
    assert running.in_flight == 0


def test_trickles(server: Start) -> None:
    """The body comes byte by byte, more slowly than any deadline, but never pausing for long."""
    running = server(["trickle"])
    client = raw_post(running, timeout=5)
    received = b""
    while b"\r\n\r\n" not in received:
        received += client.recv(65536)
    arrived = [client.recv(65536) for _ in range(4)]
    assert max(map(len, arrived)) < 10
    assert b"Content-Length: " in received
    running.__exit__()
    client.close()


def test_slow_but_whole(server: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits for the trickle gets a sound completion."""
    monkeypatch.setattr("llm_server.DROP_PAUSE", 0.0)
    assert json.loads(post(server(["trickle"], content=CONTENT)).content) == CONTENT


NO_ANSWER = [
    ("choices_empty", lambda reply: reply["choices"] == []),
    ("choices_null", lambda reply: reply["choices"] is None),
    ("choices_missing", lambda reply: "choices" not in reply),
    ("message_null", lambda reply: reply["choices"][0]["message"] is None),
    ("content_null", lambda reply: reply["choices"][0]["message"]["content"] is None),
    ("refusal", lambda reply: reply["choices"][0]["message"]["refusal"]),
    ("content_filter", lambda reply: reply["choices"][0]["finish_reason"] == "content_filter"),
    ("length", lambda reply: reply["choices"][0]["finish_reason"] == "length"),
    ("length_ok", lambda reply: reply["choices"][0]["finish_reason"] == "length"),
    ("usage_null", lambda reply: reply["usage"] is None),
    ("usage_missing", lambda reply: "usage" not in reply),
]


@pytest.mark.parametrize(("fault", "is_right"), NO_ANSWER)
def test_api_says_nothing(server: Start, fault: str, is_right: Callable[[Any], bool]) -> None:
    """The envelope is JSON, and lacks what the name says; a sound one lacks nothing."""
    assert is_right(post(server([fault], content=CONTENT)).json)
    assert not is_right(post(server(["ok"], content=CONTENT)).json)


def strictly(text: str) -> Any:
    """JSON as its standard has it: no NaN, no duplicate keys, no halves of surrogate pairs."""

    def refuse(name: str) -> None:
        raise ValueError(name)

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) < len(pairs):
            raise ValueError("duplicate keys")
        return dict(pairs)

    value = json.loads(text, parse_constant=refuse, object_pairs_hook=unique)
    json.dumps(value, ensure_ascii=False).encode()
    return value


# Each takes the content and the value it would have, were it sound.
CONTENTS: list[tuple[str, bool, Callable[[str], bool]]] = [
    # fault, whether the content is JSON by the book, what else is true of it
    ("ok", True, lambda text: json.loads(text) == CONTENT),
    ("length_ok", True, lambda text: json.loads(text) == CONTENT),
    ("length", False, lambda text: 0 < len(text) < len(json.dumps(CONTENT))),
    ("plain_text", False, lambda text: "{" not in text),
    ("fenced", False, lambda text: json.loads(text[7:-3]) == CONTENT and text[:7] == "```json"),
    ("bad_json", False, lambda text: text.startswith("{")),
    ("missing_field", True, lambda text: json.loads(text).keys() < CONTENT.keys()),
    ("wrong_type", True, lambda text: isinstance(json.loads(text)["overview"], dict)),
    ("extra_key", True, lambda text: json.loads(text).keys() > CONTENT.keys()),
    ("dup_keys", False, lambda text: json.loads(text) == CONTENT and text.count("overview") == 2),
    ("nan", False, lambda text: json.loads(text)["overview"] != json.loads(text)["overview"]),
    ("lone_surrogate", False, lambda text: "\ud83d" in json.loads(text)["overview"]),
    ("nul", True, lambda text: "\0" in json.loads(text)["overview"] and "\0" not in text),
    ("ctrl_chars", False, lambda text: "\x1b" in json.loads(text, strict=False)["overview"]),
    ("deep", False, lambda text: "[" * 20_000 in text),
    ("huge", True, lambda text: len(text) > 5_000_000),
]


@pytest.mark.parametrize(("fault", "is_json", "is_right"), CONTENTS)
def test_model_says(
    server: Start, fault: str, is_json: bool, is_right: Callable[[str], bool]
) -> None:
    """The envelope is sound, and the content has the one flaw that its name says."""
    response = post(server([fault], content=CONTENT))
    assert response.json["usage"]["total_tokens"] == 150
    content = response.content
    assert is_right(content)
    if is_json:
        strictly(content)
    else:
        with pytest.raises((ValueError, RecursionError)):
            strictly(content)


def test_every_fault_is_tested() -> None:
    """No fault is in the catalogue without a test of what it does on the wire."""
    tables = (STATUSES, NO_API, UNREADABLE, BROKEN_CONNECTIONS, NO_ANSWER, CONTENTS)
    tested = {str(row[0]) for table in tables for row in table}
    tested |= {"429_ra_date", "429_ra_far_date", "redirect_loop"}
    tested |= {"hang", "hang_after_headers", "trickle"}
    assert FAULTS.keys() == tested


def test_plan(server: Start) -> None:
    """Replies come in the order of the plan, of whatever kind they are, and the last repeats."""
    running = server(["500", completion("hello"), Reply(202, b"x"), "401"])
    replies = [post(running) for _ in range(5)]
    assert [reply.status for reply in replies] == [500, 200, 202, 401, 401]
    assert replies[1].content == "hello"


def test_plan_as_a_function(server: Start) -> None:
    """A function may decide by what was asked, and says what it likes."""

    def answer(request: Request) -> str | dict[str, Any]:
        return "404" if request.body["model"] == "none" else completion(request.body["model"])

    running = server(answer)
    assert post(running, {"model": "none"}).status == 404
    assert post(running, {"model": "m2"}).content == "m2"


def test_remembers_requests(server: Start) -> None:
    """Each request is kept in order, with its body parsed and raw, its headers and its time."""
    running = server()
    for model in ("a", "модель"):
        post(running, {"model": model}, Authorization="Bearer x")
    first, second = running.requests
    assert (first.body, second.body) == ({"model": "a"}, {"model": "модель"})
    assert json.loads(second.raw) == second.body
    assert (first.number, second.number) == (0, 1)
    assert first.headers["authorization"] == "Bearer x"
    assert first.path == "/v1/chat/completions"
    assert first.time <= second.time <= time.monotonic()


def test_keeps_the_connection(server: Start) -> None:
    """Sound replies and HTTP errors leave the connection open for the next request."""
    running = server(["ok", "429", "204", "ok"])
    connection = connect(running)
    sockets = set()
    for _ in range(4):
        connection.request("POST", "/v1/chat/completions", b"{}")
        sockets.add(connection.sock)
        connection.getresponse().read()
    assert len(sockets) == 1
    assert len(running.requests) == 4
    connection.close()


def test_capacity(server: Start) -> None:
    """Whoever comes when it is full gets a 429, and is counted as in flight while it lasts."""
    arrived = threading.Barrier(3)
    release = threading.Event()

    def wait(request: Request) -> str:
        arrived.wait(10)
        release.wait(10)
        return "ok"

    running = server(wait, capacity=2)
    with ThreadPoolExecutor(3) as pool:
        held = [pool.submit(post, running) for _ in range(2)]
        arrived.wait(10)
        assert post(running).status == 429
        release.set()
        assert [reply.result().status for reply in held] == [200, 200]
    assert running.peak == 3
    assert running.in_flight == 0
    release.set()


def test_latency(server: Start) -> None:
    """Requests overlap while the server takes its time."""
    running = server(latency=0.2)
    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(lambda _: post(running).status, range(8)))
    assert replies == [200] * 8
    assert running.peak > 1


def test_leaves_nothing_behind() -> None:
    """After the context no thread of the server is alive, though clients still hang on."""
    before = threading.active_count()
    with LLMServer(["hang", "ok"]) as running:
        hanging = raw_post(running, 5)
        idle = connect(running)
        while not running.requests:
            time.sleep(0.001)
        idle.request("POST", "/v1/chat/completions", b"{}")
        idle.getresponse().read()
        assert threading.active_count() > before
    assert threading.active_count() == before
    hanging.close()
    idle.close()


def test_completion_spells_out_mappings() -> None:
    """A mapping becomes indented JSON in its own letters, so that a cassette of it can be read."""
    body = completion({"overview": "Встреча"}, usage=(3, 4), model="by hand")
    assert body["choices"][0]["message"]["content"] == '{\n "overview": "Встреча"\n}'
    assert body["usage"]["total_tokens"] == 7
    assert body["model"] == "by hand"
    assert completion("x", usage=None)["usage"] is None


FAR = "192.0.2.1"  # reserved for documentation: nobody's address
LEAVING: list[tuple[str, Callable[[socket.socket], object]]] = [
    ("connect", lambda udp: udp.connect((FAR, 80))),
    ("connect without an exception", lambda udp: udp.connect_ex((FAR, 80))),
    ("datagram", lambda udp: udp.sendto(b"x", (FAR, 53))),
    ("name", lambda udp: socket.getaddrinfo("example.org", 443)),
    ("name, the old way", lambda udp: socket.gethostbyname("example.org")),
]


@pytest.mark.parametrize(("label", "leave"), LEAVING)
def test_network_is_out_of_reach(label: str, leave: Callable[[socket.socket], object]) -> None:
    """A test that tries to leave loopback fails at once, even when it only looks up a name."""
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp,
        pytest.raises(RuntimeError, match="loopback only"),
    ):
        leave(udp)
