"""What of a draft wants a look, as annotations on a pull request in GitHub Actions.

Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..schema import DraftClaim, DraftData
from .cards import MARKS
from .drafts import notes, why
from .spans import on_one_line, span_end, span_place, where
from .words import quoted_diff

_LEVELS = {"red": "error", "yellow": "warning"}


def draft_to_github(report: DraftData) -> str:
    """A line for each flagged claim: an error if it is red, else a warning; notes are notices.

    A draft whose file has no lines, such as .docx, is named without any.

    >>> from summariser.drafts import check_text
    >>> report = check_text("Selm paid $3 million.", "Selm paid $2 million to Norvik.")
    >>> print(draft_to_github(report).partition("::$")[0])
    ::error line=1,endLine=1,col=11,endColumn=21,title=sum%3A contradicted
    """
    return "".join(f"{line}\n" for line in _commands(report))


def _commands(report: DraftData) -> Iterator[str]:
    file = report.draft.known_as
    for claim in report.flagged:
        told = {"file": file, **_place(report, claim), "title": f"{claim.kind}: {claim.verdict}"}
        yield _command(_LEVELS[MARKS[claim.verdict][1]], told, _message(report, claim))
    for note in notes(report):
        yield _command("notice", {"file": file}, note)


def _place(report: DraftData, claim: DraftClaim) -> dict[str, int | None]:
    start, end = span_place(report.draft, claim), span_end(report.draft, claim)
    if start is None or end is None:
        return {}
    # Columns of several lines would be of different ones, which GitHub does not take.
    columns = {"col": start[1], "endColumn": end[1]} if start[0] == end[0] else {}
    return {"line": start[0], "endLine": end[0], **columns}


def _message(report: DraftData, claim: DraftClaim) -> str:
    pieces = quoted_diff(claim, report.sources)
    words = on_one_line("".join(map(str, pieces)) or claim.text)
    reason = why(claim, pieces)
    spans = [each for each in (claim.found, *claim.others) if each]
    places = ", ".join(where(report.sources[each.source - 1], each) for each in spans)
    told = f"{words}: {reason}" if reason else words
    return f"{told} ({places})" if places else told


def _command(level: str, properties: Mapping[str, object], message: str) -> str:
    told = ",".join(
        f"{name}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}"
        for name, value in properties.items()
        if value is not None
    )
    return f"::{level}{' ' * bool(told)}{told}::{_escaped(message)}"


def _escaped(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
