"""A checked draft to look at: the draft on one side, its sources on the other, each claim marked.

As the page of `html`: it needs nothing but itself, holds no script, and whatever comes from a draft
or a source is text.  Words lead to where they stand in a source, and from there back; what wants a
look is listed above both, with its reason.  A claim is known by its number on the page.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import pairwise
from typing import get_args

from ..article import Article, Sentence
from ..schema import VERDICTS, ClaimKind, DraftClaim, DraftData, SourceSpan, Span, Verdict
from .cards import MARKS, around
from .drafts import notes, tally, why
from .labels import LabelLanguage, labels_for
from .spans import BESIDE, where
from .templates import counted, render, sizes_of
from .words import Piece, quoted_diff

DRAFT_MEANINGS: dict[Verdict, str] = {
    "exact": "stands in a source to the letter",
    "normalised": "stands there but for typography",
    "computed": "follows from what stands there: 2.5 billion is 2,500 million",
    "unchecked": "could not be compared, or is left open: look for yourself",
    "elsewhere": "stands in a source, but is told of something else there",
    "absent": "stands in no source",
    "contradicted": "a source says otherwise",
}
"""What each verdict on a claim of a draft tells a reader."""
_KINDS: tuple[ClaimKind, ...] = get_args(ClaimKind)


def draft_to_html(
    report: DraftData, *, title: str | None = None, labels: LabelLanguage | None = None
) -> str:
    """A page of a draft and its sources, complete in itself.

    Its labels are in the draft's language, if there are any; ``labels="en"`` chooses.

    >>> from summariser.drafts import check_text
    >>> page = draft_to_html(check_text("Selm paid $3 million.", "Selm paid $2 million."))
    >>> "2 claims: 1 borne out, 1 wants a look" in page, "$2 million" in page
    (True, True)
    """
    view = _View(report, "a")
    labels = labels_for([report.draft], labels)
    style = _style(view, labels, filtered=True)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return render(
        "draft.jinja",
        "page",
        labels,
        title=title,
        view=view,
        kinds=[each for each in enumerate(_KINDS) if each[0] in view.kinds],
        meanings=DRAFT_MEANINGS,
        style=style,
        digest=digest,
    )


def draft_to_fragment(report: DraftData) -> str:
    """The same view as a piece of a page, such as Jupyter's; its style reaches nothing else."""
    content = report.model_dump_json()
    view = _View(report, f"draft-{sha256(content.encode()).hexdigest()[:12]}")
    return render(
        "draft.jinja", "fragment", "en", view=view, style=_style(view, "en", filtered=False)
    )


def _style(view: _View, labels: LabelLanguage, *, filtered: bool) -> str:
    verdicts = sorted({claim.verdict for claim in view.claims})
    pairs = sorted({(claim.verdict, claim.kind) for claim in view.claims})
    return render(
        "draft.jinja",
        "style",
        labels,
        pairs=pairs,
        claims=[claim.number for claim in view.claims],
        kinds=range(len(_KINDS)) if filtered else None,
        verdicts=verdicts,
        colours=[MARKS[verdict][1] for verdict in VERDICTS],
        sizes=sizes_of(view.counted, view.flags) if filtered else (),
    )


# --- what is shown -----------------------------------------------------------------------------


class _Claim:
    """A claim, made ready to be shown."""

    def __init__(self, number: int, flag: int | None, claim: DraftClaim, report: DraftData) -> None:
        self.number = number
        self.flag = flag
        """Its number among those that want a look."""
        self.claim = claim
        self.kind = _KINDS.index(claim.kind)
        self.verdict = VERDICTS.index(claim.verdict)
        self._report = report

    @property
    def places(self) -> list[tuple[str, SourceSpan]]:
        """Where the sources speak of it: the end of an id, and the words."""
        found = [(f"s{self.number}", self.claim.found)] if self.claim.found else []
        others = enumerate(self.claim.others, 1)
        return [*found, *((f"s{self.number}o{index}", span) for index, span in others)]

    @property
    def leads_to(self) -> str | None:
        """The end of the id of what its words are linked with."""
        places = self.places
        return places[0][0] if places else f"c{self.number}" if self.flag else None

    @cached_property
    def pieces(self) -> list[Piece]:
        return quoted_diff(self.claim, self._report.sources)

    @property
    def reason(self) -> str | None:
        return why(self.claim, self.pieces)

    @property
    def where(self) -> str:
        return where(self._report.draft, self.claim)

    @property
    def passages(self) -> Iterator[tuple[str, int, int, tuple[str, str, str], str]]:
        """The end of an id, which source if there are several, the number of the sentence, the
        words with those around them, and their language.
        """
        for id_, span in self.places:
            source = self._report.sources[span.source - 1]
            which = span.source if len(self._report.sources) > 1 else 0
            yield id_, which, span.sentence, around(span, source, BESIDE), _language(source)


