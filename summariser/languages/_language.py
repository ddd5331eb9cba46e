"""What a language is made of, as far as this library reads it: typed sections, data only.

One file per language fills them; ``languages.LANGUAGES`` finds the files by listing this package.
No decision is made here: what reads figures, sentences or names compiles its own tables from
these.

What is a list of words is one string with spaces between, or with "|" where it holds phrases.  A
piece of a regular expression stands only where a list will not do, and its field says so.

A section is either *own*, read only in an article of that language, or *everywhere*, which is safe
in an article of any.  A word stands in one of the two.  Own is the rule for a language that is
added.  Names are the exception: whether two names are one is asked without knowing of which
language they are, so the names sections of all languages are read together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

Pairs = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Writing:
    """One script a language is written in, and what tells it from others of that script."""

    script: Literal["latin", "cyrillic", "arabic", "cjk", "hangul"]
    letters: str = ""
    """Letters that speak for it, as few others of the script have them."""
    more_letters: str = ""
    """What else it writes beyond a-z, а-я or the letters of Arabic; all others are foreign."""
    without: str = ""
    """Letters of the script that it does without, or almost."""
    function_words: str = ""
    usual: bool = False
    """Whether it is what a text in this script is taken for where nothing else tells."""


@dataclass(frozen=True, kw_only=True)
class SentenceWords:
    """The words around which a full stop may end no sentence: all in lower case, without the stop.

    Those that follow one (units, after_company, after_hour, starters) are written as there.
    """

    before_a_name: str = ""
    """Never the end: "Dr. Weiß", «т.е. порт».  "~" stands for up to four letters."""
    before_a_number: str = ""
    """Not the end before a number: "No. 5", «стр. 7»."""
    mid_sentence: str = ""
    """Not the end, unless a starter follows: "St. Moritz", «им. Абая»."""
    scales: str = ""
    """«5 млрд. Долларов»: the end only before a capital that is no unit."""
    units: str = ""
    """What goes on after a scale, with a capital: "Euro", «США».  "~" stands for any ending."""
    companies: str = ""
    """"Wheat Inc. Chairman": the end only before a capital that is no after_company."""
    after_company: str = ""
    after_hour: str = ""
    """What goes on after "at 5 p.m."."""
    last: str = ""
    """Before a capital always the end: «и т.д.»."""
    years: str = ""
    """«2024 г.»: see before_a_year."""
    before_a_year: str = ""
    """What may open a sentence before a year, which then goes on: «В 2024 г. Казахстан»."""
    starters: str = ""
    """What begins a sentence after an abbreviation.  None is a surname's first part."""


@dataclass(frozen=True, kw_only=True)
class Instruction:
    """A wording that speaks to a language model instead of a reader."""

    pieces: str
    """Without one of these pieces it cannot match.  No "i" in them, which may be "ı" as well."""
    pattern: str
    """A verbose regular expression."""


