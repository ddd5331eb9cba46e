"""What the readers here have in common: cases come in as JSON, what a user is shown goes out."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable
from typing import Any

Case = dict[str, Any]
Shown = dict[str, Any]


def item(fact: dict[str, Any], *flags: str) -> dict[str, Any]:
    """An item that the user gets: ``flags`` is what the library says against it, if anything."""
    return {"number": fact["number"], "flags": flags, "fact": fact}


def run(read: Callable[[Case], Shown]) -> None:
    """Read all cases; an exception is what the user gets instead of a result.

    What the user gets: ``items``, those ``refused`` with the reason, or an ``error``.
    """
    shown: list[Shown] = []
    with contextlib.redirect_stdout(sys.stderr):  # some log to it
        for case in json.load(sys.stdin):
            try:
                shown.append({"items": [], "refused": [], "error": None} | read(case))
            except ImportError:
                raise  # says nothing of the reply
            except Exception as error:  # noqa: BLE001  # whatever comes out is what is reported
                shown.append({"items": [], "refused": [], "error": _words(error)})
    json.dump(shown, sys.stdout, ensure_ascii=False)


def _words(error: BaseException) -> str:
    """An error and what it came from, as a traceback shows both."""
    words = f"{type(error).__name__}: {' '.join(str(error).split())}"
    return f"{words} < {_words(error.__cause__)}" if error.__cause__ else words