def _language(article: Article) -> str:
    return article.language.replace("und", "")


class _View:
    """A draft and its sources, made ready to be shown; ids begin with `id`."""

    def __init__(self, report: DraftData, id: str) -> None:  # noqa: A002  # HTML's name for it
        self.id = id
        self.whole_page = id == "a"
        self.draft = _Shown(report.draft)
        self.sources = [*map(_Shown, report.sources)]
        self.verdict, self.tally, self.notes = report.verdict, tally(report), notes(report)
        flags = iter(range(1, len(report.claims) + 1))
        self.claims = [
            _Claim(number, next(flags) if claim.flagged else None, claim, report)
            for number, claim in enumerate(report.claims, 1)
        ]
        self.flagged = sorted(
            (each for each in self.claims if each.flag),
            key=lambda each: (-each.verdict, each.number),
        )
        self.kinds = {claim.kind for claim in self.claims}
        self.counted, self.flags = counted(self.claims), counted(self.flagged)
        for each in self.claims:
            number, claim, found = each.number, each.claim, each.claim.found
            there = (found.source, found.part, found.start, found.end) if found else number
            lead = _Mark(claim.start, claim.end, each, f"d{number}", each.leads_to, there)
            self.draft.mark(claim, lead)
            for anchor, span in each.places:
                back = _Mark(span.start, span.end, each, anchor, f"d{number}", number)
                self.sources[span.source - 1].mark(span, back)


# --- texts, marked -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Mark:
    """The words of a claim, in the draft or in a source."""

    start: int
    end: int
    claim: _Claim
    anchor: str
    leads_to: str | None
    there: object
    """What stands there; two claims may lead to the same words."""


@dataclass(slots=True)
class _Run:
    """A piece of a text in which no mark begins or ends."""

    words: str
    style: str
    mark: _Mark | None
    """The one that it leads by: of all there, the shortest that leads anywhere."""
    is_first: bool
    """Whether no piece before leads there."""
    begins: list[_Mark]
    ends: list[_Mark]
    """Those for which a link of their own stands behind them."""
    sentence: int | None
    """The number of the sentence that begins here."""


_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


class _Shown:
    """An article with the marks in it."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.name = article.known_as or article.heading
        self.language = _language(article)
        self._marks: dict[str, list[_Mark]] = {"title": [], "text": []}

    def mark(self, span: Span, mark: _Mark) -> None:
        """Mark some words, if they are any."""
        if mark.start < mark.end:
            self._marks[span.part].append(mark)

    @property
    def is_marked(self) -> bool:
        return any(self._marks.values())

    @property
    def paragraphs(self) -> Iterator[list[_Run]]:
        """The title and the text, cut where a mark begins or ends."""
        if self.article.title:
            title = [self.article.sentence(0)]
            yield from _paragraphs(self.article.title, self._marks["title"], title)
        yield from _paragraphs(self.article.text, self._marks["text"], self.article.sentences)


def _paragraphs(
    text: str, marks: Iterable[_Mark], sentences: Iterable[Sentence]
) -> Iterator[list[_Run]]:
    begin, finish = defaultdict(list), defaultdict(list)
    for mark in marks:
        begin[mark.start].append(mark)
        finish[mark.end].append(mark)
    gaps = dict(gap.span() for gap in _BLANK_LINE.finditer(text))
    numbers = {each.start: each.number for each in sentences}
    cuts = sorted({0, len(text), *begin, *finish, *gaps, *gaps.values(), *numbers})
    active: dict[_Mark, None] = {}
    led_to: set[object] = set()
    paragraph: list[_Run] = []
    for start, end in pairwise(cuts):
        for mark in finish[start]:
            active.pop(mark, None)
        active.update(dict.fromkeys(begin[start]))
        if gaps.get(start) == end and not active:
            yield paragraph
            paragraph = []
            continue
        leading = [mark for mark in active if mark.leads_to]
        shortest = min(leading, key=_length, default=None)
        is_first = shortest is not None and shortest.there not in led_to
        led_to |= {shortest.there} if shortest else set()
        number = numbers.get(start)
        run = _Run(text[start:end], _classes(active), shortest, is_first, begin[start], [], number)
        run.ends = [each for each in finish[end] if each.claim.flag or each.there not in led_to]
        paragraph.append(run)
    yield paragraph


def _length(mark: _Mark) -> tuple[int, int]:
    return mark.end - mark.start, mark.claim.number


def _classes(marks: Iterable[_Mark]) -> str:
    """The kinds with the verdicts of these marks, and their claims."""
    kinds = dict.fromkeys(f"k{mark.claim.kind}v{mark.claim.verdict}" for mark in marks)
    numbers = dict.fromkeys(f"w{mark.claim.number}" for mark in marks)
    return " ".join([*kinds, *numbers])
