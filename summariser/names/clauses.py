"""The words for a subject in a language that sets words apart, in front of a verb or behind it.

As far as its commas, prepositions and conjunctions tell; see `subjects` for which side is asked.
"""

from __future__ import annotations

import re
from itertools import pairwise

from .described import and_words, holds_person
from .find import find_full_names
from .lookup import names_a_day
from .titles import is_role
from .verbs import WORD, Verbs
from .words import KNOWN

Place = tuple[int, int]
SAID = "\ufffc"
"""Stands for each character of what is quoted."""
COMMA = re.compile(r"[,،]")
PHRASE, FEW = 10, 4  # words
_ELIDED = re.compile(r" [^\W\d_]{1,2}['’]\Z")


def phrase_before(told: str, first: int, last: int, known: Verbs) -> Place | None:
    """The subject before a verb, with what stands in apposition to it."""
    cuts = [first, *(each.end() for each in COMMA.finditer(told, first, last)), last + 1]
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
        joined = bool(words) and _joins(words[0], known)
        is_clause = known.finite is not None and known.finite.search(told, start, min(end, last))
        if joined and end < last and (is_clause or not found):
            break  # a clause of its own: "After Ida Holm had left, …"
        while words and words[0][0].lower() in known.joins:  # «tandis que Ida Roux»
            del words[0]
        if not words:
            continue
        late = None
        behind = _adverb(words, known)  # "Later Ida Holm said", «В мае министр заявил»
        if behind and not apposed:
            late = phrase_behind(told, behind, min(end, last), known)
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


def _joins(word: re.Match[str], known: Verbs) -> bool:
    """Whether a subject may follow it at once, or is tied to it: «lorsqu'il»."""
    small = word[0].lower()
    elided = re.match(r"(\w+)['’]", small)
    return small in known.joins or (elided is not None and f"{elided[1]}e" in known.joins)


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
    gerund = known.gerund.fullmatch(following[0]) if known.gerund and following else None
    words = [*WORD.finditer(told, start, finite.start())]
    if "," in told[start : finite.start()] or any(w[0].lower() in KNOWN.relative for w in words):
        return start, end  # "Ida Holm, who is late, said"
    if gerund:
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
    bare = _ELIDED.sub("", told[start:end].rstrip(" ,،"))  # «Ida Roux l'a jugé»
    return start, start + len(bare)


def clause_opening(told: str, first: int, last: int, known: Verbs) -> Place | None:
    """What a clause begins with whose second verb has no subject: "Ida Holm left but said"."""
    starts = (first, *(each.end() for each in COMMA.finditer(told, first, last)))
    words = (WORD.search(told, start, last) for start in starts)
    opening = next((word for word in words if word and opens_phrase(word, known)), None)
    if opening is None:
        return None
    return _trimmed_phrase(told, *_of_its_own_clause(told, opening.start(), last, known), known)


def clause_within(told: str, first: int, last: int, known: Verbs) -> Place | None:
    """The subject behind the last word that opens a clause: "… as *the mayor* feared"."""
    words = [*WORD.finditer(told, first, last)]
    opens = (known.joins | known.that | KNOWN.relative) - and_words()
    at = max((at for at, word in enumerate(words[:-1]) if word[0].lower() in opens), default=-1)
    if at < 0 or "," in told[words[at].end() : last] or len(words) - at > FEW + 1:
        return None
    subject = words[at + 1]
    small = subject[0].lower()
    is_told = subject[0][0].isupper() or small in known.described | known.pronouns
    if not (is_told or is_role(subject[0])) or not opens_phrase(subject, known):
        return None
    return _trimmed_phrase(told, subject.start(), last, known)


def _several(words: list[re.Match[str]]) -> bool:
    return any(word[0].lower() in and_words() for word in words)


def phrase_behind(told: str, first: int, last: int, known: Verbs) -> Place | None:
    """The subject behind a verb, as far as the first comma."""
    start = end = -1
    passing = False  # the words of a preposition
    # «وقال الخبير في الشؤون البحرية حسن سالم: …»: all of it is the subject.
    comma = COMMA.search(told, first, last)
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
    comma = COMMA.search(told, end + 1, last)
    named = told[end + 2 : comma.start() if comma else last].rstrip(" .\n")
    return end + 2 + len(named) if is_a_person(named) else end


def is_a_person(words: str) -> bool:
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
