"""Whether the cited sentences name a date; its year may be that of the article's publication.

A date is compared with those that `figures.dates` reads, in whatever form.  It is contradicted only
where the cited sentences name one other date, as fine as it or finer, and tell no day by other
means: "on Tuesday" may be the day in question.  What the sentences leave open has no verdict.
"""

from __future__ import annotations

import re
from datetime import date

from ..figures import When
from ..schema import Verdict
from .finding import Claim, Finding, quoted
from .scope import Scope

_ABOUT_TODAY = (-1, 0, 1)  # days
_ISO = re.compile(r"[0-9-]{4,10}(?:/[0-9-]{4,10})?")


def check_date(scope: Scope, claim: Claim) -> Finding | None:
    """What the cited sentences say of a date; the year that only the publication gives is added."""
    if not _ISO.fullmatch(claim.value):
        return None  # a topic of one's own may hold what it likes
    when, stated = When.of(claim.value), scope.index.stated_dates(scope.cited)
    item = scope.item
    is_own = item is not None and claim.path in type(item).visible_fields()
    if item and is_own and not when.has_year and (full := stated.completed(when)):
        note = f"{claim.path}: “{when}” read as {full}, by the date of publication"
        item.notes = [*item.notes, note]
        setattr(item, claim.path, str(full))
        when = full
    if said := stated[when]:
        literal = scope.index.text(said.place) == str(when)
        verdict: Verdict = "exact" if literal else "computed"
        return Finding("date", claim.path, verdict, said.reason, said.place)
    if stated.only is None or may_be_told_otherwise(scope, when):
        return None
    only, place = stated.only
    if only.fineness < when.fineness or not only.is_apart(when):
        return None
    words = quoted(scope.index.text(place))
    reason = f"the cited sentences name another date: {words}"
    return Finding("date", claim.path, "contradicted", reason, place, asks=True)


def may_be_told_otherwise(scope: Scope, when: When) -> bool:
    """Whether it may be told by a weekday, by the day of publication or in another sentence."""
    published = scope.index.article.published
    days = [published.toordinal() + step for step in _ABOUT_TODAY] if published else []
    today = [When.on(date.fromordinal(day)) for day in days if 0 < day <= date.max.toordinal()]
    if any(not each.is_apart(when) for each in today):
        return True
    everywhere = scope.index.stated_dates(scope.index.all_sentences)
    return everywhere.may_say(when) or scope.index.stated_dates(scope.cited).tell_otherwise
