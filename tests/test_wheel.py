"""The built wheel works away from the checkout, with the prompts it carries."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
from collections.abc import Callable
from pathlib import Path

import pytest
from llm_server import LLMServer

ROOT = Path(__file__).parent.parent

SCRIPT = """
import json, sys, summariser
summary = summariser.Summariser(model="m", base_url=sys.argv[1]).summarise("They met. They parted.")
print(json.dumps([summariser.__file__, summary.overview, summary.provenance.version]))
"""


def call(*command: str | Path, cwd: Path) -> str:
    # Nothing of the checkout may be found by accident.
    environment = {name: os.environ[name] for name in os.environ if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a new environment that holds the wheel, and sees what it depends on."""
    folder = tmp_path_factory.mktemp("wheel")
    call(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
    environment = folder / "environment"
    venv.create(environment, with_pip=False)
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    site = Path(
        call(python, "-c", "import site; print(site.getsitepackages()[0])", cwd=folder).strip()
    )
    call(sys.executable, "-m", "zipfile", "-e", wheel, site, cwd=folder)
    # Offline: the dependencies come from where the tests run.  A path in a .pth file is searched,
    # but the .pth files in that path are not read, so the checkout stays out of sight.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    # Somebody else's distribution that is called as our import package lends us nothing.
    strange = site / "summariser-99.0.dist-info"
    strange.mkdir()
    (strange / "METADATA").write_text("Metadata-Version: 2.1\nName: summariser\nVersion: 99.0\n")
    return python


@pytest.mark.heavy
def test_the_wheel_summarises_with_its_own_prompts(
    python: Path, server: Callable[..., LLMServer], tmp_path: Path
) -> None:
    """Installed alone, it sends the shipped prompt and reads the reply."""
    empty = {"summit": None, "overview": "Talks.", "outcomes": [], "deals": [], "positions": []}
    served = server(["ok"], content=empty)
    file, overview, version = json.loads(call(python, "-c", SCRIPT, served.base_url, cwd=tmp_path))
    assert not Path(file).is_relative_to(ROOT)
    assert overview == "Talks."
    assert (
        version == tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    )
    sent = served.requests[0].body["messages"][0]["content"]
    for name in ("citing.v1", "amounts.v1"):
        assert (ROOT / "prompts" / f"{name}.jinja").read_text("utf-8").strip() in sent


def test_the_wheel_carries_types_and_a_command(python: Path, tmp_path: Path) -> None:
    """py.typed, every prompt and the entry point are in the wheel; tests and seeds are not."""
    package = Path(
        call(python, "-c", "import summariser; print(summariser.__file__)", cwd=tmp_path).strip()
    )
    package = package.parent
    assert (package / "py.typed").exists()
    shipped = {path.name for path in (package / "templates").iterdir()}
    assert shipped == {path.name for path in (ROOT / "prompts").iterdir()}
    assert not (package.parent / "tests").exists()
    (entry,) = package.parent.glob("summit_summariser-*.dist-info/entry_points.txt")
    assert "summariser = summariser.__main__:app" in entry.read_text()


def test_its_requirements_keep_old_releases_out(python: Path, tmp_path: Path) -> None:
    """The lower bounds without which pip falls back to releases of 2024 are in the metadata."""
    code = (
        "from importlib.metadata import requires; print(*requires('summit-summariser'), sep='\\n')"
    )
    required = call(python, "-c", code, cwd=tmp_path)
    for bound in (
        "openai[aiohttp]<4,>=3",
        "instructor<2,>=1.17",
        "vcrpy<10,>=9.2",
        "pydantic<3,>=2.12",
    ):
        assert bound in required
