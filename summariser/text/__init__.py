"""What a text looks like: typography, where sentences, quotations and lines end, its language.

Offsets are code points into the text as it was given.  Not for what a text says: see `figures` and
`names`; the words themselves stand in `languages`.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
