"""A reply while it is written: the same comes of it as if it had come whole, whatever happens."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from typing import Any

import fault_table
import openai
import pytest
from conftest import CANARY
from fault_table import CONTENT, Row
from hypothesis import given, settings
from hypothesis import strategies as st
from llm_server import DONE, EVENTS, Item, Reply, Request, completion, event
from provider_table import calls, enforces, follows
from samples import ARTICLE, BAD, Serve, check, deal, reply, summariser
from stream_table import FAULTS, MARKERS, PAGE, TABLE, on_page

from summariser import (
    ItemEvent,
    ProviderError,
    ReplyError,
    Summariser,
    SummariserError,
    SummitSummary,
)
from summariser.llm.errors import Secrets
from summariser.llm.reply import answer_model
from summariser.llm.streaming import Items, _Together

CASES = [pytest.param(row, fault, id=fault) for row in TABLE for fault in row.faults]


def followed(shared: Summariser[Any], article: Any = ARTICLE) -> tuple[list[Any], Any]:
    """What is told of an article, and its summary."""
    *events, summary = shared.stream_items(article)
    return events, summary


@pytest.mark.heavy
@pytest.mark.parametrize(("row", "fault"), CASES)
def test_each_fault_of_a_stream_comes_to_what_the_table_says(
    server: Serve, row: Row, fault: str
) -> None:
    """Answered by the same fault always: this error, this many requests."""
    served = server([FAULTS[fault]], content=CONTENT)
    with summariser(served, **row.options) as shared:
        try:
            events, summary = followed(shared)
        except (ProviderError, ReplyError) as error:
            came_to: str | None = f"{type(error).__name__} {error.kind}"
            usage = error.usage
            check(error)
        else:
            came_to, usage = None, summary.usage
            assert len(summary.deals) == 1
            assert [event.kind for event in events] == ["added"]
            assert usage.output_tokens == (50 if SPENT in FAULTS[fault].body else None)
    assert came_to == row.error
    assert len(served.requests) == usage.requests == row.requests


SPENT = b'"completion_tokens": 50'


def test_every_fault_of_a_stream_is_in_the_table() -> None:
    """None is left out, and none stands there twice."""
    listed = [fault for row in TABLE for fault in row.faults]
    assert len(listed) == len(set(listed))
    assert set(listed) == FAULTS.keys()


def test_the_page_has_the_table() -> None:
    """The page's table is this one: else run `make fault-table`."""
    text = PAGE.read_text("utf-8")
    assert all(marker in text for marker in MARKERS)
    assert on_page(text) == text, "stale: run `make fault-table`"


def came_to(shared: Summariser[Any], *, streams: bool) -> tuple[str | None, int, int | None]:
    """What becomes of the article: the error, the requests, the tokens."""
    try:
        summary = followed(shared)[1] if streams else shared.summarise(ARTICLE)
    except (ProviderError, ReplyError) as error:
        check(error)
        kind: str | None = f"{type(error).__name__} {error.kind}"
        return kind, error.usage.requests, error.usage.output_tokens
    return None, summary.usage.requests, summary.usage.output_tokens


@pytest.mark.heavy
@pytest.mark.parametrize("pieces", [None, 7], ids=["whole", "in pieces"])
@pytest.mark.parametrize(
    ("row", "fault"),
    [pytest.param(row, each, id=each) for row in fault_table.TABLE for each in row.faults],
)
def test_other_faults_come_to_the_same_as_without_a_stream(
    server: Serve, row: Row, fault: str, pieces: int | None
) -> None:
    """Whether the server knows streams or not; what is no completion is sent as it is."""
    item = fault_table.SPECIAL.get(fault, fault)
    outcomes = []
    for streams in (False, True):
        served = server([item], content=CONTENT, pieces=pieces)
        with summariser(served, **row.options) as shared:
            outcomes.append(came_to(shared, streams=streams))
        assert {"stream" in each.body for each in served.requests} == {streams}
    assert outcomes[0][:2] == (row.error, row.requests)
    assert outcomes[1] == outcomes[0]


