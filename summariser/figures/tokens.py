"""The few tokens of a text that can belong to a figure, and which of them stand together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from ..languages import LANGUAGES
from .characters import FIRST_HAN, LETTER, WORD, fold, visible
from .compounds import compounds
from .currencies import SMALL_COUNTRIES
from .listed import listed
from .numerals import NUMBER, TIME, without_formal
from .vocabulary import Means, counting_words, is_currency, is_sign_country, signs, vocabulary

# 2025-11-07 or 07.11.2025, with the same mark twice.
_DATE = (
    r"(?:[0-9]{4}(?P<m>[-/.])[0-9]{1,2}(?P=m)[0-9]{1,2}"
    r"|[0-9]{1,2}(?P<n>[./-])[0-9]{1,2}(?P=n)(?:[0-9]{4}|[0-9]{2}))(?![0-9]|[./:-][0-9])"
)
# 362.966.484.308: groups of three, one of which is more than a byte.
_NO_ADDRESS = (
    r"(?=[0-9.]*\.(?:2(?:5[6-9]|[6-9][0-9])|[3-9][0-9]{2}))"
    r"[0-9]{1,3}(?:\.[0-9]{3}){3,}(?![.0-9])"
)
# Times, scores of three, fractions, powers, versions, telephone numbers: no amounts.
_CODE = (
    r"[0-9]+(?:[-/:^][0-9]+){2,}|[0-9]+(?:[/:^*][0-9]+)+"
    r"|(?![0-9]{1,3}(?:\.[0-9]{3})*(?:\.000|\.[0-9]{3},[0-9]+)(?![.0-9]))"
    rf"(?!{_NO_ADDRESS})[0-9]+(?:\.[0-9]+){{3,}}"
    rf"|\+[0-9][0-9 ()-]{{7,}}[0-9]|{TIME}"
)
# Case endings written after a hyphen or an apostrophe: «3-х», «млрд-тан», TL'den.
_SUFFIX = f"(?<=[0-9{LETTER}])['-](?:{{}})(?![{LETTER}])"
_DIGIT = re.compile(f"[0-9½¼¾{FIRST_HAN}-\u9fff]")
_WORDS = ("word", "other_word")
_PERIOD = frozenset(("per_clause", "per_beside", "per_after"))
# Of what follows, only a part: 2/3 billion.
_FRACTION = re.compile("[0-9]+/[0-9]+")
# What may stand between two tokens that belong together; a blank line or a comma may not.
_GAPS = frozenset(("", " ", "-", ".", ". ", ".-", "'", "·", "\n", " \n", "\n ", ".\n", "  "))
# Within a phrase, an accent typed behind its letter, too: "piu' di".
_PHRASE_GAPS = _GAPS | {"' "}


def _counts(clean: str, language: str | None) -> bool:
    """Whether there is a digit, or a word that a number in words may begin with."""
    if _DIGIT.search(clean):
        return True
    return not counting_words(language).isdisjoint(WORD.findall(clean)) or any(
        compounds(code).stand_in(clean) for code in ([language] if language else LANGUAGES)
    )


class Token(NamedTuple):
    """A number, a word or a phrase: where it stands and what it may mean, by kind."""

    start: int
    end: int
    text: str
    means: Means


class Tokens(list[Token]):
    """A text as a list of tokens: their offsets index ``clean``, ``span`` leads back to the text.

    Attributes:
        clean: the text evened out, lower case, invisible characters left out.

    A text that states no figure has none, unless they are ``always`` wanted.
    """

    def __init__(self, text: str, language: str | None, *, always: bool = False) -> None:
        shown, self._origin = visible(text)
        self._cased = fold(shown)
        self.clean = without_formal(self._cased.lower())
        self.language = language
        self.listed = listed(language)
        self._words = vocabulary(language).words
        super().__init__(self._read(language) if always or _counts(self.clean, language) else ())
        self._bridged: set[int] = set()

    def has(self, i: int, kind: str) -> bool:
        """Token i may mean this, and stands right after the token before it."""
        return i < len(self) and kind in self[i].means and self.near(i)

    def near(self, i: int) -> bool:
        """Token i stands right after the token before it."""
        if not 0 < i < len(self):
            return False
        gap = self.gap(i)
        if gap not in _GAPS:
            return False
        if "." not in gap:
            return True
        before, start = self[i - 1], self[i].start
        return "number" not in before.means and (
            before.text in self.listed.words("abbreviations")
            or not self._cased[start : start + 2].istitle()
        )

    def gap(self, i: int) -> str:
        """What stands between token i and the one before it."""
        if i in self._bridged:
            return " "
        return self.clean[self[i - 1].end : self[i].start]

    def starts_at(self, i: int, offset: int) -> bool:
        """Whether token i begins there."""
        return i < len(self) and self[i].start == offset

    def capitals_before(self, i: int) -> str:
        """The capitals that are written together with token i, before it: "XY$5"."""
        before = self._cased[max(self[i].start - 7, 0) : self[i].start]
        if found := re.search(r"(?<![^\W_])[A-Za-z]{1,4}$", before):
            letters = found[0].upper()
            return letters if found[0][0].isupper() or is_sign_country(letters) else ""
        # "A $5 million loan" is no Australian one.
        apart = re.search(
            rf"(?<![^\W_])\(?([A-Z][A-Za-z]{{1,2}}|{SMALL_COUNTRIES})[).]?[ -]$", before
        )
        letters = apart[1].upper() if apart else ""
        if re.search(r"(?<![^\W_])(?:[CJNRS]|[cs]) $", before):
            return "?"  # "C $5 million" may be Canadian, or the third of a series
        return letters if is_sign_country(letters) else ""

    def capitals_after(self, i: int) -> str:
        """The two or three capitals behind token i: "5 $CA", "5 $ CA", "5 $ (CAD)"."""
        after = self._cased[self[i].end : self[i].end + 7]
        found = re.match(
            rf"(?: ?\(([A-Z]{{2,3}})\)|( ?(?:[A-Z]{{2,3}}|{SMALL_COUNTRIES})|[A-Z]| c)(?![^\W_]))",
            after,
        )
        if found is None:
            return ""
        attached = after[0] != " "
        letters = (found[1] or found[2].strip()).upper()
        return letters if attached or is_sign_country(letters) else ""

    def code_behind(self, i: int) -> str:
        """The code of money in brackets behind token i."""
        behind = self._cased[self[i].end : self[i].end + 6]
        found = re.match(r" [(\[]([A-Z]{3})[)\]]", behind)
        return found[1] if found and is_currency(found[1]) else ""

    def says_period(self, start: int, end: int) -> bool:
        """Whether a word for a period is among these tokens, such as "annually"."""
        at = bisect_left(self._periods, start)
        return at < len(self._periods) and self._periods[at] < end

    @cached_property
    def _periods(self) -> list[int]:
        return [i for i, token in enumerate(self) if not _PERIOD.isdisjoint(token.means)]

    def bridge(self, i: int) -> None:
        """From now on, token i stands right after the one before it."""
        self._bridged.add(i)

    def is_capital(self, at: int) -> bool:
        """Whether the text has a capital letter here."""
        return self._cased[at : at + 1].isupper()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into ``clean`` as offsets into the text."""
        if self._origin is None:
            return start, end
        return self._origin[start], self._origin[end - 1] + 1

    def _read(self, language: str | None) -> Iterator[Token]:
        # One by one: list() would let no other thread have its turn before the last match.
        found = [match for match in _pattern(language).finditer(self.clean)]  # noqa: C416
        compound = compounds(language).value
        taken = 0
        for i, match in enumerate(found):
            kind, word = match.lastgroup, match[0]
            start, end = match.span()
            if i < taken:
                continue
            if kind in _WORDS and word not in self._words:
                if value := compound(word):
                    yield Token(start, end, word, {"numeral": value})
            elif kind in _WORDS or kind in ("han", "symbol"):
                taken, means = self._look_up(found, i)
                if means:
                    yield Token(start, found[taken - 1].end(), word, means)
            elif kind == "date":
                for part in re.finditer("[0-9]+", word):
                    at = start + part.start()
                    yield Token(at, at + len(part[0]), part[0], {"number": part[0], "date": True})
            elif kind != "code":
                yield Token(start, end, word, {str(kind): word})
            elif _FRACTION.fullmatch(word):
                yield Token(start, end, word, {"part": Decimal(0)})

    def _look_up(self, found: list[re.Match[str]], i: int) -> tuple[int, dict[str, Any]]:
        """The longest phrase that begins here: past which match it ends, and what it means."""
        longest, phrases = self._words.get(found[i][0], (0, {}))
        size, means = 0, phrases.get((), {})
        rest: tuple[str, ...] = ()
        for before, match in pairwise(found[i : i + 1 + longest]) if longest else ():
            if self.clean[before.end() : match.start()] not in _PHRASE_GAPS:
                break
            rest += (match[0],)
            if rest in phrases:
                size, means = len(rest), phrases[rest]
        sign = None if size else signs().get(self._cased[found[i].start() : found[i].end()])
        if sign:
            means = means | {"currency": sign}
        return i + 1 + size, means


