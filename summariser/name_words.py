"""The words, endings and spellings that ``names`` compares with: data only, no decisions.

Everything is in the even form of ``names``: lower case, е for ё, ' for every apostrophe.  Patterns
are strings, because `re` compiles each at its first use, which not every program comes to.
"""

from __future__ import annotations

import unicodedata


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _dict(pairs: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in pairs.split())


# fmt: off
# -- endings -----------------------------------------------------------------------------

_HISSING, _NASAL, _VOICED = "ж ш щ ц ч", "м н ң", "ж з й л р"
_HARD = "б в г д ж з к л м н п р с т ф х ц ч ш щ қ ғ ң"
_VOWEL, _VOICELESS = "а ә е и і о ө у ұ ү ы э ю я", "б в г ғ д к қ п с т ф х һ ц ч ш щ"
_KAZAKH = [  # the case goes on the last word
    f"{_VOWEL} {_NASAL} || ның нің", f"{_VOICED} || дың дің", f"{_VOWEL} || ны ні",
    f"{_NASAL} {_VOICED} || ды ді", f"{_VOWEL} {_VOICED} || дан ден", f"{_NASAL} || нан нен",
    f"{_VOWEL} {_NASAL} {_VOICED} || ға ге да де дағы дегі мен", "з ж || бен",
    f"{_VOICELESS} || тың тің ты ті қа ке та те тан тен тағы тегі пен",
    "ы і || на не н нда нде нан нен ндағы ндегі",
]
# where, shortest dictionary form, [last letters of the stem | dictionary ending | other endings]
ENDINGS: list[tuple[str, int, list[str]]] = [
    ("first middle last only", 2, [  # Russian
        f"{_HARD} || а у ом е", f"{_HISSING} || ем", "ов ев ин ын || ым",
        f"г к х {_HISSING} | а | и", f"{_HISSING} | а | ей ею", "| а | ы е у ой ою",
        "| я | и е ю ей ею", "| лев | льва льву львом льве",
        "| ь | я ю ем е и ью", "| й | я ю ем е и", "| ство | ства ству ством стве",
        "| ние | ния нию нием нии", "| ый | ого ому ым ом", "| ой | ого ому ым им ом",
        "| ий | ого ому им ом его ему ем", "| ая | ой ою ую", "| яя | ей ею юю",
        "| ое | ого ому ым им ом", "| ее | его ему им ем", "| ые | ых ым ыми",
        "| ие | их им ими", "| ел | ла лу лом ле", "| ец | ца цу цом цем це", "| ок | ка ку ком ке",
    ]),
    ("first middle last only", 5, [
        "| ы | ов ам ами ах", "ин ив ат ер | ы |", "| и | ей ам ями ях ов ами ах",
    ]),
    ("last only", 4, _KAZAKH),
    ("last only", 5, [  # Uzbek, Turkish
        "ов ев ова ева стон кент || нинг ни га да дан",
        "ov ev ova eva ston kent qand || ni ga da dan",
        "|| ning нинг", "ğan oğlu || ın nun a ya ı yu da dan",
    ]),
    ("last only", 6, [  # Uzbek compounds
        "orti ligi yasi nki masi loti zavodi markazi fondi || ni ning ga da dan nda ndan",
    ]),
    ("last only", 4, ["b c d f g h j k l m n p q r t v w y || s"]),  # German, English
    ("only", 4, ["a e i o u || s"]),
    ("last only", 3, ["tag rat amt land bund band dienst gericht werk reich verein kreuz || es"]),
    ("first", 8, ["ministerium amt verband werk institut unternehmen || s es"]),
    ("first last only", 6, ["werke betriebe || n"]),
    ("first middle", 4, [
        f"rot neu groß weiß schwarz grün alt blau | {e} | e en er em es" for e in ("e", "er", "es")
    ]),
    ("first middle", 6, [f"sch igt ig lich nal | {e} | e en er em es" for e in ("e", "er", "es")]),
]
AFTER_HYPHEN = _set(" ".join(row.split("|")[2] for row in _KAZAKH))
AFTER_APOSTROPHE = AFTER_HYPHEN | {""} | _set(
    "s ın in un ün nın nin nun nün a e ya ye ı i u ü yı yi yu yü da de ta te dan den tan ten la"
    " le yla yle na ne nı nu nü nda nde ndan nden ning ni ga а у ом ем е и ы ой ов"
)
OWN_ENDING = _set(
    "аманда ванда гренада канада линда невада руанда уганда ангара анкара аргентина барселона басра"
    " ботсвана бухара варшава вена волга вологда гавана гана гватемала гвиана доминика доха женева"
    " кама калуга караганда кострома куба лена лима лозанна манила медина мекка москва нева ока"
    " панама пенза печора прага рига роса самара тирана тула украина уфа фергана хива чита"
    " шарджа ямайка"
)
KAZAKH_STEM = ("ыд", "ід", "үд", "ұд")  # «Алматыда» is Алматы, not «Алматыд»
# Surnames in -s beside a name without it: Robert Adam, Robert Adams.
OWN_S = _set(
    "abraham abram adam ahren andrew anton arnold bank behren brook carsten chamber christian"
    " collin conrad daniel david edward engel evan field flower frederick friedrich gabriel gate"
    " harper heinrich hendrick hendrik herman higgin hopkin hugh isaac jacob jame jenkin john"
    " jürgen marten matthew merten meyer michael michel mille myer nathan nichol owen parson"
    " peeter perkin peter philip phillip power richard robert roger rodger samuel sander siemen"
    " simon steffen stephen steven summer ulrich water watkin well wilhelm willem william winter"
    " wood"
)

