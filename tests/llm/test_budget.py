"""A run spends no more than it may, and does not end before it must."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Coroutine
from decimal import Decimal
from typing import Any

import pytest
from extras import needs
from hypothesis import given, settings
from hypothesis import strategies as st
from sharing import Board

from summariser import (
    ArticleError,
    BudgetError,
    NoRecording,
    ProviderError,
    ReplyError,
    Usage,
)
from summariser.llm.budget import LONGEST_ANSWER, TOKENS_PER_BYTE, Budget
from summariser.llm.prices import price

priced = needs("genai_prices", extra="prices")
HERE = ("m", "http://localhost/v1")
OPENAI = ("gpt-4o-mini", "https://api.openai.com/v1/")
SIZE = 4_000
FIRST = int(SIZE * TOKENS_PER_BYTE) + LONGEST_ANSWER  # tokens: the first guess at a request


def run(main: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(asyncio.wait_for(main, 20))


async def ask(budget: Budget, tokens: tuple[int, int], size: int = SIZE) -> None:
    """One request that is answered."""
    async with budget.room(size, *HERE) as spending:
        spending.add(input_tokens=tokens[0], output_tokens=tokens[1])


# --- the limit -----------------------------------------------------------------------------------


def test_without_limits_it_counts() -> None:
    """Nobody waits or is turned down, and all that was spent is known."""
    budget = Budget()
    costs = Decimal("0.25")

    async def main() -> None:
        for _ in range(3):
            async with budget.room(SIZE, *HERE) as spending:
                spending.add(costs, input_tokens=100, output_tokens=50, cached_input_tokens=10)

    run(main())
    assert budget.usage == Usage(
        requests=3, input_tokens=300, output_tokens=150, cached_input_tokens=30, cost=3 * costs
    )
    assert budget.spent.tokens == 450


def test_the_request_that_could_exceed_it_is_not_sent() -> None:
    """It ends in an error that says which limit, what is spent, what is next, and what to do."""
    budget = Budget(max_tokens=FIRST + 1000)

    async def main() -> None:
        await ask(budget, (900, 200))
        with pytest.raises(BudgetError) as caught:
            await ask(budget, (1, 1), size=10 * SIZE)
        assert caught.value.usage == budget.usage
        await ask(budget, (1, 1))  # a smaller one still fits
        assert caught.value.usage.requests == 1  # what was known then
        for fact in ("max_tokens=5000", "1,100 tokens are spent", "raise max_tokens=", "store"):
            assert fact in str(caught.value)
        assert "may take 11,000:" in str(caught.value)  # a quarter of the bytes, and half of 2,000

    run(main())
    assert budget.usage.requests == 2


def test_the_limit_itself_may_be_spent() -> None:
    """A request that may cost exactly what is left is sent; with one token less, it is not."""
    run(ask(Budget(max_tokens=FIRST), (1, 1)))
    with pytest.raises(BudgetError):
        run(ask(Budget(max_tokens=FIRST - 1), (1, 1)))


def test_one_waits_for_those_under_way() -> None:
    """Without room for two at once the second is sent when the first turned out to be small."""
    budget = Budget(max_tokens=FIRST + 500)
    sent: list[str] = []

    async def first(answer: asyncio.Event) -> None:
        async with budget.room(SIZE, *HERE) as spending:
            sent.append("first")
            await answer.wait()
            spending.add(input_tokens=400, output_tokens=100)

    async def second() -> None:
        async with budget.room(SIZE, *HERE) as spending:
            sent.append("second")
            spending.add(input_tokens=400, output_tokens=100)

    async def main() -> None:
        answer = asyncio.Event()
        tasks = [asyncio.create_task(first(answer)), asyncio.create_task(second())]
        for _ in range(10):
            await asyncio.sleep(0)
        assert sent == ["first"]
        answer.set()
        await asyncio.gather(*tasks)

    run(main())
    assert sent == ["first", "second"]
    assert budget.spent.tokens == 1000


def test_who_waits_may_leave() -> None:
    """A request that is cancelled while it waits takes up no room and costs nothing."""
    budget = Budget(max_tokens=FIRST)

    async def main() -> None:
        async with budget.room(SIZE, *HERE) as spending:
            waiting = asyncio.create_task(ask(budget, (1, 1)))
            await asyncio.sleep(0)
            waiting.cancel()
            await asyncio.wait([waiting])
            spending.add(input_tokens=0, output_tokens=0)
        await ask(budget, (1, 1))

    run(main())
    assert budget.usage.requests == 2
    assert budget.spent.tokens == 2


def test_the_one_that_does_not_fit_waits_before_it_ends_the_run() -> None:
    """The error comes when nothing is under way any more: all others have been answered."""
    budget = Budget(max_tokens=FIRST)
    ended: list[str] = []

    async def one(name: str, size: int) -> None:
        try:
            async with budget.room(size, *HERE) as spending:
                for _ in range(5):
                    await asyncio.sleep(0)
                spending.add(input_tokens=size // 4, output_tokens=1)
        except BudgetError:
            name = f"no {name}"
        ended.append(name)

    async def main() -> None:
        await asyncio.gather(one("small", SIZE), one("huge", 10 * SIZE), one("other", SIZE // 8))

    run(main())
    assert ended == ["small", "no huge", "other"]


# An item: bytes, what the answer takes of what was set aside (input, output), turns it takes.
ITEMS = st.lists(
    st.tuples(
        st.integers(0, 5_000), st.floats(0, 1), st.floats(0, 1), st.integers(0, 4),
        st.sampled_from(["answered", "answered", "no usage", "timeout", "refused"]),
    ),
    min_size=1, max_size=40,
)  # fmt: skip


@pytest.mark.heavy
@settings(max_examples=150, deadline=None)
@given(ITEMS, st.integers(1, 8), st.integers(0, 60_000))
def test_no_more_than_the_limit_and_no_less_than_possible(
    items: list[tuple[int, float, float, int, str]], concurrency: int, limit: int
) -> None:
    """Whatever is asked, in whatever order it ends: see the two assertions."""
    budget = Budget(max_tokens=limit)
    left = list(items)

    async def request(size: int, inputs: float, outputs: float, turns: int, end: str) -> None:
        async with budget.room(size, *HERE) as spending:
            for _ in range(turns):
                await asyncio.sleep(0)
            if end == "timeout":
                raise ProviderError("…", kind="timeout")
            if end == "refused":
                raise ProviderError("…", kind="rate_limit")
            if end == "answered":
                spending.add(
                    input_tokens=int(inputs * spending._prompt),
                    output_tokens=int(outputs * spending._answer),
                )

    async def worker() -> None:
        while left:
            item = left.pop()
            try:
                await request(*item)
            except ProviderError:
                pass
            except BudgetError:
                more = budget.likely(item[0], *HERE).amount.tokens
                assert budget.spent.tokens + more > limit, "there was room for it"
                assert budget._under_way == 0
            assert budget.spent.tokens <= limit, "more than the limit"

    async def main() -> None:
        await asyncio.gather(*(worker() for _ in range(concurrency)))

    run(main())
    assert budget._reserved.tokens == budget._under_way == 0


# --- what is to be expected ----------------------------------------------------------------------


def test_it_learns_from_answers() -> None:
    """The worst ratio and the longest answer so far are expected; first guesses fade."""
    budget = Budget()

    def likely(size: int) -> int:
        return budget.likely(size, *HERE).amount.tokens

    async def main() -> None:
        assert likely(1000) == 500 + 2000
        await ask(budget, (10, 10), size=1000)
        assert likely(1000) == 250 + 1000  # one answer does not prove much
        await ask(budget, (300, 10), size=1000)
        await ask(budget, (10, 3000), size=1000)
        assert likely(1000) == 300 + 3000
        for _ in range(50):
            await ask(budget, (10, 10), size=1000)
        assert likely(1000) == 300 + 3000

    run(main())


# label, what the provider said, what counts
ANSWERS = [
    ("all of it", {"input_tokens": 30, "output_tokens": 4}, 34),
    ("nothing", {"input_tokens": None, "output_tokens": None}, FIRST),
    ("half of it", {"input_tokens": 30, "output_tokens": None}, 30 + LONGEST_ANSWER),
    ("the other half", {"input_tokens": None, "output_tokens": 4}, FIRST - LONGEST_ANSWER + 4),
]  # fmt: skip


@pytest.mark.parametrize(
    ("tokens", "counts"), [row[1:] for row in ANSWERS], ids=[row[0] for row in ANSWERS]
)
def test_what_is_not_said_is_guessed(tokens: dict[str, int | None], counts: int) -> None:
    """An answer without its usage counts as what was set aside; the usage stays unknown."""
    budget = Budget(max_tokens=100_000)

    async def main() -> None:
        async with budget.room(SIZE, *HERE) as spending:
            spending.add(None, **tokens)

    run(main())
    assert budget.spent.tokens == counts
    assert budget.usage.input_tokens == tokens["input_tokens"]
    assert budget.usage.output_tokens == tokens["output_tokens"]


PROMPT = FIRST - LONGEST_ANSWER
# how a request fails, and what counts for it
FAILURES: list[tuple[BaseException, int]] = [
    (ProviderError("…", kind="rate_limit", status=429), 0),
    (ProviderError("…", kind="unavailable", status=503), 0),
    (ProviderError("…", kind="authentication", status=401), 0),
    (ProviderError("…", kind="unreachable"), 0),
    (ProviderError("…", kind="timeout"), PROMPT),
    (ProviderError("…", kind="unreadable"), PROMPT),
    (ReplyError("the prompt", kind="filtered"), 0),
    (NoRecording("…", cassette="x.yaml"), 0),
    (asyncio.CancelledError(), PROMPT),
    (ZeroDivisionError(), PROMPT),
]


@pytest.mark.parametrize(
    ("error", "counts"), FAILURES, ids=lambda case: getattr(case, "kind", type(case).__name__)
)
def test_failures(error: BaseException, counts: int) -> None:
    """What may be charged for counts, without an answer; what was turned down does not."""
    budget = Budget(max_tokens=100_000)

    async def main() -> None:
        with pytest.raises(type(error)):
            async with budget.room(SIZE, *HERE):
                raise error

    run(main())
    assert budget.spent.tokens == counts
    assert budget.usage == Usage(requests=1)


def test_an_answer_that_is_no_good_is_paid_for() -> None:
    """An error after the usage is known changes nothing about it."""
    budget = Budget(max_tokens=100_000)

    async def main() -> None:
        async with budget.room(SIZE, *HERE) as spending:
            spending.add(input_tokens=100, output_tokens=50)
            raise ReplyError("…", kind="refused")

    with pytest.raises(ReplyError):
        run(main())
    assert budget.spent.tokens == 150


# --- in dollars ----------------------------------------------------------------------------------


@priced
def test_dollars() -> None:
    """What was spent stays within the limit, and the next request would not have."""
    budget = Budget(max_cost="0.01")

    async def main() -> None:
        while True:
            async with budget.room(SIZE, *OPENAI) as spending:
                cost = price(*OPENAI, Usage(input_tokens=1000, output_tokens=500))
                spending.add(cost, input_tokens=1000, output_tokens=500)

    with pytest.raises(
        BudgetError, match=r"max_cost=0\.01 leaves no room: \$0\.0\d+ are"
    ) as caught:
        run(main())
    more = budget.likely(SIZE, *OPENAI).amount.cost
    assert Decimal("0.01") - more < caught.value.usage.cost <= Decimal("0.01")
    assert caught.value.usage.cost == budget.spent.cost
    assert caught.value.usage.requests > 10


@priced
def test_dollars_where_the_answer_has_no_price() -> None:
    """If an answer names a model that nobody knows, that of the request tells the price."""
    budget = Budget(max_cost=1)

    async def main() -> None:
        async with budget.room(SIZE, *OPENAI) as spending:
            spending.add(None, input_tokens=1000, output_tokens=500)

    run(main())
    assert budget.spent.cost == price(*OPENAI, Usage(input_tokens=1000, output_tokens=500))


@priced
def test_dollars_to_the_last_one() -> None:
    """Exactly what a request may cost is enough; and a prompt that timed out has its price."""
    likely = Budget(max_cost=1).likely(SIZE, *OPENAI).amount.cost
    budget = Budget(max_cost=likely)

    async def main() -> None:
        async with budget.room(SIZE, *OPENAI):
            raise ProviderError("…", kind="timeout")

    with pytest.raises(ProviderError):
        run(main())
    prompt = Usage(input_tokens=PROMPT, output_tokens=0)
    assert budget.spent.cost == price(*OPENAI, prompt)
    assert 0 < budget.spent.cost < likely


@priced
def test_a_limit_in_dollars_needs_a_price() -> None:
    """If none is known, the first request is not sent, and the error names the way out."""
    budget = Budget(max_cost=5)
    with pytest.raises(BudgetError, match=r"price of m there is not known; use max_tokens="):
        run(ask(budget, (1, 1)))
    assert budget.usage == Usage()


def test_a_limit_in_dollars_needs_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the table of prices it says which extra is missing."""
    monkeypatch.setitem(sys.modules, "genai_prices", None)
    with pytest.raises(BudgetError, match=r"pip install -e '\.\[prices\]'.* use max_tokens="):
        run(ask(Budget(max_cost=5), (1, 1)))


