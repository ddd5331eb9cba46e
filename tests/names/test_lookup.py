"""Looking names up loses none that comparing all of them would find."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summariser.names import forms, same_name, same_surname, spellings

PAIRS = json.loads(Path(__file__).with_name("pairs.json").read_text(encoding="utf-8"))
NAMES = {text for pairs in PAIRS.values() for _, *two in pairs for text in two[:2]}
ALL = sorted(NAMES | {text.split()[-1] for text in NAMES if len(text.split()) == 2})
TEXTS = ALL[::8]  # of all it takes minutes


def is_found(name: str, words: str) -> bool:
    return not spellings(name).isdisjoint(forms(words))


@pytest.mark.heavy
def test_whatever_is_the_same_is_found() -> None:
    """Of the pairs that the comparison is tested with, and of many names, each with each."""
    pairs = [two[:2] for pairs in PAIRS.values() for _, *two in pairs]
    same = [
        (name, words)
        for name, words in (*pairs, *itertools.product(TEXTS, TEXTS))
        if same_name(name, words) or same_surname(name, words)
    ]
    assert len(same) > len(TEXTS)
    assert [pair for pair in same if not is_found(*pair)] == []


def test_few_others_are() -> None:
    """Or looking up would be of no use."""
    found = sum(is_found(*pair) for pair in itertools.product(TEXTS, TEXTS))
    assert found < 0.05 * len(TEXTS) ** 2


@given(st.text(min_size=1, max_size=12), st.sampled_from(["", " Ott", "-Ott", " GmbH", "."]))
@example("J. P.", "")
@example("x" * 300, "")
@example("ǰ", "")
def test_every_name_is_found_by_itself(name: str, more: str) -> None:
    """Whatever it is made of."""
    if (name + more).strip():
        assert is_found(name + more, name + more)
