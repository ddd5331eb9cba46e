"""An article about one deal, replies about it, and a Summariser that asks a server on loopback."""

from __future__ import annotations

import pickle
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from conftest import CANARY
from llm_server import Item, LLMServer, Request, ServerApart

from summariser import (
    Article,
    Summariser,
    SummariserError,
    SummitSummary,
)

Serve = Callable[..., LLMServer]

TEXT = (
    "Talks opened in Norvik. Lumen Rail signed a contract worth $2.5 billion with the port of "
    "Norvik. “We will build it,” said Ada Quill. The port denied a second deal."
)

ARTICLE = Article.from_text(TEXT, language="en")


def money(verbatim: str = "$2.5 billion", amount: str = "2500000000") -> dict[str, Any]:
    return {
        "verbatim": verbatim, "amount": amount, "upper": None,
        "currency": "USD", "qualifier": "exact", "per": "total",
    }  # fmt: skip


def deal(text: str = "Lumen Rail will build for Norvik.", **changes: Any) -> dict[str, Any]:
    sound = {
        "evidence": [2], "text": text, "instrument": "contract", "status": "signed",
        "parties": [{"verbatim": "Lumen Rail", "name": "Lumen Rail", "role": "supplier", "country": None}],
        "values": [money()], "deliverables": [], "period": None, "place": None, "sector": None,
    }  # fmt: skip
    return {**sound, **changes}


def reply(*deals: dict[str, Any], **changes: Any) -> dict[str, Any]:
    empty = {"summit": None, "overview": "Talks.", "outcomes": [], "positions": []}
    return {**empty, "deals": list(deals), **changes}


def summariser(server: LLMServer | ServerApart, **options: Any) -> Summariser[Any]:
    return Summariser(model="m", base_url=server.base_url, api_key="sk-canary-5f3a", **options)


class Desk:
    """One server and one Summariser for a table of replies: starting both takes longer than a row."""

    def __init__(self) -> None:
        self._plan: list[Item] = []
        self._server = LLMServer(lambda _: self._plan.pop(0))
        self._summariser = summariser(self._server)

    def read(self, article: Article, *sent: Item) -> tuple[SummitSummary, list[Request]]:
        """The summary of an article if this is answered, and what was asked."""
        self._plan, before = [*sent], len(self._server.requests)
        summary = self._summariser.summarise(article)
        return summary, self._server.requests[before:]

    def __enter__(self) -> Self:
        self._server.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._summariser.close()
        self._server.__exit__(kind, error, at)


BAD = deal("A loan.", values=[money("$3.5 billion", "3500000000")])


def check(error: SummariserError) -> None:
    """What is promised of every error."""
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.__dict__) == (str(error), error.__dict__)
    assert len(str(error)) <= 500
    told = [*traceback.format_exception(error), repr(error), repr(error.__dict__)]
    assert CANARY not in "".join(told)
    assert "said Ada Quill" not in "".join(told)
    assert error.__cause__ is error.__context__ is None
    files = [frame.f_code.co_filename for frame, _ in traceback.walk_tb(error.__traceback__)]
    assert not any("openai" in file or "httpx" in file for file in files)
