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
Words = str
"""Words set apart by "|", in lower case; a phrase holds spaces.

Spelling is evened out as in ``characters.fold``: е for ё, ه for ة, ' for ’.  In the tables of
``SumWords`` that are looked up word by word, "~" stands for the case endings of a noun and "+" for
those of an adjective or a verb.
"""
Table = Mapping[str, Words]
"""What words mean: value → words."""
Patterns = str
"""Regular expressions set apart by "|"."""


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
    a_unit_too: str = ""
    """Those of them that are a unit after a number, and may then end a sentence: «5 см.»."""
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
    """Pieces of words; without one of them it cannot match."""
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
    said: Patterns = ""
    """Verbs that name the speaker, where speech begins with a dash: «— Да, — *сказал* он»."""
    mark_before_dash: bool = False
    """Whether speech ends in a comma or another mark before that dash, as in Russian."""
    apostrophe_first: str = ""
    """Words that may begin with an apostrophe, which opens no quotation: 'em."""

    turns: Patterns = ""
    """What takes back a part of what was said before it: "but", "only if", "unless"."""

    more_endings: Patterns = ""
    """What may stand behind a word that is quoted without it, if it denies nothing."""
    proclitics: str = ""
    """What is written together with the next word, which is one of its own all the same."""

    sentence: Words = ""
    """How one says "sentence" beside its number: "sentence 3", «предложение 3»."""
    unstated: Words = ""
    """What one writes where a text leaves something out: "not stated", «не указано»."""

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
    no_particles: str = ""
    """Those of other languages that are other words in this one: "Erdoğan *da*", Erdoğan, too."""
    joined_to_the_next: str = ""
    """A piece of a name that is written apart or not: «عبد العاطي», «عبدالعاطي»."""
    surname_particles: str = ""
    """Those that begin a surname: «De la Torre», "von der Leyen"."""
    kept_particles: str = ""
    """Those of them that a surname is never without: "Di Salvo" is no "Salvo"."""
    given_names: str = ""
    """Where a person has two surnames: what the names of such persons begin with."""
    second_surnames: str = ""
    """Those surnames of theirs that are no place nor thing: who drops one is the same person."""
    and_surname: str = ""
    """What may join those two: «Ortega y Rivas»."""
    initials: str = ""
    """Initials of two letters: «дж»."""
    patronymics: tuple[str, ...] = ()
    """Ends of patronymics | what may follow; "-" is nothing, "~" up to three letters, a dot one."""
    surnames: str = ""
    """How surnames of these parts end."""
    surnames_with_a_feminine: str = ""
    """Of these endings, the ones to which a feminine ending is added for a woman."""
    feminine_endings: str = ""
    """The feminine endings: -а, -я."""
    only_of_men: str = ""
    """A case that such a woman's surname does not have: «о Громове», «о Громовой»."""
    given_names_with_a_feminine: str = ""
    """Given names of men that a woman's name exceeds by -а or -я."""
    no_man: str = ""
    """No man's name: what has one more -а is another woman."""
    places_like_surnames: str = ""
    """«псков»: the genitive of a bare surname might be his wife's name, theirs is not."""
    chinese_surnames: str = ""
    """As this language writes them."""
    chinese_given_names: str = ""
    """How surnames end that are given names after a Chinese surname: «Ван Цзиньпин»."""
    feminines: Pairs = field(default_factory=dict)
    """What -а is to a woman's surname: its ending → that of its cases: «Белая», «Белой»."""
    not_in_a_person: str = ""
    """Words that no person's name holds."""
    seldom_surnames: str = ""
    """What ends the name of a company, a paper or a river: a person's surname it may be, too."""
    no_given_name: str = ""
    """What begins a sentence and is no given name; "~" stands for the rest of a word before."""
    pronouns: str = ""
    """Words that stand for a name."""
    countries: Table = field(default_factory=dict)
    """What countries are called beyond CLDR, which has one name for each: code → names."""

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
    no_more: str = ""
    """What makes of an office another: *former* minister, *deputy* minister."""
    no_more_behind: str = ""
    """What does so behind it: «başkan *yardımcısı*»."""
    seats: Table = field(default_factory=dict)
    """Capitals that CLDR has no time zone of, and houses of government: country → words."""
    number_endings: str = ""
    """How a common noun or its adjective ends, of one or several; it may have no ending, too."""
    accusative: str = ""
    """What a noun without an article may end in: «وفد», «وفدا»."""
    construct_ends: str = ""
    """The last letter of a plural before what it is of, by its case: «مساهمو», «مساهمي»."""
    plural_cases: str = ""
    """The endings of a plural of persons, one for each case: «عاملون», «عاملين»."""
    generations: str = ""
    """What stands behind a surname for whose son or grandson one is: "Tom Reed *Jr.*"."""
    several: Patterns = ""
    """How a description looks that is of several, in lower case, up to where it says of what: «les
    ministres»."""
    capitalised_nouns: bool = False
    """Whether every noun has a capital, so that a word with one need not be a name."""
    attached_kinds: str = ""
    """A kind of institution at the end of its name, which is short without: Rubelbank."""
    countries_before: str = ""
    """Characters for a country right before the name of what is of it: 米, 独."""
    shortened_kinds: Table = field(default_factory=dict)
    """How such a kind is shortened: HD for ホールディングス."""
    described_bodies: str = ""
    """Characters that stand before such a kind in no name: 该公司."""
    kinds: str = ""
    """How a kind of institution or place begins, in front of its name: «компания»; and nothing that
    is somebody's or something's, as «офис»."""
    kinds_behind: str = ""
    """The same behind the name, but for a case: "Ormel şirketi"."""
    bodies: Mapping[str, Patterns] = field(default_factory=dict)
    """Common nouns for a body that was named before, in every case, by kind: company, bank, union,
    ministry, party, agency, court, school, organisation."""
    roles: str = ""
    """What persons are or do, as it stands before a name or ties one to it; with "~" in front also
    the end of a longer word: «~minister»."""
    role_endings: str = ""
    """What may be added to those: cases, and what makes them a woman's."""
    possessed: str = ""
    """How a role ends of which the whole stands before it, so that a name behind it is whose it is:
    «порт директоры»."""
    apposed: str = ""
    """In a script without spaces, what may stand between a description and the name behind it."""
    roles_after: str = ""
    """Those that stand behind a name, in a script without spaces."""
    behind_a_name: str = ""
    """Particles that follow a word there, and so begin nobody's name."""
    counterparts: str = ""
    """What somebody is called who is the same in another country: "her Norwegian *counterpart*"."""
    role_ends: str = ""
    """Characters there in which what somebody is ends, in whatever words."""
    ahead_of_a_name: str = ""
    """Characters there behind which a name, or a noun, begins."""
    ministers_end: str = ""
    """How those of them end that are nobody's of an institution."""
    institutions_end: str = ""
    """How the name of an institution or a place ends there, and hardly any person's."""
    surname_characters: str = ""
    """What a short name begins with there, if it is a person's."""
    sides: str = ""
    """What says of a state or an institution that it is one of several."""
    relative: str = ""
    """What begins a clause about somebody, which is no description: "who", «которая»."""
    of: str = ""
    """What stands between a person and where they belong: Peter Marsh *of* Third Quay."""
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
class SumWords:
    """The words that sums are made of, and those around them.

    Endings belong to the words of the same file: with its own words go all that it lists.  Those
    listed under *everywhere* go with every word that is read everywhere and is written in their
    script.
    """

    # Numbers.  "2" → two; a decimal or a power is the key: "0.5", "1e6".
    numerals: Table = field(default_factory=dict)
    joined: Table = field(default_factory=dict)
    """What numbers written as one word are made of beside `numerals`: zwei*tausend*fünfhundert."""
    joined_and: str = ""
    """What stands there between units and tens: fünf*und*zwanzig, treinta*i*dós."""
    full_hundreds: Words = ""
    """A hundred that is a number by itself, as "hundred" is not: «сто»."""
    parts: Table = field(default_factory=dict)
    """Parts of a scale: «две пятых миллиарда».  0: no decimal states it."""
    part_of: Table = field(default_factory=dict)
    """Of how many parts, where that is said first: "uch butun *o'ndan* besh"."""
    part_of_endings: Patterns = ""
    """How that ends where it is written in digits: "3 бүтін 10-*нан* 5"."""
    zero: Words = ""
    """Before a decimal mark in words, or behind it: "zero point zero five"."""
    point: Words = ""
    """The decimal mark in words: "three *point* five", "tres *coma* cinco"."""
    whole: Words = ""
    """What sets a number apart from the tenths that follow: «три *целых* пять десятых»."""
    halves: Table = field(default_factory=dict)
    """Added to what they follow: «два с половиной миллиарда»."""
    scales: Table = field(default_factory=dict)
    """Two keys, "1e9 1e12", where a capital letter leaves both open; else the first is meant."""
    collectives: Table = field(default_factory=dict)
    """Those that say about how many; each key names the labels, as in `before`: "une dizaine"."""
    alone_once: Words = ""
    """Those of `alone` that mean two only before a currency: مليارا."""
    led_scales: Words = ""
    """Those that need a sign before their number, being too short to name one: "$5 mil"."""
    glued_scales: Words = ""
    """Those that are read of money, right behind its digits only: «$10к»."""
    alone: Table = field(default_factory=dict)
    """Scales that need no number before them: «миллиард долларов» is 1 of them, ملياري 2."""
    leading_scales: Words = ""
    """Those that need none if a greater scale follows: "*tausend* Milliarden"."""
    tails: Table = field(default_factory=dict)
    """The ends of a compound that a range says once, for both: "zwei- bis dreihundert"."""
    many: Words = ""
    """After these beginnings of words, "m" is a million and no metre: "5 m passengers"."""
    uncounted: Patterns = ""
    """Before a scale that is then no number: Kazakh makes "dozens of" by an ending, ондаған."""
    vague: Words = ""
    """Words for a number that is not said: "several", «сотни»."""
    no_number: Words = ""
    """Phrases that hold a numeral and are none: орта жүз."""
    minus: Words = ""
    one: Words = ""
    article: Words = ""
    """An article that counts before a scale: "a billion"."""
    counted_one: Words = ""
    """Those of "one" that count a thing: "one cable"."""
    one_behind: Words = ""
    """What says behind the thing that it is one: دولار *واحد*."""
    counted_article: Words = ""
    """Those of them that are articles, too: "eine Lieferung von 24 Zügen" counts trains."""
    no_single: Words = ""
    """After an article, many things: "a *number* of"."""
    no_one: Words = ""
    """Before "one", so that it counts nothing: "no one", "this one"."""
    not_counted: Words = ""
    """After "one", no things that it counts: "one of", "one can", «один из»."""
    measure: Words = ""
    """Measure words, which follow a number in Han characters that counts: 三艘."""

    # What joins numbers.
    and_: Words = ""
    and_prefix: Words = ""
    """An "and" written together with the word it precedes: و."""
    and_terms: Words = ""
    """Those that join a smaller scale to a greater: "un miliardo *e* duecento milioni"."""
    and_below: Words = ""
    """Those that join no more than a number below a hundred: "two thousand *and* five"."""
    or_: Words = ""
    """Between neighbours: "two *or* three million"."""
    of: Words = ""
    between: Words = ""
    mid: Words = ""
    """Between the ends of a range: "to", «до»."""
    range_articles: Words = ""
    """Before both ends: "entre *los* 3 y *los* 5 millones", "*dai* 3 *ai* 5"."""
    from_: Words = ""
    """Before the first of two sums: "from 2 to 3".  One with an apostrophe is tied to the next."""
    from_old: Words = ""
    """Those of them after which the second sum is always the new one: «вырос с 2 до 3»."""
    from_to: Words = ""
    """Before the first end of a range, and of nothing else: «от 2 до 3»."""
    from_behind: Words = ""
    """Behind the first of two sums, between them: から."""
    range_mid: Words = ""
    """Those of `mid` that make a range of any two sums: "bis"."""
    from_before: Patterns = ""
    """The same as `from_` where words are not set apart: what stands before the first sum."""
    by: Words = ""
    """Between a verb and how much it rises or falls: "by", «на»."""
    goal: Patterns = ""
    """What leads from a sum to the one it changed to, and to nothing else: " auf "."""
    goal_endings: Patterns = ""
    """Endings of the second sum that do: "dolara"."""
    goal_behind: Patterns = ""
    """What does so behind it: に."""
    range_words: Patterns = ""
    """Near "from A to B", they make a range of it: "vary", "anywhere", «колеблется»."""
    priced: Patterns = ""
    """Right before "from", what costs or is offered from A to B: "priced"."""
    amount_of: Patterns = ""
    """Right before it, a noun of which it says how much: "une enveloppe" de 3 à 5."""
    from_endings: Words = ""
    """How the first end of a range ends where case says so: 200-ден 300-ге дейін."""
    with_: Words = ""
    """Between the ends if "amid" follows: 200 бен 250 миллиард теңге аралығында."""
    amid: Words = ""
    mid_prefix: Words = ""
    """Between them, written together with the second, if "from" stands before the first: ل."""
    until: Words = ""
    """After the second: дейін."""
    until_endings: Words = ""
    """The same, written together with the currency: "dollargacha"."""

    # Money.  A key is a group of currencies, see ``signs.GROUPS``, or codes of ISO 4217.
    # "?" marks a currency read only beside a scale or its country ("pounds of copper", "won"),
    # "^" one that may stand before the number.
    currencies: Table = field(default_factory=dict)
    hundredths: Table = field(default_factory=dict)
    """A hundredth of these: "50 cents" is 0.5."""
    coins: Table = field(default_factory=dict)
    """Parts of a unit that are read right behind a sum only: 5元3角2分."""
    countries: Table = field(default_factory=dict)
    """Before the currency: "Canadian dollars".  The key is a country's code, ISO 3166-1."""
    countries_after: Table = field(default_factory=dict)
    """Behind it: "dollars canadiens"."""
    other_countries_after: Patterns = ""
    """Any country's adjective there; if it is not known, neither is whose money it is."""
    no_currency: Words = ""
    """Words that begin like a currency in Han characters: 元首."""
    percent: Words = ""
    percent_before: Words = ""
    tenth: Words = ""
    """Behind a number in Han characters or digits, so many tenths: 三成, 3割."""
    half_tenth: Words = ""
    """Behind that, half of one: 三成半."""

    # Hedges.  Each key names the labels; the first is the one to report, the others are as good.
    before: Table = field(default_factory=dict)
    after: Table = field(default_factory=dict)
    contracted: Table = field(default_factory=dict)
    """How the last word of these is written together with an article: "más *del* 4 %"."""
    about_endings: Words = ""
    """Endings that say "about": «теңгедей»."""
    after_hyphen: Words = ""
    """Those of "after" that follow a hyphen only: "5-plus"."""
    small_scale: Words = ""
    """Those of "before" that need a scale: «под 5 процентов» is no hedge."""
    limits: Words = ""
    """Those that state a limit, or where something arrives: «кредит до 5», «вырос до 5»."""
    limits_of_change: Words = ""
    """Those of them that state a limit right behind a change, too: "fell *up* to 20%"."""
    changes: Words = ""
    """How words for a rise or a fall begin: «вырос»."""
    arrived: Words = ""
    """What may say by how much, between a change and its limit: «снизилась *на* 8,4 % — до»."""
    over: Words = ""
    """Those that may as well say how long: "over five years"."""
    spans: Words = ""
    """How the words for these times begin."""
    shortened: Words = ""
    """Those that are written with a full stop: "approx."."""
    not_: Words = ""
    barred: Words = ""
    """"Not" with a verb that governs what follows: "may not" lend more than."""
    adverbs: Words = ""
    """Hedges that stand before the verb, in a script without spaces: 大约要投资1000亿."""
    hedges_ahead: Patterns = ""
    """Verbs that hedge a sum behind their subject: «اقتربت الإصابات من 190 ألفا»."""
    caps: Patterns = ""
    """Words by which a figure is a limit: "limited", «ограничил»; it may be called exact, too."""
    estimates: Patterns = ""
    """Words by which a sum is somebody's guess: "estimated", «оценил»; both labels suit it."""
    barred_behind: Patterns = ""
    """How a verb ends that does so behind it, at the end of its clause: veremez."""
    nothing: Words = ""
    """These may deny what follows: "no loans of more than"."""
    denied: Words = ""
    """"Not", where it stands behind: емес."""
    neutral: Words = ""
    """These deny nothing, though they begin so: "not only"."""
    fillers: Words = ""
    """What may stand between a hedge and its number, or between "not" and a hedge."""

    # Periods and units.  Keys: year, month, unit, other; "" for phrases that only look like these.
    per_after: Table = field(default_factory=dict)
    """Right after the sum: "a year"."""
    per_beside: Table = field(default_factory=dict)
    """Beside it, on either side; they may as well belong to something else: "annual"."""
    per_clause: Table = field(default_factory=dict)
    """Anywhere before it in the clause, or after it: "every year"."""
    per_slash: Table = field(default_factory=dict)
    """After a slash: "$5/day"."""
    for_units: Patterns = ""
    """What follows a sum paid by the unit, from the space on: « за тысячу кубометров»."""
    agents: Words = ""
    """Those of "per_after" that name by whom, if a capital letter follows: "par Alstom"."""

    # Years and days.
    year: Words = ""
    year_before: Words = ""
    month: Words = ""
    """What makes a day or a month of the number before it, beside CLDR's names of the months."""

    # Endings.
    noun_endings: str = ""
    """For "~", set apart by spaces; that there may be none is understood."""
    adjective_endings: str = ""
    """For "+"."""
    prefixes: str = ""
    """Articles and prepositions written together with the word: ال."""
    suffixes: Patterns = ""
    """Case endings written after digits and a hyphen or an apostrophe: «3-х», TL'den."""
    ordinals: Words = ""
    """Endings that make digits an ordinal, perhaps after an apostrophe, or with their hyphen."""
    abbreviations: Words = ""
    """Scales written with a full stop where nouns have capitals, so that it ends no sentence."""


