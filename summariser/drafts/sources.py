"""The sources of a draft: what stands where in all of them, and which sentences tell the same.

Sentences are held together by the words, names and figures they share, the rare ones above all.
That decides only where to look and what to show beside a claim, never that a claim is right.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache, wraps
from itertools import islice, takewhile
from math import log
from typing import Any, NamedTuple, TypeVar

from ..article import Article
from ..checks import Index
from ..figures import Figure, Reading, When, unit_behind
from ..languages import LANGUAGES
from ..names import forms
from ..schema import SourceSpan
from ..text import CLAUSE_END, SPACELESS, folded, primary
from .places import Place

T = TypeVar("T")
ENOUGH = 0.5
"""Likeness below which nothing in a source tells of the same."""
SAME = 0.6
"""Of the likeness of the best sentence: where another sentence is about the same."""
ELSEWHERE = 0.35
"""Below this share a sentence is about something else."""
FIRST = 40
"""So many figures of a sentence are looked at, and so many sentences for one figure."""
_STEM, _SHORTEST = 5, 3
_AROUND = 0.4  # what a word counts that stands in the claim's sentence, but in another clause
_COMMON = 100  # sentences that hold the same: it tells none from the others
_PLAIN = 0.5  # one word that is not all too common
_MOST = 40  # places where the same number stands
_CLAUSE = 300  # characters on either side
_BEHIND = 40  # characters behind a figure, in which its unit stands
_WORD = re.compile(r"[^\W\d_]+")


def kept(function: Callable[[Sources], T]) -> Callable[[Sources], T]:
    """Of some sources worked out once, and kept with them for as long as they are."""

    @wraps(function)
    def looked_up(sources: Sources) -> T:
        if function not in sources.kept:
            sources.kept[function] = function(sources)
        found: T = sources.kept[function]
        return found

    return looked_up


class At(NamedTuple):
    """A sentence of one of the sources, which are counted from 0."""

    source: int
    number: int


class Stated(NamedTuple):
    """A figure of a source."""

    at: At
    figure: Figure
    place: Place
    units: frozenset[str]
    """What it is measured in, as far as is told."""


class Sources:
    """All sources of a draft, read at most once."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.indexes = [Index(article) for article in articles]
        self.kept: dict[object, Any] = {}
        self._traits: dict[tuple[int, Place], frozenset[str]] = {}

    def traits(self, index: Index, place: Place, number: int) -> frozenset[str]:
        """What a piece of a sentence may be known by; of the draft, too, it is kept here."""
        key = id(index), place
        if key not in self._traits:
            self._traits[key] = traits(index, place, number)
        return self._traits[key]

    @cached_property
    def sentences(self) -> list[At]:
        """All sentences of all sources; 0 is a title."""
        return [
            At(source, number)
            for source, index in enumerate(self.indexes)
            for number in index.all_sentences
        ]

    def span(self, source: int, place: Place) -> SourceSpan:
        """A place in a source, with its words."""
        index = self.indexes[source]
        span = index.span(place)
        number = index.sentences_in(*place)[0]
        return SourceSpan.made(**span.model_dump(), source=source + 1, sentence=number)

    @cached_property
    def figures(self) -> list[Stated]:
        """All figures of all sources."""
        return [
            Stated(at, figure, place, units_behind(self.indexes[at.source], place))
            for at in self.sentences
            for figure, place in self.indexes[at.source].figures([at.number])
        ]

    @cached_property
    def _by_reading(self) -> dict[tuple[bool, Reading], list[Stated]]:
        """By whether it is a share, and what it reads as."""
        found = defaultdict(list)
        for stated in self.figures:
            for reading in dict.fromkeys(stated.figure.readings):
                found[stated.figure.kind == "percent", reading].append(stated)
        return found

    def saying(self, figure: Figure, alike: Alike) -> list[Stated]:
        """The figures of the sources that may be read as the same number: the first ones, and those
        in sentences that tell of the same.
        """
        readings = dict.fromkeys(figure.readings)
        is_share = figure.kind == "percent"
        known = (self._by_reading.get((is_share, one), []) for one in readings)
        found = [each for stated in known for each in stated[:_MOST]]
        near = (each for at in islice(alike.ranked, _MOST) for each in self.figures_at(at)[:_MOST])
        same = (each for each in near if not readings.keys().isdisjoint(each.figure.readings))
        return [*found, *same]

    def sources_saying(self, figure: Figure) -> frozenset[int]:
        """Those sources that have the same number somewhere."""
        is_share = figure.kind == "percent"
        readings = (self._sources_of.get((is_share, each), ()) for each in figure.readings)
        return frozenset().union(*readings)

    @cached_property
    def _sources_of(self) -> dict[tuple[bool, Reading], frozenset[int]]:
        return {
            reading: frozenset(each.at.source for each in found)
            for reading, found in self._by_reading.items()
        }

    @cached_property
    def _figures_at(self) -> dict[At, list[Stated]]:
        found = defaultdict(list)
        for stated in self.figures:
            found[stated.at].append(stated)
        return found

    def figures_at(self, at: At) -> list[Stated]:
        """The figures of one sentence."""
        return self._figures_at.get(at, [])

    # --- which sentences tell the same ---------------------------------------------------------

    @cached_property
    def _holding(self) -> dict[str, list[At]]:
        """By what a sentence may be known by, the sentences that hold it."""
        found: dict[str, list[At]] = defaultdict(list)
        for at in self.sentences:
            index = self.indexes[at.source]
            for trait in self.traits(index, index.region(at.number), at.number):
                found[trait].append(at)
        return found

    def first(self, words: str) -> tuple[int, Place] | None:
        """Which source has these words to the letter, and where."""
        for source, index in enumerate(self.indexes):
            place = index.first(words, index.all_sentences)
            if place:
                return source, place
        return None

    def knows(self, trait: str) -> bool:
        """Whether any sentence holds it."""
        return trait in self._holding

    def knows_not(self, word: str, language: str) -> bool:
        """Whether no sentence holds a word, in any form."""
        found = word_traits(word, language)
        return bool(found) and not any(map(self.knows, found))

    @cached_property
    def _lengths(self) -> dict[At, float]:
        found: dict[At, float] = defaultdict(float)
        for trait, places in self._holding.items():
            for at in places:
                found[at] += self._weight(trait)
        return found

    def _weight(self, trait: str) -> float:
        """How rare it is: 1 for what stands in one sentence alone."""
        count = len(self.sentences)
        return log(1 + count / len(self._holding[trait])) / log(1 + count)

    def alike(self, draft: Index, number: int, place: Place) -> Alike:
        """How much each sentence shares with what a draft says around a place in a sentence.

        Of a whole sentence, with what it says.
        """
        is_whole = place == draft.region(number)
        clause = place if is_whole else clause_around(draft, number, place)
        itself = frozenset() if is_whole else self.traits(draft, place, number)
        here = self.traits(draft, clause, number) - itself
        there = self.traits(draft, draft.region(number), number) - here - itself
        return self._sharing((here, 1.0), (there, _AROUND))

    def alike_but(self, draft: Index, number: int, place: Place) -> Alike:
        """How much each sentence shares with all of a draft's, but what stands at a place in it."""
        whole = self.traits(draft, draft.region(number), number)
        return self._sharing((whole - self.traits(draft, place, number), 1.0))

    def _sharing(self, *weighted: tuple[frozenset[str], float]) -> Alike:
        shared: dict[At, float] = defaultdict(float)
        for held, weight in weighted:
            for trait in held:
                places = self._holding.get(trait, ())
                for at in places if len(places) <= _COMMON else ():
                    shared[at] += weight * self._weight(trait)
        return Alike({at: each / self._lengths[at] ** 0.5 for at, each in shared.items()})

    def told_beside(
        self, draft: Index, number: int, place: Place, at: At, mine: Place, others: Iterable[Place]
    ) -> Place | None:
        """Of other places in a sentence of a source the one whose clause tells of what a clause of
        the draft does, if that of `mine` tells nothing of it: "signed on 3 March; put off until …".
        """
        index = self.indexes[at.source]
        wanted = self.traits(draft, clause_around(draft, number, place), number)
        wanted -= self.traits(draft, place, number)

        def shared(there: Place) -> float:
            clause = clause_around(index, at.number, there)
            return sum(map(self._weight, wanted & self.traits(index, clause, at.number)))

        here = clause_around(index, at.number, mine)
        apart = [each for each in others if clause_around(index, at.number, each) != here]
        best = max(apart, key=shared, default=None)
        return best if best and shared(mine) == 0 and shared(best) >= _PLAIN else None


