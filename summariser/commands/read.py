"""``summariser read``: reads articles and prints what they bear out."""

from __future__ import annotations

import shutil
import sys
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from .. import article as articles
from .. import llm, topics, views
from ..errors import ArticleError, InternalError, NoRecording, RecordingError, SummariserError
from ..unforeseen import Streak, guarded, sparing
from . import options
from .options import ASK_A_MODEL, complain, nobody_to_ask


def read(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="Texts, .html, .pdf, .docx, .eml, .vtt, .srt, feeds (.rss, .atom, .xml), .jsonl, "
            "folders; - reads standard input.",
        ),
    ],
    model: options.Model = options.MODEL,
    base_url: options.BaseUrl = None,
    language: options.Language = None,
    schema: options.Schema = None,
    prompt: options.Prompt = None,
    prompts: options.Prompts = None,
    window: options.Window = options.WINDOW,
    mode: options.Mode = "auto",
    on_open: options.OnOpen = "flag",
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    html: Annotated[
        Path | None, typer.Option(help="Also write one page of all summaries to this file.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 if anything was rejected or is open.")
    ] = False,
    replay: options.Replay = None,
) -> None:
    """Read articles, and print their outcomes, deals and expert positions with the evidence.

    Exit code 0: all is well; 1: a file failed (the others are still read), or under --strict
    something was rejected or is open; 2: there is no model to ask for a file, or 20 in a row failed
    alike for a reason that nobody foresaw.
    """
    exit_code = 0
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
    summaries: list[topics.Summary] = []
    places: list[str] = []
    streak = Streak()
    with ExitStack() as stack:
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
                shown = guarded(partial(_shown, summary, as_json=json))
            except NoRecording:
                complain(
                    f"{item.place}: nothing is recorded for it; without --replay, {ASK_A_MODEL}"
                )
                exit_code = 2
            except SummariserError as error:
                if nobody_to_ask(error):
                    # The next file would fare no better.
                    complain(f"no model to ask: {ASK_A_MODEL}")
                    raise typer.Exit(2) from None
                complain(_at(item.place, error))
                exit_code = max(exit_code, 1)
                if too_many := streak.add(error):
                    complain(str(too_many))
                    exit_code = 2
                    break
            else:
                streak.add(summary)
                summaries.append(summary)
                places.append(item.place)
                typer.echo(shown)
                if strict and (summary.rejected or summary.open):
                    exit_code = max(exit_code, 1)
    if html and summaries and not _write(html, summaries, places):
        exit_code = max(exit_code, 1)
    raise typer.Exit(exit_code)


def _at(place: str, error: SummariserError) -> str:
    told = str(error)
    return told if told.startswith(place) else f"{place}: {told}"


def _shown(summary: topics.Summary, *, as_json: bool) -> str:
    if as_json:
        return summary.model_dump_json()
    width = shutil.get_terminal_size((100, 24)).columns
    return views.to_text(summary, width=width, colour=sys.stdout.isatty())


def _write(path: Path, summaries: list[topics.Summary], places: list[str]) -> bool:
    """Whether the page holds them all; what is not in it is told, with the place it is from."""
    left_out = 0

    def tell(summary: topics.Summary, error: InternalError) -> None:
        nonlocal left_out
        left_out += 1
        place = next(at for at, each in zip(places, summaries, strict=True) if each is summary)
        complain(_at(place, error))

    page = sparing(views.to_html, summaries, tell)
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        complain(f"{path}: cannot be written: {error.strerror}")
        return False
    complain(f"{path}: {len(summaries) - left_out} read")
    return not left_out
