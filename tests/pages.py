"""Summaries to draw pages of: one of each article of ours, and one in which every string wants to be code."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Any

from record import ARTICLES, article, honest

from summariser import (
    Article,
    Evidence,
    Grounded,
    Money,
    Provenance,
    Rejected,
    Summary,
    SummitSummary,
    verify,
)

HOSTILE = [
    "<script>window.ran=1</script>",
    '<img src=x onerror="window.ran=1">',
    "</style><script>window.ran=1</script>",
    "</title></mark></p></body>",
    "javascript:window.ran=1",
    "' onmouseover='window.ran=1",
    '" autofocus onfocus="window.ran=1',
    "{{ 7*7 }}{% if x %}{# x #}",
    "<!-- ]]> &lt;b&gt; &amp;",
    "data-n fact f1 k1 v1",
]


class Pledge(Grounded):
    """A promise."""

    strength: str | None = None
    values: list[Money] = []  # pydantic copies defaults


class Pledges(Summary):
    """Promises an article reports."""

    oath: Pledge | None = None
    pledges: list[Pledge]


def verified(stem: str) -> SummitSummary:
    """The summary of one of the project's articles, to do with as one likes."""
    return _verified(stem).model_copy(deep=True)


@cache
def _verified(stem: str) -> SummitSummary:
    of = article(stem)
    made = SummitSummary.model_validate(honest(stem).reply, context={"article": of})
    return verify(made, of)


@cache
def every() -> list[SummitSummary]:
    """The summaries of all of the project's articles, to look at."""
    return [_verified(stem) for stem in ARTICLES]


def hostile() -> Pledges:
    """A summary in which every string wants to be code."""
    text = "\n\n".join(f"They said {words} again." for words in HOSTILE)
    of = Article.from_text(text, title=HOSTILE[3], source=HOSTILE[1], url=HOSTILE[4])
    sum_ = {"amount": None, "currency": None, "qualifier": "exact", "per": "total"}
    pledges = [
        Pledge(
            evidence=[Evidence.of(of, of_sentence.number)],
            text=words,
            strength=words,
            values=[Money(verbatim=words, **sum_)],
        )
        for words, of_sentence in zip(HOSTILE, of.sentences, strict=False)
    ]
    made = verify(Pledges(pledges=pledges), of)
    made.rejected = [Rejected(field=words, raw=words, reason=words) for words in HOSTILE]
    made.provenance = Provenance(
        model=HOSTILE[0], prompt=HOSTILE[1], prompt_hash="", schema_hash="", version=HOSTILE[2],
        created=datetime(2025, 11, 8, tzinfo=UTC),
    )  # fmt: skip
    return made


def marked(summary: Summary, level: str) -> list[str]:
    """For each item, the text it is cited with or its words, each character once."""
    assert summary.article
    found = []
    for _, item in summary.items():  # noqa: PERF102  # no dict
        spans: list[Any] = [*getattr(item, "evidence", []), *getattr(item, "attribution", [])]
        if level == "w":
            spans = [*getattr(item, "quotes", [])]
            skipped = ("sentence", "instruction")
            spans += [each.span for each in item.checks if each.span and each.kind not in skipped]
        places = {place for span in spans for place in range(span.start, span.end)}
        found.append("".join(summary.article.text[place] for place in sorted(places)))
    return found
