"""How soon the first fact is there: ``python benchmarks/first_item.py`` (some two minutes).

A server on loopback writes the replies to the articles in ``seeds/`` at 40 tokens a second, as many
a model does; four characters count as a token.  Each article is read twice at the same time: as it
is written, and whole.  "Delay" is what lies between the moment in which the server has sent the
sign that shows an item to be whole, and the one in which the verified item is in the caller's hands.
CPU is measured apart, of a process that gets the replies at once, a token an event, or whole.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from llm_server import DONE, EVENTS, Handler, LLMServer, Reply, Request, completion, server_apart
from llm_server import chunks as in_chunks
from llm_server import event as as_event
from record import SEEDS, article, honest

from summariser import Summariser
from summariser.llm.errors import Secrets
from summariser.llm.reply import answer_model
from summariser.llm.streaming import Items
from summariser.topics import SummitSummary

TOKEN = 4  # characters


class Paced:
    """Writes a reply at this rate, and knows when it had written what."""

    def __init__(self, content: dict[str, Any], rate: float) -> None:
        self.whole = completion(content)
        text = self.whole["choices"][0]["message"]["content"]
        self.tokens = len(text) // TOKEN
        self.rate = rate
        self.events = [*map(as_event, in_chunks(self.whole, TOKEN))]
        items = Items(answer_model(SummitSummary))
        self.items = [
            number
            for number, at in enumerate(range(0, len(text), TOKEN), start=1)
            for _ in items.feed(text[at : at + TOKEN], Secrets(None, []))
        ]
        """Which token shows each item to be whole."""
        self.sent: list[float] = []

    def reply(self, request: Request) -> Reply:
        """Event by event, or at the end of the same time."""
        if request.body.get("stream"):
            return Reply(body=b"".join(self.events) + DONE, headers=EVENTS, send=self._stream)
        body = json.dumps(self.whole, ensure_ascii=False).encode()
        return Reply(body=body, send=self._wait)

    def _stream(self, handler: Handler, reply: Reply) -> None:
        handler.write(reply, b"")
        begun = time.perf_counter()
        for number, event in enumerate(self.events):
            time.sleep(max(0.0, begun + number / self.rate - time.perf_counter()))
            handler.wfile.write(event)
            self.sent.append(time.perf_counter())
        handler.wfile.write(DONE)

    def _wait(self, handler: Handler, reply: Reply) -> None:
        time.sleep(len(self.events) / self.rate)
        handler.write(reply, reply.body)


def read(stem: str, rate: float) -> dict[str, Any]:
    """Both ways at the same time."""
    paced = Paced(honest(stem).reply, rate)
    asked = article(stem)
    with LLMServer(paced.reply) as server:

        def whole() -> float:
            with Summariser(model="m", base_url=server.base_url, timeout=300) as summariser:
                begun = time.perf_counter()
                summariser.summarise(asked)
                return time.perf_counter() - begun

        def streamed() -> tuple[float, list[tuple[float, Any]]]:
            with Summariser(model="m", base_url=server.base_url) as summariser:
                begun = time.perf_counter()
                told = ((time.perf_counter(), each) for each in summariser.stream_items(asked))
                return begun, [*told]

        with ThreadPoolExecutor() as threads:
            both = threads.submit(whole), threads.submit(streamed)
            took, (begun, told) = both[0].result(), both[1].result()
    items = [(at, each) for at, each in told[:-1] if each.kind == "added"]
    listed = next(at for at, each in items if SummitSummary.item_fields()[each.field].many)
    # The first event has no words.
    ready = [paced.sent[number] for number in paced.items]
    return {
        "article": stem,
        "tokens": paced.tokens,
        "first": items[0][0] - begun,
        "listed": listed - begun,
        "summary": told[-1][0] - begun,
        "whole": took,
        "delays": [at - sent for (at, _), sent in zip(items, ready, strict=False)],
    }


def cpu(stem: str, rounds: int, *, streams: bool) -> float:
    """Seconds an article takes of this process."""
    asked, content = article(stem), honest(stem).reply
    with (
        server_apart(content=json.dumps(content, ensure_ascii=False), pieces=TOKEN) as server,
        Summariser(model="m", base_url=server.base_url) as summariser,
    ):
        taken = []
        for _ in range(rounds + 1):  # the first warms up
            begun = time.process_time()
            if streams:
                list(summariser.stream_items(asked))
            else:
                summariser.summarise(asked)
            taken.append(time.process_time() - begun)
    return median(taken[1:])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rate", type=float, default=40, help="tokens a second")
    parser.add_argument("--rounds", type=int, default=20, help="articles for the CPU, each way")
    options = parser.parse_args()
    stems = [stem for stem in SEEDS if honest(stem).repair is None]
    # Tables are made when a language is first read: not while anybody waits.
    for stem in stems:
        cpu(stem, 1, streams=True)
    with ThreadPoolExecutor() as threads:
        rows = [*threads.map(lambda stem: read(stem, options.rate), stems)]
    heads = ("first item", "of a list", "summary", "in one go", "first / whole", "of a list / whole",
             "summary / whole", "delay")  # fmt: skip
    print(
        "".join(
            [f"{f'at {options.rate:g} tokens a second':36}", *(f"{each:>18}" for each in heads)]
        )
    )
    for row in rows:
        times = [row[name] for name in ("first", "listed", "summary", "whole")]
        ratios = [at / row["whole"] for at in times[:3]]
        cells = [*(f"{at:.1f} s" for at in times), *(f"{each:.2f}" for each in ratios)]
        cells.append(f"{1000 * median(row['delays']):.0f} ms")
        name = f"{row['article']}, {row['tokens']:,} tokens"
        print("".join([f"{name:36}", *(f"{each:>18}" for each in cells)]))
    ratios = [
        cpu(stem, options.rounds, streams=True) / cpu(stem, options.rounds, streams=False)
        for stem in stems
    ]
    print(f"CPU of an article, streamed / whole: {median(ratios):.1f}"
          f" ({min(ratios):.1f}-{max(ratios):.1f})")  # fmt: skip


if __name__ == "__main__":
    main()
