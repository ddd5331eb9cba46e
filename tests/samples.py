"""An article about one deal, replies about it, and a Summariser that asks a server on loopback."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from llm_server import LLMServer, ServerApart

from summariser import (
    Article,
    Summariser,
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
        "values": [money()], "deliverables": [], "period": None, "location": None, "sector": None,
    }  # fmt: skip
    return {**sound, **changes}


def reply(*deals: dict[str, Any], **changes: Any) -> dict[str, Any]:
    empty = {"summit": None, "overview": "Talks.", "outcomes": [], "positions": []}
    return {**empty, "deals": list(deals), **changes}


def summariser(server: LLMServer | ServerApart, **options: Any) -> Summariser[Any]:
    return Summariser(model="m", base_url=server.base_url, api_key="sk-canary-5f3a", **options)


BAD = deal("A loan.", values=[money("$3.5 billion", "3500000000")])
