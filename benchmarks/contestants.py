"""Those that `throughput` compares: each a way from an article's text to a checked answer.

The others are used as their own documentation shows them, with their default settings, and get the
library's schema as one writes it for them: the same fields and descriptions, no validators.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, Literal

from pydantic import BaseModel, Field

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


# --- the contestants: each reads so many articles, so many at once ---------------------------

Many = Callable[[Iterator[str], int], Awaitable[None]]


def _each(ask: Callable[[str], Awaitable[object]]) -> Many:
    """The usual way to have several requests under way: as many tasks, each one after another."""

    async def one_after_another(texts: Iterator[str]) -> None:
        for text in texts:
            await ask(text)

    async def many(texts: Iterator[str], at_once: int) -> None:
        await asyncio.gather(*(one_after_another(texts) for _ in range(at_once)))

    return many


def _messages(text: str) -> Any:
    return [{"role": "user", "content": text}]


def create(address: str, schema: dict[str, Any]) -> Many:
    """The SDK's own `create`, with all that can be made once made once."""
    import openai

    client = openai.AsyncOpenAI(base_url=address, api_key="none")
    named = {"name": "SummitSummary", "schema": schema, "strict": True}
    form: Any = {"type": "json_schema", "json_schema": named}

    async def ask(text: str) -> SummitSummary:
        answer = await client.chat.completions.create(
            model="m", messages=_messages(text), response_format=form
        )
        return SummitSummary.model_validate_json(answer.choices[0].message.content or "")

    return _each(ask)


def parse(address: str, _: dict[str, Any]) -> Many:
    """The SDK's `parse`, which makes the schema and reads the answer."""
    import openai

    client = openai.AsyncOpenAI(base_url=address, api_key="none")

    async def ask(text: str) -> SummitSummary | None:
        answer = await client.chat.completions.parse(
            model="m", messages=_messages(text), response_format=SummitSummary
        )
        return answer.choices[0].message.parsed

    return _each(ask)


def instructor(mode: str) -> Callable[[str, dict[str, Any]], Many]:
    """Plain instructor in one of its modes, without a prompt of its own."""

    def prepare(address: str, _: dict[str, Any]) -> Many:
        import instructor
        import openai

        client: Any = instructor.from_openai(
            openai.AsyncOpenAI(base_url=address, api_key="none"), mode=instructor.Mode[mode]
        )
        return _each(
            lambda text: client.create(
                model="m", response_model=SummitSummary, messages=_messages(text)
            )
        )

    return prepare


def library(address: str, _: dict[str, Any]) -> Many:
    """What this project is: a full prompt, and every item verified."""
    from summariser import Summariser, SummariserError

    summariser = Summariser(model="m", base_url=address, api_key="none")

    async def many(texts: Iterator[str], at_once: int) -> None:
        async for summary in summariser.astream(texts, concurrency=at_once):
            if isinstance(summary, SummariserError):
                raise summary

    return many


CONTESTANTS: dict[str, Callable[[str, dict[str, Any]], Many]] = {
    "openai create": create,
    "openai parse": parse,
    "instructor JSON_SCHEMA": instructor("JSON_SCHEMA"),
    "instructor TOOLS": instructor("TOOLS"),
    "summariser": library,
}
