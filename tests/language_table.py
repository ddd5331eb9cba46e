"""Which sections each language fills, what nobody wrote down yet, and which are only told apart.

``python tests/language_table.py`` (``make language-table``) writes it between the markers of
docs/languages.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

from babel import Locale
from fault_table import between
from languages.test_sections import EMPTY, sections

from summariser.languages import LANGUAGES, Language, told_apart

PAGE = Path(__file__).parent.parent / "docs/languages.md"
MARKERS = ("<!-- language table: make language-table -->", "<!-- end of language table -->")
SECTIONS = {
    "text": "sentences, quotations",
    "figures": "figures",
    "dates": "dates",
    "names": "names",
    "speech": "who speaks",
    "stages": "stages",
    "places": "places",
}


def named(code: str) -> str:
    """A language's name, as CLDR has it in English."""
    return str(Locale("en").languages[code])


def table() -> Iterator[str]:
    """A row for each language that is read: how many fields of each section it fills."""
    of_all = Counter(section for section, _ in filled(LANGUAGES["en"]))
    yield f"| | script | {' | '.join(f'{told} ({of_all[of]})' for of, told in SECTIONS.items())} |"
    yield f"|---|---|{'--:|' * len(SECTIONS)}"
    for code, language in LANGUAGES.items():
        full = Counter(section for section, is_full in filled(language) if is_full)
        scripts = ", ".join(each.script for each in language.text.writings)
        cells = " | ".join(str(full[of]) for of in SECTIONS)
        yield f"| {named(code)} (`{code}`) | {scripts} | {cells} |"


def filled(language: Language) -> Iterator[tuple[str, bool]]:
    """The section of each field, and whether it has words."""
    for field, value in sections(language):
        if not field.startswith("figures."):  # of which those are only a part
            yield field.partition(".")[0], bool(value)
    own, everywhere = language.figures.own, language.figures.everywhere
    for each in fields(own):
        yield "figures", bool(getattr(own, each.name) or getattr(everywhere, each.name))


def gaps() -> Iterator[str]:
    """What is empty for no better reason than that nobody wrote it down."""
    for field, codes, reason in EMPTY:
        if reason.startswith("not written down yet"):
            yield f"- `{field}`: {listed(codes.split())}"


def listed(codes: Iterable[str]) -> str:
    """Languages by their names, in their order."""
    return ", ".join(sorted(map(named, codes)))


def on_page(text: str) -> str:
    """The page's text with the tables as they should be."""
    apart = (each.code for each in told_apart() if each.code not in LANGUAGES)
    block = [
        "\n".join(table()),
        "## What nobody wrote down yet",
        "\n".join(gaps()),
        "## Told apart, and not read",
        f"{listed(apart)}.",
    ]
    return between(MARKERS, "\n\n".join(block), text)


if __name__ == "__main__":
    PAGE.write_text(on_page(PAGE.read_text("utf-8")), "utf-8")
