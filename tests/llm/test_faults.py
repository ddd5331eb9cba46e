"""Each fault comes to what the table says, and no combination of faults breaks the promises."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from conftest import CANARY
from fault_table import CONTENT, MARKERS, MAX_REQUESTS, PAGE, SPECIAL, TABLE, Row, on_page
from hypothesis import given, settings
from hypothesis import strategies as st
from llm_server import FAULTS, JSON, Item, LLMServer, Reply, Request, completion
from samples import ARTICLE, BAD, Serve, check, deal, reply

from summariser import NoRecording, ProviderError, ReplyError, Summariser, SummariserError
from summariser.llm.http import LARGEST


def item(fault: str) -> Item:
    return SPECIAL.get(fault, fault)


def summariser(server: LLMServer, **options: Any) -> Summariser[Any]:
    return Summariser(model="m", base_url=server.base_url, api_key=CANARY, **options)


def tokens(served: Item) -> int:
    """The output tokens that a faulty answer says were spent, if it can be read at all."""
    if not isinstance(served, str):
        return 0
    answer = FAULTS[served](json.dumps(CONTENT))
    if answer.send is not None or len(answer.body) > LARGEST:
        return 0
    try:
        said = json.loads(answer.body)
    except ValueError:
        return 0
    usage = said.get("usage") if isinstance(said, dict) else None
    return usage["completion_tokens"] if usage else 0


CASES = [pytest.param(row, fault, id=fault) for row in TABLE for fault in row.faults]


@pytest.mark.heavy
@pytest.mark.parametrize(("row", "fault"), CASES)
def test_each_fault_comes_to_what_the_table_says(server: Serve, row: Row, fault: str) -> None:
    """Answered by the same fault always: this error, this many requests, all tokens counted."""
    served = server([item(fault)], content=CONTENT)
    with summariser(served, **row.options) as shared:
        try:
            summary = shared.summarise(ARTICLE)
        except (ProviderError, ReplyError) as error:
            came_to: str | None = f"{type(error).__name__} {error.kind}"
            usage = error.usage
            check(error)
        else:
            came_to, usage = None, summary.usage
            assert len(summary.deals) == 1
    assert came_to == row.error
    assert len(served.requests) == usage.requests == row.requests
    assert (usage.output_tokens or 0) == row.requests * tokens(item(fault))


def test_every_fault_is_in_the_table() -> None:
    """No fault of the server is left out, and none stands there twice."""
    listed = [fault for row in TABLE for fault in row.faults]
    assert len(listed) == len(set(listed))
    assert set(listed) == (FAULTS.keys() | SPECIAL.keys()) - {"ok", "429_ra1", "429_ra_date"}


def test_the_readme_has_the_table() -> None:
    """The page's table is this one: else run `make fault-table`."""
    text = PAGE.read_text("utf-8")
    assert all(marker in text for marker in MARKERS)
    assert on_page(text) == text, "stale: run `make fault-table`"


def test_moderation_is_about_one_article(server: Serve) -> None:
    """An article that is flagged is `filtered`; the others of its run are read."""

    def moderated(request: Request) -> Item:
        flagged = "quarry" in request.body["messages"][1]["content"]
        return SPECIAL["403_moderation"] if flagged else "ok"

    served = server(moderated, content=CONTENT)
    articles = [f"{ARTICLE.text} The {place} is silent." for place in ("port", "quarry", "mill")]
    with summariser(served) as shared:
        results = [*shared.summarise_many(articles, concurrency=1, ordered=True)]
    kinds = [getattr(result, "kind", None) for result in results]
    assert kinds == [None, "filtered", None]
    check(results[1])


ACCOUNT = ["400_credit", "400_key_in_a_list", "400_arrears", "429_balance", "400_no_model"]


@pytest.mark.parametrize("fault", ACCOUNT)
def test_what_is_held_against_the_account_ends_a_run(server: Serve, fault: str) -> None:
    """Whatever its status: no other article would fare better, so no other is asked about."""
    served = server([item(fault)])
    articles = [f"{ARTICLE.text} Day {day}." for day in range(20)]
    with summariser(served) as shared, pytest.raises(ProviderError) as caught:
        list(shared.summarise_many(articles, concurrency=1))
    assert caught.value.is_fatal
    assert len(served.requests) == 1


def test_a_reply_that_is_held_back_is_asked_for_again(server: Serve) -> None:
    """Groq's `json_validate_failed` is one bad answer, not a bad request; its words are kept."""
    served = server([item("400_json"), "ok"], content=CONTENT)
    assert len(summariser(served).summarise(ARTICLE).deals) == 1
    with pytest.raises(ReplyError) as caught:
        summariser(server([item("400_json")])).summarise(ARTICLE)
    assert caught.value.raw == "{'over"


