"""What a quantity is measured in: by the word beside its figure, in whatever language."""

from __future__ import annotations

from ..figures import Figure, find_figures, unit_behind, units_of
from ..names import find_phrase
from ..schema import Deliverable
from ..text import folded
from .finding import Claim, Finding, Place, quoted
from .index import Index
from .scope import Scope


def check_unit(scope: Scope, claim: Claim) -> Finding | None:
    """Whether the figure of a thing stands beside this unit; None where none is known there."""
    found = _figure(scope, claim.part)
    if found is None:
        return None
    index, (figure, place) = scope.index, found
    behind = index.behind(place)
    is_percent, units = _is_percent(claim.value, index), units_of(claim.value, index.language)
    words, there = unit_behind(behind, index.language) or (None, frozenset[str]())
    if figure.kind == "percent":
        words, agrees = index.text(place), is_percent
    elif there and units:
        agrees = not there.isdisjoint(units)
    else:
        agrees = _begins_with(behind, claim.value)
    if agrees:
        return Finding("unit", claim.path, "computed", None, place)
    if not (is_percent or units) or (figure.kind != "percent" and not there):
        return None
    reason = f"the text says {quoted(words or behind)}, not {quoted(claim.value)}"
    return Finding("unit", claim.path, "contradicted", reason, place, asks=True)


def _figure(scope: Scope, part: object) -> tuple[Figure, Place] | None:
    """The figure in the words of a thing that says how many: the only one, if none does."""
    if not isinstance(part, Deliverable):
        return None
    places = scope.index.telling(scope.index.find(part.verbatim, scope.cited))
    figures = [each for place in places for each in scope.index.figures_at(place)]
    stated = [
        each for each in figures if any(part.quantity == one.amount for one in each[0].readings)
    ]
    figures = stated or figures
    return figures[0] if len(figures) == 1 else None


def _begins_with(behind: str, unit: str) -> bool:
    """Whether what is behind a figure is the unit as the claim has it, perhaps in another case."""
    bare = folded(behind).lstrip(" -")
    first = next(find_phrase(unit, bare), None)
    return bare.casefold().startswith(folded(unit).casefold() + " ") or (
        first is not None and first[0] == 0
    )


def _is_percent(unit: str, index: Index) -> bool:
    """Whether it is what a hundredth is called, in the article's language or in English."""
    figures = (find_figures(f"1 {unit}", code) for code in (index.language, "en"))
    return any(len(each) == 1 and each[0].kind == "percent" for each in figures)
