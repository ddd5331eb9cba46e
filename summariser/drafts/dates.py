"""Dates of a draft, looked for among the dates of its sources.

A year that only the day of publication gives counts.  A weekday is no date, nor is "yesterday".
"""

from __future__ import annotations

from collections.abc import Iterator

from ..checks import Index
from ..figures import Dated, When
from ..schema import DraftClaim, Verdict
from .held import Held
from .sources import Alike, At, Place

_SAME = 0.6
_ENOUGH = 0.5
_ELSEWHERE = 0.35
_A_DAY = 3


def check_dates(held: Held, number: int, within: list[Place]) -> Iterator[DraftClaim]:
    """What the sources say of each date of a sentence, but for those within these places."""
    for dated, place in held.draft.dates(number):
        if not any(place[0] < end and start < place[1] for start, end in within):
            yield _check(held, number, dated, place)


def _check(held: Held, number: int, dated: Dated, place: Place) -> DraftClaim:
    when, alike = dated.when, held.alike(number, place)
    without = when.without_year() if when.fineness > 1 else when
    told: tuple[int, Place] | None = None
    for source, index in enumerate(held.sources.indexes):
        stated = index.stated_dates(index.all_sentences)
        said = stated[when]
        if said:
            rival = _elsewhere(held, when, alike) or _beside(
                held, number, place, source, said.place
            )
            if rival:
                reason = f"stands elsewhere; where this is told stands {held.words(*rival)}"
                place_there = (source, said.place)
                return held.claim("date", number, place, "elsewhere", reason, place_there)
            literal = index.text(said.place) == held.draft.text(place)
            verdict: Verdict = "exact" if literal else "computed"
            return held.claim("date", number, place, verdict, said.reason, (source, said.place))
        yearless = stated[without]
        published = index.article.published
        if yearless and not told:
            told = source, yearless.place
            if published and when.has_year and published.year in when.years:
                return held.claim("date", number, place, "computed", None, told)
        if published and not when.is_apart(When.on(published)) and when.fineness <= 3:
            return held.claim(
                "date", number, place, "computed", f"{held.name(source)} was published on that day"
            )
    if told and when.has_year:
        years = held.sources.indexes[told[0]]
        named = _years(years)
        if not named:
            reason = f"{held.words(*told)} gives no year"
            return held.claim("date", number, place, "unchecked", reason, told)
        reason = f"{held.words(*told)} is of another year"
        return held.claim("date", number, place, "contradicted", reason, told)
    coarser = _coarser(held, when)
    if coarser:
        reason = f"{held.words(*coarser)} is all that is told of it"
        return held.claim("date", number, place, "unchecked", reason, coarser)
    rival = _rival(held, when, alike)
    if rival:
        reason = f"{held.words(*rival)} stands where this is told"
        return held.claim("date", number, place, "contradicted", reason, rival)
    return held.claim("date", number, place, "absent", held.nowhere)


def _beside(
    held: Held, number: int, place: Place, source: int, said: Place
) -> tuple[int, Place] | None:
    """Another date of the same sentence, in the clause that tells of this."""
    if not held.reads_alike[source]:
        return None
    index = held.sources.indexes[source]
    at = At(source, index.sentences_in(*said)[0])
    others = [other for _, other in index.dates(at.number) if other != said]
    found = held.sources.told_beside(held.draft, number, place, at, said, others)
    return (source, found) if found else None


def _elsewhere(held: Held, when: When, alike: Alike) -> tuple[int, Place] | None:
    """Another date where this is told, if no sentence that tells anything like it has this one."""
    if alike.best < _ENOUGH or when.fineness < _A_DAY:
        return None
    saying = [
        at
        for at in alike.ranked
        if any(
            not each.when.is_apart(when)
            for each, _ in held.sources.indexes[at.source].dates(at.number)
        )
    ]
    likeness = max(map(alike.around, saying), default=0.0)
    return _rival(held, when, alike) if likeness < _ELSEWHERE * alike.best else None


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
    if alike.best < _ENOUGH:
        return None
    for at in alike.near(_SAME):
        place = _other(held, when, at)
        if place:
            return at.source, place
    return None


def _other(held: Held, when: When, at: At) -> Place | None:
    dates = held.sources.indexes[at.source].dates(at.number)
    if any(not each.when.is_apart(when) for each, _ in dates):
        return None
    return next((place for each, place in dates if each.when.fineness >= when.fineness), None)
