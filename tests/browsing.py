"""What can be told of a page in a browser: colours, and what is on the screen."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

_SCROLLS = 3  # seconds


def colour(page: Page, selector: str, name: str = "backgroundColor") -> str:
    """The colour that the first such element has."""
    script = f"element => getComputedStyle(element).{name}"
    found: str = page.locator(selector).first.evaluate(script)
    return found


def named(page: Page, role: str) -> list[str]:
    """What such elements are called, as a screen reader says it: with what only the style adds."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    of_role = [node for node in nodes if node.get("role", {}).get("value") == role]
    return [" ".join(node["name"]["value"].split()) for node in of_role]


def on_screen(page: Page, selector: str) -> bool:
    """Whether the beginning of the first such element can be seen, within all that scrolls.

    Or comes to be: what a link leads to is scrolled to with the next picture of the page.
    """
    script = """element => {
        const line = element.getClientRects()[0];
        const x = line.left + line.width / 2, y = line.top + Math.min(line.height, 16) / 2;
        const found = document.elementFromPoint(x, y);
        return found !== null && element.contains(found);
    }"""
    element = page.locator(selector).first
    end = monotonic() + _SCROLLS
    while not (seen := bool(element.evaluate(script))) and monotonic() < end:
        page.wait_for_timeout(50)
    return seen
