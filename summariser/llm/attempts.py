"""One question's requests: each is counted, waits for its turn, and fails as one of our errors.

What counts as an answer, and what the next request must ask otherwise, is decided here; whether
there is a next one is up to `retries`.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from ..errors import ProviderError, ReplyError, SummariserError
from ..schema import Usage
from .aside import aside
from .budget import Spending
from .errors import Secrets, provider_error, told_error, unreadable
from .limiter import Limiter, Place
from .limits import Allowance
from .prices import price
from .prompts import Message
from .reply import Answer, said
from .retries import LONGEST_WAIT

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion

Create = Callable[..., Awaitable["ChatCompletion"]]
"""Sends one request, as openai's ``chat.completions.create`` does."""

log = logging.getLogger("summariser")
log.addHandler(logging.NullHandler())  # without one, warnings would go to stderr by themselves

_LONGEST_ECHO = 300  # characters of a bad answer that a re-ask quotes back
_LEAST_ROOM = 4096  # tokens for an answer, once one was cut off
_OVERLOADED = frozenset((503, 529))  # these ask for fewer requests, as 429 does
# How an answer ended, by what servers call it; all else is an end like any other.
_ENDS = {
    "cut off": re.compile(r"^(max_?)?length|max.?(output.?|completion.?)?tokens|model.?length"
                          r"|token.?limit|context.?(window|length)", re.IGNORECASE),
    "filtered": re.compile("filter|safety|recitation|blocklist|prohibited|spii|sensitive|guardrail"
                           "|moderation", re.IGNORECASE),
    "broken off": re.compile("error|insufficient|abort|cancel|interrupt", re.IGNORECASE),
}  # fmt: skip
# OpenAI's own models refuse the name that everybody else knows.
_AT_OPENAI = ("openai.com", "azure.com")


class Server(NamedTuple):
    """Whom to ask."""

    create: Create
    address: str
    hidden: list[str]
    """What it is told in confidence."""


class Outdated(Exception):  # noqa: N818  # nothing went wrong
    """A request was not sent: while it waited for its turn, something better was found."""


