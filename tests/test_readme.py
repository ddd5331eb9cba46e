"""README and docs are whole: tables as they are written, links that lead somewhere; see `test_snippets`."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import compared_table
import language_table
import option_table
import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str, text: str = README) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.fixture
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_what_is_compared_is_told_from_the_types() -> None:
    """The table in the README is that of the marks: ``make compared-table`` writes it."""
    assert compared_table.written(README) == README


@pytest.mark.parametrize("table", [language_table, option_table])
def test_a_page_is_as_its_command_writes_it(table: ModuleType) -> None:
    """Languages and options stand in the docs as they are: `make language-table`, `option-table`."""
    text = table.PAGE.read_text("utf-8")
    assert table.on_page(text) == text


def test_the_four_lines_run(at_the_root: None) -> None:
    """The Python shown gives the values shown."""
    names: dict[str, Any] = {}
    exec(blocks("python")[0], names)
    summary = names["summary"]
    assert summary.deals[0].values[0].amount == Decimal(2500000000)
    assert summary.deals[0].verdict == "computed"
    shown = re.search(r"evidence\[1\]\.text\s+# '(.*?) …'", README)
    assert shown
    assert summary.deals[0].evidence[1].text.startswith(shown[1])


def drawn() -> list[list[str]]:
    """The floors of the house as it is drawn for those who build it, from the roof down."""
    drawing = (
        (ROOT / "CONTRIBUTING.md")
        .read_text("utf-8")
        .partition("## The house")[2]
        .split("```")[1]
        .strip()
    )
    return [re.split(" {2,}", line)[0].split(" · ") for line in drawing.splitlines()]


def test_every_package_is_drawn() -> None:
    """The drawing is complete, and names nothing that is gone."""
    package = ROOT / "summariser"
    there = {path.stem for path in package.glob("*.py")} | {
        path.parent.name for path in package.glob("*/__init__.py")
    }
    listed = [name for floor in drawn() for name in floor]
    assert sorted(listed) == sorted(there - {"__init__"})


def test_the_drawing_is_the_plan() -> None:
    """Each floor stands in the import contract, in the same order."""
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    layers = [layer.split(" | ") for layer in contract["contracts"][0]["layers"]]
    floors = drawn()
    floors[:1] = [[name] for name in floors[0]]  # drawn on one line
    assert floors == layers


def test_every_make_target_in_the_readme_exists() -> None:
    """No command is shown that make does not know."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"(?:`|\$ )make ([a-z-]+)", README)) <= targets


@pytest.mark.parametrize(
    "page",
    [
        "README.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        *sorted(p.name for p in (ROOT / "docs").glob("*.md")),
    ],
)
def test_links_lead_somewhere(page: str) -> None:
    """Every link to a file of ours finds it, and every chapter named in one is there."""
    path = ROOT / page if (ROOT / page).exists() else ROOT / "docs" / page
    links = re.findall(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)", path.read_text("utf-8"))
    for file, chapter in links:
        target = path.parent / file if file else path
        assert target.exists(), file
        headings = re.findall(r"(?m)^#+ (.*)$", target.read_text("utf-8")) if chapter else []
        anchors = {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}
        assert not chapter or chapter in anchors, f"{file}#{chapter}"


def test_every_page_of_the_docs_can_be_found() -> None:
    """The README leads to their contents; it or they lead to each; it takes a screen or two."""
    contents = (ROOT / "docs" / "index.md").read_text("utf-8")
    told = set(re.findall(r"\]\((?:docs/)?([^)#]*)", README + contents))
    assert {page.name for page in (ROOT / "docs").glob("*.md")} <= told
    assert len(README.split()) <= 1_200


def test_its_pictures_are_there_and_small() -> None:
    """Light and dark: ``make picture`` writes both."""
    pictures = [ROOT / path for path in re.findall(r'(?:src|srcset)="([^"]+)"', README)]
    assert len(pictures) == 2
    assert all(0 < picture.stat().st_size < 150_000 for picture in pictures)
