"""Drafts and sources in each language that is read: what is flagged, by kind and words."""

from __future__ import annotations

import pytest

from summariser import Article, check_text

SOURCES = {
    "ru": (
        "Порт Норвик 12 мая 2025 года подписал с верфью «Лагуна» контракт на 24 крана стоимостью "
        "2,5 млрд долларов. «Мы построим его, но только если заплатит сеть», — сказала директор "
        "порта Ида Хольм. «Никого не спросили», — заявил рыбак Роман Рид. Продажу "
        "старого дока отложили до весны. Область оплатит 35 процентов парома."
    ),
    "de": (
        "Der Hafen Norvik unterzeichnete am 12. Mai 2025 mit der Laguna-Werft einen Vertrag über "
        "24 Kräne für 2,5 Milliarden Euro. „Wir bauen ihn, aber nur wenn das Netz zahlt“, sagte "
        "Hafendirektorin Ida Holm. „Niemand wurde gefragt“, sagte Tom Reed, Sprecher der Fischer. "
        "Der Verkauf des alten Docks wurde verschoben. Die Region zahlt 35 Prozent der Fähre."
    ),
    "fr": (
        "Le port de Norvik a signé le 12 mai 2025 avec le chantier Laguna un contrat de 24 grues "
        "d'une valeur de 2,5 milliards d'euros. « Nous le construirons, mais seulement si le "
        "réseau paie », a déclaré Ida Holm, directrice du port. « Personne n'a été consulté », a "
        "affirmé Tom Reed, porte-parole des pêcheurs. La vente du vieux quai a été reportée. La "
        "région paiera 35 % du bac."
    ),
    "es": (
        "El puerto de Norvik firmó el 12 de mayo de 2025 con el astillero Laguna un contrato de "
        "24 grúas por 2.500 millones de euros. «Lo construiremos, pero solo si paga la red», dijo "
        "Ida Holm, directora del puerto. «Nadie fue consultado», afirmó Tomás Reyes, portavoz de "
        "los pescadores. La venta del viejo muelle fue aplazada. La región pagará el 35 % del "
        "transbordador."
    ),
    "it": (
        "Il porto di Norvik ha firmato il 12 maggio 2025 con il cantiere Laguna un contratto per "
        "24 gru del valore di 2,5 miliardi di euro. «Lo costruiremo, ma solo se paga la rete», ha "
        "detto Ida Holm, direttrice del porto. «Nessuno è stato consultato», ha dichiarato Tommaso "
        "Riva, portavoce dei pescatori. La vendita del vecchio molo è stata rinviata. La regione "
        "pagherà il 35% del traghetto."
    ),
    "tr": (
        "Norvik limanı 12 Mayıs 2025'te Laguna tersanesiyle 2,5 milyar dolar değerinde 24 vinç için "
        "sözleşme imzaladı. “Onu inşa edeceğiz, ama yalnızca şebeke öderse” dedi liman müdürü Aylin "
        "Demir. “Kimseye sorulmadı” diyen balıkçıların sözcüsü Kerem Aksoy oldu. Eski rıhtımın "
        "satışı ertelendi. Bölge feribotun yüzde 35'ini ödeyecek."
    ),
    "kk": (
        "Норвик порты 2025 жылғы 12 мамырда «Лагуна» верфімен құны 2,5 млрд доллар болатын 24 кран "
        "туралы келісімшартқа қол қойды. «Біз оны саламыз, бірақ желі төлесе ғана», – деді порт "
        "директоры Айгүл Сәрсенова. «Ешкімнен сұраған жоқ», – деді балықшылардың өкілі Ерлан Омаров."
    ),
    "zh": (
        "诺维克港2025年5月12日与拉古纳船厂签署合同，以25亿美元购买24台起重机。“我们会建，但前提是电网付钱。”"
        "港口董事长王雅宁说。“没有人问过我们。”渔民代表李大川说。旧码头的出售被推迟。该地区将支付渡轮费用的35%。"
    ),
    "ja": (
        "ノルビク港は2025年5月12日、ラグナ造船所とクレーン24基を25億ドルで購入する契約に署名した。"
        "港の井田社長は「建設するが、電力網が払う場合に限る」と述べた。古い埠頭の売却は延期された。"
    ),
    "ar": (
        "وقّع ميناء نورفيك في 12 مايو 2025 مع حوض لاغونا عقدا لشراء 24 رافعة بقيمة 2.5 مليار دولار. "
        "وقالت مديرة الميناء إيدا هولم: «سنبنيه، لكن فقط إذا دفعت الشبكة». وقال المتحدث باسم "
        "الصيادين توم ريد: «لم يسألنا أحد». وتم تأجيل بيع الرصيف القديم. وستدفع المنطقة 35 بالمئة "
        "من كلفة العبارة."
    ),
}

