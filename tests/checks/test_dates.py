"""Dates against the sentences they are said to come from: rows of text, claim and verdict."""

from __future__ import annotations

import pytest

from summariser import Article, Evidence, Summit, SummitSummary, verify
from summariser.checks import Index
from summariser.checks.verify import verify_item
from summariser.schema import Date, Grounded

MET = {
    "ar": "التقى الوزراء في {} في مدينة أرلن.",
    "de": "Die Minister trafen sich {} in Arlen.",
    "en": "The ministers met {} in Arlen.",
    "es": "Los ministros se reunieron {} en Arlen.",
    "fr": "Les ministres se sont réunis {} à Arlen.",
    "it": "I ministri si sono riuniti {} ad Arlen.",
    "ja": "閣僚は{}にアーレンで会談した。",
    "kk": "Министрлер {} Арленде кездесті.",
    "ru": "Министры встретились {} в Арлене.",
    "tr": "Bakanlar {} Arlen'de buluştu.",
    "uz": "Vazirlar {} Arlenda uchrashdi.",
    "zh": "部长们于{}在阿伦会晤。",
}
SAID = {
    # language: 12 October 2025, the same without its year, 12 to 14 October, October 2025
    "ar": ("12 أكتوبر 2025", "12 أكتوبر", "12 إلى 14 أكتوبر", "أكتوبر 2025"),
    "de": ("am 12. Oktober 2025", "am 12. Oktober", "vom 12. bis 14. Oktober", "im Oktober 2025"),
    "en": ("on October 12, 2025", "on 12 October", "on October 12–14", "in October 2025"),
    "es": (
        "el 12 de octubre de 2025", "el 12 de octubre", "del 12 al 14 de octubre",
        "en octubre de 2025",
    ),
    "fr": ("le 12 octobre 2025", "le 12 octobre", "du 12 au 14 octobre", "en octobre 2025"),
    "it": ("il 12 ottobre 2025", "il 12 ottobre", "dal 12 al 14 ottobre", "nell'ottobre 2025"),
    "ja": ("2025年10月12日", "10月12日", "10月12日から14日まで", "2025年10月"),
    "kk": ("2025 жылғы 12 қазанда", "12 қазанда", "12–14 қазанда", "2025 жылғы қазанда"),
    "ru": ("12 октября 2025 года", "12 октября", "с 12 по 14 октября", "в октябре 2025 года"),
    "tr": ("12 Ekim 2025'te", "12 Ekim'de", "12-14 Ekim'de", "Ekim 2025'te"),
    "uz": ("2025-yil 12-oktabrda", "12-oktabrda", "12–14-oktabr kunlari", "2025-yil oktabrda"),
    "zh": ("2025年10月12日", "10月12日", "10月12日至14日", "2025年10月"),
}  # fmt: skip
FORMS = [
    # which of these, claim, verdict
    (0, "2025-10-12", "computed"),
    (0, "--10-12", "computed"),
    (0, "2025-10", "computed"),
    (0, "2025-10-13", "contradicted"),
    (0, "2025-09-12", "contradicted"),
    (0, "2024-10-12", "contradicted"),
    (0, "2025-10-12/2025-10-14", None),
    (1, "2025-10-12", "computed"),
    (1, "2025-11-12", "contradicted"),
    (1, "2024-10-12", None),
    (2, "2025-10-12/2025-10-14", "computed"),
    (2, "2025-10-12", "computed"),
    (2, "2025-10-13", None),
    (2, "2025-10-15", "contradicted"),
    (2, "2025-10-12/2025-10-15", "contradicted"),
    (3, "2025-10", "computed"),
    (3, "2025-10-12", None),
    (3, "2025-09", "contradicted"),
    (3, "2024-10", "contradicted"),
]
PUBLISHED = "2025-10-20"
VERDICTS = [
    # text, cited, claim, published, verdict
    ("The talks were held in Arlen.", [1], "2025-10-12", PUBLISHED, None),
    ("Published on 2025-10-12.", [1], "2025-10-12", None, "exact"),
    ("They met on 12 October.", [1], "2025-10-12", None, None),
    ("They met on 12 October.", [1], "2025-10-13", None, "contradicted"),
    ("They met on 12 October.", [1], "--10-13", None, "contradicted"),
    ("They met on 12 October.", [1], "--10", None, "computed"),
    ("They met on 12 April.", [1], "2025-04-12", PUBLISHED, None),
    ("They met on 12 April.", [1], "2026-04-12", PUBLISHED, None),
    ("They met on 28 December.", [1], "2025-12-28", "2026-01-02", "computed"),
    ("They met on 28 December.", [1], "2026-12-28", "2026-01-02", None),
    ("They will meet on 15 January.", [1], "2026-01-15", "2025-12-20", "computed"),
    ("They met last October.", [1], "2024-10", "2025-10-10", "computed"),
    ("They met last October.", [1], "2025-10", "2025-10-10", None),
    ("They met on 12 October last year.", [1], "2025-10-12", PUBLISHED, None),
    ("In 2023 they quarrelled, and on 12 October they met.", [1], "2025-10-12", PUBLISHED, None),
    ("In 2025 they met on 12 October.", [1], "2025-10-12", PUBLISHED, "computed"),
    # Another day than the one that is named may be meant, and told by other means.
    ("They met on Tuesday, as agreed on 3 May 2024.", [1], "2025-10-14", PUBLISHED, None),
    ("They met yesterday, as agreed on 3 May 2024.", [1], "2025-10-02", PUBLISHED, None),
    ("They met, as agreed on 3 May 2024.", [1], "2025-10-19", PUBLISHED, None),
    ("They met, as agreed on 3 May 2024.", [1], "2025-10-01", PUBLISHED, "contradicted"),
    ("They met on 3 May and 5 June 2024.", [1], "2025-10-01", PUBLISHED, None),
    ("They met on 3 May 2024. It was agreed on 1 October 2025.", [1], "2025-10-01", PUBLISHED, None),
    ("They met on 3 May 2024. It was agreed on 1 October.", [1], "2025-10-01", PUBLISHED, None),
    ("They met on 12 October 2025.", [1], "2025-10", PUBLISHED, "computed"),
    ("They met in 2024.", [1], "2025-10-12", PUBLISHED, None),
    ("They met in October 2024.", [1], "2025-10-12", PUBLISHED, None),
    ("They met on 03/04/2025.", [1], "2025-05-06", PUBLISHED, None),
    ("The Agreement of 3 May; the talks on 12 October 2025.", [1], "2025-10-12", None, "computed"),
    ("They met from 28 December to 2 January.", [1], "2025-12-28", "2026-01-05", "computed"),
    ("They met from 28 December to 2 January.", [1], "2025-12-30", "2026-01-05", None),
    ("It grew in the third quarter of 2025.", [1], "2025-07/2025-09", None, "computed"),
    ("It grew in the third quarter of 2025.", [1], "2025-07", None, None),
    ("It grew in the third quarter of 2025.", [1], "2025-10/2025-12", None, "contradicted"),
    ("It runs from 2025 to 2027.", [1], "2025/2027", None, "computed"),
    ("It began in 2024.", [1], "2024", None, "exact"),
    ("It began in 2024.", [1], "2023", None, "contradicted"),
]  # fmt: skip


