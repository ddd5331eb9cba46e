"""The words of one language that tell who speaks, compiled: no decisions."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..languages import LANGUAGES
from ..text import SPACELESS, primary

# A full stop behind one letter ends no aside: «…? a demandé M. Roux …»
_ASIDE = r"[,!?…]\s(?:[—–-]\s)?(?:{})(?!\w)(?:[^,.;:—–-]|(?<=(?<!\w)\w)\.){{0,60}}[,.—–-]"

WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*\.?")


class Verbs(NamedTuple):
    """The tables of one language, compiled."""

    verb: re.Pattern[str]
    in_small: re.Pattern[str]
    """The same for a text in small letters, in which it is found the sooner."""
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    prepositions: frozenset[str]
    no_subject: frozenset[str]
    within: frozenset[str]
    joins: frozenset[str]
    described: frozenset[str]
    pronouns: frozenset[str]
    objects: frozenset[str]
    absolute: frozenset[str]
    objective: frozenset[str]
    of_persons: frozenset[str]
    of_both: frozenset[str]
    parts: frozenset[str]
    oblique: re.Pattern[str] | None
    indirect: re.Pattern[str] | None
    fillers: re.Pattern[str] | None
    adverb: re.Pattern[str] | None
    attributive: re.Pattern[str] | None
    nominative: re.Pattern[str] | None
    reported: re.Pattern[str] | None
    inverted: re.Pattern[str] | None
    speaks_for: re.Pattern[str] | None
    whose: re.Pattern[str] | None
    possessed: frozenset[str]
    possessed_before: bool
    points_back: re.Pattern[str] | None
    closes: re.Pattern[str] | None
    cites: re.Pattern[str] | None
    auxiliary: re.Pattern[str] | None
    finite: re.Pattern[str] | None
    gerund: re.Pattern[str] | None
    no_speaker: re.Pattern[str] | None
    participles: re.Pattern[str] | None
    perfect: re.Pattern[str] | None
    passive: re.Pattern[str] | None
    agents: re.Pattern[str] | None
    that: frozenset[str]
    courtesies: frozenset[str]
    particles: tuple[str, ...]
    aside: re.Pattern[str] | None
    beside: re.Pattern[str] | None
    unnamed: frozenset[str]
    marked: re.Pattern[str] | None
    topic: str
    when: re.Pattern[str] | None
    leads: re.Pattern[str]
    follows: re.Pattern[str] | None
    order: str


@cache
def verbs_of(language: str) -> Verbs | None:
    """Those of a language; None if it has no tables."""
    code = primary(language)
    speech = LANGUAGES[code].speech if code in LANGUAGES else None
    if speech is None or not speech.verbs:
        return None
    space = "" if SPACELESS.search(speech.verbs) else " "
    particles = LANGUAGES[code].text.after_a_quotation.split()
    return Verbs(
        verb=_whole(speech.verbs),
        in_small=_whole(speech.verbs.replace("ı", "i"), flags=0),
        before=_whole(speech.before) if speech.before else None,
        behind=_whole(speech.behind) if speech.behind else None,
        prepositions=frozenset(speech.prepositions.split()),
        no_subject=frozenset(speech.no_subject.split()),
        within=frozenset(speech.within.split()),
        joins=frozenset(speech.joins.split()),
        described=frozenset(speech.described.split()),
        pronouns=frozenset(speech.pronouns.split()),
        objects=frozenset(speech.objects.split()),
        absolute=frozenset(speech.absolute.split()),
        objective=frozenset(speech.objective.split()),
        of_persons=frozenset(speech.of_persons.split()),
        of_both=frozenset(speech.of_both.split()),
        indirect=_whole(speech.indirect) if speech.indirect else None,
        fillers=_whole(speech.fillers) if speech.fillers else None,
        parts=frozenset(speech.parts.split()),
        oblique=_whole(speech.oblique) if speech.oblique else None,
        adverb=_whole(speech.adverb) if speech.adverb else None,
        attributive=_whole(speech.attributive) if speech.attributive else None,
        nominative=re.compile(rf"(?<!\w)(?:{speech.nominative}) ") if speech.nominative else None,
        reported=_whole(speech.reported) if speech.reported else None,
        inverted=re.compile(rf" (?:{speech.inverted})(?!\w)") if speech.inverted else None,
        speaks_for=re.compile(speech.speaks_for, re.IGNORECASE) if speech.speaks_for else None,
        whose=re.compile(rf"(?:{speech.whose})(?={space}\w)") if speech.whose else None,
        possessed=frozenset(speech.possessed.split()),
        possessed_before=speech.possessed_before,
        points_back=re.compile(speech.points_back, re.IGNORECASE) if speech.points_back else None,
        closes=_whole(speech.closes) if speech.closes else None,
        cites=_whole(speech.cites) if speech.cites else None,
        auxiliary=_whole(speech.auxiliaries) if speech.auxiliaries else None,
        finite=_whole(speech.finite) if speech.finite else None,
        gerund=_whole(speech.gerund) if speech.gerund else None,
        participles=_whole(speech.participles) if speech.participles else None,
        perfect=_whole(speech.perfect) if speech.perfect else None,
        passive=re.compile(rf"(?<!\w)(?:{speech.passive}) \Z", re.IGNORECASE)
        if speech.passive
        else None,
        agents=re.compile(rf" (?:{speech.agents})(?!\w) ?") if speech.agents else None,
        that=frozenset(speech.that.split()),
        courtesies=frozenset(LANGUAGES[code].names.courtesy_after.split()),
        particles=tuple(particles),
        leads=re.compile(rf"(?:{speech.verbs})[：:，,]?\Z"),
        follows=re.compile(
            rf"(?:{'|'.join(particles)})(?:[^、。]{{1,12}}?(?:{speech.marked}))?(?:{speech.verbs})"
        )
        if speech.marked
        else None,
        aside=re.compile(_ASIDE.format(speech.verbs)) if speech.asides else None,
        beside=_whole(speech.beside) if speech.beside else None,
        unnamed=frozenset(speech.unnamed.split()),
        topic=speech.topic,
        when=_time(speech.when) if speech.when else None,
        marked=re.compile(speech.marked) if speech.marked else None,
        no_speaker=re.compile(speech.no_speaker) if speech.no_speaker else None,
        order=speech.order,
    )


def _time(patterns: str) -> re.Pattern[str]:
    """Behind a verb; in a script without spaces at the end of the words before it."""
    if SPACELESS.search(patterns):
        return re.compile(rf"(?:{patterns})\Z")
    return re.compile(rf"\s*(?:{patterns})(?!\w)", re.IGNORECASE)


def _whole(patterns: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    if SPACELESS.match(patterns):
        return re.compile(patterns)
    return re.compile(rf"(?<!\w)(?:{patterns})(?!\w)", flags)