@dataclass(frozen=True, kw_only=True)
class Figures:
    """How a language writes numbers and sums."""

    own: SumWords = SumWords()
    everywhere: SumWords = SumWords()
    separators: Mapping[str, str] = field(default_factory=lambda: {",": "dg", ".": "dg"})
    """What a lone "," or "." before exactly three digits may mean: d decimal, g grouping.

    Everywhere else the digits settle it: "2,5", "1.234.567,89", "1 200 000".
    """
    counts_loosely: bool = True
    """Whether 五百七 leaves out its last unit, and 百亿 is no number."""
    periods: Mapping[str, Patterns] = field(default_factory=dict)
    """Nouns for a year and a month, which need not say that a sum is paid each: "full *year*"."""
    prices: Patterns = ""
    """Nouns for what is paid for one piece, whatever that is: "the *fare* rose to 5 euros"."""
    funds: Patterns = ""
    """Nouns for money by what it is for, so that what stands before counts no things: "7 billion in
    loans"."""
    within: Patterns = ""
    """What follows a sum that only begins the span in which it lies: 3兆円*半ば*."""
    scales_take_of: bool = False
    """Whether a million is always "of" what it counts: «millones *de* casas»."""
    both: Patterns = ""
    """What says of things that there are two: "*both* ferries", «оба парома»."""
    dual: Patterns = ""
    """How a noun ends of which there are two: «حالتي», two cases."""


