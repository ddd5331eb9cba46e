"""Names of a draft, looked for among the names of its sources.

A name of a source may stand in any form, as a surname alone, or without its titles.  One word of a
name that differs by a letter or two is shown beside what the source writes.  Where nouns have
capitals only people are looked for; a script without capitals has rules of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from ..checks import Index, is_within
from ..names import (
    bare_of_courtesy,
    bodies_meant,
    find_countries,
    find_full_names,
    forms,
    has_initials,
    holds_person,
    how_told,
    is_institution,
    is_link,
    is_of_the_calendar,
    is_role,
    same_name,
    same_surname,
    seat_of,
    sounds,
    spellings,
    without_titles,
)
from ..schema import DraftClaim
from ..text import folded, is_stopped, primary
from .held import WORD, Held, has_capitals
from .places import Place, meets
from .sources import ENOUGH, SAME, Sources, kept, small_words, word_traits
from .titled import check_titled

_SHORTEST, _LONG, _LONGEST, _ENDING = 4, 7, 20, 3  # letters
_OFFICE = 3  # words of a name, of which those before the last two are an office
_SENTENCE_OPENING = re.compile(r"(?:^|[:–—]|\n)[\s«„“\"(\[*#>¿¡–—•-]*$")
_POSSESSIVE = re.compile("['’]s?$")
_ELIDED = re.compile(r"[^\W\d_]{1,2}['’](?=[^\W\d_])")


def check_names(held: Held, number: int, within: list[Place]) -> Iterator[DraftClaim]:
    """What the sources say of each name in a sentence, but for those within these places."""
    index = held.draft
    text = index.unwrapped(number)
    if not held.is_read:
        yield from _check_unread(held, number, within)
        return
    if not held.may_hold_names:
        return
    if not has_capitals(text):
        yield from check_titled(held, number)
        return
    if _is_title_case(text) and not index.cast.nouns_are_capitalised:
        return
    figures = [place for _, place in (*index.figures([number]), *index.dates(number))]
    named = _people if index.cast.nouns_are_capitalised else outermost
    for place in named(index, number):
        if any(meets(place, each) for each in (*within, *figures)):
            continue
        if how_told(index.text(place), held.language) == "pronoun":
            continue  # "They" has a capital where it opens a sentence
        claim = _check(held, number, place)
        if claim:
            yield claim
    yield from _check_nationalities(held, number, within)


def _check_nationalities(held: Held, number: int, within: list[Place]) -> Iterator[DraftClaim]:
    """Of what country something is, where the sources tell the same of another's, and of this one
    nothing: «la ditta norvegese», where it is a Swedish one.
    """
    known = _countries(held.sources).keys() | _seats(held.sources).keys()
    for country in held.draft.countries(number):
        told = country.is_adjective and country.code not in known
        if not told or any(meets(country.place, each) for each in within):
            continue
        alike = held.alike(number, country.place)
        rivals = (
            (at.source, each.place)
            for at in (alike.near(SAME) if alike.best >= ENOUGH else ())
            for each in held.sources.indexes[at.source].countries(at.number)
            if each.is_adjective
        )
        rival = next(rivals, None)
        if rival:
            reason = f"{held.words(*rival)} stands where this is told"
            yield held.claim("name", number, country.place, "contradicted", reason, rival)


def _people(index: Index, number: int) -> list[Place]:
    """The people a sentence names, where every noun has a capital."""
    start, end = index.region(number)
    found = []
    for first, last in find_full_names(index.whole[start:end]):
        words = index.whole[start + first : start + last]
        bare = without_titles(words) or words
        pair = bare.split(" ")[-2:]
        name = " ".join(pair)
        if len(pair) > 1 and holds_person(name):
            found.append((start + last - len(name), start + last))
    return found


def _check_unread(held: Held, number: int, within: list[Place]) -> Iterator[DraftClaim]:
    """Full names in a language of which nobody knows how its names bend: those of which a word
    begins like none of the sources'.
    """
    index = held.draft
    start, end = index.region(number)
    for first, last in find_full_names(index.whole[start:end]):
        place = start + first, start + last
        if any(meets(place, each) for each in within):
            continue
        for word in index.whole[slice(*place)].split():
            least = max(_SHORTEST, len(word) - _ENDING)
            if len(word) >= _SHORTEST and not _begins_alike(held.sources, word[:least]):
                reason = f"names are not read in {held.language}; “{word}” {held.nowhere}"
                yield held.claim("name", number, place, "unchecked", reason)
                break


def _begins_alike(sources: Sources, beginning: str) -> bool:
    return any(f" {beginning}" in text for text in _all_words(sources))


@kept
def _all_words(sources: Sources) -> tuple[str, ...]:
    return tuple(" " + " ".join(WORD.findall(index.whole)) for index in sources.indexes)


def _is_title_case(text: str) -> bool:
    """Whether most words have a capital: a headline, as English writes them."""
    words = [word for word in WORD.findall(text) if len(word) >= _SHORTEST]
    capitals = sum(word[0].isupper() for word in words)
    is_sentence = is_stopped(text.strip())
    return not is_sentence and len(words) > 2 and capitals > len(words) * 0.7


def outermost(index: Index, number: int) -> list[Place]:
    """Where a sentence names somebody or something, none of these within another."""
    places: list[Place] = []
    for place in sorted(index.cast.names([number]), key=lambda each: (each[0], -each[1])):
        if not places or place[0] >= places[-1][1]:
            places.append(place)
    return places


def _check(held: Held, number: int, place: Place) -> DraftClaim | None:
    index = held.draft
    words = index.text(place)
    literal = held.sources.first(words)
    if literal:
        return held.claim("name", number, place, "exact", None, literal)
    opens = _opens_a_sentence(index, number, place)
    first, _, rest = words.partition(" ")
    if opens and rest and (found := held.sources.first(rest)):
        is_named = _may_be_given_name(index, number, place) and not _is_known(held, first)
        other = _namesake(held, words) if is_named and " " not in rest else None
        if other:
            reason = f"{held.words(*other)} is who is named there"
            return held.claim("name", number, place, "unchecked", reason, other)
        return held.claim("name", number, (place[1] - len(rest), place[1]), "exact", None, found)
    bare = _without_letters(without_titles(bare_of_courtesy(words)))
    if bare and bare != words and (found := held.sources.first(bare)):
        start = place[1] - len(bare)
        return held.claim("name", number, (start, place[1]), "exact", None, found)
    last = " ".join(words.split()[-2:]) if len(words.split()) > _OFFICE else ""
    forms_of_it = (_same(held, each) for each in (words, bare, last) if each)
    inflected = next(filter(None, forms_of_it), None) or (
        held.sources.first(last) if last else None
    )
    if inflected:
        return held.claim("name", number, place, "computed", None, inflected)
    closed_up = held.sources.first(words.replace(" ", "")) if words.isupper() else None
    closed_up = closed_up or _hyphenated_otherwise(held, words)
    spelt_out = closed_up or _by_its_letters(held, bare or words)  # "SS OO"
    if spelt_out:
        return held.claim("name", number, place, "computed", None, spelt_out)
    country = _known_country(held, words)
    if country is None and not is_within(index, place):  # what happens "in Paris" does so there
        country = _known_government(held, words)
    if country:
        rest = _behind_a_country(held, words)
        if rest:
            return _check(held, number, (place[1] - len(rest), place[1]))
        return held.claim("name", number, place, "computed", None, country)
    elided = _ELIDED.match(index.whole, *place)
    place = (elided.end(), place[1]) if elided else place
    if not index.whole[place[0]].isupper() and len(words.split()) == 1:
        return None  # "L'imam"
    spelt = [each for each in WORD.finditer(index.whole, *place) if len(each[0]) > 1]
    unknown = [each for each in spelt if not _is_known(held, each[0])]
    if unknown and opens and unknown[0].start() == place[0] and _may_be_no_name(index, unknown[0]):
        unknown = unknown[1:]
    return _judged(held, number, place, unknown, bare or words)


def _hyphenated_otherwise(held: Held, words: str) -> tuple[int, Place] | None:
    """Where the source has "Selm-Harbours" or "Selm Harbours" for "SelmHarbours", or the other."""
    parts = re.split(r"-|(?<=[^\W\d_A-Z])(?=[A-Z])", words)
    if len(parts) < 2 or " " in words:
        return None
    each = (joint.join(parts) for joint in ("-", " ", ""))
    return next(filter(None, (held.sources.first(one) for one in each if one != words)), None)


def _without_letters(name: str) -> str:
    """Without a body's letters before it: «МИД Иван Отт» is of Иван Отт."""
    first, _, rest = name.partition(" ")
    return rest if first.isupper() and len(first) > 1 and " " in rest else name


