"""Names compared with the words of the article, and speakers with where their words stand."""

from __future__ import annotations

from collections.abc import Iterator

from ..names import Standing, perhaps_same, relation, same_name, same_surname
from ..schema import Verdict
from .finding import Finding, joined, quoted
from .quotations import is_speech
from .scope import Scope

_MEANS: dict[Standing, tuple[Verdict, str | None]] = {
    "to_the_letter": ("exact", None),
    "but_for_typography": ("normalised", None),
    "form": ("computed", None),
    "longer": ("unchecked", "{words} says more than {name}"),
    "surname_of_several": ("elsewhere", "{words} may also be {other}"),
    "perhaps": ("unchecked", "{words} may be {name}, or another"),
    "pronoun": ("unchecked", "{words} may well stand for {name}, who is named near it"),
    "another": ("contradicted", "{words} is not {name}, who stands elsewhere"),
    "short": ("computed", "{words} is short for {name} here"),
    "meant": ("computed", "{words} stands for {name}: nobody else is named before it"),
    "tied": ("computed", "the article calls {name} so"),
    "tied_to_another": ("contradicted", "the article calls {other} so, not {name}"),
    "tied_to_several": ("unchecked", "the article calls {name} so, and {other}, too"),
    "description": ("elsewhere", "the words are {words}; {name} stands elsewhere"),
    "nowhere": ("absent", "the article does not name {name}; the words are {words}"),
}


def check_name(scope: Scope, name: str, verbatim: str, path: str) -> Finding:
    """Whether the words are this name, inflected, shortened to a surname, or with a title."""
    found = relation(name, verbatim, scope.index.cast, scope.nearby, scope.attributed_whole)
    verdict, reason = _MEANS[found.standing]
    if reason:
        told = {"words": verbatim, "name": name, "other": found.other or ""}
        reason = reason.format_map({key: quoted(words) for key, words in told.items()})
    return Finding("name", joined(path, "name"), verdict, reason, found.place)


def check_speaker(scope: Scope, name: str, verbatim: str | None, path: str) -> Finding:
    """Whether the speaker is named where the words are or who speaks is said, or next to it."""
    path, cast = joined(path, "name"), scope.index.cast
    for numbers, others in (
        (scope.quoted_whole, iter(())),
        (scope.attributed_whole, _beside_quotations(scope, name)),
        (scope.nearby, cast.others(name, scope.cited)),
    ):
        place = cast.place_of(name, numbers, surname=True)
        if verbatim and (same_name(name, verbatim) or same_surname(name, verbatim)):
            place = scope.index.first(verbatim, numbers) or place
        other = next(others, None) if place else None
        if place and other:
            reason = f"{quoted(name)} is named outside {scope.listed}, {quoted(other)} within"
            return Finding("speaker", path, "unchecked", reason, place)
        if place:
            return Finding("speaker", path, "exact", None, place)
    words = scope.index.first(verbatim, scope.nearby) if verbatim else None
    if verbatim and words and perhaps_same(name, verbatim):
        reason = f"{quoted(verbatim)} may be {quoted(name)}, or another"
        return Finding("speaker", path, "unchecked", reason, words)
    reason = f"{quoted(name)} is not named in or next to {scope.listed}"
    place = cast.place_of(name, scope.index.all_sentences)
    return Finding("speaker", path, "elsewhere" if place else "absent", reason, place)


def _beside_quotations(scope: Scope, name: str) -> Iterator[str]:
    """Who else is named where somebody is quoted, outside the marks: perhaps who says it."""
    index = scope.index
    for number in scope.cited:
        spoken = [each for each in index.quotations(number) if is_speech(index.whole, each)]
        for other in index.cast.others(name, [number]) if spoken else ():
            place = index.first(other, [number])
            if place and not any(start <= place[0] < end for start, end in spoken):
                yield other
