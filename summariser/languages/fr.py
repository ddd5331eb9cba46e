"""French."""

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
    Stages,
    SumWords,
    Text,
    Writing,
)

# fmt: off
TEXT = Text(
    sentence="phrase|phrases",
    unstated=(
        "non précisé|non précisée|non spécifié|non spécifiée|non mentionné|non mentionnée|"
        "non indiqué|non indiquée|non communiqué|non communiquée|non nommé|non nommée|"
        "non disponible|inconnu|inconnue|s/o|n/d|n.d"
    ),
    writings=(
        Writing(
            script="latin", letters="éèêàçœ", more_letters="âîôûëïùæÿü",
            function_words=(
                "le la les des et est une du dans pour que qui sur avec au aux par plus ce cette"
                " ont de en un il elle ne pas se son sont qu'il a"
            ),
        ),
    ),
    everywhere=SentenceWords(
        before_a_name="mme mlle mgr cne p.ex",
        before_a_number="env art n°",
        scales="md mds",
        starters="Les Il Elle Ils Ce Cette Mais Selon Un Une",
    ),
    elided="d l",
    quotation_marks=("«»", "“”"),
    said=(
        "dit|dis|disait|dirent|demande-t|demanda|répond|répondit|répondait|réplique|répliqua"
        "|ajoute|ajouta|explique|expliqua|assure|assura|affirme|affirma|précise|précisa|poursuit"
        "|poursuivit|reprend|reprit|conclut|insiste|insista|confie|confia|lance-t|lança|souligne"
        "|souligna|déclare|déclara|estime|estima|indique|indiqua|rappelle"
        "|(?:a|ont|(?:a-t|ont)-(?:il|elle|on)s?) (?:dit|annoncé|rappelé|poursuivi"
        "|confié|lancé|reconnu|insisté|commenté|ajouté|expliqué|assuré|affirmé|précisé"
        "|déclaré|estimé|indiqué|répondu|conclu|souligné|demandé)"
    ),
    turns=(
        "mais|cependant|toutefois|pourtant|bien que|quoique|seulement si|uniquement si|si"
        "|à condition|à moins|sauf|tant que|pourvu|sous réserve|à défaut"
    ),
    instructions=(
        Instruction(
            pieces="ignore oublie",
            pattern=r"(ignore[rz]?|oublie[rz]?)\s (.{0,40}\s)? (instruction|consigne|règle)",
        ),
    ),
)

