"""Claims about a text, in no topic of ours, and what a check says of them."""

from __future__ import annotations

from typing import Any

from summariser import (
    Article,
    Deliverable,
    Evidence,
    Money,
    Party,
    Verbatim,
)
from summariser.checks.index import Index
from summariser.checks.verify import verify_item
from summariser.schema.summary import Grounded


class Stated(Grounded):
    """A claim with sums, names and things, in no topic of ours."""

    values: list[Money] = []
    parties: list[Party] = []
    things: list[Deliverable] = []
    words: Verbatim | None = None


def check(item: Grounded, article: Article, kind: str) -> tuple[str, str | None]:
    """The verdict and the reason of the item's check of this kind."""
    checks = [each for each in verify_item(item, Index(article)).checks if each.kind == kind]
    assert len(checks) == 1, checks
    return checks[0].verdict, checks[0].reason


def claim(of: Article, *numbers: int, **fields: Any) -> Stated:
    evidence = [Evidence.of(of, number) for number in numbers or (1,)]
    return Stated(evidence=evidence, text=fields.pop("text", ""), **fields)


def money(verbatim: str, amount: str, currency: str | None = "USD", **more: Any) -> Money:
    return Money(
        verbatim=verbatim, amount=amount, currency=currency,
        qualifier=more.pop("qualifier", "exact"), per=more.pop("per", "total"), **more,
    )  # fmt: skip
