"""Wrapped lines: which line breaks are none, and that all others stay."""

from __future__ import annotations

import gc
import re
import textwrap
from time import thread_time
from unicodedata import east_asian_width

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trouble import TROUBLE, UNITS

from summariser import Article
from summariser.checks.index import Index
from summariser.text import fold, line_wraps, unwrapped

PARAGRAPHS = {
    "en": [
        "The port of Norvik signed a contract worth $2.5 billion with the Laguna shipyard on Friday. "
        '"We will build the crane together, whatever it takes," said Dana Whitlock, who heads the '
        "port, after the talks with A. Omarov.",
        "Both sides have yet to agree on the price of a second crane, and talks are to be resumed "
        "in June. Until then the old crane stays where it is.",
    ],
    "ru": [
        "Управление порта Норвика подписало в пятницу контракт на 2,5 млрд долларов с верфью "
        "«Лагуна». «Мы построим этот кран вместе, чего бы это ни стоило», — сказал начальник "
        "порта А. Омаров после переговоров.",
        "О цене второго крана стороны пока не договорились, и переговоры продолжатся в июне. "
        "До тех пор старый кран останется на своём месте.",
    ],
    "kk": [
        "Норвик порты жұма күні «Лагуна» верфімен 2,5 млрд долларға келісімшартқа қол қойды. "
        "«Біз бұл кранды бірге саламыз», – деді порт басшысы келіссөздерден кейін.",
        "Екінші кранның бағасы туралы тараптар әлі келіскен жоқ, келіссөздер маусым айында "
        "жалғасады. Оған дейін ескі кран өз орнында қалады.",
    ],
    "de": [
        "Der Hafen Norvik hat am Freitag mit der Lagunenwerft einen Vertrag über 2,5 Milliarden "
        "Dollar unterzeichnet. „Wir werden diesen Kran zusammen bauen“, sagte der Leiter des Hafens "
        "nach den Gesprächen.",
        "Über den Preis des zweiten Krans haben sich beide Seiten noch nicht geeinigt, die Gespräche "
        "werden im Juni fortgesetzt. Bis dahin bleibt der alte Kran, wo er ist.",
    ],
    "fr": [
        "Le port de Norvik a signé vendredi un contrat de 2,5 milliards de dollars avec le chantier "
        "Laguna. « Nous construirons cette grue ensemble », a déclaré le directeur du port après "
        "les pourparlers.",
    ],
    "ar": [
        "وقّع ميناء نورفيك يوم الجمعة عقداً بقيمة ٢٫٥ مليار دولار مع حوض لاغونا لبناء السفن. وقال "
        "مدير الميناء إن بناء الرافعة سيستغرق ثلاث سنوات، وتصل القطع الأولى ربيعاً. ولم يتفق "
        "الطرفان بعد على سعر الرافعة الثانية، وتُستأنف المحادثات بينهما في حزيران.",
    ],
    "zh": [
        "诺维克港与拉古纳造船厂星期五签署了一份价值25亿美元的合同，双方代表出席了签字仪式。港口负责人对记者表示，"
        "吊车将在三年内建成，首批部件将于明年春天运抵码头。“我们将共同建造这台吊车，不惜一切代价。”他说。",
    ],
    "ja": [
        "ノルヴィク港は金曜日、ラグナ造船所と25億ドルの契約に署名した。港湾局長は記者団に対し、クレーンは三年以内に"
        "完成し、最初の部品は来年の春に届くと述べた。二台目の価格についてはまだ合意に至っていない。",
    ],
}  # fmt: skip


def filled(paragraph: str, width: int, indent: str = "") -> str:
    """A paragraph wrapped at a column, words whole; where there are no spaces, by characters."""
    if " " in paragraph:
        return textwrap.fill(paragraph, width, initial_indent=indent, break_on_hyphens=False)
    lines, room = [indent], width - len(indent)
    for character in paragraph:
        columns = 2 if east_asian_width(character) in "WF" else 1
        if columns > room and character not in "，。、”":
            lines.append("")
            room = width
        lines[-1] += character
        room -= columns
    return "\n".join(lines)


def read(article: Article) -> list[str]:
    return [article.on_one_line(each.start, each.end) for each in article.sentences]


