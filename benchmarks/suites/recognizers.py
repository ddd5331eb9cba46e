"""Recognizers-Text: the cases of its CurrencyModel, one JSON file per language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from .currencies import HUNDREDTHS, codes_of
from .money import Example, Wanted

NAME = "Recognizers-Text"
FILES = "Specs/NumberWithUnit/*/CurrencyModel.json"
_CODES = {
    "Chinese": "zh", "English": "en", "French": "fr", "German": "de", "Italian": "it",
    "Japanese": "ja", "Spanish": "es", "Turkish": "tr",
}  # fmt: skip


def examples(folder: Path) -> Iterator[Example]:
    """The cases of the languages that are read; sums without an amount are none."""
    for path in sorted(folder.glob(FILES)):
        language = _CODES.get(path.parent.name)
        for case in json.loads(path.read_text("utf-8-sig")) if language else ():
            if not case["Results"] and "NotSupported" in str(list(case)):
                continue  # nobody has answered it yet
            sums = (_sum(result, language or "") for result in case["Results"])
            yield Example(language or "", case["Input"], tuple(each for each in sums if each))


def _sum(result: dict[str, Any], language: str) -> Wanted | None:
    said = result["Resolution"]
    try:
        value = Decimal(said["value"].replace(",", "."))  # some files write as their language does
    except (AttributeError, InvalidOperation, KeyError):
        return None
    unit = said.get("unit") or ""
    if unit.casefold() in HUNDREDTHS:
        return Wanted(value / 100)
    code = said.get("isoCurrency")
    return Wanted(value, codes=frozenset({code}) if code else codes_of(unit, language))
