"""Articles longer than a window, end to end: read in parts, put together, nothing lost."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable
from typing import Any

import pytest
from llm_server import LLMServer, Request

from summariser import (
    Article,
    ProviderError,
    Summariser,
    SummitSummary,
    to_html,
    to_markdown,
    to_text,
)
from summariser.checks import Index, verify_prose
from summariser.reading.candidates import read as read_items

Serve = Callable[..., LLMServer]

FIRMS = ["Arkona", "Belmarsh", "Cordelis", "Dunmore", "Estavel", "Fennick", "Gallowby", "Harrast"]


def paragraph(number: int) -> str:
    firm = f"{FIRMS[number % len(FIRMS)]} {number + 1}"
    return (
        f"Talks on the port went on for hours. {firm} signed a contract worth ${number + 2} million. "
        "Nothing else was said about it that day."
    )


ARTICLE = Article.from_text("\n".join(paragraph(number) for number in range(40)), language="en")
DEALS = [f"{FIRMS[number % len(FIRMS)]} {number + 1}" for number in range(40)]


def shown(request: Request) -> list[tuple[int, str]]:
    """The sentences a request shows, with their numbers."""
    text = next(m["content"] for m in request.body["messages"] if m["role"] == "user")
    return [(int(n), words) for n, words in re.findall(r"^\[(\d+)\] (.*)$", text, re.MULTILINE)]


def deals(request: Request) -> dict[str, Any]:
    """What a careful model would report of the sentences it sees."""
    found = []
    for number, words in shown(request):
        if match := re.match(r"(.+) signed a contract worth (\$(\d+) million)", words):
            party = {"name": match[1], "verbatim": match[1], "role": "supplier", "country": None}
            value = {"verbatim": match[2], "amount": f"{match[3]}000000", "upper": None,
                     "currency": "USD", "qualifier": "exact", "per": "total"}  # fmt: skip
            found.append({
                "evidence": [number], "text": f"{match[1]} signed a contract.",
                "instrument": "contract", "status": "signed", "parties": [party], "values": [value],
                "deliverables": [], "period": None, "place": None, "sector": None,
            })  # fmt: skip
    first = shown(request)[0][0]
    return {"summit": None, "overview": f"Contracts were signed, from [{first}] on.", "outcomes": [],
            "deals": found, "positions": []}  # fmt: skip


def complete(reply: dict[str, Any]) -> dict[str, Any]:
    message = {"role": "assistant", "content": json.dumps(reply), "refusal": None}
    return {
        "id": "chatcmpl-long", "object": "chat.completion", "created": 1760000000, "model": "loopback",
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 50, "total_tokens": 150},
    }  # fmt: skip


def summariser(served: LLMServer, **options: Any) -> Summariser:
    return Summariser(model="m", base_url=served.base_url, api_key="none", **options)


def named(summary: SummitSummary) -> list[str | None]:
    return [deal.parties[0].name for deal in summary.deals]


def read(summary: SummitSummary) -> set[int]:
    return {
        number
        for part in summary.coverage
        if part.error is None
        for number in range(part.first, part.last + 1)
    }


def test_every_deal_of_a_long_article_is_found_once(server: Serve) -> None:
    """Windows overlap, and still each deal is one item, in the article's order."""
    served = server(lambda request: complete(deals(request)))
    with summariser(served, window=1_000) as shared:
        summary = shared.summarise(ARTICLE)
    assert named(summary) == DEALS
    assert len(served.requests) == len(summary.coverage) > 4
    assert read(summary) == set(range(1, len(ARTICLE.sentences) + 1))
    assert summary.usage.requests == len(served.requests)
    assert summary.usage.input_tokens == 100 * len(served.requests)
    assert all(deal.verdict in ("exact", "computed") for deal in summary.deals)


def test_what_fits_a_window_is_read_at_once(server: Serve) -> None:
    """An article no longer than the window takes one request, which covers it all."""
    served = server(lambda request: complete(deals(request)))
    with summariser(served, window=len(ARTICLE.text)) as shared:
        summary = shared.summarise(ARTICLE)
    assert len(served.requests) == 1
    assert [(part.first, part.last, part.request) for part in summary.coverage] == [
        (1, len(ARTICLE.sentences), "chatcmpl-long")
    ]


def test_what_is_too_long_for_the_model_is_read_in_halves(server: Serve) -> None:
    """A model that takes 2,000 characters at a time reads the whole article all the same."""

    def plan(request: Request) -> Any:
        longest = sum(len(words) for _, words in shown(request))
        return "400_context" if longest > 2_000 else complete(deals(request))

    served = server(plan)
    with summariser(served, window=8_000) as shared:
        summary = shared.summarise(ARTICLE)
        assert named(summary) == DEALS
        assert read(summary) == set(range(1, len(ARTICLE.sentences) + 1))
        assert summary.usage.requests == len(served.requests)
        learnt = len(served.requests)
        again = shared.summarise(ARTICLE)
    assert named(again) == DEALS
    # What was too long once is not tried a second time.
    assert len(served.requests) - learnt == len(again.coverage)


def test_what_is_too_long_in_one_language_is_tried_in_another(server: Serve) -> None:
    """Some languages take far more tokens for a character: what was learnt is kept apart."""

    def plan(request: Request) -> Any:
        text = "".join(words for _, words in shown(request))
        return "400_context" if "港" in text and len(text) > 800 else complete(deals(request))

    served = server(plan)
    with summariser(served) as shared:
        shared.summarise(Article.from_text("代表团在港口会谈。" * 200))
        chinese = len(served.requests)
        assert chinese > 2
        assert named(shared.summarise(ARTICLE)) == DEALS
    assert len(served.requests) == chinese + 1


