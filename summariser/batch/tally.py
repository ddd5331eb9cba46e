"""Batches in numbers: how they stand, and what was done with them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ..schema import Usage


@dataclass(frozen=True, slots=True)
class Submitted:
    """What `Batches.submit` did.  A row is one request: about a window of an article."""

    batches: int
    rows: int
    """Rows in these batches."""
    under_way: int
    """Rows that earlier batches ask about: they were not submitted again."""
    live: int
    """Rows that were turned down in earlier batches, and are left to a live run."""
    others: int
    """Articles that are to be asked about with another prompt, model, …: not submitted."""


@dataclass(frozen=True, slots=True)
class Batch:
    """How one batch stands."""

    number: int
    id: str | None
    """What the provider calls it; None: it has not told."""
    status: str
    """The provider's word; ``unclear``: submitting was interrupted; ``given up``: it never was;
    ``unknown``: not known to this provider, under this key.
    """
    rows: int
    answered: int
    failed: int
    is_fetched: bool
    """Whether its answers are in the store."""
    message: str | None
    """What went wrong with it as a whole, or with its rows, in the provider's words."""


@dataclass(slots=True)
class Fetched:
    """What `Batches.fetch` did."""

    batches: int = 0
    """Batches that ended, and were read now."""
    under_way: int = 0
    """Batches that have not ended."""
    drafts: int = 0
    """Rows that were answered."""
    to_do: Counter[str] = field(default_factory=Counter)
    """Rows that are to be done again, by reason: ``expired``, ``missing``, ``refused``, …"""
    ignored: Counter[str] = field(default_factory=Counter)
    """Lines that are of no row: ``garbage``, ``unknown``, ``duplicate``."""
    usage: Usage = field(default_factory=Usage)
    """What these batches cost, answers of no use included."""
    summaries: int = 0
    """Articles that have a summary now."""
    failures: int = 0
    """Articles all of whose rows were answered, and that failed for all that."""
    messages: list[str] = field(default_factory=list)
    """What went wrong with whole batches, and the provider's words for rows that failed."""
