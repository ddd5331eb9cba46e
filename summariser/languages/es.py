"""Spanish."""

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
    sentence="oración|oraciones|frase|frases",
    unstated=(
        "no especificado|no especificada|no mencionado|no mencionada|no indicado|no indicada|"
        "no precisado|no precisada|no disponible|no consta|sin especificar|desconocido|"
        "desconocida|n/d|n.d"
    ),
    writings=(
        Writing(
            script="latin", letters="ñ¿¡", more_letters="áéíóúü",
            function_words=(
                "el la los las y una del por con para que es se su como más fue ha sus al entre un"
                " lo pero también este esta desde hasta según sin ya son han muy donde cuando"
                " porque no en de está tras hay sido ser ayer hoy años año millones dijo ante ni"
                " sino aunque cada otro otra todos hace hacer tiene tienen puede había fueron será"
                " quien nadie hubo unos"
            ),
        ),
    ),
    own=SentenceWords(
        before_a_name=(
            "sr sra srta sres sras d dña dra dres profa ing lic lcdo lcda ldo lda arq"
            " mtro mtra gral gnral cnel cte tte cap capt almte mons fr rvdo excmo excma ilmo ilma"
            " hno hna sto sta s.m s.s ud uds vd vds avda avd ctra pza plza urb p.ej p.e v.gr ee c.f"
            " pdte pdta vicepdte ff jj"
        ),
        before_a_number=(
            "núm num n nro art arts pág págs pag cap caps vols tel tels tfno fol apdo aprox"
            " párr párrf cra cll ext lun mié jue vie sáb"
            " máx mín ene abr may ago set dic ed res ref"
        ),
        mid_sentence="uu aa oo hh etc cía hnos admón dpto dto depto gob edo prov mpio",
        scales="mill mills mlls mm",
        units="Dólares Pesos Libras Soles Reales",
        companies="cia sucs ltda",
        after_company="S Ltda Grupo",
        last="a.c d.c a.e.c a.n.e n.e q.e.p.d d.e.p",
        starters=(
            "El La Los Las Lo Un Una Unos Unas Al Del En De Con Por Para Sin Sobre Según Tras Desde"
            " Hasta Entre Ante Durante Mediante Pero Sino Aunque Además También Tampoco Así"
            " Asimismo Entonces Luego Después Antes Ahora Hoy Ayer Mañana Este Esta Estos Estas"
            " Esto Ese Esa Esos Esas Eso Aquel Aquella Su Sus Se No Sí Si Como Cuando Donde"
            " Mientras Que Qué Quien Quién Cuál Cuánto Cómo Dónde Cada Todo Toda Todos Todas Ambos"
            " Ambas Otro Otra Otros Otras Muchos Algunos Varios Ninguno Nadie Nada Más Menos Es Son"
            " Fue Fueron Era Hay Había Ha Han Él Ella Ellos Ellas Nosotros Ustedes Finalmente"
            " Actualmente Incluso Sólo Solo Ya Aún Todavía Porque Pues Debido Gracias"
        ),
    ),
    quotation_marks=("«»", "“”"),
    said=(
        "dijo|dice|decía|dijeron|dirá|añadió|agregó|preguntó|respondió|contestó|replicó|explicó"
        "|afirmó|aseguró|señaló|indicó|comentó|insistió|admitió|reconoció|declaró|concluyó"
        "|subrayó|destacó|sostuvo|advirtió|prosiguió|continuó|exclamó|repuso|apuntó|precisó"
        "|han? (?:dicho|añadido|explicado|asegurado|afirmado|señalado|declarado|respondido)"
    ),
    turns=(
        "pero|sin embargo|aunque|no obstante|sólo si|solo si|si|siempre que|siempre y cuando"
        "|a menos|salvo|excepto|hasta que|con la condición|sino"
    ),
    instructions=(
        # An order opens the sentence or follows a pause: «La empresa ignora las reglas» tells.
        Instruction(
            pieces="ignor olvid olvíd descart desat omit omít obvi prescind",
            pattern=r"""
                (?:^|[.:;!¡¿"'«“(\[—–-]\s*
                |\b(?:por\sfavor|ahora|debes?|deben|puedes?|tienes\sque|hay\sque|te\spido\sque
                |asistente|modelo|ia),?\s)
                (?:ignor(?:[aáe]|en|ad|ar|es)|olv[ií]d(?:[aáe]|en|ad|ar|es|ate|arte|ese|ense)
                |descart(?:[aáe]|en|ad|ar)|desat(?:iende|iend[ae]n?|ended|ender)
                |om[ií]t(?:[ea]|an|id|ir)|obvi(?:[ae]|en|ad|ar)|prescind(?:[ea]|an|ir)(?:\sde)?)\s
                (?:.{0,40}\s)?(?:instrucci[oó]n|instrucciones|indicaci[oó]n|indicaciones
                |[oó]rden(?:es)?|reglas?|normas?|directrices|directivas|prompts?)\b""",
        ),
        Instruction(
            pieces="caso cuenta obedez",
            pattern=r"""
                \b(?:haz|haga|hagan|haced|hacer)\scaso\somiso\s(?:.{0,40}\s)?
                (?:instrucciones|indicaciones|[oó]rdenes|reglas|directrices|prompt)
                |\bno\s(?:tengas?|tengan|tengáis)\sen\scuenta\s(?:.{0,40}\s)?
                (?:instrucciones|indicaciones|[oó]rdenes|reglas|directrices)
                |\bno\s(?:obedezcas?|obedezcan|hagas?\scaso\s(?:a|de))\s(?:.{0,40}\s)?
                (?:instrucciones|indicaciones|[oó]rdenes|reglas|directrices)""",
        ),
        Instruction(
            pieces="prompt mensaje instrucciones tus vuestras",
            pattern=r"""
                \bprompt\s(?:del?\ssistema|inicial|original|oculto)
                |\bmensaje\s(?:del?\ssistema|del\sdesarrollador)(?!\s\w*(?:al|ario|ico|ero|ivo)\b)
                |\b(?:tus|vuestras)\s(?:instrucciones|indicaciones|reglas)
                \s(?:anteriores|previas|iniciales|originales|del\ssistema|ocultas|internas)
                |\binstrucciones\sdel\ssistema\b(?!\s\w*(?:al|ario|ico|ero|ivo)\b)""",
        ),
        Instruction(
            pieces="eres sos serás actua actúa",
            pattern=r"""
                \b(?:eres|sos|serás)\s(?:ahora\s)?(?:una?\s)?
                (?:IA|AI|inteligencia\sartificial|asistente|modelo\sde\slenguaje|chatbot)\b
                |\bact[uú]a(?:r|s)?\s(?:ahora\s)?como\s(?:si\sfueras\s)?una?\s
                (?:IA|AI|inteligencia\sartificial|asistente|modelo|chatbot)\b""",
        ),
        Instruction(
            pieces="responde responda contest devuelv",
            pattern=r"""
                (?:^|[.:;!¡«“"(—–-]\s*|,\s|\by\s)
                (?:responde|responda|contesta|conteste|devuelve|devuelva)\s
                (?:solo|sólo|únicamente|solamente|siempre|exclusivamente)\s(?:con|en|que)\b""",
        ),
    ),
)

