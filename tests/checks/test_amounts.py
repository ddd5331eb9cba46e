"""Sums and quantities against the words that state them: what is borne out, wrong, or left open."""

from __future__ import annotations

import pytest
from claims import Stated, claim, money

from summariser import Article, Deliverable
from summariser.checks.index import Index
from summariser.checks.verify import verify_item

SUMS = [
    # What one sum says of its currency, another may leave out.
    ("zh", "澜海公司的资产突破新台幣5兆元。港务局罚款20萬元。", "20萬元", "200000", "TWD", {}, "unchecked"),
    ("zh", "澜海公司的资产突破5兆元。港务局罚款20萬元。", "20萬元", "200000", "TWD", {}, "contradicted"),
    ("zh", "澜海公司的资产突破5兆元。港务局罚款20萬元。", "20萬元", "200000", "CNY", {}, "computed"),
    # language, text, words, amount, currency, what else is claimed, the worst of its checks
    # A bare sign is not surely the money of the United States.
    ("en", "The Canadian mill pays $15 million.", "$15 million", "15000000", "USD", {}, "unchecked"),
    ("en", "The Canadian mill pays $15 million.", "$15 million", "15000000", "CAD", {}, "unchecked"),
    ("en", "The Canadian mill pays US$15 million.", "US$15 million", "15000000", "CAD", {}, "contradicted"),
    ("en", "The Kenyan mill pays $15 million.", "$15 million", "15000000", "USD", {}, "computed"),
    ("en", "Canada owes the United States $15 million.", "$15 million", "15000000", "USD", {}, "computed"),
    ("en", "Canada owes the United States $15 million.", "$15 million", "15000000", "CAD", {}, "unchecked"),
    ("en", "Canada owes the United States $15 million.", "$15 million", "15000000", "EUR", {}, "contradicted"),
    ("en", "The dam in Egypt costs £15 million.", "£15 million", "15000000", "GBP", {}, "computed"),
    ("fr", "Le moulin du Canada coûte 15 millions de dollars.", "15 millions de dollars", "15000000", "USD", {}, "unchecked"),
    ("en", "The mill in Kenya costs Sh15 million.", "Sh15 million", "15000000", "KES", {}, "computed"),
    ("en", "The mill in Kenya costs Sh15 million.", "Sh15 million", "15000000", "UGX", {}, "contradicted"),
    ("en", "Kenya and Uganda pay Sh15 million.", "Sh15 million", "15000000", "KES", {}, "unchecked"),
    ("en", "The mill costs KSh15 million.", "KSh15 million", "15000000", "KES", {}, "computed"),
    ("fr", "Le moulin du Cameroun coûte 15 millions de FCFA.", "15 millions de FCFA", "15000000", "XAF", {}, "computed"),
    ("fr", "Le moulin du Sénégal coûte 15 millions de FCFA.", "15 millions de FCFA", "15000000", "XOF", {}, "computed"),
    ("fr", "Le moulin coûte 15 millions de FCFA.", "15 millions de FCFA", "15000000", "XOF", {}, "unchecked"),
    ("fr", "L'État burkinabè paie 15 millions de FCFA.", "15 millions de FCFA", "15000000", "XOF", {}, "computed"),
    ("en", "Relief of Rs 500 crore went to Kerala.", "Rs 500 crore", "5000000000", "INR", {}, "computed"),
    ("en", "Relief of Rs 500 crore went to the port.", "Rs 500 crore", "5000000000", "INR", {}, "unchecked"),
    ("es", "Un préstamo de $200 millones de dólares, dijo Santo Domingo, República Dominicana.", "$200 millones de dólares", "200000000", "USD", {}, "computed"),
    # A sum that leaves its currency to one before it: no thing is counted without "of", nor a verb.
    ("it", "Sono 6,8 miliardi di euro, di cui 1,3 miliardi destinati al porto.", "1,3 miliardi", "1300000000", "EUR", {}, "computed"),
    ("it", "Costa 6 milioni di euro e serve 2 milioni di abitanti.", "2 milioni", "2000000", "EUR", {}, "unchecked"),
    ("de", "Es kostet 20 Millionen Franken, eine Million spart der Kanton ein.", "eine Million", "1000000", "CHF", {}, "computed"),
    ("de", "Es kostet 20 Millionen Franken, eine Million neue Bäume stehen dort.", "eine Million", "1000000", "CHF", {}, "unchecked"),
    ("ru", "Завод в Канаде стоит 15 млн долларов.", "15 млн долларов", "15000000", "USD", {}, "computed"),
    ("ru", "Завод в Беларуси стоит 15 млн рублей.", "15 млн рублей", "15000000", "RUB", {}, "unchecked"),
    ("ru", "Завод в Беларуси стоит 15 млн рублей.", "15 млн рублей", "15000000", "BYN", {}, "unchecked"),
    ("ru", "Завод в Твери стоит 15 млн рублей.", "15 млн рублей", "15000000", "BYN", {}, "contradicted"),
    ("es", "La empresa argentina pagó $ 15 millones.", "$ 15 millones", "15000000", "USD", {}, "unchecked"),
    # Words behind a bare figure may be a currency that is not known here.
    ("tr", "Fabrika 15 milyon zurna tuttu.", "15 milyon zurna", "15000000", "TRY", {}, "unchecked"),
    ("zh", "工厂价值元120万。", "元120万", "1200000", "CNY", {}, "unchecked"),
    ("zh", "工厂投资120万。", "120万", "1200000", "CNY", {}, "absent"),
    ("en", "The mill costs 15 million in all.", "15 million", "15000000", "EUR", {}, "absent"),
    # A figure that cannot be placed.
    ("en", "The mill costs $252,0000 in all.", "$252,0000", "252", "USD", {}, "unchecked"),
    ("en", "The mill costs $252,0000 in all.", "$252,0000", "2520000", "USD", {}, "unchecked"),
    ("en", "The mill costs 3 pounds 50.", "3 pounds 50", "3.5", "GBP", {}, "unchecked"),
    ("en", "The mill costs $25Q in all.", "$25Q", "25", "USD", {}, "unchecked"),
    ("en", "The mill costs $25Q in all.", "$25Q", "26", "USD", {}, "unchecked"),
    ("de", "Die Karte kostet 2 Euro 50.", "2 Euro 50", "2.5", "EUR", {}, "unchecked"),
    ("de", "Die Karte kostet 2 Euro 50.", "2 Euro 50", "2", "EUR", {}, "unchecked"),
    ("de", "Die Karte kostet 2 Euro 50.", "2 Euro 50", "20", "EUR", {}, "contradicted"),
    ("en", "The mill costs $25 million.", "$25 million", "26000000", "USD", {}, "contradicted"),
    ("en", "The mill costs a third of a billion dollars.", "a third of a billion dollars", "333000000", "USD", {}, "unchecked"),
    ("en", "The mill costs billions of dollars.", "billions of dollars", "3000000000", "USD", {}, "absent"),
    # Hedges behind a sum, and a "not" before it.
    ("en", "It lends $40 million or less.", "$40 million", "40000000", "USD", {"qualifier": "up_to"}, "computed"),
    ("en", "It lends $40 million or less.", "$40 million", "40000000", "USD", {}, "contradicted"),
    ("en", "It may not lend more than $40 million.", "$40 million", "40000000", "USD", {"qualifier": "up_to"}, "computed"),
    ("en", "It may not lend more than $40 million.", "$40 million", "40000000", "USD", {"qualifier": "more_than"}, "contradicted"),
    ("en", "It did not, as of then, lend more than $40 million.", "$40 million", "40000000", "USD", {"qualifier": "more_than"}, "computed"),
    ("en", "It never said whether it had lent more than $40 million.", "$40 million", "40000000", "USD", {"qualifier": "more_than"}, "unchecked"),
    ("en", "It never said whether it had lent more than $40 million.", "$40 million", "40000000", "USD", {"qualifier": "up_to"}, "unchecked"),
    # By the year, by the month.
    ("de", "Sie zahlen pro Monat 21 Euro.", "21 Euro", "21", "EUR", {"per": "month"}, "computed"),
    ("de", "Sie zahlen pro Monat 21 Euro.", "21 Euro", "21", "EUR", {}, "contradicted"),
    ("ja", "会費は月額100円だ。", "100円", "100", "JPY", {"per": "month"}, "computed"),
    ("en", "It pays each year to the mill, and it is $5 million.", "$5 million", "5000000", "USD", {"per": "year"}, "unchecked"),
    ("en", "It pays $5 million to the mill.", "$5 million", "5000000", "USD", {"per": "year"}, "contradicted"),
    ("ja", "3兆円半ばの規模で減税を行う。", "3兆円半ばの規模", "3500000000000", "JPY", {"qualifier": "approximately"}, "unchecked"),
    ("ja", "3兆円半ばの規模で減税を行う。", "3兆円半ばの規模", "4500000000000", "JPY", {"qualifier": "approximately"}, "contradicted"),
    ("ja", "収入は30万円台後半だった。", "30万円台後半", "370000", "JPY", {}, "unchecked"),
    ("zh", "收入五万元出头。", "五万元出头", "52000", "CNY", {"qualifier": "more_than"}, "unchecked"),
    ("en", "It lost $5 million in the full year to May.", "$5 million", "5000000", "USD", {"per": "year"}, "unchecked"),
    ("en", "Revenue for the year fell to $5 million.", "$5 million", "5000000", "USD", {"per": "year"}, "unchecked"),
    ("en", "Revenue for the year fell to $5 million.", "$5 million", "5000000", "USD", {"per": "month"}, "contradicted"),
    ("de", "Der Gewinn im Geschäftsjahr betrug 5 Millionen Euro.", "5 Millionen Euro", "5000000", "EUR", {"per": "year"}, "unchecked"),
    ("fr", "La perte de l'année atteint 5 millions d'euros.", "5 millions d'euros", "5000000", "EUR", {"per": "year"}, "unchecked"),
    ("ru", "В этом году выручка достигла 5 млн рублей.", "5 млн рублей", "5000000", "RUB", {"per": "year"}, "unchecked"),
    ("ar", "بلغت الخسائر هذا العام 5 ملايين دولار.", "5 ملايين دولار", "5000000", "USD", {"per": "year"}, "unchecked"),
    ("es", "Cada día pierden 5 millones de dólares.", "5 millones de dólares", "5000000", "USD", {"per": "unit"}, "unchecked"),
    ("en", "The fare rises to $3 on Monday.", "$3", "3", "USD", {"per": "unit"}, "computed"),
    ("en", "The fare rises from $2 to $3 per trip.", "$2", "2", "USD", {"per": "unit"}, "computed"),
    ("en", "The shares closed at $18.", "$18", "18", "USD", {"per": "unit"}, "computed"),
    ("en", "It paid $3 on Monday.", "$3", "3", "USD", {"per": "unit"}, "unchecked"),
    ("en", "The asking price was $5 million.", "$5 million", "5000000", "USD", {"per": "unit"}, "unchecked"),
    ("en", "The fare rises to $3 on Monday.", "$3", "3", "USD", {"per": "total"}, "computed"),
    ("en", "Output grew from 410 to 560 tonnes, and it paid $3.", "$3", "3", "USD", {"per": "unit"}, "unchecked"),
    ("ru", "Тариф подняли с 410 до 560 рублей за тонну.", "с 410", "410", "RUB", {"per": "unit"}, "computed"),
    ("ru", "Новый тариф составит около 480 рублей.", "480 рублей", "480", "RUB", {"per": "unit", "qualifier": "approximately"}, "computed"),
    ("ru", "Он заплатил 480 рублей.", "480 рублей", "480", "RUB", {"per": "unit"}, "unchecked"),
    ("de", "Der Fahrpreis steigt auf 3 Euro.", "3 Euro", "3", "EUR", {"per": "unit"}, "computed"),
    ("fr", "Le prix passe de 2 à 3 euros le litre.", "3 euros", "3", "EUR", {"per": "unit"}, "computed"),
    ("es", "El peaje subirá a 3 euros.", "3 euros", "3", "EUR", {"per": "unit"}, "computed"),
    ("it", "Il pedaggio sale a 3 euro.", "3 euro", "3", "EUR", {"per": "unit"}, "computed"),
    ("tr", "Benzinin litresi 40 lira oldu.", "40 lira", "40", "TRY", {"per": "unit"}, "computed"),
    ("kk", "Билет бағасы 500 теңге болды.", "500 теңге", "500", "KZT", {"per": "unit"}, "computed"),
    ("uz", "Chipta narxi 500 so‘m bo‘ldi.", "500 so‘m", "500", "UZS", {"per": "unit"}, "computed"),
    ("ar", "ورفع سعر المتر المكعب إلى 2 دولار.", "2 دولار", "2", "USD", {"per": "unit"}, "computed"),
    ("zh", "补贴从每班40元提高到60元。", "60元", "60", "CNY", {"per": "unit"}, "computed"),
    ("zh", "票价上调至3元。", "3元", "3", "CNY", {"per": "unit"}, "computed"),
    ("zh", "他付了3元。", "3元", "3", "CNY", {"per": "unit"}, "unchecked"),
    ("ja", "原油は1バレル当たり80ドルだった。", "80ドル", "80", "USD", {"per": "unit"}, "computed"),
]  # fmt: skip

