"""instructor's own CitationMixin: a quotation within five letters of the article is put right.

It looks for each quotation in the validation context, puts the article's words in place of the
model's, and takes out what it does not find. An item left without a quotation counts as flagged.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

from each_case import Case, Shown, item, run

NAMED = ("number", "kind", "claim", "speaker", "amount", "currency", "certainty")


def reply(facts: list[dict[str, Any]], _asked: str) -> dict[str, Any]:
    told = []
    for fact in facts:
        quotes = None if fact["quote"] is None else [fact["quote"]]
        told.append({name: fact[name] for name in NAMED} | {"substring_quotes": quotes})
    return {"facts": told}


def tells(number: int, later: str) -> bool:
    """Does what is said when it asks again name this item?"""
    return f"facts.{number - 1}." in later


def read(case: Case) -> Shown:
    import instructor
    import openai
    from instructor import CitationMixin
    from pydantic import BaseModel

    class Fact(CitationMixin):
        number: int
        kind: Literal["deal", "position"]
        claim: str
        speaker: str | None
        amount: Decimal | None
        currency: str | None
        certainty: Literal["certain", "probable", "possible", "hypothetical"] | None

    class Answer(BaseModel):
        facts: list[Fact]

    client = instructor.from_openai(
        openai.OpenAI(base_url=case["address"], api_key="none"), mode=instructor.Mode.JSON_SCHEMA
    )
    answer = client.create(
        model="gpt-4o",
        response_model=Answer,
        messages=[{"role": "user", "content": "Deals and positions in:\n\n{{ context }}"}],
        context={"context": case["article"]},
        max_retries=3,
    )
    items = []
    for each in answer.facts:
        fact = each.model_dump(mode="json")
        quotes = fact.pop("substring_quotes")
        if quotes:
            items.append(item(fact | {"quote": quotes[0]}))
        else:
            items.append(item(fact, "no quotation left"))
    return {"items": items}


if __name__ == "__main__":
    run(read)
