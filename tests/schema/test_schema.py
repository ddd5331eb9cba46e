"""The schemas: what goes over the wire, and what a reply may and may not say."""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from summariser import (
    Article,
    Check,
    Deal,
    Deliverable,
    Evidence,
    Grounded,
    Item,
    Money,
    Named,
    Party,
    Summary,
    SummitSummary,
    Usage,
)
from summariser.schema.evidence import VERDICTS

AMOUNT = "^[0-9]{1,18}([.][0-9]{1,6})?$"
ARTICLE = Article.from_text(
    "Two sides met. They signed a deal worth $2.5 billion. Nobody objected."
)
MONEY = {
    "verbatim": "$2.5 billion", "amount": "2500000000", "upper": None,
    "currency": "USD", "qualifier": "exact", "per": "total",
}  # fmt: skip
DEAL = {
    "evidence": [2], "text": "A deal.", "instrument": "contract", "status": "signed",
    "parties": [], "values": [MONEY], "deliverables": [],
    "period": None, "place": None, "sector": None,
}  # fmt: skip


class Pact(Grounded):
    """A pact of one's own."""

    title: str
    default: str | None = None
    between: list[Named] = []


class Pacts(Summary):
    """A topic of one's own, with fields named like schema keywords."""

    pacts: list[Pact]
    main: Pact | None = None


def read(model: type[Any], raw: Any) -> Any:
    return model.model_validate(raw, context={"article": ARTICLE})


# --- the wire schema ----------------------------------------------------------------------------


def nodes(node: Any, path: str = "$") -> Iterator[tuple[str, dict[str, Any]]]:
    """All schema nodes; the names of properties and definitions are no nodes."""
    if isinstance(node, list):
        for number, entry in enumerate(node):
            yield from nodes(entry, f"{path}[{number}]")
    elif isinstance(node, dict):
        yield path, node
        for key, value in node.items():
            if key in ("properties", "$defs"):
                for name, entry in value.items():
                    yield from nodes(entry, f"{path}.{key}.{name}")
            elif key not in ("required", "enum"):
                yield from nodes(value, f"{path}.{key}")


# From OpenAI's guide to structured outputs: what strict mode takes, and nothing else.
STRICT = {
    "$defs", "$ref", "additionalProperties", "anyOf", "const", "description", "enum", "format",
    "items", "maxItems", "maximum", "minItems", "minimum", "pattern", "properties", "required", "type",
}  # fmt: skip


@pytest.mark.parametrize("schema", [SummitSummary, Pacts])
def test_wire_schema_is_fit_for_strict_mode(schema: type[Summary]) -> None:
    """Every object requires all its properties and allows no other; no keyword is unknown."""
    for path, node in nodes(schema.wire_schema()):
        assert set(node) <= STRICT, path
        assert "$ref" not in node or set(node) == {"$ref"}, path
        if "properties" in node:
            assert node["required"] == list(node["properties"]), path
            assert node["additionalProperties"] is False, path
            assert node["type"] == "object", path
        if "$ref" in node:
            assert node["$ref"].rpartition("/")[2] in schema.wire_schema()["$defs"], path


@pytest.mark.parametrize("schema", [SummitSummary, Pacts])
def test_wire_schema_is_fit_for_llama_cpp(schema: type[Summary]) -> None:
    r"""Patterns are anchored, and have no look-around and no ``\d``."""
    patterns = [node["pattern"] for _, node in nodes(schema.wire_schema()) if "pattern" in node]
    assert patterns or schema is Pacts
    for pattern in patterns:
        assert pattern.startswith("^")
        assert pattern.endswith("$")
        assert not re.search(r"\\[a-zA-Z]|\(\?", pattern)


def test_everything_shown_to_the_model_is_described() -> None:
    """Each object says what it is, in its docstring."""
    objects = [node for _, node in nodes(SummitSummary.wire_schema()) if "properties" in node]
    assert len(objects) == 9
    assert all(node["description"] for node in objects)


def test_what_is_used_once_stands_in_its_place_and_what_is_alike_is_told_once() -> None:
    """No definition has a single use, and no property at length is told twice."""
    schema = SummitSummary.wire_schema()
    written = json.dumps(schema)
    assert all(written.count(f'"#/$defs/{name}"') > 1 for name in schema["$defs"])
    every = [
        json.dumps(value)
        for _, node in nodes(schema)
        for value in node.get("properties", {}).values()
        if "$ref" not in value
    ]
    assert {each for each in every if every.count(each) > 1 and len(each) >= 70} == set()
    assert [node["pattern"] for _, node in nodes(schema) if "pattern" in node].count(AMOUNT) == 1


