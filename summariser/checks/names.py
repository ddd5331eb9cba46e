"""Names compared with the words of the article, and speakers with where their words stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from ..names import KNOWN, same_name, same_surname, spells_out
from ..schema import Check
from ..text import folded
from .index import Place
from .scope import Scope, joined, quoted


def check_name(scope: Scope, name: str, verbatim: str, path: str) -> Check:
    """Whether the words are this name, inflected, shortened to a surname, or with a title."""
    path = joined(path, "name")
    if name == verbatim:
        return scope.check("name", path, "exact")
    if folded(name) == folded(verbatim):
        return scope.check("name", path, "normalised")
    if same_name(name, verbatim) and not _completes(scope, name, verbatim):
        return scope.check("name", path, "computed")
    if _is_plainly_titled(verbatim, name):
        return scope.check("name", path, "computed")
    if _ends_with_name(verbatim, name):
        reason = f"{quoted(verbatim)} says more than {quoted(name)}"
        return scope.check("name", path, "unchecked", reason)
    place = _where_named(scope, name, scope.index.all_sentences)
    if place is None or _completes(scope, name, scope.index.text(place)):
        reason = f"the article does not name {quoted(name)}; the words are {quoted(verbatim)}"
        return scope.check("name", path, "absent", reason)
    if same_surname(name, verbatim):
        namesakes = _namesakes(scope, name, verbatim)
        if not namesakes:
            return scope.check("name", path, "computed", None, place)
        reason = f"{quoted(verbatim)} may also be {quoted(namesakes[0])}"
        return scope.check("name", path, "elsewhere", reason, place)
    if _looks_like_a_name(scope, verbatim):
        reason = f"{quoted(verbatim)} is not {quoted(name)}, who stands elsewhere"
        return scope.check("name", path, "contradicted", reason, place)
    near = _where_named(scope, name, scope.nearby)
    if near and verbatim.lower() in KNOWN.pronouns:
        reason = f"{quoted(verbatim)} may well stand for {quoted(name)}, who is named near it"
        return scope.check("name", path, "unchecked", reason, near)
    reason = f"the words are {quoted(verbatim)}; {quoted(name)} stands elsewhere"
    return scope.check("name", path, "elsewhere", reason, place)


def check_speaker(scope: Scope, name: str, verbatim: str, path: str) -> Check:
    """Whether the speaker is named where the words are, or next to it."""
    path = joined(path, "name")
    for numbers, is_here in ((scope.with_whole_quotations, True), (scope.nearby, False)):
        place = _where_named(scope, name, numbers, surname=True)
        own = scope.index.first(verbatim, numbers)
        if own and (same_name(name, verbatim) or same_surname(name, verbatim)):
            place = own
        others = [] if is_here else _others(scope, name)
        if place and others:
            reason = f"{quoted(name)} is named next to {scope.listed}, {quoted(others[0])} within"
            return scope.check("speaker", path, "unchecked", reason, place)
        if place:
            return scope.check("speaker", path, "exact", None, place)
    reason = f"{quoted(name)} is not named in or next to {scope.listed}"
    place = _where_named(scope, name, scope.index.all_sentences)
    return scope.check("speaker", path, "elsewhere" if place else "absent", reason, place)


def _where_named(
    scope: Scope, name: str, numbers: Sequence[int], *, surname: bool = False
) -> Place | None:
    literal = scope.index.first(name, numbers)
    if literal:
        return literal
    for place in scope.index.names_like(name, numbers):
        words = scope.index.text(place)
        if same_name(name, words) or _ends_with_name(words, name):
            return place
        if surname and any(same_surname(name, word) for word in words.split()):
            return place
    return None


def _namesakes(scope: Scope, name: str, surname: str) -> list[str]:
    """Other full names in the article that the surname may stand for."""
    return [
        other
        for other in scope.index.full_names_with(surname)
        if same_surname(other, surname)
        and not same_name(name, other)
        and not _ends_with_name(other, name)
    ]


def _others(scope: Scope, name: str) -> list[str]:
    """Another full name in the cited sentences: perhaps it is they who speak."""
    others = (other for other in scope.index.full_names(scope.cited) if not same_name(name, other))
    return list(islice(others, 1))


def _completes(scope: Scope, name: str, words: str) -> bool:
    """«Е. Омаров» is not «Ермек Омаров» unless the article says so somewhere."""
    if not spells_out(name, words):
        return False
    places = scope.index.names_like(name, scope.index.all_sentences)
    named = (scope.index.text(place) for place in places)
    return not any(same_name(name, each) and not spells_out(name, each) for each in named)


def _ends_with_name(words: str, name: str) -> bool:
    """Whether the words are a title or a common noun, and then the name.

    But "Air Astana" is not Astana: a name of one word may only follow words in lower case.
    """
    before, last = words.split(), name.split()
    title, before = before[: -len(last)], before[-len(last) :]
    if not title or not (len(last) > 1 or all(word.islower() for word in title)):
        return False
    return same_name(name, " ".join(before))


def _is_plainly_titled(words: str, name: str) -> bool:
    """A common noun or two, and then the name to the letter: «компания Air Astana»."""
    before = folded(words).removesuffix(folded(name))
    title = before.replace("'", " ").split()
    return (
        before != folded(words)
        and 0 < len(title) <= 3
        and all(word.islower() and word not in KNOWN.links for word in title)
    )


def _looks_like_a_name(scope: Scope, words: str) -> bool:
    """Whether a word is capitalised that the article does not also write in lower case."""
    return any(
        word[0].isupper()
        and word.lower() not in KNOWN.pronouns
        and not scope.index.article.folded.find(word.lower())
        for word in words.split()
    )
