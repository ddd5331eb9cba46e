"""What the cited sentences do, and do not, bear out: every claim gets a verdict, none is corrected.

The examination walks types, not topics: whatever `Summary` subclass it is given, each `Verbatim`
is looked up to the letter, each `Money` is read and compared, each `Named` is compared with its
inflected form, each `Quoted` item gets its quotations cut from the source, and the numbers in each
`Prose` are looked for.  No ratio, no model: a claim stands in the text, or it does not.

What this cannot tell: whether a sentence is true, whether an item means what its sentences mean,
and who wrote them.

    exact        stands there to the letter          elsewhere     stands in the article, but not
    normalised   but for typography                                in a cited sentence
    computed     2,5 миллиарда = 2500000000          absent        stands nowhere
    unchecked    could not be compared; see reason   contradicted  the cited text says otherwise
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, TypeVar

from .article import Article
from .errors import ArticleError
from .index import Index, Place
from .money import Figure, find_figures
from .names import same_name, same_surname
from .parts import AsWritten, Check, Evidence, FreeText, Kind, Part, Span, Verdict
from .schemas import Deliverable, Grounded, Item, Mention, Money, Named, Quoted, Summary
from .text import find_quotations, fold

S = TypeVar("S", bound=Summary)
I = TypeVar("I", bound=Item)  # noqa: E741  # for Item, as S is for Summary


def verify(summary: S, article: Article | None = None) -> S:
    """The same summary with the `checks` of all items filled in; the one given is left alone.

    A citation that a verbatim lacks is added if just one other sentence holds it, and a quotation
    without quotation marks becomes reported speech; both leave a check that says so.
    Raises ArticleError if the summary carries no article and none is given.
    """
    article = article or summary.article
    if article is None:
        raise ArticleError("this summary carries no article: pass the one it was made from")
    index = Index(article)
    changed: dict[str, Any] = {"article": article, "checks": verify_prose(summary, index)}
    for name, field in summary.item_fields().items():
        value = getattr(summary, name)
        if field.many:
            changed[name] = [verify_item(item, index) for item in value]
        elif value is not None:
            changed[name] = verify_item(value, index)
    return summary.model_copy(update=changed)


def verify_item(item: I, index: Index) -> I:
    """A copy of the item with its checks; its evidence may have grown, its quotes are cut anew."""
    item = item.model_copy(deep=True)
    examination = _Examination(item, index)
    item.checks = [*examination.sentences(), *examination.part(item, ""), *examination.whole()]
    return item


def verify_prose(summary: Summary, index: Index) -> list[Check]:
    """The checks of the summary's own prose, which may rest on the whole article."""
    examination = _Examination(None, index)
    items = summary.item_fields()
    return [
        check
        for name in summary.visible_fields()
        if name not in items
        for check in examination.value(name, getattr(summary, name), _marks(summary, name))
    ]


