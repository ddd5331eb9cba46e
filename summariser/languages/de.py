"""German."""

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
    SpeltForm,
    Stages,
    SumWords,
    Text,
    Writing,
)

# fmt: off
TEXT = Text(
    sentence="satz|sätze",
    unstated=(
        "nicht genannt|nicht angegeben|nicht erwähnt|nicht bekannt|nicht spezifiziert|"
        "nicht verfügbar|unbekannt|ungenannt|keine angabe|keine angaben|ohne angabe|k.a|k. a"
    ),
    writings=(
        Writing(
            script="latin", letters="äöüß",
            function_words=(
                "der die das und nicht mit von den dem ist für auf im ein eine wird zu sich auch"
                " bei in an als nach vor sind hat werden wie aus um über bis wurde haben des"
                " am zum zur"
            ),
        ),
    ),
    everywhere=SentenceWords(
        before_a_name=(
            "hr frl abg ca bzw sog evtl ggf inkl exkl zzgl vgl z.b d.h u.a v.a"
            " dr.-ing dipl.-ing dipl.-kfm präs hptm bgm"
        ),
        before_a_number="nr art abs ziff bd febr okt dez mind",
        mid_sentence="mrd mio bio tsd str sal",  # a German sum goes on with a noun
        units="Euro Dollar Dollars Yuan Yen Lira Rubel Franken Tonnen",
        after_company="KG GmbH",
        starters=(
            "Der Die Das Es Er Sie Wir Ein Eine Im Am Bei Mit Nach Seit Auch Doch Aber Und Dabei"
            " Damit Diese Dieser Dieses Für Zudem Außerdem Beide Beides Deren Dessen Alle Viele"
            " Einige Hier Dort Dazu Daher Deshalb Laut Kein Keine Danach Insgesamt Heute Trotz Ihre"
            " Seine Man"
        ),
    ),
    own=SentenceWords(
        before_a_name="med phil jur rer nat",
        mid_sentence="kath evang ev staatl städt röm gepr geb verh verw",
    ),
    ordinal_stop=True,
    quotation_marks=("„“", "„”"),  # the second as many a keyboard types it
    turns=(
        "aber|doch|jedoch|allerdings|sondern|obwohl|obgleich|nur(?: dann)?,? (?:wenn|falls)"
        "|wenn|falls|sofern|solange|es sei denn|vorausgesetzt|außer|vorbehaltlich|bis"
    ),
    instructions=(
        Instruction(
            pieces="ignorier vergiss missacht",
            pattern=r"""
                (ignorier|vergiss|missacht)\w*\s (.{0,40}\s)?
                (anweisung|vorgabe|regel|instruktion)""",
        ),
    ),
)

