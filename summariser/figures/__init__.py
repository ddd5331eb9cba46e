"""Which sums does a text state?  Every number in it, with all legitimate readings of each.

Digits, number words, scales («млрд», "bn", 億), currencies, hedges («около», "up to", «астам») and
ranges, in the languages of `languages`.  It never guesses: "billions of dollars"
has no amount, so it is no sum.  It does not convert, add up, or say which sum a deal is worth.

The words stand in `languages`.  In reading order: ``signs`` and ``currencies`` are the tables that
no language owns, ``listed`` and ``vocabulary`` make all of them ready, ``numerals`` reads digits,
``compounds`` numbers written as one word,
``tokens`` cuts the text, ``quantities`` and ``grammar`` build a ``partial`` figure, ``changes``
tells two sums from a range, ``hedges`` and ``periods`` read what stands around them, ``figures``
describes them.  ``dates`` reads days, months and years.  ``codes`` tells which country or
currency a word names.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
