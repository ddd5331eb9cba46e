"""One row per item: summaries as records and data frames, for people who count and compare.

The columns follow from the types of an item's fields alone, so a topic of one's own becomes a table
without further work, and a table without rows has the same columns as one with many.  For files see
`csv` and `jsonl`; nothing here adds up or converts sums: two values stay two values.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    NamedTuple,
    Union,
    get_args,
    get_origin,
)

from ..installation import install_hint
from ..schema import (
    VERDICTS,
    Check,
    Cited,
    Evidence,
    Item,
    Money,
    Open,
    Part,
    Quoted,
    Span,
    SummaryData,
    sentences_not_read,
)
from .cards import sentences_of

if TYPE_CHECKING:
    import pandas

Amounts = Literal["decimal", "float"]


def to_records(
    summaries: SummaryData | Iterable[SummaryData],
    field: str,
    *,
    amounts: Amounts = "decimal",
    explode: str | None = None,
) -> list[dict[str, Any]]:
    """The items of one field as flat records, one per item, of one summary or of many.

    A record holds, in this order:

    - ``article_id, article_name, title, published, source, url``: the article, by the path or id
      under which it was read unless it has a name, and by its first line unless it has a title
      (see `Article.known_as` and `Article.heading`); ``field, index``: which item;
    - the item's own fields.  Mentions and lists of them are joined by their names, "A; B".  Of sums
      the first is spelled out as ``amount, upper, currency, qualifier, per, verbatim`` and
      ``n_values`` says how many there are.  Where these names would clash, the field's name goes
      before them: ``price_amount``;
    - ``evidence`` (the cited sentences; " […] " where some are left out between), ``sentences``
      ("12; 13"), ``start`` and ``end``: code points into the article's text of the first of them;
      of an item that cites none, the sentences in which its words stand, and where these begin;
    - ``verdict``; ``remarks``, the reasons of its checks; ``unread``, its fields that no check
      looks at; and ``notes``, what was read though it was not written as asked for.

    The field may also be one that no topic has: of each the article's columns and its own.

    - ``open``: the open sentences;
    - ``rejected``: what was not taken over: ``meant_for``, ``reason``, and ``raw`` as JSON;
    - ``checks``: all that was compared, also for fields of no item: ``item`` (``deals[0]``),
      ``kind``, ``checked`` (``values[0].amount``), ``verdict``, ``reason``, and the words of the
      article, ``words``, ``part``, ``start``, ``end``;
    - ``quotes``: what stands in quotation marks: ``item``, ``verdict``, ``words``, ….

    Values are ``str, int, bool, Decimal, date, datetime`` or None.

    Args:
        summaries: a summary, or any number of them.
        field: a field with items, such as ``deals``; a single item (``summit``) makes one row.
        amounts: ``float`` turns all ``Decimal`` into floats, which round beyond 15 digits.
        explode: a list in the items, such as ``values`` or ``parties``: one row for each of its
            elements, which is then spelled out in full; an item without any keeps one row.

    Raises ``ValueError`` for an unknown field; the message lists those there are.

    >>> from summariser import SummitSummary
    >>> to_records(SummitSummary(overview="", outcomes=[], deals=[], positions=[]), "deals")
    []
    """
    if amounts not in ("decimal", "float"):
        raise ValueError(f"amounts is 'decimal' or 'float', not {amounts!r}")
    summaries = many(summaries)
    names = columns_of(summaries, field, explode=explode)
    records = []
    for summary in summaries:
        layout = _layout(type(summary), field, explode)
        about = _article_values(summary)
        for index, item in enumerate(_rows(summary, field)):
            for element in layout.elements(item):
                cells = (column.read(item, element) for column in layout.columns)
                row = [*about, field, index, *(_plain(cell, amounts) for cell in cells)]
                found = dict(zip((*_ARTICLE, *layout.names), row, strict=True))
                found.update(_placed(item, summary) if layout.is_placed else {})
                records.append({name: found.get(name) for name in names})
    return records


def to_frame(
    summaries: SummaryData | Iterable[SummaryData],
    field: str,
    *,
    amounts: Amounts = "decimal",
    explode: str | None = None,
    schema: type[SummaryData] | None = None,
) -> pandas.DataFrame:
    """As `to_records`, as a pandas data frame whose types do not depend on what is in it.

    Text is ``string``, counts ``Int64``, days ``datetime64[s]``; a verdict is an ordered category,
    from the best to the worst.  Amounts are ``float64``, or exact: as ``Decimal`` objects, each
    with a column of ``float64`` beside it to count with, such as ``amount_float``.  Where there are
    no summaries, the columns are those of `schema`, if it is given.
    Raises ``ImportError`` without the extra ``pandas``.
    """
    summaries = many(summaries)
    names = columns_of(summaries, field, explode=explode, schema=schema)
    records = to_records(summaries, field, amounts=amounts, explode=explode)
    if amounts == "float":
        return _frame(records, names, {**_PANDAS, Decimal: "float64"})
    frame = _frame(records, names, _PANDAS)
    for name, kind in names.items():
        beside = f"{name}_float"
        if kind is Decimal and beside not in names:
            frame.insert(frame.columns.get_loc(name) + 1, beside, frame[name].astype("float64"))
    return frame


def framed(records: list[dict[str, Any]], columns: dict[str, type]) -> pandas.DataFrame:
    """Records with these columns as a data frame whose types do not depend on what is in it."""
    return _frame(records, columns, _PANDAS)


def _frame(
    records: list[dict[str, Any]], columns: dict[str, type], kinds: dict[type, str]
) -> pandas.DataFrame:
    try:
        import pandas
    except ImportError as error:
        raise ImportError(f"data frames need pandas: {install_hint('pandas')}") from error
    frame = pandas.DataFrame.from_records(records, columns=list(columns))
    types: dict[str, Any] = {name: kinds.get(kind, "object") for name, kind in columns.items()}
    if "verdict" in columns:
        types["verdict"] = pandas.CategoricalDtype(VERDICTS, ordered=True)
    return frame.astype(types)


def summary_records(summaries: SummaryData | Iterable[SummaryData]) -> list[dict[str, Any]]:
    """One flat record per summary, also of those of which no item was kept.

    A record holds the article's columns, as `to_records` has them; under each field's name how many
    items it holds; then ``rejected``, how many were not taken over, ``not_read``, how many
    sentences could not be read, ``open``, how many are open, and ``accounted``, how many of all its
    ``sentences`` are accounted for; the ``verdict``, which says nothing about any of these, and the
    article's ``warnings``.

    >>> [(each["rejected"], each["verdict"]) for each in summary_records(SummaryData())]
    [(0, 'unchecked')]
    """
    summaries = many(summaries)
    names = _summary_columns(summaries)
    return [{name: found.get(name) for name in names} for found in map(_summary_record, summaries)]


def summary_frame(summaries: SummaryData | Iterable[SummaryData]) -> pandas.DataFrame:
    """As `summary_records`, as a pandas data frame.  Raises ``ImportError`` without pandas."""
    summaries = many(summaries)
    return _frame(summary_records(summaries), _summary_columns(summaries), _PANDAS)


def _summary_columns(summaries: list[SummaryData]) -> dict[str, type]:
    fields = [field for each in summaries for field in each.item_fields()]
    return {**_OF_ARTICLE, **dict.fromkeys(_counted(fields), int), **_OF_SUMMARY}


def _summary_record(summary: SummaryData) -> dict[str, Any]:
    counts = Counter(path.partition("[")[0] for path, _ in summary.items())
    fields = summary.item_fields()
    return {
        **dict(zip(_OF_ARTICLE, _article_values(summary), strict=True)),
        **{name: counts[field] for name, field in zip(_counted(fields), fields, strict=True)},
        "rejected": len(summary.rejected),
        "not_read": sentences_not_read(summary.coverage),
        "open": len(summary.open),
        "accounted": summary.accounted and summary.accounted.sentences,
        "sentences": summary.accounted and summary.accounted.of,
        "verdict": summary.verdict,
        "warnings": "; ".join(summary.article.warnings) or None if summary.article else None,
    }


def _counted(fields: Iterable[str]) -> list[str]:
    """The columns that count the items of these fields, none named like another column."""
    taken = (*_OF_ARTICLE, *_OF_SUMMARY)
    return [f"n_{name}" if name in taken else name for name in fields]


_PANDAS: dict[type, str] = {
    str: "string", int: "Int64", bool: "boolean", float: "float64",
    date: "datetime64[s]", datetime: "object",  # which may or may not have a time zone
}  # fmt: skip


def columns(
    schema: type[SummaryData], field: str, *, explode: str | None = None
) -> dict[str, type]:
    """The columns of a field's table and their types, as polars takes them for ``schema=``.

    >>> from summariser import SummitSummary
    >>> columns(SummitSummary, "deals")["amount"]
    <class 'decimal.Decimal'>
    """
    own = {column.name: column.kind for column in _layout(schema, field, explode).columns}
    return {**_ARTICLE, **own}


# --- which columns -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    kind: type
    read: Callable[[Any, Any], Any]
    """From an item, and the element of the exploded list it is told with, to a cell."""


@dataclass(frozen=True, slots=True)
class _Layout:
    columns: tuple[_Column, ...]
    explode: str | None
    is_placed: bool = False
    """Whether it ends in the columns of `_placed`."""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def elements(self, item: Item) -> Sequence[Any]:
        return (getattr(item, self.explode) or [None]) if self.explode else [None]


_OF_ARTICLE: dict[str, type] = {
    "article_id": str, "article_name": str, "title": str, "published": date,
    "source": str, "url": str,
}  # fmt: skip
_PLACE: dict[str, type] = {"evidence": str, "sentences": str, "part": str, "start": int, "end": int}
_ARTICLE: dict[str, type] = {**_OF_ARTICLE, "field": str, "index": int}
_OF_SUMMARY: dict[str, type] = {
    "rejected": int, "not_read": int, "open": int, "accounted": int, "sentences": int,
    "verdict": str, "warnings": str,
}  # fmt: skip


@lru_cache
def _layout(schema: type[SummaryData], field: str, explode: str | None) -> _Layout:
    fields = schema.item_fields()
    if field in _ASIDE and field not in fields and explode is None:
        return _Layout(tuple(_ASIDE[field][0]()), None)
    if field not in fields:
        raise ValueError(
            f"{schema.__name__} has no items in {field!r}, but in: {', '.join(fields)}"
        )
    item = fields[field].item
    shapes = {name: _shape(item.model_fields[name].annotation) for name in item.visible_fields()}
    lists = [name for name, (kind, many) in shapes.items() if many and kind is not Evidence]
    if explode is not None and explode not in lists:
        there_are = f"but has {', '.join(lists)}" if lists else "nor any other"
        raise ValueError(f"{item.__name__} has no list {explode!r}, {there_are}")
    fixed = tuple(_fixed_columns(item))
    taken = {*_ARTICLE, *(column.name for column in fixed)}
    sums = [name for name, (kind, _) in shapes.items() if issubclass(kind, Money)]
    short = len(sums) == 1 and shapes.keys().isdisjoint(Money.visible_fields())
    own = []
    for name, (kind, many) in shapes.items():
        if kind is not Evidence:
            prefix = "" if short and name in sums else f"{name}_"
            for column in _field_columns(name, kind, many, prefix, exploded=name == explode):
                own.append(_renamed(column, taken))
                taken.add(own[-1].name)
    return _Layout((*own, *fixed), explode, is_placed=not issubclass(item, Cited))


def _columns_of_open() -> Iterator[_Column]:
    for name in ("sentence", "kinds", "words", "text", "reason", "part", "start", "end"):
        kind, many = _shape(Open.model_fields[name].annotation)
        yield from _field_columns(name, kind, many, "", exploded=False)


def _columns_of_rejected() -> Iterator[_Column]:
    yield _Column("meant_for", str, lambda each, _: each.field)
    yield _Column("reason", str, lambda each, _: each.reason)
    yield _Column("raw", str, lambda each, _: json.dumps(each.raw, ensure_ascii=False, default=str))


class _Of(NamedTuple):
    """A check, or a quotation, and where the item is that it belongs to."""

    item: str | None
    verdict: str
    span: Span | None
    check: Check | None = None


def _columns_of_checks() -> Iterator[_Column]:
    yield _Column("item", str, lambda each, _: each.item)
    yield _Column("kind", str, lambda each, _: each.check.kind)
    yield _Column("checked", str, lambda each, _: each.check.field)
    yield _Column("verdict", str, lambda each, _: each.verdict)
    yield _Column("reason", str, lambda each, _: each.check.reason)
    yield from _columns_of_span()


def _columns_of_quotes() -> Iterator[_Column]:
    yield _Column("item", str, lambda each, _: each.item)
    yield _Column("verdict", str, lambda each, _: each.verdict)
    yield from _columns_of_span()


def _columns_of_span() -> Iterator[_Column]:
    for name, of in {"words": "text", "part": "part", "start": "start", "end": "end"}.items():

        def read(each: _Of, _: Any, of: str = of) -> Any:
            return each.span and getattr(each.span, of)

        yield _Column(name, int if of in ("start", "end") else str, read)


def _checks(summary: SummaryData) -> Iterator[_Of]:
    parts = [(path, item.checks) for path, item in summary.items()]
    for path, checks in [*parts, (None, summary.checks)]:
        for check in checks:
            yield _Of(path, check.verdict, check.span, check)


def _quotes(summary: SummaryData) -> Iterator[_Of]:
    for path, item in summary.items():
        for span in item.quotes if isinstance(item, Quoted) else []:
            yield _Of(path, item.verdict, span)


_ASIDE: dict[
    str, tuple[Callable[[], Iterator[_Column]], Callable[[SummaryData], Iterable[Any]]]
] = {
    "open": (_columns_of_open, lambda summary: summary.open),
    "rejected": (_columns_of_rejected, lambda summary: summary.rejected),
    "checks": (_columns_of_checks, _checks),
    "quotes": (_columns_of_quotes, _quotes),
}
"""Tables that any topic has, of what stands beside its items: their columns, and their rows."""


def _rows(summary: SummaryData, field: str) -> Iterable[Any]:
    if field not in summary.item_fields():
        return _ASIDE[field][1](summary)
    value = getattr(summary, field)
    return value if isinstance(value, list) else [] if value is None else [value]


def _renamed(column: _Column, taken: set[str]) -> _Column:
    name = column.name
    while name in taken:
        name = f"item_{name}"
    return replace(column, name=name)


def _field_columns(
    name: str, kind: type, many: bool, prefix: str, *, exploded: bool
) -> Iterator[_Column]:
    """The columns of one field of an item."""

    def value(item: Item, element: Any) -> Any:
        return element if exploded else getattr(item, name)

    def first(item: Item, element: Any) -> Any:
        found = value(item, element)
        return next(iter(found), None) if many and not exploded else found

    if issubclass(kind, Part) and (not many or exploded or issubclass(kind, Money)):
        yield from _part_columns(prefix, kind, first)
        if issubclass(kind, Money) and many:
            yield _Column(f"n_{name}", int, lambda item, _: len(getattr(item, name)))
    elif many and not exploded:
        yield _Column(name, str, lambda item, _: _joined(getattr(item, name)))
    else:
        yield _Column(name, kind, lambda item, element: _cell(value(item, element), kind))


def _part_columns(
    prefix: str, part: type[Part], whole: Callable[[Item, Any], Any]
) -> Iterator[_Column]:
    """The columns of a mention, spelled out."""
    for name in part.visible_fields():
        kind, many = _shape(part.model_fields[name].annotation)

        def value(item: Item, element: Any, name: str = name) -> Any:
            return getattr(whole(item, element), name, None)

        if issubclass(kind, Part) and not many:
            yield from _part_columns(f"{prefix}{name}_", kind, value)
        else:
            yield _Column(f"{prefix}{name}", str if many else kind, _reader(value, kind, many))


def _reader(
    value: Callable[[Item, Any], Any], kind: type, many: bool
) -> Callable[[Item, Any], Any]:
    if many:
        return lambda item, element: _joined(value(item, element) or [])
    return lambda item, element: _cell(value(item, element), kind)


def _fixed_columns(item: type[Item]) -> Iterator[_Column]:
    """What code knows of an item, whatever its topic."""
    if issubclass(item, Quoted):
        yield _Column(
            "attribution", str, lambda item, _: _joined(e.sentence for e in item.attribution)
        )
        yield _Column("quotation", str, lambda item, _: item.quotation)
        yield _Column(
            "quotes", str, lambda item, _: " | ".join(q.text for q in item.quotes) or None
        )
    if issubclass(item, Cited):
        yield _Column("evidence", str, lambda item, _: _passage(item.evidence))
        yield _Column("sentences", str, lambda item, _: _joined(e.sentence for e in item.evidence))
        yield _Column("part", str, lambda item, _: item.evidence[0].part)
        yield _Column("start", int, lambda item, _: item.evidence[0].start)
        yield _Column("end", int, lambda item, _: item.evidence[0].end)
    else:
        yield from (_Column(name, kind, lambda *_: None) for name, kind in _PLACE.items())
    yield _Column("verdict", str, lambda item, _: item.verdict)
    yield _Column("remarks", str, lambda item, _: _remarks(item))
    yield _Column("unread", str, lambda item, _: _joined(item.unread))
    yield _Column("notes", str, lambda item, _: "; ".join(item.notes) or None)


# --- cells ---------------------------------------------------------------------------------

_SCALARS = (bool, int, float, str, Decimal, datetime, date)


def _shape(annotation: Any) -> tuple[type, bool]:
    """What a field holds, and whether it is a list of them; what cannot be told is text."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0])
    if origin in (Union, UnionType):
        shapes = {_shape(each) for each in arguments if each is not NoneType}
        return shapes.pop() if len(shapes) == 1 else (str, False)
    if origin in (list, tuple, set, frozenset, Sequence) and arguments:
        return _shape(arguments[0])[0], True
    if origin is Literal:
        kinds = {type(each) for each in arguments}
        return (kinds.pop() if len(kinds) == 1 else str), False
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation, False
    return (annotation if annotation in _SCALARS else str), False


