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
from itertools import pairwise
from typing import NamedTuple

from ..text import APOSTROPHES, SPACELESS, small
from .described import and_words, holds_person
from .find import find_full_names
from .lookup import names_a_day
from .titles import is_role
from .verbs import WORD, Verbs, verbs_of
from .words import KNOWN

Place = tuple[int, int]
_SAID = "\ufffc"  # stands for each character of what is quoted
_BREAK = re.compile(rf"[{_SAID};:：；\n]|\s[—–-]+\s|[!?…](?=\s)")
_COMMA = re.compile(r"[,،]")
_DATELINE = re.compile(r"[^\W\d_a-zа-яё]{3,}(?:[ ,./()-]+[^\W\d_a-zа-яё]+)*[ ,./()]* [—–-] ")
_ASIDE = re.compile(
    r" [—–-] ([^—–;:\n]{3,120}?) [—–-]( )"
)  # of a subject: "Holm - the mayor - said"
_APOSTROPHES = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_QUOTED = re.compile(f"{_SAID}+")
_LAST_WORD = re.compile(r"([^\W\d_]+) \Z")
_LED = 12
_LONG_WORD = 24
_LED_BY_DASH = re.compile(r"[—–-]\s*(?:\w{2,4} )?\Z")
_PHRASE, _FEW = 10, 4  # words
_LONGEST = 400  # characters of a clause on either side of its verb
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\w·・]+(?:[-‐–][\u3040-\u30ff\u3400-\u9fff]+)*")
_BESIDE = re.compile(rf"{_SAID}[\s,،.»›”“\"'」』—–-]*\Z")  # „…“, sagte
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
            pieces += [text[start:first], _SAID * (last - first)]
            start = last
    return "".join([*pieces, text[start:end]]).translate(_APOSTROPHES)


def _by_verbs(told: str, breaks: list[int], known: Verbs, taken: Collection[int]) -> Iterator[Act]:
    """By their verbs, but for those right behind a phrase that tells who speaks."""
    verbs = [*known.in_small.finditer(small(told))]
    starts = {verb.start() for verb in verbs}
    for said in re.finditer(f"{_SAID}(?!{_SAID})", told) if known.beside else ():
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
        first, last = _clause(told, breaks, verb.start(), verb.end())
        if previous and first <= previous.verb[0] and _is_joined(told, verb, known):
            yield Act(
                verb.span(), previous.speaker, False
            )  # "Ida Holm said no, and left, and said"
            continue
        agent = known.agents.match(told, verb.end()) if known.agents else None
        if agent:  # "a port opposed by Ida Holm"
            yield Act(verb.span(), _behind(told, agent.end(), last, known), False)
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
        speaker = _subject(told, first, (head, tail), last, beside, known)
        if previous and speaker and speaker[0] <= previous.verb[0] < speaker[1]:
            speaker = _of_the_last_clause(told, previous, speaker, known)
        previous = Act(verb.span(), speaker, beside) if speaker else None
        yield Act(verb.span(), speaker, beside)


def _of_the_last_clause(told: str, act: Act, speaker: Place, known: Verbs) -> Place:
    """The person a clause begins with behind that of another verb: "…, he said, Holm added"."""
    relative = _LAST_WORD.search(told, max(0, act.verb[0] - _LONG_WORD), act.verb[0])
    if relative and relative[1].lower() in KNOWN.relative:
        return speaker
    found = _in_front(told, act.verb[1], speaker[1], known)
    names = find_full_names(told[slice(*found)]) if found else []
    is_apart = found is not None and "," in told[act.verb[1] : found[0]]
    return found if found and is_apart and names else speaker


def _is_joined(told: str, verb: re.Match[str], known: Verbs) -> bool:
    """Whether "and" stands right before a verb, so that it is of who said something else."""
    word = _LAST_WORD.search(told, max(0, verb.start() - _LONG_WORD), verb.start())
    if known.order != "subject first" or not word or word[1].lower() not in and_words():
        return False
    behind = _behind(told, verb.end(), verb.end() + _LONG_WORD, known)  # «y dijo Ida Holm»
    return behind is None or behind[0] > verb.end() + 1 or not told[behind[0]].isupper()


