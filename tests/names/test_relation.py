"""How the words of an article stand to a name."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser import Article
from summariser.checks import Index
from summariser.names import Standing, relation

EN = Article.from_text(
    "Ulan Sarin, the Arlen minister, met Dana Whitlock in Norvik. He praised the ports. "
    "Whitlock spoke for Lagoon Shipping. Her uncle Peter Whitlock was not there."
)
RU = Article.from_text(
    "В Норвике прошла встреча. С Ермеком Омаровым говорил Е. Сарин. "
    "Он поблагодарил компанию «Лагуна» и министра."
)

BOSS = Article.from_text("Hugo Boss Kazakhstan opened a shop. Hugo Boss sold it to the port.")

UNION = Article.from_text(
    "The Selm Port Union met Sir Richard Holm, whom Tom Reed of Holm Rail knows. "
    "The SPU waits. Sir Richard and the AB left with the Arlen Board and the Avon Bank."
)
BUSCH = Article.from_text("Selm NV's bid went to August Lund IV. Lund said no.")
FLOTTE = Article.from_text(
    "Jan Roth und Ida Ott führen die Flotte. Roth und Ott warten. Der neue Käufer, die Selm III, "
    "und beide Gremien schweigen.",
    language="de",
)
KISHI = Article.from_text(
    "米セルムは日輪ホールディングスを買う。日輪HDは答えず、独ノルヴも黙った。", language="ja"
)
BANK = Article.from_text("اشترى بنك سلم الوطني الميناء. وقال سلم الوطني نعم.", language="ar")

APART = Article.from_text("Встретили Ивана Петровича. Отт был рад, Вера Ким уехала.")

RELATIONS = [
    (APART, "Иван Петрович Отт", "Ивана Петровича", "perhaps", None),
    (APART, "Иван Петрович Серов", "Ивана Петровича", "nowhere", None),
    (EN, "Ulan Sarin", "Ulan Sarin", "to_the_letter", None),
    (EN, "Ulan Sarin", "Ulan  Sarin", "but_for_typography", None),
    (EN, "Ulan Sarin", "Sarin", "form", None),
    (EN, "Lagoon Shipping", "the company Lagoon Shipping", "form", None),
    (EN, "Ulan Sarin", "Arlen President Ulan Sarin", "form", None),
    (EN, "Lagoon Shipping", "New Lagoon Shipping", "longer", None),
    (EN, "Dana Whitlock", "Whitlock", "meant", None),
    (EN, "Peter Whitlock", "Whitlock", "surname_of_several", "Dana Whitlock"),
    (BOSS, "Hugo Boss Kazakhstan", "Hugo Boss", "perhaps", None),
    (EN, "Ulan Sarin", "He", "pronoun", None),
    (EN, "Ulan Sarin", "Dana Whitlock", "another", None),
    (EN, "Ulan Sarin", "the minister", "tied", None),
    (EN, "Ulan Sarin", "the chairman", "description", None),
    (EN, "Berik Sarin", "Sarin", "nowhere", None),
    (RU, "Ермек Омаров", "Ермеком Омаровым", "form", None),
    (RU, "Ермек Омаров", "Омаровым", "form", None),
    (RU, "Ермек Омаров", "министра", "description", None),
    (RU, "Ермек Омаров", "Он", "pronoun", None),
    (RU, "Ерлан Сарин", "Е. Сарин", "nowhere", None),
    (BUSCH, "August Lund IV", "Lund", "form", None),
    (BUSCH, "Selm NV", "Selm NV's", "form", None),
    (FLOTTE, "Hafenkonzern Selm", "Hafenkonzerns Selm", "form", None),
    (FLOTTE, "Hafenkonzern Selm", "Hafenkonzerns Norv", "nowhere", None),
    (BANK, "قمة سلم", "لقمة سلم", "form", None),
    (BANK, "العاملون", "للعاملين", "form", None),
    (BANK, "العاملون", "للفائزين", "nowhere", None),
    (UNION, "Selm Port Union", "The SPU", "short", None),
    (UNION, "Arlen Board", "the AB", "another", None),  # or the Avon Bank
    (UNION, "Richard Holm", "Sir Richard", "form", None),
    (FLOTTE, "Jan Roth und Ida Ott", "Roth und Ott", "form", None),
    (FLOTTE, "Selm III", "Der neue Käufer", "description", None),
    (FLOTTE, "Selm III", "Beide Gremien", "description", None),
    (FLOTTE, "Jan Roth", "Ida Ott", "another", None),
    (KISHI, "セルム", "米セルム", "form", None),
    (KISHI, "日輪ホールディングス", "日輪HD", "short", None),
    (KISHI, "日輪ホールディングス", "独ノルヴ", "description", None),
    (BANK, "بنك سلم الوطني", "سلم الوطني", "short", None),
]  # fmt: skip


@pytest.mark.parametrize(("article", "name", "words", "standing", "other"), RELATIONS)
def test_relation(
    article: Article, name: str, words: str, standing: Standing, other: str | None
) -> None:
    """Each is told apart from the others, and who else is meant is named."""
    index = Index(article)
    found = relation(name, words, index.cast, index.all_sentences)
    assert (found.standing, found.other) == (standing, other)


# Every language: an article, and how some words of it stand to a name.
OFFICES = {
    "en": (
        "Energy Minister Ulan Sarin met Ida Holm, the mayor of Norvik. Mayor Tom Reed left. Former minister Jan Roth "
        "waited outside.\n\nThe Marrow Institute (MI) gave advice. The minister thanked her. "
        "Ng Yat Chung waited. Mr Ng saw the free ports of the health Board (HB).",
        [
            ("Ulan Sarin", "Energy Minister Ulan Sarin", "form"),
            ("Ulan Sarin", "Minister Sarin", "form"),
            ("Ulan Sarin", "the energy minister", "tied"),
            ("Ulan Sarin", "The minister", "tied"),
            ("Ida Holm", "the mayor of Norvik", "tied"),
            ("Ida Holm", "the mayor", "tied_to_several"),
            ("Ida Holm", "The minister", "tied_to_another"),
            ("Ida Holm", "the energy minister", "tied_to_another"),
            ("Jan Roth", "former minister", "tied"),
            ("Marrow Institute", "MI", "tied"),
            ("Marrow Institute", "The Institute", "short"),
            ("Ulan Sarin", "her", "pronoun"),
            ("Ng Yat Chung", "Mr Ng", "form"),
            ("Ng Yat Chung", "Ng", "perhaps"),
            ("Ng Yat Chung", "Mr Sarin", "another"),
            ("Health Board", "health Board (HB)", "form"),
            ("free port", "free ports", "form"),
            ("Ida Holm", "the chairman", "description"),
        ],
    ),
    "de": (
        "Varnholms Außenministerin Anna Roth traf den Hafen-Experten Jan Ott vom Institut für "
        "Verkehr. Peter Lohse, Chef der Reederei Lagoon, kam später.\n\nDie Außenministerin lobte "
        "ihn. Laut Ott wird gebaut. Die Rubelbank zahlt, sagt Rubel. Landesbanken sind keine Landesbank.",
        [
            ("Anna Roth", "Varnholms Außenministerin Anna Roth", "form"),
            ("Anna Roth", "Außenministerin Roth", "form"),
            ("Anna Roth", "Die Außenministerin", "tied"),
            ("Jan Ott", "Hafen-Experten Jan Ott", "form"),
            ("Jan Ott", "Jan Ott vom Institut für Verkehr", "form"),
            ("Jan Ott", "Ott", "form"),
            ("Jan Ott", "Die Außenministerin", "tied_to_another"),
            ("Peter Lohse", "Peter Lohse, Chef der Reederei Lagoon", "form"),
            ("Peter Lohse", "Chef der Reederei Lagoon", "tied"),
            ("Peter Lohse", "Außenministerin Roth", "another"),
            ("Rubelbank", "Rubel", "short"),
            ("Landesbank", "Landesbanken", "perhaps"),
        ],
    ),
    "fr": (
        "Le ministre de la Santé Roman Prymel a parlé avec Anne Morel, la secrétaire générale du "
        "syndicat. Le Premier ministre Jean Ormel se tait.\n\nLe ministre a accepté. La secrétaire "
        "générale refuse. Le ministre rencontre Luc Davel demain.",
        [
            ("Roman Prymel", "ministre de la Santé", "tied"),
            ("Roman Prymel", "Le ministre", "tied"),
            ("Jean Ormel", "Premier ministre", "tied"),
            ("Jean Ormel", "Le ministre", "description"),
            ("Anne Morel", "La secrétaire générale", "tied"),
            ("Anne Morel", "ministre de la Santé", "description"),
            ("Luc Davel", "Le ministre", "description"),
            ("Luc Davel", "Le PDG", "description"),
            ("Luc Davel", "la Pdg du port", "description"),
            ("Luc Davel", "Le DG", "description"),
            ("Luc Davel", "M. Davel", "form"),
            ("Luc Davel", "M. Ormel", "another"),
        ],
    ),
    "es": (
        "La ministra de Economía, Lucía Ferrando, recibió a Pedro Salas, gerente de la naviera "
        "Ormel.\n\nDaniel Funes de Rioja calló. El gerente aplaudió. La ministra se fue.",
        [
            ("Lucía Ferrando", "La ministra de Economía, Lucía Ferrando", "form"),
            ("Lucía Ferrando", "La ministra", "tied"),
            ("Daniel Funes de Rioja", "Funes de Rioja", "form"),
            ("Pedro Salas", "El gerente", "tied"),
            ("Pedro Salas", "gerente de la naviera Ormel", "tied"),
            ("Lucía Ferrando", "El gerente", "tied_to_another"),
            ("Pedro Salas", "ministra de Economía", "tied_to_another"),
        ],
    ),
    "it": (
        "Il ministro dell'Energia Marco Bellini ha visto Anna Conti, sindaca di Norvik.\n\n"
        "La sindaca ringrazia. Il ministro tace.",
        [
            ("Marco Bellini", "Il ministro", "tied"),
            ("Anna Conti", "La sindaca", "tied"),
            ("Anna Conti", "Il ministro", "description"),
            ("Anna Conti", "L'Ad", "description"),
            ("Anna Conti", "il Dg", "description"),
            ("Anna Conti", "la Ceo", "description"),
        ],
    ),
    "ru": (
        "Премьер-министр Марланда Карим Осеев встретил Анну Ким, главу порта. За ним стоял "
        "глава профсоюза речников Степан Корнев.\n\nПремьер-министра Марланда поблагодарили. "
        "Глава порта молчала. Министр обороны Пётр Лосев принял Ивана Дудкова.",
        [
            ("Карим Осеев", "Премьер-министра Марланда", "tied"),
            ("Карим Осеев", "премьер-министра Марланда Карима Осеева", "form"),
            ("Карим Осеев", "Премьер-министра", "tied"),
            ("Анна Ким", "Глава порта", "tied"),
            ("Степан Корнев", "профсоюза речников", "description"),
            ("Карим Осеев", "Глава порта", "tied_to_another"),
            ("Степан Корнев", "Премьер-министра Марланда", "tied_to_another"),
            ("Иван Дудков", "Министр обороны", "tied_to_another"),
        ],
    ),
    "kk": (
        "Марланд премьер-министрі Қарим Осеев порт директоры Анна Омарованы қабылдады.\n\n"
        "Премьер-министр разы болды. Порт директоры қайтты.",
        [
            ("Қарим Осеев", "Марланд премьер-министрі Қарим Осеев", "form"),
            ("Қарим Осеев", "Марланд премьер-министрі", "tied"),
            ("Анна Омарова", "Порт директоры", "tied"),
            ("Анна Омарова", "Марланд премьер-министрі", "tied_to_another"),
        ],
    ),
    "uz": (
        "Energetika vaziri Dilshod Karimov port direktori Anna Omarovani qabul qildi.\n\n"
        "Energetika vaziri rozi bo'ldi.",
        [
            ("Dilshod Karimov", "Energetika vaziri", "tied"),
            ("Anna Omarova", "Energetika vaziri", "tied_to_another"),
        ],
    ),
    "tr": (
        "Enerji Bakanı Deniz Aydın, liman müdürü Ayşe Demir ile görüştü.\n\n"
        "Enerji Bakanı memnun kaldı.",
        [
            ("Deniz Aydın", "Enerji Bakanı Deniz Aydın", "form"),
            ("Deniz Aydın", "Enerji Bakanı", "tied"),
            ("Ayşe Demir", "liman müdürü", "tied"),
            ("Ayşe Demir", "Enerji Bakanı", "tied_to_another"),
        ],
    ),
    "ar": (
        "قال وزير الطاقة حسن سالم إن العمل مستمر. وأضافت ليلى منصور، مديرة الميناء، أنها راضية. وقال المرصد "
        "المرلندي إن جبهة العمل وجبهة النور هناك. وأضاف المرصد أن الجبهة باقية. "
        "ووافق محمد عبد العاطي. وأفاد المهندس سيد سركيس رئيس قطاع المياه بذلك.",
        [
            ("حسن سالم", "وزير الطاقة حسن سالم", "form"),
            ("حسن سالم", "وزير الطاقة", "tied"),
            ("ليلى منصور", "مديرة الميناء", "tied"),
            ("ليلى منصور", "الوزير", "description"),
            ("المرصد المرلندي", "المرصد", "short"),
            ("جبهة العمل", "الجبهة", "description"),
            ("قطاع المياه", "المهندس سيد سركيس", "description"),
            ("محمد عبد العاطي", "الدكتور عبدالعاطي", "form"),
            ("محمد عبد العاطي", "د. محمد عبدالعاطي", "form"),
            ("محمد عبد العاطي", "الوزير عبدالعاطي", "form"),
            ("محمد عبد العاطي", "زوجة عبدالعاطي", "description"),
        ],
    ),
    "zh": (
        "某行业协会副理事长李明华会见了港务集团（港集）总经理王建国。副理事长表示满意。",
        [
            ("李明华", "某行业协会副理事长李明华", "form"),
            ("李明华", "副理事长", "tied"),
            ("王建国", "总经理", "tied"),
            ("港务集团", "港集", "short"),
            ("王建国", "港务集团", "description"),
        ],
    ),
    "ja": (
        "西川女子医科大学の山田太郎理事長は、川上花子外相と会談した。第三者委員会も出席した。"
        "女子医大と第三者委は合意した。",
        [
            ("山田太郎", "山田太郎理事長", "form"),
            ("川上花子", "川上花子外相", "form"),
            ("山田", "山田総理", "form"),
            ("西川女子医科大学", "女子医大", "short"),
            ("第三者委員会", "第三者委", "short"),
            ("川上花子", "女子医大", "description"),
        ],
    ),
}
ROWS = [(code, text, *row) for code, (text, rows) in OFFICES.items() for row in rows]


BODIES = [  # a common noun for a body that was named before
    ("en", "Gamma Ltd of Norvik held talks on Monday. The company will pay.", "Gamma Ltd", "The company", "meant"),
    ("en", "Hamtak met the envoy Jan Roth. The organisation wants a truce.", "Hamtak", "The organisation", "meant"),
    ("en", "Gamma Ltd met Delta on Monday. The company will pay.", "Gamma Ltd", "The company", "description"),
    ("en", "Gamma Ltd met Delmar Energy on Monday. The company will pay.", "Gamma Ltd", "The company", "description"),
    ("en", "Jan Roth resigned on Monday. The company will pay.", "Jan Roth", "The company", "description"),
    ("en", "Germany was calm. The company will pay.", "Germany", "The company", "description"),
    ("en", "The Norvik Dockers' Union met on Monday. The union wants more.", "Norvik Dockers' Union", "The union", "short"),
    ("en", "The ministry of transport met on Monday. The ministry wants more.", "ministry of transport", "The ministry", "short"),
    ("en", "The Norvik Dockers' Union met. The union of teachers met, too. The union wants more.", "Norvik Dockers' Union", "The union", "perhaps"),
    ("en", "The Norvik Dockers' Union met. A union of teachers met, too. The union wants more.", "Norvik Dockers' Union", "The union", "perhaps"),
    ("en", "The Norvik Dockers' Union met other unions. The union wants more.", "Norvik Dockers' Union", "The union", "perhaps"),
    ("en", "Gamma Ltd met the Norvik Dockers' Union. The union will pay.", "Gamma Ltd", "The union", "description"),
    # Farther back, as long as nobody else is named who may be meant; the creditors are no company.
    ("fr", "Delmar a rencontré les créanciers du groupe.\n\nLe prêt est signé.\n\nIl pleut.\n\nLe groupe versera 5 millions.", "Delmar", "Le groupe", "meant"),
    ("fr", "Delmar a rencontré les créanciers du groupe.\n\nLe prêt est signé.\n\nIl pleut.\n\nLe groupe versera 5 millions.", "créanciers du groupe", "Le groupe", "description"),
    ("fr", "Delmar (ex Gamma) a signé à Norvik.\n\nLe groupe versera 5 millions.", "Delmar", "Le groupe", "meant"),
    ("fr", "Delmar a signé. Les créanciers du groupe sont partis.", "Delmar", "créanciers du groupe", "description"),
    ("en", "Gamma Ltd fell in Norvik. The company will pay.", "Gamma Ltd", "The company", "meant"),
    ("en", "Gamma Ltd fell in Norvik. The company will pay.", "Norvik", "The company", "description"),
    ("en", "Gamma Ltd lent to the Delta Bank. The bank will pay.", "Gamma Ltd", "The bank", "description"),
    ("en", "Gamma Ltd fell. The ministry will pay.", "Gamma Ltd", "The ministry", "description"),
    ("zh", "中国和美国谈判。中美将签协议。", "中国", "中美", "short"),
    ("zh", "中国和美国谈判。中美双方将签协议。", "美国", "中美双方", "short"),
    ("zh", "中国、法国和美国谈判。中美将签协议。", "法国", "中美", "description"),
    ("zh", "中國與秘魯簽協議。中秘兩國歡迎。", "秘魯", "中秘兩國", "short"),
    ("zh", "中國與秘魯簽協議。中秘兩國歡迎。中國說好。", "中秘兩國", "中國", "description"),
    ("de", "Die Gamma AG verhandelte am Montag. Das Unternehmen zahlt.", "Gamma AG", "Das Unternehmen", "description"),
    ("de", "Die Gamma AG traf Delmar. Das Unternehmen zahlt.", "Gamma AG", "Das Unternehmen", "description"),
    ("fr", "Le groupe Delmar a signé. L'entreprise versera 5 millions d'euros.", "Delmar", "L'entreprise", "meant"),
    ("fr", "Delmar a rencontré Gamma. L'entreprise versera 5 millions.", "Delmar", "L'entreprise", "description"),
    ("it", "La Delmar SpA ha trattato. L'azienda pagherà 5 milioni di euro.", "Delmar SpA", "L'azienda", "meant"),
    ("ru", "«Гамма» провела переговоры. Компания заплатит 5 млн рублей.", "Гамма", "Компания", "meant"),
    ("ru", "«Гамма» встретилась с «Дельтой». Компания заплатит 5 млн рублей.", "Гамма", "Компания", "description"),
    ("kk", "«Нордталь» келіссөз жүргізді. Компания 5 миллион теңге төлейді.", "Нордталь", "Компания", "meant"),
    ("tr", "Delmar Holding görüştü. Şirket 5 milyon lira ödeyecek.", "Delmar Holding", "Şirket", "meant"),
    ("tr", "Delmar Holding, Gamma ile görüştü. Şirket 5 milyon lira ödeyecek.", "Delmar Holding", "Şirket", "description"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "name", "words", "standing"), [*ROWS, *BODIES])
def test_who_is_who(code: str, text: str, name: str, words: str, standing: Standing) -> None:
    """Titles, appositions before and behind, short forms; another's are another's."""
    index = Index(Article.from_text(text, language=code))
    found = relation(name, words, index.cast, index.all_sentences, index.all_sentences)
    assert found.standing == standing, found


def test_a_noun_that_ends_a_line_is_of_nobody() -> None:
    """Behind it no name stands: «هذه شركة .»"""
    index = Index(
        Article.from_text(
            "أعلنت شركة لاغون ذلك. هذه شركة . وقالت الشركة إنها تنتظر.", language="ar"
        )
    )
    found = relation("شركة لاغون", "الشركة", index.cast, index.all_sentences)
    assert found.standing == "description"


def test_a_bare_kind_is_not_tied_to_a_body_that_is_far_off() -> None:
    """Behind another, "the group" is not "the group Gamma" of paragraphs ago."""
    text = "Le groupe Gamma se tait.\n\nHier, Delmar a signé.\n\nIl pleut.\n\nLe groupe versera 5 millions."
    index = Index(Article.from_text(text, language="fr"))
    found = [
        relation(name, "Le groupe", index.cast, [4], [4]).standing for name in ("Gamma", "Delmar")
    ]
    assert found == ["description", "meant"]


MEANT = [
    ("NFC lost on Monday. The club regrets it.", "NFC", "The club", "meant"),
    ("Ulan Sarin spoke first. He agreed to pay.", "Ulan Sarin", "He", "meant"),
    ("Ulan Sarin spoke first. The chairman agreed to pay.", "Ulan Sarin", "The chairman", "meant"),
    ("Mr Ng spoke. If SPH agrees on Tuesday, he will pay. Ng Yat Chung.", "Ng Yat Chung", "he", "meant"),
    ("Prosecutor Ulan Sarin spoke. The office agreed.", "Ulan Sarin", "The office", "description"),
    ("Прокурор Карим Осеев ушёл. Ему верит прокуратура.", "Карим Осеев", "прокуратура", "description"),
    ("Ulan Sarin met Jan Roth. He agreed to pay.", "Ulan Sarin", "He", "pronoun"),
    ("Ulan Sarin met Jan Roth. He agreed to pay.", "Jan Roth", "He", "pronoun"),
    ("Ulan Sarin met the chairman. All agreed.", "Ulan Sarin", "the chairman", "description"),
    ("Ulan Sarin spoke. Sarin met the chairman.", "Ulan Sarin", "the chairman", "description"),
    ("Ulan Sarin spoke. Jan Roth met him.", "Ulan Sarin", "him", "pronoun"),
    ("Карим Осеев приехал. Он согласился платить.", "Карим Осеев", "Он", "meant"),
    ("Jan Roth sprach zuerst. Er will zahlen.", "Jan Roth", "Er", "meant"),
    ("Die Ministerin Ida Roth sprach. Die Schwedin will zahlen.", "Ida Roth", "Die Schwedin", "meant"),
    ("Die Ministerin Ida Roth sprach. Direktor Jan Ott kam. Die Schwedin will zahlen.", "Ida Roth", "Die Schwedin", "description"),
    ("Anne Morel a parlé. La Suédoise veut payer.", "Anne Morel", "La Suédoise", "meant"),
    ("Anne Morel a parlé. Elle veut payer.", "Anne Morel", "Elle", "meant"),
]  # fmt: skip


# A description of several is of no single one: language, name, of one, of several.
SEVERAL = [
    ("en", "Ida Holm", "The minister", "The ministers"),
    ("en", "Ida Holm", "The head of operations", "The heads of operations"),
    ("fr", "Ida Roux", "La ministre", "Les ministres"),
    ("es", "Ana Ruiz", "La ministra", "Los ministros"),
    ("it", "Ida Riva", "La ministra", "I ministri"),
    ("de", "Jan Roth", "Der Minister", "Die Minister"),
    ("de", "Jan Roth", "Der Experte", "Die Experten"),
    ("de", "Jan Roth", "Der Regierungschef", "Staats- und Regierungschefs der Küste"),
    ("de", "Ida Roth", "Die Ministerin", "Die Ministerinnen"),
    ("ru", "Иван Отт", "Министр", "Министры"),
    ("ru", "Иван Отт", "Министр обороны", "Министры обороны"),
    ("ru", "Иван Отт", "Глава порта", "Главные эксперты порта"),
]


@pytest.mark.parametrize(("language", "name", "one", "several"), SEVERAL)
def test_several_are_no_single_one(language: str, name: str, one: str, several: str) -> None:
    """Nobody else is named, and still "the ministers" is not the one who is."""
    for words, standing in ((one, "meant"), (several, "description")):
        text = {"ru": f"{name} пришёл. {words} ждёт."}.get(language, f"{name} 2024. {words} 2025.")
        index = Index(Article.from_text(text, language=language))
        found = relation(name, words, index.cast, index.all_sentences, index.all_sentences)
        assert found.standing == standing, (words, found)


BY_TITLE: list[tuple[str, str, str, str, Standing]] = [
    (
        "ru",
        "Верховная рада Украины решила. Порт Украины закрыт.",
        "Верховная рада Украины",
        "Украины",
        "perhaps",
    ),
    (
        "kk",
        "Құрылыс министрі Улан Сарин «Сельм» туралы айтты. Министр кетті.",
        "«Сельм»",
        "Министр",
        "description",
    ),
    (
        "ru",
        "Речь министра цифровых технологий Норвика Одри Тан переведена.",
        "Одри Тан",
        "министра цифровых технологий Норвика Одри Тан",
        "form",
    ),
    (
        "en",
        "The government's Insolvency Service came.",
        "Insolvency Service",
        "The government's Insolvency Service",
        "form",
    ),
    (
        "en",
        "Ida Holm and the Economy Minister Tom Reed spoke.",
        "Ida Holm and Tom Reed",
        "Ida Holm and the Economy Minister Tom Reed",
        "form",
    ),
    ("fr", "Jean de Vilmort parle. Me Vilmort se tait.", "Jean de Vilmort", "Me Vilmort", "form"),
    (
        "de",
        "Die Niederlande schweigen. Mit den Niederlanden spricht Selm.",
        "Niederlande",
        "Niederlanden",
        "form",
    ),
    (
        "de",
        "Die Niederlande schweigen. Mit Norwegen spricht Selm.",
        "Niederlande",
        "Norwegen",
        "another",
    ),
    ("en", "Holm set it up. Mother-of-three Holm left. Ida Holm came.", "Ida Holm", "Holm", "form"),
    (
        "en",
        "TV's golden girl was ill. Ida Holm came to Norvik later.",
        "Ida Holm",
        "TV's golden girl",
        "description",
    ),
    (
        "tr",
        '"Limana güvenenler" konulu büyük toplantıda konuştu.',
        '"Limana güvenenler" konulu büyük toplantı',
        '"Limana güvenenler" konulu büyük toplantıda',
        "form",
    ),
    (
        "it",
        "Luca Conte di Selmone ha venduto. Selmone tace.",
        "Luca Conte di Selmone",
        "Selmone",
        "form",
    ),
    ("en", "Coun Ida Holm spoke. Ida Holm left.", "Ida Holm", "Coun Ida Holm", "form"),
    (
        "en",
        "Port leaders Ida Holm and Tom Reed spoke.",
        "Ida Holm and Tom Reed",
        "Port leaders Ida Holm and Tom Reed",
        "form",
    ),
    (
        "en",
        "Ida Holm (mayor), Tom Reed (docker) and Ana Ruiz (cook) spoke.",
        "Ida Holm, Tom Reed and Ana Ruiz",
        "Ida Holm (mayor), Tom Reed (docker) and Ana Ruiz (cook)",
        "form",
    ),
    ("uz", "Kerri Holm (Kerry Holm) keldi. Holm ketdi.", "Kerri Holm", "Holm", "form"),
    (
        "es",
        "El consejo de administración del Selm calla. Habló el consejo de administración.",
        "consejo de administración de Banco Selm",
        "el consejo de administración",
        "nowhere",
    ),
    (
        "es",
        "El consejo de administración de Banco Selm calla. Habló el consejo de administración.",
        "consejo de administración de Banco Selm",
        "el consejo de administración",
        "short",
    ),
    (
        "es",
        "El consejo de administración de Banco Selm calla, el consejo de administración de Norvik habla. Habló el "
        "consejo de administración.",
        "consejo de administración de Banco Selm",
        "el consejo de administración",
        "description",
    ),
    (
        "ja",
        "浜田クレーン製作所は発表した。浜田クは答えない。",
        "浜田クレーン製作所",
        "浜田ク",
        "short",
    ),
    ("zh", "法國與中國簽協議。法中歡迎。", "法國與中國", "法中", "short"),
    (
        "ar",
        "أعلنت شركة سلم البحرية ذلك. وقالت الشركة إنها تنتظر.",
        "شركة سلم البحرية",
        "الشركة",
        "short",
    ),
    (
        "ar",
        "أعلنت شركة لاغون ذلك. أعلنت شركة سلم البحرية شيئا. وقالت الشركة إنها تنتظر.",
        "شركة سلم البحرية",
        "الشركة",
        "meant",
    ),
    (
        "ar",
        "أعلنت شركة لاغون ذلك. أعلنت شركة سلم البحرية شيئا. وقالت الشركة إنها تنتظر.",
        "شركة لاغون",
        "الشركة",
        "description",
    ),
    (
        "en",
        "The Arlen-based online lender Selm fell. Selm is late.",
        "Selm",
        "Arlen-based online lender Selm",
        "form",
    ),
    # A given name that ends like an office; two of one surname, of whom the last is meant.
    ("tr", "Murat Demir geldi. Ali Demir gitti.", "Ali Demir", "Murat Demir", "another"),
    (
        "tr",
        "Selm Holding Yönetim Kurulu Başkan Yardımcısı Ali Demir gitti. Ali Demir geldi.",
        "Ali Demir",
        "Selm Holding Yönetim Kurulu Başkan Yardımcısı Ali Demir",
        "form",
    ),
    ("tr", "Murat Demir geldi. Demir konuştu. Ali Demir gitti.", "Murat Demir", "Demir", "meant"),
    (
        "tr",
        "Murat Demir geldi. Demir konuştu. Ali Demir gitti.",
        "Ali Demir",
        "Demir",
        "surname_of_several",
    ),
    (
        "de",
        "Die Dienstleistungsgewerkschaft sel.mo rügt das. Auch sel.mo Norvik rügt es.",
        "sel.mo",
        "Dienstleistungsgewerkschaft sel.mo",
        "form",
    ),
    (
        "ru",
        'Зампред "Лагуны" Иван Отт молчит. Зампред "Лагуны" уехал.',
        "Лагуна",
        'Зампред "Лагуны"',
        "longer",
    ),
    (
        "ru",
        'Зампред "Лагуны" Иван Отт молчит. Зампред "Лагуны" уехал.',
        "Иван Отт",
        'Зампред "Лагуны"',
        "tied",
    ),
    (
        "de",
        "Minister Jan Altmoos kam. Es geht um ein Gesetz von Altmoos. Altmoos schwieg.",
        "Jan Altmoos",
        "Altmoos",
        "form",
    ),
    (
        "de",
        "Minister Jan von Altmoos kam. Auch Emil von Altmoos kam. Altmoos schwieg.",
        "Jan von Altmoos",
        "Altmoos",
        "surname_of_several",
    ),
    ("ru", "Хотя Отт молчал, Иван Отт приехал. Отт уехал.", "Иван Отт", "Отт", "form"),
    (
        "it",
        "L’ambasciatore norvegese a Selm Luca Riva ha parlato. Poi l’Ambasciatore è partito.",
        "Luca Riva",
        "l’Ambasciatore",
        "tied",
    ),
    (
        "it",
        "L’ambasciatore vede a Selm Luca Riva. Poi l’Ambasciatore è partito.",
        "Luca Riva",
        "l’Ambasciatore",
        "description",
    ),
    (
        "ar",
        "اتفق وزير الموانئ المصري أحمد سالم ونظيره التركي علي عمر. وأكد الوزير المصري ذلك.",
        "أحمد سالم",
        "الوزير المصري",
        "tied",
    ),
    (
        "ar",
        "اتفق وزير الموانئ المصري أحمد سالم ونظيره التركي علي عمر. وأكد الوزير المصري ذلك.",
        "علي عمر",
        "الوزير المصري",
        "description",
    ),
    ("ja", "米国が発表した。米は港を閉じる。", "米国", "米", "short"),
    ("ja", "米国が発表した。日本は港を閉じる。", "米国", "日本", "description"),
    ("zh", "日本外务大臣岸本文雄访问。岸本表示欢迎。", "岸本文雄", "岸本", "form"),
    (
        "zh",
        "日本外务大臣岸本文雄和部长岸本次郎，访问。岸本表示欢迎。",
        "岸本文雄",
        "岸本",
        "surname_of_several",
    ),
    ("zh", "青岚重工宣布。青岚表示欢迎。", "青岚重工", "青岚", "short"),
    ("ja", "岸本文雄大臣が訪問した。岸本は去った。", "岸本文雄", "岸本", "form"),
    (
        "ja",
        "韓国の文在寅（ムン・ジェイン）大統領が訪問した。文大統領は歓迎した。",
        "文在寅",
        "文大統領",
        "form",
    ),
    ("ja", "岸本文雄首相が訪問した。岸本首相は歓迎した。", "岸本文雄", "岸本首相", "form"),
    (
        "ja",
        "岸本文雄首相が訪問した。岸本次郎首相は歓迎した。",
        "岸本文雄",
        "岸本首相",
        "surname_of_several",
    ),
    ("zh", "东浔总统尹文悦访问。尹总统表示欢迎。", "尹文悦", "尹总统", "form"),
    (
        "zh",
        "商务部部长王承涛访问。外交部部长王立，同行。王部长表示欢迎。",
        "王承涛",
        "王部长",
        "surname_of_several",
    ),
    ("zh", "教授王承涛访问。王部长表示欢迎。", "王承涛", "王部长", "description"),
    (
        "ja",
        "マルコ・ベルト社長が訪問した。ベルト社長は歓迎した。",
        "マルコ・ベルト",
        "ベルト社長",
        "form",
    ),
    (
        "ja",
        "マルコ・ベルト社長が訪問した。ルカ・ベルト社長も来た。ベルト社長は歓迎した。",
        "マルコ・ベルト",
        "ベルト社長",
        "surname_of_several",
    ),
    ("zh", "局长马科·贝尔特访问。贝尔特局长表示欢迎。", "马科·贝尔特", "贝尔特局长", "form"),
    ("ja", "日輪自動車が発表した。日輪は港に出資する。", "日輪自動車", "日輪", "short"),
    ("ja", "日輪自動車と日輪銀行が発表した。日輪は出資する。", "日輪自動車", "日輪", "description"),
    (
        "ja",
        "日輪自動車が発表した。日輪市は歓迎した。日輪で開く。",
        "日輪自動車",
        "日輪",
        "description",
    ),
    ("zh", "澜海集团宣布投资。澜海表示欢迎。", "澜海集团", "澜海", "short"),
    # A name behind what somebody is, a title that is nobody else's, the end of a body's name.
    ("zh", "海港银行首席分析师赵维则认为经济好转。", "赵维则", "海港银行首席分析师赵维则", "form"),
    (
        "zh",
        "海港银行首席分析师赵维则认为经济好转。",
        "维则",
        "海港银行首席分析师赵维则",
        "description",
    ),
    ("zh", "岚州州务大臣拿督赵维则表示欢迎。大臣说没有问题。", "赵维则", "大臣", "short"),
    ("zh", "立法會港委會昨日開會。議案交上港委會。", "立法會港委會", "港委會", "short"),
    (
        "zh",
        "立法會港委會昨日開會。市港委會反對。港委會說好。",
        "立法會港委會",
        "港委會",
        "description",
    ),
    ("ja", "岸本文雄市長は議会に交渉を求めた。市長は額を公表した。", "岸本文雄", "市長", "short"),
    (
        "ja",
        "岸本文雄市長は隣の浜田君枝市長と会った。市長は額を公表した。",
        "岸本文雄",
        "市長",
        "description",
    ),
    (
        "ja",
        "市議会港湾福祉委員会は開会を決めた。委員会は判断を示した。",
        "市議会港湾福祉委員会",
        "委員会",
        "short",
    ),
    ("ja", "東西建設は提案に反対した。東西建に通知した。", "東西建設", "東西建", "short"),
    ("zh", "官房长官岸本文则严厉谴责了此事。", "岸本文则", "官房长官岸本文则", "form"),
    # A case, an end of the law, a bracket, what somebody is before the whole name.
    (
        "de",
        "Der Kanton Selm ist klein. Es gab das Vorgehen des Kantons Selm zu reden.",
        "Kanton Selm",
        "Kantons Selm",
        "form",
    ),
    (
        "de",
        "EWS ist groß. Man sprach mit dem Norviker Energiekonzern EWS.",
        "EWS",
        "Norviker Energiekonzern EWS",
        "form",
    ),
    ("de", "Der Stadtrat tagte. Der Rat ließ es abblitzen.", "Stadtrat", "der Rat", "short"),
    (
        "de",
        "Der Stadtrat tagte, der Aufsichtsrat auch. Der Rat ließ es abblitzen.",
        "Stadtrat",
        "der Rat",
        "description",
    ),
    (
        "ar",
        "وصل وفد من الصندوق أمس. قال إن وفدا من الصندوق وصل.",
        "وفد من الصندوق",
        "وفدا من الصندوق",
        "form",
    ),
    ("ar", "تشمل اللجنة مساهمي الميناء.", "مساهمو الميناء", "مساهمي الميناء", "form"),
    (
        "ar",
        "قال سفير النرويج لدى الأردن حسن سالم ذلك. وصل حسن سالم.",
        "حسن سالم",
        "سفير النرويج لدى الأردن حسن سالم",
        "form",
    ),
    ("fr", "Le délégué SPU Ida Roux a parlé.", "Ida Roux", "le délégué SPU Ida Roux", "form"),
    (
        "fr",
        "L'État norvégien paie. Un accord entre l'État et le port.",
        "État norvégien",
        "l'État",
        "short",
    ),
    (
        "fr",
        "L'État norvégien paie, l'État suédois non. Un accord entre l'État et le port.",
        "État norvégien",
        "l'État",
        "description",
    ),
    ("tr", "Demir geldi. Cumhurbaşkanı Demir konuştu.", "Demir", "Cumhurbaşkanı Demir", "form"),
    ("it", "Sciarra telefona. Il Ds Sciarra ha detto no.", "Sciarra", "Ds Sciarra", "form"),
    ("en", "Air Selm fell in Selm.", "Selm", "Air Selm", "another"),
    (
        "en",
        "Union boss Tom Reed said no. The SPU boss said it was late.",
        "Tom Reed",
        "The union boss",
        "tied",
    ),
    ("tr", "SPP’li Ali Veli karşı çıktı.", "Ali Veli", "SPP’li Ali Veli", "form"),
    ("uz", "Toshkent Qobulga elektr beradi.", "Qobul", "Qobulga", "form"),
    ("uz", "«Selm don» AJ aksiyalari sotildi.", "Selm don", "«Selm don» AJ", "form"),
    ("en", "SPU (Selm Port Union) struck. SPU is small.", "SPU", "SPU (Selm Port Union)", "form"),
    (
        "en",
        "The Port and Dock Workers Union struck. The union wants more.",
        "Port and Dock Workers Union",
        "The union",
        "short",
    ),
    (
        "en",
        "Finance Minister Ivan Reed spoke. Leader of the House Senator Reed said no.",
        "Ivan Reed",
        "Leader of the House Senator Reed",
        "form",
    ),
    (
        "en",
        "Finance Minister Ivan Reed spoke. Leader Ida Holm and Senator Reed said no.",
        "Ivan Reed",
        "Leader Ida Holm and Senator Reed",
        "another",
    ),
    (
        "es",
        "Recibió a su homólogo noruego Luis Mora Ruiz. El presidente noruego habló.",
        "Luis Mora Ruiz",
        "El presidente noruego",
        "tied",
    ),
    (
        "es",
        "El presidente Juan Paz recibió a su homólogo noruego Luis Mora Ruiz. El presidente noruego habló.",
        "Juan Paz",
        "El presidente noruego",
        "tied_to_several",
    ),
    # All its words stand here, if not together.
    (
        "en",
        "The envoy of Arlen said that the government of his country paid.",
        "government of Arlen",
        "the government of his country",
        "perhaps",
    ),
    (
        "en",
        "The envoy of Arlen said that the government of his country paid.",
        "government of Norvik",
        "the government of his country",
        "nowhere",
    ),
    # Two surnames without the given name; a surname behind whose it is.
    (
        "en",
        "Pamela Holm Reed warned the port. Holm Reed said no.",
        "Pamela Holm Reed",
        "Holm Reed",
        "form",
    ),
    (
        "en",
        "Pamela Holm Reed met Ana Holm Reed. Holm Reed said no.",
        "Pamela Holm Reed",
        "Holm Reed",
        "surname_of_several",
    ),
    (
        "es",
        "Bernardo Mora Ruiz votó en contra. Mora Ruiz expresó que no.",
        "Bernardo Mora Ruiz",
        "Mora Ruiz",
        "form",
    ),
    (
        "en",
        "Port spokesman Tom Reed said no. The DPC's Reed said it was late.",
        "Tom Reed",
        "Reed",
        "form",
    ),
    (
        "en",
        "Harbour Minister Tom Reed said no. Tom Reed left. Reed said it was late.",
        "Harbour Minister Tom Reed",
        "Reed",
        "form",
    ),
    ("zh", "澜海集团宣布在澜海投资。", "澜海集团", "澜海", "description"),
    ("tr", "Parayı üye ülkelerin bütçeleri karşılayacak.", "üye ülkeler", "üye ülkelerin", "form"),
    (
        "ar",
        "قال مسؤولو حكومةسهلان إن الميناء مغلق.",
        "مسؤولو حكومة سهلان",
        "مسؤولو حكومةسهلان",
        "but_for_typography",
    ),
    (
        "de",
        "Minister Karl-Emil von Altmoos kam. Später ging Karl-Emel von Altmoos.",
        "Karl-Emil von Altmoos",
        "Karl-Emel von Altmoos",
        "perhaps",
    ),
    ("en", "Martin Holm met Marlon Holm.", "Martin Holm", "Marlon Holm", "another"),
    (
        "tr",
        "Liman ihalesi bitti. İhale komisyonunun talebiyle teklif düştü.",
        "ihale komisyonu",
        "İhale komisyonunun",
        "form",
    ),
    (
        "de",
        "Der Fonds hilft Ländern in Arlen und der Region.",
        "Länder in Arlen und der Region",
        "Ländern in Arlen und der Region",
        "form",
    ),
    ("it", "Luca Ferri ha detto no. Ferrini ha detto sì.", "Luca Ferri", "Ferrini", "another"),
]


@pytest.mark.parametrize(("language", "text", "name", "words", "standing"), BY_TITLE)
def test_a_surname_or_an_ending_is_of_this_name(
    language: str, text: str, name: str, words: str, standing: Standing
) -> None:
    """A surname with a title is whom the article calls so; an ending makes no other name of it."""
    index = Index(Article.from_text(text, language=language))
    assert relation(name, words, index.cast, index.all_sentences).standing == standing


# Of which country somebody is tells two apart, in whatever words it is said.
BY_COUNTRY: list[tuple[str, str, str, str, Standing]] = [
    ("en", "US President Ida Holm met Norwegian President Tom Reed in Oslo. The American president left.",
     "Ida Holm", "The American president", "tied"),
    ("en", "US President Ida Holm met Norwegian President Tom Reed in Oslo. The American president left.",
     "Tom Reed", "The American president", "tied_to_another"),
    ("ru", "Президент США Ида Холм приняла президента Норвегии Тома Рида. Американский президент уехала.",
     "Ида Холм", "Американский президент", "tied"),
    ("uz", "Norvegiya Prezidenti Ulan Sarin va Amerika Qo`shma Shtatlari Prezidenti Karim Omarovning muzokaralari "
     "bo`lib o`tdi. AQSh Prezidenti Yangi O`zbekistonda islohotlarni qo`lladi.",
     "Karim Omarov", "AQSh Prezidenti", "tied"),
    ("en", "The Norwegian minister Ida Holm spoke. The German minister left.",
     "Ida Holm", "The German minister", "description"),
    ("ru", "Министр обороны (Германия) прибыл. Министр обороны сказал нет.", "Германия", "Министр обороны", "description"),
    ("ru", "Министр обороны (Киев) прибыл. Министр обороны сказал нет.", "Киев", "Министр обороны", "description"),
    ("tr", "Bakan Demir, Norveç ile konuştu. Bakan Demir geldi.", "Norveç", "Bakan Demir", "another"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name", "words", "standing"), BY_COUNTRY)
def test_a_country_tells_who_is_meant(
    language: str, text: str, name: str, words: str, standing: Standing
) -> None:
    """It need not be called the same; who is of another is not meant."""
    index = Index(Article.from_text(text, language=language))
    assert relation(name, words, index.cast, index.all_sentences).standing == standing


@pytest.mark.parametrize(("text", "name", "words", "standing"), MEANT)
def test_who_is_meant(text: str, name: str, words: str, standing: Standing) -> None:
    """Whoever else is named there may be, and who stands in the same sentence is not."""
    index = Index(Article.from_text(text))
    found = relation(name, words, index.cast, index.all_sentences, index.all_sentences)
    assert found.standing == standing, found


def test_where_the_name_stands() -> None:
    """Words that are no name lead to where it stands."""
    index = Index(EN)
    found = relation("Dana Whitlock", "the chairman", index.cast, index.all_sentences)
    assert found.place
    assert EN.text[slice(*found.place)] == "Dana Whitlock"


PIECES = st.lists(
    st.sampled_from(
        "the The minister Minister of de la du Präsident der von Roth Jan Ulan Sarin президент Марланда"
        " Карим Осеев глава وزير الطاقة حسن سالم رئيس الخبير في 李明 理事長 公司 山田太郎 氏 , ( ) . : ' ’s"
        " « » “ ” - — und he Он Il CEO SPH 2024 Mr Ng M. Dr.".split()
    ),
    min_size=1,
    max_size=12,
).map(" ".join)


@given(text=PIECES, name=PIECES, words=PIECES, code=st.sampled_from("en de fr ru ar zh ja".split()))
def test_nonsense_has_a_standing(text: str, name: str, words: str, code: str) -> None:
    """Whatever is asked of whatever article, there is an answer."""
    index = Index(Article.from_text(f"{text} {words} {name} {text}", language=code))
    numbers = [*index.all_sentences]
    assert relation(name, words, index.cast, numbers, numbers[:1]).standing in get_args(Standing)


def test_every_standing_is_in_the_table() -> None:
    """None of them is there for nothing."""
    told = {row[3] for row in (*RELATIONS, *MEANT)} | {row[4] for row in ROWS}
    assert told == {*get_args(Standing)}
