"""What interruptions cost: ``python benchmarks/resume.py [--articles 2000] [--json FILE]``.

A run of the command line over an archive, against a server that takes 200 ms for an answer, is killed
(SIGKILL) three times at a random moment, each time started again, and then exported.  Printed are the
requests the server saw beside the number of articles, and whether every article stands in the export
exactly once.  Then the same is interrupted once with Ctrl-C: how long it takes to end.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from contestants import given
from throughput import Server, written

CONCURRENCY = 32
LATENCY = 200  # ms
KILLS = 3


class Archive:
    """An archive in a folder, its store, and the server it is read with."""

    def __init__(self, folder: Path, articles: int) -> None:
        written(folder, articles)
        with (folder / "articles").open(encoding="utf-8") as lines:
            texts = [each.whole for each in given(lines)]
        archive = (json.dumps({"id": f"a{n}", "text": text}) for n, text in enumerate(texts))
        (folder / "archive.jsonl").write_text("\n".join(archive), "utf-8")
        self.articles = articles
        self.folder = folder
        self.server = Server(folder / "replies")
        self.requests()

    def requests(self) -> int:
        """How many there were since the last time."""
        return self.server.latency(LATENCY)

    def run(self, store: str) -> subprocess.Popen[str]:
        return self._start(
            "run", self.folder / "archive.jsonl", "--store", self.folder / store,
            "--base-url", f"{self.server.address}/json/v1", "--concurrency", CONCURRENCY,
        )  # fmt: skip

    def exported(self, store: str) -> Counter[str]:
        out = self.folder / "out.jsonl"
        self._start("export", self.folder / store, out).communicate()
        with out.open(encoding="utf-8") as lines:
            return Counter(json.loads(line)["article"]["name"] for line in lines)

    def _start(self, *arguments: Any) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "summariser", *map(str, arguments)]
        environment = {**os.environ, "NO_PROXY": "127.0.0.1", "OPENAI_API_KEY": "none"}
        return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)


def killed(archive: Archive) -> dict[str, Any]:
    """Killed at random moments, resumed, and exported."""
    started = time.perf_counter()
    requests = []
    for _ in range(KILLS):
        process = archive.run("killed.sqlite")
        # Between the first request and a third of the articles: how fast it gets there, varies.
        seen, enough = 0, random.randrange(1, archive.articles // KILLS)
        while seen < enough and process.poll() is None:
            time.sleep(random.uniform(0, 0.1))
            seen += archive.requests()
        process.kill()
        process.communicate()
        requests.append(seen + archive.requests())
    process = archive.run("killed.sqlite")
    _, told = process.communicate()
    requests.append(archive.requests())
    names = archive.exported("killed.sqlite")
    return {
        "articles": archive.articles,
        "requests": requests,
        "requests_in_all": sum(requests),
        "allowed": archive.articles + KILLS * CONCURRENCY,
        "exported": names.total(),
        "exported_once": sum(each == 1 for each in names.values()),
        "seconds": time.perf_counter() - started,
        "told": told.strip(),
    }


def interrupted(archive: Archive) -> float:
    """Seconds from Ctrl-C to the end of the process."""
    process = archive.run("interrupted.sqlite")
    seen = 0
    while seen < CONCURRENCY and process.poll() is None:
        time.sleep(0.1)
        seen += archive.requests()
    asked = time.perf_counter()
    process.send_signal(signal.SIGINT)
    process.communicate()
    return time.perf_counter() - asked


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument(
        "--seed", type=int, default=time.time_ns(), help="of the moments of the kills"
    )
    parser.add_argument("--json", type=Path, help="write the figures there, too")
    options = parser.parse_args()
    random.seed(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive(Path(folder), options.articles)
        try:
            figures = killed(archive)
            figures["ctrl_c_seconds"] = interrupted(archive)
        finally:
            archive.server.process.end()
    print(
        f"{figures['articles']:,} articles, {LATENCY} ms an answer, {CONCURRENCY} at once, seed {options.seed}"
    )
    print(f"killed {KILLS} times; requests: {' + '.join(map(str, figures['requests']))}")
    print(
        f"  requests in all  {figures['requests_in_all']:>7,}  (articles + {KILLS} x {CONCURRENCY} = {figures['allowed']:,})"
    )
    print(
        f"  in the export    {figures['exported']:>7,}  ({figures['exported_once']:,} of them exactly once)"
    )
    print(f"  {figures['told']}; {figures['seconds']:.0f} s with all starts")
    print(f"Ctrl-C: ended after {figures['ctrl_c_seconds']:.1f} s")
    if options.json:
        options.json.write_text(json.dumps({**figures, "seed": options.seed}, indent=1), "utf-8")


if __name__ == "__main__":
    main()
