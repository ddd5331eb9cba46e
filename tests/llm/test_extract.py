"""A whole reply in the shapes in which servers and models send it: taken with one request, or not.

The shapes are put together from wrappers, fences, reasoning, prose and end tokens, as the reports
about servers that do not enforce a schema show them.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from llm_server import completion
from samples import ARTICLE, Desk, Serve, deal, reply, summariser

from summariser import ReplyError, SummitSummary
from summariser.llm.extract import Wanted, extract
from summariser.llm.reply import answer_model

CONTENT = reply(deal())
PLAIN = json.dumps(CONTENT)
Change = Callable[[str], str]

# What stands in for the object: the text of the JSON, as a model writes it.
BODIES: dict[str, Change] = {
    "plain": str,
    "indented": lambda text: json.dumps(json.loads(text), indent=2),
    "trailing commas": lambda text: (
        text.replace("]", ",]").replace("[,]", "[]").replace("}", ",\n}")
    ),
    "line comments": lambda text: text.replace(
        ', "deals"', ', // "deals": the list of them\n "deals"'
    ),
    "comments in blocks": lambda text: text.replace("[", "[ /* one [ or { more */ "),
    "comments with a hash": lambda text: text.replace("{", "{ # an object\n"),
    "line breaks in strings": lambda text: text.replace("Talks.", "Talks.\n\tNothing else."),
}
WRAPPERS: dict[str, Change] = {
    "none": str,
    "the schema's name": lambda text: f'{{"SummitSummary": {text}}}',
    "snake case": lambda text: f'{{"summit_summary": {text}}}',
    "response": lambda text: f'{{"response": {text}}}',
    "properties": lambda text: f'{{"type": "object", "properties": {text}}}',
    "two deep": lambda text: f'{{"status": "ok", "data": {{"result": {text}}}}}',
    "an array of one": lambda text: f"[{text}]",
    "a call": lambda text: f'{{"name": "SummitSummary", "arguments": {text}}}',
}
STRINGS: dict[str, Change] = {
    "a string": json.dumps,
    "a string in a string": lambda text: json.dumps(json.dumps(text)),
    "a string in a wrapper": lambda text: json.dumps({"output": text}),
    "arguments as a string": lambda text: json.dumps([{"name": "f", "arguments": text}]),
    "a fence in a string": lambda text: json.dumps({"text": f"```json\n{text}\n```"}),
}
FENCES: dict[str, Change] = {
    "none": str,
    "json": lambda text: f"```json\n{text}\n```",
    "JSON": lambda text: f"```JSON\n{text}\n```",
    "unnamed": lambda text: f"```\n{text}\n```",
    "without line breaks": lambda text: f"```json{text}```",
    "unclosed": lambda text: f"```json\n{text}",
    "closed only": lambda text: f"{text}\n```",
    "tildes": lambda text: f"~~~\n{text}\n~~~",
    "quotation marks": lambda text: f"'''{text}'''",
}
DRAFT = '{"summit": null, "overview": "A draft.", "outcomes": [], "deals": [], "positions": []}'
AROUND: dict[str, Change] = {
    "nothing": str,
    "a BOM": lambda text: "\ufeff" + text,
    "think": lambda text: f"<think>They signed, {{2}} says so.</think>\n\n{text}",
    "think, empty": lambda text: f"<think>\n\n</think>\n{text}",
    "think, unopened": lambda text: f"They signed a contract [2].\n</think>\n{text}",
    "think, unclosed": lambda text: f"<think>\n{text}",
    "all of it in think": lambda text: f"<think>{text}</think>",
    "thinking of another name": lambda text: f"[THINK]It's \"{{a}}\" or {{b}}…[/THINK]{text}",
    "a draft in the thoughts": lambda text: f"<reasoning>First {DRAFT}, but no.</reasoning>{text}",
    "half a draft": lambda text: f'<think>{{"summit": null, "overview": and so on</think>{text}',
    "channels": lambda text: "<|channel|>analysis<|message|>We need JSON.<|end|><|start|>assistant"
    f"<|channel|>final <|constrain|>json<|message|>{text}<|return|>",
    "an end token": lambda text: f"{text}<|im_end|>",
    "another": lambda text: f"{text}</s>\n",
    "a third": lambda text: f"{text} <end_of_turn>",
    "prose before": lambda text: f"Sure! Here is the JSON you asked for:\n\n{text}",
    "prose after": lambda text: f"{text}\n\nLet me know if you need {{anything}} else.",
    "prose before and after": lambda text: f'The "summary":\n{text}\nIt cites [2].',
    "a tag": lambda text: f"<answer>{text}</answer>",
    "the JSON twice": lambda text: f"{text}\n{text}",
    "the JSON twice, with a line": lambda text: f"{text}\n---\nFinal answer:\n{text}",
}  # fmt: skip


LONGER = {"line breaks in strings": "Talks.\n\tNothing else."}  # what a body says


def shapes() -> dict[str, tuple[str, str]]:
    """Each part with each other of the next kind, and with none of those further off; its overview."""
    made: dict[str, tuple[str, str]] = {}

    def add(body: str, wrapper: str, fence: str, around: str) -> None:
        wrapped = WRAPPERS.get(wrapper) or STRINGS[wrapper]
        text = AROUND[around](FENCES[fence](wrapped(BODIES[body](PLAIN))))
        made[f"{body} / {wrapper} / {fence} / {around}"] = text, LONGER.get(body, "Talks.")

    for body, wrapper in product(BODIES, WRAPPERS):
        add(body, wrapper, "none", "nothing")
    for wrapper, fence in product([*WRAPPERS, *STRINGS], FENCES):
        add("plain", wrapper, fence, "nothing")
    for fence, around in product(FENCES, AROUND):
        add("plain", "none", fence, around)
    for wrapper, around in product([*WRAPPERS, *STRINGS], AROUND):
        add("trailing commas" if wrapper in WRAPPERS else "plain", wrapper, "json", around)
    return made


SHAPES = shapes()
FEW = {name: text for number, (name, (text, _)) in enumerate(SHAPES.items()) if number % 4 == 0}


@pytest.mark.parametrize(("text", "overview"), SHAPES.values(), ids=SHAPES)
def test_the_one_object_is_found(text: str, overview: str) -> None:
    """Whatever stands around it, what the object says is what was written."""
    found = answer_model(SummitSummary).model_validate_json(text).content
    assert found == {**CONTENT, "overview": overview}


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    """One for all rows."""
    with Desk() as made:
        yield made


@pytest.mark.heavy
@pytest.mark.parametrize("text", FEW.values(), ids=FEW)
def test_a_whole_reply_is_taken_with_one_request(desk: Desk, text: str) -> None:
    """One request, the same deal, borne out as it is when it comes as it was asked for."""
    summary, requests = desk.read(ARTICLE, completion(text))
    assert len(requests) == summary.usage.requests == 1
    assert [item.verdict for item in summary.deals] == ["computed"]
    assert summary.rejected == []


def message(**changes: Any) -> dict[str, Any]:
    """A completion whose message has other fields."""
    made = completion(None)
    made["choices"][0]["message"].update(changes)
    return made


def call(arguments: Any) -> dict[str, Any]:
    function = {"name": "SummitSummary", "arguments": arguments}
    return {"id": "call_1", "type": "function", "function": function}


MESSAGES: dict[str, Mapping[str, Any]] = {
    "content in parts": message(content=[{"type": "text", "text": PLAIN}]),
    "content in two parts": message(
        content=[{"type": "text", "text": PLAIN[:99]}, {"type": "text", "text": PLAIN[99:]}]
    ),
    "thoughts among the parts": message(
        content=[{"type": "thinking", "thinking": "Hm."}, {"type": "text", "text": PLAIN}]
    ),
    "content as the object itself": message(content=CONTENT),
    "a tool call": message(tool_calls=[call(PLAIN)]),
    "a tool call with an object": message(tool_calls=[call(CONTENT)]),
    "a tool call, content empty": message(content="", tool_calls=[call(PLAIN)]),
    "a tool call after a word": message(content="I report this.", tool_calls=[call(PLAIN)]),
    "the same tool call twice": message(tool_calls=[call(PLAIN), call(PLAIN)]),
    "a function call": message(function_call={"name": "f", "arguments": PLAIN}),
    "reasoning_content": message(content="", reasoning_content=PLAIN),
    "reasoning": message(reasoning=f"So:\n{PLAIN}"),
    "reasoning beside a content": message(content=PLAIN, reasoning_content=DRAFT),
    "no list of positions": completion({k: v for k, v in CONTENT.items() if k != "positions"}),
    "a null list": completion({**CONTENT, "outcomes": None}),
    "no summit": completion({k: v for k, v in CONTENT.items() if k != "summit"}),
    "one object instead of a list": completion({**CONTENT, "deals": CONTENT["deals"][0]}),
    "a list instead of one object": completion({**CONTENT, "summit": []}),
    "another key first": completion({"thoughts": "{[\"", **CONTENT}),
    "the schema before": completion(json.dumps(SummitSummary.wire_schema()) + "\n" + PLAIN),
    "cut off, but whole": completion(f"```json\n{PLAIN}\n```<|im_end|>", finish_reason="length"),
}  # fmt: skip


@pytest.mark.parametrize("sent", MESSAGES.values(), ids=MESSAGES)
def test_a_message_of_another_form_is_taken_with_one_request(
    desk: Desk, sent: Mapping[str, Any]
) -> None:
    """Parts, calls, thoughts, lists that are missing: the same deal, with one request."""
    summary, requests = desk.read(ARTICLE, sent)
    assert len(requests) == 1
    assert [item.verdict for item in summary.deals] == ["computed"]


# --- what is asked for again ---------------------------------------------------------------------

CUT = PLAIN[: PLAIN.rindex("deliverables")]
OTHER = json.dumps(reply(deal("Another one.")))
SCHEMA = json.dumps(SummitSummary.wire_schema())
AGAIN: dict[str, tuple[Mapping[str, Any] | str, str]] = {
    # label: what comes, what the second request says was wrong
    "no JSON": ("I see two deals here.", "begins with 'I see two deals here.'"),
    "a wrapper around nothing": ('{"result": {"status": "done"}}', 'the JSON object has "result"'),
    "a list only": ("[1, 2]", "no JSON object"),
    "half of it": (CUT, "breaks off"),
    "half of it, fenced": (f"```json\n{CUT}\n```", "breaks off"),
    "half of it in a wrapper": (f'{{"response": {CUT}', "breaks off"),
    "half of it after a draft": (f"<think>{DRAFT}</think>{CUT}", "breaks off"),
    "half of it in a string": (json.dumps(CUT), "breaks off"),
    "an item left out": (PLAIN.replace('"deals": [', '"deals": [..., '), "near"),
    "a comma missing": (PLAIN.replace(', "deals"', ' "deals"'), "delimiter"),
    "two commas": (PLAIN.replace(', "deals"', ',, "deals"'), "near"),
    "a quotation mark within": (PLAIN.replace("Talks.", 'Talks "of" all.'), "near"),
    "a key twice": (PLAIN.replace('"deals"', '"outcomes"'), "the same key twice"),
    "NaN": (PLAIN.replace('"Talks."', "NaN"), "NaN is no JSON number"),
    "two in a list": (f"[{PLAIN}, {OTHER}]", "side by side"),
    "two in a wrapper": (json.dumps([json.loads(PLAIN), json.loads(OTHER)]), "side by side"),
    "two calls": (message(tool_calls=[call(PLAIN), call(OTHER)]), "side by side"),
    "the schema": (SCHEMA, "overview"),
    "no overview": (PLAIN.replace("overview", "summary"), "overview: Field required"),
    "a list that is a text": ({**CONTENT, "deals": "none"}, "deals: Input should be a valid list"),
}  # fmt: skip


@pytest.mark.parametrize(("sent", "told"), AGAIN.values(), ids=AGAIN)
def test_what_is_not_one_whole_object_is_asked_again(
    desk: Desk, sent: Mapping[str, Any] | str, told: str
) -> None:
    """Nothing is made up of half a reply, or of two; the model hears what was wrong, and where."""
    whole = sent if isinstance(sent, Mapping) and "choices" in sent else completion(sent)
    summary, requests = desk.read(ARTICLE, whole, completion(CONTENT))
    assert len(summary.deals) == 1
    assert len(requests) == 2
    echo, words = (each["content"] for each in requests[1].body["messages"][-2:])
    assert told in words
    assert echo


def test_half_a_reply_is_truncated_whatever_stands_before_it(server: Serve) -> None:
    """A draft in the thoughts, or in what should have been the thoughts, is no answer."""
    for sent in (
        completion(f"<think>First {DRAFT}. But wait, there is", finish_reason="length"),
        completion(f"<think>{DRAFT}</think>{CUT}", finish_reason="length"),
        message(content="", reasoning_content=PLAIN) | {"choices": [
            {"index": 0, "finish_reason": "length",
             "message": {"role": "assistant", "content": "", "reasoning_content": PLAIN}}]},
    ):  # fmt: skip
        served = server([sent])
        with pytest.raises(ReplyError) as caught:
            summariser(served).summarise(ARTICLE)
        assert caught.value.kind == "truncated"


def test_of_several_objects_the_last_is_read_and_a_note_says_so(desk: Desk) -> None:
    """What was thought first is no answer; that something else stood there is told."""
    summary, _ = desk.read(ARTICLE, completion(f"<think>{DRAFT}</think>{PLAIN}"))
    assert len(summary.deals) == 1
    assert summary.notes == ["the reply held several JSON objects, of which the last was read"]
    assert desk.read(ARTICLE, completion(f"{PLAIN}\n{PLAIN}"))[0].notes == []


def test_a_missing_list_leaves_a_note(desk: Desk) -> None:
    """That nothing was said about positions is not the same as that there are none."""
    content = {name: value for name, value in CONTENT.items() if name != "positions"}
    summary, _ = desk.read(ARTICLE, completion(content))
    assert summary.notes == ["positions: missing, read as an empty list"]


# --- bounds --------------------------------------------------------------------------------------

DEALS = Wanted(("deals",), frozenset({"deals"}), frozenset())


@given(st.text('{}[]",:/*#\\ \n' + 'deals"', max_size=200))
def test_no_text_ends_otherwise_than_with_an_object_or_a_reason(text: str) -> None:
    """Any soup of brackets, quotation marks and comments is read, or turned down with a reason."""
    try:
        found = extract(text, DEALS)
    except ValueError:
        return
    assert "deals" in found.value


@given(
    st.text('{}[]",:/*#\\ \n<>|`' + "deals", max_size=60), st.text('}]",\n<>|`dea ', max_size=60)
)
def test_no_text_around_it_changes_what_an_object_says(before: str, after: str) -> None:
    """It is found as it is, or the reply is turned down: what stands around it adds nothing."""
    try:
        found = extract(f"{before}\n{PLAIN}{after}", answer_model(SummitSummary).wanted)
    except ValueError:
        return
    assert found.value == CONTENT


HOSTILE: dict[str, Callable[[int], str]] = {
    "objects that never end": lambda n: '{"a": [' * n,
    "strings that never end": lambda n: '["' * n,
    "quoted brackets": lambda n: '"{' * n,
    "comments that never end": lambda n: '{"a": 1, /*' * n,
    "lines of comments": lambda n: '{"a": 1, //\n' * n,
    "broken objects": lambda n: '{"deals": 1 2}' * n,
    "trailing commas": lambda n: '{"a": 1,}' * n,
    "strings in strings": lambda n: json.dumps({"a": ['{"x": "{'] * n}),
    "escapes": lambda n: '"\\"{' * n,
    "blanks": lambda n: "{ " * n,
}


@pytest.mark.heavy
@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_reply_takes_steps_in_proportion_to_its_length(
    made: Callable[[int], str],
) -> None:
    """Ten times as long takes no more than fifteen times as many calls, and ends with a reason."""
    counted = []
    for n in (2_000, 20_000):
        calls = Counter[str]()
        sys.setprofile(lambda frame, event, _, calls=calls: calls.update([event]))
        try:
            with contextlib.suppress(ValueError):
                extract(made(n), DEALS)
        finally:
            sys.setprofile(None)
        counted.append(calls.total())
    assert counted[1] <= 15 * counted[0] + 1_000
