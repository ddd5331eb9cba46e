"""What was read with another prompt or model is told and agreed to before it is paid for again."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .. import article as articles
from .. import llm, runs
from .. import store as stores
from .options import complain

if TYPE_CHECKING:
    from ..pipeline import Summariser
    from ..schema import Usage

_ALL = Decimal(1)

Yes = Annotated[
    bool, typer.Option("--yes", help="Ask anew what was read with another prompt or model.")
]


def agree_on_asking_anew(
    summariser: Summariser[Any],
    kept: stores.Store,
    inputs: Sequence[str],
    yes: bool,
    *,
    retry_failed: bool = False,
    share: Decimal = _ALL,
) -> None:
    """Ends the command unless there is nothing to pay for again, or somebody wants it."""
    is_anew = tell_what_is_asked_anew(
        summariser, kept, inputs, retry_failed=retry_failed, share=share
    )
    if not is_anew or yes:
        return
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        complain("nothing was asked: give --yes to ask anew, or the earlier prompt, model, setting")
    elif typer.confirm("ask anew?", err=True):
        return
    raise typer.Exit(2)


def tell_what_is_asked_anew(
    summariser: Summariser[Any],
    kept: stores.Store,
    inputs: Sequence[str],
    *,
    retry_failed: bool = False,
    share: Decimal = _ALL,
) -> bool:
    """Say what it will take to read again what was read with another prompt or model, if any.

    Args:
        summariser: who will ask.
        kept: where it was kept.
        inputs: what will be read: nothing else of the store is asked about.
        retry_failed: whether what failed will be asked about, too.
        share: of the usual price: a batch takes half of it.
    """
    anew = [*summariser.anew(kept, retry_failed=retry_failed)]
    if not anew:
        return False  # as always but after a change: no input is read twice for nothing
    if all(Path(place).is_file() or Path(place).is_dir() for place in inputs):
        names = {each.name for each in articles.read_inputs(inputs) if each.article}
        anew = [each for each in anew if each.name in names]
        among = f"{len(names)} articles"
    else:  # a pipe tells its articles only once
        among = f"{kept.counts().inputs} articles in the store"
    if anew:
        complain(
            f"{len(anew)} of {among} {'was' if len(anew) == 1 else 'were'} read with another "
            f"prompt, model or setting ({_how(anew)}): {_price(anew, summariser.client, share)}"
        )
    return bool(anew)


def _how(anew: Sequence[runs.Anew]) -> str:
    ways = Counter(
        f"{each.provenance.prompt} of {each.provenance.model}" for each in anew if each.provenance
    )
    return ", ".join(way for way, _ in ways.most_common(3)) or "they do not say which"


def _price(anew: Sequence[runs.Anew], client: llm.Client, share: Decimal) -> str:
    """What asking anew will take, as far as reading the same articles has told."""
    told = [each.usage for each in anew if tokens_of(each.usage) is not None]
    if not told:
        return "how many tokens asking anew will take is not known, as none were recorded"
    costs = [client.price(usage) for usage in told]
    known = [cost for cost in costs if cost is not None]
    dollars = f", about ${share * sum(known, Decimal(0)):.2f}" if len(known) == len(costs) else ""
    silent = len(anew) - len(told)
    without = f", and what {silent} more take{'s' * (silent == 1)}, which recorded none"
    tokens = sum(tokens_of(usage) or 0 for usage in told)
    return f"asking anew will take about {tokens:,} tokens{dollars}{without if silent else ''}"


def tokens_of(usage: Usage) -> int | None:
    """All of them; None if that is not known."""
    if usage.input_tokens is None or usage.output_tokens is None:
        return None
    return usage.input_tokens + usage.output_tokens
