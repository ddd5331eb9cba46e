"""A row says which article it is from, and nobody else learns of it: neither model, key nor JSON."""

from __future__ import annotations

import csv
import json
import pickle
from collections.abc import Callable
from copy import copy, deepcopy
from pathlib import Path
from typing import Any

import pytest
from extras import needs
from llm_server import LLMServer
from typer.testing import CliRunner

from summariser import (
    Article,
    Store,
    Summaries,
    Summariser,
    Summary,
    SummitSummary,
    read_inputs,
    to_csv,
    to_frame,
    to_records,
)
from summariser.__main__ import app

Serve = Callable[..., LLMServer]

TEXT = "Norvik signs the treaty\n\nThe port of Norvik will be dredged. It was agreed on Monday."
HEADLINE = "Norvik signs the treaty"
DEAL = {
    "evidence": [1], "text": "A deal.", "instrument": "contract", "status": "signed",
    "parties": [], "values": [], "deliverables": [], "period": None, "place": None,
    "sector": None,
}  # fmt: skip
REPLY = {"summit": None, "overview": "A.", "outcomes": [], "deals": [DEAL], "positions": []}


def summary_of(article: Article) -> SummitSummary:
    made = SummitSummary.model_validate(REPLY, context={"article": article})
    made.article = article
    return made


def write(folder: Path, name: str, text: str = TEXT) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def row(article: Article) -> dict[str, Any]:
    (found,) = to_records(summary_of(article), "deals")
    return found


def names(summaries: Summary | list[Any]) -> list[str | None]:
    return [each["article_name"] for each in to_records(summaries, "deals")]


# --- what a row says ---------------------------------------------------------------------------


def test_a_row_names_the_file_it_was_read_from(tmp_path: Path) -> None:
    """In records, frames and CSV; a name that the caller gives goes before."""
    path = write(tmp_path, "day/norvik.txt")
    of = Article.from_file(path)
    assert row(of)["article_name"] == str(path)
    assert row(Article.from_file(path, name="a 17"))["article_name"] == "a 17"
    assert row(Article.from_text(TEXT))["article_name"] is None
    (line,) = csv.DictReader(to_csv(summary_of(of), "deals").splitlines())
    assert (line["article_name"], line["title"]) == (str(path), HEADLINE)
    several = Summaries([summary_of(of), summary_of(Article.from_text(TEXT, name="b"))])
    assert names(several) == [str(path), "b"]


@needs("pandas", extra="pandas")
def test_a_frame_names_it_too(tmp_path: Path) -> None:
    """One can group by the article without having thought of it beforehand."""
    articles = [Article.from_file(write(tmp_path, f"{n}.txt", TEXT + str(n))) for n in "ab"]
    frame = to_frame(Summaries(map(summary_of, articles)), "deals")
    assert list(frame["article_name"]) == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert list(frame["title"]) == [HEADLINE] * 2


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (TEXT, HEADLINE),
        ("\ufeff date 2025-11-07 \n" + TEXT, HEADLINE),
        ("  Talks opened.  \r\nThey ended.", "Talks opened."),
        ("\u200b\n \n—\nTalks", "—"),
        ("Talks opened.", "Talks opened."),
        ("Talks " * 100, "Talks " * 19 + "Talks…"),
        ("会谈" * 100, "会谈" * 59 + "会…"),
        ("Переговоры\u2028завершены", "Переговоры завершены"),
        ("=SUM(A1)\nTalks", "=SUM(A1)"),
    ],
)
def test_an_article_without_a_title_goes_by_its_first_line(text: str, title: str) -> None:
    """The first line that shows something, at most 120 characters of it."""
    of = Article.from_text(text)
    assert of.title is None
    assert row(of)["title"] == title
    assert len(title) <= 120
    assert row(Article.from_text(text, title="Given"))["title"] == "Given"


def test_inputs_go_by_their_ids_and_paths(tmp_path: Path) -> None:
    """What `read_inputs` calls an input is what its rows say."""
    write(tmp_path, "a.txt")
    entries = [{"id": "n 1", "text": TEXT, "url": "https://example.org/1"}, {"text": TEXT}]
    write(tmp_path, "b.jsonl", "\n".join(map(json.dumps, entries)))
    found = [row(each.article) for each in read_inputs([tmp_path]) if each.article]
    assert [each["article_name"] for each in found] == [str(tmp_path / "a.txt"), "n 1", None]
    assert [each["url"] for each in found] == [None, "https://example.org/1", None]


def test_a_name_that_is_no_text_can_be_written(tmp_path: Path) -> None:
    """A file's name may be no UTF-8: its row is still a row of a file."""
    path = Path(tmp_path, "a\udcff.txt")
    try:
        path.write_text(TEXT)
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such name")
    assert to_csv(summary_of(Article.from_file(path)), "deals").encode()
    assert row(Article.from_file(path))["article_name"].endswith(r"a\udcff.txt")


@needs("trafilatura", extra="web")
def test_a_page_goes_by_its_own_title(tmp_path: Path) -> None:
    """The page's title, day and address are in the row, and its file's name."""
    body = "".join(
        f"<p>The port of Norvik will be dredged, said the mayor on day {n}.</p>" for n in range(9)
    )
    page = f"""<html><head><title>Port</title><link rel="canonical" href="https://example.org/p">
        <meta property="article:published_time" content="2025-11-07"></head>
        <body><article><h1>Port</h1>{body}</article></body></html>"""
    (found,) = read_inputs([write(tmp_path, "p.html", page)])
    assert found.article
    told = row(found.article)
    assert (told["title"], told["url"]) == ("Port", "https://example.org/p")
    assert str(told["published"]) == "2025-11-07"
    assert told["article_name"] == str(tmp_path / "p.html")


