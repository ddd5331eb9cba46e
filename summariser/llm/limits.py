"""What a question may still use: requests, seconds, and its share of a run's budget.

A question is one prompt with all that follows from it: retries, and the items asked for again.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from ..errors import ProviderError
from ..schema import Usage
from .budget import Budget


@dataclass(slots=True)
class Allowance:
    """What is left, and what was used.

    The seconds count from `begin` on, when the first request is about to be sent: whoever waits
    in a queue loses nothing.

    >>> allowance = Allowance(requests=4, seconds=300)
    >>> allowance.usage.requests = 3
    >>> allowance.requests_left, allowance.seconds_left()
    (1, 300)
    """

    requests: int
    seconds: float
    budget: Budget = field(default_factory=Budget)
    """What the run it belongs to may spend."""
    usage: Usage = field(default_factory=Usage)
    """What the requests so far cost: right at any time, also after an error."""
    _end: float | None = None  # on the running loop's clock, once it has begun
    _timer: asyncio.Timeout | None = None

    @property
    def requests_left(self) -> int:
        """How many more requests may be sent."""
        return self.requests - self.usage.requests

    def seconds_left(self) -> float:
        """How long this may still take."""
        if self._end is None:
            return self.seconds
        return self._end - asyncio.get_running_loop().time()

    def begin(self) -> None:
        """Start the clock, unless it runs."""
        if self._end is None:
            self._end = asyncio.get_running_loop().time() + self.seconds
            if self._timer is not None:
                self._timer.reschedule(self._end)

    @asynccontextmanager
    async def deadline(self) -> AsyncIterator[None]:
        """Cancel what is within when the time is up; raises TimeoutError."""
        try:
            async with asyncio.timeout_at(self._end) as self._timer:
                yield
        finally:
            self._timer = None  # it holds on to its task, and that in the end to a summary

    def late(self, before: Exception | None = None) -> ProviderError:
        """What to raise when the time is up, `before` which another request had failed."""
        cause = f", after another failed ({before})" if before else ""
        return ProviderError(
            f"no answer within the deadline of {self.seconds:g} s{cause}: "
            "try again, or raise deadline=",
            kind="deadline",
            usage=self.usage,
        )
