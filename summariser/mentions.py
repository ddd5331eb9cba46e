"""Where something that looks like a name stands in a text.

For offering candidates: better one too many than one too few, so sentence openings and headings
are among them.  Not for deciding whose name it is, or whether it is one: see ``names``.
"""

from __future__ import annotations

import re

# The patterns are strings: `re` compiles each at its first use, and keeps it.
_LOWER = "a-zß-öø-ÿа-яёәғқңөұүһіўєґї"
_QUOTED = "|".join(
    rf"{opening}(?![{_LOWER}])(\w[^«»„“”\"\n]{{0,59}})(?<![.!?…。！？]){closing}"
    for opening, closing in (
        ("«", "»"),
        ("“", "”"),
        ("„", "[“”]"),
        ("「", "」"),
        ("『", "』"),
        ("《", "》"),
        (r'(?<!\w)"', r'"(?!\w)'),
    )
)
_CAPITAL = "[A-ZÀ-ÖØ-ÞĞİŞŁŚŠŽČА-ЯЁӘҒҚҢӨҰҮҺІЎЄҐЇ]"
_REST = r"[^\W_]*(?:[-'’+.&][^\W_]+)*"
_CAPITALISED = _CAPITAL + _REST
_PARTICLES = "of|de|del|di|da|la|von|van|der|bin|ibn|al|el|und"
_RUN = (
    # Looking for the capital first, and behind it then, lets `re` skip to the next one.
    rf"{_CAPITAL}(?<![^\W_].){_REST}(?:(?:[ \u00a0]|(?<=\b\w)\. ?| & "
    rf"| (?:(?:{_PARTICLES}) ){{1,2}}){_CAPITALISED})*"
)
_SPACE = r"[ \u00a0]"
_SECOND_WORD = rf"{_SPACE}(?={_CAPITALISED})"
_INSIDE_A_SENTENCE = r"[^\W_][,;:)\]»”\"%]*[ \u00a0-][«„“\"(]*$"

# A word that begins a sentence, and a full name only by chance: "The Alliance", «Мнение Голубя».
_NO_GIVEN_NAME = (
    r"(?i:the|a|an|in|on|at|by|for|from|with|as|but|and|when|while|after|if|yet|mr|mrs|ms|dr|der|die|das"
    r"|den|ein|eine|im|am|bei|mit|nach|für|le|la|les|un|une|des|в|во|на|по|о|об|от|из|у|к|с|со|за|до|для"
    r"|при|как|но|и|а|если|когда|этот|эта|эти|его|её|их|бұл|осы|сол|оның|bu|ushbu|\w+(?:ние|ния|нию|нием"
    r"|ость|ости|остью|ство|ства|ством|ция|ции|цию|цией|лығы|лігі|ting|tion|ment|ness|ung|heit|keit)"
    r"|слов[ао]м?|мнения?|план[ыаеу]?|команд[ауые]|сторонники?|критики?|коллег[аи]|позици[яию]"
    r"|econom(?:ist|ics)|analysts?|critics|talks|shares)[ \u00a0]"
)


def find_full_names(text: str) -> list[tuple[int, int]]:
    """Spans of names of several words, each whole: none within another, none by chance.

    For asking who else bears a surname, where a bogus answer does harm.  A sentence's first word
    is left out if it cannot be a given name.

    >>> text = "Мнение Голубя важно. The Ports Alliance met Dana Whitlock."
    >>> [text[start:end] for start, end in find_full_names(text)]
    ['Ports Alliance', 'Dana Whitlock']
    """
    spans = []
    for run in re.finditer(_RUN, text):
        if not re.search(_SPACE, run[0]):
            continue
        start, end = run.span()
        if not re.search(_INSIDE_A_SENTENCE, text[max(0, start - 4) : start]):
            chance = re.match(_NO_GIVEN_NAME, run[0])
            start += chance.end() if chance else 0
        if re.search(_SPACE, text[start:end]):
            spans.append((start, end))
    return spans


def find_names(text: str) -> list[tuple[int, int]]:
    """Spans, in code points and half-open, of what looks like a name; sorted, may be nested.

    Runs of capitalised words, acronyms, and short quoted names.  A run that opens a sentence is
    given without its first word too, and one short word there not at all.  Where a script has
    no capitals, only quoted names are found.

    >>> text = "Политолог Талгат Калиев говорил об «Эйр Астане» и США."
    >>> [text[start:end] for start, end in find_names(text)]
    ['Политолог Талгат Калиев', 'Талгат Калиев', 'Эйр Астане', 'США']
    """
    spans = {quoted.span(quoted.lastindex or 0) for quoted in re.finditer(_QUOTED, text)}
    for run in re.finditer(_RUN, text):
        start, end = run.span()
        opens = not re.search(_INSIDE_A_SENTENCE, text[max(0, start - 4) : start])
        if not opens or end - start > 3 or (end - start > 1 and run[0].isupper()):
            spans.add((start, end))
        second = re.search(_SECOND_WORD, run[0])
        if opens and second:
            spans.add((start + second.end(), end))
    return sorted(spans)
