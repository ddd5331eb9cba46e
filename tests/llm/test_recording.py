"""What was asked once is answered for ever: whoever asks, wherever, without a key or a network."""

from __future__ import annotations

import asyncio
import http.client
import json
import logging
import threading
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any, Literal

import aiohttp
import httpx2
import openai
import pytest
import yaml
from conftest import files_with_canary
from hypothesis import example, given, settings
from hypothesis import strategies as st
from llm_server import LLMServer, Reply, Request, completion

from summariser.errors import NoRecording, RecordingError
from summariser.llm import recording
from summariser.llm.recording import recorded

Start = Callable[..., LLMServer]
Transport = Literal["httpx2", "aiohttp"]

LETTERS = {
    "Russian": "«Саммит» — ещё не договор",
    "Kazakh": "Қазақстан мен Өзбекстан",
    "Chinese": "峰会签署了协议。",
    "Arabic": "وقّع الطرفان اتفاقًا",
    "German": "„Größe“ der Verträge",
    "emoji": "trains 🚄 and flags 🇰🇿",
}


def messages(article: str, instructions: str = "Read.\nFind deals.") -> list[Any]:
    return [
        {"role": "system", "content": instructions},
        {"role": "user", "content": article},
    ]


def ask(base_url: str, article: str, *, key: str = "none", **options: Any) -> str:
    """One question through openai's client, and the answer's text."""
    with openai.OpenAI(base_url=base_url, api_key=key, max_retries=0) as client:
        options = {"model": "m", "messages": messages(article), **options}
        return str(client.chat.completions.create(**options).choices[0].message.content)


@asynccontextmanager
async def async_client(base_url: str, transport: Transport) -> AsyncIterator[openai.AsyncOpenAI]:
    http_client = openai.DefaultAioHttpClient() if transport == "aiohttp" else None
    options: Any = {"base_url": base_url, "api_key": "none", "max_retries": 0}
    async with openai.AsyncOpenAI(http_client=http_client, **options) as client:
        yield client


async def aask(base_url: str, article: str, transport: Transport = "httpx2") -> str:
    async with async_client(base_url, transport) as client:
        reply = await client.chat.completions.create(model="m", messages=messages(article))
        return str(reply.choices[0].message.content)


def echo(request: Request) -> dict[str, Any]:
    return completion("re: " + request.body["messages"][-1]["content"])


def entries(path: Path) -> list[Any]:
    return list(yaml.safe_load(path.read_text("utf-8"))["interactions"])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cassettes" / "a.yaml"


@pytest.fixture
def tape(server: Start, path: Path) -> Path:
    """A cassette with one answer to "one"; its server is no longer asked."""
    with recorded(path, "once"):
        ask(server(echo).base_url, "one")
    return path


@pytest.fixture(autouse=True)
def _patches_are_undone() -> Iterator[None]:
    def patched() -> list[Any]:
        return [
            httpx2.HTTPTransport.handle_request,
            httpx2.AsyncHTTPTransport.handle_async_request,
            aiohttp.ClientSession._request,
            http.client.HTTPConnection,
        ]

    before = patched()
    yield
    assert patched() == before


# --- replay ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "base_url",
    [
        "https://api.openai.com/v1",
        "http://localhost:11434/openai/v1/",
        "https://x.openai.azure.com/openai/deployments/d",
    ],
)
def test_replays_for_any_provider(tape: Path, base_url: str) -> None:
    """Host, port, base path, key and organisation do not matter."""
    with recorded(tape) as cassette:
        assert ask(base_url, "one", key="another") == "re: one"
    assert (cassette.replayed, cassette.recorded) == (1, 0)


CLIENTS: list[tuple[str, Callable[[str, str], str]]] = [
    ("openai", ask),
    ("openai async", lambda url, text: asyncio.run(aask(url, text))),
    ("openai aiohttp", lambda url, text: asyncio.run(aask(url, text, "aiohttp"))),
    ("own httpx2 transport", lambda url, text: own_transport(url, text)),
    ("bare httpx2", lambda url, text: said(httpx2.post(**plainly(url, text)).content)),
    ("bare aiohttp", lambda url, text: asyncio.run(bare_aiohttp(url, text))),
    ("urllib", lambda url, text: bare_urllib(url, text)),
]


def plainly(base_url: str, article: str) -> dict[str, Any]:
    return {
        "url": f"{base_url}/chat/completions",
        "json": {"messages": messages(article), "model": "m"},
    }


def said(body: bytes) -> str:
    return str(json.loads(body)["choices"][0]["message"]["content"])


def own_transport(base_url: str, article: str) -> str:
    class Wrapper(httpx2.HTTPTransport):
        def handle_request(self, request: httpx2.Request) -> httpx2.Response:
            return super().handle_request(request)

    http_client = httpx2.Client(transport=Wrapper())
    with openai.OpenAI(base_url=base_url, api_key="none", http_client=http_client) as client:
        reply = client.chat.completions.create(model="m", messages=messages(article))
        return str(reply.choices[0].message.content)


