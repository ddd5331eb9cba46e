"""Where a government sits, which is said for the government: "Paris", «Кремль», "la Moncloa".

Capitals by CLDR's names of the cities of time zones, what it has no city of, and the houses, by the
languages: Brussels is the Union's.  For drafts, where one is written for the other; no seat is a
country in a reply.
"""

from __future__ import annotations

from functools import lru_cache

from ..languages import LANGUAGES
from .compare import same_name
from .lookup import forms, spellings

_ZONES = {
    "AF": "Asia/Kabul", "AM": "Asia/Yerevan", "AR": "America/Argentina/Buenos_Aires",
    "AT": "Europe/Vienna", "AZ": "Asia/Baku", "BG": "Europe/Sofia",
    "BY": "Europe/Minsk", "CL": "America/Santiago", "CO": "America/Bogota", "CU": "America/Havana",
    "CZ": "Europe/Prague", "DE": "Europe/Berlin", "DK": "Europe/Copenhagen", "DZ": "Africa/Algiers",
    "EG": "Africa/Cairo", "ES": "Europe/Madrid", "FI": "Europe/Helsinki", "FR": "Europe/Paris",
    "GB": "Europe/London", "GE": "Asia/Tbilisi", "GR": "Europe/Athens", "HU": "Europe/Budapest",
    "ID": "Asia/Jakarta", "IE": "Europe/Dublin", "IL": "Asia/Jerusalem", "IQ": "Asia/Baghdad",
    "IR": "Asia/Tehran", "IT": "Europe/Rome", "JO": "Asia/Amman", "JP": "Asia/Tokyo",
    "KE": "Africa/Nairobi", "KG": "Asia/Bishkek", "KP": "Asia/Pyongyang", "KR": "Asia/Seoul",
    "LB": "Asia/Beirut", "LT": "Europe/Vilnius", "LV": "Europe/Riga", "LY": "Africa/Tripoli",
    "MD": "Europe/Chisinau", "MX": "America/Mexico_City", "NO": "Europe/Oslo", "PE": "America/Lima",
    "PL": "Europe/Warsaw", "PT": "Europe/Lisbon", "RO": "Europe/Bucharest",
    "RS": "Europe/Belgrade", "RU": "Europe/Moscow", "SA": "Asia/Riyadh", "SD": "Africa/Khartoum",
    "SE": "Europe/Stockholm", "SY": "Asia/Damascus", "TJ": "Asia/Dushanbe", "TM": "Asia/Ashgabat",
    "TN": "Africa/Tunis", "TW": "Asia/Taipei", "UA": "Europe/Kiev", "UZ": "Asia/Tashkent",
    "VE": "America/Caracas",
}  # fmt: skip


@lru_cache(maxsize=2048)
def seat_of(words: str, language: str) -> str | None:
    """The country whose government sits there, in a language that is read.

    >>> seat_of("Paris", "en"), seat_of("Парижа", "ru"), seat_of("the White House", "en")
    ('FR', 'FR', 'US')
    >>> seat_of("Norvik", "en")
    """
    spelt = _by_spelling(language)
    perhaps = {seat for form in forms(words) | spellings(words) for seat in spelt.get(form, ())}
    return next((code for seat, code in sorted(perhaps) if same_name(seat, words)), None)


@lru_cache
def _by_spelling(language: str) -> dict[str, list[tuple[str, str]]]:
    """By how their words are spelt, the seats, each with its country."""
    found: dict[str, list[tuple[str, str]]] = {}
    for code, seats in _seats(language).items():
        for seat in seats:
            for spelling in spellings(seat) | {seat}:
                found.setdefault(spelling, []).append((seat, code))
    return found


@lru_cache
def _seats(language: str) -> dict[str, tuple[str, ...]]:
    from babel import Locale

    known = LANGUAGES.get(language)
    if known is None:
        return {}
    zones = Locale(language).time_zones
    found: dict[str, tuple[str, ...]] = {
        code: (zones.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " "),)
        for code, zone in _ZONES.items()
    }
    for code, words in known.names.seats.items():
        found[code] = (*found.get(code, ()), *words.split("|"))
    return found
