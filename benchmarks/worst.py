"""What the replies and articles cost that cost most: ``python benchmarks/worst.py [LABEL …]``.

For each: the CPU seconds it takes, and those of the same twice as long.  An exponent of 1 means
that time grows with length, 2 with its square.  The peer, in the same run, does the least that
anybody has to do with such a reply and such an article: it reads the one with `json.loads`, and
finds the words of the other with a regular expression.
"""

from __future__ import annotations

import json
import math
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from worst_cases import CASES, Case

ROUNDS = 20  # of the peer, which takes microseconds


def seconds(work: Callable[[], object]) -> float:
    """CPU time of some work."""
    start = time.process_time()
    work()
    return time.process_time() - start


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
    print(f"{'case':38} {'n':>6} {'s at n':>8} {'s at 2n':>8} {'exponent':>9} {'x peer':>8}")
    for label in labels:
        make, n = CASES[label]
        make(3).work()  # tables are loaded once per process
        one, two = make(n), make(2 * n)
        few, double = seconds(one.work), seconds(two.work)
        exponent = math.log2(double / few)
        ratio = double / peer(two)
        print(f"{label:38} {n:6} {few:8.2f} {double:8.2f} {exponent:9.1f} {ratio:8.0f}", flush=True)


if __name__ == "__main__":
    main()
