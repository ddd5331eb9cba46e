"""Who says what stands in quotation marks, asked as a model's claims are: by the checks.

Every quotation is claimed twice, with its sentences cited: once for the speaker that the suite
marks, once for another one out of the same article.  Of the true claims those that are told to be
so are right, those that are told to be false a wrong value, and the others, of which nothing can
be told, missed; of the false ones it is the other way round.  Claimed are speakers that are named,
if only by their surname; of others a model gives no name.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from summariser import Article, Evidence
from summariser.checks import Index, verify_item
from summariser.names import find_full_names, holds_person, is_link
from summariser.schema import Named, Quoted, Verbatim, Verdict

from .quoted import POLNEAR, SPKATT, Said, found_quotations, in_marks, polnear, spkatt
from .rows import MISSED, OURS, RIGHT, WRONG_VALUE, Row

RELIED_ON: tuple[Verdict, ...] = ("exact", "normalised", "computed")
REFUSED: tuple[Verdict, ...] = ("absent", "contradicted")
_ARTICLES = frozenset(("der", "des", "dem", "den", "the"))


class Speaker(Named):
    """Who is claimed to say it."""

    verbatim: Verbatim | None = None  # type: ignore[assignment]


class Saying(Quoted):
    """What somebody says."""

    speaker: Speaker


class Claim(NamedTuple):
    """A quotation, and by whom it is."""

    said: Said
    sentences: frozenset[int]
    attributed: frozenset[int]
    name: str
    words: str


def measure(suite: str, language: str, said: Iterator[Said]) -> list[Row]:
    """The true claims and the false ones."""
    true, false = (Row(f"{suite} {kind} speakers", language, OURS) for kind in ("true", "false"))
    for text, each_of_it in groupby(said, key=lambda each: each.text):
        index = Index(Article(text=text, language=language))
        claims = list(_claims(index, [*each_of_it]))
        for claim in claims:
            verdict, reason = _verdict(index, claim, claim)
            told = _told(verdict, RELIED_ON, REFUSED)
            true.add(told, _around(claim.said), claim.name, f"{verdict}: {reason}")
            other = next((each for each in claims if _is_another(claim, each)), None)
            if other:
                verdict, reason = _verdict(index, claim, other)
                told = _told(verdict, REFUSED, RELIED_ON)
                wanted = f"{claim.name}, not {other.name}"
                false.add(told, _around(claim.said), wanted, f"{verdict}: {reason}")
    return [true, false]


def _claims(index: Index, said: list[Said]) -> Iterator[Claim]:
    """Every quotation of somebody whom the words for the speaker name, at least by the surname."""
    text = index.article.text
    sources = [text[each.source[0][0] : each.source[-1][1]] if each.source else "" for each in said]
    full = [name for words in sources if (name := _full_name(words))]
    for each, words in zip(said, sources, strict=True):
        own = _full_name(words)
        name = own or next((n for n in full if _ends_alike(n, words.partition(",")[0])), None)
        if name and each.form == "Direct" and in_marks(text, each.message):
            sentences, attributed = (
                frozenset(number for span in spans for number in index.sentences_in(*span))
                for spans in (each.message, each.source)
            )
            yield Claim(each, sentences, attributed, name, name if own else words)


def _ends_alike(name: str, words: str) -> bool:
    """Whether the words end with the surname: "Mr. Reed", of Tom Reed."""
    return name.split()[-1:] == words.split()[-1:]


def _full_name(words: str) -> str | None:
    """The full name in the words for a speaker: of "Selm Air's new head Ida Holm" the last one.

    Behind "of", or before what it only tells more of, stands where somebody belongs, and so does
    what follows a comma behind a surname, as in "Mr. Reed, of Selm Air"; of a description and a
    name, „die Sprecherin der Fraktion, Ida Holm“, the person has the name.
    """
    spans = find_full_names(words)
    head = words.partition(",")[0].split()
    is_surname = 0 < len(head) < 3 and all(each[0].isupper() for each in head)
    persons = [span for span in spans if holds_person(words[slice(*span)])]
    apart = [(span, is_link) for span in (*persons, *spans)]
    for (start, end), is_joint in (*apart, *((span, _is_preposition) for span in persons)):
        before, behind = words[:start].split(), words[end:].split(maxsplit=1)
        within = len(before) > 1 and is_joint(before[-1])
        tells_more = behind and behind[0][0].isalnum() and not is_link(behind[0])
        is_added = is_surname and "," in words[:start]
        if not within and not tells_more and not is_added:
            return words[start:end]
    return None


def _is_preposition(word: str) -> bool:
    """Whether it joins, and is no article: „der Chef des Rats Jan Roth“."""
    return is_link(word) and word not in _ARTICLES


def _is_another(one: Claim, other: Claim) -> bool:
    """Have the names no word in common, and does the other say nothing in the same sentences?"""
    apart = one.sentences.isdisjoint(other.sentences)
    return apart and set(one.name.split()).isdisjoint(other.name.split())


def _verdict(index: Index, claim: Claim, by: Claim) -> tuple[Verdict, str | None]:
    """What the checks say if it is claimed to be by the speaker of another claim.

    No verdict, as where nothing tells who speaks, counts as one that leaves it open.
    """
    item = verify_item(
        Saying(
            text="Claimed.",
            speaker=Speaker(name=by.name, verbatim=by.words),
            evidence=[Evidence.of(index.article, number) for number in claim.sentences],
            attribution=[Evidence.of(index.article, number) for number in by.attributed],
        ),
        index,
    )
    check = next((check for check in item.checks if check.kind == "speaker"), None)
    return (check.verdict, check.reason) if check else ("unchecked", "nothing tells who speaks")


def _told(verdict: Verdict, right: tuple[Verdict, ...], wrong: tuple[Verdict, ...]) -> str:
    if verdict in right:
        return RIGHT
    return WRONG_VALUE if verdict in wrong else MISSED


def _around(said: Said) -> str:
    first, last = said.message[0][0], said.message[-1][1]
    return said.text[max(0, first - 150) : last + 100]


def measure_spkatt(folder: Path) -> list[Row]:
    """German news: what is quoted, and who says it."""
    return [
        found_quotations(SPKATT, "de", spkatt(folder)),
        *measure(SPKATT, "de", spkatt(folder)),
    ]


def measure_polnear(folder: Path) -> list[Row]:
    """English news: what is quoted, and who says it."""
    return [
        found_quotations(POLNEAR, "en", polnear(folder)),
        *measure(POLNEAR, "en", polnear(folder)),
    ]
