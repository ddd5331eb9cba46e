"""What a language that was added reads: texts of its own, kind by kind.

A file in ``data`` holds the cases that are read as a reader would, and under
``known_failures`` those that are not.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from notation import stated

from summariser import Article
from summariser.checks.instructions import speaks_to_a_model
from summariser.figures import find_sums
from summariser.names import same_name, same_surname
from summariser.text import find_quotations, guess_language

FOLDER = Path(__file__).parent / "data"
CASES: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.json"))
}
THREE, FIVE = Decimal(3_000_000_000), Decimal(5_000_000_000)


def money(language: str, case: list[Any]) -> None:
    text, sums = case[:2]
    assert [stated(figure) for figure in find_sums(text, language)] == sums


def sentences(language: str, case: Any) -> None:
    marked = case[-1]
    parts = [part.strip() for part in marked.split("|")]
    of = Article.from_text(marked.replace("|", ""), language=language)
    assert [sentence.text for sentence in of.sentences] == parts


def quotations(language: str, case: Any) -> None:
    marked = case[-1]
    text = marked.replace("⟦", "").replace("⟧", "")
    quoted = [part.partition("⟧")[0] for part in marked.split("⟦")[1:]]
    found = find_quotations(text, language=language)
    assert [text[start:end] for start, end in found] == quoted


def same(language: str, case: list[str]) -> None:
    assert same_name(*case[-2:])


def different(language: str, case: list[str]) -> None:
    assert not same_name(*case[-2:])


def surnames(language: str, case: list[Any]) -> None:
    name, words, is_one = case[-3:]
    assert same_surname(name, words) is is_one


def guess(language: str, text: str) -> None:
    assert guess_language(text) == language


def speaks(language: str, text: str) -> None:
    assert speaks_to_a_model(text)


def innocent(language: str, text: str) -> None:
    assert not speaks_to_a_model(text)


def of_change(text: str, language: str) -> set[tuple[Decimal, Decimal | None]]:
    found = find_sums(text, language)
    return {(each.amount, each.upper) for figure in found for each in figure.readings}


def changes(language: str, text: str) -> None:
    assert of_change(text, language) == {(THREE, None), (FIVE, None)}


def ranges(language: str, text: str) -> None:
    assert of_change(text, language) == {(THREE, FIVE)}


CHECKS: dict[str, Callable[[str, Any], None]] = {
    each.__name__: each
    for each in (
        money, sentences, quotations, same, different, surnames, guess, speaks, innocent, changes,
        ranges,
    )
}  # fmt: skip


def listed(*, known: bool) -> Iterator[Any]:
    for language, kinds in CASES.items():
        for kind, cases in (kinds["known_failures"] if known else kinds).items():
            if kind in CHECKS:
                yield from (
                    pytest.param(language, kind, case, id=f"{language} {kind} {number}")
                    for number, case in enumerate(cases)
                )


@pytest.mark.parametrize(("language", "kind", "case"), [*listed(known=False)])
def test_a_case_is_read(language: str, kind: str, case: Any) -> None:
    """Sums, sentences, quotations, names, the guess of the language, orders to a model."""
    CHECKS[kind](language, case)


@pytest.mark.xfail(strict=True, reason="known: not read as a reader would")
@pytest.mark.parametrize(("language", "kind", "case"), [*listed(known=True)])
def test_known_failures(language: str, kind: str, case: Any) -> None:
    """What is still read otherwise is known."""
    CHECKS[kind](language, case)
