"""From a web page to the text its readers see: title, date, site, language and paragraphs.

trafilatura (the extra ``web``) finds the article among menus and advertisements.  What HTML itself
or an element's own style hides is taken out before: it is where orders to a model are hidden.  No
style sheet is read and no script is run, so what only these hide is text like any other.
Nothing here is fetched: that stays with you.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise
from typing import Any, TypedDict

from ..errors import ArticleError
from ..installation import install_hint
from ..text import goes_on, joint

MAX_MARKUP = 20_000_000
"""Markup included; the article itself may be much shorter."""
MAX_ELEMENTS = 100_000
"""Beyond, it is no page, but an attack on its reader."""
MOST_READ = 10_000
"""Of more, the first are read; of 1,715 public pages one has more."""
MAX_ATTRIBUTES = 1_000
"""Of one element; those beyond are not read: libxml2 compares each with all before it."""


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
    tree = _parse(_text(html))
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
        _join_lines(tree)
        text, warnings = _visible_text(tree)
    except RecursionError:
        raise ArticleError("the page is nested too deeply") from None
    return Page(
        text=text,
        title=_visible_title(tree, found.title, found.sitename),
        published=found.date,
        source=found.sitename,
        url=found.url,
        language=language or None,
        warnings=(*_told_of_length(len(elements)), *warnings),
    )


def read_fragment(html: str) -> str:
    """All that a piece of HTML shows, of a mail or of a feed's item: there is no menu in it.

    Raises ``ArticleError`` if it has too many elements, ``ImportError`` without the extra ``web``.
    """
    try:
        import html_text
    except ImportError as error:
        raise ImportError(f"reading HTML needs html-text: {install_hint('web')}") from error
    if not html.strip():
        return ""
    tree = _parse(_text(html))
    elements = sum(1 for _ in tree.iter())
    if elements > MAX_ELEMENTS:
        raise ArticleError(f"the HTML has {elements:,} elements, the limit is {MAX_ELEMENTS:,}")
    _empty(_hidden(tree))
    _join_lines(tree)
    return without_invisible(html_text.etree_to_text(tree)).strip()


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

# --- decoding ------------------------------------------------------------------------------

_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_MOST_BROKEN = 0.1
"""Of all that is not ASCII: some letters may be cut in two, but not so many."""


def _text(html: str | bytes) -> str:
    if len(html) > MAX_MARKUP:
        raise ArticleError(f"the page is longer than {MAX_MARKUP:,} characters")
    if isinstance(html, str):
        return html
    codec = _codec(html)
    try:
        return html.decode(codec)
    except UnicodeDecodeError as error:
        text = html.decode(codec, "replace")
        if text.count("\ufffd") > _MOST_BROKEN * len(re.sub("[\0-\x7f]+", "", text)):
            name = codec.removesuffix("-sig")
            raise ArticleError(
                f"the page is not in {name} (byte 0x{html[error.start]:02X} at offset "
                f"{error.start}): decode it yourself and pass a str"
            ) from None
        return text


def _codec(html: bytes) -> str:
    """That of a byte order mark, UTF-8 if the page is that, else what it declares."""
    from webencodings import lookup

    if html.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    declared = _CHARSET.search(html, 0, 4096)
    encoding = lookup(declared[1].decode()) if declared else None
    # A page in another encoding is hardly ever valid UTF-8, and many declare the wrong one.
    if encoding is None or _NO_LEGACY.match(encoding.name) or _is_utf8(html):
        return "utf-8-sig"
    return "gb18030" if encoding.name == "gbk" else str(encoding.codec_info.name)


# As browsers have it: whoever can write a <meta> that is read does not write UTF-16.
_NO_LEGACY = re.compile("utf|replacement|x-user-defined")


def _is_utf8(html: bytes) -> bool:
    try:
        return not html.decode().isascii()
    except UnicodeDecodeError:
        return False


# --- parsing -------------------------------------------------------------------------------

_ATTRIBUTE = r"[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+))?+"
_TAG = re.compile(
    # A start tag with as many attributes as are read, and those beyond; no script, no comment.
    rf"<!--.*?(?:-->|\Z)|(<(?:(script|style|textarea)(?=[\s/>])|[a-z][^\s/>]*+)"
    rf"(?:{_ATTRIBUTE}){{0,{MAX_ATTRIBUTES}}}+)((?:{_ATTRIBUTE})*+)"
    r"(?(2)[^<]*+(?:<(?!/\2)[^<]*+)*+)",
    re.IGNORECASE | re.DOTALL,
)


def _parse(html: str) -> Any:
    from lxml.html import HTMLParser, document_fromstring

    # libxml2 stops reading at a NUL, and takes no lone surrogates.
    raw = _few_attributes(html.replace("\0", "")).encode("utf-8", "replace")
    if not raw.strip():
        raise ArticleError("the page is empty")
    try:
        parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        return document_fromstring(raw, parser=parser)
    except Exception as error:  # noqa: BLE001  (lxml raises several unrelated kinds)
        raise ArticleError(f"the page cannot be read as HTML: {error}") from None


def _few_attributes(html: str) -> str:
    """The page without the attributes that are too many for one element."""
    parts, done = [], 0
    for tag in _TAG.finditer(html):
        if tag[3]:
            parts.append(html[done : tag.start(3)])
            done = tag.end(3)
    return "".join([*parts, html[done:]])


# --- what a page says, in the order in which it is shown -----------------------------------

_WHOLE_PAGE = ("html", "body")
_PREFORMATTED = ("pre", "textarea", "listing", "xmp")
_WHITE = re.compile(r"[ \t\n\r\f]+")
_CONTROL = re.compile("[\0-\x08\x0b\x0e-\x1f\ufffe\uffff]")  # libxml2 reads them, lxml writes none
_SHORTEST_LINE = 45
"""Of three lines or more: all shorter, and they are verses, items or an address."""
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
    if element.tag in _WHOLE_PAGE:
        return False
    return element.get("hidden") is not None or (element.tag == "template" and len(element) > 0)


def _join_lines(tree: Any) -> None:
    """Take out the line breaks that no browser shows, and each <br> inside a sentence."""
    kept = {inner for each in tree.iter(*_PREFORMATTED) for inner in each.iter()}
    for element in tree.iter():
        if element.text:
            element.text = _shown(element.text, element in kept)
        if element.tail:
            element.tail = _shown(element.tail, element.getparent() in kept)
    for parent in dict.fromkeys(line_break.getparent() for line_break in tree.iter("br")):
        lines, breaks = [parent.text or ""], []
        for child in parent:
            if child.tag == "br":
                breaks.append(child)
                lines.append("")
            else:
                lines[-1] += child.text_content()
            lines[-1] += child.tail or ""
        if len(lines) > 2 and all(len(line.strip()) < _SHORTEST_LINE for line in lines):
            continue
        for line_break, (before, after) in zip(breaks, pairwise(lines), strict=True):
            if goes_on(before, after):
                line_break.tag = "span"
                line_break.tail = joint(before, after) + (line_break.tail or "").lstrip()


def _shown(text: str, preformatted: bool) -> str:
    text = _CONTROL.sub("", text)
    # What stands between elements, trafilatura may go by.
    return text if preformatted or not text.strip() else _WHITE.sub(" ", text)


# --- what a reader cannot see --------------------------------------------------------------

_NEVER_SHOWN = (
    "script", "style", "template", "noscript", "iframe", "object", "audio", "video", "canvas",
    "select", "datalist", "dialog", "rp", "noembed", "noframes",
)  # fmt: skip
# What screen readers alone are told is not the article; the style sheet that hides it is elsewhere.
_BY_CONVENTION = {
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only",
    "element-invisible",
}  # fmt: skip
_HIDES = {"display": ("none",), "visibility": ("hidden", "collapse")}
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})\s?", re.IGNORECASE)
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

    hidden = _hidden(tree)
    most = sum(_length(each) for each in hidden if each.tag not in _NO_TEXT)
    is_long = sum(1 for _ in tree.iter()) > _LONG
    with_hidden = deepcopy(tree) if most > _WORTH_A_LOOK and not is_long else None
    _empty(hidden)
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


def _empty(elements: list[Any]) -> None:
    """Not taken out: joining what stands around them takes quadratic time."""
    for element in elements:
        tail = element.tail
        element.clear()
        element.tag, element.tail = "span", tail


def _hidden(tree: Any) -> list[Any]:
    from lxml import etree

    return [
        element
        for element in tree.iter(etree.Element)
        # Pages hide themselves whole until their scripts have run.
        if element.tag not in _WHOLE_PAGE
        and (
            element.tag in _NEVER_SHOWN
            or element.get("hidden") is not None
            or not _BY_CONVENTION.isdisjoint(element.get("class", "").lower().split())
            or _hides(element.get("style"))
        )
    ]


def _hides(style: str | None) -> bool:
    """Whether an element's own style says plainly that it is not shown."""
    if not style:
        return False
    plain = _ESCAPE.sub(_character, _COMMENT.sub("", style)).lower()
    said: dict[str, str] = {}
    for declaration in plain.split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if "!" in value or "!" not in said.get(name, ""):
            said[name] = value
    return any(said.get(name, "").split("!")[0].strip() in _HIDES[name] for name in _HIDES)


