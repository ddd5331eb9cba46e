"""The words that sums are made of, in ten languages: tables only.

"|" sets words apart and a phrase holds spaces.  "~" stands for the case endings of a noun and "+"
for those of an adjective or a verb; "?" marks a currency read only beside a scale or its country
("pounds", "won"), "^" one that may stand before the number; "kk!он" is read in Kazakh only, because
«он» is no number in Russian.  Spelling is evened out as in ``characters.fold``: е for ё, ه for ة.
"""

from __future__ import annotations

# What a lone "," or "." before exactly three digits may mean: d decimal, g grouping.
# Everywhere else the digits settle it: "2,5", "1.234.567,89", "1 200 000".
_POINT, _COMMA = {",": "g", ".": "d"}, {",": "dg", ".": "g"}
SEPARATORS = {"en": _POINT, "zh": _POINT, "ja": _POINT, "de": _COMMA, "tr": _COMMA}
ANY_SEPARATOR = {",": "dg", ".": "dg"}

NUMERALS = {
    "2": "два|две|двух|двум|двумя|екі|two|zwei|deux|ikki|iki|اثنان|اثنين|اثنتان|اثنتين",
    "3": "три|трех|трем|тремя|үш|three|drei|trois|uch|üç|ثلاث|ثلاثه",
    "4": "четыре|четырех|четырем|четырьмя|төрт|four|vier|quatre|to'rt|dört|اربع|اربعه",
    "5": "пять|пяти|пятью|kk!бес|five|fünf|cinq|besh|beş|خمس|خمسه",
    "6": "шесть|шести|шестью|алты|six|sechs|olti|altı|ست|سته",
    "7": "семь|семи|семью|жеті|seven|sieben|sept|yetti|yedi|سبع|سبعه",
    "8": "восемь|восьми|восемью|сегіз|eight|acht|huit|sakkiz|sekiz|ثمان|ثماني|ثمانيه",
    "9": "девять|девяти|девятью|тоғыз|nine|neun|neuf|to'qqiz|dokuz|تسع|تسعه",
    "10": "десять|десяти|десятью|kk!он|ten|zehn|dix|o'n|tr!on|عشر|عشره",
    "11": "одиннадцат+|eleven|elf|onze",
    "12": "двенадцат+|twelve|zwölf|douze",
    "13": "тринадцат+|thirteen|dreizehn|treize",
    "14": "четырнадцат+|fourteen|vierzehn|quatorze",
    "15": "пятнадцат+|fifteen|fünfzehn|quinze",
    "16": "шестнадцат+|sixteen|sechzehn|seize",
    "17": "семнадцат+|seventeen|siebzehn",
    "18": "восемнадцат+|eighteen|achtzehn",
    "19": "девятнадцат+|nineteen|neunzehn",
    "20": "двадцат+|жиырма|twenty|zwanzig|vingt|yigirma|yirmi|عشرون|عشرين",
    "30": "тридцат+|отыз|thirty|dreißig|trente|o'ttiz|otuz|ثلاثون|ثلاثين",
    "40": "сорок|сорока|қырық|forty|vierzig|quarante|qirq|kırk|اربعون|اربعين",
    "50": "пятьдесят|пятидесяти|елу|fifty|fünfzig|cinquante|ellik|elli|خمسون|خمسين",
    "60": "шестьдесят|шестидесяти|алпыс|sixty|sechzig|soixante|oltmish|altmış|ستون|ستين",
    "70": "семьдесят|семидесяти|жетпіс|seventy|siebzig|yetmish|yetmiş|سبعون|سبعين",
    "80": "восемьдесят|восьмидесяти|сексен|eighty|achtzig|quatre vingt|quatre vingts|sakson|seksen"
    "|ثمانون|ثمانين",
    "90": "девяносто|девяноста|тоқсан|ninety|neunzig|to'qson|doksan|تسعون|تسعين",
    "100": "сто|ста|жүз|hundred|hundert|fr!cent|fr!cents|yuz|yüz|مئه|مائه",
    "200": "двести|двухсот|مئتان|مئتين|مئتا|مئتي|مائتان|مائتين|مائتا|مائتي",
    "300": "триста|трехсот|ثلاثمئه|ثلاثمائه",
    "400": "четыреста|четырехсот|اربعمئه|اربعمائه",
    "500": "пятьсот|пятисот|خمسمئه|خمسمائه",
    "600": "шестьсот|шестисот|ستمئه|ستمائه",
    "700": "семьсот|семисот|سبعمئه|سبعمائه",
    "800": "восемьсот|восьмисот|ثمانمئه|ثمانمائه",
    "900": "девятьсот|девятисот|تسعمئه|تسعمائه",
    "1.5": "полтора|полторы|полутора|anderthalb|eineinhalb",
    "0.25": "четверть|quarter of a|a quarter of a|ربع",
    "0.75": "три четверти|three quarters of a",
}
GERMAN = (
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
    " siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
)

