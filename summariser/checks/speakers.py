"""Who says the cited words, by the text: is it the speaker that is claimed?

Decided where a verb of speech stands with the words and its subject is named.  A pronoun, or a
description, is whoever was last named as speaking before it; this leaves a doubt, and so the
verdict is at worst `unchecked`.  Where nothing tells who speaks, a speaker is taken who is named
where the words are.  Who is named only where it is said who speaks, or next to it, may be the one,
or a neighbour: no verdict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from ..names import (
    Act,
    belongs_to_speaker,
    bodies_meant,
    find_full_names,
    find_opening,
    find_phrase,
    holds_person,
    how_told,
    is_a_body,
    is_kind_of_body,
    is_oblique,
    is_of_a_person,
    is_of_another_country,
    is_of_several,
    is_role,
    may_be_of_a_person,
    may_be_somebody,
    may_be_such,
    names_somebody,
    of_different_countries,
    only_opens,
    passes_on,
    perhaps_same,
    relation,
    same_name,
    same_surname,
    without_titles,
)
from ..schema import Evidence, Grounded, Named, Quoted, Verdict
from ..text import SPACELESS, is_stopped, primary
from .finding import Finding, Place, joined, quoted
from .index import Index
from .parts import part_of_another
from .scope import Scope

_BETWEEN = re.compile(r"[\W_]*")
_PARAGRAPHS = re.compile(r"\s*\n\s*")
_AT_THE_START, _OPENING = 80, 24
_FARTHEST = 8  # sentences between a name and what stands for it
_SAME = frozenset(
    "to_the_letter but_for_typography form longer surname_of_several perhaps short tied".split()
)


class Told(NamedTuple):
    """Who says something, by the words around it."""

    place: Place
    """The words that name the speaker."""
    sure: bool
    """Whether a verb of speech ties them to what is said."""


def check_speaker(scope: Scope, name: str, verbatim: str | None, path: str) -> Finding | None:
    """Whether the text lets this speaker say the cited words; None if it leaves that open."""
    claimed = _Claimed(scope.index, name, verbatim)
    acts = [act for number in scope.quoted_whole for act in scope.index.acts(number)]
    told = _governing(scope, acts)
    speakers = [*(each.place for each in told), *(act.speaker for act in acts if act.speaker)]
    mine = next((each for each in dict.fromkeys(speakers) if claimed.is_in(each)), None)
    another = _part_of_another(scope, mine) if mine else None
    if another:
        words = quoted(scope.index.text(another))
        reason = f"two speak in one sentence, and the claim has the words of {words}"
        return Finding("speaker", joined(path, "name"), "unchecked", reason, another)
    if mine:
        return Finding("speaker", joined(path, "name"), "exact", None, mine)
    signed = _signature(scope, claimed)
    if signed:
        return Finding("speaker", joined(path, "name"), "exact", None, signed)
    found = _by_nearness(scope, name, verbatim, joined(path, "name"))
    described = any(claimed.is_described_in(each.place) for each in told)
    if described or found.verdict not in ("exact", "unchecked"):
        return found
    other = _other_speaker(scope, claimed, told)
    if other:
        words = quoted(scope.index.text(other.place))
        reason = f"the text has {words} say it, not {quoted(name)}"
        verdict: Verdict = "contradicted" if other.sure else "unchecked"
        return found._replace(verdict=verdict, reason=reason, place=other.place)
    if found.verdict == "exact" and not claimed.is_introduced(scope):
        reason = f"{quoted(name)} is named only after {scope.listed}, and not as who says it"
        return found._replace(verdict="unchecked", reason=reason)
    stranger = _stranger(scope, claimed) if found.verdict == "exact" and not told else None
    if stranger:
        reason = f"{quoted(stranger)} is named in {scope.listed}, and {quoted(name)} is not"
        return found._replace(verdict="unchecked", reason=reason)
    named = (
        _is_named_first(scope, claimed, told)
        or _is_meant(scope, claimed, told)
        or _is_led_in(scope, claimed, told)
    )
    return found if named or found.verdict != "exact" else None


def says(index: Index, name: str, cited: Sequence[int]) -> Finding | None:
    """Whether the text has somebody of this name say these sentences; None if it leaves it open."""
    evidence = [Evidence.of(index.article, number) for number in cited]
    scope = Scope(Quoted.made(text="", evidence=evidence, attribution=[], quotes=[]), index)
    finding = check_speaker(scope, name, None, "speaker")
    claimed = _Claimed(index, name, None)
    if finding and finding.verdict == "unchecked" and finding.place:
        return None if claimed.is_in(finding.place) else finding  # named near by, as others are
    if finding and finding.verdict == "elsewhere" and scope.cited:
        return None if _last_named(claimed, _beginning(scope, []))[1] else finding  # 该负责人说
    return finding


def _part_of_another(scope: Scope, mine: Place) -> Place | None:
    """Who else speaks in the one sentence that is cited, and whose words the claim has."""
    number = scope.index.number_at(mine)
    if not isinstance(scope.item, Grounded) or number is None or [*scope.cited] != [number]:
        return None
    return part_of_another(scope.index, number, mine, scope.item.text)


def speaks_last(scope: Scope, mention: Named, words: str) -> bool:
    """Whether a pronoun says the cited words, and this is who last spoke by name before it."""
    index, language = scope.index, scope.index.article.language
    if mention.name is None or not scope.cited or how_told(words, language) != "pronoun":
        return False
    claimed = _Claimed(index, mention.name, words)
    acts = [act for number in scope.quoted_whole for act in index.acts(number)]
    told = _governing(scope, acts)
    same = all(_is_pronoun(words, index.text(each.place)) for each in told)
    return same and _is_meant(scope, claimed, told)


def describes_last(scope: Scope, mention: Named, words: str, *, speaker: bool) -> bool:
    """Whether a description may be of who last spoke by name before it.

    Of a `speaker` only if it is told to say the cited words.

    "The minister", once a name has been given; not where the article calls that name, or another,
    something else of the kind: "the interior minister" is no foreign minister.
    """
    index, cast, name = scope.index, scope.index.cast, mention.name
    language = index.article.language
    if name is None or not scope.cited or how_told(words, language) != "description":
        return False
    roles, bodies = [*filter(is_role, words.split())], bodies_meant(words)
    if names_somebody(words, cast) or is_a_body(name) == bool(roles) or not (roles or bodies):
        return False
    if is_of_several(words, language) or not (roles or speaker):
        return False
    if not may_be_such(name, bodies) or _is_called_otherwise(index, name, words, roles):
        return False
    if roles and not may_be_of_a_person(name, cast):
        return False
    claimed = _Claimed(index, name, words)
    if is_of_another_country(name, words, cast):
        return False
    acts = [act for number in scope.quoted_whole for act in index.acts(number)]
    told = _governing(scope, acts) if speaker else []
    if told:
        before = _beginning(scope, told)
    else:  # "The minister has called for talks": no verb of speech that is known
        place = index.first(words, scope.attributed_whole)
        if place is None or is_oblique(index.whole, place, language):
            return False
        before = place[0]
    same = all(index.holds_words(words, each.place) for each in told)
    return same and _spoke_last(claimed, before, of_a_person=bool(roles))


def _spoke_last(claimed: _Claimed, before: int, *, of_a_person: bool) -> bool:
    """Whether the last who was named as speaking before an offset is the claimed speaker."""
    index = claimed.index
    number = index.sentences_in(before, before + 1)[0]
    for each in range(number, max(number - _FARTHEST, 0), -1):
        for act in reversed(index.acts(each)):
            if act.speaker and act.speaker[1] <= before:
                if claimed.is_in(act.speaker):
                    return True
                words = index.text(act.speaker)
                if _is_another_description(claimed, words):
                    continue
                if of_different_countries(claimed.verbatim or "", words, primary(index.language)):
                    continue  # "the German minister" is no "Russian leader Ulan Sarin"
                is_one = (
                    holds_person(words)
                    or any(map(is_role, words.split()))
                    or any(map(holds_person, index.cast.full_names_with(words.split()[-1])))
                )
                if is_one or not of_a_person:
                    return False
    return False


def _is_another_description(claimed: _Claimed, words: str) -> bool:
    """Whether it says who speaks without a name, and so of whoever was named before it."""
    if claimed.verbatim and words.startswith(claimed.verbatim):
        return True
    described = how_told(words, claimed.index.article.language) == "description"
    return described and any(map(is_role, words.split()))


def _is_called_otherwise(index: Index, name: str, words: str, roles: list[str]) -> bool:
    """Whether the article calls the name something of the same kind, but in other words."""
    others = [word for word in words.split() if len(word) > 3 and not is_role(word)]
    for place in index.cast.described(name):
        described = index.text(place)
        alike = any(next(find_phrase(role, described), None) for role in roles)
        if alike and others and not any(next(find_phrase(w, described), None) for w in others):
            return True
    return False


def _is_pronoun(pronoun: str, words: str) -> bool:
    """Whether these are it, perhaps with an adverb that is written together with it: 他分析."""
    return words.startswith(pronoun) if SPACELESS.match(words) else words == pronoun


def _stranger(scope: Scope, claimed: _Claimed) -> str | None:
    """Another person, named in the cited sentences, outside all marks, which do not name this one.

    Perhaps it is they who say it: no verb tells.
    """
    index = scope.index
    if any(claimed.stands_in(number, len(index.whole)) for number in scope.cited):
        return None
    for number in scope.cited:
        spoken = index.quotations(number)
        for other in index.cast.others(claimed.name, [number]):
            place = index.first(other, [number])
            if place and index.cast.is_person(other) and not _is_within(place, spoken):
                return other
    return None


def _is_within(place: Place, quotations: list[Place]) -> bool:
    return any(start <= place[0] < end for start, end in quotations)


class _Claimed:
    """The speaker that a reply names."""

    def __init__(self, index: Index, name: str, verbatim: str | None) -> None:
        self.index = index
        self.name = name
        self.verbatim = verbatim

    def is_in(self, place: Place) -> bool:
        """Whether the words at a place are, or hold, this speaker's name."""
        index, name = self.index, self.name
        words = index.text(place)
        if index.holds_words(name, place):
            return not belongs_to_speaker(name, words, index.language)
        if self.bears(words):
            return True
        if find_full_names(words):  # somebody else's, whatever else is said of them
            return False
        return relation(name, words, index.cast, near=()).standing in _SAME

    def is_introduced(self, scope: Scope) -> bool:
        """Whether the cited sentences, the title, or what stands before them names this speaker.

        Or what follows in their paragraph: "he said. Tom Reed, who runs the port, also …".
        """
        if not scope.cited or self.follows(scope) or self.is_in_paragraph(scope):
            return True
        first, last = min(scope.cited), max(scope.cited)
        told = (number for number in scope.attributed if number < first)
        numbers = [0, *told, *range(max(1, first - _FARTHEST), last + 1)]
        known = [number for number in numbers if number in self.index.all_sentences]
        return any(self.stands_in(number, len(self.index.whole)) for number in known)

    def is_in_paragraph(self, scope: Scope) -> bool:
        """Whether the rest of the cited sentences' paragraph names this speaker."""
        end = self.index.region(max(scope.cited))[1]
        paragraph = self.index.whole.find("\n", end)
        last = len(self.index.whole) if paragraph < 0 else paragraph
        numbers = [each for each in self.index.sentences_in(end, last) if each > max(scope.cited)]
        return any(self.stands_in(number, len(self.index.whole)) for number in numbers)

    def follows(self, scope: Scope) -> bool:
        """Whether the next sentence, which is said to name who speaks, begins with this name."""
        index, after = self.index, max(scope.cited) + 1
        if after not in scope.attributed:
            return False
        start = index.region(after)[0]
        place = self.stands_in(after, start + _AT_THE_START)
        return place is not None

    @cached_property
    def _is_telling(self) -> bool:
        return how_told(self.verbatim or "", self.index.article.language) != "pronoun"

    def bears(self, words: str) -> bool:
        """Whether they hold the name, in any form; of Reed not "Reed's lawyer Ida Holm"."""
        return same_name(self.name, words) or any(
            self._bears_between_commas(each) for each in re.split("[,،]", words)
        )

    def _bears_between_commas(self, words: str) -> bool:
        full = [words[start:end] for start, end in find_full_names(words)]
        if full:
            return any(same_name(self.name, each) for each in full)
        return any(
            same_surname(self.name, word) and not is_kind_of_body(before)
            for before, word in pairwise(["", *words.split()])
        )

    def is_described_in(self, place: Place) -> bool:
        """Whether they are the words that the reply gives for the name."""
        index, words = self.index, self.verbatim
        if not words or not self._is_telling or not index.holds_words(words, place):
            return False
        return not belongs_to_speaker(words, index.text(place), index.language)

    def stands_in(self, number: int, before: int) -> Place | None:
        """Where a sentence names this speaker ahead of an offset, last."""
        index = self.index
        start, end = index.region(number)
        end = min(end, before)
        places = [each for each in index.find(self.name, [number]) if each[1] <= end]
        if self.verbatim and self._is_telling:
            places += [each for each in index.find(self.verbatim, [number]) if each[1] <= end]
        places += [
            each
            for each in index.cast.names_like(self.name, [number])
            if start <= each[0]
            and each[1] <= end
            and self.bears(index.text(each))
            and not is_kind_of_body(
                (index.whole[max(start, each[0] - 40) : each[0]].split() or [""])[-1]
            )
        ]
        return max(places, default=None)


