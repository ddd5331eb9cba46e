"""What went wrong below, in our own terms: which error, and what to do about it.

Together with `client` the only file that knows openai.  Whether an error is worth another request
is up to `retries`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Literal

from ..errors import ProviderError, ReplyError, SummariserError
from .modes import is_refusal
from .secrets import secrets, without

if TYPE_CHECKING:
    from openai import APIStatusError, AsyncOpenAI

Kind = ProviderError.Kind | Literal["filtered", "invalid"]


class Unsupported(ProviderError):  # noqa: N818  # reads better where it is caught
    """The server does not take the form in which JSON was asked for: it may take another.

    It is no error of its own to anybody outside: see `plain`.

    Attributes:
        said: the server's words, and what it names.
    """

    said = ""

    def plain(self) -> ProviderError:
        """What it is if there is no other form."""
        return ProviderError(
            str(self), kind=self.kind, status=self.status, retry_after=self.retry_after
        )


# What the provider calls it counts for more than the HTTP status, which may even be 200 …
_CODES: dict[str, Kind] = {
    "insufficient_quota": "quota", "billing_hard_limit_reached": "quota",
    "context_length_exceeded": "too_long", "exceed_context_size_error": "too_long",
    "content_filter": "filtered", "content_policy_violation": "filtered",
    "data_inspection_failed": "filtered", "censorship_blocked": "filtered",
    "invalid_api_key": "authentication", "authentication_error": "authentication",
    "API_KEY_INVALID": "authentication",
    "model_not_found": "not_found",
    "json_validate_failed": "invalid",
}  # fmt: skip

# … unless it is a name for whatever went wrong: then the status says more, if it says anything.
_GENERIC: dict[str, Kind] = {
    "rate_limit_exceeded": "rate_limit", "rate_limit_error": "rate_limit",
    "RESOURCE_EXHAUSTED": "rate_limit", "engine_overloaded_error": "rate_limit",
    "server_error": "unavailable", "overloaded_error": "unavailable", "UNAVAILABLE": "unavailable",
    "server_is_overloaded": "unavailable",
}  # fmt: skip

_STATUSES: dict[int, Kind] = {
    401: "authentication", 402: "quota", 403: "authentication", 404: "not_found",
    408: "unavailable", 409: "unavailable", 413: "too_long", 429: "rate_limit", 451: "filtered",
}  # fmt: skip

# What many have no code for, or only one that says less.  What is held against the account, such
# as earlier violations, is none of the article's.
_WORDS: dict[Kind, str] = {
    "quota": r"credit balance is too low|insufficient (account )?(balance|credits?|funds|quota)"
        r"|(out of|no|not enough|used all available|run out of) credits?\b|in arrears|arrearage"
        r"|spending (limit|cap)|monthly limit .{0,40}(reached|exceeded)|余额不足|欠费",
    "too_long": r"context.?(length|size|window)|(prompt|input|request|message|conversation)s?"
        r"( \(?[^.;]{0,40}\)?)? (is|are|was|were) too (long|large|big)|request too large"
        r"|too many (input |prompt )?tokens|(maximum|max) number of (input )?tokens"
        r"|longer than the (maximum|max|model)|max_model_len|maximum (model|input|prompt|sequence)"
        r".?length|(exceed\w*|greater than|more than|over) .{0,30}"
        r"\b(token (limit|count)|max\w* (\w+ )?(input|prompt|tokens?)\b)"
        r"|input (token|length).{0,60}(exceed|limit|should be)|reduce the length|prompt exceeds"
        r"|tokens?`?\b.{0,40}must be <|超长|过长",
    "not_found": r"\bmodel\b.{0,80}\b(not exist|not found|no longer (exists|available))"
        r"|(unknown|no such|nonexistent) model\b|not a valid model",
    "authentication": r"api.?key (is )?not valid|(incorrect|invalid|wrong|missing|expired) api.?key"
        r"|api.?key (is )?(invalid|expired|missing|disabled|not found)"
        r"|access .{0,20}(terminated|suspended|deactivated)"
        r"|account .{0,40}(suspended|deactivated|disabled|not active)",
    "filtered": r"requires moderation|content exists risk|content (management )?policy viol"
        r"|violat\w+ .{0,30}content (management )?policy|content management policy"
        r"|content.?policy.?violation|content filter|considered high risk"
        r"|safety (filter|system)|guardrail"
        r"|(not passed|rejected|blocked) by .{0,20}moderation|moderation is not passed"
        r"|sensitive.{0,3}(content|word)|(new|input|output)_sensitive|prohibited_content"
        r"|riskdetected|敏感|\b(input|output|prompt|content|text)\b.{0,60}"
        r"\b(flagged|inappropriate|violat\w+ .{0,40}(polic|guideline|terms))"
        r"(?! by firewall| accounts)",
    "unavailable": r"(currently|temporarily) (overloaded|unavailable)",
}  # fmt: skip
# What some call a rate limit, though no later request would fare better.
_NEVER: dict[Kind, str] = {"quota": _WORDS["quota"], "too_long": "request too large"}

_ADVICE: dict[Kind, str] = {
    "authentication": "check the API key (api_key=, or the provider's variable), and the account",
    "not_found": "check the model's name and base_url",
    "rate_limit": "send fewer requests at a time, or try again later",
    "quota": "the account's quota is used up: check plan and billing",
    "too_long": "the article does not fit the model: shorten it, or use a model with more room",
    "filtered": "the provider's content filter turned the prompt down",
    "rejected": "the request itself is at fault; see the provider's words",
    "unavailable": "try again later",
    "invalid": "the provider did not pass on what the model wrote",
    "unreadable": "check base_url, or try again later",
}
_MOVED = "the server points elsewhere, which is not followed: check base_url"


def provider_error(error: Exception, secrets: Secrets) -> SummariserError:
    """Whatever was raised while a request was under way, as one of our errors."""
    import httpx2
    import openai

    below = _chain(error)
    for each in below:
        if isinstance(each, SummariserError):  # a recording's, or the cap on a reply's size
            return each
    if isinstance(error, openai.APIStatusError):
        return _status_error(error, secrets)
    if type(error) is openai.APIError and error.body:  # in the middle of a stream
        return told_error(error.body, secrets)
    if isinstance(error, openai.APITimeoutError):
        return ProviderError(
            "the provider sent nothing for too long: raise timeout= if the model is slow",
            kind="timeout",
        )
    is_garbled = any(isinstance(each, httpx2.DecodingError) for each in below)
    if isinstance(error, openai.APIConnectionError) and not is_garbled:
        return ProviderError(
            f"the provider cannot be reached ({_words(below[1:] or below, secrets)}): "
            "check the network, and base_url if you set one",
            kind="unreachable",
        )
    return unreadable(_words(below, secrets))


def unreadable(detail: str) -> ProviderError:
    """The answer is none of a model: a web page, half of it, something else altogether."""
    return ProviderError(
        f"the server's answer cannot be read ({detail}): {_ADVICE['unreadable']}",
        kind="unreadable",
    )


def told_error(told: Any, secrets: Secrets) -> SummariserError:
    """The error that some servers send with status 200, or in a stream."""
    told = told if isinstance(told, dict) else {"message": told}
    code = str(told.get("code"))
    status = int(code) if re.fullmatch("[45][0-9][0-9]", code) else None
    return _told(told, _words_in(told) or "no reason given", status, secrets, {})


def _status_error(error: APIStatusError, secrets: Secrets) -> SummariserError:
    body, headers = error.body, error.response.headers
    if isinstance(body, list) and body and isinstance(body[0], dict):  # so does Gemini
        body = body[0].get("error", body[0])
    return _told(body, _words_in(body) or str(error), error.status_code, secrets, headers)


def refuses_form(status: int, body: Any) -> bool:
    """Whether a response turns a request down for the form in which JSON was asked for."""
    if isinstance(body, list) and body:
        body = body[0]
    told = body.get("error", body) if isinstance(body, dict) else body
    error = _told(told, _words_in(told), status, Secrets([], []), {})
    return isinstance(error, Unsupported)


def _words_in(body: Any) -> str:
    """What an error says, wherever it stands; not what it quotes of the request."""
    if isinstance(body, str):
        return body
    if isinstance(body, list):  # of FastAPI's, an entry for each field
        return "; ".join(filter(None, map(_words_in, body[:5])))
    if not isinstance(body, dict):
        return ""
    place = body.get("loc")
    where = ".".join(map(str, place)) + ": " if isinstance(place, list) else ""
    said = (_words_in(body.get(name)) for name in ("message", "msg", "detail", "error"))
    return where + next(filter(None, said), "") if where or body else ""


def _told(
    body: Any, said: str, status: int | None, secrets: Secrets, headers: Mapping[str, str]
) -> SummariserError:
    names = _names_in(body)
    named = next((_CODES[name] for name in names if name in _CODES), None)
    kind = named or _kind_of(status, names)
    all_said = " ".join([said, *names])
    if kind in ("rejected", "unavailable") or (status == 403 and not named):
        kind = "filtered" if _is_flagged(body) else _kind_by_words(all_said, _WORDS) or kind
    elif kind == "rate_limit":
        kind = _kind_by_words(all_said, _NEVER) or kind
    if kind in ("rate_limit", "unavailable") and headers.get("x-should-retry") == "false":
        kind = "rejected"
    advice = _MOVED if status and status < 400 else _ADVICE[kind]
    source = f"HTTP {status}" if status else "the server's answer is an error"
    message = f"{source}: {secrets.hide(said)}: {advice}"
    if kind == "filtered" or kind == "invalid":  # which mypy does not follow
        raw = body.get("failed_generation") if isinstance(body, dict) else None
        return ReplyError(message, kind=kind, raw=raw if isinstance(raw, str) else "")
    if kind in ("rejected", "not_found", "unreadable") and not named and is_refusal(all_said):
        unsupported = Unsupported(message, kind=kind, status=status)
        unsupported.said = all_said
        return unsupported
    return ProviderError(message, kind=kind, status=status, retry_after=_retry_after(headers))


def _names_in(body: Any) -> list[str]:
    """What an error is called, and what it is about."""
    if not isinstance(body, dict):
        return []
    named = [body.get(name) for name in ("code", "type", "status", "param")]
    details = body.get("details")
    if isinstance(details, list):  # of Google's
        named += [each.get("reason") for each in details if isinstance(each, dict)]
    return [name for name in named if isinstance(name, str)]


def _kind_of(status: int | None, names: list[str]) -> Kind:
    generic = next((_GENERIC[name] for name in names if name in _GENERIC), None)
    if status in _STATUSES and not (generic and status == 403):  # which stands for anything
        return _STATUSES[status]
    if status is None:
        return generic or "unreadable"
    return generic or ("unavailable" if status >= 500 else "rejected")


def _kind_by_words(said: str, words: Mapping[Kind, str]) -> Kind | None:
    found = (kind for kind in words if re.search(words[kind], said, re.IGNORECASE))
    return next(found, None)


def _is_flagged(body: Any) -> bool:
    """OpenRouter's moderation says so beside the words."""
    metadata = body.get("metadata") if isinstance(body, dict) else None
    return isinstance(metadata, dict) and "flagged_input" in metadata


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds the provider asks to wait: given in ms, in s, or as a date; None if unreadable."""
    with suppress(KeyError, ValueError):
        return _sane(float(headers["retry-after-ms"]) / 1000)
    with suppress(KeyError, ValueError):
        return _sane(float(headers["retry-after"]))
    with suppress(KeyError, ValueError, OverflowError):
        until = parsedate_to_datetime(headers["retry-after"])
        until = until if until.tzinfo else until.replace(tzinfo=UTC)
        return _sane((until - datetime.now(UTC)).total_seconds())
    return None


def _sane(seconds: float) -> float | None:
    return seconds if 0 < seconds < 1e9 else None


def hidden(openai: AsyncOpenAI) -> list[str]:
    """What openai's client tells a server in confidence."""
    return [openai.api_key, *secrets(str(openai.base_url), openai.default_headers)]


