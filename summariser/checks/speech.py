"""What stands in quotation marks: somebody's words, or a name."""

from __future__ import annotations

import re

from ..names import is_told
from ..text import SPACELESS
from .finding import Place

# What follows a quotation: «…», — сказал он; „…“, sagte sie; «…» — так он сказал.  Only the first,
# a comma and a dash, never follows a company's name in quotation marks.
_FOLLOWED = re.compile(r"\s*\W\s*(?:,\s*(?P<both>[—–-])\s|[—–-]\s|(?P<comma>[,،]))")


_STOPPED = re.compile("[。！？；，?!]")


def is_speech(text: str, place: Place, language: str = "und") -> bool:
    """Tell a quotation from a company's name, or a project's, in quotation marks.

    >>> is_speech('"Selm Port," which opened', (1, 11), "en")
    False
    >>> is_speech('"Let us go," she said', (1, 11), "en")
    True
    """
    words = text[place[0] : place[1]].strip()
    spaced = words.split()
    count = len(spaced)
    if words[:1].islower():
        return count > 2  # a word or two are a fragment, whatever stands behind them
    introduced = text[: place[0] - 1].rstrip().endswith((":", "："))
    if SPACELESS.match(words):
        stopped = _STOPPED.search(words) is not None
        return stopped or introduced or is_told(text, place, language)
    named = count <= 4 and all(not word[0].islower() for word in spaced)
    if named and (words.endswith(",") or (words.endswith(".") and count > 1)):
        return introduced or is_told(text, place, language)  # "Selm Port," or "Selm Port Inc."
    if words.endswith((".", "!", "?", "…", ",", "。", "！", "？", "，", "؟", "،")):
        return True
    if not words[:1].isupper():  # scripts without capitals
        return count >= 4 or (count == 1 and len(words) >= 6 and not words.isascii())
    followed = _FOLLOWED.match(text, place[1])
    if introduced or (followed and followed["both"]):
        return True
    if followed:
        return count >= (4 if followed["comma"] else 3)
    return count >= 7
