"""Where the subject of a verb of speech stands, by the order of words in the language."""

from __future__ import annotations

import re

from ..text import SPACELESS
from .clauses import (
    COMMA,
    FEW,
    PHRASE,
    SAID,
    Place,
    clause_opening,
    is_a_person,
    opens_phrase,
    phrase_before,
    phrase_behind,
)
from .described import and_words, holds_person
from .find import find_full_names
from .titles import is_role
from .verbs import WORD, Verbs
from .words import KNOWN

LONGEST = 400
"""Characters of a clause on either side of its verb."""
LED = 12  # characters before a verb
_QUOTED = re.compile(f"{SAID}+")
_LED_BY_DASH = re.compile(r"[—–-]\s*(?:\w{2,4} )?\Z")
_OBJECT_LED = re.compile(r"(\w+) [^\W\d_]{1,2}['’]\Z")
_BRACKETED = re.compile(r"[（(][^（）()]{1,40}[）)]\Z")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\w·・]+(?:[-‐–][\u3040-\u30ff\u3400-\u9fff]+)*")


def find_subject(
    told: str, first: int, verb: Place, last: int, beside: bool, known: Verbs
) -> Place | None:
    if SPACELESS.search(told, verb[0], verb[1]):
        return run_before(told, verb[0], known)
    if beside:
        behind = phrase_behind(told, verb[1], last, known)
        if behind or known.order != "verb last":
            return behind
    if known.order == "verb last":
        dash = _LED_BY_DASH.search(told, max(0, verb[0] - LED), verb[0])  # «…, – dedi X»
        inverted = dash is not None or _closes_what_is_said(told, verb, known)
        return (inverted and phrase_behind(told, verb[1], last, known)) or _at_the_start(
            told, verb[0], known
        )
    if known.order == "verb first":
        if told[verb[1] :].lstrip().startswith("("):  # «وقال (ليس لدينا علم)»
            return None
        behind = phrase_behind(told, verb[1], last, known)
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
        return phrase_before(
            told, len(told) - len(told.lstrip()) + pointing.end(), verb[0], known
        ) or (phrase_behind(told, verb[1], last, known))
    if known.inverted and known.inverted.match(told, verb[1]):
        return phrase_behind(told, verb[1], last, known)
    before = _without_auxiliary([*WORD.finditer(told, first, verb[0])], verb, known)
    words = [each[0].lower() for each in before]
    if words and words[-1] in known.of_persons:
        return before[-1].span()  # "to clear things up he said"
    if words and words[-1] in KNOWN.relative and known.order != "verb second":
        return _antecedent(told, first, before[-1].end(), known)
    if len(words) > 1 and (words[-1] in known.joins or words[-1] in and_words()):
        return clause_opening(told, first, verb[0], known)
    if known.order == "verb second" and told[first : verb[0]].rstrip().endswith(","):
        comma = COMMA.search(told, first, verb[0])
        opening = WORD.search(told, first, verb[0])
        if comma and opening and is_a_person(told[opening.start() : comma.start()]):
            return opening.start(), comma.start()  # „Ida Holm, eine der Frauen, die …, sagte“
        behind = phrase_behind(told, verb[1], last, known)
        at_once = behind is not None and not told[verb[1] : behind[0]].strip()
        if at_once and known.reported and known.reported.search(told, first, verb[0]):
            return behind  # „Der Hafen sei voll, den man nun schließe, sagte Holm“
    led = _OBJECT_LED.search(told, first, verb[0])
    if led and led[1].lower() in known.joins:  # «comme l'explique Ida Roux»
        return phrase_behind(told, verb[1], last, known)
    absolute = _behind_with(told, first, verb, known)
    if absolute:
        return absolute
    in_front = phrase_before(told, first, verb[0], known)
    if in_front and known.gerund and known.gerund.fullmatch(told, *verb):
        in_front = _of_a_gerund(told, first, verb[0], in_front, known)
    closing = _closing(told, first, verb, last, known)
    if closing:
        return closing
    if _says_first(told, first, verb[0]):
        behind = phrase_behind(told, verb[1], last, known)
        closed = behind and told[behind[1] : behind[1] + 1] in ("", ",", ".", "\n")
        if closed or (behind and known.order == "verb second"):
            return behind  # «Миру, добавляет министр, нужен порт»
    if in_front or known.order == "subject first":
        return in_front
    return phrase_behind(told, verb[1], last, known)


def _without_auxiliary(
    words: list[re.Match[str]], verb: Place, known: Verbs
) -> list[re.Match[str]]:
    """The words before a verb, without what makes a gerund finite: "who *is* saying"."""
    is_gerund = words and known.gerund and known.gerund.fullmatch(words[0].string, *verb)
    if is_gerund and known.finite and known.finite.fullmatch(words[-1][0]):
        return words[:-1]
    return words


def _behind_with(told: str, first: int, verb: Place, known: Verbs) -> Place | None:
    """Who speaks in "…, *with* the mayor telling the port that it was late"."""
    if not (known.absolute and known.gerund and known.gerund.fullmatch(told, *verb)):
        return None
    words = [*WORD.finditer(told, first, verb[0])]
    at = max((at for at, word in enumerate(words) if word[0].lower() in known.absolute), default=-1)
    if at < 0 or not 1 < len(words) - at <= FEW + 1:
        return None
    is_led = told[: words[at].start()].rstrip().endswith(",")
    if not is_led or told[words[-1].end() : verb[0]].strip():
        return None  # "He agreed with Ida Holm, saying …"
    return words[at + 1].start(), words[-1].end()


