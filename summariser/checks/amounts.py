"""Sums and quantities compared with the figures that the cited words state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from ..figures import (
    Figure,
    currencies_in,
    find_figures,
    knows_currency,
    may_be_two,
    may_hold_number,
    measures,
    names_one,
    names_scale,
    periods_in,
    scales_alone,
)
from ..schema import Deliverable, Kind, Money
from ..text import SPACELESS
from .finding import Finding, Place, joined, quoted
from .scope import Scope


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure of the article, and where it stands."""

    figure: Figure
    place: Place

    def says(self, amount: Decimal | None, upper: Decimal | None = None) -> bool:
        """Whether this is one way to read it."""
        return any(each.amount == amount and each.upper == upper for each in self.figure.readings)

    def may_reach(self, amount: Decimal) -> bool:
        """Whether it lies in the span that the figure begins: 3兆円半ば."""
        first, below = self.figure.readings[0].amount, self.figure.below
        return below is not None and first < amount < below

    def may_end_at(self, amount: Decimal) -> bool:
        """Whether this was read as a range, may be a change, and the amount is one end of it."""
        ends = [(each.amount, each.upper) for each in self.figure.readings if each.upper]
        return self.figure.doubtful and any(amount in each for each in ends)

    @property
    def is_one_range(self) -> bool:
        """Whether it is a range, and can be read in one way only."""
        return self.figure.readings[0].upper is not None and not self.is_ambiguous

    @property
    def is_ambiguous(self) -> bool:
        """Whether its digits can be read as different numbers."""
        return len({(each.amount, each.upper) for each in self.figure.readings}) > 1


def check_money(scope: Scope, money: Money, path: str, places: list[Place]) -> Iterator[Finding]:
    """Amount, currency, hedge and period, all compared with one and the same figure."""
    places = scope.index.telling(places)
    found = _figures_at(scope, places, ("money",)) or _figures_at(scope, places, ("number",))
    if not found:
        if money.amount is not None:
            yield _no_figure(scope, "amount", joined(path, "amount"), places)
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
        yield _check_qualifier(scope, path, fits, money.qualifier, stated)
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
    if money.per in scope.index.periods(stated.place):
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
    before = _CLAUSE.split(scope.index.whole[start : place[0]])[-1]
    behind = _CLAUSE.split(scope.index.whole[place[1] : end])[0]
    return periods_in(f"{before} {behind}", scope.index.language)


def _check_vague(scope: Scope, money: Money, path: str, place: Place) -> Iterator[Finding]:
    """A sum without a figure: "billions of dollars"."""
    words, language = scope.index.text(place), scope.index.article.language
    named = currencies_in(words, language)
    at_hedge, at_currency = joined(path, "qualifier"), joined(path, "currency")
    if any(character.isdigit() for character in words):  # 十 and 亿 are numeric, too
        yield _no_figure(scope, "amount", joined(path, "amount"), [place])
    elif money.qualifier != "vague":
        reason = f"the reply says {_said(money.qualifier)}, but {quoted(words)} states no figure"
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


def _check_qualifier(scope: Scope, path: str, fits: bool, claimed: str, stated: Stated) -> Finding:
    path, words = joined(path, "qualifier"), quoted(scope.index.around(stated.place))
    if stated.figure.hedge_is_open:
        reason = f"a “not” or a verb further off may make another hedge of {words}"
        return Finding("qualifier", path, "unchecked", reason, stated.place)
    if fits:
        return Finding("qualifier", path, "computed", None, stated.place)
    reason = f"the reply says {_said(claimed)}, the text {words}"
    return Finding("qualifier", path, "contradicted", reason, stated.place)


_FULL = 1_000  # so large a number is hardly one of thousands or millions
_NO_PRICE = 1_000_000
"""A sum from here on may be what a whole is sold for, though a price is spoken of."""
_OF_A_SUM: tuple[Kind, ...] = ("amount", "currency", "qualifier", "per")


