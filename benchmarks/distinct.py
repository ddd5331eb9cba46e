"""Any number of distinct articles, each with the reply to it.

Each is one of the project's own articles with other names, figures and years, its paragraphs in
another order; a sentence without a name gets that of a place.  The reply to it, written by
hand, is changed in the same way: `variant` gives what a careful model would answer about the variant.
So nothing that is kept of one article, be it a sentence, a name or a figure, helps with another more
than it would in life.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

Json = dict[str, Any]

HERE = Path(__file__).parent
TESTS = HERE.parent / "tests"
ALIKE = ("amount", "upper", "quantity")  # figures of a reply that the words beside them state

# The made-up names of each article, as far as all their forms begin alike.
NAMES = {
    "c5plus1_ru": "Оспанов Калиев Канат Талгат Агромаш",
    "hard_case": "Тарынск Тарынмаш Меридиан Рейл Ахметов Айгуль Ерлан Норд Кали Лагун Южн",
    "lakes_summit_en": "Varnholm Varn Ostrevia Ostrevnet Marrow Tolvik Marland Ingrid Tolvaren "
    "Petra Okonrad Edmund Farrow Lisk Sundovia Sundrail Grael Oona Brask Kestrel",
    "zhaiyq_forum_kk": "Айдынкент Айдын Құланды Ерденов Гүлшат Нордталь Матиас Вейдлер Бекзат Сарманов "
    "Айгерім Досанов",
    "alpen_gipfel_de": "Hohenfirn Grauenstein Steinbrech Firn Veronika Altmooser Jonas Reindlinger "
    "Goldhorn Hedwig Kaltenrieder",
    "dianchi_gongchang_zh": "岚川 禾溪 诺威尔 浔 陆砚澄 祝怀屿 闵秋棠 恒舟 韦若岑",
    "harbour_vote_en": "Calvessa Sellick SELLICK Pellmarsh Bettany Oskarsdale Corwin Hathersedge Imara "
    "Vestergate Hallam Odell Farramond Gannet Tessaly Lorcan Abelwhite Wexcombe Dunmorrow",
    "hu_luntan_zh": "云泽 青岚 北陆 林若川 贺明溪 顾西原 镜湖 月川 鹭洲",
    "mahattat_tahliya_ar": "الرملاء الزاهر الهميلي نزار المرجان الصدفة تالموند الشروق الدرعاني سلاف الصفواري "
    "عدنان البستكاوي هالة",
    "qimmat_wahat_ar": "سهلان الصافي ليان القاسمي نديم الريحان",
    "reka_tarif_ru": "Приозёрск ВЕРХНЕЛУЗЬМИНСК Лузьм Зеленчугов Тамар Неволинск Глеб Верхотомск Руслан "
    "Астер Марин Корчемн Степан Лощилов Фарватер Шаль",
    "sommet_delta_fr": "Aurèle Valmarine Ormel Solène Bastien Courvalet Lamarre Nordhavre Ombre",
}
# What a sentence gets that has no name; a verb at its end wants it in front.
NEAR = {
    "ar": " قرب {}", "de": " bei {}", "en": " near {}", "es": " cerca de {}", "fr": " près de {}",
    "it": " vicino a {}", "ru": " под {}",
    "zh": "在{}，", "ja": "{}で、", "kk": "{} маңында ", "tr": "{} yakınında ", "uz": "{} uchun ham ",
}  # fmt: skip
IN_FRONT = ("ja", "kk", "tr", "uz", "zh")
PLACES = {"ar": "مرجانة", "ja": "山川", "kk": "Талдым", "ru": "Вальмом", "zh": "青川"}

LETTERS = [
    ("aeiou", "bdfgklmnprstv"),
    ("AEIOU", "BDFGKLMNPRSTV"),
    ("аеиоу", "бвгдзклмнпрст"),
    ("АЕИОУ", "БВГДЗКЛМНПРСТ"),
    ("", "بتجحدرزسشصضطعغفقكمن"),
]
CHARACTERS = "岚川禾溪砚澄怀屿秋棠若岑青舟明清泽鹭洲恒浔宁安嘉禹衡瑾岳涵霖柏松竹梅兰峰岩汐沐"
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
NUMBER = re.compile(
    r"(?<![A-Za-zА-Яа-я+\d])(?P<iso>\d{4}|-)-(?P<month>\d\d)(?:-(?P<of_month>\d\d))?(?!\d)"
    r"|\d{1,2}(?=月)"
    r"|(?<![A-Za-zА-Яа-я+])(?P<figure>\d+(?:[.,٫٬]\d+|[ \u00a0\u202f]\d{3}(?!\d))*)"
)


class Variant(NamedTuple):
    """An article, and what a careful model answers about it."""

    stem: str
    language: str
    text: str
    sentences: list[str]
    reply: Json

    def passages(self) -> list[Json]:
        """The same reply as passages of the article, each with its attributes: as langextract asks."""
        found = []
        for name, kind in (("outcomes", "outcome"), ("deals", "deal"), ("positions", "position")):
            for item in self.reply[name]:
                words = self.sentences[item["evidence"][0] - 1]
                attributes = {field: _flat(value) for field, value in item.items() if value}
                found.append({kind: words, f"{kind}_attributes": attributes})
        return found


class Original(NamedTuple):
    """One of the project's own: each sentence with the spaces before it, by paragraph."""

    stem: str
    language: str
    paragraphs: list[list[tuple[str, str]]]
    reply: Json
    names: list[str]
    figures: list[str]
    days: set[str]


