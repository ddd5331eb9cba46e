"""Markdown as its readers see it, each piece with its place in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trouble import TROUBLE

from summariser import Article, ArticleError, read_inputs
from summariser.article.markdown import read_markdown
from summariser.drafts import check_text

# What a file holds, and what of it is read.
CASES = {
    "plain": ("They met.\n\nAll left.", "They met.\n\nAll left."),
    "wrapped lines": ("They met in\nNorvik.", "They met in Norvik."),
    "wrapped lines without spaces": ("他们在诺维克\n会面。", "他们在诺维克会面。"),
    "a hard break": ("They met.  \nAll left.", "They met.\nAll left."),
    "a break in HTML": ("They met.<br>All left.", "They met.\nAll left."),
    "headings": ("# One\nTwo.\n\nThree\n===\nFour.", "One\n\nTwo.\n\nThree\n\nFour."),
    "a heading with an id": ("## One {#first}\n\nTwo.", "One\n\nTwo."),
    "emphasis": ("It *cost* __$**5**__ ***in*** all.", "It cost $5 in all."),
    "inside a word": ("un*believ*able", "unbelievable"),
    "no emphasis": ("2 * 3 * 4 is snake_case_5", "2 * 3 * 4 is snake_case_5"),
    "struck out": ("It cost ~~$5~~ $6.", "It cost  $6."),
    "a link": ('See [the *deal*](https://a.example/5 "6").', "See the deal."),
    "a link by name": ("See [the deal][1].\n\n[1]: https://a.example/5", "See the deal."),
    "an address": ("See <https://a.example/5>.", "See ."),
    "a picture": ("See ![5 ships](a.png) here.", "See  here."),
    "a footnote": ("It cost $5.[^1]\n\n[^1]: Or so.", "It cost $5.\n\nOr so."),
    "items": ("- One *a*\n- Two\n  b\n  1. Three\n\n* Four", "• One a\n\n• Two b\n\n• Three\n\n• Four"),
    "tasks": ("- [x] Done\n- [ ] Open", "• Done\n\n• Open"),
    "a quotation": ("> They met\n> here.\n>\n> > All left.", "They met here.\n\nAll left."),
    "a note": ("> [!NOTE]\n> They met.", "They met."),
    "a table": ("|a|b|\n|-|-|\n|1 \\| 2|**3**|", "a | b\n\n1 | 2 | 3"),
    "code": ("One.\n\n```py\n$5 million\n```\n\n    $6\n\nTwo `$7`.", "One.\n\nTwo $7."),
    "front matter": ("---\ntitle: $5\n---\nOne.", "One."),
    "front matter in TOML": ("+++\ntitle = '$5'\n+++\nOne.", "One."),
    "a rule": ("One.\n\n---\n\nTwo.", "One.\n\nTwo."),
    "escapes": (r"\*5\* \# 1\. AT&amp;T&nbsp;5 &#8364;6", "*5* # 1. AT&T\xa05 €6"),
    "HTML in a line": ('H<sub>2</sub>O <span title="5">is</span> wet<!-- $6 -->.', "H2O is wet."),
    "a comment": ("One.\n\n<!-- $5\n\n$6 -->\n\nTwo.", "One.\n\nTwo."),
    "HTML around": ("<details>\n\nOne.\n\n</details>", "One."),
    "Windows": ("# One\r\n\r\nTwo\r\nthree.\r\n", "One\n\nTwo three."),
    "right to left": ("# قمة\n\n**وقّع** 5", "قمة\n\nوقّع 5"),
}  # fmt: skip


def read(tmp_path: Path, file: str) -> Article:
    """The article of a file that holds this."""
    path = tmp_path / "draft.md"
    path.write_bytes(file.encode())
    return Article.from_file(path)


@pytest.mark.parametrize(("file", "text"), CASES.values(), ids=CASES)
def test_what_is_read(tmp_path: Path, file: str, text: str) -> None:
    """What a reader sees of it, and nothing is lost without a word."""
    found = read(tmp_path, file)
    assert found.text == text
    assert found.warnings == ()


@pytest.mark.parametrize("file", [file for file, _ in CASES.values()], ids=CASES)
def test_each_character_has_its_place(tmp_path: Path, file: str) -> None:
    """Line and column lead to it in the file."""
    found = read(tmp_path, file)
    lines = file.replace("\r\n", "\n").split("\n")
    for offset, character in enumerate(found.text):
        line, column = found.place(offset) or (0, 0)
        if character.isalnum():
            assert lines[line - 1][column - 1] == character


@given(st.lists(st.sampled_from([file for file, _ in CASES.values()]) | TROUBLE, max_size=4))
def test_whatever_stands_there(pieces: list[str]) -> None:
    """Nothing but our own errors, and each letter is where it is said to be."""
    file = "\n\n".join(pieces).replace("\r\n", "\n").replace("\r", "\n")
    found = read_markdown(file.encode())
    lines = file.removeprefix("\ufeff").split("\n")
    for offset, character in enumerate(found["text"]):
        if character.isalpha() and character.isascii():
            line, column = found["origin"].place(offset)
            assert lines[line - 1][column - 1] in (character, "&")  # an entity stands for it


def test_headings_and_items_are_sentences(tmp_path: Path) -> None:
    """Whatever they end in, none runs on into the next."""
    found = read(tmp_path, "# Two states met\nThey signed\n\n- one deal\n- two loans\n1. a map")
    words = [sentence.text for sentence in found.sentences]
    assert words == ["Two states met", "They signed", "• one deal", "• two loans", "• a map"]


def test_markup_makes_no_claims(tmp_path: Path) -> None:
    """A draft in Markdown is checked as the same words without it are."""
    source = "Norvik paid $2.5 million. “We will build it,” said Ida Holm. It holds 35% of Selm."
    plain = (
        "Norvik paid $2.6 million. “We will build it,” said Ida Holm. It holds 53% of the docks."
    )
    marked = (
        "[**Norvik**](https://a.example/9) paid $**2.6** million. **“*We* will build it,”** said "
        "_Ida_ `Holm`. It holds __53__% of\n> the docks."
    )
    found = check_text(read(tmp_path, f"---\nsum: $9\n---\n> {marked}"), source).claims
    told = [(each.kind, each.text, each.verdict) for each in check_text(plain, source).claims]
    assert [(each.kind, each.text, each.verdict) for each in found] == told
    assert {kind for kind, *_ in told} >= {"sum", "share", "name", "quotation", "speaker"}


def test_words_in_a_block_of_html_are_told(tmp_path: Path) -> None:
    """They are not read, and whoever checks the draft hears of it."""
    file = "One.\n\n<div>It cost $5.</div>\n\nTwo.\n\n<p>It cost $6.</p>\n"
    found = read(tmp_path, file)
    assert found.text == "One.\n\nTwo."
    assert found.warnings == ("HTML was not read that holds words: line 3, and 1 more",)


@pytest.mark.parametrize("file", ["", "---\na: b\n---\n", "```\ncode\n```\n"])
def test_a_file_without_text_is_refused(tmp_path: Path, file: str) -> None:
    with pytest.raises(ArticleError, match="empty"):
        read(tmp_path, file)


def test_a_folder_leaves_it_out(tmp_path: Path) -> None:
    """A README is no article, unless it is asked for itself."""
    (tmp_path / "README.md").write_text("# Read me", encoding="utf-8")
    (tmp_path / "a.txt").write_text("They met.", encoding="utf-8")
    assert [Path(each.name).name for each in read_inputs([tmp_path])] == ["a.txt"]
    (named,) = read_inputs([tmp_path / "README.md"])
    assert named.article
    assert named.article.text == "Read me"


def test_a_date_line_moves_no_line(tmp_path: Path) -> None:
    """What is cut in front of a text is counted all the same."""
    for name in ("a.md", "a.txt"):
        path = tmp_path / name
        path.write_text("\n date 2025-11-07\n\nThey met.\n\nAll left.", encoding="utf-8")
        found = Article.from_file(path)
        assert found.text == "They met.\n\nAll left."
        assert found.place(found.text.index("All")) == (6, 1)


def test_long_files_are_read_in_linear_time(tmp_path: Path) -> None:
    """Also in one line, also where HTML has no end."""
    for piece in (
        "*a* й [b](c) ",
        "<!-- ",
        "> ",
        "- a\n",
        "<div>a\n\n",
        "`a` ",
        "[",
        "|a|b|\n|-|-|\n",
    ):
        found = read_markdown((piece * (100_000 // len(piece))).encode())
        assert isinstance(found["text"], str)