def _character(escaped: re.Match[str]) -> str:
    return chr(min(int(escaped[1], 16), 0x10FFFF))


def _length(element: Any) -> int:
    return len(element.text_content().strip())


def _article(tree: Any) -> str:
    from trafilatura import bare_extraction

    found = bare_extraction(tree, include_comments=False, date_extraction_params=_DATES)
    return without_invisible(getattr(found, "text", None) or "").strip()


# --- titles --------------------------------------------------------------------------------

_BETWEEN = re.compile(r"\s+[|·•»–—:-]+\s+|\s*\|\s*")
_CUTS = re.compile(r"\s?[\"'“”„«»]")


def _visible_title(tree: Any, found: str | None, site: str | None) -> str | None:
    """The heading that the page's own title tells of, else that title, if it is shown at all."""
    headings, below, windows = (
        list(dict.fromkeys(filter(None, (_words(each) for each in tree.iter(tag)))))
        for tag in ("h1", "h2", "title")
    )
    names = _names(site)
    headings = [each for each in headings if _evened(each) not in names]
    title = _words_of(without_invisible(found or ""))
    declared = {
        _words_of(each.get("content", ""))
        for each in tree.iter("meta")
        if "title" in each.get("property", "") + each.get("name", "")
    }
    for window in windows:
        at = window.find(title)
        # What is cut out of a window's title may be cut too short, as may what a quote mark cuts.
        if at >= 0 and (title not in declared or _CUTS.match(window, at + len(title))):
            title = _without_site(window, names)
    for told in filter(None, [title, *windows]):
        heading = max((each for each in headings if _is_of(each, told)), key=len, default=None)
        if heading:
            return heading
    if any(title in shown for shown in [*below, *windows]):
        return _without_site(title, names) or None
    return next(iter([*headings, *(_without_site(each, names) for each in windows)]), None)


