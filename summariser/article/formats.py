"""Which file is read how, which its name tells.

A reader takes a file's bytes and gives the fields of an `Article` that it states: its ``text`` as
whoever opens it sees it, paragraph by paragraph, and perhaps a title, a date, a language.  What no
reader takes is a text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ..errors import ArticleError
from .html import read_page
from .mail import read_mail
from .pdf import read_pdf
from .subtitles import read_srt, read_vtt
from .word import read_word

_READERS: dict[str, Callable[[bytes], Mapping[str, Any]]] = {
    ".html": read_page,
    ".htm": read_page,
    ".docx": read_word,
    ".pdf": read_pdf,
    ".eml": read_mail,
    ".vtt": read_vtt,
    ".srt": read_srt,
}
READABLE = tuple(_READERS)
"""How the names of files end that are no plain text, and one article."""

BINARY = (".docx", ".pdf")
"""Those that are no text, nor anything like one."""


FEEDS = (".rss", ".atom", ".xml")
"""Those that are many articles."""


def reader_for(path: str | Path) -> Callable[[bytes], Mapping[str, Any]] | None:
    """What reads the file of this name; None: it is a text.

    >>> reader_for("Talks.DOCX").__name__, reader_for("talks.story")
    ('read_word', None)
    """
    suffix = Path(path).suffix.lower()
    return _refuse_feed if suffix in FEEDS else _READERS.get(suffix)


def _refuse_feed(_: bytes) -> Mapping[str, Any]:
    raise ArticleError("a feed is many articles: read_inputs(path) gives them one by one")
