"""Those that `throughput` compares, and the process that each of them has.

The others are used as their own documentation shows them, with their default settings, and are asked
for the same: the same fields and descriptions, written as one writes them for them, without
validators. They send the article alone, without instructions.

    python contestants.py NAME ARTICLES ADDRESS    # reads orders from standard input
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
import warnings
from collections.abc import Awaitable, Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, Field

Stage = Literal["implemented", "signed", "approved", "agreed", "announced", "planned", "offered",
                "proposed", "under_discussion", "conditional", "postponed", "cancelled", "turned_down",
                "denied", "unspecified"]  # fmt: skip
Hedge = Literal[
    "exact", "approximately", "more_than", "at_least", "less_than", "up_to", "range", "vague"
]

# What several fields have in common, written once.
EVIDENCE: Any = Field(min_length=1)
TEXT: Any = Field(description="one sentence of your own")
STATUS: Any = Field(
    description="furthest stage the text states; condition, delay or refusal before it"
)
FIGURE = "^[0-9]{1,18}([.][0-9]{1,6})?$"


class Money(BaseModel):
    """A sum the article states."""

    verbatim: str
    amount: str | None = Field(pattern=FIGURE)
    upper: str | None = Field(pattern=FIGURE)
    currency: str | None = Field(pattern="^[A-Z]{3}$")
    qualifier: Hedge
    per: Literal["total", "year", "month", "unit"]


class Party(BaseModel):
    """A side to it."""

    verbatim: str
    name: str | None
    role: Literal["buyer", "seller", "supplier", "manufacturer", "investor", "lender", "borrower",
                  "guarantor", "recipient", "beneficiary", "partner", "operator", "host",
                  "government", "regulator", "signatory", "other", "unspecified"]  # fmt: skip
    country: str | None = Field(
        pattern="^[A-Z]{2}$", description="ISO 3166-1 alpha-2 or EU, only if the text says it"
    )


class Deliverable(BaseModel):
    """What is delivered, built, made or counted."""

    verbatim: str
    item: str
    quantity: str | None = Field(pattern=FIGURE)
    qualifier: Hedge
    unit: str | None = Field(description="null for pieces")
    capacity: str | None = Field(description="size of one, as written")


class Expert(BaseModel):
    """Who speaks."""

    verbatim: str | None
    name: str | None
    standing: Literal[
        "expert", "official", "executive", "organisation", "participant", "witness", "unknown"
    ]
    role: str | None
    affiliation: str | None


class Summit(BaseModel):
    """The meeting the article is about."""

    verbatim: str
    name: str | None
    evidence: list[int] = EVIDENCE
    place: str | None
    date: str | None = Field(
        pattern="^([0-9]{4}|-)(-[0-9]{2}){1,2}$",
        description="2025-10-12; --10-12 if the text has no year",
    )


class Outcome(BaseModel):
    """What was decided or done."""

    evidence: list[int] = EVIDENCE
    text: str = TEXT
    kind: Literal["agreement", "decision", "declaration", "commitment", "total", "institution",
                  "follow_up", "priority", "disagreement", "other"]  # fmt: skip
    status: Stage = STATUS
    parties: list[Party]
    values: list[Money]
    quantities: list[Deliverable]
    place: str | None


class Deal(BaseModel):
    """A transaction; also one that failed."""

    evidence: list[int] = EVIDENCE
    text: str = TEXT
    instrument: Literal["contract", "agreement", "framework", "memorandum", "letter_of_intent",
                        "partnership", "unspecified"]  # fmt: skip
    status: Stage = STATUS
    parties: list[Party]
    values: list[Money]
    deliverables: list[Deliverable]
    period: str | None = Field(description="its term, as written")
    place: str | None
    sector: str | None


class ExpertPosition(BaseModel):
    """One proposition of one speaker."""

    evidence: list[int] = EVIDENCE
    text: str = TEXT
    attribution: list[int] = Field(description="numbers of the sentences that say who speaks")
    expert: Expert
    act: Literal["claim", "forecast", "recommendation", "demand"]
    target: str | None = Field(description="what it is about")
    stance: Literal["supportive", "critical", "neutral", "mixed", "unclear"]
    certainty: Literal["certain", "probable", "possible", "hypothetical"]
    values: list[Money]


class SummitSummary(BaseModel):
    """What an article reports about a summit."""

    summit: Summit | None
    overview: str = Field(description="two or three sentences")
    outcomes: list[Outcome]
    deals: list[Deal]
    positions: list[ExpertPosition]


# --- the contestants: each reads so many articles, so many at once ---------------------------


class Given(NamedTuple):
    """An article: its text, and its number in a sentence, by which the server knows it."""

    text: str
    sheet: str

    @property
    def whole(self) -> str:
        return f"{self.text}\n\n{self.sheet}"


Many = Callable[[Iterator[Given], int], Awaitable[None]]


def _each(ask: Callable[[str], Awaitable[object]]) -> Many:
    """The usual way to have several requests under way: as many tasks, each one after another."""

    async def one_after_another(articles: Iterator[Given]) -> None:
        for article in articles:
            await ask(article.whole)

    async def many(articles: Iterator[Given], at_once: int) -> None:
        await asyncio.gather(*(one_after_another(articles) for _ in range(at_once)))

    return many


def _messages(text: str) -> Any:
    return [{"role": "user", "content": text}]


def create(address: str) -> Many:
    """The SDK's own `create`, with all that can be made once made once."""
    import openai
    from openai.lib._pydantic import to_strict_json_schema

    client = openai.AsyncOpenAI(base_url=f"{address}/json/v1", api_key="none")
    schema = to_strict_json_schema(SummitSummary)
    named = {"name": "SummitSummary", "schema": schema, "strict": True}
    form: Any = {"type": "json_schema", "json_schema": named}

    async def ask(text: str) -> SummitSummary:
        answer = await client.chat.completions.create(
            model="m", messages=_messages(text), response_format=form
        )
        return SummitSummary.model_validate_json(answer.choices[0].message.content or "")

    return _each(ask)


