"""How many requests may be under way at once: found out, not guessed.

As TCP does with packets: a server that complains gets fewer, one that answers gets more, twice as
many every round until its first complaint and a few at a time from then on.  A number that was too
much is tried again ever more seldom; where even one is too much, nobody sends for a while.  Whoever
has begun goes before whoever has not, so that retries are not left behind.  A limiter belongs to
one event loop, and delays nobody as long as there is room.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from . import retries

FIRST = 8
"""Requests at once before anything is known of the server."""

MOST = 256
"""Requests at once, however willing the server: one process cannot make use of more."""

_LESS = 0.7  # what a complaint leaves of the number
_AT_FIRST = 0.5  # it had doubled every round: half was not too much
_ROUNDS = 3  # answers to every request at once, for one more: each try may cost a complaint
_ANSWERS = 20  # but no more answers than these, or large numbers would take hours to recover
_SELDOM = 320  # answers at most before a number is tried again that was too much
_LONGEST_BREATH = 8.0  # seconds, times `retries.pace`, that a server is left alone without asking


class Limiter:
    """Places for requests: more of them with good answers, fewer with complaints.

    >>> async def use() -> list[int]:
    ...     limiter = Limiter()
    ...     async with limiter.place() as place:
    ...         place.refused()
    ...     return [FIRST, limiter.places]
    >>> asyncio.run(use())
    [8, 4]
    """

    def __init__(self, places: int = FIRST) -> None:
        self._places = float(places)
        self._taken = 0
        self.complaints = 0  # those that were heeded
        self._too_many = MOST + 1  # requests at once that the server complained of last
        self._patience = _ANSWERS  # answers before so many are tried again
        self._breath = 0.0
        self._closed_until = 0.0  # on the loop's clock; 0: open
        self._waiting: deque[asyncio.Future[None]] = deque()

    @property
    def places(self) -> int:
        """How many requests may be under way now."""
        return int(self._places + 1e-9)  # of many parts

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
        self._breath = 0.0
        answers = min(_ROUNDS * self._places, _ANSWERS) if self.complaints else 1.0
        if self.places + 1 == self._too_many:
            answers = self._patience
        elif self.places > self._too_many:
            self._too_many, self._patience = MOST + 1, _ANSWERS  # it is not any more
        self._places = min(MOST, self._places + 1 / answers)
        self._admit()

    def shrink(self) -> None:
        """Some places fewer, but one at least, which then rests."""
        if self.places == self._too_many:
            self._patience = min(2 * self._patience, _SELDOM)
        elif self.places > 1:
            self._too_many, self._patience = self.places, _ANSWERS
        if self.places == 1:
            self._breath = min(2 * self._breath or 0.5, _LONGEST_BREATH)
            self.close(self._breath * retries.pace)
        self._places = max(1.0, self._places * (_LESS if self.complaints else _AT_FIRST))
        if self.places + 1 == self._too_many:
            self._places = float(self.places)  # all of the way to it counts
        self.complaints += 1

    def seconds_closed(self) -> float:
        """How long nobody will be let in."""
        if not self._closed_until:
            return 0.0
        return max(0.0, self._closed_until - asyncio.get_running_loop().time())

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
