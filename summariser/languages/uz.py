"""Uzbek, in both its scripts."""

from __future__ import annotations

from ._language import (
    Dates,
    Endings,
    Figures,
    Instruction,
    Language,
    Names,
    Places,
    SentenceWords,
    Speech,
    Stages,
    SumWords,
    Text,
    Writing,
    pairs,
)

# fmt: off
TEXT = Text(
    sentence="gap",
    unstated=(
        "ko'rsatilmagan|aytilmagan|noma'lum|ma'lumot yo'q|кўрсатилмаган|айтилмаган|номаълум|"
        "маълумот йўқ"
    ),
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
    said=(
        "dedi|deydi|aytdi|so'radi|javob berdi|qo'shimcha qildi|tushuntirdi|ta'kidladi|деди|дейди"
        "|айтди|сўради|жавоб берди|қўшимча қилди|тушунтирди|таъкидлади|aytadi|ta'kidlaydi"
        "|qayd etdi|ma'lum qildi|bildirdi|hisoblaydi|айтади|таъкидлайди|қайд этди|маълум қилди"
        "|билдирди"
    ),
    mark_before_dash=True,
    more_endings=r"(?!ma|ма)\w{1,8}",
    turns="lekin|ammo|biroq|faqat|agar",
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

SPEECH = Speech(
    points_back=(
        r"bu (?:haqda|haqida|to['ʻ‘’]g['ʻ‘’]rida)"
        r"(?= [^.;:]{1,80} (?:aytdi|ma['ʼ‘’]lum qildi|xabar berdi|yozdi|bildirdi)(?!\w))"
    ),
    possessed=(
        "advokati himoyachisi maslahatchisi yordamchisi xotini rafiqasi eri"
        " o'g'li qizi otasi onasi akasi ukasi opasi oilasi do'sti hamkasbi shifokori"
    ),
    whose="ning",
    speaks_for="matbuot|vakil",
    attributive=r"\w{2,}(?:gan|digan|ган)",
    closes="dedi|deydi|deyishdi|deb aytdi",
    order="verb last",
    verbs=TEXT.said + (
        "|deb aytdi|deb hisoblaydi|o'ylaydi|e'lon qildi|xabar berdi|ogohlantirdi|va'da berdi"
        "|rad etdi|tan oldi|taklif qildi|talab qildi|ayblaydi|aybladi|qo'shimcha qildi|tushuntirdi"
        "|tanqid qildi|yozdi|ҳисоблайди|эълон қилди|хабар берди|огоҳлантирди"
        "|ta'rifladi|baholadi|izoh berdi|fikr bildirdi|umid bildirdi|da'vat etdi|chaqirdi"
        "|so'zladi|aytib o'tdi|ishontirdi|bayonot berdi"
        "|(?:ma'lum qil|xabar qil|e'lon qil|xabar ber|ta'kidla|bildir|ayt|de)gan(?:di| edi)"
    ),
    behind=(
        "(?:so'zlariga|so'ziga|fikriga|ma'lumotiga) ko'ra|aytishicha|fikricha|ta'kidlashicha"
        "|(?:сўзларига|сўзига|фикрига) кўра|айтишича|фикрича"
    ),
    no_subject=(
        "davomida chog'ida doirasida haqda haqida bu ammo lekin va shuningdek kecha bugun ertaga"
        " keyin бу аммо лекин ва кеча бугун"
    ),
    joins="va lekin ammo",
    asides=True,
    unnamed="bir бир",
    pronouns="u ular men biz у улар",
)

NAMES = Names(
    counterparts="hamkasbi",
    courtesy="janob xonim жаноб хоним",
    bodies={
        "club": "klub|клуб",
        "company": "(?:kompaniya|korxona|firma)(?:ga|ni|ning|dan|da|si)?|компания|корхона",
        "bank": "bank(?:ga|ni|ning|dan|i)?|банк",
        "union": "kasaba",
        "ministry": "vazirlik(?:ga|ni|ning|dan)?|вазирлик",
        "organisation": "(?:tashkilot|harakat)(?:ga|ni|ning|dan|i)?|ташкилот",
    },
    seats={
        "AE": "Abu-Dabi",
        "AU": "Kanberra",
        "BR": "Brazilia",
        "CA": "Ottava",
        "CH": "Bern",
        "CN": "Pekin",
        "EU": "Bryussel",
        "IN": "Dehli|Nyu-Dehli",
        "KZ": "Ostona|Astana|Oqo'rda",
        "MA": "Rabot",
        "NL": "Gaaga",
        "PK": "Islomobod",
        "QA": "Doha",
        "RU": "Kreml",
        "TR": "Anqara|Ankara",
        "US": "Vashington|Oq uy",
        "VN": "Xanoy",
    },
    countries={
        "US": "aqsh|amerika",
        "GB": "britaniya",
        "AE": "baa",
    },
    endings=(
        Endings(
            where="last only", shortest=5,
            rows=(
                "ов ев ова ева стон кент || нинг ни га да дан",
                "ov ev ova eva ston kent qand || ni ga da dan",
                "|| ning нинг",
                "p b t d k g q l m n r s y z j x f v h || ni dan ga",
                "п б т д к г қ л м н р с й з ж х ф в ҳ || ни дан га",
                "a o u || ni dan ga",
                "а о у я || ни дан га",
                "i e || dan ga",
                "и е || дан га",
            ),
        ),
        Endings(
            where="last only", shortest=4,
            rows=(
                "bank || ni ning ga da dan",
            ),
        ),
        Endings(
            where="last only", shortest=6,
            rows=(
                "orti ligi yasi nki masi loti ngashi itasi zavodi || ni ning ga da dan nda ndan",
                "markazi fondi || ni ning ga da dan nda ndan",
            ),
        ),
    ),
    endings_after_apostrophe="ning ni ga da dan",
    initials="sh ch",
    patronymics=("огли угли қизи кизи | ~", "ogli o'gli og'li o'g'li qizi | -"),
    no_given_name="bu ushbu va lekin ammo keyin bugun kecha shuningdek shunga",
    seldom_surnames=(
        "banki daryosi dengizi energiya gaz ittifoqi kanali konlari neft partiyasi porti"
        " shahri yo'llari yo'li"
    ),
    pronouns="u ular uning",
    generic=(
        r"^\w+ning (?=\".*\" kompaniyasi)",
        r"(?<=\") (?:kompaniyasi|korporatsiyasi)(?:ni|ning|ga|da|dan)?$",
    ),
    forms_after="mchj aj",
    respelt=pairs("өзбек=узбек"),
    kinds_behind=(
        "kompaniya bank guruh agentli korporatsiya konsern xolding jamg'arma gazeta institut"
        " universitet port"
    ),
    several=r"(?:\S+ )*\S+(?:lar|лар)\w*",
    number_endings="lar",
    no_more="sobiq",
    no_more_behind="o'rinbosari o'rinbosarining yordamchisi nomzodi vazifasini",
    roles=(
        "vazir prezident direktor rais raisi boshlig'i ekspert iqtisodchi tahlilchi"
        " hokim elchi vakil kotib deputat senator olim professor tarixchi huquqshunos muhandis"
        " jurnalist tadbirkor mutaxassis rahbar rahbari o'rinbosar matbuot-kotib siyosatshunos"
        " muharrir faol fermer tadqiqotchi kansler gubernator yetakchi"
    ),
    role_endings="i ning ini ga iga da dan idan si sining siga",
)
# fmt: on

FIGURES = Figures(
    both="ikkala|ikkalasi|иккала",
    funds=(
        r"kredit\w*|qarz\w*|yordam\w*|investits\w*|investis\w*|grant\w*|subsidi\w*|"
        r"mablag'\w*"
    ),
    prices=r"narx\w*|tarif\w*|нарх\w*|тариф\w*",
    periods={"year": r"yil\w*|йил\w*", "month": r"oy(?:da|ning|i)?|ой(?:да|нинг|и)?"},
    everywhere=SumWords(
        goal_endings="га|ga|ka",
        range_words="oralig|o'rtasida|tebran",
        numerals={
            "2": "ikkita|ikki",
            "3": "uch|uchta",
            "4": "to'rt|to'rtta",
            "5": "besh|beshta",
            "6": "olti|oltita",
            "7": "yetti|yettita",
            "8": "sakkiz|sakkizta",
            "9": "to'qqiz|to'qqizta",
            "10": "o'n|o'nta",
            "20": "yigirma",
            "30": "o'ttiz",
            "40": "qirq",
            "50": "ellik",
            "60": "oltmish",
            "70": "yetmish",
            "80": "sakson",
            "90": "to'qson",
            "100": "yuz",
        },
        parts={
            "0.5": "yarim",
            "0.25": "chorak",
            "0": "uchdan bir|uchdan ikki",
        },
        halves={
            "0.5": "yarim",
        },
        scales={
            "1e3": "минг|мингдан|мингга|ming|mingdan|mingga",
            "1e9": "mlrd~",
            "1e12": "trln|trillioni",
        },
        vague="necha|bir necha",
        one="bitta",
        counted_one="bitta",
        minus="minus|минус|manfiy|манфий",
        and_="va",
        from_endings="n",
        with_="va|bilan",
        amid="oralig'ida|o'rtasida",
        until="gacha",
        until_endings="gacha|гача",
        currencies={
            "EUR": "yevro~",
            "rouble": "rubl~",
            "JPY": "iyena~",
            "UZS": "сўм~|so'm~",
            "UAH": "hryvnya~",
        },
        countries={
            "US": "aqsh|amerikan+",
        },
        percent="foiz~",
        before={
            "approximately": "taxminan",
            "approximately less_than": "qariyb|salkam|deyarli|deyarlik",
            "at_least": "kamida",
            "up_to": "ko'pi bilan",
        },
        after={
            "approximately": "atrofida",
            "approximately less_than": "яқин|yaqin|ga yaqin",
            "more_than": "ortiq|oshiq|oshdi|oshadi|oshgan|ko'p|ko'proq|ziyod|ортиқ|ошди",
            "less_than": "kam",
            "at_least": "yoki undan ko'p|yoki undan ortiq|va undan ko'p|va undan ortiq",
            "up_to": "gacha|yoki undan kam|yoki undan oz|va undan kam",
            "up_to less_than": "oshmaydi|oshmagan|oshmadi|oshmasligi",
        },
        caps=r"chekla\w*",
        estimates=r"bahola\w*|taxmin\w*|чамала\w*|баҳола\w*|тахмин\w*",
        limits="gacha",
        changes="oshdi|oshir|qisqar|kamay|ko'pay|kengay|yetkaz|ko'tar|o'sdi|yetdi|tushdi|ortdi",
        barred_behind="[a-z']+(?:maydi|madi|mas|masdan)|mumkin emas|taqiqlanadi|taqiqlangan",
        denied="emas|bo'lmagan|yo'q",
        per_beside={
            "year": "yillik",
        },
        per_clause={
            "year": "yiliga|har yili",
            "month": "oyiga|har oy",
            "other": "kuniga|har kuni",
            "unit": "donasi|donasiga|tonnasiga|tonnasi"
            "|litri|litriga|kilosi|kilosiga|boshiga|har biri",
        },
        per_slash={
            "year": "yil",
            "month": "oy",
            "other": "kun",
        },
        year="yil~",
        noun_endings="i a dan da idan iga ini ining ga gacha larga lari ni ning lik lar ilik ғача"
        " гача лик идан ининг ига",
        suffixes="dan|da|ga|ni|lik",
        ordinals="-chi|-inchi",
    ),
    own=SumWords(
        zero="nol|нол",
        whole="butun|бутун",
        part_of_endings="dan|дан",
        part_of={
            "0.1": "o'ndan|ўндан",
            "0.01": "yuzdan|юздан",
            "0.001": "mingdan|мингдан",
        },
        leading_scales="ming|минг",
        or_="yoki|ёки",
        currencies={
            "KRW": "?von~",
        },
    ),
)

STAGES = Stages(
    told={
        "implemented": (
            "yakunla(?:di|ndi|ngan)|tugat(?:di|ildi)|topshir(?:di|ildi)|och(?:di|ildi|ilgan)"
            "|ishga tushir(?:di|ildi|ilgan)|boshla(?:di|ndi|ngan)|qur(?:di|ildi|ilgan)"
            "|barpo et(?:di|ildi)|yetkaz(?:di|ildi)|sotib ol(?:di|indi|gan)|sot(?:di|ildi)"
            "|to'la(?:di|ndi)|tashkil et(?:di|ildi|ilgan)|joriy (?:etdi|etildi|qilindi)"
            "|kuchga kirdi|tayinla(?:di|ndi)|sayla(?:di|ndi)|o't(?:di|kaz(?:di|ildi))"
            "|uchrash(?:di|ildi)|ajrat(?:di|ildi|ilgan)|ol(?:di|indi)|yubor(?:di|ildi)"
            "|o'zlashtir(?:di|ildi)|osh(?:di|irdi)|kamay(?:di|tirdi)"
        ),
        "signed": "imzola(?:di|ndi|ngan|gan|shdi)|imzo chek(?:di|ildi)|tuz(?:di|ildi) shartnoma",
        "approved": (
            "ma'qulla(?:di|ndi|ngan)|tasdiqla(?:di|ndi|ngan)|ratifikatsiya (?:qildi|qilindi)"
            "|qabul qil(?:di|indi|ingan)|ruxsat ber(?:di|ildi)|qaror qildi"
        ),
        "agreed": (
            "kelish(?:di|ildi|ilgan|ib oldi|ib olindi|uvga (?:keldi|erish(?:di|ildi)))"
            "|kelishuvga eri?sh(?:di|ildi)"
        ),
        "announced": "e'lon qil(?:di|indi|ingan)|taqdim et(?:di|ildi)",
        "planned": (
            "rejalashtir(?:moqda|ilmoqda|di|ildi|ilgan|gan)|ko'zda tut(?:moqda|ilmoqda|ilgan)"
            "|mo'ljalla(?:ngan|nmoqda|moqda)"
        ),
        "offered": "taklif (?:kirit|ber)(?:di|ildi)",
        "proposed": (
            "taklif (?:qildi|etdi|qilindi|etildi|bildirdi)|tavsiya (?:qildi|etdi)|chaqir(?:di|ildi)"
        ),
        "under_discussion": (
            "muhokama qil(?:di|indi|moqda|inmoqda)|ko'rib chiq(?:di|ildi|moqda|ilmoqda)"
            r"|o'rgan(?:moqda|ilmoqda)|muzokara (?:olib bor|o'tkaz)\w+"
        ),
        "conditional": (
            r"sharti bilan|(?:ma'qullash|tasdiq|rozili|ruxsat)\w* (?:kerak|zarur|talab qil|kut)\w*"
        ),
        "postponed": "kechiktir(?:di|ildi|ilgan)|qoldir(?:di|ildi|ilgan)|to'xtatib tur(?:di|ildi)",
        "cancelled": "bekor qil(?:di|indi|ingan)|voz kech(?:di|ildi)|to'xtat(?:di|ildi)",
        "turned_down": "rad (?:etdi|etildi|qildi|etilgan)|qarshi ovoz berdi",
        "denied": "rad etdi|inkor (?:etdi|qildi)",
    },
    instruments={
        "framework": r"doiraviy (?:bitim|kelishuv|shartnoma)\w*",
        "memorandum": r"memorandum\w*",
        "letter_of_intent": r"niyat (?:xati|protokoli|bayonnomasi)\w*",
        "contract": r"shartnoma\w*|kontrakt\w*",
        "agreement": r"kelishuv\w*|bitim\w*",
        "partnership": r"hamkorlik\w*|sheriklik\w*",
    },
    acts=(
        r"imzolash\w*|tasdiqlash\w*|ma'qullash\w*|qabul qilish\w*|yakunlash\w*|ochish\w*"
        r"|ishga tushirish\w*|boshlash\w*|qurish\w*|yetkazish\w*|sotib olish\w*|sotish\w*"
        r"|to'lash\w*|tashkil etish\w*|joriy etish\w*|o'tkazish\w*|ajratish\w*|yuborish\w*"
        r"|oshirish\w*|ishlab chiqarish\w*"
    ),
    intends=(
        r"rejalashtir\w*|niyatida|niyat\w*|umid qil\w*|kutil\w*|kerak|lozim|tayyor"
        r"|va'da ber\w*|mo'ljalla\w*|ko'zda tut\w*|istay\w*|zarur"
    ),
    ahead=(
        "imzolaydi|imzolanadi|tasdiqlaydi|ochadi|ochiladi|boshlaydi|boshlanadi|quradi"
        "|quriladi|yetkazadi|yetkaziladi|sotib oladi|to'laydi|to'lanadi|tashkil etiladi"
        r"|o'tkaziladi|ajratiladi|ajratadi|\w{2,}(?:moqchi|adigan|ydigan)"
    ),
    conditions="agar|taqdirda|bo'lsa|sharti bilan|go'yo",
    denies="emas|yo'q",
    undone=r"imzolama(?:di|gan)|imzolanma(?:di|gan)|kelishmadi|\w{2,}(?:madi|magan)",
    governs="behind",
    nobody="hech kim",
    joins="lekin|va|faqat|balki",
    already=r"allaqachon|hozirning o'zida",
    not_yet=r"hali (?:\w+ ){0,2}(?:emas|yo'q)|hali \w+(?:magan|madi)|hanuz",
    done=(
        r"\w{3,}i?b(?= (?:ber|qo'y|chiq|ol|yubor|bo'l)\w*di)"
        r"|\w{2,}(?:di|gan|dilar)|\w{2,}(?:ди|ган)"
    ),
    coming=r"\w{2,}(?:moqchi|adigan|ydigan|моқчи|адиган|йдиган|(?:il|in)adi(?:lar)?)",
    formal="imzo|tasdiq|ma'qul",
)

# fmt: off
DATES = Dates(
    weekday_endings=True,
    months={
        "1": "январь", "2": "февраль", "4": "апрель", "6": "июнь", "7": "июль", "9": "sentyabr"
        "|сентябрь",
        "10": "oktyabr|октябрь", "11": "ноябрь", "12": "декабрь",
    },
    regions="uz_Cyrl",
    no_month="mar|sen|сен|мар",
    endings=(
        "ning|da(?:gi)?|dan|gacha|ga|ni|i|idagi|ida|idan|igacha|iga|ining"
        "|нинг|да(?:ги)?|дан|гача|га|ни|и|идаги|ида|идан|игача|ига|ининг"
    ),
    is_plain=True,
    ordinals="-?(?:si|чиси|chisi|сида|sida|kuni|куни|да|da)|-",
    to="dan|дан",
    and_="va|ва",
    day_behind="ning (?:oyining )?|нинг |-| oyining | ойининг ",
    year_first=True,
    year=(
        "yil(?:lar(?:da|i)?|ning|gi|da|dagi|i|dan|ga|gacha|ning)?|й\\.|йил(?:нинг|ги|да|даги|и"
        "|дан|га|гача)?"
    ),
    behind=(
        "(?:da(?:gi)?|dan|gacha)(?![a-z])|(?:да(?:ги)?|дан|гача)(?![а-яўқғҳ])"
        "| oy(?:i|ida|ining|iga|idan|idagi)(?![a-z])| ой(?:и|ида|ининг|идан)(?![а-яўқғҳ])"
    ),
    nth={
        "1": "birinchi|биринчи", "2": "ikkinchi|иккинчи", "3": "uchinchi|учинчи",
        "4": "to'rtinchi|тўртинчи|oxirgi",
    },
    quarter="chorak(?:da|ning|dagi)?|chorag(?:i|ida|ining|idagi)|чорак(?:да)?|чораги(?:да)?",
    half=(
        "yarmi(?:da|ning|dagi)?|yarim yillig(?:i|ida)|yarim yillik(?:da)?|ярми(?:да)?"
        "|ярим йиллик(?:да)?"
    ),
    elsewise=(
        "bugun|kecha|ertaga|indinga|(?:o'tgan|kelasi|shu|keyingi) (?:hafta|oy|kun)[a-z]*"
        "|[a-z]*shanba(?:da)?|juma(?:da)?|бугун|кеча|эртага|[а-я]*шанба(?:да)?|жума(?:да)?"
    ),
    other_year=(
        "(?:o'tgan|kelasi|keyingi|kelgusi) yil[a-z]*|(?:ўтган|келаси|кейинги|келгуси) йил[а-я]*"
        "|bir yil"
    ),
    eve="bir kun oldin|bir kun avval|бир кун олдин",
    past="o'tgan|ўтган",
    coming="kelasi|keyingi|келаси|кейинги",
)
# fmt: on

# fmt: off
PLACES = Places(
    within_endings="da dagi ida idagi да даги ида идаги",
    adjectives={
        "RU": "rossiya|rossiyalik", "CN": "xitoy|xitoylik", "DE": "nemis",
        "TR": "turk|turkiyalik", "KZ": "qozoq|qozogʻistonlik", "KG": "qirgʻiz", "FR": "fransuz",
        "GB": "britaniyalik|ingliz", "JP": "yapon", "US": "aqsh~|amerika|amerikalik",
        "KR": "koreys",
    },
)
# fmt: on

LANGUAGE = Language(
    code="uz",
    text=TEXT,
    speech=SPEECH,
    names=NAMES,
    figures=FIGURES,
    stages=STAGES,
    places=PLACES,
    dates=DATES,
)
