"""How far something has come, in a draft and in its sources: signed, or merely planned?

Compared where a draft's sentence speaks of a stage, and the sentences of a source that tell of the
same all speak of stages of another kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..checks import is_other_stage
from ..schema import DraftClaim, Verdict
from ..text import NOT, Told, condition, denial, find_progress, find_tenses
from ..topics import STATUS
from .held import Held
from .places import Place
from .sources import ENOUGH, At, clause_around, traits

_SAME = 0.75
_PLAINLY, _THE_SAME = 0.7, 1.0
_UNTOLD = NOT + STATUS.said
_TENSES = {"done": "done", "ahead": "yet to come"}
_OTHER_TENSE = {"done": "ahead", "ahead": "done"}


def check_stages(held: Held, number: int, within: list[Place]) -> Iterator[DraftClaim]:
    """What the sources say of each stage that a sentence speaks of."""
    spoken = [
        told
        for told in held.draft.stages(number)
        if not any(start <= told.place[0] < end for start, end in within)
    ]
    own = {each.stage for each in spoken}
    for told in spoken:
        is_clear = _is_clear(told)
        if not told.sure or not (is_clear or told.stage == STATUS.reached[-1]):
            continue
        if _is_told_otherwise(held, number, told, spoken):
            continue
        alike = held.alike(number, told.place)
        if alike.best < ENOUGH:  # "Adopted, too, was …"
            alike = held.alike(number, held.draft.region(number))
        if alike.best < (ENOUGH if is_clear else _THE_SAME):
            continue
        near = [at for at in alike.near(_SAME) if held.reads_alike[at.source]]
        theirs = [
            (at.source, each)
            for at in near
            if "?" not in held.sources.indexes[at.source].unwrapped(at.number)
            for each in held.sources.indexes[at.source].stages(at.number)
            if each.stage == told.stage or each.stage not in own
        ]
        same = next((each for each in theirs if each[1].stage == told.stage), None)
        if same:
            found = same[0], same[1].place
            yield held.claim("stage", number, told.place, "computed", None, found)
        elif theirs and all(_is_other(told.stage, each.stage) for _, each in theirs):
            if not is_clear and (
                not any(each.stage in STATUS.ahead for _, each in theirs)
                or any(each.stage == "done" for at in near for each in _tenses(held, at))
            ):
                continue
            source, other = max(theirs, key=lambda each: each[1].sure)
            is_sure = other.sure and is_clear and other.stage != _UNTOLD
            verdict: Verdict = "contradicted" if is_sure else "unchecked"
            said = held.words(source, other.place)
            reason = f"the draft says {_called(told.stage)}, {said} is {_called(other.stage)}"
            found = source, other.place
            yield held.claim("stage", number, told.place, verdict, reason, found)


def check_progress(held: Held, number: int, within: list[Place]) -> Iterator[DraftClaim]:
    """What the sources say where a draft has something done already, or not yet.

    Compared with the one sentence of a source that tells of the same: "will be built", where the
    draft says "is already being built"; nothing but what is done, where it says "not yet".
    """
    start = held.draft.region(number)[0]
    for told in find_progress(held.draft.unwrapped(number), held.language):
        told = told.moved(start)
        alike = held.alike(number, told.place)
        at = next(iter(alike.ranked), None)
        is_told = at is not None and alike.best >= _PLAINLY and held.reads_alike[at.source]
        if at is None or not is_told or any(begin <= told.place[0] < end for begin, end in within):
            continue
        index = held.sources.indexes[at.source]
        text = index.unwrapped(at.number)
        says = {each.stage for each in find_progress(text, index.language)}
        if held.draft.text(told.place).lower() in text.lower():
            continue  # said there, perhaps in a quotation
        stages = {each.stage for each in index.stages(at.number)}
        is_ahead = not stages.isdisjoint(STATUS.ahead) or any(
            each.startswith(NOT) for each in stages
        )
        if told.stage == "already":
            ifs = condition(index.language)
            mine = held.draft.unwrapped(number)
            is_case = ifs is not None and ifs.search(text) and not ifs.search(mine)
            is_otherwise = (
                "not_yet" in says
                or (is_ahead and stages.isdisjoint(STATUS.reached))
                or bool(is_case)
            )
        else:
            denied = denial(index.language)
            is_denied = denied is not None and denied.search(text) is not None
            is_stopped = not stages.isdisjoint(STATUS.stopped)
            is_otherwise = not (says or is_ahead or is_denied or is_stopped)
        if is_otherwise and told.stage not in says:
            found = at.source, index.region(at.number)
            reason = f"{held.words(*found)} does not say “{held.draft.text(told.place)}”"
            yield held.claim("stage", number, told.place, "unchecked", reason, found)


def check_tenses(held: Held, number: int, within: list[Place]) -> Iterator[DraftClaim]:
    """What the sources say of a verb, whichever it is: done in the draft, and there yet to be."""
    start = held.draft.region(number)[0]
    within = [*within, *(act.verb for act in held.draft.acts(number))]  # he admits, or admitted
    for told in find_tenses(held.draft.unwrapped(number), held.language):
        told = told.moved(start)
        if not told.sure or any(begin <= told.place[0] < end for begin, end in within):
            continue
        alike = held.alike(number, told.place)
        if alike.best < _PLAINLY:
            continue
        verb = traits(held.draft, told.place, number)
        theirs = [
            (at.source, each)
            for at in alike.near(_SAME)
            if held.reads_alike[at.source]
            for each in _tenses(held, at)
            if not verb.isdisjoint(traits(held.sources.indexes[at.source], each.place, at.number))
        ]
        if theirs and all(each.stage == _OTHER_TENSE.get(told.stage) for _, each in theirs):
            source, other = theirs[0]
            found = source, other.place
            reason = f"{held.words(*found)} is told there as {_TENSES[other.stage]}"
            yield held.claim("stage", number, told.place, "unchecked", reason, found)


def _tenses(held: Held, at: At) -> list[Told]:
    index = held.sources.indexes[at.source]
    start = index.region(at.number)[0]
    return [each.moved(start) for each in find_tenses(index.unwrapped(at.number), index.language)]


def _called(stage: str) -> str:
    return stage.replace("_", " ")


def _is_told_otherwise(held: Held, number: int, told: Told, spoken: list[Told]) -> bool:
    """Whether its clause speaks of a stage of another kind as well."""
    start, end = clause_around(held.draft, number, told.place)
    beside = (each for each in spoken if start <= each.place[0] < end)
    return any(each.stage != told.stage and _is_other(told.stage, each.stage) for each in beside)


def _is_clear(told: Told) -> bool:
    """Whether it is told of an act: a firm that "will deliver" may have signed."""
    return told.formal or told.stage in (*STATUS.stopped, STATUS.reached[0])


def _is_other(claimed: str, stated: str) -> bool:
    """Whether what is told in the sources contradicts a stage, or that it was not reached."""
    if stated == _UNTOLD:
        return claimed in STATUS.reached
    if claimed.startswith(NOT):
        return stated == claimed.removeprefix(NOT)
    return is_other_stage(claimed, stated, STATUS)
