"""A summary to look at: the article with its evidence marked, and beside it the facts.

A page needs nothing but itself.  It holds no script, and its security policy forbids any: marks
and links are HTML; filters, and the mark of what a fact rests on, are CSS.  Everything is laid
out by type, as in `cards`: a field of the summary is a kind, its colour is the field's place.
All words of an article or a model are data; none becomes a class, an id or an address.
A link to a fact goes by what the fact says, one to a sentence by its number: both outlast whatever
a later run of the same article adds.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any, Generic, Literal, Protocol, SupportsIndex, overload

from typing_extensions import TypeVar

from ..article import Article, Sentence
from ..schema import (
    VERDICTS,
    Check,
    Cited,
    Item,
    Money,
    Open,
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
    MARKS,
    Card,
    card,
    describe,
    given,
    held,
    not_read,
    noted,
    raw_title,
    reading,
    sentences_of,
    standing,
    told,
    usage_line,
)
from .labels import LabelLanguage, is_label, labelled, labels_for
from .rejected import Objection, cited_by, objections
from .tables import Amounts, summary_frame, summary_records, to_frame, to_records

if TYPE_CHECKING:
    import pandas
    from jinja2.environment import TemplateModule
    from jinja2.sandbox import SandboxedEnvironment

S = TypeVar("S", bound=SummaryData, default=SummaryData)

MEANINGS: dict[Verdict, str] = {
    "exact": "stands there to the letter",
    "normalised": "stands there but for typography",
    "computed": "follows from what stands there: 2.5 billion is 2,500,000,000",
    "unchecked": "could not be compared: look for yourself",
    "elsewhere": "stands in the article, but not in a cited sentence",
    "absent": "stands nowhere in the article",
    "contradicted": "the cited text says otherwise",
}
"""What each verdict tells a reader."""
SORTING = (
    "Sorted by sum, the largest of each currency first: sums in different currencies, or of a year "
    "and in total, are not compared, and nothing is converted. A fact of several sums goes by the "
    "largest in the currency of its first."
)
"""What the order of facts says, and what it does not."""


def to_html(
    summaries: SummaryData | Sequence[SummaryData],
    *,
    title: str | None = None,
    labels: LabelLanguage | None = None,
) -> str:
    """One page for a summary, or for many, complete in itself.

    Headings and the names of verdicts are in the language of the articles, if all are in the same
    and it is one of `LABELS`, else in English; ``labels="en"`` chooses.

    >>> summary = SummaryData(article=Article.from_text("Two sides met. They signed nothing."))
    >>> "They signed nothing." in to_html(summary)
    True
    """
    many = [summaries] if isinstance(summaries, SummaryData) else list(summaries)
    labels = labels_for((each.article for each in many), labels)
    kinds = _kinds(many)
    names = _each_once(f"a-{_name(each)}" for each in many)
    views = [_View(each, kinds, id) for each, id in zip(many, names, strict=True)]  # noqa: A001
    facts = [fact for view in views for fact in view.facts]
    judged = not views or any(view.makes_claims for view in views)
    counts = counted(facts)
    sizes = sizes_of(counts, *(view.counted for view in views))
    ranks = max((view.ranks for view in views), default=0)
    style = _style(_pairs(facts), _most(views), len(kinds), judged, sizes, ranks, labels)
    filled = {kind for kind, _ in counts}
    return _render(
        "page",
        labels,
        title=title,
        views=views,
        kinds=[each for each in enumerate(kinds) if judged or each[0] in filled],
        counts=counts,
        ranks=ranks,
        judged=judged,
        style=style,
        digest=b64encode(sha256(style.encode()).digest()).decode(),
    )


def to_fragment(summary: SummaryData) -> str:
    """The same view as a piece of a page, such as Jupyter's; its style reaches nothing else."""
    content = summary.model_dump_json(exclude={"provenance"})
    id = f"summary-{sha256(content.encode()).hexdigest()[:12]}"  # noqa: A001  # HTML's name for it
    view = _View(summary, _kinds([summary]), id)
    style = _style(_pairs(view.facts), _most([view]), None, view.makes_claims, (), 0)
    return _render("fragment", view=view, style=style)


