"""English."""

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
    sentence="sentence|sentences|sent|s|no|nr",
    unstated=(
        "unknown|unspecified|undisclosed|unnamed|not specified|not stated|not given|"
        "not mentioned|not named|not known|not disclosed|not provided|not available|"
        "not applicable"
    ),
    writings=(
        Writing(
            script="latin",
            function_words=(
                "the of and to is are for that with was by from has have said its this which be at"
                " it he she they we will not met signs buys says deal deals talks leaders summit"
                " after over monday in on a an as were been their who also"
            ),
        ),
    ),
    everywhere=SentenceWords(
        before_a_name=(
            "mr mrs ms messrs dr prof gen sen rep gov lt col capt sgt maj adm rev hon e.g i.e cf vs"
            " pte pty pvt sdn del supt det insp cmdr atty cpl amb pres msgr brig asst"
        ),
        before_a_number=(
            "no nos p pp fig vol sec ch rs tk jan feb mar apr jun jul aug sep sept oct nov dec"
            " approx est max min"
        ),
        mid_sentence="jr sr st mt ft dept univ assn",
        a_unit_too="a.m p.m",
        scales="bn mn tn bln trln m b k",
        units="US S Euro Euros Dollar Dollars Pound Pounds Yuan Yen Renminbi Lira",
        companies="inc corp ltd co bros bhd",
        after_company=(
            "Ltd Limited Inc LLC LLP Corp Co Plc PLC Bhd Group Holding Holdings International"
            " Chairman Chairwoman Chair Chief CEO CFO COO President Vice Director Founder Executive"
        ),
        after_hour=(
            "Monday Tuesday Wednesday Thursday Friday Saturday Sunday EST EDT ET CET GMT UTC BST PT"
            " Eastern Pacific Central London Moscow Astana Beijing Brussels Washington"
        ),
        last="b.c a.d",
        before_a_year="in by since until at before after around about",
        starters=(
            "The Then A In On At It He She They We You This That These Those But And However"
            " Meanwhile For As If When While After Before Its His Her Their Our There What Who How"
            " According Did Does Is Are Was Were Has Have Had Could Would Should Why Where Which"
            " Both Each Some Many Most Several"
        ),
    ),
    quotation_marks=("“”",),
    apostrophe_first="n s em tis twas til cause round",
    turns=(
        "but|however|yet|though|although|only (?:if|when|after|once|where)|if|unless|provided"
        "|except|as long as|until|subject to|on condition"
    ),
    instructions=(
        Instruction(
            pieces="ignore disregard forget override",
            pattern=r"""
                \b(ignore|disregard|forget|override)\s (.{0,20}\s)?
                (all|any|previous|prior|earlier|preceding|above|your|these)\s (.{0,20}\s)?
                (instructions?|prompts?|rules|directions)\b""",
        ),
        Instruction(pieces="prompt message", pattern=r"(system|developer)\s(prompt|message)"),
        Instruction(
            pieces="you", pattern=r"you\sare\s(now\s)?(an?\s)?(AI|assistant|language\smodel)",
        ),
    ),
)

