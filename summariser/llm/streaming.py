"""A reply while it is written: each item is told of once it is whole, and in the end all is as if
it had come in one piece.

openai's client reads the events.  What it has for putting them together parses all that was
written so far anew with every token, and stops at what no other server does as OpenAI's; here
every character is looked at once, and an item is parsed when it is whole.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from .attempts import Create
from .errors import Secrets, unreadable
from .http import LARGEST, is_event_stream
from .modes import STREAMED, Streamed
from .reply import LONGEST_ANSWER, LONGEST_LIST, Answer, member, part, words_of

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion

Hear = Callable[[str, Any], None]
"""Hears of an item that is whole: the field it stands in, and the item as the model wrote it."""

Listen = Callable[[], Hear]
"""Called when an answer begins; what was heard of an earlier one may not come again."""

NO_END = "interrupted: it names no end"
"""The end of an answer that only stops."""


def streamed(
    create: Create,
    how: Callable[[], Streamed],
    outline: type[Answer],
    listen: Listen,
    secrets: Secrets,
) -> Create:
    """What `create` does, with ears for the items of the answer.

    Args:
        create: sends one request, as openai's does; it is given ``stream``, too.
        how: in which way to ask for a stream, now.
        outline: what an answer is held against.
        listen: called for each answer.
        secrets: what is cut out of it, also where a key comes in pieces.
    """

    async def heard(**request: Any) -> Any:
        form = STREAMED[how()]
        answer: Any = await create(**request, **form)
        if not form:
            return answer
        response = getattr(answer, "response", None)
        if response is not None and not is_event_stream(response):  # the server knows no streams
            return _completion(json.loads(response.content), secrets)
        together, items, hear = _Together(), Items(outline), listen()
        try:
            async for chunk in answer:
                for field, item in items.feed(together.add(chunk), secrets):
                    hear(field, item)
        except Exception:
            if not together.has_ended:
                raise
        finally:
            # Whoever wraps `create` may hand on what has no more than its chunks.
            if close := getattr(answer, "close", None):
                await close()
        return _completion(together.told(), secrets)

    return heard


def _completion(told: Any, secrets: Secrets) -> ChatCompletion:
    from openai.types.chat import ChatCompletion

    if not isinstance(told, dict):
        raise unreadable("it holds no reply")
    return ChatCompletion.construct(**json.loads(secrets.cut_out(json.dumps(told))))


class _Together:
    """The chunks of one answer, and what they make."""

    def __init__(self) -> None:
        self._head: dict[str, Any] = {}
        self._texts = defaultdict[str, list[str]](list)
        self._calls: dict[Any, tuple[dict[str, Any], list[str]]] = {}
        self._finish: Any = None
        self._usage: Any = None
        self._error: Any = None
        self._has_begun = False
        self._length = 0

    @property
    def has_ended(self) -> bool:
        """Whether nothing more is to come but what it cost."""
        return self._finish is not None

    def add(self, chunk: Any) -> str:
        """Take one in; what it adds to the words of the answer."""
        for name in ("id", "model", "created"):
            self._head[name] = self._head.get(name) or _plain(member(chunk, name))
        choices = member(chunk, "choices")
        choice = choices[0] if isinstance(choices, list) and choices else None
        # At Moonshot it stands in the choice.
        self._usage = member(chunk, "usage") or member(choice, "usage") or self._usage
        if choice is None:
            return ""
        self._has_begun = True
        self._error = member(choice, "error") or self._error
        self._finish = member(choice, "finish_reason") or self._finish
        delta = member(choice, "delta")
        for name in ("refusal", "reasoning_content", "reasoning"):
            self._text(name, words_of(member(delta, name)))
        return self._text("content", words_of(member(delta, "content"))) + self._called(delta)

    def _text(self, name: str, words: str) -> str:
        self._length += len(words)
        if self._length > LARGEST:
            raise unreadable(f"it is larger than {LARGEST:,} characters")
        if words:
            self._texts[name].append(words)
        return words

    def _called(self, delta: Any) -> str:
        """The calls of tools go by their numbers, or else by their names, or are the last one's."""
        told = ""
        calls = member(delta, "tool_calls")
        for call in calls if isinstance(calls, list) else []:
            number = member(call, "index")
            if number is None:
                number = member(call, "id") or next(reversed(self._calls), 0)
            known, arguments = self._calls.setdefault(number, ({}, []))
            function = member(call, "function")
            for name, value in (("id", member(call, "id")), ("name", member(function, "name"))):
                known[name] = known.get(name) or _plain(value) or ""
            words = member(function, "arguments")
            if words:
                words = words if isinstance(words, str) else json.dumps(_plain(words))
                arguments.append(self._text("", words))
                told += words
        return told

    def told(self) -> dict[str, Any]:
        """The completion that they make."""
        if not self._has_begun:
            return {**self._head, "usage": _plain(self._usage)}
        calls = [
            {
                "id": known["id"],
                "type": "function",
                "function": {"name": known["name"], "arguments": "".join(arguments)},
            }
            for known, arguments in self._calls.values()
        ]
        texts = {name: "".join(words) for name, words in self._texts.items() if name}
        message = {
            "role": "assistant",
            **dict.fromkeys(("content", "refusal")),
            **texts,
            "tool_calls": calls or None,
        }
        choice = {
            "index": 0,
            "message": message,
            "finish_reason": _plain(self._finish) or NO_END,
            **({"error": _plain(self._error)} if self._error else {}),
        }
        return {
            **self._head,
            "object": "chat.completion",
            "choices": [choice],
            "usage": _plain(self._usage),
        }