def _begins_a_name(told: str, verb: re.Match[str], known: Verbs) -> bool:
    """Whether it is a given name, and a verb follows the name: "spokeswoman Hope Lund said"."""
    if not told[verb.start() : verb.start() + 1].isupper():
        return False
    names = find_full_names(told[verb.start() : verb.end() + _LED * 2])
    if not names or names[0][0] > 0 or not _is_a_person(told[verb.start() :][slice(*names[0])]):
        return False
    behind = SPACE.match(told, verb.start() + names[0][1])
    return behind is not None and known.verb.match(told, behind.end()) is not None


def _is_beside(told: str, verb: int, known: Verbs) -> bool:
    """Whether what is quoted ends right before a verb, or before its adverb."""
    adverb = _LAST_WORD.search(told, max(0, verb - _PHRASE * 2), verb)
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
    before = " ".join(told[max(first, verb.start() - _LONGEST) : verb.start()].split()[-_FEW:])
    return not (_SAID in before or (known.perfect and known.perfect.search(before)))


def _clause(told: str, breaks: list[int], start: int, end: int) -> Place:
    """What stands around some words, up to the next break; no farther than a clause may reach."""
    first = breaks[bisect_right(breaks, start) - 1]
    stop = _BREAK.search(told, end, end + _LONGEST)
    return max(first, start - _LONGEST), stop.start() if stop else min(len(told), end + _LONGEST)


def _by_phrases(told: str, breaks: list[int], known: Verbs) -> Iterator[Act]:
    for phrase in known.before.finditer(told) if known.before else ():
        first, last = _clause(told, breaks, *phrase.span())
        following = WORD.match(told, phrase.end() + 1)
        if following and following[0].lower() in KNOWN.relative:  # "Holm, according to whom …"
            speaker = _in_front(told, first, phrase.start(), known)
            if speaker:
                yield Act(phrase.span(), speaker, False)
            continue
        named = "speaker" in phrase.groupdict() and phrase["speaker"]  # „Nach Roths Angaben“
        speaker = phrase.span("speaker") if named else _behind(told, phrase.end(), last, known)
        if speaker:
            yield Act(phrase.span(), speaker, False)
    for phrase in known.behind.finditer(told) if known.behind else ():
        first, _ = _clause(told, breaks, *phrase.span())
        speaker = _in_front(told, first, phrase.start(), known)
        if speaker and known.indirect:  # „Die Bank hält dem Bericht zufolge …“
            *_, case = (None, *known.indirect.finditer(told, *speaker))
            speaker = (case.start(), speaker[1]) if case else speaker
        if speaker:
            yield Act(phrase.span(), speaker, False)


def _subject(
    told: str, first: int, verb: Place, last: int, beside: bool, known: Verbs
) -> Place | None:
    if SPACELESS.search(told, verb[0], verb[1]):
        return _run_in_front(told, verb[0], known)
    if beside:
        behind = _behind(told, verb[1], last, known)
        if behind or known.order != "verb last":
            return behind
    if known.order == "verb last":
        dash = _LED_BY_DASH.search(told, max(0, verb[0] - _LED), verb[0])  # «…, – dedi X»
        inverted = dash is not None or _closes_what_is_said(told, verb, known)
        return (inverted and _behind(told, verb[1], last, known)) or _at_the_start(
            told, verb[0], known
        )
    if known.order == "verb first":
        behind = _behind(told, verb[1], last, known)
        joined = known.verb.match(told, verb[0])
        if behind or (joined and joined["and"]) or len(told[first : verb[0]].split()) < 2:
            return behind
        phrase = [*WORD.finditer(told, first, verb[0])]
        while len(phrase) > 1 and phrase[0][0] in known.no_subject:
            del phrase[0]  # «أما حسن سالم، فقد دعا»
        while len(phrase) > 1 and phrase[-1][0] in known.no_subject:
            del phrase[-1]
        return phrase[0].start(), phrase[-1].end()
    pointing = known.points_back.match(told.lstrip()) if known.points_back else None
    if pointing and first == 0:
        return _in_front(told, len(told) - len(told.lstrip()) + pointing.end(), verb[0], known) or (
            _behind(told, verb[1], last, known)
        )
    if known.inverted and known.inverted.match(told, verb[1]):
        return _behind(told, verb[1], last, known)
    words = [each[0].lower() for each in WORD.finditer(told, first, verb[0])]
    if words and words[-1] in KNOWN.relative and known.order != "verb second":
        return _antecedent(told, first, verb[0], known)
    if len(words) > 1 and (words[-1] in known.joins or words[-1] in and_words()):
        return _clause_opening(told, first, verb[0], known)
    if known.order == "verb second" and told[first : verb[0]].rstrip().endswith(","):
        comma = _COMMA.search(told, first, verb[0])
        opening = WORD.search(told, first, verb[0])
        if comma and opening and _is_a_person(told[opening.start() : comma.start()]):
            return opening.start(), comma.start()  # „Ida Holm, eine der Frauen, die …, sagte“
        behind = _behind(told, verb[1], last, known)
        at_once = behind is not None and not told[verb[1] : behind[0]].strip()
        if at_once and known.reported and known.reported.search(told, first, verb[0]):
            return behind  # „Der Hafen sei voll, den man nun schließe, sagte Holm“
    in_front = _in_front(told, first, verb[0], known)
    closing = _closing(told, first, verb, last, known)
    if closing:
        return closing
    if _says_first(told, first, verb[0]):
        behind = _behind(told, verb[1], last, known)
        closed = behind and told[behind[1] : behind[1] + 1] in ("", ",", ".", "\n")
        if closed or (behind and known.order == "verb second"):
            return behind  # «Миру, добавляет министр, нужен порт»
    if in_front or known.order == "subject first":
        return in_front
    return _behind(told, verb[1], last, known)


