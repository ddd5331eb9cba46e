"""Topics: what is looked for in an article.  One is given, summits; your own is a subclass.

Whatever is generic lies below, and names none of what a topic is about.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
