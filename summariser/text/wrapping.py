"""Which line breaks only wrap a paragraph, and how the text reads without them.

Wire copy, mail and text out of a PDF break their lines at a column; elsewhere a line is a
paragraph, a verse, a row or an item.  A paragraph is wrapped where its lines are full, so that the
next word had no room, and its sentences evidently go on from one to the next.  In doubt a line
break stays one.  The text keeps its length, so that offsets hold.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, pairwise
from operator import itemgetter
from statistics import median_low
from typing import NamedTuple
from unicodedata import east_asian_width

from ..languages import told_apart
from .typography import SPACELESS

_NARROWEST, _WIDEST = 30, 140  # columns; a letter of a script without spaces takes two
_LONG = 40
"""A shorter line in a script without capitals may be a verse, a heading or an item."""
_EVIDENT = 1 / 5
"""Of the full lines, those that tell: a sentence goes on after them in so many words."""
_RAGGED = 1 / 8
"""Of a width, what a proportional font leaves free; a few lines must be full to the letter."""
_FEW = 4
_RAGGED_PROSE = 1 / 3
"""The same for a line that tells, where lines are too wide for verse."""
_PROSE = 50

_STOP = re.compile(r"[.!?…:;؟۔।。！？：；｡][\"'»”’›)\]}」』】》）]*$")
# «А. Омаров» is no item, nor is «— сказал он».
_ITEM = re.compile(
    r"(?:[-*+•·‣▪●○◦>#|]|[–—](?=\s+[^a-zа-яё])|\(?(?:\d{1,3}[.)]|[ivxlIVXL]{2,5}[.)]|[^\W\d_]\)))\s"
)
_ROW = re.compile(r"\t|[^\s.!?:;] {2,}\S|^\||\|$| \| ")
_LETTER = re.compile(r"[^\W\d_]")
_HYPHEN = re.compile("(?<=[^\\W_])[-\u2010\u00ad]$")
_WORD = re.compile("[^\\W\\d_]+(?:[-\u2010][^\\W\\d_]+)*")
# From its first letter, so that a very long word is looked at once.
_LAST_WORD, _FIRST_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+$"), re.compile(r"[^\W\d_]+")
_BROKEN = re.compile("(?<![^\\W\\d_])[^\\W\\d_]+[-\u2010\u00ad]\\s*\\n\\s*[^\\W\\d_]+")
_DENSE = re.compile(f"{SPACELESS.pattern}|[\u3001-\u303f\uff01-\uff65]")
"""What is written without spaces around it: letters of such scripts, and their punctuation."""
_NEVER_FIRST = frozenset("，。、；：？！）」』】》”’・ー々,.;:?!)")
"""In a script without spaces, what takes the character before it along to the next line."""
_NOTHING = "\u00ad"
"""Where lines meet without a space; a soft hyphen, which no reader sees."""


class Break(NamedTuple):
    """A line break that only wraps: what it takes up in the text, and what it stands for."""

    start: int
    end: int
    joint: str
    """A space, or nothing inside a word and in a script without spaces."""


class _Line(NamedTuple):
    start: int
    """Of its words, which begin behind its indent."""
    indent: int
    text: str
    width: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


_Block = list[_Line]
"""Lines of which each may go on in the next."""


def is_stopped(line: str) -> bool:
    """Whether a sentence may end where the line does.

    >>> is_stopped("он сказал: «Да.»"), is_stopped("Talks in Norvik")
    (True, False)
    """
    return _STOP.search(line) is not None


def is_item(line: str) -> bool:
    """Whether the line begins as an item of a list does.

    >>> is_item("• ports"), is_item("(2) ports"), is_item("А. Омаров")
    (True, True, False)
    """
    return _ITEM.match(line) is not None


def goes_on(before: str, after: str) -> bool:
    """Whether a sentence goes on from the end of one line to the beginning of the next.

    >>> goes_on("It is worth $2.5", "billion."), goes_on("They met in", "Norvik.")
    (True, True)
    >>> goes_on("Talks in Norvik", "They met."), goes_on("They met.", "it rained")
    (False, False)
    """
    before, after = before.rstrip(), after.lstrip()
    if not before or not after or is_stopped(before) or is_item(after):
        return False
    first = after[0]
    if _HYPHEN.search(before) and first.isalnum():
        return True
    if first.isalpha() and not first.isupper() and not first.islower():
        return _width(before) >= _LONG or _ends_open(before)
    return first.islower() or _ends_open(before)


def _ends_open(before: str) -> bool:
    """Whether it ends with a word after which something must follow: of, der, на, إلى."""
    return before.rsplit(None, 1)[-1] in _function_words()


def joint(before: str, after: str) -> str:
    """What stands between two lines that are one: nothing, in a script without spaces."""
    return "" if _DENSE.match(before[-1:]) or _DENSE.match(after[:1]) else " "


def unwrapped(text: str, wraps: Sequence[Break]) -> str:
    r"""The text without these line breaks, as long as before: halves of a word meet unseen.

    >>> text = "The port and its owners signed a deal worth $2.5\nbillion and will work together."
    >>> unwrapped(text, line_wraps(text))[38:56]
    'worth $2.5 billion'
    """
    parts: list[str] = []
    done = 0
    for start, end, between in wraps:
        parts += text[done:start], (between or _NOTHING) * (end - start)
        done = end
    return "".join([*parts, text[done:]])


def on_one_line(text: str, wraps: Sequence[Break], start: int, end: int) -> str:
    """A piece of the text as it reads, each of these breaks with what it stands for."""
    if not wraps:
        return text[start:end]
    parts: list[str] = []
    done = start
    first = bisect_right(wraps, start, key=itemgetter(1))
    for wrap in islice(wraps, first, None):
        if wrap.start >= end:
            break
        parts += text[done : wrap.start], wrap.joint
        done = wrap.end
    return "".join([*parts, text[done:end]])


def line_wraps(text: str) -> list[Break]:
    """The line breaks of a text that only wrap its paragraphs, in order."""
    blocks = list(_blocks(text))
    usual = median_low(map(_measure, blocks)) if blocks else 0
    everywhere = _is_wrapped(blocks, usual)
    pairs: list[tuple[_Line, _Line]] = []
    for block in blocks:
        own = _measure(block)
        if _are_items(block):
            continue
        if _is_wrapped([block], own):
            pairs += _full([block], own)
        elif everywhere and is_stopped(block[-1].text):
            pairs += _full([block], usual)
    words = whole_words(text) if any(_HYPHEN.search(line.text) for line, _ in pairs) else set()
    return [_break(before, after, words) for before, after in pairs]


def _blocks(text: str) -> Iterator[_Block]:
    """Runs of two or more lines of prose, none of which begins an item or is indented anew."""
    block: _Block = []
    at = 0
    for each in text.split("\n"):
        words = each.strip()
        indent = len(each) - len(each.lstrip())
        line = _Line(at + indent, indent, words, indent + _width(words))
        at += len(each) + 1
        if block and (not _is_prose(words) or _begins_anew(block, line)):
            if len(block) > 1:
                yield block
            block = []
        if _is_prose(words):
            block.append(line)
    if len(block) > 1:
        yield block


def _is_prose(words: str) -> bool:
    return _LETTER.search(words) is not None and not _ROW.search(words)


def _begins_anew(block: _Block, line: _Line) -> bool:
    previous = block[-1]
    if is_item(line.text):
        return True
    if line.indent == previous.indent:
        return False
    # An item's second line hangs, a paragraph's first line may be indented.
    return len(block) > 1 or (line.indent > previous.indent) != is_item(previous.text)


def _are_items(block: _Block) -> bool:
    """Whether all its lines end in commas, as those of a sentence hardly do."""
    return len(block) > 2 and all(line.text[-1] in ",،" for line in block[:-1])


def _measure(block: _Block) -> int:
    """How wide its lines are: the widest, but for one in ten, such as an address that is long."""
    widths = sorted(line.width for line in block)
    return widths[-1 - len(widths) // 10]


def _width(words: str) -> int:
    """In columns; of a long line it is enough that it is long."""
    if words.isascii():
        return len(words)
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in words[: 2 * _WIDEST])


def _full(blocks: list[_Block], width: int) -> list[tuple[_Line, _Line]]:
    """The lines after which the next word had no room, each with the one that follows."""
    free = _RAGGED if sum(map(len, blocks)) > _FEW else 0
    free_in_prose = _RAGGED_PROSE if width >= _PROSE else free
    return [
        (before, after)
        for block in blocks
        for before, after in pairwise(block)
        if before.width + _room_for(before.text, after.text)
        > width * (1 - (free_in_prose if _tells(before, after) else free))
    ]


def _tells(before: _Line, after: _Line) -> bool:
    # Verses may end in commas, and begin small.
    may_be_verse = before.width < _PROSE and before.text[-1] in ",،"
    return not may_be_verse and goes_on(before.text, after.text)


def _room_for(before: str, after: str) -> int:
    """What the first word of a line takes up at the end of the line before it."""
    if SPACELESS.match(after):
        return 2 + 2 * (after[1:2] in _NEVER_FIRST)
    return len(joint(before, after)) + _width(after.split(None, 1)[0])


def _is_wrapped(blocks: list[_Block], width: int) -> bool:
    """Whether sentences evidently go on over full lines of this width, and over no others."""
    if not _NARROWEST <= width <= _WIDEST:
        return False
    full = _full(blocks, width)
    # Headlines and items below each other end without a stop.
    sentences = [block for block in blocks if is_stopped(block[-1].text)]
    telling = {pair for block in sentences for pair in pairwise(block) if _tells(*pair)}
    over_full = len(telling.intersection(full))
    over_others = len(telling) - over_full
    return over_full >= max(1, _EVIDENT * len(full)) and over_others <= _RAGGED * len(full)


def _break(before: _Line, after: _Line, words: set[str]) -> Break:
    hyphen, between = seam(before.text, after.text, words)
    return Break(before.end - hyphen, after.start, between)


def seam(before: str, after: str, words: set[str]) -> tuple[int, str]:
    """Where two lines of a paragraph meet: how many characters of the first go (1: its hyphen), and
    what stands between.

    Args:
        before: a line without white space around it.
        after: the next.
        words: the `whole_words` of their text, which tell a hyphen that belongs to a word.

    >>> words = whole_words("A well-known port.")
    >>> seam("the govern-", "ment", words), seam("the well-", "known", words), seam("a", "b", words)
    ((1, ''), (0, ''), (0, ' '))
    """
    if not _HYPHEN.search(before):
        return 0, joint(before, after)
    first, second = _LAST_WORD.search(before[:-1]), _FIRST_WORD.match(after)
    halves = [half[0].casefold() if half else "" for half in (first, second)]
    if second and halves[1] in _function_words():
        return 0, " "  # «Import- und Export»
    is_small = after[0].islower()
    is_hyphen = before[-1] != _NOTHING and (
        not first
        or "-".join(halves) in words
        or ("".join(halves) not in words and (words.issuperset(halves) or not is_small))
    )
    return int(not is_hyphen), ""


def whole_words(text: str) -> set[str]:
    """The words that stand in a line, with the hyphens inside them."""
    return set(_WORD.findall(_BROKEN.sub(" ", text).casefold()))


@cache
def _function_words() -> frozenset[str]:
    writings = (writing for each in told_apart() for writing in each.text.writings)
    return frozenset(word for each in writings for word in each.function_words.split())