@dataclass(frozen=True, kw_only=True)
class Speech:
    """How a language says who says something: all in lower case."""

    verbs: Patterns
    """What one does who says, writes or thinks something: "said", "is convinced".

    Where the verb comes first, "and" that is written together with it is a group of that name.
    """
    marked: Patterns = ""
    """In a script without spaces, the particle that follows the subject: は."""
    topic: str = ""
    """Those of them that a subject of the whole sentence has: は."""
    beside: Patterns = ""
    """Verbs that tell it only where they stand right behind a quotation: "…," laughed Ida Holm."""
    asides: bool = False
    """Whether who speaks is told within the marks as well: «Ждём, — сказал он, — и верим»."""
    speaks_for: Patterns = ""
    """What one is called who says what another, or a body, wants said: "spokesman"."""
    whose: Patterns = ""
    """What follows the name of a person who is but whose the speaker is: "Reed*'s* lawyer"."""
    possessed: Words = ""
    """What one is who is a person's: "lawyer", "wife"."""
    possessed_before: bool = False
    """Whether such a word stands right before whose it is, in its own form: «*жена* Отта»."""
    points_back: Patterns = ""
    """How a sentence begins that tells who said what stands before: "*That is what* Reed said"."""
    closes: Patterns = ""
    """Those that have nobody for their object: who stands right behind one, behind a comma, says
    what stands before it, "…, in May, *said* Reed in Norvik"."""
    cites: Patterns = ""
    """What one does who passes on another's words, so that two may be the speaker: "quoted"."""
    before: Patterns = ""
    """What stands before the speaker instead: "according to"; a group "speaker" is all of it."""
    behind: Patterns = ""
    """What stands behind the speaker instead: "zufolge", «айтуынша»."""
    order: Literal["subject first", "verb second", "verb first", "verb last", "free"] = (
        "subject first"
    )
    """Where the speaker stands beside a verb that follows no quotation."""
    prepositions: str = ""
    no_subject: str = ""
    """What else a part of a clause begins with that is not its subject, or ends it: adverbs,
    conjunctions, relative pronouns."""
    that: str = ""
    """What begins the clause that is said; before it stands the subject, or nowhere."""
    joins: str = ""
    """Those that a subject may follow at once: "*but* Ida Holm said", "*wie* Ida Holm sagte"."""
    no_speaker: Patterns = ""
    """How words begin that are no speaker, in a script without spaces: 这表明经济学家."""
    fillers: Patterns = ""
    """What only sets a speaker beside another, and is part of no subject: «*por su parte* Mora»."""
    indirect: Patterns = ""
    """How a phrase begins which what stands behind the speaker takes: "*dem* Bericht zufolge"."""
    parts: str = ""
    """Prepositions that never belong to the words for a speaker, where others may."""
    oblique: Patterns = ""
    """How a phrase begins that is told by its case to be no subject: "dem", "der \\w+en"."""
    adverb: Patterns = ""
    """How adverbs look that are too many to list, where a subject has a capital."""
    attributive: Patterns = ""
    """How an adjective looks between whose it is and what: "Norviks *früherer* Präsident"; where
    the verb comes last, a participle before whom it describes: «konuşan Holm»."""
    nominative: Patterns = ""
    """How a phrase before a name looks that is told by its case to be a subject: "der Minister"."""
    reported: Patterns = ""
    """Verbs whose mood says that the sentence goes on with what somebody says: "sei"."""
    inverted: Patterns = ""
    """Those of the pronouns that are nothing but a subject, also behind the verb: "er"."""
    within: str = ""
    """Prepositions that join the words of one subject: "the minister *of* energy"."""
    auxiliaries: Patterns = ""
    """Where a participle ends the clause, what the subject stands beside: "hat … gesagt"."""
    finite: Patterns = ""
    """Common verbs before which a subject ends, and another follows: "Holm *is* late but said"."""
    gerund: Patterns = ""
    """How a verb looks that goes on with what the subject of a finite one does: "*saying* no"."""
    participles: Patterns = ""
    """Those of the verbs that are passive without an auxiliary: «le plan *critiqué* hier»."""
    perfect: Patterns = ""
    """The auxiliaries that make them what somebody says: «*a* vivement critiqué»."""
    passive: Patterns = ""
    """What makes a passive of any participle: "the plan *was* described", "*the* proposed plan"."""
    agents: Patterns = ""
    """What stands right behind a passive verb, and before who says it: "opposed *by*"."""
    when: Patterns = ""
    """What tells of a time beside a verb, and is no subject: "said *this week* Ida Holm"."""
    pronouns: str = ""
    """Those of a speaker: "he"."""
    objects: str = ""
    """Those that are an object right before a verb, whose subject may follow: «*lo* niega Mora»."""
    absolute: str = ""
    """What stands before the subject of a gerund: "*with* the mayor telling the port"."""
    objective: str = ""
    """Those that stand behind a preposition: "according to *him*"."""
    of_persons: str = ""
    """Those of a person and of no body: "he"."""
    of_both: str = ""
    """Those of both, which hardly stand for a body that is quoted: «он»."""
    unnamed: str = ""
    """What begins a description of somebody the text does not name: "a woman"."""
    described: str = ""
    """What begins a description of a speaker: "the", "his", "one"."""


