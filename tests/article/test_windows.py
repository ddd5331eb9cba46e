"""Windows: every sentence is read, none is cut, and a half is a half however it came about."""

from __future__ import annotations

import pickle
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record import ARTICLES, article

from summariser import Article
from summariser.article.windows import Window, cut
from summariser.llm.prompts import Prompts, marker

CUTS = [
    # label, text, size, overlap, halvings, the sentences of each window
    ("short enough", "A is. B is.", 11, 0, 0, ["1-2"]),
    ("one character too long", "A is. B is.", 10, 0, 0, ["1-1", "2-2"]),
    ("at sentence ends", "A is. B is. C is. D is.", 12, 0, 0, ["1-2", "3-4"]),
    ("at a paragraph's end", "A is. B is.\nC is. D is. E is. F is.", 20, 0, 0, ["1-2", "3-5", "6-6"]),
    ("not at one that leaves it nearly empty", "A is.\nB is. C is. D is. E is.", 20, 0, 0, ["1-3", "4-5"]),
    ("not at one that leaves it less than half full", "A is. B.\nC is. D is. E is. F.", 20, 0, 0, ["1-4", "5-6"]),
    ("not at one that is only repeated", "A is. B is. C iss. D is.\nE is. F is. G is. H is.", 24, 12, 0, ["1-4", "3-6", "5-8"]),
    ("at the last of several", "A is.\nB is.\nC is.\nD is. E is.", 24, 0, 0, ["1-3", "4-5"]),
    ("with an overlap", "A is. B is. C is. D is. E is.", 17, 5, 0, ["1-3", "3-5"]),
    ("an overlap of two", "A is. B is. C is. D is. E is. F is.", 23, 11, 0, ["1-4", "3-6"]),
    ("one sentence at least", "A is. B is. C is. D is. E is.", 17, 1, 0, ["1-3", "3-5"]),
    ("but not half a window", "A is. " + "B" * 9 + ". C is.", 18, 3, 0, ["1-2", "3-3"]),
    ("none that leaves no room", "A is. B is. C is. " + "D" * 12 + ".", 17, 5, 0, ["1-3", "4-4"]),
    ("a sentence longer than a window", "A is. " + "B" * 50 + ". C is.", 10, 5, 0, ["1-1", "2-2", "3-3"]),
    ("nothing but one long sentence", "А" * 50, 10, 5, 0, ["1-1"]),
    ("Chinese", "双方会谈。签署协议。发布声明。共进晚餐。", 10, 5, 0, ["1-2", "2-3", "3-4"]),
    ("Arabic", "اجتمعوا. وقعوا.\nغادروا. انتهى.", 16, 0, 0, ["1-2", "3-4"]),
    ("halved", "A is. B is. C is. D is.", 99, 0, 1, ["1-2", "2-4"]),
    ("halved at a paragraph's end", "A is. B is. C is.\nD is. E is.", 99, 0, 1, ["1-3", "3-5"]),
    ("not at the sentence nearer the middle", "A is. B is.\nC is. D is. E is. F is.", 99, 0, 1, ["1-2", "2-6"]),
    ("not at one near the edge", "A is.\nB is. C is. D is. E is. F is. G is.", 99, 0, 1, ["1-4", "4-7"]),
    ("halved to the end", "A is. B is. C is.", 99, 0, 9, ["1-1", "2-2", "3-3"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "size", "overlap", "halvings", "parts"),
    [case[1:] for case in CUTS],
    ids=[case[0] for case in CUTS],
)
def test_where_an_article_is_cut(
    text: str, size: int, overlap: int, halvings: int, parts: list[str]
) -> None:
    """Windows end with a paragraph or a sentence, and repeat as many sentences as they should."""
    assert [each.part for each in cut(Article.from_text(text), size, overlap, halvings)] == parts


BAD = [
    ((0, 0), "at least 1"),
    ((-5, 0), "at least 1"),
    ((10, 6), "between 0 and 5"),
    ((10, 10), "between 0 and 5"),
    ((10, -1), "between 0 and 5"),
    ((10, 0, -1), "give 0"),
]


@pytest.mark.parametrize(("sizes", "advice"), BAD)
def test_sizes_that_cannot_be_kept_say_what_to_do(sizes: tuple[int, ...], advice: str) -> None:
    """The error names the sizes that would do."""
    with pytest.raises(ValueError, match=advice):
        cut(Article.from_text("They met."), *sizes)


SENTENCES = st.lists(
    st.tuples(st.sampled_from([1, 4, 20, 90]), st.sampled_from([" ", "\n", "\n\n"])),
    min_size=1,
    max_size=30,
)


def built(sentences: list[tuple[int, str]]) -> Article:
    return Article.from_text("".join(f"W{'w' * size}.{gap}" for size, gap in sentences))


@pytest.mark.heavy
@given(sentences=SENTENCES, size=st.integers(1, 150), share=st.floats(0, 0.5))
@settings(max_examples=500, deadline=None)
def test_nothing_is_lost_and_nothing_is_too_long(
    sentences: list[tuple[int, str]], size: int, share: float
) -> None:
    """Every sentence is in a window, each window goes on, keeps its size, and repeats little."""
    article, overlap = built(sentences), int(size * share)
    windows = cut(article, size, overlap)
    assert windows[0].first == 1
    assert windows[-1].last == len(article.sentences)
    assert all(len(each.text) <= size or each.first == each.last for each in windows)
    for one, other in pairwise(windows):
        assert one.first < other.first <= one.last + 1 <= other.last
        repeated = [each for each in one.sentences if each in other.sentences]
        assert len(repeated) < 2 or repeated[-1].end - repeated[0].start <= overlap
        assert overlap or not repeated


@pytest.mark.heavy
@given(sentences=SENTENCES, size=st.integers(1, 150), halvings=st.integers(0, 4))
@settings(max_examples=300, deadline=None)
def test_a_half_is_the_same_on_demand_as_beforehand(
    sentences: list[tuple[int, str]], size: int, halvings: int
) -> None:
    """Halving windows one by one gives those that are cut with as many halvings."""
    article = built(sentences)
    windows = cut(article, size, size // 4)
    for _ in range(halvings):
        windows = [half for each in windows for half in each.halves() or (each,)]
    assert windows == cut(article, size, size // 4, halvings)


@pytest.mark.heavy
@given(sentences=SENTENCES)
@settings(max_examples=300, deadline=None)
def test_halves_are_shorter_and_hold_all(sentences: list[tuple[int, str]]) -> None:
    """Both halves have fewer sentences, together all of them, and at most a quarter twice."""
    article = built(sentences)
    whole = Window(article, 1, len(article.sentences))
    halves = whole.halves()
    if halves is None:
        assert whole.first == whole.last
        return
    left, right = halves
    assert (left.first, right.last) == (whole.first, whole.last)
    assert left.first < right.first <= left.last + 1 <= right.last
    repeated = [each for each in left.sentences if each in right.sentences]
    if repeated:
        assert 4 * (repeated[-1].end - repeated[0].start) <= len(whole.text)


@pytest.mark.parametrize("stem", ARTICLES)
def test_a_window_is_a_piece_of_its_article(stem: str) -> None:
    """Text and sentences are the article's own, with their offsets and numbers."""
    whole = article(stem)
    windows = cut(whole, 400, 100)
    assert len(windows) > 2
    for window in windows:
        assert window.sentences == whole.sentences[window.first - 1 : window.last]
        assert window.text in whole.text
        assert window.text.startswith(window.sentences[0].text)
        assert window.text.endswith(window.sentences[-1].text)
        assert not window.is_whole
        assert window.total == len(whole.sentences)
    assert cut(whole, 100_000, 100)[0].is_whole


@pytest.mark.heavy
@pytest.mark.parametrize("stem", ARTICLES)
def test_a_prompt_takes_a_window_for_an_article(stem: str) -> None:
    """The whole article as a window gives the same prompt, and a part shows its own sentences."""
    whole = article(stem)

    def prompt(shown: Any) -> str:
        rendered = Prompts().render(
            "summit.v2", article=shown, marker=marker(whole), language="its own"
        )
        return rendered[-1]["content"]

    window, part = cut(whole, 100_000, 0)[0], cut(whole, 400, 100)[1]
    assert prompt(window) == prompt(whole)
    assert f"\n[{part.first}] {part.sentences[0].text}" in prompt(part)
    assert f"\n[{part.last}] {part.sentences[-1].text}" in prompt(part)
    assert f"\n[{part.first - 1}] " not in prompt(part)
    assert f"\n[{part.last + 1}] " not in prompt(part)


def test_a_window_knows_its_article() -> None:
    """What is known of the article is known of the window; it can be pickled, hashed, compared."""
    whole = Article.from_text(
        "Они встретились. Они уехали.",
        title="Встреча",
        published=date(2026, 5, 1),
        source="desk",
        url="https://example.org/1",
    )
    window = Window(whole, 2, 2)
    known = ("id", "title", "published", "language", "source", "url")
    assert [getattr(window, name) for name in known] == [getattr(whole, name) for name in known]
    assert window.text == "Они уехали."
    assert pickle.loads(pickle.dumps(window)) == window
    assert {window, Window(whole, 2, 2)} == {window}
    assert window != Window(whole, 1, 2)


@pytest.mark.heavy
def test_a_long_article_is_cut_in_one_go() -> None:
    """A million characters are cut in steps that grow with the text, not with its square."""
    whole = Article.from_text("Kurz ist er. " * 70_000)
    steps = 0

    class Counted(tuple[Any, ...]):
        def __getitem__(self, at: Any) -> Any:
            nonlocal steps
            steps += 1
            return super().__getitem__(at)

    whole.__dict__["sentences"] = Counted(whole.sentences)
    windows = cut(whole, 6_000, 600, 2)
    assert len(windows) > 600
    assert steps < 20 * len(whole.sentences)
