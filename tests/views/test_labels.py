"""The labels of a page: complete in each language, and what stays English says so."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest
from pages import Pledge, Pledges, verified
from record import article
from typer.testing import CliRunner

from summariser import Article, Evidence, Rejected, SummitSummary, scan, to_html
from summariser.__main__ import app
from summariser.drafts import Scan, check_text
from summariser.schema import VERDICTS, ClaimKind
from summariser.views.draft_html import DRAFT_MEANINGS
from summariser.views.labels import _ROWS, LABELS, is_label, labelled
from summariser.views.templates import MEANINGS, SORTING

VIEWS = Path(__file__).parents[2] / "summariser" / "views"


class Spoken(HTMLParser):
    """The texts of a page by the language that the nearest element around them names."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.around: list[tuple[str, str]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        language = given.get("lang") or (self.around[-1][1] if self.around else "")
        language = "page" if tag == "html" else language
        for name in ("title", "aria-label"):
            if words := given.get(name):
                self.texts.setdefault(language, []).append(words)
        if tag not in ("meta", "input"):
            self.around.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        self.around.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and self.around and self.around[-1][0] not in ("style", "title"):
            self.texts.setdefault(self.around[-1][1], []).append(data.strip())


@pytest.mark.parametrize("words", _ROWS)
def test_a_row_is_whole(words: str) -> None:
    """A label in each language, with as many numbers as the English one."""
    row = _ROWS[words]
    assert len(row) == len(LABELS) - 1
    assert all(each.strip() == each != "" for each in row)
    assert {each.count("{}") for each in row} == {words.count("{}")}


def test_the_style_can_hold_its_labels() -> None:
    """Those that it shows stand between straight quotes."""
    for words in ("fact", "of", "open sentence"):
        assert not any(re.search(r"[\"'\\<&]", each) for each in _ROWS[words])


def test_all_labels_have_rows_and_all_rows_are_used() -> None:
    """Of verdicts, kinds and meanings, and whatever the templates ask for."""
    fields = [*SummitSummary.item_fields(), *Scan.item_fields()]
    asked = {*VERDICTS, *fields, *get_args(ClaimKind), SORTING}
    asked |= {*MEANINGS.values(), *DRAFT_MEANINGS.values()}
    templates = [path.read_text("utf-8") for path in VIEWS.glob("*.jinja")]
    for text in templates:
        asked |= set(re.findall(r'label\("([^"]+)"', text))
    missing = {
        each
        for each in asked
        if not is_label(each.replace("%d", "3").replace("%s", "1 of 3 sentences"))
    }
    assert not missing
    code = [path.read_text("utf-8") for path in VIEWS.glob("*.py") if path.stem != "labels"]
    written = " ".join([*templates, *code, *asked])
    assert not [
        words for words in _ROWS if " ".join(words.replace("{}", "").split()[-2:]) not in written
    ]


@pytest.mark.parametrize("labels", LABELS)
def test_a_number_finds_its_place(labels: Any) -> None:
    """One or many; words of a topic of one's own stay as they are."""
    label = labelled(labels)
    assert "1" in label("1 sentence not read") != label("12 sentences not read")
    both = label("1 of 3 sentences accounted for; no item cites these:")
    assert re.findall("[0-9]", both) == ["1", "3"]
    assert label("pledges") == "pledges"


def full() -> SummitSummary:
    """A summary with all there is to show around facts."""
    summary = verified("c5plus1_ru")
    summary.rejected = [
        Rejected(field="deals", raw={"text": "Ложь."}, reason="status: Field required; asked again: withdrawn"),
        Rejected(field="deals", raw={"text": "Ложь."}, reason="a reason of another form"),
    ]  # fmt: skip
    summary.deals[0].notes, summary.notes = ["read as [2]"], ["read as [3]"]
    return summary


@pytest.mark.parametrize("made", ["summary", "scan", "draft"])
def test_what_stays_english_says_so(made: str) -> None:
    """On a Russian page nothing is in Latin letters but codes, and what has a language of its own."""
    of = Article.from_text(article("c5plus1_ru").text)
    page = {
        "summary": lambda: to_html(full()),
        "scan": lambda: to_html(scan(of)),
        "draft": lambda: check_text(of.text.replace("17", "71"), of).to_html(),
    }[made]()
    assert '<html lang="ru">' in page
    spoken = Spoken(page)
    assert len(spoken.texts["page"]) > 20
    for words in spoken.texts["page"]:
        assert not re.search("[A-Za-z]{3,}", words), words
    assert made == "scan" or len(spoken.texts["en"]) > 1


def test_labels_follow_the_articles() -> None:
    """If all are in one language that has them; else English; or as asked for."""
    russian, german = verified("c5plus1_ru"), verified("alpen_gipfel_de")
    arabic = verified("qimmat_wahat_ar")
    for summaries, expected in (
        ([russian], "ru"),
        ([german, german], "de"),
        ([russian, german], "en"),
        ([arabic], "en"),
        ([], "en"),
    ):
        assert f'<html lang="{expected}">' in to_html(summaries)
    assert '<html lang="fr">' in to_html([arabic], labels="fr")
    assert '<html lang="en">' in russian.to_html(labels="en")
    report = check_text(article("alpen_gipfel_de"), article("lakes_summit_en"))
    assert "Ein Entwurf und seine Quellen" in report.to_html()
    assert "A draft and its sources" in report.to_html(labels="en")
    with pytest.raises(ValueError, match="en, ru, de, fr, es"):
        to_html([], labels="xx")  # type: ignore[arg-type]


def test_a_field_of_ones_own_is_marked_as_english() -> None:
    """On a page in another language: no table can know it."""
    of = Article.from_text("Sie haben es versprochen.", language="de")
    page = to_html(Pledges(pledges=[Pledge(evidence=[Evidence.of(of, 1)], text="Ja.")], article=of))
    assert page.count('<span lang="en">pledges</span>') == 2


def test_the_command_line_chooses(tmp_path: Path) -> None:
    """A language that has no labels is a wrong option."""
    draft, source, page = (tmp_path / name for name in ("draft.txt", "source.txt", "page.html"))
    for file in (draft, source):
        file.write_text("Selm paid $3 million.", encoding="utf-8")
    run = CliRunner().invoke
    for command, words in (
        (["scan", str(draft)], "Ce que le code voit seul"),
        (["check", str(draft), "--against", str(source)], "Un brouillon et ses sources"),
    ):
        run(app, [*command, "--html", str(page), "--labels", "fr"])
        assert words in page.read_text("utf-8")
        assert run(app, [*command, "--html", str(page), "--labels", "kk"]).exit_code == 2
