"""Where everything stands in an article: its sentences, its title, and words within them.

Places are offsets in `Layout.whole`, the text as it reads with the title behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice, takewhile
from operator import itemgetter

from ..article import Article
from ..languages import LANGUAGES
from ..names import beginnings, find_phrase
from ..schema import Evidence, Span
from ..text import (
    SPACELESS,
    Folded,
    find_quotations,
    fold,
    folded,
    primary,
    trimmed,
    unlike_shown,
)
from .finding import Place
from .instructions import speaking_to_a_model

_LONGEST_PROCLITIC = 3
_BESIDE = 24  # characters on either side
_BEFORE_THE_TITLE = "\n\n"


class Layout:
    """The sentences of one article, and where words stand in them.

    >>> layout = Layout(Article.from_text("Ulan Sarin signed. It is worth $2.5 billion."))
    >>> layout.find("$2.5  billion", [2])
    [(31, 43)]
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self._found: dict[tuple[str, tuple[Place, ...]], tuple[Place, ...]] = {}
        self._everywhere: dict[str, tuple[list[int], list[Place]]] = {}
        self._quotations: dict[int, list[Place]] = {}
        self._around: dict[int, list[Place]] = {}
        self._holding: dict[str, set[int]] = {}
        self._merged: dict[tuple[int, ...], tuple[Place, ...]] = {}
        self._phrases: dict[tuple[str, int], tuple[Place, ...]] = {}

    def shows_otherwise(self, place: Place) -> bool:
        """Whether the numbers there may look otherwise than they read."""
        at = bisect_left(self._unlike_shown, (place[1],))
        return at > 0 and self._unlike_shown[at - 1][1] > place[0]

    @cached_property
    def _unlike_shown(self) -> list[Place]:
        return unlike_shown(self._with_title(self.article.text))

    @property
    def language(self) -> str:
        return self.article.language

    @cached_property
    def has_tables(self) -> bool:
        """Whether there are tables of its language."""
        return primary(self.language) in LANGUAGES

    @cached_property
    def is_read(self) -> bool:
        """Whether there are such tables, or those that all languages share, for ``und``."""
        return self.has_tables or primary(self.language) == "und"

    @cached_property
    def whole(self) -> str:
        """The article as it reads, and behind it the title: places are offsets in this."""
        return self._with_title(self.article.unwrapped)

    def _with_title(self, text: str) -> str:
        return text + _BEFORE_THE_TITLE + re.sub(r"\s", " ", self.article.title or "")

    @cached_property
    def _folded(self) -> Folded:
        return fold(self.whole)

    @cached_property
    def _title_at(self) -> int:
        return len(self.article.text) + len(_BEFORE_THE_TITLE)

    @cached_property
    def all_sentences(self) -> range:
        """The numbers of all sentences; 0 is the title."""
        return range(0 if self.article.title else 1, len(self.article.sentences) + 1)

    def near(self, numbers: Iterable[int]) -> list[int]:
        """These sentences and those next to them; nothing stands next to the title."""
        given = frozenset(numbers)
        near = {number + step for number in given if number for step in (-1, 0, 1)}
        near = (near - {0}) | (given & {0})
        return sorted(number for number in near if number in self.all_sentences)

    def text(self, place: Place) -> str:
        """The words at a place, as a prompt shows them."""
        if place[0] >= self._title_at:
            return " ".join(self.whole[slice(*place)].split())
        return self.article.on_one_line(*place)

    def unwrapped(self, number: int) -> str:
        """A sentence to be read: each character where it stands in the article."""
        return self.whole[slice(*self.region(number))]

    def region(self, number: int) -> Place:
        """Where the sentence with this number stands."""
        if number not in self.all_sentences:
            self.article.sentence(number)  # which says that there is none
        return self._places_of_all[number]

    @cached_property
    def _places_of_all(self) -> list[Place]:
        title = self._title_at, self._title_at + len(self.article.title or "")
        return [title, *((each.start, each.end) for each in self.article.sentences)]

    def holds(self, evidence: Evidence) -> bool:
        """Whether it is a sentence of this article, and the one whose number it bears."""
        if evidence.sentence not in self.all_sentences:
            return False
        real = self.article.sentence(evidence.sentence)
        part = "text" if evidence.sentence else "title"
        given = evidence.start, evidence.end, evidence.text, evidence.part
        return given == (real.start, real.end, real.text, part)

    def is_instruction(self, number: int) -> bool:
        """Whether a sentence speaks to a language model, not to a reader."""
        return number in self._instructions

    @cached_property
    def _instructions(self) -> frozenset[int]:
        texts = [self.text(self.region(number)) for number in self.all_sentences]
        return frozenset(self.all_sentences[at] for at in speaking_to_a_model(texts))

    def span(self, place: Place) -> Span:
        """A place with its words, as the article has them."""
        if place[0] < self._title_at:
            words = self.article.text[slice(*place)]
            return Span.made(start=place[0], end=place[1], text=words, part="text")
        start, end = (offset - self._title_at for offset in place)
        words = (self.article.title or "")[start:end]
        return Span.made(start=start, end=end, text=words, part="title")

    def place(self, span: Span) -> Place:
        """Where a span of `span` stands."""
        shift = self._title_at if span.part == "title" else 0
        return span.start + shift, span.end + shift

    def find(self, words: str, numbers: Iterable[int]) -> list[Place]:
        """Where the words stand in these sentences, to the letter but for typography.

        Words may run from one of them into the next: a full stop is not always the end.
        """
        regions = self._regions(numbers)
        if (words, regions) not in self._found:
            self._found[words, regions] = tuple(self._places(words, regions))
        return list(self._found[words, regions])

    def first(self, words: str, numbers: Iterable[int]) -> Place | None:
        """The first place that `find` finds."""
        return next(self._places(words, self._regions(numbers)), None)

    def _places(self, words: str, regions: Iterable[Place]) -> Iterator[Place]:
        for start, end in regions:
            yield from self._folded.places(words, start, end)

    def _regions(self, numbers: Iterable[int]) -> tuple[Place, ...]:
        """The sentences, those that follow each other as one."""
        if numbers == self.all_sentences:  # one need not count them
            text = self.region(1)[0], self.region(numbers[-1])[1]
            return (text, self.region(0)) if 0 in numbers else (text,)
        numbers = tuple(numbers)
        if numbers not in self._merged:
            self._merged[numbers] = self._runs(numbers)
        return self._merged[numbers]

    def _runs(self, numbers: Iterable[int]) -> tuple[Place, ...]:
        runs: list[list[int]] = []
        for number in sorted(set(numbers), key=lambda number: (not number, number)):  # title last
            if runs and number == runs[-1][-1] + 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        return tuple((self.region(run[0])[0], self.region(run[-1])[1]) for run in runs)

    def everywhere(self, words: str) -> tuple[list[int], list[Place]]:
        """The numbers of all sentences in which the words stand, and where in them they do."""
        if words not in self._everywhere:
            found = (self.number_at(place) for place in self._folded.find(words))
            numbers = sorted({number for number in found if number is not None})
            self._everywhere[words] = numbers, self.find(words, numbers)
        return self._everywhere[words]

    def around(self, place: Place) -> str:
        """The words at a place with a few of those beside them, in the same sentence."""
        number = self.number_at(place)
        first, last = place if number is None else self.region(number)
        start, end = max(first, place[0] - _BESIDE), min(last, place[1] + _BESIDE)
        text = self.whole
        while first < start and text[start - 1 : start + 1].isalnum():
            start += 1
        while end < last and text[end - 1 : end + 1].isalnum():
            end -= 1
        start, end = min(start, place[0]), max(end, place[1])
        return f"{'…' * (start > first)}{self.text((start, end)).strip()}{'…' * (end < last)}"

    def behind(self, place: Place) -> str:
        """What stands behind a place in its sentence."""
        number = self.number_at(place)
        return "" if number is None else self.whole[place[1] : self.region(number)[1]]

    def _sentence_of(self, place: Place) -> str:
        number = self.number_at(place)
        return self.text(place) if number is None else self.unwrapped(number)

    def find_words(self, words: str, numbers: Iterable[int]) -> list[Place]:
        """Where words in dictionary form stand in these sentences, perhaps in other cases."""
        if words not in self._holding:
            sought = beginnings(words)
            self._holding[words] = {
                number
                for number, even in self._even_sentences.items()
                if all(each in even for each in sought)
            }
        held = self._holding[words]
        return [
            place
            for number in numbers
            if number in held or SPACELESS.search(words)
            for place in self._phrases_in(words, number)
        ]

    @cached_property
    def _even_sentences(self) -> dict[int, str]:
        return {number: folded(self.unwrapped(number)).lower() for number in self.all_sentences}

    def _phrases_in(self, words: str, number: int) -> tuple[Place, ...]:
        if (words, number) not in self._phrases:
            self._phrases[words, number] = tuple(self._find_phrases(words, number))
        return self._phrases[words, number]

    def _find_phrases(self, words: str, number: int) -> Iterator[Place]:
        literal = self.find(words, [number])
        if literal:
            yield from (place for place in literal if self._is_whole(place))
            return
        start = self.region(number)[0]
        known = LANGUAGES.get(primary(self.language))
        endings = known.places.within_endings.split() if known else ()
        for first, last in find_phrase(words, self.unwrapped(number), endings):
            yield start + first, start + last

    def _is_whole(self, place: Place) -> bool:
        """Whether a word begins with it, but for what is written together with the next."""
        if SPACELESS.search(self.whole, *place):
            return True
        before = self.whole[max(0, place[0] - _LONGEST_PROCLITIC) : place[0]]
        return (re.split(r"\W", before)[-1]) in self._proclitics

    @cached_property
    def _proclitics(self) -> frozenset[str]:
        known = LANGUAGES.get(primary(self.language))
        return frozenset(("", *(known.text.proclitics.split() if known else ())))

    def quotations(self, number: int) -> list[Place]:
        """What stands between quotation marks in the sentence, also if they stand outside it."""
        start, end = self.region(number)
        clipped = (
            trimmed(self.whole, max(start, place[0]), min(end, place[1]))
            for place in self.quotations_around(number)
        )
        return [place for place in clipped if place[0] < place[1]]

    def quotations_around(self, number: int) -> list[Place]:
        """The quotations of which the sentence is a part, whole, within its paragraph."""
        if number not in self._around:
            self._around[number] = self._quotations_around(number)
        return self._around[number]

    def _quotations_around(self, number: int) -> list[Place]:
        start, end = self.region(number)
        text = self.whole
        first = text.rfind("\n", 0, start) + 1
        if first not in self._quotations:
            last = text.find("\n", end)
            last = len(text) if last < 0 else last
            self._quotations[first] = find_quotations(text, first, last, self.article.language)
        places = self._quotations[first]
        since = bisect_right(places, start, key=itemgetter(1))
        return list(takewhile(lambda place: place[0] < end, islice(places, since, None)))

    def holds_words(self, words: str, place: Place) -> bool:
        """Whether they stand within a place, but for typography."""
        return next(self._folded.places(words, *place), None) is not None

    def sentences_in(self, start: int, end: int) -> range:
        """The numbers of the sentences that overlap this piece of the text."""
        if start >= self._title_at:
            return range(1)
        first = max(bisect_right(self._starts, start), 1)
        return range(first, bisect_right(self._starts, end - 1) + 1)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.article.sentences]

    def number_at(self, place: Place) -> int | None:
        """The sentence that holds the whole place, or None if it runs over a sentence's end."""
        is_title = place[0] >= self._title_at
        number = 0 if is_title else bisect_right(self._starts, place[0])
        if (number or is_title) and place[1] <= self.region(number)[1]:
            return number
        return None
