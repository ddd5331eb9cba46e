"""Whatever is given, nothing but the library's own errors comes out: ``make fuzz`` runs as long as one likes.

Texts of all scripts with digits of all kinds, pages, and replies about an article.  In CI each of the
four has 1,250 examples of a fixed seed; ``FUZZ=50000 make fuzz`` takes as many of each, at random.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from extras import needs
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from samples import deal, money
from trouble import TROUBLE

from summariser import (
    Article,
    SummariserError,
    SummitSummary,
    to_csv,
    to_html,
    to_jsonl,
    to_markdown,
    to_text,
    verify,
)
from summariser.checks import Index
from summariser.figures import find_figures
from summariser.languages import LANGUAGES
from summariser.llm.reply import answer_model
from summariser.names import find_full_names, find_names
from summariser.reading.candidates import read, settle
from summariser.text import find_quotations

pytestmark = pytest.mark.heavy

ASKED = int(os.environ.get("FUZZ", "0"))
EXAMPLES = ASKED or 1_250


def fuzzed(test: Any) -> Any:
    """As many examples as are asked for; without being asked, the same ones each time."""
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    bounded = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=checks)
    return bounded(test if ASKED else seed(20_251_108)(test))


DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳०१२３４５²½¾零〇一二三十百千万亿億兆点"
FIGURES = st.sampled_from([
    "$2.5 billion", "2,5 млрд. долларов", "€1.2bn", "1½", "12 12 12", "3-5", "25億円", "１．５", "١٫٥ مليار", "US$", "%",
    "от 3 до 5", "2 500 000", "1,500", "1.500", "10^9", "1e400", "9" * 40, "0.0000001", "−5", "½½", "十点五", "½ млн",
    "dos mil quinientos", "zweieinhalb", "mille", "бір жарым", "yarım", "-", "–", "/", ":", "(", ")", "~", "≈", "±",
])  # fmt: skip
VOCABULARY = Path(__file__).parent / "languages" / "golden_vocabulary.txt"
WORDS = VOCABULARY.read_text("utf-8").split()[::29]
PIECES = st.one_of(
    TROUBLE,
    FIGURES,
    st.text(DIGITS + ".,' ", max_size=8),
    st.sampled_from(WORDS),
    st.text(max_size=6),
)
TEXTS = st.lists(PIECES, max_size=12).map(" ".join)
LANGUAGE = st.sampled_from([None, "und", "pl", *LANGUAGES])


@fuzzed
@given(TEXTS, LANGUAGE)
def test_texts(text: str, language: str | None) -> None:
    """Figures, names and quotations are found where they stand, in whatever it is."""
    for figure in find_figures(text, language):
        assert 0 <= figure.start < figure.end <= len(text)
    for start, end in [*find_names(text), *find_full_names(text), *find_quotations(text)]:
        assert 0 <= start <= end <= len(text)


@fuzzed
@given(TEXTS, LANGUAGE, st.one_of(st.none(), TEXTS))
def test_articles(text: str, language: str | None, title: str | None) -> None:
    """An article, or an ArticleError; its sentences stand where they say."""
    with suppress(SummariserError):
        article = Article.from_text(text, language=language, title=title)
        for sentence in article.sentences:
            assert article.text[sentence.start : sentence.end] == sentence.text
        assert len(article.unwrapped) == len(article.text)


TAGS = st.sampled_from([
    "<p>", "</p>", "<div hidden>", "<div style='display:none'>", "</div>", "<br>", "<!--", "-->", "<script>", "</script>",
    "<style>p{color:currentColor}</style>", "<template>", "<noscript>", "<table><tr><td>", "<meta charset=gb2312>",
    "<html lang=xx>", "<title>", "</title>", "<a href='", "<svg>", "<![CDATA[", "&#0;", "&#x110000;", "&", "<", ">", '"',
    "<article>", "<h1>", "<meta property='og:title' content='", "<base>", "<iframe>", "\0", "\ufeff", "<body", "<?xml?>",
])  # fmt: skip
PAGES = st.lists(st.one_of(TAGS, PIECES, st.text(max_size=40)), max_size=25).map("".join)


@needs("trafilatura", extra="web")
@fuzzed
@given(PAGES, st.sampled_from(["utf-8", "utf-16", "cp1251", "gb18030", "latin-1", None]))
def test_pages(page: str, encoding: str | None) -> None:
    """An article, or an ArticleError, of a page as text and as bytes of any encoding."""
    with suppress(SummariserError):
        Article.from_html(page.encode(encoding, "replace") if encoding else page)


VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), TEXTS,
        st.sampled_from(["USD", "signed", "Kazakhstan", "2-3", "N/A", "[1]", "2.5 billion", "EU"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from([*deal(), *money()]), st.text(max_size=4)), inner, max_size=5),
    ),
    max_leaves=8,
)  # fmt: skip
FIELDS = [
    *deal(),
    "values.amount",
    "values.currency",
    "values.verbatim",
    "values.upper",
    "parties.name",
]
ARTICLE = Article.from_text("Talks opened. Lumen Rail signed for $2.5 billion. «Да», — сказал он.")


@st.composite
def replies(draw: st.DrawFn) -> str:
    """A sound reply with some of its values changed, and something around it."""
    item = deal()
    for name in draw(st.lists(st.sampled_from(FIELDS), max_size=4)):
        field, _, inner = name.partition(".")
        if (
            inner
            and isinstance(item[field], list)
            and item[field]
            and isinstance(item[field][0], dict)
        ):
            item[field] = [{**item[field][0], inner: draw(VALUES)}]
        else:
            item[field] = draw(VALUES)
    lists = st.one_of(st.just([]), VALUES)
    whole = {"summit": draw(st.one_of(st.none(), VALUES)), "overview": draw(TEXTS), "deals": [item]}
    whole |= {"outcomes": draw(lists), "positions": draw(lists)}
    around = st.sampled_from(
        ["", "```json\n", "<think>{}</think>", "Here: ", "{", "]", "\ufeff", ", // so"]
    )
    return draw(around) + json.dumps(whole) + draw(around)


@fuzzed
@given(replies())
def test_replies(reply: str) -> None:
    """Items that are kept or rejected, checked and shown; or a ValueError that a model can act on."""
    try:
        answer = answer_model(SummitSummary).model_validate_json(reply)
    except ValueError:
        return
    kept, rejected = settle(read(answer.content, SummitSummary, Index(ARTICLE)), [])
    values: dict[str, Any] = {
        name: [each.item for each in kept if each.field == name]
        for name in ("outcomes", "deals", "positions")
    }
    summary = SummitSummary(overview="", article=ARTICLE, rejected=rejected, **values)
    assert SummitSummary.model_validate_json(summary.model_dump_json()) == summary
    for view in (to_text, to_html, to_markdown, to_jsonl, lambda each: to_csv(each, "deals")):
        assert view(verify(summary))
