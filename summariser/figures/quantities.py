"""From tokens to quantities: numbers with their scales, in digits or in words.

quantity = term [a term of a smaller scale] «2 млрд 300 млн»
term     = number [half] scale* [half]      «два с половиной миллиарда», مليار ونصف
number   = digits | number words | part     «12,5», "twenty-five", "two fifths of" before a scale
         | a scale that stands alone        «миллиард долларов»

A number repeated in brackets, «12 (двенадцать)», is read once.
"""

from __future__ import annotations

import re
from decimal import Decimal

from .characters import WORD
from .hedges import deny
from .numerals import EXACT, is_spelled, read_number
from .partial import Sum
from .tokens import Tokens

_ONE, _THOUSAND = Decimal(1), Decimal(1000)
_OPENING, _CLOSING = frozenset((" (", "(", "（", " （")), frozenset((") ", ")", "）", "） "))
# One letter is too little to name a scale by itself: "$5b", "3k", "€3 m", but not "5 b".
_GLUED = frozenset("km")
# Digits right after these belong to a name or a formula: A320, COVID-19, C5+1, 第3.
_NAME = re.compile(r"[a-zß-öø-ɏ\u0400-\u052f_][-/]?$|[0-9]\+$|[/^=#@第]$|(?<!百)分之$")
_TIMES = re.compile("[0-9][xх×]$")  # 2x300 MW are two numbers
# Kazakh makes "dozens of" by an ending: ондаған миллиард; and 2½ must not lose its 2.
_UNCOUNTED = "(?:{}|[0-9]) $"


