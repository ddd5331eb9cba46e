"""README and docs are true: what they show runs, and prints what stands there.

A page's blocks run in order, in a folder of their own beside the project's articles and cassettes:

- Python always, one after the other in one namespace.  A comment behind an expression that begins
  like a value is its value, behind a ``print`` what that prints.
- Commands behind a ``$`` where output is shown, below them or in a block of ``text`` right behind.
  Where none is shown they are only read: each must be a command that there is, with its options.

In what is shown, "…" stands for anything within its line, and alone on a line for any lines.  A
block of Python that cannot run here says so, "# needs Ray", and is counted.
"""

from __future__ import annotations

import ast
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import typer.main
from extras import needs

from summariser.__main__ import app

ROOT = Path(__file__).parent.parent
PAGES = ["README.md", *sorted(f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md"))]
BESIDE = ("benchmarks", "cassettes", "docs", "examples", "prompts", "seeds", "tests")
NEEDS = {
    "docs/first.md": ["Jupyter"],
    "docs/providers.md": ["an OpenTelemetry provider: run by tests/llm/test_tracing.py"],
    "docs/scale.md": ["Ray, and a folder of Parquet: tests/test_cluster.py has the like"],
}
EXTRAS = {"docs/archive.md": needs("pypdfium2", extra="documents")}
# What of a shell stands in the docs, beside our own command.
OTHERS = "make echo cat cd cp mkdir export . head jq python python3 .venv/bin/python .venv/bin/pip".split()


@dataclass(frozen=True)
class Block:
    """A block of code, and what it prints if that is shown behind it."""

    language: str
    code: str
    behind: str | None = None

    @property
    def lines(self) -> list[str]:
        """The commands of a shell, without what they print."""
        return [line[2:] for line in self.code.splitlines() if line.startswith("$ ")]

    @property
    def shown(self) -> str | None:
        """What a shell prints."""
        printed = [line for line in self.code.splitlines() if not line.startswith("$ ")]
        return self.behind or "\n".join(printed).strip("\n") or None


def blocks(page: str) -> Iterator[Block]:
    """Those of a page, in order."""
    text = (ROOT / page).read_text("utf-8")
    found = re.finditer(
        r"^```([\w{}-]+)\n(.*?)^```\n(?:\n^```text\n(.*?)^```)?", text, re.MULTILINE | re.DOTALL
    )
    for language, code, behind in (each.groups() for each in found):
        yield Block(language, code, behind and behind.strip("\n"))


def like(shown: str) -> re.Pattern[str]:
    """What is shown, where … stands for what may differ."""
    lines = [
        "(?:.*\n)*?.*" if line.strip() == "…" else re.escape(line).replace("…", ".*?")
        for line in shown.splitlines()
    ]
    return re.compile("\n".join(lines))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty one beside the project's own."""
    for name in BESIDE:
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.heavy
@pytest.mark.parametrize("page", [pytest.param(each, marks=EXTRAS.get(each, ())) for each in PAGES])
def test_what_is_shown_is_what_comes_out(page: str, folder: Path) -> None:
    """Each block of a page, in order."""
    names: dict[str, Any] = {"__name__": "__page__"}
    wanting = []
    for block in blocks(page):
        if block.language == "console" and block.shown:
            came = printed(block.lines)
            assert like(block.shown).search(came), f"{came}\nis not\n{block.shown}"
        elif block.language == "text":
            pytest.fail(f"nobody knows what prints this:\n{block.code}")
        elif block.language == "python":
            if need := re.match("# needs (.*)", block.code):
                wanting.append(need[1])
            else:
                run(block, names)
    assert wanting == NEEDS.get(page, [])


def printed(commands: list[str]) -> str:
    """What these commands print, one after the other."""
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "100",
        "PYTHONUTF8": "1",
        "HOME": str(Path.cwd()),
    }
    done = subprocess.run(
        ["bash", "-c", "\n".join(commands)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,  # a draft with faults ends with 1
    )
    return done.stdout.decode()


def run(block: Block, names: dict[str, Any]) -> None:
    """Runs Python, statement by statement, and compares what is shown."""
    told = ""
    for node in ast.parse(block.code).body:
        value = None
        with redirect_stdout(StringIO()) as said:
            if isinstance(node, ast.Expr):
                value = eval(compile(ast.Expression(node.value), "page", "eval"), names)
            else:
                exec(compile(ast.Module([node], []), "page", "exec", dont_inherit=True), names)
        told += said.getvalue()
        if isinstance(node, ast.Expr) and (shown := shown_behind(node, block.code)):
            came = said.getvalue().strip() if value is None else repr(value)
            is_shown = like(shown).fullmatch(came) or shown.startswith(f"{came}: ")
            assert is_shown, f"{came} is not {shown}"
    if block.behind:
        assert like(block.behind).search(told), f"{told}\nis not\n{block.behind}"


def shown_behind(node: ast.Expr, code: str) -> str | None:
    """What the comment behind an expression says that it is or prints, if it does."""
    line = code.splitlines()[node.end_lineno - 1].encode()[node.end_col_offset :].decode()  # type: ignore[operator]
    comment = line.partition("# ")[2]
    is_value = re.match(r"""[\[{('"0-9]|[A-Z]\w*\(|(True|False|None)\b""", comment)
    return comment if is_value or ast.unparse(node).startswith("print(") else None


@pytest.mark.parametrize("page", PAGES)
def test_every_command_shown_is_one_that_there_is(page: str) -> None:
    """With the options it has, though it may not be run here."""
    root = typer.main.get_command(app)
    for block in blocks(page):
        for line in block.lines if block.language == "console" else []:
            for command in re.split(r" (?:\||&&) ", re.sub(r"\s# .*", "", line)):
                check(shlex.split(command), root)


def check(words: list[str], command: Any) -> None:
    """Follows the words of a command, as far as it has commands within."""
    while words and re.fullmatch(r"[A-Z_]+=.*", words[0]):
        words = words[1:]
    if not words or words[0] in OTHERS:
        return
    assert words.pop(0).rpartition("/")[2] == "summariser"
    while hasattr(command, "commands") and words and not words[0].startswith("-"):
        command = command.commands[words.pop(0)]
    context = command.make_context("summariser", [], resilient_parsing=True)
    known = {name for param in command.get_params(context) for name in param.opts}
    assert {word for word in words if re.match("--?[a-z]", word)} <= known
