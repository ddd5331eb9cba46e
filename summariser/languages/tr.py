"""Turkish."""

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
)

# fmt: off
TEXT = Text(
    sentence="cümle|cümleler",
    unstated=(
        "belirtilmemiş|belirtilmedi|bilinmiyor|bilinmeyen|açıklanmadı|açıklanmamış|bilgi yok|"
        "mevcut değil"
    ),
    writings=(
        Writing(
            script="latin", letters="ğışçöü", more_letters="âîû",
            function_words=(
                "ve bir bu için ile olarak olan daha çok da de gibi sonra kadar ise göre ancak en"
                " her ne ki ama var yok olduğu kendi arasında tarafından üzere dedi etti oldu"
            ),
        ),
    ),
    everywhere=SentenceWords(
        before_a_name="sn doç av yrd alb yzb müh",
        scales="mln mlr mly trl",
        units="TL Türk Dolar Euro Lira",
        after_company="Ltd Şti",
        last="v.b",
        starters="Bu Ancak Ayrıca",
    ),
    ordinal_stop=True,
    quotation_marks=("“”",),
    said=(
        "dedi|diyor|yanıtladı|cevapladı|ekledi|açıkladı|belirtti|vurguladı|sordu|diye sordu"
        "|diye yanıtladı|diye cevapladı|diye ekledi|diye konuştu|diye açıkladı|söyledi"
        "|diye belirtti|ifade etti|kaydetti|dile getirdi"
    ),
    more_endings=r"(?!m[aeıiuü])\w{1,8}",
    turns="ama|ancak|fakat|lakin|ne var ki|yalnızca|sadece|eğer|şayet|yeter ki",
    instructions=(
        Instruction(
            pieces="yok unut dikkate görmezden",
            pattern=r"""
                (talimat|yönerge|kural|komut)\w*\s (.{0,20}\s)?
                (yok\ssay|unut|dikkate\salma|görmezden)""",
        ),
    ),
)

SPEECH = Speech(
    points_back=(
        r"bun(?:u|ları)(?= [^.;:]{1,80} (?:söyledi|açıkladı|ifade etti|belirtti|yazdı)(?!\w))"
    ),
    possessed=(
        "avukatı avukatları danışmanı eşi oğlu kızı annesi babası kardeşi ağabeyi ablası"
        " ailesi arkadaşı yardımcısı doktoru asistanı halefi selefi meslektaşı"
    ),
    whose=r"['’]n?[ıiuü]n",
    speaks_for="sözcü|temsilci",
    attributive=r"\w{2,}[ae]n",
    closes="dedi|diyor|diye konuştu",
    order="verb last",
    verbs=TEXT.said + (
        "|dediler|söylüyor|belirtiyor|açıklıyor|ekliyor|vurguluyor|konuştu|savundu|savunuyor"
        "|iddia etti|uyardı|uyarıyor|düşünüyor|inanıyor|bekliyor|umuyor|duyurdu|bildirdi"
        "|anlattı|anlatıyor|yazdı|aktardı|hatırlattı|dikkat çekti|eleştirdi|istedi|itiraf etti"
        "|doğruladı|yalanladı|söz verdi|tahmin ediyor|öngörüyor|suçladı|kınadı"
        "|reddetti|önerdi|itiraz etti|kaydetti|vurguladı|belirtti|ifade etti|tepki gösterdi"
        "|değerlendirdi|iddia ediyor|açıkladı|ileri sürdü|şikayet etti|övdü"
        "|nitelendirdi|niteledi|tanımladı|yorumladı|yanıt verdi|cevap verdi"
        "|çağrısında bulundu|çağrı yaptı|altını çizdi|sözlerini kullandı|ifadesini kullandı"
        "|ifadelerini kullandı|açıklama yaptı|açıklamada bulundu|açıklama yaparak"
    ),
    before=(
        "söyleyen|belirten|ifade eden|vurgulayan|açıklayan|kaydeden|dile getiren|savunan|bildiren"
        "|hatırlatan|anlatan|aktaran|dikkat çeken|işaret eden|ileri süren|iddia eden|ekleyen"
    ),
    behind="göre",
    no_subject=(
        "sırasında kapsamında bu şöyle böyle ancak ayrıca ama fakat ve dün bugün yarın daha sonra"
        " öte yandan"
    ),
    joins="ve ama ancak",
    unnamed="bir",
    pronouns="o onlar ben biz kendisi kendileri",
)

