"""What reading a page costs and finds, beside trafilatura alone: ``python benchmarks/pages.py``.

For each generated page of 2 MB: the CPU seconds it takes, those of trafilatura alone in the same
run, and the characters both find.  With a folder (``python benchmarks/pages.py FOLDER``) all pages
in it, in one line: how many are read, refused, or crash, how much text beside trafilatura alone, and
the median, the mean and the longest time.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import mean, median
from time import process_time
from typing import Any

from trafilatura import bare_extraction

from summariser import Article, ArticleError
from summariser.article.html import _DATES

MOST = 2.0  # CPU seconds for a page of 2 MB
SIZE = 2_000_000
SENTENCE = (
    "The port of Norvik signed a contract worth $2.5 billion with the yard, its master said. "
)


def filled(head: str, piece: Callable[[int], str]) -> str:
    """A page as long as it may be, of one kind of piece."""
    size = len(piece(10))
    body = "".join(piece(number) for number in range((SIZE - len(head)) // size))
    return f"<html lang=en><head><title>Norvik | Courier</title>{head}</head><body>{body}</body></html>"


def attributes(count: int) -> str:
    return " ".join(f'data-{number}="{number}"' for number in range(count))


PAGES: dict[str, Callable[[], str]] = {
    "long paragraphs": lambda: filled("", lambda n: f"<p>{SENTENCE * 10}{n}</p>"),
    "a live ticker": lambda: filled("", lambda n: f"<p><b>{n}</b> {SENTENCE}</p>"),
    "lines with <br>": lambda: filled("", lambda n: f"{SENTENCE}<br>and then {n} more<br>\n"),
    "hidden pieces": lambda: filled("", lambda n: f"<p>{SENTENCE}</p><p hidden>{SENTENCE}{n}</p>"),
    "inline styles": lambda: filled(
        "", lambda n: f'<p style="color:#222;margin:0 0 {n}px;display:block">{SENTENCE}</p>'
    ),
    "a long style sheet": lambda: filled(
        "<style>" + ".a .b > .c:not(.d){display:none}" * 30_000 + "</style>",
        lambda n: f'<p class="c">{SENTENCE}{n}</p>',
    ),
    "scripts": lambda: filled(
        "", lambda n: f"<p>{SENTENCE}</p><script>var a = {{}}; $x('{n}', 'b');" + "a();" * 500 + "</script>"
    ),
    "streamed pieces": lambda: filled(
        "",
        lambda n: f'<template id="B:{n}"></template><div hidden id="S:{n}"><p>{SENTENCE * 5}</p></div>'
        f'<script>$RC("B:{n}","S:{n}")</script>',
    ),
    "many attributes": lambda: filled(
        "", lambda n: f"<p {attributes(1_000)}>{SENTENCE}{n}</p>"
    ),
    "100,000 attributes": lambda: filled("", lambda n: f"<p>{SENTENCE * 10}{n}</p>").replace(
        "<p>", f"<p {attributes(100_000)}>", 1
    ),
    "deeply nested": lambda: filled("", lambda n: "<div>" * 20 + SENTENCE + "</div>" * 20 + f"<p>{n}</p>"),
    "a list of links": lambda: filled("", lambda n: f'<li><a href="/{n}">{SENTENCE}</a></li>'),
    "a table": lambda: filled("", lambda n: f"<table><tr><td>{n}</td><td>{SENTENCE}</td></tr></table>"),
    "wrapped source": lambda: filled("", lambda n: "<p>" + SENTENCE.replace(" ", "\n") + f"{n}</p>\n"),
    "Chinese": lambda: filled("", lambda n: f"<p>诺维克港与拉古纳造船厂签署了一份价值25亿美元的合同。{n}</p>"),
}  # fmt: skip


def ours(page: str | bytes) -> tuple[str, str]:
    """What came of it, and the text."""
    try:
        return "read", Article.from_html(page).text
    except ArticleError as error:
        return f"refused: {str(error).partition(':')[0][:40]}", ""
    except Exception as error:  # noqa: BLE001  (a crash is what is looked for)
        return f"CRASHED: {type(error).__name__}", ""


def alone(page: str | bytes) -> str:
    """What trafilatura finds by itself."""
    try:
        found = bare_extraction(page, include_comments=False, date_extraction_params=_DATES)
    except Exception:  # noqa: BLE001  (nothing found)
        return ""
    return getattr(found, "text", None) or ""


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = process_time()
    result = work()
    return process_time() - start, result


def generated() -> None:
    print(
        f"{'page of 2 MB':22} {'s':>6} {'alone':>6} {'ratio':>6} {'characters':>12} {'alone':>12}"
    )
    alone(f"<p>{SENTENCE * 5}</p>")  # tables are loaded once per process
    ours(f"<p>{SENTENCE * 5}</p>")
    for label, make in PAGES.items():
        page = make()
        # It takes a minute for as many attributes.
        slow = label == "100,000 attributes"
        peer, peers = (float("nan"), "") if slow else timed(lambda page=page: alone(page))
        own, (told, text) = timed(lambda page=page: ours(page))
        late = "  LATE" if own > MOST else ""
        print(
            f"{label:22} {own:6.2f} {peer:6.2f} {own / peer:6.1f} {len(text):12,} {len(peers):12,}"
            f"{'' if text else '  ' + told}{late}",
            flush=True,
        )


def folder(path: Path) -> None:
    outcomes: Counter[str] = Counter()
    own_times, peer_times, shares = [], [], []
    pages = sorted(each for each in path.rglob("*") if each.suffix.lower() in (".html", ".htm"))
    for file in pages:
        page = file.read_bytes()
        peer, peers = timed(lambda page=page: alone(page))
        own, (told, text) = timed(lambda page=page: ours(page))
        own_times.append(own)
        peer_times.append(peer)
        outcomes[told] += 1
        if peers:
            shares.append(len(text) / len(peers))
            if not 0.8 < shares[-1] < 1.25:
                print(f"{len(text):9,} of {len(peers):9,} {told[:30]:30} {file.name}", flush=True)
    print(f"{len(pages)} pages:", ", ".join(f"{n} {told}" for told, n in outcomes.most_common()))
    less = [share for share in shares if share < 0.8]
    print(
        f"text beside trafilatura alone: mean {mean(shares):.3f}, median {median(shares):.3f}; "
        f"under 0.8 in {len(less)}, none in {sum(not share for share in shares)} of {len(shares)}"
    )
    for label, times in (("seconds", own_times), ("alone", peer_times)):
        print(
            f"{label:8} median {median(times):.3f}, mean {mean(times):.3f}, longest {max(times):.2f}"
        )


def main() -> None:
    if len(sys.argv) > 1:
        folder(Path(sys.argv[1]))
    else:
        generated()


if __name__ == "__main__":
    main()
