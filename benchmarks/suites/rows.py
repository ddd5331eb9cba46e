"""What a yardstick measures, and how it is written down.

Every suite makes `Row`s: how many of its cases came out how, for one language and one reader, ours
or a peer's.  The inputs that failed go into `Fault`s, which are shown or written to a file on
request: they are the suites' own sentences, and nothing of them belongs into this repository.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

OURS = "summariser"
RIGHT = "right"
WRONG_VALUE = "wrong value"
WRONG_CURRENCY = "wrong currency"
MISSED = "missed"
SPURIOUS = "spurious"
CONVENTION = "convention"
VERDICTS = (RIGHT, WRONG_VALUE, WRONG_CURRENCY, MISSED, SPURIOUS, CONVENTION)


@dataclass(frozen=True)
class Fault:
    """One case that did not come out right."""

    suite: str
    language: str
    reader: str
    verdict: str
    text: str
    wanted: str
    got: str

    def __str__(self) -> str:
        return (
            f"{self.suite}\t{self.language}\t{self.reader}\t{self.verdict}"
            f"\t{self.text!r}\twanted {self.wanted}\tgot {self.got}"
        )


@dataclass
class Row:
    """How one reader does on one language of a suite.

    Attributes:
        counts: cases by verdict.  All but the spurious ones add up to the suite's cases.
        conventions: for each convention that is not ours, how many cases fall under it.
    """

    suite: str
    language: str
    reader: str
    counts: Counter[str] = field(default_factory=Counter)
    conventions: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)

    @property
    def total(self) -> int:
        """The cases of the suite."""
        return self.counts.total() - self.counts[SPURIOUS]

    def add(self, verdict: str, text: str, wanted: object, got: object) -> None:
        """One case more."""
        self.counts[verdict] += 1
        if verdict not in (RIGHT, CONVENTION):
            said = (self.suite, self.language, self.reader, verdict)
            self.faults.append(Fault(*said, text, str(wanted), str(got)))

    def as_json(self) -> dict[str, object]:
        """The row without the suite's sentences."""
        return {
            "suite": self.suite,
            "language": self.language,
            "reader": self.reader,
            "of": self.total,
            **{verdict.replace(" ", "_"): self.counts[verdict] for verdict in VERDICTS},
            "conventions": dict(self.conventions),
        }


class Sheet:
    """The rows of a suite, each made when its first case comes."""

    def __init__(self, suite: str) -> None:
        """No rows yet."""
        self.suite = suite
        self._rows: dict[tuple[str, str], Row] = {}

    def row(self, language: str, reader: str) -> Row:
        """Where the cases of this language and reader are counted."""
        return self._rows.setdefault((language, reader), Row(self.suite, language, reader))

    def __iter__(self) -> Iterator[Row]:
        """The rows by language, ours first."""
        ranked = sorted(self._rows, key=lambda key: (key[0], key[1] != OURS, key[1]))
        return (self._rows[key] for key in ranked)


def installed(module: str, peers: dict[str, Any], name: str, make: Callable[[Any], Any]) -> None:
    """Put a peer among the peers, or say that it is not installed."""
    try:
        peers[name] = make(import_module(module))
    except ImportError:
        print(f"{name} is not installed: skipped")


def totals(rows: Iterable[Row]) -> list[Row]:
    """Each reader on the languages of a suite that it reads, and ours on the same."""
    read: dict[tuple[str, str], dict[str, Counter[str]]] = {}
    for row in rows:
        read.setdefault((row.suite, row.reader), {})[row.language] = row.counts
    found: dict[tuple[str, str, str], Row] = {}
    for (suite, _), languages in read.items():
        for reader in (OURS, *(other for name, other in read if name == suite)):
            theirs = read[suite, reader]
            if languages.keys() <= theirs.keys():
                names = " ".join(languages)
                counts = sum((theirs[language] for language in languages), Counter[str]())
                found[suite, names, reader] = Row(suite, names, reader, counts)
    return list(found.values())


def as_table(rows: Iterable[Row], *, markdown: bool = False) -> str:
    """The rows in plain text, columns beneath each other, or as a table of Markdown."""
    lines = [("suite", "language", "reader", "of", *VERDICTS)]
    for row in rows:
        counts = (str(row.counts[verdict] or "·") for verdict in VERDICTS)
        lines.append((row.suite, row.language, row.reader, str(row.total), *counts))
    if markdown:
        lines.insert(1, ("---", "---", "---", *["--:"] * (len(lines[0]) - 3)))
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column < 3 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )
