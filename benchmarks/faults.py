"""What each fault costs: ``python benchmarks/faults.py``.

The same article, the same server on loopback, which answers with the same fault always; this library
beside instructor with its own defaults (on openai with its own).  Requests are counted on the server,
seconds until the caller knows.  Waits are real, but all give up after 0.5 s of silence, this library
after 10 s in all (the other two have no such bound); nobody is waited for longer than 30 s.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import instructor
import openai
from pydantic import BaseModel

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from fault_table import SPECIAL
from llm_server import LLMServer
from samples import ARTICLE, deal, reply

from summariser import Summariser, SummariserError

PATIENCE = 30.0
TIMEOUT = 0.5
DEADLINE = 10.0
FAULTS = (
    "429", "429_ra_3600", "429_quota", "503", "500_no_retry", "401", "400_context", "redirect_loop",
    "close", "hang", "trickle", "200_html", "200_error", "choices_empty", "content_null", "bad_gzip",
    "refusal", "content_filter", "length", "length_ok", "plain_text", "fenced", "bad_json",
    "missing_field", "dup_keys", "nan", "deep", "huge",
)  # fmt: skip


@dataclass
class Cost:
    """What one side made of a fault."""

    requests: int
    seconds: float
    end: str

    def __str__(self) -> str:
        return f"{self.requests:>4} {self.seconds:>7.2f}  {self.end:<34}"


async def ours(address: str) -> Any:
    """The library with its defaults, but for a deadline one need not wait minutes for."""
    with Summariser(
        model="m", base_url=address, api_key="none", timeout=TIMEOUT, deadline=DEADLINE
    ) as summariser:
        return await summariser.asummarise(ARTICLE)


class Plain(BaseModel):
    """The outline that our client asks for, as one writes it for instructor."""

    summit: Any
    overview: str
    outcomes: list[Any]
    deals: list[Any]
    positions: list[Any]


async def plain(address: str) -> Any:
    """Instructor on openai, with the defaults of both."""
    async with openai.AsyncOpenAI(base_url=address, api_key="none", timeout=TIMEOUT) as sdk:
        client = instructor.from_openai(sdk, mode=instructor.Mode.JSON_SCHEMA)
        return await client.create(
            model="m", response_model=Plain, messages=[{"role": "user", "content": ARTICLE.text}]
        )


def cost(fault: str, ask: Callable[[str], Awaitable[Any]]) -> Cost:
    """What one article costs when the server always answers like this."""
    with LLMServer([SPECIAL.get(fault, fault)], content=reply(deal())) as server:
        started = time.perf_counter()
        try:
            asyncio.run(asyncio.wait_for(ask(server.base_url), PATIENCE))
            end = "a summary"
        except TimeoutError:
            end = "no end"
        except SummariserError as error:
            end = f"{type(error).__name__} {getattr(error, 'kind', '')}"
        except Exception as error:  # noqa: BLE001  # whatever comes out is what is reported
            below = error.__cause__
            end = type(error).__name__ + (f" < {type(below).__name__}" if below else "")
        return Cost(len(server.requests), time.perf_counter() - started, end)


def main() -> None:
    """Measure all faults, or those named as arguments."""
    logging.getLogger("instructor").setLevel(logging.CRITICAL)  # it prints replies otherwise
    asyncio.run(asyncio.wait_for(warm(), 60))
    print(
        f"{'':<16} {'summariser':<48} instructor {version('instructor')}, openai {version('openai')}"
    )
    print(f"{'fault':<16}" + " requests seconds end".ljust(49) + " requests seconds end")
    total = [0, 0]
    for fault in sys.argv[1:] or FAULTS:
        mine, theirs = cost(fault, ours), cost(fault, plain)
        total = [total[0] + mine.requests, total[1] + theirs.requests]
        print(f"{fault:<16} {mine} {theirs}", flush=True)
    print(f"{'all':<16} {total[0]:>4} requests{'':<34} {total[1]:>4} requests")


async def warm() -> None:
    """The first call imports for a second, which is nobody's fault."""
    with LLMServer(["ok"], content=reply(deal())) as server:
        await ours(server.base_url)
        await plain(server.base_url)


if __name__ == "__main__":
    main()
