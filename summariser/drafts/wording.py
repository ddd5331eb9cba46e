"""The words of texts, one after the other, to find those of a quotation in them.

Letter case, punctuation and typography are left aside.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import NamedTuple

from ..checks import Index
from ..names import without_asides
from ..text import SPACELESS, folded
from .places import Place

_VOWELS = "\u064b-\u0652"  # of Arabic, which are seldom written
TOKEN = re.compile(rf"{SPACELESS.pattern}|(?:(?!{SPACELESS.pattern})[\w{_VOWELS}])+(?:['’ʼ‘]\w+)*")
_VOWEL = re.compile(f"[{_VOWELS}]")
LEFT_OUT = re.compile(r"\[[^\]]{0,80}\]|\(\s*(?:…|\.{3,4})\s*\)|…+|\.{3,4}")
_FAR = 600  # characters between two pieces of one quotation
_ASIDE = 80  # characters between two parts of what somebody says: '," she said, "'
_COMMON = 200


class Tokens(NamedTuple):
    """Words of a text with the places where they stand."""

    words: list[str]
    places: list[Place]

    @classmethod
    def of(cls, index: Index, regions: Sequence[Place]) -> Tokens:
        """The words of some pieces of a text, one after the other."""
        found = [
            (each[0], each.span())
            for start, end in regions
            for each in TOKEN.finditer(index.whole, start, end)
        ]
        return cls([even(word) for word, _ in found], [place for _, place in found])


def even(word: str) -> str:
    """A word as it is compared."""
    return _VOWEL.sub("", folded(word).lower())


class Text:
    """The words of a text, to find others in them."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._joined = "\0" + "\0".join(tokens.words) + "\0"
        self._starts = [*accumulate((len(word) + 1 for word in tokens.words), initial=0)]
        self._at: dict[str, list[int]] = {}
        for at, word in enumerate(tokens.words):
            self._at.setdefault(word, []).append(at)

    def find(self, words: list[str], since: int = 0) -> tuple[int, int] | None:
        """Where these words stand one after the other: the first and the one behind the last."""
        joined = "\0" + "\0".join(words) + "\0"
        found = self._joined.find(joined, self._starts[min(since, len(self._starts) - 1)])
        if found < 0 or not words:
            return None
        first = bisect_right(self._starts, found) - 1
        return first, first + len(words)

    def find_inflected(self, words: list[str], ending: re.Pattern[str]) -> tuple[int, int] | None:
        """The same, if the last has one more ending: "derin yaralar" in "derin yaralarımız"."""
        for at in self._at.get(words[0], ()) if len(words) > 1 else ():
            run = self.tokens.words[at : at + len(words)]
            is_longer = len(run) == len(words) and run[-1].startswith(words[-1])
            if is_longer and run[:-1] == words[:-1] and ending.fullmatch(run[-1], len(words[-1])):
                return at, at + len(words)
        return None

    def nearest(self, words: list[str]) -> tuple[int, int] | None:
        """Between which words most of these stand, in order."""
        votes: Counter[int] = Counter()
        bucket = max(len(words) // 2, 4)
        for at, word in enumerate(words):
            places = self._at.get(word, ())
            if len(places) <= _COMMON:
                votes.update({(place - at) // bucket for place in places})
        if not votes:
            return None
        best = max(votes, key=lambda each: (votes[each] + votes[each + 1], -each))
        first = max(0, best * bucket - bucket)
        return first, min(len(self.tokens.words), (best + 2) * bucket + len(words) + bucket)


class Speeches:
    """What stands between quotation marks in one source, and all its words."""

    def __init__(self, index: Index) -> None:
        self.index = index
        numbers = index.all_sentences
        places = {each for number in numbers for each in index.quotations_around(number)}
        self.places = sorted(places)
        self.quoted = Text(Tokens.of(index, self.said(self.places)))
        self.whole = Text(Tokens.of(index, [(0, len(index.whole))]))
        self.has_speech = any(map(index.is_said, self.places))
        """Whether it tells what is said by marks, as a press release seldom does."""

    def said(self, places: Sequence[Place]) -> list[Place]:
        """What is said at these places, without who says it: «Ждём, – сказал он, – и верим»."""
        return without_asides(self.index.whole, places, self.index.language)

    def behind(self, place: Place) -> Place | None:
        """The next word that is said, if it is of the same sentence or the one behind it."""
        at = bisect_right(self.quoted.tokens.places, place[1], key=itemgetter(0))
        return self._beside(at, place)

    def before(self, place: Place) -> Place | None:
        """The word that is said before a place, if it is of the same sentence."""
        at = bisect_left(self.quoted.tokens.places, place[0], key=itemgetter(0)) - 1
        return self._beside(at, place)

    def _beside(self, at: int, place: Place) -> Place | None:
        places = self.quoted.tokens.places
        if not 0 <= at < len(places):
            return None
        word = places[at]
        start, end = min((word, place))[1], max(word[0], place[0])
        is_near = end - start < _ASIDE and "\n" not in self.index.whole[start:end]
        return word if is_near else None

    def word(self, place: Place) -> str:
        """A word as it is compared."""
        return even(self.index.whole[slice(*place)])


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return [even(word) for word in TOKEN.findall(text)]


def cut_up(whole: str) -> Iterator[tuple[str, list[str]]]:
    """The pieces of a quotation, each with the mark before it of what is left out."""
    end, mark = 0, ""
    for each in LEFT_OUT.finditer(whole):
        piece = words_of(whole[end : each.start()])
        if piece:
            yield mark, piece
            mark = ""
        end, mark = each.end(), mark + each[0]
    if piece := words_of(whole[end:]):
        yield mark, piece


def gap_or_word(
    gap: Place, places: Sequence[Place], one: tuple[int, int], other: tuple[int, int]
) -> Place:
    """A gap, or the word before it where nothing stands in it."""
    return gap if other[0] > one[1] else places[one[1] - 1]


def spans_of(text: Text, pieces: list[list[str]], since: int = 0) -> Iterator[tuple[int, int]]:
    """Between which words of a text the pieces stand, one behind the other, as far as they do."""
    for piece in pieces:
        found = text.find(piece, since)
        if found is None:
            return
        yield found
        since = found[1]


def in_order(text: Text, pieces: list[list[str]]) -> Place | None:
    """From where to where all pieces stand, one behind the other and none too far off."""
    places = text.tokens.places
    found = [(places[first][0], places[end - 1][1]) for first, end in spans_of(text, pieces)]
    if not found or len(found) < len(pieces):
        return None
    is_near = all(other[0] - one[1] <= _FAR for one, other in pairwise(found))
    return (found[0][0], found[-1][1]) if is_near else None
