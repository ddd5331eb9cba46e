"""The words of a quotation beside those of its source, as ``git diff --word-diff`` shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from ..article import Article
from ..schema import Difference, DraftClaim
from ..text import SPACELESS, folded

_WORD = re.compile(rf"{SPACELESS.pattern}|(?:(?!{SPACELESS.pattern})\w)+(?:['’]\w+)*")


class Piece(NamedTuple):
    """Words that both have, or only the draft, or only the source."""

    kind: Literal["same", "draft", "source"]
    text: str

    def __str__(self) -> str:
        before, behind = _SIGNS[self.kind]
        return f"{before}{self.text}{behind}"


_SIGNS = {"same": ("", ""), "draft": ("[-", "-]"), "source": ("{+", "+}")}
"""What tells them apart without colour."""


def word_diff(draft: str, source: str) -> list[Piece]:
    """Word by word: letter case, typography and punctuation make no difference.

    >>> "".join(map(str, word_diff("“We did not pay six,”", "We did pay all nine.")))
    '“We did [-not-] pay [-six-]{+all nine+},”'
    >>> "".join(map(str, word_diff("We will pay", "We will not pay all")))
    'We will {+not+} pay{+ all+}'
    """
    return [piece for piece in _pieces(draft, source) if piece.text]


def _pieces(draft: str, source: str) -> Iterator[Piece]:
    mine, theirs = list(_WORD.finditer(draft)), list(_WORD.finditer(source))
    one, other = ([folded(each[0]).lower() for each in side] for side in (mine, theirs))
    done = 0
    for kind, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        words = source[theirs[k].start() : theirs[m - 1].end()] if m > k else ""
        if kind == "insert":
            start = end = mine[i].start() if i < len(mine) else mine[-1].end() if mine else 0
        else:
            start, end = mine[i].start(), mine[j - 1].end()
        yield Piece("same", draft[done:start])
        yield Piece("draft", draft[start:end])
        if kind == "insert" and i == len(mine) and k:
            words = source[theirs[k - 1].end() : theirs[k].start()] + words
        yield Piece("source", words)
        if kind == "insert" and i < len(mine) and m < len(theirs):
            gap = source[theirs[m - 1].end() : theirs[m].start()]
            yield Piece("same", " " if gap[-1:].isspace() else "")
        done = end
    yield Piece("same", draft[done:])


def differing(difference: Difference) -> str:
    """One difference, the draft's words before the source's.

    >>> differing(Difference(kind="figure", draft="six", source="nine"))
    '[-six-]{+nine+}'
    """
    pieces = Piece("draft", difference.draft), Piece("source", difference.source)
    return "".join(str(each) for each in pieces if each.text)


def quoted_diff(claim: DraftClaim, sources: Sequence[Article]) -> list[Piece]:
    """A quotation as the draft has it beside what its source says; nothing if they are alike."""
    if claim.found is None or not claim.differences:
        return []
    article, (start, end) = sources[claim.found.source - 1], (claim.found.start, claim.found.end)
    whole = article.title or "" if claim.found.part == "title" else article.unwrapped
    first, last = claim.differences[0], claim.differences[-1]
    if first.kind == "cut":
        said, left_out = Piece("same", claim.text), Piece("source", first.source)
        is_behind = _one_line(first.source) in _one_line(whole[end : end + _ASIDE])
        return [said, _SPACE, left_out] if is_behind else [left_out, _SPACE, said]
    # What stands in the place of the first and the last words is no part of what was found.
    if first.source and first.draft and _bare(claim.text).startswith(first.draft):
        at = whole.rfind(first.source, max(0, start - _ASIDE), start)
        start = at if at >= 0 and not _WORD.search(whole, at + len(first.source), start) else start
    if last.source and last.draft and _bare(claim.text).endswith(last.draft):
        at = whole.find(last.source, end, end + _ASIDE)
        end = end if at < 0 or _WORD.search(whole, end, at) else at + len(last.source)
    return word_diff(claim.text, whole[start:end])


_SPACE = Piece("same", " ")
_ASIDE = 600  # characters between two pieces of one quotation, and the words themselves


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _bare(text: str) -> str:
    words = [*_WORD.finditer(text)]
    return text[words[0].start() : words[-1].end()] if words else ""
