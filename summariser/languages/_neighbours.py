"""Languages that are told apart and not read, so that none is taken for one that is."""

from __future__ import annotations

from ._language import Names, Neighbour, SentenceWords, SpeltForm, Text, Writing

# fmt: off
_UKRAINIAN = SentenceWords(
    before_a_name="вул",
    mid_sentence="ім",
    scales="тис дол",
    years="р рр",
    before_a_year="у з від після до на",
    starters="Це Цей Він Вона Вони Ми Але Та Також Як Після",
)

NEIGHBOURS = (
    Neighbour(  # Azerbaijani
        code="az",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="əğışç", more_letters="öü",
                    function_words="və bir bu üçün ilə olan də isə daha edir olub",
                ),
            ),
        ),
        names=Names(
            patronymics=("оглы углы олы | ~", "ogly | -"),
            surnames="заде zade",
        ),
    ),
    Neighbour(  # Bashkir
        code="ba",
        text=Text(
            writings=(
                Writing(
                    script="cyrillic", letters="ҙҫҡәғңөүһ", without="вфцщ",
                    function_words="һәм менән был өсөн тип",
                ),
            ),
        ),
    ),
    Neighbour(  # Belarusian
        code="be",
        text=Text(
            writings=(
                Writing(
                    script="cyrillic", letters="іў", without="ищъ",
                    function_words="і ў з на што не да гэта як",
                ),
            ),
        ),
    ),
    Neighbour(  # Bulgarian
        code="bg",
        text=Text(
            writings=(
                Writing(
                    script="cyrillic", without="ыэё",
                    function_words="и в на с от за до да не по се е са ще че като при през който",
                ),
            ),
        ),
    ),
    Neighbour(  # Catalan
        code="ca",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="·", more_letters="àçèéíïòóúü",
                    function_words="el la de i que a els les per amb un una és del al no es ha en",
                ),
            ),
        ),
    ),
    Neighbour(  # Kurdish in Arabic letters
        code="ckb",
        text=Text(
            writings=(
                Writing(
                    script="arabic", letters="ێۆڵە", more_letters="پچژگکیھڕڤ",
                    function_words="لە بە بۆ کە ئەو لەگەڵ",
                ),
            ),
        ),
    ),
    Neighbour(  # Czech
        code="cs",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="ěřů", more_letters="ščžýáíéúťďňó",
                    function_words="a se v na je že s do o k i by jsou jako ale od po podle",
                ),
            ),
            ordinal_stop=True,
        ),
    ),
    Neighbour(  # Danish
        code="da",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="æøå", more_letters="é",
                    function_words=(
                        "og at det er en af på til som med den for ikke de har et ved fra blev også"
                        " efter kan man vil"
                        " blevet sagde mellem hvor nye"
                    ),
                ),
            ),
            ordinal_stop=True,
        ),
        names=Names(
            spelt_forms=(SpeltForm(piece=" a/s", pattern=r"(?<=\w) a/s(?!\w)", short=" as"),),
        ),
    ),
    Neighbour(  # Spanish
        code="es",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="ñ¿óí", more_letters="áéúü¡",
                    function_words=(
                        "el la los las y una del por con para que es se su como más fue ha sus al"
                        " entre de en un a no lo o"
                    ),
                ),
            ),
        ),
        names=Names(particles="de del", links="y del"),
    ),
    Neighbour(  # Estonian
        code="et",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="õäö", more_letters="üšž",
                    function_words="ja on ei see et ta oli aga kui ning või ka mis oma selle",
                ),
            ),
            ordinal_stop=True,
        ),
    ),
    Neighbour(  # Persian
        code="fa",
        text=Text(
            writings=(
                Writing(
                    script="arabic", letters="پچژگکی", more_letters="ئۀ",
                    function_words="و در به از که این را با است برای آن می شد خود های",
                ),
            ),
        ),
    ),
    Neighbour(  # Finnish
        code="fi",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="äö", more_letters="å",
                    function_words=(
                        "ja on ei se että hän oli mutta kun kuin niin tai myös ovat sen joka mukaan"
                    ),
                ),
            ),
            ordinal_stop=True,
        ),
        names=Names(forms_after="oyj"),
    ),
    Neighbour(  # Croatian
        code="hr",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="đć", more_letters="čšž",
                    function_words="i je se na da su za od o kako ne koji će bi što ili",
                ),
            ),
            ordinal_stop=True,
        ),
    ),
    Neighbour(  # Hungarian
        code="hu",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="őűáí", more_letters="éóöúü",
                    function_words=(
                        "a az és hogy nem is egy ez volt van meg de ha csak már még el mint"
                    ),
                ),
            ),
            ordinal_stop=True,
        ),
    ),
    Neighbour(  # Indonesian
        code="id",
        text=Text(
            writings=(
                Writing(
                    script="latin",
                    function_words=(
                        "yang dan di dengan untuk pada dari ini itu tidak akan dalam telah oleh ke"
                        " juga"
                    ),
                ),
            ),
        ),
    ),
    Neighbour(  # Italian
        code="it",
        text=Text(
            writings=(
                Writing(
                    script="latin", more_letters="àèéìíòóùú",
                    function_words=(
                        "il la di che è della per una con sono nel dei alla gli delle ha anche più"
                        " si e a i in un non da lo"
                    ),
                ),
            ),
        ),
        names=Names(particles="di da del", links="di da del e", forms_after="spa srl"),
    ),
    Neighbour(  # Korean
        code="ko",
        text=Text(writings=(Writing(script="hangul", usual=True),)),
    ),
    Neighbour(  # Kurdish
        code="ku",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="êîû", more_letters="çş",
                    function_words="û ku li ji bi de di jî bo ev ew bû dike",
                ),
            ),
        ),
    ),
    Neighbour(  # Kyrgyz
        code="ky",
        text=Text(
            writings=(
                Writing(
                    script="cyrillic", letters="ңөү", without="вфцщ",
                    function_words="менен жана бул үчүн деди",
                ),
            ),
        ),
        names=Names(patronymics=("уулу кызы | ~",)),
    ),
    Neighbour(  # Lithuanian
        code="lt",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="ėįųū", more_letters="ąčęšž",
                    function_words="ir yra į iš kad su tai bet po apie buvo kaip už jo nuo",
                ),
            ),
        ),
    ),
    Neighbour(  # Latvian
        code="lv",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="āēģīķļņū", more_letters="čšž",
                    function_words="un ir par no ar uz kas tas arī ka tā bija lai pēc bet gan",
                ),
            ),
            ordinal_stop=True,
        ),
    ),
    Neighbour(  # Macedonian
        code="mk",
        text=Text(
            writings=(
                Writing(
                    script="cyrillic", letters="ѓќѕјљњџ", without="щыэёйюяь",
                    function_words="и на во од за да се со е не ќе дека",
                ),
            ),
        ),
    ),
    Neighbour(  # Mongolian
        code="mn",
        text=Text(
            writings=(
                Writing(
                    script="cyrillic", letters="өү",
                    function_words="нь байна юм энэ гэж болон байгаа улсын",
                ),
            ),
        ),
    ),
    Neighbour(  # Norwegian
        code="nb",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="æøå", more_letters="é",
                    function_words=(
                        "og at det er en av på til som med den for ikke de har et ved fra ble også"
                        " etter å kan man vil"
                        " blitt sa mellom hvor nye"
                    ),
                ),
            ),
            ordinal_stop=True,
        ),
    ),
    Neighbour(  # Dutch
        code="nl",
        text=Text(
            writings=(
                Writing(
                    script="latin", more_letters="éëïöüèç",
                    function_words=(
                        "de het een van en dat op te voor met zijn niet aan door bij ook als maar"
                        " worden heeft naar"
                    ),
                ),
            ),
        ),
        names=Names(particles="van", forms_after="nv bv"),
    ),
    Neighbour(  # Norwegian again: pages name it so
        code="no",
        text=Text(ordinal_stop=True),
        names=Names(forms_after="as"),
    ),
    Neighbour(  # Polish
        code="pl",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="łąęśżź", more_letters="ćńó",
                    function_words=(
                        "i w na z się że do jest nie o jak oraz przez po dla a od za ale są był"
                    ),
                ),
            ),
        ),
        names=Names(
            forms_after="spzoo",
            spelt_forms=(
                SpeltForm(piece=" sp", pattern=r" sp\. ?z ?o\. ?o\.?(?!\w)", short=" spzoo"),
            ),
        ),
    ),
    Neighbour(  # Pashto
        code="ps",
        text=Text(
            writings=(
                Writing(
                    script="arabic", letters="ښړټډځڅڼۍې", more_letters="پچژگکی",
                    function_words="په او چې له دې ته کې سره",
                ),
            ),
        ),
    ),
    Neighbour(  # Portuguese
        code="pt",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="ãõç", more_letters="áâàéêíóôúü",
                    function_words=(
                        "o os as e um uma do da dos em no na com não para que mais foi ao pelo a de"
                        " por se"
                    ),
                ),
            ),
        ),
        names=Names(particles="da"),
    ),
    Neighbour(  # Romanian
        code="ro",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="ășț", more_letters="âîşţ",
                    function_words=(
                        "și în de la a cu pe din care nu se este pentru o un că sau ale prin"
                    ),
                ),
            ),
        ),
    ),
    Neighbour(  # Slovak
        code="sk",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="ľĺŕ", more_letters="áäčďéíňóôšťúýž",
                    function_words="a sa v na je že s z do o k aj by pre sú ako ale od po podľa",
                ),
            ),
            ordinal_stop=True,
        ),
    ),
    Neighbour(  # Slovenian
        code="sl",
        text=Text(
            writings=(
                Writing(
                    script="latin", more_letters="čšž",
                    function_words="je v na se da za s pa ki bi ne kot tudi po",
                ),
            ),
            ordinal_stop=True,
        ),
    ),
    Neighbour(  # Albanian
        code="sq",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="ë", more_letters="ç",
                    function_words="të e në dhe i me për një se nga është që më u do ka",
                ),
            ),
        ),
    ),
    Neighbour(  # Serbian
        code="sr",
        text=Text(
            writings=(
                Writing(
                    script="cyrillic", letters="ђјљњћџ",
                    function_words="је и у на се да",
                ),
            ),
        ),
    ),
    Neighbour(  # Swedish
        code="sv",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="åäö", more_letters="é",
                    function_words=(
                        "och att det som en på är av för med den till inte har ett om var men sig"
                        " från vid ska de så kan man efter"
                    ),
                ),
            ),
        ),
        names=Names(forms_after="ab"),
    ),
    Neighbour(  # Swahili
        code="sw",
        text=Text(
            writings=(
                Writing(
                    script="latin",
                    function_words="ya na wa kwa ni katika la za kuwa hiyo cha yake",
                ),
            ),
        ),
    ),
    Neighbour(  # Tajik
        code="tg",
        text=Text(
            writings=(
                Writing(
                    script="cyrillic", letters="ӣӯҳҷқғ", without="ыщцәіңөүұ",
                    function_words="бо дар аз ки барои",
                ),
            ),
        ),
    ),
    Neighbour(  # Turkmen
        code="tk",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="ýňäöü", more_letters="çşž",
                    function_words="we bu bilen üçin hem boldy bolan edip şeýle ýa",
                ),
            ),
        ),
    ),
    Neighbour(  # Tagalog
        code="tl",
        text=Text(
            writings=(
                Writing(
                    script="latin",
                    function_words="ang ng sa na mga ay at hindi ito si kay",
                ),
            ),
        ),
    ),
    Neighbour(  # Tatar
        code="tt",
        text=Text(
            writings=(
                Writing(
                    script="cyrillic", letters="җәөүңһ", without="вцщ",
                    function_words="һәм белән бу өчен дип да дә иде",
                ),
            ),
        ),
    ),
    Neighbour(  # Uyghur
        code="ug",
        text=Text(
            writings=(
                Writing(
                    script="arabic", letters="ەۇۋېۈۆ", more_letters="پچژگڭھىي",
                    function_words="ۋە بىلەن بۇ ئۈچۈن دەپ",
                ),
            ),
        ),
    ),
    Neighbour(  # Ukrainian
        code="uk",
        text=Text(
            writings=(
                Writing(
                    script="cyrillic", letters="іїєґ", without="ыэъё",
                    function_words="та і й з у в на що не до за від це як про для вчора",
                ),
            ),
            everywhere=_UKRAINIAN,
        ),
        names=Names(pronouns="він вона вони"),
    ),
    Neighbour(  # Urdu
        code="ur",
        text=Text(
            writings=(
                Writing(
                    script="arabic", letters="ٹڈڑںےہھ", more_letters="پچژگکی",
                    function_words="کے میں کی ہے اور سے کا کو نے پر",
                ),
            ),
        ),
    ),
    Neighbour(  # Vietnamese
        code="vi",
        text=Text(
            writings=(
                Writing(
                    script="latin", letters="ăđơư",
                    more_letters=(
                        "âêôàáãèéìíòóùúýĩũạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
                    ),
                    function_words=(
                        "và của là có được cho trong với các một không này đã những để người"
                    ),
                ),
            ),
        ),
    ),
)
# fmt: on
