"""``summariser doctor``: what is there, what is missing, and what to do about each of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from command_line import EMPTY, corpus
from command_line import run as run_it
from conftest import CANARY
from llm_server import LLMServer, Reply, Request
from typer.testing import CliRunner

from summariser import __version__
from summariser.__main__ import app
from summariser.languages import LANGUAGES

Serve = Callable[..., LLMServer]


def doctor(*arguments: Any, **environment: str) -> tuple[int, str]:
    """Exit code and all that was said; the key is in none of it."""
    keyless: dict[str, str | None] = {"OPENAI_API_KEY": None}
    done = CliRunner().invoke(
        app, ["doctor", *map(str, arguments)], env={**keyless, **environment, "COLUMNS": "100"}
    )
    assert isinstance(done.exception, SystemExit | None), done.exception
    assert CANARY not in done.output
    return done.exit_code, done.output


def findings(*arguments: Any, **environment: str) -> dict[str, dict[str, str]]:
    code, out = doctor(*arguments, "--json", **environment)
    told = json.loads(out)
    assert told["healthy"] == (code == 0)
    return {each["about"]: each for each in told["findings"]}


def test_all_is_well(server: Serve) -> None:
    """One question is asked, and what it took is said."""
    served = server(content=EMPTY)
    code, out = doctor("--base-url", served.base_url, OPENAI_API_KEY=CANARY)
    assert code == 0, out
    assert len(served.requests) == 1
    assert "json_schema" in out
    assert "150 tokens" in out
    for name in ("Python", "openai", "instructor", "pydantic", __version__, *LANGUAGES):
        assert name in out


def test_without_a_key_it_says_what_to_set() -> None:
    """Nobody is asked; the rest is told all the same."""
    told = findings()
    assert told["key"]["state"] == "problem"
    assert "OPENAI_API_KEY" in told["key"]["advice"]
    assert "model" not in told
    assert told["openai"]["state"] == "ok"


def test_the_key_that_is_looked_for_is_the_provider_s() -> None:
    told = findings("--model", "groq/some-model")
    assert "GROQ_API_KEY" in told["key"]["told"] + told["key"]["advice"]


def test_offline_asks_nobody(server: Serve) -> None:
    served = server(content=EMPTY)
    code, _ = doctor("--offline", "--base-url", served.base_url)
    assert (code, served.requests) == (0, [])


@pytest.mark.parametrize(
    ("plan", "says"),
    [("401", "API key"), ("404", "model's name"), ("429_quota", "billing"), ("200_html", "base_url"),
     ("plain_text", "does not have the form")],
)  # fmt: skip
def test_what_is_wrong_with_the_provider(server: Serve, plan: str, says: str) -> None:
    served = server([plan], content=EMPTY)
    told = findings("--base-url", served.base_url, OPENAI_API_KEY=CANARY)
    assert told["key"]["state"] == "ok"
    assert told["model"]["state"] == "problem"
    assert says in told["model"]["told"] + told["model"]["advice"]


def test_nobody_listens() -> None:
    told = findings("--base-url", "http://127.0.0.1:9/v1")
    assert "cannot be reached" in told["model"]["told"]


def test_an_address_that_is_none() -> None:
    code, out = doctor("--base-url", "localhost:11434")
    assert code == 1
    assert "http://localhost:11434/v1" in out


def test_the_mode_that_is_needed_is_told(server: Serve) -> None:
    """So that one can set it, and be spared the refusals."""
    refusal = {"error": {"message": "response_format json_schema is not supported"}}

    def plan(request: Request) -> Any:
        format_ = request.body.get("response_format", {}).get("type")
        return Reply(400, json.dumps(refusal).encode()) if format_ == "json_schema" else "ok"

    served = server(plan, content=EMPTY)
    told = findings("--base-url", served.base_url)
    assert told["model"]["state"] == "ok"
    assert "--mode json_object" in told["model"]["advice"]


def test_extras_that_are_missing_say_how_to_install_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are no problem: nobody needs all of them."""
    monkeypatch.setattr("summariser.commands.doctor.missing", lambda extra: ["pandas"])
    told = findings("--offline", "--base-url", "http://127.0.0.1:9/v1")
    assert told["extra pandas"]["state"] == "missing"
    assert "'.[pandas]'" in told["extra pandas"]["advice"]
    assert told["extra pandas"]["told"] == "not installed: pandas, for data frames"


def test_a_store_is_looked_through(server: Serve, tmp_path: Path) -> None:
    served, store = server(content=EMPTY), tmp_path / "s.sqlite"
    asked = ("--base-url", served.base_url, "--offline", "--store", store)
    run_it("run", corpus(tmp_path, 3), "--store", store, *asked[:2])
    told = findings(*asked)
    assert told["store"]["state"] == "ok"
    assert "3 done, 0 failed, 0 to do" in told["store"]["told"]
    with closing(sqlite3.connect(store)) as raw, raw:
        raw.execute("UPDATE articles SET json = 'nonsense' WHERE number = 1")
    told = findings(*asked)
    assert told["store"]["state"] == "problem"
    assert told["store"]["advice"]


@pytest.mark.parametrize("kind", ["none", "folder", "text", "other"])
def test_what_is_no_store(tmp_path: Path, kind: str) -> None:
    """Nothing is created, and nothing raised."""
    path = tmp_path / "s.sqlite"
    if kind == "folder":
        path.mkdir()
    elif kind == "text":
        path.write_text("no store at all, but long enough for a header of SQLite" * 20)
    elif kind == "other":
        with closing(sqlite3.connect(path)) as raw, raw:
            raw.execute("CREATE TABLE theirs (one)")
    told = findings("--offline", "--base-url", "http://127.0.0.1:9/v1", "--store", path)
    assert told["store"]["state"] == "problem"
    assert str(path) in told["store"]["told"]
    assert path.exists() == (kind != "none")


def test_what_nobody_foresaw_is_told_as_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(extra: str) -> list[str]:
        raise ZeroDivisionError

    monkeypatch.setattr("summariser.commands.doctor.missing", fails)
    code, out = doctor("--offline")
    assert code == 1
    assert "ZeroDivisionError" in out