def test_a_busy_server_is_given_fewer_whatever_it_calls_itself(server: Serve) -> None:
    """A 429 that says `server_error` slows all articles down, as any 429 does."""
    refused = item("429_server_error")

    def busy(request: Request) -> Item:
        return refused if served.in_flight > 2 else "ok"

    served = server(busy, content=CONTENT, latency=0.01)
    articles = [f"{ARTICLE.text} Day {day}." for day in range(60)]
    with summariser(served) as shared:
        results = list(shared.summarise_many(articles))
    assert [getattr(result, "kind", None) for result in results] == [None] * 60
    assert len(served.requests) <= 1.5 * 60


BUSY = Reply(500, b"{}", {**JSON, "Retry-After": "1"})


@pytest.mark.heavy
@pytest.mark.parametrize("fault", ["429_ra1", "429_ra_date", BUSY], ids=["s", "date", "with 500"])
def test_the_wait_asked_for_is_kept(server: Serve, fault: Item) -> None:
    """`Retry-After` in seconds or as a date: the next request comes no earlier."""
    served = server([fault, "ok"], content=CONTENT)
    summariser(served).summarise(ARTICLE)
    first, second = served.requests
    assert second.time - first.time >= (0.9 if fault == "429_ra_date" else 1)


@pytest.mark.parametrize(
    ("fault", "kind"), [("429_ra1", "rate_limit"), ("429", "rate_limit"), ("503", "unavailable"),
                        ("reset", "unreachable")],
)  # fmt: skip
def test_no_wait_begins_that_the_deadline_would_cut_short(
    server: Serve, monkeypatch: pytest.MonkeyPatch, fault: str, kind: str
) -> None:
    """A pause longer than what is left of the deadline ends at once, as what it is."""
    monkeypatch.setattr("summariser.llm.retries.pace", 10)  # waits of 5 s, chosen by us
    served = server([fault], content=CONTENT)
    with pytest.raises(ProviderError) as caught:
        summariser(served, deadline=0.9).summarise(ARTICLE)
    assert caught.value.kind == kind  # and not "deadline", which cuts a wait short
    assert len(served.requests) == 1


def test_no_wait_begins_for_others_that_the_deadline_would_cut_short(server: Serve) -> None:
    """Nor does one that another article was told to keep: the own failure is told."""

    def answer(request: Request) -> Item:
        if "Monday" in str(request.body["messages"]):
            return "429_ra1"
        served.closing.wait(0.3)
        return "bad_json"

    served = server(answer, content=CONTENT)

    async def both() -> list[Any]:
        first = shared.asummarise(ARTICLE)
        second = shared.asummarise(f"{ARTICLE.text} It is Monday.")
        return await asyncio.gather(first, second, return_exceptions=True)

    with summariser(served, deadline=0.8) as shared:
        kinds = sorted(error.kind for error in asyncio.run(both()))
    assert kinds == ["invalid", "rate_limit"]


def test_a_deadline_tells_what_came_before_it(server: Serve) -> None:
    """Where a retry is too late, the error says what it was tried again for."""
    served = server(["503", "trickle"], content=CONTENT)
    with pytest.raises(ProviderError, match=r"deadline.*HTTP 503") as caught:
        summariser(served, deadline=0.8).summarise(ARTICLE)
    assert caught.value.kind == "deadline"
    check(caught.value)


# --- what the second request asks ----------------------------------------------------------------


@pytest.mark.parametrize(("usage", "room"), [((100, 50), 4096), ((100, 9000), 18000), (None, 4096)])
def test_a_reply_cut_off_gets_twice_the_room(
    server: Serve, usage: tuple[int, int] | None, room: int
) -> None:
    """The second request allows twice the tokens written, 4096 at least; the first allows any."""
    cut = completion("{", usage=usage, finish_reason="length")
    served = server([cut, "ok"], content=CONTENT)
    assert len(summariser(served).summarise(ARTICLE).deals) == 1
    assert [request.body.get("max_tokens") for request in served.requests] == [None, room]


def test_more_room_than_there_is(server: Serve) -> None:
    """If twice the room is refused, the error still says that the reply was cut off."""
    served = server(["length", "400"], content=CONTENT)
    with pytest.raises(ReplyError, match="cut off") as caught:
        summariser(served).summarise(ARTICLE)
    assert caught.value.kind == "truncated"
    assert caught.value.usage.requests == 2


