"""Who and what an article names, each once, with all the places.

By its capitals, by quotation marks around what nobody says, by the countries that the languages
know and, in scripts without capitals, by who speaks.  Better one too few than one that is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from ..checks import Index
from ..figures import is_currency, units_of
from ..names import (
    forms,
    how_told,
    is_legal_form,
    is_link,
    is_of_the_calendar,
    is_role,
    is_the_name,
    leads_in,
    named_without_capitals,
    names_somebody,
    only_opens,
    same,
    same_name,
    same_surname,
    spellings,
    without_titles,
)
from ..text import is_stopped
from .places import Place, Places

_MOST_ALIKE = 50
"""So many names with one word in common are not told apart by it."""
_HEADING = 3
_FEW = 3  # words of a name in which only the first has a capital
_CAPITALS_OF_A_HEADING = 0.8
_SHORT = 4  # letters of a word that has no capital in a heading: of, and
_ELIDED = re.compile(r"\w+['’](?=(\w+) )")
_WORDS = re.compile(r"\S+")
_FULL = 2  # words of a name that is whole
_WORD = re.compile(r"[^\W\d_]+")


class Somebody(NamedTuple):
    """Somebody or something with a name, and where they are named."""

    name: str
    """The fullest form."""
    places: list[Place]


def find_cast(index: Index) -> list[Somebody]:
    """Everybody whom the article names, in the order in which it does."""
    places = _apart(sorted(_named(index)), index)
    places = sorted([*places, *_without_capitals(places, index)])
    return sorted(_grouped(places, index), key=lambda each: each.places[0])


# --- where a name stands -----------------------------------------------------------------------


def _named(index: Index) -> Iterator[Place]:
    headings, texts = list[Place](), set[str]()
    for number in index.all_sentences:
        places = _names_in(number, index)
        if _is_heading(index.unwrapped(number)):
            headings += places
        else:
            texts.update(map(index.text, places))
            yield from places
    # Where every word has a capital, only what has one elsewhere is a name.
    yield from (place for place in headings if index.text(place) in texts)


def _without_capitals(places: list[Place], index: Index) -> Iterator[Place]:
    """Where else the words stand that are names, though no capital shows it."""
    taken = Places(places)
    for words in sorted({index.text(place) for place in places}):
        if words.lower() == words.upper():
            found = index.find(words, index.all_sentences)
            yield from (place for place in found if not taken.meet(place))


def _apart(places: list[Place], index: Index) -> list[Place]:
    """The places, each cut in two where a link joins two names: "Jan Roth of Selm Bank"."""
    texts = {index.text(place) for place in places}
    found: list[Place] = []
    for start, end in places:
        words = [*_WORDS.finditer(index.whole, start, end)]
        links = [at for at, word in enumerate(words) if is_link(word[0])]
        if links and links[0] >= _FULL and links[-1] + 1 < len(words):
            head = start, words[links[0] - 1].end()
            tail = words[links[-1] + 1].start(), end
            if not texts.isdisjoint((index.text(head), index.text(tail))):
                found += [head, tail]
                continue
        found.append((start, end))
    return found


def _is_heading(sentence: str) -> bool:
    words = [word for word in _WORD.findall(sentence) if len(word) >= _SHORT]
    capitals = sum(word[0].isupper() for word in words)
    is_line = len(words) >= _HEADING and not is_stopped(sentence.strip())
    return is_line and capitals >= _CAPITALS_OF_A_HEADING * len(words)


def _names_in(number: int, index: Index) -> list[Place]:
    """The names of a sentence, none within another, the surest first taken."""
    taken = Places(_widest([*index.dates(number), *index.figures([number])]))
    quoted, single = _by_marks(index.cast.names([number]), index)
    spoken = Places(each for each in index.quotations_around(number) if index.is_said(each))
    named = index.countries(number)
    adjectives = {each.place for each in named if each.is_adjective}
    kinds = (
        (place for place in quoted if not spoken.meet(place) and _is_title(place, index)),
        (place for place in _full_names(number, index) if _is_full_name(place, index)),
        (each.place for each in named if not each.is_adjective),
        _speakers(number, index),
        (place for place in single if place not in adjectives and _is_name(place, index)),
    )
    found = []
    for place in chain.from_iterable(kinds):
        if not taken.meet(place):
            taken.add(place)
            found.append(place)
    return sorted(found)


def _widest(found: Iterable[tuple[object, Place]]) -> Iterator[Place]:
    """The places, but those that lie within others: the year of a date is a figure."""
    end = -1
    for place in sorted((place for _, place in found), key=lambda place: (place[0], -place[1])):
        if place[0] >= end:
            yield place
            end = place[1]


def _is_title(place: Place, index: Index) -> bool:
    """Whether words in quotation marks, said by nobody, are a name: without capitals, if repeated.

    In a language without tables nobody can tell what is said.
    """
    words = index.text(place)
    each = words.split()
    if len(each) > _FEW and 2 * sum(word[0].isupper() for word in each) < len(each):
        return False  # more of a sentence
    is_shown = words.lower() != words.upper() or len(index.find(words, index.all_sentences)) > 1
    return is_shown and index.has_tables


def _by_marks(places: Iterable[Place], index: Index) -> tuple[list[Place], list[Place]]:
    """The names in quotation marks, and the words that stand alone."""
    quoted, single = list[Place](), list[Place]()
    text = index.whole
    for place in places:
        around = text[max(place[0] - 1, 0) : place[0]] + text[place[1] : place[1] + 1]
        if len(around) == 2 and not re.search(r"[\w\s.,;:!?()]", around):
            quoted.append(place)
        else:
            words = index.text(place)
            bare = without_titles(words)  # Mr Holm
            if bare and " " not in bare and words.endswith(bare):
                single.append((place[1] - len(bare), place[1]))
    return quoted, single


def _full_names(number: int, index: Index) -> Iterator[Place]:
    """Each without an article before it, or with what somebody is: «L'économiste Jan Roth»."""
    text = index.whole
    for start, end in index.cast.full_name_places(number):
        if elided := _ELIDED.match(text, start, end):
            start = elided.end(1) + 1 if is_role(elided[1]) else elided.end()
        first = text[start:end].partition(" ")[0]
        if leads_in(first, index.language):  # "Meanwhile Ida Holm"
            start += len(first) + 1
        while start < end and text[start].islower():
            start += len(text[start:end].partition(" ")[0]) + 1
        if " " in text[start:end]:
            yield start, end


