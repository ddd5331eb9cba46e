"""Do two items, read in two windows of one article, report one and the same fact?

Told by types, not by topics: by the sentences they cite, and by the names, sums and things in them.
A wrong yes hides a fact, a wrong no only repeats one: where it cannot be told, they are two.  How
two items become one is `merging`'s work.

    cited            what must agree                            what must not differ
    one sentence     a sum, a thing, or most of the text        names, roles, things, stances
    neighbours       names, and a sum, a number, or the text    all else, but for sums
    far apart        all names, and a sum or a number           all else, but for sums

The title, which all windows read, is shared only with what cites nothing else.  Somebody's words
(`Quoted`) are one position only if they share a sentence.  Of two items that share one, and of
which one alone is denied or cancelled, the one must have read all that the other has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import cached_property, lru_cache
from typing import Any, Literal, get_args, get_origin

from pydantic import AfterValidator

from ..names import has_initials, same, same_surname
from ..schema import (
    AsWritten,
    Cited,
    Deliverable,
    Evidence,
    FreeText,
    Grounded,
    Item,
    Mention,
    Money,
    Named,
    Part,
    Quoted,
    Stage,
    Stance,
)
from ..text import SPACELESS, fold

_UNGIVEN = ("unspecified", "other", "unknown", "unclear")
# Of 251 pairs of different items in the articles we have, one shares two fifths of its letters in
# threes; of 15 paraphrases in six languages, two thirds share that, and all but two a fifth.
_RATHER_ALIKE = 0.3
_MUCH_ALIKE = 0.5
# An inflected place still has three quarters: Астана, Астане; North Arlen has half of South Arlen.
_SAME_WORDS = 0.75


def is_empty(value: object) -> bool:
    """Whether a field says nothing: None, no entries, ``unspecified``."""
    return value in (None, "", [], *_UNGIVEN)


@lru_cache(maxsize=16_384)
def even(words: str) -> str:
    """Words without their typography and case."""
    return fold(words).text.casefold().strip()


@lru_cache(maxsize=16_384)
def within(one: str, other: str) -> bool:
    """Do the words of one of them stand in the other, but for typography and case?"""
    shorter, longer = sorted((even(one), even(other)), key=len)
    return shorter == longer or bool(fold(longer).find(shorter))


def same_named(one: Named, other: Named, *, speaking: bool = False) -> bool:
    """Is it one name in one role?  Who is unnamed in one of them is only known by the same words.

    ``speaking``: both speak in one sentence, so that the surname alone is the same person.
    """
    same_words = even(one.verbatim or "") == even(other.verbatim or "")
    if one.name is None or other.name is None:
        is_same = same_words
    else:
        first, second = sorted((one.name, other.name))
        is_same = same(first, second) or (speaking and _same_surname(first, second, same_words))
    return is_same and not differing(one, other)


def _same_surname(one: str, other: str, same_words: bool) -> bool:
    """Is one the other's surname, to the letter, or as it is inflected in the same words?"""
    return any(
        same_surname(full, alone) and (same_words or even(alone) in even(full).split())
        for full, alone in ((one, other), (other, one))
    )


def same_sum(one: Money, other: Money) -> bool:
    """Is it one figure, whatever the hedge?"""
    if (one.amount, one.upper, one.per) != (other.amount, other.upper, other.per):
        return False
    if one.currency != other.currency and one.currency and other.currency:
        return False
    figure = one.amount is not None and one.currency == other.currency
    return figure or within(one.verbatim, other.verbatim)


def same_thing(one: Deliverable, other: Deliverable) -> bool:
    """Is it one thing: in the same words, or in the same number and nearly the same words?"""
    if one.quantity is None or other.quantity is None:
        return within(one.verbatim, other.verbatim)
    if one.quantity != other.quantity:
        return False
    alike = _alike(_letters(one.item), _letters(other.item)) >= _MUCH_ALIKE
    return alike or within(one.verbatim, other.verbatim)


def differing(one: Part, other: Part) -> list[set[str]]:
    """What they choose where both do, and not alike: two roles, two statuses, two countries."""
    ours, theirs = _given(one, "choice"), _given(other, "choice")
    pairs = [{ours[name], theirs[name]} for name in ours.keys() & theirs]
    return [pair for pair in pairs if len(pair) > 1]


def unlike(one: Part, other: Part) -> bool:
    """Whether both say something in plain words, such as a place, and not the same."""
    ours, theirs = _given(one, "words"), _given(other, "words")
    return not all(_same_words(ours[name], theirs[name]) for name in ours.keys() & theirs)


@lru_cache(maxsize=4096)
def _same_words(one: str, other: str) -> bool:
    alike = within(one, other) or _alike(_letters(one), _letters(other)) >= _SAME_WORDS
    first, second = (set(re.findall(r"\d+", words)) for words in (one, other))
    return alike and (first <= second or second <= first)


