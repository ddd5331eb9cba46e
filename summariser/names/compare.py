"""One name under inflection, script and typography: «Талгатом Калиевым» is «Талгат Калиев».

For holding the dictionary form a model gives against the words an article writes.  No distance
is measured: two words agree when a known ending, taken off one, leaves the other to the letter,
or to the sound if one is Cyrillic and one Latin.  So an unknown inflection is a "no", never a
guess.  Not for world knowledge: acronyms and what they stand for, «Россия»/«Ресей», offices.

Some pairs no string can decide.  We say yes where one is a regular inflection of all of the
other («Александра Иванова» is how one writes "of Александр Иванов"), and no where the surname
stays as it is («Александра Шмидт» is a woman).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from ..text import LOOKALIKES, folded
from . import titles
from . import words as table
from .titles import is_initial, is_surname, script, words_of
from .words import KNOWN

LONGEST = 200  # code points; what is longer is no name, and is compared to the letter only
_Placed = tuple[str, str]  # a word, and where in its own text it stands: first, middle, last, only


@lru_cache(maxsize=2048)
def letters(word: str) -> str:
    """The word for comparison within one script: Тоқаев, Токаев; Erdoğan, Erdogan."""
    # «С5+1» is often typed with the Cyrillic letter.
    if not word.isalpha() and re.search("[0-9]", word):
        return word.translate(LOOKALIKES).strip(".'")
    for piece, respelt in KNOWN.respelt.items():
        word = word.replace(piece, respelt)
    plain = word.translate(table.PLAIN).replace("q", "k")
    return re.sub("(?<=[aeiou])yev", "ev", plain) if "yev" in plain else plain


@lru_cache(maxsize=2048)
def sounds(word: str) -> str:
    """The word for comparison between Cyrillic and Latin: Мирзиёев, Mirziyoyev."""
    word = KNOWN.sounded.get(word, word).replace("'", "")
    latin = re.sub(table.DIGRAPH, lambda m: table.DIGRAPHS[m[0]], word).translate(table.TO_LATIN)
    return re.sub(r"(.)\1", r"\1", latin)


def _spelling(one: str, other: str) -> Callable[[str], str] | None:
    """How to compare two words, or None if their scripts cannot be compared."""
    scripts = {script(one), script(other)}
    if len(scripts) == 1:
        return letters
    return sounds if scripts == {"cyrillic", "latin"} else None


class _Reading(NamedTuple):
    """The dictionary form ``base`` ends in ``lost`` where the word read ends in ``gained``."""

    base: str
    lost: str = ""
    gained: str = ""


_Row = tuple[tuple[str, ...], str, int]
"""Last letters of the stem, the dictionary form's ending, how short that form may be."""


@cache
def _rows_by_ending() -> dict[_Placed, list[_Row]]:
    """By an ending and where it stands, what it may have been."""
    by_ending: dict[_Placed, list[_Row]] = {}
    for changes in KNOWN.endings:
        for finals, lost, others in (row.split("|") for row in changes.rows):
            row = (tuple(finals.split()) or ("",), lost.strip(), changes.shortest)
            for place in changes.where.split():
                for ending in others.split() or [""]:
                    by_ending.setdefault((place, ending), []).append(row)
    return by_ending


@cache
def _rows_anywhere() -> dict[str, list[_Row]]:
    """The same of an ending that stands anywhere."""
    found: dict[str, dict[_Row, None]] = {}
    for (_, ending), rows in _rows_by_ending().items():
        found.setdefault(ending, {}).update(dict.fromkeys(rows))
    return {ending: [*rows] for ending, rows in found.items()}


def dictionary_forms(word: str) -> set[str]:
    """All that a word may be a form of, wherever it stands in a name.

    >>> dictionary_forms("Талгатом") >= {"Талгат", "Талгатом"}
    True
    """
    found = {word}
    head, _, tail = word.rpartition("'")
    if len(head) > 1 and tail in KNOWN.after_apostrophe:
        found.add(head)
    if word in KNOWN.like_a_form:
        return found
    found.update(
        base for base, _, _ in _stripped(word, lambda ending: _rows_anywhere().get(ending, ()))
    )
    return found.union(*(KNOWN.split_off(letters(word), place) for place in ("first", "only")))


