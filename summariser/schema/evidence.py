"""The pieces all schemas are made of: checked amounts and codes, evidence, and verdicts.

Nothing here knows what a summary is about; see `summary` and `topics` for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from ..article import Article
from ..figures import country_code, currency_codes
from .marks import (
    MARKS,
    AsWritten,
    CountryCode,
    CurrencyCode,
    FreeText,
    StatedDate,
    taken_apart,
)

_AMOUNT = r"^[0-9]{1,18}([.][0-9]{1,6})?$"


def _amount(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        raise ValueError("an amount is a plain number such as '2500000000' or '0.5'")
    plain = format(value, "f") if isinstance(value, Decimal | float) else str(value).strip()
    if not re.match(_AMOUNT, plain):
        raise ValueError(
            f"{str(value)[:40]!r} is no plain number: digits only, at most 18, such as '2500000000'"
        )
    return Decimal(plain)


def _currency(value: str) -> str:
    codes = currency_codes(value) if re.fullmatch("[A-Za-z]{3}", value) else ()
    if len(codes) != 1:
        raise ValueError(f"{value[:40]!r} is no ISO 4217 currency code, such as USD or KZT")
    return next(iter(codes))


def _country(value: str) -> str:
    code = country_code(value) if len(value) == len("KZ") else None
    if code is None:
        raise ValueError(f"{value[:40]!r} is no ISO 3166-1 alpha-2 country code, such as KZ or US")
    return code


_DAY = r"([0-9]{4}(-[0-9]{2}){0,2}|-(-[0-9]{2}){1,2})"
_DATE = f"^{_DAY}(/{_DAY})?$"


def _date(value: str) -> str:
    try:
        if not re.match(_DATE, value):
            raise ValueError
        if len({len(day) for day in value.split("/")}) != 1:
            raise ValueError
        for day in value.split("/"):
            # 2000: a leap year; the first: of a month or a year.
            year, month, date_ = ([*day.replace("--", "2000-").split("-"), "01", "01"])[:3]
            date(int(year), int(month), int(date_))
    except ValueError:
        raise ValueError(
            f"{value[:40]!r} is no date such as 2025-10-12, 2025-10 or 2025, --10-12 without a "
            "year, or two of them with a slash between"
        ) from None
    return value


_LONGEST_VERBATIM = 300


def _verbatim(value: str) -> str:
    if not any(character.isalnum() for character in value):  # a comma stands in every sentence
        raise ValueError("verbatim holds no word: give the few words as the article writes them")
    if len(value) > _LONGEST_VERBATIM:
        raise ValueError(
            f"verbatim has {len(value)} characters: give the few words themselves, "
            f"at most {_LONGEST_VERBATIM}"
        )
    return value


Amount = Annotated[
    Decimal, BeforeValidator(_amount), WithJsonSchema({"type": "string", "pattern": _AMOUNT})
]
Currency = Annotated[
    str,
    AfterValidator(_currency),
    CurrencyCode(),
    WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"}),
]
Country = Annotated[
    str,
    AfterValidator(_country),
    CountryCode(),
    WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$"}),
]
Date = Annotated[
    str,
    AfterValidator(_date),
    StatedDate(),
    WithJsonSchema({"type": "string", "pattern": "^([0-9]{4}|-)(-[0-9]{2}){1,2}$"}),
]
Verbatim = Annotated[str, AfterValidator(_verbatim), AsWritten()]
Prose = Annotated[str, FreeText()]

Verdict = Literal[
    "exact", "normalised", "computed", "unchecked", "elsewhere", "absent", "contradicted"
]
VERDICTS: tuple[Verdict, ...] = (
    "exact", "normalised", "computed", "unchecked", "elsewhere", "absent", "contradicted",
)  # fmt: skip
"""From best to worst.  The first three can be relied on; see `checks`."""

Kind = Literal[
    "sentence", "verbatim", "amount", "currency", "quantity",
    "qualifier", "per", "name", "speaker", "prose", "instruction",
    "stage", "choice", "date", "place", "country", "role", "affiliation", "unit",
]  # fmt: skip
DECISIVE: frozenset[Kind] = frozenset(("sentence", "verbatim", "amount", "currency", "quantity"))
"""A failed check of one of these kinds sends the item back; the others only warn."""


class Part(BaseModel):
    """Anything the model writes, or code adds to it.

    Validated with ``context={"article": article}`` it reads a model's reply: sentence numbers
    become spans of that article, and whatever only code may fill in is dropped.
    """

    model_config = ConfigDict(extra="forbid")

    _shown: ClassVar[tuple[str, ...]] = ()
    """What `repr` shows, where it does not show all: one line, and no text of the article."""

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        if not self._shown:
            return super().__repr_args__()
        return [(name, shortened(getattr(self, name))) for name in self._shown]

    def __str__(self) -> str:
        return repr(self)

    @classmethod
    def visible_fields(cls) -> tuple[str, ...]:
        """The names of the fields that the model fills in; all others are code's."""
        return _visible(cls)

    @classmethod
    def inner_fields(cls) -> tuple[str, ...]:
        """Of these, those that may hold parts; not those of sentence numbers."""
        return _inner(cls)

    @classmethod
    def unread_fields(cls) -> tuple[str, ...]:
        """The fields that no check looks at, also those of parts inside: ``parties.role``."""
        return _unread(cls)

    @classmethod
    def made(cls, **values: Any) -> Self:
        """One with these values for all its fields, not validated: for what code makes itself.

        As ``model_construct``, which asks every field for its aliases and defaults: an article has
        hundreds of these.
        """
        part = cls.__new__(cls)
        object.__setattr__(part, "__dict__", values)
        known = _fields(cls)
        # All of them were set, which is one and the same for all parts of a kind.
        given = known if len(values) == len(known) else set(values)
        object.__setattr__(part, "__pydantic_fields_set__", given)
        object.__setattr__(part, "__pydantic_extra__", None)
        object.__setattr__(part, "__pydantic_private__", None)
        return part

    @model_validator(mode="before")
    @classmethod
    def _only_what_may_be_given(cls, data: Any, info: ValidationInfo) -> Any:
        if not isinstance(data, dict):
            return data
        if info.context and "article" in info.context:
            return {name: data[name] for name in _visible(cls) if name in data}
        derived = _derived(cls)
        return {k: v for k, v in data.items() if k not in derived} if derived else data