def _closes_what_is_said(told: str, verb: Place, known: Verbs) -> bool:
    """Whether a comma, and no name, stands before a verb that only follows speech: «…, deydi X»."""
    if not (known.closes and known.closes.fullmatch(told, *verb)):
        return False
    before = told[: verb[0]].rstrip()
    *_, name = ((0, 0), *find_full_names(before[:-1]))
    return before.endswith(",") and name[1] < len(before) - 1


def _run_in_front(told: str, last: int, known: Verbs) -> Place | None:
    """Where words are not set apart: what stands between a comma and the verb."""
    if known.marked:
        start = max(0, last - _LONGEST)
        start = max(told.rfind(stop, start, last) + 1 for stop in "。！？\n") or start
        cuts = [
            start,
            *(edge for said in _QUOTED.finditer(told, start, last) for edge in said.span()),
        ]
        parts = zip(cuts[::2], [*cuts[1::2], last], strict=True)
        for first, end in reversed(list(parts)):
            first = max(told.rfind("、", first, end), first) if first > start else first
            while first < end and (told[first] in "、 " or told.startswith(known.particles, first)):
                first += 1
            marked = known.marked.search(told, first, end)
            if marked and marked.start() > first:
                # Of two, 「Aが…する中でBは」, the first is perhaps of a clause within.
                another = known.marked.search(told, marked.end(), end)
                if marked[0] in known.topic or marked.end() == last:
                    return first, marked.start()
                topic = _topic(told, start, first, known)  # 「Bは、Aが示す…との考えを示した」
                return topic or (None if another else (first, marked.start()))
        return None
    start = max(told.rfind(stop, max(0, last - _LONGEST), last) for stop in "。！？；\n") + 1
    runs = [run for run in _HAN.finditer(told, max(start, last - 128), last) if _SAID not in run[0]]
    if not runs or runs[-1].end() < last:
        return None
    run = runs[-1]
    if run[0].startswith(tuple(known.prepositions)) and len(runs) > 1:
        run = runs[0]  # 研究院发布报告，对方案表示赞同
    start = run.start()
    if _is_one_latin_name(told, start):  # Ida Holm
        start = runs[-2].start() if len(runs) > 1 and runs[-2].end() == start - 1 else start
    while passed := next((each for each in known.no_subject if told.startswith(each, start)), ""):
        start += len(passed)  # 据业内人士
    end = _without_time(told, start, _without_verb(told, start, run.end(), known), known)
    return (start, end) if start < end else None


def _is_one_latin_name(told: str, at: int) -> bool:
    """Whether only a space parts two words of a name in Latin letters."""
    around = told[max(0, at - 2) : at + 1]
    return len(around) == len("a H") and around[1] == " " and (around[0] + around[2]).isascii()


def _topic(told: str, start: int, end: int, known: Verbs) -> Place | None:
    """What a sentence is about, by the particle behind it, ahead of an offset."""
    for marked in known.marked.finditer(told, start, end) if known.marked else ():
        if marked[0] in known.topic and _SAID not in told[start : marked.start()]:
            first = max(told.rfind("、", start, marked.start()) + 1, start)
            return (first, marked.start()) if first < marked.start() else None
    return None


