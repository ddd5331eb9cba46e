"""What is known of each provider: imitations for `test_providers`, and the table in the docs.

No provider can be reached where this is developed.  So each row has a server on loopback that does
what the provider's documentation says, or what users of it report; beside it stands where, and
from when that is.  ``python tests/provider_table.py`` (``make provider-table``) writes the table
between the markers of docs/providers.md.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fault_table import between
from llm_server import Item, Reply, Request, completion
from samples import deal, reply

CONTENT = reply(deal())
PAGE = Path(__file__).parent.parent / "docs/providers.md"
MARKERS = ("<!-- provider table: make provider-table -->", "<!-- end of provider table -->")
PROSE = "The article reports one deal, which Lumen Rail signed."


def form(request: Request) -> str | None:
    """The type of the response format that a request asks for."""
    found = request.body.get("response_format")
    return found["type"] if found else None


def is_told(request: Request) -> bool:
    """Whether the schema stands in the prompt."""
    said = json.dumps(request.body["messages"])
    return all(name in said for name in ("additionalProperties", *CONTENT))


def calls(arguments: Any) -> dict[str, Any]:
    """A completion that calls a tool."""
    made = completion(None, finish_reason="tool_calls")
    function = {"name": "SummitSummary", "arguments": json.dumps(arguments)}
    call = {"id": "call_1", "type": "function", "function": function}
    made["choices"][0]["message"]["tool_calls"] = [call]
    return made


def told(message: Any, status: int = 400, **error: Any) -> Reply:
    """An error in OpenAI's form."""
    body = {"error": {"message": message, "type": "invalid_request_error", **error}}
    return Reply(status, json.dumps(body).encode())


def enforces(request: Request) -> Item:
    """Takes a strict schema, and holds the model to it; without, the model does as it is told."""
    if form(request) == "json_schema":
        shown = request.body["response_format"]["json_schema"]
        if not shown["strict"] or not _is_strict(shown["schema"]):
            return told("Invalid schema for response_format", param="response_format")
        return completion(CONTENT)
    return follows(request)


def follows(request: Request) -> Item:
    """Ignores the response format: the model knows of the schema what stands in the prompt."""
    if tools := request.body.get("tools"):
        return calls(CONTENT) if tools[0]["function"]["parameters"] else told("no parameters")
    return completion(CONTENT if is_told(request) else PROSE)


def _is_strict(schema: Any) -> bool:
    """Whether all objects have all of their properties, and no other."""
    if isinstance(schema, list):
        return all(map(_is_strict, schema))
    if not isinstance(schema, dict):
        return True
    if "$ref" in schema and len(schema) > 1:
        return False
    named = schema.get("properties")
    is_closed = not named or (
        schema["required"] == [*named] and schema["additionalProperties"] is False
    )
    return is_closed and all(map(_is_strict, schema.values()))


def refuses(words: Any, *forms: str, status: int = 400, **error: Any) -> Callable[[Request], Item]:
    """Turns these response formats down; the body is the words, if they are no sentence."""

    def answer(request: Request) -> Item:
        if form(request) not in forms:
            return follows(request)
        if isinstance(words, str):
            return told(words, status, **error)
        return Reply(status, json.dumps(words).encode())

    return answer


def anthropic(request: Request) -> Item:
    """Documented: the response format is ignored; reported: that any object is refused."""
    if form(request) == "json_object":
        return told("response_format.type: Input should be 'json_schema'")
    return follows(request)


def mistral(request: Request) -> Item:
    """Takes no field that it does not know."""
    known = {"messages", "model", "response_format", "temperature", "max_tokens", "tools"}
    if extra := sorted(request.body.keys() - known):
        detail = [
            {"type": "extra_forbidden", "loc": ["body", name], "msg": "Extra inputs are not permitted"}
            for name in extra
        ]  # fmt: skip
        return Reply(422, json.dumps({"detail": detail}).encode())
    return enforces(request)


@dataclass(frozen=True)
class Row:
    """One provider, or one kind of its models.

    Attributes:
        way: how JSON is asked for in the end.
        refused: requests that it takes to find out.
        how: for the page: whether the schema is enforced.
    """

    prefix: str
    model: str
    server: Callable[[Request], Item]
    way: str
    refused: int
    how: str
    source: str
    date: str


