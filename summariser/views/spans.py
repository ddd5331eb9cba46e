"""Where words stand, for people and for editors."""

from __future__ import annotations

import re

from ..article import Article
from ..schema import Span

_AROUND = 60  # characters


def span_place(article: Article, span: Span) -> tuple[int, int] | None:
    """Line and column in the article's file, both from 1, if it has such lines."""
    return article.place(span.start) if span.part == "text" else None


def span_end(article: Article, span: Span) -> tuple[int, int] | None:
    """Line and column behind the last character, if there are lines."""
    last = article.place(max(span.start, span.end - 1)) if span.part == "text" else None
    return (last[0], last[1] + 1) if last else None


def where(article: Article, span: Span) -> str:
    """Where words stand: ``talks.md:3:7`` as editors know it, or the number of their sentence.

    >>> where(Article.from_text("They met."), Span(start=5, end=8, text="met"))
    '1:6'
    >>> title = Span(start=5, end=8, text="met", part="title")
    >>> where(Article.from_text("All left.", title="They met"), title)
    '[0]'
    """
    at, name = span_place(article, span), article.known_as
    if at:
        return ":".join(map(str, [*([name] if name else []), *at]))
    return f"{name} [{sentence_of(article, span)}]" if name else f"[{sentence_of(article, span)}]"


def sentence_of(article: Article, span: Span) -> int:
    """The number of the sentence in which a span begins; 0 for the title."""
    if span.part == "title":
        return 0
    return max(1, sum(1 for each in article.sentences if each.start <= span.start))


def passage(article: Article, span: Span) -> tuple[str, str, str]:
    """Some words of a sentence, before and after which stand those around them.

    >>> article = Article.from_text("They met  in Norvik.")
    >>> passage(article, Span(start=5, end=8, text="met"))
    ('They ', 'met', ' in Norvik.')
    """
    text = article.title or "" if span.part == "title" else article.text
    sentence = article.sentence(sentence_of(article, span))
    start, end = max(sentence.start, span.start - _AROUND), min(sentence.end, span.end + _AROUND)
    while start > sentence.start and not text[start - 1].isspace():
        start -= 1
    while end < sentence.end and not text[end].isspace():
        end += 1
    before = "…" * (start > sentence.start) + text[start : span.start]
    behind = text[span.end : max(end, span.end)] + "…" * (end < sentence.end)
    words = (_WHITE.sub(" ", each) for each in (before, text[span.start : span.end], behind))
    return next(words), next(words), next(words)


_WHITE = re.compile(r"\s+")


def on_one_line(words: str) -> str:
    """Words without line breaks."""
    return " ".join(words.split())
