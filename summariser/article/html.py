"""From a web page to the text its readers see: title, date, site, language and paragraphs.

trafilatura (the extra ``web``) finds the article among menus and advertisements.  What a reader
cannot see is taken out before: it is where orders to a model are hidden.  Known is the page itself
with its own style sheets, not those it would load from elsewhere, nor what its scripts would do.
Nothing here is fetched: that stays with you.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypedDict

from ..errors import ArticleError
from ..installation import install_hint

MAX_CHARACTERS = 20_000_000
"""Markup included; the article itself may be much shorter."""
MAX_ELEMENTS = 100_000
"""The longest live tickers have a tenth of it; beyond, trafilatura needs quadratic time."""


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


def read_page(html: str | bytes) -> Page:
    """The article of a page; bytes are decoded as the page itself says, else as UTF-8.

    Raises ``ArticleError`` if there is no article in it, ``ImportError`` without the extra ``web``.
    """
    try:
        import cssselect  # noqa: F401  (used further down: all that is missing is said at once)
        import tinycss2  # noqa: F401
        from trafilatura import bare_extraction
        from trafilatura.metadata import extract_metadata
    except ImportError as error:
        raise ImportError(
            f"reading web pages needs {error.name or 'trafilatura'}: {install_hint('web')}"
        ) from error
    tree = _parse(_text(html))
    elements = sum(1 for _ in tree.iter())
    if elements > MAX_ELEMENTS:
        raise ArticleError(f"the page has {elements:,} elements, the limit is {MAX_ELEMENTS:,}")
    try:
        # Metadata may stand in scripts, text may not: JSON-LD can hold an article nobody sees.
        found = extract_metadata(tree, date_config=_DATES)
        language = (tree.get("lang") or "").strip()
        _remove_hidden(tree)
        title = _visible_title(tree, found.title)
        article = bare_extraction(tree, include_comments=False, date_extraction_params=_DATES)
    except RecursionError:
        raise ArticleError("the page is nested too deeply") from None
    text = without_invisible(getattr(article, "text", None) or "").strip()
    if not text:
        raise ArticleError("no article text found in this page")
    return Page(
        text=text,
        title=title,
        published=found.date,
        source=found.sitename,
        url=found.url,
        language=language if _LANGUAGE.fullmatch(language) else None,
    )


# A thorough search takes the year in a copyright notice for the day of publication.
_DATES = {"extensive_search": False, "original_date": True, "max_date": None}
_LANGUAGE = re.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")

# --- decoding ------------------------------------------------------------------------------

_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
# Not every codec Python knows is an encoding of web pages: unicode_escape would be a hiding place.
_ENCODING = re.compile(
    "utf-8|utf8|windows-125[0-8]|cp125[0-8]|koi8-[ru]|iso-8859-[0-9]{1,2}|gb2312|gbk|gb18030"
    "|big5|shift_jis|euc-jp|euc-kr|us-ascii"
)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "us-ascii": "cp1252"}
"""What browsers read where a page names the narrower one."""


def _text(html: str | bytes) -> str:
    if len(html) > MAX_CHARACTERS:
        raise ArticleError(f"the page is longer than {MAX_CHARACTERS:,} characters")
    if isinstance(html, str):
        return html
    if html.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        named = _CHARSET.search(html, 0, 4096)
        encoding = named[1].decode().lower() if named else "utf-8"
        if html.startswith(b"\xef\xbb\xbf") or not _ENCODING.fullmatch(encoding):
            encoding = "utf-8-sig"
    try:
        return html.decode(_WIDER.get(encoding, encoding))
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"the page is not in {encoding} (byte 0x{html[error.start]:02X} at offset "
            f"{error.start}): decode it yourself and pass a str"
        ) from None


def _parse(html: str) -> Any:
    from lxml.html import HTMLParser, document_fromstring

    # libxml2 stops reading at a NUL, and takes no lone surrogates.
    raw = html.replace("\0", "").encode("utf-8", "replace")
    if not raw.strip():
        raise ArticleError("the page is empty")
    try:
        parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        return document_fromstring(raw, parser=parser)
    except Exception as error:  # noqa: BLE001  (lxml raises several unrelated kinds)
        raise ArticleError(f"the page cannot be read as HTML: {error}") from None


# --- what a reader cannot see ---------------------------------------------------------------

_NEVER_SHOWN = (
    "script", "style", "template", "noscript", "iframe", "object", "audio", "video", "canvas",
    "select", "datalist", "dialog", "rp", "noembed", "noframes",
)  # fmt: skip
# What screen readers alone are told is not the article; the style sheet that hides it is elsewhere.
_BY_CONVENTION = {
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only",
    "element-invisible", "d-none",
}  # fmt: skip
_FAR = r"[+-]?([0-9]{4,}(\.[0-9]*)?(px|pt|%)?|[0-9]{2,}(\.[0-9]*)?r?em|[0-9]{3,}(\.[0-9]*)?v[wh])"
_NOTHING = r"[+-]?0*(\.0+)?(px|em|rem|pt|%|vw|vh)?"
_HIDES = {
    name: re.compile(value)
    for name, value in {
        "display": "none",
        "visibility": "hidden|collapse",
        "content-visibility": "hidden",
        "opacity": r"0*(\.0[0-9]*)?%?|[0-9]%",
        "font-size": rf"{_NOTHING}|[01](\.[0-9]+)?(px|pt)|0?\.[0-2][0-9]*r?em",
        "text-indent": _FAR, "left": _FAR, "top": _FAR, "right": _FAR, "bottom": _FAR,
        "margin-left": _FAR, "margin-top": _FAR, "margin-right": _FAR,
        "clip": r"rect\(\s*[01](px)?[\s,]+[01](px)?[\s,]+[01](px)?[\s,]+[01](px)?\s*\)",
        "clip-path": r"inset\(\s*([5-9][0-9]|100)%.*\)|circle\(\s*0.*\)|polygon\(\s*\)",
        "transform": rf".*(scale[xy]?\(\s*0[\s,0.]*\)|translate\w*\([^()]*{_FAR}).*",
    }.items()
}  # fmt: skip
_SMALL = re.compile(rf"{_NOTHING}|1px")
_SIZES = ("width", "height", "max-width", "max-height")
_COLOURS = ("color", "background", "background-color", "background-image")
_RELEVANT = {*_HIDES, *_SIZES, *_COLOURS, "overflow", "overflow-x", "overflow-y"}
_MOST_COMPARISONS = 20_000_000
"""Style rules times elements: beyond that a page is no article, but an attack on its reader."""

_Style = dict[str, tuple[tuple[Any, ...], str]]  # property: (precedence, value)


def _remove_hidden(tree: Any) -> None:
    from lxml import etree

    styles = _styles(tree)
    doomed = [
        element
        for element in tree.iter(etree.Element)
        # Pages hide themselves whole until their scripts have run.
        if element.tag not in ("html", "body")
        and (
            element.tag in _NEVER_SHOWN
            or element.get("hidden") is not None
            or not _BY_CONVENTION.isdisjoint(element.get("class", "").lower().split())
            or _hides(styles.get(element, {}))
        )
    ]
    doomed += _same_colour_as_ground(tree, styles)
    for element in doomed:
        # Emptied, not taken out: joining what stands around it takes quadratic time.
        tail = element.tail
        element.clear()
        element.tag, element.tail = "span", tail


def _hides(style: _Style) -> bool:
    values = {name: value for name, (_, value) in style.items()}
    if any(name in values and shape.fullmatch(values[name]) for name, shape in _HIDES.items()):
        return True
    clipped = any(values.get(name) in ("hidden", "clip") for name in values if "overflow" in name)
    return clipped and any(_SMALL.fullmatch(values[name]) for name in _SIZES if name in values)


def _styles(tree: Any) -> dict[Any, _Style]:
    """What the page itself says of how each element looks."""
    import tinycss2
    from cssselect import SelectorError
    from lxml.etree import XPathError

    styles: dict[Any, _Style] = {}

    def apply(element: Any, declarations: list[Any], precedence: tuple[int, ...]) -> None:
        style = styles.setdefault(element, {})
        for declaration in declarations:
            rank = (declaration.important, *precedence)
            name = declaration.lower_name
            if name not in style or style[name][0] <= rank:
                value = tinycss2.serialize(declaration.value).strip().lower()
                style[name] = (rank, value)

    sheets = ("".join(sheet.itertext()) for sheet in tree.iter("style"))
    rules = [rule for sheet in sheets for rule in _rules(tinycss2.parse_stylesheet(sheet))]
    if len(rules) * sum(1 for _ in tree.iter()) > _MOST_COMPARISONS:
        raise ArticleError(
            f"the page has {len(rules):,} style rules: remove <style>, or some of it"
        )
    for order, (prelude, declarations) in enumerate(rules):
        try:
            for specificity, elements in _matches(tree, prelude):
                for element in elements:
                    apply(element, declarations, (0, *specificity, order))
        except (SelectorError, XPathError, RecursionError):
            continue  # browsers too skip what they do not understand
    for element in tree.iter():
        if isinstance(element.tag, str) and element.get("style"):
            apply(element, _declarations(element.get("style")), (1,))
    return styles


def _rules(nodes: list[Any]) -> Iterator[tuple[str, list[Any]]]:
    """All rules that say something relevant; what is for paper only is not."""
    import tinycss2

    for node in nodes:
        if node.type == "qualified-rule":
            declarations = _declarations(node.content)
            if declarations:
                yield tinycss2.serialize(node.prelude), declarations
        elif node.type == "at-rule" and node.content and _is_for_screens(node):
            yield from _rules(tinycss2.parse_rule_list(node.content))


def _is_for_screens(rule: Any) -> bool:
    import tinycss2

    if rule.lower_at_keyword not in ("media", "supports", "layer", "container"):
        return False
    return "print" not in tinycss2.serialize(rule.prelude).lower()


def _declarations(css: Any) -> list[Any]:
    import tinycss2

    parsed = tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True)
    return [each for each in parsed if each.type == "declaration" and each.lower_name in _RELEVANT]


def _matches(tree: Any, prelude: str) -> Iterator[tuple[tuple[int, int, int], list[Any]]]:
    from cssselect import HTMLTranslator, parse

    for selector in parse(prelude):
        if selector.pseudo_element is None:
            path = HTMLTranslator().selector_to_xpath(selector, prefix="descendant-or-self::")
            yield selector.specificity(), tree.xpath(path)


def _same_colour_as_ground(tree: Any, styles: dict[Any, _Style]) -> Iterator[Any]:
    """Elements written in the colour of what is behind them, as far as the page says."""
    grounds = {None: _colour("white")}
    for element in tree.iter():
        style = {name: value for name, (_, value) in styles.get(element, {}).items()}
        ground = grounds[element] = _ground(style, grounds.get(element.getparent()))
        colour = _colour(style.get("color", ""))
        if colour is not None and (colour == ground or colour.alpha < _FAINT):
            yield element


def _ground(style: dict[str, str], behind: Any) -> Any:
    """The colour behind an element's words: its own, or what is behind it; None: nobody knows."""
    shorthand = style.get("background", "")
    is_picture = "(" in shorthand and _colour(shorthand) is None
    if is_picture or style.get("background-image", "none") != "none":
        return None  # anything may be legible on it
    painted = style.get("background-color") or shorthand
    for word in [painted] if "(" in painted else painted.split():
        colour = _colour(word)
        if word == "currentcolor":
            return _colour(style.get("color", ""))
        if colour is None and ("(" in word or word in _SYSTEM_COLOURS):
            return None
        if colour is not None and colour.alpha >= _FAINT:
            return colour
    return behind


