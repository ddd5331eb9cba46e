"""Which language a text is in, guessed from its script, a few letters and function words.

For choosing a language where nobody gave one: it decides how "3." is read, in which language
figures are read and a summary is written, nothing more.  Not for a text that changes its language
half-way.  Where nothing tells, it is ``und``: better none than the wrong one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ..languages import LANGUAGES, told_apart
from .typography import folded

_CODE = re.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
if TYPE_CHECKING:
    from ..languages import Writing

_SCRIPTS = {  # its letters, and how many are one word
    script: (re.compile(letter), re.compile(letter + many))
    for script, letter, many in (
        ("latin", "[A-Za-zÀ-ɏḀ-ỿ]", "+"),
        ("cyrillic", "[\u0400-\u04ff]", "+"),
        ("arabic", "[\u0620-\u06ff]", "+"),
        ("hangul", "[\uac00-\ud7af]", "+"),
        ("cjk", "[\u3040-\u30ff\u3400-\u9fff]", "{1,2}"),
    )
}
_UNCOMMON = {  # letters that not all languages of a script have
    "latin": re.compile("[¿·ß-öø-ɏḀ-ỿ]"),
    "cyrillic": re.compile("[\u0450\u0452-\u04ff]"),
    "arabic": re.compile("[\u063b-\u063f\u0671-\u06d3\u06d5]"),
}
_QUOTED = re.compile(r"[«“\"][^«»“”\"\n]{0,60}[»”\"]")
_LETTERS = re.compile(r"(?<!\w)[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_FOREIGN_WORDS = 0.1  # of all words: what names and loans bring with them stays below
_FEW_WORDS = 20  # in so short a text anything that speaks for a language is enough
_LEAST, _CLEAR = 0.2, 0.3  # of what speaks for a language, by word
_LEAST_DISTINCT = 3  # words and letters: one that is frequent may be any language's


@cache
def _writings(script: str) -> dict[str, Writing]:
    """The languages of a script: those that are read first, and of them the usual one."""
    found = [
        (each.code, writing)
        for each in told_apart()
        for writing in each.text.writings
        if writing.script == script
    ]
    return dict(sorted(found, key=lambda each: not each[1].usual))


@cache
def _speaking(script: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """For which languages function words speak, and for which letters that few others have."""
    words: dict[str, list[str]] = {}
    letters: dict[str, list[str]] = {}
    for language, writing in _writings(script).items():
        for word in writing.function_words.split():
            words.setdefault(word, []).append(language)
        for letter in writing.letters:
            letters.setdefault(letter, []).append(language)
    return words, letters


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the language most of the beginning is in; ``und`` if none fits.

    >>> [guess_language(text) for text in ("Қазақстан мен Қытай", "Der Vertrag ist da", "42")]
    ['kk', 'de', 'und']
    """
    return _guess(text[:5_000])[0]


def is_clear(text: str) -> bool:
    """Whether letters and function words carry the guess: it is not merely the usual language.

    >>> is_clear("Стороны подписали договор о зерне и о нефти."), is_clear("Порт построен.")
    (True, False)
    """
    return _guess(text[:5_000])[1]


def language_of(text: str, declared: str) -> str:
    """The language of a page's text, where the page declares one.

    Many a site declares one language for all its pages, so a guess that is clear stands.  Where it
    is none, or the usual one for want of tables that would tell (Persian is no Arabic, Bulgarian no
    Russian), the page knows better.  In doubt it is a language that is not read.

    >>> english = "The two sides signed an agreement on grain, and it is to be met by the states."
    >>> language_of(english, "ru"), language_of(english, "sv"), language_of("12 345", "sv-SE")
    ('en', 'en', 'sv-SE')
    """
    guess = guess_language(text)
    is_read, declared_is_read = (code in LANGUAGES for code in (guess, primary(declared)))
    if is_read and (declared_is_read or is_clear(text)):
        return guess
    return guess if declared_is_read and is_clear(text) else declared


