"""OpenInference on top of the library: its spans arrive, in the right place, without articles.

The library traces nothing itself.  Needs the extra ``tracing``.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from extras import needs
from llm_server import LLMServer

from summariser import Summariser

pytestmark = [
    pytest.mark.tracing,
    needs("openinference", "opentelemetry", extra="tracing"),
]  # fmt: skip

ARTICLE = "Two sides met at Emerald Lake."
EMPTY = {"summit": None, "overview": "A word.", "outcomes": [], "deals": [], "positions": []}


class Traced:
    """What was traced between ``start`` and the end of a test."""

    def prepare(self) -> Any:
        from openinference.instrumentation.openai import OpenAIInstrumentor
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import SimpleSpanProcessor
        from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

        self.exporter = InMemorySpanExporter()
        provider = TracerProvider()
        provider.add_span_processor(SimpleSpanProcessor(self.exporter))
        self.tracer = provider.get_tracer("tests")
        self.instrumentor = OpenAIInstrumentor()
        return provider

    def start(self, **hidden: bool) -> None:
        from openinference.instrumentation import TraceConfig

        provider = self.prepare()
        self.instrumentor.instrument(tracer_provider=provider, config=TraceConfig(**hidden))

    def spans(self, name: str) -> list[Any]:
        return [each for each in self.exporter.get_finished_spans() if each.name == name]


@pytest.fixture
def traced() -> Iterator[Traced]:
    one = Traced()
    yield one
    one.instrumentor.uninstrument()


def test_spans_arrive_below_the_caller_s_own(
    traced: Traced, server: Callable[..., LLMServer], canary: str
) -> None:
    """A request is a child of the span around summarise(), though another thread sends it."""
    traced.start()
    address = server(["ok"], content=EMPTY).base_url
    with Summariser(model="m", base_url=address, api_key=canary) as summariser:
        with traced.tracer.start_as_current_span("morning run"):
            summariser.summarise(ARTICLE)
        with traced.tracer.start_as_current_span("evening run"):
            asyncio.run(summariser.asummarise(ARTICLE))
    (morning,), (evening,) = traced.spans("morning run"), traced.spans("evening run")
    parents = [span.parent.span_id for span in traced.spans("ChatCompletion")]
    assert parents == [morning.context.span_id, evening.context.span_id]
    first = traced.spans("ChatCompletion")[0]
    assert first.attributes["llm.token_count.prompt"] == 100
    assert ARTICLE in first.to_json()
    assert canary not in first.to_json()


def test_a_failed_request_is_a_span_of_its_own(
    traced: Traced, server: Callable[..., LLMServer]
) -> None:
    """Each attempt is seen, also the one that failed."""
    traced.start()
    address = server(["500", "ok"], content=EMPTY).base_url
    with Summariser(model="m", base_url=address) as summariser:
        summariser.summarise(ARTICLE)
    statuses = [span.status.status_code.name for span in traced.spans("ChatCompletion")]
    assert statuses == ["ERROR", "OK"]


def test_a_stream_is_a_span_like_any_other(
    traced: Traced, server: Callable[..., LLMServer]
) -> None:
    """With its name, its tokens and its words, unless they are hidden."""
    address = server(["ok"], content=EMPTY, pieces=5).base_url
    for hidden in (False, True):
        traced.start(hide_outputs=hidden)
        with Summariser(model="m", base_url=address) as summariser:
            list(summariser.stream_items(ARTICLE))
        (span,) = traced.spans("ChatCompletion")
        traced.instrumentor.uninstrument()
        assert span.attributes["llm.token_count.completion"] == 50
        assert ("A word" in span.to_json()) == (not hidden)


def test_articles_can_be_kept_out(traced: Traced, server: Callable[..., LLMServer]) -> None:
    """With inputs and outputs hidden, neither article nor answer is in any span, tokens are."""
    traced.start(hide_inputs=True, hide_outputs=True)
    address = server(["500", "ok"], content=EMPTY).base_url
    with Summariser(model="m", base_url=address) as summariser:
        summariser.summarise(ARTICLE)
    spans = traced.spans("ChatCompletion")
    assert len(spans) == 2
    assert not [span for span in spans if "Emerald" in span.to_json() or "A word" in span.to_json()]
    assert spans[1].attributes["llm.token_count.completion"] == 50


def test_the_readme_keeps_articles_out(traced: Traced, server: Callable[..., LLMServer]) -> None:
    """The lines of docs/providers.md, as they stand, hide the article and the answer."""
    readme = (Path(__file__).parents[2] / "docs" / "providers.md").read_text("utf-8")
    (code,) = re.findall(r"```python\n(# needs .*?)```", readme, re.DOTALL)
    exec(code, {"provider": traced.prepare()})
    address = server(["ok"], content=EMPTY).base_url
    with Summariser(model="m", base_url=address) as summariser:
        summariser.summarise(ARTICLE)
    (span,) = traced.spans("ChatCompletion")
    assert "Emerald" not in span.to_json()
    assert "A word" not in span.to_json()