QUANTITIES = [
    ("de", "Die Werft hat die beiden Fähren verkauft.", "die beiden Fähren", "2", "Fähren", "exact", "computed"),
    ("de", "Die Werft hat die Fähren verkauft.", "die Fähren", "2", "Fähren", "exact", "absent"),
    ("en", "The yard sold both ferries.", "both ferries", "2", "ferries", "exact", "computed"),
    ("en", "The yard sold both ferries.", "both ferries", "3", "ferries", "exact", "absent"),
    ("de", "Sie löschen es binnen einer Woche.", "einer Woche", "1", None, "exact", "computed"),
    ("es", "Piden un subsidio especial por un año.", "un año", "1", None, "exact", "computed"),
    ("en", "They delete it within a week.", "a week", "1", None, "exact", "computed"),
    ("en", "They delete it within a week.", "a week", "2", None, "exact", "absent"),
    # language, text, words, quantity, unit, hedge, the worst of its checks
    ("ru", "Будет тысяча рабочих мест.", "тысяча рабочих мест", "1000", None, "exact", "computed"),
    ("ru", "Будет тысяча рабочих мест.", "тысяча рабочих мест", "10000", None, "exact", "absent"),
    ("ru", "Будут тысячи рабочих мест.", "тысячи рабочих мест", "1000", None, "exact", "absent"),
    ("ru", "Продан миллион тонн зерна.", "миллион тонн", "1000000", "тонн", "exact", "computed"),
    ("tr", "Santral bin megavatlık bir güce sahip.", "bin megavatlık", "1000", None, "exact", "computed"),
    ("tr", "Tesis 4 bine yakın iş sağlayacak.", "4 bine yakın iş", "4000", None, "less_than", "computed"),
    ("en", "It buys a 49% stake.", "49% stake", "49", "%", "exact", "exact"),
    ("en", "It buys a 49% stake.", "49% stake", "49", None, "exact", "exact"),
    ("en", "It buys a 49% stake.", "49% stake", "94", None, "exact", "contradicted"),
    ("en", "It pays 12 cents a kWh.", "12 cents a kWh", "12", "cents", "exact", "exact"),
    ("en", "It pays 12 cents a kWh.", "12 cents a kWh", "13", "cents", "exact", "contradicted"),
    ("en", "It builds 600 to 700 homes.", "600 to 700 homes", "600", None, "at_least", "computed"),
    ("en", "It builds 600 to 700 homes.", "600 to 700 homes", "600", None, "range", "computed"),
    ("en", "It builds 600 to 700 homes.", "600 to 700 homes", "700", None, "up_to", "computed"),
    ("en", "It builds 600 to 700 homes.", "600 to 700 homes", "700", None, "at_least", "unchecked"),
    ("en", "It builds 600 to 700 homes.", "600 to 700 homes", "600", None, "exact", "unchecked"),
    ("en", "It builds 600 to 700 homes.", "600 to 700 homes", "650", None, "exact", "contradicted"),
    ("en", "It builds 600 homes at most.", "600 homes", "600", None, "up_to", "exact"),
    ("en", "It builds 600-odd homes.", "600-odd homes", "600", None, "exact", "contradicted"),
    ("en", "It builds 600-odd homes.", "600-odd homes", "600", None, "approximately", "exact"),
    ("en", "It builds 600MW of capacity.", "600MW", "600", "MW", "exact", "exact"),
    ("en", "It ships 5 million barrels.", "5 million barrels", "5", "million barrels", "exact", "exact"),
    ("en", "It ships 5 barrels.", "5 barrels", "5", "million barrels", "exact", "unchecked"),
    ("zh", "电站装机600兆瓦。", "600兆瓦", "600", "兆瓦", "exact", "exact"),
    ("zh", "电站装机60万千瓦。", "60万千瓦", "600000", "千瓦", "exact", "computed"),
    ("zh", "电站装机60万千瓦。", "60万千瓦", "60", "万千瓦", "exact", "exact"),
    ("zh", "电站装机60万千瓦。", "60万千瓦", "60", "千瓦", "exact", "contradicted"),
    ("zh", "收购三成股份。", "三成股份", "30", "%", "exact", "computed"),
    ("zh", "收购百分之三十的股份。", "百分之三十", "30", None, "exact", "computed"),
    ("ja", "株式の3割5分を取得する。", "3割5分", "35", "%", "exact", "computed"),
    ("ru", "Сдадут половину домов.", "половину домов", "50", "%", "exact", "unchecked"),
    ("en", "It buys a third of the shares.", "a third of the shares", "33", "%", "exact", "unchecked"),
    ("en", "It builds the country's first satellite.", "first satellite", "1", None, "exact", "unchecked"),
    ("en", "It builds a new hospital.", "a new hospital", "1", None, "exact", "computed"),
    ("en", "It builds a number of hospitals.", "a number of hospitals", "1", None, "exact", "unchecked"),
    ("en", "It builds hospitals.", "hospitals", "2", None, "exact", "absent"),
    ("ar", "سجلت البلاد حالتي وفاة أمس.", "حالتي وفاة", "2", None, "exact", "unchecked"),
    ("ar", "سجلت البلاد حالتي وفاة أمس.", "حالتي وفاة", "3", None, "exact", "absent"),
    ("ar", "اقتربت الإصابات بالمرض الذي ظهر في وسط سهلان نهاية العام الماضي، من 190 ألف حالة.", "190 ألف حالة", "190000", None, "less_than", "unchecked"),
    ("ar", "ظهر المرض في وسط سهلان نهاية العام الماضي، من 190 ألف حالة.", "190 ألف حالة", "190000", None, "less_than", "contradicted"),
    ("ar", "تخطت الوفيات 7 آلاف حالة.", "7 آلاف حالة", "7000", None, "more_than", "unchecked"),
    ("ar", "وتخطت الوفيات 7 آلاف حالة.", "7 آلاف حالة", "7000", None, "exact", "unchecked"),
    ("ar", "بلغت الوفيات 7 آلاف حالة.", "7 آلاف حالة", "7000", None, "more_than", "contradicted"),
    ("de", "Der Kauf zweier Kräne ist teuer.", "zweier Kräne", "2", None, "exact", "computed"),
    ("de", "Der Kauf zweier Kräne ist teuer.", "zweier Kräne", "3", None, "exact", "contradicted"),
    ("en", "It builds 12 hospitals.", "12 hospitals", None, None, "up_to", "unchecked"),
    ("en", "It builds hospitals.", "hospitals", None, None, "vague", None),
]  # fmt: skip

