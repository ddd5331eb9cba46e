"""Models named with their provider: where they are asked for, and with whose key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from llm_server import LLMServer
from provider_table import MARKERS, PAGE, TABLE, Row, on_page
from samples import ARTICLE

from summariser import ProviderError, Summariser
from summariser.llm.providers import PROVIDERS, Endpoint, Provider, endpoint

EMPTY = {"summit": None, "overview": "Nothing.", "outcomes": [], "deals": [], "positions": []}
OPENAI = (None, "OPENAI_API_KEY", True)

NAMES = [
    # label, model, base_url given, what is asked for
    ("a plain name", "gpt-5-mini", None, Endpoint("gpt-5-mini", *OPENAI)),
    ("OpenAI by name", "openai/gpt-5-mini", None, Endpoint("gpt-5-mini", *OPENAI)),
    ("a fine-tuned name", "ft:gpt-5:acme::x/1", None, Endpoint("ft:gpt-5:acme::x/1", *OPENAI)),
    ("no provider we know", "meta-llama/Llama-3", None, Endpoint("meta-llama/Llama-3", *OPENAI)),
    ("no name after it", "ollama/", None, Endpoint("ollama/", *OPENAI)),
    ("another case", "Ollama/qwen3", None, Endpoint("Ollama/qwen3", *OPENAI)),
    ("Ollama", "ollama/qwen3:8b", None,
     Endpoint("qwen3:8b", "http://localhost:11434/v1", None, False)),
    ("somebody's model in Ollama", "ollama/me/qwen3", None,
     Endpoint("me/qwen3", "http://localhost:11434/v1", None, False)),
    ("OpenRouter", "openrouter/deepseek/deepseek-chat", None,
     Endpoint("deepseek/deepseek-chat", "https://openrouter.ai/api/v1", "OPENROUTER_API_KEY", True)),
    ("an address wins", "openai/gpt-oss-20b", "http://gpu:8000/v1",
     Endpoint("openai/gpt-oss-20b", "http://gpu:8000/v1", "OPENAI_API_KEY", False)),
    ("so it does for OpenRouter's names", "deepseek/deepseek-chat", "https://openrouter.ai/api/v1",
     Endpoint("deepseek/deepseek-chat", "https://openrouter.ai/api/v1", "OPENAI_API_KEY", False)),
]  # fmt: skip


@pytest.mark.parametrize(("model", "base_url", "expected"), [
    pytest.param(*case, id=label) for label, *case in NAMES
])  # fmt: skip
def test_a_name_says_where_to_ask(model: str, base_url: str | None, expected: Endpoint) -> None:
    """A prefix is taken off only if it names a provider and no address is given."""
    assert endpoint(model, base_url) == expected


def test_an_address_in_the_environment_counts_as_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever set OPENAI_BASE_URL gets names with a slash through unchanged."""
    monkeypatch.setenv("OPENAI_BASE_URL", "http://gpu:8000/v1")
    assert endpoint("openai/gpt-oss-20b", None).model == "openai/gpt-oss-20b"


def test_a_provider_is_known_by_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who gives the address instead of the prefix is asked for JSON in the same way."""
    assert endpoint("claude-x", "https://api.anthropic.com/v1/").way == "prompt"
    monkeypatch.setenv("OPENAI_BASE_URL", "https://api.anthropic.com/v1")
    assert endpoint("claude-x", None).way == "prompt"
    assert endpoint("claude-x", "http://localhost:1/v1").way == "json_schema"


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=f"{row.prefix}/{row.model}") for row in TABLE]
)
def test_each_provider_is_asked_as_it_takes_it(
    server: Callable[..., LLMServer], monkeypatch: pytest.MonkeyPatch, row: Row
) -> None:
    """Three articles, and the requests it takes to find out; with its own key and no other."""
    running = server(row.server)
    known = Provider(*PROVIDERS[row.prefix])
    monkeypatch.setitem(PROVIDERS, row.prefix, known._replace(base_url=running.base_url))
    for _, key_from, *_ in [*PROVIDERS.values()]:
        if key_from:
            monkeypatch.setenv(key_from, f"of-{key_from}")
    with Summariser(model=f"{row.prefix}/{row.model}") as summariser:
        summaries = [summariser.summarise(f"{ARTICLE.text} Day {day}.") for day in range(3)]
    assert [len(summary.deals) for summary in summaries] == [1, 1, 1]
    assert {summary.provenance.mode for summary in summaries} == {row.way}
    assert len(running.requests) == 3 + row.refused
    assert {request.body["model"] for request in running.requests} == {row.model}
    keys = {request.headers["authorization"] for request in running.requests}
    assert keys == {f"Bearer {f'of-{known.key_from}' if known.key_from else 'none'}"}


def test_each_provider_is_in_the_table() -> None:
    """No prefix is there that nobody tried."""
    assert {row.prefix for row in TABLE} == PROVIDERS.keys()


def test_the_readme_has_the_table() -> None:
    """The page's table is this one: else run `make provider-table`."""
    text = PAGE.read_text("utf-8")
    assert all(marker in text for marker in MARKERS)
    assert on_page(text) == text, "stale: run `make provider-table`"


