"""A number of places, for which one waits in line."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from copy import copy


class Turns:
    """So many places at once; they belong to one event loop, and delay nobody while there is room.

    >>> async def use() -> int:
    ...     turns = Turns(2)
    ...     async with turns.turn(), turns.turn():
    ...         return turns.taken
    >>> asyncio.run(use())
    2
    """

    def __init__(self, places: int) -> None:
        self._most = places
        self.taken = 0
        self._waiting: deque[tuple[asyncio.Future[None], bool]] = deque()
        self._reason: Exception | None = None

    def stop(self, reason: Exception) -> None:
        """Let nobody in any more who comes without urgency, nor who waits: that raises `reason`."""
        self._reason = reason
        for turn, urgent in self._waiting:
            if not (urgent or turn.done()):
                turn.set_exception(copy(reason))

    @asynccontextmanager
    async def turn(self, *, urgent: bool = False) -> AsyncIterator[None]:
        """Wait for one's turn, before all others if `urgent`; leaving makes room for the next."""
        if self._reason and not urgent:
            raise copy(self._reason)
        turn = asyncio.get_running_loop().create_future()
        (self._waiting.appendleft if urgent else self._waiting.append)((turn, urgent))
        self._admit()
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled() and not turn.exception():  # its turn came in the same moment
                self._leave()
            raise
        try:
            yield
        finally:
            self._leave()

    def _has_room(self) -> bool:
        return self.taken < self._most

    def _leave(self) -> None:
        self.taken -= 1
        self._admit()

    def _admit(self) -> None:
        while self._waiting and self._has_room():
            turn, _ = self._waiting.popleft()
            if not turn.done():
                self.taken += 1
                turn.set_result(None)
