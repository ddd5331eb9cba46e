"""Long articles in pieces: runs of whole sentences that a prompt can show one at a time.

Sentences keep the numbers they have in the whole article, so a citation means the same in every
window.  Where to cut is all that is decided here; who asks about a window, and what becomes of the
answers, is decided elsewhere: see `merging`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from .article import Article, Sentence

_REPEATED = 8
"""A half repeats at most this part of its window: an eighth."""


@dataclass(frozen=True)
class Window:
    r"""A run of an article's sentences; a prompt may use it wherever it uses an article.

    >>> article = Article.from_text("They met. They signed.\nThey left. Rain fell.")
    >>> window = Window(article, 2, 3)
    >>> [sentence.number for sentence in window.sentences], window.text, window.total
    ([2, 3], 'They signed.\nThey left.', 4)
    """

    article: Article
    first: int
    """The number of its first sentence, as counted in the article."""
    last: int
    """The number of its last sentence, inclusive."""

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, with the numbers they have in the article."""
        return self.article.sentences[self.first - 1 : self.last]

    @property
    def text(self) -> str:
        """The article's text from the start of the first sentence to the end of the last."""
        return self.article.text[self.sentences[0].start : self.sentences[-1].end]

    @property
    def total(self) -> int:
        """How many sentences the whole article has."""
        return len(self.article.sentences)

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole article."""
        return self.first == 1 and self.last == self.total

    @property
    def part(self) -> str:
        """Its sentences as one writes them: ``1-80``."""
        return f"{self.first}-{self.last}"

    @property
    def id(self) -> str:
        """The article's."""
        return self.article.id

    @property
    def title(self) -> str | None:
        """The article's."""
        return self.article.title

    @property
    def published(self) -> date | None:
        """The article's."""
        return self.article.published

    @property
    def language(self) -> str:
        """The article's."""
        return self.article.language

    @property
    def source(self) -> str | None:
        """The article's."""
        return self.article.source

    @property
    def url(self) -> str | None:
        """The article's."""
        return self.article.url

    @property
    def name(self) -> str | None:
        """The article's."""
        return self.article.name

    def halves(self) -> tuple[Window, Window] | None:
        r"""Two shorter windows that overlap a little, or None if there is only one sentence.

        They are cut at the paragraph's end nearest the middle, or at the sentence's if no
        paragraph ends in the middle half.

        >>> article = Article.from_text("They met. They signed.\nThey left. Rain fell.")
        >>> [half.part for half in cut(article, 100, 10)[0].halves()]
        ['1-2', '3-4']
        """
        if self.first == self.last:
            return None
        start, end = self.sentences[0].start, self.sentences[-1].end
        size = end - start

        def off(sentence: Sentence) -> float:
            return abs(sentence.end - (start + end) / 2)

        inner = self.sentences[:-1]
        paragraphs = [s for s in inner if _ends_paragraph(self.article, s) and off(s) <= size / 4]
        middle = min(paragraphs or inner, key=off).number
        begin = _step_back(self.article, self.first, middle, size // _REPEATED, size // 4)
        return Window(self.article, self.first, middle), Window(self.article, begin, self.last)


def cut(article: Article, size: int, overlap: int, halvings: int = 0) -> list[Window]:
    r"""Windows of at most ``size`` characters that together hold every sentence, in order.

    Each ends with a paragraph if it is then at least half full, else with a sentence, and begins
    with the last sentences of the one before it: at most ``overlap`` characters, but at least one
    sentence, unless that one alone would fill half a window.  A sentence longer than ``size`` is a
    window of its own.  An ``overlap`` of 0 repeats nothing.

    ``halvings``: how often to halve all windows afterwards, just as `Window.halves` does.

    Raises ValueError for sizes that cannot be kept.

    >>> article = Article.from_text("They met. They signed.\nThey left. Rain fell.")
    >>> [window.part for window in cut(article, 25, 10)]
    ['1-2', '2-3', '3-4']
    """
    if size < 1:
        raise ValueError(f"a window of {size} characters holds nothing: give at least 1")
    if not 0 <= overlap <= size // 2:
        raise ValueError(
            f"windows of {size} characters cannot overlap by {overlap}: "
            f"give an overlap between 0 and {size // 2}, half a window"
        )
    if halvings < 0:
        raise ValueError(f"halvings is {halvings}: give 0 to leave the windows as they are")
    windows = [*_windows(article, size, overlap)]
    for _ in range(halvings):
        smaller = [half for window in windows for half in window.halves() or (window,)]
        if len(smaller) == len(windows):
            break
        windows = smaller
    return windows


def _windows(article: Article, size: int, overlap: int) -> Iterator[Window]:
    total = len(article.sentences)
    first, done = 1, 0
    while done < total:
        last = _end(article, first, done, size)
        yield Window(article, first, last)
        first, done = _step_back(article, first, last, overlap, size // 2), last
        while first <= done < total and _length(article, first, done + 1) > size:
            first += 1  # what is repeated leaves room for something new


def _end(article: Article, first: int, done: int, size: int) -> int:
    """The last sentence of the window that begins with `first`, of which `done` is known."""
    last = first
    while last < len(article.sentences) and _length(article, first, last + 1) <= size:
        last += 1
    if last == len(article.sentences):
        return last
    for number in range(last, done, -1):
        if 2 * _length(article, first, number) < size:
            break
        if _ends_paragraph(article, article.sentence(number)):
            return number
    return last


def _step_back(article: Article, first: int, last: int, most: int, most_alone: int) -> int:
    """Where the next window begins: with the last sentences of this one, or right after it.

    Those are `most` characters together, or just one sentence of `most_alone`; not all of them.
    """
    begin = last + 1
    while begin - 1 > first and _length(article, begin - 1, last) <= most:
        begin -= 1
    if most and begin > last > first and _length(article, last, last) <= most_alone:
        return last
    return begin


def _length(article: Article, first: int, last: int) -> int:
    return article.sentence(last).end - article.sentence(first).start


def _ends_paragraph(article: Article, sentence: Sentence) -> bool:
    """Whether a line break follows."""
    following = article.sentences[sentence.number : sentence.number + 1]
    return bool(following) and "\n" in article.text[sentence.end : following[0].start]