async def bare_aiohttp(base_url: str, article: str) -> str:
    request = plainly(base_url, article)
    async with (
        aiohttp.ClientSession() as session,
        session.post(request["url"], json=request["json"]) as reply,
    ):
        return said(await reply.read())


def bare_urllib(base_url: str, article: str) -> str:
    request = plainly(base_url, article)
    body = json.dumps(request["json"], indent=2).encode()
    headers = {"Content-Type": "application/json"}
    with urllib.request.urlopen(urllib.request.Request(request["url"], body, headers)) as reply:
        return said(reply.read())


@pytest.mark.heavy
@pytest.mark.parametrize(("label", "client"), CLIENTS)
def test_every_client_records_and_replays(
    server: Start, path: Path, label: str, client: Callable[[str, str], str]
) -> None:
    """Each client records one exchange, and gets the same answer from the tape alone."""
    running = server(echo)
    with recorded(path, "once") as recording_cassette:
        live = client(running.base_url, "Саммит 🚄")
    assert recording_cassette.recorded == len(running.requests) == len(entries(path)) == 1
    with recorded(path) as cassette:
        assert client(running.base_url, "Саммит 🚄") == live == "re: Саммит 🚄"
    assert cassette.replayed == 1
    assert len(running.requests) == 1


@pytest.mark.heavy
@pytest.mark.parametrize(("label", "client"), CLIENTS)
def test_every_client_replays_what_another_recorded(
    tape: Path, label: str, client: Callable[[str, str], str]
) -> None:
    """The order of keys and the spacing of the JSON are no part of a question."""
    with recorded(tape):
        assert client("http://llm.invalid/v1", "one") == "re: one"


def test_another_article_gets_no_answer(tape: Path) -> None:
    """What was said about one article is not said about another."""
    with recorded(tape), pytest.raises(openai.APIConnectionError):
        ask("http://llm.invalid/v1", "two")


def test_repeats_without_end(tape: Path) -> None:
    """The same question gets the same answer, any number of times."""
    with recorded(tape) as cassette:
        answers = {ask("http://llm.invalid/v1", "one") for _ in range(5)}
    assert (answers, cassette.replayed) == ({"re: one"}, 5)


@pytest.mark.heavy
def test_replays_to_16_threads(server: Start, path: Path) -> None:
    """Threads that ask at once each get their own answer, and all are counted."""
    running = server(echo)
    articles = [f"article {number}" for number in range(8)]
    with recorded(path, "once"), ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda text: ask(running.base_url, text), articles))
    asked = articles * 8
    with (
        recorded(path) as cassette,
        openai.OpenAI(base_url="http://llm.invalid/v1", api_key="none") as client,
        ThreadPoolExecutor(16) as pool,
    ):
        create = client.chat.completions.create
        replies = pool.map(lambda text: create(model="m", messages=messages(text)), asked)
        answers = [reply.choices[0].message.content for reply in replies]
    assert answers == ["re: " + text for text in asked]
    assert cassette.replayed == len(asked)
    assert len(running.requests) == len(articles)


def test_records_many_at_once(server: Start, path: Path) -> None:
    """Requests overlap while recording, and each is stored."""
    running = server(echo, latency=0.1)

    async def all_at_once() -> None:
        async with async_client(running.base_url, "httpx2") as client:
            create = client.chat.completions.create
            await asyncio.gather(*(create(model="m", messages=messages(str(n))) for n in range(12)))

    with recorded(path, "once") as cassette:
        asyncio.run(all_at_once())
    assert running.peak > 1
    assert cassette.recorded == len(entries(path)) == 12


def test_works_in_a_running_loop(tape: Path) -> None:
    """As in Jupyter: the context may be opened where a loop is running already."""

    async def notebook() -> str:
        with recorded(tape):
            return await aask("http://llm.invalid/v1", "one")

    assert asyncio.run(notebook()) == "re: one"


def test_client_made_before_the_context(server: Start, path: Path) -> None:
    """A client that is older than the context, with open connections, is recorded all the same."""
    running = server(echo)
    with openai.OpenAI(base_url=running.base_url, api_key="none", max_retries=0) as client:
        create = client.chat.completions.create
        create(model="m", messages=messages("before"))
        with recorded(path, "once"):
            create(model="m", messages=messages("within"))
        create(model="m", messages=messages("after"))
    texts = [entry["request"]["json"]["messages"][1]["content"] for entry in entries(path)]
    assert texts == ["within"]
    assert len(running.requests) == 3


