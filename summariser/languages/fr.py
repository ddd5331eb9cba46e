"""French."""

from __future__ import annotations

from ._language import Instruction, Language, Names, SentenceWords, Text, Writing

# fmt: off
TEXT = Text(
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
        before_a_name="mme mlle p.ex",
        before_a_number="env art",
        scales="md mds",
        starters="Les Il Elle Ils Ce Cette Mais Selon Un Une",
    ),
    elided="d l",
    quotation_marks=("«»", "“”"),
    instructions=(
        Instruction(
            pieces="gnore oubl",
            pattern=r"(ignore[rz]?|oublie[rz]?)\s (.{0,40}\s)? (instruction|consigne|règle)",
        ),
    ),
)

NAMES = Names(
    particles="de la",
    not_in_a_person="du",
    no_given_name="le la les un une des",
    pronouns="il elle ils elles lui",
    articles=(
        r"(?:le|la|les)\s+(?=\w)",
        r"l['’ʼ](?=\w\w)",
        r"(?:L['’ʼ]|(?:Le|La|Les)\s+)(?=\w\S*\s+(?:\w\S*\s+)*[a-zà-ÿ])",
    ),
    links="de du des la le les l d",
    courtesy="mme",
    titles_before_one_word="président|présidente|ministre",
    descriptions=(
        r"^(?:[Ll]a |[Ll]e |[Ll]['’])?(?:société|entreprise|compagnie|groupe) (?=[\"“«A-ZÀ-Ý])",
    ),
    forms_after="sa sarl",
)
# fmt: on

LANGUAGE = Language(code="fr", text=TEXT, names=NAMES)
