"""The limiter finds out how much a server can take, and everybody gets their turn."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from llm_server import LLMServer, server_apart
from samples import ARTICLE, reply, summariser
from sharing import Board

from summariser import ProviderError, StoreError
from summariser.llm.limiter import FIRST, MOST, Limiter, _due

Serve = Callable[..., LLMServer]


def run(main: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(main)


@pytest.mark.heavy
@pytest.mark.parametrize("takes", [1, 2, 3, 8, 40])
def test_a_storm(takes: int) -> None:
    """200 articles at once, a server with few places: 95 % succeed, 1.2 requests each at most."""

    async def storm() -> list[Any]:
        tasks = (shared.asummarise(ARTICLE) for _ in range(200))
        return await asyncio.gather(*tasks, return_exceptions=True)

    options = {"content": reply(), "capacity": takes, "latency": 0.02}
    with server_apart(**options) as served, summariser(served) as shared:
        results = run(storm())
    good = [result for result in results if not isinstance(result, Exception)]
    assert len(good) >= 0.95 * 200
    assert served.requests <= 1.2 * 200
    assert sum(result.usage.requests for result in results) == served.requests


@pytest.mark.heavy
def test_two_clients_share_one_slot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither knows of the other: 95 % succeed, 1.4 requests each at most, and none is lost."""
    monkeypatch.setattr("summariser.llm.retries.pace", 1.0)  # as long as they really are
    articles = 60

    def storm() -> list[Any]:
        async def together() -> list[Any]:
            tasks = (shared.asummarise(ARTICLE) for _ in range(articles))
            return await asyncio.gather(*tasks, return_exceptions=True)

        with summariser(served) as shared:
            return run(together())

    options = {"content": reply(), "capacity": 1, "latency": 0.02}
    with server_apart(**options) as served, ThreadPoolExecutor(2) as threads:
        storms = [threads.submit(storm) for _ in range(2)]
        results = [each for done in storms for each in done.result()]
    bad = [result for result in results if isinstance(result, Exception)]
    assert all(isinstance(each, ProviderError) and each.kind == "rate_limit" for each in bad)
    assert len(bad) <= 0.05 * 2 * articles
    assert served.requests <= 1.4 * 2 * articles
    assert sum(result.usage.requests for result in results) == served.requests


@pytest.mark.heavy
def test_a_willing_server_gets_more_and_more(server: Serve) -> None:
    """Without complaints the number of requests at once soon passes what it began with."""
    served = server(["ok"], content=reply(), latency=0.3)

    async def many() -> None:
        await asyncio.gather(*(shared.asummarise(ARTICLE) for _ in range(100)))

    with summariser(served) as shared:
        run(many())
    assert served.peak > 2 * FIRST
    assert len(served.requests) == 100


def test_all_wait_when_one_is_told_to(server: Serve) -> None:
    """A `Retry-After` holds for every article: nobody sends before it is over."""
    served = server(["429_ra1", "ok"], content=reply())

    async def one_after_the_other() -> None:
        first = asyncio.create_task(shared.asummarise(ARTICLE))
        while not served.requests or served.in_flight:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)  # until the refusal is read
        await asyncio.gather(first, *(shared.asummarise(ARTICLE) for _ in range(3)))

    with summariser(served) as shared:
        run(one_after_the_other())
    first, *others = (request.time for request in served.requests)
    assert len(others) == 4
    assert min(others) - first >= 1


def test_whose_turn_comes_late(server: Serve) -> None:
    """The time an article waits for its turn does not count towards its deadline."""
    served = server(["429_ra1", "ok"], content=reply())
    with summariser(served, deadline=0.5) as shared:
        with pytest.raises(ProviderError) as caught:
            shared.summarise(ARTICLE)
        assert caught.value.kind == "rate_limit"
        assert shared.summarise(ARTICLE).usage.requests == 1
    first, second = (request.time for request in served.requests)
    assert second - first >= 1


