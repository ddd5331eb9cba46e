"""What stands between a text's own quotation marks, to the character.

For cutting a quotation out of its source instead of having it typed again; what is said after a
dash is found as well, see ``dialogue``.  Not for telling who speaks, nor speech from a company's
name in quotation marks: whatever stands in marks is found.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache
from itertools import islice, zip_longest
from operator import itemgetter

from ..languages import told_apart
from .dialogue import answered, spoken
from .typography import LINE_BREAKS, SPACELESS, trimmed

_QUOTE = re.compile('["«»‹›“”„‟「」『』‘’‚]')
_OPENERS = dict(zip("»›」』’‘", "«‹「『‘‚", strict=True)) | {"”": "“„‟”", "“": "„“", '"': '"„'}
_OVER_PARAGRAPHS = {"«": "»", "„": "“”", "“": "”", '"': '"'}
_PARAGRAPHS = 8
"""Without a mark, of which a quotation may have so many between its first and its last."""
_LINE_BREAK = re.compile(f"[{LINE_BREAKS}]")
_PARAGRAPH = re.compile(f"[^{LINE_BREAKS}]+")
_FOLLOWING = re.compile(rf"\s{{0,64}}([^{LINE_BREAKS}]*)")
_CONTINUING = ".!?…,;:،؛，、；：)]}"
_INTRODUCED = re.compile(r"(?:^|[:：,，—–-])\s*$")
_DOUBLE = frozenset('"“”„‟«»')
_RARE = str.maketrans("〝〞〟＂﹁﹂﹃﹄", '“””"「」『』')
_ANY_RARE = re.compile("[〝〞〟＂﹁﹂﹃﹄]")
_REVERSED = re.compile(r"[^«»‹›]*(?<!\w)[»›](?:\w|\s\w[^«»‹›]*\s[«‹](?!\w))")
_TWICE = (",,", "``", "''", "<<", ">>")
# Marks typed as two characters become one, and a space on its outer side keeps the offsets.
_TYPED_TWICE = (
    (re.compile(r"(?<![\w,]),,(?=[^\W_])"), " „"),
    (re.compile(r"``|(?<![^\s([{—–-])''(?=[^\s'])"), " “"),
    (re.compile(r"(?:(?<![\s'])|(?<=[,.!?…]\s))''(?![\w'])"), "” "),
    (re.compile("<<(?=[^<])"), " «"),
    (re.compile("(?<=[^>])>>"), "» "),
)
_POSSESSIVE = re.compile(r"s' [a-z]")
# «АО «НК «Порт»: the words between two marks that open, of which but one is closed.
_FIRST_WORDS = re.compile(r"(?:[A-ZÀ-ÞА-ЯЁӘҒҚҢӨҰҮҺІ][\w-]{0,20} ?[\"«]?){1,4}")


@cache
def _single() -> re.Pattern[str]:
    """A straight single mark, not the apostrophe of the '90s, of 'em or of rock 'n' roll."""
    shortened = "|".join(w for each in told_apart() for w in each.text.apostrophe_first.split())
    return re.compile(
        rf"(?P<opens>(?<![^\s([{{—–\-\"“«„])'(?!\d\ds?\b|(?:{shortened})\b|['\s]))"
        r"|(?<=[^\s'])'(?![\w'])",
        re.IGNORECASE,
    )


def find_quotations(
    text: str, start: int = 0, end: int | None = None, language: str = "und"
) -> list[tuple[int, int]]:
    """Spans of what stands between the text's own quotation marks, clipped to a region.

    What is said after a dash is told by the verbs of the text's language.

    The marks are left out; of nested quotations the outermost counts.  Each paragraph is read
    whole, so a sentence from the middle of a longer quotation is found to be quoted.

    >>> text = "«Мы готовы. Мы ждём», — сказал он."
    >>> [text[start:end] for start, end in find_quotations(text, 12)]
    ['Мы ждём']
    """
    end = len(text) if end is None else min(end, len(text))
    start = max(start, 0)
    spans = []
    before = ""
    first = _beginning(text, start)
    earlier, since = _marked_before(text, first)
    previous = text[max(0, first - 64) : first].rstrip()
    if previous:
        first = _beginning(text, max(0, first - 64) + len(previous))
    for paragraph in _PARAGRAPH.finditer(text, first):
        base = paragraph.start()
        if base >= end:
            break
        pairs, opened = _paired(paragraph[0])
        following = _FOLLOWING.match(text, paragraph.end())
        after = following[1] if following else ""
        is_left_open = bool(earlier and since < _PARAGRAPHS and _paired(earlier)[1])
        if opened or is_left_open:  # it may go on over several paragraphs
            later = _marked_after(text, paragraph.end(), _PARAGRAPHS - (0 if opened else since))
            pairs = _quoted(paragraph[0], earlier, after, later)
        said = spoken(paragraph[0], language) or answered(paragraph[0], before, after, language)
        if said:
            pairs = _with_speech(pairs, said)
        for opening, closing in pairs[bisect_right(pairs, start - base, key=itemgetter(1)) :]:
            if base + opening >= end:
                break
            first_inside, last_inside = _bare(text, base + opening + 1, base + closing)
            spans.append(trimmed(text, max(start, first_inside), min(end, last_inside)))
        before = paragraph[0] if paragraph[0].strip() else before
        if base >= start and paragraph[0].strip():
            is_marked = _QUOTE.search(paragraph[0]) is not None
            earlier, since = (paragraph[0], 0) if is_marked else (earlier, since + 1)
    return [span for span in spans if span[0] < span[1]]


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without space, and without the second of two marks: ««Мы готовы»»."""
    start, end = trimmed(text, start, end)
    twice = end - start > 2 and text[start] in _OPENERS.get(text[end - 1], "")
    if twice and not _QUOTE.search(text, start + 1, end - 1):
        return trimmed(text, start + 1, end - 1)
    return start, end


