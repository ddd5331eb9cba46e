"""Hedges: which labels suit the words around a sum, "about", "not over", «вырос до»."""

from __future__ import annotations

import re
from typing import NamedTuple

from .characters import LETTER
from .listed import Listed
from .partial import Sum
from .tokens import Tokens

# «снизилась на 8,4 % — до»: the amount after it is the one arrived at.
_ARRIVED = f"(?:{{}})[{LETTER}]*(?P<by> %s(?:(?<=')| )[^.;:()\\n]{{1,25}})?[ ,–—-]*$"
_ARRIVES = " (?:{})"
_SPAN = " ?(?:{})"
# A verb, its subject, and then the sum: «اقتربت الإصابات من 190 ألفا».
# Also with more between, if a comma and a preposition lead back: «اقتربت …، من 190 ألفا».
_WITHIN = r"[^0-9.;:!?()؛؟\n,،]"
_AHEAD = (
    f"(?<![{LETTER}])(?:{{}})(?![{LETTER}])"
    rf"(?:{_WITHIN}{{1,50}}|(?:{_WITHIN}|[,،]){{1,150}}[,،] (?:\w{{1,4}} )?)$"
)
_AHEAD_REACH = 180  # characters
_DENIED = {
    "more_than": "up_to less_than",
    "less_than": "at_least",
    "at_least": "less_than",
    "up_to": "less_than",
}
_LONGEST_GAP = 40
_NOT = frozenset(("not", "barred"))
_LIMITING = frozenset(("more_than", "less_than", "at_least"))
_CLAUSE, _SENTENCE = 60, 120  # characters
# «увеличил выпуск на 2,8 % к 2015 г. – до 1,5 млн»: no sentence ends behind a single letter.
_SENTENCE_END = re.compile(rf"(?<! [{LETTER}])[.;!?](?= )|\n")
_FROM = rf"(?<![{LETTER}])(?:{{}}) [0-9][0-9.,]*(?: [{LETTER}%]+){{0,2}} $"
_ESTIMATED = rf"(?<![{LETTER}])(?:{{}})(?![{LETTER}])"
_ESTIMATED_BEHIND, _FROM_REACH = 30, 40
_BELONGS = re.compile("[\u3400-\u9fff\u3040-\u30ff]{1,12}[的の]")
_VERB = re.compile("[\u3400-\u9fff]{1,4}")
_CLAUSE_END = re.compile(r"[.,;:!?()\n，。；、：！？（）،؛]")
_WORD = re.compile(f"[{LETTER}]+|[^ ]")  # or a character, where words are not set apart
_NEAR_BY = 3


def deny(hedge: str) -> str:
    """What a hedge means after "not".

    >>> deny("more_than approximately"), deny("approximately")
    ('up_to less_than', 'approximately')
    """
    return _DENIED.get(hedge.split()[0], hedge)


def near_change(tokens: Tokens, start: int, end: int) -> bool:
    """Whether something rises or falls shortly before or after these offsets."""
    changes = tokens.listed.pattern("changes")
    before = _SENTENCE_END.split(tokens.clean[max(start - _SENTENCE, 0) : start])[-1]
    return bool(changes.search(before) or changes.search(tokens.clean, end, end + 40))


class Hedge(NamedTuple):
    """The labels that suit what stands around a sum, the usual one first."""

    labels: list[str]
    first: int
    """The first token of those before it."""
    is_open: bool
    """Whether a "not" further off may turn it round: "they did not, in all, lend more than"; or a
    verb further off make one."""


def hedge_of(tokens: Tokens, made: Sum, end: int, used: int) -> Hedge:
    """What the hedges around it say.

    Args:
        tokens: of the whole text.
        made: the sum, or the range.
        end: where it ends, hedges not included.
        used: the last token that says something about an earlier figure.
    """
    hedges: list[str] = []
    first, denied = made.first, False
    for i in range(made.first - 1, max(made.first - 4, used), -1):
        means = tokens[i].means
        if not _are_fillers(tokens.listed, tokens.gap(i + 1), tokens[i].text):
            break
        hedge = means.get("before")
        if hedge and not (made.uppers and hedge in ("at_least exact", "up_to approximately")):
            small = tokens[i].text in tokens.listed.words("small_scale")
            if small and made.scale == 1:  # «под 5 процентов»
                break
            hedges.append(_in_context(tokens, i, hedge, end))
        elif hedge is None and means.keys().isdisjoint(("not", "between", "of", "mid")):
            break
        denied = denied or not means.keys().isdisjoint(_NOT)
        first = i
    said, after = " ".join(hedges), made.hedges
    if denied or ("verb" in said and tokens.has(made.next, "denied")):
        hedges = [deny(hedge) for hedge in hedges]
    limits = not denied and not _LIMITING.isdisjoint(f"{said} {' '.join(after)}".split())
    distance = _afar(tokens, first, tokens[made.next - 1].end) if limits else None
    if distance is not None and distance <= _NEAR_BY:
        hedges, after = ([deny(each) for each in some] for some in (hedges, after))
    if "up_to" in after and tokens[made.next - 1].text in tokens.listed.words("limits"):
        after = [_arrival(tokens, "up_to", tokens[made.first].start, tokens[made.next - 1].end)]
    found = " ".join((["range"] if made.uppers else []) + hedges + after).split()
    suitable = [label for label in found if label != "verb"] or ["exact"]
    if suitable == ["exact"] and _is_estimated(tokens, tokens[first].start, end):
        suitable = ["exact", "approximately"]
    if suitable == ["exact"] and _is_capped(tokens, tokens[first].start):
        suitable = ["exact", "up_to"]
    is_afar = distance is not None and distance > _NEAR_BY
    return Hedge(suitable, first, is_afar or (suitable == ["exact"] and _is_led(tokens, first)))


