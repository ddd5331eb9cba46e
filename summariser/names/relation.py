"""How the words of an article stand to a name that is given for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from ..languages import LANGUAGES
from ..text import APOSTROPHES, SPACELESS, folded, primary
from .bodies import begins_with_a_kind, bodies_meant
from .cast import Cast, Place
from .compare import ends_with_name, perhaps_same, same_name, same_surname, spells_out
from .countries import find_countries, is_nationality
from .described import (
    and_words,
    called_by,
    described_surname,
    holds_name,
    holds_person,
    is_described,
    is_perhaps_a_person,
    joined_names,
    named_together,
)
from .meant import is_the_name, meant_at, names_somebody
from .nouns import is_part_of, same_but_for_number
from .seats import seat_of
from .several import is_of_several
from .short import is_its_initials, stands_for
from .titles import is_role, script, without_article
from .unspaced import (
    is_behind_what_one_is,
    is_called_alone,
    namesakes_by_surname,
    namesakes_by_title,
)
from .words import KNOWN

_BRACKETED = re.compile(r"\s*[(（][^()（）]*[)）]")
_MARKS = '"“”„«»'
_LONG_WORD = 5
_SEVERAL = 3
_LONG = 10
"""Letters of a name that is no other one, wherever its spaces are."""

Standing = Literal[
    "to_the_letter",  # Talgat Kaliyev
    "but_for_typography",  # "Talgat  Kaliyev"
    "form",  # inflected, or with a title, or a surname that nobody else bears
    "longer",  # more than the name, which may be another's
    "surname_of_several",
    "perhaps",  # without what may be a surname: Hugo Boss, of Hugo Boss Kazakhstan
    "pronoun",  # of one who is named near it
    "another",  # a name, and not this one
    "short",  # for a name that no other is in this article: the Institute
    "meant",  # a pronoun or a description, and nobody else is named before it
    "tied",  # a description that the article itself gives of it
    "tied_to_another",
    "tied_to_several",
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


def relation(
    name: str, words: str, cast: Cast, near: Sequence[int], at: Sequence[int] = ()
) -> Relation:
    """What the words are to the name, in an article with this cast.

    They stand `at` these sentences, or somewhere `near` them.
    """
    if name == words:
        return Relation("to_the_letter")
    if folded(name) == folded(words) or _is_run_together(name, words):
        return Relation("but_for_typography")
    if same_name(name, words) and not _is_filled_in(name, words, cast):
        return Relation("form")
    language = primary(cast.sentences.language)
    if _is_called_a_body(name, words, language):
        return Relation("form")
    if _is_one_of_a_body(name, words):
        return Relation("longer")
    if is_described(name, words) or same_but_for_number(name, words):
        return Relation("form")
    if _is_explained(name, words):
        return Relation("form")
    if _are_named_together(name, words) or _are_one_country(name, words, cast):
        return Relation("form")
    if _has_but_an_ending(name, words) or _is_of_a_country(name, words):
        return Relation("form")
    if _has_a_proclitic(name, words, language) or _has_its_kind_inflected(name, words):
        return Relation("form")
    if is_behind_what_one_is(name, words, cast) or _is_titled(name, words):
        return Relation("form")
    if ends_with_name(words, name) or holds_name(name, words):
        return Relation("longer")
    place = cast.place_of(name, cast.sentences.all_sentences)
    if place is None or _is_filled_in(name, cast.sentences.text(place), cast):
        perhaps = _is_put_together(name, words, cast) or _has_its_words_here(name, words, cast)
        return Relation("perhaps" if perhaps else "nowhere")
    is_country = _country(words, primary(cast.sentences.language)) is not None  # «рада Украины»
    surname = words if same_surname(name, words) and not is_country else None
    surname = surname or described_surname(name, words)
    called = surname or called_by(name, words)
    if called:
        others = cast.namesakes(name, called) if surname else cast.others_with(name, called)
        if not others:
            return Relation("form", place)
        last = _last_of_the_surname(name, others, words, cast, at or near)
        return Relation("meant", last) if last else Relation("surname_of_several", place, others[0])
    namesakes = namesakes_by_title(name, words, cast)
    if namesakes is None:
        namesakes = namesakes_by_surname(name, words, cast)
    if namesakes is not None:
        if namesakes:
            return Relation("surname_of_several", place, namesakes[0])
        return Relation("form", place)
    if stands_for(name, words, cast):
        return Relation("short", place)
    if perhaps_same(name, words) or is_part_of(name, words):
        *_, particle, last_word = ("", *name.split())
        is_last = last_word == words and particle in KNOWN.surname_particles
        alone = is_last and all(same_name(name, each) for each in cast.full_names_with(words))
        return Relation("form" if alone else "perhaps", place)  # Luca Conte di *Selmone*
    last = _head_named_last(words, cast, at or near)
    if last and cast.sentences.text(last).startswith(name):
        return Relation("meant", last)
    if is_of_several(words, cast.sentences.language) and not names_somebody(words, cast):
        return Relation("description", place)
    ties = (_tied(name, each, cast) for each in dict.fromkeys((words, without_article(words))))
    tied = next(filter(None, ties), None)
    if tied and tied.standing == "tied" and _is_of_somebody_else(name, words, cast):
        tied = None
    if tied is None or tied.standing == "tied_to_several":
        meant = meant_at(name, words, cast, at) or meant_at(name, words, cast, near)
        if meant:
            return Relation("meant", meant)
    if tied and not (bodies_meant(words) and _is_far_off(tied, cast, at or near)):
        return tied
    if is_its_initials(name, words, cast) or is_called_alone(name, words, cast):
        return Relation("short", place)
    if names_somebody(words, cast):
        return Relation("perhaps" if _is_misspelt(name, words) else "another", place)
    nearby = words.lower() in KNOWN.pronouns and cast.place_of(name, near, surname=True)
    if nearby:
        return Relation("pronoun", nearby)
    return Relation("description", place)


def _last_of_the_surname(
    name: str, others: Sequence[str], words: str, cast: Cast, near: Sequence[int]
) -> Place | None:
    """Where this person was named in full, last of all of the surname before it stands alone."""
    found = []
    if not holds_person(name):
        return None
    named = [(at, each) for each in (name, *others) for at in cast.named_in_full(each)]
    for place in cast.sentences.find(words, near):
        if any(at[0] <= place[0] < at[1] for at, _ in named):
            continue
        before = [(at, each) for at, each in named if at[1] <= place[0]]
        last, who = max(before, default=((0, 0), ""))
        found.append(last if who == name else None)
    return found[0] if found and all(found) else None


def _are_named_together(name: str, words: str) -> bool:
    """Whether they name the same persons: "Ida Holm (mayor) and the docker Tom Reed"."""
    mine = named_together(name)
    if not mine:
        return False
    bare = _BRACKETED.sub("", words)
    theirs = joined_names(bare)
    return len(mine) == len(theirs) and all(
        same_name(one, other) or is_described(one, other) or same_surname(one, other)
        for one, other in zip(mine, theirs, strict=True)
    )


def _are_one_country(name: str, words: str, cast: Cast) -> bool:
    """Whether both are a country's name and no more, in whatever case: „den Niederlanden“."""
    if folded(name)[:_LONG_WORD] != folded(words)[:_LONG_WORD]:
        return False
    language = primary(cast.sentences.language)
    code = _country(name, language)
    return code is not None and code == _country(words, language)


