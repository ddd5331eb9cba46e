"""Durable runs, by the command line: interrupted, resumed, exported; nothing lost, nothing twice."""

from __future__ import annotations

import csv
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import termios
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from command_line import EMPTY, ENVIRONMENT, corpus, day, exported, run, start, text, wait_for
from extras import needs
from llm_server import LLMServer, Request, completion
from typer.testing import CliRunner

from summariser import Usage, from_jsonl
from summariser.__main__ import app
from summariser.llm.prices import price
from summariser.store import Store

Serve = Callable[..., LLMServer]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "run.sqlite"


def test_a_second_run_asks_for_nothing(server: Serve, tmp_path: Path, store: Path) -> None:
    """All articles are kept, under their ids and in their order; the same run again is free."""
    served = server(content=EMPTY)
    command = ("run", corpus(tmp_path, 20), "--store", store, "--base-url", served.base_url)
    assert run(*command) == (0, f"{store}: 20 done, 0 failed, 0 to do\n")
    assert run(*command)[0] == 0
    assert Counter(map(day, served.requests)) == dict.fromkeys(range(20), 1)
    assert exported(store) == [f"a{number}" for number in range(20)]


@pytest.mark.heavy
@pytest.mark.parametrize(
    "changed", [["--model", "another"], ["--language", "de"], ["--window", "500"]], ids=str
)
def test_another_question_is_another_key(
    server: Serve, tmp_path: Path, store: Path, changed: list[str]
) -> None:
    """With another model, language or window everything is asked for anew, once."""
    served = server(content=EMPTY)
    command = ("run", corpus(tmp_path, 3), "--store", store, "--base-url", served.base_url)
    for options in ([], [*changed, "--yes"], changed, []):
        assert run(*command, *options)[0] == 0
    assert len(served.requests) == 6
    assert len(exported(store)) == 3


def priced(*tokens: tuple[int, int] | None) -> Callable[[Request], dict[str, Any]]:
    """The answer about each day tells so many tokens, or says nothing of them; the last for all."""
    return lambda request: completion(EMPTY, usage=tokens[min(day(request), len(tokens) - 1)])


def another(tmp_path: Path, *names: str) -> Path:
    """The first articles of the corpus, and some that no earlier run had."""
    path = tmp_path / "others.jsonl"
    path.write_text("\n".join(json.dumps({"id": n, "text": text(int(n[1:]))}) for n in names))
    return path


@pytest.mark.parametrize(
    ("tokens", "told"),
    [([(700, 200)], "asking anew will take about 1,800 tokens\n"),
     ([None, (700, 200), None],
      "asking anew will take about 900 tokens, and what 1 more takes, which recorded none\n"),
     ([None], "how many tokens asking anew will take is not known, as none were recorded\n")],
    ids=["recorded", "in part", "not recorded"],
)  # fmt: skip
def test_what_asking_anew_will_take_is_said_before_it_is_asked(
    server: Serve, tmp_path: Path, store: Path, tokens: list[tuple[int, int] | None], told: str
) -> None:
    """After a change of model a run says it of its own inputs, once, and if nothing can be sent, too."""
    served = server(priced(*tokens))
    assert run("run", corpus(tmp_path, 4), "--store", store, "--base-url", served.base_url)[0] == 0
    sentence = (
        "2 of 3 articles were read with another prompt, model or setting "
        f"(summit.v2 of loopback): {told}"
    )
    command = ("run", another(tmp_path, "a1", "a2", "a9"), "--store", store, "--model", "another")
    code, err = run(*command, "--base-url", served.base_url)  # of which nobody was told to go on
    assert code == 2
    assert err.startswith(sentence)
    assert err.endswith("give --yes to ask anew, or the earlier prompt, model, setting\n")
    assert len(served.requests) == 4
    command = (*command, "--yes")
    code, err = run(*command, "--base-url", "http://127.0.0.1:9/v1")
    assert code == 1
    assert err.startswith(sentence)  # of the four in the store, the other two are not asked about
    _, err = run(*command, "--base-url", served.base_url)
    assert err.startswith(sentence)
    _, err = run(*command, "--base-url", served.base_url)
    assert "asking anew" not in err


