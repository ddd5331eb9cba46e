"""Who says it, as far as the words around it tell: verbs of speech, and on which side of them.

For holding a speaker that is claimed against the text.  What is found are the words that name the
speaker, a name as well as "the minister" or "he"; whose words they are is `relation`'s to say.
Nothing is found where a reader would have to know who is meant.  Not for what is said: the
quotations are given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from ..text import APOSTROPHES, small
from .clauses import (
    COMMA,
    FEW,
    PHRASE,
    SAID,
    Place,
    clause_within,
    is_a_person,
    phrase_before,
    phrase_behind,
)
from .described import and_words, holds_person
from .find import find_full_names
from .subjects import LED, LONGEST, find_subject, run_before
from .titles import is_role
from .verbs import WORD, Verbs, verbs_of
from .words import KNOWN

_BREAK = re.compile(rf"[{SAID};:：；\n]|\s[—–-]+\s|[!?…](?=\s)")
_DATELINE = re.compile(r"[^\W\d_a-zа-яё]{3,}(?:[ ,./()-]+[^\W\d_a-zа-яё]+)*[ ,./()]* [—–-] ")
_ASIDE = re.compile(r" [—–-] ([^—–;:\n]{3,120}?) [—–-]( )")  # "Holm - the mayor - said"
_APOSTROPHES = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_LAST_WORD = re.compile(r"([^\W\d_]+) \Z")
_LONG_WORD = 24
_BESIDE = re.compile(rf"{SAID}[\s,،.»›”“\"'」』—–-]*\Z")  # „…“, sagte
SPACE = re.compile(r"[\s,،.»›”“\"'」』—–-]*")


class Act(NamedTuple):
    """Somebody says something."""

    verb: Place
    """What tells it: a verb of speech, or "according to"."""
    speaker: Place | None
    """The words that name who; None where the verb has no subject beside it."""
    beside: bool
    """Whether it follows what is said: “…,” said Reed; "…, said Reed"."""


def find_acts(
    text: str, start: int, end: int, quotations: Sequence[Place], language: str
) -> list[Act]:
    """Who says something in a sentence, outside its quotations, in order.

    >>> text = "Ida Holm, who runs the port, said it was late."
    >>> [text[slice(*act.speaker)] for act in find_acts(text, 0, len(text), [], "en")]
    ['Ida Holm, who runs the port']
    >>> text = "“We wait,” said the minister."
    >>> [text[slice(*act.speaker)] for act in find_acts(text, 0, len(text), [(1, 9)], "en")]
    ['the minister']
    """
    known = verbs_of(language)
    if known is None:
        return []
    told = _told(text, start, end, _without_asides(text, quotations, known))
    if known.cites and known.cites.search(told):
        return []  # one who quotes is not the one who is quoted
    told = _without_dateline(told)
    if known.fillers:
        told = known.fillers.sub(lambda each: " " * len(each[0]), told)
    if known.order in ("subject first", "verb second"):
        told = _ASIDE.sub(lambda each: f" , {each[1]} ,{each[2]}", told)
    breaks = [0, *(each.end() for each in _BREAK.finditer(told))]
    told = told.rstrip(" .")
    phrases = [*_by_phrases(told, breaks, known)]
    acts = [*_by_verbs(told, breaks, known, {act.verb[1] for act in phrases}), *phrases]
    return sorted(
        Act(
            (start + act.verb[0], start + act.verb[1]),
            act.speaker and (start + act.speaker[0], start + act.speaker[1]),
            act.beside or _follows(told, act, known),
        )
        for act in acts
    )


def _without_dateline(told: str) -> str:
    """Without where, or by whom, it was written: "NORVIK (SNA) — "."""
    line = _DATELINE.match(told)
    return " " * line.end() + told[line.end() :] if line else told


def _follows(told: str, act: Act, known: Verbs) -> bool:
    """Whether a comma closes what is said before the verb, and who says it stands behind that."""
    if act.speaker is None or act.speaker < act.verb or known.order == "verb first":
        return False
    return told[max(0, act.verb[0] - 3) : act.verb[0]].rstrip().endswith((",", "،", "，"))


def points_back(text: str, start: int, end: int, language: str) -> bool:
    """Whether a sentence begins by telling who said what stands before it.

    >>> points_back("That is what Ida Holm said.", 0, 27, "en")
    True
    """
    known = verbs_of(language)
    return bool(known and known.points_back and known.points_back.match(text, start, end))


def closes_a_quotation(text: str, start: int, end: int, act: Act, language: str) -> bool:
    """Whether a sentence but tells who said the one before it: "“We go!” Ida Holm said."

    >>> text = "“We go!” Ida Holm said as she left."
    >>> closes_a_quotation(text, 9, len(text), Act((18, 22), (9, 17), False), "en")
    True
    """
    known = verbs_of(language)
    if known is None or act.speaker is None or known.order != "subject first":
        return False
    if text[start : act.speaker[0]].strip() or text[act.speaker[1] : act.verb[0]].strip():
        return False
    following = WORD.search(text, act.verb[1], end)
    ends = following is None or "," in text[act.verb[1] : following.start()]
    begins = known.joins - known.that - KNOWN.relative
    return ends or (following is not None and following[0].lower() in begins)


def without_asides(text: str, quotations: Sequence[Place], language: str) -> list[Place]:
    """The same quotations, each cut where it tells who speaks.

    >>> text = "«Ждём, – сказал он, – и верим»"
    >>> [text[start:end] for start, end in without_asides(text, [(1, len(text) - 1)], "ru")]
    ['Ждём', ' – и верим']
    """
    known = verbs_of(language)
    return [*_without_asides(text, quotations, known)] if known else [*quotations]


def _without_asides(text: str, quotations: Sequence[Place], known: Verbs) -> Iterator[Place]:
    """The quotations, each cut where it tells who speaks: «Ждём, – сказал он, – и верим»."""
    for first, last in quotations:
        for aside in known.aside.finditer(text, first, last) if known.aside else ():
            yield first, aside.start()
            first = aside.end()
        if first < last:
            yield first, last


def _told(text: str, start: int, end: int, quotations: Iterable[Place]) -> str:
    """What is told and not said, each character where it was."""
    pieces = []
    for first, last in quotations:
        first, last = max(start, first - 1), min(end, last + 1)
        if first < last:
            pieces += [text[start:first], SAID * (last - first)]
            start = last
    return "".join([*pieces, text[start:end]]).translate(_APOSTROPHES)


def _by_verbs(told: str, breaks: list[int], known: Verbs, taken: Collection[int]) -> Iterator[Act]:
    """By their verbs, but for those right behind a phrase that tells who speaks."""
    verbs = [*known.in_small.finditer(small(told))]
    starts = {verb.start() for verb in verbs}
    for said in re.finditer(f"{SAID}(?!{SAID})", told) if known.beside else ():
        behind = SPACE.match(told, said.end())
        first = behind.end() if behind else said.end()
        adverb = WORD.match(told, first)
        if adverb and known.adverb and known.adverb.fullmatch(adverb[0]):
            first = adverb.end() + 1
        verb = known.beside.match(told, first) if known.beside else None
        no_verb = known.prepositions | known.no_subject | known.described | known.that
        small_verb = verb is not None and not verb[0][:1].isupper()
        if verb and small_verb and verb[0] not in no_verb and verb.start() not in starts:
            verbs.append(verb)
    previous: Act | None = None
    for verb in sorted(verbs, key=lambda each: each.start()):
        if _begins_a_name(told, verb, known) or verb.start() - 1 in taken:
            continue
        if _is_a_noun(told, verb, known):
            continue
        first, last = _clause(told, breaks, verb.start(), verb.end())
        if previous and _is_joined(told, verb, known):
            yield Act(
                verb.span(), previous.speaker, False
            )  # "Ida Holm said no, and left, and said"
            continue
        agent = known.agents.match(told, verb.end()) if known.agents else None
        if agent:  # "a port opposed by Ida Holm"
            yield Act(verb.span(), phrase_behind(told, agent.end(), last, known), False)
            continue
        if _is_passive(told, first, verb, known):
            continue
        head, tail = verb.span()
        if known.auxiliary:
            for each in known.auxiliary.finditer(told, first, verb.start()):
                between = told[each.end() : verb.start()]
                if "," in between or (known.order == "verb first" and not between.strip()):
                    continue
                head, tail, last = each.start(), each.end(), verb.start()
        beside = _is_beside(told, head, known)
        speaker = find_subject(told, first, (head, tail), last, beside, known)
        if previous and speaker and speaker[0] <= previous.verb[0] < speaker[1]:
            speaker = _of_the_last_clause(told, previous, speaker, (head, tail), last, known)
        previous = Act(verb.span(), speaker, beside) if speaker else None
        yield Act(verb.span(), speaker, beside)


def _of_the_last_clause(
    told: str, act: Act, speaker: Place, verb: Place, last: int, known: Verbs
) -> Place:
    """The subject of a clause behind that of another verb: "…, he said, Holm added"."""
    relative = _LAST_WORD.search(told, max(0, act.verb[0] - _LONG_WORD), act.verb[0])
    if relative and relative[1].lower() in KNOWN.relative:
        return speaker
    if act.speaker and known.gerund and known.gerund.fullmatch(told, *verb):
        return act.speaker  # "Ida Holm issued a statement, saying …"
    object_ = _LAST_WORD.search(told, max(0, verb[0] - _LONG_WORD), verb[0])
    if object_ and object_[1].lower() in known.objects:  # «…, pero lo desmintió el ministro»
        return phrase_behind(told, verb[1], last, known) or speaker
    opened = clause_within(told, act.verb[1], verb[0], known)
    if opened:
        return opened
    found = phrase_before(told, act.verb[1], speaker[1], known)
    names = find_full_names(told[slice(*found)]) if found else []
    is_apart = found is not None and "," in told[act.verb[1] : found[0]]
    return found if found and is_apart and names else speaker


def _is_joined(told: str, verb: re.Match[str], known: Verbs) -> bool:
    """Whether "and" stands right before a verb, so that it is of who said something else."""
    word = _LAST_WORD.search(told, max(0, verb.start() - _LONG_WORD), verb.start())
    if known.order != "subject first" or not word or word[1].lower() not in and_words():
        return False
    behind = phrase_behind(told, verb.end(), verb.end() + _LONG_WORD, known)  # «y dijo Ida Holm»
    return behind is None or behind[0] > verb.end() + 1 or not told[behind[0]].isupper()


def _begins_a_name(told: str, verb: re.Match[str], known: Verbs) -> bool:
    """Whether it is a given name, and a verb follows the name: "spokeswoman Hope Lund said"."""
    if not told[verb.start() : verb.start() + 1].isupper():
        return False
    names = find_full_names(told[verb.start() : verb.end() + LED * 2])
    if not names or names[0][0] > 0 or not is_a_person(told[verb.start() :][slice(*names[0])]):
        return False
    behind = SPACE.match(told, verb.start() + names[0][1])
    return behind is not None and known.verb.match(told, behind.end()) is not None


def _is_a_noun(told: str, verb: re.Match[str], known: Verbs) -> bool:
    """Whether an article stands before it, and whose it is behind: «la replica di Ida Holm»."""
    word = _LAST_WORD.search(told, max(0, verb.start() - _LONG_WORD), verb.start())
    following = WORD.match(told, verb.end() + 1)
    has_article = word is not None and word[1].lower() in known.described
    return has_article and following is not None and following[0].lower() in KNOWN.of


def _is_beside(told: str, verb: int, known: Verbs) -> bool:
    """Whether what is quoted ends right before a verb, or before its adverb."""
    adverb = _LAST_WORD.search(told, max(0, verb - PHRASE * 2), verb)
    if adverb and known.adverb and known.adverb.fullmatch(adverb[1]):
        verb = adverb.start()
    return _BESIDE.search(told, max(0, verb - 8), verb) is not None


def _is_passive(told: str, first: int, verb: re.Match[str], known: Verbs) -> bool:
    """Whether it is a participle that no auxiliary makes what somebody says: «le plan critiqué»."""
    if known.passive and verb[0].endswith("ed"):
        return (
            known.passive.search(told, max(first, verb.start() - _LONG_WORD), verb.start())
            is not None
        )
    if not known.participles or not known.participles.fullmatch(verb[0]):
        return False
    before = " ".join(told[max(first, verb.start() - LONGEST) : verb.start()].split()[-FEW:])
    return not (SAID in before or (known.perfect and known.perfect.search(before)))


def _clause(told: str, breaks: list[int], start: int, end: int) -> Place:
    """What stands around some words, up to the next break; no farther than a clause may reach."""
    first = breaks[bisect_right(breaks, start) - 1]
    stop = _BREAK.search(told, end, end + LONGEST)
    return max(first, start - LONGEST), stop.start() if stop else min(len(told), end + LONGEST)


def _by_phrases(told: str, breaks: list[int], known: Verbs) -> Iterator[Act]:
    for phrase in known.before.finditer(told) if known.before else ():
        first, last = _clause(told, breaks, *phrase.span())
        following = WORD.match(told, phrase.end() + 1)
        if following and following[0].lower() in KNOWN.relative:  # "Holm, according to whom …"
            speaker = phrase_before(told, first, phrase.start(), known)
            if speaker:
                yield Act(phrase.span(), speaker, False)
            continue
        if following and following[0].lower() in known.objective:  # "according to him"
            yield Act(phrase.span(), following.span(), False)
            continue
        named = "speaker" in phrase.groupdict() and phrase["speaker"]  # „Nach Roths Angaben“
        speaker = (
            phrase.span("speaker") if named else phrase_behind(told, phrase.end(), last, known)
        )
        if speaker:
            yield Act(phrase.span(), speaker, False)
    for phrase in known.behind.finditer(told) if known.behind else ():
        first, _ = _clause(told, breaks, *phrase.span())
        speaker = phrase_before(told, first, phrase.start(), known)
        if speaker and known.indirect:  # „Die Bank hält dem Bericht zufolge …“
            *_, case = (None, *known.indirect.finditer(told, *speaker))
            speaker = (case.start(), speaker[1]) if case else speaker
        if speaker:
            yield Act(phrase.span(), speaker, False)


def find_opening(
    text: str, start: int, end: int, quotations: Sequence[Place], language: str
) -> Place | None:
    """Who or what a sentence begins with: before a colon and a quotation the speaker.

    "The villagers take it calmly: “We wait.”"  Not where the sentence itself is what somebody says.
    """
    known = verbs_of(language)
    if known is None:
        return None
    told = _told(text, start, end, quotations)
    if known.cites and known.cites.search(told):
        return None
    if _is_reported(told, known):
        return None
    found = _named_subject(told, known) or phrase_behind(told, 0, len(told), known)
    return found and (start + found[0], start + found[1])


def _named_subject(told: str, known: Verbs) -> Place | None:
    """A person who by the case is the subject: „Den Plan stellt der Chef Jan Roth in Frage“."""
    for phrase in known.nominative.finditer(told) if known.nominative else ():
        for _, end in find_full_names(told[phrase.end() :]):
            if is_a_person(told[phrase.end() : phrase.end() + end]):
                return phrase.start(), phrase.end() + end
    return None


def find_person_before(
    text: str, start: int, end: int, language: str, *, alone: bool
) -> Place | None:
    """A person's full name that ends at an offset; `alone` if nothing but a title stands before it.

    >>> text = "…”), and the Norvik minister Ida Holm"
    >>> place = find_person_before(text, 3, len(text), "en", alone=True)
    >>> place and text[slice(*place)]
    'Ida Holm'
    """
    known = verbs_of(language)
    told = text[start:end].rstrip()
    *_, name = (None, *find_full_names(told))
    if known is None or name is None or name[1] < len(told) or not holds_person(told[slice(*name)]):
        return None
    head = [word[0] for word in WORD.finditer(told, 0, name[0])]
    if head and head[0].lower() in and_words():
        del head[0]
    if alone and head and not _is_title(head, known):
        return None
    return start + name[0], start + name[1]


def find_topic_before(text: str, start: int, end: int, language: str) -> Place | None:
    """The subject that its particle sets right before an offset, in a script without spaces.

    >>> text = "港の浜田代表は「遅い。"
    >>> place = find_topic_before(text, 0, text.index("「"), "ja")
    >>> place and text[slice(*place)]
    '港の浜田代表'
    """
    known = verbs_of(language)
    if known is None or known.marked is None:
        return None
    told = text[start:end]
    place = run_before(told, len(told), known)
    is_at_once = place is not None and place[1] == len(told.rstrip("、")) - 1
    return (start + place[0], start + place[1]) if place and is_at_once else None


def _is_title(head: list[str], known: Verbs) -> bool:
    """Whether these words but tell who somebody is: "the Norvik minister", „der deutsche“."""
    if len(head) > FEW or any(known.verb.fullmatch(word) for word in head):
        return False
    is_article = head[0].lower() in known.described
    inflected = known.attributive and known.attributive.fullmatch(head[-1])
    return is_role(head[-1]) or (is_article and (len(head) == 1 or bool(inflected)))


def goes_on(text: str, start: int, end: int, language: str) -> bool:
    """Whether a sentence shows by its mood that it is what somebody said: „Der Hafen sei voll.“"""
    known = verbs_of(language)
    return known is not None and _is_reported(text[start:end], known)


def _is_reported(told: str, known: Verbs) -> bool:
    """Whether the verb of its first clause says so: not „er glaubt, der Hafen sei voll“."""
    comma = COMMA.search(told)
    first = comma.start() if comma else len(told)
    return bool(known.reported and known.reported.search(told, 0, first))
