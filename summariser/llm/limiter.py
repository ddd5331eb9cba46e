"""How many requests may be under way at once: found out, not guessed.

As TCP does with packets: a server that complains gets fewer, one that answers gets more, twice as
many every round until its first complaint and a few at a time from then on.  A number that was too
much is tried again ever more seldom; where even one is too much, nobody sends for a while.  Whoever
has begun goes before whoever has not, so that retries are not left behind.  A limiter belongs to
one event loop, and delays nobody as long as there is room.

Processes that ask the same server share one number.  Each takes a part of it before it sends, all
of what it wants if there is enough for everybody, and else as much as the others; what was found
out by one holds for all.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, fields, replace

from ..errors import StoreError
from . import retries
from .shared import Note, Notes, Theirs, number
from .turns import Turns

FIRST = 8
"""Requests at once before anything is known of the server."""

MOST = 256
"""Requests at once, however willing the server: one process cannot make use of more."""

_LESS = 0.7  # what a complaint leaves of the number
_AT_FIRST = 0.5  # it had doubled every round: half was not too much
_ROUNDS = 3  # answers to every request at once, for one more: each try may cost a complaint
_ANSWERS = 20  # but no more answers than these, or large numbers would take hours to recover
_SELDOM = 320  # answers at most before a number is tried again that was too much
_LONGEST_BREATH = 8.0  # seconds, times `retries.pace`, that a server is left alone without asking
_SOON = 0.05  # seconds between two looks at what others leave, as long as somebody waits
_NOW_AND_THEN = 0.25  # seconds between two looks at what others want, as long as there is work


@dataclass
class Known:
    """What is known of a server."""

    places: float = FIRST  # of many parts
    complaints: int = 0  # those that were heeded
    too_many: int = 0  # requests at once that it complained of last; 0: of none yet
    patience: int = _ANSWERS  # answers before so many are tried again
    breath: float = 0.0

    @property
    def whole(self) -> int:
        """How many requests may be under way now."""
        return int(self.places + 1e-9)

    def grow(self, most: int = MOST) -> None:
        """A part of a place more, for an answer."""
        self.breath = 0.0
        answers = min(_ROUNDS * self.places, _ANSWERS) if self.complaints else 1.0
        if self.whole + 1 == self.too_many:
            answers = self.patience
        elif self.whole > self.too_many:
            self.too_many, self.patience = 0, _ANSWERS  # it is not any more
        self.places = min(most, self.places + 1 / answers)

    def shrink(self) -> float:
        """Some places fewer, but one at least; how many seconds that one is to rest."""
        if self.whole == self.too_many:
            self.patience = min(2 * self.patience, _SELDOM)
        elif self.whole > 1:
            self.too_many, self.patience = self.whole, _ANSWERS
        rest = 0.0
        if self.whole == 1:
            self.breath = min(2 * self.breath or 0.5, _LONGEST_BREATH)
            rest = self.breath * retries.pace
        self.places = max(1.0, self.places * (_LESS if self.complaints else _AT_FIRST))
        if self.whole + 1 == self.too_many:
            self.places = float(self.whole)  # all of the way to it counts
        self.complaints += 1
        return rest


class Limiter(Turns):
    """Places for requests: more of them with good answers, fewer with complaints.

    >>> async def use() -> list[int]:
    ...     limiter = Limiter()
    ...     async with limiter.place() as place:
    ...         place.refused()
    ...     return [FIRST, limiter.places]
    >>> asyncio.run(use())
    [8, 4]
    """

    def __init__(self, places: int = FIRST) -> None:
        super().__init__(places)
        self.known = Known(float(places))
        self._closed_until = 0.0  # on the loop's clock; 0: open
        self._notes: Notes | None = None
        self._share: _Share | None = None
        self._look: asyncio.TimerHandle | None = None  # at what the others do, when it is time

    def share(self, notes: Notes) -> None:
        """From now on have one number with all processes that write such notes."""
        if notes is not self._notes:
            self._notes = notes
            self._share = self._share or _Share(notes)

    @property
    def places(self) -> int:
        """How many requests may be under way now, in all processes together."""
        return self.known.whole

    @property
    def room(self) -> int:
        """How many of them in this one."""
        return min(self.places, self._share.part) if self._share else self.places

    @asynccontextmanager
    async def place(self, *, urgent: bool = False) -> AsyncIterator[Place]:
        """Wait for one's turn, before all others if `urgent`; leaving makes room for the next."""
        async with self.turn(urgent=urgent):
            yield Place(self, self.known.complaints, is_last=self.taken >= self.room)

    def grow(self) -> None:
        """A part of a place more, for an answer."""
        if self._share:
            self._share.answers += 1  # told when there is more to tell
        else:
            self.known.grow()
        self._admit()

    def shrink(self) -> None:
        """Some places fewer, but one at least, which then rests."""
        if self._share:
            self._exchange(complaint=self.known.complaints)
        elif rest := self.known.shrink():
            self.close(rest)

    def seconds_closed(self) -> float:
        """How long nobody will be let in."""
        if not self._closed_until:
            return 0.0
        return max(0.0, self._closed_until - asyncio.get_running_loop().time())

    def close(self, seconds: float) -> None:
        """Let nobody in for a while; a shorter while does not cut a longer one short."""
        loop = asyncio.get_running_loop()
        until = loop.time() + seconds
        if until > self._closed_until:
            self._closed_until = until
            loop.call_at(until, self._open, until)

    def pause(self, seconds: float) -> None:
        """The same for all processes: the server wants to be left alone."""
        self.close(seconds)
        if self._share:
            self._exchange()

    def _open(self, until: float) -> None:
        if until == self._closed_until:
            self._closed_until = 0.0
            self._admit()

    def _has_room(self) -> bool:
        return not self._closed_until and self.taken < self.room

    def _leave(self) -> None:
        if self._share and self._share.is_scarce:
            self._share.part = min(self._share.part, self.taken - 1)  # it is somebody else's turn
        super()._leave()

    def _admit(self) -> None:
        super()._admit()
        if self._share and self._waiting and not self._closed_until:
            self._look_within(_SOON)

    # --- with others -------------------------------------------------------------------------

    def _look_within(self, seconds: float) -> None:
        """Ask for more places, at once unless that was done a moment ago."""
        assert self._share
        loop = asyncio.get_running_loop()
        when = max(loop.time(), self._share.looked + seconds)
        if self._look is None or self._look.when() > when:
            self._wake_at(when)

    def _wake_at(self, when: float) -> None:
        if self._look is not None:
            self._look.cancel()
        self._look = asyncio.get_running_loop().call_at(when, self._wake)

    def _wake(self) -> None:
        self._look = None
        self._exchange()
        super()._admit()

    def _exchange(self, complaint: int | None = None) -> None:
        """Tell the others, hear of them, and take one's part; alone if they cannot be reached.

        Args:
            complaint: how many there had been before the request that the server refused now.
        """
        share, now = self._share, asyncio.get_running_loop().time()
        assert share
        share.looked, closed = now, self.seconds_closed()
        wants = self.taken + sum(not turn.done() for turn, _ in self._waiting)
        try:
            self.known, rest = share.exchange(self.known, self.taken, wants, closed, complaint)
        except StoreError:  # whoever keeps results in it will tell
            self._share = None
            return
        if rest > closed + 0.001:  # two clocks
            self.close(rest)
        if wants:
            self._wake_at(now + (_SOON if self._waiting else _NOW_AND_THEN))