def _with_speech(
    pairs: tuple[tuple[int, int], ...], said: tuple[tuple[int, int], ...]
) -> tuple[tuple[int, int], ...]:
    """What is said after a dash, too; marks within it are no quotation of their own."""
    outside = [
        (opening, closing)
        for opening, closing in pairs
        if not any(start <= opening < end for start, end in said)
    ]
    return tuple(sorted([*outside, *((start - 1, end) for start, end in said)]))


def _beginning(text: str, at: int) -> int:
    # Almost all paragraphs end with this, which is found at once; others are looked for from there.
    start = text.rfind("\n", 0, at) + 1
    for other in _LINE_BREAK.finditer(text, start, at):
        start = other.end()
    return start


def _marked_before(text: str, at: int) -> tuple[str, int]:
    """The last paragraph with a mark before an offset, and how many stand between, if not many."""
    for since in range(_PARAGRAPHS):
        end = len(text[max(0, at - 64) : at].rstrip()) + max(0, at - 64)
        if end <= 0:
            break
        at = _beginning(text, end)
        if _QUOTE.search(text, at, end):
            return text[at:end], since
    return "", _PARAGRAPHS


def _marked_after(text: str, at: int, most: int) -> str:
    """The next paragraph with a mark behind an offset, if at most so many lines are in between."""
    following = islice(_PARAGRAPH.finditer(text, at), max(0, most))
    return next((each[0] for each in following if _QUOTE.search(each[0])), "")