def _judged(
    held: Held, number: int, place: Place, unknown: list[re.Match[str]], name: str
) -> DraftClaim | None:
    """A name of which the sources do not know these words."""
    for each in unknown:
        near = _near_miss(held, each[0])
        if near:
            reason = f"{held.words(*near)} is what it is called there"
            return held.claim("name", number, each.span(), "contradicted", reason, near)
    namesake = _namesake(held, name)
    if namesake and not _is_within(name, held.words_at(namesake)):
        reason = f"{held.words(*namesake)} is who is named there"
        return held.claim("name", number, place, "contradicted", reason, namesake)
    if not unknown:
        return held.claim("name", number, place, "computed", None, namesake) if namesake else None
    if held.is_translated and not holds_person(name):
        return None
    if held.draft.cast.nouns_are_capitalised and not held.draft.cast.is_person(name):
        return None
    if all(is_institution(each[0]) for each in unknown):
        return None  # "the State", which a source has no word for
    span = unknown[0].start(), unknown[-1].end()
    return held.claim("name", number, span, "absent", held.nowhere)


def _opens_a_sentence(index: Index, number: int, place: Place) -> bool:
    """Whether a capital may stand for no more than that: "Mr. Reed" is no opening."""
    start = index.region(number)[0]
    return bool(_SENTENCE_OPENING.search(index.whole[start : place[0]]))


