"""Common nouns for a body that was named before: "the company", «министерство»."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from . import titles
from .words import KNOWN

_WIDER = {"organisation": frozenset(("union", "party", "agency", "school")), "company": {"bank"}}
"""What else a kind may be called."""


@lru_cache(maxsize=2048)
def bodies_meant(words: str) -> frozenset[str]:
    """The kinds of body that a description speaks of; none if it holds anything like a name.

    >>> sorted(bodies_meant("The union")), sorted(bodies_meant("l'organisation islamiste"))
    (['union'], ['organisation'])
    >>> bodies_meant("Transport Union"), bodies_meant("the chairman")
    (frozenset(), frozenset())
    """
    told = _split(words)
    if told and told[0].lower().strip("'’") in KNOWN.links | KNOWN.no_given_name:
        del told[0]
    told = [*takewhile(lambda word: word.lower().strip("'’") not in KNOWN.of, told)]
    nouns = [word for word in told if _kinds(word)]
    others = [word for word in told if word not in nouns]
    if len(nouns) != 1 or any(word[:1].isupper() for word in others):
        return frozenset()
    return _kinds(nouns[0])


def may_be_such(name: str, kinds: frozenset[str]) -> bool:
    """Whether a name does not say that it is of another kind: no ministry is "the union"."""
    own = frozenset[str]().union(*map(_kinds, _split(name)))
    wider = own | {kind for kind, others in _WIDER.items() if own & others}
    return not own or bool(wider & kinds) or any(own & _WIDER.get(kind, set()) for kind in kinds)


def names_its_kind(name: str, kinds: frozenset[str]) -> bool:
    """Whether a name says that it is of one of these kinds: "Selm Bank" of a bank."""
    return not kinds.isdisjoint(frozenset[str]().union(*map(_kinds, _split(name))))


def begins_with_a_kind(name: str) -> bool:
    """Whether the first word of a name tells what kind of body bears it: «شركة سلم»."""
    return bool(_kinds(_split(name)[0]))


def _split(words: str) -> list[str]:
    return re.split(r"[ \u00a0]+|(?<=['’])", words.strip())


@lru_cache(maxsize=2048)
def _kinds(word: str) -> frozenset[str]:
    even = titles.even(word)
    return frozenset(kind for kind, noun in KNOWN.bodies.items() if re.fullmatch(noun, even))
