"""The command line; ``summariser --help`` lists the commands."""

from __future__ import annotations

import os
import shutil
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from .commands import config
from .commands.batch import batch
from .commands.check import Command, check
from .commands.doctor import doctor
from .commands.export import export
from .commands.forget import forget
from .commands.new_topic import new_topic
from .commands.options import complain
from .commands.read import read
from .commands.run import run
from .commands.scan import scan
from .errors import InternalError, SummariserError


class _Commands(TyperGroup):
    """The commands, which know most of what can go wrong; the rest ends in a line here as well."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # typer ends without a word
        except SummariserError as error:
            told = str(error)
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            told = f"{place}{error.strerror or error}"
        except Exception as error:  # whatever it is becomes one of ours
            if isinstance(error, typer.Abort) or hasattr(error, "exit_code"):
                raise  # typer's own, as for a wrong option
            told = str(InternalError.of(error))
        complain(told)
        raise typer.Exit(1)


def _columns() -> int:
    return shutil.get_terminal_size().columns


def _has_room_for_boxes() -> bool:
    return _columns() >= 80 and os.environ.get("TERM") != "dumb"


app = typer.Typer(
    cls=_Commands,
    # Without boxes a page of help is never narrower than 50, unless it is told the width.
    context_settings={
        "help_option_names": ["-h", "--help"],
        "terminal_width": None if _has_room_for_boxes() else _columns(),
    },
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    # Paragraphs are filled; what is narrow has no room for boxes, in which words are cut off.
    rich_markup_mode="markdown" if _has_room_for_boxes() else None,
)


def _version(wanted: bool) -> None:
    if wanted:
        from .version import __version__  # which takes a while to look up

        typer.echo(f"summariser {__version__}")
        raise typer.Exit


@app.callback()
def _summariser(
    ctx: typer.Context,
    _: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show it, and exit."),
    ] = False,
) -> None:
    """Facts one can check, from news about a summit."""
    ctx.default_map = config.defaults(ctx)


app.command()(scan)
app.command()(read)
app.command()(run)
app.command(cls=Command)(check)
app.command()(export)
app.command()(new_topic)
app.command()(forget)
app.command()(doctor)
app.add_typer(batch, name="batch")

if __name__ == "__main__":
    app()
