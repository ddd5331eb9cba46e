"""Prompts are files: found by name and version, rendered strictly, identified by a hash.

A prompt named ``summit.v2`` is the pair ``summit.v2.system.jinja`` (unchanging instructions, may
be missing) and ``summit.v2.user.jinja`` (ends with the article).  What never changes comes first,
so that providers' prefix caches hit.  An article is only ever a value, never a template.

A template is text with values in it, and no program: it gets `plain` data, and is rendered in a
`sandbox`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..article import Article, Window
from ..errors import PromptError
from .plain import plain, shown

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

Message = dict[str, str]

REPAIR = "repair.v1"
"""The prompt that asks again about what failed."""
OPEN = "open.v1"
"""The prompt that asks about sentences that no item cites."""

_HERE = Path(__file__).parent.parent
# In a checkout the templates lie beside the package; the wheel carries them inside it.
SHIPPED = next(
    folder for folder in (_HERE / "templates", _HERE.parent / "prompts") if folder.is_dir()
)


class _Template(NamedTuple):
    template: Template
    needs: frozenset[str]
    source: str  # with that of the templates it includes


class Prompts:
    """The prompt files: one's own folder first, then those shipped with the library.

    A file is read once: what is rendered stays what the hash was made of.

    >>> Prompts().render("summit.v2", article=Article.from_text("They met."), language="English")
    Traceback (most recent call last):
    summariser.errors.PromptError: the prompt summit.v2 also needs: marker
    """

    def __init__(self, folder: str | Path | None = None) -> None:
        self.folder = None if folder is None else Path(folder)
        self._templates: dict[str, _Template] = {}
        self._hashes: dict[str, str] = {}

    def render(self, name: str, /, **variables: Any) -> tuple[Message, ...]:
        """The messages of the prompt `name`; `article` is an article or a window of one.

        Raises PromptError if there is no such prompt, if it is not valid Jinja, if a variable is
        no plain data, or if variables are missing; the error lists all of them.
        """
        values = {}
        if isinstance(variables.get("article"), Article | Window):
            values["article"] = shown(variables.pop("article"))
        variables = plain_variables(variables, name) | values
        found = self._parts(name)
        missing = frozenset[str]().union(*(needs for _, (_, needs, _) in found)) - set(variables)
        if missing:
            raise PromptError(
                f"the prompt {name} also needs: {', '.join(sorted(missing))}",
                template=name,
                missing=tuple(sorted(missing)),
            )
        return tuple(
            {"role": role, "content": self._fill(template, name, variables)}
            for role, (template, _, _) in found
        )

    def hash(self, name: str) -> str:
        """The first 16 hex digits of the SHA-256 of the templates' text; raises PromptError."""
        if name not in self._hashes:
            self._hashes[name] = hashlib.sha256(self.source(name).encode()).hexdigest()[:16]
        return self._hashes[name]

    def source(self, name: str) -> str:
        """The text of the prompt's templates, with those they include; raises PromptError."""
        return "\0".join(source for _, (_, _, source) in self._parts(name))

    def _parts(self, name: str) -> list[tuple[str, _Template]]:
        if not re.fullmatch(r"[\w-]+(\.[\w-]+)*", name):
            raise PromptError(f"{name[:60]!r} is no prompt name such as summit.v2", template=name)
        parts = [
            (role, self._load(f"{name}.{role}.jinja", required=role == "user"))
            for role in ("system", "user")
        ]
        return [(role, part) for role, part in parts if part]

    def _fill(self, template: Template, name: str, variables: dict[str, Any]) -> str:
        from .sandbox import rendered

        try:
            return rendered(template, variables)
        except PromptError:
            raise
        except Exception as error:  # whatever a template can do wrong
            raise PromptError(f"the prompt {name} fails: {error}", template=name) from error

    def _load(self, file: str, *, required: bool) -> _Template | None:
        from jinja2 import TemplateNotFound

        from .sandbox import reads

        if file not in self._templates:
            environment = self._environment
            loader = environment.loader
            assert loader is not None
            try:
                source = loader.get_source(environment, file)[0]
                needs, sets, includes = reads(source)
                template = environment.get_template(file)
            except TemplateNotFound:
                if not required:
                    return None
                folders = [str(folder) for folder in (self.folder, SHIPPED) if folder]
                raise PromptError(f"no {file} in {' or '.join(folders)}", template=file) from None
            except PromptError:
                raise
            except Exception as error:  # whatever a file may hold that is no template
                raise PromptError(f"{file} is no valid template: {error}", template=file) from error
            loaded = _Template(template, needs, source)
            self._templates[file] = loaded  # at once: templates may include each other
            below = [self._load(name, required=False) for name in includes]
            sources = [source, *(each.source for each in below if each)]
            needed = frozenset[str]().union(*(each.needs for each in below if each))
            self._templates[file] = loaded._replace(
                source="\0".join(sources), needs=needs | (needed - sets)
            )
        return self._templates[file]

    @cached_property
    def _environment(self) -> SandboxedEnvironment:
        from .sandbox import sandbox

        return sandbox([folder for folder in (self.folder, SHIPPED) if folder])


def plain_variables(variables: Mapping[str, Any], prompt: str) -> dict[str, Any]:
    """The variables of a prompt as plain data; raises PromptError for what is none.

    >>> plain_variables({"desk": object()}, "own.v1")
    Traceback (most recent call last):
    summariser.errors.PromptError: the variable desk holds an object (object): give text, numbers, \
dates, or lists and mappings of them
    """
    given = {}
    for name, value in variables.items():
        try:
            given[name] = plain(value)
        except (TypeError, RecursionError) as error:
            is_deep = isinstance(error, RecursionError)
            why = "is nested too deeply" if is_deep else f"holds {error}"
            raise PromptError(
                f"the variable {name} {why}: give text, numbers, dates, "
                "or lists and mappings of them",
                template=prompt,
            ) from None
    return given


def marker(article: Article | Window) -> str:
    """The line that fences the article; made from its hash, so no article can contain its own."""
    return f"=====article-{article.id}====="
