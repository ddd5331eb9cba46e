"""What the languages list for figures beside their vocabulary, gathered when first asked for.

Whatever is *everywhere* in a section goes for an article in any language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ..languages import LANGUAGES, Figures, SumWords


def _sections() -> list[SumWords]:
    return [language.figures.everywhere for language in LANGUAGES.values()]


@cache
def words(field: str) -> frozenset[str]:
    """The words that all languages list in a field of `SumWords`.

    >>> sorted(words("shortened"))
    ['approx', 'ca', 'env', 'max', 'min', 'ок', 'прибл', 'св']
    """
    listed = (getattr(section, field).split("|") for section in _sections())
    return frozenset(word for each in listed for word in each if word)


@cache
def pattern(field: str, around: str = "{}") -> re.Pattern[str]:
    """A field's words or patterns as alternatives, in place of ``{}`` in a larger pattern.

    >>> bool(pattern("spans", "^ (?:{})").match(" years"))
    True
    """
    listed = (getattr(section, field) for section in _sections())
    # Nothing in it must match nothing.
    return re.compile(around.replace("{}", "|".join(filter(None, listed)) or "(?!)"))


@cache
def by_word(field: str) -> dict[str, str]:
    """A table of all languages the other way round: word → what it means."""
    tables = [getattr(section, field) for section in _sections()]
    return {
        word: value
        for table in tables
        for value, listed in table.items()
        for word in listed.split("|")
    }


@cache
def other_country(language: str) -> re.Pattern[str] | None:
    """Any country's adjective behind a currency, where a language is that regular."""
    listed = language in LANGUAGES and LANGUAGES[language].figures.own.other_countries_after
    return re.compile(listed) if listed else None


def separators(language: str) -> Mapping[str, str]:
    """What a lone "," or "." before three digits may mean: d decimal, g grouping."""
    known = LANGUAGES[language].figures if language in LANGUAGES else Figures()
    return known.separators
