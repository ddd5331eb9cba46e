"""How a summary came about: what was read, by whom, and what it cost."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from .evidence import Part


class Usage(Part):
    """What a summary cost, failed attempts included. None: the provider did not say."""

    requests: int = 0
    input_tokens: int | None = None
    cached_input_tokens: int | None = None
    output_tokens: int | None = None
    reasoning_tokens: int | None = None
    cost: Decimal | None = None
    """US dollars for all the tokens above; None also if only some of them have a known price."""

    def add(self, cost: Decimal | None = None, **tokens: int | None) -> None:
        """Add one answer's counts, and what it cost; an unknown count leaves the sum as it is."""
        if any(count is not None for count in tokens.values()):
            nothing_yet = self.input_tokens is None and self.output_tokens is None
            so_far = Decimal(0) if nothing_yet else self.cost
            self.cost = None if so_far is None or cost is None else so_far + cost
        for name, count in tokens.items():
            if count is not None:
                setattr(self, name, (getattr(self, name) or 0) + count)

    def include(self, other: Usage) -> None:
        """Add what something else cost."""
        counts = other.model_dump(exclude={"requests", "cost"})
        self.add(other.cost, **counts)
        self.requests += other.requests


class Coverage(Part):
    """Some sentences of an article, and whether they were read."""

    first: int
    last: int
    """Their numbers, both inclusive."""
    request: str | None = None
    """What the provider calls the request that read them."""
    error: str | None = None
    """Why they were not read; None if they were."""


def sentences_not_read(coverage: Iterable[Coverage]) -> int:
    """How many sentences no window could be read with.

    >>> sentences_not_read([Coverage(first=1, last=5), Coverage(first=4, last=9, error="refused")])
    4
    """
    return len(not_read(coverage))


def not_read(coverage: Iterable[Coverage]) -> set[int]:
    """The numbers of these sentences."""
    read, lost = set[int](), set[int]()
    for part in coverage:
        (lost if part.error else read).update(range(part.first, part.last + 1))
    return lost - read


class Provenance(Part):
    """How a summary came about.  Two that differ only in time are equal."""

    model: str
    mode: str = "json_schema"
    """In which way JSON was asked for: `Summariser` describes them; this is the one in use."""
    prompt: str
    prompt_hash: str
    schema_hash: str
    version: str
    created: datetime

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Provenance):
            return NotImplemented
        return self.model_dump(exclude={"created"}) == other.model_dump(exclude={"created"})

    __hash__ = None  # type: ignore[assignment]  # as any mutable model
