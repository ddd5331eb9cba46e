"""Whom an article itself calls what: «le ministre de la Santé Roman Prymek», "Ida Holm, the mayor".

What stands beside a name ties a description to it, and the description may then stand for the name
elsewhere.  Nothing is known of who holds which office, and no verb is read: where one might stand
between the two, nothing is tied.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from ..text import SPACELESS, folded
from .lookup import forms
from .phrases import same_word
from .titles import is_lesser_before, is_role, is_surname, script
from .words import KNOWN

_REACH = 120  # code points on either side of a name
_LONGEST = 8  # words of a description
_STOPS = re.compile(r"[.;:!?…。！？；]\s|\n")
_OPENS = re.compile(r"\s*(?:[,(（،，—–]|- )\s*")
_CLOSES = re.compile(r"[,;:.!?)（）،，。；—–]")


Strength = Literal["whole", "part"]
"""All of the description stands there, or there is more of it, or less."""


class Described(NamedTuple):
    """The words of a description, without the article before it."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Described:
        words = _words(text)
        return cls(words[1:] if len(words) > 1 and words[0].lower() in KNOWN.links else words)

    @property
    def head(self) -> tuple[str, ...]:
        """Before it says of what: "prime minister" of "prime minister of Arlen"."""
        return self.words[: _first_link(self.words)]

    @property
    def of_what(self) -> tuple[str, ...]:
        return self.words[_first_link(self.words) :]

    @property
    def is_one(self) -> bool:
        """Whether they describe, and are not themselves a name."""
        return any(map(is_role, self.head)) or bool(self.head and self.head[-1].islower())

    @property
    def roles(self) -> tuple[str, ...]:
        """What somebody is; without such a word, all of the head."""
        return tuple(word for word in self.head if is_role(word)) or self.head


def ties(description: str, before: str, behind: str) -> Strength | None:
    """Whether a description stands beside a name that has these words before it and behind.

    >>> ties("the health minister", "Yesterday the health minister ", " resigned.")
    'whole'
    >>> ties("the minister", "Yesterday the minister of health ", " resigned.")
    'part'
    >>> ties("the minister", "Yesterday the minister met ", ", the mayor, again.")
    """
    if _in_brackets(behind) == folded(description):  # an acronym, or what it is called for short
        return "whole"
    if SPACELESS.search(description):
        whole = _ties_without_spaces(folded(description), folded(before), folded(behind))
        return "whole" if whole else None
    told = Described.of(description)
    if not told.is_one or len(told.words) > _LONGEST:
        return None
    found = (_ties_before(told, before), _ties_behind(told, behind))
    if "whole" in found:
        return "whole"
    # Without capitals one does not see where a description ends and somebody else's begins.
    return None if script(told.words[0]) == "other" else found[0] or found[1]


