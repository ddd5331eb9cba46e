"""Drafts held against their sources, claim by claim: what is flagged, and what is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from extras import needs

from summariser import Article
from summariser.drafts import check_text, scan
from summariser.errors import ArticleError

PORT = (
    "Norvik port signs crane deal\n\n"
    "The port of Norvik signed a contract for 24 cranes worth $2.5 billion with Laguna Yards on "
    "12 May 2025. The cranes are to reach 340 metres along the quay by 2029.\n\n"
    "“We will build it, but only if the grid pays,” said Ida Holm, who runs the port. “Nobody was "
    "asked,” said Tom Reed, a spokesman for the fishermen.\n\n"
    "A ferry to Selm is planned for 2031. It would cost €300 million, of which the region is to pay "
    "35 percent. The sale of the old dock was postponed."
)

# A draft, and what of it is flagged: kind, words, verdict.
CASES: list[tuple[str, list[tuple[str, str, str]]]] = [
    ("The deal is worth $2.5 billion.", []),
    ("The deal with Laguna Yards is worth 2,500 million dollars.", []),
    ("Its worth: $2.6 billion.", [("sum", "$2.6 billion", "absent")]),
    (
        "The crane contract is worth $2.6 billion.",
        [("sum", "$2.6 billion", "contradicted")],
    ),
    ("The cranes cost €2.5 billion.", [("sum", "€2.5 billion", "contradicted")]),
    ("The contract is worth about $2.5 billion.", []),
    ("Norvik orders two dozen cranes.", []),
    ("Norvik orders 42 cranes from Laguna Yards.", [("quantity", "42", "contradicted")]),
    ("The region is to pay 53 percent of the ferry.", [("share", "53 percent", "contradicted")]),
    ("Norvik signed with Laguna on May 12.", []),
    ("Norvik signed with Laguna on May 21.", [("date", "May 21", "contradicted")]),
    ("The contract was signed in 2024.", [("date", "2024", "absent")]),
    ("More than 24 cranes were ordered.", [("quantity", "24", "unchecked")]),
    ("Holm runs the port of Norvik.", []),
    ("The port is run by Eva Holm.", [("name", "Eva Holm", "contradicted")]),
    ("The port signed with Lagune Yards.", [("name", "Lagune", "contradicted")]),
    ("It is run by Peter Quist.", [("name", "Peter Quist", "absent")]),
    ("“Nobody was asked,” said Reed.", []),
    ("“We will build it … only if the grid pays,” said Ida Holm.", []),
    (
        "“We will build it,” said Ida Holm.",
        [("quotation", "We will build it,", "unchecked")],
    ),
    (
        "“Everybody was asked,” said Tom Reed.",
        [("quotation", "Everybody was asked,", "contradicted")],
    ),
    (
        "“This is a fine day for fish,” said Tom Reed.",
        [("quotation", "This is a fine day for fish,", "absent")],
    ),
    ("“Nobody was asked,” said Ida Holm.", [("speaker", "Ida Holm", "contradicted")]),
    (
        "The sale of the old dock was cancelled.",
        [("stage", "cancelled", "contradicted")],
    ),
    ("The sale of the old dock was put off.", []),
]


@pytest.mark.parametrize(("draft", "flagged"), CASES)
def test_what_is_flagged(draft: str, flagged: list[tuple[str, str, str]]) -> None:
    report = check_text(draft, PORT)
    assert [(each.kind, each.text, each.verdict) for each in report.flagged] == flagged


TAXES = (
    "“We will not raise taxes, but we may cut subsidies,” Oona Brask told reporters in Kelmar. "
    "“It is a fair price,” said Liam O'Dell. “Nobody should call this a rescue,” said Mara Quist. "
    "The treaty was signed on 3 March; the ferry order was postponed until 15 May. Profit fell from "
    "$80 million to $62 million. Tolvik will lend up to €300 million, and Henrik Sund sent word."
)

# Green that asserts something false, and red that is wrong: found by somebody who had not seen it.
FOUND_LATER: list[tuple[str, list[tuple[str, str]]]] = [
    ("“It is a fair price. Nobody should call this a rescue,” said O'Dell.", [("quotation", "red")]),
    ("“It is … a rescue,” said O'Dell.", [("quotation", "red")]),
    ("“We will … raise taxes, but we may cut subsidies,” said Brask.", [("quotation", "red")]),
    ("“We will [certainly] raise taxes, but we may cut subsidies,” said Brask.",
     [("quotation", "red")]),
    ("“We will not … cut subsidies,” said Brask.", [("quotation", "red")]),
    ("“It is [not] a fair price,” said O'Dell.", [("quotation", "red")]),
    ("“[This] is a fair price,” said O'Dell.", []),
    ("“We … may cut subsidies,” said Brask.", []),
    ("Quist said nobody should call it “a rescue”.", []),
    ("Mr. Johnson denied it.", [("name", "red")]),
    ("The minister, Brasker, spoke in Kelmarov.", [("name", "red"), ("name", "red")]),
    ("Henry Sund sent word.", [("name", "yellow")]),
    ("Yesterday Sund sent word.", []),
    ("Tolvik will lend at least €300 million.", [("sum", "red")]),
    ("Tolvik will lend €300 million.", [("sum", "yellow")]),
    ("The treaty was signed on 15 May.", [("date", "yellow")]),
    ("The ferry order was postponed until 15 May.", []),
    ("Profit fell by $18 million.", []),
    ("Profit fell by $28 million.", [("sum", "red")]),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "flagged"), FOUND_LATER)
def test_what_a_reader_found(draft: str, flagged: list[tuple[str, str]]) -> None:
    report = check_text(draft, TAXES)
    colour = {"absent": "red", "contradicted": "red"}
    assert [(each.kind, colour.get(each.verdict, "yellow")) for each in report.flagged] == flagged


def test_a_date_is_that_of_the_sentence_that_tells_of_it() -> None:
    """Not of the first that names it: what stands there may be about something else."""
    source = (
        "Dock sold on 9 June; ferry put off until 3 March. The grain treaty with Selm was signed on "
        "3 March in Kelmar."
    )
    (claim,) = [
        each
        for each in check_text("The grain treaty was signed on 3 March.", source).claims
        if each.kind == "date"
    ]
    assert claim.verdict == "exact"
    assert claim.found is not None
    assert claim.found.sentence == 2


def test_nothing_is_green_without_a_place() -> None:
    report = check_text("Half the ships sailed. Three ministers met Brask in March.", TAXES)
    assert [each for each in report.claims if not each.flagged and each.found is None] == []


def test_spans_are_of_the_draft_and_of_the_source() -> None:
    report = check_text("The crane contract is worth $2.6 billion.", PORT)
    (claim,) = report.flagged
    assert report.draft.text[claim.start : claim.end] == claim.text
    assert claim.found is not None
    source = report.sources[claim.found.source - 1]
    assert source.text[claim.found.start : claim.found.end] == claim.found.text == "$2.5 billion"


def test_a_quotation_is_compared_word_by_word() -> None:
    report = check_text("“We will not build it, but only if the port pays,” said Holm.", PORT)
    (claim,) = report.flagged
    found = [(each.kind, each.draft, each.source) for each in claim.differences]
    assert found == [("negation", "not", ""), ("words", "port", "grid")]


def test_what_two_sources_say_differently_is_told() -> None:
    other = PORT.replace("$2.5 billion", "$2.7 billion")
    report = check_text("The port signed a contract worth $2.5 billion with Laguna.", [PORT, other])
    (claim,) = report.flagged
    assert claim.verdict == "unchecked"
    assert [(each.source, each.text) for each in claim.others] == [(2, "$2.7 billion")]


def test_another_language_is_compared_by_figures_dates_and_names() -> None:
    draft = (
        "Порт Норвик подписал с Laguna Yards контракт на 2,6 млрд долларов 12 мая 2025 года. "
        "«Никого не спросили», — сказал Том Рид."
    )
    report = check_text(draft, PORT)
    assert [(each.kind, each.text) for each in report.flagged] == [("sum", "2,6 млрд долларов")]
    assert report.notes == [
        "the source is in en, the draft in ru: figures, dates and names were compared, "
        "words were not"
    ]


def test_a_source_is_borne_out_by_itself() -> None:
    assert check_text(PORT, PORT).flagged == []


@needs("html_text", extra="web")
def test_of_a_page_all_is_compared(tmp_path: Path) -> None:
    """Whatever takes menus out of pages takes a short draft's lists with them."""
    draft = tmp_path / "draft.html"
    draft.write_text(
        "<h1>Cranes</h1><p>The port of Norvik signed a contract.</p>"
        "<ul><li>Cranes: 42 of them</li><li>Region: 35 percent</li></ul>"
    )
    report = check_text(draft, PORT)
    assert [each.text for each in report.flagged] == ["42"]


