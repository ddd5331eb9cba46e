"""In which way JSON is asked for: as one says, or as the server takes it, which is remembered."""

from __future__ import annotations

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import yaml
from llm_server import Item, Reply, Request, completion
from provider_table import CONTENT, PROSE, calls, enforces, follows, form, is_told, refuses, told
from samples import ARTICLE, Serve, summariser

from summariser import (
    Article,
    NoRecording,
    ProviderError,
    ReplyError,
    SettingError,
    Summariser,
    recorded,
)
from summariser.llm.modes import MODES, after

REFUSED = "This response_format type is unavailable now"
ARTICLES = [
    Article.from_text(f"{ARTICLE.text} It is day {day}.", language="en") for day in range(5)
]


def mode(summary: Any) -> str:
    return str(summary.provenance.mode)


# --- what each mode sends -------------------------------------------------------------------------


@pytest.mark.parametrize("way", [name for name in MODES if name != "auto"])
def test_each_mode_asks_in_its_way(server: Serve, way: str) -> None:
    """One request, with the schema in just one place; the summary says which mode it was."""
    served = server(enforces)
    with summariser(served, mode=way) as shared:
        summary = shared.summarise(ARTICLE)
    (request,) = served.requests
    assert len(summary.deals) == 1
    assert mode(summary) == way
    assert form(request) == (way if way.startswith("json") else None)
    assert ("tools" in request.body) == ("tool_choice" in request.body) == (way == "tools")
    assert is_told(request) == (way in ("json_object", "prompt"))
    assert request.raw.count(b"additionalProperties") == ARTICLE_SCHEMA


ARTICLE_SCHEMA = json.dumps(
    Summariser(model="m", base_url="http://127.0.0.1:9/v1").schema.wire_schema()
).count("additionalProperties")


def test_json_schema_sends_what_auto_sends_first(server: Serve) -> None:
    """To the byte: what was recorded before there were modes replays."""
    served = server(enforces)
    for way in ("auto", "json_schema"):
        summariser(served, mode=way).summarise(ARTICLE)
    first, second = served.requests
    assert first.raw == second.raw
    assert [*first.body] == ["messages", "model", "response_format"]


def test_an_unknown_mode() -> None:
    """It is named at once."""
    with pytest.raises(SettingError, match="auto, json_schema"):
        Summariser(model="m", mode="xml")  # type: ignore[arg-type]


@pytest.mark.parametrize("way", ["json_object", "tools", "prompt"])
def test_every_mode_asks_again(server: Serve, way: str) -> None:
    """An answer that is none is told what is wrong, in every mode; the echo is short."""
    bad = {"overview": "x" * 2_000}
    first: Item = calls(bad) if way == "tools" else completion(bad)
    served = server(lambda request: follows(request) if request.number else first)
    with summariser(served, mode=way) as shared:
        summary = shared.summarise(ARTICLE)
    assert summary.usage.requests == len(served.requests) == 2
    assert len(served.requests[1].raw) < 1.3 * len(served.requests[0].raw)
    said = served.requests[1].body["messages"][-1]["content"]
    assert any(name in said for name in CONTENT if name not in bad)


def test_a_topic_without_system_message_is_told_too(server: Serve, tmp_path: Path) -> None:
    """The schema stands in the only message there is."""
    (tmp_path / "own.v1.user.jinja").write_text("Read this.\n{{ article.text }}", "utf-8")
    served = server(enforces)
    with summariser(served, mode="prompt", prompt="own.v1", prompts=tmp_path) as shared:
        shared.summarise(ARTICLE)
    (message,) = served.requests[0].body["messages"]
    assert ARTICLE.text in message["content"]
    assert is_told(served.requests[0])


# --- auto -----------------------------------------------------------------------------------------


def only_tools(request: Request) -> Item:
    """Takes tools, and says so."""
    if "tools" in request.body:
        return calls(CONTENT)
    return told("response_format is not supported, use tools instead")


