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

from ..names import (
    bodies_meant,
    find_full_names,
    how_told,
    is_link,
    is_oblique,
    is_of_several,
    is_role,
    may_be_of_a_person,
    may_be_somebody,
    named_together,
    only_opens,
    passes_on,
    perhaps_same,
    same_name,
    same_surname,
    stands_for,
)
from ..schema import Evidence, Grounded, Quoted, Verdict
from ..text import SPACELESS, is_stopped
from .claimed import AT_THE_START, FARTHEST, Claimed, is_named
from .finding import Finding, Place, joined, quoted
from .index import Index
from .parts import part_of_another
from .saying import Told, acts_of, beginning, governing
from .scope import Scope
from .whom import is_meant, last_named

_PARAGRAPHS = re.compile(r"\s*\n\s*")
_OPENING = 24


def check_speaker(scope: Scope, name: str, verbatim: str | None, path: str) -> Finding | None:
    """Whether the text lets this speaker say the cited words; None if it leaves that open."""
    claimed = Claimed(scope.index, name, verbatim)
    acts = acts_of(scope)
    told = governing(scope, acts)
    speakers = [*(each.place for each in told), *(act.speaker for act in acts if act.speaker)]
    mine = next((each for each in dict.fromkeys(speakers) if claimed.is_in(each)), None)
    mine = mine or next(
        (each for each in speakers if _refers_back(scope.index, claimed, each)), None
    )
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
    whose = [each for each in told if claimed.is_only_whose(scope.index.text(each.place))]
    described = [] if whose else [each for each in told if claimed.is_described_in(each.place)]
    is_body = found.verdict == "elsewhere" and bodies_meant(verbatim or "")
    if described and (is_body or found.verdict == "unchecked"):
        # Whether "the group" is this one, another check says.
        return found._replace(verdict="exact", reason=None, place=described[0].place)
    if described or found.verdict not in ("exact", "unchecked"):
        return found
    other = Told(whose[0].place, False) if whose else _other_speaker(scope, claimed, told)
    if other:
        words = quoted(scope.index.text(other.place))
        reason = f"the text has {words} say it, not {quoted(name)}"
        verdict: Verdict = "contradicted" if other.sure else "unchecked"
        return found._replace(verdict=verdict, reason=reason, place=other.place)
    if found.verdict == "unchecked" and told and is_meant(scope, claimed, told):
        return found._replace(verdict="exact", reason=None)  # whoever else stands there
    if found.verdict == "exact" and not claimed.is_introduced(scope):
        reason = f"{quoted(name)} is named only after {scope.listed}, and not as who says it"
        return found._replace(verdict="unchecked", reason=reason)
    stranger = _stranger(scope, claimed) if found.verdict == "exact" and not told else None
    if stranger:
        reason = f"{quoted(stranger)} is named in {scope.listed}, and {quoted(name)} is not"
        return found._replace(verdict="unchecked", reason=reason)
    named = (
        _is_named_first(scope, claimed, told)
        or is_meant(scope, claimed, told)
        or _is_led_in(scope, claimed, told)
    )
    return found if named or found.verdict != "exact" else None


def says(index: Index, name: str, cited: Sequence[int]) -> Finding | None:
    """Whether the text has somebody of this name say these sentences; None if it leaves it open.

    Of one who is named `elsewhere`, the place is where another is named who spoke before.
    """
    evidence = [Evidence.of(index.article, number) for number in cited]
    scope = Scope(Quoted.made(text="", evidence=evidence, attribution=[], quotes=[]), index)
    finding = check_speaker(scope, name, None, "speaker")
    claimed = Claimed(index, name, None)
    if finding and finding.verdict == "unchecked" and finding.place:
        return None if claimed.is_in(finding.place) else finding  # named near by, as others are
    if finding and finding.verdict == "elsewhere" and scope.cited:
        told = [each for each in governing(scope, acts_of(scope)) if each.sure]
        tellings = {how_told(index.text(each.place), index.language) for each in told}
        if tellings == {"name"}:
            return finding._replace(place=told[0].place)
        other, is_claimed = last_named(claimed, beginning(scope, []))
        if is_claimed:  # 该负责人说
            return None
        return finding._replace(place=other.place) if other else finding
    return finding


