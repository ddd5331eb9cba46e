"""A draft held against its sources, without a model: every figure, date, name and quotation."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import views
from ..article import Article, article_of
from ..errors import ArticleError
from ..schema import DraftClaim, DraftData
from .dates import check_dates
from .figures import check_figures
from .held import Held
from .names import check_names
from .places import Place
from .quotations import Quotations
from .slots import check_slots
from .speakers import check_quoted, check_told
from .stages import check_progress, check_stages, check_tenses

if TYPE_CHECKING:
    import pandas


class DraftReport(DraftData):
    """What came of it, with the views that lead from it."""

    def to_text(self, *, width: int = 100, colour: bool = False) -> str:
        """What wants a look, the worst first, for a terminal: see `views.draft_to_text`."""
        return views.draft_to_text(self, width=width, colour=colour)

    def to_html(
        self, *, title: str | None = None, labels: views.LabelLanguage | None = None
    ) -> str:
        """A page to look at, complete in itself: see `views.draft_to_html`."""
        return views.draft_to_html(self, title=title, labels=labels)

    def _repr_html_(self) -> str:
        return views.draft_to_fragment(self)

    def to_records(self) -> list[dict[str, Any]]:
        """One flat record per claim: see `views.draft_records`."""
        return views.draft_records(self)

    def to_frame(self) -> pandas.DataFrame:
        """The same as a data frame; needs the extra ``pandas``."""
        return views.draft_frame(self)

    def to_jsonl(self) -> str:
        """A JSON object a line for each claim: see `views.draft_lines`."""
        return views.draft_lines(self)

    def to_github(self) -> str:
        """Annotations for GitHub Actions: see `views.draft_to_github`."""
        return views.draft_to_github(self)


_ENOUGH = 400  # characters to tell a script by


def check_text(
    draft: Article | str | Path, sources: Article | str | Path | Iterable[Article | str | Path]
) -> DraftReport:
    """Hold a draft against the articles it was written from.

    No model, no key and no network: what can be compared by code is compared, in the languages of
    `languages`.  A draft in another language than a source is compared by its figures, dates and
    names alone.

    Args:
        draft: an `Article`, a text, or the `Path` of a file.
        sources: the same, one or any number of them.

    Raises ``ArticleError`` if one of them cannot be read, or there is no source.

    >>> report = check_text("Selm paid $3 million.", "Selm said it had paid $2 million to Norvik.")
    >>> [(claim.text, claim.verdict) for claim in report.flagged]
    [('$3 million', 'contradicted')]
    """
    many = [sources] if isinstance(sources, Article | str | Path) else [*sources]
    if not many:
        raise ArticleError("a draft is held against sources: give at least one")
    read = article_of(draft, whole=True)
    held = Held(*_of_one_language(read, [article_of(each) for each in many]))
    return DraftReport(
        draft=held.draft.article,
        sources=[index.article for index in held.sources.indexes],
        claims=[*_claims(held)],
        notes=[*_notes(held)],
    )


def _of_one_language(draft: Article, sources: list[Article]) -> tuple[Article, list[Article]]:
    """What is too short to tell its language is in that of the others in its script, if one."""
    languages: dict[str, set[str]] = {}
    for each in (draft, *sources):
        languages.setdefault(_script(each.text), set()).add(each.language)

    def told(article: Article) -> Article:
        others = languages[_script(article.text)] - {"und"}
        if article.language != "und" or len(others) != 1:
            return article
        return article.model_copy(update={"language": next(iter(others))})

    return told(draft), [told(each) for each in sources]


def _script(text: str) -> str:
    """What most of its letters are: LATIN, CYRILLIC, CJK."""
    letters = (
        unicodedata.name(each, "").split(" ")[0] for each in text[:_ENOUGH] if each.isalpha()
    )
    return next((script for script, _ in Counter(letters).most_common(1)), "")


def _claims(held: Held) -> Iterator[DraftClaim]:
    quotations = Quotations(held)
    for number in held.draft.all_sentences:
        yield from sorted(_of_sentence(held, quotations, number), key=lambda each: each.start)


def _of_sentence(held: Held, quotations: Quotations, number: int) -> Iterator[DraftClaim]:
    around = held.draft.quotations_around(number)
    spoken = [place for place in around if quotations.is_speech(place)]
    compared: list[Place] = []
    if not held.is_translated:
        for place in quotations.places(number):
            claim, found = quotations.check(number, place)
            yield claim
            speaker = check_quoted(held, number, place, found) if found else None
            if speaker:
                yield speaker
        compared = spoken
        stages = [
            *check_stages(held, number, compared),
            *check_progress(held, number, compared),
        ]
        yield from stages
        seen = {each.start for each in stages}
        yield from (each for each in check_tenses(held, number, compared) if each.start not in seen)
        yield from check_told(held, number, compared)
    yield from check_figures(held, number, compared)
    yield from check_dates(held, number, compared)
    yield from check_names(held, number, spoken)
    yield from check_slots(held, number, spoken)


def _notes(held: Held) -> Iterator[str]:
    others: dict[str, list[int]] = {}
    for source, alike in enumerate(held.reads_alike):
        if not alike:
            others.setdefault(held.sources.indexes[source].language, []).append(source)
    for language, sources in others.items():
        named = ", ".join(map(held.name, sources))
        yield (
            f"{named} {'is' if len(sources) == 1 else 'are'} in {language}, the draft in "
            f"{held.language}: figures, dates and names were compared, words were not"
        )
