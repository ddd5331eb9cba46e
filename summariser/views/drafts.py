"""A draft held against its sources, as text for a terminal: what wants a look, where, and why.

What is borne out is only counted: the page and the records hold it all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..schema import DraftClaim, DraftData, Verdict
from .cards import MARKS, around, indented, printed, styled
from .spans import BESIDE, on_one_line, where
from .words import Piece, quoted_diff

if TYPE_CHECKING:
    from rich.console import RenderableType

GROUPS: dict[Verdict, str] = {
    "contradicted": "the source says otherwise",
    "absent": "in no source",
    "elsewhere": "stands elsewhere in the source",
    "unchecked": "look for yourself",
}
"""What of a draft is flagged, the worst first, and how a group of such claims is called."""
_STYLES = {"same": "", "draft": "red strike", "source": "green"}
_BREAK = re.compile(r"\s*\n\s*")


def draft_to_text(report: DraftData, *, width: int = 100, colour: bool = False) -> str:
    """What of a draft wants a look, the worst first, for a terminal of this width."""
    return printed(_layout(report), width=width, colour=colour)


def tally(report: DraftData) -> str:
    """How many claims there are, and how many want a look.

    >>> from summariser import Article
    >>> tally(DraftData(draft=Article.from_text("They met."), sources=[]))
    'no claims: nothing to compare'
    """
    if not report.claims:
        return "no claims: nothing to compare"
    count, flagged = len(report.claims), len(report.flagged)
    claims = "1 claim" if count == 1 else f"{count} claims"
    want = "wants" if flagged == 1 else "want"
    return f"{claims}: {count - flagged} borne out, {flagged or 'none'} {want} a look"


def notes(report: DraftData) -> list[str]:
    """What was not compared, or not read, of the draft and of its sources."""
    articles = [report.draft, *report.sources]
    return [*report.notes, *(each for article in articles for each in article.warnings)]


def why(claim: DraftClaim, pieces: list[Piece]) -> str | None:
    """The reason of a verdict, unless the differences say it better."""
    return None if pieces and claim.verdict == "contradicted" else claim.reason


def _layout(report: DraftData) -> Iterator[RenderableType]:
    from rich.rule import Rule
    from rich.text import Text

    draft, sources = report.draft, report.sources
    name = draft.known_as or draft.heading
    yield Rule(styled(name, "bold"), align="left", characters="━")
    for number, source in enumerate(sources, 1):
        label = f"source {number}" if len(sources) > 1 else "the source"
        yield styled(f"{label}: {source.known_as or source.heading}", "dim")
    for verdict, title in GROUPS.items():
        claims = [each for each in report.flagged if each.verdict == verdict]
        if claims:
            yield Text()
            yield styled(f"{title.upper()} ({len(claims)})", f"bold {MARKS[verdict][1]}")
            for claim in claims:
                yield from _claim_lines(report, claim)
    yield Text()
    yield styled(f"{MARKS[report.verdict][0]} {tally(report)}", f"bold {MARKS[report.verdict][1]}")
    for note in notes(report):
        yield styled(f"note: {note}", "dim")


def _claim_lines(report: DraftData, claim: DraftClaim) -> Iterator[RenderableType]:
    mark, style = MARKS[claim.verdict]
    pieces = quoted_diff(claim, report.sources)
    words = "" if pieces else f" {on_one_line(claim.text)}"
    yield indented(f"{mark} {where(report.draft, claim)} {claim.kind}{words}", 2, style)
    if pieces:
        yield _difference(pieces)
    if reason := why(claim, pieces):
        yield indented(reason, 6)
    for span in [*([claim.found] if claim.found else []), *claim.others]:
        source = report.sources[span.source - 1]
        yield indented(f"{where(source, span)} {''.join(around(span, source, BESIDE))}", 6, "dim")


def _difference(pieces: list[Piece]) -> RenderableType:
    from rich.padding import Padding
    from rich.text import Text

    shown = [styled(_BREAK.sub(" ", str(each)), _STYLES[each.kind]) for each in pieces]
    return Padding(Text.assemble(*shown), (0, 0, 0, 6))
