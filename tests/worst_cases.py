"""Replies and articles that cost a reader most, each made as long as one likes.

`test_worst` counts the operations they take.
"""

from __future__ import annotations

from collections.abc import Callable
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


def content(*deals: Any) -> dict[str, Any]:
    """A reply of these deals only."""
    return {"summit": None, "overview": "", "outcomes": [], "deals": [*deals], "positions": []}


def article(text: str) -> Article:
    """An article whose sentences the prompt has already used."""
    made = Article.from_text(text, language="en")
    assert made.sentences
    assert made.folded
    return made


def answered(text: str, *deals: Any, again: list[Any] | None = None) -> Work:
    """Reading these deals, and those answered when they were asked for again."""
    of = article(text)

    def work() -> object:
        index = Index(of)
        first = read(content(*deals), SummitSummary, index)
        second = read(content(*again or []), SummitSummary, index)
        return settle(first, second)

    return work


def deal(**changes: Any) -> dict[str, Any]:
    return {**DEAL, **changes}


def party(verbatim: str, name: str) -> dict[str, Any]:
    return {"verbatim": verbatim, "name": name, "role": "buyer", "country": None}


def zeros(n: int) -> Work:
    """Nothing but zeros and one good deal, twice."""
    return answered(ONE, *[0] * n, deal(), again=[0] * n + [deal()])


def failing(n: int) -> Work:
    """Deals that fail alike, and are answered again but for the first."""
    deals = [deal(text=f"Part {i}.", evidence=[9]) for i in range(n)]
    return answered(ONE, *deals, again=deals[1:])


def repeated(n: int) -> Work:
    """As many deals that fail as are sound, each answered again with a sound one."""
    sound = [deal(text=f"Part {i}.") for i in range(n)]
    wrong = [deal(text=f"Part {i}.", evidence=[9]) for i in range(n)]
    return answered(ONE, *sound, *wrong, again=sound)


CASES: dict[str, Callable[[int], Work]] = {
    "zeros, twice": zeros,
    "failing deals, all but one answered": failing,
    "sound deals, repeated": repeated,
}
