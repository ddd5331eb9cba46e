"""Summaries as records and data frames: every item a row, every column what its type says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Literal

import pytest
from extras import needs
from pages import every, verified

from summariser import (
    Article,
    Check,
    Evidence,
    Grounded,
    Item,
    Money,
    Party,
    Prose,
    Quoted,
    Rejected,
    Span,
    Summary,
    SummitSummary,
    to_frame,
    to_records,
)
from summariser.schema.provenance import Coverage
from summariser.views.tables import columns, columns_of, summary_records

pandas_needed = needs("pandas", extra="pandas")
TYPES = (str, int, float, bool, Decimal, date)


# --- a topic nobody but its user knows -------------------------------------------------------


class Mood(Enum):
    CALM = "calm"


class Clause(Grounded):
    """Names that clash with the columns of every table, and types of every sort."""

    title: str
    source: str | None = None
    amount: int
    price: Money
    fees: list[Money]
    signed: date | None = None
    binding: bool
    share: float
    mood: Mood
    level: Literal[1, 2]
    pages: list[int]
    owner: Party | None = None
    anything: dict[str, Any]


class Treaty(Summary):
    clauses: list[Clause]
    best: Clause | None = None


OF = Article.from_text(
    "Norvik pays $5 million. 😀 It rains. The port of Norvik pays $2 to $3 a year.",
    title="Treaty signed",
    published="2025-11-07",
    source="Norvik Post",
    url="https://example.org/treaty",
)


def money(amount: str, verbatim: str) -> Money:
    return Money(
        verbatim=verbatim, amount=Decimal(amount), currency="USD", qualifier="exact", per="total"
    )


def clause(**changes: Any) -> Clause:
    given = {
        "text": "Norvik pays.", "title": "Payment", "amount": 7, "binding": True, "share": 0.5,
        "price": money("5000000", "$5 million"), "mood": Mood.CALM, "level": 2, "pages": [3, 4],
        "fees": [],
        "evidence": [Evidence.of(OF, 1), Evidence.of(OF, 3)], "anything": {"ä": [1]},
    }  # fmt: skip
    return Clause(**{**given, **changes})


def treaty(*clauses: Clause) -> Treaty:
    return Treaty(clauses=list(clauses), article=OF)


# --- what a row says -------------------------------------------------------------------------


@pytest.mark.parametrize("field", SummitSummary.item_fields())
def test_every_item_is_a_row_that_points_to_its_evidence(field: str) -> None:
    """The rows of many summaries are their items in order, each with the offsets of its article."""
    records = to_records(every(), field)
    items = [
        (summary.article, item)
        for summary in every()
        for path, item in summary.items()
        if path.partition("[")[0] == field
    ]
    assert len(records) == len(items) > 0
    for record, (of, item) in zip(records, items, strict=True):
        assert of is not None
        assert record["article_id"] == of.id
        assert record["verdict"] == item.verdict
        if isinstance(item, Grounded):
            first = item.evidence[0]
            assert of.text[record["start"] : record["end"]] == first.text
            assert record["evidence"].startswith(first.text)
            assert record["sentences"].split("; ") == [str(e.sentence) for e in item.evidence]


@pytest.mark.parametrize("field", SummitSummary.item_fields())
def test_cells_have_the_types_their_columns_promise(field: str) -> None:
    """Every record has every column, in order, and every cell the column's type or None."""
    promised = columns(SummitSummary, field)
    for record in to_records(every(), field):
        assert list(record) == list(promised)
        for name, cell in record.items():
            assert cell is None or type(cell) is promised[name], name


def test_the_first_sum_is_spelled_out_and_all_are_counted() -> None:
    """Two prices for one contract: the first in columns, the number of them beside it."""
    deal = next(each for each in to_records(verified("hard_case"), "deals") if each["n_values"] > 1)
    assert (deal["verbatim"], deal["amount"]) == ("840 млн долларов", Decimal(840000000))
    assert (deal["currency"], deal["n_values"]) == ("USD", 2)
    assert deal["parties"] == "Меридиан Рейл; Тарынмаш"