class Held(Grounded):
    """Something with a date, in no topic of ours."""

    held: Date | None = None
    """When."""


def held(text: str, value: str, published: str | None, numbers: list[int], code: str) -> Held:
    of = Article.from_text(text, published=published, language=code)
    evidence = [Evidence.of(of, number) for number in numbers]
    return verify_item(Held(evidence=evidence, text="", held=value), Index(of))


def verdict(item: Held) -> str | None:
    found = [each.verdict for each in item.checks if each.kind == "date"]
    assert len(found) <= 1
    assert (item.unread == ["held"]) == (not found)
    return found[0] if found else None


@pytest.mark.parametrize("code", MET)
@pytest.mark.parametrize(("form", "claim", "expected"), FORMS)
def test_a_date_in_each_language(code: str, form: int, claim: str, expected: str | None) -> None:
    """What a sentence says, what it says otherwise, and what it leaves open."""
    item = held(MET[code].format(SAID[code][form]), claim, PUBLISHED, [1], code)
    assert verdict(item) == expected


@pytest.mark.parametrize(("text", "numbers", "claim", "published", "expected"), VERDICTS)
def test_what_the_sentences_bear_out(
    text: str, numbers: list[int], claim: str, published: str | None, expected: str | None
) -> None:
    """A verdict only where they tell."""
    assert verdict(held(text, claim, published, numbers, "en")) == expected


