"""From tokens to quantities: numbers with their scales, in digits or in words.

quantity = term [a term of a smaller scale] «2 млрд 300 млн», "un miliardo e 200 milioni"
term     = number [half] scale* [half]      «два с половиной миллиарда», مليار ونصف
         | number thousand number scale     "dos mil quinientos millones"
number   = digits | number words | part     «12,5», "twenty-five", "two fifths of" before a scale
         | number words, mark, their digits "three point two five", «три целых пять десятых»
         | a scale that stands alone        «миллиард долларов»

A number repeated in brackets, «12 (двенадцать)», is read once.
"""

from __future__ import annotations

import re
from decimal import Decimal

from .characters import WORD
from .hedges import deny
from .numerals import EXACT, is_of_fraction, is_spelled, read_number
from .partial import Sum
from .tokens import Tokens

_TEENS = range(11, 20)
_ONE, _HUNDRED, _THOUSAND = Decimal(1), Decimal(100), Decimal(1000)
_OPENING, _CLOSING = frozenset((" (", "(", "（", " （")), frozenset((") ", ")", "）", "） "))
# One letter is too little to name a scale by itself: "$5b", "3k", "€3 m", but not "5 b".
_GLUED = frozenset("km")
# Digits right after these belong to a name or a formula: A320, COVID-19, C5+1, 第3.
_NAME = re.compile(r"[a-zß-öø-ɏ\u0400-\u052f_][-/]?$|[0-9]\+$|[/^=#@第]$")
_TIMES = re.compile("[0-9][xх×]$")  # 2x300 MW are two numbers
# Kazakh makes "dozens of" by an ending: ондаған миллиард; and 2½ must not lose its 2.
_COUNTS = ("number", "numeral", "currency")
_DECIMAL = frozenset(("number", "numeral", "zero", "one", "point", "whole", "part", "part_of"))
_MOST_TENTHS = 3  # digits, of thousandths
_UNCOUNTED = "(?:{}|[0-9]) $"


