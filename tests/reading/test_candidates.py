"""Second tries: which belongs to which failing item, and what the model is offered to choose from."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worst_cases import article, content, deal, party

from summariser import Article, SummitSummary
from summariser.checks.index import Index
from summariser.reading.candidates import Candidate, _pair, leaves, offers, read, settle

PAIRS: list[tuple[str, list[Any], list[Any], list[tuple[int, int]]]] = [
    # label, failing items, second tries, which goes with which
    ("as many as were asked for, in order", [{"a": 1}, {"a": 2}], [{"a": 2}, {"a": 3}], [(0, 0), (1, 1)]),
    ("one left out", [{"a": 1}, {"a": 2}, {"a": 3}], [{"a": 2}, {"a": 3}], [(1, 0), (2, 1)]),
    ("one too many", [{"a": 2}], [{"a": 1}, {"a": 2}], [(0, 1)]),
    ("the most alike first", [{"a": 1, "b": 1}, {"a": 1, "b": 1, "c": 1}], [{"a": 1, "b": 1, "c": 1}], [(1, 0)]),
    ("as alike as another: the first", [{"a": 1}, {"a": 1}], [{"a": 1}], [(0, 0)]),
    ("nothing in common: in their order", [0, {"a": 1}, 1], [{"b": 1}, {"b": 2}], [(0, 0), (1, 1)]),
    ("what all hold tells nothing", [{"a": 1, "b": n} for n in range(30)], [{"a": 1, "b": 29}], [(29, 0)]),
    ("nobody answered", [{"a": 1}], [], []),
]  # fmt: skip


def pairs(olds: list[Any], news: list[Any]) -> list[tuple[int, int]]:
    """The pairs of these raw items, by their places."""
    failing, second = ([Candidate("deals", raw) for raw in raws] for raws in (olds, news))
    places = {id(each): at for each in (failing, second) for at, each in enumerate(each)}
    return sorted((places[id(old)], places[id(new)]) for old, new in _pair(failing, second))


@pytest.mark.parametrize(
    ("olds", "news", "expected"), [pytest.param(*case[1:], id=case[0]) for case in PAIRS]
)
def test_pairs(olds: list[Any], news: list[Any], expected: list[tuple[int, int]]) -> None:
    """A second try goes with the failing item it has most in common with."""
    assert pairs(olds, news) == expected


ITEMS = st.lists(st.dictionaries(st.sampled_from("abcd"), st.integers(0, 2)), max_size=8)


@pytest.mark.heavy
@given(olds=ITEMS, news=ITEMS)
def test_no_pair_left_out_has_more_in_common(olds: list[Any], news: list[Any]) -> None:
    """Compared one by one, no two items that were parted share more than both do as paired."""
    found = pairs(olds, news)
    assert len(found) == min(len(olds), len(news))
    if len(olds) == len(news):
        return

    def alike(old: int, new: int) -> int:
        return len(leaves(olds[old]) & leaves(news[new]))

    with_old, with_new = ({pair[side]: alike(*pair) for pair in found} for side in (0, 1))
    for old in range(len(olds)):
        for new in range(len(news)):
            assert alike(old, new) <= max(with_old.get(old, 0), with_new.get(new, 0))


def test_items_of_one_field_are_not_taken_for_another() -> None:
    """The same words in two lists are two items."""
    failing = [Candidate("deals", {"a": 1}), Candidate("outcomes", {"a": 1})]
    second = [Candidate("outcomes", {"a": 1})]
    assert _pair(failing, second) == [(failing[1], second[0])]


def test_a_crowded_sentence_offers_no_more_than_one_can_choose_from() -> None:
    """The first of its sums and names: the article itself stands above, in the same prompt."""
    text = " ".join(f"${number} million Aab{number}ov," for number in range(1, 300)) + " end."
    index = Index(article(text))
    wrong = deal(parties=[party("nobody", "Nobody")])
    (candidate,) = read(content(wrong), SummitSummary, index)
    offered = offers(candidate, index)
    assert offered["sums"][:2] == ["$1 million", "$2 million"]
    assert [len(offered[kind]) for kind in ("sums", "names")] == [50, 50]


MISPRINTED = "Lumen Rail signed a contract for $252,0000 with the port. It took a year."


def value(amount: str) -> dict[str, Any]:
    return {"verbatim": "$252,0000", "amount": amount, "upper": None, "currency": "USD",
            "qualifier": "exact", "per": "total"}  # fmt: skip


DOUBTFUL = deal(values=[value("2520000")])
SECOND_TRIES = [
    # label, the second try, which one is kept
    ("it leaves the sum out", [deal(values=[])], deal(values=[])),
    ("it is in doubt, too", [deal(values=[value("252000")])], DOUBTFUL),
    ("it fails", [deal(values=[], evidence=[7])], DOUBTFUL),
    ("it is withdrawn", [], DOUBTFUL),
]


@pytest.mark.parametrize(
    ("again", "kept"), [pytest.param(*case[1:], id=case[0]) for case in SECOND_TRIES]
)
def test_a_figure_that_cannot_be_placed_is_asked_about_once_more(
    again: list[Any], kept: dict[str, Any]
) -> None:
    """Such an item is sound: it gives way to nothing but a second try without a doubt."""
    index = Index(article(MISPRINTED))
    first = read(content(DOUBTFUL), SummitSummary, index)
    assert [(each.sound, each.settled) for each in first] == [(True, False)]
    found, rejected = settle(first, read(content(*again), SummitSummary, index))
    assert [each.raw for each in found] == [kept]
    assert not rejected


def test_what_is_asked_quotes_the_article_and_not_our_reading_of_it() -> None:
    """A model that is obedient would else give back what we make of the words."""
    text = "The port pays 3 pounds 50 for each ton. It took a year."
    paid = {**value("350"), "verbatim": "3 pounds 50", "currency": "GBP"}
    (candidate,) = read(content(deal(values=[paid])), SummitSummary, Index(article(text)))
    assert candidate.doubts == ["values[0].amount: the reply says 350, the text “3 pounds 50”"]


@pytest.mark.parametrize("language", ["en", "pl"])
def test_only_a_language_that_is_read_raises_doubts(language: str) -> None:
    """Elsewhere no figure could be placed for certain, and nobody need be asked."""
    of = Article.from_text(MISPRINTED, language=language)
    (candidate,) = read(content(DOUBTFUL), SummitSummary, Index(of))
    assert bool(candidate.doubts) == (language == "en")
