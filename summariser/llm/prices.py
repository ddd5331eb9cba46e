"""What an answer cost in US dollars, where the price is publicly known.

The prices are those of ``genai-prices`` (the extra ``prices``), out of the package
itself: nothing is fetched.  A model's name does not tell who serves it, so the address decides
whose price it is; what runs on a server of one's own has none.  Not knowing is None, never 0.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from importlib.util import find_spec

from ..schema import Usage


def price(model: str, address: str, usage: Usage, created: int | None = None) -> Decimal | None:
    """What one answer cost in USD at the prices of its day; None if that is not known.

    Args:
        model: the model's name, as the answer gives it.
        address: the base URL that was asked.
        usage: the tokens of this one answer: many models cost more beyond some length.
        created: when the answer was made, in Unix seconds; default: now.

    >>> price("qwen3", "http://localhost:11434/v1", Usage(input_tokens=2100, output_tokens=640))
    """
    if not _is_installed():
        return None
    try:
        from genai_prices import Usage as Tokens
        from genai_prices import calc_price
    except ImportError:
        return None
    if usage.input_tokens is None or usage.output_tokens is None:
        return None
    tokens = Tokens(
        input_tokens=usage.input_tokens,  # cached ones included
        cache_read_tokens=usage.cached_input_tokens or 0,
        output_tokens=usage.output_tokens,  # reasoning included
    )
    try:
        when = datetime.now(UTC) if created is None else datetime.fromtimestamp(created, UTC)
        known = calc_price(tokens, model, provider_api_url=address, genai_request_timestamp=when)
    except (LookupError, ValueError, OverflowError, OSError):
        return None  # nobody's model, counts that cannot be, or no such day
    # Where the table has no price it adds up to 0.
    rates = known.model_price
    return None if rates.input_mtok is None or rates.output_mtok is None else known.total_price


@cache
def _is_installed() -> bool:
    """To look for it takes longer than to read an answer."""
    return find_spec("genai_prices") is not None
