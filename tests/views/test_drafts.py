"""A checked draft as text, as records, as JSON lines, and as annotations on a pull request."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from extras import needs
from record import ARTICLES, article

from summariser import Article
from summariser.drafts import DraftReport, check_text
from summariser.schema import Difference, DraftClaim, SourceSpan
from summariser.views.words import quoted_diff, word_diff

SOURCE = (
    "Norvik port signs crane deal\n\n"
    "The port of Norvik signed a contract for 24 cranes worth $2.5 billion with Laguna Yards on "
    "12 May 2025.\n\n“We will build it, but only if the grid pays,” said Ida Holm, who runs the "
    "port. “Nobody was asked about the nets,” said Tom Reed."
)
DRAFT = (
    "A title\n\nThe port of Norvik signed a contract for 24 cranes worth $2.6 billion.\n"
    "“We will build it,” said Holm. “Everybody was asked about the nets,” said Reed, of Selm."
)


@pytest.fixture(scope="module")
def report() -> DraftReport:
    """A draft with one claim of each colour."""
    draft = Article.from_text(DRAFT).read_as("talks.txt")
    return check_text(draft, Article.from_text(SOURCE).read_as("source.txt"))


# --- word by word -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("draft", "source", "shown"),
    [
        ("We did not let it sleep", "We let it sleep", "We [-did not-] let it sleep"),
        ("We let it sleep", "We did not let it sleep", "We {+did not+} let it sleep"),
        ("Six of us", "Nine of us", "[-Six-]{+Nine+} of us"),
        ("All of six.", "all of nine!", "All of [-six-]{+nine+}."),
        ("We will pay", "We will pay, but later.", "We will pay{+, but later+}"),
        ("“It’s ours”, he said", '"It\'s ours", he said', "“It’s ours”, he said"),
        ("Мы не будем ждать", "Мы будем ждать", "Мы [-не-] будем ждать"),
        ("ستمنح مليوني أسرة", "ستمنح نصف مليون أسرة", "ستمنح [-مليوني-]{+نصف مليون+} أسرة"),
        ("我们不会等", "我们会等", "我们[-不-]会等"),
        ("我们会等", "我们不会等", "我们{+不+}会等"),
        ("", "We wait", "{+We wait+}"),
        ("We wait", "", "[-We wait-]"),
    ],
)
def test_words_differ(draft: str, source: str, shown: str) -> None:
    """As `git diff --word-diff` shows it; what both have is the draft's, to the letter."""
    pieces = word_diff(draft, source)
    assert "".join(map(str, pieces)) == shown
    assert "".join(each.text for each in pieces if each.kind == "draft") in draft
    without_source = "".join(each.text for each in pieces if each.kind != "source")
    assert "".join(without_source.split()) == "".join(draft.split())


SAID = "He rose. “We asked nobody about the nets, and nobody told us,” he said."


@pytest.mark.parametrize(
    ("draft", "found", "differences", "shown"),
    [
        (  # what stands in the place of the first and the last words lies outside of what was found
            "They asked nobody about the nets, and nobody told me",
            "asked nobody about the nets, and nobody told",
            [("words", "They", "We"), ("words", "me", "us")],
            "[-They-]{+We+} asked nobody about the nets, and nobody told [-me-]{+us+}",
        ),
        (
            "We asked nobody about the nets,",
            "We asked nobody about the nets",
            [("cut", "", "and nobody told us")],
            "We asked nobody about the nets, {+and nobody told us+}",
        ),
        (
            "nobody told us",
            "nobody told us",
            [("cut", "", "We asked nobody about the nets, and")],
            "{+We asked nobody about the nets, and+} nobody told us",
        ),
        ("We asked nobody", "We asked nobody", [], ""),
    ],
)
def test_a_quotation_beside_its_source(
    draft: str, found: str, differences: list[tuple[str, str, str]], shown: str
) -> None:
    """A cut is shown where the source goes on, or where it began."""
    start = SAID.index(found)
    span = SourceSpan(start=start, end=start + len(found), text=found, source=1, sentence=2)
    told = [Difference(kind=kind, draft=one, source=two) for kind, one, two in differences]  # type: ignore[arg-type]
    claim = DraftClaim(
        start=0, end=len(draft), text=draft, kind="quotation", sentence=1, verdict="contradicted",
        found=span, differences=told,
    )  # fmt: skip
    assert "".join(map(str, quoted_diff(claim, [Article.from_text(SAID)]))) == shown


# --- in a terminal ----------------------------------------------------------------------------


def test_the_worst_comes_first(report: DraftReport) -> None:
    """By groups, each with its number; then all in one line."""
    text = report.to_text()
    headings = re.findall(r"^[A-Z ]+ \([0-9]+\)$", text, re.MULTILINE)
    assert headings == [
        "THE SOURCE SAYS OTHERWISE (2)",
        "IN NO SOURCE (1)",
        "LOOK FOR YOURSELF (1)",
    ]
    count = len(report.claims)
    assert f"{count} claims: {count - 4} borne out, 4 want a look" in text


