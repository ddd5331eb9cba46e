"""Every variant of a field that leaves nothing open is taken with one request; the others are not."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from llm_server import completion
from samples import Desk, money, reply

from summariser import Article, Deal, Grounded, SummitSummary, to_csv, to_html, to_markdown, to_text
from summariser.checks.index import Index
from summariser.languages import LANGUAGES
from summariser.reading.candidates import read
from summariser.reading.mending import mend
from summariser.schema import Quoted
from summariser.topics.summit import Summit

EN = Article.from_text(
    "Talks opened in Norvik. Lumen Rail signed a letter of intent worth more than $2.5 billion with "
    "the port of Norvik. It covers 340 km of track for CNY 900 million, and £5 million a year for "
    "the station. Ada Quill opposed it. Nothing else was said. "
    "Roads for 70 million roubles are to follow.",
    language="en",
)
RU = Article.from_text(
    "Переговоры прошли в Норвике. Компания «Люмен» подписала контракт на 2,5 млрд долл. с портом. "
    "Казахстан купит 340 вагонов за 900 млн тенге. Порт отказался.",
    language="ru",
)


def english(**changes: Any) -> dict[str, Any]:
    sound: dict[str, Any] = {
        "evidence": [2, 3], "text": "Lumen Rail will build a track.",
        "instrument": "letter_of_intent", "status": "signed",
        "parties": [{"verbatim": "Lumen Rail", "name": "Lumen Rail", "role": "supplier", "country": None}],
        "values": [money("more than $2.5 billion") | {"qualifier": "more_than"}],
        "deliverables": [{"verbatim": "340 km of track", "item": "track", "quantity": "340", "unit": "km"}],
        "period": None, "place": None, "sector": None,
    }  # fmt: skip
    return sound | changes


def russian(**changes: Any) -> dict[str, Any]:
    return english(
        parties=[], deliverables=[{"verbatim": "340 вагонов", "item": "вагон", "quantity": "340", "unit": None}],
        values=[money("2,5 млрд долл.")], instrument="contract", text="Контракт.",
    ) | changes  # fmt: skip


def changed(item: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """The item with another value at a path such as ``values.0.amount``."""
    item = copy.deepcopy(item)
    *steps, last = path.split(".")
    at: Any = item
    for step in steps:
        at = at[int(step) if step.isdigit() else step]
    at[last] = value
    return item


PARTY, VALUE, THING = "parties.0", "values.0", "deliverables.0"
YUAN = english(values=[money("CNY 900 million", "900000000") | {"currency": "CNY"}])
ROUBLES = english(
    evidence=[2, 3, 6], values=[money("70 million roubles", "70000000") | {"currency": "RUB"}]
)
ONE = english(deliverables=[])
POUNDS = english(values=[money("£5 million", "5000000") | {"currency": "GBP", "per": "year"}])

# item, where, the variant, what it is read as
SAME = [
    *[(english(), "evidence", variant, [2, 3]) for variant in (
        "2-3", "2–3", "2, 3", "2,3", "2; 3", "2 and 3", "2 & 3", "[2, 3]", "[2], [3]", "[2][3]",
        "[2] and [3]", "(2), (3)", "Sentences 2-3", "sentences 2 and 3", "Sentence 2, sentence 3",
        "#2, #3", "S2, S3", "２、３", "第2句、第3句", "No. 2-3", "2…3", "предложения 2 и 3", "Sätze 2 und 3",
        "phrases 2 et 3", "2.0, 3.0", ["2-3"], ["2, 3"], [[2, 3]], [[2], [3]], [2.0, 3.0], ["2", "3"],
        ["[2]", "[3]"], ["(2)", "(3)"], ["#2", "#3"], ["Sentence 2", "Sentence 3"], ["２", "３"],
        [{"number": 2}, {"number": 3}], [{"sentence": 2, "start": 24, "end": 99}, {"sentence": 3}],
        [{"id": "2", "text": "Lumen Rail signed"}, 3], [{"sentence": "Lumen Rail signed", "number": 2}, 3],
        {"numbers": [2, 3]}, ["sentence: 2", "[3]."], ["2", 3, 3],
    )],
    *[(ONE, "evidence", variant, [2]) for variant in (
        2, 2.0, "2", "２", "[2]", "(2)", "#2", "Sentence 2", {"number": 2}, [[2]],
    )],
    *[(russian(), "evidence", variant, [2, 3]) for variant in ("2 и 3", "предложение 2, предложение 3", "№2-3")],
    *[(english(), f"{VALUE}.amount", variant, "2500000000") for variant in (
        "2,500,000,000", "2 500 000 000", "2\u00a0500\u00a0000\u00a0000", "2'500'000'000", "2.5e9", "2.5E+9",
        "2.5 billion", "2.5bn", "$2.5 billion", "$2,500,000,000", "2500000000 USD", "USD 2.5 billion",
        "2.5 billion US dollars", "2,500 million", "two and a half billion", "more than 2.5 billion",
        "２５００００００００", "2,500,000,000.00", 2500000000, 2.5e9, ["2500000000"],
    )],
    *[(russian(), f"{VALUE}.amount", variant, "2500000000") for variant in (
        "2,5 млрд", "2.5 billion", "2,5 миллиарда долларов", "2 500 000 000",
    )],
    *[(english(), f"{THING}.quantity", variant, "340") for variant in (
        "340 km", "340km", "340 kilometres", "three hundred and forty", 340, 340.0, "340 km of track", " 340 ", "٣٤٠",
    )],
    *[(english(), f"{VALUE}.upper", variant, None) for variant in ("", "null", "N/A", "None", "-", "—", "not stated")],
    *[(english(), f"{VALUE}.currency", variant, "USD") for variant in (
        "US$", "$", "dollars", "Dollars", "US dollars", "U.S. dollars", " USD ", "usd", "dollar", ["USD"],
    )],
    *[(russian(), f"{VALUE}.currency", variant, "USD") for variant in ("долл.", "доллары", "долларов США", "dollars")],
    *[(YUAN, f"{VALUE}.currency", variant, "CNY") for variant in ("RMB", "CNH", "yuan", "rmb", "Chinese yuan")],
    *[(ROUBLES, f"{VALUE}.currency", variant, "RUB") for variant in ("RUR", "rur")],
    *[(POUNDS, f"{VALUE}.currency", variant, "GBP") for variant in ("pounds", "£", "pounds sterling", "British pounds")],
    *[(english(), f"{PARTY}.country", variant, "KZ") for variant in (
        "KZ", "kz", " KZ ", "Kazakhstan", "KAZ", "Казахстан", "Қазақстан", "哈萨克斯坦", "Kasachstan", "KAZAKHSTAN", "كازاخستان",
    )],
    *[(english(), f"{PARTY}.country", variant, "GB") for variant in ("UK", "United Kingdom", "U.K.", "Great Britain", "GBR")],
    *[(english(), f"{PARTY}.country", variant, "US") for variant in ("USA", "U.S.", "the United States", "США", "United States of America")],
    *[(english(), f"{PARTY}.country", variant, "EU") for variant in ("EU", "European Union", "Европейский союз", "ЕС")],
    *[(english(), f"{PARTY}.country", variant, None) for variant in ("", "null", "N/A", "n/a", "unknown")],
    *[(english(), "instrument", variant, "letter_of_intent") for variant in (
        "letter of intent", "letter-of-intent", "Letter of Intent", "LETTER_OF_INTENT", "letter_of_intent.", ["letter_of_intent"],
    )],
    *[(english(), "status", variant, "signed") for variant in ("Signed", "SIGNED", " signed ", "signed.", '"signed"')],
    *[(english(), f"{VALUE}.qualifier", variant, "more_than") for variant in ("more than", "More than", "more-than", "MORE_THAN")],
    *[(english(), f"{VALUE}.per", variant, "total") for variant in ("Total", "TOTAL")],
    *[(english(), f"{PARTY}.role", variant, "supplier") for variant in ("Supplier", "supplier ")],
    *[(english(), name, variant, None) for name in ("period", "place", "sector") for variant in ("", "null", "N/A", "None")],
    *[(english(), f"{PARTY}.name", variant, None) for variant in ("", "null", "Not Named", "nicht genannt", "non précisé")],
    *[(russian(), "place", variant, None) for variant in (
        "не указано", "Не указано.", "нет данных", "неизвестно", "көрсетілмеген", "not stated", "н/д", "-",
    )],
    *[(english(), name, variant, None) for name in ("period", f"{PARTY}.country", f"{VALUE}.upper") for variant in (
        "未提及", "غير محدد", "no especificado", "non specificato", "belirtilmemiş", "белгісіз", "noma’lum", "記載なし",
        "k. A.", "(not stated)", "?",
    )],
    *[(english(), f"{THING}.unit", variant, None) for variant in ("", "N/A")],
    *[(english(), f"{THING}.unit", variant, "12") for variant in (12,)],
    *[(english(), name, None, []) for name in ("parties", "values", "deliverables")],
    *[(english(), name, english()[name][0], english()[name]) for name in ("parties", "values", "deliverables")],
    *[(english(), f"{PARTY}.verbatim", variant, "Lumen Rail") for variant in (
        '"Lumen Rail"', "“Lumen Rail”", "«Lumen Rail»", "[2] Lumen Rail", "Lumen Rail…", "…Lumen Rail…", "Lumen Rail...",
        '[2] "Lumen Rail…"', "'Lumen Rail'",
    )],
]  # fmt: skip
CASES = [
    pytest.param(*case, id=f"{case[1]} {json.dumps(case[2], ensure_ascii=False)}") for case in SAME
]


def article_of(item: dict[str, Any]) -> Article:
    return RU if item["text"] == "Контракт." else EN


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    """One for all rows."""
    with Desk() as made:
        yield made


@pytest.mark.parametrize(("item", "path", "variant", "meant"), CASES)
def test_a_variant_is_read(item: dict[str, Any], path: str, variant: Any, meant: Any) -> None:
    """The item says what it says when written as asked for, and a note tells."""
    of = article_of(item)
    (candidate,) = read(reply(changed(item, path, variant)), SummitSummary, Index(of))
    plain = Deal.model_validate(changed(item, path, meant), context={"article": of})
    assert candidate.sound
    assert isinstance(deal := candidate.item, Deal)
    code = {"checks", "notes", "unread", "verdict"}
    assert deal.model_dump(exclude=code) == plain.model_dump(exclude=code)
    assert bool(deal.notes) == (variant != meant and not is_taken_by_the_schema(variant, path))


@pytest.mark.heavy
@pytest.mark.parametrize(("item", "path", "variant", "meant"), CASES)
def test_a_variant_is_taken_with_one_request(
    desk: Desk, item: dict[str, Any], path: str, variant: Any, meant: Any
) -> None:
    """Nothing is asked again, and the item is as if it had been written as asked for."""
    sent, asked = (completion(reply(changed(item, path, each))) for each in (variant, meant))
    summary, requests = desk.read(article_of(item), sent)
    assert len(requests) == 1
    assert summary.rejected == []
    (deal,), (plain,) = summary.deals, desk.read(article_of(item), asked)[0].deals
    assert deal.model_copy(update={"notes": []}) == plain.model_copy(update={"notes": []})


def is_taken_by_the_schema(variant: Any, path: str) -> bool:
    """What needs no reading: numbers as numbers, blanks around the verbatim or an amount."""
    return (isinstance(variant, int | float) and path.rpartition(".")[2] not in ("unit", "evidence")) or variant in (
        " 340 ", [2.0, 3.0])  # fmt: skip


OPEN = [
    *[(english(), "evidence", variant) for variant in (
        "2 or 3", "3-2", "2 3", "0", "0-3", "2-99", "paragraph 2", "about 2", "two", "2.5", "-2", "", None, [], True,
        "Lumen Rail signed a letter of intent", [None], {"from": 2, "to": 3}, [{"start": 24, "end": 99}], ["2 or 3"], "2/3",
    )],
    *[(english(), f"{VALUE}.amount", variant) for variant in (
        "2.5", "3 or 4", "2-3 billion", "several billion", "$2.5 billion or €2 billion", "€2.5 billion", "-2500000000",
        "2.5%", "2.5 billion (2.1 billion)", True, {"value": 2500000000}, "x" * 500,
    )],
    *[(english(), f"{THING}.quantity", variant) for variant in ("$340", "340 or 350", "A340", "300 to 340", "many")],
    *[(english(), f"{VALUE}.currency", variant) for variant in ("pounds", "kroner", "money", "dollars or euros", "XAU", "US", 7)],
    *[(english(), f"{PARTY}.country", variant) for variant in ("Norvik", "Congo", "SU", "ZZ", "Kazakhstan and Norvik", "Central Asia")],
    *[(english(), "instrument", variant) for variant in ("MoU", "letter", "", None, "intent of letter")],
    *[(english(), "status", variant) for variant in ("подписан", "signed or agreed", "", "unsigned")],
    *[(english(), f"{PARTY}.verbatim", variant) for variant in ("", "…", None, "[2]", 7, "Lumen … Rail", "«Люмен»")],
    *[(english(), "parties", variant) for variant in (["Lumen Rail"], "Lumen Rail")],
    *[(english(), "values", variant) for variant in ("$2.5 billion", ["$2.5 billion"])],
]  # fmt: skip
OPEN_CASES = [pytest.param(*case, id=f"{case[1]} {json.dumps(case[2])[:60]}") for case in OPEN]


@pytest.mark.heavy
@pytest.mark.parametrize(("item", "path", "variant"), OPEN_CASES)
def test_what_may_mean_two_things_is_asked_again(
    desk: Desk, item: dict[str, Any], path: str, variant: Any
) -> None:
    """A second request, which tells what was wrong and where; nothing is guessed."""
    sent = completion(reply(changed(item, path, variant)))
    summary, requests = desk.read(EN, sent, completion(reply(item)))
    assert len(requests) == 2
    assert len(summary.deals) == 1
    field = path.partition(".")[0]
    assert field in requests[1].body["messages"][-1]["content"]


UNSTATED = [
    (code, words) for code in LANGUAGES for words in LANGUAGES[code].text.unstated.split("|")
]


@pytest.mark.parametrize(("code", "words"), UNSTATED, ids=[" ".join(each) for each in UNSTATED])
def test_what_is_left_out_is_so_in_every_language(code: str, words: str) -> None:
    """As it is written, or as the first words of a sentence are; and in any article."""
    for variant in (words, words.capitalize(), f"{words}."):
        item, notes = mend(english(place=variant), Deal, Index(EN))
        assert item["place"] is None, variant
        assert notes == [f"place: “{variant}” read as null"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("The ship Unknown left Norvik.", "Unknown"), ("Судно «Неизвестно» ушло.", "Неизвестно"),
     ("The film None of Norvik was shown.", "None")],
)  # fmt: skip
def test_what_the_article_says_is_left_out_by_nobody(text: str, words: str) -> None:
    """A name is one, also if it is called like nothing; beside it, signs and blanks still are none."""
    index = Index(Article.from_text(text + " - so it is said."))
    party = {"verbatim": words, "name": words, "role": "other", "country": "-"}
    item, notes = mend(english(parties=[party], place="—"), Deal, index)
    assert item["parties"] == [{**party, "country": None}]
    assert item["place"] is None
    assert len(notes) == 2


@pytest.mark.parametrize("variant", [None, "", "null", "N/A", "not stated", "—", []])
def test_who_speaks_may_be_told_nowhere(variant: Any) -> None:
    """No sentence is an empty list, however it is written; what rests on none is still refused."""
    said = {"evidence": [4], "text": "", "attribution": variant}
    item, notes = mend(said, Quoted, Index(EN))
    assert item["attribution"] == []
    assert len(notes) == (variant != [])
    (candidate,) = read(reply(english(evidence=variant)), SummitSummary, Index(EN))
    assert candidate.item is None


@pytest.mark.parametrize(
    ("date", "published", "meant"),
    [
        ("--10-12", "2025-10-14", "2025-10-12"),
        ("--12-30", "2026-01-02", "2025-12-30"),
        ("--01-02", "2025-12-30", "2026-01-02"),
        ("--10", "2025-10-14", "2025-10"),
        ("--02-29", "2024-03-01", "2024-02-29"),
        ("--02-29", "2026-03-01", "--02-29"),
        ("--10-12", None, "--10-12"),
        ("--10-12/--10-14", "2025-10-14", "2025-10-12/2025-10-14"),
        ("--12-30/--01-02", "2026-01-01", "2025-12-30/2026-01-02"),
        ("2024-10-12", "2025-10-14", "2024-10-12"),
        ("2025-10-12T09:00/2025-10-14T18:00", None, "2025-10-12/2025-10-14"),
    ],
)
def test_a_day_without_a_year_is_the_nearest(date: str, published: str | None, meant: str) -> None:
    """To the article's, which a note says; without that it stays without a year."""
    of = Article.from_text("They met in Norvik.", published=published)
    summit = {"verbatim": "Norvik", "name": None, "evidence": [1], "place": None, "date": date}
    (read_,) = read({**reply(), "summit": summit}, SummitSummary, Index(of))
    assert isinstance(read_.item, Summit)
    assert read_.item.date == meant
    assert bool(read_.item.notes) == (date != meant)


