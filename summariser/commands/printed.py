"""What becomes of the files of a command: each printed in turn, then perhaps a page of them all."""

from __future__ import annotations

import json
import shutil
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from .. import topics, views
from ..errors import InternalError, SummariserError
from ..unforeseen import Streak, guarded, sparing
from .options import at, complain, in_colour, printable

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        help="Texts, .html, .pdf, .docx, .eml, .vtt, .srt, feeds (.rss, .atom, .xml), .jsonl, "
        "folders; - reads standard input.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]
Html = Annotated[Path | None, typer.Option(help="Also write one page of all of them to this file.")]


Labels = Annotated[
    views.LabelLanguage | None,
    typer.Option(help="Language of the page's headings; default: that of the texts, or English."),
]


class Printed:
    """The summaries that were printed, and how the command is to end."""

    def __init__(self, *, as_json: bool, quiet: bool = False) -> None:
        self.exit_code = 0
        self._quiet = quiet
        self._as_json = as_json
        self._summaries: list[topics.Summary] = []
        self._places: list[str] = []
        self._streak = Streak()

    def show(self, summary: topics.Summary, place: str) -> None:
        """Print it; raises `InternalError` if it cannot be shown."""
        shown = guarded(partial(self._shown, summary, place))
        self._streak.add(summary)
        self._summaries.append(summary)
        self._places.append(place)
        typer.echo(shown)

    def fail(self, place: str, error: SummariserError) -> bool:
        """Tell of an error; whether so many files failed alike that no other would fare better."""
        self.tell(place, error, at(place, error))
        self.end_with(1)
        too_many = self._streak.add(error)
        if too_many:
            complain(str(too_many))
            self.end_with(2)
        return too_many is not None

    def tell(self, place: str, error: SummariserError, words: str) -> None:
        """Say in these words what went wrong; among JSON, it is an object as well."""
        if self._as_json:
            typer.echo(_object(place, error))
        complain(words)

    def end_with(self, code: int) -> None:
        """Exit with at least this code."""
        self.exit_code = max(self.exit_code, code)

    def write(self, path: Path | None, labels: views.LabelLanguage | None = None) -> None:
        """The page of them all; what is not in it is told, with the place it is from."""
        if path is None or not self._summaries:
            return
        left_out = 0

        def tell(summary: topics.Summary, error: InternalError) -> None:
            nonlocal left_out
            left_out += 1
            both = zip(self._places, self._summaries, strict=True)
            complain(at(next(at for at, each in both if each is summary), error))

        page = sparing(partial(views.to_html, labels=labels), self._summaries, tell)
        try:
            path.write_text(page, encoding="utf-8")
        except OSError as error:
            complain(f"{path}: cannot be written: {error.strerror}")
            self.end_with(1)
            return
        if not self._quiet:
            complain(f"{path}: {len(self._summaries) - left_out} read")
        self.end_with(1 if left_out else 0)

    def _shown(self, summary: topics.Summary, place: str) -> str:
        if self._as_json:
            return summary.model_dump_json()
        width, colour = shutil.get_terminal_size((100, 24)).columns, in_colour()
        name = printable(place)
        if len(name) > width:  # its end says more
            name = f"…{name[1 - width :]}"
        name = typer.style(name, bold=True) if colour else name
        return f"{name}\n{views.to_text(summary, width=width, colour=colour)}"


def _object(place: str, error: SummariserError) -> str:
    told = {
        "error": type(error).__name__,
        "kind": getattr(error, "kind", None),
        "message": str(error),
        "place": place,
    }
    # The name of a file may be no UTF-8.
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()
