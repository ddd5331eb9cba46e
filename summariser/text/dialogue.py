"""Speech after a dash, as novels and interviews print it: «— Завтра, — сказала министр. — Ждите».

A paragraph that begins with a dash is a list's item as well, so what speaks in it must be told by a
verb of speech, in this paragraph or in its neighbour.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..languages import told_apart

_DASH = "[—–―-]"
_OPENING = re.compile(rf"\s*{_DASH}\s?(?=\w|[¿¡«“\"…])")
# Where the speaker is named: between a comma, a mark or a space and a verb within a few words.
_NAMED = r"(?P<mark>[,!?…]?){}(?=(?:[^\W\d_]+ ){{0,{}}}(?:{})\b)"
# «Сказала министр. — Ждите», "dijo la ministra—. No hay prisa".
_RESUMED = re.compile(rf"[.,;:!?…]?\s{_DASH}\s|{_DASH}[.,;:!?…]*(?:\s|$)")
_SENTENCE_END = re.compile(r"[.!?…]\s+(?=\S)")
_WORDS_BEFORE = 2


@cache
def _named(dash: str, before: int) -> re.Pattern[str]:
    verbs = dict.fromkeys(w for each in told_apart() for w in each.text.said.split())
    return re.compile(_NAMED.format(dash, before, "|".join(verbs)))


@lru_cache(maxsize=64)
def spoken(paragraph: str) -> tuple[tuple[int, int], ...]:
    """The spans of what is said in a paragraph that begins with a dash and names the speaker.

    >>> spoken("— Ждите, — сказала министр."), spoken("— мосты — 3 млрд")
    (((2, 7),), ())
    """
    opening = _OPENING.match(paragraph)
    if opening is None:
        return ()
    spans: list[tuple[int, int]] = []
    start = opening.end()
    while start < len(paragraph):
        dashed = _named(rf"\s{_DASH}\s?", _WORDS_BEFORE).search(paragraph, start)
        bare = None if spans or dashed else _named(r"\s", 0).search(paragraph, start)
        named = dashed or (bare if bare and bare["mark"] else None)
        if named is None:
            spans += [(start, len(paragraph))] if spans else []
            break
        asks = named["mark"] not in ("", ",")
        spans.append((start, named.end("mark") if asks else named.start()))
        ends = (_RESUMED if dashed else _SENTENCE_END).search(paragraph, named.end())
        if ends is None:
            break
        start = ends.end()
    return tuple(span for span in spans if span[0] < span[1])


def answered(paragraph: str, before: str, after: str) -> tuple[tuple[int, int], ...]:
    """All of it, if it begins with a dash beside a paragraph that is told to be speech."""
    opening = _OPENING.match(paragraph)
    if opening is None or not (spoken(before) or spoken(after)):
        return ()
    return ((opening.end(), len(paragraph)),)
