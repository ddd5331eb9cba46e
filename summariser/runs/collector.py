"""Python's garbage collector, in a process that does nothing but read articles.

Some 200,000 objects stay for good: the SDK's types, the tables of languages.  By itself Python
looks through all of them every forty articles or so, and meanwhile nobody is served.  Here they are
set aside once they are there, and what comes and goes is looked through more seldom.

This changes the whole process, so it is for those that are ours: of `summariser run`, of a cluster.
In another, whoever owns the process may do the same: ``gc.set_threshold(5_000, 20, 5)``, and after
the first articles ``gc.collect(); gc.freeze()``.
"""

from __future__ import annotations

import gc
from typing import Self

THRESHOLDS = (5_000, 20, 5)
"""How many objects are new, and how often those that stayed once or twice are spared.

What was read of an article goes by itself when its summary does: see `Index.forget`.
"""

_SETTLED = frozenset((1, 100))
"""After so many articles what they needed is there: the SDK and one language, then nearly all."""


class Collector:
    """From when it is made to when it is closed, collections are few.

    >>> with Collector() as collector:
    ...     collector.add()
    ...     gc.get_threshold()
    (5000, 20, 5)
    """

    def __init__(self) -> None:
        self._before = gc.get_threshold()
        self._frozen = gc.get_freeze_count()
        self._articles = 0
        gc.set_threshold(*THRESHOLDS)

    def add(self) -> None:
        """One more article is read."""
        self._articles += 1
        if self._articles in _SETTLED:
            gc.collect()
            gc.freeze()

    def close(self) -> None:
        """Have Python collect as it did before."""
        gc.set_threshold(*self._before)
        if not self._frozen:  # else somebody had frozen others, which would be thawed, too
            gc.unfreeze()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
