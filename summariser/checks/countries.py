"""Of what country a party is: by its name, or by the words that the article sets beside it.

"Norwegian ferry builder Selm", "Selm of Norway", «министр транспорта Казахстана Карим Осеев».
Countries that stand further off are somebody else's, or where something happens.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from ..figures import country_code
from ..names import Country, is_lesser, is_link, is_of, is_role, same_name
from ..schema import Named
from ..text import SPACELESS
from .finding import Claim, Finding, Place, quoted
from .index import Index
from .scope import Scope

_BEFORE, _BEHIND = 60, 60  # code points beside a name
_LONGEST = 80  # that a country's name is
_BREAK = re.compile(r"[,;:.!?()—–“”]\s|[，。；、（）()]|\n")
_WORD = re.compile(r"\w[\w'’-]*")
_UNION = "EU"
_MOST_BETWEEN = 3  # words: "the Norwegian [state ferry builder] Selm"


def check_country(scope: Scope, claim: Claim) -> Finding | None:
    """Whether the party is of this country; None if nothing beside its name says of which."""
    party = claim.part
    if not isinstance(party, Named):
        return None
    index = scope.index
    said = _said(index, party)
    if len({each.code for each in said}) != 1:
        return None
    first = next((each for each in said if each.is_sure), said[0])
    place = first.place or index.first(party.verbatim, scope.nearby)
    if claim.value == first.code:
        return Finding("country", claim.path, "computed", None, place)
    if place is None or not first.is_sure or _UNION in (first.code, claim.value):
        return None  # of whom the Union consists, nobody says
    if first.place and is_lesser(index.whole[max(0, first.place[0] - _BEFORE) : first.place[0]]):
        return None  # "the former Norwegian firm"
    reason = f"{quoted(index.text(place))} is of {first.code}, not of {claim.value}"
    return Finding("country", claim.path, "contradicted", reason, place, asks=True)


class _Said(NamedTuple):
    """A country that something is said to be of."""

    code: str
    place: Place | None
    """The words that say so, if they are not part of the name."""
    is_sure: bool
    """Whether they say it, and are not perhaps a part of a company's name: Samsung India."""


def _said(index: Index, party: Named) -> list[_Said]:
    """The countries that its name holds, or that are said of it beside it."""
    names = list(dict.fromkeys(filter(None, (party.verbatim, party.name))))
    for words in names:
        code = country_code(words, index.language)
        if code:
            return [_Said(code, None, is_sure=True)]
    found = [
        _Said(each.code, None, _is_generic(words, each))
        for words in names
        for each in index.countries_of(words)
    ]
    places = set(index.cast.named_at(party.name) if party.name else ())
    places.update(index.find(party.verbatim, index.all_sentences))
    found += [
        _Said(each.code, each.place, is_sure=True)
        for place in sorted(places)
        for each in _beside(index, place)
    ]
    return found


def _is_generic(words: str, country: Country) -> bool:
    """Whether all else is common nouns: «правительство Казахстана», "the Czech president"."""
    start, end = country.place
    others = _WORD.findall(words[:start] + " " + words[end:])
    named = [word for word in others if not is_link(word)]
    return bool(named) and all(word[0].islower() or is_role(word) for word in named)


def _beside(index: Index, name: Place) -> list[Country]:
    """The countries of which the words around a name say that it is."""
    number = index.number_at(name)
    if number is None:
        return []
    countries = index.countries(number)
    first = bisect_left(countries, name[0] - _BEFORE - _LONGEST, key=_start)
    last = bisect_left(countries, name[1] + _BEHIND, key=_start)
    return [each for each in countries[first:last] if _is_tied(index, name, each)]


def _start(country: Country) -> int:
    return country.place[0]


def _is_tied(index: Index, name: Place, country: Country) -> bool:
    start, end = country.place
    text = index.whole
    if end <= name[0] and name[0] - end < _BEFORE:
        whole = same_name(text[slice(*name)], text[start : name[1]])
        if text[end : name[0]].isspace() and not country.is_adjective:
            return whole or _is_of_an_office(text[max(0, start - _BEFORE) : start])
        return whole or _is_tied_before(text[start:end], text[end : name[0]], country)
    if name[1] <= start and start - name[1] < _BEHIND:
        return _is_tied_behind(text[name[1] : start], country)
    return False


def _is_of_an_office(before: str) -> bool:
    """Whether these words say what somebody is, and the country behind them where."""
    words = _WORD.findall(_BREAK.split(before)[-1])[-_MOST_BETWEEN:]
    roles = [at for at, word in enumerate(words) if is_role(word)]
    return bool(roles) and not any(map(is_link, words[roles[0] :]))


def _is_tied_before(country: str, between: str, found: Country) -> bool:
    if _BREAK.search(between):
        return False
    if SPACELESS.search(country):
        return between in ("", "的", "の")
    words = _WORD.findall(between)
    if found.is_adjective and between[:1] == "-":
        return False  # "French-owned"
    if any(map(is_link, words)):
        return False
    if not found.is_adjective and not country.endswith(("'s", "’s")) and between[:1] != "-":
        return bool(words) and all(map(is_role, words))
    if len(words) > 1:  # a noun, and perhaps a verb: "the Norwegian firm bought Selm"
        return len(words) <= _MOST_BETWEEN and is_role(words[-1])
    return all(word[0].islower() or is_role(word) for word in words)


def _is_tied_behind(between: str, found: Country) -> bool:
    if not between.strip(" "):
        return found.is_adjective
    words = _WORD.findall(between)
    if between.strip() in ("(", "（"):
        return True
    if not words or _BREAK.search(between.strip(" ,(")):
        return False
    return is_of(words[0]) and all(map(is_link, words))
