"""Names of a draft in a script without capitals.

Found are those who are named behind what they are, or beside a surname of a source, and firms by
their kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import ne

from ..names import begins_with_surname, find_bodies, find_titled
from ..schema import DraftClaim
from ..text import SPACELESS, primary
from .held import WORD, Held
from .places import Place, meets
from .sources import Sources, kept


def check_titled(held: Held, number: int) -> Iterator[DraftClaim]:
    """What the sources say of each name in a sentence that has no capitals."""
    index = held.draft
    start, end = index.region(number)
    for first, last in find_titled(index.whole[start:end], primary(held.language)):
        place = start + first, start + last
        literal = held.sources.first(index.text(place))
        if literal:
            yield held.claim("name", number, place, "exact", None, literal)
            continue
        near = _titled_like(held, index.text(place))
        if near:
            reason = f"{held.words(*near)} is who is named there"
            yield held.claim("name", number, place, "contradicted", reason, near)
        elif not held.is_translated and begins_with_surname(index.text(place), held.language):
            yield held.claim("name", number, place, "absent", held.nowhere)
    yield from _misnamed(held, number)
    if not held.is_translated:
        yield from _unknown_bodies(held, number)


def _unknown_bodies(held: Held, number: int) -> Iterator[DraftClaim]:
    """In a script without spaces: a firm of whose name no source has the last characters."""
    start, end = held.draft.region(number)
    for first, last in find_bodies(held.draft.whole[start:end], primary(held.language)):
        words = held.draft.whole[start + first : start + last]
        if not any(words[:2] in index.whole for index in held.sources.indexes):
            yield held.claim("name", number, (start + first, start + last), "absent", held.nowhere)


def _titled_like(held: Held, name: str) -> tuple[int, Place] | None:
    """Somebody of a source whose name differs in one character."""
    for other, at in _all_titled(held.sources).items():
        if len(other) == len(name) and sum(map(ne, other, name)) == 1:
            return at
    return None


@kept
def _all_titled(sources: Sources) -> dict[str, tuple[int, Place]]:
    found: dict[str, tuple[int, Place]] = {}
    for source, index in enumerate(sources.indexes):
        for number in index.all_sentences:
            start, end = index.region(number)
            for first, last in find_titled(index.whole[start:end], primary(index.language)):
                place = start + first, start + last
                found.setdefault(index.text(place), (source, place))
    return found


def _misnamed(held: Held, number: int) -> Iterator[DraftClaim]:
    """A surname of a source behind a word that stands in none: another given name."""
    index = held.draft
    words = [*WORD.finditer(index.whole, *index.region(number))]
    for before, word in pairwise(words):
        named = _speakers(held.sources).get(word[0])
        if not named or before[0] in named or not held.sources.knows_not(before[0], held.language):
            continue
        if any(meets(before.span(), act.verb) for act in index.acts(number)):
            continue  # «ويرى عمر»: a verb, and no given name
        source, place = next(iter(named.values()))
        reason = f"{held.words(source, place)} is who is named there"
        span = before.start(), word.end()
        yield held.claim("name", number, span, "contradicted", reason, (source, place))


@kept
def _speakers(sources: Sources) -> dict[str, dict[str, tuple[int, Place]]]:
    """By the last word of who speaks, the words before it and where both stand."""
    found: dict[str, dict[str, tuple[int, Place]]] = {}
    for source, index in enumerate(sources.indexes):
        for number in index.all_sentences:
            for act in index.acts(number):
                words = [*WORD.finditer(index.whole, *act.speaker)] if act.speaker else []
                if len(words) > 1 and not SPACELESS.match(words[-1][0]):
                    place = words[-2].start(), words[-1].end()
                    found.setdefault(words[-1][0], {})[words[-2][0]] = source, place
    return found
