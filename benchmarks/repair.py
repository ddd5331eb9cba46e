"""What a targeted re-ask saves: ``python benchmarks/repair.py``.

One deal of ten gives a sum that the article does not state.  instructor asks for the whole answer
again; this library asks for the one deal.  Both talk to the same server on loopback, which answers
as asked: everything, or what the prompt wants.  Sizes are in characters, of which three or four
make a token; the ratio is what counts.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import instructor
import openai
from pydantic import BaseModel, field_validator

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from llm_server import LLMServer, Request, completion

from summariser import Article, Summariser, SummitSummary
from summariser.llm.prompts import Prompts, marker

FIRMS = ["Arlo", "Brix", "Corvo", "Delphin", "Ember", "Fjord", "Gansu", "Halden", "Ister", "Juno"]
ARTICLE = Article.from_text(
    " ".join(
        f"{firm} Rail signed a contract worth ${number}.5 billion with the port of Norvik."
        for number, firm in enumerate(FIRMS, start=1)
    )
)


def deal(number: int, amount: str, verbatim: str) -> dict[str, Any]:
    """A deal as a model would write it."""
    firm = FIRMS[number - 1]
    return {
        "evidence": [number],
        "text": f"{firm} Rail signed a contract with the port of Norvik.",
        "instrument": "contract", "status": "signed",
        "parties": [
            {"verbatim": f"{firm} Rail", "name": f"{firm} Rail", "role": "supplier", "country": None},
            {"verbatim": "port of Norvik", "name": "port of Norvik", "role": "buyer", "country": None},
        ],
        "values": [{"verbatim": verbatim, "amount": amount, "upper": None, "currency": "USD",
                    "qualifier": "exact", "per": "total"}],
        "deliverables": [], "period": None, "place": "Norvik", "sector": "rail",
    }  # fmt: skip


GOOD = [deal(number, f"{number}500000000", f"${number}.5 billion") for number in range(1, 11)]
BAD = deal(7, "9900000000", "$9.9 billion")


def answer(*deals: dict[str, Any]) -> dict[str, Any]:
    """A whole reply."""
    return {
        "summit": None,
        "overview": "Ten deals.",
        "outcomes": [],
        "deals": [*deals],
        "positions": [],
    }


FIRST = answer(*GOOD[:6], BAD, *GOOD[7:])


class Money(BaseModel):
    """A sum that checks itself, as instructor's users write it."""

    verbatim: str
    amount: str
    upper: str | None
    currency: str
    qualifier: str
    per: str

    @field_validator("verbatim")
    @classmethod
    def stands_in_the_article(cls, words: str) -> str:
        """The check that sends the answer back."""
        if words not in ARTICLE.text:
            raise ValueError(f"{words} is not in the article")
        return words


class Deal(BaseModel):
    """A deal with sums that check themselves."""

    evidence: list[int]
    text: str
    instrument: str
    status: str
    parties: list[dict[str, str | None]]
    values: list[Money]
    deliverables: list[str]
    period: str | None
    location: str | None
    sector: str | None


class Deals(BaseModel):
    """The answer as a whole."""

    overview: str
    deals: list[Deal]


def sizes(server: LLMServer, answers: list[dict[str, Any]]) -> tuple[int, int]:
    """Characters of the second prompt and of the second completion."""
    asked = sum(len(message["content"]) for message in server.requests[1].body["messages"])
    return asked, len(answers[1]["choices"][0]["message"]["content"])


def run(second: dict[str, Any], ours: bool) -> tuple[int, int]:
    """Two requests, the second answered as it was asked."""
    answers = [completion(answer) for answer in (FIRST, second)]

    def reply(request: Request) -> dict[str, Any]:
        return answers[request.number]

    with LLMServer(reply) as server:
        if ours:
            with Summariser(model="m", base_url=server.base_url, api_key="none") as summariser:
                assert len(summariser.summarise(ARTICLE).deals) == 10
        else:
            client = openai.OpenAI(base_url=server.base_url, api_key="none")
            prompt = Prompts().render(
                "summit.v2", article=ARTICLE, marker=marker(ARTICLE), language="en"
            )
            asking = instructor.from_openai(client, mode=instructor.Mode.JSON_SCHEMA)
            asking.create(model="m", messages=list(prompt), response_model=Deals)
        assert len(server.requests) == 2
        return sizes(server, answers)


def main() -> None:
    """Print both, and their ratio."""
    theirs = run(answer(*GOOD), ours=False)
    ours = run({**answer(GOOD[6]), "overview": ""}, ours=True)
    schema = len(json.dumps(SummitSummary.wire_schema()))
    print(
        f"the second request, for one bad deal in ten ({schema:,} characters of schema not counted)"
    )
    print(f"{'':24}{'prompt':>10}{'completion':>12}")
    for name, (prompt, reply) in (("instructor", theirs), ("summariser", ours)):
        print(f"{name:24}{prompt:10,}{reply:12,}")
    print(
        f"{'ratio':24}{ours[0] / theirs[0]:10.2f}{ours[1] / theirs[1]:12.2f}   (target: at most 0.35)"
    )


if __name__ == "__main__":
    main()