def test_what_code_fills_in_is_not_on_the_wire() -> None:
    """No checks, verdicts, offsets or quotes are asked of the model; evidence is a number."""
    text = json.dumps(SummitSummary.wire_schema())
    for hidden in ("checks", "verdict", "rejected", "quotes", "provenance", "usage", "start"):
        assert f'"{hidden}"' not in text
    deal = SummitSummary.wire_schema()["properties"]["deals"]["items"]
    assert deal["properties"]["evidence"]["items"] == {"type": "integer"}


def test_properties_named_like_keywords_survive() -> None:
    """A field called title or default is a field, not a keyword to be dropped."""
    pact = Pacts.wire_schema()["$defs"]["Pact"]
    assert {"title", "default"} <= set(pact["required"])


def test_a_wire_schema_belongs_to_its_caller() -> None:
    """Changing the dictionary one was given changes nobody else's."""
    SummitSummary.wire_schema()["properties"].clear()
    assert SummitSummary.wire_schema()["properties"]


# --- reading a reply ----------------------------------------------------------------------------


def test_sentence_numbers_become_spans() -> None:
    """A number turns into the sentence's offsets and text, each sentence once and in order."""
    deal = read(Deal, {**DEAL, "evidence": [3, 2, 3]})
    assert [evidence.sentence for evidence in deal.evidence] == [2, 3]
    for evidence in deal.evidence:
        assert ARTICLE.text[evidence.start : evidence.end] == evidence.text
    assert deal.evidence[0].text == "They signed a deal worth $2.5 billion."


