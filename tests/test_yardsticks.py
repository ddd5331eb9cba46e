"""`benchmarks/yardsticks.py` reads each suite in the suite's own format, of which these are a line or two."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from extras import needs

pytestmark = pytest.mark.heavy  # a process each

ROOT = Path(__file__).parent.parent

RECOGNIZERS = [
    {
        "Input": "the harbour cost $ 12 million",
        "Results": [
            {"Text": "$ 12 million", "Resolution": {"value": "12000000", "unit": "Dollar"}}
        ],
    },
    {
        "Input": "a fee of 9 euros",
        "Results": [{"Text": "7 euros", "Resolution": {"value": "7", "isoCurrency": "EUR"}}],
    },
    {
        "Input": "a fine of US$5",
        "Results": [{"Text": "US$5", "Resolution": {"value": "5", "unit": "Japanese yen"}}],
    },
    {"Input": "nobody paid", "Results": [{"Resolution": {"value": "4", "unit": "Euro"}}]},
    {"Input": "a gift of 8 euros", "Results": []},
    {"Input": "not answered: 8 euros", "Results": [], "NotSupported": "python"},
    {"Input": "how many dollars", "Results": [{"Resolution": {"value": None, "unit": "Dollar"}}]},
]
DUCKLING = r"""
corpus = (testContext, testOptions, allExamples)

negativeCorpus = (testContext, testOptions, examples)
  where
    examples = [ "eleven boats" ]

allExamples = concat
  [ examples (simple EUR 20)
             [ "20 \8364"
             , "twenty euros"
             ]
  -- , examples (simple EUR 1) [ "one euro" ]
  , examples (between Dollar (3, 4e3))
             [ "between $3 and $4000" ]
  , examples (under EUR 7)
             [ "more than 7 euros" ]
  , examples (simple Unnamed 5)
             [ "five" ]
  ]
"""
PRICES = """
class Example(Price): ...

PRICE_PARSING_EXAMPLES = [
    Example("Total", "from 1.250,50 €", "€", "1.250,50", 1250.5),
    Example(None, "36", None, "36", Decimal("36")),
    Example("$", "15.00", "$", "15.00", 15),
    Example(None, "ask us", None, None, None),
]
PRICE_PARSING_EXAMPLES_XFAIL = [Example(None, "€ 1", "€", "1", 2)]
"""
KAZNERD = """\
Порт O
бес B-MONEY
миллион I-MONEY
теңге I-MONEY
алды O

Порт O
5 B-MONEY
миллион I-MONEY
теңге I-MONEY
алды O

