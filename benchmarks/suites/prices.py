"""price-parser: the examples of its tests, read as English; one price each."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from .currencies import codes_of
from .money import Example, Wanted

NAME = "price-parser"
FILES = "tests/test_price_parsing.py"
_SKIPPED = "XFAIL", "DECIMAL_SEPARATOR"  # those it fails itself, those that are told how to read


def examples(folder: Path) -> Iterator[Example]:
    """The price of each example; what its own reader is told beside the price is left out."""
    for path in sorted(folder.glob(FILES)):
        for statement in ast.parse(path.read_text("utf-8")).body:
            if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
                name = statement.targets[0].id
                if "EXAMPLES" in name and not any(each in name for each in _SKIPPED):
                    calls = (
                        call for call in ast.walk(statement.value) if isinstance(call, ast.Call)
                    )
                    for call in calls:
                        if getattr(call.func, "id", "") == "Example":
                            yield from _example(call)


def _example(call: ast.Call) -> Iterator[Example]:
    hint, text, currency, _, amount = (_literal(argument) for argument in call.args[:5])
    if not text:
        return
    said = bool(currency) and str(currency) in str(text)
    codes = codes_of(str(currency), "en") if said else frozenset()
    wanted = () if amount is None else (Wanted(Decimal(str(amount)), codes=codes),)
    if wanted or not hint:
        yield Example("en", str(text), wanted, only=bool(wanted), bare=bool(wanted) and not said)


def _literal(node: ast.expr) -> object:
    """A constant, or Decimal("1.1")."""
    return _literal(node.args[0]) if isinstance(node, ast.Call) else ast.literal_eval(node)
