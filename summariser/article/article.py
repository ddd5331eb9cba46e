"""An article: its text, cleaned once at the door, and what is known about it.

All offsets in this library are code points into ``Article.text``, which is why everything
that has to be removed is removed here and nowhere else: the byte order mark, carriage
returns, control characters, the line `` date 2025-11-07 `` that feeds put before the body.
Misprints, quote marks and double spaces stay.  HTML is text here; pages and documents are parsed
elsewhere, see ``formats``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import copy
from datetime import date, datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, PrivateAttr, model_validator

from ..errors import ArticleError
from ..text import (
    Break,
    guess_language,
    is_language_code,
    language_of,
    line_wraps,
    on_one_line,
    primary,
    split_sentences,
    trimmed,
    unwrapped,
)
from ..unforeseen import guarded
from .origin import NO_LINES, Origin
from .raw import LONGEST_FILE, LONGEST_TEXT, MAX_CHARACTERS, decoded, read_bytes

_LONGEST_HEADING = 120

_UNCLEAN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_BREAK = re.compile(r"\r\n?|[\v\f\x85]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANK = re.compile(r"[\s\ufeff]*")
_VISIBLE = re.compile(r"[^\s\u00ad\u200b-\u200f\u2060\ufeff]")
_DATE_LINE = re.compile(r"date[ \t]+([0-9]{4}-[0-9]{2}-[0-9]{2})(?=\s|$)[\s\ufeff]*")


class Sentence(NamedTuple):
    """One sentence: ``article.text[start:end] == text``; numbers begin at 1."""

    number: int
    start: int
    end: int
    text: str


class Article(BaseModel):
    """A news article.  Make one with ``from_text`` or ``from_file``.

    >>> article = Article.from_text(" date 2025-11-07 Der Gipfel endet. Am 3. Mai folgt mehr.")
    >>> article
    Article('Der Gipfel endet. Am 3. Mai folgt mehr.', language='de', sentences=2)
    >>> article.sentence(2)
    Sentence(number=2, start=18, end=39, text='Am 3. Mai folgt mehr.')
    >>> article.published
    datetime.date(2025, 11, 7)
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    title: str | None = None
    published: date | None = None
    language: str = "und"
    source: str | None = None
    url: str | None = None
    name: str | None = None
    """What you call it: an id of your own, or a file's name."""
    warnings: tuple[str, ...] = ()
    """What its readers should know of how it was read, such as that much of a page is hidden."""

    # No field: it is not shown to a model, and neither decides a key nor stands in any JSON.
    _read_as: str | None = PrivateAttr(default=None)
    _origin: Origin | None = PrivateAttr(default=None)
    """None: the lines of the text are those of its file."""

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        title: str | None = None,
        published: date | str | None = None,
        language: str | None = None,
        source: str | None = None,
        url: str | None = None,
        name: str | None = None,
    ) -> Self:
        """An article from a text; ``language`` (ISO 639-1) is guessed unless given.

        Raises ``ArticleError`` if the text is empty, too long or no text, or if a piece of
        metadata is not what it should be.
        """
        return cls._of(
            {"text": text},
            title=title,
            published=published,
            language=language,
            source=source,
            url=url,
            name=name,
        )

    @classmethod
    def from_file(
        cls,
        path: str | Path,
        *,
        title: str | None = None,
        published: date | str | None = None,
        language: str | None = None,
        source: str | None = None,
        url: str | None = None,
        name: str | None = None,
        whole: bool = False,
    ) -> Self:
        """An article from a file: a text in UTF-8, or what its name says, such as ``talks.pdf``.

        What is not given is taken from the file, where it states it plainly.  See `read_inputs` for
        what can be read, and for files of many articles.  Without a name of its own, the rows of
        its tables name the file: see `known_as`.  With ``whole``, of a web page all that it shows,
        menus included, as of a draft, which has none.

        Raises ``ArticleError``, which names the file, if it cannot be read or used,
        ``ImportError`` without the extra its format needs, ``InternalError`` if its reader fails.
        """
        from .formats import reader_for

        read = reader_for(path, whole=whole)
        try:
            raw = read_bytes(path, LONGEST_FILE if read else LONGEST_TEXT)
            found = guarded(lambda: read(raw), ImportError) if read else {"text": decoded(raw)}
            return cls._of(
                {"origin": NO_LINES, **found} if read else found,
                title=title,
                published=published,
                language=language,
                source=source,
                url=url,
                name=name,
            ).read_as(path)
        except ArticleError as error:
            raise ArticleError(str(error), path=path) from None

    @classmethod
    def from_html(
        cls,
        html: str | bytes,
        *,
        title: str | None = None,
        published: date | str | None = None,
        language: str | None = None,
        source: str | None = None,
        url: str | None = None,
        name: str | None = None,
    ) -> Self:
        """The article of a web page you fetched, without menus and without what no reader sees.

        What is not given is taken from the page.  Needs the extra ``web``.
        Raises ``ArticleError`` if there is no article in it, ``ImportError`` without the extra,
        ``InternalError`` if its reader fails at it.
        """
        from .html import read_page

        page = guarded(lambda: read_page(html), ImportError)
        return cls._of(
            {"origin": NO_LINES, **page},
            title=title,
            published=published,
            language=language,
            source=source,
            url=url,
            name=name,
        )

    @classmethod
    def _of(cls, found: Mapping[str, Any], **given: Any) -> Self:
        """What is given goes before what was found."""
        fields = {**found, **{field: value for field, value in given.items() if value is not None}}
        origin = fields.pop("origin", None)
        if given["language"] is None:
            stated = found.get("language") or ""
            is_stated = is_language_code(stated)
            fields["language"] = language_of(found["text"], stated) if is_stated else None
        article = cls.model_validate(fields)
        article._origin = _origin(origin, found["text"], article.text)  # noqa: SLF001  (its own)
        return article

    @model_validator(mode="before")
    @classmethod
    def _clean(cls, data: Any) -> Any:
        # ArticleError is no ValueError, so pydantic lets it through as it is.
        if not isinstance(data, Mapping) or "text" not in data:
            return data
        text, dated = _without_date_line(_clean_text(data["text"]))
        if not _VISIBLE.search(text):
            raise ArticleError("the article is empty")
        metadata = {
            field: _clean_metadata(field, data.get(field))
            for field in ("title", "source", "url", "name")
        }
        published = _date(data.get("published")) or dated
        language = _language(data.get("language")) or guess_language(text)
        return {**data, **metadata, "text": text, "published": published, "language": language}

    @cached_property
    def id(self) -> str:
        """The first 16 hex digits of the SHA-256 of the text in UTF-8."""
        return sha256(self.text.encode()).hexdigest()[:16]

    @property
    def known_as(self) -> str | None:
        """What a table calls it: its ``name``, else the path or the id under which it was read."""
        return self.name or self._read_as

    def read_as(self, name: str | Path) -> Self:
        """The same article, equal in everything, which knows under what path or id it was read.

        >>> article = Article.from_text("They met.").read_as("summits/norvik.txt")
        >>> article.known_as, article.name
        ('summits/norvik.txt', None)
        """
        article = copy(self)
        # A file's name may be no UTF-8, which no table could hold.
        article._read_as = str(name).encode("utf-8", "backslashreplace").decode()  # noqa: SLF001  (its own)
        return article

    @property
    def heading(self) -> str:
        r"""What a table shows as its title: its own, else its first line, if that is not too long.

        >>> Article.from_text("Talks in Norvik\n\nThey met on Monday.").heading
        'Talks in Norvik'
        """
        if self.title:
            return self.title
        line = next(line for line in self.text.split("\n") if _VISIBLE.search(line))
        words = " ".join(line.split())
        return words if len(words) <= _LONGEST_HEADING else words[: _LONGEST_HEADING - 1] + "…"

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in order; between them stands only white space."""
        # An unseen joint counts as no space.
        spans = (
            trimmed(self.text, *span) for span in split_sentences(self.unwrapped, self.language)
        )
        return tuple(
            Sentence(number, start, end, self.text[start:end])
            for number, (start, end) in enumerate(spans, 1)
        )

    @cached_property
    def unwrapped(self) -> str:
        r"""The text as it reads, offset by offset, without the breaks that only wrap its lines.

        >>> article = Article.from_text(
        ...     "The port of Norvik and the Laguna yard signed a deal worth $2.5\n"
        ...     "billion, and will build a crane.  More is to be announced by the\nminister."
        ... )
        >>> len(article.sentences), article.text[53:71], article.unwrapped[53:71]
        (2, 'worth $2.5\nbillion', 'worth $2.5 billion')
        """
        return unwrapped(self.text, self._wraps)

    def place(self, offset: int) -> tuple[int, int] | None:
        r"""Line and column of a character, from 1, in the file or text it was read from.

        None if that has no such lines: a web page, a document.

        >>> Article.from_text("date 2025-11-07\nThey met.\nAll left.").place(10)
        (3, 1)
        """
        return (self._origin or self._own_lines).place(offset)

    @cached_property
    def _own_lines(self) -> Origin:
        return Origin.of(self.text, [(0, 0)])

    def on_one_line(self, start: int, end: int) -> str:
        """A piece of the text as it reads, on one line where it is one sentence."""
        return on_one_line(self.text, self._wraps, start, end)

    @cached_property
    def _wraps(self) -> list[Break]:
        return line_wraps(self.text)

    def sentence(self, number: int) -> Sentence:
        """The sentence of this number, or the title as number 0; ``ArticleError`` if there is none.

        >>> article = Article.from_text("They met.", title="Talks in Norvik")
        >>> article.sentence(1).text, article.sentence(0).text
        ('They met.', 'Talks in Norvik')
        """
        if number == 0 and self.title:
            return Sentence(0, 0, len(self.title), self.title)
        if not 1 <= number <= len(self.sentences):
            raise ArticleError(
                f"there is no sentence [{number}]: the article has {len(self.sentences)}, from [1]"
            )
        return self.sentences[number - 1]

    def model_copy(
        self,
        *,
        update: Mapping[str, Any] | None = None,
        deep: bool = False,  # noqa: ARG002  (pydantic's signature; no field can be changed in place)
    ) -> Self:
        """A copy, validated; pydantic's own would keep the sentences of the old text."""
        article = type(self).model_validate({**self.model_dump(), **(update or {})})
        if article.text == self.text:
            article._origin = self._origin  # noqa: SLF001  (its own)
        return article if self._read_as is None else article.read_as(self._read_as)

    def __eq__(self, other: object) -> bool:
        # By the fields alone: the same text in two files is one question.
        if not isinstance(other, Article):
            return NotImplemented
        return type(self) is type(other) and self.model_dump() == other.model_dump()

    def __repr__(self) -> str:
        name = self.title or self.text
        if len(name) > 60:
            name = name[:59] + "…"
        return f"Article({name!r}, language={self.language!r}, sentences={len(self.sentences)})"

    __str__ = __repr__


