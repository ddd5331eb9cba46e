"""The words, endings and spellings that ``names`` compares with: put together, no decisions.

What is a language's own stands in its file in ``languages``; what belongs to a script is here.
Nobody asks of which language two names are, so the names sections of all languages are read
together: «Ақ Орда» stands in a Russian text, and "Tokayev" in a German one.

Everything is in the even form of ``names``: lower case, е for ё, ' for every apostrophe.  Patterns
are strings, because `re` compiles each at its first use, which not every program comes to.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from ..languages import LANGUAGES, told_apart
from ..text import APOSTROPHES, SPACELESS

if TYPE_CHECKING:
    from ..languages import Endings, Names, Pairs, SpeltForm


def _words_of(field: str) -> cached_property[frozenset[str]]:
    """All words of a field of ``languages.Names``."""
    return cached_property(lambda known: frozenset(known.listed(field)))


def _pairs_of(field: str) -> cached_property[Pairs]:
    return cached_property(
        lambda known: {k: v for each in known.sections for k, v in getattr(each, field).items()}
    )


class _Known:
    """What the languages know of names; each table is made when it is first asked for."""

    @cached_property
    def sections(self) -> tuple[Names, ...]:
        return tuple(each.names for each in told_apart())

    def listed(self, field: str, apart: str | None = None) -> list[str]:
        """The words of a field, or its phrases: each once, in the order of the languages."""
        words = (w for each in self.sections for w in getattr(each, field).split(apart) if w)
        return list(dict.fromkeys(words))

    def rows(self, field: str) -> Iterator[str]:
        return (row for each in self.sections for row in getattr(each, field))

    # -- endings -------------------------------------------------------------------------

    @cached_property
    def endings(self) -> tuple[Endings, ...]:
        return tuple(table for each in self.sections for table in each.endings)

    @cached_property
    def after_apostrophe(self) -> frozenset[str]:
        return frozenset(self.listed("endings_after_apostrophe")) | {""}

    @cached_property
    def no_name_ends_in(self) -> tuple[str, ...]:
        return tuple(self.listed("no_name_ends_in"))

    after_hyphen = _words_of("endings_after_hyphen")
    like_a_form = _words_of("like_a_form")
    name_without_s = _words_of("name_without_s")

    def split_off(self, word: str, place: str) -> Iterator[str]:
        """What the word may be without particles that are written together with it."""
        for each in self.sections:
            if each.split_off:
                yield from each.split_off(word, place)

    # -- persons -------------------------------------------------------------------------

    @cached_property
    def surnames_with_a_feminine(self) -> tuple[str, ...]:
        return tuple(self.listed("surnames_with_a_feminine"))

    @cached_property
    def chinese_given_names(self) -> tuple[str, ...]:
        return tuple(self.listed("chinese_given_names"))

    @cached_property
    def feminine_surnames(self) -> tuple[str, ...]:
        return tuple(
            stem + ending
            for stem in self.surnames_with_a_feminine
            for ending in self.feminine_endings
        )

    only_of_men = _words_of("only_of_men")
    feminines = _pairs_of("feminines")
    feminine_endings = _words_of("feminine_endings")
    given_names_with_a_feminine = _words_of("given_names_with_a_feminine")
    no_man = _words_of("no_man")
    places_like_surnames = _words_of("places_like_surnames")
    chinese_surnames = _words_of("chinese_surnames")
    not_in_a_person = _words_of("not_in_a_person")
    no_given_name = _words_of("no_given_name")
    joined_to_the_next = _words_of("joined_to_the_next")
    surname_particles = _words_of("surname_particles")
    kept_particles = _words_of("kept_particles")
    and_surname = _words_of("and_surname")
    pronouns = _words_of("pronouns")

    @cached_property
    def seldom_persons(self) -> frozenset[str]:
        """Surnames that are oftener no person's; and what countries are called, where read."""
        return frozenset(self.listed("seldom_surnames")) | self.territories

    @cached_property
    def territories(self) -> frozenset[str]:
        """What countries and parts of the world are called."""
        names = [name for each in LANGUAGES.values() for _, name in each.territories()]
        for each in self.sections:
            names += "|".join(each.countries.values()).split("|")
        return frozenset(name.lower().replace("ё", "е") for name in names)

    @cached_property
    def patronymic(self) -> str:
        rows = (map(str.split, row.split("|")) for row in self.rows("patronymics"))
        ends = "|".join(f"(?:{'|'.join(ends)}){_followed(after)}" for ends, after in rows)
        return f"..(?:{ends})$"

    @cached_property
    def surname(self) -> str:
        return f"(?:{_any_of(self.listed('surnames'))})$"

    @cached_property
    def initial(self) -> str:
        return rf"(?:[^\W\d_]|{_any_of(self.listed('initials'))})\."

    # -- what stands around a name -------------------------------------------------------

    links = _words_of("links")

    @cached_property
    def article(self) -> str:
        """Looked for before the name is evened out."""
        return rf"^\W*(?:{'|'.join(self.rows('articles'))})"

    @cached_property
    def attached_article(self) -> str:
        (article,) = self.listed("attached_article")
        return article

    @cached_property
    def without_attached_article(self) -> str:
        return f"(?!{self.attached_article})[\u0620-\u064a]{{3,}}"

    @cached_property
    def _before_a_title(self) -> str:
        return f"(?:(?:{_any_of(self.listed('before_a_title'))}) )?"

    @cached_property
    def courtesy(self) -> str:
        patterns = [each.courtesy_pattern for each in self.sections if each.courtesy_pattern]
        return "|".join((
            rf"^(?:(?:{_any_of(self.listed('courtesy'))})\.? "
            rf"|{self._before_a_title}(?:{_any_of(self.listed('titles', '|'))})\.? (?=\S+ \S))",
            rf" (?:{_any_of(self.listed('courtesy_after'))})"
            rf"(?:{_any_of(self.listed('courtesy_endings'))})?$",
            *patterns,
        ))  # fmt: skip

    @cached_property
    def before_one_word(self) -> str:
        titles = _any_of(self.listed("titles_before_one_word", "|"))
        return rf"^{self._before_a_title}(?:{titles})\.? (?=\S+$)"

    @cached_property
    def office(self) -> str:
        """An office; if it is in a case, that is the last group."""
        regular = (
            f"(?:{_any_of(self.listed('office_prefixes'))})?"
            f"(?:{_any_of(self.listed('offices'))})"
            f"(?P<case>{_any_of(self.listed('office_endings'))})?"
        )
        irregular = []
        for number, row in enumerate(self.rows("irregular_offices")):
            stem, bare, others = (part.strip() for part in row.split("|"))
            cases = f"|(?P<case{number}>{_any_of(others.split())})" if others else ""
            irregular.append(f"{stem}(?:{bare}{cases})")
        return "|".join([regular, *irregular])

    @cached_property
    def roles(self) -> tuple[tuple[frozenset[str], tuple[str, ...], frozenset[str]], ...]:
        """By language what somebody is or does: words, ends of longer words, endings of both."""
        return tuple(_roles_of(each) for each in self.sections if each.roles)

    @cached_property
    def role_before(self) -> tuple[str, ...]:
        """The same as what ends before a name in a script without spaces."""
        return tuple(role for role in self.listed("roles") if SPACELESS.search(role))

    @cached_property
    def number_endings(self) -> tuple[frozenset[str], ...]:
        return tuple(
            frozenset({"", *each.number_endings.split()})
            for each in self.sections
            if each.number_endings
        )

    @cached_property
    def calendar(self) -> frozenset[str]:
        """What days and months are called."""
        from babel import Locale

        locales = [Locale(code) for code in LANGUAGES]
        return frozenset(
            name.lower()
            for locale in locales
            for names in (locale.days, locale.months)
            for context in ("format", "stand-alone")
            for name in names[context]["wide"].values()
        )

    attached_kinds = _words_of("attached_kinds")
    plural_cases = _words_of("plural_cases")
    accusative = _words_of("accusative")
    construct_ends = _words_of("construct_ends")
    generations = _words_of("generations")
    countries_before = _words_of("countries_before")

    @cached_property
    def shortened_kinds(self) -> dict[str, str]:
        """What each is short for."""
        told = (each.shortened_kinds.items() for each in self.sections)
        return {short: kind for rows in told for kind, each in rows for short in each.split()}

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        return tuple(self.listed("kinds"))

    @cached_property
    def kinds_start(self) -> tuple[str, ...]:
        return tuple(self.listed("kinds_behind"))

    @cached_property
    def kind_behind(self) -> str:
        return rf"(?:{_any_of(self.listed('kinds_behind'))})\w{{0,6}}"

    @cached_property
    def bodies(self) -> dict[str, str]:
        """By kind a regular expression of all languages."""
        told = [each.bodies for each in self.sections]
        return {
            kind: "|".join(each[kind] for each in told if kind in each)
            for kind in dict.fromkeys(kind for each in told for kind in each)
        }

    @cached_property
    def institutions_end(self) -> tuple[str, ...]:
        return tuple(self.listed("institutions_end"))

    @cached_property
    def ministers_end(self) -> tuple[str, ...]:
        return tuple(self.listed("ministers_end"))

    @cached_property
    def surname_characters(self) -> frozenset[str]:
        return frozenset("".join(self.listed("surname_characters")))

    courtesies = _words_of("courtesy")

    @cached_property
    def apposed(self) -> str:
        return "".join(self.listed("apposed"))

    @cached_property
    def possessed(self) -> tuple[str, ...]:
        return tuple(self.listed("possessed"))

    ahead_of_a_name = _words_of("ahead_of_a_name")
    role_ends = _words_of("role_ends")
    counterparts = _words_of("counterparts")

    @cached_property
    def behind_a_name(self) -> tuple[str, ...]:
        return tuple(self.listed("behind_a_name"))

    roles_after = _words_of("roles_after")
    courtesy_after = _words_of("courtesy_after")
    sides = _words_of("sides")
    of = _words_of("of")
    no_more = _words_of("no_more")
    no_more_behind = _words_of("no_more_behind")

    @cached_property
    def no_more_spaceless(self) -> tuple[str, ...]:
        """Those that are written together with the role: 副."""
        return tuple(word for word in self.no_more if SPACELESS.search(word))

    relative = _words_of("relative")

    @cached_property
    def description(self) -> str:
        """Looked for before the words are evened out."""
        return "|".join(self.rows("descriptions"))

    @cached_property
    def generic(self) -> str:
        return "|".join(self.rows("generic"))

    # -- companies -----------------------------------------------------------------------

    forms_before = _words_of("forms_before")
    forms_after = _words_of("forms_after")
    no_legal_form = _words_of("no_legal_form")
    same_form = _pairs_of("same_form")

    @cached_property
    def spelt_forms(self) -> tuple[SpeltForm, ...]:
        return tuple(form for each in self.sections for form in each.spelt_forms)

    @cached_property
    def attached_form(self) -> str:
        return "|".join(self.rows("attached_forms"))

    # -- spelling ------------------------------------------------------------------------

    sounded = _pairs_of("sounded")
    respelt = _pairs_of("respelt")

    @cached_property
    def state(self) -> str:
        """A state written with stops."""
        longest_first = sorted(self.listed("dotted_states"), key=len, reverse=True)
        states = "|".join(state.replace(".", r"\. ?") + r"\." for state in longest_first)
        return rf"\b(?:{states})"


