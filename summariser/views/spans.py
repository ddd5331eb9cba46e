"""Where words stand, for people and for editors."""

from __future__ import annotations

from ..article import Article
from ..schema import Span
from .cards import sentences_of

BESIDE = 60
"""Characters around some words of a source, for a reader to see what is told of."""


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
    (number,) = sentences_of([span], article)
    return f"{name} [{number}]" if name else f"[{number}]"


def on_one_line(words: str) -> str:
    """Words without line breaks."""
    return " ".join(words.split())
