"""Duckling: the corpora of AmountOfMoney, Haskell sources with one value for several texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from .currencies import HUNDREDTHS, codes_of
from .money import ABOVE, EXACT, RANGE, UNDER, Example, Wanted

NAME = "Duckling"
FILES = "Duckling/AmountOfMoney/*/Corpus.hs"
_LANGUAGES = frozenset("ar de en es fr it ja kk ru tr uz zh".split())
_NUMBER = r"(-?[\d.]+(?:e-?\d+)?)"
_EXAMPLES = re.compile(
    rf"examples \((simple|between|above|under) (\w+) \(?{_NUMBER}(?:, {_NUMBER}\))?\)"
    r"\s*\[(.*?)\n? *\]",
    re.DOTALL,
)
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_BOUNDS = {"simple": EXACT, "between": RANGE, "above": ABOVE, "under": UNDER}
_NEGATIVE = re.compile(r"^negative\w* =.*?\[(.*?)\]", re.DOTALL | re.MULTILINE)
_ESCAPED = re.compile(r"\\(?:(\d+)|x([0-9a-fA-F]+)|(.))")
_CALLED = {"Pts": "ESP", "PTS": "ESP"}


def examples(folder: Path) -> Iterator[Example]:
    """Every text of the corpora that names a currency, and those that name no sum."""
    for path in sorted(folder.glob(FILES)):
        language = path.parent.name.lower()
        if language not in _LANGUAGES:
            continue
        source = "\n".join(
            line for line in path.read_text("utf-8").splitlines() if line.strip()[:2] != "--"
        )
        for bound, unit, value, upper, texts in _EXAMPLES.findall(source):
            if unit != "Unnamed":
                wanted = _wanted(bound, unit, value, upper)
                for text in _STRING.findall(texts):
                    yield Example(language, _text(text), (wanted,))
        for texts in _NEGATIVE.findall(source):
            for text in _STRING.findall(texts):
                yield Example(language, _text(text), ())


def _wanted(bound: str, unit: str, value: str, upper: str) -> Wanted:
    amount, far = Decimal(value), Decimal(upper) if upper else None
    codes = codes_of(_CALLED.get(unit, unit), "en")
    if unit.casefold() in HUNDREDTHS:
        amount, far, codes = amount / 100, far and far / 100, frozenset()
    return Wanted(amount, far, _BOUNDS[bound], codes)


def _text(literal: str) -> str:
    r"""What a Haskell string says: "\8381" is a code point in decimal, "\&" nothing."""
    return _ESCAPED.sub(_escaped, literal)


def _escaped(escape: re.Match[str]) -> str:
    code, hexadecimal, other = escape.groups()
    if hexadecimal:
        return chr(int(hexadecimal, 16))
    return chr(int(code)) if code else other.replace("&", "")