SPEECH = Speech(
    fillers=(
        "pour sa part|pour leur part|de son côté|de leur côté|à son tour|quant à lui|quant à elle"
        r"|dans (?:un entretien|une interview)(?: accordée?)? (?:à|au|avec) (?:la |le |l['’])?"
        r"(?-i:[A-ZÉ])[\w.]*(?: (?-i:[A-ZÉ])[\w.]*)*"
    ),
    points_back=(
        r"c['’]est (?:ce|du moins ce) qu(?:e |['’])"
        r"(?=(?:a |ont |(?:[^.;:]{1,60} )?a )(?:dit|déclaré|affirmé|expliqué|indiqué|assuré|annoncé"
        r"|écrit|confié|souligné|précisé|raconté)(?!\w))"
    ),
    possessed=(
        "avocats épouse femme veuve mari fils fille père mère frère sœur parents famille"
        " ami amie amis proches proche entourage défense défenseur collaborateur avocat"
        " avocate conseiller conseillère adjoint adjointe assistant assistante médecin"
        " successeur prédécesseur collègue collègues"
    ),
    speaks_for="porte-parole|représentant",
    verbs=TEXT.said + (
        "|(?:(?:a|ont|avait|avaient|aurait|ayant)(?:(?:-t)?-(?:ils?|elles?|on))?"
        "(?: également| aussi| ainsi| déjà| pour sa part| de son côté| à son tour| par ailleurs"
        "| quant à (?:lui|elle)| d'ailleurs| en outre"
        r"| toutefois| \w+ment)? )?(?:disent|a dit|ont dit|déclarent|déclaré"
        "|affirment|affirmé|expliquent|expliqué|ajoutent"
        "|ajouté|précisent|précisé|estiment|estimé|assurent|assuré|indiquent|indiqué|annonce"
        "|annoncent|annoncé|soulignent|souligné|rappellent|rappelé|juge|jugent|jugé|pense"
        "|pensent|pensé|croit|croient|craint|craignent|espère|espèrent|regrette|regrettent"
        "|regretté|dénonce|dénoncent|dénoncé|prévient|prévenu|avertit|averti|insisté|répondu"
        "|répliqué|confié|raconte|raconté|reconnaît|reconnu|admet|admis|soutient|soutenu"
        "|considère|considèrent|plaide|plaidé|réclame|réclamé|promet|promettent|promis|soutiennent|admettent|reconnaissent"
        "|proposent|plaident|réclament|martèle|martelé"
        "|conclu|poursuivi|lance|lancé|demande|demandé|écrit|s'inquiète|se félicite|se réjouit"
        "|s'interroge|prédit|confirme|confirmé|commente|commenté|révèle|révèlent|révélé|dément"
        "|démentent|démenti|déplore|déplorent|déploré|accuse|accusent|accusé|condamne|condamnent"
        "|condamné|condamnant|dénonçait|dénonçant|critique|critiquent|critiqué|fustige|fustigé"
        "|salue|saluent|salué|rejette|rejettent|rejeté|exige|exigent|exigé|constate|constaté"
        "|remarque|remarqué|signale|signalé|note|notent|noté|suggère|suggéré|proteste|protesté"
        "|jure|juré|s'est défendu|se défend|s'est félicité|s'est dit|se dit|exhorte|exhorté"
        "|appelle à|appellent à|appelé à|prône|prôné|relève|relèvent|relevé"
        "|qualifie|qualifient|qualifié|décrit|évoque|évoqué|pointe|défend|défendu|reproche"
        "|réfute|réfutent|réfuté|nie|nient|nié|souhaite|souhaitent|souhaité|reproché|vante|vanté|témoigne|s'indigne|s'étonne"
        "|fait valoir|fait savoir"
        "|laissé entendre|met en garde|mis en garde"
        "|(?:parle|parlé|parlent)(?= (?:de|d'|du) )"
        "|glisse|tranche|résume|détaille|rétorque"
        "|ironise|nuance|complète|observe|observent|renchérit|rassure|plaisante|martèlent|calcule"
        "|calculent|calculé|prévoit|prévoient|redoute|redoutent|redouté"
        "|avance|martelait|affirmait|estimait|assurait"
        "|déplorait|expliquait|regrettait|jugeait|soulignait|rappelait|réclamait|accusait)"
        "|(?:affirm|assur|déclar|expliqu|ajout|précis|estim|indiqu|soulign|rappel|jug|critiqu|accus"
        "|propos|promett|reconnaiss|insist|regrett|répond)ant|disant"
        "|(?:(?:a|ont) )?(?:publié|diffusé) un communiqué"
    ),
    participles=r"(?!.* )\w+(?:é|u|[vrt]i|mis)",
    perfect=(
        r"(?:ai|as|a|avons|ont|avait|avaient|aurait|auraient|ayant|avoir"
        r"|(?:a|ont|avait|aurait)-\w+(?:-\w+)?)(?! (?:\w+ )?été)"
    ),
    agents="par|de la part de",
    closes=TEXT.said + (
        "|(?:a|ont|avait) (?:constaté|estimé|noté|relevé|tranché|regretté)|juge|note|constate"
    ),
    cites="cite|citant|cité par",
    before=(
        r"selon|d'après(?!-)|(?<!\w )pour(?= (?:le |la |les |l')?(?-i:[A-ZÀÉ]))|aux yeux de"
        "|de l'avis de|à en croire"
    ),
    that="que qu'il qu'elle qu'ils si",
    prepositions=(
        "à au aux de d du des dans en sur sous par pour avec sans chez entre vers contre depuis"
        " pendant avant après lors devant derrière malgré selon dès jusqu'à"
    ),
    no_subject=(
        "que qu'il qu'elle qui dont où quand si comme parce lorsque puisque mais ou et donc car ni"
        " aussi encore puis ensuite enfin déjà hier aujourd'hui demain ainsi alors cependant"
        " toutefois pourtant notamment lundi mardi mercredi jeudi vendredi samedi dimanche ce cela"
        " a ont avait est sont"
    ),
    gerund=r"\w+ant",
    joins="que et mais comme ainsi tandis alors puisque lorsque",
    within="de du des à au aux et pour",
    finite="a|est|sont|était|étaient|sera|seront|ont|avait|avaient|peut|peuvent|doit|doivent|va|vont",
    beside=r"(?:a|ont|avait)(?:-t-(?:il|elle|on))? \w+(?:é|i|u|it|is)",
    asides=True,
    unnamed="un une certains certaines",
    of_both="il elle t-il t-elle",
    when=(
        "(?:ce|cet|cette) "
        "(?:semaine|matin|soir|mois|année|été|hiver|automne|printemps|après-midi|week-end)"
        "|(?:la semaine|le mois|l'année|l'an) (?:dernière?|passée?)"
    ),
    pronouns="il elle ils elles lui eux je on t-il t-elle t-on",
    oblique="il y a",
    described="le la les l un une son sa ses leur leurs notre ce cette l'un",
)

