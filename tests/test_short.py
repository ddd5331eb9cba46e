"""What a prompt shows of our objects: one short line, without the article; and what leads on."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import ARTICLE, Serve, deal, reply, summariser

from summariser import Article, ArticleError, SummitSummary, scan, to_csv, to_markdown, to_text
from summariser.drafts import check_text

SECRET = "The lighthouse keeper of Norvik never signed anything at all, said the mayor on Monday"
LONG = Article.from_text(f"{ARTICLE.text} {SECRET}.", language="en")


@pytest.fixture
def summary(server: Serve) -> SummitSummary:
    with summariser(server(["ok"], content=reply(deal()))) as shared:
        return shared.summarise(LONG)


def test_each_is_one_short_line_without_the_article(summary: SummitSummary) -> None:
    report = check_text(LONG, [ARTICLE])
    found = scan(LONG)
    parts = [
        summary, summary.deals[0], summary.deals[0].evidence[0], *summary.deals[0].checks,
        *summary.open, found, *(item for _, item in found.items()), report, *report.claims,
    ]  # fmt: skip
    for part in parts:
        shown = repr(part)
        assert str(part) == shown
        assert "\n" not in shown
        assert len(shown) < 250
        assert SECRET not in shown
    assert repr(summary).startswith("SummitSummary(")
    assert "deals=1" in repr(summary)
    assert f"verdict={summary.deals[0].verdict!r}" in repr(summary.deals[0])
    assert repr(summary.deals[0].evidence[0]) == "Evidence(sentence=2)"
    assert "claims=" in repr(report)


def test_a_summary_leads_to_its_views(summary: SummitSummary) -> None:
    assert summary.to_text(width=60) == to_text(summary, width=60)
    assert summary.to_markdown() == to_markdown(summary)
    assert summary.to_csv("deals", delimiter=";") == to_csv(summary, "deals", delimiter=";")


def test_a_path_is_a_file(server: Serve, tmp_path: Path) -> None:
    """A string never is; what cannot be read is an ArticleError that names it."""
    path = tmp_path / "talks.txt"
    path.write_text(ARTICLE.text, "utf-8")
    with summariser(server(["ok"], content=reply(deal()))) as shared:
        read = shared.summarise(path)
        assert read.article
        assert (read.article.text, read.article.known_as) == (ARTICLE.text, str(path))
        with pytest.raises(ArticleError, match=r"none\.txt"):
            shared.summarise(tmp_path / "none.txt")