@needs("genai_prices", extra="prices")
def test_asking_anew_has_a_price_where_the_model_has_one(
    server: Serve, tmp_path: Path, store: Path
) -> None:
    """It is what the new model takes today for what the old answers told."""
    served = server(priced((2_000_000, 1_000_000)))
    command = ("run", corpus(tmp_path, 2), "--store", store)
    assert run(*command, "--base-url", served.base_url)[0] == 0
    code, err = run(*command, "--model", "gpt-4o-mini", key={})
    one = Usage(input_tokens=2_000_000, output_tokens=1_000_000)
    cost = price("gpt-4o-mini", "https://api.openai.com/v1/", one)
    assert cost
    assert code == 2  # no key: nothing is sent
    assert f"will take about 6,000,000 tokens, about ${2 * cost:.2f}\n" in err


def test_a_new_or_corrected_article_is_not_called_asked_anew(
    server: Serve, tmp_path: Path, store: Path
) -> None:
    """With the same prompt and model nothing is said, of whatever an article became."""
    served = server(priced((700, 200)))
    path = corpus(tmp_path, 3)
    command = ("run", path, "--store", store, "--base-url", served.base_url)
    assert "asking anew" not in run(*command)[1]
    path.write_text(path.read_text("utf-8").replace("on day 1.", "on day 7."), "utf-8")
    assert "asking anew" not in run(*command)[1]
    assert len(served.requests) == 4


def test_what_was_asked_anew_before_a_run_ended_early_is_not_counted_again(
    server: Serve, tmp_path: Path, store: Path
) -> None:
    """A run that goes on says what is left of it."""
    served = server(priced((100, 50)))
    command = ("run", corpus(tmp_path, 3), "--store", store, "--base-url", served.base_url)
    assert run(*command)[0] == 0
    command = (*command, "--yes")
    assert run("run", another(tmp_path, "a0"), *command[2:], "--model", "another")[0] == 0
    refused = LLMServer(["401"])
    with refused:
        code, err = run(*command[:-2], refused.base_url, "--model", "another", "--yes")
    assert code == 2
    assert "2 of 3 articles" in err
    assert "2 of 3 articles were read" in run(*command, "--model", "another")[1]


def test_of_a_pipe_all_that_is_in_the_store_is_told(
    server: Serve, tmp_path: Path, store: Path
) -> None:
    """Standard input can be read only once: what the store holds is the best that is known."""
    served = server(priced((700, 200)))
    command = ("--store", store, "--base-url", served.base_url)
    assert run("run", corpus(tmp_path, 4), *command)[0] == 0
    environment = {"OPENAI_API_KEY": "none"}
    arguments = [*map(str, ("run", "-", *command, "--model", "another", "--yes"))]
    done = CliRunner().invoke(app, arguments, env=environment, input=text(9))
    assert done.stderr.startswith("4 of 4 articles in the store were read with another")
    assert len(served.requests) == 5


def test_an_article_that_changed_takes_the_place_of_the_old_one(
    server: Serve, tmp_path: Path, store: Path
) -> None:
    """Under the same id, a corrected text is read again, and only that."""
    served = server(content=EMPTY)
    path = corpus(tmp_path, 3)
    command = ("run", path, "--store", store, "--base-url", served.base_url)
    assert run(*command)[0] == 0
    path.write_text(path.read_text("utf-8").replace("on day 1.", "on day 7."), "utf-8")
    assert run(*command)[0] == 0
    assert [day(request) for request in served.requests[3:]] == [7]
    assert exported(store) == ["a0", "a1", "a2"]


