"""Sums: what a suite says a text states, and whether a reader finds it.

A sum is right if its value, its bound and its currency are among those that the reader thinks
possible; a reader that leaves a currency open has not found the sum, and one that gives another has
a wrong one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from summariser.figures import Figure, find_figures

from .conventions import convention_of
from .rows import (
    CONVENTION,
    MISSED,
    RIGHT,
    SPURIOUS,
    WRONG_CURRENCY,
    WRONG_VALUE,
    Row,
    Sheet,
    installed,
)

EXACT, ABOVE, UNDER, RANGE = "exact", "above", "under", "range"
_BOUNDS = {
    "more_than": ABOVE,
    "at_least": ABOVE,
    "less_than": UNDER,
    "up_to": UNDER,
    "range": RANGE,
}


@dataclass(frozen=True)
class Wanted:
    """A sum as a suite states it.

    Attributes:
        value: the amount; None where the suite marks only the place.
        upper: the far end of a range.
        bound: exact, above, under or range; None where the suite does not say.
        codes: ISO 4217 codes it may mean; empty where the suite names none.
        start: where it stands, in code points; None where the suite does not say.
        end: where it ends, exclusive.
    """

    value: Decimal | None
    upper: Decimal | None = None
    bound: str | None = None
    codes: frozenset[str] = frozenset()
    start: int | None = None
    end: int | None = None

    def __str__(self) -> str:
        amount = "-".join(str(each) for each in (self.value, self.upper) if each is not None)
        bound = "" if self.bound in (None, EXACT, RANGE) else f"{self.bound} "
        return f"{bound}{amount} {'/'.join(sorted(self.codes)) if len(self.codes) < 9 else '…'}"


@dataclass(frozen=True)
class Found:
    """A sum as a reader gives it: all its readings, its bounds unless they are left open, and
    where it stands if the reader says so.
    """

    values: tuple[tuple[Decimal, Decimal | None], ...]
    codes: frozenset[str]
    bounds: frozenset[str] | None = None
    start: int | None = None
    end: int | None = None

    def has_value(self, wanted: Wanted) -> bool:
        """Is the amount meant among the readings, and the bound among the hedges?"""
        if wanted.value is None:
            return True
        bounded = wanted.bound is None or self.bounds is None or wanted.bound in self.bounds
        return bounded and any(
            _is_about(value, wanted.value) and (upper == wanted.upper)
            for value, upper in self.values
        )

    def has_currency(self, wanted: Wanted) -> bool:
        """May it be the currency meant?"""
        return not wanted.codes or not self.codes.isdisjoint(wanted.codes)

    def stands_at(self, wanted: Wanted) -> bool:
        """Do the two share a character, as far as both say where they stand?"""
        if None in (self.start, self.end, wanted.start, wanted.end):
            return True
        return self.start < wanted.end and wanted.start < self.end  # type: ignore[operator]

    def __str__(self) -> str:
        values = " or ".join(
            "-".join(str(end) for end in ends if end is not None) for ends in self.values[:3]
        )
        bounds = " ".join(sorted((self.bounds or frozenset()) - {EXACT, RANGE}))
        return f"{bounds} {values} {'/'.join(sorted(self.codes))}".strip()


@dataclass(frozen=True)
class Example:
    """A text and the sums in it.

    Attributes:
        only: the suite looks at one sum of the text, so others are not spurious.
        bare: the text need not say that a figure is money.
    """

    language: str
    text: str
    wanted: tuple[Wanted, ...]
    only: bool = False
    bare: bool = False


def _is_about(value: Decimal, wanted: Decimal) -> bool:
    """Are they equal, as far as a suite's floating point tells?"""
    return value == wanted or abs(value - wanted) < abs(wanted) * Decimal("1e-14")


Reader = Callable[[Example], Iterable[Found]]


