"""The main job over real HTTP, against a server on loopback."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import pickle
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import openai
import pytest
from llm_server import FAULTS, completion
from samples import ARTICLE, BAD, Serve, deal, money, reply, summariser

from summariser import (
    Article,
    ArticleError,
    Grounded,
    Money,
    NoRecording,
    PromptError,
    ProviderError,
    ReplyError,
    Summariser,
    SummariserError,
    Summary,
    SummitSummary,
    recorded,
)

# --- one request, wherever one calls from --------------------------------------------------------


def test_one_article_is_one_request(server: Serve) -> None:
    """A sound reply becomes a verified summary with its evidence, usage and provenance."""
    served = server(["ok"], content=reply(deal()))
    summary = summariser(served).summarise(ARTICLE)
    assert len(served.requests) == 1
    (found,) = summary.deals
    assert found.evidence[0].text == ARTICLE.sentences[1].text
    assert found.verdict == "computed"
    assert summary.usage.requests == 1
    assert summary.usage.input_tokens == 100
    assert summary.provenance is not None
    assert summary.provenance.model == "loopback"
    assert summary.article == ARTICLE


def test_it_does_not_matter_where_one_calls_from(server: Serve) -> None:
    """Sync, async, within a running loop, from 8 threads, over three loops: equal, one request each."""
    served = server(["ok"], content=reply(deal()))
    shared = summariser(served)

    async def within_a_loop() -> Any:
        return shared.summarise(ARTICLE)

    summaries = [shared.summarise(ARTICLE)]
    summaries += [asyncio.run(shared.asummarise(ARTICLE)) for _ in range(3)]
    summaries.append(asyncio.run(within_a_loop()))
    with ThreadPoolExecutor(8) as threads:
        summaries += threads.map(shared.summarise, [ARTICLE] * 8)
    assert len(served.requests) == len(summaries) == 13
    assert all(summary == summaries[0] for summary in summaries)
    assert all(summary.usage.requests == 1 for summary in summaries)


def test_a_client_of_ones_own_is_used(server: Serve) -> None:
    """An AsyncOpenAI given by the user carries the requests, without retries of its own."""
    served = server(["500"])
    mine = openai.AsyncOpenAI(
        base_url=served.base_url, api_key="k", max_retries=5, default_headers={"X-Desk": "7"}
    )
    with pytest.raises(ProviderError):
        Summariser(model="m", client=mine, max_requests=1).summarise(ARTICLE)
    assert [request.headers["x-desk"] for request in served.requests] == ["7"]


def test_several_calls_run_at_the_same_time(server: Serve) -> None:
    """Awaited together, articles are in flight together."""
    served = server(["ok"], content=reply(), latency=0.2)
    shared = summariser(served)

    async def many() -> None:
        await asyncio.gather(*(shared.asummarise(ARTICLE) for _ in range(8)))

    asyncio.run(many())
    assert served.peak > 4


def test_cancelling_the_caller_cancels_the_request(server: Serve) -> None:
    """A cancelled task returns at once, and its object still works."""
    served = server(["hang", "ok"], content=reply())
    shared = summariser(served)

    async def cancelled() -> None:
        task = asyncio.create_task(shared.asummarise(ARTICLE))
        while not served.requests:
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    started = time.monotonic()
    asyncio.run(cancelled())
    assert time.monotonic() - started < 20
    assert shared.summarise(ARTICLE).deals == []


@pytest.mark.heavy
def test_closing_ends_the_thread(server: Serve) -> None:
    """A closed object leaves no thread, and opens anew when it is used again."""
    served = server(["ok"], content=reply())
    before = {thread for thread in threading.enumerate() if thread.name == "summariser"}
    with summariser(served) as shared:
        shared.summarise(ARTICLE)
    shared.summarise(ARTICLE)
    shared.close()
    shared.close()
    del shared
    gc.collect()
    assert {thread for thread in threading.enumerate() if thread.name == "summariser"} <= before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_child_gets_a_loop_of_its_own(server: Serve) -> None:
    """After a fork the child's requests are answered, not left waiting for the parent's thread."""
    served = server(["ok"], content=reply())
    shared = summariser(served)
    shared.summarise(ARTICLE)
    child = os.fork()
    if child == 0:
        try:
            shared.summarise(ARTICLE)
        except BaseException:  # noqa: BLE001  # whatever it is, the parent must see it
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert len(served.requests) == 2


# --- what goes over the wire ---------------------------------------------------------------------


def test_the_article_reaches_the_wire_byte_for_byte(server: Serve) -> None:
    """Braces, tags, odd spaces and emoji arrive exactly as they stand in the article."""
    text = "Say {{ 7*7 }}, {% for %} and {# x #}.\nТэк — «так»\u00a0😀 a  b\tc."
    served = server(["ok"], content=reply())
    summariser(served).summarise(text)
    body = json.loads(served.requests[0].raw)
    for sentence in Article.from_text(text).sentences:
        assert f"[{sentence.number}] {sentence.text}\n" in body["messages"][1]["content"]


def test_the_request_asks_for_a_strict_schema(server: Serve) -> None:
    """The schema goes out as response_format with strict set, and options only when given."""
    served = server(["ok"], content=reply())
    summariser(served, temperature=0.0, seed=7).summarise(ARTICLE)
    summariser(served).summarise(ARTICLE)
    first, second = (request.body for request in served.requests)
    wanted = {"name": "SummitSummary", "schema": SummitSummary.wire_schema(), "strict": True}
    assert first["response_format"] == {"type": "json_schema", "json_schema": wanted}
    assert (first["temperature"], first["seed"]) == (0.0, 7)
    assert set(second) == {"model", "messages", "response_format"}


class Sanction(Grounded):
    """A restriction."""

    values: list[Money] = []


class Sanctions(Summary):
    """The sanctions an article reports."""

    sanctions: list[Sanction]


def test_a_topic_of_ones_own(server: Serve, tmp_path: Path) -> None:
    """A subclass with its own prompt is asked for, verified, stored and pickled like ours."""
    (tmp_path / "sanctions.v1.user.jinja").write_text("{{ desk }}: {{ article.text }}{{ marker }}")
    good = {"evidence": [2], "text": "A ban.", "values": [money()]}
    bad = {"evidence": [2], "text": "Another.", "values": [money("$9", "9")]}
    served = server(["ok"], content={"sanctions": [good, bad]})
    options = {"schema": Sanctions, "prompt": "sanctions.v1", "prompts": tmp_path}
    summary = summariser(
        served, **options, variables={"desk": "Legal"}, on_unsupported="drop"
    ).summarise(ARTICLE)
    assert [sanction.verdict for sanction in summary.sanctions] == ["computed"]
    assert [rejected.field for rejected in summary.rejected] == ["sanctions"]
    assert served.requests[0].body["messages"][0]["content"].startswith("Legal: Talks")
    assert Sanctions.model_validate_json(summary.model_dump_json()) == summary


# --- salvage and targeted re-ask -----------------------------------------------------------------


def test_one_bad_deal_in_ten_goes_back_alone(server: Serve) -> None:
    """Nine deals stay as they are; the tenth is asked for again alone, and mended: two requests."""
    nine = [deal(f"Part {number}.") for number in range(9)]
    mended = deal("A loan.")
    served = server([completion(reply(*nine, BAD)), completion(reply(mended, overview=""))])
    summary = summariser(served).summarise(ARTICLE)
    assert [each.text for each in summary.deals] == [*(f"Part {n}." for n in range(9)), "A loan."]
    assert summary.rejected == []
    assert summary.usage.requests == len(served.requests) == 2
    assert summary.usage.output_tokens == 100
    first, second = (request.body["messages"] for request in served.requests)
    assert second[: len(first)] == first
    assert json.loads(second[2]["content"]) == {"deals": [BAD]}
    asked = second[3]["content"]
    assert "“$3.5 billion” is not in [2]" in asked
    assert "$2.5 billion" in asked
    assert "Lumen Rail" in asked
    assert "Part 1" not in asked


def test_what_fails_again_is_rejected_with_its_reason(server: Serve) -> None:
    """An item that the model insists on is kept apart, raw, with the reason; nothing is lost."""
    served = server([completion(reply(deal(), BAD)), completion(reply(BAD))])
    summary = summariser(served).summarise(ARTICLE)
    assert [each.text for each in summary.deals] == ["Lumen Rail will build for Norvik."]
    (rejected,) = summary.rejected
    assert rejected.field == "deals"
    assert rejected.raw == BAD
    assert "$3.5 billion" in rejected.reason
    assert any(check.verdict == "absent" for check in rejected.checks)
    assert len(served.requests) == 2


def test_items_left_out_of_the_second_answer_are_withdrawn(server: Serve) -> None:
    """Of two failing items one is mended and one left out: each is accounted for."""
    other = deal("A gift.", evidence=[9])
    mended = deal("A gift.", evidence=[2])
    served = server([completion(reply(BAD, other)), completion(reply(mended))])
    summary = summariser(served).summarise(ARTICLE)
    assert [each.text for each in summary.deals] == ["A gift."]
    assert [each.raw["text"] for each in summary.rejected] == ["A loan."]
    assert "withdrawn" in summary.rejected[0].reason


def test_a_second_try_cannot_double_an_item(server: Serve) -> None:
    """If the model answers with an item that is there already, it is not counted twice."""
    served = server([completion(reply(deal(), BAD)), completion(reply(deal()))])
    summary = summariser(served).summarise(ARTICLE)
    assert len(summary.deals) == 1
    assert "repeats another item" in summary.rejected[0].reason


def test_no_such_sentence_is_asked_again(server: Serve) -> None:
    """A sentence number that does not exist sends the item back with the range there is."""
    served = server([completion(reply(deal(evidence=[77]))), completion(reply(deal()))])
    assert len(summariser(served).summarise(ARTICLE).deals) == 1
    assert "[1] to [4]" in served.requests[1].body["messages"][3]["content"]


@pytest.mark.parametrize(("choice", "kept", "rejected"), [("flag", 1, 1), ("drop", 0, 2)])
def test_one_can_do_without_asking_again(
    server: Serve, choice: str, kept: int, rejected: int
) -> None:
    """Flag keeps what can be read, with its verdict; drop rejects; neither asks again."""
    unreadable = deal(status="perhaps")
    served = server(["ok"], content=reply(BAD, unreadable))
    summary = summariser(served, on_unsupported=choice).summarise(ARTICLE)
    assert (len(summary.deals), len(summary.rejected)) == (kept, rejected)
    assert all(each.verdict == "absent" for each in summary.deals)
    assert len(served.requests) == 1


def test_a_failing_second_request_loses_nothing(server: Serve) -> None:
    """The sound items are returned even if the re-ask meets a server that is down."""
    served = server([completion(reply(deal(), BAD)), "401"])
    summary = summariser(served).summarise(ARTICLE)
    assert len(summary.deals) == 1
    assert "HTTP 401" in summary.rejected[0].reason


def test_the_budget_covers_the_second_request_too(server: Serve) -> None:
    """With one request allowed, failing items are rejected without asking again."""
    served = server(["ok"], content=reply(deal(), BAD))
    summary = summariser(served, max_requests=1).summarise(ARTICLE)
    assert len(served.requests) == 1
    assert "max_requests" in summary.rejected[0].reason


def test_500_deals_in_one_reply(server: Serve) -> None:
    """As many as a list may hold are read; nothing is cut off."""
    served = server(["ok"], content=reply(*(deal(f"Part {number}.") for number in range(500))))
    assert len(summariser(served).summarise(ARTICLE).deals) == 500


def test_a_list_beyond_all_use_is_asked_for_again_once(server: Serve) -> None:
    """Of more than 500 items none is read: the model is told the bound, and may answer anew."""
    many = completion(reply(*[deal()] * 501))
    served = server([many, completion(reply(deal()))])
    assert len(summariser(served).summarise(ARTICLE).deals) == 1
    assert "deals holds 501 entries" in served.requests[1].body["messages"][-1]["content"]


def test_a_list_beyond_all_use_is_an_invalid_reply(server: Serve) -> None:
    """A model that insists gets no third request; the error says what the bound is."""
    zeros = completion(reply(*[0] * 1_000, deal()))  # type: ignore[arg-type]
    served = server([zeros, zeros])
    with pytest.raises(ReplyError, match="deals holds 1,001 entries, the limit is 500") as caught:
        summariser(served).summarise(ARTICLE)
    assert caught.value.kind == "invalid"
    assert len(served.requests) == 2


def test_what_nobody_can_read_costs_no_good_item(server: Serve) -> None:
    """As many zeros as a list may hold beside one deal, twice: the deal stays, all else is told."""
    zeros = completion(reply(*[0] * 499, deal()))  # type: ignore[arg-type]
    served = server([zeros, zeros])
    summary = summariser(served).summarise(ARTICLE)
    assert [each.text for each in summary.deals] == ["Lumen Rail will build for Norvik."]
    assert len(summary.rejected) == 499


def test_items_that_are_no_objects_are_rejected(server: Serve) -> None:
    """A list that holds strings, numbers or null loses only those."""
    served = server([completion(reply(deal(), "x", None, 7, [])), completion(reply())])  # type: ignore[arg-type]
    summary = summariser(served).summarise(ARTICLE)
    assert len(summary.deals) == 1
    assert [each.raw for each in summary.rejected] == ["x", None, 7, []]


# --- replies and providers that fail -------------------------------------------------------------

FAILURES = [
    # fault, error, kind, most requests of four
    ("401", ProviderError, "authentication", 1),
    ("403", ProviderError, "authentication", 1),
    ("404", ProviderError, "not_found", 1),
    ("400", ProviderError, "rejected", 1),
    ("422", ProviderError, "rejected", 1),
    ("429_quota", ProviderError, "quota", 1),
    ("429_ra_3600", ProviderError, "rate_limit", 1),
    ("500_no_retry", ProviderError, "rejected", 1),
    ("redirect_loop", ProviderError, "rejected", 1),
    ("refusal", ReplyError, "refused", 1),
    ("content_filter", ReplyError, "filtered", 1),
    ("length", ReplyError, "truncated", 2),
    ("429_ra_ms", ProviderError, "rate_limit", 2),
    ("503", ProviderError, "unavailable", 2),
    ("close", ProviderError, "unreachable", 2),
    ("choices_empty", ProviderError, "unreadable", 2),
    ("message_null", ProviderError, "unreadable", 2),
    ("content_null", ProviderError, "unreadable", 2),
    ("200_html", ProviderError, "unreadable", 2),
    ("200_empty", ProviderError, "unreadable", 2),
    ("200_error", ProviderError, "unavailable", 2),
    ("200_list", ProviderError, "unreadable", 2),
    ("bad_utf8", ProviderError, "unreadable", 2),
    ("plain_text", ReplyError, "invalid", 2),
    ("bad_json", ReplyError, "invalid", 2),
    ("missing_field", ReplyError, "invalid", 2),
    ("wrong_type", ReplyError, "invalid", 2),
    ("dup_keys", ReplyError, "invalid", 2),
    ("nan", ReplyError, "invalid", 2),
    ("deep", ReplyError, "invalid", 2),
]


@pytest.mark.parametrize(
    ("fault", "error", "kind", "requests"), FAILURES, ids=[case[0] for case in FAILURES]
)
def test_failures_are_typed_and_bounded(
    server: Serve, fault: str, error: type[SummariserError], kind: str, requests: int
) -> None:
    """Each failure is one error that tells its kind, pickles, holds no key and no article."""
    served = server([fault], content=reply(deal()))
    with pytest.raises(error) as caught:
        summariser(served, max_requests=2).summarise(ARTICLE)
    assert caught.value.kind == kind  # type: ignore[attr-defined]
    assert len(served.requests) == requests
    assert caught.value.usage.requests == requests  # type: ignore[attr-defined]
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value)
    assert again.__dict__ == caught.value.__dict__
    said = "".join(traceback.format_exception(caught.value)) + repr(caught.value.__dict__)
    assert "sk-canary" not in said
    assert "said Ada Quill" not in said
    assert len(str(caught.value)) <= 500


@pytest.mark.parametrize("fault", ["fenced", "extra_key", "usage_null", "usage_missing"])
def test_harmless_oddities_are_taken(server: Serve, fault: str) -> None:
    """A fence, an extra key or missing usage costs no second request."""
    served = server([fault], content=reply(deal()))
    summary = summariser(served).summarise(ARTICLE)
    assert len(summary.deals) == len(served.requests) == 1
    if fault.startswith("usage"):
        assert summary.usage.input_tokens is None


@pytest.mark.parametrize("fault", ["nul", "ctrl_chars", "lone_surrogate"])
def test_control_characters_never_reach_a_summary(server: Serve, fault: str) -> None:
    """What could break a terminal or a file is dropped from the model's strings."""
    served = server([fault], content=reply(deal()))
    stored = summariser(served).summarise(ARTICLE).model_dump_json()
    stored.encode()
    assert not any(character < " " for character in json.loads(stored)["overview"])


