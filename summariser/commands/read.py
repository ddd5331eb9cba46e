"""``summariser read``: reads articles and prints what they bear out."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Annotated

import typer

from .. import article as articles
from .. import llm
from ..errors import ArticleError, NoRecording, RecordingError, SummariserError
from . import options
from .options import ASK_A_MODEL, complain, nobody_to_ask
from .printed import Files, Html, Json, Printed


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
    json: Json = False,
    html: Html = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 if anything was rejected or is open.")
    ] = False,
    replay: options.Replay = None,
    verbose: options.Verbose = False,
    quiet: options.Quiet = False,
) -> None:
    """Read articles, and print their outcomes, deals and expert positions with the evidence.

    Exit code 0: all is well; 1: a file failed (the others are still read), or under --strict
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
                stack.enter_context(llm.recorded(replay))
        except RecordingError as error:
            complain(str(error))
            raise typer.Exit(1) from None
        for item in articles.read_inputs(files):
            try:
                if item.article is None:
                    raise item.error or ArticleError("there is no article")
                summary = summariser.summarise(item.article)
                printed.show(summary, item.place)
            except NoRecording:
                complain(
                    f"{item.place}: nothing is recorded for it; without --replay, {ASK_A_MODEL}"
                )
                printed.end_with(2)
            except SummariserError as error:
                if nobody_to_ask(error):
                    # The next file would fare no better.
                    complain(f"no model to ask: {ASK_A_MODEL}")
                    raise typer.Exit(2) from None
                if printed.fail(item.place, error):
                    break
            else:
                if strict and (summary.rejected or summary.open):
                    printed.end_with(1)
    printed.write(html)
    raise typer.Exit(printed.exit_code)
