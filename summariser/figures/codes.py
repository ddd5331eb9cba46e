"""Codes of countries and currencies, by what else people call them: UK, KAZ, Казахстан, "US$".

Only what leaves one code open: "Congo" has two, and what "pounds" are is told by a sum beside them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from ..languages import LANGUAGES
from ..text import SPACELESS
from .characters import fold
from .currencies import CURRENCY_ALIASES
from .figures import find_sums
from .vocabulary import is_country, is_currency

_UNION = "EU"
"""No country, and yet a party to agreements: reserved for it in ISO 3166-1."""
_LONGEST = 60


def country_code(words: str, language: str | None = None) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country or of the European Union, by a code or a name.

    Names are CLDR's, in all languages that are read, and those that the languages list; of their
    abbreviations in Latin letters only those of the article's ``language`` and of English.

    >>> country_code("UK"), country_code("KAZ"), country_code("Казахстан"), country_code("EU")
    ('GB', 'KZ', 'KZ', 'EU')
    >>> country_code("AB", "tr"), country_code("AB", "sv"), country_code("Norvik")
    ('EU', None, None)
    """
    code = words.strip().upper()
    if is_country(code) or code == _UNION:
        return code
    return _older_codes().get(code) or _names(language).get(_even(words))


@lru_cache(maxsize=1024)
def currency_codes(words: str, language: str | None = None) -> frozenset[str]:
    """The ISO 4217 codes that a code, a sign or a name may mean; none if it is no such thing.

    >>> sorted(currency_codes("RMB")), sorted(currency_codes("US$")), len(currency_codes("pounds"))
    (['CNY'], ['USD'], 6)
    """
    words = words.strip().rstrip(".")
    code = CURRENCY_ALIASES.get(words.upper(), words.upper())
    if is_currency(code):
        return frozenset((code,))
    if len(words) > _LONGEST or any(character.isnumeric() for character in words):
        return frozenset()
    # A name stands behind its number, or a sign before it; some are only read beside a scale.
    for text in (f"1000 {words}", f"{words}1000", f"1000 mln {words}"):
        for spoken in (language, "en"):
            sums = find_sums(text, spoken)
            if [(each.start, each.end) for each in sums] == [(0, len(text))]:
                return sums[0].currencies
    return frozenset()


def currencies_in(words: str, language: str | None = None) -> frozenset[str]:
    """The codes that a currency in some words without a figure may mean; none if there is none.

    >>> sorted(currencies_in("billions of dollars")), sorted(currencies_in("数十亿美元", "zh"))
    (['USD'], ['USD'])
    """
    pieces = re.findall(r"[^\W\d_](?:['’.\w]*\w)?|[^\w\s]", words)
    spaceless = [word[-n:] for word in pieces if SPACELESS.search(word) for n in (4, 3, 2, 1)]
    together = [" ".join(pieces[at : at + 2]) for at in range(len(pieces) - 1)]
    found = (currency_codes(each, language) for each in (*together, *pieces, *spaceless))
    return next((codes for codes in found if codes), frozenset())


@lru_cache(maxsize=1)
def _older_codes() -> dict[str, str]:
    """UK, KAZ, YU: what CLDR knows one new code for."""
    from babel.core import get_global

    found = get_global("territory_aliases").items()
    return {old: new[0] for old, new in found if len(new) == 1 and is_country(new[0])}


@lru_cache(maxsize=32)
def _names(of: str | None) -> dict[str, str]:
    codes = defaultdict[str, set[str]](set)
    for language in LANGUAGES.values():
        for code, name in language.territories():
            if is_country(code) or code == _UNION:
                codes[_even(name)].add(code)
        for code, names in language.names.countries.items():
            for name in map(_even, names.split("|")):
                if language.code in (of, "en") or not _is_abbreviation(name):
                    codes[name].add(code)
    return {name: found.pop() for name, found in codes.items() if len(found) == 1}


def _is_abbreviation(name: str) -> bool:
    return len(name) <= len("USA") and name.isascii()


def _even(name: str) -> str:
    return fold(name).casefold().replace(".", "").strip().removeprefix("the ")
