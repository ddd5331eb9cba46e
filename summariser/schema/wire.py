r"""The JSON schema that goes over the wire: small, and fit for those who enforce it.

OpenAI's strict mode wants every property required, no other properties, no key beside a ``$ref``
and no default; llama.cpp's grammar knows no look-around and no ``\d``.  The schema is paid for in
every request: titles are left out, what several properties have in common is told once, what is
used once stands in its place, and what the prompts say of a field is not said here again.  Lengths
are checked in Python, where the error can say what to do.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

_LONG = 70  # characters of JSON: a reference has half of it, or less
_LEFT_OUT = frozenset(("title", "default", "minLength", "maxLength"))


def wire_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON schema of what a model may write; fields marked SkipJsonSchema are not in it.

    >>> class Pledge(BaseModel):
    ...     "A promise."
    ...     by: str | None = None
    >>> wire_schema(Pledge)["required"]
    ['by']
    """
    schema = model.model_json_schema()
    definitions = schema.pop("$defs", {})
    uses = Counter(_references([schema, definitions]))

    def clean(node: Any) -> Any:
        if isinstance(node, list):
            return [clean(entry) for entry in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            target = definitions[node["$ref"].rpartition("/")[2]]
            # What is no object, or is used once, reads better, and is shorter, in place.
            in_place = "properties" not in target or uses[node["$ref"]] == 1
            return clean(target) if in_place else {"$ref": node["$ref"]}
        node = _merged({key: node[key] for key in node if key not in _LEFT_OUT})
        if "properties" not in node:
            return {key: clean(value) for key, value in node.items()}
        properties = {name: clean(value) for name, value in node["properties"].items()}
        return {
            **node,
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }

    objects = {
        name: clean(value)
        for name, value in definitions.items()
        if "properties" in value and uses[f"#/$defs/{name}"] > 1
    }
    whole = clean(schema)
    shared = _told_once([whole, *objects.values()], set(objects))
    return {**whole, **({"$defs": {**objects, **shared}} if objects or shared else {})}


def _references(node: Any) -> Iterator[str]:
    """All references to a definition, one for each use."""
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from _references(each)


def _told_once(nodes: list[Any], taken: set[str]) -> dict[str, Any]:
    """What several properties are alike and at length, taken out of them, by the first's name."""
    alike: dict[str, list[tuple[dict[str, Any], str]]] = {}
    for properties in _properties(nodes):
        for name, value in properties.items():
            alike.setdefault(json.dumps(value), []).append((properties, name))
    shared: dict[str, Any] = {}
    for written, places in alike.items():
        name = places[0][1].title()
        if len(places) > 1 and len(written) >= _LONG and name not in taken | set(shared):
            properties, own = places[0]
            shared[name] = properties[own]
            for properties, own in places:
                properties[own] = {"$ref": f"#/$defs/{name}"}
    return shared


def _properties(node: Any) -> Iterator[dict[str, Any]]:
    """Those of every object, also of one in another."""
    if isinstance(node, list):
        for each in node:
            yield from _properties(each)
    elif isinstance(node, dict):
        if isinstance(node.get("properties"), dict) and "additionalProperties" in node:
            yield node["properties"]
            yield from _properties(list(node["properties"].values()))
        else:
            yield from _properties([node.get("items"), node.get("anyOf")])


def _merged(node: dict[str, Any]) -> dict[str, Any]:
    """A scalar that may be null in one line, which says the same as a union of the two."""
    options = node.get("anyOf", [])
    if len(options) != 2 or options[1] != {"type": "null"} or set(options[0]) - {"type", "pattern"}:
        return node
    others = {key: node[key] for key in node if key != "anyOf"}
    return {**others, **options[0], "type": [options[0]["type"], "null"]}