def _governing(scope: Scope, acts: list[Act]) -> list[Told]:
    """Who is told to say the cited words: those by their quotations, or all who say something."""
    found: list[Told | None] = []
    for number in scope.cited:
        places = scope.index.quotations_around(number)
        spoken = [each for each in places if scope.index.is_said(each)]
        found += [speaker_at(scope.index, each) for each in spoken]
    told = [each for each in found if each]
    if not found or len(told) < len(found):
        told += [Told(act.speaker, True) for act in acts if act.speaker]
    return told


def _other_speaker(scope: Scope, claimed: _Claimed, told: list[Told]) -> Told | None:
    """Somebody else who says the words, as far as it is told."""
    index, language = scope.index, scope.index.article.language
    beside = _stands_beside(scope, claimed)
    for each in told:
        if not may_be_somebody(index.text(each.place)):
            continue
        telling = how_told(index.text(each.place), language)
        if telling == "name" and _only_opens(index, each.place):
            telling = "description"  # "Eğitim alanında … belirtti": a noun that begins a sentence
        if telling == "name" and index.cast.nouns_are_capitalised:
            telling = "name" if _is_named(claimed, each.place) else "description"
        if telling == "name" or _is_named(claimed, each.place):
            alone = all(_is_named(claimed, other.place) for other in told)
            return Told(each.place, each.sure and alone and not beside)
        earlier = _by_last_word(claimed, each.place) if telling == "description" else None
        if earlier and each.sure:
            return Told(each.place, False)
        number = index.sentences_in(*each.place)[0]
        before = index.whole[index.region(number)[0] : each.place[0]]
        if telling == "pronoun" and how_told(before, language) == "unnamed":
            telling = "unnamed"  # "A woman left; she said …"
        if telling == "unnamed" and each.sure:
            return Told(each.place, False)
    cited = [index.region(number) for number in scope.cited]
    if (beside and not told) or any(passes_on(index.whole, *each, language) for each in cited):
        return None
    if not scope.cited:
        return None
    first = _beginning(scope, told)
    other, is_claimed = _last_named(claimed, first)
    if is_claimed:
        return None
    if other and claimed.follows(scope):  # “…,” he said. Tom Reed, who runs the port, …
        breaks = len(_PARAGRAPHS.findall(index.whole, other.place[1], first))
        person = bool(find_full_names(index.text(other.place)))
        near = breaks == 0 or (breaks == 1 and person and not claimed.is_in_paragraph(scope))
        return other if near else None
    return other


