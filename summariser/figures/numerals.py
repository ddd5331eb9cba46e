"""What a number written in digits or in Han numerals may amount to."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import NamedTuple

from .listed import listed

# As sums are written on bills, read where money follows: 陆 is also a name, and land.
_FORMAL = "零壹貳贰叁參肆伍陸陆柒捌玖拾佰仟"
_FORMAL_UNITS = "元圆圓"
_FORMAL_SUM = re.compile(f"[{_FORMAL}万萬亿億]{{2,}}(?=[{_FORMAL_UNITS}])")
_from_formal = str.maketrans(_FORMAL, "〇一二二三三四五六六七八九十百千")
# Enough digits for any product met here; the caller's decimal context is left alone.
EXACT = Context(prec=80)
_LONGEST = 30

# News agencies' letter for a point: read from the right, the decimals come first, 5ر2 is 2.5.
_DECIMALS_FIRST = "ر"
DIGITS = (
    rf"(?<![0-9.,٫])[0-9]{{1,4}}{_DECIMALS_FIRST} ?[0-9]+(?![0-9]|[.,٫][0-9])"
    r"|[0-9]{1,3}(?:[ '][0-9]{3})+(?![0-9])(?:[.,٫][0-9]+)?"
    r"|[0-9]+(?:[.,٫][0-9]+|，[0-9]{3}(?![0-9]))*"
    r"|(?<![^ $€£¥₽(~+])[.][0-9]+(?![0-9]*[.,][0-9])"  # "$.5 billion"
)
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_GROUPS = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}")

_HAN_DIGITS = "〇零一二三四五六七八九两兩"
_HAN_MORE = "多余餘"
_HAN_VAGUE = "数數几幾上何"
_TO_DIGITS = str.maketrans(_HAN_DIGITS, "0012345678922")
_POWERS = dict(zip("十百千万萬亿億兆", (1, 2, 3, 4, 4, 8, 8, 12), strict=True))
_HAN_UNITS = "".join(_POWERS)
HAN_MYRIADS = frozenset("万萬亿億兆")
_POINTS = "点點・"
# 二十点五 | 12点5亿, but not 8点5000万人 | 三・五億, but not 二・三日, the second and third
_POINT = (
    f"(?:[点點](?=[{_HAN_DIGITS}]|[0-9]{{1,2}}[万萬亿億兆])"
    f"|・(?=[{_HAN_DIGITS}]+(?:[万萬亿億兆%]|パーセント)))"
)
_PIECE = re.compile(f"[{_POINTS}](?:[{_HAN_DIGITS}]+|[0-9]+)|{DIGITS}|[{_HAN_DIGITS}]+|[^ ]")
_MYRIAD = 4
# 两三亿 is two or three hundred million.
_EITHER = re.compile(f"(?<![{_HAN_DIGITS}{_POINTS}])[{_HAN_DIGITS[1:]}]{{2}}(?=[{_HAN_UNITS}])")
_CLOCK = f"(?:[0-9]{{1,2}}|[十{_HAN_DIGITS}]{{1,3}})"
# Times of the day, which hold no amount: 十点三十分, 10时30分, 三時五分, 十点半.
TIME = f"{_CLOCK}(?:[点點时時]{_CLOCK}分(?!之)|[点點时時]半|[点點](?:[一三]刻|[钟鐘整]))"

# Units of measure that begin like a scale: 600兆瓦, 60万千瓦; 三千米 is 3 km, and 3,000 m.
_METRIC = "瓦|伏|克|米|卡|赫|焦|帕|安时|安時|牛"
_IN_UNITS = (
    f"(?:(?:(?<=[0-9万萬亿億])|(?<=[0-9万萬亿億] ))千(?={_METRIC})"
    f"|兆(?={_METRIC}|比特|字[节節]|位元))"
)
# Digits, Han numerals, and the two together: 2,5 | 二十五亿 | 2兆5,000億 | 数十亿
NUMBER = (
    f"(?:(?:{DIGITS})(?:[½¼¾]|,[-–—]+(?= ?[a-z€]))?"  # 100,- Euro
    f"|[½¼¾{_HAN_DIGITS}{_HAN_UNITS}]|[{_HAN_VAGUE}](?=[{_HAN_UNITS}]))"
    f"(?: ?(?!{_IN_UNITS})[{_HAN_UNITS}{_HAN_MORE}]|[{_HAN_DIGITS}]|{_POINT}"
    f"|[数數几幾何](?=[{_HAN_UNITS}])"
    "|个(?=[万亿])"
    f"|(?<=[{_HAN_UNITS}点點])(?:{DIGITS}))*"
)


# Of 三分之一, 8分の5 neither number is one; 百分之五 is 5 %.
_PARTS = ("分之", "分の")
_COUNTED = frozenset(f"0123456789{_HAN_DIGITS}{_HAN_UNITS}")


def is_of_fraction(clean: str, start: int, end: int) -> bool:
    """Whether a number is a piece of a fraction.

    >>> is_of_fraction("三分之一", 0, 1), is_of_fraction("百分之五", 3, 4)
    (True, False)
    """
    below = clean.startswith(_PARTS, end) and clean[end + 2 : end + 3] in _COUNTED
    return below or (clean.endswith(_PARTS, 0, start) and clean[start - 3 : start - 2] != "百")


class Number(NamedTuple):
    """A number as written: all its readings, the scale it names, and whether "more" is said."""

    values: tuple[Decimal, ...]
    scale: Decimal = Decimal(1)
    more: bool = False
    uppers: tuple[Decimal, ...] = ()


def read_number(written: str, language: str | None, scaled: bool, led: bool) -> Number | None:
    """What ``NUMBER`` found, read; None if it is malformed or no definite number.

    Args:
        written: the folded text of it.
        language: of the article; settles what a lone "," or "." means.
        scaled: a scale («млрд») follows.
        led: a currency sign stands before it.

    >>> read_number("1.234.567,89", None, False, False).values
    (Decimal('1234567.89'),)
    >>> [str(value) for value in read_number("3,000", "de", False, False).values]
    ['3000', '3.000']
    >>> read_number("2兆5,000億", "ja", False, False).values
    (Decimal('2500000000000'),)
    >>> read_number("5ر2", "ar", True, False).values
    (Decimal('2.5'),)
    >>> read_number("数十亿", "zh", False, False)  # "tens of billions"
    """
    if len(written) > 3 * _LONGEST:
        return None
    more = written[-1] in _HAN_MORE
    plain = written.rstrip(f"{_HAN_MORE} ")
    if any(character in _HAN_DIGITS + _HAN_UNITS + _HAN_VAGUE for character in plain):
        either = _EITHER.search(plain)
        if either is None or int(either[0].translate(_TO_DIGITS)) % 11 != 1:
            return _han(plain, more, language)
        start, end = either.span()
        low = _han(plain[: end - 1] + plain[end:], more, language)
        high = _han(plain[:start] + plain[start + 1 :], more, language)
        return low and high and low._replace(uppers=high.values)
    values = _amounts(plain.rstrip(",-–—"), language, scaled, led)
    return Number(values, more=more) if values else None


def _amounts(written: str, language: str | None, scaled: bool, led: bool) -> tuple[Decimal, ...]:
    fraction = _FRACTIONS.get(written[-1], Decimal(0))
    if _DECIMALS_FIRST in written:
        tail, _, head = written.partition(_DECIMALS_FIRST)
        return (Decimal(f"{head.strip()}.{tail}"),) if len(written) <= _LONGEST else ()
    spaced = written.rstrip("½¼¾").replace("，", ",")
    digits = spaced.replace(" ", "").replace("'", "")
    if not digits:
        return (fraction,)
    if "，" in written:  # $20，300美元: one sum, or a list
        pieces = re.findall("[0-9]+", written)
        return (Decimal("".join(pieces)), *map(Decimal, pieces))
    if len(digits) > _LONGEST:
        return ()
    marks = [character for character in digits if character in ".,٫"]
    if not marks:
        return (EXACT.add(Decimal(digits), fraction),)
    head, _, tail = digits.rpartition(marks[-1])
    whole = Decimal(re.sub("[.,٫]", "", digits))
    point = Decimal(re.sub("[.,٫]", "", head) + "." + tail)
    if len(marks) > 1 and len(set(marks)) == 1:
        return (whole,) if _GROUPS.fullmatch(digits) else ()
    if len(marks) > 1:
        return (point,) if marks.count(marks[-1]) == 1 and _GROUPS.fullmatch(head) else ()
    grouped = len(digits) < len(spaced)
    meanings = listed(language).separators.get(marks[0], "d")
    if len(tail) > 3 and ("d" not in meanings or not tail.strip("0")):
        return ()  # "$252,0000" is misprinted
    if grouped or len(tail) != 3 or len(head) > 3 or head[:1] in ("", "0") or marks == ["٫"]:
        return (point,)
    if marks == ["."] and "g" in meanings and not tail.strip("0"):
        return (whole,)  # «1.000 unités»: nobody writes three noughts behind a point
    if marks == ["."] and meanings == "d" and not scaled and not led:
        meanings = "dg"  # "3.400 buses" in English is odd, and may be a continental slip
    if led and marks == ["."] and "d" not in meanings:
        meanings += "d"  # "US$1.250" keeps its point in any language
    if meanings == "dg":  # three decimals are rare, but for «2,125 млрд»
        meanings = "d" if scaled else "gd"
    return tuple(point if meaning == "d" else whole for meaning in meanings)


def _han(written: str, more: bool, language: str | None) -> Number | None:
    """Counts by tens up to a myriad, and by myriads beyond: 千二百万 = (1000 + 200) × 10⁴.

    A point belongs to all that was counted since the last myriad: 二十点五亿 = 20.5 × 10⁸.
    五百七 is 570 where the language leaves out the last unit, and 507 where it does not.
    """
    counts_loosely = listed(language).counts_loosely
    total = section = Decimal(0)
    pointed = False
    loose = final = 0  # the power of the unit just read
    current: Decimal | None = None
    scale, highest = 0, 0
    for match in _PIECE.finditer(written):
        piece = match[0]
        if piece == "个":
            continue
        if piece in _HAN_VAGUE:
            return None
        if piece in _HAN_MORE:
            more = True
        elif piece[0] in _POINTS:
            whole = section if current is None else current
            if pointed or not piece[1:] or final >= _MYRIAD or whole != whole.to_integral_value():
                return None
            decimals = Decimal(f"0.{piece[1:].translate(_TO_DIGITS)}")
            current = EXACT.add(current or Decimal(0), decimals)
            pointed, scale, loose, final = True, 0, 0, 0
        elif piece not in _POWERS:
            counts = match.end() < len(written)  # a unit follows: 3.125亿 has three decimals
            values = _amounts(piece.translate(_TO_DIGITS), "zh", counts, False)
            if not values:
                return None
            current, scale = values[0], 0
            loose = final if piece in _HAN_DIGITS[1:] else 0
            final = 0
        else:
            power = final = _POWERS[piece]
            nothing = current is None and not section and not total and power > 1
            if nothing and (counts_loosely or power >= _MYRIAD):
                return None  # 百亿 is "tens of billions" in Chinese, 百億 ten billion in Japanese
            scale += power
            if pointed and power == 1:
                return None  # 十点三十: half past ten
            if pointed and power < _MYRIAD:
                section = EXACT.add(section, current or Decimal(0)).scaleb(power, EXACT)
            elif power < _MYRIAD:
                digit = Decimal(1) if current is None else current
                section = EXACT.add(section, digit.scaleb(power, EXACT))
            else:
                again = current is None and not section and total > 0  # 万万
                section = EXACT.add(section, current or Decimal(0))
                if power > highest or again:  # 1.5万亿: what was counted so far is counted again
                    total = EXACT.add(total, section).scaleb(power, EXACT)
                else:
                    total = EXACT.add(total, section.scaleb(power, EXACT))
                section, highest = Decimal(0), power
                pointed = False
            current = None
    total = EXACT.add(total, section)
    endings = [current or Decimal(0)]
    if current is not None and loose > 1 and counts_loosely:  # 一万五 is 15,000
        endings = [current.scaleb(loose - 1, EXACT)]
    values = tuple(EXACT.add(total, ending) for ending in endings)
    return Number(values, Decimal(1).scaleb(scale, EXACT), more)


def without_formal(text: str) -> str:
    """The text, of the same length, with the Han numerals of bills as they are usually written.

    >>> without_formal("大陆公司付伍仟万元")
    '大陆公司付五千万元'
    """
    if not any(unit in text for unit in _FORMAL_UNITS):
        return text
    return _FORMAL_SUM.sub(lambda found: found[0].translate(_from_formal), text)


def is_spelled(written: str) -> bool:
    """Whether it holds Han numerals only, and so might be part of a word: 一带一路."""
    return not any(character in "0123456789½¼¾" for character in written)


def plain(value: Decimal) -> Decimal:
    """The amount without a needless fraction or exponent.

    >>> plain(Decimal("2.50E+9")), plain(Decimal("1.50"))
    (Decimal('2500000000'), Decimal('1.5'))
    """
    whole = value.to_integral_value(context=EXACT)
    return Decimal(int(whole)) if whole == value else value.normalize(EXACT)
