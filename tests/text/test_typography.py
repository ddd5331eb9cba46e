"""Typography: what is evened out, what is found, and offsets that hold for any text."""

from __future__ import annotations

from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trouble import TROUBLE, UNITS, cases, unmarked

from summariser.text.typography import fold


@pytest.mark.parametrize(("marked", "needle"), cases("find"))
def test_find_gives_the_source_spans_of_what_stands_alone(marked: str, needle: str) -> None:
    """Exactly the marked places are found, as offsets into the text as given."""
    text, expected = unmarked(marked)
    assert fold(text).find(needle) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, None, [(0, 3), (6, 9), (13, 16)]),
        (1, None, [(6, 9), (13, 16)]),
        (6, 9, [(6, 9)]),
        (7, 15, []),
        (0, 8, [(0, 3)]),
        (-5, 999, [(0, 3), (6, 9), (13, 16)]),
        (9, 9, []),
        (12, 3, []),
    ],
)
def test_find_keeps_to_its_region(start: int, end: int | None, expected: list[Any]) -> None:
    """Only what lies wholly between two source offsets is found, whatever was folded before."""
    assert fold("Юг.   Юг. \xad\xad Юг.").find("Юг.", start, end) == expected


def test_a_region_does_not_hide_that_a_word_goes_on() -> None:
    """A number cut by the region's edge is still the whole number."""
    assert fold("It costs $13 now").find("$1", 9, 11) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("«Ещё»", "“Еще”"),
        ("A\u00a0–\u2009B", "A - B"),
        ("е\u0308\u0300", "ѐ"),
        ("кој\u200bи\u0306", "којй"),
        ("１２％", "12%"),
        ("٢٥", "25"),
        ("مُحَمَّد", "محمد"),
        ("a \u00ad b", "a b"),
        ("“l’accord”", "'l'accord'"),
    ],
)
def test_typography_is_evened_out(one: str, other: str) -> None:
    """Two spellings that differ in typography alone fold to the same text."""
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [("Iran", "iran"), ("ß", "ss"), ("é", "e"), ("й", "и"), ("1,5", "1.5"), ("أ", "ا"), ("²", "2")],
)
def test_what_is_more_than_typography_stays(one: str, other: str) -> None:
    """Case, letters and punctuation are never evened out."""
    assert fold(one).text != fold(other).text


@pytest.mark.heavy
@given(TROUBLE)
@settings(max_examples=1_000, deadline=None)
def test_folding_again_changes_nothing(text: str) -> None:
    """A folded text folds to itself, and decomposed characters fold like composed ones."""
    folded = fold(text).text
    assert fold(folded).text == folded
    assert fold(normalize("NFC", text)).text == folded
    assert fold(normalize("NFD", text)).text == folded


@pytest.mark.heavy
@given(text=TROUBLE, needle=TROUBLE, at=st.integers(0, 40), length=st.integers(1, 8))
@settings(max_examples=2_000, deadline=None)
def test_whatever_is_found_is_there(text: str, needle: str, at: int, length: int) -> None:
    """Each span found holds the needle but for typography; spans are ordered and disjoint."""
    for wanted in (needle[:length], text[at : at + length]):
        spans = fold(text).find(wanted)
        offsets = [offset for span in spans for offset in span]
        assert offsets == sorted(offsets)
        for start, end in spans:
            assert fold(text[start:end]).text.strip() == fold(wanted).text.strip() != ""


@pytest.mark.heavy
@given(before=TROUBLE, needle=TROUBLE, after=TROUBLE)
@settings(max_examples=2_000, deadline=None)
def test_whatever_stands_between_words_is_found(before: str, needle: str, after: str) -> None:
    """A passage between two words is found at its place, whatever surrounds them."""
    needle = f"X{needle}Y"
    text = f"{before} x {needle} y {after}"
    start = len(before) + 3
    assert (start, start + len(needle)) in fold(text).find(needle, start)


@pytest.mark.heavy
@pytest.mark.parametrize("unit", UNITS)
def test_monotonous_text_is_read_in_one_go(unit: str) -> None:
    """A long run of one thing, the worst case of a scan, comes back (a hang would show)."""
    text = unit * (100_000 // len(unit))
    folded = fold(text)
    assert len(folded.source) == len(text)
    assert folded.find(unit * 5_000 + "x") == []
    assert all(start < end for start, end in folded.find(text[: len(text) // 2]))
