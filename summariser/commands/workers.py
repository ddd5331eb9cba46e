"""``summariser run --workers N``: a run in several processes, for one has one core.

This process reads the inputs and hands them out; workers ask and keep, and tell it what became of
each.  Were each worker to read all inputs and take what nobody has claimed, a PDF or a web page
would be read N times, which takes longer than asking about it; and of standard input there is only
one.  What workers have in common goes through the store: claims, what is known of the provider's
limit, what is spent.

A worker ends when its standard input does, so none outlives this process, whatever ends that one.
It has a session of its own: Ctrl-C in a terminal reaches this process alone, which ends the others.
"""

from __future__ import annotations

import asyncio
import os
import pickle
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import AsyncIterator, Generator, Iterable, Iterator
from contextlib import ExitStack, aclosing, suppress
from dataclasses import dataclass, replace
from itertools import count
from operator import length_hint
from pathlib import Path
from queue import SimpleQueue
from typing import Any, BinaryIO, cast

from .. import llm, runs
from .. import store as stores
from ..article import Input
from ..errors import SummariserError
from ..reading import Bounds
from ..schema import Usage
from . import options
from .options import complain

_PATIENCE = 3.0
"""Seconds in which workers end that are to end at once: they close connections, and give claims
back."""
_AHEAD = 4  # inputs that lie ready at a worker, so that it need not wait for this process
_PACKAGES = str(Path(__file__).parents[2])
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from summariser.commands.workers import work; work()"
)


@dataclass(frozen=True)
class Task:
    """What workers do: sent to each, so all of it can be pickled.

    Attributes:
        settings: what `Summariser` takes.
        store: where results go; all of them are one run.
        concurrency: requests under way at once in all workers together.
        max_cost: US dollars for all of them.
        max_tokens: the same in tokens.
    """

    settings: dict[str, Any]
    store: stores.Store
    retry_failed: bool
    concurrency: int
    max_cost: float | None
    max_tokens: int | None
    replay: Path | None
    verbose: bool

    def budget(self) -> llm.Budget:
        """The part of one process in it; raises ValueError."""
        notes = self.store.notes(f"budget of run {self.store.run}")
        return llm.Budget(self.max_cost, self.max_tokens, notes)


# --- the process that hands out -----------------------------------------------------------------


def in_workers(
    task: Task, number: int, keeper: runs.Keeper[Any], inputs: Iterable[Input], *, progress: bool
) -> Generator[runs.Result, None, None]:
    """As `Summariser.run`, in so many processes; raises what it raises.

    Args:
        task: what the processes do.
        number: how many there are, at most.
        keeper: knows what need not be done, and notes the rest in the order of the inputs.
        inputs: what is to be read.
        progress: show a bar on stderr.
    """
    task.budget().begin()  # what is spent counts as long as this process lives
    usage = Usage()
    team = _Team(task, min(number, task.concurrency), keeper, usage)
    with runs.Progress(progress, length_hint(inputs) or None, usage) as bar:
        try:
            for result in team.run(iter(inputs)):
                bar.add(result)
                yield result
        finally:
            team.end()


