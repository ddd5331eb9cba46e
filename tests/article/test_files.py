"""Articles come from wherever people keep them, and one bad file or line never stops the others."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

import pytest
from extras import needs

from summariser import Article
from summariser.article.article import MAX_CHARACTERS
from summariser.article.files import Input, how_many, read_inputs

web = needs("trafilatura", "webencodings", extra="web")

TEXT = "Talks opened in Norvik. A port will be built."
ID = Article.from_text(TEXT).id
PAGE = f"<html lang=en><title>Port</title><article><h1>Port</h1><p>{TEXT * 5}</p></article></html>"


def line(**entry: Any) -> bytes:
    return json.dumps(entry).encode() + b"\n"


def seen(inputs: list[Input]) -> list[tuple[str, str | None]]:
    """The name of each input, with what its error says after the place."""
    said = []
    for each in inputs:
        assert (each.article is None) != (each.error is None)
        if each.error:
            place, message = str(each.error).split(": ", 1)
            assert place == each.place
            said.append((each.name, message))
        else:
            said.append((each.name, None))
    return said


# --- JSON lines ------------------------------------------------------------------------------

LINES = [
    ("an id", line(id="a", text=TEXT), ("a", None)),
    ("an id that is a number", line(id=7, text=TEXT), ("7", None)),
    ("an id of zero", line(id=0, text=TEXT), ("0", None)),
    ("no id: the hash of the text", line(text=TEXT), (ID, None)),
    ("null as id is no id", line(id=None, text=TEXT), (ID, None)),
    ("half a character in the id", line(id="a\ud800", text=TEXT), (r"a\ud800", None)),
    ("other keys", line(id="a", text=TEXT, tags=["x"], body={"y": 1}), ("a", None)),
    ("empty metadata", line(id="a", text=TEXT, title="", published="", url=None), ("a", None)),
    ("a line end of Windows", line(id="a", text=TEXT)[:-1] + b"\r\n", ("a", None)),
    ("a byte order mark", b"\xef\xbb\xbf" + line(id="a", text=TEXT), ("a", None)),
    ("no line end after the last", line(id="a", text=TEXT)[:-1], ("a", None)),
    ("half a character in the text", line(id="a", text=TEXT + "\ud800"), ("a", None)),
    ("an id that is no text", line(id=["a"], text=TEXT), ("PLACE", 'id: must be a text or a whole number, not ["a"]')),
    ("an id that is a truth", line(id=True, text=TEXT), ("PLACE", "id: must be a text or a whole number, not true")),
    ("an id that is a fraction", line(id=1.5, text=TEXT), ("PLACE", "id: must be a text or a whole number, not 1.5")),
    ("an empty id", line(id="", text=TEXT), ("PLACE", 'id: must be a text or a whole number, not ""')),
    ("neither text nor html", line(id="a", body=TEXT), ("a", 'the line has neither "text" nor "html"')),
    ("an empty text", line(id="a", text=" \n"), ("a", "the article is empty")),
    ("a text that is a number", line(id="a", text=5), ("a", "text: must be a str, not int")),
    ("html that is a list", line(id="a", html=["<p>"]), ("a", "html: must be a str, not list")),
    ("a date that is none", line(id="a", text=TEXT, published="soon"), ("a", "published: 'soon' is not a date such as 2025-11-07")),
    ("a title that is a number", line(id="a", text=TEXT, title=5), ("a", "title: must be a str or None, not int")),
    ("no object", b'["a"]\n', ("PLACE", 'the line is no object: it should be {"text": "\u2026"}')),
    ("no JSON", b"Talks opened.\n", ("PLACE", "the line is no JSON: Expecting value")),
    ("no JSON, to the end", b"Talks opened.", ("PLACE", "the line is no JSON: Expecting value")),
    ("text and html", line(id="a", text=TEXT, html=["<p>"]), ("a", None)),
    ("cut off in the middle", line(id="a", text=TEXT)[:-9], ("PLACE", "the line is cut off: the file was not written to its end")),
    ("cut off in a character", '{"text": "Норвик'.encode()[:-1], ("PLACE", "the line is cut off: the file was not written to its end")),
    ("cut off, and others follow", line(id="a", text=TEXT)[:-9] + b"\n", ("PLACE", "the line is no JSON: Invalid control character at")),
    ("not UTF-8", b'{"text": "\xcf\xee\xf0\xf2"}\n', ("PLACE", "not UTF-8 (byte 0xCF at offset 10): convert it first, for example with iconv -f WINDOWS-1251 -t UTF-8")),
    ("NUL bytes", b"\0\0\0\n", ("PLACE", "the line is no JSON: Expecting value")),
    ("nested without end", b"[" * 200_000 + b"\n", ("PLACE", "the JSON is nested too deeply")),
    ("a number without end", b'{"id": ' + b"9" * 5000 + b"}\n", ("PLACE", "the line is no JSON: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit")),
    ("an article of 5 MB", line(id="a", text="Talks. " * 750_000), ("a", f"the article is 5,250,000 characters long, the limit is {MAX_CHARACTERS:,}: split it into several articles")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "expected"), [case[1:] for case in LINES], ids=[c[0] for c in LINES]
)
def test_line(tmp_path: Path, raw: bytes, expected: tuple[str, str | None]) -> None:
    """A line becomes an article or an error that says what is wrong with it, and where."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(raw)
    name, message = expected
    place = f"{path}, line 1"
    assert seen(list(read_inputs([path]))) == [(place if name == "PLACE" else name, message)]