class Ruling(Grounded):
    """A decision whose stage may be open."""

    stage: Literal["unknown", "final"] | None


def test_a_choice_is_none_of_the_words_for_nothing() -> None:
    """What a schema offers is taken as chosen, whatever it is called."""
    item, notes = mend({"evidence": [1], "text": "", "stage": "unknown"}, Ruling, Index(EN))
    assert (item["stage"], notes) == ("unknown", [])
    item, _ = mend({"evidence": [1], "text": "", "stage": "not stated"}, Ruling, Index(EN))
    assert item["stage"] is None


FALSE = [
    ("another number in words", f"{VALUE}.amount", "3.5 billion", "amount"),
    ("another scale", f"{VALUE}.amount", "2.5 million", "amount"),
    ("another currency", f"{VALUE}.currency", "euros", "currency"),
    ("another quantity", f"{THING}.quantity", "430 km", "quantity"),
    ("another sentence", "evidence", "Sentence 4", "verbatim"),
    ("another hedge", f"{VALUE}.qualifier", "Less than", "qualifier"),
    ("other words", f"{PARTY}.verbatim", '"Lumen Railways"', "verbatim"),
]


@pytest.mark.parametrize(
    ("path", "variant", "kind"), [pytest.param(*c[1:], id=c[0]) for c in FALSE]
)
def test_a_false_claim_stays_false_once_it_is_read(path: str, variant: Any, kind: str) -> None:
    """What was mended is checked as any other, and no mend makes it one to rely on."""
    content = reply(changed(english(), path, variant))
    (candidate,) = read(content, SummitSummary, Index(EN))
    assert candidate.item is not None
    verdicts = [check.verdict for check in candidate.item.checks if check.kind == kind]
    assert not {*verdicts} <= {"exact", "normalised", "computed"}


