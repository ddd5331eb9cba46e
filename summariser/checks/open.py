"""Sentences that no item rests on, though they hold what an item may be made of.

A reply with one deal of three is true in every word.  Which sentences it rests on is known, and so
is which others hold a sum, somebody's words in quotation marks, a verb of speech with its speaker,
or beside a name a word of how far something has come: these are open.  What stands in a cited
sentence as well is accounted for.  Whether a sentence ought to have been reported is not told: a
sum may be of no concern to the topic.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from ..figures import currencies_in, names_scale
from ..names import names_somebody
from ..schema import Accounted, Cited, Item, Open, OpenKind, Quoted, SummaryData, not_read
from ..text import SPACELESS, folded, is_item, is_stopped
from .finding import Place, shortened
from .index import Index, said_by

_MOST = 5  # of each kind are told: a sentence may be a table
_LONGEST, _LONGEST_REASON = 60, 300
_TOGETHER = 6  # words, or characters where no space is between them: "billions of US dollars"
_PIECE = re.compile(rf"{SPACELESS.pattern}|(?:(?!{SPACELESS.pattern})\S)+")


def note_open(summary: SummaryData, index: Index, reasons: Mapping[int, str] | None = None) -> None:
    """Write down which sentences are open, and how many are not.

    Args:
        summary: its open sentences are looked for anew; the reasons that they have stay.
        index: of the article.
        reasons: by sentence, why there is nothing to report.
    """
    reasons = {each.sentence: each.reason for each in summary.open if each.reason} | {
        number: shortened(reason.strip(), _LONGEST_REASON)
        for number, reason in (reasons or {}).items()
    }
    summary.open = [
        each.model_copy(update={"reason": reasons.get(each.sentence)})
        for each in find_open([item for _, item in summary.items()], index)
    ]
    lost = not_read(summary.coverage) | {each.sentence for each in summary.open}
    count = len(index.article.sentences)
    summary.accounted = Accounted(sentences=count - len(lost), of=count)


def find_open(
    items: Iterable[Item], index: Index, among: Iterable[int] | None = None
) -> list[Open]:
    """The open sentences, of all or among these.

    A rejected item accounts for none: what it was to report is in no list.
    """
    cited = frozenset().union(*(rests_on(item, index) for item in items))
    known = _Known(index, cited)
    found = []
    for number in index.all_sentences if among is None else among:
        if number and number not in cited and _is_prose(number, index):
            holds = [(kind, index.text(place)) for kind, place in _holds(number, known)]
            if holds:
                span = index.span(index.region(number))
                kinds = list(dict.fromkeys(kind for kind, _ in holds))
                words = list(dict.fromkeys(shortened(words, _LONGEST) for _, words in holds))
                found.append(Open(**span.model_dump(), sentence=number, kinds=kinds, words=words))
    return found


def rests_on(item: Item, index: Index) -> set[int]:
    """The sentences that an item cites, or in which the words stand that it is."""
    if isinstance(item, Quoted):
        return {each.sentence for each in (*item.evidence, *item.attribution)}
    if isinstance(item, Cited):
        return {each.sentence for each in item.evidence}
    return {number for span in item.named() if (number := index.number_at(index.place(span)))}


def _is_prose(number: int, index: Index) -> bool:
    """Whether it is told to a reader: no headline or menu, which end anyhow, and no instruction."""
    words = index.unwrapped(number).strip()
    quoted = index.quotations(number)[-1:]
    is_quoted = any(not re.search(r"\w", index.behind(place)) for place in quoted)
    is_whole = is_stopped(words) or is_item(words) or is_quoted
    return is_whole and not index.is_instruction(number)


class _Known:
    """What stands in the cited sentences; those that repeat it are accounted for."""

    def __init__(self, index: Index, cited: frozenset[int]) -> None:
        self.index = index
        numbers = tuple(sorted(cited.intersection(index.all_sentences)))
        self.figures = index.numbers(numbers)
        self.quotations = {
            _even(index.text(place)) for number in numbers for place in index.quotations(number)
        }


def _even(words: str) -> str:
    return folded(words).strip(" .,!?…").casefold()


def _sums(number: int, known: _Known) -> Iterator[Place]:
    for figure, place in known.index.figures([number]):
        said = (each for each in said_by(figure) if each[2] or not figure.currencies)
        if figure.kind == "money" and not known.figures.first({*said}):
            yield place
    yield from _vague_sums(number, known.index)


def _vague_sums(number: int, index: Index) -> Iterator[Place]:
    """Where a sentence has a sum without a figure: "billions of dollars"."""
    start, language = index.region(number)[0], index.language
    letters = [*index.unwrapped(number)]
    for _, (first, last) in index.figures([number]):
        letters[first - start : last - start] = "." * (last - first)
    words = "".join(letters)
    if not _names_much_money(words, language):
        return
    pieces = [each.span() for each in _PIECE.finditer(words)]
    for length in range(1, _TOGETHER + 1):
        for (first, _), (_, last) in zip(pieces, pieces[length - 1 :], strict=False):
            near = words[first:last]
            if _names_much_money(near, language):
                yield start + first, start + last
                return


def _names_much_money(words: str, language: str) -> bool:
    # Few sentences name a scale, which is quickly seen; each word may be a currency.
    return names_scale(words, language) and bool(currencies_in(words, language))


def _quotations(number: int, known: _Known) -> Iterator[Place]:
    for place in known.index.quotations(number):
        words = _even(known.index.text(place))
        if words not in known.quotations and known.index.is_said(place):
            yield place


def _speakers(number: int, known: _Known) -> Iterator[Place]:
    return (act.speaker for act in known.index.acts(number) if act.speaker)


def _stages(number: int, known: _Known) -> Iterator[Place]:
    told = known.index.stages(number)
    if told and _may_name_somebody(number, known.index):
        yield from (each.place for each in told)


def _may_name_somebody(number: int, index: Index) -> bool:
    if any(each.isalpha() and each.lower() == each.upper() for each in index.unwrapped(number)):
        return True  # without capitals a name looks like any other word
    names = (index.text(place) for place in index.cast.names([number]))
    return any(names_somebody(name, index.cast) for name in names)


_KINDS: dict[OpenKind, Callable[[int, _Known], Iterator[Place]]] = {
    "sum": _sums,
    "quotation": _quotations,
    "speaker": _speakers,
    "stage": _stages,
}


def _holds(number: int, known: _Known) -> Iterator[tuple[OpenKind, Place]]:
    for kind, places in _KINDS.items():
        yield from ((kind, place) for place in islice(places(number, known), _MOST))
