"""What a summary cost: known for known prices, and None, never 0, for all others."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from extras import needs
from llm_server import LLMServer, completion

from summariser import ReplyError, Summariser, Usage, recorded
from summariser.llm.prices import price
from summariser.views.cards import usage_line

priced = needs("genai_prices", extra="prices")
OPENAI = "https://api.openai.com/v1/"
ONE = Usage(input_tokens=2_000_000, output_tokens=1_000_000)
EMPTY = {"summit": None, "overview": "Nothing.", "outcomes": [], "deals": [], "positions": []}
DAY = 1_760_000_000  # in October 2025

# label, model, address, usage, dollars: as OpenAI and others published them in October 2025
PRICES = [
    ("OpenAI", "gpt-4o-mini", OPENAI, ONE, "0.90"),
    ("a dated name", "gpt-4o-mini-2024-07-18", OPENAI, ONE, "0.90"),
    ("half of it cached", "gpt-4o-mini", OPENAI,
     ONE.model_copy(update={"cached_input_tokens": 1_000_000}), "0.825"),
    ("through OpenRouter", "openai/gpt-4o-mini", "https://openrouter.ai/api/v1/", ONE, "0.90"),
    ("on Azure", "gpt-4o-mini", "https://us.openai.azure.com/openai/v1/", ONE, "0.90"),
    ("Anthropic", "claude-3-5-haiku-20241022", "https://api.anthropic.com/v1/", ONE, "5.60"),
    ("nothing in, nothing out", "gpt-4o-mini", OPENAI, Usage(input_tokens=0, output_tokens=0), "0"),
]  # fmt: skip
UNKNOWN = [
    ("a local server", "gpt-4o-mini", "http://localhost:11434/v1/", ONE),
    ("a proxy of one's own", "gpt-4o-mini", "https://llm.example.com/api.openai.com/v1/", ONE),
    ("written by hand", "written-by-hand", OPENAI, ONE),
    ("of the future", "gpt-99", OPENAI, ONE),
    ("fine-tuned", "ft:gpt-4o-mini:acme::x", OPENAI, ONE),
    ("no name", "", OPENAI, ONE),
    ("a free one, of which the table says nothing", "meta-llama/llama-3.3-70b-instruct:free",
     "https://openrouter.ai/api/v1/", ONE),
    ("tokens not reported", "gpt-4o-mini", OPENAI, Usage()),
    ("half reported", "gpt-4o-mini", OPENAI, Usage(input_tokens=5)),
    ("more cached than sent", "gpt-4o-mini", OPENAI,
     Usage(input_tokens=5, output_tokens=5, cached_input_tokens=50)),
]  # fmt: skip


def labelled(rows: list[Any]) -> list[Any]:
    return [pytest.param(*row[1:], id=row[0]) for row in rows]


@priced
@pytest.mark.parametrize(("model", "address", "usage", "dollars"), labelled(PRICES))
def test_known_prices(model: str, address: str, usage: Usage, dollars: str) -> None:
    """Tokens times the published price, cached ones cheaper, is what it cost."""
    assert price(model, address, usage, DAY) == Decimal(dollars)


@priced
@pytest.mark.parametrize(("model", "address", "usage"), labelled(UNKNOWN))
def test_unknown_prices(model: str, address: str, usage: Usage) -> None:
    """Where model, provider or tokens are not known, neither is the cost."""
    assert price(model, address, usage, DAY) is None


@priced
@pytest.mark.parametrize("created", [0, 10**11, 10**30], ids=["1970", "in ms", "absurd"])
def test_a_day_that_cannot_be(created: int) -> None:
    """An odd time of the answer is no reason to fail."""
    assert price("gpt-4o-mini", OPENAI, ONE, created) in (None, Decimal("0.90"))


@pytest.mark.heavy
@priced
def test_no_network_and_no_import_before_it_is_needed() -> None:
    """Prices come out of the installed package, and are not even loaded with the library."""
    code = (
        "import sys, summariser\n"
        "from summariser.llm.prices import price\n"
        "assert 'genai_prices' not in sys.modules\n"
        "def audit(event, arguments):\n"
        "    assert not event.startswith(('socket', 'urllib', 'subprocess')), event\n"
        "sys.addaudithook(audit)\n"
        "print(price('gpt-4o-mini', 'https://api.openai.com/v1/',"
        " summariser.Usage(input_tokens=1000, output_tokens=1000)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert Decimal(done.stdout.strip()) > 0


def test_without_the_extra_no_price_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing package costs nothing but the figure."""
    monkeypatch.setitem(sys.modules, "genai_prices", None)
    assert price("gpt-4o-mini", OPENAI, ONE) is None


