"""Summaries and their facts, made ready to be shown: lines, marks, ids, the order by sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from typing import Any, Literal

from ..article import Article
from ..schema import (
    VERDICTS,
    Check,
    Cited,
    Item,
    Money,
    Part,
    Quoted,
    Rejected,
    Span,
    SummaryData,
    Verdict,
    sentences_not_read,
    worst,
)
from ..text import guess_language
from .cards import (
    Card,
    card,
    describe,
    given,
    held,
    noted,
    raw_title,
    reading,
    sentences_of,
    standing,
    told,
    usage_line,
)
from .marked import Mark, Run, paragraphs_of
from .rejected import Objection, cited_by, objections, place
from .templates import counted

_DIGITS = 8


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a fact's table: its words in the article, and what was made of them."""

    label: str
    words: str | None
    reading: str
    verdict: Verdict | None


class Fact:
    """An item, made ready to be shown."""

    def __init__(
        self,
        number: int,
        name: str,
        field: str,
        kind: int,
        item: Item,
        article: Article | None,
    ) -> None:
        self.number = number
        self.id = name
        self.kind = kind
        self.card: Card = card(item)
        self.verdict = VERDICTS.index(item.verdict)
        self.lines = [
            _Line(
                row.label,
                getattr(row.value, "verbatim", None),
                reading(row.value),
                _verdict_at(row.path, item.checks),
            )
            for row in self.card.rows
        ]
        self.sum = _sum_of([item, *(row.value for row in self.card.rows)])
        self.key = reading(self.sum) if self.sum else None
        self.rank = 0
        """Its place among those of its kind if they are sorted by sum; 0 without one."""
        self.is_claimed = item.is_claimed
        self.told = told(self.card, field)
        self.remarks = _remarks(item.checks, item)
        self.quotes = item.quotes if isinstance(item, Quoted) else []
        evidence = [*item.evidence] if isinstance(item, Cited) else []
        evidence += item.attribution if isinstance(item, Quoted) else []
        marks = {self._mark(each, "cited") for each in evidence}
        marks |= {self._mark(each, "quote") for each in self.quotes}
        marks |= {
            self._mark(check.span, "words")
            for check in item.checks
            if check.span and check.kind not in ("sentence", "instruction")
        }
        self.marks = sorted(marks, key=lambda mark: (mark.start, mark.end, mark.level))
        self.cited = sorted({each.sentence for each in evidence}) or (
            sentences_of(item.named(), article) if article else []
        )

    def _mark(self, span: Span, level: Literal["cited", "words", "quote"]) -> Mark:
        return Mark(span.start, span.end, span.part, level, self)


def _remarks(checks: Iterable[Check], of: Part) -> list[tuple[str, Check]]:
    """The checks that have something to say, and where, as a reader says it."""
    return [(place(check.field, of), check) for check in checks if check.reason]


def _sum_of(values: Iterable[Any]) -> Money | None:
    """The sum that a fact is sorted by: the largest that can be compared with its first total."""
    sums = [each for each in values if isinstance(each, Money) and each.amount is not None]
    first = next((each for each in sums if each.per == "total"), sums[0] if sums else None)
    alike = [each for each in sums if first and _apart(each) == _apart(first)]
    return max(alike, key=_size, default=None)


def _apart(value: Money) -> tuple[bool, str, str]:
    """What only sums that can be compared have in common; those without a currency come last."""
    return value.currency is None, value.currency or "", "" if value.per == "total" else value.per


def _size(value: Money) -> tuple[Decimal, Decimal]:
    amount = value.amount or Decimal()
    return amount, value.upper or amount


def _ranked(facts: Sequence[Fact], kind: int) -> int:
    """Number those of a kind that have a sum by currency and size; how many there are to sort."""
    of_kind = [each for each in facts if each.kind == kind]
    sums = [(each.sum, each) for each in of_kind if each.sum]
    if len(of_kind) < 2:
        return 0
    sums.sort(key=lambda pair: _size(pair[0]), reverse=True)
    sums.sort(key=lambda pair: _apart(pair[0]))
    for rank, (_, fact) in enumerate(sums, 1):
        fact.rank = rank
    return len(sums)


def _verdict_at(path: str, checks: Iterable[Check]) -> Verdict | None:
    """What became of the checks of one line, if there were any."""
    found = [
        check.verdict
        for check in checks
        if check.field == path or check.field.startswith((f"{path}.", f"{path}["))
    ]
    return worst(found) if found else None


