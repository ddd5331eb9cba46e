"""What an article costs the client: ``python benchmarks/throughput.py [--quick] [--json FILE]``.

The same articles and the same replies for all: `openai` alone (its response format made once, its
answer read with `model_validate_json`), openai's own `parse`, plain instructor, and this library with
everything it does: cutting sentences, writing the prompt, the request, the limiter, reading the
answer, verifying every item.  The server is a process of its own, with a core of its own where the
system can give it one, and answers with prepared bytes after a set time.  Every contestant has a
process of its own; the rounds take turns, and ratios are taken within one round, because the machine
is not ours alone.  Nothing here passes or fails: it prints figures.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from importlib.metadata import version
from itertools import count, islice
from pathlib import Path
from typing import Any

from contestants import CONTESTANTS
from loopback import serve

HERE = Path(__file__).parent

# --- a contestant's process -----------------------------------------------------------------


def work(name: str, address: str, data: dict[str, Any]) -> None:
    """A contestant's process: for each line of orders some articles, and a line of figures."""
    many = CONTESTANTS[name](address, data["schema"])
    texts = varied(data["articles"], tools=name.endswith("TOOLS"))
    loop = asyncio.new_event_loop()
    for line in sys.stdin:
        order = json.loads(line)
        cpu, wall = time.process_time(), time.perf_counter()
        loop.run_until_complete(many(islice(texts, order["articles"]), order["concurrency"]))
        figures = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
        print(json.dumps({**figures, "peak_mb": peak_mb()}), flush=True)


def varied(articles: list[str], *, tools: bool) -> Iterator[str]:
    """The articles over and over, each time with another number, and which reply it wants."""
    for number in count():
        index = number % len(articles)
        yield f"{articles[index]}\n\nSheet {2 * index + tools}-{number:07}."


def peak_mb() -> float:
    try:
        import resource
    except ImportError:  # Windows
        return float("nan")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


# --- the measuring ---------------------------------------------------------------------------


def prepared() -> dict[str, Any]:
    """The project's own articles, the replies to them as content and as a tool call, the schema."""
    sys.path.insert(0, str(HERE.parent / "tests"))
    from llm_server import completion
    from record import ARTICLES, article, honest

    from summariser import SummitSummary

    replies = []
    for stem in ARTICLES:
        content = json.dumps(honest(stem).reply, ensure_ascii=False)
        plain, tools = completion(content), completion(None)
        call = {"name": "SummitSummary", "arguments": content}
        (choice,) = tools["choices"]
        choice["message"]["tool_calls"] = [{"id": "1", "type": "function", "function": call}]
        replies += [plain, tools]
    articles = [article(stem).text for stem in ARTICLES]
    return {"articles": articles, "replies": replies, "schema": SummitSummary.wire_schema()}


class Process:
    """Another process of this file, on its own core: a line goes in, a line comes out."""

    def __init__(self, *arguments: str, core: int) -> None:
        command = [sys.executable, __file__, *arguments, "--core", str(core)]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)

    def line(self) -> Any:
        assert self.process.stdout is not None
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit(f"{self.process.args} ended")
        return json.loads(answer)

    def ask(self, articles: int, concurrency: int) -> Any:
        assert self.process.stdin is not None
        order = {"articles": articles, "concurrency": concurrency}
        print(json.dumps(order), file=self.process.stdin, flush=True)
        return self.line()

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


class Bench:
    """One server, and a process for every contestant."""

    def __init__(self, data: Path) -> None:
        self.data = str(data)
        self.server = Process("--serve", self.data, core=-1)
        self.address = f"http://127.0.0.1:{self.server.line()}"
        self.processes = {name: self.start(name) for name in CONTESTANTS}

    def start(self, name: str) -> Process:
        return Process("--work", name, self.data, f"{self.address}/v1", core=0)

    def latency(self, ms: int) -> int:
        """Set the latency; returns how many requests there were since the last time."""
        with urllib.request.urlopen(f"{self.address}/{ms}") as answer:
            return int(answer.read())

    def cpu(self, rounds: int, articles: int) -> list[dict[str, Any]]:
        """CPU of one article after another, everyone in turn, round after round."""
        for process in self.processes.values():
            process.ask(20, 1)
        taken: dict[str, list[float]] = {name: [] for name in self.processes}
        asked = dict.fromkeys(taken, 0)
        for _ in range(rounds):
            for name, process in self.processes.items():
                self.latency(0)
                taken[name].append(process.ask(articles, 1)["cpu"] * 1000 / articles)
                asked[name] += self.latency(0)
        return [
            {
                "contestant": name,
                "cpu_ms": statistics.median(each),
                "cpu_ms_range": [min(each), max(each)],
                "requests_per_article": asked[name] / rounds / articles,
                **{f"x {other}": ratios(each, taken[other]) for other in taken if other != name},
            }
            for name, each in taken.items()
        ]

    def rate(self, name: str, ms: int, concurrency: int, articles: int) -> dict[str, Any]:
        """Articles per second, connections opened and the limiter wide before the clock starts."""
        process = self.processes[name]
        self.latency(0)
        process.ask(concurrency, concurrency)
        self.latency(ms)
        run = process.ask(articles, concurrency)
        rate = articles / run["wall"]
        return {
            "contestant": name,
            "latency_ms": ms,
            "concurrency": concurrency,
            "articles": articles,
            "articles_per_s": rate,
            "of_ideal": rate * ms / 1000 / concurrency if ms else None,
            "cpu_ms": run["cpu"] * 1000 / articles,
        }

    def memory(self, articles: int) -> dict[str, Any]:
        self.latency(0)
        process = self.start("summariser")
        run = process.ask(articles, 32)
        process.end()
        return {"articles": articles, "peak_mb": run["peak_mb"], "seconds": run["wall"]}

    def end(self) -> None:
        for process in (self.server, *self.processes.values()):
            process.end()


