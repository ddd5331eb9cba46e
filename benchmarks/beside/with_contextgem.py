"""contextgem: a concept of JSON objects, with references to sentences.

The model answers with the numbers of paragraphs and sentences, which are shown beside each item. The
article is given to it with its sentences cut, as its documentation allows, so that the model which
cuts them otherwise need not be fetched.
"""

from __future__ import annotations

import os
from typing import Any, Literal

from each_case import Case, Shown, item, run

NAMED = ("number", "claim", "speaker", "amount", "currency", "certainty")


def reply(facts: list[dict[str, Any]], _asked: str) -> Any:
    told = []
    for fact in facts:
        references = None
        if fact["places"] is not None:
            cited: dict[str, list[str]] = {}
            for paragraph, sentence in fact["places"]:
                cited.setdefault(f"P{paragraph}", []).append(f"P{paragraph}-S{sentence}")
            references = [
                {"reference_paragraph_id": paragraph, "reference_sentence_ids": sentences}
                for paragraph, sentences in cited.items()
            ]
        value = {name: fact[name] for name in NAMED}
        told.append({"value": value, "reference_paragraphs": references})
    return [{"concept_id": "C0", "extracted_items": told}]


def tells(_number: int, _later: str) -> bool:
    """It asks the same again, word for word."""
    return False


def read(case: Case) -> Shown:
    os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"  # no list of prices from the network
    from contextgem import Document, DocumentLLM, JsonObjectConcept, Paragraph, Sentence

    document = Document(
        paragraphs=[
            Paragraph(raw_text=" ".join(each), sentences=[Sentence(raw_text=s) for s in each])
            for each in case["paragraphs"]
        ]
    )
    certainty = Literal["certain", "probable", "possible", "hypothetical"]
    document.concepts = [
        JsonObjectConcept(
            name="Deals and positions",
            description="Deals, decisions and what people say about them",
            structure={
                "number": int,
                "claim": str,
                "speaker": str | None,
                "amount": str | None,
                "currency": str | None,
                "certainty": certainty | None,
            },
            add_references=True,
            reference_depth="sentences",
        )
    ]
    llm = DocumentLLM(
        model="openai/gpt-4o",
        api_key="none",
        api_base=case["address"],
        output_language="adapt",
    )
    [concept] = llm.extract_concepts_from_document(document)
    return {"items": [item(each.value) for each in concept.extracted_items]}


if __name__ == "__main__":
    run(read)
