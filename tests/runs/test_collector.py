"""The garbage collector is slowed down in processes that are ours, and in no other."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from command_line import EMPTY, corpus, run, wait_for
from llm_server import LLMServer, Request, completion
from samples import ARTICLE, TEXT, deal, reply, summariser

from summariser import Article, SummitSummary, verify
from summariser.checks import Index
from summariser.runs import Collector
from summariser.runs.collector import THRESHOLDS

Serve = Callable[..., LLMServer]


@pytest.fixture
def thresholds(server: Serve) -> tuple[LLMServer, list[Any]]:
    """A server in this process, and those that were in force at each request."""
    found: list[Any] = []

    def plan(_: Request) -> dict[str, Any]:
        found.append(gc.get_threshold())
        return completion(EMPTY)

    return server(plan), found


def test_a_run_collects_seldom_and_leaves_no_trace(
    thresholds: tuple[LLMServer, list[Any]], tmp_path: Path
) -> None:
    """Its process is its own; afterwards all is as before, where it is a test's, say."""
    served, found = thresholds
    before = gc.get_threshold()
    store = tmp_path / "run.sqlite"
    assert run("run", corpus(tmp_path, 3), "--store", store, "--base-url", served.base_url)[0] == 0
    assert found == [THRESHOLDS] * 3
    assert gc.get_threshold() == before != THRESHOLDS


def test_a_user_s_process_is_left_alone(server: Serve) -> None:
    """From Python nothing is changed, while articles are under way either."""
    thresholds, frozen = gc.get_threshold(), gc.get_freeze_count()
    served = server(content=reply())
    with summariser(served) as shared:
        for _ in shared.summarise_many([ARTICLE] * 3):
            assert gc.get_threshold() == thresholds
            assert gc.get_freeze_count() <= frozen  # some of what tests froze may end


@pytest.fixture
def _nothing_collected() -> Iterator[None]:
    """What refers to itself stays."""
    was_enabled = gc.isenabled()
    gc.disable()
    yield
    if was_enabled:
        gc.enable()


@pytest.mark.usefixtures("_nothing_collected")
def test_an_article_leaves_the_collector_little_to_find(server: Serve) -> None:
    """What was read, and what was looked up in it, goes without it, once nobody has the summary."""
    article = Article.from_text(f"{TEXT} On 3 May it paid $7 million.", language="en")
    position = {
        "evidence": [3], "text": "By 3 May it will be built for $7 million.", "attribution": [3], "values": [],
        "expert": {"verbatim": "Ada Quill", "name": "Ada Quill", "standing": "expert", "role": "owner", "affiliation": None},
        "act": "claim", "target": None, "stance": "neutral", "certainty": "certain",
    }  # fmt: skip
    served = server(content=reply(deal(), positions=[position]))
    with summariser(served) as shared:
        summary = weakref.ref(shared.summarise(article))
        wait_for(lambda: summary() is None)
        wait_for(lambda: not _read_from(article))
    verify(
        SummitSummary(overview="$7 million on 3 May", outcomes=[], deals=[], positions=[]), article
    )
    assert not _read_from(article)


def _read_from(article: Article) -> list[Index]:
    indexes = (each for each in gc.get_objects() if type(each) is Index)
    return [each for each in indexes if each.article.text == article.text]


def test_what_is_there_after_the_first_article_is_set_aside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And once more when most languages came up; only what this froze is thawed."""
    frozen: list[str] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append("freeze"))
    monkeypatch.setattr(gc, "unfreeze", lambda: frozen.append("unfreeze"))
    for already in (0, 7):
        monkeypatch.setattr(gc, "get_freeze_count", lambda already=already: already)
        with Collector() as collector:
            assert frozen == []
            collector.add()
            assert frozen == ["freeze"]
            for _ in range(150):
                collector.add()
        assert frozen == ["freeze", "freeze", *["unfreeze"] * (not already)]
        frozen.clear()
