"""Periods: is a sum paid by the year, by the month, by the unit, or in all?"""

from __future__ import annotations

import re

from .characters import FIRST_HAN, LETTER
from .partial import YEAR, Sum
from .tokens import Tokens

_PAUSE = re.compile(r"[.,;:!?()\[\]«»\"\n。，；、！？（）]")
_LED = ("year", "month", "other")
_STOPS = ("number", "numeral", "scale", "and", "currency")
_SLASH = re.compile(rf"\.?/ ?([{LETTER}]+|[\u4e00-\u9fff]{{1,2}})")
_FAR = 25  # characters to a word that may belong to something else
_CLAUSE = 120  # characters to one that goes for the whole clause
_WORDS = 12
_HEDGES = 2


def period(tokens: Tokens, made: Sum, first: int, used: int) -> tuple[str, int]:
    """The period or unit, "total" if none is said, and the token past the words that say it.

    Args:
        tokens: of the whole text.
        made: the sum, or the range.
        first: the first token of the hedges before it.
        used: the last token that says something about an earlier sum.
    """
    end = tokens[made.next - 1].end
    slash = _SLASH.match(tokens.clean, end)
    if slash and not _is_sum(tokens, made.next, slash.start(1)):
        units, said = tokens.listed.by_word("per_slash"), slash[1]
        if said not in units and said > FIRST_HAN:
            said = said[0]
        return units.get(said, "unit"), made.next
    if tokens.listed.pattern("for_units").match(tokens.clean, end):
        return "unit", made.next
    for i in range(made.next, min(made.next + 3, len(tokens))):
        means = tokens[i].means
        if not means.keys().isdisjoint(_STOPS):
            break
        if tokens.gap(i).count(" ") > 3 or _pauses(tokens, i):
            break
        for kind in ("per_after", "per_beside", "per_clause"):
            if kind in means and not _counts(tokens, i + 1) and not _is_agent(tokens, i):
                return means[kind] or "total", i + 1
    return _before(tokens, made, first, used), made.next


def _before(tokens: Tokens, made: Sum, first: int, used: int) -> str:
    start, beside = tokens[made.first].start, True
    last = max(first - 1 - _WORDS, used)
    if not tokens.says_period(last + 1, first):
        return "total"
    for i in range(first - 1, last, -1):
        gap, means = tokens.gap(i + 1), tokens[i].means
        if _pauses(tokens, i + 1) or start - tokens[i].end > _CLAUSE:
            break
        beside = beside and i > first - 3 and gap.count(" ") <= 3 and len(gap) <= _FAR
        said = means.get("per_clause") or (means.get("per_beside") if beside else None)
        if i == first - 1 and gap == " " and means.get("per_after") in _LED:  # "pro Monat 21 Euro"
            said = means["per_after"]
        if said:
            return str(said)
    return "total"


def _pauses(tokens: Tokens, i: int) -> bool:
    """Whether a pause stands before token i; the full stop of «руб. в год» is none."""
    gap = tokens.gap(i)
    return bool(_PAUSE.search(gap)) and not (gap in (".", ". ") and tokens.near(i))


def _counts(tokens: Tokens, i: int) -> bool:
    """Whether a number follows, so that this goes with that: "im Jahr 2027", "jährlich rund 5"."""
    if tokens.has(i, "number"):
        return True
    for _ in range(_HEDGES):
        i += tokens.has(i, "before")
    return tokens.has(i, "number") and not YEAR.fullmatch(tokens[i].text)


def _is_agent(tokens: Tokens, i: int) -> bool:
    """Whether it is "par Alstom", by somebody, and not "par rame"."""
    token = tokens[i]
    return tokens.clean[token.start : token.end] in tokens.listed.words(
        "agents"
    ) and tokens.is_capital(token.end + 1)


def _is_sum(tokens: Tokens, i: int, start: int) -> bool:
    return i < len(tokens) and tokens[i].start == start and "currency" in tokens[i].means