NAMES = Names(
    no_particles="da de",
    counterparts="mevkidaşı mevkidaşıyla mevkidaşına",
    bodies={
        "club": "kulüp|kulübün|takım",
        "company": "şirket(?:in|e|i|te)?|firma(?:nın|ya)?|kuruluş|grup|üretici",
        "bank": "banka(?:nın|ya)?",
        "union": "sendika(?:nın|ya)?",
        "ministry": "bakanlık|bakanlığın",
        "party": "parti(?:nin|ye)?",
        "agency": "kurum(?:un)?|ajans|komisyon",
        "court": "mahkeme(?:nin|ye)?",
        "school": "üniversite|enstitü",
        "organisation": "örgüt(?:ün|e)?|hareket(?:in)?|dernek",
    },
    seats={
        "AE": "Abu Dabi",
        "AU": "Kanberra|Canberra",
        "BR": "Brasilia",
        "CA": "Ottawa",
        "CH": "Bern",
        "CN": "Pekin",
        "EU": "Brüksel",
        "FR": "Elysee|Elize",
        "GB": "Downing Street",
        "IN": "Delhi|Yeni Delhi",
        "KZ": "Astana",
        "MA": "Rabat",
        "NL": "Lahey",
        "PK": "İslamabad",
        "QA": "Doha",
        "RU": "Kremlin",
        "TR": "Ankara|Beştepe",
        "US": "Washington|Vaşington|Beyaz Saray",
        "VN": "Hanoi",
    },
    countries={
        "US": "abd|amerika",
        "GB": "ingiltere|büyük britanya",
        "AE": "bae",
        "EU": "ab",
    },
    endings=(
        Endings(
            where="last only", shortest=5, rows=(
                "ğan oğlu || ın nun a ya ı yu da dan",
                # A compound, «ihale komisyonu»; none of the endings that make other names of names.
                "b c ç d f g ğ h k l m n p r s ş t v y z | ı | ının ında ından",
                "b c ç d f g ğ h k l m n p r s ş t v y z | i | inin inde inden",
                "b c ç d f g ğ h k l m n p r s ş t v y z | u | unun unda undan",
                "b c ç d f g ğ h k l m n p r s ş t v y z | ü | ünün ünde ünden",
            ),
        ),
    ),
    endings_after_apostrophe=(
        "ın in un ün nın nin nun nün a e ya ye ı i u ü yı yi yu yü da de ta te dan den tan ten"
        " la le yla yle na ne nı nu nü nda nde ndan nden"
    ),
    surnames="oğlu oglu",
    no_given_name=(
        "çünkü oysa zira eğer artık hem yani bu şu ve ama ancak fakat sonra önce için ile gibi göre"
        " ayrıca dün bugün yarın"
    ),
    seldom_surnames=(
        "bankası birliği boru denizi enerji gazetesi gölü haber hatları holding limanı"
        " madencilik partisi petrol sigorta şirketi ticaret yolları"
    ),
    pronouns="o onlar onun kendisi",
    forms_after="aş şti",
    no_legal_form="şti",
    kinds_behind="şirket bank grub ajans holding vakf gazete enstitü üniversite liman firma kurum",
    several=r"(?:\S+ )*\S+l[ae]r\w*",
    number_endings=(
        "lar ler ların lerin ları leri lara lere in ın un ün nin nın nun nün i ı u ü yi yı yu yü"
        " e a ye ya de da te ta den dan ten tan le la yle yla"
    ),
    no_more="eski yardımcısı",
    no_more_behind="yardımcısı yardımcısının vekili adayı adayının",
    roles=(
        "bakan başbakan cumhurbaşkan başkan müdür sözcü sekreter uzman ekonomist analist vali"
        " büyükelçi elçi milletvekil vekil profesör tarihçi avukat savcı gazeteci yazar"
        " editör mühendis mimar doktor çiftçi işadam girişimci yönetici koordinatör temsilci"
        " danışman yardımcı general amiral rektör dekan lider senatör aktivist araştırmacı müsteşar"
        " komiser sendikacı siyasetçi diplomat ceo kurucu patron akademisyen"
    ),
    role_endings=(
        "ı i u ü sı si su sü nın nin nun nün ının inin unun ünün sının sinin sunun sünün na"
        " ne ına ine yı yi yu yü"
    ),
)
# fmt: on

