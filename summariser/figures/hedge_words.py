"""The words around a sum that say how exact it is, and how often it is paid: tables only.

Written as in ``words``.
"""

from __future__ import annotations

# Each key names the labels; the first is the one to report, the others are as good.
BEFORE = {
    "approximately": "ок|прибл|env|um die|barely more than|barely over|hardly more than"
    "|kaum mehr als|guère plus de|avoisinant|tahminen|около|порядка|примерно|приблизительно"
    "|ориентировочно|в районе|шамамен|about|some|around|roughly|approximately|approx|circa|ca|~|≈"
    "|estimated|estimated at|closer to|in the region of|in the neighbourhood of"
    "|in the neighborhood of|in the vicinity of|on the order of|in the order of|something like|rund"
    "|etwa|ungefähr|zirka|schätzungsweise|environ|autour de|aux alentours de|de l'ordre de|quelque"
    "|à peu près|taxminan|yaklaşık|约|约为|约合|约达|大约|大概|約|およそ|ほぼ|حوالي|نحو|زهاء|قرابه"
    "|تناهز|يناهز|ما يناهز|ما يقدر ب",
    "approximately less_than": "почти|практически|без малого|под|nearly|almost|close to|knapp"
    "|de!fast|nahezu|annähernd|près de|presque|qariyb|neredeyse|近|将近|接近"
    "|ما يقرب من|ما يقارب|يقارب|تقارب|salkam",
    "less_than approximately": "чуть менее|чуть меньше|немногим менее|немногим меньше|just under"
    "|just below|a little under|a little less than|slightly under|slightly less than"
    "|slightly below|etwas weniger als|etwas unter|un peu moins de|略低于|略少于",
    "more_than": "св|более|более чем|больше|больше чем|свыше|выше|превышать|превышает|превышают"
    "|превышал|превышала|превышало|превышали|превысить|превысил|превысила|превысило|превысили"
    "|превысит|превысят|превышая|превысив|превышающ+|превысивш+|перевалил за|перевалила за"
    "|перевалило за|перевалили за|перевалит за|перевалят за|перешагнул|перешагнула|перешагнуло"
    "|перешагнули|перешагнул за|перешагнула за|more than|over|above|upwards of|north of|exceeds"
    "|exceed|exceeded|exceeding|in excess of|topping|topped|surpass|surpasses|surpassing|surpassed"
    "|mehr als|plus de|dépasse|dépassent|dépassant|dépasser|dépassé|dépassera|dépasserait"
    "|dépasseront|dépassait|excède|excèdent|excèdera|excéder|excédera|supérieur à|supérieure à|>"
    "|超过|超過|逾|超|突破|高于|大于|多于|اكثر من|ما يزيد علي|ما يزيد عن|يزيد علي|يزيد عن|تزيد علي"
    "|تزيد عن|تجاوز|تجاوزت|يتجاوز|تتجاوز|يفوق|تفوق|تخطت|يتخطي|تتخطي",
    # With these, "nicht" comes after the sum.
    "more_than verb": "übersteigt|überstieg|übersteigen|überschreitet|überschritt|überschreiten"
    "|übertrifft",
    "more_than approximately": "чуть более|немногим более|чуть больше|немногим больше|just over"
    "|just above|a little over|slightly over|slightly more than|little more than|de!gut"
    "|etwas mehr als|un peu plus de",
    "at_least": "не менее|не менее чем|не меньше|как минимум|минимум|по меньшей мере|at least"
    "|no less than|no fewer than|a minimum of|minimum of|un minimum de|كحد ادني|mindestens"
    "|wenigstens|zumindest|asgari|au moins|кемінде|кем дегенде|ең аз дегенде|ең кемі|kamida|en az"
    "|至少|不下|最少|最低|少なくとも|≥|ما لا يقل عن|علي الاقل",
    "at_least exact": "от",
    "more_than exact": "über",  # or, after «Auftrag», simply "for"
    "less_than": "менее|менее чем|меньше|меньше чем|ниже|less than|fewer than|under|below|not quite"
    "|not nearly|short of|fall short of|falls short of|fell short of|не дотянул до|не дотянула до"
    "|не дотянуло до|не дотянули до|не дотянет до|не дотягивает до|не дотягивают до|не достиг"
    "|не достигла|не достигло|не достигли|не достигнет|не достигает|не дошел до|не дошла до"
    "|не дошло до|не дошли до|keine|nicht einmal|not even|未达|未达到|weniger als|unter|moins de"
    "|inférieur à|inférieure à|<|不到|不足|低于|少于|小于|اقل من|يقل عن|تقل عن",
    "up_to": "до|вплоть до|up to|as much as|as many as|capped at|cap of|a cap of|limited to"
    "|a ceiling of|ceiling of|limit of|a limit of|bis zu|begrenzt auf|jusqu'à|plafonné à"
    "|plafonnée à|limité à|limitée à|ең көбі|ең көп|ең көп дегенде|最大|最高|最高可达|最高达|上限为"
    "|azami|ko'pi bilan|تصل قيمته الي|تصل قيمتها الي|ما يصل الي|يصل الي|تصل الي|حتي",
    "up_to approximately": "в пределах",
    "up_to less_than": "не более|не более чем|не больше|не выше|максимум|no more than|a maximum of"
    "|maximum of|at most|höchstens|maximal|au plus|au maximum|un maximum de|en fazla|最多|至多|≤"
    "|بحد اقصي",
    "up_to exact": "多达|高达",
}
AFTER = {
    "approximately": "yakın|atrofida|яқин|шамасында|жуық|or so|or thereabouts|give or take|yaqin"
    "|ga yaqin|civarında|左右|前後|程度|ほど|上下|تقريبا",
    "approximately less_than": "таяу|жуықтайды|жуықтады|жуықтап|жуықтаған|жуықтайтын|近く",
    "more_than": "астам|артық|kk!көп|асты|асады|асатын|асқан|асып|kk!аса|ortiq|oshdi|oshadi"
    "|oshgan|ko'p|ko'proq|ziyod|übersteigen|überschreiten"
    "|tr!fazla|üzerinde|geçti|geçen|ортиқ|ошди|aşkın|aşan|aştı|超|を超える|を上回る",
    "more_than approximately": "с лишним|с небольшим|多|余|餘|余り",
    "at_least": "или больше|или более|и более|и выше|or more|and more"
    "|and above|oder mehr|ou plus|以上|علي الاقل|كحد ادني|او اكثر",
    "at_least more_than": "+|plus",
    "less_than": "kk!кем|kk!аз|төмен|kam|tr!az|altında|未満|弱",
    "up_to": "дейін|kadar|gacha|以下|以内|كحد اقصي",
    "up_to less_than": "аспайды|аспайтын|аспады|аспаған|аспай|аспауы|аспас|аспауға|аспақ емес"
    "|oshmaydi|oshmagan|oshmadi|oshmasligi|aşmayacak|aşmayan|aşmıyor|aşmadı|aşmaz|geçmeyecek"
    "|を超えない|を上回らない",
}
# What the hedge means if it is denied: «не превысят», "not over", асқан жоқ, لن تتجاوز.
DENIED = {
    "more_than": "up_to less_than",
    "less_than": "at_least",
    "at_least": "less_than",
    "up_to": "less_than",
}
NOT_BEFORE = (
    "не|not|never|cannot|can't|won't|doesn't|didn't|don't|isn't|wasn't|aren't|weren't"
    "|wouldn't|shouldn't|couldn't|mustn't|hasn't|haven't|hadn't|without|nicht|nie|keinesfalls"
    "|ohne|pas|jamais|sans|لا|لن|لم|ليس|ليست|دون|ما لا|不|不会|不得|不能|不应|不可|未|没|没有"
)
NOT_AFTER = "емес|жоқ|болмайтын|болмайды|emas|bo'lmagan|olmayan|yo'q|değil|nicht"
# These deny nothing, though they begin so.
NOT_DENYING = (
    "не только|not only|not just|not merely|nicht nur|pas seulement|non pas|不仅|不只|不但"
)
# Words that may stand between a hedge and its number, or between "not" and a hedge.
FILLERS = frozenset(
    "в на из с за чем auf à to be been have has likely ever the les le la los den die das"
    " должен должна должно должны может могут мог могла будет будут станет".split()
)

