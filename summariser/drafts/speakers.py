"""Who says it in a draft, held against who says it in the sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..checks import Index, Told, holds_the_floor, says, speaker_at
from ..names import (
    bare_of_courtesy,
    find_full_names,
    holds_person,
    how_told,
    is_a_body,
    is_institution,
    is_introduced,
    is_link,
    is_of_several,
    is_role,
    named_without_capitals,
    names_somebody,
    relation,
    same_name,
    same_surname,
    titled_in_full,
    without_opening_link,
    without_titles,
)
from ..schema import DraftClaim, Verdict
from ..text import SPACELESS, folded
from .held import Held
from .places import Place
from .quotations import Quoted
from .sources import At, word_traits

_BEFORE = 3  # sentences before one in which "he" says something
_SAME = 0.8
_ENOUGH = 0.8
_OPENING = 60


def check_quoted(held: Held, number: int, place: Place, found: Quoted) -> DraftClaim | None:
    """Whether the source has the same person say a quotation; None if the draft names nobody, or
    the source leaves it open.
    """
    draft = held.draft
    told = speaker_at(draft, place)
    speaker = _named(draft, told.place, number) if told else _led_in(draft, place, number)
    sure = speaker is not None
    speaker = speaker or (None if told else _only_named(draft, place, number))
    if speaker is None and told is None and any(not act.speaker for act in draft.acts(number)):
        speaker = _named_before(draft, place, number)  # «Lamentó …», of who spoke before
    if speaker is None:
        said = speaker_at(held.sources.indexes[found.source], found.place)
        if told is None or said is None or not said.sure:
            return None
        return _described_otherwise(held, number, told.place, found.source, said, found.place)
    index = held.sources.indexes[found.source]
    said = speaker_at(index, found.place)
    if (
        told
        and said
        and (
            folded(draft.text(told.place)) == folded(index.text(said.place))
            or _is_one_surname(draft.text(speaker), index.text(said.place))
        )
    ):
        there = (found.source, said.place)
        return held.claim("speaker", number, speaker, "computed", None, there)
    other = _another_person(held, speaker, index, said) if said and said.sure else None
    if (
        said
        and said.sure
        and other is None
        and (
            _is_another_body(held, speaker, index, said)
            or (told and _is_nobody_there(held, speaker, index, said))
        )
    ):
        reason = f"{held.words(found.source, said.place)} says it there"
        there = (found.source, said.place)
        return held.claim("speaker", number, speaker, "unchecked", reason, there)
    if other and said:
        reason = f"{held.words(found.source, said.place)} says it there, not “{other}”"
        there = (found.source, said.place)
        return held.claim("speaker", number, speaker, "contradicted", reason, there)
    cited = [each for each in index.sentences_in(*found.place) if each in index.all_sentences]
    claim = _claim(held, number, speaker, found.source, cited, sure=True)
    if (
        claim
        and claim.verdict == "unchecked"
        and told
        and _is_so_described(held, told, claim, index)
    ):
        return None
    if claim and claim.verdict == "unchecked" and not (said and said.sure):
        return claim if _is_of_another(claim, index, draft.text(speaker)) else None
    if claim and claim.verdict == "elsewhere":
        words = index.text(said.place) if said else ""
        has_capitals = words.lower() != words.upper()
        if has_capitals and not _names(words, index) and not _names(_words(claim), index):
            return None  # "the minister" of whom no sentence says who that is
        if said:
            claim.found = held.sources.span(found.source, said.place)
            claim.reason = f"{held.words(found.source, said.place)} says it there"
        elif _is_of_another(claim, index, draft.text(speaker)):
            claim.reason = f"{held.name(found.source)} has “{_words(claim)}” speak last before it"
        else:
            return None
    return claim if sure or (claim and claim.verdict != "absent") else None


def _is_so_described(held: Held, told: Told, claim: DraftClaim, index: Index) -> bool:
    """Whether the draft says of the speaker what the source calls who speaks: "Holm, the mayor"."""
    draft = held.draft
    start, end = draft.region(draft.sentences_in(*told.place)[0])
    around = draft.whole[max(start, told.place[0] - _OPENING) : min(end, told.place[1] + _OPENING)]
    words = _words(claim)
    if any(holds_person(words[slice(*each)]) for each in find_full_names(words)):
        return False
    return not _traits(around, held.language).isdisjoint(_traits(words, index.language))


def _is_one_surname(mine: str, theirs: str) -> bool:
    """Whether both are a surname with a courtesy, and the same: "Mr Reed", "Reed"."""
    bare = [*map(bare_of_courtesy, (mine, theirs))]
    return folded(bare[0]) == folded(bare[1]) and " " not in bare[0] and bare[0][:1].isupper()


def _is_of_another(claim: DraftClaim, index: Index, speaker: str) -> bool:
    """Whether a person spoke last before it in the source, and the draft has another say it.

    Of a body nobody can tell: it has its people.
    """
    words = _words(claim)
    names = (_in_full(each, index) for each in (speaker, words.split()[-1] if words else ""))
    return all(name is not None and index.cast.is_person(name) for name in names)


def _words(claim: DraftClaim) -> str:
    return claim.found.text if claim.found else ""


def _another_person(held: Held, speaker: Place, index: Index, said: Told) -> str | None:
    """The name of who speaks in the draft, if the source names another person as the speaker."""
    mine, words = held.draft.text(speaker), index.text(said.place)
    name = _in_full(mine, index)
    theirs = [words[slice(*each)] for each in find_full_names(words)]
    people = [each for each in theirs if holds_person(each)]
    if name is None or not holds_person(name) or len(people) != 1 or people != theirs:
        return None
    [other] = people
    shared = {*name.lower().split()} & {*words.lower().split()}
    return None if shared or same_name(name, other) or same_surname(name, other) else mine


def _is_another_body(held: Held, speaker: Place, index: Index, said: Told) -> bool:
    """Whether the source names one body as the speaker, and the draft another, not named there.

    Both by what they are, "the Selm Union", or in a script without spaces, 澜海公司.
    """
    mine, theirs = (
        without_opening_link(each) for each in (held.draft.text(speaker), index.text(said.place))
    )
    if not (is_a_body(mine) and is_a_body(theirs)) or theirs[0].islower():
        return False
    is_told = how_told(theirs, index.language) == "name" or is_institution(theirs.split()[0])
    if not SPACELESS.match(mine) and not (is_told and (" " in mine or mine.isupper())):
        return False
    if not _traits(mine, held.language).isdisjoint(_traits(theirs, index.language)):
        return False
    around = [*_beside(index, said.place)]
    return index.cast.place_of(mine, around, surname=True) is None


def _is_nobody_there(held: Held, speaker: Place, index: Index, said: Told) -> bool:
    """Whether the source's words for a speaker cannot be for the name in the draft.

    They name another, or describe somebody, and the draft's name does not stand near them.
    """
    draft, name, words = held.draft, held.draft.text(speaker), index.text(said.place)
    known = _in_full(name, index)
    if known is None or how_told(name, draft.language) != "name":
        return False
    around = _beside(index, said.place)
    is_near = index.cast.place_of(known, around, surname=True) is not None
    standing = relation(known, words, index.cast, around).standing
    if standing == "another":
        return index.cast.place_of(known, index.sentences_in(*said.place), surname=True) is None
    is_described = how_told(words, index.language) == "description"
    return standing == "description" and is_described and not is_near


def _described_otherwise(
    held: Held, number: int, words: Place, source: int, said: Told, near: Place
) -> DraftClaim | None:
    """Somebody who is only described, "the defence lawyer", where the source names another.

    No word for them stands in or beside the words of the source, nor beside the name of who speaks.
    """
    draft, index = held.draft, held.sources.indexes[source]
    if held.is_translated:
        return None
    if how_told(draft.text(words), held.language) != "description":
        return None
    if all(map(is_link, draft.text(words).split())):
        return None  # "La demande, adressée …"
    if how_told(index.text(said.place), index.language) != "name":
        return None
    several = said.sure and is_of_several(draft.text(words), held.language)
    numbers = [] if several else _beside(index, near)
    around = [index.text(index.region(each)) for each in numbers]
    described = _descriptions(index, without_titles(index.text(said.place)))
    told = " ".join([*around, *described])
    mine = _traits(draft.text(words), held.language)
    if not mine.isdisjoint(_traits(told, index.language)) or not _is_called_so(held, words):
        return None
    reason = f"{held.words(source, said.place)} says it there"
    return held.claim("speaker", number, words, "unchecked", reason, (source, said.place))


def _is_called_so(held: Held, words: Place) -> bool:
    """Whether a source calls anybody so: else it may be but another word for who speaks."""
    description = held.draft.text(words)
    if is_of_several(description, held.language):
        return True  # and one person is named there
    if not any(map(is_role, description.split())):
        return True
    return any(
        index.cast.tied_to(without_opening_link(description)) for index in held.sources.indexes
    )


def _descriptions(index: Index, words: str) -> Iterator[str]:
    """What the source says of whom these words for a speaker name, in full or by a surname."""
    names = {words, *(name for word in words.split() for name in _bearing(word, index))}
    for name in sorted(names):
        yield from map(index.text, index.cast.described(name))


def _beside(index: Index, place: Place) -> list[int]:
    cited = index.sentences_in(*place)
    return [each for each in range(cited[0] - 1, cited[-1] + 2) if each in index.all_sentences]


def _traits(words: str, language: str) -> set[str]:
    return {
        each for word in re.findall(r"\w+", words.lower()) for each in word_traits(word, language)
    }


def check_told(held: Held, number: int, within: list[Place]) -> Iterator[DraftClaim]:
    """The same of what is told without quotation marks, where one sentence tells the same."""
    if within:
        return
    for act in held.draft.acts(number):
        speaker = _named(held.draft, act.speaker, number) if act.speaker else None
        if speaker is None or act.speaker is None:
            continue
        alike = held.sources.alike_but(held.draft, number, act.speaker)
        for at in alike.near(_SAME):
            index = held.sources.indexes[at.source]
            told = _told_in(index, at.number)
            if alike.best < _ENOUGH or not held.reads_alike[at.source] or not told:
                continue
            words = held.draft.text(act.speaker)
            if any(index.text(each.place) == words for each in told):
                break
            claim = _claim(held, number, speaker, at.source, [at.number], sure=False)
            claim = claim or _anothers(held, number, speaker, at, alike[at])
            if claim:
                yield claim
                break


def _told_in(index: Index, number: int) -> list[Told]:
    """Who is told to speak in a sentence, or in those before it, if it is but what one says."""
    told = [Told(act.speaker, True) for act in index.acts(number) if act.speaker]
    floor = None if index.acts(number) else holds_the_floor(index, number)
    return [floor] if floor else told


def _anothers(held: Held, number: int, speaker: Place, at: At, score: float) -> DraftClaim | None:
    """What the source has one person say, where the draft names one who is not named near it."""
    index = held.sources.indexes[at.source]
    speakers = {each.place for each in _told_in(index, at.number)}
    named = [each for each in speakers if _names(index.text(each), index)]
    name = _in_full(held.draft.text(speaker), index)
    if score < _ENOUGH or len(named) != 1 or name is None:
        return None
    mine, theirs = folded(held.draft.text(speaker)), folded(index.text(named[0]))
    if mine.split()[-1] == theirs.split()[-1] or mine.endswith(theirs) or theirs.endswith(mine):
        return None  # by the surname
    finding = says(index, name, [at.number])
    goes_on = not index.acts(at.number) and finding is not None and finding.place == named[0]
    if finding is None or not (finding.verdict == "elsewhere" or goes_on):
        return None
    reason = f"{held.words(at.source, named[0])} says it there"
    return held.claim("speaker", number, speaker, "unchecked", reason, (at.source, named[0]))


def _names(words: str, index: Index) -> bool:
    """Whether words for a speaker give a name: "Ida Holm", "the chief economist Ida Holm"."""
    if all(map(is_role, words.split())):
        return False  # «Prezident»
    bare = without_opening_link(words)
    if (len(bare) > 1 and bare.isupper()) or (SPACELESS.match(words) and is_a_body(words)):
        return True  # "the SPA"
    if words[0].isupper() and (how_told(words, index.language) == "name" or _bearing(words, index)):
        return True
    if is_introduced(words, index.cast) or (
        SPACELESS.match(words) and named_without_capitals(words)
    ):
        return True
    people = [words[slice(*each)] for each in find_full_names(words)]
    return any(map(holds_person, people))


def _claim(
    held: Held, number: int, speaker: Place, source: int, cited: list[int], *, sure: bool
) -> DraftClaim | None:
    index = held.sources.indexes[source]
    name = _in_full(held.draft.text(speaker), index)
    if name is None:  # nobody of the source: the name is compared by itself
        return None
    finding = says(index, name, cited)
    if finding is None:
        return None
    found = (source, finding.place) if finding.place else None
    if finding.verdict == "exact":
        return held.claim("speaker", number, speaker, "computed", None, found)
    if finding.verdict != "contradicted" and not sure:
        return None
    named = index.text(finding.place) if finding.place else ""
    if finding.verdict in ("contradicted", "unchecked") and name in named:
        return None  # "a member of the Finance Ministry"
    verdict: Verdict = finding.verdict if sure else "unchecked"
    return held.claim("speaker", number, speaker, verdict, finding.reason, found)


def _named(draft: Index, words: Place, number: int) -> Place | None:
    """The name in the words for a speaker; of "he" the last who was named as speaking."""
    text = draft.whole[slice(*words)]
    telling = how_told(draft.text(words), draft.language)
    if telling == "pronoun":
        return _named_before(draft, words, number)
    if all(map(is_role, without_opening_link(text).split())):
        found = _named_before(draft, words, number)
        return found if found and _is_called(draft, found, text) else None
    names = find_full_names(text)
    if names:
        heads = [each for each in names if not _belongs(text[: each[0]])]
        people = [each for each in heads if holds_person(text[slice(*each)])]
        if not heads and any(map(is_role, text.split())):
            return None  # "the High Commissioner for Human Rights"
        first, last = (people or heads or names)[-1]
        bare = without_titles(text[first:last])
        if not bare:  # "the UN High Commissioner"
            return None
        return words[0] + last - len(bare), words[0] + last
    is_verb = any(act.verb[0] < words[1] and words[0] < act.verb[1] for act in draft.acts(number))
    if telling == "unnamed" or is_verb:
        return None
    if SPACELESS.search(text) or text.lower() == text.upper():
        return words[0], words[0] + len(re.split("[,،]", text)[0])
    if names_somebody(draft.text(words), draft.cast):
        capitalised = [word for word in text.split() if word[0].isupper()]
        if not capitalised:
            return None
        last_word = capitalised[-1]  # "räumte Altmooser ein"
        at = words[0] + text.rindex(last_word)
        return at, at + len(last_word)
    return None


def _is_called(draft: Index, name: Place, role: str) -> bool:
    """Whether a draft says the role of a name, too: of "the minister" "Transport Minister Reed"."""
    before = draft.whole[max(0, name[0] - _OPENING) : name[0]].split()
    called = " ".join([*filter(is_role, before), *_descriptions(draft, draft.text(name))])
    return not _traits(role, draft.language).isdisjoint(_traits(called, draft.language))


def _belongs(before: str) -> bool:
    """Whether a name is only what somebody is of: "Avi Ott of the Selm Policy Forum"."""
    words = before.rstrip('"“«„').split()
    while words and words[-1].islower() and not is_link(words[-1]) and len(words) > 1:
        words.pop()  # "of the right-wing "
    return len(words) > 1 and is_link(words[-1]) and words[-1].islower()


def _named_before(draft: Index, words: Place, number: int) -> Place | None:
    """Who was last named as speaking, or as what a sentence is about, before a pronoun."""
    for before in range(number, max(number - _BEFORE, 0), -1):
        for act in reversed(draft.acts(before)):
            if act.speaker and act.speaker[1] <= words[0]:
                told = how_told(draft.text(act.speaker), draft.language)
                if told != "pronoun":
                    return _named(draft, act.speaker, before)
        opening = _opening_name(draft, before) if before < number else None
        if opening:
            return opening
    return None


def _led_in(draft: Index, place: Place, number: int) -> Place | None:
    """Whom the sentence before begins with, if the words stand alone: "Holm was calm. “No.”"."""
    start, end = draft.region(number)
    outside = draft.whole[start : place[0]] + draft.whole[place[1] : end]
    if number < 2 or any(each.isalnum() for each in outside):
        return None
    return _opening_name(draft, number - 1)


def _only_named(draft: Index, place: Place, number: int) -> Place | None:
    """The one person whom the sentence of a quotation names: "In Reed's words, it is “late”"."""
    start, end = draft.region(number)
    people = [
        (start + first, start + last)
        for first, last in find_full_names(draft.whole[start:end])
        if not (place[0] <= start + first < place[1])
        and draft.whole[start + first].isupper()
        and holds_person(draft.whole[start + first : start + last])
    ]
    return people[0] if len(people) == 1 else None


def _opening_name(draft: Index, number: int) -> Place | None:
    first, last = draft.region(number)
    for start, end in find_full_names(draft.whole[first : min(last, first + _OPENING)]):
        counted = draft.whole[: first + start].rstrip()[-1:].isdigit()  # „500 Millionen Euro“
        if not counted and holds_person(draft.whole[first + start : first + end]):
            return first + start, first + end
    return None


def _in_full(name: str, index: Index) -> str | None:
    """The name as a source has it; None if it has nobody of this name."""
    name = bare_of_courtesy(name)  # "M. Delorme"
    if index.first(name, index.all_sentences):
        words = name.split()
        if len(words) > 1 or SPACELESS.search(name):
            return name
        return next(iter(_bearing(name, index)), name)
    titled = titled_in_full(name, index.cast)
    if titled:
        return titled[0] if len(titled) == 1 else None
    if SPACELESS.match(name):
        ends = (name[-size:] for size in (4, 3, 2))
        return next((end for end in ends if is_introduced(end, index.cast)), None)
    if name.lower() == name.upper():  # who has no capitals stands behind what they are
        parts = name.split()
        ends = (" ".join(parts[at:]) for at in range(1, len(parts)))
        return next((end for end in ends if index.first(end, index.all_sentences)), None)
    place = index.cast.place_of(name, index.all_sentences, surname=True)
    if place is None:
        return next(iter(_bearing(name.split()[-1], index)), None)
    full = without_titles(index.text(place))  # "the Selm chief Ida Holm"
    return full if " " in full else name


def _bearing(surname: str, index: Index) -> list[str]:
    return [
        without_titles(name) or name
        for name in index.cast.full_names_with(surname)
        if same_surname(name, surname)
    ]