SPEECH = Speech(
    fillers=(
        "por su parte|a su vez|por otra parte|por otro lado"
        r"|en (?:una )?(?:entrevista|declaraciones) (?:con|a|al) (?:el |la )?"
        r"(?-i:[A-ZÁÉÍÓÚÑ])[\w.]*(?: (?-i:[A-ZÁÉÍÓÚÑ])[\w.]*)*"
    ),
    points_back=(
        r"(?:así )?(?:lo |se )(?=(?:ha |han )?(?:dijo|dicho|afirmó|afirmado|señaló|señalado|expresó"
        r"|expresado|declaró|declarado|indicó|indicado|explicó|explicado|aseguró|asegurado|manifestó"
        r"|manifestado|anunció|anunciado|escribió|escrito)(?!\w))"
    ),
    possessed=(
        "abogados asesor asesora asesores defensa esposa mujer viuda marido esposo hijo"
        " hija padre madre hermano hermana padres familia amigo amiga amigos entorno"
        " colaborador abogado abogada consejero adjunto asistente médico sucesor"
        " predecesor colega colegas"
    ),
    speaks_for="portavo|vocer[oa]|representante",
    verbs=TEXT.said + (
        r"|(?:(?:ha|han|había|habían)(?: también| \w+mente)? )?(?:dicen|dicho|afirma|afirman"
        "|afirmaron|afirmado|asegura|aseguran|asegurado|declara"
        "|declarado|explica|explican|explicado|señala|señalan|señalado|indica|añade|añadido"
        "|alertó|alerta|alertan|refirió|refiere|acotó|acota|contó|relató|descartó|descarta|descartan|expuso|expuesto|enfatizó|advertía|aseguraba|afirmaba|señalaba|decía|explicaba|sostenía|insistía|denunciaba|defendía"
        "|agrega|anunció|anuncia|anunciado|sostiene|sostienen|destaca|subraya|advierte"
        "|advierten|advertido|reconoce|admite|insiste|precisa|comenta|responde|pregunta"
        "|consideró|considera|consideran|cree|creen|piensa|piensan|opinó|opina|opinan|espera"
        "|esperan|teme|temen|estimó|estima|estiman|prevé|denunció|denuncia|criticó|critica"
        "|exigió|exige|pidió|pide|prometió|promete|recordó|recuerda|concluye|manifestó"
        "|manifiesta|expresó|expresa|apunta|aclaró|aclara|negó|niega|confirmó|confirma|escribió"
        "|escribe|relató|contó|(?<!da )(?<!dan )(?<!en )(?<!su )cuenta(?! de)|lamentó|lamenta"
        "|celebró|reclamó|reclama|reiteró|reitera"
        "|detalló|detalla|sentenció|zanjó|alertó|alerta|reveló|revela|revelan|desmintió|desmiente"
        "|acusó|acusa|acusan|acusaron|condenó|condena|condenaron|rechazó|rechaza|rechazan|negaba"
        "|aseveró|asevera|incidió|incide|inciden|puntualizó|puntualiza|sugirió|sugiere|propuso|propone|proponen|reprochó"
        "|reprocha|cuestionó|cuestiona|justificó|justifica|enfatizó|enfatiza|remarcó|remarca"
        "|calificó|califica|describió|describe|definió|define|tildó|abogó|aboga|instó|insta"
        "|urgió|defendió|defiende|matizó|matiza|planteó|plantea|arremetió|avisó|avisa|alegó"
        "|alega|argumentó|argumenta|reivindicó|reivindica|ironizó|resumió"
        "|(?:habló|habla|hablaron|hablado)(?= (?:de|del|sobre) )"
        "|recalcó|recalca|vaticinó|juzgó|amenaza con|amenazan con|amenazó con|informó|informaron"
        "|confirmaron|confirman|denunciaron|denuncian|exigieron|exigen|pidieron|piden|señalaron"
        "|aseguraron|calculó|calcula|calculan|pronosticó|pronostica|relevó|proyectó|sostuvieron"
        "|consideraron|reclamaron|reclaman|explicaron|indicaron|criticaron)"
        "|(?:asegur|afirm|señal|indic|explic|record|subray|declar|anunci|denunci|critic|argument"
        "|coment|recalc|precis|apunt)ando|diciendo|insistiendo|añadiendo|advirtiendo|reconociendo"
        "|admitiendo|sosteniendo"
        "|(?:emitió|emitieron|difundió|publicó|ha emitido|ha difundido) un comunicado"
        "|(?:ha|han|había|habían)(?: también)? (?:rechazado|acusado|condenado|denunciado|criticado"
        "|exigido|pedido|prometido|recordado|negado|confirmado|escrito|reconocido|admitido|insistido"
        "|precisado|comentado|desmentido|revelado|propuesto|sugerido|lamentado|reclamado|reiterado"
        "|estimado|aseverado|incidido|calificado|definido|descrito|defendido|abogado|instado|declarado|apuntado|destacado|manifestado|añadido|agregado|considerado|celebrado|indicado|concluido|informado)"
    ),
    participles=r"(?!.* )\w+(?:ado|ido|dicho|puesto|crito)",
    perfect=(
        r"(?:he|has|ha|hemos|han|había|habían|habría|habrían|haber|habiendo)"
        r"(?! (?:\w+ )?sid[oa]s?)"
    ),
    agents="por",
    adverb=r"\w+mente|(?-i:[a-zà-ÿ])\w+(?:ando|iendo|yendo|ándo|iéndo|yéndo)(?:se|lo|la|le|les|los|las)?",
    closes=TEXT.said + (
        "|afirma|asegura|explica|señala|indica|sostiene|agrega|añade|manifestó|recordó"
    ),
    cites="citó|cita a|citando",
    before="según|de acuerdo con|a juicio de|en opinión de|en palabras de"
    r"|(?<!\w )para(?= (?:el |la |los |las )?(?-i:[A-ZÁÉÍÓÚÑ]))",
    that="que si",
    prepositions=(
        "a al ante bajo con contra de del desde durante en entre hacia hasta para por según sin"
        " sobre tras mediante"
    ),
    no_subject=(
        "que quien quienes cual donde cuando si como porque pero o y e ni pues también además"
        " después luego ayer hoy mañana ya así entonces mientras aunque no se le les lo me nos te"
        " ha han había lunes martes miércoles jueves viernes sábado domingo"
    ),
    joins="que y pero como aunque mientras porque cuando",
    parts="al",
    within="de del y a para en al",
    finite="es|son|era|eran|fue|será|ha|han|había|puede|pueden|debe|deben|va|van",
    beside=r"\w+ó|\w{4,}(?:a|e)(?= (?:(?:el|la) \w+ )?(?-i:[A-ZÁ-Ú]))",
    asides=True,
    unnamed="un una unos unas",
    of_both="él ella yo",
    when=(
        "(?:esta|este) (?:semana|mañana|tarde|noche|mes|año|verano|invierno|otoño|primavera)"
        "|(?:la semana|el mes|el año) (?:pasad[ao]|anterior)"
    ),
    pronouns="él ella ellos ellas yo nosotros usted",
    objects="lo la los las le les",
    absolute="con",
    gerund=r"\w+ndo",
    described="el la los las un una su sus nuestro este esta uno",
)

_DEPARTMENTS = (
    "hacienda", "economía", "finanzas", "asuntos exteriores", "exteriores",
    "relaciones exteriores", "defensa", "energía", "interior", "justicia", "sanidad", "salud",
    "trabajo", "transportes", "industria", "comercio", "agricultura", "educación",
)
_OFFICES = (
    "primer ministro|primera ministra|ministro|ministra|viceministro|viceministra"
    "|vicepresidente|vicepresidenta|presidente|presidenta|canciller|senador|senadora|gobernador"
    "|gobernadora|embajador|embajadora|diputado|diputada|alcalde|alcaldesa|economista|analista"
    "|portavoz|vocero|vocera"
)

