"""How far something has come: what was done, is to be done, was not done, or waits."""

from __future__ import annotations

from typing import get_args, get_type_hints

import pytest

from summariser.languages import LANGUAGES
from summariser.schema import Stage
from summariser.text import find_instruments, find_stages
from summariser.topics.summit import Deal

# language, sentence, the stages it speaks of for sure
STAGES = [
    ("en", "Selm Air signed the contract on Monday.", ["signed"]),
    ("en", "Selm Air hopes to sign the contract on Monday.", ["planned"]),
    ("en", "The contract will be signed on Monday.", ["planned"]),
    ("en", "Selm Air has not signed the contract.", ["not signed"]),
    ("en", "The port was expected to be approved in May.", ["planned"]),
    ("en", "Parliament approved the loan, and the bank will pay.", ["approved", "planned"]),
    ("en", "The two sides reached a deal after a long night.", ["agreed"]),
    ("en", "The talks were postponed until spring.", ["postponed"]),
    ("en", "If it rains, the quay was opened in vain.", ["implemented"]),
    ("en", "The purpose-built hall stands in Norvik.", []),
    ("en", "It may close in May.", ["planned"]),
    ("en", "May is the month of storms.", []),
    ("ru", "Порт подписал договор с верфью.", ["signed"]),
    ("ru", "Порт и верфь подпишут договор в мае.", ["planned"]),
    ("ru", "Порт намерен купить шесть кранов.", ["planned"]),
    ("ru", "Порт намерен строить мост и уже купил краны.", ["implemented"]),
    ("ru", "Договор так и не подписан.", ["not signed"]),
    ("ru", "Парламент отклонил заявку порта.", ["turned_down"]),
    ("ru", "Мэр опроверг слухи.", ["denied"]),
    ("kk", "Тараптар келісімге қол қойды.", ["signed"]),
    ("kk", "Тараптар келісімге қол қоюды жоспарлап отыр.", ["planned"]),
    ("kk", "Тараптар келісімге қол қойған жоқ.", ["not signed"]),
    ("kk", "Жиын кейінге қалдырылды.", ["postponed"]),
    ("en", "The unions accepted the proposal.", ["agreed"]),
    ("de", "Die Gewerkschaften nahmen den Vorschlag an.", ["agreed"]),
    ("de", "Die Gewerkschaften haben den Vorschlag angenommen.", ["agreed"]),
    ("es", "Los sindicatos han aceptado la propuesta.", ["agreed", "proposed"]),
    ("it", "Le sigle hanno accettato la proposta.", ["agreed", "proposed"]),
    ("ru", "Профсоюзы приняли предложение.", ["agreed"]),
    ("zh", "工会接受了条件。", ["agreed"]),
    ("zh", "林海接受采访。", []),
    ("ja", "労組は提案を受け入れた。", ["agreed"]),
    # An approval that is needed, or awaited, is none.
    ("en", "The sale requires the green light of the port.", ["conditional"]),
    ("en", "Selm Air got a nod from the port.", []),
    ("fr", "Le rachat nécessite donc le feu vert du port.", ["conditional"]),
    ("fr", "Le port a donné son feu vert.", ["approved"]),
    ("fr", "La vente reste soumise à l'approbation du conseil.", ["conditional"]),
    ("de", "Der Verkauf braucht die Zustimmung des Rates.", ["conditional"]),
    ("de", "Der Hafen wartet auf grünes Licht aus Norvik.", ["conditional"]),
    ("es", "La venta necesita la luz verde del puerto.", ["conditional"]),
    ("it", "La vendita richiede il via libera del porto.", ["conditional"]),
    ("it", "La vendita è soggetta all'approvazione dei soci.", ["conditional"]),
    ("ru", "Продажа требует одобрения порта.", ["conditional"]),
    ("tr", "Satış limanın onayını gerektiriyor.", ["conditional"]),
    ("zh", "交易需获得港务局批准。", ["conditional"]),
    ("ja", "買収には当局の承認が必要だ。", ["conditional"]),
    ("ar", "تتطلب الصفقة موافقة الميناء.", ["conditional"]),
    ("uz", "Bitim portning roziligini talab qiladi.", ["conditional"]),
    ("uz", "Tomonlar shartnomani imzoladi.", ["signed"]),
    ("uz", "Tomonlar zavod qurishni rejalashtirmoqda.", ["planned"]),
    ("uz", "Yig‘ilish bekor qilindi.", ["cancelled"]),
    ("tr", "Taraflar anlaşmayı imzaladı.", ["signed"]),
    ("tr", "Bakan anlaşmayı imzalamayı planlıyor.", ["planned"]),
    ("tr", "Taraflar anlaşmayı mayısta imzalayacak.", ["planned"]),
    ("tr", "Taraflar anlaşmayı imzalamayacak.", []),
    ("tr", "Meclis teklifi reddetti.", ["turned_down"]),
    ("de", "Die Firmen haben das Abkommen unterzeichnet.", ["signed"]),
    ("de", "Das Abkommen soll im Mai unterzeichnet werden.", ["planned"]),
    ("de", "Sie sagt, dass der Hafen eröffnet werden soll.", ["planned"]),
    ("de", "Das Abkommen ist noch nicht unterzeichnet.", ["not signed"]),
    ("de", "Der Rat lehnte den Antrag ab.", ["turned_down"]),
    ("de", "Die Sitzung wurde vertagt.", ["postponed"]),
    ("fr", "Les deux ports ont signé un accord.", ["signed"]),
    ("fr", "Les deux ports signeront un accord en mai.", ["planned"]),
    ("fr", "L’accord sera signé en mai.", ["planned"]),
    ("fr", "L’accord n’a pas été signé.", ["not signed"]),
    ("fr", "La vente a été annulée.", ["cancelled"]),
    ("fr", "Sandra tiendra le quai.", ["planned"]),
    ("fr", "Sandra aime la mer.", []),
    ("es", "Los puertos firmaron el acuerdo.", ["signed"]),
    ("es", "El acuerdo será firmado en mayo.", ["planned"]),
    ("es", "El puerto quiere comprar seis grúas.", ["planned"]),
    ("es", "El puerto no firmó el acuerdo.", ["not signed"]),
    ("es", "El Congreso rechazó la oferta.", ["turned_down"]),
    ("it", "I porti hanno firmato l’accordo.", ["signed"]),
    ("it", "L’accordo sarà firmato a maggio.", ["planned"]),
    ("it", "Il porto non ha firmato.", ["not signed"]),
    ("it", "La riunione è stata rinviata.", ["postponed"]),
    ("ar", "وقع الوزيران الاتفاق أمس.", ["signed"]),
    ("ar", "وقّعت الشركة العقد أمس.", ["signed"]),
    ("ar", "سيوقع الوزيران الاتفاق غدا.", ["planned"]),
    ("ar", "لم توقع الشركة العقد.", []),
    ("ar", "رفض المجلس الطلب.", ["turned_down"]),
    ("ar", "السيدة مريم وصلت إلى سيناء.", ["implemented"]),
    ("zh", "双方签署了协议。", ["signed"]),
    ("zh", "双方将于五月签署协议。", ["planned"]),
    ("zh", "双方尚未签署协议。", ["not signed"]),
    ("zh", "会议推迟到明年。", ["postponed"]),
    ("zh", "将军走了。", []),
    ("ja", "両社は契約に署名した。", ["signed"]),
    ("ja", "両社は五月に契約に署名する予定だ。", ["planned"]),
    ("ja", "会議は延期になった。", ["postponed"]),
    ("ja", "決定した税を減らす。", []),
    ("xx", "Selm Air signed.", []),
]  # fmt: skip