def test_the_same_article_twice_costs_one_request(
    server: Serve, tmp_path: Path, store: Path
) -> None:
    """Two ids for one text share a result, and both are exported; two texts of one id are kept."""
    lines = [("a", 1), ("b", 1), ("c", 2), ("c", 3)]
    path = tmp_path / "articles.jsonl"
    entries = [json.dumps({"id": name, "text": text(number)}) for name, number in lines]
    path.write_text("\n".join(entries), "utf-8")
    served = server(content=EMPTY, latency=0.1)
    assert run("run", path, "--store", store, "--base-url", served.base_url)[0] == 0
    assert sorted(map(day, served.requests)) == [1, 2, 3]
    assert exported(store) == ["a", "b", "c", "c"]


def test_failures_are_kept_until_they_are_to_be_tried_again(
    server: Serve, tmp_path: Path, store: Path
) -> None:
    """What failed is told and not asked for again, unless --retry-failed says so."""
    fails = True
    served = server(
        lambda request: "refusal" if fails and day(request) == 2 else "ok", content=EMPTY
    )
    command = ("run", corpus(tmp_path, 4), "--store", store, "--base-url", served.base_url)
    code, err = run(*command)
    assert code == 1
    assert "articles.jsonl, line 3: the model refused" in err
    assert "3 done, 1 failed, 0 to do" in err
    assert run(*command)[0] == 1
    assert len(served.requests) == 4
    failed = tmp_path / "failed.jsonl"
    assert run("export", store, tmp_path / "x.jsonl", "--failed", failed)[0] == 0
    told = json.loads(failed.read_text("utf-8"))
    assert (told["name"], told["error"], told["kind"]) == ("a2", "ReplyError", "refused")
    fails = False
    assert run(*command, "--retry-failed")[0] == 0
    assert len(served.requests) == 5
    assert len(exported(store)) == 4


def test_bad_luck_is_tried_again_by_itself(server: Serve, tmp_path: Path, store: Path) -> None:
    """What the provider could not do is asked for again by the next run; other failures stay."""
    plan = {1: "400", 2: "500_no_retry"}
    served = server(lambda request: plan.get(day(request), "ok"), content=EMPTY)
    command = ("run", corpus(tmp_path, 4), "--store", store, "--base-url", "http://127.0.0.1:9/v1")
    code, err = run(*command)
    assert code == 1
    assert err.count("cannot be reached") == 4
    code, err = run(*command[:-1], served.base_url)
    assert code == 1
    assert "2 done, 2 failed, 0 to do" in err
    assert run(*command[:-1], served.base_url)[0] == 1
    assert len(served.requests) == 4


@pytest.mark.heavy
def test_an_outage_ends_a_run(tmp_path: Path, store: Path) -> None:
    """If nothing at all can be sent, a long run does not go on failing for hours."""
    command = (
        "run",
        corpus(tmp_path, 400),
        "--store",
        store,
        "--base-url",
        "http://127.0.0.1:9/v1",
    )
    code, err = run(*command)
    assert code == 2
    assert "100 articles in a row failed" in err
    assert "what was not read yet" in err


def test_an_export_does_not_overwrite_what_it_reads(
    server: Serve, tmp_path: Path, store: Path
) -> None:
    """Neither the store nor the other file is a place for the failures."""
    served = server(content=EMPTY)
    assert run("run", corpus(tmp_path, 2), "--store", store, "--base-url", served.base_url)[0] == 0
    out = tmp_path / "out.jsonl"
    for failed in (store, out, tmp_path / "failed.txt"):
        assert run("export", store, out, "--failed", failed)[0] == 2
    assert exported(store) == ["a0", "a1"]


