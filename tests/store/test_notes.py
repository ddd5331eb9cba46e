"""What processes at work with one file tell each other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from summariser import Store


def _count(store: Store) -> int:
    """One more than anybody has counted, as one's own number."""
    number = 0

    def write(theirs: list[Any]) -> dict[str, Any]:
        nonlocal number
        own = _OWN.get(id(store), 0)
        _OWN[id(store)] = number = 1 + max([own, *(each.note["number"] for each in theirs)])
        return {"number": number}

    store.notes("numbers").exchange(write)
    return number


_OWN: dict[int, int] = {}


def told(store: Store, subject: str) -> list[tuple[dict[str, Any], bool]]:
    """What the others told, and whether they live; nothing is said in return."""
    found: list[tuple[dict[str, Any], bool]] = []

    def write(theirs: list[Any]) -> dict[str, Any]:
        found.extend(sorted(theirs, key=str))
        return {}

    store.notes(subject).exchange(write)
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "run.sqlite"


def test_each_reads_what_the_others_wrote_last(path: Path) -> None:
    """Of one subject, and not what it wrote itself."""
    with Store(path) as one, Store(path) as other:
        for number in range(3):
            one.notes("weather").exchange(lambda _, number=number: {"number": number})
        one.notes("trains").exchange(lambda _: {"late": True})
        assert told(other, "weather") == [({"number": 2}, True)]
        assert told(one, "weather") == [({}, True)]


def test_one_that_ended_is_known_to_have(path: Path) -> None:
    """Its note stays as long as anybody speaks of that, and is then cleared away."""
    with Store(path) as stays:
        with Store(path) as leaves:
            told(stays, "weather")
            leaves.notes("weather").exchange(lambda _: {"number": 1})
            leaves.notes("trains").exchange(lambda _: {"number": 2})
        assert told(stays, "weather") == [({"number": 1}, False)]
        rows = stays.connection.execute("SELECT subject FROM notes ORDER BY subject").fetchall()
        assert rows == [("weather",), ("weather",)]


def test_what_raises_writes_nothing(path: Path) -> None:
    with Store(path) as one, Store(path) as other:
        one.notes("weather").exchange(lambda _: {"number": 1})
        with pytest.raises(ZeroDivisionError):
            one.notes("weather").exchange(lambda _: {"number": 1 // 0})
        assert told(other, "weather") == [({"number": 1}, True)]


@pytest.mark.parametrize("said", ["", "[1]", "{", "1" * 5000, "[" * 100_000])
def test_what_is_no_note_is_not_there(path: Path, said: str) -> None:
    """A store may be somebody else's, and hold anything."""
    with Store(path) as one, Store(path) as other:
        one.notes("weather").exchange(lambda _: {})
        with one.writing() as connection:
            connection.execute("UPDATE notes SET json = ?", (said,))
        assert told(other, "weather") == []


def test_no_two_write_at_once(path: Path) -> None:
    """Threads and stores count on from each other: no number is given twice."""
    stores = [Store(path) for _ in range(4)]
    with ThreadPoolExecutor(4) as threads:
        numbers = [*threads.map(_count, [each for each in stores for _ in range(25)])]
    for store in stores:
        store.close()
    assert sorted(set(numbers)) == sorted(numbers)
    assert max(numbers) == 100
