"""Figures: what a sum amounts to, its hedge, its period and its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from .grammar import Grammar
from .numerals import EXACT, plain
from .sums import Sum
from .tokens import Tokens

_SMALLEST_IN_WORDS = Decimal("1.5")
_MYRIAD = Decimal(10000)
_MONTH = 31
_FAR = 25
_PAUSE = re.compile(r"[.,;:!?()\[\]«»\"\n。，；、！？（）]")
# Words that may stand between a hedge and its number: «примерно в 12 млрд».
_FILLERS = frozenset(("", "в", "на", "из", "с", "за", "чем", "auf", "à", "to"))
_LIMITS = frozenset(("до", "дейін", "gacha", "kadar", "يصل", "تصل"))


@dataclass(frozen=True, slots=True)
class Reading:
    """One legitimate way to read a figure: an amount, and the far end if it is a range."""

    amount: Decimal
    upper: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as a text states it.

    Attributes:
        start: where it begins: code points into the text; the hedge before it is not included.
        end: where it ends, exclusive: past its scale and currency.
        readings: all legitimate readings, the likeliest first.
        currencies: ISO 4217 codes it may mean; empty if none is stated.
        qualifier: exact, approximately, more_than, at_least, less_than, up_to or range.
        qualifiers: all labels that suit its hedge.
        per: total, year, month or unit.
        kind: money, percent, year (also a part of a date), number, or other (an ordinal).
    """

    start: int
    end: int
    readings: tuple[Reading, ...]
    currencies: frozenset[str] = frozenset()
    qualifier: str = "exact"
    qualifiers: frozenset[str] = frozenset({"exact"})
    per: str = "total"
    kind: str = "number"


def find_sums(text: str, language: str | None = None) -> list[Figure]:
    """The sums of money in a text: figures with a currency.

    >>> [figure] = find_sums("около 2,5 млрд долл. США", "ru")
    >>> figure.readings[0].amount, sorted(figure.currencies), figure.qualifier
    (Decimal('2500000000'), ['USD'], 'approximately')
    """
    return [figure for figure in find_figures(text, language) if figure.kind == "money"]


def find_figures(text: str, language: str | None = None) -> list[Figure]:
    """Every number in a text, left to right, none overlapping.

    Left out: names (A320, C5+1), times, scores, fractions, powers, telephone numbers, and number
    words below two unless a scale or a currency follows.  "5 and 7 million" is 5 and 7,000,000.
    Never raises.

    Args:
        text: any string; the offsets in the answer are code points into it.
        language: ISO 639-1 code of the text, if known: settles "3,000" and "Billion".

    >>> [(figure.kind, str(figure.readings[0].amount)) for figure in find_figures("3k units, 5 %")]
    [('number', '3000'), ('percent', '5')]
    """
    code = (language or "")[:2].lower()
    known = code if len(code) == 2 and code.isascii() and code.isalpha() else None
    return list(_figures(Tokens(text, known), known))


def _figures(tokens: Tokens, language: str | None) -> Iterator[Figure]:
    grammar = Grammar(tokens, language)
    used = -1  # the last token that says something about an earlier figure
    for made in grammar.sums():
        kind = _kind(tokens, grammar, made)
        if kind:
            labels, first = _labels(tokens, grammar, made, used)
            per, after = _period(tokens, made, first, used)
            yield Figure(
                *tokens.span(*grammar.extent(made, made)),
                readings=_readings(tokens, made),
                currencies=made.codes,
                qualifier=labels[0],
                qualifiers=frozenset(labels),
                per=per,
                kind=kind,
            )
            used = max(used, after - 1)
        used = max(used, made.next - 1)