def beside(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before a name and behind it, in its sentence."""
    before = _STOPS.split(text[max(0, start - _REACH) : start])[-1]
    return before, _STOPS.split(text[end : end + _REACH])[0]


def heads(before: str, behind: str) -> set[str]:
    """By what descriptions beside a name are looked up: whatever somebody is there."""
    words = (*_words(before)[-_LONGEST:], *_words(behind)[:_LONGEST])
    return {form for word in words if is_role(word) for form in forms(word.lower())}


def says_of_what(before: str, first: str = "", rest: str = "") -> bool:
    """Whether words before a name say what somebody is, and the next will say of what.

    >>> says_of_what("the minister of "), says_of_what("a letter of ")
    (True, False)
    >>> says_of_what("премьер-министр ", "Марланда", "Карим Осеев")
    True
    """
    words = _words(before)[-_LONGEST:]
    if not words:
        return False
    if script(first or "a") == "cyrillic":  # in a genitive; or it is a given name
        names = rest.lower().split()
        return (
            is_role(words[-1])
            and len(names) == 2
            and is_surname(names[1])
            and not re.search(KNOWN.patronymic, names[0])
        )
    return not first and words[-1].lower() in KNOWN.links and any(map(is_role, words))


def says_of_whom(before: str, name: str, behind: str) -> bool:
    """Whether the last word of a name belongs to what somebody else is, behind it.

    >>> says_of_whom("Арлен президенті ", "Улан Сарин Норвик", " президентімен сөйлесті")
    True
    >>> says_of_whom("Арлен президенті ", "Улан Сарин", " президенттерге айтты")
    False
    """
    last, following = _words(before)[-1:], _words(behind)[:1]
    return (
        len(name.split()) > 2
        and any(map(is_role, last))
        and any(map(is_role, following))
        and behind[:1] == " "
    )


def _ties_before(told: Described, before: str) -> Strength | None:
    each = _words(before)[-_LONGEST - 4 :]
    size = len(told.words)
    if _agree(told.words, each[-size:]):
        others = each[-size - _LONGEST : -size]
        # «глава профсоюза речников Степан Ким»: he is the head, and not the union.
        is_whose = not any(map(is_role, told.head)) and any(map(is_role, others))
        return None if is_whose or _no_more(each, len(each) - size) else "whole"
    starts = [at for at, word in enumerate(each) if same_word(told.roles[0], word)]
    found = any(_is_short_for(told, each[at:]) and not _no_more(each, at) for at in starts)
    return "part" if found else None


def _no_more(words: Sequence[str], at: int) -> bool:
    """A former minister is no minister, nor is a deputy one."""
    return at > 0 and words[at - 1].lower() in KNOWN.no_more


def _is_short_for(told: Described, full: Sequence[str]) -> bool:
    """Whether all of a noun phrase that ends before a name is this description, or says more."""
    cut = _first_link(full)
    head, of_what = full[:cut], full[cut:]
    if any(map(is_lesser_before, head)) and not any(map(is_lesser_before, told.words)):
        return False  # «Yönetim Kurulu Başkan Yardımcısı»
    if not any(map(is_role, told.roles)) or not _in_order(told.roles, head):
        return False
    capitals = (*told.words, *(word for word in head if is_role(word)))
    if not all(word[0].isupper() or _among(word, capitals) for word in head):
        return False  # "the minister met": it may be a verb
    if told.of_what:
        return _agree(told.of_what, of_what)
    if of_what and len(told.roles) < len(told.head):
        return False  # «président tchèque» is not «président du groupe»
    return not of_what or _is_complement(of_what)


def _is_complement(words: Sequence[str]) -> bool:
    """«de la Santé»: each word stands behind a preposition or an article, or has a capital."""
    if words[-1].lower() in KNOWN.links or is_role(words[-1]):
        return False
    return all(
        word.lower() in KNOWN.links or word[0].isupper() or last.lower() in KNOWN.links
        for last, word in pairwise(words)
    )


def _ties_behind(told: Described, behind: str) -> Strength | None:
    opens = _OPENS.match(behind)
    if not opens:
        return None
    each = Described.of(_CLOSES.split(behind[opens.end() :])[0]).words[: _LONGEST + 4]
    if not each or each[0].lower() in KNOWN.no_more:
        return None
    if _agree(told.words, each[: len(told.words)]):
        following = each[len(told.words) : len(told.words) + 1]
        # ", the mayor Ida Holm" tells of her.
        return None if following and following[0][0].isupper() else "whole"
    head = each[: _first_link(each)]
    if not any(map(is_role, told.roles)) or not _in_order(told.roles, head):
        return None
    last = max((at for at, word in enumerate(head) if is_role(word)), default=len(head))
    if len(head) != last + 1 or (script(head[0]) == "cyrillic" and not is_role(head[0])):
        return None  # «…, заявил министр», "…, says Minister Jan Roth"
    of_what = each[len(head) :]
    if told.of_what:
        return "part" if _agree(told.of_what, of_what[: len(told.of_what)]) else None
    return "part" if not of_what or len(told.roles) == len(told.head) else None


def _ties_without_spaces(description: str, before: str, behind: str) -> bool:
    if not description.endswith(KNOWN.role_before):
        return False
    closed = before.rstrip(" 、" + KNOWN.apposed)
    if closed.endswith(description):
        return not closed.removesuffix(description).endswith(KNOWN.no_more_spaceless)
    opens = _OPENS.match(behind)
    return bool(opens and behind[opens.end() :].startswith(description))


def _in_brackets(behind: str) -> str | None:
    found = re.match(r"\s*[(（]([^()（）]{2,40})[)）]", behind)
    return folded(found[1]).strip("\"'«»“”„ ") if found else None


def _words(text: str) -> tuple[str, ...]:
    cut = (word.strip(",()\"'«»“”„") for word in folded(text).replace("'", "' ").split())
    return tuple(word for word in cut if word)


def _first_link(words: Sequence[str]) -> int:
    return next((at for at, w in enumerate(words) if w.lower() in KNOWN.links), len(words))


def _in_order(words: Sequence[str], others: Sequence[str]) -> bool:
    rest = iter(others)
    return all(any(same_word(word, other) for other in rest) for word in words)


def _agree(words: Sequence[str], others: Sequence[str]) -> bool:
    return len(words) == len(others) and all(map(same_word, words, others))


def _among(word: str, others: Sequence[str]) -> bool:
    return any(same_word(word, other) for other in others)