def _any_of(words: Iterable[str]) -> str:
    return "|".join(words)


def _roles_of(names: Names) -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    roles = [role.replace("ё", "е") for role in names.roles.split()]
    ends = tuple(role[1:] for role in roles if role[0] == "~")
    return frozenset(roles), ends, frozenset({"", *names.role_endings.split()})


def _followed(by: list[str]) -> str:
    """What a row of ``languages.Names.patronymics`` lets follow."""
    if by == ["~"]:
        return r"\w{0,3}"
    return f"(?:{'|'.join(ending.replace('-', '') for ending in by)})"


KNOWN = _Known()

# fmt: off
# -- how names are typed -----------------------------------------------------------------

GLUED_INITIAL = r"(?<![^\W_])([^\W\d_]\.)(?=[^\W\d_])"
DOTTED_FORM = r" ((?:[a-zş]\. ?){2,4})$"
BRACKETED = r"([^()（）]{2,90}?)\s*[(（]([^()（）]{2,90})[)）]"
INVISIBLE = "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff™®©]"
PUNCTUATION = r"[,:/](?![0-9])|(?<![0-9])[,:/]|[\"()\[\]{};!?|\\*_~、。،؛؟]"
EVEN = str.maketrans(
    dict.fromkeys("«»„“”‟‹›「」『』《》〈〉〝〞＂″", '"') | dict.fromkeys(APOSTROPHES, "'")
    | dict.fromkeys("‐‑‒–—―−﹣－⁃", "-") | dict.fromkeys("·•・‧", " ")
    | {"ё": "е", "\u0300": None, "\u0301": None, "\u0307": None}
)