def _without_time(told: str, start: int, end: int, known: Verbs) -> int:
    """Where they end before what says when, or how: 管理局24日分别说."""
    while start < end:
        passed = next((each for each in known.no_subject if told.endswith(each, start, end)), "")
        day = known.when.search(told[start:end]) if known.when else None
        if passed:
            end -= len(passed)
        elif day:
            end = start + day.start()
        else:
            break
    return end


def _without_verb(told: str, start: int, end: int, known: Verbs) -> int:
    """Where the words end before one more verb: 管理局解释说."""
    sizes = (size for size in (3, 2) if end - size > start)
    verbs = (size for size in sizes if known.verb.fullmatch(told, end - size, end))
    return end - next(verbs, 0)


def _at_the_start(told: str, last: int, known: Verbs) -> Place | None:
    """The subject of a sentence that its verb ends: as far as the first name, or its comma."""
    start = end = -1
    last = min(last, _LONGEST)
    comma = _COMMA.search(told, 0, last)
    since = 0
    headed = _head_of_a_phrase(told, last, known) if comma else None
    if headed:
        return headed
    capitals: list[int] = []  # where the words end that follow what somebody is: of a name
    is_titled = False
    for word in WORD.finditer(told, 0, comma.start() if comma else last):
        between = told[max(0, end) : word.start()]
        if start >= 0 and (_SAID in between or (len(capitals) > 1 and between.strip())):
            break  # «…министрі Улан Сарин «Selm» …»
        named = word[0][0].isupper()
        if known.before and known.before.match(told, word.start()):
            start = end = -1  # «…söyleyen Ida Holm»: who says so stands behind
            continue
        small = word[0].lower()
        if start >= 0 and small in known.no_subject and _is_one_common_word(told[start:end]):
            start = end = -1  # «Жиын барысында министр …»
            continue
        if start < 0:
            if small in known.no_subject:
                continue
            start, end = word.span()
            if word[0].lower() in known.pronouns:
                break
        elif is_role(word[0]) and len(capitals) > 2:
            return start, capitals[-2]  # «Арлен президенті Улан Сарин Норвик президентіне …»
        elif named:
            end = word.end()
        if is_role(word[0]):
            is_titled, capitals = True, []
        elif named and is_titled:
            capitals.append(word.end())
        since = 0 if named else since + 1
        if since > 3:
            break
    return (start, _with_whose_it_is(told, end, known)) if start >= 0 else None


def _head_of_a_phrase(told: str, last: int, known: Verbs) -> Place | None:
    """Whom all that stands before a comma describes: «Norvikte çalışan Ida Holm, …»."""
    for comma in _COMMA.finditer(told, 0, last):
        *_, name = (None, *find_full_names(told[: comma.start()]))
        if name and name[1] == comma.start() and holds_person(told[slice(*name)]):
            return name
        *_, before, word = (None, None, *WORD.finditer(told, 0, comma.start()))
        if not before or not word or not word[0][0].isupper() or not known.attributive:
            continue
        if known.attributive.fullmatch(before[0]):  # «… dikkati çeken Holm, …»
            return word.span()
    return None


def _is_one_common_word(words: str) -> bool:
    """Whether what a sentence begins with may be but what a postposition stands behind."""
    return " " not in words and not is_role(words)


def _with_whose_it_is(told: str, end: int, known: Verbs) -> int:
    """Where a description ends that begins with whose it is: «Ali Veli'nin avukatı»."""
    marks = known.whose.finditer(told, max(end - _LED, 0), end + 2) if known.whose else ()
    word = WORD.match(told, end + 1) if any(mark.end() == end for mark in marks) else None
    return word.end() if word and word[0].lower() in known.possessed else end


def _says_first(told: str, first: int, last: int) -> bool:
    """Whether what is said stands before the verb: "The crane is late, said Ida Holm"."""
    return told[first:last].rstrip()[-1:] == "," and told.count(",", first, last) == 1


