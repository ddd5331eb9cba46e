"""How many there are, compared with the figures that the cited words state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..figures import Figure, behind_one, find_figures, may_be_two, measures
from ..names import is_link
from ..schema import Deliverable
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

_FULL = 1_000  # so large a number is hardly one of thousands or millions
_COUNTED_WORD = re.compile(rf"\s*(?:{SPACELESS.pattern}|[^\W\d_]+)")
_COUNTED = 3  # words between a number and its hedge, or characters where none are told apart


def check_quantity(
    scope: Scope, thing: Deliverable, path: str, places: list[Place]
) -> Iterator[Finding]:
    """How many there are, and its hedge, is what the words say."""
    if thing.quantity is None:
        if thing.qualifier not in ("exact", "vague"):
            reason = f"the reply says {said(thing.qualifier)} of no quantity"
            at = joined(path, "qualifier")
            yield Finding("qualifier", at, "unchecked", reason, places[0])
        return
    found = _check_number_of(scope, thing, thing.quantity, joined(path, "quantity"), places)
    place = found.place
    if found.verdict not in ("exact", "computed") or place is None:
        yield found
        return
    figure = next((each for each, at in scope.index.figures_at(place) if at == place), None)
    if figure is None:  # one thing, and no figure
        yield found
        return
    measure = None if thing.unit or figure.kind == "percent" else _measure(scope, place)
    if measure:
        reason = f"{quoted(measure)} is a measure: is this how many there are?"
        found = found._replace(verdict="unchecked", reason=reason)
    yield found
    yield _check_hedge(scope, thing, path, figure, place)


def _check_hedge(
    scope: Scope, thing: Deliverable, path: str, figure: Figure, place: Place
) -> Finding:
    """Beside the number, or behind what is counted: "600 homes or more", 600套以上."""
    behind = _hedges_behind(scope, figure, place) - figure.qualifiers
    if behind and thing.qualifier == "exact":
        reason = f"a hedge may stand in {quoted(scope.index.around(place))}"
        return Finding("qualifier", joined(path, "qualifier"), "unchecked", reason, place)
    fits = thing.qualifier in figure.qualifiers | behind | _ends(figure, thing.quantity)
    return check_qualifier(scope, path, fits, thing.qualifier, Stated(figure, place))


def _ends(figure: Figure, quantity: Decimal | None) -> frozenset[str]:
    """What an end of a range is by itself: 600 to 700 are at least 600."""
    ranges = [each for each in figure.readings if each.upper]
    is_low = any(each.amount == quantity for each in ranges)
    is_high = any(each.upper == quantity for each in ranges)
    return frozenset(["at_least"] * is_low + ["up_to"] * is_high)


def _hedges_behind(scope: Scope, figure: Figure, place: Place) -> frozenset[str]:
    # Behind a comma it is another figure's: 七份文件，总金额约为三百亿元.
    number, behind = scope.index.text(place), CLAUSE.split(scope.index.behind(place))[0]
    found = frozenset[str]()
    if "exact" not in figure.qualifiers:  # one stands beside it
        return found
    for _ in range(_COUNTED):
        counted = _COUNTED_WORD.match(behind)
        if not counted:
            break
        behind = behind[counted.end() :]
        figures = find_figures(f"{number} {behind.lstrip()}", scope.index.article.language)
        found |= figures[0].qualifiers - figure.qualifiers if figures else found
    return found


def _measure(scope: Scope, place: Place) -> str | None:
    """The measure behind a number: "600 MW", «18 километров»."""
    found = re.match(r"[ \u00a0-]?([^\W\d_]+[²³]?)", scope.index.behind(place))
    if not found:
        return None
    word, known = found[1], measures(scope.index.article.language)
    shortest = 1 if SPACELESS.search(word) else len(word)
    pieces = (word[:length] for length in range(len(word), shortest - 1, -1))
    return next((each for each in pieces if {each, each.lower()} & known), None)


def _in_its_unit(scope: Scope, quantity: Decimal, unit: str | None) -> list[Figure]:
    """What a quantity amounts to with its unit: "12 cents", "49 %", 60 万千瓦."""
    if not unit:
        return []
    languages = dict.fromkeys((scope.index.article.language, "en"))  # of the article, of the reply
    figures = (find_figures(f"{plain(quantity)} {unit}", each) for each in languages)
    return [found[0] for found in figures if found]


def _check_number_of(
    scope: Scope, thing: Deliverable, quantity: Decimal, path: str, places: list[Place]
) -> Finding:
    """The first figure of the words tells how many there are: "24 Boeing 737 jets"."""
    places = scope.index.telling(places)
    in_its_unit = _in_its_unit(scope, quantity, thing.unit)
    claimed = {each.readings[0].amount for each in in_its_unit} or {quantity}
    kinds = {each.kind for each in in_its_unit} & {"percent", "money"}
    # "2000 tractors" may look like a year.
    found = figures_at(scope, places, (*kinds,) if kinds else ("number", "year"))
    found = found or figures_at(scope, places, ("percent",)) if not thing.unit else found
    found = found or figures_at(scope, places, ("money",))
    if not found:
        words = scope.index.text(places[0])
        if quantity == 2 and may_be_two(words, scope.index.article.language):
            reason = f"the form of {quoted(words)} may say that there are two"
            return Finding("quantity", path, "unchecked", reason, places[0])
        return no_figure(scope, "quantity", path, places, claimed=quantity)
    if hidden := next((each for each in found if scope.index.shows_otherwise(each.place)), None):
        return disguised(scope, "quantity", path, hidden)
    for place in places:
        first = next((each for each in found if touch(each.place, place)), None)
        if first and any(map(first.says, claimed)):
            if not scope.is_read and quantity < _FULL:
                return unread(scope, "quantity", path, first)
            return same_number(scope, "quantity", path, quantity, first)
        if first and first.says(quantity):
            reason = f"is it {plain(quantity)}, or {plain(quantity)} {thing.unit}?"
            return Finding("quantity", path, "unchecked", reason, first.place)
        if first and first.is_one_range and _is_end(thing, quantity, first.figure):
            return Finding("quantity", path, "computed", None, first.place)
    for each in found:
        ends = {end for reading in each.figure.readings for end in (reading.amount, reading.upper)}
        if claimed & ends:
            words = quoted(scope.index.text(places[0]))
            reason = f"{words} holds several figures: which is the quantity?"
            return Finding("quantity", path, "unchecked", reason, each.place)
    if is_unplaced(scope, places, found):
        words = quoted(scope.index.text(places[0]))
        reason = f"the reply says {plain(quantity)}, the text {words}"
        return Finding("quantity", path, "unchecked", reason, found[0].place, asks=True)
    if quantity == 1 and _is_one_of_several(scope, places[0]):
        return Finding("quantity", path, "computed", None, places[0])
    words = quoted(scope.index.text(found[0].place))
    reason = f"the reply says {plain(quantity)}, the text {words}"
    return Finding("quantity", path, "contradicted", reason, found[0].place)


def _is_one_of_several(scope: Scope, place: Place) -> bool:
    """Whether it is "one of the six ports"."""
    behind = behind_one(scope.index.text(place), scope.index.language)
    return bool(behind) and is_link(behind.split()[0])


def _is_end(thing: Deliverable, quantity: Decimal, figure: Figure) -> bool:
    """Whether a range is told by one of its ends, which is all that a quantity can say of it."""
    return bool(_ends(figure, quantity) & {thing.qualifier.replace("range", "at_least")})
