"""instructor, as its page on citations has it: a validator looks for the quotation in the context.

A quotation that is not there is an error of validation, of which the model is told; three retries.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

from each_case import Case, Shown, item, run
from pydantic import BaseModel, Field, ValidationInfo, field_validator


class Fact(BaseModel):
    number: int
    kind: Literal["deal", "position"]
    claim: str = Field(description="one sentence of your own")
    quote: str = Field(description="the passage it rests on, word for word")
    speaker: str | None
    amount: Decimal | None
    currency: str | None
    certainty: Literal["certain", "probable", "possible", "hypothetical"] | None

    @field_validator("quote")
    @classmethod
    def quote_exists(cls, quote: str, info: ValidationInfo) -> str:
        if info.context and quote not in info.context["article"]:
            raise ValueError(f"Could not find the quote {quote!r} in the article")
        return quote


class Answer(BaseModel):
    facts: list[Fact]


def reply(facts: list[dict[str, Any]], _asked: str) -> dict[str, Any]:
    return {"facts": [{name: fact[name] for name in Fact.model_fields} for fact in facts]}


def tells(number: int, later: str) -> bool:
    """Does what is said when it asks again name this item?"""
    return f"facts.{number - 1}." in later


def read(case: Case) -> Shown:
    import instructor
    import openai

    client = instructor.from_openai(
        openai.OpenAI(base_url=case["address"], api_key="none"), mode=instructor.Mode.JSON_SCHEMA
    )
    answer = client.create(
        model="gpt-4o",
        response_model=Answer,
        messages=[{"role": "user", "content": "Deals and positions in:\n\n{{ article }}"}],
        context={"article": case["article"]},
        max_retries=3,
    )
    return {"items": [item(fact.model_dump(mode="json")) for fact in answer.facts]}


if __name__ == "__main__":
    run(read)
