"""What stands around the facts on a page, in the languages that somebody here can vouch for.

Headings, the names of verdicts and kinds, and what explains them.  What a check says, how a figure
reads and how a field is called stay English, and are marked as such.  A label in another language
is a row's next column; a language is a column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from ..article import Article

LabelLanguage = Literal["en", "ru", "de", "fr", "es"]
"""The languages there are labels in; the first stands wherever there are none."""
LABELS: tuple[LabelLanguage, ...] = get_args(LabelLanguage)

# English, with {} for a number, and then the others in that order.
_ROWS: dict[str, tuple[str, str, str, str]] = {
    # verdicts, and what they tell
    "exact": ("дословно", "wörtlich", "littéral", "literal"),
    "normalised": ("почти дословно", "fast wörtlich", "quasi littéral", "casi literal"),
    "computed": ("вычислено", "errechnet", "calculé", "calculado"),
    "unchecked": ("под вопросом", "fraglich", "à vérifier", "por verificar"),
    "elsewhere": ("не там", "anderswo", "ailleurs", "en otro lugar"),
    "absent": ("нет в тексте", "fehlt", "absent", "ausente"),
    "contradicted": ("противоречит", "widerspricht", "contredit", "contradicho"),
    "stands there to the letter": (
        "стоит там слово в слово",
        "steht dort Wort für Wort",
        "s’y trouve mot pour mot",
        "figura allí palabra por palabra",
    ),
    "stands there but for typography": (
        "стоит там с точностью до типографики",
        "steht dort bis auf die Typografie",
        "s’y trouve, à la typographie près",
        "figura allí, salvo la tipografía",
    ),
    "follows from what stands there: 2.5 billion is 2,500,000,000": (
        "следует из того, что там стоит: 2,5 миллиарда — это 2 500 000 000",
        "folgt aus dem, was dort steht: 2,5 Milliarden sind 2.500.000.000",
        "découle de ce qui s’y trouve : 2,5 milliards, c’est 2 500 000 000",
        "se sigue de lo que figura allí: 2500 millones son 2 500 000 000",
    ),
    "could not be compared: look for yourself": (
        "сверить не удалось: посмотрите сами",
        "ließ sich nicht vergleichen: bitte selbst nachsehen",
        "n’a pas pu être comparé : à vous de voir",
        "no se pudo comparar: véalo usted",
    ),
    "stands in the article, but not in a cited sentence": (
        "есть в статье, но не в указанных предложениях",
        "steht im Artikel, aber nicht in einem genannten Satz",
        "se trouve dans l’article, mais pas dans une phrase citée",
        "figura en el artículo, pero no en una oración citada",
    ),
    "stands nowhere in the article": (
        "в статье этого нет",
        "steht nirgends im Artikel",
        "ne se trouve nulle part dans l’article",
        "no figura en ninguna parte del artículo",
    ),
    "the cited text says otherwise": (
        "в указанных предложениях сказано другое",
        "der genannte Text sagt etwas anderes",
        "le texte cité dit autre chose",
        "el texto citado dice otra cosa",
    ),
    "stands in a source to the letter": (
        "стоит в источнике слово в слово",
        "steht in einer Quelle Wort für Wort",
        "se trouve mot pour mot dans une source",
        "figura palabra por palabra en una fuente",
    ),
    "follows from what stands there: 2.5 billion is 2,500 million": (
        "следует из того, что там стоит: 2,5 миллиарда — это 2500 миллионов",
        "folgt aus dem, was dort steht: 2,5 Milliarden sind 2500 Millionen",
        "découle de ce qui s’y trouve : 2,5 milliards, c’est 2500 millions",
        "se sigue de lo que figura allí: 2500 millones son 2 500 000 000",
    ),
    "could not be compared, or is left open: look for yourself": (
        "сверить не удалось, или вопрос остаётся: посмотрите сами",
        "ließ sich nicht vergleichen oder bleibt offen: bitte selbst nachsehen",
        "n’a pas pu être comparé, ou reste ouvert : à vous de voir",
        "no se pudo comparar, o queda abierto: véalo usted",
    ),
    "stands in a source, but is told of something else there": (
        "есть в источнике, но сказано там о другом",
        "steht in einer Quelle, aber dort von etwas anderem",
        "se trouve dans une source, mais à propos d’autre chose",
        "figura en una fuente, pero se dice de otra cosa",
    ),
    "stands in no source": (
        "ни в одном источнике этого нет",
        "steht in keiner Quelle",
        "ne se trouve dans aucune source",
        "no figura en ninguna fuente",
    ),
    "a source says otherwise": (
        "в источнике сказано другое",
        "eine Quelle sagt etwas anderes",
        "une source dit autre chose",
        "una fuente dice otra cosa",
    ),
    # kinds
    "sum": ("сумма", "Betrag", "montant", "importe"),
    "share": ("доля", "Anteil", "part", "porcentaje"),
    "quantity": ("количество", "Menge", "quantité", "cantidad"),
    "date": ("дата", "Datum", "date", "fecha"),
    "name": ("имя", "Name", "nom", "nombre"),
    "quotation": ("цитата", "Zitat", "citation", "cita"),
    "speaker": ("говорящий", "Sprecher", "locuteur", "hablante"),
    "stage": ("стадия", "Stadium", "stade", "fase"),
    "summit": ("саммит", "Gipfel", "sommet", "cumbre"),
    "outcomes": ("итоги", "Ergebnisse", "résultats", "resultados"),
    "deals": ("сделки", "Vereinbarungen", "accords", "acuerdos"),
    "positions": ("позиции", "Positionen", "positions", "posturas"),
    "sums": ("суммы", "Beträge", "montants", "importes"),
    "shares": ("доли", "Anteile", "parts", "porcentajes"),
    "quantities": ("количества", "Mengen", "quantités", "cantidades"),
    "dates": ("даты", "Daten", "dates", "fechas"),
    "names": ("имена и названия", "Namen", "noms", "nombres"),
    "quotations": ("цитаты", "Zitate", "citations", "citas"),
    "stages": ("стадии", "Stadien", "stades", "fases"),
    "instructions": ("указания", "Anweisungen", "instructions", "instrucciones"),
    # the frame
    "Facts and their sentences": (
        "Факты и их предложения",
        "Fakten und ihre Sätze",
        "Les faits et leurs phrases",
        "Los hechos y sus oraciones",
    ),
    "{} articles and their facts": (
        "Статьи ({}) и их факты",
        "{} Artikel und ihre Fakten",
        "{} articles et leurs faits",
        "{} artículos y sus hechos",
    ),
    "What code alone sees": (
        "Что видит код сам по себе",
        "Was Code allein sieht",
        "Ce que le code voit seul",
        "Lo que el código ve por sí solo",
    ),
    "Skip to the articles": (
        "К статьям",
        "Zu den Artikeln",
        "Aller aux articles",
        "Ir a los artículos",
    ),
    "Filters": ("Фильтры", "Filter", "Filtres", "Filtros"),
    "Kinds to show": ("Показывать виды", "Arten", "Types à montrer", "Tipos que mostrar"),
    "Verdicts to show": (
        "Показывать оценки",
        "Befunde",
        "Verdicts à montrer",
        "Veredictos que mostrar",
    ),
    "largest sums first": (
        "сначала крупные суммы",
        "größte Beträge zuerst",
        "plus gros montants d’abord",
        "primero los importes mayores",
    ),
    "Contents": ("Содержание", "Inhalt", "Sommaire", "Índice"),
    "Article": ("Статья", "Artikel", "Article", "Artículo"),
    "Facts": ("Факты", "Fakten", "Faits", "Hechos"),
    "Fact {}": ("Факт {}", "Fakt {}", "Fait {}", "Hecho {}"),
    "fact": ("факт", "Fakt", "fait", "hecho"),
    "of": ("из", "von", "sur", "de"),
    "from": ("из", "aus", "de", "de"),
    "none": ("нет", "keine", "aucun", "ninguno"),
    "not checked": ("не сверялось", "nicht geprüft", "non vérifié", "sin verificar"),
    "undated": ("без даты", "ohne Datum", "sans date", "sin fecha"),
    "open": ("без факта", "offen", "en suspens", "sin hecho"),
    "open sentence": ("предложение без факта", "offener Satz", "phrase en suspens", "sin hecho"),
    "rejected": ("отклонено", "abgelehnt", "rejeté", "rechazado"),
    "claimed": ("утверждалось", "behauptet", "affirmé", "se afirmaba"),
    "the text says": ("в тексте", "im Text steht", "le texte dit", "el texto dice"),
    "{} found": ("найдено: {}", "{} gefunden", "trouvés : {}", "hallados: {}"),
    "{} facts": ("фактов: {}", "Fakten: {}", "faits : {}", "hechos: {}"),
    "{} sentences": ("предложений: {}", "Sätze: {}", "phrases : {}", "oraciones: {}"),
    "{} rejected": ("отклонено: {}", "abgelehnt: {}", "rejetés : {}", "rechazados: {}"),
    "{} open": ("без факта: {}", "offen: {}", "en suspens : {}", "sin hecho: {}"),
    "{} sentence not read": (
        "не прочитано предложений: {}",
        "nicht gelesene Sätze: {}",
        "phrases non lues : {}",
        "oraciones sin leer: {}",
    ),
    "{} of {} sentences accounted for; no item cites these:": (
        "учтено предложений: {} из {}; на эти не опирается ни один факт:",
        "erfasst sind {} von {} Sätzen; auf diesen beruht kein Fakt:",
        "phrases prises en compte : {} sur {} ; aucun fait ne repose sur celles-ci :",
        "oraciones tenidas en cuenta: {} de {}; ningún hecho se apoya en estas:",
    ),
    "A draft and its sources": (
        "Черновик и его источники",
        "Ein Entwurf und seine Quellen",
        "Un brouillon et ses sources",
        "Un borrador y sus fuentes",
    ),
    "Skip to the draft": ("К черновику", "Zum Entwurf", "Aller au brouillon", "Ir al borrador"),
    "Draft": ("Черновик", "Entwurf", "Brouillon", "Borrador"),
    "Source": ("Источник", "Quelle", "Source", "Fuente"),
    "source {}": ("источник {}", "Quelle {}", "source {}", "fuente {}"),
    "back to the draft": (
        "назад к черновику",
        "zurück zum Entwurf",
        "retour au brouillon",
        "volver al borrador",
    ),
    "wants a look": ("требует внимания", "nachzusehen", "à revoir", "por revisar"),
    "Nothing of the draft was found in:": (
        "Ничего из черновика не нашлось в:",
        "Nichts aus dem Entwurf fand sich in:",
        "Rien du brouillon n’a été trouvé dans :",
        "Nada del borrador se halló en:",
    ),
    "Marked words lead to where they stand in a source, and from there back. Of a quotation, "
    "struck words are the draft’s alone, underlined ones the source’s.": (
        "Отмеченные слова ведут туда, где они стоят в источнике, и оттуда назад. В цитатах "
        "зачёркнутое есть только в черновике, подчёркнутое — только в источнике.",
        "Markierte Wörter führen dorthin, wo sie in einer Quelle stehen, und von dort zurück. In "
        "Zitaten steht Gestrichenes nur im Entwurf, Unterstrichenes nur in der Quelle.",
        "Les mots marqués mènent là où ils se trouvent dans une source, et de là en arrière. Dans "
        "une citation, le barré n’est que dans le brouillon, le souligné que dans la source.",
        "Las palabras marcadas llevan adonde figuran en una fuente, y de allí de vuelta. En una "
        "cita, lo tachado está solo en el borrador, y lo subrayado, solo en la fuente.",
    ),
    "Code compared sums, shares, quantities, dates, names, quotations, speakers and stages. What "
    "it does not know it passes over, and nobody has checked whether the sources are true.": (
        "Код сверил суммы, доли, количества, даты, имена, цитаты, говорящих и стадии. Чего он не "
        "знает, то он пропускает, и верны ли источники, не проверял никто.",
        "Code hat Beträge, Anteile, Mengen, Daten, Namen, Zitate, Sprecher und Stadien verglichen. "
        "Was er nicht kennt, übergeht er, und ob die Quellen stimmen, hat niemand geprüft.",
        "Le code a comparé montants, parts, quantités, dates, noms, citations, locuteurs et "
        "stades. Ce qu’il ne connaît pas, il le passe, et personne n’a vérifié si les sources "
        "sont vraies.",
        "El código comparó importes, porcentajes, cantidades, fechas, nombres, citas, hablantes y "
        "fases. Lo que no conoce lo pasa por alto, y nadie ha verificado si las fuentes son "
        "ciertas.",
    ),
    "The article is not part of this summary.": (
        "Самой статьи в этой сводке нет.",
        "Der Artikel ist nicht Teil dieser Zusammenfassung.",
        "L’article ne fait pas partie de ce résumé.",
        "El artículo no forma parte de este resumen.",
    ),
    "A summary without its article": (
        "Сводка без статьи",
        "Eine Zusammenfassung ohne ihren Artikel",
        "Un résumé sans son article",
        "Un resumen sin su artículo",
    ),
    "What the verdicts mean": (
        "Что значат оценки",
        "Was die Befunde bedeuten",
        "Ce que disent les verdicts",
        "Qué significan los veredictos",
    ),
    "Sorted by sum, the largest of each currency first: sums in different currencies, or of a year "
    "and in total, are not compared, and nothing is converted. A fact of several sums goes by the "
    "largest in the currency of its first.": (
        "По суммам, в каждой валюте сначала крупные: суммы в разных валютах, годовые и общие не "
        "сравниваются, ничего не пересчитано. Факт с несколькими суммами стоит по наибольшей "
        "в валюте первой из них.",
        "Nach Beträgen, in jeder Währung der größte zuerst: Beträge in verschiedenen Währungen, "
        "jährliche und gesamte werden nicht verglichen, nichts ist umgerechnet. Ein Fakt mit "
        "mehreren Beträgen steht nach dem größten in der Währung des ersten.",
        "Par montant, le plus gros de chaque devise d’abord : les montants en devises différentes, "
        "annuels et totaux ne sont pas comparés, et rien n’est converti. Un fait à plusieurs "
        "montants se classe par le plus gros dans la devise du premier.",
        "Por importe, primero el mayor de cada moneda: los importes en monedas distintas, anuales "
        "y totales no se comparan, y nada se convierte. Un hecho con varios importes va por el "
        "mayor en la moneda del primero.",
    ),
    "A sentence is open if no fact rests on it, though a sum, a quotation or a speaker stands in "
    "it; whether it matters is for you to say.": (
        "Предложение остаётся без факта, если ни один факт на него не опирается, хотя в нём есть "
        "сумма, цитата или говорящий; важно ли оно, решать вам.",
        "Ein Satz ist offen, wenn kein Fakt auf ihm beruht, obwohl ein Betrag, ein Zitat oder ein "
        "Sprecher darin steht; ob er wichtig ist, sagen Sie.",
        "Une phrase est en suspens si aucun fait ne repose sur elle, bien qu’un montant, une "
        "citation ou un locuteur s’y trouve ; à vous de dire si elle compte.",
        "Una oración queda sin hecho si ningún hecho se apoya en ella, aunque haya en ella un "
        "importe, una cita o un hablante; usted dirá si importa.",
    ),
    "Each fact rests on the sentences whose numbers stand beside it. Code compared its words, sums "
    "and names with them; nobody has checked whether the sentences are true.": (
        "Каждый факт опирается на предложения, номера которых стоят рядом. Код сверил с ними его "
        "слова, суммы и имена; верны ли сами предложения, не проверял никто.",
        "Jeder Fakt beruht auf den Sätzen, deren Nummern daneben stehen. Code hat seine Wörter, "
        "Beträge und Namen mit ihnen verglichen; ob die Sätze stimmen, hat niemand geprüft.",
        "Chaque fait repose sur les phrases dont les numéros figurent à côté. Le code y a comparé "
        "ses mots, montants et noms ; personne n’a vérifié si les phrases sont vraies.",
        "Cada hecho se apoya en las oraciones cuyos números figuran al lado. El código comparó con "
        "ellas sus palabras, importes y nombres; nadie ha verificado si las oraciones son ciertas.",
    ),
    "Code found these words and read their figures and dates. No model was asked, and nobody has "
    "checked whether the sentences are true; what the code does not know, it passes over.": (
        "Эти слова нашёл код, он же прочёл числа и даты. Модель не спрашивали, и верны ли "
        "предложения, не проверял никто; чего код не знает, то он пропускает.",
        "Code hat diese Wörter gefunden und ihre Zahlen und Daten gelesen. Kein Modell wurde "
        "gefragt, und ob die Sätze stimmen, hat niemand geprüft; was der Code nicht kennt, "
        "übergeht er.",
        "Le code a trouvé ces mots et lu leurs chiffres et leurs dates. Aucun modèle n’a été "
        "interrogé, et personne n’a vérifié si les phrases sont vraies ; ce que le code ne connaît "
        "pas, il le passe.",
        "El código halló estas palabras y leyó sus cifras y fechas. No se preguntó a ningún "
        "modelo, y nadie ha verificado si las oraciones son ciertas; lo que el código no conoce, "
        "lo pasa por alto.",
    ),
}
_NUMBER = re.compile("[0-9]+")


def _key(words: str) -> str:
    return _NUMBER.sub("{}", words).replace("sentences", "sentence")


_BY_KEY = {_key(words): row for words, row in _ROWS.items()}


def labelled(code: LabelLanguage) -> Callable[[str], str]:
    """What turns an English label into that of this language; words it does not know stay.

    >>> labelled("de")("3 rejected"), labelled("fr")("pledges"), labelled("en")("open")
    ('abgelehnt: 3', 'pledges', 'open')
    """
    if code not in LABELS:
        raise ValueError(f"there are labels in {', '.join(LABELS)}, and none in {code!r}")
    if code == LABELS[0]:
        return str
    column = LABELS.index(code) - 1

    def label(words: str) -> str:
        row = _BY_KEY.get(_key(words))
        return row[column].format(*_NUMBER.findall(words)) if row else words

    return label


def is_label(words: str) -> bool:
    """Whether these words have their row."""
    return _key(words) in _BY_KEY


def labels_for(articles: Iterable[Article | None], asked: LabelLanguage | None) -> LabelLanguage:
    """The language of a page's labels: as asked for, or that of its articles, if it is one.

    >>> from summariser import Article
    >>> labels_for([Article.from_text("Они встретились.", language="ru")], None)
    'ru'
    """
    if asked is not None:
        labelled(asked)
        return asked
    codes = {each.language.partition("-")[0] for each in articles if each}
    return next((code for code in LABELS if codes == {code}), LABELS[0])
