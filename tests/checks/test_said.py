"""Who says it, what has no figure, how many: what summit.v2 asks for, compared with the text."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from claims import check, claim

from summariser import (
    Article,
    Deliverable,
    Evidence,
    Expert,
    ExpertPosition,
    Money,
    Summit,
    SummitSummary,
)
from summariser.checks import Index
from summariser.checks.verify import verify_item
from summariser.reading.candidates import read
from summariser.reading.mending import mend

PRESS = Article.from_text(
    "Ada Quill, who runs the port, met reporters in Norvik. Rain fell all day. It was cold. "
    "“The crane is late.” “It will come.” That is how she put it. "
    "Later, in Arlen, Tom Reed of the union spoke. “We will strike,” he said.",
    language="en",
)


def position(
    name: str | None, verbatim: str | None, *cited: int, said: tuple[int, ...] = ()
) -> Any:
    return ExpertPosition(
        evidence=[Evidence.of(PRESS, number) for number in cited],
        attribution=[Evidence.of(PRESS, number) for number in said],
        expert=Expert(name=name, verbatim=verbatim), text="", act="claim", stance="neutral", certainty="certain",
    )  # fmt: skip


# label, item, verdict of the speaker, or None if the text leaves it open
SPEAKERS = [
    ("named far from the claim, where it is said", position("Ada Quill", "Ada Quill", 4, said=(1,)), None),
    ("how she put it", position("Ada Quill", "Ada Quill", 4, 5, said=(1, 6)), "exact"),
    ("without saying where", position("Ada Quill", "Ada Quill", 5), "elsewhere"),
    ("a neighbour, and where the other is named", position("Tom Reed", "Tom Reed", 4, said=(1,)), "elsewhere"),
    ("nobody of that name", position("Lena Marsh", "she", 5, said=(6,)), "absent"),
    ("a name without words", position("Ada Quill", None, 4, said=(1,)), None),
    ("a name without words, elsewhere", position("Tom Reed", None, 2), "elsewhere"),
    ("nobody named", position(None, None, 4), None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("item", "expected"), [row[1:] for row in SPEAKERS], ids=[row[0] for row in SPEAKERS]
)
def test_the_speaker_is_named_where_it_is_said(item: ExpertPosition, expected: str | None) -> None:
    """In the sentences of the claim, or in those that say who speaks."""
    checks = verify_item(item, Index(PRESS)).checks
    told = [each.verdict for each in checks if each.kind == "speaker"]
    assert told == ([expected] if expected else [])


def test_sentences_that_say_who_speaks_are_checked_as_well() -> None:
    """They are this article's, and each is given once."""
    item = position("Ada Quill", "Ada Quill", 4, said=(6, 1, 6))
    assert [each.sentence for each in item.attribution] == [1, 6]
    checks = verify_item(item, Index(PRESS)).checks
    fields = [each.field for each in checks if each.kind == "sentence"]
    assert fields == ["evidence[0]", "attribution[0]", "attribution[1]"]
    other = Article.from_text("Nobody came. Nothing was said.")
    assert verify_item(item, Index(other)).verdict == "contradicted"


VAGUE = [
    ("en", "They want billions of dollars.", "billions of dollars", "USD", "computed"),
    ("en", "They want billions of dollars.", "billions of dollars", "EUR", "contradicted"),
    ("en", "It cost several million pounds.", "several million pounds", "GBP", "unchecked"),
    ("de", "Es geht um Milliarden Euro.", "Milliarden Euro", "EUR", "computed"),
    ("fr", "Il faut des milliards d’euros.", "des milliards d’euros", "EUR", "computed"),
    ("ru", "Нужны десятки миллиардов рублей.", "десятки миллиардов рублей", "RUB", "computed"),
    ("kk", "Миллиардтаған теңге керек.", "Миллиардтаған теңге", "KZT", "computed"),
    ("zh", "需要数十亿美元。", "数十亿美元", "USD", "computed"),
    ("ja", "数十億円が必要だ。", "数十億円", "JPY", "computed"),
    ("ar", "يحتاج المشروع إلى مليارات الدولارات.", "مليارات الدولارات", "USD", "computed"),
    ("tr", "Milyarlarca dolar gerekiyor.", "Milyarlarca dolar", "USD", "computed"),
]


@pytest.mark.parametrize(("language", "text", "words", "currency", "verdict"), VAGUE)
def test_a_sum_without_a_figure(
    language: str, text: str, words: str, currency: str, verdict: str
) -> None:
    """Its currency is compared all the same, and that it has no figure."""
    of = Article.from_text(text, language=language)
    value = Money(verbatim=words, currency=currency, qualifier="vague", per="total")
    item = claim(of, 1, values=[value])
    assert check(item, of, "qualifier")[0] == "computed"
    assert check(item, of, "currency")[0] == verdict