def _is_full_name(place: Place, index: Index) -> bool:
    words = index.text(place)
    return index.cast.is_a_name(words) and names_somebody(words, index.cast)


def _is_name(place: Place, index: Index) -> bool:
    word, cast = index.text(place), index.cast
    if not without_titles(word) or is_of_the_calendar(word) or is_legal_form(word):
        return False
    if is_currency(word):
        return False
    if not names_somebody(word, cast) or units_of(word, index.language):
        return False
    if len(word) > 1 and word.isupper():
        return True
    if cast.nouns_are_capitalised:  # then only whom a full name tells
        return any(same_surname(name, word) for name in cast.full_names_with(word))
    return len(word) > 1 and not only_opens(place, cast)


def _speakers(number: int, index: Index) -> Iterator[Place]:
    """Whose words a sentence reports, where no capitals show who is named."""
    for act in index.acts(number):
        words = index.text(act.speaker) if act.speaker else ""
        if not act.speaker or words.lower() != words.upper():
            continue
        telling = how_told(words, index.language)
        may_name = telling == "name" or (telling == "description" and " " in words)
        if not may_name or Places([act.verb]).meet(act.speaker):
            continue
        if name := named_without_capitals(words):
            start = act.speaker[0] + words.rindex(name)
            yield start, start + len(name)


# --- who bears it ------------------------------------------------------------------------------


def _grouped(places: list[Place], index: Index) -> Iterator[Somebody]:
    texts: dict[str, list[Place]] = {}
    for place in places:
        texts.setdefault(index.text(place), []).append(place)
    alike = _Alike(texts)
    codes = {each.place: each.code for n in index.all_sentences for each in index.countries(n)}
    short = _shortened(places, index)
    given: set[str] = set()
    for name in sorted(texts, key=_fullness):
        if name in given:
            continue
        code = codes.get(texts[name][0])
        mine = [
            other
            for other in (alike.by_country(code, codes) if code else alike.to(name))
            if other not in given and (other == name or code or _is_of(name, other, alike))
        ]
        mine += [other for other in short.get(name, ()) if other not in (*given, *mine)]
        given.update(mine)
        yield Somebody(name, sorted(chain.from_iterable(texts[other] for other in mine)))


def _fullness(name: str) -> tuple[int, bool, int]:
    """The fullest comes first, then the least inflected; an initial may be a courtesy: M. Roth."""
    words = name.split()
    return -len(words), any(word.endswith(".") for word in words), len(name)


def _shortened(places: list[Place], index: Index) -> dict[str, list[str]]:
    """By a name, the acronym that stands in brackets behind it."""
    found: dict[str, list[str]] = {}
    for one, other in pairwise(places):
        name, short = index.text(one), index.text(other)
        letters = "".join(word[0] for word in name.split())
        large = "".join(letter for letter in letters if letter.isupper())
        if index.whole[one[1] : other[0]].strip() in ("(", "（") and short in (letters, large):
            found.setdefault(name, []).append(short)
    return found


def _is_of(name: str, other: str, alike: _Alike) -> bool:
    """Whether the other is a form of the name, or a surname that nobody else bears."""
    if same_name(name, other) or same(name, other):
        return True
    if not _may_be(name, other):
        return False
    return not any(
        _may_be(third, other) and not same_name(name, third) and not same_name(third, name)
        for third in alike.to(other)
        if third not in (name, other)
    )


def _may_be(name: str, other: str) -> bool:
    """Whether the other is short for the name; it may be the name that is inflected."""
    is_its_last = " " not in other and " " in name and same_name(other, name.split()[-1])
    return is_its_last or is_the_name(name, other)


class _Alike:
    """The names of an article, looked up by the words that they have in common."""

    def __init__(self, texts: dict[str, list[Place]]) -> None:
        self._texts = texts
        self._by_form: dict[str, list[str]] = {}
        self._by_country: dict[str, list[str]] = {}
        for text in texts:
            for form in forms(text) | spellings(text):
                self._by_form.setdefault(form, []).append(text)

    def to(self, name: str) -> list[str]:
        """Those that may be the same name, and itself."""
        keys = spellings(name) | forms(name)
        found = (self._by_form.get(key, []) for key in keys)
        few = [each for each in found if len(each) <= _MOST_ALIKE]
        return sorted({name, *chain.from_iterable(few)})

    def by_country(self, code: str, codes: dict[Place, str]) -> list[str]:
        """Those of a country."""
        if not self._by_country:
            for text, places in self._texts.items():
                if of := codes.get(places[0]):
                    self._by_country.setdefault(of, []).append(text)
        return self._by_country[code]
