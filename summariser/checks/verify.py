"""What the cited sentences do, and do not, bear out: every claim gets a verdict, none is corrected.

The examination walks types, not topics: whatever `Summary` subclass it is given, each `Verbatim`
is looked up to the letter, each `Money` is read and compared, each `Named` is compared with its
inflected form, each `Quoted` item gets its quotations cut from the source, and the numbers in each
`Prose` are looked for.  What its mark alone tells how to compare, such as a status, is compared
where the words tell (`told`).  No ratio, no model: a claim stands in the text, or it does not.

What this cannot tell: whether a sentence is true, whether an item means what its sentences mean,
and who wrote them.

    exact        stands there to the letter          elsewhere     stands in the article, but not
    normalised   but for typography                                in a cited sentence
    computed     2,5 миллиарда = 2500000000          absent        stands nowhere
    unchecked    could not be compared; see reason   contradicted  the cited text says otherwise
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, TypeVar

from ..article import Article
from ..errors import ArticleError
from ..schema import (
    OPEN,
    VERDICTS,
    AsWritten,
    Check,
    Cited,
    Deliverable,
    Evidence,
    FreeText,
    Item,
    Mention,
    Money,
    Named,
    Part,
    Quoted,
    SummaryData,
    taken_apart,
)
from .finding import Claim, Finding, Place, joined
from .index import Index
from .names import check_name, meant
from .open import note_open
from .prose import check_prose
from .quantities import check_quantity
from .quotations import fill_quotation
from .scope import Scope
from .speakers import check_speaker
from .sums import check_money
from .told import TOLD
from .whom import describes_last, speaks_last
from .whose import note_whose_figures

S = TypeVar("S", bound=SummaryData)
I = TypeVar("I", bound=Item)  # noqa: E741  # for Item, as S is for SummaryData


def verify(summary: S, article: Article | None = None) -> S:
    """The same summary with the `checks` of all items filled in; the one given is left alone.

    A citation that a verbatim lacks is added if just one other sentence holds it, which a check
    says.  Its `open` sentences are looked for anew.
    Raises ArticleError if the summary carries no article and none is given.
    """
    article = article or summary.article
    if article is None:
        raise ArticleError("this summary carries no article: pass the one it was made from")
    index = Index(article)
    changed: dict[str, Any] = {"article": article, "checks": verify_prose(summary, index)}
    for name, field in summary.item_fields().items():
        value = getattr(summary, name)
        if field.many:
            changed[name] = [verify_item(item, index) for item in value]
        elif value is not None:
            changed[name] = verify_item(value, index)
    verified = summary.model_copy(update=changed)
    note_whose_figures(verified, index)
    note_open(verified, index)
    index.forget()
    return verified


def verify_again(summary: S) -> S:
    """The same summary, which was read from a file, with no verdict better than it deserves.

    What verification changed in an item is not seen a second time, so the worse verdict counts.
    """
    anew = verify(summary)
    kept: dict[str, Any] = {"checks": anew.checks, "open": anew.open, "accounted": anew.accounted}
    for name, field in summary.item_fields().items():
        if field.many:
            both = zip(getattr(summary, name), getattr(anew, name), strict=True)
            kept[name] = [max(pair[::-1], key=_badness) for pair in both]
        elif getattr(summary, name) is not None:
            kept[name] = max(getattr(anew, name), getattr(summary, name), key=_badness)
    return summary.model_copy(update=kept)


def _badness(item: Item) -> int:
    return VERDICTS.index(item.verdict)


def verify_item(item: I, index: Index) -> I:
    """A copy of the item with its checks; its evidence may have grown, its quotes are cut anew."""
    return examine(item, index)[0]


def examine(item: I, index: Index) -> tuple[I, list[str]]:
    """The verified item, and what it is to be asked about once more.

    Its words hold a figure that could not be placed, or contradict what is compared only where the
    words tell.  Such an item did not fail, and is kept whatever comes of it.
    """
    # Shallow: what is changed below is replaced, not altered in place.
    item = item.model_copy()
    scope = Scope(item, index)
    found = [*_check_part(scope, item, "")]
    if isinstance(item, Quoted):
        fill_quotation(scope, item)
    # The sentences come first for the reader, but last here: citations may have been added.
    item.checks = [scope.check(each) for each in (*_check_sentences(scope), *found)]
    read = {each.field for each in found}
    item.unread = [place for place in _uncompared(item) if place not in read]
    if not scope.is_attributed:
        item.unread.append("attribution")
    doubts = [each for each in found if each.asks] if scope.is_read else []
    return item, [f"{each.field}: {each.reason}" for each in doubts]


def verify_prose(summary: SummaryData, index: Index) -> list[Check]:
    """The checks of the summary's own prose, which may rest on the whole article."""
    scope = Scope(None, index)
    items = summary.item_fields()
    return [
        scope.check(found)
        for name, marks in _checkable(type(summary))
        if name not in items
        for found in _check_value(scope, name, getattr(summary, name), marks)
    ]