def _stripped(word: str, rows: Callable[[str], Iterable[_Row]]) -> Iterator[tuple[str, str, str]]:
    """What a word may be without its ending: base, and what it lost and gained."""
    for cut in range(max(0, len(word) - 6), len(word) + 1):
        stem, gained = word[:cut], word[cut:]
        for finals, lost, shortest in rows(gained):
            base = stem + lost
            if (
                len(base) >= shortest
                and stem.endswith(finals)
                and not (gained == "s" and base in KNOWN.name_without_s)
                and not (gained and base.endswith(KNOWN.no_name_ends_in))
            ):
                yield base, lost, gained


def _readings(word: str, place: str) -> tuple[_Reading, ...]:
    """Every reading of a word that is the ``first``, ``middle``, ``last`` or ``only`` one."""
    found = [_Reading(word)]
    head, mark, tail = word.rpartition("'")
    if place in ("last", "only") and len(head) > 1 and tail in KNOWN.after_apostrophe:
        found.append(_Reading(head, "", mark + tail))
    if word in KNOWN.like_a_form:
        return tuple(found)
    rows = _rows_by_ending()
    found += (
        _Reading(*each) for each in _stripped(word, lambda ending: rows.get((place, ending), ()))
    )
    if place in ("first", "only"):
        found += [_Reading(base, "", "-") for base in KNOWN.split_off(letters(word), place)]
    return tuple(found)


@lru_cache(maxsize=2048)
def readings_by_spelling(word: str, place: str, spell: Callable[[str], str]) -> dict[str, _Reading]:
    """The first reading of each spelling."""
    return {spell(reading.base): reading for reading in reversed(_readings(word, place))}


def _read(name: str, word: str, place: str) -> _Reading | None:
    """How ``word`` is a form of the dictionary word ``name``, or None if it is not."""
    names, parts = name.split("-"), word.split("-")
    if (
        place in ("last", "only")
        and len(parts) == len(names) + 1
        and parts[-1] in KNOWN.after_hyphen
    ):
        del parts[-1]
    if len(names) != len(parts) or is_initial(name) or is_initial(word):
        return None
    reading = None
    for i, (one, part) in enumerate(zip(names, parts, strict=True), start=1):
        spell = _spelling(one, part)
        if spell is None:
            return None
        where = place if i == len(parts) or place == "first" else "middle"
        reading = readings_by_spelling(part, where, spell).get(spell(one))
        if reading is None:
            return None
    return reading


def _abbreviates(initial: str, name: str) -> bool:
    """Does «К.» or «К.-Ж.» stand for «Касым-Жомарт»?"""
    if "." not in initial:
        return False
    initials, parts = initial.split("-"), name.split("-")
    return len(initials) <= len(parts) and all(
        is_initial(i) and sounds(part).startswith(sounds(i.rstrip(".")))
        for i, part in zip(initials, parts, strict=False)
    )


def _placed(words: tuple[str, ...]) -> list[_Placed]:
    places = ["first", *["middle"] * (len(words) - 2), "last"] if len(words) > 1 else ["only"]
    return list(zip(words, places, strict=True))


def _orders(names: list[_Placed], words: list[_Placed]) -> Iterator[list[_Placed]]:
    """The words as written, and with the surname moved to where the name has it."""
    yield words
    # «Air Astana» and «Astana Air» are two names: only what looks like a surname moves.
    for cut, surname in ((1, names[-1][0]), (-1, names[0][0])) if len(words) > 1 else ():
        left = words[1:] if cut == 1 else words[:-1]
        initials = all(is_initial(word.split("-")[0]) for word, _ in left)
        if initials or (is_surname(surname) and surname not in KNOWN.places_like_surnames):
            yield words[cut:] + words[:cut]


def _without_middle(words: list[_Placed]) -> list[_Placed]:
    """The words without patronymics and middle initials."""
    last = len(words) - (0 if is_surname(words[0][0]) else 1)
    middle = [w for w in words[1:last] if re.search(KNOWN.patronymic, w[0]) or is_initial(w[0])]
    return [w for w in words if w not in middle]


def _agree(names: list[_Placed], words: list[_Placed]) -> bool:
    """Do the words, one by one and taken together, stand for the dictionary form?"""
    if len(names) != len(words):
        fewer_names, fewer_words = _without_middle(names), _without_middle(words)
        if fewer_names != names and fewer_words != words:  # George W. is not George H. W.
            return False
        names, words = fewer_names, fewer_words
        if len(names) != len(words) or len(names) < 2:
            return False
    readings: list[_Reading] = []
    for (name, _), (word, place) in zip(names, words, strict=True):
        reading = _read(name, word, place)
        if reading:
            readings.append(reading)
        elif not (_abbreviates(name, word) or _abbreviates(word, name)):
            return False
    return bool(readings) and _one_person(readings, words[0][0])


