"""``summariser check``: holds a draft against its sources, without a model."""

from __future__ import annotations

import shutil
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from typer.core import TyperCommand

from .. import article as articles
from .. import drafts
from ..errors import ArticleError, InternalError, SummariserError
from ..unforeseen import guarded
from .options import at, complain, in_colour
from .printed import Labels

_AGAINST = "--against"
_RED = ("contradicted", "absent")


class Command(TyperCommand):
    """The command, whose ``--against`` takes all that follows: ``--against sources/*.txt``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, list(_spread(args)))


def check(
    draft: Annotated[
        str,
        typer.Argument(
            metavar="DRAFT",
            help="A text, Markdown (.md), .docx, .html, .pdf, …; - reads standard input.",
        ),
    ],
    against: Annotated[
        list[str],
        typer.Option(
            _AGAINST,
            metavar="FILE...",
            help="Its sources: files of any kind that `read` takes, feeds, .jsonl, folders.",
        ),
    ],
    html: Annotated[
        Path | None, typer.Option(help="Also write a page to this file: the draft beside them.")
    ] = None,
    labels: Labels = None,
    json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object a line for each claim.")
    ] = False,
    format: Annotated[  # noqa: A002  # the option's name
        Literal["text", "json", "github"],
        typer.Option(help="What to print; github: annotations for GitHub Actions."),
    ] = "text",
    language: Annotated[
        str | None, typer.Option(help="The draft's language, ISO 639-1; default: as it reads.")
    ] = None,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict",
            help="Exit with 1 if anything wants a look, not only red, or nothing was compared.",
        ),
    ] = False,
) -> None:
    """Hold a draft against its sources: every sum, share, quantity, date, name, quotation, stage.

    No model, no key and no network are needed.

    Exit code 0: nothing is red; 1: something is (the sources say otherwise, or it is in none of
    them), or a source could not be read (the others still are), or under --strict anything wants a
    look or there was nothing to compare; 2: the draft, or every source, cannot be read.
    """
    if json and format == "github":
        raise typer.BadParameter("--json and --format github: give one of them")
    if draft == "-" and "-" in against:
        raise typer.BadParameter("standard input can be the draft or a source, not both")
    try:
        held = _draft(draft, language)
        sources, all_read = _sources(against, draft)
        if not sources:
            complain("there is nothing to hold the draft against")
            raise typer.Exit(2)
        report = guarded(partial(drafts.check_text, held, sources))
        shown = guarded(partial(_shown, report, "json" if json else format))
        page = guarded(partial(report.to_html, labels=labels)) if html else ""
    except SummariserError as error:
        complain(at(draft, error))
        raise typer.Exit(2) from None
    typer.echo(shown, nl=False)
    written = _write(html, page, report) if html else True
    is_red = any(claim.verdict in _RED for claim in report.flagged)
    doubtful = report.flagged or not report.claims  # nothing to compare vouches for nothing
    fails = is_red or (strict and doubtful) or not all_read or not written
    raise typer.Exit(1 if fails else 0)


def _spread(args: list[str]) -> list[str]:
    """Each source with an option of its own.

    >>> _spread(["a.md", "--against", "b", "c", "--json"])
    ['a.md', '--against', 'b', '--against', 'c', '--json']
    """
    spread: list[str] = []
    is_source = False
    for each in args:
        if is_source and spread[-1] != _AGAINST and (each == "-" or not each.startswith("-")):
            spread.append(_AGAINST)
        is_source = each == _AGAINST or (is_source and (each == "-" or not each.startswith("-")))
        spread.append(each)
    return spread


def _draft(place: str, language: str | None) -> articles.Article:
    """The one article of this file; of a page all that it shows."""
    found = [*islice(articles.read_inputs([place], whole=True), 2)]
    if len(found) != 1:
        raise ArticleError("a draft is one article, and this is none or several", path=place)
    article = _article(found[0])
    return article.model_copy(update={"language": language}) if language else article


def _article(item: articles.Input) -> articles.Article:
    if item.article is None:
        raise item.error or ArticleError("there is no article", path=item.place)
    return item.article


def _sources(places: list[str], draft: str) -> tuple[list[articles.Article], bool]:
    """All that can be read, and whether that is all; a draft in their folder is no source."""
    sources, all_read = [], True
    for item in articles.read_inputs(places):
        if _is_same(item.name, draft):
            complain(f"{item.place}: is the draft, and no source of its own")
            continue
        try:
            sources.append(_article(item))
        except (ArticleError, InternalError) as error:
            complain(at(item.place, error))
            all_read = False
    return sources, all_read


def _is_same(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False


def _shown(report: drafts.DraftReport, kind: str) -> str:
    if kind == "json":
        return report.to_jsonl()
    if kind == "github":
        return report.to_github()
    width = shutil.get_terminal_size((100, 24)).columns
    return report.to_text(width=width, colour=in_colour())


def _write(path: Path, page: str, report: drafts.DraftReport) -> bool:
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        complain(f"{path}: cannot be written: {error.strerror}")
        return False
    complain(f"{path}: {len(report.claims)} claims")
    return True