HALF = completion("@@")
HALF["choices"][0]["message"]["content"] = '{"overview": "\ud83d' + "x" * 9000
BAD_REPLIES = ["plain_text", "bad_json", "missing_field", Reply(body=json.dumps(HALF).encode())]


@pytest.mark.parametrize("fault", BAD_REPLIES, ids=["text", "json", "field", "half a character"])
def test_a_re_ask_is_short(server: Serve, fault: Item) -> None:
    """What is wrong is said in a few words: the prompt grows by less than 1.3 times."""
    served = server([fault, "ok"], content=reply(*[deal()] * 20))
    summary = summariser(served).summarise(ARTICLE)
    assert summary.usage.requests == len(served.requests) == 2
    assert len(served.requests[1].raw) < 1.3 * len(served.requests[0].raw)


# --- what errors do not say ----------------------------------------------------------------------


@pytest.mark.parametrize("said", ["article", "key"])
def test_a_server_that_repeats_article_or_key(server: Serve, said: str) -> None:
    """A provider's error that quotes the request back is not passed on."""

    def parrot(request: Request) -> Item:
        key, prompt = request.headers["authorization"], request.body["messages"][1]["content"]
        quote = f"bad key {key}" if said == "key" else prompt[prompt.index("We will build it") :]
        return Reply(422, json.dumps({"detail": [{"input": quote, "msg": "no"}]}).encode())

    served = server(parrot)
    with pytest.raises(ProviderError) as caught:
        summariser(served).summarise(ARTICLE)
    check(caught.value)
    assert caught.value.kind == "rejected"


def test_a_short_key_is_no_reason_to_spoil_words(server: Serve) -> None:
    """Local servers get any key, such as "k": messages stay legible."""
    served = server(["400_schema"])
    with pytest.raises(ProviderError, match="Invalid schema for response_format"):
        Summariser(model="m", base_url=served.base_url, api_key="m").summarise(ARTICLE)


# --- all together --------------------------------------------------------------------------------

SLOW = {"429_ra1", "429_ra_date", "trickle", "huge", "hang", "hang_after_headers"}
ANY = st.one_of(
    st.sampled_from(sorted(FAULTS.keys() - SLOW)),
    st.sampled_from(["ok", "429", "503", "close", "bad_json", "length", "choices_null", "repairable"]),
    st.sampled_from(["hang", "huge"]),
)  # fmt: skip
DEADLINE = 5.0


@contextmanager
def everything_logged() -> Iterator[list[str]]:
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
    root, before = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield lines
    finally:
        root.setLevel(before)
        root.removeHandler(handler)


@pytest.fixture
def attempt(server: Serve) -> Iterator[Callable[[list[str]], tuple[Any, list[Request]]]]:
    """Summarise once, the server answering by plan; gives what came of it, and the requests."""
    plan: list[str] = []
    start = 0

    def answer(request: Request) -> Item:
        fault = plan[min(request.number - start, len(plan) - 1)]
        return completion(reply(deal(), BAD)) if fault == "repairable" else fault

    served = server(answer, content=CONTENT)

    def summarise(faults: list[str]) -> tuple[Any, list[Request]]:
        nonlocal start
        plan[:], start = faults, len(served.requests)
        try:
            result: Any = shared.summarise(ARTICLE)
        except SummariserError as error:
            result = error
        return result, served.requests[start:]

    with summariser(served, timeout=0.3, deadline=DEADLINE) as shared:
        yield summarise


@pytest.mark.heavy
def test_no_combination_of_faults_breaks_a_promise(attempt: Any) -> None:
    """At most four requests and one deadline; a summary or one of our errors; tokens all counted."""

    @settings(max_examples=40, deadline=None, database=None)
    @given(st.lists(ANY, min_size=1, max_size=6))
    def holds(plan: list[str]) -> None:
        started = time.monotonic()
        with everything_logged() as lines:
            result, requests = attempt(plan)
        assert time.monotonic() - started < DEADLINE + 5
        assert 1 <= len(requests) <= MAX_REQUESTS
        met = [plan[min(number, len(plan) - 1)] for number in range(len(requests))]
        spent = sum(50 if fault == "repairable" else tokens(fault) for fault in met)
        assert result.usage.requests == len(requests)
        assert (result.usage.output_tokens or 0) == spent
        if isinstance(result, SummariserError):
            assert not isinstance(result, NoRecording)
            check(result)
        else:
            assert len(result.deals) == 1
        assert CANARY not in "".join(lines) + repr(result)

    holds()
