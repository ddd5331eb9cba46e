"""Common nouns that are given as names, of one thing or of several: "free port", "free ports"."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile

from .titles import even, words_of
from .words import KNOWN


def is_part_of(name: str, words: str) -> bool:
    """Is it one word of a full name, which may be anybody's: Ng, of Ng Yat Chung; or its plural?"""
    one, two = (words_of(even(each)) for each in (name, words))
    if len(two) != 1:
        return False
    return (len(one) > 1 and two[0] in one) or (len(one) == 1 and _differ_in_number(*one, *two))


def same_but_for_number(name: str, words: str) -> bool:
    """Is it one thing, of which there is one or are several?  Of common nouns, never of names.

    >>> same_but_for_number("empleado público", "empleados públicos")
    True
    >>> same_but_for_number("Robert Adam", "Robert Adams")
    False
    """
    one, two = name.split(), words.split()
    if not words.islower() or len(one) != len(two):
        return False
    return all(
        a.lower() == b or _differ_in_number(a.lower(), b) for a, b in zip(one, two, strict=True)
    )


@lru_cache(maxsize=2048)
def _differ_in_number(one: str, other: str) -> bool:
    pairs = zip(one, other, strict=False)
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    stems = range(max(3, common - 1), common + 1)
    return any(
        one[cut:] in endings and other[cut:] in endings
        for endings in KNOWN.number_endings
        for cut in stems
    )
