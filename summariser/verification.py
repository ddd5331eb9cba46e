"""What the cited sentences do, and do not, bear out: every claim gets a verdict, none is corrected.

The examination walks types, not topics: whatever `Summary` subclass it is given, each `Verbatim`
is looked up to the letter, each `Money` is read and compared, each `Named` is compared with its
inflected form, each `Quoted` item gets its quotations cut from the source, and the numbers in each
`Prose` are looked for.  No ratio, no model: a claim stands in the text, or it does not.

What this cannot tell: whether a sentence is true, whether an item means what its sentences mean,
and who wrote them.

    exact        stands there to the letter          elsewhere     stands in the article, but not
    normalised   but for typography                                in a cited sentence
    computed     2,5 миллиарда = 2500000000          absent        stands nowhere
    unchecked    could not be compared; see reason   contradicted  the cited text says otherwise
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, TypeVar, get_args

from .article import Article
from .checks.figures import check_money, check_quantity
from .checks.instructions import speaks_to_a_model
from .checks.names import check_name, check_speaker
from .checks.prose import check_prose
from .checks.quotations import check_quotation
from .checks.scope import Scope, joined
from .errors import ArticleError
from .index import Index
from .parts import AsWritten, Check, Evidence, FreeText, Part
from .schemas import Deliverable, Grounded, Item, Mention, Money, Named, Quoted, Summary

S = TypeVar("S", bound=Summary)
I = TypeVar("I", bound=Item)  # noqa: E741  # for Item, as S is for Summary


def verify(summary: S, article: Article | None = None) -> S:
    """The same summary with the `checks` of all items filled in; the one given is left alone.

    A citation that a verbatim lacks is added if just one other sentence holds it, and a quotation
    without quotation marks becomes reported speech; both leave a check that says so.
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
    return summary.model_copy(update=changed)


def verify_item(item: I, index: Index) -> I:
    """A copy of the item with its checks; its evidence may have grown, its quotes are cut anew."""
    # Shallow: what is changed below is replaced, not altered in place.
    item = item.model_copy()
    scope = Scope(item, index)
    checks = [*_check_part(scope, item, "")]
    if isinstance(item, Quoted):
        checks.append(check_quotation(scope, item))
    # The sentences come first for the reader, but last here: citations may have been added.
    item.checks = [*_check_sentences(scope), *checks]
    return item


def verify_prose(summary: Summary, index: Index) -> list[Check]:
    """The checks of the summary's own prose, which may rest on the whole article."""
    scope = Scope(None, index)
    items = summary.item_fields()
    return [
        check
        for name in summary.visible_fields()
        if name not in items
        for check in _check_value(scope, name, getattr(summary, name), _marks(type(summary), name))
    ]


def _check_part(scope: Scope, part: Part, path: str) -> Iterator[Check]:
    if isinstance(part, Mention):
        yield from _check_mention(scope, part, path)
    for name in type(part).visible_fields():
        if not (isinstance(part, Mention) and name == "verbatim"):
            value, marks = getattr(part, name), _marks(type(part), name)
            yield from _check_value(scope, joined(path, name), value, marks)


def _check_value(scope: Scope, path: str, value: Any, marks: tuple[object, ...]) -> Iterator[Check]:
    if isinstance(value, list):
        for number, entry in enumerate(value):
            yield from _check_value(scope, f"{path}[{number}]", entry, marks)
    elif isinstance(value, Evidence):
        pass  # see _check_sentences
    elif isinstance(value, Part):
        yield from _check_part(scope, value, path)
    elif isinstance(value, str) and any(isinstance(mark, AsWritten) for mark in marks):
        yield scope.words(value, path)[0]
    elif isinstance(value, str) and any(isinstance(mark, FreeText) for mark in marks):
        yield from check_prose(scope, value, path)


def _check_mention(scope: Scope, mention: Mention, path: str) -> Iterator[Check]:
    # Who speaks is often said in the sentence before or after the quotation.
    speaker = isinstance(scope.item, Quoted) and isinstance(mention, Named)
    check, places = scope.words(mention.verbatim, joined(path, "verbatim"), nearby=speaker)
    yield check
    if isinstance(mention, Money) and places:
        yield from check_money(scope, mention, path, places)
    elif isinstance(mention, Deliverable) and places and mention.quantity is not None:
        yield check_quantity(scope, mention.quantity, path, places)
    elif isinstance(mention, Named) and mention.name is not None:
        yield check_name(scope, mention.name, mention.verbatim, path)
        if speaker:
            yield check_speaker(scope, mention.name, mention.verbatim, path)


def _check_sentences(scope: Scope) -> Iterator[Check]:
    if not isinstance(scope.item, Grounded):
        return
    for number, evidence in enumerate(scope.item.evidence):
        path = f"evidence[{number}]"
        place = (evidence.start, evidence.end)
        if scope.index.text(place) == evidence.text:
            yield scope.check("sentence", path, "exact", None, place)
        else:
            reason = f"[{evidence.sentence}] is not this sentence of the article"
            yield scope.check("sentence", path, "contradicted", reason)
        if speaks_to_a_model(evidence.text):
            reason = f"[{evidence.sentence}] speaks to a language model, not to a reader"
            yield scope.check("instruction", path, "unchecked", reason, place)


@lru_cache
def _marks(part: type[Part], name: str) -> tuple[object, ...]:
    """The annotations of a field, also those within an optional or a list."""
    field = part.model_fields[name]
    marks = list(field.metadata)
    inner = [field.annotation]
    while inner:
        annotation = inner.pop()
        marks += getattr(annotation, "__metadata__", ())
        inner += get_args(annotation)
    return tuple(marks)
