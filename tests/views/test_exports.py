"""Each format read back by a reader of its own; hostile words stay words in all of them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pages import every, verified
from record import ARTICLES

from summariser import (
    Article,
    Deal,
    Evidence,
    Item,
    Named,
    Provenance,
    Rejected,
    Summary,
    SummitSummary,
    from_jsonl,
    to_annotations,
    to_csv,
    to_jsonl,
    to_markdown,
    to_records,
)
from summariser.views.cards import card


def saying(words: str, of: Article | None = None) -> SummitSummary:
    """A summary that says these words wherever a model may write what it likes."""
    of = of or Article.from_text("Norvik signed. It rained.")
    deal = Deal(
        text=words, instrument="contract", status="signed", place=words, sector=words,
        evidence=[Evidence.of(of, 1)],
    )  # fmt: skip
    return SummitSummary(overview=words, outcomes=[], deals=[deal], positions=[], article=of)


# --- JSON lines ------------------------------------------------------------------------------


def test_json_lines_come_back_equal(tmp_path: Path) -> None:
    """Text, lines and file give the same summaries, and every line is one JSON object."""
    text = to_jsonl(every())
    path = tmp_path / "all.jsonl"
    path.write_text(text, encoding="utf-8")
    with path.open(encoding="utf-8") as lines:
        assert from_jsonl(text) == from_jsonl(path) == from_jsonl(lines) == every()
    assert [json.loads(line)["article"]["text"] for line in text.split("\n")[:-1]] == [
        summary.article.text for summary in every() if summary.article
    ]


@pytest.mark.heavy
@given(st.text())
@example("one\u2028two\x85three\x1cfour")
def test_any_text_survives_json_lines(words: str) -> None:
    """Line separators of Unicode, control characters and quotes included."""
    before = saying(words.encode("utf-8", "replace").decode())
    assert from_jsonl(to_jsonl(before)) == [before]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (lambda line: ["", line, "{}"], "line 3 holds no SummitSummary: "),
        (lambda line: "summaries.jsonl", "line 1 .* a file is given as a Path"),
        (lambda line: [line[:500]], "line 1 holds no"),
    ],
)
def test_a_line_that_is_no_summary_is_named(lines: Callable[[str], Any], told: str) -> None:
    """The error gives the number of the line."""
    with pytest.raises(ValueError, match=told):
        from_jsonl(lines(to_jsonl(every()[0])))


# --- CSV -------------------------------------------------------------------------------------

DANGEROUS = "=+-@＝＋－＠"
FORMULAS = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u200b=1", "\ufeff=1", "＝1",
    '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0", "'=1", "''=1", "-5 %",
]  # fmt: skip
TWICE = {"\t=1": "'\t'=1", "\r=1": "'\r'=1", "\n=1": "'\n'=1"}  # two cells, as some read them


def read_csv(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("field", ["deals", "outcomes", "positions", "summit"])
def test_csv_holds_what_the_records_hold(field: str, delimiter: Any) -> None:
    """Read back by the standard library's reader, cell by cell."""
    rows = read_csv(to_csv(every(), field, delimiter=delimiter), delimiter)
    records = to_records(every(), field)
    assert len(rows) == len(records)
    for row, record in zip(rows, records, strict=True):
        told = {name: "" if cell is None else str(cell) for name, cell in record.items()}
        if field == "summit" and told["date"].startswith("-"):
            told["date"] = f"'{told['date']}"  # a day without a year looks like a formula
        assert row == told


def test_csv_without_rows_has_its_head_line() -> None:
    """The columns do not depend on there being an item."""
    assert (
        to_csv(saying("x"), "outcomes").splitlines()[0]
        == to_csv(every(), "outcomes").splitlines()[0]
    )


@pytest.mark.parametrize("words", FORMULAS)
def test_formulas_are_defused(words: str) -> None:
    """Nothing a model or an article writes is taken for a formula, and nothing of it is lost."""
    (row,) = read_csv(to_csv(saying(words), "deals"))
    assert row["text"] == TWICE.get(words, f"'{words}")


