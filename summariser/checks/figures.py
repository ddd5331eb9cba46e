"""Sums, quantities and the numbers in free text, compared with what the cited sentences state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from ..index import Place
from ..money import Figure, find_figures
from ..parts import Check, Kind
from ..schemas import Money
from .scope import Scope, joined, quoted


def check_money(scope: Scope, money: Money, path: str, places: list[Place]) -> Iterator[Check]:
    stated = _stated(scope, places)
    if not stated:
        if money.amount is not None:
            yield _no_figure(scope, "amount", joined(path, "amount"), places)
        return
    fitting = [(f, at) for f, at in stated if _reads(f, money.amount, money.upper)]
    yield _amount(scope, money, joined(path, "amount"), stated, fitting)
    # Everything else is compared with the figure that has this amount, if there is one.
    yield from _currency(scope, money.currency, joined(path, "currency"), fitting or stated)
    figure, place = (fitting or stated)[0]
    agrees = any(money.qualifier in {f.qualifier, *f.qualifiers} for f, _ in fitting or stated)
    reason = f"the text says {figure.qualifier}, the reply {money.qualifier}"
    yield _agreement(scope, "qualifier", joined(path, "qualifier"), agrees, reason, place)
    agrees = any(money.per == f.per for f, _ in fitting or stated)
    reason = f"the text says per {figure.per}, the reply per {money.per}"
    yield _agreement(scope, "per", joined(path, "per"), agrees, reason, place)


def _amount(
    scope: Scope,
    money: Money,
    path: str,
    stated: list[tuple[Figure, Place]],
    fitting: list[tuple[Figure, Place]],
) -> Check:
    if money.amount is None:
        reason = f"the reply gives no amount, the text {_figures(stated)}"
        return scope.check("amount", path, "unchecked", reason, stated[0][1])
    if not fitting:
        claimed = _plain(money.amount, money.upper)
        reason = f"the reply says {claimed}, the text {_figures(stated)}"
        return scope.check("amount", path, "contradicted", reason, stated[0][1])
    return _same_number(scope, "amount", path, money.amount, *fitting[0])


def check_quantity(scope: Scope, quantity: Decimal, path: str, places: list[Place]) -> Check:
    path = joined(path, "quantity")
    # "2000 tractors" may look like a year.
    stated = _stated(scope, places, ("money", "number", "year"))
    if not stated:
        return _no_figure(scope, "quantity", path, places)
    for figure, place in stated:
        if any(quantity in (each.amount, each.upper) for each in figure.readings):
            return _same_number(scope, "quantity", path, quantity, figure, place)
    reason = f"the reply says {_plain(quantity)}, the text {_figures(stated)}"
    return scope.check("quantity", path, "contradicted", reason, stated[0][1])


def _same_number(
    scope: Scope, kind: Kind, path: str, number: Decimal, figure: Figure, place: Place
) -> Check:
    if len({(each.amount, each.upper) for each in figure.readings}) > 1:
        reason = f"{quoted(scope.index.text(place))} can be read in more than one way"
        return scope.check(kind, path, "unchecked", reason, place)
    literal = _plain(number) in re.findall("[0-9]+", scope.index.text(place))
    return scope.check(kind, path, "exact" if literal else "computed", None, place)


def _currency(
    scope: Scope, currency: str | None, path: str, stated: list[tuple[Figure, Place]]
) -> Iterator[Check]:
    named = frozenset[str]().union(*(figure.currencies for figure, _ in stated))
    place = stated[0][1]
    if currency is None:
        if named:
            reason = f"the reply gives no currency, the text {_either(named)}"
            yield scope.check("currency", path, "unchecked", reason, place)
    elif currency in named:
        yield scope.check("currency", path, "computed", None, place)
    elif named:
        reason = f"the reply says {currency}, the text {_either(named)}"
        yield scope.check("currency", path, "contradicted", reason, place)
    elif any(currency in figure.currencies for figure, _ in scope.index.figures(scope.cited)):
        reason = f"{currency} stands in the cited sentences, but not with this sum"
        yield scope.check("currency", path, "unchecked", reason, place)
    else:
        reason = f"the cited sentences do not say {currency}"
        yield scope.check("currency", path, "absent", reason, place)


def _no_figure(scope: Scope, kind: Kind, path: str, places: list[Place]) -> Check:
    words = scope.index.text(places[0])
    if any(character.isnumeric() for character in words):
        reason = f"the figure in {quoted(words)} could not be read"
        return scope.check(kind, path, "unchecked", reason, places[0])
    return scope.check(kind, path, "absent", f"{quoted(words)} states no figure", places[0])


def _stated(
    scope: Scope, places: list[Place], kinds: tuple[str, ...] = ("money", "number")
) -> list[tuple[Figure, Place]]:
    """The figures that the words at these places state, or are a piece of."""
    return [
        (figure, where)
        for place in places
        for figure, where in scope.index.figures_at(place)
        if figure.kind in kinds
    ]


def _agreement(
    scope: Scope, kind: Kind, path: str, agrees: bool, reason: str, place: Place
) -> Check:
    if agrees:
        return scope.check(kind, path, "computed", None, place)
    return scope.check(kind, path, "contradicted", reason, place)


def check_prose(scope: Scope, text: str, path: str) -> Iterator[Check]:
    """The numbers in the model's own words, each looked for where it may come from."""
    for figure in find_figures(text, scope.index.article.language):
        words = text[figure.start : figure.end]
        if not any(character.isdigit() for character in words):
            continue  # "three agreements" is counting, which nobody has to state
        yield from _number(scope, figure, words, path)


def _number(scope: Scope, figure: Figure, words: str, path: str) -> Iterator[Check]:
    place = _where_stated(scope, figure, scope.cited)
    if place:
        yield scope.check("prose", path, "computed", None, place)
        return
    place = _where_stated(scope, figure, scope.index.all_sentences)
    if place:
        reason = f"{quoted(words)} is not in {scope.listed}, but elsewhere in the article"
        yield scope.check("prose", path, "elsewhere", reason, place)
    elif not _in_date(scope, figure):
        reason = f"the article does not say {quoted(words)}"
        yield scope.check("prose", path, "absent", reason)


def _where_stated(scope: Scope, claimed: Figure, numbers: Iterable[int]) -> Place | None:
    for figure, place in scope.index.figures(numbers):
        same = any(_reads(figure, each.amount, each.upper) for each in claimed.readings)
        if same and (
            not claimed.currencies
            or not figure.currencies
            or claimed.currencies & figure.currencies
        ):
            return place
    return None


def _in_date(scope: Scope, figure: Figure) -> bool:
    published = scope.index.article.published
    if published is None or figure.kind == "money":
        return False
    known = (published.year, published.month, published.day)
    return any(reading.amount in known for reading in figure.readings)


def _reads(figure: Figure, amount: Decimal | None, upper: Decimal | None) -> bool:
    return any(each.amount == amount and each.upper == upper for each in figure.readings)


def _either(codes: Iterable[str]) -> str:
    return " or ".join(sorted(codes))


def _plain(amount: Decimal, upper: Decimal | None = None) -> str:
    low = format(amount.normalize(), "f")
    return low if upper is None else f"{low} to {format(upper.normalize(), 'f')}"


def _figures(stated: list[tuple[Figure, Place]]) -> str:
    readings = [figure.readings[0] for figure, _ in stated[:3]]
    return " and ".join(_plain(reading.amount, reading.upper) for reading in readings)
