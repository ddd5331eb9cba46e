"""Ray Data runs the very same library: rows in, rows out, and a killed worker costs next to nothing.

``python tests/test_cluster.py FOLDER`` is the program of a user, in a process of its own: it starts
a Ray of two workers on this machine, and does the jobs described in ``FOLDER/jobs.json``.  Needs the
extra ``ray``.
"""

from __future__ import annotations

import gc
import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from conftest import CANARY
from extras import needs
from llm_server import LLMServer, Request, completion

from summariser import Article, ProviderError, StoreError, SummitSummary
from summariser.cluster import COLUMNS, SummariseBatch, open_store
from summariser.runs.collector import THRESHOLDS
from summariser.store.store import Store

EMPTY = {"summit": None, "overview": "A word.", "outcomes": [], "deals": [], "positions": []}
ARTICLES = 200
CONCURRENCY = 4  # articles a worker has under way
WORKERS = 2
BATCH = 25  # rows
ROWS = [
    {"id": f"no {number}", "text": f"Delegation {number} met at Emerald Lake.", "language": "en"}
    for number in range(ARTICLES)
]


def ray(test: Any) -> Any:
    """Marks a test that needs Ray, or at least the Arrow tables that come with it."""
    need = needs("ray", "pyarrow", extra="ray")
    return pytest.mark.ray(need(test))


def model_of(request: Request) -> str | None:
    """Which model a request is for; None if its sender was killed before it was all sent."""
    return request.body["model"] if request.body else None


def subject(request: Request) -> str:
    """Which article a request is about."""
    words = request.body["messages"][1]["content"].split("Delegation ")[1].split()
    return f"no {words[0]}"


# --- one batch, without Ray ------------------------------------------------------------------