class Secrets:
    """What no error may repeat, though servers like to quote it: the key, and the article."""

    _OVERLAP = 16  # characters in a row: no coincidence

    def __init__(self, hidden: list[str], texts: list[str]) -> None:
        self._hidden = hidden
        self._texts = texts

    @classmethod
    def of(cls, openai: AsyncOpenAI, texts: list[str]) -> Secrets:
        """Those of what openai's client sends."""
        return cls(hidden(openai), texts)

    def cut_out(self, said: str) -> str:
        """All of it, without the key."""
        return without(said, self._hidden)

    def hide(self, said: str) -> str:
        """In one short line, without the key; nothing at all if it repeats the article."""
        line = self.cut_out(_line(said))[:200]
        texts = "\n".join(self._texts)
        texts = _line(texts) + json.dumps(texts)
        starts = range(len(line) - self._OVERLAP + 1)
        if any(line[start : start + self._OVERLAP] in texts for start in starts):
            return "it repeats the article"
        return line


def _line(text: str) -> str:
    return " ".join(text.split())


def _chain(error: BaseException | None) -> list[BaseException]:
    chain: list[BaseException] = []
    while error is not None and error not in chain:
        chain.append(error)
        error = error.__cause__ or error.__context__
    return chain


def _words(chain: list[BaseException], secrets: Secrets) -> str:
    return secrets.hide(str(chain[0]) or type(chain[0]).__name__)
