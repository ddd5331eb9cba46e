"""Code as users write it, for the type checker of `make check`: nothing of this is run.

What is inferred is what a user's editor shows: a topic of one's own keeps its type all the way.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, assert_type

from summariser import (
    Article,
    Deal,
    Evidence,
    Grounded,
    ItemEvent,
    Money,
    Named,
    Quoted,
    Scan,
    Store,
    Summaries,
    Summariser,
    SummariserError,
    Summary,
    SummitSummary,
    Verbatim,
    from_jsonl,
    read_inputs,
    scan,
)


class Penalty(Grounded):
    """A penalty that somebody has to pay."""

    who: Named
    sums: list[Money]
    kind: Literal["fine", "seizure"]
    case: Annotated[Verbatim | None, "its number, as written"] = None


class Remark(Quoted):
    """What somebody says of it."""

    speaker: Named


class Penalties(Summary):
    """Who has to pay what."""

    penalties: list[Penalty]
    remarks: list[Remark]


def with_the_topic_that_is_there(path: Path) -> list[Decimal]:
    with Summariser(model="gpt-5-mini") as summariser:
        assert_type(summariser, Summariser[SummitSummary])
        summary = summariser.summarise(path)
        assert_type(summary, SummitSummary)
        assert_type(summary.deals, list[Deal])
        assert_type(summary.deals[0].evidence, list[Evidence])
        assert_type(summary.to_csv("deals"), str)
        assert_type(summary.to_text(), str)
        return [
            value.amount
            for deal in summary.deals
            if deal.verdict in ("exact", "normalised", "computed")
            for value in deal.values
            if value.amount is not None
        ]


def with_a_topic_of_ones_own(texts: list[str], store: Store) -> Summaries[Penalties]:
    summariser = Summariser(model="ollama/qwen3", schema=Penalties, on_open="ask")
    assert_type(summariser, Summariser[Penalties])
    good: Summaries[Penalties] = Summaries()
    for result in summariser.summarise_many(texts, ordered=True, store=store):
        assert_type(result, Penalties | SummariserError)
        if isinstance(result, SummariserError):
            continue
        assert_type(result.penalties[0].who, Named)
        good.append(result)
    assert_type(good[0], Penalties)
    assert_type(good[:10], Summaries[Penalties])
    assert_type(good.filter(verdict=["exact", "computed"], field="penalties"), Summaries[Penalties])
    assert_type(good.to_records("checks"), list[dict[str, Any]])
    return good


async def without_waiting(article: Article) -> str | None:
    summariser = Summariser(model="m", base_url="http://localhost:8000/v1", schema=Penalties)
    summary = await summariser.asummarise(article)
    assert_type(summary, Penalties)
    async for each in summariser.astream([article]):
        assert_type(each, Penalties | SummariserError)
    async for told in summariser.astream_items(article):
        assert_type(told, ItemEvent | Penalties)
    for told in summariser.stream_items(article):
        if not isinstance(told, ItemEvent):
            assert_type(told, Penalties)
    return summary.article.title if summary.article else None


def without_a_model(folder: Path) -> list[Scan]:
    found = [scan(item.article) for item in read_inputs([folder]) if item.article]
    assert_type(found[0].sums[0].amount, Decimal | None)
    assert_type(from_jsonl(folder / "all.jsonl"), list[SummitSummary])
    assert_type(from_jsonl(folder / "own.jsonl", Penalties), list[Penalties])
    return found