WORDS = [
    # a server, the mode it comes to, and the requests that are refused on the way
    ("a type", refuses(REFUSED, "json_schema"), "json_object", 1),
    ("a status of its own", refuses(REFUSED, "json_schema", status=422), "json_object", 1),
    ("the schema", refuses("Invalid schema for response_format: minItems", "json_schema"),
     "json_object", 1),
    ("in a parameter", refuses("Not here.", "json_schema", param="response_format"),
     "json_object", 1),
    ("its grammar", refuses("Failed to compile grammar", "json_schema"), "json_object", 1),
    ("the model", refuses("Invalid parameter: 'response_format' of type 'json_schema' is not "
                          "supported with this model.", "json_schema"), "json_object", 1),
    ("any type", refuses("response_format is not supported", "json_schema", "json_object"),
     "prompt", 1),
    ("an unknown field", refuses("Unknown parameter: 'response_format'.", "json_schema",
                                 "json_object"), "prompt", 1),
    ("all but text", refuses("response_format.type must be 'text'", "json_schema", "json_object"),
     "prompt", 1),
    ("an extra field", refuses(
        {"detail": [{"type": "extra_forbidden", "loc": ["body", "response_format"],
                     "msg": "Extra inputs are not permitted", "input": {"type": "json_schema"}}]},
        "json_schema", "json_object", status=422), "prompt", 1),
    ("one after the other", lambda request: (
        told(f"type {form(request)} of response_format: no") if form(request) else follows(request)
     ), "prompt", 2),
    ("in an answer", lambda request: (
        {"error": {"message": REFUSED, "code": 400}} if form(request) == "json_schema"
        else follows(request)), "json_object", 1),
    ("only tools", only_tools, "tools", 1),
    ("ignored", follows, "prompt", 1),
]  # fmt: skip


@pytest.mark.parametrize(
    ("served_by", "way", "refused"), [pytest.param(*row[1:], id=row[0]) for row in WORDS]
)
def test_auto_goes_on_as_the_server_takes_it(
    server: Serve, served_by: Any, way: str, refused: int
) -> None:
    """Whatever is refused is refused once: the first article finds out for all others."""
    served = server(served_by)
    with summariser(served) as shared:
        summaries = [shared.summarise(article) for article in ARTICLES]
    assert [mode(summary) for summary in summaries] == [way] * len(ARTICLES)
    assert all(len(summary.deals) == 1 for summary in summaries)
    assert len(served.requests) == len(ARTICLES) + refused
    assert [summary.usage.requests for summary in summaries] == [1 + refused, 1, 1, 1, 1]


def test_many_at_once_find_out_together(server: Serve) -> None:
    """Nobody is lost to a refusal; no more are sent than were under way when it came."""
    served = server(refuses(REFUSED, "json_schema"), latency=0.05)
    articles = [f"{ARTICLE.text} It is day {day}." for day in range(60)]
    with summariser(served) as shared:
        results = list(shared.summarise_many(articles))
    assert [getattr(result, "kind", mode(result)) for result in results] == ["json_object"] * 60
    assert len(served.requests) <= 60 + 8


def test_a_refusal_that_comes_late_is_no_news(server: Serve) -> None:
    """Another article has found out more in the meantime: none is asked in a way that is refused."""
    found_out = threading.Event()

    def answer(request: Request) -> Item:
        if request.number == 0:
            found_out.wait(30)
        refused = form(request)
        return told(f"response_format {refused} is unavailable") if refused else follows(request)

    served = server(answer)
    with summariser(served) as shared, ThreadPoolExecutor(1) as thread:
        late = thread.submit(shared.summarise, ARTICLES[0])
        while not served.requests:
            time.sleep(0.001)
        early = shared.summarise(ARTICLES[1])
        found_out.set()
        assert mode(early) == mode(late.result()) == "prompt"
    assert [form(request) for request in served.requests] == [
        "json_schema", *["json_schema", "json_object", None], None,
    ]  # fmt: skip


@pytest.mark.parametrize("way", ["json_schema", "json_object", "tools"])
def test_a_mode_that_was_asked_for_stays(server: Serve, way: str) -> None:
    """What one says is not overruled: the refusal is the article's error, as ever."""
    served = server([told(f"{REFUSED}: no {way}, no tools")])
    with summariser(served, mode=way) as shared, pytest.raises(ProviderError) as caught:
        shared.summarise(ARTICLE)
    assert (type(caught.value), caught.value.kind) == (ProviderError, "rejected")
    assert "unavailable now" in str(caught.value)
    assert len(served.requests) == caught.value.usage.requests == 1