def _has_but_an_ending(name: str, words: str) -> bool:
    """Whether they are a name of several words, and an ending that is tied to the last."""
    whole, bare = folded(words), folded(name)
    ending = whole.removeprefix(bare)
    return (
        len(bare.split()) >= _SEVERAL
        and ending != whole
        and ending.isalpha()
        and len(ending) < _LONG_WORD
    )


def _has_a_proclitic(name: str, words: str, language: str) -> bool:
    """Whether only a preposition is written together with it: «لقمة القدس», «للعاملين»."""
    known, article = LANGUAGES.get(language), KNOWN.attached_article
    for each in known.text.proclitics.split() if known else ():
        rest = words.removeprefix(each)
        if rest != words and _same_plural(name, rest):
            return True
        if each.endswith("ل") and _same_plural(name, f"{article}{rest}"):
            return True  # with the article, whose first letter is lost
    return False


def _same_plural(one: str, other: str) -> bool:
    """The same word, in whichever case a plural of persons is: «عاملون», «عاملين»."""
    return one == other or ({one[-2:], other[-2:]} <= KNOWN.plural_cases and one[:-2] == other[:-2])


def _has_its_kind_inflected(name: str, words: str) -> bool:
    """„Handelskonzerns Selm“ of „Handelskonzern Selm“: but for the ending of what it is."""
    one, other = name.split(), words.split()
    unlike = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    if len(one) != len(other) or len(unlike) != 1 or len(one) < 2:
        return False
    kind, inflected = unlike[0]
    if inflected in (f"{kind}s", f"{kind}es") or _is_in_another_case(kind, inflected):
        return True
    return any(inflected.removeprefix(kind) in each for each in KNOWN.number_endings) and bool(
        bodies_meant(kind)
    )


