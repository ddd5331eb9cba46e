"""The documentation builds without a warning, and every link in it leads somewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from extras import needs

import summariser

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

ROOT = Path(__file__).parent.parent

pytestmark = needs("sphinx", "myst_parser", "furo", extra="docs")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documentation as `make docs` builds it."""
    folder = tmp_path_factory.mktemp("docs")
    options = ["-c", "docs", "-d", folder / "doctrees", "--fail-on-warning", "--keep-going", "-q"]
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", *options, ".", folder / "site"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    return folder / "site"


@cache
def read(page: Path) -> BeautifulSoup:
    from bs4 import BeautifulSoup  # which furo brings along

    return BeautifulSoup(page.read_text("utf-8"), "html.parser")


@cache
def places(page: Path) -> set[str]:
    """Where in a page a link may lead."""
    return {"", *(str(tag["id"]) for tag in read(page).find_all(id=True))}


def test_every_link_leads_somewhere(site: Path) -> None:
    """To a file of the site and, if it names one, to a place in it; none is asked for elsewhere."""
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 15
    broken, links = [], 0
    for page in pages:
        for tag in read(page).find_all(href=True):
            file, _, place = unquote(str(tag["href"])).partition("#")
            if file.startswith(("http:", "https:", "mailto:")):
                continue
            links += 1
            target = page.parent / file.partition("?")[0] if file else page
            if not target.is_file() or (place and place not in places(target)):
                broken.append((page.name, tag["href"]))
    assert broken == []
    assert links > 500


def test_every_public_name_is_in_the_reference(site: Path) -> None:
    """And with it the methods, properties and fields that it has."""
    shown = places(site / "docs" / "reference.html")
    names = {f"summariser.{name}" for name in summariser.__all__} - {"summariser.__version__"}
    assert names - shown == set()
    assert {f"summariser.{name}" for name in ("Article.id", "Deal.status", "Store.add")} <= shown


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    """No page asks another server for a script, a style, a font or a picture."""
    for page in site.rglob("*.html"):
        loaded = [tag["src"] for tag in read(page).find_all(src=True)]
        loaded += [tag["href"] for tag in read(page).find_all("link", href=True)]
        assert not [each for each in loaded if "//" in each]
    for style in site.rglob("*.css"):
        assert "url(http" not in style.read_text("utf-8")
