"""How many of what a draft counts: "three quays".

A small number is often the writer's own, reckoned up from what the sources name one by one.
"""

from __future__ import annotations

import re
from itertools import combinations

from ..checks import Index
from ..figures import Figure
from ..schema import DraftClaim
from ..text import CLAUSE_END, SPACELESS
from .held import Held
from .places import Place
from .sources import ENOUGH, FIRST, SAME, Alike, Sources, Stated, kept, word_traits

_COUNTED, _COUNTED_IN_WORDS = 3, 10
"""Up to the one a writer counts without a source; up to the other in words, if no source does."""
_FEW_THINGS, _MANY, _TIMES = 20, 100, 10
_BEHIND, _NEXT = 40, 4  # characters and words behind a number, up to what it counts
_WORD = re.compile(r"\w+")


def is_counted(figure: Figure) -> bool:
    """Whether a writer counts as many without a source."""
    return all(each.amount <= _COUNTED and each.upper is None for each in figure.readings)


def is_of_years(held: Held, number: int, figure: Figure) -> bool:
    """Whether so much time lies between two years of its sentence: "40 years, 1976 to 2016"."""
    years = {year for dated, _ in held.draft.dates(number) for year in dated.when.years}
    between = {abs(one - other) for one, other in combinations(years, 2)}
    return any(each.amount in between and each.upper is None for each in figure.readings)


def is_reckoned(held: Held, number: int, figure: Figure, place: Place, claim: DraftClaim) -> bool:
    """Whether a small number in words, which no source has, is the writer's own: "four airports".

    Not where a source has another small number in its place.
    """
    is_small = all(each.amount <= _COUNTED_IN_WORDS for each in figure.readings)
    if not is_small or any(each.isdigit() for each in held.draft.text(place)):
        return False
    if claim.verdict == "absent":
        return not _has_small_numbers(held, held.alike(number, place))
    found = claim.found
    rivals = held.sources.figures if found and claim.verdict == "contradicted" else []
    there = (each for each in rivals if found and each.place[0] == found.start)
    return any(each.figure.readings[0].amount > _MANY for each in there)


def _has_small_numbers(held: Held, alike: Alike) -> bool:
    """Whether a sentence that tells of the same counts a few things."""
    return any(
        each.figure.kind == "number" and 1 < each.figure.readings[0].amount <= _FEW_THINGS
        for at in alike.near(SAME)
        for each in held.sources.figures_at(at)[:FIRST]
    )


def counted_otherwise(held: Held, number: int, figure: Figure, place: Place) -> Stated | None:
    """Another number of the same things, where the same is told: "two quays" for "three quays".

    None where any source counts as many of them.
    """
    noun = counted_noun(held.draft, place)
    alike = held.alike(number, place)
    if not noun or alike.best < ENOUGH or figure.readings[0].upper is not None:
        return None
    readings = {each.amount for each in figure.readings}
    others = [stated for each in sorted(noun) for stated in _counted(held.sources).get(each, ())]
    counts = (each for stated in others for each in stated.figure.readings)
    if any(each.amount in readings or each.upper in readings for each in counts):
        return None
    near = {at for at in alike.near(SAME) if held.reads_alike[at.source]}
    return next((each for each in others if each.at in near and _is_small(each, figure)), None)


@kept
def _counted(sources: Sources) -> dict[str, list[Stated]]:
    """By what they count, the numbers of all sources."""
    found: dict[str, list[Stated]] = {}
    for stated in sources.figures:
        if stated.figure.kind == "number":
            for noun in counted_noun(sources.indexes[stated.at.source], stated.place):
                found.setdefault(noun, []).append(stated)
    return found


def _is_small(stated: Stated, figure: Figure) -> bool:
    """Whether both are counts, and no round number for many, nor two of the many."""
    amounts = [each.readings[0].amount for each in (stated.figure, figure)]
    return max(amounts) <= _MANY and max(amounts) <= min(amounts) * _TIMES


def may_count_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two numbers may count the same, as far as the words behind them tell."""
    return not one or not other or not one.isdisjoint(other)


def counted_noun(index: Index, place: Place) -> frozenset[str]:
    """What is counted by a number, as the first word behind it says; in a script without spaces
    the measure.
    """
    behind = index.behind(place)[:_BEHIND]
    if SPACELESS.match(behind):
        return frozenset((behind[0],))
    if not behind[:1].isspace():
        return frozenset()
    for word in _WORD.findall(CLAUSE_END.split(behind)[0])[:_NEXT]:
        if word.isdigit() or not word.islower():
            return frozenset()
        found = word_traits(word, index.language)
        if found:
            return found
    return frozenset()