class _Team:
    """The workers of a run, each started when there is something for it to do."""

    def __init__(self, task: Task, number: int, keeper: runs.Keeper[Any], usage: Usage) -> None:
        more = task.concurrency % number
        self._shares = deque(task.concurrency // number + (n < more) for n in range(number))
        self._task = task
        self._keeper = keeper
        self._usage = usage
        self._events: SimpleQueue[_Event] = SimpleQueue()
        self._all: list[_Worker] = []
        self._numbers = count()
        self._back: deque[_Item] = deque()  # what those had that died
        self._more = True  # inputs may come
        self._has_ended = False  # nothing more is handed out
        self._reason: BaseException | None = None

    def run(self, source: Iterator[Input]) -> Iterator[runs.Result]:
        """What becomes of each input."""
        while not self._has_ended:
            yield from self._hand_out(source)
            if self._more or self._back or any(each.items for each in self._all):
                yield from self._arrived()
            else:
                self._has_ended = True
        for each in self._all:
            each.say(None)
        while any(each.lives for each in self._all):
            yield from self._arrived()
        if self._reason is not None:
            raise self._reason

    def end(self) -> None:
        """End all that still live, at once: what they were answered is kept."""
        deadline = time.monotonic() + _PATIENCE
        try:
            for each in self._all:
                each.hang_up()
            for each in self._all:
                each.ended(deadline)
        finally:  # nobody waits for them a second time
            for each in self._all:
                each.process.kill()

    def _hand_out(self, source: Iterator[Input]) -> Iterator[runs.Result]:
        """Give everybody enough to do; what need not be done is a result."""
        while (self._more or self._back) and self._events.empty() and self._has_room():
            try:
                item = self._back.popleft() if self._back else (next(self._numbers), next(source))
                settled = self._keeper.settled(item[1])
            except StopIteration:
                self._more = False
            except Exception as error:  # noqa: BLE001  # is raised once the others are through
                self._more = False
                self._end(error)
            else:
                if settled:
                    yield settled
                else:
                    self._least_busy().give(item)

    def _has_room(self) -> bool:
        return bool(self._shares) or any(each.has_room for each in self._all)

    def _least_busy(self) -> _Worker:
        if self._shares:
            self._all.append(_Worker(self._task, self._shares.popleft(), self._events))
            return self._all[-1]
        return min((each for each in self._all if each.has_room), key=lambda each: len(each.items))

    def _arrived(self) -> Iterator[runs.Result]:
        """What became of some of them: waits for one."""
        worker, said = llm.next_in(self._events)
        match said:
            case "result", number, error, is_new, usage:
                given = worker.items.pop(number)
                self._count(worker, usage)
                yield runs.Result(given, error, is_new)
            case "failed", error, usage:
                self._count(worker, usage)
                self._end(error)
            case _:
                self._bury(worker)

    def _end(self, reason: BaseException) -> None:
        """Hand out nothing more; of several reasons the first counts."""
        self._has_ended = True
        self._reason = self._reason or reason

    def _bury(self, worker: _Worker) -> None:
        worker.lives = False
        code = worker.ended()
        if self._has_ended:
            return
        self._back.extend(worker.items.items())
        worker.items.clear()
        how = f"killed by signal {-code}" if code < 0 else f"exit code {code}"
        if self._shares or any(each.lives for each in self._all):
            complain(f"a worker died ({how}): the others go on with its articles")
        else:
            self._end(
                SummariserError(
                    f"all workers died, the last one so: {how}; "
                    "what was answered is kept; the same command goes on from here"
                )
            )

    def _count(self, worker: _Worker, usage: Usage) -> None:
        """Add what it spent since it told of it last."""
        worker.usage = usage
        total = Usage()
        for each in self._all:
            total.include(each.usage)
        for name, value in total:
            setattr(self._usage, name, value)


_Item = tuple[int, Input]
_Event = tuple["_Worker", Any]
"""What a worker says; None: nothing any more."""


class _Worker:
    """One of them, as it is seen from here.

    Attributes:
        items: what it was given, and has not told of yet, by number.
        usage: what it spent.
    """

    def __init__(self, task: Task, share: int, events: SimpleQueue[_Event]) -> None:
        self.items: dict[int, Input] = {}
        self.usage = Usage()
        self.lives = True
        self._most = 2 * share + _AHEAD
        self.process = subprocess.Popen(  # noqa: S603  # ourselves
            [sys.executable, "-c", _START, _PACKAGES],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            **_APART,
        )
        self.say(sys.path)
        self.say(replace(task, concurrency=share))
        threading.Thread(target=self._listen, args=(events,), daemon=True).start()

    @property
    def has_room(self) -> bool:
        """Whether it may get another input."""
        return self.lives and len(self.items) < self._most

    def give(self, item: _Item) -> None:
        """Have it read an input."""
        number, given = item
        self.items[number] = given
        self.say(item)

    def say(self, said: Any) -> None:
        """Send it something: None is that there are no more inputs."""
        with suppress(OSError):  # it died, as its end will tell
            if self.lives:
                _send(self._stdin, said)

    def hang_up(self) -> None:
        """Tell it to end at once."""
        with suppress(OSError):
            self._stdin.close()

    def ended(self, deadline: float | None = None) -> int:
        """How it ended; at the deadline, on the monotonic clock, it is killed."""
        left = _PATIENCE if deadline is None else max(0.0, deadline - time.monotonic())
        self.hang_up()
        try:
            return self.process.wait(left)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()

    @property
    def _stdin(self) -> BinaryIO:
        assert self.process.stdin
        return cast("BinaryIO", self.process.stdin)

    def _listen(self, events: SimpleQueue[_Event]) -> None:
        assert self.process.stdout
        with self.process.stdout as stdout, suppress(Exception):  # whatever it is, it says no more
            while True:
                events.put((self, pickle.load(stdout)))  # noqa: S301  # its own words
        events.put((self, None))


if sys.platform == "win32":
    _APART: dict[str, Any] = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
else:
    _APART: dict[str, Any] = {"start_new_session": True}


def _send(pipe: BinaryIO, said: Any) -> None:
    pickle.dump(said, pipe)
    pipe.flush()


# --- a worker -----------------------------------------------------------------------------------


def work() -> None:
    """What a worker's process does: reads a task, then inputs, and tells what became of each."""
    # Neither of Python's own: a thread that still reads would keep Python from closing them, and
    # what a library prints is none of our words.
    inbox, outbox = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    usage = Usage()
    try:
        try:
            sys.path[:] = pickle.load(inbox)  # noqa: S301  # from whoever started us
            task = pickle.load(inbox)  # noqa: S301
            budget = task.budget()
            usage = budget.usage
            asyncio.run(_work(task, budget, inbox, outbox))
        except SummariserError as error:
            _send(outbox, ("failed", error, usage))
    except (EOFError, BrokenPipeError, asyncio.CancelledError):
        pass  # nobody wants more


async def _work(task: Task, budget: llm.Budget, inbox: BinaryIO, outbox: BinaryIO) -> None:
    from ..pipeline import Summariser

    numbers: dict[int, int] = {}  # by the identity of an input
    with task.store, options.logged(task.verbose), ExitStack() as stack:
        if task.replay:
            stack.enter_context(llm.replayed(task.replay))
        summariser = stack.enter_context(Summariser(**task.settings))
        bounds = Bounds(budget, llm.Turns(task.concurrency))
        stream = runs.Stream(
            summariser.keeper(task.store, bounds, retry_failed=task.retry_failed).asked,
            summariser.background,
            concurrency=task.concurrency,
            ahead=min(task.concurrency, runs.AHEAD),
        )
        collector = stack.enter_context(runs.Collector())
        async with aclosing(stream.arun(_handed(inbox, numbers))) as results:
            async for result in results:
                collector.add()
                assert isinstance(result, runs.Result)  # see `Summariser.run`
                number = numbers.pop(id(result.input))
                _send(outbox, ("result", number, result.error, result.is_new, budget.usage))


def _handed(inbox: BinaryIO, numbers: dict[int, int]) -> AsyncIterator[Input]:
    """The inputs as they come, from a thread that waits for them; its end cancels the caller."""
    loop, caller = asyncio.get_running_loop(), asyncio.current_task()
    assert caller
    arrived: asyncio.Queue[_Item | None] = asyncio.Queue()

    def listen() -> None:
        with suppress(RuntimeError):  # the loop is closed
            with suppress(Exception):  # whatever it is, nothing more comes
                while (item := pickle.load(inbox)) is not None:  # noqa: S301
                    loop.call_soon_threadsafe(arrived.put_nowait, item)
                loop.call_soon_threadsafe(arrived.put_nowait, None)
                inbox.read(1)
            loop.call_soon_threadsafe(caller.cancel)

    async def inputs() -> AsyncIterator[Input]:
        while (item := await arrived.get()) is not None:
            number, given = item
            numbers[id(given)] = number
            yield given

    threading.Thread(target=listen, daemon=True).start()
    return inputs()
