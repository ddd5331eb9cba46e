"""Sums written by others' code and read back: CLDR's compact and full forms, and number words.

Nothing has to lie in the folder for them; babel comes with this library, num2words is a peer's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from importlib import import_module

from babel.numbers import format_compact_currency, format_currency, get_currency_name

from summariser.languages import LANGUAGES

from .money import Example, Wanted

CURRENCIES = "CNY EUR GBP JPY KZT RUB SAR TRY USD UZS".split()
AMOUNTS = tuple(
    Decimal(each) * 10**power
    for each, power in (
        ("1.2", 3), ("25", 3), ("3", 6), ("1.5", 6), ("740", 6), ("2", 9), ("17.4", 9), ("1.2", 12),
    )
)  # fmt: skip
# Where num2words calls a language otherwise than ISO 639 does.
_NUM2WORDS = {"kk": "kz", "zh": "zh"}
# Where it writes half of a fraction, or a comma for it.
_NO_FRACTIONS = ("ar", "it", "tr")
_SPELLED = (
    *range(2, 130),
    *range(135, 1000, 35),
    *range(1000, 10_000, 325),
    *(
        factor * 10**power
        for power in range(4, 12)
        for factor in (1, 2, 3, 5, 11, 12, 21, 25, 40, 90)
    ),
    *(
        factor * 10**power + rest * 10 ** (power - 3)
        for power in (6, 9)
        for factor in (1, 3, 21, 101)
        for rest in (1, 5, 20, 101, 250, 999)
    ),
    *(
        factor * 1000 + rest
        for factor in (1, 2, 12, 21, 100, 345)
        for rest in (1, 15, 21, 100, 101, 250, 999)
    ),
)
_DECIMALS = tuple(
    Decimal(each) for each in "1.5 2.3 3.3 4.25 7.05 12.7 21.5 40.2 100.1 3.14".split()
)


def cldr_compact() -> Iterator[Example]:
    """Compact forms, such as "1,2 Mrd. €": eight amounts in ten currencies."""
    for language in sorted(LANGUAGES):
        for code in CURRENCIES:
            for amount in AMOUNTS:
                text = format_compact_currency(amount, code, locale=language, fraction_digits=1)
                yield Example(language, text, (_wanted(amount, code),))


def cldr_full() -> Iterator[Example]:
    """Full forms, with the sign and with the name: "1.200,00 €", "1.200,00 Euro"."""
    for language in sorted(LANGUAGES):
        for code in CURRENCIES:
            for amount in AMOUNTS:
                for form in ("standard", "name"):
                    text = format_currency(amount, code, locale=language, format_type=form)
                    yield Example(language, text, (_wanted(amount, code),))


def number_words() -> Iterator[Example]:
    """Integers in words before the currency's name: "twenty-one million euros"."""
    for language, write in _writers():
        for value in dict.fromkeys(_SPELLED):
            yield _spelled(language, write(value), Decimal(value))


def decimal_words() -> Iterator[Example]:
    """Numbers with a fraction in words: "three point three euros"."""
    for language, write in _writers():
        for value in _DECIMALS if language not in _NO_FRACTIONS else ():
            yield _spelled(language, write(value), value)


def _writers() -> Iterator[tuple[str, Callable[[object], str]]]:
    try:
        num2words = import_module("num2words").num2words
    except ImportError:
        print("num2words is not installed: skipped")
        return
    for language in sorted(LANGUAGES):
        code = _NUM2WORDS.get(language, language)

        def write(value: object, code: str = code) -> str:
            return num2words(value, lang=code)

        try:
            write(21)
        except NotImplementedError:
            print(f"num2words does not know {language}: skipped")
            continue
        yield language, write


def _spelled(language: str, words: str, value: Decimal) -> Example:
    code = "EUR" if language in ("de", "es", "fr", "it") else "USD"
    name = get_currency_name(code, count=value, locale=language)
    gap = "" if language in ("ja", "zh") else " "
    return Example(language, f"{words}{gap}{name}", (_wanted(value, code),))


def _wanted(amount: Decimal, code: str) -> Wanted:
    return Wanted(amount, codes=frozenset({code}))
