"""A summary as text for a terminal: pure functions that return strings.

Everything is laid out by type, so a topic of one's own looks as good as the one shipped.  All
words of an article or a model are data: no markup of theirs is ever interpreted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from typing import TYPE_CHECKING, Any

from ..article import Article, Sentence
from ..schema import (
    Cited,
    Deliverable,
    Evidence,
    Item,
    Measure,
    Mention,
    Money,
    Named,
    Open,
    Part,
    Quoted,
    Span,
    SummaryData,
    Usage,
    Verdict,
    sentences_not_read,
)

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

MARKS: dict[Verdict, tuple[str, str]] = {
    "exact": ("✓", "green"),
    "normalised": ("✓", "green"),
    "computed": ("✓", "green"),
    "unchecked": ("?", "yellow"),
    "elsewhere": ("↗", "yellow"),
    "absent": ("✗", "red"),
    "contradicted": ("✗", "red"),
}
"""How each verdict is shown: a mark that also works without colour, and its colour."""


_BESIDE = 32  # characters around some words, for a reader to know them by


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a card: what kind of thing, and how it reads."""

    label: str
    text: str
    path: str
    """Where in the item, e.g. ``values[0]``, as its checks name it."""
    value: Any


@dataclass(frozen=True, slots=True)
class Card:
    """An item made ready to be shown, whatever its type."""

    title: str
    tags: tuple[str, ...]
    rows: tuple[Row, ...]
    verdict: Verdict
    remarks: tuple[str, ...]
    """The reasons of all checks that are not plainly passed, and of those that have something
    to say."""
    not_checked: tuple[str, ...]
    """What it says that no check looks at, by the names of the fields."""
    reading: str | None
    """What its words come to, if it is a figure that they do not already write so."""
    notes: str | None
    """What was read though it was not written as asked for, in one line."""


def card(item: Item) -> Card:
    """The item laid out by the types of its fields."""
    values = {name: getattr(item, name) for name in type(item).visible_fields()}
    values.pop("evidence", None)
    title = values.pop("text", None) or values.pop("name", None) or values.get("verbatim") or ""
    comes_to = None
    if not item.is_claimed:  # in one line
        comes_to = _comes_to(item) if isinstance(item, Money | Measure) else None
        for name in ("verbatim", *_figure_fields(item)):
            values.pop(name, None)
    tags = [name for name in values if _is_choice(item, name)]
    return Card(
        title=str(title),
        tags=tuple(str(values[name]).replace("_", " ") for name in tags),
        rows=tuple(
            row for name in values if name not in tags for row in _rows(name, values[name], name)
        ),
        verdict=item.verdict,
        remarks=tuple(
            f"{check.field}: {check.reason}" for check in item.checks if check.reason is not None
        ),
        not_checked=tuple(dict.fromkeys(map(_called, item.unread))),
        reading=comes_to,
        notes=noted(item.notes),
    )


def _figure_fields(item: Item) -> Iterator[str]:
    """What is told of a figure beside its words."""
    return (
        name
        for kind in (Money, Measure)
        if isinstance(item, kind)
        for name in kind.visible_fields()
    )


def noted(notes: list[str]) -> str | None:
    """Notes in one line; None if there are none.

    >>> noted(["evidence: “2-3” read as [2], [3]", "currency: “US$” read as USD"])
    'note: evidence: “2-3” read as [2], [3]; currency: “US$” read as USD'
    """
    return f"note: {'; '.join(notes)}" if notes else None


def _is_choice(part: Part, name: str) -> bool:
    return "Literal" in str(type(part).model_fields[name].annotation)


def _rows(name: str, value: Any, path: str) -> Iterator[Row]:
    label = name.replace("_", " ")
    if isinstance(value, list):
        for number, each in enumerate(value):
            yield from _rows(one_of(name), each, f"{path}[{number}]")
    elif value is not None:
        yield Row(label, describe(value), path, value)


def one_of(name: str) -> str:
    """What one of several is called.

    >>> [one_of(name) for name in ("parties", "values", "evidence")]
    ['party', 'value', 'evidence']
    """
    return f"{name[:-3]}y" if name.endswith("ies") else name.removesuffix("s")


def _called(path: str) -> str:
    """How a field is called for readers.

    >>> _called("parties[0].role")
    'party role'
    """
    steps = [one_of(step.partition("[")[0]) if "[" in step else step for step in path.split(".")]
    return " ".join(steps).replace("_", " ")