def test_bad_lines_do_not_stop_the_others(tmp_path: Path) -> None:
    """Whatever is wrong with some lines, all others are read, and are counted with blank ones."""
    bad = [raw for _, raw, (_, message) in LINES if message and raw.endswith(b"\n")]
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"".join(raw + b"\n \n" + line(id="good", text=TEXT) for raw in bad))
    inputs = list(read_inputs([path]))
    assert [each.name for each in inputs[1::2]] == ["good"] * len(bad)
    assert all(each.error for each in inputs[::2])
    assert {each.error.path for each in inputs if each.error} == {str(path)}
    assert inputs[-1].place == f"{path}, line {4 * len(bad)}"


def test_metadata(tmp_path: Path) -> None:
    """Title, date, language, source and address of a line are those of its article."""
    given = {"title": "Port", "published": "2025-11-07", "language": "en", "source": "The Desk", "url": "https://example.org/1"}  # fmt: skip
    path = tmp_path / "a.ndjson"
    path.write_bytes(line(text=TEXT, **given))
    (read,) = read_inputs(str(path))  # one path is as good as a list of one
    assert read.article == Article.from_text(TEXT, **given)


@pytest.mark.parametrize("name", ["a.jsonl.gz", "A.NDJSON.GZ"])
def test_compressed(tmp_path: Path, name: str) -> None:
    """Compressed lines are read as they are, up to where a file is cut off."""
    path = tmp_path / name
    path.write_bytes(gzip.compress(b"".join(line(id=i, text=TEXT) for i in range(3))))
    assert seen(list(read_inputs([path]))) == [("0", None), ("1", None), ("2", None)]
    noise = b"".join(line(id=i, text=TEXT, noise=os.urandom(9000).hex()) for i in range(20))
    path.write_bytes(gzip.compress(noise)[:-20])
    *read, last = read_inputs([path])
    assert len(read) > 10
    assert "cannot be read to its end: Compressed file ended" in str(last.error)
    path.write_bytes(line(id="a", text=TEXT))
    assert "cannot be read to its end: Not a gzipped file" in str(next(read_inputs([path])).error)


