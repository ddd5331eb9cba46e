"""How many tokens do a request and its reply take?  ``python benchmarks/tokens.py [--json FILE]``

Counted with o200k_base, the vocabulary of OpenAI's models since GPT-4o, over what `Summariser` sends
about the articles of `distinct`, and what the replies written by hand answer, written without spaces.
The few tokens that a provider puts between messages are left out, and how it shows a schema to its
model is not known: it is counted as the JSON that is sent, in front of the messages. Beside it:

- *copied quotes*: the same reply with the sentences themselves where it has their numbers, and no
  numbers in the article.  Who copies only a part of each sentence takes fewer.
- *three calls*: outcomes, deals and positions asked for each by itself, with the same instructions.
- *instructor, tools*: the same messages, and the schema as instructor makes a tool of it.

``--before`` counts what another checkout sends, too.  tiktoken would download the vocabulary;
litellm's wheel carries it, so nothing is.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from importlib.util import find_spec
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import contestants  # noqa: E402
from distinct import Original, originals  # noqa: E402
from llm_server import LLMServer, completion  # noqa: E402
from speed_page import costs, tokens  # noqa: E402

from summariser import Article, Deal, ExpertPosition, Outcome, Summariser, Summary, Summit  # noqa: E402
from summariser import Usage as Taken  # noqa: E402
from summariser.llm.prices import price  # noqa: E402

Json = dict[str, Any]
VOCABULARY = "fb374d419588a4632f3f557e76b4b70aebbca790"  # as tiktoken names the file of o200k_base
MISSING = (
    "pip install tiktoken litellm (or unpack litellm's wheel, and set TIKTOKEN_CACHE_DIR to its "
    "folder litellm/litellm_core_utils/tokenizers): tiktoken counts, and litellm brings the "
    f"vocabulary o200k_base, a file named {VOCABULARY}"
)
MODELS = {
    "gpt-5-mini": "https://api.openai.com/v1",
    "gemini-2.5-flash": "https://generativelanguage.googleapis.com/v1beta/openai",
    "deepseek-chat": "https://api.deepseek.com/v1",
}
CACHED_IN = 128  # tokens: what OpenAI rounds down to, and it keeps none of fewer than 1,024
LEAST_CACHED = 1024
Size = Callable[[str], int]


class OnlyOutcomes(Summary):
    """What an article reports about a summit."""

    summit: Summit | None = None
    overview: str
    outcomes: list[Outcome]


class OnlyDeals(Summary):
    """What an article reports about a summit."""

    deals: list[Deal]


class OnlyPositions(Summary):
    """What an article reports about a summit."""

    positions: list[ExpertPosition]


class Call(NamedTuple):
    """One request and its reply, as texts: what is sent in front of the article, and the article."""

    schema: str
    system: str
    user: str
    reply: str


class Way(NamedTuple):
    """Tokens of one article, asked about in one way."""

    system: int
    schema: int
    user: int
    cached: int
    """Of all that, what stands in front and is the same for all articles, as far as it is kept."""
    completion: int


# What another checkout sends, told by that checkout.
PROGRAM = """
import json, sys
from summariser import Article, Summariser
with Summariser(model="m", api_key="none") as summariser:
    for text in json.load(sys.stdin):
        print(json.dumps([body for _, body in summariser.requests_for(Article.from_text(text))]))
