"""`make measure`, offline: a server on loopback answers in a model's place."""

from __future__ import annotations

import copy
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import measure
import pytest
from llm_server import LLMServer
from record import ARTICLES, Reader, Script, article, honest
from verify_report import TRUSTED

from summariser import SummitSummary
from summariser.checks.index import Index
from summariser.reading.candidates import read
from summariser.reading.matching import Traits

STEM = "lakes_summit_en"


def judged(change: Callable[[dict[str, Any]], object]) -> measure.Judged:
    """What is said of gold's own reply to one article with one thing changed in it."""
    reply = copy.deepcopy(honest(STEM).reply)
    change(reply)
    summary = SummitSummary(overview=reply["overview"], outcomes=[], deals=[], positions=[])
    for each in read(reply, SummitSummary, Index(article(STEM))):
        assert each.item
        if each.reasons:
            summary.rejected.append(each.rejected())
        elif each.field == "summit":
            summary.summit = each.item  # type: ignore[assignment]
        else:
            getattr(summary, each.field).append(each.item)
    return measure.judge(STEM, summary)


def nothing(reply: dict[str, Any]) -> None:
    """Gold's own words."""


def test_gold_bears_itself_out() -> None:
    """Every item of gold is found in it, and nothing of it is to be looked at."""
    found = judged(nothing)
    flags = [
        each.item is None or each.item.verdict not in TRUSTED
        for each in read(honest(STEM).reply, SummitSummary, Index(article(STEM)))
    ]
    assert (found.gold, found.found, found.true) == (len(flags),) * 3
    assert (found.flagged, len(found.false_alarms)) == (sum(flags),) * 2
    assert found.relied_on == len(flags) - sum(flags)
    assert (found.to_look_at, found.rejected) == ([], 0)


def _deal(number: int = 0, **changes: Any) -> Callable[[dict[str, Any]], object]:
    return lambda reply: reply["deals"][number].update(changes)


# label, what a model says otherwise, how many items of gold it has less, what is to be looked at
OTHERWISE = [
    ("another stage", _deal(status="planned"), 0, "status planned (gold: signed)"),
    ("an item that gold has not",
     lambda reply: reply["outcomes"].append(
         {**reply["outcomes"][3], "evidence": [5], "text": "Tolvik Cables delivers.", "status": "signed",
          "parties": reply["deals"][0]["parties"][1:], "place": None}),
     0, "Tolvik Cables delivers.: gold has no such item"),
    ("an item that gold has once",
     lambda reply: reply["outcomes"].append(reply["outcomes"][0]), 0, "gold has no such item"),
    ("an item that is left out", lambda reply: reply["deals"].pop(), 1, None),
    ("other words", _deal(text="Tolvik Cables will deliver to Ostrevnet."), 0, None),
    ("one sentence less", _deal(evidence=[5, 6]), 0, None),
    ("one more party",
     lambda reply: reply["deals"][1]["parties"].append({**reply["deals"][0]["parties"][0]}),
     0, None),  # which the checks do not find in its sentences
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "less", "told"), [row[1:] for row in OTHERWISE], ids=[row[0] for row in OTHERWISE]
)
def test_what_gold_has_otherwise_is_to_be_looked_at(
    change: Callable[[dict[str, Any]], object], less: int, told: str | None
) -> None:
    """If the checks let it pass; what they flag nobody relies on, and other words are no matter."""
    before, found = judged(nothing), judged(change)
    assert found.found == before.found - less
    assert [told in line for line in found.to_look_at if told] == [True] * (told is not None)
    assert told or not found.to_look_at


def _first_deal(change: Callable[[dict[str, Any]], object]) -> Traits:
    reply = copy.deepcopy(honest(STEM).reply)
    change(reply["deals"][0])
    found = read(reply, SummitSummary, Index(article(STEM)))
    return next(Traits.of(each.item) for each in found if each.field == "deals" and each.item)


