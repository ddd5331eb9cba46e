"""A program of its own: where the lines of a PDF stand, as JSON, from a PDF on standard input.

PDFium takes what time and memory a file asks for, and is not safe in threads.  In a process with
limits neither harms whoever waits for it.  It imports nothing of this library: it starts fast.

Prints ``{"error": …}``, or ``title``, ``language``, ``pictures`` (the pages that hold pictures and
no text) and ``lines``, in the order in which they were written.
"""

from __future__ import annotations

import ctypes
import json
import re
import sys
from collections.abc import Iterator
from statistics import median_low
from typing import Any
from unicodedata import bidirectional

import pypdfium2 as pdfium
from pypdfium2 import raw as c

MAX_PAGES = 2_000
MAX_MEMORY = 2_000_000_000
"""Bytes of address space, where the system can hold a process to it."""

_PASSWORD = 4
"""PDFium's code for a document that needs one."""
_HYPHEN = "\x02"
"""PDFium's sign for a hyphen at the end of a line, after which it goes on as if it were none."""
_LINE_END = re.compile(f"{_HYPHEN}|\r\n?|\n")
_SMALLEST = 2.0
"""Points; smaller letters are not there to be read."""


_Line = dict[str, Any]
"""The fields of ``pdf.Line``."""


class _RefusedError(Exception):
    """Why this PDF is not read."""


def main(most_characters: int) -> None:
    """What the document on standard input says, on standard output."""
    _set_limits()
    try:
        said = _read(sys.stdin.buffer.read(), most_characters)
    except _RefusedError as error:
        said = {"error": str(error)}
    json.dump(said, sys.stdout)


def _set_limits() -> None:
    try:
        import resource
    except ImportError:  # Windows; what waits for this program still ends it in time
        return
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


def _read(raw: bytes, most_characters: int) -> dict[str, Any]:
    try:
        document = pdfium.PdfDocument(raw)
    except pdfium.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise _RefusedError("the PDF needs a password: save it without one") from None
        raise _RefusedError(f"cannot be read as a PDF: {error}") from None
    if len(document) > MAX_PAGES:
        raise _RefusedError(f"the PDF has {len(document):,} pages, the limit is {MAX_PAGES:,}")
    lines: list[_Line] = []
    pictures: list[int] = []
    characters = 0
    for number in range(len(document)):
        try:
            page = document[number]
            found = list(_lines(page, number, most_characters))
            if not found and any(page.get_objects([c.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
                pictures.append(number + 1)
            page.close()
        except pdfium.PdfiumError as error:
            raise _RefusedError(f"page {number + 1} of the PDF cannot be read: {error}") from None
        lines += found
        characters += sum(len(line["text"]) for line in found)
        if characters > most_characters:
            raise _RefusedError(
                f"the PDF has more than {most_characters:,} characters: "
                "split it into several articles"
            )
    title = document.get_metadata_dict().get("Title")
    return {"title": title, "language": _language(document), "pictures": pictures, "lines": lines}


def _language(document: Any) -> str:
    buffer = (ctypes.c_ushort * 64)()
    length = c.FPDFCatalog_GetLanguage(document.raw, buffer, ctypes.sizeof(buffer))
    stated = bytes(buffer)[: min(length, ctypes.sizeof(buffer))]
    return stated.decode("utf-16-le", "replace").rstrip("\0")


def _lines(page: Any, number: int, most_characters: int) -> Iterator[_Line]:
    words = page.get_textpage()
    left, bottom, right, top = page.get_bbox()
    count = min(words.count_chars(), most_characters + 1)
    text = "".join(chr(c.FPDFText_GetUnicode(words.raw, at)) for at in range(count))
    for start, end in _line_spans(text):
        line = _line(words.raw, text, start, end, number)
        if line and line["size"] >= _SMALLEST:
            near, far = sorted((abs(line["start"]), abs(line["end"])))
            if far > left and near < right and bottom < line["base"] < top:
                yield line
    words.close()


def _line_spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _LINE_END.finditer(text):
        yield start, end.end() if end[0] == _HYPHEN else end.start()
        start = end.end()
    yield start, len(text)


def _line(words: Any, text: str, start: int, end: int, page: int) -> _Line | None:
    shown = [at for at in range(start, end) if not text[at].isspace()]
    if not shown:
        return None
    said = text[shown[0] : shown[-1] + 1].replace(_HYPHEN, "-").replace("\0", "")
    first, last = (_box(words, at) for at in (shown[0], shown[-1]))
    left, right = min(first.left, last.left), max(first.right, last.right)
    if any(bidirectional(each) in ("R", "AL") for each in said):
        left, right = -right, -left  # its beginning is at the right
    return {
        "text": said,
        "page": page,
        "start": left,
        "end": right,
        "base": _base(words, shown[0]),
        "size": _size(words, shown),
    }


def _box(words: Any, at: int) -> Any:
    box = c.FS_RECTF()
    c.FPDFText_GetLooseCharBox(words, at, box)
    return box


def _size(words: Any, shown: list[int]) -> float:
    """The height of most letters; a ligature has one of its own."""
    boxes = [_box(words, at) for at in shown[:: max(1, len(shown) // 9)]]
    return float(median_low(box.top - box.bottom for box in boxes))


def _base(words: Any, at: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    c.FPDFText_GetCharOrigin(words, at, x, y)
    return y.value


if __name__ == "__main__":
    main(int(sys.argv[1]))
