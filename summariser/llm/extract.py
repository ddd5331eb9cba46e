r"""The one JSON object that answers a schema, found in whatever a server or a model puts around it.

Reasoning, fences, prose, end tokens, wrappers and channels are not known by name: an object is
known by the schema's own keys.  Of several the last counts, for a model answers after it thought.
Comments and trailing commas are dropped, since they leave nothing open.  No other repair is made:
one that closes a bracket, or guesses a quotation mark, loses items without a word.

Measured on libraries: json-repair 0.64 takes ``[{"b": 1}, ...]`` for a whole list, the second of
two equal keys for the only one, and 107 s for 40 KB of brackets and quotation marks; instructor's
``extract_json_from_codeblock`` takes the last JSON of any kind, and knows no comments.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

_WORK = 500_000
"""Characters that may be gone through beyond twice the text: what is broken is searched again."""
_DEEPEST_STRING = 3
"""JSON in a string in a string in a string."""
_START = re.compile(r'\{\s*+["/#}]|"(?:[\s`~A-Za-z]|\\[nrt"\\]){0,60}+[\[{]')
_TOKEN = re.compile(
    r'(?P<string>"(?:[^"\\]|\\.)*+")|(?P<comment>//[^\n]*+|#[^\n]*+|/\*(?:[^*]|\*(?!/))*+\*/)'
    r'|(?P<open>["]|/\*)|(?P<opening>[\[{])|(?P<closing>[\]}])|(?P<comma>,)|(?P<space>\s++)'
    r'|(?P<other>[^\s"/#\[\]{},]++|/)',
    re.DOTALL,
)
_AFTERWARDS = re.compile(r"""(?:[\s\]}"'`,;.]|</?[^<>\s]{1,40}>|\[/?[A-Z]{1,10}\])*+""")
"""What may stand after a reply that came to its end: brackets, a fence, a tag, an end token."""
_TRY = 50  # characters that could be gone through while one object is made ready
_COUNTED = 256  # characters before an error, whose lines json counts, that cost as much as one
_BESIDE = 30  # characters on either side of what is wrong
TOO_DEEP = "the JSON is nested too deeply"


@dataclass(frozen=True)
class Wanted:
    """What an object is known by.

    Attributes:
        keys: all that the schema asks for.
        telling: of these some one of which it has at least.
        needed: of these all that nothing can stand in for.
    """

    keys: tuple[str, ...]
    telling: frozenset[str]
    needed: frozenset[str]

    def fits(self, value: Any) -> bool:
        """Whether this is an answer, if perhaps not a whole one."""
        return isinstance(value, dict) and not self.telling.isdisjoint(value)

    @cached_property
    def key(self) -> re.Pattern[str]:
        """One of the keys, also inside a string."""
        return re.compile(rf'\\*+"(?:{"|".join(map(re.escape, self.keys))})\\*+"\s*+:')

    @cached_property
    def begins(self) -> re.Pattern[str]:
        """An object that has one of the keys at its head."""
        return re.compile(rf"\{{\s*+{self.key.pattern}")


@dataclass(frozen=True, slots=True)
class Found:
    """The object that was found.

    Attributes:
        value: the object.
        others: whether there were more before it, which say something else.
        is_at_the_end: whether the text ends with it, but for what closes a reply.
    """

    value: dict[str, Any]
    others: bool
    is_at_the_end: bool


@dataclass(slots=True)
class _Work:
    """What a search may still cost, in characters."""

    left: int

    def spend(self, characters: int) -> None:
        self.left -= characters
        if self.left < 0:
            raise ValueError("the reply holds too many pieces of broken JSON")


@dataclass(frozen=True, slots=True)
class _Place:
    """The objects that fit in one piece of JSON, and where it stands in the text."""

    start: int
    end: int
    objects: list[dict[str, Any]]


def extract(text: str, wanted: Wanted) -> Found:
    """The last object that has the schema's keys.

    Raises ValueError, in words that a model can act on, if there is none, if several stand side by
    side, or if another begins after it that is not whole: then the reply was cut off.

    >>> deals = Wanted(("deals",), frozenset({"deals"}), frozenset())
    >>> extract('<think>{a} or {b}?</think>So: {"result": {"deals": [1,],}} <|im_end|>', deals)
    Found(value={'deals': [1]}, others=False, is_at_the_end=True)
    """
    search = _Search(text, wanted, _Work(_WORK + 2 * len(text)))
    places = [*search.places()]
    if not places:
        raise ValueError(search.broken or _nothing(text, search.others, wanted))
    whole = [
        place for place in places if all(wanted.needed <= each.keys() for each in place.objects)
    ]
    last = (whole or places)[-1]
    if wanted.key.search(text, last.end):
        raise ValueError(search.broken or "another JSON object begins after the one that is whole")
    at = places.index(last)
    objects = [*last.objects]
    if at and _BETWEEN.fullmatch(text, places[at - 1].end, last.start):
        objects += places[at - 1].objects  # a list without brackets, or one that was not closed
    value = objects[0]
    if any(each != value for each in objects):
        raise ValueError("the reply holds several objects side by side: give one")
    others = any(each != value for place in places for each in place.objects)
    return Found(value, others, _AFTERWARDS.fullmatch(text, last.end) is not None)


_BETWEEN = re.compile(r"\s*+,\s*+")


