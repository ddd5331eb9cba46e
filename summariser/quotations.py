"""What stands between a text's own quotation marks, to the character.

For cutting a quotation out of its source instead of having it typed again.  Not for telling who
speaks, nor speech from a company's name in quotation marks: whatever stands in marks is found.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .text import LINE_BREAKS, SPACELESS, trimmed

_QUOTE = re.compile('["«»‹›“”„‟「」『』‘’‚]')
_OPENERS = dict(zip('»›」』’‘"', '«‹「『‘‚"', strict=True)) | {"”": "“„‟”", "“": "„“"}
_PARAGRAPH = re.compile(f"[^{LINE_BREAKS}]+")
_CONTINUING = ".!?…,;:،؛，、；：)]}"
_INTRODUCED = re.compile(r"(?:^|[:,—–-])\s*$")


def find_quotations(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans of what stands between the text's own quotation marks, clipped to a region.

    The marks are left out; of nested quotations the outermost counts.  Each paragraph is read
    whole, so a sentence from the middle of a longer quotation is found to be quoted.

    >>> text = "«Мы готовы. Мы ждём», — сказал он."
    >>> [text[start:end] for start, end in find_quotations(text, 12)]
    ['Мы ждём']
    """
    end = len(text) if end is None else min(end, len(text))
    start = max(start, 0)
    spans = []
    first = max(text.rfind(mark, 0, start) for mark in LINE_BREAKS) + 1
    for paragraph in _PARAGRAPH.finditer(text, first):
        base = paragraph.start()
        if base >= end:
            break
        following = text[paragraph.end() : paragraph.end() + 64].lstrip()[:1]
        for opened, closed in _quoted(paragraph[0], following):
            spans.append(trimmed(text, max(start, base + opened + 1), min(end, base + closed)))
    return [span for span in spans if span[0] < span[1]]


@lru_cache(maxsize=64)
def _quoted(paragraph: str, following: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the outermost opening and closing marks; ``following`` begins what is next."""
    if re.match(r"[^«»]*(?<!\w)»\w", paragraph):
        paragraph = paragraph.translate(str.maketrans("«»‹›", "»«›‹"))
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for match in _QUOTE.finditer(paragraph):
        mark, at = match[0], match.start()
        before, after = paragraph[max(0, at - 1) : at] or " ", paragraph[at + 1 : at + 2] or " "
        # A look at the last few keeps a paragraph of nothing but marks linear.
        recent = range(len(opened) - 1, max(-1, len(opened) - 9), -1)
        fitting = next((i for i in recent if opened[i][0] in _OPENERS.get(mark, "")), None)
        if _opens(mark, before, after, fitting is not None):
            opened.append((mark, at))
        elif fitting is not None and not (mark == "’" and _is_letter(after)):
            pairs.append((opened[fitting][1], at))
            del opened[fitting:]
    # A quotation over several paragraphs: each begins with a mark, only the last one ends with it.
    alone = following != '"' or paragraph.count('"') == 1
    for mark, at in opened[:8] if alone else []:
        if mark == following and _INTRODUCED.search(paragraph[max(0, at - 8) : at]):
            pairs.append((at, len(paragraph)))
            break
    outermost: list[tuple[int, int]] = []
    for pair in sorted(pairs):
        if not outermost or pair[0] > outermost[-1][1]:
            outermost.append(pair)
    return tuple(outermost)


def _is_letter(character: str) -> bool:
    return character.isalnum() and not SPACELESS.match(character)


def _opens(mark: str, before: str, after: str, closable: bool) -> bool:
    """Whether a mark between two characters opens, given that it could close another."""
    if mark not in '“”‘"':
        return mark in "«‹„‟「『‚"
    if mark == "‘":
        return not _is_letter(before) and after.isalpha()
    starts = (before.isspace() or before in '([{—–-«“„‘"') and not (
        after.isspace() or after in _CONTINUING
    )
    ends = not before.isspace() and not after.isalnum()
    if mark == "“":
        return starts or not closable
    if closable or mark == "”":
        return starts and not ends
    return not _is_letter(before) and (starts or not ends)
