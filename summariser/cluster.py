"""A worker for Ray Data: batches of rows in, batches of results out, on any number of machines.

Nothing is done here that `Summariser.summarise_many` does not do: this file turns rows into
articles and outcomes into rows, and opens the store.  The store is what makes a cluster safe: Ray
runs a batch again whenever a worker dies, and what was answered before comes from the store
instead of being paid for again.

    import ray
    from summariser.cluster import SummariseBatch

    articles = ray.data.read_parquet("articles/").repartition(target_num_rows_per_block=500)
    summaries = articles.map_batches(
        SummariseBatch,
        fn_constructor_kwargs={"model": "gpt-5-mini", "store": "/var/lib/desk/run.sqlite"},
        compute=ray.data.ActorPoolStrategy(size=2),
        batch_format="pyarrow",
        batch_size=500,  # a batch waits for its slowest article: many times `concurrency`
        num_cpus=0.5,  # a worker mostly waits; reading and writing need processors too
    )
    summaries.write_parquet("summaries/")

Needs the extra ``ray``; Ray itself is never imported here, only by the caller.
"""

from __future__ import annotations

import socket
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .article import Article
from .errors import ArticleError, SummariserError
from .pipeline import Summariser
from .runs import Collector
from .schema import Usage
from .store import Store, Stored
from .topics import Summary
from .unforeseen import attempt

if TYPE_CHECKING:
    import pyarrow as pa

Row = dict[str, Any]

FIELDS = ("text", "title", "published", "language", "source", "url")
"""The columns read, beside ``id``; all but ``text`` may be missing."""

COLUMNS = {
    "id": "string",
    "summary": "string",
    "error": "string",
    "kind": "string",
    "message": "string",
    "requests": "int64",
    "input_tokens": "int64",
    "output_tokens": "int64",
    "cost": "float64",
}
"""The columns written, and their Arrow types: the same for every batch, also where all are null."""


class SummariseBatch:
    """Summarises batches of articles: give this class to ``Dataset.map_batches``.

    Reads the columns ``id``, ``text``, ``title``, ``published``, ``language``, ``source``, ``url``;
    a row without an ``id`` gets its article's.  Every row of a batch comes back once, as `COLUMNS`:
    with a ``summary`` (JSON, without the article), or with an ``error`` (its class), the error's
    ``kind`` and ``message``; and with the requests, tokens and US dollars it took when it was made.
    A wrong key or a spent quota ends the run instead, as it does everywhere else.

    Batches may be Arrow tables or Ray's default, dictionaries of arrays; but the latter turn
    whole-number ids into fractions wherever one is missing.

    Args:
        store: where answers are kept, as an absolute path on a disk of the worker's own machine;
            never on NFS or the like, where SQLite's locks do not hold.  A file is shared by all
            workers of a machine.  In a folder (one that exists, or a name ending in ``/``) each
            machine writes a store of its own name, and reads all that are there.  Without a
            store, a batch that Ray runs again is paid for again.
        concurrency: requests that a worker has under way at once, at most.  How many the provider
            bears, the workers that share a store find out together; those of different machines,
            or without a store, each by itself, so what arrives there is the sum of them all.
        settings: what `Summariser` takes: ``model``, ``base_url``, …; the API key is better off in
            the environment of the workers.
    """

    def __init__(
        self, *, store: str | Path | None = None, concurrency: int = 32, **settings: Any
    ) -> None:
        self.summariser = Summariser(**settings)
        self.store = None if store is None else open_store(store)
        self.concurrency = concurrency
        self._collector = Collector() if _is_a_worker() else None

    def __call__(self, batch: pa.Table | Mapping[str, Any]) -> pa.Table:
        import pyarrow as pa

        rows = _rows(batch)
        inputs = [_article(row) for row in rows]
        outcomes = self.summariser.summarise_many(
            inputs, concurrency=self.concurrency, ordered=True, store=self.store
        )
        results = []
        for each in zip(rows, inputs, outcomes, strict=True):
            results.append(_result(*each))
            if self._collector:
                self._collector.add()
        return pa.Table.from_pylist(results, schema=pa.schema(list(COLUMNS.items())))


def _is_a_worker() -> bool:
    """Whether this process is Ray's, and does nothing else."""
    ray = sys.modules.get("ray")
    if ray is None or not ray.is_initialized():
        return False
    return ray.get_runtime_context().get_actor_id() is not None


def open_store(path: str | Path) -> Store:
    """The store of a worker: see `SummariseBatch`."""
    if not Path(path).is_absolute():
        raise ValueError(f"store={str(path)!r} is not an absolute path: workers run elsewhere")
    if str(path).endswith("/") or Path(path).is_dir():
        return _Shelf(Path(path))
    return Store(path)


class _Shelf(Store):
    """A machine's own store in a folder, which also finds what the others there hold."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        own = folder / f"{socket.gethostname()}.sqlite"
        super().__init__(own)
        self.others = [Store(path) for path in sorted(folder.glob("*.sqlite")) if path != own]

    def close(self) -> None:
        for other in self.others:
            other.close()
        super().close()

    def claim(self, key: str) -> bool:
        return self._elsewhere(key) is None and super().claim(key)

    def find(self, key: str) -> Stored | None:
        return super().find(key) or self._elsewhere(key)

    def _elsewhere(self, key: str) -> Stored | None:
        """Another machine's summary; what failed there is tried here."""
        found = (other.find(key) for other in self.others)
        return next((stored for stored in found if stored and stored.summary_json), None)


def _rows(batch: pa.Table | Mapping[str, Any]) -> list[Row]:
    import pyarrow as pa

    if isinstance(batch, Mapping):
        columns = {name: pa.array(each, from_pandas=True) for name, each in batch.items()}
        batch = pa.table(columns)
    rows: list[Row] = batch.to_pylist()
    return rows


def _article(row: Row) -> Article | SummariserError:
    name = None if row.get("id") is None else str(row["id"])
    told = {field: row.get(field) for field in FIELDS} | {"name": name}
    try:
        return attempt(partial(Article.model_validate, told))
    except ArticleError as error:
        return error


def _result(row: Row, read: Article | SummariserError, outcome: Summary | SummariserError) -> Row:
    name = row.get("id")
    if name is None and isinstance(read, Article):
        name = read.id
    result = {"id": None if name is None else str(name)} | _costs(outcome)
    if isinstance(outcome, Summary):
        return result | {"summary": outcome.model_dump_json(exclude={"article"})}
    return result | {
        "error": type(outcome).__name__,
        "kind": getattr(outcome, "kind", None),
        "message": str(outcome),
    }


def _costs(outcome: Summary | SummariserError) -> Row:
    usage = getattr(outcome, "usage", None) or Usage()
    return {
        "requests": usage.requests,
        "input_tokens": usage.input_tokens,
        "output_tokens": usage.output_tokens,
        "cost": None if usage.cost is None else float(usage.cost),
    }
