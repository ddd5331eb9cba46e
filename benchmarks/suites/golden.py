"""pySBD's golden rules: a text and its sentences, pairs of literals in its tests."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from summariser.languages import LANGUAGES
from summariser.text import split_sentences

from .rows import MISSED, OURS, RIGHT, Row, Sheet, installed

NAME = "golden rules"
FILES = "tests/lang/test_*.py"
_RULES = re.compile(r"(?:GOLDEN_)?([A-Z]{2})_(?:CLEAN_)?(?:RULES|MORE)_TEST_CASES")


class Rule(NamedTuple):
    """A text, and where its sentences are."""

    language: str
    text: str
    sentences: list[str]


Splitter = Callable[[str, str], list[str]]


def rules(folder: Path) -> Iterator[Rule]:
    """The rules of the languages that are read."""
    for path in sorted(folder.glob(FILES)):
        for statement in ast.parse(path.read_text("utf-8")).body:
            if not isinstance(statement, ast.Assign):
                continue
            name = _RULES.fullmatch(getattr(statement.targets[0], "id", ""))
            if name and name[1].lower() in LANGUAGES:
                for text, sentences in _pairs(statement.value):
                    yield Rule(name[1].lower(), text, [each.strip() for each in sentences])


def _pairs(rows: ast.expr) -> Iterator[tuple[str, list[str]]]:
    """Each row is a tuple, or a `pytest.param` where pySBD expects itself to fail."""
    assert isinstance(rows, ast.List)
    for row in rows.elts:
        pair = row.args if isinstance(row, ast.Call) else row.elts  # type: ignore[attr-defined]
        text, sentences = (ast.literal_eval(each) for each in pair)
        yield text, sentences


def ours(text: str, language: str) -> list[str]:
    """The sentences that this library finds."""
    return [text[start:end] for start, end in split_sentences(text, language)]


def peers() -> dict[str, Splitter]:
    """The segmenters of others, as far as they are installed."""
    found: dict[str, Splitter] = {}
    installed("pysbd", found, "pysbd", _pysbd)
    installed("sentencex", found, "sentencex", _sentencex)
    return found


def _pysbd(module: Any) -> Splitter:
    known = import_module("pysbd.languages").LANGUAGE_CODES

    def split(text: str, language: str) -> list[str]:
        if language not in known:
            raise NotImplementedError
        return module.Segmenter(language=language, clean=False).segment(text)

    return split


def _sentencex(module: Any) -> Splitter:
    return lambda text, language: list(module.segment(language, text))


def measure(folder: Path, *, beside: bool = True) -> list[Row]:
    """How many rules each keeps, to the character, but for spaces at the ends."""
    sheet = Sheet(NAME)
    splitters = {OURS: ours, **(peers() if beside else {})}
    for rule in rules(folder):
        for name, split in splitters.items():
            try:
                found = [each.strip() for each in split(rule.text, rule.language)]
            except NotImplementedError:  # the peer does not know the language
                continue
            verdict = RIGHT if [each for each in found if each] == rule.sentences else MISSED
            sheet.row(rule.language, name).add(
                verdict, rule.text, " | ".join(rule.sentences), " | ".join(found)
            )
    return list(sheet)
