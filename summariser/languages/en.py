"""English."""

from __future__ import annotations

from ._language import Instruction, Language, Names, SentenceWords, SpeltForm, Text, Writing, pairs

# fmt: off
TEXT = Text(
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
            " pte pty pvt sdn"
        ),
        before_a_number=(
            "no nos p pp fig vol sec ch rs tk jan feb mar apr jun jul aug sep sept oct nov dec"
            " approx est max min"
        ),
        mid_sentence="jr sr st mt ft dept univ assn",
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
        before_a_year="in by since until",
        starters=(
            "The Then A In On At It He She They We You This That These Those But And However"
            " Meanwhile For As If When While After Before Its His Her Their Our There What Who How"
            " According"
        ),
    ),
    quotation_marks=("“”",),
    apostrophe_first="n s em tis twas til cause round",
    instructions=(
        Instruction(
            pieces="gnor regard forget overr",
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

NAMES = Names(
    endings_after_apostrophe="s",
    name_without_s=(
        "abraham abram adam andrew anton arnold brook chamber christian collin conrad daniel david"
        " edward engel evan field flower frederick gabriel gate harper higgin hopkin hugh isaac"
        " jacob jame jenkin john matthew meyer michael michel mille nathan nichol owen parson"
        " perkin peter philip phillip power richard robert roger rodger samuel simon stephen steven"
        " summer water watkin well willem william winter wood"
    ),
    particles="of",
    not_in_a_person="of for the and",
    no_given_name=(
        "the a an in on at by for from with as but and when while after if yet mr mrs ms dr"
        " ~ting ~tion ~ment ~ness"
        " economist economics analyst analysts critics talks shares"
    ),
    pronouns="he she it they his her their",
    links="of the to for from with",
    courtesy="mr mrs ms",
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
)
# fmt: on

LANGUAGE = Language(code="en", text=TEXT, names=NAMES)
