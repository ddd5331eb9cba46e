"""What words tell of who speaks: whether they name them, and whether anything is said at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Literal

from ..text import APOSTROPHES, SPACELESS, folded
from .clauses import Place, opens_phrase
from .described import and_words, holds_person
from .find import find_full_names
from .speech import SPACE
from .titles import even, is_role, script, without_courtesy
from .verbs import WORD, Verbs, verbs_of
from .words import KNOWN

_ELIDED = re.compile(rf"([^\W\d_]+)[{APOSTROPHES}](?=[a-zß-öø-ÿ])")
_BETWEEN = re.compile(r"[^\w\n]*")
_MARK = 4  # characters of an ending
_AHEAD = 60  # characters

Telling = Literal["name", "pronoun", "description", "unnamed"]


def belongs_to_speaker(name: str, words: str, language: str) -> bool:
    """Whether these words for a speaker name a person, and this one only for what they are of.

    >>> belongs_to_speaker("Selm Air", "Selm Air chief executive Ida Holm", "en")
    True
    >>> belongs_to_speaker("Selm Air", "Selm Air and its chief executive Ida Holm", "en")
    False
    >>> belongs_to_speaker("Ida Holm", "the head of the Norvik Savings Union, Ida Holm", "en")
    False
    """
    known = verbs_of(language)
    before, found, behind = folded(words).partition(folded(name))
    if known is None or not found or SPACELESS.search(name):
        return False
    if any(map(is_role, name.split())) or (known.speaks_for and known.speaks_for.search(words)):
        return False  # what the person is, or whom she speaks for
    apposed = before.rstrip().endswith(",") and not behind and holds_person(name)
    if apposed and any(map(is_role, before.split())):
        return False  # "the head of the Selm Savings Bank, Ida Holm"
    head = _last_word(before)
    is_of = head.lower() in KNOWN.links | known.prepositions or is_role(head)
    if script(name) == "other":
        return is_of and len(behind.split()) > 1
    return _is_of_the_next(is_of, behind) or (not is_role(head) and _is_of_the_last(before))


def is_whose(name: str, words: str, place: Place, language: str) -> bool:
    """Whether a person's name at a place in the words for a speaker is but whose the speaker is.

    >>> is_whose("Tom Reed", "Reed's lawyer", (0, 4), "en")
    True
    >>> is_whose("Tom Reed", "Reed's letter", (0, 4), "en")
    False
    >>> is_whose("Tom Reed", "a friend of Tom Reed", (12, 20), "en")
    True
    >>> is_whose("Tom Reed", "the minister Tom Reed", (13, 21), "en")
    False
    """
    known = verbs_of(language)
    if known is None or (known.speaks_for and known.speaks_for.search(words)):
        return False  # what she says, he wants said
    first, end = place
    written, last = even(words[first:end]).split()[-1], even(name).split()[-1]
    for mark in known.whose.finditer(words, max(first + 1, end - _MARK)) if known.whose else ():
        is_behind = mark.start() == end or (mark.end() == end and written != last)
        if is_behind and _is_a_persons(words[mark.end() :], known):
            return True
    head = re.findall(r"\w+|,", words[:first].lower())
    link = head[-1] if head else ""
    if known.possessed_before and link in known.possessed:
        return script(name) == "other" or written != last
    if link not in known.prepositions or link in name.lower().split():
        return False
    return _is_a_persons(" ".join(head[:-1]), known)


def _is_a_persons(words: str, known: Verbs) -> bool:
    """Whether they say that one is a person's: "lawyer", "wife"; not "letter", nor "minister"."""
    if SPACELESS.match(words):
        return any(each in words for each in known.possessed)
    each = re.findall(r"[\w'-]+", words.lower())
    upto = next((at for at, word in enumerate(each) if word in KNOWN.links and at), len(each))
    return not known.possessed.isdisjoint(each[:upto])


def _is_of_the_next(is_of: bool, behind: str) -> bool:
    """Selm Air's head Ida Holm; but not Tom Reed, Ida Holm's husband, nor the port and Ida Holm."""
    person = next(_persons(behind), None)
    between = re.findall(r"\w+|,", behind[: person[0]]) if person else []
    if not person or any(word.lower() in and_words() for word in (*between[:1], *between[-1:])):
        return False
    return is_of or (between[:1] != [","] and any(map(is_role, between)))


