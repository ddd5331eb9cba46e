"""Every error this library raises, and the facts each carries.

    SummariserError
    ├── ArticleError         the text cannot be used as an article
    ├── PromptError          a template is missing, broken, or lacks variables
    ├── RecordingError       a cassette cannot be read, or two contexts overlap
    │   └── NoRecording      nothing is recorded for this very request
    ├── ProviderError        the model could not be reached, or turned the request down
    ├── ReplyError           the model answered, but not with something usable
    ├── BudgetError          the next request could cost more than a run may
    ├── StoreError           a store of results cannot be opened, read or written
    ├── SettingError         a schema or a setting that cannot work, told when it is given
    ├── LoopError            closed while a call was under way, or called from its own loop
    └── InternalError        this library failed at an article as nobody foresaw

The facts are attributes, so nobody has to parse a message.  All errors can be pickled;
none holds an API key or an article.
"""

from __future__ import annotations

import logging
from pathlib import Path
from traceback import walk_tb
from typing import Any, Literal, Self

_LONGEST_MESSAGE = 500
_LONGEST_RAW = 100_000
_PACKAGE = __name__.partition(".")[0]

log = logging.getLogger(_PACKAGE)


class SummariserError(Exception):
    """The root: ``except SummariserError`` catches whatever this library raises on purpose.

    Attributes:
        article_id: the ``id`` of the article it is about, if it is one of many; else None.
    """

    article_id: str | None = None

    @property
    def is_fatal(self) -> bool:
        """Whether the next article would fare no better, so that a run should stop."""
        return False

    @property
    def is_passing(self) -> bool:
        """Whether it may go well another time, so that the next run should try again."""
        return False

    def __init__(self, message: str) -> None:
        if len(message) > _LONGEST_MESSAGE:
            message = message[: _LONGEST_MESSAGE - 1] + "…"
        super().__init__(message)

    def __reduce__(self) -> tuple[Any, ...]:
        # Exception's own __reduce__ calls the class with self.args, which fails for
        # subclasses with keyword-only facts; rebuild from the attributes instead.
        return _rebuild, (type(self), self.args, self.__dict__)


def _rebuild(
    cls: type[SummariserError], args: tuple[Any, ...], facts: dict[str, Any]
) -> SummariserError:
    error = cls.__new__(cls)
    error.args = args
    error.__dict__.update(facts)
    return error


class SettingError(SummariserError, ValueError):
    """A schema or a setting that cannot work: a topic's field of a kind that nobody could check, an
    address that is none, a negative timeout.  Told when it is given, before anybody is asked.
    """


class ArticleError(SummariserError):
    """The text cannot be used as an article: empty, too long, not UTF-8, no such file.

    Attributes:
        path: the file it came from, if it came from one.
    """

    def __init__(self, message: str, *, path: str | Path | None = None) -> None:
        super().__init__(message if path is None else f"{path}: {message}")
        self.path = None if path is None else str(path)


