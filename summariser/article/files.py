"""Where articles come from: files, folders, JSON lines, standard input.

Everything is read when it is asked for, so that an archive of millions needs no memory, and what
cannot be read is an input with an error: the others still come.  What is done with them is known
elsewhere; the same article twice is two inputs here.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from ..errors import ArticleError, InternalError
from ..unforeseen import attempt
from .article import Article
from .formats import BINARY, FEEDS, READABLE
from .raw import LONGEST_FILE, LONGEST_TEXT, MAX_CHARACTERS, decoded, read_bytes

if TYPE_CHECKING:
    from .feeds import Item

LONGEST_LINE = 32_000_000
"""Bytes; a longer line is an error, and is not read into memory."""

_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_SUFFIXES = (".txt", *READABLE, ".rss", ".atom", *_LINES)  # a README.md is no article
_METADATA = ("title", "published", "language", "source", "url")
_STANDARD_INPUT = "standard input"
_BLANK = b" \t\r\n\xef\xbb\xbf"
_TOO_LONG = (
    f"more than {LONGEST_TEXT:,} bytes, the limit is {MAX_CHARACTERS:,} characters: "
    "split it into several articles"
)


@dataclass(frozen=True, slots=True)
class Input:
    """An article, or why there is none: exactly one of the two is None."""

    name: str
    """Its id: as JSON gives it, or the path, or the ``id`` of the article."""
    article: Article | None
    error: ArticleError | InternalError | None
    place: str
    """Where it stands, for messages: ``a.jsonl, line 12``.  An error's message begins with it."""


def read_inputs(paths: Iterable[str | Path], *, whole: bool = False) -> Iterator[Input]:
    """All articles of these places, one after the other.

    Args:
        paths: any of

            - ``.jsonl`` or ``.ndjson``, also with ``.gz``: an object a line, with ``text`` or
              ``html`` and perhaps ``id``, ``title``, ``published``, ``language``, ``source``,
              ``url``; other keys are ignored
            - ``.html`` or ``.htm``: a web page; needs the extra ``web``
            - ``.pdf`` or ``.docx``: a document; needs the extra ``documents``
            - ``.md`` or ``.markdown``: Markdown, without its markup; only where it is named itself
            - ``.eml``: an e-mail; needs the extra ``web`` if its text is only there in HTML
            - ``.vtt`` or ``.srt``: subtitles; needs the extra ``subtitles``
            - ``.rss``, ``.atom`` or ``.xml``: a feed, each item an article; needs the extra
              ``feeds``
            - any other file: a text in UTF-8
            - a folder: all files in it and below, sorted, that end in .txt or as above, but for
              .xml; hidden ones are left out
            - ``-``: standard input, JSON lines if it begins with ``{``, else a text
        whole: of a web page all that it shows, as of a draft: see `Article.from_file`

    Raises nothing that is wrong with an article or a file: that is an input with an ``error``.

    >>> [input.error for input in read_inputs(["nowhere.txt"])]
    [ArticleError('nowhere.txt: no such file')]
    """
    for path in [paths] if isinstance(paths, str | Path) else paths:
        try:
            yield from _inputs(path, whole)
        except Exception as error:  # noqa: BLE001  # the next one is no worse for it
            place = _shown(path)
            yield Input(place, None, InternalError.of(error).at(place), place)


def how_many(paths: Iterable[str | Path]) -> int | None:
    """About how many inputs `read_inputs` would give, without reading them.

    None where only reading tells: of a pipe, a feed, a compressed file.  For a bar that shows how
    far a run is, and not for more: blank lines count, too, and files may change meanwhile.
    """
    try:
        numbers = [_number(Path(each)) for each in paths]
    except OSError:
        return None  # reading will say what is wrong
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _number(path: Path) -> int | None:
    if path.is_dir():
        return how_many(file for file, _ in _files(path))
    if not path.is_file() or path.name.lower().endswith((*FEEDS, ".gz")):
        return None
    if not path.name.lower().endswith(_LINES):
        return 1
    with path.open("rb") as file:
        return sum(part.count(b"\n") for part in iter(partial(file.read, 1 << 20), b""))


