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

from .text import LINE_BREAKS, trimmed

_CJK_STOPS = "。！？｡"
_STOPS = rf".!?…؟।۔．‼⁇⁈⁉{_CJK_STOPS}"
_STOP = re.compile(
    rf"[{_STOPS}{LINE_BREAKS}][{_STOPS}]*"
    # A mark that can also open the next sentence closes this one only before a non-letter.
    r"((?:[»”’›)\]}」』】》）]|[ \xa0\u202f][»›](?!\w)|[\"“'‘«‹](?!\w)|\[[0-9]{1,3}\])*)"
)
_LETTER = re.compile(r"\w")
_NEXT = re.compile(r"([^\S\n]*)([^\w\n]{0,8})(\w{0,16})")
_OPENING = "(«„“\"'‘[‹「『$€£¥"
_CONTINUING = ",;:،؛，、；：)]}"
_DASHES = "—–-"
_CJK_ATTRIBUTION = re.compile(
    r"と|って|など|の|[^\s。！？，；：“”「」]{0,20}"
    r"(?:说|說|表示|称|稱|道|指出|强调|強調|认为|認為|补充|補充)(?:。|，[“「])"
)
_LIST_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*|[ivxlc]{1,6}|\w")
_INITIALS = re.compile(r"[^\W\d_](?:[.-]{1,2}[^\W\d_])*")
_ORDINAL = re.compile(r"\d{1,2}|[ivx]{2,5}")
_NUMBERED = re.compile(r".*\d(?:-\w{1,3})?")
_ELISION = re.compile(r"^[dl]['’]")
_DEGREE = re.compile(r"[дк]\.\w{1,4}\.н")
_ADDRESS = re.compile(r"[@/\\_]|www\.")


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


