"""Twenty drafts about the project's articles, half of them with planted faults."""

from __future__ import annotations

import pytest
from draft_report import Draft, drafts
from extras import needs

pytestmark = needs("html_text", extra="web")  # two of them are pages

MOST_ALARMS = 1
"""A draft, on average: who has seen ten false ones reads no eleventh."""
FOUND = 0.95


@pytest.fixture(scope="module")
def compared() -> list[Draft]:
    return [*drafts()]


def test_planted_faults_are_found(compared: list[Draft]) -> None:
    found = [bool(claims) for draft in compared for _, claims in draft.found()]
    assert len(found) == 88
    assert sum(found) >= FOUND * len(found)


def test_hardly_anything_else_wants_a_look(compared: list[Draft]) -> None:
    alarms = [claim for draft in compared for claim in draft.alarms()]
    assert len(alarms) <= MOST_ALARMS * len(compared)


def test_a_clean_draft_is_hardly_ever_red(compared: list[Draft]) -> None:
    clean = [draft for draft in compared if not draft.faults]
    red = [
        (draft.name, claim.text)
        for draft in clean
        for claim in draft.report.flagged
        if claim.verdict in ("absent", "contradicted")
    ]
    assert len(clean) == 10
    assert red == [("d02.md", "Минтранс"), ("d10.md", "120")]
