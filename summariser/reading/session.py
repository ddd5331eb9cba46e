"""What travels with one article while it is read."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from functools import partial

from ..checks import Index
from ..llm import MOST, Budget, Drafts, Reply, Turns
from ..schema import Usage
from .arrivals import Arrivals


class Replies:
    """The replies that one article got: those laid aside before, and those that come now.

    Args:
        drafts: where each is laid aside as it comes, for it is paid for; without it, they last as
            long as this object.
    """

    def __init__(self, drafts: Drafts | None = None) -> None:
        self.drafts = drafts
        self._new: list[Reply] = []

    def get(self, part: str) -> Reply | None:
        """The reply laid aside for this part of the article."""
        return self.drafts.get(part) if self.drafts else None

    def note(self, part: str, reply: Reply) -> None:
        """Lay one aside that came."""
        if self.drafts:
            self.drafts.put(part, reply)
        else:
            self._new.append(reply)

    @property
    def said(self) -> str:
        """What those said that are laid aside nowhere, as JSON, a line each."""
        return "\n".join(json.dumps(each.content, ensure_ascii=False) for each in self._new)


@dataclass(slots=True)
class Bounds:
    """What the articles of a run have to share."""

    budget: Budget = field(default_factory=Budget)
    places: Turns = field(default_factory=partial(Turns, MOST))
    """Each question takes one until it is answered; what is read and checked takes none."""


@dataclass(slots=True)
class Session:
    """One article under way: what is looked up in it, its replies, and what bounds them."""

    replies: Replies
    bounds: Bounds
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
