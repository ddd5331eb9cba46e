"""The numbers of free text, in whatever language and form it gives them."""

from __future__ import annotations

import pytest
from claims import claim

from summariser import Article
from summariser.checks.index import Index
from summariser.checks.verify import verify_item

CASES = [
    # language, text, prose, the verdicts on its numbers
    ("ru", "В феврале 2024 года стороны подписали договор.", "In February 2024 they signed.", ["computed"]),
    ("ru", "Договор подписан 12.02.2024.", "It was signed on 12 February 2024.", ["computed"]),
    ("ru", "Доля составит 49 %.", "The share is forty-nine percent.", []),
    ("ru", "Доля составит 49 %.", "The share is 49 percent.", ["computed"]),
    ("ru", "Доля составит 49 %.", "The share is 51 percent.", ["absent"]),
    ("zh", "公司收购四成九的股份。", "It buys 49% of the shares.", ["computed"]),
    ("zh", "装机60万千瓦。", "It has 600,000 kW.", ["computed"]),
    ("zh", "价格二十亿元。", "It costs 2 billion yuan.", ["computed"]),
    ("kk", "Үш келісімге қол қойылды.", "They signed 3 agreements.", ["computed"]),
    ("fr", "Elle emploie deux mille personnes.", "It employs 2,000 people.", ["computed"]),
    ("en", "It employs 2,000 people.", "Там работают две тысячи человек.", ["computed"]),
    ("de", "Der Vertrag ist 3 Billionen Euro wert.", "It is worth 3 trillion euros.", ["computed"]),
    ("de", "Der Vertrag ist 3 Billionen Euro wert.", "It is worth 3 billion euros.", ["absent"]),
    # A sum without its currency, where no word tells what is counted instead.
    ("fr", "La dette baisse d'environ 262 millions d'euros.", "La dette baisserait de 262 millions.", ["computed"]),
    ("en", "The fine, once 60 million euros, is now 20 million euros.", "It fell to 20 million in all.", ["computed"]),
    ("en", "The fine, once 60 million euros, is now 20 million euros.", "It fell to 20 million fans.", ["unchecked"]),
    ("en", "They halted the approval. Nord Stream 2 is late.", "They halted Nord Stream 2.", []),
    # The same number, told as something else.
    ("en", "It costs 2.5 billion.", "It costs $2.5 billion.", ["unchecked"]),
    ("fr", "Le plan coûte 15 milliards d'euros, dont 7 milliards de prêts.", "It lends €7 billion.", ["computed"]),
    ("fr", "Le plan coûte 15 milliards d'euros pour 7 milliards de colis.", "It lends €7 billion.", ["unchecked"]),
    ("fr", "Le plan coûte 15 milliards d'euros, dont 7 milliards de prêts.", "It lends $7 billion.", ["unchecked"]),
    ("it", "Vale 5-10 miliardi di euro.", "Vale da 5 a 10 miliardi di euro.", ["computed", "computed"]),
    ("tr", "Rekor 3.84 dolar idi.", "Rekor 3.84 idi.", ["computed"]),
    ("en", "In the first 10 months of 2021 its volume grew.", "It grew in the first ten months of 2021, a record.", ["computed"]),
    ("zh", "下降5%。", "It fell by 5 points.", ["unchecked"]),
    ("en", "It costs $3 billion.", "It costs €3 billion.", ["absent"]),
    ("en", "The bank has 400 people.", "It grew by 400 %.", ["absent"]),
    ("de", "Die Werft braucht keinen Cent Hilfe.", "Die Werft brauche nicht einen Cent.", []),
    # A range, and its ends.
    ("en", "It costs $5 to 6 million.", "It costs up to $6 million.", ["unchecked"]),
    ("en", "Trade rose from $3 billion to $5 billion.", "Trade was between $3 billion and $5 billion.", ["unchecked"]),
    ("en", "Trade rose from $3 billion to $5 billion.", "Trade was between $3 billion and $6 billion.", ["absent"]),
    # What is told without a number.
    ("ru", "Стороны подписали оба договора.", "They signed 2 treaties.", ["unchecked"]),
    ("en", "They built a port.", "Построен 1 порт.", ["unchecked"]),
    ("en", "They built ports.", "Построено 9 портов.", ["absent"]),
    ("ru", "Это проект XXI века.", "It is a project of the 21st century.", ["unchecked"]),
    ("ru", "Половина домов сгорела.", "50% of the homes burnt.", ["unchecked"]),
    ("ru", "Дома сгорели.", "50% of the homes burnt.", ["absent"]),
    # Both ends of a change, or a number whose million stands beside it.
    ("es", "La deuda subió desde los 187 millones de euros hasta los 256 millones.", "La deuda subió de 187 a 256 millones de euros.", ["computed", "computed"]),
    ("es", "Los 256 millones quedarían en 187 millones.", "Los 256 millones bajarían a 187.", ["computed", "computed"]),
    ("es", "Los 256 millones quedarían en 187 millones.", "Los 256 millones bajarían a 178.", ["computed", "absent"]),
    ("en", "It fell from 80 (per cent) to 70 (per cent).", "It fell from 80 to 70 per cent.", ["computed", "computed"]),
    ("en", "It fell to 70 per cent of 80 homes.", "It fell to 80 per cent for 70 people.", ["absent", "unchecked"]),
    # Digits that were not read.
    ("en", "The 2023/24 season ends.", "Сезон начался в 2023 году.", ["unchecked"]),
    ("en", "The 2023/24 season ends.", "Сезон начался в 2021 году.", ["absent"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "prose", "verdicts"), CASES)
def test_numbers_of_prose(language: str, text: str, prose: str, verdicts: list[str]) -> None:
    """A true number is not absent because the prose gives it another form; an invented one is."""
    article = Article.from_text(text, language=language)
    checks = verify_item(claim(article, text=prose), Index(article)).checks
    assert [each.verdict for each in checks if each.kind == "prose"] == verdicts


DATES = [
    # language, text, published, prose, the verdicts on its dates
    ("ru", "Стороны встретились 12 октября.", None, "They met on October 12.", ["computed"]),
    ("ru", "Стороны встретились 12 октября.", None, "They met on November 12.", ["unchecked"]),
    ("ru", "Стороны встретились 12 октября.", None, "They met on October 13.", ["absent"]),
    ("ru", "Стороны встретились 12 октября.", None, "They met in October.", ["computed"]),
    ("ru", "Стороны встретились 12 октября.", None, "They met in November.", ["absent"]),
    ("ru", "Стороны встретились.", "2025-11-20", "They met in November.", []),
    ("ru", "Стороны встретились.", "2025-11-20", "They met on 20 November 2025.", []),
    ("en", "They met on 12 October.", "2025-10-20", "Сторони встретились 12 октября 2025 года.", ["computed"]),
    ("en", "They met on 12 October.", "2025-10-20", "They met on 12 October 2024.", ["unchecked"]),
    ("en", "They met on 12 October 2025.", None, "Стороны встретились 12.10.2025.", ["computed"]),
    ("en", "They met on 12 October 2025.", None, "双方于2025年10月12日会晤。", ["computed"]),
    ("en", "They met on 12 October 2025.", None, "双方于2025年10月13日会晤。", ["absent"]),
    ("en", "They met on 12 October 2025.", None, "They met in October 2024.", ["absent"]),
    ("en", "They met on Tuesday.", "2025-11-20", "They met on 18 October 2025.", ["unchecked"]),
    ("en", "In 2025 it was planned. On 12 October they met.", None, "They met on 12 October 2025.", ["unchecked"]),
    ("en", "They met on October 12–14, 2025.", None, "Они встретились 12–14 октября.", ["computed"]),
    ("en", "They met on October 12–14, 2025.", None, "Они встретились 12–15 октября.", ["unchecked"]),
    ("en", "They met. They part on 12 October.", None, "They part on 12 October.", ["elsewhere"]),
    ("de", "Im dritten Quartal 2025 stieg der Umsatz.", None, "It rose in the third quarter of 2025.", ["computed"]),
    ("en", "They met in Arlen.", None, "May Holm met them; it may march on.", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "published", "prose", "verdicts"), DATES)
def test_dates_of_prose(
    language: str, text: str, published: str | None, prose: str, verdicts: list[str]
) -> None:
    """A date is one claim, whose month counts as well; one that is invented is seen."""
    article = Article.from_text(text, language=language, published=published)
    checks = verify_item(claim(article, text=prose), Index(article)).checks
    assert [each.verdict for each in checks if each.kind == "prose"] == verdicts