_FAINT = 0.05
_SYSTEM_COLOURS = frozenset(
    "accentcolor accentcolortext activetext buttonborder buttonface buttontext canvastext field "
    "fieldtext graytext highlight highlighttext linktext mark marktext selecteditem "
    "selecteditemtext visitedtext".split()
)


def _colour(css: str) -> Any:
    """A colour that is one by itself; None for ``currentcolor``, ``inherit``, ``var(--ink)`` …"""
    from tinycss2.color3 import parse_color

    colour = parse_color("white" if css == "canvas" else css)  # on which all pages are written
    return None if isinstance(colour, str) else colour


def _visible_title(tree: Any, title: str | None) -> str | None:
    """The title found, if it is shown; otherwise the heading, or the window's."""
    shown = [" ".join(each.text_content().split()) for each in tree.iter("h1", "h2", "title")]
    shown.sort(key=lambda each: title is None or title not in each)
    if title and shown and title in shown[0]:
        return without_invisible(title)
    headings = [*tree.iter("h1"), *tree.iter("title")]
    words = next((" ".join(each.text_content().split()) for each in headings), "")
    return without_invisible(words) or None


# --- characters without a shape -------------------------------------------------------------

_SHAPELESS = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
    "|[\u200c\u200d\ufe00-\ufe0f]{2,}"  # one joins letters or emoji; several in a row are a code
    "|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
)


def without_invisible(text: str) -> str:
    r"""The text without the characters nobody sees, which can spell out a hidden message.

    Joiners stay where they shape Persian words and emoji.

    >>> without_invisible("$1\u200b7 bil\u00adlion")
    '$17 billion'
    """
    return _SHAPELESS.sub("", text)
