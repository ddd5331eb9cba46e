"""Options and words that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..errors import ProviderError
from ..store import Ledger, Store

Model = Annotated[str, typer.Option(help="The model's name, or provider/model: ollama/qwen3.")]
MODEL = "gpt-5-mini"
BaseUrl = Annotated[
    str | None, typer.Option(help="An OpenAI-compatible endpoint, e.g. a local server.")
]
Prompts = Annotated[Path | None, typer.Option(help="A folder with prompt files of your own.")]
Language = Annotated[
    str | None, typer.Option(help="Language of the summary, ISO 639-1; default: the article's.")
]
Replay = Annotated[Path | None, typer.Option(help="A cassette to answer from, instead of a model.")]
Window = Annotated[
    int, typer.Option(help="Characters read at a time; longer articles take several requests.")
]
WINDOW = 8_000

ASK_A_MODEL = (
    "set OPENAI_API_KEY (or OPENROUTER_API_KEY, …, for openrouter/MODEL) to your provider's key,\n"
    "or give a local server, e.g. --base-url http://localhost:11434/v1"
)


def nobody_to_ask(error: Exception) -> bool:
    """No key was given, so nothing was sent: a rejected key has a status."""
    return (
        isinstance(error, ProviderError) and error.kind == "authentication" and error.status is None
    )


def standing(store: Store) -> str:
    """How the articles of a store stand, in a few words."""
    counts, under_way = store.counts(), Ledger(store).under_way()
    batches = f" ({under_way} in batches)" if under_way else ""
    return f"{counts.done} done, {counts.failed} failed, {counts.todo} to do{batches}"


def complain(words: str) -> None:
    """Tell on standard error; a file's name or an article may hold what no terminal should get."""
    shown = "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in words)
    typer.echo(shown, err=True)