class _Search:
    """One walk through a text; what was broken, and what did not fit, is told afterwards."""

    def __init__(
        self, text: str, wanted: Wanted, work: _Work, strings: int = _DEEPEST_STRING
    ) -> None:
        self.broken: str | None = None
        """Why the last object that has the schema's keys could not be read."""
        self.others: list[dict[str, Any]] = []
        """The objects that has none of the schema's keys."""
        self._text = text
        self._wanted = wanted
        self._strings = strings
        self._work = work
        self._is_open = False  # an object that begins before, and has some of the keys, never ends

    def places(self) -> Iterator[_Place]:
        """The pieces of JSON in which something fits, in order."""
        at = 0
        while start := _START.search(self._text, at):
            at = start.start()
            try:
                value, end = self._decoded(at)
            except _Broken as error:
                end = error.end or len(self._text)
                if self._wanted.key.search(self._text, at, end):
                    self.broken = str(error)
                    self._is_open = self._is_open or not error.end
                skip = error.end and self._wanted.begins.match(self._text, at)
                at = end if skip else at + 1
                continue
            objects = self._fitting(value)
            if self._is_open:  # an item of it, perhaps: only what has all the keys is none
                objects = [each for each in objects if each.keys() >= {*self._wanted.keys}]
            if objects:
                yield _Place(at, end, objects)
            elif isinstance(value, dict):
                self.others.append(value)
            at = at + 1 if isinstance(value, str) and not objects else end

    def _fitting(self, value: Any) -> list[dict[str, Any]]:
        """The outermost objects within it that fit, all as deep as each other."""
        level = [value]
        while level:
            if found := [each for each in level if self._wanted.fits(each)]:
                return found
            level = [inner for each in level for inner in self._inside(each)]
        return []

    def _inside(self, value: Any) -> Iterable[Any]:
        if isinstance(value, dict):
            return value.values()
        if isinstance(value, list):
            return value
        if isinstance(value, str) and self._strings and "{" in value:
            self._work.spend(len(value) + _TRY)
            search = _Search(value, self._wanted, self._work, self._strings - 1)
            places = [*search.places()]
            self.broken = search.broken or self.broken
            if places and not self._wanted.key.search(value, places[-1].end):
                return places[-1].objects
        return ()

    def _decoded(self, at: int) -> tuple[Any, int]:
        """The JSON that begins here, and where it ends; raises _Broken."""
        try:
            value, end = _DECODER.raw_decode(self._text, at)
        except RecursionError:
            raise ValueError(TOO_DEEP) from None
        except json.JSONDecodeError as error:
            cause = error
        else:
            return value, end
        plain, end = self._plain(at)
        self._work.spend((end or len(self._text)) - at + at // _COUNTED + _TRY)
        if not end:
            raise _Broken("the JSON breaks off before its last bracket", 0)
        try:
            return json.loads(plain, cls=_Strict), end
        except json.JSONDecodeError as error:
            cause = error
        raise _Broken(_told(cause), end)

    def _plain(self, at: int) -> tuple[str, int]:
        """The object that begins here without comments and trailing commas, and where it ends.

        The end is 0 if it has none.
        """
        parts: list[str] = []
        brackets: list[str] = []
        comma = -1  # where in the parts one stands, as long as nothing follows it
        for token in _TOKEN.finditer(self._text, at):
            kind, words = token.lastgroup, token[0]
            if kind == "open" or (kind == "string" and not brackets):
                break
            if kind in ("comment", "space"):
                parts.append(" ")
                continue
            if kind == "opening":
                brackets.append("}" if words == "{" else "]")
            elif kind == "closing":
                if brackets.pop() != words:
                    break
                if comma >= 0:
                    parts[comma] = " "
            comma = len(parts) if kind == "comma" else -1
            parts.append(words)
            if not brackets:
                return "".join(parts), token.end()
        return "", 0


class _Broken(Exception):  # noqa: N818  (no error: the search goes on)
    """JSON that cannot be read, and where it ends; 0 if it does not."""

    def __init__(self, why: str, end: int) -> None:
        super().__init__(why)
        self.end = end


def _told(error: json.JSONDecodeError) -> str:
    if not error.doc:
        return error.msg
    near = error.doc[max(error.pos - _BESIDE, 0) : error.pos + _BESIDE]
    return f"the JSON is broken: {error.msg} near {near!r}"


def _nothing(text: str, others: list[dict[str, Any]], wanted: Wanted) -> str:
    keys = _listed(wanted.keys)
    if not text.strip():
        return f"the reply is empty: it should be a JSON object with {keys}"
    if others and others[-1]:
        return f"the JSON object has {_listed(others[-1])}, and not {keys}"
    return f"the reply holds no JSON object with {keys}; it begins with {text.strip()[:60]!r}"


def _listed(keys: Iterable[str]) -> str:
    return ", ".join(f'"{key[:40]}"' for key in [*keys][:8])


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    together = dict(pairs)
    if len(together) < len(pairs):
        raise json.JSONDecodeError("an object has the same key twice", "", 0)
    return together


def _no_such_number(name: str) -> Any:
    raise json.JSONDecodeError(f"{name} is no JSON number", "", 0)


class _Strict(json.JSONDecoder):
    """Raises for what JSON leaves open; takes control characters, which are dropped later."""

    def __init__(self) -> None:
        super().__init__(
            object_pairs_hook=_no_key_twice, parse_constant=_no_such_number, strict=False
        )


_DECODER = _Strict()


def decoded(text: str) -> Any:
    """What a text of JSON says, and nothing around it; raises ValueError."""
    try:
        return _DECODER.decode(text)
    except RecursionError:
        raise ValueError(TOO_DEEP) from None