@dataclass(frozen=True, kw_only=True)
class Stages:
    """How a language says how far something has come: all in lower case."""

    told: Mapping[str, Patterns]
    """What tells a stage by itself: "signed", «одобрен», 推迟."""
    instruments: Mapping[str, Patterns]
    """What is signed: "memorandum of understanding"; of two that overlap, the first is read."""
    acts: Patterns
    """What is done to get there, if it does not say whether it was: "sign", «подписание»."""
    intends: Patterns
    """What makes of these, and of what is told beside them, something to come: "hopes to", 将."""
    ahead: Patterns = ""
    """Both in one word: «подпишут»."""
    conditions: Patterns = ""
    """What makes it depend on something: "if"."""
    denies: Patterns = ""
    """What says that it was not done: "not", 尚未."""
    nobody: Patterns = ""
    """What denies all of its clause: "nobody", "neither side"."""
    joins: Patterns = ""
    """What a denial does not reach beyond: "did not meet *but* signed"."""
    already: Patterns
    """What says of any act that it is done or under way: "already"."""
    not_yet: Patterns
    """And what says that it is not: "not yet", 尚未."""
    done: Patterns = ""
    """Any verb that says of itself that it was done, as its last word: "has been *published*"."""
    coming: Patterns = ""
    """Any verb that says that it is to be done, as its last word: «*оспорят*», "to *publish*".

    What a named group holds leaves open whether it was done: it may have been by now.
    """
    formal: Patterns
    """How the acts begin by which something is agreed upon: "sign", «подпи»."""
    undone: Patterns = ""
    """That and the act in one word: "imzalamadı"."""
    attributive: Patterns = ""
    """How a verb ends that may as well belong to the noun behind it: 決定した."""
    ends: Patterns = ""
    """What stands behind such a verb where it ends its clause."""
    governs: Literal["before", "behind", "either"] = "before"
    """Where the word that intends or denies stands to the act."""