class PromptError(SummariserError):
    """A prompt cannot be rendered.

    Attributes:
        template: the template's name.
        missing: the names of all variables it needs and did not get.
    """

    def __init__(self, message: str, *, template: str, missing: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.template = template
        self.missing = missing

    @property
    def is_fatal(self) -> bool:
        """Always: all articles are asked about with the same prompt."""
        return True


class RecordingError(SummariserError):
    """A cassette cannot be used: missing, not readable as one, or another one is still open.

    Attributes:
        cassette: the cassette's path.
    """

    def __init__(self, message: str, *, cassette: str | Path) -> None:
        super().__init__(message)
        self.cassette = str(cassette)

    @property
    def is_fatal(self) -> bool:
        """Unless it is only this request that was not recorded."""
        return not isinstance(self, NoRecording)


class NoRecording(RecordingError):  # noqa: N818  # reads better where it is caught
    """The cassette holds no reply to this request, and may not ask for one.

    Attributes:
        cassette: the cassette's path.
        changed: what differs from the most similar recorded request, e.g. ``("model",)``.
    """

    def __init__(
        self, message: str, *, cassette: str | Path, changed: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message, cassette=cassette)
        self.changed = changed


_PASSING = ("unreachable", "timeout", "rate_limit", "unavailable", "deadline", "unreadable")


class ProviderError(SummariserError):
    """The provider could not be reached, took too long, or turned the request down.

    Attributes:
        kind: what went wrong, as a word a program can compare.
        status: the HTTP status, or None if there was no response.
        retry_after: how many seconds the provider asked to wait, or None.
        usage: what the failed attempts cost (a ``Usage``), or None if nothing was sent.
    """

    Kind = Literal[
        "unreachable", "timeout", "authentication", "rate_limit", "quota", "not_found",
        "too_long", "rejected", "unavailable", "deadline", "unreadable",
    ]  # fmt: skip

    def __init__(
        self,
        message: str,
        *,
        kind: Kind,
        status: int | None = None,
        retry_after: float | None = None,
        usage: Any = None,
    ) -> None:
        super().__init__(message)
        self.kind: ProviderError.Kind = kind
        self.status = status
        self.retry_after = retry_after
        self.usage = usage

    @property
    def is_fatal(self) -> bool:
        """If the key, the account or the model's name is at fault."""
        return self.kind in ("authentication", "quota", "not_found")

    @property
    def is_passing(self) -> bool:
        """If the provider had a bad moment, which says nothing about the article."""
        return self.kind in _PASSING


class ReplyError(SummariserError):
    """The model answered, but with nothing that can be turned into a summary.

    Attributes:
        kind: ``refused``, ``filtered`` (also if it was the prompt), ``truncated``, or ``invalid``
            (not the schema).
        raw: the reply as it came, at most 100,000 characters.
        usage: what the attempts cost (a ``Usage``).
    """

    Kind = Literal["refused", "filtered", "truncated", "invalid"]

    def __init__(self, message: str, *, kind: Kind, raw: str = "", usage: Any = None) -> None:
        super().__init__(message)
        self.kind: ReplyError.Kind = kind
        self.raw = raw[:_LONGEST_RAW]
        self.usage = usage


class BudgetError(SummariserError):
    """The next request could exceed the ``max_cost`` or ``max_tokens`` of a run.

    Attributes:
        usage: what the run has cost so far (a ``Usage``).
    """

    def __init__(self, message: str, *, usage: Any = None) -> None:
        super().__init__(message)
        self.usage = usage

    @property
    def is_fatal(self) -> bool:
        """Always."""
        return True


class StoreError(SummariserError):
    """A store cannot be used: no store, of another version, locked, damaged, or its disk is full.

    Attributes:
        path: where the store is.
        is_damage: whether the file, or something in it, is not as it was written; other parts of
            it may be sound.
    """

    def __init__(self, message: str, *, path: str | Path, is_damage: bool = False) -> None:
        super().__init__(f"{path}: {message}")
        self.path = str(path)
        self.is_damage = is_damage

    @property
    def is_fatal(self) -> bool:
        """Always: what cannot be kept should not be paid for."""
        return True


class LoopError(SummariserError, RuntimeError):
    """A call cannot be waited for: its Summariser was closed, or it would wait for itself."""

    @property
    def is_fatal(self) -> bool:
        """Always: it is about the whole program."""
        return True


class InternalError(SummariserError):
    """Something was raised that nobody foresaw: by a reader, a check, a merge or a view.

    It stands for that one article; the others of its run are none the worse.  What was raised may
    quote the article, so its words are left out; where it came through is logged at DEBUG.

    Attributes:
        kind: the class of what was raised, e.g. ``KeyError``.
        place: where in this library, e.g. ``summariser.reading.merging:132``.
        raw: what the model had answered, as JSON, a reply a line, at most 100,000 characters; empty
            if the replies are kept in a store, from which they are finished without a request.
        usage: what the article had cost (a ``Usage``); None if it is about something else.
    """

    def __init__(
        self, message: str, *, kind: str, place: str, raw: str = "", usage: Any = None
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.place = place
        self.raw = raw[:_LONGEST_RAW]
        self.usage = usage

    @classmethod
    def of(cls, error: Exception) -> Self:
        """The one for what was raised."""
        frames = [
            f"{frame.f_globals.get('__name__', '?')}:{line}"
            for frame, line in walk_tb(error.__traceback__)
        ]
        ours = [frame for frame in frames if frame.startswith((f"{_PACKAGE}.", f"{_PACKAGE}:"))]
        kind, place = type(error).__name__, ours[-1] if ours else "?"
        log.debug("%s: %s", kind, " > ".join(frames))
        message = f"{kind} at {place}, which nobody foresaw: please report it with these words"
        return cls(message, kind=kind, place=place)

    def at(self, where: str) -> Self:
        """The same about an article whose place is known: its message begins with it."""
        self.args = (f"{where}: {self}",)
        return self

    @property
    def is_passing(self) -> bool:
        """Always: once the fault is mended, here or in a schema of your own, it will go well."""
        return True
