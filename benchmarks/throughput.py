"""What an article costs the client: ``python benchmarks/throughput.py [--quick] [--json FILE]``.

Everyone reads the same articles, of which no two are alike (`distinct`), and gets the same replies:
openai's `create` and `parse`, instructor, langextract if it is installed, and this library with
everything it does: cutting sentences, writing the prompt, the request, the limiter, reading the
answer, verifying every item.  The server is a process of its own, with a core of its own where the
system can give it one, and answers with prepared bytes after a set time.  Every contestant has a
process of its own (`contestants`); they take turns, and ratios are taken within one round, because
the machine is not ours alone.  ``--before`` adds the library of another checkout, with that
checkout's `.venv` if it has one.  Nothing here passes or fails: it prints figures, and
``python benchmarks/speed_page.py FILE`` writes them into docs/speed.md.

Left out: one at a time with a latency, which takes minutes and tells the latency; and 32 at once at
2 s, which are 16 articles a second for everyone.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from contestants import BEFORE, CONTESTANTS, CREATE, LANGEXTRACT, TOOLS
from distinct import variants
from speed_page import spread as shown

HERE = Path(__file__).parent
Json = dict[str, Any]


class Cell(NamedTuple):
    """What is measured: latency in ms, requests at once, articles in a round."""

    latency_ms: int
    at_once: int
    articles: int

    @property
    def warm_up(self) -> int:
        """How many before it: each language, each connection."""
        return max(24, self.at_once)

    def takes(self, name: str) -> bool:
        """Whether somebody takes part: langextract at 2 s, five minutes a round, does not."""
        return name != LANGEXTRACT or self.latency_ms < _SLOW


_SLOW = 2000  # ms
CELLS = (
    Cell(0, 1, 32),
    Cell(0, 32, 256),
    Cell(0, 256, 256),
    Cell(200, 32, 160),
    Cell(200, 256, 256),
    Cell(2000, 256, 512),
)
QUICK = (Cell(0, 1, 8), Cell(0, 32, 32), Cell(200, 32, 48))
ROUNDS, QUICK_ROUNDS = 5, 3


class Process:
    """Another process, on its own core: a line goes in, a line comes out."""

    def __init__(self, *command: str | Path, core: int, python: Path | str = sys.executable, **environment: str) -> None:  # fmt: skip
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            [python, *command],
            stdin=pipe,
            stdout=pipe,
            text=True,
            env={**os.environ, **environment},
        )
        with suppress(AttributeError):  # not every system lets one choose
            cores = sorted(os.sched_getaffinity(0))
            os.sched_setaffinity(self.process.pid, {cores[core]})

    def line(self) -> Any:
        assert self.process.stdout is not None
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit(f"{self.process.args} ended")
        return json.loads(answer)

    def ask(self, articles: int, at_once: int) -> Any:
        assert self.process.stdin is not None
        order = {"articles": articles, "at_once": at_once}
        print(json.dumps(order), file=self.process.stdin, flush=True)
        return self.line()

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


class Server:
    """The server: takes a latency, says how many requests there were."""

    def __init__(self, replies: Path) -> None:
        self.process = Process(HERE / "loopback.py", replies, core=-1)
        self.address = f"http://127.0.0.1:{self.process.line()}"

    def latency(self, ms: int) -> int:
        """Set the latency; returns how many requests there were since the last time."""
        with urllib.request.urlopen(f"{self.address}/{ms}") as answer:
            return int(answer.read())


def written(folder: Path, count: int) -> Json:
    """Write `articles` (a text a line) and `replies` into the folder; how distinct they are."""
    languages, sentences, seen = Counter[str](), 0, set[int]()
    with (
        (folder / "articles").open("w", encoding="utf-8") as articles,
        (folder / "replies").open("w", encoding="utf-8") as replies,
    ):
        for each in variants(count):
            print(json.dumps(each.text), file=articles)
            print(json.dumps(json.dumps(each.reply, ensure_ascii=False)), file=replies)
            print(json.dumps(each.passages()), file=replies)
            languages[each.language] += 1
            sentences += len(each.sentences)
            seen.update(map(hash, each.sentences))
    return {
        "articles": count,
        "languages": sorted(languages),
        "sentences": sentences,
        "distinct_sentences": len(seen),
    }


class Bench:
    """One server, and a process for every contestant."""

    def __init__(self, folder: Path, before: Path | None, peers: Path) -> None:
        self.folder = folder
        self.server = Server(folder / "replies")
        self.missing: list[str] = []
        self.processes: dict[str, Process] = {}
        for name in CONTESTANTS:
            if name == BEFORE:
                if before:
                    self.start(name, python=_python(before), PYTHONPATH=str(before))
            elif name == LANGEXTRACT:
                python = peers / name / "bin" / "python"
                if python.exists():
                    self.start(name, python=python)
                else:
                    self.missing.append(name)
            else:
                self.start(name)

    def start(self, name: str, **options: Any) -> None:
        arguments = (HERE / "contestants.py", name, self.folder / "articles", self.server.address)
        self.processes[name] = Process(*arguments, core=0, **options)

    def warm_up(self, cell: Cell) -> None:
        """Connections opened, tables loaded, the limiter wide, before the clock starts."""
        self.server.latency(0)
        for name, process in self.processes.items():
            if cell.takes(name):
                process.ask(cell.warm_up, cell.at_once)

    def round(self, cell: Cell, first: int) -> dict[str, Json]:
        """Everybody once, another one beginning each time."""
        names = [name for name in self.processes if cell.takes(name)]
        taken = {}
        for name in names[first % len(names) :] + names[: first % len(names)]:
            self.server.latency(cell.latency_ms)
            figures = self.processes[name].ask(cell.articles, cell.at_once)
            taken[name] = {**figures, "requests": self.server.latency(0)}
        return {name: taken[name] for name in names}

    def end(self) -> None:
        for process in (self.server.process, *self.processes.values()):
            process.end()


def _python(checkout: Path) -> Path | str:
    own = checkout / ".venv" / "bin" / "python"
    return own if own.exists() else sys.executable


def needed(cells: Sequence[Cell], rounds: int) -> int:
    """How many articles everyone is given."""
    return sum(cell.warm_up + rounds * cell.articles for cell in cells)


def row(cell: Cell, rounds: Sequence[Mapping[str, Json]], name: str) -> Json:
    """What was measured of one contestant; three figures are the median, the lowest, the highest."""
    own = [each[name] for each in rounds]
    rates = [cell.articles / each["wall"] for each in own]
    ideal = cell.latency_ms and cell.at_once * 1000 / cell.latency_ms
    cpu = sum(each["cpu"] for each in own)
    return {
        "cpu_ms": spread(each["cpu"] * 1000 / cell.articles for each in own),
        "ratios": {
            other: spread(each[name]["cpu"] / each[other]["cpu"] for each in rounds)
            for other in rounds[0]
        },
        "requests": statistics.median(each["requests"] / cell.articles for each in own),
        "rate": spread(rates),
        "of_ideal": spread(rate / ideal for rate in rates) if ideal else None,
        "hold_ms": spread(each["hold"] * 1000 for each in own),
        "collections": [
            sum(each["collections"][generation] for each in own) * 1000 / cell.articles / len(own)
            for generation in range(3)
        ],  # of 1,000 articles
        "collecting": [
            sum(each["collecting"][generation] for each in own) / cpu for generation in range(3)
        ],  # of the CPU
    }


def spread(figures: Iterator[float] | Sequence[float]) -> list[float]:
    """Median, lowest, highest."""
    each = sorted(figures)
    return [statistics.median(each), each[0], each[-1]]


def measure(cells: Sequence[Cell], rounds: int, before: Path | None, peers: Path) -> Json:
    """All of it; a line is printed as soon as it is known."""
    figures: Json = {
        "date": f"{datetime.now(UTC):%d %B %Y}",
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "versions": versions(sys.executable, "openai", "instructor", "pydantic", "aiohttp"),
        "commit": commit(HERE.parent),
        "before": before and commit(before),
    }
    if hasattr(os, "getloadavg"):
        figures["others"] = os.getloadavg()[0]  # processes that wanted a core in the last minute
    with tempfile.TemporaryDirectory() as folder:
        figures["articles"] = written(Path(folder), needed(cells, rounds))
        print(heading(figures))
        bench = Bench(Path(folder), before, peers)
        try:
            figures["missing"] = bench.missing
            if LANGEXTRACT in bench.processes:
                python = bench.processes[LANGEXTRACT].process.args[0]
                figures["versions"] |= versions(python, LANGEXTRACT)
            figures |= of_all(bench, cells, rounds)
        finally:
            bench.end()
    return figures


def of_all(bench: Bench, cells: Sequence[Cell], rounds: int) -> Json:
    """The cells, and the memory of each process when it had warmed up and at the end."""
    told, memory, done = [], {}, 0
    for cell in cells:
        bench.warm_up(cell)
        taken = [bench.round(cell, number) for number in range(rounds)]
        rows = {name: row(cell, taken, name) for name in taken[0]}
        told.append({**cell._asdict(), "rounds": rounds, "rows": rows})
        done += cell.warm_up + rounds * cell.articles
        for name in rows:
            memory.setdefault(name, []).append([done, taken[-1][name]["peak_mb"]])
        print(in_rows(told[-1]), flush=True)
    for name in bench.missing:
        print(f"{name} is not installed: left out")
    return {"cells": told, "memory": memory}


def in_rows(cell: Json) -> str:
    """A cell for the terminal; three figures are the median, and the lowest and highest behind it."""
    lines = [f"\n{cell['latency_ms']} ms, {cell['at_once']} at once: {cell['rounds']} rounds of {cell['articles']} articles"]  # fmt: skip
    lines.append(
        f"{'':<23}{'CPU ms':>7} {'x create':>19} {'x instructor TOOLS':>19} {'x before':>19}"
        f"{'a second':>9}{'of ideal':>9}{'hold ms':>8}{'collector':>10}"
    )
    for name, each in cell["rows"].items():
        ratios = (shown(each["ratios"].get(other)) for other in (CREATE, TOOLS, BEFORE))  # fmt: skip
        ideal = f"{each['of_ideal'][0]:.2f}" if each["of_ideal"] else ""
        lines.append(
            f"{name:<23}{each['cpu_ms'][0]:>7.2f} " + " ".join(f"{ratio:>19}" for ratio in ratios)
            + f"{each['rate'][0]:>9.0f}{ideal:>9}{each['hold_ms'][2]:>8.0f}{sum(each['collecting']):>10.0%}"
        )  # fmt: skip
    return "\n".join(lines)


def heading(figures: Json) -> str:
    """On what, with what, over what."""
    of = figures["articles"]
    named = ", ".join(f"{name} {found}" for name, found in figures["versions"].items())
    return (
        f"{figures['machine']}, {named}\n"
        f"busy cores before we began: {figures.get('others', float('nan')):.1f}\n"
        f"{of['articles']:,} articles in {len(of['languages'])} languages ({' '.join(of['languages'])}), "
        f"{of['sentences']:,} sentences, {of['distinct_sentences']:,} of them distinct"
    )


def versions(python: Path | str, *names: str) -> dict[str, str]:
    """Which are installed there."""
    program = "import sys, importlib.metadata as m; print(*(m.version(n) for n in sys.argv[1:]))"
    said = subprocess.run(
        [python, "-c", program, *names], capture_output=True, text=True, check=True
    )
    return dict(zip(names, said.stdout.split(), strict=True))


def commit(checkout: Path) -> str | None:
    """Which commit it is; None if it is no repository."""
    with suppress(OSError, subprocess.CalledProcessError):
        command = ["git", "-C", checkout, "describe", "--always", "--dirty", "--exclude", "*"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    return None


def main(run: Callable[..., Json] = measure) -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="about a minute, and less exact")
    parser.add_argument("--rounds", type=int, help=f"instead of {ROUNDS}, or {QUICK_ROUNDS}")
    parser.add_argument("--before", type=Path, help="another checkout, measured beside this one")
    parser.add_argument(
        "--peers",
        type=Path,
        default=HERE.parent / ".peers",
        help="langextract's environment is in it",
    )  # as for `make peers`
    parser.add_argument("--json", type=Path, help="write the figures there, too")
    options = parser.parse_args()
    cells, rounds = (QUICK, QUICK_ROUNDS) if options.quick else (CELLS, ROUNDS)
    before = options.before and options.before.resolve()
    figures = run(cells, options.rounds or rounds, before, options.peers.resolve())
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
