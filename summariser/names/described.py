"""A name with a description around it: "the port's director, Tarek Amin", «الخبير حسن سالم».

Told by how the languages build an apposition: in front of the name a common noun or what somebody
is ("Arlen President Ulan Sarin"), behind it a comma and the same, or where somebody belongs.  What
may be somebody else's is none: "a friend of Tarek Amin", "Tarek Amin's office", "Jan Tarek Amin".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from ..languages import LANGUAGES
from ..text import SPACELESS, folded
from . import titles
from .bodies import begins_with_a_kind
from .compare import LONGEST, same_name, same_surname
from .lookup import forms, spellings
from .titles import is_role, is_surname, script
from .words import KNOWN

_SHORTEST = 2
"""Words of a name: one alone is often a part of another, as "Astana" of "Air Astana"."""
# What one is called is as long as that; in a script without capitals it may be a clause.
_LONGEST_WITHOUT_SPACES = 16
_LONGEST_OF_A_PERSON = 5
_MOST_WORDS, _TITLED, _FEW = 8, 14, 4
_QUOTING = tuple('«„“"')
_AROUND = ",;:()[]\"'«»“”„ "


class Around(NamedTuple):
    """Words cut in three: what stands before a name, the name as it stands, what is behind."""

    before: str
    core: str
    behind: str


def holds_name(name: str, words: str) -> bool:
    """Whether a name of several words stands in these, whole, with others around it."""
    return len(name.split()) >= _SHORTEST and _around(name, words) is not None


def is_described(name: str, words: str) -> bool:
    """Whether the words are the name and a description of whoever bears it.

    >>> is_described("Tarek Amin", "The port's director, Tarek Amin")
    True
    >>> is_described("Tarek Amin", "a friend of Tarek Amin")
    False
    """
    return any(_is_description(each, name) for each in _cuts(name, words, same_name))


def described_surname(name: str, words: str) -> str | None:
    """The surname of this full name in words that describe whoever bears it.

    >>> described_surname("Andreas Scheuer", "Bundesverkehrsminister Scheuer")
    'Scheuer'
    """
    for each in _cuts(name, words, same_surname):
        titled = bool(each.before) and is_role(each.before.split()[-1])
        arabic = script(each.core) == "other" and len(each.before.split()) == 1
        described = arabic or _is_description(each, name) or _is_of_one_with_two_titles(each.before)
        if titled and not each.behind and described:
            return each.core
    return None


def _is_of_one_with_two_titles(before: str) -> bool:
    """Whether a title begins and ends it, and nobody is joined: "Leader of the House Senator"."""
    first, *others = before.lower().split() or [""]
    joined = "," in before or not and_words().isdisjoint(others)
    return len(others) > 1 and is_role(first) and not joined


def called_by(name: str, words: str) -> str | None:
    """The one word of a full name that a courtesy stands before: "Mr Ng", of Ng Yat Chung."""
    polite = titles.even(words)
    bare = titles.words_of(titles.without_courtesy(polite))
    if len(bare) != 1 or bare == titles.words_of(polite):
        return None
    return bare[0] if is_perhaps_a_person(name) and bare[0] in name.lower().split() else None


def may_be_somebody(words: str) -> bool:
    """Whether they are as short as what one is called, and no day or month.

    >>> may_be_somebody("the head of the port"), may_be_somebody("Mitte September")
    (True, False)
    """
    if SPACELESS.search(words):
        return len(words) <= _LONGEST_WITHOUT_SPACES and not words.startswith(KNOWN.behind_a_name)
    each = words.split()
    titled = is_role(each[0]) or _is_courtesy(each[0])
    most = _MOST_WORDS if script(words) != "other" else _TITLED if titled else _FEW
    if len(each) > most:  # "the head of the Selm Port Union of Norvik and Arlen, Ida Holm"
        _, apposed, name = words.rpartition(", ")
        return bool(apposed) and holds_person(name)
    return not any(titles.even(word) in KNOWN.calendar for word in each)


def without_titles(name: str) -> str:
    """What is left of capitalised words behind what somebody is; "" if that is all they say.

    >>> without_titles("Arlen President Ulan Sarin"), without_titles("Energy Minister")
    ('Ulan Sarin', '')
    """
    words = name.split(" ")
    titled = (at for at, word in enumerate(words) if is_role(word) or _is_courtesy(word))
    return " ".join(words[max(titled, default=-1) + 1 :])


def named_without_capitals(words: str) -> str:
    """The name in words that tell who speaks, beside what they are; "" if they hold none for sure.

    >>> named_without_capitals("塞尔姆银行行长李明"), named_without_capitals("连谈都没有谈过")
    ('李明', '')
    >>> named_without_capitals("الخبير الاقتصادي نديم سالم"), named_without_capitals("رجل مسن")
    ('نديم سالم', '')
    """
    if not SPACELESS.search(words):
        return _named_behind_a_role(words)
    ends = [words.rindex(role) + len(role) for role in KNOWN.role_before if role in words]
    name = words[max((end for end in ends if end < len(words)), default=0) :]
    told = (role for role in KNOWN.roles_after | KNOWN.courtesy_after if name.endswith(role))
    bare = name.removesuffix(max(told, key=len, default=""))
    if words.endswith(KNOWN.institutions_end):
        return words
    is_told = bare != words or bare[:1] in KNOWN.surname_characters
    return bare if is_told and _SHORTEST <= len(bare) <= _LONGEST_OF_A_PERSON else ""


def _named_behind_a_role(words: str) -> str:
    article = KNOWN.attached_article
    name = without_titles(words)
    if name == words:
        return ""
    each = name.split()
    if each and each[-1].startswith(article[1:] * 2):  # to whom it is said
        each = each[:-1]
    while each and each[0].startswith(article):
        each = each[1:]
    return " ".join(each) if _SHORTEST <= len(each) < _FEW else ""


def _is_courtesy(word: str) -> bool:
    return word.lower().rstrip(".") in KNOWN.courtesies


def _around(name: str, words: str) -> Around | None:
    """The words around the name as it is given; None if they do not hold it whole."""
    whole, part = folded(words), folded(name).strip()
    if not part or part == whole:
        return None
    before, found, behind = whole.partition(part)
    if not found and " " in part:  # «ministerio de Energía»
        before, found, behind = whole.partition(part[0].swapcase() + part[1:])
    is_whole = SPACELESS.search(part) or not (before[-1:].isalnum() or behind[:1].isalnum())
    return Around(before.strip(), part, behind.strip()) if found and is_whole else None


def _cuts(name: str, words: str, is_name: Callable[[str, str], bool]) -> Iterator[Around]:
    """The ways to find the name in the words, to the letter or in another form."""
    literal = _around(name, words) if is_name is same_name else None
    if literal and not literal.behind.startswith("'"):  # an ending may follow
        yield literal
        return
    spaced, size = words.split(), len(name.split()) if is_name is same_name else 1
    if not size < len(spaced) or len(words) > LONGEST:
        return
    if spellings(name).isdisjoint(forms(words)):
        return
    for at in range(len(spaced) - size + 1):
        piece = " ".join(spaced[at : at + size])
        core = piece.strip(_AROUND)
        if core and is_name(name, core):
            behind = piece.partition(core)[2] + " " + " ".join(spaced[at + size :])
            yield Around(" ".join(spaced[:at]), core, behind.strip())


def _is_description(words: Around, name: str) -> bool:
    if script(words.core) == "other":
        return _describes_in_a_script_without_capitals(words)
    person = is_perhaps_a_person(name) or bool(named_together(name))
    if not words.before and re.fullmatch(KNOWN.kind_behind, words.behind):
        return True
    if not person and not words.behind and _is_kind_of_thing(words.before):
        return True
    if len(name.split()) < _SHORTEST:
        return False
    return _describes_before(words, person) and _describes_behind(words.behind, person)


@lru_cache(maxsize=2048)
def is_perhaps_a_person(name: str) -> bool:
    """Several words, none of which only an institution's name has."""
    even = titles.even(name)
    words = titles.words_of(even)
    known = KNOWN.not_in_a_person | KNOWN.seldom_persons
    initials = {word.lower() for word in name.split() if len(word) == 1 and word.isupper()}
    if not (KNOWN.links - KNOWN.surname_particles - initials).isdisjoint(words):
        return False
    if "der" in words and not {"von", "van"} & set(words):  # Umbau der Gesellschaft
        return False
    return len(words) > 1 and not titles.company_forms(even) and known.isdisjoint(words)


