"""Languages that are not read are taken for themselves or for none, and a page's own word for it."""

from __future__ import annotations

import pytest
from extras import needs

from summariser import Article
from summariser.languages import LANGUAGES
from summariser.text.language import guess_language, is_clear

# An invented piece of news.
TEXTS = {
    "ar": "وقال وزير النقل إن الميناء الجديد سيفتح أبوابه في الربيع بعد أن اتفق الجانبان على السعر.",
    "bg": "Министърът заяви, че новото пристанище ще бъде открито през пролетта. Двете страни се договориха за цената, но договорът още не е подписан.",
    "cs": "Ministr řekl, že nový přístav bude otevřen na jaře. Obě strany se dohodly na ceně, ale smlouva ještě není podepsána.",
    "da": "Ministeren sagde, at den nye havn åbner til foråret. De to parter er blevet enige om prisen, men aftalen er ikke underskrevet.",
    "de": "Der Minister sagte, der neue Hafen werde im Frühjahr eröffnet. Die beiden Seiten haben sich auf den Preis geeinigt.",
    "en": "The minister said that the new port will open in spring. The two sides have agreed on the price, but the deal is not signed.",
    "es": "El ministro dijo que el nuevo puerto abrirá en primavera. Las dos partes acordaron el precio, pero el contrato no está firmado.",
    "fa": "وزیر گفت که بندر جدید در بهار گشایش می‌یابد. دو طرف بر سر قیمت توافق کرده‌اند، اما قرارداد هنوز امضا نشده است.",
    "fi": "Ministeri sanoi, että uusi satama avataan keväällä. Osapuolet ovat sopineet hinnasta, mutta sopimusta ei ole allekirjoitettu.",
    "fr": "Le ministre a dit que le nouveau port ouvrira au printemps. Les deux parties se sont entendues sur le prix.",
    "hu": "A miniszter azt mondta, hogy az új kikötő tavasszal nyílik meg. A két fél megegyezett az árban, de a szerződés még nincs aláírva.",
    "id": "Menteri mengatakan bahwa pelabuhan baru itu akan dibuka pada musim semi. Kedua pihak telah sepakat dengan harga, dan kontrak tidak ditandatangani.",
    "it": "Il ministro ha detto che il nuovo porto aprirà in primavera. Le due parti si sono accordate sul prezzo della gru.",
    "kk": "Министр жаңа порт көктемде ашылады деді. Екі тарап баға туралы келісті, бірақ шартқа әлі қол қойылған жоқ.",
    "lt": "Ministras sakė, kad naujas uostas bus atidarytas pavasarį. Abi šalys susitarė dėl kainos, bet sutartis dar nėra pasirašyta.",
    "lv": "Ministrs sacīja, ka jaunā osta tiks atvērta pavasarī. Abas puses ir vienojušās par cenu, bet līgums vēl nav parakstīts.",
    "mk": "Министерот рече дека новото пристаниште ќе се отвори во пролет. Двете страни се договорија за цената, но договорот не е потпишан.",
    "nl": "De minister zei dat de nieuwe haven in het voorjaar opengaat. De twee partijen zijn het eens over de prijs, maar het contract is niet getekend.",
    "pl": "Minister powiedział, że nowy port zostanie otwarty na wiosnę. Obie strony uzgodniły cenę, ale umowa nie jest podpisana.",
    "pt": "O ministro disse que o novo porto abrirá na primavera. As duas partes chegaram a um acordo sobre o preço, mas não foi assinado.",
    "ro": "Ministrul a spus că noul port se va deschide în primăvară. Cele două părți au convenit asupra prețului, dar contractul nu este semnat.",
    "ru": "Министр сказал, что новый порт откроется весной. Обе стороны договорились о цене, но договор ещё не подписан.",
    "sv": "Ministern sade att den nya hamnen öppnar till våren. De två parterna har kommit överens om priset, men avtalet är inte undertecknat.",
    "tk": "Ministr täze portuň ýazda açyljakdygyny aýtdy. Iki tarap baha barada ylalaşdy we bu şertnama heniz gol çekilmedi.",
    "tr": "Bakan, yeni limanın ilkbaharda açılacağını söyledi. İki taraf fiyat için anlaştı, ancak bu sözleşme henüz imzalanmadı.",
    "tt": "Министр яңа порт язын ачыла дип әйтте. Ике як та бәя белән килеште, әмма килешүгә әлегә кул куелмаган, җирле халык көтә.",
    "ur": "وزیر نے کہا کہ نئی بندرگاہ موسم بہار میں کھلے گی۔ دونوں فریق قیمت پر متفق ہیں لیکن معاہدے پر دستخط نہیں ہوئے ہیں۔",
    "uz": "Vazir yangi port bahorda ochilishini aytdi. Ikki tomon narx haqida kelishdi va bu shartnoma hali imzolanmagan edi.",
    "vi": "Bộ trưởng nói rằng cảng mới sẽ mở cửa vào mùa xuân. Hai bên đã thống nhất về giá, nhưng hợp đồng vẫn chưa được ký.",
    "zh": "部长说，新港口将于春季启用。双方已就价格达成一致，但合同尚未签署。",
}  # fmt: skip
# Of these nothing is written down.
UNKNOWN = {
    "Welsh": "Dywedodd y gweinidog y bydd y porthladd newydd yn agor yn y gwanwyn, ond nid yw'r cytundeb wedi ei lofnodi gan neb o'r ddwy ochr eto, meddai ef ddoe.",
    "Greek": "Ο υπουργός είπε ότι το νέο λιμάνι θα ανοίξει την άνοιξη.",
    "Chuvash": "Министр ҫӗнӗ порт ҫуркунне уҫӑласси ҫинчен каланӑ, анчах килӗшӗве алӑ пусман-ха.",
    "Hindi": "मंत्री ने कहा कि नया बंदरगाह वसंत में खुलेगा।",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_language_is_taken_for_itself(language: str) -> None:
    """Its letters and function words tell it from those that are read, and carry the guess."""
    assert guess_language(TEXTS[language]) == language
    assert is_clear(TEXTS[language])


@pytest.mark.parametrize("text", UNKNOWN.values(), ids=UNKNOWN)
def test_of_what_nothing_is_known_none_is_guessed(text: str) -> None:
    """Not the language that happens to share a few short words."""
    assert guess_language(text) == "und"


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("other", ["en", "ru", "pl"])
def test_a_few_words_of_another_language_change_nothing(language: str, other: str) -> None:
    """A text is in the language most of it is in."""
    quoted = " ".join(TEXTS[other].split()[:3])
    assert guess_language(f"{TEXTS[language]} {TEXTS[language]} {quoted}") == language


DECLARED = [
    # what the text is in, what the page says, what is taken
    ("en", "ru", "en"),  # one language for all pages of a site
    ("ru", "en-US", "ru"),
    ("ru", "ky", "ru"),
    ("de", "sv", "de"),
    ("zh", "ko", "zh"),
    ("sv", "en", "sv"),  # read in English, it would be read wrongly
    ("fa", "ar", "fa"),
    ("bg", "ru", "bg"),
    ("nl", "af", "af"),  # two that are not read: the page knows better
    ("id", "ms-MY", "ms"),
    ("da", "nb", "nb"),
]
IN_DOUBT = [
    # a text that does not tell, what the page says, what is taken
    ("12 345 678. " * 30, "sv-SE", "sv"),
    ("12 345 678. " * 30, "de", "de"),
    ("Порт Омск. " * 30, "bg", "bg"),
    ("Порт Омск. " * 30, "kk", "ru"),
    ("وقعت شركة اتفاقا. " * 30, "fa", "fa"),
    ("وقعت شركة اتفاقا. " * 30, "en", "ar"),
    (UNKNOWN["Welsh"], "cy", "cy"),
]


def paged(text: str, declared: str) -> str:
    return f"<html lang={declared}><article><p>{text}</p><p>{text}</p></article></html>"


@needs("trafilatura", extra="web")
@pytest.mark.parametrize(("language", "declared", "taken"), DECLARED)
def test_a_clear_guess_stands(language: str, declared: str, taken: str) -> None:
    """What a page says of its language is asked only among those that are not read."""
    assert Article.from_html(paged(TEXTS[language], declared)).language == taken


@needs("trafilatura", extra="web")
@pytest.mark.parametrize("language", ["bg", "fa", "lv", "tk", "vi"])
def test_a_page_that_says_what_it_is_in_is_believed(language: str) -> None:
    """Also in a language that is not read, and looks like one that is."""
    assert Article.from_html(paged(TEXTS[language], language)).language == language


@needs("trafilatura", extra="web")
@pytest.mark.parametrize(("text", "declared", "taken"), IN_DOUBT)
def test_in_doubt_the_page_knows(text: str, declared: str, taken: str) -> None:
    """Where the text does not tell, a language that is not read is believed to be meant."""
    assert Article.from_html(paged(text, declared)).language == taken


def test_all_that_are_read_are_among_the_texts() -> None:
    """Japanese aside, which has texts of its own in test_language."""
    assert set(LANGUAGES) - set(TEXTS) == {"ja"}
