"""What is short for a name in one article: "the Institute", 中美, 「浜田ク」.

By the other names of the article: it is none of theirs.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from ..languages import LANGUAGES
from ..text import SPACELESS, folded, primary
from .bodies import bodies_meant
from .cast import Cast
from .compare import same
from .countries import find_countries, is_nationality
from .described import and_words
from .lookup import forms
from .titles import is_role, without_opening_link
from .words import KNOWN

_KATAKANA = re.compile("[\u30a1-\u30fa][\u30a1-\u30fa\u30fc]")
_REACH = 40  # characters
_SHORT = 3
_COUNTRIES = 4  # that are joined in one word


def stands_for(name: str, words: str, cast: Cast) -> bool:
    """Whether it is short for a name that no other name of the article is: "the Institute"."""
    if SPACELESS.search(words):
        joined, theirs = (countries_joined(each, cast) for each in (words, name))
        if name in KNOWN.territories and (words == name[0] or name[0] in joined):
            return True  # 米 of 米国, 中美 of 中国
        if joined or theirs:
            return joined == theirs
        in_full = _with_its_kind_in_full(words)
        return (
            folded(in_full) == folded(name)
            or _is_abbreviation(name, words)
            or _is_without_its_kind(name, words, cast)
        )
    if words.startswith(KNOWN.attached_article):
        return _is_its_head(name, words, cast)
    if name.lower().removeprefix(words.lower()) in KNOWN.attached_kinds:
        return True
    if _is_behind_its_kind(name, words):
        return True
    if bodies_meant(words) and _is_the_only_one(name, words, cast):
        return True
    if _is_its_whole_head(name, words, cast) or _is_without_its_country(name, words, cast):
        return True
    if cast.nouns_are_capitalised and _is_its_last_part(name, words, cast):
        return True
    bare = [word for word in words.split() if word.lower() not in KNOWN.links]
    if len(bare) != 1 or len(name.split()) < 2 or is_role(bare[0]):
        return False
    if not (_has_article(words) or is_institution(bare[0])):
        return False
    if all(forms(bare[0]).isdisjoint(forms(word)) for word in _head(name)):
        return False
    return all(same(name, other) for other in cast.full_names_with(bare[0]))


def is_its_initials(name: str, words: str, cast: Cast) -> bool:
    """Whether "the SPU" is of the letters that the Selm Port Union begins with, and no other."""
    letters = without_opening_link(words)
    if not letters.isupper() or not letters.isalpha() or initials(name) != letters:
        return False
    others = (cast.sentences.text(place) for place in cast.names(cast.sentences.all_sentences))
    return not cast.is_person(name) and all(
        same(name, without_opening_link(other)) or without_opening_link(other) == letters
        for other in others
        if initials(without_opening_link(other)) == letters
    )


def initials(name: str) -> str:
    """Of its words, without those that only join them: EU of "European Union".

    >>> initials("Union of the Ports"), initials("Selm")
    ('UP', '')
    """
    first = [word[0] for word in name.split() if word.lower() not in KNOWN.links]
    return "".join(first).upper() if len(first) > 1 else ""


def _is_behind_its_kind(name: str, words: str) -> bool:
    """«سلم الوطني» of «بنك سلم الوطني»: two words or more, behind what kind of body it is."""
    kind, _, rest = name.partition(" ")
    return " " in rest and rest == words and is_institution(kind)


def _is_the_only_one(name: str, words: str, cast: Cast) -> bool:
    """Whether "the union" is whatever union the article speaks of: of this name, or of none."""
    article, _, noun = words.lower().rpartition(" ")
    if article not in KNOWN.links or noun not in _head(name.lower()):
        return False
    named = cast.sentences.find(name, cast.sentences.all_sentences)
    for found in re.finditer(
        rf"(?<!\w){re.escape(noun)}\w?(?!\w)", cast.sentences.whole, re.IGNORECASE
    ):
        start, end = found.span()
        if any(at[0] <= start < at[1] for at in named):
            continue
        before = cast.sentences.whole[:start].lower().endswith(f"{article} ")
        behind = (cast.sentences.whole[end : end + 20].split(" ", 2)[1:2] or [""])[0]
        is_more = behind in KNOWN.of or (behind[:1].isupper() and not cast.nouns_are_capitalised)
        if not before or found[0].lower() != noun or is_more:
            return False
    return True


def _is_its_whole_head(name: str, words: str, cast: Cast) -> bool:
    """Whether "the board of directors" is short for that "of Selm Bank", and of no other here."""
    told, full = (without_opening_link(each).lower().split() for each in (words, name))
    size = len(told)
    if size < 2 or full[:size] != told or full[size : size + 1] == full[size:]:
        return False
    if full[size] not in KNOWN.of:
        return False
    whole, rest = cast.sentences.whole, {*full[size:]}
    for place in cast.sentences.find(without_opening_link(words), cast.sentences.all_sentences):
        behind = re.findall(r"[\w'’]+", whole[place[1] : place[1] + _REACH].split(",")[0])
        if (
            behind[:1]
            and behind[0].lower() in KNOWN.of
            and rest.isdisjoint(each.lower() for each in behind[1:3])
        ):
            return False
    return True


def _is_without_its_country(name: str, words: str, cast: Cast) -> bool:
    """«l'État» of «État norvégien», where no other country's is named."""
    noun, _, country = name.partition(" ")
    language = primary(cast.sentences.language)
    if without_opening_link(words) != noun or not is_nationality(country, language):
        return False
    whole = cast.sentences.whole
    behind = re.findall(rf"(?<!\w){re.escape(noun)} (\w+)", whole)
    return all(each == country or not is_nationality(each, language) for each in behind)


def _is_its_last_part(name: str, words: str, cast: Cast) -> bool:
    """„Der Rat“ of „Stadtrat“, where no „Aufsichtsrat“ is named."""
    noun = without_opening_link(words)
    if noun == words or " " in noun + name or len(noun) < _SHORT or not noun[0].isupper():
        return False
    if not name.endswith(noun.lower()):
        return False
    compounds = re.findall(rf"\w+{re.escape(noun.lower())}\w{{0,2}}(?!\w)", cast.sentences.whole)
    return all(each.startswith(name) for each in compounds)


def _head(name: str) -> list[str]:
    """Before it says of what: not the group of "the creditors of the group"."""
    words = name.split()
    while words and words[0].lower() in KNOWN.links:
        del words[0]
    return [*takewhile(lambda word: word.lower() not in KNOWN.links - and_words(), words)]


def _has_article(words: str) -> bool:
    first, *others = words.split()
    return first.lower() in KNOWN.links and any(word[0].isupper() for word in others)


def is_institution(word: str) -> bool:
    """Whether it is the common noun for one, as far as the languages list it."""
    if word.lower() in KNOWN.not_in_a_person or word in KNOWN.institutions_end:
        return True
    return word.startswith((*KNOWN.kinds, *KNOWN.kinds_start))


def countries_joined(words: str, cast: Cast) -> str:
    """The characters that stand for a country each, where there are but such: 中美, 中美双方."""
    bare = words.removesuffix(next(filter(words.endswith, KNOWN.sides), ""))
    named = [each.place for each in find_countries(bare, primary(cast.sentences.language))]
    if len(named) > 1 and sum(end - start for start, end in named) == len(bare) - len(named) + 1:
        return "".join(bare[start] for start, _ in named)  # 法國與中國
    if not 2 <= len(bare) <= _COUNTRIES or not _first_characters().issuperset(bare):
        return ""
    return "" if named else bare


@cache
def _first_characters() -> frozenset[str]:
    """Of the names of countries in a script without spaces, by which alone they may be called."""
    return frozenset(name[0] for name in KNOWN.territories if SPACELESS.match(name))


def _is_abbreviation(name: str, words: str) -> bool:
    """«女子医大» of 東西女子医科大学: its characters in order, and of the last of them, too."""
    if _cuts_its_kind(name, words):
        return True
    if words in KNOWN.territories or not 2 <= len(words) < len(name) - 1:
        return False
    if name.startswith(words) and len(words) > 2 and _KATAKANA.match(name, len(words) - 1):
        return True  # 「浜田ク」 of 浜田クレーン製作所: no word ends there
    if words in name and not name.startswith(words):
        return False  # a common noun within it
    at = 0
    for character in words:
        at = name.find(character, at) + 1
        if not at:
            return False
    return at > len(name) // 2


def _cuts_its_kind(name: str, words: str) -> bool:
    """「東西建」 of 東西建設: of what kind it is, but the first character."""
    return len(words) > 2 and any(
        name.endswith(kind) and words == name[: 1 - len(kind)]
        for kind in KNOWN.attached_kinds
        if len(kind) > 1 and SPACELESS.match(kind)
    )


def _with_its_kind_in_full(words: str) -> str:
    """「日輪ホールディングス」 for 「日輪HD」."""
    even = folded(words).upper()
    short = next((each for each in KNOWN.shortened_kinds if even.endswith(each)), "")
    return words[: len(words) - len(short)] + KNOWN.shortened_kinds.get(short, "")


def _is_without_its_kind(name: str, words: str, cast: Cast) -> bool:
    """「日輪」 of 日輪自動車, where no 日輪銀行 is named and 日輪 is no place."""
    if name.removeprefix(words) not in KNOWN.attached_kinds or len(words) < 2:
        return False
    whole = cast.sentences.whole
    longer = (f"{words}{kind}" for kind in KNOWN.attached_kinds)
    others = any(each in whole and not name.startswith(each) for each in longer)
    is_a_place = words in KNOWN.territories or _is_of_a_place(words, cast)
    return not (others or is_a_place)


def _is_of_a_place(words: str, cast: Cast) -> bool:
    """Whether the article says that something is there, or what kind of place it is."""
    known = LANGUAGES.get(primary(cast.sentences.language))
    if known is None or not known.places.kinds_behind:
        return False
    place, within = re.escape(words), known.places.within_attached or "(?!)"
    pattern = f"(?:{within}){place}|{place}[{known.places.kinds_behind}]"
    return re.search(pattern, cast.sentences.whole) is not None


def _is_its_head(name: str, words: str, cast: Cast) -> bool:
    """«المرصد» of «المرصد السوري», wherever else the noun stands it is of this name."""
    article = KNOWN.attached_article
    first, _, rest = name.partition(" ")
    noun = words.removeprefix(article)
    if not rest or " " in words or first.removeprefix(article) != noun:
        return False
    whole, named = cast.sentences.whole, rest.split()[0]
    for start, end in cast.sentences.find(noun, cast.sentences.all_sentences):
        following = (whole[end : end + 40].split() or [""])[0].strip('،.:"')
        definite = whole[:start].endswith(article)
        if following != named and (following.startswith(article) or not definite):
            return False
    return True