def ours(example: Example) -> Iterator[Found]:
    """The sums that this library finds."""
    for figure in find_figures(example.text, example.language):
        if figure.kind == "money" or (example.bare and figure.kind != "percent"):
            yield _found(figure)


def _found(figure: Figure) -> Found:
    return Found(
        tuple((reading.amount, reading.upper) for reading in figure.readings),
        figure.currencies,
        None
        if figure.hedge_is_open
        else frozenset(_BOUNDS.get(qualifier, EXACT) for qualifier in figure.qualifiers),
        figure.start,
        figure.end,
    )


_CULTURES = {
    "de": "de-de",
    "en": "en-us",
    "es": "es-es",
    "fr": "fr-fr",
    "it": "it-it",
    "ja": "ja-jp",
    "zh": "zh-cn",
}


def peers(*, of_words: bool = False) -> dict[str, Reader]:
    """The readers of others, as far as they are installed; not all read numbers in words."""
    found: dict[str, Reader] = {}
    if not of_words:
        installed("price_parser", found, "price-parser", _price_parser)
    installed("recognizers_number_with_unit", found, "recognizers-text", _recognizers)
    return found


def _price_parser(module: Any) -> Reader:
    from .currencies import codes_of

    def read(example: Example) -> Iterator[Found]:
        price = module.Price.fromstring(example.text)
        if price.amount is not None and (price.currency or example.bare):
            codes = codes_of(price.currency or "", example.language)
            yield Found(((price.amount, None),), codes)

    return read


def _recognizers(module: Any) -> Reader:
    from .currencies import codes_of

    def read(example: Example) -> Iterator[Found]:
        culture = _CULTURES.get(example.language)
        if culture is None:
            raise NotImplementedError
        for result in module.recognize_currency(example.text, culture):
            said = result.resolution or {}
            try:
                value = Decimal(said.get("value") or "")
            except InvalidOperation:
                continue
            codes = {said["isoCurrency"]} if said.get("isoCurrency") else None
            yield Found(
                ((value.normalize(), None),),
                frozenset(codes or codes_of(said.get("unit") or "", "en")),
                start=result.start,
                end=result.end + 1,
            )

    return read


def measure(suite: str, examples: Sequence[Example], readers: dict[str, Reader]) -> list[Row]:
    """Each reader on each example that it can read."""
    sheet = Sheet(suite)
    for name, read in readers.items():
        for example in examples:
            try:
                found = list(read(example))
            except NotImplementedError:  # the peer does not know the language
                continue
            judge(sheet.row(example.language, name), example, found)
    return list(sheet)


_PAIRS: tuple[tuple[str, Callable[[Wanted, Found], bool]], ...] = (
    (RIGHT, lambda wanted, found: found.has_value(wanted) and found.has_currency(wanted)),
    (WRONG_CURRENCY, lambda wanted, found: found.has_value(wanted) and bool(found.codes)),
    (WRONG_VALUE, lambda wanted, found: found.has_currency(wanted)),
    (WRONG_VALUE, lambda _, found: bool(found.codes)),
)


def judge(row: Row, example: Example, found: list[Found]) -> None:
    """Pair what is wanted with what is found, the best pairs first."""
    left, wanted = list(found), list(example.wanted)
    for verdict, fits in _PAIRS:
        for each in list(wanted):
            match = next((f for f in left if f.stands_at(each) and fits(each, f)), None)
            if match:
                wanted.remove(each)
                left.remove(match)
                _add(row, example, verdict, each, match)
    for each in wanted:
        _add(row, example, MISSED, each, None)
    for each in () if example.only else left:
        row.add(SPURIOUS, example.text, "nothing", each)


def _add(row: Row, example: Example, verdict: str, wanted: Wanted, found: Found | None) -> None:
    reason = None if verdict == RIGHT else convention_of(row.suite, example, wanted, found)
    if reason:
        row.conventions[reason] += 1
        verdict = CONVENTION
    row.add(verdict, example.text, wanted, found)
