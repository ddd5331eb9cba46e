"""Which title is one: of those a page or a file states, what its readers see.

A page's title is the heading that its window's title tells of; what a file states about itself
where nobody looks is a title if its text shows it too.
"""

from __future__ import annotations

import re
from typing import Any

from ..text import without_invisible

_BEGINNING = 3_000
"""Characters in which a title stands, if it is one."""
_BETWEEN = re.compile(r"\s+[|·•»–—:-]+\s+|\s*\|\s*")
_CUTS = re.compile(r"\s?[\"'“”„«»]")


def shown_title(stated: str | None, text: str) -> str | None:
    r"""A title that a file states, if its readers see it: many a file is called after its template.

    >>> text = "NORVIK COURIER\n\nTalks open\nin Norvik\n\nMinisters met on Monday."
    >>> shown_title("Talks open in Norvik", text), shown_title("Microsoft Word - a.docx", text)
    ('Talks open in Norvik', None)
    """
    title = _words_of(without_invisible(stated or ""))
    beginning = _words_of(text[:_BEGINNING])
    return title if title and title.casefold() in beginning.casefold() else None


def visible_title(tree: Any, found: str | None, site: str | None) -> str | None:
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
