"""What somebody is, and for whom they speak: by the words that the article sets beside the name.

"Ida Holm, chief economist of Selm Bank" says it.  What it calls another, and not this one, is a
contradiction; a synonym is none, and so other words are left open.
"""

from __future__ import annotations

import re

from ..names import (
    find_phrase,
    initials,
    is_a_body,
    is_counterpart,
    is_lesser,
    is_lesser_before,
    is_role,
    of_different_countries,
    same_name,
    same_surname,
)
from ..schema import Named
from ..text import SPACELESS, primary
from .finding import Claim, Finding, Place, quoted
from .index import Index
from .scope import Scope

_REACH = 40  # characters before a name
_MORE_LETTERS = 2
_WHOSE = re.compile("['’]s?(?!\\w)")  # "at the Prime Minister's Office"
_PIECES = re.compile(r"\s*[,;،，]\s*")


def check_role(scope: Scope, claim: Claim) -> Finding | None:
    """Whether the article calls the one who is named so; None if it does not say."""
    index, role = scope.index, claim.value
    place = _in_own_words(scope, claim) or _said_of(index, claim, is_role=True)
    if place:
        return Finding("role", claim.path, "computed", None, place)
    name = getattr(claim.part, "name", None)
    if name is None or not index.cast.described(name):
        return None
    others = [each for each in index.cast.tied_to(role) if each.strength == "whole"]
    if not others or any(_perhaps_one(name, each.name) for each in others):
        return None
    if any(_of_different_countries(index, name, each.name) for each in others):
        return None  # each may be the president of theirs
    described = [index.text(each) for each in index.cast.described(name)]
    if any(_shares_a_word(role, each) or is_counterpart(each) for each in described):
        return None
    reason = f"the text calls {quoted(others[0].name)} {quoted(role)}, not {quoted(name)}"
    return Finding("role", claim.path, "contradicted", reason, others[0].place, asks=True)


def check_affiliation(scope: Scope, claim: Claim) -> Finding | None:
    """Whether the article says beside the name that they belong there; None if it does not."""
    index, whose = scope.index, claim.value
    place = _in_own_words(scope, claim) or _said_of(index, claim, is_role=False)
    if place:
        return Finding("affiliation", claim.path, "computed", None, place)
    name = getattr(claim.part, "name", None)
    if name is None or not index.cast.described(name):
        return None
    places = index.find_words(whose, index.all_sentences)
    with_name = {index.number_at(each) for each in index.cast.named_at(name)}
    numbers = {index.number_at(each) for each in places}
    if not places or numbers & with_name or any(map(index.has_pronoun, numbers)):
        return None
    other = next((found for each in places if (found := _whose(index, each))), None)
    if other is None or _perhaps_one(name, other):
        return None
    reason = f"the text names {quoted(whose)} beside {quoted(other)}, not beside {quoted(name)}"
    return Finding("affiliation", claim.path, "contradicted", reason, places[0], asks=True)


def _in_own_words(scope: Scope, claim: Claim) -> Place | None:
    """Where the words that name somebody say it themselves: "Flixbus manager Jan Roth"."""
    words, pieces = getattr(claim.part, "verbatim", None), _pieces(claim.value)
    if not words or not pieces or not all(_holds(words, each) for each in pieces):
        return None
    return scope.index.first(words, scope.nearby)


def _said_of(index: Index, claim: Claim, *, is_role: bool) -> Place | None:
    """Where it is said beside the name; the pieces of it may stand in several places."""
    part = claim.part
    if not isinstance(part, Named) or part.name is None:
        return None
    tie = index.cast.tie(part.name, claim.value) if is_role else None
    if tie and tie.strength == "whole":  # of another department one may be spokesman, too
        return tie.place
    told = [(each, index.text(each)) for each in index.cast.described(part.name)]
    found = [
        next((place for place, words in told if _holds(words, piece)), None)
        for piece in _pieces(claim.value)
    ]
    if found and all(found):
        return found[0]
    return _right_before(index, part.name, claim.value) if is_role else None


def _right_before(index: Index, name: str, role: str) -> Place | None:
    """Where it stands before the name, in a script without spaces."""
    if not SPACELESS.search(role):
        return None
    for start, end in index.cast.named_at(name):
        before = index.whole[max(0, start - _REACH) : start]
        if before.endswith(role) and not is_lesser(before.removesuffix(role)):
            return start - len(role), end
    return None


def _pieces(value: str) -> list[str]:
    """What has to be said of somebody; "Selm Bank (SB)" by either name."""
    value = re.sub(r"\s*[(（][^()（）]*[)）]$", "", value)
    return [each for each in _PIECES.split(value) if each]


def _holds(words: str, piece: str) -> bool:
    found = any(
        not (is_lesser(words[:start]) or is_lesser_before(words[end:]) or _WHOSE.match(words, end))
        for start, end in find_phrase(piece, words)
    )
    return found or same_name(piece, words) or _is_its_letters(piece, words)


def _is_its_letters(role: str, words: str) -> bool:
    """Whether they say it by its letters: "CEO" for "chief executive", or "… executive officer"."""
    letters = initials(role)
    each = (word for word in re.findall(r"\w+", words) if word.isupper() and is_role(word))
    return bool(letters) and any(
        word.startswith(letters) and len(word) - len(letters) < _MORE_LETTERS for word in each
    )


def _whose(index: Index, place: Place) -> str | None:
    """Whom a description tells about that holds this place."""
    number = index.number_at(place)
    numbers = [] if number is None else [number]
    for name in index.cast.full_names(numbers):
        if is_a_body(name) or initials(name) == index.text(place):
            continue  # "the World Food Programme (WFP)"
        described = index.cast.described(name)
        if any(start <= place[0] and place[1] <= end for start, end in described):
            return name
    return None


def _of_different_countries(index: Index, name: str, other: str) -> bool:
    """Whether the article says of what country each is, and not of the same."""
    mine, theirs = (" ".join(map(index.text, index.cast.described(e))) for e in (name, other))
    return of_different_countries(mine, theirs, primary(index.language))


def _perhaps_one(name: str, other: str) -> bool:
    return (
        same_name(name, other)
        or same_name(other, name)
        or same_surname(name, other)
        or same_surname(other, name)
    )


def _shares_a_word(role: str, described: str) -> bool:
    """Whether they may be two ways to say the same."""
    return any(len(word) > 3 and next(find_phrase(word, described), None) for word in role.split())