NAMES = Names(
    counterparts="homologue",
    bodies={
        "club": "club|équipe",
        "company": (
            "entreprise|société|compagnie|firme|groupe|constructeur|fabricant|opérateur"
            "|exploitant|transporteur|industriel"
        ),
        "bank": "banque|établissement",
        "union": "syndicat",
        "ministry": "ministère",
        "party": "parti|formation",
        "agency": "agence|autorité|commission|régulateur",
        "court": "tribunal|cour",
        "school": "université|institut|école|académie",
        "organisation": (
            "organisation|mouvement|association|fédération|alliance|milice|groupe|ong"
        ),
    },
    seats={
        "AE": "Abou Dabi|Abou Dhabi",
        "AU": "Canberra",
        "BR": "Brasilia",
        "CA": "Ottawa",
        "CH": "Berne",
        "CN": "Pékin",
        "ES": "Moncloa",
        "EU": "Bruxelles",
        "FR": "Élysée|Elysée|l'Élysée|Matignon|Quai d'Orsay|Bercy",
        "GB": "Downing Street|Westminster",
        "IN": "Delhi|New Delhi",
        "KZ": "Astana",
        "MA": "Rabat",
        "NL": "La Haye",
        "PK": "Islamabad",
        "QA": "Doha",
        "RU": "Kremlin|le Kremlin",
        "TR": "Ankara",
        "US": "Washington|Maison Blanche|Maison-Blanche",
        "VN": "Hanoï",
    },
    countries={
        "US": "états-unis d'amérique|usa",
        "GB": "grande-bretagne",
        "AE": "émirats",
    },
    particles="de la",
    surname_particles="de du des la le",
    not_in_a_person=(
        "état etat conseil sénat parlement assemblée du groupe société entreprise banque"
        " ministère gouvernement compagnie association fondation institut syndicat parti office"
        " agence commission tribunal hebdomadaire quotidien tabloïd"
    ),
    no_given_name=(
        "même seul seule le la les un une des selon pour dans avec sur sous après avant depuis"
        " pendant mais et ou où si quand lorsque comme car donc chez contre entre vers sans par"
        " en au aux du de ce cet cette ces son sa ses leur leurs tout toute tous toutes"
        " plusieurs certains hier demain ainsi alors aussi enfin ensuite puis cependant pourtant"
    ),
    seldom_surnames=(
        "aéroport assurances canal chantiers chimie électricité énergie énergies fer gaz"
        " maritime mer mines monde pétrole port presse transports union usine verte"
    ),
    pronouns="il elle ils elles lui",
    articles=(
        r"(?:le|la|les)\s+(?=\w)",
        r"l['’ʼ](?=\w\w)",
        r"(?:L['’ʼ]|(?:Le|La|Les)\s+)(?=\w\S*\s+(?:\w\S*\s+)*[a-zà-ÿ])",
    ),
    links=(
        "de du des la le les l d à au aux pour avec par contre sur sous chez sans entre vers et"
        " dans en"
    ),
    courtesy="mme mlle monsieur madame mademoiselle",
    courtesy_pattern=r"^(?:(?:mm?|mgr)\.|me\.?) (?=[\w'-]{2,}$)",
    titles_before_one_word="président|présidente|ministre",
    descriptions=(
        r"^(?:[Ll]a |[Ll]e |[Ll]['’])?(?:société|entreprise|compagnie|groupe) (?=[\"“«A-ZÀ-Ý])",
    ),
    forms_after="sa sarl",
    several=(
        r"(?:les|des|ces|ses|leurs|nos|plusieurs|certaines?s?|tous|toutes|deux"
        r"|trois|quatre|cinq|six|sept|huit|dix|[0-9]+) .+"
    ),
    number_endings="s x al aux",
    no_more="ancien ancienne ex vice futur future adjoint adjointe premier première",
    roles=(
        "président pdg dg vice-président ministre directeur directrice secrétaire porte-parole"
        " chef cheffe patron patronne gérant responsable économiste analyste expert spécialiste"
        " chercheur chercheuse professeur historien politologue sociologue avocat juge"
        " procureur sénateur sénatrice député maire préfet préfète gouverneur ambassadeur"
        " ambassadrice commissaire conseiller délégué dirigeant leader militant militante"
        " syndicaliste journaliste auteur auteure autrice écrivain ingénieur architecte"
        " médecin agriculteur agricultrice éleveur pêcheur entrepreneur entrepreneuse banquier"
        " investisseur consultant fondateur fondatrice cofondateur cofondatrice coordinateur"
        " coordinatrice représentant colonel amiral recteur doyen évêque imam chancelier"
        " négociateur négociatrice diplomate coordonnateur trésorier trésorière administrateur"
        " administratrice vice-ministre premier-ministre opposant élu climatologue"
        " épidémiologiste virologue physicien biologiste géologue psychologue enseignant"
        " conseillère"
    ),
    role_endings="e ne s es",
    relative="qui que qu dont où lequel laquelle lesquels",
    of="de du des",
)
# fmt: on

