"""Who says it: verbs of speech, on which side the speaker stands, and how he is told."""

from __future__ import annotations

import pytest
from trouble import UNITS, unmarked

from summariser.languages import LANGUAGES
from summariser.names import find_acts, find_opening, how_told
from summariser.text import find_quotations

# language, a sentence with whoever says something marked
TOLD = [
    ("en", "⟦Ott⟧ said the dam would open."),
    ("en", "“We go,” said ⟦Ida Holm⟧, head of Selm Air, in Norvik."),
    ("en", "On Monday, ⟦Ida Holm, who runs the port⟧, told reporters it was late."),
    ("en", "According to ⟦Tom Reed⟧, it rained."),
    ("en", "At a time when ⟦dockers⟧ fear a strike, the port is closed."),
    ("en", "The bridge, long opposed by ⟦Ida Holm in Norvik⟧, will be built."),
    ("en", "The plan was criticised by ⟦the union⟧."),
    ("de", "Auch ⟦Ida Holm⟧ lehnt die neuen Zölle ab."),
    ("ru", "Ранее в среду ⟦посол Арлена Иван Отт⟧ выразил мнение, что порт закроют."),
    ("fr", "Le pont, ardemment soutenu par ⟦Ida Roux⟧ depuis mai, sera construit."),
    ("fr", "Le projet critiqué hier sera abandonné."),
    ("fr", "Le projet a été critiqué hier."),
    ("fr", "⟦Ida Roux⟧ a vivement critiqué le projet."),
    ("fr", "Dans l'immédiat, ⟦la cheffe du port⟧ a appelé à attendre."),
    ("fr", "Le port ferme, au moment où ⟦les riverains⟧ craignent une crue."),
    ("es", "El plan criticado ayer se aplaza."),
    ("es", "El puente, anunciado por ⟦Luis Mora⟧, se aplaza."),
    ("es", "⟦Luis Mora⟧ ha rechazado el plan."),
    ("it", "Il piano, benché annunciato, non parte."),
    ("it", "Il ponte è stato criticato dalla ⟦ministra⟧."),
    ("it", "⟦La ministra⟧ ha criticato il ponte."),
    ("it", "Il porto lavora per la loro sicurezza."),
    ("uz", "Port yopilsa, afsuslanamiz, – deb aytdi ⟦vazir Greg Holm⟧."),
    (
        "uz",
        "24 yil davomida Norvikda ishlagan va uyushma raisi bo'lgan ⟦Piter Holm⟧, shunday deydi: “Kutamiz.”",
    ),
    ("tr", "Norvik limanında çalışan ⟦Ida Holm⟧, limanın açılacağını belirtti."),
    ("fr", "« Nous attendons », relève ⟦le ministère du Port⟧ dans un communiqué."),
    ("ja", "⟦岸本首相⟧は、港を開く意志を示した。"),
    ("ja", "⟦港の浜田君枝代表⟧は「客足が遠のいた」と声を落とす。"),
    ("ja", "⟦浜田代表⟧は「今後も心配」と表情を曇らせた。"),
    ("ja", "浜田代表は船を「つばさ」と名付けた。"),
    ("de", "Der Hafen habe eine Lage, die eine Öffnung erfordere, sagte ⟦Holm⟧ am Samstag."),
    ("de", "Der Plan sei falsch, räumte ⟦die Ministerin⟧ ein."),
    ("it", "Per ⟦Ida Holm⟧, il porto è sicuro."),
    (
        "tr",
        "⟦Arlen Cumhurbaşkanı Ulan Sarin⟧ Norvik Cumhurbaşkanı Karim Osey ile görüştükten sonra bunu belirtti.",
    ),
    (
        "kk",
        "⟦Арлен президенті Улан Сарин⟧ Норвик президенті Карим Осеймен сөйлескеннен кейін мұны атап өтті.",
    ),
    ("en", "In Norvik, ⟦the minister⟧ added that it was late."),
    ("en", "Marsh left, but ⟦Reed⟧ warned of rain."),
    ("en", "Later ⟦Ida Holm⟧ said no."),
    (
        "tr",
        "Limanın en önemli özelliğinin derinlik olduğuna dikkati çeken ⟦Holm⟧, vinçlerin geldiğini vurguladı.",
    ),
    ("tr", "Deniz, Liman ve ⟦Kıyı Bakanı Fikri Demir⟧, limanın açılacağını belirtti."),
    ("es", "⟦El director de la Caja de Selm, Luis Mora⟧, descartó ayer la fusión."),
    (
        "es",
        "Mientras ⟦el ministro, Luis Mora⟧, advertía ayer que no hay puerto, el líder del partido, ⟦Ana Ruiz⟧, aseguraba que sí y reiteró su plan.",
    ),
    ("kk", "Жиын барысында ⟦облыс⟧ басшысы құрылыс басталатынын атап өтті."),
    ("en", "⟦Arlen⟧ is against the dam that will cross the bay saying it is late."),
    ("zh", "⟦港口发言人Ida Holm⟧周五在声明稿中指出，工程延期。"),
    ("zh", "⟦法国总统马克·拉恩⟧去年7月宣布，港口关闭。"),
    ("en", "The dam could be described as late."),
    ("en", "The proposed sale had failed."),
    ("en", "⟦Ida Holm - the mayor of Norvik⟧ - said it was late."),
    ("en", "Tom Reed spoke during a debate on a law ⟦he⟧ said was late."),
    (
        "de",
        "Die Hilfe soll nach Angaben ⟦der Dockergewerkschaft⟧ ein Volumen von 5 Millionen haben.",
    ),
    ("de", "⟦Die Docker - deren Zustimmung nötig ist⟧ - halten das für falsch."),
    (
        "kk",
        "SELMINFORM — ⟦Құрылыс министрі Улан Сарин⟧ «Selm» және «Norvik» компаниялары туралы пікір білдірді.",
    ),
    ("uz", "Port ochilmay turibdi, deydi ⟦Selm Air rahbari Greg Holm⟧."),
    ("ru", "В МЧС отказались от комментариев, в ⟦СНК⟧ заявили агентству, что ждут."),
    ("ru", "Решение будет принято, - добавили в ⟦СНК⟧."),
    ("ru", "⟦Министры⟧ заявили в Норвике, что порт закрыт."),
    ("fr", "Dans un entretien, ⟦il⟧ a souhaité que le port rouvre."),
    ("ar", "غير أن ⟦نقيب عمال المياه عدنان سالم⟧ قال إن الميناء مغلق."),
    ("ja", "⟦労組の浜田豊書記長⟧は会見で、役所が示す行動指針の原則にも資さないとの考えを示した。"),
    ("en", "⟦Mr Holm⟧ would not tell how many cranes the port had but said it was late."),
    ("en", "Norvik-based Selm is late and ⟦the chief executive Ida Holm⟧ said it was a pity."),
    ("en", "Selm Air would not count its cranes as ⟦it⟧ said that was secret."),
    ("en", "⟦Ida Holm, who has run the port⟧, said it was late."),
    ("fr", "⟦M. Roux⟧ a fermé le port mais affirme qu'il rouvrira."),
    ("en", "“No,” said this week ⟦the minister Ida Holm⟧."),
    ("de", "„Wir warten“, sagte vergangene Woche ⟦Ida Holm⟧."),
    ("fr", "C'est « un désastre », a reconnu cette semaine ⟦Ida Roux⟧."),
    ("es", "Fue una decisión sobre límites con Norvik que consideró un error."),
    ("es", "«Esperamos», dijo la semana pasada ⟦Ana Ruiz⟧."),
    ("it", "«Aspettiamo», ha detto questa settimana ⟦Luca Riva⟧."),
    ("ru", "«Ждём», — неоднократно повторял ⟦Иван Отт⟧."),
    ("ru", "«Ждём», — заявил на этой неделе ⟦министр Иван Отт⟧."),
    ("en", "“No,” ⟦he⟧ said."),
    ("en", "“No,” laughed ⟦Ida Holm⟧."),
    ("en", "A paper quoted Ott as saying that it was late."),
    ("de", "⟦Ott⟧ sagte, der Damm werde öffnen."),
    ("de", "„Wir gehen“, sagte ⟦Ida Holm⟧ in Norvik."),
    ("de", "In Norvik warnte ⟦Reed⟧ vor Regen."),
    ("de", "Der englischen Zeitung sagte ⟦Ida Holm⟧: „Wir gehen.“"),
    ("de", "Gestern hat ⟦Ida Holm⟧ gesagt, es sei spät."),
    ("de", "Wie ⟦Ida Holm⟧ mitteilte, ist es spät."),
    ("de", "Der Damm sei dicht, sagte ⟦die Ministerin⟧."),
    ("de", "Laut ⟦Tom Reed⟧ regnete es."),
    ("de", "„Wir gehen“, mit diesen Worten trat er auf."),
    ("de", "Nach ⟦Reeds⟧ Einschätzung ist es spät."),
    ("de", "Den Unmut brachte ⟦die Sprecherin der Fraktion, Ida Holm⟧, zum Ausdruck."),
    ("de", "⟦Tom Reed⟧ wies jede Schuld von sich."),
    ("de", "⟦Tom Reed⟧ gab zu bedenken, dass es spät sei."),
    ("de", "⟦Tom Reed⟧ zeigte sich überzeugt, dass es spät sei."),
    ("de", "⟦Ida Holm⟧ macht deutlich, dass es spät ist."),
    ("de", "⟦Die Studie⟧ kommt zu dem Schluss, dass es spät ist."),
    ("de", "Den Bau rechtfertigte ⟦das Ministerium der Inseln⟧ in einem Bericht."),
    ("de", "Der Kran weist Mängel auf."),
    ("de", "Die Ware kam zu dem Hafen zurück."),
    (
        "de",
        "In einem Bericht, der nach dem Sturm erschien, verteidigt ⟦das Ministerium der Inseln⟧ ihn.",
    ),
    ("de", "Nach Ansicht von ⟦Norviks Präsident Tom Reed (CDU⟧) ist das ein Fehler."),
    ("de", "⟦Tom Reed⟧, der den Hafen leitet, sagte nein."),
    ("de", "Das sagte ⟦Tom Reed⟧ am Montag."),
    ("de", "Das musste ⟦Minister Tom Reed⟧ einräumen."),
    ("fr", "C'est ce qu'a déclaré ⟦Paul Roux⟧."),
    ("en", "That is what ⟦Tom Reed⟧ said."),
    ("de", "Nach ⟦Tom Reeds⟧ Angaben ist es spät."),
    ("de", "Nach Angaben von ⟦Reeds Anwalt⟧ ist es spät."),
    ("de", "„Wir gehen“, sagte ⟦Norviks früherer Präsident Tom Reed⟧."),
    ("de", "„Wir gehen“, sagte ⟦Jens⟧ gestern Abend."),
    ("tr", "⟦Ali Veli'nin avukatı⟧ yağmur yağdığını söyledi."),
    ("de", "⟦Tom Reed⟧ zufolge regnete es."),
    ("de", "Es ist spät, so ⟦Tom Reed⟧."),
    ("de", "Die Pläne nannte ⟦er⟧ gut."),
    ("ru", "«Мы ждём», — сказал ⟦Иван Отт⟧."),
    ("ru", "По словам ⟦министра Ольги Ким⟧, порт закрыт."),
    ("ru", "Об этом заявил ⟦Иван Отт⟧."),
    ("ru", "⟦Иван Отт, глава порта⟧, сообщил, что порт закрыт."),
    ("ru", "Порту, добавляет ⟦министр⟧, нужен мост."),
    ("ru", "Вчера ⟦Ким⟧ заявила, что уйдёт."),
    ("ru", "В августе ⟦глава порта Иван Отт⟧ заявил, что порт закрыт."),
    ("ru", "В среду ⟦Иван Отт⟧ заявил, что порт закрыт."),
    ("en", "In August ⟦the minister Ida Holm⟧ said no."),
    ("fr", "En août ⟦la ministre Ida Roux⟧ a ajouté que le port fermera."),
    ("tr", "Limanın kapandığını söyleyen ⟦Bakan Deniz Kaya⟧, bekleyeceklerini anlattı."),
    ("ru", "«Мы ждём, – сказал ⟦Иван Отт⟧, – и верим»."),
    ("fr", "« Nous attendons », dit ⟦Pierre Delorme⟧."),
    ("fr", "« Nous attendons », a tranché ⟦Ida Roux⟧."),
    ("fr", "Selon ⟦Ida Roux⟧, le port est fermé."),
    ("fr", "⟦La ministre⟧ a ajouté que le port fermera."),
    ("es", "«Esperamos», dijo ⟦Ana Ruiz⟧."),
    ("es", "El puerto está lejos de Norvik, dijo el lunes ⟦el propio Mora⟧."),
    ("es", "«Esperamos», dijo refiriéndose a las entregas de Norvik."),
    ("it", "«Aspettiamo», ha detto riferendosi al porto di Norvik."),
    ("ru", "Порт, возможно, закроют, говорит ⟦экономист Иван Отт⟧."),
    ("en", "Prices, in May, will fall, said ⟦economist Ida Holm⟧."),
    ("es", "Según ⟦Luis Mora⟧, el puerto cerró."),
    ("es", "⟦Ana Ruiz, jefa del puerto⟧, aseguró que llueve."),
    ("it", "«Aspettiamo», ha detto ⟦Ida Riva⟧."),
    ("it", "Secondo ⟦Luca Serra⟧, il porto è chiuso."),
    ("it", "⟦La ministra⟧ ha aggiunto che piove."),
    ("zh", "“我们等。”⟦林岚⟧说。"),
    ("zh", "⟦赵伟⟧表示，港口关闭。"),
    ("zh", "⟦研究院发布报告⟧，对方案表示赞同。"),
    ("zh", "据介绍，港口很大。"),
    ("zh", "这家简称东港的公司很大。"),
    ("ja", "⟦アダ氏⟧は「我々は待つ」と述べた。"),
    ("ja", "「待つ」と⟦アダ氏⟧は語った。"),
    ("ja", "⟦市長⟧によると、港は閉鎖された。"),
    ("ar", "قال ⟦الوزير حسن سالم⟧ إن الميناء مغلق."),
    ("ar", "«ننتظر»، تقول ⟦ليلى عمر⟧."),
    ("ar", "⟦الوزير حسن سالم⟧ قال إن الميناء مغلق."),
    ("ar", "وبحسب ⟦حسن سالم⟧، الميناء مغلق."),
    ("ar", "وأضاف أن المطر نزل."),
    ("kk", "«Біз күтеміз», – деді ⟦Айдос Серік⟧."),
    ("kk", "⟦Айдос Серіктің⟧ айтуынша, порт жабық."),
    ("kk", "⟦Министр Айдос Серік⟧ порт жабық екенін мәлімдеді."),
    ("kk", "«Біз күтеміз, – деді ⟦ол⟧, – бірақ аз»."),
    ("tr", "“Bekliyoruz” dedi ⟦Ali Veli⟧."),
    ("tr", "⟦Ali Veli’ye⟧ göre liman kapalı."),
    ("tr", "⟦Bakan Ali Veli⟧, limanın kapalı olduğunu söyledi."),
    ("tr", "⟦Bakan Ayşe Kaya⟧ “Hayır” dedi."),
    ("uz", "“Kutamiz”, dedi ⟦Olim Karimov⟧."),
    ("uz", "⟦Olim Karimovning⟧ so‘zlariga ko‘ra, port yopiq."),
    ("uz", "⟦Vazir Olim Karimov⟧ port yopiqligini ta’kidladi."),
    ("en", "⟦The union, which had campaigned against it⟧, welcomed the vote."),
    ("en", "⟦It is the harbour master⟧ who warned of rain."),
    ("en", "⟦Ida Holm, also an expert⟧, said no."),
    ("es", "Los clientes, la naviera y la línea, pasaron a otro puerto, dijo ⟦Luis Mora⟧."),
    ("es", "⟦Ana Ruiz⟧ también ha rechazado el plan."),
    ("es", "El informe da cuenta de un plan para abril."),
    ("fr", "En mai, la grue était en panne, a constaté ⟦la Ville⟧, qui a dressé le bilan."),
    ("fr", "De plus, la substance doit être classée, estime ⟦Berne⟧ qui se rallie."),
    ("fr", "Une centaine de cas, en mai, sont connus, précise ⟦l'OFAG⟧ jeudi."),
    ("fr", "⟦Le groupe Ormel⟧ a démenti la vente pour quelque 90 millions."),
    ("it", "Il porto, a maggio, era chiuso, ha precisato ⟦Ida Riva⟧."),
    ("de", "Zurückhaltender äußerte sich ⟦der Ökonom Jan Roth⟧ in Selm."),
    ("de", "Die Bank steht ⟦dem Bericht⟧ zufolge still."),
    ("de", "Es gibt ⟦eine Studie des Verbands Selm⟧, wonach der Hafen wächst."),
    ("de", "⟦Ida Holm⟧, eine der Frauen, die unterschrieben, verurteilte den Plan."),
    ("de", "Es sei spät, sagte ⟦der Leiter des Hafens, Jan Roth⟧, in Selm."),
    ("de", "So plädieren ⟦Ökonomen wie Ida Holm und Jan Roth⟧ dafür."),
    ("ja", "港は「遅い」と⟦野党⟧が指摘しているが、⟦アダ氏⟧は「待つ」と述べた。"),
    ("zh", "他在演说中道歉。"),
    ("zh", "澜海公司予以否认。"),
    ("ar", "وزعم ⟦أمين مجلس الموانئ في سهلان حسن سالم⟧، أن الميناء مغلق."),
    ("ar", "كانت ⟦سهلان⟧ اتهمت أمس جارتها بالأمر."),
    ("ar", "أما ⟦حسن سالم⟧، فقد دعا إلى الانتظار."),
    ("ar", "قال ⟦وزير الموانئ حسن سالم⟧ عقب اجتماع مع ليلى عمر بسهلان في مايو: «الميناء مغلق»."),
    ("ar", "الميناء طبقا ⟦لحسن سالم⟧، مغلق."),
    ("it", "«È tardi», ha detto invece ⟦Ferdinando Riva⟧, che non vede un piano."),
    ("es", "«Es tarde», dijo ⟦Fernando Mora⟧, esperando la lluvia."),
    ("ar", "تابع بمقارنة وسائل سهلان في الميناء."),
    ("ar", "الميناء مغلق وفقا لما كشفه ⟦الوزير حسن سالم⟧، أمس."),
    ("fr", "« Nous attendons », avait-il déclaré, rappelant que le port ferme."),
    ("es", "Por su parte, ⟦Luis Mora⟧ ha incidido en que el puerto cerrará."),
    ("pl", "„Czekamy”, powiedziała Ida Holm."),
]