class Summaries(list[S], Generic[S]):
    """A list of summaries that shows as a table in Jupyter: one row each, with its verdict.

    A part of it, ``several[:10]``, is one, too.
    """

    def to_records(
        self, field: str | None = None, *, amounts: Amounts = "decimal", explode: str | None = None
    ) -> list[dict[str, Any]]:
        """One flat record each, see `tables.summary_records`; of a field, one for each item."""
        if field is None:
            return summary_records(self)
        return to_records(self, field, amounts=amounts, explode=explode)

    def to_frame(
        self, field: str | None = None, *, amounts: Amounts = "decimal", explode: str | None = None
    ) -> pandas.DataFrame:
        """The same as a data frame; needs pandas."""
        if field is None:
            return summary_frame(self)
        return to_frame(self, field, amounts=amounts, explode=explode)

    def filter(
        self, *, verdict: Verdict | Iterable[Verdict] | None = None, field: str | None = None
    ) -> Summaries[S]:
        """Those with one of these verdicts; with a field, those that have such an item in it.

        A summary stays whole: what else is in it stays, too.

        >>> Summaries([SummaryData()]).filter(verdict=["absent", "contradicted"])
        []
        """
        wanted = VERDICTS if verdict is None else [verdict] if isinstance(verdict, str) else verdict
        verdicts = {*wanted}
        return Summaries(each for each in self if verdicts & {*_verdicts(each, field)})

    @overload
    def __getitem__(self, index: SupportsIndex, /) -> S: ...
    @overload
    def __getitem__(self, index: slice, /) -> Summaries[S]: ...
    def __getitem__(self, index: SupportsIndex | slice, /) -> S | Summaries[S]:
        found = super().__getitem__(index)
        return Summaries(found) if isinstance(found, list) else found

    def _repr_html_(self) -> str:
        kinds = _kinds(self)
        views = [_View(each, kinds, "") for each in self]
        return _render("table", views=views, kinds=kinds)


def _verdicts(summary: SummaryData, field: str | None) -> Iterator[Verdict]:
    if field is None:
        yield summary.verdict
        return
    if field not in (fields := summary.item_fields()):
        name = type(summary).__name__
        raise ValueError(f"{name} has no items in {field!r}, but in: {', '.join(fields)}")
    items = getattr(summary, field)
    yield from (item.verdict for item in (items if fields[field].many else [items]) if item)


