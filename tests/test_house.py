"""The house: a package is used from outside through its face, and its parts keep to themselves."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib.util import resolve_name
from pathlib import Path

import grimp
import pytest

PACKAGE = Path(__file__).parent.parent / "summariser"
FILES = sorted(PACKAGE.rglob("*.py"))
ROOMS = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}


def home(path: Path) -> str:
    """The package in which a file imports: summariser.checks, say."""
    return ".".join(("summariser", *path.relative_to(PACKAGE).parent.parts))


def imported(path: Path) -> Iterator[tuple[str, str]]:
    """What a file imports from this library: the module, and the name taken from it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            full = resolve_name(module, home(path)) if node.level else module
            yield from ((full, alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)


def strangers(path: Path) -> list[str]:
    """What it takes from inside another package."""
    taken = []
    for module, name in imported(path):
        parts = module.split(".")
        if parts[0] != "summariser":
            continue
        room, inside = [*parts[1:], ""][0], parts[2:]
        if room in ROOMS and room != home(path).partition(".")[2] and inside:
            taken.append(f"{module}: {name}")
    return taken


def test_there_are_rooms() -> None:
    """The walk below finds something to walk through."""
    assert {"llm", "schema", "views"} <= ROOMS
    assert any(module == "summariser.schema" for path in FILES for module, _ in imported(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_package_is_used_through_its_face(path: Path) -> None:
    """No module imports from inside another package."""
    if path.name != "__main__.py":  # which only gathers the commands
        assert strangers(path) == []


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_a_face_says_what_it_is_for(room: str) -> None:
    """Each package has a docstring of its own, and lists what it offers."""
    tree = ast.parse((PACKAGE / room / "__init__.py").read_text("utf-8"))
    assert len(ast.get_docstring(tree) or "") > 40
    offered = importlib.import_module(f"summariser.{room}")
    if room != "commands":  # of which each is looked up by its own name
        assert all(hasattr(offered, name) for name in offered.__all__)


def test_files_use_each_other_in_one_direction() -> None:
    """No module comes back to itself through what it imports, also within a package."""
    graph = grimp.build_graph("summariser", exclude_type_checking_imports=True)
    below = {each: graph.find_modules_directly_imported_by(each) for each in graph.modules}
    assert len(below) > 100
    TopologicalSorter(below).prepare()  # raises CycleError, which names it


def test_only_the_marker_skips_for_want_of_an_extra() -> None:
    """What `make test` skips is what `make test-rest` selects by it, so nothing is left unrun."""
    ways = ("importor" + "skip", "find_" + "spec")  # as they do not stand in this file
    tests = Path(__file__).parent
    skipping = {
        path for path in tests.rglob("*.py") for way in ways if way in path.read_text("utf-8")
    }
    assert skipping == {tests / "extras.py"}


HEAVY = ("babel", "instructor", "jinja2", "openai", "pydantic.main", "vcr")


@pytest.mark.heavy
@pytest.mark.parametrize(
    "arguments", [["-c", "import summariser"], ["-m", "summariser", "--help"]], ids=str
)
def test_nothing_is_loaded_that_is_not_used(arguments: list[str]) -> None:
    """What imports the library, or asks for help, waits for no model of pydantic and no client."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments], capture_output=True, text=True, check=True
    )
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "summariser" in loaded
    assert loaded.isdisjoint(HEAVY)
