"""What the tests of `text`, `sentences` and `quotations` share: their tables and nasty strings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

HERE = Path(__file__).parent


def cases(name: str) -> list[Any]:
    rows = json.loads((HERE / "text" / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(*row[1:], id=row[0]) for row in rows]


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its ⟦…⟧, and the spans they marked."""
    pieces = marked.replace("⟧", "⟦").split("⟦")
    ends = [len("".join(pieces[: i + 1])) for i in range(len(pieces))]
    return "".join(pieces), list(zip(ends[::2], ends[1::2], strict=False))


# Text as rich in trouble as it gets: every class of character the code looks at, a few of all
# others, and some words, each of which stands for one private character while it is drawn.
CHARACTERS = (
    ".!?…。！？؟،;:,،-—–'\"«»“”„‘’「」『』()[]*+&@/_$€%№ \t\n\r\0\u2028\u2029\x85\xa0\u2009\u3000"
    "\u200b\u200d\ufeff\xad0159٣۷５２²aZßİıéйЁәҰ市億イ한ไعوبلا\u0640\u064e\u0301\u0306\u0308\u0654"
    "\u0323\u1161\u212b\uf900\u0958🎉👍🏽👩🇰🇿"
) + "".join(chr(code) for code in range(0xA1, 0x1FFFF, 331) if not 0xD800 <= code < 0xF900)
WORDS = [
    "Dr. ", "млрд.", "U.S.", "т. е.", "3. Mai", "Inc. ", "слово.Слово", "1,500", "25 000", "К. Т",
    "example.com", "说。", "“we", "said”", ". Then ", "?» — ", '."', "\r\n", "👍🏽", "👩\u200d💻",
]  # fmt: skip
PRIVATE = {0xE000 + index: word for index, word in enumerate(WORDS)}
TROUBLE = st.text(CHARACTERS + "".join(map(chr, PRIVATE)), max_size=30).map(
    lambda drawn: drawn.translate(PRIVATE)
)

# A long run of any of these is the worst case of some scan.
UNITS = [
    ". ", ".", "«", "“” ", '"a', '" ', "a.A", "\u200b", "\u0301", " ", "1", "1 ", "1,", "说。",
    "\n", "-", "」", "a」", "‘", "’", "K. ", "3. ", "т.е. ", "г. А", "\n«", "ال", "www.",
    " '", "' a", "s' a ", ",,a", "''", "<<", "a>>", "5 m. ", "A «", "«\n»", ": «\n",
]  # fmt: skip
