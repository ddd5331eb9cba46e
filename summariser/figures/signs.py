"""The words that sums are made of, in ten languages: tables only.

"|" sets words apart and a phrase holds spaces.  "~" stands for the case endings of a noun and "+"
for those of an adjective or a verb; "kk!он" is read in Kazakh only, because «он» is no number in
Russian.  Spelling is evened out as in ``characters.fold``: е for ё, ه for ة.
"""

from __future__ import annotations

# What a lone "," or "." before exactly three digits may mean: d decimal, g grouping.
# Everywhere else the digits settle it: "2,5", "1.234.567,89", "1 200 000".
_POINT, _COMMA = {",": "g", ".": "d"}, {",": "dg", ".": "g"}
SEPARATORS = {"en": _POINT, "zh": _POINT, "ja": _POINT, "de": _COMMA, "tr": _COMMA}
ANY_SEPARATOR = {",": "dg", ".": "dg"}

NUMERALS = {
    "2": "ikkita|два|две|двух|двум|двумя|пара|пару|pair of|екі|two|zwei|deux|ikki|iki|اثنان|اثنين"
    "|اثنتان|اثنتين",
    "3": "три|трех|трем|тремя|үш|three|drei|trois|uch|uchta|üç|ثلاث|ثلاثه",
    "4": "четыре|четырех|четырем|четырьмя|төрт|four|vier|quatre|to'rt|to'rtta|dört|اربع|اربعه",
    "5": "пять|пяти|пятью|kk!бес|five|fünf|cinq|besh|beshta|beş|خمس|خمسه",
    "6": "шесть|шести|шестью|алты|six|sechs|olti|oltita|altı|ست|سته",
    "7": "семь|семи|семью|жеті|seven|sieben|sept|yetti|yettita|yedi|سبع|سبعه",
    "8": "восемь|восьми|восемью|сегіз|eight|acht|huit|sakkiz|sakkizta|sekiz|ثمان|ثماني|ثمانيه",
    "9": "девять|девяти|девятью|тоғыз|nine|neun|neuf|to'qqiz|to'qqizta|dokuz|تسع|تسعه",
    "10": "десять|десяти|десятью|kk!он|ten|zehn|dix|o'n|o'nta|tr!on|عشر|عشره",
    "11": "احد عشر|احدي عشره|одиннадцат+|eleven|elf|onze",
    "12": "اثني عشر|اثنا عشر|اثنتي عشره|اثنتا عشره|двенадцат+|twelve|zwölf|douze",
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
}
# Parts of a scale: «две пятых миллиарда», "a quarter of a billion".  0: no decimal can state it.
PARTS = {
    "0.5": "half|halbe|halben|halber|halbes|demi|demie|жарты|половина|половину|половины|пол"
    "|yarım|yarim|نصف",
    "0.25": "quarter|quarters|a quarter|a quarter of|четверть|четверти|четвертью|четвертей|viertel"
    "|fr!quart|fr!quarts|ширек|төрттен бір|chorak|çeyrek|ربع|ارباع",
    "0.75": "төрттен үш|dreiviertel",
    "0.2": "fifth|fifths|пятая|пятую|пятой|пятых|fünftel|cinquième|cinquièmes|бестен бір",
    "0.125": "eighth|eighths|восьмая|восьмую|восьмой|восьмых|achtel|huitième",
    "0.1": "tenth|tenths|десятая|десятую|десятой|десятых|zehntel|dixième|dixièmes|оннан бір",
    "0.01": "сотая|сотую|сотой|сотых|hundredth|hundredths|hundertstel",
    "0": "third|thirds|треть|трети|третью|третей|drittel|tiers|ثلث|ثلثا|ثلثي|ثلثين|үштен бір"
    "|үштен екі|алтыдан бір|жетіден бір|тоғыздан бір|sixth|sixths|seventh|sevenths|ninth|ninths"
    "|шестая|шестую|шестой|шестых|седьмая|седьмую|седьмой|седьмых|девятая|девятую|девятой|девятых"
    "|sechstel|siebtel|neuntel|üçte bir|üçte iki|dörtte bir|beşte bir|uchdan bir|uchdan ikki",
}
# Added to what they follow: «два с половиной миллиарда».
HALVES = {
    "0.5": "с половиной|and a half|et demi|et demie|жарым|buçuk|yarim|ونصف|und eine halbe",
    "0.25": "с четвертью|and a quarter|وربع|und ein viertel|et quart",
    "0.75": "and three quarters",
}
GERMAN = (
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
    " siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
)

