"""What checking a draft costs beside linters of prose: ``python benchmarks/check.py``.

A draft of 5,000 characters, held against ten sources by ``summariser check``; codespell and
proselint read the draft alone.  Each is started anew, as in a hook or a pipeline, in turns; of each
the median and the best of its CPU and wall seconds, and the ratio of medians to each peer.  They
are asked for where they stand beside this Python, or with PEERS=folder/of/their/bin:

    pip install codespell proselint
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).parent.parent
RUNS = int(os.environ.get("RUNS", "9"))
LENGTH = 5_000
ARTICLES = [
    ROOT / "seeds" / "lakes_summit_en.txt",
    ROOT / "tests" / "articles" / "harbour_vote_en.txt",
]
# As it is installed: compiled once.
ENVIRONMENT = {name: each for name, each in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
PEERS = {"codespell": ["codespell"], "proselint": ["proselint", "check"]}


def written(folder: Path) -> tuple[Path, list[Path]]:
    """A draft of some of our articles, and ten sources: these, and others like them."""
    texts = [path.read_text(encoding="utf-8") for path in ARTICLES]
    draft = folder / "draft.txt"
    draft.write_text("\n\n".join(texts)[:LENGTH], encoding="utf-8")
    sources = []
    for number in range(10):
        shift = number // len(texts)  # other figures, in other articles of the same event
        figures = str.maketrans("0123456789", "0123456789"[shift:] + "0123456789"[:shift])
        text = texts[number % len(texts)].translate(figures)
        sources.append(folder / f"source{number}.txt")
        sources[-1].write_text(text, encoding="utf-8")
    return draft, sources


def seconds(command: list[str]) -> tuple[float, float]:
    """CPU and wall, of one run; what it says does not matter."""
    before, start = getrusage(RUSAGE_CHILDREN), perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT)
    wall, after = perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    if done.returncode not in (0, 1, 65) or "Traceback" in done.stderr:
        sys.exit(f"{' '.join(command[:3])}: exit code {done.returncode}\n{done.stderr}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, wall


def found(command: list[str]) -> list[str] | None:
    """The command with its full path, if it is installed."""
    beside = os.pathsep.join(
        filter(None, (os.environ.get("PEERS"), str(Path(sys.executable).parent)))
    )
    path = shutil.which(command[0], path=beside)
    return [path, *command[1:]] if path else None


def main() -> None:
    with TemporaryDirectory() as folder:
        draft, sources = written(Path(folder))
        commands = {
            "summariser check": [
                sys.executable, "-m", "summariser", "check", str(draft), "--against", *map(str, sources),
            ],
        }  # fmt: skip
        for name, command in PEERS.items():
            if path := found(command):
                commands[name] = [*path, str(draft)]
            else:
                print(f"{name}: not installed")
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(RUNS + 1):
            for name, command in commands.items():
                times[name].append(seconds(command))
        print(
            f"{'seconds':18}{'CPU':>8}{'best':>8}{'wall':>8}{'best':>8}{'CPU ratio':>11}{'wall ratio':>11}"
        )
        own = [median(each) for each in zip(*times["summariser check"][1:], strict=True)]
        for name, taken in times.items():  # the first run of each warms the disk
            cpu, wall = zip(*taken[1:], strict=True)
            print(
                f"{name:18}{median(cpu):8.2f}{min(cpu):8.2f}{median(wall):8.2f}{min(wall):8.2f}"
                f"{own[0] / median(cpu):11.1f}{own[1] / median(wall):11.1f}"
            )


if __name__ == "__main__":
    main()