# --- what is shown -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a fact's table: its words in the article, and what was made of them."""

    label: str
    words: str | None
    reading: str
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where the article bears out a fact: a cited sentence, words in it, or a quotation."""

    start: int
    end: int
    part: Literal["text", "title"]
    level: Literal["cited", "words", "quote"]
    fact: _Fact


class _Fact:
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
        self.remarks = [check for check in item.checks if check.reason]
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

    def _mark(self, span: Span, level: Literal["cited", "words", "quote"]) -> _Mark:
        return _Mark(span.start, span.end, span.part, level, self)


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


def _ranked(facts: Sequence[_Fact], kind: int) -> int:
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


class _View:
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
        names = _each_once(_told(field, item) for field, item in items)
        self.facts = [
            _Fact(number, name, field, self.kinds[field], item, article)
            for number, (name, (field, item)) in enumerate(zip(names, items, strict=True), 1)
        ]
        self.ranks = max((_ranked(self.facts, kind) for kind in self.kinds.values()), default=0)
        values = {name: getattr(summary, name) for name in summary.visible_fields()}
        self.prose = [describe(values[name]) for name in values if name not in self.kinds]
        self.remarks = [check for check in summary.checks if check.reason]
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
    def paragraphs(self) -> list[list[_Run]]:
        """The article, cut where a mark begins or ends."""
        if self.article is None:
            return []
        opened = self.summary.open
        text = list(_paragraphs(self.article.text, self.article.sentences, self.facts, opened))
        cited = [fact.cited for fact in self.facts] + [each.cited for each in self.rejected]
        if not any(0 in each for each in cited):
            return text
        title = self.article.sentence(0)
        return [*_paragraphs(title.text, [title], self.facts, []), *text]


def _name(summary: SummaryData) -> str:
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


_DIGITS = 8


def _each_once(names: Iterable[str]) -> list[str]:
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


# --- the article, marked -----------------------------------------------------------------------


@dataclass(slots=True)
class _Run:
    """A piece of the article cited by the same facts throughout."""

    sentence: int | None
    """Set on the first run of a sentence."""
    style: str
    pieces: list[tuple[str, str, str]]
    """Words, the element that marks them, and its classes."""
    facts: list[_Fact]
    """On the last run of a sentence: the facts that cite it."""
    open: int | None = None
    """On the last run of an open sentence: its number."""


_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


def _paragraphs(
    text: str,
    sentences: Sequence[Sentence],
    facts: Sequence[_Fact],
    opened: Sequence[Open],
) -> Iterator[list[_Run]]:
    part = "text" if sentences[0].number else "title"
    marks = [
        mark for fact in facts for mark in fact.marks if mark.start < mark.end and mark.part == part
    ]
    begin, finish = defaultdict(list), defaultdict(list)
    for mark in marks:
        begin[mark.start].append(mark)
        finish[mark.end].append(mark)
    citing = defaultdict(list)
    for fact in facts:
        for number in fact.cited:
            citing[number].append(fact)
    opens, closes = {each.start: each for each in opened}, {each.end: each for each in opened}
    anchors = {s.start: s.number for s in sentences}
    ends = {s.end: citing[s.number] for s in sentences}
    gaps = [gap.span() for gap in _BLANK_LINE.finditer(text)]
    cuts = {0, len(text), *begin, *finish, *anchors, *ends, *(cut for gap in gaps for cut in gap)}
    places = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    breaks = dict(gaps)
    # An ordered set; its marks are in the order in which they began.
    active: dict[_Mark, None] = {}
    paragraph: list[_Run] = []
    is_open = False
    for start, end in pairwise(places):
        for mark in finish[start]:
            active.pop(mark, None)
        active.update(dict.fromkeys(begin[start]))
        is_open = start in opens or (is_open and start not in closes)
        if breaks.get(start) == end:
            yield paragraph
            paragraph = []
            continue
        cited = [mark for mark in active if mark.level == "cited"]
        inside = [mark for mark in active if mark.level != "cited"]
        style = _classes(cited, "c") or "open" * is_open
        run = paragraph[-1] if paragraph else None
        if run is None or run.style != style or start in anchors or start in ends:
            run = _Run(anchors.get(start), style, [], [])
            paragraph.append(run)
        _append(run.pieces, text[start:end], *_element(inside, cited))
        run.facts = ends.get(end, [])
        run.open = closes[end].sentence if end in closes else None
    yield paragraph


def _append(pieces: list[tuple[str, str, str]], words: str, tag: str, style: str) -> None:
    if pieces and pieces[-1][1:] == (tag, style):
        words = pieces.pop()[0] + words
    pieces.append((words, tag, style))


def _element(marks: list[_Mark], cited: list[_Mark]) -> tuple[str, str]:
    """What marks a piece: <b> for words, or <span> if they are no more than quoted."""
    if not marks:
        return "", ""
    tag = "b" if any(mark.level == "words" for mark in marks) else "span"
    quoted = "q" if any(mark.level == "quote" for mark in marks) else ""
    return tag, " ".join(filter(None, (quoted, _classes(marks, "w", cited))))


def _classes(marks: list[_Mark], letter: Literal["c", "w"], around: Sequence[_Mark] = ()) -> str:
    """The facts of these marks, and their kinds with their verdicts if not those around them."""
    inherited = {_kind(mark) for mark in around}
    kinds = dict.fromkeys(_kind(mark) for mark in marks if _kind(mark) not in inherited)
    facts = dict.fromkeys(f"{letter}{mark.fact.number}" for mark in marks)
    return " ".join([*kinds, *facts])


def _kind(mark: _Mark) -> str:
    return f"k{mark.fact.kind}v{mark.fact.verdict}"


# --- templates ---------------------------------------------------------------------------------


def _render(macro: str, labels: LabelLanguage = "en", **values: Any) -> str:
    return render("html.jinja", macro, labels, **values)


def render(template: str, macro: str, labels: LabelLanguage, **values: Any) -> str:
    """What a macro of a template beside this file makes of these, with labels in this language."""
    html = getattr(_template(template, labels), macro)(**values)
    # Jinja's own kind of string would escape what a caller adds to it.
    return str(html)


@lru_cache
def _template(name: str, labels: LabelLanguage) -> TemplateModule:
    return _environment(labels).get_template(name).module


@lru_cache
def _environment(labels: LabelLanguage) -> SandboxedEnvironment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["place"] = _place
    environment.globals.update(
        marks=MARKS,
        meanings=MEANINGS,
        sorting=SORTING,
        not_read=not_read,
        labels=labels,
        label=labelled(labels),
        is_label=is_label,
    )
    return environment


def _place(path: str) -> str:
    """A path as a reader counts: ``values[0].amount`` is values 1, amount."""
    counted = re.sub(r"\[([0-9]+)\]", lambda index: f" {int(index[1]) + 1}", path)
    return counted.replace(".", ", ").replace("_", " ")


def _kinds(summaries: Iterable[SummaryData]) -> list[str]:
    """The fields that hold items, in order."""
    return list(dict.fromkeys(kind for each in summaries for kind in each.item_fields()))


def _pairs(facts: Iterable[_Fact]) -> tuple[tuple[int, int], ...]:
    """Each kind with each verdict its facts have; those that mark the least come last.

    So a quotation lets the sum be seen that stands in it.
    """
    lengths = defaultdict[tuple[int, int], list[int]](list)
    for fact in facts:
        longest = max((mark.end - mark.start for mark in fact.marks), default=0)
        lengths[fact.kind, fact.verdict].append(longest)
    return tuple(sorted(lengths, key=lambda pair: (-fmean(lengths[pair]), pair)))


def _most(views: Iterable[_View]) -> int:
    return max((len(view.facts) for view in views), default=0)


class _Filtered(Protocol):
    """What filters show or hide, by the numbers of its kind and of its verdict."""

    kind: int
    verdict: int


def counted(shown: Iterable[_Filtered]) -> dict[tuple[int, int], int]:
    """How many there are of each kind with each verdict."""
    return dict(sorted(Counter((each.kind, each.verdict) for each in shown).items()))


def sizes_of(*counts: dict[tuple[int, int], int]) -> tuple[int, ...]:
    return tuple(sorted({number for each in counts for number in each.values()}))


@lru_cache(maxsize=32)
def _style(
    pairs: tuple[tuple[int, int], ...],
    facts: int,
    filtered: int | None,
    judged: bool,
    sizes: tuple[int, ...],
    ranks: int,
    labels: LabelLanguage = "en",
) -> str:
    """The style sheet for facts up to this number, with filters for this number of kinds.

    The filters count in `sizes`; sorted by sum, facts stand in up to so many places.
    """
    return _render(
        "style",
        labels,
        pairs=pairs,
        facts=range(1, facts + 1),
        kinds=None if filtered is None else range(filtered),
        verdicts=sorted({verdict for _, verdict in pairs}) if judged else [],
        sizes=sizes,
        ranks=ranks,
    )