def test_line_beyond_all_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that is too long is an error, is never in memory as a whole, and the next is read."""
    monkeypatch.setattr("summariser.article.files.LONGEST_LINE", 1_000)
    asked = []

    class File(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            asked.append(size)
            return super().readline(size)

    long = b'{"text": "' + b"x" * 300_000 + b'"}\n'
    file = File(line(id="a", text=TEXT) + long + line(id="b", text=TEXT) + long[:-1])
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(file))
    too_long = "the line is longer than 1,000 bytes"
    assert seen(list(read_inputs("-"))) == [
        ("a", None),
        ("standard input, line 2", too_long),
        ("b", None),
        ("standard input, line 4", too_long),
    ]
    assert all(size is not None and 0 < size < 100_000 for size in asked)


@pytest.mark.skipif(os.name != "posix", reason="no named pipes here")
def test_endless_lines(tmp_path: Path) -> None:
    """The first articles of a stream are there before the stream has ended."""
    path = tmp_path / "pipe.jsonl"
    os.mkfifo(path)
    enough = threading.Event()

    def write() -> None:
        with path.open("wb", buffering=0) as pipe:
            pipe.write(line(id=1, text=TEXT) + line(id=2, text=TEXT))
            enough.wait(60)

    writer = threading.Thread(target=write)
    writer.start()
    inputs = read_inputs([path])
    try:
        assert [next(inputs).name, next(inputs).name] == ["1", "2"]
    finally:
        enough.set()
        writer.join()
    assert list(inputs) == []


def test_only_what_is_asked_for_is_read(tmp_path: Path) -> None:
    """Of a large file no more is read than what was taken, but for a buffer."""
    path = tmp_path / "large.jsonl"
    path.write_bytes(line(text=TEXT) * 50_000)
    inputs = read_inputs([path, tmp_path / "later.txt"])
    next(inputs)
    path.write_bytes(b"")  # what was not read by now is lost
    assert len(list(inputs)) < 1_000


# --- files and folders -----------------------------------------------------------------------


def write(folder: Path, files: dict[str, bytes]) -> None:
    for name, raw in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(raw)


FILES = [
    ("a text", "a.txt", TEXT.encode(), None),
    ("a text of any suffix", "a.story", TEXT.encode(), None),
    ("a text without suffix", "README", TEXT.encode(), None),
    ("a byte order mark", "a.md", b"\xef\xbb\xbf" + TEXT.encode(), None),
    ("an empty text", "a.txt", b"", "the article is empty"),
    ("a picture", "a.txt", b"\x89PNG\r\n\0\0\0\rIHDR", "this is binary data, not a text"),
    ("a picture as a page", "a.html", b"GIF89a\0\0", "this is binary data, not a text"),
    ("an old encoding in a Latin script", "a.txt", "Le café est fermé".encode("cp1252"), "not UTF-8 (byte 0xE9 at offset 6): convert it first, for example with iconv -f WINDOWS-1252 -t UTF-8"),
    ("an old Office file", "a.txt", b"\xd0\xcf\x11\xe0\xa1", "this is an old Office file, which is not read: save it as .docx or as text"),
    ("RTF", "a.txt", b"{\\rtf1 Talks opened.}", "this is a file in RTF, which is not read: save it as .docx or as text"),
    ("an old encoding", "a.txt", "Порт".encode("cp1251"), "not UTF-8 (byte 0xCF at offset 0): convert it first, for example with iconv -f WINDOWS-1251 -t UTF-8"),
    ("an article of 5 MB", "a.txt", b"Talks. " * 750_000, "the file holds more than 4,000,000 bytes, the limit is 1,000,000 characters"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "raw", "message"), [c[1:] for c in FILES], ids=[c[0] for c in FILES]
)
def test_file(tmp_path: Path, name: str, raw: bytes, message: str | None) -> None:
    """A file is named as it was given, and its error says what is wrong with it, and where."""
    write(tmp_path, {name: raw})
    ((given, said),) = seen(list(read_inputs([tmp_path / name])))
    assert given == str(tmp_path / name)
    assert (said or "").startswith(message or "")
    assert (said is None) == (message is None)


@web
def test_page(tmp_path: Path) -> None:
    """A page in a file, and one in a line, become the article their readers see."""
    write(tmp_path, {"a.html": PAGE.encode(), "b.jsonl": line(id="b", html=PAGE, title="Mine")})
    page, entry = read_inputs([tmp_path / "a.html", tmp_path / "b.jsonl"])
    assert page.article
    assert entry.article
    assert (page.article.title, entry.article.title) == ("Port", "Mine")
    assert TEXT in page.article.text
    assert page.article.text == entry.article.text


def test_page_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pages cannot be read, the error says what to install, and texts are still read."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    write(tmp_path, {"a.html": PAGE.encode(), "b.txt": TEXT.encode()})
    (page, said), (_, text) = seen(list(read_inputs([tmp_path])))
    assert page == str(tmp_path / "a.html")
    assert said
    assert "pip install -e '.[web]'" in said
    assert text is None


def test_folder(tmp_path: Path) -> None:
    """A folder is read in order, with all below, but for what is hidden or of another kind."""
    text = TEXT.encode()
    write(
        tmp_path,
        {
            "b.txt": text,
            "a/z.txt": text,
            "a/README.md": text,
            "a/10.TXT": text,
            "a/deep/er/x.txt": text,
            "c.jsonl": line(id="from c", text=TEXT) + line(text="Another text."),
            "broken.txt": b"\xff\xfe\0",
            ".hidden.txt": text,
            ".git/x.txt": text,
            "picture.png": b"\x89PNG",
            "notes.txt~": text,
            "nothing.jsonl": b"",
        },
    )
    inputs = list(read_inputs([str(tmp_path)]))
    files = ("a/10.TXT", "a/deep/er/x.txt", "a/z.txt", "b.txt", "broken.txt")
    assert [each.name for each in inputs] == [
        *(str(tmp_path / file) for file in files), "from c", Article.from_text("Another text.").id,
    ]  # fmt: skip
    assert [each.name for each in inputs if each.error] == [str(tmp_path / "broken.txt")]
    assert inputs[3].place == str(tmp_path / "b.txt")


@pytest.mark.skipif(os.name != "posix", reason="no named pipes here")
def test_circle_of_links(tmp_path: Path) -> None:
    """Links that lead back, to nowhere or to a pipe hang nothing; linked folders are read once."""
    write(tmp_path / "in", {"a.txt": TEXT.encode()})
    write(tmp_path / "out", {"b.txt": TEXT.encode()})
    (tmp_path / "in" / "back").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "more").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "zmore").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "lost.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "in" / "self.txt").symlink_to(tmp_path / "in" / "self.txt")
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    assert seen(list(read_inputs([tmp_path / "in"]))) == [
        (str(tmp_path / "in" / "a.txt"), None),
        (str(tmp_path / "in" / "lost.txt"), "no such file"),
        (str(tmp_path / "in" / "more/b.txt"), None),
        (str(tmp_path / "in" / "pipe.txt"), "no ordinary file"),
        (str(tmp_path / "in" / "self.txt"), "cannot be read: Too many levels of symbolic links"),
    ]


@pytest.mark.heavy
def test_deep_folders(tmp_path: Path) -> None:
    """Folders may be as deep as a path can be long."""
    deep = tmp_path
    for _ in range(1_500):
        deep /= "d"
        deep.mkdir()
    (deep / "a.txt").write_text(TEXT)
    try:
        assert [each.error for each in read_inputs([tmp_path])] == [None]
    finally:
        subprocess.run(["rm", "-r", tmp_path / "d"], check=True)  # shutil's cannot


def test_nothing_to_read(tmp_path: Path) -> None:
    """A path with nothing behind it is an error that names it; the next is read all the same."""
    (tmp_path / "empty").mkdir()
    write(tmp_path, {"a.txt": TEXT.encode(), "pictures/x.png": b""})
    paths = ["empty", "pictures", "no.txt", "no.jsonl", "no.html", "a\0b.txt", "a.txt"]
    said = seen(list(read_inputs(tmp_path / path for path in paths)))
    assert [
        (name.removeprefix(f"{tmp_path}/"), (message or "")[:30]) for name, message in said
    ] == [
        ("empty", "nothing to read in this folder"),
        ("pictures", "nothing to read in this folder"),
        ("no.txt", "no such file"),
        ("no.jsonl", "no such file"),
        ("no.html", "no such file"),
        ("a\0b.txt", "cannot be read: embedded null "),
        ("a.txt", ""),
    ]
    assert list(read_inputs([])) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all names are UTF-8")
def test_name_that_is_not_utf8(tmp_path: Path) -> None:
    """A file whose name is no UTF-8 is read under a name that can be printed."""
    for name, raw in ((b"\xcf\xee.txt", TEXT.encode()), (b"\xcf\xf0.txt", b"")):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(raw)
    said = seen(list(read_inputs([tmp_path])))
    assert said == [
        (rf"{tmp_path}/\udccf\udcee.txt", None),
        (rf"{tmp_path}/\udccf\udcf0.txt", "the article is empty"),
    ]


# Run by a user who may not look: everybody may read everything in a container's tests.
LOCKED = """
import os, sys
from summariser.article.files import read_inputs
if os.getuid() == 0:
    os.setuid(65534)
