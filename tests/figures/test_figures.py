"""Sums read from text: the cases are data, in figures.json.

A case is [text, sums, other figures]; the last may be left out.  A figure is written as
"amount CUR", a range as "low..high CUR", several readings as "3000|3", several currencies as
"CNY/JPY"; then, unless it is the usual one, its kind, its hedge and its period.

The batches "second" and "third" were written before the code had seen them, and read right at first
sight in 75 of 88 and 41 of 47 cases; "guards" are there because nothing else noticed a fault, and
"fourth" is what readers of unseen articles found wrong, each with its variants.  "seventh" is how
words join a number in all languages, beside what looks like it and joins none; "eighth" are sums in
words that were written before the code had seen them, 176 of 180 of them read right at first sight.  "ninth" is
what public suites and readers found: misprints, small change, hedges behind a sum and denied ones; "tenth" is
what was left of them: one of a thing and its hundredths, spoken decimals at both ends of a range.
"""

from __future__ import annotations

import json
import re
import sys
from decimal import Decimal, localcontext
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from notation import stated

from summariser.figures import country_code, find_figures, find_sums, is_country, is_currency

CASES = json.loads(Path(__file__).with_name("figures.json").read_text("utf-8"))


def listed(*batches: str) -> list[Any]:
    return [
        pytest.param(None if language == "none" else language, *case[:2], case[2:], id=case[0])
        for batch in batches
        for language, cases in CASES[batch].items()
        for case in cases
    ]


def check(language: str | None, text: str, sums: list[str], others: list[list[str]]) -> None:
    figures = find_figures(text, language)
    assert [stated(figure) for figure in figures if figure.kind == "money"] == sums
    if others:
        assert [stated(figure) for figure in figures if figure.kind != "money"] == others[0]


@pytest.mark.parametrize(
    ("language", "text", "sums", "others"),
    listed(
        "first",
        "second",
        "third",
        "guards",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
    ),
)
def test_sums_are_read(
    language: str | None, text: str, sums: list[str], others: list[list[str]]
) -> None:
    """Each text states exactly the sums, and where they are listed the figures, of its case."""
    check(language, text, sums, others)


@pytest.mark.parametrize(
    "text", ["XX$5 million", "QZD$5 million", "5 million $QX", "Z$5m", "NTD$5bn", "Xy£5m", "XY¥5bn"]
)
def test_letters_nobody_knows_leave_the_currency_open(text: str) -> None:
    """A sign with unknown letters beside it is some country's money, but not one to rely on."""
    (figure,) = find_sums(text, "en")
    assert len(figure.currencies) > 1


@pytest.mark.xfail(strict=True, reason="known: not read as a reader would")
@pytest.mark.parametrize(("language", "text", "sums", "others"), listed("known_failures"))
def test_known_failures(
    language: str | None, text: str, sums: list[str], others: list[list[str]]
) -> None:
    """What the grammar still gets wrong is known, and noticed once it is right."""
    check(language, text, sums, others)


@pytest.mark.parametrize(
    ("language", "text", "spans"),
    [
        ("ru", "около 2,5 млрд. долл. США, или €2 млрд", ["2,5 млрд. долл. США", "€2 млрд"]),
        ("kk", "17 миллиардтан астам доллар бөлінді", ["17 миллиардтан астам доллар"]),
        ("kk", "17 млрд доллардан астам", ["17 млрд доллардан"]),
        ("en", "up to US$1.2bn a year", ["US$1.2bn"]),
        ("en", "İİ about $5 and ($7)", ["$5", "$7"]),
        ("zh", "投资约25亿多美元左右", ["25亿多美元"]),
        ("ar", "نحو مليارَيْ دولار أمريكي.", ["مليارَيْ دولار أمريكي"]),
        ("ru", "сумма 3\u00ad000\u200b\u202f000 и 5\u00ad0 млн евро", ["5\u00ad0 млн евро"]),
        ("de", "zwischen 2 und 3 Mrd. Euro", ["2 und 3 Mrd. Euro"]),
    ],
)
def test_spans_are_cut_from_the_text_as_given(language: str, text: str, spans: list[str]) -> None:
    """A span holds number, scale and currency of the original, invisible characters included."""
    assert [text[figure.start : figure.end] for figure in find_sums(text, language)] == spans


