"""What a summary consists of: items, the short mentions inside them, and their evidence.

The same classes serve three purposes: the JSON schema the model must answer (`wire_schema`),
the objects a user reads, and the form in which they are stored.  The names follow schema.org,
OCDS, the W3C Web Annotation model and FactBank.  Nothing here judges an item; that is
`verify_item`'s work, which fills in `checks`.

>>> SummaryData.wire_schema()["required"]
[]
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Literal, Self, get_args, get_origin

from pydantic import Field, computed_field, model_validator
from pydantic.json_schema import SkipJsonSchema

from ..article import Article
from .evidence import (
    Amount,
    Check,
    Currency,
    Evidence,
    Part,
    Prose,
    Span,
    Verbatim,
    Verdict,
    shortened,
    worst,
)
from .marks import Compared, Unit
from .provenance import Coverage, Provenance, Usage
from .wire import wire_schema

Qualifier = Literal[
    "exact", "approximately", "more_than", "at_least", "less_than", "up_to", "range", "vague"
]
"""``exact``: no hedge; ``vague``: no figure, as in "billions of dollars"."""

# --- mentions: short surface forms, checked to the letter ----------------------------------


class Mention(Part):
    """Something the article names in a few words."""

    verbatim: Verbatim


class Named(Mention):
    """A mention of somebody or something with a name."""

    name: Annotated[str | None, Compared()] = None


class Money(Mention):
    """A sum the article states."""

    amount: Annotated[Amount | None, Compared()] = None
    upper: Annotated[Amount | None, Compared()] = None
    currency: Annotated[Currency | None, Compared()] = None
    qualifier: Annotated[Qualifier, Compared()]
    per: Annotated[Literal["total", "year", "month", "unit"], Compared()]

    @model_validator(mode="after")
    def _range_is_upward(self) -> Self:
        if self.upper is not None and (self.amount is None or self.upper < self.amount):
            raise ValueError("upper is the far end of a range: it needs a lower amount beside it")
        return self


class Deliverable(Mention):
    """What is delivered, built, made or counted."""

    item: str
    quantity: Annotated[Amount | None, Compared()] = None
    qualifier: Annotated[Qualifier, Compared()] = "exact"
    unit: Annotated[str | None, Field(description="null for pieces"), Unit()] = None
    capacity: Annotated[Verbatim | None, Field(description="size of one, as written")] = None


class Measure(Mention):
    """A number the article states, and what it is measured in."""

    amount: Annotated[Amount | None, Compared()] = None
    upper: Annotated[Amount | None, Compared()] = None
    qualifier: Annotated[Qualifier, Compared()] = "exact"
    unit: Annotated[str | None, Unit()] = None
    """As the article has it; % for a share; None for what is counted."""


# --- items: what is kept, asked again or rejected as a whole -------------------------------


class Item(Part):
    """Something that is kept, asked for again, or rejected as a whole."""

    is_claimed: ClassVar[bool] = True
    """Whether somebody claims it, so that its verdict is worth showing; else code found it."""

    checks: SkipJsonSchema[list[Check]] = []
    unread: SkipJsonSchema[list[str]] = []
    """Where it says something that no check looks at: ``status``, ``parties[0].role``."""
    notes: SkipJsonSchema[list[str]] = []
    """What was read though it was not written as asked for; it counts for no verdict."""

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        fields = type(self).visible_fields()
        called = next((name for name in ("text", "name", "verbatim") if name in fields), None)
        yield "verdict", self.verdict
        if isinstance(self, Cited):
            yield "sentences", [each.sentence for each in self.evidence]
        if called:
            yield called, shortened(getattr(self, called))

    @computed_field  # type: ignore[prop-decorator]  # mypy cannot type property decorators
    @property
    def verdict(self) -> Verdict:
        """The worst of its checks; ``unchecked`` if nothing but its citations could be checked."""
        claims = [check for check in self.checks if check.kind != "sentence" or check.failed]
        return worst(check.verdict for check in claims)

    def named(self) -> list[Span]:
        """Where its own words stand, if it cites no sentences."""
        return [check.span for check in self.checks if check.kind == "verbatim" and check.span]


class Cited(Item):
    """An item that cites the sentences it stands on."""

    evidence: Annotated[list[Evidence], Field(min_length=1)]

    @model_validator(mode="after")
    def _cite_each_sentence_once(self) -> Self:
        self.evidence = _once(self.evidence)
        return self


class Grounded(Cited):
    """An item that tells what its sentences say."""

    text: Annotated[Prose, Field(description="one sentence of your own")]


class Quoted(Grounded):
    """A grounded item that reports somebody's words."""

    attribution: Annotated[
        list[Evidence], Field(description="numbers of the sentences that say who speaks")
    ] = []
    quotation: SkipJsonSchema[Literal["direct", "indirect"]] = "indirect"
    """Whether the cited sentences hold words in quotation marks."""
    quotes: SkipJsonSchema[list[Span]] = []
    """The words between the article's own quotation marks, cut out by code."""

    @model_validator(mode="after")
    def _attribute_to_each_sentence_once(self) -> Self:
        self.attribution = _once(self.attribution)
        return self


