"""Which sums does a text state?  Every number in it, with all legitimate readings of each.

Digits, number words, scales («млрд», "bn", 億), currencies, hedges («около», "up to", «астам») and
ranges, in ten languages: ru kk en de fr uz tr zh ja ar.  It never guesses: "billions of dollars"
has no amount, so it is no sum.  It does not convert, add up, or say which sum a deal is worth.

The words stand in `languages`.  In reading order: ``signs`` and ``currencies`` are the tables that
no language owns, ``listed`` and ``vocabulary`` make all of them ready, ``numerals`` reads digits,
``tokens`` cuts the text, ``quantities`` and ``grammar`` build a ``partial`` figure, ``changes``
tells two sums from a range, ``hedges`` and ``periods`` read what stands around them, ``figures``
describes them.
"""

from .figures import Figure as Figure
from .figures import Reading as Reading
from .figures import find_figures as find_figures
from .figures import find_sums as find_sums
from .tokens import may_state_figures as may_state_figures
from .vocabulary import is_country as is_country
from .vocabulary import is_currency as is_currency
from .vocabulary import knows_currency as knows_currency