def _antecedent(told: str, first: int, last: int, known: Verbs) -> Place | None:
    """Whom a relative pronoun is of: "It is the harbour master who said …"."""
    first = max([first, *(each.end() for each in _COMMA.finditer(told, first, last - 8))])
    words = list(WORD.finditer(told, first, last))[:-1]
    cut = known.prepositions - known.within
    at = max((at for at, word in enumerate(words, 1) if word[0].lower() in cut), default=0)
    relative = told[:last].split()[-1:]
    if at and not known.that.isdisjoint(map(str.lower, relative)):
        return None  # «una decisión sobre Norvik que consideró un error»
    start = next((word.start() for word in words[at:] if opens_phrase(word, known)), None)
    if start is None or len(told[start:last].split()) > _PHRASE:
        return None
    return start, start + len(told[start : words[-1].end()].rstrip(" ,،"))


def _closing(told: str, first: int, verb: Place, last: int, known: Verbs) -> Place | None:
    """Who stands right behind what they say, however many commas it has: "…, in May, said Reed"."""
    if not known.closes or not told[first : verb[0]].rstrip().endswith(","):
        return None
    if not known.closes.fullmatch(told, *verb):
        return None
    behind = _behind(told, verb[1], last, known)
    if not behind or told[verb[1] : behind[0]].strip():
        return None
    words = told[slice(*behind)].split()
    following = WORD.match(told, behind[1] + 1)
    ends = told[behind[1] : behind[1] + 1] in ("", ",", ".", "\n")
    name = words[0].rpartition("'")[2]  # "l'OFAG"
    if not name[:1].isupper() and words[0] not in known.pronouns:
        # "Ida Holm, also an expert, said no."
        is_told = words[0] in known.described or is_role(words[0])
        return behind if ends and len(words) > 1 and is_told else None
    small = following[0].lower() if following else ""
    after = known.prepositions
    if words[0] not in known.pronouns:  # "said it was late": that of a pronoun is another verb
        after = after | KNOWN.relative | KNOWN.calendar
    return behind if ends or small in after else None


def _in_front(told: str, first: int, last: int, known: Verbs) -> Place | None:
    """The subject before a verb, with what stands in apposition to it."""
    cuts = [first, *(each.end() for each in _COMMA.finditer(told, first, last)), last + 1]
    found: Place | None = None
    weak: Place | None = None  # "also said", where the adverb is not known as one
    apposed = told[first:last].rstrip()[-1:] in (",", "،")
    for start, end in reversed(list(pairwise(cuts))):
        words = list(WORD.finditer(told, start, min(end, last)))
        if len(words) > 1 and words[0][0].lower() in KNOWN.relative:
            continue  # "The union, which had campaigned, said"
        if apposed and end <= last and _is_no_noun(words, known):
            continue  # „In dem Bericht, der gestern erschien, sagte“
        if end > last:
            words = _behind_subordinator(words, known)
        joined = bool(words) and words[0][0].lower() in known.joins
        if joined and end < last and not found:
            break  # a clause of its own: "After Ida Holm had left, …"
        if joined:
            del words[0]
        if not words:
            continue
        late = None
        behind = _adverb(words, known)  # "Later Ida Holm said", «В мае министр заявил»
        if behind and not apposed:
            late = _behind(told, behind, min(end, last), known)
        lower = not any(word[0][0].isupper() for word in words)
        telling = words[0][0].lower() in known.pronouns | known.described
        if not found and lower and len(words) < 3 and not telling and opens_phrase(words[0], known):
            weak = weak or (words[0].start(), last)
            if start > first:
                continue
        if late or opens_phrase(words[0], known):
            found = late[0] if late else words[0].start(), last
        elif found:
            break
        if late or (found and not apposed and not _several(words)):
            break
        if joined:
            break
    found = found or weak
    return found and _trimmed_phrase(told, *_of_its_own_clause(told, *found, known), known)


def _of_its_own_clause(told: str, start: int, end: int, known: Verbs) -> Place:
    """Without another clause: of "Ida Holm is late but the mayor" the mayor."""
    *_, last = (None, *WORD.finditer(told, start, end))
    is_at_once = last is not None and not told[last.end() : end].strip()
    if last and is_at_once and last[0].lower() in known.pronouns - KNOWN.relative:
        return last.start(), end  # "of a law he said"
    finite = known.finite.search(told, start, end) if known.finite else None
    if finite is None or finite.start() == start:
        return start, end
    following = WORD.match(told, end)
    is_participle = following is not None and following[0].endswith("ing")
    words = [*WORD.finditer(told, start, finite.start())]
    if "," in told[start : finite.start()] or any(w[0].lower() in KNOWN.relative for w in words):
        return start, end  # "Ida Holm, who is late, said"
    if is_participle:
        return start, finite.start()  # "Arlen is against the dam that will be built, saying …"
    for word in reversed([*WORD.finditer(told, finite.end(), end)]):
        if word[0].lower() in known.joins | known.pronouns | and_words():
            is_pronoun = word[0].lower() in known.pronouns
            opening = word if is_pronoun else WORD.search(told, word.end(), end)
            if opening is None:
                return start, finite.start()
            return (opening.start(), end) if opens_phrase(opening, known) else (start, end)
    return start, finite.start()


