"""What stands around a name and is no part of it: titles, offices, company forms, descriptions.

For ``names``, which compares what is left.  Nothing here knows inflection, but for the few endings
that the tables spell out, and nothing is decided here about two names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from . import name_words as table


def even(name: str) -> str:
    """The name in lower case with one kind of quote mark, apostrophe, dash and space."""
    text = unicodedata.normalize("NFKC", re.sub(table.INVISIBLE, "", name)).lower()
    return " ".join(text.translate(table.EVEN).split()).replace(" -", "-").replace("- ", "-")


@lru_cache(maxsize=8192)
def script(word: str) -> str:
    letter = next((c for c in word if c.isalpha()), "0")
    return "cyrillic" if "Ѐ" <= letter <= "ԯ" else "latin" if letter < "ɐ" else "other"


def is_initial(word: str) -> bool:
    return word.endswith(".") and re.fullmatch(table.INITIAL, word) is not None


@lru_cache(maxsize=4096)
def is_surname(word: str) -> bool:
    """Does it end like a surname of these parts?  One of another kind is not known by its looks."""
    return re.search(table.SURNAME, word) is not None


def words_of(text: str) -> tuple[str, ...]:
    """The words of an even text; initials keep their full stop, company forms are gone."""
    return _words_and_forms(text)[0]


def company_forms(text: str) -> frozenset[str]:
    """The legal forms that an even text states, one word for each: {"ао"}, {"gmbh", "kg"}."""
    return _words_and_forms(text)[1]


@lru_cache(maxsize=4096)
def _words_and_forms(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    for piece, spelt, short in table.SPELT_FORMS:
        if piece in text:
            text = re.sub(spelt, short, text)
    if " " in text:
        text = re.sub(table.GENERIC, "", text)
    text = " ".join(re.sub(table.PUNCTUATION, " ", text).split())
    forms = []
    if "." in text:
        text = re.sub(table.STATE, lambda state: _undotted(state[0]), text)
        dotted = re.search(table.DOTTED_FORM, text)
        if dotted and _undotted(dotted[1]) in table.AFTER:
            before = text[: dotted.start()]
            if not is_surname(before):
                text = before
                forms.append(_undotted(dotted[1]))
        text = re.sub(table.GLUED_INITIAL, r"\1 ", text)
    words = [word.lstrip("'-").rstrip("-") for word in text.split()]
    words = [w if is_initial(w) else _without_han_form(w.rstrip(".")) for w in words]
    words = [word for word in words if word.strip("'")]
    while len(words) > 1 and words[0] in table.BEFORE:
        forms.append(words.pop(0))
    while len(words) > 1 and _form(words[-1]) in table.AFTER:
        forms.append(_form(words.pop()))
    forms = [table.SAME_FORM.get(form, form) for form in forms]
    return tuple(words), frozenset(form for form in forms if form not in table.NO_LEGAL_FORM)


def _without_han_form(word: str) -> str:
    return word if word.isascii() else re.sub(table.HAN_FORM, "", word)


def _form(word: str) -> str:
    """«АҚ-ның» is «АҚ»."""
    form, _, ending = word.partition("-")
    return form if ending in table.AFTER_HYPHEN else word


def _undotted(letters: str) -> str:
    return re.sub("[. ]", "", letters)


def contradict(forms: frozenset[str], others: frozenset[str]) -> bool:
    """Do both state a legal form, and not the same one?  «ООО» may well translate "Ltd"."""
    if not forms or not others:
        return False
    pairs = [(one, two) for one in forms for two in others if script(one) == script(two)]
    return bool(pairs) and not forms & others


@lru_cache(maxsize=4096)
def with_and_without_article(name: str) -> tuple[str, ...]:
    """The name evened out, and without the article it may begin with."""
    bare = re.sub(table.ARTICLE, "", name)
    return (even(name),) if bare == name else (even(name), even(bare))


@lru_cache(maxsize=4096)
def shortened(words: str) -> tuple[str, ...]:
    """What the words also name, evened out: without "the German company", a title, an alias."""
    found = []
    for pattern in (table.DESCRIPTION, table.CHINESE_OFFICE):
        bare = re.sub(pattern, "", words)
        if bare != words:
            found.append(even(bare))
    if re.fullmatch(table.WITHOUT_ARTICLE, words):
        found.append("ال" + words)
    return (*found, *map(even, _aliases(words)))


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


@lru_cache(maxsize=4096)
def without_courtesy(text: str) -> str:
    bare = re.sub(table.COURTESY, "", text)
    return text if bare == text else re.sub(table.COURTESY, "", bare)  # Herr Dr. Ott


def without_title(text: str) -> str:
    """The text without a title before its only other word: Prime Minister Renwick."""
    return re.sub(table.BEFORE_ONE_WORD, "", text)


def without_office(words: tuple[str, ...], name: tuple[str, ...]) -> tuple[str, ...]:
    """«Президента Талгата Калиева» is Талгат Калиев; «президент Фонда Калиева» is not his fund."""
    if len(words) < 3 or len(name) < 2 or not is_surname(name[-1]):
        return words
    if not re.fullmatch(table.OFFICE, words[0]) or re.fullmatch(table.OFFICE, name[0]):
        return words
    # Of an institution the case changes, while the name of its founder stays as it is.
    institution = words[-1] == name[-1] and words[1] != name[0]
    return words if institution else words[1:]
