"""What a suite holds and this library does not, each with its reason: at most 2 % of a suite.

A convention is told by the kind of the case and of the answer, never by a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .money import Example, Found, Wanted

LIMIT = Decimal("0.02")
_CENTS = re.compile(
    r"cent|cént|sent|pen|penn|sen\b|\dc\b|kop|kuruş|цент|коп|\dц\b|пен|سنت|سينت|セント|銭|角|[分毛]",
    re.IGNORECASE,
)
_FROM_AND = re.compile(r"^(?:from|de)\b(?!.*\b(?:to|a)\b).*\b(?:and|y)\b")
_TWICE = re.compile(r"(\w{3,}) \1(?!\w)")
_WITHOUT_CENTS = frozenset({"CHF", "GBP"})  # their hundredths have names of their own
_STRAY_POINT = re.compile(r"[^\w\s]\.+\d")


@dataclass(frozen=True)
class Convention:
    """A kind of case that a suite answers otherwise than we mean to."""

    suites: tuple[str, ...]
    reason: str
    applies: Callable[[Example, Wanted, Found | None], bool]


def _is_bare_cents(example: Example, wanted: Wanted, found: Found | None) -> bool:
    """The whole units are found, and behind them stands no word for hundredths."""
    return (
        found is not None
        and wanted.value is not None
        and any(value == wanted.value // 1 != wanted.value for value, _ in found.values)
        and not _CENTS.search(example.text)
    )


def _are_others_cents(example: Example, wanted: Wanted, found: Found | None) -> bool:
    """The whole units are found, and what stands behind them are cents, of which they have none."""
    return (
        found is not None
        and wanted.value is not None
        and any(value == wanted.value // 1 != wanted.value for value, _ in found.values)
        and not _WITHOUT_CENTS.isdisjoint(found.codes)
        and "cent" in example.text
    )


def _is_lower_end(_: Example, wanted: Wanted, found: Found | None) -> bool:
    return found is not None and any(
        value == wanted.value and upper is not None for value, upper in found.values
    )


def _has_other_scale_below(_: Example, wanted: Wanted, found: Found | None) -> bool:
    return (
        found is not None
        and wanted.upper is not None
        and any(
            upper == wanted.upper and value in (wanted.value * power for power in (1000, 100_000))
            for value, upper in found.values
            if wanted.value is not None
        )
    )


def _is_range_without_to(example: Example, wanted: Wanted, found: Found | None) -> bool:
    """Of "from 5 and 7" one end is found, and behind "between" it would be a range."""
    ends = {wanted.value, wanted.upper}
    return (
        found is not None
        and wanted.upper is not None
        and any(value in ends and upper is None for value, upper in found.values)
        and _FROM_AND.search(example.text) is not None
    )


CONVENTIONS = (
    Convention(
        ("Recognizers-Text", "Duckling"),
        "a bare number behind a sum counts its cents (“20 euros and 5”); in news it is another figure",
        _is_bare_cents,
    ),
    Convention(
        ("Duckling",),
        "cents are hundredths of whatever stands before them, pounds too",
        _are_others_cents,
    ),
    Convention(
        ("Duckling",),
        "of a range, the scale counts for the upper end alone (“7-9 thousand” is 7 to 9,000)",
        _has_other_scale_below,
    ),
    Convention(
        ("Duckling",),
        "“from 5 and 7” is a range; here that is “from 5 to 7”, or “between 5 and 7”",
        _is_range_without_to,
    ),
    Convention(
        ("Duckling",),
        "its Chinese is that of Hong Kong, where 元 is a dollar; here it is the yuan",
        lambda example, _, found: (
            example.language == "zh" and found is not None and "CNY" in found.codes
        ),
    ),
    Convention(
        ("number words",),
        "num2words writes the scale of 101 million twice in Arabic, as nobody does",
        lambda example, *_: example.language == "ar" and bool(_TWICE.search(example.text)),
    ),
    Convention(
        ("price-parser",),
        "of a range of prices, the lower end is the price",
        _is_lower_end,
    ),
    Convention(
        ("price-parser",),
        "a point between a sign and a figure is dirt; here it is a decimal point",
        lambda example, _, found: bool(found and _STRAY_POINT.search(example.text)),
    ),
)


def convention_of(suite: str, example: Example, wanted: Wanted, found: Found | None) -> str | None:
    """The reason why an answer other than the suite's is meant, if it is."""
    return next(
        (
            each.reason
            for each in CONVENTIONS
            if suite in each.suites and each.applies(example, wanted, found)
        ),
        None,
    )
