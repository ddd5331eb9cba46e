"""Sentences with exact offsets, text evened out for comparison, and what stands in quotes.

Every offset here is a code point index into the text as given, end-exclusive; nothing is
copied, repaired or case-folded.  This module knows no articles, sums or names, and it never
matches "nearly": two texts are the same but for typography, or they are not.

Sentences are cut by our own single pass over full stops.  sentencex, measured first, cuts
«2,5 млрд. | долларов» and «К.-Ж. | Токаев», and keeps a quotation of any length as one piece.
Rejoining the former and cutting up the latter takes an abbreviation table and a rule for
each full stop, which is all that the segmenter below consists of.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import category, combining, is_normalized, normalize

# -- sentences ---------------------------------------------------------------------------

_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_CJK_STOPS = "。！？｡"
_STOPS = rf".!?…؟।۔．‼⁇⁈⁉{_CJK_STOPS}"
_STOP = re.compile(
    rf"[{_STOPS}{_BREAKS}][{_STOPS}]*"
    # A mark that can also open the next sentence closes this one only before a non-letter.
    r"((?:[»”’›)\]}」』】》）]|[ \xa0\u202f][»›](?!\w)|[\"“'‘«‹](?!\w)|\[[0-9]{1,3}\])*)"
)
_LETTER = re.compile(r"\w")
_NEXT = re.compile(r"([^\S\n]*)([^\w\n]{0,8})(\w{0,16})")
_OPENING = "(«„“\"'‘[‹「『$€£¥"
_CONTINUING = ",;:،؛，、；：)]}"
_CJK_ATTRIBUTION = re.compile(
    r"と|って|など|の|[^\s。！？，；：“”「」]{0,20}"
    r"(?:说|說|表示|称|稱|道|指出|强调|強調|认为|認為|补充|補充)(?:。|，[“「])"
)
_LIST_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*|[ivxlc]{1,6}|\w")
_INITIALS = re.compile(r"[^\W\d_](?:[.-]{1,2}[^\W\d_])*")
_ORDINAL = re.compile(r"\d{1,2}|[ivx]{2,5}")
_ADDRESS = re.compile(r"[@/\\_]|www\.")


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


_ORDINAL_LANGUAGES = _words("de tr cs da et fi hr hu lv nb no sk sl")
# One table for all languages: a Kazakh text uses Russian abbreviations, any text English ones.
_BEFORE_A_NAME = _words(
    "mr mrs ms messrs dr prof gen sen rep gov lt col capt sgt maj adm rev hon e.g i.e cf vs",  # en
    "hr frl abg ca bzw sog evtl ggf inkl exkl zzgl vgl z.b d.h",  # de
    "проф акад тов св ул просп напр т.е т.к т.н т.о г-н г-жа дж вул",  # ru, uk
    "мыс көш mme mlle p.ex sn doç av sh ch dj yu ya akad",  # kk, fr, tr, uz
)
_BEFORE_A_NUMBER = _words(
    "no nos p pp fig vol sec ch rs tk jan feb mar apr jun jul aug sep sept oct nov dec",  # en
    "nr art abs ziff bd febr okt dez env",  # de, fr
    "ст пп рис табл гл тел кв стр корп оф ок янв февр авг сент окт нояб дек",  # ru
)
_OFTEN_MID_SENTENCE = _words(
    "inc corp ltd co bros jr sr st mt ft dept univ assn bn mn tn mln mlrd bln trln",  # en, uz
    "mrd mio bio tsd md mds st str mlr mly trl",  # de, fr, tr
    "млн млрд трлн тыс тис долл дол им ім см ср пер пос пр обл зам р-н",  # ru, uk, kk
)
_ENDING = _words("т.д т.п т.б т.с.с н.э h.k v.b b.c a.d")
_YEARS = _words("г гг ж жж р рр y")
# Words that begin a sentence after such an abbreviation; none is also a surname's first part.
_STARTERS = _words(
    "The Then A In On At It He She They We You This That These Those But And However Meanwhile",
    "For As If When While After Before Its His Her Their Our There What Who How According",
    "Der Die Das Es Er Sie Wir Ein Eine Im Am Bei Mit Nach Seit Auch Doch Aber Und Dabei Damit",
    "Diese Dieser Dieses Für Zudem Außerdem Les Il Elle Ils Ce Cette Mais Selon Un Une Bu Ancak",
    "Ayrıca Ammo Lekin Ushbu Shuningdek Ular Biz В На По Это Этот Эта Эти Он Она Они Мы Но И А",
    "Также Кроме Однако При Для Как С К О У Из За От До После Ранее Так Если Когда Что Кто Его",
    "Её Ее Их Всего Сейчас Теперь Тогда Поэтому Между Среди Согласно Напомним Такие Такой Такая",
    "Це Цей Він Вона Вони Ми Але Та Також Як Після Бұл Ол Олар Біз Сондай Осы Сонымен Алайда",
    "Бірақ Ал Мұндай Енді Қазір Сол Оның وقال وأضاف وأكد وأشار كما وفي في هذا هذه وقد ومن وكان",
)
# "Mail.Ru" and "Report.PDF" are not two sentences.
_NAME_ENDINGS = _words(
    "com org net info gov edu ru kz uz kg tj by ua de fr tr cn jp uk us eu io ai me tv рф қаз",
    "js ts py pdf doc docx xls xlsx csv txt html xml json zip jpg png такси маркет go",
)


def split_sentences(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """Spans of the sentences: in order, disjoint, trimmed, covering all but white space.

    A line break always ends a sentence.  ``language`` (ISO 639-1) only says whether "3." is
    an ordinal number, as in German.

    >>> text = "К. Токаев назвал 2,5 млрд. долларов. Сделка ждёт"
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['К. Токаев назвал 2,5 млрд. долларов.', 'Сделка ждёт']
    """
    spans = []
    start = 0
    for stop in _STOP.finditer(text):
        if text[stop.start()] in _BREAKS:
            cut = stop.start()
        elif _ends_sentence(text, start, stop, language):
            cut = stop.end()
        else:
            continue
        spans.append(_trimmed(text, start, cut))
        start = cut
    spans.append(_trimmed(text, start, len(text)))
    return [span for span in spans if span[0] < span[1]]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _ends_sentence(text: str, start: int, stop: re.Match[str], language: str | None) -> bool:
    following = _NEXT.match(text, stop.end())
    assert following
    gap, marks, word = following.groups()
    stops, closers = stop[0].removesuffix(stop[1]), stop[1]
    if marks[:1] and marks[0] in _CONTINUING:
        return False
    if stops[0] in _CJK_STOPS:
        quoted = closers and closers != "）"
        return not (quoted and ("》" in closers or _CJK_ATTRIBUTION.match(text, stop.end())))
    if not word or word[0].islower():
        return False
    if not _LETTER.search(text, start, min(stop.start(), start + 16)):
        return False
    if not gap and not _is_glued(text, stop, marks, word):
        return False
    if stops not in (".", "．"):
        return True
    after = text[following.end() : following.end() + 1]
    return not _is_abbreviation(text, start, stop.start(), word, after, language)


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
    text: str, start: int, at: int, following: str, after: str, language: str | None
) -> bool:
    """Whether the full stop at ``at`` belongs to the word before it and ends no sentence."""
    words = text[max(start, at - 24) : at].split()
    if not words:
        return False
    whole = words[-1].lstrip(_OPENING).lower()
    if len(words) == 1 and at - start < 24 and _LIST_NUMBER.fullmatch(whole):
        return True
    starts = following in _STARTERS and after != "."
    if _ORDINAL.fullmatch(whole):
        ordinal = language is None or language in _ORDINAL_LANGUAGES
        return ordinal and not starts and not following[0].isdigit()
    word = whole.lstrip("0123456789.,-–$€£¥")
    previous = words[-2].lstrip(_OPENING).lower() if len(words) > 1 else ""
    if word in _YEARS and (word != whole or previous[-1:].isdigit()):
        # «В 2024 г. Казахстан …» opens a sentence, «… до 2024 г. Казахстан …» closes one.
        return at - start < 24
    spaced = previous + word if previous.endswith(".") else word
    if spaced in _ENDING:
        return False
    if word in _BEFORE_A_NAME or spaced in _BEFORE_A_NAME:
        return True
    often = word in _OFTEN_MID_SENTENCE or _INITIALS.fullmatch(word) is not None
    if following[0].isdigit():
        return often or word in _BEFORE_A_NUMBER
    return often and not starts


# -- typography --------------------------------------------------------------------------

_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_EVEN = str.maketrans(
    {chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
    | {chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)}
    | dict.fromkeys('"«»“”„‟‹›‘’‚‛`´「」『』｢｣〝〞〟′″ʹʻʼ＂＇｀', "'")
    | dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
    | dict.fromkeys(_SPACES, " ")
    | {"ё": "е", "Ё": "Е", "￥": "¥", "￡": "£", "￠": "¢", "￦": "₩"}
)
_INVISIBLE = "\xad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_VOWEL_SIGNS = (
    "\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8"
    "\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff\ufe00-\ufe0f"
)
_HIDDEN = re.compile(f"[{_INVISIBLE}{_VOWEL_SIGNS}]+")
_SPACE_RUN = re.compile("  +")
# Single characters that canonical composition replaces: U+212B is Å, U+2126 is Ω, ….
_REPLACED = (
    "\u0340\u0341\u0343\u0344\u0374\u037e\u0387\u0958-\u095f\u09dc-\u09df\u0a33-\u0a5e\u0b5c\u0b5d"
    "\u0f43-\u0fb9\u1f71-\u1fff\u2126-\u212b\u2329\u232a\u2adc\uf900-\ufad9\ufb1d-\ufb4e"
    "\U0001d15e-\U0001d1c0\U0002f800-\U0002fa1d"
)


@cache
def _uneven() -> re.Pattern[str]:
    """Matches what takes another length once evened out; built only for a text that needs it."""
    marks = "".join(c for c in map(chr, range(0x300, 0x1E94B)) if combining(c))
    # Hangul vowels and finals, and the few signs of class 0 that compose with a letter.
    marks += "\u1160-\u11ff\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57"
    marks += "\u0dcf\u0ddf\u102e\u1b35" + _VOWEL_SIGNS
    hidden = _INVISIBLE + _VOWEL_SIGNS
    return re.compile(
        f"[^ {_INVISIBLE}{marks}](?:[{_INVISIBLE}]*[{marks}])+"
        f"|[{hidden}]* [ {hidden}]*|[{marks}]{{2,}}|[{hidden}]+|[{_REPLACED}]"
    )


@dataclass(frozen=True, slots=True)
class Folded:
    """A text evened out, and the way back: see ``fold``."""

    text: str
    source: str
    # What changed its length: (start in text, its length there, start and end in source).
    _pieces: tuple[tuple[int, int, int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of ``text[start:end]``; whole characters, so it may be wider."""
        return self._source_of(start)[0], self._source_of(end - 1)[1]

    def _source_of(self, at: int) -> tuple[int, int]:
        index = bisect_right(self._pieces, at, key=lambda piece: piece[0]) - 1
        if index < 0:
            return at, at + 1
        begin, length, start, end = self._pieces[index]
        if at < begin + length:
            return start, end
        return (shifted := end + at - begin - length), shifted + 1

    def _folded_of(self, at: int) -> int:
        index = bisect_right(self._pieces, at, key=lambda piece: piece[2]) - 1
        if index < 0:
            return at
        begin, length, _, end = self._pieces[index]
        return begin if at < end else begin + length + at - end

    def find(self, needle: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
        r"""Source spans of every occurrence of ``needle`` between two source offsets.

        An occurrence is the same but for typography, and stands on its own: no letter or
        digit goes on across its edges, nor does a number.

        >>> fold("Это «Air Astana», 500 000 мест").find('"air'), fold("$13").find("$1")
        ([], [])
        >>> fold("Это «Air\xa0Astana», 500 000 мест").find('"Air Astana"')
        [(4, 16)]
        """
        wanted = fold(needle).text.strip()
        if not wanted:
            return []
        end = len(self.source) if end is None else min(end, len(self.source))
        last = self._folded_of(end)
        at = self._folded_of(max(start, 0))
        # Only a text that repeats itself can overlap itself; long ones would take quadratic time.
        step = 1 if len(wanted) < 64 else len(wanted) // 2
        found = []
        while (at := self.text.find(wanted, at, last + 1)) >= 0:
            span = self.span(at, at + len(wanted))
            within = start <= span[0] and span[1] <= end
            if within and self._stands_alone(at, at + len(wanted)):
                found.append(span)
                at += len(wanted)
            else:
                at += step
        return found

    def _stands_alone(self, start: int, end: int) -> bool:
        text, source, span = self.text, self.source, self.span(start, end)
        before, after = source[max(0, span[0] - 1) : span[0]], source[span[1] : span[1] + 1]
        if "\u200d" in (before, after) or "ʻ" in (before, after):
            # Part of a joined emoji, or of the Uzbek letter oʻ.
            return False
        if start and (_goes_on(text, start) or self._source_of(start - 1)[1] > span[0]):
            return False
        return end == len(text) or not (_goes_on(text, end) or self._source_of(end)[0] < span[1])


def fold(text: str) -> Folded:
    r"""Even out typography: quote marks, dashes, spaces, ё, digits, invisible characters.

    Case, spelling and punctuation stay.  All quote marks and apostrophes become ``'``.

    >>> fold("«Ещё\u00ad» — 25\xa0000").text
    "'Еще' - 25 000"
    """
    even = text.translate(_EVEN)
    plain = is_normalized("NFC", even) and not _HIDDEN.search(even)
    pieces: list[tuple[int, int, int, int]] = []
    parts: list[str] = []
    done = length = 0
    for match in (_SPACE_RUN if plain else _uneven()).finditer(even):
        old = match[0]
        new = " " if " " in old else _composed(old)
        if new == old:
            continue
        start, end = match.span()
        parts += even[done:start], new
        length += start - done
        pieces.append((length, len(new), start, end))
        length += len(new)
        done = end
    return Folded("".join([*parts, even[done:]]), text, tuple(pieces))


def _composed(cluster: str) -> str:
    bare = normalize("NFC", _HIDDEN.sub("", cluster)).translate(_EVEN)
    return normalize("NFC", bare).translate(_EVEN)


_SPACELESS = re.compile(
    "[\u3005\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
)
_NUMERALS = frozenset("0123456789〇零一二三四五六七八九十百千万萬亿億兆两兩半几幾数數")
# Attached in Arabic: and, so, in, to, like, the.
_PROCLITICS = _words("و ف ب ل ك ال وال بال لل فال كال وبال ولل وكال فب فل ول وب وك فبال فلل")
_ARABIC_BEFORE = re.compile("(?:^|[^\u0620-\u06ff])([\u0620-\u06ff]{1,4})$")
# A number with a letter before it, as in «A380 500 мест», is a name and heads no group.
_GROUP_BEFORE = re.compile(r"(?<!\d)(?<!\b[A-Za-zА-я])\d{1,3}$")
_GROUP_AFTER = re.compile(r"\d{3}(?!\d)")
_SKIN_TONES = "🏻🏼🏽🏾🏿"


def _goes_on(text: str, at: int) -> bool:
    """Whether a character, a word or a number goes on across the offset ``at``."""
    after = text[at]
    if category(after)[0] == "M" or after in _SKIN_TONES:
        return True
    head = text[max(0, at - 8) : at]
    before = next((c for c in reversed(head) if category(c)[0] != "M"), "")
    if not (before.isalnum() and after.isalnum()):
        return _joins(text, at) or _joins(text, at - 1)
    if before in _NUMERALS and after in _NUMERALS:
        return True
    if _SPACELESS.match(before) or _SPACELESS.match(after):
        return False
    attached = _ARABIC_BEFORE.search(head)
    return not (attached and attached[1] in _PROCLITICS)


def _joins(text: str, at: int) -> bool:
    """Whether the mark at ``at`` stands inside a number, or a name such as C5+1 or AT&T."""
    mark, before, after = text[at], text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if mark in "+&":
        return before.isalnum() and after.isalnum()
    if mark in ".,'٫٬":
        return before.isdecimal() and after.isdecimal()
    if mark != " " or not _GROUP_AFTER.match(text, at + 1):
        return False
    return _GROUP_BEFORE.search(text[max(0, at - 5) : at]) is not None


# -- quotations --------------------------------------------------------------------------

_QUOTE = re.compile('["«»‹›“”„‟「」『』‘’‚]')
_OPENERS = dict(zip('»›」』’‘"', '«‹「『‘‚"', strict=True)) | {"”": "“„‟”", "“": "„“"}
_PARAGRAPH = re.compile(f"[^{_BREAKS}]+")
_INTRODUCED = re.compile(r"(?:^|[:,—–-])\s*$")


def find_quotations(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans of what stands between the text's own quotation marks, clipped to a region.

    The marks are left out; of nested quotations the outermost counts.  Each paragraph is read
    whole, so a sentence from the middle of a longer quotation is found to be quoted.

    >>> text = "«Мы готовы. Мы ждём», — сказал он."
    >>> [text[start:end] for start, end in find_quotations(text, 12)]
    ['Мы ждём']
    """
    end = len(text) if end is None else min(end, len(text))
    start = max(start, 0)
    spans = []
    first = max(text.rfind(mark, 0, start) for mark in _BREAKS) + 1
    for paragraph in _PARAGRAPH.finditer(text, first):
        base = paragraph.start()
        if base >= end:
            break
        following = text[paragraph.end() : paragraph.end() + 64].lstrip()[:1]
        for opened, closed in _quoted(paragraph[0], following):
            spans.append(_trimmed(text, max(start, base + opened + 1), min(end, base + closed)))
    return [span for span in spans if span[0] < span[1]]


@lru_cache(maxsize=64)
def _quoted(paragraph: str, following: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the outermost opening and closing marks; ``following`` begins what is next."""
    if re.match(r"[^«»]*(?<!\w)»\w", paragraph):
        paragraph = paragraph.translate(str.maketrans("«»‹›", "»«›‹"))
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for match in _QUOTE.finditer(paragraph):
        mark, at = match[0], match.start()
        before, after = paragraph[max(0, at - 1) : at] or " ", paragraph[at + 1 : at + 2] or " "
        # A look at the last few keeps a paragraph of nothing but marks linear.
        recent = range(len(opened) - 1, max(-1, len(opened) - 9), -1)
        fitting = next((i for i in recent if opened[i][0] in _OPENERS.get(mark, "")), None)
        if _opens(mark, before, after, fitting is not None):
            opened.append((mark, at))
        elif fitting is not None and not (mark == "’" and _is_letter(after)):
            pairs.append((opened[fitting][1], at))
            del opened[fitting:]
    # A quotation over several paragraphs: each begins with a mark, only the last one ends with it.
    alone = following != '"' or paragraph.count('"') == 1
    for mark, at in opened[:8] if alone else []:
        if mark == following and _INTRODUCED.search(paragraph[max(0, at - 8) : at]):
            pairs.append((at, len(paragraph)))
            break
    outermost: list[tuple[int, int]] = []
    for pair in sorted(pairs):
        if not outermost or pair[0] > outermost[-1][1]:
            outermost.append(pair)
    return tuple(outermost)


def _is_letter(character: str) -> bool:
    return character.isalnum() and not _SPACELESS.match(character)


def _opens(mark: str, before: str, after: str, closable: bool) -> bool:
    """Whether a mark between two characters opens, given that it could close another."""
    if mark not in '“”‘"':
        return mark in "«‹„‟「『‚"
    if mark == "‘":
        return not _is_letter(before) and after.isalpha()
    starts = (before.isspace() or before in '([{—–-«“„‘"') and not (
        after.isspace() or after in _CONTINUING + ".!?…"
    )
    ends = not before.isspace() and not after.isalnum()
    if mark == "“":
        return starts or not closable
    if closable or mark == "”":
        return starts and not ends
    return not _is_letter(before) and (starts or not ends)
