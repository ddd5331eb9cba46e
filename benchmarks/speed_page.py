"""Write docs/speed.md from what was measured: ``python benchmarks/speed_page.py``.

`throughput` and `tokens` leave their figures in ``measured/``; nothing is measured here, so the page
says no more than these files.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "tests"))

from contestants import BEFORE, CREATE, TOOLS  # noqa: E402
from fault_table import between  # noqa: E402

PAGE = HERE.parent / "docs" / "speed.md"
MEASURED = HERE / "measured"
MARKERS = ("<!-- measured: make speed -->", "<!-- end of measured -->")
COUNTED = ("<!-- counted: make tokens -->", "<!-- end of counted -->")
QUIET = 0.5  # other processes that want a core
Json = dict[str, Any]

LABELS = {
    CREATE: "openai `create`, then `model_validate_json`",
    "openai parse": "openai `parse`",
    TOOLS: "instructor, tools: its default",
    "instructor JSON_SCHEMA": "instructor, JSON schema",
    "langextract": "langextract, chunks of 1,000 characters",
    "summariser": "**summariser**: all checks",
    "summariser, tuned": "**summariser**, garbage collected as by `run`",
    BEFORE: "summariser before",
}


def spread(figures: Sequence[float] | None) -> str:
    """A median, its lowest and highest.

    >>> spread([1.234, 1.1, 15.0]), spread(None)
    ('1.23 (1.10–15.0)', '')
    """
    return f"{_short(figures[0])} ({_short(figures[1])}–{_short(figures[2])})" if figures else ""


def _short(figure: float) -> str:
    return (
        f"{figure:.2f}"
        if figure < 9.995
        else f"{figure:.1f}"
        if figure < 99.95
        else f"{figure:,.0f}"
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """In Markdown; all columns but the first hold figures."""
    lines = [list(head), ["---", *("--:" for _ in head[1:])], *map(list, rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def speed(figures: Json) -> str:
    """All that the page says of CPU, rate and memory."""
    return "\n\n".join((*_said(figures), _cpu(figures), _rate(figures), _process(figures)))


def _said(figures: Json) -> Iterable[str]:
    of, cells = figures["articles"], figures["cells"]
    versions = ", ".join(f"{name} {found}" for name, found in figures["versions"].items())
    yield (
        f"Measured on {figures['date']}, commit {figures['commit']}: {figures['machine']}, {versions}. "
        f"{figures['others']:.1f} other processes wanted a core when it began. "
        f"{of['articles']:,} articles in {len(of['languages'])} languages: of {of['sentences']:,} sentences "
        f"{of['distinct_sentences']:,} are distinct. Figures are the median of {cells[0]['rounds']} rounds, "
        "in brackets the lowest and the highest; ratios are those within a round."
    )
    if figures["others"] > QUIET:
        yield (
            "**The machine was busy**: ratios of CPU can be relied on within their spread; rates, and how "
            "long the loop was held, are worse than they would be."
        )
    if figures["before"]:
        yield f"*Before* is commit {figures['before']}, measured in the same rounds."
    for name in figures["missing"]:
        yield f"Not measured, since it is not installed: {name}."


def _cell(figures: Json, latency_ms: int, at_once: int) -> Json | None:
    for cell in figures["cells"]:
        if (cell["latency_ms"], cell["at_once"]) == (latency_ms, at_once):
            return dict(cell["rows"])
    return None


def _cpu(figures: Json) -> str:
    """CPU as a multiple of others', without latency."""
    found = {n: rows for n in (1, 32, 256) if (rows := _cell(figures, 0, n))}
    one = found[1]
    against = [CREATE, TOOLS, *([BEFORE] if BEFORE in one else [])]
    named = {CREATE: "× `create`", TOOLS: "× instructor", BEFORE: "× before"}
    at_once = {1: "one at a time", 32: "32 at once", 256: "256 at once"}
    return table(
        ["CPU of an article", "ms, one at a time"]
        + [f"{named[other]}, {at_once[n]}" for other in against for n in found],
        (
            [LABELS[name], f"{each['cpu_ms'][0]:.1f}"]
            + [
                "1" if name == other else spread(rows[name]["ratios"][other])
                for other in against
                for rows in found.values()
            ]
            for name, each in one.items()
        ),
    )


def _rate(figures: Json) -> str:
    """Articles a second, where the server takes its time."""
    late = [cell for cell in figures["cells"] if cell["latency_ms"]]
    head = ["articles a second"]
    for cell in late:
        ideal = cell["at_once"] * 1000 / cell["latency_ms"]
        head += [
            f"{cell['latency_ms']:,} ms, {cell['at_once']} at once",
            f"of the ideal {ideal:,.0f}",
        ]
    return table(
        head,
        (
            [LABELS[name]]
            + [
                text
                for cell in late
                for text in _rates(cell["rows"].get(name))
            ]
            for name in late[0]["rows"]
        ),
    )  # fmt: skip


