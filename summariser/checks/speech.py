"""What stands in quotation marks: somebody's words, or a name."""

from __future__ import annotations

import re

from .finding import Place

# What follows a quotation: «…», — сказал он; „…“, sagte sie; «…» — так он сказал.  Only the first,
# a comma and a dash, never follows a company's name in quotation marks.
_FOLLOWED = re.compile(r"\s*\W\s*(?:,\s*(?P<both>[—–-])\s|[—–-]\s|(?P<comma>[,،]))")


def is_speech(text: str, place: Place) -> bool:
    """Tell a quotation from a company's name, or a project's, in quotation marks."""
    words = text[place[0] : place[1]].strip()
    count = len(words.split())
    if words[:1].islower():
        return count > 2  # a word or two are a fragment, whatever stands behind them
    if words.endswith((".", "!", "?", "…", ",", "。", "！", "？", "，", "؟", "،")):
        return True
    if not words[:1].isupper():  # scripts without capitals, some of them without spaces
        return count >= 4 or (count == 1 and len(words) >= 6 and not words.isascii())
    introduced = text[: place[0] - 1].rstrip().endswith((":", "："))
    followed = _FOLLOWED.match(text, place[1])
    if introduced or (followed and followed["both"]):
        return True
    if followed:
        return count >= (4 if followed["comma"] else 3)
    return count >= 7
