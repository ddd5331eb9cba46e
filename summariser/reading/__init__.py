"""One article: its windows are asked about, what comes back is checked, matched and merged."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
