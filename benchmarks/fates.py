"""What became of each fault that `peers` plants, of the true items beside it, and the page's tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from planted import BAD, INVENTED, KNOWN, NOT_QUOTED, PLANTED, SUM, Case, Json, true_facts

SHOWN = ("refused", "flagged", "put right", "reply refused")
OURS = "summariser"
LANGUAGES = ("en", "ru", "zh")


@dataclass(frozen=True)
class Run:
    """What became of one reply: of its fault (``fate``), and of the true items beside it."""

    case: Case
    model: str
    fate: str
    why: str
    beside: int
    marked: int
    gone: int


def judged(
    all_cases: Sequence[Case],
    results: dict[tuple[int, str], Json],
    same: Callable[[Case], bool],
) -> Iterator[Run]:
    """What became of each; ``same``: is the fault nothing in the form that is asked of the model?"""
    plain = {case.article: number for number, case in enumerate(all_cases) if not case.fault}
    fates: dict[int, str] = {}  # of the model that insists, which comes first
    for (number, model), result in results.items():
        case = all_cases[number]
        no_place = case.fault is not None and same(case)
        fate, why = "no place", ""
        if not no_place:
            fate, why = _fate(case, model, result, results[plain[case.article], model])
        if fates.setdefault(number, fate) == "either way":
            fate = "either way"  # what is said of the true item, too, tells no model of a fault
        planted = case.fault.number if case.fault and not no_place else 0
        beside = {fact["number"] for fact in true_facts(case.article)} - {planted}
        kept = {each["number"]: each["flags"] for each in result["items"]}
        marked = sum(bool(kept.get(each)) for each in beside)
        yield Run(case, model, fate, why, len(beside), marked, len(beside - set(kept)))


def said(result: Json) -> dict[int, list[str]]:
    """What stands against each item, true or not."""
    told = {each["number"]: each["flags"] for each in result["items"]}
    told |= {each["number"]: each["reasons"] for each in result["refused"]}
    return {number: list(dict.fromkeys(marks)) for number, marks in told.items() if marks}


def _fate(case: Case, model: str, result: Json, true: Json) -> tuple[str, str]:
    """What became of the planted fault: see the words on the page."""
    if result["error"]:
        return "reply refused", result["error"]
    if not case.fault:
        return "", "; ".join(", ".join(marks) for marks in said(result).values())
    number = case.fault.number
    marks, before = (said(each).get(number, []) for each in (result, true))
    new = [mark for mark in marks if mark not in before]
    if any(each["number"] == number for each in result["refused"]):
        return ("refused" if new else "either way"), "; ".join(marks)
    item = next((each for each in result["items"] if each["number"] == number), None)
    if item is None:
        taken_back = case.fault.kind == INVENTED and model == "mends"
        return ("put right" if taken_back else "dropped"), ""
    if _mended(case, item["fact"]):
        return "put right", ""
    return ("flagged" if new else "either way" if marks else "passed"), "; ".join(marks)


def _mended(case: Case, fact: Json) -> bool:
    """Is what the user sees the true item, wherever the two differ?"""
    at = {each["number"]: each for each in true_facts(case.article)}.get(fact["number"])
    told = {each["number"]: each for each in case.facts}[fact["number"]]
    moved = [name for name in fact if at and name in told and told[name] != at[name]]
    return bool(moved) and all(at is not None and fact[name] == at[name] for name in moved)


# --- the page ---------------------------------------------------------------------------------


def cell(runs: Sequence[Run], kind: str, model: str) -> str:
    """What became of a fault in the three articles."""
    fates: dict[str, list[str]] = {}
    for run in runs:
        if run.case.fault and run.case.fault.kind == kind and run.model == model:
            fates.setdefault(run.fate, []).append(run.case.language)
    if len(fates) == 1:
        return next(iter(fates))
    return ", ".join(f"{fate} ({' '.join(where)})" for fate, where in fates.items())


def counts(runs: Sequence[Run]) -> list[str]:
    """The figures of one library: what is seen, by language, and what it costs the true items."""

    def of(model: str, known: bool | None) -> list[Run]:
        """None: the replies with nothing planted."""
        return [
            run for run in runs
            if run.model == model
            and (run.case.fault.kind in KNOWN if run.case.fault else None) is known
        ]  # fmt: skip

    def seen(among: list[Run]) -> str:
        """By language, of those that have a place in its form."""
        placed = [
            [run.fate in SHOWN for run in among if run.case.language == language and run.fate != "no place"]
            for language in LANGUAGES
        ]  # fmt: skip
        return " · ".join(f"{sum(each)}/{len(each)}" for each in placed)

    def beside(among: list[Run]) -> str:
        marked, gone = sum(run.marked for run in among), sum(run.gone for run in among)
        return f"{marked} · {gone} of {sum(run.beside for run in among)}"

    faults = of("insists", False)
    return [seen(faults), seen(of("insists", True)), beside(of("insists", None)), beside(faults)]


def of_true(runs: Sequence[Run], language: str) -> str:
    """What is said of the true items of an article with nothing planted."""
    [run] = [run for run in runs if not run.case.fault and run.case.language == language
             and run.model == "insists"]  # fmt: skip
    return run.why or "·"


def read_there(runs: Sequence[Run], kind: str) -> str:
    """What the user reads of a fault in the English article."""
    [run] = [run for run in runs if run.case.fault and run.case.fault.kind == kind
             and run.case.language == "en" and run.model == "insists"]  # fmt: skip
    words = re.sub("<[^>]*> ?", "", run.why).replace("|", "/")
    return f"{run.fate}: `{words[:160]}{'…' * (len(words) > 160)}`" if words else run.fate


def rows(head: Sequence[str], cells: Iterable[Sequence[str]], align: str = "---") -> list[str]:
    """A table as Markdown."""
    lines = [head, ["---", *[align] * (len(head) - 1)], *cells]
    return [*(f"| {' | '.join(line)} |" for line in lines), ""]


def renewed(block: str, ours: str) -> str:
    """The page's tables with the rows of this library as they are now; `ours` has no others."""
    new = [line for line in ours.splitlines() if line.startswith(f"| {OURS}")]
    old = [line for line in block.splitlines() if line.startswith(f"| {OURS}")]
    for before, now in zip(old, new, strict=True):
        name, told = before.split(" | ")[0], now.split(" | ")[1:]
        block = block.replace(before, " | ".join([name, *told]), 1)
    return block