def _only_opens(index: Index, place: Place) -> bool:
    """Whether a word has a capital for no other reason than that it begins the sentence."""
    words = index.text(place)
    return words != words.upper() and only_opens(place, index.cast)


def _by_last_word(claimed: _Claimed, place: Place) -> Place | None:
    """Who spoke before under a longer name that ends with these words: القاسمي."""
    index = claimed.index
    words = index.text(place)
    if words != words.upper() or " " in words or SPACELESS.match(words):
        return None
    number = index.sentences_in(*place)[0]
    for each in range(number, max(number - 2 * _FARTHEST, 0), -1):
        for act in index.acts(each):
            longer = act.speaker and index.text(act.speaker).endswith(f" {words}")
            if act.speaker and longer and not claimed.is_in(act.speaker):
                return act.speaker
    return None


def _stands_beside(scope: Scope, claimed: _Claimed) -> bool:
    """Whether the claimed speaker is named in the cited sentences as well, if not as speaking."""
    end = len(scope.index.whole)
    return any(claimed.stands_in(number, end) for number in scope.cited)


def _is_named_first(scope: Scope, claimed: _Claimed, told: list[Told]) -> bool:
    """Whether a cited sentence names nobody as its subject before the claimed speaker.

    Without capitals one does not see who else is named: there nobody else may be told to speak.
    """
    index = scope.index
    for number in scope.cited:
        place = index.first(claimed.name, [number])
        place = place or claimed.stands_in(number, len(index.whole))
        if place is None or is_oblique(index.whole, place, index.language):
            continue
        if told and SPACELESS.search(index.whole, *place):
            continue
        before = [each for each in index.cast.names([number]) if each[1] <= place[0]]
        if not any(_may_be_subject(each, number, claimed) for each in before):
            return True
    return False


