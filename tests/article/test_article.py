"""Articles: what is cleaned at the door, what is refused, and what survives a round trip."""

from __future__ import annotations

import pickle
import re
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from summariser.article.article import MAX_CHARACTERS, Article
from summariser.errors import ArticleError
from summariser.text import fold

RUSSIAN = "К. Токаев назвал 2,5 млрд. долларов. Сделка ждёт!"

CLEANED = [
    ("byte order mark", "\ufeffТекст.", "Текст."),
    ("Windows line ends", "Раз.\r\nДва.\rТри.", "Раз.\nДва.\nТри."),
    ("page break", "Раз.\fДва.\x85Три.", "Раз.\nДва.\nТри."),
    ("control characters", "Р\0а\x07з\x1b[0m \x7f\x9fдва.", "Раз[0m два."),
    ("lone surrogate", "Раз \ud800 два.", "Раз \ufffd два."),
    ("surrogate pair", "Раз \ud83d\ude00 два.", "Раз 😀 два."),
    ("blank around", " \n\t Раз. \u3000\n", "Раз."),
    ("date line", " date 2025-11-07 \nРаз.", "Раз."),
    ("date before the first words", " date 2025-11-07 Раз.", "Раз."),
    ("date after a byte order mark", "\ufeff date 2025-11-07\r\n\r\nРаз.", "Раз."),
    ("date twice", "date 2025-11-07 date 2024-01-01 Раз.", "Раз."),
    ("no date", "date 2025-13-45 Раз.", "date 2025-13-45 Раз."),
    ("a date later on", "Раз. date 2025-11-07 Два.", "Раз. date 2025-11-07 Два."),
    ("a word that begins like one", "dated 2025-11-07 by", "dated 2025-11-07 by"),
    ("a longer number", "date 2025-11-071 by", "date 2025-11-071 by"),
    ("misprints and double spaces", 'Стратегоический  «план" .', 'Стратегоический  «план" .'),
    ("templates", "{{ 7*7 }} {% if %} {# x #}", "{{ 7*7 }} {% if %} {# x #}"),
    ("HTML", "<p>Раз &amp; два</p>", "<p>Раз &amp; два</p>"),
    ("tabs and inner lines", "Раз\tдва\n\n\n три", "Раз\tдва\n\n\n три"),
    ("zero-width and soft hyphen", "Ра\u00adз\u200bдва", "Ра\u00adз\u200bдва"),
]

REFUSED: list[tuple[str, Any, str]] = [
    ("empty", "", "the article is empty"),
    ("spaces", " \n\t\u3000", "the article is empty"),
    ("control characters", "\0\x01 \x9f", "the article is empty"),
    ("byte order mark", "\ufeff\ufeff", "the article is empty"),
    ("zero-width", "\u200b\u200e\n", "the article is empty"),
    ("date alone", " date 2025-11-07 \n", "the article is empty"),
    ("bytes", b"text", "text: must be a str, not bytes"),
    ("None", None, "text: must be a str, not NoneType"),
    ("too long", "я" * 1_500_000, "1,500,000 characters long, the limit is 1,000,000: split it"),
]

METADATA_REFUSED: list[tuple[str, Any, str]] = [
    ("published", "2025-02-30", "published: '2025-02-30' is not a date such as 2025-11-07"),
    ("published", "yesterday", "published: 'yesterday'"),
    ("published", 20251107, "published: 20251107"),
    ("language", "russian", "language: 'russian' is not a language code"),
    ("language", "русский", "language: 'русский'"),
    ("language", "", "language: ''"),
    ("language", "e", "language: 'e'"),
    ("language", "en\n", "language: 'en"),
    ("language", 5, "language: 5"),
    ("title", 5, "title: must be a str or None, not int"),
    ("source", b"x", "source: must be a str or None, not bytes"),
    ("url", ["x"], "url: must be a str or None, not list"),
]


@pytest.mark.parametrize(("raw", "clean"), [pytest.param(*row[1:], id=row[0]) for row in CLEANED])
def test_the_text_is_cleaned_once(raw: str, clean: str) -> None:
    """What must go is gone, all else stays, by either way in; cleaning again changes nothing."""
    article = Article.from_text(raw)
    assert article.text == clean
    assert Article(text=raw) == article
    assert Article.model_validate_json(article.model_dump_json()) == article


@pytest.mark.heavy
@given(
    st.text(st.sampled_from(" \n\r\0\ufeffdate 2025-11-07x.{}\x85\ud83d\ude00") | st.characters())
)
@settings(max_examples=500, deadline=None)
def test_cleaning_is_idempotent(raw: str) -> None:
    """Whatever comes in, the cleaned text is clean, and survives JSON and UTF-8."""
    try:
        article = Article.from_text(raw)
    except ArticleError:
        return
    assert Article.from_text(article.text).text == article.text
    assert Article.model_validate_json(article.model_dump_json()) == article
    assert not re.search("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", article.text)