def describe(value: Any) -> str:
    """A mention, or any other value, in one line.

    >>> describe(Money(verbatim="$2", amount=2, currency="USD", qualifier="exact", per="unit"))
    '$2 = 2 USD per unit'
    """
    if isinstance(value, Money) and value.amount is None:
        return f"{value.verbatim} {reading(value)}"
    if isinstance(value, Money | Measure | Deliverable):
        read = _comes_to(value)
        return value.verbatim if read is None else f"{value.verbatim} = {read}"
    if isinstance(value, Named) and value.name is None and value.verbatim:
        return reading(value).replace("unnamed", f"unnamed: {value.verbatim}", 1)
    return reading(value)


def _comes_to(value: Money | Measure | Deliverable) -> str | None:
    read = reading(value)
    return None if read.replace(" ", "") == "".join(value.verbatim.split()) else read


def reading(value: Any) -> str:
    """What is made of a mention; its words are left out, to stand beside it."""
    if isinstance(value, Money):
        return _sum(value)
    if isinstance(value, Measure):
        apart = "" if value.unit == "%" else " "
        return apart.join(filter(None, (_figure(value), value.unit)))
    if isinstance(value, Deliverable):
        quantity = None if value.quantity is None else _number(value.quantity)
        hedge = _hedge(value) if quantity else None
        unit = None if value.unit == value.item else value.unit
        each = f"({value.capacity} each)" if value.capacity and quantity else value.capacity
        return " ".join(filter(None, (hedge, quantity, unit, value.item, each)))
    if isinstance(value, Evidence):
        return f"[{value.sentence}] {value.text}"
    if isinstance(value, Named):
        details = (
            str(getattr(value, name)).replace("_", " ")
            for name in type(value).visible_fields()
            if name not in ("name", "verbatim") and getattr(value, name) is not None
        )
        more = ", ".join(details)
        return (value.name or "unnamed") + (f" ({more})" if more else "")
    if isinstance(value, Part):
        fields = ((name, getattr(value, name)) for name in type(value).visible_fields())
        return ", ".join(f"{name} {describe(each)}" for name, each in fields if each is not None)
    return str(value)


def standing(summary: SummaryData) -> list[str]:
    """A summary's verdict, and what it says nothing about: what was rejected, not read, or is open.

    Of what code found itself, how much there is.

    >>> standing(SummaryData())
    ['? unchecked']
    """
    if not summary.makes_claims():
        return [f"{sum(1 for _ in summary.items())} found"]
    lost = sentences_not_read(summary.coverage)
    said = [f"{MARKS[summary.verdict][0]} {summary.verdict}"]
    said += [f"{len(summary.rejected)} rejected"] if summary.rejected else []
    said += [f"{lost} sentence{'s' if lost != 1 else ''} not read"] if lost else []
    return said + ([f"{len(summary.open)} open"] if summary.open else [])


def held(sentence: Open) -> str:
    """What stands in an open sentence, in one line: ``sum: $900 million``."""
    return f"{', '.join(sentence.kinds)}: {'; '.join(sentence.words)}"


def given(sentence: Open) -> str | None:
    """Why an open sentence is no concern, as the model says; None if it says nothing."""
    return f"the model: {sentence.reason}" if sentence.reason else None


def not_read(summary: SummaryData) -> list[str]:
    """A line for each part of the article that could not be read, and of a page that was not."""
    lost = [
        f"sentences [{part.first}] to [{part.last}] were not read: {part.error}"
        for part in summary.coverage
        if part.error
    ]
    return [*lost, *(summary.article.warnings if summary.article else ())]


def _sum(money: Money) -> str:
    if money.amount is None:
        return "(no figure)"
    is_open = isinstance(money, Item) and not money.is_claimed
    currency = money.currency or ("(of several currencies)" if is_open else "(no currency)")
    per = "" if money.per == "total" else f" per {money.per}"
    return f"{_figure(money)} {currency}{per}"


def _figure(value: Money | Measure) -> str:
    if value.amount is None:
        return "(no figure)"
    hedge = f"{hedge} " if (hedge := _hedge(value)) else ""
    upper = "" if value.upper is None else f" to {_number(value.upper)}"
    return f"{hedge}{_number(value.amount)}{upper}"


def _hedge(value: Money | Measure | Deliverable) -> str:
    return "" if value.qualifier in ("exact", "range") else value.qualifier.replace("_", " ")


def _number(number: Decimal) -> str:
    return format(number.normalize(), ",f")


