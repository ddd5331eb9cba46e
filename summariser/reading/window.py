"""One window of an article: asked about, read item by item, and asked again about what fails.

A window that is too long for the model, or whose reply is, is read in halves.  What is sound stays,
whatever becomes of the rest.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ..article import Window
from ..checks import find_open
from ..errors import BudgetError, InternalError, ProviderError, ReplyError, SummariserError
from ..llm import OPEN, REPAIR, Allowance, Client, Listen, Message, Reply, aside
from ..schema import Coverage, FreeText, Open, Rejected, SummaryData, taken_apart
from .candidates import Candidate, offers, read, read_item, settle
from .early import Early
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
    again: Reading | None = None
    """What came of asking about its open sentences."""
    reasons: dict[int, str] = field(default_factory=dict)
    """By open sentence, why the model has nothing to report."""
    remark: str | None = None
    """Why nothing came of asking about them."""

    @property
    def notes(self) -> list[str]:
        own = [*(self.reply.notes if self.reply else []), *([self.remark] if self.remark else [])]
        return own + (self.again.notes if self.again else [])

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


def prose_field(schema: type[SummaryData]) -> str | None:
    """The first of a topic's fields that hold prose of the model's own, and no items."""
    names = (name for name in schema.visible_fields() if name not in schema.item_fields())
    return next((name for name in names if _is_prose(schema, name)), None)


def _is_prose(schema: type[SummaryData], name: str) -> bool:
    kinds, marks = taken_apart(schema.model_fields[name].annotation)
    marks += schema.model_fields[name].metadata
    return str in kinds and any(isinstance(mark, FreeText) for mark in marks)


class _Question:
    """One window's prompt, and all that follows from it."""

    def __init__(self, reader: Reader, window: Window, session: Session) -> None:
        self._settings = reader.settings
        self._client = reader.client
        self.allowance = Allowance(
            self._settings.max_requests, self._settings.deadline, session.bounds.budget
        )
        self._window = window
        self._session = session
        self._replies = session.replies

    async def read(self) -> Reading:
        messages = self._settings.render(self._window)
        part = self._window.part
        laid_aside = self._laid_aside(part)
        reply = laid_aside or await self._ask_first(part, messages)
        candidates = await self._aside(lambda: self._read(reply))
        self._tell(each for each in candidates if self._is_taken_at_once(each))
        asked = [each for each in candidates if not each.settled]
        reading = Reading(
            self._window, reply, *await self._settle(candidates, asked, messages, part)
        )
        self._tell(reading.kept)
        if self._settings.on_open == "ask":
            reading.again = await self._ask_about_open(reading.kept, reply, messages)
            self._tell(reading.again.kept if reading.again else [])
        return reading

    # --- who waits for the first items --------------------------------------------------------

    async def _ask_first(self, part: str, messages: Sequence[Message]) -> Reply:
        """As `_ask`; items of the reply are told of while it is written, if anybody listens."""
        if self._session.arrivals is None:
            return await self._ask(part, messages)
        fields = self._settings.schema.item_fields()

        async def verified(field: str, raw: Any) -> Candidate:
            kind = fields[field].item
            return await self._aside(lambda: read_item(field, raw, kind, self._session.index))

        async with Early(verified, self._session.arrivals, self._is_taken_at_once) as early:
            return await self._ask(part, messages, early.listen)

    def _is_taken_at_once(self, each: Candidate) -> bool:
        """Whether an item is kept as it is, unless a later one is found to be the same."""
        match self._settings.on_unsupported:
            case "ask":
                return each.settled
            case "drop":
                return each.sound
        return each.item is not None

    def _tell(self, candidates: Iterable[Candidate]) -> None:
        if self._session.arrivals is not None:
            self._session.arrivals.of_a_reply()(candidates)

    # --- what is asked next -------------------------------------------------------------------

    async def _settle(
        self,
        candidates: list[Candidate],
        asked: list[Candidate],
        messages: Sequence[Message],
        part: str,
    ) -> tuple[list[Candidate], list[Rejected]]:
        if not asked or self._settings.on_unsupported != "ask":
            return self._taken(candidates)
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
        answer = reply
        try:
            return await self._aside(lambda: settle(candidates, self._read(answer)))
        except ProviderError as error:
            return settle(candidates, [], f"asked again: {error}")

    def _taken(self, candidates: list[Candidate]) -> tuple[list[Candidate], list[Rejected]]:
        """What is taken over without asking again, and what is not."""
        if self._settings.on_unsupported == "flag":
            kept = [each for each in candidates if each.item is not None]
            return kept, [each.rejected() for each in candidates if each.item is None]
        return settle(candidates, [], "not asked again")

    async def _ask_about_open(
        self, kept: list[Candidate], reply: Reply, messages: Sequence[Message]
    ) -> Reading | None:
        """What the model makes of the sentences that no item cites; None if there are none."""
        window = self._window
        items = [each.item for each in kept if each.item is not None]
        among = range(window.first, window.last + 1)
        part = f"{window.part} open"
        try:
            found = await self._aside(lambda: find_open(items, self._session.index, among))
            if not found:
                return None
            answer = self._laid_aside(part)
            if not answer and self.allowance.requests_left < 1:
                remark = "not asked about open sentences: max_requests are spent"
                return Reading(window, remark=remark)
            answer = answer or await self._ask(part, self._about(found, reply, messages))
            more = answer
            candidates = await self._aside(lambda: self._read(more))
        except (ProviderError, ReplyError, BudgetError) as error:
            if error.is_fatal and self._replies.drafts is not None:
                raise  # the run stops here, and goes on here another time
            return Reading(window, remark=f"asked about open sentences: {error}")
        said = self._said(answer)
        why = "" if said == self._said(reply) else said
        reasons = {each.sentence: why for each in found if why}
        return Reading(window, answer, *self._taken(candidates), reasons=reasons)

    def _about(
        self, found: list[Open], reply: Reply, messages: Sequence[Message]
    ) -> tuple[Message, ...]:
        """The first prompt, word for word, what was answered, and the numbers of what is open.

        No word of theirs: outside its fence, the article tells a model nothing.
        """
        sentences = [{"number": each.sentence, "kinds": each.kinds} for each in found]
        prose = prose_field(self._settings.schema)
        question = self._settings.prompts.render(OPEN, sentences=sentences, reason=prose)
        answer = json.dumps(reply.content, ensure_ascii=False)
        return (*messages, {"role": "assistant", "content": answer}, *question)

    def _said(self, reply: Reply) -> str:
        """What a reply says outside its items: of the second, why there are no more."""
        name = prose_field(self._settings.schema)
        said = reply.content.get(name) if name else None
        return said.strip() if isinstance(said, str) else ""

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

    async def _ask(
        self, part: str, messages: Sequence[Message], listen: Listen | None = None
    ) -> Reply:
        is_first = part == self._window.part
        schema, places = self._settings.schema, self._session.bounds.places
        async with places.turn(urgent=not is_first):
            try:
                reply = await self._client.complete(messages, schema, self.allowance, listen)
            except SummariserError as error:
                if error.is_fatal:  # the next article would fare no better: it is not asked about
                    places.stop(error)
                raise
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
