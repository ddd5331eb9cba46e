"""``summariser doctor``: what is there, what is missing, and what to do about it."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from json import dumps
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from .. import store as stores
from ..errors import SummariserError
from ..installation import DISTRIBUTION, install_hint, installed, missing
from ..languages import LANGUAGES
from ..unforeseen import guarded
from . import config, options
from .options import ASK_A_MODEL, standing

_EXTRAS = {
    "web": "web pages",
    "documents": "PDF and Word documents",
    "feeds": "feeds",
    "subtitles": "subtitles",
    "pandas": "data frames",
    "prices": "the costs of requests",
    "ray": "runs on many machines",
}
_NEEDED = (DISTRIBUTION, "openai", "instructor", "pydantic")
_ARTICLE = "The ministers met in Norvik on Monday and agreed to meet again."
_MARKS = {"ok": "ok      ", "missing": "missing ", "problem": "PROBLEM "}


@dataclass(frozen=True)
class Finding:
    """What was looked at, how it stands, and what to do if it does not stand well."""

    about: str
    state: Literal["ok", "missing", "problem"]
    """``missing`` is what one can do without."""
    told: str
    advice: str = ""

    def __str__(self) -> str:
        line = f"{_MARKS[self.state]}{self.about}: {self.told}"
        return line + "".join(f"\n{' ' * 8}{each}" for each in self.advice.splitlines())


def doctor(
    model: options.Model = options.MODEL,
    base_url: options.BaseUrl = None,
    mode: options.Mode = "auto",
    store: Annotated[
        Path | None, typer.Option(help="A store to look through, row by row, as `run` wrote it.")
    ] = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Ask no model: nothing is sent, and nothing paid.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """See whether all is there that the other commands need, and say what to do if it is not.

    Versions, extras, languages, the key (which is not shown), the model, and a store if one is
    given.  The model is asked about an article of one sentence, which takes some 2,000 tokens.

    Exit code 0: all is well, and only what one can do without is missing; 1: there is a problem.
    """
    findings = []
    for each in _findings(model, base_url, mode, store, offline):
        findings.append(each)
        if not json:
            typer.echo(options.printable(str(each)))
    is_healthy = all(each.state != "problem" for each in findings)
    if json:
        told = {"healthy": is_healthy, "findings": [asdict(each) for each in findings]}
        typer.echo(dumps(told, ensure_ascii=False))
    raise typer.Exit(0 if is_healthy else 1)


def _findings(
    model: str, base_url: str | None, mode: Any, store: Path | None, offline: bool
) -> Iterator[Finding]:
    """Each as it is found: a server that does not answer is waited for."""
    yield Finding("Python", "ok", platform.python_version())
    yield from map(_version, _NEEDED)
    for extra in _EXTRAS:
        yield from _sound(f"extra {extra}", _extra(extra))
    yield Finding("languages", "ok", f"figures and names are read in {', '.join(LANGUAGES)}")
    yield _config()
    yield from _sound("model", _model(model, base_url, mode, offline))
    if store:
        yield from _sound("store", _store(store))


def _sound(about: str, looking: Iterator[Finding]) -> list[Finding]:
    """What is found, and the error that is met: whatever happens, the next is looked at, too."""
    found: list[Finding] = []
    try:
        guarded(lambda: found.extend(looking))
    except SummariserError as error:
        told, _, advice = str(error).partition("\n")
        found.append(Finding(about, "problem", told, advice))
    return found


def _version(name: str) -> Finding:
    found = installed(name)
    if found or name == DISTRIBUTION:  # files that were copied can be used as well
        return Finding(name, "ok", found or "not installed, but used from its files")
    return Finding(name, "problem", "is not installed", install_hint())


def _extra(extra: str) -> Iterator[Finding]:
    lacks = missing(extra)
    if lacks:
        told = f"not installed: {', '.join(lacks)}, for {_EXTRAS[extra]}"
        yield Finding(f"extra {extra}", "missing", told, install_hint(extra))
    else:
        yield Finding(f"extra {extra}", "ok", _EXTRAS[extra])


def _config() -> Finding:
    path = config.place()
    if path is None:
        return Finding("config file", "ok", f"none is read: {config.VARIABLE} is empty")
    return Finding("config file", "ok", f"{path}{'' if path.exists() else ' (there is none)'}")


def _model(model: str, base_url: str | None, mode: Any, offline: bool) -> Iterator[Finding]:
    from ..pipeline import Summariser  # all that asks a model

    with Summariser(model=model, base_url=base_url, mode=mode, deadline=120) as summariser:
        client = summariser.client
        where = f"{client.model} at {client.address or 'OpenAI'}"
        if client.key_from is None:
            yield Finding("key", "ok", f"{model} wants none")
        elif client.has_key:
            yield Finding("key", "ok", f"{client.key_from} is set")
        elif client.wants_key:
            yield Finding(
                "key",
                "problem",
                f"{client.key_from} is not set; only scan and check want none",
                ASK_A_MODEL,
            )
            return
        else:
            yield Finding("key", "ok", f"{client.key_from} is not set, and may not be needed")
        if offline:
            yield Finding("model", "ok", f"{where} is not asked")
            return
        summary = summariser.summarise(_ARTICLE)
        used = summary.provenance.mode if summary.provenance else None
        tokens = (summary.usage.input_tokens or 0) + (summary.usage.output_tokens or 0)
        took = f"{summary.usage.requests} requests, {tokens:,} tokens"
        spared = summary.usage.requests > 1 and used and mode == "auto"
        yield Finding(
            "model",
            "ok",
            f"{where} answers, asked by {used} ({took})",
            f"--mode {used} spares the requests that it refuses" if spared else "",
        )


def _store(path: Path) -> Iterator[Finding]:
    damage: list[SummariserError] = []
    with stores.Store(path, create=False) as kept:
        for row in kept.rows(damage.append):
            damage += [row.damage] if row.damage else []
        stands = standing(kept)
    if not damage:
        yield Finding("store", "ok", f"{path}: {stands}")
        return
    told = "\n".join(map(str, damage[:5]))
    yield Finding(
        "store",
        "problem",
        f"{path}: {stands}; {len(damage)} damaged",
        f"{told}\nwhat is damaged is left out of an export, and asked for again by `run`",
    )