# -- persons -----------------------------------------------------------------------------

FAMILY = ("ов", "ев", "ин", "ын")
# Given names of men that a woman's name exceeds by -а or -я.
TWINS = _set(
    "азиз айдан александр амир анастасий богдан валентин валерий василий виктор владислав дан"
    " дин динар дидар евгений жамал жан иван ильмир камил камиль карим кристиан латиф любомир"
    " мадин марин мариан мирослав назир наиль нурлан рамиль рашид роман сабин саид самир"
    " святослав станислав фарид халид шариф эльмир эмиль юлий ян ярослав"
)
# No man's name: what ends in one more -а is another woman.
NO_MAN = _set(
    "гүлмир гульмир гүлнар гульнар гүлжан гульжан гүлзар гульзар айнур айгүл айжан айман асел жанар"
    " сәуле шолпан балжан ботагөз меруерт маржан елен ирин светлан екатерин людмил оксан татьян"
)
# Places that end like a surname; the genitive of a bare surname might be his wife's name.
PLACES = _set(
    "берлин борисов дублин киев краков львов могилев нанкин пекин псков ростов саратов тамбов"
    " турин харьков чернигов тяньцзин шэньчжэн"
)
SINITIC = _set(
    "ван вэнь го гао дэн ким ли лин линь лю ма нгуен пак си сунь сюй у фан ху хуан цай цзян цинь"
    " чжан чжао чжоу чжу чэнь чан юань ян"
)
PATRONYMIC = (
    r"..(?:[ое]вич|ьич|мич|кич)(?:а|у|ем|е)?$|..(?:[ое]вн|ичн)(?:а|ы|е|у|ой)$"
    r"|..(?:[ұу]лы|уулу|[қк]ызы|[оу]г?лы|[оу]гли|[қк]изи)\w{0,3}$"
    r"|..(?:[oe]vich|[oe]vna|...uly|[kq]yzy|ogly|o'?g'?li|qizi)$"
)
SURNAME = (
    r"(?:[ое]в|[иы]н|[сц]кий|[ое]ва|[иы]на|[сц]кая|енко|[ұу]лы|[қк]ызы|заде|ян|швили|дзе|чук"
    r"|[oe]va?|skiy|sky|skaya|enko|uly|qyzy|zade|o[gğ]lu|shvili)$"
)
INITIAL = r"(?:[^\W\d_]|дж|[kscz]h|y[aeou])\."
GLUED_INITIAL = r"(?<![^\W_])([^\W\d_]\.)(?=[^\W\d_])"

# -- what stands around a name -----------------------------------------------------------

