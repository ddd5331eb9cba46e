"""Replies and articles that cost a reader most, each made as long as one likes.

`test_worst` counts the operations they take, ``benchmarks/worst.py`` the seconds.  None is longer
than a model's answer or an article may be.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

from summariser import Article, SummitSummary, scan
from summariser.checks import find_open
from summariser.checks.index import Index
from summariser.reading.candidates import read, settle


@dataclass(frozen=True)
class Case:
    """An article's text, what was answered about it, and the work of reading that."""

    text: str
    replies: list[Any]
    work: Callable[[], object]


DEAL: dict[str, Any] = {
    "evidence": [1], "text": "Lumen Rail signed.", "instrument": "contract", "status": "signed",
    "parties": [], "values": [], "deliverables": [], "period": None, "place": None, "sector": None,
}  # fmt: skip
ONE = "Lumen Rail signed a contract with the port."
_fresh = count()


def content(*deals: Any) -> dict[str, Any]:
    """A reply of these deals only."""
    return {"summit": None, "overview": "", "outcomes": [], "deals": [*deals], "positions": []}


def article(text: str, language: str = "en") -> Article:
    """An article whose sentences the prompt has already used."""
    made = Article.from_text(text, language=language)
    assert made.sentences
    assert made.unwrapped
    return made


def answered(text: str, *deals: Any, again: list[Any] | None = None, language: str = "en") -> Case:
    """Reading these deals, and those answered when they were asked for again."""
    of = article(text, language)

    def work() -> object:
        index = Index(of)
        first = read(content(*deals), SummitSummary, index)
        second = read(content(*again or []), SummitSummary, index)
        return settle(first, second)

    return Case(text, [deals, again], work)


def deal(**changes: Any) -> dict[str, Any]:
    return {**DEAL, **changes}


def thing(verbatim: str, quantity: str) -> dict[str, Any]:
    return {"verbatim": verbatim, "item": "x", "quantity": quantity, "unit": None}


def party(verbatim: str, name: str) -> dict[str, Any]:
    return {"verbatim": verbatim, "name": name, "role": "buyer", "country": None}


