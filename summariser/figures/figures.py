"""Figures: what a sum amounts to, its hedge, its period and its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from ..languages import LANGUAGES
from ..text import SPACELESS
from .characters import FIRST_HAN, LETTER
from .grammar import Grammar
from .hedges import hedge_of
from .numerals import EXACT, HAN_MYRIADS, plain
from .partial import Sum
from .periods import period
from .tokens import Tokens
from .units import unit_behind, units_of

_UNIT = 40  # characters in which a unit is named
_SMALLEST_IN_WORDS = Decimal("1.5")
_THOUSAND, _MYRIAD = Decimal(1000), Decimal(10000)
_MONTH = 31
_NUMBERS = frozenset(("number", "numeral", "part", "half"))
_PERIODS = ("per_after", "per_beside", "per_clause")
_NOUN = re.compile(f" ([{LETTER}]+)")
_MINUS = ("−", "▲", "△")
_MAYBE_MINUS = re.compile(f"(?:^|[ (]|[{FIRST_HAN}-\u9fff\u3040-\u30ff])-")
_NO_ONE = "(?<![^ ])(?:{}) $"


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
        hedge_is_open: a "not" further off may turn its hedge round.
        per: total, year, month, unit, or other (a day, a week, a quarter).
        kind: money, percent, year (also a part of a date), number, or other (an ordinal).
        family: of a word or sign that says no country, all the currencies that go by it: "$".
        doubtful: a range that may be a change to another sum, or a sum of what may be a range.
        below: of a sum that only begins the span in which it lies, 3兆円半ば, where that ends.
    """

    start: int
    end: int
    readings: tuple[Reading, ...]
    currencies: frozenset[str] = frozenset()
    qualifier: str = "exact"
    qualifiers: frozenset[str] = frozenset({"exact"})
    hedge_is_open: bool = False
    per: str = "total"
    kind: str = "number"
    family: frozenset[str] = frozenset()
    doubtful: bool = False
    below: Decimal | None = None


def find_sums(text: str, language: str | None = None) -> list[Figure]:
    """The sums of money in a text: figures with a currency.

    >>> [figure] = find_sums("около 2,5 млрд долл. США", "ru")
    >>> figure.readings[0].amount, sorted(figure.currencies), figure.qualifier
    (Decimal('2500000000'), ['USD'], 'approximately')
    """
    return [figure for figure in find_figures(text, language) if figure.kind == "money"]


def names_scale(text: str, language: str | None = None) -> bool:
    """Whether a text names a thousand or more of what figures elsewhere count: "in $ million".

    >>> names_scale("Umsatz in Mio. Euro", "de"), names_scale("Umsatz in Euro", "de")
    (True, False)
    """
    return any(
        (len(token.text) > 1 and max(token.means.get("scale", (0,))) >= _THOUSAND)  # "m": metres
        or not HAN_MYRIADS.isdisjoint(token.means.get("number", ""))
        for token in Tokens(text, _code(language))
    )


def scales_alone(text: str, language: str | None = None) -> frozenset[Decimal]:
    """What a text has a thousand or more of by one word, which is no figure: «тысяча мест».

    >>> 1000 in scales_alone("тысяча рабочих мест", "ru")
    True
    >>> scales_alone("тысячи рабочих мест", "ru")
    frozenset()
    """
    return frozenset(
        token.means["alone"] * token.means["scale"][0]
        for token in Tokens(text, _code(language), always=True)
        if "alone" in token.means
    )


def may_hold_number(text: str, language: str | None = None) -> bool:
    """Whether there is a digit or a number word, or a part of something, that states no figure.

    >>> may_hold_number("half of the homes", "en"), may_hold_number("the new homes", "en")
    (True, False)
    """
    return any(character.isnumeric() for character in text) or any(
        not _NUMBERS.isdisjoint(token.means) for token in Tokens(text, _code(language), always=True)
    )


def names_part(text: str, language: str | None = None) -> bool:
    """Whether a text names a part of something: a half, a third.

    >>> names_part("half of the homes", "en"), names_part("the homes", "en")
    (True, False)
    """
    tokens = Tokens(text, _code(language), always=True)
    return any("part" in token.means for token in tokens)


def names_one(text: str, language: str | None = None) -> bool:
    """Whether an article says that it is one thing: "a hospital", but not "a number of them".

    >>> names_one("a hospital", "en"), names_one("a few", "en"), names_one("hospitals", "en")
    (True, False, False)
    >>> names_one("einer Woche", "de"), names_one("a year", "en")
    (True, True)
    """
    tokens = Tokens(text, _code(language), always=True)
    if _is_one_in_time(text, tokens, language):
        return True
    is_one = bool(tokens) and tokens[0].start == 0 and "article" in tokens[0].means
    noun = _NOUN.match(tokens.clean, tokens[0].end) if is_one else None
    others = tokens.listed.words("vague") | tokens.listed.words("no_single")
    return noun is not None and noun[1] not in others


