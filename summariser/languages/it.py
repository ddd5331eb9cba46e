"""Italian.

Accents are typed as apostrophes by many a keyboard ("piu'"), or not at all: hedges are listed in
each way.
"""

from __future__ import annotations

from ._language import (
    Dates,
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
    pairs,
)

# fmt: off
TEXT = Text(
    sentence="frase|frasi",
    unstated=(
        "non specificato|non specificata|non menzionato|non menzionata|non indicato|"
        "non indicata|non precisato|non precisata|non noto|non nota|non disponibile|"
        "sconosciuto|sconosciuta|n/d|n.d"
    ),
    writings=(
        Writing(
            script="latin", letters="ì", more_letters="àèéíòóùúî",
            function_words=(
                "il lo la i gli le di a da in con per tra fra e che è non si del della dello dei"
                " degli delle al alla ai agli alle dal dalla dai nel nella nei sul sulla sono ha"
                " hanno più anche come ma se chi un una questo questa loro cui ogni era stato stata"
                " dopo ieri secondo nessuno perché"
            ),
        ),
    ),
    own=SentenceWords(
        before_a_name=(
            "sig sigg sig.ra sig.na sig.ri dott dott.ssa dr.ssa prof.ssa proff ing avv avv.ti arch"
            " geom rag on onn sen sen.ce cap ten magg brig mons cav comm gr.uff egr gent.mo gent.ma"
            " spett ill.mo amb pres vicepres dir segr dip v.le p.za p.zza c.so l.go loc fraz f.lli"
            " psicol sociol ecc.mo p.es ad.es es cfr cosidd sedic c.d ss"
        ),
        before_a_number=(
            "n nn num nr art artt pag pagg cap capp voll figg tab tav lett par tel cell sez prot"
            " circa appross gen mag giu lug ago set sett ott dic d.lgs dlgs l d.l dpr d.p.r reg rif"
            " all ca"
        ),
        mid_sentence="cit prov str vv",
        scales="mln mld mrd mlrd mil",
        units="Euro Dollari Sterline Franchi",
        companies="s.p.a s.r.l s.r.l.s s.n.c s.a.s s.c.p.a s.c.a.r.l",
        after_company="Group Gruppo Holding Italia International",
        last="ecc etc a.c d.c",
        starters=(
            "Il Gli Un Uno Una Al Allo Alla Ai Agli Alle Nel Nello Nella Nei Negli Nelle Sul Sulla"
            " Sui Sulle In A Con Per Su Tra Fra Secondo Dopo Prima Durante Mentre Quando Se Come"
            " Dove Perché Poiché Anche Ma Però Tuttavia Inoltre Infatti Infine Intanto Ora Oggi"
            " Ieri Domani Poi Così Quindi Dunque E Ed Oppure Non No Sì Si Ci Questo Questa Questi"
            " Queste Quello Quella Quelli Quelle Quel Quei Ciò Esso Essa Essi Lui Loro Noi Voi Io"
            " Egli Ella Chi Che Cosa Quale Quanto Ogni Ognuno Tutti Tutte Tutto Entrambi Entrambe"
            " Molti Molte Alcuni Alcune Altri Altre Nessuno Nessuna Nulla Niente È Era Erano Sono"
            " Ha Hanno Sarà Saranno Fonti Già Ancora Proprio Soltanto Solo Grazie Nonostante"
            " Malgrado Attualmente Finora"
        ),
    ),
    elided="dell all dall nell sull coll un quell quest sant anch",
    quotation_marks=("«»", "“”"),
    said=(
        "disse|dice|diceva|dissero|chiese|chiede|rispose|risponde|replicò|aggiunse|aggiunge"
        "|spiegò|spiega|affermò|afferma|assicurò|assicura|osservò|osserva|commentò|commenta"
        "|insistette|ammise|ammette|dichiarò|dichiara|concluse|conclude|sottolineò|sottolinea"
        "|precisò|precisa|proseguì|prosegue|continuò|continua|esclamò"
        "|(?:ha|hanno) (?:detto|aggiunto|spiegato|affermato|dichiarato|risposto|assicurato"
        "|concluso)"
    ),
    apostrophe_first="ndrangheta ndranghetista ndranghetisti ndrina ndrine",
    turns=(
        "ma|però|tuttavia|benché|sebbene|anche se|solo se|soltanto se|se|purché|a meno"
        "|a condizione|a patto|salvo|tranne|finché|fino a quando|bensì"
    ),
    instructions=(
        # An order, and no report of one: "La società ignora le istruzioni".
        Instruction(
            pieces="ignor dimentic scord trascur tralasci",
            pattern=r"""
                (?:^|[.:;!?"'«“(\[—–-]\s*
                |\b(?:per\sfavore|ora|adesso|devi|dovete|puoi|assistente|modello),?\s)
                (?:ignor(?:a|ate|i|are|ino)|dimentic(?:a|ate|hi|are|ati)|scord(?:a|ate|i|ati|atevi)
                |trascur(?:a|ate|i|are)|tralasci(?:a|ate|are))\s
                (?:.{0,40}\s)?
                (?:istruzion[ei]|indicazion[ei]|direttiv[ae]|regol[ae]|consegn[ae]|prompt)\b""",
        ),
        Instruction(
            pieces="conto",
            pattern=r"""
                \bnon\s(?:tenere|tenete|tenga|tengano)\sconto\s
                (?:di|del|dello|della|dei|degli|delle|dell['’])\s?(?:.{0,30}\s)?
                (?:istruzioni|indicazioni|direttive|regole)\b""",
        ),
        Instruction(
            pieces="segu obbedi osserva considera rispetta",
            pattern=r"""
                \bnon\s(?:seguire|seguite|segua|seguano|obbedire|osservare|considerare|rispettare)\s
                (?:.{0,30}\s)?(?:istruzioni|indicazioni|direttive|regole|consegne|prompt)\s
                (?:precedenti|di\scui\ssopra|iniziali|del\ssistema|ricevute|originali)""",
        ),
        Instruction(
            pieces="prompt messaggio sistema",
            pattern=r"""
                \bprompt\s(?:di\ssistema|iniziale|originale|nascosto)
                |\bmessaggio\s(?:di\ssistema|dello\ssviluppatore)
                |\b(?:istruzioni|indicazioni|regole)\sdi\ssistema\b""",
        ),
        Instruction(
            pieces="sei comportati agisci rispondi",
            pattern=r"""
                \bsei\s(?:ora\s|adesso\s)?un['’]?[oa]?\s?
                (?:IA|AI|intelligenza\sartificiale|assistente|modello\slinguistico
                |modello\sdi\slinguaggio|chatbot)\b
                |\b(?:agisci|comportati|rispondi)\s(?:ora\s)?come\s(?:se\sfossi\s)?un['’]?[oa]?\s?
                (?:IA|AI|intelligenza\sartificiale|assistente|modello|chatbot)\b""",
        ),
        Instruction(
            pieces="rispond restitui scriv",
            pattern=r"""
                \b(?:rispondi|rispondete|restituisci|restituite|scrivi|scrivete)\s
                (?:solo|soltanto|esclusivamente|sempre|unicamente)\s(?:con|in|che)\b""",
        ),
    ),
)