@lru_cache(maxsize=2048)
def named_together(name: str) -> tuple[str, ...]:
    """The persons that a name joins, two or more.

    >>> named_together("Ida Holm, Tom Reed and Ana Ruiz"), named_together("Ida Holm")
    (('Ida Holm', 'Tom Reed', 'Ana Ruiz'), ())
    """
    parts = joined_names(name)
    return parts if len(parts) > 1 and all(map(is_perhaps_a_person, parts)) else ()


def joined_names(words: str) -> tuple[str, ...]:
    """What a comma or "and" joins."""
    joints = "|".join(re.escape(each) for each in sorted(and_words()) if each)
    parts = (part.strip() for part in re.split(rf",| (?:{joints}) ", words))
    return tuple(part for part in parts if part)


@lru_cache(maxsize=2048)
def is_a_body(name: str) -> bool:
    """Whether a name shows that no person bears it; that it does not is no proof.

    >>> [is_a_body(name) for name in ("PSHA", "commission de l'UE", "云泽市交通局", "Ida Holm")]
    [True, True, True, False]
    """
    if SPACELESS.search(name):
        return len(name) > _SHORTEST and name.endswith(KNOWN.institutions_end)
    if name[:1] in _QUOTING or (script(name) == "other" and begins_with_a_kind(name)):
        return True  # «Selm», «شركة سلم»
    words = titles.words_of(titles.even(name))
    if name.isupper() or name.lower() in KNOWN.territories:
        return True
    if not KNOWN.not_in_a_person.isdisjoint(words) or titles.company_forms(titles.even(name)):
        return True
    return any(
        word.islower() and word.isalpha() and word not in KNOWN.surname_particles
        for word in name.split()
    )


