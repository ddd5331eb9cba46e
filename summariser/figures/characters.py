"""Characters of a text evened out, without losing where they stood."""

from __future__ import annotations

import re

from ..text import replacer

# Scripts that set words apart by spaces; Han and kana do not, and are looked up whole.
LETTER = "a-zß-öø-ɏ\u0400-\u052fḀ-ỿ\u0620-\u063f\u0641-\u064a\u066e-\u06d3"
WORD = re.compile(f"[{LETTER}]+")
FIRST_HAN = "\u2fff"

# Soft hyphens, joiners, direction marks, stress and vowel marks: read as if absent.
_INVISIBLE = re.compile(
    "[\u00ad\u0301\u061c\u0640\u064b-\u0652\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f\ufeff]"
)
# Between digits as wide as itself it parts thousands: １，２００.
_GROUPED = re.compile("(?<=[\uff10-\uff19])\uff0c(?=[\uff10-\uff19]{3}(?![\uff10-\uff19]))")
# One character for one, so that offsets hold.
_folded = replacer(
    {
        **dict.fromkeys(map(chr, (0x9, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)), " "),
        **dict.fromkeys("\u2019\u2018\u02bb\u02bc\u00b4\u066c`", "'"),
        **dict.fromkeys("\u2010\u2011\uff0d", "-"),
        **dict.fromkeys("\u2012\u2015", "–"),
        **dict.fromkeys("\u0623\u0625\u0622", "\u0627"),  # alef
        **dict(zip("\u0649\u0629\u06a9\u06cc", "\u064a\u0647\u0643\u064a", strict=True)),
        **{chr(zero + digit): str(digit) for zero in (0xFF10, 0x660, 0x6F0) for digit in range(10)},
        **dict(zip("\u060c\u066aёЁİ．％＄￥￡～〜＋", ",%еЕi.%$¥£~~+", strict=True)),
    }
)


def fold(text: str) -> str:
    """The text with spaces, apostrophes, digits and look-alike letters evened out, same length.

    >>> fold("１２\u00a0млрд ещё")
    '12 млрд еще'
    """
    return _folded(_GROUPED.sub(",", text) if "\uff0c" in text else text)


def visible(text: str) -> tuple[str, list[int] | None]:
    r"""The text without its invisible characters, and where each of the others stood.

    >>> visible("1\u00ad7"), visible("17")
    (('17', [0, 2]), ('17', None))
    """
    if not _INVISIBLE.search(text):
        return text, None
    kept = [i for i, character in enumerate(text) if not _INVISIBLE.match(character)]
    return "".join(text[i] for i in kept), kept
