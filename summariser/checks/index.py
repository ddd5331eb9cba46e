"""What stands where in an article: words, figures and names, sentence by sentence.

Looked up, never judged: whether a claim agrees with what is found here is `verify`'s work.
Everything is read at most once per article, and only when asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice, takewhile
from operator import itemgetter
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
    beginnings,
    find_acts,
    find_countries,
    find_phrase,
    how_told,
    is_link,
    is_of,
    is_said,
)
from ..schema import Evidence, Span
from ..text import (
    SPACELESS,
    Folded,
    Told,
    find_instruments,
    find_quotations,
    find_stages,
    fold,
    folded,
    primary,
    trimmed,
    unlike_shown,
)
from .finding import Place
from .instructions import speaking_to_a_model
from .speech import is_speech
from .stated import StatedDates

_LONGEST_PROCLITIC = 3
_BESIDE = 24  # characters on either side
_NOUN = 40  # characters behind a number in which it would be told what is counted
_PART_OF = re.compile(r"['’]?\w{0,6} ")
_MILLION = 1_000_000
_BEFORE_THE_TITLE = "\n\n"

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


class Index:
    """The words, figures and names of one article.

    >>> index = Index(Article.from_text("Ulan Sarin signed. It is worth $2.5 billion."))
    >>> index.find("$2.5  billion", [2])
    [(31, 43)]
    >>> [str(figure.readings[0].amount) for figure, _ in index.figures([2])]
    ['2500000000']
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self._figures: dict[int, list[tuple[Figure, Place]]] = {}
        self._dates: dict[int, list[tuple[Dated, Place]]] = {}
        self._stated: dict[Sequence[int], StatedDates] = {}
        self._found: dict[tuple[str, tuple[Place, ...]], tuple[Place, ...]] = {}
        self._telling: dict[tuple[Place, ...], list[Place]] = {}
        self._numbers: dict[Sequence[int], Numbers] = {}
        self._unread: dict[Sequence[int], Unread] = {}
        self._everywhere: dict[str, tuple[list[int], list[Place]]] = {}
        self._quotations: dict[int, list[Place]] = {}
        self._around: dict[int, list[Place]] = {}
        self._acts: dict[int, list[Act]] = {}
        self._stages: dict[int, list[Told]] = {}
        self._instruments: dict[int, list[Told]] = {}
        self._holding: dict[str, set[int]] = {}
        self._countries: dict[tuple[frozenset[str], int | None], frozenset[str]] = {}
        self._merged: dict[Sequence[int], tuple[Place, ...]] = {}
        self._phrases: dict[tuple[str, int], tuple[Place, ...]] = {}
        self._named: dict[int, list[Country]] = {}
        self._named_by: dict[str, list[Country]] = {}

    def forget(self) -> None:
        """Let go of what refers to this index in turn; what is asked again is looked up anew.

        Otherwise all of it stays until Python's garbage collector has gone through everything.
        """
        self.__dict__.pop("cast", None)
        self._numbers.clear()
        self._stated.clear()

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
        return not words or is_of(words[0]) or not is_link(words[0])

    def _sentence_of(self, place: Place) -> str:
        number = self.number_at(place)
        return self.text(place) if number is None else self.unwrapped(number)

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

    def sentences_in(self, start: int, end: int) -> range:
        """The numbers of the sentences that overlap this piece of the text."""
        if start >= self._title_at:
            return range(1)
        first = max(bisect_right(self._starts, start), 1)
        return range(first, bisect_right(self._starts, end - 1) + 1)

    def figures_of(self, number: int) -> list[tuple[Figure, Place]]:
        """The figures of one sentence, in order."""
        if number not in self._figures:
            start = self.region(number)[0]
            self._figures[number] = [
                (figure, (start + figure.start, start + figure.end))
                for figure in find_figures(self.unwrapped(number), self.article.language)
            ]
        return self._figures[number]

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
