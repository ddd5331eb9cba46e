"""Where a model named ``provider/model`` is served, in the usual spelling, and how it is asked.

Only providers that speak OpenAI's chat completions.  Many servers have models with a slash in their
names, such as ``meta-llama/Llama-3.3-70B-Instruct``: a name is only taken apart if its first part
stands in this table, and never if an address was given.  Where what is known of a provider comes
from stands beside the imitations that the tests ask (``tests/provider_table.py``).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from ..errors import SettingError
from .modes import Way


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Which model to ask, and where."""

    model: str
    base_url: str | None
    """None: OpenAI's own."""
    key_from: str | None
    """The environment variable that holds the key; None: it wants none."""
    wants_key: bool
    """Whether it is of no use to ask without one."""
    way: Way = "json_schema"
    """How to ask for JSON first, if nobody says how."""


class Provider(NamedTuple):
    """Where a prefix leads."""

    base_url: str | None
    """None: OpenAI's own."""
    key_from: str | None
    """The environment variable that holds the key; None: it wants none."""
    way: Way = "json_schema"
    """How ``mode="auto"`` asks first; another where ``response_format`` would be ignored."""


PROVIDERS: dict[str, tuple[str | None, str | None] | Provider] = {
    "openai": Provider(None, "OPENAI_API_KEY"),
    "anthropic": Provider("https://api.anthropic.com/v1", "ANTHROPIC_API_KEY", "prompt"),
    "cerebras": Provider("https://api.cerebras.ai/v1", "CEREBRAS_API_KEY"),
    "deepseek": Provider("https://api.deepseek.com", "DEEPSEEK_API_KEY"),
    "fireworks": Provider("https://api.fireworks.ai/inference/v1", "FIREWORKS_API_KEY"),
    "gemini": Provider("https://generativelanguage.googleapis.com/v1beta/openai", "GEMINI_API_KEY"),
    "groq": Provider("https://api.groq.com/openai/v1", "GROQ_API_KEY"),
    "lmstudio": Provider("http://localhost:1234/v1", None),
    "mistral": Provider("https://api.mistral.ai/v1", "MISTRAL_API_KEY"),
    "ollama": Provider("http://localhost:11434/v1", None),
    "openrouter": Provider("https://openrouter.ai/api/v1", "OPENROUTER_API_KEY"),
    "perplexity": Provider("https://api.perplexity.ai", "PERPLEXITY_API_KEY"),
    "together": Provider("https://api.together.xyz/v1", "TOGETHER_API_KEY"),
    "vllm": Provider("http://localhost:8000/v1", None),
    "xai": Provider("https://api.x.ai/v1", "XAI_API_KEY"),
}


def endpoint(model: str, base_url: str | None) -> Endpoint:
    """Where to ask for this model; a `base_url`, or ``OPENAI_BASE_URL``, goes before its prefix.

    Raises SettingError for what is no address.

    >>> endpoint("ollama/qwen3", None).base_url
    'http://localhost:11434/v1'
    >>> endpoint("openai/gpt-oss-20b", "https://openrouter.ai/api/v1").model
    'openai/gpt-oss-20b'
    """
    base_url = base_url or os.environ.get("OPENAI_BASE_URL")
    if base_url:
        _check_address(base_url)
        return Endpoint(model, base_url, "OPENAI_API_KEY", wants_key=False, way=_way(base_url))
    prefix, _, name = model.partition("/")
    if not name or prefix not in PROVIDERS:
        prefix, name = "openai", model
    provider = Provider(*PROVIDERS[prefix])
    wants_key = provider.key_from is not None
    return Endpoint(name, provider.base_url, provider.key_from, wants_key, provider.way)


def _way(base_url: str) -> Way:
    """How to ask at an address, whose provider may be in the table."""
    host = urlsplit(base_url).hostname
    rows = (Provider(*row) for row in PROVIDERS.values())
    found = (row.way for row in rows if row.base_url and urlsplit(row.base_url).hostname == host)
    return next(found, "json_schema")  # on one's own machine they agree


def _check_address(base_url: str) -> None:
    try:
        address = urlsplit(base_url)
        is_sound = address.scheme in ("http", "https") and bool(address.hostname)
        is_sound &= base_url.isprintable() and not any(map(str.isspace, base_url))
        _ = address.port  # which may be no number
    except ValueError:
        is_sound = False
    if not is_sound:
        shown = base_url.partition("?")[0].rpartition("@")[2][:80]  # without what may be secret
        raise SettingError(
            f"base_url is {shown!r}: give an address such as http://localhost:11434/v1"
        )
