"""Merging: what two windows report twice becomes one item, and what are two facts stay two.

The tables give a text, what one window reports and what the next one does, and the sentences that
the items cite in the end.  The hand-written replies, dealt out to overlapping windows, must come
together again as if the article had been read in one go.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field
from record import ARTICLES, article, honest

from summariser import Article, Deliverable, Money, Party, Prose, Summary, SummitSummary, Verbatim
from summariser.article.windows import Window, cut
from summariser.checks.index import Index
from summariser.reading import combining as joining
from summariser.reading import matching as facts
from summariser.reading import merging
from summariser.reading.candidates import Candidate, read, settle
from summariser.reading.merging import merge, merge_fields
from summariser.schema.summary import Grounded, Item, Named, Quoted, Rejected


@dataclass
class Reading:
    """What came of one window."""

    kept: list[Candidate]
    rejected: list[Rejected] = field(default_factory=list)


def reading(
    index: Index,
    items: dict[str, Any],
    schema: type[Summary] = SummitSummary,
    *,
    flag: bool = False,
) -> Reading:
    """A window's reply with these items only, read and verified."""
    empty = {name: [] if kind.many else None for name, kind in schema.item_fields().items()}
    candidates = read({**empty, **items}, schema, index)
    if flag:
        return Reading(candidates)
    return Reading(*settle(candidates, []))


def merged(
    text: str | Article, *windows: dict[str, Any], schema: type[Summary] = SummitSummary
) -> list[Any]:
    """The items of these windows, merged; all must be sound, before and after."""
    index = Index(text if isinstance(text, Article) else Article.from_text(text))
    readings = [reading(index, window, schema) for window in windows]
    assert not [each.reason for one in readings for each in one.rejected]
    kept, rejected = merge(readings, schema, index)
    assert not [each.reason for each in rejected]
    assert all(each.sound for each in kept)
    return [each.item for each in kept]


def cited(items: Iterable[Any]) -> list[list[int]]:
    return [[each.sentence for each in item.evidence] for item in items]


def test_a_note_names_the_place_its_field_has_in_the_end() -> None:
    """What the second window lists first may come last, or be what the first one lists."""
    text = (
        "Lumen Rail bought trains from Norvik for $5 million. "
        "Lumen Rail paid Norvik and Port Authority $7 million."
    )
    (item,) = merged(
        text,
        {"deals": [deal([1, 2], "x", ["Lumen Rail", "Norvik"], [money("$5 million", "5000000")])]},
        {"deals": [
            deal(
                [1, 2], "x",
                [{**party("Port Authority"), "country": "N/A"}, {**party("Norvik"), "country": "unknown"},
                 party("Lumen Rail")],
                [money("$7 million", "7000000", "US$"), money("$5 million", "5000000", "US$")],
            )
        ]},
    )  # fmt: skip
    places = [note.partition(": ")[0] for note in item.notes]
    named = [item.parties[int(place[8])].verbatim for place in places if "parties" in place]
    sums = [item.values[int(place[7])].verbatim for place in places if "values" in place]
    assert (named, sums) == (["Port Authority", "Norvik"], ["$7 million", "$5 million"])


# --- raw items, as a model writes them -----------------------------------------------------------


def party(name: str | None, verbatim: str | None = None, role: str = "other") -> dict[str, Any]:
    return {"verbatim": verbatim or name, "name": name, "role": role, "country": None}


def money(
    verbatim: str, amount: str | None, currency: str | None = "USD", **more: Any
) -> dict[str, Any]:
    return {
        "verbatim": verbatim, "amount": amount, "upper": None, "currency": currency,
        "qualifier": "exact", "per": "total", **more,
    }  # fmt: skip


def thing(verbatim: str, item: str, quantity: str | None = None) -> dict[str, Any]:
    return {"verbatim": verbatim, "item": item, "quantity": quantity, "unit": None}


def deal(
    evidence: list[int],
    text: str,
    parties: Sequence[Any] = (),
    values: Sequence[Any] = (),
    **more: Any,
) -> dict[str, Any]:
    named = [party(each) if isinstance(each, str) else each for each in parties]
    return {
        "evidence": evidence, "text": text, "instrument": "unspecified", "status": "unspecified",
        "parties": named, "values": list(values), "deliverables": [], "period": None,
        "place": None, "sector": None, **more,
    }  # fmt: skip


def outcome(evidence: list[int], text: str, kind: str = "other", **more: Any) -> dict[str, Any]:
    return {
        "evidence": evidence,
        "text": text,
        "kind": kind,
        "status": "unspecified",
        "parties": [],
        "values": [],
        **more,
    }


def position(
    evidence: list[int], text: str, name: str | None, verbatim: str | None = None, **more: Any
) -> dict[str, Any]:
    expert = {"verbatim": verbatim or name, "name": name, "role": None, "affiliation": None}
    return {
        "evidence": evidence, "text": text, "act": "claim", "expert": expert, "target": None,
        "stance": "neutral", "certainty": "certain", **more,
    }  # fmt: skip


RU = (
    "Перевозчик «Меридиан» подписал с заводом «Сокол» контракт на 40 тепловозов. "
    "По данным «Меридиана», завод «Сокол» получит 2,5 млрд долларов. "
    "Министерство утверждает, что «Меридиан» заплатит заводу «Сокол» 3,1 млрд долларов. "
    "Банк «Опора» выдаст «Меридиану» 2,5 млрд долларов. "
    "Слухи о продаже рудника за 90 млн евро опроверг его директор. "
    "Экономист Айгуль Ахметова ждёт роста цен, а экономист Ерлан Ахметов в рост не верит. "
    "По словам Ахметова, спрос упадёт. "
    "Погода была ясной. "
    "Участники пообедали. "
    "Позже напомнили, что контракт «Меридиана» с заводом «Сокол» стоит 2,5 млрд долларов. "
    "Компания купит 15 барж. "
    "Контракт «Меридиана» с заводом «Сокол» на 2,5 млрд долларов расторгнут."
)
TWO_5, THREE_1 = money("2,5 млрд долларов", "2500000000"), money("3,1 млрд долларов", "3100000000")
FIVE = money("$5 million", "5000000")
HEDGED = TWO_5 | {"qualifier": "more_than"}  # a warning only
SIDES = [party("«Меридиан»"), party("«Сокол»")]
INFLECTED = [party("«Меридиан»", "«Меридиана»"), party("завод «Сокол»", "«Сокол»")]
ORDER = "«Меридиан» закупает у «Сокола» 40 тепловозов."
EN = (
    "Selm Air signed an order with Tolvik for 12 jets. "
    "The jets cost between $2 billion and $3 billion, Selm Air said. "
    "Analyst Mira Holt expects delays. "
    "A trader expects profits, and a trader expects losses. "
    "Selm Air denied that it will sell its hub for $90 million. "
    "Holt doubts the price, too."
)
DE = (
    "Die Nordbank leiht der Seebahn AG 300 Mio. Euro. "
    "Die Seebahn AG nimmt bei der Südbank ebenfalls 300 Mio. Euro auf. "
    "Der Ökonom Jonas Reindl hält das für teuer. "
    "Nach Reindls Ansicht steigen die Zinsen."
)
ZH = (
    "北陆航运与鹭洲船厂签署协议，购买20艘货轮。"
    "合同金额为25亿美元，北陆航运说。"
    "专家李明认为价格合理。"
    "北陆航运否认收购鹭洲船厂。"
)
KK = (
    "«Алтын көпір» банкі «Дала жел» компаниясына 90 млн теңге несие береді. "
    "Сарапшы Айгүл Серікова несиені қымбат деп санайды. "
    "Айгүл Серікованың айтуынша, баға өседі."
)
AR = (
    "وقّعت شركة نبع الشرق مع هيئة مياه سهلان عقداً بقيمة 300 مليون دولار. "
    "وقال الخبير سامر حداد إن السعر مرتفع. "
    "ونفت شركة نبع الشرق بيع مزارعها."
)
EUR_300 = money("300 Mio. Euro", "300000000", "EUR")

YEARLY = money("$5 million a year", "5000000", per="year")
ROLES = [party("Arlen", role="supplier"), party("Tavik", role="buyer")]
ROLES_SWAPPED = [party("Arlen", role="buyer"), party("Tavik", role="supplier")]
SCHOOL = thing("a school", "school")
SCHOOLS = (
    "Corvane builds a school in Arlen for $5 million. Rain fell. Wind blew. "
    "Corvane builds a school in Tarn for $5 million."
)
VIEWS = "Mira Holt praises the tariffs, but she criticises the quotas."
BROTHERS = (
    "Илья Марлов вложит 5 млн евро. И. Марлов вложит 5 млн евро. Шёл дождь. "
    "И. Марлов вложит 5 млн евро. Иван Марлов молчал."
)