ORDER = ["exact", "computed", "unchecked", "absent", "contradicted"]


def worst(item: Stated, article: Article) -> str | None:
    """The worst of the checks that compare."""
    found = verify_item(item, Index(article)).checks
    verdicts = [each.verdict for each in found if each.kind not in ("sentence", "verbatim")]
    return max(verdicts, key=ORDER.index, default=None)


@pytest.mark.parametrize(
    ("language", "text", "words", "amount", "currency", "more", "verdict"), SUMS
)
def test_sums(
    language: str, text: str, words: str, amount: str, currency: str, more: dict[str, str],
    verdict: str,
) -> None:  # fmt: skip
    """The worst of what is said of amount, currency, hedge and period."""
    article = Article.from_text(text, language=language)
    item = claim(article, values=[money(words, amount, currency, **more)])
    found = worst(item, article)
    assert ("computed" if found == "exact" else found) == verdict


@pytest.mark.parametrize(
    ("language", "text", "words", "quantity", "unit", "hedge", "verdict"), QUANTITIES
)
def test_quantities(
    language: str, text: str, words: str, quantity: str | None, unit: str | None, hedge: str,
    verdict: str | None,
) -> None:  # fmt: skip
    """The worse of what is said of the number and its hedge."""
    article = Article.from_text(text, language=language)
    thing = Deliverable(verbatim=words, item="x", quantity=quantity, unit=unit, qualifier=hedge)
    found = worst(claim(article, things=[thing]), article)
    assert found == verdict or {found, verdict} == {"exact", "computed"}