FIGURES = Figures(
    scales_take_of=True,
    both="les deux|tous deux|toutes deux",
    funds=(
        "prêts?|crédits?|aides?|financements?|fonds|subventions?|investissements?|"
        "dettes?|obligations|recettes|dépenses|bénéfices?|pertes?"
    ),
    prices="prix|tarifs?|péages?|cours",
    periods={"year": r"ans?|années?|exercice", "month": r"mois"},
    everywhere=SumWords(
        by="de",
        range_words=(
            "(?<![a-z])(?:varie|vari[ae]|vont|allant|va) |fourchette|compris|selon |oscill|échelonn"
        ),
        priced=(
            "(?:coût|demand|exig|réclam|débours|dépens|paye|investi|verse|prête|mobilis)[a-zéèê]*"
        ),
        amount_of=(
            "(?<![a-zà-ÿ])(?:(?:une?|des|du|les?|la|cette|cet?|ces|son|sa|ses|leurs?"
            "|quelques|plusieurs) |[ld]')[a-zà-ÿ'-]+"
            "(?: (?:supplémentaire|annuel(?:le)?|mensuel(?:le)?|chronique|total|totale|global"
            "|globale|moyen|moyenne|net|nette|brut|brute|cumulé|cumulée))?"
        ),
        numerals={
            "2": "deux",
            "3": "trois",
            "4": "quatre",
            "5": "cinq",
            "7": "sept",
            "8": "huit",
            "9": "neuf",
            "10": "dix",
            "11": "onze",
            "12": "douze",
            "13": "treize",
            "14": "quatorze",
            "15": "quinze",
            "20": "vingt",
            "30": "trente",
            "40": "quarante",
            "50": "cinquante",
            "60": "soixante",
            "80": "quatre vingt|quatre vingts",
        },
        parts={
            "0.5": "demi|demie",
            "0.2": "cinquième|cinquièmes",
            "0.125": "huitième",
            "0.1": "dixième|dixièmes",
            "0": "tiers",
        },
        halves={
            "0.5": "et demi|et demie",
            "0.25": "et quart",
        },
        scales={
            "10": "dizaine",
            "20": "vingtaine",
            "50": "cinquantaine",
            "100": "centaine",
            "1e3": "mille",
            "1e9": "milliard~|mld|md|mds",
        },
        vague="plusieurs|quelques",
        one="un|une",
        counted_one="un|une",
        counted_article="un|une",
        not_counted="peu|jour|fois",
        and_="et",
        of="de|d",
        between="entre",
        mid="à",
        from_="de|d'",
        currencies={
            "pound": "?livre|?livres",
            "franc": "franc|francs",
            "franc CFA": "franc cfa|francs cfa|fcfa|f cfa",
            "rupee": "roupie~",
            "krone": "couronne~",
            "BRL": "?réaux",
            "MRU": "ouguiya~",
        },
        hundredths={
            "EUR CHF USD CAD": "centime~",
        },
        countries_after={
            "US": "américain+",
            "CA": "canadien+",
            "AU": "australien+",
            "CH": "suisse+",
            "MA": "marocain+",
            "DZ": "algérien+",
            "RU": "russe+",
            "IN": "indien+",
            "TR": "turque+",
            "TN": "tunisien+",
            "ID": "indonésien+",
            "PK": "pakistanais+",
            "TW": "taïwanais+",
            "HK": "hongkongais+",
            "SG": "singapourien+",
            "NZ": "néo zélandais+",
            "SE": "suédois+",
            "NO": "norvégien+",
            "DK": "danois+",
            "CZ": "tchèque+",
            "CD": "congolais+",
            "GN": "guinéen+",
            "RW": "rwandais+",
            "MX": "mexicain+",
        },
        percent="pourcent|pour cent",
        before={
            "approximately": "env|guère plus de|avoisinant|environ|autour de|aux alentours de"
            "|de l'ordre de|quelque|à peu près",
            "approximately less_than": "près de|presque|pratiquement|quasiment",
            "less_than approximately": "un peu moins de",
            "more_than": "plus que|au dessus de|plus de|dépasse|dépassent|dépassant|dépasser"
            "|dépassé|dépassera"
            "|dépasserait|dépasseront|dépassait|excède|excèdent|excèdera|excéder|excédera"
            "|supérieur à|supérieure à",
            "more_than approximately": "un peu plus de",
            "at_least": "un minimum de|au moins",
            "less_than": "en dessous de|au dessous de|moins que|moins de|inférieur à|inférieure à",
            "up_to": "jusqu'à|plafonné à|plafonnée à|limité à|limitée à",
            "up_to less_than": "au plus|au maximum|un maximum de",
        },
        after={
            "exact more_than": "plus une action",
            "at_least": "ou plus|et plus|ou davantage|au moins|minimum|au minimum|au bas mot",
            "up_to": "ou moins|et moins|au plus|tout au plus|maximum|au maximum",
        },
        contracted={"de": "du|des", "à": "au|aux"},
        caps=r"limit\w+|plafonn\w+|restrein\w+",
        estimates=r"estim\w+|évalu\w+|chiffr\w+ à|valoris\w+",
        limits="jusqu",
        limits_of_change="jusqu",
        arrived="de|d'|du|presque|près|environ|plus",
        changes="(?<![a-zà-ÿ])port(?:er|ée?s?)(?![a-zà-ÿ])|passé|passer|augment|baiss|relev|rédui|grimp|bondi|chut",
        shortened="env",
        not_="pas|jamais|sans",
        barred="ne peut|ne peuvent|ne peut pas|ne peuvent pas|ne pouvait|ne pourra|ne pourront"
        "|ne pourrait|ne pourra pas|ne pourront pas|ne pourrait pas|ne pouvait pas|ne doit"
        "|ne doit pas"
        "|ne doivent pas|ne devra pas|ne devront pas|ne saurait|ne sauraient|interdit de"
        "|ne peut plus|ne peuvent plus",
        nothing="ne|n|aucun|aucune|ni|personne|nul",
        neutral="pas seulement|non pas",
        fillers="à|les|le|la|los|autres|encore",
        per_after={
            "year": "l'an|par an",
            "month": "par mois",
            "other": "par jour|par semaine|par trimestre|par heure",
            "unit": "par|par mwh|par kwh|le litre|le kilo|le mètre|l'hectare|la place"
            "|le billet|l'action|la pièce|chacun|chacune|l'unité|pièce|la tonne|le baril"
            "|par unité|par tonne|par baril|par action|par habitant|par personne|par avion"
            "|par appareil",
            "": "par le|par la|par les|par l|par un|par une|par des|par d|par son|par sa|par ses"
            "|par leur|par leurs|par ce|par cette|par rapport|par exemple|par ailleurs"
            "|par conséquent|par contre|par voie|par appel",
        },
        per_beside={
            "year": "annuel+",
            "month": "mensuel+",
        },
        per_clause={
            "year": "chaque année|tous les ans|chaque an|annuellement",
            "month": "mensuellement",
            "unit": "chaque",
        },
        per_slash={
            "year": "an",
            "month": "mois",
            "other": "jour|semaine",
        },
        agents="par",
        year_before="en|depuis|année",
        noun_endings="s",
        adjective_endings="e s es ne nes",
        ordinals="er|ère|ème",
    ),
    own=SumWords(
        numerals={
            "16": "seize",
            "100": "cent|cents",
        },
        parts={
            "0.25": "quart|quarts",
        },
        zero="zéro",
        point="virgule",
        minus="moins",
        collectives={
            "approximately": "dizaine|dizaines|quinzaine|vingtaine|trentaine|quarantaine"
            "|cinquantaine|soixantaine|centaine|centaines|millier|milliers",
            "exact approximately": "douzaine|douzaines",
        },
        and_terms="et",
        before={  # before a vowel: plus d'un million
            "approximately": "guère plus d|autour d|aux alentours d|de l'ordre d",
            "approximately less_than": "près d",
            "less_than approximately": "un peu moins d",
            "more_than": "plus d",
            "more_than approximately": "un peu plus d",
            "at_least": "un minimum d",
            "less_than": "moins d",
            "up_to less_than": "un maximum d",
        },
        or_="ou",
        mid="aux",
        range_articles="les|aux|des",
        scales={
            "10": "dizaines",
            "12": "douzaine|douzaines",
            "15": "quinzaine",
            "30": "trentaine",
            "40": "quarantaine",
            "60": "soixantaine",
            "100": "centaines",
            "1e3": "millier|milliers",
            "1e9 1e12": "bn",
            "1e12": "billion|billions",
            "1e18": "trillion|trillions|trillionen",
        },
        alone={
            "1": "mille",
        },
        other_countries_after=" [a-zà-ÿ]{4,}(?:aise?s?|iens?|iennes?|éens?|éennes?|aines?"
        "|ains?)(?![a-zà-ÿ])",
    ),
)