# --- in a summary ----------------------------------------------------------------------------


def ask(tmp_path: Any, plan: list[Any], server: Callable[..., LLMServer], **options: Any) -> Usage:
    """Usage of a summary as if these answers had come from OpenAI: recorded here, replayed there."""
    running = server(plan)
    tape = tmp_path / "tape.yaml"
    with (
        recorded(tape, mode="once"),
        Summariser(model="gpt-4o-mini", base_url=running.base_url, **options) as summariser,
    ):
        local = summariser.summarise("Two sides met.")
    assert local.usage.cost is None
    with recorded(tape), Summariser(model="gpt-4o-mini", **options) as summariser:
        return summariser.summarise("Two sides met.").usage


@priced
def test_a_summary_says_what_it_cost(tmp_path: Any, server: Callable[..., LLMServer]) -> None:
    """The cost of the request is in the usage, survives storing, and is shown."""
    answer = completion(EMPTY, usage=(10_000, 1_000), model="gpt-4o-mini-2024-07-18")
    usage = ask(tmp_path, [answer], server)
    assert usage.cost == Decimal("0.0021")
    assert Usage.model_validate_json(usage.model_dump_json()) == usage
    assert usage_line(usage).endswith(", $0.0021")


@priced
def test_failed_attempts_are_paid_for_too(tmp_path: Any, server: Callable[..., LLMServer]) -> None:
    """An answer that is no summary costs as much as one that is."""
    options: dict[str, Any] = {"usage": (10_000, 1_000), "model": "gpt-4o-mini"}
    usage = ask(tmp_path, [completion("no JSON", **options), completion(EMPTY, **options)], server)
    assert (usage.requests, usage.cost) == (2, Decimal("0.0042"))


@priced
def test_a_sum_with_an_unknown_part_is_unknown(
    tmp_path: Any, server: Callable[..., LLMServer]
) -> None:
    """If one of two answers has no price, the cost is not that of the other."""
    plan = [completion("no JSON", model="gpt-99"), completion(EMPTY, model="gpt-4o-mini")]
    usage = ask(tmp_path, plan, server)
    assert (usage.requests, usage.cost) == (2, None)


@pytest.mark.parametrize("order", [(1, None, 1), (None, 1, 1), (1, 1, None)])
def test_once_unknown_always_unknown(order: tuple[int | None, ...]) -> None:
    """In whatever order the answers come, one without a price leaves the sum without one."""
    usage = Usage()
    for cost in order:
        usage.add(None if cost is None else Decimal(cost), input_tokens=1, output_tokens=None)
    assert usage.cost is None
    assert usage.input_tokens == 3


def test_an_answer_without_tokens_changes_no_sum() -> None:
    """A failed request that reports no tokens leaves what is known as it is."""
    usage = Usage()
    usage.add(None, input_tokens=None)
    usage.add(Decimal("0.5"), input_tokens=1)
    usage.add(None, input_tokens=None)
    assert usage.cost == Decimal("0.5")


@priced
def test_an_error_says_what_it_cost(server: Callable[..., LLMServer], tmp_path: Any) -> None:
    """A refusal is paid for, and its error says how much."""
    tape = tmp_path / "tape.yaml"
    running = server([completion(None, refusal="No.", usage=(10_000, 0), model="gpt-4o-mini")])
    with (
        recorded(tape, mode="once"),
        Summariser(model="gpt-4o-mini", base_url=running.base_url) as summariser,
        pytest.raises(ReplyError),
    ):
        summariser.summarise("Two sides met.")
    with (
        recorded(tape),
        Summariser(model="gpt-4o-mini") as summariser,
        pytest.raises(ReplyError) as error,
    ):
        summariser.summarise("Two sides met.")
    assert error.value.usage.cost == Decimal("0.0015")


@pytest.mark.parametrize(("cost", "shown"), [
    ("1234.5", "$1,234.50"), ("12.346", "$12.35"), ("0.25", "$0.25"), ("0.0018", "$0.0018"),
    ("0.00000012", "$0.00000012"), ("0", "$0.00"),
])  # fmt: skip
def test_how_a_cost_is_shown(cost: str, shown: str) -> None:
    """To the cent, or to two digits of what is less than a cent: never rounded down to nothing."""
    usage = Usage(requests=1, input_tokens=1, output_tokens=1, cost=Decimal(cost))
    assert usage_line(usage) == f"1 request, 1 tokens in, 1 out, {shown}"
