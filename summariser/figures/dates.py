"""Which days, months, quarters, halves and years does a text name?

Only what names them is read: "12 October 2025", "Oct. 12", "from 28 September to 2 October",
2025年10月12日, 12.10.2025.  What tells a day by another ("yesterday", "on Tuesday", "the 12th") is
none, nor is 03/04/2025 where the language does not say which of the two is the day;
`tells_otherwise` says whether there is any of it.  A month alone is read only where a word or an
ending makes a month of it: "in May", but not "May Holm".

The names of the months are CLDR's, with what `languages` adds; a quarter or a half is read as the
months it runs through, and only beside its year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

from ..languages import LANGUAGES, Dates
from ..text import small
from .characters import LETTER, fold, visible
from .listed import listed
from .numerals import read_number

_FREE = f"(?<![0-9{LETTER}])(?<![0-9][.,:/'-])(?<![$€£¥₽₸+])"
_YEAR = "(?:1[0-9]|20|21)[0-9]{2}(?![0-9])"
_FREE_YEAR = f"(?<![0-9{LETTER}])(?<![0-9][.,:/'])(?<![$€£¥₽₸+]){_YEAR}"
_RECENT = 1800  # a lone number before is no year
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])(?![0-9]|[.,:][0-9])"
_ENDED = f"(?![0-9{LETTER}])"
_BEGINS = f"(?=[0-9{LETTER}])(?:(?=[0-9])|(?<![{LETTER}]))"  # elsewhere nothing need be tried
_NEVER = "(?!)"
_NUMERIC = (
    rf"(?P<ymd>(?<![0-9]){_YEAR}(?P<s>[-/.])(?:1[0-2]|0?[1-9])(?P=s){_DAY}(?![./:-]?[0-9]))"
    rf"|(?P<dmy>{_FREE}[0-3]?[0-9](?P<t>[./-])[0-3]?[0-9](?P=t){_YEAR}(?![./:-][0-9]))"
)
_UNREAD = (
    f"{_FREE}[0-3]?[0-9](?P<t>[./-])[0-3]?[0-9](?P=t)(?:{_YEAR}|[0-9]{{2}}){_ENDED}"
    rf"|{_FREE}[0-3]?[0-9](?:/[0-3]?[0-9]|\.[01]?[0-9]\.){_ENDED}"
)
_ARTICLE = f"(?:[{LETTER}]{{1,3}}(?: |'))?"
_HOLE = "|"  # where a date was
_BESIDE_A_DATE = f"[ ,.(（]{{0,3}}(?:[{LETTER}]{{1,3}} )?"
_BEFORE_A_DATE = re.compile(rf"{_BESIDE_A_DATE}[|]")
_BEHIND_A_DATE = re.compile(rf"[|]{_BESIDE_A_DATE}$")
_DASH = "[-–—~]"
_AMOUNT = " ?[%€$£¥]|[.,:/-]?[0-9]"
_ROMAN = ("", "i", "ii", "iii", "iv")
_WORDS = {"元": 1, "上": 1, "下": 2}
_IS_NAME = re.compile(f"[{LETTER}]+(?: [{LETTER}]+)?")
_BESIDE = 24  # characters to a word that says which of them a month without a year is
_FAR = 150  # days to the date of publication: no other year's day is about as near


class Day(NamedTuple):
    """A day, month or year as far as it is told.

    >>> str(Day(2025, 10, 12)), str(Day(None, 10, 12)), str(Day(2025))
    ('2025-10-12', '--10-12', '2025')
    """

    year: int | None
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, iso: str) -> Day:
        """What stands in ISO 8601: ``2025-10``, ``--10-12``."""
        year, *rest = iso.replace("--", "-").split("-")
        return cls(int(year) if year else None, *map(int, rest))

    def __str__(self) -> str:
        year = "-" if self.year is None else f"{self.year:04}"
        return "-".join([year, *(f"{part:02}" for part in self[1:] if part is not None)])

    @property
    def exists(self) -> bool:
        """Whether there is such a day in the calendar; 29 February is one of some year."""
        try:
            date(2000 if self.year is None else self.year, self.month or 1, self.day or 1)
        except ValueError:
            return False
        return True


class When(NamedTuple):
    """A day, a month or a year, or the first and the last of a span."""

    first: Day
    last: Day | None = None

    @classmethod
    def of(cls, iso: str) -> When:
        """What stands in ISO 8601.

        >>> str(When.of("2025-10-12/2025-10-14").last)
        '2025-10-14'
        """
        first, _, last = iso.partition("/")
        return cls(Day.of(first), Day.of(last) if last else None)

    @classmethod
    def on(cls, day: date) -> When:
        """That day."""
        return cls(Day(day.year, day.month, day.day))

    def __str__(self) -> str:
        return "/".join(str(day) for day in self if day)

    @property
    def has_year(self) -> bool:
        """Whether it is told of which year it is."""
        return self.first.year is not None

    @property
    def fineness(self) -> int:
        """1 for a year, 2 for a month, 3 for a day."""
        return 1 + sum(part is not None for part in self.first[1:])

    @property
    def years(self) -> frozenset[int]:
        """Those that are told."""
        return frozenset(day.year for day in self if day and day.year is not None)

    def without_year(self) -> When:
        """The same, as it is told of any year."""
        return When(self.first._replace(year=None), self.last and self.last._replace(year=None))

    def coarser(self) -> Iterator[When]:
        """Itself, and all that it says of the month and the year.

        >>> [str(each) for each in When.of("2025-10-12/2025-10-14").coarser()]
        ['2025-10-12/2025-10-14', '--10-12/--10-14', '2025-10', '--10', '2025']
        """
        year, month, _ = self.first
        same = {(day.year, day.month) for day in self if day} == {(year, month)}
        months = [When(Day(year, month))] if same and self.first.day else []
        for when in [self, *months]:
            yield when
            if when.has_year and when.fineness > 1:
                yield when.without_year()
        if len(self.years) == 1 and self.fineness > 1:
            yield When(Day(year))

    def is_apart(self, other: When) -> bool:
        """Whether they differ in what both tell; a day is not apart from a span that holds it.

        >>> When.of("2025-10-12").is_apart(When.of("--10-13/--10-14"))
        True
        """
        since = 0 if self.has_year and other.has_year else 1
        until = min(self.fineness, other.fineness)
        if until <= since:
            return False
        (first, last), (start, end) = (
            (each.first[since:until], (each.last or each.first)[since:until])
            for each in (self, other)
        )
        if self.last and other.last:
            return (first, last) != (start, end)
        turns = last < first or end < start  # of the year, from December to January
        return not turns and (last < start or end < first)

    def in_years(self, first: int, last: int) -> When:
        """The same with these years."""
        end = self.last and self.last._replace(year=last)
        return When(self.first._replace(year=first), end)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as a text names it.

    Attributes:
        start: where it begins: code points into the text.
        end: where it ends, exclusive.
        when: the day, month or year, or the span of them.
        is_past: whether a word beside it says that it is the last one, and may tell its year.
        is_coming: whether one says that it is the next.
    """

    start: int
    end: int
    when: When
    is_past: bool = False
    is_coming: bool = False