@lru_cache(maxsize=4096)
def _letters(text: str) -> frozenset[str]:
    """The letters of its words in threes; of Chinese, one by one."""
    found: set[str] = set()
    for word in re.findall(r"\w+", even(text)):
        length = 1 if SPACELESS.search(word) else 3
        found.update(word[at : at + length] for at in range(max(1, len(word) - length + 1)))
    return frozenset(found)


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter text stands in the other one, too; from 0 to 1."""
    return len(one & other) / max(1, min(len(one), len(other)))


@dataclass
class Traits:
    """What tells an item from others."""

    item: Item
    names: dict[str, list[Named]] = field(default_factory=dict)
    """By the fields that lead to them, so that a buyer is not compared with a seller."""
    sums: list[Money] = field(default_factory=list)
    things: list[Deliverable] = field(default_factory=list)

    @classmethod
    def of(cls, item: Item) -> Traits:
        """Those of this item, however deep in it they stand."""
        found = cls(item)
        for path, part in _parts(item, ""):
            if isinstance(part, Named):
                found.names.setdefault(path, []).append(part)
            elif isinstance(part, Money):
                found.sums.append(part)
            elif isinstance(part, Deliverable):
                found.things.append(part)
        return found

    @cached_property
    def cited(self) -> frozenset[int]:
        """The sentences it cites."""
        return cited(self.item)

    @cached_property
    def letters(self) -> frozenset[str]:
        """Its own words, to compare."""
        return _letters(self.item.text) if isinstance(self.item, Grounded) else frozenset()

    @cached_property
    def figures(self) -> set[Decimal]:
        """The amounts and quantities it gives."""
        amounts = {money.amount for money in self.sums} | {each.quantity for each in self.things}
        return {amount for amount in amounts if amount is not None}


def cited(item: Item) -> frozenset[int]:
    """The sentences it cites itself; what code added is no sign that it read them."""
    evidence = item.evidence if isinstance(item, Cited) else []
    return frozenset(each.sentence for each in evidence if not each.added)


def _parts(part: Part, path: str) -> Iterator[tuple[str, Part]]:
    yield path, part
    for name in type(part).visible_fields():
        value = getattr(part, name)
        for entry in value if isinstance(value, list) else [value]:
            if isinstance(entry, Part) and not isinstance(entry, Evidence):
                yield from _parts(entry, f"{path}.{name}")


def _given(part: Part, sort: str) -> dict[str, str]:
    names = [name for name in type(part).visible_fields() if _sort(type(part), name) == sort]
    values = {name: getattr(part, name) for name in names}
    return {name: even(str(value)) for name, value in values.items() if not is_empty(value)}


@lru_cache
def _sort(kind: type[Part], name: str) -> Literal["choice", "words", "else"]:
    """Whether it holds a choice, a code, or words of the article; or else plain words."""
    declared = _annotations(kind, name)
    its_own = ("name", "verbatim") if issubclass(kind, Mention) else ()
    if name in its_own or any(isinstance(each, FreeText) for each in declared):
        return "else"
    if any(
        isinstance(each, AsWritten | AfterValidator)
        or get_origin(each) is Literal
        or (isinstance(each, type) and issubclass(each, Enum | bool))
        for each in declared
    ):
        return "choice"
    return "words" if declared[0] in (str, str | None) else "else"


def holds_words(kind: type[Part], name: str) -> bool:
    """Whether the field holds words of the article, which are not to be strung together."""
    return any(isinstance(each, AsWritten) for each in _annotations(kind, name))


@lru_cache
def _marks(kind: type[Part], mark: type) -> tuple[Any, ...]:
    """The marks of this kind on the fields of a part."""
    names = kind.visible_fields()
    declared = [each for name in names for each in _annotations(kind, name)]
    return tuple(each for each in declared if isinstance(each, mark))


def _annotations(kind: type[Part], name: str) -> list[Any]:
    """All that a field is declared as: its types and marks, also those within others."""
    found: list[Any] = [kind.model_fields[name].annotation, *kind.model_fields[name].metadata]
    for each in found:  # grows meanwhile
        found += [*getattr(each, "__metadata__", ()), *get_args(each)]
    return found


Likeness = tuple[float, bool, bool, bool, bool, float]
"""How much speaks for one fact; the greater, the more."""


def likeness(one: Traits, other: Traits) -> Likeness | None:
    """How much speaks for two items being one fact; None if they are to be two."""
    if type(one.item) is not type(other.item):
        return None
    pair = _Pair(one, other)
    return pair.likeness if pair.is_one else None


class _Pair:
    """Two items of a kind, compared.  The costly comparisons are made last."""

    def __init__(self, one: Traits, other: Traits) -> None:
        self.one, self.other = one, other
        is_title = frozenset((0,))
        shared = one.cited & other.cited
        self.shared = shared if is_title in (one.cited, other.cited) else shared - is_title
        self.sums = [(a, b) for a in one.sums for b in other.sums if same_sum(a, b)]
        things = ((a, b) for a in one.things for b in other.things if same_thing(a, b))
        self.things = [(a, b) for a, b in things if self._fit(a, b)]
        self.alike = _alike(one.letters, other.letters)
        self.differing, self.unlike = differing(one.item, other.item), unlike(one.item, other.item)

    @property
    def likeness(self) -> Likeness:
        one, other = self.one, self.other
        overlap = len(self.shared) - len(one.cited ^ other.cited)
        sums, things, alike = bool(self.sums), bool(self.things), not self.differing
        return overlap, sums, things, alike, self.is_same_text, self.alike

    @property
    def is_one(self) -> bool:
        # What has no words but its name is told by that, wherever it stands.
        has_words = isinstance(self.one.item, Grounded)
        return self._is_one_together() if self.shared and has_words else self._is_one_apart()

    def _is_one_together(self) -> bool:
        same = self.one.cited == self.other.cited and not (self.differing or self.unlike)
        if not (self.sums or self.things or self.alike >= (_RATHER_ALIKE if same else _MUCH_ALIKE)):
            return False
        if (
            self._two_things
            or self._other_figures
            or self._are_opposed()
            or self._only_one_called_off()
        ):
            return False
        two_sums = bool(self.one.sums and self.other.sums) and not self.sums
        if two_sums and self.differing:  # a demand turned down, and what was offered instead
            return False
        return self.names in (("agree", "same") if two_sums else ("none", "agree", "same"))

    def _is_one_apart(self) -> bool:
        one, other = self.one, self.other
        if isinstance(one.item, Quoted) or self.differing or self._two_things or self.unlike:
            return False
        near = any(abs(a - b) == 1 for a in one.cited for b in other.cited)
        if not near and bool(one.things) != bool(other.things):
            return False
        grounded = isinstance(one.item, Grounded)  # else its name is all there is to go by
        if grounded and not (self._same_number() or (near and self.is_same_text)):
            return False
        return self.names in (("agree", "same") if near else ("same",))

    def _fit(self, one: Part, other: Part) -> bool:  # one sentence may be read in two ways
        return bool(self.shared) or not unlike(one, other)

    @property
    def _two_things(self) -> bool:
        return bool(self.one.things and self.other.things) and not self.things

    @property
    def _other_figures(self) -> bool:
        """Whether one is about sums and the other about things."""
        about = [(bool(each.sums), bool(each.things)) for each in (self.one, self.other)]
        return sorted(about) == [(False, True), (True, False)]

    @property
    def is_same_text(self) -> bool:
        one, other = self.one.item, self.other.item
        if not (isinstance(one, Grounded) and isinstance(other, Grounded)):
            return False
        return even(one.text) == even(other.text) != ""

    def _same_number(self) -> bool:
        """Whether they share a sum or a quantity that is given in figures."""
        return any(a.amount is not None for a, _ in self.sums) or any(
            None not in (a.quantity, b.quantity) for a, b in self.things
        )

    def _are_opposed(self) -> bool:
        """Whether they take two sides of which nobody takes both."""
        stances = _marks(type(self.one.item), Stance)
        return any({*stance.opposed} in self.differing for stance in stances)

    def _only_one_called_off(self) -> bool:
        """Whether only one says that nothing came of it, and neither has read all of the other."""
        stages = _marks(type(self.one.item), Stage)
        off = any(
            len(each.intersection(stage.called_off)) == 1
            for each in self.differing
            for stage in stages
        )
        one, other = self.one.cited, self.other.cited
        return off and not (one < other or other < one)

    @cached_property
    def names(self) -> Literal["differ", "none", "agree", "same"]:
        """Whether all that one of them names is named in the other; ``same``: and the reverse."""
        one, other = self.one.names, self.other.names
        both = one.keys() & other.keys()
        whole = one.keys() == other.keys()
        speaking = isinstance(self.one.item, Quoted)  # and in one sentence, see above
        for path in both:
            there, back = (
                all(
                    any(same_named(a, b, speaking=speaking) and self._fit(a, b) for b in theirs)
                    for a in ours
                )
                for ours, theirs in ((one[path], other[path]), (other[path], one[path]))
            )
            if not (there or back):
                return "differ"
            # «A company» may be another one a page later, «И. Марлов» a brother of Илья Марлов.
            whole = whole and there and back and all(part.name for part in one[path])
            whole = whole and _initials(one[path]) == _initials(other[path])
        return "none" if not both else "same" if whole else "agree"


def _initials(names: list[Named]) -> int:
    return sum(has_initials(each.name or "") for each in names)