@pytest.mark.parametrize(
    ("language", "text", "qualifiers"),
    [
        ("ru", "почти 3 млрд евро", {"approximately", "less_than"}),
        ("ru", "кредит до 3 млрд евро", {"up_to"}),
        ("fr", "un crédit jusqu'à 3 milliards d'euros", {"up_to"}),
        ("fr", "le coût a grimpé de 8 % jusqu'à 3 milliards d'euros", {"exact"}),
        ("fr", "le coût a grimpé de près de 8 %, jusqu’à 3 milliards d'euros", {"exact"}),
        ("fr", "le coût a grimpé jusqu'à 3 milliards d'euros", {"exact", "up_to"}),
        ("en", "a loan of up to €3 billion", {"up_to"}),
        ("en", "the cost rose by 8% up to €3 billion", {"exact"}),
        ("en", "the cost climbed nearly 8%, up to €3 billion", {"exact"}),
        ("en", "the cost may rise up to €3 billion", {"exact", "up_to"}),
        ("it", "il costo è salito dello 0,4 per cento fino a 3 miliardi di euro", {"exact"}),
        ("it", "il costo è salito dell’8 per cento fino a 3 miliardi di euro", {"exact"}),
        ("it", "il costo è salito di circa l’8 per cento fino a 3 miliardi di euro", {"exact"}),
        ("ru", "экспорт вырос до 3 млрд евро", {"exact"}),
        ("ru", "прибыль снизилась на 8,4 раза — до 3 млрд евро", {"exact"}),
        ("ru", "рост позволит привлечь до 3 млрд евро", {"exact", "up_to"}),
        ("ru", "расходы не превысят 3 млрд евро", {"up_to", "less_than"}),
        ("en", "just under $3bn", {"less_than", "approximately"}),
        ("de", "übersteigt 3 Mrd. Euro nicht", {"up_to", "less_than"}),
        ("ru", "примерно от 2 до 3 млрд евро", {"range", "approximately"}),
        ("ja", "3億ドル以上", {"at_least"}),
        ("zh", "3亿多美元", {"more_than", "approximately"}),
        ("de", "ein Auftrag über 3 Mio. Euro", {"more_than", "exact"}),
        ("en", "a port estimated to be worth $3bn", {"approximately", "exact"}),
        ("it", "3 milioni di euro più un'azione", {"exact", "more_than"}),
        ("es", "algo más del 3 millones de euros", {"approximately", "more_than"}),
        ("es", "inferior al 3 millones de euros", {"less_than"}),
        ("fr", "près des 3 millions d'euros", {"approximately", "less_than"}),
        ("tr", "3 milyon euroya yaklaştı", {"approximately", "less_than"}),
        ("en", "its aid for ports was limited by law to $3bn", {"exact", "up_to"}),
        ("en", "its aid, limited by law, is $3bn", {"exact"}),
        ("de", "die Hilfe wird auf 3 Mio. Euro begrenzt, und zwar 3 Mio. Euro", {"exact"}),
        ("ru", "помощь ограничили суммой 3 млрд евро", {"exact", "up_to"}),
        ("fr", "une aide plafonnée par la loi à 3 milliards d'euros", {"exact", "up_to"}),
        (
            "en",
            "They estimated the damage to the port and the bridge at $3bn",
            {"approximately", "exact"},
        ),
        ("en", "They estimated the damage. The port cost $3bn", {"exact"}),
        ("de", "den Schaden schätzt der Hafen auf 3 Mio. Euro", {"approximately", "exact"}),
        ("fr", "une dette évaluée à 3 milliards d'euros", {"approximately", "exact"}),
        ("es", "un puerto valorado en 3 millones de euros", {"approximately", "exact"}),
        ("it", "i danni sono stati valutati a 3 milioni di euro", {"approximately", "exact"}),
        ("ru", "источник оценивал порт в 3 млрд евро", {"approximately", "exact"}),
        ("tr", "3 milyon euro düzeyindeki payı", {"approximately", "exact"}),
        ("uz", "liman 3 million yevro deb baholandi", {"approximately", "exact"}),
        ("ar", "وتقدر الخسائر بثلاثة ملايين يورو أو 3 ملايين يورو", {"approximately", "exact"}),
        ("zh", "港口估值3亿美元", {"approximately", "exact"}),
        ("ja", "損害は推計3億ドル", {"approximately", "exact"}),
        ("zh", "出资不超过港口总股本的3亿美元", {"up_to", "less_than"}),
        (
            "ru",
            "увеличил выручку от игристых вин на 2,8 раза по сравнению с уровнем 2015 г. - до 3 млрд евро",
            {"exact", "up_to"},
        ),
        ("ru", "поднимут с 2 млрд евро до 3 млрд евро", {"exact"}),
    ],
)
def test_every_label_that_suits_a_hedge_is_accepted(
    language: str, text: str, qualifiers: set[str]
) -> None:
    """A hedge that two honest readers would label differently carries both labels."""
    figure = find_sums(text, language)[-1]
    assert figure.qualifiers == qualifiers
    assert figure.qualifier in qualifiers


@given(
    st.text(
        st.characters() | st.sampled_from("0123456789 .,-–$€млрддолларов億亿万元مليار\u00ad\ud800")
    )
)
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    """Whatever the text, figures lie inside it, in order, none overlapping, all finite."""
    end = 0
    for figure in find_figures(text):
        assert end <= figure.start < figure.end <= len(text)
        assert figure.readings
        for reading in figure.readings:
            assert reading.amount.is_finite()
            assert reading.upper is None or reading.amount < reading.upper
        assert figure.qualifier in figure.qualifiers
        end = figure.end