SPEECH = Speech(
    points_back=(
        r"(?:das|dies|diese worte)(?= (?:sagte|sagt|erklärte|schrieb|betonte|meinte|berichtete"
        r"|versicherte|verkündete|äußerte|teilte|gab|räumte|musste)(?!\w))"
        r"|so(?= (?:äußerte|kommentierte|erklärte|sagte)(?!\w))"
    ),
    whose=r"s(?= [A-ZÄÖÜ])",
    possessed=(
        "frau ehefrau witwe mann ehemann sohn tochter vater mutter bruder schwester"
        " eltern familie freund freundin freunde kollegen anwälte berater mitarbeiter"
        " mitarbeiterin verteidiger verteidigung anwalt anwältin rechtsanwalt"
        " rechtsanwältin beraterin verteidigerin stellvertreter stellvertreterin assistent"
        " assistentin arzt nachfolger vorgänger kollege kollegin"
    ),
    speaks_for="sprecher",
    order="verb second",
    verbs=(
        "sagt|sagte|sagten|sagen|gesagt|erklärt|erklärte|erklärten|erklären|schreibt|schrieb"
        "|schrieben|schreiben|geschrieben|betont|betonte|betonten|berichtet|berichtete|berichteten"
        "|berichten|behauptet|behauptete|behaupteten|behaupten|meint|meinte|meinten|meinen|gemeint"
        "|fordert|forderte|forderten|fordern|gefordert|kritisiert|kritisierte|kritisierten"
        "|kritisieren|warnt|warnte|warnten|warnen|gewarnt|bestätigt|bestätigte|bestätigten"
        "|angekündigt|ankündigte|ankündigten"
        "|mitgeteilt|mitteilte|mitteilten|äußert|äußerte|äußerten|äußern|geäußert"
        "|hinzugefügt|ergänzt|ergänzte|bezeichnet|bezeichnete|bezeichneten|nannte|nennt|nannten"
        "|glaubt|glaubte|glauben|hofft|hoffte|hoffen|befürchtet|befürchtete|befürchten|fürchtet"
        "|vermutet|vermutete|vermuten|schätzt|schätzte|schätzen|findet|fand|denkt|dachte"
        "|versichert|versicherte|versicherten|verspricht|versprach|verkündet|verkündete|verkündeten"
        "|meldet|meldete|meldeten|melden|begründet|begründete|begründeten|kommentiert|kommentierte"
        "|kommentierten|entgegnet|entgegnete|erwidert|erwiderte|antwortet|antwortete|antworteten"
        "|fragt|fragte|fragten|ruft|rief|riefen|verlangt|verlangte|verlangten|empfiehlt|empfahl"
        "|argumentiert|argumentierte|bekräftigt|bekräftigte|bekräftigten|angegeben"
        "|bekanntgab|bekanntgaben|klarstellte|feststellte|feststellt|skandierten|appelliert"
        "|appellierte|plädiert|plädierte|beklagt"
        "|beklagte|beklagten|bedauert|bedauerte|lobt|lobte|lobten|würdigt|würdigte|erläutert"
        "|erläuterte|erzählt|erzählte|erzählten|urteilt"
        "|urteilte|resümiert|resümierte|prognostiziert|prognostizierte|rechnet|rechnete|unterstrich"
        "|unterstreicht|beteuert|beteuerte|gesteht|gestand|mahnt|mahnte|mahnten|verteidigt"
        "|verteidigte|widersprach|widerspricht|beschreibt|beschrieb"
        "|konstatiert|konstatierte|bemerkt|bemerkte|informiert|informierte|dementiert|dementierte"
        "|plädieren|plädierten|wirft|warf|bezweifelt|bezweifelte|zweifelt|zweifelte|begrüßt|begrüßte"
        "|begrüßten|begrüßen|verurteilt|verurteilte|verurteilten|räumt|räumte|gratulierte|gratuliert"
        "|veranschaulichte|verdeutlichte|vertritt|vertrat|lehnt|lehnte|lehnten|drängt|drängte"
        "|ausgeht|beschuldigt|beschuldigte|rät|riet|droht|drohte|vorgeschlagen|prophezeit"
        "|prophezeite|wörtlich sagte|fuhr fort|fährt fort"
        "|erinnerte sich|erinnert sich|machte klar|macht klar|stellte klar|heißt es bei"
        "|beurteilt|beurteilte|beurteilten|rechtfertigt|rechtfertigte|rechtfertigten|bemängelt"
        "|bestreitet|bestritt|bestreiten|bestritten|bemängelte|bemängelten|beteuerten|prophezeiten|resümierten|mahnen|loben|fragen"
        # With what stands at the end of the clause.
        r"|(?:gab|gibt|gaben|geben)(?=[^.;:]{0,160} (?:an|bekannt|zu)(?=[,.:;]))"
        r"|(?:teilte|teilt|teilten|teilen)(?=[^.;:]{0,160} mit\b)"
        r"|(?:kündigte|kündigt|kündigten|kündigen)(?=[^.;:]{0,160} an\b)"
        r"|(?:stellte|stellt|stellten)(?=[^.;:]{0,160} (?:fest|klar)\b)"
        r"|(?:wies|weist|wiesen)(?=[^.;:]{0,160} (?:hin|zurück|darauf)\b)"
        r"|(?:fügte|fügt|fügten)(?=[^.;:]{0,160} (?:hinzu|an)\b)"
        r"|(?:räumte|räumt|räumten)(?=[^.;:]{0,160} ein\b)"
        r"|(?:hält|hielt|halten|hielten)(?=[^.;]{0,240} für\b)"
        r"|(?:hob|hebt|hoben)(?=[^.;:]{0,160} hervor\b)"
        r"|(?:führte|führt|führten)(?=[^.;:]{0,160} aus\b)"
        r"|(?:brachte|bringt|brachten)(?=[^.;:]{0,160} zum ausdruck\b)"
        r"|(?:weist|wies|wiesen)(?=[^.;:]{0,160} von sich\b)"
        r"|(?:gab|gibt|gaben)(?=[^.;:]{0,160} zu bedenken\b)"
        r"|(?:machte|macht|machten)(?=[^.;:]{0,160} deutlich\b)"
        r"|(?:zeigte|zeigt|zeigten)(?= sich [^.;:]{0,80}(?:überzeugt|besorgt|zuversichtlich"
        r"|enttäuscht|erfreut|optimistisch|skeptisch|empört|erleichtert)\b)"
        r"|(?:kam|kommt|kamen)(?=[^.;:]{0,80} zu dem (?:schluss|ergebnis)\b)"
        r"|(?:musste|muss|mussten)(?=[^.;:]{0,160} (?:einräumen|zugeben|eingestehen)\b)"
        r"|(?:warf|wirft|warfen|schlug|schlägt|schlugen)(?=[^.;:]{0,160} vor\b)"
        r"|(?:geht|ging|gehen|gingen)(?= davon aus|[^.;:]{0,80} davon aus\b)"
        r"|(?:sprach|spricht|sprachen|sprechen)(?= von| sich|[^.;:]{0,80} von\b)"
    ),
    cites="zitiert|zitierte|zitierten|zitieren",
    auxiliaries="hat|haben|habe|hatte|hatten|wird|werden|soll|sollen|will|wollen|ließ|lässt",
    before=(
        r"laut|gemäß|(?<=, )so|nach (?:neuesten |eigenen |jüngsten )?"
        r"(?:angaben|ansicht|meinung|einschätzung|auffassung|aussage|aussagen|worten|darstellung"
        r"|informationen|überzeugung|auskunft|bewertung|schätzungen?|berichten"
        r"|mitteilung)(?: von| vom)?"
        r"|nach(?= (?P<speaker>(?:[\w-]+ )?\w[\w-]+s) "
        r"(?:angaben|ansicht|meinung|einschätzung|auffassung|worten|darstellung|aussagen?))"
        r"|nach den worten(?: von| vom)?|aus sicht(?: von| vom)?|wie es bei"
    ),
    behind="zufolge|(?<=, )wonach",
    indirect="dem|den|einem|ihrem|seinem|diesem|einer|eine",
    oblique=r"(?:der|einer|ihrer|seiner) [\w-]+en|de[mns]|eine[mns]|(?:ihr|sein)e[mns]|allem",
    attributive=r"\w+e[rsnm]?",
    nominative=(
        r"[Dd]er (?:[\da-zäöüß][\w-]*e )*[A-ZÄÖÜ][\w-]*"
        r"(?:[Vv]orsitzende|[Aa]bgeordnete|[Bb]eauftragte|[Gg]esandte|(?<!frau)(?<!schaft)(?<!heit)(?<!keit)"
        r"(?<!ung)(?<![tsx]ion)(?<!tät)(?<!in)(?<!en)(?<!e))"
    ),
    reported=(
        r"(?:sei|seien|habe|werde|müsse|könne|dürfe|solle|wolle|möge|wisse|lasse|halte|trage|tue"
        r"|(?:be|ent|er|ge|ver)?(?:stehe|gehe|komme|gebe|liege|bleibe|nehme|sehe|ziehe))"
        # Any verb right behind the noun that is its subject.
        r"|(?-i:(?:Der|Die|Das|Eine?) (?:[a-zäöüß]+e[nrs]? )?[A-ZÄÖÜ][\w-]+"
        r" (?!ohne|alle|beide|heute|keine|ihre|seine|gerade)[a-zäöüß]+[^\Wt]e)"
    ),
    parts="ein eine einen einem das dem den die",
    inverted="er|ich|wir|man|sich(?= (?:der|die|das|eine?) )",
    adverb=r"\w+(?:lich|ig|end|sam|bar|weise|falls|mals|wärts|dings)",
    beside=r"\w+(?:te|ten|t)",
    unnamed="ein eine einer ein einige viele mehrere manche",
    of_both="er ich",
    when=(
        "(?:diese|vergangene|letzte|vorige) woche|(?:diesen|vergangenen|letzten) "
        "(?:monat|herbst|sommer|winter|frühling)"
        "|(?:dieses|vergangenes|letztes) jahr|am (?:morgen|abend|nachmittag|vormittag|wochenende)"
    ),
    pronouns="er sie ich wir man dieser diese jener",
    objective="ihm ihr ihnen",
    described=(
        "der die das ein eine einer eines sein seine ihr ihre dieser diese beide viele einige"
        " mehrere zahlreiche alle mein unser unsere kein keine manche"
    ),
    joins="auch selbst sogar wie dass daß und aber doch weil da denn sondern obwohl nachdem wenn",
    within="von vom der des den und wie sowie für bei im zu zum zur dem",
    that="dass daß ob",
    prepositions=(
        "in im an am auf aus bei beim mit nach seit vor von vom zu zum zur für über unter um gegen"
        " ohne durch während wegen trotz zwischen innerhalb außerhalb laut gemäß angesichts neben"
        " hinter bis ab per gegenüber anlässlich aufgrund infolge mittels statt anstatt"
        " einschließlich hinsichtlich bezüglich zusammen entgegen"
    ),
    no_subject=(
        "dass daß weil wenn als ob da obwohl nachdem bevor indem damit sodass falls sobald bis"
        " und aber oder denn sondern doch sowie wie so wo was wer wem wen welcher welche welches"
        " mitte anfang ende"
        " gestern heute morgen auch noch schon nur nun dann damals später zuvor vorher danach dabei"
        " dazu daraufhin daher deshalb zudem außerdem ferner weiter weiterhin zugleich gleichzeitig"
        " jedoch allerdings dennoch trotzdem hingegen dagegen unterdessen inzwischen indes erneut"
        " wörtlich zunächst zuletzt schließlich bereits erst kürzlich jüngst wiederum abschließend"
        " insbesondere besonders hier dort darin darunter daneben ebenso genauso wonach wobei"
        " worauf worin weswegen sich ihm ihr ihnen mir uns dem den des einem einen"
        " hierzu darüber darauf davon dafür damit hierbei somit also eben sogar immer wieder"
        " montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai"
        " juni juli august september oktober november dezember besorgt höhnisch"
    ),
)

