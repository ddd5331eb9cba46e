"""Whom a pronoun or a description of a speaker stands for: who spoke last by name before it."""

from __future__ import annotations

import re

from ..names import (
    bodies_meant,
    find_full_names,
    find_phrase,
    holds_person,
    how_told,
    is_a_body,
    is_institution,
    is_introduced,
    is_kind_of_body,
    is_oblique,
    is_of_a_person,
    is_of_another_country,
    is_of_several,
    is_perhaps_a_person,
    is_role,
    leads_in,
    may_be_of_a_person,
    may_be_such,
    names_somebody,
    of_different_countries,
)
from ..schema import Named
from ..text import SPACELESS, primary
from .claimed import AT_THE_START, FARTHEST, Claimed, is_named
from .finding import Place
from .index import Index
from .saying import Told, acts_of, beginning, governing
from .scope import Scope

_OPENING = 24


def speaks_last(scope: Scope, mention: Named, words: str) -> bool:
    """Whether a pronoun says the cited words, and this is who last spoke by name before it."""
    index, language = scope.index, scope.index.article.language
    if mention.name is None or not scope.cited or how_told(words, language) != "pronoun":
        return False
    claimed = Claimed(index, mention.name, words)
    told = governing(scope, acts_of(scope))
    same = all(_is_pronoun(words, index.text(each.place)) for each in told)
    return same and is_meant(scope, claimed, told)


def describes_last(scope: Scope, mention: Named, words: str, *, speaker: bool) -> bool:
    """Whether a description may be of who last spoke by name before it.

    Of a `speaker` only if it is told to say the cited words.

    "The minister", once a name has been given; not where the article calls that name, or another,
    something else of the kind: "the interior minister" is no foreign minister.
    """
    index, cast, name = scope.index, scope.index.cast, mention.name
    language = index.article.language
    if name is None or not scope.cited or how_told(words, language) != "description":
        return False
    roles, bodies = [*filter(is_role, words.split())], bodies_meant(words)
    if names_somebody(words, cast) or is_a_body(name) == bool(roles) or not (roles or bodies):
        return False
    if is_of_several(words, language) or not (roles or speaker):
        return False
    if not may_be_such(name, bodies) or _is_called_otherwise(index, name, words, roles):
        return False
    if roles and not may_be_of_a_person(name, cast):
        return False
    if any(map(_is_capitalised, roles)) and not _is_called_somebody(index, name):
        return False  # "the Prime Minister" is who the reader knows, perhaps nobody here
    claimed = Claimed(index, name, words)
    if is_of_another_country(name, words, cast):
        return False
    told = governing(scope, acts_of(scope)) if speaker else []
    if told:
        before = beginning(scope, told)
    else:  # "The minister has called for talks": no verb of speech that is known
        place = index.first(words, scope.attributed_whole)
        if place is None or is_oblique(index.whole, place, language):
            return False
        before = place[0]
    same = all(index.holds_words(words, each.place) for each in told)
    return same and _spoke_last(claimed, before, of_a_person=bool(roles))


def _is_capitalised(role: str) -> bool:
    """Whether it is, but for an article that is tied to it: «L'ambasciatrice»."""
    return re.sub(r"^\w{1,2}['’](?=\w)", "", role)[:1].isupper()


def _is_called_somebody(index: Index, name: str) -> bool:
    """Whether the article says what they are: "the mayor Tom Reed"."""
    described = (index.text(place) for place in index.cast.described(name))
    return any(map(is_role, " ".join(described).split()))


def _spoke_last(claimed: Claimed, before: int, *, of_a_person: bool) -> bool:
    """Whether the last who was named as speaking before an offset is the claimed speaker."""
    index = claimed.index
    number = index.sentences_in(before, before + 1)[0]
    for each in range(number, max(number - FARTHEST, 0), -1):
        for act in reversed(index.acts(each)):
            if act.speaker and act.speaker[1] <= before:
                if claimed.is_in(act.speaker):
                    return True
                words = index.text(act.speaker)
                if _is_another_description(claimed, words):
                    continue
                if of_different_countries(claimed.verbatim or "", words, primary(index.language)):
                    continue  # "the German minister" is no "Russian leader Ulan Sarin"
                is_one = (
                    holds_person(words)
                    or any(map(is_role, words.split()))
                    or any(map(holds_person, index.cast.full_names_with(words.split()[-1])))
                )
                if is_one or not of_a_person:
                    return False
    return False


def _is_another_description(claimed: Claimed, words: str) -> bool:
    """Whether it says who speaks without a name, and so of whoever was named before it."""
    if claimed.verbatim and words.startswith(claimed.verbatim):
        return True
    described = how_told(words, claimed.index.article.language) == "description"
    return described and any(map(is_role, words.split()))


