"""Numbers written as one word: fünfundzwanzig, duemilacinquecento, ikibinbeşyüz."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from ..languages import LANGUAGES, SumWords
from .characters import LETTER

_HUNDRED, _THOUSAND = 100, 1000
_MOST = 12
"""Pieces of a number below a million, or two: they overlap, and more would be tried in all ways."""


class Compounds:
    """The numbers that a language makes of its numerals, as one word.

    Attributes:
        pieces: what such words are made of.

    >>> compounds("it").value("duemilacinquecento"), compounds("it").value("duemilacinque-")
    (Decimal('2500'), None)
    """

    def __init__(self, makers: list[_Maker]) -> None:
        self._makers = makers
        self.pieces = frozenset(piece for maker in makers for piece in maker.pieces)
        word = f"(?:{'|'.join(sorted(self.pieces, key=len, reverse=True)) or '(?!)'}){{2,{_MOST}}}"
        self._word = re.compile(f"(?<![{LETTER}]){word}(?![{LETTER}])")

    def stand_in(self, clean: str) -> bool:
        """Whether a text holds one, or what looks so far like one."""
        return self._word.search(clean) is not None

    def value(self, word: str) -> Decimal | None:
        """What a word amounts to; None: it is no such number."""
        if not self._word.fullmatch(word):
            return None
        return next((value for maker in self._makers for value in maker.values(word)), None)


class _Maker:
    """One language's way to join numerals: those of all its sections, as one of them says."""

    def __init__(self, says: SumWords, *sections: SumWords) -> None:
        self._sizes = {
            piece: Decimal(value)
            for table in (*(section.numerals for section in sections), says.joined)
            for value, pieces in table.items()
            for piece in pieces.split("|")
            if piece.isalpha()
        }
        self._and = says.joined_and
        self.pieces = (*self._sizes, *([self._and] if self._and else []))

    def values(self, word: str) -> Iterator[Decimal]:
        """All that it may amount to, which is one number or none."""
        yield from self._values(word, Decimal(0), Decimal(0))

    def _values(self, rest: str, thousands: Decimal, below: Decimal) -> Iterator[Decimal]:
        if not rest:
            yield thousands + below
            return
        joined = bool(self._and) and below > 0 and rest.startswith(self._and)
        for anded in (False, True) if joined else (False,):
            left = rest.removeprefix(self._and) if anded else rest
            for piece, size in self._sizes.items():
                grown = left.startswith(piece) and self._grown(thousands, below, size, anded=anded)
                if grown:
                    yield from self._values(left.removeprefix(piece), *grown)

    def _grown(
        self, thousands: Decimal, below: Decimal, size: Decimal, *, anded: bool
    ) -> tuple[Decimal, Decimal] | None:
        """The number with one more piece, if it may follow."""
        small = below % _HUNDRED
        if size >= _THOUSAND:
            if anded or thousands % (size * _THOUSAND):  # a smaller scale follows a greater one
                return None
            return thousands + max(below, Decimal(1)) * size, Decimal(0)
        if size == _HUNDRED:
            return None if anded or below >= 20 else (thousands, max(below, Decimal(1)) * size)
        if size < 1:  # dreieinhalb
            fits = below > 0 and not anded
        elif anded:  # fünfundzwanzig, treintaicinco
            fits = (_is_unit(small) and _is_ten(size)) or (_is_ten(small) and _is_unit(size))
        else:
            fits = small == 0 or (not self._and and _is_ten(small) and _is_unit(size))
            fits = fits and (below == 0 or size < _HUNDRED)
        return (thousands, below + size) if fits else None


def _is_unit(size: Decimal) -> bool:
    return 0 < size < 10


def _is_ten(size: Decimal) -> bool:
    return 10 <= size < _HUNDRED and size % 10 == 0


@cache
def compounds(language: str | None) -> Compounds:
    """Those of an article in this language, with all that are read everywhere."""
    every = [each.figures.everywhere for each in LANGUAGES.values()]
    makers = [_Maker(section, section) for section in every if section.joined]
    if language and language in LANGUAGES:
        figures = LANGUAGES[language].figures
        if figures.own.joined:
            makers.insert(0, _Maker(figures.own, figures.own, figures.everywhere))
    return Compounds(makers)
