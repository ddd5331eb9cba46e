"""What a disk, or a hand, changed in a store: it is named, and never served as an answer."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from forged import SEALED, forge

from summariser import Article, SummitSummary, errors
from summariser.errors import StoreError, SummariserError
from summariser.store import ANSWERED, Ledger, Question, Store
from summariser.store.errors import from_json

NUMBER = 24
ARTICLES = [
    Article.from_text(f"Talks opened in Norvik on day {number}. " + "The delegates spoke. " * 40)
    for number in range(NUMBER)
]
DRAFT = json.dumps({"deals": ["a deal"] * 9})


def summary(number: int) -> SummitSummary:
    return SummitSummary(
        overview=f"Day {number}. " + "They spoke. " * 30, outcomes=[], deals=[], positions=[]
    )


def write(path: Path) -> None:
    """Two thirds have a summary, the others failed, or have a draft and are in a batch."""
    with Store(path) as store:
        for number, article in enumerate(ARTICLES):
            key = f"k{number}"
            store.add(f"day-{number}", article, key)
            if number % 3:
                store.keep(key, summary(number))
            elif number % 2:
                store.keep(key, errors.ReplyError("cut", kind="truncated", raw="{" * 300))
            else:
                store.keep_draft(key, "1-41", DRAFT)
        ledger = Ledger(store)
        rows = {f"k{number}": Question(f"k{number}", "1-41") for number in range(0, NUMBER, 6)}
        entry = ledger.open('{"model": "m"}', rows)
        ledger.note_id(entry, "batch_0")
        ledger.close(entry, "completed", dict.fromkeys(rows, ANSWERED))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "run.sqlite"
    write(path)
    return path


def read(path: Path, told: list[StoreError]) -> dict[str, Any]:
    """All that a store says, each thing under what it is about."""
    said: dict[str, Any] = {}
    with Store(path, create=False) as store:
        for row in store.rows(told.append):
            said[row.name] = row.article, row.key
            if row.damage:
                told.append(row.damage)
            if row.stored and row.stored.error:
                error = row.stored.error
                said[f"{row.name} came to"] = type(error), str(error), vars(error)
            elif row.stored:
                said[f"{row.name} came to"] = row.summary(SummitSummary)
        for number in range(NUMBER):
            said[f"draft {number}"] = store.draft(f"k{number}", "1-41")
        said["counts"] = store.counts()
        ledger = Ledger(store)
        said["batches"] = ledger.entries()
        said["rows"] = [(ledger.rows(each), ledger.outcomes(each)) for each in said["batches"]]
        said["history"] = [ledger.history(f"k{number}") for number in range(NUMBER)]
    return said


def differences(path: Path, sound: dict[str, Any]) -> tuple[list[str], list[StoreError]]:
    """What is missing or told, and never anything else than was written."""
    told: list[StoreError] = []
    try:
        said = read(path, told)
    except StoreError as error:
        return [], [*told, error]
    counts, before = said.pop("counts"), sound["counts"]
    assert counts.done <= before.done
    assert counts.failed <= before.failed
    if counts != before:
        told.append(StoreError(f"some are to do again: {counts}", path=path))
    for about, value in said.items():
        assert about in sound
        if not about.startswith("draft") or value is not None:
            assert value == sound[about], about
    return [about for about in sound if about not in said and about != "counts"], told


@pytest.mark.heavy
@pytest.mark.parametrize("seed", range(8))
def test_a_flipped_bit(path: Path, tmp_path: Path, seed: int) -> None:
    """It costs what stood there, and is told; nothing else is lost, and nothing wrong is served."""
    sound, chance = read(path, []), random.Random(seed)
    for number in range(40):
        damaged, content = tmp_path / f"{number}.sqlite", bytearray(path.read_bytes())
        at = chance.randrange(len(content))
        content[at] ^= 1 << chance.randrange(8)
        damaged.write_bytes(content)
        lost, told = differences(damaged, sound)
        assert told or not lost, (at, lost)
        assert all(str(damaged) in str(error) for error in told)


def test_damage_in_the_tables_own_words(path: Path) -> None:
    """Whatever byte of them is changed, also into no text at all, it is told."""
    sound, content = read(path, []), path.read_bytes()
    at = content.index(b"CREATE TABLE results")
    for place in range(at - 40, at + 40, 4):
        for byte in (0x00, 0xED, 0xFF, ord("x")):
            damaged = bytearray(content)
            damaged[place] = byte
            path.write_bytes(damaged)
            lost, told = differences(path, sound)
            assert told or not lost, (place, byte)


@pytest.mark.heavy
@pytest.mark.parametrize("index", ["batch_rows_same", "inputs_run", "inputs_key"])
def test_an_index_that_is_damaged(path: Path, index: str) -> None:
    """A row that it does not find any more is told: none is paid for twice, or lost in silence."""
    sound, content = read(path, []), path.read_bytes()
    with closing(sqlite3.connect(path)) as raw:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        ((page,), (size,)) = (
            raw.execute(query, (index,)).fetchone(),
            raw.execute("PRAGMA page_size").fetchone(),
        )
    places = [at for at in range((page - 1) * size, page * size) if content[at]]
    for at in places[::9]:
        damaged = bytearray(content)
        damaged[at] ^= 1
        path.write_bytes(damaged)
        lost, told = differences(path, sound)
        assert told or not lost, at


TABLES = ("inputs", "articles", "results", "drafts", "batches", "batch_rows")


@pytest.mark.heavy
@pytest.mark.parametrize("table", TABLES)
def test_a_changed_value(path: Path, table: str) -> None:
    """Whatever column of whatever row was changed, it is told, or to do again."""
    sound = read(path, [])
    with closing(sqlite3.connect(path)) as raw:
        columns = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
    for column in columns:
        if column == "number" and table != "batches":  # an order, and nothing else
            continue
        damaged = path.with_name(f"{column} changed.sqlite")
        shutil.copyfile(path, damaged)
        with closing(sqlite3.connect(damaged, isolation_level=None)) as raw:
            changed = f"""CASE typeof({column}) WHEN 'text' THEN {column} || ' '
                WHEN 'null' THEN 'x' WHEN 'blob' THEN zeroblob(16) ELSE {column} + 1 END"""
            which = f"{columns[0]} = (SELECT min({columns[0]}) FROM {table})"
            if table == "results":  # one of the two is there
                which = f"{columns[0]} = (SELECT {columns[0]} FROM results WHERE {column} NOT NULL)"
            raw.execute(f"UPDATE {table} SET {column} = {changed} WHERE {which}")
        lost, told = differences(damaged, sound)
        assert told or not lost, column
        if table == "results":
            with Store(damaged) as store:
                assert len([*store.todo()]) == sound["counts"].todo + 1, column
        if table == "drafts":  # which is asked for again
            assert lost or told or read(damaged, [])["draft 0"] is None
        else:
            assert told, column


def test_the_others_come_out(path: Path) -> None:
    """A damaged row is named, and all others are read; a damaged result is to do again."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute(
            "UPDATE results SET summary = replace(summary, 'Day 1.', 'Day 7.') WHERE key = 'k1'"
        )
        raw.execute("UPDATE articles SET json = replace(json, 'day 2.', 'day 3.')")
        raw.execute("UPDATE inputs SET key = 'k5' WHERE name = 'day-4'")
    told: list[StoreError] = []
    with Store(path) as store:
        rows = {row.name: row for row in store.rows(told.append)}
        assert len(rows) == NUMBER - 2
        assert "the result of day-1 is damaged" in str(rows["day-1"].damage)
        assert rows["day-1"].stored is None
        assert [str(error).partition(": ")[2].partition(" is damaged")[0] for error in told] == [
            "the article day-2",
            "input 5 (day-4)",
        ]
        assert store.find("k1") is None
        to_do = []
        with pytest.raises(StoreError, match=r"input 5 \(day-4\) is damaged"):
            to_do.extend(key for key, _ in store.todo())
        assert to_do == ["k0", "k1", "k6", "k12", "k18"]
        assert store.claim("k1")
        sound = []
        with pytest.raises(StoreError, match=r"the article day-2 is damaged.*; input 5 ") as caught:
            sound.extend(store.rows())
        assert caught.value.is_damage
        with pytest.raises(StoreError, match="day-2 is damaged"):
            sound.extend(store.summaries(SummitSummary))


