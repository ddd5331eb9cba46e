"""Fields of an item that are not written as asked for, and leave nothing open: read all the same.

"Sentences 2-3", "$2.5 billion" for an amount, "US$", «Казахстан», "letter of intent", "N/A".  A
model that nothing holds to the schema writes so, and each would cost a second request and then
perhaps the item.  Every mend leaves a note, and what was mended is checked as if it had been
written so.  What may mean two things stays as it is, is turned down by the schema and asked for
again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from types import NoneType
from typing import Any, Literal, get_args, get_origin
from unicodedata import normalize

from ..checks import Index
from ..figures import Figure, country_code, currency_codes, find_figures
from ..languages import LANGUAGES
from ..llm import LONGEST_LIST
from ..schema import (
    AsWritten,
    CountryCode,
    CurrencyCode,
    Evidence,
    Item,
    Part,
    StatedDate,
    taken_apart,
)
from ..text import APOSTROPHES

_DEEPEST = 3
"""How deep a sentence's number may stand in lists and objects."""
_LONGEST = 200
"""No short field is longer that could be read."""
_NOTHING = frozenset(("", "null", "none", "nil", "nan", "n/a", "-", "–", "—", "?"))
"""How models write null in any language; for what they write in one see ``Text.unstated``."""
_PLAIN = re.compile(r"[0-9]{1,18}(\.[0-9]{1,6})?")
_SCIENTIFIC = re.compile(r"[0-9](\.[0-9]{1,17})?[eE]\+?[0-9]{1,2}")
_BEFORE = re.compile(r"\[[0-9]{1,6}\]\s*")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_BETWEEN_WORDS = re.compile(r"[\s\-‐‑–_/]+")
_AROUND_NOTHING = " \t\n.()[]<>"
_AROUND = "\"'“”„«»‘’‹›「」『』`…. \t\n"


