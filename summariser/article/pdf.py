"""From a PDF to the text its readers see, paragraph by paragraph, with its title and language.

PDFium (pypdfium2, the extra ``documents``) says which characters stand where, in the order in which
they were written, which is that of reading: column after column.  Where a paragraph ends is told by
where its lines stand.  What pages repeat at their edges, and their numbers, are no part of an
article.  The date of a PDF is that of the file, so it is not taken for the day of publication.
Nothing is recognised in pictures: a scan has no text.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise, takewhile
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import category

from ..errors import ArticleError
from ..installation import install_hint
from ..text import goes_on, is_item, is_stopped, seam, whole_words, without_invisible
from .raw import MAX_CHARACTERS
from .titles import shown_title

MAX_SECONDS = 60
"""For a PDF; a book takes two."""

_PROGRAM = Path(__file__).with_name("pdfium.py")
_NUMBER = re.compile(r"\W*\d{1,4}\W*")
_LETTERS = re.compile(r"[^\W\d_]")
_RUNNING = 3
"""So many lines at either edge of a page may be running heads or feet."""
_SAME_PLACE = 3.0
"""Points by which what is repeated may differ in its height on the page."""


class Line(NamedTuple):
    """A line, or a piece of one; all lengths in points."""

    text: str
    page: int
    start: float
    """Where it begins in the direction of its writing; ``end`` is never smaller."""
    end: float
    base: float
    """Of the line on which its letters stand, above the lower edge of the page."""
    size: float
    """Of its letters."""


def read_pdf(raw: bytes) -> dict[str, Any]:
    """The text of a PDF, its title if it shows it, and its language if it states one.

    Raises ``ArticleError`` if it is none, needs a password, is damaged, has no text or too many
    pages, or would take too long; ``ImportError`` without the extra ``documents``.
    """
    found = _found(raw)
    lines = _without_running([Line(**line) for line in found["lines"]])
    text = without_invisible("\n\n".join(_paragraphs(lines)))
    if not _LETTERS.search(text):
        raise ArticleError(
            "the PDF has no text, only pictures, as scans do: recognise its text first (OCR)"
        )
    if _is_unreadable(text):
        raise ArticleError("the PDF does not say which letters its fonts draw")
    language = found["language"]
    return {
        "text": text,
        "title": shown_title(found["title"], text),
        "language": language,
        "warnings": tuple(_told_of_pictures(found["pictures"])),
    }


def _found(raw: bytes) -> dict[str, Any]:
    """What PDFium says, asked in a process of its own, which may break."""
    if find_spec("pypdfium2") is None:
        raise ImportError(f"reading PDFs needs pypdfium2: {install_hint('documents')}")
    # -P: beside the program lie files that are called as modules of Python are.
    command = [sys.executable, "-P", str(_PROGRAM), str(MAX_CHARACTERS)]
    try:
        done = subprocess.run(  # noqa: S603  (our own program)
            command, input=raw, capture_output=True, check=False, timeout=MAX_SECONDS
        )
    except subprocess.TimeoutExpired:
        raise ArticleError(f"the PDF takes more than {MAX_SECONDS} seconds to read") from None
    if done.returncode:
        raise ArticleError("the PDF takes too much memory to read, or is broken")
    found: dict[str, Any] = json.loads(done.stdout)
    if "error" in found:
        raise ArticleError(found["error"])
    return found


def _told_of_pictures(pages: Sequence[int]) -> Iterator[str]:
    if pages:
        numbers = ", ".join(map(str, pages[:5])) + ", …" * (len(pages) > 5)
        yield f"these pages hold pictures and no text, and were not read: {numbers}"


def _is_unreadable(text: str) -> bool:
    """Whether many of its characters are none: some fonts number their shapes as they like."""
    unknown = sum(1 for each in text if each == "\ufffd" or category(each) in ("Co", "Cn"))
    return unknown > len(text) / 10


# --- running heads and feet ------------------------------------------------------------------


def _without_running(lines: list[Line]) -> list[Line]:
    """The lines without what several pages have at the same place, but for a number in it.

    A document of which nothing would be left has no running heads: its pages are alike.
    """
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    places: dict[str, list[tuple[int, float]]] = {}
    for page in pages.values():
        for line in {*_edge(page, 1), *_edge(page, -1)}:
            places.setdefault(_unnumbered(line.text), []).append((line.page, line.base))

    def runs(line: Line) -> bool:
        return bool(_NUMBER.fullmatch(line.text)) or any(
            page != line.page and abs(base - line.base) <= _SAME_PLACE
            for page, base in places[_unnumbered(line.text)]
        )

    edges = (_edge(page, down) for page in pages.values() for down in (1, -1))
    running = {line for edge in edges for line in takewhile(runs, edge)}
    return [line for line in lines if line not in running] or lines


def _edge(page: list[Line], down: int) -> list[Line]:
    """The lines at its upper edge, from above, or those at its lower edge, from below."""
    return sorted(page, key=lambda line: -line.base)[::down][:_RUNNING]


def _unnumbered(text: str) -> str:
    """Its letters."""
    return "".join(_LETTERS.findall(text)).casefold()


# --- paragraphs ------------------------------------------------------------------------------


def _paragraphs(lines: list[Line]) -> Iterator[str]:
    """The paragraphs, each on one line; one that a note or a caption parts is whole again."""
    words = whole_words("\n".join(line.text for line in lines))
    blocks = list(_blocks(lines))
    usual = _usual_step(lines)
    are_indented = _are_indented(blocks, usual)
    paragraphs: list[_Paragraph] = []
    open_ones: dict[int, _Paragraph] = {}  # by the size of their letters
    for block in blocks:
        edge = max(line.end for line in block)
        size = round(block[0].size)
        paragraph = open_ones.get(size)
        is_last = are_indented and paragraphs and paragraph is paragraphs[-1]
        if paragraph and (
            _goes_on_elsewhere(paragraph, block) or (is_last and _fills(paragraph, block))
        ):
            paragraph.lines.append(block[0])
        else:
            paragraph = _Paragraph([block[0]], edge)
            paragraphs.append(paragraph)
        for at in range(1, len(block)):
            if _goes_on_below(block[at - 1 : at + 2], edge, usual):
                paragraph.lines.append(block[at])
            else:
                paragraph = _Paragraph([block[at]], edge)
                paragraphs.append(paragraph)
        paragraph.edge = edge
        open_ones[size] = paragraph
    for paragraph in paragraphs:
        yield _joined(paragraph.lines, words)


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line]
    edge: float
    """How far its last line could reach."""


def _joined(lines: list[Line], words: set[str]) -> str:
    parts = [lines[0].text]
    for before, after in pairwise(lines):
        hyphen, between = seam(before.text, after.text, words)
        if hyphen:
            parts[-1] = parts[-1][:-1]
        parts += between, after.text
    return "".join(parts)


def _usual_step(lines: list[Line]) -> float:
    """From line to line, in sizes of their letters."""
    steps = Counter(
        round((before.base - line.base) / line.size, 1)
        for before, line in pairwise(lines)
        if _is_below(before, line) and _is_as_large(line, before)
    )
    return steps.most_common(1)[0][0] if steps else 1.2


def _is_below(before: Line, line: Line) -> bool:
    return (
        line.page == before.page
        and 0 < before.base - line.base < 2.5 * before.size
        and line.start < before.end
        and before.start < line.end
    )


def _is_as_large(line: Line, before: Line) -> bool:
    return abs(line.size - before.size) <= 0.1 * before.size


def _first_word(line: Line) -> float:
    """How much room its first word takes, with a space before it."""
    return (line.end - line.start) * (len(line.text.split(None, 1)[0]) + 1) / len(line.text)


def _blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Lines below each other in letters of one size."""
    block: list[Line] = []
    for line in lines:
        if block and not (_is_below(block[-1], line) and _is_as_large(line, block[-1])):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _goes_on_below(lines: Sequence[Line], edge: float, usual: float) -> bool:
    """Whether the second of these lines belongs to the paragraph of the first."""
    before, line = lines[:2]
    if before.base - line.base > (usual + 0.25) * line.size or is_item(line.text):
        return False
    if goes_on(before.text, line.text):
        return True
    return not _is_indented(lines) and not _has_room(before, edge, line)


