"""The only file that talks to a model: messages and a schema go in, a `Reply` comes out.

`reply` reads the answer, `attempts` sends the requests, `retries` bounds their number.  Only
the outline of the answer is settled here (a JSON object with the schema's fields); its items are
read one by one later, so that a bad one never sinks the good ones.
"""

from __future__ import annotations

import asyncio
import copy
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from hashlib import sha256
from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from ..errors import InternalError, ProviderError, ReplyError, SettingError, SummariserError
from ..schema import SummaryData, Usage
from . import recording
from .aside import aside
from .attempts import Attempts, Create, Outdated, Server
from .errors import Secrets, Unsupported, hidden
from .http import restrained
from .limiter import Limiter
from .limits import Allowance
from .modes import MODES, Mode, Streamed, Way, after, form, handlers, less_streamed, told
from .prices import price
from .prompts import Message
from .providers import endpoint
from .reply import Answer, Reply, answer_model
from .retries import retrying
from .shared import Notes
from .streaming import Listen, streamed

if TYPE_CHECKING:
    from openai import AsyncOpenAI
    from openai.types.chat import ChatCompletion

_OPENAI = "https://api.openai.com/v1/"


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
        temperature: float | None,
        seed: int | None,
        client: AsyncOpenAI | None,
        mode: Mode = "auto",
    ) -> None:
        if not timeout > 0:
            raise SettingError(f"timeout is {timeout}: give seconds, more than 0")
        if mode not in MODES:
            raise SettingError(f"mode is one of {', '.join(MODES)}, not {mode!r}")
        self._at = endpoint(model, str(client.base_url) if client else base_url)
        self.model = self._at.model
        self.mode = mode
        # One object asks one model at one address, and need not be refused there twice.
        self._way: Way = self._at.way if mode == "auto" else mode
        self._streamed: Streamed = "counted"
        self._api_key = api_key
        self._timeout = timeout
        options = {"temperature": temperature, "seed": seed}
        self.options = {name: value for name, value in options.items() if value is not None}
        self._given = client
        self._openai: tuple[asyncio.AbstractEventLoop, AsyncOpenAI] | None = None
        self._limited: tuple[asyncio.AbstractEventLoop, Limiter] | None = None
        self._notes: Notes | None = None

    def share_limit(self, notes_about: Callable[[str], Notes]) -> None:
        """Find out how many requests the server takes together with other processes.

        Args:
            notes_about: what is told of a subject, such as one server and model.
        """
        asked = json.dumps([self.address, self.model])
        self._notes = notes_about(f"limit {sha256(asked.encode()).hexdigest()[:16]}")

    def __repr__(self) -> str:
        return f"Client(model={self.model!r}, base_url={self.address!r})"

    async def complete(
        self,
        messages: Sequence[Message],
        schema: type[SummaryData],
        allowance: Allowance,
        listen: Listen | None = None,
    ) -> Reply:
        """Ask until there is a usable answer, or until nothing more is allowed.

        With `listen`, answers are asked for as they are written: see `streaming`.
        Raises ProviderError, ReplyError or NoRecording.
        """
        if listen is None:
            return await self._answer(self._server(), messages, schema, allowance)
        server = _server(self.connect())
        secrets, outline = Secrets(server.hidden, []), answer_model(schema)
        create = streamed(server.create, lambda: self._streamed, outline, listen, secrets)
        server = server._replace(create=create)
        return await self._answer(server, messages, schema, allowance, streams=True)

    def _server(self) -> Server:
        """Whom to ask: the model, or a cassette that knows its answers."""
        tape = recording.replaying()
        # Whoever has loaded openai may have put something around it, which is to hear of it.
        if tape is None or self._given is not None or "openai" in sys.modules:
            return _server(self.connect())

        async def replay(**request: Any) -> Any:
            known = tape.answer("chat/completions", request)
            return known or await _server(self.connect()).create(**request)

        key = self._key()
        return Server(replay, self._at.base_url or _OPENAI, [key] if key else [])

    async def _answer(
        self,
        server: Server,
        messages: Sequence[Message],
        schema: type[SummaryData],
        allowance: Allowance,
        streams: bool = False,
    ) -> Reply:
        outline = answer_model(schema)
        attempts = Attempts(server, self._limiter(), outline, messages, allowance)
        failure: BaseException
        try:
            async with allowance.deadline():
                answer, way = await self._coerced(attempts, messages, schema, allowance, streams)
        except TimeoutError:
            failure = allowance.late(attempts.failure)
        except (SummariserError, ValueError) as error:
            failure = error
        except Exception as error:  # noqa: BLE001  # whatever it is becomes one of ours
            failure = InternalError.of(error)
            failure.raw = attempts.text
        else:
            attempts.tell("ok")
            completion = attempts.completion
            assert completion is not None
            return Reply(
                content=answer.content,
                notes=answer._notes,  # noqa: SLF001  # no name of its own, or a schema could not use it
                model=_name(completion.model) or self.model,
                created=_moment(completion.created),
                request=_name(completion.id),
                usage=allowance.usage.model_copy(),
                mode=way,
            )
        attempts.tell("invalid")
        # Raised here, outside the handler, so that the error does not drag along the exceptions and
        # frames below, which hold the request with its key and the article.
        raise _as_ours(failure, attempts, allowance.usage).with_traceback(None)

    async def _coerced(
        self,
        attempts: Attempts,
        messages: Sequence[Message],
        schema: type[SummaryData],
        allowance: Allowance,
        streams: bool,
    ) -> tuple[Answer, Way]:
        """The answer, and the way it was asked for: one that the server does not refuse."""
        refusals: set[str] = set()
        while True:
            way, how = self._way, self._streamed if streams else "whole"
            try:
                return await self._read(attempts, way, messages, schema, allowance)
            except Outdated:
                pass
            except Unsupported as refusal:
                if less := less_streamed(how, refusal.said):
                    if self._streamed == how:
                        self._streamed = less
                    if allowance.requests_left < 1:
                        raise
                    continue
                way_out = after(way, refusal.said) if self.mode == "auto" else None
                # Who says the same whatever is asked does not speak of what was asked.
                if way_out is None or refusal.said in refusals:
                    raise
                if self._way == way:  # or another article has found out in the meantime
                    self._way = way_out
                if allowance.requests_left < 1:
                    raise
                refusals.add(refusal.said)

    async def _read(
        self,
        attempts: Attempts,
        way: Way,
        messages: Sequence[Message],
        schema: type[SummaryData],
        allowance: Allowance,
    ) -> tuple[Answer, Way]:
        """The answer, or else another: instructor says what to ask if one cannot be read."""
        request = self._request(way, messages, schema)
        is_new = True

        def is_outdated() -> bool:
            return is_new and way != self._way

        async for attempt in retrying(allowance):
            with attempt:
                completion = await attempts.send(is_outdated, **request)
                is_new = False
                try:
                    # A reply can be so broken that looking for its JSON takes a second.
                    read = partial(attempts.outline.model_validate_json, attempts.text)
                    answer = await aside(read)
                except ValueError as error:
                    attempts.failure = error
                    said = _as_openai_s_own(completion)
                    request = handlers(way).reask_handler(request, said, error)
                    if self.mode == "auto" and way == "json_schema" and attempts.is_off_schema():
                        # A server that had enforced the schema could not have sent this.
                        way = "prompt"
                        echoes = request["messages"][len(messages) :]
                        request = self._request(way, messages, schema)
                        request["messages"] += echoes
                    raise
                if self.mode == "auto" and way == "prompt":
                    self._way = way
                return answer, way
        raise AssertionError("the last attempt returns or raises")

    def body(self, messages: Sequence[Message], schema: type[SummaryData]) -> dict[str, Any]:
        """What `complete` sends first, as JSON: for a batch, which is sent another way."""
        return copy.deepcopy(self._request(self._way, messages, schema))

    def _request(
        self, way: Way, messages: Sequence[Message], schema: type[SummaryData]
    ) -> dict[str, Any]:
        outline = answer_model(schema)
        return {
            "messages": told(way, messages, outline),
            "model": self.model,
            **form(way, outline),
            **self.options,
        }

    async def accept(
        self, completion: dict[str, Any], messages: Sequence[Message], schema: type[SummaryData]
    ) -> Reply:
        """The reply in a chat completion that came another way, checked as if it were live.

        Nothing is sent.  Raises ProviderError or ReplyError, with what the completion cost.
        """
        from openai.types.chat import ChatCompletion

        # What is sent by `complete` is freed of echoes of the key as it comes over the wire.
        openai = self.connect()
        told = json.loads(Secrets.of(openai, []).cut_out(json.dumps(completion)))

        async def create(**_: Any) -> ChatCompletion:
            return ChatCompletion.construct(**told)

        server = _server(openai)._replace(create=create)
        return await self._answer(server, messages, schema, Allowance(requests=1, seconds=60))

    @property
    def address(self) -> str | None:
        """Where the model is asked, without what may be secret in it; None: OpenAI's own."""
        return _public(self._at.base_url)

    @property
    def key_from(self) -> str | None:
        """The environment variable that its key is taken from; None: none is wanted."""
        return self._at.key_from

    @property
    def has_key(self) -> bool:
        """Whether there is a key to send; local servers want none."""
        return bool(self._key())

    @property
    def wants_key(self) -> bool:
        """Whether it is of no use to ask without one."""
        return self._at.wants_key

    def _key(self) -> str | None:
        return self._api_key or os.environ.get(self._at.key_from or "")

    def price(self, usage: Usage) -> Decimal | None:
        """What an answer with so many tokens costs here today; None if that is not known."""
        return price(self.model, self.address or _OPENAI, usage)

    async def aclose(self) -> None:
        """Close all connections, also those of a client that was given."""
        if self._openai is not None:
            await self._openai[1].close()
        self._openai = None

    def connect(self) -> AsyncOpenAI:
        """The SDK's client for the running loop; raises ProviderError if there is no key."""
        recording.listen()
        loop = asyncio.get_running_loop()
        if self._openai is None or self._openai[0] is not loop:
            self._openai = (loop, self._made())
        return self._openai[1]

    def _limiter(self) -> Limiter:
        """That of the running loop."""
        loop = asyncio.get_running_loop()
        if self._limited is None or self._limited[0] is not loop:
            self._limited = (loop, Limiter())
        if self._notes is not None:
            self._limited[1].share(self._notes)
        return self._limited[1]

    def _made(self) -> AsyncOpenAI:
        import openai

        if self._given is not None:
            restrained(self._given._client)  # noqa: SLF001  # there is no other way to it
            return self._given.with_options(max_retries=0)
        key = self._key()
        if not key and self._at.wants_key and not recording.is_replaying():
            raise ProviderError(
                f"no API key: set {self._at.key_from} or pass api_key=\n"
                "or pass base_url= for a local server, e.g. http://localhost:11434/v1",
                kind="authentication",
            )
        return openai.AsyncOpenAI(
            # Local servers want no key, but the SDK insists on one.
            api_key=key or "none",
            base_url=self._at.base_url,
            timeout=self._timeout,
            max_retries=0,
            http_client=restrained(openai.DefaultAioHttpClient(timeout=self._timeout)),
        )