def _cell(value: Any, kind: type) -> Any:
    if isinstance(value, Enum):
        value = value.value
    if value is None or kind is not str or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, default=str)


def _joined(values: Iterable[Any]) -> str | None:
    return "; ".join(_label(value) for value in values) or None


def _label(value: Any) -> str:
    """A mention by its name, or the words it is told with."""
    if isinstance(value, Part):
        told = (getattr(value, name, None) for name in ("name", "verbatim", "text"))
        return next((words for words in told if words), None) or value.model_dump_json()
    return str(value.value if isinstance(value, Enum) else value)


def _passage(evidence: list[Evidence]) -> str:
    words = evidence[0].text
    for one, other in pairwise(evidence):
        follows = other.sentence == one.sentence + 1 and one.part == other.part
        words += (" " if follows else " […] ") + other.text
    return words


def _placed(item: Item, summary: SummaryData) -> dict[str, Any]:
    """Where the words of an item that cites no sentences stand; what it cites are their sentences.

    ``start`` and ``end`` are of the words themselves, where they stand first.
    """
    spans, article = item.named(), summary.article
    if article is None or not spans:
        return {}
    evidence = [Evidence.of(article, number) for number in sentences_of(spans, article)]
    first = spans[0]
    place = {"part": first.part, "start": first.start, "end": first.end}
    sentences = _joined(each.sentence for each in evidence)
    return {"evidence": _passage(evidence), "sentences": sentences, **place}