SLOW = {"stalls", "stalls_at_once", "stalls_after_the_end", "drips_comments", "drips_nothing", "huge",
        "endless", "endless_line"}  # fmt: skip
ANY = st.sampled_from([*sorted(FAULTS.keys() - SLOW), "429", "503", "400", "close", "repairable"])


@pytest.mark.heavy
def test_no_combination_of_faults_breaks_a_promise(server: Serve) -> None:
    """At most four requests; a summary, to whose items the events come, or one of our errors."""
    plan: list[str] = []
    start = 0

    def answer(request: Request) -> Item:
        fault = plan[min(request.number - start, len(plan) - 1)]
        return completion(reply(deal(), BAD)) if fault == "repairable" else FAULTS.get(fault, fault)

    served = server(answer, content=CONTENT, pieces=30)

    @settings(max_examples=40, deadline=None, database=None)
    @given(st.lists(ANY, min_size=1, max_size=6))
    def holds(faults: list[str]) -> None:
        nonlocal start
        plan[:], start = faults, len(served.requests)
        numbers: set[int] = set()
        try:
            for each in shared.stream_items(ARTICLE):
                if not isinstance(each, ItemEvent):
                    assert each.usage.requests == len(served.requests) - start
                    assert len(numbers) == len(each.deals) == 1
                elif each.kind == "removed":
                    numbers.remove(each.number)
                else:
                    numbers.add(each.number)
        except SummariserError as error:
            check(error)
        assert 1 <= len(served.requests) - start <= fault_table.MAX_REQUESTS

    with summariser(served, timeout=0.5) as shared:
        holds()


# --- how a stream is asked for -------------------------------------------------------------------

STREAM = {"stream": True, "stream_options": {"include_usage": True}}


def asked(request: Request) -> dict[str, Any]:
    """What a request says of streams."""
    return {name: request.body[name] for name in STREAM if name in request.body}


def refused(words: Any, status: int = 400, **error: Any) -> Reply:
    body = {"error": {"message": words, "type": "invalid_request_error", **error}}
    return Reply(status, json.dumps(body).encode())


def fussy(refusal: Reply, *names: str) -> Any:
    """A server that takes none of these."""

    def plan(request: Request) -> Item:
        return refusal if any(name in request.body for name in names) else completion(CONTENT)

    return plan


OPTIONS = [
    refused("Unrecognized request argument supplied: stream_options"),
    refused("Unknown parameter: 'stream_options'.", param="stream_options"),
    Reply(422, json.dumps({"object": "error", "message": {"detail": [{"type": "extra_forbidden",
        "loc": ["body", "stream_options", "include_usage"],
        "msg": "Extra inputs are not permitted", "input": True}]}}).encode()),
    Reply(400, b'{"detail": "Extra parameters [\'stream_options\'] are not allowed"}'),
]  # fmt: skip


@pytest.mark.parametrize("refusal", OPTIONS, ids=range(len(OPTIONS)))
def test_a_server_that_takes_no_stream_options(server: Serve, refusal: Reply) -> None:
    """It is asked without, once and for all; what the tokens are is not known then."""
    served = server(fussy(refusal, "stream_options"), pieces=30)
    with summariser(served) as shared:
        for _ in range(2):
            events, summary = followed(shared)
            assert len(events) == len(summary.deals) == 1
    assert [asked(each) for each in served.requests] == [STREAM, {"stream": True}, {"stream": True}]
    assert summary.usage.requests == 1


STREAMS = [
    refused("This model does not support streaming."),
    refused("Streaming is not supported with json_schema response_format."),
    refused("Bad.", param="stream"),
]


@pytest.mark.parametrize("refusal", STREAMS, ids=range(len(STREAMS)))
def test_a_server_that_takes_no_streams(server: Serve, refusal: Reply) -> None:
    """It is asked for the whole, in the same mode; nothing is sent that was not sent before."""
    served = server(fussy(refusal, "stream"))
    with summariser(served) as shared:
        for _ in range(2):
            events, summary = followed(shared)
            assert len(events) == len(summary.deals) == 1
        shared.summarise(ARTICLE)
    assert [asked(each) for each in served.requests] == [STREAM, {}, {}, {}]
    assert summary.provenance.mode == "json_schema"
    first, second, third, fourth = (each.body for each in served.requests)
    assert second == third == fourth == {name: first[name] for name in first if name not in STREAM}


