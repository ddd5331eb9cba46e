"""What people are told to install is this checkout: on the index, the name `summariser` is another's.

Nor is the name of this distribution registered there: whoever asks the index for it would get
whatever somebody puts under it.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

import summariser
from summariser.installation import DISTRIBUTION, install_hint

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]

# Put together here, so that this file tells nobody either.
OTHERS = "summ" + "ariser"
OWN = f"summit-{OTHERS}"

_FROM_THE_INDEX = re.compile(
    rf"""
    (?: \b(?: pip3?(?:\.[0-9]+)? \s+ (?:install|download|wheel)
          | uv \s+ (?:add | pip\s+install | tool\s+(?:install|run)) | uvx
          | pipx \s+ (?:install|run|inject|upgrade)
          | (?:poetry|pdm|rye|hatch|pixi) \s+ add
          | (?:conda|mamba|micromamba|pixi) \s+ install
          | easy_install )
        (?: \s+ | [^\n;&|#`]*? [ \t,] )          # options and other packages, on the same line
        [\\"'`]* (?i: (?:summit[-_.]+)? {OTHERS} ) (?! [-\w/] | \.\w )
    )
    | (?<![-\w.]) {OTHERS} \[ [a-z]              # a requirement with an extra
    | (?<![-\w.]) {OTHERS} \s* [=<>~!]=? \s* [0-9]  # or with a version
    """,
    re.VERBOSE,
)


def sends_to_the_index(text: str) -> list[str]:
    """The places that tell people, or a tool, to fetch such a name from an index."""
    return [found[0] for found in _FROM_THE_INDEX.finditer(text.replace("\\\n", " "))]


@pytest.mark.parametrize("name", [OTHERS, OWN, OWN.replace("-", "_"), OTHERS.capitalize()])
@pytest.mark.parametrize(
    "command",
    [
        "pip install NAME",
        "pip install -U NAME",
        "pip install --upgrade 'NAME'",
        "pip3 install NAME==0.1",
        ".venv/bin/python -m pip install --quiet NAME",
        "%pip install NAME",
        '"!pip install -U \\"NAME\\"\\n",',
        "pip install pandas NAME",
        "pip install \\\n    NAME",
        "pip install\n    NAME",
        "`pip install NAME`",
        "uv add NAME",
        'uv pip install "NAME"',
        "uv tool install NAME",
        "uvx NAME read a.txt",
        "pipx install NAME",
        "pipx run NAME",
        "poetry add NAME",
        "conda install -c conda-forge NAME",
    ],
)
def test_what_sends_people_to_the_index_is_found(command: str, name: str) -> None:
    """In any quoting, with any options, by any of the usual tools, in any spelling of the name."""
    assert sends_to_the_index(f"To begin:\n{command.replace('NAME', name)}\nThat is all.\n")


@pytest.mark.parametrize(
    "requirement",
    [
        "NAME[web]",
        "'NAME[pandas]'",
        "`NAME[ray]`",
        "NAME[pandas,web]>=0.1",
        "NAME>=0.1",
        "NAME == 1",
    ],
)
def test_a_requirement_is_found(requirement: str) -> None:
    """Whoever reads the name with an extra or a version types it after an installer."""
    assert sends_to_the_index(f"needs {requirement.replace('NAME', OTHERS)}, if installed")


@pytest.mark.parametrize(
    "text",
    [
        "pip install -e '.[web]'",
        "pip install -e . && NAME read a.txt",
        "pip install -e .\nNAME read a.txt",
        "`pip install -e .` makes the command `NAME`",
        "pip install ./dist/summit_NAME-0.1.0-py3-none-any.whl",
        "python -m NAME read a.txt",
        "import NAME",
        "uv run NAME read a.txt",
        'all = ["summit-NAME[pandas]"]',
        "Summariser[S]",
        "NAME/NAME.py",
    ],
)
def test_what_stays_with_the_checkout_is_not(text: str) -> None:
    """Installing the checkout, and using what was installed, is what people should do."""
    assert sends_to_the_index(text.replace("NAME", OTHERS)) == []


def files() -> list[Path]:
    """All that a reader of the project may see; what tools left lying about is not."""
    left = {"__pycache__", "dist", "build", "node_modules"}
    return [
        path
        for path in ROOT.rglob("*")
        if path.is_file()
        and not any(
            part in left or part.endswith(".egg-info") or (part.startswith(".") and part != ".ci")
            for part in path.relative_to(ROOT).parent.parts
        )
    ]


@pytest.mark.heavy
def test_no_text_sends_people_to_the_index() -> None:
    """README, docs, docstrings, messages, notebook, Makefile, pyproject: all name the checkout."""
    there = files()
    assert {ROOT / name for name in ("pyproject.toml", "README.md", "Makefile", ".ci/run")} <= {
        *there
    }
    said = {
        str(path.relative_to(ROOT)): found
        for path in there
        if (found := sends_to_the_index(path.read_text("utf-8", errors="replace")))
    }
    assert said == {}


def test_the_distribution_has_a_name_of_its_own() -> None:
    """The code knows the name that pyproject gives, and the extras know each other by it."""
    assert PROJECT["name"] == DISTRIBUTION == OWN
    assert PROJECT["scripts"] == {OTHERS: f"{OTHERS}.__main__:app"}
    named = {need for needs in EXTRAS.values() for need in needs if OTHERS in need}
    assert named
    assert all(need.startswith(f"{OWN}[") for need in named)


@pytest.mark.parametrize("extra", ["pandas", "web", "prices", "ray"])
def test_a_hint_names_an_extra_that_exists(extra: str) -> None:
    """The hint is the command to type, in the checkout."""
    assert extra in EXTRAS
    assert install_hint(extra) == f"pip install -e '.[{extra}]' in the checkout"


def test_every_hint_of_the_code_is_made_in_one_place() -> None:
    """When the name is registered, one line has to change."""
    package = ROOT / OTHERS
    told = [path.name for path in package.rglob("*.py") if "pip install" in path.read_text("utf-8")]
    assert told == ["installation.py"]
    hints = [
        extra
        for path in package.rglob("*.py")
        for extra in re.findall(r"""install_hint\(["'](\w+)["']\)""", path.read_text("utf-8"))
    ]
    assert {*hints} >= {"pandas", "web", "prices"}
    assert {*hints} <= EXTRAS.keys()


def test_the_version_is_that_of_this_distribution(tmp_path: Path) -> None:
    """Another distribution that is called as the import package lends it no number."""
    assert summariser.__version__ == version(OWN) == PROJECT["version"]
    strange = tmp_path / f"{OTHERS}-99.0.dist-info"
    strange.mkdir()
    (strange / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {OTHERS}\nVersion: 99.0\n")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from importlib.metadata import version"
        f"; import {OTHERS}; print(version({OTHERS!r}), {OTHERS}.__version__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["99.0", PROJECT["version"]]


def test_without_an_installation_the_version_is_unknown(tmp_path: Path) -> None:
    """A copy of the files that nobody installed works: no reply is lost for want of a number."""
    code = f"""
import importlib.metadata, sys
def missing(name):
    raise importlib.metadata.PackageNotFoundError(name)
importlib.metadata.version = missing
import {OTHERS}
print({OTHERS}.__version__)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.split() == ["unknown"]