def variants(count: int, first: int = 0) -> Iterator[Variant]:
    """So many of them, all languages in turn, the same ones for the same numbers."""
    all_of = originals()
    for number in range(first, first + count):
        yield variant(all_of[number % len(all_of)], number)


def variant(of: Original, number: int) -> Variant:
    """The article with this number."""
    change = _Change(of, Random(f"{of.stem} {number}"))
    order = list(range(1, len(of.paragraphs)))
    change.random.shuffle(order)
    numbers = {0: 0}
    old = [0]
    for each in of.paragraphs:
        old.append(old[-1] + len(each))
    written: list[str] = []
    for place in (0, *order):
        for at, (gap, sentence) in enumerate(of.paragraphs[place]):
            numbers[old[place] + at + 1] = len(numbers)
            apart = gap if at else "\n\n" if written else ""
            written.append(apart + change.sentence(sentence))
    reply = change.reply(of.reply, numbers)
    sentences = [sentence.strip() for sentence in written]
    return Variant(of.stem, of.language, "".join(written), sentences, reply)


def _flat(value: Any) -> str:
    """A field as an attribute, which is a text: of objects only their words."""
    if isinstance(value, list):
        return "; ".join(_flat(each) for each in value)
    return str(value["verbatim"]) if isinstance(value, dict) else str(value)


class _Change:
    """What becomes of the names, figures and years of one article, in text and reply alike."""

    def __init__(self, of: Original, random: Random) -> None:
        self.of, self.random = of, random
        self.names: dict[str, str] = {}
        for name in of.names:
            self.names[name] = self._name(name)
        self.years = random.randrange(-3, 9)
        figures = self._figures()
        while not all(_mounts(figures, *each) for each in _ranges(of.reply)):
            figures = self._figures()
        self.figures = figures
        start = "" if of.language in ("ar", "zh", "ja") else r"(?<![^\W\d_])"
        longest = sorted(map(re.escape, of.names), key=len, reverse=True)
        self.pattern = re.compile(f"{start}(?P<name>{'|'.join(longest)})|{NUMBER.pattern}")

    def text(self, text: str) -> str:
        return self.pattern.sub(self._other, text)

    def sentence(self, sentence: str) -> str:
        """A sentence of the article; one with no such name, or only a short one, gets a place."""
        changed = self.text(sentence)
        names = {found["name"] for found in self.pattern.finditer(sentence) if found["name"]}
        if sum(old != new for name in names for old, new in zip(name, self.names[name], strict=True)) > 1:  # fmt: skip
            return changed
        place = self._name(PLACES.get(self.of.language, "Valtormo"))
        words = NEAR[self.of.language].format(place)
        if self.of.language in IN_FRONT:
            return re.sub(r"^\W*", lambda start: start[0] + words, changed, count=1)
        return re.sub(r"(?=[^\w)\]>}]*$)", lambda _: words, changed, count=1)

    def reply(self, node: Any, numbers: dict[int, int], beside: Json | None = None, name: str = "") -> Any:  # fmt: skip
        if isinstance(node, dict):
            return {key: self.reply(value, numbers, node, key) for key, value in node.items()}
        if isinstance(node, list):
            if name in ("evidence", "attribution"):
                return sorted(numbers[number] for number in node)
            return [self.reply(value, numbers) for value in node]
        if not isinstance(node, str):
            return node
        if name in ALIKE and beside is not None:
            stated = {_key(each["figure"]) for each in NUMBER.finditer(beside["verbatim"]) if each["figure"]}  # fmt: skip
            return self._figure(node) if _key(node) in stated else node
        return self.text(node)

    def _other(self, found: re.Match[str]) -> str:
        if found["name"]:
            return self.names[found["name"]]
        if found["month"]:
            year = found["iso"] if found["iso"] == "-" else str(int(found["iso"]) + self.years)
            day = found["of_month"]
            return f"{year}-{found['month']}" + (f"-{int(self._figure(str(int(day)))):02}" if day else "")  # fmt: skip
        return self._figure(found["figure"]) if found["figure"] else found[0]

    def _figure(self, written: str) -> str:
        if _is_year(written):
            return str(int(written) + self.years)
        other = iter(self.figures[_key(written)])
        changed, begun = [], False
        for sign in written:
            digit = sign.translate(DIGITS)
            begun = begun or digit in "123456789"
            if not digit.isdigit() or not begun:
                changed.append(sign)
            else:
                put = next(other, "0")
                changed.append(put if sign == digit else chr(ord("٠") + int(put)))
        return "".join(changed)

    def _figures(self) -> dict[str, str]:
        """Another figure for each, of as many digits that count: for 2.5 as for 25,000."""
        taken: set[str] = set()
        figures = {}
        for key in self.of.figures:
            if key in self.of.days:
                choices = [day for day in map(str, range(1, 29)) if len(day) == len(key) and day[-1] != "0"]  # fmt: skip
            elif len(key) == 1:
                choices = list("23456789") if key != "1" else ["1"]
            else:
                low = 10 ** (len(key) - 1)
                choices = [str(self.random.randrange(low, 10 * low)) for _ in range(20)]
            free = [each for each in choices if each not in taken and each[-1] != "0"]
            figures[key] = self.random.choice(free) if free else key
            taken.add(figures[key])
        return figures

    def _name(self, name: str) -> str:
        """A name of the same letters' kinds, its ending kept, since it is inflected by that."""
        if self.of.language in ("ja", "zh"):
            other = "".join(self.random.choices(CHARACTERS, k=len(name)))
            return other if other not in self.names.values() else self._name(name)
        keep = 0 if self.of.language == "ar" else 2 if len(name) > 4 else 1
        changed = [
            next((self._letter(letter, kinds) for kinds in LETTERS if letter in "".join(kinds)), letter)
            for letter in name[: len(name) - keep]
        ]  # fmt: skip
        other = "".join(changed) + name[len(name) - keep :]
        return other if other not in self.names.values() else self._name(name)

    def _letter(self, letter: str, kinds: tuple[str, str]) -> str:
        return self.random.choice(kinds[0] if letter in kinds[0] else kinds[1])


