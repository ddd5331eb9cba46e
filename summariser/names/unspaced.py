"""A surname with what its bearer is behind it, in a script without spaces: «尹总统», 「岸田首相」.

It is short for a full name that the article calls so, where it calls no other of that surname so.
"""

from __future__ import annotations

import re

from ..languages import LANGUAGES
from ..text import SPACELESS, primary
from .cast import Cast
from .titled import begins_with_surname
from .words import KNOWN

_GIVEN_NAME = "[\u3400-\u9fff]{1,3}?"
_READING = r"(?:[（(][^（）()]{1,20}[）)])?"
"""How it is read, between a name and what stands behind it: 文在寅（ムン・ジェイン）大統領."""
_HAN = "[\u30a1-\u30fa\u30fc\u3400-\u9fff]"
_COURTESY = f"{_HAN}{{0,2}}?"
"""Between a title and a name: 州务大臣*拿督*奥斯曼."""
_IDEOGRAPH = "[\u3400-\u9fff]"
_LONG_KIND, _TWO = 4, 2
_DOTS = "\u30fb\u00b7"
_ENDS = "(?=[，。、：；（(])"


def namesakes_by_title(name: str, words: str, cast: Cast) -> list[str] | None:
    """Who else of this surname the article calls so; None if it does not call the name so."""
    title = _title_of(words)
    surname = words.removesuffix(title)
    if not (title and surname and SPACELESS.match(words)):
        return None
    dot = next((each for each in _DOTS if each in name), "")
    if dot and dot not in surname:  # 「マルコ・ベルト社長」
        is_surname = name.endswith(f"{dot}{surname}")
        full = f"(?:{_HAN}+{dot})+{re.escape(surname)}"
    else:
        is_surname = len(surname) < len(name) and name.startswith(surname)
        full = re.escape(surname) + f"(?!{re.escape(title)}){_GIVEN_NAME}"
    if not is_surname:
        return None
    behind = re.finditer(f"({re.escape(name)}|{full}){_READING}{title}", cast.sentences.whole)
    before = re.finditer(f"{title}({re.escape(name)}|{full}{_ENDS})", cast.sentences.whole)
    called = {found[1] for found in (*behind, *before)}
    return sorted(called - {name}) if name in called else None


def namesakes_by_surname(name: str, words: str, cast: Cast) -> list[str] | None:
    """Who else of this surname of two characters the article calls something; None if it is none
    of the name's: 「岸本」 of 岸本文雄, whom the article calls minister.
    """
    is_surname = len(words) == _TWO and name.startswith(words)
    if not is_surname or not re.fullmatch(f"{_IDEOGRAPH}{{3,5}}", name):
        return None
    whole = cast.sentences.whole
    # Only those that the text has: a pattern of all takes longer to make than to look for.
    known = (each for each in (*KNOWN.role_before, *KNOWN.roles_after) if each in whole)
    roles = "|".join(map(re.escape, sorted(known))) or "(?!)"
    given = f"{re.escape(words)}{_IDEOGRAPH}{{1,3}}?"
    called = {
        *re.findall(f"(?:{roles})({re.escape(name)}|{given}{_ENDS})", whole),
        *re.findall(f"({re.escape(name)}|{given}){_READING}(?:{roles})", whole),
    }
    return sorted(called - {name}) if name in called else None


def titled_in_full(words: str, cast: Cast) -> list[str]:
    """The full names that the article calls so: of 「浜田代表」, where it has 「浜田君枝代表」."""
    title = _title_of(words)
    surname = words.removesuffix(title)
    if not (title and surname and SPACELESS.match(words)):
        return []
    full = re.escape(surname) + f"(?!{re.escape(title)}){_GIVEN_NAME}"
    called = re.findall(f"({full}){_READING}{title}", cast.sentences.whole)
    return sorted({*called})


def is_behind_what_one_is(name: str, words: str, cast: Cast) -> bool:
    """Whether words are a person's name behind what they are: 「総務主管岸本文雄」.

    What that is ends as such words do, or stands before the name in this place only.
    """
    before = words.removesuffix(name)
    if not SPACELESS.match(words) or len(before) < _TWO or before == words:
        return False
    if before.endswith(KNOWN.role_before) and _TWO <= len(name) <= _LONG_KIND:
        return True
    if not _is_a_persons(name, primary(cast.sentences.language)):
        return False
    whole = cast.sentences.whole
    return before[-1] in KNOWN.role_ends or any(
        not whole.endswith(before[-_TWO:], 0, place[0])
        for place in cast.sentences.find(name, cast.sentences.all_sentences)
    )


def _is_a_persons(name: str, language: str) -> bool:
    is_short = _TWO <= len(name) <= _LONG_KIND and begins_with_surname(name, language)
    return is_short or any(dot in name for dot in _DOTS)


def is_called_alone(name: str, words: str, cast: Cast) -> bool:
    """Whether the article calls this name so, and nobody else: 「市長」 of 岸本市長, or as its end:
    「委員会」 of 市議会委員会.
    """
    if not SPACELESS.match(words) or len(words) < _TWO or name == words:
        return False
    if name.endswith(words):
        called = re.escape(name)
    elif words in KNOWN.roles_after or words in KNOWN.role_before:
        title, who = re.escape(words), re.escape(name)
        called = f"{who}{title}|{_HAN}*{title}{_COURTESY}{who}"
    else:
        return False
    whole = cast.sentences.whole
    mine = [each.span() for each in re.finditer(called, whole)]
    found = [each.start() for each in re.finditer(re.escape(words), whole)]
    within = {at for at in found for start, end in mine if start <= at < end}
    in_full = {whole[max(0, at - _TWO) : at] for at in within}
    return bool(mine) and all(
        at in within or _stands_alone(whole, at) or whole[max(0, at - _TWO) : at] in in_full
        for at in found
    )


def _stands_alone(whole: str, start: int) -> bool:
    """Whether no noun is tied to what begins here."""
    before = whole[max(0, start - 1) : start]
    return not re.fullmatch(_HAN, before) or before in KNOWN.ahead_of_a_name


def is_introduced(words: str, cast: Cast) -> bool:
    """Whether the article has these words as the last of a full name, or behind what one is.

    「霍尔」 of 「部长伊达·霍尔」.
    """
    if not SPACELESS.match(words) or len(words) < _TWO:
        return False
    whole = cast.sentences.whole
    if any(f"{dot}{words}" in whole for dot in _DOTS):
        return True
    return any(f"{role}{words}" in whole for role in KNOWN.role_before)


def find_bodies(text: str, language: str) -> list[tuple[int, int]]:
    """The last characters of firms' names, each with its kind: 澜海航空公司.

    Where a name begins, nobody sees who does not know the words; its last two characters tell it
    from others.  Not of a shorter kind, which is a noun as well, nor of "the company", 该公司.
    """
    known = LANGUAGES.get(language)
    if known is None:
        return []
    kinds = [each for each in known.names.attached_kinds.split() if len(each) >= _LONG_KIND]
    kinds.sort(key=len, reverse=True)
    if not kinds or not SPACELESS.search(text):
        return []
    described = known.names.described_bodies
    found = re.finditer(f"{_HAN}{{2}}(?:{'|'.join(kinds)})", text)
    return [each.span() for each in found if not re.match(f".?[{described}]", each[0])]


def _title_of(words: str) -> str:
    known = (each for each in KNOWN.roles_after | KNOWN.courtesy_after if words.endswith(each))
    return max(known, key=len, default="")