ONE_FACT = [
    # label, text, field, what the first window reports, what the second does, evidence of the one
    ("exactly the same", RU, "deals", deal([1], ORDER, SIDES), deal([1], ORDER, SIDES), [1]),
    ("retold", RU, "deals", deal([1], ORDER, SIDES), deal([1], "Завод «Сокол» поставит «Меридиану» сорок тепловозов.", SIDES), [1]),
    ("inflected names", RU, "deals", deal([1, 2], ORDER, SIDES, [TWO_5]), deal([2], "Сделка с «Соколом».", INFLECTED, [TWO_5]), [1, 2]),
    ("a side more", RU, "deals", deal([1, 2], ORDER, SIDES, [TWO_5]), deal([2], "«Сокол» получит деньги.", [SIDES[1]], [TWO_5]), [1, 2]),
    ("a sum more", RU, "deals", deal([1], ORDER, SIDES), deal([1, 2], ORDER, SIDES, [TWO_5]), [1, 2]),
    ("next to each other, one sum", RU, "deals", deal([1], ORDER, SIDES, [], deliverables=[thing("40 тепловозов", "тепловозы", "40")]),
     deal([1, 2], "Тепловозы.", SIDES, [TWO_5], deliverables=[thing("40 тепловозов", "тепловозы", "40")]), [1, 2]),
    ("far apart, same sides and sum", RU, "deals", deal([2], ORDER, INFLECTED, [TWO_5]), deal([10], "Напоминание о контракте.", INFLECTED, [TWO_5]), [2, 10]),
    ("a range, in English", EN, "deals", deal([1, 2], "Selm Air orders jets.", ["Selm Air", "Tolvik"], [money("between $2 billion and $3 billion", "2000000000", upper="3000000000", qualifier="range")]),
     deal([2], "The jets' price.", ["Selm Air"], [money("between $2 billion and $3 billion", "2000000000", upper="3000000000", qualifier="range")]), [1, 2]),
    ("no sides, one sum", RU, "outcomes", outcome([5], "Рудник не продан.", values=[money("90 млн евро", "90000000", "EUR")]),
     outcome([5], "Опровергли сделку.", values=[money("90 млн евро", "90000000", "EUR")]), [5]),
    ("no sides and no sum", RU, "outcomes", outcome([9], "Участники пообедали."), outcome([9], "Участники форума пообедали."), [9]),
    ("an unnamed side in the same words", RU, "deals", deal([11], "Покупка 15 барж.", [party(None, "Компания")]), deal([11], "Куплены 15 барж.", [party(None, "Компания")]), [11]),
    ("German", DE, "deals", deal([1], "Die Nordbank gibt Kredit.", ["Nordbank", "Seebahn AG"], [EUR_300]), deal([1], "Ein Kredit.", ["Nordbank", "Seebahn AG"], [EUR_300]), [1]),
    ("a German genitive", DE, "positions", position([3, 4], "Die Zinsen steigen nach seiner Ansicht.", "Jonas Reindl"), position([4], "Die Zinsen steigen.", "Reindl", "Reindls"), [3, 4]),
    ("Chinese", ZH, "deals", deal([1, 2], "北陆航运购买货轮。", ["北陆航运", "鹭洲船厂"], [money("25亿美元", "2500000000")]),
     deal([2], "合同金额。", ["北陆航运"], [money("25亿美元", "2500000000")]), [1, 2]),
    ("a Chinese position retold", ZH, "positions", position([3], "价格合理。", "李明"), position([3], "他认为价格是合理的。", "李明", "专家李明"), [3]),
    ("Kazakh", KK, "positions", position([3], "Баға өседі.", "Айгүл Серікова", "Айгүл Серікованың"), position([2, 3], "Несие қымбат, баға өседі.", "Айгүл Серікова"), [2, 3]),
    ("Arabic", AR, "deals", deal([1], "عقد بين الشركة والهيئة.", ["شركة نبع الشرق", "هيئة مياه سهلان"], [money("300 مليون دولار", "300000000")]),
     deal([1], "وقّعت الشركة عقداً.", ["شركة نبع الشرق"], [money("300 مليون دولار", "300000000")]), [1]),
    ("a rumour, and its denial read on", RU, "deals", deal([5], "Рудник продан за 90 млн евро.", [], [money("90 млн евро", "90000000", "EUR")], status="announced"),
     deal([5, 8], "Продажу рудника опровергли.", [], [money("90 млн евро", "90000000", "EUR")], status="denied"), [5, 8]),
    ("a surname in the same words", RU, "positions", position([7], "Спрос упадёт, сказал он.", "Ерлан Ахметов", "Ахметова"), position([7], "Спрос упадёт.", "Ахметов", "Ахметова"), [7]),
    ("a sum with its hedge and without", "Перевозчик заплатит около 17 млн долларов.", "deals", deal([1], "Плата.", [], [money("17 млн долларов", "17000000", qualifier="approximately")]),
     deal([1], "Цена.", [], [money("около 17 млн долларов", "17000000", qualifier="approximately")]), [1]),
    ("inflected, and first in the alphabet", "Мария Орлова против. Марии Орловой не верят.", "positions", position([1, 2], "Она против.", "Мария Орлова"), position([2], "Она против.", "Марии Орловой"), [1, 2]),
    ("half retold, the same sentences", RU, "positions", position([6], "В рост цен он не верит.", "Ерлан Ахметов"), position([6], "Эксперт сомневается в росте цен.", "Ерлан Ахметов"), [6]),
    ("well retold, a sentence more", RU, "positions", position([6], "В рост цен он не верит.", "Ерлан Ахметов"), position([6, 7], "Он не верит, что цены будут расти.", "Ерлан Ахметов"), [6, 7]),
    ("one unit in two spellings", "«Сокол» продаст 40 тонн нефти.", "deals",
     deal([1], "Нефть.", ["«Сокол»"], deliverables=[thing("40 тонн нефти", "нефть", "40") | {"unit": "тонн"}]), deal([1], "Продажа.", ["«Сокол»"], deliverables=[thing("40 тонн нефти", "нефть", "40") | {"unit": "т"}]), [1]),
    ("next to each other, only one names the thing", "Corvane sells a mill for $5 million. Corvane earned $5 million.", "deals",
     deal([1], "A sale.", ["Corvane"], [FIVE], deliverables=[thing("a mill", "mill")]), deal([2], "A sale.", ["Corvane"], [FIVE]), [1, 2]),
    ("an inflected place, far apart", "«Сокол» строит школу в Астане за 5 млн евро. Шёл дождь. Дул ветер. «Сокол» строит школу, Астана платит 5 млн евро.", "deals",
     deal([1], "Школа.", ["«Сокол»"], [money("5 млн евро", "5000000", "EUR")], place="Астане"), deal([4], "Школа.", ["«Сокол»"], [money("5 млн евро", "5000000", "EUR")], place="Астана"), [1, 4]),
    ("an initial next to the name", BROTHERS, "deals", deal([1], "Вклад.", ["Илья Марлов"], [money("5 млн евро", "5000000", "EUR")]), deal([2], "Вклад.", ["И. Марлов"], [money("5 млн евро", "5000000", "EUR")]), [1, 2]),
    ("a role that is given in one only", SCHOOLS, "deals", deal([1], "A school.", [party("Corvane", role="supplier")], [FIVE]), deal([1], "A school.", ["Corvane"], [FIVE]), [1]),
    ("one sector in other words, in one sentence", SCHOOLS, "deals", deal([1], "A school.", ["Corvane"], [FIVE], sector="education"), deal([1], "A school.", ["Corvane"], [FIVE], sector="schooling"), [1]),
    ("next to each other, in the same words", EN, "deals", deal([1], "Selm Air orders jets.", ["Selm Air"]), deal([2], "Selm Air orders jets.", ["Selm Air"]), [1, 2]),
]  # fmt: skip

