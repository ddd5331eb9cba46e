"""What pages share: templates, what these say of verdicts, and how many a filter shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from ..schema import Verdict
from .cards import MARKS, not_read
from .labels import LabelLanguage, is_label, labelled

if TYPE_CHECKING:
    from jinja2.environment import TemplateModule
    from jinja2.sandbox import SandboxedEnvironment

MEANINGS: dict[Verdict, str] = {
    "exact": "stands there to the letter",
    "normalised": "stands there but for typography",
    "computed": "follows from what stands there: 2.5 billion is 2,500,000,000",
    "unchecked": "could not be compared: look for yourself",
    "elsewhere": "stands in the article, but not in a cited sentence",
    "absent": "stands nowhere in the article",
    "contradicted": "the cited text says otherwise",
}
"""What each verdict tells a reader."""
SORTING = (
    "Sorted by sum, the largest of each currency first: sums in different currencies, or of a year "
    "and in total, are not compared, and nothing is converted. A fact of several sums goes by the "
    "largest in the currency of its first."
)
"""What the order of facts says, and what it does not."""


def render(template: str, macro: str, labels: LabelLanguage, **values: Any) -> str:
    """What a macro of a template beside this file makes of these, with labels in this language."""
    html = getattr(_template(template, labels), macro)(**values)
    # Jinja's own kind of string would escape what a caller adds to it.
    return str(html)


@lru_cache
def _template(name: str, labels: LabelLanguage) -> TemplateModule:
    return _environment(labels).get_template(name).module


@lru_cache
def _environment(labels: LabelLanguage) -> SandboxedEnvironment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        marks=MARKS,
        meanings=MEANINGS,
        sorting=SORTING,
        not_read=not_read,
        labels=labels,
        label=labelled(labels),
        is_label=is_label,
    )
    return environment


class _Filtered(Protocol):
    """What filters show or hide, by the numbers of its kind and of its verdict."""

    kind: int
    verdict: int


def counted(shown: Iterable[_Filtered]) -> dict[tuple[int, int], int]:
    """How many there are of each kind with each verdict."""
    return dict(sorted(Counter((each.kind, each.verdict) for each in shown).items()))


def sizes_of(*counts: dict[tuple[int, int], int]) -> tuple[int, ...]:
    return tuple(sorted({number for each in counts for number in each.values()}))
