"""The JSON in an answer: what is taken, what is dropped, what is turned down."""

from __future__ import annotations

import json
from typing import Any

import pytest

from summariser.llm import reply
from summariser.llm.extract import Wanted

TAKEN: list[tuple[str, str, Any]] = [
    ("plain", '{"a": ["б", 1, null]}', {"a": ["б", 1, None]}),
    ("line ends and tabs stay", '{"a": "x\\ny\\tz"}', {"a": "x\ny\tz"}),
    ("quotation marks stay", '{"a": "\\"x\\" \\\\"}', {"a": '"x" \\'}),
    ("a bell", '{"a": "x\x07y"}', {"a": "xy"}),
    ("a bell, escaped", '{"a": "x\\u0007y"}', {"a": "xy"}),
    ("backspace and form feed, escaped", '{"a": "x\\b\\f\\ry"}', {"a": "xy"}),
    ("half a surrogate pair", '{"a": "x\\ud83dy"}', {"a": "xy"}),
    ("a whole one", '{"a": "\\ud83d\\ude00"}', {"a": "😀"}),
    ("terminal escapes in a key", '{"a\\u001b[2J": {"b": ["\\u009bx"]}}', {"a[2J": {"b": ["x"]}}),
    ("fenced", '```json\n{"a": "\\u0000"}\n```', {"a": ""}),
    (
        "long",
        '{"a": [' + '{"b": [1]},' * 400 + '"\x00"]}',
        {"a": [{"b": [1]}] * 400 + [""]},
    ),
]
ANY = Wanted(
    ("a", "deals"),
    frozenset(("a", "a\x1b[2J", "deals", "summit", "topics", "overview")),
    frozenset(),
)


def parse(text: str) -> Any:
    """The object in a reply to some schema that has any of these keys."""
    return reply.parse(text, ANY).value


TURNED_DOWN = {
    "a key twice": '{"a": 1, "a": 1}',
    "NaN": '{"a": NaN}',
    "nested without end": '{"a": ' + "[" * 50_000 + "]" * 50_000 + "}",
    "nested too deeply to walk through": '{"a": ' + "[" * 5_000 + "]" * 5_000 + "}",
    "half of it": '{"a": [1, 2',
}


@pytest.mark.parametrize(("text", "value"), [pytest.param(*case[1:], id=case[0]) for case in TAKEN])
def test_what_is_taken(text: str, value: Any) -> None:
    """Values come as they are, without what no file or terminal should get."""
    assert parse(text) == value


@pytest.mark.parametrize("text", TURNED_DOWN.values(), ids=TURNED_DOWN)
def test_what_is_turned_down(text: str) -> None:
    """What JSON leaves open, and nesting beyond all use, is a ValueError."""
    with pytest.raises(ValueError, match=r"twice|NaN|nested|breaks off"):
        parse(text)


BOUNDS: list[tuple[str, Any, str]] = [
    ("items", {"deals": [0] * 501}, "deals holds 501 entries, the limit is 500"),
    ("a great many", {"deals": [0] * 100_000}, "deals holds 100,000 entries, the limit is 500"),
    ("evidence", {"deals": [{"evidence": [1] * 501}]}, "evidence holds 501 entries"),
    ("values in an item", {"deals": [{}, {"values": [{}] * 501}]}, "values holds 501 entries"),
    ("in a single item", {"summit": {"parties": [None] * 501}}, "parties holds 501 entries"),
    ("a list within a list", {"deals": [[[0] * 501]]}, "deals holds 501 entries"),
    ("nothing but a list", [0] * 501, "the reply holds no JSON object"),
    ("texts", {"topics": ["x"] * 501}, "topics holds 501 entries"),
    ("an object", {"deals": [{str(n): n for n in range(501)}]}, "deals holds 501 entries"),
    ("all together", {"deals": [{"evidence": [1] * 500}] * 101}, "more than 50,000 values"),
    ("a long text", {"overview": "x" * 1_000_000}, "1,000,016 characters, the limit is 1,000,000"),
    ("nesting", json.loads('{"a":' * 51 + "1" + "}" * 51), "nested too deeply"),
]


@pytest.mark.parametrize(("value", "said"), [pytest.param(*c[1:], id=c[0]) for c in BOUNDS])
def test_no_honest_reply_holds_so_much(value: Any, said: str) -> None:
    """Lists, objects, texts and all of them together have a bound, which the error tells."""
    with pytest.raises(ValueError, match=said):
        parse(json.dumps(value))


def test_what_is_within_all_bounds() -> None:
    """500 items of two dozen values each, deep within each other, are no more than that."""
    value = {"deals": [{"values": [{"a": n, "b": [[n]]}] * 6} for n in range(500)]}
    assert parse(json.dumps(value)) == value