SPEECH = Speech(
    fillers=(
        r"for (?:his|her|its|their) part|in turn|in an? (?:\w+ )?interview (?:with|on|to) (?:the )?"
        r"(?-i:[A-Z])[\w.]*(?: (?-i:[A-Z])[\w.]*)*"
    ),
    points_back=(
        r"(?:that|this)(?:['’]s| is| was) (?:what|how)"
        r"(?= [^.;:]{1,80} (?:said|says|told|wrote|put it|explained)(?!\w))"
    ),
    possessed=(
        "counsel solicitor aide aides lawyers attorneys advisers allies ally wife widow"
        " husband son daughter father mother brother sister parents family relatives"
        " friend friends colleague colleagues supporters lawyer attorney adviser advisor"
        " deputy assistant strategist doctor successor predecessor"
    ),
    whose=r"['’]s?",
    speaks_for="spokes(?:man|woman|person|people)|press secretary|representative",
    verbs=(
        "(?:(?:has|have|had)(?: also| repeatedly| previously| already| strongly| long)? )?(?:"
        "said|says|say|told|tells|tell|added|adds|announced|announces|explained|explains|stated"
        "|argued|argues|warned|warns|insisted|insists|noted|replied|replies|asked"
        "|answered|declared|declares|claimed|believes?|believed|thinks?|thought|expects?"
        "|expected|hope|hoped|fear|feared|suggested|suggests|confirmed|confirms|admitted|admits"
        "|acknowledged|denied|denies|promised|promises|predicted|predicts|concluded|concludes"
        "|stressed|stresses|emphasi[sz]ed|went on|pointed out|points out|wrote|writes|tweeted"
        "|recalled|recalls|complained|complains|urged|urges|demanded|commented|remarked"
        "|observed|responded|responds|continued|estimated|reported|maintained"
        "|contends|contended|cautioned|vowed|reiterated|called it|described|describes|quipped|joked"
        "|testified|shouted|asserted|asserts|speculated|assured|advised|proposed|criticised"
        "|criticized|criticizes|criticises|praised|praises|dismissed|dismisses|rejected|rejects"
        "|acknowledges|opposes?|opposed|object(?:s|ed)? to|calls (?:it|on|for)|called (?:on|for)"
        "|accuses|accused|blames|blamed|denounces|denounced|condemns|condemned|welcomes|welcomed"
        "|applauds|applauded|hails|hailed|claims|reveals|revealed|disclosed|pledges|pledged"
        "|threatens|threatened|indicated|signall?ed|laments|lamented|regrets|regretted|doubts"
        "|doubted|recommends|recommended|concedes|conceded|reckons|reckoned|(?:found|finds"
        "|calculated|projected)(?= that)|alleges|alleged"
        "|(?:spoke|speaks|talked|talks)(?= of )"
        "|puts? it|shot back|fire[sd] back|hit back|chimed in|weighed in|cracked|posted|sums? it up"
        "|calls|called|saying|adding|arguing|tweeting|insisting|claiming|declaring|asking|sings"
        r"|(?:issued?|issues|released?|releases|put out|made) (?:a|an) (?:\w+ )?statement"
        "|suspects|forecasts|contradicts|contradicted|underlines|underlined|underscored"
        "|termed|telling|warning|urging|(?:is|are|was|were) (?:demanding|urging|calling for))"
    ),
    agents="by",
    closes=(
        "said|says|added|adds|noted|notes|explained|explains|announced|argued|argues|stated|claimed"
        "|insisted|insists|stressed|wrote|writes|admitted|acknowledged|predicted|concluded"
        "|estimates"
    ),
    cites="quoted|quoting|quotes|cited|citing",
    before=(
        "according to|in the words of|in the (?:view|opinion) of|as far as|for the likes of"
    ),
    that="that whether how why what",
    prepositions=(
        "in on at by for from with of about after before during under over against without through"
        " into to since until despite among between near amid beyond along behind like as per via"
        " following outside inside across within"
    ),
    no_subject=(
        "that which who whom whose where when why how what if whether because although though while"
        " unless and but or so yet nor than not also only just even still then later earlier now"
        " today yesterday tomorrow recently previously however meanwhile instead moreover"
        " separately"
        " furthermore speaking asked citing addressing writing referring having being asking adding"
        " noting saying calling has have had is are was were been be will would could can may might"
        " should did does do him them us me there here monday tuesday wednesday thursday friday"
        " saturday sunday january february march april june july august september october november"
        " december"
    ),
    joins="and but while as because that although though if when whereas so which what",
    passive=r"(?:the|a|an|be|been|being|is|are|was|were|gets?|got)(?: \w+ly)?",
    within="of for from at in and to with",
    gerund=r"\w+ing",
    finite=(
        "is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|do"
        "|also would|also will|also has"
    ),
    beside=r"\w+ed",
    unnamed="a an one another some many several",
    absolute="with",
    objective="him her them",
    of_persons="he she i",
    when=(
        "(?:this|last|earlier this|late last) "
        "(?:week|month|year|morning|evening|night|spring|summer|autumn|fall|winter|weekend)"
    ),
    pronouns="he she they it i we who",
    described="the his her its their most both our my",
)

