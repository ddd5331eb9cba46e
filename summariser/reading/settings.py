"""How articles are read: what decides a summary, besides the article and the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_args

from ..article import Article, Window, cut
from ..errors import PromptError, SettingError
from ..llm import OPEN, REPAIR, Message, Prompts, marker
from ..schema import SummaryData, described
from .choices import OnOpen, OnUnsupported

_GIVEN = frozenset(("article", "language", "marker"))
"""What a prompt is told of each window; what it is told of the topic, variables may say better."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Each is described at `Summariser`; what cannot work is told when they are made.

    Raises SettingError, and PromptError for a prompt that is missing, broken, or shows no article.
    """

    schema: type[SummaryData]
    prompt: str
    prompts: Prompts
    variables: Mapping[str, Any]
    language: str | None
    on_unsupported: OnUnsupported
    on_open: OnOpen
    max_requests: int
    deadline: float
    window: int
    overlap: int

    def __post_init__(self) -> None:
        if self.on_unsupported not in get_args(OnUnsupported):
            raise SettingError(
                f"on_unsupported is {self.on_unsupported!r}: give 'ask', 'flag' or 'drop'"
            )
        if self.on_open not in get_args(OnOpen):
            raise SettingError(f"on_open is {self.on_open!r}: give 'flag' or 'ask'")
        if self.max_requests < 1:
            raise SettingError(
                f"max_requests is {self.max_requests}: at least one request is needed"
            )
        if not self.deadline > 0:
            raise SettingError(f"deadline is {self.deadline}: give seconds, more than 0")
        if taken := sorted(_GIVEN & self.variables.keys()):
            raise SettingError(
                f"variables holds {', '.join(taken)}: every prompt is given "
                f"{'this' if len(taken) == 1 else 'these'} anyway, call yours something else"
            )
        self.windows(_PROBES[0])
        self._try_prompt()

    def windows(self, article: Article) -> list[Window]:
        """The windows in which an article is read."""
        try:
            return cut(article, self.window, self.overlap)
        except ValueError as error:
            raise SettingError(str(error)) from None

    def render(self, window: Window) -> tuple[Message, ...]:
        """The first messages about a window; raises PromptError."""
        language = self.language or window.language
        return self.prompts.render(
            self.prompt,
            **{"topic": described(self.schema), **self.variables},
            article=window,
            marker=marker(window),
            language="that of the article" if language == "und" else language,
        )

    def _try_prompt(self) -> None:
        """Complains of a prompt now, not at the first article.

        It shows the article if it is another one for other words.  That it shows all of them, it
        need not: who asks about the first sentences only, may mean to.
        """
        self.prompts.source(REPAIR)
        self.prompts.source(OPEN)
        one, other = (self.render(Window(each, 1, len(each.sentences))) for each in _PROBES)
        if one == other:
            raise PromptError(
                f"the prompt {self.prompt} never shows the article: "
                'write {% include "article.v1.jinja" %} where it is to stand',
                template=self.prompt,
            )


class _Probe(Article):
    """An article to try a prompt with: all of it is given, and only its words are its own."""

    @cached_property
    def id(self) -> str:
        return "0" * 16


_WORDS = " ".join(f"Zephyrine counted {number} quills." for number in range(21, 33))
_PROBES = [
    _Probe.from_text(
        words,
        title="Quills",
        published="2025-01-01",
        language="en",
        source="quills.txt",
        url="https://quills.example/",
        name="quills",
    )
    for words in (_WORDS, _WORDS.translate(str.maketrans("aeiou", "eioua")))
]