for each in read_inputs(sys.argv[1:]):
    print(each.name, "|", each.error)
"""


@pytest.mark.skipif(os.name != "posix", reason="other rights")
def test_locked_doors() -> None:
    """A folder or file that may not be read is an error, and all others are read."""
    folder = Path(tempfile.mkdtemp())  # pytest's own are closed to others
    try:
        write(
            folder,
            {"a.txt": b"A.", "b/x.txt": b"B.", "c.jsonl": b"{}", "d/x.txt": b"D.", "e.txt": b"E."},
        )
        (folder / "a.txt").chmod(0)
        (folder / "b").chmod(0)
        (folder / "c.jsonl").chmod(0)
        (folder / "d").chmod(0o444)
        (folder / "e.txt").chmod(0o444)
        folder.chmod(0o755)
        arguments = [folder, folder / "b" / "x.txt", folder / "b", folder / "e.txt"]
        done = subprocess.run(
            [sys.executable, "-c", LOCKED, *arguments], capture_output=True, text=True, timeout=60
        )
    finally:
        subprocess.run(["chmod", "-R", "u+rwX", folder], check=True)
        subprocess.run(["rm", "-r", folder], check=True)
    assert [text.replace(str(folder), "").strip() for text in done.stdout.splitlines()] == [
        "/a.txt | /a.txt: cannot be read: Permission denied",
        "/b | /b: cannot be read: Permission denied",
        "/c.jsonl | /c.jsonl: cannot be read: Permission denied",
        "/d/x.txt | /d/x.txt: cannot be read: Permission denied",
        "/e.txt | None",
        "/b/x.txt | /b/x.txt: cannot be read: Permission denied",
        "/b | /b: cannot be read: Permission denied",
        "/e.txt | None",
    ], done.stderr


# --- standard input --------------------------------------------------------------------------

ID = "the article's own id"
STANDARD = [
    ("a text", TEXT.encode(), [(ID, None)]),
    ("a text of lines", b"\n\n Talks opened.\n\n{A port} will be built.\n", [(ID, None)]),
    ("lines", b"\n \n" + line(id="a", text=TEXT) + line(id="b"), [("a", None), ("b", 'the line has neither "text" nor "html"')]),
    ("lines after a byte order mark", b"\xef\xbb\xbf" + line(id="a", text=TEXT), [("a", None)]),
    ("lines after a line with nothing but the mark", b"\xef\xbb\xbf\n" + line(id="a", text=TEXT), [("a", None)]),
    ("nothing", b"", [("standard input", "the article is empty")]),
    ("blanks", b" \n\n", [("standard input", "the article is empty")]),
    ("an old encoding", "Порт".encode("cp1251"), [("standard input", "not UTF-8 (byte 0xCF at offset 0): convert it first, for example with iconv -f WINDOWS-1251 -t UTF-8")]),
    ("binary data", b"\x7fELF\x02\0\0", [("standard input", "this is binary data, not a text")]),
    ("5 MB", b"Talks. " * 750_000, [("standard input", "more than 4,000,000 bytes, the limit is 1,000,000 characters: split it into several articles")]),
]  # fmt: skip


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("raw", "expected"), [c[1:] for c in STANDARD], ids=[c[0] for c in STANDARD]
)
def test_standard_input(
    monkeypatch: pytest.MonkeyPatch, raw: bytes, expected: list[tuple[str, str | None]]
) -> None:
    """Standard input is JSON lines if it begins with a brace, else one article."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
    inputs = list(read_inputs(["-"]))
    own = Article.from_text(raw.decode()) if expected[0][0] == ID else None
    assert seen(inputs) == [(own.id if own else name, said) for name, said in expected]
    assert own is None or inputs[0].article == own


