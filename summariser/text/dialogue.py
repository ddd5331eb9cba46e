"""Speech after a dash, as novels and interviews print it: «— Завтра, — сказала министр. — Ждите».

A paragraph that begins with a dash is a list's item as well, so what speaks in it must be told by a
verb of speech, in this paragraph or in its neighbour.  What follows the verb tells who speaks, and
only after a further dash does the speech go on.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..languages import LANGUAGES
from .language import primary
from .typography import APOSTROPHES, replacer

_DASH = "[—–―-]"
_OPENING = re.compile(r"\s*(?:(?P<dash>[—–―])|-)\s?(?=\w|[¿¡«“\"…])")
# Where the speaker is named: behind a dash, in some languages only if a mark stands before it; in
# others behind a mark alone, ", dit la ministre".
_DASHED = (
    rf"(?P<mark>[,!?…]{{}})(?:\s|(?<=[,!?…])){_DASH}\s?(?=(?:[^\W\d_]+ ){{{{0,2}}}}(?:{{}})\b)"
)
_BARE = r"(?P<mark>[,!?…])\s(?=(?:{})\b)"
# «Сказала министр. — Ждите», "dijo la ministra—. No hay prisa".
_RESUMED = re.compile(
    rf"[.,;:!?…]\s?{_DASH}\s?(?=\S)|(?:(?<=\S){_DASH}[.,;:!?…]*|\s{_DASH}[.,;:!?…]+)(?:\s|$)"
)
_one_apostrophe = replacer(dict.fromkeys(APOSTROPHES, "'"))


@cache
def _named(language: str) -> tuple[re.Pattern[str], ...]:
    text = LANGUAGES[language].text if language in LANGUAGES else None
    if text is None or not text.said:
        return ()
    dashed = _DASHED.format("" if text.mark_before_dash else "?", text.said)
    return re.compile(dashed), re.compile(_BARE.format(text.said))


@lru_cache(maxsize=64)
def spoken(paragraph: str, language: str, *, bare: bool = True) -> tuple[tuple[int, int], ...]:
    """The spans of what is said in a paragraph that begins with a dash and names the speaker.

    ``bare``: also if no dash stands before who is named.

    >>> spoken("— Ждите, — сказала министр.", "ru"), spoken("— мосты — 3 млрд", "ru")
    (((2, 7),), ())
    """
    opening, named = _OPENING.match(paragraph), _named(primary(language))
    if opening is None or not named:
        return ()
    text = _one_apostrophe(paragraph)
    spans: list[tuple[int, int]] = []
    start = opening.end()
    while start < len(text):
        found = named[0].search(text, start)
        if not (found or spans) and bare and opening["dash"]:
            found = named[1].search(text, start)
        if found is None:
            spans += [(start, len(text))] if spans else []
            break
        asks = found["mark"] not in ("", ",")
        spans.append((start, found.end("mark") if asks else found.start()))
        resumed = _RESUMED.search(text, found.end())
        if resumed is None:
            break
        start = resumed.end()
    return tuple(span for span in spans if span[0] < span[1])


def answered(paragraph: str, before: str, after: str, language: str) -> tuple[tuple[int, int], ...]:
    """All of it, if it begins with a dash beside a paragraph in which a dash tells who speaks."""
    opening = _OPENING.match(paragraph)
    if opening is None or not any(spoken(each, language, bare=False) for each in (before, after)):
        return ()
    return ((opening.end(), len(paragraph)),)
