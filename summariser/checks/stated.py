"""The dates that some sentences name, looked up by what they say; the article gives their years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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

    def __init__(self, index: Index, sentences: Iterable[int]) -> None:
        self._index = index
        self._sentences = sentences
        self._said: dict[When, Said] = {}
        self._full: dict[When, When | None] = {}
        """By what is said without a year, what it is with that of the publication."""
        self._yearless: set[When] = set()
        self._dates: list[tuple[Dated, Place]] = []
        for number in sentences:
            for dated, place in index.dates(number):
                self._dates.append((dated, place))
                self._add(dated, place, number)

    def _add(self, dated: Dated, place: Place, number: int) -> None:
        has_year = dated.when.has_year
        for when, reason in _all_said(dated.when):
            self._said.setdefault(when, Said(place, reason))
            if not when.has_year and has_year:
                self._full[when] = None  # of that year, not of the publication's
            elif not has_year:
                self._yearless.add(when)
        full = None if has_year else self._in_full(dated, number)
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
        tells_years = any(dated.when.has_year for dated, _ in self._dates) or any(
            map(self._index.tells_other_year, self._sentences)
        )
        return in_full(when, published) if published and not tells_years else None

    @cached_property
    def only(self) -> tuple[When, Place] | None:
        """The one date that they name, and where, if there is no other."""
        if not self._dates:
            return None
        dated, place = max(self._dates, key=lambda each: each[0].when.fineness)
        others = (other.when for other, _ in self._dates)
        return None if any(map(dated.when.is_apart, others)) else (dated.when, place)

    @property
    def tell_otherwise(self) -> bool:
        """Whether a day is told by other means than its date: "on Tuesday"."""
        return any(map(self._index.tells_day_otherwise, self._sentences))

    def _in_full(self, dated: Dated, number: int) -> When | None:
        """With the year that the publication gives."""
        index = self._index
        around = [each for each in (number - 1, number) if each in index.all_sentences]
        if index.article.published is None or any(map(index.tells_other_year, around)):
            return None
        full = in_full(
            dated.when,
            index.article.published,
            is_past=dated.is_past,
            is_coming=dated.is_coming,
        )
        told = {
            year for each in around for other, _ in index.dates(each) for year in other.when.years
        }
        return full if full and told <= full.years else None


def _all_said(when: When) -> Iterator[tuple[When, str | None]]:
    """All that a date says, with what there is to tell of it."""
    yield from ((each, None) for each in when.coarser())
    if when.last and when.fineness == A_DAY:
        first = When(when.first)
        yield first, f"the first day of {when}"
        if first.has_year:
            yield first.without_year(), f"the first day of {when}"
