"""``summariser new-topic``: the files of a topic of one's own."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from .. import topics
from ..errors import SettingError
from .options import complain


def new_topic(
    name: Annotated[str, typer.Argument(help="What to look for, in the plural: sanctions.")],
    folder: Annotated[Path, typer.Option(help="Where to write the files.")] = Path(),
) -> None:
    """Write a topic to begin with: a class, its prompt, and a test that asks nobody.

    Exit code 0: the files are there; 1: nothing was overwritten, or written.
    """
    try:
        files = topics.new_topic(name, folder)
    except (SettingError, OSError) as error:
        complain(str(error))
        raise typer.Exit(1) from None
    module, system, _, test = files
    complain(f"{module}: say what to look for\n{system}: say how it is to be asked for")
    complain(f"{test}: pytest {shlex.quote(str(test))}")
    where = "then" if folder == Path() else f"then, in {folder}"
    schema = f"{name}:{topics.class_name(name)}"
    complain(f"{where}: summariser read FILE --schema {schema} --prompts prompts")