class _Examination:
    """One item held against the sentences it cites; an item that cites none, against them all."""

    def __init__(self, item: Item | None, index: Index) -> None:
        self.item = item
        self.index = index
        self.cited: list[int] = [*index.all_sentences]
        if isinstance(item, Grounded):
            self.cited = [
                evidence.sentence
                for evidence in item.evidence
                if evidence.sentence in index.all_sentences
            ]

    # --- walking -----------------------------------------------------------------------------

    def part(self, part: Part, path: str) -> Iterator[Check]:
        if isinstance(part, Mention):
            yield from self.mention(part, path)
        for name in type(part).visible_fields():
            if isinstance(part, Mention) and name == "verbatim":
                continue
            where = f"{path}.{name}" if path else name
            yield from self.value(where, getattr(part, name), _marks(part, name))

    def value(self, path: str, value: Any, marks: tuple[object, ...]) -> Iterator[Check]:
        if isinstance(value, list):
            for number, entry in enumerate(value):
                yield from self.value(f"{path}[{number}]", entry, marks)
        elif isinstance(value, Evidence):
            pass  # see `sentences`
        elif isinstance(value, Part):
            yield from self.part(value, path)
        elif isinstance(value, str) and any(isinstance(mark, AsWritten) for mark in marks):
            yield self.verbatim(value, path)[0]
        elif isinstance(value, str) and any(isinstance(mark, FreeText) for mark in marks):
            yield from self.prose(value, path)

    def mention(self, mention: Mention, path: str) -> Iterator[Check]:
        speaker = isinstance(self.item, Quoted) and isinstance(mention, Named)
        check, places = self.verbatim(mention.verbatim, _join(path, "verbatim"), speaker=speaker)
        yield check
        if isinstance(mention, Money) and places:
            yield from self.money(mention, path, places)
        elif isinstance(mention, Deliverable) and places and mention.quantity is not None:
            yield self.quantity(mention.quantity, path, places)
        elif isinstance(mention, Named) and mention.name is not None:
            yield self.name(mention.name, mention.verbatim, path)
            if speaker:
                yield self.speaker(mention.name, mention.verbatim, path)

    # --- sentences and words -----------------------------------------------------------------

    def sentences(self) -> Iterator[Check]:
        for number, evidence in enumerate(getattr(self.item, "evidence", [])):
            path = f"evidence[{number}]"
            span = Span(start=evidence.start, end=evidence.end, text=evidence.text)
            if self.index.text((evidence.start, evidence.end)) == evidence.text:
                yield Check(kind="sentence", field=path, verdict="exact", span=span)
            else:
                reason = f"[{evidence.sentence}] is not this sentence of the article"
                yield Check(kind="sentence", field=path, verdict="contradicted", reason=reason)
            if _INSTRUCTION.search(evidence.text):
                reason = f"[{evidence.sentence}] speaks to a language model, not to a reader"
                yield Check(
                    kind="instruction", field=path, verdict="unchecked", reason=reason, span=span
                )

    def verbatim(
        self, words: str, path: str, *, speaker: bool = False
    ) -> tuple[Check, list[Place]]:
        """Whether the words stand where they should, and all the places where they do."""
        # Who speaks is often said in the sentence before or after the quotation.
        scope = self.index.near(self.cited) if speaker else self.cited
        places = self.index.find(words, scope)
        if places:
            literal = [place for place in places if self.index.text(place) == words]
            verdict: Verdict = "exact" if literal else "normalised"
            return self._check("verbatim", path, verdict, None, (literal or places)[0]), places
        others = self.index.sentences_with(words)
        if not others:
            reason = f"{_short(words)} is not in {_list(self.cited)}, nor anywhere in the article"
            return self._check("verbatim", path, "absent", reason), []
        reason = f"{_short(words)} is not in {_list(self.cited)}, but in {_list(others)}"
        places = self.index.find(words, others)
        if len(others) == 1 and not speaker and isinstance(self.item, Grounded):
            self._cite(others[0])
            reason += "; that citation was added"
        return self._check("verbatim", path, "elsewhere", reason, places[0]), places

    def _cite(self, number: int) -> None:
        assert isinstance(self.item, Grounded)
        added = Evidence.of(self.index.article, number)
        self.item.evidence = sorted([*self.item.evidence, added], key=lambda each: each.sentence)
        self.cited = sorted([*self.cited, number])

    # --- figures -----------------------------------------------------------------------------

    def money(self, money: Money, path: str, places: list[Place]) -> Iterator[Check]:
        stated = self._stated(places)
        if not stated:
            if money.amount is not None:
                yield self._no_figure("amount", _join(path, "amount"), places)
            return
        fitting = [(f, at) for f, at in stated if _reads(f, money.amount, money.upper)]
        yield self._amount(money, _join(path, "amount"), stated, fitting)
        # Everything else is compared with the figure that has this amount, if there is one.
        yield from self._currency(money.currency, _join(path, "currency"), fitting or stated)
        figure, place = (fitting or stated)[0]
        agrees = any(money.qualifier in {f.qualifier, *f.qualifiers} for f, _ in fitting or stated)
        reason = f"the text says {figure.qualifier}, the reply {money.qualifier}"
        yield self._agreement("qualifier", _join(path, "qualifier"), agrees, reason, place)
        agrees = any(money.per == f.per for f, _ in fitting or stated)
        reason = f"the text says per {figure.per}, the reply per {money.per}"
        yield self._agreement("per", _join(path, "per"), agrees, reason, place)

    def _amount(
        self,
        money: Money,
        path: str,
        stated: list[tuple[Figure, Place]],
        fitting: list[tuple[Figure, Place]],
    ) -> Check:
        if money.amount is None:
            reason = f"the reply gives no amount, the text {_figures(stated)}"
            return self._check("amount", path, "unchecked", reason, stated[0][1])
        if not fitting:
            claimed = _plain(money.amount, money.upper)
            reason = f"the reply says {claimed}, the text {_figures(stated)}"
            return self._check("amount", path, "contradicted", reason, stated[0][1])
        return self._same_number("amount", path, money.amount, *fitting[0])

    def quantity(self, quantity: Decimal, path: str, places: list[Place]) -> Check:
        path = _join(path, "quantity")
        stated = self._stated(places)
        if not stated:
            return self._no_figure("quantity", path, places)
        for figure, place in stated:
            if any(quantity in (each.amount, each.upper) for each in figure.readings):
                return self._same_number("quantity", path, quantity, figure, place)
        reason = f"the reply says {_plain(quantity)}, the text {_figures(stated)}"
        return self._check("quantity", path, "contradicted", reason, stated[0][1])

    def _same_number(
        self, kind: Kind, path: str, number: Decimal, figure: Figure, place: Place
    ) -> Check:
        if len({(each.amount, each.upper) for each in figure.readings}) > 1:
            reason = f"{_short(self.index.text(place))} can be read in more than one way"
            return self._check(kind, path, "unchecked", reason, place)
        literal = _plain(number) in re.findall("[0-9]+", self.index.text(place))
        return self._check(kind, path, "exact" if literal else "computed", None, place)

    def _currency(
        self, currency: str | None, path: str, stated: list[tuple[Figure, Place]]
    ) -> Iterator[Check]:
        named = frozenset[str]().union(*(figure.currencies for figure, _ in stated))
        place = stated[0][1]
        if currency is None:
            if named:
                reason = f"the reply gives no currency, the text {_either(named)}"
                yield self._check("currency", path, "unchecked", reason, place)
        elif currency in named:
            yield self._check("currency", path, "computed", None, place)
        elif named:
            reason = f"the reply says {currency}, the text {_either(named)}"
            yield self._check("currency", path, "contradicted", reason, place)
        elif any(currency in figure.currencies for figure, _ in self.index.figures(self.cited)):
            reason = f"{currency} stands in the cited sentences, but not with this sum"
            yield self._check("currency", path, "unchecked", reason, place)
        else:
            reason = f"the cited sentences do not say {currency}"
            yield self._check("currency", path, "absent", reason, place)

    def _no_figure(self, kind: Kind, path: str, places: list[Place]) -> Check:
        words = self.index.text(places[0])
        if any(character.isnumeric() for character in words):
            reason = f"the figure in {_short(words)} could not be read"
            return self._check(kind, path, "unchecked", reason, places[0])
        return self._check(kind, path, "absent", f"{_short(words)} states no figure", places[0])

    def _stated(self, places: list[Place]) -> list[tuple[Figure, Place]]:
        """The figures that the words at these places state, or are a piece of."""
        return [
            (figure, where)
            for place in places
            for figure, where in self.index.figures_at(place)
            if figure.kind in ("money", "number")
        ]

    # --- names, quotations, prose ------------------------------------------------------------

    def name(self, name: str, verbatim: str, path: str) -> Check:
        """Whether the words are this name, inflected, shortened to a surname, or with a title."""
        path = _join(path, "name")
        if name == verbatim:
            return self._check("name", path, "exact")
        if fold(name).text == fold(verbatim).text:
            return self._check("name", path, "normalised")
        if same_name(name, verbatim) or _ends_with_name(verbatim, name):
            return self._check("name", path, "computed")
        place = self._where_named(name, self.index.all_sentences)
        if place is None:
            reason = f"the article does not name {_short(name)}; the words are {_short(verbatim)}"
            return self._check("name", path, "absent", reason)
        if same_surname(name, verbatim):
            namesakes = self._namesakes(name)
            if not namesakes:
                return self._check("name", path, "computed", None, place)
            reason = f"{_short(verbatim)} may also be {_short(namesakes[0])}"
            return self._check("name", path, "elsewhere", reason, place)
        if _looks_like_a_name(verbatim):
            reason = f"{_short(verbatim)} is not {_short(name)}, who stands elsewhere"
            return self._check("name", path, "contradicted", reason, place)
        reason = f"the words are {_short(verbatim)}; {_short(name)} stands elsewhere"
        return self._check("name", path, "elsewhere", reason, place)

    def _namesakes(self, name: str) -> list[str]:
        """Other full names in the article with the same surname."""
        words = [self.index.text(place) for place in self.index.names(self.index.all_sentences)]
        surname = name.split()[-1]
        return [
            other
            for other in words
            if same_surname(other, surname)
            and not same_name(name, other)
            and not _ends_with_name(other, name)
        ]

    def speaker(self, name: str, verbatim: str, path: str) -> Check:
        """Whether the speaker is named where the words are, or next to it."""
        path = _join(path, "name")
        near = self.index.near(self._with_whole_quotations())
        own = self.index.find(verbatim, near)
        if own and (same_name(name, verbatim) or same_surname(name, verbatim)):
            return self._check("speaker", path, "exact", None, own[0])
        place = self._where_named(name, near, surname=True)
        if place:
            return self._check("speaker", path, "exact", None, place)
        reason = f"{_short(name)} is not named in or next to {_list(self.cited)}"
        place = self._where_named(name, self.index.all_sentences)
        return self._check("speaker", path, "elsewhere" if place else "absent", reason, place)

    def _with_whole_quotations(self) -> list[int]:
        """The cited sentences and the rest of the quotations they are cut from.

        Who says the first of five quoted sentences is told after the last.
        """
        numbers = set(self.cited)
        for number in self.cited:
            for start, end in self.index.quotations_around(number):
                numbers.update(self.index.sentences_in(start, end))
        return sorted(numbers)

    def _where_named(
        self, name: str, numbers: Iterable[int], *, surname: bool = False
    ) -> Place | None:
        numbers = list(numbers)
        literal = self.index.find(name, numbers)
        if literal:
            return literal[0]
        for place in self.index.names(numbers):
            words = self.index.text(place)
            if same_name(name, words) or _ends_with_name(words, name):
                return place
            if surname and any(same_surname(name, word) for word in words.split()):
                return place
        return None

    def whole(self) -> Iterator[Check]:
        """What concerns the item as a whole."""
        if not isinstance(self.item, Quoted):
            return
        quoted = [
            place
            for number in self.cited
            for place in find_quotations(self.index.article.text, *self.index.region(number))
        ]
        spoken = [place for place in quoted if _is_speech(self.index.text(place))]
        self.item.quotes = [self._span(place) for place in spoken]
        if self.item.quotation == "direct" and not self.item.quotes:
            self.item.quotation = "indirect"
            reason = f"{_list(self.cited)} has no words in quotation marks: this is reported speech"
            yield self._check("quotation", "quotation", "contradicted", reason)
        elif self.item.quotation == "indirect" and self.item.quotes:
            reason = f"{_list(self.cited)} also holds words in quotation marks"
            yield self._check("quotation", "quotation", "unchecked", reason, spoken[0])
        else:
            yield self._check("quotation", "quotation", "exact", None, *spoken[:1])

    def prose(self, text: str, path: str) -> Iterator[Check]:
        """The numbers in the model's own words, each looked for where it may come from."""
        for figure in find_figures(text, self.index.article.language):
            words = text[figure.start : figure.end]
            if not any(character.isdigit() for character in words):
                continue  # "three agreements" is counting, which nobody has to state
            yield from self._number(figure, words, path)

    def _number(self, figure: Figure, words: str, path: str) -> Iterator[Check]:
        place = self._where_stated(figure, self.cited)
        if place:
            yield self._check("prose", path, "computed", None, place)
            return
        place = self._where_stated(figure, self.index.all_sentences)
        if place:
            reason = f"{_short(words)} is not in {_list(self.cited)}, but elsewhere in the article"
            yield self._check("prose", path, "elsewhere", reason, place)
        elif not self._in_date(figure):
            reason = f"the article does not say {_short(words)}"
            yield self._check("prose", path, "absent", reason)

    def _where_stated(self, claimed: Figure, numbers: Iterable[int]) -> Place | None:
        for figure, place in self.index.figures(numbers):
            same = any(_reads(figure, each.amount, each.upper) for each in claimed.readings)
            if same and (
                not claimed.currencies
                or not figure.currencies
                or claimed.currencies & figure.currencies
            ):
                return place
        return None

    def _in_date(self, figure: Figure) -> bool:
        published = self.index.article.published
        if published is None or figure.kind == "money":
            return False
        known = (published.year, published.month, published.day)
        return any(reading.amount in known for reading in figure.readings)

    # --- writing it down ---------------------------------------------------------------------

    def _agreement(self, kind: Kind, path: str, agrees: bool, reason: str, place: Place) -> Check:
        if agrees:
            return self._check(kind, path, "computed", None, place)
        return self._check(kind, path, "contradicted", reason, place)

    def _check(
        self,
        kind: Kind,
        path: str,
        verdict: Verdict,
        reason: str | None = None,
        place: Place | None = None,
    ) -> Check:
        span = self._span(place) if place else None
        return Check(kind=kind, field=path, verdict=verdict, reason=reason, span=span)

    def _span(self, place: Place) -> Span:
        return Span(start=place[0], end=place[1], text=self.index.text(place))