SCALES = {
    "12": "dozen",
    "1e3": "тысяча|тысячи|тысяче|тысячу|тысячей|тысяч|тысячам|тысячами|тысячах|тыс|мың~|минг"
    "|thousand|k|tausend|tsd|mille|ming|tr!bin|الف|الفا|الاف|الفي|الفان|الفين",
    "1e5": "lakh|lakhs",
    "1e6": "миллион~|млн~|million~|mln~|mn|mio|m|mil|milyon~|полмиллиона|полумиллиона"
    "|مليون|مليونا|مليوني|مليونان|مليونين|ملايين",
    "1e7": "crore|crores",
    "1e9": "миллиард~|млрд~|milliard~|mlrd~|mld|mrd|md|mds|bn|bln|b|milyar~|полмиллиарда"
    "|полумиллиарда|مليار|مليارا|ملياري|ملياران|مليارين|مليارات",
    "1e12": "триллион~|трлн~|trilyon~|trln|trn|tn|t|billionen|полтриллиона|تريليون|تريليونا"
    "|تريليوني|تريليونات",
}
# The long and the short scale.  With no language known, a capital letter leaves both open.
SHIFTING = {
    "billion|billions": {"de": ("1e12",), "fr": ("1e12",), "": ("1e9", "1e12"), "en": ("1e9",)},
    "trillion|trillions|trillionen": {
        "de": ("1e18",), "fr": ("1e18",), "": ("1e12", "1e18"), "en": ("1e12",),
    },
}  # fmt: skip
# Scales that need no number before them: «миллиард долларов» is 1e9, ملياري is 2e9.
ALONE = {
    "1": "миллион|миллиона|миллиону|миллионом|миллионе|миллиард|миллиарда|миллиарду|миллиардом"
    "|миллиарде|миллиардтан|миллионнан|триллион|триллиона|тысячу|тысяча|fr!mille"
    "|مليون|مليار|تريليون|الف",
    "0.5": "полмиллиона|полумиллиона|полмиллиарда|полумиллиарда|полтриллиона",
    "2": "مليوني|مليونان|مليونين|مليونا|ملياري|ملياران|مليارين|مليارا|الفي|الفان|الفين|تريليوني",
}

