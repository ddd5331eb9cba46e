"""The tables laid out for looking up: what may a word mean in an article in this language?

Full currency names («канадских долларов», "Kenyan shillings", 哈萨克斯坦坚戈), months and the lists
of codes come from CLDR by way of babel; everything else from the three tables of words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from . import currencies as money
from . import hedge_words as hedges
from . import signs as tables
from .characters import FIRST_HAN, LETTER, WORD, fold

Means = dict[str, Any]
_STRONG_CODES = frozenset(money.STRONG_CODES.split())
_COUNTING = frozenset(("numeral", "one", "alone", "scale"))


class Currency(NamedTuple):
    """What a currency word may mean: at once, beside a country, where it may stand, how much."""

    codes: frozenset[str]
    family: frozenset[str]
    weak: bool = False
    leads: bool = False
    unit: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language and all that are safe to read in any.

    ``words`` maps a first word to how many may follow it, and to its phrases: what each means.
    ``symbols``, ``han`` and ``plain`` are patterns: for signs, for words in Han characters, and for
    a word that no sign begins with, as it does in "US$".
    """

    words: dict[str, tuple[int, dict[tuple[str, ...], Means]]]
    symbols: str
    han: str
    plain: str


def is_currency(code: str) -> bool:
    """Whether this is an ISO 4217 code of money in use since 2010 (no metals, no funds).

    >>> is_currency("KZT"), is_currency("HRK"), is_currency("XAU"), is_currency("usd")
    (True, True, False, False)
    """
    return code in currencies()


def knows_currency(code: str) -> bool:
    """Whether the tables have words for this currency, so that their absence means something.

    >>> knows_currency("KZT"), knows_currency("XPF")
    (True, False)
    """
    return any(code in codes.replace("/", " ").split() for codes in money.CURRENCIES)


def is_country(code: str) -> bool:
    """Whether this is an ISO 3166-1 alpha-2 code of a country or territory (or XK, Kosovo).

    >>> is_country("KZ"), is_country("EU"), is_country("ZZ"), is_country("kz")
    (True, False, False, False)
    """
    return code in _countries()


@lru_cache(maxsize=1)
def currencies() -> frozenset[str]:
    """The ISO 4217 codes of money in use at some time since 2010."""
    from babel.core import get_global

    return frozenset(
        code
        for history in get_global("territory_currencies").values()
        for code, _, end, tender in history
        if tender and (end is None or end[0] >= 2010)
    )


@lru_cache(maxsize=1)
def signs() -> dict[str, Currency]:
    """Codes and signs that are read only with exactly these capitals."""
    found = {
        code: Currency(frozenset((code,)), frozenset((code,)), code not in _STRONG_CODES, True)
        for code in currencies()
    }
    for sign, code in money.SIGNS.items():
        found[sign] = Currency(frozenset((code,)), frozenset((code,)), True, True)
    return found


def is_sign_country(letters: str) -> bool:
    """Whether these capitals say whose money a sign is: a country's, or a code of money."""
    return letters in money.SIGN_COUNTRIES or letters in currencies()


def sign_codes(sign: str, letters: str) -> frozenset[str]:
    """Whose money a sign is with these capitals beside it; if they are unknown, that is left open.

    >>> sorted(sign_codes("$", "AUD")), sorted(sign_codes("$", "CA")), len(sign_codes("£", "Q"))
    (['AUD'], ['CAD'], 9)
    """
    if is_sign_country(letters):
        return frozenset((money.SIGN_COUNTRIES.get(letters, letters),))
    return frozenset(money.SIGN_CURRENCIES[sign].split())


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    from babel import Locale

    codes = (str(code) for code in Locale("en").territories)
    return frozenset(code for code in codes if len(code) == 2) - set(money.NO_COUNTRIES.split())


