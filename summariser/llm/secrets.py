"""What a server is told in confidence, cut out of whatever it says.

Some servers quote the key they were given: in an error, in a reply, in its id.  It is cut out of
what comes over the wire, before anything can keep it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

SHORTEST = 8
"""Characters; what is shorter is no secret, but a word, such as "none"."""

# Of headers and of an address's query: "api-key" is one, "api-version" is none.
_SECRET = re.compile(r"auth|cookie|secret|token|passw|signature|credential|\bsig\b|(?<![a-z])key")

# What openai writes behind an address, and so behind its query if it has one.
_PATH = re.compile(r"/+(chat/completions|(files|batches)\b.*)?$")


def secrets(address: str, headers: Mapping[Any, Any] | None = None) -> list[str]:
    """What of a request nobody else should see.

    >>> secrets("https://x.example/v1?api-key=k-7f3a-99&api-version=2025-11-01")
    ['k-7f3a-99']
    """
    parts = urlsplit(address)
    named = [("password", unquote(parts.netloc.rpartition("@")[0].partition(":")[2]))]
    named += [(name, _PATH.sub("", value)) for name, value in parse_qsl(parts.query)]
    for name, value in (headers or {}).items():
        text = value[0] if isinstance(value, list) and value else value
        text = text.decode("latin-1") if isinstance(text, bytes) else str(text)
        named.append((str(name), text.rpartition(" ")[2]))  # "Bearer …"
    return [value for name, value in named if value and _SECRET.search(name.lower())]


def without(text: str, hidden: Iterable[str]) -> str:
    r"""The text with "…" in place of what is hidden, also where JSON wrote it with escapes.

    >>> without(r'{"model": "sk\u002d7f3a-99"}', ["sk-7f3a-99"])
    '{"model": "…"}'
    """
    for each in hidden:
        if len(each) >= SHORTEST:
            text = text.replace(each, "…")
            if _ESCAPED.search(text):
                text = _pattern(each).sub("…", text)
    return text


def without_bytes(body: bytes, hidden: Iterable[str]) -> bytes:
    """The same of bytes, whatever else is in them."""
    text = body.decode("utf-8", "surrogateescape")
    return without(text, hidden).encode("utf-8", "surrogateescape")


_ESCAPED = re.compile(r"\\(?:u00[2-7]|/)")  # what no JSON must escape, but may


@lru_cache(maxsize=256)
def _pattern(hidden: str) -> re.Pattern[str]:
    # JSON may stand in a text of JSON, so that there are several backslashes.
    return re.compile("".join(rf"\\{{0,4}}(?:{re.escape(c)}|u(?i:{ord(c):04x}))" for c in hidden))