class Quantities:
    """Reads the quantities of one text.  Methods that take ``i`` read from that token on."""

    def __init__(self, tokens: Tokens, language: str | None) -> None:
        self.tokens = tokens
        self.language = language
        self._in_brackets = False

    def read(self, i: int, led: bool) -> Sum | None:
        """«2 млрд 300 млн», "5 thousand 200", مليار و200 مليون are one number each."""
        tokens = self.tokens
        if self._is_behind_whole(i):
            return None  # tenths, or hundredths: nobody can tell
        made, others = self._term(i, led), tuple[Decimal, ...]()
        while made and made.scale >= _THOUSAND and len(made.values) == 1 and not made.hedges:
            j = made.next + self._and_between_terms(made)
            listed = made.spelled and j < len(tokens) and tokens.gap(j) == ", "
            if not listed and (not tokens.near(j) or tokens.gap(j) not in ("", " ", ". ")):
                break  # «1 млрд. 200 млн.»
            if tokens[j].means.keys().isdisjoint(("number", "numeral", "one", "alone")):
                break
            rest = self._term(j, led)
            if rest is None or len(rest.values) > 1 or rest.values[0] >= made.scale:
                break
            if not self._continues(made, rest, anded=j > made.next):
                break
            if listed and not (rest.spelled and (rest.scale > 1 or rest.values[0] >= _HUNDRED)):
                break
            apart = self._may_be_two(made, rest, anded=j > made.next)
            if listed:  # "one billion, twenty million dollars"
                others += (*made.values, *rest.values)
            made.add(rest.values[0])
            made.values += apart
            made.take(rest.next - made.next)
            made.scale, made.hedges, made.last = rest.scale, rest.hedges, rest.last
        if made and others:
            made.values += others
        return made

    def _is_behind_whole(self, i: int) -> bool:
        """Whether it stands behind a number and its "whole": үш бүтін *бес* доллар."""
        tokens = self.tokens
        while tokens.near(i) and tokens[i - 1].means.keys() & {"numeral", "zero"}:
            i -= 1
        if not tokens.near(i) or "whole" not in tokens[i - 1].means or not tokens.near(i - 1):
            return False
        before = tokens[i - 2].means
        counts = not before.keys().isdisjoint(("numeral", "one", "zero"))
        return counts or str(before.get("number", "")).isdecimal()

    def _may_be_two(self, made: Sum, rest: Sum, *, anded: bool) -> tuple[Decimal, ...]:
        """Both, where they may as well be two: "A und B zahlen 5 Milliarden und 800 Millionen"."""
        below = anded and self.tokens[made.next].text in self.tokens.listed.words("and_below")
        if below and made.scale > _THOUSAND:  # "one million and one dollars"
            return (*made.values, *rest.values)
        spelled_or_one = made.values[0] == made.scale or (made.spelled and rest.spelled)
        and_terms = self.tokens.listed.words("and_terms")
        if not anded or spelled_or_one or self.tokens[made.next].text not in and_terms:
            return ()
        return (*made.values, *rest.values)

    def _and_between_terms(self, made: Sum) -> bool:
        """Whether an "and" follows that does not end "between 2 million and 300 thousand"."""
        tokens, first = self.tokens, made.first
        if tokens.near(first) and "between" in tokens[first - 1].means:
            return False
        return tokens.has(made.next, "and")

    def _continues(self, made: Sum, rest: Sum, *, anded: bool) -> bool:
        """Whether this smaller term belongs to the number before it."""
        tokens, words = self.tokens, self.tokens.listed.words
        spelled = made.spelled and rest.spelled
        if anded:
            and_ = tokens[made.next].text
            if and_ in words("and_below") and spelled and rest.next - rest.first <= 2:
                paid = self.tokens.has(rest.next, "currency")  # "one million and one dollars"
                return rest.values[0] < _HUNDRED and (paid or made.scale <= _THOUSAND)
            if and_ not in words("and_terms") | words("and_prefix"):
                return False
        if rest.scale > 1:
            return True
        # "Two million five ships" says so in words only.
        return (spelled or made.scale == _THOUSAND) and tokens.gap(rest.first) != ". "

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
        leads = "before" in tokens[i].means and tokens.near(i + 1)
        if leads and not tokens[i + 1].means.keys().isdisjoint(_COUNTS):
            return  # "$40 million at least 3 times"
        if tokens.listed.tells_change(tokens[i].text) and self._is_goal(i - 1):
            return  # "5 milliard dollarga oshdi": it rose to that
        hedge: str = tokens[i].means["after"]
        i += 1
        if tokens.has(i, "denied"):
            denied, i = True, i + 1
        made.hedges.append(deny(hedge) if denied else hedge)
        made.next = i

    def _is_goal(self, i: int) -> bool:
        """Whether token i says by its ending that something came to that."""
        goal = self.tokens.listed.pattern("goal_endings", "(?:{})$")
        return goal.search(self.tokens.clean[self.tokens[i].start : self.tokens[i].end]) is not None

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
        if made and not made.spelled and (part := self._part(i)):  # «5 десятых процента»
            made = part
        if made is None:
            return None
        self._skip_suffix(made)
        self._skip_repeated(made)
        if made.scale == 1 and (made.spelled or self._is_pointed(made.next)):
            self._pointed(made)
        if "zero" in tokens[i].means and not made.values[0]:
            return None
        if made.scale == 1 and tokens.has(made.next, "half"):
            made.add(tokens[made.next].means["half"])
            made.take(1)
        self.hedge_after(made)
        in_hundreds = self._below_thousand(made, led)
        while tokens.has(made.next, "scale") and self._scaled(made, led):
            self._skip_suffix(made)
            self._skip_repeated(made)
            self.hedge_after(made)
            in_hundreds = in_hundreds or self._below_thousand(made, led)
            if (
                made.scale <= 100
                and tokens.has(made.next, "of")
                and tokens.has(made.next + 1, "scale")
            ):
                made.next += 1  # "une centaine de millions"
        if in_hundreds:
            made.scale = made.unit if made.unit > _THOUSAND else _ONE
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
        if token.text[0] in tokens.listed.words("and_prefix"):
            return False  # «بين 1.5 وملياري دولار»: it begins another number
        if not tokens.is_capital(token.start):
            powers = powers[:1]
        paid = led or tokens.has(i + 1, "currency")
        if (token.text in tokens.listed.led_scales and not led) or (
            token.text in _GLUED and not paid and tokens.gap(i)
        ):
            return False
        if token.text in tokens.listed.words("glued_scales") and (tokens.gap(i) or not paid):
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
        made.scale, made.unit = EXACT.multiply(made.scale, powers[0]), powers[0]
        made.take(1)
        self._hedge_collective(made, token.text)
        return True

    def _hedge_collective(self, made: Sum, word: str) -> None:
        """Hedge a number such as "una veintena", which is about twenty."""
        hedge = self.tokens.listed.by_word("collectives").get(word)
        made.hedges += [hedge] if hedge else []

    def _below_thousand(self, made: Sum, led: bool) -> bool:
        """What a thousand leaves, so that a scale behind it multiplies both: mil doscientos."""
        tokens, j = self.tokens, made.next
        if made.scale != _THOUSAND or len(made.values) > 1 or made.hedges or j >= len(tokens):
            return False
        j += tokens.has(j, "and") and tokens[j].text in tokens.listed.words("and_prefix")
        if not tokens.near(j) or tokens.gap(j) not in ("", " ", "-"):
            return False
        rest = self._digits(j, led) or self._spelled(j)
        if rest is None or len(rest.values) > 1 or not 1 <= rest.values[0] < _THOUSAND:
            return False
        if tokens.gap(j) == "-" and not (made.spelled and rest.spelled):
            return False
        scales = tokens[rest.next].means["scale"] if tokens.has(rest.next, "scale") else ()
        if rest.scale > 1 or (scales and scales[0] <= _THOUSAND):  # "2 mil 3 mil"
            return False
        made.add(rest.values[0])
        made.take(rest.next - made.next)
        return True

    def _pointed(self, made: Sum) -> None:
        """Add the digits behind a decimal mark in words, or the tenths behind "whole"."""
        tokens, j = self.tokens, made.next
        if tokens.has(j, "whole"):
            found = self._tenths(j + 1 + tokens.has(j + 1, "and"))
        elif tokens.has(j, "point") and not made.spelled:  # "1 point 5 million"
            found = Decimal(f"0.{tokens[j + 1].means['number']}"), j + 2
        elif tokens.has(j, "point"):
            found = self._decimals(j + 1)
        else:
            return
        is_whole = all(value == value.to_integral_value() for value in made.values)
        # "It lost one point two days later" says no 1.2.
        if found and is_whole and self._is_measured(found[1]):
            made.add(found[0])
            made.take(found[1] - j)

    def _is_pointed(self, i: int) -> bool:
        """Whether what follows digits tells of a fraction: "whole", or "point" and digits."""
        tokens = self.tokens
        if not tokens.has(i, "point"):
            return tokens.has(i, "whole")
        return tokens.has(i + 1, "number") and tokens[i + 1].means["number"].isdecimal()

    def _is_measured(self, i: int) -> bool:
        """Whether what follows is counted in decimals: a scale, a currency, a share.

        Or what it reaches to is: "one point one to one point three million".
        """
        measures = ("scale", "currency", "percent")
        if self.tokens.near(i) and any(self.tokens.has(i, joint) for joint in ("mid", "and")):
            opens, i = i, i + 1
            while self.tokens.near(i) and not _DECIMAL.isdisjoint(self.tokens[i].means):
                i += 1
            both = any("point" in self.tokens[k].means for k in range(opens, i))
            if "and" in self.tokens[opens].means and not both:
                return False
        return self.tokens.near(i) and any(self.tokens.has(i, each) for each in measures)

    def _decimals(self, i: int) -> tuple[Decimal, int] | None:
        """What stands behind the mark, "two five" or "veinticinco", and the token past it."""
        tokens, digits, value = self.tokens, "", Decimal(0)
        while i < len(tokens) and tokens.near(i) and value < 10:
            value, past = (Decimal(0), i + 1) if "zero" in tokens[i].means else self._numerals(i)
            if past == i or value != value.to_integral_value():
                break
            digits, i = digits + str(value), past
        return (Decimal(f"0.{digits}"), i) if digits else None

    def _tenths(self, i: int) -> tuple[Decimal, int] | None:
        """«Пять десятых», "o'ndan besh", and the token past it."""
        tokens = self.tokens
        if tokens.has(i, "part_of") and tokens.near(i + 1):
            size, (count, past) = tokens[i].means["part_of"], self._count(i + 1)
        elif of := self._parts_in_digits(i):
            size, (count, past) = of[0], self._count(of[1])
        elif tokens.near(i):
            count, past = self._count(i)
            size = tokens[past].means["part"] if tokens.has(past, "part") else _ONE
            past += 1
        else:
            return None
        value = EXACT.multiply(count, size)
        return (value, past) if 0 < value < 1 else None

    def _parts_in_digits(self, i: int) -> tuple[Decimal, int] | None:
        """The size of one part and the token behind it: of "10-нан 5" a tenth and the five."""
        tokens, sizes = self.tokens, {"10": "0.1", "100": "0.01", "1000": "0.001"}
        size = sizes.get(tokens[i].text) if tokens.has(i, "number") else None
        ending = tokens.listed.pattern("part_of_endings", "[ '-]?(?:{}) ")
        found = size and ending.match(tokens.clean, tokens[i].end)
        if not size or not found:
            return None
        past = next((k for k in (i + 1, i + 2) if tokens.starts_at(k, found.end())), None)
        return (Decimal(size), past) if past else None

    def _count(self, i: int) -> tuple[Decimal, int]:
        """A whole number in words or in digits, nothing if there is none, and the token past it."""
        written = self.tokens[i].means.get("number", "") if i < len(self.tokens) else ""
        if written.isdecimal() and len(written) <= _MOST_TENTHS:
            return Decimal(written), i + 1
        return self._numerals(i)

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
        if is_of_fraction(self.tokens.clean, token.start, token.end):
            return None
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
        if "zero" in means and (tokens.has(i + 1, "point") or tokens.has(i + 1, "whole")):
            return Sum(i, i + 1, (Decimal(0),), spelled=True)
        part = self._part(i)
        if part:
            return part
        if "one" in means or "article" in means:
            j = i + 1
            sized = tokens.has(j, "alone") and tokens[j].means["alone"] != 1  # Viertelmilliarde
            if (
                sized
                or self._is_part(i)
                or ("article" in means and not self._is_hundred(j) and not tokens.has(j, "scale"))
            ):
                return None
        total, j = self._numerals(i)
        if tokens.has(j, "part") and "half" not in tokens[j].means:
            return None  # "two thirds"
        bare = (
            j == i + 1
            and total == 100
            and tokens[i].text not in tokens.listed.words("full_hundreds")
        )
        return Sum(i, j, (total,), spelled=True, bare=bare) if total else None

    def _numerals(self, i: int) -> tuple[Decimal, int]:
        """What the number words from here on amount to, and the token past them."""
        tokens = self.tokens
        total = last = Decimal(0)
        j = i
        if i < len(tokens) and tokens[i].means.keys() & {"one", "article"}:
            total, last, j = _ONE, _ONE, i + 1
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
            counts = last < 10 or (total == last and last in _TEENS)  # "fifteen hundred"
            if total and value == 100 and counts and not after_and:
                total, last = EXACT.multiply(total, value), value
            elif not total or _fits(last, value, token.text):
                total, last = EXACT.add(total, value), value
            else:
                break
            j += 1 + after_and
        return total, j

    def _part(self, i: int) -> Sum | None:
        """Part of a scale: "half a billion", «две пятых миллиарда», "a quarter of a million"."""
        tokens, means, count = self.tokens, self.tokens[i].means, _ONE
        j = i
        if "part" not in means:
            count, j = self._count(i)
            # In Uzbek, yarim after a number is "and a half".
            if not count or not tokens.has(j, "part") or "half" in tokens[j].means:
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
        if value >= 1 and count >= 10:
            return None
        measured = tokens.has(j, "scale") or tokens.has(j, "percent")
        return Sum(i, j, (value,), spelled=True) if value and measured else None

    def _leads(self, i: int) -> bool:
        """Whether a thousand begins a number, as another scale follows: tausend Milliarden."""
        tokens = self.tokens
        leading = tokens[i].text in tokens.listed.words("leading_scales")
        return leading and tokens.has(i + 1, "scale") and self._scale(i) < self._scale(i + 1)

    def _scale(self, i: int) -> Decimal:
        """What token i multiplies by; one: it is no scale."""
        power: Decimal = self.tokens[i].means.get("scale", (_ONE,))[0]
        return power

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
        if count is None and self._leads(i):
            count = _ONE
        if count is None or self._is_part(i):
            return None
        if tokens.near(i) and _ONE < self._scale(i - 1) < self._scale(i):
            return None  # бірнеше мың миллиард
        joined = token.text[0] in tokens.listed.words("and_prefix")
        counted = tokens.listed.pattern("uncounted", _UNCOUNTED)
        if not joined and counted.search(tokens.clean, max(token.start - 12, 0), token.start):
            return None
        once = token.text.endswith(tuple(tokens.listed.words("alone_once")))
        if once and not tokens.has(i + 1, "currency"):
            count = _ONE  # مليارا before no noun is the singular, in the accusative
        power = token.means["scale"][0]
        value = EXACT.multiply(count, power)
        bare = power >= _THOUSAND
        made = Sum(i, i + 1, (value,), power, unit=power, spelled=True, bare=bare)
        self._hedge_collective(made, token.text)
        return made


def _fits(last: Decimal, value: Decimal, word: str) -> bool:
    """Whether a number word may follow one of the last size: 20 + 5, 100 + 20, خمسة + عشرون."""
    if word[0] >= "\u0620" and last < 10 <= value <= 90:
        return True
    if last in (60, 80) and value < 20:
        return True  # soixante-dix
    room = 1  # what the last number leaves free: 2500 leaves two digits
    while last % (room * 10) == 0:
        room *= 10
    return value < room
