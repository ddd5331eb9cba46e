"""``summariser export``: what a store holds, as a file for others."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Annotated, Literal

import typer

from .. import checks, topics, views
from .. import store as stores
from ..errors import InternalError, StoreError, SummariserError
from ..unforeseen import attempt, sparing
from . import options
from .options import complain

_STANDARD_OUTPUT = Path("-")
_LARGEST_PAGE = 1_000  # articles that a browser can still show
_DELIMITERS: dict[str, views.Delimiter] = {",": ",", ";": ";", "\t": "\t", "tab": "\t"}


def export(
    store: Annotated[Path, typer.Argument(help="The store that `run` wrote.")],
    file: Annotated[
        Path, typer.Argument(help="What to write: .jsonl, .csv or .html; - is standard output.")
    ],
    format: Annotated[  # noqa: A002  # the option's name
        Literal["jsonl", "csv", "html"] | None,
        typer.Option(help="In which format; default: as the file's name says, for - jsonl."),
    ] = None,
    field: Annotated[
        str | None,
        typer.Option(help="For .csv: which list, such as outcomes; default: deals, or the first."),
    ] = None,
    explode: Annotated[
        str | None, typer.Option(help="For .csv: a row for each of these, e.g. values.")
    ] = None,
    delimiter: Annotated[
        str, typer.Option(help="For .csv: what stands between two cells: a comma, ; or tab.")
    ] = ",",
    bom: Annotated[
        bool, typer.Option("--bom", help="For .csv: begin with a byte order mark, for Excel.")
    ] = False,
    schema: options.Schema = None,
    failed: Annotated[
        Path | None, typer.Option(help="Also write the articles that failed, and why: .jsonl.")
    ] = None,
) -> None:
    """Write the summaries of a store, in the order of its inputs.

    .jsonl holds whole summaries, articles included, which `from_jsonl` reads; .csv a table of one
    list; .html a page of at most 1,000 articles.

    Verdicts are worked out again, since anybody may have changed a file.  Exit code 0: all is
    well; 1: nothing was written, or not every summary could be, each of which is named.
    """
    wanted = options.topic(schema)
    if delimiter not in _DELIMITERS:
        raise typer.BadParameter(f"--delimiter {delimiter}: give a comma, ; or tab")
    left_out = _LeftOut()
    writers: dict[str, Callable[[Iterator[topics.Summary], _LeftOut], Iterator[str]]] = {
        ".jsonl": _jsonl,
        ".csv": partial(
            _csv,
            schema=wanted,
            field=field or _field(wanted),
            explode=explode,
            delimiter=_DELIMITERS[delimiter],
            bom=bom,
        ),
        ".html": _html,
    }
    suffix = f".{format}" if format else ".jsonl" if file == _STANDARD_OUTPUT else file.suffix
    if suffix not in writers:
        raise typer.BadParameter(f"{file}: write a .jsonl, .csv or .html file")
    if failed and (failed.suffix != ".jsonl" or failed.absolute() == file.absolute()):
        raise typer.BadParameter(f"{failed}: write the failures to a .jsonl file of their own")
    if store.absolute() in (file.absolute(), failed and failed.absolute()):
        raise typer.BadParameter(f"{store}: this is the store")
    try:
        with stores.Store(store, create=False) as kept:
            _write(file, writers[suffix](_summaries(kept, wanted, left_out), left_out))
            if failed:
                _write(failed, _failures(kept))
            counts = kept.counts()
    except BrokenPipeError:
        raise  # who reads has had enough: the command ends, and says nothing
    except OSError as error:
        complain(f"{error.filename}: cannot be written: {error.strerror}")
        raise typer.Exit(1) from None
    except (SummariserError, ValueError) as error:
        complain(str(error))
        raise typer.Exit(1) from None
    others = {
        "failed": counts.failed,
        "to do": counts.todo,
        "not shown": left_out.number,
        "damaged": left_out.damage,
    }
    told = ", ".join(f"{number} {what}" for what, number in others.items() if number)
    written = (
        f"{'standard output' if file == _STANDARD_OUTPUT else file}: {left_out.written} articles"
    )
    complain(f"{written}; left out: {told}" if told else written)
    raise typer.Exit(1 if left_out.number or left_out.damage else 0)


class _LeftOut:
    """Summaries that cannot be shown, or read; each is told."""

    def __init__(self) -> None:
        self.number = 0
        self.damage = 0
        self.written = 0
        """Those that are not left out."""

    def lose(self, damage: StoreError) -> None:
        self.damage += 1
        complain(str(damage))

    def add(self, name: str, why: str) -> None:
        self.number += 1
        complain(f"{name}: {why}" if name else why)

    def tell(self, summary: topics.Summary, error: InternalError) -> None:
        self.written -= 1
        self.add((summary.article and summary.article.name) or "", str(error))


def _field(schema: type[topics.Summary]) -> str:
    """The list that a table shows unless told otherwise."""
    fields = [*schema.item_fields()]
    return "deals" if "deals" in fields or not fields else fields[0]


def _summaries(
    store: stores.Store, schema: type[topics.Summary], left_out: _LeftOut
) -> Iterator[topics.Summary]:
    """Each with its verdicts worked out anew: a store may say what it likes of a figure."""

    def read(row: stores.Row) -> topics.Summary | None:
        summary = row.summary(schema)
        return summary and checks.verify_again(summary)

    for row in store.rows(left_out.lose):
        if row.damage:
            left_out.lose(row.damage)
        try:
            summary = attempt(partial(read, row), ValueError)
        except ValueError as error:
            left_out.add("", str(error))
            continue
        if isinstance(summary, InternalError):
            left_out.add(row.name, str(summary))
        elif summary is not None:
            left_out.written += 1
            yield summary


def _jsonl(summaries: Iterator[topics.Summary], left_out: _LeftOut) -> Iterator[str]:
    return _each(lambda shown: "".join(views.to_jsonl(each) for each in shown), summaries, left_out)


def _csv(
    summaries: Iterator[topics.Summary],
    left_out: _LeftOut,
    schema: type[topics.Summary],
    field: str,
    explode: str | None,
    delimiter: views.Delimiter,
    bom: bool,
) -> Iterator[str]:
    views.columns(schema, field, explode=explode)  # complains of an unknown field
    table = partial(views.to_csv, field=field, explode=explode, delimiter=delimiter)
    yield "\ufeff" * bom + table([], schema=schema)
    yield from _each(
        lambda shown: table(shown).partition("\n")[2],
        summaries,
        left_out,
    )


def _each(
    view: Callable[[list[topics.Summary]], str],
    summaries: Iterator[topics.Summary],
    left_out: _LeftOut,
) -> Iterator[str]:
    return (sparing(view, [summary], left_out.tell) for summary in summaries)


def _html(summaries: Iterator[topics.Summary], left_out: _LeftOut) -> Iterator[str]:
    shown = list(islice(summaries, _LARGEST_PAGE + 1))
    if len(shown) > _LARGEST_PAGE:
        raise ValueError(
            f"a page of more than {_LARGEST_PAGE:,} articles is too much for a browser: "
            "export .jsonl or .csv instead, or make a page of some of them with to_html(…)"
        )
    yield sparing(views.to_html, shown, left_out.tell)


def _failures(store: stores.Store) -> Iterator[str]:
    for row in store.rows(lambda _: None):  # which was told before
        if row.stored and (error := row.stored.error):
            told = {
                "name": row.name,
                "article_id": row.article.id,
                "error": type(error).__name__,
                "kind": getattr(error, "kind", None),
                "message": str(error),
            }
            yield f"{json.dumps(told, ensure_ascii=False)}\n"


def _write(path: Path, parts: Iterable[str]) -> None:
    """All of it, or nothing: a file that was there before is replaced at the end."""
    if path == _STANDARD_OUTPUT:  # where it goes piece by piece, in UTF-8 whatever the terminal's
        for part in parts:
            typer.echo(part.encode(), nl=False)
        return
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            file.writelines(parts)
        unfinished.replace(path)
    except OSError as error:
        error.filename = str(path)  # a full disk does not say which file it was
        raise
    finally:
        unfinished.unlink(missing_ok=True)
