"""What several processes give: ``python benchmarks/workers.py [--quick] [--json FILE]``.

`summariser run --workers N` over an archive of which no two articles are alike (`distinct`), against a server in a process of its own that answers
after a set time.  The run begins without latency, until connections are open and the limiter is wide;
then the latency is set, a few rounds pass, and answers are counted for a while.  So start and end of a
run do not count.  The rounds take turns with the number of workers, and ratios are taken within one
round, because the machine is not ours alone: how many cores our processes had is printed beside them.

`--collector` compares, in one process that asks about 32 articles at once, Python's own thresholds of
the garbage collector with those that `run` sets.

Nothing here passes or fails: it prints figures.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import count, islice
from pathlib import Path
from typing import Any

from contestants import given
from throughput import Server, written

# latency in ms, requests at once, seconds that are counted
CELLS = ((2_000, 256, 16.0), (200, 32, 8.0))
WORKERS = (1, 2)


class Bench:
    """A server, and an archive that is longer than any run gets to."""

    def __init__(self, folder: Path, articles: int) -> None:
        self.folder = folder
        written(folder, articles)
        with (
            (folder / "articles").open(encoding="utf-8") as texts,
            (folder / "archive.jsonl").open("w", encoding="utf-8") as archive,
        ):
            for number, each in enumerate(given(texts)):
                print(json.dumps({"id": f"a{number}", "text": each.whole}), file=archive)
        self.server = Server(folder / "replies")
        self.latency = self.server.latency
        self.address = f"{self.server.address}/json/v1"
        self.runs = count()

    def rate(self, ms: int, at_once: int, seconds: float, workers: int) -> dict[str, Any]:
        """Articles a second while nothing but latency and our processors hold them up."""
        self.latency(0)
        run = self._start(at_once, workers)
        try:
            seen = 0
            while seen < 4 * at_once:
                time.sleep(0.1)
                seen += self.latency(0)
                assert run.poll() is None, "the run ended too early"
            self.latency(ms)
            time.sleep(max(2.0, 3 * ms / 1000))
            processes = [run.pid, *children(run.pid)]
            self.latency(ms)
            cpu, begun = cpu_seconds(processes), time.perf_counter()
            time.sleep(seconds)
            answered, wall = self.latency(ms), time.perf_counter() - begun
            cpu = cpu_seconds(processes) - cpu
        finally:
            run.send_signal(signal.SIGINT)  # and not killed: its workers are to have ended, too
            run.wait()
        rate = answered / wall
        return {
            "latency_ms": ms,
            "at_once": at_once,
            "workers": workers,
            "articles_per_s": rate,
            "of_ideal": rate * ms / 1000 / at_once,
            "cpu_ms": cpu * 1000 / answered,
            "cores": cpu / wall,
        }

    def _start(self, at_once: int, workers: int) -> subprocess.Popen[bytes]:
        store = self.folder / f"{next(self.runs)}.sqlite"
        command = [sys.executable, "-m", "summariser", "run", self.folder / "archive.jsonl",
                   "--store", store, "--base-url", self.address, "-q",
                   "--concurrency", str(at_once), "--workers", str(workers)]  # fmt: skip
        environment = {**os.environ, "NO_PROXY": "127.0.0.1", "OPENAI_API_KEY": "none"}
        return subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)

    def end(self) -> None:
        self.server.process.end()


def children(parent: int) -> list[int]:
    """The processes that one started; none where the system does not tell."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(stat.parent.name))
    return found


def cpu_seconds(processes: list[int]) -> float:
    """What they have used so far; not a number where the system does not tell."""
    try:
        stats = [Path(f"/proc/{each}/stat").read_text().rpartition(")")[2] for each in processes]
    except OSError:
        return float("nan")
    ticks = sum(int(each.split()[11]) + int(each.split()[12]) for each in stats)
    return ticks / float(os.sysconf("SC_CLK_TCK"))


Cells = Sequence[tuple[int, int, float]]


