"""What the languages list for figures beside their vocabulary, made ready when first asked for.

For an article these are the words of its own language and those that are read everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property

from ..languages import LANGUAGES, Figures, SumWords


class Listed:
    """The fields of `SumWords`, as they go for an article in one language; None: not known."""

    def __init__(self, language: str | None) -> None:
        self._figures = (
            LANGUAGES[language].figures if language and language in LANGUAGES else Figures()
        )
        self._words: dict[str, frozenset[str]] = {}
        self._endings: dict[str, tuple[str, ...]] = {}
        self._patterns: dict[tuple[str, str], re.Pattern[str]] = {}
        self._by_word: dict[str, dict[str, str]] = {}

    def words(self, field: str) -> frozenset[str]:
        """The words of a field.

        >>> sorted(listed("fr").words("shortened"))
        ['approx', 'ca', 'env', 'max', 'min', 'ок', 'прибл', 'св']
        """
        if field not in self._words:
            found = (getattr(section, field).split("|") for section in self._sections())
            self._words[field] = frozenset(word for each in found for word in each if word)
        return self._words[field]

    def endings(self, field: str) -> tuple[str, ...]:
        """The same, to see whether something ends in one."""
        if field not in self._endings:
            self._endings[field] = tuple(self.words(field))
        return self._endings[field]

    def pattern(self, field: str, around: str = "{}") -> re.Pattern[str]:
        """A field's words or patterns as alternatives, in place of ``{}`` in a larger pattern.

        >>> bool(listed("en").pattern("spans", "^ (?:{})").match(" years"))
        True
        """
        if (field, around) not in self._patterns:
            found = filter(None, (getattr(section, field) for section in self._sections()))
            alternatives = "|".join(found) or "(?!)"  # which matches nothing
            self._patterns[field, around] = re.compile(around.replace("{}", alternatives))
        return self._patterns[field, around]

    def by_word(self, field: str) -> dict[str, str]:
        """A table the other way round: word → what it means."""
        if field not in self._by_word:
            self._by_word[field] = {
                word: value
                for section in reversed(self._sections())
                for value, found in getattr(section, field).items()
                for word in found.split("|")
            }
        return self._by_word[field]

    def tells_change(self, clause: str) -> bool:
        """Whether something rises or falls in it.

        >>> listed("en").tells_change("trade grew to"), listed("en").tells_change("it is silent")
        (True, False)
        """
        return self.pattern("changes").search(clause) is not None

    @cached_property
    def led_scales(self) -> frozenset[str]:
        """Scales that need a sign before their number, unless the language has the word itself.

        >>> "mil" in listed("en").led_scales, "mil" in listed("es").led_scales
        (True, False)
        """
        own = (found.split("|") for found in self._figures.own.scales.values())
        return self.words("led_scales").difference(*own)

    @cached_property
    def other_country(self) -> re.Pattern[str] | None:
        """Any country's adjective behind a currency, where a language is that regular."""
        found = self._figures.own.other_countries_after
        return re.compile(found) if found else None

    @property
    def separators(self) -> Mapping[str, str]:
        """What a lone "," or "." before three digits may mean: d decimal, g grouping."""
        return self._figures.separators

    @property
    def counts_loosely(self) -> bool:
        """Whether 五百七 is 570, and 百亿 no number."""
        return self._figures.counts_loosely

    def _sections(self) -> list[SumWords]:
        return [self._figures.own, *(each.figures.everywhere for each in LANGUAGES.values())]


@cache
def listed(language: str | None) -> Listed:
    """What goes for an article in this language."""
    return Listed(language)
