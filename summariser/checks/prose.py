"""The numbers in the model's own words, each looked for in the sentences it may come from."""

from __future__ import annotations

from collections.abc import Iterator

from ..figures import Figure, find_figures, may_state_figures
from ..languages import LANGUAGES
from ..text import guess_language
from .finding import Finding, quoted
from .index import Said, said_by
from .scope import Scope

_COUNTING = 1000  # "three agreements" is counting, which nobody has to state


def check_prose(scope: Scope, text: str, path: str) -> Iterator[Finding]:
    """One check a number; words that merely count are left alone."""
    if not may_state_figures(text):
        return
    # The prose may be in another language than the article: a German Billion is a thousand of ours.
    language = guess_language(text)
    if language not in LANGUAGES:
        language = scope.index.article.language
    for figure in find_figures(text, language):
        words = text[figure.start : figure.end]
        spelled = not any(character.isdigit() for character in words)
        if spelled and figure.kind != "money" and figure.readings[0].amount < _COUNTING:
            continue
        yield from _check_number(scope, figure, words, path)


def _check_number(scope: Scope, figure: Figure, words: str, path: str) -> Iterator[Finding]:
    cited, same = scope.index.numbers(scope.cited), _same(figure)
    if place := cited.first(same):
        yield Finding("prose", path, "computed", None, place)
    elif place := cited.first(_same_but_for_its_unit(figure)):
        reason = f"the cited sentences have this number, but not {quoted(words)} as such"
        yield Finding("prose", path, "unchecked", reason, place)
    elif place := scope.index.numbers(scope.index.all_sentences).first(same):
        reason = f"{quoted(words)} is not in {scope.listed}, but elsewhere in the article"
        yield Finding("prose", path, "elsewhere", reason, place)
    elif not _in_date(scope, figure):
        yield Finding("prose", path, "absent", f"the article does not say {quoted(words)}")


def _same(claimed: Figure) -> set[Said]:
    """The same number of the same kind: 400 people are not 400 %, and $24 are not 24 tugs."""
    if claimed.kind != "money":
        return {(claimed.kind, reading, "") for reading in claimed.readings}
    return {said for said in said_by(claimed) if said[2]}


def _same_but_for_its_unit(claimed: Figure) -> set[Said]:
    """Perhaps the same: "2.5 billion" for "$2.5 billion", or "in 2000" for "2000 villages"."""
    kinds = {"number": ("money", "year"), "year": ("number",)}.get(claimed.kind, ())
    return {(kind, reading, "") for kind in kinds for reading in claimed.readings}


def _in_date(scope: Scope, figure: Figure) -> bool:
    """Whether the number may come from the date of publication."""
    published = scope.index.article.published
    if published is None or figure.kind == "money":
        return False
    known = (published.year, published.month, published.day)
    return any(reading.amount in known for reading in figure.readings)
