"""Where templates are rendered: Jinja's sandbox, and what it leaves open.

A template reads files of its own folders only, changes nothing it is given, and comes to an end.
How much memory it takes is not bounded.  What it is given is no business of this file: see `plain`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
    meta,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment, SandboxedEnvironment
from jinja2.utils import LRUCache

from ..article import Sentence
from ..errors import PromptError

STEPS = 500_000
"""Passes of loops, and calls, in one rendering: no article has as many sentences."""

LONGEST = 5_000_000
"""Characters of a prompt; the longest article has a fifth of it."""

_LARGEST = 10_000
"""Bits of a number, or characters, that a multiplication may come to."""

_KEPT = 400
"""So many templates are not compiled, or looked through, again."""

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
        auto_reload=False,  # its folders read each file once
        bytecode_cache=_COMPILED,
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


class Reads(NamedTuple):
    """What a template needs to be given, sets itself, and includes, as far as its text tells."""

    needs: frozenset[str]
    sets: frozenset[str]
    includes: tuple[str, ...]


@lru_cache(_KEPT)
def reads(source: str) -> Reads:
    """What there is in a template; raises whatever can be wrong with it.

    >>> reads("{% set desk = 1 %}{{ article.text }}{% include 'rules.v1.jinja' %}")
    Reads(needs=frozenset({'article'}), sets=frozenset({'desk'}), includes=('rules.v1.jinja',))
    """
    tree = sandbox([]).parse(source)
    names = tree.find_all(nodes.Name)
    return Reads(
        frozenset(meta.find_undeclared_variables(tree)),
        frozenset(name.name for name in names if name.ctx == "store"),
        tuple(name for name in meta.find_referenced_templates(tree) if name),
    )


class _Compiled(BytecodeCache):
    """The code of templates, by their names and texts, for all environments of the process."""

    def __init__(self) -> None:
        self._codes = LRUCache(_KEPT)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


class _Folders(FileSystemLoader):
    """The files of some folders, each read once, and none that a link leads to elsewhere."""

    def __init__(self, folders: list[Path]) -> None:
        super().__init__(folders)
        self._read: dict[str, tuple[str, str, Any] | None] = {}

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Any]:
        if template not in self._read:
            try:
                self._read[template] = self._found(environment, template)
            except TemplateNotFound:
                self._read[template] = None  # one that comes later is none of its templates
        read = self._read[template]
        if read is None:
            raise TemplateNotFound(template)
        return read

    def _found(self, environment: Environment, template: str) -> tuple[str, str, Any]:
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