def find_dates(text: str, language: str | None = None) -> list[Dated]:
    """The dates in a text, left to right, none overlapping.

    Args:
        text: any string; the offsets in the answer are code points into it.
        language: ISO 639-1 code of the text; without one that is known, only digits are read.

    >>> [str(each.when) for each in find_dates("They met on October 12–14, 2025.", "en")]
    ['2025-10-12/2025-10-14']
    >>> [str(each.when) for each in find_dates("Встреча — 12 октября, а в мае её отложили.", "ru")]
    ['--10-12', '--05']
    """
    shown, origin = visible(text)
    found = _calendar(_code(language)).dates(shown)
    if origin is None:
        return list(found)
    return [replace(each, start=origin[each.start], end=origin[each.end - 1] + 1) for each in found]


def tells_otherwise(text: str, language: str | None = None) -> bool:
    """Whether a day or a month is told, but not by its name: by another, by a weekday.

    What stands beside a date is told by it: "on Tuesday, 14 October".

    >>> tells_otherwise("They met on Tuesday.", "en"), tells_otherwise("on 12 October", "en")
    (True, False)
    """
    pieces, end = [], 0
    for found in find_dates(text, language):
        pieces.append(text[end : found.start])
        end = found.end
    rest = _clean(visible(_HOLE.join([*pieces, text[end:]]))[0])
    return any(
        not _BEFORE_A_DATE.match(rest, told.end())
        and not _BEHIND_A_DATE.search(rest[max(told.start() - _BESIDE, 0) : told.start()])
        for told in _calendar(_code(language)).otherwise.finditer(rest)
    )


