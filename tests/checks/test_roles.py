"""What somebody is and where they belong: as the article sets it beside the name."""

from __future__ import annotations

import pytest

from summariser import Article, Evidence, Expert, ExpertPosition
from summariser.checks import Index, verify_item


def told(text: str, language: str, field: str, **expert: str | None) -> str:
    """The verdict on a field of the expert, or "unread"; the first sentence is cited."""
    of = Article.from_text(text, language=language)
    item = ExpertPosition(
        evidence=[Evidence.of(of, 1)],
        text="",
        expert=Expert(**expert),  # type: ignore[arg-type]  # strings that fit their fields
        act="claim",
        stance="neutral",
        certainty="certain",
    )
    checked = verify_item(item, Index(of))
    found = {each.field: each.verdict for each in checked.checks}
    path = f"expert.{field}"
    assert (path in checked.unread) is (path not in found)
    return found.get(path, "unread")


EN = "The port is full, said Ida Holm, chief economist of Selm Bank."
RU = "Порт полон, сказал министр транспорта Карим Осеев."
# language, text, name, role, verdict
ROLES = [
    ("en", EN, "Ida Holm", "chief economist", "computed"),
    ("en", EN, "Ida Holm", "economist", "computed"),
    ("en", "Selm CEO Ida Holm wrote to Norv chief executive Tom Reed.", "Ida Holm", "chief executive", "computed"),
    ("en", "Selm CFO Ida Holm wrote to Norv chief executive Tom Reed.", "Ida Holm", "chief executive", "contradicted"),
    ("en", EN, "Ida Holm", "chief economist of Selm Bank", "computed"),
    ("en", "The port is full, said Selm Bank chief economist Ida Holm.", "Ida Holm", "chief economist", "computed"),
    ("en", "The port is full, said Ida Holm (mayor of Selm).", "Ida Holm", "mayor", "computed"),
    ("en", "It is full, said Holm. Ida Holm, the mayor, went home.", "Ida Holm", "mayor", "computed"),
    ("de", "Der Hafen ist voll, sagte die Ökonomin Ida Holm.", "Ida Holm", "Ökonomin", "computed"),
    ("de", "Der Hafen ist voll, sagte Selmbahn-Chef Jan Roth.", "Jan Roth", "Chef", "computed"),
    ("fr", "Le port est plein, a déclaré Ida Holm, présidente de la région.", "Ida Holm", "présidente de la région", "computed"),
    ("es", "El puerto está lleno, dijo la ministra de Energía, Ida Holm.", "Ida Holm", "ministra de Energía", "computed"),
    ("it", "Il porto è pieno, ha detto il ministro dell'Energia Jan Roth.", "Jan Roth", "ministro dell'Energia", "computed"),
    ("ru", RU, "Карим Осеев", "министр транспорта", "computed"),
    ("ru", "Порт полон, по словам министра транспорта Карима Осеева.", "Карим Осеев", "министр транспорта", "computed"),
    ("ru", "Порт полон, сказал Карим Осеев, тоже экономист.", "Карим Осеев", "экономист", "computed"),
    ("kk", "Порт толы, деді порт директоры Айгүл Сәрсенова.", "Айгүл Сәрсенова", "директор", "computed"),
    ("tr", "Liman dolu, dedi ekonomist Ayşe Demir.", "Ayşe Demir", "ekonomist", "computed"),
    ("es", "El presidente uruguayo, Luis Mora, calla. El mandatario francés, Jean Roux, habla.", "Jean Roux", "presidente", "unread"),
    ("en", "The port is full, said the envoy Ida Holm at the Prime Minister's Office in Selm.", "Ida Holm", "Prime Minister", "unread"),
    ("tr", "Liman dolu, dedi Selm Kurulu Başkan Yardımcısı Ayşe Demir.", "Ayşe Demir", "Selm Kurulu Başkan Yardımcısı", "computed"),
    ("tr", "Liman dolu, dedi Selm Kurulu Başkan Yardımcısı Ayşe Demir.", "Ayşe Demir", "Kurulu Başkanı", "unread"),
    ("kk", "Порт толы, деді порт директорының орынбасары Айгүл Сәрсенова.", "Айгүл Сәрсенова", "порт директоры", "unread"),
    ("uz", "Port toʻla, dedi iqtisodchi Anvar Karimov.", "Anvar Karimov", "iqtisodchi", "computed"),
    ("ar", "قال وزير النقل طارق أمين إن الميناء ممتلئ.", "طارق أمين", "وزير النقل", "computed"),
    ("ar", "قال طارق أمين وزير النقل إن الميناء ممتلئ.", "طارق أمين", "وزير النقل", "computed"),
    ("ar", "قال الخبير الاقتصادي طارق أمين إن الميناء ممتلئ.", "طارق أمين", "خبير اقتصادي", "computed"),
    ("zh", "青岚重工董事长贺明溪说，港口已满。", "贺明溪", "董事长", "computed"),
    ("ja", "西浜港の理事長田中明は港が満杯だと述べた。", "田中明", "理事長", "computed"),
    # Another of that kind, who is not this.
    # The one behind the comma is another.
    ("tr", "Liman Birliği Başkanı Ayşe Demir, Norvik Valisi Mert Kaya'nın planını eleştirdi.", "Ayşe Demir", "Norvik Valisi", "contradicted"),
    ("en", "Selm Bank chief Ida Holm, Norvik mayor Tom Reed and others came.", "Ida Holm", "Norvik mayor", "contradicted"),
    ("en", "It is full, said former mayor Ida Holm.", "Ida Holm", "mayor", "unread"),
    ("en", "It is full, said deputy minister Ida Holm.", "Ida Holm", "minister", "unread"),
    ("zh", "青岚重工副董事长贺明溪说，港口已满。", "贺明溪", "董事长", "unread"),
    # Of another department.
    ("en", "It is full, said port spokesman Jan Roth. Rail spokesman Tom Reed left.", "Jan Roth", "rail spokesman", "unread"),
    ("en", "It is full, said port spokesman Jan Roth. Rail spokesman Tom Reed left.", "Jan Roth", "port spokesman", "computed"),
    # Somebody else.
    ("en", "It is full, said Ida Holm, who met the mayor.", "Ida Holm", "mayor", "unread"),
    ("ru", "Порт полон, сказала Ида Хольм, которая мэру не родственница.", "Ида Хольм", "мэр", "unread"),
    ("de", "Das sagen der Ökonom Peter Ott und Jan Roth.", "Jan Roth", "Ökonom", "unread"),
    # What only another is called, while this one is called something else.
    ("en", EN + " Mayor Tom Reed smiled.", "Ida Holm", "mayor", "contradicted"),
    ("en", "It is full, said the mayor, Tom Reed. Ida Holm, the minister, left.", "Tom Reed", "minister", "contradicted"),
    ("ru", RU + " Директор порта Олег Громов молчал.", "Карим Осеев", "директор порта", "contradicted"),
    ("fr", "Le port est plein, dit Jan Roth, le maire. Tom Reed, ministre de la Santé, est parti.", "Jan Roth", "ministre de la Santé", "contradicted"),
    # In other words.
    ("en", EN, "Ida Holm", "head of research", "unread"),
    ("en", EN, "Ida Holm", "president", "unread"),
    ("en", "The port is full, said Ida Holm.", "Ida Holm", "mayor", "unread"),
    # What stands before another's name, or behind "and", is no part of the description.
    ("en", "Chief Minister H D Holm and MP Tom Reed met.", "Tom Reed", "Chief Minister", "contradicted"),
    ("en", "Chief Minister H D Holm and MP Tom Reed met.", "Tom Reed", "MP", "computed"),
    ("fr", "Le ministre des Finances, Paul Roux, et l'ambassadeur de Norvège au Niger, Luc Petit, ont signé.", "Paul Roux", "ambassadeur de Norvège au Niger", "contradicted"),
    ("fr", "Le ministre des Finances, Paul Roux, et l'ambassadeur de Norvège au Niger, Luc Petit, ont signé.", "Luc Petit", "ambassadeur de Norvège au Niger", "computed"),
    ("pl", "Port jest pełny, powiedział minister Jan Roth, który się śmiał.", "Jan Roth", "prezydent", "unread"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name", "role", "verdict"), ROLES)
def test_roles(language: str, text: str, name: str, role: str, verdict: str) -> None:
    """Green where it stands beside the name, red where it stands beside another's alone."""
    last = name.split()[-1]
    words = name if name in text else next(each for each in text.split() if last[:4] in each)
    assert told(text, language, "role", name=name, verbatim=words.strip(",."), role=role) == verdict


@pytest.mark.parametrize(
    ("language", "text", "words", "role", "verdict"),
    [
        ("en", "It is full, one trader said.", "one trader", "trader", "computed"),
        ("ru", "Порт полон, по словам одного эксперта.", "одного эксперта", "эксперт", "computed"),
        ("zh", "一位居民说，港口已满。", "一位居民", "居民", "computed"),
        ("en", "It is full, one trader said.", "one trader", "mayor", "unread"),
    ],
)
def test_who_is_not_named(language: str, text: str, words: str, role: str, verdict: str) -> None:
    """The words that stand for the name may say it."""
    assert told(text, language, "role", verbatim=words, role=role) == verdict


# language, text, name, affiliation, verdict
AFFILIATIONS = [
    ("en", "The money goes to the World Port Programme (WPP). Its head Ida Holm said no. The World Port Programme left.", "Ida Holm", "WPP", "unread"),
    ("en", EN, "Ida Holm", "Selm Bank", "computed"),
    ("en", "It is full, said Selm Bank economist Ida Holm.", "Ida Holm", "Selm Bank", "computed"),
    ("en", "It is full, said Ida Holm of Selm Bank.", "Ida Holm", "Selm Bank", "computed"),
    ("en", "It is full, said Ida Holm (Greens).", "Ida Holm", "Greens", "computed"),
    ("en", "It is full, said Ida Holm, head of the Selm Port Board (SPB).", "Ida Holm", "Selm Port Board (SPB)", "computed"),
    ("de", "Das sagte der Chef des Hafenverbands (HV), Jan Roth.", "Jan Roth", "Hafenverband", "computed"),
    ("fr", "Le port est plein, dit Ida Holm, de l'Institut du Delta.", "Ida Holm", "Institut du Delta", "computed"),
    ("es", "El puerto está lleno, dijo Ida Holm, directora del Banco de Selm.", "Ida Holm", "Banco de Selm", "computed"),
    ("it", "Il porto è pieno, ha detto Jan Roth, direttore della Banca di Selm.", "Jan Roth", "Banca di Selm", "computed"),
    ("ru", "Порт полон, сказала экономист Айгуль Ахметова из Института степных исследований.", "Айгуль Ахметова", "Институт степных исследований", "computed"),
    ("kk", "Порт толы, деді «Құланды Агро» директоры Гүлшат Ерденова.", "Гүлшат Ерденова", "«Құланды Агро»", "computed"),
    ("tr", "Liman dolu, dedi Selm Bank ekonomisti Ayşe Demir.", "Ayşe Demir", "Selm Bank", "computed"),
    ("uz", "Port toʻla, dedi Selm Bank direktori Anvar Karimov.", "Anvar Karimov", "Selm Bank", "computed"),
    ("ar", "قال طارق أمين، خبير النقل في معهد الواحات، إن الميناء ممتلئ.", "طارق أمين", "معهد الواحات", "computed"),
    ("zh", "青岚重工董事长贺明溪说，港口已满。", "贺明溪", "青岚重工", "computed"),
    ("ja", "西浜港の理事長田中明は港が満杯だと述べた。", "田中明", "西浜港", "computed"),
    # Another's.
    ("en", EN + " Tom Reed, the mayor of Norvik, smiled.", "Ida Holm", "Norvik", "contradicted"),
    ("ru", "Порт полон, сказал директор «Норд-Калия» Олег Громов. Экономист Карим Осеев из «Степи» молчал.", "Олег Громов", "Степь", "contradicted"),
    ("zh", "青岚重工董事长贺明溪说，港口已满。北陆航运总裁林若川说，没有满。", "贺明溪", "北陆航运", "unread"),
    # Named, and beside nobody; or together with the name.
    ("en", EN + " Norvik paid.", "Ida Holm", "Norvik", "unread"),
    ("en", "It is full, said Ida Holm, a mayor, whom Tom Reed of Norvik met.", "Ida Holm", "Norvik", "unread"),
    ("en", EN, "Ida Holm", "the bank", "unread"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name", "affiliation", "verdict"), AFFILIATIONS)
def test_affiliations(language: str, text: str, name: str, affiliation: str, verdict: str) -> None:
    """Green where it stands beside the name, red where it stands beside another's alone."""
    found = told(text, language, "affiliation", name=name, verbatim=name, affiliation=affiliation)
    assert found == verdict


def test_a_contradiction_names_who_it_is() -> None:
    """Whoever reads the reason can look it up."""
    of = Article.from_text(EN + " Mayor Tom Reed smiled.")
    expert = Expert(name="Ida Holm", verbatim="Ida Holm", role="mayor")
    item = ExpertPosition(
        evidence=[Evidence.of(of, 1)], text="", expert=expert,
        act="claim", stance="neutral", certainty="certain",
    )  # fmt: skip
    (check,) = [each for each in verify_item(item, Index(of)).checks if each.kind == "role"]
    assert check.reason == "the text calls “Tom Reed” “mayor”, not “Ida Holm”"
    assert check.span
    assert check.span.text == "Tom Reed"