def test_notes_are_shown_in_one_line_and_count_for_no_verdict(desk: Desk) -> None:
    """Every view has them; the verdict is that of the item as it should have been written."""
    mended = changed(changed(english(), "evidence", "2-3"), f"{VALUE}.currency", "US$")
    summary, plain = (desk.read(EN, completion(reply(each)))[0] for each in (mended, english()))
    assert summary.deals[0].notes == [
        "evidence: “2-3” read as [2, 3]",
        "values[0].currency: “US$” read as USD",
    ]
    assert plain.deals[0].notes == []
    assert summary.deals[0].verdict == plain.deals[0].verdict
    line = "note: evidence: “2-3” read as [2, 3]; values[0].currency: “US$” read as USD"
    assert line in to_text(summary, width=200)
    assert line in to_html(summary)
    assert line in to_markdown(summary).replace("\\", "")
    assert line.removeprefix("note: ") in to_csv(summary, "deals")
    assert SummitSummary.model_validate_json(summary.model_dump_json()) == summary


def test_notes_are_hidden_from_the_model() -> None:
    """The schema on the wire knows nothing of them, and a model that writes some is not heard."""
    assert "notes" not in json.dumps(SummitSummary.wire_schema())
    mended, notes = mend(english(notes=["all is well"]), Deal, Index(EN))
    item = Deal.model_validate(mended, context={"article": EN})
    assert (item.notes, notes) == ([], [])


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ["evidence", "Values", "amount", "verbatim", "sentence", "currency", "country"]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@pytest.mark.heavy
@given(st.dictionaries(st.sampled_from(Deal.visible_fields()), ANY))
def test_whatever_is_given_mending_never_fails_and_is_done_once(raw: dict[str, Any]) -> None:
    """What was mended needs no mending, and the model's own item is left alone."""
    before = copy.deepcopy(raw)
    mended, _ = mend(raw, Deal, Index(EN))
    assert repr(raw) == repr(before)
    again, notes = mend(mended, Deal, Index(EN))
    assert (repr(again), notes) == (repr(mended), [])


