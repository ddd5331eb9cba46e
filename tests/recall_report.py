"""What turns up as open if a reply leaves an item out: the second half of ``make verify-report``.

On the same articles and replies as `verify_report`.  Each item of a complete reply is taken away in
turn; of the sentences that no other item cites one must then be open, if anything stands there that
code can see.  And of the complete reply, which overlooks nothing, hardly a sentence must be open.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from record import ARTICLES
from verify_report import Told, told

from summariser import Item, Quoted, SummitSummary
from summariser.checks import Index, find_open, rests_on
from summariser.reading.candidates import read

Fate = Literal["open", "repeated", "not seen", "cited by others"]
"""Of an item that was taken away: one of its sentences is open; all that is seen in them stands in
cited ones as well; nothing is seen in them; or others, or none but the title, are cited."""


class Left(NamedTuple):
    """An item that was left out."""

    field: str
    item: Item
    own: list[int]
    """The sentences that nothing else cites."""
    fate: Fate

    @property
    def is_told(self) -> bool:
        """Whether it tells of a sum or of what somebody said, by the reply itself."""
        return isinstance(self.item, Quoted) or bool(getattr(self.item, "values", None))


def complete(case: Told) -> tuple[list[tuple[str, Item]], Index]:
    """All items of a reply, each with its field."""
    index = Index(case.article)
    candidates = read(case.reply, SummitSummary, index)
    return [(each.field, each.item) for each in candidates if each.item is not None], index


def left_out(items: list[tuple[str, Item]], index: Index) -> Iterator[Left]:
    """What becomes of each item if it alone is left out."""
    for at, (field, item) in enumerate(items):
        rest = [other for place, (_, other) in enumerate(items) if place != at]
        others = set[int]().union(*(rests_on(each, index) for each in rest))
        own = sorted(rests_on(item, index) - others - {0})
        fate: Fate = "cited by others"
        if own and find_open(rest, index, own):
            fate = "open"
        elif own:
            fate = "repeated" if find_open([], index, own) else "not seen"
        yield Left(field, item, own, fate)


def main(folder: Path | None) -> None:
    """Print both tables."""
    stems = (
        ARTICLES if folder is None else sorted(p.parent.name for p in folder.glob("*/reply.json"))
    )
    sentences, kinds, fates = Counter[str](), Counter[str](), Counter[tuple[str, Fate]]()
    for stem in stems:
        case = told(stem, folder)
        items, index = complete(case)
        found = find_open([item for _, item in items], index)
        sentences["all"] += len(case.article.sentences)
        sentences["open"] += len(found)
        kinds.update(kind for each in found for kind in each.kinds)
        for left in left_out(items, index):
            fates[left.field, left.fate] += 1
            if left.is_told:
                fates["with a sum, or somebody's words", left.fate] += 1
    columns: tuple[Fate, ...] = ("open", "repeated", "not seen", "cited by others")
    print(f"\n{'left out':33}" + "".join(f"{each:>17}" for each in columns))
    for field in dict.fromkeys(field for field, _ in sorted(fates)):
        print(f"{field:33}" + "".join(f"{fates[field, each]:17}" for each in columns))
    share = sentences["open"] / sentences["all"]
    of = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    print(
        f"\nof complete replies {sentences['open']} of {sentences['all']} sentences are open: ",
        end="",
    )
    print(f"{share:.1%}" + (f" ({of})" if of else ""))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