# Before the name is evened out: a capital may make the article part of it (Le Pen, La Paz).
ARTICLE = (
    r"^\W*(?:(?:le|la|les|der|die|das|den|dem|des)\s+(?=\w)|l['’ʼ](?=\w\w)"
    r"|(?:Der|Die|Das)\s+(?=\w\S*\s+\w)|(?:L['’ʼ]|(?:Le|La|Les)\s+)(?=\w\S*\s+(?:\w\S*\s+)*[a-zà-ÿ]))"
)
_OWN_CHINESE_SURNAME = (  # not those which many a place, firm or ministry begins with
    "习王李张刘陈杨赵黄周吴徐孙胡朱郭何林郑梁谢宋唐许冯邓曹彭曾肖董袁潘于蒋蔡杜叶魏吕丁沈姚卢姜崔谭范廖贾邹"
    "孟秦邱尹薛闫段侯史陶黎贺顾郝龚邵钱严戴温"
)
_NO_CHINESE_NAME = (  # Zhangjiakou, Luxembourg, Lebanon, Bloomberg, forestry, …: their last two
    "家口|家界|家庄|家汇|家港|旺达|森堡|巴嫩|加拉|山都|哥华|姆勒|皇岛|彭博|杜邦|林业|林肯|林芝|戴尔|蔡司|陶氏|顾问|孟买"
    "|黄金|董事|王国|王室|唐山|黄山|黄石|黄冈|许昌|周口|周边|吴江|吴忠|徐工|李宁|张裕|张掖|杨凌|谢赫|唐宁|宋城|陈列|温室"
)
_CHINESE_TITLE = (
    "(?:主席|总统|总理|部长|先生|女士|教授|博士|总裁|董事长|行长|书记|大使|省长|市长)$"
)
# «президент Air Astana» is not Air Astana: no Russian office is here, see OFFICE.
COURTESY = (
    r"^(?:(?:mr|mrs|ms|mme|herrn?|frau|г-на?|г-жа|г-жи|господин(?:[ауе]|ом)?|госпож(?:[аиеу]|ой)"
    r"|السيد|السيدة)\.? |(?:the )?(?:dr|prof|sir|الدكتور|president|chancellor|senator"
    r"|secretary of state|(?:prime |foreign |finance |economy |energy )?minister|präsident"
    r"|(?:bundes)?kanzler(?:in)?)\.? (?=\S+ \S))"
    r"| (?:ханым|мырза)(?:ның|ға|ды|дан|ны|на|нан|мен)?$"
    rf"|(?:(?<=^[{_OWN_CHINESE_SURNAME}]\w)|(?<=^[{_OWN_CHINESE_SURNAME}]\w\w))"
    rf"(?<!{_NO_CHINESE_NAME})(?<![州阳国省市县区部委局厅院校行社岛港副前]){_CHINESE_TITLE}"
)
BEFORE_ONE_WORD = (
    r"^(?:the )?(?:dr|prof|professor|sir|president|chancellor|senator|governor|ambassador|economist"
    r"|analyst|(?:prime |foreign |finance |economy |energy |defence |trade )?minister(?:in)?"
    r"|präsident(?:in)?|(?:bundes)?kanzler(?:in)?|ökonom(?:in)?|présidente?|ministre)\.? (?=\S+$)"
)
OFFICE = (
    r"(?:вице-|экс-)?(?:президент|премьер|министр|премьер-министр|канцлер|сенатор|депутат|посол"
    r"|политолог|эксперт|экономист|аналитик|историк|социолог|юрист|профессор|академик|директор"
    r"|гендиректор|губернатор|дипломат|советник|замминистр|спикер)(?P<case>[ауеі]|ом)?"
    r"|посл(?P<case2>а|у|ом|е)|госсекретар(?:ь|(?P<case3>[яюе]|ем))|глава|глав(?P<case4>[еуы]|ой)"
    r"|саясаттанушы|сарапшы"
)
# Sprecherin der Nordbank, Bank of Corro: no person's name holds these.
NOT_IN_A_PERSON = _set("des dem of the for für du на по и and und")
BEFORE = _set(
    "the ао тоо ооо пао зао оао нао ақ жшс нк ұк jsc llp llc nc pjsc شركة وشركة بشركة لشركة فشركة"
)
AFTER = _set(
    "ао тоо ооо пао зао ақ жшс llc ltd limited inc incorporated corp corporation co company plc"
    " gmbh ag se sa spa nv bv jsc pjsc llp kg kgaa srl sarl ab oyj aş as pte pty"
    " pvt şti spzoo mchj & und and 株式会社"
)
DOTTED_FORM = r" ((?:[a-zş]\. ?){2,4})$"
HAN_FORM = (  # 中国公司, "Chinese companies", are not 中国
    r"^株式会社(?=..)|(?<=..)(?:株式会社|(?:集团)?(?:股份|责任)?有限(?:责任)?公司)$"
    r"|(?<=..)(?<!国|坦|本|度)(?<!俄罗斯)公司$"
)
SAME_FORM = _dict("ақ=ао жшс=тоо limited=ltd incorporated=inc corporation=corp")
NO_LEGAL_FORM = _set(
    "the co company нк ұк nc pte pty pvt şti & und and 株式会社 شركة وشركة بشركة لشركة فشركة"
)
SPELT_FORMS = (  # a piece of it, the whole, its short form
    ("ответственностью", r"\bобществ\w{1,2} с ограниченной ответственностью\b", "ооо"),
    ("ответственностью", r"\bтовариществ\w{1,2} с ограниченной ответственностью\b", "тоо"),
    ("публичн", r"\bпубличн\w{2,3} акционерн\w{2,3} обществ\w{1,2}\b", "пао"),
    ("акционерн", r"\bакционерн\w{2,3} обществ\w{1,2}\b", "ао"),
    ("шектеулі", r"\bжауапкершілігі шектеулі серіктесті\w{1,8}", "жшс"),
    ("қоғам", r"\bакционерлік қоғам\w{0,6}", "ақ"),
    ("liability", r"\blimited liability partnership\b", "llp"),
    ("liability", r"\blimited liability company\b", "llc"),
    ("stock", r"\bjoint[ -]stock company\b", "jsc"),
    ("haftung", r"\bgesellschaft mit beschränkter haftung\b", "gmbh"),
    (" sp", r" sp\. ?z ?o\. ?o\.?(?!\w)", " spzoo"),
    (" a/s", r"(?<=\w) a/s(?!\w)", " as"),
)
_OF_A_COUNTRY = r"\w+(?:[нтд][ыі]ң|[лдт][ыі][қк])"
_THEIR_COMPANY = r"(?:(?:авиа)?компаниясы|корпорациясы|фирмасы|холдингі|концерні)"
_RUSSIAN_ADJECTIVE = r"\w+[сц]к(?:ая|ой|ую|ий|ого|ому|им|ом|ое)"
_NATIONAL = (
    "إسباني|كندي|ألماني|فرنسي|أمريكي|أميركي|صيني|روسي|تركي|ياباني|كوري|إيطالي|بريطاني|هندي|سعودي"
    "|إماراتي|قطري|كويتي|مصري|كازاخستاني|كازاخي|أوزبكي|سويسري|نمساوي|هولندي|بلجيكي|سويدي|نرويجي"
    "|دنماركي|برازيلي|ماليزي|سنغافوري|أسترالي|عماني|بحريني|مغربي|جزائري|تونسي|عراقي|أردني|لبناني"
)
GENERIC = (  # nor are «компании США» the USA: only before quotes or Latin letters
    rf"^(?:{_RUSSIAN_ADJECTIVE} )?(?:(?:авиа)?(?:компани|корпораци)\w{{1,2}}|фирм(?:а|ы|е|у|ой)"
    rf"|(?:холдинг|концерн)(?:а|у|ом|е)?) (?=[\"a-z])|^{_RUSSIAN_ADJECTIVE} (?=[\"a-z])"
    rf"|^{_OF_A_COUNTRY} (?=[\"a-z].*\W{_THEIR_COMPANY})|^\w+ning (?=\".*\" kompaniyasi)"
    rf"|(?<=[\"a-z.]) {_THEIR_COMPANY}(?:на|не|н|ның|нің|нда|нде|нан|нен|мен)?$"
    r"|(?<=\") (?:kompaniyasi|korporatsiyasi)(?:ni|ning|ga|da|dan)?$"
    rf"|(?<=\") ال(?:{_NATIONAL})ة?$"
)
# "The German company Alpenbahn" is Alpenbahn: case still tells the noun from the name here.
DESCRIPTION = (
    r"^(?:[Tt]he |[Aa]n? )?(?:[A-Z][\w.-]*(?:['’]s)? ){0,3}"
    r"(?:(?:state|state-owned|private|oil|gas|energy|power|rail|shipping|mining|steel|tech) ){0,2}"
    r"(?:company|firm|group|carrier|airline|bank|conglomerate|manufacturer|developer|utility) "
    r"(?=[\"“‘«A-Z])"
    r"|^[A-Z]\w+(?: [A-Z]\w+)?['’]s (?=[A-Z]\S* [A-Z])"  # India's Vasanth Cements
    r"|^(?:[Ll]a |[Ll]e |[Ll]['’])?(?:société|entreprise|compagnie|groupe) (?=[\"“«A-ZÀ-Ý])"
    r"|^(?:[Dd](?:er|ie|as|en|em|es) )?(?:\w+sche[nrsm]? |\w+er )?"
    r"(?:Firma|Konzerns?|Unternehmens?|Reederei) (?=[\"„»A-ZÄÖÜ])"
    r"|^(?:[Dd](?:er|ie|en|em) )?[a-zäöü]\w+ische[nrsm]? (?=[A-ZÄÖÜ]\w+ [A-ZÄÖÜ])"
)
CHINESE_OFFICE = (
    r"^[^\W_和与及同跟]{0,12}(?:主席|总统|总理|首相|部长|外长|教授|博士|总裁|总经理|董事长|行长|书记|大使|省长"
    "|市长|院长|所长|首席执行官|分析师|经济学家|专家|研究员|发言人|港商)(?=..)"
)
WITHOUT_ARTICLE = "(?!ال)[\u0620-\u064a]{3,}"
BRACKETED = r"([^()（）]{2,90}?)\s*[(（]([^()（）]{2,90})[)）]"
STATE = r"\b(?:u\. ?s\.(?: ?a\.)?|u\. ?k\.|u\. ?n\.|e\. ?u\.|u\. ?a\. ?e\.)"