def mend(raw: Any, kind: type[Item], index: Index) -> tuple[Any, list[str]]:
    """The item as the schema takes it, if that is plain, and a note for each field that was read.

    >>> from ..article import Article
    >>> from ..schema import Grounded
    >>> index = Index(Article.from_text("Two sides met. They signed. Both left."))
    >>> mend({"evidence": "Sentences 2-3", "text": "They signed."}, Grounded, index)
    ({'evidence': [2, 3], 'text': 'They signed.'}, ['evidence: “Sentences 2-3” read as [2, 3]'])
    """
    mender = _Mender(index)
    return mender.part(raw, kind, ""), mender.notes


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a field holds."""

    holds: str
    """evidence, amount, currency, country, choice, words, text, part; "" for what is left alone."""
    many: bool
    nullable: bool
    choices: Mapping[str, Any]
    """By how they are written evenly."""
    part: type[Part] | None = None
    may_be_empty: bool = True


class _Mender:
    """Reads one item; each method gives back the value itself where there is nothing to mend."""

    def __init__(self, index: Index) -> None:
        self.notes: list[str] = []
        self._index = index
        self._language = index.article.language

    def part(self, raw: Any, kind: type[Part], path: str) -> Any:
        if not isinstance(raw, dict):
            return raw
        shapes = _shapes(kind)
        raw = self._with_keys(raw, shapes, path)
        for name, shape in shapes.items():
            if name in raw:
                raw[name] = self._field(raw, name, shape, f"{path}.{name}" if path else name)
        return raw

    def _with_keys(self, raw: dict[str, Any], shapes: Mapping[str, _Shape], path: str) -> Any:
        """A copy, its keys spelled as the schema spells them: "letterOfIntent", "Evidence"."""
        meant: dict[str, list[str]] = {}
        for key in raw:
            if key not in shapes:
                name = _even(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", key[:_LONGEST]))
                meant.setdefault(name, []).append(key)
        found = dict(raw)
        for name, keys in meant.items():
            if name in shapes and name not in raw and len(keys) == 1:
                found[name] = found.pop(keys[0])
                self._note(path or "the item", keys[0], name)
        return found

    def _field(self, around: dict[str, Any], name: str, shape: _Shape, path: str) -> Any:
        value = around[name]
        if shape.holds == "evidence":
            return self._evidence(value, path, shape) if shape.many else value
        if shape.many:
            if value is None or (isinstance(value, dict) and shape.part):
                value = self._noted(path, value, [] if value is None else [value])
            if not isinstance(value, list):
                return value
            return [
                self._one(each, around, shape, f"{path}[{at}]") for at, each in enumerate(value)
            ]
        while isinstance(value, list) and len(value) == 1:
            value = self._noted(path, value, value[0])
        return self._one(value, around, shape, path)

    def _one(self, value: Any, around: dict[str, Any], shape: _Shape, path: str) -> Any:
        if shape.part is not None:
            return self.part(value, shape.part, path)
        if shape.holds == "text" and isinstance(value, int | float) and not isinstance(value, bool):
            return self._noted(path, value, str(value))
        if not isinstance(value, str) or (len(value) > _LONGEST and shape.holds != "words"):
            return value
        if shape.choices.get(value) == value:
            return value  # as it is asked for
        if shape.nullable and _even(value) not in shape.choices and self._is_nothing(value):
            return self._noted(path, value, None)
        return self._noted(path, value, self._read(value, around, shape))

    def _is_nothing(self, value: str) -> bool:
        """Whether it is null in words, and no words of the article: a ship may be "Unknown"."""
        words = _APOSTROPHE.sub("'", normalize("NFKC", value).casefold()).strip(_AROUND_NOTHING)
        if words not in _NOTHING and words not in _unstated():
            return False
        return not words.strip("-–—?") or not self._index.first(value, self._index.all_sentences)

    def _read(self, value: str, around: dict[str, Any], shape: _Shape) -> Any:
        match shape.holds:
            case "amount":
                return self._amount(value, around)
            case "currency":
                return self._currency(value, around)
            case "country":
                return country_code(value, self._language) or value
            case "date":
                return self._date(value)
            case "choice":
                return shape.choices.get(_even(value), value)
            case "words":
                return self._words(value)
        return value

    # --- what each kind of field may look like -----------------------------------------------

    def _evidence(self, value: Any, path: str, shape: _Shape) -> Any:
        if isinstance(value, list) and all(type(each) is int for each in value):
            # What an item rests on must be there; who speaks may be told by the others.
            known = [each for each in value if each in self._index.all_sentences]
            return self._noted(path, value, known) if shape.may_be_empty else value
        if value is None or (
            isinstance(value, str) and len(value) <= _LONGEST and self._is_nothing(value)
        ):
            return self._noted(path, value, [])
        numbers = _numbers(value, self._index.all_sentences)
        return value if numbers is None else self._noted(path, value, numbers)

    def _amount(self, value: str, around: dict[str, Any]) -> str:
        """The number, if its words have one reading, or one that the verbatim has, too."""
        if _PLAIN.fullmatch(value.strip()):
            return value
        if _SCIENTIFIC.fullmatch(value.strip()):
            return _plainly(Decimal(value.strip())) or value
        languages = dict.fromkeys((self._language, "en"))
        figures = [figure for each in languages for figure in _only_figure(value, each)]
        if not all(self._is_amount(figure, around) for figure in figures):
            return value
        amounts = {reading.amount for figure in figures for reading in figure.readings}
        if len(amounts) > 1:
            amounts &= {
                reading.amount for each in self._stated(around) for reading in each.readings
            }
        return (_plainly(amounts.pop()) or value) if len(amounts) == 1 else value

    def _currency(self, value: str, around: dict[str, Any]) -> str:
        codes = currency_codes(value, self._language)
        if len(codes) > 1:
            stated = (each.currencies for each in self._stated(around))
            codes &= frozenset().union(*stated)
        return next(iter(codes)) if len(codes) == 1 else value

    def _date(self, value: str) -> str:
        """A day, or the first and the last, without hours."""
        return "/".join(_HOUR.sub(r"\1", day.strip()) for day in value.split("/"))

    def _words(self, value: str) -> str:
        """The words of the article, without what a model puts around them."""
        bare = _BEFORE.sub("", value.strip(), count=1).strip(_AROUND)
        everywhere = self._index.all_sentences
        if bare in ("", value) or self._index.first(value, everywhere):
            return value
        return bare if self._index.first(bare, everywhere) else value

    def _is_amount(self, figure: Figure, around: dict[str, Any]) -> bool:
        """Whether it may stand there: one number, of a sum's own currency if it is a sum."""
        if figure.kind not in ("number", "year", "money"):
            return False
        if any(each.upper or each.amount < 0 for each in figure.readings):
            return False
        if not figure.currencies:
            return True
        if "currency" not in around:
            return False
        given = around["currency"]
        codes = currency_codes(given, self._language) if isinstance(given, str) else None
        return not codes or not codes.isdisjoint(figure.currencies)

    def _stated(self, around: dict[str, Any]) -> list[Figure]:
        """What the verbatim beside a figure says."""
        words = around.get("verbatim")
        if not isinstance(words, str) or len(words) > _LONGEST:
            return []
        return find_figures(words, self._language)

    def _noted(self, path: str, old: Any, new: Any) -> Any:
        if new is not old and new != old:
            self._note(path, old, new)
        return new

    def _note(self, path: str, old: Any, new: Any) -> None:
        self.notes.append(f"{path}: “{_shown(old)}” read as {_shown(new)}")


