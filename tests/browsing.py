"""What can be told of a page in a browser: colours, and what is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


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
    """Whether the beginning of the first such element can be seen, within all that scrolls."""
    script = """element => {
        const line = element.getClientRects()[0];
        const x = line.left + line.width / 2, y = line.top + Math.min(line.height, 16) / 2;
        const found = document.elementFromPoint(x, y);
        return found !== null && element.contains(found);
    }"""
    return bool(page.locator(selector).first.evaluate(script))
