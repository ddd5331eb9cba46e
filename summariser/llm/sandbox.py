"""Where templates are rendered: Jinja's sandbox, and what it leaves open.

A template reads files of its own folders only, changes nothing it is given, and comes to an end.
How much memory it takes is not bounded.  What it is given is no business of this file: see `plain`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment, SandboxedEnvironment

from ..article import Sentence
from ..errors import PromptError

STEPS = 500_000
"""Passes of loops, and calls, in one rendering: no article has as many sentences."""

LONGEST = 5_000_000
"""Characters of a prompt; the longest article has a fifth of it."""

_LARGEST = 10_000
"""Bits of a number, or characters, that a multiplication may come to."""

_COUNTED = "counted"  # the filter around what a loop goes through
_steps: ContextVar[Iterator[int]] = ContextVar("_steps")


def sandbox(folders: list[Path]) -> SandboxedEnvironment:
    """Templates of these folders, the first of them first."""
    environment = _Sandbox(
        loader=_Folders(folders),
        undefined=StrictUndefined,
        # Prompts are plain text: escaping would alter the article.
        autoescape=False,
        keep_trailing_newline=False,
    )
    environment.filters[_COUNTED] = _counted
    del environment.globals["lipsum"], environment.filters["slice"]  # as long as one asks for
    return environment


def rendered(template: Template, variables: dict[str, Any]) -> str:
    """A template's text with these values; raises whatever can go wrong with it."""
    outer = _steps.set(iter(range(STEPS)))
    try:
        pieces, length = [], 0
        for piece in template.generate(variables):
            pieces.append(piece)
            length += len(piece)
            if length > LONGEST:
                raise SecurityError(f"it writes more than {LONGEST:,} characters")
        return "".join(pieces)
    finally:
        _steps.reset(outer)


class _Folders(FileSystemLoader):
    """The files of some folders, and none that a link in them leads to elsewhere."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Any]:
        source, path, is_fresh = super().get_source(environment, template)
        folders = [Path(folder).resolve() for folder in self.searchpath]
        if not any(Path(path).resolve().is_relative_to(folder) for folder in folders):
            raise PromptError(f"{template} leads out of the prompts folder", template=template)
        return source, path, is_fresh


class _Sandbox(ImmutableSandboxedEnvironment):
    intercepted_binops = frozenset(("*", "**"))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        # The same answer, without asking what else a sentence might be: there are many.
        if type(obj) is Sentence:
            return attr in Sentence._fields
        return super().is_safe_attribute(obj, attr, value)

    def call(__self, __context: Context, __obj: Any, *args: Any, **named: Any) -> Any:  # noqa: N805
        _step(_steps.get())
        if isinstance(__obj, LoopContext):  # a recursive loop goes on with what it is called with
            args = tuple(map(_counted, args))
        return super().call(__context, __obj, *args, **named)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if _size(operator, left, right) > _LARGEST:
            raise SecurityError("it multiplies beyond measure")
        return super().call_binop(context, operator, left, right)

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        for loop in source.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None)
        source.set_environment(self)
        return super()._generate(source, name, filename, defer_init)


def _counted(passes: Iterable[Any]) -> Iterator[Any]:
    steps = _steps.get()
    for each in passes:
        _step(steps)
        yield each


def _step(steps: Iterator[int]) -> None:
    if next(steps, None) is None:
        raise SecurityError(f"it takes more than {STEPS:,} steps")


def _size(operator: str, left: Any, right: Any) -> int:
    """How large a product or a power is: in bits of a number, or entries of what is repeated."""
    match operator, left, right:
        case "**", int(), int():
            return left.bit_length() * abs(right)
        case "*", int(), int():
            return left.bit_length() + right.bit_length()
        case "*", int(), str() | list() | tuple():
            return left * len(right)
        case "*", str() | list() | tuple(), int():
            return len(left) * right
    return 0
