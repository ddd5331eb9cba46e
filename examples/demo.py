"""Summarise every article in a folder, and print what it bears out.  Copy from here.

    python examples/demo.py

The replies are recorded, so this needs no key and no network; they were written by hand, by no
model.  For your own articles, leave out ``recorded`` and set OPENAI_API_KEY, or pass ``base_url=``.
"""

import sys
from pathlib import Path

from summariser import Article, Summariser, recorded, to_html, to_text

HERE = Path(__file__).parent.parent
COLOUR = sys.stdout.isatty()


def main() -> None:
    summariser = Summariser(model="gpt-5-mini")
    summaries = []
    with recorded(HERE / "cassettes" / "demo.yaml"):
        for path in sorted(HERE.glob("seeds/*.txt")):
            summary = summariser.summarise(Article.from_file(path))
            print(f"\n{path.name}")
            print(to_text(summary, colour=COLOUR))
            summaries.append(summary)
    page = Path("report.html")
    page.write_text(to_html(summaries), encoding="utf-8")
    print(f"The articles beside their facts: open {page.absolute()}")


if __name__ == "__main__":
    main()
