"""What nobody foresaw befalls one article: it is that article's error, and keeps its reply."""

from __future__ import annotations

import asyncio
import json
import logging
import pickle
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import CANARY
from extras import needs
from forged import forge
from llm_server import LLMServer, completion
from samples import ARTICLE, BAD, deal, reply, summariser
from typer.testing import CliRunner

from summariser import Article, InternalError, Store, SummariserError, Summary, read_inputs
from summariser.__main__ import app
from summariser.article.files import Input
from summariser.cluster import SummariseBatch
from summariser.llm import reply as reading_of_a_text
from summariser.reading import window
from summariser.unforeseen import MOST_IN_A_ROW, attempt, sparing

Serve = Callable[..., LLMServer]
Break = Callable[..., None]

web = needs("trafilatura", "webencodings", extra="web")
ray = needs("pyarrow", extra="ray")

SECRET = "quarry"  # stands in the article that goes wrong, and in what is raised at it
PLACES = ("port", SECRET, "mill")


def article(place: str) -> Article:
    return Article.from_text(f"{ARTICLE.text} The {place} is silent.", language="en", name=place)


ARTICLES = [article(place) for place in PLACES]


def is_about(arguments: tuple[Any, ...], word: str) -> bool:
    """Whether one of them is, or has, an article in which the word stands."""
    articles = (getattr(each, "article", each) for each in arguments)
    texts = (getattr(each, "text", each) for each in articles)
    return any(isinstance(text, str) and word in text for text in texts)


@pytest.fixture
def breaks(monkeypatch: pytest.MonkeyPatch) -> Break:
    """``breaks("module.function")`` has it raise at articles in which SECRET stands."""

    def put(path: str, word: str = SECRET, error: type[Exception] = KeyError) -> None:
        module, _, name = path.rpartition(".")
        sound = getattr(__import__(module, fromlist=[name]), name)

        def broken(*arguments: Any, **options: Any) -> Any:
            if is_about(arguments, word):
                raise error(f"the article says {SECRET}")
            return sound(*arguments, **options)

        monkeypatch.setattr(path, broken)

    return put


def check(error: object, module: str = "") -> InternalError:
    """What is promised of each: kind, place, no word of the article, and no frames."""
    assert isinstance(error, InternalError)
    assert error.kind == "KeyError"
    assert error.place.startswith(f"summariser.{module}"), error.place
    assert error.place.partition(":")[2].isdigit()
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.__dict__) == (str(error), error.__dict__)
    told = [*traceback.format_exception(error), repr(error), repr(error.__dict__)]
    assert SECRET not in "".join(told)
    assert SECRET.encode() not in pickle.dumps(error)
    assert error.__cause__ is error.__context__ is None
    assert error.is_passing
    assert not error.is_fatal
    return error


# What breaks, where the error says it did, and whether a reply had come by then.
BROKEN = [
    ("summariser.reading.settings.cut", "reading.settings", False),
    ("summariser.pipeline.Index", "pipeline", False),
    ("summariser.reading.candidates.examine", "reading.candidates", True),
    ("summariser.pipeline.merge", "pipeline", True),
    ("summariser.pipeline.verify_prose", "pipeline", True),
]
each_fault = pytest.mark.parametrize(("path", "module", "asked"), BROKEN)


# --- one article ---------------------------------------------------------------------------------


@each_fault
def test_a_single_article(
    server: Serve, breaks: Break, path: str, module: str, asked: bool
) -> None:
    """It is raised, with what was spent and what the model had answered."""
    served = server(["ok"], content=reply(deal()))
    with summariser(served) as shared:
        breaks(path)
        for call in (shared.summarise, lambda each: asyncio.run(shared.asummarise(each))):
            with pytest.raises(InternalError) as caught:
                call(ARTICLES[1])
            error = check(caught.value, module)
            assert error.usage.requests == asked
            answers = [json.loads(line) for line in error.raw.splitlines()]
            assert answers == [reply(deal())] * asked
        shared.summarise(ARTICLES[0])


def test_what_is_no_article_is_the_callers_mistake(server: Serve) -> None:
    """A TypeError, as for many."""
    with summariser(server(["ok"])) as shared, pytest.raises(TypeError, match="give articles"):
        shared.summarise(5)


