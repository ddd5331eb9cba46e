"""The config file: what options stand for where neither the command line nor a variable says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from platformdirs import user_config_path
from typer.testing import CliRunner

from summariser.__main__ import app


def told(*arguments: str, **environment: str) -> tuple[int, str]:
    given: dict[str, str | None] = {"OPENAI_API_KEY": None, **environment}
    done = CliRunner().invoke(app, arguments, env=given | {"COLUMNS": "300"})
    assert isinstance(done.exception, SystemExit | None), done.exception
    return done.exit_code, done.output


def model_that_is_asked(*arguments: str, **environment: str) -> str:
    """Its name, and where: the doctor says it, and asks nobody."""
    _, out = told("doctor", "--offline", "--json", *arguments, **environment)
    findings: list[dict[str, Any]] = json.loads(out)["findings"]
    return str(next(each["told"] for each in findings if each["about"] == "model"))


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    path = tmp_path / "mine.toml"
    monkeypatch.setenv("SUMMARISER_CONFIG", str(path))

    def write(text: str | bytes) -> Path:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def test_what_says_more_goes_first(written: Any) -> None:
    """The command line, then a variable, then what is for the command, then what is for all."""
    written('model = "for-all"\nbase-url = "http://127.0.0.1:9/v1"\n')
    assert model_that_is_asked().startswith("for-all at http://127.0.0.1:9")
    written('model = "for-all"\nbase_url = "http://127.0.0.1:9/v1"\n[doctor]\nmodel = "own"\n')
    assert model_that_is_asked().startswith("own at http://127.0.0.1:9")
    assert model_that_is_asked(SUMMARISER_MODEL="variable").startswith("variable at")
    asked = model_that_is_asked("--model", "given", SUMMARISER_MODEL="variable")
    assert asked.startswith("given at")


def test_a_switch(written: Any, tmp_path: Path) -> None:
    """It is true or false."""
    article = tmp_path / "a.txt"
    article.write_text("Talks opened on 3 May.")
    written("[scan]\njson = true")
    assert json.loads(told("scan", str(article))[1])["dates"]
    written("[scan]\njson = false")
    assert not told("scan", str(article))[1].startswith("{")


def test_a_command_within_another(written: Any, tmp_path: Path) -> None:
    """What is for ``batch`` is for both that take it; ``[batch.submit]`` for that one alone."""
    store = str(tmp_path / "none.sqlite")
    written('[batch]\nbase-url = "http://127.0.0.1:9/v1"\nwindow = 4000')
    assert "none.sqlite" in told("batch", "status", store)[1]
    written("[batch.submit]\nwindow = true")
    code, out = told("batch", "status", store)
    assert (code, "window: " in out) == (2, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('modell = "x"', "no command has an option modell; keys stay in the environment"),
        ('api_key = "x"', "no command has an option api_key; keys stay in the environment"),
        ('[read]\nmodell = "x"', "[read] has no option modell"),
        ("[reed]\nwindow = 4000", "[reed] is no command"),
        ("[check]\nwindow = 4000", "[check] has no option window"),
        ("[batch]\nwindows = 4000", "no command has an option windows"),
        ("[batch.sumbit]\nwindow = 4000", "[sumbit] is no command"),
        ("[read.model]\nname = 'x'", "[read] has no option model"),
        ("[read]\nconcurrency = 0", "concurrency: Input should be greater than or equal to 1"),
        ('[read]\nconcurrency = "many"', "concurrency: Input should be a valid integer"),
        ('[read]\nstrict = "perhaps"', "strict: "),
        ('mode = "shout"', "mode: "),
        ("model = [1", "Unclosed array"),
        (b"model = '\xff'", "utf-8"),
    ],
)
def test_what_cannot_be_meant(written: Any, text: str | bytes, words: str) -> None:
    """One message, which names the file and the place in it; nothing is done."""
    path = written(text)
    code, out = told("doctor", "--offline")
    assert code == 2
    assert str(path) in out
    assert words in out


def test_where_it_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system keeps such files; a file that is named must be there."""
    monkeypatch.delenv("SUMMARISER_CONFIG")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    path = user_config_path("summariser", appauthor=False) / "config.toml"
    assert f"{path} (there is none)" in told("doctor", "--offline")[1]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('model = "mine"\nbase-url = "http://127.0.0.1:9/v1"')
    assert model_that_is_asked().startswith("mine at")
    code, out = told("doctor", "--offline", SUMMARISER_CONFIG=str(tmp_path / "none.toml"))
    assert (code, "No such file" in out) == (2, True)
    assert "none is read" in told("doctor", "--offline", SUMMARISER_CONFIG="")[1]
