"""Names compared with the words of the article."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from ..names import Standing, countries_joined, relation
from ..schema import Named, Verdict
from .finding import Finding, joined, quoted
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


def meant(found: Finding, name: str, words: str) -> Finding:
    """The same, where who spoke last before a pronoun or a description is known: who is meant."""
    reason = f"{quoted(words)} stands for {quoted(name)}, who spoke last before it"
    return found._replace(verdict="computed", reason=reason)


def check_name(scope: Scope, name: str, verbatim: str, path: str) -> Finding:
    """Whether the words are this name, inflected, shortened to a surname, or with a title."""
    found = relation(name, verbatim, scope.index.cast, scope.nearby, scope.attributed_whole)
    verdict, reason = _MEANS[found.standing]
    if found.standing == "short" and _is_of_another_too(scope, name, verbatim):
        verdict, reason = "unchecked", "{words} names {name}, and another, too"
    if reason:
        told = {"words": verbatim, "name": name, "other": found.other or ""}
        reason = reason.format_map({key: quoted(words) for key, words in told.items()})
    return Finding("name", joined(path, "name"), verdict, reason, found.place)


def _is_of_another_too(scope: Scope, name: str, words: str) -> bool:
    """Whether the words are of two countries, 中美, and the item gives them but for one."""
    both, cast = countries_joined(words, scope.index.cast), scope.index.cast
    if not both or countries_joined(name, cast):
        return False
    named = {each.name or "" for each in _mentions(scope.item) if each.verbatim == words}
    return not all(any(other.startswith(each) for other in named) for each in both)


def _mentions(item: object) -> Iterator[Named]:
    """Whom an item names, whatever its fields are called."""
    for _, value in item if isinstance(item, BaseModel) else ():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, Named):
                yield each