SCALES = {
    "10": "dizaine|десяток|десятка|десятков|десятку",
    "12": "dozen|dutzend|дюжина|дюжины|дюжину|дюжин",
    "20": "vingtaine",
    "50": "cinquantaine",
    "100": "centaine|сотня|сотни|сотен|сотню|полсотни|полусотни",
    "1e3": "тысяча|тысячи|тысяче|тысячу|тысячей|тысяч|тысячам|тысячами|тысячах|тыс|мың~|минг"
    "|thousand|k|tausend|tsd|mille|ming|tr!bin|الف|الفا|الاف|الفي|الفان|الفين",
    "1e5": "lakh|lakhs",
    "1e6": "миллион~|млн~|million~|mln~|mn|mm|mio|m|mil|milyon~|полмиллиона|полумиллиона"
    "|полмлн|viertelmillion"
    "|مليون|مليونا|مليوني|مليونان|مليونين|ملايين",
    "1e7": "crore|crores",
    "1e9": "миллиард~|млрд~|milliard~|mlrd~|mld|mrd|md|mds|bn|bln|b|milyar~|полмиллиарда"
    "|полумиллиарда|полмлрд|viertelmilliarde|dreiviertelmilliarde|مليار|مليارا|ملياري|ملياران"
    "|مليارين|مليارات",
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
    "|миллиарде|миллиардтан|миллионнан|триллион|триллиона|тысячу|тысяча|десяток|дюжина|дюжину|сотня"
    "|сотню|tr!bin|fr!mille|مليون|مليار|تريليون|الف",
    "0.5": "полмиллиона|полумиллиона|полмиллиарда|полумиллиарда|полтриллиона|полмлн|полмлрд"
    "|полсотни|полусотни",
    "0.25": "viertelmillion|viertelmilliarde",
    "0.75": "dreiviertelmilliarde",
    "2": "مليوني|مليونان|مليونين|مليونا|ملياري|ملياران|مليارين|مليارا|الفي|الفان|الفين|تريليوني",
}

# "one cable" counts, "one of them" and "one can" do not.
ARTICLES = frozenset("ein eine einen einem une un".split())
COUNTED_ONE = ARTICLES.union("один одна одно одного одной одному одну одним one бір bitta".split())
NOT_COUNTED = frozenset(
    "of the is was has had can could may might should would will must who that which and or by to"
    " in on at for from with another day thing из и или раз за на в с по от к у о для чтобы не это"
    " лишь только де да болып күні peu jour fois bisschen tag teil mal".split()
)
STRUCTURE = {
    "one": "bitta|один|одна|одно|одним|одного|одной|одному|одну|бір|one|ein|eine|einer|einen|einem"
    "|un|une|bir",
    "article": "a|an",
    "between": "между|between|zwischen|entre|بين",
    "mid": "до|to|bis|à|الي|至|到|から|ila|ile|~",
    "and": "и|and|und|et|و|және|va|ve",
    "with": "мен|бен|пен|және|va|bilan|ve|ile|和|与|と",
    "amid": "аралығында|арасында|аралығындағы|арасындағы|oralig'ida|o'rtasida|arasında|之间|の間",
    "until": "дейін|gacha|kadar",
    "of": "of|de|d|von|من",
    "minus": "минус|minus|ناقص|负",
    "vague": "несколько|нескольких|много|сотни|сотен|десятки|десятков|пара|пару|пары|часть|доля"
    "|долю|множество|several|many|few|couple|couple of|hundreds|tens|dozens|paar|ein paar|mehrere"
    "|mehreren|viele|einige|hunderte|plusieurs|quelques|birkaç|necha|bir necha|көп|талай|бірнеше"
    "|қанша|қаншама|сан|multi|عده|بضعه|عشرات|مئات",
    "percent": "%|процент~|пайыз~|percent|per cent|prozent~|pourcent|pour cent|foiz~|بالمئه"
    "|بالمائه|في المئه|في المائه|パーセント",
    "percent_before": "yüzde|百分之",
    "no_number": "орта жүз|ұлы жүз|кіші жүз",
    "year": "年投资额|年产值|年销售额|年收入|год|года|году|годом|годы|годов|годам|гг|г|жыл~|ж|жж"
    "|yil~|yıl~|年",
    "year_before": "the|from|in|by|since|until|till|through|during|early|late|mid|year|с|со|jahr"
    "|jahre|seit|ab|en|depuis|année|عام|عامي|سنه",
    "month": "月|日|号",
    "measure": "个|個|家|人|名|台|架|辆|輛|座|项|項|份|次|种|種|套|列|间|条|條|所|枚"
    "|吨|噸|公里|艘|位|件|社|か国",
}

# Endings by script, named by its first letter.
NOUN_ENDINGS = {
    "а": " ғача гача лик идан ининг ига а у ом е ы и ов ам ами ах я ю ь ем ей ев ям ями ях й ні і"
    " ын ін сы сі ды ді ты ті ны дың дің тың тің ның нің ының інің сының сінің ға ге қа ке на не"
    " ына іне сына сіне да де та те нда нде ында інде дан ден тан тен нан нен ынан інен сынан сінен"
    " мен бен пен лық лік дық дік тық тік сын сін сында сінде сынан сінен сымен сімен ымен імен ғы"
    " гі қы кі дағы дегі тағы тегі ний ный ная ные ных ного ном",
    "a": " s e es n en i ı u ü a dan den idan iga ini ining ga gacha larga lari ni ning lik lık luk"
    " lük nın in ın da de ta te tan ten ya ye yu yü yı yi nun nün sı si lı lar ilik",
    "ا": " ا ات ان ين",
}
ADJECTIVE_ENDINGS = {
    "а": " ий ого его ому ему ей ее им ом их ими ие ая ую ой ое ый ых ым ыми ь и ью о",
    "a": " e en er es em s ne nes ische ischen ischer",
    "ا": " ه",
}
# Arabic writes its article and short prepositions together with the word.
PREFIXES = ("", "ال", "و", "ب", "بال", "ل", "لل", "وال", "ك")
