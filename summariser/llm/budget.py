"""What a run may spend: each request waits until there is room for it, or ends the run.

What a request costs is not known before its answer is there, so a likely amount is set aside for
each that is under way: as many tokens per byte, and as long an answer, as the worst so far; at the
start a first guess, which counts for less with every answer.

Processes of one run have one budget: each sets aside what it is about to ask for while nobody else
does, and knows what all of them have spent.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from decimal import Decimal, InvalidOperation
from importlib.util import find_spec
from math import ceil
from typing import NamedTuple

from ..errors import BudgetError, ProviderError, StoreError, SummariserError
from ..installation import install_hint
from ..schema import Usage
from .prices import price
from .shared import Note, Notes, Theirs, number

TOKENS_PER_BYTE = 0.5
"""The first guess at a prompt in UTF-8: English has half of it, few languages have more."""

LONGEST_ANSWER = 2_000
"""The first guess at an answer, in tokens."""

_LOOK = 0.1  # seconds between two looks at what other processes leave

# Failures that may be charged for all the same.  What a provider turned down is not, nor is what
# never reached it; which of the unreachable requests did, nobody can tell.
_BILLED: frozenset[ProviderError.Kind] = frozenset(("timeout", "unreadable"))


class Amount(NamedTuple):
    """Tokens, and US dollars: 0 if they do not matter."""

    tokens: int
    cost: Decimal

    def plus(self, other: Amount, sign: int = 1) -> Amount:
        """The sum, or with a sign of -1 the difference."""
        return Amount(self.tokens + sign * other.tokens, self.cost + sign * other.cost)


NOTHING = Amount(0, Decimal(0))


class Budget:
    """Room for requests within limits; without any, it only counts.

    One serves a whole run, on one event loop; or a process of it, if `notes` tell of the others.
    What is spent goes over a limit only by as much as
    the last answers cost more than was to be expected of them.

    Args:
        max_cost: US dollars; the model's price must be known (extra ``prices``).
        max_tokens: input and output together.
        notes: of all processes of this run; default: there is no other.

    Attributes:
        usage: what the requests of this process cost, as far as the provider said.
        spent: what counts against the limits; where the provider said nothing, a guess does: for
            an answer without its usage all that was set aside, for a request that failed and may
            be charged for (timed out, cancelled, not readable) the prompt.

    Raises ValueError if a limit is negative, or no number.

    >>> async def use() -> int:
    ...     budget = Budget(max_tokens=20_000)
    ...     async with budget.room(8_000, "m", "http://localhost/v1") as spending:
    ...         spending.add(input_tokens=2_100, output_tokens=640)
    ...     return budget.spent.tokens
    >>> asyncio.run(use())
    2740
    """

    def __init__(
        self,
        max_cost: Decimal | float | str | None = None,
        max_tokens: int | None = None,
        notes: Notes | None = None,
    ) -> None:
        self.max_cost = _limit("max_cost", max_cost)
        self.max_tokens = _limit("max_tokens", max_tokens)
        self.usage = Usage()
        self.spent = NOTHING
        self._reserved = NOTHING
        self._under_way = 0
        self._ended = asyncio.Event()  # of the next request that does
        self._answers = 0
        self._worst = 0.0  # tokens per byte
        self._longest = 0  # tokens
        has_limit = self.max_cost is not None or self.max_tokens is not None
        self._notes = notes if has_limit else None
        self._others: list[_Account] = []

    def begin(self) -> None:
        """Let the other processes know of this one, though it has spent nothing."""
        if self._notes:
            self._notes.exchange(self._account)

    @asynccontextmanager
    async def room(self, size: int, model: str, address: str) -> AsyncIterator[Spending]:
        """Wait for room for one request; within it, tell what the answer cost.

        An error that leaves the block tells how the request failed, and so whether it counts.

        Args:
            size: bytes to be sent: messages and schema, in UTF-8.
            model: the model's name.
            address: the base URL that is asked.

        Raises BudgetError if there is no room, and nothing under way that may leave some.
        """
        while True:
            spending = self.likely(size, model, address)
            if (limit := self._reserved_for(spending)) is None:
                break
            if not self._under_way and not any(each.under_way for each in self._others):
                raise self._no_room(limit, spending.amount)
            with suppress(TimeoutError):
                async with asyncio.timeout(_LOOK if self._notes else None):
                    await self._ended.wait()
        reserved = spending.amount
        self.usage.requests += 1
        try:
            yield spending
        except BaseException as error:
            spending.fail(error)
            raise
        finally:
            self.spent = self.spent.plus(spending.amount)
            self._reserved = self._reserved.plus(reserved, -1)
            self._under_way -= 1
            if self._notes:
                with suppress(StoreError):  # too much stays set aside; whoever keeps results tells
                    self._notes.exchange(self._account)
            self._ended.set()
            self._ended = asyncio.Event()

    def likely(self, size: int, model: str, address: str) -> Spending:
        """A request with what it may cost, but no room yet; the arguments are those of `room`."""
        guess = 1 / (1 + self._answers + sum(each.answers for each in self._others))
        worst = [self._worst, *(each.worst for each in self._others)]
        longest = [self._longest, *(each.longest for each in self._others)]
        ratio = max(*worst, TOKENS_PER_BYTE * guess)
        answer = max(*longest, LONGEST_ANSWER * guess)
        return Spending(self, size, model, address, ceil(size * ratio), ceil(answer))

    def learn(self, size: int, input_tokens: int, output_tokens: int) -> None:
        """Expect from now on what an answer has shown to be possible."""
        self._answers += 1
        self._worst = max(self._worst, input_tokens / max(size, 1))
        self._longest = max(self._longest, output_tokens)

    def _reserved_for(self, spending: Spending) -> str | None:
        """The limit for which there is no room; None if there was, and it is set aside now."""
        exceeded: str | None = None

        def write(theirs: Sequence[Theirs]) -> Note:
            nonlocal exceeded
            self._others = [_Account(each) for each in theirs]
            if (exceeded := self._exceeded(spending.amount)) is None:
                self._reserved = self._reserved.plus(spending.amount)
                self._under_way += 1
            return self._account()

        if self._notes:
            self._notes.exchange(write)
        else:
            write(())
        return exceeded

    def _account(self, _: Sequence[Theirs] = ()) -> Note:
        """What other processes have to know."""
        amount = self.spent.plus(self._reserved)
        return {
            "tokens": amount.tokens, "cost": str(amount.cost), "under_way": self._under_way,
            "answers": self._answers, "worst": self._worst, "longest": self._longest,
        }  # fmt: skip

    def _in_all(self, amount: Amount) -> Amount:
        """With what the other processes have spent or set aside."""
        for each in self._others:
            amount = amount.plus(each.amount)
        return amount

    def _exceeded(self, likely: Amount) -> str | None:
        total = self._in_all(self.spent.plus(self._reserved)).plus(likely)
        if self.max_tokens is not None and total.tokens > self.max_tokens:
            return "max_tokens"
        if self.max_cost is not None and total.cost > self.max_cost:
            return "max_cost"
        return None

    def _no_room(self, limit: str, likely: Amount) -> BudgetError:
        total = self._in_all(self.spent)
        if limit == "max_tokens":
            spent, more = f"{total.tokens:,} tokens", f"{likely.tokens:,}"
        else:
            spent, more = f"${total.cost:.4f}", f"${likely.cost:.4f}"
        return BudgetError(
            f"{limit}={getattr(self, limit)} leaves no room: {spent} are spent, and the next "
            f"request may take {more}: raise {limit}= to go on (with a store, a new run does so "
            "from here)",
            usage=self.usage.model_copy(),
        )


class _Account:
    """What another process told of itself."""

    def __init__(self, theirs: Theirs) -> None:
        note = theirs.note
        try:
            cost = Decimal(str(note.get("cost", 0)))
        except InvalidOperation:
            cost = Decimal("NaN")
        self.amount = Amount(int(number(note, "tokens")), cost if cost.is_finite() else Decimal(0))
        # What one that was killed had set aside may have been charged for: it counts, for good.
        self.under_way = int(number(note, "under_way")) if theirs.lives else 0
        self.answers = number(note, "answers")
        self.worst = number(note, "worst")
        self.longest = number(note, "longest")


class Spending:
    """What one request may cost, and once that is known, what it did.

    Attributes:
        amount: what counts for it now.
    """

    def __init__(
        self, budget: Budget, size: int, model: str, address: str, prompt: int, answer: int
    ) -> None:
        self._budget = budget
        self._size = size
        self._asked = (model, address)
        self._prompt, self._answer = prompt, answer
        self._is_answered = False
        self.amount = Amount(prompt + answer, self._cost(prompt, answer))

    def add(self, cost: Decimal | None = None, **tokens: int | None) -> None:
        """What the answer cost: the arguments are those of `Usage.add`."""
        self._is_answered = True
        self._budget.usage.add(cost, **tokens)
        prompt, answer = tokens.get("input_tokens"), tokens.get("output_tokens")
        if prompt is not None and answer is not None:
            self._budget.learn(self._size, prompt, answer)
        prompt = self._prompt if prompt is None else prompt
        answer = self._answer if answer is None else answer
        self.amount = Amount(prompt + answer, self._cost(prompt, answer) if cost is None else cost)

    def fail(self, error: BaseException) -> None:
        """There is no answer; unless there was one after all."""
        if self._is_answered:
            return
        if getattr(error, "kind", None) in _BILLED or not isinstance(error, SummariserError):
            self.amount = Amount(self._prompt, self._cost(self._prompt, 0))
        else:
            self.amount = NOTHING

    def _cost(self, prompt: int, answer: int) -> Decimal:
        if self._budget.max_cost is None:
            return Decimal(0)
        model, address = self._asked
        cost = price(model, address, Usage(input_tokens=prompt, output_tokens=answer))
        if cost is None:
            why = (
                f"the price of {model} there is not known"
                if find_spec("genai_prices")
                else f"prices need genai-prices: {install_hint('prices')}"
            )
            raise BudgetError(
                f"max_cost cannot be kept: {why}; use max_tokens= instead",
                usage=self._budget.usage.model_copy(),
            )
        return cost


def _limit(name: str, value: Decimal | float | str | None) -> Decimal | None:
    if value is None:
        return None
    try:
        limit = Decimal(str(value))
    except InvalidOperation:
        limit = Decimal("NaN")
    if limit.is_nan() or limit < 0:
        raise ValueError(f"{name} is {value!r}: a number, and not less than 0")
    return limit