def test_a_validator_of_ones_own(server: Serve) -> None:
    """A schema of the caller's that raises what pydantic does not know."""
    from pydantic import field_validator

    from summariser import Grounded

    class Odd(Grounded):
        """A thing."""

        text: str

        @field_validator("text")
        @classmethod
        def _odd(cls, value: str) -> str:
            raise KeyError(value)

    class Odds(Summary):
        """Things."""

        odds: list[Odd]

    content = {"odds": [{"evidence": [1], "text": "a gate"}]}
    with summariser(server(["ok"], content=content), schema=Odds) as shared:
        with pytest.raises(InternalError) as caught:
            shared.summarise(ARTICLE)
        check(caught.value, "reading.candidates")


def test_the_log_tells_the_way_and_no_words(
    server: Serve, breaks: Break, caplog: pytest.LogCaptureFixture
) -> None:
    """At DEBUG: each frame it came through, below ours, too; nothing of what was raised."""
    breaks("summariser.pipeline.merge")
    with (
        summariser(server(["ok"], content=reply())) as shared,
        caplog.at_level(logging.DEBUG, "summariser"),
        pytest.raises(InternalError),
    ):
        shared.summarise(ARTICLES[1])
    (line,) = (
        record.getMessage() for record in caplog.records if "KeyError" in record.getMessage()
    )
    assert "summariser.pipeline:" in line
    assert "test_unforeseen:" in line
    assert SECRET not in line


# --- many ----------------------------------------------------------------------------------------


def many(shared: Any, **options: Any) -> list[Any]:
    return [*shared.summarise_many(ARTICLES, ordered=True, **options)]


def streamed(shared: Any, **options: Any) -> list[Any]:
    async def main() -> list[Any]:
        return [each async for each in shared.astream(ARTICLES, ordered=True, **options)]

    return asyncio.run(main())


def kept(shared: Any, store: Store) -> list[Any]:
    inputs = [Input(each.name or "", each, None, "here") for each in ARTICLES]
    results = sorted(shared.run(inputs, store), key=lambda each: PLACES.index(each.input.name))
    return [each.error for each in results]


@pytest.mark.heavy
@each_fault
@pytest.mark.parametrize("go", [many, streamed])
@pytest.mark.parametrize("ordered", [False, True])
def test_the_others_of_a_run(
    server: Serve, breaks: Break, go: Any, path: str, module: str, asked: bool, ordered: bool
) -> None:
    """All are accounted for: the one with its error, the others with their summaries."""
    breaks(path)
    with summariser(server(["ok"], content=reply(deal()))) as shared:
        first, error, third = go(shared)
    assert check(error, module).article_id == ARTICLES[1].id
    assert [len(each.deals) for each in (first, third)] == [1, 1]


@pytest.mark.heavy
@each_fault
@pytest.mark.parametrize("go", [many, streamed, kept])
def test_a_mended_version_finishes_without_a_request(
    server: Serve, breaks: Break, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, go: Any,
    path: str, module: str, asked: bool,
) -> None:  # fmt: skip
    """The reply is kept in the store; the next run tries again with it, then it is done with."""
    served = server(["ok"], content=reply(deal()))
    with summariser(served) as shared, Store(tmp_path / "run.sqlite") as store:
        with monkeypatch.context():
            breaks(path)
            for _ in range(2):  # not mended yet: asked for once all the same
                error = check(go(shared, store=store)[1], module)
                assert error.raw == ""
                assert len(served.requests) == 2 + asked
                assert store.counts()[1:] == (2, 1, 0)
            monkeypatch.undo()
        results = go(shared, store=store)
        assert not any(isinstance(each, SummariserError) for each in results)
        assert len(served.requests) == 3
        assert store.counts()[1:] == (3, 0, 0)
        (row,) = (row for row in store.rows() if row.name == SECRET)
        assert row.stored
        assert json.loads(row.stored.summary_json or "")["usage"]["requests"] == 1
        assert store.connection.execute("SELECT count(*) FROM drafts").fetchone() == (0,)