def test_what_is_done_again_is_mended(path: Path) -> None:
    """The same inputs once more, and their results, and the store is as it was."""
    sound = read(path, [])
    for change in (
        "UPDATE results SET summary = 'x' WHERE key = 'k1'",
        "UPDATE results SET error = 'x' WHERE key = 'k3'",
        "UPDATE articles SET json = 'x' WHERE number < 5",
        "UPDATE inputs SET run = 77 WHERE number = 6",
        "UPDATE inputs SET key = 'y' WHERE number = 8",
        "UPDATE drafts SET json = 'x'",
    ):
        with closing(sqlite3.connect(path, isolation_level=None)) as raw:
            raw.execute(change)
    assert differences(path, sound)[1]
    failure = errors.ReplyError("cut", kind="truncated", raw="{" * 300)
    with Store(path) as store:
        for number, article in enumerate(ARTICLES):
            store.add(f"day-{number}", article, f"k{number}")
            if number % 6 == 0:
                store.keep_draft(f"k{number}", "1-41", DRAFT)
        for key, result in (("k1", summary(1)), ("k3", failure)):
            assert store.claim(key)
            store.keep(key, result)
    assert differences(path, sound) == ([], [])


# --- a store of somebody else ----------------------------------------------------------------

STRANGE: list[Any] = [b"\xff\x00", 7, 2**62, 1.5, "", "../x", "a/b\0c"]
KEPT = {**SEALED, "claims": "key, owner", "keys": "key, article", "articles": "hash, json"}


