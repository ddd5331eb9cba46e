"""From subtitles (VTT, SRT) to what is said, in paragraphs.

webvtt-py (the extra ``subtitles``) reads them.  Where the speaker changes, a dash says so, or
nobody speaks for a while, a paragraph begins; who speaks stands before it, where that is stated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from io import StringIO
from typing import Any

from ..errors import ArticleError
from ..installation import install_hint
from ..text import joint, without_invisible
from .raw import decoded

MAX_BYTES = 10_000_000
_SILENCE = 3.0
"""Seconds after which somebody says something new."""
_TURN = re.compile(r"(?:[-–—]|>>)\s*(?=[^\W_]|[\"'“”„«])")
_PLACE = re.compile(r"\{\\[^{}]*\}")
_LANGUAGE = re.compile(r"^Language:\s*(\S+)\s*$", re.MULTILINE)


def read_vtt(raw: bytes) -> dict[str, Any]:
    """What is said in WebVTT, and its language if the head states it."""
    return _read(raw, "vtt")


def read_srt(raw: bytes) -> dict[str, Any]:
    """What is said in SubRip."""
    return _read(raw, "srt")


def _read(raw: bytes, kind: str) -> dict[str, Any]:
    try:
        import webvtt
    except ImportError as error:
        hint = install_hint("subtitles")
        raise ImportError(f"reading subtitles needs webvtt-py: {hint}") from error
    if len(raw) > MAX_BYTES:
        raise ArticleError(f"the subtitles are longer than {MAX_BYTES:,} bytes")
    text = decoded(raw).replace("\r\n", "\n")
    try:
        captions = webvtt.from_buffer(StringIO(text), format=kind)
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError):
        raise ArticleError(f"these are no subtitles of the kind {kind.upper()}") from None
    paragraphs = list(_paragraphs(captions))
    if not paragraphs:
        raise ArticleError("the subtitles have no words")
    head = text.partition("\n\n")[0]
    stated = _LANGUAGE.search(head) if kind == "vtt" else None
    return {"text": "\n\n".join(paragraphs), "language": stated[1] if stated else None}


def _paragraphs(captions: Any) -> Iterator[str]:
    said: list[str] = []
    voice, end, before = None, 0.0, [""]
    for caption in captions:
        lines = [_shown(line) for line in caption.text.split("\n")]
        lines = [line for line in lines if line]
        # Where lines roll upwards, each caption begins with what the one before it showed.
        new = lines[1:] if lines and lines[0] == before[-1] else lines
        if said and (caption.voice != voice or caption.start_in_seconds - end >= _SILENCE):
            yield "".join(said)
            said = []
        for line in new:
            turn = _TURN.match(line)
            if said and turn:
                yield "".join(said)
                said = []
            words = line[turn.end() :] if turn else line
            if said:
                said += joint(said[-1], words), words
            else:
                said = [f"{caption.voice}: {words}" if caption.voice else words]
        voice, end, before = caption.voice, caption.end_in_seconds, lines or before
    if said:
        yield "".join(said)


def _shown(line: str) -> str:
    return " ".join(without_invisible(unescape(_PLACE.sub("", line))).split())