def _once(evidence: list[Evidence]) -> list[Evidence]:
    once = {each.sentence: each for each in evidence}
    return [once[number] for number in sorted(once)]


# --- summaries -----------------------------------------------------------------------------


class Rejected(Part):
    """An item that the article does not bear out, kept for the record."""

    _shown: ClassVar[tuple[str, ...]] = ("field", "reason")

    field: str
    """The list it was meant for, e.g. ``deals``."""
    raw: Any
    """The item as the model wrote it."""
    reason: str
    checks: list[Check] = []


OpenKind = Literal["sum", "quotation", "speaker", "stage"]


class Open(Span):
    """A sentence that no item cites, though it holds what an item may be made of."""

    _shown: ClassVar[tuple[str, ...]] = ("sentence", "kinds")

    sentence: int
    kinds: list[OpenKind]
    """What stands there: a sum, somebody's words in quotation marks, a verb of speech and who
    speaks, or, where somebody is named, a word of how far something has come."""
    words: list[str]
    """The same in the article's words: the sum, the beginning of the quotation, the speaker,
    "signed"."""
    reason: str | None = None
    """Why there is nothing to report, as the model says: see ``on_open`` of `Summariser`."""


class Accounted(Part):
    """How many sentences of an article were read and are not open.

    >>> print(Accounted(sentences=31, of=33))
    31 of 33 sentences
    """

    sentences: int
    of: int

    def __str__(self) -> str:
        return f"{self.sentences} of {self.of} sentence{'s' if self.of != 1 else ''}"


@dataclass(frozen=True, slots=True)
class ItemField:
    """A field of a summary that holds one kind of item: a list of them, or one that may be None."""

    item: type[Item]
    many: bool


class SummaryData(Part):
    """What an article says about one topic, as data; `topics.Summary` adds its views."""

    default_prompt: ClassVar[str] = "topic.v1"
    """What to ask with if no other prompt is named; this one is made of the topic's docstrings."""

    article: SkipJsonSchema[Article | None] = None
    checks: SkipJsonSchema[list[Check]] = []
    """Checks of the fields that belong to no item."""
    notes: SkipJsonSchema[list[str]] = []
    """What of a reply was read though it was not written as asked for."""
    rejected: SkipJsonSchema[list[Rejected]] = []
    open: SkipJsonSchema[list[Open]] = []
    """What may have been overlooked; it counts for no verdict."""
    accounted: SkipJsonSchema[Accounted | None] = None
    """How many sentences are not open; None if nobody has looked."""
    coverage: SkipJsonSchema[list[Coverage]] = []
    """Which sentences were read: a long article is read in several windows."""
    usage: SkipJsonSchema[Usage] = Field(default_factory=Usage)
    provenance: SkipJsonSchema[Provenance | None] = None

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        for name, field in self.item_fields().items():
            value = getattr(self, name)
            yield name, len(value) if field.many else value
        yield from (("rejected", len(self.rejected)), ("open", len(self.open)))
        yield "verdict", self.verdict

    @classmethod
    def wire_schema(cls) -> dict[str, Any]:
        """The JSON schema of a reply, fit for OpenAI's strict mode and llama.cpp's grammar."""
        return copy.deepcopy(_wire_schema(cls))

    @classmethod
    def item_fields(cls) -> dict[str, ItemField]:
        """The visible fields that hold items, and how."""
        return _item_fields(cls)

    @classmethod
    def makes_claims(cls) -> bool:
        """Whether there is anything in it that may be wrong: not if code found all its items."""
        fields = cls.item_fields().values()
        return not fields or any(field.item.is_claimed for field in fields)

    def items(self) -> Iterator[tuple[str, Item]]:
        """All items with where they stand: ``("deals[0]", Deal(…))``."""
        for name, field in self.item_fields().items():
            value = getattr(self, name)
            if field.many:
                yield from ((f"{name}[{index}]", item) for index, item in enumerate(value))
            elif value is not None:
                yield name, value

    @property
    def verdict(self) -> Verdict:
        """The worst of its items' and of the checks of its own fields, if all of it was read.

        A part that was not read leaves it ``unchecked`` at best.  What was rejected is no part of
        it, nor what is `open`: both numbers belong beside it, wherever it is shown.
        """
        items = [item.verdict for _, item in self.items()]
        lost: list[Verdict] = ["unchecked" for part in self.coverage if part.error]
        return worst([*items, *(check.verdict for check in self.checks), *lost])


_wire_schema = lru_cache(wire_schema)


@lru_cache
def _item_fields(summary: type[SummaryData]) -> dict[str, ItemField]:
    fields = {}
    for name in summary.visible_fields():
        annotation = summary.model_fields[name].annotation
        many = get_origin(annotation) is list
        for kind in get_args(annotation) or (annotation,):
            if isinstance(kind, type) and issubclass(kind, Item):
                fields[name] = ItemField(kind, many)
    return fields