@dataclass(frozen=True, kw_only=True)
class Dates:
    """How a language writes days, months, quarters and years; the months' own names are CLDR's.

    All in lower case, spelling evened out as in ``characters.fold``, ı as i.
    """

    months: Table = field(default_factory=dict)
    """Their forms and names beyond CLDR's: month → words."""
    regions: str = ""
    """CLDR's locales whose names of the months are read as well: ar_LB has those of the Levant."""
    no_month: Words = ""
    """Abbreviations that need a year beside them, being another word, too: "2 *set*", two sets."""
    seldom: Words = ""
    """Months that are another word, too, which an ending does not tell from it: «маусымда»."""
    weekdays: Table = field(default_factory=dict)
    """How weekdays are told that are another word, too, from Monday, 0: «в среду»."""
    alone: Patterns = ""
    """A day of a month that stands alone, with a group `day`: 13日."""
    weekday_endings: bool = False
    """Whether a weekday has endings: «в пятницу»."""
    endings: Patterns = ""
    """Of a month's name."""
    prefixes: Patterns = ""
    """What is written together with it: و."""
    doubled: bool = False
    """Whether a second name of the same month may follow: تشرين الأول/أكتوبر."""
    capital: bool = False
    """Whether a month's name has a capital always."""
    is_plain: bool = False
    """Whether the full name of a month, with a small letter, is nothing else."""
    ordinals: Patterns = ""
    """What may follow the number of a day: "1*st*", "12*-сі*"."""
    between: Words = ""
    """What stands between the day, the month and the year: "12 *of* October"."""
    to: Words = ""
    """Between the first and the last day."""
    and_: Words = ""
    """Between two days of one month."""
    day_behind: Patterns = ""
    """What stands between a month and the day behind it: "October 12"."""
    year_first: bool = False
    """Whether the year may stand before the month and the day."""
    day_before_month: bool = True
    """Whether 3/4/2025 is a day of April, and nothing else."""
    year: Patterns = ""
    """What follows the number of a year: «2025 *года*»."""
    before: Patterns = ""
    """Words after which a month is one, and a number a year: "in 2025"."""
    behind: Patterns = ""
    """What follows a month that stands alone, or makes its end: «қазан *айында*»."""
    nth: Table = field(default_factory=dict)
    """Which quarter or half: "third"."""
    quarter: Patterns = ""
    """A quarter of a year; CLDR abbreviates it."""
    half: Patterns = ""
    written: Patterns = ""
    """In a script without spaces: all of it, with the groups of `figures.dates`."""
    eras: Pairs = field(default_factory=dict)
    """Years that are counted from a ruler's first: the year before it."""

    elsewise: Patterns = ""
    """What tells a day or a month by other means: "yesterday", "the 12th"; weekdays are CLDR's."""
    other_year: Patterns = ""
    """What tells another year than this one: "last year"."""
    eve: Patterns = ""
    """How one says on which day by another that is told: "*the day before*"."""
    past: Patterns = ""
    """Beside a day or a month: the one before today: «12 октября *прошлого*»."""
    coming: Patterns = ""