TWO_FACTS = [
    # label, text, field, what the first window reports, what the second does
    ("other sides, same sum", RU, "deals", deal([2], ORDER, INFLECTED, [TWO_5]), deal([4], "Кредит «Опоры».", [party("банк «Опора»", "Банк «Опора»"), party("«Меридиан»", "«Меридиану»")], [TWO_5])),
    ("other sides in one sentence", DE, "deals", deal([1, 2], "Die Seebahn leiht Geld.", ["Nordbank", "Seebahn AG"], [EUR_300]), deal([2], "Die Seebahn leiht Geld.", ["Südbank", "Seebahn AG"], [EUR_300])),
    ("two lenders next to each other", DE, "deals", deal([1], "Ein Kredit.", ["Nordbank", "Seebahn AG"], [EUR_300]), deal([2], "Ein Kredit.", ["Südbank", "Seebahn AG"], [EUR_300])),
    ("two people of one surname", RU, "positions", position([6], "Цены вырастут.", "Айгуль Ахметова"), position([6], "Цены не вырастут.", "Ерлан Ахметов")),
    ("another claim of the same expert", RU, "positions", position([6], "Роста цен не будет.", "Ерлан Ахметов"), position([7], "Роста цен не будет.", "Ерлан Ахметов", "Ахметова")),
    ("another claim in one sentence", KK, "positions", position([2, 3], "Несие тым қымбат.", "Айгүл Серікова"), position([3], "Баға өседі.", "Айгүл Серікова", "Айгүл Серікованың")),
    ("unnamed experts", EN, "positions", position([4], "Profits will come.", None, "A trader"), position([4], "Losses will come.", None, "a trader expects losses")),
    ("signed, and denied elsewhere", RU, "deals", deal([2], ORDER, INFLECTED, [TWO_5], status="signed"), deal([10], "Контракт.", INFLECTED, [TWO_5], status="denied")),
    ("signed, and cancelled elsewhere", RU, "deals", deal([10], "Контракт.", INFLECTED, [TWO_5], status="signed"), deal([12], "Контракт расторгнут.", INFLECTED, [TWO_5], status="cancelled")),
    ("signed or denied in the same sentence", ZH, "deals", deal([4], "北陆航运收购鹭洲船厂。", ["北陆航运", "鹭洲船厂"], status="signed"), deal([4], "北陆航运否认收购鹭洲船厂。", ["北陆航运", "鹭洲船厂"], status="denied")),
    ("signed or cancelled in the same sentence", ZH, "deals", deal([4], "北陆航运收购鹭洲船厂。", ["北陆航运", "鹭洲船厂"], status="signed"), deal([4], "北陆航运取消收购鹭洲船厂。", ["北陆航运", "鹭洲船厂"], status="cancelled")),
    ("far apart, other sums", RU, "deals", deal([1], ORDER, SIDES), deal([10], ORDER, INFLECTED, [TWO_5])),
    ("far apart, fewer sides", RU, "deals", deal([2], ORDER, INFLECTED, [TWO_5]), deal([10], ORDER, [INFLECTED[0]], [TWO_5])),
    ("far apart, unnamed sides", "Компания купит баржи за 5 млн долларов. Погода была ясной. Участники пообедали. Компания продаст рудник за 5 млн долларов.", "deals",
     deal([1], "Баржи.", [party(None, "Компания")], [money("5 млн долларов", "5000000")]), deal([4], "Рудник.", [party(None, "Компания")], [money("5 млн долларов", "5000000")])),
    ("far apart, other things", EN, "deals", deal([1], "Jets.", ["Selm Air"], deliverables=[thing("12 jets", "jets", "12")]),
     deal([5], "A hub.", ["Selm Air"], [money("$90 million", "90000000")], deliverables=[thing("its hub", "hub")])),
    ("no sums, and not the same sentence", EN, "deals", deal([1], "Selm Air ordered jets.", ["Selm Air"]), deal([2], "Selm Air ordered many jets.", ["Selm Air"])),
    ("two things of one sentence", AR, "outcomes", outcome([1], "عقد مع الهيئة."), outcome([1], "مذكرة لتدريب مهندسين جدد.")),
    ("two counts of one sentence", "Завод «Сокол» продаст 40 тепловозов и 15 барж.", "deals", deal([1], "Завод «Сокол» продаст тепловозы.", ["«Сокол»"], deliverables=[thing("40 тепловозов", "тепловозы", "40")]),
     deal([1], "Завод «Сокол» продаст баржи.", ["«Сокол»"], deliverables=[thing("15 барж", "баржи", "15")])),
    ("a named side and one that is not", RU, "deals", deal([4], "Кредит.", [party("«Меридиан»", "«Меридиану»")], [TWO_5]), deal([4], "Кредит.", [party(None, "Банк")], [TWO_5])),
    ("a surname in another sentence", "Ерлан Ахметов вложит 5 млн евро. Ахметов вложит 5 млн евро.", "deals",
     deal([1], "Вклад.", ["Ерлан Ахметов"], [money("5 млн евро", "5000000", "EUR")]), deal([2], "Ещё вклад.", ["Ахметов"], [money("5 млн евро", "5000000", "EUR")])),
    ("her surname is no form of his", RU, "positions", position([6], "Цены вырастут.", "Ерлан Ахметов"), position([6], "Цены вырастут.", "Ахметова")),
    ("more than a common noun before the name", "Астра «Сокол» и банк «Сокол» получат 5 млн евро.", "deals",
     deal([1], "Вклад.", ["Астра «Сокол»"], [money("5 млн евро", "5000000", "EUR")]), deal([1], "Вклад.", ["«Сокол»"], [money("5 млн евро", "5000000", "EUR")])),
    ("other currencies", "Фонд даст 5 млн евро и 5 млн долларов.", "outcomes",
     outcome([1], "Дар.", values=[money("5 млн евро", "5000000", "EUR")]), outcome([1], "Взнос.", values=[money("5 млн долларов", "5000000")])),
    ("other ranges", "Фонд даст от 5 до 7 млн евро, а потом от 5 до 9 млн евро.", "outcomes",
     outcome([1], "Дар.", values=[money("от 5 до 7 млн евро", "5000000", "EUR", upper="7000000", qualifier="range")]),
     outcome([1], "Взнос.", values=[money("от 5 до 9 млн евро", "5000000", "EUR", upper="9000000", qualifier="range")])),
    ("two sums of nobody", "Дадут 5 млн евро школам и 6 млн евро больницам.", "outcomes",
     outcome([1], "Дадут деньги школам.", values=[money("5 млн евро", "5000000", "EUR")]), outcome([1], "Дадут деньги больницам.", values=[money("6 млн евро", "6000000", "EUR")])),
    ("two counts of one thing", "Завод «Сокол» продаст югу 40 тепловозов, а северу 60 тепловозов.", "deals", deal([1], "Завод «Сокол» продаст тепловозы.", ["«Сокол»"], deliverables=[thing("40 тепловозов", "тепловозы", "40")]),
     deal([1], "Завод «Сокол» продаст тепловозы.", ["«Сокол»"], deliverables=[thing("60 тепловозов", "тепловозы", "60")])),
    ("a sentence in common that code added", RU, "deals", deal([2], ORDER, INFLECTED, [TWO_5], status="signed"),
     deal([10], "Контракт.", [party("«Меридиан»", "«Меридиана»"), party("«Сокол»", "завод «Сокол»")], [TWO_5], status="denied")),
    ("one sum for two things, far apart", "Selm Air buys jets for $90 million. Rain fell. Wind blew. Selm Air sells its hub for $90 million.", "deals",
     deal([1], "Jets.", ["Selm Air"], [money("$90 million", "90000000")], deliverables=[thing("jets", "jets")]),
     deal([4], "A hub.", ["Selm Air"], [money("$90 million", "90000000")], deliverables=[thing("its hub", "hub")])),
    ("the same words in another order", "Selm Air pays Tolvik. Tolvik pays Selm Air.", "deals",
     deal([1], "Selm Air pays Tolvik.", ["Selm Air", "Tolvik"]), deal([2], "Tolvik pays Selm Air.", ["Selm Air", "Tolvik"])),
    ("the same words far apart", RU, "deals", deal([1], ORDER, SIDES), deal([10], ORDER, INFLECTED)),
    ("next to each other, other statuses", EN, "deals", deal([1], "Selm Air orders jets.", ["Selm Air"], status="signed"), deal([2], "Selm Air orders jets.", ["Selm Air"], status="planned")),
    ("who sells and who buys", "Arlen sells barges to Tavik for $5 million. Rain fell. Wind blew. Tavik sells grain to Arlen for $5 million.", "deals",
     deal([1], "Barges.", ROLES, [FIVE]), deal([4], "Grain.", ROLES_SWAPPED, [FIVE])),
    ("who sells and who buys, in one sentence", "Arlen sells barges to Tavik for $5 million, and Tavik sells grain to Arlen for $5 million.", "deals",
     deal([1], "Arlen and Tavik trade.", ROLES, [FIVE]), deal([1], "Arlen and Tavik trade.", ROLES_SWAPPED, [FIVE])),
    ("who sells and who buys, in Russian", "«Арлен» продаёт «Тавику» баржи за 5 млн евро, а «Тавик» продаёт «Арлену» зерно за 5 млн евро.", "deals",
     deal([1], "Торговля.", [party("«Арлен»", role="supplier"), party("«Тавик»", "«Тавику»", "buyer")], [money("5 млн евро", "5000000", "EUR")]),
     deal([1], "Торговля.", [party("«Тавик»", role="supplier"), party("«Арлен»", "«Арлену»", "buyer")], [money("5 млн евро", "5000000", "EUR")])),
    ("who sells and who buys, in Chinese", "科文公司向东洲国出售诊所。东洲国向科文公司出售磨坊。", "deals",
     deal([1, 2], "科文公司与东洲国交易。", [party("科文公司", role="supplier"), party("东洲国", role="buyer")]),
     deal([2], "科文公司与东洲国交易。", [party("东洲国", role="supplier"), party("科文公司", role="buyer")])),
    ("of two countries", "Arlen of Kazakhstan paid $5 million. Rain fell. Wind blew. Arlen of Germany paid $5 million.", "deals",
     deal([1], "A gift.", [party("Arlen") | {"country": "KZ"}], [FIVE]), deal([4], "A gift.", [party("Arlen") | {"country": "DE"}], [FIVE])),
    ("once and each year", "Corvane pays $5 million. Rain fell. Wind blew. Corvane pays $5 million a year.", "deals",
     deal([1], "A fee.", ["Corvane"], [FIVE]), deal([4], "A fee.", ["Corvane"], [YEARLY])),
    ("dollars of two countries", "Corvane pays $5 million. Corvane pays C$5 million.", "deals",
     deal([1], "A fee.", ["Corvane"], [money("5 million", "5000000")]), deal([2], "Another.", ["Corvane"], [money("C$5 million", "5000000", "CAD")])),
    ("two places far apart", SCHOOLS, "deals", deal([1], "A school.", ["Corvane"], [FIVE], place="Arlen", deliverables=[SCHOOL]), deal([4], "A school.", ["Corvane"], [FIVE], place="Tarn", deliverables=[SCHOOL])),
    ("two places next to each other", SCHOOLS.replace(" Rain fell. Wind blew.", ""), "deals", deal([1], "A school.", ["Corvane"], [FIVE], place="Arlen", deliverables=[SCHOOL]), deal([2], "A school.", ["Corvane"], [FIVE], place="Tarn", deliverables=[SCHOOL])),
    ("two places that share a word", "Corvane builds a school in North Arlen for $5 million. Rain fell. Wind blew. Corvane builds a school in South Arlen for $5 million.", "deals",
     deal([1], "A school.", ["Corvane"], [FIVE], place="North Arlen"), deal([4], "A school.", ["Corvane"], [FIVE], place="South Arlen")),
    ("two districts by number", "Corvane builds a school in District 5 for $5 million. Rain fell. Wind blew. Corvane builds a school in District 6 for $5 million.", "deals",
     deal([1], "A school.", ["Corvane"], [FIVE], place="District 5"), deal([4], "A school.", ["Corvane"], [FIVE], place="District 6")),
    ("two places in Chinese", "科文公司在北京建学校，投资5亿美元。天下雨。刮风了。科文公司在南京建学校，投资5亿美元。", "deals",
     deal([1], "建学校。", ["科文公司"], [money("5亿美元", "500000000")], place="北京"), deal([4], "建学校。", ["科文公司"], [money("5亿美元", "500000000")], place="南京")),
    ("two sectors", SCHOOLS, "deals", deal([1], "It builds.", ["Corvane"], [FIVE], sector="education"), deal([4], "It builds.", ["Corvane"], [FIVE], sector="mining")),
    ("two units", "Corvane sells 40 tonnes of oil. Rain fell. Wind blew. Corvane sells 40 barrels of oil.", "deals",
     deal([1], "Oil.", ["Corvane"], deliverables=[thing("40 tonnes of oil", "oil", "40") | {"unit": "tonnes"}]),
     deal([4], "Oil.", ["Corvane"], deliverables=[thing("40 barrels of oil", "oil", "40") | {"unit": "barrels"}])),
    ("two things of one announcement", "Corvane signed two contracts with Estavia. A clinic costs $5 million. A mill costs $9 million.", "deals",
     deal([1, 2], "Corvane signed a contract with Estavia for a clinic.", ["Corvane", "Estavia"], [FIVE], deliverables=[thing("A clinic", "clinic")]),
     deal([1, 3], "Corvane signed a contract with Estavia for a mill.", ["Corvane", "Estavia"], [money("$9 million", "9000000")], deliverables=[thing("A mill", "mill")])),
    ("two things for one sum in one sentence", "Corvane sells Estavia a clinic for $5 million and a mill for $5 million.", "deals",
     deal([1], "Corvane sells a clinic.", ["Corvane", "Estavia"], [FIVE], deliverables=[thing("a clinic", "clinic")]), deal([1], "Corvane sells a mill.", ["Corvane", "Estavia"], [FIVE], deliverables=[thing("a mill", "mill")])),
    ("two things in Chinese", "科文公司向东洲国出售诊所，并向东洲国出售磨坊。", "deals",
     deal([1], "科文公司出售诊所。", ["科文公司", "东洲国"], deliverables=[thing("诊所", "诊所")]), deal([1], "科文公司出售磨坊。", ["科文公司", "东洲国"], deliverables=[thing("磨坊", "磨坊")])),
    ("two things in Russian", "«Сокол» продаст «Меридиану» мельницу и клинику за 5 млн евро.", "deals",
     deal([1], "«Сокол» продаст «Меридиану» мельницу.", ["«Сокол»"], [money("5 млн евро", "5000000", "EUR")], deliverables=[thing("мельницу", "мельница")]),
     deal([1], "«Сокол» продаст «Меридиану» клинику.", ["«Сокол»"], [money("5 млн евро", "5000000", "EUR")], deliverables=[thing("клинику", "клиника")])),
    ("for the one and against the other", VIEWS, "positions", position([1], "Holt judges the tariffs.", "Mira Holt", target="tariffs", stance="supportive"), position([1], "Holt judges the quotas.", "Mira Holt", target="quotas", stance="critical")),
    ("two targets", VIEWS, "positions", position([1], "She judges the tariffs on steel.", "Mira Holt", target="tariffs"), position([1], "She judges quotas for fishermen.", "Mira Holt", target="quotas")),
    ("for and against, about nothing given", VIEWS, "positions", position([1], "Holt judges them.", "Mira Holt", stance="supportive"), position([1], "Holt judges them.", "Mira Holt", stance="critical")),
    ("far apart, only one names the thing", "Corvane sells a mill for $5 million. Rain fell. Wind blew. Corvane earned $5 million.", "deals",
     deal([1], "A sale.", ["Corvane"], [FIVE], deliverables=[thing("a mill", "mill")]), deal([4], "A sale.", ["Corvane"], [FIVE])),
    ("a glued initial far away", BROTHERS.replace("И. М", "И.М"), "deals", deal([1], "Вклад.", ["Илья Марлов"], [money("5 млн евро", "5000000", "EUR")]), deal([4], "Вклад.", ["И.Марлов"], [money("5 млн евро", "5000000", "EUR")])),
    ("an initial far away", BROTHERS, "deals", deal([1], "Вклад.", ["Илья Марлов"], [money("5 млн евро", "5000000", "EUR")]), deal([4], "Вклад.", ["И. Марлов"], [money("5 млн евро", "5000000", "EUR")])),
    ("next to each other, two speakers' words", EN, "positions", position([3], "Delays will come.", "Mira Holt"), position([4], "Delays will come.", "Mira Holt")),
]  # fmt: skip


