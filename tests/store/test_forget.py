"""What is to be forgotten is gone from the file, to the last byte, and nothing else is."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from summariser import Article, SummitSummary, errors
from summariser.errors import StoreError
from summariser.store import ANSWERED, Ledger, Question, Store


def article(word: str, length: int = 60) -> Article:
    return Article.from_text(
        f"Talks about {word} opened. " * length, url=f"https://x.example/{word}"
    )


def summary(word: str) -> SummitSummary:
    return SummitSummary(overview=f"About {word}. " * 30, outcomes=[], deals=[], positions=[])


def left(path: Path, word: str) -> list[str]:
    """The files beside the store, and itself, in which the word still stands."""
    return [each.name for each in path.parent.iterdir() if word.encode() in each.read_bytes()]


@pytest.fixture(autouse=True)
def _as_others_build_sqlite(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is deleted stays in the file, unless one asks for more: some builds always erase it."""
    connect = sqlite3.connect

    def plain(*args: Any, **options: Any) -> sqlite3.Connection:
        made = connect(*args, **options)
        made.execute("PRAGMA secure_delete = OFF")
        return made

    monkeypatch.setattr(sqlite3, "connect", plain)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "run.sqlite"


def test_an_article_is_erased_with_all_that_came_of_it(path: Path) -> None:
    """Its text, summary, drafts, failure and batch rows, under all its names; others stay."""
    with Store(path) as store:
        for word in ("plum", "pear", "fig"):
            store.add(f"{word}.txt", article(word), f"k-{word}")
        store.add("the same.txt", article("plum"), "k-plum")
        store.add("its text.txt", article("plum").model_copy(update={"source": "x"}), "k-plum")
        store.keep("k-plum", summary("plum"))
        store.keep("k-pear", summary("pear"))
        store.keep("k-fig", errors.ReplyError("fig", kind="truncated", raw="fig " * 100))
        store.keep_draft("k-fig", "1-60", '{"about": "fig"}')
        ledger = Ledger(store)
        rows = {f"row-{word}": Question(f"k-{word}", "1-60") for word in ("plum", "fig", "pear")}
        entry = ledger.open("{}", rows)
        ledger.close(entry, "completed", dict.fromkeys(rows, ANSWERED))
        assert store.forget(["plum.txt", "fig.txt"]) == 3
        assert [row.name for row in store.rows()] == ["pear.txt"]
        assert store.find("k-plum") is store.find("k-fig") is store.draft("k-fig", "1-60") is None
        assert [*ledger.rows(entry)] == ["row-pear"]
        assert left(path, "plum") == left(path, "fig") == []
    assert left(path, "plum") == left(path, "fig") == []
    assert left(path, "pear") == ["run.sqlite"]


def test_earlier_versions_are_erased(path: Path) -> None:
    """Also what stood under the name before a later run had another article for it."""
    for word in ("plum", "prune"):
        with Store(path) as store:
            store.add("fruit", article(word), f"k-{word}")
            store.keep_draft(f"k-{word}", "1-60", f'"{word}"')
            store.keep(f"k-{word}", summary(word))
    assert left(path, "plum")
    with Store(path) as store:
        assert store.forget(["fruit"]) == 1
    assert left(path, "plum") == left(path, "prune") == []


@pytest.mark.parametrize("seed", range(3))
def test_no_byte_is_left_anywhere(path: Path, seed: int) -> None:
    """However full the pages are, and whatever was written over before."""
    chance = random.Random(seed)
    words = [f"w{number:03}w" for number in range(60)]
    chance.shuffle(words)
    with Store(path) as store:
        for word in words:
            store.add(word, article(word, chance.randrange(1, 300)), f"k-{word}")
            store.keep_draft(f"k-{word}", "1", f'"{word} {"x" * chance.randrange(9_000)}"')
            if chance.random() < 0.7:
                store.keep(f"k-{word}", summary(word))
        gone, kept = words[:25], words[25:]
        store.forget(gone)
        assert [word for word in gone if left(path, word)] == []
        assert sorted(row.name for row in store.rows()) == sorted(kept)


def test_what_is_not_there_or_in_use(path: Path) -> None:
    """Then nothing is erased at all, and why is said."""
    with Store(path) as store, Store(path) as other:
        for word in ("plum", "pear"):
            store.add(word, article(word), f"k-{word}")
        with pytest.raises(StoreError, match="there is no article fig in it"):
            store.forget(["plum", "fig"])
        assert other.claim("k-pear")
        with pytest.raises(StoreError, match="somebody is at pear"):
            store.forget(["plum", "pear"])
        assert [row.name for row in store.rows()] == ["plum", "pear"]
        other.release("k-pear")
        assert store.forget(["plum", "pear"]) == 2


def test_what_came_of_others_with_another_prompt_stays(path: Path) -> None:
    """Nobody asks about those keys any more, but they were paid for, and are of other articles."""
    for prompt in ("1", "2"):
        with Store(path) as store:
            for word in ("plum", "pear"):
                store.add(f"{word}.txt", article(word), f"k{prompt}-{word}")
                store.keep(f"k{prompt}-{word}", summary(word))
    with Store(path) as store:
        assert store.forget(["plum.txt"]) == 1
        assert store.find("k1-pear")
        assert store.find("k2-pear")
        assert store.find("k1-plum") is store.find("k2-plum") is None
    assert left(path, "plum") == []


def test_what_was_taken_in_is_erased_by_its_article(path: Path, tmp_path: Path) -> None:
    """Also what came of it in earlier runs of the other store."""
    for prompt in ("1", "2"):
        with Store(tmp_path / "other.sqlite") as other:
            other.add("plum.txt", article("plum"), f"k{prompt}")
            other.keep(f"k{prompt}", summary("plum"))
    with Store(path) as store:
        store.add("pear.txt", article("pear"), "k-pear")
        store.take_in(tmp_path / "other.sqlite")
        store.forget(["pear.txt"])
        assert store.find("k1")
        assert store.find("k2")
        store.forget(["plum.txt"])
        assert store.find("k1") is store.find("k2") is None


def test_nothing_is_erased_while_batches_are_looked_after(path: Path) -> None:
    """Their answers would bring back what was erased."""
    with Store(path) as store, Store(path) as fetching:
        store.add("plum.txt", article("plum"), "k-plum")
        assert fetching.claim("batches")
        with pytest.raises(StoreError, match="somebody is at its batches: let it end"):
            store.forget(["plum.txt"])
        fetching.release("batches")
        assert store.forget(["plum.txt"]) == 1
