"""A store as somebody may change it who knows how its digests are made."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from summariser.store.seals import seal

SEALED = {
    "inputs": "name, key, article, run",
    "results": "key, summary, error",
    "drafts": "key, part, json",
    "batches": "number, token, settings, submitted, file, id, end, message, usage",
    "batch_rows": "batch, name, key, part, outcome",
}


def forge(path: str | Path, statement: str, *values: Any) -> None:
    """Execute this statement, and write the digests anew."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.create_function("seal_of", -1, seal)
        raw.execute(statement, values)
        for table, columns in SEALED.items():
            raw.execute(f"UPDATE {table} SET seal = seal_of({columns})")
