"""What a file states about itself where nobody looks, and whether it shows it too."""

from __future__ import annotations

from .html import without_invisible

_BEGINNING = 3_000
"""Characters in which a title stands, if it is one."""


def shown_title(stated: str | None, text: str) -> str | None:
    r"""A title that a file states, if its readers see it: many a file is called after its template.

    >>> text = "NORVIK COURIER\n\nTalks open\nin Norvik\n\nMinisters met on Monday."
    >>> shown_title("Talks open in Norvik", text), shown_title("Microsoft Word - a.docx", text)
    ('Talks open in Norvik', None)
    """
    title = _on_one_line(without_invisible(stated or ""))
    beginning = _on_one_line(text[:_BEGINNING])
    return title if title and title.casefold() in beginning.casefold() else None


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