def _agree_in_a_case(names: list[_Placed], words: list[_Placed]) -> bool:
    """«Габсбурга Махмуда»: who is inflected in both words is a person, whichever comes first."""
    pairs = zip(names, words, strict=True)
    readings = [_read(name, word, place) for (name, _), (word, place) in pairs]
    inflected = [each for each in readings if each and each.gained != each.lost]
    return len(inflected) == len(words) and _one_person(inflected, words[0][0])


def _one_person(readings: list[_Reading], first: str) -> bool:
    """Is the change one of case, not of sex?"""
    changed = [r for r in readings if r.lost != r.gained]
    if any(r.gained in KNOWN.feminine_endings and r.base in KNOWN.no_man for r in changed):
        return False
    base, lost, gained = readings[-1]
    of_a_woman = lost and len(readings) > 1 and base.endswith(KNOWN.feminine_surnames)
    if of_a_woman and gained in KNOWN.only_of_men:
        return False  # «о Марине Громове» is of a man
    for base, lost, gained in changed:
        others = [r for r in readings if r.base != base]
        chinese = first in KNOWN.chinese_surnames and base.endswith(KNOWN.chinese_given_names)
        family = (
            base.endswith(KNOWN.surnames_with_a_feminine)
            and base not in KNOWN.places_like_surnames
            and not chinese
        )
        feminine = gained in KNOWN.feminine_endings
        if KNOWN.feminines.get(lost) == gained or (family and feminine and not lost):
            if not any(r.gained for r in others):
                return False
        elif base in KNOWN.given_names_with_a_feminine and feminine and len(changed) == 1:
            return any(is_surname(r.base) for r in others)
    return True


def same_name(name: str, words: str) -> bool:
    """Are the words this name, perhaps inflected, in another script, or with a title before it?

    Directed: ``name`` is the dictionary form, and only ``words`` may be inflected.  Blind to quote
    marks, dashes, spaces and case; true of every name and itself.  Of two legal forms neither is
    the other.  A surname alone is not the full name, but initials are: see ``spells_out``.

    >>> same_name("Талгат Калиев", "Талгата Калиева"), same_name("Талгата Калиева", "Талгат Калиев")
    (True, False)
    >>> same_name("Air Astana", "Эйр Астаны"), same_name("ТОО «Степь»", "АО «Степь»")
    (True, False)
    """
    if name.strip() == words.strip():
        return bool(name.strip())
    if max(len(name), len(words)) > LONGEST:
        return titles.even(name) == titles.even(words)
    return _is_same(name, words)


def perhaps_same(name: str, words: str) -> bool:
    """May the words leave out a surname, or be one, if the name is a person's?  Nothing tells it.

    For what is no ``same_name``, nor a ``same_surname``, and cannot be called another name either.

    >>> perhaps_same("Hugo Boss Kazakhstan", "Hugo Boss"), perhaps_same("Mary Jordan", "Jordan")
    (True, True)
    """
    if max(len(name), len(words)) > LONGEST:
        return False
    return _is_same(name, words, perhaps=True) or _is_surname_of(name, words, perhaps=True)


@lru_cache(maxsize=2048)
def _is_same(name: str, words: str, *, perhaps: bool = False) -> bool:
    return any(
        not titles.contradict(titles.company_forms(one), titles.company_forms(two))
        and _same(*_without_titles(one, two), perhaps=perhaps)
        for one in titles.with_and_without_article(name)
        for two in (*titles.with_and_without_article(words), *titles.shortened(words))
    )


@lru_cache(maxsize=16_384)
def same(one: str, other: str) -> bool:
    """Are two names one anywhere, whichever of them is inflected?

    >>> same("Талгата Калиева", "Талгат Калиев"), same("the shipyard «Lagoon»", "Lagoon")
    (True, True)
    """
    bare = _quoted(one) == _bare(other) or _quoted(other) == _bare(one)
    return bare or same_name(one, other) or same_name(other, one)


def _quoted(name: str) -> str | None:
    """What «Lagoon» is in «the shipyard «Lagoon»»: the proper name, if all else is common nouns."""
    found = re.fullmatch(r"([^']*)'([^']+)'([^']*)", folded(name))
    return _bare(found[2]) if found and (found[1] + found[3]).islower() else None