def _plain(value: Any) -> Any:
    """As JSON has it: whoever wraps `create` may hand on objects."""
    return value.model_dump(mode="json") if hasattr(value, "model_dump") else value


class Items:
    """The items of a reply, each as soon as what follows it shows that it is whole.

    It reads what is plain JSON, from the first object that begins with one of the schema's keys;
    of anything else there is nothing to tell before the end.  Every character is looked at once.
    """

    _PERHAPS = re.compile(r'\{\s{0,200}\\*(?:"[^"{]{0,200}(?:"\s{0,200})?)?')
    """What may be the beginning of an object that does not name its first key yet."""
    _MARK = re.compile(r'\\(?:.|$)|["\[\]{},:]', re.DOTALL)

    def __init__(self, outline: type[Answer]) -> None:
        self._begins = outline.wanted.begins
        self._fields = outline.made_of.item_fields()
        self._rest = ""  # what was not looked at yet
        self._piece: list[str] = []  # since the last mark that counts
        self._depth = 0
        self._is_quoted = False
        self._field: str | None = None
        self._is_list = False
        self._left = LONGEST_ANSWER  # characters
        self._number = 0  # of entries in this list
        self._is_over = False

    def feed(self, text: str, secrets: Secrets) -> Iterator[tuple[str, Any]]:
        """Go on with these words; the items that are whole now, with their fields."""
        self._left -= len(text)
        if not text or self._is_over or self._left < 0:
            return
        text, self._rest = self._rest + text, ""
        if not self._depth:
            found = self._begins.search(text)
            if not found:
                at = text.rfind("{")
                self._rest = text[at:] if at >= 0 and self._PERHAPS.fullmatch(text, at) else ""
                return
            self._depth, text = 1, text[found.start() + 1 :]
        try:
            for field, piece in self._entries(text):
                yield field, part(secrets.cut_out(piece))
        except ValueError:
            self._is_over = True

    def _entries(self, text: str) -> Iterator[tuple[str, str]]:
        start, end = 0, len(text)
        for found in self._MARK.finditer(text):
            mark, at = found[0], found.start()
            if mark == "\\":  # half of an escape
                self._rest, end = mark, at
                break
            if mark == '"':
                self._is_quoted = not self._is_quoted
            if self._is_quoted or mark[0] in '\\"':
                continue
            opens, closes = mark in "[{", mark in "]}"
            if self._depth > 1 + self._is_list or (opens and not self._begins_list(mark)):
                self._depth += opens - closes
                continue
            self._piece.append(text[start:at])
            piece, self._piece, start = "".join(self._piece).strip(), [], found.end()
            if self._ends_an_item(mark, piece):
                yield str(self._field), piece
            self._go_on(mark, piece)
            if self._is_over:
                return
        self._piece.append(text[start:end])

    def _begins_list(self, mark: str) -> bool:
        kind = self._fields.get(self._field or "")
        return mark == "[" and not self._is_list and kind is not None and kind.many

    def _ends_an_item(self, mark: str, piece: str) -> bool:
        kind = self._fields.get(self._field or "")
        if kind is None or not piece or mark in ":[":
            return False
        return self._is_list or (not kind.many and piece != "null")

    def _go_on(self, mark: str, piece: str) -> None:
        """Raises ValueError if this is no JSON."""
        if (mark == "[" and piece) or mark in (":}" if self._is_list else "]"):
            raise ValueError("the JSON is broken")
        if mark == ":":
            self._field = str(part(piece))
        elif mark in "[]":
            self._is_list, self._number = mark == "[", 0
            self._depth = 1 + self._is_list
        elif self._is_list:
            self._number += 1
            self._is_over = self._number >= LONGEST_LIST
        else:
            self._field, self._is_over = None, mark == "}"