# Codes before "/" are meant by the bare word, those after it only beside their country's name.
CURRENCIES = {
    "USD / AUD CAD HKD NZD SGD TWD": "dollar~|dolar~|доллар~|долл|دولار~|美元|美金|ドル|米ドル",
    "EUR": "euro~|евро~|еуро~|yevro~|avro~|يورو~|欧元|歐元|ユーロ|€",
    "GBP / EGP LBP": "?pound~|?pfund|?фунт~|?sterlin~|جنيه~|英镑|英鎊|ポンド|£",
    "RUB / BYN": "рубл~|руб|?р|rouble~|ruble~|rubel~|rubl~|روبل~|卢布|盧布|ルーブル|₽",
    "KZT": "тенге~|теңге~|?тг|tenge~|تنغي|تينغ|坚戈|テンゲ|₸",
    "CNY": "юан~|yuan~|renminbi|^rmb|يوان~|元|^人民币|^人民幣|人民元",
    "JPY": "йен~|иен~|yen|yens|日元|日圆|日圓|円",
    "CNY JPY": "¥",
    "CHF": "франк~|franc~|franken|frank~|فرنك~|瑞士法郎|瑞郎|スイスフラン",
    "KRW": "?вон~|?won~|وون|韩元|韓元|ウォン|₩",
    "UZS": "сум~|сўм~|so'm~",
    "KGS": "сом~|?som~|索姆",
    "TJS": "сомони|somoni~",
    "AZN TMT": "манат~|manat~",
    "GEL": "лари|lari|₾",
    "AMD": "драм|драмов|драмам|драмами|drams|?dram|֏",
    "UAH": "гривн~|гривен|грн|hryvnia|hryvnias|₴",
    "TRY": "лир~|lira~|?tl|ليره|里拉|リラ|₺",
    "INR LKR NPR PKR": "рупи~|rupee~|rupie|rupien|roupie~|روبيه|卢比|ルピー",
    "INR": "^?rs|₹",
    "SEK NOK DKK / CZK ISK": "крон~|krone|kronen|kroner|kronor|krona|couronne~|kron|^kr",
    "CZK": "kč",
    "PLN": "злот+|zloty|zlotys|złoty|złotych|zł",
    "SAR QAR OMR IRR YER": "риал~|риял~|rial~|riyal~|ريال~|里亚尔",
    "AED MAD": "дирхам~|dirham~|درهم~|دراهم|迪拉姆",
    "KWD BHD IQD JOD DZD TND LYD RSD": "динар~|dinar~|دينار~|دنانير|第纳尔",
    "MXN ARS CLP COP PHP UYU": "песо|peso~|بيزو",
    "BRL": "?реал~|?real|?reais",
    "ZAR": "?rand|?rands|?рэнд~|?ранд~",
    "ILS": "шекел~|shekel~|شيكل~|₪",
    "THB": "?бат~|baht|泰铢|฿",
    "VND": "越南盾|₫",
    "MNT": "тугрик~|төгрөг|tugrik~|₮",
    "AUD": "a$|au$|$a|$au|澳元|豪ドル",
    "CAD": "c$|ca$|$c|$ca|cad$|加元",
    "HKD": "hk$|$hk|港元|港币|香港ドル",
    "TWD": "nt$|新台币|新台幣|台币",
    "SGD": "s$|sg$|新加坡元|新元",
    "USD": "$|us$|u.s.$|$us",
    "NZD": "nz$|$nz",
    "MXN": "mx$",
    "BRL ": "r$",
}
# Codes one may read on their own; the others (COP 28, PHP 8, TOP 10) only beside a scale.
STRONG_CODES = (
    "AED AUD BRL BYN CAD CHF CNY CZK DKK EUR GBP HKD HUF IDR ILS INR JPY KGS KRW KWD KZT MXN MYR"
    " NOK NZD PLN QAR RUB SAR SEK SGD THB TJS TMT TWD UAH USD UZS VND ZAR"
)
# CLDR lists these beside the countries: reserved codes, unions, pseudo-regions.
NO_COUNTRIES = "AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ"
COUNTRIES = {
    "US": "us|u s|usa|american|американск+|амер|ақш|aqsh|abd|amerikan+",
    "AU": "australian|австралийск+", "CA": "canadian|канадск+|kanadisch+",
    "HK": "hong kong|гонконгск+",
    "NZ": "new zealand|новозеландск+", "SG": "singapore|сингапурск+",
    "TW": "taiwan|new taiwan|тайваньск+", "BY": "belarusian|белорусск+",
    "CH": "swiss|швейцарск+|schweizer", "EG": "egyptian|египетск+", "KR": "korean|южнокорейск+",
    "IN": "indian|индийск+|indisch+", "PK": "pakistani|пакистанск+", "SA": "saudi|саудовск+",
    "QA": "qatari|катарск+", "OM": "omani|оманск+", "IR": "iranian|иранск+",
    "KW": "kuwaiti|кувейтск+", "IQ": "iraqi|иракск+", "JO": "jordanian|иорданск+",
    "AE": "uae|emirati", "MA": "moroccan|марокканск+", "AZ": "azerbaijani|азербайджанск+",
    "TM": "turkmen|туркменск+", "TR": "turkish|турецк+|türkisch+|türk",
    "RU": "russian|российск+|russisch+", "GB": "british|британск+",
    "KZ": "kazakh|kazakhstani|казахстанск+|қазақстан", "SE": "swedish|шведск+|schwedisch+",
    "NO": "norwegian|норвежск+|norwegisch+", "DK": "danish|датск+|dänisch+",
    "CZ": "czech|чешск+|tschechisch+", "MX": "mexican|мексиканск+", "JP": "japanese|японск+",
    "CN": "chinese|китайск+|chinesisch+", "KG": "kyrgyz|кыргызск+|киргизск+",
    "UZ": "uzbek|узбекск+",
}  # fmt: skip
COUNTRIES_AFTER = {
    "US": "сша|américain+|امريكي|اميركي", "CA": "canadien+|كندي", "AU": "australien+|استرالي",
    "GB": "стерлингов|sterling|استرليني", "CH": "suisse+|سويسري", "EG": "مصري", "LB": "لبناني",
    "AE": "оаэ|اماراتي", "SA": "سعودي", "KW": "كويتي", "QA": "قطري", "IQ": "عراقي", "JO": "اردني",
    "MA": "مغربي", "DZ": "جزائري", "OM": "عماني", "RU": "روسي", "IN": "هندي",
}  # fmt: skip