NAMES = Names(
    counterparts="counterpart",
    generations="jr sr ii iii iv",
    bodies={
        "club": "club|team",
        "company": (
            "company|firm|corporation|manufacturer|carrier|airline|operator|developer"
            "|enterprise|conglomerate|maker|producer|miner|utility|shipyard|contractor"
            "|retailer|startup|group"
        ),
        "bank": "bank|lender",
        "union": "union",
        "ministry": "ministry|department",
        "party": "party",
        "agency": "agency|authority|regulator|commission|watchdog",
        "court": "court|tribunal",
        "school": "university|institute|college|academy",
        "organisation": (
            "organi[sz]ation|movement|association|federation|alliance|charity|group|militia"
            "|bloc"
        ),
    },
    seats={
        "AE": "Abu Dhabi",
        "AU": "Canberra",
        "BR": "Brasilia",
        "CA": "Ottawa",
        "CH": "Bern",
        "CN": "Beijing",
        "ES": "Moncloa",
        "EU": "Brussels",
        "FR": "Élysée|Elysée",
        "GB": "Downing Street|Whitehall|Westminster",
        "IN": "Delhi|New Delhi",
        "KZ": "Astana",
        "MA": "Rabat",
        "NL": "The Hague",
        "PK": "Islamabad",
        "QA": "Doha",
        "RU": "Kremlin|the Kremlin",
        "TR": "Ankara",
        "UA": "Kyiv",
        "US": "Washington|White House|the White House|Capitol Hill",
        "VN": "Hanoi",
    },
    countries={
        "CD": "congo|kongo|конго",  # as CLDR calls the other one
        "US": "us|usa|united states of america|america",
        "GB": "uk|great britain|britain",
        "AE": "uae|emirates",
        "RU": "russian federation",
        "CZ": "czech republic",
        "TR": "turkey",
        "KR": "republic of korea",
        "SA": "ksa",
        "CN": "prc|people's republic of china",
    },
    endings_after_apostrophe="s",
    name_without_s=(
        "abraham abram adam andrew anton arnold brook chamber christian collin conrad daniel david"
        " edward engel evan field flower frederick gabriel gate harper higgin hopkin hugh isaac"
        " jacob jame jenkin john matthew meyer michael michel mille nathan nichol owen parson"
        " perkin peter philip phillip power richard robert roger rodger samuel simon stephen steven"
        " summer water watkin well willem william winter wood"
    ),
    particles="of",
    not_in_a_person=(
        "council congress senate parliament of for the and foundation institute university"
        " college airport stadium museum award prize service services agency office group bank"
        " fund holding holdings airlines"
    ),
    no_given_name=(
        "even the a an in on at by for from with without against between as but and when while"
        " after if yet mr mrs ms dr economist economics analyst analysts critics talks shares"
        " according to also before since because although though however so then today yesterday"
        " meanwhile both all many some most his her their its this that these those ~ting ~tion"
        " ~ment ~ness"
    ),
    seldom_surnames=(
        "air airport airways airlines capital cargo city committee company corporation council"
        " electric energy exchange express foods freight gas industries insurance"
        " international lake line lines logistics marine media metals mining motors mountains"
        " news ocean oil partners party pharma pipeline post power rail railway railways"
        " resources river sea services shipping solutions steel systems technologies telecom"
        " times trading union ventures"
    ),
    pronouns="he she it they his her their him them",
    links=(
        "of the to for from with about by at on in under over near against behind after before"
        " without like between among than as and"
    ),
    courtesy="mr mrs ms coun cllr sir dame",
    titles=(
        "dr|prof|sir|president|chancellor|senator|secretary of state|minister|prime minister"
        "|foreign minister|finance minister|economy minister|energy minister"
    ),
    titles_before_one_word=(
        "dr|prof|professor|sir|president|chancellor|senator|governor|ambassador|economist|analyst"
        "|minister|prime minister|foreign minister|finance minister|economy minister"
        "|energy minister|defence minister|trade minister"
    ),
    before_a_title="the",
    descriptions=(
        r"^(?:[Tt]he |[Aa]n? )?(?:[A-Z][\w.-]*(?:['’]s)? ){0,3}"
        r"(?:(?:state|state-owned|private|oil|gas|energy|power|rail|shipping|mining|steel|tech)"
        r" ){0,2}"
        r"(?:company|firm|group|carrier|airline|bank|conglomerate|manufacturer|developer|utility) "
        r"(?=[\"“‘«A-Z])",
        r"^[A-Z]\w+(?: [A-Z]\w+)?['’]s (?=[A-Z]\S* [A-Z])",  # India's Vasanth Cements
    ),
    forms_before="the jsc llp llc nc pjsc",
    forms_after=(
        "llc ltd limited inc incorporated corp corporation co company plc jsc pjsc llp pte pty pvt"
        " & and"
    ),
    same_form=pairs("limited=ltd incorporated=inc corporation=corp"),
    no_legal_form="the co company nc pte pty pvt & and",
    spelt_forms=(
        SpeltForm(
            piece="liability", pattern=r"\blimited liability partnership\b", short="llp",
        ),
        SpeltForm(piece="liability", pattern=r"\blimited liability company\b", short="llc"),
        SpeltForm(piece="stock", pattern=r"\bjoint[ -]stock company\b", short="jsc"),
    ),
    dotted_states="u.s u.s.a u.k u.n e.u u.a.e",
    several=(
        r"(?:(?:these|those|both|some|many|several|all|two|three|four|five|six"
        r"|seven|eight|nine|ten|[0-9]+) .+|(?:\S+ )*\S+[^s\W]s)"
    ),
    number_endings="s es y ies",
    no_more="former ex vice deputy assistant acting past prime",
    roles=(
        "boss supremo tycoon president vice-president chief chairman chairwoman chairperson head"
        " director manager minister secretary undersecretary spokesman spokeswoman spokesperson"
        " officer executive ceo cfo coo cto founder co-founder owner analyst economist strategist"
        " researcher scientist expert specialist professor lecturer historian lawyer attorney"
        " judge prosecutor senator congressman congresswoman lawmaker legislator"
        " parliamentarian mp mep governor mayor councillor councilman councilwoman ambassador"
        " envoy consul commissioner colonel lieutenant admiral brigadier commander chancellor"
        " leader deputy politician activist campaigner organiser organizer coordinator"
        " journalist reporter editor columnist author writer engineer architect doctor surgeon"
        " speechwriter screenwriter songwriter biographer"
        " farmer fisherman trader broker banker investor entrepreneur billionaire businessman"
        " businesswoman consultant adviser advisor inspector superintendent teacher rector"
        " worker unionist treasurer auditor negotiator mediator planner psychologist"
        " sociologist biologist physicist chemist geologist ecologist virologist"
        " epidemiologist meteorologist climatologist environmentalist diplomat vice-chancellor"
        " vice-chairman controller comptroller whistleblower veteran pastor bishop archbishop"
        " imam rabbi sheikh delegate representative"
    ),
    relative="who whom whose which that where when",
    of="of from at",
)
# fmt: on

