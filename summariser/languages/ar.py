"""Arabic."""

from __future__ import annotations

from collections.abc import Iterator

from ._language import Instruction, Language, Names, SentenceWords, Text, Writing

# fmt: off
TEXT = Text(
    writings=(
        Writing(
            script="arabic", usual=True,
            function_words=(
                "و في من على إلى أن عن مع هذا هذه التي الذي بعد قال بين ما لا كان وقد خلال"
            ),
        ),
    ),
    everywhere=SentenceWords(
        starters="وقال وأضاف وأكد وأشار كما وفي في هذا هذه وقد ومن وكان",
    ),
    quotation_marks=("«»", "“”"),
    # And, so, in, to, like, the.
    proclitics=(
        "و ف ب ل ك ال وال بال لل فال كال وبال ولل وكال فب فل ول وب وك فبال فلل"
    ),
    instructions=(
        Instruction(
            pieces="تجاهل انس", pattern="(تجاهل|انس).{0,40}(التعليمات|الأوامر|القواعد)",
        ),
    ),
)

_NATIONAL = (
    "إسباني|كندي|ألماني|فرنسي|أمريكي|أميركي|صيني|روسي|تركي|ياباني|كوري|إيطالي|بريطاني|هندي|سعودي"
    "|إماراتي|قطري|كويتي|مصري|كازاخستاني|كازاخي|أوزبكي|سويسري|نمساوي|هولندي|بلجيكي|سويدي|نرويجي"
    "|دنماركي|برازيلي|ماليزي|سنغافوري|أسترالي|عماني|بحريني|مغربي|جزائري|تونسي|عراقي|أردني|لبناني"
)


def _without_proclitic(word: str, place: str) -> Iterator[str]:
    """An Arabic word without و, ب, ل; a name of one word also without its article."""
    rests = [word]
    for proclitic in ("و", "ب", "ل", "وب", "ول"):
        rest = word.removeprefix(proclitic)
        shortest = 3 if proclitic[0] == "و" and place == "first" else 4  # كريم is not ريم
        if rest != word and len(rest) >= shortest:
            rests.append(rest)
            if proclitic[-1] == "ل" == rest[0]:  # للصين = ل + الصين
                rests.append("ا" + rest)
    yield from rests[1:]
    if place == "only":
        yield from (rest[2:] for rest in rests if rest.startswith("ال") and len(rest) >= 5)


NAMES = Names(
    split_off=_without_proclitic,
    particles="bin ibn al el",
    pronouns="هو هي هم",
    attached_article="ال",
    courtesy="السيد السيدة",
    titles="الدكتور",
    generic=(rf"(?<=\") ال(?:{_NATIONAL})ة?$",),
    forms_before="شركة وشركة بشركة لشركة فشركة",
    no_legal_form="شركة وشركة بشركة لشركة فشركة",
)
# fmt: on

LANGUAGE = Language(code="ar", text=TEXT, names=NAMES)
