"""Under what key a result is kept: all that decides it changes the key, and nothing else does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from summariser import Article, Grounded, Summariser, Summary

TEXT = "Talks opened in Norvik."
ARTICLE = Article.from_text(TEXT, language="en")


class Pledge(Grounded):
    """A promise that the text reports."""


class Pledges(Summary):
    """The promises an article reports."""

    pledges: list[Pledge]


def key(article: Article = ARTICLE, **options: Any) -> str:
    with Summariser(**{"model": "m", "base_url": "http://127.0.0.1:9/v1", **options}) as one:
        return one.key(article)


@pytest.mark.parametrize(
    "article",
    [
        Article.from_text(TEXT + " They ended.", language="en"),
        Article.from_text(TEXT, language="en", title="Talks"),
        Article.from_text(TEXT, language="en", published="2025-11-07"),
        Article.from_text(TEXT, language="de"),
    ],
    ids=["text", "title", "published", "language"],
)
def test_what_the_model_is_shown_of_an_article_decides(article: Article) -> None:
    """Another text, title, date or language is another question."""
    assert key(article) != key()


@pytest.mark.parametrize(
    "options",
    [{"model": "n"}, {"temperature": 0.5}, {"seed": 1}, {"language": "de"}, {"window": 500},
     {"overlap": 7}, {"schema": Pledges}, {"on_unsupported": "flag"}, {"variables": {"desk": "a"}},
     {"mode": "json_object"}, {"on_open": "ask"}],
    ids=lambda options: next(iter(options)),
)  # fmt: skip
def test_how_the_model_is_asked_decides(options: dict[str, Any]) -> None:
    """Another model, parameter, window, schema or variable is another question."""
    assert key(**options) != key()


@pytest.mark.parametrize("changed", ["own.v1.user.jinja", "rules.jinja", "repair.v1.user.jinja"])
def test_a_changed_prompt_decides(tmp_path: Path, changed: str) -> None:
    """Also if the change is in a template that the prompt includes, or in the second question."""
    for name, text in {
        "own.v1.user.jinja": "{% include 'rules.jinja' %} {{ article.text }}",
        "rules.jinja": "Be brief.",
        "repair.v1.user.jinja": "Mend: {{ failures }}",
    }.items():
        (tmp_path / name).write_text(text, "utf-8")
    before = key(prompt="own.v1", prompts=tmp_path)
    with (tmp_path / changed).open("a", encoding="utf-8") as file:
        file.write(" And careful.")
    assert key(prompt="own.v1", prompts=tmp_path) != before


@pytest.mark.parametrize(
    "options",
    [{"base_url": "http://127.0.0.1:8/v1"}, {"timeout": 5}, {"deadline": 5}, {"max_requests": 1}],
    ids=lambda options: next(iter(options)),
)
def test_how_long_one_waits_does_not(options: dict[str, Any]) -> None:
    """An address or a limit changes nothing about the question."""
    assert key(**options) == key()


def test_where_an_article_comes_from_counts_only_if_it_is_shown(tmp_path: Path) -> None:
    """The same text from two places is one question, unless the prompt shows the place."""
    elsewhere = Article.from_text(TEXT, language="en", url="https://example.org/1", name="a1")
    assert key(elsewhere) == key()
    (tmp_path / "own.v1.user.jinja").write_text("{{ article.url }} {{ article.text }}", "utf-8")
    own = {"prompt": "own.v1", "prompts": tmp_path}
    assert key(elsewhere, **own) != key(**own)


@pytest.mark.heavy
def test_the_key_is_the_same_in_every_process() -> None:
    """Whatever order a set has in a process."""
    code = """
from summariser import Article, Summariser
words = {"ports", "rail", "water", "grain", "gas"}
one = Summariser(model="m", base_url="http://127.0.0.1:9/v1", variables={"topics": words})
print(one.key(Article.from_text("Talks opened in Norvik.")))
"""
    keys = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(keys) == 1