FIGURES = Figures(
    both="both",
    funds=(
        "loans?|credits?|aid|funding|funds?|grants?|subsid(?:y|ies)|investments?|"
        "debts?|bonds?|financing|sales|revenues?|profits?|exports?|imports?|"
        "assets"
    ),
    prices=r"prices?|fares?|tariffs?|tolls?|rates?|quotes?"
    r"|(?:closed|closing|traded|trading) (?:[\w.,%]+ ){0,3}at",
    periods={"year": r"years?|fiscal|fy ?\d*", "month": r"months?"},
    everywhere=SumWords(
        led_scales="b|t|tn|mil|mm",
        by="by",
        range_words=(
            "(?<![a-z])(?:rang(?:e[sd]?|ing)|var(?:y|ies|ied|ying)|spans?"
            "|spanning)(?![a-z])|anywhere|fluctuat|oscillat|depending|differ"
        ),
        priced=("(?<![a-z])(?:costs?|costing|priced?|prices|worth|valued|sells?|of|at)(?: at)?"),
        numerals={
            "2": "pair of|two",
            "3": "three",
            "4": "four",
            "5": "five",
            "6": "six",
            "7": "seven",
            "8": "eight",
            "9": "nine",
            "10": "ten",
            "11": "eleven",
            "12": "twelve",
            "13": "thirteen",
            "14": "fourteen",
            "15": "fifteen",
            "16": "sixteen",
            "17": "seventeen",
            "18": "eighteen",
            "19": "nineteen",
            "20": "twenty",
            "30": "thirty",
            "40": "forty",
            "50": "fifty",
            "60": "sixty",
            "70": "seventy",
            "80": "eighty",
            "90": "ninety",
            "100": "hundred",
        },
        parts={
            "0.5": "half",
            "0.25": "quarter|quarters|a quarter|a quarter of",
            "0.2": "fifth|fifths",
            "0.125": "eighth|eighths",
            "0.1": "tenth|tenths",
            "0.01": "hundredth|hundredths",
            "0": "third|thirds|sixth|sixths|seventh|sevenths|ninth|ninths",
        },
        halves={
            "0.5": "and a half",
            "0.25": "and a quarter",
            "0.75": "and three quarters",
        },
        scales={
            "12": "dozen|dozens",
            "1e3": "thousand|k",
            "1e5": "lakh|lakhs",
            "1e6": "million~|mln~|mn|mm|m|mil",
            "1e7": "crore|crores",
            "1e9": "bn|bln|b|billion|billions",
            "1e12": "trn|tn|t|trillion|trillions",
        },
        many="people|tonnes|tons|barrels|passengers|jobs|users|households|hectares|acres|cubic"
        "|square|litres|visitors|tourists|customers|workers|residents|shares|doses|homes|vehicles"
        "|units",
        vague="several|many|few|couple|couple of|hundreds|tens|dozens|multi",
        minus="minus|negative",
        one="one",
        article="a|an",
        counted_one="one",
        no_single="number|lot|series|range|handful|variety|host|raft|string|group|set|pair|dozen"
        "|score|total|majority|minority|fleet|network|chain|package|batch|half|quarter|third|part",
        no_one="no|any|every|each|this|that",
        not_counted="of|the|is|was|has|had|can|could|may|might|should|would|will|must|who|that"
        "|which|and|or|by|to|in|on|at|for|from|with|another|day|thing",
        and_="and",
        of="of",
        between="between",
        mid="to",
        from_="from",
        currencies={
            "dollar": "dollar~",
            "EUR": "euro~",
            "pound": "?pound~",
            "rouble": "rouble~|ruble~",
            "KZT": "tenge~",
            "CNY": "yuan~|renminbi",
            "JPY": "yen|yens",
            "franc CFA": "cfa franc|cfa francs",
            "KRW": "?won~",
            "KGS": "?som~",
            "TJS": "somoni~",
            "manat": "manat~",
            "GEL": "lari",
            "AMD": "drams|?dram",
            "UAH": "hryvnia~",
            "rupee": "rupee~",
            "IDR": "rupiah~",
            "krone": "kroner|kronor|krona|?crowns",
            "CZK": "koruna~|koruny|korun",
            "PLN": "zloty~|złoty|złotych",
            "HUF": "forint~",
            "leu": "?lei|?leu",
            "BGN": "?lev|?leva",
            "riyal": "rial~|riyal~",
            "dirham": "dirham~",
            "dinar": "dinar~",
            "peso": "peso~",
            "shilling": "?shilling~",
            "NGN": "naira~",
            "GHS": "?cedi|?cedis",
            "ETB": "?birr",
            "BDT": "?taka",
            "MYR": "ringgit~",
            "BRL": "?real|?reais",
            "ZAR": "?rand|?rands",
            "ILS": "shekel~",
            "THB": "baht",
            "VND": "?dong|?dongs",
            "MNT": "tugrik~",
            "HTG": "?gourde~",
            "ZMW MWK": "?kwacha~",
            "AOA": "?kwanza~",
            "PYG": "?guarani~|?guaraní~",
            "HNL": "?lempira~",
            "GTQ": "?quetzal|?quetzales",
            "BOB": "?boliviano~",
            "MKD": "?denar~",
            "MMK": "?kyat~",
            "KHR": "?riel~",
            "LAK": "?kip",
            "MGA": "?ariary",
            "MZN": "?metical|?meticais",
            "PGK": "?kina",
            "GMD": "?dalasi~",
            "LSL": "?maloti",
        },
        hundredths={
            "cent": "cent|cents|¢",
            "RUB": "kopek~",
            "tiyn": "tiyn~",
            "GBP": "pence",
            "GBP USD": "penny|pennies",
            "INR PKR": "paise|paisa",
        },
        coins={
            "0.01": "c|ct|cts|cent|cents|sen|kopiyka~|öre|groszy|haléř~|bani|fils|halala|qəpik"
            "|stotinki|tetri|agorot",
        },
        countries={
            "US": "us|u s|usa|american",
            "AU": "australian",
            "CA": "canadian",
            "HK": "hong kong",
            "NZ": "new zealand",
            "SG": "singapore",
            "TW": "taiwan|new taiwan",
            "BY": "belarusian",
            "CH": "swiss",
            "EG": "egyptian",
            "KR": "korean",
            "IN": (
                "indian|kerala|karnataka|tamil nadu|maharashtra|gujarat|rajasthan|uttar pradesh"
                "|madhya pradesh|andhra pradesh|telangana|bihar|odisha|assam|haryana|jharkhand"
                "|west bengal|new delhi|mumbai|bengaluru|bangalore|kolkata|chennai"
            ),
            "PK": "pakistani",
            "SA": "saudi",
            "QA": "qatari",
            "OM": "omani",
            "IR": "iranian",
            "KW": "kuwaiti",
            "IQ": "iraqi",
            "JO": "jordanian",
            "AE": "uae|emirati",
            "MA": "moroccan",
            "AZ": "azerbaijani",
            "TM": "turkmen",
            "TR": "turkish",
            "RU": "russian",
            "GB": "british",
            "KZ": "kazakh|kazakhstani",
            "SE": "swedish",
            "NO": "norwegian",
            "DK": "danish",
            "CZ": "czech",
            "MX": "mexican",
            "JP": "japanese",
            "CN": "chinese",
            "KG": "kyrgyz",
            "UZ": "uzbek",
            "ID": "indonesian",
            "LK": "sri lankan",
            "NP": "nepalese|nepali",
            "IS": "icelandic",
            "RS": "serbian",
            "RO": "romanian",
            "MD": "moldovan",
            "KE": "kenyan",
            "UG": "ugandan",
            "TZ": "tanzanian",
            "DZ": "algerian",
            "TN": "tunisian",
            "LY": "libyan",
            "BH": "bahraini",
            "YE": "yemeni",
            "LB": "lebanese",
            "SY": "syrian",
            "SD": "sudanese",
            "CD": "congolese",
            "RW": "rwandan",
            "GN": "guinean",
            "PH": "philippine",
            "AR": "argentine",
            "CL": "chilean",
            "CO": "colombian",
        },
        countries_after={
            "GB": "sterling",
        },
        percent="percent|per cent",
        before={
            "approximately": "barely more than|barely over|hardly more than|about|some|around"
            "|roughly|approximately|approx|circa|estimated|estimated at|closer to|in the region of"
            "|in the neighbourhood of|in the neighborhood of|in the vicinity of|on the order of"
            "|in the order of|something like",
            "approximately less_than": "nearly|almost|close to",
            "less_than approximately": "just under|just below|a little under|a little less than"
            "|slightly under|slightly less than|slightly below",
            "more_than": "higher than|greater than|larger than|more than|over|above|upwards of"
            "|north of|exceeds|exceed|exceeded"
            "|exceeding|in excess of|topping|topped|surpass|surpasses|surpassing|surpassed",
            "more_than approximately": "just over|just above|a little over|slightly over"
            "|slightly more than|little more than",
            "at_least": "at least|no less than|no fewer than|a minimum of|minimum of|minimum",
            "less_than": "lower than|smaller than|less than|fewer than|under|below|not quite"
            "|not nearly|short of"
            "|fall short of|falls short of|fell short of|not even",
            "up_to": "up to|as much as|as many as|capped at|cap of|a cap of|limited to"
            "|a ceiling of|ceiling of|limit of|a limit of",
            "up_to less_than": "no more than|a maximum of|maximum of|maximum|at most",
        },
        after={
            "exact more_than": "plus one share|plus a share",
            "approximately": "or so|or thereabouts|give or take",
            "approximately more_than": "odd",
            "at_least": "or more|and more|and above|or above|and over|or over|or higher|and up"
            "|and upwards|or upwards|at least|minimum|at minimum|at a minimum|at the least",
            "at_least more_than": "plus",
            "up_to": "or less|or fewer|or under|and under|or below|and below|or lower|and less"
            "|at most|at the most|maximum|at maximum|at a maximum|tops|max",
        },
        after_hyphen="plus|odd",
        caps=r"(?:limit|cap|restrict)(?:s|ed|ing|ped|ping)?",
        estimates=(
            r"estimat\w+|valued|valuing|valuation|reckoned"
            "|(?:believed|thought|expected) to (?:be worth|cost|reach)"
        ),
        limits="up",
        limits_of_change="up",
        arrived="by|nearly|almost|about|around|more than|over|another",
        changes="grew|grow|rose|rise|rising|increas|climb|jump|fell|fall|drop|cut|declin|rais"
        "|expand|doubl",
        over="over",
        spans="year|month|week|day|decade|quarter",
        shortened="approx|max|min",
        not_="not|never|cannot|can't|won't|doesn't|didn't|don't|isn't|wasn't|aren't|weren't"
        "|wouldn't|shouldn't|couldn't|mustn't|hasn't|haven't|hadn't|without",
        barred="cannot|can not|can't|may not|must not|mustn't|shall not|should not|shouldn't"
        "|could not|couldn't|will not|won't|would not|wouldn't|might not|does not|doesn't|do not"
        "|don't|did not|didn't|not allowed to|not permitted to|not authorised to"
        "|not authorized to|unable to|barred from|prohibited from|forbidden to|forbidden from",
        nothing="no|none|nobody|nothing|neither|nor|hardly",
        neutral="not only|not just|not merely",
        fillers="to|been|be|have|has|likely|ever|the|another|further|additional|extra",
        per_after={
            "year": "p a|a year|per year|per annum",
            "month": "a month|per month",
            "other": "a day|per day|a week|per week|a quarter|per quarter|an hour|per hour"
            "|a decade|per decade|a night|per night",
            "unit": "per|apiece|a barrel|a ton|a tonne|a share|a litre|a liter|a kilo|a kilogram"
            "|a kg|a gallon|an ounce|a unit|a piece|a head|a ticket|a seat|a bushel|a pound"
            "|a kilowatt hour|a kwh|a megawatt hour|a mwh|a hectare|an acre|a cubic metre"
            "|a cubic meter|a square metre|a square meter|a mile|a kilometre|a kilometer|a km"
            "|a person|a passenger|a bottle|a wagon|a vehicle|a plane|a jet",
            "": "a year ago|a year earlier|a year later|a year before|a year after|a year on"
            "|a month ago|a month earlier|a month later|a week ago|a week earlier|a week later"
            "|a day earlier|a day after|a day before|a day later|a quarter of|a quarter earlier"
            "|a unit of|a pound of|per the|as per",
        },
        per_beside={
            "year": "annual",
        },
        per_clause={
            "year": "each year|every year|annually|yearly",
            "month": "each month|every month|monthly",
            "other": "each day|every day|each week|every week|each quarter|every quarter|daily"
            "|weekly|quarterly|hourly|in each of",
            "unit": "each|price per|cost per|price of one|price of each|cost of each",
        },
        per_slash={
            "year": "year|yr|y|annum",
            "month": "month|mo",
            "other": "day|d|week|wk|quarter|q|hour|hr|h",
        },
        year_before="the|from|in|by|since|until|till|through|during|early|late|mid|year",
        noun_endings="s",
        adjective_endings="s",
        ordinals="st|nd|rd|th|s",
    ),
    own=SumWords(
        zero="zero|nought|oh",
        point="point",
        collectives={"exact approximately": "dozen"},
        and_below="and",
        or_="or",
        range_articles="the",
    ),
    separators={",": "g", ".": "d"},
)

