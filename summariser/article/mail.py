"""From an e-mail (.eml) to its text, with its subject and the day it was sent.

Python's own ``email`` reads it.  The text is the plain one if there is one that says something,
else what the HTML shows (the extra ``web``).  Attachments and other mails inside are not read;
quoted replies and signatures are, as whoever opens it sees them.
"""

from __future__ import annotations

import re
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from ..errors import ArticleError
from ..text import without_invisible
from .markup import read_fragment

MAX_PARTS = 10_000
MAX_HEADER = 4_000
MAX_HEADERS = 200_000
"""Characters of one, and of all, that ``email`` parses: it takes quadratic time and room."""

_PARSED = re.compile(
    rb"^(?:Subject|Date|MIME-Version|Content-[\w-]+):(?:[^\n]|\n[ \t])*",
    re.IGNORECASE | re.MULTILINE,
)
_SOFT_BREAK = re.compile(r"(?<=\S) \r?\n(?!>)")
_SIGNATURE = re.compile(r"^-- \r?$", re.MULTILINE)
_SHORTEST = 200
"""Characters; a shorter text may only say that there is a longer one in HTML."""


def read_mail(raw: bytes) -> dict[str, Any]:
    """The text of an e-mail, its subject, the day it was sent by the sender's clock, its language.

    Raises ``ArticleError`` if it is none or has no text, ``ImportError`` if its text is only there
    in HTML, and the extra ``web`` is not.
    """
    if raw.count(b"\n--") > MAX_PARTS:
        raise ArticleError(f"the e-mail has more than {MAX_PARTS:,} parts")
    headers = [len(header) for header in _PARSED.findall(raw)]
    if max(headers, default=0) > MAX_HEADER or sum(headers) > MAX_HEADERS:
        raise ArticleError(
            f"the headers of the e-mail are too long: one may have {MAX_HEADER:,} characters, "
            f"all of them {MAX_HEADERS:,}"
        )
    try:
        message = message_from_bytes(raw, policy=default)
        assert isinstance(message, EmailMessage)
        text, language = _text(message), _header(message, "Content-Language") or ""
        subject, day, is_mail = _header(message, "Subject"), _day(message), bool(message.keys())
    except (ArticleError, ImportError):
        raise
    except Exception as error:  # noqa: BLE001  (email fails in many ways at headers that are none)
        raise ArticleError(f"cannot be read as an e-mail: {error}") from None
    if not is_mail:
        raise ArticleError("this is no e-mail: it has no headers")
    if not text.strip():
        raise ArticleError("the e-mail has no text: it may be encrypted, or only an attachment")
    return {
        "text": text,
        "title": subject,
        "published": day,
        "language": language,
    }


def _text(message: EmailMessage) -> str:
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    text = _plain(plain) if plain else ""
    if html is None or len(text) >= _SHORTEST:
        return text
    try:
        shown = read_fragment(_decoded(html))
    except ImportError:
        if text:
            return text
        raise
    return shown if len(shown) > 2 * len(text) else text


def _plain(part: Any) -> str:
    text = without_invisible(_decoded(part)).strip()
    if part.get_param("format", "").lower() != "flowed":
        return text
    # RFC 3676: where a line ends with a space, it goes on in the next.
    signature = _SIGNATURE.search(text)
    end = signature.start() if signature else len(text)
    joint = "" if part.get_param("delsp", "").lower() == "yes" else " "
    return _SOFT_BREAK.sub(joint, text[:end]) + text[end:]


def _decoded(part: Any) -> str:
    """As its header says, where that is true; as UTF-8, or as mail programs guess, elsewhere."""
    raw = part.get_payload(decode=True) or b""
    for encoding in (part.get_content_charset("utf-8"), "utf-8", "cp1252"):
        try:
            return str(raw.decode(encoding))
        except (UnicodeDecodeError, LookupError):
            continue
    return str(raw.decode("latin-1"))


def _header(message: EmailMessage, name: str) -> str | None:
    value = message[name]
    return None if value is None else without_invisible(" ".join(str(value).split()))


def _day(message: EmailMessage) -> date | None:
    sent = getattr(message["Date"], "datetime", None)
    return sent.date() if sent else None
