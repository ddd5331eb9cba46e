"""Uzbek, in both its scripts."""

from __future__ import annotations

from ._language import Endings, Instruction, Language, Names, SentenceWords, Text, Writing, pairs

# fmt: off
TEXT = Text(
    writings=(
        Writing(
            script="latin",
            function_words=(
                "va bilan uchun bu ham edi bo'yicha esa o'z deb yil haqida bo'ldi qildi so'm"
                " hamda bir ko'ra so'ng bo'lgan bo'lib emas kabi uning o'rtasida"
            ),
        ),
        Writing(
            script="cyrillic", letters="ўқғҳ", without="ыщцәіңөүұ",
            function_words="ва билан учун бу бўйича",
        ),
    ),
    everywhere=SentenceWords(
        before_a_name="sh ch dj yu ya akad",
        scales="mln mlrd mlr trln",
        last="h.k",
        years="y",
        starters="Bu Ammo Lekin Ushbu Shuningdek Ular Biz",
    ),
    quotation_marks=("“”", "«»", "„“"),
    instructions=(
        Instruction(
            pieces="rsatma buyruq",
            pattern=r"(ko.rsatma|buyruq)\w*\s (.{0,20}\s)? (e.tiborsiz|e.tiborga\solma|unut)",
        ),
        Instruction(
            pieces="кўрсатма буйруқ",
            pattern=r"(кўрсатма|буйруқ)\w*\s (.{0,20}\s)? (эътиборсиз|эътиборга\sолма|унут)",
        ),
    ),
)

NAMES = Names(
    endings=(
        Endings(
            where="last only", shortest=5,
            rows=(
                "ов ев ова ева стон кент || нинг ни га да дан",
                "ov ev ova eva ston kent qand || ni ga da dan",
                "|| ning нинг",
            ),
        ),
        Endings(
            where="last only", shortest=6,
            rows=(
                "orti ligi yasi nki masi loti zavodi markazi fondi || ni ning ga da dan nda ndan",
            ),
        ),
    ),
    endings_after_apostrophe="ning ni ga da dan",
    initials="sh ch",
    patronymics=("огли угли қизи кизи | ~", "ogli o'gli og'li o'g'li qizi | -"),
    no_given_name="bu ushbu",
    pronouns="u ular uning",
    generic=(
        r"^\w+ning (?=\".*\" kompaniyasi)",
        r"(?<=\") (?:kompaniyasi|korporatsiyasi)(?:ni|ning|ga|da|dan)?$",
    ),
    forms_after="mchj",
    respelt=pairs("өзбек=узбек"),
)
# fmt: on

LANGUAGE = Language(code="uz", text=TEXT, names=NAMES)
