"""Which sums does a text state?  Every number in it, with all legitimate readings of each.

Digits, number words, scales («млрд», "bn", 億), currencies, hedges («около», "up to", «астам») and
ranges, in ten languages.  It never guesses: "billions of dollars" has no amount, so it is no sum.
It does not convert, add up, or say which sum a deal is worth.

    figure    = [currency] quantity [connector [currency] quantity] [currency]
    quantity  = number scale* [half] [a quantity of a smaller scale]
    number    = digits | number words | Han numerals | a scale that stands alone («миллиард»)

The words are in ``money_words``; this is the grammar.  It reads the text once, left to right, over
the few tokens that can belong to a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Context, Decimal
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from summariser.money_words import (
    ANY_SEPARATOR,
    LETTER,
    SEPARATORS,
    SHOUTED,
    Currency,
    Means,
    Vocabulary,
    currencies,
    fold,
    vocabulary,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One legitimate way to read a figure: an amount, and the far end if it is a range."""

    amount: Decimal
    upper: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as a text states it.

    Attributes:
        start, end: code points in the text, half-open: number, scale and currency, no hedge before.
        readings: all legitimate readings, the likeliest first.
        currencies: ISO 4217 codes it may mean; empty if none is stated.
        qualifier: exact, approximately, more_than, at_least, less_than, up_to or range.
        qualifiers: all labels that suit its hedge.
        per: total, year, month or unit.
        kind: money, percent, year (also a part of a date), number, or other (an ordinal).
    """

    start: int
    end: int
    readings: tuple[Reading, ...]
    currencies: frozenset[str] = frozenset()
    qualifier: str = "exact"
    qualifiers: frozenset[str] = frozenset({"exact"})
    per: str = "total"
    kind: str = "number"


def find_sums(text: str, language: str | None = None) -> list[Figure]:
    """The sums of money in a text: figures with a currency.

    >>> [sum] = find_sums("около 2,5 млрд долл. США", "ru")
    >>> sum.readings[0].amount, sorted(sum.currencies), sum.qualifier
    (Decimal('2500000000'), ['USD'], 'approximately')
    """
    return [figure for figure in find_figures(text, language) if figure.kind == "money"]


def find_figures(text: str, language: str | None = None) -> list[Figure]:
    """Every number in a text, left to right, none overlapping.

    Names (A320, C5+1), times, telephone numbers, fractions and powers are left out.  A number word
    counts from two upwards; "one" and "a" only before a scale.  Never raises.

    Args:
        text: any string; offsets in the answer are code points into it.
        language: ISO 639-1 code of the text, if known: settles "3,000" and "Billion".

    >>> [(figure.kind, str(figure.readings[0].amount)) for figure in find_figures("3k units, 5 %")]
    [('number', '3000'), ('percent', '5')]
    """
    return list(_Reader(text, language).figures())


def is_currency(code: str) -> bool:
    """Whether this is an ISO 4217 code of money in use since 2010 (no metals, no funds).

    >>> is_currency("KZT"), is_currency("XAU"), is_currency("usd")
    (True, False, False)
    """
    return code in currencies()


def is_country(code: str) -> bool:
    """Whether this is an ISO 3166-1 alpha-2 code of a country or territory (or XK, Kosovo).

    >>> is_country("KZ"), is_country("EU"), is_country("ZZ"), is_country("kz")
    (True, False, False, False)
    """
    return code in _countries()


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    from babel import Locale

    # CLDR lists these beside the countries: reserved codes, unions, pseudo-regions.
    others = set(
        ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]
    )
    codes = {code for code in Locale("en").territories if len(code) == 2 and code.isalpha()}
    return frozenset(codes - others)


# ---------------------------------------------------------------------------------- tokens

_INVISIBLE = re.compile(
    "[\u00ad\u0301\u061c\u0640\u064b-\u0652\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f\ufeff]+"
)
_DIGITS = (
    r"[0-9]{1,3}(?:[ '][0-9]{3})+(?![0-9])(?:[.,٫][0-9]+)?"
    r"|[0-9]+(?:[.,٫][0-9]+|，[0-9]{3}(?![0-9]))*"
)
_HAN_DIGIT, _HAN_UNIT, _HAN_MORE, _HAN_VAGUE = (
    "〇零一二三四五六七八九两兩",
    "十百千万萬亿億兆",
    "多余餘",
    "数數几幾上",
)
_HAN_POINT = f"[点點](?=[{_HAN_DIGIT}])"
_HAN_PIECE = re.compile(f"{_DIGITS}|[{_HAN_DIGIT}]+(?:{_HAN_POINT}[{_HAN_DIGIT}]+)?|[^ ]")
_NUMBER = (
    f"(?:(?:{_DIGITS})[½¼¾]?|[½¼¾{_HAN_DIGIT}{_HAN_UNIT}]|[{_HAN_VAGUE}](?=[{_HAN_UNIT}]))"
    f"(?: ?[{_HAN_UNIT}{_HAN_MORE}]|[{_HAN_DIGIT}]|{_HAN_POINT}|[数數几幾](?=[{_HAN_UNIT}])"
    f"|(?<=[{_HAN_UNIT}])(?:{_DIGITS}))*"
)
_DATE = (
    r"(?:[0-9]{4}(?P<m>[-/.])[0-9]{1,2}(?P=m)[0-9]{1,2}"
    r"|[0-9]{1,2}(?P<n>[./-])[0-9]{1,2}(?P=n)(?:[0-9]{4}|[0-9]{2}))"
    r"(?![0-9]|[./:-][0-9])"
)
_CODE = (
    r"[0-9]+(?:[-/:^][0-9]+){2,}|[0-9]+(?:[/:^*][0-9]+)+|[0-9]+(?:\.[0-9]+){3,}"
    r"|\+[0-9][0-9 ()-]{7,}[0-9]"
)
_SUFFIX = (
    r"(?<=[0-9a-zа-яғқңөұүһі])['-](?:х|ти|ю|мя|ми|(?:[дтн][ае]н|[ғқгк][ае]|[дт][ае]|[днт]ы[ңн]?"
    r"|[днт]і[ңн]?)|[dtn][ae]n|[dt][ae]|y?[ae]|ga|ni|lik|l[iıuü]k)(?![a-zа-яғқңөұүһі])"
)
_ORDINAL = (
    r"(?<=[0-9])(?:-(?:й|го|му|м|е|я|ая|ое|ые|ый|ой|ых|ым|ую|ші|шы|інші|ыншы|ншы|нші|chi|inchi)"
    r"|'?(?:st|nd|rd|th|er|ère|ème|s|inci|üncü|uncu|ıncı))(?![a-zа-яғқңөұүһі])"
)
_WORD = re.compile(f"[{LETTER}]+")
# What may stand between two tokens that belong together; a blank line or a comma may not.
_GAPS = frozenset(("", " ", "-", ".", ". ", ".-", "'", "\n", " \n", "\n ", ".\n", "  "))
_ABBREVIATIONS = frozenset(("mrd", "mio", "tsd", "md", "mds"))
_GLUED_SCALES = frozenset("kmbt")


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    means: Means


@lru_cache(maxsize=16)
def _pattern(language: str | None) -> re.Pattern[str]:
    words = vocabulary(language)
    return re.compile(
        f"(?P<date>{_DATE})|(?P<code>{_CODE})|(?P<suffix>{_SUFFIX})|(?P<ordinal>{_ORDINAL})"
        f"|(?P<han>元(?![素件老首旦帅])|(?!元)(?=[\u2fff-\u9fff\u3040-\u30ff])(?:{words.han}))"
        f"|(?P<number>{_NUMBER})|(?P<symbol>{words.symbols})|(?P<word>[{LETTER}]+)"
    )


# ---------------------------------------------------------------------------------- grammar

# Enough digits for any two 30-digit factors; the caller's decimal context is left alone.
_EXACT = Context(prec=80)
_LONGEST_NUMBER = 30
_ONE = Decimal(1)
_THOUSAND = Decimal(1000)
_GROUPS = re.compile(r"[0-9]{1,3}(?:[.,，][0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}")
_VAGUE_KAZAKH = re.compile("(?:[дтл][ае]ған|[дтл]еген|аған|еген|неше|[0-9]) $")
_NAME = re.compile("[a-zß-öø-ɏ\u0400-\u052f_](?:[-/]|.?\\+)?$|[0-9]\\+$|[/^=#@]$|第$")
_YEAR = re.compile("19[0-9]{2}|20[0-9]{2}|2100")
_PAUSE = re.compile(r"[.,;:!?()\[\]«»\"\n。，；、！？（）]")
_DASHES = frozenset(("-", "–", "—", "~", " – ", " - ", " –", "– "))
# Words that may stand between a hedge and its number: «примерно в 12 млрд».
_FILLERS = frozenset(("", "в", "на", "из", "с", "за", "чем", "auf", "à", "to"))
_FROM = re.compile("(?<![^ (])(с|со|from|von|de|من) $")
_STARTERS = ("number", "numeral", "scale", "and", "currency")
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_HAN_DIGITS = str.maketrans("〇零一二三四五六七八九两兩点點", "001234567892" + "2..")
_HAN_UNITS = dict(
    zip(
        _HAN_UNIT,
        map(Decimal, ["10", "100", "1000", "1e4", "1e4", "1e8", "1e8", "1e12"]),
        strict=True,
    )
)
# «вырос с 2 до 3 млрд» states two sums, «от 2 до 3 млрд» a range.
_CHANGE = re.compile(
    "рост|вырос|возрос|увелич|сниз|сократ|упал|поднял|довест|расшир|grew|grow|rose|rise|rising|increas"
    "|climb|jump|fell|fall|drop|cut|declin|rais|expand|doubl|gestiegen|stieg|steig|wuchs|wachs|sank"
    "|erhöh|passé|passer|augment|baiss|ارتفع|زاد|انخفض|نمو|تراجع|ارتفاع|өст|өсті|артт|ұлғай"
    "|жеткіз|азайт|oshdi|oshir|yüksel|arttı|düş"
)


@dataclass(slots=True)
class _Sum:
    """A figure in the making.

    Tokens ``first`` to ``last`` are its own; ``next`` is past the hedges that follow, too.
    """

    first: int
    next: int
    values: tuple[Decimal, ...]
    last: int = -1
    scale: Decimal = _ONE
    codes: frozenset[str] = frozenset()
    hedges: list[str] = field(default_factory=list)
    uppers: tuple[Decimal, ...] = ()
    percent: bool = False
    spelled: bool = False
    bare: bool = False  # a scale or a hundred with no number before it

    def __post_init__(self) -> None:
        self.last = self.next - 1

    def take(self, count: int) -> None:
        """The next tokens belong to it as well."""
        self.next += count
        self.last = self.next - 1


class _Reader:
    """Reads one text.  Methods that take ``i`` read from that token on."""

    def __init__(self, text: str, language: str | None) -> None:
        code = (language or "")[:2].lower()
        self.language = code if code.isascii() and code.isalpha() and len(code) == 2 else None
        visible, self.origin = _visible(text)
        self.folded = fold(visible)
        self.clean = self.folded.lower()
        self.words: Vocabulary = vocabulary(self.language)
        self.tokens = list(self._tokens())
        self.used = -1  # the last token that belongs to a figure already made

    def figures(self) -> Iterator[Figure]:
        i = 0
        while i < len(self.tokens):
            sums = self._sums(i)
            for one in sums:
                figure = self._figure(one)
                self.used = one.next - 1
                if figure is not None:
                    yield figure
            i = max(i + 1, sums[-1].next if sums else 0)

    def _tokens(self) -> Iterator[_Token]:
        found = list(_pattern(self.language).finditer(self.clean))
        taken = 0
        for i, match in enumerate(found):
            if i < taken:
                continue
            kind, word, (start, end) = match.lastgroup, match[0], match.span()
            if kind in ("word", "han", "symbol"):
                count, means = self._look_up(found, i)
                taken = i + count
                if means:
                    yield _Token(start, found[taken - 1].end(), word, means)
            elif kind == "date":
                for part in re.finditer("[0-9]+", word):
                    span = start + part.start(), start + part.end()
                    yield _Token(*span, part[0], {"number": part[0], "date": True})
            elif kind != "code":
                yield _Token(start, end, word, {str(kind): word})

    def _look_up(self, found: list[re.Match[str]], i: int) -> tuple[int, Means]:
        """How many words from here on make a phrase, and what it means."""
        start, end = found[i].span()
        for rest, means in self.words.words.get(found[i][0], ()):
            following = found[i + 1 : i + 1 + len(rest)]
            if tuple(match[0] for match in following) == rest and all(
                self.clean[a.end() : b.start()] in _GAPS
                for a, b in zip(found[i : i + len(rest)], following, strict=True)
            ):
                break
        else:
            rest, means = (), {}
        code = self.folded[start:end]
        if not rest and end - start == 3 and code.isascii() and code.isupper():
            if code in currencies():
                codes = frozenset((code,))
                means = {**means, "currency": Currency(codes, codes, code in SHOUTED, True)}
        return 1 + len(rest), means

    def _has(self, i: int, kind: str) -> bool:
        """Token i means this, and stands right after the token before it."""
        return i < len(self.tokens) and kind in self.tokens[i].means and self._near(i)

    def _near(self, i: int) -> bool:
        if not 0 < i < len(self.tokens):
            return False
        before, token = self.tokens[i - 1], self.tokens[i]
        gap = self._gap(i)
        if gap not in _GAPS:
            return False
        if "." in gap:  # an abbreviation's full stop, or a sentence's?
            capital = self.folded[token.start : token.start + 2].istitle()
            if "number" in before.means or (capital and before.text not in _ABBREVIATIONS):
                return False
        return True

    def _gap(self, i: int) -> str:
        return self.clean[self.tokens[i - 1].end : self.tokens[i].start]

    # -- numbers

    def _quantity(self, i: int, led: bool) -> _Sum | None:
        """«2 млрд 300 млн», "5 thousand 200", مليار و200 مليون are one number each."""
        made = self._term(i, led)
        while made and made.scale >= _THOUSAND and len(made.values) == 1 and not made.hedges:
            j = made.next
            if self._has(j, "and") and self.tokens[j].text == "و":
                j += 1
            if not (self._near(j) and self._gap(j) in ("", " ")):
                break
            if self.tokens[j].means.keys().isdisjoint(("number", "numeral", "one")):
                break
            rest = self._term(j, led)
            if rest is None or len(rest.values) > 1 or rest.values[0] >= made.scale:
                break
            if rest.scale == 1 and made.scale != _THOUSAND:
                break
            made.values = (_EXACT.add(made.values[0], rest.values[0]),)
            made.next, made.last = rest.next, rest.last
            made.scale, made.hedges = rest.scale, rest.hedges
        return made

    def _term(self, i: int, led: bool) -> _Sum | None:
        """A number with its scales: «2,5 млрд», "two and a half billion", 2兆5,000億."""
        made = self._digits(i, led) or self._spelled(i) or self._alone(i)
        if made is None:
            return None
        self._skip_suffix(made)
        if made.scale == 1 and self._has(made.next, "half"):
            self._add_half(made, _ONE)
        self._hedge_after(made)
        while self._has(made.next, "scale") and self._scaled(made, led):
            self._skip_suffix(made)
            self._hedge_after(made)
        if made.scale > 1 and self._has(made.next, "half"):
            self._add_half(made, made.scale)
            if self._has(made.next, "scale"):  # مليار ونصف المليار names the scale again
                made.take(1)
        return made

    def _add_half(self, made: _Sum, scale: Decimal) -> None:
        half = _EXACT.divide(scale, Decimal(2))
        made.values = tuple(_EXACT.add(value, half) for value in made.values)
        made.take(1)

    def _digits(self, i: int, led: bool) -> _Sum | None:
        token = self.tokens[i]
        written = token.means.get("number")
        if written is None or len(written) > 3 * _LONGEST_NUMBER or self._is_name(i):
            return None
        if not written.isascii() and any(c in _HAN_UNIT + _HAN_DIGIT + _HAN_VAGUE for c in written):
            return _han(i, written)
        scaled = self._has(i + 1, "scale")
        values = _amounts(written.rstrip(_HAN_MORE), self.language, scaled, led)
        padded = written[0] == "0" and written.isdigit() and len(written) > 1  # 007
        if not values or (padded and "date" not in token.means):
            return None
        hedges = ["more_than approximately"] if written[-1] in _HAN_MORE else []
        return _Sum(i, i + 1, values, hedges=hedges)

    def _is_name(self, i: int) -> bool:
        """Whether these digits are part of a name or a formula: A320, C5+1, 5G, 1e5, 10³⁰⁰."""
        token = self.tokens[i]
        before = self.clean[max(token.start - 3, 0) : token.start]
        attached = i > 0 and self.tokens[i - 1].end >= token.start - 1
        means = self.tokens[i - 1].means if attached else {}
        belongs = "currency" in means or (
            "scale" in means and self._near(i - 1) and "number" in self.tokens[i - 2].means
        )
        if _NAME.search(before) and not belongs:
            return True
        after = self.clean[token.end : token.end + 12]
        if not after or after[0].isspace():
            return False
        letters = _WORD.match(after)
        if letters is None:
            return after[0] in "^*_" or (after[0].isdigit() and not after[0].isdecimal())
        known = i + 1 < len(self.tokens) and self.tokens[i + 1].start == token.end
        alone = letters.end() == 1 and after[0] < "\u0400" and not known
        return alone or after[letters.end() : letters.end() + 1].isdigit()

    def _spelled(self, i: int) -> _Sum | None:
        """A number in words: «двадцать пять», "a", "half a", خمسة وعشرين, yüz elli."""
        means = self.tokens[i].means
        if self._has(i, "vague") or (self._near(i) and "vague" in self.tokens[i - 1].means):
            return None
        if "halve" in means:
            j = i + 1
            while self._has(j, "article") or self._has(j, "one") or self._has(j, "of"):
                j += 1
            return _Sum(i, j, (Decimal("0.5"),), spelled=True) if self._has(j, "scale") else None
        total, last, j = Decimal(0), Decimal(0), i
        if "one" in means or "article" in means:
            if self._has(i + 1, "halve") and self._has(i + 2, "scale"):  # «eine halbe Milliarde»
                return _Sum(i, i + 2, (Decimal("0.5"),), spelled=True)
            total, last, j = _ONE, _ONE, i + 1
            hundred = self._has(j, "numeral") and self.tokens[j].means["numeral"] == 100
            if "article" in means and not hundred and not self._has(j, "scale"):
                return None
        while j < len(self.tokens) and (j == i or self._near(j)):
            after_and = j > i and "and" in self.tokens[j].means and self._has(j + 1, "numeral")
            token = self.tokens[j + after_and]
            value = token.means.get("numeral")
            if value is None and total and "one" in token.means:
                value = _ONE  # «двадцать один»
            if value is None:
                break
            if total and value == 100 and last < 10 and not after_and:
                total, last = _EXACT.multiply(total, value), value
            elif not total or _fits(last, value, token.text):
                total, last = _EXACT.add(total, value), value
            else:
                break
            j += 1 + after_and
        bare = j == i + 1 and total == 100 and self.tokens[i].text not in ("сто", "ста")
        return _Sum(i, j, (total,), spelled=True, bare=bare) if total else None

    def _alone(self, i: int) -> _Sum | None:
        """A scale without a number, where the language allows it: «миллиард долларов», ملياري."""
        token = self.tokens[i]
        count = token.means.get("alone")
        if count is None or (self._near(i) and "vague" in self.tokens[i - 1].means):
            return None
        if _VAGUE_KAZAKH.search(self.clean, max(token.start - 12, 0), token.start):
            return None
        if count == 2 and token.text.endswith("ا") and not self._has(i + 1, "currency"):
            count = _ONE  # مليارا before no noun is the singular, in the accusative
        power = token.means["scale"][0]
        value = _EXACT.multiply(count, power)
        return _Sum(i, i + 1, (value,), scale=power, spelled=True, bare=True)

    def _scaled(self, made: _Sum, led: bool) -> bool:
        """Multiply by the scale that follows, if it may follow."""
        token = self.tokens[made.next]
        powers: tuple[Decimal, ...] = token.means["scale"]
        if len(powers) > 1 and self.folded[token.start].islower():
            powers = powers[:1]
        if powers[0] <= made.scale:
            return False
        if token.text in _GLUED_SCALES and not led:
            glued = self.tokens[made.next - 1].end == token.start
            paid = self._has(made.next + 1, "currency")
            if token.text in "bt" or not (glued or paid):
                return False
            if token.text == "m" and not paid:
                powers = (*powers, _ONE)  # three million, or three metres
        products = (_EXACT.multiply(v, p) for p, v in product(powers, made.values))
        made.values = tuple(dict.fromkeys(products))
        made.scale = _EXACT.multiply(made.scale, powers[0])
        made.take(1)
        return True

    def _skip_suffix(self, made: _Sum) -> None:
        if self._has(made.next, "suffix"):
            made.next += 1

    def _hedge_after(self, made: _Sum) -> None:
        if self._has(made.next, "after"):
            made.hedges.append(self.tokens[made.next].means["after"])
            made.next += 1

    # -- sums

    def _sum(self, i: int) -> _Sum | None:
        """[currency] quantity [currency], with the hedges in between."""
        before: Currency | None = self.tokens[i].means.get("currency")
        if before is None or not before.leads:
            made = self._quantity(i, led=False)
        elif self._near(i + 1) and self._gap(i + 1) in ("", " "):
            made = self._quantity(i + 1, led=True)
            if made and not (before.weak and made.scale == 1):
                made.first, made.codes = i, before.codes
            elif made and self._gap(i + 1) == "":
                return None  # COP28
        else:
            return None
        if made is None:
            return None
        self._currency_after(made)
        self._hedge_after(made)
        if self._has(made.next, "percent") and not made.codes:
            made.percent = True
            made.take(1)
        return made

    def _currency_after(self, made: _Sum) -> None:
        j = made.next + self._has(made.next, "of")
        country = self.tokens[j].means["country"] if self._has(j, "country") else ""
        j += bool(country)
        if not self._has(j, "currency"):
            return
        token = self.tokens[j]
        currency: Currency = token.means["currency"]
        if currency.leads and self.clean[token.end : token.end + 1].isdecimal():
            return  # it belongs to the number that follows
        j += 1
        if not country and self._has(j, "country_after"):
            country = self.tokens[j].means["country_after"]
            j += 1
        named = frozenset(code for code in currency.family if country and code[:2] == country)
        if country and not named:
            return
        codes = named or currency.codes
        if currency.weak and not named and made.scale == 1:
            return
        if made.codes and not (made.codes & codes or self.tokens[made.first].text == "$"):
            return
        made.codes = made.codes & codes or codes
        made.take(j - made.next)

    def _sums(self, i: int) -> list[_Sum]:
        """The sum at this token, or the range, or the two sums of a change, that begins there."""
        low = self._sum(i)
        if low is None:
            return []
        kind, k = self._connector(low)
        high = self._sum(k) if kind else None
        if high is None:
            return [low]
        until = "until" in self.tokens[high.next - 1].means
        if (kind == "until" and not until) or not self._share(low, high):
            return [low]
        if until and high.hedges:
            high.hedges.pop()
        if kind in ("mid", "until") and self._is_change(low, high):
            return [low, high]
        low.uppers, low.last, low.next = high.values, high.last, high.next
        low.hedges += high.hedges
        return [low]

    def _connector(self, low: _Sum) -> tuple[str, int]:
        """What joins this sum to another, and the token where the other would begin."""
        j = low.next
        if j >= len(self.tokens):
            return "", j
        if self._gap(j) in _DASHES:
            return "dash", j
        if self._has(j, "mid") and self._near(j + 1):
            return "mid", j + 1
        between = low.first > 0 and "between" in self.tokens[low.first - 1].means
        if between and self._near(low.first) and self._near(j):
            if "and" in self.tokens[j].means and self._near(j + 1):
                return "and", j + 1
            if self.tokens[j].text[0] == "و":  # Arabic writes it together with the number
                return "and", j
        return ("until", j) if self._near(j) else ("", j)

    def _share(self, low: _Sum, high: _Sum) -> bool:
        """Give each what only the other states; False if they make no range."""
        if low.codes and high.codes and not low.codes & high.codes:
            return False
        led = "currency" in self.tokens[low.first].means
        if low.codes and not high.codes and not led:
            return False
        if low.percent and not high.percent:
            return False
        bare = low.scale == high.scale == 1 and not (high.codes or high.percent)
        if bare and (self._is_year(low) or "date" in self.tokens[low.first].means):
            return False
        values = low.values
        if low.scale == 1 < high.scale and values[0] < _EXACT.divide(high.values[0], high.scale):
            values = tuple(_EXACT.multiply(value, high.scale) for value in values)
        if not any(a < b for a, b in product(values, high.values)):
            return False
        low.values = values
        low.percent = high.percent
        low.codes = high.codes = (low.codes & high.codes) or low.codes or high.codes
        return True

    def _is_change(self, low: _Sum, high: _Sum) -> bool:
        start, end = self.tokens[low.first].start, self.tokens[high.last].end
        opened = _FROM.search(self.clean, max(start - 6, 0), start)
        if opened and opened[1] in ("с", "со"):
            return True
        around = self.clean[max(start - 60, 0) : start] + " " + self.clean[end : end + 40]
        turkic = "until" in self.tokens[high.next - 1].means
        return bool((opened or turkic) and _CHANGE.search(around))

    # -- figures

    def _figure(self, made: _Sum) -> Figure | None:
        kind = self._kind(made)
        if not kind:
            return None
        start, end = self.tokens[made.first].start, self.tokens[made.last].end
        labels, first = self._labels(made)
        sign = self._signs(made, start)
        pairs = [(a, b) for a, b in product(made.values, made.uppers) if a < b]
        readings = [Reading(_plain(a), _plain(b)) for a, b in pairs] or [
            Reading(_plain(_EXACT.multiply(value, s))) for s in sign for value in made.values
        ]
        if made.uppers:
            labels.insert(0, "range")
        labels = labels or ["exact"]
        return Figure(
            *self._span(start, end),
            readings=tuple(readings),
            currencies=made.codes,
            qualifier=labels[0],
            qualifiers=frozenset(labels),
            per=self._period(made, first),
            kind=kind,
        )

    def _kind(self, made: _Sum) -> str:
        """What sort of figure this is; "" if it is none."""
        token = self.tokens[made.first]
        if made.codes:
            return "money" if made.values[0] >= 1 or made.scale > 1 or not made.spelled else ""
        led = made.first - 1 if self._near(made.first) else -1
        before = self.tokens[led].means if led >= 0 else {}
        if made.percent or "percent_before" in before:
            return "percent"
        if made.spelled:
            small = made.values[0] < Decimal("1.5") and made.scale == 1
            bare = made.bare and not made.hedges and "before" not in before
            han = token.text[0] >= "\u2fff" and made.scale < 10 * _THOUSAND
            if small or bare or (han and not self._has(made.next, "measure")):
                return ""
            return "number"
        if "date" in token.means:
            return "year"
        if self._has(made.next, "ordinal"):
            return "year" if self._is_year(made) else "other"
        if self._is_year(made) and made.scale == 1:
            following = self.folded[token.end : token.end + 2].strip()[:1]
            noun = following.isalpha() and not following.isupper()
            told = before.keys() & {"year_before", "month"} or self._has(made.next, "year")
            return "year" if told or not noun else "number"
        day = made.scale == 1 and made.values[0] <= 31 and not made.uppers
        if day and (self._has(made.next, "month") or "month" in before):
            return "year"
        return "number"

    def _is_year(self, made: _Sum) -> bool:
        return bool(_YEAR.fullmatch(self.tokens[made.first].text))

    def _labels(self, made: _Sum) -> tuple[list[str], int]:
        """The labels that suit the hedges around it, and the first token of those before it."""
        hedges, first = [], made.first
        for i in range(made.first - 1, max(made.first - 4, self.used), -1):
            means = self.tokens[i].means
            if self._gap(i + 1).strip(" '") not in _FILLERS:
                break
            if "before" in means and not (made.uppers and means["before"] == "at_least exact"):
                hedges.append(means["before"])
            elif means.keys().isdisjoint(("before", "between", "of", "mid")):
                break
            first = i
        hedges += made.hedges
        start, end = self.tokens[made.first].start, self.tokens[made.last].end
        around = self.clean[max(start - 60, 0) : start] + " " + self.clean[end : end + 40]
        if hedges[:1] == ["up_to"] and self.tokens[first].text != "up" and _CHANGE.search(around):
            hedges[0] = "exact up_to"  # «вырос до 5 млрд»: that is the amount
        return " ".join(hedges).split(), first

    def _signs(self, made: _Sum, start: int) -> tuple[Decimal, ...]:
        before = self.clean[max(start - 2, 0) : start]
        if before.endswith("−") or (self._near(made.first) and self._said_minus(made.first - 1)):
            return (-_ONE,)
        if before in (" -", "(-"):  # a minus, or a dash that lost its space
            return (-_ONE, _ONE)
        return (_ONE,)

    def _said_minus(self, i: int) -> bool:
        return "minus" in self.tokens[i].means

    def _period(self, made: _Sum, first: int) -> str:
        """Whether the amount is by the year, the month or the piece."""
        for i in range(made.next, min(made.next + 3, len(self.tokens))):
            means = self.tokens[i].means
            gap = self._gap(i)
            if _PAUSE.search(gap) or gap.count(" ") > 3 or not means.keys().isdisjoint(_STARTERS):
                break
            period = means.get("per_after", means.get("per_around"))
            if period is not None:
                made.next = i + 1
                return str(period) or "total"
        for i in range(first - 1, max(first - 3, self.used), -1):
            gap = self._gap(i + 1)
            if _PAUSE.search(gap) or gap.count(" ") > 3:
                break
            if "per_around" in self.tokens[i].means:
                return str(self.tokens[i].means["per_around"])
        return "total"

    def _span(self, start: int, end: int) -> tuple[int, int]:
        if self.origin is None:
            return start, end
        return self.origin[start], self.origin[end - 1] + 1


# ---------------------------------------------------------------------------------- characters


def _visible(text: str) -> tuple[str, list[int] | None]:
    """The text without soft hyphens, joiners and vowel marks, and where each character was."""
    if not _INVISIBLE.search(text):
        return text, None
    kept = [i for i, character in enumerate(text) if not _INVISIBLE.match(character)]
    return "".join(map(text.__getitem__, kept)), kept


def _amounts(written: str, language: str | None, scaled: bool, led: bool) -> tuple[Decimal, ...]:
    """What these digits may stand for, the likeliest first; nothing if they are malformed.

    >>> _amounts("1.234.567,89", None, False, False), _amounts("3,000", "de", False, False)
    ((Decimal('1234567.89'),), (Decimal('3000'), Decimal('3.000')))
    """
    fraction = _FRACTIONS.get(written[-1], Decimal(0))
    digits = written.rstrip("½¼¾").replace(" ", "").replace("'", "").replace("，", ",")
    if not digits:
        return (fraction,)
    if len(digits) > _LONGEST_NUMBER:
        return ()
    grouped = len(digits) < len(written.rstrip("½¼¾"))
    marks = [character for character in digits if character in ".,٫"]
    if not marks:
        return (_EXACT.add(Decimal(digits), fraction),)
    head, _, tail = digits.rpartition(marks[-1])
    groups = Decimal(re.sub("[.,٫]", "", digits))
    point = re.sub("[.,٫]", "", head) + "." + tail
    if len(marks) > 1:
        if len(set(marks)) == 1:
            return (groups,) if _GROUPS.fullmatch(digits) else ()
        whole = marks.count(marks[-1]) == 1 and _GROUPS.fullmatch(head)
        return (Decimal(point),) if whole else ()
    settled = len(tail) != 3 or len(head) > 3 or head[0] == "0" or marks == ["٫"]
    if grouped or settled:
        return (Decimal(point),)
    meanings = SEPARATORS.get(language or "", ANY_SEPARATOR)[marks[0]]
    if led and marks == ["."] and "d" not in meanings:
        meanings += "d"  # "US$1.250" keeps its point in any language
    if "dg" in meanings and not scaled:
        meanings = "gd"  # three decimals are rare, but for «2,125 млрд»
    return tuple(Decimal(point) if meaning == "d" else groups for meaning in meanings)


def _han(i: int, written: str) -> _Sum | None:
    """Han numerals, with digits among them or not: 二十五亿, 1.5万亿, 2兆5,000億; not 数十亿."""
    total, section, scale = Decimal(0), Decimal(0), _ONE
    current: Decimal | None = None
    power = Decimal(0)
    hedges: list[str] = []
    for piece in (match[0] for match in _HAN_PIECE.finditer(written)):
        if piece in _HAN_VAGUE:
            return None
        if piece in _HAN_MORE:
            hedges = ["more_than approximately"]
        elif piece in _HAN_UNITS:
            unit = _HAN_UNITS[piece]
            if current is None and not section and not total and unit != 10:
                return None
            scale = _EXACT.multiply(scale, unit)
            if unit < 10 * _THOUSAND:
                step = _EXACT.multiply(_ONE if current is None else current, unit)
                section = _EXACT.add(section, step)
            else:
                section = _EXACT.add(section, current or Decimal(0))
                if unit > power:
                    total, section = _EXACT.add(total, section), Decimal(0)
                    total = _EXACT.multiply(total, unit)
                else:
                    total = _EXACT.add(total, _EXACT.multiply(section, unit))
                    section = Decimal(0)
                power = unit
            current = None
        else:
            values = _amounts(piece.translate(_HAN_DIGITS), "zh", False, False)
            if not values:
                return None
            current, scale = values[0], _ONE
    total = _EXACT.add(total, _EXACT.add(section, current or Decimal(0)))
    spelled = not any(character in "0123456789" for character in written)
    return _Sum(i, i + 1, (total,), scale=scale, hedges=hedges, spelled=spelled)


def _fits(last: Decimal, value: Decimal, word: str) -> bool:
    """Whether a number word may follow one of the last size: 20 + 5, 100 + 20, 5 و 20."""
    if word[0] >= "\u0620" and last < 10 <= value <= 90:
        return True
    if last in (60, 80) and value < 20:
        return True  # soixante-dix
    return (last >= 100 and value < 100) or (last >= 10 and last % 10 == 0 and value < 10)


def _plain(value: Decimal) -> Decimal:
    """Without a needless fraction or exponent."""
    whole = value.to_integral_value(context=_EXACT)
    return Decimal(int(whole)) if whole == value else value.normalize(_EXACT)
