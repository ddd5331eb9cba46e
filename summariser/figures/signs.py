"""What is read in an article of any language and belongs to none: signs, and a word in doubt."""

from __future__ import annotations

from ..languages import SumWords
from .currencies import SIGNED

SHARED = SumWords(
    currencies=SIGNED,
    mid="~",
    percent="%",
    before={
        "approximately": "~|≈",
        "more_than": ">",
        "less_than": "<",
        "at_least": "≥",
        "up_to less_than": "≤",
    },
    after={"at_least more_than": "+"},
)
"""What no language owns."""
UNKNOWN = SumWords(
    scales={"1e9 1e12": "billion|billions", "1e12 1e18": "trillion|trillions|trillionen"}
)
"""What is read where the language of a text is not known, besides the words of all."""