def test_a_figure_that_is_called_vague() -> None:
    """Is there all the same."""
    of = Article.from_text("They want $2 billion.", language="en")
    value = Money(verbatim="$2 billion", currency="USD", qualifier="vague", per="total")
    item = claim(of, 1, values=[value])
    assert check(item, of, "qualifier")[0] == "contradicted"
    assert check(item, of, "amount")[0] == "unchecked"


THINGS = [
    # text, words, quantity, unit, hedge, verdicts of quantity and hedge
    ("They ordered 24 buses.", "24 buses", 24, None, "exact", "exact", "computed"),
    ("They ordered more than 24 buses.", "more than 24 buses", 24, None, "more_than", "exact", "computed"),
    ("They ordered more than 24 buses.", "more than 24 buses", 24, None, "exact", "exact", "contradicted"),
    ("They ordered 24 buses.", "24 buses", 24, None, "at_least", "exact", "contradicted"),
    ("They sold a 49% stake.", "49% stake", 49, "%", "exact", "exact", "computed"),
    ("They sold 49 per cent of it.", "49 per cent of it", 49, "per cent", "exact", "exact", "computed"),
    ("They sold a 49% stake.", "49% stake", 4.9, "%", "exact", "contradicted", None),
    ("They sold a 49% stake.", "49% stake", 49, "pieces", "exact", "unchecked", None),
    ("It fell by 4% over 18 months.", "4% over 18 months", 4, "%", "exact", "exact", "computed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "quantity", "unit", "hedge", "number", "told"), THINGS)
def test_quantities_have_a_hedge(
    text: str,
    words: str,
    quantity: float,
    unit: str | None,
    hedge: Any,
    number: str,
    told: str | None,
) -> None:
    """Compared where the number stands there; a share is counted in hundredths only."""
    of = Article.from_text(text, language="en")
    thing = Deliverable(verbatim=words, item="x", quantity=quantity, unit=unit, qualifier=hedge)
    checks = verify_item(claim(of, 1, things=[thing]), Index(of)).checks
    found = {each.kind: each.verdict for each in checks}
    assert (found["quantity"], found.get("qualifier")) == (number, told)


def test_a_capacity_stands_there_to_the_letter() -> None:
    """It is no number of plants."""
    of = Article.from_text("They build a plant of 600 MW.", language="en")
    for capacity, verdict in (("600 MW", "exact"), ("900 MW", "absent")):
        thing = Deliverable(verbatim="a plant", item="plant", capacity=capacity)
        checks = verify_item(claim(of, 1, things=[thing]), Index(of)).checks
        assert [
            (each.field, each.verdict) for each in checks if each.field.endswith("capacity")
        ] == [("things[0].capacity", verdict)]


def test_a_hundred_with_an_article_is_no_percentage() -> None:
    """«بالمئة» behind a single digit is read as it is behind others."""
    of = Article.from_text("بلغت الحصة 5 بالمئة.", language="ar")
    thing = Deliverable(verbatim="5 بالمئة", item="x", quantity=5, unit="بالمئة")
    checks = verify_item(claim(of, 1, things=[thing]), Index(of)).checks
    assert [each.verdict for each in checks if each.kind == "quantity"] == ["exact"]


# published, date as given, date as read
DATES = [
    ("2025-10-20", "--10-12", "2025-10-12"),
    ("2025-01-03", "--12-30", "2024-12-30"),
    ("2025-12-20", "--01-10", "2026-01-10"),
    ("2025-10-20", "--10", "2025-10"),
    ("2024-03-01", "--02-29", "2024-02-29"),
    ("2025-03-01", "--02-29", "--02-29"),
    ("2025-07-05", "--01-02", "--01-02"),
    ("2025-10-20", "2024-10-12", "2024-10-12"),
    ("2025-10-20", "2025-10-12T09:30:00Z", "2025-10-12"),
    (None, "--10-12", "--10-12"),
    ("2025-10-20", "2025-10-12/2025-10-14", "2025-10-12/2025-10-14"),
    ("2025-10-20", "2025", "2025"),
]


@pytest.mark.parametrize(("published", "given", "expected"), DATES)
def test_a_day_without_a_year(published: str | None, given: str, expected: str) -> None:
    """The year in which it is near the article's own day is added, and a note says so."""
    day = date.fromisoformat(published) if published else None
    of = Article.from_text("The summit met.", published=day)
    raw = {"evidence": [1], "verbatim": "The summit", "name": None, "place": None, "date": given}
    empty: dict[str, Any] = {"outcomes": [], "deals": [], "positions": []}
    (read_,) = read({**empty, "overview": "", "summit": raw}, SummitSummary, Index(of))
    assert isinstance(read_.item, Summit)
    assert read_.item.date == expected
    notes = [note.partition(",")[0] for note in read_.item.notes]
    assert notes == ([] if given == expected else [f"date: “{given}” read as {expected}"])


@pytest.mark.parametrize(
    "given", ["2025-13-01", "2025-02-30", "--13-01", "12 October", "--", "2025-10-12/"]
)
def test_what_is_no_date(given: str) -> None:
    """The error shows what one looks like."""
    raw = {"evidence": [1], "verbatim": "The summit", "name": None, "place": None, "date": given}
    with pytest.raises(ValueError, match="is no date such as 2025-10-12"):
        Summit.model_validate(raw, context={"article": Article.from_text("The summit met.")})


HEDGES = [
    # language, text, words, true hedge
    ("en", "They build 600 homes or more.", "600 homes or more", "at_least"),
    ("en", "They build 600 new homes or more.", "600 new homes", "at_least"),
    ("ru", "Построят 600 домов и более.", "600 домов и более", "at_least"),
    ("de", "Sie bauen 600 Wohnungen oder mehr.", "600 Wohnungen oder mehr", "at_least"),
    ("fr", "On bâtit 600 logements ou plus.", "600 logements ou plus", "at_least"),
    ("es", "Se construyen 600 viviendas o más.", "600 viviendas o más", "at_least"),
    ("zh", "将建600套以上住房。", "600套以上", "at_least"),
    ("zh", "将建600套左右。", "600套左右", "approximately"),
    ("ja", "600戸以上を建てる。", "600戸以上", "at_least"),
    ("ar", "ستبنى 600 منزل أو أكثر.", "600 منزل أو أكثر", "at_least"),
    ("kk", "600 үйден астам салынады.", "600 үйден астам", "more_than"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "true"), HEDGES)
def test_a_hedge_behind_what_is_counted(language: str, text: str, words: str, true: Any) -> None:
    """It is the number's; without it the number is left open, and another is wrong."""
    of = Article.from_text(text, language=language)
    told = {}
    for hedge in (true, "exact", "up_to"):
        thing = Deliverable(verbatim=words, item="x", quantity=600, qualifier=hedge)
        told[hedge] = check(claim(of, 1, things=[thing]), of, "qualifier")[0]
    assert told == {true: "computed", "exact": "unchecked", "up_to": "contradicted"}


OF_ANOTHER_FIGURE = [
    ("zh", "主办方表示，各方共签署七份文件，总金额约为三百亿元。", "七份文件", 7),
    ("en", "They build 600 homes, about 30 schools and a port.", "600 homes", 600),
    ("ru", "Построят 600 домов, около 30 школ и порт.", "600 домов", 600),
    ("ar", "ستبنى 600 منزل، ونحو 30 مدرسة.", "600 منزل", 600),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "quantity"), OF_ANOTHER_FIGURE)
def test_a_hedge_of_another_figure(language: str, text: str, words: str, quantity: int) -> None:
    """Behind a comma it changes nothing."""
    of = Article.from_text(text, language=language)
    thing = Deliverable(verbatim=words, item="x", quantity=quantity, qualifier="exact")
    assert check(claim(of, 1, things=[thing]), of, "qualifier")[0] == "computed"


MEASURED = [
    ("en", "They build a plant of 600 MW.", "a plant of 600 MW"),
    ("en", "They build a tunnel of 18 kilometres.", "a tunnel of 18 kilometres"),
    ("ru", "Строят станцию на 600 МВт.", "станцию на 600 МВт"),
    ("ru", "Строят дорогу в 18 километров.", "дорогу в 18 километров"),
    ("de", "Gebaut wird ein Tunnel von 18 km.", "ein Tunnel von 18 km"),
    ("zh", "将建600公里铁路。", "600公里铁路"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words"), MEASURED)
def test_a_measure_is_no_number_of_pieces(language: str, text: str, words: str) -> None:
    """A plant of 600 MW is not 600 plants; with its unit the number is right."""
    of = Article.from_text(text, language=language)
    number = "600" if "600" in text else "18"
    for unit, verdict in ((None, "unchecked"), ("x", "exact")):
        thing = Deliverable(verbatim=words, item="plant", quantity=number, unit=unit)
        assert check(claim(of, 1, things=[thing]), of, "quantity")[0] == verdict


@pytest.mark.parametrize(
    ("given", "expected", "notes"),
    [
        ([1, 6], [1, 6], []),
        ([99], [], ["attribution: “[99]” read as []"]),
        ([1, 99, -3], [1], ["attribution: “[1, 99, -3]” read as [1]"]),
    ],
)
def test_a_sentence_that_does_not_exist_tells_of_no_speaker(
    given: list[int], expected: list[int], notes: list[str]
) -> None:
    """The position stays, with a note; what it rests on must exist."""
    raw = {"evidence": [4], "attribution": given}
    mended, told = mend(raw, ExpertPosition, Index(PRESS))
    assert (mended["attribution"], told) == (expected, notes)
    raw = {"evidence": [99], "attribution": []}
    assert mend(raw, ExpertPosition, Index(PRESS)) == (raw, [])
