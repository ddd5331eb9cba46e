"""What a store says is not believed: damage is named, and verdicts are worked out again."""

from __future__ import annotations

import csv
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from command_line import run
from forged import forge
from samples import ARTICLE, Serve, deal, reply, summariser
from typer.testing import CliRunner

from summariser import Article, Store, SummitSummary, from_jsonl
from summariser.__main__ import app

ARTICLES = [ARTICLE.read_as("first")] + [
    Article.from_text(f"{ARTICLE.text} It was day {number}.", language="en").read_as(
        f"day {number}"
    )
    for number in range(3)
]


@pytest.fixture
def store(server: Serve, tmp_path: Path) -> Path:
    path = tmp_path / "run.sqlite"
    served = server(["ok"], content=reply(deal('Signed; =HYPERLINK("http://x")')))
    with summariser(served) as shared, Store(path) as kept:
        assert len([*shared.summarise_many(ARTICLES, store=kept)]) == len(ARTICLES)
    return path


def exported(store: Path) -> dict[str, SummitSummary]:
    file = store.with_suffix(".jsonl")
    assert run("export", store, file)[0] == 0
    return {each.article.name: each for each in from_jsonl(file) if each.article}


def test_what_is_sound_comes_out_as_it_was(store: Path) -> None:
    """Working verdicts out again changes nothing in what nobody changed."""
    with Store(store) as kept:
        before = {each.article.name: each for each in kept.summaries(SummitSummary) if each.article}
    assert exported(store) == before
    assert before["first"].deals[0].verdict in ("computed", "exact", "normalised", "unchecked")


FORGERIES = [
    ('"amount":"2500000000"', '"amount":"9500000000"', "amount", "contradicted"),
    ('"currency":"USD"', '"currency":"EUR"', "currency", "contradicted"),
    ("worth $2.5 billion with", "worth $9.5 billion with", "sentence", "contradicted"),
    ('"verbatim":"$2.5 billion"', '"verbatim":"$9.5 billion"', "verbatim", "absent"),
]


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("old", "new", "kind", "verdict"), FORGERIES, ids=[c[2] for c in FORGERIES]
)
def test_a_forged_figure_shows(store: Path, old: str, new: str, kind: str, verdict: str) -> None:
    """Also if whoever forged it knew of digests, and left its verdict at the best."""
    forge(store, "UPDATE results SET summary = replace(summary, ?, ?)", old, new)
    for summary in exported(store).values():
        (item,) = summary.deals
        assert verdict in {each.verdict for each in item.checks if each.kind == kind}
        assert item.verdict in ("contradicted", "absent")


def test_damaged_rows_are_named_and_the_others_written(store: Path, tmp_path: Path) -> None:
    """The exit code is 1, and what is damaged is told with its name."""
    with closing(sqlite3.connect(store, isolation_level=None)) as raw:
        raw.execute(
            "UPDATE results SET summary = replace(summary, '2500', '9500') "
            "WHERE key = (SELECT key FROM inputs WHERE name = 'first')"
        )
        raw.execute("UPDATE articles SET json = replace(json, 'day 0', 'day 9')")
    for suffix in ("jsonl", "csv", "html"):
        file = tmp_path / f"out.{suffix}"
        code, told = run("export", store, file)
        assert code == 1
        assert "the result of first is damaged" in told
        assert "the article day 0 is damaged" in told
        assert "2 articles" in told
        assert "9500" not in file.read_text("utf-8")


@pytest.mark.heavy
@pytest.mark.parametrize(("name", "delimiter"), [(",", ","), (";", ";"), ("tab", "\t")])
@pytest.mark.parametrize("bom", [True, False])
def test_a_table_for_every_locale(
    store: Path, tmp_path: Path, name: str, delimiter: str, bom: bool
) -> None:
    """Its delimiter and its byte order mark, and no formula whichever is read."""
    file = tmp_path / "deals.csv"
    assert run("export", store, file, "--delimiter", name, *["--bom"] * bom)[0] == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbf") == bom
    text = file.read_text("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(), delimiter=delimiter))
    assert [row["article_name"] for row in rows] == ["first", "day 0", "day 1", "day 2"]
    for other in ",;\t":
        for row in csv.reader(text.splitlines(), delimiter=other):
            assert not any(cell.lstrip().startswith("=") for cell in row)


def test_no_such_delimiter(store: Path, tmp_path: Path) -> None:
    """It is said, and nothing is written."""
    assert run("export", store, tmp_path / "deals.csv", "--delimiter", "|")[0] == 2
    assert not (tmp_path / "deals.csv").exists()


def test_forget(store: Path) -> None:
    """An article is erased by the name that tables show; an unknown name erases nothing."""
    code, told = run("forget", store, "day 1", "nobody")
    assert code == 1
    assert "there is no article nobody in it" in told
    code, told = run("forget", store, "day 1", "first")
    assert code == 0
    assert "2 erased; 2 done, 0 failed, 0 to do" in told
    assert set(exported(store)) == {"day 0", "day 2"}
    assert json.dumps("It was day 1.").strip('"').encode() not in store.read_bytes()


# --- standard output -----------------------------------------------------------------------------


@pytest.mark.parametrize("format_", ["jsonl", "csv", "html", None])
def test_standard_output_gets_what_a_file_would(store: Path, format_: str | None) -> None:
    """Nothing else is on it; how many there are is said beside it."""
    file = store.with_suffix(f".{format_ or 'jsonl'}")
    assert run("export", store, file)[0] == 0
    options = ["--format", format_] if format_ else []
    done = CliRunner().invoke(app, ["export", str(store), "-", *options])
    assert done.exit_code == 0
    assert done.stdout_bytes == file.read_bytes()
    assert done.stderr == f"standard output: {len(ARTICLES)} articles\n"


def test_a_format_goes_before_the_name(store: Path) -> None:
    """Without one, the name has to tell."""
    file = store.with_suffix(".out")
    assert run("export", store, file, "--format", "csv")[0] == 0
    assert file.read_text("utf-8") == _csv(store)
    assert run("export", store, file)[0] == 2


def _csv(store: Path) -> str:
    file = store.with_suffix(".csv")
    assert run("export", store, file)[0] == 0
    return file.read_text("utf-8")


@pytest.mark.heavy
@pytest.mark.skipif(os.name != "posix", reason="needs a shell's pipe")
@pytest.mark.parametrize(
    "command",
    ["export {store} -", "scan {text} {text} {text} {text}", "scan --json {text} {text} {text}"],
)
def test_who_has_read_enough_may_close_the_pipe(store: Path, command: str) -> None:
    """As ``| head -1`` does: the command ends, without a word."""
    long = store.with_suffix(".txt")
    long.write_text("They signed for $9 billion on 3 May.\n" * 3_000, "utf-8")
    line = f"{sys.executable} -m summariser {command.format(store=store, text=long)}"
    done = subprocess.run(
        ["/bin/sh", "-c", f"{line} | /usr/bin/head -c 1"],
        capture_output=True, env={"PYTHONUTF8": "1"}, timeout=120,
    )  # fmt: skip
    assert (len(done.stdout), done.stderr) == (1, b"")
