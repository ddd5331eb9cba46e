"""The claims of a draft for programs: flat records, a data frame, and JSON lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..article import Article
from ..schema import DraftClaim, DraftData, SourceSpan, Span
from .spans import span_end, span_place
from .tables import framed
from .words import differing

if TYPE_CHECKING:
    import pandas

_COLUMNS: dict[str, type] = {
    "draft": str, "line": int, "column": int, "end_line": int, "end_column": int, "sentence": int,
    "kind": str, "text": str, "verdict": str, "flagged": bool, "reason": str,
    "source": str, "source_number": int, "source_line": int, "source_column": int,
    "source_sentence": int, "found": str, "others": str, "differences": str,
    "part": str, "start": int, "end": int, "source_part": str, "source_start": int,
    "source_end": int,
}  # fmt: skip


def draft_records(report: DraftData) -> list[dict[str, Any]]:
    """One flat record per claim, in the order of the draft.

    A record holds, in this order:

    - ``draft``: what it is called; ``line, column, end_line, end_column``: where the words stand in
      its file, from 1, the end exclusive, None if the file has no such lines; ``sentence``;
    - ``kind``, ``text`` (the words), ``verdict``, ``flagged`` and ``reason``;
    - ``source``, ``source_number``, ``source_line``, ``source_column``, ``source_sentence`` and
      ``found``: the words they were compared with, and where these stand;
    - ``others``: what other sources say differently; ``differences``, of a quotation:
      "[-two-]{+three+}";
    - ``part, start, end, source_part, source_start, source_end``: code points into the texts.

    Values are ``str, int, bool`` or None.
    """
    return [_record(report, claim) for claim in report.claims]


def draft_frame(report: DraftData) -> pandas.DataFrame:
    """As `draft_records`, as a pandas data frame.  Raises ``ImportError`` without pandas."""
    return framed(draft_records(report), _COLUMNS)


def draft_lines(report: DraftData) -> str:
    """A JSON object a line for each claim: the claim as it is, its file, and where it stands.

    Beside the fields of a `DraftClaim`: ``file``, ``line``, ``column``, ``end_line``,
    ``end_column``; ``found`` and ``others`` also say the ``file``, ``line`` and ``column``.
    """
    objects = (_object(report, claim) for claim in report.claims)
    return "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in objects)


def _object(report: DraftData, claim: DraftClaim) -> dict[str, Any]:
    return {
        **_located(report.draft, claim),
        **_end(report.draft, claim),
        **claim.model_dump(mode="json"),
        "found": _in_source(report, claim.found) if claim.found else None,
        "others": [_in_source(report, each) for each in claim.others],
    }


def _in_source(report: DraftData, span: SourceSpan) -> dict[str, Any]:
    return {**_located(report.sources[span.source - 1], span), **span.model_dump()}


def _record(report: DraftData, claim: DraftClaim) -> dict[str, Any]:
    found = claim.found
    source = report.sources[found.source - 1] if found else None
    values = {
        **_located(report.draft, claim, file="draft"),
        **_end(report.draft, claim),
        **claim.model_dump(exclude={"found", "others", "differences"}),
        "others": "; ".join(f"{each.source}: {each.text}" for each in claim.others) or None,
        "differences": " ".join(map(differing, claim.differences)) or None,
    }
    if found and source:
        values |= {
            **_located(source, found, file="source", before="source_"),
            "source_number": found.source,
            "source_sentence": found.sentence,
            "found": found.text,
            "source_part": found.part,
            "source_start": found.start,
            "source_end": found.end,
        }
    return {name: values.get(name) for name in _COLUMNS}


def _located(
    article: Article, span: Span, *, file: str = "file", before: str = ""
) -> dict[str, Any]:
    line, column = span_place(article, span) or (None, None)
    return {file: article.known_as, f"{before}line": line, f"{before}column": column}


def _end(article: Article, span: Span) -> dict[str, Any]:
    line, column = span_end(article, span) or (None, None)
    return {"end_line": line, "end_column": column}
