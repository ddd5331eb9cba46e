"""Take the README's pictures of the report, light and dark, from the seeds: ``make picture``.

Needs the extra ``browser`` and a Chromium.  The replies are recorded, so the picture is what the
library makes of them; a fact is pointed at, which marks the sentences that it rests on.
"""

from __future__ import annotations

import shutil
from base64 import b64decode
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Page, sync_playwright

from summariser import Article, Summariser, recorded, to_html

ROOT = Path(__file__).parent.parent
PICTURES: dict[Literal["light", "dark"], Path] = {
    "light": ROOT / "docs" / "report.webp",
    "dark": ROOT / "docs" / "report-dark.webp",
}
SEED = "lakes_summit_en.txt"
SIZE = {"width": 1200, "height": 640}


def main() -> None:
    """Summarise, open the page, point at the first deal, and write the pictures."""
    with recorded(ROOT / "cassettes" / "demo.yaml"), Summariser(model="gpt-5-mini") as summariser:
        summary = summariser.summarise(Article.from_file(ROOT / "seeds" / SEED))
    number = 1 + [path for path, _ in summary.items()].index("deals[0]")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "report.html"
        page_file.write_text(to_html(summary), encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport=SIZE)
        page.goto(page_file.as_uri())
        fact = page.locator(f".f{number}")
        fact.evaluate("fact => scrollTo(0, scrollY + fact.getBoundingClientRect().top - 90)")
        fact.locator("h4").hover()
        for scheme, picture in PICTURES.items():
            page.emulate_media(color_scheme=scheme)
            picture.write_bytes(drawn(page))
            print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size / 1000:.0f} kB")
        browser.close()


def drawn(page: Page) -> bytes:
    """What is in view, as WebP, which takes less than PNG."""
    session = page.context.new_cdp_session(page)
    shot = session.send("Page.captureScreenshot", {"format": "webp", "quality": 80})
    return b64decode(shot["data"])


if __name__ == "__main__":
    main()
