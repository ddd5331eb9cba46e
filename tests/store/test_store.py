"""What was paid for is kept, whatever ends the process, and is paid for once."""

from __future__ import annotations

import json
import os
import pickle
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from summariser import Article, SummitSummary, errors
from summariser.errors import StoreError, SummariserError
from summariser.schema.provenance import Usage
from summariser.store import database
from summariser.store.store import Counts, Row, Store
from summariser.store.tables import VERSION

A, B, C = (Article.from_text(f"Talks opened in {place}.") for place in ("Norvik", "Osten", "Port"))


def summary(overview: str = "Talks opened.", article: Article = A) -> SummitSummary:
    return SummitSummary(
        article=article, overview=overview, outcomes=[], deals=[], positions=[], usage=Usage(requests=1)
    )  # fmt: skip


def overview(store: Store, key: str) -> str | None:
    """Of the summary that is stored; the words of the error if it is one; None: nothing yet."""
    found = store.find(key)
    if found is None:
        return None
    assert (found.summary_json is None) != (found.error is None)
    return str(found.error) if found.error else json.loads(found.summary_json or "")["overview"]


def keys(store: Store) -> list[str]:
    return [key for key, _ in store.todo()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "run.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store(path) as store:
        yield store


# --- inputs and results ----------------------------------------------------------------------


def test_from_input_to_result(store: Store, path: Path) -> None:
    """An input is to do until its result is kept, and both are there when the file is reopened."""
    store.add("a.txt", A, "ka")
    store.add("b.txt", B, "kb")
    store.add("c.txt", C, "kc")
    store.keep("ka", summary())
    store.keep("kb", errors.ArticleError("too short"))
    assert [(key, article.text) for key, article in store.todo()] == [("kc", C.text)]
    store.close()
    with Store(path, create=False) as again:
        assert again.counts() == Counts(inputs=3, done=1, failed=1, todo=1)
        rows = list(again.rows())
        assert [row[:3] for row in rows] == [
            ("a.txt", "ka", A),
            ("b.txt", "kb", B),
            ("c.txt", "kc", C),
        ]
        done, failed, todo = (row.stored for row in rows)
        assert done
        assert done == again.find("ka")
        assert done.summary_json
        assert json.loads(done.summary_json).get("article") is None
        assert SummitSummary.model_validate_json(done.summary_json) == summary().model_copy(
            update={"article": None}
        )
        assert failed
        assert type(failed.error) is errors.ArticleError
        assert todo is None
        assert again.find("kc") is None


RUNS = [
    ("in order", [[("b", A, "1"), ("a", B, "2")]], [("b", "1"), ("a", "2")]),
    ("the same again", [[("a", A, "1"), ("b", B, "2")], [("b", B, "2"), ("a", A, "1")]], [("a", "1"), ("b", "2")]),
    ("twice in one run", [[("a", A, "1"), ("a", A, "1")]], [("a", "1")]),
    ("one name, two articles", [[("a", A, "1"), ("a", B, "2")]], [("a", "1"), ("a", "2")]),
    ("one article, two names", [[("a", A, "1"), ("b", A, "1")]], [("a", "1"), ("b", "1")]),
    ("one article, two keys", [[("a", A, "1"), ("a", A, "2")]], [("a", "1"), ("a", "2")]),
    ("a changed prompt", [[("a", A, "1"), ("b", B, "2")], [("a", A, "3"), ("b", B, "4")]], [("a", "3"), ("b", "4")]),
    ("a changed article stays in its place", [[("a", A, "1"), ("b", B, "2")], [("b", B, "2"), ("a", C, "3")]], [("a", "3"), ("b", "2")]),
    ("and back", [[("a", A, "1")], [("a", B, "2")], [("a", A, "1")]], [("a", "1")]),
    ("one more", [[("a", A, "1")], [("b", B, "2")]], [("a", "1"), ("b", "2")]),
    ("two of one name again", [[("a", A, "1"), ("a", B, "2")], [("a", B, "2"), ("a", A, "1")]], [("a", "1"), ("a", "2")]),
    ("one of them changed", [[("a", A, "1"), ("a", B, "2")], [("a", C, "3"), ("a", B, "2")]], [("a", "3"), ("a", "2")]),
    ("one of them gone", [[("a", A, "1"), ("a", B, "2")], [("a", B, "2")]], [("a", "2")]),
    ("three of one name, of two runs", [[("a", A, "1")], [("a", B, "2"), ("a", A, "1"), ("a", C, "3")]], [("a", "2"), ("a", "1"), ("a", "3")]),
    ("no input", [[]], []),
]  # fmt: skip


@pytest.mark.parametrize(("runs", "expected"), [c[1:] for c in RUNS], ids=[c[0] for c in RUNS])
def test_inputs_of_several_runs(
    path: Path, runs: list[list[tuple[str, Article, str]]], expected: list[tuple[str, str]]
) -> None:
    """A later run replaces what an earlier one called the same; in one run, nothing is lost."""
    articles = {}
    for inputs in runs:
        with Store(path) as store:
            for name, article, key in inputs:
                store.add(name, article, key)
                articles[key] = article
    with Store(path) as store:
        rows = list(store.rows())
        assert [(row.name, row.key) for row in rows] == expected
        assert [row.article for row in rows] == [articles[key] for _, key in expected]
        assert keys(store) == list(dict.fromkeys(key for _, key in expected))
        assert store.counts() == Counts(len(expected), 0, 0, len(expected))


def test_an_older_run_changes_nothing(path: Path) -> None:
    """If two runs name the same input, the one begun later is right, whoever comes last."""
    with Store(path) as older, Store(path) as later:
        older.add("x", C, "0")
        later.add("a", A, "new")
        older.add("a", A, "old")
        later.add("b", B, "both")
        older.add("b", B, "both")
        later.add("c", C, "c")
        assert [(row.name, row.key) for row in later.rows()] == [
            ("x", "0"),
            ("a", "new"),
            ("b", "both"),
            ("c", "c"),
        ]
        later.add("b", C, "second of b")
        assert [row.key for row in later.rows() if row.name == "b"] == ["both", "second of b"]


def test_duplicates(store: Store) -> None:
    """The same article under many names is stored once, done once, and comes out each time."""
    for name, article, key in (("a", A, "k"), ("d", B, "d"), ("b", A, "k"), ("c", A, "k")):
        store.add(name, article, key)
    assert keys(store) == ["k", "d"]
    assert store.connection.execute("SELECT count(*) FROM articles").fetchone() == (2,)
    store.keep("k", summary())
    assert store.counts() == Counts(inputs=4, done=3, failed=0, todo=1)
    assert [row.stored == store.find("k") for row in store.rows()] == [True, False, True, True]


def test_the_first_result_stays(store: Store) -> None:
    """A result is not overwritten, but a failure gives way to a summary."""
    for key, outcomes, expected in (
        ("two summaries", [summary("1"), summary("2")], "1"),
        ("two failures", [SummariserError("1"), SummariserError("2")], "1"),
        ("a failure, then a summary", [SummariserError("1"), summary("2")], "2"),
        ("a summary, then a failure", [summary("1"), SummariserError("2")], "1"),
    ):
        for outcome in outcomes:
            store.keep(key, outcome)
        assert overview(store, key) == expected, key


def test_failures_are_forgotten(store: Store) -> None:
    """What failed becomes to do again, what was done stays done."""
    store.add("a", A, "a")
    store.add("b", B, "b")
    store.keep("a", summary())
    store.keep("b", errors.ArticleError("no luck"))
    assert keys(store) == []
    assert store.forget_failures() == 1
    assert keys(store) == ["b"]
    assert store.counts() == Counts(2, 1, 0, 1)
    assert store.forget_failures() == 0


def test_one_failure_is_forgotten(store: Store) -> None:
    """Of a key that is named only what failed is done again, and no other."""
    for key, article in (("a", A), ("b", B)):
        store.add(key, article, key)
        store.keep(key, errors.ArticleError("no luck"))
    assert store.forget_failures("b") == 1
    assert keys(store) == ["b"]
    store.keep("b", summary())
    assert store.forget_failures("b") == 0


USAGE = Usage(requests=3, input_tokens=7, cost="0.25")
ERRORS: list[SummariserError] = [
    SummariserError("plain"),
    errors.ArticleError("no text", path="a.txt"),
    errors.ArticleError("no text"),
    errors.SettingError("timeout is -1: give seconds, more than 0"),
    errors.PromptError("broken", template="summit.v2", missing=("a", "b")),
    errors.ProviderError("slow", kind="timeout", usage=USAGE),
    errors.ProviderError("busy", kind="rate_limit", status=429, retry_after=2.5),
    errors.ReplyError("cut", kind="truncated", raw='{"deals"', usage=USAGE),
    errors.RecordingError("broken", cassette="a.yaml"),
    errors.NoRecording("none", cassette="a.yaml", changed=("model",)),
    errors.BudgetError("spent", usage=USAGE),
    errors.StoreError("locked", path="run.sqlite"),
    errors.LoopError("closed"),
    errors.SettingError("no such thing"),
    errors.InternalError(
        "odd", kind="KeyError", place="summariser.reading.merging:9", usage=Usage()
    ),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_comes_back_as_it_was(store: Store, error: SummariserError) -> None:
    """A stored failure has its class, its words and all its facts."""
    error.article_id = "0123456789abcdef"
    store.keep("k", error)
    found = store.find("k")
    assert found
    assert found.error
    assert type(found.error) is type(error)
    assert str(found.error) == str(error)
    assert vars(found.error) == vars(error)
    assert pickle.loads(pickle.dumps(found.error)).args == error.args


def test_all_errors_are_tried() -> None:
    """The list above has every error of the library."""
    ours = {
        each
        for each in vars(errors).values()
        if isinstance(each, type) and issubclass(each, SummariserError)
    }
    assert ours == {type(error) for error in ERRORS}


@pytest.mark.parametrize("name", ["TheirError", "Path", "SystemExit"])
def test_errors_of_others(store: Store, name: str) -> None:
    """An error that this library does not know is kept as the root, its long reply cut."""
    theirs = type(name, (errors.ReplyError,), {})("no luck", kind="invalid", raw="x" * 50_000)
    theirs.add_note("a note")
    store.keep("k", theirs)
    found = store.find("k")
    assert found
    assert type(found.error) is SummariserError
    assert str(found.error) == "no luck"
    assert vars(found.error)["raw"] == "x" * 2_000


def test_drafts(store: Store, path: Path) -> None:
    """A paid reply survives the process until its article has a result."""
    store.keep_draft("k", "1-80", '{"deals": 1}')
    store.keep_draft("k", "1-80", '{"deals": 2}')
    store.keep_draft("k", "81-90", "{}")
    store.keep_draft("other", "1-80", "[]")
    with Store(path) as later:
        assert [later.draft("k", part) for part in ("1-80", "81-90", "91-99")] == [
            '{"deals": 2}',
            "{}",
            None,
        ]
        later.keep("k", summary())
        later.keep_draft("k", "1-80", "too late")
    assert [store.draft("k", "1-80"), store.draft("k", "81-90"), store.draft("other", "1-80")] == [
        None,
        None,
        "[]",
    ]
    store.keep("other", SummariserError("failed"))
    assert store.draft("other", "1-80") is None


def test_whatever_comes_is_stored_as_utf8(store: Store, path: Path) -> None:
    """Half a character, from a file's name or a reply, neither raises nor gets into the file."""
    half = "\udcff"
    store.add(f"a{half}.txt", A, "k")
    store.keep_draft("k", "1-80", f'"{half}"')
    assert json.loads(store.draft("k", "1-80") or "") == half
    store.keep("e", errors.ReplyError(f"{half}: bad", kind="invalid", raw=half))
    store.keep("k", summary("Ä 中 \0 end"))
    assert [row.name for row in store.rows()] == [r"a\udcff.txt"]
    assert overview(store, "e") == f"{half}: bad"
    assert overview(store, "k") == "Ä 中 \0 end"
    store.close()
    with closing(sqlite3.connect(path)) as raw:
        raw.text_factory = lambda stored: stored.decode("utf-8", "strict")
        for (table,) in raw.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall():
            raw.execute(f"SELECT * FROM {table}").fetchall()


@pytest.mark.heavy
def test_an_archive_needs_no_memory(store: Store) -> None:
    """Rows and inputs are read one at a time, however many there are."""
    for number in range(60):
        store.add(
            str(number), Article.from_text(f"{number}. " + "Talks opened. " * 15_000), f"k{number}"
        )
        if number % 2:
            store.keep(f"k{number}", summary("Talks opened. " * 15_000))
    tracemalloc.start()
    try:
        assert sum(1 for _ in store.rows()) == 60
        assert sum(1 for _ in store.todo()) == 30
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 6_000_000  # all of them are 18 MB


def test_reading_stops_nobody(store: Store, path: Path) -> None:
    """Between two rows nothing is locked: others write, and the log is emptied."""
    for number, article in enumerate((A, B, C)):
        store.add(str(number), article, str(number))
    rows, todo = store.rows(), store.todo()
    assert next(rows).name == "0"
    assert next(todo)[0] == "0"
    with Store(path) as other:
        other.keep("1", summary())
        other.add("3", A, "3")
        assert other.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone() == (0, 0, 0)
    assert [(row.name, bool(row.stored)) for row in rows] == [
        ("1", True),
        ("2", False),
        ("3", False),
    ]
    assert [key for key, _ in todo] == ["2", "3"]


def test_no_call_gets_slower(store: Store) -> None:
    """No call looks at all rows, also if all have the same name, article or key."""

    def steps(number: int) -> int:
        """The instructions SQLite needs for one input from beginning to end, in tens."""
        taken = 0

        def count() -> None:
            nonlocal taken
            taken += 1

        store.connection.set_progress_handler(count, 10)
        for name, key in (("same", f"k{number}"), (f"n{number}", "same")):
            store.add(name, A, key)
            store.claim(key)
            store.keep_draft(key, "1", "{}")
            store.draft(key, "1")
            store.keep(key, SummariserError("no"))
            store.find(key)
        next(store.rows())
        store.connection.set_progress_handler(None, 10)
        return taken

    first = steps(0)
    with store.writing() as connection:
        connection.executemany(
            "INSERT INTO inputs (name, key, article, run) SELECT ?, ?, hash, 1 FROM articles",
            [("same", f"x{n}") for n in range(3_000)] + [(f"x{n}", "same") for n in range(3_000)],
        )
        connection.execute(
            "INSERT INTO results (key, summary) SELECT key, '' FROM inputs WHERE name = 'same' AND key LIKE 'x%'"
        )
    assert steps(1) < 2 * first + 20


def test_todo_is_one_pass(store: Store) -> None:
    """What is left to do of four times as many inputs takes four times as long, no more."""
    steps, passes = 0, []

    def count() -> None:
        nonlocal steps
        steps += 1

    for size in range(4):
        for number in range(150):
            store.add(f"{size} {number}", A, f"{size} {number}")
        store.connection.set_progress_handler(count, 10)
        steps = 0
        todo = keys(store)
        store.connection.set_progress_handler(None, 10)
        passes.append(steps / len(todo))
    assert passes[-1] < 1.5 * passes[0]


# --- claims ----------------------------------------------------------------------------------


def test_a_key_is_claimed_once(store: Store, path: Path) -> None:
    """A key belongs to the first who claims it, until it is given back or has a result."""
    with Store(path) as other:
        assert store.claim("k")
        assert not store.claim("k")
        assert not other.claim("k")
        other.release("k")  # not theirs
        assert not other.claim("k")
        store.release("k")
        assert other.claim("k")
        assert not store.claim("k")
        other.keep("k", summary())
        assert not store.claim("k")
        assert other.claim("failed")
        other.keep("failed", SummariserError("no luck"))
        store.forget_failures()
        assert store.claim("failed")
        assert store.claim("x")
        assert other.claim("y")
    assert store.claim("y")  # the other one is closed
    assert not store.claim("x")


def test_claims_leave_nothing_behind(store: Store, path: Path) -> None:
    """Beside the store stands a file for who claims something, until it is closed."""

    def beside() -> list[str]:
        return sorted(each.name for each in path.parent.iterdir() if "owner" in each.name)

    assert beside() == []
    with Store(path) as other:
        assert other.claim("k")
        assert store.claim("x")
        assert len(beside()) == 2
    assert len(beside()) == 1
    assert store.claim("k")
    store.close()
    assert beside() == []


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_claims_by_another_way_to_the_file(store: Store, path: Path, tmp_path: Path) -> None:
    """Whoever comes to the same file through a link sees who is at it."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "link.sqlite").symlink_to(path)
    assert store.claim("k")
    with Store(tmp_path / "folder" / "link.sqlite") as other:
        assert not other.claim("k")
        assert other.claim("x")
    assert store.claim("x")


def test_no_lock_to_be_had(store: Store, path: Path) -> None:
    """Where no sign of life can be given, nothing is claimed, and why is said."""
    in_the_way = path.with_name(f"{path.name}-owner1")  # root may write to any folder, but no file
    in_the_way.mkdir()
    with pytest.raises(StoreError, match="no lock can be had beside it"):
        store.claim("k")
    in_the_way.rmdir()
    assert store.claim("k")


# --- several processes -----------------------------------------------------------------------

PRELUDE = """
import os, sys
from summariser import Article, SummitSummary
from summariser.store import database
from summariser.store.store import Store
path = sys.argv[1]
def summary(overview):
    return SummitSummary(overview=overview, outcomes=[], deals=[], positions=[])
"""


@contextmanager
def process(code: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A Python process that runs this, killed at the end if it is not over."""
    command = [sys.executable, "-c", PRELUDE + code, *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        try:
            yield running
        finally:
            running.kill()


def is_sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


WRITER = """
article = Article.from_text("Talks opened. " * 200)
with Store(path) as store:
    for number in range(1_000_000):
        key = str(number)
        store.add(key, article, key)
        store.claim(key)
        store.keep(key, summary("Talks opened. " * 100))
        print(number, flush=True)
"""


@pytest.mark.heavy
@pytest.mark.parametrize("rows", [1, 40, 300])
def test_kill(path: Path, rows: int) -> None:
    """After ``kill -9`` every result that ``keep`` returned from is there, and the file is sound."""
    with process(WRITER, path) as writer:
        assert writer.stdout
        for _ in range(rows):
            writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
        told = [*range(rows), *map(int, writer.stdout)]
        writer.wait()
    with Store(path) as store:
        kept = [row for row in store.rows() if row.stored]
        assert len(told) <= len(kept) <= len(told) + 1
        assert [row.name for row in kept] == [str(number) for number in range(len(kept))]
        store.add("next", A, "next")
    assert is_sound(path)


CLAIMANT = "store = Store(path); store.claim('k'); print(1, flush=True); input()"


@pytest.mark.heavy
def test_claims_of_the_dead_are_free(store: Store, path: Path) -> None:
    """The claim of a living process stands, that of a killed one is free at once."""
    with process(CLAIMANT, path) as other:
        assert other.stdout
        other.stdout.readline()
        assert not store.claim("k")
        other.kill()
        other.wait()
        assert store.claim("k")


@pytest.mark.heavy
@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no process can be stopped here")
@pytest.mark.parametrize("hours", [-1000, 0, 1000])
def test_claims_of_the_living_stand(
    store: Store, path: Path, hours: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that gives no sign of life keeps its claims, whatever any clock says."""
    with process(CLAIMANT, path) as other:
        assert other.stdout
        other.stdout.readline()
        other.send_signal(signal.SIGSTOP)
        now = time.time() + hours * 3600
        for clock in ("time", "monotonic"):
            monkeypatch.setattr(time, clock, lambda: now)
        assert not store.claim("k")
        monkeypatch.undo()
        other.kill()
        other.wait()
        assert store.claim("k")


CLAIMANT_WITH_CHILD = """
import subprocess
store = Store(path)
store.claim("k")
if sys.argv[2] == "spawn":
    print(subprocess.Popen(["sleep", "60"]).pid, flush=True)
elif os.fork() == 0:  # until the child has run, it holds what its parent held
    print(os.getpid(), flush=True)
import time
time.sleep(60)
"""


@pytest.mark.heavy
@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.parametrize("how", ["fork", "spawn"])
def test_claims_of_the_dead_whose_children_live(store: Store, path: Path, how: str) -> None:
    """A child does not keep up its parent's claims."""
    with process(CLAIMANT_WITH_CHILD, path, how) as other:
        assert other.stdout
        child = int(other.stdout.readline())
        try:
            assert not store.claim("k")
            other.kill()
            other.wait()
            assert store.claim("k")
        finally:
            os.kill(child, signal.SIGKILL)


WORKER = """
article = Article.from_text("Talks opened.")
with Store(path) as store:
    for number in range(400):
        key = str(number)
        store.add(key, article, key)
        if store.find(key) is None and store.claim(key):
            print(key)
            store.keep_draft(key, "1-1", "{}")
            store.keep(key, summary(str(os.getpid())))
"""


@pytest.mark.heavy
def test_two_processes_at_once(path: Path) -> None:
    """Processes that begin together and write to one new store share the work, and lose nothing."""
    with process(WORKER, path) as one, process(WORKER, path) as two, process(WORKER, path) as three:
        claimed = {
            worker.pid: worker.communicate(timeout=90)[0].split() for worker in (one, two, three)
        }
        assert [worker.returncode for worker in (one, two, three)] == [0, 0, 0]
    assert sorted(key for each in claimed.values() for key in each) == sorted(map(str, range(400)))
    with Store(path) as store:
        assert store.counts() == Counts(400, 400, 0, 0)
        for pid, own in claimed.items():
            assert {overview(store, key) for key in own} <= {str(pid)}
        assert store.connection.execute("SELECT count(*) FROM claims").fetchone() == (0,)
    assert is_sound(path)


def test_a_store_that_another_makes_meanwhile(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file seen while another process makes its tables is empty, or ours: never half of both."""
    seen = database._mark
    others: list[threading.Thread] = []

    def seen_before_the_other_began(connection: sqlite3.Connection) -> tuple[int, int]:
        mark = seen(connection)
        if not others:
            others.append(threading.Thread(target=lambda: Store(path).close()))
            others[0].start()
            others[0].join(timeout=1)
        return mark

    monkeypatch.setattr(database, "_mark", seen_before_the_other_began)
    with Store(path) as store:
        others[0].join()
        store.add("a", A, "a")
    assert is_sound(path)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_fork(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A forked process has a connection and claims of its own, and leaves its parent's alone."""
    monkeypatch.chdir(path.parent)
    store = Store(path.name)
    store.add("a", A, "a")
    assert store.claim("a")
    connection = store.connection
    child = os.fork()
    if not child:
        code = 1
        try:
            os.chdir("/")
            store.release("a")  # it is the parent's
            assert store.connection is not connection
            assert not store.claim("a")
            assert store.claim("child")
            store.keep("b", summary())
            store.close()
            code = 0
        finally:
            os._exit(code)
    assert os.waitpid(child, 0)[1] == 0
    assert store.connection is connection
    assert overview(store, "b")
    assert store.claim("child")
    with Store(path) as other:
        assert not other.claim("a")
    store.close()


def test_pickle(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pickled store opens the same file from anywhere, in the same run, with claims of its own."""
    monkeypatch.chdir(path.parent)
    store = Store(path.name, patience=3)
    store.claim("k")
    packed = pickle.dumps(store)
    monkeypatch.chdir("/")
    with pickle.loads(packed) as copy, store:
        assert copy.patience == 3
        assert not copy.claim("k")
        copy.add("same name", A, "a")
        store.add("same name", B, "b")
        assert [row.key for row in copy.rows()] == ["a", "b"]


def test_threads_that_begin_together(path: Path) -> None:
    """They are one owner, also where each of them makes the store's first call that writes."""
    for number in range(20):
        with Store(path.with_name(f"{number}.sqlite")) as store:
            together = threading.Barrier(8)

            def claim(
                key: int, store: Store = store, together: threading.Barrier = together
            ) -> bool:
                together.wait()
                return store.claim(str(key % 4))

            with ThreadPoolExecutor(8) as threads:
                assert sum(threads.map(claim, range(8))) == 4
            assert store.connection.execute("SELECT count(*) FROM owners").fetchone() == (1,)


def test_threads(store: Store) -> None:
    """Threads may share a store: each key is claimed by one of them, and all results are kept."""
    claimed = []

    def work(_: int) -> None:
        for number in range(100):
            key = str(number)
            store.add(key, A, key)
            if store.claim(key):
                claimed.append(key)
                store.keep(key, summary())

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(work, range(8)))
    assert sorted(claimed) == sorted(map(str, range(100)))
    assert store.counts() == Counts(100, 100, 0, 0)


def test_counting_reads_no_summary(store: Store) -> None:
    """It is quick: no digest is made of what is only counted."""
    for number in range(3):
        store.add(str(number), A, str(number))
    store.keep("0", summary())
    store.keep("1", SummariserError("failed"))

    def never(*_: object) -> None:
        raise AssertionError

    store.connection.create_function("digest", -1, never)
    assert store.counts() == Counts(3, 1, 1, 1)


def test_stores_become_one(store: Store, tmp_path: Path) -> None:
    """What other stores hold is added: inputs, results and drafts, and the first result stays."""
    with Store(tmp_path / "one") as one, Store(tmp_path / "two") as two:
        one.add("a", A, "a")
        one.add("b", B, "b")
        one.keep("a", summary("of one"))
        one.keep("b", SummariserError("failed"))
        one.keep_draft("c", "1-9", "{}")
        one.claim("c")
        two.add("b", B, "b")
        two.add("c", C, "c")
        two.add("a", C, "other a")
        two.keep("a", summary("of two"))
        two.keep("b", summary("of two"))
        two.keep_draft("a", "1-9", "late")
    store.add("a", A, "a")
    for name in ("one", "two", "one", "two"):
        store.take_in(tmp_path / name)
    store.take_in(store.path)
    assert [(row.name, row.key, row.article) for row in store.rows()] == [
        ("a", "a", A), ("b", "b", B), ("c", "c", C), ("a", "other a", C),
    ]  # fmt: skip
    assert [overview(store, key) for key in ("a", "b", "c")] == ["of one", "of two", None]
    assert [store.draft("c", "1-9"), store.draft("a", "1-9")] == ["{}", None]
    assert store.claim("c")
    with pytest.raises(StoreError, match="there is no such store"):
        store.take_in(tmp_path / "three")


# --- what can go wrong -----------------------------------------------------------------------


def write_text(path: Path) -> None:
    path.write_text("Talks opened in Norvik. " * 100)


def write_other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE theirs (x)")


def write_newer(path: Path) -> None:
    with Store(path) as store:
        store.connection.execute(f"PRAGMA user_version = {VERSION + 1}")


def write_older(path: Path) -> None:
    with Store(path) as store:
        store.connection.execute(f"PRAGMA user_version = {VERSION - 1}")


def write_trigger(path: Path) -> None:
    with Store(path) as store:
        store.connection.execute(
            "CREATE TRIGGER theirs AFTER INSERT ON results BEGIN DELETE FROM results; END"
        )


def write_damaged(path: Path) -> None:
    with Store(path) as store:
        for number in range(300):
            store.add(str(number), A, str(number))
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))


BAD_FILES = [
    ("a text", write_text, "this file is no store: give another path"),
    ("another database", write_other_database, "a database of another program: give another path"),
    ("a newer store", write_newer, f"a newer summariser (store version {VERSION + 1}, this one reads version {VERSION}): update"),
    ("an older store", write_older, f"an older summariser (store version {VERSION - 1}, this one reads version {VERSION}): run the same inputs into a new store"),
    ("a trigger of others", write_trigger, "its tables are none of ours"),
    ("a folder", Path.mkdir, "this is a folder, not a store"),
    ("damaged", write_damaged, "the file is damaged: take a copy you have"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("make", "message"), [c[1:] for c in BAD_FILES], ids=[c[0] for c in BAD_FILES]
)
def test_files_that_are_no_store(path: Path, make: Callable[[Path], None], message: str) -> None:
    """Something else than a store is named, with what to do about it, and left as it is."""
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(StoreError) as caught, Store(path) as store:
        store.counts()
    assert str(caught.value).startswith(f"{path}: ")
    assert message in str(caught.value)
    assert caught.value.path == str(path)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_places_that_are_none(path: Path) -> None:
    """A missing folder, and a missing store if none is to be made, are said, and not made."""
    with pytest.raises(StoreError, match=r"there is no folder .*nowhere: create it first"):
        Store(path.parent / "nowhere" / "run.sqlite")
    with pytest.raises(StoreError, match="there is no such store: check the path"):
        Store(path, create=False)
    assert list(path.parent.iterdir()) == []


def test_empty_file(path: Path) -> None:
    """An empty file, such as tempfile makes, becomes a store."""
    path.touch()
    with Store(path) as store:
        assert store.counts() == Counts(0, 0, 0, 0)
        assert list(store.rows()) == []


def test_locked(store: Store, path: Path) -> None:
    """A store that somebody keeps locked can be read, and writing to it says what to do."""
    store.add("a", A, "a")
    with Store(path, patience=0.05) as hasty, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(
            StoreError, match=r"another program keeps it locked: .* 0.05 s with patience="
        ):
            hasty.keep("a", summary())
        assert [row.stored for row in hasty.rows()] == [None]
        other.execute("ROLLBACK")
        hasty.keep("a", summary())
    assert overview(store, "a")


def test_patience(store: Store, path: Path) -> None:
    """Who has patience waits for the lock, and then writes."""
    with closing(sqlite3.connect(path, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        release = threading.Timer(0.5, other.execute, ["ROLLBACK"])
        release.start()
        store.keep("a", summary())
        release.join()
    assert overview(store, "a")


def test_no_room(store: Store, path: Path) -> None:
    """With no room left, what was kept stays readable, and more is written when there is room."""
    limit = store.connection.execute("PRAGMA page_count").fetchone()[0] + 30
    store.connection.execute(f"PRAGMA max_page_count = {limit}")
    kept = 0

    def fill() -> None:
        nonlocal kept
        for kept in range(1_000):
            store.keep(str(kept), summary("Talks opened. " * 500))

    with pytest.raises(StoreError, match="the disk is full: make room and run again"):
        fill()
    assert kept > 5
    assert overview(store, str(kept - 1))
    assert store.find(str(kept)) is None
    with pytest.raises(StoreError, match="the disk is full"):
        store.add("a", Article.from_text("Talks opened. " * 5_000), "a")
    store.close()
    with Store(path) as again:  # the limit was that of the connection
        again.keep(str(kept), summary())
        assert all(again.find(str(number)) for number in range(kept + 1))
    assert is_sound(path)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB, where we may have one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if (
        sys.platform != "linux"
        or os.getuid()
        or subprocess.run(mount, capture_output=True).returncode
    ):
        pytest.skip("only root may mount a small disk")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


FILLER = """
with Store(path) as store:
    for number in range(100_000):
        try:
            store.keep(str(number), summary("Talks opened. " * 500))
        except Exception as error:
            print(number, error, flush=True)
            input()
"""


def fill(path: Path) -> None:
    """Write until the last byte of the disk is taken."""
    with path.open("wb", buffering=0) as file:
        while file.write(b"x" * 1024):
            pass


@pytest.mark.heavy
@pytest.mark.parametrize("end", ["closed", "killed", "filled by others"])
def test_full_disk(small_disk: Path, end: str) -> None:
    """A store on a disk without one free byte is opened and read, however its writer ended."""
    path = small_disk / "run.sqlite"
    if end == "filled by others":
        with Store(path) as store:
            for kept in range(10):
                store.keep(str(kept), summary())
        kept = 10
    else:
        with process(FILLER, path) as filler:
            assert filler.stdout
            number, message = filler.stdout.readline().split(" ", 1)
            kept = int(number)
            assert "the disk is full: make room and run again" in message
            if end == "closed":
                filler.send_signal(signal.SIGINT)
                filler.wait()
    with pytest.raises(OSError, match="No space left"):
        fill(small_disk / "rest")
    for _ in range(2):
        with Store(path) as store:
            assert all(overview(store, str(number)) for number in range(kept))
            with pytest.raises(StoreError, match="the disk is full"):
                store.keep("more", summary("Talks opened. " * 5_000))
            assert store.find("more") is None
    (small_disk / "rest").unlink()
    with Store(path) as store:
        assert all(overview(store, str(number)) for number in range(kept))
    assert is_sound(path)


READER = """
if os.getuid() == 0:
    os.setuid(65534)
try:
    with Store(path) as store:
        print(store.counts().inputs)
        store.add("b", Article.from_text("Talks closed."), "b")
except Exception as error:
    print(type(error).__name__, error)
"""


@pytest.mark.heavy
@pytest.mark.skipif(os.name != "posix", reason="other rights")
@pytest.mark.parametrize(
    ("file", "folder", "expected"),
    [
        (0o444, 0o555, ["StoreError {path}: it cannot be written: make the file and its folder writable, or copy it to a place of your own"]),
        (0o444, 0o777, ["1", "StoreError {path}: it cannot be written: make the file and its folder writable, or copy it to a place of your own"]),
        (0o000, 0o777, ["StoreError {path}: it cannot be opened: see that the file may be read and written, and its folder too"]),
        (0o666, 0o000, ["StoreError {path}: it cannot be opened (Permission denied): check its folder"]),
    ],
    ids=["all read-only", "a read-only file", "unreadable", "a closed folder"],
)  # fmt: skip
def test_rights(file: int, folder: int, expected: list[str]) -> None:
    """Where rights are missing that is said; a folder of one's own is enough to read."""
    place = Path(tempfile.mkdtemp())  # pytest's own are closed to others
    path = place / "run.sqlite"
    try:
        with Store(path) as store:
            store.add("a", A, "a")
        path.chmod(file)
        place.chmod(folder)
        with process(READER, path) as reader:
            said = reader.communicate(timeout=60)[0].splitlines()
    finally:
        place.chmod(0o700)
        subprocess.run(["rm", "-r", place], check=True)
    assert said == [line.format(path=path) for line in expected]


def test_interrupted(store: Store) -> None:
    """Whatever ends a transaction undoes it, and the next one works."""

    def interrupted() -> None:
        with store.writing() as connection:
            connection.execute("INSERT INTO drafts (key, part, json) VALUES ('k', '1', '{}')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert store.draft("k", "1") is None
    store.keep_draft("k", "1", "[]")
    assert store.draft("k", "1") == "[]"


def test_closed(store: Store) -> None:
    """A closed store says so, also to those who were reading, and can be closed again."""
    store.add("a", A, "a")
    store.add("b", B, "b")
    rows = store.rows()
    assert isinstance(next(rows), Row)
    store.close()
    store.close()
    for call in (
        store.counts,
        lambda: store.add("c", C, "c"),
        lambda: store.find("a"),
        lambda: next(rows),
    ):
        with pytest.raises(StoreError, match="it was closed: open it again"):
            call()


# --- a file that goes away -----------------------------------------------------------------------


def removed(path: Path) -> None:
    path.unlink()


def moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere.sqlite"))


def replaced(path: Path) -> None:
    path.rename(path.with_name("elsewhere.sqlite"))
    with Store(path):
        pass


def overwritten(path: Path) -> None:
    with Store(path.with_name("elsewhere.sqlite")) as other:
        for number in range(9):
            other.add(str(number), C, str(number))
    path.write_bytes(path.with_name("elsewhere.sqlite").read_bytes())


@pytest.mark.parametrize("goes", [removed, moved, replaced, overwritten])
@pytest.mark.parametrize(
    "work",
    [
        lambda store: store.keep("k", summary()),
        lambda store: store.add("a", A, "k"),
        lambda store: store.find("k"),
        lambda store: store.counts(),
        lambda store: list(store.rows()),
        lambda store: store.claim("k"),
    ],
    ids=["keep", "add", "find", "counts", "rows", "claim"],
)
def test_a_store_that_goes_away(
    tmp_path: Path, goes: Callable[[Path], None], work: Callable[[Store], object]
) -> None:
    """Whatever it is asked, it says that the file is gone: SQLite itself would go on with nothing."""
    path = tmp_path / "run.sqlite"
    with Store(path) as store:
        store.add("a", A, "k")
        goes(path)
        with pytest.raises(StoreError, match="removed or replaced") as caught:
            work(store)
        assert caught.value.is_fatal
