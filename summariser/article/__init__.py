"""Articles: from texts, files and web pages, in numbered sentences and in windows of them.

What an article is stays as it was given; what one asks about it, and what one is told, is not known
here.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
