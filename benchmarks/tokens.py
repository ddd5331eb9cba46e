"""How many tokens do a request and its reply take?  By article, and all of them together.

    python benchmarks/tokens.py

Counted with o200k_base, the vocabulary of OpenAI's models since GPT-4o, over what `Summariser` sends
about the project's own articles and what the hand-written replies in ``tests/replies`` answer,
written without spaces.  The few tokens that a provider puts between messages are left out, and how
it shows a schema to its model is not known: it is counted as the JSON that is sent.

tiktoken would download the vocabulary; litellm's wheel carries it, so nothing is.
"""

from __future__ import annotations

import json
import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from record import ARTICLES, MODEL, article, honest  # noqa: E402

from summariser import Summariser  # noqa: E402

VOCABULARY = "fb374d419588a4632f3f557e76b4b70aebbca790"  # as tiktoken names the file of o200k_base
MISSING = (
    "pip install tiktoken litellm (or unpack litellm's wheel, and set TIKTOKEN_CACHE_DIR to its "
    "folder litellm/litellm_core_utils/tokenizers): tiktoken counts, and litellm brings the "
    f"vocabulary o200k_base, a file named {VOCABULARY}"
)


class Tokens(NamedTuple):
    """Those of one article, or of several."""

    text: int
    """Of the article by itself."""
    shown: int
    """Of the article as it is shown: its sentences numbered, in a fence."""
    system: int
    schema: int
    reply: int

    @property
    def request(self) -> int:
        """All that is sent."""
        return self.shown + self.system + self.schema

    def row(self, name: str) -> str:
        """A line of the table."""
        fixed = (self.system + self.schema) / self.request
        return (
            f"{name:21} {self.text:6,} {self.shown:7,} {self.system:7,} {self.schema:7,}"
            f" {self.request:8,} {fixed:6.0%} {self.request / self.text:8.1f}"
            f" {self.reply:7,} {self.reply / self.text:8.1f}"
        )


def vocabulary() -> Path | None:
    """The folder with the vocabulary, if it is on this machine."""
    places = [Path(os.environ.get("TIKTOKEN_CACHE_DIR", "nowhere"))]
    if (litellm := find_spec("litellm")) and litellm.origin:
        places.append(Path(litellm.origin).parent / "litellm_core_utils" / "tokenizers")
    return next((place for place in places if (place / VOCABULARY).is_file()), None)


def count(stem: str, encoding: Any) -> Tokens:
    """What is sent about an article, and what is answered."""

    def size(text: str) -> int:
        return len(encoding.encode(text, disallowed_special=()))

    shown = system = schema = 0
    of = article(stem)
    with Summariser(model=MODEL, api_key="none") as summariser:
        for _, body in summariser.requests_for(of):
            instructions, question = (message["content"] for message in body["messages"])
            system += size(instructions)
            shown += size(question)
            schema += size(compact(body["response_format"]["json_schema"]["schema"]))
    return Tokens(size(of.text), shown, system, schema, size(compact(honest(stem).reply)))


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main() -> None:
    """Print the table."""
    folder = vocabulary()
    if folder is None or find_spec("tiktoken") is None:
        raise SystemExit(MISSING)
    os.environ["TIKTOKEN_CACHE_DIR"] = str(folder)
    from tiktoken import get_encoding

    encoding = get_encoding("o200k_base")
    rows = {stem: count(stem, encoding) for stem in ARTICLES}
    print(
        "                        text   shown  system  schema  request  fixed  ÷ text   reply  ÷ text"
    )
    for stem, tokens in rows.items():
        print(tokens.row(stem))
    print(Tokens(*map(sum, zip(*rows.values(), strict=True))).row("all"))
    print("\nfixed: the share of system and schema, which are the same for every article")


if __name__ == "__main__":
    main()