@pytest.mark.parametrize(
    ("raw", "given_date", "expected"),
    [
        (" date 2025-11-07 Раз.", None, date(2025, 11, 7)),
        (" date 2025-11-07 Раз.", date(2024, 1, 2), date(2024, 1, 2)),
        (" date 2025-11-07 date 2024-01-01 Раз.", None, date(2025, 11, 7)),
        (" date 2025-02-30 Раз.", None, None),
        ("Раз.", "2024-01-02", date(2024, 1, 2)),
        ("Раз.", "2024-01-02T10:30:00+05:00", date(2024, 1, 2)),
        ("Раз.", datetime(2024, 1, 2, 3), date(2024, 1, 2)),  # noqa: DTZ001  (feeds give such)
        ("Раз.", None, None),
    ],
)
def test_published_is_given_or_read_from_the_date_line(
    raw: str, given_date: Any, expected: date | None
) -> None:
    """What the caller gives comes first, then the first date line, else nothing."""
    assert Article.from_text(raw, published=given_date).published == expected


@pytest.mark.parametrize(("text", "message"), [pytest.param(*r[1:], id=r[0]) for r in REFUSED])
def test_what_is_no_article_is_refused(text: Any, message: str) -> None:
    """The error is an ArticleError, not pydantic's, says what is wrong, and holds no article."""
    for make in (Article.from_text, lambda text: Article(text=text)):
        with pytest.raises(ArticleError, match=re.escape(message)) as caught:
            make(text)
        assert len(str(caught.value)) < 200


@pytest.mark.parametrize(("field", "value", "message"), METADATA_REFUSED)
def test_wrong_metadata_is_refused_by_name(field: str, value: Any, message: str) -> None:
    """The error names the field and shows the value."""
    with pytest.raises(ArticleError, match=re.escape(message)):
        Article.from_text(RUSSIAN, **{field: value})


def test_an_unknown_field_is_refused() -> None:
    """A misspelt field is not silently dropped."""
    with pytest.raises(ValidationError, match="pubished"):
        Article.model_validate({"text": RUSSIAN, "pubished": "2025-11-07"})


def test_the_longest_article_is_read() -> None:
    """Exactly the limit is allowed."""
    assert len(Article.from_text("я" * MAX_CHARACTERS).text) == MAX_CHARACTERS


@pytest.mark.parametrize(
    ("code", "language"),
    [("ru", "ru"), ("EN", "en"), ("zh-Hans-CN", "zh"), ("pt_BR", "pt"), ("kaz", "kaz")],
)
def test_a_language_code_is_reduced_to_its_base(code: str, language: str) -> None:
    """A region or script after the language is dropped, and a given language is not guessed."""
    assert Article.from_text("The text of it", language=code).language == language


def test_a_language_that_is_not_given_is_guessed() -> None:
    """The article's language is that of its text."""
    assert Article.from_text("Der Vertrag ist unterzeichnet.").language == "de"


def test_metadata_is_trimmed_and_kept() -> None:
    """All metadata are kept; what is blank is None, what no JSON can hold is replaced."""
    article = Article.from_text(
        RUSSIAN, title=" Итоги\0 \ud800", source="  ", url="https://example.com/a?b=c"
    )
    assert (article.title, article.source) == ("Итоги \ufffd", None)
    assert article.url == "https://example.com/a?b=c"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (RUSSIAN, 2),
        ("одно предложение без точки", 1),
        ("Am 3. Mai endet das Treffen und der Gipfel.", 1),
        ("Итоги саммита\n\nКто что подписал\nМнения", 3),
        ("1 2 3\n4 500 6,7\n" * 3, 6),
        ("انتهت القمة. وقعت الدول الاتفاق.", 2),
        ("<p>Раз.</p>\n<p>Два.</p>", 2),
    ],
)
def test_sentences_are_numbered_from_one(text: str, count: int) -> None:
    """Every sentence is the text at its offsets, and can be looked up by its number."""
    article = Article.from_text(text)
    assert [sentence.number for sentence in article.sentences] == list(range(1, count + 1))
    for number, start, end, words in article.sentences:
        assert article.text[start:end] == words
        assert article.sentence(number).start == start


@pytest.mark.parametrize("number", [0, -1, 3, 10**30])
def test_a_missing_sentence_is_named(number: int) -> None:
    """The error gives the number asked for and how many there are."""
    with pytest.raises(ArticleError, match=rf"\[{number}\]: the article has 2"):
        Article.from_text(RUSSIAN).sentence(number)