def _is_of_the_last(before: str) -> bool:
    """Ida Holm, head of Selm Air; but not Ida Holm and Selm Air."""
    *_, person = (None, *_persons(before))
    between = before[person[1] :].split() if person else []
    if person and between == [","] and _last_word(before[: person[0]]).lower() in KNOWN.links:
        return False  # the head of the Ida Holm School, Tom Reed
    bare = between[:-1] if between and between[-1].lower() in KNOWN.links else between
    is_joined = any(each[-1].lower() in and_words() for each in (between, bare) if each)
    is_title = between == ["."]  # "Speaker of the House Rep. Tom Reed"
    return bool(between) and not (is_joined or is_title)  # "Ida Holm and the Selm Union"


def _last_word(words: str) -> str:
    return (words.split() or [""])[-1]


def _persons(words: str) -> Iterator[Place]:
    for start, end in find_full_names(words):
        first = start
        for word in WORD.finditer(words, start, end):
            if is_role(word[0]) or word[0].lower() in KNOWN.links - KNOWN.surname_particles:
                first = word.end() + 1
        if holds_person(words[first:end]):
            yield first, end


def is_of_a_person(pronoun: str, language: str, said: bool) -> bool:
    """Whether a pronoun is of a person and no body; one that is of both says nothing in marks."""
    known = verbs_of(language)
    if known is None:
        return False
    if SPACELESS.match(pronoun):
        return pronoun.startswith(tuple(known.of_persons))
    small = pronoun.lower()
    return small in known.of_persons or (said and small in known.of_both)


def is_oblique(text: str, place: Place, language: str) -> bool:
    """Whether a preposition stands before a name, or it is a possessive: no subject."""
    known = verbs_of(language)
    if known is None or SPACELESS.match(text, place[0]):
        return False
    oblique = known.prepositions - known.joins
    if text[slice(*place)].split()[0].lower() in oblique:
        return True  # "In Norvik"
    words = text[max(0, place[0] - 40) : place[0]].split()
    while words and (is_role(words[-1]) or words[-1].lower() in known.described):
        words.pop()
    if re.search(r"['’]s?$", text[place[0] : place[1] + 2].rstrip()):
        return True
    return bool(words) and words[-1].lower() in oblique


def is_said(text: str, end: int, language: str) -> bool:
    """Whether a verb of speech stands right behind a quotation that ends there: “Yes” dedi.

    Where nothing sets it off, and the verb does not end the sentence, it may be a company's.
    """
    known = verbs_of(language)
    if known is None:
        return False
    sentence = _BETWEEN.match(text, end)
    if sentence and known.points_back and known.points_back.match(text, sentence.end()):
        return True  # «Ждём». Об этом заявил Отт.
    behind = SPACE.match(text, end)
    set_off = behind and re.search("[,،—–-]", text[end - 1 : behind.end()])
    verb = (
        (known.verb.match(text, behind.end()) or _beside(text, behind.end(), known))
        if behind
        else None
    )
    if verb is None:
        return False
    return bool(set_off) or known.order == "verb last" or _begins_with_a_person(text, verb.end())


def _begins_with_a_person(text: str, start: int) -> bool:
    """Whether a full name follows: “a bad joke” said Tom Reed; it is not what is "Selm" said."""
    behind = text[start : start + _AHEAD]
    names = find_full_names(behind)
    return (
        bool(names) and not behind[: names[0][0]].strip() and holds_person(behind[slice(*names[0])])
    )


def _beside(text: str, start: int, known: Verbs) -> re.Match[str] | None:
    """A verb that tells of speech where it stands right behind a quotation: 「…」と声を落とす."""
    return known.beside.match(text, start) if known.beside else None


