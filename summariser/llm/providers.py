"""Where a model named ``provider/model`` is served, in instructor's own spelling.

Only providers that speak OpenAI's chat completions, with the addresses that instructor itself uses
for them (a test compares the two).  Many servers have models with a slash in their names, such as
``meta-llama/Llama-3.3-70B-Instruct``: a name is only taken apart if its first part stands in this
table, and never if an address was given.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..errors import SettingError


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


PROVIDERS: dict[str, tuple[str | None, str | None]] = {
    "openai": (None, "OPENAI_API_KEY"),
    "ollama": ("http://localhost:11434/v1", None),
    "openrouter": ("https://openrouter.ai/api/v1", "OPENROUTER_API_KEY"),
    "deepseek": ("https://api.deepseek.com", "DEEPSEEK_API_KEY"),
    "together": ("https://api.together.xyz/v1", "TOGETHER_API_KEY"),
    "perplexity": ("https://api.perplexity.ai", "PERPLEXITY_API_KEY"),
}
"""Prefix: base URL, and the environment variable with the key."""


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
        return Endpoint(model, base_url, "OPENAI_API_KEY", wants_key=False)
    prefix, _, name = model.partition("/")
    if not name or prefix not in PROVIDERS:
        prefix, name = "openai", model
    address, key_from = PROVIDERS[prefix]
    return Endpoint(name, address, key_from, wants_key=key_from is not None)


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
