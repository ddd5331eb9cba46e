"""KazNERD and NEREL: sums and persons that people marked in Kazakh and Russian news.

Both mark places, not amounts.  KazNERD writes many sentences twice, in words and in digits: there
the figure in digits is the amount of the one in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby, pairwise
from pathlib import Path
from typing import NamedTuple

from summariser.names import find_names

from . import money
from .money import Example, Wanted
from .rows import MISSED, OURS, RIGHT, Row

KAZNERD, NEREL = "KazNERD", "NEREL"
KAZNERD_FILES, NEREL_FILES = "KazNERD/IOB2_*.txt", "NEREL-v1.1/*/*.ann"
_AMOUNT = re.compile(r"\D*(\d+(?:[.,]\d+)?) ?(мың|миллион|миллиард|триллион)?[^\d]*")
_POWERS = {"": 0, "мың": 3, "миллион": 6, "миллиард": 9, "триллион": 12}
_ANNOTATION = re.compile(r"T\d+\t(MONEY|PERSON) (\d+) (\d+)\t")


class Marked(NamedTuple):
    """A text, and the places of its sums and of its persons."""

    text: str
    sums: list[tuple[int, int]]
    persons: list[tuple[int, int]]


def kaznerd(folder: Path) -> Iterator[Marked]:
    """The sentences of KazNERD, in its order."""
    for path in sorted(folder.glob(KAZNERD_FILES)):
        lines = path.read_text("utf-8").splitlines()
        for filled, block in groupby(lines, key=lambda line: bool(line.strip())):
            if filled:
                yield _sentence([line.rsplit(" ", 1) for line in block])


def _sentence(tokens: list[list[str]]) -> Marked:
    text, spans = "", {"MONEY": [], "PERSON": []}
    for word, tag in tokens:
        start = len(text) + bool(text)
        text = f"{text} {word}".strip()
        kind = tag[2:]
        if kind in spans and tag[0] == "I" and spans[kind]:
            spans[kind][-1] = (spans[kind][-1][0], len(text))
        elif kind in spans:
            spans[kind].append((start, len(text)))
    return Marked(text, spans["MONEY"], spans["PERSON"])


def nerel(folder: Path) -> Iterator[Marked]:
    """The articles of NEREL."""
    for path in sorted(folder.glob(NEREL_FILES)):
        text = path.with_suffix(".txt").read_text("utf-8")
        marked = _ANNOTATION.findall(path.read_text("utf-8"))
        spans = [(kind, int(start), int(end)) for kind, start, end in marked]
        yield Marked(
            text, *([s[1:] for s in spans if s[0] == kind] for kind in ("MONEY", "PERSON"))
        )


def money_of_kaznerd(folder: Path) -> Iterator[Example]:
    """Each sentence; one in words is worth what the same in digits behind it says."""
    sentences = [*kaznerd(folder)]
    for marked, after in pairwise([*sentences, Marked("", [], [])]):
        twins = [_plain(each) for each in (marked, after)]
        is_twin = twins[0] == twins[1] and len(marked.sums) == len(after.sums)
        yield Example("kk", marked.text, tuple(
            Wanted(
                _digits(after.text[slice(*after.sums[i])]) if is_twin else None,
                start=span[0], end=span[1],
            )
            for i, span in enumerate(marked.sums)
        ))  # fmt: skip


def _plain(marked: Marked) -> str:
    """The sentence without its sums."""
    text = marked.text
    for start, end in reversed(marked.sums):
        text = f"{text[:start]}…{text[end:]}"
    return text


def _digits(words: str) -> Decimal | None:
    """The one figure of a sum that is written in digits, perhaps with a scale."""
    found = _AMOUNT.fullmatch(words)
    if not found:
        return None
    power = _POWERS[found[2] or ""] - (2 if "тиын" in words else 0)
    return Decimal(found[1].replace(",", ".")).scaleb(power)


def money_of_nerel(folder: Path) -> Iterator[Example]:
    """Each article, and where its sums stand."""
    for marked in nerel(folder):
        yield Example(
            "ru", marked.text, tuple(Wanted(None, start=s, end=e) for s, e in marked.sums)
        )


def persons(suite: str, language: str, texts: Iterator[Marked]) -> Row:
    """Does each person stand within a name that this library finds, perhaps behind a title?"""
    row = Row(f"{suite} persons", language, OURS)
    for marked in texts:
        found = find_names(marked.text)
        for start, end in marked.persons:
            covered = any(first <= start and end <= last for first, last in found)
            row.add(RIGHT if covered else MISSED, marked.text[start:end], "found", "not found")
    return row


def measure_kaznerd(folder: Path) -> list[Row]:
    """Sums and persons of KazNERD."""
    rows = money.measure(KAZNERD, list(money_of_kaznerd(folder)), {OURS: money.ours})
    return [*rows, persons(KAZNERD, "kk", kaznerd(folder))]


def measure_nerel(folder: Path) -> list[Row]:
    """Sums and persons of NEREL."""
    rows = money.measure(NEREL, list(money_of_nerel(folder)), {OURS: money.ours})
    return [*rows, persons(NEREL, "ru", nerel(folder))]
