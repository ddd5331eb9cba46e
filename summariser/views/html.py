"""A summary to look at: the article with its evidence marked, and beside it the facts.

A page needs nothing but itself.  It holds no script, and its security policy forbids any: marks
and links are HTML; filters, and the mark of what a fact rests on, are CSS.  Everything is laid
out by type, as in `cards`: a field of the summary is a kind, its colour is the field's place.
All words of an article or a model are data; none becomes a class, an id or an address.
A link to a fact goes by what the fact says, one to a sentence by its number: both outlast whatever
a later run of the same article adds.
"""

from __future__ import annotations

from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from statistics import fmean
from typing import TYPE_CHECKING, Any, Generic, SupportsIndex, overload

from typing_extensions import TypeVar

from ..schema import VERDICTS, SummaryData, Verdict
from .facts import Fact, View, each_once, name_of
from .labels import LabelLanguage, labels_for
from .tables import Amounts, summary_frame, summary_records, to_frame, to_records
from .templates import counted, render, sizes_of

if TYPE_CHECKING:
    import pandas

S = TypeVar("S", bound=SummaryData, default=SummaryData)


def to_html(
    summaries: SummaryData | Sequence[SummaryData],
    *,
    title: str | None = None,
    labels: LabelLanguage | None = None,
) -> str:
    """One page for a summary, or for many, complete in itself.

    Headings and the names of verdicts are in the language of the articles, if all are in the same
    and it is one of `LABELS`, else in English; ``labels="en"`` chooses.

    >>> from summariser import Article
    >>> summary = SummaryData(article=Article.from_text("Two sides met. They signed nothing."))
    >>> "They signed nothing." in to_html(summary)
    True
    """
    many = [summaries] if isinstance(summaries, SummaryData) else list(summaries)
    labels = labels_for((each.article for each in many), labels)
    kinds = _kinds(many)
    names = each_once(f"a-{name_of(each)}" for each in many)
    views = [View(each, kinds, id) for each, id in zip(many, names, strict=True)]  # noqa: A001
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
    view = View(summary, _kinds([summary]), id)
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
        views = [View(each, kinds, "") for each in self]
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


def _render(macro: str, labels: LabelLanguage = "en", **values: Any) -> str:
    return render("html.jinja", macro, labels, **values)


def _kinds(summaries: Iterable[SummaryData]) -> list[str]:
    """The fields that hold items, in order."""
    return list(dict.fromkeys(kind for each in summaries for kind in each.item_fields()))


def _pairs(facts: Iterable[Fact]) -> tuple[tuple[int, int], ...]:
    """Each kind with each verdict its facts have; those that mark the least come last.

    So a quotation lets the sum be seen that stands in it.
    """
    lengths = defaultdict[tuple[int, int], list[int]](list)
    for fact in facts:
        longest = max((mark.end - mark.start for mark in fact.marks), default=0)
        lengths[fact.kind, fact.verdict].append(longest)
    return tuple(sorted(lengths, key=lambda pair: (-fmean(lengths[pair]), pair)))


def _most(views: Iterable[View]) -> int:
    return max((len(view.facts) for view in views), default=0)


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
