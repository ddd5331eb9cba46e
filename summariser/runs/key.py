"""What decides a summary, as one short text: the name under which a store keeps it."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from typing import TYPE_CHECKING

from ..article import Article
from ..llm import OPEN, REPAIR, Client
from ..schema import SummaryData

if TYPE_CHECKING:
    from ..reading import Settings

_SHOWN = ("text", "title", "published", "language")


def key(article: Article, client: Client, settings: Settings) -> str:
    """64 hex digits, the same in every process.

    What the model is shown of the article decides, and how: prompt, schema, model, parameters.
    Where an article comes from counts only if the prompt mentions it.  Raises PromptError.
    """
    given = settings
    source = given.prompts.source(given.prompt)
    shown = [*_SHOWN, *(name for name in ("source", "url", "name") if f".{name}" in source)]
    decisive = [
        [str(getattr(article, name) or "") for name in shown],
        [given.prompt, source, given.prompts.source(REPAIR), given.language, given.variables],
        [given.schema.__name__, schema_hash(given.schema)],
        [client.model, client.options, given.window, given.overlap, given.on_unsupported],
    ]
    if client.mode != "auto":  # what is not said need not be kept apart
        decisive.append([client.mode])
    if given.on_open == "ask":
        decisive.append([given.on_open, given.prompts.source(OPEN)])
    text = json.dumps(decisive, ensure_ascii=False, sort_keys=True, default=repr)
    return hashlib.sha256(text.encode()).hexdigest()


def templates_hash(settings: Settings) -> str:
    """A digest of the templates of both questions; raises PromptError."""
    return f"{settings.prompts.hash(settings.prompt)}-{settings.prompts.hash(REPAIR)}"


def variables_hash(settings: Settings) -> str:
    """A digest of the values of a prompt's variables: 16 hex digits."""
    text = json.dumps(settings.variables, ensure_ascii=False, sort_keys=True, default=repr)
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:16]


def identity(article: Article) -> Article:
    """What two equal articles of a run have in common; TypeError for what is none."""
    if not isinstance(article, Article):
        raise TypeError(
            f"give articles or texts, not {type(article).__name__}: "
            "Article.from_file(path) reads a file, read_inputs(paths) whole folders"
        )
    return article


def named(article: Article) -> tuple[Article, str | None]:
    """The same of two that are also known by the same name."""
    return identity(article), article.known_as


@lru_cache
def schema_hash(schema: type[SummaryData]) -> str:
    """The first 16 hex digits of the SHA-256 of what the model is shown of a schema."""
    text = json.dumps(schema.wire_schema(), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