def _check_part(scope: Scope, part: Part, path: str) -> Iterator[Finding]:
    if isinstance(part, Mention):
        yield from _check_mention(scope, part, path)
    for name, marks in _checkable(type(part)):
        if not (isinstance(part, Mention) and name == "verbatim"):
            yield from _check_value(scope, joined(path, name), getattr(part, name), marks)
    for name, mark in _told(type(part)):
        for place, value in _places(getattr(part, name), joined(path, name)):
            if isinstance(value, str) and scope.is_read:  # whatever a topic of one's own may hold
                claim = Claim(value, mark, part, place)
                yield from filter(None, [TOLD[type(mark)](scope, claim)])


def _check_value(
    scope: Scope, path: str, value: Any, marks: frozenset[type[object]]
) -> Iterable[Finding]:
    if isinstance(value, str):
        if AsWritten in marks:
            return [scope.words(value, path)[0]]
        return check_prose(scope, value, path) if FreeText in marks else []
    if isinstance(value, list):
        return [
            found
            for number, entry in enumerate(value)
            for found in _check_value(scope, f"{path}[{number}]", entry, marks)
        ]
    if isinstance(value, Part) and not isinstance(value, Evidence):  # see _check_sentences
        return _check_part(scope, value, path)
    return []


def _check_mention(scope: Scope, mention: Mention, path: str) -> Iterator[Finding]:
    # Who speaks is often said in the sentence before or after the quotation.
    speaker = isinstance(scope.item, Quoted) and isinstance(mention, Named)
    words: str | None = mention.verbatim  # None: a speaker whom the text never names
    places: list[Place] = []
    if words is not None:
        found, places = scope.words(words, joined(path, "verbatim"), nearby=speaker)
        yield found
    if isinstance(mention, Money) and places:
        yield from check_money(scope, mention, path, places)
    elif isinstance(mention, Deliverable) and places:
        yield from check_quantity(scope, mention, path, places)
    elif isinstance(mention, Named) and mention.name is not None:
        said = check_speaker(scope, mention.name, words, path) if speaker else None
        if words is not None:
            named = check_name(scope, mention.name, words, path)
            is_meant = said and named.verdict == "unchecked" and speaks_last(scope, mention, words)
            if named.verdict == "elsewhere":
                is_meant = describes_last(scope, mention, words, speaker=speaker)
            yield meant(named, mention.name, words) if is_meant else named
        if speaker and said is None:
            scope.is_attributed = False
        yield from [said] if said else []


def _uncompared(part: Part, path: str = "") -> Iterator[str]:
    """Where a part says something that no check need have looked at."""
    for name, is_seldom in _seldom_compared(type(part)):
        for place, each in _places(getattr(part, name), joined(path, name)):
            if is_seldom and each not in OPEN:
                yield place
            elif isinstance(each, Part) and not isinstance(each, Evidence):
                yield from _uncompared(each, place)


def _places(value: Any, path: str) -> list[tuple[str, Any]]:
    if isinstance(value, list):
        return [(f"{path}[{number}]", each) for number, each in enumerate(value)]
    return [] if value is None else [(path, value)]


def _check_sentences(scope: Scope) -> Iterator[Finding]:
    for path, evidence in _citations(scope.item):
        if not scope.index.holds(evidence):
            reason = f"[{evidence.sentence}] is not this sentence of the article"
            yield Finding("sentence", path, "contradicted", reason)
            continue
        place = scope.index.region(evidence.sentence)
        yield Finding("sentence", path, "exact", None, place)
        if scope.index.is_instruction(evidence.sentence):
            reason = f"[{evidence.sentence}] speaks to a language model, not to a reader"
            yield Finding("instruction", path, "unchecked", reason, place)


def _citations(item: Item | None) -> Iterator[tuple[str, Evidence]]:
    """The sentences that an item cites, each with its path."""
    if isinstance(item, Cited):
        yield from ((f"evidence[{at}]", each) for at, each in enumerate(item.evidence))
    if isinstance(item, Quoted):
        yield from ((f"attribution[{at}]", each) for at, each in enumerate(item.attribution))


@lru_cache
def _checkable(part: type[Part]) -> tuple[tuple[str, frozenset[type[object]]], ...]:
    """The fields that may hold something to check, and the marks on each."""
    fields = []
    for name in part.visible_fields():
        field = part.model_fields[name]
        found = [*taken_apart(field.annotation)[1], *field.metadata]
        marks = frozenset(
            mark for mark in (AsWritten, FreeText) if any(isinstance(each, mark) for each in found)
        )
        if marks or name in part.inner_fields():
            fields.append((name, marks))
    return tuple(fields)


@lru_cache
def _seldom_compared(part: type[Part]) -> tuple[tuple[str, bool], ...]:
    """The fields that may go without a check, or hold such, and whether they may themselves."""
    seldom = {*part.unread_fields(), *(name for name, _ in _told(part))}
    inner = part.inner_fields()
    return tuple((n, n in seldom) for n in part.visible_fields() if n in seldom or n in inner)


@lru_cache
def _told(part: type[Part]) -> tuple[tuple[str, object], ...]:
    """The fields that are compared where the words tell, each with its mark."""
    fields = []
    for name in part.visible_fields():
        field = part.model_fields[name]
        marks = (*taken_apart(field.annotation)[1], *field.metadata)
        fields += [(name, mark) for mark in marks if type(mark) in TOLD]
    return tuple(fields)
