"""What a model answered: a JSON object with the schema's fields, its items not looked at yet.

This is all that instructor validates, so that one bad item cannot spoil the whole answer.  What
holds more than any honest answer is turned down as a whole, before anything else looks at it.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from functools import lru_cache
from typing import Any, ClassVar, Protocol, Self

from pydantic import BaseModel, ConfigDict, create_model

from ..schema import SummaryData, Usage

LONGEST_LIST = 500
"""So many entries a list may have, or an object; a window of an article holds fewer facts."""
MOST_VALUES = 50_000
"""So many values all lists and objects may hold together: 500 deals have some 20,000."""
LONGEST_ANSWER = 1_000_000
"""Characters; more than any model writes in one go."""
_DEEPEST = 50


class _Answer(BaseModel):
    model_config = ConfigDict(extra="ignore")
    schema_shown: ClassVar[dict[str, Any]]

    @classmethod
    def model_json_schema(cls, *_: Any, **__: Any) -> dict[str, Any]:
        return cls.schema_shown

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        return cls.model_validate(parse(str(json_data)), **options)


def parse(text: str) -> Any:
    r"""The JSON in a model's answer, also if it is fenced as Markdown.

    Raises ValueError for what JSON itself leaves open, a key that stands twice or NaN, and for
    lists, texts and nesting that no honest answer has.  Control characters are dropped: no file or
    terminal should get them.

    >>> parse('```json\n{"deals": []}\n```')
    {'deals': []}
    """
    if len(text) > LONGEST_ANSWER:
        raise ValueError(f"the reply has {len(text):,} characters, the limit is {LONGEST_ANSWER:,}")
    fenced = re.fullmatch(r"\s*```(?:json)?\s*\n(.*?)\n?\s*```\s*", text, re.DOTALL)
    try:
        value = json.loads(
            fenced[1] if fenced else text,
            object_pairs_hook=_no_key_twice,
            parse_constant=_no_such_number,
            strict=False,  # control characters are dropped below, which costs no second request
        )
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None
    _check_size(value)
    return value if _is_plain(text) else _printable(value)


_TOO_DEEP = "the JSON is nested too deeply"


def _check_size(value: Any) -> None:
    """Raise ValueError if it holds more than a reply may; what is too long is not walked through.

    Level by level, so that it takes no longer for how the values stand within each other.
    """
    level, count = [("the reply", value)], 0
    for _ in range(_DEEPEST):
        below: list[tuple[str, Any]] = []
        for name, each in level:
            if not isinstance(each, dict | list):
                continue
            if len(each) > LONGEST_LIST:
                raise ValueError(f"{name} holds {len(each):,} entries, the limit is {LONGEST_LIST}")
            below += each.items() if isinstance(each, dict) else [(name, entry) for entry in each]
        count += len(below)
        if count > MOST_VALUES:
            raise ValueError(f"the reply holds more than {MOST_VALUES:,} values")
        level = below
    if level:
        raise ValueError(_TOO_DEEP)


_UNPRINTABLE = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff]")
_SUSPECT = re.compile(_UNPRINTABLE.pattern[:-1] + r"\\]")  # an escape may stand for one
_FEW = 500  # brackets, which cannot nest too deeply


def _is_plain(text: str) -> bool:
    """Whether there is nothing to drop, as in nearly all answers: looking at each value is slow."""
    return not _SUSPECT.search(text) and text.count("{") + text.count("[") < _FEW


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return _UNPRINTABLE.sub("", value)
    if isinstance(value, list):
        return [_printable(entry) for entry in value]
    if isinstance(value, dict):
        return {_printable(key): _printable(entry) for key, entry in value.items()}
    return value


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    together = dict(pairs)
    if len(together) < len(pairs):
        raise json.JSONDecodeError("an object has the same key twice", "", 0)
    return together


def _no_such_number(name: str) -> Any:
    raise json.JSONDecodeError(f"{name} is no JSON number", "", 0)


@lru_cache
def answer_model(schema: type[SummaryData]) -> type[BaseModel]:
    """The response model for a schema, made once, because it is slow to make.

    It takes any JSON object that has the schema's fields, with lists where lists belong, and shows
    the model the whole schema.
    """
    items = schema.item_fields()
    fields: dict[str, Any] = {}
    for name in schema.visible_fields():
        if name in items:
            fields[name] = (list[Any] if items[name].many else Any, ...)
        else:
            fields[name] = (schema.model_fields[name].annotation, schema.model_fields[name])
    model = create_model(schema.__name__, __base__=_Answer, **fields)
    model.schema_shown = schema.wire_schema()
    return model


class Reply(BaseModel):
    """One answer, and what it took to get it.  Its items are still as the model wrote them.

    As JSON it can be laid aside, so that an answer that was paid for is never asked for twice.
    """

    model_config = ConfigDict(frozen=True)

    content: dict[str, Any]
    model: str
    created: datetime
    request: str | None = None
    """What the provider calls the request, to find it in its logs."""
    usage: Usage
    """What the question had cost when this answer came, failed attempts included."""


class Drafts(Protocol):
    """Where replies are laid aside until their article is finished."""

    def get(self, part: str) -> Reply | None:
        """The reply laid aside for this part of the article."""

    def put(self, part: str, reply: Reply) -> None:
        """Lay a reply aside."""
