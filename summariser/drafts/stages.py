"""How far something has come, in a draft and in its sources: signed, or merely planned?

Compared where a draft's sentence speaks of a stage, and the sentences of a source that tell of the
same all speak of stages of another kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..checks import is_other_stage
from ..schema import DraftClaim, Verdict
from ..text import NOT, Told
from ..topics import STATUS
from .held import Held
from .sources import Place

_SAME = 0.75
_ENOUGH = 0.5


def check_stages(held: Held, number: int, within: list[Place]) -> Iterator[DraftClaim]:
    """What the sources say of each stage that a sentence speaks of."""
    spoken = [
        told
        for told in held.draft.stages(number)
        if not any(start <= told.place[0] < end for start, end in within)
    ]
    for told in spoken:
        if not _is_clear(told) or _is_told_otherwise(told, spoken):
            continue
        alike = held.alike(number, told.place)
        if alike.best < _ENOUGH:
            continue
        near = [at for at in alike.near(_SAME) if held.reads_alike[at.source]]
        theirs = [
            (at.source, each)
            for at in near
            if "?" not in held.sources.indexes[at.source].unwrapped(at.number)
            for each in held.sources.indexes[at.source].stages(at.number)
        ]
        same = next((each for each in theirs if each[1].stage == told.stage), None)
        if same:
            found = same[0], same[1].place
            yield held.claim("stage", number, told.place, "computed", None, found)
        elif theirs and all(_is_other(told.stage, each.stage) for _, each in theirs):
            source, other = max(theirs, key=lambda each: each[1].sure)
            verdict: Verdict = "contradicted" if other.sure else "unchecked"
            said = held.words(source, other.place)
            reason = f"the draft says {_called(told.stage)}, {said} is {_called(other.stage)}"
            found = source, other.place
            yield held.claim("stage", number, told.place, verdict, reason, found)


def _called(stage: str) -> str:
    return stage.replace("_", " ")


def _is_told_otherwise(told: Told, spoken: list[Told]) -> bool:
    """Whether the sentence speaks of a stage of another kind as well."""
    return any(each.stage != told.stage and _is_other(told.stage, each.stage) for each in spoken)


def _is_clear(told: Told) -> bool:
    """Whether it is told of an act: a firm that "will deliver" may have signed."""
    return told.sure and (told.formal or told.stage in (*STATUS.stopped, STATUS.reached[0]))


def _is_other(claimed: str, stated: str) -> bool:
    """Whether what is told in the sources contradicts a stage, or that it was not reached."""
    if claimed.startswith(NOT):
        return stated == claimed.removeprefix(NOT)
    return is_other_stage(claimed, stated, STATUS)
