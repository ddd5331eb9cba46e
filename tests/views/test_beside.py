"""Tables of what stands beside the items, lists of summaries, and columns pandas can count with."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from extras import needs
from llm_server import completion
from samples import ARTICLE, Serve, deal, reply, summariser

from summariser import Article, Quoted, Summaries, Summary, SummitSummary, to_frame, to_records
from summariser.schema import VERDICTS

TEXT = "Ida Holm said: “We shall wait for the others.” They met in Norvik on Monday."


class Statement(Quoted):
    """What somebody says."""


class Statements(Summary):
    """What is said."""

    statements: list[Statement]


@pytest.fixture
def several(server: Serve) -> Summaries[SummitSummary]:
    bad = deal() | {"values": [{**deal()["values"][0], "amount": "77", "verbatim": "77 apples"}]}
    answers = iter([reply(deal()), reply(bad), reply(bad), reply()])
    with summariser(server(lambda _: completion(next(answers)))) as shared:
        texts = [ARTICLE.text, f"{ARTICLE.text} It rained.", "They met."]
        articles = [Article.from_text(text, language="en") for text in texts]
        return Summaries(shared.summarise(each) for each in articles)


def test_a_part_of_them_is_one_too(several: Summaries[SummitSummary]) -> None:
    assert isinstance(several[:2], Summaries)
    assert len(several[:2].to_records()) == 2
    assert isinstance(several[0], SummitSummary)


def test_they_are_filtered_by_verdict_and_field(several: Summaries[SummitSummary]) -> None:
    """Whole: nothing is taken out of a summary."""
    verdict = several[0].deals[0].verdict
    (found,) = several.filter(verdict=verdict, field="deals")
    assert found is several[0]
    assert several.filter() == several
    assert several.filter(verdict=VERDICTS) == several
    assert several.filter(verdict=several[2].verdict)[-1] is several[2]
    assert several.filter(field="deals") == several[:1]
    with pytest.raises(ValueError, match="outcomes, deals, positions"):
        several.filter(field="talks")


def test_a_table_of_what_was_rejected(several: Summaries[SummitSummary]) -> None:
    (row,) = several.to_records("rejected")
    (rejected,) = several[1].rejected
    assert (row["meant_for"], row["reason"]) == ("deals", rejected.reason)
    assert json.loads(row["raw"]) == rejected.raw
    assert several[1].article
    assert row["article_id"] == several[1].article.id


def test_a_table_of_all_checks(several: Summaries[SummitSummary]) -> None:
    """Of the items, and of the fields that belong to none."""
    rows = several[:1].to_records("checks")
    summary = several[0]
    expected = [*summary.deals[0].checks, *summary.checks]
    assert [row["verdict"] for row in rows] == [check.verdict for check in expected]
    assert {row["item"] for row in rows} >= {"deals[0]"}
    for row in rows:
        if row["words"] and summary.article and row["part"] == "text":
            assert summary.article.text[row["start"] : row["end"]] == row["words"]


def test_a_table_of_quotations(server: Serve) -> None:
    """Each on its own, where it stands."""
    content = {"statements": [{"evidence": [1], "text": "They wait.", "attribution": [1]}]}
    with summariser(server(["ok"], content=content), schema=Statements) as shared:
        summary = shared.summarise(Article.from_text(TEXT, language="en"))
    (row,) = summary.to_records("quotes")
    assert row["words"] == "We shall wait for the others."
    assert TEXT[row["start"] : row["end"]] == row["words"]
    assert row["item"] == "statements[0]"
    assert (
        to_records(SummitSummary(overview="", outcomes=[], deals=[], positions=[]), "quotes") == []
    )


@needs("pandas", extra="pandas")
@pytest.mark.parametrize("field", ["deals", "rejected", "checks", "quotes", "open", None])
def test_each_is_a_frame_whose_types_do_not_depend_on_its_rows(
    several: Summaries[SummitSummary], field: str | None
) -> None:
    full, empty = several.to_frame(field), several[2:].to_frame(field)
    assert [*full.columns] == [*empty.columns]
    assert [*map(str, full.dtypes)] == [*map(str, empty.dtypes)]


@needs("pandas", extra="pandas")
def test_amounts_can_be_counted_with_at_once(several: Summaries[SummitSummary]) -> None:
    """The exact one is still there; one's own column of the same name stays."""
    frame = several.to_frame("deals")
    assert isinstance(frame["amount"][0], Decimal)
    assert frame["amount_float"].dtype == "float64"
    assert frame.nlargest(1, "amount_float")["amount_float"].tolist() == [float(frame["amount"][0])]
    assert "amount_float" not in several.to_frame("deals", amounts="float")
    assert "amount_float" not in to_records(several, "deals")[0]


@needs("pandas", extra="pandas")
def test_verdicts_are_in_order(several: Summaries[SummitSummary]) -> None:
    """From the best to the worst: whatever wants a look is greater than "computed"."""
    frame = to_frame(several, "deals")
    assert frame["verdict"].cat.ordered
    assert [*frame["verdict"].cat.categories] == [*VERDICTS]
    assert (frame["verdict"] <= "computed").all()
    assert several.to_frame().sort_values("verdict")["verdict"].is_monotonic_increasing