@pytest.mark.parametrize("width", [60, 72, 76, 80])
@pytest.mark.parametrize(
    ("between", "indent"), [("\n\n", ""), ("\n", "   "), ("\r\n\r\n", ""), ("\n \n", "\u3000")]
)
@pytest.mark.parametrize("language", PARAGRAPHS)
def test_a_wrapped_article_has_the_sentences_of_its_paragraphs(
    language: str, between: str, indent: str, width: int
) -> None:
    """In every script, with blank lines or indents between paragraphs; offsets are the text's."""
    paragraphs = PARAGRAPHS[language]
    wrapped = between.join(filled(each, width, indent) for each in paragraphs)
    article = Article.from_text(wrapped, language=language)
    assert read(article) == read(Article.from_text("\n\n".join(paragraphs), language=language))
    given = wrapped.replace("\r\n", "\n").lstrip()
    assert all(given[each.start : each.end] == each.text for each in article.sentences)
    assert any("\n" in each.text for each in article.sentences)


@pytest.mark.parametrize("language", PARAGRAPHS)
def test_figures_quotations_and_names_are_found_over_a_wrap(language: str) -> None:
    """Whatever the column, the same sums and the same words in quotation marks are read."""
    plain = Index(Article.from_text(PARAGRAPHS[language][0], language=language))
    sums = [figure.readings[0] for figure, _ in plain.figures(plain.all_sentences)]
    quotes = [plain.text(each) for n in plain.all_sentences for each in plain.quotations(n)]
    names = {plain.text(each) for each in plain.cast.names(plain.all_sentences)}
    wraps = 0
    for width in range(64, 84):
        article = Article.from_text(filled(PARAGRAPHS[language][0], width), language=language)
        wraps += len(line_wraps(article.text))
        index = Index(article)
        found = [figure.readings[0] for figure, _ in index.figures(index.all_sentences)]
        assert found == sums
        words = [index.text(each) for n in index.all_sentences for each in index.quotations(n)]
        assert words == quotes
        assert {index.text(each) for each in index.cast.names(index.all_sentences)} == names
        assert all(fold(article.unwrapped).find(each) for each in quotes)
    assert wraps > 20


HYPHENS = [
    # what stands around the break, the words it must be found as
    ("a close cooper-\nation of both", "a close cooperation of both"),
    ("a close cooper\u00ad\nation of both", "a close cooperation of both"),
    ("a close cooper\u2010\nation of both", "a close cooperation of both"),
    ("the Kazakh-\nChinese border of both", "the Kazakh-Chinese border of both"),
    ("in the years 2025-\n2030 of both", "in the years 2025-2030 of both"),
    ("a new 3-\nyear plan for both", "a new 3-year plan for both"),
    ("the import-\nand the export of both", "the import- and the export of both"),
    (
        "the long-\nterm plan, a long-term one of both",
        "the long-term plan, a long-term one of both",
    ),
    ("the port -\nit is old - of both", "the port - it is old - of both"),
    ("KAZAKH-\nSTAN and KAZAKHSTAN of both", "KAZAKHSTAN and KAZAKHSTAN of both"),
    ("тесное сотруд-\nничество обеих", "тесное сотрудничество обеих"),
    ("die Zusammen-\narbeit und der Export beider", "die Zusammenarbeit und der Export beider"),
    ("die Import-\nund die Exportwaren beider", "die Import- und die Exportwaren beider"),
]


@pytest.mark.parametrize(("words", "expected"), HYPHENS)
def test_a_word_in_halves_is_one(words: str, expected: str) -> None:
    """A hyphen that only ends a line goes; one of the word's own stays; what follows tells."""
    before, after = words.split("\n", 1)
    text = f"After the talks of Friday the ministers spoke of {before}\n{after} sides in June."
    article = Article.from_text(text)
    assert len(article.sentences) == 1
    assert expected in read(article)[0]
    (place,) = fold(article.unwrapped).find(expected)
    assert article.text[slice(*place)] == words


