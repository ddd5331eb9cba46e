"""A rejected item in a reader's words: what it claims beside what the text says."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from llm_server import completion
from record import article, faults
from samples import ARTICLE, Serve, deal, money, reply, summariser

from summariser import Article, Deal, Rejected, SummitSummary, to_html
from summariser.views.html import to_fragment
from summariser.views.rejected import Objection, cited_by, objections

REJECTED = ("amount_times_ten_ar", "capacity_invented_zh", "date_impossible_kk",
            "invented_sum_en", "share_divided_by_ten_ru")  # fmt: skip
NO_READER_S_WORDS = re.compile(
    r"\w\[[0-9]+\]|\[[0-9]+\]\.|[a-z]\.[a-z]|\bverbatim\b|Input should|Field required|Decimal|null\b"
)


def made_of(server: Serve, name: str) -> SummitSummary:
    """What comes of a reply with a planted fault."""
    (script,) = (script for script, _ in faults() if script.name == name)
    answers = iter([script.reply, script.repair or script.reply])
    with summariser(server(lambda _: completion(next(answers)))) as shared:
        return shared.summarise(article(script.article))


def rejected_of(server: Serve, bad: dict[str, Any], *second: dict[str, Any]) -> SummitSummary:
    """What comes of a reply with this deal, if these come when it is asked for again."""
    answers = iter([reply(deal("Another."), bad), reply(*second)])
    with summariser(server(lambda _: completion(next(answers)))) as shared:
        return shared.summarise(Article.from_text(ARTICLE.text, language="en"))


def cards(html: str) -> str:
    """The words of the rejected cards."""
    (part,) = re.findall(r'<div class="group rejected">(.*?)\n</div>', html, re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", part)).split())


@pytest.mark.parametrize("view", [to_html, to_fragment])
@pytest.mark.parametrize("name", REJECTED)
def test_no_card_speaks_of_fields(name: str, view: Any, server: Serve) -> None:
    """Of the planted faults that end as rejected: what is claimed, and the cited sentence."""
    summary = made_of(server, name)
    (rejected,) = summary.rejected
    shown = cards(view(summary))
    assert not NO_READER_S_WORDS.search(shown), shown
    assert summary.article
    cited = cited_by(rejected, summary.article)
    assert cited
    for number in cited:
        assert " ".join(summary.article.sentence(number).text.split()) in shown
    assert "claimed the same" in shown


BROKEN = [
    ({"status": "sealed"}, "status", "sealed", None, "none of: implemented, signed"),
    ({"evidence": []}, "evidence", None, None, "empty"),
    ({"evidence": [99]}, "evidence", "99", None, "there is no sentence [99]"),
    ({"parties": "Lumen"}, "parties", "Lumen", None, "not a list"),
    ({"parties": ["Lumen"]}, "party", "Lumen", None, "not made as an item is"),
    ({"values": [money(amount="a lot")]}, "value, amount", "a lot", None, None),
    ({"values": [money(), money() | {"currency": "USDOLLAR"}]}, "value 2, currency", "USDOLLAR", None, None),
    ({"values": [money("$2.5 billion", "25000000000")]}, "value, amount", "25,000,000,000", "$2.5 billion", None),
    ({"values": [money("$7 billion", "7000000000")]}, "value", "$7 billion", None, "not in [2], nor anywhere"),
    ({"values": [money() | {"currency": "EUR"}]}, "value, currency", "EUR", "$2.5 billion", None),
]  # fmt: skip


@pytest.mark.parametrize(("change", "place", "claimed", "words", "reason"), BROKEN)
def test_a_claim_stands_beside_what_the_text_says(
    change: dict[str, Any],
    place: str,
    claimed: str | None,
    words: str | None,
    reason: str | None,
    server: Serve,
) -> None:
    """The value that the model gave, the words it is held against, and the rest in plain words."""
    summary = rejected_of(server, deal("A lie.", **change))
    (rejected,) = summary.rejected
    found, then = objections(rejected, Deal)
    assert (found[0].place, found[0].claimed, found[0].words) == (place, claimed, words)
    assert reason is None or (found[0].reason or "").startswith(reason)
    assert then == "The model was asked again, and withdrew it."
    assert not NO_READER_S_WORDS.search(cards(to_html(summary)))


def test_what_came_of_asking_again(server: Serve) -> None:
    """Another mistake is told in the same words; a failure in its own."""
    bad = deal("A lie.", values=[money("$7 billion", "7000000000")])
    again = rejected_of(server, bad, deal("A lie.", values=[money("$8 billion", "8000000000")]))
    (rejected,) = again.rejected
    assert objections(rejected, Deal)[1] == (
        "The model was asked again, and its second try does not hold either: "
        "value: “$8 billion” is not in [2], nor anywhere in the article."
    )
    own = Rejected(field="deals", raw={}, reason="text: Field required; not asked again")
    assert objections(own, Deal) == (
        [Objection("text", None, None, "missing")],
        "The model was not asked again.",
    )


@pytest.mark.parametrize("raw", [None, "a string", ["a list"], 3, {"values": 7}, {"values": [3]}])
@pytest.mark.parametrize("kind", [Deal, None])
def test_whatever_was_sent_has_a_card(raw: Any, kind: type[Deal] | None) -> None:
    """No reason is lost that is written in another way, and no shape of an item is too odd."""
    for reason in ("a reason: of one's own", "values[2].amount: no; not asked again: so"):
        rejected = Rejected(field="deals", raw=raw, reason=reason)
        found, then = objections(rejected, kind)
        assert found or then == reason
        made = SummitSummary(overview="", outcomes=[], deals=[], positions=[], rejected=[rejected])
        assert reason in cards(to_html(made)) or "not asked again: so" in cards(to_html(made))