NAMES = Names(
    counterparts="homólogo homóloga",
    bodies={
        "club": "club|equipo",
        "company": (
            "empresa|compañía|firma|sociedad|grupo|fabricante|operadora?|constructora"
            "|aerolínea|consorcio"
        ),
        "bank": "banco|entidad",
        "union": "sindicato",
        "ministry": "ministerio|departamento",
        "party": "partido",
        "agency": "agencia|autoridad|comisión|regulador",
        "court": "tribunal|corte",
        "school": "universidad|instituto|academia",
        "organisation": "organización|movimiento|asociación|federación|alianza|milicia|grupo|ong",
    },
    seats={
        "AE": "Abu Dabi|Abu Dhabi",
        "AR": "Casa Rosada",
        "AU": "Canberra",
        "BR": "Brasilia",
        "CA": "Ottawa",
        "CH": "Berna",
        "CN": "Pekín",
        "ES": "Moncloa|La Moncloa|Zarzuela",
        "EU": "Bruselas",
        "FR": "Elíseo",
        "GB": "Downing Street|Westminster",
        "IN": "Delhi|Nueva Delhi",
        "KZ": "Astaná",
        "MA": "Rabat",
        "NL": "La Haya",
        "PK": "Islamabad",
        "QA": "Doha",
        "RU": "Kremlin|el Kremlin",
        "TR": "Ankara",
        "US": "Washington|Casa Blanca|la Casa Blanca",
        "VN": "Hanói",
    },
    countries={
        "US": "estados unidos de américa|ee uu|eeuu",
        "GB": "gran bretaña",
        "AE": "emiratos árabes",
    },
    particles="de del la las los",
    surname_particles="de del la las los",
    given_names=(
        "josé maría juan carlos luis javier miguel ángel antonio francisco manuel jesús pedro pablo"
        " fernando rafael alejandro diego sergio alberto álvaro andrés enrique eduardo ricardo"
        " ramón jorge raúl roberto óscar rubén iván víctor hugo ignacio gonzalo gabriel emilio"
        " ernesto felipe gustavo guillermo héctor joaquín julio lorenzo marcelo mariano matías"
        " mauricio nicolás rodrigo tomás vicente ana carmen isabel pilar teresa"
        " rosa lucía marta elena laura cristina beatriz patricia silvia sonia nuria irene raquel"
        " sara paula inés susana alicia yolanda rocío"
        " margarita verónica mónica natalia andrea daniela gabriela valeria ximena jimena claudia"
        " carolina lorena adriana alejandra fernanda montserrat"
    ),
    second_surnames=(
        "garcía rodríguez gonzález fernández lópez martínez sánchez pérez gómez jiménez"
        " hernández díaz moreno muñoz álvarez romero gutiérrez torres domínguez vázquez ramos"
        " gil ramírez serrano morales suárez ortega delgado castro ortiz rubio marín núñez"
        " garrido cortés lozano méndez peña vega carrasco nieto aguilar herrero montero"
        " giménez ibáñez ferrer durán benítez vargas arias soto sáez velasco soler gallardo"
        " rojas pardo merino espinosa lara rivas rivera silva camacho casado herrera carrillo"
        " otero márquez contreras bermúdez ruiz salazar guzmán ochoa cárdenas figueroa"
        " cabrera acosta aguirre peralta quiroga rosales sandoval solís tapia valdés valdez"
        " velázquez villalobos zapata zavala zúñiga ávalos bustamante calderón ferrando ferri"
        " godoy ledesma medrano meléndez mejía ojeda olivares orozco osorio peñalver rangel"
        " salgado saavedra sepúlveda tejada urrutia uribe valenzuela villegas yáñez"
        " echeverría etxeberria goñi arrieta larrañaga urquiza rossi pereyra"
    ),
    and_surname="y e",
    not_in_a_person=(
        "para por contra sobre y banco ministerio gobierno empresa compañía portavoz estado"
        " consejo congreso senado parlamento ejecutivo país países ayuntamiento departamento"
    ),
    no_given_name=(
        "incluso solo sólo el los las unos unas según tras desde hasta durante mediante pero"
        " con para sin sobre ante contra aunque además también esta estos estas cada todos todas"
        " ayer hoy ~miento ~ismo"
    ),
    seldom_surnames=(
        "aérea aeropuerto canal cargo central eléctrica energía gas mar mercado minas minera"
        " naviera petróleo petróleos prensa puerto puertos río seguros unión"
    ),
    pronouns="él ellos ellas usted ustedes",
    articles=(
        r"(?:el|los|las|lo)\s+(?=\w)",
        r"(?:El|Los|Las)\s+(?=\w\S*\s+(?:\w\S*\s+)*?(?:de|del|para|y|e)\s+\w)",
    ),
    links=(
        "y del de el los las para por contra entre con sobre ante bajo sin hacia desde en a al"
        " según tras e"
    ),
    courtesy="sr sra srta señor señora señorita doña dña",
    titles="|".join((
        *(f"ministr{o} de {department}" for department in _DEPARTMENTS for o in "oa"),
        "doctora|dra|profesor|profesora",
        _OFFICES,
    )),
    titles_before_one_word=f"doctora|dra|profesor|profesora|{_OFFICES}",
    descriptions=(
        r"^(?:[Ll]a |[Ee]l )?(?:compañía|empresa|firma|sociedad(?: anónima| limitada)?|aerolínea"
        r"|petrolera|naviera|constructora|consultora|farmacéutica|automotriz|minera|eléctrica"
        r"|energética|cementera|siderúrgica|operadora|aseguradora|multinacional|grupo|consorcio"
        r"|fabricante|conglomerado|astillero)"
        r"(?: (?:estatal|pública?|privad[oa]|nacional|internacional|energétic[oa]|industrial"
        r"|[a-záéíóúñü]{2,}(?:an[oa]|eñ[oa]|ense|és|esa|án|ol|ola|in[oa]|í|sa|zo|za|co|ca|so|go"
        r"|ga|ita|ota|eo|ea)))*"
        r" (?=[\"“«A-ZÁÉÍÓÚÑ])",
        # «la ministra de Hacienda, Rosa Salvi»
        rf"^(?:[Ll]a |[Ee]l )?(?:[Vv]ice)?[Mm]inistr[oa] de (?i:{'|'.join(_DEPARTMENTS)}),? "
        r"(?=[A-ZÁÉÍÓÚÑ]\S* [A-ZÁÉÍÓÚÑ])",
    ),
    forms_after="sa sau sl slu srl sas sapi sadecv srldecv ltda",
    same_form=pairs("sau=sa slu=sl sabdecv=sadecv ltda=ltd"),
    spelt_forms=(
        SpeltForm(
            piece=" de c", pattern=r" s\. ?a\. ?(?:b\. ?)?de c\. ?v\.?(?!\w)", short=" sadecv",
        ),
        SpeltForm(piece=" de cv", pattern=r" sab? de cv(?!\w)", short=" sadecv"),
        SpeltForm(
            piece=" de c", pattern=r" s\. ?de r\. ?l\. ?de c\. ?v\.?(?!\w)", short=" srldecv",
        ),
    ),
    dotted_states="ee.uu",
    several=(
        r"(?:los|las|unos|unas|estos|estas|sus|varios|varias|ambos|ambas|todos"
        r"|todas|dos|tres|cuatro|cinco|seis|siete|ocho|diez|[0-9]+) .+|\S+s"
    ),
    number_endings="s es z ces",
    no_more="ex antiguo antigua entonces vice futuro futura primer primera",
    roles=(
        "presidente presidenta vicepresidente vicepresidenta ministro ministra viceministro"
        " viceministra canciller director directora directivo directiva gerente gerenta"
        " ejecutivo ejecutiva funcionario funcionaria magnate"
        " secretario secretaria"
        " subsecretario subsecretaria portavoz vocero vocera jefe jefa titular economista"
        " analista experto experta especialista investigador investigadora científico"
        " científica profesor profesora historiador historiadora abogado abogada juez jueza"
        " fiscal senador senadora diputado diputada alcalde alcaldesa intendente intendenta"
        " gobernador gobernadora embajador embajadora cónsul comisario comisaria consejero"
        " consejera líder dirigente sindicalista activista periodista autor autora escritor"
        " escritora ingeniero ingeniera arquitecto arquitecta médico médica agricultor"
        " agricultora ganadero empresario empresaria banquero inversor consultor consultora"
        " fundador fundadora cofundador cofundadora coordinador coordinadora representante"
        " coronel almirante rector rectora decano obispo legislador legisladora concejal"
        " concejala mandatario mandataria prosecretario prosecretaria politólogo politóloga"
        " sociólogo socióloga delegado delegada negociador negociadora exministro exministra"
        " expresidente"
    ),
    relative="que quien quienes cuyo cuya donde cual",
    of="de del",
)
# fmt: on

