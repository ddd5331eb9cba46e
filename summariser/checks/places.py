"""Where something is: whether the cited sentences name that place, and say that it is there.

"In Norvik" says it, "the mayor of Norvik" does not.  A place that the text names in passing, or in
other words, is left open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..figures import country_code
from ..languages import LANGUAGES
from ..names import is_link, is_of_the_calendar, names_a_day, same_name
from ..text import SPACELESS, primary
from .finding import Claim, Finding, Place, quoted
from .index import Index
from .parts import is_of_another_clause
from .scope import Scope

_REACH = 60  # code points before a place, in which "in" may stand
_MOST_BETWEEN = 5  # words: "in the big southern port of"
_MOST_CHARACTERS = 6  # the same in a script without spaces
_OPENING = 3  # sentences before which an article has said where it is filed
_DATELINE = re.compile(r"(?:,\s*\w[\w ]{0,30})?\s*(?:[–—(/]|-\s)")
_WORDS = re.compile(r"[\w'’-]+")
_CLAUSE = re.compile(r"[,.;:!?()—–]|\n")
_UNION = "EU"
_APART = 3  # code points between a place and what it lies in: "Selm, Norway"
_SHORTEST = 3  # letters of a word before a locative ending


def check_place(scope: Scope, claim: Claim) -> Finding | None:
    """Whether the cited sentences have it happen there; None if they leave it open."""
    index, value = scope.index, claim.value
    stands = _in_one_of(index, value, scope.cited)
    if stands:
        place, literal = stands
        if is_of_another_clause(index, place, getattr(scope.item, "text", "")):
            return None  # "… the clinic in Selm goes to Lagoon, that in Norvik …"
        return Finding("place", claim.path, "exact" if literal else "computed", None, place)
    code = country_code(value.rpartition(",")[2], index.language)
    if code:
        return _country(scope, claim, code)
    if index.find_words(value, scope.cited) or not any(map(_is_name, value.split())):
        return None
    told = {0, 1, *scope.nearby, *scope.cited}  # in the title, or where an article is filed
    places = index.find_words(value, index.all_sentences)
    if any(index.number_at(each) in told for each in places):
        return None
    reason = f"{quoted(value)} is not named in or next to {scope.listed}"
    return Finding("place", claim.path, "elsewhere", reason, places[0]) if places else None


def _in_one_of(index: Index, value: str, numbers: Sequence[int]) -> tuple[Place, bool] | None:
    """Where these sentences say that something is there, and whether to the letter."""
    found = _first_within(index, value, numbers)
    if found:
        return found, index.text(found) == value
    first, _, country = value.partition(",")
    if not country or not index.find_words(country.strip(), index.all_sentences):
        return None
    found = _first_within(index, first, numbers)
    return (found, False) if found else None


def _first_within(index: Index, value: str, numbers: Sequence[int]) -> Place | None:
    places = index.find_words(value, numbers)
    found = next((each for each in places if is_within(index, each)), None)
    return None if found is None or _others_within(index, found, numbers) else found


def _others_within(index: Index, place: Place, numbers: Sequence[int]) -> bool:
    """Whether the sentences say of another place, too, that something is there."""
    named = [each.place for number in numbers for each in index.countries(number)]
    if not index.cast.nouns_are_capitalised:
        named += index.cast.names(numbers)
    words = index.text(place)
    return any(
        (end < place[0] - _APART or start > place[1] + _APART)
        and not is_of_the_calendar(index.text((start, end)))
        and not same_name(words, index.text((start, end)))
        and is_within(index, (start, end), directly=True)
        for start, end in named
    )


def _country(scope: Scope, claim: Claim, code: str) -> Finding | None:
    """A country by whatever name, and whether another stands in its place."""
    index = scope.index
    named = [each for number in scope.cited for each in index.countries(number)]
    there = [each for each in named if not each.is_adjective and is_within(index, each.place)]
    mine = next((each for each in there if each.code == code), None)
    if mine and "," not in claim.value:
        return Finding("place", claim.path, "computed", None, mine.place)
    others = {each.code for each in there}
    if len(others) != 1 or any(each.code == code for each in named):
        return None
    if _UNION in (code, *others) or _others_within(index, there[0].place, scope.cited):
        return None  # "the war in Sudan was discussed in Geneva"
    reason = f"{scope.listed} says {quoted(index.text(there[0].place))}, not {quoted(claim.value)}"
    return Finding("place", claim.path, "contradicted", reason, there[0].place, asks=True)


def is_within(index: Index, place: Place, *, directly: bool = False) -> bool:
    """Whether the words beside a place say that something is there.

    Or with `directly` those right beside it, which say it of any kind of place.

    >>> from summariser import Article
    >>> index = Index(Article.from_text("The mayor of Selm signed in the port of Norvik."))
    >>> [is_within(index, place) for word in ("Selm", "Norvik") for place in index.find(word, [1])]
    [False, True]
    """
    number = index.number_at(place)
    language = primary(index.language)
    if number is None or language not in LANGUAGES:
        return False
    start, end = index.region(number)
    if number <= _OPENING and place[0] == start and _DATELINE.match(index.whole, place[1]):
        return True
    before = index.whole[max(start, place[0] - _REACH) : place[0]]
    if _speaks_of_it(before, language):
        return False
    return (
        _says_before(before, language, 0 if directly else _MOST_BETWEEN)
        or _begins_so(index.text(place), language)
        or _says_behind(index.whole[place[0] : end], place[1] - place[0], language)
    )


def _speaks_of_it(before: str, language: str) -> bool:
    """Whether what is there is but spoken of: "discussed the war in Norvik"."""
    pattern = _matters(language)
    return pattern is not None and pattern.search(_CLAUSE.split(before)[-1]) is not None


@lru_cache(maxsize=16)
def _matters(language: str) -> re.Pattern[str] | None:
    nouns = LANGUAGES[language].places.matters
    within, between = ("|".join(map(re.escape, sorted(each))) for each in _listed(language))
    behind = f"(?: (?:{within}))(?: (?:{between}))*" if within else ""
    return re.compile(rf"(?<!\w)(?:{nouns}){behind} $", re.IGNORECASE) if nouns else None


def _says_before(before: str, language: str, most_between: int) -> bool:
    attached = _attached(language)
    if attached and attached.search(before):
        return True
    within, between = _listed(language)
    nouns_have_capitals = LANGUAGES[language].names.capitalised_nouns
    each = [word.replace("’", "'") for word in _WORDS.findall(_CLAUSE.split(before)[-1])]
    for _ in range(most_between + 1):
        if any(" ".join(each[-size:]).lower() in within for size in (1, 2, 3)):
            return True
        if not each or (each[-1][0].isupper() and not nouns_have_capitals):
            return False
        if names_a_day(each[-1]):
            return False  # «В субботу Армения»
        if each[-1] not in between and is_link(each[-1]):
            return False
        each.pop()
    return False


def _begins_so(words: str, language: str) -> bool:
    """Whether they say it themselves: "from the coast to Norvik"."""
    within, between = _listed(language)
    each = words.lower().split()
    if len(each) > 1 and is_link(each[0]) and each[0] not in between:
        return True
    return any(" ".join(each[:size]) in within for size in (1, 2, 3) if size < len(each))


def _says_behind(text: str, size: int, language: str) -> bool:
    """By an ending of the place, or of the kind of place that follows it."""
    words = LANGUAGES[language].places
    if words.within_behind:
        return text[size:].startswith(tuple(words.within_behind.split("|")))
    endings = tuple(words.within_endings.split())
    if not endings:
        return False
    following = [each for each in _WORDS.finditer(text) if each.end() >= size][:2]
    last = [each[0] for each in following[:1]]
    if len(following) > 1 and following[1][0].islower():
        apart = text[following[0].end() : following[1].start()]
        last += [following[1][0]] if apart.isspace() else []
    return any(word.endswith(endings) and len(word) > _SHORTEST + len(endings[0]) for word in last)


@lru_cache(maxsize=16)
def _listed(language: str) -> tuple[frozenset[str], frozenset[str]]:
    words = LANGUAGES[language].places
    return frozenset(filter(None, words.within.split("|"))), frozenset(words.between.split())


@lru_cache(maxsize=16)
def _attached(language: str) -> re.Pattern[str] | None:
    words = LANGUAGES[language].places.within_attached
    if not words:
        return None
    if SPACELESS.search(words):
        return re.compile(rf"(?:{words})[^，。；、！？：\s]{{0,{_MOST_CHARACTERS}}}$")
    return re.compile(rf"(?<!\w)(?:{words})$")


def _is_name(word: str) -> bool:
    """Whether it may be one: it has a capital, or its script has none."""
    return word[:1].isalpha() and not word[0].islower()