def _may_be_in_a_heading(scope: Scope, money: Money, stated: Stated) -> bool:
    """Whether a bare 640 may be 640 million because another cited sentence says "in $ million"."""
    if stated.figure.currencies or money.amount is None or stated.says(money.amount, money.upper):
        return False
    scales = {money.amount / each.amount for each in stated.figure.readings if each.amount}
    others = (
        scope.index.text(scope.index.region(number))
        for number in scope.cited
        if not _touch(scope.index.region(number), stated.place)
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
        return _disguised(scope, "amount", path, stated)
    if stated.says(money.amount, money.upper):
        if not scope.is_read and not stated.figure.currencies:  # «5 tysięcy euro» are not 5
            return _unread(scope, "amount", path, stated)
        return _same_number(scope, "amount", path, money.amount, stated)
    reason = f"the reply says {_plain(money.amount, money.upper)}, the text {words}"
    is_bare = not stated.figure.currencies  # "3 pounds 50": is that the sum?
    if _is_unplaced(scope, places, [stated]) or (is_bare and _words_behind(scope, places, stated)):
        claimed = _plain(money.amount, money.upper)
        reason = f"the reply says {claimed}, the text {quoted(scope.index.text(places[0]))}"
        return Finding("amount", path, "unchecked", reason, stated.place, asks=True)
    return Finding("amount", path, "contradicted", reason, stated.place)


def _doubt(scope: Scope, money: Money, cited: list[Place], found: list[Stated]) -> str | None:
    """Why a claim may be right though we read the words otherwise.

    Whether "from A to B" is a change or a range, only a reader can tell for certain.
    """
    if money.amount is None or any(each.says(money.amount, money.upper) for each in found):
        return None
    claimed, places = _plain(money.amount, money.upper), list[Place]()
    within = next((each for each in found if each.may_reach(money.amount)), None)
    if within:
        words = quoted(scope.index.around(within.place))
        return f"the reply says {claimed}, and {words} leaves open how much it is"
    if money.upper is None:
        places = [each.place for each in found if each.may_end_at(money.amount)]
    else:
        places = [
            (one.place[0], other.place[1])
            for one, other in pairwise(_figures_at(scope, cited, ("money", "number")))
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
    last = max(place[1] for place in places if _touch(place, stated.place))
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
        yield _among(
            among,
            currency,
            words,
            path,
            stated.place,
        )
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
    return local | (anywhere & {currency})


def check_quantity(
    scope: Scope, thing: Deliverable, path: str, places: list[Place]
) -> Iterator[Finding]:
    """How many there are, and its hedge, is what the words say."""
    if thing.quantity is None:
        if thing.qualifier not in ("exact", "vague"):
            reason = f"the reply says {_said(thing.qualifier)} of no quantity"
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
    return _check_qualifier(scope, path, fits, thing.qualifier, Stated(figure, place))


def _ends(figure: Figure, quantity: Decimal | None) -> frozenset[str]:
    """What an end of a range is by itself: 600 to 700 are at least 600."""
    ranges = [each for each in figure.readings if each.upper]
    is_low = any(each.amount == quantity for each in ranges)
    is_high = any(each.upper == quantity for each in ranges)
    return frozenset(["at_least"] * is_low + ["up_to"] * is_high)


_CLAUSE = re.compile(r"[,;:.()，、；：。،؛]")
_COUNTED_WORD = re.compile(rf"\s*(?:{SPACELESS.pattern}|[^\W\d_]+)")
_COUNTED = 3  # words between a number and its hedge, or characters where none are told apart


def _hedges_behind(scope: Scope, figure: Figure, place: Place) -> frozenset[str]:
    # Behind a comma it is another figure's: 七份文件，总金额约为三百亿元.
    number, behind = scope.index.text(place), _CLAUSE.split(scope.index.behind(place))[0]
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
    figures = (find_figures(f"{_plain(quantity)} {unit}", each) for each in languages)
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
    found = _figures_at(scope, places, (*kinds,) if kinds else ("number", "year"))
    found = found or _figures_at(scope, places, ("percent",)) if not thing.unit else found
    found = found or _figures_at(scope, places, ("money",))
    if not found:
        words = scope.index.text(places[0])
        if quantity == 2 and may_be_two(words, scope.index.article.language):
            reason = f"the form of {quoted(words)} may say that there are two"
            return Finding("quantity", path, "unchecked", reason, places[0])
        return _no_figure(scope, "quantity", path, places, claimed=quantity)
    if disguised := next((each for each in found if scope.index.shows_otherwise(each.place)), None):
        return _disguised(scope, "quantity", path, disguised)
    for place in places:
        first = next((each for each in found if _touch(each.place, place)), None)
        if first and any(map(first.says, claimed)):
            if not scope.is_read and quantity < _FULL:
                return _unread(scope, "quantity", path, first)
            return _same_number(scope, "quantity", path, quantity, first)
        if first and first.says(quantity):
            reason = f"is it {_plain(quantity)}, or {_plain(quantity)} {thing.unit}?"
            return Finding("quantity", path, "unchecked", reason, first.place)
        if first and first.is_one_range and _is_end(thing, quantity, first.figure):
            return Finding("quantity", path, "computed", None, first.place)
    for each in found:
        ends = {end for reading in each.figure.readings for end in (reading.amount, reading.upper)}
        if claimed & ends:
            words = quoted(scope.index.text(places[0]))
            reason = f"{words} holds several figures: which is the quantity?"
            return Finding("quantity", path, "unchecked", reason, each.place)
    if _is_unplaced(scope, places, found):
        words = quoted(scope.index.text(places[0]))
        reason = f"the reply says {_plain(quantity)}, the text {words}"
        return Finding("quantity", path, "unchecked", reason, found[0].place, asks=True)
    words = quoted(scope.index.text(found[0].place))
    reason = f"the reply says {_plain(quantity)}, the text {words}"
    return Finding("quantity", path, "contradicted", reason, found[0].place)


def _is_end(thing: Deliverable, quantity: Decimal, figure: Figure) -> bool:
    """Whether a range is told by one of its ends, which is all that a quantity can say of it."""
    return bool(_ends(figure, quantity) & {thing.qualifier.replace("range", "at_least")})


def _disguised(scope: Scope, kind: Kind, path: str, stated: Stated) -> Finding:
    words = quoted(scope.index.text(stated.place))
    reason = f"characters that nobody sees make {words} look otherwise than it reads"
    return Finding(kind, path, "unchecked", reason, stated.place)


def _unread(scope: Scope, kind: Kind, path: str, stated: Stated) -> Finding:
    words = quoted(scope.index.around(stated.place))
    reason = f"whether a word beside it makes {words} another number is not known in this language"
    return Finding(kind, path, "unchecked", reason, stated.place)


def _same_number(scope: Scope, kind: Kind, path: str, number: Decimal, stated: Stated) -> Finding:
    words = scope.index.text(stated.place)
    if kind == "amount" and _is_cut(scope, stated.place):  # "600MW" are 600
        words = scope.index.around(stated.place)
        reason = f"what is tied to the figure in {quoted(words)} may make it another"
        return Finding(kind, path, "unchecked", reason, stated.place)
    if stated.is_ambiguous:
        reason = f"{quoted(words)} can be read in more than one way"
        return Finding(kind, path, "unchecked", reason, stated.place)
    literal = _plain(number) in re.findall("[0-9]+", words)
    return Finding(kind, path, "exact" if literal else "computed", None, stated.place)


def _no_figure(
    scope: Scope,
    kind: Kind,
    path: str,
    places: list[Place],
    *,
    claimed: Decimal | None = None,
) -> Finding:
    words = scope.index.text(places[0])
    language = scope.index.article.language
    if claimed in scales_alone(words, language):  # «тысяча рабочих мест»
        return Finding(kind, path, "computed", None, places[0])
    if may_hold_number(words, language):
        reason = f"the figure in {quoted(words)} could not be read"
        return Finding(kind, path, "unchecked", reason, places[0], asks=True)
    is_one = claimed == 1
    if is_one and scope.is_read and names_one(words, language):
        return Finding(kind, path, "computed", None, places[0])
    reason = f"{quoted(words)} states no figure"
    # "The country's first satellite" is one; so may be any thing that is named.
    return Finding(kind, path, "unchecked" if is_one else "absent", reason, places[0])


def _is_unplaced(scope: Scope, places: list[Place], found: list[Stated]) -> bool:
    """Whether the words hold digits, or letters tied to a figure, that belong to none we read."""
    text = scope.index.whole
    for start, end in places:
        inside = [each.place for each in found if _touch(each.place, (start, end))]
        inside += [place for _, place in scope.index.figures_at((start, end))]
        left = "".join(
            text[at] for at in range(start, end) if not any(one <= at < to for one, to in inside)
        )
        if any(character.isdecimal() for character in left):
            return True
    return any(_is_cut(scope, each.place) for each in found)


def _is_cut(scope: Scope, place: Place) -> bool:
    """Whether a letter is tied to the end of a figure, so that it may be another: "$10Q"."""
    last, letter = scope.index.whole[place[1] - 1], scope.index.whole[place[1] : place[1] + 1]
    return last.isdecimal() and letter.isalpha() and not SPACELESS.search(letter)


def _figures_at(scope: Scope, places: list[Place], kinds: tuple[str, ...]) -> list[Stated]:
    """The figures of these kinds that the words at these places state, or are a piece of."""
    return [
        Stated(figure, where)
        for place in places
        for figure, where in scope.index.figures_at(place)
        if figure.kind in kinds
    ]


def _touch(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _said(choice: str) -> str:
    return choice.replace("_", " ")


def _plain(amount: Decimal, upper: Decimal | None = None) -> str:
    low = format(amount.normalize(), "f")
    return low if upper is None else f"{low} to {format(upper.normalize(), 'f')}"