def test_a_text_needs_no_reader_of_another_format(tmp_path: Path) -> None:
    """Who reads a text does not wait for what reads web pages, mails and documents."""
    path = tmp_path / "talks.txt"
    path.write_text("They met. They talked.", encoding="utf-8")
    code = (
        "import sys; from summariser import read_inputs; list(read_inputs(sys.argv[1:]));"
        "print(*(m for m in sys.modules if m.startswith('summariser.article.')))"
    )
    command = [sys.executable, "-c", code, str(path)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    readers = {"feeds", "html", "mail", "pdf", "subtitles", "word"}
    assert not readers & {module.rpartition(".")[2] for module in told}
    assert "summariser.article.files" in told


def test_how_many_there_are_is_known_without_reading_them(tmp_path: Path) -> None:
    """As many as are read, where no pipe, feed or compressed file is among them; else None."""
    (tmp_path / "below").mkdir()
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "below" / "b.html").write_text("<p>Two.")
    (tmp_path / "README.md").write_text("None.")
    lines = tmp_path / "below" / "c.jsonl"
    lines.write_text('{"text": "Three."}\n{"text": "Four."}\n')
    assert how_many([tmp_path, lines]) == 6
    assert how_many([tmp_path]) == len([*read_inputs([tmp_path])]) == 4
    (tmp_path / "feed.rss").write_text("<rss/>")
    for unknown in (tmp_path, tmp_path / "feed.rss", "-", tmp_path / "none.txt"):
        assert how_many([lines, unknown]) is None