DOCS = "documentation"
SURVEY = "developersdigest.tech"
NO_OBJECT = {"error": "'response_format.type' must be 'json_schema' or 'text'"}
TABLE = [
    Row("openai", "gpt-5-mini", enforces, "json_schema", 0, "yes",
        SURVEY, "2026-10"),
    Row("anthropic", "claude-opus-5-5", anthropic, "prompt", 0,
        "no: `response_format` is ignored, so the schema stands in the prompt",
        f"{DOCS}; any object refused: interviewstreet/hiring-agent#421", "2026-09"),
    Row("cerebras", "gpt-oss-120b", enforces, "json_schema", 0, "yes", DOCS, "2026-11"),
    Row("deepseek", "deepseek-chat",
        refuses("This response_format type is unavailable now", "json_schema",
                code="invalid_request_error"),
        "json_object", 1, "no: refused", "llm-exe/llm-exe#662", "2026-07"),
    Row("deepseek", "deepseek-reasoner",
        refuses("Failed to deserialize the JSON body into the target type: response_format: "
                "response_format.type `json_schema` is unavailable now", "json_schema", status=422),
        "json_object", 1, "no: refused", "browser-use/browser-use#215", "2025-01"),
    Row("fireworks", "accounts/fireworks/models/deepseek-v3p1", enforces, "json_schema", 0, "yes",
        DOCS, "2026-11"),
    Row("gemini", "gemini-3-flash", enforces, "json_schema", 0, "yes", SURVEY, "2026-10"),
    Row("gemini", "an/older",
        refuses([{"error": {"code": 400, "status": "INVALID_ARGUMENT", "message":
                 "Invalid JSON payload received. Unknown name \"$defs\" at "
                 "'generation_config.response_schema': Cannot find field."}}], "json_schema"),
        "json_object", 1, "schemas of ours were refused by earlier versions",
        "QuantumNous/new-api#1037", "2025-05"),
    Row("groq", "openai/gpt-oss-120b", enforces, "json_schema", 0, "by some models",
        DOCS, "2026-11"),
    Row("groq", "llama-3.1-8b-instant",
        refuses("The model only supports response formats: [json text].", "json_schema"),
        "json_object", 1, "not by others: refused", "TypeWhisper/typewhisper-win#26", "2026-04"),
    Row("lmstudio", "qwen3", lambda request: (
            Reply(400, json.dumps(NO_OBJECT).encode()) if form(request) == "json_object"
            else enforces(request)),
        "json_schema", 0, "yes", f"{DOCS}; LoadShine/tada#16", "2026-01"),
    Row("mistral", "mistral-small-latest", mistral, "json_schema", 0, "yes",
        f"{SURVEY}; Gitlawb/openclaude#739", "2026-10"),
    Row("ollama", "qwen3:8b", enforces, "json_schema", 0, "yes, from 0.5 on", DOCS, "2026-11"),
    Row("ollama", "gpt-oss:120b-cloud", follows, "prompt", 1,
        "not in its cloud: taken, and ignored", f"{DOCS}; ollama/ollama#12362", "2026-07"),
    Row("openrouter", "openai/gpt-5-mini", enforces, "json_schema", 0,
        "by models that list structured outputs", DOCS, "2026-11"),
    Row("openrouter", "z-ai/glm-4.5-air",
        refuses("No endpoints found that can handle the requested parameters.", "json_schema",
                status=404, code=404, type=None),
        "prompt", 1, "not by others: ignored, or refused", "zed-industries/zed#36094", "2025-12"),
    Row("perplexity", "sonar", enforces, "json_schema", 0, "yes",
        f"{DOCS}; theopenco/llmgateway#1475", "2026-01"),
    Row("together", "meta-llama/Llama-3.3-70B-Instruct-Turbo", enforces, "json_schema", 0,
        "by some models", "BerriAI/litellm#38269", "2026-08"),
    # That it is refused is reported, in which words is not: these are SiliconFlow's.
    Row("together", "an/other",
        refuses("Json mode is not supported for this model.", "json_schema", "json_object"),
        "prompt", 1, "not by others: refused", "BerriAI/litellm#6972", "2024-12"),
    Row("vllm", "Qwen/Qwen3-8B", enforces, "json_schema", 0, "yes", DOCS, "2026-11"),
    Row("vllm", "a/quantised",
        refuses({"object": "error", "type": "BadRequestError", "param": None, "code": 400,
                 "message": "The provided JSON schema contains features not supported by xgrammar."},
                "json_schema"),
        "json_object", 1, "refused by some versions", "vllm-project/vllm#16321", "2025-04"),
    Row("xai", "grok-4", enforces, "json_schema", 0, "yes", SURVEY, "2026-10"),
    Row("xai", "grok-beta",
        refuses({"code": "Client specified an invalid argument", "error":
                 "The response_format parameter is unsupported at the moment. Leave it unset."},
                "json_schema", "json_object"),
        "prompt", 1, "not by the first models: refused", "BerriAI/litellm#6610", "2024-11"),
]  # fmt: skip


def table() -> str:
    """The table as Markdown."""
    head = ["| model | schema enforced? | mode | known from |", "|---|---|---|---|"]
    lines = [
        f"| `{row.prefix}/{row.model}` | {row.how} | `{row.way}` | {row.source}, {row.date} |"
        for row in TABLE
    ]
    return "\n".join(head + lines)


def on_page(text: str) -> str:
    """The page's text with the table as it should be."""
    return between(MARKERS, table(), text)


if __name__ == "__main__":
    PAGE.write_text(on_page(PAGE.read_text("utf-8")), "utf-8")