def _may_be_no_name(index: Index, word: re.Match[str]) -> bool:
    """Whether a word that opens a sentence has its capital only from that."""
    return not word[0].isupper() and not _is_name_elsewhere(index, word[0])


def _may_be_given_name(index: Index, number: int, place: Place) -> bool:
    """Whether a full name begins there: "Henry Sund", but not "Why Sund"."""
    start, end = index.region(number)
    return any(start + first == place[0] for first, _ in find_full_names(index.whole[start:end]))


def _same(held: Held, words: str) -> tuple[int, Place] | None:
    """Where a source has the same name in another form."""
    for source, index in enumerate(held.sources.indexes):
        for place in index.cast.names_like(words, index.all_sentences):
            other = index.text(place)
            if same_name(words, other) or same_name(other, words) or _abbreviates(other, words):
                return source, place
    return None


def _abbreviates(other: str, words: str) -> bool:
    """Whether a source writes the given name as a letter: «Э. Отт» of «Эльвирой Отт»."""
    surname = words.split()[-1]
    initial = has_initials(other) and other[:1] == words[:1]
    return initial and (same_surname(other, surname) or same_surname(words, other.split()[-1]))


def _is_known(held: Held, word: str) -> bool:
    """Whether a word of a name stands in a source, in any form, or needs none to be known."""
    if is_of_the_calendar(word) or is_role(word) or _known_country(held, word):
        return True
    word = _POSSESSIVE.sub("", word)
    is_small = word.lower() in small_words(primary(held.language))
    if is_small or is_of_the_calendar(word) or is_role(word):
        return True
    if folded(word).lower() in _words_of_names(held.sources):
        return True
    mine = forms(word) | spellings(word)
    if any(held.sources.knows(f"~{form}") for form in mine if " " not in form):
        return True
    if held.is_translated and _sounds_alike(held, word):
        return True
    common = _common_stems(held.sources)
    return any(trait in common for trait in word_traits(word.lower(), held.language))


@kept
def _common_stems(sources: Sources) -> frozenset[str]:
    """How the words of the sources begin that have no capital."""
    return frozenset(
        trait
        for index in sources.indexes
        for word in WORD.findall(index.whole)
        if word.islower()
        for trait in word_traits(word, index.language)
    )


def _sounds_alike(held: Held, word: str) -> bool:
    """Whether a source's name in another script has the same consonants: Reed, «Рид»."""
    return _skeleton(word) in _skeletons(held.sources)


def _skeleton(word: str) -> str:
    return re.sub(r"[^bcdfgklmnpqrstvxz]", "", sounds(word.lower())).replace("c", "k")


@kept
def _skeletons(sources: Sources) -> frozenset[str]:
    return frozenset(
        _skeleton(each[0])
        for index in sources.indexes
        for place in index.cast.names(index.all_sentences)
        for each in WORD.finditer(index.whole, *place)
    )


def _by_its_letters(held: Held, words: str) -> tuple[int, Place] | None:
    """Where a source has the first letters of a name of several words: "UN", "U.N."."""
    capitals = [word[0] for word in words.split() if word[0].isupper() and not is_link(word)]
    if len(capitals) < len("UN"):
        return None
    return held.sources.first("".join(capitals)) or held.sources.first(
        "".join(f"{letter}." for letter in capitals)
    )


def _behind_a_country(held: Held, words: str) -> str:
    """What is named behind whose it is: "Norway's *Selm*"; "" if the country is all there is."""
    first = next(iter(find_countries(words, primary(held.language))), None)
    rest = words[first.place[1] :].lstrip(" '’s") if first and first.place[0] == 0 else ""
    return rest if rest[:1].isupper() and not is_role(rest.split()[0]) else ""


def _known_country(held: Held, words: str) -> tuple[int, Place] | None:
    """Where a source names the country that the words do."""
    codes = {each.code for each in find_countries(words, primary(held.language))}
    known = _countries(held.sources)
    return known[min(codes)] if codes and codes <= known.keys() else None


def _known_government(held: Held, words: str) -> tuple[int, Place] | None:
    """Where a source names the country whose government sits there, or another seat of it."""
    code = seat_of(words, primary(held.language))
    if code is None:
        return None
    return _countries(held.sources).get(code) or _seats(held.sources).get(code)


