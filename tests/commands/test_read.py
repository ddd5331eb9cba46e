"""The command line, as a newcomer meets it."""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from llm_server import Held, LLMServer, Request, completion
from record import ARTICLES, SEEDS
from samples import ARTICLE, deal, reply
from typer.testing import CliRunner

from summariser import from_jsonl
from summariser.__main__ import app

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "cassettes" / "demo.yaml"
EMPTY = {"summit": None, "overview": "Nothing.", "outcomes": [], "deals": [], "positions": []}
BAD_DEAL = {
    "evidence": [1], "text": "A deal.", "instrument": "contract", "status": "signed", "parties": [],
    "values": [{"verbatim": "$9 bn", "amount": "9000000000", "upper": None, "currency": "USD",
                "qualifier": "exact", "per": "total"}],
    "deliverables": [], "period": None, "place": None, "sector": None,
}  # fmt: skip


def run(*arguments: str, stdin: bytes = b"", **environment: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of the command."""
    done = subprocess.run(
        [sys.executable, "-m", "summariser", *arguments],
        input=stdin,
        capture_output=True,
        env={"PATH": "", "NO_PROXY": "127.0.0.1", "PYTHONUTF8": "1", **environment},
        timeout=60,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_it_reads_a_file_from_a_recording() -> None:
    """Facts, evidence and cost are printed, and nothing on standard error."""
    done = CliRunner().invoke(app, ["read", str(ARTICLES["c5plus1_ru"]), "--replay", str(DEMO)])
    assert (done.exit_code, done.stderr) == (0, "")
    for shown in (
        "DEALS",
        "John Deere",
        "2,500,000,000 USD",
        "[8] ",
        "written-by-hand",
        "1 request",
    ):
        assert shown in done.stdout


@pytest.mark.heavy
def test_json_is_one_object_a_line() -> None:
    """--json prints what can be read back, one summary a line."""
    files = [str(ARTICLES[stem]) for stem in SEEDS]
    code, out, _ = run("read", *files, "--replay", str(DEMO), "--json")
    assert code == 0
    assert len([json.loads(line)["deals"] for line in out.splitlines()]) == len(SEEDS) == 4


@pytest.mark.heavy
def test_without_a_key_two_lines_say_what_to_set() -> None:
    """Exit code 2, nothing on standard output, both ways out on standard error."""
    code, out, err = run("read", str(ARTICLES["c5plus1_ru"]))
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 2
    assert "OPENAI_API_KEY" in err
    assert "--base-url" in err


@pytest.mark.heavy
def test_an_article_that_is_not_recorded(tmp_path: Path) -> None:
    """The two lines again; the recorded article beside it is still printed."""
    (tmp_path / "new.txt").write_text("Nobody ever recorded this.", "utf-8")
    code, out, err = run(
        "read", str(tmp_path / "new.txt"), str(ARTICLES["c5plus1_ru"]), "--replay", str(DEMO)
    )
    assert code == 2
    assert "John Deere" in out
    assert len(err.splitlines()) == 2
    assert "OPENAI_API_KEY" in err


@pytest.mark.heavy
def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    """Each bad file is named with its fault, the good ones are printed, and the exit code is 1."""
    (tmp_path / "empty.txt").write_bytes(b" \n")
    (tmp_path / "latin1.txt").write_bytes("Gespräche über Öl".encode("latin-1"))
    code, out, err = run(
        "read", str(tmp_path / "missing.txt"), str(tmp_path / "empty.txt"), str(tmp_path),
        str(tmp_path / "latin1.txt"), str(ARTICLES["c5plus1_ru"]), "--replay", str(DEMO),
    )  # fmt: skip
    assert code == 1
    assert "John Deere" in out
    for name, fault in [
        ("missing.txt", "no such file"), ("empty.txt", "empty"), ("latin1.txt", "UTF-8"),
    ]:  # fmt: skip
        assert any(name in line and fault in line for line in err.splitlines()), err
    assert "Traceback" not in err


@pytest.mark.heavy
def test_standard_input(server: Callable[..., LLMServer]) -> None:
    """- reads the article from standard input."""
    served = server(["ok"], content=EMPTY)
    code, out, _ = run(
        "read", "-", "--base-url", served.base_url, stdin="Стороны встретились.".encode()
    )
    assert code == 0
    assert "none" in out
    assert "[1] Стороны встретились." in served.requests[0].body["messages"][1]["content"]


@pytest.mark.heavy
@pytest.mark.parametrize(("options", "code"), [([], 0), (["--strict"], 1)])
def test_strict_fails_if_anything_is_open(
    server: Callable[..., LLMServer], options: list[str], code: int
) -> None:
    """What no item cites is always shown; --strict also says so in the exit code."""
    served = server(["ok"], content=EMPTY)
    text = b"They met. It costs $9 billion."
    told, out, _ = run("read", "-", "--base-url", served.base_url, *options, stdin=text)
    assert told == code
    assert "OPEN (1)" in out
    assert "$9 billion" in out


@pytest.mark.heavy
@pytest.mark.parametrize(("options", "asked"), [([], 1), (["--on-open", "ask"], 2)])
def test_what_is_open_is_asked_about_if_one_likes(
    server: Callable[..., LLMServer], options: list[str], asked: int
) -> None:
    """One more request, whose prose is the reason."""
    served = server(["ok", completion({**EMPTY, "overview": "Too small."})], content=EMPTY)
    text = b"They met. It costs $9 billion."
    code, out, _ = run("read", "-", "--base-url", served.base_url, *options, stdin=text)
    assert code == 0
    assert len(served.requests) == asked
    assert ("the model: Too small." in out) == (asked == 2)


@pytest.mark.heavy
@pytest.mark.parametrize(("options", "code"), [([], 0), (["--strict"], 1)])
def test_strict_fails_if_anything_was_rejected(
    server: Callable[..., LLMServer], options: list[str], code: int
) -> None:
    """A rejected item is always shown with its reason; --strict also says so in the exit code."""
    served = server(["ok"], content={**EMPTY, "deals": [BAD_DEAL]})
    told, out, _ = run("read", "-", "--base-url", served.base_url, *options, stdin=b"They met.")
    assert told == code
    assert "REJECTED (1)" in out
    assert "$9 bn" in out


@pytest.mark.heavy
def test_a_wrong_key_is_told_so(server: Callable[..., LLMServer]) -> None:
    """A key that is refused costs one request, and is not printed."""
    served = server(["401"])
    code, out, err = run(
        "read", "-", stdin=b"They met.", OPENAI_BASE_URL=served.base_url, OPENAI_API_KEY="sk-canary"
    )
    assert (code, out) == (1, "")
    assert "401" in err
    assert "API key" in err
    assert "sk-canary" not in err
    assert len(served.requests) == 1


@pytest.mark.heavy
@pytest.mark.parametrize("content", [None, b"", b"{", b"- 1\n- 2\n", b"\xff\xfe"])
def test_a_bad_cassette_is_told_so(tmp_path: Path, content: bytes | None) -> None:
    """A cassette that is missing, empty or no cassette is one clear line."""
    path = tmp_path / "x.yaml"
    if content is not None:
        path.write_bytes(content)
    code, out, err = run("read", str(ARTICLES["c5plus1_ru"]), "--replay", str(path))
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert "x.yaml" in err


@pytest.mark.heavy
@pytest.mark.parametrize("options", [["read"], ["read", "x", "--no-such"], ["write"]])
def test_wrong_usage_is_told_so(options: list[str]) -> None:
    """A wrong call shows how to call it."""
    code, _, err = run(*options)
    assert code == 2
    assert "Usage" in err


@pytest.mark.heavy
def test_help_loads_nothing_that_reads() -> None:
    """What a command works with is imported when it is run, not to say what it does."""
    code = "import sys, summariser.__main__; print(*(name for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {"summariser.pipeline", "summariser.article.article", "summariser.schema.summary"}
    assert loaded.isdisjoint(done.stdout.split())


def test_help_names_all_options() -> None:
    """--help tells what there is."""
    code, out, _ = run("read", "--help", COLUMNS="100")
    assert code == 0
    for option in ("--model", "--base-url", "--language", "--json", "--replay", "--strict"):
        assert option in out


# --- several files -------------------------------------------------------------------------------


def files(folder: Path, number: int) -> list[str]:
    paths = [folder / f"{each}.txt" for each in range(number)]
    for each, path in enumerate(paths):
        path.write_text(f"They met on day {each}.", "utf-8")
    return [str(path) for path in paths]


def told(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, [*arguments], env={"OPENAI_API_KEY": "sk-canary"})
    assert isinstance(done.exception, SystemExit | None), done.exception
    return done.exit_code, done.stdout, done.stderr


def slower_first(request: Request) -> dict[str, Any]:
    """Later articles are answered before earlier ones."""
    day = re.search(r"on day (\d+)", request.body["messages"][1]["content"])
    assert day
    time.sleep(0.3 / (1 + int(day[1])))
    return completion({**EMPTY, "overview": f"They met on day {day[1]}."})


@pytest.mark.parametrize("options", [[], ["--json"]], ids=str)
def test_several_are_read_at_once_and_shown_in_order(
    server: Callable[..., LLMServer], tmp_path: Path, options: list[str]
) -> None:
    served = server(slower_first)
    code, out, _ = told(
        "read", *files(tmp_path, 5), "--base-url", served.base_url, "--concurrency", "3", *options
    )
    assert code == 0
    days = [int(day) for day in re.findall(r"They met on day (\d)", out)]
    assert days == sorted(days)
    assert set(days) == {0, 1, 2, 3, 4}
    assert 1 < served.peak <= 3


def test_each_summary_says_which_file_it_is_of(
    server: Callable[..., LLMServer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a line before it; equal articles are read once, and shown under both names."""
    monkeypatch.setenv("COLUMNS", "200")  # a longer path is cut
    served = server(content=EMPTY)
    paths = files(tmp_path, 2)
    (tmp_path / "same.txt").write_text("They met on day 0.", "utf-8")
    paths.append(str(tmp_path / "same.txt"))
    _, out, _ = told("read", *paths, "--base-url", served.base_url)
    lines = out.splitlines()
    assert [line for line in lines if line.endswith(".txt")] == paths
    assert lines[0] == paths[0]


@pytest.mark.parametrize("fault", ["401", "404", "429_quota", None], ids=str)
def test_what_concerns_all_files_ends_it(
    server: Callable[..., LLMServer], tmp_path: Path, fault: str | None
) -> None:
    """A rejected key, a used-up quota, an unknown model, no server: told once, of 20 files."""
    served = server([fault]) if fault else None
    url = served.base_url if served else "http://127.0.0.1:9/v1"
    code, out, err = told("read", *files(tmp_path, 20), "--base-url", url, "--concurrency", "2")
    assert (code, out) == (1, "")
    first, last = err.splitlines()
    assert first.startswith((str(tmp_path / "0.txt"), str(tmp_path / "1.txt")))
    assert last == "the other files were not read: none would fare better"
    if served:
        assert len(served.requests) <= 2


def test_failures_stand_in_the_json_too(server: Callable[..., LLMServer], tmp_path: Path) -> None:
    """In their place, as objects with an "error"; and on standard error, as ever."""
    paths = files(tmp_path, 3)
    served = server(
        lambda request: "plain_text" if "day 1" in str(request.body) else "ok", content=EMPTY
    )
    missing = str(tmp_path / "none.txt")
    code, out, err = told(
        "read", paths[0], missing, *paths[1:], "--json", "--base-url", served.base_url
    )
    assert code == 1
    objects = [json.loads(line) for line in out.splitlines()]
    assert ["error" in each for each in objects] == [False, True, True, False]
    unread, unusable = objects[1:3]
    assert (unread["error"], unread["place"]) == ("ArticleError", missing)
    assert "no such file" in unread["message"]
    assert (unusable["error"], unusable["kind"]) == ("ReplyError", "invalid")
    assert unusable["place"] == paths[1]
    with pytest.raises(ValueError, match="line 2 holds no SummitSummary, but says why"):
        from_jsonl(out)
    assert "none.txt" in err


def test_what_concerns_all_files_stands_in_the_json_once(
    server: Callable[..., LLMServer], tmp_path: Path
) -> None:
    served = server(["401"])
    _, out, _ = told("read", *files(tmp_path, 9), "--json", "--base-url", served.base_url)
    (told_of,) = map(json.loads, out.splitlines())
    assert (told_of["error"], told_of["kind"]) == ("ProviderError", "authentication")


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.heavy
def test_a_terminal_shows_that_something_is_under_way(
    server: Callable[..., LLMServer], tmp_path: Path
) -> None:
    """A spinner on standard error, and only if that is a terminal that can show one."""
    served = server(content=EMPTY, latency=0.5)
    (path,) = files(tmp_path, 1)
    shown = {}
    for term in ("xterm", "dumb"):
        master, slave = os.openpty()
        termios.tcsetwinsize(slave, (24, 80))
        done = subprocess.run(
            [sys.executable, "-m", "summariser", "read", path, "--base-url", served.base_url],
            stdout=subprocess.PIPE,
            stderr=slave,
            env={"PATH": "", "NO_PROXY": "127.0.0.1", "PYTHONUTF8": "1", "TERM": term},
            timeout=60,
        )
        os.close(slave)
        with contextlib.suppress(OSError):  # Linux says so at the end
            shown[term] = os.read(master, 10_000).decode(errors="replace")
        os.close(master)
        assert done.returncode == 0
    assert "gpt-5-mini" in shown["xterm"]
    assert "\x1b" not in shown.get("dumb", "")


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.heavy
@pytest.mark.parametrize("options", [[], ["--json"], ["-q"]], ids=["text", "json", "quiet"])
def test_a_terminal_shows_items_as_they_come(
    server: Callable[..., LLMServer], tmp_path: Path, options: list[str]
) -> None:
    """The first before the reply ends, on standard error, and gone in the end; standard output has
    what it has without a terminal.  With -q nothing moves, and no stream is asked for.
    """
    path = tmp_path / "norvik.txt"
    path.write_text(ARTICLE.text, "utf-8")
    more = deal("Another was denied.", evidence=[4], values=[], parties=[])
    whole = completion(reply(deal(), more))
    held = Held(whole, "Another")
    served = server(lambda request: held.reply if request.body.get("stream") else whole)
    command = [sys.executable, "-m", "summariser", "read", str(path), "--base-url", served.base_url]
    environment = {"PATH": "", "NO_PROXY": "127.0.0.1", "PYTHONUTF8": "1"}
    plain = subprocess.run(
        [*command, *options], capture_output=True, env=environment, timeout=60, check=True
    )
    master, slave = os.openpty()
    termios.tcsetwinsize(slave, (24, 80))
    with subprocess.Popen(
        [*command, *options],
        stdout=subprocess.PIPE,
        stderr=slave,
        env={**environment, "TERM": "xterm"},
    ) as lively:
        os.close(slave)
        shown = ""
        with contextlib.suppress(OSError):  # Linux says so at the end
            while part := os.read(master, 10_000):
                shown += part.decode(errors="replace")
                if "1 so far" in shown and "✓ Lumen Rail will build" in shown:
                    held.go_on.set()
        os.close(master)
        assert lively.stdout
        printed = lively.stdout.read()
    assert held.go_on.is_set() == (options != ["-q"])
    assert lively.returncode == 0
    assert "Another was denied" not in shown.rpartition("\x1b[2K")[2]
    assert printed == plain.stdout
    asked = [request.body.get("stream") for request in served.requests]
    assert asked == [None, True if held.go_on.is_set() else None]
