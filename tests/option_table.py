"""The commands and their options as a page of the docs, from what ``--help`` is made of.

``python tests/option_table.py`` (``make option-table``) writes them between the markers of
docs/options.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main
from fault_table import between

from summariser.__main__ import app

PAGE = Path(__file__).parent.parent / "docs/options.md"
MARKERS = ("<!-- options: make option-table -->", "<!-- end of options -->")


def told(command: Any, context: Any) -> Iterator[str]:
    """What a command is for, what it takes, and the same of the commands within it."""
    if context.parent:
        yield f"## {context.command_path}"
    yield f"`{' '.join([context.command_path, *command.collect_usage_pieces(context)])}`"
    yield re.sub("--[a-z-]+", r"`\g<0>`", command.help)
    records = (param.get_help_record(context) for param in command.get_params(context))
    rows = [f"| `{_cell(names)}` | {_cell(what)} |" for names, what in filter(None, records)]
    yield "\n".join(["| argument, option | what it is for |", "|---|---|", *rows])
    for name in getattr(command, "commands", {}):
        inner = command.get_command(context, name)
        yield from told(inner, context.__class__(inner, info_name=name, parent=context))


def _cell(text: str) -> str:
    return text.replace("  [", " [").replace(" <", "` `<").replace("|", r"\|")


def on_page(text: str) -> str:
    """The page's text with the options as they should be."""
    command = typer.main.get_command(app)
    context = command.make_context("summariser", [], resilient_parsing=True)
    return between(MARKERS, "\n\n".join(told(command, context)), text)


if __name__ == "__main__":
    PAGE.write_text(on_page(PAGE.read_text("utf-8")), "utf-8")
