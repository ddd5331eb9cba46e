"""Which countries a text names, or says that something is of: «в Казахстане», "Norwegian".

By CLDR's names in the text's language, what the languages list beside those, and the endings that
names have.  Not for what is in which country: cities and companies are no countries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..languages import LANGUAGES, Language
from ..text import APOSTROPHES, SPACELESS, folded
from .compare import dictionary_forms, letters
from .words import KNOWN

Place = tuple[int, int]

_WORD = re.compile(rf"[^\W\d_](?:[\w{APOSTROPHES}.]*\w)?")
_ELIDED = re.compile(rf"[^\W\d_]+[{APOSTROPHES}](?=[^\W\d_])")
_TEH_MARBUTA, _HEH = "\u0629", "\u0647"  # either may end the same word
_NO_COUNTRY = frozenset("EZ QO UN XA XB ZZ".split())
_ABBREVIATED, _LONGEST_WITHOUT_SPACES = 3, 12
_MOST_WORDS = 4


class Country(NamedTuple):
    """Where a text names a country."""

    code: str
    place: Place
    is_adjective: bool
    """Whether it only says of what country something is."""


class _Word(NamedTuple):
    start: int
    end: int
    text: str


class _Known(NamedTuple):
    """What countries are called in a language."""

    names: dict[tuple[str, ...], str]
    starts: frozenset[str]
    """What the first words of these are."""
    abbreviations: dict[str, str]
    together: dict[str, str]
    """Those of a script without spaces."""
    adjectives: dict[str, str]


def find_countries(text: str, language: str) -> list[Country]:
    """The countries that a text in this language names, in order.

    >>> [each.code for each in find_countries("Договор Казахстана с турецкой фирмой", "ru")]
    ['KZ', 'TR']
    >>> find_countries("They polish it in Norvik.", "en")
    []
    """
    if language not in LANGUAGES:
        return []
    known = _known(language)
    if known.together and SPACELESS.search(text):
        return _in_a_script_without_spaces(text, known.together)
    found: list[Country] = []
    words = list(_words_in(text))
    at = 0
    while at < len(words):
        size, country = _at(text, words[at : at + _MOST_WORDS], known, language)
        found += [country] if country else []
        at += size
    return found


def of_different_countries(one: str, other: str, language: str) -> bool:
    """Whether both say of what country somebody is, and not of the same.

    >>> of_different_countries("the German minister", "Norwegian prime minister", "en")
    True
    >>> of_different_countries("the minister", "Norwegian prime minister", "en")
    False
    """
    first, second = (
        {each.code for each in find_countries(words, language)} for words in (one, other)
    )
    return bool(first and second) and first.isdisjoint(second)


def is_nationality(words: str, language: str) -> bool:
    """Whether words for somebody say nothing but of what country they are.

    >>> is_nationality("the Swede", "en"), is_nationality("the Swedish minister", "en")
    (True, False)
    """
    bare = [word for word in words.split() if word.lower() not in KNOWN.links]
    if len(bare) != 1:
        return False
    return any(each.is_adjective for each in find_countries(bare[0], language))


def _at(text: str, words: list[_Word], known: _Known, language: str) -> tuple[int, Country | None]:
    """The country that begins with the first of these words, and how many words it has."""
    start, end, first = words[0]
    code = known.abbreviations.get(re.split("['’]", first)[0].replace(".", ""))
    if code:
        return 1, Country(code, (start, end), False)
    if first[0].islower() and LANGUAGES[language].places.capitals:
        return 1, None
    bases = _bases(first)
    if not first[0].islower() and not known.starts.isdisjoint(bases):
        for size in range(len(words), 0, -1):
            code = _named([_bases(word.text) for word in words[:size]], known)
            between = text[start : words[size - 1].start]
            if code and not re.search("[.,;:!?\n]", between):
                return size, Country(code, (start, words[size - 1].end), False)
    code = next((known.adjectives[base] for base in bases if base in known.adjectives), None)
    return 1, Country(code, (start, end), True) if code else None


def _named(bases: list[frozenset[str]], known: _Known) -> str | None:
    """The country whose name may be in these forms, word by word."""
    begun: set[tuple[str, ...]] = {(base,) for base in bases[0] if base in known.starts}
    for each in bases[1:]:
        begun = {(*words, base) for words in begun for base in each}
    return next((known.names[words] for words in sorted(begun) if words in known.names), None)


@lru_cache(maxsize=2048)
def _bases(word: str) -> frozenset[str]:
    """What a word may be a form of, with and without what is written together with it."""
    even = folded(word).lower().replace(_TEH_MARBUTA, _HEH)
    found = set(map(letters, dictionary_forms(even)))
    found |= {letters(even)}
    return frozenset(found | {base.removeprefix(KNOWN.attached_article) for base in found})


def _words_in(text: str) -> Iterator[_Word]:
    """The words of a text, each without an article that an apostrophe ties to it: l'Égypte."""
    for word in _WORD.finditer(text):
        elided = _ELIDED.match(word[0])
        start = word.start() + (elided.end() if elided and word[0][elided.end()].isupper() else 0)
        yield _Word(start, word.end(), text[start : word.end()])


@lru_cache(maxsize=16)
def _known(code: str) -> _Known:
    language = LANGUAGES[code]
    named = [
        (country, name)
        for country, name in language.territories()
        if len(country) == len("KZ") and country.isalpha() and country not in _NO_COUNTRY
    ]
    named += [
        (country, name)
        for country, names in language.names.countries.items()
        for name in names.split("|")
    ]
    short = [each for each in named if _is_abbreviation(each[1])]
    spaced = [each for each in named if each not in short and not SPACELESS.search(each[1])]
    names = {_words(name): country for country, name in spaced}
    return _Known(
        names,
        frozenset(words[0] for words in names),
        {name.replace(".", "").upper(): country for country, name in short},
        {name: country for country, name in named if SPACELESS.search(name)},
        dict(_adjectives(language)),
    )


def _words(name: str) -> tuple[str, ...]:
    even = folded(name).replace(_TEH_MARBUTA, _HEH)
    words = [letters(word.text.lower()) for word in _words_in(even)]
    return tuple(word.removeprefix(KNOWN.attached_article) for word in words)


def _is_abbreviation(name: str) -> bool:
    return len(name.replace(".", "")) <= _ABBREVIATED and not SPACELESS.search(name)


def _adjectives(language: Language) -> list[tuple[str, str]]:
    """What says of what country something is, with all endings."""
    sections = (language.figures.own, language.figures.everywhere)
    tables = [language.places.adjectives, language.places.inhabitants]
    tables += [table for each in sections for table in (each.countries, each.countries_after)]
    endings = {
        "+": [end for each in sections for end in each.adjective_endings.split()],
        "~": [end for each in sections for end in each.noun_endings.split()],
    }
    return [
        (letters(word.rstrip("+~") + ending), country)
        for table in tables
        for country, words in table.items()
        for word in words.split("|")
        if len(word.rstrip("+~")) > _ABBREVIATED and " " not in word
        for ending in ("", *endings.get(word[-1], ()))
    ]


def _in_a_script_without_spaces(text: str, names: dict[str, str]) -> list[Country]:
    found = []
    at = 0
    while at < len(text):
        ends = range(min(len(text), at + _LONGEST_WITHOUT_SPACES), at + 1, -1)
        end = next((end for end in ends if text[at:end] in names), None)
        if end:
            found.append(Country(names[text[at:end]], (at, end), False))
        at = end or at + 1
    return found
