"""How long it takes to start, beside what it stands on: ``python benchmarks/start.py``.

Each is a process of its own, started anew, in turns; CPU and wall are medians, and ratios are those
within one round, the lowest and the highest in brackets.  A replay needs neither openai nor
instructor, which a program that asks a model loads first.  At the end stands what the docs say.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parent.parent
ROUNDS = int(os.environ.get("ROUNDS", "11"))
# As it is installed: compiled once.
ENVIRONMENT = {name: each for name, each in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ARTICLE = "seeds/lakes_summit_en.txt"
MODEL = """
import pydantic
class Sum(pydantic.BaseModel):
    amount: int
"""
APP = """
import typer
app = typer.Typer()
@app.command()
def check(draft: str) -> None:
    "Compares a draft with its sources."
@app.command()
def read(article: str) -> None:
    "Reads an article."
app(["--help"])
"""
COMMANDS = {
    "import summariser": ["-c", "import summariser"],
    "a pydantic model": ["-c", MODEL],
    "summariser --help": ["-m", "summariser", "--help"],
    "import typer, rich, pydantic": ["-c", "import typer, rich, pydantic"],
    "--help of two commands, with typer": ["-c", APP],
    "summariser read --replay": ["-m", "summariser", "read", ARTICLE, "--replay", "cassettes/demo.yaml"],
    "import openai, instructor": ["-c", "import openai, instructor"],
    "summariser check": ["-m", "summariser", "check", "examples/lakes_brief.md", "--against", ARTICLE],
}  # fmt: skip
BESIDE = (
    ("import summariser", "a pydantic model"),
    ("summariser --help", "--help of two commands, with typer"),
    ("summariser --help", "import typer, rich, pydantic"),
    ("summariser read --replay", "import openai, instructor"),
    ("summariser check", "import openai, instructor"),
)
"""What is compared with what."""


def seconds(arguments: list[str]) -> tuple[float, float]:
    """CPU and wall of one process; what it says does not matter."""
    before, start = getrusage(RUSAGE_CHILDREN), perf_counter()
    command = [sys.executable, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, cwd=ROOT)
    wall, after = perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        sys.exit(f"{' '.join(arguments)[:60]}: exit code {done.returncode}\n{done.stderr}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def main() -> None:
    """Measure, and print the table."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS + 1):  # the first warms the disk
        for name, arguments in COMMANDS.items():
            taken[name].append(seconds(arguments))
    cpu, wall = (
        {name: [each[at] for each in times[1:]] for name, times in taken.items()} for at in (0, 1)
    )
    print(f"{'seconds':36}{'CPU':>7}{'wall':>8}")
    for name in COMMANDS:
        print(f"{name:36}{median(cpu[name]):7.2f}{median(wall[name]):8.2f}")
    print(f"\n{'CPU, within a round':62}ratio")
    said = {}
    for one, other in BESIDE:
        ratios = [a / b for a, b in zip(cpu[one], cpu[other], strict=True)]
        said[one, other] = median(ratios)
        print(f"{one:25} / {other:34}{median(ratios):5.2f} ({min(ratios):.2f}-{max(ratios):.2f})")
    imported, shown, _, replayed, checked = (f"{said[pair]:.2f}" for pair in BESIDE)
    print(
        f"\n**Start.** `import summariser` takes {imported} × what a module with one pydantic model\n"
        f"takes, `--help` {shown} × that of a typer app with two commands, `read --replay` of one\n"
        f"article {replayed} × `import openai, instructor`, `check` of a short draft {checked} × that."
    )


if __name__ == "__main__":
    main()