def test_exploding_spells_out_every_element() -> None:
    """One row for each sum, and for each side; an item without any keeps its one row."""
    summary = verified("hard_case")
    by_value = to_records(summary, "deals", explode="values")
    assert len(by_value) == sum(len(deal.values) or 1 for deal in summary.deals)
    assert [row["amount"] for row in by_value[:2]] == [Decimal(840000000), Decimal(910000000)]
    assert [row["index"] for row in by_value[:2]] == [0, 0]
    by_party = to_records(summary, "deals", explode="parties")
    assert [row["parties_role"] for row in by_party[:2]] == ["buyer", "manufacturer"]
    alone = [row for row in by_party if not summary.deals[row["index"]].parties]
    assert [row["parties_name"] for row in alone] == [None for _ in alone] != []


def test_amounts_are_exact_or_floats_by_choice() -> None:
    """Decimal keeps every digit; float is asked for, and reaches all amounts."""
    large = treaty(clause(price=money("123456789012345678.123456", "much")))
    assert to_records(large, "clauses")[0]["price_amount"] == Decimal("123456789012345678.123456")
    assert to_records(large, "clauses", amounts="float")[0]["price_amount"] == 1.2345678901234568e17


def test_a_topic_of_ones_own_becomes_a_table() -> None:
    """Columns follow from types; a name that every table has already gets item_ before it."""
    fees = [money("2", "$2"), money("3", "$3")]
    owner = Party(verbatim="The port of Norvik", name=None, role="host")
    (row,) = to_records(treaty(clause(fees=fees, owner=owner, signed="2025-11-01")), "clauses")
    told = {
        name: row[name] for name in row if name not in ("verdict", "remarks", "unread", "notes")
    }
    assert told == {
        "article_id": OF.id, "article_name": None, "title": "Treaty signed", "published": date(2025, 11, 7),
        "source": "Norvik Post", "url": "https://example.org/treaty",
        "field": "clauses", "index": 0,
        "text": "Norvik pays.", "item_title": "Payment", "item_source": None, "amount": 7,
        "price_verbatim": "$5 million", "price_amount": Decimal(5000000), "price_upper": None,
        "price_currency": "USD", "price_qualifier": "exact", "price_per": "total",
        "fees_verbatim": "$2", "fees_amount": Decimal(2), "fees_upper": None,
        "fees_currency": "USD", "fees_qualifier": "exact", "fees_per": "total", "n_fees": 2,
        "signed": date(2025, 11, 1), "binding": True, "share": 0.5, "mood": "calm", "level": 2,
        "pages": "3; 4", "owner_verbatim": "The port of Norvik", "owner_name": None,
        "owner_role": "host", "owner_country": None, "anything": '{"ä": [1]}',
        "evidence": "Norvik pays $5 million. […] The port of Norvik pays $2 to $3 a year.",
        "sentences": "1; 3", "part": "text", "start": 0, "end": 23,
    }  # fmt: skip


def test_sums_are_told_apart_where_their_names_would_clash() -> None:
    """Two sums, or a field of a sum's name, bring the names of the fields into the columns."""

    class Loan(Grounded):
        """Two sums."""

        lent: Money
        repaid: Money

    class Fee(Grounded):
        """One sum, and a field named as a part of it."""

        fee: Money
        currency: str

    class Bank(Summary):
        loans: list[Loan]
        fees: list[Fee]

    assert {"lent_amount", "repaid_amount"} < columns(Bank, "loans").keys()
    assert {"fee_currency", "currency", "fee_amount"} < columns(Bank, "fees").keys()
    assert "amount" not in columns(Bank, "loans").keys() | columns(Bank, "fees").keys()


def test_a_single_item_is_one_row_or_none() -> None:
    """A field that holds one item, or None, is a table too."""
    summary = treaty(clause())
    assert to_records(summary, "best") == []
    summary.best = clause(title="Best")
    assert [row["item_title"] for row in to_records(summary, "best")] == ["Best"]