def _may_be_subject(place: Place, number: int, claimed: _Claimed) -> bool:
    """Whether it names somebody else, outside all marks, whom no preposition makes an object."""
    index = claimed.index
    if is_oblique(index.whole, place, index.language) or only_opens(place, index.cast):
        return False
    if _is_within(place, index.quotations(number)) or not index.cast.is_a_name(index.text(place)):
        return False
    return not claimed.bears(index.text(place))


def _is_named(claimed: _Claimed, place: Place) -> bool:
    """Whether the words hold a full name, or a surname that the article gives in full."""
    words = claimed.index.text(place)
    full = [words[start:end] for start, end in find_full_names(words)]
    cast = claimed.index.cast
    # A verb tells that somebody speaks: where all nouns have capitals, too, it may be a name.
    if full and (not cast.nouns_are_capitalised or any(map(holds_person, full))):
        return True
    if not SPACELESS.search(words) and not names_somebody(words, cast):
        return False  # the chairman of FACC
    if without_titles(words) not in ("", words):
        return True  # Chancellor Reed
    last = words.split()[-1]
    return last[:1].isupper() and bool(claimed.index.cast.namesakes(claimed.name, last))


def _is_meant(scope: Scope, claimed: _Claimed, told: list[Told]) -> bool:
    """Whether a pronoun says it, and the claimed speaker was the last to be named before it."""
    index, language = scope.index, scope.index.article.language
    if not told or any(how_told(index.text(each.place), language) != "pronoun" for each in told):
        return False
    said = any(index.quotations(number) for number in scope.cited)
    if is_a_body(claimed.name) and any(
        is_of_a_person(index.text(each.place), language, said) for each in told
    ):
        return False
    return _last_named(claimed, _beginning(scope, told))[1]


