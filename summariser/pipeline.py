"""From an article to a summary one can check: the floor where all others come together."""

from __future__ import annotations

import json
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    Callable,
    Generator,
    Iterable,
    Iterator,
    Mapping,
)
from decimal import Decimal
from functools import partial
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Self, cast

from typing_extensions import TypeVar

from .article import Article, Input, Window, article_of
from .checks import Index, note_open, note_whose_figures, verify_prose
from .errors import InternalError, ProviderError, ReplyError, SummariserError
from .llm import (
    LONGEST_ANSWER,
    TOKENS_PER_BYTE,
    Background,
    Budget,
    Client,
    Drafts,
    Mode,
    Prompts,
    Turns,
    aside,
    plain_variables,
)
from .reading import (
    Arrivals,
    Bounds,
    OnOpen,
    OnUnsupported,
    Reader,
    Reading,
    Replies,
    Session,
    Settings,
    Tell,
    merge,
    merge_fields,
)
from .runs import (
    AHEAD,
    Anew,
    Keeper,
    Result,
    Stream,
    identity,
    key,
    named,
    schema_hash,
    templates_hash,
    variables_hash,
)
from .schema import ItemEvent, Provenance, Usage, check_schema, prompt_of
from .store import Ledger, Store
from .topics import Summary, SummitSummary
from .version import __version__

if TYPE_CHECKING:
    from openai import AsyncOpenAI