def test_a_passing_fault_costs_one_more_request(server: Serve) -> None:
    """After one 429 and one unreadable answer the article is summarised."""
    served = server(["429_ra_ms", "choices_null", "ok"], content=reply(deal()))
    summary = summariser(served).summarise(ARTICLE)
    assert summary.usage.requests == len(served.requests) == 3
    assert len(summary.deals) == 1


def test_retry_after_is_waited_for(server: Serve) -> None:
    """The pause before the second request is at least what the server asked for."""
    served = server(["429_ra1", "ok"], content=reply())
    summariser(served).summarise(ARTICLE)
    first, second = served.requests
    assert second.time - first.time >= 1


def test_a_bad_answer_is_asked_for_once_more_and_counted(server: Serve) -> None:
    """Off-schema JSON costs one re-ask that says what is wrong, without the bad answer in full."""
    served = server(["missing_field", "ok"], content=reply(*[deal()] * 20))
    summary = summariser(served).summarise(ARTICLE)
    assert summary.usage.requests == 2
    assert summary.usage.output_tokens == 100
    assert len(served.requests[1].raw) < 1.3 * len(served.requests[0].raw)


@pytest.mark.heavy
@pytest.mark.parametrize("fault", ["hang", "hang_after_headers", "trickle"])
def test_the_deadline_ends_everything(server: Serve, fault: str) -> None:
    """A server that hangs or trickles costs no more than the deadline."""
    served = server([fault], content=reply(deal()))
    started = time.monotonic()
    with pytest.raises(ProviderError) as caught:
        summariser(served, deadline=0.5).summarise(ARTICLE)
    assert caught.value.kind == "deadline"
    assert caught.value.usage.requests == 1
    assert time.monotonic() - started < 20


