"""From Markdown to what its readers see, block by block, with the place of each piece in the file.

pyromark, which is pulldown-cmark, reads it as GitHub does and says where each piece stands.
Markup is no word, so it is left out, and so are code, comments, addresses, pictures, what is struck
out, and what stands before the text for programs.  A heading, an item and a row of a table are
paragraphs of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pyromark

from ..errors import ArticleError
from ..text import joint
from .origin import NO_LINES, Origin
from .raw import LONGEST_TEXT, MAX_CHARACTERS, decoded

_KNOWN = (
    pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_GFM
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
)
_UNSEEN = ("CodeBlock", "HtmlBlock", "Image", "MetadataBlock", "Strikethrough")
_ADDRESSES = ("Autolink", "Email")
_BLOCKS = (
    "Paragraph", "Heading", "Item", "TableHead", "TableRow", "FootnoteDefinition", "BlockQuote",
)  # fmt: skip
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_FOR_PROGRAMS = re.compile(r"\s*<(?:!|\?|script|style)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")

_BLOCK, _LINE, _CELL = "\n\n", "\n", " | "


def read_markdown(raw: bytes) -> dict[str, Any]:
    """The text of a file in Markdown, and where in the file its pieces stand."""
    if len(raw) > LONGEST_TEXT:
        raise ArticleError(
            f"more than {LONGEST_TEXT:,} bytes, the limit is {MAX_CHARACTERS:,} characters: "
            "split it into several articles"
        )
    file = decoded(raw).replace("\r\n", "\n").replace("\r", "\n")
    reading = _Reading(file.encode())
    for event, stretch in pyromark.events_with_range(file, options=_KNOWN):
        reading.add(event, stretch["start"], stretch["end"])
    there = _characters(file, [at for _, at in reading.pieces])
    pieces = [(begin, there[at]) for begin, at in reading.pieces]
    return {
        "text": "".join(reading.words),
        "origin": Origin.of(file, pieces) if pieces else NO_LINES,
        "warnings": tuple(reading.warnings()),
    }


def _characters(text: str, offsets: list[int]) -> dict[int, int]:
    """Offsets in bytes, in characters."""
    if text.isascii():
        return {offset: offset for offset in offsets}
    raw, found, done, count = text.encode(), {}, 0, 0
    for offset in sorted(set(offsets)):
        count += len(raw[done:offset].decode())
        found[offset], done = count, offset
    return found


def _named(told: Any) -> tuple[str, Any]:
    """What an event is, and what is told with it, if it is anything."""
    return next(iter(told.items())) if isinstance(told, dict) else (told, "")


class _Reading:
    """The words of a file so far, and what stands before the next."""

    def __init__(self, raw: bytes) -> None:
        self.words: list[str] = []
        self.pieces: list[tuple[int, int]] = []
        """Where each begins in the text, and in the bytes of the file."""
        self._raw = raw
        self._length = 0
        self._before: str | None = ""
        """None: a space, or nothing, as the script has it."""
        self._bullet = ""
        self._unseen: list[bool] = []
        self._lost: list[int] = []
        """Where HTML stands that holds words."""

    def add(self, event: Any, start: int, end: int) -> None:
        """What pyromark tells of a stretch of the file."""
        kind, what = _named(event)
        if kind == "Start":
            self._open(*_named(what), start, end)
        elif kind == "End":
            self._unseen.pop()
            if _named(what)[0] in _BLOCKS:
                self._before = _BLOCK
        elif any(self._unseen):
            return
        elif kind == "Text":
            self._add(what, start)
        elif kind == "Code":
            at = self._raw.find(what.encode(), start, end)
            self._add(what, at if at >= 0 else start)
        elif kind == "SoftBreak":
            self._before = None
        elif kind == "HardBreak" or (kind == "InlineHtml" and _BREAK.fullmatch(what)):
            self._before = _LINE

    def _open(self, name: str, detail: Any, start: int, end: int) -> None:
        is_address = name == "Link" and detail["link_type"] in _ADDRESSES
        self._unseen.append(name in _UNSEEN or is_address)
        if name in _BLOCKS:
            self._before = _BLOCK
        if name == "Item":
            self._bullet = "• "
        elif name == "TableCell" and self._before != _BLOCK:
            self._before = _CELL
        elif name == "HtmlBlock":
            html = self._raw[start:end].decode()
            if not _FOR_PROGRAMS.match(html) and re.search(r"\w", _TAG.sub("", html)):
                self._lost.append(start)

    def _add(self, words: str, at: int) -> None:
        if self.words:
            before = joint(self.words[-1], words) if self._before is None else self._before
        else:
            before = ""
        before += self._bullet
        self.words += (before, words)
        self.pieces.append((self._length + len(before), at))
        self._length += len(before) + len(words)
        self._before, self._bullet = "", ""

    def warnings(self) -> Iterator[str]:
        """What was not read, though a reader may see it."""
        if self._lost:
            line = self._raw.count(b"\n", 0, self._lost[0]) + 1
            more = f", and {len(self._lost) - 1} more" if len(self._lost) > 1 else ""
            yield f"HTML was not read that holds words: line {line}{more}"
