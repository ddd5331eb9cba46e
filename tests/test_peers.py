"""`docs/peers.md` says of this library what it does today, and each fault of the page was planted."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))  # last: it has names of ours

import fates
import peers
import planted
from planted import Case

CASES = list(planted.cases())
FAULTY = [case for case in CASES if case.fault]
BESIDE = ["with_langextract", "with_langextract_spans", "with_instructor", "with_citation_mixin",
          "with_contextgem", "with_pydantic_ai", "with_groundgate"]  # fmt: skip
FIELDS = {
    planted.SUM: {"text", "values"},
    planted.SPEAKER: {"expert"},
    planted.SENTENCE: {"evidence"},
    planted.BAD: {"evidence"},
    planted.NOT_CLAIMED: {"text"},
    planted.FIGURE: {"text", "values"},
    planted.NEXT: {"evidence"},
    planted.SURE: {"certainty"},
}


@pytest.fixture(scope="module")
def measured() -> list[fates.Run]:
    """What this library does with all of it today."""
    return peers.of_ours(CASES)


@pytest.fixture
def ours(measured: list[fates.Run]) -> str:
    """The same as the page's tables."""
    return fates.tables({fates.OURS: measured})


def name(case: Case) -> str:
    assert case.fault
    return f"{case.language}: {case.fault.kind}"


@pytest.mark.parametrize("case", FAULTY, ids=name)
def test_a_fault_stands_in_one_place(case: Case) -> None:
    """The reply differs from the true one in the fields of one item, or by one item more."""
    fault, true = case.fault, planted.picked(case.article)
    assert fault
    ours, theirs = planted.items(case.reply), planted.items(true)
    assert {key: case.reply[key] for key in ("summit", "overview")} == {
        key: true[key] for key in ("summit", "overview")
    }
    if fault.kind == planted.INVENTED:
        assert [item for item in ours if item not in theirs] == [fault.fields]
        assert [item for item in ours if item in theirs] == theirs
    elif fault.kind == planted.NOT_QUOTED:
        assert ours == theirs  # this library asks for no quotation
    else:
        moved = {
            (number, field)
            for number, (item, known) in enumerate(zip(ours, theirs, strict=True), start=1)
            for field in {*known, *item}
            if item.get(field, ...) != known.get(field, ...)
        }
        assert moved == {(fault.number, field) for field in FIELDS[fault.kind]}


@pytest.mark.parametrize("case", FAULTY, ids=name)
def test_the_plain_form_has_the_same_fault(case: Case) -> None:
    """What the others are asked about differs from the true facts in that item alone."""
    assert case.fault
    true = planted.true_facts(case.article)
    moved = {each["number"] for each in case.facts if each not in true}
    assert moved == {case.fault.number}
    assert len(case.facts) == len(true) + (case.fault.kind == planted.INVENTED)


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: name(case) if case.fault else case.language
)
def test_all_passages_are_the_articles_but_where_it_is_the_fault(case: Case) -> None:
    """Only the quotation without its "not" and the invented deal are nowhere in the article."""
    text = planted.article(case.article).text
    absent = [each["number"] for each in case.facts if each["quote"] and each["quote"] not in text]
    forged = case.fault and case.fault.kind in (planted.NOT_QUOTED, planted.INVENTED)
    assert absent == ([case.fault.number] if case.fault and forged else [])


@pytest.mark.parametrize("module", BESIDE)
def test_each_peer_is_told_all_items_and_the_fault(module: str) -> None:
    """In its own form, too, a reply with a fault differs from the true one in one item at most."""
    beside: Any = __import__(module)
    told = 0
    for case in FAULTY:
        text = planted.article(case.article).text
        entries, known = (
            _entries(beside.reply(peers.placed(case.article, facts), text))
            for facts in (case.facts, planted.true_facts(case.article))
        )
        moved = [each for each in entries if each not in known]
        told += bool(moved)
        assert len({_number(each) for each in moved}) <= 1, name(case)
        assert {_number(each) for each in known} == set(range(1, 11))
    assert told >= 15


def _entries(reply: Any) -> list[Any]:
    """The items of a reply, in whatever form."""
    if isinstance(reply, list):
        reply = reply[0]
    [items] = [value for value in reply.values() if isinstance(value, list)]
    return items


def _number(entry: Any) -> int:
    """Whose item it is."""
    if "field" in entry:
        return int(entry["field"].rpartition("_")[2])
    held = [entry, *(value for value in entry.values() if isinstance(value, dict))]
    return next(int(each["number"]) for each in held if "number" in each)


def test_the_page_says_what_this_library_does(ours: str) -> None:
    """What it says of it is what is measured today, true items with a flag included."""
    said = peers.between_markers(peers.PAGE.read_text("utf-8"))
    assert said == fates.renewed(said, ours), "run: make peers"


def test_what_others_do_is_kept_when_this_library_is_measured_alone(ours: str) -> None:
    """Only its own rows are written anew, in all tables."""
    said = peers.between_markers(peers.PAGE.read_text("utf-8"))
    changed = fates.renewed(said, re.sub("refused|passed|5/5|·", "?", ours))
    lines = zip(said.splitlines(), changed.splitlines(), strict=True)
    moved = [now for before, now in lines if before != now]
    assert len(moved) == 6
    assert all(re.match(rf"\| {fates.OURS} [^|]*\d \| .*\?", line) for line in moved)
    assert fates.renewed(changed, ours) == said


def test_who_is_not_installed_is_named(
    measured: list[fates.Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With no environment at all, the page has this library alone, and says who was looked for."""
    monkeypatch.setattr(peers, "of_ours", lambda _: measured)
    page = tmp_path / "peers.md"
    page.write_text("above\n{}\n{}\nbelow\n".format(*peers.MARKERS), "utf-8")
    peers.main(tmp_path, page)
    text = page.read_text("utf-8")
    assert (text[:5], text[-6:]) == ("above", "below\n")
    for peer in peers.PEERS:
        assert f"it is not installed: {peer.titled(peer.pinned)}." in text
    assert text.count(f"\n| {fates.OURS} ") == 6
    peers.main(tmp_path / "nowhere", page)
    dated = rf"\1, {fates.OURS} on \2."
    assert page.read_text("utf-8") == re.sub(r"(Measured on (.*))\.", dated, text, count=1)
