"""Which ISO 4217 codes a suite's own word for a currency may mean, by CLDR alone.

The reader under test has tables of its own, so they are not asked.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from babel import Locale, localedata
from babel.numbers import list_currencies

# How the suites call what CLDR calls otherwise.
_CALLED = {
    "united states dollar": "us dollar",
    "netherlands guilder": "dutch guilder",
    "florins neerlandais": "florin neerlandais",
    "dolar estados unidos": "dolar estadounidense",
    "dollar etats unis": "dollar des etats unis",
    "new taiwan dollar": "new taiwan dollar",
}
# Signs in common use that CLDR has for no language.
_SIGNS = {
    "руб": "RUB", "р": "RUB", "грн": "UAH", "тг": "KZT", "円": "JPY", "원": "KRW", "rmb": "CNY",
    "人民币": "CNY", "kd": "KWD", "tl": "TRY", "pts": "ESP",
}  # fmt: skip
_SMALL = frozenset("of the de des du do da und".split())
HUNDREDTHS = frozenset(
    "cent pence penny penni sen centavo centavos centimes penique pesewa kopeck".split()
)


@cache
def codes_of(word: str, language: str) -> frozenset[str]:
    """The codes that a currency's code, sign or name may mean; empty if CLDR does not know it.

    >>> sorted(codes_of("€", "fr")), sorted(codes_of("Dollar Canadien", "fr"))
    (['EUR'], ['CAD'])
    >>> {"USD", "CAD", "HKD"} <= codes_of("Dollar", "en")
    True
    """
    word = word.strip().removesuffix(".")
    if word.upper() in list_currencies():
        return frozenset({word.upper()})
    if not word:
        return frozenset()
    if word.casefold() in _SIGNS:
        return frozenset({_SIGNS[word.casefold()]})
    return _by_sign().get(word.casefold(), frozenset()) or _by_name(_words(word), language)


def _words(name: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = re.sub(r"\W+", " ", "".join(c for c in plain if not unicodedata.combining(c))).strip()
    words = re.split(" ", _CALLED.get(plain, plain))
    return frozenset(word.rstrip("s") for word in words if word and word not in _SMALL)


@cache
def _by_name(words: frozenset[str], language: str) -> frozenset[str]:
    return frozenset(
        "CNY" if code == "CNH" else code  # the yuan abroad, which is no code of ISO 4217
        for each in {language, "en"}
        for code, name in Locale(each).currencies.items()
        if words and words <= _words(name)
    )


@cache
def _by_sign() -> dict[str, frozenset[str]]:
    """What each sign means in any language of CLDR."""
    found: dict[str, set[str]] = {}
    for identifier in localedata.locale_identifiers():
        data = Locale.parse(identifier)._data  # noqa: SLF001  # babel has no other way to them
        for kind in ("currency_symbols", "currency_symbols_narrow"):
            for code, sign in data.get(kind, {}).items():
                found.setdefault(str(sign).strip().removesuffix(".").casefold(), set()).add(code)
    return {sign: frozenset(codes) for sign, codes in found.items()}