STAGES = Stages(
    told={
        "implemented": (
            "achevée?s?|terminée?s?|lancée?s?|ouverte?s?|inaugurée?s?|livrée?s?|construite?s?"
            "|achetée?s?|acquise?s?|vendue?s?|payée?s?|réglée?s?|versée?s?|reçue?s?|remise?s?"
            "|créée?s?|fondée?s?|mise?s? en (?:place|service|œuvre|oeuvre)|instaurée?s?"
            "|entrée?s? en vigueur|imposée?s?|saisie?s?|arrêtée?s?|tuée?s?|élue?s?|nommée?s?"
            "|commencée?s?|débuté|investie?s?|dépensée?s?|augmentée?s?|réduite?s?|baissée?s?"
            "|rencontrée?s?|visitée?s?|publiée?s?|fermée?s?|envoyée?s?|apposée?s?"
            "|mobilisée?s?|rouverte?s?|interdite?s?|repris|reprise?s?"
        ),
        "signed": "signée?s?|paraphée?s?|conclue?s?",
        "approved": (
            "approuvée?s?|ratifiée?s?|adoptée?s?|validée?s?|(?:a|ont) autorisé|votée?s?"
            "|entérinée?s?|donné (?:son|leur) (?:accord|feu vert|aval)|feu vert|décidée?s?"
        ),
        "agreed": (
            "convenue?s?|mis(?:es?)? d'accord|tombée?s? d'accord"
            r"|(?:trouvé|obtenu|atteint|parvenue?s? à) (?:un|l')\s?(?:\w+ )?accord|accepté"
        ),
        "announced": "annoncée?s?|annonce|annoncent|annonçait|dévoilée?s?|présentée?s?",
        "planned": (
            "prévoit|prévoient|planifiée?s?|programmée?s?|projette|envisage|envisagée?s?"
            "|est prévue?|sont prévue?s"
        ),
        "offered": "offerte?s?|offre|offrent|fait une offre",
        "proposed": (
            "proposée?s?|propose|proposent|proposait|suggérée?s?|recommandée?s?|recommande"
            r"|préconise\w*"
        ),
        "under_discussion": (
            r"pourparlers|étudie|étudient|étudiée?s?|examine\w*|à l'étude|négocie|négocient"
            "|négocié|négociait|négociaient|discute|discutent|discuté|discutait|discutaient"
            "|en (?:négociation|discussion|pourparlers)"
        ),
        "conditional": (
            r"sous réserve|à condition|sous condition|conditionnée?s?|dépend\w*"
            "|soumise?s? à (?:l'|un )(?:accord|approbation|autorisation)"
            r"|(?:nécessit|attend|requi|exig)\w* (?:[\w-]+ ){0,2}(?:le |l'|un |une )?(?:feu vert"
            "|aval|accord|approbation|autorisation)"
        ),
        "postponed": (
            "reportée?s?|ajournée?s?|différée?s?|repoussée?s?|suspendue?s?|retardée?s?|décalée?s?"
        ),
        "cancelled": "annulée?s?|abandonnée?s?|résiliée?s?|retirée?s?|rompue?s?|dénoncée?s?",
        "turned_down": (
            r"rejetée?s?|rejette\w*|refusée?s?|refuse\w*|repoussé|écartée?s?|voté contre"
        ),
        "denied": r"démenti\w*|dément|niée?s?|nie|nient|contestée?s?",
    },
    instruments={
        "framework": "(?:accords?|contrats?|conventions?)[- ]cadres?",
        "memorandum": "mémorand(?:um|ums|a)(?: d'entente)?|protocoles? d'(?:accord|entente)",
        "letter_of_intent": "lettres? d'intention",
        "contract": "contrats?",
        "agreement": "accords?|conventions?|pactes?",
        "partnership": "partenariats?",
    },
    acts=(
        "signer|signature|conclure|approuver|ratifier|adopter|achever|terminer|lancer|ouvrir"
        "|livrer|construire|acheter|acquérir|vendre|payer|verser|créer|fonder|mettre"
        "|instaurer|imposer|investir|augmenter|réduire|baisser|rencontrer|publier|fermer"
        "|envoyer|recevoir|fournir|développer|interdire|interdiction|permettre|être|faire"
        "|prendre|commencer|poursuivre|reprendre|organiser|suivre|mobiliser|tenir"
    ),
    intends=(
        "va|vont|allait|allaient|doit|doivent|devrait|devraient|devra|devront|veut|veulent"
        r"|voulait|souhaite\w*|compte|comptent|espère\w*|entend|entendent|envisage\w*|prévoit"
        "|prévoient|prévue?s?|pourrait|pourraient|sera|seront|serait|seraient"
        r"|aura|auront|aurait|prêts?|prête|promis|promet|s'engage|s'est engagée?|vise\w*"
    ),
    ahead=(
        r"ser(?:a|ont|ait|aient)(?: \w+)? \w+(?:é|i|u|mis|pris|ert|int)e?s?"
        "|(?-i:[a-zà-ÿ]{3,})(?:era|eront|erons|ira|iront|irons|dra|dront|drons)"
    ),
    conditions=r"si|s'il|s'ils|à condition|sous réserve|en cas|aurai\w+|presque|prétendument",
    denies="ne|n'|pas|jamais|non",
    nobody="personne|aucune?|rien n",
    joins="mais|et|seulement|que|seule",
    already="déjà|d'ores et déjà",
    not_yet="pas encore|toujours pas|pas eu lieu",
    done=(
        r"(?:a|ont|avait|avaient|est|sont|était|étaient|été|s'est|se sont|fut|"
        r"furent)(?: \w+ment| également| aussi| déjà)? \w+(?:é|i|u|is|it|ert|int)e?s?"
    ),
    coming=(
        r"\w{3,}(?:er|ir|re|oir)(?:a|ai|as|ons|ont|ez|ait|aient)"
        r"|(?:va|vont|allons|doit|doivent|devra|devront|devrait|devraient|veut|veulent|peut"
        r"|pourra|pourrait|compte|comptent|souhaite|souhaitent|entend|prévoit|envisagent?"
        r"|prévu|s'engage|promet|espère|menace|menacent|menacé|propose|proposent|proposé"
        r"|objectif est|but est|ambition est)(?: [\w']+){0,4}? (?:[a-z]')?\w+(?:er|ir|re|oir)"
        r"|ser(?:a|ont|ait|aient)(?: \w+ment)? \w+(?:é|i|u|is|it|ert|int)e?s?"
    ),
    undone=(
        "pas (?:réussi|parvenue?s?|arrivée?s?) à s'(?:accorder|entendre)|(?:faute d'|sans )accord"
    ),
    formal="sign|conclu|approuv|ratif|adopt|rejet|annul",
)