def test_ray_is_imported_by_nobody_but_the_caller() -> None:
    """Importing the library, and this adapter, loads neither Ray nor Arrow."""
    code = (
        "import sys, summariser, summariser.cluster\n"
        "print(*{'ray', 'pyarrow', 'numpy', 'pandas'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


CASES = [
    # (what is special, a row, what the row's result holds)
    ("an ordinary row", {"id": "a", "text": "One."}, {"id": "a", "error": None, "requests": 1, "input_tokens": 100}),
    ("no id", {"text": "Three."}, {"id": Article.from_text("Three.").id, "error": None}),
    ("no text", {"id": "d"}, {"id": "d", "summary": None, "error": "ArticleError", "kind": None, "message": "text: must be a str, not NoneType", "requests": 0}),
    ("an empty text", {"id": "e", "text": " "}, {"id": "e", "error": "ArticleError", "message": "the article is empty"}),
    ("a bad date", {"id": "f", "text": "Four.", "published": "soon"}, {"id": "f", "error": "ArticleError"}),
    ("a provider's no", {"id": "g", "text": "Filter this."}, {"id": "g", "error": "ReplyError", "kind": "filtered", "requests": 1}),
    ("a column of another's", {"id": "h", "text": "Five.", "desk": "Asia"}, {"id": "h", "error": None}),
]  # fmt: skip


def arrays(table: Any) -> dict[str, Any]:
    """A table as Ray hands it on by default."""
    from ray.data.block import BlockAccessor

    batch = BlockAccessor.for_block(table).to_batch_format("numpy")
    assert isinstance(batch, dict)
    return batch


def rows_of(results: Any) -> list[dict[str, Any]]:
    """The rows of a worker's results, which have the same columns and types whatever they hold."""
    columns = zip(results.schema.names, map(str, results.schema.types), strict=True)
    assert dict(columns) == {**COLUMNS, "cost": "double"}  # the name Arrow gives to float64
    rows: list[dict[str, Any]] = results.to_pylist()
    return rows


@ray
@pytest.mark.parametrize("as_batch", [lambda table: table, arrays], ids=["table", "arrays"])
def test_every_row_comes_back_with_what_became_of_it(
    as_batch: Callable[[Any], Any], server: Callable[..., LLMServer]
) -> None:
    """Good rows and bad ones stand in one batch; each has its own result, in the old order."""
    import pyarrow as pa

    def answer(request: Request) -> Any:
        asked = request.body["messages"][1]["content"]
        return "content_filter" if "Filter this" in asked else completion(EMPTY)

    worker = SummariseBatch(model="m", base_url=server(answer).base_url, api_key="none")
    names = dict.fromkeys(name for _, row, _ in CASES for name in row)
    table = pa.Table.from_pylist([{**dict.fromkeys(names), **row} for _, row, _ in CASES])
    results = rows_of(worker(as_batch(table)))
    for result, (label, _, expected) in zip(results, CASES, strict=True):
        assert {name: result[name] for name in expected} == expected, label
        if result["error"] is None:
            summary = SummitSummary.model_validate_json(result["summary"])
            assert (summary.overview, summary.article) == ("A word.", None)


@ray
@pytest.mark.parametrize("as_batch", [lambda table: table, arrays], ids=["table", "arrays"])
def test_dates_and_numbers_arrive_as_such(
    as_batch: Callable[[Any], Any], server: Callable[..., LLMServer]
) -> None:
    """Nanoseconds become dates in the prompt, whole numbers ids; missing metadata is no metadata."""
    import numpy as np
    import pyarrow as pa

    asked = server([completion(EMPTY)])
    worker = SummariseBatch(model="m", base_url=asked.base_url, api_key="none", concurrency=1)
    batch = {
        "id": [1, 2],
        "text": ["One.", "Two."],
        "title": pa.nulls(2),
        "published": np.array(["2025-11-07", "NaT"], dtype="datetime64[ns]"),
    }
    results = rows_of(worker(as_batch(pa.table(batch))))
    assert [(row["id"], row["message"]) for row in results] == [("1", None), ("2", None)]
    assert "2025-11-07" in asked.requests[0].body["messages"][1]["content"]


@ray
def test_an_empty_batch_is_a_result() -> None:
    """No rows in, no rows out, and the columns are there."""
    import pyarrow as pa

    worker = SummariseBatch(model="m", base_url="http://127.0.0.1:9", api_key="none")
    assert rows_of(worker(pa.table({"id": [], "text": []}))) == []


def table_of(rows: list[dict[str, Any]]) -> Any:
    """Rows as a table."""
    import pyarrow as pa

    return pa.Table.from_pylist(rows)


def test_what_failed_on_another_machine_is_tried_on_this_one(tmp_path: Path) -> None:
    """Summaries of others are served, failures of others are not."""
    done = SummitSummary(overview="A word.", outcomes=[], deals=[], positions=[])
    with Store(tmp_path / "another-machine.sqlite") as other:
        other.keep("failed", ProviderError("no luck", kind="unreachable"))
        other.keep("done", done)
    with closing(open_store(tmp_path)) as store:
        assert store.find("failed") is None
        assert store.claim("failed")
        assert store.find("done")
        assert not store.claim("done")


@ray
def test_machines_with_a_folder_write_their_own_store_and_read_all(
    tmp_path: Path, server: Callable[..., LLMServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one machine's store holds, no other machine with the same folder asks again."""
    asked = server([completion(EMPTY)])
    settings = {"model": "m", "base_url": asked.base_url, "api_key": "none"}
    for machine, rows, requests in ("first", ROWS[:3], 3), ("second", ROWS[:5], 5):
        monkeypatch.setattr("socket.gethostname", lambda name=machine: name)
        worker = SummariseBatch(store=f"{tmp_path}/stores/", **settings)
        results = rows_of(worker(table_of(rows)))
        assert [row["id"] for row in results if row["summary"]] == [row["id"] for row in rows]
        assert len(asked.requests) == requests
    files = sorted(tmp_path.glob("stores/*.sqlite"))
    assert [path.name for path in files] == ["first.sqlite", "second.sqlite"]
    with Store(tmp_path / "merged.sqlite") as merged:
        for path in files:
            merged.take_in(path)
        keys = [worker.summariser.key(Article.from_text(row["text"])) for row in ROWS[:6]]
        assert [bool(merged.find(key)) for key in keys] == [True] * 5 + [False]


def test_a_store_must_be_found_again() -> None:
    """A relative path is refused: each worker would understand it in its own way."""
    with pytest.raises(ValueError, match="absolute"):
        SummariseBatch(model="m", api_key="none", store="run.sqlite")


def test_a_store_that_cannot_be_used_is_no_store_at_all(tmp_path: Path) -> None:
    """A worker does not start without the store it was to have."""
    with pytest.raises(StoreError):
        SummariseBatch(model="m", api_key="none", store=tmp_path / "nowhere" / "run.sqlite")


# --- a local Ray, with a worker killed in mid-run ----------------------------------------------


def user_program(folder: Path) -> None:
    """What a user would write, and a note of each worker's process: its id, how it collects."""
    import ray

    class Watched(SummariseBatch):
        def __init__(self, *, notes: str, **settings: Any) -> None:
            super().__init__(**settings)
            Path(notes).mkdir(exist_ok=True)
            (Path(notes) / str(os.getpid())).write_text(str(gc.get_threshold()))

    ray.init(
        address="local",
        num_cpus=WORKERS,
        object_store_memory=80 * 2**20,
        include_dashboard=False,
        _temp_dir=os.environ["RAY_TEMPORARY"],
    )
    for job in json.loads((folder / "jobs.json").read_text("utf-8")):
        articles = getattr(ray.data, job["read"])(job["from"])
        try:
            articles.repartition(target_num_rows_per_block=BATCH).map_batches(
                Watched,
                fn_constructor_kwargs={
                    "notes": str(folder / f"{job['name']}.workers"),
                    **job["settings"],
                },
                compute=ray.data.ActorPoolStrategy(size=WORKERS),
                batch_format="pyarrow",
                batch_size=BATCH,
                num_cpus=0.5,
            ).write_parquet(str(folder / job["name"]))
        except Exception as error:  # noqa: BLE001  (whatever it is, it is reported)
            (folder / f"{job['name']}.error").write_text(str(error), "utf-8")
    ray.shutdown()


class Run:
    """The program above at work, as its jobs ask; ``log`` is what it wrote to the terminal."""

    def __init__(self, folder: Path, temporary: Path, jobs: list[dict[str, Any]]) -> None:
        self.folder, self.temporary = folder, temporary
        self.token = secrets.token_hex(16)
        (folder / "jobs.json").write_text(json.dumps(jobs), "utf-8")
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(Path(__file__).parent.parent),
            "HOME": str(folder),
            "NO_PROXY": "127.0.0.1",
            "OPENAI_API_KEY": CANARY,
            "RAY_TEMPORARY": str(temporary),
            "RAY_USAGE_STATS_ENABLED": "0",
            # With this, Ray keeps to the loopback.  Without, it takes the address that the world
            # sees, whatever _node_ip_address= says.
            "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",
            "RAY_AUTH_MODE": "token",
            "RAY_AUTH_TOKEN": self.token,  # else it writes one into the home directory
        }
        with (folder / "log").open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, __file__, str(folder)], env=environment, stdout=log, stderr=log
            )

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text("utf-8")

    def workers(self, job: str) -> set[int]:
        """The process ids of the workers that a job had so far."""
        return {int(note.name) for note in (self.folder / f"{job}.workers").glob("*")}

    def rows(self, job: str) -> list[dict[str, Any]]:
        """What a job wrote."""
        import pyarrow.parquet as pq

        return rows_of(pq.read_table(self.folder / job))

    def processes(self) -> set[int]:
        """All that runs with this run's token in its environment, Ray's own processes too."""
        found = set()
        for environment in Path("/proc").glob("[0-9]*/environ"):
            with suppress(OSError):
                if self.token.encode() in environment.read_bytes():
                    found.add(int(environment.parent.name))
        return found

    def wait(self, seconds: float, reached: Callable[[], bool]) -> None:
        """Until something has come about, or there is nothing more to wait for."""
        end = time.monotonic() + seconds
        while not reached() and time.monotonic() < end:
            time.sleep(0.005)

    def end(self) -> None:
        """Leave nothing behind, whatever happened."""
        for process in self.processes():
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self.process.wait()


