"""Green means green: what a summary's verdict says, and what stands beside it wherever it is shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

import pytest
from extras import needs
from pages import verified
from pydantic import ValidationError
from record import ARTICLES

from summariser import (
    Article,
    Check,
    Deal,
    Deliverable,
    Evidence,
    Expert,
    ExpertPosition,
    Grounded,
    Money,
    Party,
    Rejected,
    Summary,
    SummitSummary,
    to_html,
    to_markdown,
    to_records,
    to_text,
    verify,
)
from summariser.checks import Index, verify_item
from summariser.schema import Date, Place, StatedDate
from summariser.schema.evidence import Verdict
from summariser.schema.provenance import Coverage
from summariser.views.html import Summaries, to_fragment

ARTICLE = Article.from_text("Two sides met. They signed a deal. Nobody objected.")
REJECTED = Rejected(field="deals", raw={"text": "A lie."}, reason="not in [3]")
UNREAD = [Coverage(first=1, last=1), Coverage(first=2, last=3, error="the model refused")]


def check(verdict: Verdict, kind: Any = "verbatim") -> Check:
    return Check(kind=kind, field="x", verdict=verdict, reason=None)


def deal(*checks: Check) -> Deal:
    return Deal(
        evidence=[Evidence.of(ARTICLE, 2)], text="A deal.", instrument="contract",
        status="signed", checks=[check("exact", "sentence"), *checks],
    )  # fmt: skip


def summary(*deals: Deal, **more: Any) -> SummitSummary:
    made = {"overview": "They met.", "outcomes": [], "positions": [], "article": ARTICLE}
    return SummitSummary(deals=[*deals], **{**made, **more})


GOOD, OPEN, WRONG = deal(check("computed")), deal(), deal(check("contradicted", "name"))

VERDICTS: list[tuple[str, SummitSummary, Verdict]] = [
    # label, summary, what it says as a whole
    ("all is borne out", summary(GOOD, checks=[check("exact", "prose")]), "computed"),
    ("an item in which nothing could be compared", summary(GOOD, OPEN), "unchecked"),
    ("that item alone", summary(OPEN, checks=[check("exact", "prose")]), "unchecked"),
    ("an item the text contradicts", summary(GOOD, WRONG, OPEN), "contradicted"),
    ("its own words stand nowhere", summary(GOOD, checks=[check("absent", "prose")]), "absent"),
    ("another list", summary(GOOD, outcomes=[{
        "kind": "other", "status": "signed", "evidence": [Evidence.of(ARTICLE, 1)], "text": "x",
    }]), "unchecked"),
    ("a single item", summary(GOOD, summit={"verbatim": "the talks", "name": "x", "evidence": [Evidence.of(ARTICLE, 1)]}), "unchecked"),
    ("nothing at all", summary(), "unchecked"),
    ("nothing but its own words", summary(checks=[check("computed", "prose")]), "computed"),
    ("a part that was not read", summary(GOOD, coverage=UNREAD), "unchecked"),
    ("that, and worse", summary(WRONG, coverage=UNREAD), "contradicted"),
    ("all parts read", summary(GOOD, coverage=UNREAD[:1]), "computed"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("made", "verdict"), [pytest.param(*case[1:], id=case[0]) for case in VERDICTS]
)
def test_a_summary_is_as_good_as_the_worst_in_it(made: Summary, verdict: Verdict) -> None:
    """Its items, its own words, and whether all of the article was read."""
    assert made.verdict == verdict


def words(html: str) -> str:
    """The text of a page, without its style."""
    return " ".join(re.sub("<[^>]*>", " ", re.sub("(?s)<style>.*?</style>", "", html)).split())


VIEWS: dict[str, Callable[[Summary], str]] = {
    "terminal": to_text,
    "markdown": to_markdown,
    "page": lambda made: words(to_html(made)),
    "index of a page": lambda made: words(re.findall("(?s)<nav.*?</nav>", to_html([made] * 2))[0]),
    "notebook": lambda made: words(to_fragment(made)),
}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    ("made", "told"),
    [
        (summary(GOOD), "✓ computed"),
        (summary(GOOD, OPEN), "? unchecked"),
        (summary(GOOD, rejected=[REJECTED] * 2), "✓ computed · 2 rejected"),
        (summary(WRONG, rejected=[REJECTED]), "✗ contradicted · 1 rejected"),
        (summary(GOOD, coverage=UNREAD), "? unchecked · 2 sentences not read"),
        (
            summary(GOOD, coverage=UNREAD, rejected=[REJECTED]),
            "? unchecked · 1 rejected · 2 sentences not read",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_not_in_it_stands_beside_its_verdict(view: str, made: Summary, told: str) -> None:
    """Wherever a summary's verdict is shown: how many items were rejected, and what was not read."""
    assert told in VIEWS[view](made)


def test_a_table_of_summaries() -> None:
    """A row for each, with its verdict, what was rejected, not read, and what is open."""
    many = Summaries([summary(GOOD, OPEN, rejected=[REJECTED]), summary(GOOD, coverage=UNREAD)])
    rows = [words(row) for row in re.findall("<tr>.*?</tr>", many._repr_html_())]
    assert rows[0].endswith("rejected not read open verdict")
    assert rows[1].endswith("2 0 1 0 0 ? unchecked")
    assert rows[2].endswith("1 0 0 2 0 ? unchecked")


