"""The only file that talks to a model: messages and a schema go in, a `Reply` comes out.

instructor coerces the answer, openai carries it, `retries` bounds the attempts.  Only the outline
of the answer is settled here (a JSON object with the schema's fields); its items are read one by
one later, so that a bad one never sinks the good ones.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from . import recording
from .answer import answer_model
from .errors import ProviderError, ReplyError, SummariserError
from .faults import provider_error
from .prompts import Message
from .retries import retrying
from .schemas import Summary, Usage

if TYPE_CHECKING:
    from openai import AsyncOpenAI
    from openai.types.chat import ChatCompletion

_LONGEST_ECHO = 300  # characters of a bad answer that a re-ask quotes back


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of the schema's outline: its items are still as the model wrote them."""

    content: dict[str, Any]
    model: str
    created: datetime


class Client:
    """A model at an OpenAI-compatible endpoint.

    The arguments are those of `Summariser`, where they are described.
    """

    def __init__(
        self,
        *,
        model: str,
        base_url: str | None,
        api_key: str | None,
        timeout: float,
        max_requests: int,
        temperature: float | None,
        seed: int | None,
        client: AsyncOpenAI | None,
    ) -> None:
        self.model = model
        self.max_requests = max_requests
        self._base_url = base_url
        self._api_key = api_key
        self._timeout = timeout
        self._options = {"temperature": temperature, "seed": seed}
        self._given = client
        self._openai: tuple[asyncio.AbstractEventLoop, AsyncOpenAI] | None = None

    def __repr__(self) -> str:
        return f"Client(model={self.model!r}, base_url={self._base_url!r})"

    async def complete(
        self, messages: Sequence[Message], schema: type[Summary], usage: Usage
    ) -> Reply:
        """Ask until there is a usable answer, or until `max_requests` are spent.

        `usage` is added to as requests are sent, so that it is right also after an error.
        Raises ProviderError, ReplyError or NoRecording.
        """
        import instructor
        from instructor.core.exceptions import InstructorError

        openai = self.connect()
        attempt = _Attempt(openai, usage, len(messages))
        # Typed as if `create` were not async, which instructor finds out for itself.
        ask: Any = instructor.patch(create=attempt.send, mode=instructor.Mode.JSON_SCHEMA)
        failure: BaseException
        try:
            answer = await ask(
                response_model=_response_model(schema),
                max_retries=retrying(self.max_requests - usage.requests),
                strict=False,
                model=self.model,
                messages=list(messages),
                **{name: value for name, value in self._options.items() if value is not None},
            )
        except InstructorError as error:
            failure = error.__cause__ or error
        except (SummariserError, ValueError) as error:
            failure = error
        else:
            completion = attempt.completion
            assert completion is not None
            return Reply(
                content={name: getattr(answer, name) for name in schema.visible_fields()},
                model=completion.model or self.model,
                created=datetime.fromtimestamp(completion.created or 0, UTC),
            )
        # Raised here, outside the handler, so that the error does not drag along the exceptions
        # below, which hold the request with its key and the article.
        raise _as_ours(failure, attempt.text, usage)

    async def aclose(self) -> None:
        """Close all connections, also those of a client that was given."""
        if self._openai is not None:
            await self._openai[1].close()
        self._openai = None

    def connect(self) -> AsyncOpenAI:
        """The SDK's client for the running loop; raises ProviderError if there is no key."""
        loop = asyncio.get_running_loop()
        if self._openai is None or self._openai[0] is not loop:
            self._openai = (loop, self._made())
        return self._openai[1]

    def _made(self) -> AsyncOpenAI:
        import openai

        # instructor logs what the model wrote at ERROR, which reaches stderr by default.
        logging.getLogger("instructor").setLevel(logging.CRITICAL)
        if self._given is not None:
            return self._given.with_options(max_retries=0)
        key = self._api_key or os.environ.get("OPENAI_API_KEY")
        address = self._base_url or os.environ.get("OPENAI_BASE_URL")
        if not key and not address and not recording.is_replaying():
            raise ProviderError(
                "no API key: set OPENAI_API_KEY or pass api_key=\n"
                "or pass base_url= for a local server, e.g. http://localhost:11434/v1",
                kind="authentication",
            )
        return openai.AsyncOpenAI(
            # Local servers want no key, but the SDK insists on one.
            api_key=key or "none",
            base_url=address,
            timeout=self._timeout,
            max_retries=0,
            http_client=openai.DefaultAsyncHttpxClient(
                timeout=self._timeout, follow_redirects=False
            ),
        )