def measured(bench: Bench, cells: Cells, rounds: int) -> list[dict[str, Any]]:
    """All cells, each with every number of workers in turn, round after round."""
    print(
        f"\n{'latency':>8}{'at once':>9}{'workers':>9}{'rate':>8}{'of ideal':>10}{'CPU ms':>8}{'cores':>7}"
    )
    rows = []
    for ms, at_once, seconds in cells:
        rates: dict[int, list[float]] = {workers: [] for workers in WORKERS}
        for _ in range(rounds):
            for workers in WORKERS:
                row = bench.rate(ms, at_once, seconds, workers)
                rates[workers].append(row["articles_per_s"])
                rows.append(row)
                print(
                    f"{ms:>8}{at_once:>9}{workers:>9}{row['articles_per_s']:>8.0f}"
                    f"{row['of_ideal']:>10.2f}{row['cpu_ms']:>8.2f}{row['cores']:>7.2f}",
                    flush=True,
                )
        more = [two / one for one, two in zip(rates[1], rates[2], strict=True)]
        print(
            f"   two workers to one: {statistics.median(more):.2f} ({min(more):.2f}-{max(more):.2f})"
        )
    return rows


# --- the collector -------------------------------------------------------------------------------


def collect(tuned: str, address: str, file: str) -> None:
    """A process with the library in it: for each line some articles, and a line of figures."""
    import gc

    from summariser import Summariser, SummariserError
    from summariser.runs import Collector

    summariser = Summariser(model="m", base_url=address, api_key="none")
    texts = (each.whole for each in given(Path(file).open(encoding="utf-8")))  # noqa: SIM115  # to the end
    collector = Collector() if tuned == "tuned" else None
    for line in sys.stdin:
        order = json.loads(line)
        before = gc.get_stats()[2]["collections"]
        cpu = time.process_time()
        for result in summariser.summarise_many(islice(texts, order), concurrency=32):
            assert not isinstance(result, SummariserError), result
            if collector:
                collector.add()
        figures = {"cpu_ms": (time.process_time() - cpu) * 1000 / order}
        figures["full_collections"] = gc.get_stats()[2]["collections"] - before
        print(json.dumps(figures), flush=True)


def compared(bench: Bench, rounds: int) -> list[dict[str, Any]]:
    """CPU of an article with Python's own thresholds, and with ours, in turns."""
    pipe = subprocess.PIPE
    both = {
        way: subprocess.Popen(
            [sys.executable, __file__, "--collect", way, bench.address, str(bench.folder / "articles")],
            stdin=pipe, stdout=pipe, text=True, env={**os.environ, "NO_PROXY": "127.0.0.1"},
        )
        for way in ("plain", "tuned")
    }  # fmt: skip

    def ask(way: str, articles: int) -> Any:
        process = both[way]
        assert process.stdin
        assert process.stdout
        print(articles, file=process.stdin, flush=True)
        return json.loads(process.stdout.readline())

    bench.latency(20)
    rows: list[dict[str, Any]] = []
    try:
        for way in both:
            ask(way, 128)
        rows += [{way: ask(way, 192) for way in both} for _ in range(rounds)]
    finally:
        for process in both.values():
            process.kill()
            process.communicate()
    ratios = [row["tuned"]["cpu_ms"] / row["plain"]["cpu_ms"] for row in rows]
    print(
        "\nthe collector, 32 articles at once: CPU ms an article, full collections in 192 articles"
    )
    for way in ("plain", "tuned"):
        cpu = statistics.median(row[way]["cpu_ms"] for row in rows)
        full = statistics.median(row[way]["full_collections"] for row in rows)
        print(f"{way:>8}{cpu:>8.2f}{full:>6.0f}")
    print(
        f"   tuned to plain: {statistics.median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f})"
    )
    return rows


def main() -> None:
    """Measure, or be one of the processes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="one round")
    parser.add_argument(
        "--cell",
        type=int,
        nargs=3,
        metavar=("MS", "AT_ONCE", "SECONDS"),
        help="latency, requests at once, and how long answers are counted, instead of the usual",
    )
    parser.add_argument("--collector", action="store_true", help="the garbage collector instead")
    parser.add_argument("--json", type=Path, help="write the figures there, too")
    parser.add_argument("--collect", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.collect:
        collect(*options.collect)
        return
    print(f"{os.cpu_count()} cores, busy before we began: {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), 8_000)
        rounds = 1 if options.quick else 3
        try:
            if options.collector:
                rows = compared(bench, 3 * rounds)
            else:
                cells: Cells = [tuple(options.cell)] if options.cell else CELLS
                rows = measured(bench, cells, rounds)
        finally:
            bench.end()
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1), "utf-8")


if __name__ == "__main__":
    main()