Бүгін O
Ермек B-PERSON
Серіков I-PERSON
келді O
"""
GOLDEN = """
GOLDEN_EN_RULES_TEST_CASES = [
    ("It rains. It pours.", ["It rains.", "It pours."]),
    pytest.param("It rains. It pours.", ["It rains. It pours."], marks=pytest.mark.xfail),
]
SOMETHING_ELSE = ["It rains."]
"""


NUMBERS = [
    {
        "Input": "nine boats, 1 / 3 of them new",
        "Results": [
            {"Text": "nine", "Start": 0, "End": 3, "Resolution": {"value": "9"}},
            {"Text": "1 / 3", "Start": 12, "End": 16, "Resolution": {"value": "0.333"}},
        ],
    },
    {
        "Input": "nine boats",
        "Results": [{"Text": "nine", "Start": 0, "End": 3, "Resolution": {"value": "8"}}],
    },
]
DATED = [
    {
        "Input": f"the ferry sails {words}",
        "Results": [{"Text": words, "Value": {"Timex": timex}}],
    }
    for words, timex in (
        ("on 2 October", "XXXX-10-02"),
        ("on 2 October 2016", "2016-10-02"),
        ("on 3 October", "XXXX-10-02"),
        ("on the second", "XXXX-XX-02"),
        ("tomorrow", "2016-11-08"),
        ("on 2/10", "XXXX-10-02"),
    )
]
SENTENCES = ("Ida Ott sagte : „ Wir bauen . “", "Jan Fehr sagte : „ Wir warten . “")
SPKATT = {
    "Annotations": [
        {
            "Form": form,
            "IsNested": nested,
            "Source": [f"{sentence}:0", f"{sentence}:1"],
            "Message": [f"{sentence}:{number}" for number in range(4, 9)],
        }
        for sentence in (0, 1)
        for form, nested in (("Direct", False), ("Direct", True), ("Indirect", False))
    ],
    "Sentences": [{"Tokens": sentence.split()} for sentence in SENTENCES],
}
POLNEAR_TEXT = "“We build,” Ott said. Ott denied it."
POLNEAR = """\
T1\tContent 0 11\t“We build,”
T2\tSource 12 15\tOtt
T3\tCue 16 20\tsaid
T4\tAttribution 16 20\tsaid
E1\tAttribution:T4 Content:T1 Source:T2 Cue:T3
T5\tContent 33 35\tit
T6\tSource 22 25\tOtt
T7\tAttribution 26 32\tdenied
E2\tAttribution:T7 Content:T5 Source:T6
"""


def put(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def run(folder: Path, *options: str, peers: str = "--no-peers") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "benchmarks/yardsticks.py", folder, *filter(None, [peers]), *options],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip


def rows(folder: Path, only: str) -> dict[str, dict[str, Any]]:
    return {row["suite"]: row for row in json.loads(run(folder, "--only", only, "--json").stdout)}


def counted(row: dict[str, Any]) -> list[int]:
    return [
        row[verdict]
        for verdict in ("of", "right", "wrong_value", "wrong_currency", "missed", "spurious")
    ]


def test_what_does_not_lie_in_the_folder_is_skipped_with_a_word(tmp_path):
    done = run(tmp_path, "--only", "r")
    for name in ("Recognizers-Text", "price-parser", "KazNERD", "NEREL", "golden rules"):
        assert f"{name} is not in the folder: skipped" in done.stderr
        assert name not in done.stdout
    assert "CLDR compact" in done.stdout  # which needs no folder


@pytest.mark.parametrize(
    ("suite", "place", "text", "expected"),
    [
        ("Recognizers-Text", "Recognizers-Text/Specs/NumberWithUnit/English/CurrencyModel.json", json.dumps(RECOGNIZERS), [4, 1, 1, 1, 1, 1]),
        ("Recognizers-Text numbers", "Recognizers-Text/Specs/Number/English/NumberModel.json", json.dumps(NUMBERS), [2, 1, 1, 0, 0, 0]),
        ("Recognizers-Text dates", "Recognizers-Text/Specs/DateTime/English/DateParser.json", json.dumps(DATED), [4, 2, 1, 0, 1, 0]),
        ("texts without dates", "Recognizers-Text/Specs/Number/English/NumberModel.json", json.dumps(NUMBERS), [2, 2, 0, 0, 0, 0]),
        ("SpkAtt-2023 quotations", "SpkAtt-2023/data/dev/task2/1.json", json.dumps(SPKATT), [2, 2, 0, 0, 0, 0]),
        ("SpkAtt-2023 true speakers", "SpkAtt-2023/data/dev/task2/1.json", json.dumps(SPKATT), [2, 2, 0, 0, 0, 0]),
        ("Duckling", "duckling/Duckling/AmountOfMoney/EN/Corpus.hs", DUCKLING, [4, 3, 1, 0, 0, 0]),
        ("price-parser", "price-parser/tests/test_price_parsing.py", PRICES, [3, 3, 0, 0, 0, 0]),
        ("KazNERD", "KazNERD/KazNERD/IOB2_test.txt", KAZNERD, [2, 2, 0, 0, 0, 0]),
        ("golden rules", "pySBD/tests/lang/test_english.py", GOLDEN, [2, 1, 0, 0, 1, 0]),
    ],
)  # fmt: skip
def test_each_suite_is_read_as_it_is_written(tmp_path, suite, place, text, expected):
    put(tmp_path, place, text)
    assert counted(rows(tmp_path, re.sub(" (quotations|true.*)", "", suite))[suite]) == expected


def test_places_marked_beside_a_text_are_found(tmp_path):
    text = "Порт получил 5 млн рублей. Ермек Сериков доволен."
    sum_at, person_at = text.index("5"), text.index("Ермек")
    put(tmp_path, "NEREL/NEREL-v1.1/dev/1_text.txt", text)
    put(
        tmp_path,
        "NEREL/NEREL-v1.1/dev/1_text.ann",
        f"T1\tMONEY {sum_at} {sum_at + 12}\t5 млн рублей\nT2\tPERSON {person_at} {person_at + 13}\tЕрмек Сериков\n",
    )
    found = rows(tmp_path, "NEREL")
    assert counted(found["NEREL"])[:2] == [1, 1]
    assert counted(found["NEREL persons"])[:2] == [1, 1]


def test_what_a_suite_means_otherwise_is_counted_apart_and_named(tmp_path):
    corpus = f"""