# --- the limits themselves -----------------------------------------------------------------------


@pytest.mark.parametrize("limit", [-1, "-0.5", "five", float("nan"), ""])
def test_limits_that_are_none(limit: Any) -> None:
    """What is no number, or less than nothing, is refused at once."""
    for name in ("max_cost", "max_tokens"):
        with pytest.raises(ValueError, match=name):
            Budget(**{name: limit})


def test_a_limit_of_nothing() -> None:
    """With max_tokens=0 nothing is sent."""
    with pytest.raises(BudgetError, match="max_tokens=0 leaves no room"):
        run(ask(Budget(max_tokens=0), (0, 0)))


def test_floats_are_what_they_look_like() -> None:
    """0.1 is a tenth, not the binary fraction beside it."""
    assert Budget(max_cost=0.1).max_cost == Decimal("0.1")


def test_an_error_of_another_kind_is_not_mistaken() -> None:
    """An error of ours that nobody foresaw here is not charged for."""
    budget = Budget(max_tokens=100_000)

    async def main() -> None:
        with pytest.raises(ArticleError):
            async with budget.room(SIZE, *HERE):
                raise ArticleError("…")

    run(main())
    assert budget.spent.tokens == 0


# --- several processes ---------------------------------------------------------------------------


@pytest.mark.parametrize("processes", [2, 4])
def test_processes_have_one_budget(processes: int) -> None:
    """Together they spend what one may, nearly all of it, and each ends with the same words."""
    board = Board()
    budgets = [Budget(max_tokens=20_000, notes=board.of(n)) for n in range(processes)]
    ends: list[str] = []

    async def spend(budget: Budget) -> None:
        while True:
            async with budget.room(SIZE, *HERE) as spending:
                await asyncio.sleep(0.001)
                spending.add(input_tokens=900, output_tokens=300)

    async def until_the_end(budget: Budget) -> None:
        with pytest.raises(BudgetError) as caught:
            await spend(budget)
        ends.append(str(caught.value))

    async def main() -> None:
        await asyncio.gather(*(until_the_end(each) for each in budgets for _ in range(3)))

    run(main())
    spent = sum(each.spent.tokens for each in budgets)
    assert 20_000 - 4_000 < spent <= 20_000
    assert all(f"{spent:,} tokens are spent" in each for each in ends)
    assert sum(each.usage.requests for each in budgets) * 1200 == spent


