"""Take the README's picture of the report, from the seeds: ``make picture``.

Needs the extra ``browser`` and a Chromium.  The replies are recorded, so the picture is what the
library makes of them; a fact is pointed at, which marks the sentences that it rests on.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from summariser import Article, Summariser, recorded, to_html

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "report.png"
SEED = "lakes_summit_en.txt"
SIZE = {"width": 1240, "height": 740}


def main() -> None:
    """Summarise, open the page, point at the first deal, and write the picture."""
    with recorded(ROOT / "cassettes" / "demo.yaml"), Summariser(model="gpt-5-mini") as summariser:
        summary = summariser.summarise(Article.from_file(ROOT / "seeds" / SEED))
    number = 1 + [path for path, _ in summary.items()].index("deals[0]")
    PICTURE.parent.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "report.html"
        page_file.write_text(to_html(summary), encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport=SIZE, color_scheme="light")
        page.goto(page_file.as_uri())
        fact = page.locator(f".f{number}")
        fact.evaluate("fact => scrollTo(0, scrollY + fact.getBoundingClientRect().top - 48)")
        fact.locator("h4").hover()
        page.screenshot(path=PICTURE)
        browser.close()
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
