"""Those that `throughput` compares: each a way from an article's text to a checked answer.

The others are used as their own documentation shows them, with their default settings, and get the
library's schema as one writes it for them: the same fields and descriptions, no validators.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Literal

from pydantic import BaseModel, Field

Ask = Callable[[str], Awaitable[Any]]

Stage = Literal["implemented", "signed", "agreed", "announced", "planned", "proposed", "conditional",
                "postponed", "cancelled", "denied", "unspecified"]  # fmt: skip


class Money(BaseModel):
    """A sum the article states. Several different sums are several values; never add them up."""

    verbatim: str = Field(description="the few words exactly as the article writes them")
    amount: str | None = Field(
        pattern="^[0-9]{1,18}([.][0-9]{1,6})?$",
        description="in full, digits only: '2500000000'; null if no figure is given",
    )
    upper: str | None = Field(
        pattern="^[0-9]{1,18}([.][0-9]{1,6})?$",
        description="the upper end if a range is given, else null",
    )
    currency: str | None = Field(
        pattern="^[A-Z]{3}$", description="ISO 4217; null if the text names none"
    )
    qualifier: Literal[
        "exact", "approximately", "more_than", "at_least", "less_than", "up_to", "range"
    ] = Field(description="the hedge the text puts on the sum")
    per: Literal["total", "year", "month", "unit"]


class Party(BaseModel):
    """A side to an agreement."""

    verbatim: str = Field(description="the few words exactly as the article writes them")
    name: str | None = Field(
        description="dictionary form, in the article's language; null if unnamed"
    )
    role: Literal[
        "buyer",
        "supplier",
        "manufacturer",
        "investor",
        "lender",
        "partner",
        "operator",
        "host",
        "signatory",
        "other",
    ]
    country: str | None = Field(
        pattern="^[A-Z]{2}$", description="ISO 3166-1 alpha-2, only if the text says it"
    )


class Deliverable(BaseModel):
    """What is to be delivered, built or made."""

    verbatim: str = Field(description="the few words exactly as the article writes them")
    item: str
    quantity: str | None = Field(
        pattern="^[0-9]{1,18}([.][0-9]{1,6})?$", description="digits only; null if not stated"
    )
    unit: str | None


class Expert(BaseModel):
    """Who holds the position. Not named in the text: name is null, verbatim e.g. 'the analyst'."""

    verbatim: str = Field(description="the few words exactly as the article writes them")
    name: str | None = Field(
        description="dictionary form, in the article's language; null if unnamed"
    )
    role: str | None
    affiliation: str | None


class Summit(BaseModel):
    """The meeting the article is about."""

    verbatim: str = Field(description="the few words exactly as the article writes them")
    name: str | None = Field(
        description="dictionary form, in the article's language; null if unnamed"
    )
    place: str | None
    date: str | None = Field(
        description="ISO 8601, only if the text states when it was held; else null"
    )


class Outcome(BaseModel):
    """A result of the meeting. A total over several deals is an outcome of kind 'total'."""

    evidence: list[int] = Field(
        min_length=1, description="numbers of all sentences it rests on, e.g. [12]"
    )
    text: str = Field(description="one sentence of your own")
    kind: Literal[
        "agreement",
        "declaration",
        "commitment",
        "total",
        "institution",
        "follow_up",
        "priority",
        "disagreement",
        "other",
    ]
    status: Stage = Field(description="the strongest stage the text itself states")
    parties: list[Party]
    values: list[Money]


class Deal(BaseModel):
    """A transaction between named or unnamed sides, also one denied or cancelled."""

    evidence: list[int] = Field(
        min_length=1, description="numbers of all sentences it rests on, e.g. [12]"
    )
    text: str = Field(description="one sentence of your own")
    instrument: Literal[
        "contract",
        "agreement",
        "framework",
        "memorandum",
        "letter_of_intent",
        "partnership",
        "unspecified",
    ]
    status: Stage = Field(description="the strongest stage the text itself states")
    parties: list[Party]
    values: list[Money]
    deliverables: list[Deliverable]
    period: str | None = Field(description="the term, exactly as the article writes it")
    location: str | None
    sector: str | None


class ExpertPosition(BaseModel):
    """What one expert claims: one proposition. The author's own view is no expert position."""

    evidence: list[int] = Field(
        min_length=1, description="numbers of all sentences it rests on, e.g. [12]"
    )
    text: str = Field(description="one sentence of your own")
    quotation: Literal["direct", "indirect"] = Field(
        description="direct: the cited sentences hold the words in quotation marks"
    )
    expert: Expert
    target: str | None = Field(description="what the position is about")
    stance: Literal["supportive", "critical", "neutral", "mixed"]
    certainty: Literal["certain", "probable", "possible", "hypothetical"]


class SummitSummary(BaseModel):
    """Outcomes, deals and expert positions that an article reports about a summit."""

    summit: Summit | None
    overview: str = Field(description="two or three sentences")
    outcomes: list[Outcome]
    deals: list[Deal]
    positions: list[ExpertPosition]


def _messages(text: str) -> Any:
    return [{"role": "user", "content": text}]


def raw(address: str, schema: dict[str, Any]) -> Ask:
    """The SDK's own create, with all that can be made once made once."""
    import openai

    client = openai.AsyncOpenAI(base_url=address, api_key="none")
    named = {"name": "SummitSummary", "schema": schema, "strict": True}
    form: Any = {"type": "json_schema", "json_schema": named}

    async def ask(text: str) -> SummitSummary:
        answer = await client.chat.completions.create(
            model="m", messages=_messages(text), response_format=form
        )
        return SummitSummary.model_validate_json(answer.choices[0].message.content or "")

    return ask


def parse(address: str, _: dict[str, Any]) -> Ask:
    import openai

    client = openai.AsyncOpenAI(base_url=address, api_key="none")

    async def ask(text: str) -> SummitSummary | None:
        answer = await client.chat.completions.parse(
            model="m", messages=_messages(text), response_format=SummitSummary
        )
        return answer.choices[0].message.parsed

    return ask


def instructor(mode: str) -> Callable[[str, dict[str, Any]], Ask]:
    def prepare(address: str, _: dict[str, Any]) -> Ask:
        import instructor
        import openai

        client: Any = instructor.from_openai(
            openai.AsyncOpenAI(base_url=address, api_key="none"), mode=instructor.Mode[mode]
        )
        return lambda text: client.create(
            model="m", response_model=SummitSummary, messages=_messages(text)
        )

    return prepare


def library(address: str, _: dict[str, Any]) -> Ask:
    from summariser import Summariser

    return Summariser(model="m", base_url=address, api_key="none").asummarise


CONTESTANTS: dict[str, Callable[[str, dict[str, Any]], Ask]] = {
    "openai create": raw,
    "openai parse": parse,
    "instructor JSON_SCHEMA": instructor("JSON_SCHEMA"),
    "instructor TOOLS": instructor("TOOLS"),
    "summariser": library,
}
