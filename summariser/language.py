"""Which language a text is in, guessed from its script, a few letters and function words.

For choosing a language where nobody gave one: it decides how "3." is read and in which language a
summary is written, nothing more.  Not for a text that changes its language half-way, nor for
languages it has no words of: those are ``und``.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from .text import fold

_SCRIPTS = {  # its letters, and how many are one word
    "latin": ("[A-Za-zÀ-ɏ]", "+"),
    "cyrillic": ("[\u0400-\u04ff]", "+"),
    "arabic": ("[\u0620-\u06ff]", "+"),
    "ko": ("[\uac00-\ud7af]", "+"),
    "cjk": ("[\u3040-\u30ff\u3400-\u9fff]", "{1,2}"),
}
_LETTERS = {  # letters that set a language apart from others of its script
    "cyrillic": {
        "kk": "әғқңөұүһі", "uk": "іїєґ", "be": "іў", "uz": "ўқғҳ",
        "ky": "ңөү", "tg": "ӣӯҳҷқғ", "sr": "ђјљњћџ",
    },
    "latin": {
        "de": "äöüß", "fr": "éèêàçœ", "es": "ñ¿óí", "pt": "ãõç", "tr": "ğışçöü",
        "az": "əğışç", "pl": "łąęśżź",
    },
}  # fmt: skip
_FOREIGN = {  # letters a language does without, or almost
    "kk": "вфцщчьъёэ", "uk": "ыэъё", "be": "ищъ", "ky": "вфцщ", "uz": "ыщцәіңөүұ",
    "tg": "ыщцәіңөүұ",
}  # fmt: skip
_FUNCTION_WORDS = {
    "ru": "и в на с по не что это для из о от до за как к у но он она они его их был при со во",
    "kk": "мен пен бен және бұл ол олар біз сол осы емес болды деді дейді үшін туралы жылы сонда",
    "uk": "та і й з у в на що не до за від це як про для вчора",
    "be": "і ў з на што не да гэта як",
    "ky": "менен жана бул үчүн деди",
    "tg": "бо дар аз ки барои",
    "uz": "ва билан учун бу бўйича",
    "sr": "је и у на се да",
}
_LATIN_WORDS = {
    "en": "the of and to is are for that with was by from has have said its this which be at it he"
    " she they we will not met signs buys says deal deals talks leaders summit after over monday",
    "de": "der die das und nicht mit von den dem ist für auf im ein eine wird zu sich auch bei",
    "fr": "le la les des et est une du dans pour que qui sur avec au aux par plus ce cette ont",
    "es": "el la los las y una del por con para que es se su como más fue ha sus al entre",
    "it": "il la di che è della per una con sono nel dei alla gli delle ha anche più si",
    "pt": "o os as e um uma do da dos em no na com não para que mais foi ao pelo",
    "tr": "ve bir bu için ile olarak olan daha çok da de gibi sonra kadar ise göre ancak",
    "uz": "va bilan uchun bu ham edi bo'yicha esa o'z deb yil haqida bo'ldi qildi so'm",
    "az": "və bir bu üçün ilə olan də isə daha edir olub",
    "pl": "i w na z się że do jest nie o jak oraz przez po dla",
    "nl": "de het een van en is dat op te voor met zijn niet aan door",
}
_TABLES = {"cyrillic": _FUNCTION_WORDS, "latin": _LATIN_WORDS}
_OWN_LETTER = re.compile(f"[{''.join(_LETTERS['cyrillic'].values())}]")
_QUOTED = re.compile(r"[«“\"][^«»“”\"\n]{0,60}[»”\"]")
_LOWER_CASE = re.compile(r"(?<!\w)[^\W\d_A-ZА-ЯЁІЇЄҐЎӘҒҚҢӨҰҮҺЎҲҶӢӮЂЈЉЊЋЏ][^\W\d_]*")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


@cache
def _languages_of_words(script: str) -> dict[str, list[str]]:
    languages: dict[str, list[str]] = {}
    for language, words in _TABLES[script].items():
        for word in words.split():
            languages.setdefault(word, []).append(language)
    return languages


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the language most of the beginning is in; ``und`` if none fits.

    >>> [guess_language(text) for text in ("Қазақстан мен Қытай", "Der Vertrag ist da", "42")]
    ['kk', 'de', 'und']
    """
    written, text = text[:5_000], text[:5_000].lower()
    found = [script for script, (letter, _) in _SCRIPTS.items() if re.search(letter, text)]
    if not found:
        return "und"
    script = found[0]
    if len(found) > 1:
        script = max(found, key=lambda script: len(re.findall("".join(_SCRIPTS[script]), text)))
    if script == "cyrillic":
        return _guess_cyrillic(written)
    if script == "latin":
        return _guess_latin(text)
    if script == "cjk":
        kana = len(re.findall("[\u3040-\u30ff]", text))
        return "ja" if kana and kana > 0.1 * len(re.findall(_SCRIPTS["cjk"][0], text)) else "zh"
    return {"arabic": "ar"}.get(script, script)


def _scores(words: str, own: str, script: str) -> dict[str, int]:
    """What speaks for each language: its function words, and letters that few others have."""
    scores = dict.fromkeys(_TABLES[script], 0)
    known = _languages_of_words(script)
    for word, times in Counter(_WORD.findall(words)).items():
        for language in known.get(word, ()):
            scores[language] += 3 * times
    for language, letters in _LETTERS[script].items():
        if language in scores:
            scores[language] += sum(map(own.count, letters))
    return scores


def _guess_cyrillic(written: str) -> str:
    text = written.lower()
    scores = _scores(text, _own_words(written) if _OWN_LETTER.search(text) else "", "cyrillic")
    best = max(scores.values())
    likely = [language for language, score in scores.items() if score == best]
    if len(likely) == 1:
        return likely[0]
    own = _own_words(written)
    return min(likely, key=lambda language: sum(map(own.count, _FOREIGN.get(language, ""))))


def _own_words(written: str) -> str:
    """Kazakh names bring Kazakh letters into a Russian text, with capitals or in quote marks."""
    return " ".join(_LOWER_CASE.findall(_QUOTED.sub(" ", written))) or written.lower()


def _guess_latin(text: str) -> str:
    scores = _scores(fold(text).text, text, "latin")
    best, second = sorted(scores.values())[:-3:-1]
    return max(scores, key=scores.__getitem__) if best > second else "und"