def is_kind_of_body(word: str) -> bool:
    """Whether a word in front of a name tells that it is of an institution: «le groupe Ormel»."""
    small = word.lower()
    return small in KNOWN.not_in_a_person or small.startswith((*KNOWN.kinds, *KNOWN.kinds_start))


def holds_person(words: str) -> bool:
    """Whether what is left of them behind a title may be a person's full name."""
    name = without_titles(words)
    return name[:1].isupper() and is_perhaps_a_person(name)


def _is_kind_of_thing(before: str) -> bool:
    """An article, or a common noun or two and no person's: «компания», "Die", "le groupe"."""
    words = before.replace("'", " ").split()
    if words and words[0].lower() in KNOWN.links:  # an article
        words = words[1:]
    if not words:
        return script(before) == "latin"
    if script(words[-1]) == "cyrillic" and not words[-1].startswith(KNOWN.kinds):
        return False  # «страны ЕС»
    return len(words) <= 3 and all(_is_common(word) and not is_role(word) for word in words)


def _describes_before(words: Around, person: bool) -> bool:
    first, _, rest = words.before.partition(" ")
    described = rest if first.lower() in KNOWN.links else words.before
    if not described:  # nothing, or an article, or what the whole stands behind
        return True
    each = described.rstrip(",").split()
    if not each:
        return False
    if words.before.endswith(","):
        return described.count(",") == 1 and _has_a_head(each)
    if any(word.lower() in KNOWN.links for word in each):
        # Whose? "the spokesman of the president Ulan Sarin" may be anybody.
        return person and _has_a_head(each) and not _may_be_a_person(each[-1])
    if script(each[-1]) == "cyrillic":
        return _agrees(each, words.core)
    if is_role(each[-1]):
        return person
    return _is_common(each[-1]) or titles.even(each[-1]).removesuffix("'s") in KNOWN.territories