@pytest.mark.parametrize("swapped", [False, True], ids=["in order", "swapped"])
@pytest.mark.parametrize(
    ("text", "name", "first", "second", "evidence"),
    [case[1:] for case in ONE_FACT],
    ids=[case[0] for case in ONE_FACT],
)
def test_one_fact_becomes_one_item(
    text: str,
    name: str,
    first: dict[str, Any],
    second: dict[str, Any],
    evidence: list[int],
    swapped: bool,
) -> None:
    """What both windows report is there once, with all its sentences, whichever comes first."""
    windows = [{name: [first]}, {name: [second]}]
    assert cited(merged(text, *(windows[::-1] if swapped else windows))) == [evidence]


@pytest.mark.parametrize("swapped", [False, True], ids=["in order", "swapped"])
@pytest.mark.parametrize(
    ("text", "name", "first", "second"),
    [case[1:] for case in TWO_FACTS],
    ids=[case[0] for case in TWO_FACTS],
)
def test_two_facts_stay_two_items(
    text: str, name: str, first: dict[str, Any], second: dict[str, Any], swapped: bool
) -> None:
    """Nothing is hidden: both are there, as they were."""
    windows = [{name: [first]}, {name: [second]}]
    if swapped:
        windows.reverse()
    apart = [item for window in windows for item in merged(text, window)]
    assert merged(text, *windows) == apart
    assert len(apart) == 2


TITLED = Article.from_text(
    "Norvik opened a yard for $1 billion. Reed left the hall. Nobody spoke all day. Rain fell. "
    "Sorvik opened a mine for $1 billion. Quill praised the road. Quill praised the bridge.",
    title="Yard and mine cost $1 billion each",
    language="en",
)
YARD = outcome([0, 1], "A yard is open.", values=[money("$1 billion", "1000000000")])
MINE = outcome([0, 5], "A mine is open.", values=[money("$1 billion", "1000000000")])
ROAD = position([0, 6], "Quill praises the road and more.", "Quill")
BRIDGE = position([0, 7], "Quill praises the bridge and more.", "Quill")


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("outcomes", YARD, MINE),
        ("positions", ROAD, BRIDGE),
    ],
    ids=["two sums", "two claims"],
)
def test_the_title_alone_makes_no_one_fact(
    name: str, first: dict[str, Any], second: dict[str, Any]
) -> None:
    """It stands in every window: two facts that cite it besides their sentences stay two."""
    apart = [item for each in (first, second) for item in merged(TITLED, {name: [each]})]
    assert merged(TITLED, {name: [first]}, {name: [second]}) == apart


