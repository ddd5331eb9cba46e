"""A command that replays loads no client: what it needs stands in the cassette."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from llm_server import LLMServer, completion
from provider_table import refuses

from summariser import Summariser, recorded

pytestmark = pytest.mark.heavy  # each starts two processes
Serve = Callable[..., LLMServer]
TEXT = "The port signed a contract with Selm Bank on Friday."
REPLY = {"summit": None, "overview": "They signed.", "outcomes": [], "deals": [], "positions": []}
GOOD = completion(json.dumps(REPLY))
READ = """
import sys
from summariser import Summariser, SummariserError
from summariser.llm import replayed
{before}
with replayed(sys.argv[1]) as tape:
    try:
        summary = Summariser(model="m").summarise(sys.argv[2])
        print(summary.overview, summary.usage.model_dump_json(), summary.provenance.mode)
    except SummariserError as error:
        print(type(error).__name__, error)
    print(tape.replayed)
print("loaded", *(name for name in ("openai", "vcr", "aiohttp") if name in sys.modules))
"""


def read(tape: Path, text: str = TEXT, before: str = "") -> list[str]:
    """What a new process says of the text, how many answers it took, and what it has loaded."""
    command = [sys.executable, "-c", READ.format(before=before), str(tape), text]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.rstrip("\n").split("\n")


PLANS: dict[str, tuple[Any, bool]] = {  # what the server answers; whether that takes the client
    "one answer": ([GOOD], False),
    "asked again": ([completion('{"no": "object"}'), GOOD], True),
    "a form that is refused": (refuses("This response_format is unavailable", "json_schema"), True),
    "an answer in parts": ([{**GOOD, "choices": [{"message": {"content": [
        {"type": "text", "text": json.dumps(REPLY)}]}, "finish_reason": "stop"}]}], True),
}  # fmt: skip


@pytest.mark.parametrize("label", PLANS)
def test_it_reads_what_it_would_read_over_http(server: Serve, tmp_path: Path, label: str) -> None:
    """The same comes out whether or not openai is there; it is loaded only if it is needed."""
    plan, is_needed = PLANS[label]
    tape = tmp_path / "tape.yaml"
    served = server(plan, content=REPLY)
    with recorded(tape, mode="once"), Summariser(model="m", base_url=served.base_url) as asked:
        asked.summarise(TEXT)
    *said, loaded = read(tape)
    *same, _ = read(tape, before="import openai")
    assert said == same
    assert "requests" in said[0], said
    assert ("openai" in loaded) == is_needed
    assert is_needed or loaded == "loaded"


def test_what_is_not_recorded_is_told(server: Serve, tmp_path: Path) -> None:
    """As ever: what differs, and what to do."""
    tape = tmp_path / "tape.yaml"
    with recorded(tape, mode="once"):
        Summariser(model="m", base_url=server([GOOD]).base_url).summarise(TEXT)
    said, count, _ = read(tape, "Another text.")
    assert said.startswith("NoRecording")
    assert "differs in messages[1]" in said
    assert count == "0"
