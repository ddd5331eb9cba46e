"""What code alone sees: each thing found stands there, and a reader would call it that."""

from __future__ import annotations

from pathlib import Path

import pytest

from summariser.drafts import Scan, scan

ROOT = Path(__file__).parents[2]
FILES = sorted([*ROOT.glob("seeds/*.txt"), *ROOT.glob("tests/articles/*.txt")])


def words(found: Scan) -> dict[str, list[str]]:
    """The words of all that was found, kind by kind."""
    return {
        name: [span.text for item in getattr(found, name) for span in item.named()]
        for name in found.item_fields()
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_found_stands_there(path: Path) -> None:
    """The words at each place are those of the item: of a name, one of its forms."""
    found = scan(path)
    assert found.names
    assert found.sums
    for field, item in found.items():
        forms = {item.name, *item.forms} if "names" in field else {item.verbatim}
        assert {span.text for span in item.named()} == forms, field
        for check in item.checks:
            assert check.span
            part = found.article.text if check.span.part == "text" else found.article.title
            assert part[check.span.start : check.span.end] == check.span.text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_is_read_back_as_it_was_written(path: Path) -> None:
    """JSON and back is the same scan, verdicts included: all stands there to the letter."""
    found = scan(path)
    assert Scan.model_validate_json(found.model_dump_json()) == found
    assert found.verdict == "exact"
