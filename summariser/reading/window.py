"""One window of an article: asked about, read item by item, and asked again about what fails.

A window that is too long for the model, or whose reply is, is read in halves.  What is sound stays,
whatever becomes of the rest.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ..article import Window
from ..errors import BudgetError, InternalError, ProviderError, ReplyError, SummariserError
from ..llm import REPAIR, Allowance, Client, Message, Reply, aside
from ..schema import Coverage, Rejected
from .candidates import Candidate, offers, read, settle
from .session import Session
from .settings import Settings

T = TypeVar("T")
SMALLEST = 1_000
"""Characters of a window that is not halved any more: it is less than the prompt around it."""
LEAST = 1.0
"""Seconds in which a reply is read that came at the last moment: it is paid for."""


@dataclass(slots=True)
class Reading:
    """What came of one window: candidates, or an error."""

    window: Window
    reply: Reply | None = None
    kept: list[Candidate] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    error: SummariserError | None = None

    @property
    def notes(self) -> list[str]:
        return self.reply.notes if self.reply else []

    @property
    def coverage(self) -> Coverage:
        return Coverage(
            first=self.window.first,
            last=self.window.last,
            request=self.reply.request if self.reply else None,
            error=str(self.error) if self.error else None,
        )


@dataclass
class Reader:
    """Asks about windows."""

    client: Client
    settings: Settings
    _too_long: dict[str, int] = field(default_factory=dict)
    """By language, the fewest characters that were too long for the model."""

    async def read(self, windows: Sequence[Window], session: Session) -> list[Reading]:
        """The readings of these windows, or of their halves, in order.

        Raises only what would befall every other article, too.
        """
        if len(windows) == 1:
            return await self._read(windows[0], session)
        tasks = [asyncio.create_task(self._read(each, session)) for each in windows]
        try:
            return [reading for task in tasks for reading in await task]
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _read(self, window: Window, session: Session) -> list[Reading]:
        too_long = self._too_long.get(window.language)
        if too_long and len(window.text) >= too_long and (halves := window.halves()):
            return await self.read(halves, session)
        question = _Question(self, window, session)
        try:
            return [await question.read()]
        except SummariserError as error:
            if error.is_fatal:
                raise
            kind = getattr(error, "kind", None)
            is_long = kind in ("too_long", "truncated") and len(window.text) > SMALLEST
            halves = window.halves() if is_long else None
            if halves is None:
                return [Reading(window, error=error)]
        except Exception as error:  # noqa: BLE001  # the other windows' replies are paid for, too
            return [Reading(window, error=InternalError.of(error))]
        finally:
            session.usage.include(question.allowance.usage)
        if kind == "too_long":  # a reply that was cut off only tells of this window
            known = self._too_long.get(window.language, len(window.text))
            self._too_long[window.language] = min(known, len(window.text))
        return await self.read(halves, session)


class _Question:
    """One window's prompt, and all that follows from it."""

    def __init__(self, reader: Reader, window: Window, session: Session) -> None:
        self._settings = reader.settings
        self._client = reader.client
        self.allowance = Allowance(
            self._settings.max_requests, self._settings.deadline, session.budget
        )
        self._window = window
        self._session = session
        self._replies = session.replies

    async def read(self) -> Reading:
        messages = self._settings.render(self._window)
        part = self._window.part
        laid_aside = self._laid_aside(part)
        reply = laid_aside or await self._ask(part, messages)
        try:
            candidates = await self._aside(lambda: self._read(reply))
        except ProviderError:
            self._replies.lay_aside(part)  # what was paid for can be read another time
            raise
        asked = [each for each in candidates if not each.settled]
        if asked or not self._window.is_whole:
            self._replies.lay_aside(part)
        kept, rejected = await self._settle(candidates, asked, messages, part)
        return Reading(self._window, reply, kept, rejected)

    async def _settle(
        self,
        candidates: list[Candidate],
        asked: list[Candidate],
        messages: Sequence[Message],
        part: str,
    ) -> tuple[list[Candidate], list[Rejected]]:
        if self._settings.on_unsupported == "flag":
            unreadable = [each for each in asked if each.item is None]
            kept = [each for each in candidates if each.item is not None]
            return kept, [each.rejected() for each in unreadable]
        if not asked or self._settings.on_unsupported == "drop":
            return settle(candidates, [], "not asked again")
        part = f"{part} repair"
        reply = self._laid_aside(part)
        if not reply and self.allowance.requests_left < 1:
            return settle(candidates, [], "not asked again: max_requests are spent")
        try:
            reply = reply or await self._ask(part, self._repair(asked, messages))
        except (ProviderError, ReplyError, BudgetError) as error:
            if error.is_fatal and self._replies.drafts is not None:
                raise  # the run stops here, and goes on here another time
            # The sound items are paid for and stay, whatever becomes of the others.
            return settle(candidates, [], f"asked again: {error}")
        if not self._window.is_whole:
            self._replies.lay_aside(part)
        answer = reply
        try:
            return await self._aside(lambda: settle(candidates, self._read(answer)))
        except ProviderError as error:
            return settle(candidates, [], f"asked again: {error}")

    def _read(self, reply: Reply) -> list[Candidate]:
        return read(reply.content, self._settings.schema, self._session.index)

    async def _aside(self, work: Callable[[], T]) -> T:
        """What this makes, beside the loop; raises ProviderError at the deadline."""
        try:
            async with self._session.turn:
                left = max(self.allowance.seconds_left(), LEAST)
                try:
                    async with asyncio.timeout(left):
                        return await aside(work)
                except TimeoutError:
                    self._session.look_up_anew()  # this thread goes on with the index it has
                    raise
        except TimeoutError:
            failure = self.allowance.late()
        raise failure  # out here, so that it drags along no article

    async def _ask(self, part: str, messages: Sequence[Message]) -> Reply:
        reply = await self._client.complete(messages, self._settings.schema, self.allowance)
        self._replies.note(part, reply)
        return reply

    def _repair(self, asked: list[Candidate], messages: Sequence[Message]) -> tuple[Message, ...]:
        """The first prompt, word for word, then these items and what is wrong with them."""
        answer: dict[str, list[Any]] = {}
        failures = []
        for each in asked:
            items = answer.setdefault(each.field, [])
            items.append(each.raw)
            place = f"{each.field}[{len(items) - 1}]"
            failures.append(
                {
                    "place": place,
                    "reasons": each.reasons or each.doubts,
                    **offers(each, self._session.index),
                }
            )
        question = self._settings.prompts.render(REPAIR, failures=failures)
        return (
            *messages,
            {"role": "assistant", "content": json.dumps(answer, ensure_ascii=False)},
            *question,
        )

    def _laid_aside(self, part: str) -> Reply | None:
        reply = self._replies.get(part)
        if reply is not None:
            self.allowance.usage = reply.usage.model_copy()
        return reply
