"""Kazakh."""

from __future__ import annotations

from ._language import (
    Endings,
    Instruction,
    Language,
    Names,
    SentenceWords,
    SpeltForm,
    Text,
    Writing,
    pairs,
)

# fmt: off
TEXT = Text(
    writings=(
        Writing(
            script="cyrillic", letters="әғқңөұүһі", without="вфцщчьъёэ",
            function_words=(
                "мен пен бен және бұл ол олар біз сол осы емес болды деді дейді үшін туралы"
                " жылы сонда"
            ),
        ),
    ),
    everywhere=SentenceWords(
        before_a_name="мыс көш",
        mid_sentence="ім",
        units="АҚШ Теңге~",
        last="т.б т.с.с",
        years="ж жж",
        before_a_year="өткен биыл сол",
        starters=(
            "Бұл Ол Олар Біз Сондай Осы Сонымен Алайда Бірақ Ал Мұндай Енді Қазір Сол Оның"
        ),
    ),
    quotation_marks=("«»", "“”"),
    instructions=(
        Instruction(pieces="нұсқау ереже", pattern=r"(нұсқау|ереже)\w*\s(.{0,20}\s)?(елеме|ұмыт)"),
    ),
)

# The case goes on the last word, and its first letter is that of the stem's last one.
_NASAL, _VOICED = "м н ң", "ж з й л р"
_VOWEL, _VOICELESS = "а ә е и і о ө у ұ ү ы э ю я", "б в г ғ д к қ п с т ф х һ ц ч ш щ"
_CASES = (
    f"{_VOWEL} {_NASAL} || ның нің", f"{_VOICED} || дың дің", f"{_VOWEL} || ны ні",
    f"{_NASAL} {_VOICED} || ды ді", f"{_VOWEL} {_VOICED} || дан ден", f"{_NASAL} || нан нен",
    f"{_VOWEL} {_NASAL} {_VOICED} || ға ге да де дағы дегі мен", "з ж || бен",
    f"{_VOICELESS} || тың тің ты ті қа ке та те тан тен тағы тегі пен",
    "ы і || на не н нда нде нан нен ндағы ндегі",
)
_ALL_CASES = " ".join(row.split("|")[2] for row in _CASES)
_OF_A_COUNTRY = r"\w+(?:[нтд][ыі]ң|[лдт][ыі][қк])"
_THEIR_COMPANY = r"(?:(?:авиа)?компаниясы|корпорациясы|фирмасы|холдингі|концерні)"

NAMES = Names(
    endings=(Endings(where="last only", shortest=4, rows=_CASES),),
    endings_after_hyphen=_ALL_CASES,
    endings_after_apostrophe=_ALL_CASES,
    no_name_ends_in="ыд ід үд ұд",
    patronymics=("ұлы улы қызы кызы | ~", "...uly kyzy qyzy | -"),
    surnames="ұлы улы қызы кызы uly qyzy",
    no_man="айгүл гүлмир гүлнар гүлжан гүлзар асел сәуле шолпан балжан ботагөз меруерт",
    no_given_name="бұл осы сол оның ~лығы ~лігі",
    pronouns="ол олар оның олардың",
    courtesy_after="ханым мырза",
    courtesy_endings="ның ға ды дан ны на нан мен",
    office_endings="і",
    irregular_offices=("саясаттанушы ||", "сарапшы ||"),
    generic=(
        rf"^{_OF_A_COUNTRY} (?=[\"a-z].*\W{_THEIR_COMPANY})",
        rf"(?<=[\"a-z.]) {_THEIR_COMPANY}(?:на|не|н|ның|нің|нда|нде|нан|нен|мен)?$",
    ),
    forms_before="ақ жшс нк ұк",
    forms_after="ақ жшс",
    same_form=pairs("ақ=ао жшс=тоо"),
    no_legal_form="нк ұк",
    spelt_forms=(
        SpeltForm(
            piece="шектеулі", pattern=r"\bжауапкершілігі шектеулі серіктесті\w{1,8}", short="жшс",
        ),
        SpeltForm(piece="қоғам", pattern=r"\bакционерлік қоғам\w{0,6}", short="ақ"),
    ),
    respelt=pairs("қазақ=казах самұрық=самрук"),
    sounded=pairs("самұрық=samruk"),
)
# fmt: on

LANGUAGE = Language(code="kk", text=TEXT, names=NAMES)