# Language, draft, what of it is flagged.
CASES: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("ru", "Контракт порта на 24 крана стоит 2,5 миллиарда долларов.", []),
    ("ru", "Контракт порта на 24 крана стоит 2,5 миллиарда евро.", [("sum", "2,5 миллиарда евро")]),
    ("ru", "Контракт порта на 42 крана стоит 2,5 млрд долларов.", [("quantity", "42")]),
    ("ru", "«Мы построим его», — сказала Хольм.", [("quotation", "Мы построим его")]),
    ("ru", "«Никого не спросили», — заявил Рид.", []),
    (
        "ru",
        "«Мы построим его, — сказала Хольм, — но только если заплатит сеть».",
        [],
    ),
    ("ru", "«Никого не спросили», — заявила Ида Хольм.", [("speaker", "Ида Хольм")]),
    ("ru", "«Всех спросили», — заявил Рид.", [("quotation", "Всех спросили")]),
    ("ru", "Директор порта Анна Хольм довольна.", [("name", "Анна Хольм")]),
    ("ru", "Директором порта Идой Хольм довольны.", []),
    ("ru", "Продажу старого дока отменили.", [("stage", "отменили")]),
    ("de", "Der Vertrag über 24 Kräne kostet 2,5 Mrd. Euro.", []),
    ("de", "Der Vertrag über 24 Kräne kostet 2,5 Mrd. Dollar.", [("sum", "2,5 Mrd. Dollar")]),
    ("de", "Am 21. Mai 2025 unterzeichnete der Hafen den Vertrag.", [("date", "21. Mai 2025")]),
    ("de", "„Wir bauen ihn“, sagte Ida Holm.", [("quotation", "Wir bauen ihn")]),
    ("de", "„Niemand wurde gefragt“, sagte Ida Holm.", [("speaker", "Ida Holm")]),
    ("de", "Der Hafen wird von Eva Holm geleitet.", [("name", "Eva Holm")]),
    ("fr", "Le contrat de 24 grues vaut 2,5 milliards d'euros.", []),
    ("fr", "« Nous le construirons », a déclaré Mme Holm.", [("quotation", "Nous le construirons")]),
    ("fr", "« Personne n'a été consulté », a dit Ida Holm.", [("speaker", "Ida Holm")]),
    ("fr", "La région paiera 53 % du bac.", [("share", "53 %")]),
    ("es", "El contrato de 24 grúas vale 2,5 mil millones de euros.", []),
    ("es", "«Lo construiremos», dijo Holm.", [("quotation", "Lo construiremos")]),
    ("es", "«Nadie fue consultado», afirmó Ida Holm.", [("speaker", "Ida Holm")]),
    ("es", "La venta del viejo muelle fue cancelada.", [("stage", "cancelada")]),
    ("it", "Il contratto per 24 gru vale 2,5 miliardi di dollari.", [("sum", "2,5 miliardi di dollari")]),
    ("it", "«Lo costruiremo», ha detto Holm.", [("quotation", "Lo costruiremo")]),
    ("it", "«Nessuno è stato consultato», ha dichiarato Riva.", []),
    ("tr", "24 vinçlik sözleşmenin değeri 2,5 milyar avro.", [("sum", "2,5 milyar avro")]),
    ("tr", "“Onu inşa edeceğiz” dedi Aylin Demir.", [("quotation", "Onu inşa edeceğiz")]),
    ("kk", "Порт 2,6 млрд долларға 24 кран туралы келісімшарт жасады.", [("sum", "2,6 млрд долларға")]),
    ("zh", "诺维克港以25亿美元购买24台起重机。", []),
    ("zh", "诺维克港以25亿欧元购买24台起重机。", [("sum", "25亿欧元")]),
    ("zh", "“有人问过我们。”李大川说。", [("quotation", "有人问过我们。")]),
    ("zh", "港口董事长王雅琴对此满意。", [("name", "王雅琴")]),
    ("ja", "港はクレーン24基を26億ドルで購入する。", [("sum", "26億ドル")]),
    ("ar", "تبلغ قيمة عقد 24 رافعة 2.5 مليار دولار.", []),
    ("ar", "تبلغ قيمة عقد 24 رافعة 2.5 مليار يورو.", [("sum", "2.5 مليار يورو")]),
    ("ar", "وقالت إيدا هولم: «سنبنيه».", []),
    ("ar", "وقالت إيدا هولم: «لم يسألنا أحد».", [("speaker", "إيدا هولم")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "draft", "flagged"), CASES)
def test_what_is_flagged(language: str, draft: str, flagged: list[tuple[str, str]]) -> None:
    report = check_text(draft, SOURCES[language])
    assert [(each.kind, each.text) for each in report.flagged] == flagged


@pytest.mark.parametrize(
    ("language", "said", "changed"),
    [
        ("en", "“We will not raise taxes this year,” said Reed.", "will not"),
        ("ru", "«Мы не повысим налоги в этом году», — сказал Рид.", "не повысим"),
        ("tr", "“Bu yıl vergileri artırmayacağız” dedi Kerem Aksoy.", "artırmayacağız"),
        ("kk", "«Біз биыл салықты көтерген жоқпыз», – деді Ерлан Омаров.", "көтерген жоқпыз"),
    ],
)
def test_a_lost_denial_is_called_one(language: str, said: str, changed: str) -> None:
    """Also where a verb denies by its ending."""
    without = {
        "will not": "will",
        "не повысим": "повысим",
        "artırmayacağız": "artıracağız",
        "көтерген жоқпыз": "көтердік",
    }
    draft = Article.from_text(said.replace(changed, without[changed]), language=language)
    (claim,) = [
        each
        for each in check_text(draft, Article.from_text(said, language=language)).flagged
        if each.kind == "quotation"
    ]
    assert [each.kind for each in claim.differences] == ["negation"]


@pytest.mark.parametrize("language", SOURCES)
def test_a_source_is_borne_out_by_itself(language: str) -> None:
    assert check_text(SOURCES[language], SOURCES[language]).flagged == []
