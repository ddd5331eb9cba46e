"""``summariser run``: many articles into a store, as often interrupted as need be."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .. import article as articles
from .. import llm, runs
from .. import schema as schemas
from .. import store as stores
from ..errors import InternalError, StoreError, SummariserError
from . import options
from .anew import Yes, agree_on_asking_anew, tell_what_is_asked_anew, tokens_of
from .options import ASK_A_MODEL, complain, nobody_to_ask, standing
from .workers import Task, in_workers

if TYPE_CHECKING:
    from ..pipeline import Summariser

_SHOWN = 20  # failures that are told one by one
_OUTAGE = 100  # failures in a row, and nothing else: it is not the articles
_PATIENCE = 10.0  # seconds to wait for a store that is locked


def run(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="JSON lines (.jsonl, with text or html, and id), files of all kinds that `read` "
            "takes, folders; - reads standard input.",
        ),
    ],
    store: Annotated[Path, typer.Option(help="The SQLite file that keeps the results.")],
    model: options.Model = options.MODEL,
    base_url: options.BaseUrl = None,
    language: options.Language = None,
    schema: options.Schema = None,
    prompt: options.Prompt = None,
    prompts: options.Prompts = None,
    window: options.Window = options.WINDOW,
    mode: options.Mode = "auto",
    on_open: options.OnOpen = "flag",
    concurrency: Annotated[
        int, typer.Option(min=1, help="Requests at once, at most, in all workers together.")
    ] = 32,
    workers: Annotated[
        int, typer.Option(min=1, help="Processes that share the work, each on a core of its own.")
    ] = 1,
    max_cost: Annotated[
        float | None, typer.Option(help="US dollars this run may cost, at most.")
    ] = None,
    max_tokens: Annotated[
        int | None, typer.Option(help="Tokens this run may use, at most, in and out.")
    ] = None,
    retry_failed: Annotated[
        bool,
        typer.Option(
            "--retry-failed",
            help="Ask again about all that failed, not only what could not be sent.",
        ),
    ] = False,
    yes: Yes = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what a run would ask, and send nothing.")
    ] = False,
    replay: options.Replay = None,
    verbose: options.Verbose = False,
    quiet: options.Quiet = False,
) -> None:
    """Read many articles, and keep what comes of each in a store.

    Run it again to go on: what is in the store is not asked for again, unless prompt, model or
    article changed, or the provider was to blame for a failure.  What another prompt or model will
    cost is said before it is asked, and only done with --yes, or if one agrees on a terminal;
    --max-cost bounds it.  An id or a path that an earlier run had,
    too, stands for the newer article.  Ctrl-C ends it at once and loses nothing that was answered.

    One process makes use of one core; --workers takes more of them.  All limits are of the run as a
    whole, and so is what it tells.

    Exit code 0: all is done; 1: an input cannot be read, or failed; 2: the run stopped early, for
    the reason it tells; 130: it was interrupted.
    """
    settings: dict[str, Any] = {
        "prompt": prompt,
        "prompts": prompts,
        "model": model,
        "base_url": base_url,
        "language": language,
        "window": window,
        "mode": mode,
        "on_open": on_open,
    }
    asked = options.asking(schema, **settings)
    with ExitStack() as stack:
        stack.enter_context(options.logged(verbose))
        stack.callback(signal.signal, signal.SIGTERM, signal.signal(signal.SIGTERM, _interrupt))
        failures = _Failures()
        exit_code = 0
        kept = None
        try:
            summariser = stack.enter_context(asked)
            if dry_run:
                raise typer.Exit(_estimate(summariser, store, inputs, retry_failed))
            kept = stack.enter_context(stores.Store(store, patience=_PATIENCE))
            if replay:
                stack.enter_context(llm.replayed(replay))
            else:
                agree_on_asking_anew(summariser, kept, inputs, yes, retry_failed=retry_failed)
            shows = options.has_lively_stderr() and not (verbose or quiet)
            read = _Counted(inputs) if shows else articles.read_inputs(inputs)
            bounds: dict[str, Any] = {
                "retry_failed": retry_failed,
                "concurrency": concurrency,
                "max_cost": max_cost,
                "max_tokens": max_tokens,
            }
            if workers == 1:
                results = summariser.run(read, kept, progress=shows, **bounds)
            else:
                settings["schema"] = summariser.schema
                keeper = summariser.keeper(kept, retry_failed=retry_failed)
                task = Task(settings, kept, replay=replay, verbose=verbose, **bounds)
                results = in_workers(task, workers, keeper, read, progress=shows)
            with closing(results), runs.Collector() as collector:
                for result in results:
                    collector.add()
                    failures.add(result)
                    if failures.in_a_row >= _OUTAGE:
                        complain(
                            f"{_OUTAGE} articles in a row failed, the last one so: {result.error}\n"
                            "the provider seems to be down: run the same command again later"
                        )
                        exit_code = 2
                        break
        except KeyboardInterrupt:
            complain("interrupted: what was answered is kept; the same command goes on from here")
            exit_code = 130  # as shells say it
        except (SummariserError, ValueError) as error:
            complain(f"no model to ask: {ASK_A_MODEL}" if nobody_to_ask(error) else str(error))
            exit_code = 2
        failures.tell()
        if kept and (exit_code or not quiet):
            unread = ", and what was not read yet" if exit_code else ""
            with suppress(StoreError):  # which has been told
                complain(f"{store}: {standing(kept)}{unread}")
        raise typer.Exit(exit_code or (1 if failures.number else 0))


class _Counted:
    """The inputs of these places, whose number is known if it can be: a bar then tells how long."""

    def __init__(self, places: Sequence[str]) -> None:
        self._places = places
        self._number = articles.how_many(places)

    def __iter__(self) -> Iterator[articles.Input]:
        return articles.read_inputs(self._places)

    def __length_hint__(self) -> int:
        return NotImplemented if self._number is None else self._number


def _estimate(
    summariser: Summariser[Any], store: Path, inputs: Sequence[str], retry_failed: bool
) -> int:
    """Say what a run would ask, at most; no store is made for it.  Gives the exit code."""
    likely, number, seen, failures = schemas.Usage(), 0, set[str](), _Failures()
    with ExitStack() as stack:
        kept = stack.enter_context(stores.Store(store, create=False)) if store.exists() else None
        if kept:
            tell_what_is_asked_anew(summariser, kept, inputs, retry_failed=retry_failed)
        for item in articles.read_inputs(inputs):
            number += 1
            if item.article is None:
                failures.add(runs.Result(item, item.error, is_new=False))
                continue
            key = summariser.key(item.article)
            is_to_do = not kept or summariser.is_to_do(
                item.article, kept, retry_failed=retry_failed
            )
            if is_to_do and key not in seen:
                seen.add(key)
                likely.include(summariser.likely_usage(item.article))
    failures.tell()
    tokens = f"{tokens_of(likely) or 0:,} tokens"
    dollars = f", ${likely.cost:.2f}" if likely.cost is not None else ""
    typer.echo(
        f"{len(seen)} of {number} articles would be asked about: {likely.requests:,} requests and "
        f"at most {tokens}{dollars}, if none has to be asked again"
    )
    return 1 if failures.number else 0


class _Failures:
    """What failed: the first of them one by one, all of them by kind."""

    def __init__(self) -> None:
        self.number = 0
        self.in_a_row = 0
        """Failures for which the provider is to blame, since something went well."""
        self._first: list[str] = []
        self._kinds: Counter[str] = Counter()

    def add(self, result: runs.Result) -> None:
        if result.is_new:
            error = result.error
            bad_luck = error and error.is_passing and not isinstance(error, InternalError)
            self.in_a_row = self.in_a_row + 1 if bad_luck else 0
        if result.error is None:
            return
        self.number += 1
        told, place = str(result.error), result.input.place
        # What cannot be read stands in no store: this is the only place to learn of it.
        if len(self._first) < _SHOWN or result.input.article is None:
            self._first.append(told if told.startswith(place) else f"{place}: {told}")
        self._kinds[getattr(result.error, "kind", "unusable")] += 1

    def tell(self) -> None:
        for line in self._first:
            complain(line)
        if self.number > len(self._first):
            kinds = ", ".join(f"{kind} {number}" for kind, number in self._kinds.most_common())
            complain(f"… {self.number} in all: {kinds}; `summariser export --failed` lists them")


def _interrupt(*_: Any) -> None:
    raise KeyboardInterrupt
