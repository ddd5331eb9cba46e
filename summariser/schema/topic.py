"""What a topic of one's own may consist of, and what it is told to look for.

Complains of a class that cannot be asked for, or whose items nobody could check, before anybody is
asked: in one sentence, with the field's name and what to write instead.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, PydanticUndefinedAnnotation

from ..errors import SettingError
from .evidence import Part
from .summary import Grounded, Item, SummaryData

_OURS = "summariser."
_PLAIN = (str, int, float, bool, Decimal, date, datetime)


def check_schema(schema: Any) -> None:
    """Raises SettingError for what is no topic, or has a field that cannot be asked for.

    >>> class Pledges(SummaryData):
    ...     pledges: tuple[str, ...]
    >>> check_schema(Pledges)
    Traceback (most recent call last):
    summariser.errors.SettingError: Pledges.pledges is a tuple: make it a list
    """
    if not (isinstance(schema, type) and issubclass(schema, SummaryData)):
        raise SettingError(f"schema is {_called(schema)}: give a subclass of summariser.Summary")
    if not schema.visible_fields():
        raise SettingError(f"{schema.__name__} has no fields: give it a list of items to look for")
    try:
        schema.model_rebuild()  # does nothing if all its types are known
    except PydanticUndefinedAnnotation as error:
        raise SettingError(
            f"{schema.__name__} uses {error.name}, which is not defined: "
            "define it at the top of a module, before the topic"
        ) from None
    complaint = next(_complaints(schema, set()), None)
    if complaint:
        raise SettingError(complaint)


def described(schema: type[SummaryData]) -> dict[str, Any]:
    """A topic in its own words, for a prompt: its docstring, and those of its items.

    >>> class Pledges(SummaryData):
    ...     "Promises made at a conference."
    ...     pledges: list[Grounded]
    >>> described(Pledges)["fields"]
    [{'name': 'pledges', 'description': 'An item that tells what its sentences say.'}]
    """
    fields = []
    for name in schema.visible_fields():
        found = schema.model_fields[name]
        item = schema.item_fields().get(name)
        words = found.description or (_docstring(item.item) if item else "")
        fields.append({"name": name, "description": words})
    return {"name": schema.__name__, "description": _docstring(schema), "fields": fields}


def prompt_of(schema: type[SummaryData]) -> str:
    """The prompt to ask with if none is named; raises SettingError if it could not say for what."""
    if schema.default_prompt == SummaryData.default_prompt and not _docstring(schema):
        raise SettingError(
            f"{schema.__name__} has no docstring: say in one what to look for, "
            "or give a prompt of your own"
        )
    return schema.default_prompt


def _docstring(kind: type) -> str:
    return " ".join(inspect.cleandoc(kind.__doc__ or "").split())


def _complaints(part: type[Part], seen: set[type]) -> Iterator[str]:
    """What is wrong with the fields of a part, and of the parts in it."""
    seen.add(part)
    reserved = _reserved(part)
    for name in part.visible_fields():
        place = f"{part.__name__}.{name}"
        if name in reserved and not _is_ours(_owner(part, name)):
            yield f"{place} is a name that the library uses itself: call the field something else"
            continue
        yield from _kind_complaints(part.model_fields[name].annotation, part, place, seen)


def _kind_complaints(
    kind: Any, part: type[Part], place: str, seen: set[type], *, in_list: bool = False
) -> Iterator[str]:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        yield from _kind_complaints(arguments[0], part, place, seen, in_list=in_list)
    elif origin in (Union, UnionType):
        others = [each for each in arguments if each is not NoneType]
        if len(others) != 1:
            words = " and ".join(map(_called, others))
            yield f"{place} is a union of {words}: a field has one type, or that one and None"
        elif in_list:
            yield f"{place} is a list that holds None: leave out what is not there"
        elif _origin(others[0]) is list:
            yield f"{place} is a list or None: an empty list says that there is none"
        else:
            yield from _kind_complaints(others[0], part, place, seen)
    elif kind is list or origin is list:
        if in_list or not arguments:
            yield f"{place} is a list of {'lists' if in_list else 'anything'}: say of what"
        else:
            yield from _kind_complaints(arguments[0], part, place, seen, in_list=True)
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        yield from _model_complaints(kind, part, place, seen)
    elif not (origin is Literal or _is_plain(kind)):
        yield f"{place} is {_with_article(_called(origin or kind))}: {_instead(origin or kind)}"


def _model_complaints(
    kind: type[BaseModel], part: type[Part], place: str, seen: set[type]
) -> Iterator[str]:
    if issubclass(part, SummaryData):
        if not issubclass(kind, Item):
            yield (
                f"{place} holds {kind.__name__}, of which nothing could be checked: "
                "derive it from summariser.Grounded"
            )
            return
    elif not issubclass(kind, Part) or issubclass(kind, SummaryData | Grounded):
        yield (
            f"{place} holds {kind.__name__}, which is no part of an item: "
            "derive it from summariser.Mention"
        )
        return
    if kind not in seen:
        yield from _complaints(kind, seen)


def _reserved(part: type[Part]) -> set[str]:
    """The names that the library's own class below this one has for itself."""
    ours = next(each for each in part.__mro__ if issubclass(each, Part) and _is_ours(each))
    public = {name for name in dir(ours) if not name.startswith("_")}
    return (public | {*ours.model_fields}) - {*ours.visible_fields()}


def _owner(part: type[Part], name: str) -> type:
    """The class that says what the field is."""
    return next((each for each in part.__mro__ if name in each.__annotations__), part)


def _is_ours(kind: type) -> bool:
    return kind.__module__.startswith(_OURS)


def _origin(kind: Any) -> Any:
    return _origin(get_args(kind)[0]) if get_origin(kind) is Annotated else get_origin(kind) or kind


def _is_plain(kind: Any) -> bool:
    return isinstance(kind, type) and (kind in _PLAIN or issubclass(kind, Enum))


def _called(kind: Any) -> str:
    return getattr(kind, "__name__", None) or str(kind)[:60]


def _with_article(word: str) -> str:
    return f"an {word}" if word[:1].lower() in "aeiou" else f"a {word}"


def _instead(kind: Any) -> str:
    if kind in (tuple, set, frozenset):
        return "make it a list"
    if kind is dict:
        return "make it a class of its own, derived from summariser.Mention"
    return "give text, a number, a Literal, a date, or a class of the library's"