STAGES = Stages(
    told={
        "implemented": (
            "completed|finished|delivered|opened|launched|built|bought|purchased|acquired"
            "|sold|took over|taken over|paid|spent|shipped|handed over|founded|set up"
            "|established|created|imposed|lifted|banned|seized|captured|arrested"
            "|detained|sentenced|convicted|killed|evacuated|elected|appointed|dismissed from"
            "|resigned|took effect|went into effect"
            "|(?:came|entered) into (?:force|effect|operation)|took part|took office|began"
            "|cut|invested"
            "|donated|provided|expanded|shut|awarded"
            "|granted|deployed|went on strike|walked off|shed|handed|signed up|took over"
            "|carried out|came into being"
        ),
        "signed": "signed|inked|initiall?ed|sealed",
        "approved": (
            "approved|ratified|cleared|adopted|passed|authori[sz]ed (?:the|a|an|its|to)|endorsed"
            "|voted (?:for|to|in favou?r)|gave (?:(?:its|his|her|their|the|final"
            "|formal) )*(?:approval|green light|go-ahead|consent|nod)"
        ),
        "agreed": (
            "agreed|(?:reached|struck|clinched|concluded) (?:an?|the|its"
            r"|their)(?: [\w-]+){0,3} (?:agreements?|deals?|dealt|accords?|contracts?"
            "|settlements?|compromise|pact)"
            "|came to terms|accepted|settled"
        ),
        "announced": "announced|announces|announcing|unveiled|disclosed|presented|reported",
        "planned": "planned|scheduled|slated|earmarked",
        "offered": (
            "offered|offers|(?:made|submitted|tabled|placed) (?:an?|its"
            r"|their)(?: [\w-]+){0,2} (?:offer|bid)"
        ),
        "proposed": (
            "proposed|proposes|suggested|suggests|recommended|called for|calls for"
            "|put forward|tabled|urged"
        ),
        "under_discussion": (
            "in talks|(?:holding|held|started|opened) talks|considering|considers"
            "|explor(?:e|es|ing)|weighing|mulling|reviewing|looking (?:into|at)"
            "|under (?:discussion|consideration|negotiation|review|study)"
            r"|(?:is|are|still|now) before (?:the|a|its) (?:\w+ )?(?:committee|board|council|court)"
            "|negotiat(?:e|es|ing|ed)|discuss(?:es|ed|ing)"
        ),
        "conditional": (
            r"(?:requires?|needs?|awaits?|awaiting|waiting for|without) (?:[\w-]+ ){0,2}green light"
            "|subject to|provided that|conditional (?:on|upon)|contingent (?:on|upon)"
            "|must (?:still )?be (?:approved|ratified)|(?:awaits?|awaiting|pending|requires?"
            r"|needs?) (?:[\w-]+ ){0,2}(?:approval|ratification|consent)"
        ),
        "postponed": (
            "postponed?|postpones|delayed|deferred|put off|put on hold|on hold|suspended"
            "|pushed back|shelved|rescheduled"
        ),
        "cancelled": (
            "cancell?ed|cancels|scrapped|called off|terminated|withdrawn|withdrew|dropped"
            "|abandoned|pulled out|annulled|revoked|aborted"
        ),
        "turned_down": (
            "rejected|rejects|turned down|refused|refuses|vetoed|voted down|blocked"
            "|voted against|ruled out"
        ),
        "denied": (
            "denied|denies|denying|refuted|rebutted"
            "|dismissed (?:the |these |any |such )?(?:reports?|rumou?rs|claims?|allegations?)"
        ),
    },
    instruments={
        "framework": "framework (?:agreements?|deals?|contracts?|accords?)",
        "memorandum": "memorand(?:um|a)(?: of understanding)?|mous?",
        "letter_of_intent": "letters? of intent",
        "contract": "contracts?",
        "agreement": "agreements?|deals?|accords?|pacts?|treat(?:y|ies)",
        "partnership": "partnerships?",
    },
    acts=(
        r"be \w+ed|be (?:built|sold|paid|bought|sent|held|taken|given|made|cut|met|won|spent)"
        "|sign|signing|ink|approve|ratify|adopt|pass|complete|finish|deliver|open|launch"
        "|build|buy|purchase|acquire|sell|pay|invest|supply|provide|create|establish|set up"
        "|introduce|impose|join|begin|start|raise|cut|close|expand|send|hold|meet|agree"
        "|conclude|finali[sz]e|implement|issue|publish|award|grant|produce|construct|develop"
        "|receive|lift|ban|spend|visit|take|give|be|become|move|make|return|work|increase"
        "|reduce"
    ),
    intends=(
        "will|won't|shall|would|is to|are to|was to|were to|plans? to|planned to|planning to"
        "|intends? to|intended to|intention to|aims? to|aimed at|seeks? to|hopes? to|hoped to"
        "|hoping to|hopes?|wants? to|wanted to|wishes to|expects? to|expected to|set to"
        "|due to be|scheduled to|slated to|going to|about to|looks? to|looking to|pledged to"
        "|pledges to|vowed to|promised to|committed to|ready to|prepared to|preparing to"
        "|likely to|(?-i:may)|might|could|should|must|needs? to|has to|have to"
        "|due (?:in|on)"
    ),
    conditions=(
        "if|unless|provided|once|in case|almost|nearly|(?:may|might|could|would|should) have"
        "|rumou?rs?|allegedly|reportedly|purportedly|false"
    ),
    denies=(
        "not|never|cannot|(?:has|have|had|is|are|was|were|wo|would|do|does|did"
        "|ca|could|should)n't|failed to|fails to|yet to"
    ),
    nobody=(
        "nobody|no one|none of|neither|nothing (?:has|have|had|is|are|was|were|will|would)"
        "|no (?!doubt|matter|secret|surprise|wonder|more|less|fewer|longer)(?:[a-z-]+ ){1,4}"
        "(?:has|have|had|is|are|was|were|will|would|could|can)"
    ),
    joins="but|and|only|merely|just",
    already=(
        "already(?! in (?:force|place|effect))|by now|has (?:begun|started)"
        "|have (?:begun|started)|under way|underway"
    ),
    not_yet="not yet|yet to|still (?:has |have )?not|(?:has|have) not (?:yet )?been",
    done=(
        r"(?:has|have|had|was|were|been)(?: \w+ly| also| already| now)? \w+(?:ed|wn|en|un|"
        r"ght|ld|id|de|ut|ept|elt|ent)|\w{3,}ed"
    ),
    coming=(
        r"(?:will|shall|must|should|(?P<open>to|would|may|might|could|can))"
        r"(?: not| also| soon| \w+ly)?"
        r"(?: be(?: \w+ly)? \w+(?:ed|wn|en|un|ght|ld|id|de|ut|ent)| (?!be )\w+)"
        r"|(?:plan|plans|intends?|wants?|hopes?|aims?|due|set|is|threaten(?:s|ed)|vow(?:s|ed)"
        r"|propos(?:es|ed)|pledg(?:es|ed)|promis(?:es|ed)|goal is|aim is) to (?!be )\w+"
        r"|(?:considering|threatening|proposing) \w+ing"
    ),
    undone=(
        "fail(?:ed|s|ing)? to (?:agree|reach|strike)|(?:unable to|could not|did not) agree"
        "|no deal was"
    ),
    formal=r"\b(?:sign|ink|seal|approv|ratif|adopt|conclud|authori|reject|cancel|turn)",
)

