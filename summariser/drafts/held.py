"""A draft beside its sources, as the checks look at them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from ..article import Article
from ..checks import Index
from ..languages import LANGUAGES
from ..schema import ClaimKind, Difference, DraftClaim, Verdict
from ..text import primary
from .places import Place
from .sources import Alike, Sources

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
"""A word as names have them, with its apostrophes and hyphens."""
_MANY = {"quantity": "quantities"}
_LONGEST, _ENOUGH = 160, 400


class Held:
    """A draft and its sources."""

    def __init__(self, draft: Article, sources: Sequence[Article]) -> None:
        self.draft = Index(draft)
        self.sources = Sources(sources)
        self._alike: dict[tuple[int, Place], Alike] = {}

    @property
    def language(self) -> str:
        """The draft's."""
        return self.draft.language

    @cached_property
    def reads_alike(self) -> list[bool]:
        """Of each source, whether it is in the draft's language."""
        code = primary(self.language)
        return [primary(index.language) == code for index in self.sources.indexes]

    @property
    def is_read(self) -> bool:
        """Whether there are tables of the draft's language."""
        return primary(self.language) in ("und", *LANGUAGES)

    @cached_property
    def may_hold_names(self) -> bool:
        """Whether names of the draft may be told in a source: 王建国 and "Wang Jianguo" are not."""
        scripts = {has_capitals(index.whole) for index in self.sources.indexes}
        return has_capitals(self.draft.whole) in scripts

    @property
    def is_translated(self) -> bool:
        """Whether no source is in the draft's language."""
        return not any(self.reads_alike)

    def alike(self, number: int, place: Place) -> Alike:
        """How much each sentence of the sources shares with what the draft says there."""
        key = number, place
        if key not in self._alike:
            self._alike[key] = self.sources.alike(self.draft, number, place)
        return self._alike[key]

    def words(self, source: int, place: Place) -> str:
        """Words of a source, as they are quoted in a reason, with its number if it is one of
        several.
        """
        words = self.sources.indexes[source].text(place)
        short = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
        return f"{self.name(source)} “{short}”"

    def words_at(self, found: tuple[int, Place]) -> str:
        """The words at a place in a source."""
        return self.sources.indexes[found[0]].text(found[1])

    def name(self, source: int) -> str:
        """What to call a source."""
        return f"source {source + 1}" if len(self.sources.indexes) > 1 else "the source"

    @property
    def nowhere(self) -> str:
        """What to say where nothing was found."""
        several = len(self.sources.indexes) > 1
        return "stands in no source" if several else "does not stand in the source"

    def claim(
        self,
        kind: ClaimKind,
        number: int,
        place: Place,
        verdict: Verdict,
        reason: str | None = None,
        found: tuple[int, Place] | None = None,
        *,
        others: Iterable[tuple[int, Place]] = (),
        differences: Iterable[Difference] = (),
    ) -> DraftClaim:
        """A claim of the draft, with what was found.

        In a language without tables it takes back what only a reader of that language can tell.
        """
        if not self.is_read and kind != "quotation" and verdict in ("absent", "contradicted"):
            many = _MANY.get(kind, f"{kind}s")
            verdict, reason = "unchecked", f"{many} are not read in {self.language}"
        return DraftClaim.made(
            **self.draft.span(place).model_dump(),
            kind=kind,
            sentence=number,
            verdict=verdict,
            reason=reason,
            found=self.sources.span(*found) if found else None,
            others=[self.sources.span(*each) for each in others],
            differences=[*differences],
        )


def has_capitals(text: str) -> bool:
    """Whether most of its letters have a small and a capital form."""
    letters = [each for each in text[:_ENOUGH] if each.isalpha()]
    return sum(each.lower() != each.upper() for each in letters) * 2 > len(letters)