_MONTHS = (
    "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre"
    " diciembre"
).split()
_DAY_OF = "|".join(f"de {month}|de {month} de|de {month} del" for month in _MONTHS)
_MONTH_OF = "|".join(f"{month} de|{month} del" for month in _MONTHS)

FIGURES = Figures(
    scales_take_of=True,
    both="ambos|ambas",
    funds=(
        "préstamos?|créditos?|ayudas?|financiación|financiamiento|fondos|"
        "subvenciones|inversi(?:ón|ones)|deudas?|bonos|ingresos|pérdidas|ganancias"
    ),
    prices=r"precios?|tarifas?|peajes?|cotiza\w*",
    periods={"year": r"años?|ejercicio", "month": r"mes(?:es)?"},
    own=SumWords(
        numerals={
            "2": "dos",
            "3": "tres",
            "4": "cuatro",
            "5": "cinco",
            "6": "seis",
            "7": "siete",
            "8": "ocho",
            "9": "nueve",
            "10": "diez",
            "11": "once",
            "12": "doce",
            "13": "trece",
            "14": "catorce",
            "15": "quince",
            "16": "dieciséis|dieciseis",
            "17": "diecisiete",
            "18": "dieciocho",
            "19": "diecinueve",
            "20": "veinte",
            "21": "veintiuno|veintiuna|veintiún|veintiun",
            "22": "veintidós|veintidos",
            "23": "veintitrés|veintitres",
            "24": "veinticuatro",
            "25": "veinticinco",
            "26": "veintiséis|veintiseis",
            "27": "veintisiete",
            "28": "veintiocho",
            "29": "veintinueve",
            "30": "treinta",
            "40": "cuarenta",
            "50": "cincuenta",
            "60": "sesenta",
            "70": "setenta",
            "80": "ochenta",
            "90": "noventa",
            "100": "cien|ciento",
            "200": "doscientos|doscientas",
            "300": "trescientos|trescientas",
            "400": "cuatrocientos|cuatrocientas",
            "500": "quinientos|quinientas",
            "600": "seiscientos|seiscientas",
            "700": "setecientos|setecientas",
            "800": "ochocientos|ochocientas",
            "900": "novecientos|novecientas",
        },
        zero="cero",
        point="coma|punto|con",
        collectives={
            "approximately": "decena|decenas|veintena|treintena|cincuentena|centena|centenas"
            "|centenar|centenares|millar|millares",
            "exact approximately": "docena|docenas",
        },
        and_terms="y|e",
        or_="o|u",
        range_articles="los|las|al",
        joined={  # the rarer spelling: treintaidós
            "1": "uno|un|ún|una",
            "2": "dós",
            "3": "trés",
            "6": "séis",
        },
        joined_and="i",
        full_hundreds="cien",
        parts={
            "0.5": "medio|media|mitad|mitad de|la mitad de",
            "0.25": "cuarto de|cuartos de|cuarta parte|cuartas partes",
            "0.2": "quinto de|quintos de|quinta parte|quintas partes",
            "0.125": "octavo de|octavos de|octava parte|octavas partes",
            "0.1": "décimo de|décimos de|décima parte|décimas partes",
            "0.01": "centésima parte|centésimas partes",
            "0": "tercio|tercios|tercera parte|terceras partes|sexto de|sextos de|sexta parte"
            "|sextas partes|séptimo de|séptimos de|séptima parte|séptimas partes|noveno de"
            "|novenos de|novena parte|novenas partes",
        },
        halves={
            "0.5": "y medio|y media",
            "0.25": "y cuarto|y un cuarto",
            "0.75": "y tres cuartos",
        },
        scales={
            "10": "decena|decenas",
            "12": "docena|docenas",
            "20": "veintena",
            "30": "treintena",
            "50": "cincuentena",
            "100": "centena|centenas|centenar|centenares",
            "1e3": "mil|millar|millares|k",
            "1e6": "millón|millon|millones|mill|mills|mlls|mln|mio|m|mm",
            "1e9": "millardo|millardos|mrd",
            "1e12": "billón|billon|billones",
            "1e18": "trillón|trillon|trillones",
        },
        alone={
            "1": "millón|millon|millardo|billón|billon|trillón|trillon|mil|millar|decena|docena"
            "|veintena|treintena|cincuentena|centena|centenar",
        },
        many="personas|toneladas|barriles|pasajeros|empleos|usuarios|hogares|hectáreas|habitantes"
        "|litros|metros|visitantes|turistas|clientes|trabajadores|acciones|dosis|viviendas"
        "|vehículos|unidades",
        vague="varios|varias|muchos|muchas|numerosos|numerosas|algunos|algunas|unos cuantos"
        "|unas cuantas|unos pocos|unas pocas|pocos|pocas|cuantos|cuantas|bastantes|diversos"
        "|diversas|un par de|par de|miles|miles de|millares|millares de|cientos|cientos de"
        "|centenares|centenares de|decenas|decenas de|docenas|docenas de|tantos|tantas|cuántos"
        "|cuántas|incontables|innumerables|parte|parte de|multi",
        no_number="dos hermanas|tres arroyos|tres cantos|cuatro caminos|cinco saltos|siete palmas"
        "|nueve de julio|veinticinco de mayo|veinte de julio|treinta y tres orientales"
        "|once inicial|once titular|once de la|mil gracias|mil veces|mil y una|mil disculpas",
        minus="menos",
        one="un|uno|una|un solo|una sola|un único|una única",
        and_="y|e",
        of="de|del",
        between="entre",
        mid="a|al|hasta",
        currencies={
            "dollar": "dólar~|dolar~",
            "EUR": "euro~",
            "pound": "?libra~",
            "GBP": "libra esterlina|libras esterlinas|esterlina~",
            "rouble": "rublo~",
            "KZT": "tenge~|tengue~",
            "CNY": "yuan~|renminbi~",
            "JPY": "yen~",
            "franc": "franco~",
            "franc CFA": "franco cfa|francos cfa|fcfa",
            "KRW": "?won~",
            "UZS": "?sum~",
            "KGS": "?som~",
            "TJS": "somoni~",
            "manat": "manat~",
            "GEL": "lari~",
            "AMD": "?dram~",
            "UAH": "grivna~|hryvnia~|jrivnia~",
            "TRY": "lira~",
            "rupee": "rupia~",
            "IDR": "rupia indonesia|rupias indonesias|rupiah~",
            "krone": "?corona~",
            "PLN": "zloty~|esloti~|zloti~",
            "HUF": "forinto~|florín húngaro|florines húngaros",
            "leu": "?leu|?leus|?lei|?leis",
            "BGN": "?lev|?leva|?levas|?leves",
            "riyal": "rial~|riyal~",
            "dirham": "dírham~|dirham~|dirhem~",
            "dinar": "dinar~",
            "peso": "peso~",
            "PEN": "?sol~|sol peruano|nuevo sol|nuevos soles",
            "VES": "?bolívar~|?bolivares|bolívar soberano|bolívares soberanos",
            "BOB": "?boliviano~",
            "VES BOB": "^?bs",
            "PYG": "?guaraní~|?guaranies|^?gs|₲",
            "CRC SVC": "?colón|?colones|₡",
            "GTQ": "?quetzal~",
            "HNL": "lempira~",
            "NIO": "?córdoba~",
            "PAB": "?balboa~",
            "BRL": "?real~|?reais",
            "ZAR": "?rand~",
            "ILS": "shekel~|séquel|séqueles|siclo~",
            "THB": "baht~|?bat",
            "VND": "?dong~",
            "MNT": "tugrik~",
            "MYR": "ringgit~|ringit~",
            "shilling": "?chelín|?chelines",
            "NGN": "naira~",
            "GHS": "?cedi~",
            "ETB": "?birr~|?bir",
            "BDT": "?taka~",
            "MZN": "metical~",
            "AOA": "kwanza~|kuanza~",
            "HTG": "gourde~|?gurde~",
            "CVE": "?escudo~",
            "MRU": "uguiya~|ouguiya~",
        },
        hundredths={
            "cent": "cent|cents",
            "EUR": "céntimo~|centimo~",
            "USD MXN ARS CLP COP UYU DOP CUP BOB HNL": "centavo~",
            "RUB": "kopek~|copeca~|kopeika~",
            "GBP": "penique~",
            "tiyn": "tiyin~|tiin~",
        },
        countries_after={
            "US": "estadounidense~|estadunidense~|american+|norteamerican+|de estados unidos"
            "|de los estados unidos|de ee uu|de los ee uu|de eeuu|ee uu|eeuu",
            "CA": "canadiense~|de canadá",
            "AU": "australian+|de australia",
            "HK": "hongkonés|hongkonesa|hongkoneses|hongkonesas|de hong kong",
            "NZ": "neozelandés|neozelandesa|neozelandeses|neozelandesas|neocelandés|neocelandeses"
            "|de nueva zelanda",
            "SG": "singapurense~|de singapur",
            "TW": "taiwanés|taiwanesa|taiwaneses|taiwanesas|de taiwán",
            "GB": "británic+|inglesa~|esterlina~",
            "CH": "suiz+|de suiza",
            "EG": "egipci+|de egipto",
            "LB": "libanés|libanesa|libanesas",
            "SY": "siri+",
            "SD": "sudanés|sudanesa|sudanesas",
            "SS": "sursudanesa~",
            "RU": "rus+|de rusia",
            "BY": "bielorrus+|de bielorrusia",
            "KZ": "kazaj+|kazak+|kazajistan+|de kazajistán|de kazajstán",
            "CN": "chin+|de china",
            "JP": "japonés|japonesa|japoneses|japonesas|nipón|nipona|nipones|de japón",
            "KR": "surcorean+|corean+|de corea del sur",
            "UZ": "uzbek+|de uzbekistán",
            "KG": "kirguís|kirguises|kirguisa|kirguiz~",
            "TJ": "tayik+",
            "AZ": "azerbaiyan+|azerí|azeríes",
            "TM": "turcoman+|turkmen+",
            "GE": "georgian+",
            "AM": "armeni+",
            "UA": "ucranian+|de ucrania",
            "TR": "turc+|de turquía",
            "IN": "indi+|de la india",
            "PK": "pakistaní|pakistaníes",
            "LK": "de sri lanka|esrilanqués|esrilanquesa|esrilanquesas",
            "NP": "nepalí|nepalíes|nepalesa~",
            "MU": "mauricianas|de mauricio",
            "ID": "indonesi+|de indonesia",
            "SE": "suec+|de suecia",
            "NO": "norueg+|de noruega",
            "DK": "danés|danesa|daneses|danesas",
            "CZ": "chec+",
            "IS": "islandés|islandesa|islandeses|islandesas",
            "PL": "polac+",
            "HU": "húngar+",
            "RO": "ruman+",
            "MD": "moldav+",
            "BG": "búlgar+",
            "SA": "saudí|saudíes|saudita~|de arabia saudí|de arabia saudita",
            "QA": "catarí|cataríes|qatarí|qataríes",
            "OM": "omaní|omaníes",
            "IR": "iraní|iraníes",
            "YE": "yemení|yemeníes",
            "AE": "emiratí|emiratíes|de emiratos|de los emiratos|de eau",
            "MA": "marroquí|marroquíes",
            "KW": "kuwaití|kuwaitíes",
            "BH": "bareiní|bareiníes|bahreiní|bahreiníes",
            "IQ": "iraquí|iraquíes",
            "JO": "jordan+",
            "DZ": "argelin+",
            "TN": "tunecin+",
            "LY": "libi+",
            "RS": "serbi+",
            "MX": "mexican+|mejican+|de méxico",
            "AR": "argentin+|de argentina",
            "CL": "chilen+|de chile",
            "CO": "colombian+|de colombia",
            "PH": "filipin+",
            "UY": "uruguay+",
            "DO": "dominican+",
            "CU": "cuban+",
            "PE": "peruan+",
            "BO": "bolivian+",
            "VE": "venezolan+",
            "PY": "paraguay+",
            "CR": "costarricense~",
            "SV": "salvadoreñ+",
            "GT": "guatemaltec+",
            "HN": "hondureñ+",
            "NI": "nicaragüense~",
            "PA": "panameñ+",
            "BR": "brasileñ+|brasiler+|de brasil",
            "ZA": "sudafrican+",
            "IL": "israelí|israelíes",
            "TH": "tailandés|tailandesa|tailandeses",
            "VN": "vietnamita~",
            "MN": "mongol~|mongola~",
            "MY": "malasi+|malay+",
            "KE": "kenian+|keniata~",
            "UG": "ugandés|ugandeses",
            "TZ": "tanzan+",
            "NG": "nigerian+",
            "GH": "ghanés|ghaneses",
            "ET": "etíope~",
            "CD": "congoleñ+",
            "RW": "ruandés|ruandeses",
            "GN": "guinean+",
            "BI": "burundés|burundeses",
            "DJ": "yibutian+",
        },
        other_countries_after=" [a-zà-ÿ]{3,}(?:an[oa]s?|eñ[oa]s?|enses?|és|es[ea]s?|íe?s?"
        "|namibios?)(?![a-zà-ÿ])",
        percent="por ciento|por cien|porciento",
        before={
            "approximately": "aproximadamente|aprox|apróx|alrededor de|en torno a|entorno a|unos"
            "|unas|más o menos|mas o menos|del orden de|por el orden de|en el orden de"
            "|de alrededor de|de unos|de unas"
            "|en el entorno de|oscila|oscilan|oscilaba|oscilará|ronda|rondan|rondaba|rondaban|rondó"
            "|rondaron|rondará|rondarán"
            "|rondaría|rondarían|rondando|rondar|cosa de|algo así como|grosso modo|estimado en"
            "|estimada en|estimados en|estimadas en|se estima en|se estiman en|se calcula en"
            "|calculado en|calculada en|un aproximado de|aproximado de|valor aproximado de"
            "|una cifra cercana a|una suma cercana a|cercano a|cercana a|cercanos a|cercanas a"
            "|próximo a|próxima a|próximos a|próximas a",
            "approximately less_than": "casi|cerca de|prácticamente|roza|rozan|rozaba|rozaban|rozó"
            "|rozaron|rozará|rozarán|rozaría|rozando|rozar|al borde de|al filo de"
            "|a punto de alcanzar|a punto de llegar a",
            "less_than approximately": "algo menos de|poco menos de|un poco menos de"
            "|ligeramente inferior a|ligeramente inferiores a|ligeramente por debajo de"
            "|levemente por debajo de|apenas por debajo de|justo por debajo de|escasos|escasas",
            "more_than": "más de|mas de|por encima de|encima de|arriba de|superior a|superiores a"
            "|mayor a|mayor de|mayores a|mayores de|supera|superan|superaba|superaban|superó"
            "|superaron|superará|superarán|superaría|superarían|supere|superen|superar|superando"
            "|superado|sobrepasa|sobrepasan|sobrepasó|sobrepasaron|sobrepasará|sobrepasarán"
            "|sobrepasar|sobrepasando|sobrepasado|rebasa|rebasan|rebasó|rebasaron|rebasará"
            "|rebasarán|rebasar|rebasando|rebasado|excede|exceden|excedió|excedieron|excederá"
            "|excederán|exceda|excedan|exceder|excediendo|excedido",
            "more_than approximately": "algo más de|algo mas de|poco más de|poco mas de"
            "|un poco más de|ligeramente superior a|ligeramente superiores a"
            "|ligeramente por encima de|levemente por encima de|apenas más de"
            "|apenas por encima de|justo por encima de",
            "at_least": "al menos|por lo menos|cuando menos|como mínimo|como minimo|mínimo"
            "|un mínimo de|mínimo de|no menos de|no menor a|no menor de|no inferior a"
            "|no inferiores a|a partir de",
            "at_least exact": "desde",
            "exact approximately": "sobre",
            "less_than": "menos de|por debajo de|debajo de|abajo de|inferior a|inferiores a|menor a"
            "|menor de|menores a|menores de|no llega a|no llegan a|no llegaba a|no llegó a"
            "|no llegaron a|no llegará a|no llegarán a|no llegaría a|no alcanza|no alcanza a"
            "|no alcanzan|no alcanzó|no alcanzaron|no alcanzará|no alcanzarán|no alcanzaría"
            "|sin llegar a|sin alcanzar|ni siquiera",
            "up_to": "hasta|hasta un total de|limitado a|limitada a|limitados a|limitadas a"
            "|con un tope de|un tope de|tope de|con un límite de|un límite de|límite de"
            "|con un techo de|un techo de|techo de|topado en|topada en",
            "up_to less_than": "como máximo|como maximo|máximo|máximo de|un máximo de"
            "|hasta un máximo de|a lo sumo|como mucho|a lo más|no más de|no mas de|no mayor a"
            "|no mayor de|no superior a|no superiores a|sin superar|sin exceder|sin sobrepasar"
            "|sin rebasar|sin pasar de",
        },
        after={
            "exact more_than": "más una acción",
            "approximately": "aproximadamente|aprox|más o menos|mas o menos|o así|o por ahí"
            "|en números redondos|aproximados|aproximadas",
            "less_than approximately": "escasos|escasas",
            "more_than approximately": "y pico|y algo|y tantos|y tantas|largos|largas|bien largos",
            "at_least": "o más|o mas|en adelante|para arriba|como mínimo|al menos|por lo menos"
            "|cuando menos|mínimo",
            "up_to": "o menos",
            "up_to less_than": "como máximo|como mucho|a lo sumo|máximo|a lo más",
        },
        not_="no|nunca|jamás|sin|tampoco|ni",
        barred="no puede|no pueden|no podrá|no podrán|no podía|no podían|no podría|no podrían"
        "|no debe|no deben|no deberá|no deberán|no se puede|no se podrá|no se permite|no permite"
        "|prohibido",
        nothing="ningún|ninguna|ninguno|nadie|nada",
        neutral="no solo|no sólo|no solamente|no únicamente|no tan solo|no ya",
        per_after={
            "year": "al año|por año|a año|cada año|por ejercicio|per annum|en un año",
            "month": "al mes|por mes|cada mes|mensuales|mensual",
            "other": "al día|por día|diarios|diarias|a la semana|por semana|semanales|al trimestre"
            "|por trimestre|trimestrales|al semestre|por semestre|semestrales|por hora|la hora"
            "|a la hora|por noche|la noche|por jornada|por turno|por década|por quincena"
            "|quincenales|por bimestre|bimestrales",
            "unit": "por barril|el barril|por tonelada|la tonelada|por unidad|la unidad|la pieza"
            "|por pieza|por acción|por título|por habitante|por persona|por cabeza|per cápita"
            "|por cápita|por avión|por aparato|por tren|por vagón|por vehículo|por buque|por kilo"
            "|el kilo|por kilogramo|por gramo|por litro|el litro|por galón|el galón|por onza"
            "|la onza|por libra|la libra|por quintal|el quintal|por hectárea|la hectárea|por metro"
            "|el metro cuadrado|por metro cuadrado|por metro cúbico|el metro cúbico|por kilómetro"
            "|por km|por kilovatio hora|por kwh|por mwh|por megavatio hora|el megavatio hora"
            "|por billete|por boleto|por entrada|por plaza|por vivienda|por hogar|por familia"
            "|por trabajador|por empleado|por cliente|por usuario|por pasajero|por ejemplar"
            "|por caja|por botella|por saco|cada uno|cada una|c u|por cada|por cada uno"
            "|por cada una",
            "": "al año siguiente|al año pasado|al año anterior|al año próximo|al año que"
            "|al mes siguiente|al mes pasado|al mes anterior|al mes de|al día siguiente|al día de"
            "|por día de|cada año que|la unidad de|la pieza de|la hora de|la noche de"
            "|la libra esterlina|por unidad de medida",
        },
        per_beside={
            "year": "anual|anuales",
            "month": "mensual|mensuales",
            "unit": "unitario|unitaria|unitarios|unitarias",
            "other": "diario|diaria|diarios|diarias|semanal|semanales|trimestral|trimestrales"
            "|semestral|semestrales|quincenal|bimestral|bimensual",
        },
        per_clause={
            "year": "cada año|todos los años|anualmente|año tras año|al año|por año",
            "month": "cada mes|todos los meses|mensualmente|mes a mes",
            "other": "cada día|todos los días|cada semana|cada trimestre|cada semestre|diariamente"
            "|semanalmente|trimestralmente|semestralmente|a diario|cada hora|cada jornada",
            "unit": "cada uno|cada una|precio por|coste por|costo por|precio unitario"
            "|precio del barril|precio de cada|por cabeza|por barba|cada unidad|cada tren"
            "|cada avión|cada buque|cada vehículo|cada vagón|cada vivienda",
        },
        year_before="año|años|el año|del año|al año|ejercicio|campaña|temporada|curso|bienio|en"
        "|desde|para|hacia|finales de|fines de|principios de|inicios de|comienzos de|mediados de"
        "|partir de|verano de|primavera de|otoño de|invierno de|trimestre de|semestre de"
        f"|cuatrimestre de|{'|'.join(_MONTHS)}|{_MONTH_OF}|{_DAY_OF}",
        month=f"setiembre|{_DAY_OF}",
        noun_endings="s es",
        adjective_endings="o a os as",
        ordinals="er|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na|avo|ava|º|ª",
        counted_one="un|uno|una",
        counted_article="un|una",
        no_one="ni|ningún|ninguna|cada|cualquier|este|esta|ese|esa|aquel|aquella",
        not_counted="de|del|a|en|por|con|para|sin|sobre|entre|y|e|o|u|que|quien|se|es|era|fue|será"
        "|ha|han|había|puede|podría|debe|vez|día|año|mes|semana|tiempo|rato|momento|instante|poco"
        "|poca|parte|lado|tanto|tal|cierto|cierta|otro|otra|mismo|misma|solo|sola|vuelta|paso|cosa"
        "|serie|tipo",
        from_="de|del|desde",
        by="en",
        range_words="(?<![a-zà-ÿ])(?:oscila|varía|variar|variará|fluctú|(?:va|van|irá|irán|ir|iría"
        "|yendo) (?:de|desde) |horquilla|rango|según |comprendid|depend)",
        priced="(?<![a-zà-ÿ])(?:(?:es|son)(?= )|ser(?:á|án|ía|ían)|cuest|cost|val(?:e|en|drá|dría)"
        "|pag|pide|pedi|exig|invert|invier|prest|desembols|necesit|requer|requier|precis|gast"
        "|sup(?:on|us)|represent|destin|ofrec|perd|pierd|gan|recib|aport|ahorr|gener|recaud|moviliz"
        "|capt|cifr|estim|calcul|consign|asign|financi|otorg|conced|obt(?:en|ien|uv))[a-zà-ÿ]*",
        amount_of="(?<![a-zà-ÿ])(?:(?:una?|el|la|los|las|del|al|su|sus|este|esta|ese|esa|unos|unas"
        "|varios|varias) [a-zà-ÿ-]+(?: (?:adicional(?:es)?|anual|mensual|crónic[oa]|total|global"
        "|medi[oa]|net[oa]|brut[oa]|acumulad[oa]))?|(?:los|las|sus) [a-zà-ÿ-]+,)",
        contracted={"de": "del", "a": "al"},
        caps=r"limit\w+|tope|topad\w+|restring\w+",
        estimates=r"estim\w+|valorad\w+|valoró|valora|valoran|calcul\w+|tasad\w+",
        limits="hasta",
        arrived="un|en|casi|más de",
        changes="(?<![a-zà-ÿ])(?:sub(?:e|en|ía|ían|ió|ieron|irá|irán|ir|iendo|ido|ida)(?![a-zà-ÿ])"
        "|aument|creci|crece|increment|elev|alza|duplic|triplic|multiplic"
        "|pas(?:a|an|ó|aron|ará|arán|aría|ar|ado|ando) de|baj(?:a|an|ó|aron|ará|arán|ar|ado|ando)"
        "(?![a-zà-ÿ])|ca(?:e|en|yó|yeron|erá|erán|ído|ída)(?![a-zà-ÿ])|reduc|reduj|disminu|descend"
        "|desciend|descens|recort|rebaj|ampli|repunt|retroce|dispar|desplom|hundi|ascend|ascens"
        "|encarec|abarat)",
        shortened="aprox|apróx|máx|mín|bs|gs",
        fillers="el|la|los|las|otros|otras|se|le|les|ha|han|había|habían|haber|habrá|sido|ser|será|sería|está"
        "|están|va|van|iba|podrá|podrán|podría|podrían|puede|pueden|debe|deben|deberá|deberán"
        "|debería|deberían|total|valor|importe|monto|cuantía|cifra|suma|cantidad|ya|todavía|aún",
        per_slash={
            "year": "año",
            "month": "mes",
            "other": "día|dia|semana|trimestre|hora",
        },
        for_units=r" por (?:cada )?(?:1|10|100|1\.?000|mil|cien|un|una) "
        "(?:kilo|gramo|litro|metro|tonelada|habitante|persona|acci|barril|onza)",
    ),
    separators={",": "gd", ".": "g"},
)