# -- letters and sounds ------------------------------------------------------------------

_BARE = {
    c: unicodedata.normalize("NFD", c)[0]
    for c in map(chr, (*range(0xDF, 0x250), *range(0x1E00, 0x1F00)))
}
PLAIN = str.maketrans(
    {accented: bare for accented, bare in _BARE.items() if bare.isascii()}
    | {"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ə": "a", "ї": "и"}
    | dict(zip("ғқңөұүһәіўґєأإآٱىیک", "гкноуухаиугеااااييك", strict=True))
    | dict.fromkeys("'.ـًٌٍَُِّْٰ")
)
TO_LATIN = PLAIN | str.maketrans(
    dict(zip("абвгдежзийклмнопрстуфхчшщыэһіїєґәғқңөұүўşçžğšč",
             "abvgdejziiklmnoprstufhčššiehiiegagknouuoščjgšč", strict=True))
    | {"ц": "ts", "я": "ia", "ю": "iu", "ь": "", "ъ": ""}
)
DIGRAPHS = dict(
    pair.split("=") for pair in (
        "дж=j йо=e shch=š sch=š tch=č sh=š ch=č dzh=j zh=j kh=h ph=f th=t ck=k c=k q=k w=v x=ks"
        " yo=e ye=e y=i"
    ).split()
)
DIGRAPH = "|".join(sorted(DIGRAPHS, key=len, reverse=True))
# fmt: on