SEPARATED = [  # the words; with an apostrophe wherever another separator would begin a cell
    ('Signed; =HYPERLINK("http://x","y")', """Signed;' =HYPERLINK("http://x","y")"""),
    ("a;=1", "a;'=1"), ('a;"=1"', """a;'"=1\""""), ("a; @SUM(A1)", "a;' @SUM(A1)"), ("a\t=1", "a\t'=1"),
    ("a\n=1", "a\n'=1"), ("a;'=1", "a;''=1"), ("a;\u200b=1", "a;'\u200b=1"), ("a,=1,+1;-1", "a,'=1,'+1;'-1"),
    ("a|=1", "a|'=1"), (";;=1", ";;'=1"), ("a; ＝1", "a;' ＝1"), ("a\r\n-1+1", "a\r'\n'-1+1"),
    (';";"=1', """;";'"=1"""),
]  # fmt: skip


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize(("words", "defused"), SEPARATED)
def test_formulas_behind_a_separator(words: str, defused: str, delimiter: Any) -> None:
    """Whatever a spreadsheet takes for the separator, no cell begins as a formula."""
    text = to_csv(saying(words), "deals", delimiter=delimiter)
    for other in ",;\t|":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=other):
            assert [cell for cell in row if cell.lstrip("\u200b ")[:1] in set(DANGEROUS)] == []
    (row,) = read_csv(text, delimiter)
    assert row["text"] == defused.replace(f"{delimiter}'", delimiter)  # which is in no doubt


@given(st.text(alphabet=st.sampled_from("=+-@\t\r\n '\";,aя1\u200b\u2028")))
def test_no_cell_begins_as_a_formula(words: str) -> None:
    """An apostrophe comes before any formula, and taking it away gives the words again."""
    (row,) = read_csv(to_csv(saying(words), "deals"))
    assert row["text"].lstrip()[:1] not in (set(DANGEROUS) if row["text"] else set())
    assert row["text"].replace("'", "") == words.replace("'", "")


@pytest.mark.parametrize(
    "words",
    ["— Мы построим мост", "2,5 млрд", "a=b", "Norvik-2", "’tis", "", "«Да», - сказал он", "1; 2"],
)
def test_honest_words_are_left_alone(words: str) -> None:
    """A dash that opens direct speech is no minus."""
    (row,) = read_csv(to_csv(saying(words), "deals"))
    assert row["text"] == words


def test_numbers_stay_numbers() -> None:
    """Amounts and offsets are never quoted as text."""
    line = to_csv(every()[0], "deals").splitlines()[1]
    assert f",{every()[0].deals[0].values[0].amount}," in line
    assert f",{every()[0].deals[0].evidence[0].start}," in line


# --- Markdown --------------------------------------------------------------------------------

MARKUP = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
    "![x](http://x/y.png)", "**bold** _it_ `code` ~~no~~", "# title", "- item", "1. item",
    "1) item", "> quote", "```\ncode\n```", "    code", "| a | b |\n|---|---|", "a\\*b*",
    "&lt;b&gt; &amp; &#35;", "---", "===", "+ x", "[^1]: note", "<!-- x -->", "$a$ and $b$",
    "[x]: http://x", "~~~", "a  \nb",
    "line\u2028# two", "{{ 7*7 }}", "<https://x.example>", "* * *", "<b>x</b>", "10. Mai", ": def",
]  # fmt: skip


def shown(markdown: str) -> tuple[set[str], str]:
    """What a CommonMark reader makes of it: the kinds of its parts, and its words."""
    kinds, words = set(), []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown):
        kinds.add(token.type)
        for child in token.children or ():
            kinds.add(child.type)
            words.append(child.content)
    return kinds, "\n".join(words)


PLAIN = {
    "heading_open", "heading_close", "inline", "text", "paragraph_open", "paragraph_close",
    "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
    "blockquote_open", "blockquote_close", "strong_open", "strong_close", "softbreak",
}  # fmt: skip


@pytest.mark.parametrize("words", MARKUP)
def test_words_are_never_markup(words: str) -> None:
    """No link, picture, code, table or HTML comes of what an article or a model says."""
    of = Article.from_text(f"{words} x", title=words, source=words)
    summary = saying(words, of)
    summary.rejected = [Rejected(field="deals", raw={}, reason=words)]
    kinds, text = shown(to_markdown(summary))
    assert kinds <= PLAIN
    assert text.count(" ".join(words.split())) >= 7  # title, source, overview, deal ×3, rejected


ADDRESSES = [
    "https://x.example/a", "HTTP://x.example", "see www.x.example.", "(http://x.example)", "ftp://x.example/f",
    "WWW.x.example", "«https://пример.рф»", "http://127.0.0.1/",
]  # fmt: skip


@pytest.mark.parametrize("words", ADDRESSES)
def test_addresses_are_no_links(words: str) -> None:
    """Nor do those of pages become links where GitHub's kind of Markdown is read."""
    page = github_flavored_markdown_to_html(to_markdown(saying(words)))
    assert "href" not in page
    assert words in unescape(re.sub("<[^>]*>", "", page))


@given(st.text(alphabet=st.sampled_from("<>[]()*_`~#|\\&;!$^{}-+=.:1a \n")))
def test_any_words_come_out_as_they_were(words: str) -> None:
    """Whatever the mixture of punctuation, a reader shows it to the letter."""
    kinds, text = shown(to_markdown(saying(words)))
    assert kinds <= PLAIN
    assert " ".join(words.split()) in text


