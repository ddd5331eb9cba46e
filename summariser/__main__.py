"""The command line; ``summariser --help`` lists the commands."""

from __future__ import annotations

import typer

from .commands.batch import batch
from .commands.check import Command, check
from .commands.export import export
from .commands.forget import forget
from .commands.new_topic import new_topic
from .commands.read import read
from .commands.run import run
from .commands.scan import scan

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",  # paragraphs are filled
    help="Facts one can check, from news about a summit.",
)
app.command()(scan)
app.command()(read)
app.command()(run)
app.command(cls=Command)(check)
app.command()(export)
app.command()(new_topic)
app.command()(forget)
app.add_typer(batch, name="batch")

if __name__ == "__main__":
    app()