def _server(openai: AsyncOpenAI) -> Server:
    return Server(_create(openai), str(openai.base_url), hidden(openai))


def _as_openai_s_own(completion: Any) -> ChatCompletion:
    """An answer as instructor takes it, also one from a cassette."""
    from openai.types.chat import ChatCompletion

    if isinstance(completion, ChatCompletion):
        return completion
    return ChatCompletion.construct(**json.loads(json.dumps(completion, default=vars)))


def _create(openai: AsyncOpenAI) -> Create:
    """What openai's `create` does, but for its walk through the types of all that is sent.

    It changes nothing in our requests, and takes longer than sending them.  Whoever has put
    something around `create`, to trace it for example, finds it called as ever.
    """
    create = openai.chat.completions.create
    if not _is_openai_s_own(create):
        return create
    from openai import AsyncStream
    from openai.types.chat import ChatCompletion, ChatCompletionChunk

    # Every token is an event; to make an object of each takes longer than all else together.
    is_watched = not _is_openai_s_own(openai.request)
    stream: Any = AsyncStream[ChatCompletionChunk] if is_watched else AsyncStream[object]

    async def post(**request: Any) -> Any:
        path = "/chat/completions"
        if not request.get("stream"):
            return await openai.post(path, cast_to=ChatCompletion, body=request)
        return await openai.post(
            path, cast_to=ChatCompletion, body=request, stream=True, stream_cls=stream
        )

    return post


