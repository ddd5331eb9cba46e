"""What a text looks like: typography, where sentences and quotations end, which language it is.

Offsets are code points into the text as it was given.  Not for what a text says: see `figures` and
`names`; the words themselves stand in `languages`.
"""

from .language import guess_language, language_of, primary
from .quotations import find_quotations
from .sentences import split_sentences
from .typography import SPACELESS, Folded, fold, folded, replacer, trimmed

__all__ = [
    "SPACELESS",
    "Folded",
    "find_quotations",
    "fold",
    "folded",
    "guess_language",
    "language_of",
    "primary",
    "replacer",
    "split_sentences",
    "trimmed",
]
