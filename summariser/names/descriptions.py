"""What stands beside a name and says who that is: ", head of the port", «экономист».

For looking up in it what somebody is said to be, or to belong to.  Where a verb might stand between
the two, nothing is taken for a description; a name or two too many may be within it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text import SPACELESS
from .appositions import beside
from .described import and_words, holds_person
from .find import find_full_names
from .titles import is_counterpart, is_role, script
from .words import KNOWN

Place = tuple[int, int]

_WORD = re.compile(r"\w(?:[\w'’.&-]*\w)?")
_BREAK = re.compile(r"[,()（）،，、—–:：“”「」『』]|\s-\s")
_MOST_WORDS, _MODIFIERS, _FEW = 10, 4, 5
_MOST_CHARACTERS = 30  # of a description in a script without spaces
_BRACKETED = r"\s*[(（][^()（）]*[)）][\s,،，]*$"
_OPENS = re.compile(r"\s*(?P<mark>[,(（،，—–])\s*")
_ENDS = re.compile(r"[,()（）،，—–]")


def descriptions(text: str, start: int, end: int) -> Iterator[Place]:
    """Where it is said what somebody is whose name stands here.

    >>> text = "The Selm Bank chief economist Ida Holm (Greens), head of the port, spoke."
    >>> start = text.index("Ida")
    >>> [text[first:last] for first, last in descriptions(text, start, start + len("Ida Holm"))]
    ['Selm Bank chief economist ', 'Greens']
    """
    before, behind = beside(text, start, end)
    found = _before(before)
    if found is not None:
        yield start - len(before) + found, start
    yield from ((end + first, end + last) for first, last in _behind(behind))


def _before(before: str) -> int | None:
    """Where the description begins that ends with these words."""
    closed = re.sub(_BRACKETED, "", before).rstrip(" ,，،—–")
    breaks = [found.end() for found in _BREAK.finditer(closed)]
    begins = breaks[-1] if breaks else 0
    piece = closed[begins:]
    if SPACELESS.search(piece[-1:]):
        begins = max(begins, len(closed) - _MOST_CHARACTERS)
        return begins if piece.rstrip(KNOWN.apposed).endswith(KNOWN.role_before) else None
    words = list(_WORD.finditer(piece))[-_MOST_WORDS:]
    first = next((at for at, word in enumerate(words) if _says_what(word[0])), None)
    if first is None:
        return None
    for at in range(first, max(first - _MODIFIERS, 0), -1):
        if words[at - 1][0].lower() in KNOWN.links:
            break
        first = at - 1
    begun = words[first].start()
    piece = piece[begun:]
    others = (span[1] for span in find_full_names(piece) if _is_somebody(piece, *span))
    own = max(others, default=0)
    is_said = any(map(_says_what, _WORD.findall(piece[own:])))
    return begins + begun + own if is_said else None


def _says_what(word: str) -> bool:
    """What somebody is, or that they are the same as another: «su homólogo noruego»."""
    return is_role(word) or is_counterpart(word)


def _is_somebody(piece: str, start: int, end: int) -> bool:
    """Whether a name that ends there is perhaps another person's: "and" follows it, or a verb."""
    words = _WORD.findall(piece[end:])
    if not words or is_role(words[0]) or not words[0].islower():
        return False
    if not holds_person(piece[start:end]):
        return False
    return len(words) > 1 or words[0] in and_words()


def _behind(behind: str) -> Iterator[Place]:
    for role in sorted(KNOWN.roles_after, key=len, reverse=True):
        if behind.startswith(role):
            yield 0, len(role)
            return
    words = list(_WORD.finditer(behind))
    opens = _OPENS.match(behind)
    if words and not opens:
        apart = behind[: words[0].start()]
        if not apart.strip() and words[0][0] in KNOWN.of:
            yield words[0].end(), _end_of_names(words)
        elif apart.isspace() and script(words[0][0]) == "other" and is_role(words[0][0]):
            yield words[0].start(), words[: _MOST_WORDS - _MODIFIERS][-1].end()
        return
    if not opens:
        return
    ends = _ENDS.search(behind, opens.end())
    last = ends.start() if ends else len(behind)
    piece = behind[opens.end() : last]
    if opens["mark"] in "(（":
        yield opens.end(), last
    elif SPACELESS.search(piece):
        if any(role in piece for role in KNOWN.role_before) and len(piece) <= _MOST_CHARACTERS:
            yield opens.end(), last
    elif _says_who(_WORD.findall(piece)) and not _names_another(piece):
        yield opens.end(), last


def _end_of_names(words: list[re.Match[str]]) -> int:
    """Where the names end of what somebody is "of": the University of Selm."""
    is_over = False
    last = words[0].end()
    for word in words[1:_MOST_WORDS]:
        if word[0][0].isupper() and is_over:
            break
        is_over = is_over or not (word[0][0].isupper() or word[0].lower() in KNOWN.links)
        last = word.end()
    return last


def _names_another(piece: str) -> bool:
    """Whether what somebody is stands right before a name: ", the mayor Tom Reed" is of him."""
    for start, end in find_full_names(piece):
        *_, last = ("", *_WORD.findall(piece[:start]))
        words = piece[start:end].split()
        at = max((at for at, word in enumerate(words, 1) if is_role(word)), default=0)
        if (at or is_role(last)) and holds_person(" ".join(words[at:])):
            return True
    return False


def _says_who(words: list[str]) -> bool:
    """Whether a piece between commas begins with what somebody is, before it says of what."""
    if words and words[0] in KNOWN.of:
        return True
    if words and words[0].lower() in and_words():
        return False  # "Ida Holm, and the mayor, Tom Reed"
    if words and words[0].lower() in KNOWN.links:
        words = words[1:]
    for word in words[:_FEW]:
        if is_role(word):
            return True
        if word.lower() in KNOWN.links or word.lower() in KNOWN.relative:
            return False
    return False