def _of_a_gerund(told: str, first: int, last: int, found: Place, known: Verbs) -> Place | None:
    """The subject of what a gerund goes on with: «El alcalde, Luis Mora, salió asegurando …»."""
    for place in (found, clause_opening(told, first, last, known)):
        opening = WORD.match(told, place[0]) if place else None
        if opening is None or place is None:
            continue
        few = len(told[slice(*place)].split()) <= FEW
        is_told = opening[0] in known.described or is_role(opening[0])
        if is_told or (opening[0][0].isupper() and (few or known.order != "free")):
            return place
    return None


def _closes_what_is_said(told: str, verb: Place, known: Verbs) -> bool:
    """Whether a comma, and no name, stands before a verb that only follows speech: «…, deydi X»."""
    if not (known.closes and known.closes.fullmatch(told, *verb)):
        return False
    before = told[: verb[0]].rstrip()
    *_, name = ((0, 0), *find_full_names(before[:-1]))
    return before.endswith(",") and name[1] < len(before) - 1


def run_before(told: str, last: int, known: Verbs) -> Place | None:
    """Where words are not set apart: what stands between a comma and the verb."""
    if known.marked:
        start = max(0, last - LONGEST)
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
    start = max(told.rfind(stop, max(0, last - LONGEST), last) for stop in "。！？；\n") + 1
    bracketed = _BRACKETED.search(told, start, last)  # 林海（Lin Hai）说
    last = bracketed.start() if bracketed else last
    runs = [run for run in _HAN.finditer(told, max(start, last - 128), last) if SAID not in run[0]]
    if not runs or runs[-1].end() < last:
        return None
    run = runs[-1]
    if run[0].startswith(tuple(known.prepositions)) and len(runs) > 1:
        run = runs[0]  # 研究院发布报告，对方案表示赞同
    start = run.start()
    if _is_one_latin_name(told, start):  # Ida Holm
        start = runs[-2].start() if len(runs) > 1 and runs[-2].end() == start - 1 else start
    opening = known.no_subject | known.joins
    while passed := next((each for each in opening if told.startswith(each, start)), ""):
        start += len(passed)  # 据业内人士
    end = _without_time(told, start, _without_verb(told, start, run.end(), known), known)
    if known.no_speaker and known.no_speaker.match(told[start:end]):
        return None
    return (start, end) if start < end else None


def _is_one_latin_name(told: str, at: int) -> bool:
    """Whether only a space parts two words of a name in Latin letters."""
    around = told[max(0, at - 2) : at + 1]
    return len(around) == len("a H") and around[1] == " " and (around[0] + around[2]).isascii()


def _topic(told: str, start: int, end: int, known: Verbs) -> Place | None:
    """What a sentence is about, by the particle behind it, ahead of an offset."""
    for marked in known.marked.finditer(told, start, end) if known.marked else ():
        if marked[0] in known.topic and SAID not in told[start : marked.start()]:
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
    last = min(last, LONGEST)
    comma = COMMA.search(told, 0, last)
    since = 0
    headed = _head_of_a_phrase(told, last, known) if comma else None
    if headed:
        return headed
    capitals: list[int] = []  # where the words end that follow what somebody is: of a name
    is_titled = False
    for word in WORD.finditer(told, 0, comma.start() if comma else last):
        between = told[max(0, end) : word.start()]
        if start >= 0 and (SAID in between or (len(capitals) > 1 and between.strip())):
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
    for comma in COMMA.finditer(told, 0, last):
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
    marks = known.whose.finditer(told, max(end - LED, 0), end + 2) if known.whose else ()
    word = WORD.match(told, end + 1) if any(mark.end() == end for mark in marks) else None
    return word.end() if word and word[0].lower() in known.possessed else end


def _says_first(told: str, first: int, last: int) -> bool:
    """Whether what is said stands before the verb: "The crane is late, said Ida Holm"."""
    return told[first:last].rstrip()[-1:] == "," and told.count(",", first, last) == 1


def _antecedent(told: str, first: int, last: int, known: Verbs) -> Place | None:
    """Whom a relative pronoun is of: "It is the harbour master who said …"."""
    first = max([first, *(each.end() for each in COMMA.finditer(told, first, last - 8))])
    words = list(WORD.finditer(told, first, last))[:-1]
    cut = known.prepositions - known.within
    at = max((at for at, word in enumerate(words, 1) if word[0].lower() in cut), default=0)
    relative = told[:last].split()[-1:]
    if at and not known.that.isdisjoint(map(str.lower, relative)):
        return None  # «una decisión sobre Norvik que consideró un error»
    start = next((word.start() for word in words[at:] if opens_phrase(word, known)), None)
    if start is None or len(told[start:last].split()) > PHRASE:
        return None
    return start, start + len(told[start : words[-1].end()].rstrip(" ,،"))


def _closing(told: str, first: int, verb: Place, last: int, known: Verbs) -> Place | None:
    """Who stands right behind what they say, however many commas it has: "…, in May, said Reed"."""
    if not known.closes or not told[first : verb[0]].rstrip().endswith(","):
        return None
    if not known.closes.fullmatch(told, *verb):
        return None
    behind = phrase_behind(told, verb[1], last, known)
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