def test_a_server_that_is_not_there() -> None:
    """A refused connection names the address's two usual causes."""
    with pytest.raises(ProviderError, match="base_url") as caught:
        Summariser(
            model="m", base_url="http://127.0.0.1:9/v1", api_key="k", max_requests=1
        ).summarise(ARTICLE)
    assert caught.value.kind == "unreachable"


def test_without_a_key_nothing_is_sent() -> None:
    """No key, no local server, no recording: the error says what to set."""
    with pytest.raises(ProviderError, match="OPENAI_API_KEY") as caught:
        Summariser(model="m").summarise(ARTICLE)
    assert caught.value.kind == "authentication"
    assert caught.value.status is None


def test_no_recording_is_one_error_at_once(server: Serve, tmp_path: Path) -> None:
    """A request that is not on the cassette fails at once, unwrapped, with what has changed."""
    served = server(["ok"], content=reply(deal()))
    with recorded(tmp_path / "x.yaml", mode="once"):
        first = summariser(served).summarise(ARTICLE)
    with recorded(tmp_path / "x.yaml"):
        again = Summariser(model="m").summarise(ARTICLE)
        with pytest.raises(NoRecording) as caught:
            Summariser(model="other").summarise(ARTICLE)
    assert again == first
    assert caught.value.changed == ("model",)
    assert len(served.requests) == 1


