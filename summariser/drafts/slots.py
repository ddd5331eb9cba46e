"""Who or what stands in a source where a draft has another: "the efforts of France and Germany".

A name that a source knows is compared nowhere else with where it stands.  Here it is, if a sentence
of a source tells the same but for one name: the words on both sides of it are those of the draft.
So are the few words that a draft puts in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from ..checks import Index
from ..names import find_countries, same, same_name, same_surname, seat_of
from ..schema import DraftClaim
from ..text import SPACELESS, primary
from .held import Held
from .names import outermost
from .places import Place, meets
from .sources import At, word_traits
from .wording import TOKEN, even

_NEAREST, _ENOUGH = 3, 0.9
_BESIDE = 2  # words on each side
_ALIKE = 3  # of these four
_FEW = 3  # words in quotation marks
_REACH = 60  # characters


def check_slots(held: Held, number: int, within: list[Place]) -> Iterator[DraftClaim]:
    """What the sources have where a draft names one of theirs, or quotes a word or two."""
    if held.is_translated:
        return
    draft = held.draft
    alike = held.alike(number, draft.region(number))
    near = [at for at in alike.ranked[:_NEAREST] if alike[at] >= _ENOUGH]
    near = [at for at in near if held.reads_alike[at.source]]
    for place in _names(draft, number):
        if not any(meets(place, each) for each in within):
            yield from _in_its_place(held, number, place, near)
    for place in draft.quotations(number):
        if len(TOKEN.findall(draft.whole, *place)) <= _FEW:
            yield from _said_in_its_place(held, number, place, near)


def _in_its_place(
    held: Held, number: int, place: Place, near: Iterable[At]
) -> Iterator[DraftClaim]:
    """The name of a source that has the neighbours of this one, which is not named near there."""
    draft = held.draft
    name = draft.text(place)
    mine = _neighbours(draft, place)
    if held.sources.first(name) is None and not SPACELESS.match(name):
        return  # the name itself is what is unknown
    for at in near:
        index = held.sources.indexes[at.source]
        names = _names(index, at.number)
        if index.first(name, [at.number]) or any(
            _are_one(name, index.text(each), index.language) for each in names
        ):
            return
        for other in names:
            words = index.text(other)
            is_there = draft.first(words, [number]) is not None
            if not is_there and _agree(mine, _neighbours(index, other), draft.language):
                reason = f"{held.words(at.source, other)} stands there"
                found = at.source, other
                yield held.claim("name", number, place, "unchecked", reason, found)
                return


def _said_in_its_place(
    held: Held, number: int, place: Place, near: Iterable[At]
) -> Iterator[DraftClaim]:
    """The word that a source has in quotation marks where a draft has another so."""
    words = held.draft.text(place)
    traits = word_traits(words, held.language)
    mine = _neighbours(held.draft, place)
    if held.sources.first(words) or any(map(held.sources.knows, traits)):
        return
    for at in near:
        index = held.sources.indexes[at.source]
        for other in index.quotations(at.number):
            if _agree(mine, _neighbours(index, other), held.language):
                reason = f"{held.words(at.source, other)} stands there"
                found = at.source, other
                yield held.claim("quotation", number, place, "unchecked", reason, found)
                return


def _names(index: Index, number: int) -> list[Place]:
    """The names of a sentence; in a script without spaces the countries."""
    start, end = index.region(number)
    if SPACELESS.search(index.whole, start, end):
        return [each.place for each in index.countries(number)]
    places = outermost(index, number)
    if index.cast.nouns_are_capitalised:
        countries = [each.place for each in index.countries(number) if not each.is_adjective]
        places = [each for each in places if index.cast.is_person(index.text(each))] + countries
    return [each for each in places if each[0] > start]


def _are_one(name: str, other: str, language: str) -> bool:
    codes = [_country(each, primary(language)) for each in (name, other)]
    if codes[0] and codes[0] == codes[1]:
        return True
    return (
        same(name, other)
        or same_name(name, other)
        or same_surname(name, other)
        or same_surname(other, name)
    )


def _country(words: str, language: str) -> str | None:
    """The country that they name, or whose government sits there: "Russian", "the Kremlin"."""
    named = next(iter(find_countries(words, language)), None)
    return named.code if named else seat_of(words, language)


def _neighbours(index: Index, place: Place) -> tuple[list[str], list[str]]:
    """The words before a place, the nearest first, and those behind it."""
    start, end = place
    line = max(index.whole.rfind("\n", 0, start) + 1, start - _REACH)
    before = [each[0] for each in TOKEN.finditer(index.whole, line, start)]
    behind = [each[0] for each in TOKEN.finditer(index.whole, end, end + _REACH)]
    return before[::-1][:_BESIDE], behind[:_BESIDE]


def _agree(
    mine: tuple[list[str], list[str]], theirs: tuple[list[str], list[str]], language: str
) -> bool:
    """Whether most of the neighbours are the same, one at least on each side, and not all small."""
    sides = [
        [one for one, other in zip(a, b, strict=False) if _is_one(one, other, language)]
        for a, b in zip(mine, theirs, strict=True)
    ]
    shared = [*chain.from_iterable(sides)]
    told = any(word_traits(word, language) or SPACELESS.match(word) for word in shared)
    return all(sides) and len(shared) >= _ALIKE and told


def _is_one(one: str, other: str, language: str) -> bool:
    if even(one) == even(other):
        return True
    return not word_traits(one, language).isdisjoint(word_traits(other, language))