# --- what nobody means by it ---------------------------------------------------------------------

OF = Article.from_text(" ".join(f"They met on day {day}." for day in range(1, 1_001)))


def _nested(depth: int, value: Any) -> Any:
    for _ in range(depth):
        value = {"sentence": value}
    return value


@pytest.mark.parametrize(
    "evidence",
    [_nested(44, 1), _nested(44, [1]), float("inf"), float("-inf"), float("nan"), 1e300, [1e999], ["1-1000"], ["1-400", "401-800"], "1-900"],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_what_is_too_much_is_left_as_it_is(evidence: Any) -> None:
    """It ends, raises nothing, and comes to no more numbers than a reply may hold."""
    item, notes = mend({"evidence": evidence, "text": "They met."}, Deal, Index(OF))
    assert item["evidence"] is evidence
    assert notes == []


def test_a_note_is_short_on_both_sides() -> None:
    """Whatever was read, and as whatever."""
    long = {"verbatim": "x" * 500, "item": "y" * 500}
    _, (note,) = mend({"evidence": [1], "text": "", "deliverables": long}, Deal, Index(OF))
    assert len(note) < 200


@pytest.mark.parametrize("key", ["Evidence", "EVIDENCE"])
def test_a_key_in_another_spelling_is_noted(key: str) -> None:
    """It is read as the field's own, and the note says so."""
    item, notes = mend({key: [1], "text": ""}, Deal, Index(OF))
    assert item == {"evidence": [1], "text": ""}
    assert notes == [f"the item: “{key}” read as evidence"]


def test_a_key_of_a_part_in_another_spelling_is_noted() -> None:
    """With the place of the part."""
    raw = {"evidence": [1], "text": "", "parties": [{"Verbatim": "They", "countryCode": None}]}
    item, notes = mend(raw, Deal, Index(OF))
    assert item["parties"] == [{"verbatim": "They", "countryCode": None}]
    assert notes == ["parties[0]: “Verbatim” read as verbatim"]


@pytest.mark.parametrize(
    "keys", [("Evidence", "EVIDENCE"), ("EVIDENCE", "Evidence"), ("evidence", "Evidence")]
)
def test_two_keys_for_one_field_may_mean_two_things(keys: tuple[str, str]) -> None:
    """Neither is taken for the other, in whatever order they stand."""
    raw = {**dict(zip(keys, ([1], [2]), strict=True)), "text": ""}
    item, notes = mend(raw, Deal, Index(OF))
    assert item == raw
    assert notes == []
