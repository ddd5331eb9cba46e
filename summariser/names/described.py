"""A name with a description around it: "the port's director, Tarek Amin", «الخبير حسن سالم».

Told by how the languages build an apposition, not by lists of professions, and only of a name that
stands there to the letter.  What may be somebody else's is none: "a friend of Tarek Amin", "Tarek
Amin's office", "Jan Tarek Amin".
"""

from __future__ import annotations

import re
from functools import cache

from ..languages import LANGUAGES
from ..text import SPACELESS, folded
from .titles import is_surname, script
from .words import KNOWN

_SHORTEST = 2
"""Words of a name: one alone is often a part of another, as "Astana" of "Air Astana"."""


def holds_name(name: str, words: str) -> bool:
    """Whether a name of several words stands in these, whole, with others around it."""
    return len(name.split()) >= _SHORTEST and _around(name, words) is not None


def _around(name: str, words: str) -> tuple[str, str] | None:
    """What stands before and behind the name in the words; None if they do not hold it whole."""
    whole, part = folded(words), folded(name).strip()
    if not part or part == whole:
        return None
    before, found, behind = whole.partition(part)
    is_whole = SPACELESS.search(part) or not (before[-1:].isalnum() or behind[:1].isalnum())
    return (before, behind) if found and is_whole else None


def is_described(name: str, words: str) -> bool:
    """Whether the words are the name and a description of whoever bears it.

    >>> is_described("Tarek Amin", "The port's director, Tarek Amin")
    True
    >>> is_described("Tarek Amin", "a friend of Tarek Amin")
    False
    """
    beside = _around(name, words)
    if beside is None or len(name.split()) < _SHORTEST:
        return False
    before, behind = (each.strip() for each in beside)
    return _describes_before(before, name) and _describes_behind(behind)


def _describes_before(words: str, name: str) -> bool:
    first, _, rest = words.partition(" ")
    if first.lower() in KNOWN.links:  # an article, or what the whole stands behind
        words = rest
    if not words:
        return True
    *others, last = words.split()
    if script(last) == "other":  # «الخبير»; «زوجة», with no article, would be of him
        return all(each.startswith(KNOWN.attached_article) for each in (*others, last))
    if not KNOWN.links.isdisjoint(each.lower() for each in (*others, last)):
        return False
    if last.endswith(","):
        return words.count(",") == 1 and _is_common(last[:-1])
    if script(last) == "cyrillic":  # who bears a surname that would be inflected is no genitive
        return (others or [last])[0].islower() and is_surname(name.split()[-1].lower())
    return _is_common(last)


def _describes_behind(words: str) -> bool:
    """«Ida Holm, la secrétaire générale», "Ida Holm (the mayor)"."""
    if not words:
        return True
    found = re.match(r"[,(]\s*(\w+)", words)
    return found is not None and found[1].islower() and found[1] not in and_words()


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
