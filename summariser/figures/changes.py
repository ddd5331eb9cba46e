"""From A to B: a change, which states two sums, or a span, which is a range.

It is a change unless something says otherwise: a form that only spans have («от … до», "von … bis",
から…まで), a word of span near it ("prices vary from"), or that no word says "from" at all.
Verbs of change are not asked for, since no list of them is ever whole; but where the form is used
for both («3 миллиардтан 5 миллиардқа дейін»), it takes one of them to make a change.
"""

from __future__ import annotations

import re

from .characters import LETTER
from .hedges import tells_change
from .partial import Sum
from .tokens import Tokens

_CLAUSE = 60  # characters before; a verb that follows stands nearer
_AFTER = 40
_CLAUSE_END = re.compile("[.;!?\n。！？；]")

_CHANGING = "со |с |from |de |d'|von |من "
_SPANNING = "от |между |between |zwischen |entre |بين "
# The nearest of them counts, with a few words up to the number: «с прежних», "from an initial".
_OPENED = re.compile(
    f"(?<![{LETTER}'])(?:(?P<changing>{_CHANGING})|{_SPANNING})"
    f"(?:(?!{_CHANGING}|{_SPANNING})[^ 0-9,;:()]+ ){{0,3}}$"
)
_OPENED_HAN = re.compile("[从從由自][^，。；、,]{0,6}$")
# "Auf", and Chinese verbs of arriving, lead to where a change ends and to nothing else.
_GOAL = re.compile(r"\.? (?:bis )?auf |[\u4e00-\u9fff]{0,3}[至到为為成]了?")
_DATIVE = re.compile("(?:ға|ге|қа|ке|на|не|га|ga|ka|(?<!lir)(?<!man)a|e)$")
_GOAL_AFTER = re.compile("[近程度前後超余弱強規模台く]{0,3}(?:に(?!上る|のぼる|上り)|へ)")
_UNTIL_AFTER = re.compile("まで")

_SPANS = re.compile(
    "варьир|колебл|колеба|диапазон|разброс|интервал|вилк|в зависимости|в пределах"
    "|аралығ|арасында|ауытқ|oralig|o'rtasida|tebran|değiş|aralığ"
    "|(?<![a-z])(?:rang(?:e[sd]?|ing)|var(?:y|ies|ied|ying)|spans?|spanning)(?![a-z])|anywhere"
    "|fluctuat|oscillat|depending|differ"
    "|(?<![a-z])(?:varie|vari[ae]|vont|allant|va) |fourchette|compris|selon |oscill|échelonn"
    "|不等|之间|之間|浮动|浮動|区间|區間|范围|範圍"
    "|تتراوح|يتراوح|تختلف|يختلف|تتفاوت|يتفاوت|نطاق|تتارجح|يتارجح"
)
# What costs, or is offered, "from A to B" does not change.
_PRICED = re.compile(
    "(?<![a-z])(?:costs?|costing|priced?|prices|worth|valued|sells?|of|at)(?: at)? $"
    "|(?:coût|demand|exig|réclam|débours|dépens|paye|investi|verse|prête|mobilis)[a-zéèê]* $"
)
# In French a noun with its article takes "de" for how much it is, "une enveloppe de 3 à 5".
_NOUN = re.compile(
    "(?<![a-zà-ÿ])(?:(?:une?|des|du|les?|la|cette|cet?|ces|son|sa|ses|leurs?|quelques|plusieurs) "
    "|[ld]')[a-zà-ÿ'-]+ (?:supplémentaire )?$"
)
_ADDED = re.compile(
    rf"(?:[{LETTER}]+ ){{1,2}}(?:by|на|um|de|بمقدار|بنسبه) $|[{LETTER}]+ $|[增减減][加少长]$"
)


def goal_after(tokens: Tokens, made: Sum) -> int | None:
    """The token after a word that only leads to where a change ends; None: there is none."""
    goal = _GOAL.match(tokens.clean, tokens[made.next - 1].end)
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
    clean, last = tokens.clean, tokens[high.last]
    before = _CLAUSE_END.split(
        clean[max(tokens[low.first].start - _CLAUSE, 0) : tokens[low.first].start]
    )[-1]
    after = _CLAUSE_END.split(clean[last.end : last.end + _AFTER])[0]
    link = clean[tokens[low.next - 1].end : tokens[high.first].start].strip()
    if kind == "until" and not until:
        named = high.codes or high.percent
        return bool(named and _DATIVE.search(clean[last.start : last.end]))
    if _SPANS.search(before) or _SPANS.search(after):
        return False
    if kind == "until":
        return tells_change(after)
    if link.startswith("から"):
        return bool(_GOAL_AFTER.match(after)) or (
            bool(_UNTIL_AFTER.match(after)) and tells_change(after)
        )
    if "\u4e00" <= link[:1] <= "\u9fff":
        return bool(_OPENED_HAN.search(before)) or (kind == "mid" and _adds(before, low))
    if kind == "goal":
        return True
    if link.startswith(("bis", "ila", "ile")):
        return False
    opened = _OPENED.search(before)
    if opened is None:
        return _adds(before, low)
    if not opened["changing"]:
        return False
    if not (high.codes or high.percent or high.scale > 1):  # "pages from 3 to 5"
        return opened["changing"] in ("с ", "со ") or tells_change(before + after)
    head = before[: opened.start()]
    if opened["changing"] not in ("с ", "со ") and not (head + after).strip():
        return False  # nothing else is said
    if noun := _NOUN.search(head) if opened["changing"] in ("de ", "d'") else None:
        return tells_change(head[: noun.start()])
    return not _PRICED.search(head)


def _adds(before: str, low: Sum) -> bool:
    """«Вырос на 3 млрд долларов до 5»: by how much, then to how much; each with its currency."""
    added = _ADDED.search(before) if low.codes else None
    return added is not None and tells_change(added[0])
