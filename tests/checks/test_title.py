"""The title is cited as [0]: what stands there is found, and nothing beside it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from claims import check, claim, money
from pydantic import ValidationError

from summariser import Article, Evidence, to_annotations
from summariser.checks import Index
from summariser.checks.verify import verify_item
from summariser.topics import SummitSummary

TITLE = "Norvik signs for $2.5 billion, “a good day” says Quill"
ARTICLE = Article.from_text(
    "Talks ended on Monday. The port was silent. Ada Quill left early.", title=TITLE
)


def test_the_model_cites_it_by_number() -> None:
    """Its offsets index the title."""
    cited = Evidence.model_validate(0, context={"article": ARTICLE})
    assert (cited.part, cited.text) == ("title", TITLE)
    assert TITLE[cited.start : cited.end] == cited.text


def test_an_article_without_a_title_has_no_sentence_0() -> None:
    """The error says so."""
    with pytest.raises(ValidationError, match=r"\[1\] to \[1\], and no title"):
        Evidence.model_validate(0, context={"article": Article.from_text("They met.")})


def test_sums_are_read_in_it() -> None:
    """A figure of the title is compared as any other; the span says where it stands."""
    item = claim(ARTICLE, 0, values=[money("$2.5 billion", "2500000000")])
    assert check(item, ARTICLE, "amount") == ("computed", None)
    assert check(item, ARTICLE, "verbatim") == ("exact", None)
    spans = [each.span for each in verify_item(item, Index(ARTICLE)).checks if each.span]
    assert {each.part for each in spans} == {"title"}
    assert all(TITLE[each.start : each.end] == each.text for each in spans)
    wrong = claim(ARTICLE, 0, values=[money("$2.5 billion", "3500000000")])
    assert check(wrong, ARTICLE, "amount")[0] == "contradicted"


def test_what_stands_only_in_it_is_elsewhere() -> None:
    """Words of the title are in no sentence; that citation is added."""
    item = verify_item(
        claim(ARTICLE, 2, values=[money("$2.5 billion", "2500000000")]), Index(ARTICLE)
    )
    assert [each.sentence for each in item.evidence] == [0, 2]
    assert item.verdict == "elsewhere"


def test_nothing_stands_next_to_it() -> None:
    """Neither is the first sentence near the title, nor do words run from one into the other."""
    index = Index(ARTICLE)
    assert index.near([0]) == [0]
    assert index.near([1]) == [1, 2]
    assert index.find("Quill Talks", [0, 1]) == []
    assert index.find("early. Norvik", index.all_sentences) == []
    assert [index.text(place) for place in index.quotations(0)] == ["a good day"]


def test_a_sentence_of_another_article_is_told() -> None:
    """A title that was changed is not the one that was cited."""
    item = claim(ARTICLE, 0)
    other = ARTICLE.model_copy(update={"title": "Norvik signs nothing"})
    assert check(item, other, "sentence")[0] == "contradicted"
    missing = ARTICLE.model_copy(update={"title": None})
    assert check(item, missing, "sentence")[0] == "contradicted"


def test_annotations_say_which_part() -> None:
    """The selectors of the title stand within one that names it."""
    item: dict[str, Any] = claim(ARTICLE, 0).model_dump()
    outcome = {
        "kind": "agreement",
        "status": "signed",
        **{k: item[k] for k in ("evidence", "text")},
    }
    summary = SummitSummary(
        article=ARTICLE, overview="", outcomes=[outcome], deals=[], positions=[]
    )
    (annotation,) = to_annotations(summary)["first"]["items"]
    (target,) = annotation["target"]
    assert (target["selector"]["type"], target["selector"]["value"]) == (
        "FragmentSelector",
        "title",
    )
    assert target["selector"]["refinedBy"][0]["exact"] == TITLE


def test_the_page_shows_it() -> None:
    """Where a fact cites the title, it stands above the article, marked."""
    item = claim(ARTICLE, 0).model_dump()
    outcome = {
        "kind": "agreement",
        "status": "signed",
        **{k: item[k] for k in ("evidence", "text")},
    }
    summary = SummitSummary(
        article=ARTICLE, overview="", outcomes=[outcome], deals=[], positions=[]
    )
    page = summary.to_html()
    [place] = re.findall(r'id="(a-[0-9a-f]+-s0)"', page)
    assert f'href="#{place}">[0]</a>' in page