def is_told(text: str, place: Place, language: str) -> bool:
    """Whether who says it is told right beside a quotation: “Never,” he said; 他说“不会”."""
    known = verbs_of(language)
    if known is None:
        return False
    start, end = place
    if is_said(text, end, language):
        return True
    if SPACELESS.match(text, start):
        return bool(
            known.leads.search(text, max(0, start - 9), start - 1)
            or (known.follows and known.follows.match(text, end + 1))
        )
    space = SPACE.match(text, end)
    since = space.end() if space else end
    for word in islice(WORD.finditer(text, since, since + 60), 5):
        if known.verb.match(text, word.start()):
            return True
        if not opens_phrase(word, known) or "," in text[since : word.start()]:
            return False
    return False


def passes_on(text: str, start: int, end: int, language: str) -> bool:
    """Whether somebody quotes somebody there: two may be the speaker."""
    known = verbs_of(language)
    return bool(known and known.cites and known.cites.search(text, start, end))


def leads_in(word: str, language: str) -> bool:
    """Whether a word only leads into a sentence, and names nobody.

    >>> leads_in("Meanwhile", "en"), leads_in("Ida", "en")
    (True, False)
    """
    known = verbs_of(language)
    return known is not None and word.lower() in known.no_subject | known.prepositions | known.that


def joins_clauses(word: str, language: str) -> bool:
    """Whether a subject may follow a word at once: "and", "but", "as".

    >>> joins_clauses("but", "en"), joins_clauses("Ida", "en")
    (True, False)
    """
    known = verbs_of(language)
    small = word.lower()
    return small in and_words() or (known is not None and small in known.joins)


def how_told(words: str, language: str) -> Telling:
    """Whether the words that tell the speaker name one, as far as they show it.

    >>> [how_told(words, "en") for words in ("Ida Holm", "she", "the minister", "a woman")]
    ['name', 'pronoun', 'description', 'unnamed']
    """
    known = verbs_of(language)
    first = WORD.search(words)
    if known is None or first is None:
        return "description"
    if SPACELESS.match(words):
        return _told_without_spaces(words, known)
    elided = _ELIDED.match(words)
    if elided and elided[1].lower() in known.described:  # «l'ambassadeur»
        return how_told(f"{elided[1]} {words[elided.end() :]}", language)
    small = first[0].lower()
    if small in known.pronouns:
        return "pronoun"
    if small in known.unnamed:
        return "unnamed"
    alone, comma, _ = words.partition(",")
    if comma and how_told(alone, language) == "name":
        return "name"  # "PSHA, which runs the port"
    each = words.split()
    if first[0].lower() == first[0].upper():  # a script without capitals
        rest = each[1:] if is_role(each[0]) and len(each) > 1 else each
        defined = all(KNOWN.attached_article in word[:3] for word in rest)
        return "description" if defined or len(each) < 2 else "name"
    capitals = sum(word[:1].isupper() for word in each)
    rest = each[1:] if small in known.described else each
    if len(rest) > 2 and rest[0].islower() and is_role(rest[0]) and rest[1].lower() in KNOWN.of:
        return "name" if holds_person(words.rpartition(", ")[2]) else "description"
    if len(rest) > 1 and is_role(rest[-2]) and rest[-2].islower() and _is_acronym(rest[-1]):
        return "description"  # «le délégué CGT»
    titled = rest and is_role(rest[-1]) and (len(rest) > 1 or rest[-1].isupper())
    if titled and (small in known.described or rest[-1].isupper()):
        return "description"  # "the Norvik South MP"
    if rest and all(word[:2].isupper() and len(word) > 1 for word in rest):
        return "name"  # "the PSHA"
    if known.order == "verb second":  # nouns have capitals
        return "name" if find_full_names(words) else "description"
    if small in known.described or capitals == 0:
        return "name" if capitals > 1 + first[0][0].isupper() else "description"
    return "name" if capitals > 1 or len(each) == 1 else "description"


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _told_without_spaces(words: str, known: Verbs) -> Telling:
    if words.startswith(tuple(known.pronouns)):
        return "pronoun"
    if known.unnamed and words.startswith(tuple(known.unnamed)):
        return "unnamed"
    tails = {words, words[-2:], words[-3:]}
    person = any(
        words.endswith(title) or any(without_courtesy(each + title) == each for each in tails)
        for title in known.courtesies
    )
    described = bool(known.described) and words.startswith(tuple(known.described))
    return "name" if person or (len(words) > 5 and not described) else "description"