# Each key names the labels; the first is the one to report, the others are as good.
BEFORE = {
    "approximately": "около|порядка|примерно|приблизительно|ориентировочно|шамамен|about|some"
    "|around|roughly|approximately|approx|circa|ca|~|≈|rund|etwa|ungefähr|zirka|environ|autour de"
    "|quelque|à peu près|taxminan|yaklaşık"
    "|约|约为|约合|约达|大约|大概|約|およそ|ほぼ|حوالي|نحو|زهاء|قرابه",
    "approximately less_than": "почти|практически|без малого|nearly|almost|close to|just under"
    "|just below|knapp|de!fast|nahezu|annähernd|près de|presque|qariyb|neredeyse|近|将近|接近"
    "|ما يقرب من|ما يقارب|يقارب",
    "more_than": "более|более чем|больше|больше чем|свыше|выше|превышает|превышают|превысил"
    "|превысила|превысило|превысили|превысит|превышающий|превышающая|превышающую|more than|over"
    "|above|upwards of|exceeds|exceed|exceeded|exceeding|in excess of|mehr als|plus de"
    "|dépasse|dépassant|>|超过|超過|逾|超|اكثر من|ما يزيد علي|ما يزيد عن|يزيد علي|يزيد عن|تجاوز"
    "|تجاوزت|يتجاوز|تتجاوز|يفوق|تفوق|تخطت|topping|topped|surpassing|surpassed"
    "|übersteigt|überstieg|dépassent|dépassé|dépassera",
    "more_than approximately": "чуть более|немногим более|чуть больше|just over|a little over"
    "|slightly more than|de!gut|etwas mehr als|un peu plus de",
    "at_least": "не менее|не менее чем|не меньше|как минимум|минимум|по меньшей мере|at least"
    "|no less than|not less than|no fewer than|a minimum of|mindestens|wenigstens|au moins"
    "|кемінде|кем дегенде|kamida|en az|至少|不少于|不低于|少なくとも|≥|ما لا يقل عن|لا يقل عن"
    "|علي الاقل",
    "at_least exact": "от",
    "more_than exact": "über",  # or, after «Auftrag», simply "for"
    "less_than": "менее|менее чем|меньше|меньше чем|ниже|less than|fewer than|under|below"
    "|weniger als|unter|moins de|<|不到|不足|低于|اقل من",
    "up_to": "до|вплоть до|up to|as much as|as many as|bis zu|jusqu'à|最大|最高"
    "|تصل قيمته الي|تصل قيمتها الي|ما يصل الي|يصل الي"
    "|تصل الي|حتي",
    "up_to less_than": "не превышает|не превышают|не превысит|не превысил|не превысила|не более"
    "|не более чем|не больше|не выше|максимум|no more than|not more than"
    "|a maximum of|at most|höchstens|maximal|au plus|au maximum|en fazla|最多|不超过|≤|لا يزيد عن"
    "|لا يتجاوز|ما لا يزيد عن|بحد اقصي",
    "up_to exact": "多达|高达",
}
AFTER = {
    "approximately": "шамасында|жуық|yaqin|ga yaqin|civarında|左右|前後|程度|ほど|上下|تقريبا",
    "approximately less_than": "таяу|近く",
    "more_than": "астам|артық|kk!көп|асты|асады|асатын|асқан|асып|kk!аса|ortiq|oshdi|oshadi"
    "|oshgan|ko'p|ko'proq|ziyod"
    "|tr!fazla|aşkın|aşan|aştı|超|を超える|を上回る",
    "more_than approximately": "с лишним|с небольшим|多|余|餘|余り",
    "at_least": "кем емес|аз емес|kam emas|или больше|или более|и более|и выше|or more|and more"
    "|and above|oder mehr|ou plus|以上|علي الاقل",
    "at_least more_than": "+",
    "less_than": "kk!кем|kk!аз|未満",
    "up_to": "дейін|kadar|gacha|以下|以内|كحد اقصي",
}
PER_AFTER = {
    "year": "a year|per year|per annum|each year|every year|yearly|в год|каждый год|pro jahr|par an"
    "|chaque année|في السنه|كل عام",
    "month": "a month|per month|each month|every month|monthly|в месяц|каждый месяц|pro monat"
    "|im monat|par mois|في الشهر|айына",
    "unit": "per unit|each|apiece|за единицу|за штуку|за баррель|за тонну|за акцию|a barrel"
    "|per barrel|a ton|a tonne|per ton|per tonne|a share|per share|pro stück|je stück|pro barrel"
    "|par unité|للبرميل|للطن",
    # Phrases that only look like the ones above.
    "": "a year ago|a year earlier|a year later|a year before|a year after|a year on|a month ago"
    "|a month earlier|a month later|год назад",
}
PER_AROUND = {
    "year": "ежегодн+|annually|annual|jährlich+|annuel+|жылына|жыл сайын|жыл сайынғы|yiliga"
    "|har yili|yillik|yılda|yıllık|her yıl|سنويا|سنوي|每年|年均|毎年|年間",
    "month": "ежемесячн+|monatlich+|mensuel+|ай сайын|oyiga|ayda|aylık|شهريا|每月|毎月|月均",
    "unit": "每艘|每辆|每架|每台|每吨|每桶|每股|每件|每套|单价|1台当たり",
}
STRUCTURE = {
    "one": "один|одна|одного|одной|одному|одну|бір|one|ein|eine|einer|einen|einem|un|une|bir",
    "article": "a|an",
    "halve": "half|halbe|halben|halber|halbes|demi|demie|жарты|половина|половину|половины|yarım"
    "|yarim|نصف",
    "half": "с половиной|and a half|et demi|et demie|жарым|buçuk|yarim|ونصف|und eine halbe",
    "between": "между|between|zwischen|entre|بين",
    "mid": "до|to|bis|à|الي|至|到|から|ila|ile|~",
    "and": "и|and|und|et|و|және|va|ve",
    "until": "дейін|gacha|kadar",
    "of": "of|de|d|von|من",
    "minus": "минус|minus|ناقص|负",
    "vague": "несколько|нескольких|много|сотни|сотен|десятки|десятков|треть|пара|пару|пары|часть"
    "|множество|several|many|few|couple|couple of|hundreds|tens|dozens|third of a|a third of a"
    "|mehrere|mehreren|viele|einige|hunderte|plusieurs|quelques|birkaç|necha|bir necha|көп|талай"
    "|бірнеше|қанша|қаншама|сан|multi|عده|بضعه|ثلث|عشرات|مئات",
    "percent": "%|процент~|пайыз~|percent|per cent|prozent~|pourcent|pour cent|foiz~|بالمئه"
    "|بالمائه|في المئه|في المائه|パーセント",
    "percent_before": "yüzde|百分之",
    "year": "год|года|году|годом|годы|годов|годам|гг|г|жыл~|ж|жж|yil~|yıl~|年",
    "year_before": "the|from|in|by|since|until|till|through|during|early|late|mid|year|с|со|jahr"
    "|jahre|seit|ab|en|depuis|année|عام|عامي|سنه",
    "month": "月|日|号",
    "measure": "个|個|家|人|名|台|架|辆|輛|座|项|項|份|次|种|種|套|吨|噸|公里|艘|位|件|社|か国",
}

# Endings by script, named by its first letter.
NOUN_ENDINGS = {
    "а": " а у ом е ы и ов ам ами ах я ю ь ем ей ев ям ями ях й ні і ын ін сы сі ды ді ты ті ны"
    " дың дің тың тің ның нің ының інің сының сінің ға ге қа ке на не ына іне сына сіне да де та те"
    " нда нде ында інде дан ден тан тен нан нен ынан інен сынан сінен мен бен пен лық лік дық дік"
    " тық тік ғы гі қы кі дағы дегі тағы тегі ний ный ная ные ных ного ном",
    "a": " s e es n en i ı u ü a dan den ga ni ning lik lık luk lük nın in ın da de ta te tan ten"
    " ya ye sı si lı lar ilik",
    "ا": " ا ات ان ين",
}
ADJECTIVE_ENDINGS = {
    "а": " ий ого ому им ом их ими ие ая ую ой ое ый ых ым ыми ь и ью о",
    "a": " e en er es em s ne nes ische ischen ischer",
    "ا": "",
}
# Arabic writes its article and short prepositions together with the word.
PREFIXES = ("", "ال", "و", "ب", "بال", "ل", "لل", "وال", "ك")
