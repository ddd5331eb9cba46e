"""Sums compared with the figures that the cited words state: amount, currency, hedge, period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ..figures import Figure, currencies_in, knows_currency, names_scale, periods_in
from ..schema import Kind, Money
from ..text import SPACELESS
from .figure import (
    CLAUSE,
    Stated,
    check_qualifier,
    disguised,
    figures_at,
    is_unplaced,
    no_figure,
    plain,
    said,
    same_number,
    touch,
    unread,
)
from .finding import Finding, Place, joined, quoted
from .scope import Scope

_NO_PRICE = 1_000_000
"""A sum from here on may be what a whole is sold for, though a price is spoken of."""
_OF_A_SUM: tuple[Kind, ...] = ("amount", "currency", "qualifier", "per")


def check_money(scope: Scope, money: Money, path: str, places: list[Place]) -> Iterator[Finding]:
    """Amount, currency, hedge and period, all compared with one and the same figure."""
    places = scope.index.telling(places)
    found = figures_at(scope, places, ("money",)) or figures_at(scope, places, ("number",))
    if not found:
        if money.amount is not None:
            yield no_figure(scope, "amount", joined(path, "amount"), places)
        else:
            yield from _check_vague(scope, money, path, places[0])
        return
    # Of several figures the claim is about the one it agrees with most, the amount above all.
    stated = max(found, key=lambda each: _agreement(money, each))
    if _may_be_in_a_heading(scope, money, stated):
        reason = f"{quoted(scope.index.text(stated.place))} has its unit elsewhere, as in a table"
        for kind in _OF_A_SUM:
            yield Finding(kind, joined(path, kind), "unchecked", reason, stated.place)
        return
    figure, doubt = stated.figure, _doubt(scope, money, places, found)
    fits = money.qualifier in figure.qualifiers
    if doubt:
        yield Finding("amount", joined(path, "amount"), "unchecked", doubt, stated.place)
    else:
        yield _check_amount(scope, money, joined(path, "amount"), places, stated)
    yield from _check_currency(scope, money.currency, joined(path, "currency"), places, stated)
    if doubt and not fits:
        yield Finding("qualifier", joined(path, "qualifier"), "unchecked", doubt, stated.place)
    else:
        yield check_qualifier(scope, path, fits, money.qualifier, stated)
    yield _check_per(scope, money, joined(path, "per"), stated)


def _check_per(scope: Scope, money: Money, path: str, stated: Stated) -> Finding:
    """Whether the text puts the sum on a year, a month or a piece."""
    if money.per == stated.figure.per:
        return Finding("per", path, "computed", None, stated.place)
    words = quoted(scope.index.around(stated.place))
    if stated.figure.per in ("total", "other") and money.per == "unit":
        # What a piece is, no list of words can tell: «за тонну», «с каждого рейса», "a head".
        if (
            money.amount is not None
            and money.amount < _NO_PRICE
            and (scope.index.names_price(stated.place))
        ):
            return Finding("per", path, "computed", None, stated.place)
        reason = f"the reply says per {money.per}, which does not stand beside {words}"
        return Finding("per", path, "unchecked", reason, stated.place)
    if money.per in _periods_of_its_clause(scope, stated.place):
        return Finding("per", path, "computed", None, stated.place)
    beside = scope.index.periods(stated.place)
    if not stated.figure.currencies:  # what it leaves to the sum before it, it may leave twice
        cited = (scope.index.periods(scope.index.region(number)) for number in scope.cited)
        beside = beside.union(*cited)
    if money.per in beside:
        reason = f"whether per {money.per} goes with {words} is not known"
        return Finding("per", path, "unchecked", reason, stated.place)
    reason = f"the reply says per {money.per}, the text {words}"
    return Finding("per", path, "contradicted", reason, stated.place)


def _periods_of_its_clause(scope: Scope, place: Place) -> frozenset[str]:
    """The periods that stand beside a sum between two commas: 年度获利2,300亿日圆."""
    number = scope.index.number_at(place)
    if number is None or not SPACELESS.search(scope.index.around(place)):
        return frozenset()
    start, end = scope.index.region(number)
    before = CLAUSE.split(scope.index.whole[start : place[0]])[-1]
    behind = CLAUSE.split(scope.index.whole[place[1] : end])[0]
    return periods_in(f"{before} {behind}", scope.index.language)


def _check_vague(scope: Scope, money: Money, path: str, place: Place) -> Iterator[Finding]:
    """A sum without a figure: "billions of dollars"."""
    words, language = scope.index.text(place), scope.index.article.language
    named = currencies_in(words, language)
    at_hedge, at_currency = joined(path, "qualifier"), joined(path, "currency")
    if any(character.isdigit() for character in words):  # 十 and 亿 are numeric, too
        yield no_figure(scope, "amount", joined(path, "amount"), [place])
    elif money.qualifier != "vague":
        reason = f"the reply says {said(money.qualifier)}, but {quoted(words)} states no figure"
        yield Finding("qualifier", at_hedge, "unchecked", reason, place)
    elif named or names_scale(words, language):
        yield Finding("qualifier", at_hedge, "computed", None, place)
    else:
        yield Finding("qualifier", at_hedge, "unchecked", f"{quoted(words)} may be no sum", place)
    if money.currency and named:
        named = scope.index.specified(named) or named
        yield _among(named, money.currency, words, at_currency, place)
    elif money.currency:
        reason = f"the reply says {money.currency}, which {quoted(words)} does not name"
        yield Finding("currency", at_currency, "unchecked", reason, place)


def _among(named: frozenset[str], currency: str, words: str, path: str, place: Place) -> Finding:
    """A currency compared with what the words for one may mean."""
    if currency not in named:
        reason = f"the reply says {currency}, the text {quoted(words)}"
        return Finding("currency", path, "contradicted", reason, place)
    if len(named) > 1:
        reason = f"the reply says {currency}; {quoted(words)} may be another currency, too"
        return Finding("currency", path, "unchecked", reason, place)
    return Finding("currency", path, "computed", None, place)


def _may_be_in_a_heading(scope: Scope, money: Money, stated: Stated) -> bool:
    """Whether a bare 640 may be 640 million because another cited sentence says "in $ million"."""
    if stated.figure.currencies or money.amount is None or stated.says(money.amount, money.upper):
        return False
    scales = {money.amount / each.amount for each in stated.figure.readings if each.amount}
    others = (
        scope.index.text(scope.index.region(number))
        for number in scope.cited
        if not touch(scope.index.region(number), stated.place)
    )
    return bool(scales & {Decimal(10) ** power for power in (3, 6, 9)}) and any(
        names_scale(sentence, scope.index.article.language) for sentence in others
    )


def _agreement(money: Money, stated: Stated) -> tuple[bool, int]:
    figure = stated.figure
    others = (
        money.currency in figure.currencies,
        money.qualifier in figure.qualifiers,
        money.per == figure.per,
    )
    return stated.says(money.amount, money.upper), sum(others)


def _check_amount(
    scope: Scope, money: Money, path: str, places: list[Place], stated: Stated
) -> Finding:
    words = quoted(scope.index.text(stated.place))
    if money.amount is None:
        reason = f"the reply gives no amount, the text {words}"
        return Finding("amount", path, "unchecked", reason, stated.place)
    if scope.index.shows_otherwise(stated.place):
        return disguised(scope, "amount", path, stated)
    if stated.says(money.amount, money.upper):
        if not scope.is_read and not stated.figure.currencies:  # «5 tysięcy euro» are not 5
            return unread(scope, "amount", path, stated)
        return same_number(scope, "amount", path, money.amount, stated)
    reason = f"the reply says {plain(money.amount, money.upper)}, the text {words}"
    is_bare = not stated.figure.currencies  # "3 pounds 50": is that the sum?
    if is_unplaced(scope, places, [stated]) or (is_bare and _words_behind(scope, places, stated)):
        claimed = plain(money.amount, money.upper)
        reason = f"the reply says {claimed}, the text {quoted(scope.index.text(places[0]))}"
        return Finding("amount", path, "unchecked", reason, stated.place, asks=True)
    return Finding("amount", path, "contradicted", reason, stated.place)


def _doubt(scope: Scope, money: Money, cited: list[Place], found: list[Stated]) -> str | None:
    """Why a claim may be right though we read the words otherwise.

    Whether "from A to B" is a change or a range, only a reader can tell for certain.
    """
    if money.amount is None or any(each.says(money.amount, money.upper) for each in found):
        return None
    claimed, places = plain(money.amount, money.upper), list[Place]()
    within = next((each for each in found if each.may_reach(money.amount)), None)
    if within:
        words = quoted(scope.index.around(within.place))
        return f"the reply says {claimed}, and {words} leaves open how much it is"
    if money.upper is None:
        places = [each.place for each in found if each.may_end_at(money.amount)]
    else:
        places = [
            (one.place[0], other.place[1])
            for one, other in pairwise(figures_at(scope, cited, ("money", "number")))
            if one.says(money.amount) and other.says(money.upper) and _may_span(one, other)
        ]
    if not places:
        return None
    words = quoted(scope.index.text(places[0]))
    return f"the reply says {claimed}, the text {words}: is it a range, or a change to another sum?"


def _may_span(one: Stated, other: Stated) -> bool:
    """Whether two sums may be the ends of a range: "no less than $3bn and no more than $5bn"."""
    is_low = "at_least" in one.figure.qualifiers
    is_high = not {"up_to", "less_than"}.isdisjoint(other.figure.qualifiers)
    is_said_once = one.figure.kind != other.figure.kind  # «от 10 долларов до 20»
    return one.figure.doubtful or is_said_once or (is_low and is_high)


def _words_behind(scope: Scope, places: list[Place], stated: Stated) -> str:
    """What the words say behind a figure, or tied to it: the name of a currency it may be."""
    start, end = stated.place
    last = max(place[1] for place in places if touch(place, stated.place))
    behind = scope.index.whole[end:last].strip(" .,;:)%")
    before = scope.index.whole[max(start - 4, 0) : start]
    if SPACELESS.search(before[-1:]):  # 元120万, but not 投资120万
        tied = before[-1:] if currencies_in(before[-1:], scope.index.article.language) else ""
    else:
        tied = "".join(re.findall(r"[^\W\d_]{2,}$|[^\w\s(«\"'“„‘\-–—]$", before))
    return behind or tied


def _check_currency(
    scope: Scope, currency: str | None, path: str, places: list[Place], stated: Stated
) -> Iterator[Finding]:
    named, words = stated.figure.currencies, scope.index.text(stated.place)
    if currency is None:
        if len(named) == 1:  # else nobody can tell, and null is what is asked for
            reason = f"the reply gives no currency, the text {quoted(words)}"
            yield Finding("currency", path, "unchecked", reason, stated.place)
    elif named:
        local = _local_currencies(scope, stated.figure, currency)
        among = (scope.index.specified(named) or named) | local
        yield _among(among, currency, words, path, stated.place)
    elif not knows_currency(currency):
        reason = f"the words for {currency} are not known here"
        yield Finding("currency", path, "unchecked", reason, stated.place)
    elif scope.index.implied_currency(stated.figure, stated.place) == currency:
        yield Finding("currency", path, "computed", None, stated.place)
    elif any(currency in figure.currencies for figure, _ in scope.index.figures(scope.cited)):
        reason = f"{currency} stands in the cited sentences, but not with this sum"
        yield Finding("currency", path, "unchecked", reason, stated.place)
    elif currency in re.findall("[A-Z]+", scope.index.around(stated.place)):
        reason = f"whether {currency} goes with {quoted(words)} is not known"
        yield Finding("currency", path, "unchecked", reason, stated.place)
    elif behind := _words_behind(scope, places, stated):
        reason = f"whether {quoted(behind)} is {currency} is not known"
        yield Finding("currency", path, "unchecked", reason, stated.place)
    else:
        reason = f"the cited sentences do not say {currency}"
        yield Finding("currency", path, "absent", reason, stated.place)


def _local_currencies(scope: Scope, figure: Figure, currency: str) -> frozenset[str]:
    """What else a bare "$" may mean: the money of a country that the article speaks of.

    Where it speaks of the United States as well, dollars are theirs unless the cited sentences
    name that country alone, or the reply does.
    """
    if figure.family <= figure.currencies:
        return frozenset()
    anywhere = scope.index.at_home(figure)
    here = (
        anywhere if not anywhere & figure.currencies else scope.index.at_home(figure, scope.cited)
    )
    local = frozenset() if here & figure.currencies else here
    is_meant = currency in anywhere or (
        currency in figure.family and _is_named_elsewhere(scope, currency)
    )
    return local | {currency} if is_meant else local


def _is_named_elsewhere(scope: Scope, currency: str) -> bool:
    """Whether the article names it with any sum: 新台幣 of one may be meant by all its bare 元."""
    stated = scope.index.figures(scope.index.all_sentences)
    return any(figure.currencies == {currency} for figure, _ in stated)
