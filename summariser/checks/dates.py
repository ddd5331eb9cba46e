"""Whether the cited sentences name a date; its year may be that of the article's publication.

A date is compared with those that `figures.dates` reads, in whatever form.  It is contradicted only
where the cited sentences name one other date, as fine as it or finer, and tell no day by other
means: "on Tuesday" may be the day in question.  What the sentences leave open has no verdict.
"""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from ..figures import Dated, When, in_full
from ..schema import Verdict
from .finding import Finding, Place, quoted
from .scope import Scope

if TYPE_CHECKING:
    from .told import Claim

_A_DAY = When.of("--01-01").fineness
_ABOUT_TODAY = [timedelta(days) for days in (-1, 0, 1)]


def check_date(scope: Scope, claim: Claim) -> Finding | None:
    """What the cited sentences say of a date; the year that only the publication gives is added."""
    dates, when = DatesOf(scope), When.of(claim.value)
    if claim.part is scope.item and not when.has_year and (full := dates.completed(when)):
        note = f"{claim.path}: “{when}” read as {full}, by the date of publication"
        scope.item.notes = [*scope.item.notes, note]
        setattr(scope.item, claim.path, str(full))
        when = full
    if said := dates.saying(when):
        reason, place = said
        verdict: Verdict = "exact" if scope.index.text(place) == str(when) else "computed"
        return Finding("date", claim.path, verdict, reason, place)
    place_of_other = dates.only_other(when)
    if place_of_other is None:
        return None
    words = quoted(scope.index.text(place_of_other))
    reason = f"the cited sentences name another date: {words}"
    return Finding("date", claim.path, "contradicted", reason, place_of_other, asks=True)


class DatesOf:
    """The dates that the cited sentences name, and what tells of which year they are."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._published = scope.index.article.published
        self._dates = scope.index.dates(scope.cited)

    def saying(self, when: When) -> tuple[str | None, Place] | None:
        """Where they say so, with a reason to add; None if they do not."""
        for dated, place in self._dates:
            reason = self._says(dated, when)
            if reason is not None:
                return reason or None, place
        return None

    def completed(self, when: When) -> When | None:
        """The same with the year that the publication gives, if the sentences give no other."""
        said = [dated for dated, _ in self._dates if dated.when.tells(when)]
        if any(dated.when.has_year for dated in said):
            return None
        return self._in_full(said[0] if said else Dated(0, 0, when), when)

    def only_other(self, when: When) -> Place | None:
        """Where the one date stands that they name, if it can be none but another."""
        if not self._dates:
            return None
        finest, place = max(self._dates, key=lambda each: each[0].when.fineness)
        is_one = not any(dated.when.is_apart(finest.when) for dated, _ in self._dates)
        is_another = finest.when.fineness >= when.fineness and finest.when.is_apart(when)
        return place if is_one and is_another and not self._may_be_told_otherwise(when) else None

    def _says(self, dated: Dated, when: When) -> str | None:
        if dated.when.tells(when):
            return ""
        first = When(dated.when.first)
        if dated.when.last and first.fineness == when.fineness == _A_DAY and first.tells(when):
            return f"the first day of {dated.when}"
        if dated.when.has_year or not when.has_year:
            return None
        full = self._in_full(dated, dated.when)
        if full is None or (reason := self._says(Dated(0, 0, full), when)) is None:
            return None
        year = f"the text gives no year; {when.first.year} is that of the publication"
        return f"{reason}; {year}" if reason else year

    def _in_full(self, dated: Dated, when: When) -> When | None:
        if self._published is None or self._tells_other_year:
            return None
        full = in_full(when, self._published, is_past=dated.is_past, is_coming=dated.is_coming)
        return full if full and self._years <= _years_of(full) else None

    @cached_property
    def _years(self) -> set[int]:
        return {year for dated, _ in self._dates for year in _years_of(dated.when)}

    @cached_property
    def _tells_other_year(self) -> bool:
        return any(map(self._scope.index.tells_other_year, self._scope.cited))

    def _may_be_told_otherwise(self, when: When) -> bool:
        """Whether it may be told by a weekday, by the day of publication, in another sentence."""
        index = self._scope.index
        if any(map(index.tells_day_otherwise, self._scope.cited)):
            return True
        near = [self._published + step for step in _ABOUT_TODAY] if self._published else []
        elsewhere = (dated.when for dated, _ in index.dates(index.all_sentences))
        return any(
            each.fineness >= when.fineness and not each.is_apart(when)
            for each in (*map(When.on, near), *elsewhere)
        )


def _years_of(when: When) -> set[int]:
    return {day.year for day in when if day and day.year is not None}
