"""What each fault comes to: the data of `test_faults`, and of the table in the docs.

``python tests/fault_table.py`` (``make fault-table``) writes the table between the markers of docs/errors.md.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from llm_server import FAULTS, JSON, Handler, Item, Reply, completion
from samples import deal, reply

CONTENT = reply(deal())  # what the server answers where nothing is at fault
PAGE = Path(__file__).parent.parent / "docs/errors.md"
MAX_REQUESTS = 4  # the default, and what the counts below assume
MARKERS = ("<!-- fault table: make fault-table -->", "<!-- end of fault table -->")


def _endless(handler: Handler, reply: Reply) -> None:
    handler.send_response(reply.status)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    while not handler.server.closing.is_set():
        handler.wfile.write(b" " * 100_000)


def _says(**error: Any) -> dict[str, Any]:
    return {"error": {"message": "This is said with status 200.", **error}}


def _bad_request(message: str, status: int = 400, **error: Any) -> Reply:
    return Reply(status, json.dumps({"error": {"message": message, **error}}).encode())


def _with_usage(usage: Any) -> Reply:
    sound = json.loads(FAULTS["ok"](json.dumps(CONTENT)).body)
    return Reply(body=json.dumps({**sound, "usage": usage}).encode())


def _ends(reason: Any, *, whole: bool = False) -> dict[str, Any]:
    content = json.dumps(CONTENT)
    return completion(content if whole else content[:80], finish_reason=reason, usage=None)


_FLAGGED: dict[str, Any] = {
    "code": 403,
    "message": "some/model requires moderation on Some Provider. Your input was flagged for "
    '"violence". No credits were charged.',
    "metadata": {"reasons": ["violence"], "flagged_input": "We will build …", "provider_name": "S"},
}

# Faults that take a few words more than a name.
SPECIAL: dict[str, Item] = {
    "200_error_429": _says(code=429),
    "200_error_quota": _says(code="insufficient_quota"),
    "200_error_unnamed": {"error": "model is busy"},
    "choice_error": {
        "choices": [{"message": None, "error": {"code": 502, "message": "Upstream."}}]
    },
    "400_context_words": _bad_request("This model's maximum context length is 8192 tokens."),
    "500_context_words": _bad_request("the request exceeds the available context size", 500),
    "402": _bad_request("Insufficient credits.", 402),
    "400_credit": _bad_request("Your credit balance is too low to access the API."),
    "400_key": _bad_request("API key not valid. Please pass a valid API key.", code=400),
    "403_region": _bad_request("Country, region, or territory not supported", 403),
    "403_account": _bad_request("Your account was disabled for violating our usage policies.", 403),
    # Whatever turns an article down for what it says, each in its provider's words.
    "403_moderation": _bad_request(**_FLAGGED, status=403),
    "200_error_moderation": {"error": _FLAGGED},
    "403_metadata": _bad_request(
        "Forbidden", 403, code=403, metadata={"reasons": ["violence"], "flagged_input": "…"}
    ),
    "403_guidelines": Reply(
        403, b'{"code": "denied", "error": "Content violates usage guidelines. Failed check: X"}'
    ),
    "403_policy": _bad_request("Forbidden", 403, code="content_policy_violation"),
    "400_risk": _bad_request("Content Exists Risk", type="invalid_request_error"),
    "400_inspection": _bad_request("Turned down.", code="data_inspection_failed"),
    "400_inappropriate": _bad_request("Input text data may contain inappropriate content."),
    "400_usage_policy": _bad_request(
        "Your prompt was flagged as potentially violating our usage policy.", code="invalid_prompt"
    ),
    "400_output": _bad_request("Output blocked by content filtering policy"),
    "400_high_risk": _bad_request("The request was rejected because it was considered high risk"),
    "403_safety": _bad_request("Request blocked by safety filters", 403),
    "403_guardrail": _bad_request("The request was blocked.", 403, code="guardrail_intervened"),
    "400_sensitive": _bad_request("输入内容包含敏感信息", code="1301"),
    "400_sensitive_code": _bad_request("Turned down.", code="InputTextSensitiveContentDetected"),
    "422_sensitive": _bad_request("input new_sensitive", 422),
    "400_not_passed": _bad_request("The content moderation is not passed."),
    "400_by_moderation": _bad_request("Request rejected by moderation"),
    "400_prohibited": _bad_request("Turned down.", code="PROHIBITED_CONTENT"),
    "400_one_word": _bad_request("ContentPolicyViolationError: turned down."),
    "400_terms": _bad_request("We detected content that violates our Terms of Service."),
    "400_xai_key": _bad_request("Incorrect API key provided: xa***zz.", code="invalid argument"),
    "403_terminated": _bad_request(
        "Your access has been terminated because the content you submitted violated our usage "
        "policies.", 403,
    ),
    "403_firewall": Reply(403, b"<html>Access denied: text of your request flagged by firewall</html>"),
    "403_flagged_accounts": _bad_request(
        "This API key has no permission to use prompt caching; flagged accounts only.", 403
    ),
    "403_accept": _bad_request("You may not use this model; accept the content policy first.", 403),
    "451": _bad_request("The content you provided is blocked.", 451, type="censorship_blocked"),
    # A status says more than a name for whatever went wrong …
    "429_server_error": _bad_request("The server is overloaded.", 429, type="server_error"),
    "429_overloaded": _bad_request("Engine overloaded.", 429, type="engine_overloaded_error"),
    "403_rate": _bad_request("Slow down.", 403, code="rate_limit_exceeded"),
    "400_overloaded": _bad_request("Our servers are currently overloaded. Try again later."),
    # … but some statuses are given for what no later request would mend.
    "413_rate": _bad_request("Limit 6000, requested 9000.", 413, code="rate_limit_exceeded"),
    "429_too_large": _bad_request(
        "Request too large for m on tokens per minute (TPM): Limit 6000, Requested 9000.", 429,
        code="rate_limit_exceeded",
    ),
    "429_balance": _bad_request("余额不足或无可用资源包,请充值。", 429, code="1113"),
    "402_credits": _bad_request("This request requires more credits.", 402, code=402),
    "403_credits": _bad_request("Your team has used all available credits.", 403),
    "400_arrears": _bad_request("Access denied, your account is in arrears.", code="Arrearage"),
    "400_funds": _bad_request("Insufficient Balance"),
    "400_no_model": _bad_request("Model Not Exist", type="invalid_request_error"),
    "400_no_such_model": _bad_request("The model `m` does not exist or you do not have access."),
    "400_key_in_a_list": Reply(400, json.dumps([{"error": {
        "code": 400, "message": "Please pass a valid one.", "status": "INVALID_ARGUMENT",
        "details": [{"@type": "ErrorInfo", "reason": "API_KEY_INVALID"}],
    }}]).encode()),
    "400_key_expired": _bad_request("API key expired. Please renew the API key.", code=400),
    # Too long, in other words.
    "400_input": _bad_request("Input is too long for requested model."),
    "400_decoder": _bad_request(
        "The decoder prompt (length 17772) is longer than the maximum model length of 16384."
    ),
    "500_decoder": Reply(500, b'{"detail": "The decoder prompt (length 9) is longer than the '
        b'maximum model length of 8."}'),
    "400_prompt": _bad_request("prompt is too long: 215000 tokens > 200000 maximum"),
    "400_count": _bad_request(
        "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576)."
    ),
    "400_range": _bad_request("Range of input length should be [1, 30720]"),
    "400_window": _bad_request("invalid params, context window exceeds limit (2013)"),
    "422_tokens": Reply(422, b'{"error": "Input validation error: `inputs` tokens + '
        b'`max_new_tokens` must be <= 8193. Given: 9000 `inputs` tokens", "error_type": "validation"}'),
    "400_for_model": _bad_request("Prompt contains 40000 tokens, too large for model with 32768 "
        "maximum context length"),
    "400_reduce": _bad_request("Please reduce the length of the messages."),
    "400_exceeds": _bad_request("Prompt exceeds max length", code="1261"),
    # What the model wrote is held back, since it is no JSON.
    "400_json": _bad_request("Failed to generate JSON. Please adjust your prompt.",
        type="invalid_request_error", code="json_validate_failed", failed_generation="{'over"),
    # Ends of answers, by other names.
    "end_max_tokens": _ends("max_tokens"),
    "end_MAX_TOKENS": _ends("MAX_TOKENS"),
    "end_model_length": _ends("model_length"),
    "end_max_output": _ends("max_output_tokens"),
    "end_max_tokens_ok": _ends("max_tokens", whole=True),
    "end_model_length_ok": _ends("model_length", whole=True),
    "end_error_ok": _ends("error", whole=True),
    "end_unknown_ok": _ends("eos", whole=True),
    "end_null_ok": _ends(None, whole=True),
    "end_missing_ok": {"choices": [{"message": {"role": "assistant", "content": json.dumps(CONTENT)}}]},
    "end_safety": _ends("SAFETY"),
    "end_filtered": _ends("content_filter: PROHIBITED_CONTENT"),
    "end_sensitive": _ends("sensitive"),
    "end_resource": _ends("insufficient_system_resource"),
    "end_error": _ends("error"),
    "endless": Reply(send=_endless),
    "endless_500": Reply(500, send=_endless),
    "bomb": Reply(
        body=gzip.compress(b" " * 50_000_000, compresslevel=1), headers={**JSON, "Content-Encoding": "gzip"}
    ),
    "deep_body": Reply(body=b"[" * 200_000 + b"]" * 200_000),
    "odd_choices": {"choices": "none today"},
    "odd_message": {"choices": [{"message": "hello", "finish_reason": "stop"}]},
    "odd_content": {"choices": [{"message": {"content": [{"type": "text"}]}}]},
    "odd_usage": _with_usage({"prompt_tokens": "many", "completion_tokens": None, "total_tokens": []}),
    "429_ra_naive_date": Reply(429, b"{}", {**JSON, "Retry-After": "Sun, 01 Jan 2045 00:00:00 -0000"}),
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """Faults that all come to the same; ``requests`` are those of four that may be sent.

    ``error`` is the class and the kind, or None if there is a summary after all.
    """

    what: str
    error: str | None
    requests: int
    faults: tuple[str, ...]
    options: Mapping[str, float] = field(default_factory=dict)


P, R = "ProviderError", "ReplyError"
TABLE = [
    Row("rate limit (429)", f"{P} rate_limit", 4,
        ("429", "429_ra_ms", "429_ra_junk", "429_ra_neg", "200_error_429",
         "429_server_error", "429_overloaded", "403_rate")),
    Row("rate limit, `Retry-After` over a minute or beyond the deadline", f"{P} rate_limit", 1,
        ("429_ra_3600", "429_ra_far_date", "429_ra_naive_date")),
    Row("quota or credit used up", f"{P} quota", 1,
        ("429_quota", "402", "200_error_quota", "400_credit", "429_balance", "402_credits",
         "403_credits", "400_arrears", "400_funds")),
    Row("server error (408, 409, 5xx)", f"{P} unavailable", 4,
        ("408", "409", "500", "502_html", "503", "529", "200_error", "choice_error",
         "400_overloaded")),
    Row("an answer that the server broke off", f"{P} unavailable", 4, ("end_resource", "end_error")),
    Row("server error that says `x-should-retry: false`", f"{P} rejected", 1, ("500_no_retry",)),
    Row("no connection, or one that breaks", f"{P} unreachable", 4,
        ("reset", "close", "cut_body", "bad_status_line")),
    Row("silence for `timeout` seconds", f"{P} timeout", 2,
        ("hang", "hang_after_headers"), {"timeout": 0.2}),
    Row("an answer that drips until the deadline", f"{P} deadline", 1, ("trickle",), {"deadline": 0.5}),
    Row("wrong or missing key (401, 403)", f"{P} authentication", 1,
        ("401", "403", "400_xai_key", "403_terminated", "403_firewall", "403_flagged_accounts", "403_accept", "400_key", "403_region", "403_account",
         "400_key_in_a_list", "400_key_expired")),
    Row("no such model or address (404)", f"{P} not_found", 1,
        ("404", "400_no_model", "400_no_such_model")),
    Row("article too long for the model (400, 413), also in windows of 1,000 characters", f"{P} too_long", 1,
        ("400_context", "413", "400_context_words", "500_context_words", "413_rate",
         "429_too_large", "400_input", "400_decoder", "500_decoder", "400_prompt", "400_count",
         "400_range", "400_window", "422_tokens", "400_for_model", "400_reduce", "400_exceeds")),
    Row("other bad requests, redirects", f"{P} rejected", 1,
        ("400", "422", "redirect_loop")),
    Row("a form of answers that the server does not take, nor another", f"{P} rejected", 2,
        ("400_schema",)),
    Row("an answer that is none: a web page, half of one, no JSON, no reply in it, over 4 MB",
        f"{P} unreadable", 2,
        ("200_html", "200_empty", "200_cut_json", "200_list", "200_null", "204", "bad_gzip",
         "bad_utf8", "choices_empty", "choices_null", "choices_missing", "message_null",
         "content_null", "huge", "endless", "bomb", "deep_body", "odd_choices", "odd_message",
         "odd_content", "200_error_unnamed", "endless_500")),
    Row("prompt or reply held back by a filter, or by moderation (400, 403, 451)", f"{R} filtered", 1,
        ("400_filter", "content_filter", "403_moderation", "200_error_moderation", "403_metadata",
         "403_guidelines", "403_policy", "400_risk", "400_inspection", "400_inappropriate",
         "400_usage_policy", "400_output", "400_high_risk", "403_safety", "403_guardrail",
         "400_sensitive", "400_sensitive_code", "422_sensitive", "400_not_passed",
         "400_by_moderation", "400_prohibited", "400_one_word", "400_terms", "451",
         "end_safety", "end_filtered", "end_sensitive")),
    Row("the model refuses", f"{R} refused", 1, ("refusal",)),
    Row("reply cut off (`length`), also with twice the room, in windows of 1,000 characters", f"{R} truncated", 2,
        ("length", "end_max_tokens", "end_MAX_TOKENS", "end_model_length", "end_max_output")),
    Row("no JSON, or not the schema, twice", f"{R} invalid", 2,
        ("plain_text", "bad_json", "missing_field", "wrong_type", "dup_keys", "nan", "deep",
         "400_json")),
    Row("`length`, but the reply is whole; a fence; an extra key; control characters; no usage",
        None, 1,
        ("length_ok", "fenced", "extra_key", "nul", "ctrl_chars", "lone_surrogate", "usage_null",
         "usage_missing", "odd_usage", "end_max_tokens_ok", "end_model_length_ok", "end_error_ok",
         "end_unknown_ok", "end_null_ok", "end_missing_ok")),
]  # fmt: skip


def cells(row: Row) -> tuple[str, str, str]:
    """The row as the page has it."""
    again = {1: "no", MAX_REQUESTS: "yes"}.get(row.requests, "once")
    if row.error is None:
        return row.what, "none: a summary", "1"
    error, kind = row.error.split()
    most = "`max_requests`" if row.requests == MAX_REQUESTS else str(row.requests)
    return row.what, f"`{error}`, `{kind}`", f"{again}: {most}"


def table(rows: Sequence[Row] = TABLE) -> str:
    """The table as Markdown."""
    head = ["| what happens | error, kind | tried again: most requests |", "|---|---|---|"]
    return "\n".join(head + [f"| {' | '.join(cells(row))} |" for row in rows])


def between(markers: tuple[str, str], block: str, text: str) -> str:
    """The text with this block between two markers."""
    begin, end = map(re.escape, markers)
    block = f"{markers[0]}\n\n{block}\n\n{markers[1]}"
    return re.sub(f"{begin}.*?{end}", lambda _: block, text, flags=re.DOTALL)


def on_page(text: str) -> str:
    """The page's text with the table as it should be."""
    return between(MARKERS, table(), text)


if __name__ == "__main__":
    PAGE.write_text(on_page(PAGE.read_text("utf-8")), "utf-8")