def test_bad_inputs_do_not_stop_the_others(server: Serve, tmp_path: Path, store: Path) -> None:
    """Each is named with its fault; what can be read is read; the exit code is 1."""
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "good.txt").write_text(text(0), "utf-8")
    (folder / "binary.txt").write_bytes(b"\x00\x01\x02" * 100)
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "cut.jsonl").write_text(json.dumps({"id": "x", "text": text(1)}) + '\n{"text": "Ta')
    (folder / "long.txt").write_text("It rained. " * 500_000, "utf-8")
    served = server(content=EMPTY)
    code, err = run("run", folder, tmp_path / "no.txt", "--store", store, "--base-url", served.base_url)  # fmt: skip
    assert code == 1
    for told in ("binary.txt: this is binary", "cut.jsonl, line 2: the line is cut off",
                 "no.txt: no such file", "long.txt: "):  # fmt: skip
        assert told in err
    assert "png" not in err
    assert sorted(map(day, served.requests)) == [0, 1]
    assert exported(store) == ["x", str(folder / "good.txt")]


def test_nothing_to_read(server: Serve, tmp_path: Path, store: Path) -> None:
    """An empty file is an empty run, which is all right; an empty folder is an error."""
    (tmp_path / "none.jsonl").touch()
    (tmp_path / "empty").mkdir()
    assert run("run", tmp_path / "none.jsonl", "--store", store, "--base-url", "http://127.0.0.1:9/v1")[0] == 0  # fmt: skip
    code, err = run("run", tmp_path / "empty", "--store", store, "--base-url", "http://127.0.0.1:9/v1")  # fmt: skip
    assert code == 1
    assert "nothing to read" in err


@pytest.mark.heavy
@pytest.mark.parametrize(("fault", "told"), [("401", "API key"), ("429_quota", "quota")])
def test_a_run_stops_at_what_no_article_would_survive(
    server: Serve, tmp_path: Path, store: Path, fault: str, told: str
) -> None:
    """A wrong key or a used-up account ends the run; the articles are still to do, not failed."""
    broken = True
    served = server(lambda request: fault if broken else "ok", content=EMPTY)
    command = ("run", corpus(tmp_path, 500), "--store", store, "--base-url", served.base_url)
    code, err = run(*command)
    assert code == 2
    assert told in err
    assert " 0 failed" in err
    assert len(served.requests) < 50
    broken = False
    assert run(*command)[0] == 0
    assert len(exported(store)) == 500


def test_without_a_key_nothing_is_sent(tmp_path: Path, store: Path) -> None:
    """Two lines say what to set."""
    code, err = run("run", corpus(tmp_path, 3), "--store", store, key={})
    assert code == 2
    assert "OPENAI_API_KEY" in err
    assert "3 to do" in err or "0 done" in err


def test_a_budget_ends_a_run(server: Serve, tmp_path: Path, store: Path) -> None:
    """With --max-tokens the run ends before it would use more; the next one goes on from there."""
    served = server(content=EMPTY)  # 150 tokens an answer
    command = ("run", corpus(tmp_path, 60), "--store", store, "--base-url", served.base_url)
    code, err = run(*command, "--max-tokens", 9_000)
    assert code == 2
    assert "max_tokens" in err
    assert 20 < len(served.requests) <= 60
    assert 150 * len(served.requests) <= 9_000
    paid = len(served.requests)
    assert run(*command)[0] == 0
    assert len(exported(store)) == 60
    assert len(served.requests) == 60 > paid - 1


def done(path: Path) -> int:
    with Store(path, create=False) as store:
        return store.counts().done


