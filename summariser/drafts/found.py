"""What a scan finds: items that nobody claims, each with its place in the text."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from ..schema import AsWritten, Compared, Item, Measure, Mention, Money, Named, StatedDate

Per = Annotated[Literal["total", "year", "month", "unit", "other"], Compared()]


class Found(Item):
    """Something that stands in the text, found by code: its checks say where, and no more."""

    is_claimed: ClassVar[bool] = False


class FoundSum(Money, Found):
    """A sum of money as the text states it.

    Attributes:
        currency: None where the words may mean several.
        per: ``other`` is a day, a week, a quarter.
    """

    amount: Annotated[Decimal | None, Compared()] = None
    upper: Annotated[Decimal | None, Compared()] = None
    per: Per = "total"  # type: ignore[assignment]  # more than a model is asked for


class FoundShare(Measure, Found):
    """A percentage."""

    amount: Annotated[Decimal | None, Compared()] = None
    upper: Annotated[Decimal | None, Compared()] = None


class FoundQuantity(Measure, Found):
    """A number of things, or of a unit; no year, and no ordinal."""

    amount: Annotated[Decimal | None, Compared()] = None
    upper: Annotated[Decimal | None, Compared()] = None


class FoundDate(Found, Mention):
    """A day, a month or a year, or a span of them.

    Attributes:
        date: ISO 8601; ``--10-12`` where neither the text nor the day of publication gives the
            year.
    """

    date: Annotated[str, StatedDate()]


class FoundName(Found):
    """Somebody or something with a name, wherever the text names them.

    Attributes:
        name: the fullest form, as the text has it.
        forms: the others.
        descriptions: what the text says beside the name of who that is.
    """

    name: Annotated[str, AsWritten()]
    forms: list[Annotated[str, AsWritten()]] = []
    descriptions: list[Annotated[str, AsWritten()]] = []


class FoundQuotation(Found):
    """Somebody's words in quotation marks, and whose they are as far as words tell."""

    verbatim: Annotated[str, AsWritten()]
    speaker: Named | None = None


class FoundStage(Found, Mention):
    """Words by which something has come so far: "signed", "hopes to sign"."""

    stage: str


class FoundInstruction(Found):
    """A sentence that speaks to a language model instead of a reader."""

    verbatim: Annotated[str, AsWritten()]
