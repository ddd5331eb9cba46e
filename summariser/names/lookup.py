"""Names looked up by what their words may be forms of, so that not each is held against each.

Two names that share none of this are not the same, nor is one the other's surname; of those that
do, `compare` decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from . import titles
from .compare import LONGEST, dictionary_forms, joined, letters, sounds
from .words import KNOWN

_SPELLINGS = (letters, sounds)


@lru_cache(maxsize=2048)
def spellings(name: str) -> frozenset[str]:
    """How the words of a dictionary form are spelt where it is looked up."""
    found = {spell(part) for part in _parts(name) for spell in _SPELLINGS}
    return frozenset(found | _wholes(name))


@lru_cache(maxsize=2048)
def forms(words: str) -> frozenset[str]:
    """The spellings of all that these words may be a form of.

    >>> spellings("Талгат Калиев").isdisjoint(forms("с Талгатом Калиевым"))
    False
    >>> spellings("Талгат Калиев").isdisjoint(forms("Ulan Sarin"))
    True
    """
    bases = {base for part in _parts(words) for base in dictionary_forms(part)}
    found = {spell(base) for base in bases for spell in _SPELLINGS}
    return frozenset(found | _wholes(words))


def names_a_day(word: str) -> bool:
    """Whether it is a day of the week or a month, in whatever case.

    >>> [names_a_day(word) for word in ("августе", "среду", "lunes", "Norvik")]
    [True, True, True, False]
    """
    return not forms(word.lower()).isdisjoint(_calendar())


@cache
def _calendar() -> frozenset[str]:
    return frozenset(each for day in KNOWN.calendar for each in spellings(day))


def _parts(text: str) -> set[str]:
    """All words of a name, with and without what stands around it, and what hyphens tie."""
    words = {word for each in _variants(text) for word in titles.words_of(each)}
    return {part for word in words for part in (word, *word.split("-")) if part}


def _wholes(text: str) -> set[str]:
    """What may be the same of two names without words of their own, such as initials."""
    wholes = {joined(titles.words_of(each)) for each in _variants(text)}
    return {f"= {whole}" for whole in (*wholes, text.strip(), titles.even(text))}


def _variants(text: str) -> Iterator[str]:
    text = text[:LONGEST]
    for each in (*titles.with_and_without_article(text), *titles.shortened(text)):
        yield each
        yield titles.without_courtesy(each)
        yield from each.split()
