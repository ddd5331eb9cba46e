"""Quotations: what stands between the marks, and offsets that hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trouble import TROUBLE, UNITS, cases, unmarked

from summariser.text.quotations import find_quotations


@pytest.mark.parametrize("marked", cases("quotations"))
def test_quotations_stand_between_the_marks(marked: str) -> None:
    """Exactly what stands between the outermost marks is found, without marks and space."""
    text, expected = unmarked(marked)
    assert find_quotations(text) == expected


@pytest.mark.parametrize(
    ("text", "sentence", "expected"),
    [
        ("«Мы ждём. Мы готовы. Они нет», — сказал он.", "Мы готовы.", "Мы готовы."),
        ("«Мы ждём. Мы готовы. Они нет», — сказал он.", "«Мы ждём.", "Мы ждём."),
        ("«Мы ждём. Они нет», — сказал он. Ушёл.", "Они нет», — сказал он.", "Они нет"),
        ("«Мы ждём», — сказал он. Он ушёл.", "Он ушёл.", None),
        ('"We wait. We go," he said. "Now."', "We go,", "We go,"),
        ("„Wir warten. Wir gehen“, sagte er.", "Wir warten.", "Wir warten."),
        ("他说：“等。走。”完。", "走。”", "走。"),
        ("وقال: «ننتظر. نذهب.» ثم", "نذهب.»", "نذهب."),
        ("«Біз күтеміз. Біз барамыз», — деді.", "Біз барамыз», — деді.", "Біз барамыз"),
        (
            '"We go.\n\n"We take the "big port".\n\n"We stay."',
            '"We take the "big port".',
            'We take the "big port".',
        ),
        ("«Идём.\n\n«Мы берём «Порт».\n\n«Ждём».", "«Мы берём «Порт».", "Мы берём «Порт»."),
        ("Один.\nДва.\n«Три. Четыре.»\nПять.", "Четыре.»", "Четыре."),
    ],
)
def test_a_sentence_within_a_quotation_is_quoted(
    text: str, sentence: str, expected: str | None
) -> None:
    """A region is read in its paragraph: a middle sentence without any mark is still quoted."""
    start = text.index(sentence)
    spans = find_quotations(text, start, start + len(sentence))
    assert [text[a:b] for a, b in spans] == ([expected] if expected else [])


@pytest.mark.heavy
@given(text=TROUBLE, start=st.integers(-2, 60), end=st.none() | st.integers(-2, 60))
@settings(max_examples=1_000, deadline=None)
def test_quotations_keep_the_offset_promises(text: str, start: int, end: int | None) -> None:
    """Spans are ordered, disjoint, non-empty, trimmed, in the region and in one paragraph."""
    spans = find_quotations(text, start, end)
    offsets = [offset for span in spans for offset in span]
    assert offsets == sorted(offsets)
    for first, last in spans:
        assert max(start, 0) <= first < last <= (len(text) if end is None else end)
        assert text[first:last] == text[first:last].strip()
        assert len(text[first:last].splitlines()) == 1


@pytest.mark.heavy
@pytest.mark.parametrize("unit", UNITS)
def test_monotonous_text_is_read_in_one_go(unit: str) -> None:
    """A long run of one thing, the worst case of a scan, comes back (a hang would show)."""
    text = unit * (100_000 // len(unit))
    assert all(start < end for start, end in find_quotations(text))