def is_language_code(words: object) -> bool:
    """Whether this is written like a language's code.

    >>> is_language_code("en-GB"), is_language_code("English, of course")
    (True, False)
    """
    return isinstance(words, str) and _CODE.fullmatch(words) is not None


def primary(code: str) -> str:
    """The language of a code such as en-GB, without what it says of script and country."""
    return code.replace("_", "-").partition("-")[0].lower()


def _guess(written: str) -> tuple[str, bool]:
    text = written.lower()
    found = [script for script, (letter, _) in _SCRIPTS.items() if letter.search(text)]
    if not found:
        return "und", False
    script = found[0]
    if len(found) > 1:
        script = max(found, key=lambda script: len(_SCRIPTS[script][1].findall(text)))
    if script == "cjk":
        kana = len(re.findall("[\u3040-\u30ff]", text))
        japanese = kana and kana > 0.1 * len(_SCRIPTS["cjk"][0].findall(text))
        return "ja" if japanese else "zh", True
    if script == "hangul":
        return "ko", True
    return _likeliest(script, written)


def _own_words(written: str) -> str:
    """Kazakh names bring Kazakh letters into a Russian text, with capitals or in quote marks."""
    words = _LETTERS.findall(_QUOTED.sub(" ", written))
    return " ".join(word for word in words if not word[0].isupper()) or written.lower()


def _likeliest(script: str, written: str) -> tuple[str, bool]:
    """The language for which most speaks, of those against which nothing does; whether clearly."""
    writings = _writings(script)
    text, own = written.lower(), _own_words(written)
    # Names bring letters of another language with them; in Latin letters "The" is worth more.
    counted = folded(text) if script == "latin" else own
    words = _WORD.findall(counted)
    scores = _scores(script, words, counted)
    foreign = _foreign(script, own)
    fitting = {language: scores[language] for language in writings if language not in foreign}
    best = max(fitting.values(), default=0)
    likely = [language for language, score in fitting.items() if score == best]
    if script == "latin" and (len(likely) != 1 or _may_be_chance(best, words, writings[likely[0]])):
        return "und", False
    if len(likely) == 1:
        return likely[0], best >= _CLEAR * len(words)

    def against(language: str) -> tuple[int, bool, int]:
        without = writings[language].without
        return _count(without, own), language not in LANGUAGES, _count(without, text)

    return min(likely, key=against, default="und"), False


def _may_be_chance(score: int, words: list[str], writing: Writing) -> bool:
    """Whether so little speaks for the language that it may be one we know nothing of."""
    if len(words) <= _FEW_WORDS:
        return False
    distinct = set(words).intersection(writing.function_words.split())
    letters = set(writing.letters).intersection("".join(words))
    return score < _LEAST * len(words) or len(distinct) + len(letters) < _LEAST_DISTINCT


def _count(letters: str, text: str) -> int:
    return sum(map(text.count, letters))


def _scores(script: str, words: list[str], text: str) -> dict[str, int]:
    """What speaks for each language: its function words, and letters that few others have."""
    scores = dict.fromkeys(_writings(script), 0)
    of_words, of_letters = _speaking(script)
    for word in words:
        for language in of_words.get(word, ()):
            scores[language] += 3
    for letter in of_letters.keys() & set(text):
        for language in of_letters[letter]:
            scores[language] += text.count(letter)
    return scores


def _foreign(script: str, own: str) -> set[str]:
    """Languages in which more words hold a letter foreign to them than names and loans do."""
    words = own.split()
    many = max(2, _FOREIGN_WORDS * len(words))
    uncommon = _UNCOMMON[script]
    if len(uncommon.findall(own)) < many:
        return set()
    found = [letters for letters in map("".join, map(uncommon.findall, words)) if letters]
    return {
        language
        for language, writing in _writings(script).items()
        if sum(1 for letters in found if letters.strip(writing.letters + writing.more_letters))
        >= many
    }