@pytest.mark.heavy
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_a_run_at_once(
    server: Serve, tmp_path: Path, store: Path, how: signal.Signals
) -> None:
    """It ends within two seconds, says where it stands, and pays again only for what was in flight."""
    answered = 0

    def plan(request: Request) -> str:
        # From the 41st on, the server is thinking.
        return "ok" if request.number < 40 or answered else "hang"

    served = server(plan, content=EMPTY)
    command = ("run", corpus(tmp_path, 200), "--store", store, "--base-url", served.base_url,
               "--concurrency", 8)  # fmt: skip
    process = start(*command)
    wait_for(lambda: served.in_flight == 8 and len(served.requests) >= 48)
    wait_for(lambda: done(store) == 40)  # what was answered last is perhaps being checked
    interrupted = time.monotonic()
    process.send_signal(how)
    _, err = process.communicate(timeout=30)
    took = time.monotonic() - interrupted
    assert process.returncode == 130
    assert "interrupted" in err
    assert "40 done, 0 failed" in err
    assert "Traceback" not in err
    assert took < 8  # 2 s, and patience with a busy machine
    answered = 1
    assert run(*command)[0] == 0
    assert sorted(exported(store), key=lambda name: int(str(name)[1:])) == [
        f"a{n}" for n in range(200)
    ]
    assert len(served.requests) == 208


@pytest.mark.heavy
def test_after_kill_9_only_what_was_in_flight_is_paid_twice(
    server: Serve, tmp_path: Path, store: Path
) -> None:
    """Killed three times: every article exactly once in the export."""
    articles, at_once = 200, 8
    served = server(content=EMPTY, latency=0.05)
    command = ("run", corpus(tmp_path, articles), "--store", store, "--base-url", served.base_url,
               "--concurrency", at_once)  # fmt: skip
    for kill in (1, 2, 3):
        process = start(*command)
        wait_for(lambda kill=kill: len(served.requests) >= 45 * kill)
        process.kill()
        process.communicate()
    assert run(*command)[0] == 0
    assert sorted(exported(store), key=str) == sorted(f"a{number}" for number in range(articles))
    assert len(served.requests) <= articles + 3 * at_once


@pytest.mark.heavy
def test_a_repair_in_flight_at_the_kill_does_not_cost_the_first_answer(
    server: Serve, tmp_path: Path, store: Path
) -> None:
    """A reply that was answered is never paid for again, also if its article is not finished."""
    deal = {
        "evidence": [1], "text": "A deal.", "instrument": "contract", "status": "signed",
        "parties": [], "deliverables": [], "period": None, "place": None, "sector": None,
        "values": [{"verbatim": "$9 bn", "amount": "9000000000", "upper": None, "currency": "USD",
                    "qualifier": "exact", "per": "total"}],
    }  # fmt: skip
    thinking = True

    def plan(request: Request) -> Any:
        is_repair = len(request.body["messages"]) > 2
        return "hang" if is_repair and thinking else "ok"

    served = server(plan, content={**EMPTY, "deals": [deal]})
    command = ("run", corpus(tmp_path, 1), "--store", store, "--base-url", served.base_url)
    process = start(*command)
    wait_for(lambda: len(served.requests) == 2)
    process.kill()
    process.communicate()
    thinking = False
    assert run(*command)[0] == 0
    assert [len(request.body["messages"]) > 2 for request in served.requests] == [False, True, True]
    (summary,) = from_jsonl(store.with_suffix(".jsonl")) if exported(store) else ()
    assert summary.usage.requests == 2
    assert len(summary.rejected) == 1


@pytest.mark.heavy
def test_two_runs_at_once_share_the_work(server: Serve, tmp_path: Path, store: Path) -> None:
    """Two processes on one store pay for each article once, and both end well."""
    served = server(content=EMPTY, latency=0.05)
    command = ("run", corpus(tmp_path, 100), "--store", store, "--base-url", served.base_url)
    both = [start(*command), start(*command)]
    for process in both:
        _, err = process.communicate(timeout=100)
        assert process.returncode == 0, err
    assert Counter(map(day, served.requests)) == dict.fromkeys(range(100), 1)
    assert len(exported(store)) == 100


