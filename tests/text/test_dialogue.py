"""Speech after a dash: what is said is a quotation, and what tells of it is none."""

from __future__ import annotations

import pytest
from trouble import unmarked

from summariser.text.quotations import find_quotations

SPEECH = [
    # language, text with what is said marked
    ("ru", "— ⟦Завтра подпишем⟧, — сказала министр. — ⟦Спешить некуда.⟧"),
    ("ru", "— ⟦Порт — это жизнь⟧, — сказал он, — ⟦и мы его построим.⟧"),
    ("ru", "- ⟦Мы готовы⟧, - ответил он."),
    ("ru", "– ⟦5 млн⟧, – ответил он."),
    ("ru", "— ⟦Сколько?⟧ — спросил журналист.\n\n— ⟦Пять миллиардов.⟧\n\nПорт открыт."),
    ("ru", "— ⟦Это «Порт»⟧, — сказал он, и «⟦Причал⟧» закрыли."),
    ("ru", "— ⟦Ждите⟧, — сказал он. Он ушёл."),
    ("ru", "— ⟦Ждите⟧, — вздохнул он — от усталости — и вышел."),
    ("ru", "— ⟦Ждите⟧, —сказал он. —⟦Скоро.⟧"),
    ("es", "—⟦El puerto —el mayor del país— abre⟧ —añadió Ruiz."),
    ("es", "—⟦Abre⟧ —dijo Ruiz—. ⟦No hay prisa.⟧"),
    ("es", "—⟦Abre⟧ —dijo Ruiz. Se fue."),
    ("es", "—⟦Firmaremos⟧ —ha dicho la ministra."),
    ("fr", "— ⟦Nous signerons demain⟧, dit la ministre. Elle partit."),
    ("fr", "— ⟦Nous signerons demain⟧, dit la ministre. — ⟦Rien ne presse.⟧"),
    ("fr", "— ⟦Vraiment ?⟧ demanda-t-il."),
    ("fr", "— ⟦Nous signerons⟧, a déclaré la ministre."),
    ("fr", "— ⟦Nous signerons⟧, a-t-elle ajouté."),
    ("it", "— ⟦Firmeremo⟧, ha detto la ministra."),
    ("kk", "— ⟦Ертең қол қоямыз⟧, — деді министр."),
    ("kk", "— ⟦Ертең⟧, — деп жауап берді министр. — ⟦Асықпаймыз.⟧"),
    ("uz", "— ⟦Ertaga imzolaymiz⟧, — dedi vazir."),
    ("uz", "— ⟦Qachon?⟧ — deb so‘radi jurnalist."),
    ("uz", "— ⟦Qachon?⟧ — deb soʻradi jurnalist."),
    ("uz", "— ⟦Эртага⟧, — деб жавоб берди вазир."),
    ("tr", "— ⟦Yarın imzalıyoruz⟧, dedi bakan."),
    ("tr", "— ⟦Ne zaman?⟧ diye sordu gazeteci."),
    ("ru", "— ⟦Да⟧,— сказал он,— ⟦готовы.⟧"),
    ("it", "— ⟦Firmiamo⟧ — ha detto il ministro —. ⟦Subito.⟧"),
    ("fr", "– ⟦Nous signerons⟧, a annoncé le ministre."),
    ("kk", "— ⟦Порт ашылды⟧, — деп хабарлады министр."),
    ("ru-RU", "— ⟦Ждите⟧, — сказал он."),
]
NONE = [
    # language, text in which nobody speaks
    ("ru", "— строительство дорог — 5 млрд тенге;\n— мосты — 3 млрд."),
    ("ru", "— Алмаран — признал долг;\n— Тарын — заявил протест."),
    ("en", "- Company X - said to be large\n- Company Y"),
    ("ru", "Он сказал: порт — это жизнь — сказал он."),
    ("de", "– der Hafen – der größte"),
    ("ru", "— Ждите, dit la ministre."),
    ("en", "— Pay, dice, wait: — dijo."),
    ("und", "— Ждите, — сказал он."),
    ("kk", "— Порт, — атап айтқанда, — ескі."),
    ("kk", "— Порт деген — қала, — деген жауап келді."),
    ("uz", "— Port, — javob kutilmoqda."),
    ("es", "- La obra, dice el informe, crece\n- El puerto"),
    ("fr", "— Prix en hausse, demande forte\n— Coûts en baisse"),
    ("it", "— Opera d'arte, replica esatta"),
]


@pytest.mark.parametrize(("language", "marked"), SPEECH)
def test_what_is_said_after_a_dash_is_quoted(language: str, marked: str) -> None:
    """Without the dashes, and without what tells who says it, in the article's own language."""
    text, expected = unmarked(marked)
    assert find_quotations(text, language=language) == expected


@pytest.mark.parametrize(("language", "text"), NONE)
def test_a_list_is_no_speech(language: str, text: str) -> None:
    """Nor is narration around dashes, nor a verb of another language."""
    assert find_quotations(text, language=language) == []


def test_a_company_in_marks_keeps_its_marks() -> None:
    """What stands in marks is found as ever."""
    text, expected = unmarked("— «⟦Порт⟧» — крупнейший, — это известно.")
    assert find_quotations(text, language="ru") == expected


@pytest.mark.parametrize(
    "text",
    [
        "— Сделка, dit la ministre.\n— Порт открыт.",
        "— Nous signerons, dit la ministre.\n— Port de Delta",
    ],
)
def test_a_neighbour_answers_only_who_is_set_off_by_a_dash(text: str) -> None:
    """In a list of which one item tells who says so, the others are not said."""
    last = text.index("\n") + 1
    assert find_quotations(text, last, language="fr") == []
