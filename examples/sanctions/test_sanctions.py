"""Runs without a key and without a network: the reply is written by hand, by no model."""

from pathlib import Path

from sanctions import Sanctions

from summariser import Article, Summariser, verify

PROMPTS = Path(__file__).parent / "prompts"
ARTICLE = Article.from_text(
    "Talks opened in Norvik. On Monday the Harbour Board fined Lumen Rail 5 million dollars.",
    language="en",
)


def reply(amount: str) -> dict:
    """What a model might answer about the article."""
    value = {
        "verbatim": "5 million dollars", "amount": amount, "upper": None,
        "currency": "USD", "qualifier": "exact", "per": "total",
    }  # fmt: skip
    item = {
        "evidence": [2],
        "text": "The board imposed a fine.",
        "target": {"verbatim": "Lumen Rail", "name": "Lumen Rail"},
        "by": {"verbatim": "the Harbour Board", "name": "Harbour Board"},
        "kind": "fine",
        "values": [value],
        "since": "On Monday",
        "grounds": None,
    }
    return {"sanctions": [item]}


def read(answer: dict) -> Sanctions:
    """The answer as the library reads it, each item held against the article."""
    return verify(Sanctions.model_validate(answer, context={"article": ARTICLE}), ARTICLE)


def test_the_prompt_shows_the_article():
    """The first request holds the rules and the sentences."""
    summariser = Summariser(model="none", schema=Sanctions, prompts=PROMPTS)
    ((_, request),) = summariser.requests_for(ARTICLE)
    assert "[2] On Monday the Harbour Board" in request["messages"][-1]["content"]


def test_what_the_article_says_is_borne_out():
    """Every check of a true item can be relied on."""
    assert read(reply("5000000")).verdict in ("exact", "normalised", "computed")


def test_what_it_does_not_say_is_caught():
    """Another sum than the text's is contradicted."""
    assert read(reply("50000000")).verdict == "contradicted"
