"""What went wrong below, in our own terms: which error, whether waiting helps, what to do about it.

Together with `client` the only file that knows openai.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from .errors import NoRecording, ProviderError, SummariserError

if TYPE_CHECKING:
    from openai import APIStatusError


def provider_error(error: Exception, key: str) -> SummariserError:
    """What openai raised, as one of our errors; programming errors pass through unchanged."""
    import openai

    unrecorded = _unrecorded(error)
    if unrecorded is not None:
        return unrecorded
    if isinstance(error, openai.APIStatusError):
        return _status_error(error, key)
    if isinstance(error, openai.APITimeoutError):
        return ProviderError("the provider did not answer in time", kind="unreachable")
    if isinstance(error, openai.APIConnectionError):
        detail = _plain(error.__cause__ or error, key)
        return ProviderError(
            f"the provider cannot be reached ({detail}): "
            "check the network, and base_url if you set one",
            kind="unreachable",
        )
    if isinstance(error, openai.OpenAIError | ValueError | TypeError):
        return ProviderError(
            f"the server's answer cannot be read ({_plain(error, key)})", kind="unreadable"
        )
    raise error


_KINDS: dict[int, ProviderError.Kind] = {
    401: "authentication", 403: "authentication", 404: "not_found",
    408: "unavailable", 409: "unavailable", 429: "rate_limit",
}  # fmt: skip

_ADVICE: dict[ProviderError.Kind, str] = {
    "authentication": "check the API key (OPENAI_API_KEY or api_key=)",
    "not_found": "check the model's name and base_url",
    "rate_limit": "send fewer requests at a time, or try again later",
    "quota": "the account's quota is used up: check plan and billing",
    "rejected": "the request itself is at fault; see the provider's words",
    "unavailable": "try again later",
}


def _status_error(error: APIStatusError, key: str) -> ProviderError:
    status = error.status_code
    kind = _KINDS.get(status, "unavailable" if status >= 500 else "rejected")
    if error.code == "insufficient_quota" or error.type == "insufficient_quota":
        kind = "quota"
    if error.response.headers.get("x-should-retry") == "false" and kind in (
        "unavailable",
        "rate_limit",
    ):
        kind = "rejected"
    return ProviderError(
        f"HTTP {status}: {_plain(error, key)}: {_ADVICE[kind]}",
        kind=kind,
        status=status,
        retry_after=_retry_after(error.response.headers),
    )


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds the provider asks to wait: given in ms, in s, or as a date; None if unreadable."""
    with suppress(KeyError, ValueError):
        return _sane(float(headers["retry-after-ms"]) / 1000)
    with suppress(KeyError, ValueError):
        return _sane(float(headers["retry-after"]))
    with suppress(KeyError, ValueError):
        until = parsedate_to_datetime(headers["retry-after"])
        return _sane((until - datetime.now(UTC)).total_seconds())
    return None


def _sane(seconds: float) -> float | None:
    return seconds if 0 < seconds < 1e9 else None


def _plain(error: BaseException, key: str) -> str:
    """The error's words in one short line, without the key."""
    body = getattr(error, "body", None)
    words = body.get("message") if isinstance(body, dict) else None
    line = " ".join(str(words or error or type(error).__name__).split())
    return (line.replace(key, "…") if key else line)[:200]


def _unrecorded(error: BaseException | None) -> NoRecording | None:
    """The NoRecording that openai wrapped in an error of its own, if it is one."""
    while error is not None and not isinstance(error, NoRecording):
        error = error.__cause__ or error.__context__
    return error
