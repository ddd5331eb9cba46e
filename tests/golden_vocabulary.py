"""The compiled vocabularies in a form that a reviewer can compare: what each word may mean.

    python tests/golden_vocabulary.py            writes languages/golden_vocabulary.txt anew
    python tests/golden_vocabulary.py FOLDER     writes every word of each language, a file each

In the golden file a word stands once with all its endings: "млрд ~9c1a" has the endings listed
under ~9c1a.  What all languages share comes first.  Of numerals written as one word stand the
pieces, as a "piece", and what CLDR adds is left out, since it is another with every release of
babel.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from importlib import import_module
from itertools import takewhile
from pathlib import Path
from unittest import mock

from summariser.figures.compounds import compounds
from summariser.languages import LANGUAGES

compiled = import_module("summariser.figures.vocabulary")
GOLDEN = Path(__file__).parent / "languages" / "golden_vocabulary.txt"
ALL = (*LANGUAGES, None)
_FEWEST, _SHORTEST = 4, 2

Meaning = str
"""A kind of word, and its value: "scale 1E+6"."""


def meanings(language: str | None, *, cldr: bool = False) -> frozenset[tuple[Meaning, str]]:
    """Each meaning with each word or phrase that has it, spelled out."""
    nothing = mock.patch.object(compiled, "_cldr", return_value=())
    compile_anew = compiled.vocabulary.__wrapped__
    if cldr:
        words = compile_anew(language)
    else:
        with nothing:
            words = compile_anew(language)
    return frozenset(
        [
            *_meanings(words),
            *(("begins a number", word) for word in compiled.counting_words(language)),
            *(("symbol", word) for word in re.split(r"(?<!\\)\|", words.symbols)),
            *(("Han", word) for word in words.han.split("|")),
            *(("piece", piece) for piece in compounds(language).pieces),
            *(("begins a sign", sign) for sign in words.plain.rpartition("(?![")[2][:-2]),
        ]
    )


def _meanings(words: compiled.Vocabulary) -> Iterator[tuple[Meaning, str]]:
    for first, (longest, phrases) in words.words.items():
        if phrases:
            assert longest == max(map(len, phrases))
        for rest, means in phrases.items():
            for kind, value in means.items():
                yield f"{kind} {_written(value)}".rstrip(), " ".join((first, *rest))


def _written(value: object) -> str:
    if isinstance(value, compiled.Currency):
        others = " ".join(sorted(value.family - value.codes))
        marks = "?" * value.weak + "^" * value.leads
        unit = "" if value.unit == 1 else f" × {value.unit}"
        return f"{marks}{' '.join(sorted(value.codes))}{others and f' / {others}'}{unit}"
    if isinstance(value, tuple):
        return " or ".join(map(str, value))
    return "" if value is True else str(value)


def golden() -> str:
    """The golden file's text."""
    read = {language or "none": meanings(language) for language in ALL}
    shared = frozenset.intersection(*read.values())
    parts = {"every language": shared} | {name: each - shared for name, each in read.items()}
    endings: dict[str, str] = {}
    lines = []
    for name, each in parts.items():
        lines += [f"\n# {name}", *_lines(each, endings)]
    named = [f"~{name}: {listed}" for name, listed in sorted(endings.items())]
    return "\n".join(["# endings", *named, *lines, ""])


def _lines(each: frozenset[tuple[Meaning, str]], endings: dict[str, str]) -> list[str]:
    lines = []
    for meaning, words in sorted(_grouped(each).items()):
        for stem, ends in _stems(words):
            line = f"{meaning}: {stem}"
            if len(ends) >= _FEWEST:
                listed = " ".join(end or "∅" for end in ends)
                name = sha256(listed.encode()).hexdigest()[:4]
                endings[name] = listed
                lines.append(f"{line} ~{name}")
            else:
                lines += [f"{line}{end}" for end in ends]
    return lines


def _grouped(each: frozenset[tuple[Meaning, str]]) -> dict[Meaning, list[str]]:
    words = defaultdict(list)
    for meaning, word in each:
        words[meaning].append(word)
    return words


def _stems(words: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Each shortest word, and the endings of all that begin with it."""
    taken: set[str] = set()
    words = sorted(words)
    for i, stem in enumerate(words):
        if stem not in taken:
            together = [stem]
            if len(stem) > _SHORTEST:
                longer = takewhile(lambda word, stem=stem: word.startswith(stem), words[i + 1 :])
                together += [word for word in longer if " " not in word[len(stem) :]]
            taken.update(together)
            yield stem, [word.removeprefix(stem) for word in together]


if __name__ == "__main__":
    if len(sys.argv) > 1:
        for language in ALL:
            rows = sorted(f"{meaning}: {word}" for meaning, word in meanings(language, cldr=True))
            (Path(sys.argv[1]) / f"{language}.txt").write_text("\n".join(rows), "utf-8")
    else:
        GOLDEN.write_text(golden(), "utf-8")
