"""With ``on_open="ask"`` the model is asked once more about what no item cites, and only that."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from llm_server import LLMServer, completion
from samples import deal, money, reply, summariser

from summariser import Article, BudgetError, Grounded, SettingError, Store, Summariser, Summary
from summariser.batch import Batches

Serve = Callable[..., LLMServer]

ARTICLE = Article.from_text(
    "Alpha bought ten trains for $40 million. Beta signed a contract for $900 million. "
    "Gamma ordered 50 jets for €3 billion.",
    language="en",
)


def bought(
    name: str, number: int, words: str, amount: str, currency: str = "USD"
) -> dict[str, Any]:
    party = {"verbatim": name, "name": name, "role": "buyer", "country": None}
    value = {**money(words, amount), "currency": currency}
    return deal(f"{name} bought.", evidence=[number], parties=[party], values=[value])


ALPHA = bought("Alpha", 1, "$40 million", "40000000")
BETA = bought("Beta", 2, "$900 million", "900000000")
GAMMA = bought("Gamma", 3, "€3 billion", "3000000000", "EUR")
FIRST = completion(reply(ALPHA, overview="Trains."))


def names(summary: Any) -> list[str]:
    return [each.parties[0].name for each in summary.deals]


def opened(summary: Any) -> list[tuple[int, str | None]]:
    return [(each.sentence, each.reason) for each in summary.open]


def test_flag_asks_nobody(server: Serve) -> None:
    """It is the default: both are open, and there was one request."""
    served = server([FIRST])
    assert opened(summariser(served).summarise(ARTICLE)) == [(2, None), (3, None)]
    assert len(served.requests) == 1


def test_what_was_overlooked_is_added(server: Serve) -> None:
    """The items of the second answer stand behind those of the first; its words are no overview."""
    served = server([FIRST, completion(reply(BETA, overview="Jets are no deal of the visit."))])
    summary = summariser(served, on_open="ask").summarise(ARTICLE)
    assert names(summary) == ["Alpha", "Beta"]
    assert summary.overview == "Trains."
    assert opened(summary) == [(3, "Jets are no deal of the visit.")]
    assert str(summary.accounted) == "2 of 3 sentences"
    assert summary.usage.requests == 2
    assert [part.request for part in summary.coverage] == [summary.coverage[0].request]


def test_the_first_request_is_the_beginning_of_the_second(server: Serve) -> None:
    """Word for word, then the answer, then the numbers alone: no word of the article is repeated."""
    served = server([FIRST, completion(reply())])
    summariser(served, on_open="ask").summarise(ARTICLE)
    first, second = (request.body["messages"] for request in served.requests)
    assert second[: len(first)] == first
    answer, question = second[len(first) :]
    assert json.loads(answer["content"]) == reply(ALPHA, overview="Trains.")
    assert "[2] sum" in question["content"]
    assert "[3] sum" in question["content"]
    assert "[1]" not in question["content"]
    assert "million" not in question["content"]
    assert "overview" in question["content"]


def test_nobody_is_asked_where_nothing_is_open(server: Serve) -> None:
    """One request is enough."""
    served = server([completion(reply(ALPHA, BETA, GAMMA))])
    assert summariser(served, on_open="ask").summarise(ARTICLE).open == []
    assert len(served.requests) == 1


def test_what_was_reported_before_is_not_reported_twice(server: Serve) -> None:
    """A model that answers with everything once more adds only what is new."""
    served = server([FIRST, completion(reply(ALPHA, BETA, GAMMA, overview=""))])
    summary = summariser(served, on_open="ask").summarise(ARTICLE)
    assert names(summary) == ["Alpha", "Beta", "Gamma"]
    assert summary.open == []


def test_what_the_article_does_not_bear_out_is_rejected(server: Serve) -> None:
    """It is not asked about a third time; its sentence stays open."""
    wrong = bought("Beta", 2, "$800 million", "800000000")
    served = server([FIRST, completion(reply(wrong, GAMMA, overview=""))])
    summary = summariser(served, on_open="ask").summarise(ARTICLE)
    assert names(summary) == ["Alpha", "Gamma"]
    assert [each.field for each in summary.rejected] == ["deals"]
    assert opened(summary) == [(2, None)]
    assert len(served.requests) == 2


def test_it_comes_after_the_repair(server: Serve) -> None:
    """What is mended is no longer open; both questions begin with the first."""
    wrong = bought("Beta", 2, "$800 million", "800000000")
    served = server(
        [completion(reply(ALPHA, wrong)), completion(reply(BETA)), completion(reply(GAMMA))]
    )
    summary = summariser(served, on_open="ask").summarise(ARTICLE)
    assert names(summary) == ["Alpha", "Beta", "Gamma"]
    assert "[2]" not in served.requests[2].body["messages"][-1]["content"]


@pytest.mark.parametrize("fault", ["401", "plain_text", "refusal"])
def test_a_failure_of_the_second_request_loses_nothing(server: Serve, fault: str) -> None:
    """What the first one brought stays; what is open stays open; a note says why."""
    served = server([FIRST, *[fault] * 9])
    summary = summariser(served, on_open="ask", max_requests=2).summarise(ARTICLE)
    assert names(summary) == ["Alpha"]
    assert [number for number, _ in opened(summary)] == [2, 3]
    assert any("open sentences" in note for note in summary.notes)


def test_it_counts_within_max_requests(server: Serve) -> None:
    """Where they are spent nobody is asked, and a note says so."""
    served = server([FIRST, completion(reply(BETA))])
    summary = summariser(served, on_open="ask", max_requests=1).summarise(ARTICLE)
    assert names(summary) == ["Alpha"]
    assert summary.notes == ["not asked about open sentences: max_requests are spent"]
    assert len(served.requests) == 1


def test_it_counts_within_the_budget(server: Serve) -> None:
    """A second request that could exceed it is not sent; what the first brought stays."""
    with summariser(server([]), on_open="ask") as one, pytest.raises(BudgetError) as caught:
        list(one.summarise_many([ARTICLE], max_tokens=1))
    first = re.search(r"may take ([\d,]+):", str(caught.value))
    assert first
    most = int(first[1].replace(",", ""))
    dear = completion(reply(ALPHA), usage=(most - 50, 50))
    served = server([dear, completion(reply(BETA))])
    with summariser(served, on_open="ask") as one:
        (summary,) = one.summarise_many([ARTICLE], max_tokens=most)
    assert names(summary) == ["Alpha"]
    assert [number for number, _ in opened(summary)] == [2, 3]
    assert "max_tokens" in summary.notes[0]
    assert len(served.requests) == 1


def test_what_was_paid_for_is_not_asked_again(server: Serve, tmp_path: Path) -> None:
    """A run that ends at the second request goes on from there, with a store."""
    served = server([FIRST, "401", completion(reply(BETA, GAMMA))])
    with Store(tmp_path / "all.db") as store, summariser(served, on_open="ask") as one:
        with pytest.raises(Exception, match="401"):
            list(one.summarise_many([ARTICLE], store=store))
        (summary,) = one.summarise_many([ARTICLE], store=store)
    assert names(summary) == ["Alpha", "Beta", "Gamma"]
    assert len(served.requests) == 3


def test_with_flag_what_fails_is_kept(server: Serve) -> None:
    """``on_unsupported="flag"`` holds for the second answer, too."""
    wrong = bought("Beta", 2, "$800 million", "800000000")
    served = server([FIRST, completion(reply(wrong, overview=""))])
    summary = summariser(served, on_open="ask", on_unsupported="flag").summarise(ARTICLE)
    assert names(summary) == ["Alpha", "Beta"]
    assert opened(summary) == [(3, None)]


class Claim(Grounded):
    """A claim."""


class Bare(Summary):
    """Claims, and no prose to say anything else in."""

    claims: list[Claim]


def test_a_topic_without_prose_gives_no_reason(server: Serve) -> None:
    """Only the items of the second answer count."""
    claim = {"evidence": [2], "text": "Beta signed."}
    served = server([completion({"claims": []}), completion({"claims": [claim]})])
    summary = summariser(served, on_open="ask", schema=Bare).summarise(ARTICLE)
    assert opened(summary) == [(1, None), (3, None)]


def test_a_batch_only_flags(tmp_path: Path) -> None:
    """Its articles are asked about once: whoever wants more is told at once."""
    asks = Summariser(model="m", on_open="ask")
    with asks, Store(tmp_path / "all.db") as store, pytest.raises(SettingError, match="on_open"):
        Batches(store, asks).submit()


def test_another_word_is_refused() -> None:
    """When the object is made."""
    with pytest.raises(SettingError, match="on_open is 'hope': give 'flag' or 'ask'"):
        Summariser(model="m", on_open="hope")  # type: ignore[arg-type]
