"""The words and signs for money: tables only, written as in ``words``.

"?" marks a currency read only beside a scale or its country ("pounds of copper", "won"), "^" one
that may stand before the number.  A word that several countries use lists all of them, since a
text seldom says which it means; only "dollar" and "rouble" name one country unless another is said.
"""

from __future__ import annotations

# Codes before "/" are meant by the bare word, those after it only beside their country's name.
CURRENCIES = {
    "USD / AUD CAD HKD NZD SGD TWD": "dollar~|dolar~|доллар~|долл|дол|دولار~|美元|美金|ドル|米ドル",
    "EUR": "euro~|евро~|еуро~|yevro~|avro~|يورو~|欧元|歐元|ユーロ|€",
    "GBP EGP LBP SYP SDG SSP": "?pound~|?pfund|?фунт~|?sterlin~|?livre|?livres",
    "EGP GBP SDG SSP": "جنيه~",
    "GBP": "英镑|英鎊|ポンド|£",
    "RUB / BYN": "рубл~|руб|?р|rouble~|ruble~|rubel~|rubl~|روبل~|卢布|盧布|ルーブル|₽",
    "KZT": "тенге~|теңге~|?тг|tenge~|تنغي|تينغ|坚戈|テンゲ|₸",
    "CNY": "юан~|yuan~|renminbi|^rmb|يوان~|元|^人民币|^人民幣|人民元",
    "JPY": "йен~|иен~|yen|yens|iyena~|日元|日圆|日圓|円",
    "CNY JPY": "¥",
    "CHF XOF XAF CDF GNF RWF BIF DJF KMF": "франк~|franc|francs|frank|franks|فرنك~|法郎|フラン",
    "XOF XAF": "франк кфа|франка кфа|франки кфа|франков кфа|франкам кфа|франками кфа|cfa franc"
    "|cfa francs|franc cfa|francs cfa|fcfa|f cfa|cfa franken|فرنك افريقي|فرنك سيفا|非洲法郎"
    "|西非法郎|中非法郎",
    "CHF": "franken|瑞士法郎|瑞郎|スイスフラン",
    "KRW": "?вон~|?won~|?uz!von~|وون|韩元|韓元|ウォン|₩",
    "UZS": "сум~|сўм~|so'm~|苏姆",
    "KGS": "сом~|?som~|索姆",
    "TJS": "сомони|somoni~",
    "AZN TMT": "манат~|manat~",
    "GEL": "лари|lari|₾",
    "AMD": "драм|драмов|драмам|драмами|drams|?dram|֏",
    "UAH": "гривн~|гривен|грн|hryvnia~|hryvnya~|hrywnja|griwna|₴",
    "TRY": "лир~|lira~|tl|里拉|リラ|₺",
    "TRY LBP SYP": "ليره",
    "INR PKR LKR NPR MUR SCR": "rupee~|rupie|rupien|roupie~|卢比|ルピー|^?rs",
    "INR PKR LKR NPR MUR SCR IDR": "рупи~|روبيه",
    "INR": "₹",
    "IDR": "rupiah~|印尼盾|印尼卢比|ルピア",
    "SEK NOK DKK CZK ISK": "крон~|krone|kronen|kroner|kronor|krona|?crowns|couronne~|kron|克朗",
    "SEK NOK DKK": "^kr",
    "CZK": "kč|koruna~|koruny|korun",
    "PLN": "злот+|zloty~|złoty|złotych|zł|兹罗提",
    "HUF": "форинт~|forint~|福林",
    "RON MDL": "?lei|?leu|?лей|?леев|?лея|?леи|?леям|?леями|列伊",
    "BGN": "?лев|?лева|?левов|?левам|?левами|?lev|?leva|?lew|?lewa|列弗",
    "SAR QAR OMR IRR YER": "риал~|риял~|rial~|riyal~|ريال~|里亚尔",
    "AED MAD": "дирхам~|dirham~|درهم~|دراهم|迪拉姆",
    "KWD BHD IQD JOD DZD TND LYD RSD": "динар~|dinar~|دينار~|دنانير|第纳尔",
    "MXN ARS CLP COP PHP UYU DOP CUP": "песо|peso~|بيزو|比索",
    "KES UGX TZS SOS": "?shilling~|?шиллинг~|?schilling~|شلن|先令",
    "NGN": "naira~|найр|найра|найры|найру|найрами|奈拉|₦",
    "GHS": "?cedi|?cedis|?седи|塞地",
    "ETB": "?birr|?бырр~|?быр|?быров|比尔",
    "BDT": "?taka|?така|?таки|?так|塔卡|৳",
    "MYR": "ringgit~|ринггит~|林吉特|令吉",
    "BRL": "?реал~|?real|?reais|?réaux|雷亚尔",
    "ZAR": "?rand|?rands|?рэнд~|?ранд~|兰特",
    "ILS": "шекел~|shekel~|schekel~|شيكل~|₪",
    "THB": "?бат~|baht|泰铢|฿",
    "VND": "?донг~|?dong|?dongs|越南盾|₫",
    "MNT": "тугрик~|төгрөг|tugrik~|₮",
    "PHP": "₱",
    "MRU": "?угия|?угий|ouguiya~|اوقيه",
    "AUD": "a$|au$|$a|$au|澳元|豪ドル",
    "CAD": "c$|ca$|$c|$ca|cad$|加元",
    "HKD": "hk$|$hk|港元|港币|香港ドル",
    "TWD": "nt$|新台币|新台幣|台币",
    "SGD": "s$|sg$|新加坡元|新元",
    "USD": "$|us$|u.s.$|$us",
    "NZD": "nz$|$nz",
    "MXN": "mx$|mex$",
    "XCD": "ec$",
    "JMD": "j$",
    "TTD": "tt$",
    "BBD": "bds$",
    "BZD": "bz$",
    "NAD": "n$",
    "FJD": "fj$",
    "BRL ": "r$",
}  # fmt: skip
# Whose money a sign is: what letters beside it leave open, unless they are a code of one of these.
SIGN_CURRENCIES = {
    "$": "USD AUD CAD HKD NZD SGD TWD BZD XCD JMD TTD BBD BSD BMD KYD GYD SRD LRD NAD FJD SBD BND"
    " ZWL ZWG MXN ARS CLP COP UYU DOP CUP BRL NIO",
    "£": "GBP EGP LBP SYP SDG SSP GIP FKP SHP",
    "¥": "JPY CNY",
}
# Behind a sign, in capitals: "17 $ CA".
SIGN_COUNTRIES = {
    "US": "USD", "CA": "CAD", "CAN": "CAD", "AU": "AUD", "NZ": "NZD", "HK": "HKD", "SG": "SGD",
    "NT": "TWD", "TW": "TWD", "MX": "MXN", "JP": "JPY", "CN": "CNY", "RMB": "CNY",
}  # fmt: skip
# A hundredth of these: "50 cents" is 0.5.
HUNDREDTHS = {
    "USD EUR AUD CAD HKD NZD SGD ZAR": "cent|cents|цент~|سنت|سنتا|美分|欧分",
    "RUB": "копейк+|копейка|копейки|копейке|копейку|копейкой|копеек|kopek~|戈比",
    "KZT KGS": "тиын~|tiyn~",
    "GBP": "pence|penny|пенс~|便士",
}
# Read only if written exactly so, and beside a scale; those in Latin letters may lead.
SIGNS = {
    "NIS": "ILS", "RM": "MYR", "R": "ZAR", "SR": "SAR", "Dh": "AED", "Dhs": "AED", "SKr": "SEK",
    "NKr": "NOK", "DKr": "DKK", "Tk": "BDT", "Rp": "IDR", "ين": "JPY",
}  # fmt: skip
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
    "UZ": "uzbek|узбекск+", "ID": "indonesian|индонезийск+", "LK": "sri lankan|шри ланкийск+",
    "NP": "nepalese|nepali|непальск+", "IS": "icelandic|исландск+",
    "RS": "serbian|сербск+|serbisch+",
    "RO": "romanian|румынск+|rumänisch+", "MD": "moldovan|молдавск+|молдовск+",
    "KE": "kenyan|кенийск+", "UG": "ugandan|угандийск+", "TZ": "tanzanian|танзанийск+",
    "DZ": "algerian|алжирск+", "TN": "tunisian|тунисск+", "LY": "libyan|ливийск+",
    "BH": "bahraini|бахрейнск+", "YE": "yemeni|йеменск+", "LB": "lebanese|ливанск+",
    "SY": "syrian|сирийск+", "SD": "sudanese|суданск+", "CD": "congolese|конголезск+",
    "RW": "rwandan|руандийск+", "GN": "guinean|гвинейск+", "PH": "philippine|филиппинск+",
    "AR": "argentine|аргентинск+", "CL": "chilean|чилийск+", "CO": "colombian|колумбийск+",
}  # fmt: skip
COUNTRIES_AFTER = {
    "US": "сша|américain+|امريكي+|اميركي+", "CA": "canadien+|كندي+", "LB": "لبناني+",
    "AU": "australien+|استرالي+", "GB": "стерлингов|sterling|استرليني+", "CH": "suisse+|سويسري+",
    "EG": "مصري+", "AE": "оаэ|اماراتي+", "SA": "سعودي+", "KW": "كويتي+", "QA": "قطري+",
    "IQ": "عراقي+", "JO": "اردني+", "MA": "marocain+|مغربي+", "DZ": "algérien+|جزائري+",
    "OM": "عماني+", "RU": "russe+|روسي+", "IN": "indien+|هندي+", "TR": "turque+|تركي+",
    "SY": "سوري+", "SD": "سوداني+", "TN": "tunisien+|تونسي+", "LY": "ليبي+", "BH": "بحريني+",
    "YE": "يمني+", "ID": "indonésien+|اندونيسي+", "PK": "pakistanais+|باكستاني+", "IR": "ايراني+",
    "TW": "taïwanais+|تايواني+", "HK": "hongkongais+", "SG": "singapourien+|سنغافوري+",
    "NZ": "néo zélandais+|نيوزيلندي+", "SE": "suédois+|سويدي+", "NO": "norvégien+|نرويجي+",
    "DK": "danois+|دنماركي+", "CZ": "tchèque+|تشيكي+", "CD": "congolais+", "GN": "guinéen+",
    "RW": "rwandais+", "RS": "صربي+", "KR": "كوري+", "MX": "mexicain+|مكسيكي+", "KE": "كيني+",
}  # fmt: skip
# Some other country's adjective behind the word: whose money it is, is not known then.
OTHER_COUNTRY_AFTER = {
    "fr": " [a-zà-ÿ]{4,}(?:aise?s?|iens?|iennes?|éens?|éennes?|aines?|ains?)(?![a-zà-ÿ])",
    "ar": " [ء-ي]{3,}(?:ي|يه)(?![ء-ي])",
}
