"""Turkish."""

from __future__ import annotations

from ._language import Endings, Instruction, Language, Names, SentenceWords, Text, Writing

# fmt: off
TEXT = Text(
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
        before_a_name="sn doç av",
        scales="mln mlr mly trl",
        units="TL Türk Dolar Euro Lira",
        after_company="Ltd Şti",
        last="v.b",
        starters="Bu Ancak Ayrıca",
    ),
    ordinal_stop=True,
    quotation_marks=("“”",),
    instructions=(
        Instruction(
            pieces="yok unut kkate görmez",
            pattern=r"""
                (talimat|yönerge|kural|komut)\w*\s (.{0,20}\s)?
                (yok\ssay|unut|dikkate\salma|görmezden)""",
        ),
    ),
)

NAMES = Names(
    endings=(
        Endings(
            where="last only", shortest=5, rows=("ğan oğlu || ın nun a ya ı yu da dan",),
        ),
    ),
    endings_after_apostrophe=(
        "ın in un ün nın nin nun nün a e ya ye ı i u ü yı yi yu yü da de ta te dan den tan ten"
        " la le yla yle na ne nı nu nü nda nde ndan nden"
    ),
    surnames="oğlu oglu",
    no_given_name="bu",
    pronouns="o onlar onun",
    forms_after="aş şti",
    no_legal_form="şti",
)
# fmt: on

LANGUAGE = Language(code="tr", text=TEXT, names=NAMES)
