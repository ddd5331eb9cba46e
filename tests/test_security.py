"""The key turns up nowhere, and what is logged is what is promised."""

from __future__ import annotations

import logging
import pickle
from pathlib import Path
from typing import Any

import pytest
from conftest import CANARY
from samples import ARTICLE, BAD, Serve, deal, reply

from summariser import (
    ProviderError,
    Summariser,
    SummariserError,
    recorded,
    to_csv,
    to_html,
    to_jsonl,
    to_text,
)


def summariser(server: Any, **options: Any) -> Summariser[Any]:
    return Summariser(model="m", base_url=server.base_url, api_key=CANARY, **options)


def test_the_key_goes_to_the_provider_and_nowhere_else(
    server: Serve, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Not into the log, a repr, a pickle, a cassette, a summary, a report or an export."""
    served = server(["503", "bad_json", "ok"], content=reply(deal(), BAD))
    tape = recorded(tmp_path / "tape.yaml", mode="once")
    with caplog.at_level(logging.DEBUG), tape, summariser(served) as shared:
        summary = shared.summarise(ARTICLE)
        shown = [repr(shared), repr(shared.client), str(vars(summary))]
    assert served.requests[0].headers["authorization"] == f"Bearer {CANARY}"
    written = [to_html(summary), to_text(summary), to_jsonl([summary]), to_csv([summary], "deals")]
    written += [summary.model_dump_json(), (tmp_path / "tape.yaml").read_text("utf-8")]
    assert "Lumen Rail" in caplog.text
    assert CANARY not in "".join([*shown, *written, caplog.text])
    assert CANARY.encode() not in pickle.dumps(summary)


def test_the_key_is_in_no_error(server: Serve, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever goes wrong, neither the error nor the log at its most talkative tells the key."""
    served = server(["ok"], content=reply(deal()))
    with caplog.at_level(logging.DEBUG), summariser(served, max_requests=1) as shared:
        for fault in ("401", "403", "429_quota", "reset", "200_html", "refusal", "deep"):
            served.plan = [fault]
            with pytest.raises(SummariserError) as caught:
                shared.summarise(ARTICLE)
            assert CANARY not in repr(caught.value) + repr(vars(caught.value))
    assert CANARY not in caplog.text


def test_a_password_in_the_address_is_not_shown() -> None:
    """A base_url with a user's name and password is shown without them."""
    shown = repr(Summariser(model="m", base_url=f"http://me:{CANARY}@127.0.0.1/v1?key={CANARY}"))
    assert CANARY not in shown
    assert "127.0.0.1/v1" in shown


# --- the log -------------------------------------------------------------------------------------


def lines(caplog: pytest.LogCaptureFixture, name: str = "summariser") -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name.startswith(name)]


def test_one_line_per_request(server: Serve, caplog: pytest.LogCaptureFixture) -> None:
    """At INFO: the model, which request, how it ended, tokens, milliseconds; no article."""
    served = server(["503", "bad_json", "ok"], content=reply(deal()))
    with caplog.at_level(logging.INFO, "summariser"):
        summariser(served).summarise(ARTICLE)
    said = [line.rpartition(",")[0] for line in lines(caplog)]
    assert said == [
        "m, request 1: unavailable, ? + ? tokens",
        "m, request 2: invalid, 100 + 50 tokens",
        "m, request 3: ok, 100 + 50 tokens",
    ]
    assert all(line.endswith(" ms") for line in lines(caplog))


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [("refusal", "refused"), ("hang", "cancelled"), ("200_html", "unreadable"), ("nan", "invalid")],
)
def test_a_line_for_what_fails(
    server: Serve, caplog: pytest.LogCaptureFixture, fault: str, outcome: str
) -> None:
    """A request that comes to nothing has its line too, also when the deadline ends it."""
    served = server([fault], content=reply())
    with caplog.at_level(logging.INFO, "summariser"), pytest.raises(SummariserError):
        summariser(served, max_requests=1, deadline=0.5).summarise(ARTICLE)
    (line,) = lines(caplog)
    assert line.startswith(f"m, request 1: {outcome}, ")


def test_articles_only_at_debug(server: Serve, caplog: pytest.LogCaptureFixture) -> None:
    """The article is in the log at DEBUG, and at no other level."""
    served = server(["ok"], content=reply(deal()))
    for level in (logging.INFO, logging.DEBUG):
        caplog.clear()
        with caplog.at_level(level, "summariser"):
            summariser(served).summarise(ARTICLE)
        assert ("said Ada Quill" in " ".join(lines(caplog))) == (level == logging.DEBUG)


def test_nothing_on_stderr_unless_asked(server: Serve, capfd: pytest.CaptureFixture[str]) -> None:
    """Without any logging set up, a failure says nothing but its error."""
    served = server(["bad_json"], content=reply(deal()))
    with pytest.raises(SummariserError):
        summariser(served).summarise(ARTICLE)
    assert capfd.readouterr() == ("", "")


def test_instructor_is_muted_in_our_calls_only(
    server: Serve, caplog: pytest.LogCaptureFixture
) -> None:
    """It would log what the model wrote; others who use it in the same process still see theirs."""
    served = server(["bad_json"], content=reply(deal()))
    before = logging.getLogger("instructor").level
    with caplog.at_level(logging.INFO), pytest.raises(SummariserError):
        summariser(served).summarise(ARTICLE)
    assert lines(caplog, "instructor") == []
    logging.getLogger("instructor.v2.retry").error("theirs")
    assert lines(caplog, "instructor") == ["theirs"]
    assert logging.getLogger("instructor").level == before


# --- bounds --------------------------------------------------------------------------------------


def test_a_client_of_ones_own_is_bounded_too(server: Serve) -> None:
    """An AsyncOpenAI given by the user follows no redirects and reads no endless answer."""
    import openai

    for fault in ("redirect_loop", "huge"):
        served = server([fault], content=reply())
        mine = openai.AsyncOpenAI(base_url=served.base_url, api_key=CANARY, max_retries=7)
        shared = Summariser(model="m", client=mine, max_requests=1)
        with shared, pytest.raises(ProviderError):
            shared.summarise(ARTICLE)
        assert len(served.requests) == 1
