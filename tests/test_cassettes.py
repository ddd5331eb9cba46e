"""The recorded replies: they replay, they are what was written, and they say who wrote them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml
from record import ARTICLES, AUTHOR, CASSETTES, MODEL, SEEDS, Script, article, cassettes

from summariser import NoRecording, Summariser, SummitSummary, recorded
from summariser.checks.index import Index
from summariser.reading.candidates import Candidate, read

ROOT = Path(__file__).parent.parent
SCRIPTS = [(cassette, script) for cassette, scripts in cassettes().items() for script in scripts]


def replay(cassette: str, script: Script) -> SummitSummary:
    summary = replays(cassette)[script.name]
    if isinstance(summary, NoRecording):
        changed = ", ".join(summary.changed)
        pytest.fail(
            f"{cassette} is stale ({changed} changed): run `make record` and review the diff"
        )
    return summary


@cache  # a cassette takes longer to open than its replies take to check
def replays(cassette: str) -> dict[str, SummitSummary | NoRecording]:
    found: dict[str, SummitSummary | NoRecording] = {}
    with recorded(CASSETTES / cassette):
        for script in cassettes()[cassette]:
            with Summariser(model=MODEL, seed=script.seed, prompt=script.prompt) as summariser:
                try:
                    found[script.name] = summariser.summarise(article(script.article))
                except NoRecording as error:
                    found[script.name] = error
    return found


def written_for(script: Script) -> list[Candidate]:
    return read(script.reply, SummitSummary, Index(article(script.article)))


@pytest.mark.parametrize(
    ("cassette", "script"), SCRIPTS, ids=[script.name for _, script in SCRIPTS]
)
def test_cassettes_replay_what_was_written(cassette: str, script: Script) -> None:
    """Each article gets the reply written for it, offline; all of its items are accounted for."""
    summary = replay(cassette, script)
    assert summary.provenance is not None
    assert summary.provenance.model == AUTHOR
    written = written_for(script)
    kept = len(list(summary.items()))
    assert kept + len(summary.rejected) == len(written)
    assert summary.usage.requests == (1 if all(each.settled for each in written) else 2)
    assert SummitSummary.model_validate_json(summary.model_dump_json()) == summary


def test_honest_replies_are_taken_whole() -> None:
    """Nothing of a careful reply is asked again or rejected."""
    for cassette in ("demo.yaml", "languages.yaml"):
        for script in cassettes()[cassette]:
            summary = replay(cassette, script)
            assert (summary.rejected, summary.usage.requests) == ([], 1)


@pytest.mark.heavy
def test_what_a_fault_leaves_behind() -> None:
    """A repaired item is in its list; one that the model insists on is under rejected.

    What was merely in doubt is kept, whatever the model says to it.
    """
    for script in cassettes()["faults.yaml"]:
        summary = replay("faults.yaml", script)
        if summary.usage.requests == 2:
            if all(each.sound for each in written_for(script)):
                assert not summary.rejected, script.name
                continue
            assert bool(summary.rejected) == (script.repair is None), script.name


@pytest.mark.heavy
def test_every_cassette_says_what_it_is() -> None:
    """The author stands in each reply, and no header or key in any file."""
    assert {path.name for path in CASSETTES.glob("*.yaml")} == set(cassettes())
    for path in CASSETTES.glob("*.yaml"):
        text = path.read_text("utf-8")
        for exchange in yaml.safe_load(text)["interactions"]:
            assert exchange["response"]["json"]["model"] == AUTHOR
        assert "authorization" not in text.lower()
        assert "\\u04" not in text


def test_there_are_four_seeds_in_three_languages() -> None:
    """The demo shows four articles."""
    assert len(SEEDS) == 4
    assert {article(stem).language for stem in SEEDS} == {"ru", "kk", "en"}
    assert len({article(stem).language for stem in ARTICLES}) == 7


def test_no_sentence_of_an_article_is_invented_twice() -> None:
    """No two articles share a sentence."""
    sentences = [sentence.text for stem in ARTICLES for sentence in article(stem).sentences]
    long = [sentence for sentence in sentences if len(sentence) > 30]
    assert len(long) == len(set(long))


def test_the_licence_is_there() -> None:
    """Articles and code go out under the same licence."""
    assert "MIT License" in (ROOT / "LICENSE").read_text("utf-8")