NAMES = Names(
    counterparts="amtskollege amtskollegen amtskollegin",
    bodies={
        "club": "klubs?|clubs?|vereins?",
        "company": (
            r"\w*unternehmens?|\w*firma|\w*konzerns?|\w*gesellschaft|\w*herstellers?"
            r"|\w*betreibers?|betriebs?|\w*gruppe|werft|reederei|\w*riesen?"
        ),
        "bank": "bank|geldhaus(?:es)?|kreditinstituts?",
        "union": r"\w*gewerkschaft",
        "ministry": "ministeriums?|ressorts?",
        "party": "partei",
        "agency": "behörde|agentur|amts?|kommission|aufsicht",
        "court": "gerichts?|gerichtshofs?",
        "school": "universität|hochschule|instituts?|akademie",
        "board": (
            r"(?:aufsichts|betriebs|verwaltungs|bundes|stadt|gemeinde|sicherheits)rat(?:e?s)?"
            r"|vorstand(?:e?s)?"
        ),
        "organisation": "organisation|bewegung|verbands?|verbandes|vereins?|bündnis|miliz|gruppe",
    },
    seats={
        "AE": "Abu Dhabi",
        "AU": "Canberra",
        "BR": "Brasilia",
        "CA": "Ottawa",
        "CH": "Bern",
        "CN": "Peking",
        "DE": "Kanzleramt",
        "EU": "Brüssel",
        "FR": "Élysée|Elysée-Palast",
        "GB": "Downing Street|Westminster",
        "IN": "Delhi|Neu-Delhi",
        "KZ": "Astana",
        "MA": "Rabat",
        "NL": "Den Haag",
        "PK": "Islamabad",
        "QA": "Doha",
        "RU": "Kreml",
        "TR": "Ankara",
        "UA": "Kyjiw",
        "US": "Washington|Weißes Haus|Weiße Haus",
        "VN": "Hanoi",
    },
    countries={
        "US": "vereinigte staaten von amerika|amerika",
        "GB": "großbritannien",
        "AE": "emirate",
        "NL": "niederlanden",
    },
    endings=(
        Endings(
            where="last only", shortest=4, rows=("b c d f g h j k l m n p q r t v w y || s",),
        ),
        Endings(where="only", shortest=4, rows=("a e i o u || s",)),
        Endings(where="first", shortest=5, rows=("er el || n",)),  # „Ländern der Karibik“
        Endings(
            where="last only", shortest=3,
            rows=("tag rat amt land bund band dienst gericht werk reich verein kreuz || es",),
        ),
        Endings(
            where="first", shortest=8,
            rows=("ministerium amt verband werk institut unternehmen || s es",),
        ),
        Endings(where="first last only", shortest=6, rows=("werke betriebe || n",)),
        Endings(
            where="first middle", shortest=4,
            rows=tuple(
                f"rot neu groß weiß schwarz grün alt blau | {e} | e en er em es"
                for e in ("e", "er", "es")
            ),
        ),
        Endings(
            where="first middle", shortest=6,
            rows=tuple(f"sch igt ig lich nal | {e} | e en er em es" for e in ("e", "er", "es")),
        ),
    ),
    name_without_s=(
        "ahren arnold bank behren carsten friedrich gabriel heinrich hendrick hendrik herman jürgen"
        " marten merten meyer myer peeter peter sander siemen steffen ulrich wilhelm"
    ),
    particles="von der und",
    surname_particles="von van zu zur vom der den dem",
    not_in_a_person="des dem für du und stiftung universität flughafen",
    no_given_name=(
        "selbst der die das den ein eine im am bei mit nach für des laut auch doch dabei gegen"
        " trotz seit bereits wie so da nun dann zudem dagegen allerdings hingegen zuletzt heute"
        " gestern als wenn weil dass ob nachdem während bevor bis auf aus von vom zu zum zur"
        " über unter vor hinter neben zwischen durch ohne um und oder aber sondern sowie sogar"
        " nur noch schon erst damit deshalb daher darum jedoch trotzdem dennoch sein seine ihr"
        " ihre dieser diese dieses jeder jede alle viele einige beide ~ung ~heit ~keit"
    ),
    seldom_surnames=(
        "bahn bau bund chemie energie gas kanal linien luftfahrt meer medien motoren partei"
        " post rundschau see stahl strom technik union verband versicherung verlag werke"
        " zeitung"
    ),
    pronouns="er sie es",
    articles=(
        r"(?:der|die|das|den|dem|des)\s+(?=\w)",
        r"(?:Der|Die|Das)\s+(?=\w\S*\s+\w)",
    ),
    links=(
        "von der die das den dem des zu für mit aus bei nach über unter gegen ohne um an auf vor"
        " hinter neben zwischen und am im vom zum zur beim"
    ),
    courtesy="herr herrn frau",
    titles="präsident|kanzler|kanzlerin|bundeskanzler|bundeskanzlerin",
    titles_before_one_word=(
        "minister|ministerin|präsident|präsidentin|kanzler|kanzlerin|bundeskanzler"
        "|bundeskanzlerin|ökonom|ökonomin"
    ),
    descriptions=(
        r"^(?:[Dd](?:er|ie|as|en|em|es) )?(?:\w+sche[nrsm]? |\w+er )?"
        r"(?:Firma|Konzerns?|Unternehmens?|Reederei) (?=[\"„»A-ZÄÖÜ])",
        r"^(?:[Dd](?:er|ie|en|em) )?[a-zäöü]\w+ische[nrsm]? (?=[A-ZÄÖÜ]\w+ [A-ZÄÖÜ])",
    ),
    forms_after="gmbh ag se kg kgaa und",
    no_legal_form="und",
    spelt_forms=(
        SpeltForm(
            piece="haftung", pattern=r"\bgesellschaft mit beschränkter haftung\b", short="gmbh",
        ),
    ),
    several=(
        r"die (?:\S+ )*\S+(?<!in)(?<!e)(?<!frau)(?<!schaft)(?<!ung)(?<![hk]eit)(?<!ion)(?<!tät)"
        r"|(?:\S+ )*\S+innen|(?:viele|einige|beide|mehrere|alle|die beiden|zwei"
        r"|drei|vier|fünf|sechs|sieben|[0-9]+) .+|(?:\S+ )*\S+-"
    ),
    number_endings="e en n er s nen",
    capitalised_nouns=True,
    attached_kinds="bank gruppe konzern werke holding versicherung versicherungen",
    no_more=(
        "früherer früheren frühere ehemaliger ehemaligen ehemalige stellvertretender"
        " stellvertretenden stellvertretende ex designierter designierte einstiger einstige"
    ),
    roles=(
        "~funktionär ~präsident ~minister ~kanzler ~sprecher ~chef ~leiter ~direktor ~vorstand"
        " ~vorsitzende ~geschäftsführer ~manager ~experte ~expertin ~forscher ~analyst ~ökonom"
        " ~volkswirt ~professor ~politiker ~abgeordnete ~senator ~bürgermeister ~landrat"
        " ~landrätin ~rat ~rätin ~sekretär ~botschafter ~gesandte ~beauftragte ~kommissar"
        " ~anwalt ~anwältin ~richter ~berater ~händler ~banker ~investor ~unternehmer ~gründer"
        " ~inhaber ~eigentümer ~ingenieur ~architekt ~journalist ~reporter ~autor ~autorin"
        " ~wissenschaftler ~historiker ~soziologe ~soziologin ~politologe ~politologin"
        " ~psychologe ~psychologin ~biologe ~biologin ~physiker ~chemiker ~arzt ~ärztin ~bauer"
        " ~bäuerin ~landwirt ~gewerkschafter ~aktivist ~vertreter ~vize ~obmann ~verwalter"
        " ~inspekteur ~general ~oberst ~kapitän ~pilot ~lehrer ~rektor ~dekan ~pfarrer"
        " ~bischof ~gouverneur ~premier ~diplomat ~unterhändler ~referent ~koordinator"
        " ~kollege ~kollegin"
    ),
    role_endings="s es in n en r innen m",
    relative="dessen deren denen wo wer was",
    of="von vom aus",
)
# fmt: on

