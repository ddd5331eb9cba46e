"""Without a model: what code alone sees in an article, and a draft held against its sources."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
