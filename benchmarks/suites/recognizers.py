"""Recognizers-Text: the cases of its CurrencyModel and NumberModel, one JSON file per language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from .currencies import HUNDREDTHS, codes_of
from .money import Example, Wanted

NAME, NUMBERS = "Recognizers-Text", "Recognizers-Text numbers"
FILES = "Specs/NumberWithUnit/*/CurrencyModel.json"
NUMBER_FILES = "Specs/Number/*/NumberModel.json"
_POWER, _DECIMAL = re.compile(r"\^|\d[eE][-+]?\d|/"), re.compile(r"[.,．，]\d")
_CODES = {
    "Arabic": "ar", "Chinese": "zh", "English": "en", "French": "fr", "German": "de", "Italian": "it",
    "Japanese": "ja", "Spanish": "es", "Turkish": "tr",
}  # fmt: skip


def examples(folder: Path) -> Iterator[Example]:
    """The cases of the languages that are read; sums without an amount are none."""
    for language, case in cases(folder, FILES):
        if case["Results"] or "NotSupported" not in str(list(case)):  # else nobody has answered it
            sums = (_sum(result, language) for result in case["Results"])
            yield Example(language, case["Input"], tuple(each for each in sums if each))


def numbers(folder: Path) -> Iterator[Example]:
    """The numbers of those languages, but for fractions and powers, which are no figures here."""
    for language, case in cases(folder, NUMBER_FILES):
        found = (_number(result) for result in case["Results"])
        yield Example(
            language, case["Input"], tuple(each for each in found if each), only=True, bare=True
        )


def cases(folder: Path, files: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The cases in some of its files, each with its language, if that is read."""
    for path in sorted(folder.glob(files)):
        if language := _CODES.get(path.parent.name):
            for case in json.loads(path.read_text("utf-8-sig")):
                yield language, case


def _number(result: dict[str, Any]) -> Wanted | None:
    said = result.get("Resolution") or {}
    value = _value(said)
    if value is None or said.get("subtype") in ("fraction", "power"):
        return None
    if _POWER.search(result["Text"]):  # few files have subtypes
        return None
    if value != value.to_integral_value() and not _DECIMAL.search(result["Text"]):
        return None
    return Wanted(value, start=result.get("Start"), end=result.get("End", -1) + 1)


def _value(said: dict[str, Any]) -> Decimal | None:
    """The amount; some files write it as their language does."""
    try:
        return Decimal(said["value"].replace(",", "."))
    except (AttributeError, InvalidOperation, KeyError):
        return None


def _sum(result: dict[str, Any], language: str) -> Wanted | None:
    said = result["Resolution"]
    value = _value(said)
    if value is None:
        return None
    unit = said.get("unit") or ""
    if unit.casefold() in HUNDREDTHS:
        return Wanted(value / 100)
    code = said.get("isoCurrency")
    return Wanted(value, codes=frozenset({code}) if code else codes_of(unit, language))