RECORDS = [
    {"deals": 2, "rejected": 1, "not_read": 0, "verdict": "unchecked"},
    {"deals": 1, "rejected": 0, "not_read": 2, "verdict": "unchecked"},
    {"deals": 0, "rejected": 2, "not_read": 0, "verdict": "unchecked"},
]
MANY = Summaries([
    summary(GOOD, OPEN, rejected=[REJECTED]), summary(GOOD, coverage=UNREAD),
    summary(rejected=[REJECTED] * 2),
])  # fmt: skip


def test_records_of_summaries() -> None:
    """One an article, also of an article of which nothing was kept."""
    records = MANY.to_records()
    assert [{name: each[name] for name in RECORDS[0]} for each in records] == RECORDS
    assert {each["article_id"] for each in records} == {ARTICLE.id}
    own = ["rejected", "not_read", "open", "accounted", "sentences", "verdict", "warnings"]
    assert list(records[0])[-7:] == own
    assert Summaries([]).to_records() == []


@pytest.mark.heavy
@needs("pandas", extra="pandas")
def test_a_frame_of_summaries() -> None:
    """The same as a data frame, whose types do not depend on what is in it."""
    frame = MANY.to_frame()
    assert frame[list(RECORDS[0])].to_dict("records") == RECORDS
    empty = Summaries([]).to_frame()
    for name in ("article_id", "rejected", "not_read", "verdict"):
        assert empty[name].dtype == frame[name].dtype


# --- what no check looks at ----------------------------------------------------------------------


def test_a_class_names_what_is_not_checked() -> None:
    """Also inside its parts; what is marked as compared is not among it."""
    assert Deal.unread_fields() == (
        "instrument", "status", "parties.role", "parties.country",
        "deliverables.item", "deliverables.unit", "place", "sector",
    )  # fmt: skip
    assert Grounded.unread_fields() == Money.unread_fields() == ()


def test_an_item_says_where_nothing_was_looked_at() -> None:
    """Only where it says something; none of it makes it yellow, and all views tell."""
    text = "The port of Norvik ordered 3 cranes from Lumen Rail for $2 million."
    of = Article.from_text(text, language="en")
    item = Deal(
        evidence=[Evidence.of(of, 1)], text="An order.", instrument="contract", status="signed",
        parties=[
            Party(verbatim="The port of Norvik", name="port of Norvik", role="buyer"),
            Party(verbatim="Lumen Rail", name="Lumen Rail", role="supplier", country="NO"),
        ],
        deliverables=[Deliverable(verbatim="3 cranes", item="cranes", quantity=3)],
    )  # fmt: skip
    summary = verify(SummitSummary(overview="", outcomes=[], deals=[item], positions=[]), of)
    assert summary.deals[0].unread == [
        "instrument", "status", "parties[0].role", "parties[1].role", "parties[1].country",
        "deliverables[0].item",
    ]  # fmt: skip
    assert summary.deals[0].verdict in ("exact", "normalised", "computed")
    line = "not checked: instrument, status, party role, party country, deliverable item"
    assert line in to_text(summary)
    assert line in to_markdown(summary)
    assert line in to_html(summary)
    assert to_records(summary, "deals")[0]["unread"].startswith("instrument; status; parties[0]")


@pytest.mark.parametrize("stem", sorted(ARTICLES))
def test_nothing_is_both_checked_and_not(stem: str) -> None:
    """No check of an honest reply is about a field that is said to be unread."""
    for _, item in verified(stem).items():  # noqa: PERF102  # no dict
        assert not {check.field for check in item.checks} & {*item.unread}


class Listed(Grounded):
    """An item of somebody's own, with lists of what is compared where the words tell."""

    days: list[Date] = []
    where: list[Annotated[str, Place()]] = []
    raw: Annotated[str | None, StatedDate()] = None
    on: Annotated[date | None, StatedDate()] = None


def test_a_topic_of_ones_own_may_hold_anything() -> None:
    """Each entry of a list is compared; what has not the form of a date is left alone."""
    of = Article.from_text("It met on 12 October 2025 in Norvik.", language="en")
    item = Listed(
        evidence=[Evidence.of(of, 1)], text="", days=["2025-10-12"], where=["Norvik"],
        raw="12 October", on=date(2025, 10, 12),
    )  # fmt: skip
    found = {each.field: each.verdict for each in verify_item(item, Index(of)).checks}
    assert found["days[0]"] == "computed"
    assert found["where[0]"] in ("exact", "computed")
    assert "raw" not in found


@pytest.mark.parametrize("published", [date.min, date.max])
def test_a_day_at_the_end_of_time(published: date) -> None:
    """What was published on the first day or the last raises nothing."""
    of = Article.from_text("It met on 3 May.", language="en", published=published)
    item = Listed(evidence=[Evidence.of(of, 1)], text="", days=["--10-12"])
    assert verify_item(item, Index(of)).verdict


@pytest.mark.parametrize("words", [",", "(acting)"])
def test_a_role_of_no_words_is_not_compared(words: str) -> None:
    """It is neither borne out nor an error."""
    of = Article.from_text("Ida Holm said no.", language="en")
    item = ExpertPosition(
        evidence=[Evidence.of(of, 1)], text="", act="claim", stance="neutral", certainty="certain",
        expert=Expert(name="Ida Holm", verbatim=None, role=words, affiliation=words),
    )  # fmt: skip
    kinds = {each.kind for each in verify_item(item, Index(of)).checks}
    assert kinds.isdisjoint(("role", "affiliation"))


def test_both_ends_of_a_span_are_as_fine() -> None:
    """A day and a year make no span."""
    with pytest.raises(ValidationError, match="two of them with a slash"):
        Listed(evidence=[], text="", days=["2025-10-12/2025"])