class Alike:
    """Sentences of the sources by how much they have in common with a piece of a draft."""

    def __init__(self, scores: dict[At, float]) -> None:
        self.scores = scores
        self.ranked = sorted(scores, key=lambda at: (-scores[at], at))

    def __getitem__(self, at: At) -> float:
        return self.scores.get(at, 0.0)

    def around(self, at: At) -> float:
        """That of a sentence or of one beside it, which may say what it is about."""
        return max(self[At(at.source, at.number + step)] for step in (-1, 0, 1))

    @property
    def best(self) -> float:
        """The score of the sentence with most in common."""
        return self.scores[self.ranked[0]] if self.ranked else 0.0

    def near(self, share: float) -> Iterator[At]:
        """Those that have at least this share of what the best has."""
        return (at for at in self.ranked if self.scores[at] >= share * self.best)


def units_behind(index: Index, place: Place) -> frozenset[str]:
    """What a figure is measured in."""
    found = unit_behind(index.behind(place)[:_BEHIND], primary(index.language))
    return found[1] if found else frozenset()


def clause_around(index: Index, number: int, place: Place) -> Place:
    """The clause in which a place stands, as far as it is looked for."""
    start, end = index.region(number)
    # Of a clause without end a piece, the same for all that stands in it.
    start = max(start, place[0] // _CLAUSE * _CLAUSE - _CLAUSE)
    end = min(end, place[1] // _CLAUSE * _CLAUSE + 2 * _CLAUSE)
    before = [each.end() for each in CLAUSE_END.finditer(index.whole, start, place[0])]
    after = CLAUSE_END.search(index.whole, place[1], end)
    return before[-1] if before else start, after.start() if after else end


def traits(index: Index, place: Place, number: int) -> frozenset[str]:
    """What a piece of a sentence may be known by: its words, cut to what hardly bends, its figures
    and dates, and how its names sound.
    """
    text = folded(index.whole[slice(*place)])
    found = {each for word in _WORD.findall(text) for each in word_traits(word, index.language)}
    for figure, _ in _within(index.figures_of(number), place):
        if figure.readings:
            found.add(f"={figure.readings[0].amount.normalize()}")
    for dated, _ in _within(index.dates(number), place):
        found.add(f"@{_day(dated.when)}")
    return frozenset(found)


def _within(found: Sequence[tuple[T, Place]], place: Place) -> Iterator[tuple[T, Place]]:
    """Those of what stands in a sentence, in order, that begin within a piece of it."""
    first = bisect_left(found, place[0], key=lambda each: each[1][0])
    return takewhile(lambda each: each[1][0] < place[1], islice(found, first, None))


def _day(when: When) -> str:
    return str(when.without_year()) if when.fineness > 1 else str(when)


@lru_cache(maxsize=8192)
def word_traits(word: str, language: str) -> frozenset[str]:
    """What one word may be known by."""
    if SPACELESS.search(word):
        return frozenset(word[at : at + 2] for at in range(len(word) - 1))
    lower = word.lower()
    if lower in small_words(primary(language)):
        return frozenset()
    stem = _bare(lower, primary(language))[:_STEM]
    found = {stem} if len(stem) >= _SHORTEST else set()
    if word[0].isupper() and len(word) >= _SHORTEST:
        found |= {f"~{form}" for form in forms(word) if " " not in form}
    return frozenset(found)


def _bare(word: str, language: str) -> str:
    """A word without what Arabic writes together with it."""
    known = LANGUAGES.get(language)
    for piece in sorted(known.text.proclitics.split() if known else (), key=len, reverse=True):
        if word.startswith(piece) and len(word) - len(piece) >= _SHORTEST:
            return word[len(piece) :]
    return word


@cache
def small_words(language: str) -> frozenset[str]:
    """Words that stand in any sentence of a language."""
    known = LANGUAGES.get(language)
    writings = known.text.writings if known else ()
    return frozenset(word for each in writings for word in each.function_words.split())
