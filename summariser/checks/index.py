"""What an article states, sentence by sentence: figures, dates, names, stages.

Looked up, never judged: whether a claim agrees with what is found here is `verify`'s work.
Everything is read at most once per article, and only when asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from ..article import Article
from ..figures import (
    Dated,
    Figure,
    Reading,
    at_home,
    countries_in,
    find_dates,
    find_figures,
    names_part,
    names_price,
    names_scale,
    opens_with_funds,
    periods_in,
    tells_other_year,
    tells_otherwise,
)
from ..languages import LANGUAGES
from ..names import (
    Act,
    Cast,
    Country,
    find_acts,
    find_countries,
    how_told,
    is_link,
    is_of,
    is_said,
)
from ..text import (
    SPACELESS,
    Told,
    find_instruments,
    find_stages,
    primary,
)
from .finding import Place
from .layout import Layout
from .speech import is_speech
from .stated import StatedDates

_NOUN = 40  # characters behind a number in which it would be told what is counted
_PART_OF = re.compile(r"['’]?\w{0,6} ")
_MILLION = 1_000_000

Said = tuple[str, Reading, str]
"""What a figure may say: its kind, a reading, and a currency; "" for whichever it is."""


class Unread(NamedTuple):
    """What some sentences say of numbers and no figure states."""

    digits: frozenset[str]
    """Of 2023/24, of a misprint."""
    has_parts: bool
    """Whether they name a part of something: a half, a third."""


class Numbers:
    """The figures of some sentences, looked up by what they say; read no further than need be."""

    def __init__(self, figures: Iterator[tuple[Figure, Place]]) -> None:
        self._figures = figures
        self._places: dict[Said, Place] = {}

    def first(self, wanted: set[Said]) -> Place | None:
        """Where the first figure stands that says one of these."""
        known = [self._places[said] for said in wanted if said in self._places]
        if known:
            return min(known)
        for figure, place in self._figures:
            all_said = said_by(figure)
            for said in all_said:
                self._places.setdefault(said, place)
            if not wanted.isdisjoint(all_said):
                return place
        return None


def said_by(figure: Figure) -> list[Said]:
    """All that a figure may say."""
    codes = ("", *figure.currencies)
    said = [(figure.kind, reading, code) for reading in figure.readings for code in codes]
    ranges = [each for each in figure.readings if each.upper is not None]
    ends = {end for each in ranges for end in (each.amount, each.upper) if end is not None}
    return said + [(f"end of {figure.kind}", Reading(end), code) for end in ends for code in codes]


def _all_of(figure: Figure) -> object:
    """All there is to a figure but where it stands."""
    return (
        figure.kind,
        figure.readings,
        figure.currencies,
        figure.qualifiers,
        figure.qualifier,
        figure.per,
    )


class Index(Layout):
    """The figures, dates, names and stages of one article, and what they stand for in it.

    >>> index = Index(Article.from_text("Ulan Sarin signed. It is worth $2.5 billion."))
    >>> [str(figure.readings[0].amount) for figure, _ in index.figures([2])]
    ['2500000000']
    """

    def __init__(self, article: Article) -> None:
        super().__init__(article)
        self._figures: dict[int, list[tuple[Figure, Place]]] = {}
        self._dates: dict[int, list[tuple[Dated, Place]]] = {}
        self._stated: dict[Sequence[int], StatedDates] = {}
        self._telling: dict[tuple[Place, ...], list[Place]] = {}
        self._numbers: dict[Sequence[int], Numbers] = {}
        self._unread: dict[Sequence[int], Unread] = {}
        self._acts: dict[int, list[Act]] = {}
        self._stages: dict[int, list[Told]] = {}
        self._instruments: dict[int, list[Told]] = {}
        self._countries: dict[tuple[frozenset[str], int | None], frozenset[str]] = {}
        self._named: dict[int, list[Country]] = {}
        self._named_by: dict[str, list[Country]] = {}

    def forget(self) -> None:
        """Let go of what refers to this index in turn; what is asked again is looked up anew.

        Otherwise all of it stays until Python's garbage collector has gone through everything.
        """
        self.__dict__.pop("cast", None)
        self._numbers.clear()
        self._stated.clear()

    def figures(self, numbers: Iterable[int]) -> Iterator[tuple[Figure, Place]]:
        """The figures in these sentences, each with its place."""
        for number in numbers:
            yield from self.figures_of(number)

    def figures_at(self, place: Place) -> list[tuple[Figure, Place]]:
        """The figures that the words at this place contain, or are a piece of."""
        number = self.number_at(place)
        figures = [] if number is None else self.figures_of(number)
        first = bisect_right(figures, place[0], key=lambda each: each[1][1])
        following = (figures[at] for at in range(first, len(figures)))
        return list(takewhile(lambda each: each[1][0] < place[1], following))

    def periods(self, place: Place) -> frozenset[str]:
        """All that the sentence of a place has words for: a year, a month, a piece."""
        return periods_in(self._sentence_of(place), self.article.language)

    def names_price(self, place: Place) -> bool:
        """Whether the sentence of a place speaks of a price."""
        return names_price(self._sentence_of(place), self.article.language)

    def implied_currency(self, figure: Figure, place: Place) -> str | None:
        """The currency of a sum that leaves it to those beside it: "€15bn, 7bn of it in loans".

        Only of millions which count nothing, in a sentence that has one currency, or behind one.
        """
        number = self.number_at(place)
        is_large = figure.kind == "number" and figure.readings[0].amount >= _MILLION
        if number is None or not is_large:
            return None
        if self._counts_things(place) and not self._is_of_the_last(number, place):
            return None
        for each in (number, number - 1):
            sums = (
                [other for other, _ in self.figures([each])] if each in self.all_sentences else []
            )
            codes = frozenset[str]().union(*(other.currencies for other in sums))
            if codes:
                return next(iter(codes)) if len(codes) == 1 else None
        return None

    def _is_of_the_last(self, number: int, place: Place) -> bool:
        """Whether a sum stands right before it: "3 milyar Euro'nun 1 milyarı bütçeden"."""
        ends = (at[1] for other, at in self.figures([number]) if other.currencies)
        return any(_PART_OF.fullmatch(self.whole, end, place[0]) for end in ends if end <= place[0])

    def specified(self, currencies: frozenset[str]) -> frozenset[str]:
        """That of them which the article names without a doubt: crowns, once Czech; none if two.

        Or that of the only country of theirs that it speaks of: CFA francs, of Cameroon.
        """
        if len(currencies) < 2:
            return frozenset()
        figures = (figure for figure, _ in self.figures(self.all_sentences))
        sure = (each.currencies for each in figures if len(each.currencies) == 1)
        named = currencies & frozenset().union(*sure)
        if not named:
            meant = at_home(currencies, primary(self.article.language))
            named = currencies & self._of_countries(meant, None)
        return named if len(named) == 1 else frozenset()

    def _counts_things(self, place: Place) -> bool:
        """Whether a noun seems to stand behind a number, and none that is money."""
        following = self.whole[place[1] : place[1] + _NOUN]
        words = re.findall(r"\w+", following) if following[:1] in (" ", "\u00a0") else []
        if not words and not SPACELESS.match(following):
            return False
        behind = following.strip()
        if words and is_of(words[0]):
            behind = behind[len(words[0]) :].lstrip("'’ ")
        if opens_with_funds(behind, self.article.language):
            return False
        if words and not is_of(words[0]) and self._is_no_noun(words, self.text(place)):
            return False
        return not words or is_of(words[0]) or not is_link(words[0])

    def _is_no_noun(self, words: list[str], number: str) -> bool:
        """Whether what stands behind a number is, by the language, nothing that it counts.

        «1,3 miliardi destinati al porto», since it would be "of" things; „eine Million spart der
        Kanton“, since nouns have capitals.
        """
        known = LANGUAGES.get(primary(self.language))
        if known is None:
            return False
        if known.figures.scales_take_of and names_scale(number, self.language):
            return True
        if not known.names.capitalised_nouns:
            return False
        before_link = takewhile(lambda word: not is_link(word), words)
        return not any(word[0].isupper() for word in before_link)

    def telling(self, places: list[Place]) -> list[Place]:
        """Of places at which the same figures stand the first; words may stand at thousands."""
        if len(places) < 2:
            return places
        key = tuple(places)
        if key not in self._telling:
            firsts: dict[object, Place] = {}
            for place in places:
                firsts.setdefault(tuple(_all_of(each) for each, _ in self.figures_at(place)), place)
            self._telling[key] = list(firsts.values())
        return self._telling[key]

    def numbers(self, sentences: Sequence[int]) -> Numbers:
        """The figures of these sentences, a range or a tuple of numbers, to look them up."""
        if sentences not in self._numbers:
            self._numbers[sentences] = Numbers(self.figures(sentences))
        return self._numbers[sentences]

    def unread(self, sentences: Sequence[int]) -> Unread:
        """What is left of the numbers of these sentences, a range or a tuple of numbers."""
        if sentences not in self._unread:
            texts = [self.unwrapped(number) for number in sentences]
            self._unread[sentences] = Unread(
                frozenset(digits for number in sentences for digits in self._unread_in(number)),
                any(names_part(text, self.article.language) for text in texts),
            )
        return self._unread[sentences]

    def _unread_in(self, number: int) -> Iterator[str]:
        start, end = self.region(number)
        for _, place in [*self.figures_of(number), (None, (end, end))]:
            yield from re.findall("[0-9]+", self.whole[start : place[0]])
            start = place[1]

    def dates(self, number: int) -> list[tuple[Dated, Place]]:
        """The dates that a sentence names, each with its place."""
        if number not in self._dates:
            start = self.region(number)[0]
            self._dates[number] = [
                (dated, (start + dated.start, start + dated.end))
                for dated in find_dates(self.unwrapped(number), self.article.language)
            ]
        return self._dates[number]

    def stated_dates(self, sentences: Sequence[int]) -> StatedDates:
        """The dates of these sentences, a range or a tuple of numbers, to look them up."""
        if sentences not in self._stated:
            self._stated[sentences] = StatedDates(self, sentences)
        return self._stated[sentences]

    def tells_day_otherwise(self, number: int) -> bool:
        """Whether a sentence tells a day by other means than its date: "on Tuesday"."""
        return tells_otherwise(self.unwrapped(number), self.article.language)

    def tells_other_year(self, number: int) -> bool:
        """Whether a sentence has words for another year than the article's: "last year"."""
        return tells_other_year(self.unwrapped(number), self.article.language)

    def at_home(self, figure: Figure, numbers: Iterable[int] | None = None) -> frozenset[str]:
        """Those currencies that a bare sign may mean here, as these sentences name their country.

        Without numbers, the whole article does.
        """
        meant = at_home(figure.family | figure.currencies, primary(self.article.language))
        places = (None,) if numbers is None else numbers
        return frozenset().union(*(self._of_countries(meant, number) for number in places))

    def _of_countries(self, meant: frozenset[str], number: int | None) -> frozenset[str]:
        """Those currencies whose country a sentence names, or for None the article."""
        if (meant, number) not in self._countries:
            text = self.whole if number is None else self.unwrapped(number)
            found = countries_in(text, meant, primary(self.article.language))
            self._countries[meant, number] = found
        return self._countries[meant, number]

    def has_pronoun(self, number: int | None) -> bool:
        """Whether a sentence speaks of somebody without their name: "She works at Selm Bank"."""
        words = [] if number is None else re.findall(r"\w+", self.unwrapped(number))
        return any(how_told(word, self.language) == "pronoun" for word in words)

    def countries(self, number: int) -> list[Country]:
        """The countries that a sentence names."""
        if number not in self._named:
            start = self.region(number)[0]
            self._named[number] = [
                each._replace(place=(start + each.place[0], start + each.place[1]))
                for each in find_countries(self.unwrapped(number), primary(self.language))
            ]
        return self._named[number]

    def countries_of(self, words: str) -> list[Country]:
        """The countries that some words name which need not stand here."""
        if words not in self._named_by:
            self._named_by[words] = find_countries(words, primary(self.language))
        return self._named_by[words]

    @cached_property
    def cast(self) -> Cast:
        """Who and what the article names."""
        return Cast(self)

    def is_said(self, place: Place) -> bool:
        """Whether what stands between these marks is somebody's words."""
        language = self.article.language
        return is_speech(self.whole, place, language) or is_said(self.whole, place[1], language)

    def acts(self, number: int) -> list[Act]:
        """Who says something in a sentence, as far as its own words tell."""
        if number not in self._acts:
            language = self.article.language
            around = self.quotations_around(number)
            spoken = [each for each in around if self.is_said(each)]
            self._acts[number] = find_acts(self.whole, *self.region(number), spoken, language)
        return self._acts[number]

    def stages(self, number: int) -> list[Told]:
        """Of which stages a sentence speaks."""
        if number not in self._stages:
            start, end = self.region(number)
            told = find_stages(self.whole[start:end], self.article.language)
            self._stages[number] = [each.moved(start) for each in told]
        return self._stages[number]

    def instruments(self, number: int) -> list[Told]:
        """What a sentence says is agreed upon."""
        if number not in self._instruments:
            start, end = self.region(number)
            told = find_instruments(self.whole[start:end], self.article.language)
            self._instruments[number] = [each.moved(start) for each in told]
        return self._instruments[number]

    def figures_of(self, number: int) -> list[tuple[Figure, Place]]:
        """The figures of one sentence, in order."""
        if number not in self._figures:
            start = self.region(number)[0]
            self._figures[number] = [
                (figure, (start + figure.start, start + figure.end))
                for figure in find_figures(self.unwrapped(number), self.article.language)
            ]
        return self._figures[number]