def test_a_reply_that_is_cut_off_is_asked_for_in_halves(server: Serve) -> None:
    """A window with more facts than a reply has room for is read in two."""

    def plan(request: Request) -> Any:
        reply = deals(request)
        return "length" if len(reply["deals"]) > 10 else complete(reply)

    served = server(plan, content={"overview": "x" * 100})
    with summariser(served) as shared:
        summary = shared.summarise(ARTICLE)
    assert named(summary) == DEALS
    assert summary.usage.requests == len(served.requests)


def test_one_failing_window_does_not_lose_the_others(server: Serve) -> None:
    """The other windows' deals are kept, and the summary says which sentences were not read."""

    def plan(request: Request) -> Any:
        numbers = [number for number, _ in shown(request)]
        return "refusal" if 61 in numbers else complete(deals(request))

    served = server(plan)
    with summariser(served, window=1_000) as shared:
        summary = shared.summarise(ARTICLE)
    failed = [part for part in summary.coverage if part.error]
    assert failed
    assert all(part.first <= 61 <= part.last and "refused" in str(part.error) for part in failed)
    lost = set(range(1, len(ARTICLE.sentences) + 1)) - read(summary)
    assert 61 in lost
    expected = [name for number, name in enumerate(DEALS) if 3 * number + 2 not in lost]
    assert named(summary) == expected
    for show in (to_text, to_markdown, to_html):
        assert "not read" in show(summary)


def test_if_every_window_fails_the_article_fails(server: Serve) -> None:
    """Nothing read is an error, not an empty summary, and it says what the requests cost."""
    served = server(["refusal"])
    with summariser(served, window=1_000) as shared, pytest.raises(Exception, match="refused") as e:
        shared.summarise(ARTICLE)
    assert e.value.usage.requests == len(served.requests) > 4  # type: ignore[attr-defined]


def test_a_wrong_key_is_not_tried_on_every_window(server: Serve) -> None:
    """What would befall every window ends the article."""
    served = server(["401"])
    with (
        summariser(served, window=500) as shared,
        pytest.raises(ProviderError) as caught,
    ):
        shared.summarise(ARTICLE)
    assert caught.value.kind == "authentication"
    assert len(served.requests) <= 16  # two rounds, of some 40 windows


def test_no_two_threads_look_things_up_in_one_index(
    server: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window whose reply is read beyond the deadline is left alone: the rest looks up anew."""
    used: list[Index] = []
    end = threading.Event()

    def slowly(content: dict[str, Any], schema: Any, index: Index) -> Any:
        used.append(index)
        if len(used) == 1:
            # For those after it: the machine may be busy.
            monkeypatch.setattr("summariser.reading.window.LEAST", 60.0)
            end.wait()
        return read_items(content, schema, index)

    def noted(summary: Any, index: Index) -> Any:
        used.append(index)
        return verify_prose(summary, index)

    monkeypatch.setattr("summariser.reading.window.read", slowly)
    monkeypatch.setattr("summariser.pipeline.verify_prose", noted)
    served = server(lambda request: complete(deals(request)))
    try:
        with summariser(served, window=2_500, deadline=3) as shared:
            summary = shared.summarise(ARTICLE)
    finally:
        end.set()
    assert [bool(part.error) for part in summary.coverage].count(True) == 1
    runaway, *others = used
    assert len(others) >= 2
    assert all(each is not runaway for each in others)


@pytest.mark.parametrize(
    ("window", "overlap"), [(0, None), (-5, None), (100, 100), (100, -1), (100, 60)]
)
def test_windows_that_cannot_be(window: int, overlap: int | None) -> None:
    """They are turned down when the object is made."""
    with pytest.raises(ValueError, match="window"):
        Summariser(model="m", window=window, overlap=overlap)


@pytest.mark.parametrize(("allowed", "asked"), [(1, 1), (4, 2)])
def test_a_figure_that_cannot_be_placed_is_asked_about_within_the_budget(
    server: Serve, allowed: int, asked: int
) -> None:
    """Once, if a request is left; the deal is kept either way."""
    of = Article.from_text(
        "Arkona 1 signed a contract worth $252,0000 with the port. It took a year.", language="en"
    )

    def plan(request: Request) -> Any:
        reply = deals(request)
        reply["deals"] = deals_worth(request, "$252,0000", "2520000")
        return complete(reply)

    served = server(plan)
    with summariser(served, max_requests=allowed) as shared:
        summary = shared.summarise(of)
    assert named(summary) == ["Arkona 1"]
    assert not summary.rejected
    assert len(served.requests) == asked


def deals_worth(request: Request, words: str, amount: str) -> list[dict[str, Any]]:
    """The one deal of a text, whose sum is not as a careful model would report it."""
    party = {"name": "Arkona 1", "verbatim": "Arkona 1", "role": "supplier", "country": None}
    value = {"verbatim": words, "amount": amount, "upper": None,
             "currency": "USD", "qualifier": "exact", "per": "total"}  # fmt: skip
    return [{
        "evidence": [shown(request)[0][0]], "text": "Arkona 1 signed a contract.",
        "instrument": "contract", "status": "signed", "parties": [party], "values": [value],
        "deliverables": [], "period": None, "place": None, "sector": None,
    }]  # fmt: skip
