"""Which file is read how, which its name tells.

A reader takes a file's bytes and gives the fields of an `Article` that it states: its ``text`` as
whoever opens it sees it, paragraph by paragraph, and perhaps a title, a date, a language.  What no
reader takes is a text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from .html import read_page
from .pdf import read_pdf
from .word import read_word

_READERS: dict[str, Callable[[bytes], Mapping[str, Any]]] = {
    ".html": read_page,
    ".htm": read_page,
    ".docx": read_word,
    ".pdf": read_pdf,
}
READABLE = tuple(_READERS)
"""How the names of files end that are no plain text, and one article."""

BINARY = (".docx", ".pdf")
"""Those that are no text, nor anything like one."""


def reader_for(path: str | Path) -> Callable[[bytes], Mapping[str, Any]] | None:
    """What reads the file of this name; None: it is a text.

    >>> reader_for("Talks.DOCX").__name__, reader_for("talks.story")
    ('read_word', None)
    """
    return _READERS.get(Path(path).suffix.lower())
