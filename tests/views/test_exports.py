"""The front door: what is public, and what opening it costs."""

from __future__ import annotations

import subprocess
import sys

import summariser


def test_all_public_names_are_listed() -> None:
    """``__all__`` is sorted, and holds just what the package hands on."""
    modules = {name for name in vars(summariser) if name in sys.modules or name.startswith("_")}
    submodules = {name for name in vars(summariser) if f"summariser.{name}" in sys.modules}
    public = set(vars(summariser)) - modules - submodules
    assert set(summariser.__all__) == public
    assert summariser.__all__ == sorted(summariser.__all__)


def test_public_names_say_where_they_belong() -> None:
    """Every public class and function has a docstring of its own."""
    for name in summariser.__all__:
        thing = getattr(summariser, name)
        if isinstance(thing, type) or callable(thing):
            assert thing.__doc__, name


def test_importing_is_cheap_and_touches_no_network() -> None:
    """Neither openai nor instructor, nor anything that talks HTTP, is imported with the package."""
    code = "import sys, summariser; print(*sorted(sys.modules))"
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
