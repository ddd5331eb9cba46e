r"""What a user is shown of a planted fault, here and elsewhere: ``make peers PEERS=folder``.

Three articles of ours, ten true items of each, the same replies with the same faults (`planted`),
served on loopback in the form that each library asks of a model (`beside/`). Two models answer: one
that insists on its fault when it is told of it, and one that mends it. What comes out is written into
`docs/peers.md`; who is not installed is named there as not measured.

Each peer has an environment of its own in that folder, since not all of them can share one:

    for each in 'langextract[openai]==1.7.1' instructor==1.17.0 contextgem==1.4.1 \
                'pydantic-ai-slim[openai]==2.68.0' groundgate==0.11.0
    do name=.peers/${each%%[=[]*}; python -m venv $name; $name/bin/pip install "$each"; done

Without such a folder, the page is renewed in what it says of this library, and keeps the rest.
"""

from __future__ import annotations

import importlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parent.parent / "tests"))
sys.path.append(str(Path(__file__).parent / "beside"))

from fates import OURS, Run, judged, renewed, tables
from fault_table import between
from llm_server import LLMServer, Request, completion
from planted import INVENTED, LISTS, Case, Json, article, cases, items, picked, true_facts

from summariser import ExpertPosition, Summariser, SummitSummary, __version__

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "peers.md"
MARKERS = ("<!-- measured: make peers -->", "<!-- end of measured -->")
MODELS = ("insists", "mends")
FLAGGED = ("unchecked", "elsewhere", "absent", "contradicted")


@dataclass(frozen=True)
class Peer:
    """Who is asked: the distribution, and the module in `beside/` that does so."""

    name: str
    pinned: str
    module: str
    way: str = ""  # of several that its documentation has

    def titled(self, found: str) -> str:
        """As the page calls it."""
        name = f"{self.name.removesuffix('-slim')} {found}"
        return f"{name}, {self.way}" if self.way else name

    def python(self, folder: Path) -> Path:
        return folder / self.name / "bin" / "python"

    def installed(self, folder: Path) -> str | None:
        """The version in the folder; None if it is not there."""
        told = f"import importlib.metadata; print(importlib.metadata.version({self.name!r}))"
        try:
            done = subprocess.run(
                [self.python(folder), "-c", told], capture_output=True, check=True
            )
        except (OSError, subprocess.CalledProcessError):
            return None
        return done.stdout.decode().strip()


PEERS = (
    Peer("langextract", "1.7.1", "with_langextract", "passages"),
    Peer("langextract", "1.7.1", "with_langextract_spans", "spans"),
    Peer("instructor", "1.17.0", "with_instructor", "a validator"),
    Peer("instructor", "1.17.0", "with_citation_mixin", "CitationMixin"),
    Peer("contextgem", "1.4.1", "with_contextgem"),
    Peer("pydantic-ai-slim", "2.68.0", "with_pydantic_ai"),
    Peer("groundgate", "0.11.0", "with_groundgate"),
)


# --- the replies, served ----------------------------------------------------------------------


@cache
def paragraphs(stem: str) -> list[list[str]]:
    """The article's sentences, paragraph by paragraph."""
    text = article(stem)
    found: list[list[str]] = []
    end = 0
    for each in text.sentences:
        if not found or "\n" in text.text[end : each.start]:
            found.append([])
        found[-1].append(each.text)
        end = each.end
    return found


def placed(stem: str, told: list[Json]) -> list[Json]:
    """Facts with the paragraph of each cited sentence, and its number in there, from 0."""
    where = [(p, s) for p, each in enumerate(paragraphs(stem)) for s in range(len(each))]
    return [
        fact | {"places": fact["sentences"] and [where[n - 1] for n in fact["sentences"]]}
        for fact in told
    ]


class Served:
    """Answers for a peer: the path says which case is asked about, and of which model.

    The model that mends does so if a later message tells of the item with the fault.
    """

    def __init__(self, module: Any, all_cases: Sequence[Case]) -> None:
        self.module, self.cases = module, all_cases
        self.first: dict[tuple[int, str], int] = {}

    def __call__(self, request: Request) -> Json:
        number, model = request.path.removesuffix("/chat/completions").split("/")[-2:]
        key, messages = (int(number), model), request.body["messages"]
        case, first = self.cases[key[0]], self.first.setdefault(key, len(messages))
        later = "".join(map(_text, messages[first:]))
        told = case.facts
        if model == "mends" and case.fault and self.module.tells(case.fault.number, later):
            told = true_facts(case.article)
        content = self.module.reply(placed(case.article, told), _text(messages[-1]))
        return completion(json.dumps(content, ensure_ascii=False))


def _text(message: Json) -> str:
    content = message["content"]
    return content if isinstance(content, str) else "".join(part["text"] for part in content)