@lru_cache(maxsize=16)
def _pattern(language: str | None) -> re.Pattern[str]:
    words, also = vocabulary(language), listed(language)
    suffix = also.pattern("suffixes", _SUFFIX).pattern
    ordinals = (
        ending if ending.startswith("-") else f"'?{ending}"
        for ending in sorted(also.words("ordinals"), key=len, reverse=True)
    )
    ordinal = f"(?<=[0-9])(?:{'|'.join(ordinals)})(?![{LETTER}])"
    initials = {w[0] for w in words.han.split("|") if FIRST_HAN <= w[0] <= "\u9fff"}
    return re.compile(
        # Nothing begins with these, which a text is full of: they need not be tried.
        r'(?![ ,«»"()\n]|\.(?![0-9]))(?:'
        # Nor does anything else, of what is mostly words, with a word like any other.
        f"(?P<word>(?<![0-9]){words.plain})"
        f"|(?P<date>{_DATE})|(?P<code>{_CODE})|(?P<suffix>{suffix})|(?P<ordinal>{ordinal})"
        # 元 is also half of 元素, 元首, 元旦: no currency there.
        f"|(?P<han>(?=[{''.join(initials)}])(?!{also.pattern('no_currency').pattern})(?:{words.han}))"
        f"|(?P<number>{NUMBER})|(?P<symbol>{words.symbols})|(?P<other_word>[{LETTER}]+))"
    )
