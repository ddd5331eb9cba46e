"""Ten articles in one run, each with a trouble of its own: all ten are accounted for."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import CANARY
from extras import needs
from llm_server import LLMServer, Reply, Request, completion
from samples import deal
from typer.testing import CliRunner

from summariser import SummitSummary, from_jsonl
from summariser.__main__ import app

pytestmark = needs("trafilatura", "webencodings", extra="web")

PAGE = """<html lang="en"><head><title>Ferry order</title>
<style>.quiet {{ color: currentColor; background: currentColor }}</style></head>
<body><article><h1>Ferry order</h1><p class="quiet">{text}</p></article></body></html>"""
FILES = {
    "sound.txt": "Lumen Rail signed a contract with the port of Norvik.",
    "moderated.txt": "A bomb was defused near the port of Norvik before the talks.",
    "clock.txt": "会谈于十点三十分开始，港口将投资二十点五亿元，占百分之十点五。",
    "page.html": PAGE.format(text="Lumen Rail ordered four ferries from the yard of Norvik. " * 9),
    "unforeseen.txt": "The quarry of Norvik is silent.",
    "too_many.txt": "Every pier of Norvik is for sale.",
    "crowded.txt": "12 " * 1500 + "piers were built in Norvik.",
    "change.txt": "Trade of Norvik surged from $3 billion to $5 billion.",
    "invented.txt": "The talks in Norvik ended.\n\nNo contract was signed, said Ada Quill.",
    "unreachable.txt": "The mayor of Norvik is on leave.",
}
NOTHING: dict[str, Any] = {
    "summit": None, "overview": "News.", "outcomes": [], "deals": [], "positions": [],
}  # fmt: skip


def sum_of(verbatim: str, amount: str) -> dict[str, Any]:
    return {
        "verbatim": verbatim, "amount": amount, "upper": None, "currency": "USD",
        "qualifier": "exact", "per": "total",
    }  # fmt: skip


def things(quantity: str) -> list[dict[str, Any]]:
    return [{"verbatim": "12", "name": "piers", "quantity": quantity, "unit": None}]


def bare(text: str, **fields: Any) -> dict[str, Any]:
    return deal(text) | {"evidence": [1], "parties": [], "values": [], "deliverables": []} | fields


ANSWERS: dict[str, list[dict[str, Any]]] = {
    "Lumen Rail signed": [bare("A contract was signed.")],
    "十点三十分": [],
    "ferries": [bare("Ferries were ordered.")],
    "quarry": [bare("The quarry is silent.")],
    "Every pier": [bare(f"Pier {number}.") for number in range(501)],
    "piers were built": [bare("Piers.", deliverables=things("13"))] * 20,
    "surged": [bare("Trade grew.", values=[sum_of("$5 billion", "5000000000")])],
    "talks in Norvik ended": [bare("A sale.", values=[sum_of("$9 million", "9000000")])],
}


def answer(request: Request) -> Any:
    asked = json.dumps(request.body, ensure_ascii=False)
    if "defused" in asked:
        told = {"error": {"message": "Flagged by moderation", "code": "content_policy_violation"}}
        return Reply(403, json.dumps(told).encode())
    if "mayor" in asked:
        return "503"
    found = next(deals for words, deals in ANSWERS.items() if words in asked)
    return completion(NOTHING | {"deals": found})


def command(*arguments: Any, served: LLMServer) -> tuple[int, str]:
    environment = {"OPENAI_API_KEY": CANARY, "OPENAI_BASE_URL": served.base_url}
    done = CliRunner().invoke(app, [*map(str, arguments)], env=environment)
    assert isinstance(done.exception, SystemExit | None), done.exception
    return done.exit_code, done.stderr


@pytest.mark.heavy
def test_all_ten_are_accounted_for(
    server: Callable[..., LLMServer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each by its name: as a summary, or with what went wrong; what was paid for is not lost."""
    folder, store = tmp_path / "in", tmp_path / "run.sqlite"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    sound = __import__("summariser.reading.candidates", fromlist=["examine"]).examine

    def broken(item: Any, index: Any) -> Any:
        if "quarry" in index.article.text:
            raise LookupError("the quarry of Norvik")
        return sound(item, index)

    monkeypatch.setattr("summariser.reading.candidates.examine", broken)
    served = server(answer)
    code, told = command("run", folder, "--store", store, served=served)
    assert code == 1
    assert "6 done, 4 failed, 0 to do" in told
    assert "silent" not in told

    files = {suffix: tmp_path / f"out{suffix}" for suffix in (".jsonl", ".csv", ".html")}
    failed = tmp_path / "failed.jsonl"
    for file in files.values():
        code, told = command("export", store, file, "--failed", failed, served=served)
        assert code == 0, told
    summaries = {
        Path(summary.article.name or "").name: summary
        for summary in from_jsonl(files[".jsonl"], SummitSummary)
        if summary.article
    }
    errors = {
        Path(each["name"]).name: (each["error"], each["kind"])
        for each in map(json.loads, failed.read_text("utf-8").splitlines())
    }
    assert summaries.keys() | errors.keys() == FILES.keys()
    assert errors == {
        "moderated.txt": ("ReplyError", "filtered"),
        "unforeseen.txt": ("InternalError", "LookupError"),
        "too_many.txt": ("ReplyError", "invalid"),
        "unreachable.txt": ("ProviderError", "unavailable"),
    }
    assert summaries["change.txt"].deals[0].values[0].amount == 5_000_000_000
    assert {check.verdict for check in summaries["change.txt"].deals[0].checks} <= {
        "exact",
        "computed",
    }
    for name, rejected in (("invented.txt", 1), ("crowded.txt", 20)):
        assert len(summaries[name].rejected) == rejected
        assert f"{rejected} rejected" in files[".html"].read_text("utf-8")
    rows = list(csv.DictReader(files[".csv"].read_text("utf-8").splitlines()))
    assert {Path(row["article_name"]).name for row in rows} == {
        "sound.txt",
        "page.html",
        "change.txt",
    }
    assert all(row["title"] for row in rows)

    monkeypatch.undo()
    asked = len(served.requests)
    code, told = command("run", folder, "--store", store, served=served)
    assert "7 done, 3 failed, 0 to do" in told
    again = [json.dumps(each.body, ensure_ascii=False) for each in served.requests[asked:]]
    assert again
    assert all("mayor" in each for each in again)  # the one that could not be sent