def tells_other_year(text: str, language: str | None = None) -> bool:
    """Whether words tell another year than the one they were written in: "last year".

    >>> tells_other_year("in October last year", "en"), tells_other_year("in October", "en")
    (True, False)
    """
    return bool(_calendar(_code(language)).other_year.search(_clean(visible(text)[0])))


def in_full(
    when: When, published: date, *, is_past: bool = False, is_coming: bool = False
) -> When | None:
    """A date that is told without its year, with that which the date of publication gives.

    The one in which it is nearest, unless another is about as near; of what is said to be past or
    coming, the last one or the next.  None: it cannot be told.

    >>> str(in_full(When.of("--12-28"), date(2026, 1, 2)))
    '2025-12-28'
    >>> in_full(When.of("--07-02"), date(2026, 1, 2))
    """
    away = {
        year: abs(day - published).days
        for year in (published.year - 1, published.year, published.year + 1)
        if (day := _when(year, when.first))
        and not (is_past and day > published)
        and not (is_coming and day < published)
    }
    year = min(away, key=away.__getitem__, default=None)
    if year is None or not (is_past or is_coming or away[year] <= _FAR):
        return None
    turns = when.last is not None and when.last[1:] < when.first[1:]
    full = when.in_years(year, year + turns)
    return full if all(day.exists for day in full if day) else None


def _when(year: int, day: Day) -> date | None:
    try:
        return date(year, day.month or 1, day.day or 15)
    except ValueError:  # 29 February
        return None


def _code(language: str | None) -> str:
    return (language or "")[:2].lower()


def _clean(text: str) -> str:
    return small(fold(text))


# --- the tables of a language ---------------------------------------------------------------


@lru_cache(maxsize=32)
def _calendar(language: str) -> _Calendar:
    return _Calendar(language)


def _months(language: str, words: Dates) -> tuple[dict[str, int], dict[str, int]]:
    """What the months are called, and what they are called in short."""
    from babel import Locale

    found: dict[str, dict[str, int]] = {"wide": {}, "abbreviated": {}}
    for locale in map(Locale.parse, (language, *words.regions.split())):
        for context in locale.months.values():
            for width, names in found.items():
                for number, name in context[width].items():
                    names[_clean(name).rstrip(".")] = number
    full, short = (
        {
            each: number
            for name, number in names.items()
            if _IS_NAME.fullmatch(name)
            for each in (name, _bare(name))
        }
        for names in found.values()
    )
    return full, short


def _bare(name: str) -> str:
    """Without its accents: "aout", "DECEMBRE"; a letter that is none without stays."""
    bare = "".join(each for each in normalize("NFD", name) if not combining(each))
    return bare if bare.isascii() else name


def _weekdays(language: str) -> list[str]:
    from babel import Locale

    return [_clean(name) for name in Locale.parse(language).days["format"]["wide"].values()]


def _quarter_signs(language: str) -> set[str]:
    """What stands before its number: Q3."""
    from babel import Locale

    names = Locale.parse(language).quarters["format"]["abbreviated"].values()
    return {_clean(name[0]) for name in names if len(name) == len("Q3") and name[1].isdigit()}


def _any(patterns: str) -> str:
    """Patterns of a language, to be found in text that is evened out; no text fits none."""
    return fold(patterns).replace("ı", "i") or "(?!)"


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"


class _Piece(NamedTuple):
    """A piece of a date, or one as a whole."""

    kind: str
    match: re.Match[str]

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()


