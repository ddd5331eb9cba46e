"""Which language a text is in, guessed from its script, a few letters and function words.

For choosing a language where nobody gave one: it decides how "3." is read and in which language a
summary is written, nothing more.  Not for a text that changes its language half-way, nor for
languages it has no words of: those are ``und``.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from .languages import told_apart
from .text import fold

if TYPE_CHECKING:
    from .languages import Writing

_SCRIPTS = {  # its letters, and how many are one word
    "latin": ("[A-Za-zÀ-ɏ]", "+"),
    "cyrillic": ("[\u0400-\u04ff]", "+"),
    "arabic": ("[\u0620-\u06ff]", "+"),
    "ko": ("[\uac00-\ud7af]", "+"),
    "cjk": ("[\u3040-\u30ff\u3400-\u9fff]", "{1,2}"),
}
_QUOTED = re.compile(r"[«“\"][^«»“”\"\n]{0,60}[»”\"]")
_LOWER_CASE = re.compile(r"(?<!\w)[^\W\d_A-ZА-ЯЁІЇЄҐЎӘҒҚҢӨҰҮҺЎҲҶӢӮЂЈЉЊЋЏ][^\W\d_]*")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


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
def _languages_of_words(script: str) -> dict[str, list[str]]:
    languages: dict[str, list[str]] = {}
    for language, writing in _writings(script).items():
        for word in writing.function_words.split():
            languages.setdefault(word, []).append(language)
    return languages


@cache
def _own_letter() -> re.Pattern[str]:
    """A letter that only some languages written in Cyrillic have."""
    return re.compile(f"[{''.join(each.letters for each in _writings('cyrillic').values())}]")


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
    scores = dict.fromkeys(_writings(script), 0)
    known = _languages_of_words(script)
    for word, times in Counter(_WORD.findall(words)).items():
        for language in known.get(word, ()):
            scores[language] += 3 * times
    for language, writing in _writings(script).items():
        scores[language] += sum(map(own.count, writing.letters))
    return scores


def _guess_cyrillic(written: str) -> str:
    text = written.lower()
    scores = _scores(text, _own_words(written) if _own_letter().search(text) else "", "cyrillic")
    best = max(scores.values())
    likely = [language for language, score in scores.items() if score == best]
    if len(likely) == 1:
        return likely[0]
    own = _own_words(written)
    writings = _writings("cyrillic")
    return min(likely, key=lambda language: sum(map(own.count, writings[language].without)))


def _own_words(written: str) -> str:
    """Kazakh names bring Kazakh letters into a Russian text, with capitals or in quote marks."""
    return " ".join(_LOWER_CASE.findall(_QUOTED.sub(" ", written))) or written.lower()


def _guess_latin(text: str) -> str:
    scores = _scores(fold(text).text, text, "latin")
    best, second = sorted(scores.values())[:-3:-1]
    return max(scores, key=scores.__getitem__) if best > second else "und"