class _Share:
    """One process's part of the places of all.

    Attributes:
        part: requests that may be under way in this one.
        is_scarce: there are fewer places than processes that want one: they take turns.
        answers: those that have not been told of yet.
        looked: when it was told last, on the loop's clock.
    """

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._turn = 0  # of all that were written: the last one knows best
        self._name = random.random()  # noqa: S311  # tells apart, and nothing more
        self._served = 0.0  # when it had a place last
        self.part = 0
        self.is_scarce = False
        self.answers = 0
        self.looked = float("-inf")

    def exchange(
        self, known: Known, taken: int, wants: int, closed: float, complaint: int | None
    ) -> tuple[Known, float]:
        """What is known now, and for how many seconds nobody may send."""
        rest = closed

        def write(theirs: Sequence[Theirs]) -> Note:
            nonlocal known, rest
            others = [_Standing(each.note) for each in theirs if each.lives]
            newest = max(others, key=lambda each: each.turn, default=None)
            if newest and newest.turn > self._turn:
                self._turn, known = newest.turn, newest.known
            # Between two looks there may be many rounds: all together double it at most.
            each = max(1, known.whole // (1 + len(others)))
            for _ in range(min(self.answers, each)):
                known.grow(MOST * (1 + len(others)))
            self.answers = 0
            if complaint is not None and complaint >= known.complaints:
                rest = max(rest, known.shrink())
            now = time.time()
            until = max([now + rest, *(each.closed_until for each in others)])
            rest = min(max(0.0, until - now), retries.LONGEST_WAIT)
            self._turn += 1
            if taken:
                self._served = now
            self._take(known.whole, wants, others)
            told = {"held": max(self.part, taken), "wants": wants, "served": self._served,
                    "name": self._name, "turn": self._turn, "closed_until": now + rest}  # fmt: skip
            return {**asdict(known), **told}

        known = replace(known)
        self._notes.exchange(write)
        return known, rest

    def _take(self, places: int, wants: int, others: list[_Standing]) -> None:
        """As much as is one's due, and no more than the others have left."""
        due, self.is_scarce = _due(
            places, (wants, self._served, self._name), [each.claim for each in others]
        )
        left = places - sum(each.held for each in others)
        self.part = min(due, max(left, 0), MOST) if wants else 0


_Claim = tuple[int, float, float]  # places that one wants, when it had one last, its name


def _due(places: int, own: _Claim, others: list[_Claim]) -> tuple[int, bool]:
    """What is due to one of several, and whether some get none.

    Who wants less than an equal part leaves the rest to the others; what nobody wants is
    there for all.

    >>> _due(10, (8, 0.0, 0.1), [(2, 0.0, 0.2), (9, 0.0, 0.3)])
    (4, False)
    >>> _due(10, (1, 0.0, 0.1), [(1, 0.0, 0.2)])
    (5, False)
    >>> _due(1, (3, 7.0, 0.1), [(3, 5.0, 0.2)])
    (0, True)
    """
    claims = [each for each in (own, *others) if each[0]]
    if own not in claims:
        return 0, False
    is_scarce = len(claims) > places
    # Who had none for the longest time is the next; where there are enough, it is always the same.
    claims.sort(key=lambda each: (each[1] if is_scarce else 0.0, each[2]))
    due = dict.fromkeys(claims, 0)
    left = places
    while left:
        hungry = [each for each in claims if due[each] < each[0]] or claims
        part = max(1, left // len(hungry))
        for each in hungry:
            more = min(part, left, each[0] - due[each] if due[each] < each[0] else part)
            due[each] += more
            left -= more
    return due[own], is_scarce


class _Standing:
    """What another process told; a store may be somebody else's, and hold anything."""

    def __init__(self, note: Note) -> None:
        told = {each.name: number(note, each.name) for each in fields(Known)}
        self.known = Known(
            places=min(max(1.0, told["places"]), 1e4),
            complaints=int(told["complaints"]),
            too_many=int(told["too_many"]),
            patience=int(min(max(1, told["patience"]), _SELDOM)),
            breath=min(told["breath"], _LONGEST_BREATH),
        )
        self.turn = int(number(note, "turn"))
        self.held = int(number(note, "held"))
        self.closed_until = number(note, "closed_until")
        self.claim: _Claim = (
            int(min(number(note, "wants"), 1e6)), number(note, "served"), number(note, "name")
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """One request's place: tells the limiter how the server took it."""

    limiter: Limiter
    complaints: int  # heeded before this request was sent
    is_last: bool

    def answered(self) -> None:
        """The server coped; if that was all it was given at once, it may be given more."""
        if self.is_last:
            self.limiter.grow()

    def refused(self, pause: float = 0.0) -> None:
        """The server had too much to do, and wants to be left alone for `pause` seconds.

        Requests sent together are refused together: that counts as one complaint.
        """
        if self.complaints == self.limiter.known.complaints:
            self.limiter.shrink()
        if pause > 0:
            self.limiter.pause(pause)