def _is_called_otherwise(index: Index, name: str, words: str, roles: list[str]) -> bool:
    """Whether the article calls the name something of the same kind, but in other words."""
    others = [word for word in words.split() if len(word) > 3 and not is_role(word)]
    for place in index.cast.described(name):
        described = index.text(place)
        alike = any(next(find_phrase(role, described), None) for role in roles)
        if alike and others and not any(next(find_phrase(w, described), None) for w in others):
            return True
    return False


def _is_pronoun(pronoun: str, words: str) -> bool:
    """Whether these are it, perhaps with an adverb that is written together with it: 他分析."""
    return words.startswith(pronoun) if SPACELESS.match(words) else words == pronoun


def is_meant(scope: Scope, claimed: Claimed, told: list[Told]) -> bool:
    """Whether a pronoun says it, and the claimed speaker was the last to be named before it."""
    index, language = scope.index, scope.index.article.language
    if not told or any(how_told(index.text(each.place), language) != "pronoun" for each in told):
        return False
    said = any(index.quotations(number) for number in scope.cited)
    no_person = " " in claimed.name and not is_perhaps_a_person(claimed.name)  # Selm Air
    no_person = no_person or claimed.name.islower() or is_institution(claimed.name)
    no_person = no_person or _is_a_country(index, claimed.name)
    if (no_person or is_a_body(claimed.name)) and any(
        is_of_a_person(index.text(each.place), language, said) for each in told
    ):
        return False
    return last_named(claimed, beginning(scope, told))[1]


def _is_a_country(index: Index, name: str) -> bool:
    return any(each.place == (0, len(name)) for each in index.countries_of(name))


def last_named(claimed: Claimed, before: int) -> tuple[Told | None, bool]:
    """Who else was last named as speaking before an offset, or whether the claimed speaker was."""
    index, language = claimed.index, claimed.index.article.language
    number = index.sentences_in(before, before + 1)[0]
    for each in range(number, max(number - FARTHEST, 0), -1):
        mine = claimed.stands_in(each, before)
        oblique = mine is not None and is_oblique(index.whole, mine, language)
        if oblique and (each == number or not may_be_of_a_person(claimed.name, index.cast)):
            mine = None  # "Of Selm Air she said"
        if mine and any(first <= mine[0] < last for first, last in index.quotations(each)):
            mine = None  # of whom somebody speaks
        for act in reversed(index.acts(each)):
            place = act.speaker
            if place is None or place[1] > before or claimed.is_in(place):
                continue
            words = index.text(place)
            telling = how_told(words, language)
            unwritten = words == words.upper() and (
                telling == "name" or is_introduced(words, index.cast)
            )
            titled = telling == "description" and is_role(words.split()[-1])  # "the Norvik MP"
            named = unwritten or (is_named(claimed, place) and not titled)
            if named:
                is_claimed = bool(mine and mine[0] > place[0])
                return None if is_claimed else Told(place, False), is_claimed
            if mine and mine[0] < place[0] and SPACELESS.match(words) and telling != "pronoun":
                return None, False  # perhaps a name
        if mine:
            return None, True
        opening = _opening_name(index, each, before)
        if opening and each < number and not claimed.is_in(opening):
            return Told(opening, False), False
    return _in_title(claimed), False


def _in_title(claimed: Claimed) -> Told | None:
    """Who else speaks in the title: "Tom Reed: port to close"."""
    index = claimed.index
    if 0 not in index.all_sentences:
        return None
    place = _opening_name(index, 0, len(index.whole))
    speaks = place and index.whole[place[1] : place[1] + 2].lstrip()[:1] in (":", "：")
    return Told(place, False) if place and speaks and not claimed.is_in(place) else None


def _opening_name(index: Index, number: int, before: int) -> Place | None:
    """The full name that a sentence begins with."""
    start, end = index.region(number)
    names = find_full_names(index.whole[start : min(end, before, start + AT_THE_START)])
    if not names or names[0][0] >= _OPENING:
        return None
    opening = index.whole[start : start + names[0][0]]
    introduced = opening.rpartition(",")[0]
    if introduced and any(
        act.speaker and act.speaker[1] <= start + len(introduced) for act in index.acts(number)
    ):
        return None  # "According to him, the Finance Ministry must pay"
    if how_told(opening, index.article.language) == "pronoun":
        return None  # «Ол бұл туралы Truth Social-дағы парақшасында жазды»
    place = start + names[0][0], start + names[0][1]
    if any(first <= place[0] < last for first, last in index.quotations(number)):
        return None  # whom somebody speaks of
    if index.whole[place[0] - 1 : place[0]] in ("(", "（"):
        return None  # how somebody is written elsewhere: 萨尔（Dana Saar）
    if leads_in(index.text(place).split()[0], index.language):
        return None  # «Жалпы Ақтоғай кеніші …»: it has its capital from the sentence
    behind = index.whole[place[1] : place[1] + _OPENING].split()[:1]
    if any(map(is_kind_of_body, behind)):
        return None  # «Selm Stroy компаниясы»
    is_somebody = index.cast.is_a_name(index.text(place)) and holds_person(index.text(place))
    return place if is_somebody else None
