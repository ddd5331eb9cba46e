"""Whom a pronoun or a description stands for, where only one is named who fits.

Only in scripts with capitals, where one sees who is named.  Whoever stands in the sentence itself
is not meant by it: "Ulan Sarin met the minister" is of two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from ..text import primary
from . import titles
from .bodies import bodies_meant, may_be_such, names_its_kind
from .cast import Cast, Place
from .compare import same, same_surname
from .countries import is_nationality, of_different_countries
from .described import (
    called_by,
    described_surname,
    holds_person,
    is_a_body,
    is_described,
    is_perhaps_a_person,
    without_titles,
)
from .nouns import is_part_of
from .short import is_institution
from .telling import is_oblique
from .titles import is_role, script
from .words import KNOWN

_OPENED, _CLOSED = tuple('«„“"'), tuple('»”“"')
_TOLD_BY_NAME = frozenset(("ministry", "court", "school"))
"""Kinds of body that a name in full tells."""
_MANY = 50
"""Names among which nobody is looked for."""
_LONG_WORD = 20  # characters
_ACRONYM = 3  # letters of one, at least
_FARTHEST = 12
"""Sentences before a description in which it is looked for whom it means."""


def meant_at(name: str, words: str, cast: Cast, near: Sequence[int]) -> Place | None:
    """Where the only one is named for whom the words can stand, if it is this name.

    Those who are named in the sentence of the words or before it all count against it.
    """
    if script(words) == "other" or script(name) == "other" or names_somebody(words, cast):
        return None
    if any(map(is_role, words.split())) and not may_be_of_a_person(name, cast):
        return None
    if is_of_another_country(name, words, cast):
        return None
    bodies = bodies_meant(words)
    if bodies and not _is_surely_a_body(name, bodies, cast):
        return None
    if not bodies and not _is_of_a_person(words, cast):
        is_of_what = not KNOWN.of.isdisjoint(words.lower().split())  # «créanciers du groupe»
        if is_of_what or cast.is_called_something(name):
            return None  # «прокуратура» is no prosecutor
    places = cast.sentences.find(words, near)
    found = [_named_before(name, words, place, cast) for place in places]
    return found[0] if found and all(found) else None


def is_of_another_country(name: str, words: str, cast: Cast) -> bool:
    """Whether the article says beside the name of what country that is, and these of another."""
    described = (cast.sentences.text(place) for place in cast.described(name))
    language = primary(cast.sentences.language)
    return any(of_different_countries(words, each, language) for each in described)


def may_be_of_a_person(name: str, cast: Cast) -> bool:
    """Whether it looks like a full name, or is the surname of one in the article: no city is."""
    return holds_person(name) or any(map(holds_person, cast.full_names_with(name)))


def _named_before(name: str, words: str, place: Place, cast: Cast) -> Place | None:
    number = cast.sentences.number_at(place)
    if not number:
        return None
    before = cast.before(number)
    if bodies_meant(words):
        before = _back_to_a_body(before, bodies_meant(words), cast)
    names = islice(cast.names(before), _MANY)
    named = next((at for at in names if is_the_name(name, cast.sentences.text(at))), None)
    named = named or cast.sentences.first(name, before)
    if named and not any(_rivals(name, words, place, named, cast, [*before, number])):
        return named
    return None


def _back_to_a_body(before: list[int], kinds: frozenset[str], cast: Cast) -> list[int]:
    """With the paragraphs before these, as long as none names a body that may be meant."""
    while before and before[0] > 1 and len(before) < _FARTHEST:
        named = ((cast.sentences.text(place), place) for place in cast.names(before))
        if any(may_be_such(name, kinds) and _is_somebody(name, at, cast) for name, at in named):
            break
        before = [*cast.before(before[0]), *before]
    return before


def _rivals(
    name: str, words: str, at: Place, named: Place, cast: Cast, numbers: Sequence[int]
) -> Iterator[str]:
    """Whoever else is named there and may be meant by words that stand `at` a place."""
    of_a_person, bodies = _is_of_a_person(words, cast), bodies_meant(words)
    for count, place in enumerate(cast.names(numbers)):
        other = cast.sentences.text(place)
        if count > _MANY:
            yield other
        if at[0] <= place[0] < at[1] or not _is_somebody(other, place, cast):
            continue
        if bodies and not (may_be_such(other, bodies) and not _is_titled(place, cast)):
            continue
        if bodies and (named[0] <= place[0] < named[1] or place[0] > at[0]):
            continue  # a piece of the name, or the name and more: "Selm Air of Norvik"; or later
        if bodies and _is_beside_the_point(place, named, bodies, cast):
            continue
        if is_the_name(name, other):
            if cast.sentences.number_at(place) == cast.sentences.number_at(at):
                yield other  # in the same sentence he would be called himself
        elif not is_part_of(name, other) and not (
            of_a_person and _is_no_person(_without_opening(other))
        ):
            yield other


def _is_beside_the_point(place: Place, named: Place, kinds: frozenset[str], cast: Cast) -> bool:
    """Whether a name is but another of what was named, "Selm Air (once Norvik Air)", or stands
    behind a preposition in a sentence whose subject that is: "Selm Air fell in Norvik".
    """
    whole = cast.sentences.whole
    if re.fullmatch(r" [(（](?:\w+ )?", whole[named[1] : place[0]]):
        return True
    # "Dockers' Union"
    following = re.findall(r"\w\w+", whole[place[1] : place[1] + _LONG_WORD])[:1]
    if names_its_kind(" ".join([cast.sentences.text(place), *following]), kinds):
        return False
    language = cast.sentences.language
    same = cast.sentences.number_at(place) == cast.sentences.number_at(named)
    return (
        same
        and named[1] <= place[0]
        and is_oblique(whole, place, language)
        and not is_oblique(whole, named, language)
    )


def _is_of_a_person(words: str, cast: Cast) -> bool:
    if words.lower() in KNOWN.pronouns or any(map(is_role, words.split())):
        return True
    return is_nationality(words, primary(cast.sentences.language))


def _is_surely_a_body(name: str, kinds: frozenset[str], cast: Cast) -> bool:
    """Whether "the company" may be this name: no person's, no country's, and of no other kind.

    Where every noun has a capital, one does not see who else is named.
    """
    if cast.nouns_are_capitalised or name.lower() in KNOWN.territories or name.islower():
        return False
    if kinds <= _TOLD_BY_NAME and not (name.isupper() or names_its_kind(name, kinds)):
        return False
    return may_be_such(name, kinds) and (is_a_body(name) or not is_perhaps_a_person(name))


def _is_titled(place: Place, cast: Cast) -> bool:
    """Whether right before it stands what a person is: "the minister Jan Roth"."""
    before = cast.sentences.whole[max(0, place[0] - 30) : place[0]].split()
    return bool(before) and is_role(before[-1])


def _without_opening(name: str) -> str:
    """What is left without a word that only begins the sentence: "If SPH"."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in KNOWN.no_given_name else name


