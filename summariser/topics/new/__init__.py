"""A topic to begin with: a class, its prompt, and a test that asks nobody.

The files beside this one are what is written; ``$name`` and the like are filled in.
"""

from __future__ import annotations

import keyword
import re
import sys
from importlib.machinery import PathFinder
from pathlib import Path
from string import Template

from ...errors import SettingError
from .. import Summary

_HERE = Path(__file__).parent
_NAME = re.compile(r"[a-z][a-z0-9_]{0,49}")  # a provider takes a class's name of 64 such characters
_WORDS = {*keyword.kwlist, *keyword.softkwlist}


def new_topic(name: str, folder: Path) -> list[Path]:
    """Writes a topic's files; raises SettingError for a name that will not do, or files in the way.

    The name is that of a module and of its list of items, in the plural: ``sanctions``.
    """
    topic = class_name(name)
    if not _NAME.fullmatch(name) or {name, topic} & _WORDS:
        raise SettingError(f"{name!r} names no topic: give small letters, digits and _: sanctions")
    item = topic[:-1] if topic.endswith("s") and len(topic) > 2 else f"{topic}Item"
    sources = {
        folder / file: (_HERE / f"{source}.txt").read_text("utf-8")
        for file, source in (
            (f"{name}.py", "module"),
            (f"prompts/{name}.v1.system.jinja", "system"),
            (f"prompts/{name}.v1.user.jinja", "user"),
            (f"test_{name}.py", "test"),
        )
    }
    for path in sources:
        if path.exists():
            raise SettingError(f"{path} is there already, and is not overwritten")
    if whose := _taken({name, topic, item}, name, "".join(sources.values())):
        raise SettingError(f"{name} is a name {whose}: call yours something else")
    texts = {
        path: Template(source).safe_substitute(name=name, topic=topic, item=item)
        for path, source in sources.items()
    }
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return [*texts]


def class_name(name: str) -> str:
    """What the class of a topic is called.

    >>> class_name("export_bans")
    'ExportBans'
    """
    return "".join(part.capitalize() for part in name.split("_"))


def _taken(names: set[str], module: str, sources: str) -> str | None:
    """Whose name one of these is already."""
    if hasattr(Summary, module) or module in Summary.model_fields:
        return "that every summary has for itself"
    if module in sys.stdlib_module_names or PathFinder.find_spec(module):
        return "that another module has"
    lines = re.findall(r"^from .* import ([^$]*?)$", sources, re.MULTILINE)
    imported = {name for line in lines for name in line.split(", ")}
    return f"of which its files use {', '.join(names & imported)}" if names & imported else None
