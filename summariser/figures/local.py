"""Whose money a bare "$" may be: in a text about Canada perhaps not that of the United States.

Only where the country's own press writes in this language: a Russian text on Canada that means
Canadian dollars says so.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

from ..languages import LANGUAGES
from ..text import SPACELESS, small

_UNIONS = {
    "XAF": ("CM", "GA", "CG", "TD", "CF", "GQ"),
    "XOF": ("SN", "CI", "ML", "BF", "NE", "TG", "BJ", "GW"),
}
"""Currencies of several countries, which ISO 4217 gives no country's letters."""
_LONG = 6
"""Letters of a name that is still told from other words without its last vowel: Canad-ian."""


@lru_cache(maxsize=32)
def at_home(currencies: frozenset[str], language: str) -> frozenset[str]:
    """Those of some currencies whose country's own press writes in this language.

    >>> sorted(at_home(frozenset(("USD", "CAD", "MXN")), "fr"))
    ['CAD']
    """
    from babel.languages import get_official_languages

    def is_home(code: str) -> bool:
        return any(
            language == each.split("_")[0]
            for country in _countries_of(code)
            for each in get_official_languages(country, regional=True, de_facto=True)
        )

    return frozenset(filter(is_home, currencies))


def countries_in(text: str, currencies: Set[str], language: str) -> frozenset[str]:
    """Those of some currencies whose country a text names.

    >>> sorted(countries_in("The Canadian government paid.", {"USD", "CAD"}, "en"))
    ['CAD']
    """
    return frozenset(
        code
        for code in currencies
        for country in _countries_of(code)
        if (named := _named(country, language)) and named.search(text)
    )


def _countries_of(currency: str) -> tuple[str, ...]:
    return _UNIONS.get(currency, (currency[:2],))


@lru_cache(maxsize=256)
def _named(country: str, language: str) -> re.Pattern[str] | None:
    """A country's name and what is made of it, in this language; None: it is not known."""
    from babel import Locale

    name = Locale(language).territories.get(country)
    words = LANGUAGES.get(language)
    names = [name] if name else []
    if words:
        names += words.names.countries.get(country, "").split("|")
        for section in (words.figures.own, words.figures.everywhere):
            for table in (section.countries, section.countries_after):
                names += table.get(country, "").split("|")
        names += words.places.adjectives.get(country, "").split("|")
    found = [_with_endings(each) for each in names if each]
    return re.compile("|".join(found)) if found else None


def _with_endings(name: str) -> str:
    name = name.rstrip("~+")
    if SPACELESS.search(name):
        return re.escape(name)
    if len(name) <= len("USA"):  # "US", not "us"
        dotted = r"\.? ?".join(re.escape(letter) for letter in name.replace(" ", "").upper())
        return rf"\b{dotted}\b"
    stem = re.sub(r"\W+", " ", name).strip()
    stem = stem[:-1] if len(stem) >= _LONG and not SPACELESS.search(stem) else stem
    first, rest = stem[0], r"\W+".join(map(re.escape, stem[1:].split(" ")))
    # Looking for the letter first, and behind it then, lets `re` skip to the next one.
    letters = {first, small(first), small(first).upper()}
    return rf"[{''.join(sorted(letters))}](?<!\w.)(?i:{rest})"