@kept
def _seats(sources: Sources) -> dict[str, tuple[int, Place]]:
    found: dict[str, tuple[int, Place]] = {}
    for source, index in enumerate(sources.indexes):
        for place in index.cast.names(index.all_sentences):
            code = seat_of(index.text(place), primary(index.language))
            if code:
                found.setdefault(code, (source, place))
    return found


@kept
def _countries(sources: Sources) -> dict[str, tuple[int, Place]]:
    found: dict[str, tuple[int, Place]] = {}
    for source, index in enumerate(sources.indexes):
        for number in index.all_sentences:
            for country in index.countries(number):
                found.setdefault(country.code, (source, country.place))
    return found


def _is_name_elsewhere(index: Index, word: str) -> bool:
    """Whether a draft writes the word with a capital inside a sentence as well."""
    return bool(re.search(rf"[^\W_][,;]? {re.escape(word)}(?!\w)", index.whole))


def _near_miss(held: Held, word: str) -> tuple[int, Place] | None:
    """A word of a source's name that differs by a letter, of long ones by two."""
    names = _by_what_is_left(held.sources)
    small = folded(word).lower()
    found = {other for each in _shortened(small) for other in names.get(each, ())}
    near = (other for other in found if _differ_a_little(small, other[0]))
    best = min(near, key=itemgetter(1), default=None)
    return best and best[1]


@kept
def _by_what_is_left(sources: Sources) -> dict[str, set[tuple[str, tuple[int, Place]]]]:
    """The words of all names by what is left of them without any letter or two."""
    found: dict[str, set[tuple[str, tuple[int, Place]]]] = {}
    for word, at in _words_of_names(sources).items():
        for each in _shortened(word):
            found.setdefault(each, set()).add((word, at))
    return found


@kept
def _words_of_names(sources: Sources) -> dict[str, tuple[int, Place]]:
    found: dict[str, tuple[int, Place]] = {}
    for source, index in enumerate(sources.indexes):
        for number in index.all_sentences:
            named = _people if index.cast.nouns_are_capitalised else outermost
            for place in named(index, number):
                for each in WORD.finditer(index.whole, *place):
                    if each[0][0].isupper():
                        found.setdefault(folded(each[0]).lower(), (source, each.span()))
    return found


def _shortened(word: str) -> set[str]:
    """A word, and what is left of it without a letter, or of a long one without two."""
    if not _SHORTEST < len(word) <= _LONGEST:
        return set()
    once = {word[:at] + word[at + 1 :] for at in range(len(word))}
    twice = {each[:at] + each[at + 1 :] for each in once for at in range(len(each))}
    return {word, *once, *(twice if len(word) >= _LONG else ())}


def _differ_a_little(one: str, other: str) -> bool:
    most = 1 if min(len(one), len(other)) < _LONG else 2
    return one != other and _distance(one, other, most) <= most


def _distance(one: str, other: str, most: int) -> int:
    """Letters to change, add or leave out, as far as it matters."""
    row: list[int] = [*range(len(other) + 1)]
    for i, a in enumerate(one, 1):
        row, before = [i], row
        for j, b in enumerate(other, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b)))
        if min(row) > most:
            return most + 1
    return row[-1]


def _namesake(held: Held, words: str) -> tuple[int, Place] | None:
    """A full name of a source with one word of this one in the same place."""
    parts = words.split()
    if len(parts) < 2 or not holds_person(words):
        return None
    if any(re.search("['’]", part) for part in parts[:-1]):  # "Tolvik'i Ankara'da": two names
        return None
    if bodies_meant(parts[0]):
        return None  # „Werftkonzern Altmooser“
    for source, index in enumerate(held.sources.indexes):
        for at in (-1, 0):
            for name in index.cast.full_names_with(parts[at]):
                is_noun = not _common_stems(held.sources).isdisjoint(
                    word_traits(name.split()[0].lower(), index.language)
                )  # «Дело Отта»
                is_noun = is_noun or bool(find_countries(name, primary(index.language)))
                is_somebody = holds_person(name) and index.cast.is_a_name(name) and not is_noun
                if at == 0 and _is_known(held, parts[-1]):
                    continue  # a given name that another has as well: «Владимир»
                if is_somebody and not forms(name.split()[at]).isdisjoint(forms(parts[at])):
                    place = index.first(name, index.all_sentences)
                    if place:
                        return source, place
    return None


def _is_within(words: str, others: str) -> bool:
    """Whether each of some words is a form of one of the others, in whatever script."""
    return all(any(_is_form(mine, other) for other in others.split()) for mine in words.split())


def _is_form(one: str, other: str) -> bool:
    spelt = forms(one) | spellings(one), forms(other) | spellings(other)
    return not spelt[0].isdisjoint(spelt[1]) or (
        one[0].isascii() != other[0].isascii() and _skeleton(one) == _skeleton(other)
    )