def _is_one_in_time(text: str, tokens: Tokens, language: str | None) -> bool:
    """Whether it is one year, or week, whatever the case of its article."""
    article, _, noun = text.partition(" ")
    small = article.lower()
    counted = small in tokens.listed.words("article") | tokens.listed.words("counted_article")
    if not tokens or not (counted or "one" in tokens[0].means):
        return False
    return any(unit.startswith("duration-") for unit in units_of(noun, language))


def behind_one(text: str, language: str | None = None) -> str:
    """What follows if a text begins with the word for one; "" if it does not.

    >>> behind_one("one of the six ports", "en"), behind_one("six ports", "en")
    ('of the six ports', '')
    """
    tokens = Tokens(text, _code(language), always=True)
    is_one = bool(tokens) and "one" in tokens[0].means
    return text[tokens[0].end :].lstrip() if is_one else ""


def names_both(text: str, language: str | None = None) -> bool:
    """Whether words say of things that there are two.

    >>> names_both("both new ferries", "en"), names_both("new ferries", "en")
    (True, False)
    """
    known = LANGUAGES.get(_code(language) or "")
    both = known.figures.both if known else ""
    return bool(both) and _holds(text, both)


def may_be_two(text: str, language: str | None = None) -> bool:
    """Whether the form of a noun may say that there are two of it, as in Arabic.

    >>> may_be_two("حالتي وفاة", "ar"), may_be_two("two cases", "en")
    (True, False)
    """
    known = LANGUAGES.get(_code(language) or "")
    ending = known.figures.dual if known else ""
    return bool(ending) and re.search(rf"\w{{2}}(?:{ending})(?!\w)", text) is not None


def periods_in(text: str, language: str | None = None) -> frozenset[str]:
    """The periods and units that a text has words for, wherever they stand.

    >>> sorted(periods_in("Every year it pays 5 million.", "en"))
    ['year']
    >>> sorted(periods_in("It lost 5 million in the full year.", "en"))
    ['year']
    """
    code = _code(language)
    tokens = Tokens(text, code, always=True)
    told = {str(token.means[kind]) for token in tokens for kind in _PERIODS if kind in token.means}
    known = LANGUAGES.get(code or "")
    nouns = known.figures.periods if known else {}
    return frozenset(told | {each for each, noun in nouns.items() if _holds(text, noun)})


def names_price(text: str, language: str | None = None) -> bool:
    """Whether a text speaks of a price, which is paid for one piece, whatever that is.

    >>> names_price("The fare rose to 5 euros.", "en"), names_price("It paid 5 euros.", "en")
    (True, False)
    """
    known = LANGUAGES.get(_code(language) or "")
    words = known.figures.prices if known else ""
    return bool(words) and _holds(text, words)


def opens_with_funds(text: str, language: str | None = None) -> bool:
    """Whether a text begins with what money is called by what it is for.

    >>> opens_with_funds("loans to the port", "en"), opens_with_funds("passengers", "en")
    (True, False)
    """
    known = LANGUAGES.get(_code(language) or "")
    words = known.figures.funds if known else ""
    return bool(words) and re.match(_whole(words), text, re.IGNORECASE) is not None


def _holds(text: str, words: str) -> bool:
    return re.search(_whole(words), text, re.IGNORECASE) is not None


def _whole(words: str) -> str:
    return words if SPACELESS.match(words) else rf"(?<!\w)(?:{words})(?!\w)"


def find_figures(text: str, language: str | None = None) -> list[Figure]:
    """Every number in a text, left to right, none overlapping.

    Left out: names (A320, C5+1), times, scores, fractions, powers, telephone numbers, and number
    words below two unless a scale or a currency follows, or "one" counts a thing.  "5 and 7
    million" is 5 and 7,000,000.  Never raises.

    Args:
        text: any string; the offsets in the answer are code points into it.
        language: ISO 639-1 code of the text, if known: settles "3,000" and "Billion".

    >>> [(figure.kind, str(figure.readings[0].amount)) for figure in find_figures("3k units, 5 %")]
    [('number', '3000'), ('percent', '5')]
    """
    known = _code(language)
    figures: list[Figure] = []
    last: Sum | None = None
    for figure, made in _figures(Tokens(text, known), known):
        if last and made.was is last and "total" in (figures[-1].per, figure.per):
            # What is said of one end of a change goes for the other: "from 5 to 6 euros a tonne".
            per = figure.per if figures[-1].per == "total" else figures[-1].per
            figures[-1], figure = replace(figures[-1], per=per), replace(figure, per=per)
        figures.append(figure)
        last = made
    return figures


