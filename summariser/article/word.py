"""From a Word document (.docx) to the text its readers see, with its title.

python-docx (the extra ``documents``) opens it.  Its own ``text`` leaves out what stands in content
controls, tables and accepted insertions, so the paragraphs are gathered here: with insertions, and
without what was deleted, moved away or hidden.  Headers, footers and comments are no part of an
article.  A document's dates are those of its template or of its file, so none is taken for the
day of publication.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from ..errors import ArticleError
from ..installation import install_hint
from ..text import without_invisible
from .titles import shown_title

MAX_PART = 20_000_000
"""Of one part of the document, markup included."""
MAX_BYTES = 200_000_000
"""Of all parts unpacked, pictures included."""
MAX_PARAGRAPHS = 100_000
"""Cells of tables included."""

_OLE = b"\xd0\xcf\x11\xe0"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOUBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN = {f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr")} | {_DOUBLE}
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read_word(raw: bytes) -> dict[str, Any]:
    """The text of a .docx, its title if it shows it, and its language if it states one.

    Raises ``ArticleError`` if it is none, is encrypted or damaged, or is too large unpacked;
    ``ImportError`` without the extra ``documents``.
    """
    try:
        from docx import Document
    except ImportError as error:
        raise ImportError(
            f"reading Word documents needs python-docx: {install_hint('documents')}"
        ) from error
    _refuse_bombs(raw)
    try:
        document = Document(BytesIO(raw))
        hidden = _hidden_styles(document)
        text = without_invisible(_text(document.element.body, hidden))
        for notes in _notes(document):
            text += without_invisible(_text(notes, hidden))
        stated = document.core_properties
        title, language = _styled_title(document) or stated.title, stated.language
    except ArticleError:
        raise
    except Exception as error:  # noqa: BLE001  (zipfile, lxml and python-docx raise unrelated kinds)
        raise ArticleError(f"cannot be read as a Word document: {error}") from None
    return {
        "text": text.strip(),
        "title": shown_title(title, text),
        "language": language,
    }


def _refuse_bombs(raw: bytes) -> None:
    """What is no .docx at all, or would not fit into memory."""
    if raw.startswith(_OLE):
        raise ArticleError(
            "it is encrypted, or of the old format .doc: save it as .docx without a password"
        )
    try:
        with ZipFile(BytesIO(raw)) as parts:
            sizes = [(part.filename, part.file_size) for part in parts.infolist()]
    except Exception as error:  # noqa: BLE001  (zipfile raises several unrelated kinds)
        raise ArticleError(f"cannot be read as a Word document: {error}") from None
    # Python's zipfile unpacks no more of a part than is declared here.
    longest = max((size for name, size in sizes if name.endswith((".xml", ".rels"))), default=0)
    if longest > MAX_PART or sum(size for _, size in sizes) > MAX_BYTES:
        raise ArticleError(
            f"unpacked, a part of it has {longest:,} bytes, the limit is {MAX_PART:,}, "
            f"and {MAX_BYTES:,} for all of them"
        )


def _hidden_styles(document: Any) -> set[str]:
    """Those whose text is not shown."""
    return {
        style.get(f"{_W}styleId", "")
        for style in document.styles.element.iter(f"{_W}style")
        if _hides(style.find(f"{_W}rPr"), set())
    }


def _hides(properties: Any, hidden: set[str]) -> bool:
    if properties is None:
        return False
    for mark in properties:
        if mark.tag == f"{_W}vanish":
            return mark.get(f"{_W}val", "1") not in ("0", "false", "off")
    styles = (mark for mark in properties if mark.tag in (f"{_W}rStyle", f"{_W}pStyle"))
    return any(style.get(f"{_W}val") in hidden for style in styles)


def _text(body: Any, hidden: set[str]) -> str:
    parts: list[str] = []
    for count, paragraph in enumerate(body.iter(f"{_W}p")):
        if count == MAX_PARAGRAPHS:
            raise ArticleError(f"the document has more than {MAX_PARAGRAPHS:,} paragraphs")
        if any(above.tag == _DOUBLE for above in paragraph.iterancestors()):
            continue
        gap, words = _gap(paragraph), "".join(_words(paragraph, hidden)).strip()
        if words or gap == "\t":  # an empty cell keeps its place
            parts.append(gap + words)
    return "".join(parts)


def _gap(paragraph: Any) -> str:
    """What stands before it: a tab between the cells of a row, else an empty line."""
    cell = paragraph.getparent()
    before = paragraph.getprevious()
    if cell.tag != f"{_W}tc" or (before is not None and before.tag != f"{_W}tcPr"):
        return "\n\n"
    is_first = not any(each.tag == cell.tag for each in cell.itersiblings(preceding=True))
    return "\n\n" if is_first else "\t"


def _words(element: Any, hidden: set[str]) -> Iterator[str]:
    """What is shown of it, but for what stands in paragraphs of its own, such as a text box."""
    if any(_hides(element.find(f"{_W}{name}"), hidden) for name in ("rPr", "pPr")):
        return
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _UNSEEN and child.tag != f"{_W}p":
            yield from _words(child, hidden)


def _notes(document: Any) -> Iterator[Any]:
    """Footnotes and endnotes."""
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/footnotes", "/endnotes")) and not relation.is_external:
            yield parse_xml(relation.target_part.blob)


def _styled_title(document: Any) -> str | None:
    titles = {style.style_id for style in document.styles if style.name == "Title"}
    styled = (
        "".join(_words(mark.getparent().getparent(), set()))
        for mark in document.element.body.iter(f"{_W}pStyle")
        if mark.get(f"{_W}val") in titles
    )
    return next(styled, None)