@pytest.mark.parametrize(
    ("text", "error"), [("", ArticleError), (" \n", ArticleError), ("x" * 3_000_000, ArticleError)]
)
def test_what_is_no_article_is_not_sent(text: str, error: type[Exception], server: Serve) -> None:
    """An empty or a huge text is refused before any request."""
    served = server(["ok"], content=reply())
    with pytest.raises(error):
        summariser(served).summarise(text)
    assert served.requests == []


def test_an_unknown_prompt_is_not_sent(server: Serve) -> None:
    """A wrong template name is a PromptError before any request."""
    served = server(["ok"], content=reply())
    with pytest.raises(PromptError):
        summariser(served, prompt="no.such").summarise(ARTICLE)
    assert served.requests == []


@pytest.mark.parametrize("options", [{"on_unsupported": "hope"}, {"max_requests": 0}])
def test_wrong_options_are_refused_at_once(options: dict[str, Any]) -> None:
    """A misspelt choice fails when the object is made, not when an article is read."""
    with pytest.raises(ValueError, match=next(iter(options))):
        Summariser(model="m", **options)


@pytest.mark.heavy
def test_every_fault_ends_in_a_summary_or_a_typed_error(server: Serve) -> None:
    """Whatever the server does once, nothing but our own errors comes out."""
    for fault in FAULTS:
        served = server([fault, "401"], content=reply(deal()))
        with suppress(SummariserError):
            summariser(served, deadline=2).summarise(ARTICLE)
        assert len(served.requests) <= 4