def _rates(row: Json | None) -> tuple[str, str]:
    return (f"{row['rate'][0]:.0f}", spread(row["of_ideal"])) if row else ("–", "–")


def _process(figures: Json) -> str:
    """Memory, holds of the loop and collections, in the cell with the most under way at 200 ms."""
    cell = max((c for c in figures["cells"] if c["latency_ms"] == 200), key=lambda c: c["at_once"])
    first, last = (next(iter(figures["memory"].values()))[at][0] for at in (0, -1))
    return table(
        [
            f"200 ms, {cell['at_once']} at once",
            f"MB after {first:,} articles",
            f"MB after {last:,}",
            "longest hold of the loop, ms",
            "collections of 1,000 articles, by generation",
            "their share of the CPU",
        ],
        (
            [
                LABELS[name],
                f"{figures['memory'][name][0][1]:.0f}",
                _memory(figures["memory"][name][-1], last),
                f"{each['hold_ms'][0]:,.0f} ({each['hold_ms'][1]:,.0f}–{each['hold_ms'][2]:,.0f})",
                " / ".join(f"{times:,.0f}" for times in each["collections"]),
                f"{sum(each['collecting']):.0%}",
            ]
            for name, each in cell["rows"].items()
        ),
    )


def _memory(at: list[float], last: float) -> str:
    """At the end, or after how many it did not go on."""
    return f"{at[1]:.0f}" if at[0] == last else f"{at[1]:.0f} after {at[0]:,}"


WAYS = {
    "summariser": "**summariser**: numbers of sentences",
    "before": "summariser before",
    "copied quotes": "the same with copied quotes",
    "three calls": "outcomes, deals and positions asked for one by one",
    "instructor, tools": "instructor, tools: its default, the same messages",
}


def tokens(figures: Json) -> str:
    """What is sent and answered about an article."""
    ways = {name: figures["ways"][name] for name in WAYS if name in figures["ways"]}
    quoting = ways["copied quotes"]["completion"]
    head = ["tokens of an article, mean", "instructions", "schema", "article", "prompt", "of it the same each time", "completion", "× copied quotes"]  # fmt: skip
    rows = []
    for name, way in ways.items():
        prompt = way["system"] + way["schema"] + way["user"]
        parts = [way["system"], way["schema"], way["user"], prompt]
        rows.append(
            [WAYS[name], *(f"{part:,.0f}" for part in parts), f"{way['cached'] / prompt:.0%}",
             f"{way['completion']:,.0f}", f"{way['completion'] / quoting:.2f}"]
        )  # fmt: skip
    by_language = table(
        ["language", "articles", "tokens of the article", "request", "reply", "× copied quotes", "without null and empty"],
        (
            [language, str(each["articles"]), f"{each['text']:,.0f}", f"{each['request']:,.0f}",
             f"{each['reply']:,.0f}", f"{each['of_copied']:.2f}", f"{each['said']:.2f}"]
            for language, each in figures["languages"].items()
        ),
    )  # fmt: skip
    each = [language["of_copied"] for language in figures["languages"].values()]
    reached = (
        f"Of copied quotes a reply takes {min(each):.2f} to {max(each):.2f}, by language; at most "
        f"0.60 was aimed at, and is {'reached' if max(each) <= 0.6 else 'missed'}."
    )
    when = f"Counted on {figures['date']}, {figures['articles']} articles."
    return "\n\n".join((when, table(head, rows), by_language, reached))


def costs(figures: Json) -> str:
    """What that costs."""
    models = list(figures["ways"]["summariser"]["dollars"])
    head = ["1,000 articles, US dollars"]
    for model in models:
        head += [model, "prefix cached"]
    return table(
        head,
        (
            [WAYS[name]]
            + [
                "?" if cost is None else f"{cost:.2f}"
                for model in models
                for cost in figures["ways"][name]["dollars"][model]
            ]
            for name in WAYS
            if name in figures["ways"]
        ),
    )


def page(text: str) -> str:
    """The page's text with the tables as they should be."""
    measured, taken = (
        json.loads((MEASURED / name).read_text("utf-8"))
        for name in ("throughput.json", "tokens.json")
    )
    text = between(MARKERS, speed(measured), text)
    return between(COUNTED, f"{tokens(taken)}\n\n{costs(taken)}", text)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
