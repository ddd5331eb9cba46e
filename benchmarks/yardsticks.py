"""How the readers do on public suites that nobody here wrote: sums, dates, names, sentences, speakers.

    python benchmarks/yardsticks.py FOLDER [--only NAME] [--no-peers] [--json | --markdown] [--faults FILE]

FOLDER holds the suites, each in a folder of its own (docs/yardsticks.md says how to get them); one
that is not there is left out, and what needs no folder is measured always.  Ours are shown by language,
and beside them, over the languages that each reads, those peers that are installed.  A suite's own sentences go into FILE only.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path
from sys import stderr

from suites import (
    annotated,
    dates,
    duckling,
    golden,
    inflected,
    money,
    prices,
    recognizers,
    roundtrips,
    speakers,
)
from suites.conventions import LIMIT
from suites.rows import OURS, Row, as_table, totals

OWN: dict[str, money.Reader] = {OURS: money.ours}


def _suites(beside: bool) -> Iterator[tuple[str, str, Callable[[Path], list[Row]]]]:
    """By the folder each lies in, and its name, how it is measured; what lies nowhere comes last."""
    readers = OWN | (money.peers() if beside else {})
    of_words = OWN | (money.peers(of_words=True) if beside else {})
    for place, suite in (
        ("Recognizers-Text", recognizers),
        ("duckling", duckling),
        ("price-parser", prices),
    ):
        yield place, suite.NAME, _money(suite.NAME, suite.examples, readers)
    yield (
        "Recognizers-Text",
        recognizers.NUMBERS,
        _money(recognizers.NUMBERS, recognizers.numbers, OWN),
    )
    yield "KazNERD", annotated.KAZNERD, annotated.measure_kaznerd
    yield "NEREL", annotated.NEREL, annotated.measure_nerel
    yield "pySBD", golden.NAME, partial(golden.measure, beside=beside)
    yield "SpkAtt-2023", speakers.SPKATT, speakers.measure_spkatt
    yield "PolNeAR", speakers.POLNEAR, speakers.measure_polnear
    for name, make, using in (
        ("CLDR compact", roundtrips.cldr_compact, readers),
        ("CLDR full", roundtrips.cldr_full, readers),
        ("number words", roundtrips.number_words, of_words),
        ("decimal words", roundtrips.decimal_words, of_words),
    ):
        yield "", name, _money(name, lambda _, make=make: make(), using)
    of_dates: dict[str, dates.Reader] = {OURS: dates.ours} | (dates.peers() if beside else {})
    for place, name, examples in (
        ("Recognizers-Text", dates.RECOGNIZERS, dates.recognizers),
        ("Recognizers-Text", dates.NO_DATES, dates.no_dates),
        ("", dates.CLDR, lambda _: dates.cldr()),
    ):
        yield place, name, _dates(name, examples, of_dates)
    yield "", "inflected names", lambda _: inflected.measure()


def _money(
    name: str,
    examples: Callable[[Path], Iterable[money.Example]],
    readers: dict[str, money.Reader],
) -> Callable[[Path], list[Row]]:
    return lambda folder: money.measure(name, list(examples(folder)), readers)


def _dates(
    name: str,
    examples: Callable[[Path], Iterable[dates.Example]],
    readers: dict[str, dates.Reader],
) -> Callable[[Path], list[Row]]:
    return lambda folder: dates.measure(name, examples(folder), readers)


def measured(folder: Path, only: str, *, beside: bool) -> Iterator[Row]:
    """The rows of every suite that lies in the folder, and of those that lie nowhere."""
    for place, name, measure in _suites(beside):
        if only.casefold() not in name.casefold():
            continue
        if place and not (folder / place).is_dir():
            print(f"{name} is not in the folder: skipped")
            continue
        yield from measure(folder / place)


def conventions(rows: list[Row]) -> Iterator[str]:
    """Each convention that is not ours, and how much of its suite it takes."""
    totals, counted = Counter[str](), Counter[tuple[str, str]]()
    for row in rows:
        if row.reader == OURS:
            totals[row.suite] += row.total
            counted.update({(row.suite, reason): n for reason, n in row.conventions.items()})
    for (suite, reason), count in sorted(counted.items()):
        yield f"{suite}: {count} of {totals[suite]}: {reason}"
    for suite, total in totals.items():
        taken = sum(count for (name, _), count in counted.items() if name == suite)
        if taken > total * LIMIT:
            yield f"{suite}: {taken} of {total} are too many conventions"


def main() -> None:
    """Measure, and print a table or JSON."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--only", default="", help="suites whose name holds this")
    options.add_argument("--no-peers", action="store_true", help="only our own readers")
    form = options.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true")
    form.add_argument("--markdown", action="store_true")
    options.add_argument("--faults", type=Path, help="a file for the cases that went wrong")
    asked = options.parse_args()
    with redirect_stdout(stderr):  # who is missing is no result
        rows = list(measured(asked.folder, asked.only, beside=not asked.no_peers))
    if asked.faults:
        lines = (f"{fault}\n" for row in rows for fault in row.faults)
        asked.faults.write_text("".join(lines), "utf-8")
    if asked.json:
        print(json.dumps([row.as_json() for row in rows], ensure_ascii=False, indent=1))
    else:
        ours = [row for row in rows if row.reader == OURS]
        for part in (ours, totals(rows)):
            print(as_table(part, markdown=asked.markdown), end="\n\n")
        print(*conventions(rows), sep="\n")


if __name__ == "__main__":
    main()
