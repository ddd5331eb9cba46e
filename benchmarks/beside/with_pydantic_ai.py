"""pydantic-ai: an agent with an output type, its validation context, and a validator on the quotation.

It has no check of its own against a text; its documentation says how to write one, and this is the
same one that instructor's page has.
"""

from __future__ import annotations

from typing import Any

from each_case import Case, Shown, item, run
from with_instructor import Answer, reply

__all__ = ["read", "reply", "tells"]


def tells(number: int, later: str) -> bool:
    """Does what is said when it asks again name this item?"""
    return f'["facts",{number - 1},' in later


def read(case: Case) -> Shown:
    from pydantic_ai import Agent, NativeOutput
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai import OpenAIProvider

    agent: Any = Agent(
        OpenAIChatModel(
            "gpt-4o", provider=OpenAIProvider(base_url=case["address"], api_key="none")
        ),
        output_type=NativeOutput(Answer),
        validation_context={"article": case["article"]},
        retries=3,
    )
    answer = agent.run_sync(f"Deals and positions in:\n\n{case['article']}").output
    return {"items": [item(fact.model_dump(mode="json")) for fact in answer.facts]}


if __name__ == "__main__":
    run(read)
