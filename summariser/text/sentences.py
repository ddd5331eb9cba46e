"""Where the sentences of a text begin and end, to the character.

Nothing is copied or repaired: what comes back are offsets into the text as given.  This module
knows no quotations, sums or names, only what keeps a full stop from ending a sentence.

Sentences are cut by our own single pass over full stops.  sentencex, measured first, cuts
«2,5 млрд. | долларов» and «К.-Ж. | Токаев», and keeps a quotation of any length as one piece.
Rejoining the former and cutting up the latter takes an abbreviation table and a rule for
each full stop, which is all that the segmenter below consists of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from ..languages import told_apart
from .typography import LINE_BREAKS, trimmed

_CJK_STOPS = "。！？｡"
_STOPS = rf".!?…؟।۔．‼⁇⁈⁉{_CJK_STOPS}"
_STOP = re.compile(
    rf"(?:(?<!\S)\.(?: \.){{2,3}}|[{_STOPS}{LINE_BREAKS}][{_STOPS}]*)"
    # A mark that can also open the next sentence closes this one only before a non-letter.
    r"((?:\xad*[»”’›)\]}」』】》）]|[ \xa0\u202f][»›](?!\w)|[\"“'‘«‹](?!\xad*\w)|\[[0-9]{1,3}\])*)"
)
_LETTER = re.compile(r"\w")
_NEXT = re.compile(r"([^\S\n]*)([^\w\n]{0,8})(\w{0,16})")
_OPENING = "(«„“\"'‘[‹「『$€£¥"
_CONTINUING = ",;:،؛，、；：)]}"
_DASHES = "—–-"
_BULLETS = "•‣◦⁃▪●■"
_ITEM = re.compile(rf"\s*(?:[{_BULLETS}]\s?)?(?<!\w)(?:(\d{{1,3}})|([a-z]))(?=\.)")
_TICKER = re.compile(r"<[\w=]{1,12}\.[\w=]{1,4}>")
_SYMBOL = 14  # characters of it, at most, on either side of its stop
_SOURCE = re.compile(r" ?\([^()\n]{1,60}\)[.!?]")  # … is ours" (Holm 55).
_RESUMED = re.compile(rf"\s?[{_DASHES}]\s")
_ISSUE = re.compile(r"\d \w{1,4}\s?\Z")
_ENCLOSING = {"》": "《", "）": "（"}
_NESTS = re.compile(rf"[《（{LINE_BREAKS}]")
_LIST_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*|[ivxlc]{1,6}|\w")
_INITIALS = re.compile(r"[^\W\d_](?:[.-]{1,2}[^\W\d_])*")
_ORDINAL = re.compile(r"\d{1,2}|[ivx]{2,5}")
_NUMBERED = re.compile(r".*\d(?:-\w{1,3})?")
_ADDRESS = re.compile(r"[@/\\_]|www\.")
# "Mail.Ru" and "Report.PDF" are not two sentences.
_NAME_ENDINGS = frozenset(
    "com org net info gov edu ru kz uz kg tj by ua de fr tr cn jp uk us eu io ai me tv рф қаз"
    " js ts py pdf doc docx xls xlsx csv txt html xml json zip jpg png такси маркет go".split()
)


class _Words(NamedTuple):
    """The words of one article: see ``languages.SentenceWords``, one field of which each is."""

    before_a_name: frozenset[str]
    before_a_number: frozenset[str]
    mid_sentence: frozenset[str]
    a_unit_too: frozenset[str]
    scales: frozenset[str]
    companies: frozenset[str]
    after_company: frozenset[str]
    after_hour: frozenset[str]
    last: frozenset[str]
    years: frozenset[str]
    before_a_year: frozenset[str]
    starters: frozenset[str]
    units: re.Pattern[str]
    degree: re.Pattern[str]
    elided: re.Pattern[str]
    attribution: re.Pattern[str]
    ordinals: bool


@lru_cache(maxsize=64)
def _words_in(language: str | None) -> _Words:
    """What is safe everywhere, as a Kazakh text uses Russian abbreviations, and what is its own."""
    known = told_apart()
    own = [each.text for each in known if each.code == language]
    sections = [*(each.text.everywhere for each in known), *(text.own for text in own)]

    def words(field: str) -> frozenset[str]:
        return frozenset(word for each in sections for word in getattr(each, field).split())

    before_a_name = words("before_a_name")
    degrees = frozenset(word for word in before_a_name if "~" in word)
    units = _alternatives(words("units")).replace("~", r"\w*")
    elided, speech, after = (
        _alternatives(word for each in known for word in getattr(each.text, field).split())
        for field in ("elided", "verbs_of_speech", "after_a_quotation")
    )
    return _Words(
        before_a_name=before_a_name - degrees,
        before_a_number=words("before_a_number"),
        mid_sentence=words("mid_sentence"),
        a_unit_too=words("a_unit_too"),
        scales=words("scales"),
        companies=words("companies"),
        after_company=words("after_company"),
        after_hour=words("after_hour"),
        last=words("last"),
        years=words("years"),
        before_a_year=words("before_a_year"),
        starters=words("starters"),
        units=re.compile(f"[A-Z]{{3}}|{units}"),
        degree=re.compile(_alternatives(degrees).replace("~", r"\w{1,4}")),
        elided=re.compile(f"^(?:{elided})['’]"),
        attribution=re.compile(
            rf"{after}|[^\s。！？，；：“”「」]{{0,20}}(?:{speech})(?:。|，[“「])"
        ),
        ordinals=language is None or any(text.ordinal_stop for text in own),
    )


def _alternatives(words: Iterable[str]) -> str:
    """A regular expression of the words, the longer ones first."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(word.replace(".", r"\.") for word in longest_first)