FIGURES = Figures(
    both="her iki|her ikisi",
    funds=(
        r"kredi\w*|yardım\w*|yatırım\w*|hibe\w*|borç\w*|fon\w*|finansman\w*|"
        r"teşvik\w*"
    ),
    prices=r"fiyat\w*|tarife\w*|ücret\w*",
    periods={"year": r"yıl\w*", "month": r"ay(?:da|ın|ı|ında)?"},
    everywhere=SumWords(
        range_mid="ila|ile",
        goal_endings="(?<!lir)(?<!man)a|e",
        range_words="değiş|aralığ",
        numerals={
            "2": "iki",
            "3": "üç",
            "4": "dört",
            "5": "beş",
            "6": "altı",
            "7": "yedi",
            "8": "sekiz",
            "9": "dokuz",
            "20": "yirmi",
            "30": "otuz",
            "40": "kırk",
            "50": "elli",
            "60": "altmış",
            "70": "yetmiş",
            "80": "seksen",
            "90": "doksan",
            "100": "yüz",
        },
        parts={
            "0.5": "yarım",
            "0.25": "çeyrek",
            "0": "üçte bir|üçte iki|dörtte bir|beşte bir",
        },
        halves={
            "0.5": "buçuk",
        },
        scales={
            "1e6": "milyon~",
            "1e9": "milyar~",
            "1e12": "trilyon~",
        },
        vague="birkaç",
        one="bir",
        minus="eksi",
        and_="ve",
        mid="ila|ile",
        from_endings="n",
        with_="ve|ile",
        amid="arasında",
        until="kadar",
        currencies={
            "dollar": "dolar~",
            "EUR": "avro~",
            "pound": "?sterlin~",
            "TRY": "lira~|tl",
            "krone": "kron",
        },
        hundredths={
            "TRY": "kuruş~",
            "cent": "sent",
            "GBP": "peni|pens",
        },
        countries={
            "US": "abd",
            "TR": "türk",
        },
        percent_before="yüzde",
        before={
            "approximately": "tahminen|yaklaşık",
            "approximately less_than": "neredeyse",
            "at_least": "asgari|en az",
            "up_to": "azami",
            "up_to less_than": "en fazla",
        },
        after={
            "exact more_than": "artı bir hisse",
            "approximately less_than": "yakın|yaklaştı|yaklaşıyor|yaklaşan|yaklaşmış",
            "approximately": "civarında",
            "more_than": "üzerinde|geçti|geçen|aşkın|aşan|aştı",
            "less_than": "altında",
            "at_least": "ve üzeri|ve üstü|veya üzeri|veya daha fazla|ya da daha fazla",
            "up_to": "kadar|veya daha az|ya da daha az|ve altı|veya altı",
            "up_to less_than": "aşamaz|aşamayacak|geçemez|geçemeyecek"
            "|aşmayacak|aşmayan|aşmıyor|aşmadı|aşmaz|geçmeyecek",
        },
        caps=r"sınırla\w*|tavan\w*",
        estimates=r"tahmin\w*|düzeyinde\w*|değer biç\w*",
        limits="kadar",
        changes="yüksel|arttı|düş|tırman|geril|büyü|genişle|fırla|daral",
        barred_behind="[a-zçğıöşü]+m(?:az|ez|ayacak|eyecek|adı|edi|ıyor|iyor|amalı|emeli|uyor|üyor)"
        "(?:lar|ler)?|yasak",
        denied="olmayan|değil",
        per_beside={
            "year": "yıllık",
            "month": "aylık",
            "other": "günlük|haftalık",
        },
        per_clause={
            "year": "yılda|her yıl",
            "month": "ayda|her ay",
            "other": "günde|her gün|haftada",
            "unit": "başına|tanesi|tonu|litresi|kilosu"
            "|metreküpü|metrekaresi|adedi|kişi başı|varili",
        },
        per_slash={
            "year": "yıl",
            "month": "ay",
            "other": "gün|hafta",
        },
        year="yıl~",
        noun_endings="dur dır dir dür tur tır tir tür du dı di dü ydu ydı ydi ydü"
        " i ı u ü a e dan den tan ten da de ta te ya ye yu yü yı yi nın in ın nun nün"
        " sı si lı lık luk lük lar la le yla yle",
        suffixes="[dtn][ae]n|[dt][ae]|(?<=')y?[ae]|l[iıuü]k",
        ordinals="inci|üncü|uncu|ıncı",
    ),
    own=SumWords(
        numerals={
            "10": "on",
        },
        zero="sıfır",
        point="virgül",
        whole="tam",
        part_of_endings="d[ae]|t[ae]",
        part_of={
            "0.1": "onda",
            "0.01": "yüzde",
            "0.001": "binde",
        },
        or_="veya|ya da",
        no_number="bin bir|binbir",
        joined={  # as sums are written on bills: ikibinbeşyüz
            "1": "bir",
            "1000": "bin",
            "1000000": "milyon",
            "1000000000": "milyar",
        },
        scales={
            "1e3": "bin|binden|bine|bini",
            "12": "düzine",
            "1e6": "mn",
            "1e9": "mr|mlr",
            "1e12": "trl|trn",
        },
        alone={
            "1": "bin",
        },
        after={
            "more_than": "fazla",
            "less_than": "az",
        },
    ),
    separators={",": "dg", ".": "g"},
)

