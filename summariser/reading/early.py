"""Items of a reply that is still being written, verified beside the loop, one after the other."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from types import TracebackType
from typing import Any, Self

from ..llm import Hear
from .arrivals import Arrivals
from .candidates import Candidate

Add = Callable[[Iterable[Candidate]], None]


class Early:
    """Verifies what is heard, and tells of what is to be taken, as long as the reply is written.

    The reply does not wait for it.  What was not verified when the reply has come is left to
    whoever reads it whole; so is what cannot be verified.

    Args:
        verified: verifies an item, of this field and as the model wrote it.
        arrivals: who is told.
        is_taken: whether somebody is to be told.
    """

    def __init__(
        self,
        verified: Callable[[str, Any], Awaitable[Candidate]],
        arrivals: Arrivals,
        is_taken: Callable[[Candidate], bool],
    ) -> None:
        self._verified = verified
        self._arrivals = arrivals
        self._is_taken = is_taken
        self._waiting: deque[tuple[str, Any, Add]] = deque()
        self._work: asyncio.Task[None] | None = None
        self._has_failed = False

    def listen(self) -> Hear:
        """The ears for one answer."""
        add = self._arrivals.of_a_reply()

        def hear(field: str, raw: Any) -> None:
            if self._has_failed:
                return
            self._waiting.append((field, raw, add))
            if self._work is None or self._work.done():
                self._work = asyncio.get_running_loop().create_task(self._verify())

        return hear

    async def _verify(self) -> None:
        while self._waiting:
            field, raw, add = self._waiting.popleft()
            try:
                candidate = await self._verified(field, raw)
            except Exception:  # noqa: BLE001  # it is met again when the reply is read whole
                self._has_failed = True
                return
            if self._is_taken(candidate):
                add([candidate])

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._waiting.clear()
        if self._work is None:
            return
        if isinstance(error, asyncio.CancelledError):
            self._work.cancel()
        # Nobody else may look anything up before it is done.
        await asyncio.wait([self._work])