FIGURES = Figures(
    both="beide[nrs]?",
    funds=(
        "kredite?n?|darlehen|hilfen?|hilfsgelder[n]?|fördermitteln?|mitteln?|"
        "subventionen|investitionen|schulden|anleihen|garantien|umsatz|gewinn|"
        "verlust"
    ),
    prices=r"\w*(?:preise?[ns]?|tarife?[ns]?)|maut|kurse?s?",
    periods={
        "year": r"jahre?s?|gesamtjahr(?:es)?|geschäftsjahr(?:es)?|halbjahr",
        "month": r"monate?[ns]?",
    },
    everywhere=SumWords(
        range_mid="bis",
        by="um",
        goal=r"\.? (?:bis )?auf ",
        numerals={
            "2": "zwei|zweier",
            "3": "drei",
            "4": "vier",
            "5": "fünf",
            "6": "sechs",
            "7": "sieben",
            "8": "acht",
            "9": "neun",
            "10": "zehn",
            "11": "elf",
            "12": "zwölf",
            "13": "dreizehn",
            "14": "vierzehn",
            "15": "fünfzehn",
            "16": "sechzehn",
            "17": "siebzehn",
            "18": "achtzehn",
            "19": "neunzehn",
            "20": "zwanzig",
            "30": "dreißig",
            "40": "vierzig",
            "50": "fünfzig",
            "60": "sechzig",
            "70": "siebzig",
            "80": "achtzig",
            "90": "neunzig",
            "100": "hundert",
            "1.5": "anderthalb|eineinhalb",
        },
        joined={
            "0.5": "einhalb",
            "1": "ein|eins",
            "1000": "tausend",
        },
        joined_and="und",
        parts={
            "0.5": "halbe|halben|halber|halbes",
            "0.25": "viertel",
            "0.75": "dreiviertel",
            "0.2": "fünftel",
            "0.125": "achtel",
            "0.1": "zehntel",
            "0.01": "hundertstel",
            "0": "drittel|sechstel|siebtel|neuntel",
        },
        halves={
            "0.5": "und eine halbe",
            "0.25": "und ein viertel",
        },
        scales={
            "12": "dutzend",
            "1e3": "tausend|tsd",
            "1e6": "mio|viertelmillion",
            "1e9": "mrd|viertelmilliarde|dreiviertelmilliarde",
            "1e12": "billionen|trillionen",
        },
        alone={
            "0.25": "viertelmillion|viertelmilliarde",
            "0.75": "dreiviertelmilliarde",
        },
        tails={
            "100": "hundert",
            "1000": "tausend",
        },
        vague="paar|ein paar|mehrere|mehreren|viele|einige|hunderte",
        minus="minus",
        one="ein|eine|einer|einen|einem",
        counted_one="ein|eine|einen|einem",
        counted_article="ein|eine|einen|einem",
        not_counted="bisschen|tag|teil|mal",
        and_="und",
        of="von",
        between="zwischen",
        mid="bis",
        from_="von",
        currencies={
            "pound": "?pfund",
            "rouble": "rubel~",
            "franc": "frank|franks",
            "franc CFA": "cfa franken",
            "CHF": "franken",
            "UAH": "hrywnja|griwna",
            "rupee": "rupie|rupien",
            "krone": "krone|kronen",
            "BGN": "?lew|?lewa",
            "shilling": "?schilling~",
            "ILS": "schekel~",
        },
        countries={
            "CA": "kanadisch+",
            "CH": "schweizer",
            "IN": "indisch+",
            "TR": "türkisch+",
            "RU": "russisch+",
            "SE": "schwedisch+",
            "NO": "norwegisch+",
            "DK": "dänisch+",
            "CZ": "tschechisch+",
            "CN": "chinesisch+",
            "RS": "serbisch+",
            "RO": "rumänisch+",
        },
        percent="prozent~",
        before={
            "approximately": "um die|kaum mehr als|ca|rund|etwa|ungefähr|zirka|schätzungsweise",
            "approximately less_than": "knapp|nahezu|annähernd",
            "less_than approximately": "etwas weniger als|etwas unter",
            "more_than": "mehr als",
            "more_than verb": "übersteigt|überstieg|übersteigen|überschreitet|überschritt"
            "|überschreiten|übertrifft",
            "more_than approximately": "etwas mehr als",
            "at_least": "mindestens|wenigstens|zumindest",
            "more_than exact": "über",
            "less_than": "keine|nicht einmal|weniger als|unter",
            "up_to": "bis zu|begrenzt auf",
            "up_to less_than": "höchstens|maximal",
        },
        after={
            "exact more_than": "plus eine aktie|plus einer aktie",
            "more_than": "übersteigen|überschreiten",
            "at_least": "oder mehr|und mehr|oder darüber|und darüber|mindestens|wenigstens",
            "up_to": "oder weniger|und weniger|oder darunter|und darunter|höchstens|maximal",
        },
        caps=r"begrenz\w*|beschränk\w*|gedeckelt",
        estimates=r"\w*schätz\w*|veranschlag\w*|bezifferte?n?|beziffert|taxiert\w*|bewertet",
        changes="gestiegen|stieg|steig|wuchs|wachs|sank|erhöh",
        over="über",
        spans="jahre|monat|woche|tage",
        shortened="ca",
        not_="nicht|nie|keinesfalls|ohne",
        barred="darf nicht|dürfen nicht|kann nicht|können nicht|durfte nicht|durften nicht"
        "|konnte nicht|konnten nicht|soll nicht|sollen nicht|wird nicht|werden nicht|darf keine"
        "|dürfen keine|darf keinen|dürfen keinen|darf kein|dürfen kein|kann keine|können keine"
        "|kann keinen|können keinen",
        nothing="kein|keine|keinen|keiner|keinem|keines|keinerlei|niemand|nichts|weder",
        denied="nicht",
        neutral="nicht nur",
        fillers="auf|den|die|das|weitere|weiteren|nochmals",
        per_after={
            "year": "pro jahr|je jahr|im jahr",
            "month": "pro monat|im monat",
            "other": "pro tag|am tag|je tag|pro woche|je woche|pro quartal|je quartal|pro stunde"
            "|die woche",
            "": "je nach|pro und contra",
        },
        per_beside={
            "year": "jahresbeitrag|jahresbudget|jahresetat|jährliche+",
            "month": "monatliche+",
            "other": "quartalsweise",
        },
        per_clause={
            "year": "jedes jahr|jährlich|alljährlich",
            "month": "jeden monat|monatlich",
            "other": "jeden tag|jede woche|jedes quartal|täglich|wöchentlich|vierteljährlich",
            "unit": "jede|jeder|jedes|jeweils|stückpreis",
        },
        per_slash={
            "year": "jahr|j",
            "month": "monat",
            "other": "tag|woche|quartal|stunde|std",
        },
        year_before="jahr|jahre|seit|ab",
        noun_endings="e s es n en",
        adjective_endings="e en er es em ische ischen ischer",
        abbreviations="mrd|mio|tsd|bio",
    ),
    own=SumWords(
        one="eins",
        zero="null",
        point="komma",
        leading_scales="tausend",
        collectives={"exact approximately": "dutzend"},
        and_terms="und",
        or_="oder",
        range_articles="den|die|der",
        scales={
            "1e12": "billion|billions|bio",
            "1e18": "trillion|trillions|trillionen",
        },
        before={
            "approximately less_than": "fast",
            "more_than approximately": "gut",
        },
        per_after={
            "unit": "pro",
        },
        per_beside={
            "unit": "je",
        },
    ),
    separators={",": "dg", ".": "g"},
)

