"""An article for a page, cut where a mark of the evidence begins or ends."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from ..article import Sentence
from ..schema import Open

if TYPE_CHECKING:
    from .facts import Fact

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where the article bears out a fact: a cited sentence, words in it, or a quotation."""

    start: int
    end: int
    part: Literal["text", "title"]
    level: Literal["cited", "words", "quote"]
    fact: Fact


@dataclass(slots=True)
class Run:
    """A piece of the article cited by the same facts throughout."""

    sentence: int | None
    """Set on the first run of a sentence."""
    style: str
    pieces: list[tuple[str, str, str]]
    """Words, the element that marks them, and its classes."""
    facts: list[Fact]
    """On the last run of a sentence: the facts that cite it."""
    open: int | None = None
    """On the last run of an open sentence: its number."""


def paragraphs_of(
    text: str,
    sentences: Sequence[Sentence],
    facts: Sequence[Fact],
    opened: Sequence[Open],
) -> Iterator[list[Run]]:
    """The runs of each paragraph, cut where a mark, a sentence or what is open begins or ends."""
    part = "text" if sentences[0].number else "title"
    marks = [
        mark for fact in facts for mark in fact.marks if mark.start < mark.end and mark.part == part
    ]
    begin, finish = defaultdict(list), defaultdict(list)
    for mark in marks:
        begin[mark.start].append(mark)
        finish[mark.end].append(mark)
    citing = defaultdict(list)
    for fact in facts:
        for number in fact.cited:
            citing[number].append(fact)
    opens, closes = {each.start: each for each in opened}, {each.end: each for each in opened}
    anchors = {s.start: s.number for s in sentences}
    ends = {s.end: citing[s.number] for s in sentences}
    gaps = [gap.span() for gap in _BLANK_LINE.finditer(text)]
    cuts = {0, len(text), *begin, *finish, *anchors, *ends, *(cut for gap in gaps for cut in gap)}
    places = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    breaks = dict(gaps)
    # An ordered set; its marks are in the order in which they began.
    active: dict[Mark, None] = {}
    paragraph: list[Run] = []
    is_open = False
    for start, end in pairwise(places):
        for mark in finish[start]:
            active.pop(mark, None)
        active.update(dict.fromkeys(begin[start]))
        is_open = start in opens or (is_open and start not in closes)
        if breaks.get(start) == end:
            yield paragraph
            paragraph = []
            continue
        cited = [mark for mark in active if mark.level == "cited"]
        inside = [mark for mark in active if mark.level != "cited"]
        style = _classes(cited, "c") or "open" * is_open
        run = paragraph[-1] if paragraph else None
        if run is None or run.style != style or start in anchors or start in ends:
            run = Run(anchors.get(start), style, [], [])
            paragraph.append(run)
        _append(run.pieces, text[start:end], *_element(inside, cited))
        run.facts = ends.get(end, [])
        run.open = closes[end].sentence if end in closes else None
    yield paragraph


def _append(pieces: list[tuple[str, str, str]], words: str, tag: str, style: str) -> None:
    if pieces and pieces[-1][1:] == (tag, style):
        words = pieces.pop()[0] + words
    pieces.append((words, tag, style))


def _element(marks: list[Mark], cited: list[Mark]) -> tuple[str, str]:
    """What marks a piece: <b> for words, or <span> if they are no more than quoted."""
    if not marks:
        return "", ""
    tag = "b" if any(mark.level == "words" for mark in marks) else "span"
    quoted = "q" if any(mark.level == "quote" for mark in marks) else ""
    return tag, " ".join(filter(None, (quoted, _classes(marks, "w", cited))))


def _classes(marks: list[Mark], letter: Literal["c", "w"], around: Sequence[Mark] = ()) -> str:
    """The facts of these marks, and their kinds with their verdicts if not those around them."""
    inherited = {_kind(mark) for mark in around}
    kinds = dict.fromkeys(_kind(mark) for mark in marks if _kind(mark) not in inherited)
    facts = dict.fromkeys(f"{letter}{mark.fact.number}" for mark in marks)
    return " ".join([*kinds, *facts])


def _kind(mark: Mark) -> str:
    return f"k{mark.fact.kind}v{mark.fact.verdict}"
