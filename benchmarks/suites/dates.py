"""Dates: as CLDR writes them, and as Recognizers-Text has them in sentences; and texts without any.

A date is right if the day, the month and the year that it is told by are read, and nothing beside
it; peers that give a year which the text does not are not asked for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton

from summariser.figures import When, find_dates
from summariser.languages import LANGUAGES

from .recognizers import FILES as SUMS
from .recognizers import NUMBER_FILES as NUMBERS
from .recognizers import cases
from .rows import MISSED, OURS, RIGHT, SPURIOUS, WRONG_VALUE, Row, Sheet, installed

CLDR, RECOGNIZERS, NO_DATES = "CLDR dates", "Recognizers-Text dates", "texts without dates"
FILES = "Specs/DateTime/*/DateParser.json"
_TODAY = datetime(2025, 6, 15)  # noqa: DTZ001  # dateparser's base has no zone
_DAYS = [date(2024 + month % 4, month, day) for month in range(1, 13) for day in (3, 28 - month)]
_DAY = r"[0-9]+[./-][0-9]+[./-][0-9]+|[月日]"
_STATED = re.compile("([0-9]{4}|XXXX)-([0-9]{2})-([0-9]{2})")

Reader = Callable[[str, str], list[When]]
"""From a text and its language to the dates in it."""


@dataclass(frozen=True)
class Example:
    """A text, and the dates it names."""

    language: str
    text: str
    wanted: tuple[When, ...]


def ours(text: str, language: str) -> list[When]:
    """Days and months; a bare year is no date to most others."""
    found = (each.when for each in find_dates(text, language))
    return [when for when in found if when.fineness > 1]


def peers() -> dict[str, Reader]:
    """The readers of others, as far as they are installed."""
    found: dict[str, Reader] = {}
    installed("dateparser.search", found, "dateparser", _dateparser)
    return found


def _dateparser(module: Any) -> Reader:
    settings = {"RELATIVE_BASE": _TODAY, "RETURN_AS_TIMEZONE_AWARE": False}

    def read(text: str, language: str) -> list[When]:
        found = module.search_dates(text, languages=[language], settings=settings) or []
        return [When.on(day.date()) for _, day in found]

    return read


def cldr() -> Iterator[Example]:
    """Two days of each month: in full, short, without a year, the month alone, and a span."""
    for language in LANGUAGES:
        for day in _DAYS:
            when, last = When.on(day), day + timedelta(days=2)
            month = When.of(f"{day:%Y-%m}")
            for form in ("full", "long", "medium"):
                yield Example(language, format_date(day, form, language), (when,))
            for skeleton, told in (("MMMMd", when.without_year()), ("yMMMM", month)):
                text = format_skeleton(skeleton, day, locale=language)
                yield Example(language, text, (told,))
            text = format_interval(day, last, "yMMMd", locale=language)
            yield Example(language, text, (When(when.first, When.on(last).first),))


def recognizers(folder: Path) -> Iterator[Example]:
    """Those sentences of its DateParser that name a day, with or without its year."""
    for language, case in cases(folder, FILES):
        told = [_told(result) for result in case["Results"]]
        if told and all(told):
            yield Example(language, case["Input"], tuple(each for each in told if each))


def _told(result: dict[str, Any]) -> When | None:
    found = _STATED.fullmatch(str((result.get("Value") or {}).get("Timex")))
    if found is None or (found[1] != "XXXX" and found[1] not in result["Text"]):
        return None  # "yesterday"
    return When.of(found[0].replace("XXXX", "-"))


def no_dates(folder: Path) -> Iterator[Example]:
    """Its sentences with sums and numbers, but for those with what may be a day or a month."""
    for language, case in chain(cases(folder, SUMS), cases(folder, NUMBERS)):
        months = (name.rstrip(".") for name in _months(language))
        if not re.search(f"(?i){_DAY}|{'|'.join(map(re.escape, months))}", case["Input"]):
            yield Example(language, case["Input"], ())


@cache
def _months(language: str) -> list[str]:
    contexts = Locale.parse(language).months.values()
    return [
        name for context in contexts for width in ("wide", "abbreviated")
        for name in context[width].values()
    ]  # fmt: skip


def measure(name: str, examples: Iterable[Example], readers: dict[str, Reader]) -> list[Row]:
    """Each reader on all examples."""
    sheet = Sheet(name)
    for example in examples:
        for reader, read in readers.items():
            found = read(example.text, example.language)
            verdict = _verdict(example, found, exactly=reader == OURS)
            if verdict:
                said = " ".join(map(str, example.wanted)), " ".join(map(str, found))
                sheet.row(example.language, reader).add(verdict, example.text, *said)
    return list(sheet)


def _verdict(example: Example, found: list[When], *, exactly: bool) -> str | None:
    if not example.wanted:
        return SPURIOUS if found else RIGHT
    if not found:
        return MISSED
    if exactly:
        return RIGHT if found == list(example.wanted) else WRONG_VALUE
    # Who tells days only gives the two ends of a span, and a day of a month.
    ends = [When(day) for when in example.wanted for day in when if day]
    told = len(found) == len(ends) and all(
        _without_parts(day, end) == end for day, end in zip(found, ends, strict=True)
    )
    return RIGHT if told else WRONG_VALUE


def _without_parts(day: When, like: When) -> When:
    """A day without what another one does not tell."""
    parts = (mine if told else None for mine, told in zip(day.first, like.first, strict=True))
    return When(type(day.first)(*parts))
