"""From a web page to the text its readers see: title, date, site, language and paragraphs.

trafilatura (the extra ``web``) finds the article among menus and advertisements.  What is
hidden in it is taken out before, see ``markup``.  Nothing here is fetched: that stays with you.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, TypedDict

from ..errors import ArticleError
from ..installation import install_hint
from ..text import without_invisible
from .markup import MAX_ELEMENTS, WHOLE_PAGE, empty, hidden_in, join_lines, parse
from .titles import visible_title

MOST_READ = 10_000
"""Of more, the first are read; of 1,715 public pages one has more."""


class Page(TypedDict):
    """What a page says, as a reader sees it; None: it does not say so."""

    text: str
    title: str | None
    published: str | None
    """ISO 8601."""
    source: str | None
    """The site's name."""
    url: str | None
    """The address the page gives as its own."""
    language: str | None
    warnings: tuple[str, ...]
    """What a reader of its summary should know."""


def read_page(html: str | bytes) -> Page:
    """The article of a page; bytes are decoded as a browser does.

    Raises ``ArticleError`` if there is no article in it, ``ImportError`` without the extra ``web``.
    """
    try:
        import trafilatura  # noqa: F401  (used further down: all that is missing is said at once)
        import webencodings  # noqa: F401
        from trafilatura.metadata import extract_metadata
    except ImportError as error:
        raise ImportError(
            f"reading web pages needs {error.name or 'trafilatura'}: {install_hint('web')}"
        ) from error
    tree = parse(html)
    elements = list(tree.iter())  # lxml makes each object anew unless somebody holds it
    if len(elements) > MAX_ELEMENTS:
        raise ArticleError(
            f"the page has {len(elements):,} elements, the limit is {MAX_ELEMENTS:,}"
        )
    _cut(elements)
    try:
        # Metadata may stand in scripts, text may not: JSON-LD can hold an article nobody sees.
        found = extract_metadata(tree, date_config=_DATES)
        language = (tree.get("lang") or "").strip()
        _put_streamed_into_place(tree)
        join_lines(tree)
        text, warnings = _visible_text(tree)
    except RecursionError:
        raise ArticleError("the page is nested too deeply") from None
    return Page(
        text=text,
        title=visible_title(tree, found.title, found.sitename),
        published=found.date,
        source=found.sitename,
        url=found.url,
        language=language or None,
        warnings=(*_told_of_length(len(elements)), *warnings),
    )


def _cut(elements: list[Any]) -> None:
    """Take out what is too much for trafilatura, which looks at each element many times."""
    cut = set()
    for element in elements[MOST_READ:]:
        parent = element.getparent()
        cut.add(element)
        if parent not in cut:
            parent.remove(element)


def _told_of_length(count: int) -> Iterator[str]:
    if count > MOST_READ:
        yield f"only the first {MOST_READ:,} of the {count:,} elements of the page were read"


# A thorough search takes the year in a copyright notice for the day of publication.
_DATES = {"extensive_search": False, "original_date": True, "max_date": None}

# --- what a page says, in the order in which it is shown -----------------------------------

_MOVE = re.compile(r"\$[A-Za-z]\w*\(([^()]{0,500})\)")
_QUOTED = re.compile(r"[\"']([^\"']+)[\"']")


def _put_streamed_into_place(tree: Any) -> None:
    """Show what the page hides until a script of its own has moved it: ``$RC("B:0","S:0")``.

    React, Solid and others send a page in pieces, each followed by such a call.
    """
    scripts = (script.text or "" for script in tree.iter("script"))
    calls = [_QUOTED.findall(call[1]) for text in scripts for call in _MOVE.finditer(text)]
    if not calls:
        return
    named = {element.get("id"): element for element in tree.iter() if element.get("id")}
    for names in calls:
        called = [named[name] for name in dict.fromkeys(names) if name in named]
        piece = next((each for each in called if _waits(each)), None)
        if piece is None:
            continue
        piece.tag = "div"
        piece.attrib.pop("hidden", None)
        place = next((each for each in called if each is not piece), None)
        if place is not None and piece not in place.iterancestors():
            place.addnext(piece)


def _waits(element: Any) -> bool:
    if element.tag in WHOLE_PAGE:
        return False
    return element.get("hidden") is not None or (element.tag == "template" and len(element) > 0)


# --- what a reader cannot see --------------------------------------------------------------

_NO_TEXT = ("script", "style", "select", "datalist")
_MUCH = 1 / 3
"""Of what the extractor finds: where so much is hidden, a reader should know."""
_WORTH_A_LOOK = 200  # characters
_LONG = MOST_READ / 2  # elements; there, a second look at the page takes too long


def _visible_text(tree: Any) -> tuple[str, tuple[str, ...]]:
    """The article as it is shown, and a warning where much of it is not.

    Raises ArticleError if nothing of it is.
    """
    from lxml.etree import strip_attributes

    hidden = hidden_in(tree)
    most = sum(_length(each) for each in hidden if each.tag not in _NO_TEXT)
    is_long = sum(1 for _ in tree.iter()) > _LONG
    with_hidden = deepcopy(tree) if most > _WORTH_A_LOOK and not is_long else None
    empty(hidden)
    # trafilatura takes any style in which "hidden" stands for one that hides.
    strip_attributes(tree, "style")
    text = _article(tree)
    # Menus and notices are hidden in many pages, and are no part of what the extractor finds.
    is_much = most > max(_WORTH_A_LOOK, _MUCH * (len(text) + most))
    there = len(text) + most if is_long else 0
    if is_much and with_hidden is not None:
        there = len(_article(with_hidden))
    if not text:
        told = f": the {there:,} characters there are are hidden" if there else ""
        raise ArticleError(f"no article text found in this page{told}")
    if not is_much or there - len(text) <= _MUCH * there:
        return text, ()
    return text, (
        f"{there - len(text):,} of {there:,} characters of the page are hidden from its readers, "
        "and were left out",
    )


def _length(element: Any) -> int:
    return len(element.text_content().strip())


def _article(tree: Any) -> str:
    from trafilatura import bare_extraction

    found = bare_extraction(tree, include_comments=False, date_extraction_params=_DATES)
    return without_invisible(getattr(found, "text", None) or "").strip()
