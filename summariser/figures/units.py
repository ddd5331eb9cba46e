"""Units: what things are measured in, by whatever CLDR calls them in the languages that are read.

Not for what is counted: ships, barrels of nobody's measure, people.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache

from ..languages import LANGUAGES
from ..text import SPACELESS, folded

_MEASURED = ("power", "energy", "electric", "length", "area", "mass", "speed", "volume-cubic")
_KINDS = (*_MEASURED, "volume", "duration", "digital", "frequency", "pressure", "temperature")
# Of which a text seldom says which it means.
_VARIANTS = ("-imperial", "-metric", "-us", "-troy", "-scandinavian")
_SAME = {"mass-ton": "mass-tonne"}
_NUMBERS = (1, 2, 5, 11)
_MOST_WORDS, _MOST_CHARACTERS = 4, 8
_WORD = re.compile(r"[^\W\d]\w*[²³]?")
_DOTS = re.compile("[·⋅∙•]")


def units_of(words: str, language: str | None = None) -> frozenset[str]:
    """What units some words may name, by CLDR's names for these; none if they are no unit.

    >>> sorted(units_of("km")), sorted(units_of("тонн", "ru")), units_of("ships")
    (['length-kilometer'], ['mass-tonne'], frozenset())
    """
    words = _even(words)
    others = _of_another_script(words, language or "en")
    for code in dict.fromkeys((language or "en", "en", "en_GB", *others)):
        found = _spelt(code).get(words) or _spelt(code).get(words.lower())
        if found:
            return found
    return frozenset()


def _of_another_script(words: str, language: str) -> list[str]:
    """The languages that are written in these letters, if that one is not."""
    script = _script(words)
    written = {
        code: {writing.script for writing in each.text.writings} for code, each in LANGUAGES.items()
    }
    if script in written.get(language, {script}):
        return []
    return [code for code, scripts in written.items() if script in scripts]


def _script(words: str) -> str:
    last = words[-1:]
    if SPACELESS.match(last):
        return "cjk"
    return "arabic" if last >= "\u0620" else "cyrillic" if last >= "\u0400" else "latin"


def unit_behind(text: str, language: str | None = None) -> tuple[str, frozenset[str]] | None:
    """The unit that a text begins with, the longest: what stands behind a figure.

    >>> unit_behind(" km/h on average", "en")
    ('km/h', frozenset({'speed-kilometer-per-hour'}))
    >>> unit_behind("吉瓦时的电池", "zh")
    ('吉瓦时', frozenset({'energy-gigawatt-hour'}))
    >>> unit_behind(" ships")
    """
    text = re.sub(r"^[\s\u00a0-]", "", text)
    known = _spelt_also_in_english(language or "en")
    words = [found.end() for found in _WORD.finditer(text)][:_MOST_WORDS]
    ends = range(min(len(text), _MOST_CHARACTERS), 0, -1) if SPACELESS.match(text) else words[::-1]
    for end in ends:
        spelling = text[:end]
        even = _even(spelling)
        found = known.get(even) or known.get(even.lower())
        if found and (SPACELESS.match(text) or not re.match(r"[/·⋅*²³-]", text[end:])):
            return spelling, found
    return None


@lru_cache(maxsize=16)
def measures(language: str | None) -> frozenset[str]:
    """What things are measured by, as CLDR spells it in this language and in English: MW, км.

    Not what is counted: days, barrels.

    >>> sorted({"MW", "megawatts", "days", "ships"} & measures("en"))
    ['MW', 'megawatts']
    """
    return frozenset(
        spelling
        for code in (language or "en", "en", "en_GB")
        for spelling, units in _spelt(code).items()
        if any(unit.startswith(_MEASURED) for unit in units)
    )


@lru_cache(maxsize=16)
def _spelt_also_in_english(code: str) -> Mapping[str, frozenset[str]]:
    return {**_spelt("en_GB"), **_spelt("en"), **_spelt(code)}


@lru_cache(maxsize=16)
def _spelt(code: str) -> Mapping[str, frozenset[str]]:
    """The units of a language by how they are spelt."""
    from babel import Locale, UnknownLocaleError
    from babel.units import format_unit

    forms: dict[str, set[str]] = {}
    with suppress(UnknownLocaleError, ValueError):
        locale = Locale.parse(code)
        names = [str(each) for each in locale.unit_display_names]
        numbers = {locale.plural_form(number): number for number in _NUMBERS}.values()
        for unit in (each for each in names if each.startswith(_KINDS) and "-per-1" not in each):
            written = (
                format_unit(number, unit, length, locale=locale)
                for length in ("long", "short")
                for number in numbers
            )
            forms[unit] = {_even(re.sub(r"[\d\s\u00a0]+", " ", each)) for each in written}
    forms |= _watt_hours(forms)
    spelt: dict[str, set[str]] = {}
    for unit, spellings in forms.items():
        for spelling in spellings:
            spelt.setdefault(spelling, set()).add(_without_variant(unit))
    return {spelling: frozenset(units) for spelling, units in spelt.items() if spelling}


def _without_variant(unit: str) -> str:
    for variant in _VARIANTS:
        unit = unit.removesuffix(variant)
    return _SAME.get(unit, unit)


def _watt_hours(forms: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """GWh and MWh, which CLDR lacks: as kWh is to kW."""
    kilowatts, hours = forms.get("power-kilowatt", set()), forms.get("energy-kilowatt-hour", set())
    behind = {
        hour.removeprefix(kilowatt)
        for hour in hours
        for kilowatt in kilowatts
        if hour.startswith(kilowatt)
    }
    return {
        f"energy-{size}watt-hour": {
            watt + hour for watt in forms.get(f"power-{size}watt", ()) for hour in behind
        }
        for size in ("mega", "giga")
    }


def _even(words: str) -> str:
    return _DOTS.sub("·", folded(words)).strip()