STAGES = Stages(
    told={
        "implemented": (
            r"abgeschlossen|fertiggestellt|vollendet|eröffnet\w*|gestartet|startete\w*"
            r"|geliefert|lieferte\w*|gebaut|errichtet|gekauft|kaufte\w*|erworben|erwarb\w*"
            r"|übernommen|übernahm\w*|verkauft\w*|bezahlt\w*|gezahlt|zahlte\w*|ausgezahlt"
            r"|erhalten|erhielt\w*|gegründet|gründete\w*|geschaffen|eingeführt|verhängt\w*"
            r"|beschlagnahmt\w*|festgenommen|verhaftet\w*|getötet|gewählt|ernannt\w*"
            r"|in kraft getreten|trat in kraft|in betrieb genommen|begann\w*|begonnen"
            r"|investiert\w*|ausgegeben|gesenkt|erhöht\w*|gestiegen|stieg\w*|gesunken|sank\w*"
            r"|traf\w* sich|getroffen|besuchte\w*|veröffentlicht\w*|geschlossen|schloss"
            "|umgesetzt|übergeben"
        ),
        "signed": r"unterzeichnet\w*|unterschrieben|unterschrieb\w*|besiegelt\w*|paraphiert\w*",
        "approved": (
            r"genehmigt\w*|gebilligt|billigte\w*|ratifiziert\w*|verabschiedet\w*|beschlossen"
            r"|beschloss\w*|beschließt|zugestimmt|stimmte\w* \w+ zu|abgesegnet|freigegeben"
            r"|bewilligt\w*|grünes licht"
        ),
        "agreed": (
            r"vereinbart\w*|geeinigt|einigte\w*|verständigt\w*|einigung erzielt|handelseinig"
            r"|übereingekommen|abkommen erzielt|angenommen|akzeptiert\w*"
            r"|(?:nahm|nahmen)(?=[^.;:]{1,80} an(?!\w))"
        ),
        "announced": (
            r"angekündigt\w*|kündigte\w*|kündigt\w*|verkündet\w*|bekannt\s?gegeben"
            r"|gab\w* bekannt|vorgestellt"
        ),
        "planned": r"geplant\w*|plant|planen|plante\w*|vorgesehen\w*|angestrebt\w*|anvisiert\w*",
        "offered": "angeboten|bot an|bietet an|bieten an|geboten",
        "proposed": (
            r"vorgeschlagen|schlug\w* vor|schlägt vor|schlug\w*|schlägt|angeregt|empfohlen"
            r"|empfahl\w*|fordert\w*|gefordert|schwebt vor|plädiert\w*"
        ),
        "under_discussion": (
            r"verhandelt\w*|verhandeln|diskutiert\w*|erwogen|erwägt|erwägen|erörtert\w*|prüft"
            r"|prüfen|beraten|beriet\w*|berät|im gespräch|in verhandlungen|in gesprächen"
        ),
        "conditional": (
            "vorbehaltlich|unter (?:der|dem) (?:bedingung|vorbehalt)|sofern|abhängig von"
            r"|hängt \w+ ab|muss \w+ noch"
            r"|(?:brauch|benötig|bedarf|bedürf|wartet auf|warten auf|erforder)\w*"
            r" (?:\w+ ){0,2}(?:zustimmung|genehmigung|freigabe|grünes licht|billigung)"
        ),
        "postponed": (
            r"verschoben|verschob\w*|vertagt\w*|aufgeschoben|ausgesetzt|auf eis gelegt"
            r"|verzögert\w*"
        ),
        "cancelled": (
            r"abgesagt|abgeblasen|storniert\w*|gekündigt|aufgehoben|zurückgezogen|gestoppt"
            r"|aufgegeben|geplatzt|platzte|annulliert\w*|abgebrochen"
        ),
        "turned_down": (
            r"abgelehnt|lehnte\w*|lehnt|ablehn\w+|zurückgewiesen|wies\w* \w+ zurück"
            r"|verweigert\w*|verworfen|verwarf\w*|gestimmt gegen"
        ),
        "denied": r"dementiert\w*|bestritten|bestritt\w*|bestreitet|leugnet\w*|widersprach\w*",
    },
    instruments={
        "framework": r"rahmen(?:vertrag|verträge|vertrags|vereinbarung|vereinbarungen|abkommen)\w*",
        "memorandum": "memorand(?:um|en)(?: of understanding)?",
        "letter_of_intent": "letters? of intent|absichtserklärung(?:en)?",
        "contract": r"\w*vertrag|\w*vertrags|\w*vertrages|\w*verträge\w*|kontrakt\w*",
        "agreement": r"abkommen\w*|vereinbarung\w*|einigung\w*|deals?",
        "partnership": r"partnerschaft\w*",
    },
    acts=(
        "unterzeichnen|unterzeichnet|unterzeichnung|unterschreiben|unterschrieben|genehmigen"
        "|genehmigt|billigen|gebilligt|ratifizieren|verabschieden|beschließen|abschließen"
        "|abgeschlossen|fertigstellen|fertiggestellt|eröffnen|eröffnet|starten|liefern"
        "|geliefert|bauen|gebaut|errichten|errichtet|kaufen|gekauft|erwerben|erworben"
        "|übernehmen|übernommen|verkaufen|verkauft|zahlen|gezahlt|gründen|gegründet|schaffen"
        "|geschaffen|einführen|eingeführt|verhängen|verhängt|investieren|investiert|senken"
        "|gesenkt|erhöhen|erhöht|treffen|veröffentlichen|schließen|umsetzen|umgesetzt|machen"
        r"|werden|bekommen|erhalten|übergeben|beginnen|ausbauen|verbilligen|absenk\w+"
        "|einsteigen|steigen|gehen|kommen"
    ),
    intends=(
        r"wird|werden|will|wollen|wollte\w*|soll|sollen|möchte\w*|plant|planen|plante\w*"
        r"|beabsichtigt\w*|hofft|hoffen|strebt\w*|streben|dürfte\w*|könnte\w*|würde\w*|muss"
        r"|müssen|bereit|verspricht|versprach\w*|vorgesehen"
    ),
    conditions=(
        r"wenn|falls|sofern|sobald|hätten?|wäre\w*|beinahe|fast|angeblich|haben soll\w*"
        r"|soll\w* (?:\w+ ){0,8}haben"
    ),
    denies=r"nicht|kein\w*|nie|weder",
    governs="either",
    nobody=(
        r"niemand|nichts|keine[rs]? (?:der|von)"
        r"|kein\w* (?:\w+ ){1,4}(?:wurden?|ist|sind|wird|werden|waren?)"
        r"|(?:wurden?|ist|sind|wird|werden|waren?) (?:(?:bislang|bisher|noch|auch) ){0,2}kein\w*"
    ),
    joins="sondern|aber|und|nur|bloß",
    already=r"bereits|schon(?! (?:jetzt|bald|morgen))|inzwischen|mittlerweile",
    not_yet=r"noch nicht|noch kein\w*|noch immer nicht",
    done=(
        r"(?:hat|haben|hatten?|ist|sind|war|waren|wurden?|worden)\b[^,;:.]{0,90}? "
        r"(?:ge\w{1,24}(?:t|en)|\w+iert|\w{1,12}ge\w{1,20}(?:t|en)"
        r"|(?:be|ver|er|ent|zer|über|unter)\w+(?:t|en))"
    ),
    coming=(
        r"(?:wird|werden|will|wollen|soll|sollen|muss|müssen|(?P<open>sollten?|kann|können"
        r"|könnten?|würden?|möchten?|dürften?))\b[^,;:.]{0,90}? (?:\w+ )?\w+en|(?P<zu>zu) \w+en"
    ),
    undone=r"nicht (?:\w+ )?(?:einigen|geeinigt|verständigen)|(?:keine|ohne) einigung",
    formal=(
        "unterz|unterschr|genehm|billig|ratif|abschl|abgeschl|beschl|verabsch|abgel|lehn"
        "|gekünd|abgesagt"
    ),
)