def _kind(tokens: Tokens, grammar: Grammar, made: Sum) -> str:
    """What sort of figure this is; "" if it is none."""
    token = tokens[made.first]
    before = tokens[made.first - 1].means if tokens.near(made.first) else {}
    small = made.scale == 1 and made.values[0] < _SMALLEST_IN_WORDS
    han = made.spelled and token.text[0] >= "\u2fff"
    if made.codes:
        fraction = made.spelled and small and made.values[0] < 1
        return "" if fraction or (han and made.values[0] < 10) else "money"  # 二元 is "binary"
    if made.percent or "percent_before" in before:
        return "percent"
    if made.spelled:
        bare = made.bare and not made.hedges and "before" not in before
        part = han and made.scale < _MYRIAD and not tokens.has(made.next, "measure")
        return "" if small or bare or part else "number"
    if "date" in token.means:
        return "year"
    ordinal = tokens.has(made.next, "ordinal")
    if made.scale == 1 and grammar.is_year(made) and not made.uppers:
        following = tokens.clean[token.end : token.end + 2].strip()[:1]
        noun = following.isalpha() and not tokens.is_capital(token.end + 1)
        said = before.keys() & {"year_before", "month"} or tokens.has(made.next, "year")
        return "year" if said or ordinal or not noun else "number"
    if ordinal:
        return "other"
    day = made.scale == 1 and made.values[0] <= _MONTH and not made.uppers
    if day and (tokens.has(made.next, "month") or "month" in before):
        return "year"
    return "number"


def _readings(tokens: Tokens, made: Sum) -> tuple[Reading, ...]:
    if made.uppers:
        pairs = [(a, b) for a, b in product(made.values, made.uppers) if a < b]
        return tuple(Reading(plain(a), plain(b)) for a, b in pairs)
    start = tokens[made.first].start
    before = tokens.clean[max(start - 2, 0) : start]
    said = tokens.near(made.first) and "minus" in tokens[made.first - 1].means
    if said or before.endswith("−"):
        signs: tuple[int, ...] = (-1,)
    elif before in (" -", "(-"):  # a minus, or a dash that lost its space
        signs = (-1, 1)
    else:
        signs = (1,)
    values = [EXACT.multiply(value, Decimal(sign)) for sign in signs for value in made.values]
    return tuple(Reading(plain(value)) for value in values)


def _labels(tokens: Tokens, grammar: Grammar, made: Sum, used: int) -> tuple[list[str], int]:
    """The labels that suit the hedges around it, and the first token of those before it."""
    extent = grammar.extent(made, made)
    hedges, first = [], made.first
    for i in range(made.first - 1, max(made.first - 4, used), -1):
        token = tokens[i]
        if tokens.gap(i + 1).strip(" '") not in _FILLERS:
            break
        hedge = token.means.get("before")
        if hedge and not (made.uppers and hedge == "at_least exact"):  # «от 2 до 3» opens a range
            limit = token.text in _LIMITS and grammar.near_change(*extent)
            # «вырос до 5 млрд» states the amount, «кредит до 5 млрд» a limit
            hedges.append("exact up_to" if limit else hedge)
        elif hedge is None and token.means.keys().isdisjoint(("between", "of", "mid")):
            break
        first = i
    after = made.hedges
    if "up_to" in after and tokens[made.next - 1].text in _LIMITS and grammar.near_change(*extent):
        after = ["exact up_to"]
    labels = " ".join((["range"] if made.uppers else []) + hedges + after).split()
    return labels or ["exact"], first


def _period(tokens: Tokens, made: Sum, first: int, used: int) -> tuple[str, int]:
    """By the year, the month, the unit or in all; and the token past the words that say so."""
    for i in range(made.next, min(made.next + 3, len(tokens))):
        means, gap = tokens[i].means, tokens.gap(i)
        period = means.get("per_after", means.get("per_around"))
        if (
            _PAUSE.search(gap)
            or gap.count(" ") > 3
            or not means.keys().isdisjoint(("number", "numeral", "scale", "and", "currency"))
        ):
            break
        if period is not None:
            return period or "total", i + 1
    for i in range(first - 1, max(first - 3, used), -1):
        gap = tokens.gap(i + 1)
        if _PAUSE.search(gap) or gap.count(" ") > 3 or len(gap) > _FAR:
            break
        if "per_around" in tokens[i].means:
            return tokens[i].means["per_around"], made.next
    return "total", made.next
