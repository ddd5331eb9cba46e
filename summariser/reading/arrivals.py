"""The items of an article, told of one by one while its replies are still being written.

Nothing that is told here decides anything: in the end all replies are read as ever, and what was
told of is held against what came out.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable
from typing import Any

from ..schema import Item, ItemEvent
from .candidates import Candidate, trace

Tell = Callable[[ItemEvent], None]


class Arrivals:
    """Which items were told of, under which number, and as what."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._told: dict[int, tuple[str, Item, str]] = {}
        self._numbers: defaultdict[Any, deque[int]] = defaultdict(deque)

    def of_a_reply(self) -> Callable[[Iterable[Candidate]], None]:
        """Tells of the items of one reply, but for those that another had as well."""
        same: Counter[Any] = Counter()

        def add(candidates: Iterable[Candidate]) -> None:
            for each in candidates:
                key = trace(each)
                same[key] += 1
                if same[key] > len(self._numbers[key]) and each.item is not None:
                    # Notes may be added to it, and it is the reader's from now on.
                    self._add(key, each.field, each.item.model_copy(deep=True))

        return add

    def settle(self, kept: Iterable[Candidate]) -> None:
        """Tell what of it is in the summary otherwise, or not at all."""
        left, added = {**self._told}, []
        changed: list[ItemEvent] = []
        for each in kept:
            assert each.item is not None, "what could not be read is not kept"
            numbers = self._numbers[trace(each)]
            if not numbers:
                added.append(each)
                continue
            number = numbers.popleft()
            field, _, was = left.pop(number)
            if _written(each.item) != was:
                changed.append(ItemEvent("changed", number, field, each.item))
        for number, (field, item, _) in left.items():
            self._tell(ItemEvent("removed", number, field, item))
        for event in changed:
            self._tell(event)
        for each in added:
            assert each.item is not None, "what could not be read is not kept"
            self._add(trace(each), each.field, each.item)

    def _add(self, key: Any, field: str, item: Item) -> None:
        number = len(self._told) + 1
        self._told[number] = field, item, _written(item)
        self._numbers[key].append(number)
        self._tell(ItemEvent("added", number, field, item))


def _written(item: Item) -> str:
    return item.model_dump_json()
