"""A topic to begin with: a class, its prompt, and a test that asks nobody.

The files beside this one are what is written; ``$name`` and the like are filled in.
"""

from __future__ import annotations

import keyword
from pathlib import Path
from string import Template

from ...errors import SettingError

_HERE = Path(__file__).parent


def new_topic(name: str, folder: Path) -> list[Path]:
    """Writes a topic's files; raises SettingError for a name that is none, or files in the way.

    The name is that of a module and of its list of items, in the plural: ``sanctions``.
    """
    if not name.isidentifier() or keyword.iskeyword(name) or name != name.lower():
        raise SettingError(f"{name!r} names no module: give small letters, digits and _: sanctions")
    topic = class_name(name)
    item = topic[:-1] if topic.endswith("s") and len(topic) > 2 else f"{topic}Item"
    texts = {
        folder / file: Template((_HERE / f"{source}.txt").read_text("utf-8")).safe_substitute(
            name=name, topic=topic, item=item
        )
        for file, source in (
            (f"{name}.py", "module"),
            (f"prompts/{name}.v1.system.jinja", "system"),
            (f"prompts/{name}.v1.user.jinja", "user"),
            (f"test_{name}.py", "test"),
        )
    }
    for path in texts:
        if path.exists():
            raise SettingError(f"{path} is there already, and is not overwritten")
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