@pytest.mark.parametrize("numbers", [[0], [0, 1]], ids=["alone", "with a sentence"])
def test_what_rests_on_the_title_is_there_once(numbers: list[int]) -> None:
    """Each window reads the title, and reports what it says."""
    windows = ({**YARD, "evidence": [0]}, {**YARD, "evidence": numbers, "text": "Yard opened."})
    assert cited(merged(TITLED, *({"outcomes": [each]} for each in windows))) == [numbers]


# --- what the one item says ----------------------------------------------------------------------


def test_different_sums_of_one_deal_are_all_kept() -> None:
    """2.5 and 3.1 billion stay two values of one deal; nothing is picked, averaged or added up."""
    first = deal([1, 2], ORDER, SIDES, [TWO_5])
    second = deal([1, 3], ORDER, SIDES, [THREE_1])
    (one,) = merged(RU, {"deals": [first]}, {"deals": [second]})
    assert [str(value.amount) for value in one.values] == ["2500000000", "3100000000"]
    assert cited([one]) == [[1, 2, 3]]
    assert one.verdict == "computed"


def test_a_sum_both_give_is_there_once() -> None:
    """Of one figure with its hedge and without, the words that hold the hedge stay."""
    text = "Перевозчик заплатит около 17 млн долларов, а потом ещё 5 млн евро."
    bare = money("17 млн долларов", "17000000", qualifier="approximately")
    hedged = money("около 17 млн долларов", "17000000", qualifier="approximately")
    more = money("5 млн евро", "5000000", "EUR")
    (one,) = merged(
        text,
        {"deals": [deal([1], "Плата.", [], [bare])]},
        {"deals": [deal([1], "Плата.", [], [more, hedged])]},
    )
    assert [value.verbatim for value in one.values] == ["около 17 млн долларов", "5 млн евро"]


def test_two_hedges_of_one_figure_are_both_kept() -> None:
    """«Около 17» and «более 17» are two statements, though they share a figure."""
    text = "Фонд даст около 17 млн евро. Банк пишет: фонд даст более 17 млн евро."
    about = money("около 17 млн евро", "17000000", "EUR", qualifier="approximately")
    above = money("более 17 млн евро", "17000000", "EUR", qualifier="more_than")
    (one,) = merged(
        text,
        {"deals": [deal([1], "Дар.", ["Фонд"], [about])]},
        {"deals": [deal([1, 2], "Дар.", ["Фонд"], [above])]},
    )
    assert {value.qualifier for value in one.values} == {"approximately", "more_than"}


FILLED = [
    # label, attribute, what the first window gives, the second, the one item
    ("given over unspecified", "status", ("unspecified", "signed"), "signed"),
    ("given over unspecified, the other way", "status", ("signed", "unspecified"), "signed"),
    ("given over null", "place", (None, "Тарынск"), "Тарынск"),
    ("of two, the earlier", "sector", ("транспорт", "финансы"), "транспорт"),
    ("of two, the earlier status", "status", ("announced", "agreed"), "announced"),
    ("a period", "period", (None, "40 тепловозов"), "40 тепловозов"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "given", "expected"), [case[1:] for case in FILLED], ids=[case[0] for case in FILLED]
)
def test_what_only_one_window_gives_is_taken(
    name: str, given: tuple[Any, Any], expected: Any
) -> None:
    """A gap is filled from the other window; where there is none, the first has its way."""
    windows = [{"deals": [deal([1], ORDER, SIDES, **{name: value})]} for value in given]
    (one,) = merged(RU, *windows)
    assert getattr(one, name) == expected


@pytest.mark.parametrize("status", ["denied", "cancelled"])
def test_who_read_on_has_its_way(status: str) -> None:
    """The window that saw the denial, too, decides what became of the deal, and how it is told."""
    sum_ = money("90 млн евро", "90000000", "EUR")
    before = deal([5], "Рудник продан.", [], [sum_], status="announced")
    after = deal([5, 8], "Продажу рудника опровергли.", [], [sum_], status=status)
    for windows in ([before, after], [after, before]):
        (one,) = merged(RU, *({"deals": [each]} for each in windows))
        assert (one.status, one.text) == (status, "Продажу рудника опровергли.")


def test_two_sums_of_one_figure_are_both_kept() -> None:
    """A sum once and a sum each year stay two, and meet their own in the next window."""
    text = "Corvane pays $5 million for a ship and $5 million a year for crews."
    once, yearly = (deal([1], "Corvane pays.", ["Corvane"], [each]) for each in (FIVE, YEARLY))
    both = deal([1], "Corvane pays.", ["Corvane"], [FIVE, YEARLY])
    backwards = both | {"values": [YEARLY, FIVE]}
    for windows in ([both, backwards], [both, once], [yearly, both], [once, yearly]):
        (one,) = merged(text, *({"deals": [each]} for each in windows))
        assert sorted(value.per for value in one.values) == ["total", "year"]
    ship, crews = (
        deal([1], f"Corvane pays for {what}.", ["Corvane"], [each])
        for what, each in (("a ship", FIVE), ("crews", YEARLY))
    )
    retold = [each | {"text": f"So {each['text']}"} for each in (crews, ship)]
    items = merged(text, {"deals": [ship, crews]}, {"deals": retold})
    assert [[value.per for value in item.values] for item in items] == [["total"], ["year"]]


NAMED = [
    # label, text, names and words in the first window and in the second, name and words of the one
    ("the fuller", "Талгат Калиев против. Калиев ждёт потерь.", ("Калиев", "Калиев"), ("Талгат Калиев", "Талгат Калиев"), ("Талгат Калиев", "Талгат Калиев")),
    ("the dictionary form", "По словам Талгата Калиева, это опасно. Он ждёт потерь.", ("Талгата Калиева", "Талгата Калиева"), ("Талгат Калиев", "Талгата Калиева"), ("Талгат Калиев", "Талгата Калиева")),
    ("spelt out", "Е. Омаров против. Ермек Омаров ждёт потерь.", ("Е. Омаров", "Е. Омаров"), ("Ермек Омаров", "Ермек Омаров"), ("Ермек Омаров", "Ермек Омаров")),
    ("named over unnamed", "Сарапшы Айгүл Серікова қарсы. Ол шығын күтеді.", (None, "Сарапшы Айгүл Серікова"), ("Айгүл Серікова", "Сарапшы Айгүл Серікова"), ("Айгүл Серікова", "Сарапшы Айгүл Серікова")),
]  # fmt: skip


@pytest.mark.parametrize("swapped", [False, True], ids=["in order", "swapped"])
@pytest.mark.parametrize(
    ("text", "one", "other", "expected"),
    [case[1:] for case in NAMED],
    ids=[case[0] for case in NAMED],
)
def test_a_name_goes_with_its_words(
    text: str,
    one: tuple[str | None, str],
    other: tuple[str | None, str],
    expected: tuple[str, str],
    swapped: bool,
) -> None:
    """The fuller name stays, with the words it was read in, and role and affiliation are filled."""
    raw = [position([1, 2], "Потери будут.", *names) for names in (one, other)]
    raw[0]["expert"]["role"], raw[1]["expert"]["affiliation"] = "эксперт", "институт"
    (item,) = merged(text, *({"positions": [each]} for each in (raw[::-1] if swapped else raw)))
    assert (item.expert.name, item.expert.verbatim) == expected
    assert (item.expert.role, item.expert.affiliation) == ("эксперт", "институт")


@pytest.mark.parametrize("swapped", [False, True], ids=["in order", "swapped"])
def test_what_one_window_leaves_open_the_other_fills(swapped: bool) -> None:
    """Words for the speaker, and a stance, go before none."""
    windows = [position([6], "Quill praises the road.", "Quill") for _ in range(2)]
    windows[0]["expert"]["verbatim"], windows[0]["stance"] = None, "unclear"
    windows[1]["stance"] = "supportive"
    windows = windows[::-1] if swapped else windows
    (item,) = merged(TITLED, *({"positions": [each]} for each in windows))
    assert (item.expert.name, item.expert.verbatim) == ("Quill", "Quill")
    assert item.stance == "supportive"


def test_a_side_with_two_roles_keeps_both() -> None:
    """A party that one window lists twice is not folded into one."""
    both = [party("«Меридиан»", role="buyer"), party("«Меридиан»", role="operator")]
    (one,) = merged(
        RU, {"deals": [deal([1], ORDER, [both[0]])]}, {"deals": [deal([1], ORDER, both)]}
    )
    assert [each.role for each in one.parties] == ["buyer", "operator"]


