"""A figure that may be another item's is noted beside it, and changes no verdict."""

from __future__ import annotations

from typing import Any

from samples import deal, money

from summariser import Article, SummitSummary, verify
from summariser.checks import Index
from summariser.reading.candidates import read

ARTICLE = Article.from_text(
    "Alpha Rail bought ten trains for $40 million. Beta Motors signed for $900 million, and Gamma "
    "Air ordered 50 jets. The port was sold to Delta Lines for $7 million. It cost Delta $8 million."
)


def claimed(party: str, verbatim: str, amount: str, *sentences: int) -> dict[str, Any]:
    """A deal of one party and one sum."""
    parties = [{"verbatim": party, "name": party, "role": "buyer", "country": None}]
    values = [money(verbatim, amount)]
    return deal(evidence=[*sentences], text="A deal.", parties=parties, values=values)


ALPHA = claimed("Alpha Rail", "$40 million", "40000000", 1)
BETA = claimed("Beta Motors", "$900 million", "900000000", 2)
DELTA = claimed("Delta Lines", "$7 million", "7000000", 3)


def read_with(*deals: dict[str, Any]) -> SummitSummary:
    """A reply of these deals, each verified on its own."""
    reply = {"overview": "", "summit": None, "outcomes": [], "deals": [*deals], "positions": []}
    items = [each.item for each in read(reply, SummitSummary, Index(ARTICLE))]
    return SummitSummary(overview="", outcomes=[], deals=items, positions=[])


def notes(*deals: dict[str, Any]) -> list[list[str]]:
    """Those on each deal of a reply."""
    return [item.notes for item in verify(read_with(*deals), ARTICLE).deals]


def test_own_figures_carry_no_note() -> None:
    """Each stands where its own party does."""
    assert notes(ALPHA, BETA, DELTA) == [[], [], []]


def test_one_figure_of_two_deals_is_noted_on_both() -> None:
    """Whichever of them it is of."""
    gamma = claimed("Gamma Air", "$900 million", "900000000", 2)
    told = "values[0].amount: deals[{}] claims “$900 million”, too"
    assert notes(BETA, gamma) == [[told.format(1)], [told.format(0)]]


def test_a_figure_beside_another_party_is_noted() -> None:
    """Its clause names a side of another deal, and none of this."""
    stolen = claimed("Alpha Rail", "$900 million", "900000000", 1, 2)
    beta = deal(**{**BETA, "values": []})
    assert notes(stolen, beta) == [
        ["values[0].amount: “$900 million” stands beside “Beta Motors”, no side of this"], [],
    ]  # fmt: skip


def test_a_note_changes_no_verdict_and_is_written_once() -> None:
    """A summary that is verified again has the same notes."""
    gamma = claimed("Gamma Air", "$900 million", "900000000", 2)
    summary = read_with(BETA, gamma)
    once = verify(summary, ARTICLE)
    twice = verify(once, ARTICLE)
    assert [each.verdict for each in once.deals] == [item.verdict for item in summary.deals]
    assert [each.notes for each in twice.deals] == [each.notes for each in once.deals]


def test_two_claims_of_one_party_carry_no_note() -> None:
    """They are hardly of different things."""
    assert notes(BETA, {**BETA, "text": "The same deal, told again."}) == [[], []]