def _refers_back(index: Index, claimed: Claimed, place: Place) -> bool:
    """Whether a pronoun stands for whom its own sentence began with: "Selm fell, as it said"."""
    number = index.number_at(place)
    if number is None or how_told(index.text(place), index.language) != "pronoun":
        return False
    start = index.region(number)[0]
    opening = claimed.stands_in(number, min(place[0], start + AT_THE_START))
    if opening is None or is_oblique(index.whole, opening, index.language):
        return False
    others = (
        each for each in index.cast.names([number]) if opening[1] <= each[0] and each[1] <= place[0]
    )
    return not any(_may_be_subject(each, number, claimed) for each in others)


def _part_of_another(scope: Scope, mine: Place) -> Place | None:
    """Who else speaks in the one sentence that is cited, and whose words the claim has."""
    number = scope.index.number_at(mine)
    if not isinstance(scope.item, Grounded) or number is None or [*scope.cited] != [number]:
        return None
    return part_of_another(scope.index, number, mine, scope.item.text)


def _stranger(scope: Scope, claimed: Claimed) -> str | None:
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


def _other_speaker(scope: Scope, claimed: Claimed, told: list[Told]) -> Told | None:
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
            telling = "name" if is_named(claimed, each.place) else "description"
        if telling == "unnamed" and _is_named_next(claimed, each.place):
            continue
        if telling == "name" or (telling != "unnamed" and is_named(claimed, each.place)):
            alone = all(is_named(claimed, other.place) for other in told)
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
    first = beginning(scope, told)
    other, is_claimed = last_named(claimed, first)
    if is_claimed:
        return None
    several = any(is_of_several(index.text(each.place), language) for each in told)
    if other and several and may_be_of_a_person(index.text(other.place), index.cast):
        return None  # "Both boards said": it is no single person
    if other and claimed.follows(scope):  # “…,” he said. Tom Reed, who runs the port, …
        breaks = len(_PARAGRAPHS.findall(index.whole, other.place[1], first))
        person = bool(find_full_names(index.text(other.place)))
        near = breaks == 0 or (breaks == 1 and person and not claimed.is_in_paragraph(scope))
        return other if near else None
    return other


def _is_named_next(claimed: Claimed, place: Place) -> bool:
    """Whether the next sentence says who it was: "A docker left. Ida Holm, a foreman, was ill"."""
    index = claimed.index
    after = index.sentences_in(*place)[-1] + 1
    if after not in index.all_sentences:
        return False
    named = claimed.stands_in(after, index.region(after)[0] + AT_THE_START)
    apposed = re.match(r", (\w+) ", index.whole[named[1] :]) if named else None
    return apposed is not None and is_link(apposed[1])


def _only_opens(index: Index, place: Place) -> bool:
    """Whether a word has a capital for no other reason than that it begins the sentence."""
    words = index.text(place)
    return words != words.upper() and only_opens(place, index.cast)


def _by_last_word(claimed: Claimed, place: Place) -> Place | None:
    """Who spoke before under a longer name that ends with these words: القاسمي."""
    index = claimed.index
    words = index.text(place)
    if words != words.upper() or " " in words or SPACELESS.match(words):
        return None
    number = index.sentences_in(*place)[0]
    for each in range(number, max(number - 2 * FARTHEST, 0), -1):
        for act in index.acts(each):
            longer = act.speaker and index.text(act.speaker).endswith(f" {words}")
            if act.speaker and longer and not claimed.is_in(act.speaker):
                return act.speaker
    return None


def _stands_beside(scope: Scope, claimed: Claimed) -> bool:
    """Whether the claimed speaker is named in the cited sentences as well, if not as speaking."""
    return any(_stands_outside_marks(scope.index, claimed, number) for number in scope.cited)


def _stands_outside_marks(index: Index, claimed: Claimed, number: int) -> bool:
    place = claimed.stands_in(number, len(index.whole))
    while place and _is_within(place, index.quotations(number)):
        place = claimed.stands_in(number, place[0])
    return place is not None