def test_no_sources_is_an_error() -> None:
    with pytest.raises(ArticleError, match="at least one"):
        check_text("Nothing happened.", [])


def test_it_is_stored_and_read_again() -> None:
    report = check_text(Article.from_text("It is worth $2.6 billion."), PORT)
    stored = report.model_dump_json()
    assert type(report).model_validate_json(stored) == report


def test_who_says_it_is_shown_where_they_do() -> None:
    """However far from it the draft's speaker is named."""
    source = "Bo Lund disagreed. It rained. “Costs will rise,” said Ida Holm."
    report = check_text("“Costs will rise,” said Bo Lund.", source)
    [claim] = [each for each in report.claims if each.kind == "speaker"]
    assert claim.verdict == "contradicted"
    assert claim.found is not None
    assert claim.found.text == "Ida Holm"


@pytest.mark.parametrize(
    "read", [scan, lambda name: check_text(name, "It rained."), lambda name: check_text("A.", name)]
)
def test_the_name_of_a_file_is_no_text(
    read: Callable[[str], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever gives one means the file, and is told how to say so."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talks.txt").write_text("Talks opened.")
    with pytest.raises(ArticleError, match=r"give Path\('talks.txt'\)"):
        read("talks.txt")


@pytest.mark.parametrize(
    ("language", "source", "draft", "verdict"),
    [
        ("en", "They are paid £13.40 an hour.", "They are paid £13.40 a day.", "unchecked"),
        ("en", "They are paid £13.40 an hour.", "They are paid £13.40 per hour.", "exact"),
        (
            "en",
            "The port pays $5 million a year.",
            "The port pays $5 million a month.",
            "unchecked",
        ),
        ("en", "The port pays $5 million a year.", "The port pays $5 million.", "exact"),
        ("ru", "Порт платит 300 рублей в час.", "Порт платит 300 рублей в день.", "unchecked"),
        ("ru", "Порт платит 300 рублей в час.", "Порт платит 300 рублей в час.", "exact"),
        (
            "fr",
            "Le port paie 300 euros par jour.",
            "Le port paie 300 euros par semaine.",
            "unchecked",
        ),
        ("tr", "Liman günde 300 lira ödüyor.", "Liman günde 300 lira ödüyor.", "exact"),
    ],
)
def test_by_what_a_sum_is_paid(language: str, source: str, draft: str, verdict: str) -> None:
    """By the hour is not by the day; a sum without a span may stand beside one."""
    read = [Article.from_text(text, language=language) for text in (draft, source)]
    [claim] = [each for each in check_text(*read).claims if each.kind == "sum"]
    assert claim.verdict == verdict


@pytest.mark.parametrize(
    ("language", "draft", "source"),
    [
        ("ja", "受け付けは9～20時である。", "受け付けは9―20時である。"),
        (
            "tr",
            "Norvik Liman CFO'su Ida Holm anlattı.",
            "Ida Holm Norvik CFO’su olarak limanı anlattı.",
        ),
        ("fr", "La demande, remise au port, est « une erreur ».", "Le port dit : « une erreur »."),
        ("fr", "Le groupe SelmHavres a parlé.", "Le groupe Selm-Havres a parlé."),
        ("en", "They seize the port of Selm-Harbours.", "They seize the port of SelmHarbours."),
    ],
)
def test_typography_makes_no_difference(language: str, draft: str, source: str) -> None:
    """Dashes and apostrophes have many forms."""
    texts = (Article.from_text(text, language=language) for text in (draft, source))
    assert check_text(*texts).flagged == []
