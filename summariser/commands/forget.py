"""``summariser forget``: articles that are to be kept no longer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .. import store as stores
from ..errors import SummariserError
from .options import complain, standing


def forget(
    store: Annotated[Path, typer.Argument(help="The store that `run` wrote.")],
    names: Annotated[
        list[str],
        typer.Argument(metavar="NAME...", help="Ids or paths of articles, as a table shows them."),
    ],
) -> None:
    """Erase articles from a store, with their summaries, drafts, failures and rows of batches.

    An article that has other names, too, is gone under all of them, and so are earlier versions
    that a later run replaced; their bytes are overwritten.  What was exported, recorded or sent to
    a provider before is elsewhere, and stays there.

    Exit code 0: they are gone; 1: nothing was erased, for the reason it tells.
    """
    try:
        with stores.Store(store, create=False) as kept:
            erased = kept.forget(names)
            complain(f"{store}: {erased} erased; {standing(kept)}")
    except SummariserError as error:
        complain(str(error))
        raise typer.Exit(1) from None
