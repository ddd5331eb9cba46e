"""The one retry policy: every HTTP request of an article passes through it.

The SDK below is told not to retry on its own, and instructor only words questions, so the number of
requests is bounded in one place.  Transport faults are tried again with growing, jittered waits
that honour ``Retry-After``; an answer that is not the schema, or was cut off, is asked for again
once, at once.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..errors import ProviderError, ReplyError
from .limits import Allowance

if TYPE_CHECKING:
    from tenacity import AsyncRetrying, RetryCallState

RETRIES: dict[ProviderError.Kind | ReplyError.Kind, float] = {
    "rate_limit": float("inf"),
    "unavailable": float("inf"),
    "unreachable": float("inf"),
    "timeout": 1,  # what nobody waited for may have been paid for
    "unreadable": 1,
    "truncated": 1,
    "invalid": 1,
}
"""How often a failure is tried again, within `max_requests`.  What is not listed never is."""

pace = 1.0
"""Scales the waits that are ours to choose; a test sets it near 0.  ``Retry-After`` is kept."""

LONGEST_WAIT = 60.0
"""Seconds; a provider that asks for more is not waited for."""


def retrying(allowance: Allowance) -> AsyncRetrying:
    """As many attempts as are allowed, none that would begin after the deadline."""
    from tenacity import AsyncRetrying, stop_after_attempt, wait_exponential_jitter

    backoff = wait_exponential_jitter(multiplier=0.5 * pace, max=8 * pace, jitter=0.5 * pace)
    failures: Counter[str | None] = Counter()
    wait = 0.0

    def worth_another(state: RetryCallState) -> bool:
        nonlocal wait
        error = state.outcome.exception() if state.outcome else None
        kind = _kind(error)
        failures[kind] += 1
        asked = getattr(error, "retry_after", None) or 0.0
        wait = max(asked, backoff(state)) if isinstance(error, ProviderError) else 0.0
        again = kind is not None and failures[kind] <= RETRIES.get(kind, 0)
        # What would not end before the deadline is not begun, so that the cause is told.
        return again and asked <= LONGEST_WAIT and wait <= allowance.seconds_left()

    return AsyncRetrying(
        stop=stop_after_attempt(allowance.requests_left),
        retry=worth_another,
        wait=lambda _: wait,
        reraise=True,
    )


def _kind(error: BaseException | None) -> ProviderError.Kind | ReplyError.Kind | None:
    if isinstance(error, ProviderError | ReplyError):
        return error.kind
    # Not JSON, or JSON of another shape.
    return "invalid" if isinstance(error, ValueError) else None
