"""Text evened out for comparison, and the way back: "the same but for typography".

Every offset here is a code point index into the text as given, end-exclusive; nothing is
repaired or case-folded.  This module knows no sentences, sums or names, and it never matches
"nearly": two texts are the same but for typography, or they are not.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter
from unicodedata import category, combining, is_normalized, normalize

from ..languages import told_apart

LINE_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def replacer(table: Mapping[str, str]) -> Callable[[str], str]:
    """A function that replaces characters of a text by those of the table.

    Does what ``str.translate`` does, in a tenth of its time where few characters are replaced.

    >>> replacer({"ё": "е", "-": ""})("ещё-то")
    'ещето'
    """
    replaced = re.compile(f"[{re.escape(''.join(table))}]")
    return lambda text: replaced.sub(lambda found: table[found[0]], text)


def small(text: str) -> str:
    """The text in small letters, each where it was; "ı" is "i", as where `re` ignores case.

    To look for small letters in it takes `re` a third of the time.

    >>> small("İMZALANDI"), small("imzalandı")
    ('imzalandi', 'imzalandi')
    """
    return text.replace("İ", "i").lower().replace("ı", "i")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at either end; empty if there is nothing else."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


APOSTROPHES = "'’‘ʼʻ`´′‛＇ʹ"
"""Whatever stands for one within a word: l'eau, oʻzbek."""
_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_evened = replacer(
    {chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
    | {chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)}
    | dict.fromkeys('"«»“”„‟‹›‘’‚‛`´「」『』｢｣〝〞〟′″ʹʻʼ＂＇｀', "'")
    | dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
    | dict.fromkeys(_SPACES, " ")
    | {"ё": "е", "Ё": "Е", "￥": "¥", "￡": "£", "￠": "¢", "￦": "₩"}
)
_INVISIBLE = "\xad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_VOWEL_SIGNS = (
    "\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8"
    "\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff\ufe00-\ufe0f"
)
_HIDDEN = re.compile(f"[{_INVISIBLE}{_VOWEL_SIGNS}]+")
_SPACE_RUN = re.compile("  +")
# Single characters that canonical composition replaces: U+212B is Å, U+2126 is Ω, ….
_REPLACED = (
    "\u0340\u0341\u0343\u0344\u0374\u037e\u0387\u0958-\u095f\u09dc-\u09df\u0a33-\u0a5e\u0b5c\u0b5d"
    "\u0f43-\u0fb9\u1f71-\u1fff\u2126-\u212b\u2329\u232a\u2adc\uf900-\ufad9\ufb1d-\ufb4e"
    "\U0001d15e-\U0001d1c0\U0002f800-\U0002fa1d"
)


