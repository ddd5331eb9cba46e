"""The language of a text: guessed from its beginning, or left open."""

from __future__ import annotations

import pytest

from summariser.text.language import guess_language

LANGUAGES = [
    ("ru", "Стороны подписали соглашение о поставках зерна."),
    ("ru", "Компания «Қазақстан темір жолы» купила тепловозы и построит новый завод в Астане."),
    ("ru", "Завод"),
    ("ru", "Президент Айнур Жақсылық и министр Бақыт Жүнісов подписали в Қызылорде соглашение."),
    ("ru", "Глава «Қазақстан Ғарыш Сапары» Ермек Өмірзақов приехал."),
    ("kk", "Олар барды. Ол келмеді. Сонда."),
    ("kk", "Токаев келді."),
    ("kk", "Қасым-Жомарт Тоқаев"),
    ("kk", "ТАРАПТАР КЕЛІСІМГЕ ҚОЛ ҚОЙДЫ"),
    ("uk", "Договір підписано вчора."),
    ("uk", "Уряд підписав договір."),
    ("ky", "Кыргызстан менен Казакстан келишимге кол койду."),
    ("tg", "Ҷумҳурии Тоҷикистон бо Қазоқистон созиш кард."),
    ("en", "Leaders met Monday."),
    ("en", "Minister signs deal."),
    ("nl", "De ministers van het land met de leider."),
    ("kk", "Тараптар астық жеткізу туралы келісімге қол қойды."),
    ("kk", "Қазақстан мен Қытай президенттері Астанада кездесті."),
    ("uk", "Сторони підписали угоду про постачання зерна до Європи."),
    ("uz", "Ўзбекистон ва Қирғизистон ғалла бўйича ҳамкорлик қилади."),
    ("uz", "O‘zbekiston va Qozog‘iston g‘alla bo‘yicha hamkorlik qiladi."),
    ("en", "The two sides signed an agreement on grain."),
    ("en", "President Xi Jinping (习近平) met the mayor of Beijing (北京) for an hour."),
    ("en", "Leaders of 中华人民共和国 met at noon"),
    ("en", "The talks of the day. " * 300 + "Стороны подписали договор. " * 900),
    ("en", "Prime minister Erdoğan flew to İzmir with the mayor, and the talks went on."),
    ("de", "Die beiden Seiten haben ein Abkommen über Getreide unterzeichnet."),
    ("de", "Verträge über Züge"),
    ("fr", "Les deux parties ont signé un accord sur le blé."),
    ("tr", "İki taraf tahıl için bir anlaşma imzaladı ve ayrıldı."),
    ("es", "Las dos partes firmaron un acuerdo para el trigo."),
    ("zh", "双方签署了粮食协议。"),
    ("zh", "约翰迪尔（John Deere）与Air Astana签署了协议，总额为25亿美元。"),
    ("zh", "双方签署了关于粮食和铁路合作的协议，品牌名为「の」。"),
    ("ja", "両国は穀物に関する協定に署名した。"),
    ("ja", "トヨタ、新工場へ"),
    ("ko", "양측은 곡물 협정에 서명했다."),
    ("ar", "وقع الجانبان اتفاقا بشأن الحبوب."),
    ("ar", "وقعت شركة John Deere اتفاقا بشأن الحبوب."),
    ("und", "2,5 + 17 = 19,5"),
    ("und", "Xyzzy plugh"),
    ("und", "हम सहमत हैं।"),
]


@pytest.mark.parametrize(("language", "text"), LANGUAGES)
def test_the_language_is_guessed(language: str, text: str) -> None:
    """Script, letters and function words of the beginning decide."""
    assert guess_language(text) == language