UNREACHED = [
    ("en", "The two sides failed to agree on the text."),
    ("de", "Die Parteien konnten sich nicht einigen."),
    ("fr", "Les députés n'avaient pas réussi à s'accorder sur ces textes."),
    ("es", "Las partes se fueron sin acuerdo."),
    ("it", "Le parti sono uscite senza un accordo."),
    ("ru", "Стороны не смогли договориться."),
    ("zh", "双方谈判破裂。"),
    ("ja", "両者は合意に至らなかった。"),
    ("ar", "فشل الطرفان في التوصل إلى حل."),
]


@pytest.mark.parametrize(("language", "text"), UNREACHED)
def test_what_was_not_reached(language: str, text: str) -> None:
    """Words that deny by themselves what they speak of."""
    assert [each.stage for each in find_stages(text, language)] == ["not signed"]


@pytest.mark.parametrize(("language", "text", "stages"), STAGES)
def test_how_far_it_has_come(language: str, text: str, stages: list[str]) -> None:
    """What governs a verb decides whether it tells what was done."""
    found = [each for each in find_stages(text, language) if each.sure]
    assert list(dict.fromkeys(each.stage for each in found)) == stages
    assert all(text[slice(*each.place)].strip() for each in found)


def test_every_language_tells_the_same_stages() -> None:
    """They are the choices that a mark may compare."""
    marks = [each for each in Deal.model_fields["status"].metadata if isinstance(each, Stage)]
    choices = {*marks[0].ahead, *marks[0].reached, *marks[0].stopped}
    for code, language in LANGUAGES.items():
        assert {*language.stages.told} == choices, code
        assert {*language.stages.instruments, "unspecified"} == {
            *get_args(get_args(get_type_hints(Deal, include_extras=True)["instrument"])[0])
        }, code


INSTRUMENTS = [
    ("en", "They signed a memorandum of understanding.", ["memorandum"]),
    ("en", "A framework agreement came before the contract.", ["framework", "contract"]),
    ("ru", "Подписаны рамочное соглашение и контракт.", ["framework", "contract"]),
    ("ru", "Они договорились.", []),
    ("kk", "Меморандумға қол қойылды.", ["memorandum"]),
    ("uz", "Niyat xati imzolandi.", ["letter_of_intent"]),
    ("tr", "Çerçeve anlaşması imzalandı.", ["framework"]),
    ("de", "Sie schlossen einen Rahmenvertrag.", ["framework"]),
    ("de", "Der Liefervertrag gilt.", ["contract"]),
    ("fr", "Un protocole d’accord a été signé.", ["memorandum"]),
    ("es", "Firmaron un memorando de entendimiento.", ["memorandum"]),
    ("it", "Hanno firmato una lettera d’intenti.", ["letter_of_intent"]),
    ("ar", "وقعا مذكرة تفاهم.", ["memorandum"]),
    ("zh", "双方签署框架协议和合同。", ["framework", "contract"]),
    ("ja", "両社は覚書を交わした。", ["memorandum"]),
    ("xx", "A contract.", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "named"), INSTRUMENTS)
def test_what_is_agreed_upon(language: str, text: str, named: list[str]) -> None:
    """The longer of two names is read: a framework agreement is no mere agreement."""
    assert [each.stage for each in find_instruments(text, language)] == named