# -- typography --------------------------------------------------------------------------

INVISIBLE = "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff™®©]"
PUNCTUATION = r"[,:/](?![0-9])|(?<![0-9])[,:/]|[\"()\[\]{};!?|\\*_~、。،؛؟]"
EVEN = str.maketrans(
    dict.fromkeys("«»„“”‟‹›「」『』《》〈〉〝〞＂″", '"') | dict.fromkeys("’‘ʼʻ`´′‛＇ʹ", "'")
    | dict.fromkeys("‐‑‒–—―−﹣－⁃", "-") | dict.fromkeys("·•・‧", " ")
    | {"ё": "е", "\u0300": None, "\u0301": None, "\u0307": None}
)

# -- letters and sounds ------------------------------------------------------------------

_BARE = {
    c: unicodedata.normalize("NFD", c)[0]
    for c in map(chr, (*range(0xDF, 0x250), *range(0x1E00, 0x1F00)))
}
PLAIN = str.maketrans(
    {accented: bare for accented, bare in _BARE.items() if bare.isascii()}
    | {"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ə": "a", "ї": "и"}
    | dict(zip("ғқңөұүһәіўґєأإآٱىیک", "гкноуухаиугеااااييك", strict=True))
    | dict.fromkeys("'.ـًٌٍَُِّْٰ")
)
LOOKALIKES = str.maketrans("авекмнорстху", "abekmhopctxy")
TO_LATIN = PLAIN | str.maketrans(
    dict(zip("абвгдежзийклмнопрстуфхчшщыэһіїєґәғқңөұүўşçžğšč",
             "abvgdejziiklmnoprstufhčššiehiiegagknouuoščjgšč", strict=True))
    | {"ц": "ts", "я": "ia", "ю": "iu", "ь": "", "ъ": ""}
)
DIGRAPHS = _dict(
    "дж=j йо=e shch=š sch=š tch=č sh=š ch=č dzh=j zh=j kh=h ph=f th=t ck=k c=k q=k w=v x=ks yo=e"
    " ye=e y=i"
)
DIGRAPH = "|".join(sorted(DIGRAPHS, key=len, reverse=True))
RESPELT = (("қазақ", "казах"), ("өзбек", "узбек"), ("самұрық", "самрук"))
SOUNDED = _dict(  # by ear, or by custom, not by letter
    "байден=biden боинг=boeing гугл=google дженерал=general джеймс=james джо=joe джон=john"
    " дир=deere дэвид=david каспий=caspian майкл=michael майкрософт=microsoft самұрық=samruk"
    " си=xi токио=tokyo трамп=trump уильям=william цзиньпин=jinping шелл=shell шеврон=chevron"
    " шольц=scholz эйр=air эйрвейз=airways эйрлайнз=airlines эйрлайнс=airlines электрик=electric"
    " эппл=apple энерджи=energy"
)
# fmt: on
