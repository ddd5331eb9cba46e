"""Items as web annotations on the sentences they cite, as the W3C describes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from itertools import accumulate
from typing import Any, Literal
from uuid import NAMESPACE_URL, uuid5

from ..schema import Cited, Item, Span, SummaryData
from .cards import card
from .tables import many

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

    Positions count in ``Article.text``, or in ``Article.title`` within a FragmentSelector of the
    value ``title``.  Neither is the text of the page behind ``url``, menus and all: there tools
    find the quotation.  The model counts Unicode code points; many tools in
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
    parts = {"text": _Text(article.text, units), "title": _Text(article.title or "", units)}
    for path, item in summary.items():
        whole = item.model_dump_json()
        annotation: dict[str, Any] = {
            "id": _urn(digest, path, whole),
            "type": "Annotation",
            "motivation": "describing",
            "body": _bodies(path.partition("[")[0], item, whole),
            "target": [
                {"source": source, "selector": _selectors(span, parts)} for span in _spans(item)
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
    if isinstance(item, Cited):
        return list(item.evidence)
    return item.named()[:1] if item.is_claimed else item.named()


def _selectors(span: Span, parts: dict[str, _Text]) -> list[dict[str, Any]] | dict[str, Any]:
    selectors = parts[span.part].selectors(span)
    if span.part == "text":
        return selectors
    return {"type": "FragmentSelector", "value": span.part, "refinedBy": selectors}


class _Text:
    """The text of an article, or its title, and where its characters stand in these units."""

    def __init__(self, text: str, units: Units) -> None:
        self.text = text
        self.at: Sequence[int] = range(len(text) + 1)
        if units == "utf16":
            self.at = list(accumulate((1 + (each > "\uffff") for each in text), initial=0))

    def selectors(self, span: Span) -> list[dict[str, Any]]:
        before, after = max(0, span.start - _CONTEXT), span.end + _CONTEXT
        return [
            {
                "type": "TextQuoteSelector",
                "exact": span.text,
                "prefix": self.text[before : span.start],
                "suffix": self.text[span.end : after],
            },
            {
                "type": "TextPositionSelector",
                "start": self.at[span.start],
                "end": self.at[span.end],
            },
        ]


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _urn(*parts: str) -> str:
    """A name that is the same for the same parts, on every machine."""
    return uuid5(NAMESPACE_URL, "\n".join(("summariser", *parts))).urn
