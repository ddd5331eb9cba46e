"""How many requests may be under way at once: found out, not guessed.

As TCP does with packets: a server that complains gets fewer, one that answers gets more, twice as
many every round until its first complaint and a few at a time from then on.  Whoever has begun goes
before whoever has not, so that retries are not left behind.  A limiter belongs to one event loop,
and delays nobody as long as there is room.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

FIRST = 8
"""Requests at once before anything is known of the server."""

MOST = 256
"""Requests at once, however willing the server: one process cannot make use of more."""

_LESS = 0.7  # what a complaint leaves of the number
_ROUNDS = 3  # answers to every request at once, for one more: each try may cost a complaint
_ANSWERS = 20  # but no more answers than these, or large numbers would take hours to recover


class Limiter:
    """Places for requests: more of them with good answers, fewer with complaints.

    >>> async def use() -> list[int]:
    ...     limiter = Limiter()
    ...     async with limiter.place() as place:
    ...         place.refused()
    ...     return [FIRST, limiter.places]
    >>> asyncio.run(use())
    [8, 5]
    """

    def __init__(self, places: int = FIRST) -> None:
        self._places = float(places)
        self._taken = 0
        self.complaints = 0  # those that were heeded
        self._closed_until = 0.0  # on the loop's clock; 0: open
        self._waiting: deque[asyncio.Future[None]] = deque()

    @property
    def places(self) -> int:
        """How many requests may be under way now."""
        return int(self._places)

    @asynccontextmanager
    async def place(self, *, urgent: bool = False) -> AsyncIterator[Place]:
        """Wait for one's turn, before all others if `urgent`; leaving makes room for the next."""
        await self._turn(urgent)
        try:
            yield Place(self, self.complaints, is_last=self._taken >= self.places)
        finally:
            self._taken -= 1
            self._admit()

    def grow(self) -> None:
        """A part of a place more, for an answer."""
        answers = min(_ROUNDS * self._places, _ANSWERS) if self.complaints else 1
        self._places = min(MOST, self._places + 1 / answers)
        self._admit()

    def shrink(self) -> None:
        """Some places fewer, but one at least."""
        self._places = max(1.0, self._places * _LESS)
        self.complaints += 1

    def close(self, seconds: float) -> None:
        """Let nobody in for a while; a shorter while does not cut a longer one short."""
        loop = asyncio.get_running_loop()
        until = loop.time() + seconds
        if until > self._closed_until:
            self._closed_until = until
            loop.call_at(until, self._open, until)

    def _open(self, until: float) -> None:
        if until == self._closed_until:
            self._closed_until = 0.0
            self._admit()

    async def _turn(self, urgent: bool) -> None:
        turn = asyncio.get_running_loop().create_future()
        (self._waiting.appendleft if urgent else self._waiting.append)(turn)
        self._admit()
        try:
            if not turn.done():
                await turn
        except asyncio.CancelledError:
            if not turn.cancelled():  # its turn came in the same moment
                self._taken -= 1
                self._admit()
            raise

    def _admit(self) -> None:
        while self._waiting and not self._closed_until and self._taken < self.places:
            turn = self._waiting.popleft()
            if not turn.cancelled():
                self._taken += 1
                turn.set_result(None)


@dataclass(frozen=True, slots=True)
class Place:
    """One request's place: tells the limiter how the server took it."""

    limiter: Limiter
    complaints: int  # heeded before this request was sent
    is_last: bool

    def answered(self) -> None:
        """The server coped; if that was all it was given at once, it may be given more."""
        if self.is_last:
            self.limiter.grow()

    def refused(self, pause: float = 0.0) -> None:
        """The server had too much to do, and wants to be left alone for `pause` seconds.

        Requests sent together are refused together: that counts as one complaint.
        """
        if self.complaints == self.limiter.complaints:
            self.limiter.shrink()
        if pause > 0:
            self.limiter.close(pause)