def _shown(value: Any) -> str:
    words = value if isinstance(value, str) else "null" if value is None else repr(value)
    words = " ".join(words.split())
    return words if len(words) <= 60 else words[:59] + "…"


def _plainly(amount: Decimal) -> str | None:
    """In plain digits, if the schema takes it."""
    plain = format(amount, "f")
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return plain if _PLAIN.fullmatch(plain) else None


def _only_figure(words: str, language: str) -> list[Figure]:
    """The figure in these words, if there is one, no digit beside it and no minus: "340 km"."""
    figures = find_figures(words, language)
    if len(figures) != 1:
        return []
    before, after = words[: figures[0].start], words[figures[0].end :]
    is_clear = not any(character.isnumeric() for character in before + after)
    return figures if is_clear and not before.strip().endswith(("-", "−", "–")) else []


# --- sentence numbers ----------------------------------------------------------------------


_HOUR = re.compile(r"^((?:[0-9]{4}|-)-[0-9]{2}(?:-[0-9]{2})?)[T ][0-9]{2}:[0-9]{2}.*")


def _numbers(value: Any, known: range, depth: int = 0) -> list[int] | None:
    """The numbers of sentences that a value names; None if it cannot be told, or one is none."""
    if isinstance(value, bool) or value is None or depth > _DEEPEST:
        return None
    if isinstance(value, int | float):
        is_whole = isinstance(value, int) or value.is_integer()
        return [int(value)] if is_whole and value in known else None
    if isinstance(value, str):
        return _written(value, known)
    if isinstance(value, dict):
        # Whatever else a model sends along, only the number counts.
        given = [value["sentence"]] if "sentence" in value else []
        for values in (given, value.values()):
            told = [found for each in values if (found := _numbers(each, known, depth + 1))]
            if told and all(each == told[0] for each in told):
                return told[0]
        return None
    numbers: list[int] = []
    for each in value:
        found = _numbers(each, known, depth + 1)
        if not found or len(numbers) + len(found) > LONGEST_LIST:
            return None
        numbers += found
    return numbers


