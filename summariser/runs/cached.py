"""Articles whose results are kept: what is there is served, what is missing is asked for and kept.

An article is claimed before anybody is asked about it, so that it is paid for once however many
processes share the store; replies that come before it is finished are laid aside there as well.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from ..article import Article, Input
from ..errors import RecordingError, StoreError, SummariserError
from ..llm import Drafts, Reply
from ..schema import Provenance, SummaryData, Usage
from ..store import Store, Stored

S = TypeVar("S", bound=SummaryData)

_POLL = 0.5  # seconds between looks at an article that somebody else is at


class Result(NamedTuple):
    """What became of an input; a summary is in the store."""

    input: Input
    error: SummariserError | None
    """Why there is no summary."""
    is_new: bool
    """Whether it was not in the store before."""


class Anew(NamedTuple):
    """An article that will be asked about, though it was read before in another way."""

    name: str
    usage: Usage
    """What reading it cost then."""
    provenance: Provenance | None
    """How it was read then."""


class _Paid(BaseModel):
    """What any summary tells of its cost, of whatever schema it is."""

    usage: Usage = Usage()
    provenance: Provenance | None = None


class Keeper(Generic[S]):
    """Does `work` on an article unless the store has its result.

    Args:
        store: where results are kept.
        schema: what they are.
        key: what decides a result, the article included.
        work: what makes a summary of an article, with a place to lay replies aside.
        is_elsewhere: whether somebody else is asked about a key: `result` leaves it alone.
        retry_failed: whether `result` asks again about all that failed, and not only about what
            had bad luck with the provider.
    """

    def __init__(
        self,
        store: Store,
        schema: type[S],
        key: Callable[[Article], str],
        work: Callable[[Article, Drafts], Coroutine[Any, Any, S]],
        is_elsewhere: Callable[[str], bool] = lambda _: False,
        retry_failed: bool = False,
    ) -> None:
        if isinstance(store, str | Path):
            raise TypeError(f"store= takes a Store, not its path: Store({str(store)!r})")
        self.store = store
        self._schema = schema
        self._key = key
        self._work = work
        self._is_elsewhere = is_elsewhere
        self._retry_failed = retry_failed
        self._unusable: StoreError | None = None

    async def summary(self, article: Article) -> S:
        """The summary of an article.

        Raises what `work` raised, now or when its result was kept, and StoreError.
        """
        key = self._noted(article.known_as or article.id, article)
        if stored := self._found(key):
            return self._restored(article, stored)
        return await self._summary(article, key)

    async def result(self, item: Input) -> Result:
        """The same for an input, without looking into what is in the store already."""
        return self.settled(item) or await self.asked(item)

    def settled(self, item: Input) -> Result | None:
        """What became of an input about which nobody is to be asked; the store knows of it then."""
        if item.article is None:
            return Result(item, item.error, is_new=False)
        key = self._noted(item.name, item.article)
        if stored := self._found(key):
            return Result(item, stored.error, is_new=False)
        if self._is_elsewhere(key):
            return Result(item, None, is_new=False)
        return None

    async def asked(self, item: Input) -> Result:
        """What becomes of one that is not settled."""
        assert item.article is not None
        try:
            await self._summary(item.article, self._key(item.article))
        except SummariserError as error:
            if error.is_fatal:
                raise
            return Result(item, error.with_traceback(None), is_new=True)
        return Result(item, None, is_new=True)

    def anew(self) -> Iterator[Anew]:
        """Articles of the store that were read under another key, and not yet under this one.

        Each question comes once, by one of its names, whether or not a run will come upon it.
        """
        seen: set[str] = set()
        for row in self.store.rows(damaged=lambda _: None):  # `result` mends it
            if not self.is_to_do(row.article):
                continue
            key = self._key(row.article)
            if (before := self.store.otherwise(row, key)) is not None and key not in seen:
                seen.add(key)
                yield Anew(row.name, *_paid(before))

    def is_to_do(self, article: Article) -> bool:
        """Whether `result` would ask about it: nothing is noted, claimed or forgotten."""
        key = self._key(article)
        stored = self.store.find(key)
        return not ((stored and not self._is_to_try(stored)) or self._is_elsewhere(key))

    def _noted(self, name: str, article: Article) -> str:
        """The article's key, once the store knows of it."""
        if self._unusable:  # one of them has waited for a locked store: that will do
            raise self._unusable
        key = self._key(article)
        try:
            self.store.add(name, article, key)
        except StoreError as error:
            self._unusable = error
            raise
        return key

    def _found(self, key: str) -> Stored | None:
        """What the store has, unless it is a failure that is to be tried again."""
        stored = self.store.find(key)
        if stored and self._is_to_try(stored):
            self.store.forget_failures(key)
            return None
        return stored

    def _is_to_try(self, stored: Stored) -> bool:
        return stored.error is not None and (self._retry_failed or stored.error.is_passing)

    async def _summary(self, article: Article, key: str) -> S:
        while not self.store.claim(key):
            if stored := self.store.find(key):
                return self._restored(article, stored)
            await asyncio.sleep(_POLL)  # somebody else is at it
        try:
            summary = await self._work(article, _Laid(self.store, key))
        except SummariserError as error:
            if error.is_fatal or isinstance(error, RecordingError):
                self.store.release(key)  # nobody was asked: it is still to do
            else:
                self.store.keep(key, error)
            raise
        except BaseException:
            self.store.release(key)
            raise
        self.store.keep(key, summary)
        return summary

    def _restored(self, article: Article, stored: Stored) -> S:
        if stored.error is not None:
            raise stored.error
        try:
            summary = self._schema.model_validate_json(stored.summary_json or "")
        except ValueError:
            raise StoreError(
                f"it holds no {self._schema.__name__} where one should be: "
                "was it written by another version? Use a new store",
                path=self.store.path,
            ) from None
        summary.article = article
        return summary


def _paid(summary_json: str) -> tuple[Usage, Provenance | None]:
    try:
        paid = _Paid.model_validate_json(summary_json)
    except ValidationError:
        paid = _Paid()  # a store may be somebody else's: it tells nothing
    return paid.usage, paid.provenance


class _Laid:
    """The replies laid aside for one key."""

    def __init__(self, store: Store, key: str) -> None:
        self._store = store
        self._key = key

    def get(self, part: str) -> Reply | None:
        laid = self._store.draft(self._key, part)
        try:
            return Reply.model_validate_json(laid) if laid else None
        except ValidationError:
            return None  # a store may be somebody else's: it is asked for again

    def put(self, part: str, reply: Reply) -> None:
        self._store.keep_draft(self._key, part, reply.model_dump_json())
