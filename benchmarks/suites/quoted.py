"""SpkAtt-2023 (task 2) and PolNeAR: what is quoted in German and English news, and by whom.

A quotation in marks is found if what stands between the text's marks is the message, no letter
less and none more.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from summariser.text import find_quotations

from .rows import MISSED, OURS, RIGHT, WRONG_VALUE, Row

SPKATT, POLNEAR = "SpkAtt-2023", "PolNeAR"
SPKATT_FILES, POLNEAR_FILES = "data/*/task2/*.json", "data/*/attributions/*.ann"
Span = tuple[int, int]
_ANNOTATION = re.compile(r"(T\d+)\t(Source|Content) (\d+ \d+(?:;\d+ \d+)*)\t")
_RELATION = re.compile(r"E\d+\tAttribution:\S+(.*)")
_ROLE = re.compile(r"(Source|Content)\d*:(T\d+)")
_OPENING = "„“”\"«»‚‘'›‹"
_CLOSING = "“”\"«»‘’'›‹"
_NO_SPACE_BEFORE = frozenset(".,;:!?)]…%")
_NO_SPACE_AFTER = frozenset("([„")


class Said(NamedTuple):
    """Who says what in a text.

    Attributes:
        text: the article.
        message: what is said, piece by piece, marks included.
        source: the words for who says it; empty if the text does not say.
        form: Direct, Indirect, Reported …
    """

    text: str
    message: list[Span]
    source: list[Span]
    form: str


def spkatt(folder: Path) -> Iterator[Said]:
    """What is said in the articles that have answers; speech within speech is left out."""
    for path in sorted(folder.glob(SPKATT_FILES)):
        article = json.loads(path.read_text("utf-8"))
        text, places = _joined([each["Tokens"] for each in article["Sentences"]])
        for said in article.get("Annotations", ()):
            if not said["IsNested"]:
                message, source = (_spans(said[role], places) for role in ("Message", "Source"))
                yield Said(text, message, source, said["Form"])


def _joined(sentences: list[list[str]]) -> tuple[str, dict[str, Span]]:
    """The text as it was before it was cut into tokens, and where each of them stands."""
    text, places = "", dict[str, Span]()
    for number, tokens in enumerate(sentences):
        before, is_open = "", defaultdict(bool)
        for index, token in enumerate(tokens):
            closes = token in "“”«\"'" and (token != '"' or is_open[token])
            glued = before in _NO_SPACE_AFTER or token in _NO_SPACE_BEFORE or closes
            opened = before == '"' and is_open['"']
            text += "" if not text or glued or opened else " "
            places[f"{number}:{index}"] = (len(text), len(text) + len(token))
            text += token
            is_open[token] = not is_open[token]
            before = token
    return text, places


def _spans(tokens: list[str], places: dict[str, Span]) -> list[Span]:
    """The tokens, neighbours made one."""
    found: list[Span] = []
    for start, end in sorted(places[token] for token in tokens):
        if found and start - found[-1][1] <= 1:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def polnear(folder: Path) -> Iterator[Said]:
    """What is said in the articles that have a text; one that several people annotated is taken once."""
    seen = set[str]()
    for path in sorted(folder.glob(POLNEAR_FILES)):
        name = path.stem.rpartition("_")[0]
        article = path.parent.parent / "text" / f"{name}.txt"
        if name in seen or not article.exists():  # the texts of a part may be bought alone
            continue
        seen.add(name)
        text = article.read_text("utf-8")
        lines = path.read_text("utf-8").splitlines()
        places = {
            found[1]: _pieces(found[3]) for line in lines if (found := _ANNOTATION.match(line))
        }
        for line in lines:
            if relation := _RELATION.match(line):
                roles = defaultdict[str, list[Span]](list)
                for role, name_of in _ROLE.findall(relation[1]):
                    roles[role] += places[name_of]
                direct = in_marks(text, roles["Content"])
                yield Said(
                    text, roles["Content"], roles["Source"], "Direct" if direct else "Indirect"
                )


def _pieces(offsets: str) -> list[Span]:
    pairs = (piece.split() for piece in offsets.split(";"))
    return [(int(start), int(end)) for start, end in pairs]


def in_marks(text: str, message: list[Span]) -> bool:
    """Does all of it stand in quotation marks?"""
    words = [text[start:end].strip() for start, end in message]
    return bool(words) and all(
        len(each) > 2 and each[0] in _OPENING and each[-1] in _CLOSING for each in words
    )


def found_quotations(suite: str, language: str, said: Iterator[Said]) -> Row:
    """Are the messages in marks what this library finds between the text's marks?"""
    row = Row(f"{suite} quotations", language, OURS)
    for text, each_of_it in groupby(said, key=lambda each: each.text):
        spans = find_quotations(text, language=language)
        for each in each_of_it:
            if each.form == "Direct" and in_marks(text, each.message):
                row.add(_verdict(each, spans), *_shown(each, spans))
    return row


def _verdict(said: Said, spans: list[Span]) -> str:
    message = {i for start, end in said.message for i in range(start, end)}
    touching = [span for span in spans if not message.isdisjoint(range(*span))]
    found = {i for span in touching for i in range(*span)}
    if any(said.text[i].isalnum() for i in message - found):
        return MISSED
    return WRONG_VALUE if any(said.text[i].isalnum() for i in found - message) else RIGHT


def _shown(said: Said, spans: list[Span]) -> tuple[str, str, str]:
    first, last = said.message[0][0], said.message[-1][1]
    found = [span for span in spans if span[0] < last and first < span[1]]
    wanted, got = (
        " … ".join(said.text[start:end] for start, end in pieces)
        for pieces in (said.message, found)
    )
    return said.text[max(0, first - 60) : last + 60], wanted, got