# fmt: off
DATES = Dates(
    months={"9": "sept"},
    regions="en_GB",
    capital=True,
    ordinals="st|nd|rd|th",
    between="of|of the year",
    to="to|through|until|till|thru",
    and_="and|or",
    day_behind=r"\.? (?:the )?",
    day_before_month=False,
    before=(
        "in|since|by|until|till|from|through|during|before|after|between|of|for|to|last|next|this"
        "|early|late|mid|mid-|every|around|year|years|early in|late in|back in|as of"
    ),
    nth={
        "1": "first|1st", "2": "second|2nd", "3": "third|3rd", "4": "fourth|4th|last|final",
    },
    quarter="quarter",
    half="half",
    elsewise=(
        "eve of|days? (?:after|before)|nights? (?:of|before)|ahead of|following day"
        "|today|yesterday|tomorrow|tonight|(?:last|this|next|same) (?:week|month|weekend|day)"
        "|the weekend|days? (?:ago|earlier|later|before|after)|weeks? (?:ago|earlier|later)"
        "|months? (?:ago|earlier|later)|the following (?:day|week|month)|a (?:day|week|month)"
        "|the [0-9]{1,2}(?:st|nd|rd|th)"
    ),
    other_year=(
        "(?:last|next|previous|following|prior|coming) year|years? (?:ago|earlier|later|before)"
        "|a year|this time last"
    ),
    eve="the day before|the previous day|a day earlier|one day earlier|the day prior",
    past="last|past|previous",
    coming="next|coming|upcoming",
)
# fmt: on