def ratios(ours: list[float], theirs: list[float]) -> list[float]:
    """Median, lowest and highest of the ratios within one round."""
    each = [one / other for one, other in zip(ours, theirs, strict=True)]
    return [statistics.median(each), min(each), max(each)]


def import_ms(module: str, times: int) -> float:
    """Milliseconds of an import, as the interpreter counts them."""
    taken = []
    for _ in range(times):
        command = [sys.executable, "-X", "importtime", "-c", f"import {module}"]
        said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=HERE.parent)
        lines = [line.split("|") for line in said.stderr.splitlines()]
        taken += [int(each[1]) / 1000 for each in lines if each[-1].strip() == module]
    return statistics.median(taken)


def measure(bench: Bench, *, quick: bool) -> dict[str, Any]:
    """All tables, each printed as soon as it is there."""
    figures: dict[str, Any] = {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "versions": {
            name: version(name) for name in ("openai", "instructor", "pydantic", "aiohttp")
        },
    }
    if hasattr(os, "getloadavg"):
        figures["others"] = os.getloadavg()[0]  # processes that wanted a core in the last minute
    print(figures["machine"], *(" ".join(each) for each in figures["versions"].items()), sep=", ")
    print(f"busy cores before we began: {figures.get('others', float('nan')):.1f}")

    figures["cpu"] = bench.cpu(3 if quick else 9, 24 if quick else 64)
    print("\nCPU per article, no latency, one at a time; ratios within a round (lowest-highest)")
    print(
        f"{'':<24}{'ms':>6}  {'requests':>8}  {'x create':>16} {'x parse':>16} {'x instructor':>16}"
    )
    for row in figures["cpu"]:
        others = ("openai create", "openai parse", "instructor JSON_SCHEMA")
        shown = [row.get(f"x {other}") for other in others]
        texts = [f"{each[0]:.2f} ({each[1]:.2f}-{each[2]:.2f})" if each else "" for each in shown]
        print(f"{row['contestant']:<24}{row['cpu_ms']:>6.2f}  {row['requests_per_article']:>8.2f}  "
              + " ".join(f"{text:>16}" for text in texts))  # fmt: skip

    figures["rate"] = []
    print(
        f"\n{'articles per second':<24}{'latency':>8}{'at once':>9}{'rate':>8}{'of ideal':>10}{'CPU ms':>8}"
    )
    for ms, concurrency, articles in QUICK_CELLS if quick else CELLS:
        for name in (name for name in bench.processes if name != "instructor TOOLS"):
            row = bench.rate(name, ms, concurrency, articles)
            ideal = f"{row['of_ideal']:.2f}" if ms else "-"
            print(
                f"{name:<24}{ms:>8}{concurrency:>9}{row['articles_per_s']:>8.0f}{ideal:>10}{row['cpu_ms']:>8.2f}",
                flush=True,
            )
            figures["rate"].append(row)

    figures["memory"] = []
    print("\npeak memory of the library, 32 articles at once")
    for articles in (200, 1_000) if quick else (1_000, 10_000):
        row = bench.memory(articles)
        print(
            f"{articles:>8,} articles: {row['peak_mb']:6.0f} MB  ({row['seconds']:.0f} s)",
            flush=True,
        )
        figures["memory"].append(row)

    figures["import_ms"] = {
        name: import_ms(name, 1 if quick else 5) for name in ("summariser", "openai", "instructor")
    }
    print("\nimport", ", ".join(f"{name} {ms:.0f} ms" for name, ms in figures["import_ms"].items()))
    return figures


# latency in ms, requests at once, articles: what takes minutes and tells nothing is left out
CELLS = ((0, 32, 256), (200, 32, 480), (200, 256, 768), (2000, 256, 512))
QUICK_CELLS = ((200, 32, 128),)


def main() -> None:
    """Measure, or be one of the processes that are measured."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="less than a minute, and less exact")
    parser.add_argument("--json", type=Path, help="write the figures there, too")
    parser.add_argument("--serve", help=argparse.SUPPRESS)
    parser.add_argument("--work", nargs=3, help=argparse.SUPPRESS)
    parser.add_argument("--core", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.core is not None:
        with contextlib.suppress(AttributeError):  # not every system lets one choose
            os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[options.core]})
    if options.serve:
        serve(json.loads(Path(options.serve).read_text("utf-8")))
    elif options.work:
        name, data, address = options.work
        work(name, address, json.loads(Path(data).read_text("utf-8")))
    else:
        run(quick=options.quick, file=options.json)


def run(*, quick: bool, file: Path | None) -> None:
    """Start all processes, measure, end them."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder, "data.json")
        data.write_text(json.dumps(prepared()), "utf-8")
        bench = Bench(data)
        try:
            figures = measure(bench, quick=quick)
        finally:
            bench.end()
    if file:
        file.write_text(json.dumps(figures, indent=1), "utf-8")


if __name__ == "__main__":
    main()