# fmt: off
DATES = Dates(
    months={"2": "fev", "9": "sep", "12": "dec"},
    regions="fr_CA",
    is_plain=True,
    ordinals="er",
    between="de|de l'année|de cette année",
    to="au|à|jusqu'au",
    and_="et|ou",
    before=(
        "en|depuis|de|dès|fin|début|mi|mi-|jusqu'en|d'ici|d'ici à|d'|mois de|mois d'|entre|avant"
        "|après"
        "|courant|pour|année|à|dernier|prochain|l'année"
    ),
    nth={
        "1": "premier|première|1er|1re", "2": "deuxième|second|seconde|2e|2ème",
        "3": "troisième|3e|3ème", "4": "quatrième|dernier|4e|4ème",
    },
    quarter="trimestre",
    half="semestre|moitié",
    elsewise=(
        "veille|lendemain|avant-veille|aujourd'hui|hier|avant-hier|demain|après-demain|semaine"
        "|semaines|jours?|week-end|mois"
        "|le [0-9]{1,2}(?:er)?(?! ?(?:%|[0-9.,]|[a-zà-ÿ]))"
    ),
    other_year=(
        "l'an (?:dernier|prochain|passé)|l'année (?:dernière|prochaine|précédente|suivante|passée)"
        "|un an|ans (?:plus tôt|plus tard|après|auparavant)"
    ),
    eve="la veille|un jour plus tôt|le jour précédent",
    past="dernier|passé|écoulé",
    coming="prochain",
)
# fmt: on