# fmt: off
DATES = Dates(
    months={"2": "feber", "3": "mrz", "9": "sept"},
    regions="de_AT",
    endings="e?s|n",
    capital=True,
    ordinals=r"\.",
    to="bis|bis zum",
    and_="und|sowie|oder",
    between="des jahres",
    before=(
        "zwischen"
        "|in|im|seit|ab|bis|bis zum|vom|zum|anfang|mitte|ende|vor|nach|gegen|jahr|jahre|jahres"
        "|jahren"
        "|von|vergangenen|kommenden|nächsten|letzten|diesen|diesem|für|noch|spätestens|frühestens"
    ),
    nth={
        "1": "erste[nrsm]?", "2": "zweite[nrsm]?", "3": "dritte[nrsm]?",
        "4": "vierte[nrsm]?|letzte[nrsm]?",
    },
    quarter="quartals?",
    half="halbjahr(?:e?s)?|jahreshälfte|hälfte",
    elsewise=(
        "vorabend|(?:am )?tag (?:nach|vor|darauf)|nacht (?:zum|auf)"
        "|heute|gestern|vorgestern|morgen|übermorgen|wochenende|woche|wochen|tagen?|monats?|monaten?"
        r"|(?:am|zum|vom|bis|den|dem|der) [0-9]{1,2}\.(?= [a-zß-ü]| *$|,)"
    ),
    other_year=(
        "(?:vergangene|vorige|letzte|nächste|kommende|folgende)[nsm]? jahre?s?|vorjahre?s?"
        "|folgejahre?s?|(?:ein|zwei|drei) jahre? (?:zuvor|später|danach|davor)"
    ),
    eve="am vortag|tags zuvor|am tag zuvor|am tag davor|einen tag zuvor",
    past="vergangenen|vorigen|letzten",
    coming="kommenden|nächsten",
)
# fmt: on