def shortened(value: Any) -> Any:
    """A long text by its beginning; anything else as it is."""
    return f"{value[:59]}…" if isinstance(value, str) and len(value) > 60 else value


@lru_cache
def _fields(part: type[Part]) -> set[str]:
    return set(part.model_fields)


@lru_cache
def _visible(part: type[Part]) -> tuple[str, ...]:
    return tuple(
        name
        for name, field in part.model_fields.items()
        if not any(type(mark).__name__ == "SkipJsonSchema" for mark in field.metadata)
    )


@lru_cache
def _inner(part: type[Part]) -> tuple[str, ...]:
    kinds = {name: taken_apart(part.model_fields[name].annotation)[0] for name in _visible(part)}
    return tuple(
        name
        for name, each in kinds.items()
        if not _plain().issuperset(kind for kind in each if isinstance(kind, type))
    )


@cache
def _plain() -> frozenset[object]:
    """What holds no words to look up; the sentences of a citation are checked apart."""
    return frozenset((str, int, float, bool, Decimal, type(None), Evidence))


@lru_cache
def _unread(part: type[Part]) -> tuple[str, ...]:
    return tuple(_names_of_unread(part, ()))


def _names_of_unread(part: type[Part], above: tuple[type[Part], ...]) -> Iterator[str]:
    for name in part.visible_fields():
        field = part.model_fields[name]
        kinds, marks = taken_apart(field.annotation)
        inside = [each for each in kinds if isinstance(each, type) and issubclass(each, Part)]
        for each in inside:
            if each not in (*above, part, Evidence):
                inner = _names_of_unread(each, (*above, part))
                yield from (f"{name}.{inner_name}" for inner_name in inner)
        if not inside and not any(isinstance(each, MARKS) for each in (*marks, *field.metadata)):
            yield name


@lru_cache
def _derived(part: type[Part]) -> frozenset[str]:
    """The names that are written out, but follow from the fields."""
    return frozenset(part.model_computed_fields)


# --- evidence ------------------------------------------------------------------------------


class Span(Part):
    """A piece of the article: ``article.text[start:end] == text``, or of its title.

    Offsets count Unicode code points, end-exclusive, in that part of the article.
    """

    _shown: ClassVar[tuple[str, ...]] = ("start", "end", "part")

    start: int
    end: int
    text: str
    part: Literal["text", "title"] = "text"


class Evidence(Span):
    """A sentence of the article, or its title as number 0; the model gives only the number.

    >>> article = Article.from_text("Two sides met. They signed nothing.")
    >>> Evidence.model_validate(2, context={"article": article}).text
    'They signed nothing.'
    """

    _shown: ClassVar[tuple[str, ...]] = ("sentence",)

    sentence: int
    added: bool = False
    """Whether verification added it, because a verbatim stands there and nowhere else."""

    @model_validator(mode="wrap")
    @classmethod
    def _from_number(
        cls, value: Any, validate: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        article: Article | None = (info.context or {}).get("article")
        if article is None:
            if isinstance(value, int | str):
                raise ValueError("a sentence number means nothing without its article")
            return validate(value)
        first = 0 if article.title else 1
        if type(value) is int and first <= value <= len(article.sentences):
            return cls.of(article, value)
        # Whatever else a model sends along, only the number counts.
        number = str(value.get("sentence") if isinstance(value, dict) else value).strip(" []")
        last = len(article.sentences)
        if not re.fullmatch("[0-9]{1,9}", number) or not first <= int(number) <= last:
            title = ", and no title" if number == "0" else ""
            raise ValueError(
                f"there is no sentence [{number[:20]}]: "
                f"the article has sentences [1] to [{last}]{title}"
            )
        return cls.of(article, int(number))

    @classmethod
    def of(cls, article: Article, number: int) -> Self:
        """The sentence with this number, 0 for the title; raises ArticleError if there is none."""
        sentence = article.sentence(number)
        return cls.made(
            start=sentence.start,
            end=sentence.end,
            text=sentence.text,
            part="text" if number else "title",
            sentence=number,
            added=False,
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "integer"}


class Check(Part):
    """One comparison of a claim with the text, and what came of it."""

    _shown: ClassVar[tuple[str, ...]] = ("kind", "field", "verdict", "reason")

    kind: Kind
    field: str
    """Where in the item, e.g. ``values[0].amount``."""
    verdict: Verdict
    reason: str | None = None
    """For people: what the text says instead, or why it could not be checked."""
    span: Span | None = None
    """The words of the article it was compared with."""

    @property
    def failed(self) -> bool:
        """Whether this check alone is enough to send the item back."""
        return self.kind in DECISIVE and self.verdict in ("absent", "contradicted")


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The worst of some verdicts; ``unchecked`` of none."""
    return max(verdicts, key=VERDICTS.index, default="unchecked")
