"""Plain data: what a template may be given, so that there is nothing in it to call.

A template in a sandbox reaches every public attribute of an object it gets, and what a class of
somebody else's offers, nobody here knows: pydantic's models, for one, read files and unpickle.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timezone
from decimal import Decimal
from numbers import Integral
from typing import Any

from ..article import Article, Sentence, Window


@dataclass(frozen=True, slots=True)
class Shown:
    """What a template sees of an article, or of a window of one: values alone."""

    id: str
    text: str
    title: str | None
    published: date | None
    language: str
    source: str | None
    url: str | None
    name: str | None
    sentences: tuple[Sentence, ...]
    first: int
    last: int
    total: int
    part: str
    is_whole: bool


def shown(article: Article | Window) -> Shown:
    """The values of a window, or of the one that is a whole article: see `Window`.

    Each sentence is on one line: no second line of one can look like the next.
    No method of `Shown`, which a template could call.
    """
    window = Window(article, 1, len(article.sentences)) if isinstance(article, Article) else article
    told = {each.name: getattr(window, each.name) for each in fields(Shown)}
    whole = window.article
    sentences = tuple(
        each._replace(text=whole.on_one_line(each.start, each.end)) for each in window.sentences
    )
    return Shown(**{**plain({**told, "sentences": None}), "sentences": sentences})


def plain(value: Any) -> Any:
    """A copy that holds nothing but text, numbers, dates, and lists and mappings of them.

    Sets become lists, in an order that is the same in every process.  Raises TypeError, which says
    what it is, for anything else; RecursionError for what has no end.

    >>> plain({"topics": {"rail", "gas"}, "pages": (1, 2)})
    {'topics': ['gas', 'rail'], 'pages': (1, 2)}
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Integral):
        return int(value)
    for kind in (float, str, Decimal):
        if isinstance(value, kind):
            return kind(value)
    if type(value) is date:
        return value
    if type(value) in (datetime, time):
        offset = value.utcoffset()  # a time zone is an object, too
        return value.replace(tzinfo=None if offset is None else timezone(offset))
    if isinstance(value, Mapping):
        return {plain(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(plain(each) for each in value)
    if isinstance(value, Set):
        return sorted((plain(each) for each in value), key=repr)
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray | memoryview):
        return [plain(each) for each in value]
    raise TypeError(f"an object ({type(value).__name__})")
