"""HTML as a browser has it: decoded, parsed, its lines joined, and what it hides taken out.

What HTML itself or an element's own style hides is where orders to a model stand.  No style sheet
is read and no script is run, so what only these hide is text like any other.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from ..errors import ArticleError
from ..installation import install_hint
from ..text import goes_on, joint, without_invisible

MAX_MARKUP = 20_000_000
"""Markup included; the article itself may be much shorter."""
MAX_ELEMENTS = 100_000
"""Beyond, it is no page, but an attack on its reader."""
MAX_ATTRIBUTES = 1_000
"""Of one element; those beyond are not read: libxml2 compares each with all before it."""

WHOLE_PAGE = ("html", "body")


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
    tree = parse(html)
    elements = sum(1 for _ in tree.iter())
    if elements > MAX_ELEMENTS:
        raise ArticleError(f"the HTML has {elements:,} elements, the limit is {MAX_ELEMENTS:,}")
    empty(hidden_in(tree))
    join_lines(tree)
    return without_invisible(html_text.etree_to_text(tree)).strip()


def read_whole(raw: bytes) -> dict[str, str]:
    """All that a file of HTML shows: a draft has no menu, and its lists are its own."""
    return {"text": read_fragment(_text(raw))}


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


def parse(html: str | bytes) -> Any:
    from lxml.html import HTMLParser, document_fromstring

    # libxml2 stops reading at a NUL, and takes no lone surrogates.
    raw = _few_attributes(_text(html).replace("\0", "")).encode("utf-8", "replace")
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


# --- lines, as they are shown ----------------------------------------------------------------

_PREFORMATTED = ("pre", "textarea", "listing", "xmp")
_WHITE = re.compile(r"[ \t\n\r\f]+")
_CONTROL = re.compile("[\0-\x08\x0b\x0e-\x1f\ufffe\uffff]")  # libxml2 reads them, lxml writes none
_SHORTEST_LINE = 45
"""Of three lines or more: all shorter, and they are verses, items or an address."""


def join_lines(tree: Any) -> None:
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


def empty(elements: list[Any]) -> None:
    """Not taken out: joining what stands around them takes quadratic time."""
    for element in elements:
        tail = element.tail
        element.clear()
        element.tag, element.tail = "span", tail


def hidden_in(tree: Any) -> list[Any]:
    from lxml import etree

    return [
        element
        for element in tree.iter(etree.Element)
        # Pages hide themselves whole until their scripts have run.
        if element.tag not in WHOLE_PAGE
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
