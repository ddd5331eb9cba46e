"""The front door: what is public, and what opening it costs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import summariser


def test_all_public_names_are_listed() -> None:
    """``__all__`` and ``dir`` are sorted, and hold just what the package hands on."""
    stub = Path(summariser.__file__).with_suffix(".pyi").read_text("utf-8")
    handed_on = re.findall(r"^from \.\w+ import (\w+) as \1$", stub, re.MULTILINE)
    assert len(handed_on) == len(stub.splitlines())
    assert summariser.__all__ == dir(summariser) == sorted(handed_on)


def test_public_names_say_where_they_belong() -> None:
    """Every public class and function has a docstring of its own."""
    for name in summariser.__all__:
        thing = getattr(summariser, name)
        if isinstance(thing, type) or callable(thing):
            assert thing.__doc__, name


def test_importing_is_cheap_and_touches_no_network() -> None:
    """Neither openai nor instructor, nor anything that talks HTTP, is imported with all it hands on."""
    code = "import sys; from summariser import *; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "summariser.pipeline" in loaded
    heavy = {
        "openai",
        "instructor",
        "httpx2",
        "httpx",
        "aiohttp",
        "requests",
        "vcr",
        "babel",
        "rich",
    }
    assert not loaded & {*heavy, "jinja2", "typer", "tenacity", "pandas"}