def _origin(found: Origin | None, given: str, text: str) -> Origin | None:
    """That of a cleaned text, in front of which something may have been taken out."""
    if given.startswith(text):
        return found
    whole = _clean_text(given)
    cut = len(whole) - len(text)
    return found.without(cut) if found else Origin.of(whole, [(0, cut)]) if cut else None


def _clean_text(text: object) -> str:
    if not isinstance(text, str):
        raise ArticleError(f"text: must be a str, not {type(text).__name__}")
    if len(text) > MAX_CHARACTERS:
        raise ArticleError(
            f"the article is {len(text):,} characters long, the limit is {MAX_CHARACTERS:,}: "
            "split it into several articles"
        )
    return _clean_characters(text).rstrip()


def _clean_characters(text: str) -> str:
    if not _UNCLEAN.search(text):
        return text
    text = _CONTROL.sub("", _LINE_BREAK.sub("\n", text))
    if _SURROGATE.search(text):
        # Two halves that JSON escapes left apart are one character; a lone half is none.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _without_date_line(text: str) -> tuple[str, date | None]:
    """The body, and the date before it.  Repeated, so that cleaning twice changes nothing."""
    first = None
    blank = _BLANK.match(text)
    at = blank.end() if blank else 0
    while line := _DATE_LINE.match(text, at):
        try:
            day = date.fromisoformat(line[1])
        except ValueError:
            break
        first = first or day
        at = line.end()
    return text[at:], first


def _clean_metadata(field: str, value: object) -> str | None:
    if not isinstance(value, str | None):
        raise ArticleError(f"{field}: must be a str or None, not {type(value).__name__}")
    return _clean_characters(value).strip() or None if value else None


def _date(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        if isinstance(value, str):
            return datetime.fromisoformat(value.strip()).date()
    except ValueError:
        pass
    raise ArticleError(f"published: {value!r} is not a date such as 2025-11-07")


def _language(value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not is_language_code(value):
        raise ArticleError(f"language: {value!r} is not a language code such as ru or en-GB")
    return primary(value)