def test_a_table_and_a_page_can_be_exported(server: Serve, tmp_path: Path, store: Path) -> None:
    """.csv holds a row for each deal, with the article's id; .html a page; others are turned down."""
    deal = {
        "evidence": [1], "text": "=A deal.", "instrument": "contract", "status": "signed",
        "parties": [], "values": [], "deliverables": [], "period": None, "place": None,
        "sector": None,
    }  # fmt: skip
    served = server(content={**EMPTY, "deals": [deal]})
    assert run("run", corpus(tmp_path, 3), "--store", store, "--base-url", served.base_url)[0] == 0
    table, page = tmp_path / "deals.csv", tmp_path / "page.html"
    assert run("export", store, table)[0] == 0
    rows = list(csv.DictReader(table.read_text("utf-8").splitlines()))
    assert [row["article_name"] for row in rows] == ["a0", "a1", "a2"]
    assert [row["text"] for row in rows] == ["'=A deal."] * 3
    assert run("export", store, page)[0] == 0
    assert page.read_text("utf-8").count("A deal.") >= 3
    assert run("export", store, tmp_path / "deals.xlsx")[0] == 2
    assert run("export", tmp_path / "none.sqlite", table)[0] == 1


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a file in use stays where it is")
@pytest.mark.parametrize("name", [None, "elsewhere.sqlite"], ids=["removed", "moved"])
def test_a_store_that_goes_away_ends_a_run(
    server: Serve, tmp_path: Path, store: Path, name: str | None
) -> None:
    """Nobody is told that all is done where there is no file: one clear line, and exit code 2."""

    def answer(request: Request) -> dict[str, Any]:
        if request.number == 2:
            store.rename(tmp_path / name) if name else store.unlink()
        return completion(EMPTY)

    served = server(answer)
    command = ("run", corpus(tmp_path, 20), "--store", store, "--base-url", served.base_url)
    code, err = run(*command)
    assert code == 2
    assert f"{store}: the file was removed or replaced" in err
    assert "done" not in err
    assert len(err.splitlines()) == 1


@pytest.mark.skipif(os.name != "posix", reason="rights are those of POSIX")
def test_what_cannot_be_used_as_a_store(tmp_path: Path) -> None:
    """Another file, a folder, a folder that is not there: one clear line, and exit code 2."""
    article = corpus(tmp_path, 1)
    for path in (article, tmp_path, tmp_path / "nowhere" / "run.sqlite"):
        code, err = run("run", article, "--store", path, "--base-url", "http://127.0.0.1:9/v1")
        assert code == 2
        assert str(path) in err
        assert len(err.splitlines()) == 1
    assert json.loads(article.read_text("utf-8"))["id"] == "a0"


