"""From A to B: a change, which states two sums, or a span, which is a range.

It is a change unless something says otherwise: a form that only spans have («от … до», "von …
bis"), a word of span near it ("prices vary from"), or that no word says "from" at all.  Verbs of
change are not asked for, since no list of them is ever whole; but where a form is used for both
(«3 миллиардтан 5 миллиардқа дейін», から…まで), it takes one of them to make a change.
"""

from __future__ import annotations

import re
from functools import cache

from .characters import LETTER
from .listed import Listed, listed
from .partial import Sum
from .tokens import Tokens

_CLAUSE = 60  # characters before; a verb that follows stands nearer
_AFTER = 40
_CLAUSE_END = re.compile("[.;!?\n。！？；]")

# By how much something rises, or nothing but the verb.
_ADDED = rf"(?:[{LETTER}]+ ){{1,2}}(?:{{}}) $|[{LETTER}]+ $"


@cache
def _opened(language: str | None) -> re.Pattern[str]:
    """The nearest word for "from", with a few words up to the sum: «с прежних», "an initial"."""
    words = listed(language).words
    changing, spanning = (
        "|".join(word if word.endswith("'") else f"{word} " for word in sorted(each, reverse=True))
        for each in (
            words("from_") | words("from_old"),
            words("from_to") | words("between"),
        )
    )
    return re.compile(
        f"(?<![{LETTER}'])(?:(?P<changing>{changing})|{spanning})"
        f"(?:(?!{changing}|{spanning})[^ 0-9,;:()]+ ){{0,3}}$"
    )


def goal_after(tokens: Tokens, made: Sum) -> int | None:
    """The token after a word that only leads to where a change ends; None: there is none."""
    goal = tokens.listed.pattern("goal").match(tokens.clean, tokens[made.next - 1].end)
    if goal is None:
        return None
    following = range(made.next, min(made.next + 4, len(tokens)))
    return next((i for i in following if tokens[i].start >= goal.end()), None)


def is_change(tokens: Tokens, kind: str, low: Sum, high: Sum, *, until: bool) -> bool:
    """Whether two sums that a connector joins are where a change begins and where it ends.

    Args:
        tokens: of the whole text.
        kind: of the connector: ``mid`` ("to"), ``goal`` (see `goal_after`), or ``until``, where
            the first sum stands in the ablative.
        low: the sum before the connector.
        high: the sum behind it, which may be the smaller one.
        until: whether "until" stands behind that.
    """
    pattern, words = tokens.listed.pattern, tokens.listed.words
    tells_change = tokens.listed.tells_change
    clean, last = tokens.clean, tokens[high.last]
    before = _CLAUSE_END.split(
        clean[max(tokens[low.first].start - _CLAUSE, 0) : tokens[low.first].start]
    )[-1]
    after = _CLAUSE_END.split(clean[last.end : last.end + _AFTER])[0]
    link = clean[tokens[low.next - 1].end : tokens[high.first].start].strip()
    if kind == "until" and not until:
        named = high.codes or high.percent
        return bool(
            named and pattern("goal_endings", "(?:{})$").search(clean[last.start : last.end])
        )
    if pattern("range_words").search(before) or pattern("range_words").search(after):
        return False
    if kind == "until":
        return tells_change(after)
    if link.startswith(tuple(words("from_behind"))):
        return bool(pattern("goal_behind").match(after)) or tells_change(after)
    if "\u4e00" <= link[:1] <= "\u9fff":
        return bool(pattern("from_before", "(?:{})$").search(before)) or (
            kind == "mid" and _adds(tokens.listed, before, low)
        )
    if kind == "goal":
        return True
    if link.startswith(tuple(words("range_mid"))):
        return False
    opened = _opened(tokens.language).search(before)
    if opened is None:
        return _adds(tokens.listed, before, low)
    if not opened["changing"]:
        return False
    if not (high.codes or high.percent or high.scale > 1):  # "pages from 3 to 5"
        return opened["changing"].strip() in words("from_old") or tells_change(before + after)
    head = before[: opened.start()]
    if opened["changing"].strip() not in words("from_old") and not (head + after).strip():
        return False  # nothing else is said
    if noun := pattern("amount_of", "(?:{}) $").search(head):
        return tells_change(head[: noun.start()])
    return not pattern("priced", "(?:{}) $").search(head)


def _adds(listed: Listed, before: str, low: Sum) -> bool:
    """«Вырос на 3 млрд долларов до 5»: by how much, then to how much; each with its currency."""
    if not low.codes:
        return False
    added = listed.pattern("by", _ADDED).search(before)
    # Where words are not set apart, the verb stands right before the sum.
    return bool(
        (added and listed.tells_change(added[0]))
        or listed.pattern("changes", "(?:{})$").search(before)
    )
