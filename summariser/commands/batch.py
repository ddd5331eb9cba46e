"""``summariser batch``: a store's articles by OpenAI's Batch API, at half the price."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from .. import article as articles
from .. import batch as batches
from .. import store as stores
from .. import views
from ..errors import SummariserError
from . import options
from .anew import Yes, agree_on_asking_anew
from .options import ASK_A_MODEL, complain, nobody_to_ask, standing

batch = typer.Typer(
    no_args_is_help=True,
    help="Ask about a store's articles by OpenAI's Batch API: within a day, at half the price.",
)

_HALF = Decimal("0.5")

_Kept = Annotated[Path, typer.Argument(metavar="STORE", help="The SQLite file of the results.")]


@batch.command()
def submit(
    store: _Kept,
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="[INPUT]...", help="Articles to add first, as for `run`."),
    ] = None,
    model: options.Model = options.MODEL,
    base_url: options.BaseUrl = None,
    language: options.Language = None,
    schema: options.Schema = None,
    prompt: options.Prompt = None,
    prompts: options.Prompts = None,
    window: options.Window = options.WINDOW,
    mode: options.Mode = "auto",
    yes: Yes = False,
) -> None:
    """Submit all that is still to do, in batches as large as are allowed.

    What another prompt or model read before is submitted only with --yes, or if one agrees on a
    terminal.  Exit code 0: it is submitted; 1: but not all could be read; 2: nothing was.
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
    )
    with (
        _complaining(),
        stores.Store(store) as kept,
        asked as summariser,
    ):
        if inputs:
            agree_on_asking_anew(summariser, kept, inputs, yes, share=_HALF)
        bad = 0
        for item in articles.read_inputs(inputs or []):
            if item.article is None:
                complain(str(item.error))
                bad += 1
            else:
                kept.add(item.name, item.article, summariser.key(item.article))
        done = batches.Batches(kept, summariser).submit()
        complain(f"{done.batches} batches with {done.rows} requests submitted")
        if done.under_way:
            complain(f"{done.under_way} requests are in earlier batches")
        if done.live:
            complain(
                f"{done.live} requests were turned down before: leave them to `summariser run`"
            )
        if done.others:
            complain(f"{done.others} articles were to be asked about with other settings: left out")
        if bad:
            raise typer.Exit(1)


@batch.command()
def status(store: _Kept, base_url: options.BaseUrl = None) -> None:
    """Show how all batches stand, oldest first."""
    with _complaining(), stores.Store(store, create=False) as kept:
        for each in batches.Batches(kept, base_url=base_url).status():
            fetched = ", fetched" if each.is_fetched else ""
            typer.echo(
                f"{each.number}  {each.id or '-'}  {each.status}{fetched}: "
                f"{each.answered} of {each.rows} answered, {each.failed} failed"
            )
            if each.message:
                typer.echo(f"   {each.message}")
        typer.echo(standing(kept))


@batch.command()
def fetch(
    store: _Kept,
    base_url: options.BaseUrl = None,
    schema: options.Schema = None,
    prompts: options.Prompts = None,
) -> None:
    """Take in what has come back, and finish its articles: repairs are asked for at once.

    A store never says where to ask, or with which templates: what was submitted with a --base-url,
    or with a --schema or prompts of your own, is fetched with the same.

    What a batch did not answer is to do again: by another batch, or by `run`.  Exit code 0: no
    batch is under way any more; 1: some are.
    """
    wanted = options.topic(schema)
    with _complaining(), stores.Store(store, create=False) as kept:
        fetched = batches.Batches(kept, base_url=base_url, schema=wanted, prompts=prompts).fetch()
        for message in fetched.messages:
            complain(message)
        complain(f"{fetched.batches} batches fetched: {fetched.drafts} answers")
        complain(views.usage_line(fetched.usage))
        for what, counter in (("to do again", fetched.to_do), ("lines of no use", fetched.ignored)):
            if counter:
                complain(f"{what}: {_listed(counter)}")
        complain(f"{fetched.summaries} summaries, {fetched.failures} failures")
        complain(f"{store}: {standing(kept)}")
        if fetched.under_way:
            complain(f"{fetched.under_way} batches are under way: fetch again later")
            raise typer.Exit(1)


def _listed(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counter.most_common())


@contextmanager
def _complaining() -> Iterator[None]:
    try:
        yield
    except (SummariserError, ValueError) as error:
        complain(f"no model to ask: {ASK_A_MODEL}" if nobody_to_ask(error) else str(error))
        raise typer.Exit(2) from None