def _signature(scope: Scope, claimed: _Claimed) -> Place | None:
    """Where the words are signed by the claimed speaker: the first line with a name behind them.

    "Tom Reed, who runs the port", a line of its own under what he says.
    """
    index = scope.index
    if not scope.cited:
        return None
    last = max(scope.cited)
    for number in range(last + 1, last + _FARTHEST):
        if number not in index.all_sentences:
            return None
        start, end = index.region(number)
        line = index.whole[start:end].strip()
        if is_stopped(line) or not _is_line(index, start, end):
            continue
        if number not in scope.attributed:
            return None
        place = claimed.stands_in(number, start + _AT_THE_START)
        return place if place and place[0] - start < _OPENING else None
    return None


def _is_line(index: Index, start: int, end: int) -> bool:
    first = index.whole.rfind("\n", 0, start) + 1
    last = index.whole.find("\n", end)
    around = index.whole[first:start] + index.whole[end : last if last >= 0 else None]
    return first > 0 and not around.strip()


def _is_led_in(scope: Scope, claimed: _Claimed, told: list[Told]) -> bool:
    """Whether words in quotation marks follow a sentence that names the claimed speaker last."""
    index = scope.index
    if not scope.cited or told or not any(map(index.is_said, index.quotations(scope.cited[0]))):
        return False
    start = index.region(scope.cited[0])[0]
    before = scope.cited[0] - 1
    if before < 1 or "\n" in index.whole[index.region(before)[1] : start]:
        return False
    return bool(claimed.stands_in(before, start)) and _last_named(claimed, start)[1]


def _beginning(scope: Scope, told: list[Told]) -> int:
    """Where the words begin that tell who speaks, or what is said."""
    first = scope.index.region(scope.cited[0])[0]
    return min((each.place[0] for each in told), default=first)


