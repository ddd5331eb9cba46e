"""The command line: ``summariser read FILE…`` reads articles and prints what they bear out."""

from __future__ import annotations

import shutil
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from .article import Article
from .errors import ArticleError, NoRecording, ProviderError, RecordingError, SummariserError
from .pipeline import Summariser
from .recording import recorded
from .rendering import to_text
from .report import to_html
from .schemas import Summary

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Facts one can check, from news about a summit.",
)


@app.callback()
def main() -> None:
    """Facts one can check, from news about a summit."""


@app.command()
def read(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="UTF-8 text, or .html; - reads standard input."),
    ],
    model: Annotated[
        str, typer.Option(help="The model's name, or provider/model: ollama/qwen3.")
    ] = "gpt-5-mini",
    base_url: Annotated[
        str | None, typer.Option(help="An OpenAI-compatible endpoint, e.g. a local server.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="Language of the summary, ISO 639-1; default: the article's.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    html: Annotated[
        Path | None, typer.Option(help="Also write one page of all summaries to this file.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 if anything was rejected.")
    ] = False,
    replay: Annotated[
        Path | None, typer.Option(help="A cassette to answer from, instead of a model.")
    ] = None,
) -> None:
    """Read articles, and print their outcomes, deals and expert positions with the evidence.

    Exit code 0: all is well; 1: a file failed (the others are still read), or something was
    rejected under --strict; 2: there is no model to ask for a file.
    """
    exit_code = 0
    summaries: list[Summary] = []
    with ExitStack() as stack:
        summariser = stack.enter_context(
            Summariser(model=model, base_url=base_url, language=language)
        )
        try:
            if replay:
                stack.enter_context(recorded(replay))
        except RecordingError as error:
            _complain(str(error))
            raise typer.Exit(1) from None
        for name in files:
            try:
                summary = summariser.summarise(_article(name))
            except NoRecording:
                _complain(f"{name}: nothing is recorded for it; without --replay, {_ASK_A_MODEL}")
                exit_code = 2
            except SummariserError as error:
                if _nobody_to_ask(error):
                    # The next file would fare no better.
                    _complain(f"no model to ask: {_ASK_A_MODEL}")
                    raise typer.Exit(2) from None
                told = str(error)
                _complain(told if told.startswith(name) else f"{name}: {told}")
                exit_code = max(exit_code, 1)
            else:
                summaries.append(summary)
                _show(summary, as_json=json)
                if strict and summary.rejected:
                    exit_code = max(exit_code, 1)
    if html and summaries and not _write(html, summaries):
        exit_code = max(exit_code, 1)
    raise typer.Exit(exit_code)


_ASK_A_MODEL = (
    "set OPENAI_API_KEY (or OPENROUTER_API_KEY, …, for openrouter/MODEL) to your provider's key,\n"
    "or give a local server, e.g. --base-url http://localhost:11434/v1"
)


def _nobody_to_ask(error: SummariserError) -> bool:
    """No key was given, so nothing was sent: a rejected key has a status."""
    return (
        isinstance(error, ProviderError) and error.kind == "authentication" and error.status is None
    )


def _article(name: str) -> Article:
    if name == "-":
        try:
            return Article.from_text(sys.stdin.buffer.read().decode())
        except UnicodeDecodeError:
            raise ArticleError("standard input is not UTF-8") from None
    if Path(name).suffix.lower() in (".html", ".htm"):
        return _webpage(name)
    return Article.from_file(name)


def _webpage(name: str) -> Article:
    try:
        return Article.from_html(Path(name).read_bytes())
    except OSError as error:
        raise ArticleError(f"cannot be read: {error.strerror}") from None
    except ImportError as error:
        raise ArticleError(str(error)) from None


def _show(summary: Summary, *, as_json: bool) -> None:
    if as_json:
        typer.echo(summary.model_dump_json())
    else:
        width = shutil.get_terminal_size((100, 24)).columns
        typer.echo(to_text(summary, width=width, colour=sys.stdout.isatty()))


def _write(path: Path, summaries: list[Summary]) -> bool:
    try:
        path.write_text(to_html(summaries), encoding="utf-8")
    except OSError as error:
        _complain(f"{path}: cannot be written: {error.strerror}")
        return False
    _complain(f"{path}: {len(summaries)} read")
    return True


def _complain(words: str) -> None:
    typer.echo(words, err=True)


if __name__ == "__main__":
    app()