class Answers:
    """Answers for this library, which asks again about single items."""

    def __init__(self, case: Case, model: str) -> None:
        self.case, self.model = case, model

    def __call__(self, request: Request) -> Json:
        messages = request.body["messages"]
        if len(messages) == 2:
            return completion(self.case.reply)
        answer: Json = {"summit": None, "overview": ""}
        true = dict(self._true())
        asked = json.loads(messages[2]["content"])
        for name in LISTS:
            answer[name] = asked.get(name) or []
            if self.model == "mends":
                mended = [true[each["text"]] for each in answer[name]]
                answer[name] = [each for each in mended if each]
        return completion(answer)

    def _true(self) -> Iterator[tuple[str, Json | None]]:
        """The true item for each claim; none for one that is invented."""
        fault = self.case.fault
        true = iter(items(picked(self.case.article)))
        for item in items(self.case.reply):
            invented = fault and fault.kind == INVENTED and item == fault.fields
            yield item["text"], None if invented else next(true)


# --- who is asked -----------------------------------------------------------------------------


def of_peer(peer: Peer, folder: Path, all_cases: Sequence[Case]) -> list[Run]:
    """All cases through a peer, in its own environment."""
    module = importlib.import_module(peer.module)
    served = Served(module, all_cases)
    keys = [(number, model) for model in MODELS for number in range(len(all_cases))]
    with LLMServer(served) as server:
        asked = [
            {
                "address": f"{server.base_url}/{number}/{model}",
                "language": all_cases[number].language,
                "article": article(all_cases[number].article).text,
                "paragraphs": paragraphs(all_cases[number].article),
                "facts": all_cases[number].facts,
            }
            for number, model in keys
        ]
        done = subprocess.run(
            [peer.python(folder), HERE / "beside" / f"{peer.module}.py"],
            input=json.dumps(asked), capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{peer.name}: {done.stderr[-2000:]}")
    results = dict(zip(keys, json.loads(done.stdout), strict=True))

    def same(case: Case) -> bool:
        text, true = article(case.article).text, true_facts(case.article)
        told = [module.reply(placed(case.article, each), text) for each in (case.facts, true)]
        return bool(told[0] == told[1])

    return list(judged(all_cases, results, same))


def of_ours(all_cases: Sequence[Case]) -> list[Run]:
    """All cases through this library."""
    results = {}
    for number, case in enumerate(all_cases):
        for model in MODELS:
            with (
                LLMServer(Answers(case, model)) as server,
                Summariser(model="m", base_url=server.base_url, api_key="none") as summariser,
            ):
                results[number, model] = shown(case, summariser.summarise(article(case.article)))
    return list(judged(all_cases, results, lambda case: case.reply == picked(case.article)))


def shown(case: Case, summary: SummitSummary) -> Json:
    """A summary, told as the peers' results are."""
    numbers = {fact["claim"]: fact["number"] for fact in (*true_facts(case.article), *case.facts)}
    kept = []
    for each in (*summary.outcomes, *summary.deals, *summary.positions):
        fact: Json = {"number": numbers[each.text], "claim": each.text}
        fact["sentences"] = [evidence.sentence for evidence in each.evidence]
        if isinstance(each, ExpertPosition):
            fact |= {"speaker": each.expert.verbatim, "certainty": each.certainty}
        flags = [
            f"{check.kind} {check.verdict}" for check in each.checks if check.verdict in FLAGGED
        ]
        kept.append({"number": fact["number"], "flags": flags, "fact": fact})
    refused = [{"number": numbers[each.raw["text"]], "reasons": [each.reason]} for each in summary.rejected]  # fmt: skip
    return {"items": kept, "refused": refused, "error": None}


def main(folder: Path, page: Path = PAGE) -> None:
    """Measure all, and write the page; without the folder, write what concerns this library."""
    all_cases = list(cases())
    measured = {f"{OURS} {__version__}": of_ours(all_cases)}
    text, today = page.read_text("utf-8"), f"{date.today():%d %B %Y}"  # noqa: DTZ011  # here
    if folder.is_dir():
        missing = []
        for peer in PEERS:
            if found := peer.installed(folder):
                measured[peer.titled(found)] = of_peer(peer, folder, all_cases)
            else:
                name = peer.titled(peer.pinned)
                missing.append(f"Not measured, since it is not installed: {name}.")
        block = "\n\n".join([f"Measured on {today}.", *missing, tables(measured)])
    else:
        print(f"{folder} is no folder: only what the page says of {OURS} is measured")
        block = renewed(between_markers(text), tables(measured)).strip()
        block = re.sub(r"(Measured on [^.,]*).*", rf"\1, {OURS} on {today}.", block, count=1)
    page.write_text(between(MARKERS, block, text), "utf-8")


def between_markers(text: str) -> str:
    """What of the page is written here."""
    return text.partition(MARKERS[0])[2].partition(MARKERS[1])[0]


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else ".peers"))
