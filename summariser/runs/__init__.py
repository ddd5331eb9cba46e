"""Many articles: as a stream, with a bound on how many at once, and with results that are kept."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
