"""Why an item was rejected, in a reader's words: what it claims beside what the text says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from ..article import Article
from ..schema import Item, Rejected
from .cards import one_of, sentences_of


@dataclass(frozen=True, slots=True)
class Objection:
    """One thing that is wrong with an item."""

    place: str
    """What it is about: ``value, amount``."""
    claimed: str | None
    words: str | None
    """What the article says of it."""
    reason: str | None
    """What there is to say beside these two."""

    @property
    def is_of_the_text(self) -> bool:
        """Whether it is the text that speaks against it, not the form of the claim alone."""
        return self.words is not None or (self.reason or "").startswith("not in ")


def objections(rejected: Rejected, kind: type[Item] | None) -> tuple[list[Objection], str]:
    """All that is wrong with an item of this kind, and what became of it when asked again.

    Where the reason is in no such form, there is nothing but its own words.

    >>> from summariser import Deal
    >>> reason = "values[0].amount: the reply says 20, the text “$2”; asked again: withdrawn"
    >>> rejected = Rejected(field="deals", raw={"values": [{"amount": "2000"}]}, reason=reason)
    >>> (found,), then = objections(rejected, Deal)
    >>> found.place, found.claimed, then
    ('value, amount', '2,000', 'The model was asked again, and withdrew it.')
    """
    first, asked, then = _first_and_then(rejected.reason)
    fields = "|".join(kind.visible_fields()) if kind else ""
    found = _by_place(first, fields) if fields else []
    if not found:
        return [], rejected.reason
    again = _by_place(then, fields)
    return [_objection(rejected, *each) for each in found], _outcome(asked, then, again, found)


def cited_by(rejected: Rejected, article: Article) -> list[int]:
    """The sentences that it cites, as far as there are any."""
    spans = [each.span for each in rejected.checks if each.kind == "sentence" and each.span]
    raw = rejected.raw.get("evidence") if isinstance(rejected.raw, dict) else None
    numbers = [each for each in raw if type(each) is int] if isinstance(raw, list) else []
    known = range(0 if article.title else 1, len(article.sentences) + 1)
    return sentences_of(spans, article) or sorted({each for each in numbers if each in known})


def _first_and_then(reason: str) -> tuple[str, str, str]:
    """Why it was not sound, whether the model was asked again, and what came of that."""
    found = re.search(r"(?:^|; )((?:not )?asked again)(?:: |$)", reason)
    if found is None:
        return reason, "", ""
    return reason[: found.start()], found[1], reason[found.end() :]


def _by_place(reason: str, fields: str) -> list[tuple[str, str]]:
    """Places in an item, and what is said of each: the parts of ``path: words; path: words``."""
    begins = list(re.finditer(rf"(?:^|; )((?:{fields})(?:\[[0-9]+\]|\.\w+)*|the item): ", reason))
    if not begins or begins[0].start():
        return []
    ends = [each.start() for each in begins[1:]] + [len(reason)]
    return [(begin[1], reason[begin.end() : end]) for begin, end in zip(begins, ends, strict=True)]


def _objection(rejected: Rejected, path: str, said: str) -> Objection:
    spans = (each.span for each in rejected.checks if each.field == path and each.reason == said)
    span = next(spans, None)
    is_told = span is not None and re.fullmatch("the reply says .*, the text .*", said, re.DOTALL)
    return Objection(
        _place(path, rejected.raw),
        _claimed(path, rejected.raw),
        span.text if span else None,
        None if is_told else _beside_it(said),
    )


def _steps(path: str) -> Iterator[str | int]:
    if path != "the item":
        for name, index in re.findall(r"([^\W\d]\w*)|\[([0-9]+)\]", path):
            yield name or int(index)


def _at(path: str, raw: Any) -> Any:
    for step in _steps(path):
        if isinstance(step, str):
            raw = raw.get(step) if isinstance(raw, dict) else None
        else:
            raw = raw[step] if isinstance(raw, list) and step < len(raw) else None
    return raw


def _place(path: str, raw: Any) -> str:
    """Where something stands, as a reader says it: ``value 2, amount``, if there are several."""
    names: list[str] = []
    above = raw
    for step in _steps(path):
        if isinstance(step, str):
            names.append(step.replace("_", " "))
            above = above.get(step) if isinstance(above, dict) else None
        else:
            several = isinstance(above, list) and len(above) > 1
            names[-1] = one_of(names[-1]) + (f" {step + 1}" if several else "")
            above = above[step] if isinstance(above, list) and step < len(above) else None
    return ", ".join(names[:-1] if len(names) > 1 and names[-1] == "verbatim" else names) or path


def _claimed(path: str, raw: Any) -> str | None:
    value = _at(path, raw)
    if value is None or isinstance(value, dict | list):
        return None
    if path.endswith(("amount", "upper", "quantity")):
        try:
            return format(Decimal(str(value)), ",f")
        except (InvalidOperation, ValueError):
            pass
    return str(value)


_CLAIM = re.compile(r"(?:“.*”|'.*') is (not in .*|no .*)", re.DOTALL)
_VALIDATOR = {
    "Field required": "missing",
    "Extra inputs are not permitted": "there is no such thing to say",
    "Input should be a valid dictionary": "not made as an item is",
    "Input should be a valid list": "not a list",
    "Input should be a valid": "not what can stand here",
    "Input should be": "none of:",
    "List should have at least 1 item": "empty",
    "String should have at least 1 character": "empty",
}
"""How the words of a validator begin, and what they come to."""


def _beside_it(said: str) -> str:
    """A reason without the claim that stands beside it.

    >>> _beside_it("“$480 million” is not in [23], nor anywhere in the article")
    'not in [23], nor anywhere in the article'
    """
    found = _CLAIM.fullmatch(said)
    return found[1] if found else _plainly(said)


def _plainly(said: str) -> str:
    """A reason without the words of a validator.

    >>> _plainly("Input should be 'signed', 'turned_down' or 'denied'")
    'none of: signed, turned down or denied'
    """
    for begins, plain in _VALIDATOR.items():
        if said.startswith(begins):
            choices = said.removeprefix(begins) if plain.endswith(":") else ""
            return plain + choices.replace("'", "").replace("_", " ")
    return said


def _outcome(
    asked: str, then: str, again: list[tuple[str, str]], found: list[tuple[str, str]]
) -> str:
    if not asked:
        return ""
    if asked.startswith("not"):
        return f"The model was not asked again{f': {then}' if then else ''}."
    if again == found:
        return "The model was asked again, and claimed the same."
    if again:
        wrong = "; ".join(f"{_place(path, None)}: {_plainly(said)}" for path, said in again)
        return f"The model was asked again, and its second try does not hold either: {wrong}."
    if then == "withdrawn":
        return "The model was asked again, and withdrew it."
    if then == "repeats another item":
        return "The model was asked again, and repeated another item."
    return f"The model was asked again: {then}"