@pytest.mark.parametrize("stem", ARTICLES)
def test_markdown_holds_every_item_and_sentence(stem: str) -> None:
    """Each item's words, each cited sentence and each field's heading are there."""
    summary = verified(stem)
    text = " ".join(shown(to_markdown(summary))[1].split())
    for path, item in summary.items():
        assert path.partition("[")[0].capitalize() in text
        assert " ".join(card(item).title.split()) in text
        for evidence in getattr(item, "evidence", []):
            assert " ".join(f"[{evidence.sentence}] {evidence.text}".split()) in text


# --- W3C Web Annotation ----------------------------------------------------------------------

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOTIVATIONS = {  # those the model names
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
    "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip
MEMBERS = {  # which members each class may have here, and which it must
    "AnnotationCollection": ("@context id type", "label total first last"),
    "AnnotationPage": ("id type items", "partOf startIndex"),
    "Annotation": ("id type target", "body motivation generated generator"),
    "TextualBody": ("type value", "purpose format"),
    "Software": ("type", "name"),
    "TextQuoteSelector": ("type exact", "prefix suffix"),
    "TextPositionSelector": ("type start end", ""),
}


def faults(thing: dict[str, Any]) -> Iterator[str]:
    """What breaks a MUST of https://www.w3.org/TR/annotation-model/ (sections 3.1 to 5.2)."""
    kind = thing.get("type", "SpecificResource")
    must, may = MEMBERS.get(kind, ("source", "selector"))
    if missing := set(must.split()) - set(thing):
        yield f"{kind} lacks {missing}"
    if unknown := set(thing) - set(f"{must} {may}".split()):
        yield f"{kind} has {unknown}"
    for name, value in thing.items():
        if name in ("id", "source", "partOf", "last") and not urlsplit(value).scheme:
            yield f"{kind}.{name} is no IRI: {value}"
        if name in ("start", "end", "total", "startIndex") and not (
            type(value) is int and value >= 0
        ):
            yield f"{kind}.{name} is no non-negative integer: {value!r}"
        if name in ("motivation", "purpose") and value not in MOTIVATIONS:
            yield f"{kind}.{name} is no motivation: {value}"
        if name == "generated" and not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", value):
            yield f"{kind}.generated is no xsd:dateTime in UTC: {value}"
        if (
            name in ("exact", "value", "label", "name", "prefix", "suffix")
            and type(value) is not str
        ):
            yield f"{kind}.{name} is no string"
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield from faults(each)
            elif name == "target" and not urlsplit(each).scheme:
                yield f"a target is no IRI: {each}"
    if kind == "AnnotationCollection":
        if thing["@context"] != CONTEXT:
            yield "the context is another"
        if bool(thing["total"]) != ("first" in thing):
            yield "there is a first page if, and only if, there are annotations"
    if kind == "AnnotationPage" and not thing["items"]:
        yield "a page is empty"


def targets(annotation: dict[str, Any]) -> Iterator[tuple[str, int, int, str]]:
    """The source, start, end and quotation of each target that selects a passage."""
    for target in annotation["target"]:
        if isinstance(target, dict):
            quote, position = target["selector"]
            yield target["source"], position["start"], position["end"], quote["exact"]


def test_annotations_keep_to_the_model() -> None:
    """The collection of all summaries breaks no rule of the W3C model, and survives JSON."""
    created = "2025-11-08T10:00:00+05:00"
    provenance = Provenance(
        model="m", prompt="p", prompt_hash="h", schema_hash="h", version="1", created=created
    )
    summaries = [summary.model_copy(update={"provenance": provenance}) for summary in every()]
    collection = to_annotations(summaries)
    assert list(faults(collection)) == []
    assert json.loads(json.dumps(collection)) == collection
    assert (
        collection["total"]
        == len(collection["first"]["items"])
        == len([item for summary in every() for item in summary.items()])
    )
    assert {each["generated"] for each in collection["first"]["items"]} == {"2025-11-08T05:00:00Z"}
    ids = [each["id"] for each in collection["first"]["items"]]
    assert len(set(ids)) == len(ids)


def test_the_same_said_twice_is_two_annotations() -> None:
    """Equal items of one list keep apart; the same summary twice does not."""
    summary = saying("x")
    summary.deals *= 2
    assert to_annotations(summary)["total"] == 2
    assert to_annotations([summary, summary])["total"] == 2


def test_nothing_to_annotate_is_an_empty_collection() -> None:
    """Without items there is no page, which must not be empty."""
    collection = to_annotations([])
    assert collection["total"] == 0
    assert list(faults(collection)) == []


@pytest.mark.parametrize("stem", ARTICLES)
def test_annotations_point_to_the_sentences_and_hold_the_items(stem: str) -> None:
    """Positions and quotations agree with the article; the JSON body is the item again."""
    summary = verified(stem)
    of = summary.article
    assert of is not None
    annotations = to_annotations(summary)["first"]["items"]
    for (path, item), annotation in zip(summary.items(), annotations, strict=True):
        *_, field, verdict, whole = annotation["body"]
        assert (field["value"], verdict["value"]) == (path.partition("[")[0], item.verdict)
        assert type(item).model_validate_json(whole["value"]) == item
        found = list(targets(annotation))
        for _, start, end, exact in found:
            assert of.text[start:end] == exact
        if hasattr(item, "evidence"):
            assert [exact for *_, exact in found] == [each.text for each in item.evidence]
        else:
            assert [exact for *_, exact in found] == [item.verbatim]


def test_a_quotation_is_told_apart_by_what_is_around_it() -> None:
    """Prefix and suffix are what stands directly before and after, also at the article's ends."""
    of = Article.from_text(
        "It rained 😀 today. Norvik signed. مرحبا بكم. Norvik signed.", language="en"
    )
    numbers = [each.number for each in of.sentences if each.text == "Norvik signed."]
    summary = saying("x", of)
    summary.deals[0].evidence = [Evidence.of(of, number) for number in numbers]
    found = to_annotations(summary)["first"]["items"][0]["target"]
    assert len(found) == 2
    for target in found:
        quote, _ = target["selector"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert of.text.count(around) == 1
    assert found[0]["selector"][0]["prefix"] == of.text[: of.text.index("Norvik")]
    assert found[1]["selector"][0]["suffix"] == ""


UNITS_CASES = [
    ("emoji before", "Hello 😀 all. Norvik signed."),
    ("Chinese", "双方会面。\uffdc合同 😀 已签署。谈判结束。"),
    ("emoji inside", "Rain fell. Norvik 👩‍👩‍👧 signed 🇰🇿 it."),
    ("Arabic", "وقعت الشركة عقداً. وصل الوفد 😀 إلى المدينة. انتهت القمة."),
    ("old scripts", "𐰀𐰁 came. 𝔑orvik signed."),
    ("combining", "Cafe\u0301 opened. Norvik signed."),
]


@pytest.mark.parametrize(("label", "text"), UNITS_CASES)
def test_positions_count_in_the_units_asked_for(label: str, text: str) -> None:
    """Code points index a Python string, UTF-16 units the same string in JavaScript."""
    of = Article.from_text(text)
    summary = saying("x", of)
    summary.deals[0].evidence = [Evidence.of(of, len(of.sentences))]
    ((_, start, end, exact),) = targets(to_annotations(summary)["first"]["items"][0])
    assert of.text[start:end] == exact
    javascript = of.text.encode("utf-16-le")
    utf16 = to_annotations(summary, units="utf16")["first"]["items"][0]
    ((_, start, end, exact),) = targets(utf16)
    assert javascript[2 * start : 2 * end].decode("utf-16-le") == exact == of.sentences[-1].text


def test_the_source_is_the_address_or_the_digest() -> None:
    """An article without an address is named after the SHA-256 of its text."""
    text = "Norvik signed."
    named = Article.from_text(text, url="https://example.org/1")
    (source, *_), *_ = targets(to_annotations(saying("x", named))["first"]["items"][0])
    assert source == "https://example.org/1"
    (source, *_), *_ = targets(
        to_annotations(saying("x", Article.from_text(text)))["first"]["items"][0]
    )
    assert source == "urn:sha256:2ed345ea2d369facc36c7e23d714c14c52824ef3b10291f43e2e70c02ba1ec7a"


class Guest(Item, Named):
    """Who came."""


def test_an_item_that_cites_nothing_points_to_the_whole_article() -> None:
    """Its target is the source itself."""

    class Guests(Summary):
        guests: list[Guest]

    guest = Guest(verbatim="nobody", name=None)
    collection = to_annotations(Guests(guests=[guest], article=every()[0].article))
    assert list(faults(collection)) == []
    assert collection["first"]["items"][0]["target"][0].startswith("urn:sha256:")


def test_annotations_need_an_article_and_known_units() -> None:
    """Neither a summary without its article nor an unknown unit is guessed at."""
    with pytest.raises(ValueError, match="without its article"):
        to_annotations(every()[0].model_copy(update={"article": None}))
    with pytest.raises(ValueError, match="'code_points' or 'utf16', not 'bytes'"):
        to_annotations(every()[0], units="bytes")  # type: ignore[arg-type]  # on purpose
