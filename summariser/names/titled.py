"""People named behind what they are, in a script without capitals: 董事长陆砚澄.

Only where one sees where the name ends: before a mark, or a word that is no part of it.
"""

from __future__ import annotations

import re
from functools import cache

from ..languages import LANGUAGES

_MARK = r"[\s、，。；：！？“”「」『』（）()《》]|$"


def find_titled(text: str, language: str) -> list[tuple[int, int]]:
    """Spans of the names, in code points and half-open.

    >>> text = "公司董事长陆砚澄说，县长未到。"
    >>> [text[start:end] for start, end in find_titled(text, "zh")]
    ['陆砚澄']
    """
    pattern = _titled(language)
    return [each.span("name") for each in pattern.finditer(text)] if pattern else []


def begins_with_surname(name: str, language: str) -> bool:
    """Whether a name begins as most do: of three other characters one may be none."""
    known = LANGUAGES.get(language)
    return "·" in name or bool(known and name[:1] in known.names.surname_characters)


@cache
def _titled(language: str) -> re.Pattern[str] | None:
    known = LANGUAGES.get(language)
    if known is None or not known.names.surname_characters:
        return None
    roles = "|".join(sorted(known.names.roles.split(), key=len, reverse=True))
    verbs = "|".join(known.text.verbs_of_speech.split())
    speech = known.speech
    behind = f"{known.names.behind_a_name} {speech.prepositions} {speech.no_subject}"
    others = "|".join(behind.split())
    begun = rf"(?!{verbs}|{others})"
    name = rf"[{known.names.surname_characters}]\w{{1,2}}|{begun}\w{{3}}|\w{{1,8}}(?:·\w{{1,5}}?)+"
    return re.compile(rf"(?:{roles})(?P<name>{name})(?={_MARK}|{verbs}|{others}|{speech.verbs})")
