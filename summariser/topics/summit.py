"""Summits: what was agreed, which deals were made, and what experts think of it.

>>> SummitSummary.wire_schema()["required"]
['summit', 'overview', 'outcomes', 'deals', 'positions']
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field
from typing_extensions import TypeVar

from .. import views
from ..schema import (
    Country,
    Deliverable,
    Grounded,
    Item,
    Money,
    Named,
    Prose,
    Quoted,
    Stage,
    Stance,
    SummaryData,
    Verbatim,
)
from .summary import Summary

if TYPE_CHECKING:
    import pandas

Status = Annotated[
    Literal[
        "implemented", "signed", "agreed", "announced", "planned", "proposed",
        "conditional", "postponed", "cancelled", "denied", "unspecified",
    ],
    Field(description="the strongest stage the text itself states"),
    Stage(called_off=("denied", "cancelled")),
]  # fmt: skip


class Party(Named):
    """A side to an agreement."""

    role: Literal[
        "buyer", "supplier", "manufacturer", "investor", "lender",
        "partner", "operator", "host", "signatory", "other",
    ]  # fmt: skip
    country: Annotated[
        Country | None, Field(description="ISO 3166-1 alpha-2, only if the text says it")
    ] = None


class Expert(Named):
    """Who holds the position. Not named in the text: name is null, verbatim e.g. 'the analyst'."""

    role: str | None = None
    affiliation: str | None = None


class Summit(Item, Named):
    """The meeting the article is about."""

    place: str | None = None
    date: Annotated[
        str | None,
        Field(description="ISO 8601, only if the text states when it was held; else null"),
    ] = None


class Outcome(Grounded):
    """A result of the meeting. A total over several deals is an outcome of kind 'total'."""

    kind: Literal[
        "agreement", "declaration", "commitment", "total", "institution",
        "follow_up", "priority", "disagreement", "other",
    ]  # fmt: skip
    status: Status
    parties: list[Party] = []
    values: list[Money] = []


class Deal(Grounded):
    """A transaction between named or unnamed sides, also one denied or cancelled."""

    instrument: Literal[
        "contract", "agreement", "framework", "memorandum",
        "letter_of_intent", "partnership", "unspecified",
    ]  # fmt: skip
    status: Status
    parties: list[Party] = []
    values: list[Money] = []
    deliverables: list[Deliverable] = []
    period: Annotated[
        Verbatim | None, Field(description="the term, exactly as the article writes it")
    ] = None
    location: str | None = None
    sector: str | None = None


class ExpertPosition(Quoted):
    """What one expert claims: one proposition. The author's own view is no expert position."""

    expert: Expert
    target: Annotated[str | None, Field(description="what the position is about")] = None
    stance: Annotated[
        Literal["supportive", "critical", "neutral", "mixed"],
        Stance(opposed=("supportive", "critical")),
    ]
    certainty: Literal["certain", "probable", "possible", "hypothetical"]


class SummitSummary(Summary):
    """Outcomes, deals and expert positions that an article reports about a summit."""

    default_prompt: ClassVar[str] = "summit.v1"

    summit: Summit | None = None
    overview: Annotated[Prose, Field(description="two or three sentences")]
    outcomes: list[Outcome]
    deals: list[Deal]
    positions: list[ExpertPosition]


S = TypeVar("S", bound=SummaryData, default=SummitSummary)


# Of a table or a file without a summary nobody can tell the topic: here it is this one.


def to_frame(
    summaries: SummaryData | Iterable[SummaryData],
    field: str,
    *,
    amounts: views.Amounts = "decimal",
    explode: str | None = None,
) -> pandas.DataFrame:
    """As `views.to_frame`, where no summaries make a table with the columns of this topic."""
    return views.to_frame(summaries, field, amounts=amounts, explode=explode, schema=SummitSummary)


def to_csv(
    summaries: SummaryData | Iterable[SummaryData],
    field: str,
    *,
    amounts: views.Amounts = "decimal",
    explode: str | None = None,
    delimiter: Literal[",", ";", "\t"] = ",",
) -> str:
    """As `views.to_csv`, where no summaries make a table with the columns of this topic."""
    return views.to_csv(
        summaries,
        field,
        amounts=amounts,
        explode=explode,
        delimiter=delimiter,
        schema=SummitSummary,
    )


def from_jsonl(
    lines: str | Path | Iterable[str],
    schema: type[S] = SummitSummary,  # type: ignore[assignment]  # the TypeVar's own default
) -> list[S]:
    """As `views.from_jsonl`, of this topic unless another is given."""
    return views.from_jsonl(lines, schema)
