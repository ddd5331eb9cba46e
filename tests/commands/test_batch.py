"""Batches by the command line: submitted, looked at, fetched, exported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from batch_server import BatchServer, answered, not_run
from command_line import EMPTY, corpus, exported, run, start

from summariser import Summariser, read_inputs
from summariser.batch.batches import Batches
from summariser.store.store import Store


@pytest.fixture
def server() -> Iterator[BatchServer]:
    with BatchServer(content=EMPTY) as served:
        yield served


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "run.sqlite"


@pytest.mark.heavy
def test_an_archive_by_batch(server: BatchServer, tmp_path: Path, store: Path) -> None:
    """What a batch answers is fetched without a live request, what it does not is to do again."""
    address = ("--base-url", server.base_url)
    code, err = run("batch", "submit", store, corpus(tmp_path, 10), *address)
    assert (code, err) == (0, "1 batches with 10 requests submitted\n")
    code, err = run("batch", "submit", store, *address)
    assert code == 0
    assert "10 requests are in earlier batches" in err
    code, err = run("run", tmp_path / "articles.jsonl", "--store", store, *address)
    assert (code, err) == (0, f"{store}: 0 done, 0 failed, 10 to do (10 in batches)\n")
    assert server.chats == []
    code, err = run("batch", "fetch", store, *address)
    assert code == 1
    assert "1 batches are under way" in err

    (batch,) = server.batches
    rows = server.rows(batch)
    server.end(
        batch, "expired", [answered(row, EMPTY) for row in rows[7:0:-1]],
        [not_run(row) for row in (rows[0], *rows[8:])],
    )  # fmt: skip
    shown, _ = start("batch", "status", store, *address).communicate()
    assert f"{batch}  expired" in shown
    code, err = run("batch", "fetch", store, *address)
    assert code == 0
    assert "7 answers" in err
    assert "expired 3" in err
    assert f"{store}: 7 done, 0 failed, 3 to do" in err
    assert server.chats == []

    assert run("batch", "submit", store, *address)[1] == "1 batches with 3 requests submitted\n"
    server.end(
        server.batches[1], "cancelled", [], [not_run(row, "batch_cancelled") for row in rows[8:]]
    )
    assert run("batch", "fetch", store, *address)[0] == 0
    assert run("run", tmp_path / "articles.jsonl", "--store", store, *address)[0] == 0
    assert len(server.chats) == 3
    assert exported(store) == [f"a{number}" for number in range(10)]


def test_batches_without_a_key_or_a_store(tmp_path: Path, store: Path) -> None:
    """One clear line each, and exit code 2."""
    code, err = run("batch", "submit", store, corpus(tmp_path, 2), key={})
    assert code == 2
    assert "OPENAI_API_KEY" in err
    for command in ("status", "fetch"):
        code, err = run("batch", command, tmp_path / "none.sqlite")
        assert code == 2
        assert "there is no such store" in err


def test_what_is_fetched_needs_its_templates(
    server: BatchServer, tmp_path: Path, store: Path
) -> None:
    """Who submitted with a folder of prompts is told to give it, and that is all it takes."""
    folder = tmp_path / "my"
    folder.mkdir()
    (folder / "summit.v2.user.jinja").write_text("Read this: {{ article.text }}")
    with (
        Store(store) as kept,
        Summariser(
            model="m", base_url=server.base_url, api_key="none", prompts=folder
        ) as summariser,
    ):
        for item in read_inputs([corpus(tmp_path, 2)]):
            assert item.article is not None
            kept.add(item.name, item.article, summariser.key(item.article))
        assert Batches(kept, summariser).submit().rows == 2
    server.end(server.batches[0])
    address = ("--base-url", server.base_url)
    code, err = run("batch", "fetch", store)
    assert (code, "give it as base_url= (--base-url)" in err) == (2, True)
    code, err = run("batch", "fetch", store, *address)
    assert (code, "give the same as prompts= (--prompts)" in err) == (2, True)
    code, err = run("batch", "fetch", store, *address, "--prompts", folder)
    assert code == 0
    assert f"{store}: 2 done, 0 failed, 0 to do" in err
    assert server.chats == []


def test_a_batch_too_is_not_paid_for_twice_unasked(
    server: BatchServer, tmp_path: Path, store: Path
) -> None:
    """What was read with another model is submitted only with --yes."""
    asked = (corpus(tmp_path, 2), "--base-url", server.base_url)
    assert run("run", asked[0], "--store", store, *asked[1:])[0] == 0
    command = ("batch", "submit", store, *asked, "--model", "another")
    code, err = run(*command)
    assert code == 2
    assert err.startswith("2 of 2 articles were read with another prompt, model or setting")
    assert server.batches == []
    assert run(*command, "--yes")[0] == 0
    assert len(server.batches) == 1
