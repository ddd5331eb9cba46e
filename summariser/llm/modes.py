"""How a model is asked for JSON of a schema: its server enforces it, or it is told in words.

The ways are instructor's modes, whose re-asks they use.  What instructor would say of the schema is
said here, since it sends half as much again; and it leaves out ``strict``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args

if TYPE_CHECKING:
    from .prompts import Message
    from .reply import Answer

Way = Literal["json_schema", "json_object", "tools", "prompt"]
"""A way to ask: ``response_format`` with the schema, or for any object; a tool; or words alone.

Where the server is not given the schema, it stands in the prompt.
"""

Mode = Literal["auto", "json_schema", "json_object", "tools", "prompt"]
"""A way, or ``auto``: with the schema, and in another way once a server refuses that."""

MODES: tuple[Mode, ...] = get_args(Mode)


def told(way: Way, messages: Sequence[Message], outline: type[Answer]) -> list[Message]:
    """The messages, which say what form the answer has if nothing else does."""
    if way in ("json_schema", "tools") or not messages:
        return list(messages)
    schema = json.dumps(outline.model_json_schema(), ensure_ascii=False)
    words = (
        "Answer with one JSON object and nothing else. The object has this JSON schema, "
        f"and is not the schema itself:\n{schema}"
    )
    first, *others = messages
    # Not as a message of its own: some servers take only one of the system's.
    parts = (first["content"], words) if first["role"] == "system" else (words, first["content"])
    return [{**first, "content": "\n\n".join(parts)}, *others]


def form(way: Way, outline: type[Answer]) -> dict[str, Any]:
    """What the request says about the form of its answer, beside the messages."""
    if way == "prompt":
        return {}
    if way == "json_object":
        return {"response_format": {"type": "json_object"}}
    name, schema = outline.__name__, outline.model_json_schema()
    if way == "json_schema":
        shown = {"name": name, "schema": schema, "strict": True}
        return {"response_format": {"type": "json_schema", "json_schema": shown}}
    function = {
        "name": name,
        "description": schema.get("description", "What the article says."),
        "parameters": schema,
        "strict": True,
    }
    chosen = {"type": "function", "function": {"name": name}}
    return {"tools": [{"type": "function", "function": function}], "tool_choice": chosen}


@cache
def handlers(way: Way) -> Any:
    """How instructor reads an answer, and asks again.

    Its patched `create` does the same, but looks through the answer's class for validators four
    times a request, and sums up tokens; and it logs at ERROR what the model wrote.
    """
    from instructor.v2 import Mode, Provider, mode_registry

    modes = {"json_schema": Mode.JSON_SCHEMA, "tools": Mode.TOOLS}
    return mode_registry.get_handlers(Provider.OPENAI, modes.get(way, Mode.JSON))


# What servers say when they do not know the way they were asked in.
_NAMED = re.compile(
    r"response.?format|json.?object|json.?mode|structured.?output|formatted output|schema"
    r"|\bgrammar\b|\btools?\b|tool.?(choice|use|call)|function.?(call|declar)|requested parameters",
    re.IGNORECASE,
)
_ONLY_TOOLS = re.compile(
    r"\b(use|uses|using|via|through|only|requires?|instead)\b.{0,40}"
    r"\b(tools?\b|tool.?(choice|use|call)|function.?call)",
    re.IGNORECASE,
)
# The parameter, not what it says: whatever it says would be refused.
_ANY_FORMAT = re.compile(
    r"(response.?format|structured.?outputs?|formatted output)\W*(parameter|field|argument)?\W*"
    r"( (is|are))?( currently)? (not supported|unsupported|not (allowed|permitted|recognized))"
    r"|not support (the )?(response.?format\b(?! \W*json)|structured.?output|formatted output)"
    r"|not support json mode|json.?mode is not"
    r"|(unknown|unrecognized|unexpected|unsupported|extra) (\w+ )?"
    r"(parameter|argument|field|input|key|name)s?\W.{0,20}response.?format"
    r"|response.?format\W.{0,20}(extra|unexpected|unknown)|extra_forbidden|leave it unset"
    r"|requested parameters",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"json.?object|\bjson\b[^.]{0,8}\btext\b|\btext\b[^.]{0,8}\bjson\b", re.IGNORECASE
)
_TYPE = re.compile(r"response.?format.{0,3}type\b.{0,20}\b(must|should|one of|only)", re.IGNORECASE)


_STREAM = re.compile(r"\bstream|include.?usage", re.IGNORECASE)


def is_refusal(said: str) -> bool:
    """Whether a server that turns a request down speaks of the form that was asked for.

    >>> is_refusal("This response_format type is unavailable now")
    True
    >>> is_refusal("temperature must lie between 0 and 1")
    False
    """
    return bool(_NAMED.search(said) or _STREAM.search(said))


def after(way: Way, said: str) -> Way | None:
    """In which way to ask next, when a server refused one with these words; None: in no other.

    >>> after("json_schema", "This response_format type is unavailable now")
    'json_object'
    >>> after("json_schema", "The response_format parameter is unsupported. Leave it unset.")
    'prompt'
    >>> after("json_object", "'response_format.type' must be 'json_schema' or 'text'")
    'prompt'
    """
    if way == "prompt" or not _NAMED.search(said):
        return None
    if way != "tools" and _ONLY_TOOLS.search(said):
        return "tools"
    takes_objects = bool(_OBJECT.search(said)) or not (
        _ANY_FORMAT.search(said) or _TYPE.search(said)
    )
    return "json_object" if way == "json_schema" and takes_objects else "prompt"


Streamed = Literal["counted", "plain", "whole"]
"""How a reply is sent as it is written: with the tokens it took, without, or not at all."""

STREAMED: dict[Streamed, dict[str, Any]] = {
    "counted": {"stream": True, "stream_options": {"include_usage": True}},
    "plain": {"stream": True},
    "whole": {},
}
"""What the request says for each."""


def less_streamed(how: Streamed, said: str) -> Streamed | None:
    """How to ask next, when a server refused a stream with these words; None: not of that.

    >>> less_streamed("counted", "Unrecognized request argument supplied: stream_options")
    'plain'
    >>> less_streamed("counted", "response_format cannot be used with streaming")
    'whole'
    """
    if how == "whole" or not _STREAM.search(said):
        return None
    of_usage = re.search(r"stream.?options|include.?usage", said, re.IGNORECASE)
    return "plain" if how == "counted" and of_usage else "whole"
