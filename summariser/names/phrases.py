"""Words of a dictionary form in a text that inflects them: «первый заместитель», «первого …».

Word by word and in order, so of common nouns and names alike; what two names are to each other is
`compare`'s to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..text import SPACELESS, folded
from .lookup import forms, spellings
from .titles import role_stems
from .words import KNOWN

_WORD = re.compile(r"\w(?:[\w.&]*\w)?")
_SHORTEST_INFLECTED, _KEPT = 4, 3
_APART = re.compile(r"[^\w.,;:!?…]*")

Place = tuple[int, int]


def find_phrase(phrase: str, text: str, endings: Sequence[str] = ()) -> Iterator[Place]:
    """Where the words stand in a text, each perhaps in another case, with no comma between them.

    The last may have one of some more endings.

    >>> text = "Договор с первым заместителем акима подписан."
    >>> [text[start:end] for start, end in find_phrase("первый заместитель", text)]
    ['первым заместителем']
    """
    if SPACELESS.search(phrase):
        at = text.find(phrase)
        while at >= 0:
            yield at, at + len(phrase)
            at = text.find(phrase, at + len(phrase))
        return
    wanted = [word[0] for word in _WORD.finditer(folded(phrase))]
    even = folded(text).lower()
    if not all(each in even for each in beginnings(phrase)):
        return
    words = [(word[0], word.span()) for word in _WORD.finditer(folded(text))]
    if not wanted:
        return
    longer = {wanted[-1].lower() + ending for ending in endings}
    for at in range(len(words) - len(wanted) + 1):
        run = words[at : at + len(wanted)]
        each = zip(wanted[:-1], run, strict=False)
        last = run[-1][0]
        if (
            all(same_word(one, other) for one, (other, _) in each)
            and (last.lower() in longer or same_word(wanted[-1], last))
            and all(_APART.fullmatch(text, one[1][1], other[1][0]) for one, other in pairwise(run))
        ):
            yield run[0][1][0], run[-1][1][1]


def beginnings(phrase: str) -> list[str]:
    """How each word of it begins, in whatever case: all of this stands in a text that has it."""
    words = (word[0].lower() for word in _WORD.finditer(folded(phrase)))
    return [_bare(word)[:_KEPT] for word in words]


def same_word(one: str, other: str) -> bool:
    """One word, but for its case.

    >>> same_word("министр", "министром"), same_word("министр", "министерство")
    (True, False)
    """
    one, other = (_bare(word.lower()) for word in (one, other))
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST_INFLECTED or one[:_KEPT] != other[:_KEPT]:
        return False
    if not role_stems(one).isdisjoint(role_stems(other)):
        return True
    return not (spellings(one).isdisjoint(forms(other)) and spellings(other).isdisjoint(forms(one)))


def _bare(word: str) -> str:
    """Without an article that is part of it."""
    bare = word.removeprefix(KNOWN.attached_article)
    return bare if len(bare) >= _KEPT else word
