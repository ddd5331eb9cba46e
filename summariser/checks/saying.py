"""Who is told to say something: beside a verb of speech, or around a quotation."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..names import (
    Act,
    closes_a_quotation,
    find_full_names,
    find_opening,
    find_person_before,
    find_topic_before,
    goes_on,
    holds_person,
    points_back,
)
from .claimed import FARTHEST
from .finding import Place
from .index import Index
from .scope import Scope

_BETWEEN = re.compile(r"[\W_]*")
_LED = re.compile(r"[:(]\W{0,3}\Z")
_DASH = re.compile(r"[^\w\n]*[―—–-][^\w\n]*")
_BEFORE = 80
_CALLS = ("?", "!", "…")  # behind which a sentence seems to begin


class Told(NamedTuple):
    """Who says something, by the words around it."""

    place: Place
    """The words that name the speaker."""
    sure: bool
    """Whether a verb of speech ties them to what is said."""


def acts_of(scope: Scope) -> list[Act]:
    """Who says something in the cited sentences, or the rest of quotations they are cut from."""
    return [act for number in scope.quoted_whole for act in scope.index.acts(number)]


def governing(scope: Scope, acts: list[Act]) -> list[Told]:
    """Who is told to say the cited words: those by their quotations, or all who say something."""
    found: list[Told | None] = []
    for number in scope.cited:
        places = scope.index.quotations_around(number)
        spoken = [each for each in places if scope.index.is_said(each)]
        found += [speaker_at(scope.index, each) for each in spoken]
    told = [each for each in found if each]
    if not found or len(told) < len(found):
        told += [Told(act.speaker, True) for act in acts if act.speaker]
    return told or [*filter(None, (holds_the_floor(scope.index, each) for each in scope.cited))]


def beginning(scope: Scope, told: list[Told]) -> int:
    """Where the words begin that tell who speaks, or what is said."""
    first = scope.index.region(scope.cited[0])[0]
    return min((each.place[0] for each in told), default=first)


def speaker_at(index: Index, place: Place) -> Told | None:
    """Who says what stands at a place between quotation marks."""
    numbers = index.sentences_in(*place)
    own = _in_sentence(index, numbers, place)
    if own:
        return own
    beside = (
        _signed(index, place) or _told_behind(index, numbers, place) or _led_in(index, numbers[0])
    )
    return beside or _spoke_before(index, numbers[0])


def holds_the_floor(index: Index, number: int) -> Told | None:
    """Who says a sentence that tells nobody, and is but what somebody says: by those before it."""
    return _spoke_before(index, number) if _goes_on(index, number) else None


def _spoke_before(index: Index, number: int) -> Told | None:
    """Who was last told to speak in the paragraph, if since then all is what they say.

    Or in the one before, if the mood says that somebody does: „Der Hafen sei voll.“
    """
    paragraph = index.whole.rfind("\n", 0, index.region(number)[0])
    if paragraph > 0 and goes_on(index.whole, *index.region(number), index.language):
        paragraph = index.whole.rfind("\n", 0, len(index.whole[:paragraph].rstrip()))
    for before in range(number - 1, max(number - 1 - FARTHEST, 0), -1):
        if index.region(before)[0] < paragraph:
            return None
        named = [act.speaker for act in index.acts(before) if act.speaker]
        if named or not _goes_on(index, before):
            return Told(named[-1], False) if named else None
    return None


def _signed(index: Index, place: Place) -> Told | None:
    """Who says it by a name behind a dash, and nothing else: "“We go.” — Ida Holm"."""
    line = index.whole.find("\n", place[1])
    end = min(line if line >= 0 else len(index.whole), place[1] + _BEFORE)
    dash = _DASH.match(index.whole, place[1], end)
    if not dash:
        return None
    start = dash.end()
    name = next(iter(find_full_names(index.whole[start:end])), None)
    if not name or name[0] > 0 or not holds_person(index.whole[start : start + name[1]]):
        return None
    signed = start, start + name[1]
    behind = index.whole[signed[1] : end].strip()
    return Told(signed, True) if behind[:1] in ("", ",", ".") else None


def _led_in(index: Index, number: int) -> Told | None:
    """Who says it by the line before, if that ends in a colon."""
    if number < 2:
        return None
    start, end = index.region(number - 1)
    if index.whole[:end].rstrip()[-1:] not in (":", "："):
        return None
    named = [act.speaker for act in index.acts(number - 1) if act.speaker]
    opening = None if named else find_opening(index.whole, start, end, [], index.language)
    return Told(named[-1], True) if named else (Told(opening, False) if opening else None)


def _told_behind(index: Index, numbers: range, place: Place) -> Told | None:
    """Who says it by the next sentence: "That is what she said", or "“We go!” Ida Holm said."."""
    after = numbers[-1] + 1
    if after not in index.all_sentences:
        return None
    start, end = index.region(after)
    if (
        not _BETWEEN.fullmatch(index.whole, place[1], start)
        or "\n" in index.whole[place[1] : start]
    ):
        return None
    act = next((act for act in index.acts(after) if act.speaker), None)
    if act is None or act.speaker is None:
        return None
    where = (index.whole, start, end)
    calls = index.whole[: place[1]].rstrip()[-1:] in _CALLS
    closes = calls and closes_a_quotation(*where, act, index.language)
    return Told(act.speaker, True) if closes or points_back(*where, index.language) else None


def _named_right_before(index: Index, spoken: list[Place], first: int) -> Place | None:
    """Whose name, and nothing else, leads to a quotation: "Ida Holm (“No”) and Tom Reed: “Yes.”"

    Before a colon only behind another quotation: "They cheered Ida Holm: “Bravo”".
    """
    led = _LED.search(index.whole, max(0, first - 4), first)
    before = max((last for _, last in spoken if last < first), default=0)
    alone = led is not None and led[0][0] == ":"
    if led is None or (alone and not before):
        return None
    start = max(before, led.start() - _BEFORE)
    return find_person_before(index.whole, start, led.start(), index.language, alone=alone)


def _goes_on(index: Index, number: int) -> bool:
    """Whether a sentence is but what somebody says, so that who does stands before it."""
    start, end = index.region(number)
    for first, last in index.quotations_around(number):
        first, last = max(first, start), min(last, end)
        if _BETWEEN.fullmatch(index.whole, start, first) and _BETWEEN.fullmatch(
            index.whole, last, end
        ):
            return True
    return goes_on(index.whole, start, end, index.language)


def _in_sentence(index: Index, numbers: range, place: Place) -> Told | None:
    text, language = index.whole, index.article.language
    spoken = sorted({each for number in numbers for each in index.quotations_around(number)})
    first, last = next(
        (each for each in spoken if each[0] < place[1] and place[0] < each[1]), place
    )
    whole = index.sentences_in(first, last) if last > first else numbers
    ends = {numbers[0], numbers[-1], whole[0], whole[-1]} & {*index.all_sentences}
    acts = [act for number in sorted(ends) for act in index.acts(number)]
    for act in acts:
        beside = act.speaker and min(act.verb[0], act.speaker[0])
        if act.speaker and beside and beside >= last and _BETWEEN.fullmatch(text, last, beside):
            return Told(act.speaker, True)
        if act.speaker and first <= act.verb[0] < last:
            return Told(act.speaker, True)  # «Ждём, — сказал он, — и верим»
    closing = next((act for act in acts if act.verb[0] >= last), None)
    if closing and closing.beside and closing.speaker:
        return Told(closing.speaker, True)  # "“Late” is what it is, said Ida Holm"
    named = _named_right_before(index, spoken, first)
    if closing and closing.speaker and closing.speaker[1] <= first and not named:
        between = (each for each in spoken if closing.speaker[1] <= each[0] < first)
        return Told(closing.speaker, not any(between))  # 代表は「…」と述べた
    if closing and closing.speaker is None and not named:
        start = index.region(whole[0])[0]
        named = find_topic_before(text, start, first - 1, language)  # 代表は「…。…」と語った
    if named:
        return Told(named, True)
    for act in reversed(acts):
        apart = any(act.verb[1] < each[0] < first for each in spoken)
        if act.speaker and act.verb[1] <= first:
            return Told(act.speaker, not apart)
    if ":" in text[max(0, first - 4) : first]:
        start = index.region(numbers[0])[0]
        opening = find_opening(text, start, first, spoken, language)
        return Told(opening, False) if opening else None
    return None