class _Calendar:
    """Reads the dates of one language; made once.

    A text is cut into days, months and years; then those that stand together are put together.
    """

    def __init__(self, language: str) -> None:
        is_known = language in LANGUAGES
        words = LANGUAGES[language].dates if is_known else Dates()
        self.words = words
        self._months, self.short = _months(language, words) if is_known else ({}, {})
        self.seldom = {*_clean(words.seldom).split("|")}
        self.no_month = {*_clean(words.no_month).split("|")}
        self._more_months = [
            (int(number), re.compile(_any(names))) for number, names in words.months.items()
        ]
        self._nth = [
            (
                int(number),
                re.compile(
                    f"(?<![0-9]){number}(?![0-9])"
                    f"|(?<![{LETTER}])(?:{_ROMAN[int(number)]}|{_any(names)}){_ENDED}"
                ),
            )
            for number, names in words.nth.items()
        ]
        self.ordinal = f"(?:(?:{_any(words.ordinals)})(?![0-9{LETTER}]))?"
        self.one_day = re.compile(f"(?<![0-9])(?P<number>{_DAY}){self.ordinal}")
        pieces = {"date": _NUMERIC}
        if words.written:
            pieces["written"] = words.written
        elif is_known:
            pieces |= self._pieces(language)
        of_all = "|".join(f"(?P<{kind}>{each})" for kind, each in pieces.items())
        self.pattern = re.compile(of_all if words.written else f"{_BEGINS}(?:{of_all})")
        of = f"(?:{_any(words.between)})(?:[ -]|(?<='))"
        self.between = re.compile(f"[.,]?(?:[ -]|, )(?:{of}){{0,2}}|\\.")
        space = " ?" if words.written else " "  # where nothing sets words apart
        self.to = re.compile(f" ?{_DASH} ?|{space}(?:{_any(words.to)}){space}")
        self.and_ = re.compile(f" (?:{_any(words.and_)}) ?{_ARTICLE}|/")
        around = f"(?<![{LETTER}])(?:{{}}) {_ARTICLE}$"
        self.both = listed(language or None).pattern("between", around)
        self.day_behind = re.compile(_any(words.day_behind))
        self.before = re.compile(f"(?<![{LETTER}])(?:{_any(words.before)})[ -]?$")
        self.behind = re.compile(f"(?:{_any(words.behind)}){_ENDED}")
        scales = listed(language or None).by_word("scales")
        self.amount = re.compile(
            f"{_AMOUNT}| (?:{_longest_first(each.rstrip('~+') for each in scales)}){_ENDED}"
        )
        self.otherwise = self._phrase(
            _any(words.elsewise),
            _UNREAD,
            *(map(re.escape, _weekdays(language)) if is_known else ()),
        )
        self.other_year = self._phrase(_any(words.other_year))
        self._past, self._coming = (
            (
                re.compile(f"(?<![{LETTER}])(?:{_any(each)}) $"),
                re.compile(f",? (?:{_any(each)}){_ENDED}"),
            )
            for each in (words.past, words.coming)
        )

    def _phrase(self, *patterns: str) -> re.Pattern[str]:
        found = "|".join(patterns)
        if self.words.written:  # nothing sets its words apart
            return re.compile(found)
        return re.compile(f"(?<![0-9{LETTER}])(?:{found}){_ENDED}")

    def _pieces(self, language: str) -> dict[str, str]:
        """What days, months, years and their parts look like."""
        words = self.words
        one = f"{_DAY}{self.ordinal}"
        link = f" ?[/–—~-] ?|, | (?:{_any(words.to)}) | (?:{_any(words.and_)}) ?{_ARTICLE}"
        full = "|".join((*map(_any, words.months.values()), _longest_first(self._months)))
        short = _longest_first(self.short)
        again = f"(?: ?[/(] ?(?:{full})\\)?)?" if words.doubled else ""
        nth = "|".join(("iii?|i|iv", *map(_any, words.nth.values())))
        number = f"(?:[1-4](?:[.º°]|-?[{LETTER}]{{1,5}})?|{nth})"
        nouns = {"quarter": _any(words.quarter), "half": _any(words.half)}
        parts = {
            kind: f"(?<![0-9{LETTER}])(?:{number}[ -](?:{noun})|(?:{noun}) (?:{nth})){_ENDED}"
            for kind, noun in nouns.items()
        }
        if signs := _quarter_signs(language):
            parts["quarter"] += f"|(?<![0-9{LETTER}])[{''.join(signs)}][1-4]{_ENDED}"
        endings = f"(?:{_any(words.endings)})?"
        mark = "['-]" if words.year_first else "'"
        case = f"{mark}(?!{_any(words.year)}|{full})[{LETTER}]{{1,6}}"
        return {
            **parts,
            "month": f"(?<![{LETTER}])(?:{_any(words.prefixes)})?"
            f"(?P<name>(?:{full})(?={endings}{_ENDED})|(?:{short}){_ENDED}){endings}{_ENDED}{again}",
            "day": f"{_FREE}(?:{_any(words.prefixes)})?{one}(?:(?:{link}){one}){{0,3}}",
            "year": f"{_FREE_YEAR}(?:{case})?(?P<said>[ -]?(?:{_any(words.year)}){_ENDED})?",
        }

    def dates(self, shown: str) -> Iterator[Dated]:
        """Those of a text without invisible characters; two that "to" joins are one span."""
        cased = fold(shown)
        clean = small(cased)
        before: _Found | None = None
        for found in _Reader(self, cased, clean):
            gap = clean[before.end : found.start] if before else ""
            span = before and self.makes_span(clean, before.start, gap) and before.up_to(found)
            if before and not span and before.is_certain:
                yield self._told(before, clean)
            before = span or found
        if before and before.is_certain:
            yield self._told(before, clean)

    def makes_span(self, clean: str, start: int, gap: str) -> bool:
        """Whether what stands between two dates, or before them, makes a span of them."""
        if not self.and_.fullmatch(gap):
            return self.to.fullmatch(gap) is not None
        return self.both.search(clean[max(start - _BESIDE, 0) : start]) is not None

    def _told(self, found: _Found, clean: str) -> Dated:
        """What was found, and whether it is the last or the next one."""
        before = clean[max(found.start - _BESIDE, 0) : found.start]
        behind = clean[found.end : found.end + _BESIDE]
        is_past, is_coming = (
            bool(pattern[0].search(before) or pattern[1].match(behind))
            for pattern in (self._past, self._coming)
        )
        return Dated(found.start, found.end, When(found.first, found.last), is_past, is_coming)

    def month(self, piece: _Piece) -> int:
        """Which month a piece names."""
        name = piece.match["name"]
        known = self._months.get(name) or self.short.get(name)
        return known or next(n for n, names in self._more_months if names.fullmatch(name))

    def part(self, piece: _Piece) -> tuple[int, int]:
        """The first and the last month of a quarter or a half."""
        length = 3 if piece.kind == "quarter" else 6
        words = piece.match[0]
        which = next(n for n, words_for in self._nth if words_for.search(words))
        return (which - 1) * length + 1, which * length


