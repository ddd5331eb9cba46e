"""Which file is read how, which its name tells.

A reader takes a file's bytes and gives the fields of an `Article` that it states: its ``text`` as
whoever opens it sees it, paragraph by paragraph, and perhaps a title, a date, a language.  What no
reader takes is a text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from ..errors import ArticleError

Reader = Callable[[bytes], Mapping[str, Any]]

_READERS = {
    ".html": "html read_page",
    ".htm": "html read_page",
    ".docx": "word read_word",
    ".pdf": "pdf read_pdf",
    ".eml": "mail read_mail",
    ".vtt": "subtitles read_vtt",
    ".srt": "subtitles read_srt",
}
"""Modules and functions: each is imported when such a file is read."""
READABLE = tuple(_READERS)
"""How the names of files end that are no plain text, and one article."""
_MARKDOWN = (".md", ".markdown")
"""Which a folder may hold beside its articles: a README.md is none."""

BINARY = (".docx", ".pdf")
"""Those that are no text, nor anything like one."""


FEEDS = (".rss", ".atom", ".xml")
"""Those that are many articles."""


_PAGES = (".html", ".htm")


def reader_for(path: str | Path, *, whole: bool = False) -> Reader | None:
    """What reads the file of this name, of a page all that it shows if `whole`; None: it is a text.

    >>> reader_for("Talks.DOCX").__name__, reader_for("talks.story")
    ('read_word', None)
    """
    suffix = Path(path).suffix.lower()
    if suffix in FEEDS:
        return _refuse_feed
    known = _READERS.get(suffix) or ("markdown read_markdown" if suffix in _MARKDOWN else None)
    if known is None:
        return None
    is_whole = whole and suffix in _PAGES
    module, reader = ("markup read_whole" if is_whole else known).split()
    read: Reader = getattr(import_module(f".{module}", __package__), reader)
    return read


def _refuse_feed(_: bytes) -> Mapping[str, Any]:
    raise ArticleError("a feed is many articles: read_inputs(path) gives them one by one")