def parse(address: str) -> Many:
    """The SDK's `parse`, which makes the schema and reads the answer."""
    import openai

    client = openai.AsyncOpenAI(base_url=f"{address}/json/v1", api_key="none")

    async def ask(text: str) -> SummitSummary | None:
        answer = await client.chat.completions.parse(
            model="m", messages=_messages(text), response_format=SummitSummary
        )
        return answer.choices[0].message.parsed

    return _each(ask)


def instructor(address: str, form: str = "tools", **mode: Any) -> Many:
    """Plain instructor, in the mode that it has by default, TOOLS."""
    import instructor
    import openai

    client: Any = instructor.from_openai(
        openai.AsyncOpenAI(base_url=f"{address}/{form}/v1", api_key="none"), **mode
    )
    return _each(
        lambda text: client.create(
            model="m", response_model=SummitSummary, messages=_messages(text)
        )
    )


def instructor_json_schema(address: str) -> Many:
    """The same in the mode that this library uses."""
    from instructor import Mode

    return instructor(address, "json", mode=Mode.JSON_SCHEMA)


def langextract(address: str) -> Many:
    """langextract: passages with attributes, found again in the article; several requests for each.

    Its README's way for many documents and an endpoint like OpenAI's: chunks of 1,000 characters, an
    example, `batch_length` as large as `max_workers`. It has no asynchronous form: a thread runs it.
    """
    import langextract as lx
    from langextract.factory import ModelConfig

    warnings.simplefilter("ignore", UserWarning)  # "schema constraints are still applied"
    words = "They cost $3 million, said Ida Holm."
    known = {"text": "The cranes cost $3 million.", "status": "signed", "values": "$3 million"}
    example = lx.data.ExampleData(
        text=f"Norvik signed for two cranes on Monday. {words}",
        extractions=[lx.data.Extraction("deal", words, attributes=known)],
    )
    provider = {"api_key": "none", "base_url": f"{address}/passages/v1"}

    def read(articles: Iterator[Given], at_once: int) -> None:
        documents = (
            lx.data.Document(each.text, additional_context=each.sheet) for each in articles
        )
        found = lx.extract(
            text_or_documents=documents,
            prompt_description="Extract outcomes, deals and positions in order of appearance. Use "
            "exact text for extractions. Do not paraphrase or overlap entities.",
            examples=[example],
            config=ModelConfig(model_id="gpt-4o", provider="openai", provider_kwargs=provider),
            batch_length=at_once,
            max_workers=at_once,
            show_progress=False,
        )
        assert all(each.extractions for each in found)

    async def many(articles: Iterator[Given], at_once: int) -> None:
        await asyncio.to_thread(read, articles, at_once)

    return many


