"""Mentions: what looks like a name is offered, at its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trouble import UNITS

from summariser.names.find import find_full_names, find_names

TEXTS = [
    # text, the names in it
    ("Вчера выступил Талгат Калиев из ООН.", ["Вчера", "Талгат Калиев", "ООН"]),
    ("Сделка с John Deere подписана.", ["Сделка", "John Deere"]),
    ('На базе АО "АгромашХолдинг KZ".Этот проект', ["АО", "АгромашХолдинг KZ", "Этот"]),
    ("По словам К. Токаева, всё готово.", ["К. Токаева"]),
    ("The C5+1 summit met in Washington.", ["The C5+1", "C5+1", "Washington"]),
    ("They met the President of Kazakhstan.", ["They", "President of Kazakhstan"]),
    ("Procter & Gamble grew.", ["Procter & Gamble", "Gamble"]),
    ("中国石油与「中亚天然气」签约。", ["中亚天然气"]),
    ("وقعت «أرامكو» الاتفاق.", ["أرامكو"]),
    ("He said “we are not sure” and left. It rained.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "names"), TEXTS)
def test_candidates(text: str, names: list[str]) -> None:
    """What looks like a name is offered, in order."""
    assert [text[start:end] for start, end in find_names(text)] == names


FULL_NAMES = [
    # text, the full names in it
    ("Мнение Голубя важно.", []),
    ("Кира Дробыш и Олег Дробыш правы. По словам Олега Дробыша, да.",
     ["Кира Дробыш", "Олег Дробыш", "Олега Дробыша"]),
    ("Pacific Ports Alliance met. The Alliance signed.", ["Pacific Ports Alliance"]),
    ("The Ports Alliance met.", ["Ports Alliance"]),
    ("Позиция Ахметжановой ясна. Строительство Порта идёт.", []),
    ("Die Bank schweigt. Nach Anna Ott sprach Ott.", ["Anna Ott"]),
    ("Талгат Калиев", ["Талгат Калиев"]),
    ("He met the Ministers Renwick and Isla Renwick.", ["Ministers Renwick", "Isla Renwick"]),
    ("", []),
        ("Ma Terracciano non cede.", []),
        ("Yangi O‘zbekiston taraqqiyoti.", ["Yangi O‘zbekiston"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), FULL_NAMES)
def test_full_names(text: str, names: list[str]) -> None:
    """Names of several words are given whole, without a word that only begins the sentence."""
    assert [text[start:end] for start, end in find_full_names(text)] == names


@pytest.mark.heavy
@given(text=st.text(max_size=200) | st.text("Aa. «»“”\"БбВ-&'’of12\n", max_size=200))
@settings(deadline=None)
def test_candidates_are_pieces_of_the_text(text: str) -> None:
    """Every span is a piece of the text, not blank, and the spans are sorted and distinct."""
    spans = find_names(text)
    assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in spans)
    assert spans == sorted(set(spans))


@pytest.mark.heavy
@pytest.mark.parametrize("unit", [*UNITS, "A ", "«A", "A. ", "A of ", "a'", "A-", " -", "ӘА", "“ "])
def test_monotonous_text_is_read_in_one_go(unit: str) -> None:
    """A long run of one thing, the worst case of a scan, comes back (a hang would show)."""
    text = unit * (100_000 // len(unit))
    assert len(find_full_names(text)) <= len(find_names(text)) <= len(text)
