"""Runs of the command line, in a process of their own and in this one."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from conftest import CANARY
from llm_server import Request
from typer.testing import CliRunner

from summariser import from_jsonl
from summariser.__main__ import app

EMPTY = {"summit": None, "overview": "Nothing.", "outcomes": [], "deals": [], "positions": []}

ENVIRONMENT = {"PATH": "", "NO_PROXY": "127.0.0.1", "PYTHONUTF8": "1", "SUMMARISER_CONFIG": ""}

KEY = {"OPENAI_API_KEY": CANARY}  # which must be in no file afterwards, and no message


def text(number: int) -> str:
    return f"Talks opened in Norvik on day {number}. They went on for hours."


def day(request: Request) -> int:
    """Which article of the corpus a request is about."""
    found = re.search(r"on day (\d+)\.", request.body["messages"][1]["content"])
    assert found
    return int(found[1])


def wait_for(condition: Callable[[], object]) -> None:
    """Look again and again, for a minute."""
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.01)


def corpus(folder: Path, articles: int) -> Path:
    path = folder / "articles.jsonl"
    lines = [json.dumps({"id": f"a{number}", "text": text(number)}) for number in range(articles)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def start(*arguments: Any, key: dict[str, str] = KEY) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "summariser", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT | key,
    )


def run(*arguments: Any, key: dict[str, str] = KEY) -> tuple[int, str]:
    """Exit code and standard error, of the command in this process, which starts faster."""
    environment = {"OPENAI_API_KEY": None, **key}
    done = CliRunner().invoke(app, [*map(str, arguments)], env=environment)
    assert isinstance(done.exception, SystemExit | None), done.exception
    assert done.stdout == ""
    assert CANARY not in done.stderr
    return done.exit_code, done.stderr


def exported(store: Path) -> list[str | None]:
    """The names of the articles in an export, in order."""
    out = store.with_suffix(".jsonl")
    assert run("export", store, out)[0] == 0
    return [summary.article.name for summary in from_jsonl(out) if summary.article]
