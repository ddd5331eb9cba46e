"""Sums, shares and quantities of a draft, looked for among the figures of its sources.

A figure that stands in a source is that source's, unless the sentence that tells of the same says
another.  What a draft rounds it has to say, unless it is very little: "about 1.2 billion" of 1.18
billion.  The sum or the difference of two figures that stand together is reckoned.  Not for what is
counted by the writer alone: "three deals".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import combinations, islice

from ..figures import Figure, names_scale, periods_in
from ..schema import ClaimKind, DraftClaim, Verdict
from .counts import (
    counted_noun,
    counted_otherwise,
    is_counted,
    is_of_years,
    is_reckoned,
    may_count_the_same,
)
from .held import Held
from .places import Place, meets
from .sources import (
    ELSEWHERE,
    ENOUGH,
    FIRST,
    SAME,
    Alike,
    At,
    Stated,
    units_behind,
)

_KINDS: dict[str, ClaimKind] = {"money": "sum", "percent": "share", "number": "quantity"}
_LOW, _HIGH = ("more_than", "at_least"), ("up_to", "less_than")
_BOUNDS = {("exact", "up_to"), ("more_than", "exact"), ("less_than", "exact")}
_WORD = re.compile(r"\w+")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_MILLION = 1_000_000
_UNSCALED: tuple[Decimal, ...] = (Decimal(1),)
_SCALES = tuple(Decimal(10) ** power for power in (6, 9, 3, 8, 4))
_SPAN = 2  # words: "an hour", "per day"
_SMALL, _FEW = 15, 8
"""Less is the difference of some two figures by chance; of more figures, any number is."""
_CLOSE = Decimal("0.005")
"""Rounded by so little, a figure needs no word that says so."""
_APART = 0.15
"""Below this share a sentence is about something else for certain."""


def check_figures(held: Held, number: int, within: list[Place]) -> Iterator[DraftClaim]:
    """What the sources say of each figure of a sentence, but for those within these places."""
    index = held.draft
    dates = [place for _, place in index.dates(number)]
    for figure, place in index.figures([number]):
        kind = _KINDS.get(figure.kind)
        if any(meets(place, each) for each in (*within, *dates)):
            continue
        is_year = figure.kind == "year" and _YEAR.fullmatch(index.text(place))
        if is_year and not _is_written(held, place):  # "the 1980s"
            yield held.claim("date", number, place, "absent", held.nowhere)
        if kind is None:
            continue
        claim = (
            _check_count(held, number, figure, place)
            if kind == "quantity"
            else _check(held, kind, number, figure, place)
        )
        if claim and claim.flagged and kind == "quantity":
            claim = _of_the_scale_before(held, number, figure, place) or claim
        if claim:
            yield claim


def _is_written(held: Held, place: Place) -> bool:
    """Whether the digits stand anywhere in the sources, of a decade the last two: "'70s"."""
    digits = held.draft.text(place)
    decade = re.compile(rf"(?<![0-9.,])['’]?{re.escape(digits[2:])}[-'’]?[^\W\d_]{{1,3}}(?!\w)")
    return any(digits in each.whole or decade.search(each.whole) for each in held.sources.indexes)


def _of_the_scale_before(
    held: Held, number: int, figure: Figure, place: Place
) -> DraftClaim | None:
    """A number without what the figure before it has: "116 million went to Selm, 58 to Norvik".

    Or "65 per cent, in May it was 64".  None if no source has such a figure.
    """
    text = held.draft.text
    if names_scale(text(place), held.language):
        before, scales = [figure], _UNSCALED
    else:
        before = [
            each
            for each, at in held.draft.figures([number])
            if at[1] <= place[0]
            and (each.kind in ("money", "percent") or names_scale(text(at), held.language))
        ]
        scales = _SCALES
    if before and before[-1].kind == "percent":
        claim = _check(held, "share", number, replace(figure, kind="percent"), place)
        return None if claim.flagged else claim
    for scale in scales if before else ():
        if before[-1].readings[0].amount < scale:
            continue
        readings = tuple(
            replace(each, amount=each.amount * scale, upper=each.upper and each.upper * scale)
            for each in figure.readings
        )
        currencies = before[-1].currencies
        sum_of_it = replace(figure, readings=readings, kind="money", currencies=currencies)
        claim = _check(held, "sum", number, sum_of_it, place)
        if not claim.flagged:
            return claim
    return None


def _check_count(held: Held, number: int, figure: Figure, place: Place) -> DraftClaim | None:
    """None of what a writer counts without a source, if none counts the same otherwise."""
    claim = None if is_counted(figure) else _check(held, "quantity", number, figure, place)
    if claim and claim.flagged and is_of_years(held, number, figure):
        return None
    year = held.sources.first(held.draft.text(place)) if claim and claim.flagged else None
    if year and _YEAR.fullmatch(held.draft.text(place)):
        return held.claim("quantity", number, place, "exact", None, year)  # "its 1990 level"
    if claim and is_reckoned(held, number, figure, place, claim):
        claim = None
    if claim and claim.flagged:
        return claim
    counted = counted_otherwise(held, number, figure, place)
    if counted is None:
        return claim
    found = counted.at.source, counted.place
    reason = f"{held.words(*found)} is how many are counted there"
    return held.claim("quantity", number, place, "unchecked", reason, found)


def _check(held: Held, kind: ClaimKind, number: int, figure: Figure, place: Place) -> DraftClaim:
    alike, units = held.alike(number, place), units_behind(held.draft, place)
    same = [
        each
        for each in held.sources.saying(figure, alike)
        if _is_of_kind(each.figure, figure) and _is_of_unit(each, units)
    ]
    fitting = [each for each in same if _is_of_currency(each.figure, figure)]
    if fitting:
        return _found(held, kind, number, figure, place, fitting, alike)
    if same:
        other = max(same, key=lambda each: alike[each.at])
        reason = f"{held.words(other.at.source, other.place)} is of another currency"
        return held.claim(
            kind, number, place, "contradicted", reason, (other.at.source, other.place)
        )
    rounded = _rounded(held, figure, place, alike)
    if rounded:
        stated, fits = rounded
        verdict: Verdict = "computed" if fits else "unchecked"
        reason = f"rounded: {held.words(stated.at.source, stated.place)}"
        return held.claim(kind, number, place, verdict, reason, (stated.at.source, stated.place))
    ranged = _end_of_range(held, number, figure, alike)
    if ranged:
        stated, is_whole = ranged
        at = (stated.at.source, stated.place)
        reason = f"one end of {held.words(*at)}"
        return held.claim(kind, number, place, "computed" if is_whole else "unchecked", reason, at)
    reckoned = _reckoned(held, figure, place, alike)
    if reckoned:
        one, other = reckoned
        reason = (
            f"reckoned from {held.words(one.at.source, one.place)} "
            f"and {held.words(other.at.source, other.place)}"
        )
        return held.claim(kind, number, place, "computed", reason, (one.at.source, one.place))
    ends = _both_ends(held, figure, alike)
    if ends:
        at = (ends.at.source, ends.place)
        return held.claim(kind, number, place, "computed", f"one end is {held.words(*at)}", at)
    rival = _rival(held, figure, place, alike)
    if rival:
        reason = f"{held.words(rival.at.source, rival.place)} stands where this is told"
        return held.claim(
            kind, number, place, "contradicted", reason, (rival.at.source, rival.place)
        )
    return held.claim(kind, number, place, "absent", held.nowhere)


def _found(
    held: Held,
    kind: ClaimKind,
    number: int,
    figure: Figure,
    place: Place,
    fitting: list[Stated],
    alike: Alike,
) -> DraftClaim:
    best = max(fitting, key=lambda each: alike[each.at])
    found = (best.at.source, best.place)
    likeness = alike.around(best.at) / alike.best if alike.best >= ENOUGH else 1.0
    rival = _rival(held, figure, place, alike) if likeness < ELSEWHERE else None
    rounded = _rounded(held, figure, place, alike) if rival else None
    if rounded and rounded[1] and alike[rounded[0].at] >= SAME * alike.best:
        at = (rounded[0].at.source, rounded[0].place)
        return held.claim(kind, number, place, "computed", f"rounded: {held.words(*at)}", at)
    if rival:
        told = held.words(rival.at.source, rival.place)
        reason = f"stands elsewhere; where this is told stands {told}"
        return held.claim(kind, number, place, "elsewhere", reason, found)
    if likeness < _APART and kind != "quantity":
        reason = f"stands only where something else is told: {_around(held, best)}"
        return held.claim(kind, number, place, "elsewhere", reason, found)
    beside = held.sources.told_beside(
        held.draft, number, place, best.at, best.place, _rivals_beside(held, figure, place, best)
    )
    if beside:
        told = held.words(best.at.source, beside)
        reason = f"stands beside; where this is told stands {told}"
        return held.claim(kind, number, place, "elsewhere", reason, found)
    others = [] if held.is_translated else [*_said_differently(held, figure, place, best, alike)]
    if others:
        told = " and ".join(held.words(each.at.source, each.place) for each in others)
        return held.claim(
            kind, number, place, "unchecked", f"told differently: {told}", found,
            others=[(each.at.source, each.place) for each in others],
        )  # fmt: skip
    hedge = _hedged_otherwise(figure, best.figure)
    if hedge:
        told, said = _called(best.figure.qualifier), _called(figure.qualifier)
        reason = f"{_around(held, best)} says {told}, the draft {said}"
        return held.claim(kind, number, place, hedge, reason, found)
    if _is_paid_otherwise(held, figure, place, best):
        reason = f"{_around(held, best)} has it for another span, or thing, than the draft"
        return held.claim(kind, number, place, "unchecked", reason, found)
    literal = held.draft.text(place) == held.sources.indexes[best.at.source].text(best.place)
    return held.claim(kind, number, place, "exact" if literal else "computed", None, found)


def _called(qualifier: str) -> str:
    return "no such thing" if qualifier == "exact" else f"“{qualifier.replace('_', ' ')}”"


def _around(held: Held, stated: Stated) -> str:
    return f"“{held.sources.indexes[stated.at.source].around(stated.place)}”"


def _hedged_otherwise(claimed: Figure, stated: Figure) -> Verdict | None:
    """Whether one says a bound that the other does not: up to 300 are not 300.

    To leave out that a figure is a round one is no fault, nor is to say so.
    """
    fits = claimed.qualifier in stated.qualifiers or stated.qualifier in claimed.qualifiers
    if fits or stated.hedge_is_open:
        return None
    pair = claimed.qualifier, stated.qualifier
    if pair[0] in _LOW and pair[1] in _HIGH:
        return "contradicted"
    return "unchecked" if pair in _BOUNDS else None


def _is_paid_otherwise(held: Held, figure: Figure, place: Place, stated: Stated) -> bool:
    """Whether one is by the year and the other by the month: of spans that are neither, the words
    behind say it, "an hour", "a day".  Where one of them says none, it may stand elsewhere.
    """
    pair = figure.per, stated.figure.per
    if "total" in pair or not held.reads_alike[stated.at.source]:
        return False
    if pair != ("other", "other"):
        return pair[0] != pair[1]
    behind = held.draft.behind(place), held.sources.indexes[stated.at.source].behind(stated.place)
    mine, theirs = (_WORD.findall(each)[:_SPAN] for each in behind)
    are_told = all("other" in periods_in(" ".join(each), held.language) for each in (mine, theirs))
    return are_told and mine[-1] != theirs[-1]


def _is_of_kind(one: Figure, other: Figure) -> bool:
    kinds = {one.kind, other.kind}
    return len(kinds) == 1 or kinds == {"money", "number"}


def _may_be_a_sum(number: Figure, money: Figure) -> bool:
    """Whether a number may be a sum whose currency is told elsewhere: "revenue of 10.2 billion"."""
    is_large = number.readings[0].amount >= _MILLION
    return number.kind == "number" and money.kind == "money" and is_large


def _is_of_currency(one: Figure, other: Figure) -> bool:
    some, others = one.currencies | one.family, other.currencies | other.family
    return not some or not others or not some.isdisjoint(others)


def _is_of_unit(stated: Stated, units: frozenset[str]) -> bool:
    """Whether both are measured alike, as far as is told."""
    return not stated.units or not units or not stated.units.isdisjoint(units)


def _comparable(held: Held, figure: Figure, place: Place, at: At) -> Iterator[Stated]:
    """The figures of a source's sentence that could be told in this one's place."""
    units = units_behind(held.draft, place)
    for each in held.sources.figures_at(at)[:FIRST]:
        is_alike = each.figure.kind == figure.kind or _may_be_a_sum(figure, each.figure)
        if is_alike and _is_of_unit(each, units):
            if figure.kind == "number" and is_counted(each.figure):
                continue
            yield each


def _rival(held: Held, figure: Figure, place: Place, alike: Alike) -> Stated | None:
    """Another figure of its kind in a sentence that tells of the same."""
    if alike.best < ENOUGH:
        return None
    readings = {*figure.readings}
    for at in alike.near(SAME):
        found = [*_comparable(held, figure, place, at)]
        others = [each for each in found if readings.isdisjoint(each.figure.readings)]
        if others and len(others) == len(found):
            of_currency = (each for each in others if _is_of_currency(each.figure, figure))
            return next(of_currency, others[0])
    return None


def _rivals_beside(held: Held, figure: Figure, place: Place, best: Stated) -> list[Place]:
    """Other figures of its kind in the same sentence."""
    if figure.kind != "money" or not held.reads_alike[best.at.source]:  # 17 for, 29 against
        return []
    readings = {*figure.readings}
    return [
        each.place
        for each in _comparable(held, figure, place, best.at)
        if readings.isdisjoint(each.figure.readings)
    ]


def _said_differently(
    held: Held, figure: Figure, place: Place, best: Stated, alike: Alike
) -> Iterator[Stated]:
    """What the sentences of other sources say that tell of the same."""
    readings = {*figure.readings}
    saying = held.sources.sources_saying(figure)
    for source in range(len(held.sources.indexes)):
        if source in saying:
            continue
        top = next((at for at in alike.ranked if at.source == source), None)
        if top is None or alike[top] < SAME * max(alike[best.at], ENOUGH):
            continue
        found = [*_comparable(held, figure, place, top)]
        noun, index = counted_noun(held.draft, place), held.sources.indexes[source]
        found = [
            each for each in found if may_count_the_same(noun, counted_noun(index, each.place))
        ]
        if found and all(readings.isdisjoint(each.figure.readings) for each in found):
            yield found[0]


def _rounded(held: Held, figure: Figure, place: Place, alike: Alike) -> tuple[Stated, bool] | None:
    """A figure of the sources of which this is the round one, and whether it may stand for it."""
    if figure.readings[0].upper is not None:
        return None
    ranked = [at for at in alike.ranked if alike[at] >= ELSEWHERE * alike.best]
    for at in ranked:
        for stated in _comparable(held, figure, place, at):
            if not _is_of_currency(stated.figure, figure):
                continue
            for mine in figure.readings:
                for theirs in stated.figure.readings:
                    how = _rounding(mine.amount, theirs.amount)
                    if how and theirs.upper is None:
                        is_close = abs(mine.amount - theirs.amount) <= theirs.amount * _CLOSE
                        is_near = is_close and how in ("up", "down")
                        fits = is_near or figure.hedge_is_open or _allows(figure.qualifier, how)
                        return stated, fits
    return None


def _end_of_range(
    held: Held, number: int, figure: Figure, alike: Alike
) -> tuple[Stated, bool] | None:
    """A range of the sources of which this is one end, and whether the draft has the other, too."""
    beside = {each.amount for other, _ in held.draft.figures([number]) for each in other.readings}
    amounts = {each.amount for each in figure.readings if each.upper is None}
    for at in islice(alike.near(ELSEWHERE), FIRST):
        for stated in held.sources.figures_at(at)[:FIRST]:
            for each in stated.figure.readings:
                ends = {each.amount, each.upper}
                if each.upper is None or ends.isdisjoint(amounts):
                    continue
                if figure.kind == "number" or _is_of_currency(stated.figure, figure):
                    hedged = (
                        each.upper in amounts and not figure.qualifiers.isdisjoint(_HIGH)
                    ) or (
                        each.amount in amounts and not figure.qualifiers.isdisjoint(_LOW)
                    )  # "up to 15" of "12 to 15"
                    return stated, hedged or ends <= beside or any(
                        end and end in _scaled(beside) for end in ends - amounts
                    )
    return None


def _both_ends(held: Held, figure: Figure, alike: Alike) -> Stated | None:
    """The first end of a range of the draft, where a sentence has both apart: "from 27 … to 56"."""
    for reading in figure.readings:
        for at in islice(alike.near(SAME), FIRST) if reading.upper is not None else ():
            by_amount = {
                each.amount: stated
                for stated in held.sources.figures_at(at)[:FIRST]
                if _is_of_kind(stated.figure, figure)
                for each in stated.figure.readings
            }
            if reading.upper in by_amount and reading.amount in by_amount:
                return by_amount[reading.amount]
    return None


def _scaled(amounts: set[Decimal]) -> set[Decimal]:
    """What is meant by the first of "2 to 3 billion", too."""
    return {each * Decimal(10) ** power for each in amounts for power in (0, 3, 6, 9)}


def _reckoned(
    held: Held, figure: Figure, place: Place, alike: Alike
) -> tuple[Stated, Stated] | None:
    """Two figures of a sentence that tells of the same, whose sum or difference this is."""
    wanted = {each.amount for each in figure.readings if each.upper is None}
    if not wanted or min(wanted) < _SMALL or alike.best < ENOUGH:
        return None
    for at in islice(alike.near(SAME), FIRST):
        found = [
            each
            for each in _comparable(held, figure, place, at)
            if _is_of_currency(each.figure, figure) and each.figure.readings[0].upper is None
        ]
        for one, other in combinations(found[:_FEW], 2):
            if bool(one.units) != bool(other.units):
                continue  # ten minutes and 107 kilometres
            amounts = one.figure.readings[0].amount, other.figure.readings[0].amount
            if not wanted.isdisjoint((sum(amounts), abs(amounts[0] - amounts[1]))):
                return one, other
    return None


def _rounding(shown: Decimal, full: Decimal) -> str | None:
    """How a figure was rounded to another: up or down, or merely cut or raised; None: not at all.

    >>> _rounding(Decimal("1.2"), Decimal("1.18")), _rounding(Decimal(300), Decimal(340))
    ('up', 'down')
    """
    _, digits, exponent = shown.normalize().as_tuple()
    step = Decimal(1).scaleb(int(exponent))
    if not shown or shown == full or len(digits) >= len(full.normalize().as_tuple().digits):
        return None
    if (full / step).to_integral_value(ROUND_HALF_UP) * step == shown:
        return "up" if shown > full else "down"
    if (full / step).to_integral_value(ROUND_FLOOR) * step == shown:
        return "cut"
    return "raised" if (full / step).to_integral_value(ROUND_CEILING) * step == shown else None


def _allows(qualifier: str, how: str) -> bool:
    """Whether a hedge says that it was rounded so."""
    if qualifier in ("more_than", "at_least"):
        return how in ("down", "cut")
    if qualifier in ("less_than", "up_to"):
        return how in ("up", "raised")
    return qualifier == "approximately" and how in ("up", "down")