def test_a_server_that_takes_neither(server: Serve) -> None:
    """First not the one, then not the other: each is one request of those that are allowed."""

    def plan(request: Request) -> Item:
        if "stream_options" in request.body:
            return OPTIONS[0]
        return STREAMS[0] if "stream" in request.body else completion(CONTENT)

    served = server(plan)
    with summariser(served) as shared:
        assert followed(shared)[1].usage.requests == 3
    with summariser(server(plan), max_requests=2) as shared, pytest.raises(ProviderError) as caught:
        followed(shared)
    assert (caught.value.kind, caught.value.usage.requests) == ("rejected", 2)
    check(caught.value)


def test_who_wants_no_stream_hears_of_none(server: Serve) -> None:
    """A refusal that speaks of streams is one like any other where none was asked for."""
    served = server([STREAMS[0]])
    with summariser(served) as shared, pytest.raises(ProviderError) as caught:
        shared.summarise(ARTICLE)
    assert (caught.value.kind, len(served.requests)) == ("rejected", 1)


@pytest.mark.parametrize("way", ["json_schema", "json_object", "tools", "prompt"])
def test_every_mode_streams(server: Serve, way: str) -> None:
    """Items come out of a tool's arguments, too; the request says what it says without a stream."""
    served = server(enforces, pieces=5)
    with summariser(served, mode=way) as shared:
        events, summary = followed(shared)
        assert summary == shared.summarise(ARTICLE)
    assert [event.field for event in events] == ["deals"]
    streamed, whole = served.requests
    assert streamed.body == {**whole.body, **STREAM}
    assert summary.usage.output_tokens == 50


@pytest.mark.parametrize("way", ["json_schema", "json_object", "tools", "prompt"])
def test_every_mode_asks_a_stream_again(server: Serve, way: str) -> None:
    """An answer that is none is told what is wrong; the second request is that of no stream."""
    bad = {"overview": "x" * 2_000}
    first: Item = calls(bad) if way == "tools" else completion(bad)
    plan = lambda request: enforces(request) if request.number % 2 else first  # noqa: E731
    served = server(plan, pieces=50)
    with summariser(served, mode=way) as shared:
        events, summary = followed(shared)
        assert summary == shared.summarise(ARTICLE)
    assert len(events) == 1
    second, fourth = served.requests[1].body, served.requests[3].body
    assert second == {**fourth, **STREAM}


def test_a_tool_whose_calls_bear_no_number(server: Serve) -> None:
    """As some servers send them: all words are the last call's, also where they come as objects."""
    text = json.dumps(CONTENT)
    name = {"id": "call_1", "function": {"name": "SummitSummary", "arguments": ""}}
    for parts in ([text[:50], text[50:]], [text], [CONTENT]):
        said = [{"tool_calls": [{"function": {"arguments": part}}]} for part in parts]
        told = [{"choices": [{"delta": each}]} for each in ({"tool_calls": [name]}, *said)]
        body = b"".join(map(event, told)) + DONE
        with summariser(server([Reply(body=body, headers=EVENTS)]), mode="tools") as shared:
            assert len(followed(shared)[1].deals) == 1


def test_calls_without_numbers_go_by_their_names() -> None:
    """Two calls stay two; words without a name are the last one's."""
    together = _Together()
    for each in ({"id": "a", "arguments": "{}"}, {"id": "b", "arguments": "["}, {"arguments": "]"}):
        call = {"id": each.get("id"), "function": {"name": "f", "arguments": each["arguments"]}}
        together.add({"choices": [{"delta": {"tool_calls": [call]}}]})
    calls = together.told()["choices"][0]["message"]["tool_calls"]
    assert [(each["id"], each["function"]["arguments"]) for each in calls] == [
        ("a", "{}"),
        ("b", "[]"),
    ]


