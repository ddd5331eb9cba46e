"""``summariser new-topic``: what is written works as it stands, or is refused in one sentence."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summariser import SettingError
from summariser.__main__ import app
from summariser.topics import new_topic

NO_NAMES = [
    "", "_", "_sanctions", "2025", "Sanctions", "export-bans", "a.b", "../sanctions", "санкции",
    "ﬁnes", "a" * 80,
    "class", "match", "none", "true",  # words of Python itself, as a module's name or a class's
]  # fmt: skip
TAKEN = [
    "notes", "usage", "rejected", "items", "verdict", "article", "copy",  # by every summary
    "json", "types", "email", "pydantic", "summariser",  # by modules that are there
    "summary", "money", "nameds", "moneys", "path", "verify",  # by what the files import
]  # fmt: skip


@pytest.mark.parametrize("name", NO_NAMES)
def test_what_is_no_name(tmp_path: Path, name: str) -> None:
    """Nothing is written for it."""
    with pytest.raises(SettingError, match="names no topic: give small letters"):
        new_topic(name, tmp_path)
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("name", TAKEN)
def test_a_name_that_is_taken(tmp_path: Path, name: str) -> None:
    """By a field of every summary, a module that would be read in its place, or a class beside it."""
    with pytest.raises(SettingError, match=f"{name} is a name .*: call yours something else"):
        new_topic(name, tmp_path)
    assert [*tmp_path.iterdir()] == []


def test_files_in_the_way(tmp_path: Path) -> None:
    """None is overwritten, and none of the others is written."""
    (tmp_path / "test_sanctions.py").write_text("mine")
    with pytest.raises(SettingError, match=r"test_sanctions\.py is there already"):
        new_topic("sanctions", tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["test_sanctions.py"]


@pytest.mark.heavy
@pytest.mark.parametrize("folder", [None, "my topics/2025"])
def test_what_is_told_can_be_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str | None
) -> None:
    """The test that is written passes, and the command that is told finds the class and its prompt."""
    monkeypatch.chdir(tmp_path)
    arguments = ["new-topic", "export_bans", *(["--folder", folder] if folder else [])]
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, done.output
    *_, test, then = done.stderr.splitlines()
    run = subprocess.run(
        [sys.executable, "-m", *shlex.split(test.split(": ", 1)[1]), "-q", "-p", "no:cacheprovider"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout
    where, told = then.split(": ", 1)
    assert where == (f"then, in {folder}" if folder else "then")
    (tmp_path / (folder or "") / "FILE").write_text("They met.")
    asked = subprocess.run(
        [sys.executable, "-m", *shlex.split(told), "--replay", "none.yaml"],
        cwd=tmp_path / (folder or ""), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "none.yaml" in asked.stderr, asked.stderr