PIECES = """
2,5|17|1.500|3,000|½|二十五|млрд|миллиард|million|bn|k|m|億|亿|万|долларов|$|€3|US$|元|%|-| – |до|to
от|between|and|и|و|مليار|ونصف|half|a|hundred|астам|дейін|a year|2027|C5+1|1e5|с половиной
несколько|\u00ad|.|,|\u200b|(|)|не|превышает|third|of|a|each|/|руб.|бен|аралығында|емес|两|个
"""


@pytest.mark.heavy
@given(
    st.lists(st.sampled_from(re.split(r"[|\n]", PIECES))),
    st.sampled_from(["", " "]),
    st.sampled_from(["ru", "de", None]),
)
@settings(max_examples=300, deadline=None)
def test_any_order_of_its_own_words_can_be_read(
    pieces: list[str], between: str, language: str | None
) -> None:
    """The grammar's own words in any order give ordered spans and finite amounts as well."""
    text, end = between.join(pieces), 0
    for figure in find_figures(text, language):
        assert end <= figure.start < figure.end <= len(text)
        assert all(reading.amount.is_finite() for reading in figure.readings)
        end = figure.end


@given(st.integers(2, 999), st.sampled_from([("млн", 6), ("млрд", 9), ("трлн", 12)]))
def test_an_amount_survives_the_round_trip(number: int, scale: tuple[str, int]) -> None:
    """A sum written with any number and scale is read back to the unit."""
    (figure,) = find_sums(f"на {number} {scale[0]} тенге", "ru")
    assert [reading.amount for reading in figure.readings] == [Decimal(number).scaleb(scale[1])]


def test_amounts_do_not_depend_on_the_callers_decimal_context() -> None:
    """A caller who works with three digits still gets every digit of a sum."""
    with localcontext() as context:
        context.prec = 3
        (figure,) = find_sums("$1,234,567.89", "en")
    assert str(figure.readings[0].amount) == "1234567.89"


def count_calls(text: str) -> int:
    """How many Python calls it takes to read this: a clock that other processes do not disturb."""
    calls = 0

    def tick(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(tick)
    try:
        find_figures(text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.heavy
@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "1,",
        "5 млн ",
        "2-",
        "2 до ",
        "5 thousand ",
        "one ",
        "между 2 и ",
        "$",
        "2-ден ",
        "1万",
        "و",
        "5 (пять) ",
        "(5 ",
        "of a ",
        "не более 5 ",
        "каждый ",
        "жылына ",
        "two, ",
        "a fifth of ",
    ],
)
def test_reading_takes_steps_in_proportion_to_the_text(piece: str) -> None:
    """An article of nothing but numbers, ten times as long, takes ten times the work."""
    find_figures(piece)
    assert count_calls(piece * 2000) < 12 * count_calls(piece * 200) + 1000


@pytest.mark.parametrize("piece", ["dreizehn", "achtzehn", "ventuno", "onbir", "elf"])
def test_a_word_of_a_thousand_numerals_is_none(piece: str) -> None:
    """Its pieces overlap; it is read, in whatever language, before the universe ends."""
    assert find_figures(piece * 1_000 + "x", "ru") == []


def test_a_number_of_a_million_digits_is_no_sum() -> None:
    """Absurd amounts are left alone, whichever way they are written."""
    for text in (
        "9" * 1_000_000 + " долларов",
        "$1" + ",000" * 100_000,
        "1e300 dollars",
        "10^300 $",
    ):
        assert find_sums(text) == []


@pytest.mark.parametrize(
    ("code", "known"),
    [("USD", True), ("KZT", True), ("BYN", True), ("usd", False), ("XAU", False), ("RMB", False)],
)
def test_currency_codes(code: str, known: bool) -> None:
    """Codes of money in use are known; metals, slang and lower case are not."""
    assert is_currency(code) is known


@pytest.mark.parametrize(
    ("words", "language", "code"),
    [
        ("AB", "tr", "EU"),
        ("AB", "en", None),
        ("AB", None, None),
        ("ab", "de", None),
        ("ABD", "tr", "US"),
        ("ABD", "en", None),
        ("BAE", "tr", "AE"),
        ("BAE", "en", None),
        ("BAA", "uz", "AE"),
        ("BAA", "en", None),
        ("EU", "tr", "EU"),
        ("USA", "it", "US"),
        ("U.S.", "ru", "US"),
        ("UAE", None, "AE"),
        ("UK", "fr", "GB"),
        ("США", "en", "US"),
        ("АҚШ", "kk", "US"),
        ("Almanya", "en", "DE"),
        ("Congo", "en", None),
        ("Norvik", "tr", None),
    ],
)
def test_an_abbreviation_of_a_country_is_its_languages_own(
    words: str, language: str | None, code: str | None
) -> None:
    """Turkish AB is the European Union and a Swedish company's form; USA is the same anywhere."""
    assert country_code(words, language) == code


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("KZ", True),
        ("TW", True),
        ("XK", True),
        ("EU", False),
        ("UK", False),
        ("ZZ", False),
        ("kz", False),
    ],
)
def test_country_codes(code: str, known: bool) -> None:
    """Countries and territories are known; unions, slips and placeholders are not."""
    assert is_country(code) is known