@lru_cache(maxsize=16)
def vocabulary(language: str | None) -> Vocabulary:
    """The words to read in an article in this language; ``None``: it is not known."""
    language = language or ""
    found: dict[str, dict[tuple[str, ...], Means]] = defaultdict(lambda: defaultdict(dict))
    for phrase, kind, value in (*_entries(language), *_cldr(language)):
        only, _, marked = phrase.rpartition("!")
        if only in ("", language):
            for spelling in _spellings(marked):
                parts = [] if "$" in spelling else WORD.findall(spelling)
                first, *rest = parts or [spelling]
                found[first][tuple(rest)].setdefault(kind, value)
    # The many spellings of a word share an entry, which Python's garbage collector has to visit.
    shared: dict[Any, tuple[int, dict[tuple[str, ...], Means]]] = {}
    words = {sign.lower(): (0, dict[tuple[str, ...], Means]()) for sign in signs()}
    for first, phrases in found.items():
        entry = max(map(len, phrases)), dict(phrases)
        key = tuple((rest, *means.items()) for rest, means in phrases.items())
        words[first] = shared.setdefault(key, entry)
    others = sorted((word for word in found if not WORD.fullmatch(word)), key=len, reverse=True)
    goes_on = {word[run.end()] for word in others if (run := WORD.match(word))}
    return Vocabulary(
        words,
        symbols="|".join(_symbol(word) for word in others if word[-1] < FIRST_HAN),
        han="|".join(word for word in others if word[-1] >= FIRST_HAN),
        plain=f"[{LETTER}]++(?![{re.escape(''.join(goes_on))}])",
    )


@lru_cache(maxsize=16)
def counting_words(language: str | None) -> frozenset[str]:
    """The words that numbers begin with in this language; ``None``: in any.

    A text without one, and without a digit, states no figure: "a" and "half" need a scale.
    """
    rows = (row for row in _entries(language or "") if row[1] in _COUNTING)
    phrases = (phrase.rpartition("!") for phrase, _, _ in rows)
    return frozenset(
        WORD.findall(spelling)[0]
        for only, _, marked in phrases
        if language in (None, only) or not only
        for spelling in _spellings(marked)
    )


def _entries(language: str) -> Iterator[tuple[str, str, Any]]:
    """Every row of the tables as (phrase, kind, value)."""
    for number, phrases in tables.NUMERALS.items():
        yield from ((phrase, "numeral", Decimal(number)) for phrase in phrases.split("|"))
    yield from _german_numerals()
    for power, phrases in tables.SCALES.items():
        yield from ((phrase, "scale", (Decimal(power),)) for phrase in phrases.split("|"))
    for phrases, powers in tables.SHIFTING.items():
        values = tuple(map(Decimal, powers.get(language, powers["en"])))
        yield from ((phrase, "scale", values) for phrase in phrases.split("|"))
    for count, phrases in tables.ALONE.items():
        yield from ((phrase, "alone", Decimal(count)) for phrase in phrases.split("|"))
    for kind, sizes in (("part", tables.PARTS), ("half", tables.HALVES)):
        for size, phrases in sizes.items():
            yield from ((phrase, kind, Decimal(size)) for phrase in phrases.split("|"))
    for codes, phrases in money.HUNDREDTHS.items():
        currency = Currency(frozenset(codes.split()), frozenset(), unit=Decimal("0.01"))
        yield from ((phrase, "currency", currency) for phrase in phrases.split("|"))
    for codes, phrases in money.CURRENCIES.items():
        meant, _, named = codes.partition("/")
        usual, family = frozenset(meant.split()), frozenset((meant + named).split())
        for phrase in phrases.split("|"):
            word = phrase.lstrip("?^")
            sign = "$" in word or (word[0] < FIRST_HAN and not WORD.match(word))
            leads, weak = sign or phrase[0] == "^", "?" in phrase
            yield word, "currency", Currency(usual, family, weak, leads)
    for kind, table in (
        ("country", money.COUNTRIES),
        ("country_after", money.COUNTRIES_AFTER),
        ("before", hedges.BEFORE),
        ("after", hedges.AFTER),
        ("not", {"": hedges.NOT_BEFORE}),
        ("denied", {"": hedges.NOT_AFTER}),
        ("neutral", {"": hedges.NOT_DENYING}),
        ("per_after", hedges.PER_AFTER),
        ("per_beside", hedges.PER_BESIDE),
        ("per_clause", hedges.PER_CLAUSE),
    ):
        for value, phrases in table.items():
            yield from ((phrase, kind, value) for phrase in phrases.split("|"))
    for kind, phrases in tables.STRUCTURE.items():
        yield from ((phrase, kind, True) for phrase in phrases.split("|"))