def _last_named(claimed: _Claimed, before: int) -> tuple[Told | None, bool]:
    """Who else was last named as speaking before an offset, or whether the claimed speaker was."""
    index, language = claimed.index, claimed.index.article.language
    number = index.sentences_in(before, before + 1)[0]
    for each in range(number, max(number - _FARTHEST, 0), -1):
        mine = claimed.stands_in(each, before)
        for act in reversed(index.acts(each)):
            place = act.speaker
            if place is None or place[1] > before or claimed.is_in(place):
                continue
            words = index.text(place)
            telling = how_told(words, language)
            unwritten = words == words.upper() and telling == "name"
            named = unwritten or _is_named(claimed, place)
            if named:
                is_claimed = bool(mine and mine[0] > place[0])
                return None if is_claimed else Told(place, False), is_claimed
            if mine and mine[0] < place[0] and SPACELESS.match(words) and telling != "pronoun":
                return None, False  # perhaps a name
        if mine:
            return None, True
        opening = _opening_name(index, each, before)
        if opening and each < number and not claimed.is_in(opening):
            return Told(opening, False), False
    return _in_title(claimed), False


def _in_title(claimed: _Claimed) -> Told | None:
    """Who else speaks in the title: "Tom Reed: port to close"."""
    index = claimed.index
    if 0 not in index.all_sentences:
        return None
    place = _opening_name(index, 0, len(index.whole))
    speaks = place and index.whole[place[1] : place[1] + 2].lstrip()[:1] in (":", "：")
    return Told(place, False) if place and speaks and not claimed.is_in(place) else None


def _opening_name(index: Index, number: int, before: int) -> Place | None:
    """The full name that a sentence begins with."""
    start, end = index.region(number)
    names = find_full_names(index.whole[start : min(end, before, start + _AT_THE_START)])
    if not names or names[0][0] >= _OPENING:
        return None
    opening = index.whole[start : start + names[0][0]]
    if how_told(opening, index.article.language) == "pronoun":
        return None  # «Ол бұл туралы Truth Social-дағы парақшасында жазды»
    place = start + names[0][0], start + names[0][1]
    return place if index.cast.is_a_name(index.text(place)) else None


def _by_nearness(scope: Scope, name: str, verbatim: str | None, path: str) -> Finding:
    """Whether the speaker is named where the words are or who speaks is said, or next to it."""
    cast = scope.index.cast
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
        spoken = [each for each in index.quotations(number) if index.is_said(each)]
        for other in index.cast.others(name, [number]) if spoken else ():
            place = index.first(other, [number])
            if place and not _is_within(place, spoken):
                yield other


def speaker_at(index: Index, place: Place) -> Told | None:
    """Who says what stands at a place between quotation marks."""
    numbers = index.sentences_in(*place)
    own = _in_sentence(index, numbers, place)
    if own:
        return own
    before = numbers[0] - 1
    paragraph = index.whole.rfind("\n", 0, place[0])
    if before < 1 or index.region(before)[0] < paragraph:
        return None
    named = [act.speaker for act in index.acts(before) if act.speaker]
    return Told(named[-1], False) if named else None


def _in_sentence(index: Index, numbers: range, place: Place) -> Told | None:
    text, language = index.whole, index.article.language
    spoken = sorted({each for number in numbers for each in index.quotations_around(number)})
    first, last = next(
        (each for each in spoken if each[0] < place[1] and place[0] < each[1]), place
    )
    acts = [act for number in {numbers[0], numbers[-1]} for act in index.acts(number)]
    for act in acts:
        beside = act.speaker and min(act.verb[0], act.speaker[0])
        if act.speaker and beside and beside >= last and _BETWEEN.fullmatch(text, last, beside):
            return Told(act.speaker, True)
        if act.speaker and first <= act.verb[0] < last:
            return Told(act.speaker, True)  # «Ждём, — сказал он, — и верим»
    for act in reversed(acts):
        apart = any(act.verb[1] < each[0] < first for each in spoken)
        if act.speaker and act.verb[1] <= first:
            return Told(act.speaker, not apart)
    if ":" in text[max(0, first - 4) : first]:
        start = index.region(numbers[0])[0]
        opening = find_opening(text, start, first, spoken, language)
        return Told(opening, False) if opening else None
    return None