# fmt: off
PLACES = Places(
    matters=(
        "situation|wars?|conflicts?|crisis|crises|fighting|peace"
        "|violence|unrest|bloodshed|coup|hostilities|ceasefire|truce"
    ),
    within=(
        "in|at|on|near|outside|across|next to|close to|beside|throughout|within|around|inside|off"
        "|along"
    ),
    between="the a an of its their this that",
    capitals=True,
    inhabitants={
        "SE": "swede", "DK": "dane", "FI": "finn", "PL": "pole", "ES": "spaniard", "TR": "turk",
        "GB": "briton|englishman|englishwoman|scot|scotsman|welshman",
        "FR": "frenchman|frenchwoman", "NL": "dutchman|dutchwoman", "IE": "irishman|irishwoman",
        "HR": "croat", "RS": "serb", "NZ": "new zealander|kiwi",
    },
    adjectives={
        "FR": "french", "ES": "spanish", "DE": "german", "IT": "italian", "NL": "dutch",
        "BE": "belgian", "AT": "austrian", "PT": "portuguese", "GR": "greek", "PL": "polish",
        "HU": "hungarian", "FI": "finnish", "UA": "ukrainian", "IL": "israeli",
        "SK": "slovak|slovakian", "BG": "bulgarian", "HR": "croatian", "SI": "slovenian",
        "BR": "brazilian", "PE": "peruvian", "VN": "vietnamese", "TH": "thai", "MY": "malaysian",
        "TJ": "tajik", "AM": "armenian", "GE": "georgian", "SY": "syrian", "VE": "venezuelan",
        "CU": "cuban", "ZA": "south-african", "ET": "ethiopian", "GH": "ghanaian",
        "LT": "lithuanian", "LV": "latvian", "EE": "estonian", "IE": "irish", "MN": "mongolian",
        "AF": "afghan", "AL": "albanian", "EC": "ecuadorian", "BO": "bolivian", "UY": "uruguayan",
        "CY": "cypriot", "BD": "bangladeshi", "KZ": "kazakhstani", "KR": "south-korean",
        "EU": "european-union",
    },
)
# fmt: on

LANGUAGE = Language(
    code="en",
    text=TEXT,
    speech=SPEECH,
    names=NAMES,
    figures=FIGURES,
    stages=STAGES,
    places=PLACES,
    dates=DATES,
)
