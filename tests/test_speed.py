"""`docs/speed.md` says what was measured, and what was measured is what it says it is."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))  # last: it has names of ours

import contestants
import distinct
import loopback
import speed_page
import throughput
import tokens

from summariser import Article, SummitSummary
from summariser.checks.index import Index
from summariser.languages import LANGUAGES
from summariser.reading.candidates import read, settle

Json = dict[str, Any]


def test_the_page_is_what_the_figures_make_it() -> None:
    """Nobody writes into the tables by hand."""
    text = speed_page.PAGE.read_text("utf-8")
    assert speed_page.page(text) == text, "run: python benchmarks/speed_page.py"


# --- the articles -----------------------------------------------------------------------------


def test_no_two_articles_are_alike_and_all_languages_are_there() -> None:
    """Nearly every sentence is another one, and the same numbers give the same articles."""
    made = [*distinct.variants(170)]
    sentences = Counter(sentence for each in made for sentence in each.sentences)
    assert len(sentences) > 0.99 * sentences.total()
    assert {each.language for each in made} == set(LANGUAGES)
    assert [*distinct.variants(2, first=100)] == made[100:102]


def verdicts(text: str, reply: Json) -> tuple[int, list[str], Counter[tuple[str, str]]]:
    """How many sentences, what was rejected, and how often each check came to each verdict."""
    index = Index(article := Article.from_text(text))
    kept, rejected = settle(read(reply, SummitSummary, index), [], "not asked again")
    checks = Counter((check.kind, check.verdict) for each in kept for check in each.item.checks)
    return len(article.sentences), [each.reason for each in rejected], checks


@pytest.mark.parametrize("of", distinct.originals(), ids=lambda of: of.stem)
def test_an_article_that_is_made_is_read_as_the_one_it_is_made_from(of: distinct.Original) -> None:
    """As many sentences, nothing rejected, and of fifty checks at most one comes out otherwise."""
    sentences, rejected, checks = verdicts(tokens.text_of(of), of.reply)
    made = distinct.variant(of, 5)
    assert (sentences, rejected) == verdicts(made.text, made.reply)[:2] == (len(made.sentences), [])
    assert (checks - verdicts(made.text, made.reply)[2]).total() <= checks.total() / 50


def test_ranges_stay_ranges_and_days_stay_days() -> None:
    """Figures are changed so that what the reply says of them may still be said."""
    chinese, lakes = (
        next(of for of in distinct.originals() if of.stem == stem)
        for stem in ("hu_luntan_zh", "lakes_summit_en")
    )
    for number in range(40):
        reply = distinct.variant(lakes, number).reply
        assert 1 <= int(reply["summit"]["date"].split("-")[2]) <= 28
        both = [value for deal in reply["deals"] for value in deal["values"] if value["upper"]]
        assert all(int(value["amount"]) < int(value["upper"]) for value in both)
        assert "10月" in distinct.variant(chinese, number).text


# --- who is measured --------------------------------------------------------------------------


def whole(node: Any, definitions: Json) -> Any:
    """A schema with its references in place, and nothing that only one of the two writes."""
    if isinstance(node, list):
        return [whole(each, definitions) for each in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return whole(definitions[node["$ref"].rpartition("/")[2]], definitions)
    kinds = node.get("anyOf", [])
    if kinds and kinds[0].get("type") == "string":  # or null
        node = {**node, **kinds[0], "type": [kinds[0]["type"], "null"]}
        del node["anyOf"]
    properties = node.get("properties", {})
    node = {key: whole(value, definitions) for key, value in node.items() if key != "properties"}
    for key in ("title", "additionalProperties", "$defs"):
        node.pop(key, None)
    if properties:
        node["properties"] = {name: whole(value, definitions) for name, value in properties.items()}
    return node


def test_the_others_are_asked_for_the_same() -> None:
    """Their classes have the fields, the choices, the patterns and the descriptions of ours."""
    theirs = contestants.SummitSummary.model_json_schema()
    ours = SummitSummary.wire_schema()
    assert whole(theirs, theirs["$defs"]) == whole(ours, ours["$defs"])


def test_replies_are_served_in_each_form() -> None:
    """As content, as a tool call, and as the passages that stand in what is asked about."""
    made = next(distinct.variants(1, first=2))
    content = json.dumps(json.dumps(made.reply, ensure_ascii=False))
    server = loopback.Server([content.encode(), json.dumps(made.passages()).encode()])

    def answer(form: bytes, asked: str) -> Json:
        body = {"messages": [{"role": "user", "content": f"Sheet 0000000.\n\nQ: {asked}\nA: "}]}
        said = server.answer(form, json.dumps(body).encode()).partition(b"\r\n\r\n")[2]
        return dict(json.loads(said)["choices"][0]["message"])

    assert json.loads(answer(b"json", made.text)["content"]) == made.reply
    [call] = answer(b"tools", made.text)["tool_calls"]
    assert json.loads(call["function"]["arguments"]) == made.reply
    words = next(iter(made.passages()[2].values()))
    for asked in (made.text, made.text[: made.text.index(words) + 25]):
        told = json.loads(answer(b"passages", asked)["content"])["extractions"]
        assert all(next(iter(each.values())) in asked for each in told)
        assert 0 < len(told) <= len(made.passages())
    assert len(told) < len(made.passages())


class Loop:
    """A loop that calls when it is told to."""

    def __init__(self) -> None:
        self.now = 5.0
        self.next: Any = None

    def time(self) -> float:
        return self.now

    def call_soon(self, call: Any) -> None:
        self.next = call

    def call_at(self, due: float, call: Any) -> None:
        self.next, self.due = call, due


def test_a_hold_of_the_loop_is_what_a_call_came_late_by() -> None:
    """The longest counts, from when the call was due; after the end nothing does."""
    heart = contestants.Heartbeat.__new__(contestants.Heartbeat)
    heart.longest, loop = 0.0, Loop()
    beat = contestants._Beat(heart, loop)  # type: ignore[arg-type]
    for late in (0.0, 0.3, 0.1):
        loop.now = beat.due + late
        loop.next()
        assert loop.due == pytest.approx(loop.now + contestants.BEAT)
    assert heart.longest == pytest.approx(0.3)
    beat.over, loop.now = True, 100.0
    loop.next()
    assert heart.longest == pytest.approx(0.3)


@pytest.mark.heavy
def test_all_contestants_read_the_articles(tmp_path: Path) -> None:
    """Each of them in a process of its own; who is not installed is named; tables can be made."""
    cells = (throughput.Cell(0, 1, 2), throughput.Cell(200, 32, 2))
    figures = throughput.measure(cells, 1, None, tmp_path)
    assert figures["missing"] == ["langextract"]
    for cell in figures["cells"]:
        assert len(cell["rows"]) == 6
        assert all(row["requests"] == 1 and row["cpu_ms"][0] > 0 for row in cell["rows"].values())
    text = speed_page.speed(json.loads(json.dumps(figures)))
    assert "Not measured, since it is not installed: langextract." in text
    assert text.count("| **summariser**: all checks |") == 3


# --- tokens -----------------------------------------------------------------------------------


def test_quotes_instead_of_numbers_are_all_that_is_other_in_a_reply() -> None:
    """Sentences stand where their numbers were, and nowhere else."""
    reply = {"evidence": [2], "text": "A deal.", "values": [{"amount": "2"}], "attribution": [1, 2]}
    told = tokens.copied(reply, ["One.", "Two."])
    assert told == {**reply, "evidence": ["Two."], "attribution": ["One.", "Two."]}
    assert tokens.said({"a": None, "b": [], "c": [{"d": None, "e": 0}]}) == {"c": [{"e": 0}]}


def test_what_is_kept_of_a_prompt_is_what_all_begin_with() -> None:
    """In steps of 128 tokens, and nothing of a short one."""
    assert tokens.beginning(["Language: ru. 1", "Language: en. 2"]) == "Language: "
    for long, kept in ((1000, 0), (1024, 1024), (1200, 1152)):
        calls = [[tokens.Call("s", "y" * (long - 3), f"ab{n}", "r")] for n in "12"]
        assert [way.cached for way in tokens.counted(calls, len)] == [kept, kept]


def test_all_ways_of_asking_are_counted() -> None:
    """Numbers are shorter than quotes; three calls send the article and the instructions thrice."""
    figures = tokens.count(len, None)
    ways = figures["ways"]
    assert ways["summariser"]["completion"] < ways["copied quotes"]["completion"]
    assert ways["three calls"]["system"] == 3 * ways["summariser"]["system"]
    assert ways["instructor, tools"]["user"] == ways["summariser"]["user"]
    assert set(figures["languages"]) == set(LANGUAGES)
    assert speed_page.tokens(figures).count("\n| ") == 4 + len(ways) + len(LANGUAGES)