# what a model says otherwise of a deal that gold has, and how that is told
DIFFERENT = [
    (lambda deal: deal["values"][0].update(amount="12000000000"),
     "sum 12,000,000,000 USD, exact, total (gold: 1,200,000,000 USD, exact, total)"),
    (lambda deal: deal["values"][0].update(qualifier="at_least"),
     "sum 1,200,000,000 USD, at_least, total (gold: 1,200,000,000 USD, exact, total)"),
    (lambda deal: deal["deliverables"][0].update(quantity="34"),
     "quantity 34 undersea cable (gold: 340 undersea cable)"),
    (lambda deal: deal["parties"][0].update(name="Kestrel Yards"),
     "name Kestrel Yards (gold: Ostrevnet, Tolvik Cables)"),
    (lambda deal: deal.update(status="denied"), "status denied (gold: signed)"),
    (lambda deal: deal.update(sector="cables", place=None, evidence=[5]), None),
    (lambda deal: deal.update(values=[], parties=deal["parties"][:1]), None),
]  # fmt: skip


@pytest.mark.parametrize(("change", "told"), DIFFERENT, ids=[str(row[1]) for row in DIFFERENT])
def test_what_an_item_says_otherwise(
    change: Callable[[dict[str, Any]], object], told: str | None
) -> None:
    """Sums, quantities, names and stages are compared; what is left out is no claim."""
    one, gold = _first_deal(change), _first_deal(lambda deal: None)
    assert measure.pairs([one], [gold]) == {0: gold}
    assert [*measure.differences(one, gold)] == ([told] if told else [])


def test_what_is_true_and_turned_down_is_a_false_alarm() -> None:
    """A rejected item that gold bears out counts against the checks."""
    reply = honest(STEM).reply
    summary = SummitSummary(overview="Talks.", outcomes=[], deals=[], positions=[])
    (candidate, *_) = [
        each
        for each in read(reply, SummitSummary, Index(article(STEM)))
        if each.field == "deals" and each.item
    ]
    summary.rejected.append(candidate.rejected("turned down for a test"))
    found = measure.judge(STEM, summary)
    assert (found.found, found.true, found.flagged, found.relied_on) == (1, 1, 1, 0)


def test_a_cost_that_is_not_known_makes_the_sum_unknown() -> None:
    """The sum over articles is not less than what it is."""
    total = measure.Judged("all")
    total.include(measure.Judged("a", cost=Decimal("0.5")))
    assert total.cost == Decimal("0.5")
    total.include(measure.Judged("b", cost=None))
    assert total.cost is None


@pytest.mark.heavy
def test_a_measurement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every article is asked about once, judged, and told; a second run asks for what is missing."""
    scripts = [honest(stem) for stem in ARTICLES]
    silent = Script(STEM, STEM, honest(STEM).reply, None)
    answering, fails = Reader(scripts), Reader([silent]).scripts
    broken = True

    def plan(request: Any) -> Any:
        last = request.body["messages"][1]["content"].rstrip().splitlines()[-1]
        return "400" if broken and (last, None) in fails else answering(request)

    with LLMServer(plan) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        first = measure.measure("some/model:1", folder=tmp_path)
        assert "Not read: 1\n  lakes_summit_en: " in first
        broken, asked = False, len(server.requests)
        whole = measure.measure("some/model:1", folder=tmp_path)
    repairs = sum(len(request.body["messages"]) > 2 for request in server.requests)
    assert asked == len(ARTICLES) + repairs
    assert len(server.requests) == asked + 1
    assert (tmp_path / "some-model-1.txt").read_text("utf-8") == whole
    assert "written-by-hand, json_schema, summit.v2" in whole
    assert "Relied on, to look at: 0\n" in whole
    (row,) = (line.split() for line in whole.splitlines() if line.startswith("all "))
    gold = sum(len(read(honest(s).reply, SummitSummary, Index(article(s)))) for s in ARTICLES)
    assert row[1:4] == [str(gold)] * 3
    assert row[-2:] == ["not", "known"]
    monkeypatch.delenv("OPENAI_BASE_URL")
    assert measure.measure("some/model:1", folder=tmp_path, replay=True) == whole


def test_without_a_key_one_sentence_says_what_to_set(tmp_path: Path) -> None:
    """Nothing is asked, and no traceback shown."""
    done = subprocess.run(
        [sys.executable, measure.__file__], capture_output=True, text=True, cwd=tmp_path, env={}
    )
    assert done.returncode == 1
    assert done.stderr == measure.NOBODY + "\n"
    assert done.stdout == ""
