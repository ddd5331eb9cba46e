"""The sentences an item cites: where its claims are looked for, and where its words stand.

An item that cites nothing, and prose outside all items, may rest on any sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from ..schema import Check, Cited, Evidence, Item, Kind, Quoted, Verdict
from ..text import primary
from .finding import Finding, Place, quoted
from .index import Index

# What a check of this kind reads, which takes to know the language.
_BY_LANGUAGE: dict[Kind, str] = {
    **dict.fromkeys(("amount", "currency", "quantity", "qualifier", "per", "prose"), "figures"),
    **dict.fromkeys(("name", "speaker"), "names"),
}


class Scope:
    """The cited sentences of one item, and all there is to know about them."""

    def __init__(self, item: Item | None, index: Index) -> None:
        self.item = item
        self.index = index
        self.cited: Sequence[int] = index.all_sentences
        if isinstance(item, Cited):
            # What code added is no merit of the item: verified again, it fares as it did before.
            numbers = (each.sentence for each in item.evidence if not each.added)
            self.cited = tuple(number for number in numbers if number in index.all_sentences)
        self.attributed: Sequence[int] = self.cited
        if isinstance(item, Quoted):
            numbers = (each.sentence for each in item.attribution)
            known = {*self.cited, *(each for each in numbers if each in index.all_sentences)}
            self.attributed = tuple(sorted(known))
        self.is_attributed = True
        """Unless the text leaves open who says it."""

    def words(self, words: str, path: str, *, nearby: bool = False) -> tuple[Finding, list[Place]]:
        """Whether the words stand where they should, and all the places where they do.

        With `nearby`, the sentences next to the cited ones will do, and no citation is added.
        """
        places = self.index.find(words, self.nearby if nearby else self.cited)
        if places:
            literal = next((each for each in places if self.index.text(each) == words), None)
            verdict: Verdict = "exact" if literal else "normalised"
            return Finding("verbatim", path, verdict, None, literal or places[0]), places
        others, places = self.index.everywhere(words)
        if not others:
            reason = f"{quoted(words)} is not in {self.listed}, nor anywhere in the article"
            return Finding("verbatim", path, "absent", reason), []
        reason = f"{quoted(words)} is not in {self.listed}, but in {_numbers(others)}"
        if len(others) == 1 and not nearby and isinstance(self.item, Cited):
            self._cite(self.item, others[0])
            reason += "; that citation was added"
        return Finding("verbatim", path, "elsewhere", reason, places[0]), places

    def _cite(self, item: Cited, number: int) -> None:
        added = Evidence.of(self.index.article, number).model_copy(update={"added": True})
        others = [each for each in item.evidence if each.sentence != number]
        item.evidence = sorted([*others, added], key=lambda each: each.sentence)

    @cached_property
    def quoted_whole(self) -> list[int]:
        """The cited sentences, and the rest of the quotations they are cut from.

        Who says the first of five quoted sentences is told after the last.
        """
        return self._with_whole_quotations(self.cited)

    @cached_property
    def attributed_whole(self) -> list[int]:
        """These, and the sentences that are said to tell who speaks, whole as well."""
        return self._with_whole_quotations(self.attributed)

    @cached_property
    def nearby(self) -> list[int]:
        """These, and what stands next to them."""
        return self.index.near(self.attributed_whole)

    def _with_whole_quotations(self, sentences: Sequence[int]) -> list[int]:
        numbers = set(sentences)
        for number in sentences:
            for start, end in self.index.quotations_around(number):
                numbers.update(self.index.sentences_in(start, end))
        return sorted(numbers)

    @property
    def is_read(self) -> bool:
        """Whether the article's language is read."""
        return self.index.is_read

    @property
    def _language(self) -> str:
        from babel import Locale

        code = primary(self.index.article.language)
        return str(Locale("en").languages.get(code, code))

    @property
    def listed(self) -> str:
        """The cited sentences, as a reader would write them."""
        return _numbers(self.cited)

    def check(self, found: Finding) -> Check:
        """A finding written down, with the words it was made on.

        In a language without tables it takes back what only a reader of that language can tell.
        """
        kind, field, verdict, reason, place = found[:5]
        if not self.is_read and kind in _BY_LANGUAGE and not _needs_no_reading(kind, verdict):
            verdict, reason = "unchecked", f"{_BY_LANGUAGE[kind]} are not read in {self._language}"
        span = self.index.span(place) if place else None
        return Check.made(kind=kind, field=field, verdict=verdict, reason=reason, span=span)


def _needs_no_reading(kind: Kind, verdict: Verdict) -> bool:
    """Whether what was found stands there in digits or letters, and no unknown word can undo it."""
    return verdict in ("exact", "normalised", "computed") and kind not in ("qualifier", "per")


def _numbers(numbers: Sequence[int]) -> str:
    if len(numbers) > 6:
        return f"[{numbers[0]}] to [{numbers[-1]}]"
    return ", ".join(f"[{number}]" for number in numbers) or "the cited sentences"
