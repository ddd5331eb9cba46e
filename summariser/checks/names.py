"""Names compared with the words of the article, and speakers with where their words stand."""

from __future__ import annotations

from collections.abc import Iterable

from ..index import Place
from ..names import same_name, same_surname
from ..parts import Check
from ..text import fold
from .scope import Scope, joined, quoted


def check_name(scope: Scope, name: str, verbatim: str, path: str) -> Check:
    """Whether the words are this name, inflected, shortened to a surname, or with a title."""
    path = joined(path, "name")
    if name == verbatim:
        return scope.check("name", path, "exact")
    if fold(name).text == fold(verbatim).text:
        return scope.check("name", path, "normalised")
    if same_name(name, verbatim):
        return scope.check("name", path, "computed")
    if _ends_with_name(verbatim, name):
        # «компания Air Astana» is Air Astana, «президент Air Astana» is not.
        reason = f"{quoted(verbatim)} says more than {quoted(name)}"
        return scope.check("name", path, "unchecked", reason)
    place = _where_named(scope, name, scope.index.all_sentences)
    if place is None:
        reason = f"the article does not name {quoted(name)}; the words are {quoted(verbatim)}"
        return scope.check("name", path, "absent", reason)
    if same_surname(name, verbatim):
        namesakes = _namesakes(scope, name, verbatim)
        if not namesakes:
            return scope.check("name", path, "computed", None, place)
        reason = f"{quoted(verbatim)} may also be {quoted(namesakes[0])}"
        return scope.check("name", path, "elsewhere", reason, place)
    if _looks_like_a_name(verbatim):
        reason = f"{quoted(verbatim)} is not {quoted(name)}, who stands elsewhere"
        return scope.check("name", path, "contradicted", reason, place)
    reason = f"the words are {quoted(verbatim)}; {quoted(name)} stands elsewhere"
    return scope.check("name", path, "elsewhere", reason, place)


def _namesakes(scope: Scope, name: str, surname: str) -> list[str]:
    """Other full names in the article that the surname may stand for."""
    words = [scope.index.text(place) for place in scope.index.names(scope.index.all_sentences)]
    return [
        other
        for other in words
        if same_surname(other, surname)
        and not same_name(name, other)
        and not _ends_with_name(other, name)
    ]


def check_speaker(scope: Scope, name: str, verbatim: str, path: str) -> Check:
    """Whether the speaker is named where the words are, or next to it."""
    path = joined(path, "name")
    near = scope.index.near(_with_whole_quotations(scope))
    own = scope.index.find(verbatim, near)
    if own and (same_name(name, verbatim) or same_surname(name, verbatim)):
        return scope.check("speaker", path, "exact", None, own[0])
    place = _where_named(scope, name, near, surname=True)
    if place:
        return scope.check("speaker", path, "exact", None, place)
    reason = f"{quoted(name)} is not named in or next to {scope.listed}"
    place = _where_named(scope, name, scope.index.all_sentences)
    return scope.check("speaker", path, "elsewhere" if place else "absent", reason, place)


def _with_whole_quotations(scope: Scope) -> list[int]:
    """The cited sentences and the rest of the quotations they are cut from.

    Who says the first of five quoted sentences is told after the last.
    """
    numbers = set(scope.cited)
    for number in scope.cited:
        for start, end in scope.index.quotations_around(number):
            numbers.update(scope.index.sentences_in(start, end))
    return sorted(numbers)


def _where_named(
    scope: Scope, name: str, numbers: Iterable[int], *, surname: bool = False
) -> Place | None:
    numbers = list(numbers)
    literal = scope.index.find(name, numbers)
    if literal:
        return literal[0]
    for place in scope.index.names(numbers):
        words = scope.index.text(place)
        if same_name(name, words) or _ends_with_name(words, name):
            return place
        if surname and any(same_surname(name, word) for word in words.split()):
            return place
    return None


def _ends_with_name(words: str, name: str) -> bool:
    """Whether the words are a title or a common noun, and then the name.

    But "Air Astana" is not Astana: a name of one word may only follow words in lower case.
    """
    before, last = words.split(), name.split()
    title, before = before[: -len(last)], before[-len(last) :]
    if not title or not (len(last) > 1 or all(word.islower() for word in title)):
        return False
    return same_name(name, " ".join(before))


def _looks_like_a_name(words: str) -> bool:
    return any(word[0].isupper() for word in words.split())
