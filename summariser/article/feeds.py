"""From a feed (RSS, Atom) to its articles, with title, date, site, address and language.

feedparser (the extra ``feeds``) reads it.  An item's text is what the feed gives of it, which may
be all or a few lines: nothing is fetched here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from io import BytesIO
from typing import Any, NamedTuple

from ..errors import ArticleError
from ..installation import install_hint
from ..text import is_language_code, language_of, without_invisible
from .markup import read_fragment

MAX_BYTES = 5_000_000


class Item(NamedTuple):
    """An item of a feed."""

    name: str | None
    """Its id, or its address."""
    read: Callable[[], dict[str, Any]]
    """The fields of its `Article`; raises ``ArticleError`` if it has no text."""


def read_feed(raw: bytes) -> list[Item]:
    """The items of a feed, as it lists them.

    Raises ``ArticleError`` if it is none or has no items, ``ImportError`` without the extra.
    """
    try:
        import feedparser
        import html_text  # noqa: F401  (used further down: all that is missing is said at once)
    except ImportError as error:
        raise ImportError(f"reading feeds needs {error.name}: {install_hint('feeds')}") from error
    if len(raw) > MAX_BYTES:
        raise ArticleError(f"the feed is longer than {MAX_BYTES:,} bytes")
    try:
        # A file to it: a name or an address would be opened.  What is hidden has to stay marked.
        feed = feedparser.parse(BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # noqa: BLE001  (parsers of XML and SGML raise unrelated kinds)
        raise ArticleError(f"cannot be read as a feed: {error}") from None
    entries = [entry for entry in feed.entries if entry]  # what is cut off leaves an empty one
    if not entries:
        raise ArticleError(
            "the feed has no items" if feed.get("version") else "no RSS or Atom feed"
        )
    return [
        Item(entry.get("id") or entry.get("link"), partial(_fields, entry, feed.feed))
        for entry in entries
    ]


def _fields(entry: Any, feed: Any) -> dict[str, Any]:
    details = [*entry.get("content", []), entry.get("summary_detail") or {}]
    detail: Any = next((each for each in details if each.get("value", "").strip()), {})
    text = _shown(detail)
    if not text:
        raise ArticleError("the item has no text, only a title or a link")
    link = entry.get("link") or ""
    stated = detail.get("language") or feed.get("language") or ""
    return {
        "text": text,
        "title": " ".join(_shown(entry.get("title_detail") or {}).split()),
        "published": _day(entry, "published") or _day(entry, "updated"),
        "language": language_of(text, stated) if is_language_code(stated) else None,
        "source": " ".join(_shown(feed.get("title_detail") or {}).split()),
        "url": link if link.startswith("http") else None,  # an id may stand for it
    }


def _shown(detail: Any) -> str:
    value = detail.get("value") or ""
    if detail.get("type") == "text/plain":
        return without_invisible(value).strip()
    return read_fragment(value)


def _day(entry: Any, name: str) -> date | None:
    """By the clock of whoever states it; feedparser's own reading is by that of Greenwich."""
    stated = entry[name] if name in entry else ""  # noqa: SIM401  (get takes one for the other)
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(stated).date()
        except (ValueError, TypeError):
            continue
    parsed = entry[f"{name}_parsed"] if f"{name}_parsed" in entry else None  # noqa: SIM401
    return date(*parsed[:3]) if parsed else None
