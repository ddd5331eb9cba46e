"""What the cited sentences do and do not bear out.

Each check compares one field with the article and gives a verdict and a reason.  Not for whether a
statement is true, and never for mending it.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
