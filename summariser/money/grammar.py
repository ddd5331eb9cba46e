"""From tokens to sums: the grammar, read once from left to right.

sum      = [currency] quantity [currency]
range    = sum connector sum                «от 2 до 3 млрд долларов», "$2-3 billion"
quantity = term [a term of a smaller scale] «2 млрд 300 млн»
term     = number [half] scale* [half]      «два с половиной миллиарда», مليار ونصف
number   = digits | number words | a scale that stands alone («миллиард долларов»)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from .characters import WORD
from .numerals import EXACT, is_spelled, read_number
from .sums import Sum
from .tokens import Tokens
from .vocabulary import Currency

_ONE, _THOUSAND = Decimal(1), Decimal(1000)
_DASHES = frozenset(("-", "–", "—", "~", " – ", " - ", " –", "– "))
YEAR = re.compile("19[0-9]{2}|20[0-9]{2}|2100")
# One letter is too little to name a scale by itself: "$5b", "3k", "€3 m", but not "5 b".
_GLUED, _LED = frozenset("km"), frozenset(("b", "t", "tn", "mil"))
# Digits right after these belong to a name or a formula: A320, COVID-19, C5+1, 第3.
_NAME = re.compile(r"[a-zß-öø-ɏ\u0400-\u052f_][-/]?$|[0-9]\+$|[/^=#@第]$")
# Kazakh makes "dozens of" by an ending: ондаған миллиард; and 2½ must not lose its 2.
_UNCOUNTED = re.compile("(?:[дтл][ае]ған|[дтл]еген|аған|еген|неше|[0-9]) $")
# «вырос с 2 до 3 млрд» states two sums, «от 2 до 3 млрд» a range.
_FROM = re.compile("(?<![^ (])(с|со|from|von|de|من) $")
CHANGE = re.compile(
    "рост|вырос|возрос|увелич|сниз|сократ|упал|поднял|довест|расшир|grew|grow|rose|rise|rising|increas"
    "|climb|jump|fell|fall|drop|cut|declin|rais|expand|doubl|gestiegen|stieg|steig|wuchs|wachs|sank"
    "|erhöh|passé|passer|augment|baiss|ارتفع|زاد|انخفض|نمو|تراجع|ارتفاع|өсті|артт|ұлғай|жеткіз|азайт"
    "|oshdi|oshir|yüksel|arttı|düş"
)


class Grammar:
    """Reads the sums of one text.  Methods that take ``i`` read from that token on."""

    def __init__(self, tokens: Tokens, language: str | None) -> None:
        self.tokens = tokens
        self.language = language

    def sums(self) -> Iterator[Sum]:
        """All of them, in order, none overlapping."""
        i = 0
        while i < len(self.tokens):
            found = self._sums(i)
            yield from found
            i = found[-1].next if found else i + 1

    def _sums(self, i: int) -> list[Sum]:
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
        if kind in ("mid", "until") and self._is_change(low, high, until):
            low.next = high.first  # «до» is no hedge of the second
            return [low, high]
        low.uppers, low.last, low.next = high.values, high.last, high.next
        low.hedges += high.hedges
        return [low]

    def _connector(self, low: Sum) -> tuple[str, int]:
        """What joins this sum to another, and the token where the other would begin."""
        tokens, j = self.tokens, low.next
        if j >= len(tokens):
            return "", j
        if tokens.gap(j) in _DASHES:
            return "dash", j
        if tokens.has(j, "mid") and tokens.near(j + 1):
            return "mid", j + 1
        if tokens.near(low.first) and "between" in tokens[low.first - 1].means and tokens.near(j):
            if "and" in tokens[j].means and tokens.near(j + 1):
                return "and", j + 1
            if tokens[j].text[0] == "و":  # Arabic writes it together with the number
                return "and", j
        ablative = tokens[j - 1].end and tokens.clean[tokens[j - 1].end - 1] in "нn"
        return ("until", j) if ablative and tokens.near(j) else ("", j)

    def _share(self, low: Sum, high: Sum) -> bool:
        """Give each what only the other states; False if they make no range."""
        led = "currency" in self.tokens[low.first].means
        if low.codes and (not low.codes & high.codes if high.codes else not led):
            return False
        if low.percent and not high.percent:
            return False
        bare = low.scale == 1 and not led
        if bare and self.is_year(low):
            spaced = self.tokens.gap(high.first).startswith(" ")
            if high.scale > 1 or spaced or not (high.codes or high.percent):
                return False
        if "date" in self.tokens[low.first].means:
            return False
        if low.scale == 1 < high.scale:
            if low.values[0] >= EXACT.divide(high.values[0], high.scale):
                return False
            low.multiply(high.scale)
        if not any(a < b for a, b in product(low.values, high.values)):
            return False
        low.percent = high.percent
        low.codes = high.codes = (low.codes & high.codes) or low.codes or high.codes
        return True

    def _is_change(self, low: Sum, high: Sum, until: bool) -> bool:
        clean, start, end = self.tokens.clean, *self.extent(low, high)
        opened = _FROM.search(clean, max(start - 6, 0), start)
        if opened and opened[1] in ("с", "со"):
            return True
        return bool((opened or until) and self.near_change(start, end))

    def near_change(self, start: int, end: int) -> bool:
        """Whether something rises or falls shortly before or after these offsets."""
        clean = self.tokens.clean
        return bool(
            CHANGE.search(clean, max(start - 60, 0), start) or CHANGE.search(clean, end, end + 40)
        )

    def extent(self, first: Sum, last: Sum) -> tuple[int, int]:
        """Where the first begins and the last ends."""
        return self.tokens[first.first].start, self.tokens[last.last].end

    def is_year(self, made: Sum) -> bool:
        """Whether it is written like a year of our time."""
        return bool(YEAR.fullmatch(self.tokens[made.first].text))

    def _sum(self, i: int) -> Sum | None:
        """[currency] quantity [currency], with the hedges in between."""
        sign: Currency | None = self.tokens[i].means.get("currency")
        if sign is None or not sign.leads:
            made = self._quantity(i, led=False)
        elif self.tokens.near(i + 1) and self.tokens.gap(i + 1) in ("", " "):
            made = self._quantity(i + 1, led=True)
            if made and not (sign.weak and made.scale == 1):
                made.first, made.codes = i, sign.codes
            elif made and self.tokens.gap(i + 1) == "":
                return None  # COP28
        else:
            return None
        if made is None:
            return None
        self._currency_after(made)
        self._hedge_after(made)
        if not made.codes and self.tokens.has(made.next, "percent"):
            made.percent = True
            made.take(1)
        return made

    def _currency_after(self, made: Sum) -> None:
        """[of] [country] currency [country]: «млрд канадских долларов», "milliards d'euros"."""
        tokens = self.tokens
        j = made.next + tokens.has(made.next, "of")
        country = tokens[j].means["country"] if tokens.has(j, "country") else ""
        j += bool(country)
        if not tokens.has(j, "currency"):
            return
        currency: Currency = tokens[j].means["currency"]
        if currency.leads and tokens.clean[tokens[j].end : tokens[j].end + 1].isdecimal():
            return  # it belongs to the number that follows
        j += 1
        if not country and tokens.has(j, "country_after"):
            country = tokens[j].means["country_after"]
            j += 1
        named = frozenset(code for code in currency.family if country and code[:2] == country)
        if (country or (currency.weak and made.scale == 1)) and not named:
            return
        codes = named or currency.codes
        if made.codes and not (made.codes & codes or tokens[made.first].text == "$"):
            return
        made.codes = made.codes & codes or codes
        made.take(j - made.next)

    def _quantity(self, i: int, led: bool) -> Sum | None:
        """«2 млрд 300 млн», "5 thousand 200", مليار و200 مليون are one number each."""
        tokens, made = self.tokens, self._term(i, led)
        while made and made.scale >= _THOUSAND and len(made.values) == 1 and not made.hedges:
            j = made.next
            if tokens.has(j, "and") and tokens[j].text == "و":
                j += 1
            if not tokens.near(j) or tokens.gap(j) not in ("", " "):
                break
            if tokens[j].means.keys().isdisjoint(("number", "numeral", "one")):
                break
            rest = self._term(j, led)
            if rest is None or len(rest.values) > 1 or rest.values[0] >= made.scale:
                break
            if rest.scale == 1 and made.scale != _THOUSAND:
                break
            made.add(rest.values[0])
            made.take(rest.next - made.next)
            made.scale, made.hedges, made.last = rest.scale, rest.hedges, rest.last
        return made

    def _term(self, i: int, led: bool) -> Sum | None:
        """A number with its scales and halves: «2,5 млрд», "two and a half billion"."""
        tokens = self.tokens
        made = self._digits(i, led) or self._spelled(i) or self._alone(i)
        if made is None:
            return None
        self._skip_suffix(made)
        if made.scale == 1 and tokens.has(made.next, "half"):
            made.add(Decimal("0.5"))
            made.take(1)
        self._hedge_after(made)
        while tokens.has(made.next, "scale") and self._scaled(made, led):
            self._skip_suffix(made)
            self._hedge_after(made)
        if made.scale > 1 and tokens.has(made.next, "half"):
            made.add(EXACT.divide(made.scale, Decimal(2)))
            made.take(1)
            if tokens.has(made.next, "scale"):  # مليار ونصف المليار names the scale again
                made.take(1)
        return made

    def _scaled(self, made: Sum, led: bool) -> bool:
        """Multiply by the scale that follows, if it may follow."""
        token = self.tokens[made.next]
        powers: tuple[Decimal, ...] = token.means["scale"]
        if powers[0] <= made.scale:
            return False
        if not self.tokens.is_capital(token.start):
            powers = powers[:1]
        paid = led or self.tokens.has(made.next + 1, "currency")
        if (token.text in _LED and not led) or (
            token.text in _GLUED and not paid and self.tokens.gap(made.next)
        ):
            return False
        if token.text == "m" and not paid:
            powers = (*powers, _ONE)  # three million, or three metres
        made.multiply(*powers)
        made.scale = EXACT.multiply(made.scale, powers[0])
        made.take(1)
        return True

    def _skip_suffix(self, made: Sum) -> None:
        if self.tokens.has(made.next, "suffix"):
            made.next += 1

    def _hedge_after(self, made: Sum) -> None:
        if self.tokens.has(made.next, "after"):
            made.hedges.append(self.tokens[made.next].means["after"])
            made.next += 1

    def _digits(self, i: int, led: bool) -> Sum | None:
        token = self.tokens[i]
        written = token.means.get("number")
        if written is None or self._is_name(i, led):
            return None
        number = read_number(written, self.language, self.tokens.has(i + 1, "scale"), led)
        padded = written[0] == "0" and len(written) > 1 and written.isdigit()  # 007
        if number is None or (padded and "date" not in token.means):
            return None
        hedges = ["more_than approximately"] if number.more else []
        spelled = is_spelled(written)
        return Sum(i, i + 1, number.values, number.scale, spelled=spelled, hedges=hedges)

    def _is_name(self, i: int, led: bool) -> bool:
        """Whether these digits are part of a name or a formula: A320, C5+1, 5G, 1e5, 10³⁰⁰."""
        tokens, token = self.tokens, self.tokens[i]
        if _NAME.search(tokens.clean, max(token.start - 3, 0), token.start):
            means = tokens[i - 1].means if i and tokens[i - 1].end >= token.start - 1 else {}
            counted = i > 1 and "number" in tokens[i - 2].means and tokens.near(i - 1)
            signed = "currency" in means and (led or not means["currency"].weak)
            if not (signed and tokens.gap(i) == "") and not ("scale" in means and counted):
                return True
        after = tokens.clean[token.end : token.end + 12]
        if not after or after[0] == " ":
            return False
        letters = WORD.match(after)
        if letters is None:
            return after[0] in "^*_" or (after[0].isdigit() and not after[0].isdecimal())
        known = i + 1 < len(tokens) and tokens[i + 1].start == token.end
        one = letters.end() == 1 and after[0] < "\u0400" and not known
        return one or after[letters.end() : letters.end() + 1].isdigit()

    def _spelled(self, i: int) -> Sum | None:
        """A number in words: «двадцать пять», "a", "half a", خمسة وعشرين, yüz elli."""
        tokens, means = self.tokens, self.tokens[i].means
        if tokens.near(i) and "vague" in tokens[i - 1].means:
            return None
        if "halve" in means:  # "half a billion", «жарты миллиард»
            j = i + 1
            while tokens.has(j, "article") or tokens.has(j, "one") or tokens.has(j, "of"):
                j += 1
            made = Sum(i, j, (Decimal("0.5"),), spelled=True)
            return made if tokens.has(j, "scale") else None
        total = last = Decimal(0)
        j = i
        if "one" in means or "article" in means:
            if tokens.has(i + 1, "halve") and tokens.has(i + 2, "scale"):  # «eine halbe Milliarde»
                return Sum(i, i + 2, (Decimal("0.5"),), spelled=True)
            total, last, j = _ONE, _ONE, i + 1
            hundred = tokens.has(j, "numeral") and tokens[j].means["numeral"] == 100
            if "article" in means and not hundred and not tokens.has(j, "scale"):
                return None
        while j < len(tokens) and (j == i or tokens.near(j)):
            after_and = j > i and "and" in tokens[j].means and tokens.has(j + 1, "numeral")
            token = tokens[j + after_and]
            value = token.means.get("numeral", _ONE if j > i and "one" in token.means else None)
            if value is None:
                break
            if total and value == 100 and last < 10 and not after_and:
                total, last = EXACT.multiply(total, value), value
            elif not total or _fits(last, value, token.text):
                total, last = EXACT.add(total, value), value
            else:
                break
            j += 1 + after_and
        bare = j == i + 1 and total == 100 and tokens[i].text not in ("сто", "ста")
        return Sum(i, j, (total,), spelled=True, bare=bare) if total else None

    def _alone(self, i: int) -> Sum | None:
        """A scale without a number, where the language allows it: «миллиард долларов», ملياري."""
        tokens, token = self.tokens, self.tokens[i]
        count = token.means.get("alone")
        if count is None or (tokens.near(i) and "vague" in tokens[i - 1].means):
            return None
        if _UNCOUNTED.search(tokens.clean, max(token.start - 12, 0), token.start):
            return None
        if count == 2 and token.text.endswith("ا") and not tokens.has(i + 1, "currency"):
            count = _ONE  # مليارا before no noun is the singular, in the accusative
        power = token.means["scale"][0]
        value = EXACT.multiply(count, power)
        return Sum(i, i + 1, (value,), power, spelled=True, bare=True)


def _fits(last: Decimal, value: Decimal, word: str) -> bool:
    """Whether a number word may follow one of the last size: 20 + 5, 100 + 20, خمسة + عشرون."""
    if word[0] >= "\u0620" and last < 10 <= value <= 90:
        return True
    if last in (60, 80) and value < 20:
        return True  # soixante-dix
    return (last >= 100 and value < 100) or (last >= 10 and last % 10 == 0 and value < 10)
