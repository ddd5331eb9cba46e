"""The names of one article: where each stands, and who else bears it.

Read at most once, sentence by sentence, and only when asked for.  How some words stand to a name
is `relation`'s to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

from ..languages import LANGUAGES
from ..text import APOSTROPHES, folded, primary
from .appositions import Described, Strength, beside, heads, says_of_what, says_of_whom, ties
from .compare import ends_with_name, same_name, same_surname, spells_out
from .countries import find_countries
from .described import holds_person, without_titles
from .descriptions import descriptions
from .find import find_full_names, find_names
from .lookup import forms, spellings
from .seats import seat_of
from .titles import is_counterpart, is_link, role_stems
from .words import KNOWN

_OWNER = re.compile(rf"\w+[{APOSTROPHES}]s ")  # "Selm's Tom Reed"
_REACH = 8  # sentences before one in which somebody is meant who is named in them

Place = tuple[int, int]
"""Code-point offsets into the article's text, end-exclusive."""


class Sentences(Protocol):
    """An article's sentences, numbered from 1."""

    @property
    def all_sentences(self) -> range:
        """Their numbers."""

    def region(self, number: int) -> Place:
        """Where a sentence stands."""

    def unwrapped(self, number: int) -> str:
        """A sentence to be read: each character where it stands in the article."""

    def text(self, place: Place) -> str:
        """The words at a place, on one line."""

    def first(self, words: str, numbers: Iterable[int]) -> Place | None:
        """The first place in these sentences where the words stand, but for typography."""

    def find(self, words: str, numbers: Iterable[int]) -> list[Place]:
        """All the places in these sentences where they do."""

    @property
    def language(self) -> str:
        """Which they are in."""

    @property
    def whole(self) -> str:
        """The text that places are offsets in."""

    def number_at(self, place: Place) -> int | None:
        """The sentence that holds the whole place."""


class Tie(NamedTuple):
    """A name beside which a description stands."""

    name: str
    place: Place
    strength: Strength