def test_the_mode_is_found_out_as_ever(server: Serve) -> None:
    """A refused response format leads to another, in a stream."""

    def plan(request: Request) -> Item:
        if "response_format" in request.body:
            return refused("The response_format parameter is unsupported. Leave it unset.")
        return follows(request)

    served = server(plan, pieces=30)
    with summariser(served) as shared:
        _, summary = followed(shared)
    assert summary.provenance.mode == "prompt"
    assert [asked(each) for each in served.requests] == [STREAM, STREAM]


def test_the_stream_s_request_is_that_of_create(
    server: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Address, headers and body are those that openai's own `create` sends."""
    served = server(["ok"], content=CONTENT, pieces=30)
    summaries = []
    for is_own in (True, False):
        monkeypatch.setattr(
            "summariser.llm.client._is_openai_s_own", lambda _, is_own=is_own: is_own
        )
        with summariser(served, seed=7) as shared:
            summaries.append(followed(shared))
    posted, created = served.requests
    assert (posted.path, posted.headers) == (created.path, created.headers)
    assert posted.body == created.body
    assert summaries[0] == summaries[1]


def test_who_wraps_create_sees_a_stream(server: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tracers put a function around `create`, and may hand on nothing but the chunks."""
    from openai.resources.chat.completions import AsyncCompletions

    create, seen = AsyncCompletions.create, []

    class Chunks:
        def __init__(self, inner: Any) -> None:
            self.inner = aiter(inner)

        def __aiter__(self) -> Any:
            return self

        async def __anext__(self) -> Any:
            seen.append(chunk := await anext(self.inner))
            return chunk

    async def traced(*arguments: Any, **request: Any) -> Any:
        return Chunks(await create(*arguments, **request))

    monkeypatch.setattr(AsyncCompletions, "create", traced)
    with summariser(server(["ok"], content=CONTENT, pieces=30)) as shared:
        events, summary = followed(shared)
    assert (len(events), summary.usage.output_tokens) == (1, 50)
    assert len(seen) > 10


@pytest.mark.parametrize("fault", ["cut", "stalls", "error_429", "controls", "refusal"])
def test_with_a_client_of_ones_own_it_is_the_same(server: Serve, fault: str) -> None:
    """An AsyncOpenAI with httpx's transport: what breaks and what stalls is called the same."""
    row = next(row for row in TABLE if fault in row.faults)
    served = server([FAULTS[fault]], content=CONTENT)
    mine = openai.AsyncOpenAI(base_url=served.base_url, api_key=CANARY, timeout=0.3)
    with Summariser(model="m", client=mine) as shared:
        assert came_to(shared, streams=True)[:2] == (row.error, row.requests)


# --- what is counted, logged and kept to oneself -------------------------------------------------


def test_the_line_of_the_log_has_the_tokens(
    server: Serve, caplog: pytest.LogCaptureFixture
) -> None:
    """A streamed request is logged as any other."""
    with (
        caplog.at_level(logging.INFO, "summariser"),
        summariser(server(["ok"], content=CONTENT, pieces=30)) as shared,
    ):
        followed(shared)
    (line,) = [record.getMessage() for record in caplog.records if record.name == "summariser"]
    assert line.startswith("m, request 1: ok, 100 + 50 tokens, ")


@pytest.mark.parametrize("pieces", [3, 10_000])
def test_a_key_that_a_server_repeats_is_cut_out(server: Serve, pieces: int) -> None:
    """Also where it comes in pieces, of items that come early and of the summary."""
    content = reply(deal(f"With {CANARY} they built."), overview=f"{CANARY}.")
    whole = {**completion(content), "id": f"req-{CANARY}", "model": CANARY}
    with Summariser(
        model="m", base_url=server([whole], pieces=pieces).base_url, api_key=CANARY
    ) as shared:
        told = [*shared.stream_items(ARTICLE)]
    assert len(told) == 2
    assert CANARY not in "".join(map(repr, told))
    assert "With … they built." in repr(told[0])


def test_no_more_than_allowed_is_sent(server: Serve) -> None:
    """Streams that break, and the items that are asked for again, share one number of requests."""
    broken = FAULTS["no_end"]
    bad = completion(reply(deal(), BAD))
    served = server([broken, broken, bad, broken], pieces=30)
    with summariser(served, max_requests=3) as shared:
        events, summary = followed(shared)
    assert len(served.requests) == summary.usage.requests == 3
    assert [each.reason for each in summary.rejected] != []
    assert "max_requests are spent" in summary.rejected[0].reason
    assert [event.kind for event in events] == ["added"]


# --- the items of a text that is being written ---------------------------------------------------

OUTLINE = answer_model(SummitSummary)
NOBODY = Secrets([], [])


def heard(parts: list[str]) -> Iterator[tuple[str, Any]]:
    """The items that are told of, in a text that comes in these parts."""
    items = Items(OUTLINE)
    return (item for part in parts for item in items.feed(part, NOBODY))


PLAIN = (
    st.none() | st.booleans() | st.integers(-999, 999) | st.text('ab\\"[]{},: \n é中', max_size=6)
)
INNER = st.lists(PLAIN, max_size=3) | st.dictionaries(
    st.text('a"\\:é', max_size=3), PLAIN, max_size=3
)
VALUES = (
    PLAIN
    | st.lists(INNER, max_size=3)
    | st.dictionaries(st.text('a"\\:é', max_size=3), INNER, max_size=3)
)
ITEMS = st.lists(VALUES, max_size=3)


@given(
    deals=ITEMS, outcomes=ITEMS, summit=st.none() | st.dictionaries(st.text("ab", max_size=2), VALUES),
    overview=st.text('ab\\"[]{},: \n', max_size=9), order=st.permutations(range(4)),
    indent=st.sampled_from([None, 1]), ascii_=st.booleans(), before=st.sampled_from(["", "So: ", "```json\n", '{"a": 1} ']),
    size=st.integers(1, 40),
)  # fmt: skip
def test_items_are_those_of_the_whole(
    deals: Any, outcomes: Any, summit: Any, overview: str, order: list[int],
    indent: int | None, ascii_: bool, before: str, size: int,
) -> None:  # fmt: skip
    """However a reply is cut into parts, each item comes once, as it stands in the whole."""
    fields = [("deals", deals), ("outcomes", outcomes), ("summit", summit), ("overview", overview)]
    fields = [fields[at] for at in order]
    text = before + json.dumps(dict(fields), indent=indent, ensure_ascii=ascii_) + " Done."
    expected = [
        (name, item) for name, value in fields if name != "overview"
        for item in (value if isinstance(value, list) else [] if value is None else [value])
    ]  # fmt: skip
    parts = [text[at : at + size] for at in range(0, len(text), size)]
    assert [*heard(parts)] == [*heard([text])] == expected


def test_every_character_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A token at a time, a reply of 200 deals is not gone through again with each of them."""
    looked_at = 0

    class Counting:
        def __init__(self, pattern: re.Pattern[str]) -> None:
            self._pattern = pattern

        def __getattr__(self, name: str) -> Any:
            def counting(text: str, *places: int) -> Any:
                nonlocal looked_at
                looked_at += len(text)
                return getattr(self._pattern, name)(text, *places)

            return counting

    items = Items(OUTLINE)
    monkeypatch.setattr(Items, "_MARK", Counting(Items._MARK))
    monkeypatch.setattr(items, "_begins", Counting(items._begins))
    parsed = 0

    def parse(text: str) -> Any:
        nonlocal parsed
        parsed += len(text)
        return json.loads(text)

    monkeypatch.setattr("summariser.llm.streaming.part", parse)
    text = "Let me think {first} of it. " * 500 + json.dumps(
        reply(*[deal()] * 200, overview="Long. " * 500)
    )
    told = [item for at in range(0, len(text), 4) for item in items.feed(text[at : at + 4], NOBODY)]
    assert len(told) == 200
    assert looked_at < 1.1 * len(text)  # a brace and what follows it, until it is none of ours
    assert parsed < len(text)
