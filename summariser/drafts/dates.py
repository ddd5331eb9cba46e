"""Dates of a draft, looked for among the dates of its sources.

A year that only the day of publication gives counts.  A weekday is compared with those of the
sentences that tell of the same, where these name any; "yesterday" is no date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from ..checks import Index
from ..figures import Dated, When, find_days_alone, find_weekdays
from ..languages import LANGUAGES
from ..schema import DraftClaim, Verdict
from ..text import primary
from .held import Held
from .places import Place, meets
from .sources import ELSEWHERE, ENOUGH, SAME, Alike, At

_A_DAY, _LEAP_YEAR = 3, 2000
Find = Callable[[str, str], list[tuple[int, Place]]]


def check_dates(held: Held, number: int, within: list[Place]) -> Iterator[DraftClaim]:
    """What the sources say of each date of a sentence, but for those within these places."""
    for dated, place in held.draft.dates(number):
        if not any(meets(place, each) for each in within):
            yield _check(held, number, dated, place)
    for find in (find_weekdays, find_days_alone):
        yield from _check_days(held, number, within, find)


def _check_days(held: Held, number: int, within: list[Place], find: Find) -> Iterator[DraftClaim]:
    """Days without a month, or of the week, where a sentence that tells of the same has others."""
    start = held.draft.region(number)[0]
    for day, (first, last) in find(held.draft.unwrapped(number), held.language):
        place = start + first, start + last
        alike = held.alike(number, place)
        if alike.best < ENOUGH or any(meets(place, each) for each in within):
            continue
        near = [at for at in alike.near(SAME) if held.reads_alike[at.source]]
        told = [(at.source, each) for at in near for each in _days(held, at, find)]
        others = [(source, there) for source, (other, there) in told if other != day]
        if others and len(others) == len(told) and not _is_said(held, day, find):
            reason = f"{held.words(*others[0])} stands where this is told"
            yield held.claim("date", number, place, "unchecked", reason, others[0])


def _is_said(held: Held, day: int, find: Find) -> bool:
    """Whether a source has this day anywhere, perhaps for what is told here."""
    return any(
        found == day
        for source, index in enumerate(held.sources.indexes)
        for number in index.all_sentences
        for found, _ in _days(held, At(source, number), find)
    )


def _days(held: Held, at: At, find: Find) -> Iterator[tuple[int, Place]]:
    index = held.sources.indexes[at.source]
    start = index.region(at.number)[0]
    for day, (first, last) in find(index.unwrapped(at.number), index.language):
        yield day, (start + first, start + last)


def _check(held: Held, number: int, dated: Dated, place: Place) -> DraftClaim:
    when, alike = dated.when, held.alike(number, place)
    said = [*_said(held, when)]
    if said:
        at, there, reason = max(said, key=lambda each: alike[each[0]])
        rival = _beside(held, number, place, at, there) or _elsewhere(held, when, alike)
        found = at.source, there
        if rival:
            reason = f"stands elsewhere; where this is told stands {held.words(*rival)}"
            return held.claim("date", number, place, "elsewhere", reason, found)
        literal = held.words_at(found) == held.draft.text(place)
        verdict: Verdict = "exact" if literal else "computed"
        return held.claim("date", number, place, verdict, reason, found)
    for source, index in enumerate(held.sources.indexes):
        published = index.article.published
        if published and not when.is_apart(When.on(published)):
            reason = f"{held.name(source)} was published on that day"
            return held.claim("date", number, place, "computed", reason)
    yearless = when.without_year() if when.fineness > 1 else when
    told = next(_said(held, yearless), None) if when.has_year else None
    if told:
        at, there, _ = told
        return _of_what_year(held, number, place, when, (at.source, there))
    coarser = _coarser(held, when)
    if coarser:
        reason = f"{held.words(*coarser)} is all that is told of it"
        return held.claim("date", number, place, "unchecked", reason, coarser)
    eve = _on_the_eve(held, when, alike)
    if eve:
        reason = f"the day before {held.words(*eve)}"
        return held.claim("date", number, place, "computed", reason, eve)
    rival = _rival(held, when, alike)
    if rival:
        reason = f"{held.words(*rival)} stands where this is told"
        return held.claim("date", number, place, "contradicted", reason, rival)
    written = held.sources.first(held.draft.text(place))  # "(May: 64%)", where none told it a date
    if written:
        return held.claim("date", number, place, "exact", None, written)
    return held.claim("date", number, place, "absent", held.nowhere)


def _said(held: Held, when: When) -> Iterator[tuple[At, Place, str | None]]:
    """Wherever the sources say it, with what there is to tell of it."""
    for source, index in enumerate(held.sources.indexes):
        if index.stated_dates(index.all_sentences)[when] is None:
            continue
        for number in index.all_sentences:
            said = index.stated_dates((number,))[when] if index.dates(number) else None
            if said:
                yield At(source, number), said.place, said.reason


def _of_what_year(
    held: Held, number: int, place: Place, when: When, told: tuple[int, Place]
) -> DraftClaim:
    """A day of which the source does not tell this year."""
    index = held.sources.indexes[told[0]]
    published = index.article.published
    if published and published.year in when.years:
        return held.claim("date", number, place, "computed", None, told)
    if not _years(index):
        reason = f"{held.words(*told)} gives no year"
        return held.claim("date", number, place, "unchecked", reason, told)
    reason = f"{held.words(*told)} is of another year"
    return held.claim("date", number, place, "contradicted", reason, told)


def _beside(held: Held, number: int, place: Place, at: At, said: Place) -> tuple[int, Place] | None:
    """Another date of the same sentence, in the clause that tells of this."""
    if not held.reads_alike[at.source]:
        return None
    dates = held.sources.indexes[at.source].dates(at.number)
    others = [other for _, other in dates if other != said]
    found = held.sources.told_beside(held.draft, number, place, at, said, others)
    return (at.source, found) if found else None


def _elsewhere(held: Held, when: When, alike: Alike) -> tuple[int, Place] | None:
    """Another date where this is told, if no sentence that tells anything like it has this one."""
    if alike.best < ENOUGH or when.fineness < _A_DAY:
        return None
    dates = ((at, held.sources.indexes[at.source].dates(at.number)) for at in alike.ranked)
    saying = (at for at, found in dates if any(not each.when.is_apart(when) for each, _ in found))
    likeness = max(map(alike.around, saying), default=0.0)
    return _rival(held, when, alike) if likeness < ELSEWHERE * alike.best else None


def _on_the_eve(held: Held, when: When, alike: Alike) -> tuple[int, Place] | None:
    """The day behind this one, where a source tells the same of "the day before"."""
    year, month, day = when.first
    if when.last or not (month and day):
        return None
    following = When.on(date(year or _LEAP_YEAR, month, day) + timedelta(days=1))
    following = following if year else following.without_year()
    for at in alike.near(SAME):
        index = held.sources.indexes[at.source]
        said = _says_eve(primary(index.language))
        if not said or not said.search(index.unwrapped(at.number).lower()):
            continue
        for number in {at.number - 1, at.number, at.number + 1} & {*index.all_sentences}:
            for dated, there in index.dates(number):
                if dated.when.fineness == _A_DAY and not dated.when.is_apart(following):
                    return at.source, there
    return None


@cache
def _says_eve(language: str) -> re.Pattern[str] | None:
    known = LANGUAGES.get(language)
    return re.compile(known.dates.eve) if known and known.dates.eve else None


def _coarser(held: Held, when: When) -> tuple[int, Place] | None:
    """The month of a day, where the sources name it and none of its days."""
    if when.fineness < _A_DAY or when.last:
        return None
    month = When(when.first._replace(year=None, day=None))
    found: tuple[int, Place] | None = None
    for source, index in enumerate(held.sources.indexes):
        for number in index.all_sentences:
            for dated, place in index.dates(number):
                if dated.when.fineness > 1 and not dated.when.is_apart(month):
                    if dated.when.fineness == _A_DAY:
                        return None
                    found = found or (source, place)
    return found


def _years(index: Index) -> frozenset[int]:
    return frozenset(
        year
        for number in index.all_sentences
        for dated, _ in index.dates(number)
        for year in dated.when.years
    )


def _rival(held: Held, when: When, alike: Alike) -> tuple[int, Place] | None:
    """Another date as fine in a sentence that tells of the same."""
    if alike.best < ENOUGH:
        return None
    for at in alike.near(SAME):
        place = _other(held, when, at)
        if place:
            return at.source, place
    return None


def _other(held: Held, when: When, at: At) -> Place | None:
    dates = held.sources.indexes[at.source].dates(at.number)
    if any(not each.when.is_apart(when) for each, _ in dates):
        return None
    return next((place for each, place in dates if each.when.fineness >= when.fineness), None)
