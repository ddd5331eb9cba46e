"""Whether a description is of several: "the ministers", «les ministres», «министры»."""

from __future__ import annotations

import re
from functools import lru_cache

from ..languages import LANGUAGES
from ..text import primary
from .bodies import bodies_meant
from .words import KNOWN


@lru_cache(maxsize=2048)
def is_of_several(words: str, language: str) -> bool:
    """Whether no single person or body may be meant by it, as far as its form shows.

    >>> [is_of_several(words, "en") for words in ("the ministers", "the minister of sports")]
    [True, False]
    >>> is_of_several("die Ministerin", "de"), is_of_several("die Minister", "de")
    (False, True)
    """
    known = LANGUAGES.get(primary(language))
    several = known.names.several if known else ""
    if not several or bodies_meant(words):  # „die Gewerkschaft“
        return False
    return re.fullmatch(several, _head(words)) is not None


def _head(words: str) -> str:
    """Before it says of what: "the minister" of "the minister of sports"."""
    first, *rest = words.lower().split() or [""]
    links = (at for at, word in enumerate(rest) if word in KNOWN.links)
    return " ".join([first, *rest[: next(links, len(rest))]])
