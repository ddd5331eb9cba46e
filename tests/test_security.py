"""The key turns up nowhere, and what is logged is what is promised."""

from __future__ import annotations

import json
import logging
import pickle
from pathlib import Path
from typing import Any

import pytest
from conftest import CANARY
from llm_server import completion
from samples import ARTICLE, BAD, Serve, deal, reply

from summariser import (
    ProviderError,
    Store,
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


# --- servers that quote the key ------------------------------------------------------------------


def echoing(key: str, content: str) -> dict[str, Any]:
    """A whole completion that quotes the key wherever a server may."""
    told = completion(content)
    told |= {"id": f"chatcmpl-{key}", "model": f"m-{key}", "system_fingerprint": key}
    return told


ESCAPES = [
    lambda key: key,
    lambda key: json.dumps(key)[1:-1].replace("-", "\\u002d"),
    lambda key: "".join(f"\\u{ord(c):04X}" for c in key),
]


@pytest.mark.heavy
@pytest.mark.parametrize("escaped", ESCAPES, ids=["plain", "escaped", "all escaped"])
@pytest.mark.parametrize("is_sound", [True, False], ids=["summary", "no JSON"])
def test_a_key_that_a_server_echoes(
    server: Serve, tmp_path: Path, caplog: pytest.LogCaptureFixture, escaped: Any, is_sound: bool
) -> None:
    """It is cut out before anything keeps it: summary, error, log, cassette, store."""
    sound = json.dumps(reply(deal(text="Your key is KEY."), overview="KEY"))
    content = sound.replace("KEY", escaped(CANARY)) if is_sound else f"You sent {CANARY}: no."
    served = server([echoing(CANARY, content)] * 3)
    tape, path = tmp_path / "tape.yaml", tmp_path / "run.sqlite"
    with (
        caplog.at_level(logging.DEBUG, "summariser"),
        recorded(tape, mode="once"),
        summariser(served) as shared,
        Store(path) as store,
    ):
        (result,) = shared.summarise_many([ARTICLE], store=store)
    if is_sound:
        assert result.overview == "…"
        assert result.provenance.model == "m-…"
        kept = result.model_dump_json()
    else:
        assert result.raw == "You sent …: no."
        kept = repr(vars(result)) + str(result)
    assert served.requests
    for said in (kept, caplog.text, tape.read_text("utf-8"), str(path.read_bytes())):
        assert CANARY not in said
        assert json.dumps(CANARY)[1:-1] not in said


@pytest.mark.heavy
@pytest.mark.parametrize(
    "address", ["{0}?api-key={1}", "{0}?token={1}&api-version=2025-11-01", "http://me:{1}@{2}"]
)
@pytest.mark.parametrize("fault", ["401", "404", "refusal", "echo"])
def test_a_key_in_the_address(
    server: Serve, caplog: pytest.LogCaptureFixture, address: str, fault: str
) -> None:
    """Where an address holds a key, no error and no log repeats it."""
    echo = echoing(CANARY, f"You sent {CANARY}.")
    served = server([echo if fault == "echo" else fault] * 4)
    host = served.base_url.partition("//")[2]
    shared = Summariser(
        model="m", base_url=address.format(served.base_url, CANARY, host), api_key="k", max_requests=1
    )  # fmt: skip
    log = caplog.at_level(logging.DEBUG, "summariser")
    with log, shared, pytest.raises(SummariserError) as caught:
        shared.summarise(ARTICLE)
    assert CANARY not in repr(caught.value) + repr(vars(caught.value)) + caplog.text


def test_words_are_no_secrets(server: Serve) -> None:
    """A short key, and what else stands in an address, is left where it is said."""
    sound = reply(deal(), overview="none of it on 2025-11-01")
    address = "{}?api-version=2025-11-01"
    served = server(["ok"], content=sound)
    with Summariser(model="m", base_url=address.format(served.base_url), api_key="none") as shared:
        assert shared.summarise(ARTICLE).overview == "none of it on 2025-11-01"
