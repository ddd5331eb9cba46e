"""What a quantity is measured in: the word beside its figure, by any of its names."""

from __future__ import annotations

import pytest
from claims import Stated, claim

from summariser import Article, Deliverable
from summariser.checks import Index, verify_item


def told(text: str, language: str, words: str, quantity: str, unit: str) -> str:
    """The verdict on the unit, or "unread"."""
    of = Article.from_text(text, language=language)
    thing = Deliverable(verbatim=words, item="", quantity=quantity, unit=unit)  # type: ignore[arg-type]  # a plain number
    item: Stated = verify_item(claim(of, things=[thing]), Index(of))
    found = {each.field: each.verdict for each in item.checks}
    assert ("things[0].unit" in item.unread) is ("things[0].unit" not in found)
    return found.get("things[0].unit", "unread")


# language, text, words, quantity, unit, verdict
UNITS = [
    ("en", "They laid 340 km of cable.", "340 km", "340", "km", "computed"),
    ("en", "They laid 340 km of cable.", "340 km", "340", "kilometres", "computed"),
    ("en", "They laid 340 km of cable.", "340 km", "340", "км", "computed"),
    ("en", "They built a 600-megawatt plant.", "600-megawatt plant", "600", "MW", "computed"),
    ("en", "They sold 3m tonnes of grain.", "3m tonnes", "3000000", "tonnes", "computed"),
    ("en", "They sold a 49% stake.", "49% stake", "49", "per cent", "computed"),
    ("en", "It took 18 months and 4% more.", "18 months and 4% more", "4", "%", "computed"),
    ("en", "They sold 40 barrels per day.", "40 barrels per day", "40", "barrels per day", "computed"),
    ("de", "Sie liefern 20 Tonnen Stahl.", "20 Tonnen Stahl", "20", "t", "computed"),
    ("de", "Es sind sieben Prozent.", "sieben Prozent", "7", "Prozent", "computed"),
    ("fr", "Ils livrent 20 tonnes d'acier.", "20 tonnes", "20", "t", "computed"),
    ("es", "Entregan 20 toneladas de acero.", "20 toneladas", "20", "t", "computed"),
    ("it", "Consegnano 20 tonnellate di acciaio.", "20 tonnellate", "20", "t", "computed"),
    ("ru", "Проложили 336,5 км кабеля.", "336,5 км", "336.5", "км", "computed"),
    ("ru", "Продали 12 тысяч тонн зерна.", "12 тысяч тонн", "12000", "тонна", "computed"),
    ("ru", "Станция даст 5 ГВт·ч энергии.", "5 ГВт·ч", "5", "GWh", "computed"),
    ("kk", "Қуаты 120 мегаватт станция салынады.", "120 мегаватт", "120", "МВт", "computed"),
    ("tr", "Hat 45 kilometre uzunluğunda.", "45 kilometre", "45", "km", "computed"),
    ("uz", "Zavod 20 tonna paxta oldi.", "20 tonna", "20", "t", "computed"),
    ("ar", "باعت الشركة 410 آلاف طن من القمح.", "410 آلاف طن", "410000", "طن", "computed"),
    ("zh", "公司交付了3.2吉瓦时电池。", "3.2吉瓦时", "3.2", "GWh", "computed"),
    ("zh", "公司交付了11万箱鸡蛋。", "11万箱", "110000", "箱", "computed"),
    ("ja", "外国籍の７９人が通過した。", "７９人", "79", "人", "computed"),
    # Another that is known, and of the same kind or of none.
    ("en", "They laid 340 km of cable.", "340 km", "340", "m", "contradicted"),
    ("en", "They laid 340 km of cable.", "340 km", "340", "%", "contradicted"),
    ("en", "They run at 90 km/h there.", "90 km/h", "90", "km", "contradicted"),
    ("en", "They stored 5 GWh there.", "5 GWh", "5", "GW", "contradicted"),
    ("en", "They sold a 49% stake.", "49% stake", "49", "km", "contradicted"),
    ("de", "Sie liefern 20 Tonnen Stahl.", "20 Tonnen Stahl", "20", "kg", "contradicted"),
    ("fr", "Ils livrent 20 tonnes d'acier.", "20 tonnes", "20", "km", "contradicted"),
    ("es", "Entregan 20 toneladas de acero.", "20 toneladas", "20", "km", "contradicted"),
    ("it", "Consegnano 20 tonnellate di acciaio.", "20 tonnellate", "20", "km", "contradicted"),
    ("ru", "Продали 12 тысяч тонн зерна.", "12 тысяч тонн", "12000", "км", "contradicted"),
    ("kk", "Қуаты 120 мегаватт станция салынады.", "120 мегаватт", "120", "км", "contradicted"),
    ("tr", "Hat 45 kilometre uzunluğunda.", "45 kilometre", "45", "ton", "contradicted"),
    ("uz", "Zavod 20 tonna paxta oldi.", "20 tonna", "20", "km", "contradicted"),
    ("ar", "باعت الشركة 410 آلاف طن من القمح.", "410 آلاف طن", "410000", "كم", "contradicted"),
    ("zh", "公司交付了600兆瓦电站。", "600兆瓦", "600", "吉瓦", "contradicted"),
    ("ja", "全長は45キロメートルだ。", "45キロメートル", "45", "トン", "contradicted"),
    # In other words, or of which nothing is known.
    ("ru", "Построили 11 километровый участок.", "11 километровый", "11", "км", "unread"),
    ("en", "They ordered 24 trains.", "24 trains", "24", "km", "unread"),
    ("en", "They sold 40 barrels a day.", "40 barrels a day", "40", "boxes", "unread"),
    ("en", "They sold some oil.", "some oil", "40", "t", "unread"),
    ("en", "They sold 3 t in 5 weeks.", "3 t in 5 weeks", "9", "t", "unread"),
    ("pl", "Sprzedali 40 ton zboża, powiedział minister.", "40 ton", "40", "km", "unread"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "quantity", "unit", "verdict"), UNITS)
def test_units(
    language: str, text: str, words: str, quantity: str, unit: str, verdict: str
) -> None:
    """Green where it is the unit beside the figure, red where another is known there."""
    assert told(text, language, words, quantity, unit) == verdict


def test_a_contradiction_says_what_the_text_has() -> None:
    """Whoever reads the reason can look it up."""
    of = Article.from_text("They laid 340 km of cable.")
    thing = Deliverable(verbatim="340 km", item="cable", quantity="340", unit="m")  # type: ignore[arg-type]
    (check,) = [
        e for e in verify_item(claim(of, things=[thing]), Index(of)).checks if e.kind == "unit"
    ]
    assert check.reason == "the text says “km”, not “m”"
    assert not check.failed