def test_each_flagged_claim_is_shown_with_its_place(report: DraftReport) -> None:
    """As editors and terminals know it, of the draft and of the source."""
    text = report.to_text()
    for claim in report.flagged:
        line = DRAFT.count("\n", 0, claim.start) + 1
        column = claim.start - DRAFT.rfind("\n", 0, claim.start)
        assert f" talks.txt:{line}:{column} {claim.kind}" in text
    assert "[-Everybody-]{+Nobody+} was asked about the nets" in text
    assert "We will build it, {+but only if the grid pays" in text


def test_a_narrow_terminal_is_enough(report: DraftReport) -> None:
    """No line is longer than it is wide."""
    for width in (40, 60, 80):
        assert max(map(len, report.to_text(width=width).split("\n"))) <= width


def test_colour_adds_no_words(report: DraftReport) -> None:
    """What the colours say stands there without them."""
    plain = re.sub("\x1b\\[[0-9;]*m", "", report.to_text(colour=True))
    assert plain.split() == report.to_text().split()


def test_no_word_moves_the_cursor() -> None:
    """Whatever a draft, a source or a file's name holds."""
    evil = "\x1b[2J\x07\x9b1m"
    draft = Article.from_text(f"Ida Holm{evil} paid $7.").read_as(f"a{evil}.txt")
    source = Article.from_text(f"Ida Holm{evil} paid $8.", title=evil + "x").read_as(f"b{evil}.txt")
    shown = check_text(draft, source).to_text()
    assert not [c for c in shown if c != "\n" and unicodedata.category(c) == "Cc"]


@pytest.mark.parametrize("stem", ARTICLES)
def test_an_article_against_itself(stem: str) -> None:
    """In every language: there is nothing red to show, and every view can be drawn."""
    of = article(stem)
    shown = check_text(of, of)
    assert "OTHERWISE" not in shown.to_text(width=40)
    assert len(shown.to_jsonl().splitlines()) == len(shown.to_records()) == len(shown.claims)


# --- for programs -----------------------------------------------------------------------------


def test_records_tell_where(report: DraftReport) -> None:
    """Lines and columns lead to the words, in the draft and in the source."""
    draft, source = DRAFT.split("\n"), SOURCE.split("\n")
    for each in report.to_records():
        words = draft[each["line"] - 1][each["column"] - 1 : each["end_column"] - 1]
        assert words == each["text"] == DRAFT[each["start"] : each["end"]]
        if each["found"]:
            there = source[each["source_line"] - 1][each["source_column"] - 1 :]
            assert there.startswith(each["found"])
            assert (each["source"], each["source_number"]) == ("source.txt", 1)
    assert [each["verdict"] for each in report.to_records()] == [c.verdict for c in report.claims]


def test_json_lines_can_be_read_back(report: DraftReport) -> None:
    """A claim of each line is the claim."""
    for line, claim in zip(report.to_jsonl().splitlines(), report.claims, strict=True):
        told = json.loads(line)
        assert {name: told[name] for name in ("start", "text", "kind", "verdict")} == {
            name: getattr(claim, name) for name in ("start", "text", "kind", "verdict")
        }
        assert [Difference(**each) for each in told["differences"]] == claim.differences
    assert json.loads(line)["file"] == "talks.txt"


@needs("pandas", extra="pandas")
def test_a_frame_has_the_same_types_whatever_it_holds(report: DraftReport) -> None:
    """Also without a claim."""
    frame = report.to_frame()
    empty = check_text("They met.", "All left.").to_frame()
    assert len(frame) == len(report.claims)
    assert list(frame.dtypes) == list(empty.dtypes)
    assert frame["line"].dtype == "Int64"
    assert frame[frame.flagged].verdict.value_counts()["contradicted"] == 2


def test_github_annotations_are_escaped() -> None:
    """What GitHub reads as its own signs is spelled as it asks for, in values and in messages."""
    draft = Article.from_text("It holds 53 percent.\nIt holds 41%\r\nof it.").read_as("a,b:c%.txt")
    shown = check_text(draft, "It holds 35 percent of Selm.").to_github()
    assert shown.startswith("::error file=a%2Cb%3Ac%25.txt,line=1,")
    assert "41%25" in shown
    assert all(line.startswith("::") for line in shown.splitlines())
    assert all(line.count("::") == 2 for line in shown.splitlines())


def test_what_has_no_lines_is_annotated_without() -> None:
    """A claim in a title, or in a file that is no text."""
    draft = Article.from_text("All left.", title="Selm paid $3 million").read_as("a.docx")
    report = check_text(draft, "Selm paid $2 million.")
    assert report.to_github().startswith("::error file=a.docx,title=sum%3A contradicted::")
    assert " a.docx [0] sum $3 million" in report.to_text()
    assert {each["line"] for each in report.to_records()} == {None}