_ORDINAL_LANGUAGES = _words("de tr cs da et fi hr hu lv nb no sk sl")
# One table for all languages: a Kazakh text uses Russian abbreviations, any text English ones.
_BEFORE_A_NAME = _words(
    "mr mrs ms messrs dr prof gen sen rep gov lt col capt sgt maj adm rev hon e.g i.e cf vs",  # en
    "pte pty pvt sdn hr frl abg ca bzw sog evtl ggf inkl exkl zzgl vgl",  # en, de
    "z.b d.h u.a v.a dr.-ing dipl.-ing dipl.-kfm",  # de
    "проф акад тов св ул просп напр т.е т.к т.н т.о т.ч и.о г-н г-жа дж вул",  # ru, uk
    "мыс көш mme mlle p.ex sn doç av sh ch dj yu ya akad",  # kk, fr, tr, uz
)
_BEFORE_A_NUMBER = _words(
    "no nos p pp fig vol sec ch rs tk jan feb mar apr jun jul aug sep sept oct nov dec",  # en
    "nr art abs ziff bd febr okt dez env approx est max min mind",  # de, fr, en
    "прибл макс мин ст пп рис табл гл тел кв стр корп оф ок янв февр авг сент окт нояб дек",  # ru
)
_OFTEN_MID_SENTENCE = _words(
    "jr sr st mt ft dept univ assn mrd mio bio tsd str",  # a German sum goes on with a noun
    "им ім см ср пер пос пр обл зам р-н",  # ru, uk, kk
)
# What these end in the middle of a sentence goes on with a word of the second table: a sum with
# its currency, a company with its form or its head.  Any other capital begins a sentence.
_SCALES = _words(
    "bn mn tn mln mlrd bln trln md mds mlr mly trl m b k",
    "млн млрд трлн тыс тис долл дол куб кв",
)
_COMPANIES = _words("inc corp ltd co bros bhd")
_UNIT_AFTER_SCALE = re.compile(
    "[A-Z]{3}|U?S|TL|Türk|Euros?|Dollars?|Dolar|Pounds?|Yuan|Yen|Renminbi|Lira|Rubel|Franken|Tonnen|США|АҚШ"
    "|(?:Долл|Руб|Тенге|Теңге|Евро|Юан|Фунт|Франк|Сом|Сум|Лир|Гр[ие]в|Тонн)\\w*"
)
_AFTER_COMPANY = _words(
    "Ltd Şti Limited Inc LLC LLP Corp Co Plc PLC Bhd Group Holding Holdings International KG GmbH",
    "Chairman Chairwoman Chair Chief CEO CFO COO President Vice Director Founder Executive",
)
_AFTER_HOUR = _words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday EST EDT ET CET GMT UTC BST PT",
    "Eastern Pacific Central London Moscow Astana Beijing Brussels Washington",
)
_ENDING = _words("т.д т.п т.б т.с.с н.э h.k v.b b.c a.d")
_YEARS = _words("г гг ж жж р рр y")
_BEFORE_A_YEAR = _words(
    "в во к ко с со до после на по за от ещё еще уже лишь только начиная весной летом осенью зимой",
    "у з від після до на өткен биыл сол in by since until",
)
# Words that begin a sentence after such an abbreviation; none is also a surname's first part.
_STARTERS = _words(
    "The Then A In On At It He She They We You This That These Those But And However Meanwhile",
    "For As If When While After Before Its His Her Their Our There What Who How According",
    "Der Die Das Es Er Sie Wir Ein Eine Im Am Bei Mit Nach Seit Auch Doch Aber Und Dabei Damit",
    "Diese Dieser Dieses Für Zudem Außerdem Beide Beides Deren Dessen Alle Viele Einige Hier Dort",
    "Dazu Daher Deshalb Laut Kein Keine Danach Insgesamt Heute Trotz Ihre Seine Man",
    "Les Il Elle Ils Ce Cette Mais Selon Un Une Bu Ancak",
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
    marks = seen = 0
    for stop in _STOP.finditer(text):
        cut, closers = stop.end(), stop[1]
        if text[stop.start()] in LINE_BREAKS:
            cut = stop.start()
            marks, seen = 0, cut
        else:
            marks += text.count('"', seen, cut)
            seen = cut
            if stop[0] in _CJK_STOPS and marks % 2 and text[cut : cut + 1] == '"':
                cut, closers = cut + 1, '"'  # no space tells a closing mark from an opening one
            if not _ends_sentence(text, start, stop, cut, closers, language):
                continue
        spans.append(trimmed(text, start, cut))
        start = cut
    spans.append(trimmed(text, start, len(text)))
    return [span for span in spans if span[0] < span[1]]


def _ends_sentence(
    text: str, start: int, stop: re.Match[str], end: int, closers: str, language: str | None
) -> bool:
    following = _NEXT.match(text, end)
    assert following
    gap, marks, word = following.groups()
    stops = stop[0].removesuffix(stop[1])
    if marks[:1] and marks[0] in _CONTINUING:
        return False
    if stops[0] in _CJK_STOPS:
        quoted = closers and closers != "）"
        return not (quoted and ("》" in closers or _CJK_ATTRIBUTION.match(text, end)))
    if not word or word[0].islower():
        return False
    if not _LETTER.search(text, start, min(stop.start(), start + 16)):
        return False
    if not gap and not _is_glued(text, stop, marks, word):
        return False
    if stops not in (".", "．"):
        return True
    if marks[:1] and marks[0] in _DASHES:
        word = marks[0]
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
    whole = _ELISION.sub("", words[-1].lstrip(_OPENING).lower())
    if len(words) == 1 and at - start < 24 and _LIST_NUMBER.fullmatch(whole):
        return True
    starts = following in _STARTERS and after != "."
    if _ORDINAL.fullmatch(whole):
        ordinal = language is None or language in _ORDINAL_LANGUAGES
        return ordinal and not starts and not following[0].isdigit()
    word = whole.lstrip("0123456789.,-–$€£¥")
    previous = words[-2].lstrip(_OPENING).lower() if len(words) > 1 else ""
    numbered = word != whole or _NUMBERED.fullmatch(previous) is not None
    if word in _YEARS and numbered:
        # «В 2024 г. Казахстан …» opens a sentence, «Срок — 2024 г. Казахстан …» closes one.
        first = text[start : start + 24].lstrip(_OPENING + " ").split(None, 1)[0].lower()
        opens = first[0].isdigit() or first in _BEFORE_A_YEAR
        return following in _DASHES or (opens and at - start < 24)
    spaced = previous + word if previous.endswith(".") else word
    if spaced in _ENDING:
        return False
    if word in _BEFORE_A_NAME or spaced in _BEFORE_A_NAME or _DEGREE.fullmatch(spaced):
        return True
    scale = word in _SCALES and (len(word) > 1 or numbered)
    initial = _INITIALS.fullmatch(word) is not None
    often = scale or initial or word in _OFTEN_MID_SENTENCE or word in _COMPANIES
    if following[0].isdigit() or following in _DASHES:
        return often or word in _BEFORE_A_NUMBER
    if scale:
        return _UNIT_AFTER_SCALE.fullmatch(following) is not None or not following[0].isupper()
    if word in _COMPANIES:
        return following in _AFTER_COMPANY or not following[0].isupper()
    measured = numbered or previous.rstrip(".") in _SCALES
    if measured and (word != whole or (initial and words[-1][-1].islower()) or word == "см"):
        return following in _AFTER_HOUR  # «40m», «5 ч.», «2028-м», «куб. м»: a unit
    return often and not starts
