"""What stands around a name and is no part of it: titles, offices, company forms, descriptions.

For ``names``, which compares what is left.  Nothing here knows inflection, but for the few endings
that the tables spell out, and nothing is decided here about two names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from ..text import SPACELESS
from . import words as table
from .words import KNOWN

_TIED = re.compile(r"^([^\W\d_]{1,2})['’]")
_PART = 3
"""Letters of the first part of a compound."""


@lru_cache(maxsize=2048)
def even(name: str) -> str:
    """The name in lower case with one kind of quote mark, apostrophe, dash and space."""
    text = unicodedata.normalize("NFKC", re.sub(table.INVISIBLE, "", name)).lower()
    return " ".join(text.translate(table.EVEN).split()).replace(" -", "-").replace("- ", "-")


@lru_cache(maxsize=2048)
def script(word: str) -> str:
    letter = next((c for c in word if c.isalpha()), "0")
    return "cyrillic" if "Ѐ" <= letter <= "ԯ" else "latin" if letter < "ɐ" else "other"


def is_initial(word: str) -> bool:
    return word.endswith(".") and re.fullmatch(KNOWN.initial, word) is not None


@lru_cache(maxsize=2048)
def is_surname(word: str) -> bool:
    """Does it end like a surname of these parts?  One of another kind is not known by its looks."""
    return re.search(KNOWN.surname, word) is not None


@lru_cache(maxsize=2048)
def is_role(word: str) -> bool:
    """Is it what somebody is or does, in a language with spaces?

    >>> [is_role(word) for word in ("Bundesverkehrsministerin", "главы", "Flixbus-Manager", "and")]
    [True, True, True, False]
    """
    whole = even(word).strip(",.()\"'")
    bare = whole.removeprefix(KNOWN.attached_article)
    ends = (whole.rpartition(mark)[2] for mark in "-'")  # Flixbus-Manager, l'ambasciatore
    return any(_is_role(each) for each in {whole, bare, *ends} if each)


def _is_role(word: str) -> bool:
    return bool(role_stems(word))


@lru_cache(maxsize=2048)
def role_stems(word: str) -> frozenset[str]:
    """What somebody is by this word, without an ending; nothing, if it says no such thing.

    >>> role_stems("директоры") & role_stems("директор")
    frozenset({'директор'})
    """
    return frozenset(
        word[:cut]
        for cut in range(max(2, len(word) - 6), len(word) + 1)
        for roles, ends, endings in KNOWN.roles
        if word[cut:] in endings and (word[:cut] in roles or _is_compound(word[:cut], ends))
    )


def _is_compound(word: str, ends: tuple[str, ...]) -> bool:
    """Whether it is what somebody is, or a word and that behind it: Rat, Stadtrat; not Murat."""
    return word.endswith(ends) and any(
        word.endswith(each) and (word == each or len(word) - len(each) >= _PART) for each in ends
    )


def is_link(word: str) -> bool:
    """Is it a preposition, an article or a conjunction: of, the, and?"""
    return word.lower() in KNOWN.links


def is_of_the_calendar(word: str) -> bool:
    """Is it a month or a day of the week?"""
    return word.lower() in KNOWN.calendar


def is_legal_form(word: str) -> bool:
    """Is it what a company is by law, and no name: Ltd, АО?"""
    return _form(even(word)) in KNOWN.forms_before | KNOWN.forms_after


def is_of(word: str) -> bool:
    """Does it stand between a person and where they belong: Peter Marsh *of* Third Quay?"""
    return word in KNOWN.of


def is_counterpart(description: str) -> bool:
    """Whether it says that somebody is the same as another: «su homólogo noruego».

    >>> is_counterpart("her Norwegian counterpart"), is_counterpart("the minister")
    (True, False)
    """
    return not KNOWN.counterparts.isdisjoint(description.lower().split())


def is_lesser(before: str) -> bool:
    """Do words before a role make another of it: former, deputy, vice?"""
    words = re.findall(r"\w+", before.lower())
    return bool(words) and (
        words[-1] in KNOWN.no_more or words[-1].endswith(KNOWN.no_more_spaceless)
    )


def is_lesser_before(behind: str) -> bool:
    """Do words behind a role make another of it: «başkan *yardımcısı*»?"""
    words = re.findall(r"\w+(?:'\w+)?", even(behind))
    return bool(words) and (
        words[0] in KNOWN.no_more_behind
        or any(words[0].startswith(each) for each in KNOWN.no_more_behind if SPACELESS.match(each))
    )


def words_of(text: str) -> tuple[str, ...]:
    """The words of an even text; initials keep their full stop, company forms are gone."""
    return _words_and_forms(text)[0]


def company_forms(text: str) -> frozenset[str]:
    """The legal forms that an even text states, one word for each: {"ао"}, {"gmbh", "kg"}."""
    return _words_and_forms(text)[1]


@lru_cache(maxsize=2048)
def _words_and_forms(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    for form in KNOWN.spelt_forms:
        if form.piece in text:
            text = re.sub(form.pattern, form.short, text)
    if " " in text:
        text = re.sub(KNOWN.generic, "", text)
    text = " ".join(re.sub(table.PUNCTUATION, " ", text).split())
    forms = []
    if "." in text:
        text = re.sub(KNOWN.state, lambda state: _undotted(state[0]), text)
        dotted = re.search(table.DOTTED_FORM, text)
        if dotted and _undotted(dotted[1]) in KNOWN.forms_after:
            before = text[: dotted.start()]
            if not is_surname(before):
                text = before
                forms.append(_undotted(dotted[1]))
        text = re.sub(table.GLUED_INITIAL, r"\1 ", text)
    for piece in KNOWN.joined_to_the_next:
        text = f" {text}".replace(f" {piece} ", f" {piece}").strip()
    words = [word.lstrip("'-").rstrip("-") for word in text.split()]
    words = [w if is_initial(w) else _without_attached_form(w.rstrip(".")) for w in words]
    words = [word for word in words if word.strip("'")]
    while len(words) > 1 and words[0] in KNOWN.forms_before:
        forms.append(words.pop(0))
    while len(words) > 1 and _form(words[-1]) in KNOWN.forms_after:
        forms.append(_form(words.pop()))
    forms = [KNOWN.same_form.get(form, form) for form in forms]
    return tuple(words), frozenset(form for form in forms if form not in KNOWN.no_legal_form)


def _without_attached_form(word: str) -> str:
    return word if word.isascii() else re.sub(KNOWN.attached_form, "", word)


def _form(word: str) -> str:
    """«АҚ-ның» is «АҚ», "NV's" is "NV"."""
    form, _, ending = word.removesuffix("'s").partition("-")
    return form if not ending or ending in KNOWN.after_hyphen else word


def _undotted(letters: str) -> str:
    return re.sub("[. ]", "", letters)


def contradict(forms: frozenset[str], others: frozenset[str]) -> bool:
    """Do both state a legal form, and not the same one?  «ООО» may well translate "Ltd"."""
    if not forms or not others:
        return False
    pairs = [(one, two) for one in forms for two in others if script(one) == script(two)]
    return bool(pairs) and not forms & others


@lru_cache(maxsize=2048)
def without_article(words: str) -> str:
    """«OFAG» of «l'OFAG»; as it is written."""
    return re.sub(KNOWN.article, "", words)