allExamples = concat
  [ examples (simple EUR 20.05)
             [ "20 euros and 5" ]
  , examples (simple EUR 30.05)
             [ "30 euros and 5" ]
  {"".join(f', examples (simple EUR {number}) [ "{number} euros" ]' for number in range(20, 69))}
  ]
"""
    put(tmp_path, "duckling/Duckling/AmountOfMoney/EN/Corpus.hs", corpus)
    [row] = rows(tmp_path, "Duckling").values()
    assert (row["convention"], sum(row["conventions"].values())) == (2, 2)
    shown = run(tmp_path, "--only", "Duckling").stdout
    assert "Duckling: 2 of 51: a bare number behind a sum" in shown
    assert "Duckling: 2 of 51 are too many conventions" in shown


def test_a_table_for_the_docs(tmp_path):
    put(tmp_path, "pySBD/tests/lang/test_english.py", GOLDEN)
    shown = run(tmp_path, "--only", "golden", "--markdown").stdout
    assert shown.count("| golden rules | en | summariser | 2 | 1 | · | · | 1 | · | · |") == 2


def test_an_article_that_two_have_annotated_counts_once(tmp_path):
    put(tmp_path, "PolNeAR/data/dev/text/ott.txt", POLNEAR_TEXT)
    for annotator in ("1a2b", "3c4d"):
        put(tmp_path, f"PolNeAR/data/dev/attributions/ott_{annotator}.ann", POLNEAR)
    assert counted(rows(tmp_path, "PolNeAR")["PolNeAR quotations"])[:2] == [1, 1]


def test_only_the_file_of_faults_holds_sentences_of_a_suite(tmp_path):
    put(tmp_path, "pySBD/tests/lang/test_english.py", GOLDEN)
    done = run(tmp_path, "--only", "golden", "--json", "--faults", str(tmp_path / "faults.txt"))
    assert "pours" not in done.stdout
    assert "pours" in (tmp_path / "faults.txt").read_text("utf-8")


@needs("pysbd", "sentencex", "price_parser", extra="yardsticks")
def test_peers_stand_beside_ours(tmp_path):
    put(tmp_path, "pySBD/tests/lang/test_english.py", GOLDEN)
    put(tmp_path, "price-parser/tests/test_price_parsing.py", PRICES)
    shown = run(tmp_path, "--only", "g", "--markdown", peers="").stdout
    assert re.findall(r"en \| (\S+) \| 2 \| 1", shown) == [
        "summariser",
        "summariser",
        "pysbd",
        "sentencex",
    ]
    shown = run(tmp_path, "--only", "price", "--markdown", peers="").stdout
    assert "| price-parser | en | price-parser | 3 | 3 |" in shown


@pytest.mark.heavy
@needs("pymorphy3", "petrovich", "num2words", extra="yardsticks")
def test_what_lies_nowhere_is_made_and_read_back(tmp_path):
    made = {row["suite"] for row in json.loads(run(tmp_path, "--json").stdout)}
    assert made >= {"number words", "decimal words", "same person, inflected", "different persons"}