@pytest.fixture(scope="module")
def asked() -> Iterator[LLMServer]:
    """The model of all jobs."""

    def answer(request: Request) -> Any:
        return "401" if model_of(request) == "forbidden" else completion(EMPTY)

    with LLMServer(answer, latency=0.05) as server:
        yield server


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, asked: LLMServer) -> Iterator[Run]:
    """All jobs on one local Ray, which has ended; a worker of the first was killed in mid-run."""
    import pyarrow.parquet as pq

    folder = tmp_path_factory.mktemp("cluster")
    lines = "".join(f"{json.dumps(row)}\n" for row in ROWS)
    (folder / "articles.jsonl").write_text(lines, "utf-8")
    (folder / "articles").mkdir()
    for number in range(3):
        pq.write_table(table_of(ROWS[number::3]), folder / "articles" / f"{number}.parquet")
    settings = {"model": "m", "base_url": asked.base_url, "concurrency": CONCURRENCY}
    settings["store"] = f"{folder}/run.sqlite"
    jsonl = {"read": "read_json", "from": f"{folder}/articles.jsonl"}
    parquet = {"read": "read_parquet", "from": f"{folder}/articles"}
    jobs = [
        {"name": "killed", "settings": settings, **jsonl},
        {"name": "again", "settings": settings, **parquet},
        {"name": "forbidden", "settings": {**settings, "model": "forbidden"}, **parquet},
    ]
    # Ray's sockets stand below its folder, and the path of a socket has at most 107 characters.
    with tempfile.TemporaryDirectory(prefix="ray-") as temporary:
        run = Run(folder, Path(temporary), jobs)
        try:
            enough = ARTICLES // 4
            run.wait(120, lambda: len(asked.requests) > enough or run.process.poll() is not None)
            assert run.process.poll() is None, run.log
            os.kill(min(run.workers("killed")), signal.SIGKILL)
            run.wait(180, lambda: run.process.poll() is not None)
            yield run
        finally:
            run.end()


