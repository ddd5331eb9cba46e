"""Planted faults found in drafts, and false alarms: ``make draft-report [FOLDER=…]``.

The drafts of this project stand in ``tests/drafts/briefs``.  They were written by somebody who had
not seen the checks: half of them true in every word, half with faults of thirteen kinds, which
``key.json`` names: a list of drafts, each with its ``language``, its ``sources`` (paths from here or
from its folder) and its ``faults`` (``kind``, the wrong words as ``text``, what is ``right``).  A
fault is found where a claim that wants a look overlaps its words; who says something, or how far it
has come, also where another claim of that kind in its sentence does.  Whatever else wants a look is
a false alarm.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from summariser import DraftClaim, DraftReport, check_text

ROOT = Path(__file__).parent.parent
BRIEFS = Path(__file__).parent / "drafts" / "briefs"
_BY_SENTENCE = ("speaker", "stage")


class Draft(NamedTuple):
    """A draft of a folder with a key, compared."""

    name: str
    language: str
    report: DraftReport
    faults: list[dict[str, str]]

    def found(self) -> list[tuple[dict[str, str], list[DraftClaim]]]:
        """Each fault with the claims that show it."""
        return [(fault, [*self._showing(fault)]) for fault in self.faults]

    def alarms(self) -> list[DraftClaim]:
        """What wants a look though it shows no fault."""
        shown = [claim for _, claims in self.found() for claim in claims]
        return [claim for claim in self.report.flagged if claim not in shown]

    def _showing(self, fault: dict[str, str]) -> Iterator[DraftClaim]:
        draft, words = self.report.draft, fault["text"]
        place = re.search(r"\s+".join(map(re.escape, words.split())), draft.text)
        start, end = place.span() if place else (-1, -1)
        if start < 0 and words not in (draft.title or ""):
            raise ValueError(f"{self.name}: {words!r} does not stand there")
        sentences = {each.number for each in draft.sentences if each.start < end > start < each.end}
        for claim in self.report.flagged:
            if start < 0:
                is_there = claim.part == "title"
            else:
                is_there = claim.part == "text" and claim.start < end and start < claim.end
            is_near = fault["kind"] in _BY_SENTENCE and claim.kind in _BY_SENTENCE
            if is_there or (start >= 0 and is_near and claim.sentence in sentences):
                yield claim


def drafts(folder: Path = BRIEFS) -> Iterator[Draft]:
    """All drafts of a folder, each held against its sources."""
    key: list[dict[str, Any]] = json.loads((folder / "key.json").read_text("utf-8"))
    for each in key:
        sources = [_found(path, folder) for path in each["sources"]]
        report = check_text(folder / each["draft"], sources)
        yield Draft(each["draft"], each["language"], report, each["faults"])


def _found(path: str, folder: Path) -> Path:
    return next(at for at in (folder / path, ROOT / path) if at.exists())


def main(folder: Path, *, verbose: bool) -> None:
    """Print the table, and with `verbose` each fault that was missed and each false alarm."""
    found, planted, alarms = Counter[str](), Counter[str](), Counter[str]()
    count = 0
    for draft in drafts(folder):
        count += 1
        for fault, claims in draft.found():
            planted[fault["kind"]] += 1
            found[fault["kind"]] += bool(claims)
            if verbose and not claims:
                print(f"missed  {draft.name} {fault['kind']}: {fault['text']} | {fault['right']}")
        for claim in draft.alarms():
            alarms[claim.kind] += 1
            if verbose:
                print(f"alarm   {draft.name} {claim.kind} {claim.verdict}: {claim.text} "
                      f"| {claim.reason}")  # fmt: skip
    print(f"{'planted fault':<18}{'found':>7}{'of':>6}")
    for kind in sorted(planted):
        print(f"{kind.replace('_', ' '):<18}{found[kind]:>7}{planted[kind]:>6}")
    total, of = found.total(), planted.total()
    print(f"{'all':<18}{total:>7}{of:>6}   {total / max(of, 1):.1%}")
    by_kind = ", ".join(f"{kind} {number}" for kind, number in sorted(alarms.items()))
    print(f"false alarms: {alarms.total()} in {count} drafts ({by_kind or 'none'})")


if __name__ == "__main__":
    given = [each for each in sys.argv[1:] if each != "-v"]
    main(Path(given[0]) if given else BRIEFS, verbose="-v" in sys.argv)
