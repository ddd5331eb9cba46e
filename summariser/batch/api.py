"""The calls of OpenAI's Files and Batches APIs: files are taken to the provider, and back.

Each call waits for its answer on the summariser's own loop, is tried again as any other request
(but for the one that costs money), and fails as one of our errors.  What is in the files, and what
a batch is to anybody, is no business of this file: see `batches`.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import IO, TYPE_CHECKING, Any, Final, Literal, NotRequired, TypeVar

from pydantic import ConfigDict, TypeAdapter
from typing_extensions import TypedDict  # which pydantic asks for, before Python 3.12

from ..errors import ProviderError, SummariserError
from ..llm import Allowance, Mode, Reply, Secrets, provider_error, retrying, told_error, unreadable
from ..pipeline import Summariser
from ..reading import OnUnsupported
from ..topics import Summary

if TYPE_CHECKING:
    from openai import AsyncOpenAI
    from openai.types import Batch

T = TypeVar("T")

_URL: Final = "/v1/chat/completions"
_ATTEMPTS = 4
_LABEL = "summariser"  # the name of our token in a batch's metadata
_SKEW = 86_400.0  # seconds that two clocks may differ


def line(name: str, body: dict[str, Any]) -> bytes:
    """A request as a line of a batch's file; `name` is its ``custom_id``."""
    request = {"custom_id": name, "method": "POST", "url": _URL, "body": body}
    # Half a surrogate pair has no UTF-8, but in JSON it has an escape.
    return json.dumps(request, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


class Courier:
    """Carries batches between here and the provider of one summariser.

    Args:
        summariser: whose connections, key and loop are used.

    Every method raises ProviderError.
    """

    def __init__(self, summariser: Summariser[Any]) -> None:
        self._client = summariser.client
        self._schema = summariser.schema
        self._background = summariser.background

    def upload(self, file: IO[bytes], name: str) -> str:
        """Upload a file of requests; what the provider calls it."""

        async def upload(openai: AsyncOpenAI) -> str:
            # The file itself, not its content: it is sent piece by piece.
            told = await openai.files.create(file=(f"{name}.jsonl", file), purpose="batch")
            return _id(told)

        try:
            return self._run(self._call(upload))
        except ProviderError as error:
            if error.kind != "not_found":
                raise
            raise ProviderError(
                f"there seems to be no Batch API at this base_url ({error}); run it live instead",
                kind="not_found",
                status=error.status,
            ) from None

    def create(self, file: str, token: str) -> str:
        """Create a batch of an uploaded file, once; what the provider calls it.

        After a failure the batch may exist all the same: see `find`.
        """

        async def create(openai: AsyncOpenAI) -> str:
            return _id(
                await openai.batches.create(
                    input_file_id=file,
                    endpoint=_URL,
                    completion_window="24h",
                    metadata={_LABEL: token},
                )
            )

        return self._run(self._call(create, attempts=1))

    def find(self, token: str, since: float) -> str | None:
        """What the provider calls the batch with this token, created since; None: there is none."""

        async def find(openai: AsyncOpenAI) -> str | None:
            async for batch in openai.batches.list(limit=100):  # newest first, page by page
                if (batch.metadata or {}).get(_LABEL) == token:
                    return _id(batch)
                if batch.created_at < since - _SKEW:
                    break
            return None

        return self._run(self._call(find))

    def retrieve(self, batch: str) -> Batch | None:
        """How a batch stands; None: the provider knows none of this name under this key."""

        async def retrieve(openai: AsyncOpenAI) -> Batch:
            found = await openai.batches.retrieve(batch)
            if _id(found) != batch or not isinstance(found.status, str):
                raise unreadable("it is no batch")
            return found

        return self._run(self._unless_gone(self._call(retrieve)))

    def download(self, file: str, into: IO[bytes]) -> bool:
        """Write what the provider has in a file; False: it has none of this name any more."""

        async def download(openai: AsyncOpenAI) -> bool:
            into.seek(0)
            into.truncate()
            async with openai.files.with_streaming_response.content(file) as response:
                async for piece in response.iter_bytes():
                    into.write(piece)
            into.seek(0)
            return True

        return bool(self._run(self._unless_gone(self._call(download))))

    def accept(self, completion: dict[str, Any]) -> Reply:
        """The reply in a completion, at the live price; raises ReplyError, too."""
        return self._run(self._client.accept(completion, (), self._schema))

    def told_error(self, told: Any) -> SummariserError:
        """What a provider's words for an error mean to us."""

        async def told_error_here() -> SummariserError:
            return told_error(told, self._secrets())

        return self._run(told_error_here())

    def hide(self, said: str, texts: Sequence[str] = ()) -> str:
        """What the provider said, in one short line, without the key, and these texts."""

        async def hide() -> str:
            return self._secrets(texts).hide(said)

        return self._run(hide())

    def _secrets(self, texts: Sequence[str] = ()) -> Secrets:
        return Secrets.of(self._client.connect(), list(texts))

    async def _call(
        self, ask: Callable[[AsyncOpenAI], Awaitable[T]], attempts: int = _ATTEMPTS
    ) -> T:
        async def attempt() -> T:
            openai = self._client.connect()
            try:
                return await ask(openai)
            except Exception as error:  # noqa: BLE001  # whatever it is becomes one of ours
                failure = provider_error(error, self._secrets())
            raise failure  # out here, so that it does not drag along the frames below

        return await retrying(Allowance(attempts, float("inf")))(attempt)

    async def _unless_gone(self, call: Coroutine[Any, Any, T]) -> T | None:
        try:
            return await call
        except ProviderError as error:
            if error.status != 404:
                raise
            return None

    def _run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return self._background.run(coroutine)


class _Settings(TypedDict):
    """How a summariser asks, as it stands in a file: see `Summariser.asked_with`.

    A file may be somebody else's.  So ``base_url``, ``prompts`` and ``variables`` are there to be
    compared with what the user gives, never to be used.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[misc]

    model: str
    base_url: str | None
    schema: str
    prompt: str
    prompts: str | None
    variables: str | dict[str, Any] | None  # a dictionary, if an older version wrote it
    language: str | None
    on_unsupported: OnUnsupported
    window: int
    overlap: int
    mode: NotRequired[Mode]  # older versions had none
    on_open: NotRequired[Literal["flag"]]  # more than flagged, nothing is in a batch
    temperature: NotRequired[float]
    seed: NotRequired[int]


def settings(summariser: Summariser[Any]) -> dict[str, Any]:
    """How a summariser asks; no key is in it, no template and no variable."""
    told = summariser.asked_with()
    return {**told, "schema": named(told["schema"])}


def written(told: dict[str, Any]) -> str:
    """Settings as JSON."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def read_settings(text: str) -> dict[str, Any]:
    """Settings from JSON; raises ValueError for anything else."""
    told = TypeAdapter(_Settings).validate_json(text)
    return {"mode": "auto", **told, "variables": told["variables"] or None}


def named(schema: type[Summary]) -> str:
    """Which schema it is."""
    return f"{schema.__module__}:{schema.__qualname__}"


def _id(told: Any) -> str:
    found = getattr(told, "id", None)  # a web page comes as a string
    if not found or not isinstance(found, str):
        raise unreadable("it has no id")
    return found
