"""The one retry policy: every HTTP request of an article passes through it.

The SDK below and instructor beside it are told not to retry on their own, so the number of
requests is bounded in one place.  Transport faults are tried again with growing, jittered waits
that honour ``Retry-After``; an answer that is not the schema is asked for again once, at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import ProviderError, SummariserError

if TYPE_CHECKING:
    from tenacity import AsyncRetrying, RetryCallState

TRANSIENT: frozenset[ProviderError.Kind] = frozenset(
    ("unreachable", "rate_limit", "unavailable", "unreadable")
)
"""The kinds of ProviderError that may pass if one waits."""

pace = 1.0
"""Scales the waits that are ours to choose; a test sets it near 0.  ``Retry-After`` is kept."""

LONGEST_WAIT = 60.0
"""Seconds; a provider that asks for more is not waited for."""


def retrying(max_requests: int, *, reasks: int = 1) -> AsyncRetrying:
    """At most `max_requests` attempts, at most `reasks` of them because of an unusable answer."""
    from tenacity import AsyncRetrying, stop_after_attempt, wait_exponential_jitter

    backoff = wait_exponential_jitter(multiplier=0.5 * pace, max=8 * pace, jitter=0.5 * pace)
    unusable = 0

    def worth_another(state: RetryCallState) -> bool:
        nonlocal unusable
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, ProviderError):
            return error.kind in TRANSIENT and (error.retry_after or 0) <= LONGEST_WAIT
        if isinstance(error, ValueError):  # not JSON, or JSON of another shape
            unusable += 1
            return unusable <= reasks
        return False

    def pause(state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        if not isinstance(error, SummariserError):
            return 0.0
        return max(getattr(error, "retry_after", None) or 0.0, backoff(state))

    return AsyncRetrying(
        stop=stop_after_attempt(max_requests), retry=worth_another, wait=pause, reraise=True
    )
