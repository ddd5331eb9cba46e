"""How the words of an article stand to a name that is given for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from ..text import folded
from .cast import Cast, Place
from .compare import ends_with_name, perhaps_same, same_name, same_surname, spells_out
from .described import described_surname, holds_name, is_described
from .words import KNOWN

Standing = Literal[
    "to_the_letter",  # Talgat Kaliyev
    "but_for_typography",  # "Talgat  Kaliyev"
    "form",  # inflected, or with a title, or a surname that nobody else bears
    "longer",  # more than the name, which may be another's
    "surname_of_several",
    "perhaps",  # without what may be a surname: Hugo Boss, of Hugo Boss Kazakhstan
    "pronoun",  # of one who is named near it
    "another",  # a name, and not this one
    "description",  # no name; this one stands elsewhere
    "nowhere",  # the article does not have the name
]


class Relation(NamedTuple):
    """How words stand to a name, and where one sees it."""

    standing: Standing
    place: Place | None = None
    """Where the name stands, if not in these words."""
    other: str | None = None
    """Who else may be meant."""


def relation(name: str, words: str, cast: Cast, near: Sequence[int]) -> Relation:
    """What the words are to the name, in an article with this cast; `near`: where they stand."""
    if name == words:
        return Relation("to_the_letter")
    if folded(name) == folded(words):
        return Relation("but_for_typography")
    if same_name(name, words) and not _is_filled_in(name, words, cast):
        return Relation("form")
    if is_described(name, words):
        return Relation("form")
    if ends_with_name(words, name) or holds_name(name, words):
        return Relation("longer")
    place = cast.place_of(name, cast.sentences.all_sentences)
    if place is None or _is_filled_in(name, cast.sentences.text(place), cast):
        return Relation("nowhere")
    surname = words if same_surname(name, words) else described_surname(name, words)
    if surname:
        others = cast.namesakes(name, surname)
        if not others:
            return Relation("form", place)
        return Relation("surname_of_several", place, others[0])
    if perhaps_same(name, words):
        return Relation("perhaps", place)
    if _looks_like_a_name(words, cast):
        return Relation("another", place)
    nearby = cast.place_of(name, near)
    if nearby and words.lower() in KNOWN.pronouns:
        return Relation("pronoun", nearby)
    return Relation("description", place)


def _is_filled_in(name: str, words: str, cast: Cast) -> bool:
    """«Е. Омаров» is not «Ермек Омаров» unless the article says so somewhere."""
    return spells_out(name, words) and not cast.spells_out(name)


def _looks_like_a_name(words: str, cast: Cast) -> bool:
    """Whether a word is capitalised that the article does not also write in lower case."""
    return any(
        word[0].isupper()
        and word.lower() not in KNOWN.pronouns
        and not cast.sentences.first(word.lower(), cast.sentences.all_sentences)
        for word in words.split()
    )