def test_one_waits_for_those_of_other_processes() -> None:
    """What another has under way may leave room: only when nothing has, it is over."""
    board = Board()
    one, other = (Budget(max_tokens=FIRST + 100, notes=board.of(n)) for n in range(2))
    order: list[str] = []

    async def first(answer: asyncio.Event) -> None:
        async with one.room(SIZE, *HERE) as spending:
            order.append("sent")
            await answer.wait()
            order.append("answered")
            spending.add(input_tokens=50, output_tokens=20)

    async def main() -> None:
        answer = asyncio.Event()
        tasks = [asyncio.create_task(first(answer))]
        await asyncio.sleep(0)
        tasks.append(asyncio.create_task(ask(other, (5, 5))))
        await asyncio.sleep(0.05)
        answer.set()
        await asyncio.gather(*tasks)

    run(main())
    assert order == ["sent", "answered"]
    assert other.spent.tokens == 10


def test_what_a_killed_process_had_set_aside_counts() -> None:
    """It may have been charged for; but nobody waits for its answers."""
    board = Board()
    one, other = (Budget(max_tokens=FIRST + 100, notes=board.of(n)) for n in range(2))

    async def main() -> None:
        room = one.room(SIZE, *HERE)
        await room.__aenter__()
        board.dead.add(0)
        with pytest.raises(BudgetError) as caught:
            await ask(other, (1, 1))
        assert f"{FIRST:,} tokens are spent" in str(caught.value)

    run(main())


@pytest.mark.parametrize("note", [{}, {"tokens": "x", "cost": "y"}, {"cost": "NaN", "worst": -1}])
def test_another_note_may_hold_anything(note: dict[str, Any]) -> None:
    """A store may be somebody else's."""
    board = Board()
    board.notes[7] = json.dumps(note)
    budget = Budget(max_tokens=FIRST, notes=board.of(0))
    run(ask(budget, (1, 1)))
    assert budget.spent.tokens == 2