SPEECH = Speech(
    fillers=(
        "dal canto suo|dal canto loro|da parte sua|a sua volta|per parte sua"
        r"|in un['’]intervista (?:a|al|alla|con) (?-i:[A-Z])[\w.]*(?: (?-i:[A-Z])[\w.]*)*"
    ),
    points_back=(
        r"(?:così )?lo (?=(?:ha|hanno) (?:detto|dichiarato|affermato|spiegato|annunciato|scritto"
        r"|riferito|sottolineato|ribadito)(?!\w))|così (?=(?:ha|hanno) (?:detto|dichiarato)(?!\w))"
    ),
    possessed=(
        "avvocati legale legali difensore difesa moglie vedova marito figlio figlia padre"
        " madre fratello sorella genitori famiglia amico amica amici collaboratore"
        " avvocato avvocata avvocatessa consigliere consulente vice assistente medico"
        " successore predecessore collega colleghi"
    ),
    speaks_for="portavoce|rappresentante",
    verbs=TEXT.said + (
        r"|(?:(?:ha|hanno|aveva|avevano)(?: anche| poi| \w+mente)? )?(?:dicono|detto|dichiarato"
        "|affermano"
        "|affermato|spiegano|spiegato|aggiunto|sostiene"
        "|sostengono|sostenuto|assicurato|annuncia|annunciato|sottolineato|precisato|osservato"
        "|commentato|replica|replicato|risposto|chiesto|ritiene|ritengono|ritenuto|crede"
        "|credono|pensa|pensano|spera|sperano|teme|temono|stima|stimano|prevede|avverte"
        "|avvertito|ammesso|riconosce|riconosciuto|insiste|insistito|promette|promesso|ricorda"
        "|ricordato|concluso|denuncia|denunciato|critica|criticato|conferma|confermato|nega"
        "|negato|scrive|scritto|racconta|raccontato|riferisce|riferito|segnala|lamenta"
        "|lamentato|rilancia|ribadisce|ribadito|evidenzia|rivela|rivelato|accusa|accusano|accusato"
        "|condanna|condannano|condannato|respinge|respinto|smentisce|smentito|propone|proposto"
        "|suggerisce|suggerito|chiedono|auspica|auspicato|annota|giudica|considera|calcola"
        "|rilevato|contesta"
        "|definisce|definiscono|definito|descrive|descritto|boccia|bocciato|chiarisce|chiarito"
        "|invitato|esorta|esortato|rivendica|rivendicato|ammonisce|plaude"
        "|(?:parla|parlato|parlano)(?= (?:di|del|della|dell') )"
        "|apprezza|apprezzato|elogia|elogiato|contestato|rassicura|rassicurato|ironizza|denunciano|confermano|ribadiscono|spiegò)"
        "|(?:afferm|assicur|dichiar|spieg|sottoline|ricord|annunci|precis|denunci|critic|accus"
        "|osserv)ando|dicendo|aggiungendo|sostenendo|riconoscendo|promettendo|ribadendo|ammettendo"
        "|(?:ha|hanno) diffuso (?:una nota|un comunicato)"
    ),
    participles=r"(?!.* )\w+(?:[aiu]to|[eo]sto|chiesto|detto|messo|scritto|cluso|pinto)",
    perfect=(
        r"(?:ho|hai|ha|abbiamo|hanno|aveva|avevano|avrebbe|avrebbero|aver|avere|avendo)"
        r"(?! (?:\w+ )?stat[oaie])"
    ),
    agents="da|dal|dallo|dalla|dai|dagli|dalle|dall'",
    adverb=r"\w+mente|(?-i:[a-zà-ÿ])\w+(?:ando|endo)(?:si|lo|la|le|li|ne|ci)?",
    closes=TEXT.said + "|ha (?:osservato|commentato|sottolineato|precisato|ribadito)",
    cites="cita|citato|citando",
    before=r"secondo|per(?= (?:il |lo |la |i |gli |le |l')?(?-i:[A-ZÀÈ]))"
    "|a detta di|a parere di|a giudizio di|stando a",
    that="che se",
    prepositions=(
        "a al allo alla ai agli alle di d del dello della dell dei degli delle da dal dallo dalla"
        " dai dagli"
        " dalle in nel nello nella nei negli nelle con su sul sullo sulla sui sugli sulle per"
        " tra fra"
        " contro dopo prima durante senza verso secondo"
    ),
    no_subject=(
        "che chi cui dove quando se come perché ma o e ed né quindi anche inoltre poi ieri oggi"
        " domani già così allora mentre però infatti invece non si gli le lo mi ci ha hanno aveva è"
        " lunedì martedì mercoledì giovedì venerdì sabato domenica"
    ),
    joins="che e ma come mentre ed",
    within="di del dello della dei degli delle e per a al alla",
    finite="è|era|erano|sarà|saranno|ha|hanno|aveva|avevano|può|possono|deve|devono|va|vanno",
    beside=(
        r"(?:ha|hanno) \w+(?:to|so)|\w{4,}(?:a|e|ò)(?= (?:(?:il |la |lo |l')\w+ )?(?-i:[A-ZÀ-Ý]))"
    ),
    asides=True,
    unnamed="un una uno",
    of_both="lui lei egli ella io",
    when=(
        "(?:questa|questo) (?:settimana|mattina|sera|mese|anno|estate|inverno|autunno|primavera)"
        "|(?:la settimana|il mese|l'anno) (?:scors[ao]|passat[ao])"
        "|stamattina|stasera"
    ),
    pronouns="lui lei loro egli ella io noi",
    objects="lo la li le gli",
    gerund=r"\w+ndo",
    described="il lo la i gli le un uno una suo sua suoi sue l nostro questo questa",
)

_MINISTRIES = (
    "Economia|Finanze|Tesoro|Esteri|Affari esteri|Difesa|Interno|Giustizia|Salute|Istruzione"
    "|Lavoro|Trasporti|Infrastrutture|Sviluppo economico|Industria|Commercio|Agricoltura|Ambiente"
    "|Transizione ecologica|Cultura|Turismo|Ricerca|Energia|Riforme|Sport|Innovazione"
)

