"""An error as JSON, and back: how a failure is stored.

Its class and its facts are kept, not only its words.  Errors hold no key and no article, so none
gets in; of a reply that was of no use, the beginning is kept.  A store may be somebody else's: what
comes back is an error of ours with facts that errors of ours have, or ValueError.
"""

from __future__ import annotations

import inspect
import json
from types import NoneType
from typing import Any, get_args

from pydantic import BaseModel

from .. import errors
from ..errors import SummariserError
from ..schema import Usage

LONGEST_RAW = 2_000
"""Characters of an unusable reply that are kept with its error."""

_FACTS: dict[str, tuple[type, ...]] = {
    "article_id": (str, NoneType), "path": (str, NoneType), "is_damage": (bool,),
    "template": (str,), "missing": (list,), "cassette": (str,), "changed": (list,),
    "kind": (str,), "status": (int, NoneType), "retry_after": (int, float, NoneType),
    "usage": (dict, NoneType), "raw": (str,), "place": (str,),
}  # fmt: skip


def to_json(error: SummariserError) -> str:
    """The error in one line of ASCII: the name of a file may be no UTF-8.

    >>> print(to_json(errors.ArticleError("the article is empty", path="a.txt")))
    {"class": "ArticleError", "message": "a.txt: the article is empty", "facts": {"path": "a.txt"}}
    """
    facts = {name: fact for name, fact in vars(error).items() if name in _FACTS}
    if "raw" in facts:
        facts["raw"] = facts["raw"][:LONGEST_RAW]
    told = {"class": type(error).__name__, "message": str(error), "facts": facts}
    return json.dumps(told, default=_plain)


def from_json(text: str) -> SummariserError:
    """The error as it was; if its class is none of ours, the root of ours.

    Raises ValueError if no error of ours could have become this.

    >>> from_json('{"class": "TheirError", "message": "no luck", "facts": {"kind": "bad"}}')
    SummariserError('no luck')
    """
    try:
        told = json.loads(text)
        name, message, facts = told["class"], told["message"], told["facts"]
        known = {name: _fact(name, facts[name]) for name in _FACTS if name in facts}
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"no error of ours: {error!r}") from None
    if not (isinstance(message, str) and isinstance(name, str)):
        raise ValueError("no error of ours: it has no words")
    kind = getattr(errors, name, None)
    if not (isinstance(kind, type) and issubclass(kind, SummariserError)):
        kind = SummariserError
    else:
        known = _of(kind, known)
    made = kind.__new__(kind)  # constructors differ, and some put more into the message
    made.args = (message,)
    vars(made).update(known)
    return made


def _fact(name: str, fact: Any) -> Any:
    if type(fact) not in _FACTS[name]:
        raise ValueError(f"{name} is {type(fact).__name__}")
    if name == "usage" and fact is not None:
        return Usage.model_validate(fact)
    if isinstance(fact, list):
        return tuple(map(str, fact))
    return fact


def _of(kind: type[SummariserError], facts: dict[str, Any]) -> dict[str, Any]:
    """The facts that this class has; ValueError if one is missing, or its kind is none of these."""
    needed = [name for name in inspect.signature(kind).parameters if name in _FACTS]
    if missing := [name for name in needed if name not in facts]:
        raise ValueError(f"{', '.join(missing)} missing")
    if (kinds := get_args(getattr(kind, "Kind", None))) and facts["kind"] not in kinds:
        raise ValueError("a kind that is none of ours")
    return {name: fact for name, fact in facts.items() if name in [*needed, "article_id"]}


def _plain(fact: object) -> object:
    return fact.model_dump(mode="json") if isinstance(fact, BaseModel) else str(fact)
