"""What came back from one batch: line by line, in any order, each row counted once.

A line becomes a draft in the store, or the reason why its row is to be done again.  Nothing a line
holds can end the reading; the rows without a line are for the caller to see.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from tempfile import TemporaryFile
from typing import Any

from ..errors import SummariserError
from ..schema import Usage
from ..store import ANSWERED, Question, Store
from .api import Courier

SHARE = 2
"""A batch costs the live price divided by this."""

_ENDS = {"batch_expired": "expired", "batch_cancelled": "cancelled"}


class Harvest:
    """The answers of one batch.

    Args:
        rows: what the batch asks about, by ``custom_id``.
        courier: brings its files, and knows a usable answer.
        store: where answers are laid aside.

    Attributes:
        outcomes: by ``custom_id``: `ANSWERED`, or why the row is to be done again.
        ignored: lines that are of no row: ``garbage``, ``unknown``, ``duplicate``.
        said: of each reason the first row's question, and what the provider said.
        usage: what the rows cost, also those whose answers are of no use.
    """

    def __init__(self, rows: Mapping[str, Question], courier: Courier, store: Store) -> None:
        self.outcomes: dict[str, str] = {}
        self.ignored: Counter[str] = Counter()
        self.said: dict[str, tuple[Question, str]] = {}
        self.usage = Usage()
        self._rows = rows
        self._courier = courier
        self._store = store
        self._paid: set[str] = set()

    def take_in(self, file: str) -> bool:
        """Read one of the batch's files; False: the provider has no such file.

        Raises ProviderError and StoreError.
        """
        with TemporaryFile() as lines:
            if not self._courier.download(file, lines):
                return False
            for line in lines:
                if line.strip():
                    self._take(line)
        return True

    def _take(self, line: bytes) -> None:
        try:
            told = json.loads(line)
        except (ValueError, RecursionError):
            told = None
        if not isinstance(told, dict):
            self.ignored["garbage"] += 1
            return
        name = told.get("custom_id")
        if not isinstance(name, str) or name not in self._rows:
            self.ignored["unknown"] += 1
            return
        if name in self.outcomes:
            self.ignored["duplicate"] += 1
        if self.outcomes.get(name) != ANSWERED:
            self.outcomes[name] = self._outcome(name, told)

    def _outcome(self, name: str, told: dict[str, Any]) -> str:
        response = told.get("response")
        response = response if isinstance(response, dict) else {}
        body: Any = response.get("body")
        if failure := _failure(told, response, body):
            reason = _ENDS.get(failure["type"]) or _kind(self._courier.told_error(failure))
            if words := failure["message"]:
                self.said.setdefault(reason, (self._rows[name], str(words)))
            return reason
        try:
            reply = self._courier.accept(body)
        except SummariserError as error:
            self._pay(name, getattr(error, "usage", None))
            return _kind(error)
        self._pay(name, reply.usage)
        draft = reply.model_copy(update={"usage": _reduced(reply.usage)})
        self._store.keep_draft(*self._rows[name], draft.model_dump_json())
        return ANSWERED

    def _pay(self, name: str, usage: Usage | None) -> None:
        if usage is not None and name not in self._paid:
            self._paid.add(name)
            self.usage.include(_reduced(usage))


def _failure(told: dict[str, Any], response: dict[str, Any], body: Any) -> dict[str, Any] | None:
    """What a line has in place of an answer: the HTTP status as its code, and the words for it."""
    error = told.get("error") or (body.get("error") if isinstance(body, dict) else None)
    status = response.get("status_code")
    if status == 200 and isinstance(body, dict) and not error:
        return None
    error = error if isinstance(error, dict) else {"message": error}
    name = error.get("code") or error.get("type")
    return {
        "code": status,
        "type": name if isinstance(name, str) else "",
        "message": error.get("message"),
    }


def _reduced(usage: Usage) -> Usage:
    return usage.model_copy(update={"cost": None if usage.cost is None else usage.cost / SHARE})


def _kind(error: SummariserError) -> str:
    return str(getattr(error, "kind", "unreadable"))