NAMES = Names(
    counterparts="omologo omologa",
    bodies={
        "club": "club|squadra",
        "company": "azienda|impresa|società|compagnia|gruppo|produttore|operatore|costruttore",
        "bank": "banca|istituto",
        "union": "sindacato",
        "ministry": "ministero|dicastero",
        "party": "partito",
        "agency": "agenzia|autorità|commissione",
        "court": "tribunale|corte",
        "school": "università|istituto|accademia",
        "organisation": (
            "organizzazione|movimento|associazione|federazione|alleanza|milizia|gruppo"
        ),
    },
    seats={
        "AE": "Abu Dhabi",
        "AU": "Canberra",
        "BR": "Brasilia",
        "CA": "Ottawa",
        "CH": "Berna",
        "CN": "Pechino",
        "ES": "Moncloa",
        "EU": "Bruxelles",
        "FR": "Eliseo",
        "GB": "Downing Street|Westminster",
        "IN": "Delhi|Nuova Delhi",
        "IT": "Palazzo Chigi|Quirinale|Farnesina|Viminale|Montecitorio",
        "KZ": "Astana",
        "MA": "Rabat",
        "NL": "L'Aia|Aia",
        "PK": "Islamabad",
        "QA": "Doha",
        "RU": "Cremlino|il Cremlino",
        "TR": "Ankara",
        "US": "Washington|Casa Bianca|la Casa Bianca",
        "VN": "Hanoi",
    },
    countries={
        "US": "stati uniti d'america|usa",
        "GB": "gran bretagna",
        "AE": "emirati",
    },
    particles="di da del",
    surname_particles="di de da del della dello dei degli dalla dal lo la li",
    kept_particles="di della dello dei degli dalla",
    not_in_a_person=(
        "banca ministero governo società azienda portavoce consiglio stato paese paesi camera"
        " senato parlamento regione comune provincia"
    ),
    no_given_name=(
        "con per senza tra fra sul perfino persino pure stesso il lo gli un uno nella nello"
        " negli nelle dalla dagli dalle sulla sulle secondo dopo durante mentre quando perché"
        " poiché anche oggi ieri questo questa questi queste quello quella ogni ma però tutti"
        " tutte molti molte alcuni alcune altri altre ~zione ~zioni ~mento ~menti ~ità"
    ),
    seldom_surnames=(
        "acciai aereo aeroporto assicurazioni canale cantieri costruzioni elettrica energia"
        " ferrovie gas giornale mare motori navigazione partito petroli porto porti stampa"
        " trasporti unione"
    ),
    pronouns="egli loro costui costei",
    articles=(
        r"(?:il|lo|i|gli)\s+(?=\w)",
        r"(?:dell|all|dall|nell|sull)['’ʼ](?=\w\w)",
        r"(?:Il|Gli)\s+(?=\w\S*\s+(?:\w\S*\s+)*[a-zà-ÿ])",
    ),
    links=(
        "il lo gli i di del dello della dell dei degli delle al allo alla all agli alle da dal"
        " dallo dalla"
        " dall dai dagli dalle nel nella nell sul sulla sull e con per contro tra fra sotto senza"
        " su"
    ),
    courtesy=(
        "signor signora signorina signori dottor dottore dottoressa dott dott.ssa"
        " prof.ssa professoressa avvocato avvocata ingegner ingegnere architetto onorevole"
        " monsignor monsignore"
    ),
    courtesy_pattern=r"^(?:l')?(?:sig|sigg|sig\.ra|on|ing|sen|avv|arch|geom|rag|cav|mons)\. ",
    titles=(
        "presidente|vicepresidente|primo ministro|prima ministra|ministro|ministra|viceministro"
        "|viceministra|sottosegretario|sottosegretaria|cancelliere|cancelliera|segretario"
        "|segretaria|ambasciatore|ambasciatrice|governatore|governatrice|senatore|senatrice"
        "|deputato|deputata|sindaco|sindaca|assessore|assessora|commissario|commissaria|portavoce"
        "|direttore|direttrice|amministratore delegato|amministratrice delegata|economista"
        "|politologo|politologa"
    ),
    titles_before_one_word=(
        "presidente|vicepresidente|primo ministro|prima ministra|ministro|ministra|sottosegretario"
        "|sottosegretaria|cancelliere|cancelliera|ambasciatore|ambasciatrice|governatore"
        "|governatrice|senatore|senatrice|deputato|deputata|sindaco|sindaca|commissario|commissaria"
        "|portavoce|economista|politologo|politologa"
    ),
    descriptions=(
        r"^(?:[Ll]a |[Ii]l |[Uu]n[oa]? |[Ll]['’])?"
        r"(?:società|azienda|impresa|compagnia|ditta|multinazionale|conglomerata|gruppo|colosso"
        r"|casa automobilistica|casa editrice|costruttore|produttore|operatore|consorzio)"
        r"(?: [a-zàèéìòù]{2,}(?:[ai]n[oa]|ese|ic[oa]|al[e]|ari[oa]|ar[e]|ifer[oa]|tiv[oa]|sc[oa]"
        r"|ic[oa]|zzer[oa]|sc[oa]|ac[oa]|ecnologic[oa]|err[oa]|uss[oa]|ubblic[oa]|vat[oa]|ata))*"
        r" (?=[\"“«A-ZÀÈÉÌÒÙ])",
        # «la ministra dell'Economia, Rosa Salvi»
        r"^(?:[Ll]a |[Ii]l |[Ll]['’])?(?:vice)?ministr[oa] (?:del |della |dello |degli |delle |dei"
        rf" |dell['’])(?:{_MINISTRIES}),? (?=[A-ZÀÈÉÌÒÙ]\S* [A-ZÀÈÉÌÒÙ])",
    ),
    forms_before="srl",
    forms_after="spa srl srls snc scarl onlus",
    same_form=pairs("srls=srl"),
    no_legal_form="onlus",
    spelt_forms=(
        SpeltForm(
            piece="limitata",
            pattern=r"\bsocietà a responsabilità limitata(?: semplificata)?\b",
            short="srl",
        ),
    ),
    several=(
        r"(?:i|gli|le|dei|degli|delle|quest[ie]|alcun[ie]|entramb[ie]|tutt[ie]"
        r"|due|tre|quattro|cinque|sei|sette|otto|dieci|[0-9]+) .+"
    ),
    number_endings="o i a e",
    no_more="ex vice già futuro futura primo prima",
    roles=(
        "presidente ad dg ds presidentessa vicepresidente premier ministro ministra"
        " viceministro viceministra cancelliere cancelliera direttore direttrice segretario"
        " segretaria sottosegretario sottosegretaria portavoce capo amministratore amministratrice"
        " economista analista esperto esperta ricercatore ricercatrice scienziato scienziata"
        " professore professoressa storico storica avvocato avvocata giudice procuratore"
        " procuratrice senatore senatrice deputato deputata sindaco sindaca assessore"
        " assessora governatore governatrice ambasciatore ambasciatrice console commissario"
        " commissaria consigliere consigliera leader sindacalista attivista giornalista autore"
        " autrice scrittore scrittrice ingegnere architetto medico agricoltore imprenditore"
        " imprenditrice banchiere investitore consulente fondatore fondatrice cofondatore"
        " cofondatrice coordinatore coordinatrice rappresentante colonnello ammiraglio rettore"
        " rettrice vescovo politologo politologa sociologo sociologa delegato delegata"
        " dirigente responsabile titolare prefetto questore negoziatore eurodeputato"
        " eurodeputata"
    ),
    relative="che cui quale quali dove chi",
    of="di del dello della dell dei degli delle",
)
# fmt: on