def _inputs(path: str | Path, whole: bool) -> Iterator[Input]:
    if str(path) == "-":
        yield from _standard_input(sys.stdin.buffer)
    elif os.path.isdir(path):  # noqa: PTH112  (pathlib's raises where nobody may look)
        yield from _folder(Path(path), whole)
    else:
        yield from _file(Path(path), _shown(path), whole)


# --- files and folders ---------------------------------------------------------------------


def _file(path: Path, name: str, whole: bool) -> Iterator[Input]:
    suffix = path.name.lower()
    if suffix.endswith(_LINES):
        yield from _lines_of(path)
    elif suffix.endswith(FEEDS):
        yield from _items_of(path)
    else:
        yield _input(name, _shown(path), path, partial(_from_file, path, whole))


def _from_file(path: Path, whole: bool) -> Article:
    if not path.name.lower().endswith(BINARY):
        _refuse_binary(path)
    try:
        return Article.from_file(path, whole=whole)
    except ArticleError as error:
        raise ArticleError(str(error).removeprefix(f"{path}: ")) from None


def _refuse_binary(path: Path) -> None:
    if path.is_file():  # else it may be a pipe, which can be read only once
        with path.open("rb") as file:
            _refuse_nul(file.read(1 << 16))


def _refuse_nul(raw: bytes) -> None:
    if b"\0" in raw and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ArticleError("this is binary data, not a text")


def _folder(folder: Path, whole: bool) -> Iterator[Input]:
    path = None
    for path, trouble in _files(folder):
        if trouble:
            yield _failed(_shown(path), _shown(path), path, trouble)
        else:
            yield from _file(path, _shown(path), whole)
    if not path:
        message = f"nothing to read in this folder: no file in it ends in {', '.join(_SUFFIXES)}"
        yield _failed(_shown(folder), _shown(folder), folder, message)


def _files(folder: Path) -> Iterator[tuple[Path, str | None]]:
    """What is to be read in a folder and below, or why it cannot be; links may make circles."""
    seen: set[tuple[int, int]] = set()
    open_folders = [iter([folder])]
    while open_folders:
        path = next(open_folders[-1], None)
        try:
            if path is None:
                open_folders.pop()
            elif path.is_dir():
                known = path.stat()
                if (known.st_dev, known.st_ino) not in seen:
                    seen.add((known.st_dev, known.st_ino))
                    open_folders.append(_entries(path))
            elif path.name.lower().endswith(_SUFFIXES):
                is_special = path.exists() and not path.is_file()
                yield path, "no ordinary file" if is_special else None
        except OSError as error:
            assert path
            yield path, f"cannot be read: {error.strerror}"


def _entries(folder: Path) -> Iterator[Path]:
    names = sorted(os.listdir(folder))  # noqa: PTH208  (paths would be ten times as large)
    return (folder / name for name in names if not name.startswith("."))


# --- feeds ---------------------------------------------------------------------------------


def _items_of(path: Path) -> Iterator[Input]:
    from .feeds import read_feed

    place = _shown(path)
    try:
        items = attempt(lambda: read_feed(read_bytes(path, LONGEST_FILE)), ImportError)
    except (ArticleError, ImportError) as error:
        yield _failed(place, place, path, str(error))
        return
    if isinstance(items, InternalError):
        yield Input(place, None, items.at(place), place)
        return
    for number, item in enumerate(items, 1):
        name = None if item.name is None else _shown(item.name)
        make = partial(_article_of, item)
        yield _input(name, f"{place}, item {number}", path, make)


def _article_of(item: Item) -> Article:
    return Article.from_text(**item.read())


# --- JSON lines ----------------------------------------------------------------------------


def _lines_of(path: Path) -> Iterator[Input]:
    place = _shown(path)
    try:
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as file:
            yield from _lines(cast(BinaryIO, file), place, path)
    except FileNotFoundError:
        yield _failed(place, place, path, "no such file")
    except (OSError, EOFError, ValueError, zlib.error) as error:
        told = getattr(error, "strerror", None)
        message = f"cannot be read: {told}" if told else f"cannot be read to its end: {error}"
        yield _failed(place, place, path, message)