def _is_openai_s_own(create: Any) -> bool:
    # Wrappers take on the names of what they wrap, but not its type, or not its globals.
    function = create.__func__ if type(create) is MethodType else create
    known = type(function) is FunctionType
    return known and function.__globals__["__name__"].partition(".")[0] == "openai"


def _public(address: str | None) -> str | None:
    """An address without what may be secret in it: a password, a query."""
    if address is None:
        return None
    parts = urlsplit(address)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def _name(told: Any) -> str | None:
    return told if told and isinstance(told, str) else None  # some servers send what they like


def _moment(created: Any) -> datetime:
    try:
        return datetime.fromtimestamp(created or 0, UTC)
    except (TypeError, ValueError, OverflowError, OSError):  # some servers send a string, or ms
        return datetime.fromtimestamp(0, UTC)


def _as_ours(error: BaseException, attempts: Attempts, usage: Any) -> SummariserError:
    """What the last attempt failed with, as one of our errors, with what all of them cost."""
    if isinstance(error, Unsupported):
        error = error.plain()
    if isinstance(error, ProviderError | ReplyError):
        error.usage = usage
    if isinstance(error, SummariserError):
        return error
    return ReplyError(
        f"the reply does not have the form asked for: {attempts.secrets.hide(str(error))}",
        kind="invalid",
        raw=attempts.text,
        usage=usage,
    )
