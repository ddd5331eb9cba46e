"""An error as JSON, and back: how a failure is stored.

Its class and its facts are kept, not only its words.  Errors hold no key and no article, so none
gets in; of a reply that was of no use, the beginning is kept.
"""

from __future__ import annotations

import json

from pydantic import BaseModel

from .. import errors
from ..errors import SummariserError
from ..schema import Usage

LONGEST_RAW = 2_000
"""Characters of an unusable reply that are kept with its error."""


def to_json(error: SummariserError) -> str:
    """The error in one line of ASCII: the name of a file may be no UTF-8.

    >>> print(to_json(errors.ArticleError("the article is empty", path="a.txt")))
    {"class": "ArticleError", "message": "a.txt: the article is empty", "facts": {"path": "a.txt"}}
    """
    facts = {name: fact for name, fact in vars(error).items() if not name.startswith("_")}
    if "raw" in facts:
        facts["raw"] = facts["raw"][:LONGEST_RAW]
    told = {"class": type(error).__name__, "message": str(error), "facts": facts}
    return json.dumps(told, default=_plain)


def from_json(text: str) -> SummariserError:
    """The error as it was; if its class is none of ours, the root of ours.

    >>> from_json('{"class": "TheirError", "message": "no luck", "facts": {"kind": "bad"}}')
    SummariserError('no luck')
    """
    told = json.loads(text)
    kind = getattr(errors, told["class"], None)
    if not (isinstance(kind, type) and issubclass(kind, SummariserError)):
        kind = SummariserError
    error = kind.__new__(kind)  # constructors differ, and some put more into the message
    error.args = (told["message"],)
    for name, fact in told["facts"].items():
        if name == "usage" and fact is not None:
            fact = Usage.model_validate(fact)
        setattr(error, name, tuple(fact) if isinstance(fact, list) else fact)
    return error


def _plain(fact: object) -> object:
    return fact.model_dump(mode="json") if isinstance(fact, BaseModel) else str(fact)
