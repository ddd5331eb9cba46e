"""Quotations of a draft, held word by word against what stands in its sources.

Letter case, punctuation and typography are left aside; what a draft leaves out it has to mark: "…".
A quotation that is cut before its "but", or behind its "not", says more than was said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cached_property
from itertools import islice, pairwise, takewhile
from operator import itemgetter
from typing import Literal, NamedTuple

from ..checks import speaker_at
from ..figures import may_hold_number
from ..names import how_told, joins_clauses, leads_in
from ..schema import Difference, DraftClaim, Verdict
from ..text import CLAUSE_END, SPACELESS, denial, more_endings, primary, turn
from .held import Held
from .places import Place
from .sources import small_words
from .wording import (
    LEFT_OUT,
    TOKEN,
    Speeches,
    Tokens,
    cut_up,
    even,
    gap_or_word,
    in_order,
    spans_of,
    words_of,
)

_WORDS, _CHARACTERS = 4, 8
"""A shorter one may be a name, a title or a word the writer will not vouch for."""
_ALIKE = 0.5
"""Of the words of a quotation at least so many stand there, in order: it is the one that was meant.
The verdict is the same if fewer do: these words stand nowhere."""
_AHEAD, _BEFORE = 80, 60
_NAME = 40  # characters
_MANY = 50  # quotations of a sentence: nobody says these
_MORE = 2
_NEAR = 24  # characters before what is left out
_STOPS = ".!?。！？؟"
_STOP = re.compile(f"[{_STOPS}]")
_MARK = re.compile(r"[^\w\s'’]")
_APART = re.compile('[”»"].*[“«"]')  # another quotation ends, and this begins
_BEGUN = re.compile(f"[{_STOPS}:：]")


class Quoted(NamedTuple):
    """Where a quotation stands in a source."""

    source: int
    place: Place
    in_marks: bool


class Quotations:
    """The quotations of a draft, held against those of its sources."""

    def __init__(self, held: Held) -> None:
        self.held = held
        self.speeches = [Speeches(index) for index in held.sources.indexes]
        self.own = Speeches(held.draft)
        self._spoken: dict[Place, bool] = {}

    def places(self, number: int) -> list[Place]:
        """The quotations that begin in a sentence of the draft, and are no name or title."""
        index = self.held.draft
        start, end = index.region(number)
        return [
            place
            for place in index.quotations_around(number)
            if start <= place[0] < end and self.is_speech(place)
        ]

    def is_speech(self, place: Place) -> bool:
        """Whether a quotation of the draft is somebody's words."""
        if place not in self._spoken:
            self._spoken[place] = self._may_be_speech(place)
        return self._spoken[place]

    def _may_be_speech(self, place: Place) -> bool:
        draft = self.held.draft
        if self._is_named_so(place):
            return False
        if self._is_long(place):
            return True
        if len(TOKEN.findall(draft.whole[slice(*place)])) < 2:
            return False
        if draft.is_said(place):
            return True
        number = draft.sentences_in(*place)[0]
        if len(draft.quotations_around(number)) > _MANY:
            return False
        told = speaker_at(draft, place)
        if told and told.place[0] <= place[0] < told.place[1]:
            return False  # "the economist of “Selm Consult”, Ida Holm"
        return bool(told and told.sure) or self._is_said_denied(place)

    def _is_named_so(self, place: Place) -> bool:
        """Whether a draft has the few words between marks again and again: a firm's name."""
        words = self.held.draft.whole[slice(*place)]
        return len(words) <= _NAME and self._times[even(words)] > 1

    @cached_property
    def _times(self) -> Counter[str]:
        """How often a draft has which words between marks."""
        return Counter(even(self.held.draft.whole[slice(*each)]) for each in self.own.places)

    def _is_said_denied(self, place: Place) -> bool:
        """Whether the sources have the words within quotation marks, right behind a "not"."""
        found = self._find([words_of(self.held.draft.whole[slice(*place)])])
        if found is None or not found.in_marks:
            return False
        index = self.held.sources.indexes[found.source]
        before, denied = self.speeches[found.source].before(found.place), denial(index.language)
        return bool(before and denied and denied.search(index.whole, *before))

    def check(self, number: int, place: Place) -> tuple[DraftClaim, Quoted | None]:
        """What the sources say of a quotation, and where it stands in them."""
        held, index = self.held, self.held.draft
        whole = " ".join(index.whole[slice(*each)] for each in self.own.said([place]))
        found = self._find([piece for _, piece in cut_up(whole)])
        found = found or self._find_inflected(words_of(whole))
        if found is None:
            return self._unlike(number, place, words_of(whole))
        at = (found.source, found.place)
        joined = self._joined(found)
        if joined:
            reason = f"put together from what {' and '.join(joined)} say"
            return held.claim("quotation", number, place, "contradicted", reason, at), found
        lost = self._left_out(found, whole)
        if lost:
            words = held.words(found.source, lost)
            difference = Difference(
                kind="negation", draft="", source=held.sources.indexes[found.source].text(lost)
            )
            reason = f"what is left out turns it round: {words}"
            return held.claim(
                "quotation", number, place, "contradicted", reason, at, differences=[difference]
            ), found
        is_marked = LEFT_OUT.search(whole.rstrip(" .,;:!?")[-4:]) is not None
        cut = None if is_marked else self._cut(found, place)
        if cut:
            words = held.words(found.source, cut)
            difference = Difference(
                kind="cut", draft="", source=held.sources.indexes[found.source].text(cut)
            )
            is_behind = cut[0] >= found.place[1]
            reason = f"{'it goes on in' if is_behind else 'before it stands in'} {words}"
            return held.claim(
                "quotation", number, place, "unchecked", reason, at, differences=[difference]
            ), found
        if not found.in_marks and self.speeches[found.source].has_speech:
            reason = f"{held.name(found.source)} has these words, but not in quotation marks"
            return held.claim("quotation", number, place, "unchecked", reason, at), found
        literal = held.sources.indexes[found.source].text(found.place) == index.text(place)
        verdict: Verdict = "exact" if literal else "normalised"
        return held.claim("quotation", number, place, verdict, None, at), found

    def _joined(self, found: Quoted) -> list[str]:
        """Those who say the parts of a quotation, if they are not one."""
        if not found.in_marks:
            return []
        index, speech = self.held.sources.indexes[found.source], self.speeches[found.source]
        since = bisect_left(speech.places, found.place[0], key=itemgetter(1))
        parts = takewhile(lambda each: each[0] < found.place[1], islice(speech.places, since, None))
        told = (speaker_at(index, each) for each in parts)
        sure = (each.place for each in told if each and each.sure)
        named = {each: index.text(each) for each in sure}
        told_apart = {
            words
            for words in named.values()
            if how_told(words, index.language) not in ("pronoun", "unnamed")
        }
        return sorted(f"“{words}”" for words in told_apart) if len(told_apart) > 1 else []

    def _left_out(self, found: Quoted, whole: str) -> Place | None:
        """What a draft leaves out within a clause of what is said, if that denies it.

        Or what stands between: "will not … cut", of "will not raise, but may cut".
        """
        cut = [*cut_up(whole)]
        index, speech = self.held.sources.indexes[found.source], self.speeches[found.source]
        denied = denial(index.language)
        if len(cut) < 2 or denied is None:
            return None
        text = speech.quoted if found.in_marks else speech.whole
        first = bisect_left(text.tokens.places, found.place[0], key=itemgetter(0))
        spans = [*spans_of(text, [piece for _, piece in cut], first)]
        for (mark, _), (one, other) in zip(cut[1:], pairwise(spans), strict=False):
            gap = text.tokens.places[one[1] - 1][1], text.tokens.places[other[0]][0]
            is_denied = denied.search(index.whole, *gap) is not None
            if "[" in mark and bool(denied.search(mark)) != is_denied:
                return gap_or_word(gap, text.tokens.places, one, other)
            is_one_clause = not CLAUSE_END.search(index.whole, *gap)
            if is_one_clause and is_denied:
                return gap
            tail = index.whole[max(gap[0] - _NEAR, 0) : gap[0]]
            *before, last = CLAUSE_END.split(tail)[-1].split() or [""]
            is_open = denied.search(last) and not denied.search(" ".join(before))  # "ne … pas"
            if not is_one_clause and is_open:
                return gap
        return None

    def _find(self, pieces: list[list[str]]) -> Quoted | None:
        """Where all pieces stand, one behind the other; in quotation marks above all."""
        for in_marks in (True, False):
            for source, speech in enumerate(self.speeches):
                place = in_order(speech.quoted if in_marks else speech.whole, pieces)
                if place:
                    return Quoted(source, place, in_marks)
        return None

    def _find_inflected(self, words: list[str]) -> Quoted | None:
        """Where they stand but for an ending of the last, in a language that joins endings on."""
        ending = more_endings(self.held.language)
        if ending is None or not words:
            return None
        for source, speech in enumerate(self.speeches):
            for in_marks, text in ((True, speech.quoted), (False, speech.whole)):
                at = text.find_inflected(words, ending)
                if at:
                    places = text.tokens.places
                    return Quoted(source, (places[at[0]][0], places[at[1] - 1][1]), in_marks)
        return None

    def _cut(self, found: Quoted, place: Place) -> Place | None:
        """What is said in the source behind the words, or before them, and takes them back."""
        if not found.in_marks:
            return None
        index, speech = self.held.sources.indexes[found.source], self.speeches[found.source]
        behind, before = speech.behind(found.place), speech.before(found.place)
        mine = self.own.behind(place), self.own.before(place)
        if behind and not (mine[0] and self.own.word(mine[0]) == speech.word(behind)):
            last = min(index.region(index.sentences_in(*behind)[0])[1], behind[0] + _AHEAD)
            gap = index.whole[found.place[1] : behind[0]]
            goes_on = not _STOP.search(gap)
            turned = turn(index.language)
            is_within = goes_on and not _MARK.search(gap)
            # "… and dredge it", "… to dredge it" adds to it; any other word belongs to it.
            is_joined = speech.word(behind) in small_words(primary(index.language))
            is_whole = before is None or _BEGUN.search(index.whole, before[1], found.place[0])
            if (
                (turned and turned.match(index.whole, behind[0]))
                or (goes_on and self._ends_a_sentence(place))
                or (is_within and is_whole and self._is_long(place) and not is_joined)
            ):
                return behind[0], last
        if before and not (mine[1] and self.own.word(mine[1]) == speech.word(before)):
            begun = _BEGUN.search(index.whole, before[1], found.place[0])
            first = max(index.region(index.sentences_in(*before)[0])[0], before[1] - _BEFORE)
            denied = denial(index.language)
            lost = index.whole[first : before[1]]
            takes_back = [each for each in (denied, turn(index.language)) if each]
            if not begun and self._begins_a_sentence(place, index.whole[found.place[0]]):
                is_set_off = "," in index.whole[before[1] : found.place[0]]
                leading = small_words(primary(index.language))
                small = all(w in leading or leads_in(w, index.language) for w in words_of(lost))
                is_apart = _APART.search(index.whole, before[1], found.place[0]) is not None
                takes_none = is_set_off and not any(each.search(lost) for each in takes_back)
                is_told = self._is_complement(lost, index.language)
                if not (small or is_apart or takes_none or is_told):
                    return first, before[1]
            if denied and not begun and not denied.search(self._told_before(place)):
                said = denied.search(
                    index.whole, _last_clause(index.whole, first, before[1]), before[1]
                )
                turned = turn(index.language)
                is_turned = turned and turned.search(index.whole, before[0], found.place[0])
                return (said.start(), before[1]) if said and not is_turned else None
        return None

    def _is_complement(self, lost: str, language: str) -> bool:
        """Whether it ends in "that", and nothing takes it back in its clause: "I can say that"."""
        clause = lost[_last_clause(lost, 0, len(lost)) :]
        words = words_of(clause)
        turned, denied = turn(language), denial(language)
        is_that = bool(words) and joins_clauses(words[-1], language)
        is_turned = bool(words and turned and turned.match(words[-1]))
        return is_that and not is_turned and not (denied and denied.search(clause))

    def _told_before(self, place: Place) -> str:
        """What a draft says before a quotation in its sentence: "nobody calls it “a rescue”"."""
        index = self.held.draft
        number = index.sentences_in(*place)[0]
        return index.whole[index.region(number)[0] : place[0]]

    def _begins_a_sentence(self, place: Place, stated: str) -> bool:
        """Whether a draft gives a whole sentence whose first letter stands inside one there."""
        first = self.held.draft.whole[place[0]]
        if SPACELESS.match(first):
            return self._ends_a_sentence(place)
        return first.isupper() and stated.islower()

    def _is_long(self, place: Place) -> bool:
        words = self.held.draft.whole[slice(*place)]
        return len(TOKEN.findall(words)) >= (_CHARACTERS if SPACELESS.search(words) else _WORDS)

    def _ends_a_sentence(self, place: Place) -> bool:
        """Whether a draft gives the words for the end of a sentence: "We wait."."""
        return self.held.draft.whole[slice(*place)].rstrip()[-1:] in _STOPS

    def _unlike(
        self, number: int, place: Place, words: list[str]
    ) -> tuple[DraftClaim, Quoted | None]:
        """Words that stand nowhere: what stands in their place, if there is anything like it."""
        held = self.held
        best: tuple[float, int, bool, SequenceMatcher[str], int] | None = None
        for in_marks in (True, False):
            for source, speech in enumerate(self.speeches):
                text = speech.quoted if in_marks else speech.whole
                near = text.nearest(words)
                if near is None:
                    continue
                matcher = SequenceMatcher(None, words, text.tokens.words[slice(*near)], False)
                share = sum(each.size for each in matcher.get_matching_blocks()) / len(words)
                if share >= _ALIKE and (best is None or share > best[0] + 0.1):
                    best = share, source, in_marks, matcher, near[0]
        if best is None:
            return held.claim("quotation", number, place, "absent", held.nowhere), None
        _, source, in_marks, matcher, first = best
        speech = self.speeches[source]
        tokens = (speech.quoted if in_marks else speech.whole).tokens
        blocks = [each for each in matcher.get_matching_blocks() if each.size]
        start = tokens.places[first + blocks[0].b][0]
        end = tokens.places[first + blocks[-1].b + blocks[-1].size - 1][1]
        differences = [*self._differences(place, source, tokens, matcher, first)]
        reason = f"{held.words(source, (start, end))} is what stands there"
        found = Quoted(source, (start, end), in_marks)
        claim = held.claim(
            "quotation", number, place, "contradicted", reason, (source, (start, end)),
            differences=differences,
        )  # fmt: skip
        return claim, found

    def _differences(
        self, place: Place, source: int, tokens: Tokens, matcher: SequenceMatcher[str], first: int
    ) -> Iterator[Difference]:
        mine = Tokens.of(self.held.draft, self.own.said([place])).places
        for tag, i, j, k, m in matcher.get_opcodes():
            outside = tag == "insert" and i in (0, len(mine))
            if tag == "equal" or outside:
                continue
            text = self.held.sources.indexes[source].whole
            if i == 0:  # what surrounds it in the source is no part of it
                k = max(k, m - (j - i))
            elif j == len(mine):
                m = _ended(text, tokens.places[: first + m], first + k + j - i) - first
            draft = self.held.draft.whole[mine[i][0] : mine[j - 1][1]] if j > i else ""
            theirs = tokens.places[first + k : first + m]
            stated = text[theirs[0][0] : theirs[-1][1]] if theirs else ""
            yield Difference(kind=self._kind(draft, stated), draft=draft, source=stated)

    def _kind(self, one: str, other: str) -> Literal["negation", "figure", "words"]:
        code = primary(self.held.language)
        denied = denial(code)
        if denied and bool(denied.search(one)) != bool(denied.search(other)):
            return "negation"
        if may_hold_number(one, code) or may_hold_number(other, code):
            return "figure"
        return "words"


def _ended(text: str, places: list[Place], at: int) -> int:
    """Where words end of which so many are meant, or one or two more before the next mark."""
    at = min(at, len(places))
    last = min(at + _MORE, len(places))
    while 0 < at < last and not text[places[at - 1][1] : places[at][0]].strip():
        at += 1
    return at


def _last_clause(text: str, start: int, end: int) -> int:
    """Where the last clause begins of some words; of words that a comma ends, all of them."""
    comma = max(text.rfind(each, start, end) for each in ",;，；、،؛")
    return comma + 1 if text[comma + 1 : end].strip() and comma >= start else start
