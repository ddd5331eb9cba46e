"""From A to B: two sums where something changed, one range where it did not.

In ``changes.json`` every text speaks of three and of five billion dollars.
"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from claims import check, claim, money

from summariser import Article
from summariser.figures import find_sums

CASES = json.loads(Path(__file__).with_name("changes.json").read_text("utf-8"))
THREE, FIVE = Decimal(3_000_000_000), Decimal(5_000_000_000)
READ = {"changes": {(THREE, None), (FIVE, None)}, "ranges": {(THREE, FIVE)}}


def of_kind(kind: str) -> list[tuple[str, str]]:
    return [(language, text) for language, cases in CASES.items() for text in cases[kind]]


def read(text: str, language: str) -> set[tuple[Decimal, Decimal | None]]:
    sums = find_sums(text, language)
    assert all(figure.currencies >= {"USD"} for figure in sums)
    return {(each.amount, each.upper) for figure in sums for each in figure.readings}


@pytest.mark.parametrize(("language", "text"), of_kind("changes"))
def test_a_change_states_two_sums(language: str, text: str) -> None:
    """Whatever the verb, whichever is larger; currency and scale may be said once for both."""
    assert read(text, language) == READ["changes"]


@pytest.mark.parametrize(("language", "text"), of_kind("ranges"))
def test_a_span_states_one_range(language: str, text: str) -> None:
    """By its form, or by a word of span near it."""
    assert read(text, language) == READ["ranges"]


@pytest.mark.xfail(strict=True, reason="known: not read as a reader would")
@pytest.mark.parametrize(
    ("kind", "language", "text"),
    [
        (kind, language, text)
        for language in CASES
        for kind, text in CASES[language]["known_failures"]
    ],
)
def test_known_failures(kind: str, language: str, text: str) -> None:
    """What is still read otherwise is known."""
    assert read(text, language) == READ[kind]


# How one claims about these words what they may say, and what they do not.
CLAIMS = [
    # label, words, amount, upper, hedge, verdict of the amount, of the hedge
    ("where it began", "from $3 billion to $5 billion", THREE, None, "exact", "computed", "computed"),
    ("where it ended", "from $3 billion to $5 billion", FIVE, None, "exact", "computed", "computed"),
    ("a range after all", "from $3 billion to $5 billion", THREE, FIVE, "range", "unchecked", "unchecked"),
    ("neither", "from $3 billion to $5 billion", Decimal(4), None, "exact", "contradicted", "computed"),
    ("another range", "from $3 billion to $5 billion", THREE, 2 * FIVE, "range", "contradicted", "contradicted"),
    ("one end", "от 3 до 5 млрд долларов", FIVE, None, "exact", "unchecked", "unchecked"),
    ("the other end", "от 3 до 5 млрд долларов", THREE, None, "exact", "unchecked", "unchecked"),
    ("no end", "от 3 до 5 млрд долларов", 2 * FIVE, None, "exact", "contradicted", "contradicted"),
    ("the range", "от 3 до 5 млрд долларов", THREE, FIVE, "range", "computed", "computed"),
    ("no change", "between $3 billion and $5 billion", FIVE, None, "exact", "contradicted", "contradicted"),
    ("no change, either", "$3-5 billion", FIVE, None, "exact", "contradicted", "contradicted"),
    ("limits", "at least $3 billion and at most $5 billion", THREE, FIVE, "range", "unchecked", "unchecked"),
    ("two things", "$3 billion for rails and $5 billion for ports", THREE, FIVE, "range", "contradicted", "contradicted"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "amount", "upper", "hedge", "verdict", "of_the_hedge"),
    [pytest.param(*case[1:], id=case[0]) for case in CLAIMS],
)
def test_what_may_be_either_is_unchecked_at_worst(
    words: str, amount: Decimal, upper: Decimal | None, hedge: str, verdict: str, of_the_hedge: str
) -> None:
    """Nobody is told that an end of it is wrong; what the words cannot mean is wrong as before."""
    of = Article.from_text(f"The plan, {words}, was announced in Norvik.")
    values = [money(words, str(amount), upper=upper and str(upper), qualifier=hedge)]
    told = {kind: check(claim(of, values=values), of, kind) for kind in ("amount", "qualifier")}
    assert {kind: verdict for kind, (verdict, _) in told.items()} == {
        "amount": verdict,
        "qualifier": of_the_hedge,
    }
    for _, reason in told.values():
        assert reason is None or "billion" in reason or "млрд" in reason
