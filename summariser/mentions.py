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
_CAPITALISED = r"[A-ZÀ-ÖØ-ÞĞİŞŁŚŠŽČА-ЯЁӘҒҚҢӨҰҮҺІЎЄҐЇ][^\W_]*(?:[-'’+.&][^\W_]+)*"
_PARTICLES = "of|de|del|di|da|la|von|van|der|bin|ibn|al|el|und"
_RUN = (
    rf"(?<![^\W_]){_CAPITALISED}(?:(?:[ \u00a0]|(?<=\b\w)\. ?| & "
    rf"| (?:(?:{_PARTICLES}) ){{1,2}}){_CAPITALISED})*"
)
_SECOND_WORD = rf"[ \u00a0](?={_CAPITALISED})"
_INSIDE_A_SENTENCE = r"[^\W_][,;:)\]»”\"%]*[ \u00a0-][«„“\"(]*$"


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
