"""Of what country a party is: by its name, or by what stands beside it, and by nothing further off."""

from __future__ import annotations

import pytest
from claims import claim

from summariser import Article, Party
from summariser.checks import Index, verify_item


def told(text: str, language: str, words: str, country: str, name: str | None = None) -> str:
    """The verdict on the party's country, or "unread"."""
    of = Article.from_text(text, language=language)
    party = Party(name=name, verbatim=words, role="unspecified", country=country)
    item = verify_item(claim(of, parties=[party]), Index(of))
    found = {each.field: each.verdict for each in item.checks}
    path = "parties[0].country"
    assert (path in item.unread) is (path not in found)
    return found.get(path, "unread")


# language, text, words, country, verdict
COUNTRIES = [
    # A country itself.
    ("en", "Kazakhstan bought ten trains.", "Kazakhstan", "KZ", "computed"),
    ("en", "Kazakhstan bought ten trains.", "Kazakhstan", "UZ", "contradicted"),
    ("ru", "Договор с Казахстаном подписан.", "Казахстаном", "KZ", "computed"),
    ("ja", "エジプトが署名した。", "エジプト", "EG", "computed"),
    ("ja", "エジプトが署名した。", "エジプト", "IL", "contradicted"),
    # Its government, its president.
    ("en", "The Kazakh government bought ten trains.", "The Kazakh government", "KZ", "computed"),
    ("en", "The Kazakh government bought ten trains.", "The Kazakh government", "US", "contradicted"),
    ("de", "Die kasachische Regierung kauft Züge.", "kasachische Regierung", "KZ", "computed"),
    ("fr", "Le Premier ministre tchèque a signé.", "Premier ministre tchèque", "CZ", "computed"),
    ("es", "El Gobierno de España firmó.", "Gobierno de España", "ES", "computed"),
    ("it", "Il governo italiano ha firmato.", "governo italiano", "IT", "computed"),
    ("ru", "Парламент Молдовы принял закон.", "Парламент Молдовы", "MD", "computed"),
    ("ru", "Это правительство Молдовы решило.", "правительство Молдовы", "RO", "contradicted"),
    ("kk", "Қазақстан үкіметі шарт жасады.", "Қазақстан үкіметі", "KZ", "computed"),
    ("tr", "Türk hükümeti imzaladı.", "Türk hükümeti", "TR", "computed"),
    ("uz", "Rossiya hukumati imzoladi.", "Rossiya hukumati", "RU", "computed"),
    ("ar", "وقعت الحكومة المصرية العقد.", "الحكومة المصرية", "EG", "computed"),
    ("zh", "哈萨克斯坦政府签署了合同。", "哈萨克斯坦政府", "KZ", "computed"),
    ("ja", "イスラエル軍が発表した。", "イスラエル軍", "IL", "computed"),
    # What stands beside its name.
    ("en", "The Norwegian shipbuilder Selm Air signed.", "Selm Air", "NO", "computed"),
    ("en", "The Norwegian shipbuilder Selm Air signed.", "Selm Air", "SE", "contradicted"),
    ("en", "Norway's Selm Air signed.", "Selm Air", "NO", "computed"),
    ("en", "Norway-based Selm Air signed.", "Selm Air", "NO", "computed"),
    ("en", "Selm Air of Norway signed.", "Selm Air", "NO", "computed"),
    ("en", "Selm Air (Norway) signed.", "Selm Air", "NO", "computed"),
    ("en", "They signed. Norwegian shipyard Selm Air left. Selm Air paid.", "Selm Air", "NO", "computed"),
    ("de", "Der norwegische Konzern Selm Air zahlt.", "Selm Air", "NO", "computed"),
    ("de", "Selm Air aus Norwegen zahlt.", "Selm Air", "NO", "computed"),
    ("fr", "Le groupe Selm Air, de Norvège, a signé.", "Selm Air", "NO", "computed"),
    ("ru", "Договор подписала норвежская компания «Сельм».", "Сельм", "NO", "computed"),
    ("ru", "Договор подписала норвежская компания «Сельм».", "Сельм", "SE", "contradicted"),
    ("ru", "Так решил министр Казахстана Карим Осеев.", "Карим Осеев", "KZ", "computed"),
    ("ru", "Так решил министр транспорта РФ Карим Осеев.", "Карим Осеев", "RU", "computed"),
    ("ru", "Так решил министр на встрече в РФ Карим Осеев.", "Карим Осеев", "RU", "unread"),
    ("ja", "ノルウェーのセルム社が署名した。", "セルム社", "NO", "computed"),
    ("zh", "挪威的塞尔姆公司签署了合同。", "塞尔姆公司", "NO", "computed"),
    ("en", "The Norwegian state shipping company Selm Air signed.", "Selm Air", "NO", "computed"),
    ("en", "The Norwegian company bought Selm Air.", "Selm Air", "NO", "unread"),
    # Further off: where it happens, or with whom.
    ("en", "Selm Air signed in Norway.", "Selm Air", "NO", "unread"),
    ("en", "Norway signed with Selm Air.", "Selm Air", "NO", "unread"),
    ("en", "The Norwegian prime minister met Selm Air.", "Selm Air", "NO", "unread"),
    ("ru", "Норвегия подписала договор с «Сельмом».", "Сельмом", "NO", "unread"),
    ("zh", "挪威与塞尔姆公司签署了合同。", "塞尔姆公司", "NO", "unread"),
    # A country in a company's name need not be its own; nor does the Union exclude its members.
    ("en", "Selm Air India bought it.", "Selm Air India", "NO", "unread"),
    ("en", "The European Union signed.", "European Union", "FR", "unread"),
    ("en", "The US embassy in Kazakhstan paid.", "US embassy in Kazakhstan", "KZ", "unread"),
    ("pl", "Polska podpisała umowę, powiedział minister.", "Polska", "DE", "unread"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "country", "verdict"), COUNTRIES)
def test_countries(language: str, text: str, words: str, country: str, verdict: str) -> None:
    """Green where it is said of the party, red where another is, and of no other is it said."""
    assert told(text, language, words, country, name=words) == verdict


def test_a_contradiction_says_what_the_text_has() -> None:
    """Whoever reads the reason can look it up."""
    of = Article.from_text("The Norwegian shipbuilder Selm Air signed.")
    party = Party(name="Selm Air", verbatim="Selm Air", role="seller", country="SE")
    item = verify_item(claim(of, parties=[party]), Index(of))
    (check,) = [each for each in item.checks if each.kind == "country"]
    assert check.reason == "“Norwegian” is of NO, not of SE"
    assert not check.failed