STAGES = Stages(
    told={
        "implemented": (
            "complet(?:ó|aron|ad[oa]s?)|termin(?:ó|aron|ad[oa]s?)|finaliz(?:ó|aron|ad[oa]s?)"
            "|entreg(?:ó|aron|ad[oa]s?)|inaugur(?:ó|aron|ad[oa]s?)|abri(?:ó|eron)"
            "|abiert[oa]s?|lanz(?:ó|aron|ad[oa]s?)|constru(?:yó|yeron|id[oa]s?)"
            "|compr(?:ó|aron|ad[oa]s?)|adquiri(?:ó|eron|d[oa]s?)|vendi(?:ó|eron|d[oa]s?)"
            "|pag(?:ó|aron|ad[oa]s?)|deposit(?:ó|aron|ad[oa]s?)|recibi(?:ó|eron|d[oa]s?)"
            "|cre(?:ó|aron|ad[oa]s?)|fund(?:ó|aron|ad[oa]s?)|estableci(?:ó|eron|d[oa]s?)"
            "|impus(?:o|ieron)|impuest[oa]s?|entr(?:ó|aron) en vigor|puso en marcha"
            "|pusieron en marcha|comenz(?:ó|aron)|empez(?:ó|aron)|inici(?:ó|aron|ad[oa]s?)"
            "|invirti(?:ó|eron)|invertid[oa]s?|envi(?:ó|aron|ad[oa]s?)"
            "|nombr(?:ó|aron|ad[oa]s?)|eligi(?:ó|eron)|elegid[oa]s?|detuv(?:o|ieron)"
            "|detenid[oa]s?|public(?:ó|aron|ad[oa]s?)|cerr(?:ó|aron)|cerrad[oa]s?"
            "|logr(?:ó|aron|ad[oa]s?)|reuni(?:ó|eron)|visit(?:ó|aron)"
            "|aument(?:ó|aron|ad[oa]s?)|redujo|redujeron|relev(?:ó|aron)"
            "|destin(?:ó|aron|ad[oa]s?)"
        ),
        "signed": (
            "firm(?:ó|aron|ad[oa]s?)|suscrib(?:ió|ieron)|suscrit[oa]s?"
            "|rubric(?:ó|aron|ad[oa]s?)|sell(?:ó|aron|ad[oa]s?)"
        ),
        "approved": (
            "aprob(?:ó|aron|ad[oa]s?)|ratific(?:ó|aron|ad[oa]s?)|autoriz(?:ó|aron|ad[oa]s?)"
            "|adopt(?:ó|aron|ad[oa]s?)|avaló|avalaron|vot(?:ó|aron) a favor|luz verde"
            "|decidi(?:ó|eron|d[oa]s?)|resolvió|resolvieron"
        ),
        "agreed": (
            "acord(?:ó|aron|ad[oa]s?)|pact(?:ó|aron|ad[oa]s?)"
            "|(?:alcanz(?:ó|aron|ado)|lleg(?:ó|aron|ado) a|logr(?:ó"
            r"|aron|ado)|hubo) (?:un |el )?(?:\w+ )?acuerdo|convin(?:o|ieron)|convenid[oa]s?"
            "|acept(?:ó|aron|ad[oa]s?)"
        ),
        "announced": (
            "anunci(?:ó|aron|ad[oa]s?|a|an)|present(?:ó|aron|ad[oa]s?)|dio a conocer|reveló"
            "|revelaron"
        ),
        "planned": (
            "previst[oa]s?|prevé|prevén|planead[oa]s?|planea|planean|planificad[oa]s?"
            "|programad[oa]s?|proyecta|proyectan|proyectad[oa]s?"
        ),
        "offered": "ofreci(?:ó|eron|d[oa]s?)|ofrece|ofrecen|ofert(?:ó|aron)",
        "proposed": (
            "propus(?:o|ieron)|propone|proponen|propuest[oa]s?|plante(?:ó|aron|ad[oa]s?|a|an)"
            "|recomend(?:ó|aron|ad[oa]s?)|sugiri(?:ó|eron)|pidi(?:ó|eron)"
        ),
        "under_discussion": (
            "estudia|estudian|evalúa|evalúan|analiza|analizan|considera|consideran|negocia"
            "|negocian|negociaba|negociaban|negociando|negoció|negociaron|discute|discuten"
            "|discutió|discutieron|discutiendo|debate|debaten|debatió|debatieron"
        ),
        "conditional": (
            "sujet[oa]s? a|siempre que|a condición de|en caso de|depende de"
            r"|(?:necesit|requier|esper|exig|aguard|falta)\w* (?:[\w-]+ ){0,2}(?:la |el |una )?"
            "(?:luz verde|visto bueno|aprobación|autorización)"
        ),
        "postponed": (
            "aplaz(?:ó|aron|ad[oa]s?)|pospus(?:o|ieron)|pospuest[oa]s?"
            "|posterg(?:ó|aron|ad[oa]s?)|suspendi(?:ó|eron|d[oa]s?)|retras(?:ó|aron|ad[oa]s?)"
            "|demorad[oa]s?"
        ),
        "cancelled": (
            "cancel(?:ó|aron|ad[oa]s?)|anul(?:ó|aron|ad[oa]s?)|rescindi(?:ó|eron|d[oa]s?)"
            "|retir(?:ó|aron|ad[oa]s?)|abandon(?:ó|aron|ad[oa]s?)|descart(?:ó|aron|ad[oa]s?)"
        ),
        "turned_down": (
            "rechaz(?:ó|aron|ad[oa]s?|a|an)|neg(?:ó|aron) a|vet(?:ó|aron|ad[oa]s?)"
            "|desestim(?:ó|aron|ad[oa]s?)|vot(?:ó|aron) en contra"
        ),
        "denied": (
            "neg(?:ó|aron|aba|aban|ad[oa]s?)|niega|niegan|desmiente|desmienten|desminti(?:ó|eron)"
        ),
    },
    instruments={
        "framework": "(?:acuerdos?|contratos?|convenios?) marco",
        "memorandum": "memor(?:ando|andos|ándum|ándums|andum)(?: de entendimiento)?",
        "letter_of_intent": "cartas? de intención",
        "contract": "contratos?",
        "agreement": "acuerdos?|convenios?|pactos?|tratados?",
        "partnership": "alianzas? estratégicas?|asociación estratégica",
    },
    acts=(
        "firmar|firma|suscribir|aprobar|ratificar|adoptar|completar|terminar|finalizar"
        "|entregar|inaugurar|abrir|lanzar|construir|comprar|adquirir|vender|pagar|crear"
        "|fundar|establecer|imponer|poner|comenzar|iniciar|invertir|enviar|nombrar|publicar"
        "|cerrar|reunirse|visitar|aumentar|reducir|destinar|recibir|desarrollar|implementar"
        "|realizar|hacer|ser|alcanzar"
    ),
    intends=(
        "va a|van a|iba a|iban a|quiere|quieren|quería|espera|esperan|busca|buscan|pretende"
        "|pretenden|planea|planean|prevé|prevén|previst[oa]s?|debe|deben|debería|deberían"
        "|podría|podrían|sería|serían|habría|tiene previsto|piensa|piensan"
        "|promet(?:e|en|ió|ieron)|dispuest[oa]s? a|compromet(?:e|en|ió|ieron)|aspira|aspiran"
    ),
    ahead=r"ser(?:á|án|ía|ían) \w+d[oa]s?|\w{3,}(?:ará|arán|erá|erán|irá|irán|drá|drán)",
    conditions=r"si|siempre que|en caso de|habría\w*|casi|presuntamente",
    denies="no|nunca|tampoco|jamás",
    nobody=r"nadie|ningun\w*|ningún|nada (?:se|ha|fue|está)",
    joins="sino|pero|y|solo|sólo|solamente",
    already=r"ya(?! no| que)",
    not_yet=r"todavía no|aún no|no \w+ (?:todavía|aún)",
    done=(
        r"(?:ha|han|había|habían|fue|fueron|sido|está|están)(?: \w+mente| también|"
        r" ya)? \w+(?:ad|id|t|ch|st)[oa]s?|\w{3,}(?:ó|ió|aron|ieron)"
    ),
    coming=(
        r"\w{3,}(?:ará|arán|erá|erán|irá|irán|drá|drán|aremos|eremos|iremos|aría|arían"
        r"|ería|erían|iría|irían)|(?:va a|van a|vamos a|debe|deben|deberá|quiere|quieren"
        r"|puede|podrá|podría|espera|prevé|pretende|planea|busca|prometió|estudia|piensa)"
        r"(?: \w+){0,3}? \w+(?:ar|er|ir)"
        r"|(?:objetivo|propósito|propuesta|intención|plan) (?:es|era|de)(?: \w+)? \w+(?:ar|er|ir)"
        r"|(?:amenaza|amenazan|amenazó|amenazaron|amenazado) con (?:\w+ )?\w+"
        r"|será[n]? \w+(?:ad|id|t|ch|st)[oa]s?"
    ),
    undone="sin acuerdo|no (?:lograron|alcanzaron|hubo) (?:un |ningún )?acuerdo",
    formal="firm|suscri|aprob|ratific|rechaz|cancel",
)

