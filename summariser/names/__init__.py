"""Whether two names are one, and where names stand in a text.

Not for world knowledge: an acronym is not what it stands for, nor a country its capital.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
