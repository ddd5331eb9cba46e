"""A bar on stderr for a long run: how far it is, how fast, what is spent, what failed.

It only looks on: a run neither waits for it nor fails because of it.
"""

from __future__ import annotations

import warnings
from contextlib import suppress
from typing import Any, Self

from ..errors import SummariserError
from ..schema import Usage


class Progress:
    """A bar of tqdm's, as a widget where there are widgets; nothing at all unless `show`.

    Args:
        show: whether there is a bar.
        total: how many results there will be, if that is known.
        usage: what to show as spent: someone else adds to it.

    >>> with Progress(False) as bar:
    ...     bar.add("a result")
    """

    def __init__(self, show: bool, total: int | None = None, usage: Usage | None = None) -> None:
        self._usage = usage
        self._failed = 0
        self._bar: Any = None
        with suppress(Exception):  # no stderr, or one that is closed: a run can do without a bar
            self._bar = _tqdm()(total=total, unit=" articles", dynamic_ncols=True) if show else None

    def add(self, result: object) -> None:
        """One more result, or error."""
        if self._bar is None:
            return
        self._failed += isinstance(getattr(result, "error", result), SummariserError)
        with suppress(Exception):
            self._bar.set_postfix_str(self._facts(), refresh=False)
            self._bar.update()

    def close(self) -> None:
        """Leave the bar as it is, and the cursor below it."""
        if self._bar is not None:
            with suppress(Exception):
                self._bar.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _facts(self) -> str:
        facts = []
        if self._usage is not None:
            tokens = (self._usage.input_tokens or 0) + (self._usage.output_tokens or 0)
            facts.append(f"{self._bar.format_sizeof(tokens)} tokens")
            if self._usage.cost is not None:
                facts.append(f"${self._usage.cost:.4f}")
        return ", ".join([*facts, f"{self._failed} failed"])


def _tqdm() -> type[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a notebook without widgets gets the bar of a terminal
        from tqdm.auto import tqdm  # type: ignore[import-untyped]  # ships no types

    # The thread that would look after slow bars is not needed: every update looks at the clock.
    return type("Bar", (tqdm,), {"monitor_interval": 0})
