"""The terminal view: everything is shown, and nothing is interpreted."""

from __future__ import annotations

import pytest
from pages import verified
from record import ARTICLES

from summariser import (
    Article,
    Evidence,
    Grounded,
    Money,
    Rejected,
    Summary,
    SummitSummary,
    to_text,
)
from summariser.views.cards import card, describe


@pytest.mark.parametrize("stem", ARTICLES)
def test_everything_is_shown(stem: str) -> None:
    """Each item with its text, each cited sentence, each sum as the article writes it."""
    summary = verified(stem)
    shown = to_text(summary, width=10_000)
    for _, item in summary.items():  # noqa: PERF102  # not a dict
        assert card(item).title in shown
        for evidence in getattr(item, "evidence", []):
            assert f"[{evidence.sentence}] {evidence.text}" in shown
        for value in getattr(item, "values", []):
            assert value.verbatim in shown


def test_no_line_is_wider_than_the_terminal() -> None:
    """Text wraps at the width asked for."""
    assert max(map(len, to_text(verified("lakes_summit_en"), width=60).splitlines())) <= 60


def test_markup_in_an_article_is_shown_as_it_is() -> None:
    """Neither rich's markup, nor emoji codes, nor escape sequences are interpreted."""
    hostile = "[bold]Pay[/bold] :smile: [link=http://x]now[/link]."
    of = Article.from_text(hostile)
    item = Pledge(evidence=[Evidence.of(of, 1)], text="\x1b[31mred [red]text")
    shown = to_text(Pledges(pledges=[item], article=of), width=200)
    assert hostile in shown
    assert "\x1b" not in shown


class Pledge(Grounded):
    """A promise."""

    strength: str | None = None
    values: list[Money] = []


class Pledges(Summary):
    """Promises an article reports."""

    pledges: list[Pledge]


def test_a_topic_of_ones_own_is_shown_too() -> None:
    """Items of any schema are laid out by the types of their fields; an empty list says none."""
    of = Article.from_text("They pledged $5 million.")
    value = Money(
        verbatim="$5 million", amount="5000000", currency="USD", qualifier="at_least", per="year"
    )
    pledge = Pledge(
        evidence=[Evidence.of(of, 1)], text="A pledge.", strength="firm", values=[value]
    )
    shown = to_text(Pledges(pledges=[pledge], article=of))
    assert "PLEDGES (1)" in shown
    assert "strength: firm" in shown
    assert "value: $5 million = at least 5,000,000 USD per year" in shown
    assert "none" in to_text(Pledges(pledges=[], article=of))


def test_what_was_rejected_is_shown_with_its_reason() -> None:
    """Rejected items are never hidden."""
    rejected = Rejected(field="deals", raw={"text": "A lie."}, reason="not in [3]")
    made = SummitSummary(overview="", outcomes=[], deals=[], positions=[], rejected=[rejected])
    shown = to_text(made)
    assert "REJECTED (1)" in shown
    assert "deals: A lie." in shown
    assert "not in [3]" in shown


@pytest.mark.parametrize(
    ("options", "line"),
    [
        ({"amount": "1500000"}, "x = 1,500,000 USD"),
        ({"amount": "0.5"}, "x = 0.5 USD"),
        ({"amount": "2", "upper": "3", "qualifier": "range"}, "x = 2 to 3 USD"),
        ({"amount": "7", "currency": None}, "x = 7 (no currency)"),
        ({"amount": None}, "x (no figure)"),
    ],
)
def test_sums_in_one_line(options: dict[str, str], line: str) -> None:
    """A sum is shown as written and as read."""
    given = {"verbatim": "x", "currency": "USD", "qualifier": "exact", "per": "total", **options}
    assert describe(Money.model_validate(given)) == line