@ray
def test_a_killed_worker_loses_no_row_and_pays_for_none_anew(run: Run, asked: LLMServer) -> None:
    """Every row is there once; asked twice were at most those that the worker had under way."""
    rows = run.rows("killed")
    assert len(run.workers("killed")) == WORKERS + 1, run.log
    assert Counter(row["id"] for row in rows) == Counter(row["id"] for row in ROWS)
    assert [row for row in rows if not row["summary"]] == []
    times = Counter(subject(each) for each in asked.requests if model_of(each) == "m")
    assert set(times) == {row["id"] for row in ROWS}
    assert max(times.values()) <= 2
    assert times.total() <= ARTICLES + CONCURRENCY


@ray
def test_a_worker_collects_garbage_seldom(run: Run) -> None:
    """Its process does nothing else; that of the program that started it is left alone."""
    notes = [note.read_text() for note in (run.folder / "killed.workers").glob("*")]
    assert {*notes} == {str(THRESHOLDS)}
    assert gc.get_threshold() != THRESHOLDS


@ray
def test_a_second_run_is_served_from_the_store(run: Run) -> None:
    """The same corpus as Parquet gives the same rows; that nothing was asked, the test above saw."""
    first, second = (
        sorted(run.rows(job), key=lambda row: row["id"]) for job in ("killed", "again")
    )
    assert second == first


@ray
def test_a_wrong_key_ends_the_run(run: Run, asked: LLMServer) -> None:
    """The job fails with the library's own error, and most articles are never sent."""
    told = (run.folder / "forbidden.error").read_text("utf-8")
    assert "ProviderError: HTTP 401" in told
    tried = [each for each in asked.requests if model_of(each) == "forbidden"]
    assert 1 <= len(tried) < ARTICLES / 2


@ray
def test_a_run_ends_cleanly(run: Run) -> None:
    """No process is left, the key stands in no log, and Ray calls nothing of ours deprecated."""
    run.wait(20, lambda: not run.processes())
    assert run.process.poll() == 0, run.log
    assert run.processes() == set()
    logs = [path for path in run.temporary.rglob("*") if path.is_file()]
    assert len(logs) > 10
    assert [path for path in logs if CANARY.encode() in path.read_bytes()] == []
    assert "deprecated" not in run.log


if __name__ == "__main__":
    user_program(Path(sys.argv[1]))