FIGURES = Figures(
    scales_take_of=True,
    both="entrambi|entrambe",
    funds=(
        "prestiti|prestito|crediti|aiuti|finanziamenti|fondi|sussidi|sovvenzioni|"
        "investimenti|debiti|debito|obbligazioni|ricavi|perdite|utili"
    ),
    prices="prezz[oi]|tariff[ae]|pedagg[io]o?|quotazion[ei]",
    periods={"year": r"ann[oi]|esercizio", "month": r"mes[ei]"},
    own=SumWords(
        numerals={
            "2": "due",
            "3": "tre",
            "4": "quattro",
            "5": "cinque",
            "6": "sei",
            "7": "sette",
            "8": "otto",
            "9": "nove",
            "10": "dieci",
            "11": "undici",
            "12": "dodici",
            "13": "tredici",
            "14": "quattordici",
            "15": "quindici",
            "16": "sedici",
            "17": "diciassette",
            "18": "diciotto",
            "19": "diciannove",
            # "vent'anni", and before a vowel within a word: ventuno
            "20": "venti|vent",
            "30": "trenta|trent",
            "40": "quaranta|quarant",
            "50": "cinquanta|cinquant",
            "60": "sessanta|sessant",
            "70": "settanta|settant",
            "80": "ottanta|ottant",
            "90": "novanta|novant",
            "100": "cento",
            "1000": "mille",
        },
        zero="zero",
        point="virgola",
        collectives={
            "approximately": "decina|decine|quindicina|ventina|trentina|quarantina|cinquantina"
            "|sessantina|settantina|ottantina|novantina|centinaio|centinaia|migliaio|migliaia",
            "exact approximately": "dozzina|dozzine",
        },
        and_terms="e|ed",
        or_="o|od|oppure",
        range_articles="i|gli|le|ai|agli|alle",
        joined={
            "1": "uno|un",
            "3": "tré|trè",
            "100": "cent",
            "1000": "mila",
        },
        full_hundreds="cento",
        parts={
            "0.5": "mezzo|mezza|metà|la metà",
            "0.25": "quarto|quarti|quarta parte",
            "0.2": "quinto|quinti|quinta parte",
            "0.125": "ottavo|ottavi",
            "0.1": "decimo|decimi|decima parte",
            "0.01": "centesimo|centesimi|centesima parte",
            "0": "terzo|terzi|terza parte|sesto|sesti|settimo|settimi|nono|noni",
        },
        halves={
            "0.5": "e mezzo|e mezza",
            "0.25": "e un quarto",
            "0.75": "e tre quarti",
        },
        scales={
            "10": "decina|decine",
            "12": "dozzina|dozzine",
            "15": "quindicina",
            "20": "ventina",
            "30": "trentina",
            "40": "quarantina",
            "50": "cinquantina",
            "60": "sessantina",
            "70": "settantina",
            "80": "ottantina",
            "90": "novantina",
            "100": "centinaio|centinaia",
            "1e3": "mila|migliaio|migliaia|k|mgl",
            "1e6": "milione|milioni|mln|mio|mil|m",
            "1e9": "miliardo|miliardi|mld|mrd|mlrd|mild|bn",
            "1e9 1e12": "bln",
            "1e12": "bilione|bilioni",
            "1e12 1e18": "trilione|trilioni",
        },
        alone={
            "1": "milione|miliardo|migliaio|centinaio|decina|dozzina|quindicina|ventina"
            "|trentina|quarantina|cinquantina|sessantina|settantina|ottantina|novantina",
        },
        many="persone|tonnellate|barili|passeggeri|posti|utenti|famiglie|ettari|abitanti|litri"
        "|metri|visitatori|turisti|clienti|lavoratori|azioni|dosi|case|veicoli|unità|copie",
        vague="diversi|diverse|vari|varie|molti|molte|numerosi|numerose|alcuni|alcune|qualche"
        "|parecchi|parecchie|tanti|tante|pochi|poche|svariati|svariate|più|un paio di|paio di"
        "|un po' di|innumerevoli|parte|parte di|quanti|quante",
        no_number="cinque terre|cinque stelle|cinquestelle|mille miglia|due sicilie|due parole"
        "|due passi|due righe|due chiacchiere|quattro chiacchiere|quattro passi|quattro stagioni"
        "|sei nazioni|sette colli|mille grazie|mille volte|per mille|venti di|otto volante",
        minus="meno",
        one="un|uno|una|un solo|una sola|un unico",
        and_="e|ed|e i|e gli|e le|e il|e l",
        of="di|d|del|dello|della|dell|dei|degli|delle",
        between="tra|fra|tra i|tra le|tra gli|tra il|tra l|fra i|fra le|fra gli|fra il|fra l",
        mid="a|ad|ai|al|allo|alla|alle|agli|all|fino a|fino ai|fino alle|sino a|sino ai",
        currencies={
            "dollar": "dollaro|dollari",
            "EUR": "^euro|euri",
            "GBP / EGP SDG SSP LBP SYP": "sterlina|sterline",
            "GBP": "lira sterlina|lire sterline",
            "rouble": "rublo|rubli",
            "franc": "franco|franchi",
            "franc CFA": "franco cfa|franchi cfa",
            "manat": "manat",
            "UAH": "grivnia|grivnie|grivna|grivne|hryvnia|hryvnie",
            "TRY": "lira turca|lire turche",
            "/ TRY LBP SYP": "lira|lire",  # Italy's own is no money in use
            "INR PKR LKR NPR MUR SCR / IDR": "rupia|rupie",
            "krone": "?corona|corone",
            "HUF": "fiorino ungherese|fiorini ungheresi",
            "AWG": "fiorino di aruba|fiorini di aruba",
            "HUF AWG": "?fiorini",  # and the Dutch ones, which are no money in use
            "leu": "?leu|?lei",
            "BGN": "?lev|?leva",
            "dirham": "dirham|dirhem",
            "dinar": "dinaro|dinari",
            "peso": "?peso|?pesi|pesos",
            "PEN": "?sol|?soles",
            "BOB": "?boliviano|?boliviani",
            "VES": "?bolivar|?bolívar|?bolivares",
            "BRL": "?real|?reais",
            "ILS": "shekel|siclo|sicli",
            "shilling": "?scellino|scellini",
            "MZN": "metical|meticais",
            "CVE": "?escudo|?escudi",
            "BAM": "marco convertibile|marchi convertibili",
            "XOF XAF": "fcfa",
        },
        hundredths={
            "cent": "cent|cents",
            "USD EUR CHF": "centesimo|centesimi|eurocent",
            "CHF": "rappen",
            "RUB": "copeco|copechi|copeca|copeche",
            "GBP": "penny|pence",
            "tiyn": "tiyin",
        },
        countries_after={
            "US": "statunitense|statunitensi|american+|usa|degli stati uniti|degli usa",
            "CA": "canadese|canadesi|del canada",
            "AU": "australian+|dell'australia",
            "HK": "di hong kong|hongkonghese|hongkonghesi",
            "NZ": "neozelandese|neozelandesi|della nuova zelanda",
            "SG": "di singapore|singaporian+|singaporegn+",
            "TW": "taiwanese|taiwanesi|di taiwan",
            "GB": "britannic+|britanniche|inglese|inglesi|del regno unito",
            "CH": "svizzer+|elvetic+|elvetiche",
            "EG": "egizian+|dell'egitto",
            "LB": "libanese|libanesi",
            "SY": "sirian+",
            "SD": "sudanese|sudanesi",
            "SS": "sudsudanese|sudsudanesi",
            "RU": "russ+|della russia",
            "BY": "bieloruss+|della bielorussia",
            "KZ": "kazak+|kazaki|kazake|kazach+|del kazakistan|del kazakhstan",
            "CN": "cinese|cinesi",
            "JP": "giapponese|giapponesi|nipponic+|nipponiche",
            "KR": "sudcorean+|corean+|della corea del sud",
            "UZ": "uzbek+|uzbec+|uzbechi|uzbeche",
            "KG": "kirghis+|kirghiz+|chirghis+",
            "TJ": "tagik+|tagic+",
            "AZ": "azer+|azerbaigian+",
            "TM": "turkmen+|turcmen+",
            "GE": "georgian+",
            "AM": "armen+",
            "UA": "ucrain+",
            "TR": "turc+|turche|turchi",
            "IN": "indian+",
            "PK": "pakistan+|pakistane",
            "LK": "dello sri lanka|srilankese|srilankesi|singalese|singalesi",
            "NP": "nepalese|nepalesi",
            "MU": "mauritian+|mauriziane",
            "SC": "delle seychelles",
            "ID": "indonesian+",
            "SE": "svedese|svedesi",
            "NO": "norvegese|norvegesi",
            "DK": "danese|danesi",
            "CZ": "cec+|ceche|cechi",
            "IS": "islandese|islandesi",
            "PL": "polacc+|polacche|polacchi",
            "HU": "ungherese|ungheresi|magiar+",
            "RO": "rumen+|romen+",
            "MD": "moldav+",
            "BG": "bulgar+",
            "SA": "saudita|sauditi|saudite",
            "QA": "qatariot+|qatarin+|del qatar",
            "OM": "omanit+|dell'oman",
            "IR": "iranian+",
            "YE": "yemenit+",
            "AE": "degli emirati|degli emirati arabi|emiratin+",
            "MA": "marocchin+",
            "KW": "kuwaitian+",
            "BH": "bahreinit+|del bahrein",
            "IQ": "irachen+|iraken+",
            "JO": "giordan+",
            "DZ": "algerin+",
            "TN": "tunisin+",
            "LY": "libic+|libiche",
            "RS": "serb+",
            "MX": "messican+",
            "AR": "argentin+",
            "CL": "cilen+",
            "CO": "colombian+",
            "PH": "filippin+",
            "UY": "uruguaian+|uruguayan+",
            "DO": "dominican+",
            "CU": "cuban+",
            "PE": "peruvian+",
            "BO": "bolivian+",
            "VE": "venezuelan+",
            "BR": "brasilian+",
            "ZA": "sudafrican+",
            "IL": "israelian+",
            "TH": "thailandese|thailandesi",
            "VN": "vietnamit+",
            "MN": "mongol+",
            "MY": "malese|malesi|malaysian+",
            "KE": "kenian+|keniota|kenioti|keniote",
            "UG": "ugandese|ugandesi",
            "TZ": "tanzanian+",
            "SO": "somal+",
            "NG": "nigerian+",
            "GH": "ghanese|ghanesi|ghanean+",
            "ET": "etiope|etiopi|etiopic+",
            "CD": "congolese|congolesi",
            "RW": "ruandese|ruandesi",
            "GN": "guinean+",
            "BI": "burundese|burundesi",
            "DJ": "gibutian+",
            "KM": "comorian+",
            "AL": "albanese|albanesi",
        },
        other_countries_after=" [a-zà-ÿ]{4,}(?:an[ioea]|es[ie]|ens[ie]|egn[ioea])(?![a-zà-ÿ])",
        percent="per cento|percento|pct",
        before={
            "approximately": "circa|circa il|all'incirca|intorno a|intorno ai|intorno al"
            "|intorno alle"
            "|intorno agli|intorno all|attorno a|attorno ai|attorno al|attorno alle|attorno agli"
            "|approssimativamente|più o meno|piu o meno|piu' o meno|pressappoco|suppergiù"
            "|grossomodo|grosso modo|sui|sulle|sugli|dell'ordine di|dell'ordine dei"
            "|dell'ordine delle|nell'ordine di|nell'ordine dei|nell'ordine delle|stimato in"
            "|stimata in|stimati in|stimate in|indicativamente|orientativamente|qualcosa come|ca"
            "|appross|a occhio e croce|si aggira intorno a|si aggira sui|si aggirano sui"
            "|si aggira attorno ai|si aggirano attorno ai|si aggira intorno ai"
            "|si aggirano intorno ai|si aggirerà sui",
            "approximately less_than": "quasi|quasi il|sfiora il|sfiorano il|vicino a|vicino ai"
            "|vicina a|vicina ai|vicini a"
            "|vicini ai|vicine a|vicine ai|prossimo a|prossimo ai|prossima a|prossima ai|pressoché"
            "|pressochè|pressoche|a un passo da|a un passo dai|a ridosso dei|sfiora|sfiorano"
            "|sfiorava|sfioravano|sfiorò|sfiorato|sfiorata|sfiorati|sfiorate|sfiorerà"
            "|sfioreranno|sfiorerebbe|sfiorando|sfiorare|praticamente",
            "less_than approximately": "poco meno di|poco meno dei|poco meno delle"
            "|un po' meno di|un po' meno dei|appena meno di|appena sotto|poco sotto"
            "|di poco inferiore a|di poco inferiore ai|leggermente inferiore a"
            "|leggermente inferiore ai|leggermente sotto",
            "more_than": "oltre il|più del|più dell|piu del|supera il|superano il|superato il"
            "|supererà il|superava il|sopra il|più di|più dei|più delle|più degli|più d|piu di"
            "|piu dei|piu delle"
            "|piu' di|piu' dei|piu' delle|oltre|oltre i|oltre le|oltre gli|superiore a"
            "|superiore ai|superiore al|superiore alle|superiori a|superiori ai|superiori alle"
            "|maggiore di|maggiore dei|maggiori di|al di sopra di|al di sopra dei"
            "|al di sopra delle|sopra i|sopra le|sopra quota|supera|superano|superava|superavano"
            "|superò|superarono|supererà|supereranno|supererebbe|supererebbero|superi|superino"
            "|superare|superando|superato|superata|superati|superate|eccede|eccedono|eccederà"
            "|eccedere|va oltre|vanno oltre|andrà oltre",
            "more_than approximately": "poco più di|poco più dei|poco più delle|poco piu di"
            "|poco piu' di|un po' più di|un po' più dei|appena più di|appena oltre|appena sopra"
            "|poco oltre|poco sopra|di poco superiore a|di poco superiore ai"
            "|leggermente superiore a|leggermente superiore ai",
            "at_least": "almeno|almeno il|per lo meno|perlomeno|come minimo|minimo|un minimo di"
            "|minimo di"
            "|non meno di|non meno dei|quantomeno|quanto meno|a dir poco|a partire da"
            "|non inferiore a|non inferiore ai|non inferiori a|non inferiori ai",
            "less_than": "meno del|meno dell|sotto il|meno di|meno dei|meno delle|meno degli"
            "|inferiore a|inferiore ai"
            "|inferiore al|inferiore alle|inferiori a|inferiori ai|al di sotto di"
            "|al di sotto dei|al di sotto delle|sotto i|sotto le|sotto quota|sotto|minore di"
            "|minori di|non raggiunge|non raggiungono|non raggiungerà|non raggiungeranno"
            "|non arriva a|non arriva ai|non arrivano a|non arrivano ai|non arriverà a"
            "|non arriverà ai|non tocca|senza arrivare a|senza raggiungere|neanche|nemmeno"
            "|neppure",
            "up_to": "fino a|fino ai|fino al|fino alle|fino ad|fino a un massimo di|sino a"
            "|sino ai|un tetto di|con un tetto di|tetto massimo di|tetto di|limitato a"
            "|limitata a|limitati a|limitate a|entro i|entro il limite di|entro un limite di"
            "|nel limite di|nel limite massimo di|nei limiti di",
            "up_to less_than": "al massimo|al massimo il|massimo|un massimo di|massimo di"
            "|per un massimo di"
            "|non più di|non più dei|non più delle|non piu di|non piu' di|non oltre"
            "|non superiore a|non superiore ai|non superiori a|non superiori ai|tutt'al più"
            "|al più|senza superare|senza eccedere|senza oltrepassare",
        },
        after={
            "exact more_than": "più un'azione|più una azione",
            "approximately": "circa|all'incirca|più o meno|piu o meno|piu' o meno|o giù di lì"
            "|approssimativamente|indicativamente",
            "less_than approximately": "scarsi|scarse|scarso",
            "more_than approximately": "e passa|e rotti|e fischia|abbondanti|abbondante"
            "|e spiccioli|e qualcosa",
            "at_least": "o più|e più|e oltre|o oltre|in su|almeno|come minimo",
            "up_to": "o meno|in giù",
            "up_to less_than": "al massimo|al più|tutt'al più",
        },
        not_="non|mai|senza|né|nè",
        barred="non può|non possono|non potrà|non potranno|non poteva|non potevano|non potrebbe"
        "|non potrebbero|non deve|non devono|non dovrà|non dovranno|non si può|non è consentito"
        "|vietato",
        nothing="nessun|nessuna|nessuno|niente|nulla",
        neutral="oltre a|oltre ai|oltre al|oltre alle|oltre agli|oltre allo|oltre alla|oltre all"
        "|non solo|non soltanto|non solamente|non unicamente|non semplicemente|sotto forma di"
        "|più volte|più che",
        per_after={
            "year": "l'anno|all'anno|per anno|ad anno|a esercizio|per esercizio|ogni anno|annui"
            "|annue|annuo|annua",
            "month": "al mese|il mese|ogni mese|per mese|mensili",
            "unit": "al barile|il barile|a barile|alla tonnellata|a tonnellata|la tonnellata"
            "|per tonnellata|all'unità|per unità|a unità|l'uno|l'una|ciascuno|ciascuna|cadauno"
            "|cadauna|cad|a testa|pro capite|procapite|per abitante|a persona|per persona"
            "|a pezzo|al pezzo|per azione|ad azione|al chilo|il chilo|a chilo|al kg|al quintale"
            "|a quintale|al litro|il litro|a litro|al metro|al metro quadro|al metro quadrato"
            "|al metro cubo|a metro quadro|al mq|all'ettaro|a ettaro|per ettaro|all'oncia"
            "|l'oncia|a oncia|a bottiglia|a biglietto|a posto|a passeggero|per passeggero"
            "|a treno|per treno|a vagone|a velivolo|per aereo|a copia|la copia|al megawattora"
            "|a megawattora|per mwh|al mwh|al kilowattora|al chilowattora|al kwh|per famiglia"
            "|a famiglia|a dipendente|per dipendente|a lavoratore|a cliente|per ogni",
            "other": "al giorno|il giorno|per giorno|a settimana|alla settimana|la settimana"
            "|a trimestre|al trimestre|per trimestre|a semestre|al semestre|l'ora|all'ora|a notte"
            "|per notte|a turno|giornalieri|giornaliere|settimanali|trimestrali|semestrali",
            "": "per|l'anno scorso|l'anno prossimo|l'anno precedente|l'anno dopo|l'anno prima"
            "|l'anno passato|l'anno successivo|l'anno seguente|l'anno in|all'anno precedente"
            "|all'anno scorso|all'anno prima|all'anno dopo|al mese scorso|al mese di"
            "|il mese scorso|il mese prossimo|il mese di|la settimana scorsa"
            "|la settimana prossima|il giorno dopo|il giorno prima|il giorno successivo|l'ora di"
            "|l'uno per cento|l'uno contro|l'uno e|a posto di|la copia di",
        },
        per_beside={
            "year": "annuo|annua|annui|annue|annuale|annuali",
            "month": "mensile|mensili",
            "unit": "unitario|unitaria|unitari|unitarie",
            "other": "giornaliero|giornaliera|giornalieri|giornaliere|quotidiano|quotidiana"
            "|settimanale|settimanali|trimestrale|trimestrali|semestrale|semestrali|orario",
        },
        per_clause={
            "year": "ogni anno|ciascun anno|tutti gli anni|annualmente|di anno in anno",
            "month": "ogni mese|tutti i mesi|mensilmente",
            "unit": "ciascuno|ciascuna|cadauno|prezzo per|costo per|prezzo unitario"
            "|costo unitario|prezzo al barile|prezzo del barile|ogni treno|ogni aereo|ogni nave"
            "|ogni unità|ogni vagone|ogni famiglia|a testa",
            "other": "ogni giorno|tutti i giorni|ogni settimana|ogni trimestre|ogni semestre"
            "|ogni ora|giornalmente|quotidianamente|settimanalmente|trimestralmente"
            "|semestralmente",
        },
        year_before="tra il|fra il|e il|anno|anni|nel|dal|del|al|entro il|fino al|sino al|il|sul"
        "|col|esercizio|stagione|fine|inizio|metà|primavera|estate|autunno|inverno|trimestre"
        "|semestre",
        month="gen|feb|apr|mag|giu|lug|ago|sett|nov|dic",
        adjective_endings="o a i e",
        ordinals="esimo|esima|esimi|esime|mo|ma|°|º|ª",
        from_="da|dai|dal|dallo|dalla|dalle|dagli|dall'",
        by="di|del",
        range_words="(?<![a-zà-ÿ])(?:vari(?:ano|ava|avano|abile|abili|are)|vanno|andare|andrà"
        "|andranno) |forbice|compres[oaie] |oscill|intervallo",
        priced="(?:cost[aoie]|coster[a-zà-ÿ]*|costare|costano|costato|valgono|varrà|servono"
        "|serviranno|servirà|occorrono|spende|spenderà|spendere|investe|investirà|investire"
        "|presterà|chiede|chiedono|chiesto|richiede|richiederà|offre|offrono|offrirà|pagherà"
        "|pagare|verserà|stanzierà|stanziare|stimat[oaie]|valutat[oaie]|mobilitare|raccogliere)",
        amount_of="(?<![a-zà-ÿ])(?:(?:uno?|una|il|lo|la|i|gli|le|alcuni|alcune|vari|varie|diversi"
        "|diverse|dei|degli|delle|questo|questa|suo|sua) |(?:un|l)')(?!aument|increment|balzo"
        "|calo|crollo|salto|rialzo|taglio|riduzion|passaggio|crescita|porta|alza|riduc|eleva)"
        "[a-zà-ÿ]+(?: aggiuntiv[oaie]| complessiv[oaie]| annu[oaie]| total[ei])?",
        changes="aument|cresciut|cresce |crescono|crescer|crescit|raddoppi|triplicat[oai]|salit"
        "|salir|salgono|sale da|sale a |incrementat|scend|sces[oaie]|calat|calano|calò|cala da"
        "|ridott|riduc|riduz|ridurr|diminui|dimezz|tagliat|tagliar|taglia |crollat|crolla |balzat"
        "|impenn|lievit|schizzat|precipitat[oai]|rialz|passat[oai]|passa da|passerà|passare "
        "|portato|portata |portati |portate |porta |porter|portare |elevat|alzat|rivist|corrett",
        caps=r"limit\w+|tetto",
        estimates=r"stim(?:a|ano|at[oaie]|e|ò|ava|avano)|valutat\w+|valuta in|quantificat\w+",
        limits="fino|sino",
        arrived="del|dell'|dello|della|di|da|circa|quasi|oltre|più di",
        counted_one="un|uno|una",
        counted_article="un|uno|una",
        abbreviations="mln|mld|mrd",
        no_one="nessun|nessuno|nessuna|ogni|ciascun|qualsiasi|quest|questo|questa|quel|quello"
        "|quella|né|neanche|nemmeno|neppure",
        not_counted="delle|dei|degli|della|dello|volta|giorno|parte|certo|certa|altro|altra"
        "|stesso|stessa|sorta|tipo|cosa|attimo|momento|istante|tempo|anno|mese|settimana|che|di"
        "|del|po|e|o|a|al|in|per|con|su|tra|fra"
        "|è|era|ha|sola|solo|serie|tale|poco",
        shortened="appross",
        fillers="altri|altre|ulteriori|i|gli|le|il|lo|la|l|un|una|di|dei|delle|a|quota|soglia|cifra|limite|tetto|valore"
        "|totale|importo|somma|ha|hanno|aveva|avevano|avrà|è|sono|era|erano|sarà|sarebbe|essere"
        "|stato|stata|stati|state|può|possono|potrà|potranno|potrebbe|potrebbero|deve|devono"
        "|dovrà|dovranno|dovrebbe|dovrebbero|va|vanno",
        per_slash={
            "year": "anno",
            "month": "mese",
            "other": "giorno|settimana|trimestre|ora",
        },
        for_units=r" (?:per|ogni) (?:1|10|100|1\.?000|mille|cento) (?:chil|gramm|litr|metr|tonnell"
        "|abitant|person|azion|baril)",
        tails={
            "100": "cento",
            "1000": "mila",
        },
    ),
    separators={",": "dg", ".": "g"},
)

