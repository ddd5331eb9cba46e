"""``summariser scan``, as a newcomer without a key meets it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from record import ARTICLES
from typer.testing import CliRunner, Result

from summariser import Scan
from summariser.__main__ import app


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    """The command, where nobody has given a key."""
    environment = {"OPENAI_API_KEY": None, "COLUMNS": "80", "TERM": "dumb"}
    done = CliRunner().invoke(app, ["scan", *map(str, arguments)], input=stdin, env=environment)
    assert isinstance(done.exception, SystemExit | None), done.exception
    return done


def test_a_file_is_scanned() -> None:
    """Kinds and readings with their sentences; no verdict, no cost, and no kind that is empty."""
    done = run(ARTICLES["lakes_summit_en"])
    assert (done.exit_code, done.stderr) == (0, "")
    for shown in (
        "SUMS (5)",
        "$1.2 billion = 1,200,000,000 USD [5]",
        "…and the two sides signed for $1.2 billion on Friday evening.",
        "12 September 2025 · 2025-09-12 [2]",
        "Oona Brask · form: Brask · description: a trade economist at the",
        "speaker: Ingrid Tolvaren [7]",
        "put off · postponed [1]",
    ):
        assert shown in done.stdout
    for unshown in ("exact", "✓", "request", "token", "none", "not checked", "INSTRUCTIONS"):
        assert unshown not in done.stdout


@pytest.mark.parametrize("columns", [40, 80])
def test_it_is_as_wide_as_the_terminal(columns: int) -> None:
    """No line is longer."""
    environment = {"COLUMNS": str(columns), "TERM": "dumb"}
    done = CliRunner().invoke(app, ["scan", str(ARTICLES["reka_tarif_ru"])], env=environment)
    assert max(map(len, done.stdout.splitlines())) <= columns


def test_json_is_one_object_a_line() -> None:
    """Which can be read back."""
    done = run(ARTICLES["lakes_summit_en"], ARTICLES["hard_case"], "--json")
    lines = done.stdout.splitlines()
    assert [len(json.loads(line)["sums"]) for line in lines] == [5, 8]
    assert [scan.article.language for scan in map(Scan.model_validate_json, lines)] == ["en", "ru"]


def test_standard_input() -> None:
    """- reads the article from standard input."""
    done = run("-", "--language", "en", stdin="Ida Holm signed for $2 million.")
    assert done.exit_code == 0
    assert "$2 million = 2,000,000 USD [1]" in done.stdout


def test_the_language_is_the_one_that_is_given() -> None:
    """Where a guess would have been another; what is no code is refused."""
    done = run("-", "--language", "es", "--json", stdin="Pagan $5 mil.")
    assert [each["amount"] for each in json.loads(done.stdout)["sums"]] == ["5000"]
    done = run("-", "--language", "Spanish!", stdin="Pagan.")
    assert done.exit_code == 2
    assert "ISO 639-1" in done.stderr


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    """It is named with its fault, the others are shown, in the page too, and the exit code is 1."""
    (tmp_path / "empty.txt").write_bytes(b" \n")
    page = tmp_path / "page.html"
    files = [tmp_path / "missing.txt", tmp_path / "empty.txt", ARTICLES["lakes_summit_en"]]
    done = run(*files, "--html", page)
    assert done.exit_code == 1
    assert "missing.txt: no such file" in done.stderr
    assert "empty.txt" in done.stderr
    assert f"{page}: 1 read" in done.stderr
    assert "$1.2 billion" in done.stdout
    assert page.read_text("utf-8").count("<section") == 1
    done = run(files[2], "--html", tmp_path)
    assert done.exit_code == 1
    assert "cannot be written" in done.stderr


def test_help_says_that_no_key_is_needed() -> None:
    """In the first lines."""
    done = run("--help")
    assert "it needs no key" in re.sub(r"\s+", " ", done.stdout)