# --- who does not learn of it ------------------------------------------------------------------


def test_the_article_stays_as_it_is(tmp_path: Path) -> None:
    """Equal, with the same hash and JSON, as the same text from anywhere; and so is its key."""
    of, other = Article.from_file(write(tmp_path, "a.txt")), Article.from_text(TEXT)
    assert (of, hash(of)) == (other, hash(other))
    assert of.model_dump_json() == other.model_dump_json()
    assert (of.name, of.title) == (None, None)
    assert of != Article.from_text(TEXT, name="a.txt") != other
    assert "a.txt" not in summary_of(of).model_dump_json()
    (tmp_path / "own.v1.user.jinja").write_text("{{ article.url }} {{ article.text }}", "utf-8")
    for prompt in ({}, {"prompt": "own.v1", "prompts": tmp_path}):
        with Summariser(model="m", base_url="http://127.0.0.1:9/v1", **prompt) as one:
            assert one.key(of) == one.key(other)
            assert list(one.requests_for(of)) == list(one.requests_for(other))


@pytest.mark.parametrize(
    "copied",
    [copy, deepcopy, lambda each: pickle.loads(pickle.dumps(each)), Article.model_copy,
     lambda each: each.model_copy(update={"language": "de"})],
    ids=["copy", "deepcopy", "pickle", "model_copy", "update"],
)  # fmt: skip
def test_a_copy_knows_it_too(copied: Callable[[Article], Article], tmp_path: Path) -> None:
    """Wherever an article is sent to, its rows can be told."""
    path = write(tmp_path, "a.txt")
    assert row(copied(Article.from_file(path)))["article_name"] == str(path)


# --- from file to file -------------------------------------------------------------------------


@pytest.mark.parametrize("ordered", [True, False])
def test_one_text_in_two_files_is_asked_about_once_and_told_apart(
    server: Serve, tmp_path: Path, ordered: bool
) -> None:
    """Each file has its row, though they share the answer."""
    paths = [write(tmp_path, name) for name in ("a.txt", "b.txt", "c.txt")]
    served = server(content=REPLY, latency=0.2)
    with Summariser(model="m", base_url=served.base_url, api_key="none") as one:
        found = list(one.summarise_many(map(Article.from_file, paths), ordered=ordered))
    assert sorted(filter(None, names(found))) == [*map(str, paths)]
    assert len(served.requests) == 1


def exported(store: Path) -> list[dict[str, str]]:
    table = store.with_suffix(".csv")
    done = CliRunner().invoke(app, ["export", str(store), str(table)])
    assert done.exit_code == 0, done.stderr
    return list(csv.DictReader(table.read_text("utf-8").splitlines()))


def test_a_store_gives_back_the_names(server: Serve, tmp_path: Path) -> None:
    """By `run` or from Python, the store's rows and its export say what the summaries' rows say."""
    paths = [
        write(tmp_path, f"in/{name}.txt", text)
        for name, text in (("a", TEXT), ("b", TEXT), ("c", TEXT + "!"))
    ]
    served = server(content=REPLY, latency=0.2)
    by_command, by_python = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    done = CliRunner().invoke(
        app,
        ["run", str(tmp_path / "in"), "--store", str(by_command), "--base-url", served.base_url],
        env={"OPENAI_API_KEY": "none"},
    )
    assert done.exit_code == 0, done.stderr
    assert len(served.requests) == 2
    for _ in range(2):  # the second time from the store
        with (
            Summariser(model="m", base_url=served.base_url, api_key="none") as one,
            Store(by_python) as store,
        ):
            found = list(one.summarise_many(map(Article.from_file, paths), store=store))
            kept = [row.article for row in store.rows()]
        assert sorted(filter(None, names(found))) == [*map(str, paths)]
        assert sorted(row(each)["article_name"] for each in kept) == [*map(str, paths)]
    assert len(served.requests) == 4
    for path in (by_command, by_python):
        rows = exported(path)
        assert sorted(each["article_name"] for each in rows) == [*map(str, paths)]
        assert {each["title"] for each in rows} == {HEADLINE}


def test_what_is_to_do_knows_its_names(tmp_path: Path) -> None:
    """Who works through a store himself does not note its inputs anew, under other names."""
    path = write(tmp_path, "a.txt")
    with Store(tmp_path / "run.sqlite") as store:
        store.add(str(path), Article.from_file(path), "k")
        ((_, of),) = store.todo()
        assert of.known_as == str(path)


def test_an_input_that_an_earlier_run_knew_by_its_id_is_the_same(tmp_path: Path) -> None:
    """A store of before does not have every article twice once files have names."""
    of = Article.from_text(TEXT)
    for name in (of.id, "a.txt", "a.txt"):
        with Store(tmp_path / "run.sqlite") as store:
            store.add(name, of, "k")
    with Store(tmp_path / "run.sqlite") as store:
        store.add("a.txt", of, "k")
        store.add("b.txt", of, "k")
        assert [each.name for each in store.rows()] == ["a.txt", "b.txt"]
