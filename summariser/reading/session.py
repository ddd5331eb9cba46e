"""What travels with one article while it is read."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field

from ..checks import Index
from ..llm import Budget, Drafts, Reply
from ..schema import Usage
from .arrivals import Arrivals


class Replies:
    """The replies that one article got: those laid aside before, and those that come now.

    Args:
        drafts: where they are laid aside; without it, they last as long as this object.
    """

    def __init__(self, drafts: Drafts | None = None) -> None:
        self.drafts = drafts
        self._new: dict[str, Reply] = {}

    def get(self, part: str) -> Reply | None:
        """The reply laid aside for this part of the article."""
        return self.drafts.get(part) if self.drafts else None

    def note(self, part: str, reply: Reply) -> None:
        """Remember one that came: it need not be laid aside if the article is finished at once."""
        self._new[part] = reply

    def lay_aside(self, part: str) -> None:
        """Lay one aside that came."""
        if self.drafts and part in self._new:
            self.drafts.put(part, self._new.pop(part))

    def rescue(self) -> str:
        """Lay all aside that came; or else what they said, as JSON, a line each."""
        if self.drafts is None:
            said = (json.dumps(each.content, ensure_ascii=False) for each in self._new.values())
            return "\n".join(said)
        for part in [*self._new]:
            self.lay_aside(part)
        return ""


@dataclass(slots=True)
class Session:
    """One article under way: what is looked up in it, its replies, and what they may cost."""

    replies: Replies
    budget: Budget
    arrivals: Arrivals | None = None
    """Who is told of items before they are a summary."""
    usage: Usage = field(default_factory=Usage)
    """Of all its requests so far."""
    index: Index = field(init=False)
    """What is looked up in its text."""
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Its windows look things up in turn."""

    def look_up_anew(self) -> None:
        """Leave the index to a thread that is not waited for: no two may use one."""
        self.index = Index(self.index.article)