def test_a_server_that_says_the_same_whatever_is_asked(server: Serve) -> None:
    """Its words are not about what was asked for: one other way is tried, no third."""
    served = server([told(REFUSED)])
    with summariser(served) as shared, pytest.raises(ProviderError) as caught:
        shared.summarise(ARTICLE)
    assert caught.value.kind == "rejected"
    assert len(served.requests) == caught.value.usage.requests == 2


def test_no_more_requests_than_are_allowed(server: Serve) -> None:
    """With one request there is no second way, but the next article knows better."""
    served = server(refuses(REFUSED, "json_schema"))
    with summariser(served, max_requests=1) as shared:
        with pytest.raises(ProviderError) as caught:
            shared.summarise(ARTICLE)
        assert caught.value.kind == "rejected"
        assert mode(shared.summarise(ARTICLES[1])) == "json_object"
    assert len(served.requests) == 2


@pytest.mark.parametrize(
    "item",
    [
        told("temperature must lie between 0 and 1", param="temperature"),
        told("Your prompt was flagged", code="content_filter", param="response_format"),
        told("context_length_exceeded", code="context_length_exceeded", param="tools"),
        Reply(422, json.dumps({"detail": [{"loc": ["body", "seed"], "msg": "Extra inputs",
                                           "input": "response_format"}]}).encode()),
    ],
    ids=["another field", "a filter", "too long", "quoted"],
)  # fmt: skip
def test_what_is_no_refusal_of_the_form(server: Serve, item: Item) -> None:
    """Other words against a request lead to no other mode."""
    served = server([item])
    with summariser(served) as shared, pytest.raises((ProviderError, ReplyError)):
        shared.summarise(ARTICLE)
    assert len(served.requests) == 1


def test_one_odd_answer_is_no_server_that_ignores(server: Serve) -> None:
    """If words do not help either, the next article is asked for the schema as before."""
    served = server(lambda request: completion(PROSE) if request.number < 2 else enforces(request))
    with summariser(served) as shared:
        with pytest.raises(ReplyError) as caught:
            shared.summarise(ARTICLE)
        assert caught.value.kind == "invalid"
        assert mode(shared.summarise(ARTICLES[1])) == "json_schema"
    assert [form(request) for request in served.requests] == ["json_schema", None, "json_schema"]


def test_after_the_last_there_is_none() -> None:
    """Nothing comes after words."""
    assert after("prompt", REFUSED) is None


# --- recorded -------------------------------------------------------------------------------------


def test_a_fallback_replays(server: Serve, tmp_path: Path) -> None:
    """The refusal is recorded, once: all articles replay offline, in any order and each alone."""
    served = server(refuses(REFUSED, "json_schema"))
    tape = tmp_path / "a.yaml"
    with recorded(tape, mode="once"), summariser(served) as shared:
        first = [shared.summarise(article) for article in ARTICLES]
    kept = yaml.safe_load(tape.read_text("utf-8"))["interactions"]
    assert [each["response"]["status"] for each in kept] == [400] + [200] * len(ARTICLES)
    for article, before in reversed([*zip(ARTICLES, first, strict=True)]):
        with recorded(tape), summariser(served) as shared:
            again = shared.summarise(article)
        assert (mode(again), again.deals) == ("json_object", before.deals)
    assert len(served.requests) == 1 + len(ARTICLES)


def test_a_refusal_replays_for_its_own_form_only(server: Serve, tmp_path: Path) -> None:
    """Another model may take what this one refuses: it is not recorded."""
    served = server(refuses(REFUSED, "json_schema"))
    tape = tmp_path / "a.yaml"
    with recorded(tape, mode="once"), summariser(served) as shared:
        shared.summarise(ARTICLE)
    with recorded(tape), pytest.raises(NoRecording):
        Summariser(model="another", base_url=served.base_url).summarise(ARTICLE)


# --- batches --------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", MODES)
def test_a_request_for_a_batch_is_in_the_mode_one_says(server: Serve, way: Any) -> None:
    """It cannot be asked otherwise later: `auto` stands for the first."""
    served = server(enforces)
    with summariser(served, mode=way) as shared:
        ((_, body),) = shared.requests_for(ARTICLE)
        shared.summarise(ARTICLE)
    assert body == served.requests[0].body
