"""Days of the week in a text, by CLDR's names of them, in whatever case.

For drafts; a weekday alone is no date.
"""

from __future__ import annotations

import re
from functools import cache

from ..languages import LANGUAGES
from ..text import SPACELESS, primary
from .characters import LETTER, fold

Place = tuple[int, int]

_SHORT_ENDING, _ENDING = 1, 4  # letters


def find_weekdays(text: str, language: str) -> list[tuple[int, Place]]:
    """The days of the week in a text, Monday being 0, each with its place.

    >>> [day for day, _ in find_weekdays("They met on Tuesday and on Friday.", "en")]
    [1, 4]
    >>> [day for day, _ in find_weekdays("Встретились во вторник, уехали в пятницу.", "ru")]
    [1, 4]
    """
    pattern = _pattern(primary(language))
    if pattern is None:
        return []
    return [
        (int((each.lastgroup or "d0")[1:]), each.span())
        for each in pattern.finditer(fold(text).lower())
    ]


@cache
def _pattern(code: str) -> re.Pattern[str] | None:
    from babel import Locale

    known = LANGUAGES.get(code)
    if known is None:
        return None
    days = Locale.parse(code).days["format"]
    left_out = {fold(each).lower() for each in known.dates.no_weekday.split("|")}
    names = {day: fold(name).lower() for day, name in days["wide"].items()}
    if SPACELESS.match(names[0]):
        short = {day: name for day, name in days["abbreviated"].items() if len(name) > 1}
        forms = {day: "|".join({name, short.get(day, name)}) for day, name in names.items()}
        return re.compile("|".join(f"(?P<d{day}>{form})" for day, form in forms.items()))
    inflects = known.dates.weekday_endings
    ending = f"[{LETTER}']{{0,{_ENDING if inflects else _SHORT_ENDING}}}"
    stems = {
        day: re.escape(name[:-1] if inflects and len(name) > _ENDING else name)
        for day, name in names.items()
        if name not in left_out
    }
    longest_first = sorted(stems.items(), key=lambda each: -len(each[1]))
    proclitics = "|".join(known.text.proclitics.split())
    before = f"(?<![{LETTER}])(?:{proclitics})?"
    words = "|".join(f"(?P<d{day}>{stem})" for day, stem in longest_first)
    return re.compile(f"{before}(?:{words}){ending}(?![{LETTER}])")