@dataclass(frozen=True, kw_only=True)
class Places:
    """How a language says where something is, and of what country."""

    within: Words = ""
    """What stands before a place where something is: "in", «в»."""
    within_attached: Words = ""
    """The same, where it is written together with what follows: 在."""
    within_endings: str = ""
    """Endings that say so behind it, or behind the kind of place that follows it: «Астанада»."""
    within_behind: Words = ""
    """What says so behind it, in a script without spaces: で."""
    matters: Patterns = ""
    """Nouns for what is spoken of rather than done: "the *war* in Norvik"."""
    kinds_behind: str = ""
    """Characters that say right behind a name what kind of place it is: 市."""
    between: str = ""
    """What may stand between those words and the place: articles, "of" in "the city of"."""
    adjectives: Table = field(default_factory=dict)
    """What says of what country something is, beyond those of sums: code → "norwegian|dane";
    "~" and "+" stand for endings as there."""
    inhabitants: Table = field(default_factory=dict)
    """What one is called who is of a country, where it is another word: code → "swede"."""
    capitals: bool = False
    """Whether such a word always has a capital."""


@dataclass(frozen=True, kw_only=True)
class Language:
    """One language that is read; see the sections."""

    code: str
    text: Text
    speech: Speech
    names: Names
    figures: Figures
    stages: Stages
    dates: Dates
    places: Places
    scripts: Words = ""
    """What else it is written in, by the codes of ISO 15924: "Hant"."""

    def territories(self) -> list[tuple[str, str]]:
        """The codes of countries and parts of the world, and what CLDR calls each."""
        from babel import Locale

        locales = [self.code, *(f"{self.code}_{script}" for script in self.scripts.split())]
        return [each for code in locales for each in Locale.parse(code).territories.items()]


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
