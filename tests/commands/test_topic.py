"""The commands with a topic of one's own: what to look for is a class that the caller names."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from batch_server import BatchServer, answered
from conftest import CANARY
from llm_server import LLMServer
from typer.testing import CliRunner

from summariser import Store
from summariser.__main__ import app

Serve = Callable[..., LLMServer]

TOPIC = '''
"""A topic."""
from summariser import Grounded, Money, Party, Summary


class Sanction(Grounded):
    """A restriction that the text says was imposed."""

    target: Party
    values: list[Money] = []


class Sanctions(Summary):
    """The sanctions an article reports."""

    sanctions: list[Sanction]


class Plain:
    """No topic."""


class Pairs(Summary):
    """No list."""

    pairs: tuple[Sanction, Sanction]
'''
TEXT = "Norvik fined Lumen Rail 5 million dollars on Monday."
SANCTION = {
    "evidence": [1], "text": "A fine was imposed.",
    "target": {"verbatim": "Lumen Rail", "name": "Lumen Rail", "role": "other", "country": None},
    "values": [{
        "verbatim": "5 million dollars", "amount": "5000000", "upper": None, "currency": "USD",
        "qualifier": "exact", "per": "total",
    }],
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where one works: a module with the topic, its prompt, an article."""
    (tmp_path / "my_topics.py").write_text(TOPIC)
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / "sanctions.v1.user.jinja").write_text(
        "Sanctions in: {{ article.text }}"
    )
    (tmp_path / "norvik.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path])
    yield tmp_path
    sys.modules.pop("my_topics", None)


OWN = ("--schema", "my_topics:Sanctions")
ASKED = (*OWN, "--prompt", "sanctions.v1", "--prompts", "prompts")


def command(*arguments: Any, base_url: str = "http://127.0.0.1:9/v1") -> tuple[int, str, str]:
    environment = {"OPENAI_API_KEY": CANARY, "OPENAI_BASE_URL": base_url}
    done = CliRunner().invoke(app, [*map(str, arguments)], env=environment)
    assert isinstance(done.exception, SystemExit | None), done.exception
    return done.exit_code, done.stdout, done.stderr


def test_read(folder: Path, server: Serve) -> None:
    """What the model is asked for, and what is shown, is the topic."""
    served = server(["ok"], content={"sanctions": [SANCTION]})
    code, out, told = command("read", "norvik.txt", *ASKED, base_url=served.base_url)
    assert code == 0, told
    assert "SANCTIONS (1)" in out
    (request,) = served.requests
    assert request.body["messages"][-1]["content"] == f"Sanctions in: {TEXT}"


def test_run_and_export(folder: Path, server: Serve) -> None:
    """A store of one's own topic is exported, and read from Python, with its class."""
    served = server(["ok"], content={"sanctions": [SANCTION]})
    run = ("run", "norvik.txt", "--store", "run.sqlite")
    code, _, told = command(*run, *ASKED, base_url=served.base_url)
    assert code == 0, told
    for suffix in (".csv", ".jsonl", ".html"):
        code, _, told = command("export", "run.sqlite", f"out{suffix}", *OWN)
        assert code == 0, told
    (row,) = csv.DictReader((folder / "out.csv").read_text().splitlines())
    assert (row["target_name"], row["amount"], row["verdict"]) == (
        "Lumen Rail",
        "5000000",
        "computed",
    )
    assert json.loads((folder / "out.jsonl").read_text())["sanctions"]
    from my_topics import Sanctions  # type: ignore[import-not-found]

    with Store("run.sqlite", create=False) as store:
        (summary,) = store.summaries(Sanctions)
        assert type(summary) is Sanctions
        assert summary.sanctions[0].values[0].amount == 5_000_000
        assert summary.article.name == "norvik.txt"
    code, _, told = command("export", "run.sqlite", "summits.csv")
    assert code == 1
    assert "norvik.txt: it holds no SummitSummary: give the schema it was made with" in told


def test_summaries_of_another_topic(folder: Path, server: Serve) -> None:
    """The wrong class is told by name."""
    served = server(["ok"], content={"sanctions": [SANCTION]})
    command("run", "norvik.txt", "--store", "run.sqlite", *ASKED, base_url=served.base_url)
    from summariser import SummitSummary

    with (
        Store("run.sqlite", create=False) as store,
        pytest.raises(ValueError, match=r"norvik.txt: it holds no SummitSummary"),
    ):
        list(store.summaries(SummitSummary))


def test_an_empty_store_has_the_columns_of_its_topic(folder: Path) -> None:
    """Head line only."""
    with Store("run.sqlite"):
        pass
    code, _, told = command("export", "run.sqlite", "out.csv", *OWN)
    assert code == 0, told
    assert '"target_name"' in (folder / "out.csv").read_text()


def test_batches(folder: Path) -> None:
    """Submitted and fetched with the class that is named; without it, it says so."""
    with BatchServer() as served:
        url = served.base_url
        code, _, told = command("batch", "submit", "run.sqlite", "norvik.txt", *ASKED, base_url=url)
        assert code == 0, told
        (batch,) = served.batches
        rows = served.rows(batch)
        code, shown, told = command("batch", "status", "run.sqlite", base_url=url)
        assert code == 0, told
        assert batch in shown + told
        served.end(batch, output=[answered(row, {"sanctions": [SANCTION]}) for row in rows])
        code, _, told = command(
            "batch", "fetch", "run.sqlite", "--prompts", "prompts", base_url=url
        )
        assert code == 2
        assert "--schema" in told
        fetch = ("batch", "fetch", "run.sqlite", *OWN, "--prompts", "prompts")
        code, _, told = command(*fetch, base_url=url)
        assert code == 0, told
        assert "1 summaries, 0 failures" in told


@pytest.mark.parametrize(
    ("schema", "hint"),
    [
        ("nowhere:Sanctions", "No module named 'nowhere'"),
        ("my_topics:Nothing", "has no attribute 'Nothing'"),
        ("my_topics", "package.module:Class"),
        ("my_topics:Plain", "subclass of summariser.Summary"),
        (":Sanctions", "--schema :Sanctions"),
        ("my_topics:Pairs", "Pairs.pairs is a tuple: make it a list"),
    ],
)
@pytest.mark.parametrize("asks", [("read", "norvik.txt"), ("run", "norvik.txt", "--store", "s")])
def test_a_wrong_class(folder: Path, asks: tuple[str, ...], schema: str, hint: str) -> None:
    """One sentence says what to give, before anything is asked or made."""
    code, _, told = command(*asks, "--schema", schema)
    assert code == 2
    assert hint in " ".join(told.replace("│", " ").split())
    assert not (folder / "s").exists()
