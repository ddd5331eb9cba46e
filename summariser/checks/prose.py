"""The numbers and dates in the model's own words, looked for in the sentences they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..figures import Figure, Reading, When, find_dates, find_figures, names_scale
from ..languages import LANGUAGES
from ..names import is_link
from ..text import guess_language
from .finding import Finding, Place, quoted
from .index import Numbers, Said, said_by
from .scope import Scope

_A_CENT = Decimal("0.02")  # "not a cent of aid"
_SCALES = (Decimal(10) ** 6, Decimal(10) ** 9)
_COUNTING = 1000  # "three agreements" is counting, which nobody has to state


def check_prose(scope: Scope, text: str, path: str) -> Iterator[Finding]:
    """One check a number or a date; words that merely count are left alone."""
    # The prose may be in another language than the article: a German Billion is a thousand of ours.
    language = guess_language(text)
    if language not in LANGUAGES:
        language = scope.index.article.language
    dates = [each for each in find_dates(text, language) if each.when.fineness > 1]
    for dated in dates:
        yield from _check_date(scope, dated.when, text[dated.start : dated.end], path)
    read = {at for dated in dates for at in range(dated.start, dated.end)}
    figures = find_figures(text, language)
    amounts = {each.amount for figure in figures for each in figure.readings}
    for figure in figures:
        words = text[figure.start : figure.end]
        spelled = not any(character.isdigit() for character in words)
        least = _A_CENT if figure.kind == "money" else _COUNTING
        if spelled and figure.readings[0].amount < least:
            continue
        if figure.start not in read and not _is_of_a_name(scope, text, figure):
            left_out = set[str]()
            if _stands_alone(text[figure.end :]):
                left_out |= {"money"} if names_scale(words, language) else set()
                left_out |= {each.kind for each in figures} & {"percent"}
            yield from _check_number(scope, figure, words, path, amounts, left_out)


def _is_of_a_name(scope: Scope, text: str, figure: Figure) -> bool:
    """Whether a number belongs to a name that the article has with it: "Nord Stream 2"."""
    before = re.search(r"([^\W\d_]\w*)[ \u00a0-]$", text[: figure.start])
    if figure.kind != "number" or not before or before.start() == 0:
        return False
    if not before[1][0].isupper():
        return False
    named = text[before.start() : figure.end]
    return scope.index.first(named, scope.index.all_sentences) is not None


def _stands_alone(behind: str) -> bool:
    """Whether no word follows a figure that may tell what is counted."""
    word = re.match(r"[ \u00a0]?([^\W\d_]+)", behind)
    return word is None or is_link(word[1])


def _check_date(scope: Scope, when: When, words: str, path: str) -> Iterator[Finding]:
    index, published = scope.index, scope.index.article.published
    if said := index.stated_dates(scope.cited)[when]:
        yield Finding("prose", path, "computed", said.reason, said.place)
    elif said := index.stated_dates(index.all_sentences)[when]:
        reason = f"{quoted(words)} is not in {scope.listed}, but elsewhere in the article"
        yield Finding("prose", path, "elsewhere", reason, said.place)
    elif published is None or When.on(published).is_apart(when):
        if perhaps := _may_be_told_so(scope, when, words):
            yield Finding("prose", path, "unchecked", perhaps)
        else:
            yield Finding("prose", path, "absent", f"the article does not say {quoted(words)}")


def _may_be_told_so(scope: Scope, when: When, words: str) -> str | None:
    """Why a date that is not found may be borne out: a part of it is, or it is told otherwise."""
    index = scope.index
    if index.stated_dates(index.all_sentences).may_say(when):
        return f"the article has {quoted(words)} without its year"
    if when.last:
        return f"{quoted(words)} may be told by its ends, or in words that are not read"
    if index.stated_dates(scope.cited).tell_otherwise:
        return f"{quoted(words)} may be told by another day"
    day = Reading(Decimal(when.first.day or 0))
    if index.numbers(scope.cited).first({(kind, day, "") for kind in ("year", "number", "other")}):
        return f"the cited sentences have this number, but not {quoted(words)}"
    return None


def _check_number(
    scope: Scope,
    figure: Figure,
    words: str,
    path: str,
    amounts: set[Decimal],
    left_out: set[str],
) -> Iterator[Finding]:
    """One figure of several; `amounts` are those of all of them.

    What kind of figure it is, where nothing behind it says that, may be `left_out`.
    """
    cited, same = scope.index.numbers(scope.cited), _same(figure)
    if place := cited.first(same):
        yield Finding("prose", path, "computed", None, place)
    elif place := cited.first(_same_but_for_its_unit(figure)):
        if _is_short_for(scope, figure, place, left_out) or _has_both_ends(scope, amounts, place):
            yield Finding("prose", path, "computed", None, place)
            return
        reason = f"the cited sentences have this number, but not {quoted(words)} as such"
        yield Finding("prose", path, "unchecked", reason, place)
    elif place := _ends_of_change(cited, figure) or cited.first(_scaled(figure, amounts)):
        yield Finding("prose", path, "computed", None, place)
    elif place := scope.index.numbers(scope.index.all_sentences).first(same):
        reason = f"{quoted(words)} is not in {scope.listed}, but elsewhere in the article"
        yield Finding("prose", path, "elsewhere", reason, place)
    elif not _in_date(scope, figure):
        if perhaps := _may_be_said_otherwise(scope, figure, words):
            yield Finding("prose", path, "unchecked", perhaps)
        else:
            yield Finding("prose", path, "absent", f"the article does not say {quoted(words)}")


def _same(claimed: Figure) -> set[Said]:
    """The same number of the same kind: 400 people are not 400 %, and $24 are not 24 tugs."""
    if claimed.kind != "money":
        return {(claimed.kind, reading, "") for reading in claimed.readings}
    return {said for said in said_by(claimed) if said[2]}


_PERHAPS = {"number": ("money", "year", "percent"), "year": ("number",), "money": ("number",)}


def _same_but_for_its_unit(claimed: Figure) -> set[Said]:
    """Perhaps the same: "2.5 billion" for "$2.5 billion", "in 2000" for "2000 villages".

    So may be an end of a range: "up to 6 million" for "5 to 6 million".
    """
    kinds = _PERHAPS.get(claimed.kind, ())
    units = {(kind, reading, "") for kind in kinds for reading in claimed.readings}
    return units | {(f"end of {kind}", reading, code) for kind, reading, code in _same(claimed)}


def _is_short_for(scope: Scope, claimed: Figure, place: Place, left_out: set[str]) -> bool:
    """Whether one of the two leaves a unit out which it can do without.

    A sum the currency of those beside it, "in 2021" the year, "3.48" what 3.48 dollars are, "from
    60 million euros to 20 million" that these are euros, too, "from 80 to 70 per cent" both shares.
    """
    number = claimed.readings[0].amount
    for stated, _ in scope.index.figures_at(place):
        kinds = {claimed.kind, stated.kind}
        if claimed.kind == "money" and stated.kind == "number":
            return scope.index.implied_currency(stated, place) in claimed.currencies
        if kinds == {"number", "year"}:
            return True
        is_whole = number == int(number)
        if claimed.kind == "number" and (not is_whole or stated.kind in left_out):
            return True
    return False


def _has_both_ends(scope: Scope, amounts: set[Decimal], place: Place) -> bool:
    """Whether a range that stands there is told by both of its ends: "from 5 to 10 billion"."""
    ranges = [each for figure, _ in scope.index.figures_at(place) for each in figure.readings]
    return any(each.upper and {each.amount, each.upper} <= amounts for each in ranges)


def _ends_of_change(cited: Numbers, claimed: Figure) -> Place | None:
    """Where both sums stand between which the text may tell of a change: "from 5 to 6"."""
    return _both_ends(cited, claimed) if claimed.doubtful else None


def _both_ends(cited: Numbers, claimed: Figure) -> Place | None:
    """Where the first end of a range stands of which the sentences have both."""
    for each in claimed.readings:
        if each.upper is None:
            continue
        low, high = (cited.first(_ends(claimed, end)) for end in (each.amount, each.upper))
        if low and high:
            return min(low, high)
    return None


def _scaled(claimed: Figure, amounts: set[Decimal]) -> set[Said]:
    """What a bare number may leave to one beside it: of "from 256 million to 187", the million."""
    if claimed.kind != "number":
        return set()
    number = claimed.readings[0].amount
    scales = {scale for scale in _SCALES if number < scale <= max(amounts)}
    kinds = ("number", "money")
    return {(kind, Reading(number * scale), "") for kind in kinds for scale in scales}


def _may_be_said_otherwise(scope: Scope, claimed: Figure, words: str) -> str | None:
    """Why a number that is not found may be borne out: it is said in another form."""
    if claimed.kind == "other" or _is_counting(claimed):
        return f"{quoted(words)} may be counted, or told in words that are not read"
    if _both_ends(scope.index.numbers(scope.cited), claimed):
        return f"the cited sentences have both ends of {quoted(words)}: is it a range?"
    unread = scope.index.unread(scope.cited)
    if claimed.kind == "percent" and unread.has_parts:
        return f"{quoted(words)} may be told as a part, as in “half of them”"
    if not unread.digits.isdisjoint(format(each.amount, "f") for each in claimed.readings):
        return f"{quoted(words)} stands in what could not be read as a figure"
    return None


_FEW = 2
"""So many are told without a number: "a port", "both ports", a dual."""


def _is_counting(claimed: Figure) -> bool:
    return claimed.kind == "number" and claimed.readings[0].amount in range(1, _FEW + 1)


def _ends(claimed: Figure, end: Decimal) -> set[Said]:
    codes = claimed.currencies or ("",)
    return {(claimed.kind, Reading(end), code) for code in codes}


def _in_date(scope: Scope, figure: Figure) -> bool:
    """Whether the number may come from the date of publication."""
    published = scope.index.article.published
    if published is None or figure.kind == "money":
        return False
    known = (published.year, published.month, published.day)
    return any(reading.amount in known for reading in figure.readings)