S = TypeVar("S", bound=Summary, default=SummitSummary)


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
        prompt: the name of the prompt to use; default: the topic's own (``summit.v2``), or else
            ``topic.v1``, which consists of the schema's docstrings and the rules of citing.
        prompts: a folder with prompt files of your own; they go before those shipped.  Links out
            of it are not followed.
        variables: values for the variables your own prompt uses: text, numbers, dates, lists and
            mappings of them; a PromptError names one that is anything else.
        language: the language of the summary's prose (ISO 639-1); default: the article's.
        on_unsupported: what to do with items that the article does not bear out: ``ask`` for them
            again, once, and reject what still fails; ``flag``: keep them in the lists, with
            their verdicts; ``drop``: reject them at once.
        on_open: what to do with sentences that no item cites, though a sum, a quotation or a
            speaker stands in them: ``flag``: list them as ``open``; ``ask`` about them alone, in
            one more request that begins with the first; what is open after that is listed, with
            the model's reason if it gives one.
        timeout: seconds to wait for the server to send something.
        deadline: seconds an article may take in all, from its first request on.
        max_requests: HTTP requests an article may take in all, retries and re-asks included.
        window: characters that are read at a time: a longer article is read in several windows, cut
            at the ends of paragraphs or sentences, each with its own deadline and max_requests.
        overlap: characters that a window may repeat of the one before it; default: a tenth.
        temperature: passed on if given.
        seed: passed on if given.
        mode: how JSON is asked for: ``json_schema`` (``response_format`` with the schema, strict),
            ``json_object`` (``response_format``, and the schema in the prompt), ``tools`` (a tool
            that must be called), ``prompt`` (nothing but the schema in the prompt).
            ``auto`` begins with the first, or with ``prompt`` for ``anthropic/…``, which ignores
            ``response_format``, and goes on with another once a server refuses it, or answers as if
            it had not been asked.
    """

    def __init__(
        self,
        *,
        model: str,
        base_url: str | None = None,
        api_key: str | None = None,
        client: AsyncOpenAI | None = None,
        schema: type[S] = SummitSummary,  # type: ignore[assignment]  # the TypeVar's own default
        prompt: str | None = None,
        prompts: str | Path | None = None,
        variables: Mapping[str, Any] | None = None,
        language: str | None = None,
        on_unsupported: OnUnsupported = "ask",
        on_open: OnOpen = "flag",
        timeout: float = 60,
        deadline: float = 300,
        max_requests: int = 4,
        window: int = 8_000,
        overlap: int | None = None,
        temperature: float | None = None,
        seed: int | None = None,
        mode: Mode = "auto",
    ) -> None:
        check_schema(schema)
        prompt = prompt or prompt_of(schema)
        self.settings = Settings(
            schema=schema,
            prompt=prompt,
            prompts=Prompts(prompts),
            variables=plain_variables(variables or {}, prompt),
            language=language,
            on_unsupported=on_unsupported,
            on_open=on_open,
            max_requests=max_requests,
            deadline=deadline,
            window=window,
            overlap=window // 10 if overlap is None else overlap,
        )
        self.client = Client(
            model=model,
            base_url=base_url,
            api_key=api_key,
            client=client,
            timeout=timeout,
            temperature=temperature,
            seed=seed,
            mode=mode,
        )
        self._reader = Reader(self.client, self.settings)
        self._background = Background(cleanup=self.client.aclose)

    def __repr__(self) -> str:
        asks = f"schema={self.schema.__name__}, prompt={self.settings.prompt!r}"
        return f"Summariser({asks}, {self.client!r})"

    def summarise(self, article: Article | str | Path) -> S:
        """The summary of one article; works anywhere, also within a running event loop.

        A ``Path`` is a file that `Article.from_file` reads; a string is always the text itself.

        Raises ArticleError, PromptError, ProviderError, ReplyError, NoRecording or InternalError.
        """
        return self._background.run(self._summarise(article))

    async def asummarise(self, article: Article | str | Path) -> S:
        """As `summarise`, for callers that have something else to do meanwhile."""
        return await self._background.arun(self._summarise(article))

    def stream_items(self, article: Article | str | Path) -> Generator[ItemEvent | S, None, None]:
        """The items of one article as the model writes them, and at last its summary.

        An item comes as soon as it stands whole in the reply, verified, if the article bears it
        out; one that it does not comes when it was asked for again, and is borne out then.  Until
        the summary comes, all of them are provisional: see `ItemEvent`.  The summary is the same
        that `summarise` makes of the same replies.  Leaving the loop early cancels the rest.

        Raises what `summarise` raises, also after items have come.

        >>> from summariser import recorded
        >>> with Summariser(model="gpt-5-mini") as summariser, recorded("cassettes/demo.yaml"):
        ...     events = [*summariser.stream_items(Path("seeds/lakes_summit_en.txt"))]
        >>> events[0].kind, events[0].field, events[0].item.verdict
        ('added', 'summit', 'computed')
        >>> len(events[-1].deals)
        4
        """
        return self._background.follow(lambda tell: self._summarise(article, tell=tell))

    def astream_items(self, article: Article | str | Path) -> AsyncGenerator[ItemEvent | S, None]:
        """As `stream_items`, for ``async for``."""
        return self._background.afollow(lambda tell: self._summarise(article, tell=tell))

    # --- many articles -----------------------------------------------------------------------

    def summarise_many(
        self,
        articles: Iterable[Article | str | SummariserError],
        *,
        concurrency: int = 32,
        ordered: bool = False,
        progress: bool = False,
        max_cost: Decimal | float | str | None = None,
        max_tokens: int | None = None,
        store: Store | None = None,
        on_item: Callable[[Article, ItemEvent], None] | None = None,
    ) -> Generator[S | SummariserError, None, None]:
        """The summaries of many articles, each as it comes, or the error that it met.

        Articles are pulled as there is room for them: an endless generator will do.  An error's
        ``article_id`` says which article it is about; an item that is an error already comes out as
        it is.  Leaving the loop early cancels what is under way.

        Args:
            articles: what to read.
            concurrency: requests under way at once, at most; how many of them the server takes is
                found out: see `limiter`.  What is read and checked meanwhile takes no place: twice
                as many articles may be under way, but no more than 64 beyond.
            ordered: results come in the order of the articles.
            progress: show a bar on stderr.
            max_cost: US dollars this run may cost.  It ends with a BudgetError before a request
                that could exceed them.
            max_tokens: the same in tokens, input and output together.
            store: where results are kept, and from which those that are there are served.
            on_item: called with an article and each of its items as they come, in a thread of its
                own choosing: see `stream_items`.

        Raises:
            ProviderError: for a wrong key, a used-up quota or an unknown model; PromptError,
                StoreError and BudgetError; InternalError for 20 in a row at one place.  These end
                the run, after what was under way has come out; with a store, another run goes on
                from there.
        """
        stream = self._stream(concurrency, ordered, progress, max_cost, max_tokens, store, on_item)
        return stream.run(articles)

    def astream(
        self,
        articles: Iterable[Article | str | SummariserError]
        | AsyncIterable[Article | str | SummariserError],
        *,
        concurrency: int = 32,
        ordered: bool = False,
        progress: bool = False,
        max_cost: Decimal | float | str | None = None,
        max_tokens: int | None = None,
        store: Store | None = None,
        on_item: Callable[[Article, ItemEvent], None] | None = None,
    ) -> AsyncGenerator[S | SummariserError, None]:
        """As `summarise_many`, for ``async for``; the articles may come from an async generator."""
        stream = self._stream(concurrency, ordered, progress, max_cost, max_tokens, store, on_item)
        return stream.arun(articles)

    def run(
        self,
        inputs: Iterable[Input],
        store: Store,
        *,
        retry_failed: bool = False,
        concurrency: int = 32,
        progress: bool = False,
        max_cost: Decimal | float | str | None = None,
        max_tokens: int | None = None,
    ) -> Generator[Result, None, None]:
        """What becomes of inputs, such as `read_inputs` reads; summaries go to the store.

        The arguments, and what is raised, are those of `summarise_many`; what went wrong with one
        article is in its result.  What a batch under way asks about is left to it.  What failed
        in an earlier run is asked about again if the provider was at fault, or `retry_failed`.
        """
        bounds = Bounds(Budget(max_cost, max_tokens), Turns(concurrency))
        stream = Stream(
            self.keeper(store, bounds, retry_failed=retry_failed).result,
            self._background,
            concurrency=concurrency,
            ahead=min(concurrency, AHEAD),
            progress=progress,
            usage=bounds.budget.usage,
        )
        # None of them is an error: keeper.result says so in its result.
        return cast("Generator[Result, None, None]", stream.run(inputs))

    def anew(self, store: Store, *, retry_failed: bool = False) -> Iterator[Anew]:
        """What of a store was read with another prompt, model or setting, and not yet with these.

        To be looked through before `run`, which says nothing of it and asks about these articles
        anew as it comes upon them; what they cost then tells about what they will cost now.
        """
        return self.keeper(store, retry_failed=retry_failed).anew()

    def is_to_do(self, article: Article, store: Store, *, retry_failed: bool = False) -> bool:
        """Whether `run` would ask about an article, or finds in the store what came of it."""
        return self.keeper(store, retry_failed=retry_failed).is_to_do(article)

    def likely_usage(self, article: Article) -> Usage:
        """What is asked first about an article, and what it may take at most, before anything is
        known of the model: half a token per byte that is sent, and 2,000 for each answer.
        """
        usage = Usage()
        for _, body in self.requests_for(article):
            size = len(json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"))
            one = Usage(
                requests=1,
                input_tokens=ceil(size * TOKENS_PER_BYTE),
                output_tokens=LONGEST_ANSWER,
            )
            one.cost = self.client.price(one)
            usage.include(one)
        return usage

    def keeper(
        self, store: Store, bounds: Bounds | None = None, *, retry_failed: bool = False
    ) -> Keeper[S]:
        """What `run` has its results from, for those that drive it otherwise.

        Args:
            store: where results are kept.
            bounds: what the run may spend, and ask at once; default: nothing bounds it.
            retry_failed: as for `run`.
        """
        work = partial(self._summarise, bounds=bounds)
        under_way = Ledger(store).is_under_way
        keeper = Keeper(store, self.schema, self.key, work, under_way, retry_failed)
        self.client.share_limit(store.notes)
        return keeper

    def _stream(
        self,
        concurrency: int,
        ordered: bool,
        progress: bool,
        max_cost: Decimal | float | str | None,
        max_tokens: int | None,
        store: Store | None,
        on_item: Callable[[Article, ItemEvent], None] | None,
    ) -> Stream[Article, S]:
        bounds = Bounds(Budget(max_cost, max_tokens), Turns(concurrency))

        async def work(article: Article, drafts: Drafts | None = None) -> S:
            tell = partial(on_item, article) if on_item else None
            return await self._summarise(article, drafts, bounds, tell)

        keeper = Keeper(store, self.schema, self.key, work) if store else None
        if store:
            self.client.share_limit(store.notes)
        return Stream(
            keeper.summary if keeper else work,
            self._background,
            concurrency=concurrency,
            ahead=min(concurrency, AHEAD),
            ordered=ordered,
            # Equal ones are asked about once; a store is to hear of each by its name.
            key=named if store else identity,
            share=_on,
            progress=progress,
            usage=bounds.budget.usage,
        )

    @property
    def schema(self) -> type[S]:
        """What it looks for."""
        return cast("type[S]", self.settings.schema)

    def key(self, article: Article) -> str:
        """What decides the summary of an article, as 64 hex digits: see `runs.key`."""
        return key(article, self.client, self.settings)

    def requests_for(self, article: Article) -> Iterator[tuple[str, dict[str, Any]]]:
        """What is asked first about an article: per window its part, such as ``1-80``, and the
        request's JSON body, as it would be sent.  Raises PromptError.
        """
        for window in self.settings.windows(article):
            yield window.part, self.request(window)

    def request(self, window: Window) -> dict[str, Any]:
        """The same for one window of an article."""
        return self.client.body(self.settings.render(window), self.schema)

    def asked_with(self) -> dict[str, Any]:
        """What its summaries depend on, as arguments that make another one like it; no key.

        Of ``prompts`` and ``variables`` it is only a digest, to be known by: who makes another one
        gives them anew.  Raises PromptError.
        """
        given = self.settings
        return {
            "model": self.client.model,
            "base_url": self.client.address,
            "schema": self.schema,
            "prompt": given.prompt,
            "prompts": templates_hash(given) if given.prompts.folder else None,
            "variables": variables_hash(given) if given.variables else None,
            "language": given.language,
            "on_unsupported": given.on_unsupported,
            "on_open": given.on_open,
            "window": given.window,
            "overlap": given.overlap,
            "mode": self.client.mode,
            **self.client.options,
        }

    @property
    def background(self) -> Background:
        """Where its connections are, for those who send something else over them: see `batches`."""
        return self._background

    def close(self) -> None:
        """Close connections; a later call opens new ones."""
        self._background.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- one article -------------------------------------------------------------------------

    async def _summarise(
        self,
        article: Article | str | Path,
        drafts: Drafts | None = None,
        bounds: Bounds | None = None,
        tell: Tell | None = None,
    ) -> S:
        if not isinstance(article, str | Path):
            identity(article)  # complains if it is none
        arrivals = Arrivals(tell) if tell else None
        session = Session(Replies(drafts), bounds or Bounds(), arrivals)
        try:
            return await self._read(article, session)
        except InternalError as error:
            failure = error
        except SummariserError:
            raise
        except Exception as error:  # noqa: BLE001  # whatever it is becomes one of ours
            failure = InternalError.of(error)
        failure.raw = failure.raw or session.replies.said  # which is paid for, and nowhere else
        failure.usage = session.usage
        raise failure.with_traceback(None)  # out here, so that it drags along no article

    async def _read(self, article: Article | str | Path, session: Session) -> S:
        # Here: where several threads import it for the first time at once, Python may refuse one.
        import babel.units  # noqa: F401

        read, windows = await aside(partial(self._cut, article))
        session.index = Index(read)
        readings = await self._reader.read(windows, session)
        errors = [reading.error for reading in readings if reading.error]
        internal = next((error for error in errors if isinstance(error, InternalError)), None)
        if internal or len(errors) == len(readings):
            error = internal or errors[0]
            if isinstance(error, ProviderError | ReplyError):
                error.usage = session.usage
            raise error.with_traceback(None)
        return await aside(partial(self._summary, read, readings, session))

    def _cut(self, article: Article | str | Path) -> tuple[Article, list[Window]]:
        article = article_of(article)
        return article, self.settings.windows(article)

    def _summary(self, article: Article, readings: list[Reading], session: Session) -> S:
        reply = next(reading.reply for reading in readings if reading.reply)
        again = [reading.again for reading in readings if reading.again]
        kept, rejected = merge([*readings, *again], self.schema, session.index)
        values = merge_fields(
            [reading.reply.content for reading in readings if reading.reply], self.schema
        )
        for name, field in self.schema.item_fields().items():
            items = [each.item for each in kept if each.field == name]
            values[name] = items if field.many else next(iter(items), None)
        summary = self.schema(
            **values,
            article=article,
            rejected=rejected,
            notes=[*dict.fromkeys(note for each in readings for note in each.notes)],
            coverage=[reading.coverage for reading in readings],
            usage=session.usage,
            provenance=Provenance(
                model=reply.model,
                mode=reply.mode,
                prompt=self.settings.prompt,
                prompt_hash=self.settings.prompts.hash(self.settings.prompt),
                schema_hash=schema_hash(self.schema),
                version=__version__,
                created=reply.created,
            ),
        )
        summary.checks = verify_prose(summary, session.index)
        note_whose_figures(summary, session.index)
        reasons = {number: why for each in again for number, why in each.reasons.items()}
        note_open(summary, session.index, reasons)
        if session.arrivals:
            session.arrivals.settle(kept)
        session.index.forget()
        return summary


def _on(summary: S, article: Article) -> S:
    """The same summary on an equal article, which was read elsewhere."""
    return summary.model_copy(update={"article": article})
