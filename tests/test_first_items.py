"""Items as they come: each is told of before the reply ends, and in the end all is as ever."""

from __future__ import annotations

import asyncio
import gc
import json
import re
import threading
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from conftest import CANARY
from llm_server import DONE, EVENTS, Held, Item, LLMServer, Reply, Request, chunks, completion
from llm_server import event as sse
from record import ARTICLES, Reader, article, faults, hasty, honest
from samples import ARTICLE, BAD, Serve, deal, money, reply, summariser
from stream_table import FAULTS

from summariser import (
    Article,
    ItemEvent,
    LoopError,
    ReplyError,
    Summariser,
    Summary,
    recorded,
)

SCRIPTS = [honest(stem) for stem in ARTICLES] + [hasty("lakes_summit_en", "topic.v1")]
SCRIPTS += [script for script, _ in faults()]
AT_ONCE = ("lakes_summit_en", "c5plus1_ru", "hu_luntan_zh", "hard_case", "name_genitive_hard")


def followed(shared: Summariser[Any], read: Any = ARTICLE) -> tuple[list[ItemEvent], Any]:
    """What is told of an article, and its summary."""
    *events, summary = shared.stream_items(read)
    assert isinstance(summary, Summary)
    return events, summary


def left(events: Iterable[ItemEvent]) -> Counter[tuple[str, str]]:
    """What whoever follows the events has in the end."""
    items: dict[int, ItemEvent] = {}
    for event in events:
        assert (event.number in items) == (event.kind != "added")
        if event.kind == "removed":
            del items[event.number]
        else:
            items[event.number] = event
    return Counter((each.field, each.item.model_dump_json()) for each in items.values())


def held(summary: Any) -> Counter[tuple[str, str]]:
    """The items of a summary."""
    found: Counter[tuple[str, str]] = Counter()
    for name in summary.item_fields():
        value = getattr(summary, name)
        items = value if isinstance(value, list) else [value] if value else []
        found.update((name, each.model_dump_json()) for each in items)
    return found


def agree(server: LLMServer, read: Article, **options: Any) -> list[ItemEvent]:
    """Read both ways, it is the same; the events come to its items."""
    with summariser(server, **options) as shared:
        whole = shared.summarise(read)
        events, summary = followed(shared, read)
    assert summary.model_dump_json() == whole.model_dump_json()
    assert left(events) == held(summary)
    return events


# --- the end -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(each, id=each.name, marks=[] if each.name in AT_ONCE else [pytest.mark.heavy])
        for each in SCRIPTS
    ],
)
def test_the_end_is_that_of_reading_in_one_go(server: Serve, script: Any) -> None:
    """Of every reply written by hand, planted faults and second tries included, to the byte."""
    served = server(Reader([script]), pieces=17)
    options = {"seed": script.seed, "prompt": script.prompt}
    agree(served, article(script.article), **options)
    assert {bool(request.body.get("stream")) for request in served.requests} == {False, True}


def dealt(stem: str) -> Any:
    """Answers about a window with the honest items whose sentences it shows, or some of them."""
    script = honest(stem)

    def plan(request: Request) -> Item:
        messages = request.body["messages"]
        if len(messages) > 2:
            insists = json.loads(messages[2]["content"])
            empty = {
                name: [] if isinstance(old, list) else None for name, old in script.reply.items()
            }
            return completion(script.repair or {**empty, "overview": "", **insists})
        shown = {
            int(number)
            for number in re.findall(r"^\[(\d+)\]", messages[1]["content"], re.MULTILINE)
        }
        told: dict[str, Any] = {}
        for name, value in script.reply.items():
            told[name] = value
            if isinstance(value, list):
                told[name] = [each for each in value if not shown.isdisjoint(each["evidence"])]
        return completion({**told, "overview": f"From {min(shown)} on."})

    return plan