@pytest.mark.parametrize(("language", "marked"), TOLD)
def test_who_says_it_stands_beside_the_verb(language: str, marked: str) -> None:
    """Before it, behind it, or behind what stands for it; nobody where the text leaves it open."""
    text, expected = unmarked(marked)
    quotations = find_quotations(text, language=language)
    acts = find_acts(text, 0, len(text), quotations, language)
    assert sorted({act.speaker for act in acts if act.speaker}) == expected


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("Ida Holm", "en", "name"),
        ("the PSHA", "en", "name"),
        ("she", "en", "pronoun"),
        ("the minister", "en", "description"),
        ("a woman", "en", "unnamed"),
        ("der Minister", "de", "description"),
        ("ein Delegierter", "de", "unnamed"),
        ("министр", "ru", "description"),
        ("Отт", "ru", "name"),
        ("الشركة", "ar", "description"),
        ("ليلى عمر", "ar", "name"),
        ("林岚", "zh", "name"),
        ("她", "zh", "pronoun"),
        ("一位船工", "zh", "unnamed"),
        ("报告", "zh", "description"),
        ("该公司董事长赵伟", "zh", "name"),
        ("该公司负责人", "zh", "description"),
        ("アダ氏", "ja", "name"),
    ],
)
def test_a_speaker_is_named_or_not(words: str, language: str, expected: str) -> None:
    """A name, a pronoun, a description; or somebody the text does not name."""
    assert how_told(words, language) == expected


def test_a_sentence_before_a_colon_begins_with_the_speaker() -> None:
    """No verb of speech is needed there."""
    text = "Die Bewohner sehen es gelassen: „Wir warten.“"
    place = find_opening(text, 0, text.index("„"), [], "de")
    assert place is not None
    assert text[slice(*place)] == "Die Bewohner"


@pytest.mark.heavy
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", [*UNITS, "said ", "Ott sagte, ", "说", "قال ", "A said, "])
def test_monotonous_text_is_read_in_one_go(unit: str, language: str) -> None:
    """A long run of one thing, the worst case of a scan, comes back (a hang would show)."""
    text = unit * (20_000 // len(unit))
    acts = find_acts(text, 0, len(text), [], language)
    assert all(act.verb[0] < act.verb[1] for act in acts)