def _is_no_noun(words: list[re.Match[str]], known: Verbs) -> bool:
    """Where nouns have capitals: whether no noun ends the words, as one does a subject."""
    return known.order == "verb second" and len(words) > 1 and words[-1][0][0].islower()


def _behind_subordinator(words: list[re.Match[str]], known: Verbs) -> list[re.Match[str]]:
    """From the last word that opens a clause on: "at a time *when the dockers* fear"."""
    if not words or known.order == "verb second" or opens_phrase(words[0], known):
        return words
    opens = (KNOWN.relative | known.joins) - and_words()
    at = max((at for at, word in enumerate(words[:-1]) if word[0].lower() in opens), default=-1)
    return words[at + 1 :]


def _adverb(words: list[re.Match[str]], known: Verbs) -> int | None:
    """Where what says when ends, in front of a subject."""
    if known.order == "verb second":
        return None
    small = [word[0].lower() for word in words]
    at = 0
    while at < len(words):  # «Ранее в воскресенье посол заявил»
        if small[at] in known.no_subject:
            at += 1
        elif at + 2 < len(words) and small[at] in known.prepositions and names_a_day(small[at + 1]):
            at += 2
        else:
            break
    return words[at - 1].end() if at else None


def _trimmed_phrase(told: str, start: int, end: int, known: Verbs) -> Place:
    """Without the comma behind it; a pronoun is all there is to it: "he, too"."""
    word = WORD.match(told, start, end)
    if word and word[0].lower() in known.pronouns:
        return word.span()
    words = list(WORD.finditer(told, start, end))
    while len(words) > 1 and words[-1][0].lower() in known.prepositions | known.no_subject:
        end = words.pop().start()  # «M. Ott en avait appelé à …», "Ida Holm then said"
    return start, start + len(told[start:end].rstrip(" ,،"))


def _clause_opening(told: str, first: int, last: int, known: Verbs) -> Place | None:
    """What a clause begins with whose second verb has no subject: "Ida Holm left but said"."""
    starts = (first, *(each.end() for each in _COMMA.finditer(told, first, last)))
    words = (WORD.search(told, start, last) for start in starts)
    opening = next((word for word in words if word and opens_phrase(word, known)), None)
    if opening is None:
        return None
    return _trimmed_phrase(told, *_of_its_own_clause(told, opening.start(), last, known), known)


def _several(words: list[re.Match[str]]) -> bool:
    return any(word[0].lower() in and_words() for word in words)


def _behind(told: str, first: int, last: int, known: Verbs) -> Place | None:
    """The subject behind a verb, as far as the first comma."""
    start = end = -1
    passing = False  # the words of a preposition
    # «وقال الخبير في الشؤون البحرية حسن سالم: …»: all of it is the subject.
    comma = _COMMA.search(told, first, last)
    clause = WORD.search(told, comma.end(), last) if comma else None
    introduced = clause is not None and clause[0] in known.that  # «وزعم … حسن سالم، أن …»
    whole = known.order == "verb first" and (introduced or told[last : last + 1] == ":")
    time = known.when.match(told, first) if known.when else None
    first = time.end() if time else first
    for word in WORD.finditer(told, first, comma.start() if comma else last):
        small = word[0].lower()
        if start < 0 and small in known.that:
            break  # «وأضاف أن …», "añadió que …"
        if _goes_past(word, told[start:end], known):
            break
        preposition = small in known.prepositions and not (start >= 0 and small in known.within)
        if start >= 0:
            ends = small in known.no_subject and small not in known.within
            parts = small in known.parts or (not whole and (preposition or ends))
            if small in known.that or parts:
                break
            end = word.end()
        elif preposition or _is_led_by_case(word, known):
            passing = True
        elif start < 0 and _says_when(told, word, last):
            continue  # "dijo el lunes", "said on Monday"
        elif passing:
            after = told[word.end() : word.end() + 2]
            passing = not word[0][0].isupper() or (after[:1] == " " and after[1:].isupper())
        elif opens_phrase(word, known):
            start, end = word.span()
            if small in known.pronouns:
                break
    return (start, _with_apposed_name(told, start, end, last)) if start >= 0 else None