def has_initials(name: str) -> bool:
    """Does it abbreviate a word: «К.-Ж. Токаев»?"""
    return any(is_initial(word.split("-")[0]) for word in words_of(titles.even(name)))


def _bare(name: str) -> str:
    return folded(name).casefold().strip().strip("'")


def names_more(one: str, than: str) -> bool:
    """Of two forms of one name, is this one written in full, or not inflected, and that one not?"""
    if spells_out(one, than) or spells_out(than, one):
        return spells_out(one, than)
    return same_name(one, than) and not same_name(than, one)


def spells_out(name: str, words: str) -> bool:
    """Does the name write in full what the words of the same name only abbreviate or leave out?

    >>> spells_out("Ермек Омаров", "Е. Омаров"), spells_out("George Bush", "George W. Bush")
    (True, False)
    """
    one, two = _without_titles(*(titles.even(text[:LONGEST]) for text in (name, words)))
    if joined(one) == joined(two):
        return False
    full, others = (
        [part for word in side for part in word.split("-") if not is_initial(part)]
        for side in (one, two)
    )
    return len(full) > len(others)


def _without_titles(one: str, two: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of both, without a title that only one has: Herr Ott is not Frau Ott."""
    plain_one, plain_two = titles.without_courtesy(one), titles.without_courtesy(two)
    if (plain_one == one) != (plain_two == two):
        one, two = plain_one, plain_two
    elif " " not in one:
        two = titles.without_title(two)
    names, words = words_of(one), words_of(two)
    if len(names) == 1:
        return names, _without_office_alone(words, names[0])
    return titles.without_office(names, words), titles.without_office(words, names)


def _without_office_alone(words: tuple[str, ...], surname: str) -> tuple[str, ...]:
    """«Аналитик Гареев» is Гареев; «президент Казахстана» is not his country."""
    office = re.fullmatch(KNOWN.office, words[0]) if len(words) == 2 else None
    reading = _read(surname, words[1], "only") if office else None
    if office is None or reading is None:
        return words
    if office.lastgroup:  # its case
        agrees = is_surname(surname) and surname not in KNOWN.places_like_surnames
    else:  # in Kazakh the office stays as it is
        agrees = reading.lost == reading.gained or reading.gained in KNOWN.after_hyphen
    return (surname,) if agrees else words


def _same(one: tuple[str, ...], two: tuple[str, ...], *, perhaps: bool = False) -> bool:
    if not one or not two:
        return False
    if joined(one) == joined(two):
        return True
    if len(one) != len(two) and max(len(one), len(two)) < 3 and "-" not in "".join(one + two):
        return False  # no word of either may be left out
    if is_surname(one[0]) and all(is_initial(word) for word in one[1:]):
        one = (*one[1:], one[0])  # «Сидоров И. П.»
    names, words = _placed(one), _placed(two)
    if any(_agree(names, order) for order in _orders(names, words)):
        return True
    if len(one) == len(two) == 2 and _agree_in_a_case(names, words[::-1]):
        return True
    if len(one) > len(two) and (shorter := _without_second_surname(one, perhaps=perhaps)):
        return _same(shorter, two)
    if len(two) > len(one) and (shorter := _without_second_surname(two, perhaps=perhaps)):
        return _same(one, shorter)
    split_one, split_two = (tuple(" ".join(w).replace("-", " ").split()) for w in (one, two))
    return (
        len(one) != len(two)
        and (split_one, split_two) != (one, two)
        and _same(split_one, split_two)
    )


def same_surname(name: str, words: str) -> bool:
    """Are the words the surname of this full name, and nothing else?  Weaker than ``same_name``.

    Of two persons with one surname it says yes for both, and in «Калиева» it does not tell the
    wife from the husband's genitive.

    >>> same_surname("Талгат Калиев", "Калиева"), same_surname("Талгат Калиев", "Талгат")
    (True, False)
    """
    return _is_surname_of(name[:LONGEST], words[:LONGEST])


@lru_cache(maxsize=2048)
def _is_surname_of(name: str, words: str, *, perhaps: bool = False) -> bool:
    return any(
        _is_surname(name, each, perhaps=perhaps) for each in titles.with_and_without_article(words)
    )


def _is_surname(name: str, words: str, *, perhaps: bool) -> bool:
    one, two = (titles.without_courtesy(titles.even(x)) for x in (name, words))
    full, alone = words_of(titles.without_title(one)), words_of(titles.without_title(two))
    if len(full) > 2 and full[-1] in KNOWN.generations:
        full = full[:-1]  # August Holm IV, Tom Reed Jr.
    person = not (titles.company_forms(one) or titles.company_forms(two))
    two_surnames = _two_surnames(full, perhaps=perhaps)
    tied = KNOWN.and_surname if two_surnames else frozenset[str]()
    if len(full) < 2 or not person or (KNOWN.not_in_a_person - tied).intersection(full):
        return False
    if full[-2] == "der" and full[-3:-2] != ("von",):  # die Sprecherin der Nordbank
        return False
    if len(full) == 2 and re.fullmatch(KNOWN.office, full[0]):
        return False
    surname = full[0] if is_surname(full[0]) and not is_surname(full[-1]) else full[-1]
    # Nordbank Deutschland, South Korea, Lagoon Shipping
    if not (perhaps or KNOWN.seldom_persons.isdisjoint((surname, " ".join(full)))):
        return False
    alone = _without_office_alone(alone, surname)
    kept = full[-2] in KNOWN.kept_particles
    if len(alone) == 1 and not kept and _read(surname, alone[0], "only") is not None:
        return True
    spelled = tuple(map(letters, alone))
    several = (*_with_particles(full), *two_surnames, *_behind_the_first(full))
    return any(tuple(map(letters, each)) == spelled for each in several)


def _with_particles(full: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The surname with the particles before it: «La Torre», «De la Torre»."""
    first = len(full) - 1
    while first > 1 and full[first - 1] in KNOWN.surname_particles:
        first -= 1
        yield full[first:]


def _behind_the_first(full: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """«Funes de Rioja» of Daniel Funes de Rioja, «Holm Reed» of Ida Holm Reed."""
    for first in range(1, len(full) - 1):
        if full[first] not in KNOWN.surname_particles:
            yield full[first:]


def _two_surnames(full: tuple[str, ...], *, perhaps: bool) -> tuple[tuple[str, ...], ...]:
    """The first of a person's two surnames, and both; nothing: not known to have two.

    A given name does not tell a person, for companies and places bear them, too; two of them do, or
    a second surname that is nothing else.

    >>> _two_surnames(("lucía", "ferrando", "ruiz"), perhaps=False)
    (('ferrando',), ('ferrando', 'ruiz'))
    >>> _two_surnames(("hugo", "boss", "kazakhstan"), perhaps=False)
    ()
    """
    plain_words = tuple(map(letters, full))
    names = enumerate(plain_words)
    given = next((i for i, word in names if word not in _spelt("given_names")), len(full))
    ends = [
        i
        for i, word in enumerate(full)
        if i >= given and word not in KNOWN.surname_particles | KNOWN.and_surname
    ]
    plain = all(script(full[i]) == "latin" and full[i].replace("-", "").isalpha() for i in ends)
    if not given or not plain or len(ends) != 2 or ends[1] != len(full) - 1:
        return ()
    is_told = given > 1 or plain_words[-1] in _spelt("second_surnames")
    if not (perhaps or is_told):
        return ()
    return full[given : ends[0] + 1], full[given:]


@cache
def _spelt(field: str) -> frozenset[str]:
    """The words of a field as they are compared: «jose» is «josé»."""
    return frozenset(map(letters, KNOWN.listed(field)))


def _without_second_surname(full: tuple[str, ...], *, perhaps: bool) -> tuple[str, ...]:
    """«Lucía Ferrando Ruiz» is Lucía Ferrando; nothing: it is no person with two surnames."""
    if (KNOWN.not_in_a_person - KNOWN.and_surname).intersection(full):
        return ()
    surnames = _two_surnames(full, perhaps=perhaps)
    return full[: len(full) - len(surnames[1]) + len(surnames[0])] if surnames else ()


def ends_with_name(words: str, name: str) -> bool:
    """Are the words a title or a common noun, and then the name?

    But "Air Astana" is not Astana: a name of one word may only follow words in lower case.
    """
    before, last = words.split(), name.split()
    title, before = before[: -len(last)], before[-len(last) :]
    if not title or not (len(last) > 1 or all(word.islower() for word in title)):
        return False
    return same_name(name, " ".join(before))


@lru_cache(maxsize=2048)
def joined(words: tuple[str, ...]) -> str:
    """The words as one string in which "J. P.", "J.P." and "JP" are the same."""
    text = " ".join(words)
    if "." in text:
        text = re.sub(r"(?<![^ ])([^\W_])\. (?=[^\W_]\.)", r"\1", text)
    return " ".join(letters(word) for word in text.replace("-", " ").split())