def test_passages_are_found_in_the_article() -> None:
    """Evened out, it gives offsets into the article's own text."""
    article = Article.from_text(f" date 2025-11-07 {RUSSIAN}")
    assert fold(article.unwrapped).find("ждет") == [(44, 48)]
    assert article.text[44:48] == "ждёт"


def test_the_id_is_that_of_the_text() -> None:
    """The id depends on nothing but the cleaned text."""
    expected = sha256(RUSSIAN.encode()).hexdigest()[:16]
    assert Article.from_text(RUSSIAN).id == expected
    assert Article.from_text(f"\ufeff date 2025-11-07 {RUSSIAN} ", title="Итоги").id == expected


def test_articles_survive_json_and_pickle() -> None:
    """A round trip gives an equal article, read or unread; only the fields are written."""
    article = Article.from_text(RUSSIAN, title="Итоги", published="2025-11-07", url="https://e.kz")
    unread = article.model_dump_json()
    for read in (article.sentences, article.unwrapped, article.id):
        assert read
    assert article.model_dump_json() == unread
    assert set(article.model_dump()) == {
            "text", "title", "published", "language", "source", "url", "name", "warnings"}  # fmt: skip
    for copy in (Article.model_validate_json(unread), pickle.loads(pickle.dumps(article))):
        assert copy == article
        assert hash(copy) == hash(article)
        assert copy.sentences == article.sentences


def test_articles_with_other_fields_differ() -> None:
    """Equality looks at every field."""
    article = Article.from_text(RUSSIAN)
    assert article != Article.from_text(RUSSIAN + "!")
    assert article != Article.from_text(RUSSIAN, title="Итоги")
    assert article != Article.from_text(RUSSIAN, language="kk")


def test_an_article_cannot_be_changed_in_place() -> None:
    """Offsets stay right because the text stays."""
    with pytest.raises(ValidationError, match="frozen"):
        Article.from_text(RUSSIAN).text = "Иначе"


def test_a_changed_copy_reads_its_own_text() -> None:
    """A copy with another text has that text's sentences, and is cleaned like any other."""
    article = Article.from_text(RUSSIAN)
    assert len(article.sentences) == 2
    copy = article.model_copy(update={"text": "\ufeffРаз."})
    assert [sentence.text for sentence in copy.sentences] == ["Раз."]
    assert copy.language == article.language


@pytest.mark.parametrize("title", [None, "Итоги " * 50])
def test_the_repr_is_short(title: str | None) -> None:
    """It names the article, its language and length, and never shows the whole text."""
    article = Article.from_text(f"{RUSSIAN}\n" * 100, title=title)
    for shown in (repr(article), str(article)):
        assert len(shown) < 120
        assert "language='ru', sentences=200" in shown
        assert shown.startswith("Article('Итоги" if title else "Article('К. Токаев")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_file_is_read(tmp_path: Path, encoding: str) -> None:
    """UTF-8 with and without a byte order mark gives what the same text gives."""
    path = tmp_path / "статья.txt"
    path.write_bytes(f" date 2025-11-07 {RUSSIAN}\r\n".encode(encoding))
    expected = Article.from_text(RUSSIAN, published="2025-11-07", title="Итоги")
    assert Article.from_file(path, title="Итоги") == expected
    assert Article.from_file(str(path), title="Итоги") == expected


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the article is empty"),
        (b"abc \xcf\xf0\xe8", "not UTF-8 (byte 0xCF at offset 4): convert it first, for example"),
        ("Раз".encode("utf-16"), "iconv"),
        ("я".encode() * 1_500_000, "1,500,000 characters long"),
        (b"x" * 4_000_001, "more than 4,000,000 bytes, the limit is 1,000,000 characters: split"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    """The error names the file, in its message and as an attribute, and what is wrong."""
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    with pytest.raises(ArticleError, match=re.escape(message)) as caught:
        Article.from_file(path)
    assert caught.value.path == str(path)
    assert str(caught.value).startswith(f"{path}: ")


@pytest.mark.parametrize(
    ("name", "message"),
    [("missing.txt", "no such file"), (".", "a directory"), ("a\0b", "cannot be read")],
)
def test_a_path_that_is_no_file_is_named(tmp_path: Path, name: str, message: str) -> None:
    """A missing file, a directory and an impossible name are told apart."""
    with pytest.raises(ArticleError, match=message):
        Article.from_file(tmp_path / name)


def test_an_unreadable_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system says is passed on."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ArticleError, match="cannot be read: Permission denied"):
        Article.from_file(tmp_path / "article.txt")
