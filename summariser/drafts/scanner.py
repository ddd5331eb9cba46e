"""What code alone sees in an article: figures, dates, names, quotations, words of stage.

No model is asked, so nothing is summed up or chosen: what is found stands there, and what the
tables of a language do not know is passed over.  Not for what an article says of its topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..article import Article, article_of
from ..checks import Index, speaker_at
from ..figures import Figure, Reading, unit_behind
from ..names import holds_person, is_link, is_role, relation
from ..schema import Check, Kind, Named
from ..topics import Summary
from .cast import Somebody, find_cast
from .found import (
    FoundDate,
    FoundInstruction,
    FoundName,
    FoundQuantity,
    FoundQuotation,
    FoundShare,
    FoundStage,
    FoundSum,
)
from .places import Place, Places

_WORD = re.compile(r"\S+")
_OPENING = "«„“‘「『《\"'([（"
_BRACKETS = "(（"
_FEW = 3
_NAMED = frozenset(("to_the_letter", "but_for_typography", "form"))
_LONGEST_UNIT = 60  # characters
_MINUS = "−-–▲△"


class Scan(Summary):
    """What code alone sees in an article."""

    sums: list[FoundSum] = []
    shares: list[FoundShare] = []
    quantities: list[FoundQuantity] = []
    dates: list[FoundDate] = []
    names: list[FoundName] = []
    quotations: list[FoundQuotation] = []
    stages: list[FoundStage] = []
    instructions: list[FoundInstruction] = []


def scan(article: Article | str | Path) -> Scan:
    """What code alone sees in an article; no model, no key, no network.

    Names are grouped by who bears them, as far as their forms tell: a surname goes with the one
    full name that has it.  In scripts without capitals they are those of speakers, of countries,
    and what stands in quotation marks without being said.  In a language without tables, only what
    needs no reading is found: sums with a code or a sign, percentages, capitalised names.

    Args:
        article: an article, its text, or the path of a file that `Article.from_file` reads.

    Raises `ArticleError` as `Article` does.

    >>> found = scan("On 3 May 2027 Ida Holm signed for $2 million. “We wait,” Holm said.")
    >>> [str(each.amount) for each in found.sums], [each.date for each in found.dates]
    (['2000000'], ['2027-05-03'])
    >>> [(each.name, each.forms) for each in found.names]
    [('Ida Holm', ['Holm'])]
    >>> [(each.verbatim, each.speaker.name) for each in found.quotations]
    [('We wait,', 'Ida Holm')]
    """
    return _Scanner(article_of(article)).scan()


class _Scanner:
    """Reads one article, kind by kind."""

    def __init__(self, article: Article) -> None:
        self.index = Index(article)

    def scan(self) -> Scan:
        names = find_cast(self.index)
        figures = [*self._figures()]
        return Scan(
            article=self.index.article,
            sums=[self._sum(*each) for each in figures if each[0].kind == "money"],
            shares=[self._share(*each) for each in figures if each[0].kind == "percent"],
            quantities=[*self._quantities(figures)],
            dates=[*self._dates()],
            names=[self._name(each) for each in names],
            quotations=[*self._quotations(names)],
            stages=[*self._stages()],
            instructions=[*self._instructions()],
        )

    def _check(self, place: Place, field: str = "verbatim", kind: Kind = "verbatim") -> Check:
        span = self.index.span(place)
        return Check.made(kind=kind, field=field, verdict="exact", reason=None, span=span)

    # -- figures --------------------------------------------------------------------------

    def _figures(self) -> Iterator[tuple[Figure, Place]]:
        """Those that can be read; in a language without tables, what its own words cannot undo."""
        index = self.index
        for number in index.all_sentences:
            dates = Places(place for _, place in index.dates(number))
            for figure, place in index.figures([number]):
                if not dates.meet(place) and not self._is_article(figure, place):
                    yield figure, self._with_minus(figure, place)

    def _is_article(self, figure: Figure, place: Place) -> bool:
        """Whether it may say no more than "a": «ein», 一."""
        words = self.index.text(place)
        is_one = figure.kind == "number" and figure.readings == (Reading(Decimal(1)),)
        return is_one and not any(map(str.isdigit, words))

    def _with_minus(self, figure: Figure, place: Place) -> Place:
        before = self.index.whole[max(place[0] - 1, 0) : place[0]]
        is_below = figure.readings[0].amount < 0 and before in _MINUS
        return (place[0] - is_below, place[1])

    def _sum(self, figure: Figure, place: Place) -> FoundSum:
        codes = self._currencies(figure)
        notes = self._doubts(figure, place)
        if len(codes) > 1:
            told = sorted(codes) if len(codes) <= _FEW else [f"one of {len(codes)}"]
            notes.append(f"currency: {' or '.join(told)}")
        return FoundSum(
            verbatim=self.index.text(place),
            amount=figure.readings[0].amount,
            upper=figure.readings[0].upper,
            currency=next(iter(codes)) if len(codes) == 1 else None,
            qualifier=figure.qualifier,  # type: ignore[arg-type]  # checked here
            per=figure.per,  # type: ignore[arg-type]
            checks=[self._check(place)],
            notes=notes,
        )

    def _currencies(self, figure: Figure) -> frozenset[str]:
        """What its sign may mean: of a country that the article names, where it says none."""
        if figure.family <= figure.currencies:
            return figure.currencies
        local = self.index.at_home(figure)
        return figure.currencies if local & figure.currencies else figure.currencies | local

    def _doubts(self, figure: Figure, place: Place) -> list[str]:
        """How else the words may be read."""
        others = {each.amount for each in figure.readings[1:]} - {figure.readings[0].amount}
        doubts = [f"may also be read as {each:,f}" for each in sorted(others)]
        if figure.doubtful and figure.readings[0].upper is not None:
            doubts.append("a range, or a change to another number")
        if self.index.shows_otherwise(place):
            doubts.append("the digits may look otherwise than they read")
        return doubts

    def _share(self, figure: Figure, place: Place) -> FoundShare:
        return FoundShare(unit="%", **self._measured(figure, place))

    def _quantities(self, figures: Iterable[tuple[Figure, Place]]) -> Iterator[FoundQuantity]:
        """Without tables of the language, only with a unit: 5 may be of 5 thousand, or a day."""
        for figure, place in figures:
            if figure.kind == "number":
                unit, end = self._unit(place)
                if unit or self.index.has_tables:
                    yield FoundQuantity(unit=unit, **self._measured(figure, (place[0], end)))

    def _unit(self, place: Place) -> tuple[str | None, int]:
        """The unit behind a figure, and where it ends."""
        behind = self._behind(place)
        unit, _ = unit_behind(behind, self.index.language) or (None, None)
        if unit is None or is_link(unit):  # "five in the morning" are no inches
            return None, place[1]
        return unit, place[1] + behind.index(unit) + len(unit)

    def _behind(self, place: Place) -> str:
        """The next few words of the sentence."""
        number = self.index.number_at(place)
        end = place[1] if number is None else self.index.region(number)[1]
        return self.index.whole[place[1] : min(end, place[1] + _LONGEST_UNIT)]

    def _measured(self, figure: Figure, place: Place) -> dict[str, Any]:
        return {
            "verbatim": self.index.text(place),
            "amount": figure.readings[0].amount,
            "upper": figure.readings[0].upper,
            "qualifier": figure.qualifier,
            "checks": [self._check(place)],
            "notes": self._doubts(figure, place),
        }

    # -- dates and words ------------------------------------------------------------------

    def _dates(self) -> Iterator[FoundDate]:
        for number in self.index.all_sentences:
            for dated, place in self.index.dates(number):
                when = dated.when
                if not when.has_year:
                    when = self.index.stated_dates((number,)).completed(when) or when
                yield FoundDate(
                    verbatim=self.index.text(place), date=str(when), checks=[self._check(place)]
                )

    def _stages(self) -> Iterator[FoundStage]:
        for number in self.index.all_sentences:
            for told in self.index.stages(number):
                if told.sure:
                    words, check = self.index.text(told.place), self._check(told.place)
                    yield FoundStage(verbatim=words, stage=told.stage, checks=[check])

    def _instructions(self) -> Iterator[FoundInstruction]:
        for number in self.index.all_sentences:
            if self.index.is_instruction(number):
                place = self.index.region(number)
                words = self.index.text(place)
                yield FoundInstruction(verbatim=words, checks=[self._check(place)])

    # -- names and quotations -------------------------------------------------------------

    def _name(self, somebody: Somebody) -> FoundName:
        index = self.index
        places = somebody.places
        return FoundName(
            name=somebody.name,
            forms=_once(map(index.text, places), but=somebody.name),
            descriptions=_once(words for place in places for words in self._said_of(place)),
            checks=[self._check(place) for place in places],
        )

    def _said_of(self, place: Place) -> Iterator[str]:
        """What stands beside a name and says who that is; of what is no person, in brackets."""
        index = self.index
        name, text = index.text(place), index.whole
        is_person = holds_person(name) or name.lower() == name.upper()
        for start, end in index.cast.described_at(place) if index.has_tables else ():
            is_bracketed = start > place[1] and text[start - 1] in _BRACKETS
            if not (is_person or is_bracketed):
                continue
            if start < place[0]:
                start = self._behind_a_verb(place, start)
            words = index.text((start, end)).partition(",")[0].strip()
            if words and words[-1] not in _OPENING and not is_link(words.split()[-1]):
                yield words

    def _behind_a_verb(self, place: Place, start: int) -> int:
        """Where a description begins before a name: «сказала *экономист*», "met the *mayor*"."""
        number = self.index.number_at(place)
        if number is None:
            return start
        verbs = [act.verb[1] for act in self.index.acts(number) if act.verb[1] < place[0]]
        start = max(start, self.index.region(number)[0], *verbs)
        words = [*_WORD.finditer(self.index.whole, start, place[0])]
        role = next((at for at, word in enumerate(words) if is_role(word[0])), 0)
        links = [at for at in range(role) if is_link(words[at][0])]
        return words[links[-1] + 1].start() if links else start

    def _quotations(self, cast: list[Somebody]) -> Iterator[FoundQuotation]:
        index = self.index
        named = {place: each.name for each in cast for place in each.places}
        places = Places(named)
        seen: set[Place] = set()
        for number in index.all_sentences:
            for place in index.quotations_around(number):
                if place in seen or not index.is_said(place):
                    continue
                seen.add(place)
                checks, speaker = [self._check(place)], None
                if said_by := self._speaker(place):
                    at = places.first_in(said_by)
                    speaker = self._named(said_by, named[at] if at else None)
                    checks.append(self._check(said_by, "speaker", "speaker"))
                yield FoundQuotation(verbatim=index.text(place), speaker=speaker, checks=checks)

    def _speaker(self, place: Place) -> Place | None:
        """The words that tell who says what stands there; none if they are no subject's."""
        told = speaker_at(self.index, place)
        if told is None:
            return None
        number = self.index.number_at(told.place)
        if not told.sure and number not in self.index.sentences_in(*place):
            return None  # who spoke before need not be who speaks
        acts = self.index.acts(number) if number is not None else []
        is_verb = any(told.place[0] <= act.verb[0] < told.place[1] for act in acts)
        return None if is_verb else told.place

    def _named(self, place: Place, name: str | None) -> Named:
        """Who the words name, if it is the whole of them that does: no friend of theirs."""
        words = self.index.text(place)
        standing = relation(name, words, self.index.cast, near=()).standing if name else None
        return Named(verbatim=words, name=name if standing in _NAMED else None)


def _once(words: Iterable[str], but: str = "") -> list[str]:
    return [each for each in dict.fromkeys(words) if each and each != but]
