"""Kazakh."""

from __future__ import annotations

from ._language import (
    Endings,
    Figures,
    Instruction,
    Language,
    Names,
    SentenceWords,
    SpeltForm,
    SumWords,
    Text,
    Writing,
    pairs,
)

# fmt: off
TEXT = Text(
    sentence="сөйлем",
    unstated=(
        "көрсетілмеген|көрсетілмеді|аталмаған|айтылмаған|белгісіз|нақтыланбаған|мәлімет жоқ|"
        "дерек жоқ|деректер жоқ"
    ),
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
    said="деді дейді деген айтты сұрады жауап қосты түсіндірді атап мәлімдеді",
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
    countries={
        "US": "ақш",
        "AE": "бәә",
        "KR": "корея республикасы",
    },
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

FIGURES = Figures(
    everywhere=SumWords(
        goal_endings="ға|ге|қа|ке|на|не",
        range_words="аралығ|арасында|ауытқ",
        numerals={
            "2": "екі",
            "3": "үш",
            "4": "төрт",
            "6": "алты",
            "7": "жеті",
            "8": "сегіз",
            "9": "тоғыз",
            "20": "жиырма",
            "30": "отыз",
            "40": "қырық",
            "50": "елу",
            "60": "алпыс",
            "70": "жетпіс",
            "80": "сексен",
            "90": "тоқсан",
            "100": "жүз",
        },
        full_hundreds="жүз",
        parts={
            "0.5": "жарты",
            "0.25": "төрттен бір|ширек",
            "0.75": "төрттен үш",
            "0.2": "бестен бір",
            "0.1": "оннан бір",
            "0": "үштен бір|үштен екі|алтыдан бір|жетіден бір|тоғыздан бір",
        },
        halves={
            "0.5": "жарым",
        },
        scales={
            "1e3": "мың~",
        },
        alone={
            "1": "миллиардтан|миллионнан",
        },
        uncounted="[дтл][ае]ған|[дтл]еген|аған|еген|неше",
        vague="көп|талай|бірнеше|қанша|қаншама|сан",
        no_number="орта жүз|ұлы жүз|кіші жүз",
        one="бір",
        counted_one="бір",
        not_counted="де|да|болып|күні",
        and_="және",
        from_endings="н",
        with_="мен|бен|пен|және",
        amid="аралығында|арасында|аралығындағы|арасындағы",
        until="дейін",
        currencies={
            "EUR": "еуро~",
            "KZT": "теңге~",
            "MNT": "төгрөг",
        },
        hundredths={
            "tiyn": "тиын~",
        },
        countries={
            "US": "ақш",
            "KZ": "қазақстан",
        },
        percent="пайыз~",
        before={
            "approximately": "шамамен",
            "at_least": "кемінде|ең аз дегенде|ең кемі|кем дегенде",
            "up_to": "ең көбі|ең көп|ең көп дегенде",
        },
        after={
            "approximately": "шамасында|жуық",
            "approximately less_than": "таяу|жуықтайды|жуықтады|жуықтап|жуықтаған|жуықтайтын",
            "more_than": "астам|артық|асты|асады|асатын|асқан|асып",
            "less_than": "төмен",
            "up_to": "дейін",
            "up_to less_than": "аспайды|аспайтын|аспады|аспаған|аспай|аспауы|аспас|аспауға"
            "|аспақ емес",
        },
        limits="дейін",
        changes="өсті|өсіп|өсе|артт|ұлғай|жеткіз|азай|төменде|көтер|қысқар|еселен|кеңей|құлдыра|секір|жетті|көбей|түсті",
        denied="емес|жоқ|болмайтын|болмайды",
        per_beside={
            "year": "жыл сайынғы",
            "other": "тоқсандық",
        },
        per_clause={
            "year": "жылына|жыл сайын",
            "month": "айына|ай сайын",
            "other": "күніне|күн сайын|тоқсанына|тоқсан сайын|аптасына|апта сайын",
            "unit": "әрқайсысы|әрқайсысына|әрбірі|әр вагон|тоннасына|баррелі|барреліне|данасы"
            "|данасына|литріне|килограмына|гектарына|текше метріне|киловатына|тоннасы",
        },
        per_slash={
            "year": "жыл",
            "month": "ай",
            "other": "тәулік|күн",
        },
        year="жыл~|ж|жж",
        noun_endings="ні і ын ін сы сі ды ді ты ті ны дың дің тың тің ның нің ының інің сының"
        " сінің ға ге қа ке на не ына іне сына сіне да де та те нда нде ында інде дан ден тан тен"
        " нан нен ынан інен сынан сінен мен бен пен лық лік дық дік тық тік сын сін сында сінде"
        " сымен сімен ымен імен ғы гі қы кі дағы дегі тағы тегі",
        suffixes="[дтн][ае]н|[ғқгк][ае]|[дт][ае]|[днт][ыі][ңн]?",
        ordinals="-ші|-шы|-інші|-ыншы|-ншы|-нші",
    ),
    own=SumWords(
        numerals={
            "5": "бес",
            "10": "он",
        },
        zero="нөл",
        whole="бүтін",
        part_of={
            "0.1": "оннан",
            "0.01": "жүзден",
            "0.001": "мыңнан",
        },
        leading_scales="мың",
        or_="немесе",
        after={
            "more_than": "көп|аса",
            "less_than": "кем|аз",
        },
    ),
)

LANGUAGE = Language(code="kk", text=TEXT, names=NAMES, figures=FIGURES)