def test_replays_a_stream(server: Start, path: Path) -> None:
    """A streamed answer is recorded as text, and replays chunk by chunk."""
    chunk = {
        "id": "x",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "m",
        "choices": [{"index": 0, "delta": {"content": "да "}, "finish_reason": None}],
    }
    body = (f"data: {json.dumps(chunk)}\n\n" * 3 + "data: [DONE]\n\n").encode()
    running = server([Reply(body=body, headers={"Content-Type": "text/event-stream"})])

    def stream(base_url: str) -> list[str | None]:
        with openai.OpenAI(base_url=base_url, api_key="none") as client:
            create = client.chat.completions.create
            chunks = create(model="m", messages=messages("a"), stream=True)
            return [chunk.choices[0].delta.content for chunk in chunks]

    with recorded(path, "once"):
        live = stream(running.base_url)
    with recorded(path):
        assert stream("http://llm.invalid/v1") == live == ["да ", "да ", "да "]
    assert "text" in entries(path)[0]["response"]


def called(request: Request) -> dict[str, Any]:
    """An answer that calls two tools."""
    calls = [
        {"id": f"c{n}", "type": "function", "function": {"name": "f", "arguments": "{}"}}
        for n in (0, 1)
    ]
    whole = completion("да")
    whole["choices"][0]["message"]["tool_calls"] = calls
    return whole


def test_what_was_recorded_whole_answers_a_stream(server: Start, path: Path) -> None:
    """In one event, with its tools, its end and its tokens; a stream answers nobody who wants none."""
    running = server(called)
    options: Any = {"model": "m", "messages": messages("a")}
    counted = {"stream": True, "stream_options": {"include_usage": True}}
    with openai.OpenAI(base_url=running.base_url, api_key="none", max_retries=0) as client:
        create = client.chat.completions.create
        with recorded(path, mode="once"):
            whole = create(**options)
        with recorded(path) as tape:
            (chunk,) = create(**options, **counted)
            assert (tape.replayed, create(**options)) == (1, whole)
        (one,), choice = whole.choices, chunk.choices[0]
        assert (choice.delta.content, choice.finish_reason) == ("да", one.finish_reason)
        assert [call.index for call in choice.delta.tool_calls] == [0, 1]
        assert [call.id for call in choice.delta.tool_calls] == ["c0", "c1"]
        assert chunk.usage == whole.usage
        path.unlink()
        running.pieces = 3
        with recorded(path, mode="once"):
            assert len([*create(**options, **counted)]) > 1
        with recorded(path), pytest.raises(openai.APIConnectionError) as caught:
            create(**options)
    assert "differs in stream, stream_options" in str(caught.value.__cause__)


@pytest.mark.parametrize("transport", ["httpx2", "aiohttp"])
def test_replays_what_came_compressed(server: Start, path: Path, transport: Transport) -> None:
    """A gzipped answer is stored in clear, for people to read, and replays."""
    import gzip

    body = gzip.compress(json.dumps(completion("Саммит")).encode())
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    running = server([Reply(body=body, headers=headers)])
    with recorded(path, "once"):
        assert asyncio.run(aask(running.base_url, "a", transport)) == "Саммит"
    assert "Саммит" in path.read_text("utf-8")
    with recorded(path):
        assert asyncio.run(aask("http://llm.invalid/v1", "a", transport)) == "Саммит"


def test_bytes_nobody_here_can_read(server: Start, path: Path) -> None:
    """A body in an unknown compression is kept byte for byte."""
    body = bytes(range(256))
    headers = {"Content-Type": "application/json", "Content-Encoding": "x-unknown"}
    running = server([Reply(body=body, headers=headers)])
    for mode, url in (("once", running.base_url), ("none", "http://llm.invalid/v1")):
        with recorded(path, mode):  # type: ignore[arg-type]  # the loop loses the literal types
            assert httpx2.post(**plainly(url, "a")).content == body


def test_upgrading_pydantic_changes_nothing(server: Start, path: Path) -> None:
    """A re-ask that quotes another version's link to Pydantic's errors is the same question."""
    link = "see https://errors.pydantic.dev/{}/v/int_type"
    running = server(echo)
    with recorded(path, "once"):
        ask(running.base_url, link.format("2.14"))
    with recorded(path):
        assert ask("http://llm.invalid/v1", link.format("3.0"))
    assert "errors.pydantic.dev/2.14/" in path.read_text("utf-8")


def test_other_endpoints(server: Start, path: Path) -> None:
    """Embeddings are recorded as well, and one endpoint never answers for another."""
    running = server([{"object": "list", "data": [], "model": "e", "usage": {}}])
    question = {"model": "e", "input": "text"}
    with recorded(path, "once"):
        httpx2.post(f"{running.base_url}/embeddings", json=question)
    with recorded(path):
        assert httpx2.post("http://llm.invalid/v1/embeddings", json=question).json()["model"] == "e"
        with pytest.raises(NoRecording) as caught:
            httpx2.post("http://llm.invalid/v1/completions", json=question)
    assert caught.value.changed == ("endpoint",)


# --- modes ----------------------------------------------------------------------------------------

