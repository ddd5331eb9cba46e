"""The two deals of three that a reply leaves out are shown wherever a summary is."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from functools import cache
from io import StringIO
from typing import Any

import pytest
from extras import needs
from samples import deal, money, reply

from summariser import (
    Article,
    Summaries,
    Summary,
    SummitSummary,
    from_jsonl,
    to_csv,
    to_frame,
    to_html,
    to_jsonl,
    to_markdown,
    to_records,
    to_text,
    verify,
)
from summariser.views import columns
from summariser.views.html import to_fragment

ARTICLE = Article.from_text(
    "Alpha bought ten trains for $40 million. Beta signed a contract for $900 million. "
    "Gamma ordered 50 jets for €3 billion.",
    language="en",
)


@cache
def one_of_three() -> SummitSummary:
    """What comes of a reply with the first deal alone."""
    party = {"verbatim": "Alpha", "name": "Alpha", "role": "buyer", "country": None}
    first = deal(
        "Alpha bought trains.",
        evidence=[1],
        parties=[party],
        values=[money("$40 million", "40000000")],
    )
    content = reply(first, overview="Trains.")
    made = SummitSummary.model_validate(content, context={"article": ARTICLE})
    return verify(made, ARTICLE)


def as_json(summary: Summary) -> str:
    return json.dumps(
        [each["words"] for each in json.loads(summary.model_dump_json())["open"]],
        ensure_ascii=False,
    )


def as_one_row(summary: Summary) -> str:
    (row,) = Summaries([summary]).to_records()
    return f"{row['open']} open; {row['accounted']} of {row['sentences']}"


VIEWS: dict[str, Callable[[Any], str]] = {
    "terminal": to_text,
    "page": to_html,
    "notebook": lambda summary: summary._repr_mimebundle_()["text/html"],
    "Markdown": to_markdown,
    "CSV": lambda summary: to_csv(summary, "open"),
    "records": lambda summary: str(to_records(summary, "open")),
    "own records": lambda summary: str(summary.to_records("open")),
    "JSON": as_json,
    "JSON lines": lambda summary: as_json(from_jsonl(to_jsonl(summary), SummitSummary)[0]),
}  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
def test_both_missing_deals_are_in_every_view(view: str) -> None:
    """With their sums; the deal that is there is not among them."""
    shown = VIEWS[view](one_of_three())
    assert "$900 million" in shown
    assert "€3 billion" in shown
    listed = (
        shown[max(shown.lower().rfind("open"), 0) :] if view in ("terminal", "Markdown") else ""
    )
    assert "$40 million" not in listed


@needs("pandas", extra="pandas")
def test_a_frame_of_them() -> None:
    """A row each, with types of their own; also where nothing is open."""
    frame = to_frame(one_of_three(), "open")
    assert [each.partition(";")[0] for each in frame["words"]] == ["$900 million", "€3 billion"]
    assert (str(frame["sentence"].dtype), str(frame["text"].dtype)) == ("Int64", "string")
    none = to_frame([], "open")
    assert list(none.columns) == list(frame.columns) == list(columns(SummitSummary, "open"))


def test_a_row_says_where_it_stands() -> None:
    """The article's columns, and then the sentence to the character."""
    rows = to_records(one_of_three(), "open")
    assert [(row["field"], row["index"], row["sentence"]) for row in rows] == [
        ("open", 0, 2),
        ("open", 1, 3),
    ]
    assert all(row["kinds"].startswith("sum") for row in rows)
    assert [ARTICLE.text[row["start"] : row["end"]] for row in rows] == [
        row["text"] for row in rows
    ]
    assert len(list(csv.reader(StringIO(to_csv(one_of_three(), "open"))))) == 3


def test_nothing_in_it_can_be_exploded() -> None:
    """What stands there is told in one cell each."""
    with pytest.raises(ValueError, match="no items in 'open'"):
        to_records(one_of_three(), "open", explode="words")


def test_the_number_stands_beside_the_verdict() -> None:
    """In a terminal, on a page and in a table of many; the verdict says nothing about it."""
    summary = one_of_three()
    assert "✓ computed · 2 open" in to_text(summary)
    assert "✓ computed · 2 open" in to_markdown(summary)
    assert as_one_row(summary) == "2 open; 1 of 3"
    assert '<th scope="col">open</th>' in Summaries([summary])._repr_html_()


@pytest.mark.parametrize("view", [to_text, to_markdown, to_html])
def test_how_many_sentences_are_accounted_for(view: Callable[[Any], str]) -> None:
    """Above the list."""
    assert "1 of 3 sentences" in view(one_of_three())


@pytest.mark.parametrize("view", [to_text, to_markdown, to_html, to_fragment])
def test_where_nothing_is_open_nothing_is_said(view: Callable[[Any], str]) -> None:
    """A complete summary has no such list."""
    article = Article.from_text("They met.", language="en")
    assert "accounted" not in view(
        verify(SummitSummary(overview="", outcomes=[], deals=[], positions=[]), article)
    )


@pytest.mark.parametrize("view", [to_html, to_fragment])
def test_the_sentence_and_its_entry_lead_to_each_other(view: Callable[[Any], str]) -> None:
    """By links, which a keyboard reaches, within the page."""
    html = view(one_of_three())
    for place in ("s2", "o2", "s3", "o3"):
        (name,) = re.findall(rf'id="([\w-]+-{place})"', html)
        assert f'href="#{name}"' in html


@pytest.mark.parametrize("view", ["terminal", "page", "notebook", "Markdown", "CSV", "records"])
def test_the_model_s_reason_is_shown(view: str) -> None:
    """As its own words, beside the sentence that stays open."""
    summary = one_of_three().model_copy(deep=True)
    summary.open[1].reason = "Jets are <no> concern"
    shown = VIEWS[view](summary)
    assert "Jets are" in shown
    assert "<no>" not in shown or view in ("terminal", "CSV", "records")
