"""A digest beside every row, so that damage is found before it is read as an answer.

It tells what a failing disk changed, or a hand that changed a figure.  It is no signature: who
writes the row anew can write the digest anew, too.
"""

from __future__ import annotations

from hashlib import blake2b

Value = str | bytes | float | int | None

_TYPES = {str: "text", bytes: "blob", int: "integer", float: "real", type(None): "null"}


def seal(*values: Value) -> bytes:
    """The digest of a row's values; each counts with its type, which may change as well.

    >>> seal("ab12", "1-80", "{}") == seal("ab12", "1-8", "0{}")
    False
    """
    parts: list[str | bytes | None] = []
    for value in values:
        data = value if value is None or isinstance(value, bytes) else str(value).encode()
        parts += _TYPES[type(value)], data
    return digest(*parts)


def is_sound(sealed: object, columns: str, *values: Value) -> bool:
    """Whether a row is as we write them: its digest fits, and so does each value its column.

    SQLite takes any value in any column, and who forges a digest may put one there.

    >>> is_sound(seal("ab12", None), "text text?", "ab12", None)
    True
    >>> is_sound(seal(b"ab12", None), "text text?", b"ab12", None)
    False
    """
    kinds = zip(columns.split(), values, strict=True)
    return sealed == seal(*values) and all(
        _TYPES[type(value)] in (column.rstrip("?"), "null" if "?" in column else "")
        for column, value in kinds
    )


def digest(*parts: str | bytes | None) -> bytes:
    """The same from what SQL can tell: of each value ``typeof(value), CAST(value AS BLOB)``.

    A text with a damaged character has no other way out of SQLite.
    """
    hashed = blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part or b""
        hashed.update(b"%d %b" % (len(data), data))
    return hashed.digest()
