"""The JSON in an answer: what is taken, what is dropped, what is turned down."""

from __future__ import annotations

from typing import Any

import pytest

from summariser.answer import parse

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
    ("long", "[" + '{"a": [1]},' * 400 + '"\x00"]', [{"a": [1]}] * 400 + [""]),
]
TURNED_DOWN = {
    "a key twice": '{"a": 1, "a": 1}',
    "NaN": '{"a": NaN}',
    "nested without end": "[" * 50_000 + "]" * 50_000,
    "nested too deeply to walk through": "[" * 5_000 + "]" * 5_000,
    "half of it": '{"a": [1, 2',
}


@pytest.mark.parametrize(("text", "value"), [pytest.param(*case[1:], id=case[0]) for case in TAKEN])
def test_what_is_taken(text: str, value: Any) -> None:
    """Values come as they are, without what no file or terminal should get."""
    assert parse(text) == value


@pytest.mark.parametrize("text", TURNED_DOWN.values(), ids=TURNED_DOWN)
def test_what_is_turned_down(text: str) -> None:
    """What JSON leaves open, and nesting beyond all use, is a ValueError."""
    with pytest.raises(ValueError, match=r"twice|NaN|nested|delimiter"):
        parse(text)