def test_reasons_and_quotations_stand_in_the_row() -> None:
    """What a check has to say is a remark; the quotations cut out are joined."""

    class Saying(Quoted):
        """What somebody said."""

    class Sayings(Summary):
        sayings: list[Saying]

    spans = [Span(start=0, end=6, text="Norvik"), Span(start=7, end=11, text="pays")]
    checks = [
        Check(kind="name", field="name", verdict="unchecked", reason="unnamed"),
        Check(kind="sentence", field="evidence[0]", verdict="exact"),
    ]
    saying = Saying(
        text="…", quotation="direct", quotes=spans, evidence=[Evidence.of(OF, 1)], checks=checks
    )
    (row,) = to_records(Sayings(sayings=[saying], article=None), "sayings")
    assert row["quotes"] == "Norvik | pays"
    assert row["remarks"] == "name: unnamed"
    assert row["article_id"] is None


def test_summaries_of_several_topics_share_their_columns() -> None:
    """Where a topic lacks a column of another's, its cells are empty."""

    class Bare(Item):
        note: Prose
        amount: str = "much"

    class Other(Summary):
        clauses: list[Bare]

    rows = to_records([treaty(clause()), Other(clauses=[Bare(note="n")])], "clauses")
    assert list(rows[0]) == list(rows[1])
    assert (rows[0]["note"], rows[1]["note"]) == (None, "n")
    assert (rows[0]["amount"], rows[1]["amount"]) == (7, "much")
    assert rows[1]["share"] is None
    assert columns_of([treaty(), Other(clauses=[])], "clauses")["amount"] is object


# --- what is refused -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            {"field": "deal"},
            "SummitSummary has no items in 'deal', but in: summit, outcomes, deals",
        ),
        ({"field": "overview"}, "but in: summit"),
        ({"field": "deals", "explode": "money"}, "has parties, values, deliverables"),
        ({"field": "summit", "explode": "values"}, "nor any other"),
        ({"field": "deals", "amounts": "str"}, "'decimal' or 'float', not 'str'"),
    ],
)
def test_an_unknown_name_is_told_with_those_there_are(arguments: dict[str, Any], told: str) -> None:
    """A field, list or choice that does not exist is a ValueError that lists what does."""
    with pytest.raises(ValueError, match=told):
        to_records(every(), **arguments)


# --- data frames -----------------------------------------------------------------------------


@pandas_needed
@pytest.mark.parametrize("field", SummitSummary.item_fields())
def test_frames_have_the_same_types_with_and_without_rows(field: str) -> None:
    """The columns of no summary, of one without items and of many agree in names and types."""
    empty = SummitSummary(overview="", outcomes=[], deals=[], positions=[])
    full = to_frame(every(), field)
    assert len(full) == len(to_records(every(), field))
    for few in (to_frame(empty, field), to_frame([], field)):
        assert few.dtypes.to_dict() == full.dtypes.to_dict()
        assert len(few) == 0


@pandas_needed
def test_frames_add_up() -> None:
    """Sums of amounts are exact as Decimal, numbers as float, and agree with the summaries'."""
    exact = sum(
        deal.values[0].amount or 0 for summary in every() for deal in summary.deals if deal.values
    )
    frame = to_frame(every(), "deals")
    assert frame["amount"].sum() == exact
    assert to_frame(every(), "deals", amounts="float")["amount"].sum() == float(exact)
    assert str(frame["published"].dtype) == "datetime64[s]"
    assert every()[0].to_frame("deals").equals(to_frame(every()[0], "deals"))


@pandas_needed
def test_an_unknown_topic_without_summaries_has_the_article_s_columns() -> None:
    """Nobody can tell the columns of a topic of which there is no summary."""
    assert list(to_frame([], "clauses").columns)[-1] == "index"


def test_without_pandas_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message is the command to type."""
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(ImportError, match=r"pip install -e '\.\[pandas\]'"):
        every()[0].to_frame("deals")
    assert len(every()[0].to_records("deals")) == len(every()[0].deals)


def test_a_summary_in_one_row_says_what_is_not_in_it() -> None:
    """How many items there are of each kind, how many were turned down, and what was not read."""
    summary = verified("hard_case")
    summary.rejected = [Rejected(field="deals", raw={}, reason="why")] * 2
    summary.coverage = [Coverage(first=1, last=4), Coverage(first=5, last=7, error="too long")]
    (row,) = summary_records(summary)
    assert (row["rejected"], row["not_read"], row["verdict"]) == (2, 3, summary.verdict)
    assert (row["deals"], row["positions"]) == (len(summary.deals), len(summary.positions))