MODES: list[tuple[recording.Mode, bool, str, list[str]]] = [
    # mode, whether there is a cassette with "one", what becomes of "one, two, one", server sees
    ("none", True, "replayed refused replayed", []),
    ("once", True, "replayed refused replayed", []),
    ("once", False, "asked asked replayed", ["one", "two"]),
    ("new_episodes", True, "replayed asked replayed", ["two"]),
    ("new_episodes", False, "asked asked replayed", ["one", "two"]),
    ("all", True, "asked asked asked", ["one", "two", "one"]),
    ("all", False, "asked asked asked", ["one", "two", "one"]),
]


@pytest.mark.heavy
@pytest.mark.parametrize(("mode", "exists", "fate", "seen"), MODES)
def test_modes(
    server: Start,
    tape: Path,
    mode: recording.Mode,
    exists: bool,
    fate: str,
    seen: list[str],
) -> None:
    """Each mode asks the model for just what it says it does, and then the tape holds it."""
    before = tape.read_bytes()
    if not exists:
        tape.unlink()
    running = server(lambda request: completion("new " + request.body["messages"][1]["content"]))
    happened = []
    with recorded(tape, mode) as cassette:
        for article in ("one", "two", "one"):
            count = cassette.replayed
            try:
                ask(running.base_url, article)
                happened.append("replayed" if cassette.replayed > count else "asked")
            except openai.APIConnectionError:
                happened.append("refused")
    assert " ".join(happened) == fate
    assert [request.body["messages"][1]["content"] for request in running.requests] == seen
    stored = {
        entry["request"]["json"]["messages"][1]["content"]: said(
            json.dumps(entry["response"]["json"]).encode()
        )
        for entry in entries(tape)
    }
    assert len(stored) == len(entries(tape))
    if seen:
        kept = {} if "one" in seen else {"one": "re: one"}
        assert stored == {**kept, **{article: "new " + article for article in seen}}
    else:
        assert tape.read_bytes() == before


def test_all_keeps_what_it_did_not_ask(server: Start, tape: Path) -> None:
    """Recording one article anew does not lose the others."""
    with recorded(tape, "all"):
        ask(server(echo).base_url, "two")
    with recorded(tape):
        assert ask("http://llm.invalid/v1", "one") == "re: one"
        assert ask("http://llm.invalid/v1", "two") == "re: two"


def test_an_unknown_mode(path: Path) -> None:
    """A misspelt mode is an error that names the right ones."""
    with pytest.raises(ValueError, match="new_episodes"), recorded(path, "nwe"):  # type: ignore[arg-type]  # the point
        pass


def test_once_fills_an_empty_file(server: Start, tmp_path: Path) -> None:
    """An empty file, as a temporary one is, is recorded to like a missing one."""
    path = tmp_path / "empty.yaml"
    path.touch()
    with recorded(path, "once"):
        ask(server(echo).base_url, "one")
    assert len(entries(path)) == 1


def test_nothing_asked_nothing_written(path: Path) -> None:
    """A recording context in which nobody asks anything leaves no file."""
    with recorded(path, "once"):
        pass
    assert not path.exists()


def test_saved_after_an_exception(server: Start, path: Path) -> None:
    """What was answered before things went wrong was paid for, and is kept."""
    running = server(echo)

    def interrupted() -> None:
        with recorded(path, "once"):
            ask(running.base_url, "one")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert len(entries(path)) == 1


