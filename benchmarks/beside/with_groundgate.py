"""groundgate: each value of a schema, admitted, rejected or sent to a person by code.

It takes what any model proposed: here the quotation, figure, count and speaker of each item, each with
the passage that it was taken from. Claims in a model's own words are none of its business. What its
`feedback_message` says is sent back to the model once, as its how-to has it.
"""

from __future__ import annotations

import json
import urllib.request
from typing import Any

from each_case import Case, Shown, item, run

COMPARATORS = {"more_than": "gt", "at_least": "ge", "up_to": "le", "approximately": "approx",
               "less_than": "approx",  # ours for "nearly"
               "range": "range"}  # fmt: skip


def reply(facts: list[dict[str, Any]], _asked: str) -> dict[str, Any]:
    """Candidates, as `extractor_schema` wants them."""
    told = []
    for fact in facts:
        for name, quote in parts(fact):
            evidence = [{"source": "document", "role": "value", "text": quote}]
            unit = fact["currency"] if name == "amount" else None
            told.append({"field": f"{name}_{fact['number']}", "value": fact[name], "unit": unit,
                         "key": None, "evidence": evidence})  # fmt: skip
    return {"candidates": told}


def parts(fact: dict[str, Any]) -> list[tuple[str, Any]]:
    """What of an item a field can hold, with its quotation."""
    told = [
        (name, fact["quote"])
        for name in ("quote", "amount", "count")
        if fact[name] or name == "quote"
    ]
    if fact["speaker"]:
        told.append(("speaker", fact["speaker_quote"]))
    return told


def schema(facts: list[dict[str, Any]]) -> dict[str, Any]:
    """A field for each part of each item."""
    fields: dict[str, Any] = {}
    for fact in facts:
        for name, _ in parts(fact):
            kind: dict[str, Any] = {"type": "number" if name in ("amount", "count") else "string"}
            if name == "amount":
                kind |= {"unit": fact["currency"]}
                if fact["hedge"] in COMPARATORS:
                    kind |= {"comparator": COMPARATORS[fact["hedge"]]}
            fields[f"{name}_{fact['number']}"] = kind
    return {"fields": fields}


def ask(address: str, messages: list[dict[str, str]]) -> list[dict[str, Any]]:
    body = json.dumps({"model": "gpt-4o", "messages": messages}).encode()
    request = urllib.request.Request(
        f"{address}/chat/completions", body, {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request) as answer:
        content = json.load(answer)["choices"][0]["message"]["content"]
    found: list[dict[str, Any]] = json.loads(content)["candidates"]
    return found


def tells(number: int, later: str) -> bool:
    """Does what is said when it asks again name this item?"""
    return f'_{number}": you gave' in later


def read(case: Case) -> Shown:
    import groundgate as gg

    text, form = case["article"], schema(case["facts"])
    messages = [{"role": "user", "content": text}]
    candidates = ask(case["address"], messages)
    receipt = gg.admit(text, form, candidates)
    known = {gg.digest("candidate", each): each for each in candidates}
    told = [
        gg.feedback_message(decision, known[decision.candidate_sha256], form, text)
        for decision in receipt.decisions
    ]
    if any(told):
        messages.append({"role": "user", "content": "\n".join(filter(None, told))})
        candidates = ask(case["address"], messages)
        receipt = gg.admit(text, form, candidates)
    facts: dict[int, dict[str, Any]] = {}
    marks: dict[str, dict[int, list[str]]] = {
        "admitted": {},
        "needs_verification": {},
        "rejected": {},
    }
    for decision in receipt.decisions:
        name, _, at = decision.field.partition("_")
        facts.setdefault(int(at), {"number": int(at)})[name] = decision.value
        codes = [f"{name} {code}" for code in decision.codes]
        marks[decision.outcome].setdefault(int(at), []).extend(codes)
    refused, flags = marks["rejected"], marks["needs_verification"]
    return {
        "items": [item(facts[n], *flags.get(n, ())) for n in facts if n not in refused],
        "refused": [{"number": number, "reasons": why} for number, why in refused.items()],
    }


if __name__ == "__main__":
    run(read)