SPOKEN = ("openai", "ollama", "openrouter", "deepseek", "together", "perplexity")


@pytest.mark.parametrize("prefix", SPOKEN)  # the others it asks through their own libraries
def test_prefixes_mean_what_they_mean_to_instructor(
    prefix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """instructor, given the same string and only this variable, asks the same address."""
    import instructor

    ours = endpoint(f"{prefix}/m", None)
    if ours.key_from:
        monkeypatch.setenv(ours.key_from, "none")
    theirs: Any = instructor.from_provider(f"{prefix}/m", async_client=True).client
    assert str(theirs.base_url).rstrip("/") == (ours.base_url or "https://api.openai.com/v1")


@pytest.mark.parametrize("prefix", [name for name, (_, key, *_) in PROVIDERS.items() if key])
def test_no_key_names_the_variable_that_is_missing(
    prefix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without its own key nothing is sent, least of all another provider's key."""
    if prefix != "openai":
        monkeypatch.setenv("OPENAI_API_KEY", "sk-of-another")
    with Summariser(model=f"{prefix}/m") as summariser, pytest.raises(ProviderError) as error:
        summariser.summarise("Two sides met.")
    assert error.value.kind == "authentication"
    assert error.value.status is None
    assert str(PROVIDERS[prefix][1]) in str(error.value)


def test_each_provider_gets_its_own_key(
    server: Callable[..., LLMServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key goes out that belongs to the prefix, and the model's name goes without it."""
    running = server(["ok"], content=EMPTY)
    monkeypatch.setitem(PROVIDERS, "deepseek", (running.base_url, "DEEPSEEK_API_KEY"))
    monkeypatch.setenv("DEEPSEEK_API_KEY", "of-deepseek")
    monkeypatch.setenv("OPENAI_API_KEY", "of-openai")
    with Summariser(model="deepseek/deepseek-chat") as summariser:
        summariser.summarise("Two sides met.")
    assert running.requests[0].headers["authorization"] == "Bearer of-deepseek"
    assert running.requests[0].body["model"] == "deepseek-chat"


def test_a_local_provider_gets_no_key(
    server: Callable[..., LLMServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    """OpenAI's key stays at home when it is Ollama that is asked."""
    running = server(["ok"], content=EMPTY)
    monkeypatch.setitem(PROVIDERS, "ollama", (running.base_url, None))
    monkeypatch.setenv("OPENAI_API_KEY", "of-openai")
    with Summariser(model="ollama/qwen3") as summariser:
        summariser.summarise("Two sides met.")
    assert "of-openai" not in str(running.requests[0].headers)


def test_a_client_for_azure_is_taken_as_it_is(server: Callable[..., LLMServer]) -> None:
    """The SDK's own client for Azure, given as client=, sends our request to the deployment."""
    import openai

    running = server(["ok"], content=EMPTY)
    azure = openai.AsyncAzureOpenAI(
        azure_endpoint=running.base_url.removesuffix("/v1"), api_key="of-azure",
        api_version="2024-10-21",
    )  # fmt: skip
    with Summariser(model="openai/my-deployment", client=azure) as summariser:
        summary = summariser.summarise("Two sides met.")
    (request,) = running.requests
    assert request.headers["api-key"] == "of-azure"
    assert request.body["model"] == "openai/my-deployment"
    assert request.body["response_format"]["json_schema"]["strict"] is True
    assert summary.usage.cost is None
