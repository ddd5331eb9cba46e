"""What words tell of who speaks: whether they name them, and whether anything is said at all."""

from __future__ import annotations

import re
from itertools import islice
from typing import Literal

from ..text import SPACELESS
from .find import find_full_names
from .speech import SPACE, Place, opens_phrase
from .titles import is_role, without_courtesy
from .verbs import WORD, Verbs, verbs_of
from .words import KNOWN

Telling = Literal["name", "pronoun", "description", "unnamed"]


def is_said(text: str, end: int, language: str) -> bool:
    """Whether a verb of speech stands right behind a quotation that ends there: “Yes” dedi.

    Where nothing sets it off, and the verb does not end the sentence, it may be a company's.
    """
    known = verbs_of(language)
    if known is None:
        return False
    behind = SPACE.match(text, end)
    set_off = behind and re.search("[,،—–-]", text[end - 1 : behind.end()])
    verb = known.verb.match(text, behind.end()) if behind else None
    return bool(verb and (set_off or known.order == "verb last"))


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
    small = first[0].lower()
    if small in known.pronouns:
        return "pronoun"
    if small in known.unnamed:
        return "unnamed"
    each = words.split()
    if first[0].lower() == first[0].upper():  # a script without capitals
        rest = each[1:] if is_role(each[0]) and len(each) > 1 else each
        defined = all(KNOWN.attached_article in word[:3] for word in rest)
        return "description" if defined or len(each) < 2 else "name"
    capitals = sum(word[:1].isupper() for word in each)
    rest = each[1:] if small in known.described else each
    if rest and all(word[:2].isupper() and len(word) > 1 for word in rest):
        return "name"  # "the PSHA"
    if known.order == "verb second":  # nouns have capitals
        return "name" if find_full_names(words) else "description"
    if small in known.described or capitals == 0:
        return "name" if capitals > 1 + first[0][0].isupper() else "description"
    return "name" if capitals > 1 or len(each) == 1 else "description"


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
