"""What a model answered: a JSON object with the schema's fields, its items not looked at yet.

Where it stands in a reply is found by `extract`.  One bad item cannot spoil the whole answer.  What
holds more than any honest answer is turned down as a whole, before anything else looks at it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any, ClassVar, Protocol, Self

from pydantic import BaseModel, ConfigDict, PrivateAttr, ValidationError, create_model

from ..schema import Item, SummaryData, Usage
from .extract import TOO_DEEP, Found, Wanted, decoded, extract

LONGEST_LIST = 500
"""So many entries a list may have, or an object; a window of an article holds fewer facts."""
MOST_VALUES = 50_000
"""So many values all lists and objects may hold together: 500 deals have some 20,000."""
LONGEST_ANSWER = 1_000_000
"""Characters; more than any model writes in one go."""
_DEEPEST = 50


class Answer(BaseModel):
    """The outline of a reply: its fields, with lists where lists belong."""

    model_config = ConfigDict(extra="ignore")
    schema_shown: ClassVar[dict[str, Any]]
    wanted: ClassVar[Wanted]
    made_of: ClassVar[type[SummaryData]]
    _notes: list[str] = PrivateAttr(default_factory=list)

    @classmethod
    def model_json_schema(cls, *_: Any, **__: Any) -> dict[str, Any]:
        return cls.schema_shown

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """The answer in a reply; raises ValueError, in words that a model can act on."""
        found = parse(str(json_data), cls.wanted)
        notes = [*cls._mend(found.value)]
        try:
            answer = cls.model_validate(found.value, **options)
        except ValidationError as error:
            each = (f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()[:3])
            raise ValueError("; ".join(each)) from None
        answer._notes = notes + [_SEVERAL] * found.others  # noqa: SLF001  # its own
        return answer

    @classmethod
    def is_complete(cls, text: str) -> bool:
        """Whether a reply that was cut off had come to its end all the same."""
        try:
            cls.model_validate_json(text)
        except ValueError:
            return False
        return parse(text, cls.wanted).is_at_the_end

    @classmethod
    def _mend(cls, value: dict[str, Any]) -> Iterator[str]:
        """Read what leaves nothing open: a list or an object that is missing, and a list of one."""
        for name, field in cls.made_of.item_fields().items():
            given = value.get(name)
            if field.many and given is None:
                yield f"{name}: {'null' if name in value else 'missing'}, read as an empty list"
                value[name] = []
            elif field.many and isinstance(given, dict) and _is_item(given, field.item):
                yield f"{name}: one object, read as a list of one"
                value[name] = [given]
            elif not field.many and name not in value:
                yield f"{name}: missing, read as null"
                value[name] = None
            elif not field.many and isinstance(given, list) and len(given) < 2:
                yield f"{name}: a list, read as {'its only entry' if given else 'null'}"
                value[name] = given[0] if given else None

    @property
    def content(self) -> dict[str, Any]:
        """What each field holds, as the model wrote it."""
        return {name: getattr(self, name) for name in self.wanted.keys}


_SEVERAL = "the reply held several JSON objects, of which the last was read"


def _is_item(value: dict[str, Any], kind: type[Item]) -> bool:
    """Whether it has some of an item's own keys, unlike the piece of a schema in its place."""
    return not value.keys().isdisjoint(kind.visible_fields())


def parse(text: str, wanted: Wanted) -> Found:
    r"""The JSON object in a reply that has the schema's keys: see `extract`.

    Raises ValueError for what JSON itself leaves open, a key that stands twice or NaN, and for
    lists, texts and nesting that no honest answer has.  Control characters are dropped: no file or
    terminal should get them.

    >>> deals = Wanted(("deals",), frozenset({"deals"}), frozenset())
    >>> parse('```json\n{"deals": []}\n```', deals).value
    {'deals': []}
    """
    if len(text) > LONGEST_ANSWER:
        raise ValueError(f"the reply has {len(text):,} characters, the limit is {LONGEST_ANSWER:,}")
    found = extract(text, wanted)
    _check_size(found.value)
    return found if _is_plain(text) else replace(found, value=_printable(found.value))


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
        raise ValueError(TOO_DEEP)


def part(text: str) -> Any:
    """A piece of such an object, read as `parse` would read it there; raises ValueError."""
    value = decoded(text)
    _check_size(value)
    return value if _is_plain(text) else _printable(value)


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


@lru_cache
def answer_model(schema: type[SummaryData]) -> type[Answer]:
    """The outline of a reply to a schema, made once, because it is slow to make.

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
    model = create_model(schema.__name__, __base__=Answer, **fields)
    model.schema_shown = schema.wire_schema()
    model.made_of = schema
    needed = (
        name for name in fields if name not in items and model.model_fields[name].is_required()
    )
    model.wanted = Wanted(tuple(fields), frozenset(items or fields), frozenset(needed))
    return model


# --- where a reply stands in what a server sends -------------------------------------------


def said(message: Any, *, thoughts: bool = True) -> str:
    """What a message of the model says: its content, or else what it would call a tool with.

    Some servers leave both empty, and give as the model's thoughts what was its answer; whether
    those count is up to `thoughts`.  Several calls stand side by side, as the entries of a list.
    """
    texts = [words_of(getattr(message, "content", None)), ",\n".join(_calls(message))]
    if thoughts:
        texts += [
            words_of(getattr(message, name, None)) for name in ("reasoning_content", "reasoning")
        ]
    # A content that holds no JSON may stand before a call: "I will report this now."
    with_json = (text for text in texts[:2] if "{" in text)
    return next(with_json, None) or next(filter(str.strip, texts), "")


def words_of(content: Any) -> str:
    """The words of a content, which some servers give in parts, or as the object itself."""
    if isinstance(content, str):
        return content
    if isinstance(content, dict):
        return content["text"] if _is_text(content) else json.dumps(content, ensure_ascii=False)
    if isinstance(content, list):
        parts = (part["text"] if _is_text(part) else part for part in content)
        return "".join(part for part in parts if isinstance(part, str))
    return ""


def _is_text(part: Any) -> bool:
    return isinstance(part, dict) and isinstance(part.get("text"), str)


def _calls(message: Any) -> Iterator[str]:
    calls = getattr(message, "tool_calls", None)
    functions = [member(call, "function") for call in calls] if isinstance(calls, list) else []
    for function in [*functions, getattr(message, "function_call", None)]:
        arguments = member(function, "arguments")
        if arguments:
            yield arguments if isinstance(arguments, str) else json.dumps(arguments)


def member(whole: Any, name: str) -> Any:
    return whole.get(name) if isinstance(whole, dict) else getattr(whole, name, None)


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
    notes: list[str] = []
    """What was read though it was not written as asked for."""
    usage: Usage
    """What the question had cost when this answer came, failed attempts included."""
    mode: str = "json_schema"
    """In which way it was asked for: see `modes`."""


class Drafts(Protocol):
    """Where replies are laid aside until their article is finished."""

    def get(self, part: str) -> Reply | None:
        """The reply laid aside for this part of the article."""

    def put(self, part: str, reply: Reply) -> None:
        """Lay a reply aside."""
