"""Who says it in a draft, and how far it has come, held against a source in its language."""

from __future__ import annotations

import pytest

from summariser import Article, check_text

Row = tuple[str, str, str, list[tuple[str, str]]]

# Language, source, draft, what of it is flagged as another speaker.
SPEAKERS: list[Row] = [
    (
        "fr",
        "Le port ferme. C'est « un désastre complet » et une « honte » pour le pays, a reconnu mardi la "
        "directrice du port, Ida Roux. Le maire Luc Petit se tait.",
        "La fermeture est « un désastre complet » et une « honte » pour le pays, a reconnu mardi Luc Petit.",
        [("speaker", "Luc Petit")],
    ),
    (
        "ru",
        "Мэр Карим Осеев приехал. «Порт обязательно должен остаться нашим», - неоднократно повторял Иван Отт.",
        "«Порт обязательно должен остаться нашим», — неоднократно повторял Карим Осеев.",
        [("speaker", "Карим Осеев")],
    ),
    (
        "es",
        "El ministro Luis Mora llegó. Por su parte, Aziz Benali ha incidido en que hay “soluciones”. “Somos "
        "más fuertes si estamos juntos”, ha aseverado.",
        "“Somos más fuertes si estamos juntos”, aseveró Mora.",
        [("speaker", "Mora")],
    ),
    (
        "es",
        "El ministro Luis Mora llegó. Por su parte, Aziz Benali ha incidido en que hay “soluciones”. “Somos "
        "más fuertes si estamos juntos”, ha aseverado.",
        "“Somos más fuertes si estamos juntos”, aseveró Benali.",
        [],
    ),
    (
        "zh",
        "管理局要求检查客机。澜海公司24日分别回应，疫情导致客机封存，“止回阀更容易遭腐蚀”。公司还说将提供帮助。港口关闭。",
        "港口关闭。管理局解释说，疫情期间客机封存，“止回阀更容易遭腐蚀”。",
        [],
    ),
    (
        "es",
        "Egea ha insistido en que es la alternativa. En su opinión, se trata de una “operación de valor con sentido "
        "industrial”. Llovía en el puerto. Nadie vino al muelle. José Ignacio Mora calló.",
        "José Ignacio Mora habló de una “operación de valor con sentido industrial”.",
        [("speaker", "José Ignacio Mora")],
    ),
    (
        "zh",
        "管理局要求检查客机。港口关闭。澜海公司24日分别回应，疫情导致客机封存，“止回阀更容易遭腐蚀”。公司还说将提供帮助。",
        "管理局解释说，疫情期间客机封存，“止回阀更容易遭腐蚀”。",
        [("speaker", "管理局")],
    ),
    (
        "fr",
        "Justin Roux est venu. Le ministre Luc Petit a pour sa part reconnu que ses filles travaillent là. "
        "« Je veux m'excuser pour cette erreur », a-t-il affirmé devant les députés.",
        "« Je veux m'excuser pour cette erreur », a dit M. Roux aux députés.",
        [("speaker", "M. Roux")],
    ),
    (
        "fr",
        "En mai, M. Petit en avait appelé à la région: « Un plan d'aides ne me paraît pas déraisonnable », "
        "avait-il déclaré. Le PDG du port de Selm Jean-Luc Petit a estimé la perte.",
        "M. Petit s'était tourné vers la région : « Un plan d'aides ne me paraît pas déraisonnable », disait-il.",
        [],
    ),
    (
        "it",
        "Michele Riva, segretario del sindacato, ha definito la situazione «la peggiore che possiamo ricordare». "
        "Ferdinando Conti della Fim è critico.",
        "La situazione è «la peggiore che possiamo ricordare», ha detto invece Ferdinando Conti della Fim.",
        [("speaker", "Ferdinando Conti")],
    ),
    (  # Who began a quotation of several sentences says its last as well.
        "ja",
        "漁協の浜田君枝代表（７６）は「客足が遠のいた」と話す。\n\n港の岸本啓司組合長（６９）は「荷の搬出も滞っている。"
        "至る所に孤島がある状態。今後の雨も心配」と表情を曇らせる。",
        "浜田代表は「至る所に孤島がある状態」とも語った。岸本組合長は「荷の搬出も滞っている」と話す。",
        [("speaker", "浜田代表")],
    ),
    (  # A pronoun is of who spoke last by name, though it is but the last word of a full one.
        "zh",
        "港务部长伊达·霍尔说，港口将扩建。总统艾伯特·莱茵去年宣布建港。霍尔说，工程明年完工。\n\n她说：“以前人们认为港口属于大家，"
        "这种想法一去不复返了。如今港口是各国争夺的场所。”莱茵当天没有到场。",
        "莱茵指出：“如今港口是各国争夺的场所。”",
        [("speaker", "莱茵")],
    ),
    (
        "de",
        "Direktor Jan Roth sagte der Zeitung: „Finger weg vom Hafen.“ Werften seien für die Küste zwingend die "
        "Grundlage. „Die Fehler einzelner Kräne können ein so wichtiges Ufer nicht zerstören.“ Ida Holm schwieg.",
        "Die Fehler einzelner Kräne können ein so wichtiges Ufer nicht zerstören, sagte Ida Holm.",
        [("speaker", "Ida Holm")],
    ),
    (
        "de",
        "Die Abgeordnete Ida Holm forderte Aufklärung. Der Fall habe eine Größe, die Eile erfordere, sagte Holm. "
        "Der Streit beschädige das Ansehen des ganzen Hafens. Direktor Jan Roth schwieg.",
        "Der Streit beschädige das Ansehen des ganzen Hafens, sagte Jan Roth.",
        [("speaker", "Jan Roth")],
    ),
    (  # A verb that is none of speech, but right behind the marks; whose words they are by a relative.
        "it",
        "Per Luca Riva, capo del porto, «ora è il momento di giocare a carte scoperte». Massimo Conti tace.",
        "«Ora è il momento di giocare a carte scoperte», incalza Massimo Conti.",
        [("speaker", "Massimo Conti")],
    ),
    (
        "it",
        "«È stato un incontro interlocutorio, ma il porto non ha sbattuto la porta». Lo ha detto Luca Riva, il capo. "
        "Massimo Conti è uscito prima.",
        "Massimo Conti, secondo cui l'incontro è stato interlocutorio, «ma il porto non ha sbattuto la porta», sorride.",
        [("speaker", "Massimo Conti")],
    ),
    (  # Two bodies, whatever article they have.
        "fr",
        "Le SNDQ a regretté que « le contenu des échanges ne réponde pas à toutes nos demandes ». L'UMIQ se tait à Norvik.",
        "L'UMIQ regrette que « le contenu des échanges ne réponde pas à toutes nos demandes ».",
        [("speaker", "L'UMIQ")],
    ),
    (
        "zh",
        "总统莱茵主持会议。莱茵还表示，保护港口需要整个社会的共同努力。港口很大。天气很好。秘书长霍尔曼随后离开，没有接受采访。",
        "霍尔曼强调，保护港口需要整个社会共同努力。",
        [("speaker", "霍尔曼")],
    ),
    (  # Who speaks by name there is not one who spoke before; several are not one.
        "zh",
        "会长安本·霍林（Anben Holin）说，病人不多。港口很大。所长威廉·哈内森（Willem Hanesen）引用研究所的数据和其他报告说：“目前，"
        "几乎所有的迹象都表明港口很安全。”",
        "“目前，几乎所有的迹象都表明港口很安全。”霍林说。",
        [("speaker", "霍林")],
    ),
    (
        "fr",
        "Les fonds pourraient atteindre « 140 millions d'euros d'argent public et privé » en mai, a promis Ida Roux. Les "
        "dirigeants du port se taisent.",
        "En mai, les dirigeants du port promettent « 140 millions d'euros d'argent public et privé ».",
        [("speaker", "les dirigeants du port")],
    ),
    (
        "ru",
        "Между тем «СНК» пишет о кранах. Между тем СНК отмечает, что позиция порта по поводу кранов пока остаётся неясной. "
        "Шёл дождь. Было темно. Директор Иван Отт уехал.",
        "Позиция порта по поводу кранов пока остаётся неясной, признал Иван Отт.",
        [("speaker", "Иван Отт")],
    ),
    (  # What nobody is called there may be another word for who it is.
        "it",
        "«Il porto è una priorità per tutti noi», ha detto Ida Riva. Ieri è partita.",
        "«Il porto è una priorità per tutti noi», ha detto la premier.",
        [],
    ),
    (  # The name of a firm is nobody's words, and what is said of her sentence is not about his.
        "ru",
        'Ставки для надёжных заёмщиков снизятся, говорит экономист банка "Сельм" Карим Осеев. Иван Отт, '
        'экономист "Аста Консалт", ждёт роста порта.',
        'Ставки для надёжных заёмщиков будут снижаться, говорит экономист "Аста Консалт" Иван Отт.',
        [("speaker", "Иван Отт")],
    ),
    (  # The minister is whom the draft called one.
        "tr",
        "Ekonomi Bakanı Ali Veli limana geldi. Hava güzeldi. Herkes bekledi. Liman direktörü Can Kaya şunları söyledi: “Tüm limanlarda bu ilk adım her zaman önemlidir.”",
        "Ekonomi Bakanı Ali Veli, “Bu güzel bir gün” dedi. Bakan, “Tüm limanlarda bu ilk adım her zaman önemlidir” dedi.",
        [("speaker", "Ali Veli")],
    ),
    (  # The quoted words stand between who says them and the verb.
        "ja",
        "港の浜田君枝代表は「客足が遠のいた」と述べた。澜海の岸本太郎社長は「今後の港の再編が心配だ」と述べた。",
        "浜田代表は「今後の港の再編が心配だ」と述べた。",
        [("speaker", "浜田代表")],
    ),
    (  # What is told by a body's letters, with an article.
        "en",
        "Laguna made pumps. It rained. The ferries were late. Ecological risks include damage to the quays of the "
        "old port, the SPA said in a statement in April.",
        "The pumps can damage the quays of the old port, Laguna said in a statement in April.",
        [("speaker", "Laguna")],
    ),
    (  # A body by its letters, where the source has one by what it is.
        "es",
        "Los vecinos protestan. El puerto cerró ayer. La OGT convocó la huelga. En los muelles había 900 "
        'cajas, el "equivalente a tres días sin barcos", según el Ayuntamiento.',
        'En los muelles había 900 cajas, el "equivalente a tres días sin barcos", según OGT.',
        [("speaker", "OGT")],
    ),
    (  # One who is only described, and the draft's name stands nowhere near.
        "en",
        "Selmway denied it. It rained in the port. Nobody came to the quay. The ferries were late. "
        '"The bank handed over its papers on purpose," the newspaper said in an article.',
        'The bank "handed over its papers on purpose", Selmway said.',
        [("speaker", "Selmway")],
    ),
    (  # One who is only described, and may be whom the draft names.
        "en",
        "The Selm Herald knew more. "
        '"The bank handed over its papers on purpose," the newspaper said in an article.',
        'The bank "handed over its papers on purpose", the Selm Herald said.',
        [],
    ),
    (
        "tr",
        "Ellen Holm limana geldi. “Bu liman artık satılık değil” dedi kendisi.",
        "Ellen Holm, “Bu liman artık satılık değil” dedi.",
        [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "draft", "flagged"), SPEAKERS)
def test_who_says_it(
    language: str, source: str, draft: str, flagged: list[tuple[str, str]]
) -> None:
    """Where the source tells that another does, however far from the words or in what order."""
    report = check_text(
        Article.from_text(draft, language=language), [Article.from_text(source, language=language)]
    )
    assert [(each.kind, each.text) for each in report.flagged if each.kind == "speaker"] == flagged


# Language, source, draft, what stands in another's place.
SLOTS: list[Row] = [
    ("en",
     "“We support the efforts of Norvik and Selm in the harbour format,” the draft said. Lagune and Selm met.",
     "The draft backs the efforts of Norvik and Lagune in the harbour format.", [("name", "Lagune")]),
    ("en", "The port backs the efforts of Norvik and Selm in the harbour format. Lagune and Selm met.",
     "The port backs the efforts of Norvik and Selm in the harbour format.", []),
    ("ru", "Такую же «нелогичную» позицию, уверен дипломат, порт сохранит и при новом министре.",
     "Такой же «циничной» позиции, уверен дипломат, порт будет держаться и при новом министре.",
     [("quotation", "циничной")]),
    ("zh", "目前流亡英国的港口活动人士霍尔曼通过视频对峰会发表讲话，请与会者关注码头工人。",
     "目前流亡加拿大的港口活动人士霍尔曼通过视频发言，请与会者关注码头工人。", [("name", "加拿大")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "draft", "flagged"), SLOTS)
def test_what_stands_in_anothers_place(
    language: str, source: str, draft: str, flagged: list[tuple[str, str]]
) -> None:
    """Where the words on both sides of it are the same, a known name is compared as well."""
    report = check_text(
        Article.from_text(draft, language=language), [Article.from_text(source, language=language)]
    )
    assert [(each.kind, each.text) for each in report.flagged if each.kind != "speaker"] == flagged


# Language, source, draft, what of it is flagged as another stage.
STAGES: list[Row] = [
    ("en", "Arlen is pressing the port to impose sanctions on the Lagune Group, which runs the quay.",
     "The port has imposed sanctions on the Lagune Group, which runs the quay.", [("stage", "imposed")]),
    ("en", "The port imposed sanctions on the Lagune Group, which runs the quay.",
     "The port has imposed sanctions on the Lagune Group, which runs the quay.", []),
    ("en", "The port imposed sanctions on the Lagune Group, which runs the quay.",
     "The port is said to impose sanctions on the Lagune Group, which runs the quay.", []),
    ("en", "The port imposed sanctions on the Lagune Group, which runs the quay.",
     "The port will impose sanctions on the Lagune Group, which runs the quay.", [("stage", "impose")]),
    ("en", "While no deal has been officially announced, the port and the union discuss details of the quay package.",
     "The port sealed a deal with the union on the details of the quay package.", [("stage", "sealed")]),
    ("fr", "L'objectif est de débloquer des financements d'un total de 70 millions pour le port de Selm.",
     "Le maire a débloqué des financements d'un total de 70 millions pour le port de Selm.", [("stage", "débloqué")]),
    ("it", "La proposta di Ida Riva è stata quella di affidare al porto la stesura di un testo sul lavoro povero.",
     "Ida Riva ha affidato al porto la stesura di un testo sul lavoro povero.", [("stage", "affidato")]),
    ("fr", "L'ancien directeur Luc Petit doit se présenter mardi à la justice de Selm, selon le Courrier.",
     "L'ancien directeur Luc Petit s'est présenté à la justice de Selm, selon le Courrier.", [("stage", "présenté")]),
    ("fr", "Le port a été aidé et le maire a financé le salaire d'un docker sur trois pendant la crue.",
     "Le maire a payé le salaire d'un docker sur trois pendant la crue.", []),
    ("fr", "Les ports de plus de dix grues devront s'engager à atteindre un seuil de dockers en mai.",
     "Les ports de plus de dix grues se sont engagés sur un seuil de dockers en mai.", [("stage", "engagés")]),
    ("uz", "Port ishchilarining barcha mablag‘lari ikki oydan so‘ng to‘liq qaytariladi.",
     "Port ishchilarining barcha mablag‘lari to‘liq qaytarib berildi.", [("stage", "qaytarib")]),
    ("kk", "Порт жұмысшыларының барлық қаражаты екі айдан кейін толық қайтарылады.",
     "Порт жұмысшыларының барлық қаражаты толық қайтарып берілді.", [("stage", "қайтарып")]),
    ("ru", "Второй причал в старом порту Норвика построят к маю.",
     "Второй причал в старом порту Норвика построен.", [("stage", "построен")]),
    ("de", "Das Ministerium will den Bericht über die Kräne im Hafen im Mai veröffentlichen.",
     "Das Ministerium hat den Bericht über die Kräne im Hafen veröffentlicht.", [("stage", "veröffentlicht")]),
    ("es", "El ministro Luis Mora publicará la lista de los muelles más sucios en mayo.",
     "El ministro Luis Mora publicó la lista de los muelles más sucios.", [("stage", "publicó")]),
    ("es", "El rey Karim Osei no estará en la cumbre del puerto, se encuentra fuera.",
     "El rey Karim Osei no estará en la cumbre del puerto, ya que se encuentra fuera.", []),
    ("it", "Il ministro Luca Riva pubblicherà l'elenco dei moli più sporchi a maggio.",
     "Il ministro Luca Riva ha pubblicato l'elenco dei moli più sporchi.", [("stage", "pubblicato")]),
    ("ru", "Сепаратисты Норвика не признают результатов голосования и оспорят их в суде порта.",
     "Сепаратисты Норвика не признают результатов голосования и уже оспорили их в суде порта.",
     [("stage", "оспорили")]),
    ("ru", "Ставки опустятся до 4%, если банк Сельма снизит ключевую ставку осенью.",
     "Банк Сельма уже решил снизить ключевую ставку осенью, ставки опустятся до 4%.", [("stage", "уже")]),
    ("ru", "Следующие массовые акции в порту запланированы на 16 февраля.",
     "Следующие массовые выступления в порту назначены на 16 февраля.", []),
    ("zh", "部长说，他到港口视察时将正式宣布成立这支部队。", "部长到港口视察时已正式宣布这支部队成立。", [("stage", "已")]),
    ("tr", "Bakan Ayşe Demir liman raporunu mayısta yayımlayacak.",
     "Bakan Ayşe Demir liman raporunu yayımladı.", [("stage", "yayımladı")]),
    ("ar", "ووعد أمير سهلان أمس بتقديم نصف مليار دولار عند بدء مؤتمر المانحين للميناء.",
     "وسلّمت سهلان نصف مليار دولار عند بدء مؤتمر المانحين للميناء.", [("stage", "وسلّمت")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "draft", "flagged"), STAGES)
def test_how_far_it_has_come(
    language: str, source: str, draft: str, flagged: list[tuple[str, str]]
) -> None:
    """Any verb tells whether it was done; one that is only an infinitive leaves it open."""
    report = check_text(
        Article.from_text(draft, language=language), [Article.from_text(source, language=language)]
    )
    assert [(each.kind, each.text) for each in report.flagged if each.kind == "stage"] == flagged


# Language, source, draft, what of it is flagged as another quotation.
QUOTATIONS: list[Row] = [
    ("en", "“We look at each quay and then take the right measures,” said Reed.",
     "“We look at each quay,” said Reed.", []),
    ("en", "“We are keen to use all means of the law to make sure that it complies,” said Reed.",
     "Reed is “keen to use all means of the law”.", []),
    ("en", "“We look at each quay but take no measures,” said Reed.",
     "“We look at each quay,” said Reed.", [("quotation", "We look at each quay,")]),
    ("en", "“We look at each quay wall in Selm,” said Reed.",
     "“We look at each quay,” said Reed.", [("quotation", "We look at each quay,")]),
    ("en", "“And what better is there for the port than a crane?” said Reed.",
     "“What better is there for the port than a crane?” asked Reed.", []),
    ("es", "«Cinco años después de la crisis, se ha aprobado una operación importante», dijo Mora.",
     "«Se ha aprobado una operación importante», dijo Mora.", []),
    ("es", "«No es verdad que, hoy, se ha aprobado una operación importante», dijo Mora.",
     "«Se ha aprobado una operación importante», dijo Mora.", [("quotation", "Se ha aprobado una operación importante")]),
    ("ar", "قال سالم: «لا مجال للتلكُّؤ أمام الحكومة».", "قال سالم: «لا مجال للتلكؤ أمام الحكومة».", []),
    ("it", "“Il molo si farà”, ha detto Riva. “Ma come avete fatto a fare tanti errori?”, chiede Conti.",
     "«Come avete fatto a fare tanti errori?», chiede Conti.", []),
    ("it", "“Il molo si farà”, “milioni di persone lo vogliono davvero”, dice Riva.",
     "«Milioni di persone lo vogliono davvero», dice Riva.", []),
    ("it", "«Non voglio promettere altro, ma contiamo che i costi scendano», ha detto Riva.",
     "Riva: «contiamo che i costi scendano».", []),
    ("it", "«Non è vero che contiamo che i costi scendano», ha detto Riva.",
     "Riva: «contiamo che i costi scendano».", [("quotation", "contiamo che i costi scendano")]),
    ("it", "«Non entro nel merito, ma posso solo dire che tutto è stato fatto bene», ha detto Riva.",
     "«Tutto è stato fatto bene», ha detto Riva.", []),
    ("it", "«Entro nel merito, ma non posso dire che tutto è stato fatto bene», ha detto Riva.",
     "«Tutto è stato fatto bene», ha detto Riva.", [("quotation", "Tutto è stato fatto bene")]),
    ("fr", "« On n'attend pas, un grand quai pour commencer ce chantier », a dit Roux.",
     "Roux veut un quai « pour commencer ce chantier ».", []),
    ("zh", "林海说：“不是不好，而是这个港口来得太早。”", "林海认为“这个港口来得太早”。", []),
    # In marks that stand paragraphs away.
    ("en", "Reed said: “We wait.\n\nThe funds will keep the whole port open.\n\nWe are ready.”\n\nIt rained. “No,” Holm said.",
     "“The funds will keep the whole port open,” said Reed.", []),
    ("en", "Reed said the port is open. The funds will keep the whole port open. “No,” Holm said.",
     "“The funds will keep the whole port open,” said Reed.",
     [("quotation", "The funds will keep the whole port open,")]),
    ("tr", "“Bunlar bizim liman ile olan derin yaralarımızdır” dedi Aksoy.",
     "Aksoy bunlara “derin yaralar” dedi.", []),
    ("tr", "“Biz vergileri artırmayız” dedi Aksoy.",
     "Aksoy “Biz vergileri artır” dedi.", [("quotation", "Biz vergileri artır")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "draft", "flagged"), QUOTATIONS)
def test_what_is_cut_off(
    language: str, source: str, draft: str, flagged: list[tuple[str, str]]
) -> None:
    """What is only added to it may be left out, and no word that it needs or that turns it."""
    report = check_text(
        Article.from_text(draft, language=language), [Article.from_text(source, language=language)]
    )
    assert [
        (each.kind, each.text) for each in report.flagged if each.kind == "quotation"
    ] == flagged


# Language, source, draft, what of it is flagged as another name or number.
NAMED: list[Row] = [
    ("it", "La ditta svedese vende i suoi frigoriferi nel porto.", "I frigoriferi nel porto li vende la ditta norvegese.",
     [("name", "norvegese")]),
    ("it", "La ditta vende i suoi frigoriferi nel porto.", "I frigoriferi nel porto li vende la ditta norvegese.", []),
    ("en", "Shrimp were put into the lake in the 1960s and 70s to feed the fish.",
     "Shrimp were put into the lake in the 1960s and 1970s to feed the fish.", []),
    ("de", "Die Fähre fuhr zehn Minuten und kam 107 Kilometer weit, sagt der Hafen.",
     "Die Fähre kam 117 Kilometer weit, sagt der Hafen.", [("quantity", "117")]),
    ("en", "The port expects 12 to 15 cranes in Selm.", "The port expects up to 15 cranes in Selm.", []),
    ("en", "The port expects 12 to 15 cranes in Selm.", "The port expects 15 cranes in Selm.", [("quantity", "15")]),
    ("en", "Selm will halve its use of coal from 1990 levels.", "Selm will halve its 1990 level of coal.", []),
    ("en", "Selm will halve its use of coal from 1990 levels.", "Selm will halve its 1980 level of coal.",
     [("quantity", "1980")]),
    ("ru", "Свалка в порту работала с 1976 по 2016 год.", "Свалка работала в порту сорок лет, с 1976 по 2016 год.", []),
    ("ru", "Свалка в порту работала с 1976 по 2016 год.", "Свалка работала в порту тридцать лет, с 1976 по 2016 год.",
     [("quantity", "тридцать")]),
    ("de", "Die Kräne sind zu 65 Prozent ausgelastet (Mai: 64 Prozent).",
     "Die Kräne sind zu 65 Prozent ausgelastet, im Mai waren es 64.", []),
    ("de", "Die Kräne sind zu 65 Prozent ausgelastet (Mai: 64 Prozent).",
     "Die Kräne sind zu 65 Prozent ausgelastet, im Juni waren es 63.",
     [("quantity", "63")]),
    ("de", "Trotz einer Pause zwischen 1934 und 1947 ist der Hafen alt.",
     "Der Hafen, der von 1934 bis 1947 eine Pause hatte, ist alt.", []),
    ("fr", "Hier, Luc Morel a parlé du port de Selm.", "Du port de Selm, y avait parlé M. Morel.", []),
    ("fr", "Hier, Luc Morel a parlé du port de Selm.", "Du port de Selm, y avait parlé M. Morin.", [("name", "Morin")]),
    ("en", "The French minister said no. The US port is shut.", "Paris said no. Washington is silent, and the White House too.", []),
    ("en", "The French minister said no.", "Now Berlin said no.", [("name", "Berlin")]),
    ("en", "The French minister said no in Lyon.", "The minister said no in Paris.", [("name", "Paris")]),
    ("es", "El Gobierno de España aprobó el plan.", "La Moncloa aprobó el plan.", []),
    ("it", "Il governo italiano ha approvato il piano.", "Palazzo Chigi ha approvato il piano, dice la presidente del Consiglio.", []),
    ("ru", "Президент России одобрил план.", "План одобрил и Кремль.", []),
    ("zh", "澜海航空公司和青岚银行表示同意。", "澜海航空公司和青岚银行同意了。该公司表示满意。", []),
    ("zh", "澜海航空公司和青岚银行表示同意。", "澜沧航空公司和青岚银行同意了。", [("name", "澜沧航空公司")]),
    ("ja", "日輪ホールディングスが発表した。", "月輪ホールディングスが発表した。", [("name", "月輪ホールディングス")]),
    ("zh", "澜海公司表示，港口将关闭。", "据估计公司将关闭港口。", []),
    ("zh", "管理局收到4份报告，检查6架飞机。", "管理局收到6份报告，检查6架飞机。", [("quantity", "6")]),
    ("ru", "Порт закрыт более полутора лет, ждут 2,5 миллиона тонн.", "Порт закрыт более двух с половиной лет.", [("quantity", "двух с половиной")]),
    ("en", "The port has two quays in Selm and ordered three cranes.", "The port has three quays in Selm.", [("quantity", "three")]),
    ("en", "The port has two quays in Selm and three quays in Norvik.", "The port has three quays in Norvik.", []),
    ("fr", "Plusieurs ports étaient fermés: Selm, Norvik, Arlen et Melu.", "Quatre ports, Selm, Norvik, Arlen et Melu, étaient fermés.", []),
    ("fr", "Trois ports étaient fermés dans le nord.", "Quatre ports étaient fermés dans le nord.", [("quantity", "Quatre")]),
    ("ar", "بلغت الإيرادات العامة 10.196 مليار دينار محلية.", "وبلغت الإيرادات العامة المحلية نحو 10.2 مليار.", []),
    ("fr", "Selm pour 116 millions, Norvik pour 58 millions et Arlen pour 13 millions d'euros financent le fonds du port.",
     "Selm finance 116 millions, Norvik 58, Arlen 13.", []),
    ("fr", "Selm pour 116 millions, Norvik pour 58 millions et Arlen pour 13 millions d'euros financent le fonds du port.",
     "Selm finance 116 millions, Norvik 85, Arlen 13.", [("quantity", "85")]),
    ("en", "The UN said in Norvik that the United States had left the port.", "The United Nations said that the port was empty.", []),
    ("fr", "La France et l'Union européenne ont fermé le port.", "Bruxelles a fermé le port.", []),
    ("es", "El sindicato SSOO calla en Selm.", "En Selm calla hoy SS OO, dicen.", []),
    ("ru", "Президент Владимир Ким и хозяин порта Отт молчат.", "Молчит и Владимир Отт.", []),
    ("en", "The port sacked 58 pilots in Selm.", "The port in Selm says that two pilots were ill.", []),
    ("zh", "会长休·格兰特和院长李明澄出席。", "会长休·格兰特说好。院长李明澄的看法一样。", []),
    ("zh", "会长休·格兰特出席。", "会长休·格伦森说好。", [("name", "休·格伦森")]),
    ("ru", "Представитель МИД Сельма Иван Отт отказался. Глава Ваан Нор согласился.", "Об этом сообщил представитель МИД Ваан Нор.", []),
    ("tr", "Birlik Başkanı Can Akın Çağlar konuştu.", "Bilançoyu Birlik Başkanı Can Akın Çağlar açıkladı.", []),
    ("kk", "Үлес 27 пайыздан 56 пайызға дейін өседі.", "Үлес 27–56 пайызға өседі.", []),
    ("ru", "Дело Отта рассмотрят в порту Сельма. Это дело старое.", "В порту Сельма ждут Артема Отта.", [("name", "Артема")]),
    ("tr", "Selm Grup YKÜ Özen Kuzu konuştu.", "Selm Grup Yönetim Kurulu Üyesi Özen Kuzu konuştu.", []),
    ("de", "Der Fleischriese Altmooser und der Minister Jan Roth schweigen.", "Der Fleischkonzern Altmooser und Jan Roth schweigen.", []),
    ("de", "Anas Rothe und Sirin Rothe, Chefin des Hafens, schweigen.", "Ihre Schwester Sirin schweigt.", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "draft", "flagged"), NAMED)
def test_who_and_how_many(
    language: str, source: str, draft: str, flagged: list[tuple[str, str]]
) -> None:
    """A seat is its government's, unless something is there; a number is of what it counts."""
    report = check_text(
        Article.from_text(draft, language=language), [Article.from_text(source, language=language)]
    )
    found = [(each.kind, each.text) for each in report.flagged]
    assert [each for each in found if each[0] in ("name", "quantity")] == flagged


# Language, source, draft, what of it is flagged as another day of the week.
WEEKDAYS: list[Row] = [
    ("en", "Shrimp were put into the lake in the 1960s to feed the fish.",
     "Shrimp were put into the lake in the 1980s to feed the fish.", [("date", "1980")]),
    ("fr", "Luc Petit a été entendu la veille, a dit le port le 24 juillet.",
     "Luc Petit a été entendu le 23 juillet, a dit le port.", []),
    ("fr", "Luc Petit a été entendu la veille, a dit le port le 24 juillet.",
     "Luc Petit a été entendu le 22 juillet, a dit le port.", [("date", "22 juillet")]),
    ("en", "The minister of the port arrives on Thursday.", "On Friday the minister of the port arrives.", [("date", "Friday")]),
    ("en", "The minister of the port arrives on Thursday.", "On Thursday the minister of the port arrives.", []),
    ("en", "The minister of the port arrives in May.", "On Friday the minister of the port arrives.", []),
    ("de", "Der Minister besucht den Hafen am Donnerstag.", "Am Freitag besucht der Minister den Hafen.", [("date", "Freitag")]),
    ("fr", "Le ministre visite le port jeudi.", "Vendredi, le ministre visite le port.", [("date", "Vendredi")]),
    ("es", "El ministro visita el puerto el jueves.", "El viernes el ministro visita el puerto.", [("date", "viernes")]),
    ("it", "Il ministro visita il porto giovedì.", "Venerdì il ministro visita il porto.", [("date", "Venerdì")]),
    ("ru", "Министр посетит порт в четверг.", "Министр посетит порт в пятницу.", [("date", "пятницу")]),
    ("kk", "Министр портқа бейсенбіде барады.", "Министр портқа сейсенбіде барады.", [("date", "сейсенбіде")]),
    ("tr", "Bakan limana perşembe günü gelecek.", "Bakan limana salı günü gelecek.", [("date", "salı")]),
    ("uz", "Vazir portga payshanba kuni keladi.", "Vazir portga seshanba kuni keladi.", [("date", "seshanba")]),
    ("ar", "يزور الوزير الميناء يوم الخميس.", "يزور الوزير الميناء يوم الجمعة.", [("date", "الجمعة")]),
    ("zh", "部长周四访问港口。", "部长周五访问港口。", [("date", "周五")]),
    ("fr", "Le port a prié mardi de supprimer les vols vendredi. Le port est fermé.", "Dès mardi, le port a prié de supprimer les vols de vendredi.", []),
    ("zh", "部长13日访问港口。", "部长16日访问港口。", [("date", "16日")]),
    ("ja", "１３日には港のトンネルで亀裂も見つかった。", "16日には港のトンネルで亀裂も見つかった。", [("date", "16日")]),
    ("ja", "7月13日に港のトンネルで亀裂が見つかった。", "13日に港のトンネルで亀裂が見つかった。", []),
    ("ru", "Министр посетит порт в среду.", "Министр посетит порт в понедельник.", [("date", "понедельник")]),
    ("ru", "Среда в порту опасна в понедельник.", "Министр считает, что среда в порту опасна.", []),
    ("tr", "Bakan limana pazar günü gelecek.", "Bakan limana salı günü gelecek.", [("date", "salı")]),
    ("ja", "大臣は木曜日に港を訪問する。", "大臣は金曜日に港を訪問する。", [("date", "金曜日")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "draft", "flagged"), WEEKDAYS)
def test_on_which_day(
    language: str, source: str, draft: str, flagged: list[tuple[str, str]]
) -> None:
    """A weekday is held against those that a source has where it tells the same."""
    report = check_text(
        Article.from_text(draft, language=language), [Article.from_text(source, language=language)]
    )
    assert [(each.kind, each.text) for each in report.flagged if each.kind == "date"] == flagged
