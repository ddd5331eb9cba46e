"""How far something has come, by the words of a text: signed, or merely hoped for.

Read clause by clause.  A verb alone may speak of what was done or of what is to be: what governs it
decides ("hopes to sign", «не подписали»).  No decision is made about what it is that was signed.

>>> [(each.stage, each.sure) for each in find_stages("They hope to sign it in May.", "en")]
[('planned', True)]
>>> [each.stage for each in find_stages("Selm has not signed, Norvik signed in May.", "en")]
['not signed', 'signed']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from ..languages import LANGUAGES, Stages
from .language import primary
from .typography import APOSTROPHES, SPACELESS, replacer, small

_FORMAL = frozenset(("signed", "approved", "turned_down", "cancelled"))
NOT = "not "
"""Before a stage: that it was not reached."""

_ENDS = r"\n,;:!?()，；：。、！？（）،؛؟—–"
_CLAUSE = re.compile(f"[^{_ENDS}]{{1,400}}")  # of a longer one, a piece
CLAUSE_END = re.compile(f"[{_ENDS}]|[.] ")
_ARABIC = re.compile("[\u0621-\u064a]")
_evened = replacer({"ё": "е"} | dict.fromkeys(APOSTROPHES, "'"))
_VOWELS = "[\u064b-\u0652]"
_FAR = 48  # characters between a word and what governs it
_DENIED = 14  # and between it and what denies it before
_DENIED_BEHIND = 6
_SPACELESS_FAR = 16


Place = tuple[int, int]


class Told(NamedTuple):
    """A stage that the words speak of."""

    stage: str
    place: Place
    sure: bool = True
    """Whether they say it of an act; a mere "will" may be about anything."""
    formal: bool = False
    """Whether the act is one by which something is agreed upon, as to sign it."""

    def moved(self, by: int) -> Told:
        """The same, further on in a longer text."""
        return self._replace(place=(self.place[0] + by, self.place[1] + by))


class _Table(NamedTuple):
    patterns: Mapping[str, re.Pattern[str]]
    stages: tuple[str, ...]
    before: bool
    behind: bool
    far: int
    verbs: re.Pattern[str] | None
    """How a verb ends that may as well belong to the noun behind it."""
    ends: re.Pattern[str] | None
    """What follows one that ends its clause."""
    joins: re.Pattern[str] | None
    """What a denial does not reach beyond: "did not meet *but* signed"."""
    formal: re.Pattern[str]
    """How acts begin by which something is agreed upon."""

    def found(self, kind: str, text: str, even: str, span: Place) -> list[re.Match[str]]:
        """The words of a kind that stand in a clause of a text, which is also given even."""
        pattern = self.patterns.get(kind)
        return [*pattern.finditer(_fit(pattern, text, even), *span)] if pattern else []

    def reaches(self, governing: Place, place: Place, before: int, behind: int) -> bool:
        """Whether one word stands near enough to another, on the side where it governs it."""
        ahead, after = place[0] - governing[1], governing[0] - place[1]
        return (self.before and 0 <= ahead <= before) or (self.behind and 0 <= after <= behind)


def find_stages(text: str, language: str) -> list[Told]:
    """All stages of which the words of a text speak, in order."""
    table = _table(primary(language))
    if table is None:
        return []
    text = _evened(text)
    even = small(text)
    return [
        told
        for clause in _CLAUSE.finditer(text)
        for told in _in_clause(text, even, clause.span(), table)
    ]


def find_instruments(text: str, language: str) -> list[Told]:
    """What a text says is agreed upon: a contract, a memorandum.

    >>> [each.stage for each in find_instruments("They signed a framework agreement.", "en")]
    ['framework']
    """
    found = _instruments(primary(language))
    if found is None:
        return []
    pattern, names = found
    return [
        Told(names[int((each.lastgroup or "s0")[1:])], each.span()) for each in _all(pattern, text)
    ]


def find_progress(text: str, language: str) -> list[Told]:
    """Where a text says of any act that it is done or under way, or that it is not yet.

    >>> [each.stage for each in find_progress("It is already being built.", "en")]
    ['already']
    """
    pattern = _progress(primary(language))
    found = _all(pattern, text) if pattern else ()
    return [Told(each.lastgroup or "", each.span()) for each in found]


def find_tenses(text: str, language: str) -> list[Told]:
    """Which verbs say of themselves that it was done or that it is to be, whatever it is.

    >>> text = "It was published; they will publish it, and have not signed."
    >>> [(each.stage, text[slice(*each.place)]) for each in find_tenses(text, "en")]
    [('done', 'published'), ('ahead', 'publish'), ('not done', 'signed')]
    """
    code = primary(language)
    table = _table(code)
    patterns = _tenses(code) if table else None
    if table is None or patterns is None:
        return []
    text = _evened(text)
    even = small(text)
    found: dict[Place, Told] = {}
    for stage, pattern in patterns:
        for each in pattern.finditer(_fit(pattern, text, even)):
            start = each.start() + max(map(each[0].rfind, " '")) + 1
            found[start, each.end()] = Told(stage, (start, each.end()), not each.lastgroup)
    return [_not_denied(told, text, even, table) for _, told in sorted(found.items())]


def _not_denied(told: Told, text: str, even: str, table: _Table) -> Told:
    """The same, or its contrary where its clause denies it; not sure where that has an "if"."""
    clause = next(each.span() for each in _CLAUSE.finditer(text) if each.end() >= told.place[1])
    denies = [each.span() for each in table.found("denies", text, even, clause)]
    undone = [each.span() for each in table.found("undone", text, even, clause)]
    is_undone = any(start <= told.place[0] < end for start, end in undone)
    is_denied = is_undone or _is_denied(told.place, even, denies, table)
    ifs = table.found("conditions", text, even, clause)
    stage = NOT + told.stage if is_denied else told.stage
    return told._replace(stage=stage, sure=told.sure and not ifs)


def _all(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    text = _evened(text)
    return pattern.finditer(_fit(pattern, text, small(text)))


def _fit(pattern: re.Pattern[str], text: str, even: str) -> str:
    """Which of the two a pattern is for: one of small letters alone finds them the sooner."""
    return text if pattern.flags & re.IGNORECASE else even


def _in_clause(text: str, even: str, span: Place, table: _Table) -> Iterator[Told]:
    told, intends, ahead, undone = (
        table.found(kind, text, even, span) for kind in ("told", "intends", "ahead", "undone")
    )
    if not (told or intends or ahead or undone):
        return
    acts = table.found("acts", text, even, span) if intends else []
    conditions, denies = (table.found(kind, text, even, span) for kind in ("conditions", "denies"))
    ifs, nots = [each.span() for each in conditions], [each.span() for each in denies]
    is_nobodys = any(each.lastgroup == "nobody" for each in denies)
    to_come = [each.span() for each in ahead]
    for act in acts:
        by = _governing(act.span(), intends, table)
        if by and not _is_denied(by, even, nots, table):
            to_come.append((min(by[0], act.start()), max(by[1], act.end())))
    for place in to_come:
        within = any(place[0] <= start and end <= place[1] for start, end in nots)
        behind = any(0 <= start - place[1] <= _DENIED_BEHIND for start, _ in nots)
        is_denied = is_nobodys or within or behind or _is_denied(place, even, nots, table)
        stage = NOT + "planned" if is_denied else "planned"
        is_formal = table.formal.search(text, *place) is not None
        yield Told("conditional" if ifs else stage, place, sure=not ifs, formal=is_formal)
    for each in undone:
        yield Told(NOT + "signed", each.span(), sure=False)
    for each in told:
        stage = table.stages[int((each.lastgroup or "s0")[1:])]
        if is_nobodys or _is_denied(each.span(), even, nots, table):
            yield Told(NOT + stage, each.span(), formal=stage in _FORMAL)
        elif not any(start < each.end() and each.start() < end for start, end in to_come):
            is_said = not table.verbs or not table.verbs.search(text[slice(*each.span())])
            is_said = is_said or bool(table.ends and table.ends.match(text, each.end()))
            is_sure = is_said and (not ifs or stage == "conditional")
            yield Told(stage, each.span(), sure=is_sure, formal=stage in _FORMAL)
    if intends and not to_come:
        yield Told("planned", intends[0].span(), sure=False)


def _governing(place: Place, intends: list[re.Match[str]], table: _Table) -> Place | None:
    """What makes of the words at a place something to come."""
    found = (
        each.span() for each in intends if table.reaches(each.span(), place, table.far, table.far)
    )
    return next(found, None)


def _is_denied(place: Place, even: str, denies: list[Place], table: _Table) -> bool:
    far = min(_DENIED, table.far)
    near = (each for each in denies if table.reaches(each, place, far, _DENIED_BEHIND))
    between = (even[min(each[1], place[1]) : max(each[0], place[0])] for each in near)
    return any(not (table.joins and table.joins.search(words)) for words in between)


@cache
def _table(code: str) -> _Table | None:
    if code not in LANGUAGES:
        return None
    stages: Stages = LANGUAGES[code].stages
    spaceless = bool(SPACELESS.match(stages.acts))
    words = {
        "told": _named(stages.told),
        "acts": stages.acts,
        "intends": stages.intends,
        "ahead": stages.ahead,
        "undone": stages.undone,
        "conditions": stages.conditions,
        "denies": f"(?P<nobody>{stages.nobody})|{stages.denies}"
        if stages.nobody
        else stages.denies,
    }
    return _Table(
        patterns={kind: _compiled(each, code) for kind, each in words.items() if each},
        stages=tuple(stages.told),
        before=stages.governs != "behind",
        behind=stages.governs != "before",
        far=_SPACELESS_FAR if spaceless else _FAR,
        verbs=re.compile(rf"(?:{stages.attributive})\Z") if stages.attributive else None,
        ends=re.compile(stages.ends) if stages.ends else None,
        joins=_compiled(stages.joins, code) if stages.joins else None,
        formal=re.compile(stages.formal, re.IGNORECASE),
    )


@cache
def _progress(code: str) -> re.Pattern[str] | None:
    if code not in LANGUAGES:
        return None
    stages = LANGUAGES[code].stages
    return _compiled(f"(?P<not_yet>{stages.not_yet})|(?P<already>{stages.already})", code)


@cache
def _tenses(code: str) -> tuple[tuple[str, re.Pattern[str]], ...] | None:
    """What is to be comes last: of a word that may be both, it is what stands."""
    stages = LANGUAGES[code].stages
    if not (stages.done and stages.coming):
        return None
    return ("done", _compiled(stages.done, code)), ("ahead", _compiled(stages.coming, code))


@cache
def denial(language: str) -> re.Pattern[str] | None:
    """What makes of words their contrary: "not", «никто», "imzalamadı"."""
    known = LANGUAGES.get(primary(language))
    if known is None:
        return None
    stages = known.stages
    words = filter(None, (stages.denies, stages.nobody, stages.undone))
    return _compiled("|".join(words), primary(language), re.IGNORECASE)


@cache
def condition(language: str) -> re.Pattern[str] | None:
    """What makes of words no more than a case: "if", «если»."""
    known = LANGUAGES.get(primary(language))
    words = known.stages.conditions if known else ""
    return _compiled(words, primary(language), re.IGNORECASE) if words else None


@cache
def more_endings(language: str) -> re.Pattern[str] | None:
    """What may stand behind a word that is quoted without: "yaralar" of "yaralarımız"."""
    known = LANGUAGES.get(primary(language))
    endings = known.text.more_endings if known else ""
    return re.compile(endings) if endings else None


@cache
def turn(language: str) -> re.Pattern[str] | None:
    """What takes back a part of what was said before it: "but", "only if"."""
    known = LANGUAGES.get(primary(language))
    return _compiled(known.text.turns, primary(language), re.IGNORECASE) if known else None


@cache
def _instruments(code: str) -> tuple[re.Pattern[str], tuple[str, ...]] | None:
    if code not in LANGUAGES:
        return None
    words = LANGUAGES[code].stages.instruments
    return _compiled(_named(words), code), tuple(words)


def _named(words: Mapping[str, str]) -> str:
    return "|".join(f"(?P<s{number}>{each})" for number, each in enumerate(words.values()))


def _compiled(words: str, code: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern for these words in any text; or without flags in small letters, if they are."""
    words = words.replace("ı", "i")
    if "(?-i:" in words:  # "may", but not "May"
        flags = re.IGNORECASE
    if SPACELESS.search(words):
        return re.compile(words)
    proclitics = LANGUAGES[code].text.proclitics.replace(" ", "|")
    words = _ARABIC.sub(rf"\g<0>{_VOWELS}*", words)
    return re.compile(rf"(?<![\w-])(?:{proclitics})?(?:{words})(?![\w-])", flags)
