"""``summariser check``: what it prints, and how it ends."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from summariser.__main__ import app

SOURCE = (
    "Norvik port signs crane deal\n\n"
    "The port of Norvik signed a contract for 24 cranes worth $2.5 billion with Laguna Yards on "
    "12 May 2025.\n\n“We will build it, but only if the grid pays,” said Ida Holm."
)
TRUE = "The port of Norvik orders 24 cranes from Laguna Yards."
RED = "The port of Norvik signed a contract for 24 cranes worth $2.6 billion."
YELLOW = "“We will build it,” said Ida Holm."


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a source."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "source.txt").write_text(SOURCE, encoding="utf-8")
    return tmp_path


def check(draft: str, *options: str, against: str = "source.txt", stdin: str = "") -> Result:
    """What the command does with a draft of these words."""
    Path("draft.txt").write_text(draft, encoding="utf-8")
    arguments = ["check", "draft.txt", "--against", against, *options]
    return CliRunner().invoke(app, arguments, input=stdin)


@pytest.mark.parametrize(
    ("draft", "options", "code"),
    [
        (TRUE, [], 0),
        ("It rained.", [], 0),
        ("It rained.", ["--strict"], 1),
        (TRUE, ["--strict"], 0),
        (RED, [], 1),
        (RED, ["--strict"], 1),
        (YELLOW, [], 0),
        (YELLOW, ["--strict"], 1),
        ("It cost $7.", [], 1),  # in no source
    ],
)
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_exit_codes(desk: Path, draft: str, options: list[str], code: int, form: str) -> None:
    """They tell what is red, and under --strict all that wants a look, however it is printed."""
    done = check(draft, *options, "--format", form)
    assert (done.exit_code, done.stderr) == (code, "")


def test_text_says_where_and_why(desk: Path) -> None:
    """The place as editors know it, the words, the reason, and the words of the source."""
    done = check(f"A title\n\nIt is true. {RED}")
    column = len("It is true. ") + RED.index("$") + 1
    assert f"draft.txt:3:{column} sum $2.6 billion" in done.stdout
    there = SOURCE.split("\n")[2].index("$") + 1
    assert f"source.txt:3:{there} " in done.stdout
    assert "$2.5 billion" in done.stdout
    assert "1 wants a look" in done.stdout


def test_json_is_one_claim_a_line(desk: Path) -> None:
    """Each with its file, place, verdict and what was found; also what is borne out."""
    done = check(RED, "--json")
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    assert {each["flagged"] for each in claims} == {True, False}
    (flagged,) = [each for each in claims if each["flagged"]]
    start = RED.index("$2.6")
    assert (flagged["file"], flagged["line"], flagged["column"]) == ("draft.txt", 1, start + 1)
    assert RED[flagged["column"] - 1 : flagged["end_column"] - 1] == flagged["text"]
    assert (flagged["kind"], flagged["verdict"]) == ("sum", "contradicted")
    found = flagged["found"]
    assert (found["file"], found["text"]) == ("source.txt", "$2.5 billion")
    assert SOURCE.split("\n")[found["line"] - 1][found["column"] - 1 :].startswith("$2.5 billion")


def test_github_annotations(desk: Path) -> None:
    """An error for red, a warning for yellow, nothing for what is borne out."""
    done = check(f"{RED}\n\n{YELLOW}", "--format", "github")
    error, warning = done.stdout.splitlines()
    assert error.startswith("::error file=draft.txt,line=1,")
    assert re.search(r"“\$2\.5 billion” .*\(source\.txt:3:[0-9]+\)$", error)
    assert warning.startswith("::warning file=draft.txt,line=3,")
    assert "title=quotation%3A unchecked::" in warning


def test_all_that_follows_against_are_sources(desk: Path) -> None:
    """As the shell spells out sources/*.txt; a folder, and the option again, are as good."""
    Path("draft.txt").write_text(
        "The ferry cost $7 million. A dock was sold for $8 million.", encoding="utf-8"
    )
    Path("a.txt").write_text("The ferry cost $7 million.", encoding="utf-8")
    Path("more").mkdir()
    Path("more/b.txt").write_text("A dock was sold for $8 million.", encoding="utf-8")
    for arguments in (
        ["draft.txt", "--against", "a.txt", "more/b.txt", "--strict"],
        ["--strict", "draft.txt", "--against", "a.txt", "--against", "more"],
    ):
        assert CliRunner().invoke(app, ["check", *arguments]).exit_code == 0
    alone = CliRunner().invoke(app, ["check", "draft.txt", "--against", "a.txt"])
    assert alone.exit_code == 1


def test_a_draft_is_no_source_of_its_own(desk: Path) -> None:
    """One that lies in the folder of its sources is not held against itself."""
    done = check(RED, against=".")
    assert done.exit_code == 1
    assert done.stderr.count("is the draft") == 1
    alone = CliRunner().invoke(app, ["check", "draft.txt", "--against", "draft.txt"])
    assert alone.exit_code == 2


def test_a_source_that_cannot_be_read_is_told(desk: Path) -> None:
    """The others are still used, and the exit code says that one is missing."""
    done = check(TRUE, "gone.txt")
    assert done.exit_code == 1
    assert done.stderr == "gone.txt: no such file\n"
    assert "none want a look" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["gone.txt", "--against", "source.txt"], "gone.txt: no such file"),
        (["source.txt", "--against", "gone.txt"], "gone.txt: no such file"),
        (["two.jsonl", "--against", "source.txt"], "one article"),
        (["none.jsonl", "--against", "source.txt"], "one article"),
        (["empty.txt", "--against", "source.txt"], "empty"),
        (["source.txt"], "--against"),
        (["--against", "source.txt"], "DRAFT"),
        (["-", "--against", "-"], "standard input"),
        (["source.txt", "--against", "source.txt", "--json", "--format", "github"], "one of them"),
        (["draft.txt", "--against", "source.txt", "--language", "?"], "language"),
    ],
)
def test_what_cannot_be_done_is_told(desk: Path, arguments: list[str], told: str) -> None:
    """In a line or two, with exit code 2."""
    Path("draft.txt").write_text(TRUE, encoding="utf-8")
    Path("two.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n', encoding="utf-8")
    Path("none.jsonl").write_text("", encoding="utf-8")
    Path("empty.txt").write_text(" \n", encoding="utf-8")
    done = CliRunner().invoke(app, ["check", *arguments])
    assert done.exit_code == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_standard_input_is_a_draft(desk: Path) -> None:
    """Its lines count from its beginning."""
    done = CliRunner().invoke(app, ["check", "-", "--against", "source.txt"], input=f"\n\n{RED}")
    assert done.exit_code == 1
    assert f"✗ 3:{RED.index('$') + 1} sum $2.6 billion" in done.stdout


def test_the_language_can_be_given(desk: Path) -> None:
    """A draft in another language than its source is compared by figures, dates and names."""
    done = check(TRUE, "--language", "fr")
    assert "note: the source is in en, the draft in fr" in done.stdout


def test_help_says_that_no_model_is_needed() -> None:
    """Nor a key, nor a network."""
    done = CliRunner().invoke(app, ["check", "--help"], env={"COLUMNS": "100"})
    assert "No model, no key and no network are needed." in done.stdout


def test_the_page_is_written(desk: Path) -> None:
    """Beside what is printed; where it cannot be, that is told."""
    done = check(RED, "--html", "page.html")
    assert (done.exit_code, done.stderr) == (1, "page.html: 4 claims\n")
    assert "$2.6 billion" in done.stdout
    assert "$2.6 billion" in Path("page.html").read_text("utf-8")
    nowhere = check(TRUE, "--html", "no/page.html")
    assert nowhere.exit_code == 1
    assert nowhere.stderr == "no/page.html: cannot be written: No such file or directory\n"


EXAMPLES = Path(__file__).parents[2] / "examples" / "drafts"
INSTALLED = Path(sys.executable).parent


@pytest.mark.heavy
@pytest.mark.parametrize(("draft", "code"), [(TRUE, 0), (RED, 1)])
def test_the_hook_checks_each_draft(desk: Path, draft: str, code: int) -> None:
    """The example for pre-commit, called as pre-commit calls it: with all files at the end."""
    hooks = yaml.safe_load((EXAMPLES / ".pre-commit-config.yaml").read_text("utf-8"))
    (hook,) = hooks["repos"][0]["hooks"]
    Path("sources").mkdir()
    Path("source.txt").rename("sources/a.txt")
    Path("drafts").mkdir()
    Path("drafts/one.md").write_text(draft, encoding="utf-8")
    Path("drafts/two.txt").write_text(TRUE, encoding="utf-8")
    files = sorted(map(str, Path("drafts").iterdir()))
    assert all(re.search(hook["files"], each) for each in files)
    environment = {"PATH": f"{INSTALLED}:/usr/bin:/bin", "PYTHONUTF8": "1"}
    command = [*shlex.split(hook["entry"]), *files]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (code, "")
    assert done.stdout.count("claims:") == 2


@pytest.mark.heavy
@pytest.mark.parametrize(("draft", "code"), [(TRUE, 0), (RED, 1)])
def test_the_workflow_checks_each_draft(desk: Path, draft: str, code: int) -> None:
    """The example for GitHub, run as its shell runs it."""
    steps = yaml.safe_load((EXAMPLES / "check-drafts.yml").read_text("utf-8"))["jobs"]["check"][
        "steps"
    ]
    Path("sources").mkdir()
    Path("source.txt").rename("sources/a.txt")
    Path("drafts").mkdir()
    Path("drafts/one.md").write_text(draft, encoding="utf-8")
    Path("drafts/two.md").write_text(TRUE, encoding="utf-8")
    environment = {"PATH": f"{INSTALLED}:/usr/bin:/bin", "PYTHONUTF8": "1"}
    command = ["sh", "-e", "-c", steps[-1]["run"]]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (code, "")
    assert done.stdout.count("::error file=drafts/one.md,line=1,") == code