def _is_in_another_case(one: str, other: str) -> bool:
    """«وفدا» of «وفد», «مساهمي» of «مساهمو»."""
    ends = {one[-1], other[-1]}
    is_construct = one[:-1] == other[:-1] and ends <= KNOWN.construct_ends
    return is_construct or other.removeprefix(one) in KNOWN.accusative


def _is_of_a_country(name: str, words: str) -> bool:
    """Whether only the country stands before it, in a script without spaces: 「米セルム」."""
    country = words.removesuffix(name) if SPACELESS.match(words) else words
    return country != words and country in KNOWN.territories | KNOWN.countries_before


def _head_named_last(words: str, cast: Cast, near: Sequence[int]) -> Place | None:
    """Where a common noun with an attached article stood last without it, before a name.

    «الشركة» behind «شركة سلم».
    """
    noun = words.removeprefix(KNOWN.attached_article)
    if noun == words or " " in words:
        return None
    whole = cast.sentences.whole
    for place in cast.sentences.find(words, near)[:1]:
        start = whole.rfind(f" {noun} ", 0, place[0]) + 1
        named = re.match(r"[^\n.،]*", whole[start : place[0]])
        following = named[0].split()[1:2] if named and start else []
        if named and following and not following[0].startswith(KNOWN.attached_article):
            return start, start + named.end()
    return None


def _is_far_off(tied: Relation, cast: Cast, near: Sequence[int]) -> bool:
    """Whether "the group" stands paragraphs behind "the group Selm Air": it may be of another."""
    numbers = [*near, *(each for number in near for each in cast.before(number))]
    if tied.place is None or not numbers:
        return False
    return cast.sentences.number_at(tied.place) not in numbers


def _tied(name: str, words: str, cast: Cast) -> Relation | None:
    """Whom the article calls so, where it says it beside a name."""
    tie = cast.tie(name, words)
    others = [
        each
        for each in cast.tied_to(words)
        if not is_the_name(name, each.name) and not same_surname(each.name, name)
    ]
    other = next((each for each in others if each.strength == "whole"), next(iter(others), None))
    if tie and other and (other.strength == "whole" or tie.strength == "part"):
        return Relation("tied_to_several", tie.place, other.name)
    if tie:
        return Relation("tied", tie.place)
    if other and other.strength == "whole":
        return Relation("tied_to_another", other.place, other.name)
    return None


def _is_misspelt(name: str, words: str) -> bool:
    """A letter exchanged, left out or added in one word of a full name: a slip, or another name."""
    one, other = folded(name).split(), folded(words).split()
    unlike = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    if len(one) != len(other) or len(one) < 2 or len(unlike) != 1:
        return False
    a, b = sorted(unlike[0], key=len)
    at = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    rest = a[at:] if len(a) < len(b) else a[at + 1 :]
    return len(a) >= _LONG_WORD and len(b) - len(a) < 2 and b[at + 1 :] == rest


def _is_run_together(name: str, words: str) -> bool:
    """A space or a hyphen left out, as happens in print: «حكومةالميناء», "SelmHarbours"; too much
    alike to be another name.
    """
    one, other = (re.sub("[ -]", "", folded(each)) for each in (name, words))
    return one == other and len(one) >= _LONG


