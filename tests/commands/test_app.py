"""What all commands share: their version and help, completion, and settings of the environment."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import EMPTY
from llm_server import LLMServer
from typer.testing import CliRunner

from summariser import StoreError, __version__
from summariser.__main__ import app

Serve = Callable[..., LLMServer]
COMMANDS = ["scan", "read", "run", "check", "export", "new-topic", "forget", "batch", "doctor"]


def invoke(*arguments: str, **environment: str | None) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, [*arguments], env=environment)
    assert isinstance(done.exception, SystemExit | None), done.exception
    return done.exit_code, done.stdout, done.stderr


def test_the_version_is_one_line() -> None:
    assert invoke("--version") == (0, f"summariser {__version__}\n", "")


@pytest.mark.parametrize(
    "command", [[], *([name] for name in COMMANDS), ["batch", "submit"]], ids=str
)
def test_h_is_help(command: list[str]) -> None:
    """Of each command, and of those below it."""
    code, out, _ = invoke(*command, "-h", COLUMNS="100")
    assert code == 0
    assert out == invoke(*command, "--help", COLUMNS="100")[1]
    assert "--help" in out


@pytest.mark.heavy
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_complete(shell: str) -> None:
    """Completion asks the program itself, by its own variable."""
    done = subprocess.run(
        [Path(sys.executable).with_name("summariser")],
        env={"_SUMMARISER_COMPLETE": f"source_{shell}", "PATH": ""},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0
    assert "_SUMMARISER_COMPLETE" in done.stdout
    assert "--show-completion" in invoke("--help", COLUMNS="100")[1]


def test_model_and_server_come_from_the_environment(server: Serve, tmp_path: Path) -> None:
    """So that nobody forgets them the second time; what is typed goes before."""
    served = server(content=EMPTY)
    path = tmp_path / "a.txt"
    path.write_text("They met.", "utf-8")
    settings = {"SUMMARISER_MODEL": "of-the-environment", "SUMMARISER_BASE_URL": served.base_url}
    assert invoke("read", str(path), **settings)[0] == 0
    assert invoke("read", str(path), "--model", "typed", **settings)[0] == 0
    code, _, err = invoke("run", str(path), "--store", str(tmp_path / "s"), **settings)
    assert code == 0, err
    models = [request.body["model"] for request in served.requests]
    assert models == ["of-the-environment", "typed", "of-the-environment"]


@pytest.mark.parametrize("command", [["read"], ["run"], ["batch", "submit"]], ids=str)
def test_help_names_the_variables(command: list[str]) -> None:
    out = invoke(*command, "--help", COLUMNS="120")[1]
    assert "SUMMARISER_MODEL" in out
    assert "SUMMARISER_BASE_URL" in out


@pytest.mark.heavy
def test_an_unknown_file_is_named_in_a_line(tmp_path: Path) -> None:
    """-v and -q say more and less of what goes well, and nothing less of what does not."""
    for option in ([], ["-v"], ["-q"]):
        code, _, err = invoke("read", str(tmp_path / "no.txt"), *option)
        assert code == 1
        assert err.count("no such file") == 1


def test_v_tells_each_request_and_q_tells_no_remark(server: Serve, tmp_path: Path) -> None:
    """A line a request on standard error; the summary of the run goes under -q."""
    served = server(content=EMPTY)
    path = tmp_path / "a.txt"
    path.write_text("They met.", "utf-8")
    asked = ("--base-url", served.base_url)
    code, _, err = invoke("read", str(path), "-v", *asked)
    assert code == 0
    assert [line for line in err.splitlines() if "ok" in line and "gpt-5-mini" in line]
    assert invoke("read", str(path), *asked)[2] == ""
    store = ("--store", str(tmp_path / "s"))
    assert "1 done" in invoke("run", str(path), *store, *asked)[2]
    assert invoke("run", str(path), *store, *asked, "-q")[2] == ""
    page = ("--html", str(tmp_path / "p.html"))
    assert "1 read" in invoke("read", str(path), *asked, *page)[2]
    assert invoke("read", str(path), *asked, *page, "--quiet")[2] == ""


@pytest.mark.parametrize(
    ("error", "told"),
    [(PermissionError(13, "Permission denied", "/some/where"), "/some/where: Permission denied"),
     (ZeroDivisionError("x"), "ZeroDivisionError at "), (StoreError("locked", path="s"), "s: locked")],
    ids=repr,
)  # fmt: skip
@pytest.mark.parametrize("command", ["forget", "status"])
def test_nothing_ends_in_a_traceback(
    monkeypatch: pytest.MonkeyPatch, error: Exception, told: str, command: str
) -> None:
    """Whatever is raised, and wherever: a line, and an exit code that is not 0."""

    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("summariser.store.Store.__init__", fails)
    arguments = ["forget", "s", "x"] if command == "forget" else ["batch", "status", "s"]
    code, out, err = invoke(*arguments)
    assert code in (1, 2)
    assert out == ""
    assert told in err
    assert "Traceback" not in err


@pytest.mark.heavy
@pytest.mark.parametrize("term", ["xterm", "dumb"])
@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("command", ["read", "run", "doctor"])
def test_help_cuts_no_name_off(command: str, columns: int, term: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "summariser", command, "-h"],
        capture_output=True,
        env={"COLUMNS": str(columns), "TERM": term, "PYTHONUTF8": "1"},
        timeout=60,
    )
    shown = done.stdout.decode()
    # What stands beside the options is no narrower than ten, and an option's choices are one word.
    lines = [line for line in shown.splitlines() if "|" not in line]
    assert max(len(line.rstrip()) for line in lines) <= max(columns, 46)
    assert "SUMMARISER_BASE_URL" in "".join(shown.split())  # on two lines, if need be
    assert "…" not in shown
    assert ("╭" in shown) == (columns == 80 and term == "xterm")
