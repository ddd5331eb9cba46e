"""The speaker that a reply names, and where the text names this one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from ..names import (
    bare_of_courtesy,
    belongs_to_speaker,
    find_full_names,
    holds_person,
    how_told,
    is_a_body,
    is_kind_of_body,
    is_whose,
    may_be_of_a_person,
    names_somebody,
    relation,
    same_name,
    same_surname,
    without_titles,
)
from ..text import SPACELESS, folded
from .finding import Place
from .index import Index
from .scope import Scope

AT_THE_START = 80
"""Characters from the beginning of a sentence in which it names whom it is about."""
FARTHEST = 8
"""Sentences between a name and what stands for it."""
_SAME = frozenset(
    "to_the_letter but_for_typography form longer surname_of_several perhaps short tied".split()
)


class Claimed:
    """The speaker that a reply names."""

    def __init__(self, index: Index, name: str, verbatim: str | None) -> None:
        self.index = index
        self.name = name
        self.verbatim = verbatim

    def is_in(self, place: Place) -> bool:
        """Whether the words at a place are, or hold, this speaker's name."""
        index, name = self.index, self.name
        words = index.text(place)
        if self.is_only_whose(words):
            return False
        if index.holds_words(name, place):
            return not belongs_to_speaker(name, words, index.language)
        if self.bears(words):
            return True
        if _full_names(words):  # somebody else's, whatever else is said of them
            return False
        return relation(name, words, index.cast, near=()).standing in _SAME

    def is_introduced(self, scope: Scope) -> bool:
        """Whether the cited sentences, the title, or what stands before them names this speaker.

        Or what follows in their paragraph: "he said. Tom Reed, who runs the port, also …".
        """
        if not scope.cited or self.follows(scope) or self.is_in_paragraph(scope):
            return True
        first, last = min(scope.cited), max(scope.cited)
        told = (number for number in scope.attributed if number < first)
        numbers = [0, *told, *range(max(1, first - FARTHEST), last + 1)]
        known = [number for number in numbers if number in self.index.all_sentences]
        return any(self.stands_in(number, len(self.index.whole)) for number in known)

    def is_in_paragraph(self, scope: Scope) -> bool:
        """Whether the rest of the cited sentences' paragraph names this speaker."""
        end = self.index.region(max(scope.cited))[1]
        paragraph = self.index.whole.find("\n", end)
        last = len(self.index.whole) if paragraph < 0 else paragraph
        numbers = [each for each in self.index.sentences_in(end, last) if each > max(scope.cited)]
        return any(self.stands_in(number, len(self.index.whole)) for number in numbers)

    def follows(self, scope: Scope) -> bool:
        """Whether the next sentence, which is said to name who speaks, begins with this name."""
        index, after = self.index, max(scope.cited) + 1
        if after not in scope.attributed:
            return False
        start = index.region(after)[0]
        place = self.stands_in(after, start + AT_THE_START)
        return place is not None

    @cached_property
    def _is_telling(self) -> bool:
        return how_told(self.verbatim or "", self.index.article.language) != "pronoun"

    def bears(self, words: str) -> bool:
        """Whether they hold the name, in any form; of Reed not "Reed's lawyer Ida Holm"."""
        return same_name(self.name, words) or not all(self._whose(words))

    def is_only_whose(self, words: str) -> bool:
        """Whether they hold a person's name, but as whose the speaker is: "Reed's lawyer"."""
        even = folded(words)
        before, found, behind = even.partition(folded(self.name))
        if found:
            return self._is_whose(even, (len(before), len(even) - len(behind)))
        whose = [*self._whose(words)]
        return bool(whose) and all(whose)

    def _whose(self, words: str) -> Iterator[bool]:
        """Wherever they hold the name, in any form, whether it is but whose the speaker is."""
        for piece in re.split("[,،]", words):
            yield from (self._is_whose(piece, place) for place in self._places_in(piece))

    def _places_in(self, words: str) -> Iterator[Place]:
        full = _full_names(words)
        if full:
            yield from (each for each in full if same_name(self.name, words[slice(*each)]))
            return
        if not self._is_perhaps_a_person and is_a_body(self.name):
            return  # what is only a word of its name is nobody's surname
        each = [(0, 0), *(word.span() for word in re.finditer(r"\S+", words))]
        for before, word in pairwise(each):
            surname = same_surname(self.name, words[slice(*word)])
            if surname and not is_kind_of_body(words[slice(*before)]):
                yield word

    def _is_whose(self, words: str, place: Place) -> bool:
        """Of a body, its people speak for it."""
        language = self.index.language
        return self._is_perhaps_a_person and is_whose(self.name, words, place, language)

    @cached_property
    def _is_perhaps_a_person(self) -> bool:
        if self.name.lower() == self.name.upper():  # a script without capitals
            return not is_a_body(self.name)
        return may_be_of_a_person(self.name, self.index.cast)

    def is_described_in(self, place: Place) -> bool:
        """Whether they are the words that the reply gives for the name."""
        index, words = self.index, self.verbatim
        if not words or not self._is_telling or not index.holds_words(words, place):
            return False
        told = index.text(place)
        if self._is_perhaps_a_person and folded(told) != folded(words) and self._is_another(told):
            return False  # of Ida Reed not "Reed press secretary Tom Lund"
        return not belongs_to_speaker(words, told, index.language)

    def _is_another(self, words: str) -> bool:
        """Whether they hold the full name of a person, and it is somebody else."""
        full = (words[slice(*each)] for each in _full_names(words))
        people = [each for each in full if self.index.cast.is_person(each)]
        named = {word for each in people for word in each.split()}
        return bool(people) and named.isdisjoint(self.name.split())

    def stands_in(self, number: int, before: int) -> Place | None:
        """Where a sentence names this speaker ahead of an offset, last."""
        index = self.index
        start, end = index.region(number)
        end = min(end, before)
        places = [each for each in index.find(self.name, [number]) if each[1] <= end]
        if self.verbatim and self._is_telling:
            places += [each for each in index.find(self.verbatim, [number]) if each[1] <= end]
        places += [
            each
            for each in index.cast.names_like(self.name, [number])
            if start <= each[0]
            and each[1] <= end
            and self.bears(index.text(each))
            and not is_kind_of_body(
                (index.whole[max(start, each[0] - 40) : each[0]].split() or [""])[-1]
            )
        ]
        return max(places, default=None)


def is_named(claimed: Claimed, place: Place) -> bool:
    """Whether the words hold a full name, or a surname that the article gives in full."""
    words = claimed.index.text(place)
    full = [words[start:end] for start, end in find_full_names(words)]
    cast = claimed.index.cast
    # A verb tells that somebody speaks: where all nouns have capitals, too, it may be a name.
    if full and (not cast.nouns_are_capitalised or any(map(holds_person, full))):
        return True
    if not SPACELESS.search(words) and not names_somebody(words, cast):
        return False  # the chairman of FACC
    if without_titles(words) not in ("", words):
        return True  # Chancellor Reed
    last = words.split()[-1]
    return last[:1].isupper() and bool(claimed.index.cast.namesakes(claimed.name, last))


def _full_names(words: str) -> list[Place]:
    """Where full names stand: of "Minister Reed", «M. Roux», a title and a surname, none."""
    names = ((each, bare_of_courtesy(words[slice(*each)])) for each in find_full_names(words))
    return [place for place, name in names if " " in without_titles(name)]