# fmt: off
PLACES = Places(
    matters=(
        "situation|lage|krieg(?:es|e)?|konflikte?"
        "|konflikts|krise|kämpfe|kämpfen|gewalt|unruhen|putsch|frieden|waffenruhe"
    ),
    within="in|im|bei|beim|an|am|auf|aus|nahe|unweit|innerhalb|außerhalb|entlang|vor|rund um",
    between="der die das dem den des ein eine einem einer eines von vom seinem ihrem seiner ihrer",
    inhabitants={
        "US": "amerikaner|amerikanerin|us-amerikaner|us-amerikanerin",
        "GB": "brite|britin|briten|engländer|engländerin|schotte|schottin|schotten",
        "FR": "franzose|französin|franzosen", "RU": "russe|russin|russen",
        "CN": "chinese|chinesin|chinesen", "JP": "japaner|japanerin",
        "TR": "türke|türkin|türken", "PL": "pole|polin", "SE": "schwede|schwedin",
        "NO": "norweger|norwegerin", "DK": "däne|dänin|dänen", "FI": "finne|finnin",
        "ES": "spanier|spanierin", "IT": "italiener|italienerin", "CH": "schweizer|schweizerin",
        "AT": "österreicher|österreicherin",
        "NL": "niederländer|niederländerin|holländer|holländerin", "BE": "belgier|belgierin",
        "GR": "grieche|griechin|griechen", "IR": "iraner|iranerin", "UA": "ukrainer|ukrainerin",
        "HU": "ungar|ungarin", "CZ": "tscheche|tschechin|tschechen",
        "RO": "rumäne|rumänin|rumänen", "BG": "bulgare|bulgarin|bulgaren",
        "BR": "brasilianer|brasilianerin", "IN": "inder|inderin", "CA": "kanadier|kanadierin",
        "AU": "australier|australierin", "KZ": "kasache|kasachin|kasachen",
        "AR": "argentinier|argentinierin", "MX": "mexikaner|mexikanerin",
        "EG": "ägypter|ägypterin", "PT": "portugiese|portugiesin|portugiesen", "IE": "ire|irin",
        "LU": "luxemburger|luxemburgerin", "LT": "litauer|litauerin",
        "LV": "lette|lettin|letten", "EE": "este|estin", "KR": "südkoreaner|südkoreanerin",
        "ZA": "südafrikaner|südafrikanerin", "NG": "nigerianer|nigerianerin",
    },
    adjectives={
        "US": "amerikanisch+|us-amerikanisch+", "GB": "britisch+", "FR": "französisch+",
        "ES": "spanisch+", "DE": "deutsch+", "IT": "italienisch+", "NL": "niederländisch+",
        "BE": "belgisch+", "AT": "österreichisch+", "CH": "schweizerisch+",
        "PT": "portugiesisch+", "GR": "griechisch+", "PL": "polnisch+", "HU": "ungarisch+",
        "FI": "finnisch+", "UA": "ukrainisch+", "KZ": "kasachisch+", "UZ": "usbekisch+",
        "KG": "kirgisisch+", "TJ": "tadschikisch+", "TM": "turkmenisch+",
        "AZ": "aserbaidschanisch+", "AM": "armenisch+", "GE": "georgisch+",
        "BY": "belarussisch+|belarusisch+", "JP": "japanisch+", "KR": "südkoreanisch+",
        "IL": "israelisch+", "EG": "ägyptisch+", "SA": "saudisch+|saudi-arabisch+",
        "IR": "iranisch+", "IQ": "irakisch+", "QA": "katarisch+", "AE": "emiratisch+",
        "KW": "kuwaitisch+", "JO": "jordanisch+", "MA": "marokkanisch+", "DZ": "algerisch+",
        "TN": "tunesisch+", "AU": "australisch+", "BR": "brasilianisch+", "AR": "argentinisch+",
        "MX": "mexikanisch+", "CL": "chilenisch+", "VN": "vietnamesisch+", "ID": "indonesisch+",
        "MY": "malaysisch+", "PK": "pakistanisch+", "SK": "slowakisch+", "BG": "bulgarisch+",
        "HR": "kroatisch+", "SI": "slowenisch+", "IE": "irisch+", "LT": "litauisch+",
        "LV": "lettisch+", "EE": "estnisch+", "ZA": "südafrikanisch+", "NG": "nigerianisch+",
        "KE": "kenianisch+",
    },
)
# fmt: on

LANGUAGE = Language(
    code="de",
    text=TEXT,
    speech=SPEECH,
    names=NAMES,
    figures=FIGURES,
    stages=STAGES,
    places=PLACES,
    dates=DATES,
)
