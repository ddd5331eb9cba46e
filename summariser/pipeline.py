"""From an article to a summary one can check: the floor where all others come together."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Literal, Self

from typing_extensions import TypeVar

from .allowance import Allowance
from .article import Article
from .background import Background
from .candidates import Candidate, offers, read, settle
from .client import Client
from .errors import ProviderError, ReplyError
from .index import Index
from .prompts import Message, Prompt, Prompts, marker
from .provenance import Provenance, Usage
from .reply import Reply
from .schemas import Rejected, Summary, SummitSummary
from .verification import verify_prose

if TYPE_CHECKING:
    from openai import AsyncOpenAI

S = TypeVar("S", bound=Summary, default=SummitSummary)

OnUnsupported = Literal["ask", "flag", "drop"]


class Summariser(Generic[S]):
    """Turns articles into summaries whose every item is held against the sentences it cites.

    One object serves any number of threads and event loops, and sends one request per article
    if all goes well.  Close it, or use it as a context manager, to close its connections early.

    Args:
        model: the model's name, as its provider spells it; without a base_url also
            ``provider/model``, such as ``ollama/qwen3``: see `providers.PROVIDERS`.
        base_url: an OpenAI-compatible endpoint; default: ``OPENAI_BASE_URL``, else OpenAI's own.
        api_key: default: ``OPENAI_API_KEY``, or the provider's own variable.  Local servers need
            none.
        client: an ``openai.AsyncOpenAI`` of your own, instead of the two above.  Use it for nothing
            else: its connections belong to this object's event loop, and are closed with it, and
            it will follow no redirects.
        schema: what to look for: `SummitSummary`, or your own subclass of `Summary`.
        prompt: the name of the prompt to use.
        prompts: a folder with prompt files of your own; they go before those shipped.
        variables: values for the variables your own prompt uses.
        language: the language of the summary's prose (ISO 639-1); default: the article's.
        on_unsupported: what to do with items that the article does not bear out: ``ask`` for them
            again, once, and reject what still fails; ``flag``: keep them in the lists, with
            their verdicts; ``drop``: reject them at once.
        timeout: seconds to wait for the server to send something.
        deadline: seconds an article may take in all, from its first request on.
        max_requests: HTTP requests an article may take in all, retries and re-asks included.
        temperature: passed on if given.
        seed: passed on if given.
    """

    def __init__(
        self,
        *,
        model: str,
        base_url: str | None = None,
        api_key: str | None = None,
        client: AsyncOpenAI | None = None,
        schema: type[S] = SummitSummary,  # type: ignore[assignment]  # the TypeVar's own default
        prompt: str = "summit.v1",
        prompts: str | Path | None = None,
        variables: Mapping[str, Any] | None = None,
        language: str | None = None,
        on_unsupported: OnUnsupported = "ask",
        timeout: float = 60,
        deadline: float = 300,
        max_requests: int = 4,
        temperature: float | None = None,
        seed: int | None = None,
    ) -> None:
        if on_unsupported not in ("ask", "flag", "drop"):
            raise ValueError(f"on_unsupported is 'ask', 'flag' or 'drop', not {on_unsupported!r}")
        if max_requests < 1:
            raise ValueError(f"max_requests is {max_requests}: at least one request is needed")
        self.schema = schema
        self.prompt = prompt
        self.prompts = Prompts(prompts)
        self.variables = dict(variables or {})
        self.language = language
        self.on_unsupported = on_unsupported
        self.deadline = deadline
        self.max_requests = max_requests
        self.client = Client(
            model=model,
            base_url=base_url,
            api_key=api_key,
            client=client,
            timeout=timeout,
            temperature=temperature,
            seed=seed,
        )
        self._background = Background(cleanup=self.client.aclose)

    def __repr__(self) -> str:
        return f"Summariser(schema={self.schema.__name__}, prompt={self.prompt!r}, {self.client!r})"

    def summarise(self, article: Article | str) -> S:
        """The summary of one article; works anywhere, also within a running event loop.

        Raises ArticleError, PromptError, ProviderError, ReplyError or NoRecording.
        """
        return self._background.run(self._summarise(article))

    async def asummarise(self, article: Article | str) -> S:
        """As `summarise`, for callers that have something else to do meanwhile."""
        return await self._background.arun(self._summarise(article))

    def close(self) -> None:
        """Close connections; a later call opens new ones."""
        self._background.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- one article -------------------------------------------------------------------------

    async def _summarise(self, article: Article | str) -> S:
        if isinstance(article, str):
            article = Article.from_text(article)
        allowance = Allowance(self.max_requests, self.deadline)
        prompt = self._render(article)
        reply = await self.client.complete(prompt.messages, self.schema, allowance)
        index = Index(article)
        candidates = read(reply.content, self.schema, index)
        kept, rejected = await self._settle(candidates, prompt, allowance, index)
        return self._summary(article, prompt, reply, kept, rejected, allowance.usage, index)

    def _render(self, article: Article) -> Prompt:
        language = self.language or article.language
        return self.prompts.render(
            self.prompt,
            **self.variables,
            article=article,
            marker=marker(article),
            language="that of the article" if language == "und" else language,
        )

    async def _settle(
        self,
        candidates: list[Candidate],
        prompt: Prompt,
        allowance: Allowance,
        index: Index,
    ) -> tuple[list[Candidate], list[Rejected]]:
        failing = [each for each in candidates if not each.sound]
        if self.on_unsupported == "flag":
            unreadable = [each for each in failing if each.item is None]
            kept = [each for each in candidates if each.item is not None]
            return kept, [each.rejected() for each in unreadable]
        if not failing or self.on_unsupported == "drop":
            return settle(candidates, [], "not asked again")
        if allowance.requests_left < 1:
            return settle(candidates, [], "not asked again: max_requests are spent")
        try:
            messages = self._repair(failing, prompt, index)
            reply = await self.client.complete(messages, self.schema, allowance)
        except (ProviderError, ReplyError) as error:
            # The sound items are paid for and stay, whatever becomes of the others.
            return settle(candidates, [], f"asked again: {error}")
        return settle(candidates, read(reply.content, self.schema, index))

    def _repair(
        self, failing: list[Candidate], prompt: Prompt, index: Index
    ) -> tuple[Message, ...]:
        """The first prompt, word for word, then the failing items and what is wrong with them."""
        answer: dict[str, list[Any]] = {}
        failures = []
        for each in failing:
            items = answer.setdefault(each.field, [])
            items.append(each.raw)
            place = f"{each.field}[{len(items) - 1}]"
            failures.append({"place": place, "reasons": each.reasons, **offers(each, index)})
        question = self.prompts.render(REPAIR, failures=failures)
        return (
            *prompt.messages,
            {"role": "assistant", "content": json.dumps(answer, ensure_ascii=False)},
            *question.messages,
        )

    def _summary(
        self,
        article: Article,
        prompt: Prompt,
        reply: Reply,
        kept: list[Candidate],
        rejected: list[Rejected],
        usage: Usage,
        index: Index,
    ) -> S:
        values = dict(reply.content)
        for name, field in self.schema.item_fields().items():
            items = [each.item for each in kept if each.field == name]
            values[name] = items if field.many else next(iter(items), None)
        summary = self.schema(
            **values,
            article=article,
            rejected=rejected,
            usage=usage,
            provenance=Provenance(
                model=reply.model,
                prompt=prompt.name,
                prompt_hash=prompt.hash,
                schema_hash=_schema_hash(self.schema),
                version=_version(),
                created=reply.created,
            ),
        )
        summary.checks = verify_prose(summary, index)
        return summary


REPAIR = "repair.v1"


@lru_cache
def _schema_hash(schema: type[Summary]) -> str:
    text = json.dumps(schema.wire_schema(), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@cache
def _version() -> str:
    return version("summariser")
