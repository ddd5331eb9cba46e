"""A real server, llama.cpp, under a model of random weights: the wire format, and the checks.

Needs the extra ``llama``.  The model knows nothing, so whatever is right about its answers is the
grammar's doing, and whatever of them the checks let pass would be the checks' fault.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import tiny_llama
from extras import needs
from record import article

from summariser import (
    Item,
    Named,
    ProviderError,
    Summariser,
    Summary,
    SummitSummary,
    recorded,
)
from summariser.checks.index import Index
from summariser.llm.limits import Allowance
from summariser.reading.candidates import read
from summariser.schema.evidence import Check

pytestmark = [
    pytest.mark.llama,
    needs("xllamacpp", "gguf", "jsonschema", extra="llama"),
]

SEEDS = range(20)
ARTICLE = article("c5plus1_ru")  # none of its letters are among the model's
RELIED_ON = ("exact", "normalised", "computed")
AMOUNT = "^[0-9]{1,18}([.][0-9]{1,6})?$"
PLEDGE = {
    "type": "object",
    "properties": {"by": {"type": "integer"}},
    "required": ["by"],
    "additionalProperties": False,
}

# What our schemas are made of: the name, the schema of one value, whether the grammar enforces it.
ENFORCED = [
    ("a string", {"type": "string", "description": "a few words"}),
    ("a string or null", {"type": ["string", "null"]}),
    ("an enum", {"type": "string", "enum": ["exact", "more_than"]}),
    ("an anchored pattern", {"type": "string", "pattern": AMOUNT}),
    ("an anchored pattern, or null", {"type": ["string", "null"], "pattern": "^[A-Z]{3}$"}),
    ("at least one item", {"type": "array", "items": {"type": "integer"}, "minItems": 1}),
    ("a reference, no other key, none missing", {"$ref": "#/$defs/Pledge"}),
    ("a reference or null", {"anyOf": [{"$ref": "#/$defs/Pledge"}, {"type": "null"}]}),
    ("a list of references", {"type": "array", "items": {"$ref": "#/$defs/Pledge"}}),
    ("lengths, which we leave out", {"type": "string", "minLength": 3, "maxLength": 5}),
    ("the form of a date", {"type": "string", "format": "date"}),
]
IGNORED = [
    (r"\d in a pattern", {"type": "string", "pattern": r"^\d{2}$"}),
    ("a pattern without anchors", {"type": "string", "pattern": "[0-9]{2}"}),
    ("bounds of a fraction", {"type": "number", "minimum": 0, "maximum": 1}),
    ("items that differ", {"type": "array", "items": {"type": "boolean"}, "minItems": 3,
                           "uniqueItems": True}),
]  # fmt: skip
IDS: dict[str, Any] = {"ids": lambda value: value if isinstance(value, str) else ""}


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("llama") / "tiny.gguf"
    tiny_llama.write_model(path)
    return path


@pytest.fixture(scope="session")
def running(model: Path) -> Any:
    """A llama.cpp that runs as long as it is held."""
    return tiny_llama.serve(model)


@pytest.fixture(scope="session")
def llama(running: Any) -> str:
    """Its address."""
    return f"{running.listening_address}/v1"


def summariser(address: str, seed: int = 0, **options: Any) -> Summariser[Any]:
    return Summariser(
        model=tiny_llama.NAME, base_url=address, seed=seed, temperature=1.0, **options
    )


def words(item: Item) -> list[Check]:
    """What became of the words that an item says stand in the text (but for mere commas, see below)."""
    return [
        check
        for check in item.checks
        if check.kind == "verbatim"
        and (check.span is None or any(map(str.isalnum, check.span.text)))
    ]


Ask = Callable[[dict[str, Any], int], Any]


@pytest.fixture(scope="session")
def ask(llama: str) -> Iterator[Ask]:
    """``ask(schema, seed)`` gets one value of this schema out of the model."""
    import openai

    def asked(schema: dict[str, Any], seed: int) -> Any:
        wrapped = {**PLEDGE, "properties": {"value": schema}, "required": ["value"],
                   "$defs": {"Pledge": PLEDGE}}  # fmt: skip
        completion = client.chat.completions.create(
            model=tiny_llama.NAME,
            seed=seed,
            temperature=1.0,
            messages=[{"role": "user", "content": "Well?"}],
            response_format={
                "type": "json_schema",
                "json_schema": {"name": "value", "strict": True, "schema": wrapped},
            },
        )
        return json.loads(completion.choices[0].message.content or "")["value"]

    with openai.OpenAI(base_url=llama, api_key="none", max_retries=0) as client:
        yield asked


def valid(value: Any, schema: dict[str, Any]) -> bool:
    import jsonschema

    validator = jsonschema.Draft202012Validator({**schema, "$defs": {"Pledge": PLEDGE}})
    return bool(validator.is_valid(value))


# --- the grammar -----------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "schema"), ENFORCED, **IDS)
def test_the_grammar_enforces(ask: Ask, name: str, schema: dict[str, Any]) -> None:
    """Whatever the model would rather write, llama.cpp lets out only what this schema allows."""
    assert all(valid(ask(schema, seed), schema) for seed in SEEDS)


@pytest.mark.parametrize(("name", "schema"), IGNORED, **IDS)
def test_the_grammar_lets_pass(ask: Ask, name: str, schema: dict[str, Any]) -> None:
    """What llama.cpp takes and does not enforce: our own schemas must do without it."""
    assert not all(valid(ask(schema, seed), schema) for seed in SEEDS)


def test_our_schema_uses_only_what_is_enforced() -> None:
    """The schema sent for a summary holds no keyword that the first table above does not try."""

    def keywords(node: Any) -> Iterator[str]:
        for key, value in node.items() if isinstance(node, dict) else ():
            yield key
            inner = value.values() if key in ("properties", "$defs") else [value]
            for each in inner:
                for entry in each if isinstance(each, list) else [each]:
                    yield from keywords(entry)

    tried = {word for _, schema in [*ENFORCED, ("", {**PLEDGE, "$defs": {}})]
             for word in keywords(schema)}  # fmt: skip
    assert set(keywords(SummitSummary.wire_schema())) <= tried


@pytest.mark.parametrize("seed", SEEDS)
def test_a_whole_reply_has_the_form_asked_for(llama: str, seed: int) -> None:
    """Replies to the schema of a whole summary, nested as it is, are valid to the last brace."""
    import jsonschema

    schema = SummitSummary.wire_schema()

    async def content() -> dict[str, Any]:
        asking = summariser(llama, seed).client
        message = {"role": "user", "content": "Well?"}
        reply = await asking.complete([message], SummitSummary, Allowance(1, 60))
        await asking.aclose()
        return reply.content

    jsonschema.validate(asyncio.run(content()), schema)


# --- the checks ------------------------------------------------------------------------------


class Name(Item, Named):
    """Somebody or something; of what cites sentences, a model at random gets few numbers right."""


class Names(Summary):
    """Whom the article names."""

    first: Name
    others: list[Name]


@pytest.fixture(scope="session")
def nonsense(llama: str) -> list[Names]:
    """What the model says about the article, everything that can be read kept in the lists."""
    summaries = []
    for seed in SEEDS:
        with summariser(llama, seed, on_unsupported="flag", schema=Names) as one:
            summaries.append(one.summarise(ARTICLE))
    return summaries


def test_no_nonsense_is_borne_out(nonsense: list[Names]) -> None:
    """Of all the names, sums and words that a model makes up, none is found in the text."""
    checked = [check for summary in nonsense for _, item in summary.items()
               for check in words(item)]  # fmt: skip
    assert len(checked) >= 15
    assert {check.verdict for check in checked} == {"absent"}


def test_no_item_of_nonsense_is_trusted(nonsense: list[Names]) -> None:
    """No item the model made up gets a verdict that says it can be relied on."""
    items = [item for summary in nonsense for _, item in summary.items()]
    assert len(items) >= 20
    trusted = [item for item in items if item.verdict in RELIED_ON]
    assert not [item for item in trusted if words(item)]


def test_a_name_without_a_letter_is_no_name() -> None:
    """A position of an expert called ',' is not called exact."""
    expert = {"verbatim": ",", "name": None, "role": None, "affiliation": None}
    position = {
        "evidence": [2], "text": "g}", "act": "claim", "expert": expert,
        "target": None, "stance": "mixed", "certainty": "certain",
    }  # fmt: skip
    content = {"summit": None, "outcomes": [], "deals": [], "positions": [position]}
    (candidate,) = read(content, SummitSummary, Index(ARTICLE))
    assert candidate.item is None or candidate.item.verdict not in RELIED_ON


@pytest.mark.parametrize("seed", SEEDS)
def test_nonsense_is_asked_again_and_then_rejected(llama: str, seed: int) -> None:
    """Nothing that fails its checks is among the items: it is rejected, with the reason."""
    with summariser(llama, seed) as one:
        summary = one.summarise(ARTICLE)
    kept = [item for _, item in summary.items()]
    assert not [check for item in kept for check in words(item)]  # kept: those without any
    assert all(rejected.reason for rejected in summary.rejected)
    assert summary.usage.requests == (2 if summary.rejected else 1)
    assert summary.usage.input_tokens
    assert summary.usage.output_tokens
    assert summary.usage.cost is None
    assert summary.provenance
    assert summary.provenance.model == tiny_llama.NAME


# --- the wire --------------------------------------------------------------------------------


def test_articles_side_by_side(llama: str) -> None:
    """Eight articles at once, on a server that takes four at a time, get an answer each."""

    async def all_at_once() -> list[SummitSummary]:
        with summariser(llama, on_unsupported="drop") as one:
            return await asyncio.gather(
                *(one.asummarise(f"Стороны подписали {n} соглашений.") for n in range(8))
            )

    summaries = asyncio.run(all_at_once())
    assert [each.usage.requests for each in summaries] == [1] * 8
    assert len({each.article.text for each in summaries if each.article}) == 8


def test_a_recording_of_llama_replays_without_it(model: Path, tmp_path: Path) -> None:
    """What llama.cpp answered is answered again from the file once the server is gone."""
    server = tiny_llama.serve(model)
    address = server.listening_address + "/v1"
    cassette = tmp_path / "llama.yaml"
    with recorded(cassette, mode="once"), summariser(address, 3) as one:
        live = one.summarise(ARTICLE)
    del server
    with summariser(address, 3, max_requests=1) as one, pytest.raises(ProviderError) as gone:
        one.summarise(ARTICLE)
    assert gone.value.kind == "unreachable"
    with recorded(cassette), summariser(address, 3) as one:
        replayed = one.summarise(ARTICLE)
    assert replayed == live


def test_a_reply_that_was_cut_off_gets_more_room(model: Path) -> None:
    """llama.cpp says when it cut a reply off, and takes our request for a longer one."""
    server = tiny_llama.serve(model, longest=20)
    with summariser(server.listening_address + "/v1", on_unsupported="drop") as one:
        usage = one.summarise(ARTICLE).usage
    assert usage.requests == 2
    assert usage.output_tokens
    assert usage.output_tokens > 40


def test_a_sentence_beyond_the_context_costs_one_request(llama: str) -> None:
    """llama.cpp's own words say that a sentence is too long, and nothing is sent again."""
    with summariser(llama) as one, pytest.raises(ProviderError) as error:
        one.summarise("Стороны подписали соглашение и " * 1500)
    assert error.value.status == 400
    assert "context" in str(error.value)
    assert error.value.usage
    assert error.value.usage.requests == 1
