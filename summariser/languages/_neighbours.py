"""Languages that are told apart and not read, so that none is taken for one that is."""

from __future__ import annotations

from ._language import Names, Neighbour, SentenceWords, SpeltForm, Text, Writing

# fmt: off
NEIGHBOURS = (
    Neighbour(
        code="az",
        text=Text(writings=(
            Writing(
                script="latin", letters="əğışç",
                function_words="və bir bu üçün ilə olan də isə daha edir olub",
            ),
        )),
        names=Names(
            patronymics=("оглы углы олы | ~", "ogly | -"),
            surnames="заде zade",
        ),
    ),
    Neighbour(
        code="be",
        text=Text(writings=(
            Writing(
                script="cyrillic", letters="іў", without="ищъ",
                function_words="і ў з на што не да гэта як",
            ),
        )),
    ),
    Neighbour(code="cs", text=Text(ordinal_stop=True)),
    Neighbour(
        code="da",
        text=Text(ordinal_stop=True),
        names=Names(
            spelt_forms=(SpeltForm(piece=" a/s", pattern=r"(?<=\w) a/s(?!\w)", short=" as"),),
        ),
    ),
    Neighbour(
        code="es",
        text=Text(writings=(
            Writing(
                script="latin", letters="ñ¿óí",
                function_words=(
                    "el la los las y una del por con para que es se su como más fue ha sus al entre"
                ),
            ),
        )),
        names=Names(particles="de del", links="y del"),
    ),
    Neighbour(code="et", text=Text(ordinal_stop=True)),
    Neighbour(code="fi", text=Text(ordinal_stop=True), names=Names(forms_after="oyj")),
    Neighbour(code="hr", text=Text(ordinal_stop=True)),
    Neighbour(code="hu", text=Text(ordinal_stop=True)),
    Neighbour(
        code="it",
        text=Text(writings=(
            Writing(
                script="latin",
                function_words=(
                    "il la di che è della per una con sono nel dei alla gli delle ha anche più si"
                ),
            ),
        )),
        names=Names(particles="di da del", links="di da del e", forms_after="spa srl"),
    ),
    Neighbour(code="ko", text=Text(writings=(Writing(script="hangul", usual=True),))),
    Neighbour(
        code="ky",
        text=Text(writings=(
            Writing(
                script="cyrillic", letters="ңөү", without="вфцщ",
                function_words="менен жана бул үчүн деди",
            ),
        )),
        names=Names(patronymics=("уулу кызы | ~",)),
    ),
    Neighbour(code="lv", text=Text(ordinal_stop=True)),
    Neighbour(code="nb", text=Text(ordinal_stop=True)),
    Neighbour(
        code="nl",
        text=Text(writings=(
            Writing(
                script="latin",
                function_words="de het een van en is dat op te voor met zijn niet aan door",
            ),
        )),
        names=Names(particles="van", forms_after="nv bv"),
    ),
    Neighbour(code="no", text=Text(ordinal_stop=True), names=Names(forms_after="as")),
    Neighbour(
        code="pl",
        text=Text(writings=(
            Writing(
                script="latin", letters="łąęśżź",
                function_words="i w na z się że do jest nie o jak oraz przez po dla",
            ),
        )),
        names=Names(
            forms_after="spzoo",
            spelt_forms=(
                SpeltForm(piece=" sp", pattern=r" sp\. ?z ?o\. ?o\.?(?!\w)", short=" spzoo"),
            ),
        ),
    ),
    Neighbour(
        code="pt",
        text=Text(writings=(
            Writing(
                script="latin", letters="ãõç",
                function_words=(
                    "o os as e um uma do da dos em no na com não para que mais foi ao pelo"
                ),
            ),
        )),
        names=Names(particles="da"),
    ),
    Neighbour(code="sk", text=Text(ordinal_stop=True)),
    Neighbour(code="sl", text=Text(ordinal_stop=True)),
    Neighbour(
        code="sr",
        text=Text(writings=(
            Writing(script="cyrillic", letters="ђјљњћџ", function_words="је и у на се да"),
        )),
    ),
    Neighbour(code="sv", text=Text(), names=Names(forms_after="ab")),
    Neighbour(
        code="tg",
        text=Text(writings=(
            Writing(
                script="cyrillic", letters="ӣӯҳҷқғ", without="ыщцәіңөүұ",
                function_words="бо дар аз ки барои",
            ),
        )),
    ),
    Neighbour(
        code="uk",
        text=Text(
            writings=(
                Writing(
                    script="cyrillic", letters="іїєґ", without="ыэъё",
                    function_words="та і й з у в на що не до за від це як про для вчора",
                ),
            ),
            everywhere=SentenceWords(
                before_a_name="вул",
                mid_sentence="ім",
                scales="тис дол",
                years="р рр",
                before_a_year="у з від після до на",
                starters="Це Цей Він Вона Вони Ми Але Та Також Як Після",
            ),
        ),
        names=Names(pronouns="він вона вони"),
    ),
)
# fmt: on
