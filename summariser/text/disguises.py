"""Text that is not what it looks like: characters nobody sees, and those that look like others.

For what guards a reader, or a model, against being misled.  Nothing here is for citing: a text as
it reads to the eye has no offsets in the one that was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from unicodedata import category, is_normalized, normalize

from ..languages import told_apart

_UNSEEN = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
_UNSEEN += "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e01ef"

# --- what a sentence says to the eye ---------------------------------------------------------

_HIDDEN = re.compile(f"[{_UNSEEN}\u0640]+")  # and what stretches Arabic words
_TAGS = {0xE0000 + code: chr(code) for code in range(0x20, 0x7F)}  # ASCII that nobody sees
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC_LETTERS, _THEIR_LIKES = "авекмнорстухіјѕ", "abekmhopctyxijs"
_TO_LATIN = {
    **dict(zip(_CYRILLIC_LETTERS, _THEIR_LIKES, strict=True)),
    **dict(zip("ԁԛԝһӏѵёїґгпи", "dqwhlveirrnu", strict=True)),
    **dict(zip("αβγεηικνορτυχϲϳωζ", "abyenikvoptuxcjwz", strict=True)),
    **dict(zip("օսհոզցյք", "ouhnqgjp", strict=True)),
    **dict(zip("ɡɑıɩᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ", "gaiiabcdefghijklmnopqrstuvwyz", strict=True)),
    **{
        chr(first + at): letter
        for first in (0x1F130, 0x1F150, 0x1F170)  # in boxes and circles
        for at, letter in enumerate(_LETTERS)
    },
}
_MIXED = re.compile("[a-z\u0250-\u02af\u1d00-\u1dbf\ua720-\ua7ff\U0001f130-\U0001f189]")
_NO_MARKS = re.compile("[\0-\u02ff\u0370-\u0482\u048a-\u0590\u2000-\u20cf\u2100-\u2bff]*")
_TO_CYRILLIC = dict(zip(_THEIR_LIKES, _CYRILLIC_LETTERS, strict=True))
LOOKALIKES = str.maketrans(_CYRILLIC_LETTERS, _THEIR_LIKES)
"""Small Cyrillic letters → the Latin ones that nobody can tell from them."""


def undisguised(text: str) -> Iterator[str]:
    r"""The text in lower case, and what else it may say to the eye or to a model, each once.

    >>> "ignore" in undisguised("Ig\u200bnоre")
    True
    """
    seen: set[str] = set()
    for plain in _readings(text):
        words = " ".join(plain.split())
        if words not in seen:
            seen.add(words)
            yield words


def _readings(text: str) -> Iterator[str]:
    yield text.casefold()
    if text.isascii():
        return
    bares = {text}
    if _HIDDEN.search(text):
        bares = {_HIDDEN.sub("", text), _HIDDEN.sub(" ", text), text.translate(_TAGS)}
    for bare in bares:
        even = normalize("NFKC", bare).casefold()
        for letters in {_without_marks(each) for each in {even, _with_plain_letters(even)}}:
            yield letters
            if _MIXED.search(letters) and not _TO_LATIN.keys().isdisjoint(letters):
                yield _respelt(letters, _TO_LATIN)
                yield _respelt(letters, _TO_CYRILLIC)


def _respelt(text: str, letters: Mapping[str, str]) -> str:
    """What ``str.translate`` makes of it, sooner: what is put for a letter is none of them."""
    for letter in letters.keys() & set(text):
        text = text.replace(letter, letters[letter])
    return text


def _with_plain_letters(text: str) -> str:
    """Letters and their marks apart, unless one language has all of them: "ignoré" is no order."""
    if is_normalized("NFD", text):
        return text
    marked = {each for each in set(text) if _is_marked(each)}
    is_plain = any(marked <= letters for letters in _alphabets())
    return text if is_plain else normalize("NFD", text)


@cache
def _is_marked(letter: str) -> bool:
    return not is_normalized("NFD", letter)


@cache
def _alphabets() -> tuple[frozenset[str], ...]:
    writings = (writing for each in told_apart() for writing in each.text.writings)
    # Of the letters from а to я, which no writing lists, й alone has a mark.
    return tuple(frozenset(each.letters + each.more_letters + "й") for each in writings)


def _without_marks(text: str) -> str:
    if _NO_MARKS.fullmatch(text):  # which is told at once
        return text
    for mark in filter(_is_mark, set(text)):
        text = text.replace(mark, "")
    return text


@cache
def _is_mark(character: str) -> bool:
    return category(character) == "Mn"


# --- what has no shape ------------------------------------------------------------------------

_SHAPELESS = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b"
    "\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
    "|[\u200c\u200d\ufe00-\ufe0f]{2,}"  # one joins letters or emoji; several in a row are a code
    "|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
)


def without_invisible(text: str) -> str:
    r"""The text without the characters nobody sees, which can spell out a hidden message.

    Joiners stay where they shape Persian words and emoji, and marks of direction, which readers do
    see: with an override, 9.1 shows as 1.9, and a check is to know of it.

    >>> without_invisible("$1\u200b7 bil\u00adlion")
    '$17 billion'
    """
    return _SHAPELESS.sub("", text)


# --- what a number shows -----------------------------------------------------------------------

_DIGIT = r"[\d〇零一二三四五六七八九十百千万萬亿億兆]"
# Each run of what nobody sees is looked at once, and not for every way to part it in two.
_POINT, _SPACE, _GROUP = r"[.,٫٬'’]", r"[ \u00a0\u2009\u202f]", r"(?=\d{3}(?!\d))"
_RUN = rf"[{_UNSEEN}]++"
_IN_A_NUMBER = re.compile(
    rf"{_DIGIT}(?:{_POINT}?{_RUN}|{_RUN}{_POINT}|{_SPACE}{_RUN}{_GROUP}|{_RUN}{_SPACE}{_GROUP})"
    rf"(?={_DIGIT})"
)
_READ_AS_ABSENT = "\u00ad\u180e\u200b-\u200d\u2060\ufe0f\ufeff"  # as numbers are read
_TURNING = re.compile(f"(?![{_READ_AS_ABSENT}])[{_UNSEEN}]")
_ORDER = re.compile("[\u202a-\u202e\u2066-\u2069\n\r\x1c-\x1e\x85\u2029]")
_OVERRIDES, _EMBEDDINGS, _ISOLATES = "\u202d\u202e", "\u202a\u202b", "\u2066\u2067\u2068"
_OPENING = _OVERRIDES + _EMBEDDINGS + _ISOLATES
_DEEPEST = 125  # as the bidirectional algorithm has it


def unlike_shown(text: str) -> list[tuple[int, int]]:
    r"""Where a number may show otherwise than it reads: spans in order, apart from each other.

    That is within an override of the direction, which shows 1.9 for 9.1, and where a mark of
    direction, or what nobody sees and no number is read through, stands between digits.  The
    marks that Arabic and Hebrew need beside a number, embeddings around one, and a soft hyphen
    or a space of no width in it change nothing.

    >>> unlike_shown("$\u202e9.1\u202c billion"), unlike_shown("\u200f9.1\u200f")
    ([(2, 5)], [])
    """
    found = [
        (match.start(), match.end() + 1)  # both digits: two numbers may be read instead of one
        for match in _IN_A_NUMBER.finditer(text)
        if _TURNING.search(match[0])
    ]
    apart: list[tuple[int, int]] = []
    for start, end in sorted([*found, *_overridden(text)]):
        before = apart.pop() if apart and start <= apart[-1][1] else (start, end)
        apart.append((before[0], max(end, before[1])))
    return apart


def _overridden(text: str) -> Iterator[tuple[int, int]]:
    open_: list[str] = []
    began: int | None = None
    for match in _ORDER.finditer(text):
        sign = match[0]
        if sign in _OPENING:
            if len(open_) < _DEEPEST:
                open_.append(sign)
        elif sign == "\u202c":  # ends an embedding or an override
            if open_ and open_[-1] not in _ISOLATES:
                open_.pop()
        elif sign == "\u2069":  # ends an isolate, and whatever is open within
            if any(each in _ISOLATES for each in open_):
                while open_.pop() not in _ISOLATES:
                    pass
        else:  # so does the end of a paragraph
            open_.clear()
        is_overridden = bool(open_) and open_[-1] in _OVERRIDES
        if is_overridden and began is None:
            began = match.end()
        elif not is_overridden and began is not None:
            yield began, match.start()
            began = None
    if began is not None:
        yield began, len(text)