def test_a_retry_goes_before_articles_not_begun(
    server: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one place for three articles, the one that met a fault does not go to the end."""
    slow = Limiter(1)
    slow.known.complaints = 1  # so that it does not grow at once
    monkeypatch.setattr("summariser.llm.client.Limiter", lambda: slow)
    served = server(["bad_json", "ok"], content=reply(), latency=0.1)

    async def three() -> None:
        first = asyncio.create_task(shared.asummarise("Talks opened in Norvik."))
        while not served.requests:
            await asyncio.sleep(0.01)
        await asyncio.gather(first, *(shared.asummarise(ARTICLE) for _ in range(2)))

    with summariser(served) as shared:
        run(three())
    is_new = ["Lumen Rail" in str(request.body["messages"]) for request in served.requests]
    assert is_new == [False, True, False, True]


# --- the limiter by itself -----------------------------------------------------------------------


def test_what_was_too_much_is_tried_ever_more_seldom() -> None:
    """Each complaint at one number doubles the answers before that number is tried again."""

    async def main() -> list[int]:
        limiter, answers, tried = Limiter(1), 0, []
        limiter.known.complaints = 1
        while len(tried) < 4:
            if limiter.places > 1:
                tried.append(answers)
                async with limiter.place() as place:
                    place.refused()
            async with limiter.place() as place:
                place.answered()
            answers += 1
        return [after - before for before, after in itertools.pairwise(tried)]

    first, second, third = run(main())
    assert (second, third) == (2 * first, 4 * first)


def test_what_was_too_much_once_may_not_be_later() -> None:
    """Beyond a number that is not too much any more, growth goes on as before."""

    async def main() -> int:
        limiter = Limiter(8)
        async with limiter.place() as place:
            place.refused()
        for _ in range(400):
            limiter.grow()
        return limiter.places

    assert run(main()) > 16


def test_one_place_that_is_too_much_is_left_alone_for_a_while() -> None:
    """There is no smaller number, so nobody sends until a pause is over, which grows."""

    async def main() -> list[float]:
        limiter, clock, pauses = Limiter(1), asyncio.get_running_loop().time, []
        for _ in range(4):
            started = clock()
            async with limiter.place() as place:
                pauses.append(clock() - started)
                place.refused()
        return pauses

    first, second, third, fourth = run(main())
    assert first < second < third < fourth


def test_one_round_of_complaints_is_one_complaint() -> None:
    """Eight requests refused together halve the number once; a later refusal makes it less again."""

    async def main() -> list[int]:
        limiter = Limiter(8)
        seen = []

        async def refused() -> None:
            async with limiter.place() as place:
                await asyncio.sleep(0)
                place.refused()

        await asyncio.gather(*(refused() for _ in range(8)))
        seen.append(limiter.places)
        await refused()
        return [*seen, limiter.places]

    assert run(main()) == [4, 2]


@pytest.mark.heavy
def test_it_never_shuts_nor_grows_beyond_measure() -> None:
    """However many complaints, one request may go out; however few, MOST at a time."""

    async def main() -> tuple[int, int]:
        limiter = Limiter()
        for _ in range(50):
            async with limiter.place() as place:
                place.refused()
        least = limiter.places
        for _ in range(60_000):
            limiter.grow()
        return least, limiter.places

    assert run(main()) == (1, MOST)


def test_a_number_that_is_not_used_up_does_not_grow() -> None:
    """One request at a time says nothing of what the server could take at once."""

    async def main() -> int:
        limiter = Limiter(2)
        for _ in range(100):
            async with limiter.place() as place:
                place.answered()
        return limiter.places

    assert run(main()) == 2


def test_who_has_begun_goes_first() -> None:
    """A retry overtakes those who have sent nothing yet; they keep their order."""

    async def main() -> list[str]:
        limiter, order = Limiter(1), []

        async def go(name: str, urgent: bool = False) -> None:
            async with limiter.place(urgent=urgent):
                order.append(name)
                await asyncio.sleep(0)

        tasks = [go("first"), go("second"), go("third"), go("again", urgent=True)]
        await asyncio.gather(*tasks)
        return order

    assert run(main()) == ["first", "again", "second", "third"]


@pytest.mark.parametrize("after", [0, 1, 2])
def test_who_gives_up_leaves_no_gap(after: int) -> None:
    """Waiters cancelled at any moment, also as their turn comes, cost nobody a place."""

    async def main() -> int:
        limiter = Limiter(1)
        release = asyncio.Event()

        async def hold() -> None:
            async with limiter.place():
                await release.wait()

        async def pass_through() -> None:
            async with limiter.place():
                pass

        holder = asyncio.create_task(hold())
        await asyncio.sleep(0)
        waiters = [asyncio.create_task(pass_through()) for _ in range(3)]
        await asyncio.sleep(0)
        release.set()
        for _ in range(after):
            await asyncio.sleep(0)
        for waiter in waiters:
            waiter.cancel()
        await asyncio.gather(holder, *waiters, return_exceptions=True)
        async with asyncio.timeout(5), limiter.place():
            return limiter.taken

    assert run(main()) == 1


def test_a_shorter_pause_does_not_end_a_longer_one() -> None:
    """Of several pauses the one that ends last holds."""

    async def main() -> float:
        limiter, clock = Limiter(), asyncio.get_running_loop().time
        for pause in (0.01, 0.2, 0.02):
            limiter.close(pause)
        started = clock()
        async with limiter.place():
            return clock() - started

    assert run(main()) >= 0.19


# --- several processes ---------------------------------------------------------------------------


class Server:
    """Takes so many requests at once; each process that asks it has a limiter."""

    def __init__(self, takes: int, processes: int) -> None:
        self.takes = takes
        self.board = Board()
        self.limiters = [Limiter() for _ in range(processes)]
        for number, limiter in enumerate(self.limiters):
            limiter.share(self.board.of(number))
        self.in_flight = self.peak = self.refused = self.asked = 0

    async def ask(self, limiter: Limiter, seconds: float = 0.01) -> None:
        """Until it is answered."""
        is_answered = False
        while not is_answered:
            async with limiter.place(urgent=self.asked > 0) as place:
                self.asked += 1
                self.in_flight += 1
                self.peak = max(self.peak, self.in_flight)
                await asyncio.sleep(seconds if self.in_flight <= self.takes else 0)
                is_answered = self.in_flight <= self.takes
                self.in_flight -= 1
                if is_answered:
                    place.answered()
                else:
                    self.refused += 1
                    place.refused()

    async def ask_often(self, limiter: Limiter, times: int) -> None:
        await asyncio.gather(*(self.ask(limiter) for _ in range(times)))


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_processes_share_one_number(processes: int) -> None:
    """Together they send no more at once than one of them would, from the first request on."""

    async def main() -> tuple[int, list[int]]:
        server = Server(MOST, processes)
        tasks = [asyncio.create_task(server.ask(each, 9)) for each in server.limiters * FIRST]
        await asyncio.sleep(0.5)
        for task in tasks:
            task.cancel()
        return server.in_flight, [each.taken for each in server.limiters]

    in_flight, taken = run(main())
    assert in_flight == sum(taken) == FIRST


@pytest.mark.heavy
@pytest.mark.parametrize(("takes", "processes"), [(1, 2), (3, 2), (8, 3)])
def test_what_one_was_refused_holds_for_all(takes: int, processes: int) -> None:
    """The server is seldom asked for more than it takes, and everybody comes through."""

    async def main() -> Server:
        server = Server(takes, processes)
        async with asyncio.timeout(60):
            await asyncio.gather(*(server.ask_often(each, 40) for each in server.limiters))
        return server

    server = run(main())
    # Doubled, and in each process one more before it hears what another was refused.
    assert server.peak <= 2 * FIRST + processes
    assert server.refused <= 0.25 * server.asked


def test_one_that_wants_nothing_leaves_all_to_the_others() -> None:
    """As soon as its requests are answered."""

    async def main() -> list[int]:
        server = Server(MOST, 2)
        one, other = server.limiters
        await server.ask_often(one, FIRST)
        tasks = [asyncio.create_task(server.ask(other, 9)) for _ in range(2 * FIRST)]
        await asyncio.sleep(0.6)  # it looks every quarter of a second
        for task in tasks:
            task.cancel()
        return [one.taken, other.taken, other.places]

    idle, busy, places = run(main())
    assert (idle, busy) == (0, places)


def test_one_that_died_holds_no_place() -> None:
    """What it had in flight is nobody's any more."""

    async def main() -> int:
        server = Server(MOST, 2)
        one, other = server.limiters
        stuck = [asyncio.create_task(server.ask(one, 9)) for _ in range(FIRST)]
        await asyncio.sleep(0.1)
        server.board.dead.add(0)
        tasks = [asyncio.create_task(server.ask(other, 9)) for _ in range(FIRST)]
        await asyncio.sleep(0.3)
        for task in [*tasks, *stuck]:
            task.cancel()
        return other.taken

    assert run(main()) == FIRST


def test_a_pause_holds_for_all() -> None:
    """Told to leave the server alone, nobody sends before it is over."""

    async def main() -> float:
        server, clock = Server(MOST, 2), asyncio.get_running_loop().time
        one, other = server.limiters
        started = clock()
        async with one.place() as place:
            place.refused(0.4)
        await server.ask(other)
        return clock() - started

    assert run(main()) >= 0.39


def test_without_the_others_it_goes_on_alone() -> None:
    """What carries the notes may break; requests do not fail of it."""

    class Broken:
        def exchange(self, write: Any) -> None:
            raise StoreError("gone", path="run.sqlite")

    async def main() -> int:
        limiter = Limiter()
        limiter.share(Broken())
        async with asyncio.timeout(5), limiter.place() as place:
            place.refused()
        return limiter.places

    assert run(main()) in (FIRST, FIRST // 2)


@pytest.mark.parametrize(
    "note",
    [{}, {"places": "many", "wants": -1, "held": None}, {"places": 1e300, "wants": 1e300, "turn": 1e300},
     {"places": True, "complaints": [], "closed_until": "x", "turn": 99}],
    ids=["empty", "words", "large", "other kinds"],
)  # fmt: skip
def test_a_note_may_hold_anything(note: dict[str, Any]) -> None:
    """A store may be somebody else's: nobody waits for ever, nor sends without bounds."""

    async def main() -> int:
        server = Server(MOST, 1)
        server.board.notes[7] = json.dumps(note)
        async with asyncio.timeout(20):
            await server.ask_often(server.limiters[0], 30)
        return server.peak

    assert 1 <= run(main()) <= MOST


@given(
    places=st.integers(0, 60),
    wants=st.lists(st.integers(0, 40), min_size=1, max_size=6),
    served=st.lists(st.floats(0, 9), min_size=6, max_size=6),
)
def test_what_is_due(places: int, wants: list[int], served: list[float]) -> None:
    """All places are somebody's, nobody who wants less than a part gets less than that."""
    claims = [(each, served[at], at / 10) for at, each in enumerate(wants)]
    due = [
        _due(places, each, [other for other in claims if other is not each])[0] for each in claims
    ]
    assert sum(due) == (places if any(wants) else 0)
    part = places // max(1, sum(1 for each in wants if each))
    assert all(got >= min(wanted, part) for got, wanted in zip(due, wants, strict=True))
