"""How a summary is shown: terminal, page, table, and files for others.

A view goes by the types of fields, not by what they are about, and changes nothing.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