STAGES = Stages(
    told={
        "implemented": (
            "tamamla(?:dı|dılar|ndı|nmıştı|mıştı)|bitirdi|teslim etti|teslim edildi|açtı"
            "|açıldı|başlattı|başlatıldı|başladı|inşa etti|inşa edildi|kurdu|kuruldu"
            "|satın aldı|satın alındı|aldı|sattı|satıldı|ödedi|ödendi|yürürlüğe girdi"
            "|hizmete girdi|getirdi|getirildi|yasakladı|yasaklandı|gözaltına alındı"
            "|tutuklandı|öldürüldü|seçildi|atandı|yatırım yaptı|gönderdi|gönderildi|görüştü"
            "|ziyaret etti|yayımladı|yayımlandı|kapattı|kapatıldı|düzenledi|düzenlendi"
            "|yapıldı|gerçekleştirdi|gerçekleştirildi|arttı|artırdı|düştü|azalttı|verdi"
        ),
        "signed": (
            "imzala(?:dı|dılar|ndı|mıştı|nmıştı|dığı|ndığı)|imza attı(?:lar)?|imzalanan|imzalayan"
        ),
        "approved": (
            "onayla(?:dı|dılar|ndı|nmıştı)|onay verdi|kabul etti|kabul edildi"
            "|yeşil ışık yaktı|karar verdi|kararlaştırdı|kararlaştırıldı|karar aldı"
            "|izin verdi"
        ),
        "agreed": (
            "anlaştı(?:lar)?|anlaşmaya var(?:dı|dılar|ıldı)|uzlaştı(?:lar)?"
            "|mutabık kal(?:dı|dılar|ındı)|mutabakata var(?:dı|dılar|ıldı)"
        ),
        "announced": (
            "duyurdu(?:lar)?|duyuruldu|ilan etti|ilan edildi|açıkladı(?:lar)?|açıklandı"
            "|tanıttı|tanıtıldı"
        ),
        "planned": (
            "planlıyor(?:lar)?|planlanıyor|planladı|planlanan|planlandı|öngörülüyor|öngörüyor"
            "|hedefliyor|hedefleniyor|hedeflenen"
        ),
        "offered": "teklif (?:etti|verdi|sundu|edildi|ediyor)",
        "proposed": "önerdi(?:ler)?|önerildi|öneriyor|çağrıda bulundu|çağırdı|tavsiye etti",
        "under_discussion": (
            "görüşüyor(?:lar)?|görüşülüyor|değerlendiriyor|değerlendiriliyor|ele aldı"
            "|ele alındı|inceliyor|müzakere (?:ediyor|ediliyor|ettiler?)|görüşmeler sürüyor"
        ),
        "conditional": "şartıyla|koşuluyla|bağlı olarak|onayına tabi"
        r"|onay\w* (?:gerek|bekl|ihtiyaç|muhtaç)\w*",
        "postponed": (
            "ertele(?:di|diler|ndi|nmişti)|askıya al(?:dı|dılar|ındı)|gecik(?:ti|tirdi)"
            "|ileri bir tarihe"
        ),
        "cancelled": (
            "iptal (?:etti|edildi|ettiler)|feshetti|feshedildi|vazgeçti(?:ler)?"
            "|geri çek(?:ti|ildi)|durdurdu|durduruldu"
        ),
        "turned_down": "reddetti(?:ler)?|reddedildi|geri çevirdi|veto etti|kabul etmedi",
        "denied": "yalanladı(?:lar)?|yalanlandı|inkar etti|inkâr etti",
    },
    instruments={
        "framework": r"çerçeve (?:anlaşma|sözleşme)\w*",
        "memorandum": r"mutabakat (?:zaptı|muhtırası)\w*|memorandum\w*",
        "letter_of_intent": r"niyet mektu\w+",
        "contract": r"sözleşme\w*|kontrat\w*",
        "agreement": r"anlaşma\w*|antlaşma\w*",
        "partnership": r"ortaklı\w+",
    },
    acts=(
        "imzala(?:mak|mayı|nması|nmasını|ması|masını)|onayla(?:mak|mayı|nması|ması)"
        "|tamamla(?:mak|mayı|nması|ması)|aç(?:mak|mayı|ılması|ması)"
        "|başlat(?:mak|mayı|ılması|ması)|inşa et(?:mek|meyi)|inşası"
        "|kur(?:mak|mayı|ulması|ması)|al(?:mak|mayı|ınması|ması)|sat(?:mak|mayı|ılması|ması)"
        "|öde(?:mek|meyi|nmesi|mesi)|yap(?:mak|mayı|ılması|ması)|gönder(?:mek|meyi|ilmesi)"
        "|artır(?:mak|mayı|ılması)|azalt(?:mak|mayı)|ver(?:mek|meyi|ilmesi)|üret(?:mek|meyi)"
    ),
    intends=(
        r"planlıyor\w*|planlanıyor|istiyor\w*|hedefliyor\w*|hedefleniyor|amaçlıyor\w*"
        r"|umuyor\w*|bekliyor\w*|bekleniyor|niyetinde|hazırlanıyor\w*|öngörülüyor|gerekiyor"
        r"|söz verdi|taahhüt etti|düşünüyor\w*|kararlı"
    ),
    ahead=r"\w{3,}(?<!may)(?<!mey)(?:acak|ecek|acaklar|ecekler|acağı|eceği|acağını|eceğini|acaktır|ecektir)",
    conditions=r"eğer|halinde|takdirde|şartıyla|koşuluyla|neredeyse|iddia\w*",
    denies="değil",
    undone=(
        r"imzala(?:madı|nmadı|mamıştı)|onayla(?:madı|nmadı)|anlaş(?:amadı|madı)\w*"
        r"|tamamla(?:madı|nmadı)|başla(?:madı|tmadı)|\w{2,}(?:m[ae]d[ıi]\w*|m[ae]m[ıi]ş\w*|mayaca\w+|meyece\w+)"
    ),
    governs="behind",
    nobody="kimse|hiçbiri",
    joins="ama|ve|yalnızca|sadece|fakat",
    already=r"zaten|çoktan|şimdiden|halihazırda",
    not_yet=r"henüz|hâlâ \w+m[ae]\w+|hala \w+m[ae]\w+",
    done=(
        r"\w{2,}[dt][ıiuü](?:lar|ler|k)?|\w{2,}m[ıiuü]ş(?:t[ıiuü]|tir|tır|tur|tür|lar|"
        r"ler)?"
    ),
    coming=r"\w{2,}(?:acak|ecek)\w*|\w{2,}(?:mal[ıi]|mel[ıi])\w*",
    formal="imza|onay|redde|iptal",
)