def _has_a_head(words: list[str]) -> bool:
    """Does a noun phrase say what somebody is, before it says whose: "head of the port"?"""
    at = next((at for at, word in enumerate(words) if word.lower() in KNOWN.links), len(words))
    if at == len(words):
        return is_role(words[-1]) or _is_common(words[-1])
    return any(map(is_role, words[:at]))


def _may_be_a_person(word: str) -> bool:
    return word.lower() in KNOWN.links or is_role(word)


def _agrees(before: list[str], core: str) -> bool:
    """In Russian a genitive stands behind its noun: «жена Карима Осея», «директор Air Astana»."""
    role, surname = before[0], core.split()[-1].lower()
    if is_role(before[-1]) and before[-1].endswith(KNOWN.possessed):  # Kazakh: «порт директоры»
        return True
    if not before[0].islower() and not is_role(role):
        return False
    if is_surname(surname):  # who bears a surname that would be inflected
        return True
    inflected = is_role(role) and role.lower() not in _roles_as_they_are()
    return inflected and len(before) > 1 and not any(map(is_role, before[1:]))


@cache
def _roles_as_they_are() -> frozenset[str]:
    return frozenset(role for roles, _, _ in KNOWN.roles for role in roles)


def _describes_behind(words: str, person: bool) -> bool:
    """«Ida Holm, la secrétaire générale», "Ida Holm (the mayor)", "Jan Roth vom Institut"."""
    if not words or re.fullmatch(r"[(（][^()（）]{1,60}[)）]", words):  # her party, her age
        return True
    found = re.match(r"[,(]\s*(\w[\w'’-]*)([^,;:)]*)", words)
    if not found:
        return person and words.split()[0] in KNOWN.of and not words.istitle()
    opening = [found[1], *found[2].split()]
    if found[1].islower():
        return found[1] not in and_words()
    return _has_a_head(opening) and any(map(is_role, opening))


def _describes_in_a_script_without_capitals(words: Around) -> bool:
    before, core, behind = words
    if SPACELESS.search(core):
        named = not before or before.rstrip("、" + KNOWN.apposed).endswith(KNOWN.role_before)
        return named and (not behind or _is_called(core, behind))
    if behind or len(core.split()) < _SHORTEST:
        return False
    article = KNOWN.attached_article
    each = before.split()
    if all(word.startswith(article) for word in each):  # «الخبير»; «زوجة» would be of him
        return True
    if any(is_role(word.removeprefix(article)) for word in each[1:]):
        return False
    if each[0].startswith(article) and is_role(each[0]):  # «الخبير في الشؤون البحرية»
        return each[-1].startswith(article)
    # «رئيس الوزراء»: what somebody is, and of what; of whom would be somebody else.
    whose = each[1:]
    return is_role(each[0]) and bool(whose) and all(word.startswith(article) for word in whose)


def _is_called(core: str, behind: str) -> bool:
    """«李明理事長», «上川外相»; but not «日銀総裁», who is somebody of the bank."""
    behind = re.sub(r"[(（]\d+[)）]$", "", behind)
    courtesy = next((each for each in KNOWN.courtesy_after if behind.endswith(each)), "")
    role = behind.removesuffix(courtesy)
    if behind in KNOWN.sides:
        return True
    if behind not in KNOWN.roles_after and role not in (KNOWN.roles_after | {""}):
        return False
    if core in KNOWN.territories or core.endswith(KNOWN.institutions_end):
        return False
    if courtesy or behind.endswith(KNOWN.ministers_end):
        return True
    return len(core) > _SHORTEST or core[0] in KNOWN.surname_characters


@cache
def and_words() -> frozenset[str]:
    """What joins two of a kind, in every language."""
    words = (each.figures for each in LANGUAGES.values())
    return frozenset(
        word
        for each in words
        for section in (each.own, each.everywhere)
        for word in f"{section.and_}|{section.or_}".split("|")
    )


def _is_common(word: str) -> bool:
    """Whether it ends in lower case, and is no link: "activist", "London-based"."""
    tail = word.rpartition("-")[2]
    return tail.islower() and tail.isalpha() and tail not in KNOWN.links
