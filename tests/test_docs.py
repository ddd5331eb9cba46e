"""The documentation builds without a warning, and every link in it leads somewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from extras import needs

import summariser

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent

pytestmark = [pytest.mark.heavy, needs("sphinx", "myst_parser", "furo", extra="docs")]


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


def attributes(page: Path, *names: str) -> list[str]:
    """What stands in these attributes of a page."""
    return [str(tag[name]) for name in names for tag in read(page).find_all(attrs={name: True})]


def test_every_link_leads_somewhere(site: Path) -> None:
    """To a file of the site, pictures too, and if it names one, to a place in it."""
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 15
    broken, links = [], 0
    for page in pages:
        for link in attributes(page, "href", "src", "srcset"):
            file, _, place = unquote(link).partition("#")
            if file.startswith(("http:", "https:", "mailto:")):
                continue
            links += 1
            target = page.parent / file.partition("?")[0] if file else page
            if not target.is_file() or (place and place not in places(target)):
                broken.append((page.name, link))
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
        loaded = attributes(page, "src", "srcset")
        loaded += [str(tag["href"]) for tag in read(page).find_all("link", href=True)]
        assert not [each for each in loaded if "//" in each]
    for style in site.rglob("*.css"):
        assert "url(http" not in style.read_text("utf-8")


@pytest.fixture
def opened(browser: Browser, site: Path) -> Iterator[Callable[..., Page]]:
    """``opened(page, width)`` opens it from disk; nothing is asked of anybody, and nobody complains."""
    heard: list[str] = []
    contexts = []

    def open_page(page: str, width: int = 1200) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800})
        contexts.append(context)
        opened = context.new_page()
        opened.on("request", lambda request: heard.append(request.url))
        opened.on("console", lambda message: heard.append(message.text))
        opened.on("pageerror", lambda error: heard.append(str(error)))
        opened.goto((site / page).as_uri())
        return opened

    yield open_page
    for context in contexts:
        context.close()
    assert [each for each in heard if not each.startswith("file:")] == []


def in_a_browser(test: Callable[..., None]) -> Callable[..., None]:
    return pytest.mark.browser(needs("playwright", extra="browser")(test))


@in_a_browser
def test_no_page_is_wider_than_a_telephone(site: Path, opened: Callable[..., Page]) -> None:
    """Nobody has to scroll sideways to read one, but within a table or a block of code."""
    beyond = """() => [...document.querySelectorAll("html, .page *")]
        .filter(each => !each.closest(".table-wrapper, pre, .sidebar-drawer, .toc-drawer"))
        .filter(each => each.getBoundingClientRect().right > innerWidth)
        .map(each => each.outerHTML.slice(0, 80))"""
    page = opened("docs/index.html", width=400)
    wide = {}
    for file in sorted({*site.rglob("*.html")} - {site / "index.html"}):  # which leads on at once
        page.goto(file.as_uri())
        if found := page.evaluate(beyond):
            wide[file.name] = found
    assert wide == {}


@in_a_browser
@pytest.mark.parametrize("width", [1200, 400])
def test_the_keyboard_leads_from_page_to_page(width: int, opened: Callable[..., Page]) -> None:
    """By the table of contents, which comes onto a small screen when it is reached."""
    page = opened("docs/index.html", width)
    tab_to(page, ".sidebar-tree a[href='languages.html']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/languages.html")


@in_a_browser
@pytest.mark.parametrize("width", [1200, 400])
def test_the_keyboard_leads_to_what_is_sought(width: int, opened: Callable[..., Page]) -> None:
    """Words in the search lead to the pages that have them, without a server."""
    page = opened("docs/index.html", width)
    tab_to(page, "input.sidebar-search")
    page.keyboard.type("Retry-After")
    page.keyboard.press("Enter")
    page.locator("#search-results li a").first.wait_for(timeout=5_000)
    tab_to(page, "#search-results a[href^='docs/errors.html']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/docs/errors.html*")


def tab_to(page: Page, selector: str) -> None:
    """Goes there by keyboard; it is on the screen then, and can be seen to be where one is."""
    for _ in range(100):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            break
    else:
        pytest.fail(f"no way to {selector}")
    is_seen = """() => {
        const { left, right, top, bottom } = document.activeElement.getBoundingClientRect();
        return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
    }"""
    page.wait_for_function(is_seen, timeout=5_000)  # once it has come there
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
