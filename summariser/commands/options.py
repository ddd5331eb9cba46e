"""Options and words that several commands share."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .. import store as stores
from .. import topics
from ..errors import PromptError, ProviderError, SettingError, SummariserError
from ..llm import Mode as ModeName
from ..reading import OnOpen as OnOpenName

if TYPE_CHECKING:
    from ..pipeline import Summariser

Model = Annotated[
    str,
    typer.Option(
        envvar="SUMMARISER_MODEL", help="The model's name, or provider/model: ollama/qwen3."
    ),
]
MODEL = "gpt-5-mini"
BaseUrl = Annotated[
    str | None,
    typer.Option(
        envvar="SUMMARISER_BASE_URL", help="An OpenAI-compatible endpoint, e.g. a local server."
    ),
]
Prompts = Annotated[Path | None, typer.Option(help="A folder with prompt files of your own.")]
Schema = Annotated[
    str | None,
    typer.Option(help="What to look for: a Summary of your own, package.module:Class."),
]
Prompt = Annotated[str | None, typer.Option(help="The name of the prompt, e.g. summit.v2.")]
Language = Annotated[
    str | None, typer.Option(help="Language of the summary, ISO 639-1; default: the article's.")
]
Replay = Annotated[Path | None, typer.Option(help="A cassette to answer from, instead of a model.")]
Window = Annotated[
    int, typer.Option(help="Characters read at a time; longer articles take several requests.")
]
WINDOW = 8_000
Mode = Annotated[
    ModeName,
    typer.Option(help="How JSON is asked for; auto: with the schema, or as the server takes it."),
]

OnOpen = Annotated[
    OnOpenName,
    typer.Option(help="What to do with sentences that are open: list them, or ask once more."),
]

Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Say of each request how it went, and what it took.")
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Say nothing but what went wrong, or is to decide.")
]

ASK_A_MODEL = (
    "set OPENAI_API_KEY (or OPENROUTER_API_KEY, …, for openrouter/MODEL) to your provider's key,\n"
    "or give a local server, e.g. --base-url http://localhost:11434/v1"
)


def topic(schema: str | None) -> type[topics.Summary]:
    """The class that is meant by ``package.module:Class``, also from the folder one works in."""
    if schema is None:
        return topics.SummitSummary
    module, _, name = schema.partition(":")
    if str(Path.cwd()) not in sys.path:
        sys.path.insert(0, str(Path.cwd()))
    try:
        found = getattr(import_module(module), name) if name else None
    except (ImportError, AttributeError, ValueError) as error:
        raise typer.BadParameter(f"--schema {schema}: {error}") from None
    if not (isinstance(found, type) and issubclass(found, topics.Summary)):
        raise typer.BadParameter(
            f"--schema {schema}: give a subclass of summariser.Summary as package.module:Class"
        )
    return found


def asking(schema: str | None, **settings: Any) -> Summariser[topics.Summary]:
    """The Summariser that these options ask for; ends the command if they cannot work."""
    from ..pipeline import Summariser  # all that asks a model; --help needs none

    wanted = topic(schema)
    try:
        return Summariser(schema=wanted, **settings)
    except (SettingError, PromptError) as error:
        complain(str(error))
        raise typer.Exit(2) from None


@contextmanager
def logged(wanted: bool) -> Iterator[None]:
    """Show on standard error the line that is logged of each request, if that is wanted."""
    if not wanted:
        yield
        return
    log, handler = logging.getLogger("summariser"), logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.INFO)  # below it stand whole articles
    level = log.level
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.setLevel(level)


def nobody_to_ask(error: Exception) -> bool:
    """No key was given, so nothing was sent: a rejected key has a status."""
    return (
        isinstance(error, ProviderError) and error.kind == "authentication" and error.status is None
    )


def standing(store: stores.Store) -> str:
    """How the articles of a store stand, in a few words."""
    counts, under_way = store.counts(), stores.Ledger(store).under_way()
    batches = f" ({under_way} in batches)" if under_way else ""
    return f"{counts.done} done, {counts.failed} failed, {counts.todo} to do{batches}"


def at(place: str, error: SummariserError) -> str:
    """An error in words that begin with the place where it is."""
    told = str(error)
    return told if told.startswith(place) else f"{place}: {told}"


def complain(words: str) -> None:
    """Tell on standard error, in what a terminal may get."""
    typer.echo(printable(words), err=True)


def has_lively_stderr() -> bool:
    """Whether standard error is a terminal that can show something that moves."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def in_colour() -> bool:
    """Whether standard output is a terminal that takes colours, and nobody minds them.

    As https://no-color.org has it: NO_COLOR counts if there is anything in it.
    """
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def printable(words: str) -> str:
    """Without what no terminal should get: a file's name or an article may hold anything."""
    return "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in words)