BAD = [
    ("amount in words", Deal, {"values": [{**MONEY, "amount": "about 3 billion"}]}, "values.0.amount"),
    ("amount with an exponent", Deal, {"values": [{**MONEY, "amount": "1e5"}]}, "values.0.amount"),
    ("amount too large", Deal, {"values": [{**MONEY, "amount": "1" + "0" * 300}]}, "values.0.amount"),
    ("a float too large", Deal, {"values": [{**MONEY, "amount": 1e300}]}, "values.0.amount"),
    ("negative amount", Deal, {"values": [{**MONEY, "amount": "-5"}]}, "values.0.amount"),
    ("amount NaN", Deal, {"values": [{**MONEY, "amount": "NaN"}]}, "values.0.amount"),
    ("amount true", Deal, {"values": [{**MONEY, "amount": True}]}, "values.0.amount"),
    ("grouped digits", Deal, {"values": [{**MONEY, "amount": "2,500"}]}, "values.0.amount"),
    ("no currency code", Deal, {"values": [{**MONEY, "currency": "DOLLAR"}]}, "values.0.currency"),
    ("no such currency", Deal, {"values": [{**MONEY, "currency": "ZZZ"}]}, "values.0.currency"),
    ("unknown hedge", Deal, {"values": [{**MONEY, "qualifier": "maybe"}]}, "values.0.qualifier"),
    ("a range downward", Deal, {"values": [{**MONEY, "upper": "7"}]}, "values.0"),
    ("empty verbatim", Deal, {"values": [{**MONEY, "verbatim": " "}]}, "values.0.verbatim"),
    ("verbatim of mere punctuation", Deal, {"values": [{**MONEY, "verbatim": ", —"}]}, "values.0.verbatim"),
    ("long verbatim", Deal, {"values": [{**MONEY, "verbatim": "x" * 10_000}]}, "values.0.verbatim"),
    ("unknown country", Deal, {"parties": [
        {"verbatim": "they", "name": None, "role": "buyer", "country": "XX"}]}, "parties.0.country"),
    ("unknown status", Deal, {"status": "done"}, "status"),
    ("no evidence", Deal, {"evidence": []}, "evidence"),
    ("no such sentence", Deal, {"evidence": [4]}, "evidence.0"),
    ("sentence zero", Deal, {"evidence": [0]}, "evidence.0"),
    ("negative sentence", Deal, {"evidence": [-1]}, "evidence.0"),
    ("sentence as a word", Deal, {"evidence": ["two"]}, "evidence.0"),
    ("sentence true", Deal, {"evidence": [True]}, "evidence.0"),
    ("made-up span", Deal, {"evidence": [{"start": 0, "end": 3, "text": "lie"}]}, "evidence.0"),
    ("text missing", Deal, {"text": None}, "text"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("model", "change", "field"), [case[1:] for case in BAD], ids=[case[0] for case in BAD]
)
def test_bad_values_name_their_field(model: type[Item], change: dict[str, Any], field: str) -> None:
    """What cannot be true of any text is refused, and the error says where and what to do."""
    with pytest.raises(ValidationError) as caught:
        read(model, {**DEAL, **change})
    locations = [".".join(map(str, each["loc"])) for each in caught.value.errors()]
    assert field in locations
    choices = [each for each in caught.value.errors() if each["type"] == "literal_error"]
    assert all(len(each["msg"]) < 200 for each in caught.value.errors() if each not in choices)


@pytest.mark.parametrize(
    ("given", "amount"),
    [("2500000000", "2500000000"), (2500000000, "2500000000"), ("0.5", "0.5"), (1.5, "1.5")],
)
def test_amounts_are_decimals(given: Any, amount: str) -> None:
    """Amounts come as strings, or as numbers from careless servers, and become exact."""
    assert read(Money, {**MONEY, "amount": given}).amount == Decimal(amount)


def test_codes_are_upper_case() -> None:
    """A code in lower case is the same code."""
    assert read(Money, {**MONEY, "currency": "kzt"}).currency == "KZT"


def test_what_the_model_must_not_fill_in_is_dropped() -> None:
    """Checks and verdicts in a reply are ignored, as are keys nobody asked for."""
    praise = [{"kind": "amount", "field": "x", "verdict": "exact"}]
    deal = read(Deal, {**DEAL, "checks": praise, "verdict": "exact", "mood": "sunny"})
    assert deal.checks == []
    assert deal.verdict == "unchecked"


def test_spans_of_the_model_are_ignored() -> None:
    """If a model sends a whole evidence object, only its number counts."""
    sent = {"sentence": 1, "start": 5, "end": 9, "text": "a lie"}
    assert read(Deal, {**DEAL, "evidence": [sent]}).evidence[0].text == "Two sides met."


def test_in_python_unknown_fields_are_errors() -> None:
    """A typing mistake in one's own code does not pass in silence."""
    with pytest.raises(ValidationError, match="quantitty"):
        Deliverable(verbatim="3 ships", item="ship", quantitty="3")  # type: ignore[call-arg]


def test_a_sentence_number_needs_an_article() -> None:
    """Without its article a number means nothing."""
    with pytest.raises(ValidationError, match="article"):
        Evidence.model_validate(2)


# --- storing ------------------------------------------------------------------------------------


def whole_summary() -> SummitSummary:
    check = Check(kind="amount", field="values[0].amount", verdict="computed", reason="so")
    deal = read(Deal, {**DEAL, "parties": [
        {"verbatim": "They", "name": None, "role": "other", "country": None}]})  # fmt: skip
    deal.checks.append(check)
    return SummitSummary(
        summit=None, overview="Two sides.", outcomes=[], deals=[deal], positions=[],
        article=ARTICLE, usage=Usage(requests=1, input_tokens=5),
    )  # fmt: skip


def test_summaries_survive_json_and_pickle() -> None:
    """What is stored comes back equal, evidence, checks, verdicts and article included."""
    summary = whole_summary()
    again = SummitSummary.model_validate_json(summary.model_dump_json())
    assert again == summary == pickle.loads(pickle.dumps(summary))
    assert again.deals[0].verdict == "computed"
    assert again.deals[0].values[0].amount == Decimal(2500000000)


def test_the_verdict_of_an_item_is_its_worst() -> None:
    """One bad check outweighs any number of good ones."""
    checks = [Check(kind="name", field="x", verdict=verdict) for verdict in VERDICTS]
    for number in range(1, len(checks) + 1):
        party = Pact(evidence=[Evidence.of(ARTICLE, 1)], text="", title="", checks=checks[:number])
        assert party.verdict == VERDICTS[number - 1]


def test_items_say_where_they_stand() -> None:
    """All items of any summary are found by type, with a path one can follow."""
    pact = Pact(evidence=[Evidence.of(ARTICLE, 1)], text="", title="t")
    summary = Pacts(pacts=[pact, pact], main=pact)
    assert [path for path, _ in summary.items()] == ["pacts[0]", "pacts[1]", "main"]


def test_unknown_token_counts_stay_unknown() -> None:
    """A count nobody reported is None, not nought; known ones add up."""
    usage = Usage()
    usage.add(input_tokens=None, output_tokens=5)
    usage.add(input_tokens=None, output_tokens=7)
    assert usage.input_tokens is None
    assert usage.output_tokens == 12


def test_party_named_in_another_script_keeps_its_words() -> None:
    """Names and verbatim words are stored as given, in any script."""
    party = Party(verbatim="«Қазақстан темір жолы»", name="Қазақстан темір жолы", role="buyer")
    assert Party.model_validate_json(party.model_dump_json()) == party