def use(path: Path) -> Iterator[Callable[[], object]]:
    """All that one does with a store, step by step."""
    with Store(path) as store:
        yield lambda: list(store.summaries(SummitSummary))
        yield lambda: list(store.todo())
        yield store.counts
        yield lambda: Ledger(store).unfinished()
        yield lambda: Ledger(store).usage()
        yield lambda: [Ledger(store).outcomes(each) for each in Ledger(store).entries()]
        for number, article in enumerate(ARTICLES):
            key = f"k{number}"
            yield lambda key=key: (store.article(key), store.find(key), store.draft(key, "1-41"))
            yield lambda key=key: Ledger(store).history(key)
            yield lambda key=key: (store.claim(key), store.release(key))
            yield lambda key=key, article=article: store.add(f"of {key}", article, key)
        yield store.forget_failures
        yield lambda: store.forget(["day-1"])


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("table", "column"), [(table, each) for table in KEPT for each in KEPT[table].split(", ")]
)
def test_a_value_that_no_column_of_ours_holds(path: Path, table: str, column: str) -> None:
    """Also if its digest is right, it is damage to whoever comes upon it, and nothing worse."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("INSERT INTO claims VALUES ('k0', 1)")
    which = f"{column} = (SELECT max({column}) FROM {table})"
    for number, value in enumerate(STRANGE):
        strange = path.with_name(f"{number}.sqlite")
        shutil.copyfile(path, strange)
        with suppress(sqlite3.IntegrityError):
            forge(strange, f"UPDATE {table} SET {column} = ? WHERE {which}", value)
        with Store(path.with_name(f"all {number}.sqlite")) as store, suppress(StoreError):
            store.take_in(strange)
        told: list[Exception] = []
        for step in use(strange):
            try:
                step()
            except (StoreError, ValueError) as error:
                told.append(error)
        others = [str(each) for each in told if not isinstance(each, StoreError)]
        assert all("it holds no SummitSummary" in each for each in others)


def test_a_claim_of_nobody(path: Path) -> None:
    """Whose it is, nobody can tell: it is not taken, and not free."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("INSERT INTO claims VALUES ('k0', 'a/b')")
    with Store(path) as store, pytest.raises(StoreError, match="the file is damaged") as caught:
        store.claim("k0")
    assert caught.value.is_damage


def test_results_that_are_taken_in(path: Path, tmp_path: Path) -> None:
    """What cannot be read is left out and told at the end; all else is there."""
    forge(path, "UPDATE results SET error = '[]' WHERE key = 'k3'")
    with Store(tmp_path / "all.sqlite") as store:
        with pytest.raises(StoreError, match="the result of day-3 is damaged"):
            store.take_in(path)
        assert store.find("k3") is None
        assert store.counts()[:3] == (NUMBER, 16, 3)


# --- failures in a store of somebody else ------------------------------------------------------

FAILURE = {"class": "ProviderError", "message": "busy"}
FACTS = {"kind": "rate_limit", "status": 429, "retry_after": 2.5, "usage": None}
NO_FAILURES: list[Any] = [
    "", "7", "[]", "{}", "[" * 100_000, {"class": "ProviderError"},
    {**FAILURE, "facts": []}, {**FAILURE, "facts": {}}, {**FAILURE, "message": 7, "facts": FACTS},
    {**FAILURE, "facts": {**FACTS, "kind": "luck"}}, {**FAILURE, "facts": {**FACTS, "kind": 7}},
    {**FAILURE, "facts": {**FACTS, "status": "429"}}, {**FAILURE, "facts": {**FACTS, "usage": 7}},
    {**FAILURE, "facts": {**FACTS, "usage": {"requests": "many"}}},
    {**FAILURE, "class": ["ProviderError"], "facts": FACTS},
]  # fmt: skip


@pytest.mark.parametrize("told", NO_FAILURES, ids=lambda told: json.dumps(told)[:60])
def test_what_is_no_failure(path: Path, told: Any) -> None:
    """What no error of ours could have become is none: the article is to do again."""
    forge(
        path,
        "UPDATE results SET error = ? WHERE key = 'k3'",
        told if isinstance(told, str) else json.dumps(told),
    )
    with Store(path) as store:
        assert store.find("k3") is None
        assert [row.name for row in store.rows() if row.damage] == ["day-3"]
        assert store.claim("k3")


@pytest.mark.parametrize(
    "fact",
    [
        "__class__",
        "args",
        "is_fatal",
        "is_passing",
        "__notes__",
        "with_traceback",
        "model",
        "__dict__",
    ],
)
def test_facts_that_no_error_has(fact: str) -> None:
    """They are left out, whatever they would do."""
    error = from_json(json.dumps({**FAILURE, "facts": {**FACTS, fact: "x"}}))
    assert type(error) is errors.ProviderError
    assert error.args == ("busy",)
    assert vars(error) == FACTS
    assert error.is_passing


@pytest.mark.parametrize("name", ["SummariserError", "BaseException", "log", "Path", "__name__"])
def test_classes_of_others(name: str) -> None:
    """Whatever a class is called, it is an error of ours that comes back."""
    error = from_json(json.dumps({"class": name, "message": "m", "facts": {"raw": "r"}}))
    assert type(error) is SummariserError
    assert str(error) == "m"
