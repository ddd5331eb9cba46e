"""A draft held against its sources: what it claims, and what they say of each claim.

Data only; `drafts` makes it, and `views` shows it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Literal

from pydantic import computed_field

from ..article import Article
from .evidence import VERDICTS, Part, Span, Verdict, worst

ClaimKind = Literal["sum", "share", "quantity", "date", "name", "quotation", "speaker", "stage"]
"""What of a draft is compared."""


class SourceSpan(Span):
    """A piece of one of the sources."""

    _shown: ClassVar[tuple[str, ...]] = ("source", "sentence")

    source: int
    """Which of them, counted from 1."""
    sentence: int


class Difference(Part):
    """Where the words of a quotation are not those of its source; one of the two may be empty."""

    kind: Literal["negation", "figure", "words", "cut"]
    """A word like "not", a figure, other words; or a cut, behind or before which it goes on."""
    draft: str
    source: str


class DraftClaim(Span):
    """Something a draft says, in the draft's words, and what the sources say of it."""

    _shown: ClassVar[tuple[str, ...]] = ("kind", "sentence", "verdict", "reason")

    kind: ClaimKind
    sentence: int
    verdict: Verdict
    reason: str | None = None
    """For people: what the source says instead, or why it could not be compared."""
    found: SourceSpan | None = None
    """The words of a source it was compared with."""
    others: list[SourceSpan] = []
    """What other sources say differently."""
    differences: list[Difference] = []
    """Of a quotation, word by word."""

    @computed_field  # type: ignore[prop-decorator]  # mypy cannot type property decorators
    @property
    def flagged(self) -> bool:
        """Whether somebody ought to look at it."""
        return VERDICTS.index(self.verdict) > VERDICTS.index("computed")


class DraftData(Part):
    """A draft, its sources, and all that was compared."""

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        yield from (("claims", len(self.claims)), ("flagged", len(self.flagged)))
        yield from (("sources", len(self.sources)), ("verdict", self.verdict))

    draft: Article
    sources: list[Article]
    claims: list[DraftClaim] = []
    notes: list[str] = []
    """What was not compared, and why."""

    @property
    def flagged(self) -> list[DraftClaim]:
        """The claims that somebody ought to look at."""
        return [claim for claim in self.claims if claim.flagged]

    @property
    def verdict(self) -> Verdict:
        """The worst of its claims'; ``unchecked`` if there was nothing to compare."""
        return worst(claim.verdict for claim in self.claims)
