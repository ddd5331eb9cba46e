"""Summaries as Markdown, in which no words of an article or a model become markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..schema import Cited, Item, Quoted, SummaryData
from .cards import MARKS, card, describe, given, held, not_read, noted, standing, told
from .tables import many


def to_markdown(summaries: SummaryData | Iterable[SummaryData]) -> str:
    """Summaries as Markdown, CommonMark's or GitHub's: a heading for each article and each field,
    the items with their verdicts, and under each the cited sentences.

    Words of an article or a model are never markup, nor addresses of pages links; those of
    e-mail are where GitHub's kind is read, which leaves no way to write them otherwise.
    """
    return "\n".join(line for summary in many(summaries) for line in _markdown(summary))


def _markdown(summary: SummaryData) -> Iterator[str]:
    article = summary.article
    if article is not None:
        yield f"# {_escaped(article.title or article.sentences[0].text)}\n"
        facts = (article.published, article.language, article.source, article.url)
        yield " · ".join(_escaped(str(fact)) for fact in facts if fact) + "\n"
    claims = summary.makes_claims()
    yield " · ".join(standing(summary)) + "\n"
    for name in summary.visible_fields():
        value = getattr(summary, name)
        if name not in summary.item_fields() and value is not None:
            yield f"{_escaped(describe(value))}\n"
    for check in summary.checks:
        if check.reason:
            yield f"{MARKS[check.verdict][0]} {_escaped(f'{check.field}: {check.reason}')}\n"
    if notes := noted(summary.notes):
        yield f"{_escaped(notes)}\n"
    for name, field in summary.item_fields().items():
        items = [item for path, item in summary.items() if path.partition("[")[0] == name]
        if not (items or claims):
            continue
        heading = _escaped(name.replace("_", " ").capitalize())
        yield f"## {heading} ({len(items)})\n" if field.many else f"## {heading}\n"
        if not claims:
            yield "\n".join(_found_line(item, name) for item in items) + "\n"
        for item in items if claims else ():
            yield "\n".join(_item_lines(item)) + "\n"
        if not items:
            yield "none\n"
    if summary.rejected:
        yield f"## Rejected ({len(summary.rejected)})\n"
        for each in summary.rejected:
            yield f"- ✗ {_escaped(f'{each.field}: {each.reason}')}\n"
    if summary.open:
        yield f"## Open ({len(summary.open)})\n"
        yield f"{summary.accounted} accounted for; no item cites these:\n"
        for sentence in summary.open:
            yield f"- ○ **{_escaped(held(sentence))}**"
            if reason := given(sentence):
                yield f"  - {_escaped(reason)}"
            yield f"\n  > {_escaped(f'[{sentence.sentence}] {sentence.text}')}\n"
    for line in not_read(summary):
        yield f"✗ {_escaped(line)}\n"


def _found_line(item: Item, field: str) -> str:
    shown = card(item)
    details = [*told(shown, field), *filter(None, [shown.notes])]
    comes_to = f" = {_escaped(shown.reading)}" if shown.reading else ""
    return " · ".join([f"- **{_escaped(shown.title)}**{comes_to}", *map(_escaped, details)])


def _item_lines(item: Item) -> Iterator[str]:
    shown = card(item)
    yield f"- {MARKS[shown.verdict][0]} **{_escaped(shown.title) or '—'}** ({shown.verdict})"
    if shown.tags:
        yield f"  - {_escaped(' · '.join(shown.tags))}"
    for row in shown.rows:
        yield f"  - {_escaped(f'{row.label}: {row.text}')}"
    for remark in shown.remarks:
        yield f"  - ⚠ {_escaped(remark)}"
    if shown.not_checked:
        yield f"  - {_escaped('not checked: ' + ', '.join(shown.not_checked))}"
    if shown.notes:
        yield f"  - {_escaped(shown.notes)}"
    if isinstance(item, Quoted):
        for quote in item.quotes:
            yield f"  - “{_escaped(quote.text)}”"
    if isinstance(item, Cited):
        for evidence in item.evidence:
            yield f"\n  > {_escaped(f'[{evidence.sentence}] {evidence.text}')}"


_MARKUP = re.compile(
    r"[\\`*_{}\[\]|~$^#]|(?<=http):|(?<=https):|(?<=ftp):|(?<=www)[.]", re.IGNORECASE
)
_LIST_ITEM = re.compile(r"^([0-9]{0,9})([-+=:.)])")
_ENTITIES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}


def _escaped(words: str) -> str:
    """Words as they are, on one line: backslashes and entities keep them from being markup."""
    words = " ".join(words.split()).translate(_ENTITIES)
    return _LIST_ITEM.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", words))