def test_a_locked_store_is_waited_for_once(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many articles wait for it, the run ends after one time of patience, with one line."""
    monkeypatch.setattr("summariser.commands.run._PATIENCE", 0.5)
    articles = corpus(tmp_path, 50)
    unreachable = ("--base-url", "http://127.0.0.1:9/v1")
    (tmp_path / "none.jsonl").touch()
    assert run("run", tmp_path / "none.jsonl", "--store", store, *unreachable)[0] == 0
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        code, err = run("run", articles, "--store", store, *unreachable)
        took = time.monotonic() - began
    assert code == 2
    assert "locked" in err
    assert took < 10  # 50 times 0.5 s would be 25


# --- before anything is asked --------------------------------------------------------------------


def dry(*arguments: Any) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["run", *map(str, arguments), "--dry-run"])
    assert isinstance(done.exception, SystemExit | None), done.exception
    return done.exit_code, done.stdout, done.stderr


def test_a_dry_run_asks_nobody_and_leaves_nothing(
    server: Serve, tmp_path: Path, store: Path
) -> None:
    """What is in the store is not counted; nor is an equal article, twice."""
    served = server(content=EMPTY)
    path = corpus(tmp_path, 4)
    asked = (path, path, "--store", store, "--base-url", served.base_url)
    code, out, _ = dry(*asked)
    assert code == 0
    assert out.startswith("4 of 8 articles would be asked about: 4 requests and at most ")
    assert served.requests == []
    assert not store.exists()
    run("run", another(tmp_path, "a1", "a2"), "--store", store, "--base-url", served.base_url)
    _, out, _ = dry(*asked)
    assert out.startswith("2 of 8 articles would be asked about: 2 requests ")
    assert len(served.requests) == 2


def test_a_dry_run_is_no_less_than_what_is_used(server: Serve, tmp_path: Path, store: Path) -> None:
    """Each window is a request; half a token a byte is what a run reckons with, too."""
    served = server(content=EMPTY)
    asked = (corpus(tmp_path, 2), "--store", store, "--base-url", served.base_url)
    _, out, _ = dry(*asked)
    run("run", *asked)
    sent = sum(len(request.raw) for request in served.requests)
    found = re.search(r"at most ([0-9,]+) tokens", out)
    assert found
    assert sent / 2 <= int(found[1].replace(",", "")) <= sent + 2 * 2_000


@needs("genai_prices", extra="prices")
def test_a_dry_run_has_a_price_where_the_model_has_one(tmp_path: Path, store: Path) -> None:
    """Nobody needs a key for it."""
    code, out, _ = dry(corpus(tmp_path, 3), "--store", store, "--model", "gpt-4o-mini")
    assert code == 0
    assert re.search(r" tokens, \$0\.\d\d, if", out)


def test_a_dry_run_tells_what_cannot_be_read_and_what_is_asked_anew(
    server: Serve, tmp_path: Path, store: Path
) -> None:
    served = server(priced((700, 200)))
    asked = ("--store", store, "--base-url", served.base_url)
    run("run", corpus(tmp_path, 2), *asked)
    code, out, err = dry(corpus(tmp_path, 2), tmp_path / "none.txt", *asked, "--model", "another")
    assert code == 1
    assert "none.txt: no such file" in err
    assert out.startswith("2 of 3 articles ")
    code, _, err = dry(corpus(tmp_path, 2), *asked, "--model", "another")
    assert code == 0
    assert "asking anew will take about 1,800 tokens" in err


@pytest.mark.heavy
@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("term", ["xterm", "dumb"])
def test_a_terminal_shows_how_much_there_is_to_do(
    server: Serve, tmp_path: Path, store: Path, term: str
) -> None:
    """The number of articles in all, from which the bar tells how long it takes."""
    served = server(content=EMPTY)
    main, terminal = os.openpty()
    termios.tcsetwinsize(terminal, (24, 80))
    done = subprocess.run(
        [sys.executable, "-m", "summariser", "run", corpus(tmp_path, 3), "--store", store,
         "--base-url", served.base_url],
        stderr=terminal, env={**ENVIRONMENT, "TERM": term}, timeout=60,
    )  # fmt: skip
    os.close(terminal)
    shown = os.read(main, 10_000).decode()
    os.close(main)
    assert done.returncode == 0
    assert ("/3 [" in shown) == (term == "xterm")
    assert "3 done, 0 failed, 0 to do" in shown


@pytest.mark.heavy
@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("answer", "asked", "code"), [("y", 2, 0), ("n", 1, 2)])
def test_on_a_terminal_one_is_asked_before_it_is_paid_again(
    server: Serve, tmp_path: Path, store: Path, answer: str, asked: int, code: int
) -> None:
    served = server(content=EMPTY)
    command = ("run", corpus(tmp_path, 1), "--store", store, "--base-url", served.base_url)
    assert run(*command)[0] == 0
    main, terminal = os.openpty()
    os.write(main, f"{answer}\n".encode())
    done = subprocess.run(
        [sys.executable, "-m", "summariser", *map(str, command), "--model", "another"],
        stdin=terminal, stderr=terminal, env=ENVIRONMENT, timeout=60,
    )  # fmt: skip
    os.close(terminal)
    os.close(main)
    assert (done.returncode, len(served.requests)) == (code, asked)