def _lines(
    file: BinaryIO, place: str, path: Path | None, begun: Iterable[bytes | None] = ()
) -> Iterator[Input]:
    """``begun``: the lines that were read already."""
    for number, raw in enumerate(chain(begun, iter(partial(_line, file), b"")), 1):
        if raw is None or raw.strip(_BLANK):
            yield _entry(raw, f"{place}, line {number}", path)


def _line(file: BinaryIO) -> bytes | None:
    """The next one, empty at the end, None if it is too long."""
    raw = part = file.readline(LONGEST_LINE + 1)
    while len(raw) > LONGEST_LINE and part and not part.endswith(b"\n"):
        part = file.readline(1 << 16)
    return None if len(raw) > LONGEST_LINE else raw


def _entry(raw: bytes | None, place: str, path: Path | None) -> Input:
    try:
        entry = _object(raw)
        name = _name(entry.get("id"))
    except ArticleError as error:
        return _failed(place, place, path, str(error))
    return _input(name, place, path, partial(_article, entry))


def _object(raw: bytes | None) -> dict[str, Any]:
    if raw is None:
        raise ArticleError(f"the line is longer than {LONGEST_LINE:,} bytes")
    try:
        entry = json.loads(decoded(raw))
    except RecursionError:
        raise ArticleError("the JSON is nested too deeply") from None
    except (ArticleError, ValueError) as error:
        if raw.lstrip().startswith(b"{") and not raw.endswith(b"\n"):
            raise ArticleError("the line is cut off: the file was not written to its end") from None
        if isinstance(error, ArticleError):
            raise
        raise ArticleError(f"the line is no JSON: {getattr(error, 'msg', error)}") from None
    if not isinstance(entry, dict):
        raise ArticleError('the line is no object: it should be {"text": "…"}')
    return entry


def _name(value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str | int) or isinstance(value, bool) or value == "":
        raise ArticleError(f"id: must be a text or a whole number, not {json.dumps(value)[:60]}")
    return _shown(str(value))


def _article(entry: dict[str, Any]) -> Article:
    text, html = entry.get("text"), entry.get("html")
    metadata = {field: None if (value := entry.get(field)) == "" else value for field in _METADATA}
    if html and not text:
        if not isinstance(html, str):
            raise ArticleError(f"html: must be a str, not {type(html).__name__}")
        return Article.from_html(html, **metadata)
    if text is None:
        raise ArticleError('the line has neither "text" nor "html"')
    return Article.from_text(text, **metadata)


# --- standard input ------------------------------------------------------------------------


def _standard_input(file: BinaryIO) -> Iterator[Input]:
    begun = [_line(file)]
    while begun[-1] and not begun[-1].strip(_BLANK):
        begun.append(_line(file))
    if begun[-1] is None or begun[-1].lstrip(_BLANK).startswith(b"{"):
        yield from _lines(file, _STANDARD_INPUT, None, begun)
    else:
        start = b"".join(line for line in begun if line)
        yield _input(None, _STANDARD_INPUT, None, partial(_rest, file, start))


def _rest(file: BinaryIO, start: bytes) -> Article:
    raw = start + file.read(max(0, LONGEST_TEXT + 1 - len(start)))
    if len(raw) > LONGEST_TEXT:
        raise ArticleError(_TOO_LONG)
    _refuse_nul(raw)
    return Article.from_text(decoded(raw))


# --- all of them ---------------------------------------------------------------------------


def _input(name: str | None, place: str, path: Path | None, make: Callable[[], Article]) -> Input:
    try:
        article = attempt(make, ImportError, OSError)
    except (ArticleError, ImportError) as error:  # the latter: an extra is missing
        return _failed(name or place, place, path, str(error))
    except OSError as error:
        return _failed(name or place, place, path, f"cannot be read: {error.strerror}")
    if isinstance(article, InternalError):
        return Input(name or place, None, article.at(place), place)
    if name is not None:
        article = article.read_as(name)
    return Input(name or article.id, article, None, place)


def _failed(name: str, place: str, path: Path | None, message: str) -> Input:
    error = ArticleError(message, path=place)
    error.path = None if path is None else str(path)
    return Input(name, None, error, place)


def _shown(name: str | Path) -> str:
    # A file's name may be no UTF-8, and JSON may hold half a character: neither can be printed.
    return str(name).encode("utf-8", "backslashreplace").decode()