TRAINS = thing("40 тепловозов", "тепловозы", "40")
THINGS = [
    # label, things in the first window, in the second, in the one item
    ("with its figure", [thing("тепловозов", "тепловозы")], [thing("40 тепловозов", "тепловозы", "40")], ["40 тепловозов"]),
    ("with its figure, in fewer words", [thing("поставит 40 тепловозов", "тепловозы")], [thing("40 тепловозов", "тепловозы", "40")], ["40 тепловозов"]),
    ("in more words", [thing("40 тепловозов", "тепловозы", "40")], [thing("поставит 40 тепловозов", "тепловозы", "40")], ["поставит 40 тепловозов"]),
    ("the same one first", [thing("тепловозов", "тепловозы"), thing("40 тепловозов", "тепловозы", "40")], [thing("40 тепловозов", "тепловозы", "40")], ["тепловозов", "40 тепловозов"]),
    ("two of one sort", [TRAINS, thing("завод в Бурсте", "завод")], [TRAINS, thing("завод в Ольме", "завод")], ["40 тепловозов", "завод в Бурсте", "завод в Ольме"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "things"), [case[1:] for case in THINGS], ids=[case[0] for case in THINGS]
)
def test_a_quantity_goes_with_its_words(
    first: list[Any], second: list[Any], things: list[str]
) -> None:
    """Of one thing the words with the figure stay; two things of one sort stay two."""
    text = "Завод «Сокол» построит завод в Бурсте и завод в Ольме, поставит 40 тепловозов."
    (one,) = merged(
        text,
        *(
            {"deals": [deal([1], "Поставка.", ["«Сокол»"], deliverables=each)]}
            for each in (first, second)
        ),
    )
    assert [each.verbatim for each in one.deliverables] == things
    assert all(
        (each.quantity == 40) == each.verbatim.endswith("40 тепловозов")
        for each in one.deliverables
    )


def test_what_is_better_borne_out_has_its_way() -> None:
    """Of two readings of the same sentences, the one without a warning tells the fact."""
    doubtful = deal([2], "Сокол получит больше.", INFLECTED, [HEDGED])
    plain = deal([2], "Сокол получит плату.", INFLECTED, [TWO_5])
    for windows in ([doubtful, plain], [plain, doubtful]):
        (one,) = merged(RU, *({"deals": [each]} for each in windows))
        assert (one.text, one.verdict) == ("Сокол получит плату.", "computed")
        assert [value.qualifier for value in one.values] == ["exact"]


def test_quotations_are_cut_anew() -> None:
    """The one position has the quotations of all its sentences."""
    text = "Мира Холт заявила: «Это дорого». «Это опасно», — добавила Холт. «Это надолго», — сказала она."
    raw = [
        position(numbers, "Это дорого и опасно.", "Мира Холт", quotation="direct")
        for numbers in ([1, 2], [2, 3])
    ]
    (one,) = merged(text, *({"positions": [each]} for each in raw))
    assert [quote.text for quote in one.quotes] == ["Это дорого", "Это опасно", "Это надолго"]


def test_a_citation_of_code_becomes_one_of_the_model() -> None:
    """A sentence that verification added in one window and the other window cited is cited."""
    first = deal(
        [2],
        ORDER,
        [party("«Меридиан»", "«Меридиана»"), party("«Сокол»")],
        [TWO_5],
        deliverables=[thing("40 тепловозов", "тепловозы")],
    )
    second = deal([1, 2], ORDER, SIDES, [TWO_5])
    (alone,) = merged(RU, {"deals": [first]})
    assert [(each.sentence, each.added) for each in alone.evidence] == [(1, True), (2, False)]
    (one,) = merged(RU, {"deals": [first]}, {"deals": [second]})
    assert [(each.sentence, each.added) for each in one.evidence] == [(1, False), (2, False)]


def test_three_windows_make_one_item() -> None:
    """A fact grows from window to window, and meets its first reading again later."""
    windows = [
        deal([1], ORDER, SIDES),
        deal([1, 2], ORDER, SIDES, [TWO_5]),
        deal([2, 3], "«Сокол» получит деньги.", SIDES[1:], [TWO_5, THREE_1]),
        deal([1], ORDER, SIDES),
        deal([10], "Напоминание.", INFLECTED, [TWO_5]),
    ]
    (one,) = merged(RU, *({"deals": [each]} for each in windows))
    assert cited([one]) == [[1, 2, 3, 10]]
    assert len(one.values) == len(one.parties) == 2


# --- windows -------------------------------------------------------------------------------------


def test_items_of_one_window_stay_apart() -> None:
    """Two alike in one window stay two; each meets its own likeness in the next window."""
    rise, fall = (
        position([6], "Цены вырастут.", "Айгуль Ахметова"),
        position([6], "Цены на нефть вырастут.", "Айгуль Ахметова"),
    )
    window = {"positions": [rise, fall]}
    alone = merged(RU, window)
    assert merged(RU, window, window) == alone
    assert merged(RU, window, {"positions": [fall, rise]}) == alone
    assert merged(RU, window, {"positions": []}, {"positions": [fall]}) == alone
    assert merged(RU, {"positions": [rise]}, window) == alone
    assert [each.text for each in alone] == ["Цены вырастут.", "Цены на нефть вырастут."]


def test_the_surest_matches_come_first() -> None:
    """Two gifts that may each be the other meet their own likeness, in whatever order."""
    text = "Фонд даст школам 5 млн евро и больницам 6 млн евро."
    schools, hospitals = (
        deal([1], f"Фонд даст деньги {whom}.", ["Фонд"], [money(f"{sum_} млн евро", f"{sum_}000000", "EUR")])
        for whom, sum_ in (("школам", 5), ("больницам", 6))
    )  # fmt: skip
    retold = [{**each, "text": f"Итак, {each['text']}"} for each in (hospitals, schools)]
    for window in (retold, retold[::-1]):
        items = merged(text, {"deals": [schools, hospitals]}, {"deals": window})
        assert [[value.amount for value in item.values] for item in items] == [
            [5_000_000],
            [6_000_000],
        ]


def test_a_common_figure_is_known_by_the_names_beside_it() -> None:
    """However many give the same sum, each finds its own far away, inflected or not."""
    names = [*(f"Сокол{number}" for number in range(25)), "Меридиан"]
    forms = [*names[:-1], "Меридиана"]
    sentences = [f"Доля {name} в 5 млн евро." for name in (*names, "дождя", "ветра", *forms)]
    five = money("5 млн евро", "5000000", "EUR")
    first, second = (
        [deal([at], "Доля.", [name], [five]) for at, name in enumerate(words, start)]
        for words, start in ((names, 1), (forms, len(names) + 3))
    )
    for windows in ((first, second), (second, first)):
        items = merged(" ".join(sentences), *({"deals": each} for each in windows))
        assert len(items) == len(names)


@pytest.mark.heavy
def test_copies_are_found_in_any_crowd() -> None:
    """However many facts stand in one sentence, what is reported again word for word is no other."""
    many = [outcome([9], f"Участник {number} пообедал.") for number in range(100)]
    assert len(merged(RU, {"outcomes": many}, {"outcomes": many[::-1]}, {"outcomes": many})) == 100


def test_a_window_that_says_it_twice_is_left_alone() -> None:
    """Whatever a single window reports comes back as it is, in its order, checks and all."""
    index = Index(Article.from_text(RU))
    same = deal([1], ORDER, SIDES)
    bad = deal([1], ORDER, SIDES, [THREE_1 | {"verbatim": "9 млн долларов"}])
    one = reading(index, {"deals": [same, same, bad], "outcomes": [outcome([9], "Обед.")]})
    assert len(one.rejected) == 1
    twice = Reading(one.kept[::-1], one.rejected * 2)
    assert merge([twice], SummitSummary, index) == (twice.kept, twice.rejected)
    kept, rejected = merge([one, Reading([])], SummitSummary, index)
    assert (kept, rejected) == (one.kept, one.rejected)


WORSE = [
    # label, sum in both windows, the kinds of check that turn out badly for the one item
    ("a warning where there was none", TWO_5, {"name"}),
    ("a failure where there was a warning", HEDGED, {"verbatim"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "kinds"), [case[1:] for case in WORSE], ids=[case[0] for case in WORSE]
)
def test_what_fares_worse_together_stays_apart(
    monkeypatch: pytest.MonkeyPatch, value: dict[str, Any], kinds: set[str]
) -> None:
    """If the article does not bear out the one item as it did the two, they stay two."""
    verify = joining.verify_item

    def harsh(item: Any, index: Index) -> Any:
        item = verify(item, index)
        item.checks = [
            each.model_copy(update={"verdict": "contradicted"}) if each.kind in kinds else each
            for each in item.checks
        ]
        return item

    windows = [{"deals": [deal(numbers, ORDER, SIDES, [value])]} for numbers in ([2], [1, 2])]
    apart = [item for window in windows for item in merged(RU, window)]
    assert len(merged(RU, *windows)) == 1
    monkeypatch.setattr(joining, "verify_item", harsh)
    assert merged(RU, *windows) == apart


def test_what_is_not_borne_out_spoils_nothing() -> None:
    """A failing item that is kept on demand is merged with nothing but its own copy."""
    index = Index(Article.from_text(RU))
    good = deal([1, 2], ORDER, SIDES, [TWO_5])
    bad = deal([1, 2], ORDER, SIDES, [money("2,5 млрд долларов", "3500000000")])
    readings = [reading(index, {"deals": [each]}, flag=True) for each in (good, bad, bad, good)]
    kept, rejected = merge(readings, SummitSummary, index)
    assert [each.sound for each in kept] == [True, False]
    assert not rejected


# --- a topic of one's own ------------------------------------------------------------------------


class Measure(Grounded):
    """A restriction, in fields that no schema of ours has."""

    kind: Literal["imposed", "lifted", "unspecified"]
    by: Party
    targets: list[Party]
    fine: Money | None = None
    years: int | None = None
    goods: Annotated[list[Deliverable], Field(max_length=2)] = []
    tags: list[str] = []
    name: str | None = None


class Remark(Quoted):
    """What somebody said."""

    speaker: Named


class Guest(Item, Named):
    """Somebody who was there; cites nothing."""

    country: str | None = None


class Host(Item, Named):
    """Who invited."""

    city: str | None = None


class Measures(Summary):
    """A topic of one's own."""

    host: Host | None = None
    note: Prose
    mood: Literal["calm", "tense"] | None = None
    motto: Verbatim | None = None
    short: Annotated[str, Field(max_length=20)] = ""
    keywords: list[str] = []
    measures: list[Measure] = []
    remarks: list[Remark] = []
    guests: list[Guest] = []


LAW = (
    "Velia fined Ostrel $5 million and banned 20 barges. "
    "Velia lifted the ban on Ostrel. "
    "Marn was there, and Ana Roe of Marn spoke. "
    "Velia fined Ostrel $7 million for five years. "
    "Velia fined Marn $5 million."
)


def measure(evidence: list[int], target: str, **more: Any) -> dict[str, Any]:
    return {
        "evidence": evidence, "text": f"Velia acts on {target}.", "kind": "imposed", "by": party("Velia"),
        "targets": [party(target)], "fine": None, "years": None, "goods": [], "tags": [], **more,
    }  # fmt: skip


SEVEN = money("$7 million", "7000000")
OWN = [
    # label, what the first window reports, what the second does, evidence in the end
    ("retold", measure([1], "Ostrel", fine=FIVE), measure([1], "Ostrel", fine=FIVE, tags=["ships"]), [[1]]),
    ("a gap filled", measure([1], "Ostrel"), measure([1], "Ostrel", fine=FIVE, years=3), [[1]]),
    ("room for one sum only", measure([1], "Ostrel", fine=FIVE), measure([1, 4], "Ostrel", fine=SEVEN), [[1], [1, 4]]),
    ("room for one number only", measure([1], "Ostrel", years=3), measure([1], "Ostrel", years=5), [[1], [1]]),
    ("another target", measure([1], "Ostrel", fine=FIVE), measure([5], "Marn", fine=FIVE), [[1], [5]]),
    ("the same name", measure([1], "Ostrel", fine=FIVE, targets=[], name="sea levy"), measure([5], "Marn", fine=FIVE, targets=[], name="the sea levy"), [[1, 5]]),
    ("another name", measure([1], "Ostrel", fine=FIVE, targets=[], name="sea levy"), measure([5], "Marn", fine=FIVE, targets=[], name="canal toll"), [[1], [5]]),
    ("imposed and lifted", measure([1], "Ostrel"), measure([2], "Ostrel", kind="lifted"), [[1], [2]]),
    ("more than the schema allows", measure([1], "Ostrel", goods=[thing("barges", "a"), thing("20 barges", "barges", "20")]),
     measure([1], "Ostrel", goods=[thing("Velia", "b"), thing("Ostrel", "c")]), [[1], [1]]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "evidence"), [case[1:] for case in OWN], ids=[case[0] for case in OWN]
)
def test_a_topic_of_ones_own_is_merged_by_type(
    first: dict[str, Any], second: dict[str, Any], evidence: list[list[int]]
) -> None:
    """Fields no schema of ours has: single sums and names, numbers, lists with a limit."""
    items = merged(
        LAW, {"measures": [first], "note": ""}, {"measures": [second], "note": ""}, schema=Measures
    )
    assert cited(items) == evidence
    if len(evidence) == 1:
        given = {**first, **{name: value for name, value in second.items() if value}}
        assert (items[0].years, items[0].tags) == (given["years"], given["tags"])
        assert items[0].fine is not None


def test_remarks_and_guests_are_merged_by_name() -> None:
    """A quoted item of one's own goes by speaker and sentence, an item without evidence by name."""

    def remark(evidence: list[int]) -> dict[str, Any]:
        return {
            "evidence": evidence,
            "text": "She spoke.",
            "speaker": {"verbatim": "Ana Roe", "name": "Ana Roe"},
        }

    def guest(name: str, country: str | None = None) -> dict[str, Any]:
        return {"verbatim": name, "name": name, "country": country}

    items = merged(
        LAW,
        {"remarks": [remark([3])], "guests": [guest("Marn"), guest("Ana Roe")], "note": ""},
        {"remarks": [remark([3])], "guests": [guest("Ana Roe", "MR"), guest("Ostrel")], "note": ""},
        schema=Measures,
    )
    assert cited([items[0]]) == [[3]]
    assert [(each.name, each.country) for each in items[1:]] == [
        ("Marn", None),
        ("Ana Roe", "MR"),
        ("Ostrel", None),
    ]


# --- fields that are no lists of items -----------------------------------------------------------


SINGLE = [
    # label, names of the summit by window, the one that stays, those that do not
    ("the same", ["C5+1", "C5+1"], "C5+1", []),
    ("the fuller", ["саммит", "саммит «Степной узел»"], "саммит «Степной узел»", []),
    ("the fuller first", ["саммит «Степной узел»", "саммит"], "саммит «Степной узел»", []),
    ("another", ["саммит «Степной узел»", "C5+1", "C5+1"], "саммит «Степной узел»", ["C5+1"]),
    ("given in one window only", [None, "C5+1"], "C5+1", []),
    ("given nowhere", [None, None], None, []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("names", "stays", "others"), [case[1:] for case in SINGLE], ids=[case[0] for case in SINGLE]
)
def test_a_field_for_one_item_keeps_one(
    names: list[str | None], stays: str | None, others: list[str]
) -> None:
    """The same summit is merged into the fuller one, another goes to the rejected, with a reason."""
    index = Index(Article.from_text("В Бурсте прошёл саммит «Степной узел», похожий на C5+1."))
    raws = [
        name and {"evidence": [1], "verbatim": name, "name": name, "place": place, "date": None}
        for name, place in zip(names, ("Бурст", None, None), strict=False)
    ]
    readings = [reading(index, {"summit": raw}) for raw in raws]
    kept, rejected = merge(readings, SummitSummary, index)
    assert [each.item.name for each in kept if isinstance(each.item, Named)] == (
        [stays] if stays else []
    )
    if names[0]:
        assert [each.item.place for each in kept if each.item] == ["Бурст"]
    assert [each.raw["name"] for each in rejected] == others
    assert all("summit has room for one" in each.reason for each in rejected)


UNNAMED = [
    # label, name, words and place by window, name and place in the end, words of those rejected
    ("named later", [(None, "The summit", "Marn"), ("Belmarsh Trade Summit", None, None)], ("Belmarsh Trade Summit", "Marn"), []),
    ("named first", [("Belmarsh Trade Summit", None, "Marn"), (None, "The summit", None)], ("Belmarsh Trade Summit", "Marn"), []),
    ("unnamed twice", [(None, "The summit", "Marn"), ("Belmarsh Trade Summit", None, None), (None, "a meeting", "Marn")], ("Belmarsh Trade Summit", "Marn"), []),
    ("in another place", [(None, "a meeting", "Tarn"), ("Belmarsh Trade Summit", None, "Marn")], ("Belmarsh Trade Summit", "Marn"), ["a meeting"]),
    ("two names", [("Belmarsh Trade Summit", None, "Marn"), ("Tarn Forum", None, None), (None, "The summit", None)], ("Belmarsh Trade Summit", "Marn"), ["Tarn Forum"]),
    ("no name", [(None, "The summit", "Marn"), (None, "a meeting", None)], (None, "Marn"), ["a meeting"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("windows", "expected", "others"), [case[1:] for case in UNNAMED], ids=[case[0] for case in UNNAMED]
)  # fmt: skip
def test_a_name_goes_before_none(
    windows: list[tuple[str | None, str | None, str | None]],
    expected: tuple[str | None, str],
    others: list[str],
) -> None:
    """What is unnamed in one window is what another one names, unless it cannot be."""
    text = "Belmarsh Trade Summit met in Marn. The summit began. Tarn Forum was a meeting in Tarn."
    index = Index(Article.from_text(text))
    readings = [
        reading(index, {"summit": {
            "evidence": [1], "verbatim": words or name, "name": name, "place": place, "date": None,
        }})
        for name, words, place in windows
    ]  # fmt: skip
    kept, rejected = merge(readings, SummitSummary, index)
    assert [(each.item.name, each.item.place) for each in kept if each.item] == [expected]
    assert [each.raw["verbatim"] for each in rejected] == others


def test_a_sound_item_goes_before_one_that_is_not() -> None:
    """Where failing items are kept on demand, too, the field holds the one that is borne out."""
    index = Index(Article.from_text("В Бурсте прошёл саммит «Степной узел»."))
    raws = [
        {"evidence": [1], "verbatim": name, "name": name, "place": None, "date": None}
        for name in ("C9+9", "саммит «Степной узел»")
    ]
    readings = [reading(index, {"summit": raw}, flag=True) for raw in (raws[0], raws[1], raws[0])]
    kept, rejected = merge(readings, SummitSummary, index)
    assert [each.raw for each in kept] == raws[1:]
    assert [each.raw for each in rejected] == raws[:1]
    assert merge(readings[::2], SummitSummary, index) == (readings[0].kept, [])


FIELDS = [
    # field, what the windows give, what stays
    ("note", ["They met.", "They left."], "They met.\n\nThey left."),
    ("note", ["They met.", "They met. ", ""], "They met."),
    ("note", ["", ""], ""),
    ("mood", [None, "calm", "tense"], "calm"),
    ("motto", [None, "They met.", "They left."], "They met."),
    ("short", ["They met.", "They left at noon."], "They met."),
    ("short", ["One.", "Two."], "One.\n\nTwo."),
    ("keywords", [["a", "b"], [], ["b", "c"]], ["a", "b", "c"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "values", "expected"), FIELDS)
def test_fields_without_items(name: str, values: list[Any], expected: Any) -> None:
    """Texts are strung together as far as the schema allows; a choice or a motto is not."""
    contents = [{name: value, "measures": []} for value in values]
    fields = merge_fields(contents, Measures)
    assert fields[name] == expected
    assert set(fields) == {"note", "mood", "motto", "short", "keywords"}


def test_rejected_items_are_listed_once() -> None:
    """Not at all if another window had the very same item accepted, and once if both rejected it."""
    index = Index(Article.from_text(RU))
    good = deal([1], ORDER, SIDES)
    bad = deal([1], ORDER, SIDES, [money("9 млн долларов", "9000000")])
    refused = Rejected(field="deals", raw=good, reason="asked again: withdrawn")
    first = reading(index, {"deals": [bad, good]})
    second = reading(index, {"deals": [bad]})
    second.rejected.append(refused)
    kept, rejected = merge([first, second], SummitSummary, index)
    assert len(kept) == 1
    assert [each.raw for each in rejected] == [bad]
    assert merge([Reading(first.kept, [refused]), Reading([])], SummitSummary, index)[1] == [
        refused
    ]
    elsewhere = Rejected(field="outcomes", raw=good, reason="asked again: withdrawn")
    assert merge([first, Reading([], [elsewhere])], SummitSummary, index)[1][-1:] == [elsewhere]


# --- whole articles ------------------------------------------------------------------------------


@cache
def whole(stem: str) -> tuple[Article, Index, list[Candidate]]:
    """An article, and its honest reply as it is read in one go."""
    index = Index(article(stem))
    kept = [each for each in read(honest(stem).reply, SummitSummary, index) if each.sound]
    return index.article, index, kept


def dealt_out(candidates: Sequence[Candidate], windows: Sequence[Window]) -> list[Reading]:
    """Each item to all windows that hold its sentences, or to the first that holds one of them."""
    readings = [Reading([]) for _ in windows]
    for each in candidates:
        numbers = cited([each.item])[0] if isinstance(each.item, Grounded) else [1]
        homes = [
            reading for reading, window in zip(readings, windows, strict=True)
            if all(window.first <= number <= window.last for number in numbers)
        ] or [readings[next(at for at, window in enumerate(windows) if window.last >= numbers[0])]]  # fmt: skip
        for home in homes:
            home.kept.append(each)
    return readings


def said(candidates: Iterable[Candidate]) -> list[str]:
    """What the items say, in no order."""
    return sorted(f"{each.field} {each.item.model_dump_json()}" for each in candidates if each.item)


@pytest.mark.parametrize("stem", ARTICLES)
def test_dealt_out_and_merged_is_read_in_one_go(stem: str) -> None:
    """For every article and many sizes of window, the honest items come together as they were."""
    text, index, kept = whole(stem)
    for size, halvings in itertools.product((200, 400, 700, 1200), (0, 1)):
        readings = dealt_out(kept, cut(text, size, size // 3, halvings))
        merged_, rejected = merge(readings, SummitSummary, index)
        assert said(merged_) == said(kept)
        assert not rejected


@pytest.mark.parametrize("stem", ARTICLES)
def test_different_items_of_an_article_are_never_merged(stem: str) -> None:
    """Each honest item in a window of its own, in order, backwards, or twice: all stay."""
    _, index, kept = whole(stem)
    for order in (kept, kept[::-1], [*kept, *kept[::-1]]):
        merged_, rejected = merge([Reading([each]) for each in order], SummitSummary, index)
        assert said(merged_) == said(kept)
        assert not rejected


# Torn so that no sentence is shared: two claims of one speaker, as far as one can tell, and above
# all what cites the headline and a sentence far below it.
TORN = {
    ("lakes_summit_en", 200): 2, ("lakes_summit_en", 300): 1, ("zhaiyq_forum_kk", 200): 1,
    ("alpen_gipfel_de", 200): 3, ("alpen_gipfel_de", 300): 1, ("alpen_gipfel_de", 500): 1,
    ("alpen_gipfel_de", 900): 1, ("dianchi_gongchang_zh", 200): 1, ("dianchi_gongchang_zh", 300): 1,
    ("dianchi_gongchang_zh", 500): 1, ("harbour_vote_en", 200): 3, ("harbour_vote_en", 300): 2,
    ("harbour_vote_en", 500): 1, ("harbour_vote_en", 900): 1, ("hu_luntan_zh", 200): 1,
    ("hu_luntan_zh", 300): 1, ("hu_luntan_zh", 500): 1, ("mahattat_tahliya_ar", 200): 1,
    ("mahattat_tahliya_ar", 300): 1, ("reka_tarif_ru", 200): 2, ("reka_tarif_ru", 300): 1,
    ("reka_tarif_ru", 500): 1,
}  # fmt: skip


@pytest.mark.heavy
@pytest.mark.parametrize("size", [200, 300, 500, 900])
@pytest.mark.parametrize("stem", ARTICLES)
def test_items_torn_by_a_window_grow_together(stem: str, size: int) -> None:
    """Each window cites only those sentences of an item that it holds; the one item has them all."""
    text, index, kept = whole(stem)
    windows = cut(text, size, size // 3)
    readings = []
    for window in windows:
        seen: dict[str, list[Any]] = {}
        for each in kept:
            if isinstance(each.item, Grounded):
                held = [n for n in each.raw["evidence"] if window.first <= n <= window.last]
                if held:
                    seen.setdefault(each.field, []).append({**each.raw, "evidence": held})
        readings.append(reading(index, seen))
    merged_, _ = merge(readings, SummitSummary, index)
    grounded = [each for each in kept if isinstance(each.item, Grounded)]
    assert len(merged_) == len(grounded) + TORN.get((stem, size), 0)
    if (stem, size) not in TORN:
        assert said(merged_) == said(grounded)


@pytest.mark.heavy
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_any_overlap_gives_the_original_back(data: st.DataObject) -> None:
    """However the items are dealt out to windows, and some of them twice or thrice."""
    _, index, kept = whole(data.draw(st.sampled_from(sorted(ARTICLES))))
    count = data.draw(st.integers(2, 6))
    homes = st.sets(st.integers(0, count - 1), min_size=1, max_size=3)
    readings = [Reading([]) for _ in range(count)]
    for each in kept:
        for home in data.draw(homes):
            readings[home].kept.append(each)
    merged_, _ = merge(readings, SummitSummary, index)
    assert said(merged_) == said(kept)
    again, _ = merge([Reading(merged_), Reading([])], SummitSummary, index)
    assert again == merged_
    assert merge([Reading(merged_), Reading(merged_)], SummitSummary, index)[0] == merged_


@pytest.mark.heavy
def test_a_hundred_windows_are_not_compared_with_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each item is compared with few others, however many windows there are, or give one sum."""
    sentences = [
        f"Завод «Сокол{n}а» продаст «Меридиану» баржи за 5 млн долларов." for n in range(800)
    ]
    index = Index(Article.from_text(" ".join(sentences)))
    five = money("5 млн долларов", "5000000")
    deals = [deal([n + 1], "Баржи.", [party(f"«Сокол{n}а»")], [five]) for n in range(800)]
    readings = [reading(index, {"deals": deals[n * 8 : n * 8 + 10]}) for n in range(100)]
    compared, likeness = 0, facts.likeness

    def counted(one: Any, other: Any) -> Any:
        nonlocal compared
        compared += 1
        return likeness(one, other)

    monkeypatch.setattr(merging, "likeness", counted)
    kept, _ = merge(readings, SummitSummary, index)
    assert len(kept) == 800
    assert 0 < compared < 10 * 1000
