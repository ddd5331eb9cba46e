"""Replies and articles that cost a reader most, each made as long as one likes.

`test_worst` counts the operations they take, ``benchmarks/worst.py`` the seconds.  None is longer
than a model's answer or an article may be.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

from summariser import Article, SummitSummary
from summariser.candidates import read, settle
from summariser.index import Index

Work = Callable[[], object]

DEAL: dict[str, Any] = {
    "evidence": [1], "text": "Lumen Rail signed.", "instrument": "contract", "status": "signed",
    "parties": [], "values": [], "deliverables": [], "period": None, "location": None, "sector": None,
}  # fmt: skip
ONE = "Lumen Rail signed a contract with the port."
_fresh = count()


def content(*deals: Any) -> dict[str, Any]:
    """A reply of these deals only."""
    return {"summit": None, "overview": "", "outcomes": [], "deals": [*deals], "positions": []}


def article(text: str) -> Article:
    """An article whose sentences the prompt has already used."""
    made = Article.from_text(text, language="en")
    assert made.sentences
    assert made.folded
    return made


def answered(text: str, *deals: Any, again: list[Any] | None = None) -> tuple[str, Work]:
    """Reading these deals, and those answered when they were asked for again."""
    of = article(text)

    def work() -> object:
        index = Index(of)
        first = read(content(*deals), SummitSummary, index)
        second = read(content(*again or []), SummitSummary, index)
        return settle(first, second)

    return text, work


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


def zeros(n: int) -> tuple[str, Work]:
    """Nothing but zeros and one good deal, twice."""
    return answered(ONE, *[0] * n, deal(), again=[0] * n + [deal()])


def failing(n: int) -> tuple[str, Work]:
    """Deals that fail alike, and are answered again but for the first."""
    deals = [deal(text=f"Part {i}.", evidence=[9]) for i in range(n)]
    return answered(ONE, *deals, again=deals[1:])


def repeated(n: int) -> tuple[str, Work]:
    """As many deals that fail as are sound, each answered again with a sound one."""
    sound = [deal(text=f"Part {i}.") for i in range(n)]
    wrong = [deal(text=f"Part {i}.", evidence=[9]) for i in range(n)]
    return answered(ONE, *sound, *wrong, again=sound)


CASES: dict[str, tuple[Callable[[int], tuple[str, Work]], int]] = {
    # label: how to make it, and how long for a benchmark
    "zeros, twice": (zeros, 249),
    "failing deals, all but one answered": (failing, 250),
    "sound deals, repeated": (repeated, 125),
}
