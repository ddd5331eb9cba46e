"""langextract again: sums and speakers are extractions of their own, grouped by an attribute.

So its example on medication has it, with the drug, its dose and its route. An item that has neither is
its passage, since entities are not to overlap.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import with_langextract
from each_case import run
from with_langextract import NAMED, tells

__all__ = ["read", "reply", "tells"]


def spans(fact: dict[str, Any], quote: str | None) -> list[dict[str, Any]]:
    """The words of the sum and of the speaker, in the order of the article."""
    attributes = {name: str(fact[name]) for name in NAMED if fact[name] and name != "speaker"}
    if fact.get("passage", ()) is None:
        words: dict[str, Any] = (
            {"sum": None} if fact["sum"] else {"speaker": None} if fact["speaker"] else {}
        )
    else:
        words = {name: fact[name] for name in ("sum", "speaker") if fact[name]}
    words = words or {fact["kind"]: quote}
    return [{name: told, f"{name}_attributes": attributes} for name, told in words.items()]


reply = partial(with_langextract.reply, told=spans)
read = partial(with_langextract.read, told=spans)


if __name__ == "__main__":
    run(read)