def _is_named_first(scope: Scope, claimed: Claimed, told: list[Told]) -> bool:
    """Whether a cited sentence names nobody as its subject before the claimed speaker.

    Without capitals one does not see who else is named: there nobody else may be told to speak.
    """
    index = scope.index
    if any(each.sure and _is_of_a_person(index, each.place) for each in told) and not (
        may_be_of_a_person(claimed.name, index.cast) or claimed.name.isupper()
    ):
        return False  # "the minister said": it is she, whatever stands beside
    for number in scope.cited:
        place = index.first(claimed.name, [number])
        place = place or claimed.stands_in(number, len(index.whole))
        if place is None or is_oblique(index.whole, place, index.language):
            continue
        if _is_within(place, index.quotations(number)):
            continue  # whom the speaker speaks of
        if told and SPACELESS.search(index.whole, *place):
            continue
        before = [each for each in index.cast.names([number]) if each[1] <= place[0]]
        if not any(_may_be_subject(each, number, claimed) for each in before):
            return True
    return False


def _is_of_a_person(index: Index, place: Place) -> bool:
    """Whether words for a speaker describe a person."""
    words = index.text(place)
    described = how_told(words, index.language) in ("description", "unnamed")
    return described and any(map(is_role, words.split()))


def _may_be_subject(place: Place, number: int, claimed: Claimed) -> bool:
    """Whether it names somebody else, outside all marks, whom no preposition makes an object."""
    index = claimed.index
    if is_oblique(index.whole, place, index.language) or only_opens(place, index.cast):
        return False
    if _is_within(place, index.quotations(number)) or not index.cast.is_a_name(index.text(place)):
        return False
    return not claimed.bears(index.text(place))


def _signature(scope: Scope, claimed: Claimed) -> Place | None:
    """Where the words are signed by the claimed speaker: the first line with a name behind them.

    "Tom Reed, who runs the port", a line of its own under what he says.
    """
    index = scope.index
    if not scope.cited:
        return None
    last = max(scope.cited)
    for number in range(last + 1, last + FARTHEST):
        if number not in index.all_sentences:
            return None
        start, end = index.region(number)
        line = index.whole[start:end].strip()
        if is_stopped(line) or not _is_line(index, start, end):
            continue
        if number not in scope.attributed:
            return None
        place = claimed.stands_in(number, start + AT_THE_START)
        return place if place and place[0] - start < _OPENING else None
    return None


def _is_line(index: Index, start: int, end: int) -> bool:
    first = index.whole.rfind("\n", 0, start) + 1
    last = index.whole.find("\n", end)
    around = index.whole[first:start] + index.whole[end : last if last >= 0 else None]
    return first > 0 and not around.strip()


def _is_led_in(scope: Scope, claimed: Claimed, told: list[Told]) -> bool:
    """Whether words in quotation marks follow a sentence that names the claimed speaker last."""
    index = scope.index
    if not scope.cited or told or not any(map(index.is_said, index.quotations(scope.cited[0]))):
        return False
    start = index.region(scope.cited[0])[0]
    before = scope.cited[0] - 1
    if before < 1 or "\n" in index.whole[index.region(before)[1] : start]:
        return False
    return bool(claimed.stands_in(before, start)) and last_named(claimed, start)[1]


def _by_nearness(scope: Scope, name: str, verbatim: str | None, path: str) -> Finding:
    """Whether the speaker is named where the words are or who speaks is said, or next to it."""
    cast = scope.index.cast
    for numbers, others in (
        (scope.quoted_whole, iter(())),
        (scope.attributed_whole, _beside_quotations(scope, name)),
        (scope.nearby, cast.others(name, scope.cited)),
    ):
        place = _place_of(name, scope.index, numbers)
        if verbatim and _is_form(name, verbatim, scope.index):
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


def _is_form(name: str, words: str, index: Index) -> bool:
    """Whether the words are the name, in another form or shortened."""
    same = same_name(name, words) or same_surname(name, words)
    return same or stands_for(name, words, index.cast)


def _place_of(name: str, index: Index, numbers: Sequence[int]) -> Place | None:
    """Where these sentences name it; of persons named together the first, if they name all."""
    cast = index.cast
    found = cast.place_of(name, numbers, surname=True)
    together = [cast.place_of(each, numbers, surname=True) for each in named_together(name)]
    return found or (together[0] if all(together) and together else None)


def _beside_quotations(scope: Scope, name: str) -> Iterator[str]:
    """Who else is named where somebody is quoted, outside the marks: perhaps who says it."""
    index = scope.index
    for number in scope.cited:
        spoken = [each for each in index.quotations(number) if index.is_said(each)]
        for other in index.cast.others(name, [number]) if spoken else ():
            place = index.first(other, [number])
            if place and not _is_within(place, spoken):
                yield other
