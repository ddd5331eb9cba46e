"""Which sums does a text state?  Every number in it, with all legitimate readings of each.

Digits, number words, scales («млрд», "bn", 億), currencies, hedges («около», "up to", «астам») and
ranges, in the languages of `languages`.  It never guesses: "billions of dollars"
has no amount, so it is no sum.  It does not convert, add up, or say which sum a deal is worth.

The words stand in `languages`.  In reading order: ``signs`` and ``currencies`` are the tables that
no language owns, ``listed`` and ``vocabulary`` make all of them ready, ``numerals`` reads digits,
``tokens`` cuts the text, ``quantities`` and ``grammar`` build a ``partial`` figure, ``changes``
tells two sums from a range, ``hedges`` and ``periods`` read what stands around them, ``figures``
describes them.
"""

from .figures import Figure, Reading, find_figures, find_sums
from .tokens import may_state_figures
from .vocabulary import is_country, is_currency, knows_currency

__all__ = [
    "Figure",
    "Reading",
    "find_figures",
    "find_sums",
    "is_country",
    "is_currency",
    "knows_currency",
    "may_state_figures",
]