def _remarks(item: Item) -> str | None:
    return (
        "; ".join(f"{check.field}: {check.reason}" for check in item.checks if check.reason) or None
    )


def _plain(cell: Any, amounts: Amounts) -> Any:
    return float(cell) if amounts == "float" and isinstance(cell, Decimal) else cell


def _article_values(summary: SummaryData) -> list[Any]:
    article = summary.article
    if article is None:
        return [None] * 6
    names = (article.id, article.known_as, article.heading)
    return [*names, article.published, article.source, article.url]


# --- which summaries -----------------------------------------------------------------------


def many(summaries: SummaryData | Iterable[SummaryData]) -> list[SummaryData]:
    """One summary, or any number of them, as a list."""
    return [summaries] if isinstance(summaries, SummaryData) else list(summaries)


def columns_of(
    summaries: list[SummaryData],
    field: str,
    *,
    explode: str | None = None,
    schema: type[SummaryData] | None = None,
) -> dict[str, type]:
    """The columns of several topics' tables side by side; ``object`` where their types differ.

    Without summaries nobody can tell the topic: they are those of `schema`, or of the article only.
    """
    if not summaries:
        known = schema is not None and field in (*_ASIDE, *schema.item_fields())
        return columns(schema, field, explode=explode) if schema and known else dict(_ARTICLE)
    found: dict[str, type] = {}
    for schema in dict.fromkeys(type(summary) for summary in summaries):
        for name, kind in columns(schema, field, explode=explode).items():
            found[name] = kind if found.get(name, kind) is kind else object
    return found
