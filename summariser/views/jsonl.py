"""Summaries as JSON lines, and back.

A single summary as JSON is pydantic's own work: ``model_dump_json`` and ``model_validate_json``.

    Path("all.jsonl").write_text(to_jsonl(summaries), encoding="utf-8")
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from typing_extensions import TypeVar

from ..schema import SummaryData
from .tables import many

S = TypeVar("S", bound=SummaryData)


def to_jsonl(summaries: SummaryData | Iterable[SummaryData]) -> str:
    """One summary a line, each with its article, as JSON in UTF-8."""
    return "".join(f"{summary.model_dump_json()}\n" for summary in many(summaries))


def from_jsonl(
    lines: str | Path | Iterable[str],
    schema: type[S],
) -> list[S]:
    """The summaries that `to_jsonl` wrote: from its text, its lines, or (a ``Path``) a file.

    Raises ``ValueError``, which gives the number of the line, if one holds no such summary.
    """
    if isinstance(lines, Path):
        lines = lines.read_text(encoding="utf-8-sig")
    if isinstance(lines, str):
        lines = lines.split("\n")  # not splitlines: U+2028 may stand inside a line of JSON
    summaries = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                summaries.append(schema.model_validate_json(line))
            except ValueError as error:
                hint = "" if line.lstrip().startswith("{") else "; a file is given as a Path"
                if line.startswith('{"error": '):  # of `summariser read --json`
                    hint = ", but says why there is none"
                raise ValueError(
                    f"line {number} holds no {schema.__name__}{hint}: {str(error)[:300]}"
                ) from None
    return summaries