@cache
def _uneven() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Matches what takes another length once evened out, and the characters that tell where.

    Built only for a text that needs it.
    """
    marks = "".join(c for c in map(chr, range(0x300, 0x1E94B)) if combining(c))
    # Hangul vowels and finals, and the few signs of class 0 that compose with a letter.
    marks += "\u1160-\u11ff\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57"
    marks += "\u0dcf\u0ddf\u102e\u1b35" + _VOWEL_SIGNS
    hidden = _INVISIBLE + _VOWEL_SIGNS
    cluster = re.compile(
        f"[^ {_INVISIBLE}{marks}](?:[{_INVISIBLE}]*[{marks}])+"
        f"|[{hidden}]* [ {hidden}]*|[{marks}]{{2,}}|[{hidden}]+|[{_REPLACED}]"
    )
    # One range for all that is rare: the many marks in it, tried in turn, take a tenfold time.
    common = "".join(mark for mark in marks if mark < "\U00010000")
    telling = re.compile(f"[{_INVISIBLE}{common}{_REPLACED}\U00010000-\U0002ffff]|  ")
    return cluster, telling


def _clusters(text: str) -> Iterator[re.Match[str]]:
    """What takes another length once evened out.  To try at every character takes too long."""
    cluster, telling = _uneven()
    at = 0
    while found := telling.search(text, at):
        # It begins with the spaces before it, or with the letter.
        before = len(text[at : found.start()].rstrip(" "))
        match = cluster.search(text, at + max(before - 1, 0))
        if match is None:
            return
        yield match
        at = match.end()


@dataclass(frozen=True, slots=True)
class Folded:
    """A text evened out, and the way back: see ``fold``."""

    text: str
    source: str
    # What changed its length: (start in text, its length there, start and end in source).
    _pieces: tuple[tuple[int, int, int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of ``text[start:end]``; whole characters, so it may be wider."""
        return self._source_of(start)[0], self._source_of(end - 1)[1]

    def _source_of(self, at: int) -> tuple[int, int]:
        index = bisect_left(self._pieces, (at + 1,)) - 1
        if index < 0:
            return at, at + 1
        begin, length, start, end = self._pieces[index]
        if at < begin + length:
            return start, end
        return (shifted := end + at - begin - length), shifted + 1

    def _folded_of(self, at: int) -> int:
        index = bisect_right(self._pieces, at, key=itemgetter(2)) - 1
        if index < 0:
            return at
        begin, length, _, end = self._pieces[index]
        return begin if at < end else begin + length + at - end

    def find(self, needle: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
        r"""Source spans of every occurrence of ``needle`` between two source offsets.

        An occurrence is the same but for typography, and stands on its own: no letter or
        digit goes on across its edges, nor does a number.

        >>> fold("Это «Air Astana», 500 000 мест").find('"air'), fold("$13").find("$1")
        ([], [])
        >>> fold("Это «Air\xa0Astana», 500 000 мест").find('"Air Astana"')
        [(4, 16)]
        """
        return list(self.places(needle, start, end))

    def places(
        self, needle: str, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[int, int]]:
        """What `find` finds, one by one, for who only needs to know the first."""
        wanted = folded(needle).strip()
        if not wanted:
            return
        end = len(self.source) if end is None else min(end, len(self.source))
        last = self._folded_of(end)
        at = self._folded_of(max(start, 0))
        # Only a text that repeats itself can overlap itself; long ones would take quadratic time.
        step = 1 if len(wanted) < 64 else len(wanted) // 2
        while (at := self.text.find(wanted, at, last + 1)) >= 0:
            span = self.span(at, at + len(wanted))
            within = start <= span[0] and span[1] <= end
            if within and self._stands_alone(at, at + len(wanted), span):
                yield span
                at += len(wanted)
            else:
                at += step

    def _stands_alone(self, start: int, end: int, span: tuple[int, int]) -> bool:
        text, source = self.text, self.source
        before, after = source[max(0, span[0] - 1) : span[0]], source[span[1] : span[1] + 1]
        if "\u200d" in (before, after) or "ʻ" in (before, after):
            # Part of a joined emoji, or of the Uzbek letter oʻ.
            return False
        if start and (_goes_on(text, start) or self._source_of(start - 1)[1] > span[0]):
            return False
        return end == len(text) or not (_goes_on(text, end) or self._source_of(end)[0] < span[1])


def fold(text: str) -> Folded:
    r"""Even out typography: quote marks, dashes, spaces, ё, digits, invisible characters.

    Case, spelling and punctuation stay.  All quote marks and apostrophes become ``'``.

    >>> fold("«Ещё\u00ad» — 25\xa0000").text
    "'Еще' - 25 000"
    """
    even = _evened(text)
    pieces: list[tuple[int, int, int, int]] = []
    parts: list[str] = []
    done = length = 0
    for match in _SPACE_RUN.finditer(even) if _is_plain(even) else _clusters(even):
        old = match[0]
        new = " " if " " in old else _composed(old)
        if new == old:
            continue
        start, end = match.span()
        parts += even[done:start], new
        length += start - done
        pieces.append((length, len(new), start, end))
        length += len(new)
        done = end
    return Folded("".join([*parts, even[done:]]), text, tuple(pieces))


def _is_plain(even: str) -> bool:
    """Whether nothing but spaces may take another length once evened out."""
    return is_normalized("NFC", even) and not _HIDDEN.search(even)


@lru_cache(maxsize=1024)
def folded(words: str) -> str:
    """The text alone, remembered: for a few words that are looked for again and again."""
    even = _evened(words)
    return _SPACE_RUN.sub(" ", even) if _is_plain(even) else fold(words).text


def _composed(cluster: str) -> str:
    bare = _evened(normalize("NFC", _HIDDEN.sub("", cluster)))
    return _evened(normalize("NFC", bare))


SPACELESS = re.compile(
    "[\u3005\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
)
_NUMERALS = frozenset("0123456789〇零一二三四五六七八九十百千万萬亿億兆两兩半几幾数數")
_ARABIC_BEFORE = re.compile("(?:^|[^\u0620-\u06ff])([\u0620-\u06ff]{1,4})$")
# A number with a letter before it, as in «A380 500 мест», is a name and heads no group.
_GROUP_BEFORE = re.compile(r"(?<!\d)(?<!\b[A-Za-zА-я])\d{1,3}$")
_GROUP_AFTER = re.compile(r"\d{3}(?!\d)")
_SKIN_TONES = "🏻🏼🏽🏾🏿"


def _goes_on(text: str, at: int) -> bool:
    """Whether a character, a word or a number goes on across the offset ``at``."""
    before, after = text[at - 1], text[at]
    if (before == " " and _is_common(after)) or (after == " " and _is_common(before)):
        return False  # which is almost always so, and told at once
    if category(after)[0] == "M" or after in _SKIN_TONES:
        return True
    head = text[max(0, at - 8) : at]
    before = next((c for c in reversed(head) if category(c)[0] != "M"), "")
    if not (before.isalnum() and after.isalnum()):
        return _joins(text, at) or _joins(text, at - 1)
    if before in _NUMERALS and after in _NUMERALS:
        return True
    if SPACELESS.match(before) or SPACELESS.match(after):
        return False
    attached = _ARABIC_BEFORE.search(head)
    return not (attached and attached[1] in _proclitics())


@cache
def _proclitics() -> frozenset[str]:
    return frozenset(word for each in told_apart() for word in each.text.proclitics.split())


def _is_common(character: str) -> bool:
    """Neither a digit nor a mark that belongs to the character before it."""
    return character.isalpha() or (character.isascii() and not character.isdigit())


def _joins(text: str, at: int) -> bool:
    """Whether the mark at ``at`` stands inside a number, or a name such as C5+1 or AT&T."""
    mark, before, after = text[at], text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if mark in "+&":
        return before.isalnum() and after.isalnum()
    if mark in ".,'٫٬":
        return before.isdecimal() and after.isdecimal()
    if mark != " " or not _GROUP_AFTER.match(text, at + 1):
        return False
    return _GROUP_BEFORE.search(text[max(0, at - 5) : at]) is not None