# A sentence that matches speaks to a model.  A net with wide meshes: it catches the usual wording,
# not an attacker who has read it.  See "What is checked" in the README.
_INSTRUCTION = re.compile(
    r"""(ignor|disregard|forget|overrid)\w*\s (.{0,40}\s)? (instruction|prompt|rule|direction)
      | (system|developer)\s(prompt|message)
      | you\sare\s(now\s)?(an?\s)?(AI|assistant|language\smodel)
      | (игнорир|забуд|не\sучитывай|пренебрег)\w*\s (.{0,40}\s)? (инструкци|указани|правил|промпт)
      | (нұсқау|ереже)\w*\s(.{0,20}\s)?(елеме|ұмыт)
      | (ignorier|vergiss|missacht)\w*\s (.{0,40}\s)? (anweisung|vorgabe|regel|instruktion)
      | (ignore[rz]?|oublie[rz]?)\s (.{0,40}\s)? (instruction|consigne|règle)
      | (忽略|无视|忘记|不要理会).{0,20}(指令|指示|说明|提示|规则)
      | (تجاهل|انس).{0,40}(التعليمات|الأوامر|القواعد)""",
    re.IGNORECASE | re.VERBOSE,
)


def _reads(figure: Figure, amount: Decimal | None, upper: Decimal | None) -> bool:
    return any(each.amount == amount and each.upper == upper for each in figure.readings)


