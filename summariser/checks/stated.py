"""The dates that some sentences name, looked up by what they say; the article gives their years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ..figures import Dated, When, in_full
from .finding import Place

if TYPE_CHECKING:
    from .index import Index

A_DAY = When.of("--01-01").fineness


class Said(NamedTuple):
    """Where a date is said, and what there is to tell of it."""

    place: Place
    reason: str | None = None


class StatedDates:
    """The dates of some sentences of an article.

    A year that is not told is that of the publication, unless the sentence, or the one before it,
    tells of another.
    """

    def __init__(self, index: Index, sentences: Sequence[int]) -> None:
        self._index = index
        self._sentences = sentences
        self._said: dict[When, Said] = {}
        self._full: dict[When, When | None] = {}
        """By what is said without a year, what it is with that of the publication."""
        self._yearless: set[When] = set()
        self._dates: list[tuple[Dated, Place]] = []
        for number in sentences:
            context = _Context.of(index, number)
            for dated, place in index.dates(number):
                self._dates.append((dated, place))
                self._add(dated, place, context)

    def _add(self, dated: Dated, place: Place, context: _Context) -> None:
        has_year = dated.when.has_year
        for when, reason in _all_said(dated.when):
            self._said.setdefault(when, Said(place, reason))
            if not when.has_year and has_year:
                self._full[when] = None  # of that year, not of the publication's
            elif not has_year:
                self._yearless.add(when)
        full = None if has_year else context.in_full(dated)
        for when, reason in _all_said(full) if full else ():
            if when.has_year and when.fineness > 1:
                year = f"the text gives no year; {when.first.year} is that of the publication"
                self._said.setdefault(when, Said(place, f"{reason}; {year}" if reason else year))
                self._full.setdefault(when.without_year(), when)

    def __getitem__(self, when: When) -> Said | None:
        """Where it is said, if it is."""
        return self._said.get(when)

    def may_say(self, when: When) -> bool:
        """Whether it is said, or would be if the year that is not told were the right one."""
        return when in self._said or when.without_year() in self._yearless

    def completed(self, when: When) -> When | None:
        """The same with the year that the publication gives, if the sentences give no other."""
        if when in self._said:
            return self._full.get(when)
        published = self._index.article.published
        return in_full(when, published) if published and not self._tell_years else None

    @cached_property
    def _tell_years(self) -> bool:
        return any(dated.when.has_year for dated, _ in self._dates) or any(
            map(self._index.tells_other_year, self._sentences)
        )

    @cached_property
    def only(self) -> tuple[When, Place] | None:
        """The one date that they name, and where, if there is no other."""
        if not self._dates:
            return None
        dated, place = max(self._dates, key=lambda each: each[0].when.fineness)
        others = (other.when for other, _ in self._dates)
        return None if any(map(dated.when.is_apart, others)) else (dated.when, place)

    @cached_property
    def tell_otherwise(self) -> bool:
        """Whether a day is told by other means than its date: "on Tuesday"."""
        return any(map(self._index.tells_day_otherwise, self._sentences))


class _Context(NamedTuple):
    """What a sentence and the one before it tell of years, and when it was published."""

    published: date | None
    years: frozenset[int]

    @classmethod
    def of(cls, index: Index, number: int) -> _Context:
        """Of a sentence; nobody can tell its year where words tell another."""
        around = [each for each in (number - 1, number) if each in index.all_sentences]
        years = (dated.when.years for each in around for dated, _ in index.dates(each))
        is_other = bool(index.dates(number)) and any(map(index.tells_other_year, around))
        return cls(None if is_other else index.article.published, frozenset().union(*years))

    def in_full(self, dated: Dated) -> When | None:
        """The date with the year that the publication gives, if they tell no other."""
        if self.published is None:
            return None
        full = in_full(dated.when, self.published, is_past=dated.is_past, is_coming=dated.is_coming)
        return full if full and self.years <= full.years else None


def _all_said(when: When) -> Iterator[tuple[When, str | None]]:
    """All that a date says, with what there is to tell of it."""
    yield from ((each, None) for each in when.coarser())
    if when.last and when.fineness == A_DAY:
        first = When(when.first)
        yield first, f"the first day of {when}"
        if first.has_year:
            yield first.without_year(), f"the first day of {when}"