class Cast:
    """Who and what an article names."""

    def __init__(self, sentences: Sentences) -> None:
        self.sentences = sentences
        self._names: dict[int, list[Place]] = {}
        self._full_places: dict[int, list[Place]] = {}
        self._ties: dict[tuple[str, str], Tie | None] = {}
        self._tied: dict[str, list[Tie]] = {}
        self._called: dict[str, bool] = {}
        self._like: dict[str, dict[int, list[Place]]] = {}
        self._described: dict[str, list[Place]] = {}
        self._wholly_named: dict[str, frozenset[Place]] = {}

    @cached_property
    def nouns_are_capitalised(self) -> bool:
        """Whether a word with a capital need not be a name in the article's language."""
        known = LANGUAGES.get(primary(self.sentences.language))
        return bool(known and known.names.capitalised_nouns)

    def place_of(self, name: str, numbers: Sequence[int], *, surname: bool = False) -> Place | None:
        """Where these sentences name it first; with `surname`, by that alone."""
        literal = self.sentences.first(name, numbers)
        if literal:
            return literal
        for place in self.names_like(name, numbers):
            words = self.sentences.text(place)
            if same_name(name, words) or ends_with_name(words, name):
                return place
            if surname and any(same_surname(name, word) for word in words.split()):
                return place
        if " " in name:  # «ministerio de Energía»
            return self.sentences.first(name[0].swapcase() + name[1:], numbers)
        return None

    def namesakes(self, name: str, surname: str) -> list[str]:
        """Other full names of the article that the surname may stand for."""
        return [
            other
            for other in self.full_names_with(surname)
            if same_surname(other, surname)
            and not same_name(name, other)
            and not ends_with_name(other, name)
            and not ends_with_name(name, other)  # "Minister Tom Reed", Tom Reed
            and not self._is_beside_it(name, other)
            and not _is_a_description(other)
        ]

    def _is_beside_it(self, name: str, other: str) -> bool:
        """Whether it is how the name is spelt elsewhere: "Kerri Holm (Kerry Holm)"."""
        return f"{name} ({other})" in self.sentences.whole

    def described(self, name: str) -> list[Place]:
        """Where the article says beside this name, or a surname that nobody shares, who that is."""
        if name not in self._described:
            found = (each for place in self.named_at(name) for each in self.described_at(place))
            self._described[name] = list(dict.fromkeys(found))
        return self._described[name]

    def described_at(self, place: Place) -> Iterator[Place]:
        """Where it is said beside a name that stands there who that is."""
        return descriptions(self.sentences.whole, *place)

    def named_at(self, name: str) -> list[Place]:
        """Where the article names them, in whatever form, or by a surname that nobody shares."""
        found = {*self.named_in_full(name)}
        for place in self.names_like(name, self.sentences.all_sentences):
            words = self.sentences.text(place)
            if same_surname(name, words) and not self.namesakes(name, words):
                found.add(place)
        return sorted(found)

    def named_in_full(self, name: str) -> frozenset[Place]:
        """Where the article has all of the name, in whatever form, titles before it or not."""
        if name not in self._wholly_named:
            self._wholly_named[name] = frozenset(self._find_whole(name))
        return self._wholly_named[name]

    def _find_whole(self, name: str) -> Iterator[Place]:
        numbers = self.sentences.all_sentences
        full = [place for _, place in self._full_places_by_spelling.under(spellings(name))]
        like = [*self.names_like(name, numbers), *full]
        yield from self.sentences.find(name, numbers)
        yield from (place for place in like if same_name(name, self.sentences.text(place)))

    def tie(self, name: str, description: str) -> Tie | None:
        """Where the article ties a description to this name, as «министр Карим Осей»."""
        key = (name, description)
        if key not in self._ties:
            self._ties[key] = self._tie(name, description)
        return self._ties[key]

    def _tie(self, name: str, description: str) -> Tie | None:
        found = [
            tie
            for place in sorted(self.named_in_full(name))
            if (tie := self._tie_at(description, place))
        ]
        return next((tie for tie in found if tie.strength == "whole"), next(iter(found), None))

    def tied_to(self, description: str) -> list[Tie]:
        """Where the article ties the description to a full name, whosever."""
        if description not in self._tied:
            roles = Described.of(description).roles
            keys = {form for role in roles for form in spellings(role.lower())}
            keys |= KNOWN.counterparts if roles else set()
            places = [place for _, place in self._full_names_by_role.under(keys)]
            found = [tie for place in places if (tie := self._tie_at(description, place))]
            self._tied[description] = [tie for tie in found if not self._is_of_a_country(tie.name)]
        return self._tied[description]

    def _tie_at(self, description: str, place: Place) -> Tie | None:
        before, behind = beside(self.sentences.whole, *place)
        strength = ties(description, before, behind)
        if strength is None and (bare := self._without_adjectives(before)) != before:
            strength = ties(description, bare, behind)  # «l'ambasciatore norvegese Luca Riva»
        if strength != "whole" and (countries := self._countries(description)):
            theirs = [self.sentences.text(at) for at in self.described_at(place)]
            if any(_is_the_same(description, each) for each in theirs):
                codes = {code for each in theirs for code in self._countries(each)}
                strength = "whole" if codes == countries else None if codes else strength
        return Tie(self.sentences.text(place), place, strength) if strength else None

    def _without_adjectives(self, words: str) -> str:
        """Without those that only say of what country somebody is."""
        kept, end = [], 0
        for each in find_countries(words, primary(self.sentences.language)):
            if each.is_adjective:
                kept.append(words[end : each.place[0]].rstrip())
                end = each.place[1]
        return "".join([*kept, words[end:]])

    def _countries(self, words: str) -> set[str]:
        return {each.code for each in find_countries(words, primary(self.sentences.language))}

    def _is_of_a_country(self, name: str) -> bool:
        """«New Arlen»: it holds a country, and what stands before it is of somebody else."""
        return bool(self._countries(name))

    @cached_property
    def _full_names_by_role(self) -> _Places:
        """By what somebody is beside them, the full names of the article."""
        found = _Places()
        for number in self.sentences.all_sentences:
            for place in self._full_places_of(number):
                before, behind = beside(self.sentences.whole, *place)
                alike = KNOWN.counterparts.intersection(before.lower().split())
                found.add([*heads(before, behind), *alike], number, place)
        return found

    def before(self, number: int) -> list[int]:
        """The sentences before this one in its paragraph, and those of the paragraph before it."""
        found: list[int] = []
        breaks = 0
        while number > 1 and len(found) < _REACH:
            start, end = self.sentences.region(number)[0], self.sentences.region(number - 1)[1]
            breaks += "\n" in self.sentences.whole[end:start]
            if breaks > 1:
                break
            number -= 1
            found.insert(0, number)
        return found

    def others_with(self, name: str, word: str) -> list[str]:
        """Full names that hold this word, too, and are not this one, nor what is his or hers."""
        return [
            other
            for other in self.full_names_with(word)
            if not same_name(name, other) and not (name and folded(other).startswith(folded(name)))
        ]

    def full_names_with(self, word: str) -> Iterator[str]:
        """The full names of the article that hold this word, in whatever form."""
        places = self._full_places_by_spelling.under(forms(word))
        return (self.sentences.text(place) for _, place in places)

    def others(self, name: str, numbers: Iterable[int]) -> Iterator[str]:
        """Full names in these sentences that are not this one."""
        named = (other for other in self.full_names(numbers) if not same_name(name, other))
        return filter(self.is_a_name, named)

    def is_a_name(self, words: str) -> bool:
        """Whether capitalised words are one; where every noun has a capital, a person's."""
        return not self.nouns_are_capitalised or self.is_person(words)

    def is_person(self, words: str) -> bool:
        """Whether they are, or hold, what may be a person's full name.

        Where every noun has a capital, only if the article says what the person is, too.
        """
        name = without_titles(words)
        if not holds_person(words) or not self.nouns_are_capitalised or name != words:
            return holds_person(words)
        return self.is_called_something(name)

    def is_called_something(self, name: str) -> bool:
        """Whether the article says beside the name what somebody is."""
        if name not in self._called:
            places = self.sentences.find(name, self.sentences.all_sentences)
            self._called[name] = any(heads(*beside(self.sentences.whole, *p)) for p in places)
        return self._called[name]

    def spells_out(self, name: str) -> bool:
        """Whether the article itself writes the name in full somewhere: «Е. Омаров» is not."""
        places = self.names_like(name, self.sentences.all_sentences)
        named = (self.sentences.text(place) for place in places)
        return any(same_name(name, each) and not spells_out(name, each) for each in named)

    def names_like(self, name: str, numbers: Iterable[int]) -> list[Place]:
        """Where something stands in these sentences that may be this name, in full or in part."""
        if name not in self._like:
            found = self._like[name] = {}
            for number, place in self._names_by_form.under(spellings(name)):
                found.setdefault(number, []).append(place)
        like = self._like[name]
        return [place for number in sorted(like.keys() & {*numbers}) for place in like[number]]

    def names(self, numbers: Iterable[int]) -> Iterator[Place]:
        """Where something that looks like a name stands in these sentences."""
        for number in numbers:
            yield from self._names_of(number)

    def full_name_places(self, number: int) -> list[Place]:
        """Where a sentence has names of several words, each whole and without a title."""
        return list(self._full_places_of(number))

    def full_names(self, numbers: Iterable[int]) -> Iterator[str]:
        """The names of several words in these sentences, each whole."""
        for number in numbers:
            yield from self._full_names_of(number)

    @cached_property
    def _names_by_form(self) -> _Places:
        """By what they may be a form of, the names of the whole article."""
        found = _Places()
        for number in self.sentences.all_sentences:
            for place in self._names_of(number):
                found.add(forms(self.sentences.text(place)), number, place)
        return found

    @cached_property
    def _full_places_by_spelling(self) -> _Places:
        """By how their words are spelt, the names of several words of the whole article."""
        found = _Places()
        for number in self.sentences.all_sentences:
            for place in self._full_places_of(number):
                found.add(spellings(self.sentences.text(place)), number, place)
        return found

    def _names_of(self, number: int) -> list[Place]:
        if number not in self._names:
            start = self.sentences.region(number)[0]
            self._names[number] = [
                (start + first, start + last)
                for first, last in find_names(self.sentences.unwrapped(number))
            ]
        return self._names[number]

    def _full_names_of(self, number: int) -> list[str]:
        return [self.sentences.text(place) for place in self._full_places_of(number)]

    def _full_places_of(self, number: int) -> list[Place]:
        if number not in self._full_places:
            places = (self._without_office(place) for place in self._runs_of(number))
            self._full_places[number] = [place for place in places if self._is_full(place)]
        return self._full_places[number]

    def _is_full(self, place: Place) -> bool:
        """Whether it is of several words, and not one place beside another: «Toshkent Qobulga»."""
        first, _, rest = self._run(place).partition(" ")
        language = primary(self.sentences.language)
        return bool(rest) and not (seat_of(first, language) and seat_of(rest, language))

    def _without_office(self, place: Place) -> Place:
        """«ministre de la Santé Roman Prymek» is of Roman Prymek, whom another sentence names."""
        start, end = place
        owner = _OWNER.match(self._run(place))
        start = owner.end() + start if owner else start
        start = end - len(without_titles(self._run((start, end))))
        before, behind = beside(self.sentences.whole, start, end)
        if says_of_whom(before, self._run((start, end)), behind):
            end = start + self._run((start, end)).rindex(" ")
        first, _, rest = self._run((start, end)).partition(" ")
        if self.nouns_are_capitalised and self._is_a_surname_with_what_follows(first, rest):
            end = start + len(first)  # „redete Altmooser von Insolvenz“
        if says_of_what(before, first, rest) or (rest in self._runs and says_of_what(before)):
            start = end - len(rest)
        return start, end

    def _is_a_surname_with_what_follows(self, first: str, rest: str) -> bool:
        particle, _, last = rest.partition(" ")
        if particle not in KNOWN.surname_particles:
            return False
        # „ein Gesetz von Altmooser“, where Jan Altmooser has no such particle.
        return first in self._last_words or last in self._last_words_without_particle

    @cached_property
    def _last_words(self) -> frozenset[str]:
        """Of the names of several words in the article."""
        return frozenset(run.rpartition(" ")[2] for run in self._runs)

    @cached_property
    def _last_words_without_particle(self) -> frozenset[str]:
        runs = (run.split(" ") for run in self._runs)
        return frozenset(
            run[-1] for run in runs if len(run) > 1 and run[-2] not in KNOWN.surname_particles
        )

    def _run(self, place: Place) -> str:
        return self.sentences.whole[slice(*place)]

    @cached_property
    def _runs(self) -> frozenset[str]:
        numbers = self.sentences.all_sentences
        return frozenset(self._run(place) for n in numbers for place in self._runs_of(n))

    def _runs_of(self, number: int) -> list[Place]:
        """Capitalised words of several, whole."""
        start = self.sentences.region(number)[0]
        text = self.sentences.unwrapped(number)
        return [
            (start + first, start + last)
            for span in find_full_names(text)
            for first, last in self._parted(text, *span)
        ]

    def _parted(self, text: str, start: int, end: int) -> Iterator[Place]:
        """A run of capitalised words without what is no particle of names in this language."""
        known = LANGUAGES.get(primary(self.sentences.language))
        words = "|".join(known.names.no_particles.split()) if known else ""
        for between in re.compile(f" (?:{words}) ").finditer(text, start, end) if words else ():
            yield start, between.start()
            start = between.end()
        yield start, end