def test_saved_where_it_was_opened(
    server: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relative path means what it meant when the context was opened."""
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    with recorded("here.yaml", "once") as cassette:
        ask(server(echo).base_url, "one")
        monkeypatch.chdir(tmp_path / "elsewhere")
    assert (tmp_path / "here.yaml").exists()
    assert cassette.path == Path("here.yaml")


# --- what is not recorded -------------------------------------------------------------------------

NOT_ANSWERS = [
    "429", "500", "401", "400_context", "529", "502_html", "redirect_loop",
    "200_html", "200_empty", "200_cut_json", "200_list", "200_null", "200_error", "204",
    "bad_gzip", "bad_utf8", "reset", "close", "cut_body", "bad_status_line",
]  # fmt: skip


@pytest.mark.heavy
@pytest.mark.parametrize("fault", NOT_ANSWERS)
def test_errors_are_not_recorded(server: Start, path: Path, fault: str) -> None:
    """A failure is not written down, so that asking again gets the answer, and that is."""
    running = server([fault, "ok"])
    with recorded(path, "once") as cassette:
        try:
            response = httpx2.post(**plainly(running.base_url, "a"))
        except httpx2.HTTPError:
            pass
        else:
            assert response.status_code == int(fault[:3] if fault[0].isdigit() else 0) or (
                fault in ("redirect_loop", "bad_utf8")
            )
        assert cassette.recorded == 0
        assert httpx2.post(**plainly(running.base_url, "a")).status_code == 200
    assert len(running.requests) == 2
    assert [entry["response"]["status"] for entry in entries(path)] == [200]


@pytest.mark.parametrize("status", [302, 404, 422, 500])
def test_errors_that_do_not_look_like_any(server: Start, path: Path, status: int) -> None:
    """The status decides: a sound completion under an error's status is not recorded."""
    running = server([Reply(status, json.dumps(completion("x")).encode())])
    with recorded(path, "once"):
        assert httpx2.post(**plainly(running.base_url, "a")).status_code == status
    assert not path.exists()


@pytest.mark.parametrize("deep", [b"[" * 100_000, b'{"a":' * 5_000 + b"1" + b"}" * 5_000])
def test_junk_too_deep_to_parse(server: Start, path: Path, deep: bytes) -> None:
    """An answer that would exhaust the stack gets through, and is not recorded."""
    running = server([Reply(body=deep)])
    with recorded(path, "once"):
        assert httpx2.post(**plainly(running.base_url, "a")).content == deep
    assert not path.exists()


def test_a_response_without_a_body() -> None:
    """Where aiohttp has no body to give, there is nothing to record."""
    headers = {"Content-Encoding": ["gzip"]}
    response = {"status": {"code": 200, "message": "OK"}, "headers": headers, "body": {}}
    assert recording._answer(response, []) is None


def test_no_server_no_recording(path: Path) -> None:
    """A connection that is refused leaves nothing behind."""
    with pytest.raises(httpx2.ConnectError), recorded(path, "once"):
        httpx2.post(**plainly("http://127.0.0.1:9/v1", "a"))
    assert not path.exists()


def test_other_requests_pass_a_recording_unrecorded(server: Start, path: Path) -> None:
    """What is no question to a model gets through while recording, and is not written down."""
    running = server([Reply(body=b"token", headers={"Content-Type": "text/event-stream"})])
    with recorded(path, "once"):
        url = running.base_url.removesuffix("/v1")
        assert httpx2.post(f"{url}/oauth/token", content=b"secret").text == "token"
        assert httpx2.get(f"{url}/v1/models").text == "token"
        assert httpx2.request("GET", f"{url}/v1/responses", json={"a": 1}).text == "token"
        assert httpx2.post(f"{url}/v1/responses").text == "token"
        assert urllib.request.urlopen(f"{url}/page").read() == b"token"
    assert len(running.requests) == 5
    assert not path.exists()


@pytest.mark.parametrize("mode", ["none", "once"])
def test_nothing_leaves_while_replaying(
    server: Start, tape: Path, canary: str, mode: recording.Mode
) -> None:
    """Not even a request that has nothing to do with models; its address is not shown."""
    running = server()
    url = running.base_url.removesuffix("/v1") + f"/{canary}?key={canary}"
    leaving: list[Callable[[], object]] = [
        lambda: httpx2.get(url),
        lambda: urllib.request.urlopen(url),
        lambda: asyncio.run(get(url)),
    ]
    with recorded(tape, mode):
        for leave in leaving:
            with pytest.raises(NoRecording, match="GET request to 127") as caught:
                leave()
            assert canary not in str(caught.value)
    assert running.requests == []


async def get(url: str) -> None:
    async with aiohttp.ClientSession() as session:
        await session.get(url)


# --- no secrets -----------------------------------------------------------------------------------


@pytest.mark.parametrize("transport", ["httpx2", "aiohttp"])
def test_no_secret_is_written(
    server: Start,
    tmp_path: Path,
    canary: str,
    transport: Transport,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Whatever secret goes over the wire, in either direction, is in no file and no log."""
    secret = {
        "Set-Cookie": f"session={canary}",
        "openai-organization": canary,
        "x-request-id": canary,
        "X-Custom": canary,
    }
    body = json.dumps(completion("fine")).encode()
    running = server([Reply(body=body, headers={"Content-Type": "application/json", **secret})])

    async def go() -> None:
        http_client = openai.DefaultAioHttpClient() if transport == "aiohttp" else None
        async with openai.AsyncOpenAI(
            base_url=running.base_url,
            api_key=canary,
            organization=canary,
            project=canary,
            default_headers={"api-key": canary, "Cookie": canary},
            default_query={"api-key": canary, "api-version": "2025"},
            http_client=http_client,
        ) as client:
            await client.chat.completions.create(model="m", messages=messages("a"))

    caplog.set_level(logging.DEBUG, "vcr")
    with recorded(tmp_path / "a.yaml", "once"):
        asyncio.run(go())
    assert running.requests[0].headers["authorization"] == f"Bearer {canary}"
    assert canary in running.requests[0].path
    assert (tmp_path / "a.yaml").exists()
    assert files_with_canary(tmp_path) == []
    assert canary not in "".join(r.getMessage() for r in caplog.records if r.name[:3] == "vcr")
    with recorded(tmp_path / "a.yaml"):
        assert ask("http://llm.invalid/v1", "a") == "fine"


def test_the_search_for_secrets_finds_them(tmp_path: Path, canary: str) -> None:
    """The helper that looks for the canary would see it."""
    (tmp_path / "deep").mkdir()
    leak = tmp_path / "deep" / "leak.bin"
    leak.write_bytes(b"\xff" + canary.encode() + b"\0")
    assert files_with_canary(tmp_path) == [leak]
    leak.unlink()


def test_only_harmless_headers_are_written(tape: Path) -> None:
    """An exchange consists of these parts, and no others, in the order they were sent."""
    (entry,) = entries(tape)
    assert list(entry["request"]) == ["endpoint", "json"]
    assert list(entry["response"]) == ["status", "content-type", "json"]
    assert list(entry["request"]["json"]["messages"][0]) == ["role", "content"]


# --- the file -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "text"), LETTERS.items())
def test_cassettes_can_be_read(server: Start, path: Path, language: str, text: str) -> None:
    """Question and answer stand in the file in their own letters, line by line."""
    article = f"[1] {text}\n[2] {text}"
    with recorded(path, "once"):
        ask(server([completion({"overview": text})]).base_url, article)
    lines = [line.strip() for line in path.read_text("utf-8").splitlines()]
    assert f"[2] {text}" in lines
    assert f'"overview": "{text}"' in lines
    assert "\\u" not in path.read_text("utf-8").lower()
    with recorded(path):
        assert text in ask("http://llm.invalid/v1", article)


AWKWARD = [
    "", " ", "\n", "a \nb", "\ttab\n\tagain", "a\r\nb", "nul \0 bell \x07 esc \x1b", "\x7f\x85\x9f",
    "line\u2028and\u2029paragraph", "\ufeffbom", "\ufffe\uffff", "yes", "2025-11-07", "0x1F", "~",
    "- a: b # c", "{{ braces }}", "{% tags %}", "'\"`", "---\n...\n", "  lead", "\u200f\u202eעברית",
    "é e\u0301", "x" * 5000, "word " * 2000, "🇰🇿", "a\n🚄 \nb",
]  # fmt: skip


@pytest.mark.heavy
@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_comes_back(server: Start, path: Path, text: str) -> None:
    """Any text is found again in the question, and comes back unchanged in the answer."""
    running = server(echo)
    with recorded(path, "once"):
        ask(running.base_url, text)
    with recorded(path):
        assert ask("http://llm.invalid/v1", text) == "re: " + text


# Halves of surrogate pairs included.
TEXTS = st.text(st.characters(exclude_categories=()))
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=20,
)


@pytest.mark.heavy
@settings(max_examples=150, deadline=None)
@example(question={"\ud83d": None}, answer={"\ud83d": None}, ascii_only=True)
@given(question=JSON_VALUES, answer=JSON_VALUES, ascii_only=st.booleans())
def test_any_json_comes_back(question: Any, answer: Any, ascii_only: bool) -> None:
    """Whatever JSON goes in, the file gives the same back, and the same question finds it."""

    def body(value: Any) -> bytes:
        text = json.dumps({"value": value}, ensure_ascii=ascii_only)
        return text.encode("utf-8", "surrogatepass")

    asked = {"endpoint": "e", **recording._readable(body(question))}
    exchange = {"request": asked, "response": recording._readable(body(answer))}
    text = recording._as_yaml(exchange).encode()
    (back,) = yaml.load(text, recording._Loader)
    assert recording._uri(back["request"]) == recording._uri(asked)
    assert json.loads(recording._raw(back["response"])) == {"value": answer}


def test_half_a_surrogate_pair(server: Start, path: Path) -> None:
    """An answer whose JSON escapes half a character is recorded, and replays as it came."""
    body = json.dumps(completion("half \ud83d a pair")).encode()
    running = server([Reply(body=body)])
    with recorded(path, "once"):
        live = httpx2.post(**plainly(running.base_url, "a")).content
    with recorded(path):
        assert httpx2.post(**plainly("http://llm.invalid/v1", "a")).content == live == body


def test_a_very_deep_answer_does_not_lose_the_others(server: Start, path: Path) -> None:
    """JSON too deep for YAML is kept as text; what else was recorded is saved."""
    deep: Any = completion("x") | {"deep": json.loads("[" * 200 + "]" * 200)}
    running = server([deep, "ok"])
    with recorded(path, "once"):
        ask(running.base_url, "a")
        ask(running.base_url, "b")
    assert ["text" in entry["response"] for entry in entries(path)] == [True, False]
    with recorded(path):
        assert ask("http://llm.invalid/v1", "a") == "x"


def test_written_by_hand(tmp_path: Path) -> None:
    """The format is simple enough to write: an endpoint, a question and an answer."""
    path = tmp_path / "hand.yaml"
    path.write_text(
        "interactions:\n"
        "- request:\n"
        "    endpoint: chat/completions\n"
        "    json: {model: m, messages: [{role: user, content: hi}]}\n"
        "  response:\n"
        "    status: 200\n"
        "    content-type: application/json\n"
        "    json: {id: x, object: chat.completion, created: 1, model: by hand, choices:\n"
        "      [{index: 0, finish_reason: stop, message: {role: assistant, content: hello}}]}\n",
        "utf-8",
    )
    with recorded(path):
        answer = ask("http://llm.invalid/v1", "", messages=[{"role": "user", "content": "hi"}])
    assert answer == "hello"


ENTRY = b"interactions: [{request: {%s}, response: {%s}}]"
BOMB = b"interactions:\n- &a [x, x, x, x, x, x, x, x, x]\n" + b"".join(
    b"- &%c [%s]\n" % (98 + n, b", ".join([b"*%c" % (97 + n)] * 9)) for n in range(12)
)
BAD_FILES: list[tuple[str, bytes, str]] = [
    ("empty", b"", "empty"),
    ("broken YAML", b"interactions:\n- request: {endpoint: [\n", "line"),
    ("not UTF-8", b"interactions: \xff\xfe\xff", "not a readable"),
    ("a list", b"- 1\n- 2\n", "not a readable"),
    ("text", b"hello", "not a readable"),
    ("another mapping", b"a: 1", "not a readable"),
    ("no list", b"interactions: 7", "not a readable"),
    ("vcrpy's own", ENTRY % (b"uri: u", b"status: {code: 200}"), "TypeError"),
    ("no body", ENTRY % (b"endpoint: e, text: t", b"status: 200"), "KeyError"),
    ("bad base64", ENTRY % (b"endpoint: e, text: t", b"status: 200, base64: '*'"), "Error"),
    ("date", ENTRY % (b"endpoint: e, json: {d: 2025-11-07}", b"status: 200, text: t"), "TypeError"),
    ("an object", b"interactions: [!!python/object/apply:os.system [exit]]", "ConstructorError"),
    ("very deep", b"interactions: " + b"[" * 5_000, "not a readable"),
    ("as deep as ends a process", b"interactions: " + b"[" * 25_000 + b"]" * 25_000, "ValueError"),
    ("as deep with mappings", b"{interactions: " * 25_000 + b"}" * 25_000, "ValueError"),
    ("deep in lines", b"".join(b" " * n + b"- \n" for n in range(900)), "ValueError"),
    ("a bomb of aliases", BOMB, "ValueError"),
]  # fmt: skip


@pytest.mark.parametrize("mode", ["none", "once", "new_episodes", "all"])
@pytest.mark.parametrize(("label", "content", "hint"), BAD_FILES)
def test_bad_files(
    tmp_path: Path, label: str, content: bytes, hint: str, mode: recording.Mode
) -> None:
    """A file that is no cassette is refused on entry, by name, with advice, and left as it is."""
    path = tmp_path / "bad.yaml"
    path.write_bytes(content)
    if not content and mode != "none":
        return  # an empty file is as good as none: see test_once_fills_an_empty_file
    with pytest.raises(RecordingError, match="bad") as caught, recorded(path, mode):
        pass
    assert hint in str(caught.value)
    assert 'mode="once"' in str(caught.value)
    assert caught.value.cassette == str(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("label", ["missing", "folder"])
def test_no_file(tmp_path: Path, label: str) -> None:
    """Where there is no file, the error names it and says how to record one."""
    path = tmp_path if label == "folder" else tmp_path / "no.yaml"
    with pytest.raises(RecordingError, match="once") as caught, recorded(path):
        pass
    assert str(path) in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_its_folder_cannot_be_made(tmp_path: Path) -> None:
    """A path that cannot be written to is refused before anything is asked, or paid."""
    (tmp_path / "file").touch()
    with (
        pytest.raises(RecordingError, match="folder"),
        recorded(tmp_path / "file" / "a.yaml", "once"),
    ):
        pass


def test_written_wholly_or_not_at_all(
    server: Start, tape: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the disk fills while saving, the old cassette is still there, and no debris beside it."""
    before = tape.read_bytes()
    running = server(echo)

    def full(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(RecordingError, match="No space left"), recorded(tape, "all"):
        ask(running.base_url, "two")
    assert tape.read_bytes() == before
    assert list(tape.parent.iterdir()) == [tape]
    with recorded(tape):
        assert ask("http://llm.invalid/v1", "one") == "re: one"


def test_line_endings_are_the_same_everywhere(tape: Path) -> None:
    """No carriage returns, whatever the platform; and a checkout that adds them does no harm."""
    content = tape.read_bytes()
    assert b"\r" not in content
    tape.write_bytes(content.replace(b"\n", b"\r\n"))
    with recorded(tape):
        assert ask("http://llm.invalid/v1", "one") == "re: one"


# --- refusals -------------------------------------------------------------------------------------

QUESTION: dict[str, Any] = {"model": "m", "messages": messages("one"), "temperature": 0}
CHANGES: list[tuple[str, dict[str, Any], tuple[str, ...], str]] = [
    # what was changed, the changes, the keys named, a word of the message
    ("model", {"model": "other"}, ("model",), "model"),
    ("article", {"messages": messages("two")}, ("messages",), "messages[1] (user)"),
    ("instructions", {"messages": messages("one", "?")}, ("messages",), "messages[0] (system)"),
    ("both", {"messages": messages("2"), "model": "n"}, ("messages", "model"), "messages[1]"),
    ("a key more", {"seed": 1}, ("seed",), "seed"),
    ("a message more", {"messages": [*messages("one"), {"role": "user", "content": "again"}]},
     ("messages",), "messages[2] (user)"),
]  # fmt: skip


@pytest.mark.heavy
@pytest.mark.parametrize(("label", "change", "changed", "word"), CHANGES)
@pytest.mark.parametrize("transport", ["httpx2", "aiohttp"])
def test_a_refusal_says_what_changed(
    server: Start,
    path: Path,
    label: str,
    change: dict[str, Any],
    changed: tuple[str, ...],
    word: str,
    transport: Transport,
) -> None:
    """The cause of the client's error names the cassette, what differs, and what to do."""
    running = server(echo)
    with recorded(path, "once"):
        ask(running.base_url, "", **QUESTION)
        ask(running.base_url, "", model="far", messages=messages("away", "off"), top_p=0.5)

    async def go() -> None:
        async with async_client("http://llm.invalid/v1", transport) as client:
            await client.chat.completions.create(**{**QUESTION, **change})

    with recorded(path), pytest.raises(openai.APIConnectionError) as caught:
        asyncio.run(go())
    error = caught.value.__cause__
    assert isinstance(error, NoRecording)
    assert error.changed == changed
    assert word in str(error)
    assert str(path) in str(error)
    assert 'mode="new_episodes"' in str(error)
    assert error.cassette == str(path)
    assert len(running.requests) == 2


def test_a_refusal_quotes_no_article(tape: Path) -> None:
    """The message names parts of the request, and does not repeat what they say."""
    with recorded(tape), pytest.raises(NoRecording) as caught:
        httpx2.post(**plainly("http://llm.invalid/v1", "a confidential draft"))
    assert "confidential" not in str(caught.value)


# --- one at a time --------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["none", "all"])
def test_contexts_may_not_overlap(tape: Path, tmp_path: Path, mode: recording.Mode) -> None:
    """A second context is refused at once and by name; the first goes on undisturbed."""
    with recorded(tape):
        with (
            pytest.raises(RecordingError, match="is still open") as caught,
            recorded(tmp_path / "b.yaml", mode),
        ):
            pass
        assert str(tape) in str(caught.value)
        assert ask("http://llm.invalid/v1", "one") == "re: one"


def test_contexts_may_not_overlap_across_threads(tape: Path) -> None:
    """Of eight threads that open a cassette at once, one gets it."""
    start, release = threading.Barrier(8), threading.Event()
    refused = threading.Semaphore(0)

    def work(_: int) -> str:
        start.wait(10)
        try:
            with recorded(tape):
                release.wait(10)
                return "opened"
        except RecordingError:
            refused.release()
            return "refused"

    with ThreadPoolExecutor(8) as pool:
        results = pool.map(work, range(8))
        for _ in range(7):
            assert refused.acquire(timeout=10)
        release.set()
    assert sorted(results) == ["opened"] + ["refused"] * 7


@pytest.mark.heavy
@pytest.mark.parametrize("ending", [ValueError, KeyboardInterrupt, asyncio.CancelledError, None])
def test_opens_again_however_it_ended(tape: Path, ending: type[BaseException] | None) -> None:
    """After any end of the context the next one opens, and requests outside it are live."""

    def use() -> None:
        with recorded(tape):
            if ending:
                raise ending

    with pytest.raises(ending) if ending else nullcontext():
        use()
    with pytest.raises(httpx2.ConnectError):
        httpx2.post(**plainly("http://127.0.0.1:9/v1", "one"))
    with recorded(tape):
        assert ask("http://llm.invalid/v1", "one") == "re: one"


def test_opens_again_after_a_bad_file(tape: Path, tmp_path: Path) -> None:
    """A cassette that could not be opened does not count as open."""
    with pytest.raises(RecordingError), recorded(tmp_path / "no.yaml"):
        pass
    with recorded(tape):
        assert ask("http://llm.invalid/v1", "one") == "re: one"


def test_the_log_level_is_restored(tape: Path) -> None:
    """The logger of vcrpy is as talkative after the context as before, and quiet within."""
    log = logging.getLogger("vcr")
    log.setLevel(logging.DEBUG)
    try:
        with recorded(tape):
            assert not log.isEnabledFor(logging.INFO)
        assert log.level == logging.DEBUG
    finally:
        log.setLevel(logging.NOTSET)


def test_importing_it_is_cheap() -> None:
    """vcrpy, and with it every HTTP library there is, is imported at first use."""
    import subprocess
    import sys

    code = "import sys, summariser.llm.recording; print('vcr' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
