"""Record the cassettes anew: ``make record``, or ``make record-live`` for a real provider.

Without ``--live`` a server on loopback answers with the replies written by hand in ``replies/``,
over real HTTP and through the library's own recorder.  Run it after a prompt or the schema changed.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from llm_server import LLMServer, Request, completion

from summariser import Article, Summariser, recorded
from summariser.llm.prompts import marker

HERE = Path(__file__).parent
CASSETTES = HERE.parent / "cassettes"
ARTICLES = {
    path.stem: path
    for folder in (HERE.parent / "seeds", HERE / "articles")
    for path in sorted(folder.glob("*.txt"))
}
SEEDS = [stem for stem, path in ARTICLES.items() if path.parent.name == "seeds"]
# One planted fault of each kind is recorded too; the tests read all of them without HTTP.
RECORDED_FAULTS = (
    "amount_times_ten_ar", "currency_de", "injection_obeyed_hard", "invented_sum_en",
    "name_other_person_zh", "not_inserted_ru", "number_in_prose_de", "qualifier_kk", "quantity_zh",
    "attribution_of_another_ar", "range_collapsed_fr", "sentence_missing_fr", "speaker_from_elsewhere_kk",
    "verbatim_elsewhere_zh",
)  # fmt: skip
AUTHOR = "written-by-hand"  # stands where a provider names its model
MODEL = "gpt-5-mini"  # what the requests ask for: the default of the command line


@dataclass(frozen=True)
class Script:
    """What to answer for one article: first, and when asked again."""

    name: str
    article: str
    reply: dict[str, Any]
    repair: dict[str, Any] | None
    seed: int | None = None
    prompt: str | None = None


def honest(stem: str) -> Script:
    """The reply of a careful model to one article."""
    again = HERE / "replies" / f"{stem}.repair.json"
    repair = json.loads(again.read_text("utf-8")) if again.exists() else None
    reply = json.loads((HERE / "replies" / f"{stem}.json").read_text("utf-8"))
    return Script(stem, stem, reply, repair)


def hasty(stem: str, prompt: str) -> Script:
    """The same to another prompt, by a model in a hurry: the last outcome is left out, so are two
    positions, and of the second deal's sum its "up to".
    """
    script = honest(stem)
    reply = script.reply
    reply["outcomes"].pop()
    del reply["positions"][3], reply["positions"][-1]
    reply["deals"][1]["values"][0]["qualifier"] = "exact"
    return Script(f"{stem}, {prompt}", stem, reply, None, prompt=prompt)


def faults() -> Iterator[tuple[Script, dict[str, Any]]]:
    """Each reply with a planted fault, and the whole file it stands in.

    The same article is asked about many times: a seed of its own tells the requests apart.
    """
    for number, path in enumerate(sorted((HERE / "replies" / "faults").glob("*.json")), start=1):
        fault = json.loads(path.read_text("utf-8"))
        yield Script(path.stem, fault["article"], fault["reply"], fault["repair"], number), fault


def article(stem: str) -> Article:
    """One of the articles the project brings along."""
    return Article.from_file(ARTICLES[stem])


class Reader:
    """Answers as the scripts say: the article is known by its fence, a re-ask by its length."""

    def __init__(self, scripts: list[Script]) -> None:
        self.scripts = {(marker(article(each.article)), each.seed): each for each in scripts}

    def __call__(self, request: Request) -> dict[str, Any]:
        messages = request.body["messages"]
        last_line = messages[1]["content"].rstrip().splitlines()[-1]
        script = self.scripts[last_line, request.body.get("seed")]
        if len(messages) == 2:
            return self.complete(request, script.reply)
        insists = json.loads(messages[2]["content"])
        empty = {name: [] if isinstance(old, list) else None for name, old in script.reply.items()}
        return self.complete(request, script.repair or {**empty, "overview": "", **insists})

    def complete(self, request: Request, content: dict[str, Any]) -> dict[str, Any]:
        # No tokenizer at hand is anybody's own: four characters a token is the usual estimate.
        size = len(json.dumps(content, ensure_ascii=False)) // 4
        asked = sum(len(message["content"]) for message in request.body["messages"]) // 4
        return completion(content, usage=(asked, size), model=AUTHOR)


def cassettes() -> dict[str, list[Script]]:
    """What each cassette holds."""
    return {
        "demo.yaml": [honest(stem) for stem in SEEDS],
        "languages.yaml": [honest(stem) for stem in ARTICLES if stem not in SEEDS],
        "topic.v1.yaml": [hasty("lakes_summit_en", "topic.v1")],
        "faults.yaml": [script for script, _ in faults() if script.name in RECORDED_FAULTS],
    }


def record(cassette: str, scripts: list[Script], *, model: str, live: bool) -> None:
    """Write one cassette from scratch."""
    path = CASSETTES / cassette
    path.unlink(missing_ok=True)
    with nullcontext() if live else LLMServer(Reader(scripts)) as server:
        where = {} if live else {"base_url": server.base_url, "api_key": "none"}
        with recorded(path, mode="once") as tape:
            for script in scripts:
                given = {"model": model, "seed": script.seed, "prompt": script.prompt, **where}
                with Summariser(**given) as summariser:
                    summary = summariser.summarise(article(script.article))
                print(f"{script.name}: {summary.verdict}, {len(summary.rejected)} rejected")
    print(f"{path.relative_to(HERE.parent)}: {tape.recorded} replies")


def main() -> None:
    """Record what the arguments ask for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--live", action="store_true", help="ask a real provider (OPENAI_API_KEY)")
    parser.add_argument("--model", default=MODEL, help="the model to ask for")
    options = parser.parse_args()
    for cassette, scripts in cassettes().items():
        if not options.live:
            record(cassette, scripts, model=MODEL, live=False)
        elif cassette != "faults.yaml":  # nobody but us makes these mistakes on demand
            record(cassette, scripts, model=options.model, live=True)


if __name__ == "__main__":
    main()