def _written(words: str, known: range) -> list[int] | None:
    """The numbers in "[2], [3]", "Sentences 2-3 and 5", "#3", «предложение 3», 第3句."""
    if len(words) > _LONGEST:
        return None
    numbers: list[int] = []
    between, one = _patterns()
    for piece in between.split(normalize("NFKC", words).casefold().strip(" \t\n.;")):
        found = one.fullmatch(piece.strip("[]() \t\n"))
        if not found:
            return None
        first, to = int(found["first"]), int(found["to"] or found["first"])
        if not known.start <= first <= to < known.stop or len(numbers) + to - first >= LONGEST_LIST:
            return None
        numbers += range(first, to + 1)
    return numbers


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands between numbers of sentences, and one of them, or a range."""
    joints = _listed(
        f"{each.figures.own.and_}|{each.figures.everywhere.and_}" for each in LANGUAGES.values()
    )
    names = _listed(each.text.sentence for each in LANGUAGES.values())
    label = rf"(?:第|[#№]|(?:{names})[\s.:#]*)?\s*"
    number = rf"{label}\[?([0-9]{{1,6}})(?:\.0+)?\]?(?:{names})?"
    first, to = (number.replace("([", f"(?P<{name}>[") for name in ("first", "to"))
    between = re.compile(rf"\s*[,;、&]\s*|\s+(?:{joints})\s+|(?<=[\])])\s*(?=[\[(])")
    return between, re.compile(rf"{first}(?:\s*(?:[-–—~…]|\.\.\.?)\s*{to})?")


@cache
def _unstated() -> frozenset[str]:
    return frozenset(
        word for each in LANGUAGES.values() for word in each.text.unstated.split("|") if word
    )


def _listed(phrases: Iterator[str]) -> str:
    words = {word for each in phrases for word in each.split("|") if word}
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


# --- what a field holds, by its type ---------------------------------------------------------


@lru_cache
def _shapes(kind: type[Part]) -> dict[str, _Shape]:
    """All that a model fills in; the words of the article come first, for others rest on them."""
    shapes = {name: _shape(kind, name) for name in kind.visible_fields()}
    return dict(sorted(shapes.items(), key=lambda pair: pair[1].holds != "words"))


def _shape(kind: type[Part], name: str) -> _Shape:
    field = kind.model_fields[name]
    types, marks = taken_apart(field.annotation)
    nullable = NoneType in types
    wanted = [each for each in types if each is not NoneType]
    many = get_origin(field.annotation) is list
    only = wanted[0] if len(wanted) == 1 else None
    part = only if isinstance(only, type) and issubclass(only, Part) else None
    if part is not None and issubclass(part, Evidence):
        fewest = max((getattr(each, "min_length", None) or 0 for each in field.metadata), default=0)
        return _Shape("evidence", many, nullable, {}, may_be_empty=not fewest)
    choices = _choices(only)
    holds = "choice" if choices else _holds(only, [*marks, *field.metadata], part)
    return _Shape(holds, many, nullable, choices, part)


def _holds(only: Any, marks: list[object], part: type[Part] | None) -> str:
    if part is not None:
        return "part"
    if only is Decimal:
        return "amount"
    if only is not str:
        return ""
    named = {
        CurrencyCode: "currency",
        CountryCode: "country",
        StatedDate: "date",
        AsWritten: "words",
    }
    return next((named[type(mark)] for mark in marks if type(mark) in named), "text")


def _choices(only: Any) -> dict[str, Any]:
    """What may be chosen, by how it is written evenly; nothing that two are written as."""
    values = list(get_args(only)) if get_origin(only) is Literal else []
    if isinstance(only, type) and issubclass(only, Enum):
        values = [each.value for each in only]
    even = [(_even(value), value) for value in values if isinstance(value, str)]
    written = [key for key, _ in even]
    return {key: value for key, value in even if written.count(key) == 1}


def _even(words: str) -> str:
    return _BETWEEN_WORDS.sub("_", normalize("NFKC", words).casefold().strip(" \t\n.\"'"))
