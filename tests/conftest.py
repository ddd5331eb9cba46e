"""What all tests share: no network but loopback, no keys from outside, none left behind.

pytest-socket would be the library for the first, but its ``--allow-hosts`` guards ``connect``
alone: names are still looked up, datagrams still sent.  An audit hook sees all of these.
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from extras import REQUIRED, wants
from hypothesis import settings
from llm_server import LLMServer

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Machines are shared and noisy: how long an example takes says nothing about the code.
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")

# Scripts that need an extra, which is not there in the small ring of tests.
collect_ignore = ["picture.py", "tour.py", "tiny_llama.py"]

CANARY = "sk-canary-5f3a9c1e7b2d4860"  # the key that must turn up nowhere
LOOPBACK = {"127.0.0.1", "::1", "localhost", "", None}
ADDRESSES = {"socket.connect", "socket.sendto", "socket.sendmsg"}  # (socket, address)
NAMES = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}  # (host, …)
CHROMIUM = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-default-apps",
]  # fmt: skip
PROVIDERS = ("OPENAI_", "AZURE_", "ANTHROPIC_", "GEMINI_", "GOOGLE_", "OLLAMA_", "SUMMARISER_")


def _loopback_only(event: str, arguments: tuple[Any, ...]) -> None:
    host: Any = None
    if event in NAMES:
        host = arguments[0]
    elif event in ADDRESSES and isinstance(arguments[1], tuple):  # else it is a Unix socket
        host = arguments[1][0]
    if host not in LOOPBACK:
        raise RuntimeError(f"tests reach loopback only, not {host} ({event})")


sys.addaudithook(_loopback_only)  # for good: there is no way to remove one


gc.disable()  # nothing that is collected, ten thousand tests and their rows, is garbage


def pytest_collection_finish() -> None:
    """Nor is it looked through again and again while they run, which took a sixth of their time."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips what needs an extra that is not installed; where all are required, it runs and fails."""
    if not REQUIRED:
        for want in wants(item):
            pytest.skip(want)


@pytest.fixture(autouse=True, scope="session")
def _no_keys_and_no_long_waits() -> Iterator[None]:
    """No test depends on, or spends, the developer's own keys; no proxy hides the loopback.

    Waits between attempts are real, but short.
    """
    with pytest.MonkeyPatch.context() as monkeypatch:
        for name in os.environ:
            if name.startswith(PROVIDERS):
                monkeypatch.delenv(name)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
        monkeypatch.setenv("SUMMARISER_CONFIG", "")  # whoever runs this may have a file
        # The loopback speaks no TLS: no client need read the system's certificates.
        monkeypatch.delenv("SSL_CERT_FILE", raising=False)
        monkeypatch.setenv("SSL_CERT_DIR", str(Path(__file__).parent))
        monkeypatch.setattr("summariser.llm.retries.pace", 0.02)
        yield


@pytest.fixture
def server() -> Iterator[Callable[..., LLMServer]]:
    """``server(plan, content=…)`` starts a server that ends with the test."""
    with ExitStack() as servers:
        yield lambda *args, **options: servers.enter_context(LLMServer(*args, **options))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's own Chromium."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        (pytest.fail if REQUIRED else pytest.skip)("no Chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        yield running
        running.close()


@pytest.fixture
def canary() -> str:
    """A key to give to every client: the end of the session searches all files for it."""
    return CANARY


def files_with_canary(folder: Path) -> list[Path]:
    """The files below ``folder`` that hold the canary key."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path for path in files if CANARY.encode() in path.read_bytes()]


@pytest.fixture(scope="session", autouse=True)
def _no_key_left_behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    yield
    assert not files_with_canary(tmp_path_factory.getbasetemp())