# fmt: off
DATES = Dates(
    weekday_endings=True,
    weekdays={"6": "pazar (?:günü|günleri|gününe|gününden)"},
    months={"1": "kanunusani", "10": "teşrinievvel"},
    no_month="ara|oca|tem|kas|eki|nis|mar|may|haz|eyl",
    endings=(
        "'?(?:[dt][ae](?:ki)?|[dt][ae]n|[ıiuü]n|y?[ae]|[ıiuü]n[dt][ae](?:ki)?|[ıiuü]n[dt][ae]n"
        "|n[ıiuü]n)"
    ),
    capital=True,
    ordinals=(
        "'?(?:[sş]?[ıiuü])?(?:n?[dt][ae](?:ki)?|n?[dt][ae]n|y?[ae]|n[ae]|n[ıiuü]n)|inci|üncü"
        "|uncu|ıncı"
    ),
    to="ile|ila",
    and_="ve|veya",
    day_behind="'?[ıiuü]n | ayının ",
    year_first=True,
    year=r"yıl(?:ları(?:nda|nın)?|ı|ının|ında|ındaki|ından|ına|da)?",
    behind=(
        "'?(?:[dt][ae](?:ki)?|[dt][ae]n|y?[ae])(?![a-zçğıöşü])| ay(?:ı|ında|ının|ına|ından"
        "|ındaki)(?![a-zçğıöşü])"
    ),
    nth={
        "1": "birinci|ilk", "2": "ikinci", "3": "üçüncü", "4": "dördüncü|son",
    },
    quarter="çeyre[ğk](?:i|inde|inin|te|indeki)?",
    half="yarı(?:sı|sında|sının|yıl|yılı|yılında|sındaki)|yarıyıl(?:ı|ında)?",
    elsewise=(
        "bugün|dün|yarın|önceki gün|hafta(?:ya|nın|sonu|da|ki)?|(?:geçen|gelecek|bu"
        "|önümüzdeki) ay[a-zçğıöşü]*"
        "|pazar(?:tesi)?|salı|çarşamba|perşembe|cuma(?:rtesi)?|ayın [0-9]{1,2}|gün (?:önce|sonra)"
    ),
    other_year=(
        "(?:geçen|gelecek|önümüzdeki|önceki|ertesi|bir önceki) (?:yıl|sene)[a-zçğıöşü]*|bir yıl"
    ),
    eve="bir gün önce|bir önceki gün|önceki gün",
    past="geçen|geçtiğimiz|son",
    coming="gelecek|önümüzdeki",
)
# fmt: on

# fmt: off
PLACES = Places(
    within_endings="da de ta te nda nde daki deki taki teki ndaki ndeki",
    capitals=True,
    adjectives={
        "RU": "rus", "CN": "çinli", "DE": "alman", "FR": "fransız", "GB": "ingiliz|britanyalı",
        "US": "amerikan|amerikalı", "IT": "italyan", "ES": "ispanyol", "JP": "japon",
        "GR": "yunan", "KZ": "kazak", "UZ": "özbek", "KG": "kırgız", "AZ": "azeri|azerbaycanlı",
        "NO": "norveçli", "SE": "isveçli", "CH": "isviçreli", "KR": "koreli|güneykoreli",
        "IR": "iranlı", "PL": "polonyalı", "UA": "ukraynalı", "BG": "bulgar", "RO": "rumen",
        "HU": "macar",
    },
)
# fmt: on

LANGUAGE = Language(
    code="tr",
    text=TEXT,
    speech=SPEECH,
    names=NAMES,
    figures=FIGURES,
    stages=STAGES,
    places=PLACES,
    dates=DATES,
)