def _is_indented(lines: Sequence[Line]) -> bool:
    """Whether the second of these is; a paragraph of one line is indented as the next one is."""
    return lines[1].start - min(lines[0].start, lines[-1].start) > 0.5 * lines[1].size


def _has_room(before: Line, edge: float, line: Line) -> bool:
    """Whether the next word would have stood there, had the line not been ended on purpose."""
    return edge - before.end >= _first_word(line)


def _are_indented(blocks: list[list[Line]], usual: float) -> bool:
    """Whether paragraphs are parted by an indent, not by space."""
    begun = [
        block[at - 1 : at + 2]
        for block, edge in ((block, max(line.end for line in block)) for block in blocks)
        for at in range(1, len(block))
        if not _goes_on_below(block[at - 1 : at + 2], edge, usual)
    ]
    return 2 * sum(map(_is_indented, begun)) > len(begun)


def _goes_on_elsewhere(paragraph: _Paragraph, block: list[Line]) -> bool:
    """Whether the next column or page begins in the middle of this paragraph's sentence."""
    last, first = paragraph.lines[-1], block[0]
    if is_item(first.text) or is_stopped(last.text) or _begins_indented(block):
        return False
    return len(paragraph.lines) > 1 or goes_on(last.text, first.text)


def _fills(paragraph: _Paragraph, block: list[Line]) -> bool:
    """Whether it fills its column to the end, and the next begins without an indent."""
    is_full = not _has_room(paragraph.lines[-1], paragraph.edge, block[0])
    return len(block) > 1 and is_full and not _begins_indented(block)


def _begins_indented(block: list[Line]) -> bool:
    return len(block) > 1 and block[0].start - block[1].start > 0.5 * block[0].size
