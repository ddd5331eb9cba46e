"""Summaries in the formats of other tools: JSON lines, CSV, Markdown, W3C web annotations.

What comes from an article or a model is data here too: it cannot become a formula in a spreadsheet
or markup on a page.  A single summary as JSON is pydantic's own work: ``model_dump_json`` and
``model_validate_json``.  Nothing here writes files, so nothing here chooses their names:

    Path("deals.csv").write_text(to_csv(summaries, "deals"), encoding="utf-8-sig")  # for Excel
    Path("all.jsonl").write_text(to_jsonl(summaries), encoding="utf-8")
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from io import StringIO
from itertools import accumulate
from pathlib import Path
from typing import Any, Literal
from uuid import NAMESPACE_URL, uuid5

from typing_extensions import TypeVar

from ..schema import Grounded, Item, Quoted, Span, SummaryData
from .cards import MARKS, card, describe, not_read, noted, standing
from .tables import Amounts, columns_of, many, to_records

S = TypeVar("S", bound=SummaryData)

# --- JSON lines ----------------------------------------------------------------------------


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
                raise ValueError(
                    f"line {number} holds no {schema.__name__}{hint}: {str(error)[:300]}"
                ) from None
    return summaries


# --- CSV -----------------------------------------------------------------------------------

Delimiter = Literal[",", ";", "\t"]
# Spreadsheets take these for the beginning of a formula, some also behind blanks or in full width;
# behind a separator only those that read the file with another one than it was written with.
_BLANK = "\\s\ufeff\u200b-\u200f\u2060"
_FORMULA = re.compile(f"'*[{_BLANK}]*[=+\\-@＝＋－＠]|'*[\t\r\n]")
_INNER = {
    delimiter: re.compile(f"(?<=[{others}\r\n|])(?=['\"{_BLANK}]*[=+\\-@＝＋－＠])")
    for delimiter, others in {",": ";\t", ";": ",\t", "\t": ",;"}.items()
}


def to_csv(
    summaries: SummaryData | Iterable[SummaryData],
    field: str,
    *,
    amounts: Amounts = "decimal",
    explode: str | None = None,
    schema: type[SummaryData] | None = None,
    delimiter: Delimiter = ",",
) -> str:
    """The table of one field (see `to_records`) as CSV, with a head line.

    Before text that a spreadsheet would run as a formula there is an apostrophe, also where such
    text stands behind what another spreadsheet takes for a separator; numbers stay numbers.
    Write it as ``utf-8-sig``, or Excel garbles all but Latin letters; where Excel expects
    semicolons (Russia, Kazakhstan, Germany), ask for ``delimiter=";"``.
    """
    summaries = many(summaries)
    file = StringIO()
    # All text in quotation marks: a carriage return within would end the row for some readers.
    writer = csv.writer(
        file, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC
    )
    writer.writerow(columns_of(summaries, field, explode=explode, schema=schema))
    for record in to_records(summaries, field, amounts=amounts, explode=explode):
        writer.writerow([_defused(value, delimiter) for value in record.values()])
    return file.getvalue()


def _defused(value: Any, delimiter: Delimiter) -> Any:
    if not isinstance(value, str):
        return value
    return "'" * bool(_FORMULA.match(value)) + _INNER[delimiter].sub("'", value)


# --- Markdown ------------------------------------------------------------------------------


def to_markdown(summaries: SummaryData | Iterable[SummaryData]) -> str:
    """Summaries as Markdown, CommonMark's or GitHub's: a heading for each article and each field,
    the items with their verdicts, and under each the cited sentences.

    Words of an article or a model are never markup, nor addresses of pages links; those of
    e-mail are where GitHub's kind is read, which leaves no way to write them otherwise.
    """
    return "\n".join(line for summary in many(summaries) for line in _markdown(summary))


def _markdown(summary: SummaryData) -> Iterator[str]:
    article = summary.article
    if article is not None:
        yield f"# {_escaped(article.title or article.sentences[0].text)}\n"
        facts = (article.published, article.language, article.source, article.url)
        yield " · ".join(_escaped(str(fact)) for fact in facts if fact) + "\n"
    yield " · ".join(standing(summary)) + "\n"
    for name in summary.visible_fields():
        value = getattr(summary, name)
        if name not in summary.item_fields() and value is not None:
            yield f"{_escaped(describe(value))}\n"
    for check in summary.checks:
        if check.reason:
            yield f"{MARKS[check.verdict][0]} {_escaped(f'{check.field}: {check.reason}')}\n"
    if notes := noted(summary.notes):
        yield f"{_escaped(notes)}\n"
    for name, field in summary.item_fields().items():
        items = [item for path, item in summary.items() if path.partition("[")[0] == name]
        heading = _escaped(name.replace("_", " ").capitalize())
        yield f"## {heading} ({len(items)})\n" if field.many else f"## {heading}\n"
        for item in items:
            yield "\n".join(_item_lines(item)) + "\n"
        if not items:
            yield "none\n"
    if summary.rejected:
        yield f"## Rejected ({len(summary.rejected)})\n"
        for each in summary.rejected:
            yield f"- ✗ {_escaped(f'{each.field}: {each.reason}')}\n"
    for line in not_read(summary):
        yield f"✗ {_escaped(line)}\n"


def _item_lines(item: Item) -> Iterator[str]:
    shown = card(item)
    yield f"- {MARKS[shown.verdict][0]} **{_escaped(shown.title) or '—'}** ({shown.verdict})"
    if shown.tags:
        yield f"  - {_escaped(' · '.join(shown.tags))}"
    for row in shown.rows:
        yield f"  - {_escaped(f'{row.label}: {row.text}')}"
    for remark in shown.remarks:
        yield f"  - ⚠ {_escaped(remark)}"
    if shown.not_checked:
        yield f"  - {_escaped('not checked: ' + ', '.join(shown.not_checked))}"
    if shown.notes:
        yield f"  - {_escaped(shown.notes)}"
    if isinstance(item, Quoted):
        for quote in item.quotes:
            yield f"  - “{_escaped(quote.text)}”"
    if isinstance(item, Grounded):
        for evidence in item.evidence:
            yield f"\n  > {_escaped(f'[{evidence.sentence}] {evidence.text}')}"


_MARKUP = re.compile(
    r"[\\`*_{}\[\]|~$^#]|(?<=http):|(?<=https):|(?<=ftp):|(?<=www)[.]", re.IGNORECASE
)
_LIST_ITEM = re.compile(r"^([0-9]{0,9})([-+=:.)])")
_ENTITIES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}


def _escaped(words: str) -> str:
    """Words as they are, on one line: backslashes and entities keep them from being markup."""
    words = " ".join(words.split()).translate(_ENTITIES)
    return _LIST_ITEM.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", words))


# --- W3C Web Annotation --------------------------------------------------------------------

Units = Literal["code_points", "utf16"]
_CONTEXT = 32  # characters before and after a quotation, for tools to find it again by


def to_annotations(
    summaries: SummaryData | Iterable[SummaryData], *, units: Units = "code_points"
) -> dict[str, Any]:
    """Every item as a web annotation on the sentences it cites: a JSON-LD collection as a ``dict``.

    An annotation holds the item's text, its field and verdict as tags, and the whole item as JSON.
    Its target is the article's ``url``, or ``urn:sha256:`` and the digest of its text, with a
    TextQuoteSelector and a TextPositionSelector for each sentence.  Items that cite no sentences
    point to the words they name.  Rejected items are left out.

    Positions count in ``Article.text``, which is not the text of the page behind ``url``, menus and
    all: there tools find the quotation.  The model counts Unicode code points; many tools in
    JavaScript, the Hypothesis client among them, count UTF-16 units instead, which differ from the
    first emoji on: ask for ``units="utf16"`` for those.

    Source: https://www.w3.org/TR/annotation-model/, 4.2.4 (what a character is) and 4.2.5 (which
    counts positions in the same way).

    Raises ``ValueError`` if a summary has no article.
    """
    if units not in ("code_points", "utf16"):
        raise ValueError(f"units is 'code_points' or 'utf16', not {units!r}")
    items = [each for summary in many(summaries) for each in _annotations(summary, units)]
    # Annotations name themselves after what they say: the same twice is the same annotation.
    items = list({each["id"]: each for each in items}.values())
    name = _urn(*(each["id"] for each in items))
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": name,
        "type": "AnnotationCollection",
        "label": "summariser",
        "total": len(items),
    }
    if not items:
        return collection  # a page must not be empty
    page = _urn(name, "first")
    first = {"id": page, "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items}
    return {**collection, "first": first, "last": page}


def _annotations(summary: SummaryData, units: Units) -> Iterator[dict[str, Any]]:
    article = summary.article
    if article is None:
        raise ValueError("a summary without its article cannot be an annotation on it")
    digest = sha256(article.text.encode()).hexdigest()
    source = article.url or f"urn:sha256:{digest}"
    at: Sequence[int] = range(len(article.text) + 1)
    if units == "utf16":
        at = list(accumulate((1 + (character > "\uffff") for character in article.text), initial=0))
    for path, item in summary.items():
        whole = item.model_dump_json()
        annotation: dict[str, Any] = {
            "id": _urn(digest, path, whole),
            "type": "Annotation",
            "motivation": "describing",
            "body": _bodies(path.partition("[")[0], item, whole),
            "target": [
                {"source": source, "selector": _selectors(article.text, span, at)}
                for span in _spans(item)
            ]
            or [source],
        }
        if summary.provenance is not None:
            annotation["generated"] = _utc(summary.provenance.created)
            annotation["generator"] = {
                "type": "Software",
                "name": f"summariser {summary.provenance.version}, {summary.provenance.model}",
            }
        yield annotation


def _bodies(field: str, item: Item, whole: str) -> list[dict[str, str]]:
    texts = (("describing", card(item).title), ("tagging", field), ("tagging", item.verdict))
    return [
        *({"type": "TextualBody", "purpose": purpose, "value": text} for purpose, text in texts),
        {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "application/json",
            "value": whole,
        },
    ]


def _spans(item: Item) -> list[Span]:
    if isinstance(item, Grounded):
        return list(item.evidence)
    named = [check.span for check in item.checks if check.kind == "verbatim" and check.span]
    return named[:1]


def _selectors(text: str, span: Span, at: Sequence[int]) -> list[dict[str, Any]]:
    before, after = max(0, span.start - _CONTEXT), span.end + _CONTEXT
    return [
        {
            "type": "TextQuoteSelector",
            "exact": span.text,
            "prefix": text[before : span.start],
            "suffix": text[span.end : after],
        },
        {"type": "TextPositionSelector", "start": at[span.start], "end": at[span.end]},
    ]


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _urn(*parts: str) -> str:
    """A name that is the same for the same parts, on every machine."""
    return uuid5(NAMESPACE_URL, "\n".join(("summariser", *parts))).urn
