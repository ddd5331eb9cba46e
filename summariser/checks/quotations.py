"""Quotations: cut from between the article's own marks, never taken from the model."""

from __future__ import annotations

import re

from ..schema import Quoted
from .finding import Finding, Place
from .scope import Scope

# What follows a quotation: «…», — сказал он; „…“, sagte sie; «…» — так он сказал.  Only the first,
# a comma and a dash, never follows a company's name in quotation marks.
_FOLLOWED = re.compile(r"\s*\W\s*(?:,\s*(?P<both>[—–-])\s|[—–-]\s|(?P<comma>[,،]))")


def check_quotation(scope: Scope, item: Quoted) -> Finding:
    """Cut the item's quotes anew; without quotation marks it becomes reported speech."""
    quoted = [place for number in scope.cited for place in scope.index.quotations(number)]
    text = scope.index.whole
    spoken = [place for place in quoted if _is_speech(text, place)]
    if not spoken and item.quotation == "direct":
        few = [place for place in quoted if not text[place[0]].isupper()]
        if few:
            item.quotes = [scope.index.span(place) for place in few]
            reason = f"{scope.listed} has only a word or two in quotation marks"
            return Finding("quotation", "quotation", "unchecked", reason, few[0])
    item.quotes = [scope.index.span(place) for place in spoken]
    if item.quotation == "direct" and not spoken:
        item.quotation = "indirect"
        reason = f"{scope.listed} has no words in quotation marks: this is reported speech"
        return Finding("quotation", "quotation", "contradicted", reason)
    if item.quotation == "indirect" and spoken:
        reason = f"{scope.listed} also holds words in quotation marks"
        return Finding("quotation", "quotation", "unchecked", reason, spoken[0])
    return Finding("quotation", "quotation", "exact", None, *spoken[:1])


def _is_speech(text: str, place: Place) -> bool:
    """Tell a quotation from a company's name, or a project's, in quotation marks."""
    words = text[place[0] : place[1]].strip()
    count = len(words.split())
    if words.endswith((".", "!", "?", "…", ",", "。", "！", "？", "，", "؟", "،")):
        return True
    if words[:1].islower():
        return count > 1
    if not words[:1].isupper():  # scripts without capitals, some of them without spaces
        return count >= 4 or (count == 1 and len(words) >= 6 and not words.isascii())
    introduced = text[: place[0] - 1].rstrip().endswith((":", "："))
    followed = _FOLLOWED.match(text, place[1])
    if introduced or (followed and followed["both"]):
        return True
    if followed:
        return count >= (4 if followed["comma"] else 3)
    return count >= 7
