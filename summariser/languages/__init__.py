"""What languages are made of: one file per language, all data, no decisions.

A new language is a new file here, named by its ISO 639-1 code and filled like the others; nothing
else has to be told of it.  Not for what belongs to a script and not to a language, such as which
letters look alike: that stays with what reads it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._language import Dates as Dates
    from ._language import Endings as Endings
    from ._language import Figures as Figures
    from ._language import Instruction as Instruction
    from ._language import Language as Language
    from ._language import Names as Names
    from ._language import Neighbour as Neighbour
    from ._language import Pairs as Pairs
    from ._language import Places as Places
    from ._language import SentenceWords as SentenceWords
    from ._language import Speech as Speech
    from ._language import SpeltForm as SpeltForm
    from ._language import Stages as Stages
    from ._language import SumWords as SumWords
    from ._language import Text as Text
    from ._language import Writing as Writing


class _Languages(Mapping[str, "Language"]):
    """The languages that are read, by code; each file is imported when it is asked for."""

    @cached_property
    def _codes(self) -> tuple[str, ...]:
        names = (module.name for module in iter_modules(__path__))
        return tuple(sorted(name for name in names if not name.startswith("_")))

    def __getitem__(self, code: str) -> Language:
        if code not in self._codes:
            raise KeyError(code)
        return _file(code)

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)

    def __contains__(self, code: object) -> bool:
        return code in self._codes


@cache
def _file(code: str) -> Language:
    language: Language = import_module(f"{__name__}.{code}").LANGUAGE
    return language


def __getattr__(name: str) -> Any:
    """The sections' types, which not every program comes to."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}._language"), name)


LANGUAGES: Mapping[str, Language] = _Languages()


def told_apart() -> tuple[Language | Neighbour, ...]:
    """All languages that are known: those that are read, by code, and then their neighbours.

    A neighbour that got a file of its own is read from there.
    """
    from ._neighbours import NEIGHBOURS

    neighbours = (neighbour for neighbour in NEIGHBOURS if neighbour.code not in LANGUAGES)
    return (*LANGUAGES.values(), *neighbours)


__all__ = [
    "LANGUAGES",
    "Dates",
    "Endings",
    "Figures",
    "Instruction",
    "Language",
    "Names",
    "Neighbour",
    "Pairs",
    "Places",
    "SentenceWords",
    "Speech",
    "SpeltForm",
    "Stages",
    "SumWords",
    "Text",
    "Writing",
    "told_apart",
]