@pytest.mark.parametrize("size", [400, 900])
@pytest.mark.parametrize("stem", ["lakes_summit_en", "c5plus1_ru", "hu_luntan_zh", "hard_case"])
def test_the_end_of_several_windows_is_that_of_reading_in_one_go(
    server: Serve, stem: str, size: int
) -> None:
    """Merged over the windows; what was told twice, or grew together, is told of."""
    options = {"window": size, "overlap": size // 3}
    events = agree(server(dealt(stem), pieces=23), article(stem), **options)
    assert {event.kind for event in events} >= {"added"}


LONG = Article.from_text(
    "Talks opened in Norvik on Monday. Lumen Rail signed a contract worth $2.5 billion with the port. "
    "The contract of Lumen Rail, worth $2.5 billion, runs for ten years. Nobody spoke of it.",
    language="en",
)
SUMMIT = {"evidence": [1], "verbatim": "Talks", "name": "Talks", "place": "Norvik", "date": None}


def test_what_windows_have_in_common_is_told_of(server: Serve) -> None:
    """Of one fact in two windows one item grows and the other goes; so does a second summit."""
    other = {**SUMMIT, "evidence": [4], "verbatim": "Nobody", "name": "Nobody", "place": None}

    def plan(request: Request) -> Item:
        shown = re.findall(r"^\[(\d+)\]", request.body["messages"][1]["content"], re.MULTILINE)
        if "1" in shown:
            return completion({**reply(deal(evidence=[2])), "summit": SUMMIT})
        return completion({**reply(deal(evidence=[3])), "summit": other})

    events = agree(server(plan, pieces=30), LONG, window=120, overlap=0, on_unsupported="flag")
    told = [(event.kind, event.field) for event in events]
    assert Counter(told) == {
        ("added", "summit"): 2, ("added", "deals"): 2,
        ("removed", "summit"): 1, ("removed", "deals"): 1, ("changed", "deals"): 1,
    }  # fmt: skip
    (grown,) = (event.item for event in events if event.kind == "changed")
    assert [each.sentence for each in grown.evidence] == [2, 3]  # type: ignore[attr-defined]


TWO = reply(
    deal(), BAD, deal("It was denied.", evidence=[4], status="denied", parties=[], values=[])
)


@pytest.mark.parametrize("on_open", ["flag", "ask"])
@pytest.mark.parametrize("on_unsupported", ["ask", "flag", "drop"])
def test_the_end_is_the_same_whatever_is_done_with_unsupported_items(
    server: Serve, on_unsupported: str, on_open: str
) -> None:
    """Asked for again, kept with their verdicts, or dropped; and with open sentences asked about."""

    def plan(request: Request) -> Item:
        again = len(request.body["messages"]) > 2
        return completion(reply(deal(values=[])) if again else TWO)

    events = agree(server(plan, pieces=9), ARTICLE, on_unsupported=on_unsupported, on_open=on_open)
    (first, *_) = events
    assert (first.number, first.field, first.item.verdict) == (1, "deals", "computed")


def test_an_item_that_is_not_borne_out_comes_when_it_is(server: Serve) -> None:
    """Never as the model wrote it first; under `flag` it comes at once, with its verdict."""
    mended = deal("A loan.", values=[])
    plans = [completion(reply(BAD, deal())), completion(reply(mended))]

    def plan(request: Request) -> Item:
        return plans[len(request.body["messages"]) > 2]

    served = server(plan, pieces=9)
    told = {}
    for way in ("ask", "flag", "drop"):
        with summariser(served, on_unsupported=way) as shared:
            told[way] = [event.item.text for event in followed(shared)[0]]
    sound = deal()["text"]
    assert told == {"ask": [sound, "A loan."], "flag": ["A loan.", sound], "drop": [sound]}


def test_two_items_that_are_the_same_are_two(server: Serve) -> None:
    """As in the summary; of a second answer only what the first had not is told of."""
    whole = completion(reply(deal(), deal(), deal("Another.", values=[])))
    events = agree(server([whole], pieces=30), ARTICLE)
    assert [event.kind for event in events] == ["added"] * 3
    cut = Reply(body=b"".join(map(sse, chunks(whole, 30)[:-5])) + DONE, headers=EVENTS)
    with summariser(server([cut, whole], pieces=30)) as shared:
        events, summary = followed(shared)
    assert [event.kind for event in events] == ["added"] * 3
    assert left(events) == held(summary)


def test_what_a_second_answer_does_not_say_again_is_removed(server: Serve) -> None:
    """A stream breaks after an item, and the next answer has another."""
    first = completion(reply(deal("The first.", values=[]), deal("Never whole.")))
    cut = Reply(body=b"".join(map(sse, chunks(first, 30)[:-5])) + DONE, headers=EVENTS)
    with summariser(server([cut, completion(reply(deal("The second.")))], pieces=30)) as shared:
        events, summary = followed(shared)
    assert [(event.kind, event.number, event.item.text) for event in events] == [
        ("added", 1, "The first."), ("added", 2, "The second."), ("removed", 1, "The first."),
    ]  # fmt: skip
    assert summary.usage.requests == 2


def test_a_draft_before_the_answer_is_taken_back(server: Serve) -> None:
    """Of several objects the last counts, though the first was there before."""
    draft, answer = reply(deal("The draft.", values=[])), reply(deal())
    content = f"Perhaps {json.dumps(draft)}? No: {json.dumps(answer)}"
    events = agree(server([completion(content)], pieces=30), ARTICLE)
    assert [(event.kind, event.item.text) for event in events] == [  # type: ignore[attr-defined]
        ("added", "The draft."), ("added", deal()["text"]), ("removed", "The draft."),
    ]  # fmt: skip


def test_a_note_that_is_added_in_the_end_is_a_change(server: Serve) -> None:
    """Two items claim one figure, which is known when both are there: each is told of again."""
    others = [{"verbatim": "Norvik", "name": "Norvik", "role": "buyer", "country": None}]
    served = server([completion(reply(deal(), deal("Norvik pays.", parties=others)))], pieces=30)
    events = agree(served, ARTICLE)
    assert [(event.kind, event.number) for event in events] == [
        ("added", 1), ("added", 2), ("changed", 1), ("changed", 2),
    ]  # fmt: skip
    assert not events[0].item.notes
    assert events[2].item.notes


@pytest.mark.parametrize("pieces", [None, 30])
def test_what_a_reader_does_to_an_item_is_not_done_to_the_summary(
    server: Serve, pieces: int | None
) -> None:
    """The items told of are the reader's own, whether they came early or with the whole."""
    served = server([completion(reply(deal(), BAD))], pieces=pieces)
    with summariser(served) as shared:
        for each in shared.stream_items(ARTICLE):
            if isinstance(each, ItemEvent):
                each.item.text = "Something else."  # type: ignore[attr-defined]
                each.item.checks.clear()
    assert each.deals[0].text == deal()["text"]
    assert each.deals[0].checks


# --- the beginning -------------------------------------------------------------------------------


TWICE = completion(reply(deal(), deal("Another.", values=[])))


def test_an_item_comes_before_the_reply_ends(server: Serve) -> None:
    """The server goes on only when the first item has come: it is verified, with its evidence."""
    held_back = Held(TWICE, "Another")
    with summariser(server([held_back.reply])) as shared:
        events = shared.stream_items(ARTICLE)
        first = next(events)
        assert isinstance(first, ItemEvent)
        assert first.item.verdict == "computed"
        assert first.item.evidence[0].text == ARTICLE.sentences[1].text  # type: ignore[attr-defined]
        held_back.go_on.set()
        _, summary = events
    assert len(summary.deals) == 2  # type: ignore[union-attr]


def test_it_comes_on_any_event_loop(server: Serve) -> None:
    """The same with ``async for``, over several loops."""

    async def both() -> list[Any]:
        told = []
        async for each in shared.astream_items(ARTICLE):
            told.append(each)
            held_back.go_on.set()
        return told

    for _ in range(2):
        held_back = Held(TWICE, "Another")
        with summariser(server([held_back.reply])) as shared:
            first, second, summary = asyncio.run(both())
        assert (first.number, second.number, len(summary.deals)) == (1, 2, 2)


def test_many_articles_tell_of_their_items(server: Serve) -> None:
    """`on_item` hears of each with its article, before the summaries come; the end is as ever."""
    served = server(["ok"], content=TWICE["choices"][0]["message"]["content"], pieces=30)
    articles = [Article.from_text(f"{ARTICLE.text} Day {day}.", language="en") for day in (1, 2, 3)]
    heard: list[tuple[str, int]] = []

    def hear(read: Article, event: ItemEvent) -> None:
        heard.append((read.id, event.number))

    async def astreamed() -> list[Any]:
        return [each async for each in shared.astream(articles, ordered=True, on_item=hear)]

    with summariser(served) as shared:
        silent = [*shared.summarise_many(articles, ordered=True)]
        assert not heard
        for told in (
            lambda: [*shared.summarise_many(articles, ordered=True, on_item=hear)],
            lambda: asyncio.run(astreamed()),
        ):
            assert told() == silent
            assert sorted(heard) == sorted((each.id, n) for each in articles for n in (1, 2))
            heard.clear()


def test_a_single_item_of_a_field_comes_early_too(server: Serve) -> None:
    """The summit is no list: it is whole when its object is."""
    held_back = Held(completion({**reply(), "summit": SUMMIT}), "Talks.")
    with summariser(server([held_back.reply])) as shared:
        events = shared.stream_items(ARTICLE)
        first = next(events)
        assert isinstance(first, ItemEvent)
        assert first.field == "summit"
        held_back.go_on.set()
        list(events)


def test_who_leaves_early_ends_it(server: Serve) -> None:
    """Nothing is under way any more, and nothing more is asked."""
    held_back = Held(TWICE, "Another")
    served = server([held_back.reply])
    with summariser(served) as shared:
        for _ in shared.stream_items(ARTICLE):
            break
        gc.collect()

        async def leave() -> None:
            events = shared.astream_items(ARTICLE)
            async for _ in events:
                break
            await events.aclose()

        asyncio.run(leave())
        end = time.monotonic() + 5
        while shared.background.run(_tasks()) and time.monotonic() < end:
            time.sleep(0.01)
        assert not shared.background.run(_tasks())
    assert len(served.requests) == 2


async def _tasks() -> int:
    return len(asyncio.all_tasks()) - 1


def test_closing_it_is_told(server: Serve) -> None:
    """Whoever waits for the next item gets a LoopError."""
    held_back = Held(TWICE, "Another")
    with summariser(server([held_back.reply])) as shared:
        events = shared.stream_items(ARTICLE)
        next(events)
        shared.close()
        with pytest.raises(LoopError, match="closed"):
            next(events)


def test_an_error_comes_after_the_items(server: Serve) -> None:
    """What came before it was of no summary."""
    whole = completion(reply(deal(), deal("Never whole.")), finish_reason="length")
    whole["choices"][0]["message"]["content"] = whole["choices"][0]["message"]["content"][:-300]
    told: list[Any] = []
    with summariser(server([whole], pieces=30)) as shared, pytest.raises(ReplyError) as caught:
        told.extend(shared.stream_items(ARTICLE))
    assert [event.kind for event in told] == ["added"]
    assert (caught.value.kind, caught.value.usage.requests) == ("truncated", 2)


def test_a_server_that_knows_no_streams(server: Serve) -> None:
    """It answers whole: the items come before those that are asked for again."""

    def plan(request: Request) -> Item:
        again = len(request.body["messages"]) > 2
        if not again:
            return completion(reply(deal(), BAD))
        assert came.wait(5)
        return completion(reply(deal("A loan.", values=[])))

    came = threading.Event()
    with summariser(server(plan)) as shared:
        events = shared.stream_items(ARTICLE)
        next(events)
        came.set()
        second, summary = events
    assert isinstance(second, ItemEvent)
    assert second.item.text == "A loan."  # type: ignore[attr-defined]
    assert summary.usage.requests == 2  # type: ignore[union-attr]


@pytest.mark.parametrize("way", ["asked again", "open"])
def test_what_comes_later_of_a_window_does_not_wait_for_the_next(server: Serve, way: str) -> None:
    """The other window answers only when there is an item that was asked for by itself."""
    came = threading.Event()

    def plan(request: Request) -> Item:
        messages = request.body["messages"]
        shown = re.findall(r"^\[(\d+)\]", messages[1]["content"], re.MULTILINE)
        if "1" not in shown:
            return completion(reply()) if came.wait(3) else "500_no_retry"
        if len(messages) > 2:
            return completion(reply(deal(evidence=[2])))
        return completion(reply(first))

    asks = way == "asked again"
    wrong = deal(evidence=[2], values=[money("$9", "9")])
    first = wrong if asks else deal("No.", evidence=[1], parties=[], values=[])
    options: dict[str, Any] = {"on_open": "flag" if asks else "ask"}
    with summariser(server(plan), window=120, overlap=0, **options) as shared:
        for each in shared.stream_items(LONG):
            if isinstance(each, ItemEvent) and each.item.text == deal()["text"]:  # type: ignore[attr-defined]
                came.set()
    assert [part.error for part in each.coverage] == [None, None]  # type: ignore[union-attr]


def test_a_check_that_fails_unforeseen_is_met_in_the_end(
    server: Serve, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What fails while the reply is written changes nothing but what is told early."""

    def fail(*_: Any) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr("summariser.reading.window.read_item", fail)
    assert len(agree(server([TWICE], pieces=30), ARTICLE)) == 2
    gc.collect()
    assert not [record for record in caplog.records if record.name == "asyncio"]


# --- recordings ----------------------------------------------------------------------------------


def test_a_stream_is_recorded_and_replayed(server: Serve, tmp_path: Path) -> None:
    """Its events, as they came; offline the same items and the same summary come of them."""
    served = server([completion(reply(deal(), deal("Another.", values=[])))], pieces=30)
    tape = tmp_path / "tape.yaml"
    with summariser(served) as shared, recorded(tape, mode="once"):
        first = followed(shared)
    with summariser(served) as shared, recorded(tape) as cassette:
        again = followed(shared)
    assert (first, len(served.requests), cassette.replayed) == (again, 1, 1)


def test_what_was_recorded_whole_answers_a_stream(server: Serve, tmp_path: Path) -> None:
    """So does the project's own cassette, offline."""
    served = server([completion(reply(deal()))], pieces=30)
    tape = tmp_path / "tape.yaml"
    with summariser(served) as shared, recorded(tape, mode="once"):
        whole = shared.summarise(ARTICLE)
    with summariser(served) as shared, recorded(tape):
        events, summary = followed(shared)
    assert summary == whole
    assert len(events) == len(served.requests) == 1


@pytest.mark.parametrize("pieces", [3, 10_000])
def test_no_recording_holds_a_key_in_pieces(server: Serve, tmp_path: Path, pieces: int) -> None:
    """Where it can be cut out it is; a stream in which it cannot is not recorded."""
    content = json.dumps(reply(deal(f"With {CANARY} they built.")))
    served = server(["ok"], content=content, pieces=pieces)
    tape = tmp_path / "tape.yaml"
    with (
        Summariser(model="m", base_url=served.base_url, api_key=CANARY) as shared,
        recorded(tape, mode="once") as cassette,
    ):
        followed(shared)
    assert cassette.recorded == (pieces > len(content))
    assert not tape.exists() or CANARY not in tape.read_text("utf-8")


@pytest.mark.parametrize("fault", ["no_end_at_all", "closed", "error_503"])
def test_a_stream_that_fails_is_not_recorded(server: Serve, tmp_path: Path, fault: str) -> None:
    """What is asked again is: half a reply would be replayed for ever."""
    served = server([FAULTS[fault], TWICE], pieces=30)
    tape = tmp_path / "tape.yaml"
    with summariser(served) as shared, recorded(tape, mode="once") as cassette:
        _, summary = followed(shared)
    assert (summary.usage.requests, cassette.recorded) == (2, 1)
    with summariser(served) as shared, recorded(tape):
        assert len(followed(shared)[1].deals) == 2
