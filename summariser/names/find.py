"""Where something that looks like a name stands in a text.

For offering candidates: better one too many than one too few, so sentence openings and headings
are among them.  Not for deciding whose name it is, or whether it is one: see ``names``.
"""

from __future__ import annotations

import re
from functools import cache

from ..languages import told_apart
from ..text import APOSTROPHES

_LOWER = "a-zß-öø-ÿа-яёәғқңөұүһіўєґї"
_CAPITAL = "[A-ZÀ-ÖØ-ÞĞİŞŁŚŠŽČА-ЯЁӘҒҚҢӨҰҮҺІЎЄҐЇ]"
_REST = rf"[^\W_]*(?:[-+.&{APOSTROPHES}][^\W_]+)*"
_CAPITALISED = _CAPITAL + _REST


@cache
def _quoted() -> re.Pattern[str]:
    """What stands in quotation marks of any language, and is no sentence."""
    texts = [each.text for each in told_apart()]
    pairs = {pair for text in texts for pair in (*text.quotation_marks, *text.title_marks)}
    marks = [(pair[0], pair[1]) for pair in sorted(pairs)]
    return re.compile(
        "|".join(
            rf"{opens}(?![{_LOWER}])(\w[^«»„“”\"\n]{{0,59}})(?<![.!?…。！？]){closes}"
            for opens, closes in (*marks, (r'(?<!\w)"', r'"(?!\w)'))
        )
    )


@cache
def _run() -> re.Pattern[str]:
    """Capitalised words, and the particles between them."""
    words = {word for each in told_apart() for word in each.names.particles.split()}
    particles = "|".join(sorted(words))
    return re.compile(
        # Looking for the capital first, and behind it then, lets `re` skip to the next one.
        rf"{_CAPITAL}(?<![^\W_].){_REST}(?:(?:[ \u00a0]|(?<=\b\w)\. ?| & "
        rf"| (?:(?:{particles}) ){{1,2}}){_CAPITALISED})*"
    )


@cache
def _inside_a_sentence() -> re.Pattern[str]:
    """What stands before a name that does not open one."""
    return re.compile(r"[^\W_][,;:)\]»”\"%]*[ \u00a0-][«„“\"(]*$")


@cache
def _second_word() -> re.Pattern[str]:
    return re.compile(f"[ \u00a0](?={_CAPITALISED})")


@cache
def _no_given_name() -> re.Pattern[str]:
    """A word that begins a sentence, and a full name only by chance: "The Alliance"."""
    words = [word for each in told_apart() for word in each.names.no_given_name.split()]
    whole = "|".join(word for word in words if word[0] != "~")
    ends = "|".join(word[1:] for word in words if word[0] == "~")
    return re.compile(rf"(?i:{whole}|\w+(?:{ends}))[ \u00a0]")


def find_full_names(text: str) -> list[tuple[int, int]]:
    """Spans of names of several words, each whole: none within another, none by chance.

    For asking who else bears a surname, where a bogus answer does harm.  A sentence's first word
    is left out if it cannot be a given name.

    >>> text = "Мнение Голубя важно. The Ports Alliance met Dana Whitlock."
    >>> [text[start:end] for start, end in find_full_names(text)]
    ['Ports Alliance', 'Dana Whitlock']
    """
    spans = []
    for run in _run().finditer(text):
        if not _is_of_several(run[0]):
            continue
        start, end = run.span()
        if not _is_inside(text, start):
            chance = _no_given_name().match(run[0])
            start += chance.end() if chance else 0
        if _is_of_several(text[start:end]):
            spans.append((start, end))
    return spans


def _is_of_several(words: str) -> bool:
    return " " in words or "\u00a0" in words


def _is_inside(text: str, start: int) -> bool:
    return _inside_a_sentence().search(text[max(0, start - 4) : start]) is not None


def find_names(text: str) -> list[tuple[int, int]]:
    """Spans, in code points and half-open, of what looks like a name; sorted, may be nested.

    Runs of capitalised words, acronyms, and short quoted names.  A run that opens a sentence is
    given without its first word too, and one short word there not at all.  Where a script has
    no capitals, only quoted names are found.

    >>> text = "Политолог Талгат Калиев говорил об «Эйр Астане» и США."
    >>> [text[start:end] for start, end in find_names(text)]
    ['Политолог Талгат Калиев', 'Талгат Калиев', 'Эйр Астане', 'США']
    """
    spans = {quoted.span(quoted.lastindex or 0) for quoted in _quoted().finditer(text)}
    for run in _run().finditer(text):
        start, end = run.span()
        opens = not _is_inside(text, start)
        if not opens or end - start > 3 or (end - start > 1 and run[0].isupper()):
            spans.add((start, end))
        second = _second_word().search(run[0]) if opens else None
        if second:
            spans.add((start + second.end(), end))
    return sorted(spans)