class _Found(NamedTuple):
    """A date, perhaps one only if it is an end of a span: a bare year, a month without a mark."""

    start: int
    end: int
    first: Day
    last: Day | None = None
    is_certain: bool = True

    def up_to(self, other: _Found) -> _Found | None:
        """The span from the one to the other, if it is one."""
        first, last = self.first, other.first
        fits = [each is None for each in first[1:]] == [each is None for each in last[1:]]
        if self.last or other.last or not fits or not (self.is_certain or other.is_certain):
            return None
        span = _spanned(first, last)
        return span and _Found(self.start, other.end, *span)


def _spanned(first: Day, last: Day) -> tuple[Day, Day] | None:
    """Both with their years, if one is before the other."""
    turns = first[1:] > last[1:]  # of the year
    if first.year is None and last.year is not None:
        first = first._replace(year=last.year - turns)
    elif last.year is None and first.year is not None:
        last = last._replace(year=first.year + turns)
    elif first.year is None:
        return None if first.month == last.month and turns else (first, last)
    return (first, last) if first < last else None


class _Reader:
    """Puts together what stands together in one text."""

    def __init__(self, calendar: _Calendar, cased: str, clean: str) -> None:
        self.calendar = calendar
        self.cased, self.clean = cased, clean
        self.pieces = [
            piece
            for match in calendar.pattern.finditer(clean)
            if (piece := _Piece(str(match.lastgroup), match)).kind != "month"
            or not calendar.words.capital
            or cased[match.start("name")].isupper()
        ]

    def __iter__(self) -> Iterator[_Found]:
        i = 0
        while i < len(self.pieces):
            found, i = self._at(i)
            yield from (
                each for each in found if all(day.exists for day in (each.first, each.last) if day)
            )

    def _at(self, i: int) -> tuple[list[_Found], int]:
        """What begins with a piece, and the piece behind it."""
        piece = self.pieces[i]
        if piece.kind == "date":
            return self._numeric(piece.match), i + 1
        if piece.kind == "written":
            return self._written(piece.match), i + 1
        leads = piece.kind == "year" and self.calendar.words.year_first and self._leads(i)
        found, k = self._without_year(i + 1 if leads else i)
        year = piece if leads else None
        if found and not leads and self._kind(k) == "year" and self._joins(k - 1):
            year, k = self.pieces[k], k + 1
        if year and found:
            return self._with_year(found, year), k
        if piece.kind == "year":
            day = Day(int(piece.match[0][:4]))
            is_year = piece.match["said"] or day >= Day(_RECENT)
            return [self._alone(piece, day, piece.match["said"])] if is_year else [], i + 1
        is_part = piece.kind in ("quarter", "half")  # of a match, if no year is named
        return [] if is_part else found, max(k, i + 1)

    def _kind(self, i: int) -> str:
        return self.pieces[i].kind if i < len(self.pieces) else ""

    def _joins(self, i: int) -> bool:
        """Whether a piece and the next may be parts of one date."""
        if i + 1 >= len(self.pieces):
            return False
        gap = self.clean[self.pieces[i].end : self.pieces[i + 1].start]
        return self.calendar.between.fullmatch(gap) is not None

    def _leads(self, i: int) -> bool:
        """Whether a year stands right before the next piece."""
        following = self.pieces[i + 1].start if i + 1 < len(self.pieces) else -1
        return self.clean[self.pieces[i].end : following] in (" ", "-")

    def _without_year(self, i: int) -> tuple[list[_Found], int]:
        """The days, the month or the part of a year that these pieces name, and what follows."""
        kind = self._kind(i)
        if kind == "day" and self._kind(i + 1) == "month" and self._joins(i):
            days, month = self.pieces[i : i + 2]
            return self._days(days, month), i + 2
        if kind == "month" and self._kind(i + 1) == "day" and self._leads_to_day(i):
            month, days = self.pieces[i : i + 2]
            return self._days(days, month), i + 2
        if kind == "month":
            piece = self.pieces[i]
            day = Day(None, self.calendar.month(piece))
            behind = self.calendar.behind.match(self.clean, piece.match.end("name"))
            if behind and piece.match["name"] in self.calendar.seldom and behind[0][0] != " ":
                behind = None
            return [self._alone(piece, day, behind or self._is_plain(piece))], i + 1
        if kind in ("quarter", "half"):
            piece = self.pieces[i]
            first, last = (Day(None, month) for month in self.calendar.part(piece))
            return [_Found(piece.start, piece.end, first, last)], i + 1
        return [], i

    def _is_plain(self, month: _Piece) -> bool:
        """Whether it can be nothing else, as Spanish "mayo"; Mayo is a name as well."""
        name = month.match["name"]
        is_full = self.calendar.words.is_plain and name not in self.calendar.short
        return is_full and self.cased[month.match.start("name")].islower()

    def _leads_to_day(self, i: int) -> bool:
        """Whether the number behind a month is its day: "October 12", not "October 12 million"."""
        month, day = self.pieces[i : i + 2]
        gap = self.clean[month.match.end("name") : day.start]
        is_day = self.calendar.day_behind.fullmatch(gap) is not None
        return is_day and not self.calendar.amount.match(self.clean, day.end)

    def _alone(self, piece: _Piece, day: Day, behind: object) -> _Found:
        """A month or a year; it is one for certain if words before or behind it say so."""
        before = self.clean[max(piece.start - _BESIDE, 0) : piece.start]
        is_certain = bool(behind or self.calendar.before.search(before))
        return _Found(piece.start, piece.end, day, None, is_certain)

    def _days(self, days: _Piece, month: _Piece) -> list[_Found]:
        """Each of them, or the span from the first to the last."""
        start, end = min(days.start, month.start), max(days.end, month.end)
        numbers = list(self.calendar.one_day.finditer(days.match[0]))
        which = self.calendar.month(month)
        found = [Day(None, which, int(number["number"])) for number in numbers]
        is_certain = month.match["name"] not in self.calendar.no_month
        if len(found) == 2:
            gap = days.match[0][numbers[0].end() : numbers[1].start()]
            if self.calendar.makes_span(self.clean, start, gap):
                first, last = found
                return [_Found(start, end, first, last, is_certain)] if first < last else []
        places = [(days.start + number.start(), days.start + number.end()) for number in numbers]
        places[0] = start, places[0][1]
        places[-1] = places[-1][0], end
        return [
            _Found(*place, day, None, is_certain) for place, day in zip(places, found, strict=True)
        ]

    def _with_year(self, found: list[_Found], year: _Piece) -> list[_Found]:
        """The same of a year that is named before or behind them."""
        number = int(year.match[0][:4])
        with_year = []
        for each in found:
            last = each.last and each.last._replace(year=number)
            first = each.first._replace(year=number)
            with_year.append(each._replace(first=first, last=last, is_certain=True))
        with_year[0] = with_year[0]._replace(start=min(with_year[0].start, year.start))
        with_year[-1] = with_year[-1]._replace(end=max(with_year[-1].end, year.end))
        return with_year

    def _numeric(self, match: re.Match[str]) -> list[_Found]:
        """A date in digits, if it is known which of them are the day."""
        first, second, third = map(int, re.findall("[0-9]+", match[0]))
        if match["ymd"]:
            days = {Day(first, second, third)}
        else:
            days = {Day(third, second, first), Day(third, first, second)}
        days = {day for day in days if day.exists}
        if len(days) > 1 and self.calendar.words.day_before_month:
            days = {Day(third, second, first)}
        return [_Found(*match.span(), day) for day in days] if len(days) == 1 else []

    def _written(self, match: re.Match[str]) -> list[_Found]:
        """A date in a script without spaces, by the groups of its pattern."""
        told = {name: words for name, words in match.groupdict().items() if words}
        number = {name: _number(words) for name, words in told.items() if name in _NUMBERS}
        year = number.get("year", number.get("only_year"))
        if "era" in told:
            eras = self.calendar.words.eras
            if told["era"] not in eras:
                return []
            year = int(eras[told["era"]]) + number["of_era"]
        if part := number.get("quarter", number.get("half")):
            length = 3 if "quarter" in number else 6
            first, last = Day(year, (part - 1) * length + 1), Day(year, part * length)
            return [_Found(*match.span(), first, last)]
        first = Day(year, number.get("month"), number.get("day"))
        if "last_day" not in number and "last_month" not in number:
            return [_Found(*match.span(), first)]
        last = Day(year, number.get("last_month", first.month), number.get("last_day"))
        span = _spanned(first, last)
        return [_Found(*match.span(), *span)] if span else []


_NUMBERS = (
    "year",
    "only_year",
    "of_era",
    "month",
    "day",
    "last_month",
    "last_day",
    "quarter",
    "half",
)


def _number(written: str) -> int:
    """The number in digits or Han numerals; 元 and 上 are the first, 下 is the second."""
    if written in _WORDS:
        return _WORDS[written]
    number = read_number(written, "zh", False, False)
    return int(number.values[0]) if number else 0
