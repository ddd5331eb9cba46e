"""German."""

from __future__ import annotations

from ._language import (
    Endings,
    Instruction,
    Language,
    Names,
    SentenceWords,
    SpeltForm,
    Text,
    Writing,
)

# fmt: off
TEXT = Text(
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
            " dr.-ing dipl.-ing dipl.-kfm"
        ),
        before_a_number="nr art abs ziff bd febr okt dez mind",
        mid_sentence="mrd mio bio tsd str",  # a German sum goes on with a noun
        units="Euro Dollar Dollars Yuan Yen Lira Rubel Franken Tonnen",
        after_company="KG GmbH",
        starters=(
            "Der Die Das Es Er Sie Wir Ein Eine Im Am Bei Mit Nach Seit Auch Doch Aber Und Dabei"
            " Damit Diese Dieser Dieses Für Zudem Außerdem Beide Beides Deren Dessen Alle Viele"
            " Einige Hier Dort Dazu Daher Deshalb Laut Kein Keine Danach Insgesamt Heute Trotz Ihre"
            " Seine Man"
        ),
    ),
    ordinal_stop=True,
    quotation_marks=("„“", "„”"),  # the second as many a keyboard types it
    instructions=(
        Instruction(
            pieces="gnor verg ssacht",
            pattern=r"""
                (ignorier|vergiss|missacht)\w*\s (.{0,40}\s)?
                (anweisung|vorgabe|regel|instruktion)""",
        ),
    ),
)

NAMES = Names(
    endings=(
        Endings(
            where="last only", shortest=4, rows=("b c d f g h j k l m n p q r t v w y || s",),
        ),
        Endings(where="only", shortest=4, rows=("a e i o u || s",)),
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
    not_in_a_person="des dem für du und",
    no_given_name=(
        "der die das den ein eine im am bei mit nach für des"
        " ~ung ~heit ~keit"
    ),
    pronouns="er sie es",
    articles=(
        r"(?:der|die|das|den|dem|des)\s+(?=\w)",
        r"(?:Der|Die|Das)\s+(?=\w\S*\s+\w)",
    ),
    links="von der die das den dem des zu",
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
)
# fmt: on

LANGUAGE = Language(code="de", text=TEXT, names=NAMES)
