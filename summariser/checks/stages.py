"""How far something has come, by the cited words: signed, or merely hoped for?

Compared where the cited sentences speak of stages of one kind alone: ahead, reached or stopped.
Where they speak of several, nobody can tell without understanding which is this item's.  What
contradicts must stand in the one sentence that is cited, in a clause about the item.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..schema import OPEN, Instrument, Mention, Part, Stage
from ..text import CLAUSE_END, NOT, Told
from .finding import Claim, Finding, Place, quoted
from .parts import is_of_another_clause
from .scope import Scope

_BESIDE = 24  # characters between "signed" and what was


def check_stage(scope: Scope, claim: Claim) -> Finding | None:
    """Whether the words speak of this stage, or of another alone."""
    mark: Stage = claim.mark
    if claim.value not in (*mark.ahead, *mark.reached, *mark.stopped):
        return None
    spoken = [each for number in scope.cited for each in scope.index.stages(number)]
    near = _about(scope, spoken)
    if any(each.stage == claim.value and each.sure for each in spoken):
        place = _borne_out(scope, claim, spoken, near)
        claimed = getattr(scope.item, "text", "")
        if place and is_of_another_clause(scope.index, place, claimed):
            return None  # "the sale, put off, …": of another thing
        return place and Finding("stage", claim.path, "computed", None, place)
    alone = {each.stage for each in near if each.sure}
    if len({each.stage for each in spoken}) != 1 or not alone or len(scope.cited) > 1:
        return None
    (other,) = alone
    if not is_other_stage(claim.value, other, mark):
        return None
    is_last = other in mark.ahead and claim.value in mark.reached[-1:]
    clear = [each.place for each in near if each.sure and (each.formal or is_last)]
    if not clear:
        return None  # a firm that is to deliver may have signed
    place = clear[0]
    if is_of_another_clause(scope.index, place, getattr(scope.item, "text", "")):
        return None  # "… which is to be lengthened": not what is told
    reason = f"the text says {quoted(scope.index.text(place))}: {other.replace('_', ' ')}"
    return Finding("stage", claim.path, "contradicted", reason, place, asks=True)


def _borne_out(scope: Scope, claim: Claim, spoken: list[Told], near: list[Told]) -> Place | None:
    """Where a stage is told that is this item's: nothing takes it back or goes further."""
    mark: Stage = claim.mark
    value = claim.value
    stages = {each.stage for each in spoken} - {value}
    mine = [each.place for each in spoken if each.stage == value and each.sure]
    if value in mark.stopped or value in mark.conditions:
        is_this = len(scope.cited) == 1 or any(each.stage == value for each in near)
        is_taken_back = value in mark.stopped and not stages.isdisjoint(mark.stopped)
        return mine[0] if mine and is_this and not is_taken_back else None
    if not near and len(scope.cited) > 1:
        return None
    if not stages.isdisjoint({*mark.stopped, *mark.conditions, mark.said, NOT + value}):
        return None
    mine = [each.place for each in near or spoken if each.stage == value and each.sure]
    others = {each.stage for each in near or spoken if each.sure} - {value}
    if value in mark.reached[:-1] and near:
        is_last = others.isdisjoint(mark.reached)
    elif value == mark.said:
        is_last = bool(near) and not others
    else:
        is_last = not others and (value in mark.ahead or stages.isdisjoint(mark.ahead))
    return mine[0] if mine and is_last else None


def check_instrument(scope: Scope, claim: Claim) -> Finding | None:
    """Whether the words call it so, or name another instrument alone."""
    mark: Instrument = claim.mark
    spoken = [each for number in scope.cited for each in scope.index.instruments(number)]
    named = {each.stage for each in spoken}
    if len(named) != 1:
        return None
    (other,) = named
    place = spoken[0].place
    if other == claim.value:
        return Finding("choice", claim.path, "computed", None, place)
    if not {other, claim.value}.isdisjoint((*mark.general, *OPEN)):
        return None
    if len(scope.cited) > 1 or not _is_signed_there(scope, place):
        return None
    reason = f"the text calls it {quoted(scope.index.text(place))}"
    return Finding("choice", claim.path, "contradicted", reason, place, asks=True)


def _is_signed_there(scope: Scope, place: Place) -> bool:
    """Whether it stands beside the word that it was signed: "signed a memorandum"."""
    signed = (
        each.place
        for number in scope.cited
        for each in scope.index.stages(number)
        if each.formal and each.sure
    )
    return any(max(place[0] - end, start - place[1]) <= _BESIDE for start, end in signed)


def is_other_stage(value: str, stage: str, mark: Stage) -> bool:
    """Whether who claims one stage is contradicted by the other."""
    if mark.said in (value, stage):
        return False
    if stage.startswith(NOT):
        undone = stage.removeprefix(NOT)
        known = undone in mark.reached and value in mark.reached
        return known and mark.reached.index(value) >= mark.reached.index(undone)
    if value in mark.stopped:  # which is said in many ways
        return stage in mark.stopped
    of = {each: kind for kind in (mark.ahead, mark.reached, mark.stopped) for each in kind}
    return stage in of and of[stage] is not of[value]


def _about(scope: Scope, told: list[Told]) -> list[Told]:
    """Those in a clause that holds words which the item gives as written; all if it gives none."""
    places = [
        each for words in _as_written(scope.item) for each in scope.index.find(words, scope.cited)
    ]
    if not places:
        return told if len(scope.cited) == 1 else []
    whole = scope.index.whole
    return [
        each for each in told if any(_is_one_clause(whole, each.place, place) for place in places)
    ]


def _is_one_clause(whole: str, one: Place, other: Place) -> bool:
    between = whole[min(one[1], other[1]) : max(one[0], other[0])]
    return not CLAUSE_END.search(between)


def _as_written(part: object) -> Iterator[str]:
    """The words that a part, or a part in it, gives as the text writes them."""
    if isinstance(part, Mention) and part.verbatim:
        yield part.verbatim
    if isinstance(part, Part):
        for name in type(part).inner_fields():
            yield from _as_written(getattr(part, name))
    elif isinstance(part, list):
        for each in part:
            yield from _as_written(each)