@pytest.mark.parametrize("path", ["summariser.pipeline.merge", "summariser.pipeline.verify_prose"])
def test_a_repair_is_kept_as_well(
    server: Serve, breaks: Break, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, path: str
) -> None:
    """Two answers were paid for: neither is asked for again."""
    served = server(
        [completion(reply(deal(), BAD)), completion(reply(deal("The port denied a second deal.")))]
    )
    with summariser(served) as shared, Store(tmp_path / "run.sqlite") as store:
        breaks(path)
        (error,) = shared.summarise_many([ARTICLES[1]], store=store)
        assert check(error).usage.requests == len(served.requests) == 2
        monkeypatch.undo()
        (summary,) = shared.summarise_many([ARTICLES[1]], store=store)
        assert len(served.requests) == summary.usage.requests == 2


def test_what_another_window_was_answered_is_kept_as_well(
    server: Serve, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One reply cannot be parsed, the other not be read: only the first is asked for again."""
    long = Article.from_text(
        f"{ARTICLE.text}\n{ARTICLE.text} The {SECRET} is silent.", language="en"
    )
    first, second = reply(deal(), overview="first"), reply(deal(evidence=[5]), overview="second")
    served = server(lambda sent: completion(second if SECRET in str(sent.body) else first))
    parse, read = reading_of_a_text.parse, window.read

    def broken_parse(text: str, wanted: Any) -> Any:
        if '"first"' in text:
            raise KeyError
        return parse(text, wanted)

    def broken_read(content: Any, *others: Any) -> Any:
        if content["overview"] == "second":
            raise KeyError
        return read(content, *others)

    with (
        summariser(served, window=len(ARTICLE.text) + 60, overlap=0) as shared,
        Store(tmp_path / "run.sqlite") as store,
    ):
        monkeypatch.setattr(reading_of_a_text, "parse", broken_parse)
        monkeypatch.setattr(window, "read", broken_read)
        (error,) = shared.summarise_many([long], store=store)
        assert isinstance(error, InternalError)
        assert '"first"' in error.raw
        assert len(served.requests) == 2
        monkeypatch.undo()
        (summary,) = shared.summarise_many([long], store=store)
        assert not isinstance(summary, SummariserError)
        assert len(served.requests) == 3


def test_a_draft_that_is_no_reply(server: Serve, tmp_path: Path) -> None:
    """A store may be somebody else's: what was laid aside there and is none is asked for again."""
    served = server(["ok"], content=reply(deal()))
    with summariser(served) as shared, Store(tmp_path / "run.sqlite") as store:
        (window,) = shared.settings.windows(ARTICLE)
        store.keep_draft(shared.key(ARTICLE), window.part, '{"content": 7}')
        (summary,) = shared.summarise_many([ARTICLE], store=store)
        assert not isinstance(summary, SummariserError)
        assert len(served.requests) == 1


def test_a_repair_that_breaks(
    server: Serve, breaks: Break, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The same if it is the second answer that is read as nobody foresaw."""
    served = server([completion(reply(deal(), BAD)), completion(reply(deal("Norvik.")))])
    with summariser(served) as shared, Store(tmp_path / "run.sqlite") as store:
        sound = __import__("summariser.reading.window", fromlist=["settle"]).settle

        def broken(*arguments: Any) -> Any:
            raise KeyError(SECRET)

        monkeypatch.setattr("summariser.reading.window.settle", broken)
        (error,) = shared.summarise_many([ARTICLES[1]], store=store)
        assert check(error, "reading").usage.requests == len(served.requests) == 2
        monkeypatch.setattr("summariser.reading.window.settle", sound)
        (summary,) = shared.summarise_many([ARTICLES[1]], store=store)
        assert len(served.requests) == summary.usage.requests == 2


LONG = Article.from_text(
    "\n".join(f"On day {n} the talks in Norvik went on for hours and hours." for n in range(12))
    + f"\nThe {SECRET} is silent.",
    language="en",
)


def test_windows_that_were_read_are_kept(
    server: Serve, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One window's check breaks: all others are read, and all are finished without a request."""
    served = server(["ok"], content=reply(deal()))
    sound = __import__("summariser.reading.window", fromlist=["read"]).read
    calls = iter(range(99))

    def broken(*arguments: Any) -> Any:
        if next(calls) == 0:
            raise KeyError(SECRET)
        return sound(*arguments)

    with (
        summariser(served, window=200, overlap=0, on_unsupported="drop") as shared,
        Store(tmp_path / "run.sqlite") as store,
    ):
        monkeypatch.setattr("summariser.reading.window.read", broken)
        (error,) = shared.summarise_many([LONG], store=store)
        asked = len(served.requests)
        assert check(error, "reading").usage.requests == asked > 2
        (summary,) = shared.summarise_many([LONG], store=store)
        assert len(served.requests) == asked == len(summary.coverage)


# --- too many in a row ---------------------------------------------------------------------------


def numbered(count: int) -> list[Article]:
    return [Article.from_text(f"{ARTICLE.text} It is day {n}.", name=str(n)) for n in range(count)]


@pytest.mark.parametrize("ordered", [False, True])
def test_twenty_in_a_row_stop_a_run(server: Serve, breaks: Break, ordered: bool) -> None:
    """All that were begun come out, then the error is raised: no other article would do better."""
    served = server(["ok"], content=reply(deal()))
    breaks("summariser.reading.candidates.examine", word="day")
    results = []
    with summariser(served) as shared:
        stream = shared.summarise_many(numbered(60), concurrency=1, ordered=ordered)
        with pytest.raises(InternalError, match=f"^{MOST_IN_A_ROW} articles in a row") as caught:
            results.extend(stream)
    assert {check(result).place for result in results} == {check(caught.value).place}
    assert MOST_IN_A_ROW <= len(results) == len(served.requests) <= MOST_IN_A_ROW + 2


def test_twenty_that_are_not_in_a_row(server: Serve, breaks: Break) -> None:
    """As long as others go well, it is the articles."""
    breaks("summariser.reading.candidates.examine", word="is silent")
    mixed = [each for n, fine in enumerate(numbered(25)) for each in (article(f"gate {n}"), fine)]
    with summariser(server(["ok"], content=reply(deal()))) as shared:
        results = [*shared.summarise_many(mixed, concurrency=1, ordered=True)]
    assert [isinstance(result, InternalError) for result in results] == [True, False] * 25


def test_twenty_inputs_in_a_row_stop_a_run(server: Serve, tmp_path: Path) -> None:
    """What a reader could not read counts as well."""
    error = attempt(lambda: {}["x"])
    assert isinstance(error, InternalError)
    inputs = [Input(str(n), None, error, "here") for n in range(60)]
    with (
        summariser(server(["ok"])) as shared,
        Store(tmp_path / "run.sqlite") as store,
        pytest.raises(InternalError),
    ):
        list(shared.run(inputs, store, concurrency=1))


# --- inputs --------------------------------------------------------------------------------------

PAGE = "<html lang=en><title>{0}</title><article><h1>{0}</h1><p>{1}</p></article></html>"


@web
def test_a_page_that_breaks_its_reader(tmp_path: Path, breaks: Break) -> None:
    """The page has its error, which begins with the place; the others are read."""
    for place in PLACES:
        body = f"The {place} of Norvik is silent. " * 9
        (tmp_path / f"{place}.html").write_text(PAGE.format(place, body))
    lines = [
        json.dumps({"id": place, "html": PAGE.format(place, f"{place}. " * 9)}) for place in PLACES
    ]
    (tmp_path / "pages.jsonl").write_text("\n".join(lines))
    breaks("summariser.article.markup._few_attributes")
    inputs = [*read_inputs([tmp_path])]
    assert len(inputs) == 6
    failed = [each for each in inputs if each.error]
    assert [each.name for each in failed] == [SECRET, str(tmp_path / f"{SECRET}.html")]
    for each in failed:
        assert each.article is None
        assert str(each.error).startswith(f"{each.place}: ")
        assert isinstance(each.error, InternalError)
        assert each.error.place.startswith("summariser.article.markup:")
    with pytest.raises(InternalError) as caught:
        Article.from_html(PAGE.format("", SECRET))
    check(caught.value, "article.markup")


def test_a_line_that_breaks_its_reader(tmp_path: Path, breaks: Break) -> None:
    """The other lines of its file are read."""
    file = tmp_path / "articles.jsonl"
    file.write_text("\n".join(json.dumps({"text": f"The {place}."}) for place in PLACES))
    breaks("summariser.article.article.guess_language")
    inputs = [*read_inputs([file])]
    assert [each.error is None for each in inputs] == [True, False, True]
    assert str(inputs[1].error).startswith(
        f"{file}, line 2: KeyError at summariser.article.article:"
    )
    check(inputs[1].error, "article.article")


def test_a_folder_that_breaks_its_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes after it is read."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b.txt").write_text("Talks opened.")

    def broken(folder: Path) -> Iterator[Path]:
        raise KeyError(SECRET)

    monkeypatch.setattr("summariser.article.files._entries", broken)
    first, second = read_inputs([tmp_path / "a", tmp_path / "b.txt"])
    assert check(first.error, "article.files")
    assert str(first.error).startswith(f"{first.place}: ")
    assert second.article


def test_a_text_that_breaks_its_reader(server: Serve, breaks: Break) -> None:
    """A string becomes an article first."""
    texts = [f"{ARTICLE.text} The {place} is silent." for place in PLACES]
    breaks("summariser.article.article.guess_language")
    with summariser(server(["ok"], content=reply(deal()))) as shared:
        with pytest.raises(InternalError):
            shared.summarise(texts[1])
        first, error, third = shared.summarise_many(texts, ordered=True)
    check(error, "article.article")
    assert first.deals
    assert third.deals


# --- the commands --------------------------------------------------------------------------------


def command(*arguments: Any, served: LLMServer | None = None) -> tuple[int, str, str]:
    """Exit code, standard output and standard error."""
    environment = {"OPENAI_API_KEY": CANARY, "OPENAI_BASE_URL": served and served.base_url}
    done = CliRunner().invoke(app, [*map(str, arguments)], env=environment)
    assert isinstance(done.exception, SystemExit | None), done.exception
    assert SECRET not in done.stderr.replace(f"{SECRET}.txt", "")
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{place}.txt" for place in PLACES]
    for path, each in zip(paths, ARTICLES, strict=True):
        path.write_text(each.text)
    return paths


@pytest.mark.parametrize(
    "path", ["summariser.reading.candidates.examine", "summariser.views.cards.not_read"]
)
def test_read_goes_on(server: Serve, files: list[Path], breaks: Break, path: str) -> None:
    """One file fails, in a check or in the view: the others are shown, and it is named."""
    served = server(["ok"], content=reply(deal()))
    breaks(path)
    code, out, told = command("read", *files, served=served)
    assert code == 1
    assert out.count("DEALS (1)") == 2
    assert f"{files[1]}: " in told
    assert "KeyError at summariser." in told


def test_a_page_of_what_was_read(
    server: Serve, files: list[Path], breaks: Break, tmp_path: Path
) -> None:
    """The page shows those that can be shown, and the command names the other one."""
    breaks("summariser.views.facts._title")
    page = tmp_path / "page.html"
    served = server(["ok"], content=reply(deal()))
    code, _, told = command("read", *files, "--html", page, served=served)
    assert code == 1
    assert f"{files[1]}: " in told
    assert page.read_text().count('<section class="summary"') or "mill" in page.read_text()
    assert SECRET not in page.read_text()


@pytest.mark.parametrize("concurrency", [1, 4])
def test_read_stops_in_the_end(
    server: Serve, breaks: Break, tmp_path: Path, concurrency: int
) -> None:
    """Not only at a run: no other file would do better than those that were under way."""
    paths = [tmp_path / f"{each.name}.txt" for each in numbered(30)]
    for path, each in zip(paths, numbered(30), strict=True):
        path.write_text(each.text)
    breaks("summariser.reading.candidates.examine", word="day")
    served = server(["ok"], content=reply(deal()))
    code, _, told = command("read", *paths, "--concurrency", concurrency, served=served)
    assert code == 2
    assert MOST_IN_A_ROW <= len(served.requests) < MOST_IN_A_ROW + 2 * concurrency
    assert f"{MOST_IN_A_ROW} articles in a row" in told


def test_run_goes_on(
    server: Serve, files: list[Path], breaks: Break, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One article fails; the same command, mended, finishes it without a request."""
    served = server(["ok"], content=reply(deal()))
    breaks("summariser.reading.candidates.examine")
    store = tmp_path / "run.sqlite"
    code, _, told = command("run", *files, "--store", store, served=served)
    assert code == 1
    assert f"{files[1]}: KeyError at summariser.reading.candidates:" in told
    assert "2 done, 1 failed, 0 to do" in told
    monkeypatch.undo()
    code, _, told = command("run", *files, "--store", store, served=served)
    assert (code, len(served.requests)) == (0, 3)
    assert "3 done, 0 failed, 0 to do" in told


VIEWS = [
    (".jsonl", "summariser.views.jsonl.many"),
    (".csv", "summariser.views.tables._article_values"),
    (".html", "summariser.views.facts._title"),
]


@pytest.mark.parametrize(("suffix", "path"), VIEWS)
def test_export_goes_on(
    server: Serve, breaks: Break, tmp_path: Path, suffix: str, path: str
) -> None:
    """One summary makes the view raise: the file holds the others, the command names it."""
    store, file = tmp_path / "run.sqlite", tmp_path / f"out{suffix}"
    with summariser(server(["ok"], content=reply(deal()))) as shared, Store(store) as kept:
        assert len([*shared.summarise_many(ARTICLES, store=kept)]) == 3
    breaks(path, word=f"The {SECRET}")
    code, _, told = command_of_names("export", store, file)
    assert code == 1
    assert f"{SECRET}: KeyError at summariser." in told
    assert "2 articles" in told
    written = file.read_text()
    assert all(place in written for place in ("port", "mill"))
    assert f"The {SECRET}" not in written


def command_of_names(*arguments: Any) -> tuple[int, str, str]:
    """As `command`, where the name of an input is the word that is not to be told otherwise."""
    done = CliRunner().invoke(app, [*map(str, arguments)])
    assert isinstance(done.exception, SystemExit | None), done.exception
    assert "the article says" not in done.stderr
    return done.exit_code, done.stdout, done.stderr


def test_a_row_that_holds_no_summary(server: Serve, tmp_path: Path) -> None:
    """What another version has written harms the export of no other row."""
    store, file = tmp_path / "run.sqlite", tmp_path / "out.jsonl"
    with summariser(server(["ok"], content=reply(deal()))) as shared, Store(store) as kept:
        results = [*shared.summarise_many(ARTICLES, store=kept)]
        assert len(results) == 3
        change = "UPDATE results SET summary = ? WHERE key = ?"
        forge(store, change, '{"odd": 1}', shared.key(ARTICLES[1]))
    code, _, told = command_of_names("export", store, file)
    assert code == 1
    assert f"{SECRET}: it holds no SummitSummary" in told
    assert len(file.read_text().splitlines()) == 2


# --- the parts -----------------------------------------------------------------------------------


def test_a_view_that_fails_by_itself_is_not_blamed_on_anybody() -> None:
    """If each alone can be shown, but not all together, the error is raised."""

    def view(items: list[int]) -> int:
        return 1 // (2 - len(items))

    with pytest.raises(ZeroDivisionError):
        sparing(view, [1, 2], lambda *_: None)


@ray
def test_a_row_of_a_table(server: Serve, breaks: Break) -> None:
    """A worker of a cluster gives back every row, the one that failed with its error."""
    served = server(["ok"], content=reply(deal()))
    breaks("summariser.reading.candidates.examine")
    work = SummariseBatch(model="m", base_url=served.base_url, api_key="k")
    rows = work({"id": [*PLACES], "text": [each.text for each in ARTICLES]}).to_pylist()
    assert [row["id"] for row in rows] == [*PLACES]
    assert [row["error"] for row in rows] == [None, "InternalError", None]
    assert rows[1]["kind"] == "KeyError"
    assert rows[1]["requests"] == 1
    breaks("summariser.article.article.guess_language")
    rows = work({"text": [each.text for each in ARTICLES]}).to_pylist()
    assert [row["error"] for row in rows] == [None, "InternalError", None]
    work.summariser.close()
