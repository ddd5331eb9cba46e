"""``summariser scan``: prints what code alone sees in articles."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from .. import article as articles
from .. import drafts
from .. import text as texts
from ..errors import ArticleError, SummariserError
from ..unforeseen import guarded
from .printed import Files, Html, Json, Labels, Printed


def scan(
    files: Files,
    language: Annotated[
        str | None, typer.Option(help="Language of the articles, ISO 639-1; default: as guessed.")
    ] = None,
    json: Json = False,
    html: Html = None,
    labels: Labels = None,
) -> None:
    """Print what code alone sees in articles: it needs no key, no model and no network.

    Sums, shares, quantities, dates, who is who, quotations with their speakers, words of how far
    something has come, and sentences that speak to a model.

    Exit code 0: all is well; 1: a file failed (the others are still read); 2: 20 in a row failed
    alike for a reason that nobody foresaw.
    """
    if language is not None and not texts.is_language_code(language):
        raise typer.BadParameter(f"--language {language}: give a code of ISO 639-1, such as ru")
    printed = Printed(as_json=json)
    for item in articles.read_inputs(files):
        try:
            if item.article is None:
                raise item.error or ArticleError("there is no article")
            article = item.article
            if language is not None:
                article = article.model_copy(update={"language": language})
            printed.show(guarded(partial(drafts.scan, article)), item.place)
        except SummariserError as error:
            if printed.fail(item.place, error):
                break
    printed.write(html, labels)
    raise typer.Exit(printed.exit_code)
