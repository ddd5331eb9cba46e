"""The tables laid out for looking up: what may a word mean in an article in this language?

Full currency names («канадских долларов», "Kenyan shillings", 哈萨克斯坦坚戈), months and the lists
of codes come from CLDR by way of babel; everything else from `languages`, and from the tables that
no language owns.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from ..languages import LANGUAGES, SumWords
from . import currencies as money
from . import signs as tables
from .characters import FIRST_HAN, LETTER, WORD, fold

Means = dict[str, Any]
_STRONG_CODES = frozenset(money.STRONG_CODES.split())
_TABLES: tuple[tuple[str, str, Callable[[str], Any]], ...] = (  # kind, field, how to read a key
    ("numeral", "numerals", Decimal),
    ("scale", "scales", lambda powers: tuple(map(Decimal, powers.split()))),
    ("alone", "alone", Decimal),
    ("part", "parts", Decimal),
    ("part_of", "part_of", Decimal),
    ("half", "halves", Decimal),
    ("coin", "coins", Decimal),
    ("country", "countries", str),
    ("country_after", "countries_after", str),
    ("before", "before", str),
    ("after", "after", str),
    ("per_after", "per_after", str),
    ("per_beside", "per_beside", str),
    ("per_clause", "per_clause", str),
)
_LISTS = {  # kind: field
    "not": "not_", "barred": "barred", "nothing": "nothing", "denied": "denied",
    "neutral": "neutral", "one": "one", "one_behind": "one_behind", "article": "article",
    "between": "between", "mid": "mid", "and": "and_", "with": "with_", "amid": "amid",
    "until": "until", "of": "of", "minus": "minus", "vague": "vague", "percent": "percent",
    "tenth": "tenth",
    "percent_before": "percent_before", "no_number": "no_number", "year": "year",
    "year_before": "year_before", "month": "month", "measure": "measure", "or": "or_",
    "zero": "zero", "point": "point", "whole": "whole",
}  # fmt: skip
_THOUSANDS = {"k": Decimal(1000), "K": Decimal(1000), "M": Decimal(10) ** 6}
_NEGATIONS = ("not", "denied", "neutral")
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
    return code in _named_currencies()


@lru_cache(maxsize=1)
def _named_currencies() -> frozenset[str]:
    """The codes of which some language, or a sign, has a word."""
    sections = [
        part for each in LANGUAGES.values() for part in (each.figures.own, each.figures.everywhere)
    ]
    keys = [key for part in (*sections, tables.SHARED) for key in part.currencies]
    return frozenset(
        code for key in keys for code in money.GROUPS.get(key, key).replace("/", " ").split()
    )


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
def codes_behind() -> frozenset[str]:
    """The codes that one may read behind any number, also behind one without a scale: 500 EGP."""
    return currencies() - set(money.WORDLIKE_CODES.split())


@lru_cache(maxsize=1)
def signs() -> dict[str, Currency]:
    """Codes and signs that are read only with exactly these capitals."""
    found = {
        code: Currency(frozenset((code,)), frozenset((code,)), code not in _STRONG_CODES, True)
        for code in currencies()
    }
    for code in money.STRONG_CODES.split():  # 120 MEUR, kUSD 30
        for letter, unit in _THOUSANDS.items():
            codes = frozenset((code,))
            found[letter + code] = Currency(codes, codes, leads=True, unit=unit)
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
    found: dict[str, dict[tuple[str, ...], Means]] = {}
    several: set[str] = set()
    """First words that mean several things, or begin several phrases."""
    for entry in (*_entries(language), *_cldr(language)):
        # The many spellings of a word share what it means, which Python's garbage collector has to
        # visit.
        alone: dict[tuple[str, ...], Means] = {(): {entry.kind: entry.value}}
        for spelling in entry.spellings():
            parts = [] if "$" in spelling else WORD.findall(spelling)
            first, *rest = parts or [spelling]
            if not rest and first not in found:
                found[first] = alone
                continue
            phrases, phrase = found.setdefault(first, {}), tuple(rest)
            if entry.kind in phrases.get(phrase, ()):
                continue
            if first not in several:
                several.add(first)
                phrases = found[first] = {each: dict(means) for each, means in phrases.items()}
            phrases.setdefault(phrase, {})[entry.kind] = entry.value
    for first in several:
        for means in found[first].values():
            if "percent" in means:  # «بالمئة» is no hundred with an article before it
                means.pop("numeral", None)
    words = {sign.lower(): (0, dict[tuple[str, ...], Means]()) for sign in signs()}
    shared: dict[int, tuple[int, dict[tuple[str, ...], Means]]] = {}
    for first, phrases in found.items():
        if id(phrases) not in shared:
            shared[id(phrases)] = max(map(len, phrases)), phrases
        words[first] = shared[id(phrases)]
    others = sorted((word for word in found if not WORD.fullmatch(word)), key=len, reverse=True)
    goes_on = {word[run.end()] for word in others if (run := WORD.match(word))}
    return Vocabulary(
        words,
        symbols="|".join(_symbol(word) for word in others if word[-1] < FIRST_HAN),
        han="|".join(word for word in others if word[-1] >= FIRST_HAN),
        plain=f"[{LETTER}]++(?![{re.escape(''.join(sorted(goes_on)))}])",
    )


@lru_cache(maxsize=16)
def counting_words(language: str | None) -> frozenset[str]:
    """The words that numbers begin with in this language; ``None``: in any.

    A text without one, and without a digit, states no figure: "a" and "half" need a scale.
    """
    entries = [*_entries(language or "")]
    if language is None:
        for each in LANGUAGES.values():
            entries += _rows(each.figures.own, _own(each.figures.own))
    return frozenset(
        word
        for entry in entries
        if entry.kind in _COUNTING
        for spelling in entry.spellings()
        for word in WORD.findall(spelling)[:1]
    )


class _Entry(NamedTuple):
    """One word or phrase of a table: its spellings, and what they mean."""

    phrase: str
    kind: str
    value: Any
    endings: _Endings

    def spellings(self) -> Iterator[str]:
        """The phrase with all the endings and prefixes its marks allow."""
        if len(self.phrase) == 1:  # "~" and "+" are signs as well
            yield self.phrase
            return
        stem = self.phrase.rstrip("~+")
        of_mark = {"~": self.endings.nouns, "+": self.endings.adjectives}.get(self.phrase[-1], {})
        prefixes = self.endings.prefixes if "\u0620" <= stem[0] <= "\u06d3" else ("",)
        for prefix in prefixes:
            for ending in ("", *of_mark.get(_script(stem), ())):
                yield prefix + stem + ending


class _Endings(NamedTuple):
    """Endings for nouns and for adjectives, by script, and what may stand before a word."""

    nouns: dict[str, tuple[str, ...]]
    adjectives: dict[str, tuple[str, ...]]
    prefixes: tuple[str, ...]


def _script(word: str) -> str:
    """A script named by its first letter."""
    return "ا" if word[-1] >= "\u0620" else "а" if word[-1] >= "\u0400" else "a"


@lru_cache(maxsize=1)
def _everywhere() -> _Endings:
    """The endings of all languages, which go with the words that are read everywhere."""
    words = [each.figures.everywhere for each in LANGUAGES.values()]
    prefixes = " ".join(each.prefixes for each in words)
    return _Endings(
        _by_script(" ".join(each.noun_endings for each in words)),
        _by_script(" ".join(each.adjective_endings for each in words)),
        tuple(dict.fromkeys(("", *prefixes.split()))),
    )


def _by_script(endings: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for ending in endings.split():
        found[_script(ending)][ending] = None
    return {script: tuple(each) for script, each in found.items()}


def _own(words: SumWords) -> _Endings:
    """The endings that go with the words of one language alone: its own, if it lists any."""
    shared = _everywhere()
    return _Endings(
        _by_script(words.noun_endings) or shared.nouns,
        _by_script(words.adjective_endings) or shared.adjectives,
        ("", *words.prefixes.split()) if words.prefixes else shared.prefixes,
    )


def _entries(language: str) -> Iterator[_Entry]:
    """Every row of the tables: what is the language's own first, which wins."""
    own: list[_Entry] = []
    if language in LANGUAGES:
        words = LANGUAGES[language].figures.own
        own += _rows(words, _own(words))
    elif not language:
        own += _rows(tables.UNKNOWN, _everywhere())
    yield from own
    # Spanish "a" is "to", and no longer an article that counts.
    taken = {entry.phrase for entry in own if entry.kind in _LISTS}
    for entry in _shared_entries():
        if entry.kind not in _LISTS or entry.phrase not in taken:
            yield entry