# fmt: off
PLACES = Places(
    matters=(
        "situation|guerres?|conflits?|crise|combats?|violences?|paix|troubles|putsch"
        "|coup d['’]état|trêve|cessez-le-feu"
    ),
    within="à|au|aux|en|dans|chez|près de|près du|près des|sur|hors de|hors du|autour de|autour du",
    between="le la les l' un une de du des d' la ville",
    adjectives={
        "GB": "britannique~", "FR": "français|française|françaises", "ES": "espagnol+",
        "DE": "allemand+", "IT": "italien+", "NL": "néerlandais+", "BE": "belge~",
        "AT": "autrichien+", "PT": "portugais+", "GR": "grec|grecque|grecs|grecques",
        "PL": "polonais+", "HU": "hongrois+", "FI": "finlandais+", "UA": "ukrainien+",
        "KZ": "kazakh+|kazakhstanais+", "UZ": "ouzbek+|ouzbèke~", "KG": "kirghize~",
        "TJ": "tadjik+", "AZ": "azerbaïdjanais+", "AM": "arménien+", "GE": "géorgien+",
        "BY": "biélorusse~", "JP": "japonais+", "KR": "sud-coréen+|coréen+", "CN": "chinois+",
        "IL": "israélien+", "EG": "égyptien+", "SA": "saoudien+", "IR": "iranien+",
        "IQ": "irakien+", "QA": "qatari+", "AE": "émirati+", "KW": "koweïtien+",
        "JO": "jordanien+", "LB": "libanais+", "SY": "syrien+", "BR": "brésilien+",
        "AR": "argentin+", "CL": "chilien+", "CO": "colombien+", "VN": "vietnamien+",
        "MY": "malaisien+", "SK": "slovaque~", "BG": "bulgare~", "HR": "croate~",
        "RO": "roumain+", "RS": "serbe~", "IE": "irlandais+", "ZA": "sud-africain+",
        "NG": "nigérian+", "KE": "kényan+", "SN": "sénégalais+", "HT": "haïtien+",
        "BF": "burkinab+", "ML": "malien+", "NE": "nigérien+", "TG": "togolais+", "BJ": "béninois+",
        "GA": "gabonais+", "TD": "tchadien+", "CG": "congolais+", "GQ": "équato-guinéen+",
        "CI": "ivoirien+", "CM": "camerounais+", "TR": "turc|turcs|turques|turque",
        "RU": "russe~", "CH": "suisse~", "CZ": "tchèque~",
    },
)
# fmt: on

LANGUAGE = Language(
    code="fr",
    text=TEXT,
    speech=SPEECH,
    names=NAMES,
    figures=FIGURES,
    stages=STAGES,
    places=PLACES,
    dates=DATES,
)
