"""langextract: an extraction is a passage and its attributes; code finds the passage in the article.

As its README shows it: a prompt, an example, the default chunks of 1,000 characters, OpenAI's
provider with a base URL, and for Chinese the tokenizer that it has for scripts without spaces. It
says to filter by `char_interval`; an alignment that is not exact counts as a flag, too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from each_case import Case, Shown, item, run

Json = dict[str, Any]
NAMED = ("number", "claim", "speaker", "amount", "currency", "certainty")
EXAMPLE = "Norvik signed for two cranes on Monday. They cost $3 million, said Ida Holm."


def passages(fact: Json, quote: str | None) -> list[Json]:
    """The passage that an item rests on; all else are its attributes."""
    attributes = {name: str(fact[name]) for name in NAMED if fact[name] is not None}
    return [{fact["kind"]: quote, f"{fact['kind']}_attributes": attributes}]


def reply(facts: list[Json], asked: str, told: Callable[[Json, str | None], list[Json]] = passages) -> Json:  # fmt: skip
    """What a model answers for this chunk: the items that begin in it, in order of appearance."""
    chunk = asked.rpartition("\nQ: ")[2]
    found: list[tuple[int, Json]] = []
    for fact in facts:
        begun = next((n for n, each in enumerate(fact["anchors"]) if each not in chunk), None)
        if begun == 0:
            continue
        if fact["speaker"] and fact["speaker_quote"] not in chunk:
            fact = fact | {"speaker": None}  # nobody could tell from this chunk
        quote = fact["quote"]
        if begun and quote:  # the chunk ends within the passage
            last = fact["passage"][begun - 1]
            quote = quote[: quote.index(last) + len(last)]
        begin = chunk.index(fact["anchors"][0])
        for entry in told(fact, quote):
            words = next(iter(entry.values()))
            where = [chunk.find(words, begin), chunk.find(words)] if words else []
            found.append((next((at for at in where if at >= 0), begin), entry))
    return {"extractions": [entry for _, entry in sorted(found, key=lambda each: each[0])]}


def tells(_number: int, _later: str) -> bool:
    """It does not ask again."""
    return False


def read(case: Case, told: Callable[[Json, str | None], list[Json]] = passages) -> Shown:
    import langextract as lx
    from langextract.core.tokenizer import UnicodeTokenizer
    from langextract.factory import ModelConfig

    known = {"number": 1, "kind": "deal", "claim": "The cranes cost $3 million.", "sum": "$3 million",
             "speaker": "Ida Holm", "amount": "3000000", "currency": "USD", "certainty": None}  # fmt: skip
    extractions = []
    for entry in told(known, "They cost $3 million, said Ida Holm."):
        name, words = next(iter(entry.items()))
        extractions.append(lx.data.Extraction(name, words, attributes=entry[f"{name}_attributes"]))
    result = lx.extract(
        text_or_documents=case["article"],
        prompt_description="Extract deals and positions in order of appearance. Use exact text for "
        "extractions. Do not paraphrase or overlap entities. Give each its attributes.",
        examples=[lx.data.ExampleData(text=EXAMPLE, extractions=extractions)],
        config=ModelConfig(
            model_id="gpt-4o",
            provider="openai",
            provider_kwargs={"api_key": "none", "base_url": case["address"]},
        ),
        tokenizer=UnicodeTokenizer() if case["language"] == "zh" else None,
        show_progress=False,
    )
    facts: dict[int, Json] = {}
    flags: dict[int, list[str]] = {}
    for each in result.extractions:
        number, part = int(each.attributes["number"]), each.extraction_class
        part = part if part in ("sum", "speaker") else "quote"
        facts.setdefault(number, {}).update({**each.attributes, part: each.extraction_text})
        status = each.alignment_status.value if each.alignment_status else "no char_interval"
        if status != "match_exact":
            flags.setdefault(number, []).append(f"{part} {status}")
    return {"items": [item(fact | {"number": n}, *flags.get(n, ())) for n, fact in facts.items()]}


if __name__ == "__main__":
    run(read)