def usage_line(usage: Usage) -> str:
    """What a summary cost, in one line.

    >>> usage_line(Usage(requests=1, input_tokens=2100, output_tokens=640))
    '1 request, 2,100 tokens in, 640 out'
    >>> usage_line(Usage(requests=2, input_tokens=2100, output_tokens=640, cost=Decimal("0.0018")))
    '2 requests, 2,100 tokens in, 640 out, $0.0018'
    """
    requests = f"{usage.requests} request{'s' if usage.requests != 1 else ''}"
    if usage.input_tokens is None or usage.output_tokens is None:
        return f"{requests}, tokens not reported"
    tokens = f"{requests}, {usage.input_tokens:,} tokens in, {usage.output_tokens:,} out"
    return tokens if usage.cost is None else f"{tokens}, {_dollars(usage.cost)}"


def _dollars(cost: Decimal) -> str:
    # Cents, or two digits of what is less, so that nothing is rounded down to 0.
    return f"${cost:,.{max(2, 1 - cost.adjusted())}f}"


def to_text(summary: SummaryData, *, width: int = 100, colour: bool = False) -> str:
    """The summary as text for a terminal of this width."""
    return printed(_layout(summary), width=width, colour=colour)


def printed(lines: Iterable[RenderableType], *, width: int, colour: bool) -> str:
    """What rich makes of these, as text for a terminal of this width."""
    from rich.console import Console

    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=colour,
        force_jupyter=False,  # there rich would show each line at once and return none
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for line in lines:
        console.print(line)
    assert isinstance(console.file, StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines()) + "\n"


def item_line(item: Item, longest: int = 100) -> Text:
    """An item in one line of a terminal: the mark of its verdict, and what it says."""
    shown = card(item)
    mark, style = MARKS[shown.verdict]
    return styled(_clip(f"{mark} {' '.join(shown.title.split())}", longest), style)


def _layout(summary: SummaryData) -> Iterator[RenderableType]:
    from rich.rule import Rule
    from rich.text import Text

    article = summary.article
    if article is not None:
        facts = [article.language, str(article.published or "undated")]
        facts.append(f"{len(article.sentences)} sentences")
        title = article.title or article.sentences[0].text
        yield Rule(styled(_clip(title, 60), "bold"), align="left", characters="━")
        yield Text(" · ".join(facts), style="dim")
    claims = summary.makes_claims()
    yield styled(" · ".join(standing(summary)), MARKS[summary.verdict][1] if claims else "dim")
    for name in summary.visible_fields():
        value = getattr(summary, name)
        if name not in summary.item_fields():
            yield Text()
            yield styled(describe(value))
    for check in summary.checks:
        if check.reason:
            yield _remark(f"{check.field}: {check.reason}", check.verdict)
    if notes := noted(summary.notes):
        yield indented(notes, 4, "dim")
    for name, field in summary.item_fields().items():
        items = [item for path, item in summary.items() if path.split("[")[0] == name]
        if not (items or claims):
            continue
        yield Text()
        heading = f"{name.upper()} ({len(items)})" if field.many else name.upper()
        yield Text(heading, style="bold")
        if not items:
            yield Text("  none", style="dim")
        for item in items:
            yield from _item_lines(item) if claims else _found_lines(item, name, article)
    if summary.rejected:
        yield Text()
        yield Text(f"REJECTED ({len(summary.rejected)})", style="bold red")
        for rejected in summary.rejected:
            yield indented(f"✗ {rejected.field}: {raw_title(rejected.raw)}", 2, "red")
            yield indented(rejected.reason, 4)
    if summary.open:
        yield Text()
        yield Text(f"OPEN ({len(summary.open)})", style="bold yellow")
        yield Text(f"  {summary.accounted} accounted for; no item cites these:", style="dim")
        for sentence in summary.open:
            yield indented(f"○ {held(sentence)}", 2, "yellow")
            if reason := given(sentence):
                yield indented(reason, 4)
            yield indented(f"[{sentence.sentence}] {sentence.text}", 4, "italic")
    for line in not_read(summary):
        yield Text()
        yield styled(f"✗ {line}", "bold red")
    if not claims:
        return
    yield Text()
    model = f" · model {summary.provenance.model}" if summary.provenance else ""
    yield styled(usage_line(summary.usage) + model, "dim")