def _code(language: str | None) -> str | None:
    """The code of a language without its country, if it is one."""
    code = (language or "")[:2].lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def _figures(tokens: Tokens, language: str | None) -> Iterator[tuple[Figure, Sum]]:
    grammar = Grammar(tokens, language)
    used = spent = -1  # the last token that says something about an earlier figure, or sum
    last_figure: Figure | None = None
    for made in grammar.sums():
        kind = _kind(tokens, grammar, made)
        if kind:
            hedge = hedge_of(tokens, made, grammar.extent(made, made)[1], used)
            per, after = "total", made.next
            if kind != "year":  # «в 2027 году ежегодно 5 млн»
                per, after = period(tokens, made, hedge.first, spent)
            first, last = grammar.extent(made, made)
            start, end = tokens.span(first, last)
            readings = _readings(tokens, made)
            figure = Figure(
                start,
                end,
                readings=readings,
                currencies=made.codes,
                qualifier=hedge.labels[0],
                qualifiers=frozenset(hedge.labels),
                hedge_is_open=hedge.is_open,
                per=per,
                kind=kind,
                family=made.family if made.codes else frozenset(),
                doubtful=made.doubtful,
                below=_below(tokens.clean, last, readings[0].amount, language),
            )
            if last_figure and _is_its_conversion(tokens.clean, figure, last_figure):
                figure = replace(figure, qualifiers=figure.qualifiers | last_figure.qualifiers)
            last_figure = figure
            yield figure, made
            if kind == "money" or after > made.next:
                spent = max(spent, after - 1)
            used = max(used, after - 1)
        used = max(used, made.next - 1)


def _is_its_conversion(text: str, figure: Figure, last: Figure) -> bool:
    """Whether it says the last sum once more: of "up to $5bn (€4bn)" neither is passed."""
    between = text[last.end : figure.start].strip()
    return figure.kind == last.kind == "money" and between in ("(", "（")


def _below(text: str, end: int, amount: Decimal, language: str | None) -> Decimal | None:
    """Where the span ends that such words behind a sum speak of: 3兆円台 is below 4兆."""
    known = LANGUAGES.get(language or "")
    words = known.figures.within if known else ""
    if not words or not amount or not re.compile(words).match(text, end):
        return None
    _, digits, _ = amount.normalize().as_tuple()
    return amount + Decimal(1).scaleb(amount.adjusted() - len(digits) + 1)


def _kind(tokens: Tokens, grammar: Grammar, made: Sum) -> str:
    """What sort of figure this is; "" if it is none."""
    token = tokens[made.first]
    before = tokens[made.first - 1].means if tokens.near(made.first) else {}
    small = made.scale == 1 and made.values[0] < _SMALLEST_IN_WORDS
    han = made.spelled and token.text[0] >= "\u2fff"
    if made.codes:
        coins = (
            "currency" in tokens[made.last].means and tokens[made.last].means["currency"].unit < 1
        )
        fraction = made.spelled and small and made.values[0] < 1 and not coins
        fraction = fraction and "zero" not in token.means and token.text[0] not in "零〇"
        digit = han and made.values[0] in range(10)
        binary = digit and len(tokens[made.last].text) == 1  # 二元
        return "" if fraction or binary else "money"
    if made.percent or "percent_before" in before:
        return "percent"
    if made.spelled:
        bare = made.bare and not made.hedges and "before" not in before
        if bare and unit_behind(tokens.clean[token.end :][:_UNIT], grammar.language):
            bare = False  # «тысяча мегаватт»
        measured = tokens.has(made.next, "measure")
        part = han and made.scale < _MYRIAD and not measured
        uncounted = small and not (han and measured) and not _is_counted(tokens, made)
        return "" if uncounted or bare or part else "number"
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


def _is_counted(tokens: Tokens, made: Sum) -> bool:
    """Whether "one" counts a thing: «один мост», but not "one of them", "no one"."""
    clean, token = tokens.clean, tokens[made.first]
    no_one = tokens.listed.pattern("no_one", _NO_ONE)
    if token.text not in tokens.listed.words("counted_one") or no_one.search(
        clean, max(token.start - 8, 0), token.start
    ):
        return False
    if token.text in tokens.listed.words(
        "counted_article"
    ):  # "eine Lieferung von 24 Zügen" counts trains
        following = (tokens[i].means for i in range(made.next, min(made.next + 3, len(tokens))))
        if any(means.keys() & {"number", "numeral"} for means in following):
            return False
    noun = _NOUN.match(clean, token.end)
    return noun is not None and noun[1] not in tokens.listed.words("not_counted")


def _readings(tokens: Tokens, made: Sum) -> tuple[Reading, ...]:
    if made.uppers:
        pairs = [(a, b) for a, b in product(made.values, made.uppers) if a < b]
        return tuple(Reading(plain(a), plain(b)) for a, b in pairs)
    start = tokens[made.first].start
    before = tokens.clean[max(start - 2, 0) : start]
    i = made.first
    i -= tokens.near(i) and "percent_before" in tokens[i - 1].means  # "eksi yüzde beş"
    said = tokens.near(i) and "minus" in tokens[i - 1].means
    if said or before.endswith(_MINUS):
        signs: tuple[int, ...] = (-1,)
    elif _MAYBE_MINUS.fullmatch(before):  # a minus, or a dash that lost its space
        signs = (-1, 1)
    else:
        signs = (1,)
    values = [EXACT.multiply(value, Decimal(sign)) for sign in signs for value in made.values]
    return tuple(Reading(plain(value)) for value in values)