# What a sum is paid by; "other" is a period that no label of the schema names.
PER_AFTER = {
    "year": "p a|l'an|في العام|a year|per year|per annum|в год|pro jahr|je jahr|im jahr|par an"
    "|في السنه",
    "month": "a month|per month|в месяц|pro monat|im monat|par mois|في الشهر",
    "other": "a day|per day|a week|per week|a quarter|per quarter|an hour|per hour|a decade"
    "|per decade|a night|per night|в день|в сутки|в неделю|в квартал|в час|в смену|pro tag|am tag"
    "|je tag|pro woche|je woche|pro quartal|je quartal|pro stunde|die woche|par jour|par semaine"
    "|par trimestre|par heure|في اليوم|في الاسبوع|في الساعه",
    "unit": "per|par|par mwh|par kwh|apiece|de!pro|la pièce|chacun|chacune|l'unité|pièce|la tonne"
    "|le baril|par unité|par tonne|par baril|par action|par habitant|par personne|par avion"
    "|par appareil|a barrel|a ton|a tonne|a share|a litre|a liter|a kilo|a kilogram|a kg|a gallon"
    "|an ounce|a unit|a piece|a head|a ticket|a seat|a bushel|a pound|a kilowatt hour|a kwh"
    "|a megawatt hour|a mwh|a hectare|an acre|a cubic metre|a cubic meter|a square metre"
    "|a square meter|a mile|a kilometre|a kilometer|a km|a person|a passenger|a bottle|a wagon"
    "|a vehicle|a plane|a jet|للبرميل|للطن|لكل|للواحد|للواحده|الواحده",
    # Phrases that only look like the ones above.
    "": "a year ago|a year earlier|a year later|a year before|a year after|a year on|a month ago"
    "|a month earlier|a month later|a week ago|a week earlier|a week later|a day earlier"
    "|a day after|a day before|a day later|a quarter of|a quarter earlier|a unit of|a pound of"
    "|per the|as per|je nach|год назад|pro und contra|par le|par la|par les|par l|par un|par une"
    "|par des|par d|par son|par sa|par ses|par leur|par leurs|par ce|par cette|par rapport"
    "|par exemple|par ailleurs|par conséquent|par contre|par voie|par appel",
}
# Beside the sum, on either side: they may as well belong to something else.
PER_BESIDE = {
    "year": "jahresbeitrag|jahresbudget|jahresetat|ежегодн+|годов+|annual|jährliche+|annuel+|yillik"
    "|yıllık|سنوي|жыл сайынғы|年投资额|年产值|年销售额|年收入",
    "month": "ежемесячн+|monatliche+|mensuel+|aylık",
    "unit": "de!je",
    "other": "ежеквартальн+|ежедневн+|quartalsweise|günlük|haftalık|тоқсандық",
}
# Anywhere before it in the clause, or after it.
PER_CLAUSE = {
    "year": "each year|every year|каждый год|chaque année|jedes jahr|كل عام|كل سنه|tous les ans"
    "|chaque an|ежегодно|annually|yearly|jährlich|alljährlich|annuellement|жылына|жыл сайын|yiliga"
    "|har yili|yılda|her yıl|سنويا|每年|年均|毎年|年間",
    "month": "each month|every month|каждый месяц|jeden monat|ежемесячно|monthly|monatlich"
    "|mensuellement|айына|ай сайын|oyiga|har oy|ayda|her ay|شهريا|每月|毎月|月均",
    "other": "each day|every day|each week|every week|each quarter|every quarter|каждый день"
    "|каждый квартал|каждую неделю|jeden tag|jede woche|jedes quartal|ежеквартально|ежедневно"
    "|еженедельно|ежесуточно|ежечасно|daily|weekly|quarterly|hourly|in each of|täglich|wöchentlich"
    "|vierteljährlich|күніне|күн сайын|аптасына|апта сайын|тоқсанына|тоқсан сайын|kuniga|har kuni"
    "|günde|her gün|haftada|يوميا|اسبوعيا|每天|每日|每周|每季|每季度",
    "unit": "каждый|каждая|каждое|каждого|каждой|каждому|цена одного|цена одной|стоимость одного"
    "|стоимость одной|цена за один|цена за одну|each|price per|cost per|price of one|price of each"
    "|cost of each|jede|jeder|jedes|chaque|әрқайсысы|әрқайсысына|әрбірі|әр вагон|тоннасына|баррелі"
    "|барреліне|данасы|данасына|литріне|килограмына|гектарына|текше метріне|киловатына|тоннасы"
    "|donasi|donasiga|tonnasiga|başına|tanesi|每艘|每辆|每架|每台|每吨|每桶|每股|每件|每套|每|单价"
    "|单船造价|造价|jeweils|stückpreis|tonu|لكل منهما|لكل منها|1台当たり",
}
PER_SLASH = {
    "year": "year yr y annum год г жыл jahr j an yil yıl 年",
    "month": "month mo мес месяц ай monat mois oy ay 月",
    "other": "day d week wk quarter q hour hr h день сут сутки нед неделю квартал час тәулік күн"
    " tag woche quartal stunde std jour semaine gün hafta kun 天 日 周 季 季度 小时",
}
# Russian counts its units after «за»: «за тысячу кубометров», «за вагон».
FOR_UNITS = (
    r"[ .]{1,2}за (?:(?:1|10|100|1 ?000|сто|тысячу|тыс\.?|один|одну|каждый|каждую) ){0,2}"
    "(?:куб|тонн|т[ .,;]|барр|шт|единиц|кг|килогр|литр|л[ .,;]|грамм|квт|мвт|гкал|квадратн|кв[ .]"
    "|гектар|га[ .,;]|унци|акци|вагон|бушел|километр|км[ .,;]|человек|экземпл)"
)