def _mounts(figures: dict[str, str], low: str, high: str) -> bool:
    """Whether the ends of a range are still in order."""

    def now(written: str) -> Decimal:
        key = _key(written)
        return Decimal(f"0.{figures.get(key, key)}").scaleb(Decimal(written).adjusted())

    return now(low) < now(high)


def _ranges(node: Any) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict) and node.get("amount") and node.get("upper"):
        yield node["amount"], node["upper"]
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():  # fmt: skip
        yield from _ranges(value)


def _key(written: str) -> str:
    """The digits that count: those of 2.5, 2,500 and 0.25 are the same."""
    digits = re.sub(r"\D", "", written.translate(DIGITS))
    return digits.strip("0") or "0"


def _is_year(written: str) -> bool:
    return bool(re.fullmatch("(19|20)[0-9]{2}", written))


@cache
def originals() -> list[Original]:
    """Those of the tests, and a short one in each language that these lack; all replies by hand."""
    sys.path[:0] = [str(TESTS), str(HERE.parent)]
    from record import ARTICLES, article, honest

    found = []
    for stem in ARTICLES:
        of = article(stem)
        paragraphs: list[list[tuple[str, str]]] = []
        end = 0
        for each in of.sentences:
            gap = of.text[end : each.start]
            if not paragraphs or "\n" in gap:
                paragraphs.append([])
            paragraphs[-1].append((gap, of.text[each.start : each.end]))
            end = each.end
        found.append(_original(stem, of.language, paragraphs, honest(stem).reply, NAMES[stem]))
    for path in sorted(HERE.glob("articles/*.json")):
        told = json.loads(path.read_text("utf-8"))
        space = "" if path.stem == "ja" else " "
        paragraphs = [[(space, sentence) for sentence in each] for each in told["paragraphs"]]
        found.append(_original(path.stem, path.stem, paragraphs, told["reply"], told["names"]))
    return found


def _original(stem: str, language: str, paragraphs: list[list[tuple[str, str]]], reply: Json, names: str) -> Original:  # fmt: skip
    text = "\n".join("".join(gap + sentence for gap, sentence in each) for each in paragraphs)
    for name in names.split():
        assert name in text, f"{stem}: {name}"
    figures: dict[str, None] = {}
    days: set[str] = set()
    before, behind = _months(language)
    for each in NUMBER.finditer(text):
        if each["of_month"]:
            days.add(_key(each["of_month"]))
            figures[_key(each["of_month"])] = None
        elif each["figure"] and not _is_year(each["figure"]):
            figures[_key(each["figure"])] = None
            if before.search(text[: each.start()]) or behind.match(text, each.end()):
                days.add(_key(each["figure"]))
    return Original(stem, language, paragraphs, reply, names.split(), list(figures), days)


def _months(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A month before a day, and behind one."""
    from babel.dates import get_month_names

    month = "|".join(
        sorted(
            re.escape(name)
            for context in ("format", "stand-alone")
            for name in get_month_names("wide", context, language).values()
        )
    )
    return (
        re.compile(rf"(?:{month}) $", re.IGNORECASE),
        re.compile(rf"日|[.]? ?(?:{month})", re.IGNORECASE),
    )