@lru_cache(maxsize=1)
def _shared_entries() -> tuple[_Entry, ...]:
    sections = [*(each.figures.everywhere for each in LANGUAGES.values()), tables.SHARED]
    return tuple(entry for each in sections for entry in _rows(each, _everywhere()))


def _rows(words: SumWords, endings: _Endings) -> Iterator[_Entry]:
    for kind, phrase, value in _meanings(words):
        yield _Entry(phrase, kind, value, endings)


def _meanings(words: SumWords) -> Iterator[tuple[str, str, Any]]:
    """All that the words of one section mean: kind, phrase, value."""
    for kind, table, read in _TABLES:
        for value, phrases in getattr(words, table).items():
            for phrase in phrases.split("|"):
                yield kind, phrase, read(value)
                yield from ((kind, each, read(value)) for each in _contracted(phrase, words))
    for kind, field in _LISTS.items():
        phrases = getattr(words, field)
        marked: Any = "" if kind in _NEGATIONS else True
        yield from ((kind, phrase, marked) for phrase in phrases.split("|") if phrase)
    for key, phrases in words.hundredths.items():
        codes = money.GROUPS.get(key, key)
        hundredth = Currency(frozenset(codes.split()), frozenset(), unit=Decimal("0.01"))
        yield from (("currency", phrase, hundredth) for phrase in phrases.split("|"))
    for key, phrases in words.currencies.items():
        meant, _, named = money.GROUPS.get(key, key).partition("/")
        usual, family = frozenset(meant.split()), frozenset((meant + named).split())
        for phrase in phrases.split("|"):
            word = phrase.lstrip("?^")
            sign = "$" in word or (word[0] < FIRST_HAN and not WORD.match(word))
            leads, weak = sign or phrase[0] == "^", "?" in phrase
            yield "currency", word, Currency(usual, family, weak, leads)


def _contracted(phrase: str, words: SumWords) -> Iterator[str]:
    """The phrase as it is written before an article: "más del", of "más de"."""
    before, _, last = phrase.rpartition(" ")
    if before and last in words.contracted:
        yield from (f"{before} {each}" for each in words.contracted[last].split("|"))


def _cldr(language: str) -> Iterator[_Entry]:
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
                yield _Entry(name, "currency", currency, _everywhere())
    if language:
        for style in locale.months["format"], locale.months["stand-alone"]:
            for month in style["wide"].values():
                if WORD.fullmatch(fold(month).lower()):
                    yield _Entry(fold(month).lower(), "month", True, _everywhere())


def _symbol(word: str) -> str:
    """A pattern for a sign; its letters, if any, must not belong to a word."""
    before = f"(?<![{LETTER}])" if WORD.match(word) else ""
    after = "(?= ?[0-9])" if WORD.match(word[-1]) else "(?![0-9])" if word == "+" else ""
    return before + re.escape(word) + after