@dataclass(frozen=True, slots=True)
class _Refused:
    """An item that was rejected, made ready to be shown."""

    title: str
    field: str
    kind: int | None
    objections: list[Objection]
    then: str
    """What became of it when it was asked about again; else all of the reason."""
    sentences: list[tuple[int, str]]
    """The sentences that it cites, by their numbers."""

    @property
    def cited(self) -> list[int]:
        return [number for number, _ in self.sentences]


class View:
    """A summary, made ready to be shown; its ids begin with `id`."""

    def __init__(self, summary: SummaryData, kinds: Sequence[str], id: str) -> None:  # noqa: A002
        self.summary = summary
        self.id = id
        self.whole_page = id.startswith("a-")
        self.article = article = summary.article
        self.verdict = summary.verdict
        self.makes_claims = summary.makes_claims()
        self.standing = standing(summary)
        self.not_read = sentences_not_read(summary.coverage)
        own = list(summary.item_fields())
        self.kinds = {kind: kinds.index(kind) for kind in own}
        items = [(path.partition("[")[0], item) for path, item in summary.items()]
        names = each_once(_told(field, item) for field, item in items)
        self.facts = [
            Fact(number, name, field, self.kinds[field], item, article)
            for number, (name, (field, item)) in enumerate(zip(names, items, strict=True), 1)
        ]
        self.ranks = max((_ranked(self.facts, kind) for kind in self.kinds.values()), default=0)
        values = {name: getattr(summary, name) for name in summary.visible_fields()}
        self.prose = [describe(values[name]) for name in values if name not in self.kinds]
        self.remarks = _remarks(summary.checks, summary)
        self.notes = noted(summary.notes)
        self.open = [(each, held(each), given(each)) for each in summary.open]
        self.rejected = [self._refused(each) for each in summary.rejected]
        self.counts = Counter(kinds[fact.kind] for fact in self.facts)
        self.counted = counted(self.facts)
        self.usage = usage_line(summary.usage)
        words = " ".join([*self.prose, *(fact.card.title for fact in self.facts)])
        self.written = article.language.replace("und", "") if article else ""
        self.language = guess_language(words).replace("und", "") or self.written
        self.title = _title(article)

    def _refused(self, rejected: Rejected) -> _Refused:
        name, article = rejected.field, self.article
        field = self.summary.item_fields().get(name)
        found, then = objections(rejected, field.item if field else None)
        cited = cited_by(rejected, article) if article else []
        sentences = [(number, article.sentence(number).text) for number in cited] if article else []
        return _Refused(raw_title(rejected.raw), name, self.kinds.get(name), found, then, sentences)

    @property
    def paragraphs(self) -> list[list[Run]]:
        """The article, cut where a mark begins or ends."""
        if self.article is None:
            return []
        opened = self.summary.open
        text = list(paragraphs_of(self.article.text, self.article.sentences, self.facts, opened))
        cited = [fact.cited for fact in self.facts] + [each.cited for each in self.rejected]
        if not any(0 in each for each in cited):
            return text
        title = self.article.sentence(0)
        return [*paragraphs_of(title.text, [title], self.facts, []), *text]


def name_of(summary: SummaryData) -> str:
    """What names a summary on a page: its article, if it has one."""
    if summary.article:
        return summary.article.id[:_DIGITS]
    return _digest(summary.model_dump_json(exclude={"provenance"}))


def _told(field: str, item: Item) -> str:
    """What names an item among those of its article: what it says, or also where that stands.

    Not its number, nor what became of its checks, nor the sentences: these may be added to.
    """
    fields = {*type(item).visible_fields()} - {"evidence", "attribution"}
    places = [] if isinstance(item, Cited) else [span.start for span in item.named()[:1]]
    return _digest(f"{field} {places} {item.model_dump_json(include=fields)}")


def _digest(content: str) -> str:
    return sha256(content.encode()).hexdigest()[:_DIGITS]


def each_once(names: Iterable[str]) -> list[str]:
    """These names, and a number behind those that were there before."""
    seen: Counter[str] = Counter()
    once = []
    for name in names:
        seen[name] += 1
        once.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return once


def _title(article: Article | None) -> str:
    if article is None:
        return "A summary without its article"
    return article.title or raw_title(article.sentences[0].text)