# fmt: off
DATES = Dates(
    months={"9": "setiembre|sep"},
    no_month="mar|may|set",
    regions="es_PE",
    is_plain=True,
    ordinals=r"er|\.?[º°]|ro",
    between="de|del|de este|del año|del mes de|de los corrientes",
    to="a|al|hasta el|hasta",
    and_="y|o",
    before=(
        "en|desde|hasta|de|del|para|a|principios de|finales de|mediados de|entre|pasado|próximo"
        "|este|mes de|por|durante|año|años|el|en el|desde el|hasta el|del año"
    ),
    nth={
        "1": "primer|primero|primera", "2": "segundo|segunda", "3": "tercer|tercero",
        "4": "cuarto|último",
    },
    quarter="trimestre",
    half="semestre|mitad",
    elsewise=(
        "víspera|día siguiente"
        "|hoy|ayer|anteayer|mañana|semana|semanas|días?|fin de semana|mes|meses"
        "|el (?:día )?[0-9]{1,2}(?! ?(?:de|%|por|[0-9.,]))"
    ),
    other_year=(
        "(?:el )?año (?:pasado|próximo|anterior|siguiente|que viene)|próximo año|pasado año|un año"
        "|años (?:antes|después|atrás)"
    ),
    eve="el día anterior|la víspera|un día antes",
    past="pasado|último",
    coming="próximo|que viene",
)
# fmt: on