def tables(measured: dict[str, list[Run]]) -> str:
    """The tables of the page: faults by library, both columns, the words of each."""
    seen = [kind for kind in PLANTED if kind not in KNOWN]

    def by_library(kinds: Sequence[str], model: str) -> list[str]:
        cells = [[cell(runs, kind, model) for kind in kinds] for runs in measured.values()]
        return rows(["", *kinds], [[n, *line] for n, line in zip(measured, cells, strict=True)])

    figures = [
        "",
        "faults shown: en · ru · zh",
        "of those known to pass here",
        "true replies: marked · gone",
        "beside the faults: marked · gone",
    ]
    read = [
        [name, *(read_there(runs, kind) for kind in (SUM, NOT_QUOTED, BAD))]
        for name, runs in measured.items()
    ]
    true = [[name, *(of_true(runs, each) for each in LANGUAGES)] for name, runs in measured.items()]
    return "\n".join([
        "What is planted:",
        "",
        *rows(["", ""], PLANTED.items()),
        "What became of it, if the model insists on it:",
        "",
        *by_library(seen, "insists"),
        "And of what this library is known not to see:",
        "",
        *by_library(KNOWN, "insists"),
        "If the model mends what it is told of:",
        "",
        *by_library(seen, "mends"),
        "Both columns, for the model that insists:",
        "",
        *rows(figures, [[name, *counts(runs)] for name, runs in measured.items()], "--:"),
        "What is said of the true items, with nothing planted:",
        "",
        *rows(["", *LANGUAGES], true),
        "What the user reads of three of the faults, in the English article:",
        "",
        *rows(["", SUM, NOT_QUOTED, BAD], read),
    ]).rstrip()  # fmt: skip
