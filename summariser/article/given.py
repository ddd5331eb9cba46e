"""What users give where an article is wanted."""

from __future__ import annotations

from pathlib import Path

from ..errors import ArticleError
from .article import Article

_LONGEST_NAME = 255


def article_of(given: Article | str | Path, *, whole: bool = False) -> Article:
    """The article itself, that of a text, or that of the file at a path (`whole`: all of a page).

    Raises ArticleError; also for a text that is the name of a file, which nobody means as a text.
    """
    if isinstance(given, Article):
        return given
    if isinstance(given, Path):
        return Article.from_file(given, whole=whole)
    if isinstance(given, str) and _names_a_file(given):
        raise ArticleError(f"{given!r} is the name of a file: give Path({given!r}) to have it read")
    return Article.from_text(given)


def _names_a_file(text: str) -> bool:
    try:
        return 0 < len(text) <= _LONGEST_NAME and "\n" not in text and Path(text).is_file()
    except (OSError, ValueError):  # a character that no path may have
        return False
