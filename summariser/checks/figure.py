"""A figure that the cited words state, and what checks of sums and of quantities say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ..figures import Figure, may_hold_number, names_both, names_one, scales_alone
from ..schema import Kind
from ..text import SPACELESS
from .finding import Finding, Place, joined, quoted
from .scope import Scope

_TWO = 2
CLAUSE = re.compile(r"[,;:.()，、；：。،؛]")


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure of the article, and where it stands."""

    figure: Figure
    place: Place

    def says(self, amount: Decimal | None, upper: Decimal | None = None) -> bool:
        """Whether this is one way to read it."""
        return any(each.amount == amount and each.upper == upper for each in self.figure.readings)

    def may_reach(self, amount: Decimal) -> bool:
        """Whether it lies in the span that the figure begins: 3兆円半ば."""
        first, below = self.figure.readings[0].amount, self.figure.below
        return below is not None and first < amount < below

    def may_end_at(self, amount: Decimal) -> bool:
        """Whether this was read as a range, may be a change, and the amount is one end of it."""
        ends = [(each.amount, each.upper) for each in self.figure.readings if each.upper]
        return self.figure.doubtful and any(amount in each for each in ends)

    @property
    def is_one_range(self) -> bool:
        """Whether it is a range, and can be read in one way only."""
        return self.figure.readings[0].upper is not None and not self.is_ambiguous

    @property
    def is_ambiguous(self) -> bool:
        """Whether its digits can be read as different numbers."""
        return len({(each.amount, each.upper) for each in self.figure.readings}) > 1


def check_qualifier(scope: Scope, path: str, fits: bool, claimed: str, stated: Stated) -> Finding:
    """The hedge, given whether it fits what stands beside the figure."""
    path, words = joined(path, "qualifier"), quoted(scope.index.around(stated.place))
    if stated.figure.hedge_is_open:
        reason = f"a “not” or a verb further off may make another hedge of {words}"
        return Finding("qualifier", path, "unchecked", reason, stated.place)
    if fits:
        return Finding("qualifier", path, "computed", None, stated.place)
    reason = f"the reply says {said(claimed)}, the text {words}"
    return Finding("qualifier", path, "contradicted", reason, stated.place)


def disguised(scope: Scope, kind: Kind, path: str, stated: Stated) -> Finding:
    """A figure that is shown otherwise than it reads."""
    words = quoted(scope.index.text(stated.place))
    reason = f"characters that nobody sees make {words} look otherwise than it reads"
    return Finding(kind, path, "unchecked", reason, stated.place)


def unread(scope: Scope, kind: Kind, path: str, stated: Stated) -> Finding:
    """A figure in a language whose number words are not known."""
    words = quoted(scope.index.around(stated.place))
    reason = f"whether a word beside it makes {words} another number is not known in this language"
    return Finding(kind, path, "unchecked", reason, stated.place)


def same_number(scope: Scope, kind: Kind, path: str, number: Decimal, stated: Stated) -> Finding:
    """A figure that may be read as what is claimed."""
    words = scope.index.text(stated.place)
    if kind == "amount" and _is_cut(scope, stated.place):  # "600MW" are 600
        words = scope.index.around(stated.place)
        reason = f"what is tied to the figure in {quoted(words)} may make it another"
        return Finding(kind, path, "unchecked", reason, stated.place)
    if stated.is_ambiguous:
        reason = f"{quoted(words)} can be read in more than one way"
        return Finding(kind, path, "unchecked", reason, stated.place)
    literal = plain(number) in re.findall("[0-9]+", words)
    return Finding(kind, path, "exact" if literal else "computed", None, stated.place)


def no_figure(
    scope: Scope,
    kind: Kind,
    path: str,
    places: list[Place],
    *,
    claimed: Decimal | None = None,
) -> Finding:
    """Words in which no figure was found."""
    words = scope.index.text(places[0])
    language = scope.index.article.language
    if claimed in scales_alone(words, language):  # «тысяча рабочих мест»
        return Finding(kind, path, "computed", None, places[0])
    if may_hold_number(words, language):
        reason = f"the figure in {quoted(words)} could not be read"
        return Finding(kind, path, "unchecked", reason, places[0], asks=True)
    is_one = claimed == 1
    if is_one and scope.is_read and names_one(words, language):
        return Finding(kind, path, "computed", None, places[0])
    if claimed == _TWO and scope.is_read and names_both(words, language):
        return Finding(kind, path, "computed", None, places[0])
    reason = f"{quoted(words)} states no figure"
    # "The country's first satellite" is one; so may be any thing that is named.
    return Finding(kind, path, "unchecked" if is_one else "absent", reason, places[0])


def is_unplaced(scope: Scope, places: list[Place], found: list[Stated]) -> bool:
    """Whether the words hold digits, or letters tied to a figure, that belong to none we read."""
    text = scope.index.whole
    for start, end in places:
        inside = [each.place for each in found if touch(each.place, (start, end))]
        inside += [place for _, place in scope.index.figures_at((start, end))]
        left = "".join(
            text[at] for at in range(start, end) if not any(one <= at < to for one, to in inside)
        )
        if any(character.isdecimal() for character in left):
            return True
    return any(_is_cut(scope, each.place) for each in found)


def _is_cut(scope: Scope, place: Place) -> bool:
    """Whether a letter is tied to the end of a figure, so that it may be another: "$10Q"."""
    last, letter = scope.index.whole[place[1] - 1], scope.index.whole[place[1] : place[1] + 1]
    return last.isdecimal() and letter.isalpha() and not SPACELESS.search(letter)


def figures_at(scope: Scope, places: list[Place], kinds: tuple[str, ...]) -> list[Stated]:
    """The figures of these kinds that the words at these places state, or are a piece of."""
    return [
        Stated(figure, where)
        for place in places
        for figure, where in scope.index.figures_at(place)
        if figure.kind in kinds
    ]


def touch(one: Place, other: Place) -> bool:
    """Whether two places share a character."""
    return one[0] < other[1] and other[0] < one[1]


def said(choice: str) -> str:
    """A choice of the schema in words: at least."""
    return choice.replace("_", " ")


def plain(amount: Decimal, upper: Decimal | None = None) -> str:
    """A number, or a range, without an exponent."""
    low = format(amount.normalize(), "f")
    return low if upper is None else f"{low} to {format(upper.normalize(), 'f')}"