def split_sentences(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """Spans of the sentences: in order, disjoint, trimmed, covering all but white space.

    A line break always ends a sentence.  ``language`` (ISO 639-1) only says whether "3." is
    an ordinal number, as in German.

    >>> text = "К. Токаев назвал 2,5 млрд. долларов. Сделка ждёт"
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['К. Токаев назвал 2,5 млрд. долларов.', 'Сделка ждёт']
    """
    words = _words_in(language)
    spans = []
    start = 0
    marks = within = seen = 0
    for stop in _STOP.finditer(text):
        cut, closers = stop.end(), stop[1]
        if text[stop.start()] in LINE_BREAKS:
            cut = stop.start()
            marks, within, seen = 0, 0, cut
        else:
            marks += text.count('"', seen, cut)
            within += text.count("«", seen, cut) - text.count("»", seen, cut)
            seen = cut
            if stop[0] in _CJK_STOPS and marks % 2 and text[cut : cut + 1] == '"':
                cut, closers = cut + 1, '"'  # no space tells a closing mark from an opening one
            if not _ends_sentence(text, start, stop, cut, closers, words):
                continue
            if within > 0 and stop[0] == "." and _RESUMED.match(text, cut):
                continue  # «К чему? – спросила Ольга. – Завтра выходной»
            cut = _next_item(text, start, stop.start()) or cut
        spans.append(trimmed(text, start, cut))
        start = cut
    spans.append(trimmed(text, start, len(text)))
    return [span for span in spans if span[0] < span[1]]


def _ends_sentence(
    text: str, start: int, stop: re.Match[str], end: int, closers: str, known: _Words
) -> bool:
    following = _NEXT.match(text, end)
    assert following
    gap, marks, word = following.groups()
    stops = stop[0].removesuffix(stop[1])
    if marks[:1] and marks[0] in _CONTINUING:
        return False
    if stops[0] in _CJK_STOPS:
        quoted = closers and closers != "）"
        goes_on = quoted and ("》" in closers or known.attribution.match(text, end))
        return not (goes_on or _is_enclosed(text, stop.start(), end))
    if not word or word[0].islower():
        return False
    if not _LETTER.search(text, start, min(stop.start(), start + 16)):
        return False
    if closers and _SOURCE.match(text, end):
        return False
    if not gap and _TICKER.search(text, max(start, stop.start() - _SYMBOL), end + _SYMBOL):
        return False  # <5002.T>
    if not gap and not _is_glued(text, stop, marks, word):
        return False
    if stops not in (".", "．"):
        return stops != ". . ."
    if marks[:1] == "№" and _ISSUE.search(text, max(start, stop.start() - 8), stop.start()):
        return False  # a paper's date and its issue: «2010 жыл. № 70»
    if marks[:1] and marks[0] in _DASHES:
        word = marks[0]
    after = text[following.end() : following.end() + 1]
    return not _is_abbreviation(text, start, stop.start(), word, after, known)


def _is_enclosed(text: str, at: int, end: int) -> bool:
    """Whether the stop stands within a title or a short bracket: 《奔跑吧！海港》."""
    for closing, opening in _ENCLOSING.items():
        closed = text.find(closing, end, end + 64)
        if closed > 0 and not _NESTS.search(text, end, closed):
            before = text[max(0, at - 64) : end]
            if before.rfind(opening) > before.rfind(closing):
                return True
    return False


def _next_item(text: str, start: int, at: int) -> int:
    """Where the next item of a list begins, if the stop at ``at`` belongs to its number; or 0.

    Each number but the first follows an item, so only one that counts on is known to be none of
    the sentence's own: "1. The port 2. The dam".
    """
    first = _ITEM.match(text, start)
    last = _ITEM.search(text, max(start, at - 6), at + 1) if first and first.end() < at else None
    if not (first and last and last.end() == at):
        return 0
    counted = last[1] and first[1] and int(last[1]) == int(first[1]) + 1
    lettered = last[2] and first[2] and ord(last[2]) == ord(first[2]) + 1
    return last.start() if counted or lettered else 0


def _opens(text: str, start: int, at: int, known: _Words) -> bool:
    """Whether so little stands before ``at`` that the sentence must go on: «В 2024 г.»."""
    first = text[start : start + 24].lstrip(_OPENING + " ").split(None, 1)[0].lower()
    return at - start < 24 and (first[0].isdigit() or first in known.before_a_year)


def _is_glued(text: str, stop: re.Match[str], marks: str, word: str) -> bool:
    """Whether the writer forgot the space between two sentences."""
    at, first = stop.start(), word[0]
    if first.isdigit():
        return False
    if marks:
        return marks[0] in '"«„“「『'
    if stop[1] or text[at - 1] in '"»”“’)]%':
        return first.isupper()
    before = re.findall(r"\S*", text[max(0, at - 64) : at])[-2:][0]
    ahead = text[at : at + 64].split(None, 1)[0]
    if word.lower() in _NAME_ENDINGS or _ADDRESS.search(before + ahead):
        return False
    part = re.split(r"\W", before)[-1]
    if len(part) < 2 or (part.isdigit() and len(part) < 3):
        return False
    if first.isupper():
        return part[-1].islower() or len(word) == 1 or word[1].islower()
    # Scripts without capitals.
    return len(word) > 1 and (part + word).isalpha() and part[-1].lower() == part[-1].upper()


def _is_abbreviation(
    text: str, start: int, at: int, following: str, after: str, known: _Words
) -> bool:
    """Whether the full stop at ``at`` belongs to the word before it and ends no sentence."""
    words = text[max(start, at - 24) : at].split()
    if not words:
        return False
    whole = known.elided.sub("", words[-1].lstrip(_OPENING + _BULLETS).lower())
    alone = len(words) == 1 or (len(words) == 2 and words[0] in _BULLETS)
    if alone and at - start < 24 and _LIST_NUMBER.fullmatch(whole):
        return True
    starts = following in known.starters and after != "."
    if _ORDINAL.fullmatch(whole.lstrip(_DASHES)):
        return known.ordinals and not starts and not following[0].isdigit()
    word = whole.lstrip("0123456789.,-–$€£¥")
    previous = words[-2].lstrip(_OPENING).lower() if len(words) > 1 else ""
    numbered = word != whole or _NUMBERED.fullmatch(previous) is not None
    if word in known.years and numbered:
        # «В 2024 г. Казахстан …» opens a sentence, «Срок — 2024 г. Казахстан …» closes one.
        return following in _DASHES or _opens(text, start, at, known)
    spaced = previous + word if previous.endswith(".") else word
    if spaced in known.last:
        return False
    if (
        word in known.before_a_name
        or spaced in known.before_a_name
        or known.degree.fullmatch(spaced)
    ):
        return True
    scale = word in known.scales and (len(word) > 1 or numbered)
    initial = _INITIALS.fullmatch(word) is not None
    inside = known.mid_sentence.issuperset(word.split("."))  # «بي.بي.سي»
    often = scale or initial or inside or word in known.companies
    if following[0].isdigit() or following in _DASHES:
        return often or word in known.before_a_number
    if scale:
        return known.units.fullmatch(following) is not None or not following[0].isupper()
    if word in known.companies:
        return following in known.after_company or not following[0].isupper()
    measured = numbered or previous.rstrip(".") in known.scales
    unit = word != whole or (initial and words[-1][-1].islower()) or word in known.a_unit_too
    if measured and unit:
        # «40m», «5 ч.», «2028-м», «куб. м»: a unit
        return following in known.after_hour or _opens(text, start, at, known)
    return often and not starts