"""


def text_of(of: Original) -> str:
    return "\n\n".join(
        "".join(gap + sentence for gap, sentence in each).strip() for each in of.paragraphs
    )


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def call(body: Json, reply: Any) -> Call:
    """A request as `Summariser` sends it."""
    system, user = (message["content"] for message in body["messages"])
    schema = body["response_format"]["json_schema"]["schema"]
    return Call(compact(schema), system, user, compact(reply))


def bodies(of: Original, schema: type[Summary] | None = None) -> Json:
    """What is sent about it; of an article of this length it is one request."""
    options: Json = {"schema": schema, "prompt": "summit.v2"} if schema else {}
    with Summariser(model="m", api_key="none", **options) as summariser:
        [(_, body)] = summariser.requests_for(Article.from_text(text_of(of)))
    return dict(body)


def copied(node: Any, sentences: list[str], name: str = "") -> Any:
    """The reply with sentences where it has their numbers."""
    if isinstance(node, dict):
        return {key: copied(value, sentences, key) for key, value in node.items()}
    if isinstance(node, list) and name in ("evidence", "attribution"):
        return [sentences[number - 1] for number in node]
    return [copied(each, sentences) for each in node] if isinstance(node, list) else node


def said(node: Any) -> Any:
    """The reply without the fields that are null or empty."""
    if isinstance(node, dict):
        return {key: said(value) for key, value in node.items() if value not in (None, [])}
    return [said(each) for each in node] if isinstance(node, list) else node


def by_instructor(body: Json, reply: Json) -> Call:
    """The same messages through instructor in its default mode: what arrives at the server."""
    import instructor
    import openai

    told = completion(None)
    function = {"name": "SummitSummary", "arguments": json.dumps(reply)}
    (choice,) = told["choices"]
    choice["message"]["tool_calls"] = [{"id": "1", "type": "function", "function": function}]
    with LLMServer([told]) as server:
        client = instructor.from_openai(openai.OpenAI(base_url=server.base_url, api_key="none"))
        client.create(
            model="m", response_model=contestants.SummitSummary, messages=body["messages"]
        )
        [request] = server.requests
    system, user = (message["content"] for message in request.body["messages"])
    return Call(compact(request.body["tools"]), system, user, compact(reply))


def ways(all_of: list[Original], before: Path | None) -> dict[str, list[list[Call]]]:
    """Each way of asking: the calls about each article."""
    found: dict[str, list[list[Call]]] = {}
    sent = [bodies(of) for of in all_of]
    found["summariser"] = [[call(body, of.reply)] for body, of in zip(sent, all_of, strict=True)]
    if before:
        said_there = subprocess.run(
            [sys.executable, "-c", PROGRAM], input=json.dumps([text_of(of) for of in all_of]),
            capture_output=True, text=True, check=True, cwd=before,  # the library there
        ).stdout  # fmt: skip
        lines = map(json.loads, said_there.splitlines())
        found["before"] = [[call(body, of.reply)] for [body], of in zip(lines, all_of, strict=True)]
    found["copied quotes"], found["three calls"] = [], []
    for of, [mine] in zip(all_of, found["summariser"], strict=True):
        sentences = [sentence for each in of.paragraphs for _, sentence in each]
        plain = re.sub(r"^\[\d+\] ", "", mine.user, flags=re.MULTILINE)
        quoting = mine._replace(user=plain, reply=compact(copied(of.reply, sentences)))
        found["copied quotes"].append([quoting])
        found["three calls"].append(
            [
                call(bodies(of, part), {name: of.reply[name] for name in part.visible_fields()})
                for part in (OnlyOutcomes, OnlyDeals, OnlyPositions)
            ]
        )
    found["instructor, tools"] = [
        [by_instructor(body, of.reply)] for body, of in zip(sent, all_of, strict=True)
    ]
    return found


def counted(calls: list[list[Call]], size: Size) -> list[Way]:
    """The tokens of each article."""
    common = [beginning([each[n].user for each in calls]) for n in range(len(calls[0]))]
    found = []
    for each in calls:
        cached = 0
        for one, start in zip(each, common, strict=True):
            same = size(one.schema) + size(one.system) + size(start)
            cached += same // CACHED_IN * CACHED_IN if same >= LEAST_CACHED else 0
        sizes = [[size(text) for text in one] for one in each]
        schema, system, user, reply = (sum(column) for column in zip(*sizes, strict=True))
        found.append(Way(system, schema, user, cached, reply))
    return found


def beginning(texts: list[str]) -> str:
    """What all of them begin with."""
    first, last = min(texts), max(texts)
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return first[: sum(1 for _ in same)]


def dollars(way: Mapping[str, float], model: str, *, cached: bool) -> float | None:
    """What 1,000 articles cost, each of these tokens."""
    asked = round(way["system"] + way["schema"] + way["user"])
    taken = Taken(
        input_tokens=asked,
        cached_input_tokens=round(way["cached"]) if cached else 0,
        output_tokens=round(way["completion"]),
    )
    cost = price(model, MODELS[model], taken)
    return None if cost is None else float(cost) * 1000


def count(size: Size, before: Path | None) -> Json:
    """All figures, as the page has them."""
    all_of = originals()
    calls = ways(all_of, before)
    tables = {name: counted(each, size) for name, each in calls.items()}
    found: Json = {"date": f"{datetime.now(UTC):%d %B %Y}", "articles": len(all_of), "ways": {}}
    for name, rows in tables.items():
        mean = {
            field: sum(getattr(row, field) for row in rows) / len(rows) for field in Way._fields
        }
        found["ways"][name] = mean | {
            "dollars": {
                model: [dollars(mean, model, cached=cached) for cached in (False, True)]
                for model in MODELS
            }
        }
    found["languages"] = {}
    for language in sorted({of.language for of in all_of}):
        own = [n for n, of in enumerate(all_of) if of.language == language]
        mine, quoting = ([tables[name][n] for n in own] for name in ("summariser", "copied quotes"))
        reply = sum(row.completion for row in mine)
        found["languages"][language] = {
            "articles": len(own),
            "text": sum(size(text_of(all_of[n])) for n in own) / len(own),
            "request": sum(row.system + row.schema + row.user for row in mine) / len(own),
            "reply": reply / len(own),
            "of_copied": reply / sum(row.completion for row in quoting),
            "said": sum(size(compact(said(all_of[n].reply))) for n in own) / reply,
        }
    return found


def vocabulary() -> Path | None:
    """The folder with the vocabulary, if it is on this machine."""
    places = [Path(os.environ.get("TIKTOKEN_CACHE_DIR", "nowhere"))]
    if (litellm := find_spec("litellm")) and litellm.origin:
        places.append(Path(litellm.origin).parent / "litellm_core_utils" / "tokenizers")
    return next((place for place in places if (place / VOCABULARY).is_file()), None)


def main() -> None:
    """Count, and print what the page will say."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--before", type=Path, help="another checkout, counted beside this one")
    parser.add_argument("--json", type=Path, help="write the figures there, too")
    options = parser.parse_args()
    folder = vocabulary()
    if folder is None or find_spec("tiktoken") is None:
        raise SystemExit(MISSING)
    os.environ["TIKTOKEN_CACHE_DIR"] = str(folder)
    from tiktoken import get_encoding

    encoding = get_encoding("o200k_base")
    figures = count(
        lambda text: len(encoding.encode(text, disallowed_special=())),
        options.before and options.before.resolve(),
    )
    print(tokens(figures), costs(figures), sep="\n\n")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