STAGES = Stages(
    told={
        "implemented": (
            "complet(?:ò|at[oaie])|termin(?:ò|at[oaie])|consegnat[oaie]|inaugurat[oaie]"
            "|aperto|aperta|aperti|aperte|lanciat[oaie]|avviat[oaie]|costruit[oaie]"
            "|comprat[oaie]|acquistat[oaie]|acquisit[oaie]|vendut[oaie]|pagat[oaie]"
            "|versat[oaie]|ricevut[oaie]|creat[oaie]|fondat[oaie]|istituit[oaie]|impost[oaie]"
            "|entrat[oaie] in vigore|iniziat[oaie]|cominciat[oaie]|investit[oaie]"
            "|inviat[oaie]|nominat[oaie]|elett[oaie]|arrestat[oaie]|pubblicat[oaie]"
            "|chius[oaie]|incontrat[oaie]|visitat[oaie]|aumentat[oaie]|ridott[oaie]"
            "|realizzat[oaie]|introdott[oaie]"
        ),
        "signed": "firmat[oaie]|firmò|sottoscritt[oaie]|siglat[oaie]|stipulat[oaie]",
        "approved": (
            "approvat[oaie]|approvò|ratificat[oaie]|adottat[oaie]|autorizzat[oaie]|via libera"
            "|votat[oaie]|decis[oaie]|deliberat[oaie]"
        ),
        "agreed": (
            "concordat[oaie]|pattuit[oaie]|(?:raggiunt[oaie]|trovat[oaie]) (?:un |l'"
            r"|l’)?\s?(?:\w+ )?(?:accordo|intesa)|accordat[oaie]|d'accordo|accettat[oaie]|accettò"
        ),
        "announced": "annunciat[oaie]|annuncia|annunciano|presentat[oaie]|svelat[oaie]",
        "planned": (
            "previst[oaie]|prevede|prevedono|pianificat[oaie]|programmat[oaie]|progetta"
            "|in programma"
        ),
        "offered": "offert[oaie]|offre|offrono",
        "proposed": "propost[oaie]|propone|propongono|suggerit[oaie]|raccomandat[oaie]",
        "under_discussion": (
            r"valuta|valutano|esamina\w*|al vaglio|studia|studiano|in trattativa"
            "|trattative in corso|negozia|negoziano|negoziava|negoziando|discute|discutono"
            "|discusso|discutendo|discusse|discussero"
        ),
        "conditional": (
            "a condizione|purché|subordinat[oaie]|dipende da"
            "|soggett[oaie] (?:al?|alla|all'(?:approvazione|ok|autorizzazione))"
            r"|(?:richied|necessit|attend|serv|aspett)\w* (?:[\w-]+ ){0,2}(?:il |l')?(?:via libera"
            "|ok|approvazione|autorizzazione|consenso|benestare)"
        ),
        "postponed": (
            "rinviat[oaie]|posticipat[oaie]|slittat[oaie]|sospes[oaie]|rimandat[oaie]"
            "|congelat[oaie]"
        ),
        "cancelled": (
            "annullat[oaie]|cancellat[oaie]|rescis[so]?[oaie]|ritirat[oaie]|abbandonat[oaie]"
            "|revocat[oaie]|saltat[oaie]"
        ),
        "turned_down": (
            r"respint[oaie]|rifiutat[oaie]|rifiuta\w*|bocciat[oaie]|respinge\w*|votato contro"
        ),
        "denied": "smentit[oaie]|smentisce|smentiscono|negat[oaie]|nega|negano",
    },
    instruments={
        "framework": "(?:accord[oi]|contratt[oi]) quadro",
        "memorandum": "memorandum(?: d'intesa)?|protocoll[oi] d'intesa",
        "letter_of_intent": "letter[ae] d'intenti",
        "contract": "contratt[oi]",
        "agreement": "accord[oi]|intes[ae]|patt[oi]|trattat[oi]",
        "partnership": "partenariat[oi]|partnership",
    },
    acts=(
        "firmare|firma|sottoscrivere|siglare|approvare|ratificare|adottare|completare"
        "|terminare|consegnare|inaugurare|aprire|lanciare|avviare|costruire|comprare"
        "|acquistare|acquisire|vendere|pagare|versare|creare|fondare|istituire|imporre"
        "|iniziare|investire|inviare|nominare|pubblicare|chiudere|incontrare|visitare"
        "|aumentare|ridurre|realizzare|introdurre|fornire|ricevere|fare|essere|mettere"
        "|prendere"
    ),
    intends=(
        "vuole|vogliono|voleva|volevano|intende|intendono|spera|sperano|punta a|puntano a"
        "|mira a|mirano a|prevede|prevedono|previst[oaie]|deve|devono|dovrebbe|dovrebbero"
        "|dovrà|dovranno|potrebbe|potrebbero|sarà|saranno|sarebbe|sarebbero|avrà"
        "|promette|promesso|pront[oaie] a|si impegna|impegnat[oaie] a|sta per"
    ),
    ahead=(
        r"sar(?:à|anno|ebbe|ebbero) \w+t[oaie]"
        r"|\w{3,}(?:erà|eranno|irà|iranno|rrà|rranno|drà|dranno)"
    ),
    conditions=r"se|a condizione|purché|in caso di|avrebbe\w*|quasi|presunt\w+",
    denies="non|mai|né",
    nobody=r"nessun\w*|(?:nulla|niente) (?:è|ha|sarà|fu)",
    joins="ma|e|solo|bensì|soltanto",
    already=r"già|ormai",
    not_yet=r"non ancora|ancora non|non \w+ ancora",
    done=(
        r"(?:ha|hanno|aveva|avevano|è|sono|era|erano|stat[oaie]|fu|furono)(?: \w+mente|"
        r" anche| già)? \w+(?:at|it|ut|s|tt|st|rt|nt)[oaie]|\w{3,}(?:ò|arono|irono|erono)"
    ),
    coming=(
        r"\w{3,}(?:erà|eranno|irà|iranno|rrà|rranno|drà|dranno|eremo|iremo|erebbe"
        r"|erebbero|irebbe)|(?:deve|devono|dovrà|dovrebbe|vuole|vogliono|può|possono|potrà"
        r"|potrebbe|intende|punta|mira|prevede|conta|spera|promette|si impegna|valuta)"
        r"(?: \w+){0,3}? \w+(?:are|ere|ire|rre|arsi|ersi|irsi)"
        r"|(?:obiettivo|scopo|proposta|intenzione|piano)(?: [\w']+){0,6}? (?:di|è|quella di)"
        r" \w+(?:are|ere|ire|rre)"
        r"|(?:minaccia|minacciano|ha minacciato|hanno minacciato|ha proposto|propone) (?:di )?\w+"
        r"|sar(?:à|anno) \w+(?:at|it|ut|s|tt|st|rt|nt)[oaie]"
    ),
    undone="senza (?:un )?accordo|mancato accordo",
    formal="firm|sottoscr|sigl|approv|ratific|respin|annull",
)

