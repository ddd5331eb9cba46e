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
    Affiliation,
    Cited,
    Country,
    Date,
    Deliverable,
    Grounded,
    Instrument,
    Money,
    Named,
    Place,
    Prose,
    Quoted,
    Role,
    RoleInWords,
    Stage,
    Stance,
    SummaryData,
    Verbatim,
)
from .summary import Summary

if TYPE_CHECKING:
    import pandas

STATUS = Stage(
    ahead=("under_discussion", "proposed", "offered", "planned", "announced", "conditional"),
    said="announced",
    conditions=("conditional",),
    reached=("agreed", "approved", "signed", "implemented"),
    stopped=("postponed", "cancelled", "turned_down", "denied"),
    called_off=("denied", "cancelled", "turned_down"),
)
"""How far something has come: what lies ahead, what is reached, and what stopped."""

Status = Annotated[
    Literal[
        "implemented", "signed", "approved", "agreed", "announced", "planned", "offered",
        "proposed", "under_discussion", "conditional", "postponed", "cancelled", "turned_down",
        "denied", "unspecified",
    ],
    Field(description="furthest stage the text states; condition, delay or refusal before it"),
    STATUS,
]  # fmt: skip


class Party(Named):
    """A side to it."""

    role: Annotated[
        Literal[
            "buyer", "seller", "supplier", "manufacturer", "investor", "lender", "borrower",
            "guarantor", "recipient", "beneficiary", "partner", "operator", "host", "government",
            "regulator", "signatory", "other", "unspecified",
        ],
        Role(),
    ]  # fmt: skip
    country: Annotated[
        Country | None, Field(description="ISO 3166-1 alpha-2 or EU, only if the text says it")
    ] = None


class Expert(Named):
    """Who speaks."""

    verbatim: Verbatim | None = None  # type: ignore[assignment]  # nobody need be named
    standing: Annotated[
        Literal[
            "expert", "official", "executive", "organisation", "participant", "witness", "unknown"
        ],
        Role(),
    ] = "unknown"
    role: Annotated[str | None, RoleInWords()] = None
    affiliation: Annotated[str | None, Affiliation()] = None


class Summit(Cited, Named):
    """The meeting the article is about."""

    place: Annotated[str | None, Place()] = None
    date: Annotated[
        Date | None, Field(description="2025-10-12; --10-12 if the text has no year")
    ] = None


class Outcome(Grounded):
    """What was decided or done."""

    kind: Literal[
        "agreement", "decision", "declaration", "commitment", "total", "institution",
        "follow_up", "priority", "disagreement", "other",
    ]  # fmt: skip
    status: Status
    parties: list[Party] = []
    values: list[Money] = []
    quantities: list[Deliverable] = []
    place: Annotated[str | None, Place()] = None


class Deal(Grounded):
    """A transaction; also one that failed."""

    instrument: Annotated[
        Literal[
            "contract", "agreement", "framework", "memorandum",
            "letter_of_intent", "partnership", "unspecified",
        ],
        Instrument(general=("agreement", "partnership")),
    ]  # fmt: skip
    status: Status
    parties: list[Party] = []
    values: list[Money] = []
    deliverables: list[Deliverable] = []
    period: Annotated[Verbatim | None, Field(description="its term, as written")] = None
    place: Annotated[str | None, Place()] = None
    sector: str | None = None


class ExpertPosition(Quoted):
    """One proposition of one speaker."""

    expert: Expert
    act: Literal["claim", "forecast", "recommendation", "demand"]
    target: Annotated[str | None, Field(description="what it is about")] = None
    stance: Annotated[
        Literal["supportive", "critical", "neutral", "mixed", "unclear"],
        Stance(opposed=("supportive", "critical")),
    ]
    certainty: Literal["certain", "probable", "possible", "hypothetical"]
    values: list[Money] = []


class SummitSummary(Summary):
    """What an article reports about a summit."""

    default_prompt: ClassVar[str] = "summit.v2"

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