class Quantities:
    """Reads the quantities of one text.  Methods that take ``i`` read from that token on."""

    def __init__(self, tokens: Tokens, language: str | None) -> None:
        self.tokens = tokens
        self.language = language
        self._in_brackets = False

    def read(self, i: int, led: bool) -> Sum | None:
        """«2 млрд 300 млн», "5 thousand 200", مليار و200 مليون are one number each."""
        tokens, made = self.tokens, self._term(i, led)
        while made and made.scale >= _THOUSAND and len(made.values) == 1 and not made.hedges:
            j = made.next
            if tokens.has(j, "and") and tokens[j].text in tokens.listed.words("and_prefix"):
                j += 1
            if not tokens.near(j) or tokens.gap(j) not in ("", " ", ". "):  # «1 млрд. 200 млн.»
                break
            if tokens[j].means.keys().isdisjoint(("number", "numeral", "one")):
                break
            rest = self._term(j, led)
            if rest is None or len(rest.values) > 1 or rest.values[0] >= made.scale:
                break
            if rest.scale == 1 and (made.scale != _THOUSAND or tokens.gap(j) == ". "):
                break
            made.add(rest.values[0])
            made.take(rest.next - made.next)
            made.scale, made.hedges, made.last = rest.scale, rest.hedges, rest.last
        return made

    def repeated(self, made: Sum) -> Sum | None:
        """The same quantity once more, in brackets that open here; not looked for in brackets."""
        tokens, i = self.tokens, made.next
        if self._in_brackets or i >= len(tokens) or tokens.gap(i) not in _OPENING:
            return None
        self._in_brackets = True
        again = self.read(i, led=False)
        self._in_brackets = False
        return again if again and again.values[0] in made.values else None

    def hedge_after(self, made: Sum) -> None:
        """Take the hedge that follows, with its denial: astam, «асқан жоқ», "nicht übersteigen"."""
        tokens, i = self.tokens, made.next
        denied = tokens.has(i, "denied")
        i += denied
        if not tokens.has(i, "after"):
            return
        if tokens[i].text in tokens.listed.words("after_hyphen") and tokens.gap(i) != "-":
            return
        hedge: str = tokens[i].means["after"]
        i += 1
        if tokens.has(i, "denied"):
            denied, i = True, i + 1
        made.hedges.append(deny(hedge) if denied else hedge)
        made.next = i

    def is_closed(self, made: Sum) -> bool:
        """Whether a bracket closes right after it; what follows is then no longer cut off by it."""
        tokens, i = self.tokens, made.next
        if tokens.clean[tokens[i - 1].end : tokens[i - 1].end + 1] not in (")", "）"):
            return False
        if i < len(tokens) and tokens.gap(i) in _CLOSING:
            tokens.bridge(i)
        return True

    def _skip_repeated(self, made: Sum) -> None:
        again = self.repeated(made)
        if again and self.is_closed(again):
            made.next = again.next

    def _term(self, i: int, led: bool) -> Sum | None:
        """A number with its scales and halves: «2,5 млрд», "two and a half billion"."""
        tokens = self.tokens
        made = self._digits(i, led) or self._spelled(i) or self._alone(i)
        if made is None:
            return None
        self._skip_suffix(made)
        self._skip_repeated(made)
        if made.scale == 1 and tokens.has(made.next, "half"):
            made.add(tokens[made.next].means["half"])
            made.take(1)
        self.hedge_after(made)
        while tokens.has(made.next, "scale") and self._scaled(made, led):
            self._skip_suffix(made)
            self._skip_repeated(made)
            self.hedge_after(made)
            if (
                made.scale <= 100
                and tokens.has(made.next, "of")
                and tokens.has(made.next + 1, "scale")
            ):
                made.next += 1  # "une centaine de millions"
        if made.scale > 1 and tokens.has(made.next, "half"):
            made.add(EXACT.multiply(made.scale, tokens[made.next].means["half"]))
            made.take(1)
            if tokens.has(made.next, "scale"):  # مليار ونصف المليار names the scale again
                made.take(1)
        return made

    def _scaled(self, made: Sum, led: bool) -> bool:
        """Multiply by the scale that follows, if it may follow."""
        tokens, i = self.tokens, made.next
        token = tokens[i]
        powers: tuple[Decimal, ...] = token.means["scale"]
        if powers[0] <= made.scale:
            return False
        if not tokens.is_capital(token.start):
            powers = powers[:1]
        paid = led or tokens.has(i + 1, "currency")
        if (token.text in tokens.listed.led_scales and not led) or (
            token.text in _GLUED and not paid and tokens.gap(i)
        ):
            return False
        if paid and not led and tokens.gap(i + 1) == "-" and self._counts(made):
            return False
        if (
            token.text == "m"
            and not paid
            and not tokens.listed.pattern("many", " (?:{})").match(tokens.clean, token.end)
        ):
            powers = (*powers, _ONE)  # three million, or three metres
        made.multiply(*powers)
        made.scale = EXACT.multiply(made.scale, powers[0])
        made.take(1)
        return True

    def _counts(self, made: Sum) -> bool:
        """Whether this counts things: "two billion-dollar deals", but "a 2 billion-dollar deal"."""
        tokens, value = self.tokens, made.values[0]
        led_in = tokens.near(made.first) and tokens[made.first - 1].means.keys() & {
            "article",
            "one",
        }
        whole = value > 1 and value == value.to_integral_value()
        return whole and tokens.gap(made.next) == " " and not led_in

    def _skip_suffix(self, made: Sum) -> None:
        if self.tokens.has(made.next, "suffix"):
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
        made = Sum(
            i, i + 1, number.values, number.scale, number.uppers, spelled=spelled, hedges=hedges
        )
        if made.scale == 1 and made.values[0] < 10 and self._is_hundred(i + 1):  # "3 hundred"
            made.multiply(Decimal(100))
            made.take(1)
        return made

    def _is_name(self, i: int, led: bool) -> bool:
        """Whether these digits are part of a name or a formula: A320, C5+1, 5G, 1e5, 10³⁰⁰."""
        tokens, token = self.tokens, self.tokens[i]
        before = max(token.start - 3, 0), token.start
        if _NAME.search(tokens.clean, *before) and not _TIMES.search(tokens.clean, *before):
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
        if after[0] in "xх" and after[1:2].isdigit() and token.text != "0":
            return False
        one = letters.end() == 1 and after[0] < "\u0400" and not known
        return one or after[letters.end() : letters.end() + 1].isdigit()

    def _spelled(self, i: int) -> Sum | None:
        """A number in words: «двадцать пять», "a", "half a", خمسة وعشرين, yüz elli."""
        tokens, means = self.tokens, self.tokens[i].means
        if tokens.near(i) and "vague" in tokens[i - 1].means:
            return None
        if "vague" in means and tokens.has(i + 1, "scale"):  # «пару миллионов»
            return None
        part = self._part(i)
        if part:
            return part
        total = last = Decimal(0)
        j = i
        if "one" in means or "article" in means:
            total, last, j = _ONE, _ONE, i + 1
            sized = tokens.has(j, "alone") and tokens[j].means["alone"] != 1  # Viertelmilliarde
            if (
                sized
                or self._is_part(i)
                or ("article" in means and not self._is_hundred(j) and not tokens.has(j, "scale"))
            ):
                return None
        while j < len(tokens) and (j == i or tokens.near(j)):
            after_and = (
                j > i
                and "and" in tokens[j].means
                and (tokens.has(j + 1, "numeral") or tokens.has(j + 1, "one"))
            )
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
        thirds = tokens.has(j, "part") and "half" not in tokens[j].means
        if thirds and (tokens.has(j + 1, "of") or tokens.has(j + 1, "scale")):
            return None  # "two thirds of"
        bare = (
            j == i + 1
            and total == 100
            and tokens[i].text not in tokens.listed.words("full_hundreds")
        )
        return Sum(i, j, (total,), spelled=True, bare=bare) if total else None

    def _part(self, i: int) -> Sum | None:
        """Part of a scale: "half a billion", «две пятых миллиарда», "a quarter of a million"."""
        tokens, means, count = self.tokens, self.tokens[i].means, _ONE
        j = i
        if "part" not in means:
            count = means.get("numeral", Decimal(means.keys() & {"one", "article"} != set()))
            j += 1
            # In Uzbek, yarim after a number is "and a half".
            if not 1 <= count < 10 or not tokens.has(j, "part") or "half" in tokens[j].means:
                return None
        size: Decimal = tokens[j].means["part"]
        for _ in range(3):
            j += 1
            if (
                not tokens.has(j, "of")
                and not tokens.has(j, "article")
                and not tokens.has(j, "one")
            ):
                break
        value = EXACT.multiply(count, size)
        return Sum(i, j, (value,), spelled=True) if value and tokens.has(j, "scale") else None

    def _is_part(self, i: int) -> bool:
        """Whether only a part of it is meant, or many: "a third of a billion"."""
        tokens = self.tokens
        for _ in range(2):
            if tokens.near(i) and tokens[i - 1].means.keys() & {"of", "article", "one"}:
                i -= 1
        return tokens.near(i) and not tokens[i - 1].means.keys().isdisjoint(("part", "vague"))

    def _is_hundred(self, i: int) -> bool:
        return self.tokens.has(i, "numeral") and self.tokens[i].means["numeral"] == 100

    def _alone(self, i: int) -> Sum | None:
        """A scale without a number, where the language allows it: «миллиард долларов», ملياري."""
        tokens, token = self.tokens, self.tokens[i]
        count = token.means.get("alone")
        if count is None or self._is_part(i):
            return None
        if self.tokens.listed.pattern("uncounted", _UNCOUNTED).search(
            tokens.clean, max(token.start - 12, 0), token.start
        ):
            return None
        if count == 2 and token.text.endswith("ا") and not tokens.has(i + 1, "currency"):
            count = _ONE  # مليارا before no noun is the singular, in the accusative
        power = token.means["scale"][0]
        value = EXACT.multiply(count, power)
        return Sum(i, i + 1, (value,), power, spelled=True, bare=power >= _THOUSAND)


def _fits(last: Decimal, value: Decimal, word: str) -> bool:
    """Whether a number word may follow one of the last size: 20 + 5, 100 + 20, خمسة + عشرون."""
    if word[0] >= "\u0620" and last < 10 <= value <= 90:
        return True
    if last in (60, 80) and value < 20:
        return True  # soixante-dix
    return (last >= 100 and value < 100) or (last >= 10 and last % 10 == 0 and value < 10)
