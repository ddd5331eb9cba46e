"""Sentences: where each ends, and offsets that hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trouble import TROUBLE, UNITS, cases

from summariser.text.sentences import split_sentences

# What the segmenter gets wrong, by language; each joins two sentences and loses no text.
KNOWN_FAILURES = [
    ("ru", "Так решил завод А. С.| Компания довольна."),
    ("ru", "Заявку передали им.| Минфин её отозвал."),
    ("en", "It belongs to Santa Mira S.A.| Analysts cheered."),
    ("en", "Great news! 🎉| We won."),
    ("en", "they wrote in small letters.| nobody cared."),
    ("de", "Es kamen 12.| Kasachstan fehlte."),
    ("zh", "他说“同意。”|没有人这样说。"),
    ("ar", "هل تنجح القمة؟» سأل الوزير.| لا."),
]
LANGUAGES = st.sampled_from([None, "ru", "kk", "en", "de", "zh", "ar", "xx"])


@pytest.mark.parametrize(("language", "marked"), cases("sentences"))
def test_sentences_end_where_a_reader_ends_them(language: str | None, marked: str) -> None:
    """Each text is cut exactly at its marks, and every sentence is trimmed."""
    text = marked.replace("|", "")
    found = [text[start:end] for start, end in split_sentences(text, language)]
    assert found == [sentence.strip() for sentence in marked.split("|")]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("language", "marked"), KNOWN_FAILURES)
def test_known_failures_of_the_segmenter(language: str, marked: str) -> None:
    """A reader would cut here; the segmenter does not (strict: mending one must be noticed)."""
    test_sentences_end_where_a_reader_ends_them(language, marked)


@pytest.mark.parametrize("text", ["", " ", "\n\r\n \u2028", "\x1f\x85"])
def test_a_blank_text_has_no_sentences(text: str) -> None:
    """No characters, no sentences."""
    assert split_sentences(text) == []


@pytest.mark.heavy
@given(text=TROUBLE, language=LANGUAGES)
@settings(max_examples=10_000, deadline=None)
def test_sentences_keep_the_offset_promises(text: str, language: str | None) -> None:
    """Spans are ordered, disjoint, non-empty and trimmed, and cover all that is not space."""
    spans = split_sentences(text, language)
    offsets = [offset for span in spans for offset in span]
    assert offsets == sorted(offsets)
    covered = set()
    for start, end in spans:
        assert text[start:end] == text[start:end].strip() != ""
        assert len(text[start:end].splitlines()) == 1
        covered |= set(range(start, end))
    assert all(c.isspace() for at, c in enumerate(text) if at not in covered)


@pytest.mark.heavy
@pytest.mark.parametrize("unit", UNITS)
def test_monotonous_text_is_cut_in_one_go(unit: str) -> None:
    """A long run of one thing, the worst case of a scan, comes back (a hang would show)."""
    text = unit * (100_000 // len(unit))
    assert all(start < end for start, end in split_sentences(text))