def _item_lines(item: Item) -> Iterator[RenderableType]:
    shown = card(item)
    mark, style = MARKS[shown.verdict]
    yield indented(f"{mark} {shown.title}", 2, style)
    if shown.tags:
        yield indented(" · ".join(shown.tags), 4, "dim")
    for row in shown.rows:
        yield indented(f"{row.label}: {row.text}", 4)
    for remark in shown.remarks:
        yield _remark(remark, shown.verdict)
    if shown.not_checked:
        yield indented(f"not checked: {', '.join(shown.not_checked)}", 4, "dim")
    if shown.notes:
        yield indented(shown.notes, 4, "dim")
    if isinstance(item, Quoted):
        for quote in item.quotes:
            yield indented(f"“{quote.text}”", 4, "cyan")
    if isinstance(item, Cited):
        for evidence in item.evidence:
            yield indented(reading(evidence), 4, "italic")


def told(shown: Card, field: str) -> list[str]:
    """What is told of an item beside its title, each in a few words, if no verdicts are shown."""
    return [
        words if row.label == one_of(field) else f"{row.label}: {words}"
        for row in shown.rows
        if (words := _unjudged(row)) != shown.title
    ]


def _unjudged(row: Row) -> str:
    is_unnamed = isinstance(row.value, Named) and row.value.name is None
    return str(row.value.verbatim) if is_unnamed else row.text


def _found_lines(item: Item, field: str, article: Article | None) -> Iterator[RenderableType]:
    """What code found, in a line, and the words around it, if they stand at one place."""
    from rich.padding import Padding

    shown, spans = card(item), item.named()
    line = styled(shown.title, "bold")
    if shown.reading:
        line.append_text(styled(f" = {shown.reading}"))
    line.append_text(styled("".join(f" · {each}" for each in told(shown, field))))
    if article is not None:
        numbers = sentences_of(spans, article)
        line.append_text(styled("".join(f" [{number}]" for number in numbers), "dim"))
    yield Padding(line, (0, 0, 0, 2))
    if shown.notes:
        yield indented(shown.notes, 4, "dim")
    if article is not None and isinstance(item, Mention):
        before, words, behind = around(spans[0], article)
        yield indented(f"{before}{words}{behind}", 4, "dim")


def sentences_of(spans: Iterable[Span], article: Article) -> list[int]:
    """The numbers of the sentences in which these spans begin."""
    known = article.sentences
    return sorted(
        {
            0 if span.part == "title" else max(bisect_right(known, span.start, key=_start), 1)
            for span in spans
        }
    )


def _start(sentence: Sentence) -> int:
    return sentence.start


def around(span: Span, article: Article, beside: int = _BESIDE) -> tuple[str, str, str]:
    """Some words with those beside them in the sentence in which they begin, on one line each.

    >>> article = Article.from_text("Talks opened in Norvik. It will be built for $2 million.")
    >>> around(Span(start=45, end=55, text="$2 million", part="text"), article)
    ('It will be built for ', '$2 million', '.')
    """
    sentence = article.sentence(sentences_of([span], article)[0])
    text = (article.title or "") if span.part == "title" else article.text
    start = max(sentence.start, span.start - beside)
    end = max(min(sentence.end, span.end + beside), span.end)
    before, behind = text[start : span.start], text[span.end : end]
    if start > sentence.start:
        before = f"…{before.partition(' ')[2] or before}"
    if end < sentence.end:
        behind = f"{behind.rpartition(' ')[0] or behind}…"
    words = (re.sub(r"\s+", " ", piece) for piece in (before, text[span.start : span.end], behind))
    return next(words), next(words), next(words)


def _remark(words: str, verdict: Verdict) -> RenderableType:
    mark, style = MARKS[verdict]
    return indented(f"{mark} {words}", 4, style)


def indented(words: str, by: int, style: str = "") -> RenderableType:
    from rich.padding import Padding

    return Padding(styled(words, style), (0, 0, 0, by))


def styled(words: str, style: str = "") -> Text:
    """The words as they are, but for what would move a terminal's cursor or change its colours."""
    from rich.text import Text

    return Text(_CONTROL.sub("", words), style=style)


_CONTROL = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]")


def _clip(words: str, longest: int) -> str:
    return words if len(words) <= longest else words[: longest - 1] + "…"


def raw_title(raw: Any) -> str:
    """What to call an item that could not be read.

    >>> raw_title({"text": "", "name": "Selm"}), raw_title({"values": []}), raw_title(None)
    ('Selm', '(no words)', '(no words)')
    """
    if isinstance(raw, dict):
        raw = next(filter(None, map(raw.get, ("text", "name", "verbatim"))), None)
    return _clip(str(raw), 100) if raw else "(no words)"