def is_the_name(name: str, other: str) -> bool:
    """Whether what stands there is a form of the name."""
    return (
        same(name, other)
        or same_surname(name, other)
        or is_described(name, other)
        or described_surname(name, other) is not None
        or called_by(name, other) is not None
    )


def _is_somebody(other: str, place: Place, cast: Cast) -> bool:
    """Whether it names, and is not only written with a capital."""
    even = titles.even(without_titles(other)).removesuffix("'s")
    if not even or is_role(even) or even in _nobody() or only_opens(place, cast):
        return False
    if not any(word[:1].isupper() for word in other.split()):
        return False  # quoted words
    if re.search(r"[0-9] $", cast.sentences.whole[max(0, place[0] - 2) : place[0]]):
        return False  # counted: "5 Millionen Euro"
    if cast.nouns_are_capitalised:
        other = _without_opening(other)
        return is_perhaps_a_person(other) or bool(cast.others_with("", even))
    return " " in even or not cast.sentences.first(even, cast.sentences.all_sentences)


@cache
def _nobody() -> frozenset[str]:
    return KNOWN.calendar | KNOWN.territories | KNOWN.pronouns | KNOWN.links


def only_opens(place: Place, cast: Cast) -> bool:
    """Whether one word opens a sentence, and has its capital nowhere else."""
    word = cast.sentences.text(place)
    if " " in word or not _is_at_an_opening(place, cast):
        return False
    found = cast.sentences.find(word, cast.sentences.all_sentences)
    return all(_is_at_an_opening(each, cast) for each in found[:_MANY])


def _is_at_an_opening(place: Place, cast: Cast) -> bool:
    whole = cast.sentences.whole
    around = whole[max(0, place[0] - 1) : place[0]], whole[place[1] : place[1] + 1]
    if around[0] in _OPENED and around[1] in _CLOSED:
        return False  # a name in quotation marks
    before = whole[max(0, place[0] - 2) : place[0]]
    return not re.search(r"[\w,;)] $", before)


def names_somebody(words: str, cast: Cast) -> bool:
    """Whether a word is capitalised that the article does not also write in lower case.

    What somebody is, and of what, is no name: «ministre de la Santé», «премьер-министр Марланда».
    """
    if bodies_meant(words) or is_nationality(words, primary(cast.sentences.language)):
        return False
    told = words.split()
    last = max((at for at, word in enumerate(told) if is_role(word)), default=-1)
    rest = told[last + 1 :]
    if last >= 0 and rest and (rest[0].lower() in KNOWN.links or _is_of_what(rest)):
        return False
    if last >= 0 and rest and all(word.isupper() and len(word) > 1 for word in rest):
        return False  # «le délégué CGT»
    if rest and rest[-1].islower() and _is_only_whose(rest):
        return False
    if cast.nouns_are_capitalised and _is_a_common_noun(told, cast):
        return False
    return any(
        word[0].isupper()
        and word.lower() not in KNOWN.pronouns | KNOWN.links
        and not cast.sentences.first(word.lower(), cast.sentences.all_sentences)
        for word in rest
    )


def _is_a_common_noun(words: list[str], cast: Cast) -> bool:
    """Where nouns have capitals: whether one stands behind its adjective: „der neue Käufer“."""
    *before, noun = words
    if not before or noun.isupper() or noun.lower() in KNOWN.territories:
        return False
    function = KNOWN.links | KNOWN.no_given_name
    capital = [word for word in before if word[0].isupper() and word.lower() not in function]
    return not capital and not any(cast.full_names_with(noun))


def _is_only_whose(words: list[str]) -> bool:
    """Whether the one word with a capital but says whose, or what kind of body: "TV's golden girl",
    «la Presidencia del país».
    """
    bare = [word for word in words if word.lower() not in KNOWN.links]
    first, *others = bare or [""]
    whose = re.search("['’]s$", first) is not None or (
        len(bare) < len(words) and is_institution(first)
    )
    return whose and bool(others) and not any(word[0].isupper() for word in others)


def _is_of_what(words: list[str]) -> bool:
    return script(words[0]) == "cyrillic" and not titles.is_surname(titles.even(words[-1]))


def _is_no_person(other: str) -> bool:
    words = other.removesuffix("'s").removesuffix("’s").split()
    if any(word.isupper() and len(word) >= _ACRONYM for word in words):
        return True
    if len(words) == 1 and bodies_meant(other.rpartition("-")[2]):
        return True  # „EU-Kommission“
    return " " in other and not is_perhaps_a_person(other)