class _Attempt:
    """One article's attempts: counts them, and turns what openai raises into our errors."""

    def __init__(self, openai: AsyncOpenAI, usage: Usage, prompt_length: int) -> None:
        self._openai = openai
        self._usage = usage
        self._prompt_length = prompt_length
        self.completion: ChatCompletion | None = None
        self.text = ""

    async def send(self, **request: Any) -> ChatCompletion:
        request["response_format"]["json_schema"]["strict"] = True
        request["messages"] = _with_short_echoes(request["messages"], self._prompt_length)
        self._usage.requests += 1
        failure: SummariserError
        try:
            completion = await self._openai.chat.completions.create(**request)
        except Exception as error:  # noqa: BLE001  # whatever is not known is raised again
            failure = provider_error(error, self._openai.api_key)
        else:
            return self._checked(completion)
        raise failure

    def _checked(self, completion: ChatCompletion) -> ChatCompletion:
        self._count(completion)
        choices = getattr(completion, "choices", None)
        message = choices[0].message if choices else None
        if not choices or message is None:
            raise ProviderError("the server's answer holds no reply", kind="unreadable")
        self.text = message.content or ""
        finish = choices[0].finish_reason
        if message.refusal:
            raise ReplyError(
                f"the model refused: {message.refusal[:200]}", kind="refused", raw=message.refusal
            )
        if finish == "content_filter":
            raise ReplyError(
                "the provider's content filter withheld the reply", kind="filtered", raw=self.text
            )
        if finish == "length":
            raise ReplyError(
                "the reply was cut off at the model's output limit: "
                "shorten the article, or use a model with more room",
                kind="truncated",
                raw=self.text,
            )
        if not message.content:
            raise ProviderError("the server's answer holds an empty reply", kind="unreadable")
        self.completion = completion
        return completion

    def _count(self, completion: ChatCompletion) -> None:
        tokens = getattr(completion, "usage", None)
        if tokens is None:
            return
        prompt, output = tokens.prompt_tokens_details, tokens.completion_tokens_details
        self._usage.add(
            input_tokens=tokens.prompt_tokens,
            output_tokens=tokens.completion_tokens,
            cached_input_tokens=prompt.cached_tokens if prompt else None,
            reasoning_tokens=output.reasoning_tokens if output else None,
        )


def _with_short_echoes(messages: list[Message], prompt_length: int) -> list[Message]:
    """Instructor repeats the whole bad answer in a re-ask, which is paid for again: cut it."""
    echoes = [
        {**message, "content": (message.get("content") or "")[:_LONGEST_ECHO]}
        for message in messages[prompt_length:]
    ]
    return [*messages[:prompt_length], *echoes]


@lru_cache
def _response_model(schema: type[Summary]) -> type[BaseModel]:
    """The answer's outline as instructor wants it, or it would dress it up anew at every call."""
    from instructor import response_schema

    model: type[BaseModel] = response_schema(answer_model(schema))
    return model


def _as_ours(error: BaseException, text: str, usage: Usage) -> SummariserError:
    """What instructor gave up on, as one of our errors, with what it cost."""
    if isinstance(error, ProviderError | ReplyError):
        error.usage = usage
    if isinstance(error, SummariserError):
        return error
    if isinstance(error, ValidationError):
        wrong = "; ".join(
            f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()[:3]
        )
    else:
        wrong = str(error)[:200]
    return ReplyError(
        f"the reply does not have the form asked for: {wrong}",
        kind="invalid",
        raw=text,
        usage=usage,
    )
