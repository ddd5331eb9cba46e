"""Whose part of a sentence holds a claim where two speak in it: "Reed said no, and Holm, yes".

Told by the words that the claim and the sentence share; in another language they share none, and
nothing is found.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from ..names import Act, find_full_names, how_told, joins_clauses
from ..text import SPACELESS
from .finding import Place
from .index import Index

_SHORTEST, _STEM = 4, 5  # letters of a word that tells, and of those that its forms share
_MORE = 2
_FEW = 3  # words between a comma and the one who speaks behind it, «pero lo niega Holm»
_BEFORE = 40  # characters
_CLAUSE = re.compile(r"(?:[^,;:!?…，；：。،؛—–()]|(?<=\d)[,:](?=\d))+")
_STOPS = ',;:!?…，；：。、،؛»”"」'


def part_of_another(index: Index, number: int, mine: Place, claim: str) -> Place | None:
    """Who else is named as speaking in a sentence, and whose part of it has the claim's words."""
    acts = _apart(index, number, mine)
    own = next((act for act in acts if act.speaker and _meet(act.speaker, mine)), None)
    if len(acts) < _MORE or own is None:
        return None
    parts = {act: _tokens(part) for act, part in _parts(index, number, acts).items()}
    names = frozenset().union(*(_tokens(index.text(act.speaker)) for act in acts if act.speaker))
    times = Counter(token for part in parts.values() for token in part)
    telling = {each for each in _tokens(claim) - names if times[each] == 1}
    shared = {act: len(telling & parts[act]) for act in acts}
    most = max(acts, key=lambda act: shared[act])
    is_more = shared[most] >= _MORE * (1 + shared[own])
    return most.speaker if is_more and _is_named(index, most) else None


def is_of_another_clause(index: Index, place: Place, claim: str) -> bool:
    """Whether a claim shares much more with another clause of a sentence than with a place's own.

    >>> from summariser import Article
    >>> text = "The sale, long put off, is over, and Selm Air will build two new quays in Norvik."
    >>> index = Index(Article.from_text(text))
    >>> [is_of_another_clause(index, place, "Selm Air builds two quays in Norvik.")
    ...  for word in ("put off", "build") for place in index.find(word, [1])]
    [True, False]
    """
    number = index.number_at(place)
    if number is None:
        return False
    start, end = index.region(number)
    wanted = _tokens(claim)
    shared: list[int] = []
    own = 0
    for clause in _CLAUSE.finditer(index.whole, start, end):
        here = len(wanted & _tokens(clause[0]))
        shared.append(here)
        if clause.start() <= place[0] < clause.end():
            own = here
    return max(shared, default=0) >= _MORE * (1 + own)


def _is_named(index: Index, act: Act) -> bool:
    words = index.text(act.speaker) if act.speaker else ""
    if SPACELESS.search(words) or find_full_names(words):
        return True
    capital = any(word[0].isupper() for word in words.split()[1:])  # le Qatar
    named = capital and not index.cast.nouns_are_capitalised
    return named or how_told(words, index.language) == "name"


def _apart(index: Index, number: int, mine: Place) -> list[Act]:
    """What is said by somebody named, each once, and not in words that run over another's.

    Or by a pronoun, if it is the one asked about.
    """
    named = {
        act.speaker: act
        for act in index.acts(number)
        if act.speaker
        and (act.speaker == mine or how_told(index.text(act.speaker), index.language) != "pronoun")
    }
    places = sorted(named)
    return [
        named[place]
        for place, other in zip(places, [*places[1:], (0, 0)], strict=False)
        if not _meet(place, other) and _begins(index, number, place)
    ]


def _begins(index: Index, number: int, place: Place) -> bool:
    """Whether a part begins with these words: not if one says what the other does."""
    start = index.region(number)[0]
    first = max(start, place[0] - _BEFORE)
    words = index.whole[first : place[0]].split()
    if len(words) <= _FEW and first == start:
        return True
    at = next((at for at, word in enumerate(reversed(words)) if word[-1] in _STOPS), _FEW + 1)
    return at <= _FEW or (bool(words) and joins_clauses(words[-1], index.language))


def _meet(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _parts(index: Index, number: int, acts: list[Act]) -> dict[Act, str]:
    """What each of them says: behind their words, or before "…, said Reed"."""
    start, end = index.region(number)
    speakers = [act.speaker for act in acts if act.speaker]
    edges = [start, *(edge for place in speakers for edge in place), end]
    pieces = [index.whole[first:last] for first, last in zip(edges[::2], edges[1::2], strict=True)]
    said: dict[Act, str] = {}
    for at, act in enumerate(acts):
        if act.beside:
            said[act] = pieces[at]
        else:
            said[act] = pieces[at + 1] if at else pieces[0] + pieces[1]
    return said


def _tokens(words: str) -> frozenset[str]:
    """The beginnings of its longer words, or each two characters of a script without spaces."""
    found = {
        word[:_STEM]
        for word in re.findall(r"[^\W\d_]+|\d+", words.lower())
        if len(word) >= _SHORTEST or word.isdigit()
    }
    if SPACELESS.search(words):
        found |= {one + two for one, two in pairwise(re.sub(r"\W", "", words))}
    return frozenset(found)
