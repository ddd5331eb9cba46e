"""What a reply leaves out turns up as open; what a complete one tells does not."""

from __future__ import annotations

import re

import pytest
from recall_report import Left, complete, left_out, main
from record import ARTICLES
from verify_report import told

from summariser import Quoted
from summariser.checks import Index, find_open

MOST = 0.1
"""Of the sentences, open though the replies are complete."""


def holds(left: Left, index: Index) -> bool:
    """Whether its own sentences hold a sum or a quotation of it, by the reply."""
    sums = [each.verbatim for each in getattr(left.item, "values", [])]
    quotes = [each.text for each in left.item.quotes] if isinstance(left.item, Quoted) else []
    return any(index.find(words, left.own) for words in (*sums, *quotes))


@pytest.mark.parametrize("stem", ARTICLES)
def test_an_item_that_is_left_out_is_open(stem: str) -> None:
    """If a sum or a quotation of it stands in a sentence that nothing else cites."""
    items, index = complete(told(stem))
    wanting = [left for left in left_out(items, index) if left.own and holds(left, index)]
    lost = [left.item for left in wanting if left.fate != "open"]
    assert lost == []


def test_hardly_a_sentence_of_a_complete_reply_is_open() -> None:
    """Who is told too often that something is missing no longer looks."""
    found = sentences = 0
    for stem in ARTICLES:
        case = told(stem)
        items, index = complete(case)
        found += len(find_open([item for _, item in items], index))
        sentences += len(case.article.sentences)
    assert found <= MOST * sentences


def test_the_report_counts_them(capsys: pytest.CaptureFixture[str]) -> None:
    """By field, and how many are open of complete replies."""
    main(None)
    shown = capsys.readouterr().out
    assert "left out" in shown
    assert re.search(r"of complete replies \d+ of 326 sentences are open: \d\.\d%", shown)
