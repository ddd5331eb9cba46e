"""A run in several processes: one budget, one limit, one end; whoever is killed, nothing is lost."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import termios
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from command_line import EMPTY, ENVIRONMENT, KEY, corpus, day, exported, run, start, text, wait_for
from llm_server import LLMServer, Request, server_apart
from typer.testing import CliRunner

from summariser import Store
from summariser.__main__ import app

Serve = Callable[..., LLMServer]

pytestmark = [
    pytest.mark.heavy,
    pytest.mark.skipif(sys.platform != "linux", reason="finds processes by /proc"),
]


def workers_of(parent: int) -> list[int]:
    """The numbers of the processes that this one started."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z" and int(fields[1]) == parent:
            found.append(int(folder.name))
    return found


def is_alive(number: int) -> bool:
    """A zombie is not: nobody here is its parent."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "run.sqlite"


@pytest.fixture(autouse=True)
def _nobody_is_left() -> Iterator[None]:
    yield
    wait_for(lambda: not workers_of(os.getpid()))


def names(store: Path) -> list[str]:
    return sorted((str(name) for name in exported(store)), key=lambda name: int(name[1:]))


def test_workers_share_the_work(server: Serve, tmp_path: Path, store: Path) -> None:
    """Each article is asked about once and by several of them; there is one summary at the end."""
    served = server(content=EMPTY, latency=0.1)
    command = ("run", corpus(tmp_path, 60), "--store", store, "--base-url", served.base_url)
    with start(*command, "--workers", 3) as process:
        wait_for(lambda: len(served.requests) >= 30)
        assert len(workers_of(process.pid)) == 3
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, f"{store}: 60 done, 0 failed, 0 to do\n")
    assert Counter(map(day, served.requests)) == dict.fromkeys(range(60), 1)
    assert exported(store) == [f"a{number}" for number in range(60)]  # one run, in their order


def test_no_more_at_once_than_one_process_would(server: Serve, tmp_path: Path, store: Path) -> None:
    """--concurrency is of all workers together, also where it cannot be divided among them."""
    served = server(content=EMPTY, latency=0.1)
    command = ("run", corpus(tmp_path, 60), "--store", store, "--base-url", served.base_url)
    code, err = run(*command, "--workers", 2, "--concurrency", 5)
    assert (code, err) == (0, f"{store}: 60 done, 0 failed, 0 to do\n")
    assert served.peak == 5


@pytest.mark.parametrize("takes", [1, 6])
def test_what_is_known_of_the_limit_is_shared(tmp_path: Path, store: Path, takes: int) -> None:
    """A server that takes few requests at once is hardly asked for more, by all of them together."""
    with server_apart(content=EMPTY, latency=0.05, capacity=takes) as served:
        command = ("run", corpus(tmp_path, 150), "--store", store, "--base-url", served.base_url)
        code, err = run(*command, "--workers", 3, "--concurrency", 64)
        assert (code, err) == (0, f"{store}: 150 done, 0 failed, 0 to do\n")
    assert served.requests <= 1.2 * 150


@pytest.mark.parametrize("limit", [9_000, 12_000])
def test_a_budget_is_of_all_together(
    server: Serve, tmp_path: Path, store: Path, limit: int
) -> None:
    """--max-tokens ends the run before all workers together use more; another goes on from there."""
    served = server(content=EMPTY, latency=0.05)  # 150 tokens an answer
    command = ("run", corpus(tmp_path, 90), "--store", store, "--base-url", served.base_url)
    code, err = run(*command, "--workers", 3, "--max-tokens", limit)
    assert code == 2
    assert err.count(f"max_tokens={limit} leaves no room") == 1
    assert len(served.requests) > 20
    assert 150 * len(served.requests) <= limit
    paid = len(served.requests)
    assert f"{paid} done, 0 failed" in err
    assert run(*command, "--workers", 2)[0] == 0
    assert len(exported(store)) == 90
    assert len(served.requests) == 90


@pytest.mark.parametrize(("fault", "told"), [("401", "API key"), ("429_quota", "check plan")])
def test_what_no_article_would_survive_stops_all(
    server: Serve, tmp_path: Path, store: Path, fault: str, told: str
) -> None:
    """A wrong key ends all workers, is told once, and leaves the articles to do."""
    served = server([fault])
    command = ("run", corpus(tmp_path, 300), "--store", store, "--base-url", served.base_url)
    code, err = run(*command, "--workers", 3)
    assert code == 2
    assert err.count(told) == 1
    assert len(err.splitlines()) == 2
    assert " 0 failed" in err
    assert len(served.requests) < 50


def test_without_a_key_nothing_is_sent(tmp_path: Path, store: Path) -> None:
    """It is said as one process says it."""
    code, err = run("run", corpus(tmp_path, 3), "--store", store, "--workers", 2, key={})
    assert code == 2
    assert err.startswith("no model to ask: set OPENAI_API_KEY")


def test_failures_are_told_once(server: Serve, tmp_path: Path, store: Path) -> None:
    """Those of articles and of inputs, whichever worker met them; the exit code is 1."""
    served = server(lambda request: "refusal" if day(request) % 5 == 0 else "ok", content=EMPTY)
    command = ("run", corpus(tmp_path, 20), tmp_path / "no.txt", "--store", store)
    code, err = run(*command, "--base-url", served.base_url, "--workers", 2)
    assert code == 1
    assert err.count("the model refused") == 4
    assert err.count("no.txt: no such file") == 1
    assert err.count("16 done, 4 failed, 0 to do") == 1
    assert len(err.splitlines()) == 6


def test_an_outage_ends_all(tmp_path: Path, store: Path) -> None:
    """Failures in a row are counted over all workers."""
    command = ("run", corpus(tmp_path, 400), "--store", store, "--workers", 2)
    code, err = run(*command, "--base-url", "http://127.0.0.1:9/v1")
    assert code == 2
    assert err.count("100 articles in a row failed") == 1


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_all_at_once(
    server: Serve, tmp_path: Path, store: Path, how: signal.Signals
) -> None:
    """Nothing that was answered is asked for again, and nothing is left running."""
    thinks = True

    def plan(request: Request) -> str:
        return "ok" if request.number < 40 or not thinks else "hang"

    served = server(plan, content=EMPTY)
    command = ("run", corpus(tmp_path, 200), "--store", store, "--base-url", served.base_url,
               "--concurrency", 8, "--workers", 2)  # fmt: skip
    process = start(*command)
    wait_for(lambda: served.in_flight == 8 and len(served.requests) >= 48)
    workers = workers_of(process.pid)
    interrupted = time.monotonic()
    process.send_signal(how)
    _, err = process.communicate(timeout=30)
    took = time.monotonic() - interrupted
    assert process.returncode == 130
    assert err.startswith("interrupted: ")
    assert "40 done, 0 failed" in err
    assert len(err.splitlines()) == 2
    assert took < 8  # 2 s, and patience with a busy machine
    assert len(workers) == 2
    assert not any(map(is_alive, workers))
    thinks = False
    assert run(*command)[0] == 0
    assert names(store) == [f"a{number}" for number in range(200)]
    assert len(served.requests) == 208


@pytest.mark.parametrize("when", ["while workers start", "while they ask"])
def test_ctrl_c_in_a_terminal_is_heard_by_one(
    server: Serve, tmp_path: Path, store: Path, when: str
) -> None:
    """A terminal interrupts every process in its foreground: no worker says a word of it."""
    served = server(["hang"])
    process = subprocess.Popen(
        [sys.executable, "-m", "summariser", "run", corpus(tmp_path, 20), "--store", store,
         "--base-url", served.base_url, "--workers", "2"],
        stderr=subprocess.PIPE, text=True, env=ENVIRONMENT | KEY, process_group=0,
    )  # fmt: skip
    wait_for(lambda: len(workers_of(process.pid)) == 2)
    wait_for(lambda: served.in_flight == 8 or when == "while workers start")
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert len(err.splitlines()) == 2
    assert "Traceback" not in err


def test_a_worker_that_is_killed_leaves_its_articles_to_the_others(
    server: Serve, tmp_path: Path, store: Path
) -> None:
    """They are all done in the end, and paid for twice only if they were in flight."""
    served = server(content=EMPTY, latency=0.1)
    command = ("run", corpus(tmp_path, 120), "--store", store, "--base-url", served.base_url,
               "--concurrency", 8, "--workers", 2)  # fmt: skip
    with start(*command) as process:
        wait_for(lambda: len(served.requests) >= 40)
        os.kill(max(workers_of(process.pid)), signal.SIGKILL)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert err.startswith("a worker died (killed by signal 9): the others go on")
    assert err.endswith(f"{store}: 120 done, 0 failed, 0 to do\n")
    assert len(err.splitlines()) == 2
    assert names(store) == [f"a{number}" for number in range(120)]
    assert len(served.requests) <= 120 + 4


def test_if_all_workers_are_killed_the_run_stops(
    server: Serve, tmp_path: Path, store: Path
) -> None:
    """It says so, and the same command goes on from there."""
    served = server(content=EMPTY, latency=0.1)
    command = ("run", corpus(tmp_path, 100), "--store", store, "--base-url", served.base_url,
               "--concurrency", 8, "--workers", 2)  # fmt: skip
    with start(*command) as process:
        wait_for(lambda: len(served.requests) >= 20)
        for worker in workers_of(process.pid):
            os.kill(worker, signal.SIGKILL)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "all workers died, the last one so: killed by signal 9" in err
    assert run(*command)[0] == 0
    assert names(store) == [f"a{number}" for number in range(100)]
    assert len(served.requests) <= 100 + 8


def test_without_the_process_that_hands_out_the_workers_end(
    server: Serve, tmp_path: Path, store: Path
) -> None:
    """Also if it is killed: they end at once, and what they were answered is kept."""
    thinks = True

    def plan(request: Request) -> str:
        return "hang" if thinks and request.number >= 20 else "ok"

    served = server(plan, content=EMPTY)
    command = ("run", corpus(tmp_path, 60), "--store", store, "--base-url", served.base_url,
               "--concurrency", 8, "--workers", 2)  # fmt: skip
    with start(*command) as process:
        wait_for(lambda: served.in_flight == 8 and len(served.requests) >= 28)
        workers = workers_of(process.pid)
        process.kill()
        process.communicate()
    assert len(workers) == 2
    wait_for(lambda: not any(map(is_alive, workers)))
    thinks = False
    assert run(*command)[0] == 0
    assert names(store) == [f"a{number}" for number in range(60)]
    assert len(served.requests) == 68


def test_standard_input_is_read_once(server: Serve, tmp_path: Path, store: Path) -> None:
    """Its lines are shared out like those of a file."""
    served = server(content=EMPTY)
    done = subprocess.run(
        [sys.executable, "-m", "summariser", "run", "-", "--store", store, "--workers", "2",
         "--base-url", served.base_url],
        input=corpus(tmp_path, 30).read_bytes(), env=ENVIRONMENT | KEY, timeout=60,
        stderr=subprocess.PIPE,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert Counter(map(day, served.requests)) == dict.fromkeys(range(30), 1)


def test_every_worker_says_how_its_requests_went(
    server: Serve, tmp_path: Path, store: Path
) -> None:
    """With -v, on the one standard error."""
    served = server(content=EMPTY)
    command = ("run", corpus(tmp_path, 20), "--store", store, "--base-url", served.base_url)
    with start(*command, "--workers", 2, "-v") as process:
        _, err = process.communicate(timeout=60)
    assert len(re.findall("^gpt-5-mini, request 1: ok, 100 [+] 50 tokens", err, re.MULTILINE)) == 20


def test_asking_anew_is_agreed_to_once(server: Serve, tmp_path: Path, store: Path) -> None:
    """Before any worker is started."""
    served = server(content=EMPTY)
    command = ("run", corpus(tmp_path, 10), "--store", store, "--base-url", served.base_url,
               "--workers", 2)  # fmt: skip
    assert run(*command)[0] == 0
    code, err = run(*command, "--model", "another")
    assert code == 2
    assert err.count("10 of 10 articles were read with another") == 1
    code, err = run(*command, "--model", "another", "--yes")
    assert code == 0
    assert err.count("10 of 10 articles were read with another") == 1
    assert len(served.requests) == 20


def test_a_cassette_answers_all_workers(tmp_path: Path, store: Path) -> None:
    """No key and no network: each replays what the others do."""
    repository = Path(__file__).parents[2]
    code, err = run("run", *sorted((repository / "seeds").glob("*.txt")), "--store", store,
                    "--replay", repository / "cassettes" / "demo.yaml", "--workers", 2, key={})  # fmt: skip
    assert (code, err) == (0, f"{store}: 4 done, 0 failed, 0 to do\n")


def test_a_cassette_that_is_not_there_is_told_once(tmp_path: Path, store: Path) -> None:
    """Workers look for it, each for itself; the run ends with the first word of it."""
    code, err = run("run", corpus(tmp_path, 9), "--store", store, "--replay", tmp_path / "no.yaml",
                    "--workers", 3)  # fmt: skip
    assert code == 2
    assert err.count("no.yaml") == 1
    assert len(err.splitlines()) == 2


def test_a_run_of_what_is_there_starts_nobody(
    server: Serve, tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does a dry run: who hands out, knows what is done."""
    served = server(content=EMPTY)
    command = ("run", corpus(tmp_path, 5), "--store", store, "--base-url", served.base_url)
    assert run(*command)[0] == 0
    monkeypatch.setattr(subprocess, "Popen", None)
    code, err = run(*command, "--workers", 2)
    assert (code, err) == (0, f"{store}: 5 done, 0 failed, 0 to do\n")
    dry = CliRunner().invoke(app, [*map(str, command), "--workers", "2", "--dry-run"])
    assert dry.stdout.startswith("0 of 5 articles would be asked about")


