"""What the replies and articles cost that cost most: ``python benchmarks/worst.py [LABEL …]``.

For each: the CPU seconds it takes, and those of the same twice as long; and how long an event loop
beside it had to wait for its turn, at most, garbage collection apart.  An exponent of 1 means that time grows with length, 2
with its square.  The peer, in the same run, does the least that
anybody has to do with such a reply and such an article: it reads the one with `json.loads`, and
finds the words of the other with a regular expression.
"""

from __future__ import annotations

import asyncio
import gc
import json
import math
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from worst_cases import CASES, Case

from summariser.llm import aside

PAUSE = 0.005
ROUNDS = 20  # of the peer, which takes microseconds


def seconds(work: Callable[[], object]) -> float:
    """CPU time of some work."""
    start = time.process_time()
    work()
    return time.process_time() - start


async def stretch(work: Callable[[], object]) -> float:
    """The longest that a loop is held up by this work, in seconds: it asks for a turn each 5 ms."""
    gc.collect()
    gc.disable()
    try:
        doing = asyncio.create_task(aside(work))
        longest = 0.0
        while not doing.done():
            started = time.perf_counter()
            await asyncio.sleep(PAUSE)
            longest = max(longest, time.perf_counter() - started - PAUSE)
        await doing
    finally:
        gc.enable()
    return longest


def peer(case: Case) -> float:
    """The least one has to do."""
    reply = json.dumps(case.replies)

    def work() -> None:
        for _ in range(ROUNDS):
            json.loads(reply)
            re.findall(r"\w+", case.text)

    return seconds(work) / ROUNDS


def main() -> None:
    """Print one line per case."""
    labels = sys.argv[1:] or list(CASES)
    print(
        f"{'case':38} {'n':>6} {'s at n':>8} {'s at 2n':>8} {'exponent':>9} {'ms held':>8} {'x peer':>8}"
    )
    for label in labels:
        make, n = CASES[label]
        make(3).work()  # tables are loaded once per process
        one, two = make(n), make(2 * n)
        few, double = seconds(one.work), seconds(two.work)
        exponent = math.log2(double / few)
        held = 1000 * asyncio.run(stretch(make(2 * n).work))
        ratio = double / peer(two)
        figures = f"{few:8.2f} {double:8.2f} {exponent:9.1f} {held:8.0f} {ratio:8.0f}"
        print(f"{label:38} {n:6} {figures}", flush=True)


if __name__ == "__main__":
    main()