def _ends_with_name(words: str, name: str) -> bool:
    """Whether the words are a title or a common noun, and then the name.

    «политолог Канат Оспанов» is Канат Оспанов; but "Air Astana" is not Astana, so a name of one word
    may only follow words in lower case.
    """
    before, last = words.split(), name.split()
    title, before = before[: -len(last)], before[-len(last) :]
    if not title or not (len(last) > 1 or all(word.islower() for word in title)):
        return False
    return same_name(name, " ".join(before))


def _looks_like_a_name(words: str) -> bool:
    return any(word[0].isupper() for word in words.split())


def _is_speech(words: str) -> bool:
    """Tell a quotation from a company's name in quotation marks."""
    if words.rstrip().endswith((".", "!", "?", "…", ",", "。", "！", "？", "，", "؟", "،")):
        return True
    many = len(words.split()) >= 4 or (" " not in words and len(words) >= 8 and not words.isascii())
    return many or (words[:1].islower() and " " in words)


def _marks(part: Part, name: str) -> tuple[object, ...]:
    return tuple(type(part).model_fields[name].metadata)


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _short(words: str) -> str:
    words = words if len(words) <= 80 else words[:79] + "…"
    return f"“{words}”"


def _list(numbers: list[int]) -> str:
    if len(numbers) > 6:
        return f"[{numbers[0]}] to [{numbers[-1]}]"
    return ", ".join(f"[{number}]" for number in numbers) or "the cited sentences"


def _either(codes: Iterable[str]) -> str:
    return " or ".join(sorted(codes))


def _plain(amount: Decimal, upper: Decimal | None = None) -> str:
    low = format(amount.normalize(), "f")
    return low if upper is None else f"{low} to {format(upper.normalize(), 'f')}"


def _figures(stated: list[tuple[Figure, Place]]) -> str:
    readings = [figure.readings[0] for figure, _ in stated[:3]]
    return " and ".join(_plain(reading.amount, reading.upper) for reading in readings)
