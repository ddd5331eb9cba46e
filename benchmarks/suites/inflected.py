"""Names in all cases of Russian: persons out of pymorphy3's dictionary, inflected with petrovich.

A form counts only where pymorphy3 and petrovich write it alike.  Same persons are a name and its
own forms; different ones a name and the forms of a person next to it: the other sex, another given
name, another surname, both the next in the alphabet.  A form that may be either person's is left
out, since no string can tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import NamedTuple

from summariser.names import same_name

from .rows import MISSED, OURS, RIGHT, WRONG_VALUE, Row

SAME, DIFFERENT = "same person, inflected", "different persons"
_CASES = {"gent": 0, "datv": 1, "accs": 2, "ablt": 3, "loct": 4}  # pymorphy3's and petrovich's
_SEXES = {"masc": "male", "femn": "female"}
# Reading the whole dictionary takes minutes.
_BEGINNINGS = "ал ва га ер ка ма ни ра са та".split()
_PEOPLE = 400  # of each sex


class Person(NamedTuple):
    """A given name and a surname in the nominative."""

    sex: str
    given: str
    surname: str

    def __str__(self) -> str:
        return f"{self.given} {self.surname}".title()


class _Names:
    """What the two libraries say of Russian names."""

    def __init__(self) -> None:
        self._analyzer = import_module("pymorphy3").MorphAnalyzer(lang="ru")
        self._petrovich = import_module("petrovich.main").Petrovich()
        self.given: dict[str, list[str]] = {}
        self.surnames: dict[str, list[str]] = {}
        self._read()
        self.form = cache(self._form)

    def _read(self) -> None:
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        dictionary = self._analyzer.dictionary
        for beginning in _BEGINNINGS:
            for word, (paradigm, index) in dictionary.words.iteritems(beginning):
                tag = str(dictionary.build_tag_info(paradigm, index)) if index == 0 else ""
                kind = next((kind for kind in ("Name", "Surn") if kind in tag), None)
                if kind and "Fixd" not in tag and "Abbr" not in tag:
                    found[kind, "femn" if "femn" in tag else "masc"].add(word)
        for sex in _SEXES:
            self.given[sex] = sorted(found["Name", sex])
        self.surnames["masc"] = sorted(found["Surn", "masc"])
        women = (self._feminine(surname) for surname in self.surnames["masc"])
        self.surnames["femn"] = [surname for surname in women if surname]

    def _feminine(self, surname: str) -> str | None:
        for parse in self._analyzer.parse(surname):
            if {"Surn", "masc", "nomn"} in parse.tag:
                form = parse.inflect({"femn", "nomn", "sing"})
                return form.word if form and form.word != surname else None
        return None

    def _form(self, word: str, kind: str, sex: str, case: str) -> str | None:
        """The word in a case, if both say the same."""
        said = {
            form.word
            for parse in self._analyzer.parse(word)
            if {kind, "nomn", "sing"} in parse.tag and sex in parse.tag
            if (form := parse.inflect({case, sex, "sing"}))
        }
        inflect = self._petrovich.firstname if kind == "Name" else self._petrovich.lastname
        other = inflect(word, _CASES[case], _SEXES[sex])
        return other if other in said else None

    def forms(self, person: Person) -> list[str]:
        """The person in every case in which both libraries agree."""
        pairs = (
            (
                self.form(person.given, "Name", person.sex, case),
                self.form(person.surname, "Surn", person.sex, case),
            )
            for case in _CASES
        )
        return [f"{given} {surname}".title() for given, surname in pairs if given and surname]

    def writings(self, person: Person, form: str) -> Iterator[str]:
        """A form as it stands, with the surname first, and with an initial."""
        given, surname = form.split()
        yield from (form, f"{surname} {given}")
        if person.sex == "femn" or surname.lower() != self._feminine(person.surname):
            yield f"{given[0]}. {surname}"

    def people(self) -> Iterator[Person]:
        """Every given name with a surname from elsewhere in the alphabet."""
        for sex in _SEXES:
            surnames = _spread(self.surnames[sex], _PEOPLE)
            given = _spread(self.given[sex], _PEOPLE)
            for number in range(min(len(surnames), len(given))):
                yield Person(sex, given[number], surnames[number * 7 % len(surnames)])

    def neighbours(self, person: Person) -> Iterator[Person]:
        """Persons that differ in one respect, as little as names do."""
        sex, given, surname = person
        yield person._replace(given=_next(self.given[sex], given))
        yield person._replace(surname=_next(self.surnames[sex], surname))
        if sex == "masc" and (woman := self._feminine(surname)):
            for ending in ("а", "я"):
                name = (given[:-1] if given[-1] in "йь" else given) + ending
                if name in self.given["femn"]:
                    yield Person("femn", name, woman)


def _spread(words: list[str], count: int) -> list[str]:
    """So many of them, from the whole alphabet."""
    if len(words) <= count:
        return words
    return [words[number * len(words) // count] for number in range(count)]


def _next(words: list[str], word: str) -> str:
    return words[(words.index(word) + 1) % len(words)]


def measure() -> list[Row]:
    """Both kinds, or nothing where a library is not installed."""
    try:
        names = _Names()
    except ImportError as missing:
        print(f"{missing.name} is not installed: inflected names are skipped")
        return []
    same, different = Row(SAME, "ru", OURS), Row(DIFFERENT, "ru", OURS)
    for person in names.people():
        forms = names.forms(person)
        for form in forms:
            for words in names.writings(person, form):
                verdict = RIGHT if same_name(str(person), words) else MISSED
                same.add(verdict, f"{words} = {person}", "yes", "no")
        for other in names.neighbours(person):
            theirs = names.forms(other)
            for name, own, foreign in ((person, forms, theirs), (other, theirs, forms)):
                for form in sorted(set(foreign) - {str(name), *own}):
                    verdict = WRONG_VALUE if same_name(str(name), form) else RIGHT
                    different.add(verdict, f"{form} ≠ {name}", "no", "yes")
    return [same, different]