def without_opening_link(words: str) -> str:
    """Without an article in front, in whatever case, also where it may be of a name: "The Hague".

    >>> without_opening_link("The board"), without_opening_link("L'UMIQ"), without_opening_link("A")
    ('board', 'UMIQ', 'A')
    """
    first, _, rest = _TIED.sub(r"\1 ", words).partition(" ")
    return rest if rest and is_link(first) else words


@lru_cache(maxsize=2048)
def with_and_without_article(name: str) -> tuple[str, ...]:
    """The name evened out, and without the article it may begin with."""
    bare = re.sub(KNOWN.article, "", name)
    return (even(name),) if bare == name else (even(name), even(bare))


@lru_cache(maxsize=2048)
def shortened(words: str) -> tuple[str, ...]:
    """What the words also name, evened out: without "the German company", a title, an alias."""
    found = []
    bare = re.sub(KNOWN.description, "", words)
    if bare != words:
        found.append(even(bare))
    if re.fullmatch(KNOWN.without_attached_article, words):
        found.append(KNOWN.attached_article + words)
    aliases = (each for alias in _aliases(words) for each in with_and_without_article(alias))
    return (*found, *aliases)


def _aliases(words: str) -> Iterator[str]:
    """«Банк развития (БР)» is either; «挪北航运（Nordhav）» too; «Конго (ДРК)» is neither."""
    both = re.fullmatch(table.BRACKETED, words.strip()) if re.search("[(（]", words) else None
    if both is None:
        return
    name, alias = both[1], both[2]
    first_letters = "".join(word[0] for word in name.split()).lower()
    acronym = len(alias) > 1 and even(alias) in (
        first_letters, "".join(word[0] for word in name.split() if len(word) > 3).lower(),
    )  # fmt: skip
    other_script = script(name) != script(alias)
    if acronym or other_script:
        yield name
    if acronym or (other_script and script(name) == "other"):
        yield alias


@lru_cache(maxsize=2048)
def without_courtesy(text: str) -> str:
    bare = re.sub(KNOWN.courtesy, "", text)
    return text if bare == text else re.sub(KNOWN.courtesy, "", bare)  # Herr Dr. Ott


def bare_of_courtesy(words: str) -> str:
    """The words without a courtesy, in the letters they are written in: of «M. Roux» «Roux»."""
    small = words.lower()
    bare = without_courtesy(small)
    start = small.find(bare)
    return words[start : start + len(bare)] if len(small) == len(words) else words


def without_title(text: str) -> str:
    """The text without a title before its only other word: Prime Minister Renwick."""
    return re.sub(KNOWN.before_one_word, "", text)


def without_office(words: tuple[str, ...], name: tuple[str, ...]) -> tuple[str, ...]:
    """«Президента Талгата Калиева» is Талгат Калиев; «президент Фонда Калиева» is not his fund."""
    if len(words) < 3 or len(name) < 2 or not is_surname(name[-1]):
        return words
    if not re.fullmatch(KNOWN.office, words[0]) or re.fullmatch(KNOWN.office, name[0]):
        return words
    # Of an institution the case changes, while the name of its founder stays as it is.
    institution = words[-1] == name[-1] and words[1] != name[0]
    return words if institution else words[1:]