def _is_led_by_case(word: re.Match[str], known: Verbs) -> bool:
    """Whether a preposition is part of the word: «بمقارنة»."""
    attached = known.oblique if known.order == "verb first" else None
    return attached is not None and attached.match(word.string, word.start()) is not None


def _says_when(told: str, word: re.Match[str], last: int) -> bool:
    """Whether it is a day or a month, or an article before one."""
    following = WORD.search(told, word.end(), last)
    day = following[0] if following and word[0] in KNOWN.links else word[0]
    return day.islower() and names_a_day(day)


def _with_apposed_name(told: str, start: int, end: int, last: int) -> int:
    """Where a description ends that a name follows: "the head of the port, Ida Holm, …"."""
    if told[end : end + 2] != ", " or holds_person(told[start:end]):
        return end
    comma = _COMMA.search(told, end + 1, last)
    named = told[end + 2 : comma.start() if comma else last].rstrip(" .\n")
    return end + 2 + len(named) if _is_a_person(named) else end


def _is_a_person(words: str) -> bool:
    """Whether they are a person's full name, and nothing else."""
    return find_full_names(words) == [(0, len(words))] and holds_person(words)


def _goes_past(word: re.Match[str], phrase: str, known: Verbs) -> bool:
    """Where nouns have capitals: whether it follows the last of them, as a verb would."""
    small, last = word[0].lower(), phrase.rpartition(" ")[2].lstrip("(")  # „Jan Roth (CDU) ist“
    if known.order != "verb second" or not last[:1].isupper() or not word[0][0].islower():
        return False
    if last.lower() in known.described or _is_attributive(last, word, known):
        return False  # „Der deutsche Minister“, „sagte Norviks früherer Präsident“
    if small in known.described and not WORD.match(word.string, word.end() + 1):
        return True  # „räumte Holm ein“
    return not (small in known.within or small in known.described or small in and_words())


def _is_attributive(genitive: str, word: re.Match[str], known: Verbs) -> bool:
    """Whether it is an adjective between whose it is and what: „Norviks früherer Präsident“."""
    small = word[0].lower()
    if not genitive.endswith("s") or small in known.no_subject | known.prepositions:
        return False
    following = WORD.match(word.string, word.end() + 1)
    is_inflected = known.attributive is not None and known.attributive.fullmatch(small)
    return bool(is_inflected and following and following[0][0].isupper())


def opens_phrase(word: re.Match[str], known: Verbs) -> bool:
    """Whether a word may begin the words for a speaker, and not an adverb, say, or an object."""
    small = word[0].lower()
    if known.oblique and known.oblique.match(word.string, word.start()):
        return False
    if known.adverb and known.adverb.fullmatch(word[0]):
        return False
    if small in known.no_subject or small in known.prepositions or small in known.that:
        return False
    if small in known.pronouns or small in known.described or known.order != "verb second":
        return True
    return word[0][0].isupper() or word[0][0].isdigit()


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
    found = _named_subject(told, known) or _behind(told, 0, len(told), known)
    return found and (start + found[0], start + found[1])


def _named_subject(told: str, known: Verbs) -> Place | None:
    """A person who by the case is the subject: „Den Plan stellt der Chef Jan Roth in Frage“."""
    for phrase in known.nominative.finditer(told) if known.nominative else ():
        for _, end in find_full_names(told[phrase.end() :]):
            if _is_a_person(told[phrase.end() : phrase.end() + end]):
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
    place = _run_in_front(told, len(told), known)
    is_at_once = place is not None and place[1] == len(told.rstrip("、")) - 1
    return (start + place[0], start + place[1]) if place and is_at_once else None


def _is_title(head: list[str], known: Verbs) -> bool:
    """Whether these words but tell who somebody is: "the Norvik minister", „der deutsche“."""
    if len(head) > _FEW or any(known.verb.fullmatch(word) for word in head):
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
    comma = _COMMA.search(told)
    first = comma.start() if comma else len(told)
    return bool(known.reported and known.reported.search(told, 0, first))
