"""One name under inflection, script and typography: «Талгатом Калиевым» is «Талгат Калиев».

For holding the dictionary form a model gives against the words an article writes.  No distance
is measured: two words agree when a known ending, taken off one, leaves the other to the letter,
or to the sound if one is Cyrillic and one Latin.  So an unknown inflection is a "no", never a
guess.  Not for world knowledge: acronyms and what they stand for, «Россия»/«Ресей», titles.

Some pairs no string can decide.  We say yes where one is a regular inflection of all of the
other («Александра Иванова» is how one writes "of Александр Иванов"), and no where the surname
stays as it is («Александра Шмидт» is a woman).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

_LONGEST = 200  # code points; what is longer is no name, and is compared to the letter only
_Placed = tuple[str, str]  # a word, and where in its own text it stands: first, middle, last, only


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _dict(pairs: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in pairs.split())


# fmt: off
_FAMILY = ("ов", "ев", "ин", "ын")
_HISSING, _NASAL, _VOICED = "ж ш щ ц ч", "м н ң", "ж з й л р"
_HARD = "б в г д ж з к л м н п р с т ф х ц ч ш щ қ ғ ң"
_VOWEL, _VOICELESS = "а ә е и і о ө у ұ ү ы э ю я", "б в г ғ д к қ п с т ф х һ ц ч ш щ"
# where, shortest dictionary form, [last letters of the stem | dictionary ending | other endings]
_ENDINGS = [
    ("first middle last only", 2, [  # Russian
        f"{_HARD} || а у ом е", f"{_HISSING} || ем", "ов ев ин ын || ым",
        f"г к х {_HISSING} | а | и", f"{_HISSING} | а | ей ею", "| а | ы е у ой ою",
        "| я | и е ю ей ею", "| лев | льва льву львом льве",
        "| ь | я ю ем е и ью", "| й | я ю ем е и", "| ство | ства ству ством стве",
        "| ние | ния нию нием нии", "| ый | ого ому ым ом", "| ой | ого ому ым им ом",
        "| ий | ого ому им ом его ему ем", "| ая | ой ою ую", "| яя | ей ею юю",
        "| ое | ого ому ым им ом", "| ее | его ему им ем", "| ые | ых ым ыми",
        "| ие | их им ими", "| ел | ла лу лом ле", "| ец | ца цу цом цем це", "| ок | ка ку ком ке",
    ]),
    ("first middle last only", 5, [
        "| ы | ов ам ами ах", "ин ив ат ер | ы |", "| и | ей ам ями ях ов ами ах",
    ]),
    ("last only", 4, [  # Kazakh: the case goes on the last word
        f"{_VOWEL} {_NASAL} || ның нің", f"{_VOICED} || дың дің", f"{_VOWEL} || ны ні",
        f"{_NASAL} {_VOICED} || ды ді", f"{_VOWEL} {_VOICED} || дан ден", f"{_NASAL} || нан нен",
        f"{_VOWEL} {_NASAL} {_VOICED} || ға ге да де дағы дегі мен", "з ж || бен",
        f"{_VOICELESS} || тың тің ты ті қа ке та те тан тен тағы тегі пен",
        "ы і || на не н нда нде нан нен ндағы ндегі",
    ]),
    ("last only", 5, [  # Uzbek, Turkish
        "ов ев ова ева стон кент || нинг ни га да дан",
        "ov ev ova eva ston kent qand || ni ga da dan",
        "|| ning нинг", "ğan oğlu || ın nun a ya ı yu da dan",
    ]),
    ("last only", 4, ["b c d f g h j k l m n p q r t v w y || s"]),  # German, English
    ("only", 4, ["a e i o u || s"]),
    ("last only", 3, ["tag rat amt land bund band dienst gericht werk reich verein || es"]),
    ("first middle", 6, [f"sch igt ig lich nal | {e} | e en er em es" for e in ("e", "er", "es")]),
]
_BY_ENDING: dict[_Placed, list[tuple[tuple[str, ...], str, int]]] = {}  # (place, ending): …
for _places, _shortest, _rows in _ENDINGS:
    for _finals, _lost, _others in (_row.split("|") for _row in _rows):
        for _key in [(p, o) for p in _places.split() for o in _others.split() or [""]]:
            _row_turned = (tuple(_finals.split()) or ("",), _lost.strip(), _shortest)
            _BY_ENDING.setdefault(_key, []).append(_row_turned)

_KAZAKH = frozenset(o for row in _ENDINGS[2][2] for o in row.split("|")[2].split())
_AFTER_APOSTROPHE = _KAZAKH | {""} | _set(
    "s ın in un ün nın nin nun nün a e ya ye ı i u ü yı yi yu yü da de ta te dan den tan ten la"
    " le yla yle ning ni ga а у ом ем е и ы ой ов"
)
_OWN_ENDING = _set("аманда ванда гренада канада линда невада руанда уганда")
# Surnames in -s beside a name without it: Robert Adam, Robert Adams.
_OWN_S = _set(
    "abraham abram adam ahren andrew anton arnold bank behren brook carsten chamber christian"
    " collin conrad daniel david edward engel evan field flower frederick friedrich gabriel gate"
    " harper heinrich hendrick hendrik herman higgin hopkin hugh isaac jacob jame jenkin john"
    " jürgen marten matthew merten meyer michael michel mille myer nathan nichol owen parson"
    " peeter perkin peter philip phillip power richard robert roger rodger samuel sander siemen"
    " simon steffen stephen steven summer ulrich water watkin well wilhelm willem william winter"
    " wood"
)
# Given names of men that a woman's name exceeds by -а or -я.
_TWINS = _set(
    "азиз айдан александр амир анастасий богдан валентин валерий василий виктор владислав дан"
    " дин динар дидар евгений жамал жан иван ильмир камил камиль карим кристиан латиф любомир"
    " мадин марин мариан мирослав назир наиль нурлан рамиль рашид роман сабин саид самир"
    " святослав станислав фарид халид шариф эльмир эмиль юлий ян ярослав"
)
# Places that end like a surname; the genitive of a bare surname might be his wife's name.
_PLACES = _set(
    "берлин борисов дублин киев краков львов могилев нанкин пекин псков ростов саратов тамбов"
    " турин харьков чернигов тяньцзин шэньчжэн"
)
_SINITIC = _set(
    "ван вэнь го гао дэн ким ли лин линь лю ма нгуен пак си сунь сюй у фан ху хуан цай цзян цинь"
    " чжан чжао чжоу чжу чэнь чан юань ян"
)
_RESPELT = (("қазақ", "казах"), ("өзбек", "узбек"), ("самұрық", "самрук"))
_SOUNDED = _dict(  # by ear, or by custom, not by letter
    "байден=biden боинг=boeing гугл=google дженерал=general джеймс=james джо=joe джон=john"
    " дир=deere дэвид=david каспий=caspian майкл=michael майкрософт=microsoft самұрық=samruk"
    " си=xi токио=tokyo трамп=trump уильям=william цзиньпин=jinping шелл=shell шеврон=chevron"
    " шольц=scholz эйр=air эйрвейз=airways эйрлайнз=airlines эйрлайнс=airlines электрик=electric"
    " эппл=apple энерджи=energy"
)

_BEFORE = _set(
    "the ао тоо ооо пао зао оао нао ақ жшс нк ұк jsc llp llc nc pjsc شركة"
)
_AFTER = _set(
    "ао тоо ооо пао зао ақ жшс llc ltd limited inc incorporated corp corporation co company plc"
    " gmbh ag se sa spa nv bv jsc pjsc llp kg kgaa srl sarl ab oyj aş as pte pty mchj & und and"
    " 株式会社"
)
_DOTTED_FORM = re.compile(r" ((?:[a-zş]\. ?){2,4})$")
_HAN_FORM = re.compile(  # 中国公司, "Chinese companies", are not 中国
    r"^株式会社(?=..)|(?<=..)(?:株式会社|(?:集团)?(?:股份|责任)?有限(?:责任)?公司)$"
    r"|(?<=..)(?<!国|坦|本|度)(?<!俄罗斯)公司$"
)
_GENERIC = re.compile(  # nor are «компании США» the USA: only before quotes or Latin letters
    r"^(?:авиа)?(?:компани|корпораци)\w{1,2} (?=[\"a-z])"
    r"|(?<=[\"a-z]) (?:авиа)?(?:компаниясы|корпорациясы)(?:на|н|ның|нда|нан|мен)?$"
)
_COURTESY = re.compile(  # «президент Air Astana» is not Air Astana: so no Russian offices
    r"^(?:(?:mr|mrs|ms|mme|herrn?|frau|г-на?|г-жа|г-жи|господин(?:[ауе]|ом)?|госпож(?:[аиеу]|ой)"
    r"|السيد|السيدة)\.? |(?:the )?(?:dr|prof|sir|الدكتور|president|chancellor|senator"
    r"|secretary of state|(?:prime |foreign )?minister|präsident|(?:bundes)?kanzler(?:in)?)\.?"
    r" (?=\S+ \S))"
)
_PATRONYMIC = re.compile(
    r"..(?:[ое]вич|ьич|мич|кич)(?:а|у|ем|е)?$|..(?:[ое]вн|ичн)(?:а|ы|е|у|ой)$"
    r"|..(?:[ұу]лы|уулу|[қк]ызы|[оу]г?лы|[оу]гли|[қк]изи)\w{0,3}$"
    r"|..(?:[oe]vich|[oe]vna|...uly|[kq]yzy|ogly|o'?g'?li|qizi)$"
)
_SURNAME = re.compile(
    r"(?:[ое]в|[иы]н|[сц]кий|[ое]ва|[иы]на|[сц]кая|енко|[ұу]лы|[қк]ызы|заде|ян|швили|дзе|чук"
    r"|[oe]va?|skiy|sky|skaya|enko|uly|qyzy|zade|o[gğ]lu|shvili)$"
)
_INITIAL = re.compile(r"(?:[^\W\d_]|дж|[kscz]h|y[aeou])\.")
_GLUED_INITIAL = re.compile(r"(?<![^\W_])([^\W\d_]\.)(?=[^\W\d_])")
_STATE = re.compile(r"\b(?:u\. ?s\.(?: ?a\.)?|u\. ?k\.|u\. ?n\.|e\. ?u\.|u\. ?a\. ?e\.)")

_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff™®©]")
_PUNCTUATION = re.compile(r"[,:/](?![0-9])|(?<![0-9])[,:/]|[\"()\[\]{};!?|\\*_~、。،؛؟]")
_EVEN = str.maketrans(
    dict.fromkeys("«»„“”‟‹›「」『』《》〈〉〝〞＂″", '"') | dict.fromkeys("’‘ʼʻ`´′‛＇ʹ", "'")
    | dict.fromkeys("‐‑‒–—―−﹣－⁃", "-") | dict.fromkeys("·•・‧", " ")
    | {"ё": "е", "\u0300": None, "\u0301": None, "\u0307": None}
)
_BARE = {
    c: unicodedata.normalize("NFD", c)[0]
    for c in map(chr, (*range(0xDF, 0x250), *range(0x1E00, 0x1F00)))
}
_PLAIN = str.maketrans(
    {accented: bare for accented, bare in _BARE.items() if bare.isascii()}
    | {"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ə": "a", "ї": "и"}
    | dict(zip("ғқңөұүһәіўґєأإآٱىیک", "гкноуухаиугеااااييك", strict=True))
    | dict.fromkeys("'.ـًٌٍَُِّْٰ")
)
_LOOKALIKES = str.maketrans("авекмнорстху", "abekmhopctxy")
_TO_LATIN = _PLAIN | str.maketrans(
    dict(zip("абвгдежзийклмнопрстуфхчшщыэһіїєґәғқңөұүўşçžğšč",
             "abvgdejziiklmnoprstufhčššiehiiegagknouuoščjgšč", strict=True))
    | {"ц": "ts", "я": "ia", "ю": "iu", "ь": "", "ъ": ""}
)
_DIGRAPHS = _dict(
    "дж=j йо=e shch=š sch=š tch=č sh=š ch=č dzh=j zh=j kh=h ph=f th=t ck=k c=k q=k w=v x=ks yo=e"
    " ye=e y=i"
)
_DIGRAPH = re.compile("|".join(sorted(_DIGRAPHS, key=len, reverse=True)))

_LOWER = "a-zß-öø-ÿа-яёәғқңөұүһіўєґї"
_QUOTED = re.compile("|".join(
    rf"{opening}(?![{_LOWER}])(\w[^«»„“”\"\n]{{0,59}})(?<![.!?…。！？]){closing}"
    for opening, closing in (
        "«»", "“”", ("„", "[“”]"), "「」", "『』", "《》", (r'(?<!\w)"', r'"(?!\w)')
    )
))
_CAPITALISED = r"[A-ZÀ-ÖØ-ÞĞİŞŁŚŠŽČА-ЯЁӘҒҚҢӨҰҮҺІЎЄҐЇ][^\W_]*(?:[-'’+.&][^\W_]+)*"
_RUN = re.compile(
    rf"(?<![^\W_]){_CAPITALISED}(?:(?:[ \u00a0]|(?<=\b\w)\. ?| & "
    rf"| (?:(?:of|de|del|di|da|la|von|van|der|bin|ibn|al|el|und) ){{1,2}}){_CAPITALISED})*"
)
_SECOND = re.compile(rf"[ \u00a0](?={_CAPITALISED})")
_INSIDE = re.compile(r"[^\W_][,;:)\]»”\"%]*[ \u00a0-][«„“\"(]*$")
# fmt: on


def _letters(word: str) -> str:
    """The word for comparison within one script: Тоқаев, Токаев; Erdoğan, Erdogan."""
    if re.search("[0-9]", word):  # «С5+1» is often typed with the Cyrillic letter
        return word.translate(_LOOKALIKES).strip(".'")
    for kazakh, russian in _RESPELT:
        word = word.replace(kazakh, russian)
    return re.sub("(?<=[aeiou])yev", "ev", word.translate(_PLAIN)).replace("q", "k")


@lru_cache(maxsize=4096)
def _sounds(word: str) -> str:
    """The word for comparison between Cyrillic and Latin: Мирзиёев, Mirziyoyev."""
    word = _SOUNDED.get(word, word).replace("'", "")
    latin = _DIGRAPH.sub(lambda m: _DIGRAPHS[m[0]], word).translate(_TO_LATIN)
    return re.sub(r"(.)\1", r"\1", latin)


def _spelling(one: str, other: str) -> Callable[[str], str] | None:
    """How to compare two words, or None if their scripts cannot be compared."""
    scripts = {_script(one), _script(other)}
    if len(scripts) == 1:
        return _letters
    return _sounds if scripts == {"cyrillic", "latin"} else None


def _script(word: str) -> str:
    letter = next((c for c in word if c.isalpha()), "0")
    return "cyrillic" if "Ѐ" <= letter <= "ԯ" else "latin" if letter < "ɐ" else "other"


def _even(name: str) -> str:
    """The name in lower case with one kind of quote mark, apostrophe, dash and space."""
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", name)).lower().translate(_EVEN)
    return " ".join(text.split()).replace(" -", "-").replace("- ", "-")


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """The words of an even text; initials keep their full stop, company forms are gone."""
    text = " ".join(_PUNCTUATION.sub(" ", _GENERIC.sub("", text)).split())
    text = _STATE.sub(lambda m: re.sub("[. ]", "", m[0]), text)
    form = _DOTTED_FORM.search(text)
    if (
        form
        and re.sub("[. ]", "", form[1]) in _AFTER
        and not _SURNAME.search(form.string[: form.start()])
    ):
        text = text[: form.start()]
    words = [w.lstrip("'-").rstrip("-") for w in _GLUED_INITIAL.sub(r"\1 ", text).split()]
    words = [w if _INITIAL.fullmatch(w) else _HAN_FORM.sub("", w.rstrip(".")) for w in words]
    words = [w for w in words if w.strip("'")]
    while len(words) > 1 and words[0] in _BEFORE:
        del words[0]
    while len(words) > 1 and words[-1] in _AFTER:
        del words[-1]
    return tuple(words)


class _Reading(NamedTuple):
    """The dictionary form ``base`` ends in ``lost`` where the word read ends in ``gained``."""

    base: str
    lost: str = ""
    gained: str = ""


@lru_cache(maxsize=8192)
def _readings(word: str, place: str) -> tuple[_Reading, ...]:
    """Every reading of a word that is the ``first``, ``middle``, ``last`` or ``only`` one."""
    found = [_Reading(word)]
    head, mark, tail = word.rpartition("'")
    if place in ("last", "only") and len(head) > 1 and tail in _AFTER_APOSTROPHE:
        found.append(_Reading(head, "", mark + tail))
    if word in _OWN_ENDING:
        return tuple(found)
    for cut in range(max(0, len(word) - 6), len(word) + 1):
        stem, gained = word[:cut], word[cut:]
        for finals, lost, shortest in _BY_ENDING.get((place, gained), ()):
            base = stem + lost
            if (
                len(base) >= shortest
                and stem.endswith(finals)
                and not (gained == "s" and base in _OWN_S)
            ):
                found.append(_Reading(base, lost, gained))
    if place in ("first", "only"):
        found += [_Reading(base, "", "و") for base in _without_proclitic(_letters(word), place)]
    return tuple(found)


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


def _read(name: str, word: str, place: str) -> _Reading | None:
    """How ``word`` is a form of the dictionary word ``name``, or None if it is not."""
    names, parts = name.split("-"), word.split("-")
    if place in ("last", "only") and len(parts) == len(names) + 1 and parts[-1] in _KAZAKH:
        del parts[-1]
    if len(names) != len(parts) or _INITIAL.fullmatch(name) or _INITIAL.fullmatch(word):
        return None
    reading = None
    for i, (one, part) in enumerate(zip(names, parts, strict=True), start=1):
        spell = _spelling(one, part)
        if spell is None:
            return None
        where = place if i == len(parts) or place == "first" else "middle"
        fitting = (r for r in _readings(part, where) if spell(r.base) == spell(one))
        reading = next(fitting, None)
        if reading is None:
            return None
    return reading


def _abbreviates(initial: str, name: str) -> bool:
    """Does «К.» or «К.-Ж.» stand for «Касым-Жомарт»?"""
    initials, parts = initial.split("-"), name.split("-")
    return len(initials) <= len(parts) and all(
        _INITIAL.fullmatch(i) and _sounds(part).startswith(_sounds(i.rstrip(".")))
        for i, part in zip(initials, parts, strict=False)
    )


def _placed(words: tuple[str, ...]) -> list[_Placed]:
    places = ["first", *["middle"] * (len(words) - 2), "last"] if len(words) > 1 else ["only"]
    return list(zip(words, places, strict=True))


def _orders(names: list[_Placed], words: list[_Placed]) -> Iterator[list[_Placed]]:
    """The words as written, and with the surname moved to where the name has it."""
    yield words
    # «Air Astana» and «Astana Air» are two names: only what looks like a surname moves.
    for cut, surname in ((1, names[-1][0]), (-1, names[0][0])) if len(words) > 1 else ():
        left = words[1:] if cut == 1 else words[:-1]
        initials = all(_INITIAL.fullmatch(word.split("-")[0]) for word, _ in left)
        if initials or (_SURNAME.search(surname) and surname not in _PLACES):
            yield words[cut:] + words[:cut]


def _without_middle(words: list[_Placed]) -> list[_Placed]:
    """The words without patronymics and middle initials."""
    last = len(words) - (0 if _SURNAME.search(words[0][0]) else 1)
    middle = [w for w in words[1:last] if _PATRONYMIC.search(w[0]) or _INITIAL.fullmatch(w[0])]
    return [w for w in words if w not in middle]


def _agree(names: list[_Placed], words: list[_Placed]) -> bool:
    """Do the words, one by one and taken together, stand for the dictionary form?"""
    if len(names) != len(words):
        fewer_names, fewer_words = _without_middle(names), _without_middle(words)
        if fewer_names != names and fewer_words != words:  # George W. is not George H. W.
            return False
        names, words = fewer_names, fewer_words
        if len(names) != len(words) or len(names) < 2:
            return False
    readings: list[_Reading] = []
    for (name, _), (word, place) in zip(names, words, strict=True):
        reading = _read(name, word, place)
        if reading:
            readings.append(reading)
        elif not (_abbreviates(name, word) or _abbreviates(word, name)):
            return False
    return bool(readings) and _one_person(readings, words[0][0])


def _one_person(readings: list[_Reading], first: str) -> bool:
    """Is the change one of case, not of sex?"""
    changed = [r for r in readings if r.lost != r.gained]
    for base, lost, gained in changed:
        others = [r for r in readings if r.base != base]
        chinese = first in _SINITIC and base.endswith(("ин", "ын"))
        family = base.endswith(_FAMILY) and base not in _PLACES and not chinese
        if (lost, gained) == ("ая", "ой") or (family and (lost, gained) == ("", "а")):
            if not any(r.gained for r in others):
                return False
        elif base in _TWINS and gained in ("а", "я") and len(changed) == 1:
            return any(_SURNAME.search(r.base) for r in others)
    return True


def same_name(a: str, b: str) -> bool:
    """Is ``b`` the name ``a``, perhaps inflected, in another script, or with another company form?

    Symmetric; true of every name and itself; blind to quote marks, dashes, spaces and case.
    One side has to be the dictionary form.  A surname alone is not the full name.

    >>> same_name("Талгат Калиев", "Талгата Калиева"), same_name("Калиев", "Талгат Калиев")
    (True, False)
    >>> same_name("Air Astana", "Эйр Астаны"), same_name("Ахметов", "Ахметова")
    (True, False)
    """
    if a.strip() == b.strip():
        return bool(a.strip())
    one, two = _even(a), _even(b)
    if max(len(one), len(two)) > _LONGEST:
        return one == two
    if bool(_COURTESY.match(one)) != bool(_COURTESY.match(two)):  # Herr Ott is not Frau Ott
        one, two = _COURTESY.sub("", one), _COURTESY.sub("", two)
    return _same(_words(one), _words(two))


def _same(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    if not one or not two:
        return False
    if _joined(one) == _joined(two):
        return True
    names, words = _placed(one), _placed(two)
    if any(
        _agree(name, order)
        for name, other in ((names, words), (words, names))
        for order in _orders(name, other)
    ):
        return True
    split_one, split_two = (tuple(" ".join(w).replace("-", " ").split()) for w in (one, two))
    return (
        len(one) != len(two)
        and (split_one, split_two) != (one, two)
        and _same(split_one, split_two)
    )


def same_surname(name: str, words: str) -> bool:
    """Are the words the surname of this full name, and nothing else?  Weaker than ``same_name``.

    Of two persons with one surname it says yes for both, and in «Калиева» it does not tell the
    wife from the husband's genitive.

    >>> same_surname("Талгат Калиев", "Калиева"), same_surname("Талгат Калиев", "Талгат")
    (True, False)
    """
    full, alone = (_words(_COURTESY.sub("", _even(x[:_LONGEST]))) for x in (name, words))
    if len(full) < 2 or len(alone) != 1:
        return False
    surname = full[0] if _SURNAME.search(full[0]) and not _SURNAME.search(full[-1]) else full[-1]
    return _read(surname, alone[0], "only") is not None


def _joined(words: tuple[str, ...]) -> str:
    """The words as one string in which "J. P.", "J.P." and "JP" are the same."""
    text = re.sub(r"(?<![^ ])([^\W_])\. (?=[^\W_]\.)", r"\1", " ".join(words))
    return " ".join(_letters(word) for word in text.replace("-", " ").split())


def find_names(text: str) -> list[tuple[int, int]]:
    """Spans, in code points and half-open, of what looks like a name; sorted, may be nested.

    Runs of capitalised words, acronyms, and short quoted names.  A run that opens a sentence is
    given without its first word too, and one short word there not at all.  Where a script has
    no capitals, only quoted names are found.

    >>> text = "Политолог Талгат Калиев говорил об «Эйр Астане» и США."
    >>> [text[start:end] for start, end in find_names(text)]
    ['Политолог Талгат Калиев', 'Талгат Калиев', 'Эйр Астане', 'США']
    """
    spans = {m.span(m.lastindex or 0) for m in _QUOTED.finditer(text)}
    for run in _RUN.finditer(text):
        start, end = run.span()
        opens = not _INSIDE.search(text, max(0, start - 4), start)
        if not opens or end - start > 3 or (end - start > 1 and run[0].isupper()):
            spans.add((start, end))
        second = _SECOND.search(run[0])
        if opens and second:
            spans.add((start + second.end(), end))
    return sorted(spans)