# fmt: off
DATES = Dates(
    months={"9": "sett"},
    no_month="set|mar|ago",
    is_plain=True,
    ordinals="[º°]",
    between="del|dell'|di|dell'anno|di quest'",
    to="al|all'|fino al|a",
    and_="e|o",
    before=(
        "in|a|ad|da|dal|dall'|di|nel|nell'|entro|fino a|fino ad|tra|fra|inizio|fine|metà|scorso"
        "|prossimo"
        "|dello scorso|mese di|per|lo scorso|il prossimo|del|al|entro il|fino al|anno|anni|il"
        "|da qui a"
    ),
    nth={
        "1": "primo|prima", "2": "secondo|seconda", "3": "terzo", "4": "quarto|ultimo",
    },
    quarter="trimestre",
    half="semestre|metà",
    elsewise=(
        "vigilia|giorno (?:dopo|prima)"
        "|oggi|ieri|domani|dopodomani|settimana|settimane|giorn[oi]|fine settimana|mese|mesi"
        "|(?:il|l'|dal|al|del|dell'|all'|dall')(?: ?giorno)? ?[0-9]{1,2}(?! ?(?:%|[0-9.,]"
        "|[a-zà-ÿ]))"
    ),
    other_year=(
        "(?:l')?anno (?:scorso|prossimo|precedente|successivo|passato)|(?:scorso|prossimo) anno"
        "|un anno|anni (?:fa|prima|dopo)"
    ),
    eve="il giorno prima|alla vigilia|il giorno precedente",
    past="scorso|ultimo|passato",
    coming="prossimo",
)
# fmt: on

# fmt: off
PLACES = Places(
    matters="situazione|guerr[ae]|conflitt[oi]|crisi|scontri|violenz[ae]|pace|golpe|tregua",
    within=(
        "a|ad|in|nel|nello|nella|nell'|nei|negli|nelle|al|allo|alla|all'|ai|alle|"
        "presso|vicino a|fuori da|su|sul|sulla"
    ),
    between="il lo la l' i gli le un una un' di del della dello dei",
    adjectives={
        "FR": "frances+|francese|francesi", "ES": "spagnol+", "DE": "tedesc+|tedeschi|tedesche",
        "IT": "italian+", "NL": "olandese|olandesi", "BE": "belga|belgi|belghe",
        "AT": "austriac+", "PT": "portoghese|portoghesi", "GR": "grec+|greche",
        "FI": "finlandese|finlandesi", "SK": "slovacc+", "HR": "croat+", "SI": "sloven+",
        "IE": "irlandese|irlandesi", "IL": "israelian+", "CU": "cuban+",
    },
)
# fmt: on

LANGUAGE = Language(
    code="it",
    text=TEXT,
    speech=SPEECH,
    names=NAMES,
    figures=FIGURES,
    stages=STAGES,
    places=PLACES,
    dates=DATES,
)