@lru_cache(maxsize=64)
def _quoted(paragraph: str, before: str, after: str, later: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the outermost opening and closing marks, given the paragraphs around it.

    A quotation over several paragraphs: each begins with a mark, and only the last one ends with
    it; or the first begins with one and another ends with it, and none between them has any.
    """
    pairs, opened = _paired(paragraph)
    if not pairs and not opened and not _QUOTE.search(paragraph):
        within = any(
            _closed(later, mark) and _INTRODUCED.search(before[max(0, at - 8) : at])
            for mark, at in _paired(before)[1]
        )
        return ((-1, len(paragraph)),) if within else ()
    for earlier, at in _paired(before)[1] if before else ():
        closed = _closed(paragraph, earlier)
        if closed and _INTRODUCED.search(before[max(0, at - 8) : at]):
            rest, opened = _paired(" " * (closed + 1) + paragraph[closed + 1 :])
            pairs = ((-1, closed), *rest)
            break
    following = after.lstrip()[:1]
    alone = following != '"' or paragraph.count('"') % 2
    for mark, at in opened:
        if mark == '"' and any(first > at and paragraph[first] != mark for first, _ in pairs):
            continue  # an excerpt, in which others are quoted
        goes_on = (alone and mark == following) or _closed(later, mark)
        if goes_on and _INTRODUCED.search(paragraph[max(0, at - 8) : at]):
            pairs = (*(pair for pair in pairs if pair[1] < at), (at, len(paragraph)))
            break
    return pairs


def _closed(paragraph: str, mark: str) -> int:
    """Where the paragraph ends a quotation that an earlier one began; 0 if it does not."""
    ends = [paragraph.find(closing) for closing in _OVER_PARAGRAPHS.get(mark, "")]
    at = min((end for end in ends if end > 0), default=0)
    if mark == '"' and _QUOTE.search(paragraph, 0, at):
        return 0
    return 0 if at and (mark in paragraph[:at] or paragraph[at - 1].isspace()) else at


@lru_cache(maxsize=64)
def _paired(
    paragraph: str,
) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[str, int], ...]]:
    """Offsets of the outermost pairs of marks, and the first few marks left open."""
    paragraph = _evenly_marked(paragraph)
    opened: list[tuple[str, int]] = []
    given_up: list[tuple[str, int]] = []  # opened within what was closed before they were
    ends: list[int] = []  # marks that close none of their own kind
    pairs: list[tuple[int, int]] = []
    for match in _QUOTE.finditer(paragraph):
        mark, at = match[0], match.start()
        before, after = paragraph[max(0, at - 1) : at] or " ", paragraph[at + 1 : at + 2] or " "
        # A look at the last few keeps a paragraph of nothing but marks linear.
        recent = range(len(opened) - 1, max(-1, len(opened) - 9), -1)
        fitting = next((i for i in recent if opened[i][0] in _OPENERS.get(mark, "")), None)
        if _opens(mark, before, after, fitting is not None):
            opened.append((mark, at))
        elif fitting is not None and not (mark == "’" and _is_letter(after)):
            pairs.append((opened[fitting][1], at))
            given_up += opened[fitting + 1 :]
            del opened[fitting:]
        elif mark in _DOUBLE and not (after.isalnum() or (mark == '"' and before.isdigit())):
            ends.append(at)
    if ends:
        pairs = _mixed(paragraph, pairs, opened, given_up, ends)
    outermost: list[tuple[int, int]] = []
    for pair in sorted(pairs):
        if not outermost or pair[0] > outermost[-1][1]:
            outermost.append(pair)
    left = opened[:8]
    for mark, at in left:
        for i, (first, last) in enumerate(outermost[:8]):
            between = paragraph[at + 1 : first] if 0 < first - at < 64 else ""
            if paragraph[first] == mark and _FIRST_WORDS.fullmatch(between):
                outermost[i] = at, last
    return tuple(outermost), tuple(item for item in left if item[1] not in dict(outermost))


def _mixed(
    paragraph: str,
    pairs: list[tuple[int, int]],
    opened: list[tuple[str, int]],
    given_up: list[tuple[str, int]],
    ends: list[int],
) -> list[tuple[int, int]]:
    """The pairs, and those of two kinds: "…“, «…".  What they close is no longer opened.

    A pair within which one mark closes and another opens is two of them: "A,” he said. “B."
    """
    found: list[tuple[int, int]] = []
    nested: list[tuple[int, int]] = []
    reached = -1
    starts = sorted(at for mark, at in given_up if mark in _DOUBLE)
    for first, last in sorted(pairs):
        if last < reached:
            nested.append((first, last))
            continue
        reached = last
        closing = ends[bisect_right(ends, first) : bisect_right(ends, last)]
        opening = starts[bisect_right(starts, first) : bisect_right(starts, last)]
        parts = list(zip([first, *opening], [*closing, last], strict=False))
        alternate = len(opening) == len(closing) and all(
            end < start for end, start in zip(closing, opening, strict=True)
        )
        said = all(paragraph[at - 1] in ",.!?…" or paragraph[at + 1] in ",." for at in closing)
        found += parts if alternate and said else [(first, last)]
    lonely = [at for mark, at in opened if mark in _DOUBLE]
    added: dict[int, int] = {}
    for at in ends:
        i = bisect_right(lonely, at) - 1
        within = bisect_right(found, (at,)) - 1
        if i >= 0 and not (within >= 0 and at <= found[within][1]):
            added[lonely[i]] = at
            del lonely[: i + 1]
    opened[:] = [each for each in opened if each[1] not in added]
    return [*found, *nested, *added.items()]


def _evenly_marked(paragraph: str) -> str:
    """The paragraph with one character for each mark, and straight single marks told apart."""
    if any(typed in paragraph for typed in _TWICE):
        for pattern, single in _TYPED_TWICE:
            paragraph = pattern.sub(single, paragraph)
    if _ANY_RARE.search(paragraph):
        paragraph = paragraph.translate(_RARE)
    if ("»" in paragraph or "›" in paragraph) and _REVERSED.match(paragraph):
        paragraph = paragraph.translate(str.maketrans("«»‹›", "»«›‹"))
    if "'" not in paragraph:
        return paragraph
    marks = list(_single().finditer(paragraph))
    even = list(paragraph)
    opened = -1
    for mark, following in zip_longest(marks, marks[1:]):
        at = mark.start()
        if mark["opens"]:
            opened = at
        elif opened >= 0 and at - opened > 2:
            # «'The ministers' plan is good,' he said»: a later mark closes with more right.
            rival = following and paragraph[following.start() - 1]
            if rival and rival in ".,!?…" and _POSSESSIVE.match(paragraph, at - 1):
                continue
            even[opened], even[at] = "『", "』"
            opened = -1
    return "".join(even)


def _is_letter(character: str) -> bool:
    return character.isalnum() and not SPACELESS.match(character)


def _opens(mark: str, before: str, after: str, closable: bool) -> bool:
    """Whether a mark between two characters opens, given that it could close another."""
    if mark not in '“”‘"':
        return mark in "«‹„‟「『‚"
    if mark == "‘":
        return not _is_letter(before) and after.isalpha()
    starts = (before.isspace() or before in '([{—–-«“„‘"') and not (
        after.isspace() or after in _CONTINUING
    )
    ends = not before.isspace() and not after.isalnum()
    if mark == "“":
        # Its own closing mark in German, also of another; in Chinese it follows a stop to open.
        return starts or not (closable or (ends and before not in "。！？，：；、"))
    if closable or mark == "”":
        return starts and not ends
    return not _is_letter(before) and (starts or not ends)