LEFT_ALONE = {
    "verse": "Shall I praise the harbour in the morning light?\nIts cranes are taller than the masts "
    "below,\nAnd every gull that circles in its flight\nHas seen the grain ships come and go.",
    "verse in small letters": "so the harbour waits for the morning light,\nits cranes are taller "
    "than the masts below,\nand every gull that circles in its flight,\nhas seen the grain ships go.",
    "items": "The sides agreed on\n- the construction of a new railway to the border\n"
    "- the modernisation of the port and of its cranes\n- the joint exploration of lithium.",
    "items with numbers": "1. the construction of a new railway to the border\n"
    "2. the modernisation of the port and of its cranes\n3. the joint exploration of lithium.",
    "items with letters": "a) the construction of a new railway to the border\n"
    "b) the modernisation of the port and of its cranes\nc) the joint exploration of lithium.",
    "items without marks": "the construction of a new railway to the border\n"
    "the modernisation of the port and its cranes\nthe joint exploration of lithium and copper",
    "items with semicolons": "the construction of a new railway to the border;\n"
    "the modernisation of the port and its cranes;\nthe joint exploration of lithium.",
    "items with commas": "the construction of a new railway line to the eastern border,\n"
    "the modernisation of the port of Norvik and of its cranes,\nthe exploration of lithium.",
    "headlines": "Norvik port to get a new crane within three years\nLaguna shipyard hires three "
    "hundred more people\nMinisters meet in June over second crane's price",
    "Chinese headlines": "诺维克港将添新吊车合同价值二十五亿美元双方满意\n"
    "拉古纳造船厂将增聘三百名员工以应对新的大额订单\n两国部长将于六月会晤讨论第二台吊车的价格问题",
    "Chinese verse": "港口的清晨静悄悄\n吊车站在雾里\n海鸥绕着船飞\n等待远方的归舟。",
    "a table": "Country      2023   2024\nArlen          12     14\nMarland        17     19",
    "a table with bars": "| country | 2023 |\n| arlen | 12 |\n| marland | 17 |",
    "an address": "Port Authority of Norvik\n12 Harbour Road\n01001 Norvik",
    "a heading": "Norvik port gets a new crane\nThe port of Norvik signed a contract worth $2.5 "
    "billion with the Laguna shipyard.",
    "paragraphs": "The port of Norvik signed a contract with a shipyard.\n"
    "The crane will be built within three years, the harbour master said.",
    "talk": "— Мы построим этот кран вместе и в срок.\n— А сколько он будет стоить всем нам?\n"
    "— Этого пока не знает никто.",
}  # fmt: skip


@pytest.mark.parametrize("label", LEFT_ALONE)
def test_other_line_breaks_stay(label: str) -> None:
    """Verse, items, tables, headings and addresses are no wrapped paragraphs."""
    assert line_wraps(LEFT_ALONE[label]) == []
    wrapped = filled(PARAGRAPHS["en"][0], 72)
    between = f"{wrapped}\n\n{LEFT_ALONE[label]}\n\n{wrapped}"
    lines = between.split("\n")
    joined = unwrapped(between, line_wraps(between)).split("\n")
    assert [each for each in joined if each in lines] == ["", *LEFT_ALONE[label].split("\n"), ""]


def test_an_item_may_be_wrapped() -> None:
    """Its later lines hang, or do not; the next item begins anew."""
    items = [f"- {each}" for each in PARAGRAPHS["en"]]
    for hang in ("  ", ""):
        text = "\n".join(textwrap.fill(each, 60, subsequent_indent=hang) for each in items)
        assert text.count("\n") > len(items)
        found = [re.sub(" +", " ", each) for each in unwrapped(text, line_wraps(text)).split("\n")]
        assert found == items


@pytest.mark.heavy
@given(text=TROUBLE)
@settings(max_examples=3_000, deadline=None)
def test_the_unwrapped_text_is_as_long(text: str) -> None:
    """Only line breaks, the spaces and the hyphen beside them are ever replaced."""
    wraps = line_wraps(text)
    even = unwrapped(text, wraps)
    assert len(even) == len(text)
    changed = {at for at, (old, new) in enumerate(zip(text, even, strict=True)) if old != new}
    assert changed <= {at for wrap in wraps for at in range(wrap.start, wrap.end)}
    assert all(text[at].isspace() or text[at] in "-\u2010\u00ad" for at in changed)


@given(width=st.integers(20, 160), language=st.sampled_from(sorted(PARAGRAPHS)))
@settings(max_examples=300, deadline=None)
def test_between_sentences_stands_only_white_space(width: int, language: str) -> None:
    """Sentences are trimmed, in order, and cover the text, however it is wrapped."""
    text = "\n\n".join(filled(each, width) for each in PARAGRAPHS[language])
    article = Article.from_text(text, language=language)
    at = 0
    for each in article.sentences:
        assert article.text[at : each.start].strip() == ""
        assert each.text == each.text.strip()
        at = each.end
    assert article.text[at:].strip() == ""


@pytest.mark.heavy
@pytest.mark.parametrize("unit", [*UNITS, "a\n", "word-\n", "word word word word word word word\n"])
def test_wraps_are_found_in_one_go(unit: str) -> None:
    """Ten times the text takes about ten times as long, not a hundred times."""
    line_wraps("x")

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        gc.disable()  # which walks through all that other tests have left
        try:
            start = thread_time()
            unwrapped(text, line_wraps(text))
            return thread_time() - start
        finally:
            gc.enable()

    assert seconds(200_000) < 30 * max(seconds(20_000), 0.01)