def _german_numerals() -> Iterator[tuple[str, str, Any]]:
    """German writes its numbers as one word: fünfundzwanzig, dreihundertfünfzig, dreieinhalb."""
    small = {
        phrase: int(number)
        for number, phrases in tables.NUMERALS.items()
        if "." not in number and int(number) < 100
        for phrase in set(tables.GERMAN.split()) & set(phrases.split("|"))
    } | {"ein": 1}
    units = [(name, value) for name, value in small.items() if value < 10]
    tens = [(name, value) for name, value in small.items() if value >= 20]
    small |= {f"{unit}und{ten}": a + b for unit, a in units for ten, b in tens}
    for name, value in small.items():
        if 11 <= value <= 19:
            yield f"{name}hundert", "numeral", Decimal(100 * value)
    yield "hunderttausend", "numeral", Decimal(100_000)
    for name, value in units:
        yield f"{name}einhalb", "numeral", Decimal(value) + Decimal("0.5")
        small |= {f"{name}hundert{rest}": 100 * value + b for rest, b in small.items() if b < 100}
        small[f"{name}hundert"] = 100 * value
    small |= {f"{name}tausend": 1000 * value for name, value in small.items() if value < 1000}
    yield from ((name, "numeral", Decimal(value)) for name, value in small.items())


def _spellings(phrase: str) -> Iterator[str]:
    """The phrase with all the endings and prefixes its marks allow."""
    if len(phrase) == 1:  # "~" and "+" are signs as well
        yield phrase
        return
    stem = phrase.rstrip("~+")
    script = "ا" if stem[-1] >= "\u0620" else "а" if stem[-1] >= "\u0400" else "a"
    of_mark = {"~": tables.NOUN_ENDINGS, "+": tables.ADJECTIVE_ENDINGS}.get(phrase[-1], {})
    endings = of_mark.get(script, "")
    prefixes = tables.PREFIXES if "\u0620" <= stem[0] <= "\u06d3" else ("",)
    for prefix in prefixes:
        for ending in endings.split(" "):
            yield prefix + stem + ending


def _cldr(language: str) -> Iterator[tuple[str, str, Any]]:
    """Currency names of several words («канадских долларов») and the months, by CLDR."""
    from babel import Locale, UnknownLocaleError
    from babel.numbers import get_currency_name

    try:
        locale = Locale.parse(language or "en")
    except (UnknownLocaleError, ValueError):
        return
    for code in sorted(currencies()):
        currency = Currency(frozenset((code,)), frozenset((code,)))
        for count in (None, 1, 2, 5):
            name = fold(get_currency_name(code, count=count, locale=locale)).lower()
            if len(WORD.findall(name)) > 1 or (name[0] >= FIRST_HAN and len(name) > 1):
                yield name, "currency", currency
    if language:
        for style in locale.months["format"], locale.months["stand-alone"]:
            for month in style["wide"].values():
                if WORD.fullmatch(fold(month).lower()):
                    yield fold(month).lower(), "month", True


def _symbol(word: str) -> str:
    """A pattern for a sign; its letters, if any, must not belong to a word."""
    before = f"(?<![{LETTER}])" if WORD.match(word) else ""
    after = "(?=[0-9])" if WORD.match(word[-1]) else "(?![0-9])" if word == "+" else ""
    return before + re.escape(word) + after


# One character for one, so that offsets hold.