def test_a_topic_of_ones_own(
    server: Serve, tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Workers find it where this process did."""
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "worn.py").write_text(
        '"""Coats."""\nfrom summariser import Summary\n\n\nclass Coats(Summary):\n    """Coats."""\n\n'
        '    overview: str\n    """What."""\n'
    )
    served = server(content={"overview": "Nothing."})
    code, err = run("run", corpus(tmp_path, 4), "--store", store, "--base-url", served.base_url,
                    "--schema", "worn:Coats", "--workers", 2)  # fmt: skip
    assert (code, err) == (0, f"{store}: 4 done, 0 failed, 0 to do\n")


def test_a_bar_shows_all_of_them(server: Serve, tmp_path: Path, store: Path) -> None:
    """One bar, with what all workers spent."""
    served = server(content=EMPTY)
    main, terminal = os.openpty()
    termios.tcsetwinsize(terminal, (24, 100))
    done = subprocess.run(
        [sys.executable, "-m", "summariser", "run", corpus(tmp_path, 8), "--store", store,
         "--base-url", served.base_url, "--workers", "2"],
        stderr=terminal, env=ENVIRONMENT | KEY | {"TERM": "xterm"}, timeout=60,
    )  # fmt: skip
    os.close(terminal)
    shown = os.read(main, 20_000).decode()
    os.close(main)
    assert done.returncode == 0
    assert re.search(r"8/8 \[.*1\.20k tokens, .*0 failed", shown.splitlines()[-2])
    assert "8 done, 0 failed, 0 to do" in shown


def test_the_same_text_under_two_names_is_asked_about_once(
    server: Serve, tmp_path: Path, store: Path
) -> None:
    """Though two workers come upon it at the same time; of one name two texts are kept."""
    lines = [("a", 1), ("b", 1), ("c", 2), ("c", 3)]
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(json.dumps({"id": name, "text": text(n)}) for name, n in lines))
    served = server(content=EMPTY, latency=0.3)
    code, _ = run("run", path, "--store", store, "--base-url", served.base_url, "--workers", 4)
    assert code == 0
    assert sorted(map(day, served.requests)) == [1, 2, 3]
    assert sorted(map(str, exported(store))) == ["a", "b", "c", "c"]
    with Store(store) as kept:
        assert kept.counts().inputs == 4
