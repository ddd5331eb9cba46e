"""From tokens to sums: the grammar, read once from left to right.

sum      = [currency] quantity [currency]
range    = sum connector sum                «от 2 до 3 млрд долларов», "$2-3 billion"

A quantity is what ``quantities`` reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from .changes import goal_after, is_change
from .characters import FIRST_HAN
from .currencies import SIGN_CURRENCIES
from .numerals import EXACT, read_number
from .partial import YEAR, Sum
from .quantities import Quantities
from .tokens import Tokens
from .vocabulary import Currency, codes_behind, is_currency, sign_codes

_OPENING = frozenset(
    ("number", "numeral", "zero", "one", "article", "part", "alone", "scale", "currency")
)
_NUMBERS = ("number", "numeral", "scale")
_DASHES = frozenset(("-", "–", "—", "~", " – ", " - ", " –", "– ", "..", "...", "…"))
_CHANGING = frozenset(("mid", "goal", "until"))  # connectors
_FIRST_CYRILLIC = "\u0400"  # and Arabic behind it
_OPENS_BRACKET = frozenset((" (", "(", "（"))
_HEDGES = 2  # before the far end, at most
_THOUSAND = Decimal(1000)
_SURELY_MONEY = Decimal(1_000_000)  # so much, behind a sign that may be none
_WRITTEN_OUT = _THOUSAND  # so large a number has no scale to share
_TENTHS = Decimal(10)
_PARTS, _DIGITS = Decimal(100), 2  # of a unit of money, and how many digits count them
_FALL = Decimal(50)  # how many times as much as at its end there may be where a change begins
# A full stop after these ends no sentence: "Rs. 500 crore".
_SHORT_SIGNS = frozenset(("rs", "gs", "dh", "dhs", "tk", "kr", "skr", "nkr", "dkr", "sr", "rp"))


class Grammar:
    """Reads the sums of one text.  Methods that take ``i`` read from that token on."""

    def __init__(self, tokens: Tokens, language: str | None) -> None:
        self.tokens = tokens
        self.language = language
        self.quantities = Quantities(tokens, language)

    def sums(self) -> Iterator[Sum]:
        """All of them, in order, none overlapping."""
        i = 0
        while i < len(self.tokens):
            found = [] if _OPENING.isdisjoint(self.tokens[i].means) else self._sums(i)
            yield from found
            i = found[-1].next if found else i + 1

    def _sums(self, i: int) -> list[Sum]:
        """The sum at this token, or the range, or the two sums of a change, that begins there."""
        low = self._sum(i)
        if low is None:
            return []
        if converted := self._each_converted(low):
            return converted
        kind, k = self._connector(low)
        high, hedged = self._far_end(k) if kind else (None, k)
        if high is None:
            return [low]
        until = "until" in self.tokens[high.next - 1].means or self._ends_in_until(high)
        if kind in ("either", "or") and not self._are_neighbours(low, high):
            if kind == "either" or not self._share(low, high, changes=False):
                return [low]
            low.next = k
            return [low, high]  # "five or ten million"
        amid = self.tokens.has(high.next, "amid")
        if kind == "with" and not amid:  # «200 бен 250 миллиард теңге аралығында»
            return [low]
        changes = kind in _CHANGING and is_change(self.tokens, kind, low, high, until=until)
        needed = (kind == "until" and not until) or kind == "goal"
        if (needed and not changes) or not self._share(low, high, changes=changes):
            return [low]
        high.next += amid
        low.doubtful = high.doubtful = kind in _CHANGING
        if until and high.hedges:
            high.hedges.pop()
        if changes:
            low.next, high.was = k, low  # «до» is no hedge of the second
            return [low, high]
        low.uppers, low.last, low.next = high.values, high.last, high.next
        low.hedges += [self.tokens[i].means["before"] for i in range(k, hedged)] + high.hedges
        return [low]

    def _each_converted(self, low: Sum) -> list[Sum]:
        """The sums of "between £961m (€1.64bn) and £1.02bn (€1.74bn)", each an end of its range."""
        inner = self._in_brackets(low.next) if self._is_between(low) else None
        if inner is None:
            return []
        tokens, j = self.tokens, inner.next
        joined = tokens.has(j, "and") and tokens.near(j)
        high, _ = self._far_end(j + 1) if joined and tokens.near(j + 1) else (None, j)
        if high is None or not self._share(low, high, changes=False):
            return []
        outer = self._in_brackets(high.next)
        spans = [(low, high)]
        if outer is None:
            return self._spanned(spans, [low, inner, high])
        if self._share(inner, outer, changes=False):
            spans.append((inner, outer))
        return self._spanned(spans, [low, inner, high, outer])

    def _spanned(self, spans: list[tuple[Sum, Sum]], sums: list[Sum]) -> list[Sum]:
        """The sums, those at either end of a range with both its ends."""
        for low, high in spans:
            lows, highs = low.values, high.values
            low.uppers = high.uppers = highs
            high.values = lows
        return sums

    def _in_brackets(self, i: int) -> Sum | None:
        """The sum that stands alone in brackets from token i on."""
        tokens = self.tokens
        if not 0 < i < len(tokens) or tokens.gap(i) not in _OPENS_BRACKET:
            return None
        made = self._sum(i)
        return made if made and self.quantities.is_closed(made) else None

    def _far_end(self, k: int) -> tuple[Sum | None, int]:
        """The sum that begins here, behind a hedge or two, and where it does."""
        far = k
        while far < min(k + _HEDGES, len(self.tokens)) and "before" in self.tokens[far].means:
            far += 1
        if far > k and not all(self.tokens.near(i) for i in range(k + 1, far + 1)):
            return None, k
        return (self._sum(far) if far < len(self.tokens) else None), far

    def _ends_in_until(self, made: Sum) -> bool:
        """Uzbek writes it together with the currency: "dollargacha"."""
        return self._ends_in("until_endings", made.last)

    def _ends_in(self, field: str, i: int) -> bool:
        """Whether token i ends in one of the endings that are listed."""
        tokens = self.tokens
        return tokens.clean.endswith(tokens.listed.endings(field), 0, tokens[i].end)

    def _connector(self, low: Sum) -> tuple[str, int]:
        """What joins this sum to another, and the token where the other would begin."""
        tokens, j = self.tokens, low.next
        if j >= len(tokens):
            return "", j
        if tokens.gap(j) in _DASHES:
            return "dash", j
        reaches = tokens.near(j) or tokens.gap(j) == "- "  # "zwei- bis dreihundert"
        if reaches and "mid" in tokens[j].means and (k := self._number_at(j + 1, low)):
            return "mid", k
        if (
            reaches
            and tokens[j].text[0] in tokens.listed.words("mid_prefix")
            and self._is_opened(low)
        ):
            return "mid", j
        if (goal := goal_after(tokens, low)) is not None:
            return "goal", goal
        if self._is_between(low) and tokens.near(j):
            if "and" in tokens[j].means and (k := self._number_at(j + 1, low)):
                return "and", k
            if tokens[j].text[0] in tokens.listed.words("and_prefix"):
                return "and", j
        if low.scale == 1 and tokens[j].means.keys() & {"number", "numeral"}:
            listed = tokens.gap(j) == "、" or (tokens.gap(j) in (", ", " ") and low.spelled)
            if listed:
                return "either", j
        if tokens.has(j, "or") and tokens.near(j + 1) and not (low.codes or low.percent):
            return "or", j + 1
        if tokens.has(j, "with") and tokens.near(j + 1):
            return "with", j + 1
        ablative = self._ends_in("from_endings", j - 1)
        return ("until", j) if ablative and tokens.near(j) else ("", j)

    def _number_at(self, i: int, low: Sum) -> int:
        """The token where the far end begins, perhaps past its article; 0: there is none."""
        tokens = self.tokens
        if i < len(tokens) and self._is_article(i) and tokens.near(i):  # "the", a token itself
            i += 1
        if i >= len(tokens) or not (tokens.near(i) or self._article_before(i)):
            return 0
        direct = tokens.near(i) and not self._is_article(i - 1)
        return i if direct or self._is_opened(low) else 0

    def _is_article(self, i: int) -> bool:
        return self.tokens[i].text in self.tokens.listed.words("range_articles")

    def _article_before(self, i: int) -> bool:
        """Whether nothing but an article stands between token i and the one before it."""
        gap = self.tokens.gap(i) if 0 < i < len(self.tokens) else ""
        return gap[:1] == gap[-1:] == " " and gap[1:-1] in self.tokens.listed.words(
            "range_articles"
        )

    def _is_opened(self, low: Sum) -> bool:
        """Whether the near end has an article, too, or a "from": «vendió 20 a los 30 socios»."""
        start = self.tokens[low.first].start
        before = self.tokens.clean[max(start - 20, 0) : start].split()
        words = self.tokens.listed.words
        opening = ("range_articles", "from_", "from_old", "from_to", "between")
        return bool(before) and any(before[-1] in words(field) for field in opening)

    def _is_between(self, low: Sum) -> bool:
        """Whether "between" stands before this sum, or before its hedges, or its article."""
        i = low.first
        while i > max(low.first - _HEDGES, 0) and (
            "before" in self.tokens[i - 1].means or self._is_article(i - 1)
        ):
            if not self.tokens.near(i):
                return False
            i -= 1
        reaches = self.tokens.near(i) or self._article_before(i)
        return reaches and "between" in self.tokens[i - 1].means

    def _share(self, low: Sum, high: Sum, *, changes: bool) -> bool:
        """Give each what only the other states; False if they make no range."""
        led = "currency" in self.tokens[low.first].means
        said_once = led or (self._is_opened(low) and self._ends_clause(high))
        said_once |= self._is_linked_by_han(high)
        if low.codes and (not low.codes & high.codes if high.codes else not said_once):
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
        self._share_hundred(low, high)
        if low.scale in (1, _THOUSAND) and self._share_unit(low, high):
            pass  # "entre mil y dos mil millones"
        elif low.scale == 1 < high.scale:
            number = EXACT.divide(high.values[0], high.scale)
            most = EXACT.multiply(number, _FALL) if changes else number
            if max(most, _WRITTEN_OUT) <= low.values[0] < high.values[0]:
                return self._have_in_common(low, high)  # "500,000 to 1.5 million"
            # «С 5 до 3 млрд» says it for both, «с 900 до 1,2 млрд» leaves it open.
            if low.values[0] >= most:
                return False
            low.multiply(high.scale)
        if not changes and not any(a < b for a, b in product(low.values, high.values)):
            return False
        return self._have_in_common(low, high)

    def _is_linked_by_han(self, high: Sum) -> bool:
        """Whether 至 or 到 stands before it, which needs no "from"."""
        return self.tokens.clean[self.tokens[high.first].start - 1] > FIRST_HAN

    def _ends_clause(self, made: Sum) -> bool:
        """Whether no word follows that it may count: «от 10 долларов до 20»."""
        behind = self.tokens.clean[self.tokens[made.next - 1].end :][:2].lstrip()
        return not behind or not behind[0].isalnum()

    def _share_unit(self, low: Sum, high: Sum) -> bool:
        """Of "dos mil a tres mil millones", both are of millions; the thousand is a number's."""
        if high.unit <= _THOUSAND or low.values[0] >= EXACT.divide(high.values[0], high.unit):
            return False
        if low.scale == 1 and low.values[0] < EXACT.divide(high.values[0], high.scale):
            return False
        low.multiply(high.unit)
        return True

    def _have_in_common(self, low: Sum, high: Sum) -> bool:
        low.percent = high.percent
        low.codes = high.codes = (low.codes & high.codes) or low.codes or high.codes
        low.family = high.family = low.family & high.family or low.family or high.family
        return True

    def _are_neighbours(self, low: Sum, high: Sum) -> bool:
        """«Zwei, drei Millionen», 30、40亿 are ranges; a longer step makes a list."""
        value, number = low.values[0], EXACT.divide(high.values[0], high.scale)
        if low.scale == high.scale:  # 两亿或三亿
            value = EXACT.divide(value, low.scale)
        elif value >= number:  # "mil o dos mil millones"
            number = EXACT.divide(high.values[0], high.unit)
        step = number - value
        return high.scale > 1 and step in (1, 10, 100, 1000) and value % step == 0

    def _share_hundred(self, low: Sum, high: Sum) -> None:
        """«екі-үш жүз», "two to three hundred", "zwei- bis dreihundert": said once, for both."""
        tokens, word = self.tokens, self.tokens[high.first].text
        size = Decimal(0)
        if tokens.has(high.first + 1, "numeral"):
            size = tokens[high.first + 1].means["numeral"]
        elif tokens.gap(low.next) in ("- ", "-"):
            tails = tokens.listed.by_word("tails").items()
            size = next((Decimal(tail) for end, tail in tails if word.endswith(end)), size)
        number = EXACT.divide(high.values[0], high.scale)
        small = low.scale == 1 and low.values[0] < 10
        if small and size >= 100 and EXACT.multiply(low.values[0], size) < number:
            low.multiply(size)

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
            made = self.quantities.read(i, led=False)
        else:
            codes, j = self._led_by(i, sign)
            if not (self.tokens.near(j) and self._touches(j - 1)):
                return None
            made = self.quantities.read(j, led=True)
            if made and not (sign.weak and made.scale == 1 and made.values[0] < _SURELY_MONEY):
                made.first, made.codes = i, codes
                made.family = self._family(i, codes, sign)
                if sign.unit > 1:
                    made.multiply(sign.unit)
            elif made and self.tokens.gap(j) == "":
                return None  # COP28
        if made is None:
            return self._one_and_coins(i, sign) if sign and not sign.leads else None
        self._currency_after(made)
        self._currency_in_brackets(made)
        self._change_behind(made)
        self._loosely_pointed(made)
        if made.codes and (code := self.tokens.code_behind(made.last)):  # "$17 million (CAD)"
            made.codes, made.family = frozenset((code,)), frozenset()
        if self._ends_in_until(made):
            made.hedges.append("up_to")
        if self._ends_in("about_endings", made.last):
            made.hedges.append("approximately")
        self.quantities.hedge_after(made)
        if not made.codes and self.tokens.has(made.next, "percent"):
            made.percent = True
            # "3.125 per cent" groups no thousands
            made.values = (min(made.values),) if len(made.values) == 2 else made.values
            made.take(1)
        elif not made.codes and made.scale == 1:
            self._percent_in_brackets(made)
            self._in_tenths(made)
        if made.percent:
            self.quantities.hedge_after(made)
        return made

    def _percent_in_brackets(self, made: Sum) -> None:
        """Of "reduced from 80 (per cent)", what was left out in speaking and filled in."""
        tokens, j = self.tokens, made.next
        if j < len(tokens) and tokens.gap(j) in _OPENS_BRACKET and "percent" in tokens[j].means:
            behind = tokens.clean[tokens[j].end : tokens[j].end + 1]
            made.percent = behind in (")", "）")
            made.take(made.percent)

    def _in_tenths(self, made: Sum) -> None:
        """三成 is 30 %, 3割5分 35 %."""
        tokens, j = self.tokens, made.next
        if not tokens.has(j, "tenth") or tokens.gap(j) or not 0 < made.values[0] <= _TENTHS:
            return
        made.multiply(_TENTHS)
        made.take(1)
        made.percent, size = True, Decimal(1)
        while tokens.has(made.next, "number") and tokens.gap(made.next) == "":
            more = self.quantities.read(made.next, led=False)
            if more is None or more.scale > 1 or more.values[0] >= _TENTHS:
                break
            made.add(EXACT.multiply(more.values[0], size))
            made.take(more.next - made.next + (self._coin(more.next) < 1))
            size = EXACT.divide(size, _TENTHS)
        halves = tuple(tokens.listed.words("half_tenth"))
        if halves and tokens.clean.startswith(halves, tokens[made.last].end):  # 三成半
            made.add(EXACT.divide(_TENTHS, Decimal(2)))

    def _led_by(self, i: int, sign: Currency) -> tuple[frozenset[str], int]:
        """Whose money a sign before a number says, and the token where the number would begin."""
        mark = self.tokens[i + 1].text if self.tokens.near(i + 1) else ""
        if mark in SIGN_CURRENCIES and self.tokens[i].text not in SIGN_CURRENCIES:  # "AUD $17"
            return sign.codes, i + 2
        letters = self.tokens.capitals_before(i) if self.tokens[i].text in SIGN_CURRENCIES else ""
        return (sign_codes(self.tokens[i].text, letters) if letters else sign.codes), i + 1

    def _family(self, i: int, codes: frozenset[str], currency: Currency) -> frozenset[str]:
        """All the currencies that go by the word or sign at token i, unless a country is said."""
        if codes != currency.codes:
            return frozenset()
        shared = SIGN_CURRENCIES.get(self.tokens[i].text, "").split()
        return currency.family | frozenset(shared)

    def _touches(self, i: int) -> bool:
        """Whether the number after this sign belongs to it."""
        gap = self.tokens.gap(i + 1)
        if self.tokens[i].text in ("r", "p"):  # R450 million, but not "Category R 5 million"
            return gap == ""
        if self.tokens[i].text == "g":  # "G. 5.000 millones", but not "G 7" nor G20
            return gap == ". "
        stopped = _SHORT_SIGNS | self.tokens.listed.words("shortened")
        return gap in ("", " ") or (gap in (".", ". ") and self.tokens[i].text in stopped)

    def _is_elsewhere(self, j: int) -> bool:
        """Whether a country follows that is not known here: "dollars jamaïcains"."""
        pattern = self.tokens.listed.other_country
        end = self.tokens[j - 1].end
        following = pattern.match(self.tokens.clean, end) if pattern else None
        known = j < len(self.tokens) and self.tokens[j].start == end + 1
        return bool(following) and not known

    def _currency_in_brackets(self, made: Sum) -> None:
        """«12 000 000 (двенадцать миллионов тенге)» names its currency there only."""
        again = None if made.codes else self.quantities.repeated(made)
        if again is None:
            return
        self._currency_after(again)
        if again.codes and self.quantities.is_closed(again):
            made.codes, made.next = again.codes, again.next

    def _currency_after(self, made: Sum) -> None:
        """[of] [country] currency [country]: «млрд канадских долларов», "milliards d'euros"."""
        tokens = self.tokens
        j = made.next
        j += tokens.has(j, "of") and "currency" not in tokens[j].means
        country = tokens[j].means["country"] if tokens.has(j, "country") else ""
        j += bool(country)
        if not tokens.has(j, "currency"):
            # "$5 million Canadian"; but in "a $5 million Canadian loan" that is the lender.
            made.codes |= {code for code in made.family if country and code[:2] == country}
            self._country_behind(made, j)
            return
        currency: Currency = tokens[j].means["currency"]
        if currency.leads and self._leads_another(made, j):
            return
        j += 1
        if not country and tokens.has(j, "country_after"):
            country = tokens[j].means["country_after"]
            j += 1
        named = frozenset(code for code in currency.family if country and code[:2] == country)
        is_code = tokens[j - 1].text.upper() in codes_behind()
        weak = currency.weak and made.scale == 1 and not is_code
        if (country or (weak and not self._is_before_coins(j, currency))) and not named:
            return
        if not country and len(currency.family) > 1 and self._is_elsewhere(j):
            return
        codes = named or currency.codes
        sign = tokens[j - 1].text
        if len(sign) == 1 and sign > FIRST_HAN and not made.codes:
            codes |= self._named_before(made)
        if letters := tokens.capitals_after(j - 1) if sign in SIGN_CURRENCIES else "":
            codes = sign_codes(sign, letters)
            j += j < len(tokens) and tokens[j].text == letters.lower()
        if made.codes and not (made.codes & codes or tokens[made.first].text == "$"):
            return
        if not made.codes:
            made.multiply(currency.unit)
        if not made.codes:
            made.family = self._family(j - 1, codes, currency)
        elif codes != currency.codes:
            made.family = frozenset()
        else:  # "$5 million pesos"
            made.family &= self._family(j - 1, codes, currency) or made.family
        made.codes = made.codes & codes or codes
        made.take(j - made.next)
        self._scale_behind(made)

    def _country_behind(self, made: Sum, j: int) -> None:
        """Of "£5 million sterling", whose pounds they are."""
        country = (
            self.tokens[j].means["country_after"] if self.tokens.has(j, "country_after") else ""
        )
        if any(code[:2] == country for code in made.codes):
            made.take(1)

    def _named_before(self, made: Sum) -> frozenset[str]:
        """What a currency before a sum adds to the general word behind it: 新台币约5亿元."""
        tokens, i = self.tokens, made.first - 1
        i -= tokens.near(i + 1) and "before" in tokens[i].means
        if i < 0 or not tokens.near(i + 1) or "currency" not in tokens[i].means:
            return frozenset()
        counted = tokens.near(i) and not tokens[i - 1].means.keys().isdisjoint(_NUMBERS)
        return frozenset() if counted else tokens[i].means["currency"].codes

    def _leads_another(self, made: Sum, j: int) -> bool:
        """Whether the sign at token j belongs to the number that follows: "$5 $6", "5 $6".

        In 2亿人民币3000万美元 that one has a currency of its own.
        """
        tokens = self.tokens
        if not tokens.has(j + 1, "number") or tokens.gap(j + 1) not in ("", " "):
            return False
        if tokens.gap(j) == tokens.gap(j + 1) == "" and not made.codes:  # 12€50
            return False
        if tokens.gap(j + 1) and not made.codes:
            return False
        another = self.quantities.read(j + 1, led=False)
        return (
            made.codes != frozenset() or another is None or not tokens.has(another.next, "currency")
        )

    def _is_before_coins(self, j: int, currency: Currency) -> bool:
        """Whether its hundredths follow: of "20 pounds and 30 pence" the pounds are no weight."""
        tokens = self.tokens
        j += tokens.has(j, "and")
        change = self.quantities.read(j, led=False) if tokens.near(j) else None
        if change is None or not tokens.has(change.next, "currency"):
            return False
        part: Currency = tokens[change.next].means["currency"]
        return part.unit < 1 and not part.codes.isdisjoint(currency.codes)

    def _change_behind(self, made: Sum) -> None:
        """«124 рубля 50 копеек», "3 dollars and fifty cents"; "2 Euro 50" may be so much."""
        whole = made.values[0]
        if made.codes and len(made.values) == 1 and whole == whole.to_integral_value():
            while self._coins_behind(made):
                pass

    def _one_and_coins(self, i: int, currency: Currency) -> Sum | None:
        """What is but named before its cents is one: "a dollar and 42 cents", «доллар 20 центов»"""
        tokens, word = self.tokens, self.tokens[i].text
        before = tokens[i - 1].means.keys() if tokens.near(i) else set[str]()
        led_by_article = word < _FIRST_CYRILLIC  # where there are no articles, by nothing
        if led_by_article != ("article" in before) or word > FIRST_HAN:
            return None
        if not before.isdisjoint(_NUMBERS):
            return None
        made = Sum(i - led_by_article, i + 1, (Decimal(1),), codes=currency.codes)
        made.family = self._family(i, currency.codes, currency)
        made.take(tokens.has(made.next, "one_behind"))
        return made if self._coins_behind(made) else None

    def _coins_behind(self, made: Sum) -> bool:
        """Whether there were some."""
        tokens = self.tokens
        joints = ("and", "with", "point")  # "3 euros con 99 céntimos"
        j = made.next + any(tokens.has(made.next, joint) for joint in joints)
        if not tokens.near(j) or tokens.gap(j) not in ("", " ", ". "):
            return False
        change = self.quantities.read(j, led=False)
        if change and self._is_in_hundreds(change):
            made.add(EXACT.divide(change.values[0], _PARTS * _PARTS))
            made.take(change.next - made.next)
            return True
        if change is None or not 0 < change.values[0] < _PARTS or change.scale >= _PARTS:
            return False
        means = tokens[change.next].means if tokens.has(change.next, "currency") else {}
        part: Currency | None = means.get("currency")
        size = part.unit if part else self._coin(change.next)
        if part and (part.unit == 1 or not part.codes & made.codes):
            part, size = None, self._coin(change.next)  # "3 francs 20 cents"
            if size == 1:
                return False
        if size < 1:
            made.add(EXACT.multiply(change.values[0], size))
            made.codes = made.codes & part.codes if part else made.codes
            made.take(change.next + 1 - made.next)
            return True
        ends = not tokens.clean[tokens[change.next - 1].end :][:2].strip(" .,;!?")
        if (
            made.scale == 1
            and tokens.gap(j) != ". "
            and (ends if j > made.next else made.last > made.first)
        ):
            written = tokens[j].text
            if (written.isdecimal() and len(written) == _DIGITS) or change.spelled:
                more = EXACT.divide(change.values[0], _PARTS)
                made.values += (EXACT.add(made.values[0], more),)
        return False

    def _is_in_hundreds(self, change: Sum) -> bool:
        """Whether what is read as hundreds is cents: «treize euros et quarante-cinq cents»."""
        coin: Currency | None = self.tokens[change.last].means.get("currency")
        if coin is None or coin.unit * _PARTS != 1 or not change.spelled:
            return False
        value = change.values[0]
        return 0 < value < _PARTS * _PARTS and not value % _PARTS and self._ends_clause(change)

    def _coin(self, i: int) -> Decimal:
        """What part of a unit this word is, where it is one only behind a whole sum: 角, "20c"."""
        if not self.tokens.has(i, "coin"):
            return Decimal(1)
        word = self.tokens[i].text
        apart = len(word) == 1 and word < FIRST_HAN and self.tokens.gap(i) != ""  # "20 c"
        size: Decimal = self.tokens[i].means["coin"]
        return Decimal(1) if apart else size

    def _loosely_pointed(self, made: Sum) -> None:
        """A space that slipped in may part a number: "118, 99 TL", "$119. 95"."""
        tokens = self.tokens
        if not made.codes or made.scale > 1 or len(made.values) > 1:
            return
        if made.first < made.last and "number" in tokens[made.last].means:  # behind its sign
            whole, part = made.last, made.next
        elif "number" in tokens[made.first].means:
            whole, part = made.first - 1, made.first
        else:
            return
        if whole < 0 or part >= len(tokens) or not {"number"} <= tokens[whole].means.keys():
            return
        written, gap = tokens[part].means.get("number", ""), tokens.gap(part)
        mark = gap[:1] if gap in (", ", ". ") else ""
        if not mark or len(written) != _DIGITS or not written.isdecimal():
            return
        number = tokens[whole].text
        led = part == made.next  # a sign before it, and nothing behind
        if (led and "d" not in tokens.listed.separators[mark]) or YEAR.fullmatch(number):
            return
        joined = read_number(f"{number}{mark}{written}", self.language, False, False)
        made.values += joined.values if joined else ()

    def _scale_behind(self, made: Sum) -> None:
        """Of "75 USD million", the million."""
        tokens, j = self.tokens, made.next
        if made.scale > 1 or not tokens.has(j, "scale") or tokens.gap(j) != " ":
            return
        power = tokens[j].means["scale"][0]
        if (
            is_currency(tokens[made.last].text.upper())
            and power >= _THOUSAND
            and len(tokens[j].text) > 1
        ):
            made.multiply(power)
            made.scale = made.unit = power
            made.take(1)