def _is_a_description(name: str) -> bool:
    """Whether what looks like a given name is none: "Mother-of-three Holm"."""
    return any(part.islower() for word in name.split()[:-1] for part in word.split("-")[1:])


def _is_the_same(description: str, other: str) -> bool:
    """Whether a description says no more than of what country, and what somebody is, as another."""
    told = [word for word in Described.of(description).words if not is_link(word)]
    roles, theirs = (
        {stem for word in words for stem in role_stems(_without_attached_article(word.lower()))}
        for words in (told, other.split())
    )
    return len(told) == 2 and (not roles.isdisjoint(theirs) or is_counterpart(other))


class _Places:
    """Sentences and places in them, by several keys each; most keys have but one place."""

    def __init__(self) -> None:
        self._first: dict[str, tuple[int, Place]] = {}
        self._more: dict[str, list[tuple[int, Place]]] = {}

    def add(self, keys: Iterable[str], number: int, place: Place) -> None:
        each = (number, place)
        for key in keys:
            if self._first.setdefault(key, each) is not each:
                self._more.setdefault(key, []).append(each)

    def under(self, keys: Iterable[str]) -> list[tuple[int, Place]]:
        """What stands under any of these keys, in the article's order."""
        known = [key for key in keys if key in self._first]
        more = (each for key in known for each in self._more.get(key, ()))
        return sorted({*(self._first[key] for key in known), *more})


def _without_attached_article(word: str) -> str:
    return word.removeprefix(KNOWN.attached_article) if KNOWN.attached_article else word