def word() -> str:
    """A word that looks like a surname, another one each time."""
    number = next(_fresh)
    return (
        "".join(
            "BDFGKLMNPRST"[number // 17**i % 12] + "aeiou"[number // 13**i % 5] for i in range(4)
        ).title()
        + "ov"
    )


def zeros(n: int) -> Case:
    """Nothing but zeros and one good deal, twice."""
    return answered(ONE, *[0] * n, deal(), again=[0] * n + [deal()])


def failing(n: int) -> Case:
    """Deals that fail alike, and are answered again but for the first."""
    deals = [deal(text=f"Part {i}.", evidence=[9]) for i in range(n)]
    return answered(ONE, *deals, again=deals[1:])


def repeated(n: int) -> Case:
    """As many deals that fail as are sound, each answered again with a sound one."""
    sound = [deal(text=f"Part {i}.") for i in range(n)]
    wrong = [deal(text=f"Part {i}.", evidence=[9]) for i in range(n)]
    return answered(ONE, *sound, *wrong, again=sound)


def quantities(n: int) -> Case:
    """Words that stand at every place of an article of numbers, with a quantity none of them is."""
    things = [thing("12", "13"), thing("12 12", "13"), thing("12", "14")]
    return answered(("12 " * n).strip(), deal(deliverables=things))


def quantities_of_many(n: int) -> Case:
    """The same in as many deals, each of which has to look at every place."""
    return answered(("12 " * n).strip(), *[deal(deliverables=[thing("12", "13")])] * n)


def sums(n: int) -> Case:
    """The same with sums of money."""
    value = {
        "verbatim": "$12",
        "amount": "13",
        "upper": None,
        "currency": "USD",
        "qualifier": "exact",
        "per": "total",
    }
    return answered(("$12 " * n).strip(), *[deal(values=[value])] * n)


def prose(n: int) -> Case:
    """An article of numbers, and a text of others."""
    return answered(("12 " * n).strip(), deal(text="13 " * n), deal(text="12 % " * n))


def dates(n: int) -> Case:
    """An article of dates in one sentence, and texts of others."""
    days = " ".join(f"on {1 + i % 28} May {1900 + i % 120}," for i in range(n))
    others = " ".join(f"on {1 + i % 28} June {1900 + i % 120}," for i in range(n))
    return answered(f"They met {days} in Arlen.", deal(text=others), *[deal(text="In July.")] * n)


def halves(n: int) -> Case:
    """A text of nothing but halves."""
    return answered(ONE, deal(text="½" * n))


def periods(n: int) -> Case:
    """A text of numbers and of words for a period."""
    return answered(ONE, deal(text="a year 5 per " * n))


def sentences(n: int) -> Case:
    """All sentences of an article, cited again and again."""
    return answered(f"{ONE} " * n, deal(evidence=[*range(1, n + 1)] * 2))


def invented_names(n: int) -> Case:
    """An article of names, and as many that it does not hold."""
    text = " ".join(f"Yesterday {word()} {word()} spoke." for _ in range(n))
    return answered(
        text, deal(parties=[party("Yesterday", f"{word()} {word()}") for _ in range(n)])
    )


def shortened_names(n: int) -> Case:
    """An article of names, and all of them by their surname."""
    names = [(word(), word()) for _ in range(n)]
    text = " ".join(f"Yesterday {' '.join(name)} spoke. Then {name[1]} left." for name in names)
    parties = [party(name[1], " ".join(name)) for name in names]
    return answered(text, deal(evidence=[*range(1, min(2 * n, 500) + 1)], parties=parties))


def open_sentences(n: int) -> Case:
    """Sums, words in quotation marks and speakers, of which one sentence in two is cited."""
    told = (f"{word()} {word()} said: “We pay {at} million dollars.”" for at in range(2 * n))
    of = article(" ".join(told))
    cited = deal(evidence=[*range(1, 2 * n, 2)])

    def work() -> object:
        index = Index(of)
        items = [each.item for each in read(content(cited), SummitSummary, index) if each.item]
        return find_open(items, index)

    return Case(of.text, [cited], work)


def repeated_words(n: int) -> Case:
    """One word again and again, and names in which it stands."""
    return answered(
        "so the end " * n, deal(parties=[party("The end", f"{word()} End") for _ in range(n)])
    )


def scanned(words: Callable[[int], str]) -> Callable[[int], Case]:
    """An article of these words again and again, scanned."""

    def make(n: int) -> Case:
        of = article(" ".join(map(words, range(n))))
        return Case(of.text, [], lambda: scan(of))

    return make


def countries(n: int) -> Case:
    """One name and its country, again and again in one sentence without spaces."""
    of = {**party("澜海公司", "澜海公司"), "country": "NO"}
    return answered("挪威澜海公司和" * n, deal(parties=[of]), language="zh")


CASES: dict[str, tuple[Callable[[int], Case], int]] = {
    # label: how to make it, and how long for a benchmark
    "zeros, twice": (zeros, 249),
    "failing deals, all but one answered": (failing, 250),
    "sound deals, repeated": (repeated, 125),
    "wrong quantities among numbers": (quantities, 3_334),
    "wrong quantities in many deals": (quantities_of_many, 250),
    "wrong sums in many deals": (sums, 250),
    "a text of wrong numbers": (prose, 3_334),
    "a text of wrong dates": (dates, 1_000),
    "a text of halves": (halves, 50_000),
    "a text of periods": (periods, 3_000),
    "evidence": (sentences, 125),
    "names that stand nowhere": (invented_names, 250),
    "names by their surname": (shortened_names, 250),
    "a country beside a name": (countries, 2_800),
    "open sentences": (open_sentences, 250),
    "a word that stands everywhere": (repeated_words, 250),
    "a scan of numbers in one sentence": (scanned(lambda at: f"{at + 12}"), 3_334),
    "a scan of sums and units": (scanned(lambda at: f"$12 million and {at} km,"), 1_000),
    "a scan of dates": (scanned(lambda at: f"on {1 + at % 28} May {1900 + at % 120},"), 1_000),
    "a scan of names in one sentence": (scanned(lambda _: f"{word()} {word()},"), 1_000),
    "a scan of many of one surname": (scanned(lambda _: f"{word()} Holm spoke."), 1_000),
    "a scan of one person": (scanned(lambda _: "Minister Ida Holm spoke. Holm left."), 500),
    "a scan of acronyms": (scanned(lambda _: f"{word()} Bank ({word()[0]}B) paid."), 500),
    "a scan of quotations": (
        scanned(lambda at: f"“We pay {at} dollars,” said {word()} {word()}."),
        500,
    ),
    "a scan of stages": (scanned(lambda _: "They hope to sign,"), 1_000),
}
