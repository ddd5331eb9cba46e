"""What is compared of each type, and what is not: the table in the README, from the marks on the fields.

``python tests/compared_table.py`` (``make compared-table``) writes it between its markers.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from summariser.checks.told import TOLD
from summariser.schema import Evidence, Item, Mention, Part, Quoted, SummaryData
from summariser.schema.marks import FreeText, taken_apart
from summariser.topics.summit import SummitSummary

PAGE = Path(__file__).parent.parent / "README.md"
MARKERS = ("<!-- compared: make compared-table -->", "<!-- end of compared -->")


def parts(of: type[Part], above: tuple[type[Part], ...] = ()) -> Iterator[type[Part]]:
    """A type, and those of its fields."""
    if of not in above:
        yield of
        for name in of.visible_fields():
            for kind in taken_apart(of.model_fields[name].annotation)[0]:
                if isinstance(kind, type) and issubclass(kind, Part) and kind is not Evidence:
                    yield from parts(kind, (*above, of))


def row(part: type[Part]) -> str:
    """Which of its fields are always compared, which where the words tell, which never."""
    always, told, never = [], [], []
    for name in part.visible_fields():
        field = part.model_fields[name]
        kinds, marks = taken_apart(field.annotation)
        marks += field.metadata
        if any(isinstance(each, type) and issubclass(each, Mention | Item) for each in kinds):
            continue  # has a row of its own
        if any(type(mark) in TOLD for mark in marks) or (
            issubclass(part, Quoted) and name == "attribution"
        ):
            told.append(name)
        elif name in part.unread_fields():
            never.append(name)
        else:
            has_words = any(isinstance(mark, FreeText) for mark in marks)
            always.append(f"numbers in {name}" if has_words else name)
    called = "Summary" if issubclass(part, SummaryData) else part.__name__
    return f"| {called} | {', '.join(always)} | {', '.join(told)} | {', '.join(never)} |"


def table() -> str:
    """All types of the summit's topic."""
    head = "| | compared | where the words tell | not compared |", "|---|---|---|---|"
    return "\n".join([*head, *map(row, dict.fromkeys(parts(SummitSummary)))])


def written(page: str) -> str:
    """The page with the table as it is now."""
    before, _, rest = page.partition(MARKERS[0])
    _, _, after = rest.partition(MARKERS[1])
    return f"{before}{MARKERS[0]}\n\n{table()}\n\n{MARKERS[1]}{after}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")
