"""``summariser read``: reads articles and prints what they bear out."""

from __future__ import annotations

import threading
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Annotated, Self

import typer

from .. import article as articles
from .. import llm, topics, views
from .. import schema as schemas
from ..errors import ArticleError, InternalError, NoRecording, RecordingError, SummariserError
from . import options
from .options import ASK_A_MODEL, complain, nobody_to_ask, printable
from .printed import Files, Html, Json, Labels, Printed

if TYPE_CHECKING:
    from rich.status import Status

    from ..pipeline import Summariser


def read(
    files: Files,
    model: options.Model = options.MODEL,
    base_url: options.BaseUrl = None,
    language: options.Language = None,
    schema: options.Schema = None,
    prompt: options.Prompt = None,
    prompts: options.Prompts = None,
    window: options.Window = options.WINDOW,
    mode: options.Mode = "auto",
    on_open: options.OnOpen = "flag",
    concurrency: Annotated[int, typer.Option(min=1, help="Requests at once, at most.")] = 8,
    json: Json = False,
    html: Html = None,
    labels: Labels = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 if anything was rejected or is open.")
    ] = False,
    replay: options.Replay = None,
    verbose: options.Verbose = False,
    quiet: options.Quiet = False,
) -> None:
    """Read articles, and print their outcomes, deals and expert positions with the evidence.

    Under --json a file that fails is an object, too: with "error", "kind", "message" and "place".

    Exit code 0: all is well; 1: a file failed (the others are still read, unless they would fare no
    better: a rejected key, an unknown model, a server that cannot be reached), or under --strict
    something was rejected or is open; 2: there is no model to ask for a file, or 20 in a row failed
    alike for a reason that nobody foresaw.
    """
    asked = options.asking(
        schema,
        prompt=prompt,
        prompts=prompts,
        model=model,
        base_url=base_url,
        language=language,
        window=window,
        mode=mode,
        on_open=on_open,
    )
    printed = Printed(as_json=json, quiet=quiet)
    with ExitStack() as stack:
        stack.enter_context(options.logged(verbose))
        summariser = stack.enter_context(asked)
        try:
            if replay:
                stack.enter_context(llm.replayed(replay))
        except RecordingError as error:
            complain(str(error))
            raise typer.Exit(1) from None
        spinner = stack.enter_context(
            _Spinner(f"asking {model} …", options.has_lively_stderr() and not (verbose or quiet))
        )
        reading = _Reading(files, summariser, concurrency, spinner)
        for place, result in reading.results():
            with spinner.stopped(result):
                if isinstance(result, topics.Summary):
                    try:
                        printed.show(result, place)
                    except InternalError as error:
                        result = error
                    else:
                        if strict and (result.rejected or result.open):
                            printed.end_with(1)
                        continue
                if not _tell(printed, place, result):
                    reading.tell_of_the_rest(result)
                    break
    printed.write(html, labels)
    raise typer.Exit(printed.exit_code)


def _tell(printed: Printed, place: str, error: SummariserError) -> bool:
    """Say what went wrong with a file; whether the next may fare better."""
    if isinstance(error, NoRecording):
        ask = f"without --replay, {ASK_A_MODEL}"
        printed.tell(place, error, f"{place}: nothing is recorded for it; {ask}")
        printed.end_with(2)
        return True
    if nobody_to_ask(error):
        printed.tell(place, error, f"no model to ask: {ASK_A_MODEL}")
        printed.end_with(2)
        return False
    return not (printed.fail(place, error) or _concerns_all(error))


def _concerns_all(error: SummariserError) -> bool:
    return error.is_fatal or getattr(error, "kind", None) == "unreachable"


class _Reading:
    """Files that are read several at a time, and shown in their order."""

    def __init__(
        self,
        files: list[str],
        summariser: Summariser[topics.Summary],
        concurrency: int,
        spinner: _Spinner,
    ) -> None:
        self._inputs = articles.read_inputs(files)
        self._summariser = summariser
        self._concurrency = concurrency
        self._spinner = spinner
        self._places: defaultdict[object, deque[str]] = defaultdict(deque)
        """Of what is under way, by the id of the article, or by the error that is there instead."""

    def results(self) -> Iterator[tuple[str, topics.Summary | SummariserError]]:
        """What becomes of each, with its place; what ends them all comes last."""
        try:
            for result in self._summariser.summarise_many(
                self._articles(),
                concurrency=self._concurrency,
                ordered=True,
                on_item=self._spinner.add if self._spinner.is_shown else None,
            ):
                yield self._place(result), result
        except SummariserError as error:
            yield self._place(error), error

    def tell_of_the_rest(self, error: SummariserError) -> None:
        """Say that there are files that were not read, if there are."""
        if not nobody_to_ask(error) and (any(self._places.values()) or any(self._inputs)):
            complain("the other files were not read: none would fare better")

    def _articles(self) -> Iterator[articles.Article | SummariserError]:
        for item in self._inputs:
            error = item.error or ArticleError("there is no article", path=item.place)
            self._places[item.article.id if item.article else error].append(item.place)
            yield item.article or error

    def _place(self, result: topics.Summary | SummariserError) -> str:
        article = _id(result)
        waiting = self._places[result if article is None else article]
        return waiting.popleft() if waiting else ""


def _id(result: topics.Summary | SummariserError) -> str | None:
    if isinstance(result, SummariserError):
        return result.article_id
    return result.article.id if result.article else None


class _Spinner:
    """Says on a terminal that something is under way, and which items have come; nothing at all
    unless `shown`.
    """

    _MOST = 12
    """Items that are shown, the last that came."""

    def __init__(self, words: str, shown: bool) -> None:
        self.is_shown = shown
        self._words = printable(words)
        self._items: dict[tuple[str, int], schemas.Item] = {}
        self._lock = threading.Lock()
        self._status: Status | None = None
        if shown:
            from rich.console import Console

            self._console = Console(stderr=True)
            self._status = self._console.status("")
            self._update()

    def add(self, article: articles.Article, event: schemas.ItemEvent) -> None:
        """Show an item that has come, in whatever thread."""
        with self._lock:
            self._items.pop((article.id, event.number), None)
            if event.kind != "removed":
                self._items[article.id, event.number] = event.item
            self._update()

    @contextmanager
    def stopped(self, result: topics.Summary | SummariserError) -> Iterator[None]:
        """Leave the terminal to what is printed, of this article too."""
        self.__exit__()
        yield
        with self._lock:
            self._items = {key: self._items[key] for key in self._items if key[0] != _id(result)}
            self._update()
        self.__enter__()

    def _update(self) -> None:
        if self._status:
            from rich.text import Text

            width, height = self._console.size
            last = [*self._items.values()][-max(1, min(self._MOST, height - 3)) :]
            words = f"{self._words} {len(self._items)} so far" if last else self._words
            lines = (views.item_line(each, width - 4) for each in last)
            self._status.update(Text("\n  ").join([Text(words), *lines]))

    def __enter__(self) -> Self:
        if self._status:
            self._status.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._status:
            self._status.stop()