@dataclass(frozen=True, kw_only=True)
class Text:
    """How a language is recognised, where its sentences end, how it quotes, how it orders about."""

    writings: tuple[Writing, ...] = ()

    everywhere: SentenceWords = SentenceWords()
    own: SentenceWords = SentenceWords()
    ordinal_stop: bool = False
    """Whether "3." is "the third", as in German."""
    elided: str = ""
    """Short words that an apostrophe ties to the next: d'Inc."""
    verbs_of_speech: str = ""
    """In a script without spaces: a quotation followed by one of them goes on."""
    after_a_quotation: str = ""
    """The same: what ties a quotation to the rest of its sentence."""

    quotation_marks: tuple[str, ...] = ()
    """Pairs of marks: what opens a quotation, what closes it."""
    title_marks: tuple[str, ...] = ()
    """Pairs of marks around a name or a title, and no quotation."""
    apostrophe_first: str = ""
    """Words that may begin with an apostrophe, which opens no quotation: 'em."""

    proclitics: str = ""
    """What is written together with the next word, which is one of its own all the same."""

    instructions: tuple[Instruction, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Endings:
    """What happens to the end of a name's word."""

    where: str
    """Which of the words change: first, middle, last, or the only one."""
    shortest: int
    """Letters of the shortest dictionary form."""
    rows: tuple[str, ...]
    """Last letters of the stem | ending of the dictionary form | endings of the other forms."""


@dataclass(frozen=True, kw_only=True)
class SpeltForm:
    """A company form written out."""

    piece: str
    """Without it there is none."""
    pattern: str
    """A regular expression."""
    short: str


@dataclass(frozen=True, kw_only=True)
class Names:
    """What happens to names, and what stands around them.

    All in even form unless told otherwise: lower case, е for ё, ' for every apostrophe.
    """

    # How a name changes.
    endings: tuple[Endings, ...] = ()
    endings_after_hyphen: str = ""
    """«АҚ-ның»."""
    endings_after_apostrophe: str = ""
    """"Kaliyev's", "Erdoğan'ın"."""
    like_a_form: str = ""
    """Names that end like an inflected form and are none: «астана», «прага»."""
    no_name_ends_in: str = ""
    """Endings of a stem that no name has: «алматыд» is none, «алматыда» is «алматы»."""
    name_without_s: str = ""
    """Surnames beside which there is another in -s: Robert Adam, Robert Adams."""
    split_off: Callable[[str, str], Iterator[str]] | None = None
    """What a word may be without the particles written together with it, by its place."""

    # Persons.
    particles: str = ""
    """Words in lower case within a name of several."""
    initials: str = ""
    """Initials of two letters: «дж»."""
    patronymics: tuple[str, ...] = ()
    """Ends of patronymics | what may follow; "-" is nothing, "~" up to three letters, a dot one."""
    surnames: str = ""
    """How surnames of these parts end."""
    surnames_with_a_feminine: str = ""
    """Of these endings, the ones to which -а is added for a woman."""
    given_names_with_a_feminine: str = ""
    """Given names of men that a woman's name exceeds by -а or -я."""
    no_man: str = ""
    """No man's name: what has one more -а is another woman."""
    places_like_surnames: str = ""
    """«псков»: the genitive of a bare surname might be his wife's name, theirs is not."""
    chinese_surnames: str = ""
    """As this language writes them; after one, -ин is no Russian surname."""
    not_in_a_person: str = ""
    """Words that no person's name holds."""
    no_given_name: str = ""
    """What begins a sentence and is no given name; "~" stands for the rest of a word before."""
    pronouns: str = ""
    """Words that stand for a name."""

    # What stands before or after a name.  "|" sets phrases apart.
    articles: tuple[str, ...] = ()
    """Regular expressions, case kept: a capital may make the article part of the name."""
    attached_article: str = ""
    links: str = ""
    """Words that make what stands before a name say more than a title: rival *of* Selm Air."""
    courtesy: str = ""
    """mr, frau, господин: with every case."""
    courtesy_after: str = ""
    courtesy_endings: str = ""
    """What may be added to those."""
    courtesy_pattern: str = ""
    """A regular expression, where a list will not do."""
    titles: str = ""
    """Before a full name."""
    titles_before_one_word: str = ""
    """Before a surname alone."""
    before_a_title: str = ""
    offices: str = ""
    """«президента Талгата Калиева»: they change with the name, or have no case."""
    office_prefixes: str = ""
    office_endings: str = ""
    irregular_offices: tuple[str, ...] = ()
    """Stem | ending of the dictionary form | other endings; none: it stays as it is."""
    descriptions: tuple[str, ...] = ()
    """Regular expressions, case kept: "the German company " before a name."""
    generic: tuple[str, ...] = ()
    """The same in even form: «компания » before quotation marks or Latin letters."""

    # Companies.
    forms_before: str = ""
    forms_after: str = ""
    same_form: Pairs = field(default_factory=dict)
    """Forms of this language → the same in another, or shorter."""
    no_legal_form: str = ""
    """Of the forms, those that say nothing about the legal form."""
    spelt_forms: tuple[SpeltForm, ...] = ()
    attached_forms: tuple[str, ...] = ()
    """Regular expressions, in a script without spaces."""

    # Spelling.
    dotted_states: str = ""
    """States written with stops: u.s."""
    respelt: Pairs = field(default_factory=dict)
    """Pieces of a name → how a neighbour spells them."""
    sounded: Pairs = field(default_factory=dict)
    """Words → Latin, by ear or by custom, not by letter."""


@dataclass(frozen=True, kw_only=True)
class Language:
    """One language that is read; see the sections."""

    code: str
    text: Text
    names: Names


@dataclass(frozen=True, kw_only=True)
class Neighbour:
    """A language that is told apart and not read: nobody wrote down how it states figures.

    So little is known of it that it needs no file.
    """

    code: str
    text: Text
    names: Names = Names()


def pairs(words: str) -> Pairs:
    """The pairs of a string such as "limited=ltd incorporated=inc"."""
    return dict(pair.split("=") for pair in words.split())