def _words(element: Any) -> str:
    return _words_of(without_invisible(element.text_content()))


def _words_of(text: str) -> str:
    return " ".join(text.split())


def _evened(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _names(site: str | None) -> set[str]:
    """What a page may call its site."""
    named = _evened(site or "")
    host = _evened((site or "").removeprefix("www.").rpartition(".")[0])
    return {named, host} - {""}


def _is_of(heading: str, title: str) -> bool:
    """Whether a title is this heading with more behind it, or what is left of it."""
    one, other = _evened(heading), _evened(title)
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


def _without_site(title: str, names: set[str]) -> str:
    """A window's title without the name of the site that ends or begins it."""
    parts = _BETWEEN.split(title)
    if len(parts) > 1 and _evened(parts[-1]) in names:
        return title[: title.rindex(parts[-1])].rstrip(" |·•»–—:-")
    if len(parts) > 1 and _evened(parts[0]) in names:
        return title[len(parts[0]) :].lstrip(" |·•»–—:-")
    return title


# --- characters without a shape -------------------------------------------------------------

_SHAPELESS = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b"
    "\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
    "|[\u200c\u200d\ufe00-\ufe0f]{2,}"  # one joins letters or emoji; several in a row are a code
    "|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
)


def without_invisible(text: str) -> str:
    r"""The text without the characters nobody sees, which can spell out a hidden message.

    Joiners stay where they shape Persian words and emoji, and marks of direction, which readers do
    see: with an override, 9.1 shows as 1.9, and a check is to know of it.

    >>> without_invisible("$1\u200b7 bil\u00adlion")
    '$17 billion'
    """
    return _SHAPELESS.sub("", text)
