"""What a file holds before anybody reads it as an article: so many bytes, and text in UTF-8."""

from __future__ import annotations

from pathlib import Path

from ..errors import ArticleError

MAX_CHARACTERS = 1_000_000
"""Of an article, whatever it comes from."""
LONGEST_TEXT = 4 * MAX_CHARACTERS
"""Bytes of a text: none that is longer fits."""
LONGEST_FILE = 100_000_000
"""Bytes of a file that is no plain text: pictures take most of them."""


def read_bytes(path: str | Path, longest: int) -> bytes:
    """What a file holds, of which no more is read than so many bytes: a device never ends."""
    try:
        with Path(path).open("rb") as file:
            raw = file.read(longest + 1)
    except FileNotFoundError:
        raise ArticleError("no such file") from None
    except IsADirectoryError:
        raise ArticleError("this is a directory, not a file") from None
    except (OSError, ValueError) as error:
        raise ArticleError(f"cannot be read: {getattr(error, 'strerror', error)}") from None
    if len(raw) > longest:
        raise ArticleError(
            f"the file holds more than {longest:,} bytes, the limit is {MAX_CHARACTERS:,} "
            "characters: split it into several articles"
        )
    return raw


_NOT_READ = {b"\xd0\xcf\x11\xe0": "an old Office file", rb"{\rtf": "a file in RTF"}


def decoded(raw: bytes) -> str:
    """A text in UTF-8; ``ArticleError`` if it is in another encoding."""
    for begins, what in _NOT_READ.items():
        if raw.startswith(begins):
            raise ArticleError(f"this is {what}, which is not read: save it as .docx or as text")
    try:
        return raw.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        likely = "WINDOWS-1251" if _is_mostly_beyond_ascii(raw) else "WINDOWS-1252"
        raise ArticleError(
            f"not UTF-8 (byte 0x{raw[error.start]:02X} at offset {error.start}): convert it "
            f"first, for example with iconv -f {likely} -t UTF-8"
        ) from None


def _is_mostly_beyond_ascii(raw: bytes) -> bool:
    """Whether most letters are, as in Cyrillic; in a Latin script few have accents."""
    beyond = sum(byte > 0x7F for byte in raw)
    return 3 * beyond > sum(map(str.isalpha, raw.decode("ascii", "ignore")))