# fmt: off
PLACES = Places(
    matters="situación|guerras?|conflictos?|crisis|combates?|violencia|paz|disturbios|golpe|tregua",
    within=(
        "en|cerca de|cerca del|junto a|junto al|dentro de|dentro del|fuera de|alrededor"
        "de|sobre"
    ),
    between="el la los las un una de del su sus",
    adjectives={
        "GB": "británic+|ingles|inglés", "FR": "francés|francesa|franceses|francesas",
        "ES": "español|española|españoles|españolas", "DE": "alemán|alemana|alemanes|alemanas",
        "IT": "italian+", "NL": "neerlandés|neerlandesa|neerlandeses|holandés|holandesa",
        "BE": "belga~", "AT": "austríac+|austriac+",
        "PT": "portugués|portuguesa|portugueses|portuguesas", "GR": "grieg+",
        "FI": "finlandés|finlandesa|finlandeses", "SK": "eslovac+", "HR": "croata~",
        "SI": "esloven+", "IE": "irlandés|irlandesa", "EC": "ecuatorian+",
    },
)
# fmt: on

LANGUAGE = Language(
    code="es",
    text=TEXT,
    speech=SPEECH,
    names=NAMES,
    figures=FIGURES,
    stages=STAGES,
    places=PLACES,
    dates=DATES,
)