ADDED = [
    # text, claim, published, date in full
    ("They met on 12 October.", "--10-12", PUBLISHED, "2025-10-12"),
    ("They met on 28 December.", "--12-28", "2026-01-02", "2025-12-28"),
    ("They met from 28 December to 2 January.", "--12-28/--01-02", "2026-01-05",
     "2025-12-28/2026-01-02"),
    ("They met in October.", "--10", PUBLISHED, "2025-10"),
    ("They met on 12 October.", "--10-12", None, "--10-12"),
    ("They met on 12 October 2024.", "--10-12", PUBLISHED, "--10-12"),
    ("They met on 12 October last year.", "--10-12", PUBLISHED, "--10-12"),
    ("In 2023 they met on 12 October.", "--10-12", PUBLISHED, "--10-12"),
    ("They met on 12 April.", "--04-12", PUBLISHED, "--04-12"),
    ("They met last April.", "--04", "2025-10-10", "2025-04"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim", "published", "full"), ADDED)
def test_the_year_that_only_the_publication_gives(
    text: str, claim: str, published: str | None, full: str
) -> None:
    """It is added by code and a note says so; looked at again, all is as it was."""
    of = Article.from_text(text, published=published, language="en")
    summit = Summit(evidence=[Evidence.of(of, 1)], verbatim="They", name=None, date=claim)
    empty = {"outcomes": [], "deals": [], "positions": []}
    given = SummitSummary(overview="", summit=summit, article=of, **empty)
    once = verify(given)
    assert once.summit is not None
    assert summit.date == claim, "the one given is left alone"
    assert once.summit.date == full
    assert len(once.summit.notes) == (full != claim)
    (check,) = [each for each in once.summit.checks if each.kind == "date"]
    assert check.verdict == "computed"
    assert verify(once) == once


def test_a_model_that_gave_the_year_gets_the_reason() -> None:
    """No note: the field is as the model wrote it."""
    item = held("They met on 12 October.", "2025-10-12", PUBLISHED, [1], "en")
    (check,) = [each for each in item.checks if each.kind == "date"]
    assert check.reason == "the text gives no year; 2025 is that of the publication"
    assert check.span is not None
    assert check.span.text == "12 October"
    assert item.notes == []


def test_a_contradiction_rejects_nothing_and_is_asked_about() -> None:
    """Whoever reads it sees which words say otherwise."""
    from summariser.checks.verify import examine

    of = Article.from_text("They met on 13 October 2025.", language="en")
    item, doubts = examine(
        Held(evidence=[Evidence.of(of, 1)], text="", held="2025-10-12"), Index(of)
    )
    assert item.verdict == "contradicted"
    assert not any(each.failed for each in item.checks)
    assert doubts == ["held: the cited sentences name another date: “13 October 2025”"]


def test_the_title_is_a_sentence_too() -> None:
    """A date may stand there alone."""
    of = Article.from_text("They met.", title="Talks on 12 October 2025", language="en")
    item = Held(evidence=[Evidence.of(of, 0)], text="", held="2025-10-12")
    assert verdict(verify_item(item, Index(of))) == "computed"