def library(address: str) -> Many:
    """What this project is: a full prompt, and every item verified."""
    from summariser import Summariser, SummariserError

    summariser = Summariser(model="m", base_url=f"{address}/json/v1", api_key="none")

    async def many(articles: Iterator[Given], at_once: int) -> None:
        texts = (each.whole for each in articles)
        async for summary in summariser.astream(texts, concurrency=at_once):
            if isinstance(summary, SummariserError):
                raise summary

    return many


def tuned(address: str) -> Many:
    """The library in a process that collects garbage as `summariser run` does."""
    from summariser.runs import Collector

    collector = Collector()
    plain = library(address)

    async def many(articles: Iterator[Given], at_once: int) -> None:
        await plain(_told(articles, collector.add), at_once)

    return many


def _told(articles: Iterator[Given], tell: Callable[[], None]) -> Iterator[Given]:
    for article in articles:
        yield article
        tell()


CREATE, PARSE, TOOLS = "openai create", "openai parse", "instructor TOOLS"
LANGEXTRACT, OURS, TUNED, BEFORE = "langextract", "summariser", "summariser, tuned", "summariser before"  # fmt: skip
CONTESTANTS: dict[str, Callable[[str], Many]] = {
    CREATE: create,
    PARSE: parse,
    TOOLS: instructor,
    "instructor JSON_SCHEMA": instructor_json_schema,
    LANGEXTRACT: langextract,
    OURS: library,
    TUNED: tuned,
    BEFORE: library,
}


# --- a contestant's process ------------------------------------------------------------------

BEAT = 0.01  # seconds


class Heartbeat:
    """How long the loops of this process keep others waiting: each is to call us every 10 ms.

    Any loop that runs anywhere in the process is measured, be it the one that the contestant is
    called in or one of its own.
    """

    def __init__(self) -> None:
        self.longest = 0.0
        run_forever = asyncio.BaseEventLoop.run_forever

        def running(loop: asyncio.BaseEventLoop) -> None:
            handle = _Beat(self, loop)
            try:
                run_forever(loop)
            finally:
                handle.over = True

        asyncio.BaseEventLoop.run_forever = running  # type: ignore[method-assign]


class _Beat:
    def __init__(self, heart: Heartbeat, loop: asyncio.BaseEventLoop) -> None:
        self.heart, self.loop, self.over = heart, loop, False
        self.due = loop.time()
        loop.call_soon(self)

    def __call__(self) -> None:
        if self.over:
            return
        now = self.loop.time()
        self.heart.longest = max(self.heart.longest, now - self.due)
        self.due = now + BEAT
        self.loop.call_at(self.due, self)


class Collections:
    """How often the garbage collector ran, and what CPU it took, by generation."""

    def __init__(self) -> None:
        self.begun = 0.0
        self.clear()
        gc.callbacks.append(self)

    def clear(self) -> None:
        self.times, self.seconds = [0, 0, 0], [0.0, 0.0, 0.0]

    def __call__(self, phase: str, told: dict[str, int]) -> None:
        if phase == "start":
            self.begun = time.thread_time()
        else:
            self.times[told["generation"]] += 1
            self.seconds[told["generation"]] += time.thread_time() - self.begun


def given(lines: Iterator[str]) -> Iterator[Given]:
    """The articles of a file, one a line, each read when it is its turn."""
    for number, line in enumerate(lines):
        yield Given(json.loads(line), f"Sheet {number:07}.")


def work(name: str, articles: Path, address: str) -> None:
    """For each line of orders some articles, and a line of figures."""
    heart, collections = Heartbeat(), Collections()
    many = CONTESTANTS[name](address)
    loop = asyncio.new_event_loop()
    with articles.open(encoding="utf-8") as lines:
        source = given(lines)
        for line in sys.stdin:
            order = json.loads(line)
            heart.longest = 0.0
            collections.clear()
            cpu, wall = time.process_time(), time.perf_counter()
            loop.run_until_complete(many(islice(source, order["articles"]), order["at_once"]))
            figures = {
                "cpu": time.process_time() - cpu,
                "wall": time.perf_counter() - wall,
                "hold": heart.longest,
                "collections": collections.times,
                "collecting": collections.seconds,
                "peak_mb": peak_mb(),
            }
            print(json.dumps(figures), flush=True)


def peak_mb() -> float | None:
    """The most memory this process has had."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    work(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