def _is_estimated(tokens: Tokens, start: int, end: int) -> bool:
    """Whether somebody estimates it: "worth an estimated 10 million", «оценили порт в 10 млн»."""
    estimates = tokens.listed.pattern("estimates", _ESTIMATED)
    before = _SENTENCE_END.split(tokens.clean[max(start - _SENTENCE, 0) : start])[-1]
    behind = _CLAUSE_END.split(tokens.clean[end : end + _ESTIMATED_BEHIND])[0]
    return bool(estimates.search(before) or estimates.search(behind))


def _is_capped(tokens: Tokens, start: int) -> bool:
    """Whether somebody limits it: "limited their squads to 21 players"."""
    caps = tokens.listed.pattern("caps", _ESTIMATED)
    before = _CLAUSE_END.split(tokens.clean[max(start - _CLAUSE, 0) : start])[-1]
    return caps.search(before) is not None


def _is_led(tokens: Tokens, first: int) -> bool:
    """Whether a verb may hedge the sum from before its subject."""
    start = tokens[first].start
    return bool(
        tokens.listed.pattern("hedges_ahead", _AHEAD).search(
            tokens.clean, max(start - _AHEAD_REACH, 0), start
        )
    )


def _afar(tokens: Tokens, first: int, end: int) -> int | None:
    """How many words part a hedge from the "not" of its clause: "may *not* lend more than".

    One that forbids nothing ("did not say who lent more than") is far away, wherever it stands.
    """
    start = tokens[first].start
    for i in range(first - 1, -1, -1):
        between = tokens.clean[tokens[i].end : start]
        if len(between) > _CLAUSE or _CLAUSE_END.search(between):
            break
        if "barred" in tokens[i].means:
            return len(_WORD.findall(between))
        if "not" in tokens[i].means or "nothing" in tokens[i].means:
            return _CLAUSE
    behind = _CLAUSE_END.split(tokens.clean[end : end + _CLAUSE])[0]
    denying = tokens.listed.pattern("barred_behind", "(?:{})$").search(behind.rstrip())
    return len(_WORD.findall(behind[: denying.start()])) if denying else None


def _in_context(tokens: Tokens, i: int, hedge: str, end: int) -> str:
    """Prepositions that are not always a hedge: "over five years", «вырос до 5 млрд»."""
    if tokens[i].text in tokens.listed.words("over") and tokens.listed.pattern(
        "spans", _SPAN
    ).match(tokens.clean, end):
        return "exact more_than"
    if tokens[i].text in tokens.listed.words("limits"):
        return _arrival(tokens, hedge, tokens[i].start, end)
    return hedge


def _arrival(tokens: Tokens, hedge: str, start: int, end: int) -> str:
    """«вырос до 5 млрд» states the amount, «кредит до 5 млрд» a limit; further off, either.

    So does "rise by 8% up to 5 million", while "rise up to 5 million" may be either.
    """
    listed = tokens.listed
    by_how_much = listed.pattern("arrived", "(?:{})").pattern
    arrived = listed.pattern("changes", _ARRIVED % by_how_much).search(
        tokens.clean, max(start - 60, 0), start
    )
    by_nothing = arrived and not arrived["by"]
    before = tokens.clean[max(start - _FROM_REACH, 0) : start]
    if any(listed.pattern(each, _FROM).search(before) for each in ("from_old", "from_")):
        return "exact"  # «с 62 лет до 64»
    if by_nothing and tokens.clean.startswith(tuple(listed.words("limits_of_change")), start):
        return "exact up_to"
    if arrived or listed.pattern("changes", _ARRIVES).match(tokens.clean, end):
        return "exact"
    return "exact up_to" if near_change(tokens, start, end) else hedge


def _are_fillers(listed: Listed, gap: str, word: str) -> bool:
    if len(gap) > _LONGEST_GAP or gap.count("\n") > 1:
        return False
    if word in listed.words("shortened"):
        gap = gap.removeprefix(".")
    if _BELONGS.fullmatch(gap):
        return True  # 不超过总股本的17.5%
    if _VERB.fullmatch(gap) and word in listed.words("adverbs"):
        return True  # 大约要投资1000亿美元
    return listed.words("fillers").issuperset(gap.replace("'", " ").split())