def _is_explained(name: str, words: str) -> bool:
    """Whether only a bracket stands behind the name: "SPU (Selm Port Union)"."""
    bare = _BRACKETED.sub("", words)
    return bare != words and same_name(name, bare)


def _is_called_a_body(name: str, words: str, language: str) -> bool:
    """Whether words are the name behind what it is: „die Dienstleistungsgewerkschaft sel.mo“."""
    kind = words.removesuffix(f" {name}")
    if kind == words:
        first, *rest = words.split(" ")  # «فريق سلم النرويجي»
        is_named = " ".join(rest[:-1]) == name and bool(bodies_meant(first))
        return is_named and is_nationality(rest[-1], language)
    # "the Norvik power company SPU"
    return bool(bodies_meant(kind) or (name.isupper() and bodies_meant(kind.split()[-1])))


def _is_titled(name: str, words: str) -> bool:
    """Whether only what somebody is stands before a full name: «le délégué SPU Ida Roux»."""
    before = words.removesuffix(name).split()
    joined = not and_words().isdisjoint(before) or any("," in word for word in before)
    if before == words.split() or joined:
        return False
    if " " not in name:
        return is_role(before[-1])  # "President Reed"; "Air Selm" is not Selm
    if not (holds_person(name) or (script(name) == "other" and is_perhaps_a_person(name))):
        return False
    party = len(before) == 1 and re.fullmatch(rf"\w+[{APOSTROPHES}]\w+", before[0])  # CHP’li
    return bool(party) or any(map(is_role, before))


def _is_one_of_a_body(name: str, words: str) -> bool:
    """Whether they are of somebody who belongs to a body in marks: «зампред "Лагуны"»."""
    before, *inner = re.split(f"[{_MARKS}]", words)
    return bool(inner) and any(map(is_role, before.split())) and same_name(name, inner[0])


def _country(words: str, language: str) -> str | None:
    found = find_countries(words, language)
    is_one = len(found) == 1 and found[0].place == (0, len(words)) and not found[0].is_adjective
    return found[0].code if is_one else None


def _is_of_somebody_else(name: str, words: str, cast: Cast) -> bool:
    """Whether they say what a person is, and name one, or the name is where a country is governed.

    Neither "Minister Reed" nor "the minister" is Arlen, however near they stand.
    """
    if not any(map(is_role, words.split())):
        return False
    if name[:1] in _MARKS:
        return True  # no minister is «Selm»
    if script(name) == "other" and begins_with_a_kind(name):
        return True  # of which bank somebody is the head stands right behind it
    language = primary(cast.sentences.language)
    is_governed = _country(name, language) or seat_of(name, language)
    return is_governed is not None or names_somebody(words, cast)


def _is_put_together(name: str, words: str, cast: Cast) -> bool:
    """«Иван Петрович Отт», whom the text calls «Иван Петрович» here and «Отт» there."""
    parts = name.split(" ")
    everywhere = cast.sentences.all_sentences
    return any(
        same_name(" ".join(parts[:at]), words)
        and cast.place_of(" ".join(parts[at:]), everywhere) is not None
        for at in range(1, len(parts))
    )


def _has_its_words_here(name: str, words: str, cast: Cast) -> bool:
    """Whether the article has each word of it, and these are some of them, in whatever form:
    "the government of Arlen" for "the government", where Arlen is named.
    """
    if SPACELESS.search(name):
        rest = name.removesuffix(words).rstrip("".join(KNOWN.behind_a_name))
        return rest != name and cast.sentences.first(rest[:-1] or rest, _all(cast)) is not None
    stems = [stem for word in name.split() if len(stem := folded(word)[:_LONG_WORD]) > 1]
    theirs = folded(words)
    whole = folded(cast.sentences.whole)
    shared = [stem for stem in stems if stem in theirs]
    return bool(shared) and all(stem in whole for stem in stems)


def _all(cast: Cast) -> Sequence[int]:
    return cast.sentences.all_sentences


def _is_filled_in(name: str, words: str, cast: Cast) -> bool:
    """«Е. Омаров» is not «Ермек Омаров» unless the article says so somewhere."""
    return spells_out(name, words) and not cast.spells_out(name)