class Attempts:
    """The requests one question may take; `send` sends each.

    Attributes:
        outline: what an answer is held against.
        completion: the last answer that was one.
        failure: why the last request failed, if it did; an answer that cannot be read is told of
            by whoever cannot.
        text: what the model wrote last, usable or not.
    """

    def __init__(
        self,
        server: Server,
        limiter: Limiter,
        outline: type[Answer],
        messages: Sequence[Message],
        allowance: Allowance,
    ) -> None:
        self.secrets = Secrets(server.hidden, [message["content"] for message in messages])
        self.completion: ChatCompletion | None = None
        self.failure: Exception | None = None
        self.text = ""
        self._server = server
        self._limiter = limiter
        self.outline = outline
        self._prompt_length = len(messages)
        self._allowance = allowance
        self._usage = allowance.usage
        self._cut_off: ReplyError | None = None
        self._room: dict[str, int] = {}  # for the next answer, once one was cut off
        self._written = 0  # tokens of the last answer
        self._line: dict[str, Any] | None = None  # for the log, once it is known how it ended

    async def send(
        self, is_outdated: Callable[[], bool] = lambda: False, **request: Any
    ) -> ChatCompletion:
        """Send one request; raises ProviderError, ReplyError or NoRecording.

        Raises Outdated if nobody wants the answer any more when its turn has come.
        """
        self.tell("invalid")  # or nobody would ask again
        request["messages"] = _with_short_echoes(request["messages"], self._prompt_length)
        request.update(self._room)
        size = sum(len(message["content"].encode()) for message in request["messages"])
        if "tools" in request or "json_schema" in request.get("response_format", ()):
            size += _schema_size(self.outline)
        room = self._allowance.budget.room(size, request["model"], self._server.address)
        urgent = self._usage.requests > 0
        if self.failure and self._limiter.seconds_closed() > self._allowance.seconds_left():
            raise self.failure
        async with AsyncExitStack() as stack:
            place = await stack.enter_async_context(self._limiter.place(urgent=urgent))
            if is_outdated():
                raise Outdated
            spending = await stack.enter_async_context(room)
            self._allowance.begin()
            try:
                completion = await self._ask(request, spending)
                await self._check(completion, request)
            except asyncio.CancelledError:
                self.tell("cancelled")
                raise
            except Exception as error:  # noqa: BLE001  # whatever it is becomes one of ours
                failure = provider_error(error, self.secrets)
                spending.fail(failure)
            else:
                place.answered()
                self.completion = completion
                return completion
            _pass_on(failure, place)
        self.tell(getattr(failure, "kind", "not recorded"))
        if self._cut_off and getattr(failure, "kind", None) in ("rejected", "too_long"):
            failure = self._cut_off  # there was no more room to be had
        self.failure = failure
        raise failure

    def is_off_schema(self) -> bool:
        """Whether the last answer names no field of the schema, as if it had not been shown."""
        return not any(f'"{name}"' in self.text for name in self.outline.model_fields)

    def tell(self, outcome: str) -> None:
        """Log the last request, unless it is done."""
        if self._line is not None:
            log.info(_LINE, {**self._line, "outcome": outcome})
        self._line = None

    async def _ask(self, request: dict[str, Any], spending: Spending) -> ChatCompletion:
        self._usage.requests += 1
        line = {"model": request["model"], "number": self._usage.requests}
        self._line = {**line, "input": "?", "output": "?"}
        log.debug("asked: %s", request["messages"])
        started = time.monotonic()
        try:
            completion = await self._server.create(**request)
        finally:
            self._line["ms"] = (time.monotonic() - started) * 1000
        self._count(completion, spending)
        return completion

    async def _check(self, completion: ChatCompletion, request: dict[str, Any]) -> None:
        told = getattr(completion, "error", None)
        choices = getattr(completion, "choices", None)
        choice = choices[0] if isinstance(choices, list) and choices else None
        message = getattr(choice, "message", None)
        told = told or getattr(choice, "error", None)  # OpenRouter has it in both places
        if told:
            raise told_error(told, self.secrets)
        if choice is None or message is None:
            raise unreadable("it holds no reply")
        refusal = getattr(message, "refusal", None)
        finish = getattr(choice, "finish_reason", None)
        end = next((end for end, words in _ENDS.items() if words.search(str(finish))), None)
        # Half a surrogate pair can neither be sent back nor printed.
        self.text = _sound(said(message, thoughts=end is None))
        message.content = self.text  # what a re-ask quotes
        if "tools" not in request:
            message.tool_calls = None  # or a re-ask would have to answer them
        log.debug("answered: %s", self.text)
        if refusal:
            words = _sound(str(refusal))
            why = f"the model refused: {self.secrets.hide(words)}"
            raise ReplyError(why, kind="refused", raw=words)
        if end == "filtered":
            raise ReplyError(
                "the provider's content filter withheld the reply", kind="filtered", raw=self.text
            )
        if end is not None:
            if not await aside(partial(self.outline.is_complete, self.text)):
                raise self._too_short(request) if end == "cut off" else _broken_off(finish)
        elif not self.text:
            raise unreadable("it holds an empty reply")

    def _too_short(self, request: dict[str, Any]) -> ReplyError:
        """Twice the room for the next request, and the error if there is none."""
        host = urlsplit(self._server.address).hostname or ""
        name = "max_completion_tokens" if host.endswith(_AT_OPENAI) else "max_tokens"
        self._room = {name: max(2 * (request.get(name) or self._written), _LEAST_ROOM)}
        self._cut_off = ReplyError(
            "the reply was cut off at the model's output limit: "
            "shorten the article, or use a model with more room",
            kind="truncated",
            raw=self.text,
        )
        return self._cut_off

    def _count(self, completion: ChatCompletion, spending: Spending) -> None:
        tokens = getattr(completion, "usage", None)
        prompt = getattr(tokens, "prompt_tokens_details", None)
        output = getattr(tokens, "completion_tokens_details", None)
        spent = {
            "input_tokens": _number(tokens, "prompt_tokens"),
            "output_tokens": _number(tokens, "completion_tokens"),
            "cached_input_tokens": _number(prompt, "cached_tokens"),
            "reasoning_tokens": _number(output, "reasoning_tokens"),
        }
        created = _number(completion, "created")
        model = str(getattr(completion, "model", ""))
        cost = price(model, self._server.address, Usage.model_validate(spent), created)
        self._usage.add(cost, **spent)
        spending.add(cost, **spent)
        self._written = spent["output_tokens"] or 0
        assert self._line is not None
        for name in ("input", "output"):
            if (count := spent[f"{name}_tokens"]) is not None:
                self._line[name] = count


def _broken_off(finish: Any) -> ProviderError:
    return ProviderError(
        f"the server broke off in the middle of its answer ({str(finish)[:40]}): try again later",
        kind="unavailable",
    )


_LINE = "%(model)s, request %(number)d: %(outcome)s, %(input)s + %(output)s tokens, %(ms)d ms"


@lru_cache
def _schema_size(outline: type[Answer]) -> int:
    """Bytes of the schema, which is paid for in every request."""
    return len(json.dumps(outline.model_json_schema(), ensure_ascii=False).encode())


def _number(source: Any, name: str) -> int | None:
    value = getattr(source, name, None)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _sound(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _pass_on(failure: SummariserError, place: Place) -> None:
    """Tell the limiter if the server had too much to do."""
    if not isinstance(failure, ProviderError):
        return
    if failure.kind == "rate_limit" or failure.status in _OVERLOADED:
        pause = failure.retry_after or 0.0
        place.refused(pause if pause <= LONGEST_WAIT else 0.0)


def _with_short_echoes(messages: list[Any], prompt_length: int) -> list[Any]:
    """Instructor repeats the whole bad answer in a re-ask, which is paid for again: cut it."""
    echoes = []
    for message in messages[prompt_length:]:
        echo = {**message, "content": _sound(message.get("content") or "")[:_LONGEST_ECHO]}
        if calls := echo.get("tool_calls"):  # whose arguments must be JSON, and so cannot be cut
            echo["tool_calls"] = [
                {**call, "function": {**call["function"], "arguments": "{}"}} for call in calls
            ]
        echoes.append(echo)
    return [*messages[:prompt_length], *echoes]
